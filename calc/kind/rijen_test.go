package kind_test

import (
	"testing"
	"time"

	"annex/calc/zaak"
)

// rij is one row of a draagkrachttabel: the income it begins at, and the amount
// the publication prints for it. afgedrukt is false where no printed amount was
// found and the amount is worked out from the row's percentage and norm.
type rij struct {
	vanaf, bedrag string
	afgedrukt     bool
}

// The draagkrachttabellen as published, from the collection of printed amounts
// behind norms/data (draagkracht.csv, column published_amount). The last row is
// the formula row; honderd is the amount at 100 euro above it: 49 more than the
// unrounded amount of that row (70% of 70% of 100).
var tabellen = []struct {
	jaar    int
	aow     bool
	rijen   []rij
	honderd string
}{
	{2023, false, []rij{{"1680", "51", true}, {"1730", "77", true}, {"1780", "97", true}, {"1830", "109", true}, {"1880", "116", true}, {"1930", "123", true}},
		"172"}, // 123,20 + 49
	{2023, true, []rij{{"1890", "52", true}, {"1940", "74", true}, {"1990", "90", true}, {"2040", "97", true}, {"2090", "104", true}},
		"153"}, // 103,60 + 49
	{2024, false, []rij{{"1815", "51", true}, {"1865", "77", true}, {"1915", "96", true}, {"1965", "109", true}, {"2015", "116", true}, {"2065", "123", true}},
		"172"}, // 122,85 + 49
	{2024, true, []rij{{"2030", "50", true}, {"2080", "73", true}, {"2130", "88", true}, {"2180", "95", true}, {"2230", "102", true}},
		"151"}, // 102,20 + 49
	{2025, false, []rij{{"1875", "53", true}, {"1925", "79", true}, {"1975", "98", true}, {"2025", "110", true}, {"2075", "117", true}, {"2125", "124", true}},
		"173"}, // 124,25 + 49
	{2025, true, []rij{{"2100", "50", true}, {"2150", "72", true}, {"2200", "88", true}, {"2250", "95", false} /* 94,50 */, {"2300", "102", true}},
		"151"}, // 101,50 + 49
	{2026, false, []rij{{"1950", "50", true}, {"2000", "77", true}, {"2050", "96", true}, {"2100", "109", true}, {"2150", "116", true}, {"2200", "123", false} /* 122,50 */},
		"172"}, // 122,50 + 49
	{2026, true, []rij{{"2180", "51", true}, {"2230", "77", true}, {"2280", "97", true}, {"2330", "109", true}, {"2380", "116", true}, {"2430", "123", false} /* 123,20 */},
		"172"}, // 123,20 + 49
}

// draagkracht computes the draagkracht of the father in the year of vanaf.
func draagkracht(t *testing.T, vanaf time.Time, aow bool, keuze, nbi string, children []zaak.Kind) string {
	t.Helper()
	vader := situatie(nbi, "")
	vader.AOW = &aow
	z := geval(vanaf, "500", situatie("2500", ""), vader, children...)
	z.Keuzes.LageInkomens = keuze
	return value(t, bereken(t, z, load(t)), "vader.draagkracht").String()
}

// Below the first row the minimum holds; from each row on its own amount, up to
// a cent below the next; from the last row on the formula.
func TestRows(t *testing.T) {
	cent := dec("0.01")
	for _, tab := range tabellen {
		for children, minimum := range map[int]string{1: "25", 2: "50", 3: "50"} {
			kids := kinderen([]string{"noor", "daan", "lot"}[:children]...)
			below := minimum
			for i, r := range tab.rijen {
				limit := dec(r.vanaf)
				for _, c := range []struct{ nbi, want string }{
					{limit.Sub(cent).String(), below},
					{limit.String(), r.bedrag},
					{limit.Add(cent).String(), r.bedrag},
				} {
					for _, vanaf := range []time.Time{day(tab.jaar, 1, 1), day(tab.jaar, 12, 31)} {
						if got := draagkracht(t, vanaf, tab.aow, zaak.KeuzeTabelbedrag, c.nbi, kids); got != c.want {
							t.Errorf("%s, AOW %v, %d children, row %d: at %s draagkracht %s, want %s", vanaf.Format(time.DateOnly), tab.aow, children, i+1, c.nbi, got, c.want)
						}
					}
				}
				below = r.bedrag
			}
			last := dec(tab.rijen[len(tab.rijen)-1].vanaf)
			if got := draagkracht(t, day(tab.jaar, 7, 1), tab.aow, zaak.KeuzeTabelbedrag, last.Add(dec("100")).String(), kids); got != tab.honderd {
				t.Errorf("%d, AOW %v: 100 above the formula row %s, want %s", tab.jaar, tab.aow, got, tab.honderd)
			}
		}
	}
}

// The choice lage_inkomens: formule applies the row's percentage and norm to the
// income itself. At the first income of a row both choices agree.
func TestRowsByFormula(t *testing.T) {
	for nbi, want := range map[string]string{
		"1874.99": "25",  // below the first row
		"1875":    "53",  // 100% x (1312,50 - 1260) = 52,50
		"1924.99": "87",  // 100% x (1347,49 - 1260)
		"1925":    "79",  // 90% x (1347,50 - 1260) = 78,75
		"1974.99": "110", // 90% x (1382,49 - 1260)
		"1975":    "98",  // 80% x (1382,50 - 1260) = 98
		"2024.99": "126", // 80% x (1417,49 - 1260)
		"2025":    "110", // 70% x (1417,50 - 1260) = 110,25
		"2074.99": "135", // 70% x (1452,49 - 1260) = 134,74
		"2075":    "117", // 70% x (1452,50 - 1285) = 117,25
		"2124.99": "142", // 70% x (1487,49 - 1285) = 141,74
		"2125":    "124", // 70% x (1487,50 - 1310) = 124,25
		"2600":    "357", // 70% x (1820 - 1310)
	} {
		if got := draagkracht(t, day(2025, 7, 1), false, zaak.KeuzeFormule, nbi, kinderen("noor")); got != want {
			t.Errorf("at %s draagkracht %s, want %s", nbi, got, want)
		}
	}
	for _, tab := range tabellen {
		for _, r := range tab.rijen {
			if got := draagkracht(t, day(tab.jaar, 7, 1), tab.aow, zaak.KeuzeFormule, r.vanaf, kinderen("noor")); got != r.bedrag {
				t.Errorf("%d, AOW %v, at %s: formula gives %s, the table %s", tab.jaar, tab.aow, r.vanaf, got, r.bedrag)
			}
		}
	}
}

// The rows marked as printed are those for which norms/data holds a printed
// amount, and no others.
func TestRowsAreThePrintedOnes(t *testing.T) {
	set := load(t)
	for _, tab := range tabellen {
		norm, err := set.Draagkracht(day(tab.jaar, 7, 1), tab.aow)
		if err != nil {
			t.Fatal(err)
		}
		printed := map[string]string{}
		for _, row := range norm.Tabelbedragen.Rows {
			printed[row[0].Amount.String()] = row[1].Amount.String()
		}
		for _, r := range tab.rijen {
			amount, ok := printed[r.vanaf]
			if ok != r.afgedrukt || ok && amount != r.bedrag {
				t.Errorf("%d, AOW %v, row %s: norms print %q, want %q (printed: %v)", tab.jaar, tab.aow, r.vanaf, amount, r.bedrag, r.afgedrukt)
			}
		}
		if len(norm.Tabel.Rows) != len(tab.rijen) {
			t.Errorf("%d, AOW %v: %d rows, want %d", tab.jaar, tab.aow, len(norm.Tabel.Rows), len(tab.rijen))
		}
	}
}

// With a charge of some cents the minimum can be a euro more than the amount of
// the first row from the AOW age, which keeps only 90% of what is left: 2025,
// charge 0,50. Below 2.100: 50 - 0,50, so 50. From 2.100: 90% x (55 - 0,50), so 49.
func TestChargesAtTheFirstAOWRow(t *testing.T) {
	aow := true
	for nbi, want := range map[string]string{"2099.99": "50", "2100": "49"} {
		vader := situatie(nbi, "")
		vader.AOW = &aow
		vader.Lasten = []zaak.Last{last("bankkosten", "0.50", false, false)}
		z := geval(day(2025, 3, 1), "500", situatie("2500", ""), vader, kinderen("noor", "daan")...)
		wantValue(t, bereken(t, z, load(t)), "vader.draagkracht", want)
	}
}
