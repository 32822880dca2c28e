package zaak

// The places where a child of 18 or older can live (Volwassen.Zelfstandig).
const (
	woontThuis       = "thuis"
	woontZelfstandig = "zelfstandig"
)

// volwassen reads what a child of 18 or older needs and has.
func (l *lezer) volwassen(k knoop) *Volwassen {
	if !k.aanwezig() {
		return nil
	}
	v := l.mapping(k, &vormMeerderjarig)
	woont := l.keuze(v.veld("woont"), "", woontThuis, woontZelfstandig)
	w := &Volwassen{
		Opleiding:      l.keuze(v.veld("opleiding"), "", OpleidingMBO, OpleidingHBOWO, OpleidingVO, OpleidingGeen),
		Norm:           l.keuze(v.veld("norm"), "", OpleidingMBO, OpleidingHBOWO),
		Zelfstandig:    woont != woontThuis, // also when it cannot be read: then nothing is asked of a home
		Lesgeld:        l.bedragOfNiets(v.veld("lesgeld")),
		Leermiddelen:   l.bedragOfNiets(v.veld("leermiddelen")),
		Basisbeurs:     l.bedragOfNiets(v.veld("basisbeurs")),
		Aanvullend:     l.bedragOfNiets(v.veld("aanvullende_beurs")),
		Tegemoetkoming: l.bedragOfNiets(v.veld("tegemoetkoming")),
		Inkomen:        l.bedragOfNiets(v.veld("inkomen")),
		Zorgtoeslag:    l.bedragOfNiets(v.veld("zorgtoeslag")),
		Lening:         l.bedragOfNiets(v.veld("lening")),
		GeenWoonlast:   l.metReden(v.veld("geen_woonlast")),
	}
	for _, item := range l.lijst(v.veld("extra_kosten"), 0, MaxKosten, "extra kosten") {
		w.ExtraKosten = append(w.ExtraKosten, l.extraKost(item))
	}
	l.herkomst(v, w.Lesgeld, w.Leermiddelen, w.Basisbeurs, w.Aanvullend, w.Tegemoetkoming, w.Inkomen, w.Zorgtoeslag, w.Lening)
	if woont == woontZelfstandig {
		l.hoortNiet(v.veld("geen_woonlast"), "Een kind dat zelfstandig woont, woont niet zonder woonlasten thuis.",
			"geen_woonlast alleen bij woont: thuis")
	}
	l.controleerOpleiding(k, v, w.Opleiding)
	if w.Opleiding != OpleidingGeen {
		w.Norm = w.Opleiding
	}
	return w
}

// controleerOpleiding checks what is asked of who studies, and of who does not.
func (l *lezer) controleerOpleiding(k knoop, v velden, opleiding string) {
	switch opleiding {
	case OpleidingVO:
		if !l.alleenWetsvoorstel() {
			l.meld(v.veld("opleiding"), Probleem{Code: codeNietBijMethode,
				Melding:    "Het Rapport kent voor een kind van 18 jaar of ouder alleen de normen voor mbo en voor hbo en wo.",
				Toegestaan: "voortgezet-onderwijs alleen bij methode: " + MethodeWetsvoorstel,
				Hint:       "zit het kind nog op de middelbare school? Schrijf dan opleiding: geen, met de norm waarmee wordt gerekend"})
		}
		l.hoortNiet(v.veld("norm"), "De norm is er alleen voor het Rapport.", "norm alleen bij opleiding: geen")
	case OpleidingGeen:
		if !l.alleenWetsvoorstel() {
			l.nodig(k, v, "norm", "nodig omdat opleiding geen is: de norm volgt dan niet uit de opleiding")
		}
		l.hoortNiet(v.veld("lesgeld"), "Zonder opleiding is er geen lesgeld.", "lesgeld alleen bij opleiding: mbo of hbo-wo")
	case OpleidingMBO, OpleidingHBOWO:
		l.hoortNiet(v.veld("norm"), "De norm volgt uit de opleiding.", "norm alleen bij opleiding: geen")
		l.hoortNiet(v.veld("leermiddelen"), "Bij een opleiding horen leermiddelen; zij blijven deel van het normbedrag.",
			"leermiddelen alleen bij opleiding: geen")
	}
}

func (l *lezer) extraKost(k knoop) ExtraKost {
	v := l.mapping(k, &vormExtraKost)
	e := ExtraKost{
		Omschrijving: l.tekst(v.veld("omschrijving"), label),
		Bedrag:       l.bedrag(v.veld("bedrag")),
	}
	l.herkomst(v, &e.Bedrag)
	return e
}

// reden reads a circumstance with the evidence of it.
func (l *lezer) reden(k knoop, vorm *vorm) *Reden {
	if !k.aanwezig() {
		return nil
	}
	v := l.mapping(k, vorm)
	return &Reden{Tekst: l.tekst(v.veld("reden"), verhaal), Bron: l.tekst(v.veld("bron"), label)}
}

func (l *lezer) eerdereBijdrage(k knoop) *EerdereBijdrage {
	if !k.aanwezig() {
		return nil
	}
	v := l.mapping(k, &vormEerdereBijdrage)
	op := l.datum(v.veld("vastgesteld_op"))
	l.tijdlijn.vastgesteldOp = append(l.tijdlijn.vastgesteldOp, op)
	e := &EerdereBijdrage{Bedrag: l.bedrag(v.veld("bedrag")), VastgesteldOp: op.Time, Betaler: l.ouderVerwijzing(v.veld("betaler"))}
	l.herkomst(v, &e.Bedrag)
	return e
}
