package xlsx

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"annex/calc"
	"annex/calc/vergelijk"
	"annex/calc/zaak"
	"annex/norms"
	"annex/templates"

	"github.com/xuri/excelize/v2"
)

const variant = `versie: 1
zaak: {datum: 2025-06-01}
ouders: [{id: moeder, aanduiding: de moeder}, {id: vader, aanduiding: "=1+1"}]
kinderen: [{id: noor, naam: Noor, geboren: 2015-04-02, hoofdverblijf: moeder, zorg: {vader: {dagen_per_week: 1}}}]
behoefte: {gezinsinkomen: {peildatum: 2025-01-01, moeder: {nbi: 1150}, vader: {nbi: 1850}}}
perioden: [{vanaf: 2025-03-01, moeder: {nbi: 2000, kindgebonden_budget: 400}, vader: {nbi: 2600}}]
`

func naast(t *testing.T, methoden []string, teksten ...string) []byte {
	t.Helper()
	set, err := norms.Load()
	if err != nil {
		t.Fatal(err)
	}
	opties := calc.Normcontrole(set)
	opties.Methoden = methoden
	var list []calc.Variant
	for i, tekst := range teksten {
		z, problemen := zaak.Lees("zaak.yaml", []byte(tekst), opties)
		if problemen != nil {
			t.Fatal(problemen.Tekst())
		}
		list = append(list, calc.Variant{Naam: "=" + string(rune('a'+i)), Zaak: z})
	}
	var v *vergelijk.Vergelijking
	if methoden != nil {
		v, err = calc.VergelijkMethoden(list[0].Zaak, methoden, set, "test")
	} else {
		v, err = calc.Vergelijk(list, set, "test")
	}
	if err != nil {
		t.Fatal(err)
	}
	var first, second bytes.Buffer
	for _, w := range []*bytes.Buffer{&first, &second} {
		if err := WriteVergelijking(w, v, templates.StandaardVergelijking()); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("twice the same comparison gives other bytes")
	}
	return first.Bytes()
}

// By hand, as in cmd/annex/testdata/vergelijk.txtar: 161 with one day of care, 124 with
// two. The figures are numbers, the difference is a formula, and no text is one.
func TestWriteVergelijking(t *testing.T) {
	f := open(t, naast(t, nil, variant, strings.Replace(variant, "dagen_per_week: 1", "dagen_per_week: 2", 1)))
	if got := strings.Join(f.GetSheetList(), " "); got != "Vergelijking Invoer" {
		t.Fatal(got)
	}
	rij := zoek(t, f, "Vergelijking", "Noor: =1+1 aan de moeder")
	for cell, want := range map[string]string{"B": "161", "C": "124", "D": "-37"} {
		if got, err := f.GetCellValue("Vergelijking", cell+rij, excelize.Options{RawCellValue: true}); err != nil || got != want {
			t.Errorf("%s%s: %s, %v", cell, rij, got, err)
		}
	}
	formulas := 0
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for i, r := range rows {
			for j := range r {
				at, _ := excelize.CoordinatesToCellName(j+1, i+1)
				formula, err := f.GetCellFormula(sheet, at)
				if err != nil {
					t.Fatal(err)
				}
				if formula == "" {
					continue
				}
				formulas++
				row := strings.TrimLeft(at, "ABCDEFGHIJ")
				want := "C" + row + "-B" + row
				if sheet == "Invoer" { // what a change does
					want = fmt.Sprintf("B%d-B%d", i+1, i)
				}
				if formula != want {
					t.Errorf("%s %s: %s", sheet, at, formula)
				}
			}
		}
	}
	if formulas < 5 {
		t.Errorf("%d formulas", formulas)
	}
	invoer := zoek(t, f, "Invoer", "Gemiddeld aantal dagen per week bij =1+1")
	for cell, want := range map[string]string{"B": "1", "C": "2"} {
		if got, _ := f.GetCellValue("Invoer", cell+invoer); got != want {
			t.Errorf("Invoer %s: %s", cell, got)
		}
	}
	zorg, _ := f.SearchSheet("Invoer", "^Zorg voor Noor", true)
	if len(zorg) != 2 { // a group of facts, and a change
		t.Fatal(zorg)
	}
	for cell, want := range map[string]string{"B": "124", "C": "-37"} {
		if got, err := f.GetCellValue("Invoer", cell+zorg[1][1:], excelize.Options{RawCellValue: true}); err != nil || got != want {
			t.Errorf("Invoer %s: %s, %v", cell, got, err)
		}
	}
}

// zoek gives the row that begins with a text.
func zoek(t *testing.T, f *excelize.File, sheet, tekst string) string {
	t.Helper()
	at, err := f.SearchSheet(sheet, tekst)
	if err != nil || len(at) == 0 {
		t.Fatalf("%s: %q is not there (%v)", sheet, tekst, err)
	}
	return strings.TrimPrefix(at[0], "A")
}

// Every sheet says which method is not the law, on the screen and in print.
func TestWriteVergelijkingVanMethoden(t *testing.T) {
	data := naast(t, []string{zaak.MethodeAlimentatienormen, zaak.MethodeWetsvoorstel}, variant)
	f := open(t, data)
	if got := strings.Join(f.GetSheetList(), " "); got != "Vergelijking Uitleg" {
		t.Fatal(got)
	}
	const recht = "Eén van de kolommen: wetsvoorstel 34 154, geen geldend recht"
	for _, sheet := range f.GetSheetList() {
		if got, _ := f.GetCellValue(sheet, "A2"); got != recht {
			t.Errorf("%s: %q", sheet, got)
		}
		foot, err := f.GetHeaderFooter(sheet)
		if err != nil || !strings.Contains(foot.OddHeader, recht) {
			t.Errorf("%s: %+v %v", sheet, foot, err)
		}
	}
	// A sheet of one column is not made smaller in print.
	const paper = (paperShort - 2*marginSide) * 72
	if w, err := f.GetColWidth("Uitleg", "A"); err != nil || w*digit+padding > paper {
		t.Errorf("a column of %v is wider than the paper (%v)", w, err)
	}
}
