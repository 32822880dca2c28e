package indexering_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"annex/calc/indexering"
	"annex/calc/sheet"
	"annex/norms"

	"github.com/shopspring/decimal"
)

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

// keten indexes an amount and gives the result, with the amounts by year as the
// lines that hold them.
func keten(t *testing.T, bedrag string, van, tot int) (*sheet.Result, map[int]sheet.Expr) {
	t.Helper()
	set, err := norms.Load()
	if err != nil {
		t.Fatal(err)
	}
	percentages, err := set.Indexering(van, tot)
	if err != nil {
		t.Fatal(err)
	}
	s := sheet.New()
	sc := s.Section(sheet.Section{ID: "bedrag"}, "bedrag")
	in := sc.Input(sheet.Input{ID: "begin", Label: "Begin", Unit: sheet.EURPerMaand, Value: dec(bedrag)})
	byYear := indexering.Keten(sc, in, van, func(per time.Time) string { return "Bedrag per " + sheet.FormatDate(per) }, percentages)
	for year, amount := range byYear {
		sc.Add(sheet.Line{ID: fmt.Sprintf("jaar_%d", year), Label: "Jaar", Unit: sheet.EURPerMaand, Expr: amount})
	}
	r, err := s.Evaluate(sheet.Receipt{})
	if err != nil {
		t.Fatal(err)
	}
	return r, byYear
}

// Each year over the cents of the year before.
func TestKeten(t *testing.T) {
	for _, c := range []struct {
		name, bedrag string
		van, tot     int
		want         map[int]string
	}{
		// ECLI:NL:RBNHO:2025:3845 raises 356,00 (2024) to 379,14 per 1 January 2025: 6,5%.
		{"a judgment", "356", 2024, 2025, map[int]string{2024: "356", 2025: "379.14"}},
		{"no year", "458.33", 2025, 2025, map[int]string{2025: "458.33"}},
		// 100 x 1,034 = 103,40; x 1,062 = 109,8108; x 1,065 = 116,947 (over 109,81: 116,94765); x 1,046 = 122,32 (over 116,95: 122,3297).
		{"four years", "100", 2022, 2026, map[int]string{2022: "100", 2023: "103.4", 2024: "109.81", 2025: "116.95", 2026: "122.33"}},
		// The cents of each year count: 0,01 x 1,034 = 0,01034, so 0,01 in every year.
		{"a cent", "0.01", 2022, 2026, map[int]string{2022: "0.01", 2023: "0.01", 2024: "0.01", 2025: "0.01", 2026: "0.01"}},
		{"nothing", "0", 2023, 2025, map[int]string{2023: "0", 2024: "0", 2025: "0"}},
		// 250 x 1,062 = 265,50; half a cent goes up: 265,50 x 1,065 = 282,7575, so 282,76.
		{"halves go up", "250", 2023, 2025, map[int]string{2023: "250", 2024: "265.5", 2025: "282.76"}},
		// 2010-2012, bevestigd: 2,3%, 0,9%, 1,3%. 500; 511,50; 516,10 (516,1035); 522,81 (522,8093).
		{"earlier years", "500", 2009, 2012, map[int]string{2009: "500", 2010: "511.5", 2011: "516.1", 2012: "522.81"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, byYear := keten(t, c.bedrag, c.van, c.tot)
			if got, want := slices.Sorted(maps.Keys(byYear)), slices.Sorted(maps.Keys(c.want)); !slices.Equal(got, want) {
				t.Fatalf("years %v, want %v", got, want)
			}
			for year, want := range c.want {
				if got := r.Line(fmt.Sprintf("bedrag.jaar_%d", year)).Value; !got.Equal(dec(want)) {
					t.Errorf("%d: %s, want %s", year, got, want)
				}
			}
		})
	}
}

// One line for each indexation, with its day, its percentage and the law.
func TestKetenLines(t *testing.T) {
	r, _ := keten(t, "356", 2023, 2025)
	l := r.Line("bedrag.geindexeerd_2025")
	if l.Label != "Bedrag per 1 januari 2025" || l.Unit != sheet.EURPerMaand || l.Text() != "402,64" { // 356 x 1,062 = 378,07; x 1,065 = 402,64
		t.Errorf("line %+v", l)
	}
	if l.Numbers != "378,07 × (1 + 6,5%)" {
		t.Errorf("numbers %q", l.Numbers)
	}
	if !strings.HasPrefix(l.Words, "bedrag per 1 januari 2024 × (1 + indexering per 1 januari 2025)") {
		t.Errorf("words %q", l.Words)
	}
	if l.Source != indexering.Bron || l.Source.Document != "art. 1:402a BW" {
		t.Errorf("source %v", l.Source)
	}
	if r.Line("bedrag.geindexeerd_2023") != nil || r.Line("bedrag.geindexeerd_2024") == nil {
		t.Error("want a line for 2024 and 2025 only")
	}
}

// 1983 has two indexations, of nil on 1 January and of 6,4% on 1 April; both are
// in the chain, and the amount of the year is the last.
func TestTwoInAYear(t *testing.T) {
	r, _ := keten(t, "100", 1982, 1983)
	for id, want := range map[string]string{"bedrag.geindexeerd_1983": "100", "bedrag.geindexeerd_1983_04": "106.4", "bedrag.jaar_1983": "106.4"} {
		if l := r.Line(id); l == nil || !l.Value.Equal(dec(want)) {
			t.Errorf("%s: %+v, want %s", id, l, want)
		}
	}
	if got := r.Line("bedrag.geindexeerd_1983_04").Label; got != "Bedrag per 1 april 1983" {
		t.Errorf("label %q", got)
	}
}
