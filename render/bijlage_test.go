package render_test

import (
	"os"
	"strings"
	"testing"

	"annex/calc"
	"annex/calc/zaak"
	"annex/norms"
	"annex/render"
	"annex/templates"
)

func bijlage(t *testing.T, naam string) *render.Document {
	t.Helper()
	data, err := os.ReadFile("../testdata/zaken/" + naam + ".yaml")
	if err != nil {
		t.Fatal(err)
	}
	z, problemen := zaak.Lees(naam, data, zaak.Opties{})
	if len(problemen) > 0 {
		t.Fatal(problemen.Tekst())
	}
	set, err := norms.Load()
	if err != nil {
		t.Fatal(err)
	}
	r, err := calc.Compute(z, set, "test")
	if err != nil {
		t.Fatal(err)
	}
	d, err := render.Bijlage(r, templates.StandaardBijlage())
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// texts gives all running text and table cells, with plain spaces.
func texts(d *render.Document) string {
	var b strings.Builder
	for _, blok := range d.Blokken {
		switch blok := blok.(type) {
		case render.Kop:
			b.WriteString(blok.Tekst + "\n")
		case render.Alinea:
			b.WriteString(blok.Tekst + "\n")
		case render.Tabel:
			for _, r := range blok.Rijen {
				for _, c := range r.Cellen {
					b.WriteString(c.Tekst + "|" + strings.Join(c.Onder, "|") + "|")
				}
				b.WriteString("\n")
			}
		}
	}
	return strings.ReplaceAll(b.String(), "\u00a0", " ")
}

// TestBijlageZegt holds the sentences a reader relies on. The amounts are those
// of the golden cases, which say where they come from.
func TestBijlageZegt(t *testing.T) {
	for _, c := range []struct {
		zaak   string
		wel    []string
		nooit  []string
		waarom string
	}{
		{"rapport-5-1-tekort-600", []string{
			"Vanaf 1 juli 2025 betaalt ouder II aan ouder I € 189 per maand voor Jip.",
			"Zij komen € 124,00 per maand tekort.",
			"De zorgkorting is € 90,00. Daar gaat eerst de helft van het tekort voor dit kind af: € 62,00. Er blijft € 28,00 over",
			"Te betalen blijft € 189 per maand.",
		}, []string{"afgerond € 189", "De kinderbijslag"}, "a shortage, and an amount that needs no rounding"},
		{"vastgesteld-geindexeerd", []string{
			"een bedrag dat al vaststaat: € 712,50 per maand", "verhoogd met de wettelijke indexering, tot € 872,00",
		}, []string{"tabel staat wat ouders"}, "the stated amount, not what indexation made of it"},
		{"bijzondere-kosten-voor-scheiding", []string{
			"uitgeven aan kinderen: € 858,00 per maand", "Daar komen bijzondere kosten bij. Samen is dat € 1.058,00 per maand.",
		}, []string{"wettelijke indexering, tot"}, "exceptional costs on top of the table"},
		{"schuldsanering", []string{
			"Vanaf 1 juni 2025 is de bijdrage van de vader aan de moeder voor Sem nihil.", "De vader kan niets betalen.",
			"de vader draagt niets bij en betaalt dus niets", "|nihil|",
		}, []string{"Na de wettelijke indexering (art", "€ 0 per maand"}, "nil is said in words"},
		{"kinderen-bij-beide-ouders-vader-betaalt", []string{
			"per saldo € 334 per maand", "De bijdragen zelf gelden per kind.",
		}, []string{"in totaal"}, "amounts in both directions"},
		{"twee-perioden-jaarwisseling", []string{"Van 1 september 2025 tot en met 31 december 2025", "Vanaf 1 januari 2026"}, nil, "each period told"},
	} {
		got := texts(bijlage(t, c.zaak))
		for _, want := range c.wel {
			if !strings.Contains(got, want) {
				t.Errorf("%s (%s): the bijlage does not say %q", c.zaak, c.waarom, want)
			}
		}
		for _, never := range c.nooit {
			if strings.Contains(got, never) {
				t.Errorf("%s (%s): the bijlage says %q", c.zaak, c.waarom, never)
			}
		}
	}
}
