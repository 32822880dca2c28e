package sheet

import (
	"slices"
	"testing"

	"github.com/shopspring/decimal"
)

// TestKanttekeningen gives what may be said of an outcome, with the condition, also where
// it does not hold now.
func TestKanttekeningen(t *testing.T) {
	s := New()
	sc := s.Section(Section{ID: "deel", Soort: "proef", Titel: "Deel"}, "deel")
	x := sc.Input(Input{ID: "x", Groep: "Invoer", Label: "x", Unit: EURPerMaand, Value: decimal.NewFromInt(50)})
	bedrag := sc.Add(Line{ID: "bedrag", Label: "bedrag", Unit: EURPerMaand, Expr: x})
	grens := sc.Add(Line{ID: "grens", Label: "grens", Unit: EURPerMaand, Expr: x})
	s.Caveat(bedrag, x.MoreThan(grens), "meer")
	s.Caveat(bedrag, x.NotLessThan(grens), "niet minder")
	s.Caveat(grens, Cond{}, "altijd")
	s.Outcome(Uitkomst{Soort: "proef"}, bedrag)
	r, err := s.Evaluate(Receipt{})
	if err != nil {
		t.Fatal(err)
	}
	list := r.Kanttekeningen("deel.bedrag")
	if len(list) != 2 || list[0].Tekst != "meer" || list[1].Tekst != "niet minder" || list[0].When.IsZero() {
		t.Errorf("kanttekeningen = %+v", list)
	}
	if got := r.Betalingen()[0].Kanttekening; got != "niet minder" {
		t.Errorf("the outcome says %q", got)
	}
	if other := r.Kanttekeningen("deel.grens"); len(other) != 1 || !other[0].When.IsZero() {
		t.Errorf("kanttekeningen of the other line = %+v", other)
	}
	if none := r.Kanttekeningen("deel.x"); none != nil {
		t.Errorf("kanttekeningen of no line = %+v", none)
	}
}

// TestSignalen gives the warnings that depend on a figure, with the figures in them.
func TestSignalen(t *testing.T) {
	s := New()
	sc := s.Section(Section{ID: "deel", Soort: "proef", Titel: "Deel"}, "deel")
	x := sc.Input(Input{ID: "x", Groep: "Invoer", Label: "x", Unit: EURPerMaand, Value: decimal.NewFromInt(50)})
	p := sc.Input(Input{ID: "p", Groep: "Invoer", Label: "p", Unit: Percentage, Value: decimal.NewFromInt(5)})
	sc.Add(Line{ID: "regel", Label: "regel", Unit: EURPerMaand, Expr: p.Times(x)})
	s.Warn(Cond{}, "altijd", "Staat vast.")
	s.Warn(x.MoreThan(Zero), "nu", "%s heeft € %s, voor %s.", "De vader", x, p)
	s.Warn(x.LessThan(Zero), "later", "Minder.")
	r, err := s.Evaluate(Receipt{})
	if err != nil {
		t.Fatal(err)
	}
	list := r.Signalen()
	if len(list) != 2 || !list[0].Geldt || list[1].Geldt || list[1].Code != "later" || list[0].Tekst != "De vader heeft € 50,00, voor 5%." {
		t.Fatalf("signalen = %+v", list)
	}
	if got := r.Waarschuwingen()[1]; got != list[0].Waarschuwing {
		t.Errorf("the warning %+v is the signal %+v", got, list[0].Waarschuwing)
	}
	var texts []string
	var units []Unit
	for _, d := range list[0].Delen {
		texts, units = append(texts, d.Tekst), append(units, d.Eenheid)
		if (d.Getal == Expr{}) != (d.Eenheid == "") {
			t.Errorf("%q has a unit and no figure, or the other way round", d.Tekst)
		}
	}
	if want := []string{"De vader", " heeft € ", ", voor ", "."}; !slices.Equal(texts, want) {
		t.Errorf("texts = %q, want %q", texts, want)
	}
	if want := []Unit{"", EURPerMaand, Percentage, ""}; !slices.Equal(units, want) {
		t.Errorf("units = %q, want %q", units, want)
	}
}
