package calc_test

import (
	"strings"
	"testing"
)

// Between two periods the facts change one by one, and an income may on the way be
// of a year for which annex has no rule. Then only the steps are left out.
func TestVerloopMetInkomen(t *testing.T) {
	set := load(t)
	for _, c := range []struct {
		naam, geboren, eerst, dan string
		stappen                   bool
	}{
		{"wage that rises", ", geboren: 1985-01-01", "{inkomen: {loon: [{bruto: 3000}]}}", "{inkomen: {loon: [{bruto: 3300, dertiende_maand: 3300}]}}", true},
		{"stated AOW age with its benefit", "", "{inkomen: {loon: [{bruto: 3000}]}}", "{aow: ja, inkomen: {uitkeringen: [{soort: aow, bruto: 1600}]}}", true},
		{"the year of the AOW age, with a stated income", ", geboren: 1958-03-01", "{inkomen: {loon: [{bruto: 3000}]}}", "{nbi: 2100}", false},
		{"profit before, pension after", ", geboren: 1957-03-01", "{nbi: 2500}", "{inkomen: {uitkeringen: [{soort: pensioen, bruto: 1600}]}}", true},
	} {
		t.Run(c.naam, func(t *testing.T) {
			tekst := `versie: 1
zaak: {datum: 2025-02-14}
ouders: [{id: moeder, geboren: 1985-01-01}, {id: vader` + c.geboren + `}]
kinderen: [{id: noor, geboren: 2016-04-02, hoofdverblijf: moeder, zorg: {vader: {dagen_per_week: 1}}}]
behoefte: {vastgesteld: {bedrag: 450, jaar: 2024, reden: beschikking}}
perioden:
  - {vanaf: 2024-03-01, moeder: {nbi: 2000}, vader: ` + c.eerst + `}
  - {vanaf: 2025-07-01, moeder: {nbi: 2000}, vader: ` + c.dan + `}
`
			r := compute(t, parse(t, "zaak.yaml", []byte(tekst), set), set)
			if got := len(r.Verlopen()) == 1; got != c.stappen {
				t.Errorf("stappen: %v", got)
			}
			weg := false
			for _, n := range r.NietMeegenomen() {
				weg = weg || strings.HasPrefix(n.Wat, "Wat het verschil maakt")
			}
			if weg == c.stappen {
				t.Errorf("dat er geen stappen zijn, staat erbij: %v", weg)
			}
		})
	}
}
