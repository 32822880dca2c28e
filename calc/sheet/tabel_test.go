package sheet_test

import (
	"testing"

	"annex/calc/sheet"
)

// Lookup gives the last row whose key is not above the key asked for; below the
// first row it gives the first.
func TestLookup(t *testing.T) {
	for _, c := range []struct{ key, row, percentage, amount, numbers string }{
		{"0", "1000", "1", "50", "100% (rij vanaf 1.000)"},
		{"999.99", "1000", "1", "50", "100% (rij vanaf 1.000)"},
		{"1000", "1000", "1", "50", "100% (rij vanaf 1.000)"},
		{"1000.01", "1000", "1", "50", "100% (rij vanaf 1.000)"},
		{"1499.99", "1000", "1", "50", "100% (rij vanaf 1.000)"},
		{"1500", "1500", "0.9", "125", "90% (rij vanaf 1.500)"},
		{"1999.99", "1500", "0.9", "125", "90% (rij vanaf 1.500)"},
		{"2000", "2000", "0.7", "225.5", "70% (rij vanaf 2.000)"},
		{"1000000", "2000", "0.7", "225.5", "70% (rij vanaf 2.000)"},
	} {
		p := nieuw()
		key := p.eur("Inkomen", c.key)
		p.regel("rij", sheet.EURPerMaand, sheet.Lookup(p.tabel, 0, key))
		p.regel("percentage", sheet.Percentage, sheet.Lookup(p.tabel, 1, key))
		p.regel("bedrag", sheet.EURPerMaand, sheet.Lookup(p.tabel, 2, key))
		r := p.reken(t)
		for id, want := range map[string]string{"rij": c.row, "percentage": c.percentage, "bedrag": c.amount} {
			if got := r.Line("proef." + id).Value; !got.Equal(dec(want)) {
				t.Errorf("%s at %s: %s, want %s", id, c.key, got, want)
			}
		}
		if got := r.Line("proef.percentage").Numbers; got != c.numbers {
			t.Errorf("at %s: %q, want %q", c.key, got, c.numbers)
		}
	}
}

// Interpolate gives figures in proportion between two rows, and those of the
// outer rows outside the table.
func TestInterpolate(t *testing.T) {
	for _, c := range []struct{ key, want, numbers string }{
		{"0", "50", "50 (laagste rij, 1.000)"},
		{"999.99", "50", "50 (laagste rij, 1.000)"},
		{"1000", "50", "50 (rij 1.000)"},
		{"1100", "65", "50 + (1.100,00 − 1.000) / (1.500 − 1.000) × (125 − 50)"},
		{"1250", "87.5", "50 + (1.250,00 − 1.000) / (1.500 − 1.000) × (125 − 50)"},
		{"1499.99", "124.9985", "50 + (1.499,99 − 1.000) / (1.500 − 1.000) × (125 − 50)"},
		{"1500", "125", "125 (rij 1.500)"},
		{"1900.50", "205.5005", "125 + (1.900,50 − 1.500) / (2.000 − 1.500) × (225,5 − 125)"},
		{"2000", "225.5", "225,5 (hoogste rij, 2.000)"},
		{"2000.01", "225.5", "225,5 (hoogste rij, 2.000)"},
	} {
		p := nieuw()
		l := p.waarde(t, sheet.EURPerMaand, sheet.Interpolate(p.tabel, 2, p.eur("Inkomen", c.key)))
		if !l.Value.Equal(dec(c.want)) {
			t.Errorf("at %s: %s, want %s", c.key, l.Value, c.want)
		}
		if l.Numbers != c.numbers {
			t.Errorf("at %s: %q, want %q", c.key, l.Numbers, c.numbers)
		}
	}
}

// A formula as the key is bracketed where the printed proportion would
// otherwise read differently.
func TestInterpolateKeyInBrackets(t *testing.T) {
	p := nieuw()
	key := sheet.If(p.janee("er toeslag is", true), p.eur("A", "1100"), p.eur("B", "1000"))
	l := p.waarde(t, sheet.EURPerMaand, sheet.Interpolate(p.tabel, 2, key.AtMost(p.eur("C", "1050"))))
	if want := "50 + ((1.100,00, ten hoogste 1.050,00) − 1.000) / (1.500 − 1.000) × (125 − 50)"; l.Numbers != want {
		t.Errorf("numbers %q\nwant    %q", l.Numbers, want)
	}
	if !l.Value.Equal(dec("57.5")) {
		t.Errorf("value %s, want 57.5", l.Value)
	}
}
