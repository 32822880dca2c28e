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
			if strings.ContainsAny(text, "\t\r─│┌") || strings.Contains(text, "<no value>") || strings.Contains(text, "\n\n\n") || strings.Contains(text, "..") {
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

// A sentence ends with one full stop, an income is said to be by the year, and of
// several children each has its amount beside the total.
func TestTekstInZinnen(t *testing.T) {
	for naam, want := range map[string][]string{
		"partner-kinderen-tekort": {
			"Behoefte: het eigen aandeel is niet berekend maar overgenomen zoals vastgesteld. De grond: zoals overeengekomen.",
			"\nDe bedragen in dit onderdeel zijn per jaar, tenzij er per maand bij staat.",
			"betaalt de man aan de vrouw € 256 per maand voor Sem (regel 8.9).", "betaalt de man aan de vrouw in totaal € 512 per maand voor Noor en Sem (regel 9.1).",
			"is de uitkering tot levensonderhoud van de man aan de vrouw nihil (regel 15.4).",
		},
		"rapport-5-4-aanvaardbaarheidstoets": {"Gerekend is met: vastgesteld eigen aandeel, prijspeil 2025: € 560,00 (regel 1.1).", "De uitkomst is: de vader betaalt aan de moeder, voor alle kinderen samen: € 31,00 (regel 8.1: 15,50 + 15,50)."},
		"vier-perioden":                      {"Van 14 mei 2024 tot en met 31 december 2024 betaalt de vader aan Floor € 276 per maand als bijdrage in de kosten van levensonderhoud en studie (regel 13.2)."},
	} {
		text, err := render.Tekst(resultaatVan(t, naam, lees(t, "../testdata/zaken/"+naam+".yaml")), templates.StandaardBijlage())
		if err != nil {
			t.Fatal(err)
		}
		text = strings.ReplaceAll(text, "\u00a0", " ")
		for _, w := range want {
			if !strings.Contains(text, w) {
				t.Errorf("%s: no %q in\n%s", naam, w, text)
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
		"\nDe draagkracht van de vader is als volgt bepaald. Gerekend is met: netto besteedbaar inkomen (NBI) € 2.600,00 (regel 3.1); ",
		"bijstandsuitkering (Participatiewet): nee (regel 3.4); aflossing restschuld € 200,00 (regel 3.5)",
		". Daaruit volgt: woonbudget € 780,00 (regel 3.8: 30% × 2.600,00); gecorrigeerde bijstandsnorm € 1.310,00",
		". De uitkomst is: draagkracht € 217,00 (regel 3.14: 70% × 310,00",
		"NBI van de vader € 1.800,00 (regel 1.2, productie 4)",
		"\nDe kosten zijn als volgt verdeeld. Berekend is: gezamenlijke draagkracht € 476,00 (regel 4.1: 259 + 217); ",
		"\nVanaf 1 maart 2025 betaalt de vader aan de moeder € 115 per maand voor Noor (regel 5.9).\n",
		"\nNa de wettelijke indexering (art. 1:402a BW), voor zover het percentage bekend is: vanaf 1 januari 2026 voor Noor € 120,29.\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}
