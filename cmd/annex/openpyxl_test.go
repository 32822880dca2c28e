package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"annex/calc/sheet"

	"github.com/shopspring/decimal"
)

// What openpyxl, which shares nothing with what wrote a workbook, finds in it.
type (
	readWorkbook struct {
		Sheets     []readSheet
		Names      map[string]string
		Properties struct{ Title, Subject, Creator, Language, Created string }
	}
	readSheet struct {
		Name                             string
		Visible, Protected               bool
		Password, Frozen, Titles, Footer string
		Unlocked                         []string
		Notes                            map[string]string
		Links                            map[string]struct{ Location, Target string }
		Values                           map[string]any
		Validations                      map[string]readRule
		Charts                           []struct {
			Title  string
			Series []readSeries
		}
		Width, Paper int
	}
	readSeries struct{ Name, Along, Values string }
	readRule   struct {
		Type, List, Error, ErrorTitle, Prompt string
		Shown, Prompted                       bool
	}
)

// python3 is that of Debian, for which python3-openpyxl is; another one in PATH may not
// have it.
const python3 = "/usr/bin/python3"

func readWithOpenpyxl(t *testing.T, paths []string) []readWorkbook {
	t.Helper()
	if out, err := exec.Command(python3, "-c", "import openpyxl").CombinedOutput(); err != nil {
		t.Fatalf("%s does not know openpyxl; install python3-openpyxl (apt-get install --no-install-recommends python3-openpyxl): %v\n%s", python3, err, out)
	}
	cmd := exec.Command(python3, append([]string{"testdata/lees_werkmap.py"}, paths...)...)
	var errOut strings.Builder
	cmd.Stderr = &errOut
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("openpyxl: %v\n%s", err, errOut.String())
	}
	var found []readWorkbook
	if err := json.Unmarshal(out, &found); err != nil {
		t.Fatal(err)
	}
	return found
}

// voorOpenpyxl are cases of each method, and of what makes a workbook other than most.
var voorOpenpyxl = []string{
	"design-schets.yaml", "drie-kinderen.yaml", "inkomen-ondernemer-gemiddelde.yaml", "partner-kinderen-kgb-verrekenen.yaml",
	"partner-twee-perioden.yaml", "wetsvoorstel-mvt-voorbeeld-1-en-2.yaml", "wetsvoorstel-hardheid.yaml",
}

// TestOpenpyxl reads workbooks back with another program's library and holds what it
// finds against the model.
func TestOpenpyxl(t *testing.T) {
	dir := t.TempDir()
	var cases []goldenCase
	var paths []string
	for _, c := range goldenCases(t) {
		if !slices.Contains(voorOpenpyxl, c.naam) {
			continue
		}
		path := filepath.Join(dir, c.naam+".xlsx")
		if err := os.WriteFile(path, made(t, c), 0o600); err != nil {
			t.Fatal(err)
		}
		cases, paths = append(cases, c), append(paths, path)
	}
	if len(cases) != len(voorOpenpyxl) {
		t.Fatalf("%d cases, want %d", len(cases), len(voorOpenpyxl))
	}
	read := readWithOpenpyxl(t, append(paths, otherWorkbooks(t)...))
	for i, b := range read {
		if i < len(cases) {
			t.Run(cases[i].naam, func(t *testing.T) { b.holds(t, cases[i].r) })
			continue
		}
		for _, s := range b.Sheets {
			b.sheetHolds(t, &s, b.mayChange())
		}
	}
}

// otherWorkbooks writes those of indexations and comparisons.
func otherWorkbooks(t *testing.T) (paths []string) {
	t.Helper()
	dir := t.TempDir()
	for i, c := range geindexeerden {
		path := filepath.Join(dir, fmt.Sprintf("indexering-%d.xlsx", i))
		if err := os.WriteFile(path, workbook(t, geindexeerd(t, c.bedrag, c.op, c.tot)), 0o600); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	for i, args := range vergeleken {
		path := filepath.Join(dir, fmt.Sprintf("vergelijking-%d.xlsx", i))
		if err := os.WriteFile(path, compared(t, args), 0o600); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	return paths
}

var oneCell = regexp.MustCompile(`^'((?:[^']|'')+)'!\$([A-Z]+)\$([0-9]+)$`)

// at gives the sheet and the cell of a name.
func (b readWorkbook) at(t *testing.T, name string) (*readSheet, string) {
	t.Helper()
	m := oneCell.FindStringSubmatch(b.Names[name])
	if m == nil {
		t.Errorf("the name %s refers to %q", name, b.Names[name])
		return nil, ""
	}
	return b.sheet(strings.ReplaceAll(m[1], "''", "'")), m[2] + m[3]
}

func (b readWorkbook) sheet(name string) *readSheet {
	for i := range b.Sheets {
		if b.Sheets[i].Name == name {
			return &b.Sheets[i]
		}
	}
	return nil
}

func (b readWorkbook) holds(t *testing.T, r *sheet.Result) {
	for _, l := range allLines(r) {
		s, cell := b.at(t, cellName(l.ID))
		if s == nil {
			continue
		}
		if got, ok := s.Values[cell].(float64); !ok || !decimal.NewFromFloat(got).Round(6).Equal(l.Value.Round(6)) {
			t.Errorf("%s (%s!%s) holds %v, want %s", l.ID, s.Name, cell, s.Values[cell], l.Value)
		}
	}
	free := map[string]bool{} // the cells that a reader may change, by sheet and cell
	for _, in := range r.Inputs() {
		s, cell := b.at(t, cellName(in.ID))
		if s == nil {
			continue
		}
		free[s.Name+"!"+cell] = true
		rule, ok := s.Validations[cell]
		if !ok || !rule.Shown || rule.Error == "" || rule.ErrorTitle == "" || rule.Prompt != "" && !rule.Prompted {
			t.Errorf("%s: what its cell accepts is %+v", in.ID, rule)
		}
		want, value := "decimal", any(nil)
		switch f, _ := in.Value.Float64(); in.Unit {
		case sheet.JaNee:
			want, value = "list", in.Text()
			if rule.List != `"ja,nee"` {
				t.Errorf("%s: the words to choose from are %s", in.ID, rule.List)
			}
		case sheet.Percentage:
			f, _ = in.Value.Shift(-2).Float64()
			value = f
		default:
			value = f
		}
		if rule.Type != want || s.Values[cell] != value {
			t.Errorf("%s: its cell holds %v and accepts a %s, want %v and %s", in.ID, s.Values[cell], rule.Type, value, want)
		}
	}
	maps.Copy(free, b.mayChange())
	notes, charts := 0, map[string]int{}
	for _, s := range b.Sheets {
		b.sheetHolds(t, &s, free)
		notes += len(s.Notes)
		charts[s.Name] = len(s.Charts)
	}
	if notes == 0 {
		t.Error("no cell has a note")
	}
	// What each income does with the amounts is drawn on a sheet of its own.
	for _, s := range b.Sheets {
		line := strings.HasPrefix(s.Name, "Wat-als ") && s.Name != "Wat-als per regel" && s.Name != "Wat-als zorg"
		if line && (charts[s.Name] != 1 || s.Charts[0].Title == "") {
			t.Errorf("%s: its charts are %+v", s.Name, s.Charts)
		}
	}
	p := b.Properties
	if p.Title == "" || p.Subject == "" || p.Creator != "annex "+versie || p.Language != "nl-NL" || p.Created != r.Receipt().Datum.Format("2006-01-02T15:04:05") {
		t.Errorf("the properties are %+v", p)
	}
}

// mayChange gives the cells of the scenarios and of what is indexed, by sheet and cell.
func (b readWorkbook) mayChange() map[string]bool {
	free := map[string]bool{}
	for name, place := range b.Names {
		if m := oneCell.FindStringSubmatch(place); m != nil && (strings.HasPrefix(name, "scenario") || strings.HasPrefix(name, "invoer_")) {
			free[m[1]+"!"+m[2]+m[3]] = true
		}
	}
	return free
}

func (b readWorkbook) sheetHolds(t *testing.T, s *readSheet, free map[string]bool) {
	if !s.Visible || !s.Protected || s.Password != "" {
		t.Errorf("%s: visible %v, protected %v, password %q", s.Name, s.Visible, s.Protected, s.Password)
	}
	for _, cell := range s.Unlocked {
		if !free[s.Name+"!"+cell] {
			t.Errorf("%s!%s may be changed, and is no input", s.Name, cell)
		}
		delete(free, s.Name+"!"+cell)
	}
	for at := range free {
		// A name that belongs to a scenario may also be that of an outcome.
		if name, _, _ := strings.Cut(at, "!"); name == s.Name && s.Name == "Invoer" {
			t.Errorf("%s is an input, and may not be changed", at)
		}
	}
	if s.Frozen != "" {
		var rows int
		if _, err := fmt.Sscanf(s.Frozen, "A%d", &rows); err != nil || s.Titles != fmt.Sprintf("$1:$%d", rows-1) {
			t.Errorf("%s: what stays in sight ends above %s, and %s is repeated in print", s.Name, s.Frozen, s.Titles)
		}
	}
	const a4 = 9
	if s.Paper != a4 || s.Width != 1 || !strings.Contains(s.Footer, "&P") && !strings.Contains(s.Footer, "&[Page]") {
		t.Errorf("%s is printed on paper %d, %d wide, with %q below", s.Name, s.Paper, s.Width, s.Footer)
	}
	for cell, text := range s.Notes {
		if strings.TrimSpace(text) == "" {
			t.Errorf("%s!%s has a note that says nothing", s.Name, cell)
		}
	}
	for cell, link := range s.Links {
		to, _, ok := strings.Cut(link.Location, "!")
		_, named := b.Names[link.Location]
		if link.Target != "" || !named && (!ok || b.sheet(strings.Trim(to, "'")) == nil) {
			t.Errorf("%s!%s leads to %q %q", s.Name, cell, link.Location, link.Target)
		}
	}
	for _, chart := range s.Charts {
		if len(chart.Series) == 0 {
			t.Errorf("%s: a chart (%q) shows nothing", s.Name, chart.Title)
		}
		for _, series := range chart.Series {
			for _, ref := range []string{series.Name, series.Along, series.Values} {
				to, _, ok := strings.Cut(ref, "!")
				if !ok || b.sheet(strings.Trim(to, "'")) == nil {
					t.Errorf("%s: a chart (%q) is over %q", s.Name, chart.Title, ref)
				}
			}
		}
	}
}
