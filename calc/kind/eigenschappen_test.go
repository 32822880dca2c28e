package kind_test

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

var cent = decimal.New(1, -2)

// gevallen checks a property of whole cases.
func gevallen(t *testing.T, check func(t *rapid.T, k trekker, z *zaak.Zaak, set *norms.Set)) {
	t.Helper()
	t.Parallel()
	set := load(t)
	rapid.Check(t, func(t *rapid.T) {
		k := trekker(func(n int) int { return rapid.IntRange(0, n-1).Draw(t, "n") })
		check(t, k, k.zaak(), set)
	})
}

// prefixes begin the ids of the lines of each period.
func prefixes(z *zaak.Zaak) []string {
	return [][]string{{""}, {"p1.", "p2."}, {"p1.", "p2.", "p3."}}[len(z.Perioden)-1]
}

// lines gives every line by its id.
func lines(r *sheet.Result) map[string]*sheet.LineResult {
	out := map[string]*sheet.LineResult{}
	for _, s := range r.Sections() {
		for _, l := range r.Lines(s) {
			out[l.ID] = l
		}
	}
	return out
}

// plichtigen gives the ids of who owes maintenance in a period.
func plichtigen(p zaak.Periode) []string { return slices.Sorted(maps.Keys(p.Situaties)) }

// changeAll changes what everyone has in every period.
func changeAll(z *zaak.Zaak, change func(wie string, s *zaak.Situatie)) {
	for _, p := range z.Perioden {
		for wie, s := range p.Situaties {
			change(wie, &s)
			p.Situaties[wie] = s
		}
	}
}

// zonderToetsen leaves out the tests on what someone keeps. An old income that
// counts still does: as one that can be earned again, which has no floor.
func zonderToetsen(z *zaak.Zaak) {
	changeAll(z, func(_ string, s *zaak.Situatie) {
		s.Toets = nil
		if i := s.Inkomensverlies; i != nil && buitenBeschouwing(i) {
			terug := *i
			terug.Herstelbaar, terug.TeVergen = true, true
			s.Inkomensverlies = &terug
		}
	})
}

// No amount of money is ever negative, but for the difference with an earlier
// contribution.
func TestNothingIsNegative(t *testing.T) {
	gevallen(t, func(t *rapid.T, _ trekker, z *zaak.Zaak, set *norms.Set) {
		for id, l := range lines(bereken(t, z, set)) {
			verschil := strings.Contains(id, "wijziging.") && strings.HasSuffix(id, ".verschil")
			if l.Value.IsNegative() && !verschil {
				t.Fatalf("%s is %s", id, l.Value)
			}
		}
	})
}

// The order of parents, stepparents and children is of no consequence.
func TestOrderIsOfNoConsequence(t *testing.T) {
	gevallen(t, func(t *rapid.T, _ trekker, z *zaak.Zaak, set *norms.Set) {
		before := lines(bereken(t, z, set))
		slices.Reverse(z.Ouders)
		slices.Reverse(z.Stiefouders)
		slices.Reverse(z.Kinderen)
		for _, p := range z.Perioden {
			slices.Reverse(p.Kinderen)
		}
		after := lines(bereken(t, z, set))
		if len(before) != len(after) {
			t.Fatalf("%d lines, turned %d", len(before), len(after))
		}
		for id, l := range before {
			turned := after[id]
			if turned == nil || !turned.Value.Equal(l.Value) || turned.Applies != l.Applies {
				t.Fatalf("%s is %s, turned %v", id, l.Value, turned)
			}
		}
	})
}

// Two periods in which nothing differs give, each, what one period gives.
func TestTwoEqualPeriodsAreOne(t *testing.T) {
	gevallen(t, func(t *rapid.T, k trekker, z *zaak.Zaak, set *norms.Set) {
		first := z.Perioden[0]
		second := first
		second.Vanaf = first.Vanaf.AddDate(0, 0, 1+k(60))
		if verandert(z, first.Vanaf, second.Vanaf) {
			t.Skip("draw again: something changes between these days")
		}
		z.Perioden = []zaak.Periode{first}
		one := lines(bereken(t, z, set))
		z.Perioden = []zaak.Periode{first, second}
		two := lines(bereken(t, z, set))
		for id, l := range one {
			ids := []string{"p1." + id, "p2." + id}
			if two[id] != nil { // of no period: the eigen aandeel in its own year
				ids = []string{id}
			} else if strings.Contains(id, "geindexeerd") && two["p1."+id] == nil {
				ids = ids[1:] // a later 1 January belongs to the last period only
			}
			for _, id := range ids {
				if two[id] == nil || !two[id].Value.Equal(l.Value) || two[id].Applies != l.Applies {
					t.Fatalf("%s is %s in one period, with two: %v", l.ID, l.Value, two[id])
				}
			}
		}
	})
}

// verandert tells whether norms or ages differ between two days, or a rise of
// income comes to count.
func verandert(z *zaak.Zaak, van, tot time.Time) bool {
	tussen := func(dag time.Time) bool { return dag.After(van) && !dag.After(tot) }
	for _, maand := range []int{1, 7, 8, 9} { // a new year, half-year, school year
		if tussen(day(tot.Year(), maand, 1)) {
			return true
		}
	}
	for _, kind := range z.Kinderen {
		if tussen(kind.Verjaardag(18)) || tussen(kind.Verjaardag(21)) {
			return true
		}
	}
	ouders := slices.Clone(z.Ouders)
	for _, s := range z.Stiefouders {
		ouders = append(ouders, s.Ouder)
	}
	for _, o := range ouders {
		if gepensioneerd(van, o, zaak.Situatie{}) != gepensioneerd(tot, o, zaak.Situatie{}) {
			return true
		}
	}
	g, n := z.Behoefte.Gezinsinkomen, z.Behoefte.NooitSamengewoond
	return g != nil && g.Stijging != nil && tussen(g.Stijging.Peildatum) || n != nil && n.Stijging != nil && tussen(n.Stijging.Peildatum)
}
