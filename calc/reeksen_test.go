package calc_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"annex/calc"
	"annex/calc/watals"

	"github.com/shopspring/decimal"
)

// Along every income of every golden case the outcome becomes of another kind where Zoek
// says so, of which every figure is compared with the case file changed. All points
// between now and the step before it are of the present kind.
func TestReeksenFindWhatZoekFinds(t *testing.T) {
	set := load(t)
	zijden, gevonden := 0, 0
	for name, file := range cases(t) {
		z := read(t, file, set)
		r := compute(t, z, set)
		vragen := calc.WatAlsOpdracht(z, set, r)
		reeksen := slices.DeleteFunc(watals.Reeksen(vragen), func(x *watals.Reeks) bool { return x.Omlaag == nil })
		inkomens := watals.Zoek(vragen).Inkomens
		if len(reeksen) != len(inkomens) {
			t.Errorf("%s: %d incomes followed, %d asked", name, len(reeksen), len(inkomens))
			continue
		}
		for i, x := range reeksen {
			for _, zijde := range []struct {
				g      *watals.Grens
				z      *watals.Zoektocht
				punten []watals.Punt
			}{{inkomens[i].Omlaag, x.Omlaag, x.Onder}, {inkomens[i].Omhoog, x.Omhoog, x.Boven}} {
				zijden++
				if zijde.z.Gevonden != (zijde.g != nil) {
					t.Errorf("%s: %s: found %t, want %t", name, x.Vraag.Wie.ID, zijde.z.Gevonden, zijde.g != nil)
					continue
				}
				for nr, p := range zijde.punten {
					if p.AlsNu != (nr < zijde.z.Stappen) {
						t.Errorf("%s: %s at %s: as now %t after %d steps that are", name, x.Vraag.Wie.ID, p.Bij, p.AlsNu, zijde.z.Stappen)
					}
				}
				if zijde.g == nil {
					continue
				}
				gevonden++
				if got := zijde.z.Bij.Bij; !got.Equal(zijde.g.Bij) {
					t.Errorf("%s: %s: %s, want %s", name, x.Vraag.Wie.ID, got, zijde.g.Bij)
				}
				if zijde.z.Bij.AlsNu {
					t.Errorf("%s: %s: the outcome at the limit is of the present kind", name, x.Vraag.Wie.ID)
				}
			}
		}
	}
	if zijden < 900 || gevonden < 300 {
		t.Errorf("%d sides and %d limits; want many more", zijden, gevonden)
	}
}

// The amounts are those that TestWatAlsEnoughDraagkracht works out by hand.
func TestReeksenAmounts(t *testing.T) {
	set := load(t)
	z := read(t, zaken+"/rapport-5-1-stap-2-en-3.yaml", set)
	reeksen := watals.Reeksen(calc.WatAlsOpdracht(z, set, compute(t, z, set)))
	var got []string
	for _, x := range reeksen {
		var row []string
		for _, p := range []watals.Punt{x.Onder[0], x.Nu, x.Boven[0]} {
			row = append(row, fmt.Sprintf("%s: %s (%s)", p.Bij, p.Betalingen[0].Bedrag, p.Verschil))
		}
		per, ok := watals.PerStap(x.Nu, x.Boven[0], 0, decimal.NewFromInt(100))
		got = append(got, fmt.Sprintf("%s %s: %s; per 100 %s %t", x.Vraag.Cijfer.Soort, x.Vraag.Wie.ID, strings.Join(row, ", "), per, ok))
	}
	checkRegels(t, got, []string{
		"nbi ouder_1: 1900: 161 (-100), 2000: 138 (0), 2100: 119 (100); per 100 -19 true",
		"nbi ouder_2: 2500: 112 (-100), 2600: 138 (0), 2700: 161 (100); per 100 23 true",
		"zorgdagen ouder_2: 0: 183 (-1), 1: 138 (0), 2: 93 (1); per 100 -4500 true",
	})
}
