package inkomen_test

import (
	"fmt"
	"testing"
	"time"

	"annex/calc/inkomen"
	"annex/calc/sheet"
)

// Kinderbijslag in the first half of 2025, per quarter: 286.45, 347.83 and 409.21 (SVB).
// A month is four quarters through twelve.
func TestKinderbijslag(t *testing.T) {
	op := dag(2025, 3, 15)
	for _, g := range []struct {
		geboren []time.Time
		want    string
	}{
		{nil, "0"},
		{[]time.Time{dag(2020, 6, 1), dag(2016, 6, 1)}, "211.43"}, // 4 and 8: 4 x 634.28 / 12
		{[]time.Time{dag(2025, 3, 15)}, "95.48"},                  // born on the day
		{[]time.Time{dag(2025, 3, 16)}, "0"},                      // not yet born
		{[]time.Time{dag(2019, 3, 16)}, "95.48"},                  // 5, and 6 the next day
		{[]time.Time{dag(2019, 3, 15)}, "115.94"},
		{[]time.Time{dag(2013, 3, 16)}, "115.94"}, // 11
		{[]time.Time{dag(2013, 3, 15)}, "136.40"},
		{[]time.Time{dag(2007, 3, 16)}, "136.40"}, // 17
		{[]time.Time{dag(2007, 3, 15)}, "0"},
		{[]time.Time{dag(2007, 3, 15), dag(2010, 1, 1), dag(2011, 1, 1)}, "272.81"},                 // 4 x 818.42 / 12
		{[]time.Time{dag(2023, 1, 1), dag(2018, 1, 1), dag(2010, 1, 1)}, "347.83"},                  // one of each
		{[]time.Time{dag(2023, 1, 1), dag(2023, 1, 1), dag(2022, 1, 1), dag(2021, 1, 1)}, "381.93"}, // 4 x 1,145.80 / 12
	} {
		var kinderen []inkomen.Kind
		for i, geboren := range g.geboren {
			kinderen = append(kinderen, inkomen.Kind{Naam: fmt.Sprint(i), Geboren: geboren})
		}
		s := sheet.New()
		sc := s.Section(sheet.Section{ID: "inkomen", Soort: inkomen.Soort, Titel: "Inkomen", Onderwerp: "de ouder"}, "i")
		e, err := inkomen.Kinderbijslag(sc, normen(t), op, kinderen, "Kinderbijslag")
		if err != nil {
			t.Fatal(err)
		}
		if g.want == "0" {
			if e != sheet.Zero {
				t.Errorf("%v: niet nihil", g.geboren)
			}
			continue
		}
		r, err := s.Evaluate(sheet.Receipt{})
		if err != nil {
			t.Fatal(err)
		}
		hoort(t, uitslag{t, r}, "kinderbijslag", q(g.want), fmt.Sprint(g.geboren))
	}
	s := sheet.New()
	sc := s.Section(sheet.Section{ID: "inkomen", Soort: inkomen.Soort, Titel: "Inkomen", Onderwerp: "de ouder"}, "i")
	if _, err := inkomen.Kinderbijslag(sc, normen(t), dag(2018, 3, 15), []inkomen.Kind{{Naam: "Noor", Geboren: dag(2015, 1, 1)}}, ""); !inkomen.IsOnberekenbaar(err) {
		t.Errorf("zonder normen: %v", err)
	}
}
