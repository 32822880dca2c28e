package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
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
	const rounds = 4
	type scenario map[string]decimal.Decimal // as With has it
	office := recalc.Start(t)
	for _, naam := range cases {
		data, r := tried(t, naam)
		live, _ := office.Open(data)
		f, err := excelize.OpenReader(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		rows := linesByRow(t, f, page, r)
		if len(rows) < len(allLines(r))/2 {
			t.Errorf("%s: only %d of %d lines stand on %s", naam, len(rows), len(allLines(r)), page)
		}
		for range rounds {
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
			book := live.With(values)
			for _, e := range book.Errors() {
				t.Errorf("%s: %s", naam, e)
			}
			for nr, values := range all {
				column := string(rune('D' + nr))
				c := r.With(values)
				for row, id := range rows {
					want, _, err := c.Value(id)
					if err != nil {
						t.Fatal(err)
					}
					got, err := decimal.NewFromString(book.Cell(page, fmt.Sprintf("%s%d", column, row)))
					if err != nil || !got.Round(6).Equal(want.Round(6)) {
						t.Errorf("%s, scenario %d: %s is %s in the workbook and %s in the engine (%v)", naam, nr+1, id, got, want, err)
					}
					now, err := decimal.NewFromString(book.Cell(page, fmt.Sprintf("C%d", row)))
					if err != nil || !now.Round(6).Equal(r.Line(id).Value.Round(6)) {
						t.Errorf("%s: %s is now %s, in the case %s (%v)", naam, id, now, r.Line(id).Value, err)
					}
				}
				differ := 0
				for _, in := range r.Inputs() {
					if v, ok := values[in.ID]; ok && !v.Equal(in.Value) {
						differ++
					}
				}
				if counted, err := decimal.NewFromString(findCount(t, f, book, front, column)); err != nil || !counted.Equal(decimal.NewFromInt(int64(differ))) {
					t.Errorf("%s, scenario %d: %s figures are said to differ, %d do (%v)", naam, nr+1, counted, differ, err)
				}
			}
			if book.Cell("Invoer", "A2") != book.Cell(front, "A2") || book.Cell(front, "A2") == "" {
				t.Errorf("%s: the notice is %q", naam, book.Cell(front, "A2"))
			}
		}
	}
}

// linesByRow gives the line that stands in a row of a sheet, by the row.
func linesByRow(t *testing.T, f *excelize.File, page string, r *sheet.Result) map[int]string {
	t.Helper()
	ids := map[string]string{}
	for _, l := range allLines(r) {
		ids[cellName(l.ID)] = l.ID
	}
	list, err := f.GetRows(page)
	if err != nil {
		t.Fatal(err)
	}
	rows := map[int]string{}
	for row := range list {
		name, err := f.GetCellFormula(page, fmt.Sprintf("C%d", row+1))
		if err != nil {
			t.Fatal(err)
		}
		if id, ok := ids[name]; ok {
			rows[row+1] = id
		}
	}
	return rows
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
