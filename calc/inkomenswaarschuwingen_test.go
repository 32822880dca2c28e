package calc_test

import (
	"slices"
	"strings"
	"testing"

	"annex/calc/sheet"
)

// A figure that looks like one of another kind gives a warning, and is not changed.
// The limits follow from the figures of 2025: the highest rate begins at 76.817,
// three times that is 230.451; the first step of the arbeidskorting ends at 12.169,
// half of it is 6.084,50; the gebruikelijk loon is 56.000; the netto model is for
// less than 2.125 and the bruto model from 2.930 on (Rapport 2025, par. 2.2).
func TestInkomenswaarschuwingen(t *testing.T) {
	set := load(t)
	for _, c := range []struct{ naam, inkomen, want string }{
		{"maandloon", "loon: [{bruto: 3200, pensioenpremie: 200}]", ""},
		{"wage per year as per month", "loon: [{bruto: 38400}]", "jaarloon-als-maandloon"},
		{"just below: 12 x 19.204 = 230.448", "loon: [{bruto: 19204}]", ""},
		{"just above: 12 x 19.205 = 230.460", "loon: [{bruto: 19205}]", "jaarloon-als-maandloon"},
		{"wage per month as per year", "loon: [{jaaropgaaf: 3200}]", "maandloon-als-jaarloon"},
		{"on half of the first step", "loon: [{jaaropgaaf: 6084.50}]", ""},
		{"premium per year as per month", "loon: [{bruto: 3200, pensioenpremie: 2400}]", "premie-te-hoog"},
		{"half of the wage", "loon: [{bruto: 3200, pensioenpremie: 1600}]", ""},
		// 12 x 3.200 x 1,08 = 41.472; an eighth of it is 5.184.
		{"jaaropgaaf that fits", "loon: [{bruto: 3200, jaaropgaaf: 36288}]", ""},
		{"jaaropgaaf that does not", "loon: [{bruto: 3200, jaaropgaaf: 36287.99}]", "jaaropgaaf-wijkt-af"},
		// 1% of 12 x 3.200 is 384: 0,99% comes to 380,16.
		{"holiday allowance of a share", "loon: [{bruto: 3200, vakantietoeslag: 0.08}]", "vakantietoeslag-onder-een-procent"},
		{"just below one percent", "loon: [{bruto: 3200, vakantietoeslag: 0.99}]", "vakantietoeslag-onder-een-procent"},
		{"one percent", "loon: [{bruto: 3200, vakantietoeslag: 1}]", ""},
		{"none", "loon: [{bruto: 3200, vakantietoeslag: 0}]", ""},
		{"profit of two years ago", "winst: {jaren: [{jaar: 2022, winst: 1}, {jaar: 2023, winst: 30000}], zelfstandigenaftrek: nee}", ""},
		{"profit of three years ago", "winst: {jaren: [{jaar: 2022, winst: 30000}], zelfstandigenaftrek: nee}", "winst-van-lang-geleden"},
		{"jaaropgaaf of last year", "loon: [{jaaropgaaf: 36288, jaaropgaaf_van: 2024}]", ""},
		{"of the year before", "loon: [{jaaropgaaf: 36288, jaaropgaaf_van: 2023}]", "jaaropgaaf-ander-jaar"},
		{"of next year", "loon: [{jaaropgaaf: 36288, jaaropgaaf_van: 2026}]", "jaaropgaaf-ander-jaar"},
		{"jaaropgaaf of one month", "loon: [{bruto: 3200, jaaropgaaf: 3200}]", "jaaropgaaf-wijkt-af"},
		{"gebruikelijk loon", "loon: [{jaaropgaaf: 56000, dga: ja}]", ""},
		{"below it", "loon: [{jaaropgaaf: 55999, dga: ja}]", "gebruikelijk-loon"},
		{"netto model", "netto: {grond: laag-inkomen, bruto: 2124.99, loon: 1800}", ""},
		{"open range", "netto: {grond: laag-inkomen, bruto: 2500, loon: 2000}", ""},
		{"beyond it", "netto: {grond: laag-inkomen, bruto: 2930, loon: 2300}", "netto-model-boven-grens"},
	} {
		t.Run(c.naam, func(t *testing.T) {
			tekst := `versie: 1
zaak: {datum: 2025-02-14}
ouders: [{id: moeder, geboren: 1985-01-01}, {id: vader, geboren: 1985-01-01}]
kinderen: [{id: noor, geboren: 2015-04-02, hoofdverblijf: moeder, zorg: {vader: {dagen_per_week: 1}}}]
behoefte: {vastgesteld: {bedrag: 450, jaar: 2025, reden: beschikking}}
perioden: [{vanaf: 2025-03-01, moeder: {nbi: 2000}, vader: {inkomen: {` + c.inkomen + `}}}]
`
			r := compute(t, parse(t, "zaak.yaml", []byte(tekst), set), set)
			var got []string
			for _, w := range r.Waarschuwingen() {
				if !strings.HasPrefix(w.Code, "kind-") && w.Code != "normen-van-een-nieuw-jaar" {
					got = append(got, w.Code)
				}
			}
			var want []string
			if c.want != "" {
				want = []string{c.want}
			}
			if !slices.Equal(got, want) {
				t.Errorf("%q, want %q", got, want)
			}
			vrij := slices.ContainsFunc(r.Keuzes(), func(k sheet.Keuze) bool { return strings.Contains(k.Grond, "laat open") })
			if vrij != (c.naam == "open range") {
				t.Errorf("vrije keuze genoemd: %v", vrij)
			}
		})
	}
}
