package zaak

import "slices"

// leesMethode reads the method of calculation and settles by which methods the
// file is checked. It comes first: what else is asked depends on it. Where the method
// cannot be read, only what holds under every method is.
func (l *lezer) leesMethode(v velden) string {
	eigen := l.keuze(v.veld("methode"), "", MethodeAlimentatienormen, MethodeWetsvoorstel)
	gelezen := eigen != "" || !v.kop("methode").is()
	if eigen == "" {
		eigen = MethodeAlimentatienormen
	}
	if len(l.opties.Methoden) == 0 {
		if !gelezen {
			return eigen
		}
		l.methoden = []string{eigen}
		return eigen
	}
	l.methoden = l.opties.Methoden
	if l.heeftMethode(eigen) {
		return eigen
	}
	return l.methoden[0]
}

// heeftMethode tells whether the file is to be calculated by a method.
func (l *lezer) heeftMethode(methode string) bool { return slices.Contains(l.methoden, methode) }

// methodeOnbekend tells whether it cannot be read by which method that is.
func (l *lezer) methodeOnbekend() bool { return len(l.methoden) == 0 }

// alleenWetsvoorstel: what only the Rapport asks, need not be there.
func (l *lezer) alleenWetsvoorstel() bool { return !l.heeftMethode(MethodeAlimentatienormen) }

// controleerMethode reports what Wetsvoorstel 34 154 does not know.
func (l *lezer) controleerMethode(boven knoop, v velden) {
	if v.op == nil || !l.heeftMethode(MethodeWetsvoorstel) {
		return
	}
	if k := v.veld("partneralimentatie"); k.aanwezig() && l.alleenWetsvoorstel() {
		l.meldOp(k.kop(), Probleem{Code: codeNietBijMethode,
			Melding:    "Het wetsvoorstel 34 154 gaat alleen over kinderalimentatie.",
			Toegestaan: "partneralimentatie alleen bij methode: " + MethodeAlimentatienormen,
			Hint:       "kies methode: " + MethodeAlimentatienormen + ", of verwijder partneralimentatie"})
	}
	if !l.zonderKinderen {
		return
	}
	if lijst := v.veld("kinderen"); lijst.aanwezig() {
		l.lijst(lijst, 1, MaxKinderen, "kinderen")
		return
	}
	l.ontbreektOmdat(boven, "kinderen", "een lijst met de kinderen", "nodig bij methode: "+MethodeWetsvoorstel+"; die gaat alleen over kinderalimentatie")
}
