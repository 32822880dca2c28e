package main

import (
	"bytes"
	"fmt"
	"html"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"annex/calc"
	"annex/calc/sheet"
	"annex/calc/watals"
	"annex/calc/zaak"
	"annex/norms"
	"annex/render/xlsx"
	"annex/render/xlsx/recalc"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"
)

// Cases of every method, and of every figure that is followed.
var gevolgd = []string{
	"design-schets.yaml", "drie-kinderen.yaml", "zorg-verschilt-per-kind.yaml", "kinderen-bij-beide-ouders-tekort.yaml",
	"lagere-woonlast-tekort-door-samenloop.yaml", "inkomen-ondernemer-gemiddelde.yaml", "inkomen-stiefouder-wajong.yaml",
	"inkomen-twee-banen-en-auto.yaml", "partner-2025-ondernemers-vergelijking.yaml", "partner-kinderen-kgb-verrekenen.yaml", "vier-perioden.yaml",
	"wetsvoorstel-mvt-voorbeeld-1-en-2.yaml", "wetsvoorstel-volgende-trede.yaml",
}

// followed writes the workbook of a case with everything that is tried in it.
func followed(t testing.TB, z *zaak.Zaak) ([]byte, watals.Opdracht) {
	t.Helper()
	set, err := norms.Load()
	if err != nil {
		t.Fatal(err)
	}
	r := compute(t, z)
	vragen := calc.WatAlsOpdracht(z, set, r)
	var b bytes.Buffer
	if err := xlsx.Write(&b, r, xlsx.Erbij{WatAls: &vragen}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes(), vragen
}

// sheetsOf gives the names of the sheets that follow a figure.
func sheetsOf(b *recalc.Book) []string {
	return slices.DeleteFunc(b.Sheets(), func(name string) bool {
		return !strings.HasPrefix(name, "Wat-als ") || name == "Wat-als per regel"
	})
}

// TestReeksen lets LibreOffice calculate every cell of the sheets that follow a figure:
// all come to what is cached in them. Where they say that the outcome becomes of another
// kind is where the bijlage says it.
func TestReeksen(t *testing.T) {
	office, limits := recalc.Start(t), 0
	for _, naam := range gevolgd {
		data, asked := followed(t, golden(t, naam))
		live, book := office.Open(data)
		for _, e := range book.Errors() {
			t.Errorf("%s: %s", naam, e)
		}
		sheets := sheetsOf(book)
		differences, compared := recalc.Differences(book, live.Written, sheets...)
		tell(t, naam, differences)
		if compared < 1000 {
			t.Errorf("%s: only %d cells of %v compared", naam, compared, sheets)
		}
		for _, inkomen := range watals.Zoek(asked).Inkomens {
			for richting, g := range map[string]*watals.Grens{"omhoog": inkomen.Omhoog, "omlaag": inkomen.Omlaag} {
				name := "knikpunt_" + cellName(inkomen.Wie.ID) + "_" + richting
				if g == nil {
					if got, err := book.Text(name); err != nil || got != "geen" {
						t.Errorf("%s: %s is %q (%v), the bijlage has none", naam, name, got, err)
					}
					continue
				}
				limits++
				if got, err := book.Value(name); err != nil || !got.Equal(g.Bij) {
					t.Errorf("%s: %s is %s (%v), the bijlage has %s", naam, name, got, err, g.Bij)
				}
			}
		}
	}
	if limits < 20 {
		t.Errorf("only %d limits compared", limits)
	}
}

// golden reads a case file.
func golden(t testing.TB, naam string) *zaak.Zaak {
	t.Helper()
	data, err := os.ReadFile("../../testdata/zaken/" + naam)
	if err != nil {
		t.Fatal(err)
	}
	return readCase(t, naam, data)
}

// TestReeksenLeven changes incomes, care and other inputs in written workbooks. The
// sheets that follow a figure become those of a fresh run of the case changed in the same
// way: other values in every row, other limits, other words.
func TestReeksenLeven(t *testing.T) {
	random := rand.New(rand.NewPCG(100, 1500))
	office := recalc.Start(t)
	for _, naam := range gevolgd {
		data, vragen := followed(t, golden(t, naam))
		live, _ := office.Open(data)
		z := golden(t, naam)
		values := map[string]any{}
		set := func(in *sheet.Input, cell any, stated decimal.Decimal) {
			values[cellName(in.ID)] = cell
			setByPath(t, z, in.Pad, stated)
		}
		inputs := map[string]*sheet.Input{}
		for _, in := range vragen.Result.Inputs() {
			inputs[in.ID] = in
		}
		for _, v := range vragen.Vragen {
			// All inputs of a figure by as much: they are one figure still.
			d := decimal.NewFromInt(int64(random.IntN(1201) - 600))
			if v.Zoek == nil {
				d = v.Anders[random.IntN(len(v.Anders))]
			}
			for _, id := range v.Invoer {
				in := inputs[id]
				if stated := in.Value.Add(d); !stated.LessThan(v.Min) && (v.Max == nil || !stated.GreaterThan(*v.Max)) {
					cell := stated
					if in.Unit.Percent() {
						cell = stated.Shift(-2)
					}
					set(in, cell, stated)
				}
			}
		}
		for _, id := range slices.Sorted(maps.Keys(inputs)) {
			if in := inputs[id]; values[cellName(id)] == nil && in.Unit == sheet.EURPerMaand && random.IntN(6) == 0 {
				cell, stated := otherValue(random, in)
				set(in, cell, stated)
			}
		}
		again, _ := followed(t, z)
		book, what := live.With(values), fmt.Sprintf("%s with %v", naam, values)
		differences, compared := recalc.Differences(book, recalc.Read(t, again), sheetsOf(book)...)
		tell(t, what, slices.DeleteFunc(differences, aboutTheOriginal))
		if compared < 1000 {
			t.Errorf("%s: only %d cells compared", what, compared)
		}
	}
}

// TestReeksenGrafiek reads the chart of each sheet back: what it is over, and that it
// says in words what it shows.
func TestReeksenGrafiek(t *testing.T) {
	data, _ := followed(t, golden(t, "design-schets.yaml"))
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	parts := map[string]string{}
	f.Pkg.Range(func(name, content any) bool {
		if b, ok := content.([]byte); ok {
			parts[name.(string)] = strings.ReplaceAll(html.UnescapeString(string(b)), "\u00a0", " ")
		}
		return true
	})
	// Of each sheet one, besides the picture on the first.
	for _, want := range []struct{ parts, text string }{
		{"xl/drawings/drawing", "Bij de oorspronkelijke gegevens: Noor: bij € 500 inkomen is het € 217; nu bij € 2.000 inkomen is het € 115; bij € 3.500 inkomen is het € 11."},
		{"xl/charts/chart", "'Wat-als moeder'!$G$"},
		{"xl/charts/chart", "'Wat-als vader'!$G$"},
		{"xl/charts/chart", "€ per maand"},
		{"xl/charts/chart", "Het netto inkomen (NBI) per maand (€)"},
	} {
		held := false
		for name, text := range parts {
			held = held || strings.HasPrefix(name, want.parts) && strings.Contains(text, want.text)
		}
		if !held {
			t.Errorf("no %s holds %q", want.parts, want.text)
		}
	}
	for range 10 {
		if again, _ := followed(t, golden(t, "design-schets.yaml")); !bytes.Equal(data, again) {
			t.Fatal("the same case gives other bytes")
		}
	}
}
