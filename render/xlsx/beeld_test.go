package xlsx

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"annex/calc/sheet"
	"annex/render/xlsx/recalc"

	"github.com/shopspring/decimal"
)

// TestPicture draws who bears which part of the costs from live cells: after a change
// they hold what the engine makes of it, and together they are the costs.
func TestPicture(t *testing.T) {
	data, err := os.ReadFile("../../testdata/zaken/twee-stiefouders.yaml")
	if err != nil {
		t.Fatal(err)
	}
	r := resultOf(t, string(data))
	dir := t.TempDir()
	written, changed := filepath.Join(dir, "eerst.xlsx"), filepath.Join(dir, "anders.xlsx")
	book := workbook(t, r)
	if err := os.WriteFile(written, book, 0o600); err != nil {
		t.Fatal(err)
	}
	values := map[string]decimal.Decimal{}
	cells := map[string]any{}
	for _, in := range r.Inputs() {
		if in.Unit.Money() && strings.HasSuffix(in.ID, ".nbi") && in.Value.IsPositive() {
			values[in.ID] = in.Value.Add(dec("250"))
			cells[Names(r)[in.ID]] = values[in.ID]
		}
	}
	if len(values) < 4 {
		t.Fatalf("only %d incomes are changed", len(values))
	}
	recalc.Change(t, written, changed, cells)
	moved := 0
	for i, b := range recalc.Files(t, written, changed) {
		now := r.With(nil)
		if i == 1 {
			now = r.With(values)
		}
		rows, costs := map[string]int{}, 0
		for n := 1; n < 80; n++ {
			rows[b.Cell("Samenvatting", fmt.Sprintf("A%d", n))] = n
		}
		if costs = rows["Samen de kosten"]; costs == 0 {
			t.Fatal("the summary has no table of the parts")
		}
		for j, x := range r.Beelden() {
			column := string(rune('D' + j))
			if got := b.Cell("Samenvatting", fmt.Sprintf("%s%d", column, rows["Deel"])); rows["Deel"] > 0 && got != x.Naam {
				t.Errorf("column %s is of %q, want %q", column, got, x.Naam)
			}
			total := decimal.Zero
			for _, d := range x.Delen {
				want, applies, err := now.Value(d.Regel)
				if err != nil {
					t.Fatal(err)
				}
				if !applies {
					want = decimal.Zero
				}
				got := dec(b.Cell("Samenvatting", fmt.Sprintf("%s%d", column, rows[sheet.Capital(d.Naam)])))
				if got.Sub(want).Abs().GreaterThan(dec("0.000001")) {
					t.Errorf("%d: %s of %s is %s, want %s", i, d.Naam, x.Naam, got, want)
				}
				if !want.Equal(r.Line(d.Regel).Value) && applies {
					moved++
				}
				total = total.Add(got)
			}
			// Each part is rounded to cents by itself.
			if whole := dec(b.Cell("Samenvatting", fmt.Sprintf("%s%d", column, costs))); total.Sub(whole).Abs().GreaterThan(dec("0.02")) {
				t.Errorf("%d: the parts of %s are %s, the costs %s", i, x.Naam, total, whole)
			}
		}
	}
	if moved == 0 {
		t.Error("no part moved with the incomes")
	}
	files := parts(t, book)
	if got := strings.Count(files["xl/charts/chart1.xml"], "<c:ser>") + strings.Count(files["xl/charts/chart1.xml"], "<ser>"); got != len(partsOf(r.Beelden())) {
		t.Errorf("the chart has %d series, want %d", got, len(partsOf(r.Beelden())))
	}
	for name, text := range files {
		if strings.HasPrefix(name, "xl/drawings/drawing") && !strings.Contains(text, `descr="Liggend staafdiagram`) {
			t.Errorf("%s: nothing says in words what the chart shows", name)
		}
	}
}

// TestPictureOfMany: more children than there are columns for are left to the sheet with
// the explanation; a case without children has no picture.
func TestPictureOfMany(t *testing.T) {
	for _, many := range []int{0, 1, 4, 5, 6, 7} {
		s := sheet.New()
		sc := s.Section(sheet.Section{ID: "deel", Soort: "proef", Titel: "Deel"}, "deel")
		whole := sc.Add(sheet.Line{ID: "kosten", Label: "kosten", Unit: sheet.EURPerMaand, Expr: sc.Norm(figure("honderd", "100", sheet.EURPerMaand))})
		for i := range many {
			s.Picture(sheet.Periode{Nummer: 1}, fmt.Sprint("kind ", i), whole, sheet.Part{Naam: "de vader draagt", Line: whole})
		}
		r, err := s.Evaluate(sheet.Receipt{})
		if err != nil {
			t.Fatal(err)
		}
		_, drawn := parts(t, workbook(t, r))["xl/charts/chart1.xml"]
		if want := many > 0 && many < 7; drawn != want {
			t.Errorf("%d children: a picture is %v, want %v", many, drawn, want)
		}
	}
}
