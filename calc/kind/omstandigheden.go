package kind

import (
	"annex/calc/sheet"
	"annex/calc/zaak"
)

// Special circumstances that touch draagkracht (Rapport 4.2.2.4, 4.6 and 5.3).
// Each is a fact that the case file states with its reason; none is guessed.

// verdiencapaciteit adds income that can reasonably be earned (Rapport 4.7 and 5.2).
func (v *ouderregels) verdiencapaciteit(z zaak.MetReden) sheet.Expr {
	const label = "Aanvullende verdiencapaciteit"
	v.b.sheet.Choice(sheet.Cond{}, sheet.Keuze{
		ID: "verdiencapaciteit", Onderwerp: label + " van " + v.ouder.Aanduiding, Zaakspecifiek: true,
		Keuze: "Naast het inkomen is gerekend met inkomen dat " + v.ouder.Aanduiding + " redelijkerwijs kan verwerven.",
		Grond: z.Reden, Alternatief: "Rekenen met het feitelijke inkomen.",
	})
	return v.sc.Add(sheet.Line{
		ID: "verdiencapaciteit", Label: label, Unit: sheet.EURPerMaand, Source: rapport("4.7 en 5.2"), Toelichting: z.Reden,
		Expr: bedrag(v.sc, "verdiencapaciteit", v.groep(), label, sheet.EURPerMaand, z.Bedrag),
	})
}

// woonlast adds the actual housing costs that count for this parent: half of
// them where a new partner can bear the other half (4.2.2.4).
func (v *ouderregels) woonlast(z zaak.Woonlast) sheet.Expr {
	in := bedrag(v.sc, "woonlast", v.groep(), "Werkelijke woonlast", sheet.EURPerMaand, z.Bedrag)
	line := sheet.Line{ID: "werkelijke_woonlast", Label: "Werkelijke woonlast", Unit: sheet.EURPerMaand, Expr: in, Source: rapport("4.2.2.4"), Toelichting: z.Reden}
	if z.NieuwePartner {
		line.Expr = in.Over(sheet.Two).Round(2)
		line.Label = "Werkelijke woonlast, voor de helft (nieuwe partner)"
	}
	return v.sc.Add(line)
}

// hogereWoonlast adds what lasting, considerably higher housing costs come to
// above the woonbudget, where they are neither avoidable nor blameworthy.
func (v *ouderregels) hogereWoonlast(z zaak.Woonlast, woonbudget sheet.Expr) sheet.Expr {
	werkelijk := v.woonlast(z)
	v.b.sheet.Choice(werkelijk.MoreThan(woonbudget), sheet.Keuze{
		ID: "hogere-woonlast", Onderwerp: "Woonlast van " + v.ouder.Aanduiding, Zaakspecifiek: true,
		Keuze: "Het meerdere boven het woonbudget telt als andere noodzakelijke last.",
		Grond: z.Reden, Alternatief: "Alleen rekenen met het woonbudget (Rapport par. 4.2.2.4).",
	})
	v.b.laatWeg(v.p, werkelijk.NotMoreThan(woonbudget), "Hogere woonlast van %s", "De opgegeven woonlast (€ %s) is niet hoger dan het woonbudget (€ %s).", v.ouder.Aanduiding, werkelijk, woonbudget)
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
	}, v.woonlast(z))
}

// voormaligeWoning adds the draagkracht where one parent lives in the former
// family home: actual housing costs for both instead of the woonbudget (4.6.2
// and 5.3, 203 and 623).
func (v *ouderregels) voormaligeWoning(z zaak.VoormaligeWoning) sheet.Expr {
	costs := []sheet.Expr{v.sc.Add(sheet.Line{
		ID: "eigen_woonlast", Label: "Werkelijke eigen woonlast", Unit: sheet.EURPerMaand, Source: rapport("4.6.2 en 5.3"),
		Expr: bedrag(v.sc, "eigen_woonlast", v.groep(), "Werkelijke eigen woonlast", sheet.EURPerMaand, z.EigenWoonlast),
	})}
	if z.Aandeel != nil {
		costs = append(costs, v.sc.Add(sheet.Line{
			ID: "aandeel_woning", Label: "Aandeel in de lasten van de voormalige woning", Unit: sheet.EURPerMaand, Source: rapport("4.6.2 en 5.3"),
			Expr: bedrag(v.sc, "aandeel_woning", v.groep(), "Aandeel in de lasten van de voormalige woning", sheet.EURPerMaand, *z.Aandeel),
		}))
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
	slot.Expr = sheet.If(v.bijstand, v.bijBijstand(v.b.minimum(sc, v.norm)), percentage.Times(ruimte).Round(0))
	return v.sc.Add(slot)
}

// vastgesteldeDraagkracht takes a draagkracht that is stated.
func (b *berekening) vastgesteldeDraagkracht(sc sheet.Scope, p periode, o zaak.Ouder, z zaak.MetReden) sheet.Expr {
	b.sheet.Choice(sheet.Cond{}, sheet.Keuze{
		ID: "draagkracht-vastgesteld", Onderwerp: "Draagkracht van " + o.Aanduiding, Zaakspecifiek: true,
		Keuze: "De draagkracht is niet berekend maar overgenomen zoals vastgesteld.",
		Grond: z.Reden, Alternatief: "Berekenen uit het inkomen (Rapport par. 4.2 en 4.3).",
	})
	b.zonderInkomen(p, o, "De draagkracht is vastgesteld en niet uit het inkomen berekend.")
	return sc.Add(sheet.Line{
		ID: "draagkracht", Label: "Draagkracht, zoals vastgesteld", Naam: "draagkracht van " + o.Aanduiding, Unit: sheet.EURPerMaand, Toelichting: z.Reden, Slot: true,
		Expr: bedrag(sc, "draagkracht", sheet.Capital(o.Aanduiding)+", "+p.naam.Tekst, "Vastgestelde draagkracht", sheet.EURPerMaand, z.Bedrag),
	})
}

// schuldsanering leaves no draagkracht while it lasts (Rapport 4.6.4).
func (b *berekening) schuldsanering(sc sheet.Scope, p periode, o zaak.Ouder, z zaak.Schuldsanering) sheet.Expr {
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
func (b *berekening) zonderInkomen(p periode, o zaak.Ouder, reden string) {
	b.laatWeg(p, sheet.Cond{}, "Inkomen en lasten van %s", reden, o.Aanduiding)
}

// definitief gives the draagkracht of each parent. Lower actual housing costs
// count only where the parents together fall short with the woonbudget (HR 16
// April 2021, ECLI:NL:HR:2021:586); both figures stay visible.
func (b *berekening) definitief(p periode, delen []draagkrachtdeel, eigen aandelen) []sheet.Expr {
	samen := make([]sheet.Expr, len(delen))
	for i, d := range delen {
		samen[i] = d.forfaitair
	}
	tekort := sheet.Sum(samen...).LessThan(eigen.totaal)
	out := make([]sheet.Expr, len(delen))
	for i, d := range delen {
		out[i] = d.forfaitair
		if d.werkelijk == (sheet.Expr{}) {
			continue
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
			Keuze:       "Gerekend is met de werkelijke, lagere woonlast, omdat de ouders met het woonbudget samen een tekort hebben.",
			Grond:       "HR 16 april 2021, ECLI:NL:HR:2021:586; Rapport par. 4.2.2.4.",
			Alternatief: "Rekenen met het woonbudget.",
		})
		b.laatWeg(p, sheet.Not(heeftTekort), "Lagere woonlast van %s", "De ouders hebben met het woonbudget samen geen tekort; daarom telt het woonbudget (Rapport par. 4.2.2.4).", d.ouder.Aanduiding)
	}
	return out
}
