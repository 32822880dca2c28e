package xlsx

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"annex/calc/sheet"
	"annex/render/xlsx/recalc"

	"github.com/shopspring/decimal"
)

// usable tells whether a random calculation stays within the figures that a
// case holds and the formulas that a cell holds, and does not divide by nil.
func usable(seed, variant uint64) bool {
	s := sheet.New()
	describeRandom(s, seed, variant)
	r, err := s.Evaluate(sheet.Receipt{})
	if err != nil {
		return false
	}
	formula := dialect{Names(r)}
	for _, sec := range r.Sections() {
		for _, l := range r.Lines(sec) {
			if l.Value.Abs().GreaterThan(decimal.New(1, 7)) || len(sheet.Spell(l.Line, formula)) > maxFormula {
				return false
			}
		}
	}
	return true
}

// randomResult evaluates several random calculations in one sheet.
func randomResult(t *testing.T, seeds []uint64, variant uint64) *sheet.Result {
	t.Helper()
	s := sheet.New()
	for _, seed := range seeds {
		describeRandom(s, seed, variant)
	}
	r, err := s.Evaluate(sheet.Receipt{Bestand: "proef.yaml"})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// compare checks every line of r against what LibreOffice made of it. It gives
// the number of lines.
func compare(t *testing.T, b *recalc.Book, r *sheet.Result) int {
	t.Helper()
	for _, e := range b.Errors() {
		t.Errorf("%s: %s", b.Path, e)
	}
	names := Names(r)
	n := 0
	for _, sec := range r.Sections() {
		for _, l := range r.Lines(sec) {
			n++
			name := names[l.ID]
			got, err := b.Value(name)
			if err != nil {
				t.Errorf("%s: %v", b.Path, err)
				continue
			}
			// What ends on a few decimals must be that; what does not, to within
			// the precision of a spreadsheet.
			within := decimal.New(1, -6)
			if l.Value.Equal(l.Value.Round(2)) {
				within = decimal.New(1, -9)
			}
			if got.Sub(l.Value).Abs().GreaterThan(within) {
				t.Errorf("%s: %s = %s, the model has %s\n  %s", b.Path, name, got, l.Value, sheet.Spell(l.Line, dialect{names}))
			}
			page, cell, _ := b.Place(name)
			status := b.Cell(page, "I"+cell[1:])
			if want := map[bool]string{true: "", false: "niet van toepassing"}[l.Applies]; status != want {
				t.Errorf("%s: the status of %s is %q, want %q", b.Path, name, status, want)
			}
		}
	}
	return n
}

// TestRecalculation lets LibreOffice calculate random workbooks: as they were
// written, and after all their inputs were changed outside this code. Both must
// give what the model gives.
func TestRecalculation(t *testing.T) {
	const workbooks, perWorkbook = 4, 50
	dir := t.TempDir()
	var paths []string
	var results []*sheet.Result
	seed := uint64(0)
	for i := range workbooks {
		var seeds []uint64
		for len(seeds) < perWorkbook {
			if seed++; usable(seed, 0) && usable(seed, 1) {
				seeds = append(seeds, seed)
			}
		}
		before, after := randomResult(t, seeds, 0), randomResult(t, seeds, 1)
		written := filepath.Join(dir, fmt.Sprintf("%d.xlsx", i))
		if err := os.WriteFile(written, workbook(t, before), 0o600); err != nil {
			t.Fatal(err)
		}
		changed := filepath.Join(dir, fmt.Sprintf("%d-gewijzigd.xlsx", i))
		change(t, written, changed, after)
		paths = append(paths, written, changed)
		results = append(results, before, after)
	}
	lines := 0
	for i, b := range recalc.Files(t, paths...) {
		lines += compare(t, b, results[i])
	}
	t.Logf("%d lines in %d workbooks of %d random calculations each", lines, len(paths), perWorkbook)
}

// change gives the inputs of a written workbook the values they have in r.
func change(t *testing.T, in, out string, r *sheet.Result) {
	t.Helper()
	names := Names(r)
	values := map[string]any{}
	for _, input := range r.Inputs() {
		switch input.Unit {
		case sheet.JaNee:
			values[names[input.ID]] = input.Text()
		case sheet.Percentage:
			values[names[input.ID]] = input.Value.Shift(-2)
		default:
			values[names[input.ID]] = input.Value
		}
	}
	recalc.Change(t, in, out, values)
}

// TestTies rounds products that end exactly on half a cent or half a euro, on
// which binary arithmetic by itself goes wrong one time in five.
func TestTies(t *testing.T) {
	s := sheet.New()
	sc := s.Section(sheet.Section{ID: "gelijk", Soort: "proef", Titel: "Precies de helft"}, "gelijk")
	want := map[string]decimal.Decimal{}
	n := 0
	tie := func(percentage, amount string, places int32) {
		n++
		id := fmt.Sprintf("t%d", n)
		p := sc.Input(sheet.Input{ID: id + "_deel", Groep: "Invoer", Label: "deel", Unit: sheet.Percentage, Value: dec(percentage)})
		a := sc.Input(sheet.Input{ID: id + "_bedrag", Groep: "Invoer", Label: "bedrag", Unit: sheet.EURPerMaand, Value: dec(amount)})
		sc.Add(sheet.Line{ID: id, Label: id, Unit: sheet.EURPerMaand, Expr: p.Times(a).Round(places)})
		sc.Add(sheet.Line{ID: id + "_min", Label: id + " onder nul", Unit: sheet.EURPerMaand, Expr: sheet.Zero.Minus(p.Times(a)).Round(places)})
		// decimal.Round goes half away from zero too, on its own arithmetic.
		want["gelijk_"+id] = dec(percentage).Shift(-2).Mul(dec(amount)).Round(places)
		want["gelijk_"+id+"_min"] = want["gelijk_"+id].Neg()
	}
	tie("70", "165", 0)   // 115.5; in binary 115.49999999999999
	tie("28.5", "100", 0) // 28.5; in binary 28.499999999999996
	tie("100", "1234567.885", 2)
	tie("100", "2.675", 2)
	tie("100", "1.005", 2)
	for percentage := 5; percentage <= 100; percentage += 5 {
		for amount := 1; amount <= 4000; amount++ {
			if tenths := percentage * amount; tenths%100 == 50 && amount%7 == 0 {
				tie(fmt.Sprint(percentage), fmt.Sprint(amount), 0)
				tie(fmt.Sprint(percentage), decimal.New(int64(amount), -2).String(), 2)
			}
		}
	}
	r, err := s.Evaluate(sheet.Receipt{})
	if err != nil {
		t.Fatal(err)
	}
	b := recalc.Bytes(t, workbook(t, r))[0]
	for name, w := range want {
		if got, err := b.Value(name); err != nil || !got.Equal(w) {
			t.Errorf("%s = %s, %v; want %s", name, got, err, w)
		}
	}
	t.Logf("%d ties", len(want))
}

// TestExampleIsLive changes the inputs of the example so that other rows, bands
// and branches apply, and reads what a user would see.
func TestExampleIsLive(t *testing.T) {
	dir := t.TempDir()
	original := example(t, nil)
	written := filepath.Join(dir, "voorbeeld.xlsx")
	if err := os.WriteFile(written, workbook(t, original), 0o600); err != nil {
		t.Fatal(err)
	}
	cases := []struct {
		name    string
		changed values
		cells   map[string]any // where they are not just the changed values
		notice  string
	}{
		{"nothing", nil, nil, "Deze werkmap is gelijk aan de bijlage: er is geen invoercel gewijzigd."},
		{"another row of the table", values{"nbi_vader_nu": "2080"}, nil, "Deze werkmap wijkt af van de bijlage: 1 invoercel is gewijzigd."},
		{"below the table", values{"nbi_vader_nu": "1874.99", "last_vader": "0"}, nil, "Deze werkmap wijkt af van de bijlage: 2 invoercellen zijn gewijzigd."},
		{"exactly a limit", values{"nbi_vader_nu": "1875"}, nil, "Deze werkmap wijkt af van de bijlage: 1 invoercel is gewijzigd."},
		{"enough for all", values{"nbi_vader_nu": "4812.37", "nbi_moeder_nu": "3100"}, nil, "Deze werkmap wijkt af van de bijlage: 2 invoercellen zijn gewijzigd."},
		{"bijstand", values{"bijstand_moeder": "1"}, nil, "Deze werkmap wijkt af van de bijlage: 1 invoercel is gewijzigd."},
		{"other care days", values{"dagen_noor": "3.5", "dagen_daan": "0.9"}, nil, "Deze werkmap wijkt af van de bijlage: 2 invoercellen zijn gewijzigd."},
		{"outside the table of costs", values{"nbi_vader": "9000"}, nil, "Deze werkmap wijkt af van de bijlage: 1 invoercel is gewijzigd."},
		{
			"cleared cells", values{"nbi_vader_nu": "0", "bijstand_vader": "0", "kgb_vader_nu": "0"},
			map[string]any{"invoer_vader_nbi_vader_nu": nil, "invoer_vader_bijstand_vader": nil, "invoer_vader_kgb_vader_nu": nil},
			// An empty cell equals nil, but is not the word nee.
			"Deze werkmap wijkt af van de bijlage: 2 invoercellen zijn gewijzigd.",
		},
	}
	var paths []string
	var results []*sheet.Result
	for i, c := range cases {
		r := example(t, c.changed)
		path := filepath.Join(dir, fmt.Sprintf("%d.xlsx", i))
		if c.cells != nil {
			recalc.Change(t, written, path, c.cells)
		} else {
			change(t, written, path, r)
		}
		paths, results = append(paths, path), append(results, r)
	}
	for i, b := range recalc.Files(t, paths...) {
		c, r := cases[i], results[i]
		t.Run(c.name, func(t *testing.T) {
			compare(t, b, r)
			heading := "ingevuld met de oorspronkelijke gegevens"
			if c.notice != cases[0].notice {
				heading = "oude getallen: er is invoer gewijzigd"
			}
			if got := b.Cell("Draagkracht vader", "H4"); got != heading {
				t.Errorf("the column with the original numbers is headed %q, want %q", got, heading)
			}
			for _, page := range b.Sheets() {
				if got := b.Cell(page, "A2"); got != c.notice {
					t.Errorf("%s says %q, want %q", page, got, c.notice)
				}
			}
			differences(t, b, original, r)
			// The outcome on the first page, live and as it was.
			row := 0
			for n := 1; n < 60 && row == 0; n++ {
				if b.Cell("Samenvatting", fmt.Sprintf("A%d", n)) == "Noor" && b.Cell("Samenvatting", fmt.Sprintf("D%d", n)) != "" {
					row = n
				}
			}
			for j, u := range r.Betalingen() {
				now, was := b.Cell("Samenvatting", fmt.Sprintf("D%d", row+j)), b.Cell("Samenvatting", fmt.Sprintf("E%d", row+j))
				if got := dec(b.Cell("Samenvatting", fmt.Sprintf("F%d", row+j))); !got.Equal(u.Bedrag.Sub(original.Betalingen()[j].Bedrag)) {
					t.Errorf("outcome %d differs %s", j+1, got)
				}
				if now != u.Bedrag.String() || was != original.Betalingen()[j].Bedrag.String() {
					t.Errorf("outcome %d: now %s, in the annex %s; want %s and %s", j+1, now, was, u.Bedrag, original.Betalingen()[j].Bedrag)
				}
			}
		})
	}
}

// differences checks beside each line what it differs from the original, as a reader
// sees both: a line that plays no part shows no amount. And it checks the counts of
// these, on the sheet itself and in the overview of the sheets.
func differences(t *testing.T, b *recalc.Book, original, r *sheet.Result) {
	t.Helper()
	shown := func(l *sheet.LineResult) decimal.Decimal {
		if l.Applies {
			return l.Value
		}
		return decimal.Zero
	}
	names, counts, seen := Names(r), map[string]int{}, 0
	for _, sec := range r.Sections() {
		for _, l := range r.Lines(sec) {
			page, cell, _ := b.Place(names[l.ID])
			want := shown(l).Sub(shown(original.Line(l.ID)))
			if got := dec(b.Cell(page, "E"+cell[1:])); got.Sub(want).Abs().GreaterThan(dec("0.000001")) {
				t.Errorf("%s differs %s from the annex, want %s", l.ID, got, want)
			}
			if counts[page] += 0; !want.Round(6).IsZero() {
				counts[page]++
				seen++
			}
		}
	}
	overview := map[string]string{}
	for n := 1; n < 90; n++ {
		overview[b.Cell("Samenvatting", fmt.Sprintf("A%d", n))] = b.Cell("Samenvatting", fmt.Sprintf("G%d", n))
	}
	for page, n := range counts {
		if got := b.Cell(page, "G2"); got != fmt.Sprint(n) {
			t.Errorf("%s counts %q differences, want %d", page, got, n)
		}
		if got := overview[page]; got != fmt.Sprint(n) {
			t.Errorf("the overview counts %q differences on %s, want %d", got, page, n)
		}
	}
	if changed := seen > 0; changed != (overview["Invoer"] != "0") {
		t.Errorf("%d amounts differ after %s changes", seen, overview["Invoer"])
	}
}

// TestClearedInputs clears inputs that stand in a formula by themselves: where
// MIN, MAX and MATCH would pass over an empty cell it must count as nil.
func TestClearedInputs(t *testing.T) {
	build := func(value string) *sheet.Result {
		s := sheet.New()
		sc := s.Section(sheet.Section{ID: "deel", Soort: "deel", Titel: "Deel"}, "deel")
		x := sc.Input(sheet.Input{ID: "x", Groep: "Invoer", Label: "x", Unit: sheet.EURPerMaand, Value: dec(value)})
		vraag := sc.Input(sheet.Input{ID: "vraag", Groep: "Invoer", Label: "vraag", Unit: sheet.JaNee, Value: dec(value)})
		hundred := sc.Norm(figure("honderd", "100", sheet.EURPerMaand))
		tabel := sc.Table(table("tabel", sheet.EURPerMaand, sheet.EURPerMaand, [2]string{"0", "7"}, [2]string{"1", "9"}))
		for i, e := range []sheet.Expr{
			x.AtMost(hundred), x.AtLeast(sheet.Zero), hundred.AtMost(x), sheet.Lookup(tabel, 1, x), sheet.Interpolate(tabel, 1, x),
			x, x.Round(2), sheet.If(x.MoreThan(sheet.Zero), hundred, sheet.Zero), sheet.If(vraag.IsYes(), hundred, sheet.Zero),
		} {
			sc.Add(sheet.Line{ID: fmt.Sprintf("regel_%d", i), Label: "regel", Unit: sheet.EURPerMaand, Expr: e})
		}
		sc.Add(sheet.Line{ID: "vraag", Label: "vraag", Unit: sheet.JaNee, Expr: vraag, Only: vraag.IsYes()})
		r, err := s.Evaluate(sheet.Receipt{})
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	dir := t.TempDir()
	written, cleared := filepath.Join(dir, "vol.xlsx"), filepath.Join(dir, "leeg.xlsx")
	if err := os.WriteFile(written, workbook(t, build("1")), 0o600); err != nil {
		t.Fatal(err)
	}
	recalc.Change(t, written, cleared, map[string]any{"invoer_deel_x": nil, "invoer_deel_vraag": nil})
	books := recalc.Files(t, written, cleared)
	compare(t, books[0], build("1"))
	compare(t, books[1], build("0"))
}
