package kind

import (
	"fmt"
	"slices"

	"annex/calc/partij"
	"annex/calc/sheet"
	"annex/calc/zaak"
)

func (b *berekening) heeftBijzondereKosten() bool {
	return slices.ContainsFunc(b.zaak.Kinderen, func(k zaak.Kind) bool { return len(k.BijzondereKosten) > 0 })
}

// bijzondereKosten adds the exceptional costs of each child after the
// separation, less what others contribute (Rapport 3.2.6). Nil when there are
// none at all.
func (b *berekening) bijzondereKosten(sc sheet.Scope) []sheet.Expr {
	var out []sheet.Expr
	for i, k := range b.zaak.Kinderen {
		for j, z := range k.BijzondereKosten {
			if out == nil {
				out = slices.Repeat([]sheet.Expr{sheet.Zero}, len(b.zaak.Kinderen))
			}
			scc := sc.In(k.ID).In(fmt.Sprintf("bijzondere_kosten_%d", j+1))
			out[i] = sheet.Sum(out[i], b.nettokosten(scc, k, z.Omschrijving, z.Kosten))
		}
	}
	return out
}

// kostenVoorScheiding adds the exceptional costs the parents already made as a
// family: they were not available for the rest (Rapport 3.2.6).
func (b *berekening) kostenVoorScheiding(sc sheet.Scope) []sheet.Expr {
	var out []sheet.Expr
	for _, k := range b.zaak.Kinderen {
		for j, z := range k.BijzondereKosten {
			if z.VoorScheiding != nil {
				scc := sc.In(k.ID).In(fmt.Sprintf("voor_scheiding_%d", j+1))
				out = append(out, b.nettokosten(scc, k, z.Omschrijving+" (voor de scheiding)", *z.VoorScheiding))
			}
		}
	}
	return out
}

// nettokosten adds one exceptional cost less the contribution to it, not below
// nil.
func (b *berekening) nettokosten(sc sheet.Scope, k zaak.Kind, wat string, z zaak.Kosten) sheet.Expr {
	groep := "Bijzondere kosten van " + k.Naam
	label := sheet.Capital(wat)
	kosten := partij.Bedrag(sc, "bedrag", groep, label, sheet.EURPerMaand, z.Bedrag)
	line := sheet.Line{ID: "netto", Label: label + ", " + k.Naam, Unit: sheet.EURPerMaand, Expr: kosten, Source: rapport("3.2.6")}
	if z.Tegemoetkoming != nil {
		in := partij.Bedrag(sc, "tegemoetkoming", groep, label+": tegemoetkoming", sheet.EURPerMaand, *z.Tegemoetkoming)
		line.Expr = kosten.Minus(in).AtLeast(sheet.Zero)
	}
	return sc.Add(line)
}
