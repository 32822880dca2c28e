package wetsvoorstel

import (
	"fmt"
	"strings"

	"annex/calc/periode"
	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"

	"github.com/shopspring/decimal"
)

// betaling is one amount for one child: who pays it to whom.
type betaling struct {
	sc        sheet.Scope
	kind      int
	betaler   zaak.Ouder
	ontvanger sheet.Persoon
	regel     sheet.Line // the line of the amount to pay, without its Expr
	exact     sheet.Expr // by the rules alone
	naToets   sheet.Expr // after the hardship clause; empty without one
	bedrag    sheet.Expr // to be paid
	terug     bool       // by the parent the child is registered with
	studie    bool       // further costs of study
	// afgesproken: the parents agreed on an amount, whether it counts or not.
	afgesproken bool
}

// kosten is what a parent pays of the costs of a child directly.
type kosten struct {
	ouder  int
	bedrag sheet.Expr
}

// kind adds what each parent bears and pays for one child, and the amount between
// them (art. 9 to 12 AMvB).
func (b *berekening) kind(p periode.Periode, nr int, n norms.Wetsvoorstel, v verdeeld, nu *stand) []betaling {
	k, z := b.zaak.Kinderen[nr], p.Kinderen[nr]
	sc := b.sheet.Section(sheet.Section{
		ID: p.ID("kind_" + k.ID), Soort: SoortKind, Titel: "Bijdrage voor " + k.Naam + p.Achter, Onderwerp: k.Naam, Periode: p.Nummer,
	}, p.ID(k.ID))
	aandeel := make([]sheet.Expr, len(b.zaak.Ouders))
	for i, o := range b.zaak.Ouders {
		aandeel[i] = sc.Add(sheet.Line{
			ID: "aandeel_" + o.ID, Label: "Te dragen deel van " + o.Aanduiding + " voor " + k.Naam, Unit: sheet.EURPerMaand, Expr: v.perKind[i], Source: besluit("8 lid 3"),
		})
	}
	nu.scope[nr], nu.aandeel[nr] = sc, aandeel
	if uitwonend(p, nr, k) {
		return b.uitwonende(sc, nr, aandeel)
	}
	hoofd, bezoek := b.ouderEnAndere(z.Hoofdverblijf)
	thuis, ander := b.zaak.Ouders[hoofd], b.zaak.Ouders[bezoek]
	samen := sc.Add(sheet.Line{
		ID: "behoefte", Label: "Behoefte van " + k.Naam + " die de ouders dragen", Naam: "behoefte van " + k.Naam, Unit: sheet.EURPerMaand, Expr: sheet.Sum(aandeel...), Source: besluit("8 en 10 lid 1"),
	})
	nu.behoefte[nr] = samen
	kgk, kgkThuis, kgkAnder := b.kindgebonden(sc, p, nr, n, v, samen, thuis, ander, nu)
	verblijf := sc.Add(sheet.Line{
		ID: "verblijfskosten", Label: "Verblijfskosten", Naam: "verblijfskosten van " + k.Naam, Unit: sheet.EURPerMaand, Expr: samen.Minus(kgk), Source: besluit("10 lid 1"),
	})
	percentage := b.verblijfspercentage(sc, p, nr, n, ander, nu)
	verblijfAnder := sc.Add(sheet.Line{
		ID: "verblijf_" + ander.ID, Label: sheet.Capital(ander.Aanduiding) + " betaalt aan verblijf", Unit: sheet.EURPerMaand, Expr: percentage.Times(verblijf).Round(2), Source: besluit("10 lid 2"),
	})
	verblijfThuis := sc.Add(sheet.Line{
		ID: "verblijf_" + thuis.ID, Label: sheet.Capital(thuis.Aanduiding) + " betaalt aan verblijf", Unit: sheet.EURPerMaand, Expr: verblijf.Minus(verblijfAnder), Source: besluit("10 lid 2"),
	})
	zelfAnder := sc.Add(sheet.Line{
		ID: "zelf_" + ander.ID, Label: sheet.Capital(ander.Aanduiding) + " betaalt zelf al voor " + k.Naam, Unit: sheet.EURPerMaand, Expr: kgkAnder.Plus(verblijfAnder), Source: besluit("11"),
	})
	nu.thuisZelf[nr] = sc.Add(sheet.Line{
		ID: "thuis_zelf", Label: sheet.Capital(thuis.Aanduiding) + " betaalt zelf al voor " + k.Naam, Unit: sheet.EURPerMaand, Expr: kgkThuis.Plus(verblijfThuis), Source: besluit("11"),
	})
	nu.kosten = append(nu.kosten, kosten{bezoek, zelfAnder}, kosten{hoofd, nu.thuisZelf[nr]})

	naar := func(o zaak.Ouder) sheet.Persoon {
		if isMeerderjarig(p, k) { // who receives it itself (art. 408 lid 1)
			return sheet.Persoon{ID: k.ID, Naam: k.Naam}
		}
		return persoon(o)
	}
	return []betaling{
		{sc: sc, kind: nr, betaler: ander, ontvanger: naar(thuis), regel: bijdrageregel("bijdrage", ander, k, besluit("11 en 12")), exact: sc.Add(sheet.Line{
			ID: "bijdrage_berekend", Label: "Te betalen door " + ander.Aanduiding + ": te dragen deel min wat zelf al wordt betaald", Naam: "berekende bijdrage van " + ander.Aanduiding + " voor " + k.Naam, Unit: sheet.EURPerMaand, Source: besluit("11"),
			Expr: aandeel[bezoek].Minus(zelfAnder).AtLeast(sheet.Zero),
		})},
		{sc: sc, kind: nr, betaler: thuis, ontvanger: naar(ander), terug: true, regel: bijdrageregel("bijdrage_terug", thuis, k, besluit("11 en 12")), exact: sc.Add(sheet.Line{
			ID: "bijdrage_terug_berekend", Label: "Te betalen door " + thuis.Aanduiding + ": wat " + ander.Aanduiding + " meer betaalt dan het te dragen deel", Naam: "berekende bijdrage van " + thuis.Aanduiding + " voor " + k.Naam, Unit: sheet.EURPerMaand, Source: besluit("11"),
			Expr: zelfAnder.Minus(aandeel[bezoek]).AtLeast(sheet.Zero),
		})},
	}
}

func bijdrageregel(id string, o zaak.Ouder, k zaak.Kind, bron sheet.Source) sheet.Line {
	return sheet.Line{
		ID: id, Label: "Bijdrage van " + o.Aanduiding + " voor " + k.Naam, Naam: "bijdrage van " + o.Aanduiding + " voor " + k.Naam,
		Unit: sheet.EURPerMaand, Source: bron, Slot: true,
	}
}

// uitwonende gives what each parent pays to a child that studies and lives by
// itself: the whole share (art. 395a lid 2; toelichting IV, ad 9).
func (b *berekening) uitwonende(sc sheet.Scope, nr int, aandeel []sheet.Expr) []betaling {
	k := b.zaak.Kinderen[nr]
	var out []betaling
	for i, o := range b.zaak.Ouders {
		l := bijdrageregel("bijdrage", o, k, wet("395a lid 2"))
		l.Label, l.Toelichting = "Bijdrage van "+o.Aanduiding+" aan "+k.Naam, "een uitwonend kind draagt de kosten zelf; er zijn geen kindgebonden kosten en verblijfskosten bij een ouder"
		out = append(out, betaling{sc: sc.In(o.ID), kind: nr, betaler: o, ontvanger: sheet.Persoon{ID: k.ID, Naam: k.Naam}, regel: l, exact: aandeel[i]})
	}
	return out
}

// kindgebonden adds the costs bound to the child (art. 9 AMvB) and what each parent
// pays of them (art. 404 lid 4): the one the child is registered with, unless the
// parents agreed otherwise in writing.
//
// Keuze: not more than the need of the child; see docs/keuzes.md,
// wetsvoorstel-kindgebonden-maximum.
func (b *berekening) kindgebonden(sc sheet.Scope, p periode.Periode, nr int, n norms.Wetsvoorstel, v verdeeld, behoefte sheet.Expr, thuis, ander zaak.Ouder, nu *stand) (geheel, doorThuis, doorAnder sheet.Expr) {
	k := b.zaak.Kinderen[nr]
	tabel := sc.Table(n.KindgebondenKosten)
	kolom, jaren := leeftijdskolom(p, k)
	uitTabel := sheet.Lookup(tabel, kolom, v.inkomenKGK)
	geheel = sc.Add(sheet.Line{
		ID: "kindgebonden_kosten", Label: "Kindgebonden kosten", Naam: "kindgebonden kosten van " + k.Naam, Unit: sheet.EURPerMaand, Source: besluit("9"), Toelichting: k.Naam + " is " + jaren,
		Expr: uitTabel.AtMost(behoefte),
	})
	b.sheet.Choice(uitTabel.MoreThan(behoefte), sheet.Keuze{
		ID: "wetsvoorstel-kindgebonden-maximum", Onderwerp: "Kindgebonden kosten van " + k.Naam,
		Keuze: "De kindgebonden kosten zijn niet hoger gesteld dan de behoefte van het kind.",
		Grond: "Volgens de tabel zijn zij hoger. De verblijfskosten zouden dan lager dan nihil zijn; de concept-AMvB zegt daarover niets.", Alternatief: "De kosten van de tabel, met verblijfskosten lager dan nihil.",
	})
	// What stands in the case file is the part of one of the two.
	wie, rest := ander, thuis
	deel := zaak.Bedrag{Toelichting: "niet anders afgesproken: de ouder bij wie het kind staat ingeschreven betaalt ze", Plek: zaak.Plek{Pad: fmt.Sprintf("kinderen[%d].kindgebonden_kosten.%s.percentage", nr, ander.ID)}}
	if z := p.Kinderen[nr].KindgebondenKosten; z != nil {
		deel = z.Percentage
		if z.Ouder == thuis.ID {
			wie, rest = thuis, ander
		}
	}
	in := b.eenmaal(sc, p, k, "kindgebonden_deel_"+wie.ID, "Kosten van "+k.Naam, "Deel van de kindgebonden kosten dat "+wie.Aanduiding+" betaalt", sheet.Percentage, deel)
	doorWie := sc.Add(sheet.Line{
		ID: "kindgebonden_" + wie.ID, Label: sheet.Capital(wie.Aanduiding) + " betaalt aan kindgebonden kosten", Unit: sheet.EURPerMaand, Expr: in.Times(geheel).Round(2), Source: wet("404 lid 4"),
	})
	doorRest := sc.Add(sheet.Line{
		ID: "kindgebonden_" + rest.ID, Label: sheet.Capital(rest.Aanduiding) + " betaalt aan kindgebonden kosten", Unit: sheet.EURPerMaand, Expr: geheel.Minus(doorWie), Source: wet("404 lid 4"),
	})
	if wie.ID == ander.ID {
		nu.kgkAnder[nr] = in
		return geheel, doorRest, doorWie
	}
	nu.kgkAnder[nr] = sheet.One.Minus(in)
	return geheel, doorWie, doorRest
}

// leeftijdskolom gives the column of the table of kindgebonden kosten for a child,
// and its age in words.
func leeftijdskolom(p periode.Periode, k zaak.Kind) (int, string) {
	switch {
	case p.Vanaf.Before(k.Verjaardag(schoolkind)):
		return 1, "jonger dan 6 jaar"
	case p.Vanaf.Before(k.Verjaardag(tiener)):
		return 2, "6 tot 12 jaar"
	}
	return 3, "12 tot 23 jaar"
}

// verblijfspercentage adds the share of the nights with the parent the child is not
// registered with, by nights a year (art. 10 lid 3 AMvB).
func (b *berekening) verblijfspercentage(sc sheet.Scope, p periode.Periode, nr int, n norms.Wetsvoorstel, ander zaak.Ouder, nu *stand) sheet.Expr {
	k := b.zaak.Kinderen[nr]
	label := "Nachten per jaar bij " + ander.Aanduiding
	in := b.eenmaal(sc, p, k, "nachten", "Verblijf van "+k.Naam, label, sheet.NachtenPerJaar, nachten(p.Kinderen[nr].Zorg, nr, ander))
	if z := p.Kinderen[nr].Zorg; z == nil || z.Nachten == nil && z.DagenPerWeek == nil {
		p.Waarschuw(b.sheet, sheet.Cond{}, "nachten-onbekend", "Voor %s is niet opgegeven hoeveel nachten per jaar het kind bij %s is. Gerekend is met geen enkele nacht.", k.Naam, ander.Aanduiding)
	}
	aantal := sc.Add(sheet.Line{ID: "nachten", Label: label, Unit: sheet.NachtenPerJaar, Expr: in, Source: besluit("10 lid 3")})
	nu.nachten[nr] = aantal
	return sc.Add(sheet.Line{
		ID: "verblijfspercentage", Label: "Verblijfspercentage bij " + ander.Aanduiding, Unit: sheet.Percentage, Expr: sheet.Lookup(sc.Table(n.Verblijf), 1, aantal), Source: besluit("10 lid 3"),
	})
}

// nachten gives the nights a year as stated, or derived from the days of care.
func nachten(z *zaak.Zorg, nr int, ander zaak.Ouder) zaak.Bedrag {
	pad := zaak.Plek{Pad: fmt.Sprintf("kinderen[%d].zorg.%s.nachten_per_jaar", nr, ander.ID)}
	const weken = 52
	switch {
	case z == nil:
		return zaak.Bedrag{Toelichting: "geen verblijf opgegeven; gerekend met nihil", Plek: pad}
	case z.Nachten != nil:
		return *z.Nachten
	case z.DagenPerWeek == nil:
		return zaak.Bedrag{Toelichting: "geen nachten opgegeven; gerekend met nihil", Plek: pad}
	}
	pad.Pad = strings.Replace(z.DagenPerWeek.Plek.Pad, "dagen_per_week", "nachten_per_jaar", 1)
	return zaak.Bedrag{
		Waarde: z.DagenPerWeek.Waarde.Mul(decimal.NewFromInt(weken)).Round(0), Plek: pad,
		Toelichting: fmt.Sprintf("niet opgegeven; afgeleid van gemiddeld %s dagen per week, maal %d weken", sheet.FormatPublished(z.DagenPerWeek.Waarde), weken),
	}
}
