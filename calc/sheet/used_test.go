package sheet_test

import (
	"slices"
	"testing"

	"annex/calc/sheet"
)

// A line names the published figures in its own formula, each once, whichever
// branch applies; those of the lines it rests on are theirs.
func TestNormsOfLine(t *testing.T) {
	p := nieuw()
	deel := p.sc.Norm(norm("deel", "deel", "30", sheet.Percentage))
	grens := p.sc.Norm(norm("grens", "grens", "2125", sheet.EURPerMaand))
	inkomen := p.eur("Inkomen", "2600")
	eerste := p.regel("eerste", sheet.EURPerMaand, sheet.If(inkomen.LessThan(grens), grens, deel.Times(inkomen).Plus(deel.Times(grens))))
	p.regel("tweede", sheet.EURPerMaand, eerste.Plus(inkomen))
	r := p.reken(t)
	for id, want := range map[string][]string{"proef.eerste": {"grens", "deel"}, "proef.tweede": nil} {
		var got []string
		for _, n := range r.Line(id).Norms() {
			got = append(got, n.Value.Label)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", id, got, want)
		}
	}
}
