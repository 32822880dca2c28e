package sheet_test

import (
	"testing"

	"annex/calc/sheet"
)

// Three amounts in no order, by hand: 120, 300 and 450.
func TestSmallest(t *testing.T) {
	for k, want := range map[int]struct{ waarde, woorden string }{
		1: {"120", "het laagste van de drempels"},
		2: {"300", "het 2e van de drempels, van laag naar hoog"},
		3: {"450", "het 3e van de drempels, van laag naar hoog"},
	} {
		p := nieuw()
		a := p.regel("a", sheet.EURPerMaand, p.eur("A", "300"))
		b := p.regel("b", sheet.EURPerMaand, p.eur("B", "120"))
		c := p.regel("c", sheet.EURPerMaand, p.eur("C", "450"))
		l := p.waarde(t, sheet.EURPerMaand, sheet.Smallest(k, "de drempels", a, b, c))
		if l.Value.String() != want.waarde || l.Words != want.woorden {
			t.Errorf("%d: %s, %q", k, l.Value, l.Words)
		}
	}
}

// A line from (100, 10) to (200, 60), level at 200 where a corner stands twice, and
// on to (400, 80): by hand half of each segment, its ends, and what lies outside.
func TestThrough(t *testing.T) {
	for _, c := range []struct{ x, want, ingevuld string }{
		{"50", "10", "10,00"},
		{"100", "10", "10,00"},
		{"150", "35", "10,00 + (150,00 − 100,00) / (200,00 − 100,00) × (60,00 − 10,00)"},
		{"200", "60", "10,00 + (200,00 − 100,00) / (200,00 − 100,00) × (60,00 − 10,00)"},
		{"300", "70", "60,00 + (300,00 − 200,00) / (400,00 − 200,00) × (80,00 − 60,00)"},
		{"400", "80", "60,00 + (400,00 − 200,00) / (400,00 − 200,00) × (80,00 − 60,00)"},
		{"900", "80", "80,00"},
	} {
		p := nieuw()
		var corners []sheet.Corner
		for _, xy := range [][2]string{{"100", "10"}, {"200", "60"}, {"200", "60"}, {"400", "80"}} {
			corners = append(corners, sheet.Corner{X: p.eur("X", xy[0]), Y: p.eur("Y", xy[1])})
		}
		l := p.waarde(t, sheet.EURPerMaand, sheet.Through("de knikpunten", corners, p.eur("Inkomen", c.x)))
		if l.Value.String() != c.want || l.Words != "bij inkomen, naar rato tussen de knikpunten" {
			t.Errorf("%s: %s, %q", c.x, l.Value, l.Words)
		}
		if got := l.Numbers; got != c.ingevuld && !(got == "" && c.ingevuld == l.Text()) {
			t.Errorf("%s: %q, want %q", c.x, got, c.ingevuld)
		}
	}
}

// What cannot be ranked or drawn is a mistake in the rules.
func TestCornersAreChecked(t *testing.T) {
	for naam, fout := range map[string]func(p *proef) sheet.Expr{
		"geen regel": func(p *proef) sheet.Expr { return sheet.Smallest(1, "de drempels", p.eur("A", "1")) },
		"geen tweede": func(p *proef) sheet.Expr {
			return sheet.Smallest(2, "de drempels", p.regel("a", sheet.EURPerMaand, p.eur("A", "1")))
		},
		"een punt": func(p *proef) sheet.Expr {
			return sheet.Through("x", []sheet.Corner{{X: sheet.Zero, Y: sheet.Zero}}, p.eur("A", "1"))
		},
		"eenheden van de lijn": func(p *proef) sheet.Expr {
			return sheet.Through("x", []sheet.Corner{{X: sheet.Zero, Y: sheet.Zero}, {X: p.in("J", "1", sheet.EURPerJaar), Y: sheet.Zero}}, p.eur("A", "1"))
		},
	} {
		p := nieuw()
		p.regel("uitkomst", sheet.EURPerMaand, fout(p))
		if _, err := p.Evaluate(sheet.Receipt{}); err == nil {
			t.Errorf("%s: geen fout", naam)
		}
	}
}
