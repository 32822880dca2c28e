package sheet_test

import (
	"testing"

	"annex/calc/sheet"
)

// If is lazy: the branch that does not apply may ask for what does not exist,
// in its value and in what is printed.
func TestIfIsLazy(t *testing.T) {
	broken := map[string]func(e sheet.Expr) sheet.Expr{
		"quotient": func(e sheet.Expr) sheet.Expr { return e },
		"floor":    func(e sheet.Expr) sheet.Expr { return e.AtLeast(sheet.Zero) },
		"rounding": func(e sheet.Expr) sheet.Expr { return e.AtMost(sheet.One).Round(2) },
		"choice":   func(e sheet.Expr) sheet.Expr { return sheet.If(e.MoreThan(sheet.One), sheet.One, sheet.Two) },
	}
	for name, wrap := range broken {
		for _, taken := range []bool{true, false} {
			p := nieuw()
			bad := wrap(p.eur("A", "1").Over(p.eur("B", "0")))
			good := p.in("C", "7", sheet.Getal).Plus(sheet.One)
			branches := []sheet.Expr{bad, good}
			if taken {
				branches = []sheet.Expr{good, bad}
			}
			l := p.waarde(t, sheet.Getal, sheet.If(p.janee("het zo is", taken), branches[0], branches[1]))
			want := "7 + 1"
			if taken {
				want += " (want het zo is)"
			}
			if !l.Value.Equal(dec("8")) || l.Numbers != want {
				t.Errorf("%s: %s = %q, want 8 = %q", name, l.Value, l.Numbers, want)
			}
		}
	}
}

// Dividing by nil in a branch that applies is a fault that names its line.
func TestFault(t *testing.T) {
	p := nieuw()
	p.regel("goed", sheet.Getal, sheet.One)
	p.regel("fout", sheet.Getal, p.eur("A", "1").Over(p.eur("B", "2").Minus(p.eur("C", "2"))))
	r, err := p.Evaluate(sheet.Receipt{})
	f, ok := err.(*sheet.Fault)
	if r != nil || !ok || f.Line != "proef.fout" || f.Error() != "regel proef.fout: deling door nul" {
		t.Errorf("result %v, error %v", r, err)
	}
}

// And and Or ask both conditions, as they do in a spreadsheet: the outcome may
// not depend on which stands first.
func TestConditionsAskBoth(t *testing.T) {
	settled := map[string]func(small, broken sheet.Cond) sheet.Cond{
		"or":             func(small, broken sheet.Cond) sheet.Cond { return small.Or(broken) },
		"or, turned":     func(small, broken sheet.Cond) sheet.Cond { return broken.Or(small) },
		"and":            func(small, broken sheet.Cond) sheet.Cond { return sheet.Not(small).And(broken) },
		"and, turned":    func(small, broken sheet.Cond) sheet.Cond { return broken.And(sheet.Not(small)) },
		"inside another": func(small, broken sheet.Cond) sheet.Cond { return small.Or(sheet.Not(small).And(broken)) },
	}
	for name, join := range settled {
		p := nieuw()
		small := p.eur("A", "1").LessThan(p.eur("B", "2"))
		broken := p.eur("C", "1").Over(p.eur("D", "0")).MoreThan(sheet.One)
		p.regel("fout", sheet.Getal, sheet.If(join(small, broken), sheet.One, sheet.Two))
		if _, err := p.Evaluate(sheet.Receipt{}); err == nil || err.Error() != "regel proef.fout: deling door nul" {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

// A fault is of the line that divides, not of the lines that use it.
func TestFaultInsideALine(t *testing.T) {
	p := nieuw()
	deep := p.regel("diep", sheet.Getal, sheet.One.Over(p.in("A", "0", sheet.Getal)))
	p.regel("boven", sheet.Getal, deep.Plus(sheet.One))
	if _, err := p.Evaluate(sheet.Receipt{}); err == nil || err.Error() != "regel proef.diep: deling door nul" {
		t.Errorf("error %v", err)
	}
}

// The reasons say which branch applied and why, in figures, and only where
// there is something to say: a circumstance that does not occur goes unsaid.
func TestReasons(t *testing.T) {
	for _, c := range []struct {
		name string
		expr func(p *proef) sheet.Expr
		want string
	}{
		{"flag that is", func(p *proef) sheet.Expr {
			return sheet.If(p.janee("de last vermijdbaar is", true), sheet.Zero, p.eur("A", "200"))
		}, "0 (want de last vermijdbaar is)"},
		{"flag that is not", func(p *proef) sheet.Expr {
			return sheet.If(p.janee("de last vermijdbaar is", false), sheet.Zero, p.eur("A", "200"))
		}, ""},
		{"two flags that are not", func(p *proef) sheet.Expr {
			return sheet.If(p.janee("de last vermijdbaar is", false).Or(p.janee("de last verwijtbaar is", false)), sheet.Zero, p.eur("A", "200"))
		}, ""},
		{"first of two flags", func(p *proef) sheet.Expr {
			return sheet.If(p.janee("de last vermijdbaar is", true).Or(p.janee("de last verwijtbaar is", false)), sheet.Zero, p.eur("A", "200"))
		}, "0 (want de last vermijdbaar is)"},
		{"second of two flags", func(p *proef) sheet.Expr {
			return sheet.If(p.janee("de last vermijdbaar is", false).Or(p.janee("de last verwijtbaar is", true)), sheet.Zero, p.eur("A", "200"))
		}, "0 (want de last verwijtbaar is)"},
		{"both flags", func(p *proef) sheet.Expr {
			return sheet.If(p.janee("de last vermijdbaar is", true).Or(p.janee("de last verwijtbaar is", true)), sheet.Zero, p.eur("A", "200"))
		}, "0 (want de last vermijdbaar is en de last verwijtbaar is)"},
		{"flag and amount", func(p *proef) sheet.Expr {
			return sheet.If(sheet.Not(p.janee("er bijstand is", false)).And(p.eur("A", "5").NotLessThan(p.eur("B", "5"))), p.eur("C", "1"), p.eur("D", "2"))
		}, "1,00 (want 5,00 = 5,00)"},
		{"a line is not a circumstance", func(p *proef) sheet.Expr {
			lijn := p.regel("vergelijking", sheet.JaNee, sheet.Truth(p.eur("A", "1").MoreThan(p.eur("B", "2"))))
			return sheet.If(lijn.IsYes(), p.eur("C", "1"), p.eur("D", "2"))
		}, "2,00 (want vergelijking: nee)"},
		{"a formula in the comparison", func(p *proef) sheet.Expr {
			return sheet.If(p.eur("A", "5").Minus(p.eur("B", "1")).MoreThan(p.eur("C", "3").Plus(p.eur("D", "3"))), p.eur("E", "1"), p.eur("F", "2"))
		}, "2,00 (want 5,00 − 1,00 ≤ 3,00 + 3,00)"},
		{"reasons of two choices", func(p *proef) sheet.Expr {
			a := sheet.If(p.janee("er bijstand is", true), p.eur("A", "1"), p.eur("B", "2"))
			b := sheet.If(p.eur("C", "1").LessThan(p.eur("D", "2")), p.eur("E", "4"), p.eur("F", "5"))
			return a.Plus(b)
		}, "1,00 + 4,00 (want er bijstand is en 1,00 < 2,00)"},
		{"reason of the branch that applied only", func(p *proef) sheet.Expr {
			inner := sheet.If(p.eur("A", "1").LessThan(p.eur("B", "2")), p.eur("C", "3"), p.eur("D", "4"))
			return sheet.If(p.eur("E", "9").MoreThan(p.eur("F", "8")), p.eur("G", "6"), inner)
		}, "6,00 (want 9,00 > 8,00)"},
		{"through a floor and a rounding", func(p *proef) sheet.Expr {
			inner := sheet.If(p.eur("A", "1").LessThan(p.eur("B", "2")), p.eur("C", "3"), p.eur("D", "4"))
			return inner.Minus(p.eur("E", "5")).AtLeast(sheet.Zero).Round(0)
		}, "3,00 − 5,00, ten minste 0 (want 1,00 < 2,00)"},
		{"a percentage in the reason", func(p *proef) sheet.Expr {
			return sheet.If(p.in("P", "15", sheet.Percentage).MoreThan(sheet.Zero), p.eur("A", "3"), p.eur("B", "4"))
		}, "3,00 (want 15% > 0)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := nieuw()
			if l := p.waarde(t, sheet.EURPerMaand, c.expr(p)); l.Numbers != c.want {
				t.Errorf("numbers %q\nwant    %q", l.Numbers, c.want)
			}
		})
	}
}

// Negative figures stand in brackets where the sign could be misread.
func TestNegativeFiguresInBrackets(t *testing.T) {
	p := nieuw()
	neg := p.regel("negatief", sheet.EURPerMaand, p.eur("A", "1").Minus(p.eur("B", "3")))
	p.regel("min", sheet.EURPerMaand, p.eur("C", "5").Minus(neg))
	p.regel("maal", sheet.EURPerMaand, sheet.Two.Times(neg))
	p.regel("plus", sheet.EURPerMaand, neg.Plus(p.eur("D", "5")))
	r := p.reken(t)
	for id, want := range map[string]string{
		"min": "5,00 − (−2,00)", "maal": "2 × (−2,00)", "plus": "−2,00 + 5,00",
	} {
		if got := r.Line("proef." + id).Numbers; got != want {
			t.Errorf("%s: %q, want %q", id, got, want)
		}
	}
}
