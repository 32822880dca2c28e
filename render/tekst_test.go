package render_test

import (
	"fmt"
	"strings"
	"testing"

	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/render"
	"annex/templates"
)

// The plain text holds, for every golden case and reader, each amount to be paid and
// each line that has one with its number in the bijlage; a paragraph is one line.
func TestTekst(t *testing.T) {
	for naam, r := range iedereZaak(t) {
		for _, lezer := range zaak.Lezers() {
			text, err := render.Tekst(r.Result, templates.Standaard().Lezer(lezer))
			if err != nil {
				t.Fatalf("%s, %s: %v", naam, lezer, err)
			}
			if strings.ContainsAny(text, "\t\r─│┌") || strings.Contains(text, "<no value>") || strings.Contains(text, "\n\n\n") {
				t.Errorf("%s, %s: a sign that does not belong in plain text", naam, lezer)
			}
			for _, p := range r.Betalingen() {
				if p.Geindexeerd || p.Bedrag.IsZero() || p.Voor.ID == "" {
					continue
				}
				bedrag := sheet.FormatNumber(p.Bedrag, 2)
				if p.Bedrag.IsInteger() {
					bedrag = sheet.FormatNumber(p.Bedrag, 0)
				}
				if !strings.Contains(text, "€\u00a0"+bedrag) {
					t.Errorf("%s, %s: no € %s", naam, lezer, bedrag)
				}
			}
			for i, s := range r.Sections() {
				for j, l := range r.Lines(s) {
					if l.Slot && l.Applies && l.Kolom == "" && !strings.Contains(text, fmt.Sprintf("(regel %d.%d", i+1, j+1)) {
						t.Errorf("%s, %s: no line %d.%d", naam, lezer, i+1, j+1)
					}
				}
			}
		}
	}
}

// What a lawyer pastes: each sentence with the number of its line. The amounts are
// those of the golden case.
func TestTekstZegt(t *testing.T) {
	text, err := render.Tekst(resultaatVan(t, "design-schets", lees(t, "../testdata/zaken/design-schets.yaml")), templates.StandaardBijlage())
	if err != nil {
		t.Fatal(err)
	}
	text = strings.ReplaceAll(text, "\u00a0", " ")
	for _, want := range []string{
		"\nNetto besteedbaar inkomen (NBI) van de vader: € 1.800,00 (productie 4).\n",
		"Woonbudget: € 780,00 (regel 3.8: 30% × 2.600,00). Gecorrigeerde bijstandsnorm: € 1.310,00",
		"De uitkomst van dit onderdeel: Draagkracht: € 217,00 (regel 3.14: 70% × 310,00",
		"\nVoor Noor: € 115 per maand, te betalen door de vader aan de moeder (regel 5.9).\n",
		"\nVanaf 1 maart 2025 betaalt de vader aan de moeder € 115 per maand voor Noor.\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}
