package kind_test

import (
	"testing"

	"annex/calc"
	"annex/calc/kind"
	"annex/calc/zaak"
	"annex/norms"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// Whatever differs between two periods, the steps from the one to the other can
// be calculated, and lead to the amounts of the other. It stands here because the
// cases of chance do.
func TestStepsLeadToTheNextPeriod(t *testing.T) {
	gevallen(t, func(t *rapid.T, _ trekker, z *zaak.Zaak, set *norms.Set) {
		r, err := calc.Compute(z, set, "test")
		if err != nil {
			t.Fatal(err)
		}
		paid := map[int]decimal.Decimal{}
		for _, b := range r.Betalingen() {
			if b.Soort == kind.UitkomstPerKind {
				paid[b.Periode.Nummer] = paid[b.Periode.Nummer].Add(b.Bedrag)
			}
		}
		for _, v := range r.Verlopen() {
			var som decimal.Decimal
			for _, d := range v.Stappen[len(v.Stappen)-1].Bedragen {
				som = som.Add(d)
			}
			if want := paid[v.Naar.Nummer]; !som.Equal(want) {
				t.Fatalf("%s: the steps lead to %s, not %s", v.Naar.Tekst, som, want)
			}
		}
	})
}
