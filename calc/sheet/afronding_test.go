package sheet_test

import (
	"testing"

	"annex/calc/sheet"
)

// Half goes away from zero, as ROUND in a spreadsheet does; a tie is a tie in
// decimals, not in what a binary fraction makes of it.
func TestRound(t *testing.T) {
	for _, c := range []struct {
		in     string
		places int32
		want   string
	}{
		{"2.345", 2, "2.35"}, {"-2.345", 2, "-2.35"}, {"2.344999", 2, "2.34"}, {"-2.344999", 2, "-2.34"},
		{"1.005", 2, "1.01"}, {"2.675", 2, "2.68"}, {"1.115", 2, "1.12"}, {"8.325", 2, "8.33"}, {"1234567.885", 2, "1234567.89"},
		{"0.5", 0, "1"}, {"-0.5", 0, "-1"}, {"1.5", 0, "2"}, {"2.5", 0, "3"}, {"-2.5", 0, "-3"}, {"115.5", 0, "116"}, {"52.5", 0, "53"},
		{"0.49", 0, "0"}, {"-0.49", 0, "0"}, {"0", 0, "0"}, {"7", 2, "7"}, {"0.00005", 4, "0.0001"}, {"0.004", 2, "0"},
		{"999.995", 2, "1000"}, {"137.65", 0, "138"}, {"303.5", 0, "304"},
	} {
		p := nieuw()
		if got := p.waarde(t, sheet.Getal, p.in("X", c.in, sheet.Getal).Round(c.places)); !got.Value.Equal(dec(c.want)) {
			t.Errorf("Round(%s, %d) = %s, want %s", c.in, c.places, got.Value, c.want)
		}
	}
}

// Ties that arise inside a formula, where binary fractions miss them.
func TestRoundTiesInFormulas(t *testing.T) {
	maal := func(a, b string) func(p *proef) sheet.Expr {
		return func(p *proef) sheet.Expr { return p.in("A", a, sheet.Getal).Times(p.in("B", b, sheet.Getal)) }
	}
	for _, c := range []struct {
		name   string
		expr   func(p *proef) sheet.Expr
		places int32
		want   string
	}{
		{"0.7 x 165", maal("0.7", "165"), 0, "116"},           // 115.5
		{"0.285 x 100", maal("0.285", "100"), 0, "29"},        // 28.5
		{"1.005 x 100", maal("1.005", "100"), 0, "101"},       // 100.5
		{"0.7 x -165", maal("0.7", "-165"), 0, "-116"},        // -115.5
		{"0.15 x 450.10", maal("0.15", "450.10"), 2, "67.52"}, // 67.515
		{"70% of 165", func(p *proef) sheet.Expr {
			return p.in("P", "70", sheet.Percentage).Times(p.in("B", "165", sheet.Getal))
		}, 0, "116"},
		{"a third of 1.5", func(p *proef) sheet.Expr { return p.in("A", "1.5", sheet.Getal).Over(sheet.Count(3)) }, 0, "1"}, // 0.5
		{"a seventh, seven times", func(p *proef) sheet.Expr {
			return p.in("A", "0.005", sheet.Getal).Over(sheet.Count(7)).Times(sheet.Count(7))
		}, 2, "0.01"},
	} {
		p := nieuw()
		if got := p.waarde(t, sheet.Getal, c.expr(p).Round(c.places)); !got.Value.Equal(dec(c.want)) {
			t.Errorf("%s: %s, want %s", c.name, got.Value, c.want)
		}
	}
}

// Inside a formula, and from line to line, nothing is rounded that does not say
// so.
func TestExact(t *testing.T) {
	p := nieuw()
	third := p.regel("derde", sheet.Getal, sheet.One.Over(sheet.Count(3)))
	p.regel("heel", sheet.Getal, third.Times(sheet.Count(3)))
	p.regel("gelijk", sheet.JaNee, sheet.Truth(third.Plus(third, third).NotLessThan(sheet.One)))
	p.regel("in_een_keer", sheet.Getal, sheet.One.Over(sheet.Count(3)).Times(sheet.Count(3)))
	sum := sheet.Zero
	for range 10 {
		sum = sum.Plus(p.in("A", "0.1", sheet.Getal))
	}
	p.regel("tienden", sheet.Getal, sum)
	r := p.reken(t)
	for id, want := range map[string]string{"heel": "1", "gelijk": "1", "in_een_keer": "1", "tienden": "1"} {
		if got := r.Line("proef." + id).Value; !got.Equal(dec(want)) {
			t.Errorf("%s: %s, want exactly %s", id, got, want)
		}
	}
}
