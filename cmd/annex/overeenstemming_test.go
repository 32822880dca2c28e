package main

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"annex/calc"
	"annex/calc/inkomen"
	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"
	"annex/render/xlsx"
	"annex/render/xlsx/recalc"
	"annex/templates"

	"github.com/shopspring/decimal"
)

// The three outputs cannot disagree: these tests hold the workbook and the PDF
// of every golden case against the engine, by means that share no code with it.

type goldenCase struct {
	naam string
	data []byte
	r    *sheet.Result
}

func goldenCases(t testing.TB) []goldenCase {
	t.Helper()
	paths, err := filepath.Glob("../../testdata/zaken/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var out []goldenCase
	for _, path := range paths {
		if strings.HasSuffix(path, ".verwacht.yaml") {
			continue
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		naam := filepath.Base(path)
		out = append(out, goldenCase{naam, data, compute(t, readCase(t, naam, data))})
	}
	if len(out) == 0 {
		t.Fatal("no golden cases in testdata/zaken")
	}
	return out
}

func readCase(t testing.TB, naam string, data []byte) *zaak.Zaak {
	t.Helper()
	z, problemen := zaak.Lees(naam, data, zaak.Opties{})
	if len(problemen) > 0 {
		t.Fatalf("%s: %s", naam, problemen.Tekst())
	}
	return z
}

func compute(t testing.TB, z *zaak.Zaak) *sheet.Result {
	t.Helper()
	set, err := norms.Load()
	if err != nil {
		t.Fatal(err)
	}
	r, err := calc.Compute(z, set, versie)
	if err != nil {
		t.Fatalf("%s: %v", z.Herkomst.Bestand, err)
	}
	return r
}

func allLines(r *sheet.Result) []*sheet.LineResult {
	var out []*sheet.LineResult
	for _, s := range r.Sections() {
		out = append(out, r.Lines(s)...)
	}
	return out
}

func cellName(id string) string { return strings.ReplaceAll(id, ".", "_") }

func workbook(t testing.TB, r *sheet.Result) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := xlsx.Write(&b, r, xlsx.Erbij{}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// sameAsEngine compares every line of a recalculated workbook with the engine.
func sameAsEngine(t *testing.T, what string, book *recalc.Book, r *sheet.Result) {
	t.Helper()
	if errs := book.Errors(); len(errs) > 0 {
		t.Errorf("%s: %d error values, first in %s", what, len(errs), errs[0])
	}
	const enough = 3 // one wrong line makes many others wrong
	wrong := 0
	for _, l := range allLines(r) {
		if wrong == enough {
			return
		}
		got, err := book.Value(cellName(l.ID))
		if err != nil {
			t.Errorf("%s: %s: %v", what, l.ID, err)
			wrong++
			continue
		}
		if !got.Round(6).Equal(l.Value.Round(6)) {
			t.Errorf("%s: %s is %s in the workbook and %s in the engine", what, l.ID, got, l.Value)
			wrong++
		}
	}
}

// made gives the workbook of a case as annex maak does, with all that it holds besides
// the calculation.
func made(t testing.TB, c goldenCase) []byte {
	t.Helper()
	return madeOf(t, c, readCase(t, c.naam, c.data), c.r)
}

// madeOf is made for the case as it is after changes.
func madeOf(t testing.TB, c goldenCase, z *zaak.Zaak, r *sheet.Result) []byte {
	t.Helper()
	set, err := norms.Load()
	if err != nil {
		t.Fatal(err)
	}
	files, err := dossier{gelezen: gelezen{z, c.data, set}, r: r, naam: stam(c.naam), sjablonen: templates.Standaard()}.documenten("xlsx", "")
	if err != nil || len(files) != 1 {
		t.Fatalf("%s: %d files, %v", c.naam, len(files), err)
	}
	return files[0].data
}

// TestWerkmapLeeft lets LibreOffice calculate every formula of every workbook: the lines
// give what the engine gives, and every other cell what is cached for it. Then it changes
// inputs, as a user would, and compares with a fresh run of the case changed in the same
// way, across bands, shortages and directions, and at the edges of each.
func TestWerkmapLeeft(t *testing.T) {
	const offices = 2 // beside each other: most of the time goes to opening workbooks
	cases := goldenCases(t)
	for nr := range offices {
		t.Run(fmt.Sprint(nr+1), func(t *testing.T) {
			t.Parallel()
			var part []goldenCase
			for i, c := range cases {
				if i%offices == nr {
					part = append(part, c)
				}
			}
			werkmappenLeven(t, part, rand.New(rand.NewPCG(34154, uint64(2025+nr))))
		})
	}
}

func werkmappenLeven(t *testing.T, cases []goldenCase, random *rand.Rand) {
	office, formulas, changes, tried := recalc.Start(t), 0, 0, 0
	for _, c := range cases {
		live, book := office.Open(made(t, c))
		sameAsEngine(t, c.naam, book, c.r)
		showsWhatIsCached(t, c.naam, live, book)
		formulas += live.Written.Formulas()
		whole := random.IntN(len(ways)) // the change of which the sheets Wat-als are compared
		for nr, otherwise := range ways {
			z := readCase(t, c.naam, c.data)
			values, changed := map[string]any{}, 0
			for _, in := range otherwise.which(random, c.r.Inputs()) {
				cell, stated := otherwise.value(random, c.r, in)
				values[cellName(in.ID)] = cell
				setByPath(t, z, in.Pad, stated)
				if differs(in, cell) {
					changed++
				}
			}
			changes++
			what := fmt.Sprintf("%s, %s: %v", c.naam, otherwise.name, values)
			book, r := live.With(values), compute(t, z)
			sameAsEngine(t, what, book, r)
			countsChanges(t, what, book, changed)
			if nr == whole {
				tried += triesTheSame(t, what, book, live.Written, recalc.Read(t, madeOf(t, c, z, r)))
			}
		}
	}
	if tried < 3*len(cases) {
		t.Errorf("only %d sheets Wat-als compared with those of a fresh run", tried)
	}
	t.Logf("%d formulas, %d changes and %d sheets Wat-als in %d workbooks", formulas, changes, tried, len(cases))
}

// triesTheSame compares the sheets Wat-als of a changed workbook with those of a fresh run
// of the case changed in the same way, and gives how many it compared. Where the change
// makes other rows, as when the days of care of two children part ways, there is nothing
// to compare.
func triesTheSame(t *testing.T, what string, book, written, fresh *recalc.Book) int {
	t.Helper()
	compared := 0
	for _, sheet := range fresh.Sheets() {
		if strings.HasPrefix(sheet, "Wat-als") && written.SameFormulas(fresh, sheet) {
			compared++
			differences, _ := recalc.Differences(book, fresh, sheet)
			tell(t, what, slices.DeleteFunc(differences, aboutTheOriginal))
		}
	}
	return compared
}

// aboutTheOriginal tells of a difference with a fresh run that it has to be there: the
// fresh one has no changes, and may have other sheets.
func aboutTheOriginal(difference string) bool {
	t := templates.StandaardWerkmap()
	next, _, _ := strings.Cut(t.Navigatie.Volgende, "%")
	return strings.Contains(difference, t.Melding.Gelijk) || strings.Contains(difference, `want "`+next)
}

// showsWhatIsCached fails for every cell that does not come to what is cached in it.
func showsWhatIsCached(t *testing.T, what string, live *recalc.Live, book *recalc.Book) {
	t.Helper()
	differences, _ := recalc.Differences(book, live.Written)
	tell(t, what, differences)
}

func tell(t *testing.T, what string, differences []string) {
	t.Helper()
	const enough = 3 // one wrong cell makes many others wrong
	for i, d := range differences {
		if i == enough {
			break
		}
		t.Errorf("%s: %s", what, d)
	}
}

// countsChanges reads what a user is told: how many inputs were changed, on every sheet.
func countsChanges(t *testing.T, what string, book *recalc.Book, changed int) {
	t.Helper()
	if got, err := book.Value("gewijzigde_invoer"); err != nil || !got.Equal(decimal.NewFromInt(int64(changed))) {
		t.Errorf("%s: %s inputs are counted as changed, %v; want %d", what, got, err, changed)
	}
	m := templates.StandaardWerkmap().Melding
	want := fmt.Sprintf(m.Meer, changed)
	switch changed {
	case 0:
		want = m.Gelijk
	case 1:
		want = m.Een
	}
	for _, sheet := range book.Sheets() {
		if book.Cell(sheet, "A2") != want && book.Cell(sheet, "A3") != want { // below what no reader may miss
			t.Errorf("%s: %s says %q, want %q", what, sheet, book.Cell(sheet, "A2"), want)
		}
	}
}

// differs tells whether a cell counts as changed: an empty one equals nil, but is not
// the word nee.
func differs(in *sheet.Input, cell any) bool {
	switch v := cell.(type) {
	case decimal.Decimal:
		if in.Unit == sheet.Percentage {
			v = v.Shift(2)
		}
		return !v.Equal(in.Value)
	case string:
		return v != in.Text()
	}
	return in.Unit == sheet.JaNee || !in.Value.IsZero()
}

// way is one way to change a case.
type way struct {
	name  string
	which func(*rand.Rand, []*sheet.Input) []*sheet.Input
	value func(*rand.Rand, *sheet.Result, *sheet.Input) (cell any, stated decimal.Decimal)
}

func one(random *rand.Rand, inputs []*sheet.Input) []*sheet.Input {
	if len(inputs) == 0 {
		return nil
	}
	return []*sheet.Input{inputs[random.IntN(len(inputs))]}
}

// partOf gives one in n of the inputs.
func partOf(n int) func(*rand.Rand, []*sheet.Input) []*sheet.Input {
	return func(random *rand.Rand, inputs []*sheet.Input) []*sheet.Input {
		var out []*sheet.Input
		for _, in := range inputs {
			if random.IntN(n) == 0 {
				out = append(out, in)
			}
		}
		return out
	}
}

// ways are those in which every case is changed.
var ways = []way{
	{"a third of it", partOf(3), anyValue}, {"one in five", partOf(5), anyValue}, {"one input", one, anyValue},
	{"at a key", partOf(3), atKey}, {"one at a key", one, atKey},
	{"on half a cent", partOf(2), onHalf},
	{"nil", partOf(4), func(_ *rand.Rand, _ *sheet.Result, in *sheet.Input) (any, decimal.Decimal) {
		return asCell(in, decimal.Zero)
	}},
	{"empty", partOf(4), func(*rand.Rand, *sheet.Result, *sheet.Input) (any, decimal.Decimal) { return nil, decimal.Zero }},
}

func anyValue(random *rand.Rand, _ *sheet.Result, in *sheet.Input) (any, decimal.Decimal) {
	return otherValue(random, in)
}

// asCell gives what the cell of an input holds for a value of the case file.
func asCell(in *sheet.Input, stated decimal.Decimal) (any, decimal.Decimal) {
	switch {
	case in.Unit == sheet.JaNee && stated.IsZero():
		return "nee", stated
	case in.Unit == sheet.JaNee:
		return "ja", stated
	case in.Unit == sheet.Percentage:
		return stated.Shift(-2), stated
	}
	return stated, stated
}

// atKey gives an input the key of a row of a table of the calculation, in the same unit,
// or a cent more or less.
func atKey(random *rand.Rand, r *sheet.Result, in *sheet.Input) (any, decimal.Decimal) {
	var keys []decimal.Decimal
	for _, table := range r.Tables() {
		if table.Columns[0].Unit == in.Unit {
			for _, row := range table.Table.Rows {
				keys = append(keys, row[0].Amount)
			}
		}
	}
	if len(keys) == 0 {
		return otherValue(random, in)
	}
	key := keys[random.IntN(len(keys))].Add(decimal.New(int64(random.IntN(3)-1), -2))
	if key.IsNegative() {
		key = decimal.Zero
	}
	return asCell(in, key)
}

// onHalf gives an input a value of which many a percentage and many a share ends on half
// a cent or half a euro: an odd number of times 5 cents, or 0.5.
func onHalf(random *rand.Rand, _ *sheet.Result, in *sheet.Input) (any, decimal.Decimal) {
	if !in.Unit.Money() {
		return otherValue(random, in)
	}
	odd := int64(2*random.IntN(30_000) + 1)
	return asCell(in, decimal.New(5*odd, -int32(1+random.IntN(2))))
}

// otherValue gives an input another value: as the cell holds it, and as the case
// file would state it.
func otherValue(random *rand.Rand, in *sheet.Input) (cell any, stated decimal.Decimal) {
	switch in.Unit {
	case sheet.JaNee:
		if in.Value.IsZero() {
			return "ja", decimal.NewFromInt(1)
		}
		return "nee", decimal.Zero
	case sheet.Percentage:
		d := decimal.NewFromInt(int64(random.IntN(101)))
		return d.Shift(-2), d
	case sheet.DagenPerWeek:
		d := decimal.NewFromInt(int64(random.IntN(71))).Shift(-1)
		return d, d
	case sheet.NachtenPerJaar:
		d := decimal.NewFromInt(int64(random.IntN(183)))
		return d, d
	case sheet.EURPerJaar:
		d := decimal.New(int64(random.IntN(12_000_000)), -2)
		if in.Negatief && random.IntN(4) == 0 {
			d = d.Neg()
		}
		return d, d
	case sheet.EUR:
		d := decimal.New(int64(random.IntN(40_000_000)), -2)
		return d, d
	}
	cents := int64(random.IntN(500_000))
	switch {
	case strings.Contains(in.ID, "last_"):
		cents = int64(random.IntN(40_000))
	case strings.HasSuffix(in.ID, "kindgebonden_budget"):
		cents = int64(random.IntN(60_000))
	case random.IntN(3) == 0:
		cents = int64(180_000 + 2_500*random.IntN(30)) // at and around the rows of the draagkrachttabel
	}
	d := decimal.New(cents, -2)
	return d, d
}

// TestBijlageHeeftAlles reads the PDF back: every value, formula and source that
// the calculation holds stands in it, and its structure is sound.
func TestBijlageHeeftAlles(t *testing.T) {
	for _, c := range goldenCases(t) {
		bijlageHeeftAlles(t, c.naam, c.r)
	}
}

// bijlageHeeftAlles does so for one result, and gives the text of the PDF without
// white space.
func bijlageHeeftAlles(t *testing.T, naam string, r *sheet.Result) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "bijlage.pdf")
	var b bytes.Buffer
	if err := pdfVan(&b, r); err != nil {
		t.Fatalf("%s: %v", naam, err)
	}
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("qpdf", "--check", path).CombinedOutput(); err != nil {
		t.Errorf("%s: qpdf --check: %v\n%s", naam, err, out)
	}
	raw, err := exec.Command("pdftotext", "-raw", path, "-").Output()
	if err != nil {
		t.Fatalf("%s: pdftotext: %v", naam, err)
	}
	text := squeeze(string(raw))
	weggelaten := map[*sheet.Section]int{}
	for _, l := range allLines(r) {
		if !l.Applies {
			continue
		}
		if s := l.Section(); s.Soort == inkomen.Soort && l.Value.IsZero() && !l.Slot && !l.Keep {
			weggelaten[s]++ // only how many there are
			continue
		}
		for _, want := range printed(r, l) {
			if !strings.Contains(text, squeeze(want)) {
				t.Errorf("%s: %s: the PDF does not hold %q", naam, l.ID, want)
			}
		}
	}
	for s, n := range weggelaten {
		if want := fmt.Sprintf("%dregels", n); n > 1 && !strings.Contains(text, want+"metbedragnihilzijnweggelaten") {
			t.Errorf("%s: %s: the PDF does not say that %d lines are left out", naam, s.Titel, n)
		}
	}
	for _, u := range r.Uitgangspunten() {
		for _, want := range []string{u.Omschrijving, u.Waarde, u.Bron, u.Toelichting} {
			if !strings.Contains(text, squeeze(want)) {
				t.Errorf("%s: the PDF does not hold %q", naam, want)
			}
		}
	}
	for _, w := range r.Waarschuwingen() {
		if !strings.Contains(text, squeeze(w.Tekst)) {
			t.Errorf("%s: the PDF does not hold the warning %q", naam, w.Tekst)
		}
	}
	return text
}

// pdfVan writes the bijlage of annex itself, for the lawyer.
func pdfVan(w io.Writer, r *sheet.Result) error {
	return bijlage(w, r)
}

// printed gives what the PDF says of a line. Of a grid it prints every amount, of
// money in cents, and of one row with more columns how each column was found: the others are
// found in the same way. Of a grid of one column each row shows its sum.
func printed(r *sheet.Result, l *sheet.LineResult) []string {
	if l.Kolom == "" {
		return []string{l.Label, l.Text(), l.Words, l.Numbers}
	}
	amount := l.Text()
	if l.Unit.Money() {
		amount = sheet.FormatNumber(l.Value, 2)
	}
	kolommen, eerste, uitgewerkt, rij := map[string]bool{}, "", "", ""
	for _, x := range r.Lines(l.Section()) {
		if x.Blok != l.Blok {
			continue
		}
		kolommen[x.Kolom] = true
		if eerste == "" {
			eerste = x.Rij
		}
		if x.Rij != rij && uitgewerkt == "" && !x.Value.IsZero() {
			uitgewerkt = x.Rij // the first row that does not begin with nil
		}
		rij = x.Rij
	}
	switch {
	case len(kolommen) == 1 && l.Value.IsZero():
		return []string{l.Rij, amount}
	case len(kolommen) == 1:
		return []string{l.Rij, amount, l.Numbers}
	case l.Rij == uitgewerkt, uitgewerkt == "" && l.Rij == eerste:
		return []string{l.Rij, amount, l.Label, l.Text(), l.Words, l.Numbers}
	}
	return []string{l.Rij, sheet.Capital(l.Kolom), amount}
}

var headAndFoot = regexp.MustCompile(`Allebedragenpermaand,tenzijandersvermeldpagina\d+van\d+`)

// squeeze takes white space out, because lines break elsewhere on paper.
func squeeze(s string) string {
	return headAndFoot.ReplaceAllString(strings.Join(strings.Fields(s), ""), "")
}

// TestZakrekenmachine calculates what is printed, as a reader with a pocket
// calculator would: every filled-in formula gives the amount beside it. It does
// so for every golden case and for cases changed at random, which also have to
// make a bijlage.
func TestZakrekenmachine(t *testing.T) {
	const perCase = 6
	random := rand.New(rand.NewPCG(1404, 2025))
	for _, c := range goldenCases(t) {
		printedSumsHold(t, c.naam, c.r)
		for range perCase {
			z := readCase(t, c.naam, c.data)
			for _, in := range c.r.Inputs() {
				if random.IntN(2) == 0 {
					_, stated := otherValue(random, in)
					setByPath(t, z, in.Pad, stated)
				}
			}
			r := compute(t, z)
			printedSumsHold(t, c.naam+", changed", r)
			if err := pdfVan(io.Discard, r); err != nil {
				t.Errorf("%s, changed: %v", c.naam, err)
			}
		}
	}
}

func printedSumsHold(t *testing.T, naam string, r *sheet.Result) {
	t.Helper()
	for _, l := range allLines(r) {
		if l.Numbers == "" || l.Unit == sheet.JaNee {
			continue
		}
		got, err := pocketCalculator(l.Numbers)
		if err != nil {
			t.Errorf("%s: %s: %q: %v", naam, l.ID, l.Numbers, err)
			continue
		}
		places := l.Places()
		if l.Value.IsInteger() && strings.Contains(l.Words, "(op hele euro's)") {
			places = 0 // of a choice whose other side has cents
		}
		if l.Unit == sheet.Percentage || !l.Value.Equal(l.Value.Round(2)) {
			places = 4 // a fraction, and an amount that is not rounded
		}
		if strings.Contains(l.Words, "(op hele procenten)") {
			places = 2
		}
		switch {
		case strings.HasSuffix(l.Words, "(op hele euro's naar beneden)"), strings.HasSuffix(l.Words, "(op hele getallen naar beneden)"):
			got = got.Truncate(0)
		case strings.HasSuffix(l.Words, "(op hele euro's naar boven)"), strings.Contains(l.Words, "(op hele euro's naar boven); anders: 0"):
			got = got.RoundUp(0)
		}
		if !got.Round(places).Equal(l.Value.Round(4)) {
			t.Errorf("%s: %s: %q gives %s, printed is %s", naam, l.ID, l.Numbers, got, l.Text())
		}
	}
}
