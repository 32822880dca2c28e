package xlsx

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"annex/calc"
	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"
	"annex/render"
	"annex/templates"

	"github.com/xuri/excelize/v2"
)

// basisOf gives what each row of an overview of the uitgangspunten says of
// evidence and remarks, by what it is about.
func basisOf(rows [][]string, evidence, remark int) []string {
	var out []string
	for _, row := range rows {
		row = append(slices.Clone(row), make([]string, inputRemark)...)
		out = append(out, row[0]+" | "+row[evidence]+" | "+row[remark])
	}
	slices.Sort(out)
	return out
}

// TestSameBasisAsAnnex compares the evidence and the remarks on the sheet Invoer
// with those in the annex, and the method.
func TestSameBasisAsAnnex(t *testing.T) {
	paths, err := filepath.Glob("../../testdata/zaken/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	set, err := norms.Load()
	if err != nil {
		t.Fatal(err)
	}
	marked, unproven := 0, 0
	for _, path := range paths {
		if strings.HasSuffix(path, ".verwacht.yaml") {
			continue
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		z, problems := zaak.Lees(path, data, zaak.Opties{})
		if len(problems) > 0 {
			t.Fatal(problems.Tekst())
		}
		r, err := calc.Compute(z, set, "0.1.0")
		if err != nil {
			t.Fatal(err)
		}
		annex, err := render.Bijlage(r, templates.StandaardBijlage())
		if err != nil {
			t.Fatal(err)
		}
		f := open(t, workbook(t, r))

		var inAnnex [][]string
		var method string
		for _, block := range annex.Blokken {
			table, ok := block.(render.Tabel)
			if !ok {
				continue
			}
			for _, row := range table.Rijen {
				switch {
				case row.Cellen[0].Tekst == "Methode":
					method = row.Cellen[1].Tekst
				case table.Inhoud == "Uitgangspunten" && row.Soort != render.Tussenkop && len(row.Cellen) == 4:
					inAnnex = append(inAnnex, []string{row.Cellen[0].Tekst, row.Cellen[2].Tekst, row.Cellen[3].Tekst})
				case table.Inhoud == "Uitgangspunten" && row.Soort != render.Tussenkop:
					inAnnex = append(inAnnex, []string{row.Cellen[0].Tekst, "", strings.Join(row.Cellen[1].Onder, "")})
				}
			}
		}
		labels := map[string]bool{}
		for _, u := range r.Uitgangspunten() {
			labels[u.Omschrijving] = true
			marked += map[bool]int{true: 1}[u.Aanname]
		}
		var inBook [][]string
		for _, row := range rowsOf(t, f, "Invoer") {
			if len(row) > 1 && labels[row[0]] {
				inBook = append(inBook, row)
			}
		}
		want, got := basisOf(inAnnex, 1, 2), basisOf(inBook, inputEvidence-1, inputRemark-1)
		if !slices.Equal(got, want) {
			t.Errorf("%s: the sheet Invoer says\n%s\nand the annex\n%s", path, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
		unproven += strings.Count(strings.Join(got, "\n"), "niet opgegeven")
		for _, page := range []string{"Samenvatting", "Verantwoording"} {
			if row := rowOf(rowsOf(t, f, page), "Methode"); row == nil || row[1] != method || method == "" {
				t.Errorf("%s: %s says %q, the annex %q", path, page, row, method)
			}
		}
	}
	if marked == 0 || unproven == 0 {
		t.Errorf("%d assumptions and %d numbers without evidence: nothing is compared", marked, unproven)
	}
}

func rowsOf(t testing.TB, f *excelize.File, page string) [][]string {
	t.Helper()
	rows, err := f.GetRows(page)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// rowOf gives the row that begins with this text.
func rowOf(rows [][]string, first string) []string {
	for _, row := range rows {
		if len(row) > 0 && row[0] == first {
			return row
		}
	}
	return nil
}

func TestRemark(t *testing.T) {
	b := book{annex: templates.StandaardBijlage()}
	for _, c := range []struct {
		about   string
		assumed bool
		want    string
	}{{"", false, ""}, {"uit de stukken", false, "uit de stukken"}, {"", true, "aanname"}, {"geen datum opgegeven", true, "aanname: geen datum opgegeven"}} {
		if got := b.remark(c.about, c.assumed); got != c.want {
			t.Errorf("remark(%q, %v) = %q, want %q", c.about, c.assumed, got, c.want)
		}
	}
}

// TestExplanationOfTheWorkbook: who reads this is in the workbook already.
func TestExplanationOfTheWorkbook(t *testing.T) {
	for kind, items := range templates.StandaardBijlage().Uitleg {
		if _, ok := templates.StandaardWerkmap().Uitleg[kind]; !ok && len(items) > 0 {
			t.Errorf("no last item for %s", kind)
		}
	}
	annex := templates.StandaardBijlage().Uitleg["kinderalimentatie"]
	before := len(annex)
	var all []string
	for _, row := range rowsOf(t, open(t, workbook(t, example(t, nil))), "Uitleg") {
		all = append(all, strings.Join(row, " "))
	}
	text := strings.Join(all, "\n")
	for _, want := range []string{"Wat verandert het bedrag?", "Op het tabblad Invoer kunt u de gele cellen veranderen.", "Ieder jaar op 1 januari"} {
		if strings.Count(text, want) != 1 {
			t.Errorf("%q stands there %d times", want, strings.Count(text, want))
		}
	}
	if strings.Contains(text, "rekenblad bij deze bijlage") || strings.Contains(text, "vakken") {
		t.Errorf("the sheet Uitleg speaks as the annex does:\n%s", text)
	}
	doc, err := render.Bijlage(example(t, nil), templates.StandaardBijlage())
	if err != nil {
		t.Fatal(err)
	}
	if len(templates.StandaardBijlage().Uitleg["kinderalimentatie"]) != before || !slices.ContainsFunc(doc.Blokken, func(b render.Blok) bool {
		a, ok := b.(render.Alinea)
		return ok && strings.Contains(a.Tekst, "rekenblad bij deze bijlage")
	}) {
		t.Error("writing the workbook changed the text of the annex")
	}
}

// TestFigureWithItsOwnDay: a percentage that takes effect on a day does not apply
// as long as the list it stands in.
func TestFigureWithItsOwnDay(t *testing.T) {
	s := sheet.New()
	sc := s.Section(sheet.Section{ID: "deel", Soort: "proef", Titel: "Deel"}, "deel")
	own, other := figure("verhoging", "4.6", sheet.Percentage), figure("deel", "30", sheet.Percentage)
	own.Vanaf = time.Date(2025, 7, 1, 0, 0, 0, 0, time.UTC)
	sc.Add(sheet.Line{ID: "a", Label: "a", Unit: sheet.Percentage, Expr: sc.Norm(own)})
	sc.Add(sheet.Line{ID: "b", Label: "b", Unit: sheet.Percentage, Expr: sc.Norm(other)})
	r, err := s.Evaluate(sheet.Receipt{})
	if err != nil {
		t.Fatal(err)
	}
	rows := rowsOf(t, open(t, workbook(t, r)), "Normen")
	for label, want := range map[string][]string{
		"Verhoging": {"per 01-07-2025", "", "bevestigd"}, "Deel": {"01-01-2025", "31-12-2025", "bevestigd"},
	} {
		if row := rowOf(rows, label); row == nil || !slices.Equal(row[normFrom-1:normStatus], want) {
			t.Errorf("%s: %q, want %q", label, row, want)
		}
	}
}
