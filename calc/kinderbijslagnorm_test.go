package calc_test

import (
	"strings"
	"testing"

	"annex/calc"
	"annex/calc/zaak"
)

// Under the proposal kinderbijslag is income. On a day for which its amounts are not
// known, that income has to be stated, and the reader of the file says so.
func TestKinderbijslagAsksForItsFigures(t *testing.T) {
	set := load(t)
	lees := func(vanaf, behoefte, moeder, geboren string) string {
		_, problemen := zaak.Lees("bijslag", []byte(`versie: 1
methode: wetsvoorstel-34154
zaak: {datum: 2026-02-14}
ouders: [{id: moeder}, {id: vader}]
kinderen: [{id: noor, geboren: `+geboren+`, hoofdverblijf: moeder}]
behoefte: {`+behoefte+`}
perioden: [{vanaf: `+vanaf+`, moeder: {`+moeder+`}, vader: {nbi: 2300}}]
`), calc.Normcontrole(set))
		if problemen == nil {
			return ""
		}
		return problemen.Tekst()
	}
	const (
		opgegeven = "wetsvoorstel: {alimentatie_inkomen: 3000}"
		geen      = `Geen normen "kinderbijslag" voor 2015-03-01`
	)
	for _, c := range []struct{ vanaf, behoefte, moeder, geboren, want string }{
		{"2015-03-01", opgegeven, "nbi: 2000", "2010-04-02", geen},
		{"2015-03-01", opgegeven, "nbi: 2000", "2010-04-02", "geef bij moeder wetsvoorstel.alimentatie_inkomen op"},
		{"2015-03-01", opgegeven, opgegeven, "2010-04-02", ""},
		{"2015-03-01", opgegeven, "wetsvoorstel: {geen_inzicht: {reden: geen stukken}}", "2010-04-02", ""},
		{"2015-03-01", opgegeven, "draagkracht: {bedrag: 400, reden: beschikking}", "2010-04-02", ""},
		{"2015-03-01", opgegeven, "nbi: 2000", "1996-04-02, meerderjarig: {opleiding: mbo, woont: thuis}", ""}, // 18 is no child of the kinderbijslag
		{"2025-03-01", opgegeven, "nbi: 2000", "2010-04-02", ""},
		{"2025-03-01", "gezinsinkomen: {peildatum: 2015-03-01, moeder: {nbi: 2000}, vader: {nbi: 2000}}", "nbi: 2000", "2010-04-02", geen},
		{"2025-03-01", "nooit_samengewoond: {peildatum: 2015-03-01, moeder: {nbi: 2000}, vader: {nbi: 2000}}", "nbi: 2000", "2010-04-02", geen},
		{"2025-03-01", opgegeven + ", gezinsinkomen: {peildatum: 2015-03-01, moeder: {nbi: 2000}, vader: {nbi: 2000}}", "nbi: 2000", "2010-04-02", ""},
	} {
		if got := lees(c.vanaf, c.behoefte, c.moeder, c.geboren); !strings.Contains(got, c.want) || c.want == "" && got != "" {
			t.Errorf("%s {%s} {%s} %s:\n%s\nwant %q", c.vanaf, c.behoefte, c.moeder, c.geboren, got, c.want)
		}
	}
}
