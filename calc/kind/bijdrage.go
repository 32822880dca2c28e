package kind

import (
	"annex/calc/periode"
	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"
)

// kinddeel is one contribution for one child: who pays it to whom.
type kinddeel struct {
	sc        sheet.Scope
	kind      int
	betaler   zaak.Ouder
	ontvanger sheet.Persoon
	exact     sheet.Expr // before rounding and before the tests
	viaZorg   sheet.Expr // what the payer bears through the days of care; empty for a child of 18 or older
	regel     sheet.Line // the line of the amount to pay, without its Expr
	bijdrage  sheet.Expr
	// verschil: the other way round, what zorgkorting exceeds (Rapport 4.3.5);
	// geldt says when, opZorgdagen is what the days of care cost, and zelf what
	// the payer bears besides.
	verschil          bool
	geldt             sheet.Cond
	opZorgdagen, zelf sheet.Expr
	// What would be paid before the tests, what is left after them, and what they
	// take off; empty where there is no test.
	voorToets, naToets, afToets sheet.Expr
}

// kind adds the contributions for one child.
func (b *berekening) kind(p periode.Periode, nr int, v verdeeld, norm norms.Zorgkorting) []kinddeel {
	k := b.zaak.Kinderen[nr]
	sc := b.sheet.Section(sheet.Section{
		ID: p.ID("kind_" + k.ID), Soort: SoortKind, Titel: "Bijdrage voor " + k.Naam + p.Achter, Onderwerp: k.Naam, Periode: p.Nummer,
	}, p.ID(k.ID))
	if k.Groep(p.Vanaf) == zaak.Minderjarig {
		return b.minderjarige(sc, p, nr, v, norm)
	}
	return b.volwassene(sc, p, nr, v)
}

// minderjarige adds the contribution for a minor: the share of the parent where
// it does not have its main residence, less zorgkorting (Rapport 4.3.5, 5.1 stap
// 3).
func (b *berekening) minderjarige(sc sheet.Scope, p periode.Periode, nr int, v verdeeld, norm norms.Zorgkorting) []kinddeel {
	k, z := b.zaak.Kinderen[nr], p.Kinderen[nr]
	ontvanger, betaler := b.ouderEnAndere(z.Hoofdverblijf)
	o, ander := b.zaak.Ouders[betaler], b.zaak.Ouders[ontvanger]
	heeftTekort := v.heeftTekort[nr]

	aandeel := sc.Add(sheet.Line{
		ID: "aandeel_" + o.ID, Label: "Aandeel van " + o.Aanduiding + " in de kosten van " + k.Naam, Unit: sheet.EURPerMaand,
		Expr: v.aandeel[nr][betaler], Source: rapport("5.1, stap 3"),
	})
	percentage := b.zorgkortingspercentage(sc, p, nr, o, norm)
	zorgkorting := sc.Add(sheet.Line{
		ID: "zorgkorting", Label: "Zorgkorting", Naam: "zorgkorting voor " + k.Naam, Unit: sheet.EURPerMaand,
		Expr: percentage.Times(v.eigen.tabel[nr]).Round(2), Source: rapport("4.3.5"),
	})
	helft := sc.Add(sheet.Line{
		ID: "helft_tekort", Label: "Helft van het tekort voor " + k.Naam, Unit: sheet.EURPerMaand,
		Expr: v.helft[nr].Round(2), Source: rapport("5.1, bijzondere situaties"), Only: heeftTekort,
	})
	verrekend := sc.Add(sheet.Line{
		ID: "zorgkorting_in_aanmerking", Label: "In aanmerking te nemen zorgkorting", Naam: "in aanmerking te nemen zorgkorting voor " + k.Naam, Unit: sheet.EURPerMaand,
		Expr: sheet.If(heeftTekort, zorgkorting.Minus(helft).AtLeast(sheet.Zero), zorgkorting), Source: rapport("4.3.5 en 5.1, bijzondere situaties"),
	})
	exact := sc.Add(sheet.Line{
		ID: "bijdrage_onafgerond", Label: "Bijdrage vóór afronding", Naam: "bijdrage voor " + k.Naam + " vóór afronding", Unit: sheet.EURPerMaand,
		Expr: aandeel.Minus(verrekend).AtLeast(sheet.Zero), Source: rapport("5.1, stap 3 en bijzondere situaties"),
	})
	viaZorg := sheet.Line{
		ID: "via_zorg", Label: sheet.Capital(o.Aanduiding) + " draagt via de zorgdagen", Unit: sheet.EURPerMaand,
		Expr: aandeel.Minus(exact), Source: rapport("4.3.5"),
	}
	delen := []kinddeel{{sc: sc, kind: nr, betaler: o, ontvanger: persoon(ander), exact: exact, regel: sheet.Line{
		ID: "bijdrage", Label: "Bijdrage van " + o.Aanduiding + " voor " + k.Naam, Naam: "bijdrage voor " + k.Naam, Source: rapport("5.1, stap 3"),
	}}}
	if vraagtVerschil(z, o) {
		d := b.verschil(sc, p, nr, o, ander, zorgkorting, aandeel, v)
		viaZorg.Expr = sheet.If(d.geldt, d.opZorgdagen.Minus(d.exact), viaZorg.Expr)
		delen = append(delen, d)
	} else {
		p.Waarschuw(b.sheet, sheet.Not(heeftTekort).And(verrekend.MoreThan(aandeel)), "zorgkorting-hoger-dan-aandeel",
			"Voor %s is de zorgkorting (€ %s) hoger dan het aandeel van %s (€ %s). De bijdrage is nihil. %s kan verzoeken dat de andere ouder een verschil betaalt; het Rapport (par. 4.3.5, met HR 23 december 2022, ECLI:NL:HR:2022:1924) noemt dat voor een zorgkorting die hoger is dan de draagkracht. Dat is hier niet verzocht en niet berekend.",
			k.Naam, verrekend, o.Aanduiding, aandeel, sheet.Capital(o.Aanduiding))
	}
	delen[0].viaZorg = sc.Add(viaZorg)
	b.sheet.Highlight(p.Naam, "Zorgkorting voor "+k.Naam, zorgkorting)
	b.sheet.Highlight(p.Naam, "Helft van het tekort, af van die zorgkorting", helft)
	return delen
}

// beelden shows who bears what of the costs of each child: the parent with whom
// it lives and a stepparent bear their share themselves.
func (b *berekening) beelden(p periode.Periode, v verdeeld, delen []kinddeel) {
	for _, nr := range v.eigen.kinderen {
		var zelf, betaald []sheet.Part
		betaalt := map[string]bool{}
		for _, d := range delen {
			if d.kind != nr {
				continue
			}
			betaalt[d.betaler.ID] = true
			if d.verschil {
				zelf = append(zelf, sheet.Part{Naam: d.betaler.Aanduiding + " draagt zelf", Line: d.zelf})
			}
			betaald = append(betaald, d.beelddelen()...)
		}
		for i, o := range v.plichtigen {
			if !betaalt[o.ID] && v.aandeel[nr][i] != (sheet.Expr{}) {
				zelf = append(zelf, sheet.Part{Naam: o.Aanduiding + " draagt zelf", Line: v.aandeel[nr][i]})
			}
		}
		parts := append(append(zelf, betaald...), sheet.Part{Naam: "niet gedekt (tekort)", Line: v.tekort[nr]})
		b.sheet.Picture(p.Naam, b.zaak.Kinderen[nr].Naam, v.eigen.kind[nr], parts...)
	}
}

// beelddelen gives what one payer bears of the costs of a child, and what a test
// leaves uncovered.
func (d kinddeel) beelddelen() []sheet.Part {
	betaalt := sheet.Part{Naam: d.betaler.Aanduiding + " betaalt aan " + d.ontvanger.Naam, Line: d.exact}
	if d.naToets != (sheet.Expr{}) {
		betaalt.Line = d.naToets
	}
	parts := []sheet.Part{betaalt}
	if d.viaZorg != (sheet.Expr{}) {
		parts = append(parts, sheet.Part{Naam: d.betaler.Aanduiding + " draagt via de zorgdagen", Line: d.viaZorg})
	}
	if d.afToets != (sheet.Expr{}) {
		parts = append(parts, sheet.Part{Naam: "niet gedekt na de toets voor " + d.betaler.Aanduiding, Line: d.afToets})
	}
	return parts
}

// vraagtVerschil tells whether this parent asks for the difference with
// zorgkorting.
func vraagtVerschil(z zaak.KindSituatie, o zaak.Ouder) bool {
	return z.Zorg != nil && z.Zorg.VerzoekVerschil && z.Zorg.Ouder == o.ID
}

// verschil adds what the other parent pays where zorgkorting exceeds what this
// parent can bear and the parents together do not fall short (Rapport 4.3.5; HR
// 23 December 2022, ECLI:NL:HR:2022:1924).
//
// Keuze: the difference with the draagkracht for this child, as the Rapport says,
// or with the share; see docs/keuzes.md, zorgkorting-verschil.
func (b *berekening) verschil(sc sheet.Scope, p periode.Periode, nr int, o, ander zaak.Ouder, zorgkorting, aandeel sheet.Expr, v verdeeld) kinddeel {
	k := b.zaak.Kinderen[nr]
	bron := sheet.Source{Document: "HR 23 december 2022, ECLI:NL:HR:2022:1924", Vindplaats: "Rapport par. 4.3.5"}
	b.sheet.Fact(sheet.Feit{Groep: "Zorg voor " + k.Naam + p.Achter, Omschrijving: "Verzoek van " + o.Aanduiding + " dat de andere ouder het verschil betaalt", Waarde: "ja"})
	betaler, _ := b.ouderEnAndere(o.ID)
	grens, watGrens, keuze := v.draagkracht[nr][betaler], "de draagkracht", sheet.Keuze{
		Keuze: "Op verzoek betaalt " + ander.Aanduiding + " wat de zorgkorting hoger is dan de draagkracht van " + o.Aanduiding + " voor " + k.Naam + ".",
		Grond: "Rapport par. 4.3.5, met HR 23 december 2022, ECLI:NL:HR:2022:1924.", Alternatief: "Het verschil met het aandeel van " + o.Aanduiding + ".",
	}
	if b.zaak.Keuzes.ZorgkortingVerschil == zaak.KeuzeAandeel {
		grens, watGrens = aandeel, "het aandeel"
		keuze.Zaakspecifiek = true
		keuze.Keuze = "Op verzoek betaalt " + ander.Aanduiding + " wat de zorgkorting hoger is dan het aandeel van " + o.Aanduiding + " in de kosten van " + k.Naam + "."
		keuze.Grond, keuze.Alternatief = "Zo gekozen in het zaakbestand.", "Het verschil met de draagkracht (Rapport par. 4.3.5)."
	}
	geldt := sheet.Not(v.heeftTekort[nr]).And(zorgkorting.MoreThan(grens))
	keuze.ID, keuze.Onderwerp = "zorgkorting-verschil", "Zorgkorting voor "+k.Naam
	b.sheet.Choice(geldt, keuze)
	const verzoek = "Verzoek om het verschil met de zorgkorting voor %s"
	p.LaatWeg(b.sheet, v.heeftTekort[nr], verzoek, "De ouders hebben samen een tekort; dan betaalt de andere ouder geen verschil (Rapport par. 4.3.5).", k.Naam)
	p.LaatWeg(b.sheet, sheet.Not(v.heeftTekort[nr]).And(zorgkorting.NotMoreThan(grens)), verzoek, "De zorgkorting (€ %s) is niet hoger dan wat %s kan dragen (€ %s); er is geen verschil (Rapport par. 4.3.5).", k.Naam, zorgkorting, o.Aanduiding, grens)
	exact := sc.Add(sheet.Line{
		ID: "verschil_onafgerond", Label: "Zorgkorting boven " + watGrens + " van " + o.Aanduiding + " voor " + k.Naam, Unit: sheet.EURPerMaand, Source: bron, Only: geldt,
		// Not more than the other parent's own share: a stepparent may bear the rest.
		Expr: sheet.If(v.heeftTekort[nr], sheet.Zero, zorgkorting.Minus(grens).AtLeast(sheet.Zero).AtMost(v.aandeel[nr][1-betaler])),
	})
	samen := sheet.Sum(aandeel, v.aandeel[nr][1-betaler])
	opZorgdagen := sc.Add(sheet.Line{
		ID: "op_zorgdagen", Label: "Kosten op de dagen bij " + o.Aanduiding, Unit: sheet.EURPerMaand, Source: rapport("4.3.5"), Only: geldt,
		Expr: zorgkorting.AtMost(samen),
	})
	zelf := sc.Add(sheet.Line{
		ID: "verschil_draagt_zelf", Label: sheet.Capital(ander.Aanduiding) + " draagt daarnaast zelf", Unit: sheet.EURPerMaand, Source: bron,
		Expr: sheet.If(geldt, samen.Minus(opZorgdagen), v.aandeel[nr][1-betaler]),
	})
	return kinddeel{sc: sc, kind: nr, betaler: ander, ontvanger: persoon(o), exact: exact, verschil: true, geldt: geldt, opZorgdagen: opZorgdagen, zelf: zelf, regel: sheet.Line{
		ID: "bijdrage_verschil", Label: "Bijdrage van " + ander.Aanduiding + " voor " + k.Naam, Naam: "bijdrage van " + ander.Aanduiding + " voor " + k.Naam, Source: bron,
	}}
}

// volwassene adds the contributions for a child of 18 or older, who receives
// them itself (Rapport, hoofdstuk 1): of both parents, or of the one with whom
// it does not live. There is no zorgkorting.
func (b *berekening) volwassene(sc sheet.Scope, p periode.Periode, nr int, v verdeeld) []kinddeel {
	k, z := b.zaak.Kinderen[nr], p.Kinderen[nr]
	zelfstandig := z.Hoofdverblijf == "" || z.Volwassen != nil && z.Volwassen.Zelfstandig
	var delen []kinddeel
	for i, o := range b.zaak.Ouders {
		if !zelfstandig && o.ID == z.Hoofdverblijf {
			continue
		}
		sco := sc
		if zelfstandig {
			sco = sc.In(o.ID)
		}
		aandeel := sco.Add(sheet.Line{
			ID: "aandeel_" + o.ID, Label: "Aandeel van " + o.Aanduiding + " in de kosten van " + k.Naam, Unit: sheet.EURPerMaand,
			Expr: v.aandeel[nr][i], Source: rapport("5.1, stap 3"), Toelichting: "zonder zorgkorting: " + k.Naam + " is 18 jaar of ouder",
		})
		delen = append(delen, kinddeel{sc: sco, kind: nr, betaler: o, ontvanger: sheet.Persoon{ID: k.ID, Naam: k.Naam}, exact: aandeel, regel: sheet.Line{
			ID: "bijdrage", Label: "Bijdrage van " + o.Aanduiding + " aan " + k.Naam, Naam: "bijdrage van " + o.Aanduiding + " aan " + k.Naam, Source: rapport("5.1, stap 3"),
		}})
	}
	if z.Zorg != nil {
		p.LaatWeg(b.sheet, sheet.Cond{}, "Zorgregeling voor %s", "%s is 18 jaar of ouder en ontvangt de bijdrage zelf; er is geen zorgkorting.", k.Naam, k.Naam)
	}
	return delen
}

// betaal adds the amount to pay; expr says how it is rounded.
func (d *kinddeel) betaal(sc sheet.Scope, expr sheet.Expr) {
	l := d.regel
	l.Unit, l.Slot, l.Expr = sheet.EURPerMaand, true, expr
	d.bijdrage = sc.Add(l)
}

// eigen is the scope of the lines that are about this contribution alone.
func (d *kinddeel) eigen() sheet.Scope {
	if d.verschil {
		return d.sc.In("verschil")
	}
	return d.sc
}

// stelVoor adds what would be paid if there were no test.
func (d *kinddeel) stelVoor() {
	l := d.regel
	l.ID, l.Label, l.Naam = "bijdrage_voor_toets", l.Label+", vóór de toets", l.Naam+" vóór de toets"
	l.Unit, l.Expr, l.Slot = sheet.EURPerMaand, d.exact.Round(0), true
	d.voorToets = d.eigen().Add(l)
}
