package kind

import (
	"slices"

	"annex/calc/partij"
	"annex/calc/periode"
	"annex/calc/sheet"
	"annex/calc/zaak"
)

// Special circumstances that touch draagkracht (Rapport 4.2.2.4, 4.6, 4.7, 4.10
// and 5.3).
// Each is a fact that the case file states with its reason; none is guessed.

// hogereWoonlast adds what lasting, considerably higher housing costs come to
// above the woonbudget, where they are neither avoidable nor blameworthy.
func (v *ouderregels) hogereWoonlast(z zaak.Woonlast, woonbudget sheet.Expr) sheet.Expr {
	werkelijk := v.Woonlast()
	v.b.sheet.Choice(werkelijk.MoreThan(woonbudget), sheet.Keuze{
		ID: "hogere-woonlast", Onderwerp: "Woonlast van " + v.ouder.Aanduiding, Zaakspecifiek: true,
		Keuze: "Het meerdere boven het woonbudget telt als andere noodzakelijke last.",
		Grond: z.Reden, Alternatief: "Alleen rekenen met het woonbudget (Rapport par. 4.2.2.4).",
	})
	v.p.LaatWeg(v.b.sheet, werkelijk.NotMoreThan(woonbudget), "Hogere woonlast van %s", "De opgegeven woonlast (€ %s) is niet hoger dan het woonbudget (€ %s).", v.ouder.Aanduiding, werkelijk, woonbudget)
	return v.sc.Add(sheet.Line{
		ID: "meerdere_woonlast", Label: "Woonlast boven het woonbudget", Unit: sheet.EURPerMaand,
		Expr: werkelijk.Minus(woonbudget).AtLeast(sheet.Zero), Source: rapport("4.2.2.4"),
	})
}

// lagereWoonlast adds the draagkracht with lasting, considerably lower housing
// costs: the formula with the full forfait, as in the example of 5.3.
func (v *ouderregels) lagereWoonlast(z zaak.Woonlast) sheet.Expr {
	return v.metWerkelijkeLasten(sheet.Line{
		ID: "draagkracht_werkelijk", Label: "Draagkracht met de werkelijke woonlast", Naam: "draagkracht van " + v.ouder.Aanduiding + " met de werkelijke woonlast",
		Source: sheet.Source{Document: "HR 16 april 2021, ECLI:NL:HR:2021:586", Vindplaats: "Rapport par. 4.2.2.4"},
	}, v.Woonlast())
}

// voormaligeWoning adds the draagkracht where one parent lives in the former
// family home: actual housing costs for both instead of the woonbudget (4.6.2
// and 5.3, 203 and 623).
func (v *ouderregels) voormaligeWoning(z zaak.VoormaligeWoning) sheet.Expr {
	costs := []sheet.Expr{v.EigenWoonlast()}
	if z.Aandeel != nil {
		costs = append(costs, v.AandeelWoning())
	}
	v.b.sheet.Choice(sheet.Cond{}, sheet.Keuze{
		ID: "voormalige-woning", Onderwerp: "Woonlasten van " + v.ouder.Aanduiding, Zaakspecifiek: true,
		Keuze:       "Gerekend is met de werkelijke woonlasten in plaats van het woonbudget, met het volledige forfait en 70%.",
		Grond:       "Een van de ouders woont in de voormalige echtelijke woning (Rapport par. 4.6.2 en 5.3).",
		Alternatief: "Rekenen met het woonbudget (Rapport par. 4.2.2.4).",
	})
	return v.metWerkelijkeLasten(sheet.Line{
		ID: "draagkracht", Label: "Draagkracht", Naam: "draagkracht van " + v.ouder.Aanduiding, Source: rapport("4.6.2 en 5.3"), Slot: true,
	}, costs...)
}

// metWerkelijkeLasten adds the formula with actual housing costs: the norm and
// the percentage of the formula row, whatever the income.
func (v *ouderregels) metWerkelijkeLasten(slot sheet.Line, woonlasten ...sheet.Expr) sheet.Expr {
	grens := v.sc.Norm(v.norm.Formulegrens)
	sc := v.sc.In("werkelijk")
	norm := sc.Add(sheet.Line{
		ID: "bijstandsnorm", Label: "Gecorrigeerde bijstandsnorm (volledig forfait)", Unit: sheet.EURPerMaand,
		Expr: sheet.Lookup(v.tabel, kolomBijstandsnorm, grens), Source: rapport("4.2.2.3 en 5.3"),
	})
	loos := sc.Add(sheet.Line{
		ID: "draagkrachtloos_inkomen", Label: "Draagkrachtloos inkomen met de werkelijke woonlast", Unit: sheet.EURPerMaand,
		Expr: norm.Plus(append(woonlasten, v.lasten)...), Source: rapport("4.2.2.2 en 5.3"),
	})
	ruimte := sc.Add(sheet.Line{
		ID: "draagkrachtruimte", Label: "Draagkrachtruimte met de werkelijke woonlast", Unit: sheet.EURPerMaand,
		Expr: v.inkomen.Minus(loos).AtLeast(sheet.Zero), Source: rapport("4.2.2.6 en 5.3"),
	})
	percentage := sc.Add(sheet.Line{
		ID: "draagkrachtpercentage", Label: "Draagkrachtpercentage van de formule", Unit: sheet.Percentage,
		Expr: sheet.Lookup(v.tabel, kolomPercentage, grens), Source: rapport("4.2.2.7 en 5.3"),
	})
	slot.Unit = sheet.EURPerMaand
	slot.Expr = sheet.If(v.bijstand, v.bijBijstand(v.minimum(sc).Minus(v.lasten).AtLeast(sheet.Zero).Round(0)), percentage.Times(ruimte).Round(0))
	return v.sc.Add(slot)
}

// vastgesteldeDraagkracht takes a draagkracht that is stated.
func (b *berekening) vastgesteldeDraagkracht(sc sheet.Scope, p periode.Periode, o zaak.Ouder, z zaak.MetReden) sheet.Expr {
	b.sheet.Choice(sheet.Cond{}, sheet.Keuze{
		ID: "draagkracht-vastgesteld", Onderwerp: "Draagkracht van " + o.Aanduiding, Zaakspecifiek: true,
		Keuze: "De draagkracht is niet berekend maar overgenomen zoals vastgesteld.",
		Grond: z.Reden, Alternatief: "Berekenen uit het inkomen (Rapport par. 4.2 en 4.3).",
	})
	b.zonderInkomen(p, o, "De draagkracht is vastgesteld en niet uit het inkomen berekend.")
	return sc.Add(sheet.Line{
		ID: "draagkracht", Label: "Draagkracht, zoals vastgesteld", Naam: "draagkracht van " + o.Aanduiding, Unit: sheet.EURPerMaand, Toelichting: z.Reden, Slot: true,
		Expr: partij.Bedrag(sc, "draagkracht", sheet.Capital(o.Aanduiding)+", "+p.Naam.Tekst, "Vastgestelde draagkracht", sheet.EURPerMaand, z.Bedrag),
	})
}

// schuldsanering leaves no draagkracht while it lasts (Rapport 4.6.4).
func (b *berekening) schuldsanering(sc sheet.Scope, p periode.Periode, o zaak.Ouder, z zaak.Schuldsanering) sheet.Expr {
	b.sheet.Choice(sheet.Cond{}, sheet.Keuze{
		ID: "schuldsanering", Onderwerp: "Schuldsanering van " + o.Aanduiding, Zaakspecifiek: true,
		Keuze: "De draagkracht is nihil voor de duur van de schuldsanering.",
		Grond: z.Reden, Alternatief: "De rechter-commissaris of bewindvoerder vragen met de onderhoudsverplichting rekening te houden (Rapport par. 4.6.4).",
	})
	b.zonderInkomen(p, o, "De draagkracht is nihil voor de duur van de schuldsanering (Rapport par. 4.6.4).")
	return sc.Add(sheet.Line{
		ID: "draagkracht", Label: "Draagkracht, nihil voor de duur van de schuldsanering", Naam: "draagkracht van " + o.Aanduiding, Unit: sheet.EURPerMaand,
		Expr: sheet.Zero.Round(0), Source: rapport("4.6.4"), Toelichting: z.Reden, Slot: true,
	})
}

// zonderInkomen says that what the case file states of a parent's income and
// charges has no effect.
func (b *berekening) zonderInkomen(p periode.Periode, o zaak.Ouder, reden string) {
	wat := "Inkomen en lasten van %s"
	if b.zaak.Partneralimentatie != nil {
		wat += ", voor de kinderalimentatie"
	}
	p.LaatWeg(b.sheet, sheet.Cond{}, wat, reden, o.Aanduiding)
}

// langdurigeZorg adds the draagkracht of who is nursed in an institution: the
// income less the own contribution and what is necessary besides (4.10).
func (v *ouderregels) langdurigeZorg(z zaak.LangdurigeZorg) sheet.Expr {
	eigen, nodig := v.LangdurigeZorg()
	v.b.sheet.Choice(sheet.Cond{}, sheet.Keuze{
		ID: "langdurige-zorg", Onderwerp: "Draagkracht van " + v.ouder.Aanduiding, Zaakspecifiek: true,
		Keuze: "De draagkracht is het inkomen min de eigen bijdrage en de noodzakelijke lasten, zonder woonbudget, bijstandsnorm en draagkrachtpercentage.",
		Grond: z.Reden, Alternatief: "De gewone formule (Rapport par. 4.2.1).",
	})
	return v.sc.Add(sheet.Line{
		ID: "draagkracht", Label: "Draagkracht", Naam: "draagkracht van " + v.ouder.Aanduiding, Unit: sheet.EURPerMaand, Slot: true,
		Expr: v.inkomen.Minus(sheet.Sum(eigen, nodig, v.lasten)).AtLeast(sheet.Zero).Round(0), Source: rapport("4.10"), Toelichting: z.Reden,
	})
}

// definitief gives the draagkracht of each plichtige. Lower actual housing costs
// count only where there is a shortage with the woonbudget (HR 16 April 2021,
// ECLI:NL:HR:2021:586); both figures stay visible.
func (b *berekening) definitief(p periode.Periode, delen []draagkrachtdeel, groepen []groep) []sheet.Expr {
	out := make([]sheet.Expr, len(delen))
	for i, d := range delen {
		out[i] = d.forfaitair
		if d.werkelijk == (sheet.Expr{}) {
			continue
		}
		tekort := b.tekortMetWoonbudget(i, delen, groepen)
		if tekort.IsZero() {
			continue // owes for none of these children
		}
		heeftTekort := d.sc.Add(sheet.Line{
			ID: "tekort_met_woonbudget", Label: "Tekort met het woonbudget", Unit: sheet.JaNee, Expr: sheet.Truth(tekort), Source: rapport("4.2.2.4"),
			Toelichting: "alleen dan telt een lagere werkelijke woonlast",
		}).IsYes()
		out[i] = d.sc.Add(sheet.Line{
			ID: "draagkracht", Label: "Draagkracht", Naam: "draagkracht van " + d.ouder.Aanduiding, Unit: sheet.EURPerMaand,
			Expr: sheet.If(heeftTekort, d.werkelijk.AtLeast(d.forfaitair), d.forfaitair), Source: rapport("4.2.2.4"), Slot: true,
		})
		b.sheet.Choice(heeftTekort, sheet.Keuze{
			ID: "lagere-woonlast", Onderwerp: "Woonlast van " + d.ouder.Aanduiding, Zaakspecifiek: true,
			Keuze:       "Gerekend is met de werkelijke, lagere woonlast, omdat er met het woonbudget een tekort aan draagkracht is.",
			Grond:       "HR 16 april 2021, ECLI:NL:HR:2021:586; Rapport par. 4.2.2.4.",
			Alternatief: "Rekenen met het woonbudget.",
		})
		p.LaatWeg(b.sheet, sheet.Not(heeftTekort), "Lagere woonlast van %s", "Met het woonbudget is er geen tekort aan draagkracht; daarom telt het woonbudget (Rapport par. 4.2.2.4).", d.ouder.Aanduiding)
	}
	return out
}

// onder21 is what the children under 21 cost together.
func onder21(groepen []groep) sheet.Expr {
	var terms []sheet.Expr
	for _, g := range groepen {
		if !g.vanaf21 {
			terms = append(terms, g.eigen.totaal)
		}
	}
	return sheet.Sum(terms...)
}

// woonbudgetdeel is someone's share in one family, with the woonbudget.
type woonbudgetdeel struct {
	id, naam string
	aandeel  sheet.Expr
}

// tekortMetWoonbudget says whether draagkracht falls short: in a group someone
// owes for, or, of who owes for several families, for all of them. It is empty
// for who owes for none.
//
// Keuze: see docs/keuzes.md, lagere-woonlast.
func (b *berekening) tekortMetWoonbudget(wie int, delen []draagkrachtdeel, groepen []groep) sheet.Cond {
	d := delen[wie]
	var tekort sheet.Cond
	var gezinnen []woonbudgetdeel
	for _, g := range groepen {
		if !slices.Contains(g.plichtigen, wie) {
			continue
		}
		var heeft []sheet.Expr
		for _, i := range g.plichtigen {
			heeft = append(heeft, delen[i].forfaitair)
		}
		samen := sheet.Sum(heeft...)
		if g.vanaf21 { // after those under 21
			samen = samen.Minus(onder21(groepen)).AtLeast(sheet.Zero)
		}
		if c := samen.LessThan(g.eigen.totaal); tekort.IsZero() {
			tekort = c
		} else {
			tekort = tekort.Or(c)
		}
		if !g.vanaf21 {
			gezinnen = append(gezinnen, woonbudgetdeel{g.idOf("eigen"), g.naam, naarDraagkracht(d.forfaitair, samen, g.eigen.totaal)})
		}
	}
	if tekort.IsZero() {
		return tekort
	}
	for i, z := range b.anders[d.sc.Prefix()] {
		gezinnen = append(gezinnen, woonbudgetdeel{andereKinderen(i), z.naam, naarDraagkracht(d.forfaitair, d.forfaitair.Plus(z.draagkracht), z.behoefte)})
	}
	if len(gezinnen) > 1 {
		var aandelen []sheet.Expr
		for _, g := range gezinnen {
			aandelen = append(aandelen, d.sc.Add(sheet.Line{
				ID: "aandeel_met_woonbudget_" + g.id, Label: "Aandeel voor " + g.naam + ", met het woonbudget", Unit: sheet.EURPerMaand, Expr: g.aandeel, Source: rapport("4.2.2.4 en 4.3.4"),
			}))
		}
		samen := d.sc.Add(sheet.Line{
			ID: "aandelen_met_woonbudget", Label: "Aandelen in alle gezinnen samen, met het woonbudget", Unit: sheet.EURPerMaand, Expr: sheet.Sum(aandelen...), Source: rapport("4.2.2.4 en 4.3.4"),
		})
		tekort = tekort.Or(samen.MoreThan(d.forfaitair))
	}
	return tekort
}
