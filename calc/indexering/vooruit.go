package indexering

import (
	"time"

	"annex/calc/sheet"
	"annex/norms"
)

// Vooruit gives the known percentages that take effect on a 1 January inside a
// period and after the document, with their years. Over the time before a decision
// there is no indexation by law (HR 18 July 2025, ECLI:NL:HR:2025:1165).
//
// Keuze: the date of the document stands for that of the decision; see
// docs/keuzes.md, indexering-vooruit.
func Vooruit(set *norms.Set, p sheet.Periode, stuk time.Time) (years []int, known []norms.Value) {
	begin, err := time.Parse(time.DateOnly, p.Vanaf)
	if err != nil {
		panic(err) // made by Format
	}
	for year := begin.Year() + 1; ; year++ {
		dag := time.Date(year, time.January, 1, 0, 0, 0, 0, time.UTC)
		if p.TotEnMet != "" && dag.Format(time.DateOnly) > p.TotEnMet {
			return years, known
		}
		values, err := set.Indexering(year-1, year)
		if err != nil {
			// Not published yet: what is known ends here.
			return years, known
		}
		if dag.After(stuk) {
			years = append(years, year)
			known = append(known, values...)
		}
	}
}
