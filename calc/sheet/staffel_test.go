package sheet_test

import (
	"testing"

	"annex/calc/sheet"
	"annex/norms"
)

// A table of steps, as that of the arbeidskorting: it rises, stays level, falls
// and ends. On a key the row before it still holds.
func TestGraduated(t *testing.T) {
	staffel := tabel("staffel", "staffel", []norms.Column{
		{ID: "vanaf", Label: "inkomen boven", Unit: "EUR/maand"}, {ID: "bedrag", Label: "bedrag", Unit: "EUR/maand"}, {ID: "percentage", Label: "percentage", Unit: "%"},
	}, []string{"0", "0", "8.5"}, []string{"1000", "85", "30"}, []string{"2000", "385", "0"}, []string{"3000", "385", "-6.5"}, []string{"9000", "0", "0"})
	for _, c := range []struct{ inkomen, want, ingevuld string }{
		{"0", "0", "8,5% × 0,00"},
		{"1000", "85", "8,5% × 1.000,00"},
		{"1000.10", "85.03", "85 + 30% × (1.000,10 − 1.000)"},
		{"2500", "385", "385"},
		{"3000", "385", "385"},
		{"4000", "320", "385 − 6,5% × (4.000,00 − 3.000)"},
		{"9500", "0", "0"},
	} {
		p := nieuw()
		l := p.waarde(t, sheet.EURPerMaand, sheet.Graduated(p.sc.Table(staffel), p.eur("Inkomen", c.inkomen)))
		if l.Value.String() != c.want || l.Words != "bedrag volgens de staffel bij inkomen" {
			t.Errorf("%s: %s, %q", c.inkomen, l.Value, l.Words)
		}
		if got := l.Numbers; got != c.ingevuld && !(got == "" && c.ingevuld == l.Text()) {
			t.Errorf("%s: %q, want %q", c.inkomen, got, c.ingevuld)
		}
	}
}

// What a capital yields in a year, thirteen periods of four weeks, and four quarters.
func TestUnitsOfIncome(t *testing.T) {
	p := nieuw()
	p.regel("jaarloon", sheet.EURPerJaar, sheet.Thirteen.Times(p.in("Loon", "2000", sheet.EURPer4Weken)))
	p.regel("kinderbijslag", sheet.EURPerJaar, sheet.Four.Times(p.in("Kwartaal", "286.45", sheet.EURPerKwartaal)))
	p.regel("opbrengst", sheet.EURPerJaar, p.in("Rente", "1.44", sheet.PercentagePerJaar).Times(p.in("Spaargeld", "10000", sheet.EUR)))
	r := p.reken(t)
	for id, want := range map[string]string{"proef.jaarloon": "26000", "proef.kinderbijslag": "1145.8", "proef.opbrengst": "144"} {
		if got := r.Line(id).Value.String(); got != want {
			t.Errorf("%s: %s", id, got)
		}
	}
	for _, fout := range []func(p *proef) sheet.Expr{
		func(p *proef) sheet.Expr { return sheet.Twelve.Times(p.in("A", "1", sheet.EURPer4Weken)) },
		func(p *proef) sheet.Expr { return sheet.Thirteen.Times(p.in("A", "1", sheet.EURPerMaand)) },
		func(p *proef) sheet.Expr { return sheet.Four.Times(p.in("A", "1", sheet.EURPerMaand)) },
		func(p *proef) sheet.Expr { return sheet.Twelve.Times(p.in("A", "1", sheet.EURPerKwartaal)) },
		func(p *proef) sheet.Expr { return p.in("A", "1", sheet.EURPerKwartaal) },
		func(p *proef) sheet.Expr {
			return p.in("A", "1", sheet.PercentagePerJaar).Times(p.in("B", "1", sheet.EURPerMaand))
		},
	} {
		p := nieuw()
		p.regel("uitkomst", sheet.EURPerJaar, fout(p))
		if _, err := p.Evaluate(sheet.Receipt{}); err == nil {
			t.Error("geen fout")
		}
	}
}
