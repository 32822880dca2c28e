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

// A line names the inputs and the lines in its own formula; where it is another
// line as it is, the inputs of that one.
func TestInputsAndLinesOfLine(t *testing.T) {
	p := nieuw()
	inkomen, lening := p.eur("Inkomen", "2600"), p.eur("Lening", "100")
	eerste := p.regel("eerste", sheet.EURPerMaand, sheet.If(inkomen.LessThan(lening), inkomen.Plus(lening), lening))
	zelfde := p.regel("zelfde", sheet.EURPerMaand, eerste)
	p.regel("tweede", sheet.EURPerMaand, zelfde.Minus(inkomen))
	r := p.reken(t)
	for id, want := range map[string][]string{
		"proef.eerste": {"Inkomen", "Lening"}, "proef.zelfde": {"Inkomen", "Lening"}, "proef.tweede": {"Inkomen"},
	} {
		var got []string
		for _, in := range r.Line(id).Inputs() {
			got = append(got, in.Label)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", id, got, want)
		}
	}
	if l := r.Line("proef.tweede"); !l.Uses("proef.zelfde") || l.Uses("proef.eerste") {
		t.Error("tweede uses zelfde, and not eerste")
	}
}
