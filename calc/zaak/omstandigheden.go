package zaak

import "fmt"

// metReden reads an amount that departs from the rule, with its reason.
func (l *lezer) metReden(k knoop) *MetReden {
	if !k.aanwezig() {
		return nil
	}
	return l.bedragMetReden(l.mapping(k, &vormMetReden))
}

func (l *lezer) bedragMetReden(v velden) *MetReden {
	m := &MetReden{
		Bedrag: l.bedrag(v.veld("bedrag")),
		Reden:  l.tekst(v.veld("reden"), verhaal),
	}
	l.herkomst(v, &m.Bedrag)
	return m
}

func (l *lezer) woonlast(k knoop) *Woonlast {
	if !k.aanwezig() {
		return nil
	}
	v := l.mapping(k, &vormWoonlast)
	w := &Woonlast{
		MetReden: *l.bedragMetReden(v),
		Soort:    l.keuze(v.veld("soort"), WoonlastLager, WoonlastLager, WoonlastHoger),
	}
	if ja := l.jaNee(v.veld("nieuwe_partner")); ja != nil {
		w.NieuwePartner = *ja
	}
	return w
}

func (l *lezer) voormaligeWoning(k knoop) *VoormaligeWoning {
	if !k.aanwezig() {
		return nil
	}
	v := l.mapping(k, &vormVoormaligeWoning)
	w := &VoormaligeWoning{
		EigenWoonlast: l.bedrag(v.veld("eigen_woonlast")),
		Aandeel:       l.bedragOfNiets(v.veld("aandeel")),
	}
	l.herkomst(v, &w.EigenWoonlast, w.Aandeel)
	return w
}

func (l *lezer) schuldsanering(k knoop) *Schuldsanering {
	if !k.aanwezig() {
		return nil
	}
	v := l.mapping(k, &vormSchuldsanering)
	return &Schuldsanering{Reden: l.tekst(v.veld("reden"), verhaal)}
}

// bijzondereKost reads one exceptional cost of a child.
func (l *lezer) bijzondereKost(k knoop) BijzondereKost {
	v := l.mapping(k, &vormBijzondereKost)
	b := BijzondereKost{
		Omschrijving: l.tekst(v.veld("omschrijving"), label),
		Kosten:       l.kosten(v),
	}
	if voor := v.veld("voor_scheiding"); voor.aanwezig() {
		kosten := l.kosten(l.mapping(voor, &vormKosten))
		b.VoorScheiding = &kosten
		l.kostenVoorScheiding = append(l.kostenVoorScheiding, voor)
	}
	return b
}

func (l *lezer) kosten(v velden) Kosten {
	k := Kosten{
		Bedrag:         l.bedrag(v.veld("bedrag")),
		Tegemoetkoming: l.bedragOfNiets(v.veld("tegemoetkoming")),
	}
	l.herkomst(v, &k.Bedrag, k.Tegemoetkoming)
	return k
}

// nietSamen reports two keys that exclude each other.
func (l *lezer) nietSamen(v velden, a, b string) {
	if v.op == nil || !v.veld(a).aanwezig() || !v.veld(b).aanwezig() {
		return
	}
	l.meldOp(v.veld(b).kop(), Probleem{Code: codeNietSamen,
		Melding:    fmt.Sprintf("%s en %s gaan niet samen.", a, b),
		Toegestaan: a + " of " + b})
}
