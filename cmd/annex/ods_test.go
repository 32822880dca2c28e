package main

import (
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"

	"annex/render/xlsx/recalc"
)

// TestOpenDocument holds what docs/adr/0020-no-ods.md says: who turns the workbook into an
// OpenDocument has the same amounts in it, and they follow when an input changes.
func TestOpenDocument(t *testing.T) {
	random := rand.New(rand.NewPCG(26300, 1))
	office := recalc.Start(t)
	for _, c := range goldenCases(t) {
		if !slices.Contains(voorOpenpyxl, c.naam) {
			continue
		}
		converted := filepath.Join(t.TempDir(), "werkmap.ods")
		live, _ := office.Open(made(t, c))
		live.Save(converted, "calc8")
		live, book := live.Converted(converted)
		sameAsEngine(t, c.naam, book, c.r)
		showsWhatIsCached(t, c.naam, live, book)
		z := readCase(t, c.naam, c.data)
		values := map[string]any{}
		for _, in := range c.r.Inputs() {
			if random.IntN(3) == 0 {
				cell, stated := otherValue(random, in)
				values[cellName(in.ID)] = cell
				setByPath(t, z, in.Pad, stated)
			}
		}
		sameAsEngine(t, c.naam+", changed", live.With(values), compute(t, z))
	}
}
