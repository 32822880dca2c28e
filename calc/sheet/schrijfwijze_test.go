package sheet_test

import (
	"strings"
	"testing"

	"annex/calc/sheet"

	"github.com/shopspring/decimal"
)

// marks is a notation that says of each term of a sum whether it is exact, and
// which input it is. It spells nothing else.
type marks struct{ sheet.Notation }

func (marks) Literal(decimal.Decimal) sheet.Phrase {
	return sheet.Phrase{}
}
func (marks) Norm(*sheet.Norm) sheet.Phrase   { return sheet.Phrase{} }
func (marks) Input(*sheet.Input) sheet.Phrase { return sheet.Phrase{} }
func (marks) Line(*sheet.Line) sheet.Phrase   { return sheet.Phrase{} }
func (marks) Quotient(_, _ sheet.Phrase) sheet.Phrase {
	return sheet.Phrase{}
}
func (marks) Sum(terms []sheet.Phrase) sheet.Phrase {
	var out []string
	for _, t := range terms {
		word := "ruw"
		if t.Exact() {
			word = "exact"
		}
		if in := t.Input(); in != nil {
			word += " " + in.Label
		}
		out = append(out, word)
	}
	return sheet.Phrase{Text: strings.Join(out, ", ")}
}

// A spreadsheet calculates in binary: a notation can tell which parts of a
// formula hold an exact figure, and which are an input it must ask for by name.
func TestExactPhrases(t *testing.T) {
	p := nieuw()
	a := p.eur("A", "1")
	line := func(id string, e sheet.Expr) sheet.Expr { return p.regel(id, sheet.EURPerMaand, e) }
	raw := line("ruw", a.Over(sheet.Count(3)))
	round := line("rond", a.Over(sheet.Count(3)).Round(2))
	for _, c := range []struct {
		name string
		term sheet.Expr
		want string
	}{
		{"input", p.eur("B", "2"), "exact B"},
		{"norm", p.sc.Norm(norm("x", "x", "1", sheet.EURPerMaand)), "exact"},
		{"line of an input", line("invoer", p.eur("C", "2")), "exact"},
		{"line that ends in rounding", round, "exact"},
		{"line that does not", raw, "ruw"},
		{"line of a line that is exact", line("door", round), "exact"},
		{"line of a line that is not", line("door_ruw", raw), "ruw"},
		{"formula", a.Over(sheet.Count(3)), "ruw"},
		{"line of a look-up", line("opzoeken", sheet.Lookup(p.tabel, 2, a)), "exact"},
		{"line of an interpolation", line("interpolatie", sheet.Interpolate(p.tabel, 2, a)), "ruw"},
		{"choice of two exact", line("keuze", sheet.If(a.MoreThan(sheet.Zero), round, sheet.Zero)), "exact"},
		{"choice of which one is not", line("keuze_ruw", sheet.If(a.MoreThan(sheet.Zero), round, raw)), "ruw"},
		{"floor of two exact", line("bodem", round.AtLeast(sheet.Zero)), "exact"},
		{"floor of which one is not", line("bodem_ruw", raw.AtLeast(sheet.Zero)), "ruw"},
	} {
		e := p.sc.In("som")
		id := strings.NewReplacer(" ", "_", "-", "_", ",", "").Replace(c.name)
		e.Add(sheet.Line{ID: id, Label: c.name, Unit: sheet.EURPerMaand, Expr: a.Plus(c.term)})
		l := p.reken(t).Line("proef.som." + id)
		if got := sheet.Spell(l.Line, marks{}); got != "exact A, "+c.want {
			t.Errorf("%s: %q, want %q", c.name, got, "exact A, "+c.want)
		}
	}
}
