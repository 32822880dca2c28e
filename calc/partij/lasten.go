package partij

import (
	"fmt"

	"annex/calc/sheet"
	"annex/calc/zaak"
)

// Lasten adds the other necessary charges: those that are neither avoidable nor
// blameworthy count, the others are shown with the reason why not (4.2.2.5,
// 4.6.2); and the deductible expenses whose benefit is in the income (4.8). It also
// gives what cannot be avoided, blameworthy or not. EUR/maand; Zero without any.
func (v *Partij) Lasten() (samen sheet.Expr, drukkend []sheet.Expr) {
	if v.lastenGevraagd {
		return v.lasten, v.drukkend
	}
	v.lastenGevraagd, v.lasten = true, sheet.Zero
	var terms []sheet.Expr
	aftrekbaar := v.aftrekbareLasten()
	for i, last := range v.Situatie.Lasten {
		l := &lastregels{v: v, sc: v.sc.In(fmt.Sprintf("last_%d", i+1)), last: last, wat: sheet.Capital(last.Omschrijving), pad: fmt.Sprintf("%s.lasten[%d]", v.P.Pad(v.Wie), i)}
		telt, drukt := l.regels()
		terms, v.drukkend = append(terms, telt), append(v.drukkend, drukt)
	}
	terms, v.drukkend = append(terms, aftrekbaar...), append(v.drukkend, aftrekbaar...)
	if len(terms) > 0 {
		v.lasten = v.sc.Add(sheet.Line{
			ID: "lasten", Label: "Andere noodzakelijke lasten", Unit: sheet.EURPerMaand, Expr: sheet.Sum(terms...), Source: Rapport("4.2.2.5"),
		})
	}
	return v.lasten, v.drukkend
}

// aftrekbareLasten adds the deductible expenses whose benefit is in the income
// (4.8). The income of before a loss holds no such benefit.
func (v *Partij) aftrekbareLasten() []sheet.Expr {
	var out []sheet.Expr
	for i, last := range v.aftrekbaar {
		bedrag := last.Bedrag.Over(sheet.Twelve).Round(2)
		if !v.oud.IsZero() {
			bedrag = sheet.If(v.oud, sheet.Zero, bedrag)
			v.laatWeg(v.oud, "Aftrekbare uitgave van %s: %s", "Gerekend is met het inkomen van voor het verlies; daar zit het belastingvoordeel van deze uitgave niet in.", v.Wie.Aanduiding, last.Omschrijving)
		}
		out = append(out, v.sc.Add(sheet.Line{
			ID: fmt.Sprintf("aftrekbare_last_%d", i+1), Label: "Aftrekbare uitgave: " + last.Omschrijving, Unit: sheet.EURPerMaand,
			Expr: bedrag, Source: Rapport("4.8"), Toelichting: "het belastingvoordeel zit in het NBI",
		}))
	}
	return out
}

// lastregels is one charge being described.
type lastregels struct {
	v    *Partij
	sc   sheet.Scope
	last zaak.Last
	wat  string
	pad  string
}

// regels adds the charge and gives what of it counts and what of it cannot be
// avoided.
func (l *lastregels) regels() (telt, drukt sheet.Expr) {
	o := l.v.Wie
	hoogte := Bedrag(l.sc, "bedrag", l.v.Groep(), l.wat, sheet.EURPerMaand, l.last.Bedrag)
	vermijdbaar, deel := l.kenmerk("vermijdbaar", l.last.Vermijdbaar, l.last.VermijdbaarDeel, hoogte)
	verwijtbaar, anderDeel := l.kenmerk("verwijtbaar", l.last.Verwijtbaar, l.last.VerwijtbaarDeel, hoogte)
	regel := sheet.Line{ID: "in_aanmerking", Label: l.wat, Unit: sheet.EURPerMaand, Source: Rapport("4.2.2.5 en 4.6.2"), Toelichting: l.last.Bedrag.Toelichting}
	if l.last.VermijdbaarDeel == nil && l.last.VerwijtbaarDeel == nil {
		drukt = sheet.If(vermijdbaar, sheet.Zero, hoogte)
		regel.Expr = sheet.If(vermijdbaar.Or(verwijtbaar), sheet.Zero, hoogte)
	} else {
		eraf := sheet.If(vermijdbaar, deel, sheet.Zero)
		drukt = hoogte.Minus(eraf).AtLeast(sheet.Zero)
		regel.Expr = hoogte.Minus(eraf).Minus(sheet.If(verwijtbaar, anderDeel, sheet.Zero)).AtLeast(sheet.Zero)
	}
	telt = l.sc.Add(regel)
	if l.v.Situatie.Toets != nil {
		drukt = l.sc.Add(sheet.Line{
			ID: "niet_te_vermijden", Label: l.wat + ": niet te vermijden", Unit: sheet.EURPerMaand, Expr: drukt, Source: Rapport("4.6.2"),
			Toelichting: "telt bij de aanvaardbaarheidstoets, ook als de last verwijtbaar is",
		})
	}
	wie := "%s van %s (€ %s per maand)"
	l.v.laatWeg(vermijdbaar, wie, "Deze last is vermijdbaar en hoeft daarom niet op het inkomen te drukken (Rapport par. 4.6.2).", l.wat, o.Aanduiding, deel)
	als := verwijtbaar
	if l.last.VermijdbaarDeel == nil {
		als = als.And(sheet.Not(vermijdbaar))
	}
	l.v.laatWeg(als, wie, "Deze last is verwijtbaar en heeft geen voorrang op de alimentatie (Rapport par. 4.6.2); zij kan een rol spelen bij de aanvaardbaarheidstoets (par. 4.6.3).", l.wat, o.Aanduiding, anderDeel)
	return telt, drukt
}

// kenmerk adds whether the charge is avoidable or blameworthy, and gives how much
// of it would be.
func (l *lastregels) kenmerk(woord string, yes bool, deel *zaak.Bedrag, hoogte sheet.Expr) (sheet.Cond, sheet.Expr) {
	c := JaNee(l.sc, sheet.Input{
		ID: woord, Groep: l.v.Groep(), Label: l.wat + ": " + woord, Zin: "deze last " + woord + " is", Pad: l.pad + "." + woord,
	}, yes).IsYes()
	if deel == nil {
		return c, hoogte
	}
	label := l.wat + ": deel dat " + woord + " is"
	return c, l.sc.Add(sheet.Line{
		ID: woord + "_deel", Label: label, Unit: sheet.EURPerMaand, Source: Rapport("4.6.2"), Only: c,
		Expr: Bedrag(l.sc, woord+"_deel", l.v.Groep(), label, sheet.EURPerMaand, *deel),
	})
}
