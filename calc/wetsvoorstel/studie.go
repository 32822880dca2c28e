package wetsvoorstel

import (
	"annex/calc/periode"
	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"
)

// UitkomstStudie is the kind of outcome of the further costs of study.
const UitkomstStudie = "studiekosten"

// studiekosten adds the further costs of study of children of 18 up to 23 (art.
// 395a lid 3; art. 13 AMvB). They come after all other costs: each parent bears
// them with what is left of draagkracht.
//
// Keuze: in proportion to what each has left, and where that falls short in
// proportion to the costs of each child; see docs/keuzes.md,
// wetsvoorstel-studiekosten.
func (b *berekening) studiekosten(p periode.Periode, n norms.Wetsvoorstel, nu *stand, v verdeeld) []betaling {
	var studenten []int
	for _, i := range nu.kinderen {
		// Of a school there are no such costs (art. 13 AMvB).
		if isMeerderjarig(p, b.zaak.Kinderen[i]) && p.Kinderen[i].Volwassen.Opleiding != zaak.OpleidingVO {
			studenten = append(studenten, i)
		}
	}
	if len(studenten) == 0 {
		return nil
	}
	sc := b.sheet.Section(sheet.Section{
		ID: p.ID("studie"), Soort: SoortStudie, Titel: "Bijkomende kosten van studie" + p.Achter, Periode: p.Nummer,
	}, p.ID("studie"))
	var perKind []sheet.Expr
	for _, i := range studenten {
		k := b.zaak.Kinderen[i]
		norm := n.StudiekostenHO
		if p.Kinderen[i].Volwassen.Opleiding == zaak.OpleidingMBO {
			norm = n.StudiekostenMBO
		}
		perKind = append(perKind, sc.In(k.ID).Add(sheet.Line{
			ID: "kosten", Label: "Bijkomende kosten van studie van " + k.Naam, Unit: sheet.EURPerMaand, Expr: sc.Norm(norm), Source: besluit("13"),
		}))
	}
	kosten := sheet.Sum(perKind...)
	if len(perKind) > 1 {
		kosten = sc.Add(sheet.Line{ID: "kosten", Label: "Bijkomende kosten van studie samen", Unit: sheet.EURPerMaand, Expr: kosten, Source: besluit("13")})
	}
	draagt := b.draagtStudie(sc, nu, v, kosten)
	var out []betaling
	for i, o := range b.zaak.Ouders {
		for j, nr := range studenten {
			k := b.zaak.Kinderen[nr]
			l := sheet.Line{
				ID: "bijdrage", Label: "Bijdrage van " + o.Aanduiding + " in de studiekosten van " + k.Naam, Naam: "bijdrage van " + o.Aanduiding + " in de studiekosten van " + k.Naam,
				Unit: sheet.EURPerMaand, Slot: true, Expr: draagt[i], Source: wet("395a lid 3"),
			}
			if len(studenten) > 1 {
				l.Expr = draagt[i].Times(perKind[j].Over(kosten)).Round(2)
			}
			scKind := sc.In(k.ID).In(o.ID)
			out = append(out, betaling{sc: scKind, kind: nr, betaler: o, ontvanger: sheet.Persoon{ID: k.ID, Naam: k.Naam}, regel: l, studie: true, bedrag: scKind.Add(l)})
		}
	}
	return out
}

// draagtStudie adds what each parent bears of the further costs of study.
func (b *berekening) draagtStudie(sc sheet.Scope, nu *stand, v verdeeld, kosten sheet.Expr) []sheet.Expr {
	een, twee := b.zaak.Ouders[0], b.zaak.Ouders[1]
	regel := func(o zaak.Ouder, bron sheet.Source, e sheet.Expr) sheet.Expr {
		return sc.Add(sheet.Line{ID: "draagt_" + o.ID, Label: "Draagt " + o.Aanduiding, Naam: "te dragen studiekosten van " + o.Aanduiding, Unit: sheet.EURPerMaand, Expr: e, Source: bron})
	}
	// Art. 405a lid 2 and 3 hold for these costs too (toelichting bij art. 405a).
	switch d := nu.draagkracht; {
	case d[0].geenInzicht && d[1].geenInzicht:
		helft := regel(een, wet("405a lid 3"), kosten.Over(sheet.Two).Round(2))
		return []sheet.Expr{helft, regel(twee, wet("405a lid 3"), kosten.Minus(helft))}
	case d[0].geenInzicht:
		return []sheet.Expr{regel(een, wet("405a lid 2"), kosten), regel(twee, wet("405a lid 2"), sheet.Zero)}
	case d[1].geenInzicht:
		return []sheet.Expr{regel(een, wet("405a lid 2"), sheet.Zero), regel(twee, wet("405a lid 2"), kosten)}
	}
	var over []sheet.Expr
	for i, o := range b.zaak.Ouders {
		l := sheet.Line{
			ID: "over_" + o.ID, Label: "Draagkracht van " + o.Aanduiding + " die overblijft", Unit: sheet.EURPerMaand, Source: wet("395a lid 3"),
			Expr: nu.draagkracht[i].bedrag.Minus(v.draagt[i]).AtLeast(sheet.Zero),
		}
		if ruimte, ok := nu.ruimte[o.ID]; ok {
			l.Expr, l.Toelichting = l.Expr.AtMost(ruimte), "niet meer dan de hardheidsclausule overlaat"
		}
		over = append(over, sc.Add(l))
	}
	samen := sc.Add(sheet.Line{ID: "over_samen", Label: "Draagkracht die overblijft, samen", Unit: sheet.EURPerMaand, Expr: sheet.Sum(over...), Source: wet("395a lid 3")})
	teDragen := sc.Add(sheet.Line{
		ID: "te_dragen", Label: "Door de ouders te dragen", Naam: "te dragen studiekosten", Unit: sheet.EURPerMaand, Expr: kosten.AtMost(samen), Source: wet("395a lid 3"),
		Toelichting: "niet meer dan er aan draagkracht overblijft; voor de rest kan het kind een beroep doen op studiefinanciering",
	})
	eerste := regel(een, wet("395a lid 3"), sheet.If(samen.MoreThan(sheet.Zero), teDragen.Times(over[0].Over(samen)).Round(2), sheet.Zero))
	return []sheet.Expr{eerste, regel(twee, wet("395a lid 3"), teDragen.Minus(eerste))}
}
