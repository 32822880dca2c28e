package kind

import (
	"fmt"

	"annex/calc/partij"
	"annex/calc/periode"
	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"

	"github.com/shopspring/decimal"
)

// zorgkortingspercentage follows from the average days of care a week, or is
// another percentage that the case file states with a reason (4.3.5).
func (b *berekening) zorgkortingspercentage(sc sheet.Scope, p periode.Periode, nr int, o zaak.Ouder, norm norms.Zorgkorting) sheet.Expr {
	k, z := b.zaak.Kinderen[nr], p.Kinderen[nr].Zorg
	line := sheet.Line{ID: "zorgkortingspercentage", Label: "Zorgkortingspercentage", Unit: sheet.Percentage, Source: rapport("4.3.5")}
	if z != nil && z.Percentage != nil {
		line.Expr = b.eenmaal(sc, p, k, "zorgkortingspercentage", "Zorg voor "+k.Naam, "Zorgkortingspercentage voor "+o.Aanduiding, sheet.Percentage, partij.MetReden(zaak.MetReden{Bedrag: *z.Percentage, Reden: z.Reden}))
		line.Toelichting = z.Reden
		b.sheet.Choice(sheet.Cond{}, sheet.Keuze{
			ID: "zorgkorting-ander-percentage", Onderwerp: "Zorgkorting voor " + k.Naam, Zaakspecifiek: true,
			Keuze: fmt.Sprintf("Een zorgkorting van %s%% in plaats van het percentage dat bij de zorgdagen hoort.", sheet.FormatPublished(z.Percentage.Waarde)),
			Grond: z.Reden, Alternatief: "5%, 15%, 25% of 35% naar het gemiddelde aantal dagen per week (Rapport par. 4.3.5).",
		})
		return sc.Add(line)
	}
	dagen := zaak.Bedrag{Waarde: decimal.Zero, Toelichting: "geen zorgregeling opgegeven, zorgkorting in beginsel ten minste 5%",
		Plek: zaak.Plek{Pad: fmt.Sprintf("kinderen[%d].zorg.%s.dagen_per_week", nr, o.ID)}}
	if z != nil {
		dagen = *z.DagenPerWeek
	}
	in := b.eenmaal(sc, p, k, "zorgdagen", "Zorg voor "+k.Naam, "Gemiddeld aantal dagen per week bij "+o.Aanduiding, sheet.DagenPerWeek, dagen)
	zorgdagen := sc.Add(sheet.Line{
		ID: "zorgdagen", Label: "Gemiddeld aantal zorgdagen per week bij " + o.Aanduiding, Unit: sheet.DagenPerWeek, Expr: in,
		Source: rapport("4.3.5"), Toelichting: dagen.Toelichting,
	})
	// Keuze: the step of the whole days reached holds (2,5 days: 25%); see
	// docs/keuzes.md, zorgkorting-tussen-stappen.
	tabel := sc.Table(norm.Tabel)
	line.Expr = sheet.Lookup(tabel, kolomZorgkorting, zorgdagen)
	hoogste := grens(sc, norm.Tabel, len(norm.Tabel.Rows)-1)
	b.sheet.Choice(sheet.Lookup(tabel, 0, zorgdagen).LessThan(zorgdagen).And(zorgdagen.MoreThan(grens(sc, norm.Tabel, 1))).And(zorgdagen.LessThan(hoogste)), sheet.Keuze{
		ID: "zorgkorting-tussen-stappen", Onderwerp: "Zorgkorting voor " + k.Naam,
		Keuze:       "Het percentage van het laatst bereikte hele aantal dagen geldt.",
		Grond:       "Het Rapport noemt percentages voor minder dan één, één, twee en drie dagen (par. 4.3.5).",
		Alternatief: "Een ander percentage opgeven met de reden.",
	})
	b.sheet.Warn(zorgdagen.MoreThan(hoogste), "meer-dan-drie-zorgdagen",
		"Voor %s zijn gemiddeld %s zorgdagen per week bij %s opgegeven. Het Rapport noemt geen hogere stap dan 35% bij drie dagen; daarmee is gerekend.", k.Naam, zorgdagen, o.Aanduiding)
	return sc.Add(line)
}

const kolomZorgkorting = 1
