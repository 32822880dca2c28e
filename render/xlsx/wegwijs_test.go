package xlsx

import (
	"bytes"
	"slices"
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
		cells, to := p.links()
		if len(cells) != 4 || len(to) != 4 {
			t.Fatalf("widths %v: %d links to %v, want 4", widths, len(cells), to)
		}
		column := 0
		for _, c := range cells {
			room := total(widths[column : column+c.columns()])
			column += c.columns()
			// Half a digit and more for each letter is what small print takes at the least.
			if text := c.value.(string); room < float64(len(text))*0.7 {
				t.Errorf("widths %v: %q has room for %v digits", widths, text, room)
			}
		}
		if b.err != nil {
			t.Error(b.err)
		}
		b.close()
	}
}
