package main

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"annex/render/xlsx/recalc"
)

// TestOpenDocument holds what docs/adr/0020-no-ods.md says: who turns the workbook into an
// OpenDocument has the same amounts in it, and they follow when an input changes.
func TestOpenDocument(t *testing.T) {
	random := rand.New(rand.NewPCG(26300, 1))
	dir, office := t.TempDir(), recalc.Start(t)
	for _, c := range goldenCases(t) {
		if !slices.Contains(voorOpenpyxl, c.naam) {
			continue
		}
		written, converted := filepath.Join(dir, "werkmap.xlsx"), filepath.Join(dir, "werkmap.ods")
		if err := os.WriteFile(written, made(t, c), 0o600); err != nil {
			t.Fatal(err)
		}
		live, _ := office.Open(written)
		live.Save(converted, "calc8")
		live, book := live.Converted(converted)
		sameAsEngine(t, c.naam, book, c.r)
		sameAsCached(t, c.naam, book, recalc.Written(t, written))
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
