package xlsx

import (
	"encoding/xml"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"annex/calc"
	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"
)

// proposal is a case under Wetsvoorstel 34 154 with every kind of section and two
// students.
const proposal = `versie: 1
methode: wetsvoorstel-34154
zaak: {datum: 2025-02-14}
keuzes: {inkomenstreden: geindexeerd}
ouders: [{id: moeder, aanduiding: de moeder}, {id: vader, aanduiding: de vader}]
kinderen:
  - {id: noor, naam: Noor, geboren: 2015-04-02, hoofdverblijf: moeder, zorg: {vader: {nachten_per_jaar: 104}}}
  - {id: sem, naam: Sem, geboren: 2006-04-02, hoofdverblijf: moeder, meerderjarig: {opleiding: mbo, woont: thuis}, zorg: {vader: {nachten_per_jaar: 60}}}
behoefte: {wetsvoorstel: {alimentatie_inkomen: 5131.63}}
perioden:
  - vanaf: 2025-03-01
    moeder: {nbi: 2592, kindgebonden_budget: 475.67}
    vader: {nbi: 3485.17}
  - vanaf: 2025-07-01
    moeder: {nbi: 2400}
    vader: {nbi: 3100, wetsvoorstel: {hardheidsclausule: {reden: schulden, lasten: [{omschrijving: medische kosten, bedrag: 1200}]}}}
`

func resultOf(t testing.TB, data string) *sheet.Result {
	t.Helper()
	_, _, r := computed(t, "zaak.yaml", data)
	return r
}

// computed reads a case file and calculates it.
func computed(t testing.TB, name, data string) (*zaak.Zaak, *norms.Set, *sheet.Result) {
	t.Helper()
	z, problems := zaak.Lees(name, []byte(data), zaak.Opties{})
	if len(problems) > 0 {
		t.Fatal(problems.Tekst())
	}
	set, err := norms.Load()
	if err != nil {
		t.Fatal(err)
	}
	r, err := calc.Compute(z, set, "0.1.0")
	if err != nil {
		t.Fatal(err)
	}
	return z, set, r
}

// TestCautionOnEverySheet: what does not follow the law says so on every sheet, on
// every printed page and in its properties.
func TestCautionOnEverySheet(t *testing.T) {
	const caution = "Wetsvoorstel 34 154, geen geldend recht"
	golden, err := os.ReadFile("../../testdata/zaken/wetsvoorstel-mvt-voorbeeld-4.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, data := range []string{proposal, string(golden)} {
		r := resultOf(t, data)
		written := workbook(t, r)
		f := open(t, written)
		files := parts(t, written)
		for i, name := range f.GetSheetList() {
			if got, err := f.GetCellValue(name, "A2"); err != nil || got != caution {
				t.Errorf("%s: under the title stands %q (%v)", name, got, err)
			}
			var w struct {
				Header string `xml:"headerFooter>oddHeader"`
			}
			if err := xml.Unmarshal([]byte(files[fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)]), &w); err != nil {
				t.Fatal(err)
			}
			if !strings.HasPrefix(w.Header, "&C") || !strings.HasSuffix(w.Header, caution) {
				t.Errorf("%s: on paper stands %q", name, w.Header)
			}
		}
		for i, w := range worksheets(t, written) { // what stays in sight holds it too
			if pane := w.View.Pane; pane != nil && pane.YSplit != "5" && pane.YSplit != "6" {
				t.Errorf("sheet %d: %s rows stay in sight", i+1, pane.YSplit)
			}
		}
		core := strings.ReplaceAll(files["docProps/core.xml"], "\u00a0", " ")
		for _, want := range []string{"Werkmap bij de alimentatieberekening (" + caution + ")", "Berekening kinderalimentatie volgens wetsvoorstel 34 154 (geen geldend recht)"} {
			if !strings.Contains(core, want) {
				t.Errorf("the properties do not hold %q: %s", want, core)
			}
		}
	}
	for name, text := range parts(t, workbook(t, example(t, nil))) {
		if strings.Contains(text, "geldend recht") {
			t.Errorf("%s: a calculation by the law has a caution", name)
		}
	}
}

// TestSheetsOfTheProposal: every kind of section has a sheet with a name of its own,
// and the summary says what stands there in the words of the method.
func TestSheetsOfTheProposal(t *testing.T) {
	f := open(t, workbook(t, resultOf(t, proposal)))
	want := []string{
		"Samenvatting", "Uitleg", "Invoer", "Behoefte", "Inkomenstreden 2025-03", "Behoefte 2025-03", "Draagkracht moeder 2025-03", "Draagkracht vader 2025-03", "Verdeling 2025-03", "Bijdrage per kind 2025-03",
		"Studiekosten 2025-03", "Uitkomst 2025-03",
	}
	if got := f.GetSheetList(); len(got) < len(want) || !slices.Equal(got[:len(want)], want) || !slices.Contains(got, "Gronden voor wijziging 2025-07") || !slices.Contains(got, "Toets 2025-07") {
		t.Errorf("sheets %q", got)
	}
	var rows []string
	for _, row := range rowsOf(t, f, "Samenvatting") {
		rows = append(rows, strings.TrimRight(strings.Join(row, "|"), "|"))
	}
	summary := strings.Join(rows, "\n")
	for _, want := range []string{
		"Sem (bijkomende studiekosten)|de vader|Sem|", "Sem|de moeder|Sem|", "Een grijze regel is nu nihil.",
		"Studiekosten 2025-03|Bijkomende kosten van studie van kinderen van 18 jaar en ouder, en wie ze draagt.",
		"Bijdrage per kind 2025-03|Wat iedere ouder voor elk kind al zelf betaalt, en wat er te betalen blijft.",
		"Gronden voor wijziging 2025-07|Of er een grond is om het eerdere bedrag te wijzigen,",
	} {
		if !strings.Contains(summary, want) {
			t.Errorf("the summary does not say %q:\n%s", want, summary)
		}
	}
	for _, name := range f.GetSheetList() {
		for _, row := range rowsOf(t, f, name) {
			for _, text := range row {
				rest := strings.ReplaceAll(text, "De rechter past het Rapport alimentatienormen toe.", "")
				if strings.Contains(rest, "Rapport") || strings.Contains(rest, "orgkorting") || strings.Contains(rest, "tiefouder") || strings.Contains(rest, "zorgdagen") {
					t.Errorf("%s: %q", name, text)
				}
			}
		}
	}
}

// TestNilTowardsAStudent: what a parent the child lives with does not pay is grey,
// as between parents; what a student on its own gets of each is not.
func TestNilTowardsAStudent(t *testing.T) {
	home := resultOf(t, proposal).Betalingen()
	for _, u := range home {
		if u.Voor.ID == "sem" && bothWays(home, u) != (u.Soort == "kinderalimentatie") {
			t.Errorf("%s: %v", u.Regel, bothWays(home, u))
		}
	}
	alone := strings.Replace(proposal, "hoofdverblijf: moeder, meerderjarig: {opleiding: mbo, woont: thuis}, zorg: {vader: {nachten_per_jaar: 60}}", "meerderjarig: {opleiding: mbo, woont: zelfstandig}", 1)
	list := resultOf(t, alone).Betalingen()
	for _, u := range list {
		if u.Voor.ID == "sem" && bothWays(list, u) {
			t.Errorf("%s may be paid the other way round", u.Regel)
		}
	}
}
