package xlsx

import (
	"fmt"
	"strings"
	"testing"

	"annex/templates"
)

// TestNotes finds on each sheet of the calculation every word of the list once, in a note
// on the first line that mentions it, and on the sheet Uitleg all of them.
func TestNotes(t *testing.T) {
	r := example(t, nil)
	data := workbook(t, r)
	f := open(t, data)
	meaning := map[string]string{}
	for _, w := range templates.StandaardBijlage().Woorden.Lijst {
		meaning[w.Woord] = w.Betekenis
	}
	names, places := Names(r), definedNames(t, f)
	// By hand, from the labels in voorbeeld_test.go.
	for _, want := range []struct{ line, word, text string }{
		{"moeder.nbi", "NBI", "NBI"}, {"moeder.woonbudget", "woonbudget", "Woonbudget"}, {"vader.draagkrachtruimte", "draagkrachtruimte", "Draagkrachtruimte"},
		{"noor.zorgkortingspercentage", "", ""}, {"noor.zorgkorting", "zorgkorting", "Zorgkorting"}, {"daan.zorgkorting", "", ""},
	} {
		at := places[names[want.line]]
		comments, err := f.GetComments(at.sheet)
		if err != nil {
			t.Fatal(err)
		}
		var note string
		for _, c := range comments {
			if c.Author != "annex" {
				t.Errorf("the author of a note is %q", c.Author)
			}
			if c.Cell == "B"+at.row {
				for _, run := range c.Paragraph {
					note += run.Text
				}
			}
		}
		switch {
		case want.word == "" && note != "":
			t.Errorf("%s is explained again: %q", want.line, note)
		case want.word != "" && !strings.Contains(note, want.text+": "+meaning[want.word]):
			t.Errorf("the note of %s is %q, want %q", want.line, note, meaning[want.word])
		}
	}
	var list []string
	for _, row := range rowsOf(t, f, "Uitleg") {
		list = append(list, strings.Join(row, "|"))
	}
	for _, word := range []string{"zorgkorting", "woonbudget", "eigen aandeel"} {
		if want := word + "|" + meaning[word]; !strings.Contains(strings.Join(list, "\n"), want) {
			t.Errorf("the sheet Uitleg does not say %q", want)
		}
	}
	// A note stands behind its cell: it begins in column C, which is number 2.
	anchors := 0
	for name, text := range parts(t, data) {
		if !strings.HasSuffix(name, ".vml") {
			continue
		}
		for _, anchor := range strings.Split(text, "<x:Anchor>")[1:] {
			var from, x, top, y, to int
			if _, err := fmt.Sscanf(anchor, "%d, %d, %d, %d, %d,", &from, &x, &top, &y, &to); err != nil || from != 2 || to <= from {
				t.Errorf("%s: a note stands from column %d to %d (%v)", name, from, to, err)
			}
			anchors++
		}
	}
	if anchors < 8 {
		t.Errorf("only %d notes", anchors)
	}
}
