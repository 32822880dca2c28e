package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"annex/calc"
	"annex/calc/sheet"
	"annex/norms"
	"annex/render/xlsx"
	"annex/render/xlsx/recalc"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"
)

// tried is a workbook with room for other figures.
func tried(t testing.TB, naam string) (data []byte, r *sheet.Result) {
	t.Helper()
	source, err := os.ReadFile("../../testdata/zaken/" + naam)
	if err != nil {
		t.Fatal(err)
	}
	set, err := norms.Load()
	if err != nil {
		t.Fatal(err)
	}
	z := readCase(t, naam, source)
	r = compute(t, z)
	vragen := calc.WatAlsOpdracht(z, set, r)
	var b bytes.Buffer
	if err := xlsx.Write(&b, r, xlsx.Erbij{WatAls: &vragen}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes(), r
}

// TestScenario enters other figures in the columns of the sheet Wat-als, and compares
// every line of the sheet Wat-als per regel with the calculation with those figures.
// What the case itself comes to does not change.
func TestScenario(t *testing.T) {
	const columns, page, front = 3, "Wat-als per regel", "Wat-als"
	random := rand.New(rand.NewPCG(8, 3))
	cases := []string{
		"design-schets.yaml", "drie-kinderen.yaml", "inkomen-ondernemer-gemiddelde.yaml", "inkomen-aow-en-pensioen.yaml",
		"partner-kinderen-kgb-verrekenen.yaml", "partner-twee-perioden.yaml", "wetsvoorstel-mvt-voorbeeld-1-en-2.yaml",
	}
	type scenario map[string]decimal.Decimal // as With has it
	var filled [][columns]scenario
	var results []*sheet.Result
	var paths []string
	dir := t.TempDir()
	for i, naam := range cases {
		data, r := tried(t, naam)
		written := filepath.Join(dir, fmt.Sprintf("%d.xlsx", i))
		if err := os.WriteFile(written, data, 0o600); err != nil {
			t.Fatal(err)
		}
		var all [columns]scenario
		values := map[string]any{}
		for nr := range all {
			all[nr] = scenario{}
			for _, in := range r.Inputs() {
				if nr < 2 && random.IntN(3) == 0 { // the third stays as it is
					cell, stated := otherValue(random, in)
					values[fmt.Sprintf("scenario%d_%s", nr+1, cellName(in.ID))] = cell
					all[nr][in.ID] = stated
				}
			}
		}
		path := filepath.Join(dir, fmt.Sprintf("%d-ingevuld.xlsx", i))
		recalc.Change(t, written, path, values)
		paths, results, filled = append(paths, path), append(results, r), append(filled, all)
	}
	for i, book := range recalc.Files(t, paths...) {
		r, naam := results[i], cases[i]
		for _, e := range book.Errors() {
			t.Errorf("%s: %s", naam, e)
		}
		ids := map[string]string{}
		for _, l := range allLines(r) {
			ids[cellName(l.ID)] = l.ID
		}
		f, err := excelize.OpenFile(paths[i])
		if err != nil {
			t.Fatal(err)
		}
		rows, err := f.GetRows(page)
		if err != nil {
			t.Fatal(err)
		}
		compared := 0
		for nr, values := range filled[i] {
			column := string(rune('D' + nr))
			c := r.With(values)
			for row := range rows {
				name, err := f.GetCellFormula(page, fmt.Sprintf("C%d", row+1))
				if err != nil {
					t.Fatal(err)
				}
				id, ok := ids[name]
				if !ok {
					continue
				}
				want, _, err := c.Value(id)
				if err != nil {
					t.Fatal(err)
				}
				got, err := decimal.NewFromString(book.Cell(page, fmt.Sprintf("%s%d", column, row+1)))
				if err != nil || !got.Round(6).Equal(want.Round(6)) {
					t.Errorf("%s, scenario %d: %s is %s in the workbook and %s in the engine (%v)", naam, nr+1, id, got, want, err)
				}
				now, err := decimal.NewFromString(book.Cell(page, fmt.Sprintf("C%d", row+1)))
				if err != nil || !now.Round(6).Equal(r.Line(id).Value.Round(6)) {
					t.Errorf("%s: %s is now %s, in the case %s (%v)", naam, id, now, r.Line(id).Value, err)
				}
				compared++
			}
			differ := 0
			for _, in := range r.Inputs() {
				if v, ok := values[in.ID]; ok && !v.Equal(in.Value) {
					differ++
				}
			}
			if counted := findCount(t, f, book, front, column); counted != fmt.Sprint(differ) {
				t.Errorf("%s, scenario %d: %s figures are said to differ, %d do", naam, nr+1, counted, differ)
			}
		}
		if compared < 3*len(allLines(r))/2 {
			t.Errorf("%s: only %d of %d lines compared", naam, compared, 3*len(allLines(r)))
		}
		if book.Cell("Invoer", "A2") != book.Cell(front, "A2") || book.Cell(front, "A2") == "" {
			t.Errorf("%s: the notice is %q", naam, book.Cell(front, "A2"))
		}
	}
}

// findCount gives what stands in the row that counts the figures that differ.
func findCount(t *testing.T, f *excelize.File, book *recalc.Book, page, column string) string {
	t.Helper()
	rows, err := f.GetRows(page)
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(rows, func(cells []string) bool { return len(cells) > 0 && cells[0] == "Aantal gegevens dat anders is" })
	return book.Cell(page, fmt.Sprintf("%s%d", column, i+1))
}
