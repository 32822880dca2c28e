package zaak

import (
	"fmt"
	"slices"
)

// MaxEerdereKinderen is how many shares in the costs of children of an earlier
// relation one parent has at most, in one period.
const MaxEerdereKinderen = 20

// wetsvoorstelBehoefte reads what only Wetsvoorstel 34 154 asks about the costs of
// the children.
func (l *lezer) wetsvoorstelBehoefte(k knoop) (*WetsvoorstelBehoefte, velden) {
	v := l.mapping(k, &vormWetsvoorstelBehoefte)
	if v.op == nil {
		return nil, v
	}
	l.nietSamen(v, "alimentatie_inkomen", "geen_inzicht")
	return &WetsvoorstelBehoefte{
		AlimentatieInkomen: l.bedragOfNiets(v.veld("alimentatie_inkomen")),
		GeenInzicht:        l.reden(v.veld("geen_inzicht"), &vormGeenInzicht),
		EerdereBehoefte:    l.metReden(v.veld("eerdere_behoefte")),
	}, v
}

// wetsvoorstelSituatie reads what only Wetsvoorstel 34 154 asks of a parent in a
// period.
func (l *lezer) wetsvoorstelSituatie(wie string, k knoop) (*WetsvoorstelSituatie, velden) {
	if k.aanwezig() && slices.Contains(l.stiefIDs, wie) {
		l.nietVanStiefouder(k, "wetsvoorstel")
	}
	v := l.mapping(k, &vormWetsvoorstelSituatie)
	if v.op == nil {
		return nil, v
	}
	l.nietSamen(v, "alimentatie_inkomen", "geen_inzicht")
	w := &WetsvoorstelSituatie{
		AlimentatieInkomen: l.bedragOfNiets(v.veld("alimentatie_inkomen")),
		EerderInkomen:      l.metReden(v.veld("eerder_inkomen")),
		GeenInzicht:        l.reden(v.veld("geen_inzicht"), &vormGeenInzicht),
		Hardheid:           l.hardheidsclausule(v.veld("hardheidsclausule")),
	}
	for _, item := range l.lijst(v.veld("eerdere_kinderen"), 0, MaxEerdereKinderen, "aandelen") {
		w.EerdereKinderen = append(w.EerdereKinderen, l.maandpost(item, &vormEerdereKinderen))
	}
	return w, v
}

func (l *lezer) hardheidsclausule(k knoop) *Hardheidsclausule {
	if !k.aanwezig() {
		return nil
	}
	v := l.mapping(k, &vormHardheidsclausule)
	h := &Hardheidsclausule{
		Reden:         l.tekst(v.veld("reden"), verhaal),
		Bijstandsnorm: l.bedragOfNiets(v.veld("bijstandsnorm")),
	}
	for _, item := range l.lijst(v.veld("lasten"), 0, MaxLasten, "lasten") {
		h.Lasten = append(h.Lasten, l.maandpost(item, &vormHardeLast))
	}
	l.herkomst(v, h.Bijstandsnorm)
	for i := range h.Lasten {
		l.herkomst(v, &h.Lasten[i].Bedrag)
	}
	return h
}

// kindgebondenKosten reads who pays which part of the costs bound to a child.
func (l *lezer) kindgebondenKosten(k knoop) *KindgebondenKosten {
	v := l.mapping(k, &vormKindgebondenKosten)
	if v.op == nil {
		return nil
	}
	if len(v.ouders) == 0 && len(k.waarde.Content) == 0 {
		l.leeg(k, "een ouder, zoals "+vormKindgebondenKosten.voorbeeld)
	}
	var kosten *KindgebondenKosten
	for _, ouder := range v.ouders {
		deel := l.mapping(ouder.knoop, &vormKindgebondenDeel)
		if kosten != nil {
			l.hoortNiet(ouder.knoop, fmt.Sprintf("Er staat al welk deel %s betaalt; de andere ouder betaalt de rest.", kosten.Ouder),
				"het deel van één ouder")
			continue
		}
		kosten = &KindgebondenKosten{Ouder: ouder.id, Percentage: ofLeeg(l.getalOfNiets(deel.veld("percentage"), percentage))}
		l.herkomst(deel, &kosten.Percentage)
	}
	return kosten
}

// overeengekomen reads a contribution that the parents agreed in writing.
func (l *lezer) overeengekomen(k knoop) *Overeengekomen {
	if !k.aanwezig() {
		return nil
	}
	v := l.mapping(k, &vormOvereengekomen)
	o := &Overeengekomen{Bedrag: l.bedrag(v.veld("bedrag")), Betaler: l.ouderVerwijzing(v.veld("betaler"))}
	l.herkomst(v, &o.Bedrag)
	return o
}

// controleerManieren reports that behoefte does not say, in one way, how the
// need is found; wv is its key wetsvoorstel as read.
func (l *lezer) controleerManieren(k knoop, v, wv velden) {
	if vast := v.veld("vastgesteld"); vast.aanwezig() && l.heeftMethode(MethodeWetsvoorstel) {
		l.meldOp(vast.kop(), Probleem{Code: codeNietBijMethode,
			Melding:    "Het wetsvoorstel 34 154 rekent niet met een vastgesteld eigen aandeel: welk deel daarvan kindgebonden kosten zijn, hangt van het inkomen af.",
			Toegestaan: "vastgesteld alleen bij methode: " + MethodeAlimentatienormen,
			Hint: "geef behoefte.wetsvoorstel.alimentatie_inkomen op: het inkomen waaruit de behoefte volgt; " +
				"een behoefte die onder de huidige wet is vastgesteld, hoort bij behoefte.wetsvoorstel.eerdere_behoefte"})
		if l.alleenWetsvoorstel() {
			return
		}
	}
	if !l.alleenWetsvoorstel() {
		hint := ""
		if v.veld("wetsvoorstel").aanwezig() {
			hint = "wat onder wetsvoorstel staat, telt alleen bij methode: " + MethodeWetsvoorstel
		}
		l.preciesEen(k, v, hint, "gezinsinkomen", "nooit_samengewoond", "vastgesteld")
		return
	}
	namen := []string{"gezinsinkomen", "nooit_samengewoond"}
	if l.methodeOnbekend() {
		namen = append(namen, "vastgesteld")
	}
	if !inkomenGesteld(v, wv) {
		l.preciesEen(k, v, "of geef wetsvoorstel.alimentatie_inkomen op, of wetsvoorstel.geen_inzicht", namen...)
	} else {
		l.hoogstensEen(k, v, namen...)
	}
}

// inkomenGesteld tells whether the key wetsvoorstel wv of a mapping v says what
// an income is, or may do so: it cannot be read.
func inkomenGesteld(v, wv velden) bool {
	switch {
	case wv.op == nil:
		return v.kop("wetsvoorstel").is()
	case wv.kop("alimentatie_inkomen").is():
		return true
	}
	return wv.kop("geen_inzicht").is()
}

// controleerNachten reports care for a child that lives with a parent of which it
// is not said how many nights it is, nor can be derived.
func (l *lezer) controleerNachten(standen []stand) {
	if !l.heeftMethode(MethodeWetsvoorstel) {
		return
	}
	var gemeld []Plek
	for _, s := range standen {
		thuis := s.groep == Minderjarig || s.Volwassen != nil && !s.Volwassen.Zelfstandig
		if !thuis || !s.aanspraakBij(MethodeWetsvoorstel) {
			continue
		}
		for _, z := range s.zorg {
			if z.ouder == s.Hoofdverblijf || z.Zorg == nil || z.nachten || slices.Contains(gemeld, z.plek()) {
				continue
			}
			gemeld = append(gemeld, z.plek())
			l.nachtenNodig(z)
		}
	}
}

// nachtenNodig asks for the nights where neither they nor at most half of the
// days are stated.
func (l *lezer) nachtenNodig(z zorgOpgave) {
	const sleutel, uitleg = "nachten_per_jaar", "het aantal nachten per jaar dat het kind bij deze ouder is, 0 tot en met 182"
	switch {
	case z.DagenPerWeek != nil && z.DagenPerWeek.Waarde.GreaterThan(meesteDagen):
		l.ontbreektOmdat(z.knoop, sleutel, uitleg, fmt.Sprintf("uit %s dagen per week volgen geen nachten voor de ouder bij wie het kind niet is ingeschreven: "+
			"dat is meer dan de helft. Klopt het hoofdverblijf?", z.DagenPerWeek.Waarde))
	case z.DagenPerWeek == nil && z.Percentage != nil:
		l.ontbreektOmdat(z.knoop, sleutel, uitleg, "nodig bij methode: "+MethodeWetsvoorstel+"; die rekent met nachten, niet met een percentage")
	}
}
