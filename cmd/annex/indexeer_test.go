package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"annex/calc"
	"annex/calc/indexering"
	"annex/calc/sheet"
	"annex/norms"
	"annex/render/xlsx/recalc"

	"github.com/shopspring/decimal"
)

// geindexeerd indexes an amount the way the command does.
func geindexeerd(t *testing.T, bedrag, op, tot string) *sheet.Result {
	t.Helper()
	day := func(s string) time.Time {
		d, err := time.Parse(time.DateOnly, s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	set, err := norms.Load()
	if err != nil {
		t.Fatal(err)
	}
	r, err := calc.Indexeer(
		indexering.Vastgesteld{Bedrag: decimal.RequireFromString(bedrag), Op: day(op), Bron: "productie 2"}, day(tot), set,
		sheet.Receipt{Versie: versie, Datum: day(tot), Dossier: sheet.Dossier{Zaaknummer: "C/16/123456", Kenmerk: "Productie 4"}},
	)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Amounts of long ago and of late, with and without the year of two indexations.
var geindexeerden = []struct{ bedrag, op, tot string }{
	{"356", "2024-05-15", "2025-01-01"},
	{"1250.50", "2017-07-01", "2026-01-01"},
	{"100", "1980-06-01", "1985-01-01"},
	{"0.01", "1975-01-01", "2026-12-31"},
	{"0", "2024-12-31", "2025-06-30"},
}

// The three outputs cannot disagree, also about an indexation.
func TestIndexeringStemtOvereen(t *testing.T) {
	random := []string{"780.37", "0.05", "999999.99", "12.34", "356.01"}
	dir := t.TempDir()
	var paths, what []string
	var want []*sheet.Result
	for i, c := range geindexeerden {
		naam := fmt.Sprintf("%s from %s to %s", c.bedrag, c.op, c.tot)
		r := geindexeerd(t, c.bedrag, c.op, c.tot)
		bijlageHeeftAlles(t, naam, r)
		printedSumsHold(t, naam, r)

		original := filepath.Join(dir, fmt.Sprintf("%d.xlsx", i))
		if err := os.WriteFile(original, workbook(t, r), 0o600); err != nil {
			t.Fatal(err)
		}
		changed := filepath.Join(dir, fmt.Sprintf("%d-changed.xlsx", i))
		amount := decimal.RequireFromString(random[i])
		recalc.Change(t, original, changed, map[string]any{"invoer_indexering_bedrag": amount})
		paths = append(paths, original, changed)
		what = append(what, naam, naam+", changed to "+random[i])
		want = append(want, r, geindexeerd(t, random[i], c.op, c.tot))
	}
	for i, book := range recalc.Files(t, paths...) {
		sameAsEngine(t, what[i], book, want[i])
	}
}

// Both documents say what they are about, and nothing of what an indexation does
// not have: a case file, parents, a figure.
func TestIndexeringZonderZaak(t *testing.T) {
	r := geindexeerd(t, "356", "2024-05-15", "2026-01-01")
	text := bijlageHeeftAlles(t, "bijlage", r)
	for _, want := range []string{
		"Indexering van alimentatie", "Productie 4", "C/16/123456",
		"Het bedrag van € 356,00, vastgesteld op 15 mei 2024, is na indexering per 1 januari 2026 € 396,58 per maand.",
		"15 mei 2024 zoals vastgesteld € 356,00",
		"1 januari 2025 6,5% 356,00 × (1 + 6,5%) € 379,14 art. 1:402a BW, lid 1 bevestigd",
		"Hier is dat op 1 januari 2025, met 6,5%: € 356,00 wordt dan € 379,14.",
		"ECLI:NL:HR:2025:1165",
	} {
		if !strings.Contains(text, squeeze(want)) {
			t.Errorf("the PDF does not hold %q", want)
		}
	}
	for _, not := range []string{"zaakbestand", "Partijen", "ouder", "kind", "Waarop de uitkomst berust", "hele euro"} {
		if strings.Contains(text, squeeze(not)) {
			t.Errorf("the PDF holds %q", not)
		}
	}

	book := recalc.Bytes(t, workbook(t, r))[0]
	if want := []string{"Samenvatting", "Uitleg", "Invoer", "Indexering", "Normen", "Verantwoording"}; !slices.Equal(book.Sheets(), want) {
		t.Errorf("sheets %q", book.Sheets())
	}
	var summary []string
	for row := 1; row <= 40; row++ {
		for _, column := range "ABCDEF" {
			if s := book.Cell("Samenvatting", fmt.Sprintf("%c%d", column, row)); s != "" {
				summary = append(summary, s)
			}
		}
	}
	for _, want := range []string{"C/16/123456", "Wettelijke indexering (art. 1:402a BW)", "Vastgesteld bedrag", "Bedrag per 1 januari 2025", "Bedrag per 1 januari 2026"} {
		if n := len(slices.DeleteFunc(slices.Clone(summary), func(s string) bool { return s != want })); n != 1 {
			t.Errorf("the summary holds %q %d times", want, n)
		}
	}
	for _, not := range []string{"Zaakbestand", "te betalen door", "aan", "voor"} {
		if slices.Contains(summary, not) {
			t.Errorf("the summary holds %q", not)
		}
	}
}
