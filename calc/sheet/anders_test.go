package sheet_test

import (
	"testing"

	"annex/calc/sheet"

	"github.com/shopspring/decimal"
)

// With another input the lines get another value, in the other branch as well, and the
// result itself stays as it was. With 2.600,50 the table of schijven gives 70%, so 70% ×
// (2.600,50 − 1.310) = 903,35; with bijstand nothing.
func TestRecalculation(t *testing.T) {
	s, _ := klein()
	r, err := s.Evaluate(kleinReceipt)
	if err != nil {
		t.Fatal(err)
	}
	was := r.Line("vader.draagkracht").Value
	c := r.With(map[string]decimal.Decimal{"invoer.vader.bijstand": dec("1")})
	if d, _, err := c.Value("vader.draagkracht"); err != nil || !d.IsZero() {
		t.Errorf("with bijstand: %s, %v", d, err)
	}
	if _, applies, _ := c.Value("vader.bijstand"); !applies {
		t.Error("the line of bijstand does not apply")
	}
	if _, applies, _ := r.With(nil).Value("vader.bijstand"); applies {
		t.Error("the line of bijstand applies without it")
	}
	list, err := c.Payments(func(sheet.Betaling) bool { return true })
	if err != nil || len(list) != 1 || !list[0].Bedrag.IsZero() {
		t.Errorf("payments: %v, %v", list, err)
	}
	if list, err := c.Payments(func(sheet.Betaling) bool { return false }); err != nil || len(list) != 0 {
		t.Errorf("payments that are not asked for: %v, %v", list, err)
	}
	if d, _, _ := r.With(nil).Value("vader.draagkracht"); !d.Equal(was) || !r.Line("vader.draagkracht").Value.Equal(was) || was.IsZero() {
		t.Errorf("the result has changed: %s, was %s", d, was)
	}
}

// What cannot be calculated is an error, and no panic.
func TestRecalculationFault(t *testing.T) {
	s := sheet.New()
	sc := s.Section(sheet.Section{ID: "deel", Titel: "Deel"}, "")
	in := sc.Input(sheet.Input{ID: "noemer", Groep: "Deel", Label: "Noemer", Unit: sheet.Getal, Value: dec("2")})
	sc.Add(sheet.Line{ID: "quotient", Label: "Quotiënt", Unit: sheet.Getal, Expr: sheet.One.Over(in)})
	r, err := s.Evaluate(kleinReceipt)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := r.With(map[string]decimal.Decimal{"invoer.noemer": decimal.Zero}).Value("quotient"); err == nil {
		t.Error("a division by nil has no error")
	}
	if d, _, err := r.With(map[string]decimal.Decimal{"invoer.noemer": dec("4")}).Value("quotient"); err != nil || !d.Equal(dec("0.25")) {
		t.Errorf("1 over 4: %s, %v", d, err)
	}
}
