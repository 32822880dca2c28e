package wetsvoorstel

import (
	"fmt"

	"annex/calc/partij"
	"annex/calc/periode"
	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"
)

// behoefte is what the children of a period cost together.
type behoefte struct {
	kinderen []int
	bedrag   sheet.Expr // EUR/maand
	minimum  sheet.Expr // of the table, EUR/maand
}

// behoefte adds the need of the children together (art. 404a; art. 5 AMvB).
//
// Keuze: the column of the table is that of the children for whom there is a duty
// in the period; see docs/keuzes.md, wetsvoorstel-aantal-kinderen. Of a need found
// before, the part of a child that has no claim any more goes with it; see
// wetsvoorstel-overgangsrecht.
func (b *berekening) behoefte(p periode.Periode, n norms.Wetsvoorstel, kinderen []int) behoefte {
	sc := b.sheet.Section(sheet.Section{
		ID: p.ID("behoefte"), Soort: SoortBehoefte, Titel: "Behoefte van " + b.hunNaam(kinderen) + p.Achter, Periode: p.Nummer,
	}, p.ID("behoefte"))
	tabel := sc.Table(n.Behoefte)
	kolom := min(len(kinderen), len(n.Behoefte.Columns)-1)
	kop := fmt.Sprintf("Behoefte volgens de tabel, bij %d kinderen", len(kinderen))
	if len(kinderen) == 1 {
		kop = "Behoefte volgens de tabel, bij 1 kind"
	}
	u := behoefte{kinderen: kinderen}
	u.minimum = sc.Add(sheet.Line{
		ID: "minimum", Label: "Minimumbehoefte (eerste trede van de tabel)", Naam: "minimumbehoefte", Unit: sheet.EURPerMaand,
		Expr: sheet.Lookup(tabel, kolom, sheet.Zero), Source: besluit("5 en 7"),
	})
	slot := sheet.Line{ID: "behoefte", Label: kop, Naam: "behoefte", Unit: sheet.EURPerMaand, Expr: sheet.Lookup(tabel, kolom, b.gezinsinkomen), Source: besluit("5"), Slot: true}
	if z := b.zaak.Behoefte.Wetsvoorstel; z != nil && z.EerdereBehoefte != nil {
		slot.ID, slot.Slot, slot.Naam = "tabel", false, "behoefte volgens de tabel"
		uitTabel := sc.Add(slot)
		regel := sheet.Line{
			ID: "eerder", Label: "Behoefte zoals eerder vastgesteld, onder het oude recht", Unit: sheet.EURPerMaand, Source: toelichting("art. X lid 2 (overgangsrecht)"), Toelichting: z.EerdereBehoefte.Reden,
			Expr: b.eerdereBehoefte(sc, *z.EerdereBehoefte),
		}
		if nu, toen := len(kinderen), b.eersteAantal; nu < toen {
			regel.Label = fmt.Sprintf("Behoefte zoals eerder vastgesteld, voor %d van de %d kinderen", nu, toen)
			regel.Expr = regel.Expr.Times(sheet.Count(nu)).Over(sheet.Count(toen)).Round(2)
		}
		eerder := sc.Add(regel)
		b.sheet.Choice(uitTabel.LessThan(eerder), sheet.Keuze{
			ID: "wetsvoorstel-overgangsrecht", Onderwerp: "Behoefte", Zaakspecifiek: true,
			Keuze: "Gerekend is met de behoefte die eerder is vastgesteld; zij is niet geïndexeerd.",
			Grond: "Na invoering kan de behoefte niet lager worden dan zij onder het oude recht was (art. X lid 2 van het wetsvoorstel). " + z.EerdereBehoefte.Reden, Alternatief: "De behoefte volgens de tabel.",
		})
		slot = sheet.Line{ID: "behoefte", Label: "Behoefte", Unit: sheet.EURPerMaand, Expr: uitTabel.AtLeast(eerder), Source: toelichting("art. X lid 2 (overgangsrecht)"), Slot: true}
	}
	u.bedrag = sc.Add(slot)
	return u
}

func (b *berekening) eerdereBehoefte(sc sheet.Scope, z zaak.MetReden) sheet.Expr {
	const key = "behoefte.wetsvoorstel.eerdere_behoefte"
	in, ok := b.invoer[key]
	if !ok {
		in = partij.Bedrag(sc.At("gezin"), "eerdere_behoefte", "Eerdere behoefte", "Behoefte zoals eerder vastgesteld", sheet.EURPerMaand, partij.MetReden(z))
		b.invoer[key] = in
	}
	return in
}

// hunNaam names some children of the case.
func (b *berekening) hunNaam(kinderen []int) string {
	var namen []string
	for _, i := range kinderen {
		namen = append(namen, b.zaak.Kinderen[i].Naam)
	}
	return sheet.Enumerate(namen)
}

// verdeeld is what each parent bears.
type verdeeld struct {
	behoefte behoefte
	draagt   []sheet.Expr // for all children together, by parent, EUR/maand
	perKind  []sheet.Expr // the same per child
	// inkomenKGK is the income the kindgebonden kosten go by, EUR/maand.
	inkomenKGK sheet.Expr
}

// verdelen adds the test of the need against joint draagkracht (art. 7 AMvB) and
// the share of each parent (art. 8).
func (b *berekening) verdelen(p periode.Periode, n norms.Wetsvoorstel, u behoefte, d []draagkracht) verdeeld {
	sc := b.sheet.Section(sheet.Section{
		ID: p.ID("verdeling"), Soort: SoortVerdeling, Titel: "Verdeling van de behoefte over de ouders" + p.Achter, Periode: p.Nummer,
	}, p.ID("verdeling"))
	v := verdeeld{behoefte: u, inkomenKGK: b.gezinsinkomen}
	if d[0].geenInzicht || d[1].geenInzicht {
		v.draagt = b.zonderInzicht(sc, n, u, d)
	} else {
		v.draagt = b.naarDraagkracht(sc, n, u, d, &v)
	}
	for i, o := range b.zaak.Ouders {
		if len(u.kinderen) == 1 {
			v.perKind = append(v.perKind, v.draagt[i])
			continue
		}
		v.perKind = append(v.perKind, sc.Add(sheet.Line{
			ID: "per_kind_" + o.ID, Label: "Dat is per kind, voor " + o.Aanduiding, Naam: "te dragen deel per kind van " + o.Aanduiding, Unit: sheet.EURPerMaand, Source: besluit("8 lid 3"),
			Expr: v.draagt[i].Over(sheet.Count(len(u.kinderen))).Round(2),
		}))
	}
	for i, o := range b.zaak.Ouders {
		b.sheet.Highlight(p.Naam, "Te dragen deel van "+o.Aanduiding, v.draagt[i])
	}
	return v
}

// draagtRegel is the line of what a parent bears for all children together.
func draagtRegel(o zaak.Ouder, bron sheet.Source, e sheet.Expr) sheet.Line {
	return sheet.Line{ID: "draagt_" + o.ID, Label: "Te dragen deel van " + o.Aanduiding, Unit: sheet.EURPerMaand, Expr: e, Source: bron, Slot: true}
}

// zonderInzicht adds the shares where a parent gives no insight in the income (art.
// 405a): that parent bears all but the minimum of the other; of two each half.
//
// Keuze: the need is then not tested against draagkracht, which is not known; see
// docs/keuzes.md, wetsvoorstel-geen-inzicht.
func (b *berekening) zonderInzicht(sc sheet.Scope, n norms.Wetsvoorstel, u behoefte, d []draagkracht) []sheet.Expr {
	een, twee := b.zaak.Ouders[0], b.zaak.Ouders[1]
	if d[0].geenInzicht && d[1].geenInzicht {
		bron := wet("405a lid 3")
		helft := sc.Add(draagtRegel(een, bron, u.bedrag.Over(sheet.Two).Round(2)))
		return []sheet.Expr{helft, sc.Add(draagtRegel(twee, bron, u.bedrag.Minus(helft)))}
	}
	bron, minimum := wet("405a lid 2"), sc.Norm(n.Minimumbijdrage)
	if d[0].geenInzicht {
		return []sheet.Expr{sc.Add(draagtRegel(een, bron, u.bedrag.Minus(minimum))), sc.Add(draagtRegel(twee, bron, minimum))}
	}
	return []sheet.Expr{sc.Add(draagtRegel(een, bron, minimum)), sc.Add(draagtRegel(twee, bron, u.bedrag.Minus(minimum)))}
}

// naarDraagkracht adds the shares by draagkracht.
func (b *berekening) naarDraagkracht(sc sheet.Scope, n norms.Wetsvoorstel, u behoefte, d []draagkracht, v *verdeeld) []sheet.Expr {
	een, twee := b.zaak.Ouders[0], b.zaak.Ouders[1]
	minimum := sc.Norm(n.Minimumbijdrage)
	samen := sc.Add(sheet.Line{ID: "draagkracht_samen", Label: "Draagkracht van de ouders samen", Unit: sheet.EURPerMaand, Expr: sheet.Sum(d[0].bedrag, d[1].bedrag), Source: besluit("7")})
	teDragen := sc.Add(sheet.Line{
		ID: "te_dragen", Label: "Behoefte na toets aan de draagkracht", Naam: "te dragen behoefte", Unit: sheet.EURPerMaand, Source: besluit("7"),
		Expr:        sheet.If(samen.LessThan(u.bedrag), samen.AtLeast(u.minimum), u.bedrag),
		Toelichting: "is de draagkracht samen lager dan de behoefte, dan geldt de draagkracht, maar ten minste de minimumbehoefte",
	})
	v.inkomenKGK = sc.Add(sheet.Line{
		ID: "inkomen_kindgebonden", Label: "Inkomen waarbij de kindgebonden kosten horen", Unit: sheet.EURPerMaand, Source: besluit("9 lid 1 en 3"),
		Expr:        sheet.If(samen.LessThan(u.bedrag).And(samen.NotMoreThan(u.minimum)), sheet.Zero, b.gezinsinkomen),
		Toelichting: "het inkomen waaruit de behoefte volgt; is de behoefte op het minimum gesteld, dan het laagste van de tabel",
	})
	resterend := sc.Add(sheet.Line{
		ID: "resterende_behoefte", Label: "Resterende behoefte, na beide minimumbijdragen", Naam: "resterende behoefte", Unit: sheet.EURPerMaand, Source: besluit("8 lid 2"),
		Expr: teDragen.Minus(sheet.Two.Times(minimum)).AtLeast(sheet.Zero),
	})
	var rest []sheet.Expr
	for i, o := range b.zaak.Ouders {
		rest = append(rest, sc.Add(sheet.Line{
			ID: "rest_" + o.ID, Label: "Resterende draagkracht van " + o.Aanduiding, Unit: sheet.EURPerMaand, Expr: d[i].bedrag.Minus(minimum).AtLeast(sheet.Zero), Source: besluit("8 lid 2"),
		}))
	}
	aandeel := b.aandelen(sc, rest)
	eerste := sc.Add(draagtRegel(een, besluit("8 lid 1"), minimum.Plus(aandeel.Times(resterend)).Round(2)))
	return []sheet.Expr{eerste, sc.Add(draagtRegel(twee, besluit("8 lid 1"), teDragen.Minus(eerste)))}
}

// aandelen adds the part of each parent in the remaining need, and gives that of the
// first.
//
// Keuze: in whole percents, as the examples of the MvT have it; the part of who has
// the least draagkracht is rounded and the other bears the rest, so that together
// they are 100%. Where neither has any left each bears half. See docs/keuzes.md,
// wetsvoorstel-aandeel and wetsvoorstel-geen-rest.
func (b *berekening) aandelen(sc sheet.Scope, rest []sheet.Expr) sheet.Expr {
	een, twee := b.zaak.Ouders[0], b.zaak.Ouders[1]
	samen := sc.Add(sheet.Line{ID: "rest_samen", Label: "Resterende draagkracht samen", Unit: sheet.EURPerMaand, Expr: sheet.Sum(rest...), Source: besluit("8 lid 2")})
	exact := b.zaak.Keuzes.Aandeelafronding == zaak.KeuzeExact
	niets := samen.NotMoreThan(sheet.Zero)
	b.keuzesAandeel(exact, niets)
	deel := rest[0].AtMost(rest[1]).Over(samen)
	if !exact {
		deel = deel.Round(2)
	}
	kleinste := sc.Add(sheet.Line{
		ID: "aandeel_kleinste", Label: "Aandeel van wie de minste draagkracht over heeft", Unit: sheet.Percentage, Source: besluit("8 lid 1"),
		Expr: sheet.If(niets, sheet.One.Over(sheet.Two), deel),
	})
	regel := func(o zaak.Ouder, e sheet.Expr) sheet.Expr {
		return sc.Add(sheet.Line{
			ID: "aandeel_" + o.ID, Label: "Aandeel van " + o.Aanduiding + " in de resterende behoefte", Unit: sheet.Percentage, Expr: e, Source: besluit("8 lid 1"),
		})
	}
	aandeel := regel(een, sheet.If(rest[0].NotMoreThan(rest[1]), kleinste, sheet.One.Minus(kleinste)))
	regel(twee, sheet.One.Minus(aandeel))
	return aandeel
}

func (b *berekening) keuzesAandeel(exact bool, niets sheet.Cond) {
	k := sheet.Keuze{
		ID: "wetsvoorstel-aandeel", Onderwerp: "Aandeel in de resterende behoefte",
		Keuze:       "Het aandeel van elke ouder is afgerond op hele procenten.",
		Grond:       "Zo rekenen de voorbeelden van de memorie van toelichting (7% en 93%, 5% en 95%).",
		Alternatief: "Rekenen met de onafgeronde verhouding (keuzes.aandeelafronding: exact).",
	}
	if exact {
		k.Zaakspecifiek = true
		k.Keuze, k.Grond, k.Alternatief = "Het aandeel van elke ouder is niet afgerond.", "Zo gekozen in het zaakbestand.", "Afronden op hele procenten, zoals de voorbeelden van de memorie van toelichting."
	}
	b.sheet.Choice(sheet.Not(niets), k)
	b.sheet.Choice(niets, sheet.Keuze{
		ID: "wetsvoorstel-geen-rest", Onderwerp: "Aandeel in de resterende behoefte",
		Keuze:       "Beide ouders hebben niet meer draagkracht dan de minimumbijdrage. De resterende behoefte is gelijk verdeeld.",
		Grond:       "Er is dan geen verhouding om naar te verdelen; de concept-AMvB zegt daarover niets. Art. 1:405a lid 3 BW, zoals voorgesteld, verdeelt zonder draagkracht ook gelijk.",
		Alternatief: "De behoefte beperken tot de beide minimumbijdragen.",
	})
}
