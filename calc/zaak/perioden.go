package zaak

import (
	"fmt"
	"slices"
)

func (l *lezer) perioden(k knoop, kinderen []Kind) []Periode {
	var perioden []Periode
	for _, item := range l.lijst(k, 1, MaxPerioden, "perioden") {
		perioden = append(perioden, l.periode(item, kinderen))
	}
	return perioden
}

func (l *lezer) periode(k knoop, kinderen []Kind) Periode {
	v := l.mapping(k, &vormPeriode)
	vanaf := l.datum(v.veld("vanaf"))
	l.tijdlijn.vanaf = append(l.tijdlijn.vanaf, vanaf)
	l.inkomenOp = vanaf
	p := Periode{Vanaf: vanaf.Time, Situaties: make(map[string]Situatie, len(v.ouders))}
	for _, wie := range v.ouders {
		p.Situaties[wie.id] = l.situatie(wie)
	}
	p.Kinderen = l.kinderenInPeriode(v.veld("kinderen"), vanaf, kinderen)
	return p
}

func (l *lezer) situatie(wie ouderVeld) Situatie {
	v := l.mapping(wie.knoop, &vormSituatie)
	s := Situatie{
		Inkomen: l.inkomenOfNiets(v),
		AOW:     l.jaNee(v.veld("aow")),
	}
	var wv velden
	s.Wetsvoorstel, wv = l.wetsvoorstelSituatie(wie.id, v.veld("wetsvoorstel"))
	l.controleerInkomenIsEr(wie, v, wv)
	if bijstand := l.jaNee(v.veld("bijstand")); bijstand != nil {
		s.Bijstand, s.BijstandOpgegeven = *bijstand, true
	} else if s.Opbouw != nil {
		s.Bijstand = s.Opbouw.bijstand()
	}
	for _, item := range l.lijst(v.veld("lasten"), 0, MaxLasten, "lasten") {
		s.Lasten = append(s.Lasten, l.last(item))
	}
	s.Verdiencapaciteit = l.metReden(v.veld("verdiencapaciteit"))
	s.Woonlast = l.woonlast(v.veld("woonlast"))
	s.VoormaligeWoning = l.voormaligeWoning(v.veld("voormalige_woning"))
	s.Schuldsanering = l.schuldsanering(v.veld("schuldsanering"))
	s.Draagkracht = l.metReden(v.veld("draagkracht"))
	s.Inkomensverlies = l.inkomensverlies(v.veld("inkomensverlies"))
	s.LangdurigeZorg = l.langdurigeZorg(v.veld("langdurige_zorg"))
	s.Toets = l.aanvaardbaarheidstoets(v.veld("aanvaardbaarheidstoets"))
	for _, item := range l.lijst(v.veld("andere_kinderen"), 0, MaxGezinnen, "gezinnen") {
		s.AndereKinderen = append(s.AndereKinderen, l.anderGezin(item))
	}
	s.AandeelKinderen = l.metReden(v.veld("aandeel_kosten_kinderen"))
	s.Partnerdraagkracht = l.metReden(v.veld("partnerdraagkracht"))
	s.GeenFiscaalVoordeel = l.reden(v.veld("geen_fiscaal_voordeel"), &vormGeenFiscaalVoordeel)
	s.Behoefteverlaging = l.metReden(v.veld("behoefte_verlaging"))
	l.controleerSituatie(wie.id, v)
	l.controleerPartnersleutels(wie.id, v)
	return s
}

// controleerInkomenIsEr reports somebody of whom there is no income; wv is the key
// wetsvoorstel as read.
func (l *lezer) controleerInkomenIsEr(wie ouderVeld, v, wv velden) {
	switch {
	case v.op == nil:
	case !l.alleenWetsvoorstel() || slices.Contains(l.stiefIDs, wie.id):
		l.inkomenNodig(wie.knoop, v)
	case !v.kop("nbi").is() && !v.kop("inkomen").is() && !v.kop("draagkracht").is() && !inkomenGesteld(v, wv):
		l.ontbreekt(wie.knoop, "inkomen", "waaruit het alimentatie-inkomen wordt berekend; "+
			"of nbi, draagkracht, wetsvoorstel.alimentatie_inkomen of wetsvoorstel.geen_inzicht")
	}
}

// controleerSituatie reports circumstances that do not go together.
func (l *lezer) controleerSituatie(wie string, v velden) {
	l.nietSamen(v, "woonlast", "voormalige_woning")
	l.nietSamen(v, "schuldsanering", "draagkracht")
	l.nietSamen(v, "schuldsanering", "partnerdraagkracht")
	for _, ander := range []string{"schuldsanering", "draagkracht"} {
		l.nietSamen(v, ander, "inkomensverlies")
		l.nietSamen(v, ander, "aanvaardbaarheidstoets")
	}
	for _, ander := range []string{"woonlast", "voormalige_woning", "schuldsanering", "draagkracht"} {
		l.nietSamen(v, ander, "langdurige_zorg")
	}
	if toets := v.veld("aanvaardbaarheidstoets"); toets.aanwezig() && slices.Contains(l.stiefIDs, wie) {
		l.nietVanStiefouder(toets, "aanvaardbaarheidstoets")
	}
}

func (l *lezer) last(k knoop) Last {
	v := l.mapping(k, &vormLast)
	last := Last{
		Omschrijving: l.tekst(v.veld("omschrijving"), label),
		Bedrag:       l.bedrag(v.veld("bedrag")),
	}
	last.Vermijdbaar, last.VermijdbaarDeel = l.deel(v, "vermijdbaar", last.Bedrag)
	last.Verwijtbaar, last.VerwijtbaarDeel = l.deel(v, "verwijtbaar", last.Bedrag)
	l.herkomst(v, &last.Bedrag, last.VermijdbaarDeel, last.VerwijtbaarDeel)
	return last
}

// deel reads whether a charge is avoidable or blameworthy, and which part of it
// when not all.
func (l *lezer) deel(v velden, naam string, last Bedrag) (bool, *Bedrag) {
	ja, k := l.jaNee(v.veld(naam)), v.veld(naam+"_deel")
	deel := l.bedragOfNiets(k)
	switch {
	case deel == nil:
	case ja != nil && !*ja:
		l.hoortNiet(k, fmt.Sprintf("De last is niet %s; een deel dat dat wel is, is er dan niet.", naam),
			fmt.Sprintf("%s_deel alleen bij %s: ja", naam, naam))
	case last.Plek.is() && deel.Waarde.GreaterThan(last.Waarde):
		l.meld(k, Probleem{Code: codeDeelTeHoog,
			Melding:    fmt.Sprintf("Het deel dat %s is, %s, is hoger dan de last zelf, %s.", naam, deel.Waarde, last.Waarde),
			Toegestaan: fmt.Sprintf("ten hoogste %s", last.Waarde),
			Hint:       fmt.Sprintf("is de hele last %s, laat %s_deel dan weg", naam, naam)})
	}
	return ja != nil && *ja, deel
}
