package calc_test

import (
	"strings"
	"testing"

	"annex/calc"
	"annex/calc/zaak"
)

// The aanvaardbaarheidstoets takes parts of the bijstandsnorm that are published
// for the first half of 2025 only, and not from the AOW age. Where they are
// neither published nor stated the case is refused: leaving them out would raise
// what the payer keeps.
func TestToetsAsksForItsFigures(t *testing.T) {
	set := load(t)
	lees := func(vanaf, vader, toets string) string {
		_, problemen := zaak.Lees("toets", []byte(`versie: 1
zaak: {datum: 2025-02-14}
ouders: [{id: moeder}, {id: vader`+vader+`}]
kinderen: [{id: noor, geboren: 2015-04-02, hoofdverblijf: moeder}]
behoefte: {vastgesteld: {bedrag: 450, jaar: 2024, reden: beschikking}}
perioden:
  - vanaf: `+vanaf+`
    moeder: {nbi: 2000}
    vader: {nbi: 2300, aanvaardbaarheidstoets: {reden: schulden, woonlast: 700, zorgpremie: 160`+toets+`}}
`), calc.Normcontrole(set))
		if problemen == nil {
			return ""
		}
		return problemen.Tekst()
	}
	const alles = ", bijstandsnorm: 1400, wooncomponent: 200, normpremie: 65"
	for _, c := range []struct{ vanaf, vader, toets, want string }{
		{"2025-03-01", "", "", ""},
		{"2025-03-01", ", geboren: 1950-01-01", "", `Geen wooncomponent bekend in "Bijstandsnorm eerste halfjaar 2025"; geef het bedrag op.`},
		{"2025-09-01", "", "", `Geen wooncomponent bekend in "Bijstandsnorm tweede halfjaar 2025"; geef het bedrag op.`},
		{"2025-09-01", "", ", wooncomponent: 200", `Geen normpremie bekend in "Bijstandsnorm tweede halfjaar 2025"; geef het bedrag op.`},
		{"2025-09-01", "", ", wooncomponent: 200, normpremie: 65", ""},
		{"2026-09-01", "", ", wooncomponent: 200, normpremie: 65", `Geen normen "bijstandsnorm" voor 2026-09-01; de laatste periode loopt t/m 2026-06-30.`},
		{"2026-09-01", "", alles, ""},
	} {
		if got := lees(c.vanaf, c.vader, c.toets); !strings.Contains(got, c.want) || c.want == "" && got != "" {
			t.Errorf("%s%s%s:\n%s\nwant %q", c.vanaf, c.vader, c.toets, got, c.want)
		}
	}
}

// In the second half of 2026 no bijstandsnorm is known; with all its parts stated
// the test can be made, with the 95% of the Rapport.
func TestToetsMetEigenNorm(t *testing.T) {
	set := load(t)
	z := parse(t, "toets", []byte(`versie: 1
zaak: {datum: 2026-09-14}
ouders: [{id: moeder}, {id: vader}]
kinderen: [{id: noor, geboren: 2015-04-02, hoofdverblijf: moeder}]
behoefte: {vastgesteld: {bedrag: 450, jaar: 2026, reden: afgesproken}}
perioden:
  - vanaf: 2026-09-01
    moeder: {nbi: 2000}
    vader: {nbi: 2400, aanvaardbaarheidstoets: {reden: schulden, woonlast: 700, zorgpremie: 160, bijstandsnorm: 1400, wooncomponent: 200, normpremie: 65}}
`), set)
	r := compute(t, z, set)
	checkLine(t, r, "toets_vader.ondergrens", "1078.25") // 95% x (1.400 - 200 - 65)
	checkLine(t, r, "toets_vader.resteert", "461.75")    // 2.400 - 1.078,25 - 700 - 160
}
