package sheet_test

import (
	"fmt"
	"testing"

	"annex/calc/sheet"
)

// BenchmarkEvaluate evaluates a sheet of the size of a case with three children
// in two periods: 120 lines with look-ups, choices and roundings.
func BenchmarkEvaluate(b *testing.B) {
	p := nieuw()
	vorige := sheet.Zero
	for i := range 40 {
		inkomen := p.regel(fmt.Sprintf("inkomen_%d", i), sheet.EURPerMaand, p.eur("Inkomen", fmt.Sprint(900+37*i)))
		ruimte := p.regel(fmt.Sprintf("ruimte_%d", i), sheet.EURPerMaand,
			inkomen.Minus(sheet.Interpolate(p.tabel, 2, inkomen)).AtLeast(sheet.Zero).Round(2))
		vorige = p.regel(fmt.Sprintf("bedrag_%d", i), sheet.EURPerMaand,
			sheet.If(ruimte.MoreThan(vorige), sheet.Lookup(p.tabel, 1, inkomen).Times(ruimte), ruimte.Plus(vorige)).Round(0))
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := p.Evaluate(sheet.Receipt{}); err != nil {
			b.Fatal(err)
		}
	}
}
