// Package indexering raises an amount to the price level of a later year, as
// art. 1:402a BW does for a maintenance amount and the Rapport (par. 3.2.3) does
// for the eigen aandeel.
//
// Not covered: an amount fixed in the course of a year whose first indexation is
// excluded (art. 1:402a lid 3 BW).
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
		// "indexering.2025", or "indexering.1983_04" for the second of that year.
		edition := strings.TrimPrefix(p.ID, "indexering.")
		year, month := 0, 1
		fmt.Sscanf(edition, "%d_%d", &year, &month)
		bedrag = sc.Add(sheet.Line{
			ID:     "geindexeerd_" + edition,
			Label:  label(time.Date(year, time.Month(month), 1, 0, 0, 0, 0, time.UTC)),
			Unit:   sheet.EURPerMaand,
			Expr:   bedrag.Times(sheet.One.Plus(sc.Norm(p))).Round(2),
			Source: Bron,
		})
		byYear[year] = bedrag
	}
	return byYear
}
