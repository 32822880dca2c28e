package xlsx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"annex/calc/sheet"
	"annex/render/xlsx/finish"
	"annex/render/xlsx/recalc"
	"annex/templates"

	"github.com/xuri/excelize/v2"
)

// workbook gives the workbook of r.
func workbook(t testing.TB, r *sheet.Result) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Write(&out, r, Erbij{}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// open reads a workbook with the library that is also used to write it; what
// the file itself says is tested on its XML.
func open(t testing.TB, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// parts gives the parts of a workbook by name.
func parts(t testing.TB, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		r.Close()
		out[f.Name] = string(text)
	}
	return out
}

func TestSameBytes(t *testing.T) {
	want := workbook(t, example(t, nil))
	for range 20 {
		if !bytes.Equal(workbook(t, example(t, nil)), want) {
			t.Fatal("the same case gave other bytes")
		}
	}
}

func TestPackage(t *testing.T) {
	data := workbook(t, example(t, nil))
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	if z.File[0].Name != finish.ContentTypesName {
		t.Errorf("the package begins with %s", z.File[0].Name)
	}
	for name, text := range parts(t, data) {
		d := xml.NewDecoder(strings.NewReader(text))
		for {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Errorf("%s: %v", name, err)
				break
			}
		}
		if strings.Contains(name, "externalLink") || strings.Contains(name, "vbaProject") || strings.Contains(text, `TargetMode="External"`) {
			t.Errorf("%s refers to something outside the workbook", name)
		}
	}
}

func TestSheets(t *testing.T) {
	f := open(t, workbook(t, example(t, nil)))
	want := []string{"Samenvatting", "Uitleg", "Invoer", "Behoefte", "Draagkracht moeder", "Draagkracht vader", "Verdeling", "Bijdrage per kind", "Uitkomst", "Normen", "Verantwoording"}
	if got := f.GetSheetList(); !slices.Equal(got, want) {
		t.Errorf("sheets = %q, want %q", got, want)
	}
	if i := f.GetActiveSheetIndex(); i != 0 {
		t.Errorf("sheet %d is open, want the first", i)
	}
}

// TestEveryLine reads back, from the file itself, the formula and the number
// that is cached for it, and what stands beside it.
func TestEveryLine(t *testing.T) {
	r := example(t, nil)
	f := open(t, workbook(t, r))
	names := Names(r)
	places := definedNames(t, f)
	formula := dialect{names}
	for i, sec := range r.Sections() {
		for j, l := range r.Lines(sec) {
			p := places[names[l.ID]]
			cell := func(column string) string {
				v, err := f.GetCellValue(p.sheet, column+p.row, excelize.Options{RawCellValue: true})
				if err != nil {
					t.Fatal(err)
				}
				return v
			}
			if got, _ := f.GetCellFormula(p.sheet, "C"+p.row); got != sheet.Spell(l.Line, formula) {
				t.Errorf("formula of %s = %q", l.ID, got)
			}
			if kind, _ := f.GetCellType(p.sheet, "C"+p.row); kind != excelize.CellTypeUnset && kind != excelize.CellTypeNumber {
				t.Errorf("the cached value of %s is no number (type %d)", l.ID, kind)
			}
			if got := dec(cell("C")); got.Sub(l.Value).Abs().GreaterThan(dec("0.0000001")) {
				t.Errorf("cached value of %s = %s, want %s", l.ID, got, l.Value)
			}
			if got, want := cell("A"), fmt.Sprintf("%d.%d", i+1, j+1); got != want {
				t.Errorf("number of %s = %q, want %q", l.ID, got, want)
			}
			label := l.Label
			if l.Toelichting != "" {
				label += "\n" + l.Toelichting
			}
			if got := cell("B"); got != label {
				t.Errorf("label of %s = %q, want %q", l.ID, got, label)
			}
			was := "–"
			if l.Applies {
				was = cell("C")
			}
			if got := cell("D"); got != was {
				t.Errorf("%s in the annex = %q, want %q", l.ID, got, was)
			}
			if got := cell("E"); got != "0" {
				t.Errorf("%s differs %q from the annex", l.ID, got)
			}
			if got := cell("G"); l.WordsLive != "" && got != l.WordsLive {
				t.Errorf("%s in words = %q, want %q", l.ID, got, l.WordsLive)
			}
			filledIn := l.Numbers
			if !l.Applies {
				filledIn = ""
			}
			if got := cell("H"); got != filledIn {
				t.Errorf("%s filled in = %q, want %q", l.ID, got, filledIn)
			}
			linked, target, err := f.GetCellHyperLink(p.sheet, "G"+p.row)
			if err != nil {
				t.Fatal(err)
			}
			if want := linkOf(r, l, places); linked != (want != "") || target != want {
				t.Errorf("%s links to %q, want %q", l.ID, target, want)
			}
			if got := cell("J"); l.Source.Document != "" && !strings.HasSuffix(got, l.Source.String()) {
				t.Errorf("source of %s = %q, want %q", l.ID, got, l.Source)
			}
		}
	}
}

// linkOf is where the words of a line lead: to the input it shows, if it does no
// more than that.
func linkOf(r *sheet.Result, l *sheet.LineResult, places map[string]where) string {
	if l.WordsLive != "" {
		return ""
	}
	names := Names(r)
	for _, in := range r.Inputs() {
		if (dialect{names}).Input(in).Text == sheet.Spell(l.Line, dialect{names}) {
			return "'Invoer'!" + places[names[in.ID]].column + places[names[in.ID]].row
		}
	}
	return "'Normen'!A1"
}

type where struct{ sheet, column, row string }

func definedNames(t testing.TB, f *excelize.File) map[string]where {
	t.Helper()
	form := regexp.MustCompile(`^'(.+)'!\$([A-Z]+)\$([0-9]+)`)
	out := map[string]where{}
	for _, n := range f.GetDefinedName() {
		if m := form.FindStringSubmatch(n.RefersTo); m != nil {
			out[n.Name] = where{strings.ReplaceAll(m[1], "''", "'"), m[2], m[3]}
		} else if n.Name != "_xlnm.Print_Titles" {
			t.Errorf("%s refers to %s", n.Name, n.RefersTo)
		}
	}
	return out
}

// TestNamesResolve finds every word in every formula among the functions and
// the defined names.
func TestNamesResolve(t *testing.T) {
	r := example(t, nil)
	f := open(t, workbook(t, r))
	known := map[string]bool{}
	for _, n := range f.GetDefinedName() {
		known[n.Name] = true
	}
	differences := 0 // a name for each sheet of the calculation
	for name := range known {
		if strings.HasPrefix(name, "verschillen_blad_") {
			differences++
		}
	}
	if want := len(Names(r)) + 1; differences == 0 || len(known)-1-differences != want { // and the print titles
		t.Errorf("%d names and %d for what differs, want %d", len(known)-1-differences, differences, want)
	}
	for _, name := range []string{"ROUND", "MIN", "MAX", "IF", "AND", "OR", "NOT", "INDEX", "MATCH", "SUM", "SUMPRODUCT", "TRUE", "FALSE"} {
		known[name] = true
	}
	literal := regexp.MustCompile(`"[^"]*"`)
	// The overview of the sheets asks each how much differs there.
	elsewhere := regexp.MustCompile(`'[^']+'!\$G\$2`)
	word := regexp.MustCompile(`[A-Za-z_][A-Za-z0-9_.]*`)
	address := regexp.MustCompile(`^\$?[A-J]\$?[0-9]+$`)
	formulas := 0
	for _, name := range f.GetSheetList() {
		rows, err := f.GetRows(name)
		if err != nil {
			t.Fatal(err)
		}
		for i := range rows {
			for _, column := range "ABCDEFGHIJ" {
				cell := fmt.Sprintf("%c%d", column, i+1)
				formula, err := f.GetCellFormula(name, cell)
				if err != nil {
					t.Fatal(err)
				}
				if formula == "" {
					continue
				}
				formulas++
				for _, w := range word.FindAllString(literal.ReplaceAllString(elsewhere.ReplaceAllString(formula, ""), ""), -1) {
					if !known[w] && !address.MatchString(w) {
						t.Errorf("%s!%s: %s in %s", name, cell, w, formula)
					}
				}
			}
		}
	}
	if formulas < 100 {
		t.Errorf("only %d formulas were seen", formulas)
	}
}

// worksheet is what the tests read of a worksheet's XML.
type worksheet struct {
	FitToPage *struct{} `xml:"sheetPr>pageSetUpPr"`
	View      struct {
		GridLines string `xml:"showGridLines,attr"`
		Selected  string `xml:"tabSelected,attr"`
		Pane      *struct {
			YSplit string `xml:"ySplit,attr"`
			State  string `xml:"state,attr"`
		} `xml:"pane"`
	} `xml:"sheetViews>sheetView"`
	Rows []struct {
		Height float64 `xml:"ht,attr"`
		Cells  []struct {
			Ref   string `xml:"r,attr"`
			Style int    `xml:"s,attr"`
			Value string `xml:"v"`
		} `xml:"c"`
	} `xml:"sheetData>row"`
	Protection *struct {
		Sheet    string `xml:"sheet,attr"`
		Password string `xml:"password,attr"`
		Hash     string `xml:"hashValue,attr"`
		Locked   string `xml:"selectLockedCells,attr"`
		Unlocked string `xml:"selectUnlockedCells,attr"`
	} `xml:"sheetProtection"`
	Validations []struct {
		Cells    string `xml:"sqref,attr"`
		Type     string `xml:"type,attr"`
		Operator string `xml:"operator,attr"`
		Error    string `xml:"error,attr"`
		Title    string `xml:"promptTitle,attr"`
		Prompt   string `xml:"prompt,attr"`
		Asked    string `xml:"showInputMessage,attr"`
		Shown    string `xml:"showErrorMessage,attr"`
		First    string `xml:"formula1"`
		Second   string `xml:"formula2"`
	} `xml:"dataValidations>dataValidation"`
	Setup struct {
		Paper       string `xml:"paperSize,attr"`
		Orientation string `xml:"orientation,attr"`
		Width       string `xml:"fitToWidth,attr"`
		Height      string `xml:"fitToHeight,attr"`
	} `xml:"pageSetup"`
	Footer string `xml:"headerFooter>oddFooter"`
}

// worksheets reads the worksheets in order.
func worksheets(t testing.TB, data []byte) []worksheet {
	t.Helper()
	var out []worksheet
	files := parts(t, data)
	for i := 1; files[fmt.Sprintf("xl/worksheets/sheet%d.xml", i)] != ""; i++ {
		var w worksheet
		if err := xml.Unmarshal([]byte(files[fmt.Sprintf("xl/worksheets/sheet%d.xml", i)]), &w); err != nil {
			t.Fatal(err)
		}
		out = append(out, w)
	}
	return out
}

// unlocked gives the styles of cells that are not locked.
func unlocked(t testing.TB, data []byte) map[int]bool {
	t.Helper()
	var styles struct {
		Formats []struct {
			Protection *struct {
				Locked string `xml:"locked,attr"`
			} `xml:"protection"`
		} `xml:"cellXfs>xf"`
	}
	if err := xml.Unmarshal([]byte(parts(t, data)["xl/styles.xml"]), &styles); err != nil {
		t.Fatal(err)
	}
	out := map[int]bool{}
	for i, f := range styles.Formats {
		if f.Protection != nil && (f.Protection.Locked == "0" || f.Protection.Locked == "false") {
			out[i] = true
		}
	}
	return out
}

func isOn(s string) bool  { return s == "1" || s == "true" }
func isOff(s string) bool { return s == "" || s == "0" || s == "false" }

func TestProtection(t *testing.T) {
	r := example(t, nil)
	data := workbook(t, r)
	free := unlocked(t, data)
	inputs := map[string]bool{}
	for name, p := range definedNames(t, open(t, data)) {
		if strings.HasPrefix(name, "invoer_") {
			inputs[p.column+p.row] = true
		}
	}
	if len(inputs) != len(r.Inputs()) {
		t.Fatalf("%d cells for %d inputs", len(inputs), len(r.Inputs()))
	}
	for i, w := range worksheets(t, data) {
		if w.Protection == nil || !isOn(w.Protection.Sheet) {
			t.Errorf("sheet %d is not protected", i+1)
			continue
		}
		if p := w.Protection; p.Password != "" || p.Hash != "" || !isOff(p.Locked) || !isOff(p.Unlocked) {
			t.Errorf("sheet %d: protection = %+v", i+1, *p)
		}
		for _, row := range w.Rows {
			for _, c := range row.Cells {
				if want := i == 2 && inputs[c.Ref]; free[c.Style] != want {
					t.Errorf("sheet %d, %s: unlocked = %v, want %v", i+1, c.Ref, free[c.Style], want)
				}
			}
		}
	}
}

// everyUnit is a sheet with an input of each unit.
func everyUnit(t testing.TB) *sheet.Result {
	t.Helper()
	s := sheet.New()
	sc := s.Section(sheet.Section{ID: "deel", Soort: "proef", Titel: "Deel"}, "deel")
	for i, u := range []sheet.Unit{sheet.EUR, sheet.EURPerMaand, sheet.EURPerJaar, sheet.Percentage, sheet.Aantal, sheet.Getal, sheet.DagenPerWeek, sheet.JaNee} {
		id := fmt.Sprintf("i%d", i)
		sc.Add(sheet.Line{ID: "r" + id, Label: id, Unit: u, Expr: sc.Input(sheet.Input{ID: id, Groep: "Alles", Label: string(u), Unit: u, Value: dec("1")})})
	}
	r, err := s.Evaluate(sheet.Receipt{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestValidation(t *testing.T) {
	r := everyUnit(t)
	data := workbook(t, r)
	places := definedNames(t, open(t, data))
	names := Names(r)
	byCell := map[string]string{}
	for _, v := range worksheets(t, data)[1].Validations {
		if v.Error == "" || !isOn(v.Shown) {
			t.Errorf("%s: no message", v.Cells)
		}
		if v.Title != "Wat vult u in?" || v.Prompt == "" || !isOn(v.Asked) {
			t.Errorf("%s: nothing says what to enter: %q, %q", v.Cells, v.Title, v.Prompt)
		}
		for _, cell := range strings.Fields(v.Cells) {
			byCell[cell] = strings.TrimSpace(strings.Join([]string{v.Type, v.Operator, v.First, v.Second}, " "))
		}
	}
	for _, in := range r.Inputs() {
		want := map[sheet.Unit]string{
			sheet.EUR: "decimal greaterThanOrEqual 0", sheet.EURPerMaand: "decimal greaterThanOrEqual 0", sheet.EURPerJaar: "decimal greaterThanOrEqual 0",
			sheet.Percentage: "decimal between 0 1", sheet.Aantal: "decimal greaterThanOrEqual 0", sheet.Getal: "decimal greaterThanOrEqual 0",
			sheet.DagenPerWeek: "decimal between 0 7", sheet.JaNee: `list  "ja,nee"`,
		}[in.Unit]
		p := places[names[in.ID]]
		if got := byCell[p.column+p.row]; got != want {
			t.Errorf("validation of %s = %q, want %q", in.Unit, got, want)
		}
	}
}

func TestLayout(t *testing.T) {
	data := workbook(t, example(t, nil))
	f := open(t, data)
	titles := map[string]string{}
	for _, n := range f.GetDefinedName() {
		if n.Name == "_xlnm.Print_Titles" {
			titles[n.Scope] = n.RefersTo
		}
	}
	for i, w := range worksheets(t, data) {
		name := f.GetSheetName(i)
		if w.Setup.Paper != "9" || w.Setup.Width != "1" || w.Setup.Height != "0" || w.FitToPage == nil {
			t.Errorf("%s: page set-up = %+v", name, w.Setup)
		}
		if !isOff(w.View.GridLines) || w.View.GridLines == "" {
			t.Errorf("%s shows grid lines", name)
		}
		if isOn(w.View.Selected) != (i == 0) {
			t.Errorf("%s: selected = %q", name, w.View.Selected)
		}
		if want := `&L&"Arial,Regular"&8Werkmap bij jansen-de_vries.yaml, 14 februari 2025&R&"Arial,Regular"&8pagina &P van &N`; w.Footer != want {
			t.Errorf("%s: footer = %s", name, w.Footer)
		}
		rows := map[string]string{"Invoer": "5", "Behoefte": "4", "Draagkracht vader": "4", "Verdeling": "4", "Bijdrage per kind": "4", "Uitkomst": "4"}[name]
		if rows == "" {
			continue
		}
		if w.View.Pane == nil || w.View.Pane.YSplit != rows || w.View.Pane.State != "frozen" {
			t.Errorf("%s: pane = %+v", name, w.View.Pane)
		}
		if want := "'" + name + "'!$1:$" + rows; titles[name] != want {
			t.Errorf("%s: print titles = %q, want %q", name, titles[name], want)
		}
	}
}

func TestProperties(t *testing.T) {
	files := parts(t, workbook(t, example(t, nil)))
	for _, want := range []string{"2025-02-14T00:00:00Z", "annex 0.1.0", "Werkmap bij de alimentatieberekening", "nl-NL"} {
		if !strings.Contains(files["docProps/core.xml"], want) {
			t.Errorf("the properties do not hold %q", want)
		}
	}
	if !strings.Contains(files["xl/workbook.xml"], `fullCalcOnLoad="true"`) && !strings.Contains(files["xl/workbook.xml"], `fullCalcOnLoad="1"`) {
		t.Error("the workbook is not calculated when it is opened")
	}
	if year := fmt.Sprint(time.Now().Year()); year != "2025" && strings.Contains(files["docProps/core.xml"], year) {
		t.Error("the properties hold the time of writing")
	}
}

// TestTextsStayTexts writes texts that a program could take for something else,
// and has LibreOffice read them back.
func TestTextsStayTexts(t *testing.T) {
	long := strings.Repeat("Dit is een lange toelichting, die in één rij niet past. ", 90) // about 5,000 characters
	texts := []string{
		"=cmd()", "=1+1", "+1", "-1", "@x", "'=1", "<b>vet</b>", "&amp; & <", `"aanhalingen"`, "_x0041_", "zin\nnieuwe regel",
		"😀 emoji", "van x14ac: en <x14", "\u202etsket skniL", "#N/A", "0001", "1e5", " spaties ", "{=1}", `=HYPERLINK("http://x","y")`, "ÿ ş Ł – € ≤",
	}
	s := sheet.New()
	sc := s.Section(sheet.Section{ID: "deel", Soort: "eigen", Titel: "=Titel & <b>"}, "deel")
	for i, text := range append(texts, long) {
		id := fmt.Sprintf("i%d", i)
		in := sc.Input(sheet.Input{ID: id, Groep: "Groep " + text[:1], Label: text, Unit: sheet.EURPerMaand, Value: dec("1"), Bron: text, Toelichting: text})
		sc.Add(sheet.Line{ID: "r" + id, Label: text, Unit: sheet.EURPerMaand, Expr: in, Toelichting: text, Source: sheet.Source{Document: text}})
		s.Fact(sheet.Feit{Groep: "Zaak", Omschrijving: text, Waarde: text, Bron: text, Toelichting: text})
		s.Warn(sheet.Cond{}, "code", text)
		s.LeaveOut(sheet.Cond{}, text, text)
		s.Choice(sheet.Cond{}, sheet.Keuze{Onderwerp: text, Keuze: text, Grond: text, Alternatief: text})
	}
	r, err := s.Evaluate(sheet.Receipt{Bestand: "=cmd() & 1.yaml"})
	if err != nil {
		t.Fatal(err)
	}
	data := workbook(t, r)
	for name, text := range parts(t, data) {
		for _, formula := range regexp.MustCompile(`<f>([^<]*)</f>`).FindAllStringSubmatch(text, -1) {
			if strings.Contains(formula[1], "cmd") || strings.Contains(formula[1], "HYPERLINK") {
				t.Errorf("%s: a text became the formula %s", name, formula[1])
			}
		}
	}
	b := recalc.Bytes(t, data)[0]
	if e := b.Errors(); e != nil {
		t.Errorf("errors: %v", e)
	}
	names := Names(r)
	for i, text := range texts {
		page, cell, _ := b.Place(names[fmt.Sprintf("invoer.deel.i%d", i)])
		for _, column := range "AGH" {
			if got := b.Cell(page, string(column)+cell[1:]); got != text {
				t.Errorf("%q came out as %q", text, got)
			}
		}
	}
	// The long text goes on in the rows below.
	page, cell, _ := b.Place(names[fmt.Sprintf("invoer.deel.i%d", len(texts))])
	var row int
	fmt.Sscan(cell[1:], &row)
	var read []string
	for {
		part := b.Cell(page, fmt.Sprintf("H%d", row))
		if part == "" {
			break
		}
		read = append(read, part)
		row++
	}
	if got := strings.Join(strings.Fields(strings.Join(read, " ")), " "); got != strings.TrimSpace(long) || len(read) < 2 {
		t.Errorf("the long text came out in %d parts, of together %d characters", len(read), len(got))
	}
}

// TestBeginOfPeriods names the periods after the month in which they begin, and
// after the day where two begin in the same month.
func TestBeginOfPeriods(t *testing.T) {
	for _, tc := range []struct{ first, second, want string }{
		{"2025-03-01", "2025-09-15", "2025-03 2025-09"},
		{"2025-03-01", "2025-03-15", "2025-03-01 2025-03-15"},
		{"2025-03-01", "2025-03-01", "1 2"},
		{"2025-03-01", "", "1 2"},
	} {
		s := sheet.New()
		for i, day := range []string{tc.first, tc.second} {
			id := fmt.Sprintf("deel_%d", i+1)
			sc := s.Section(sheet.Section{ID: id, Soort: "kind", Titel: "Deel", Periode: i + 1}, id)
			bijdrage := sc.Add(sheet.Line{ID: "regel", Label: "regel", Unit: sheet.EURPerMaand, Expr: sheet.Zero})
			s.Outcome(sheet.Uitkomst{Periode: sheet.Periode{Nummer: i + 1, Vanaf: day, Tekst: "vanaf " + day}}, bijdrage)
			// A later indexation begins no period.
			s.Outcome(sheet.Uitkomst{Geindexeerd: true, Periode: sheet.Periode{Nummer: i + 1, Vanaf: "2026-01-01"}}, bijdrage)
		}
		r, err := s.Evaluate(sheet.Receipt{})
		if err != nil {
			t.Fatal(err)
		}
		periods := (&book{result: r}).periods()
		if got := periods[1].begin + " " + periods[2].begin; got != tc.want || periods[1].text != "vanaf "+tc.first {
			t.Errorf("periods from %s and %s: %q, %q; want %q", tc.first, tc.second, got, periods[1].text, tc.want)
		}
	}
}

// TestBalance names amounts in both directions by their lines, and shows a total
// only where it adds up more than one amount.
func TestBalance(t *testing.T) {
	s := sheet.New()
	sc := s.Section(sheet.Section{ID: "uitkomst", Soort: "uitkomst", Titel: "Uitkomst"}, "uitkomst")
	vader, moeder := sheet.Persoon{ID: "vader", Naam: "de vader"}, sheet.Persoon{ID: "moeder", Naam: "de moeder"}
	outcome := func(periode int, label, amount string, voor, van, aan sheet.Persoon) {
		id := fmt.Sprintf("regel_%d_%s_%s", periode, voor.ID, van.ID)
		in := sc.Input(sheet.Input{ID: id, Groep: "Bedragen", Label: label, Unit: sheet.EURPerMaand, Value: dec(amount)})
		line := sc.Add(sheet.Line{ID: id, Label: label, Unit: sheet.EURPerMaand, Expr: in})
		s.Outcome(sheet.Uitkomst{Periode: sheet.Periode{Nummer: periode, Tekst: "vanaf"}, Voor: voor, Betaler: van, Ontvanger: aan}, line)
	}
	outcome(1, "Voor Roel", "237", sheet.Persoon{ID: "roel", Naam: "Roel"}, moeder, vader)
	outcome(1, "Voor Bo", "41", sheet.Persoon{ID: "bo", Naam: "Bo"}, vader, moeder)
	outcome(1, "Na verrekening betaalt de moeder aan de vader", "196", sheet.Persoon{}, moeder, vader)
	outcome(1, "Na verrekening betaalt de vader aan de moeder", "0", sheet.Persoon{}, vader, moeder)
	outcome(2, "Voor Roel", "237", sheet.Persoon{ID: "roel", Naam: "Roel"}, moeder, vader)
	outcome(2, "De moeder betaalt aan de vader", "237", sheet.Persoon{}, moeder, vader)
	// For one child, one of two directions; what another child receives itself is
	// in no total.
	bo, tim := sheet.Persoon{ID: "bo", Naam: "Bo"}, sheet.Persoon{ID: "tim", Naam: "Tim"}
	outcome(3, "Voor Bo", "41", bo, vader, moeder)
	outcome(3, "Verschil voor Bo", "0", bo, moeder, vader)
	outcome(3, "Aan Tim", "100", tim, vader, tim)
	outcome(3, "Na verrekening betaalt de vader aan de moeder", "41", sheet.Persoon{}, vader, moeder)
	outcome(3, "Na verrekening betaalt de moeder aan de vader", "0", sheet.Persoon{}, moeder, vader)
	r, err := s.Evaluate(sheet.Receipt{})
	if err != nil {
		t.Fatal(err)
	}
	b := newBook(r, Erbij{}, templates.StandaardWerkmap(), templates.StandaardBijlage(), nil)
	defer b.close()
	b.summary()
	if b.err != nil {
		t.Fatal(b.err)
	}
	b.sending.Wait()
	for _, p := range b.sent {
		if err := p.stream.Flush(); p.failed != nil || err != nil {
			t.Fatal(p.failed, err)
		}
	}
	rows, err := b.file.GetRows("Samenvatting")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, row := range rows {
		if len(row) == 7 && strings.HasPrefix(row[4], "€") {
			got = append(got, row[0]+": "+row[4])
		}
	}
	want := []string{
		"Roel: € 237.00", "Bo: € 41.00", "Na verrekening betaalt de moeder aan de vader: € 196.00", "Na verrekening betaalt de vader aan de moeder: € 0.00",
		"Roel: € 237.00",
		"Bo: € 41.00", "Bo: € 0.00", "Tim: € 100.00",
	}
	if !slices.ContainsFunc(rows, func(row []string) bool { return len(row) > 0 && row[0] == b.texts.Samenvatting.Grijs }) {
		t.Error("nothing says what a grey row is")
	}
	if !slices.Equal(got, want) {
		t.Errorf("outcome = %q, want %q", got, want)
	}
}

// TestMeasure measures a row that is too long for one without cutting it.
func TestMeasure(t *testing.T) {
	b := newBook(example(t, nil), Erbij{}, templates.StandaardWerkmap(), templates.StandaardBijlage(), nil)
	defer b.close()
	p := b.page("Proef", layout{widths: []float64{20}})
	long := strings.Repeat("woord ", 500)
	row := []cell{text(long, styleText)}
	if p.measure(row) < 300 || row[0].value != long {
		t.Errorf("after it was measured the row holds %d characters, want %d", len(row[0].value.(string)), len(long))
	}
}

// TestNoPart reads the conditions under which an amount shows as a dash.
func TestNoPart(t *testing.T) {
	r := example(t, nil)
	data := workbook(t, r)
	f := open(t, data)
	names, places := Names(r), definedNames(t, f)
	rule := regexp.MustCompile(`<conditionalFormatting sqref="C(\d+):C(\d+)"><cfRule[^>]*><formula>NOT\(\$I(\d+)=&#34;&#34;\)</formula>`)
	files := parts(t, data)
	for i, page := range f.GetSheetList() {
		var first, last int
		if m := rule.FindStringSubmatch(files[fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)]); m != nil {
			fmt.Sscan(m[1]+" "+m[2], &first, &last)
			if m[1] != m[3] {
				t.Errorf("%s: the condition of row %s looks at row %s", page, m[1], m[3])
			}
		}
		for _, sec := range r.Sections() {
			for _, l := range r.Lines(sec) {
				var row int
				if p := places[names[l.ID]]; p.sheet == page {
					if fmt.Sscan(p.row, &row); row < first || row > last {
						t.Errorf("%s stands outside the condition", l.ID)
					}
				}
			}
		}
	}
}

func TestSheetNames(t *testing.T) {
	var u uniqueNames
	for _, tc := range []struct{ base, suffix, want string }{
		{"Draagkracht", "", "Draagkracht"},
		{"draagkracht", "", "draagkracht 2"},
		{"Draagkracht", " (p1)", "Draagkracht (p1)"},
		{"Wat/als: [x]*?\\", "", "Wat-als- -x----"},
		{"Een titel van een onderdeel die veel te lang is", " (p2)", "Een titel van een onderdee (p2)"},
		{"Een titel van een onderdeel die veel te lang is", " (p2)", "Een titel van een onderd (p2) 2"},
		{"'Apostrof'", "", "Apostrof"},
		{"  ", "", "Blad"},
		{"History", "", "History 2"},
		{"Draagkracht _x0041_x0042_", "", "Draagkracht -x0041-x0042_"}, // how the format writes characters
		{strings.Repeat("😀", 20), "", strings.Repeat("😀", 15)},
	} {
		if got := u.name(tc.base, tc.suffix); got != tc.want {
			t.Errorf("name of %q%s = %q, want %q", tc.base, tc.suffix, got, tc.want)
		}
	}
}

func TestSheetsPerPeriod(t *testing.T) {
	s := sheet.New()
	for i, sec := range []sheet.Section{
		{Soort: "behoefte", Titel: "Behoefte"},
		{Soort: "verdeling", Titel: "Verdeling over de ouders", Periode: 1}, {Soort: "verdeling", Titel: "Verdeling van wat rest", Periode: 1},
		{Soort: "verdeling", Titel: "Verdeling over de ouders", Periode: 2},
		{Soort: "draagkracht", Titel: "Draagkracht van de vader", Onderwerp: "de vader", Periode: 2}, {Soort: "draagkracht", Titel: "Draagkracht van de moeder", Onderwerp: "de moeder", Periode: 2},
		{Soort: "proef", Titel: "Aanvaardbaarheidstoets", Periode: 2},
		{Soort: "verdeling", Titel: "Nog eens", Periode: 2},
	} {
		sec.ID = fmt.Sprintf("deel_%d", i)
		sc := s.Section(sec, sec.ID)
		sc.Add(sheet.Line{ID: "regel", Label: "regel", Unit: sheet.Getal, Expr: sheet.One})
	}
	r, err := s.Evaluate(sheet.Receipt{})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"Samenvatting", "Invoer", "Behoefte", "Verdeling 1", "Verdeling 2", "Draagkracht vader 2", "Draagkracht moeder 2", "Aanvaardbaarheidstoets 2", "Verdeling 2 2", "Normen", "Verantwoording"}
	if got := open(t, workbook(t, r)).GetSheetList(); !slices.Equal(got, want) {
		t.Errorf("sheets = %q, want %q", got, want)
	}
}

// TestSheetsByPerson: what would have the same name is told apart by whom it is
// about, if that fits.
func TestSheetsByPerson(t *testing.T) {
	for _, tc := range []struct {
		een, twee string
		want      []string
	}{
		{"de vader", "de moeder", []string{"Toets vader", "Toets moeder"}},
		{"de vader", "iemand met een veel te lange naam", []string{"Toets", "Toets 2"}},
		{"de ouder", "ouder", []string{"Toets", "Toets 2"}},
		{"", "de moeder", []string{"Toets", "Toets 2"}},
	} {
		s := sheet.New()
		for i, sec := range []sheet.Section{
			{Soort: "toets", Titel: "Toets", Onderwerp: tc.een}, {Soort: "behoefte", Titel: "Behoefte"}, {Soort: "toets", Titel: "Toets", Onderwerp: tc.twee},
		} {
			sec.ID = fmt.Sprintf("deel_%d", i)
			s.Section(sec, sec.ID).Add(sheet.Line{ID: "regel", Label: "regel", Unit: sheet.Getal, Expr: sheet.One})
		}
		r, err := s.Evaluate(sheet.Receipt{})
		if err != nil {
			t.Fatal(err)
		}
		want := []string{"Samenvatting", "Invoer", tc.want[0], "Behoefte", tc.want[1], "Normen", "Verantwoording"}
		if got := open(t, workbook(t, r)).GetSheetList(); !slices.Equal(got, want) {
			t.Errorf("sheets = %q, want %q", got, want)
		}
	}
}

// TestFormulaTooLong expects a clear error where a file would be broken.
func TestFormulaTooLong(t *testing.T) {
	s := sheet.New()
	sc := s.Section(sheet.Section{ID: "deel", Soort: "deel", Titel: "Deel"}, "deel")
	table := sc.Table(table("tabel", sheet.Getal, sheet.Getal, [2]string{"0", "1"}, [2]string{"10", "2"}))
	e := sheet.One
	for range 4 {
		e = sheet.Interpolate(table, 1, e)
	}
	sc.Add(sheet.Line{ID: "regel", Label: "regel", Unit: sheet.Getal, Expr: e})
	r, err := s.Evaluate(sheet.Receipt{})
	if err != nil {
		t.Fatal(err)
	}
	if err := Write(io.Discard, r, Erbij{}); err == nil || !strings.Contains(err.Error(), "een formule van") {
		t.Errorf("error = %v", err)
	}
}

func BenchmarkWrite(b *testing.B) {
	r := example(b, nil)
	b.ReportAllocs()
	for b.Loop() {
		if err := Write(io.Discard, r, Erbij{}); err != nil {
			b.Fatal(err)
		}
	}
}

// TestConditionalFormats guards against number formats of one number and two
// contents, which programs read as they please.
func TestConditionalFormats(t *testing.T) {
	var styles struct {
		Own []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Conditional []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"dxfs>dxf>numFmt"`
	}
	if err := xml.Unmarshal([]byte(parts(t, workbook(t, example(t, nil)))["xl/styles.xml"]), &styles); err != nil {
		t.Fatal(err)
	}
	if len(styles.Own) == 0 || len(styles.Conditional) == 0 {
		t.Fatalf("%d formats, %d conditional ones", len(styles.Own), len(styles.Conditional))
	}
	for _, c := range styles.Conditional {
		code := map[int]string{9: "0%"}[c.ID]
		for _, own := range styles.Own {
			if own.ID == c.ID {
				code = own.Code
			}
		}
		if c.Code != code {
			t.Errorf("conditional format %d is %q, that of cells is %q", c.ID, c.Code, code)
		}
	}
}

// TestNavigation follows the links above each sheet: to the first sheet, to that with
// the inputs, and to the sheets before and after it.
func TestNavigation(t *testing.T) {
	f := open(t, workbook(t, example(t, nil)))
	list := f.GetSheetList()
	for i, page := range list {
		links := map[string]string{}
		for _, column := range "ABCDEFGHIJ" {
			cell := fmt.Sprintf("%c3", column)
			value, err := f.GetCellValue(page, cell)
			if err != nil {
				t.Fatal(err)
			}
			linked, target, err := f.GetCellHyperLink(page, cell)
			if err != nil {
				t.Fatal(err)
			}
			if value != "" && (linked || links[value] == "") { // a merged cell gives its value in each column
				links[value] = target
			}
		}
		want := map[string]string{"Samenvatting": "'Samenvatting'!A1", "Invoer": "'Invoer'!A1"}
		delete(want, page)
		if i > 0 {
			want["vorige: "+list[i-1]] = "'" + list[i-1] + "'!A1"
		}
		if i+1 < len(list) {
			want["volgende: "+list[i+1]] = "'" + list[i+1] + "'!A1"
		}
		if !maps.Equal(links, want) {
			t.Errorf("%s links to %v, want %v", page, links, want)
		}
	}
}
