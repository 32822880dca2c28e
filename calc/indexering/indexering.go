// Package indexering raises an amount to the price level of a later year, as
// art. 1:402a BW does for a maintenance amount and the Rapport (par. 3.2.3) does
// for the eigen aandeel.
//
// Not covered: an amount whose indexation was excluded or arranged otherwise, by
// decision or agreement (art. 1:402a BW), and amounts fixed before 1975.
package indexering

import (
	"fmt"
	"strings"
	"time"

	"annex/calc/sheet"
	"annex/norms"
)

// Bron is the source of the rule.
var Bron = sheet.Source{Document: "art. 1:402a BW", URL: "https://wetten.overheid.nl/jci1.3:c:BWBR0002656&boek=1&titeldeel=17&artikel=402a"}

// Keten adds one line for each indexation, in order, each in cents over the one
// before it, and gives the amounts by year. bedrag is the amount at the price
// level of year van (EUR/maand); label names a line by the day on which its
// percentage takes effect. The map also holds van itself.
func Keten(sc sheet.Scope, bedrag sheet.Expr, van int, label func(per time.Time) string, percentages []norms.Value) map[int]sheet.Expr {
	byYear := map[int]sheet.Expr{van: bedrag}
	for _, p := range percentages {
		v := lees(p)
		bedrag = sc.Add(v.regel(sc, bedrag, label(v.per)))
		byYear[v.per.Year()] = bedrag
	}
	return byYear
}

// verhoging is one indexation: its percentage and the day on which it takes
// effect.
type verhoging struct {
	percentage norms.Value
	editie     string // "2025", or "1983_04" for the second of that year
	per        time.Time
}

func lees(p norms.Value) verhoging {
	v := verhoging{percentage: p, editie: strings.TrimPrefix(p.ID, "indexering.")}
	year, month := 0, 1
	fmt.Sscanf(v.editie, "%d_%d", &year, &month)
	v.per = time.Date(year, time.Month(month), 1, 0, 0, 0, 0, time.UTC)
	return v
}

// regel describes what bedrag becomes.
//
// Keuze: each indexation in cents over the cents of the one before it; see
// docs/keuzes.md, indexering-centen.
func (v verhoging) regel(sc sheet.Scope, bedrag sheet.Expr, label string) sheet.Line {
	return sheet.Line{
		ID: "geindexeerd_" + v.editie, Label: label, Unit: sheet.EURPerMaand,
		Expr: bedrag.Times(sheet.One.Plus(sc.Norm(v.percentage))).Round(2), Source: Bron,
	}
}
