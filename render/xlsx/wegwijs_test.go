package xlsx

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"annex/calc/sheet"
	"annex/calc/watals"
	"annex/templates"
)

// TestWithoutASheetOfTheirOwn writes a workbook in which the income of a parent cannot be
// another. The sentence is that of the annex.
func TestWithoutASheetOfTheirOwn(t *testing.T) {
	r := example(t, nil)
	why := watals.Opdracht{Result: r, Vast: []watals.Vast{{Wie: sheet.Persoon{ID: "vader", Naam: "de vader"}, Waarom: watals.Vastgesteld}}}
	var with bytes.Buffer
	if err := Write(&with, r, Erbij{WatAls: &why}); err != nil {
		t.Fatal(err)
	}
	const sentence = "De draagkracht van de vader is vastgesteld. Een ander inkomen van de vader verandert daarom niets aan het bedrag."
	f := open(t, with.Bytes())
	says := func(name string, column int, text string) bool {
		rows, err := f.GetRows(name)
		if err != nil {
			t.Fatal(err)
		}
		return slices.ContainsFunc(rows, func(row []string) bool { return len(row) > column && row[column] == text })
	}
	if !says("Wat-als", 0, sentence) {
		t.Errorf("the sheet Wat-als does not say why there is none of the father")
	}
	if slices.ContainsFunc(f.GetSheetList(), func(name string) bool { return name == "Wat-als vader" }) {
		t.Error("there is a sheet Wat-als vader")
	}
	// How to try something is said where there is a sheet for it.
	if !says("Samenvatting", 0, "Proberen") {
		t.Error("the summary does not say how to try something")
	}
	f = open(t, workbook(t, r))
	if says("Samenvatting", 0, "Proberen") {
		t.Error("the summary tells of a sheet that is not there")
	}
}

// TestLinksInNarrowColumns has all links fit above columns that are narrow, or of which
// the last is.
func TestLinksInNarrowColumns(t *testing.T) {
	for _, widths := range [][]float64{{15, 17, 11, 11, 64}, {44, 15.5, 14, 16, 16, 16}} {
		b := newBook(example(t, nil), Erbij{}, templates.StandaardWerkmap(), templates.StandaardBijlage(), nil)
		name := b.tabs[3].name
		p := b.page(name, layout{widths: widths})
		p.navigation()
		p.finish()
		if b.err != nil {
			t.Fatal(b.err)
		}
		rows, err := b.file.GetRows(name)
		if err != nil {
			t.Fatal(err)
		}
		got := strings.Fields(strings.Join(rows[0], " "))
		if len(got) == 0 || !slices.Contains(got, "vorige:") || !slices.Contains(got, "volgende:") {
			t.Errorf("widths %v: links %v", widths, got)
		}
		for i, text := range rows[0] {
			if text == "" {
				continue
			}
			room := 0.0
			for j := i; j < len(widths) && (j == i || j >= len(rows[0]) || rows[0][j] == ""); j++ {
				room += widths[j]
			}
			// Half a digit for each letter is what small print takes at the least.
			if room < float64(len(text))*0.7 {
				t.Errorf("widths %v: %q has room for %v digits", widths, text, room)
			}
		}
		b.file.Close()
	}
}
