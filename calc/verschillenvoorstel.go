package calc

import (
	"annex/calc/sheet"
	"annex/calc/zaak"
)

// voorstelvelden are the facts about a person that Wetsvoorstel 34 154 looks at.
var voorstelvelden = []situatieveld{
	situatievelden[veldAOW], genoemd("Netto-inkomen", situatievelden[veldNBI]), situatievelden[veldKGB],
	{"Alimentatie-inkomen zoals opgegeven", func(s zaak.Situatie) string { return ofGeen(voorstel(s).AlimentatieInkomen) }, zetVoorstel(func(nu *zaak.WetsvoorstelSituatie, naar zaak.WetsvoorstelSituatie) {
		nu.AlimentatieInkomen = naar.AlimentatieInkomen
	})},
	{"Inzicht in het inkomen", func(s zaak.Situatie) string { return sheet.FormatJaNee(voorstel(s).GeenInzicht == nil) }, zetVoorstel(func(nu *zaak.WetsvoorstelSituatie, naar zaak.WetsvoorstelSituatie) {
		nu.GeenInzicht = naar.GeenInzicht
	})},
	{"Inkomen van zes maanden eerder", func(s zaak.Situatie) string { return bedragOfGeen(voorstel(s).EerderInkomen) }, zetVoorstel(func(nu *zaak.WetsvoorstelSituatie, naar zaak.WetsvoorstelSituatie) {
		nu.EerderInkomen = naar.EerderInkomen
	})},
	{"Vastgestelde draagkracht", func(s zaak.Situatie) string { return bedragOfGeen(s.Draagkracht) }, func(nu *zaak.Situatie, naar zaak.Situatie) { nu.Draagkracht = naar.Draagkracht }},
	{"Kinderen uit een eerdere relatie", func(s zaak.Situatie) string { return opsomming(voorstel(s).EerdereKinderen, maandpost) }, zetVoorstel(func(nu *zaak.WetsvoorstelSituatie, naar zaak.WetsvoorstelSituatie) {
		nu.EerdereKinderen = naar.EerdereKinderen
	})},
	{"Hardheidsclausule", hardheid, zetVoorstel(func(nu *zaak.WetsvoorstelSituatie, naar zaak.WetsvoorstelSituatie) { nu.Hardheid = naar.Hardheid })},
}

// genoemd gives a fact another name.
func genoemd(wat string, v situatieveld) situatieveld {
	v.wat = wat
	return v
}

// veldenVan gives the facts about a person that a method looks at.
func veldenVan(methode string) []situatieveld {
	if methode == zaak.MethodeWetsvoorstel {
		return voorstelvelden
	}
	return situatievelden
}

// voorstel gives what only the proposal asks of somebody, also where nothing is
// stated.
func voorstel(s zaak.Situatie) zaak.WetsvoorstelSituatie {
	if s.Wetsvoorstel == nil {
		return zaak.WetsvoorstelSituatie{}
	}
	return *s.Wetsvoorstel
}

// zetVoorstel changes one thing of what only the proposal asks, in a copy.
func zetVoorstel(zet func(nu *zaak.WetsvoorstelSituatie, naar zaak.WetsvoorstelSituatie)) func(*zaak.Situatie, zaak.Situatie) {
	return func(nu *zaak.Situatie, naar zaak.Situatie) {
		eigen := voorstel(*nu)
		zet(&eigen, voorstel(naar))
		nu.Wetsvoorstel = &eigen
	}
}

func maandpost(p zaak.Maandpost) string { return p.Omschrijving + " " + euro(p.Bedrag.Waarde) }

func hardheid(s zaak.Situatie) string {
	h := voorstel(s).Hardheid
	if h == nil {
		return "niet gevraagd"
	}
	return "onvermijdbare lasten " + opsomming(h.Lasten, maandpost) + ", bijstandsnorm " + zoalsGepubliceerd(h.Bijstandsnorm)
}

// kindfeitenVoorstel gives what differs in the situation of one child as far as the
// proposal looks at it.
func kindfeitenVoorstel(z *zaak.Zaak, k zaak.Kind, i int, a, b zaak.KindSituatie) []feit {
	var out []feit
	add := func(wat, van, naar string, zet func(nu *zaak.KindSituatie)) {
		if van != naar {
			out = append(out, feit{wat + " " + k.Naam, van, naar, func(nu *zaak.Periode, _ zaak.Periode) { zet(&nu.Kinderen[i]) }})
		}
	}
	if a.Hoofdverblijf != b.Hoofdverblijf { // with the nights at the other parent, and who pays what
		add("Inschrijving en verblijf van", inschrijving(z, a)+", "+nachten(a), inschrijving(z, b)+", "+nachten(b), func(nu *zaak.KindSituatie) {
			nu.Hoofdverblijf, nu.Zorg, nu.KindgebondenKosten = b.Hoofdverblijf, b.Zorg, b.KindgebondenKosten
		})
	} else {
		add("Verblijf van", nachten(a), nachten(b), func(nu *zaak.KindSituatie) { nu.Zorg = b.Zorg })
		add("Kindgebonden kosten van", kindgebonden(z, a), kindgebonden(z, b), func(nu *zaak.KindSituatie) { nu.KindgebondenKosten = b.KindgebondenKosten })
	}
	add("Studie van", studie(a.Volwassen), studie(b.Volwassen), func(nu *zaak.KindSituatie) { nu.Volwassen = b.Volwassen })
	add("Overeengekomen bijdrage voor", overeengekomen(z, a), overeengekomen(z, b), func(nu *zaak.KindSituatie) { nu.Overeengekomen = b.Overeengekomen })
	return out
}

func inschrijving(z *zaak.Zaak, k zaak.KindSituatie) string {
	for _, o := range z.Ouders {
		if k.Hoofdverblijf == o.ID {
			return "ingeschreven bij " + o.Aanduiding
		}
	}
	return "woont zelfstandig"
}

func nachten(k zaak.KindSituatie) string {
	switch z := k.Zorg; {
	case z == nil || z.Nachten == nil && z.DagenPerWeek == nil:
		return "geen nachten opgegeven"
	case z.Nachten != nil:
		return "nachten per jaar: " + sheet.FormatPublished(z.Nachten.Waarde)
	default:
		return "dagen per week: " + sheet.FormatPublished(z.DagenPerWeek.Waarde)
	}
}

func kindgebonden(z *zaak.Zaak, k zaak.KindSituatie) string {
	if k.KindgebondenKosten == nil {
		return "de ouder bij wie het kind staat ingeschreven"
	}
	for _, o := range z.Ouders {
		if o.ID == k.KindgebondenKosten.Ouder {
			return o.Aanduiding + " " + sheet.FormatPublished(k.KindgebondenKosten.Percentage.Waarde) + "%"
		}
	}
	return geen
}

func studie(v *zaak.Volwassen) string {
	switch {
	case v == nil:
		return geen
	case v.Zelfstandig:
		return v.Opleiding + ", woont zelfstandig"
	}
	return v.Opleiding + ", woont thuis"
}

func overeengekomen(z *zaak.Zaak, k zaak.KindSituatie) string {
	if k.Overeengekomen == nil {
		return geen
	}
	for _, o := range z.Ouders {
		if o.ID == k.Overeengekomen.Betaler {
			return euro(k.Overeengekomen.Bedrag.Waarde) + ", te betalen door " + o.Aanduiding
		}
	}
	return euro(k.Overeengekomen.Bedrag.Waarde)
}
