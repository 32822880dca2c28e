package kind_test

import (
	"slices"
	"strings"
	"testing"

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

// lines gives the value of every line.
func lines(r *sheet.Result) map[string]*sheet.LineResult {
	out := map[string]*sheet.LineResult{}
	for _, s := range r.Sections() {
		for _, l := range r.Lines(s) {
			out[l.ID] = l
		}
	}
	return out
}

// The shares of the parents add up to the eigen aandeel, to the cent; where the
// parents cannot bear all of it, each bears what they can.
func TestSharesAddUp(t *testing.T) {
	gevallen(t, func(t *rapid.T, _ trekker, z *zaak.Zaak, set *norms.Set) {
		r := bereken(t, z, set)
		for _, p := range prefixes(z) {
			whole := value(t, r, p+"behoefte.eigen_aandeel")
			shares := value(t, r, p+"verdeling.aandeel_moeder").Add(value(t, r, p+"verdeling.aandeel_vader"))
			together := value(t, r, p+"verdeling.gezamenlijke_draagkracht")
			if together.GreaterThan(whole) {
				if shares.Sub(whole).Abs().GreaterThan(cent) {
					t.Fatalf("shares %s of %s", shares, whole)
				}
			} else if !shares.Equal(together) || !shares.Add(value(t, r, p+"verdeling.tekort")).Equal(whole) {
				t.Fatalf("shares %s, together %s, of %s", shares, together, whole)
			}
		}
	})
}

// Nobody bears more than their draagkracht, and nobody pays more than that but
// for the rounding of the amount per child to whole euros.
func TestNobodyPaysMoreThanTheyCan(t *testing.T) {
	gevallen(t, func(t *rapid.T, _ trekker, z *zaak.Zaak, set *norms.Set) {
		r := bereken(t, z, set)
		for _, p := range prefixes(z) {
			for _, o := range []string{"moeder", "vader"} {
				can := value(t, r, p+o+".draagkracht")
				if share := value(t, r, p+"verdeling.aandeel_"+o); share.GreaterThan(can) {
					t.Fatalf("%s bears %s of %s", o, share, can)
				}
				var paid decimal.Decimal
				slack := decimal.Zero
				for _, k := range z.Kinderen {
					if k.Hoofdverblijf != o {
						paid = paid.Add(value(t, r, p+k.ID+".bijdrage"))
						slack = slack.Add(decimal.New(505, -3)) // half a euro, half a cent
					}
				}
				if paid.GreaterThan(can.Add(slack)) {
					t.Fatalf("%s pays %s of %s", o, paid, can)
				}
			}
		}
	})
}

// No amount of money is ever negative.
func TestNothingIsNegative(t *testing.T) {
	gevallen(t, func(t *rapid.T, _ trekker, z *zaak.Zaak, set *norms.Set) {
		for id, l := range lines(bereken(t, z, set)) {
			if l.Value.IsNegative() {
				t.Fatalf("%s is %s", id, l.Value)
			}
		}
	})
}

// A higher income never lowers the draagkracht, by the amounts of the table.
func TestMoreIncomeNeverLowersDraagkracht(t *testing.T) {
	gevallen(t, func(t *rapid.T, k trekker, z *zaak.Zaak, set *norms.Set) {
		z.Keuzes.LageInkomens = zaak.KeuzeTabelbedrag
		for _, p := range z.Perioden {
			s := p.Ouders["vader"]
			for i, l := range s.Lasten { // whole euros: see TestChargesAtTheFirstAOWRow
				s.Lasten[i].Bedrag.Waarde = l.Bedrag.Waarde.Truncate(0)
			}
		}
		before := bereken(t, z, set)
		for _, p := range z.Perioden {
			s := p.Ouders["vader"]
			s.NBI.Waarde = s.NBI.Waarde.Add(k.bedrag([]int{1, 60, 2000}[k(3)]))
			p.Ouders["vader"] = s
		}
		after := bereken(t, z, set)
		for _, p := range prefixes(z) {
			if a, b := value(t, before, p+"vader.draagkracht"), value(t, after, p+"vader.draagkracht"); b.LessThan(a) {
				t.Fatalf("draagkracht %s became %s", a, b)
			}
		}
	})
}

// More days of care never raise what is paid for that child.
func TestMoreCareNeverRaisesTheAmount(t *testing.T) {
	gevallen(t, func(t *rapid.T, k trekker, z *zaak.Zaak, set *norms.Set) {
		z.Kinderen[0].Zorg = &zaak.Zorg{DagenPerWeek: &zaak.Bedrag{Waarde: k.bedrag(6)}}
		before := bereken(t, z, set)
		more := z.Kinderen[0].Zorg.DagenPerWeek.Waarde.Add(k.bedrag(3))
		z.Kinderen[0].Zorg = &zaak.Zorg{DagenPerWeek: &zaak.Bedrag{Waarde: more}}
		after := bereken(t, z, set)
		for _, p := range prefixes(z) {
			if a, b := value(t, before, p+"kind_0.bijdrage"), value(t, after, p+"kind_0.bijdrage"); b.GreaterThan(a) {
				t.Fatalf("%s became %s", a, b)
			}
		}
	})
}

// Charges that are avoidable or blameworthy change no amount but their own line.
func TestChargesThatDoNotCount(t *testing.T) {
	gevallen(t, func(t *rapid.T, _ trekker, z *zaak.Zaak, set *norms.Set) {
		with := bereken(t, z, set)
		for _, p := range z.Perioden {
			for id, s := range p.Ouders {
				s.Lasten = slices.DeleteFunc(slices.Clone(s.Lasten), func(l zaak.Last) bool { return l.Vermijdbaar || l.Verwijtbaar })
				p.Ouders[id] = s
			}
		}
		for id, l := range lines(bereken(t, z, set)) {
			if !strings.Contains(id, ".last_") && !value(t, with, id).Equal(l.Value) {
				t.Fatalf("%s is %s with the charges that do not count, %s without", id, value(t, with, id), l.Value)
			}
		}
	})
}

// The order of the parents and of the children is of no consequence.
func TestOrderIsOfNoConsequence(t *testing.T) {
	gevallen(t, func(t *rapid.T, _ trekker, z *zaak.Zaak, set *norms.Set) {
		before := lines(bereken(t, z, set))
		slices.Reverse(z.Ouders)
		slices.Reverse(z.Kinderen)
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
		first.Vanaf = day(first.Vanaf.Year(), 1, 1+k(100))
		if z.Behoefte.Gezinsinkomen != nil {
			z.Behoefte.Gezinsinkomen.Peildatum = day(2023, 1, 1)
		}
		if z.Behoefte.NooitSamengewoond != nil {
			z.Behoefte.NooitSamengewoond.Peildatum = day(2023, 1, 1)
		}
		for i := range z.Ouders { // nobody reaches the AOW age in between
			z.Ouders[i].Geboren = nil
		}
		second := first
		second.Vanaf = first.Vanaf.AddDate(0, 0, 1+k(200))
		z.Perioden = []zaak.Periode{first}
		one := lines(bereken(t, z, set))
		z.Perioden = []zaak.Periode{first, second}
		two := lines(bereken(t, z, set))
		for id, l := range one {
			if strings.Contains(id, "geindexeerd") {
				continue // a later 1 January belongs to the last period only
			}
			ids := []string{"p1." + id, "p2." + id}
			if two[id] != nil { // of no period: the eigen aandeel in its own year
				ids = []string{id}
			}
			for _, id := range ids {
				if two[id] == nil || !two[id].Value.Equal(l.Value) || two[id].Applies != l.Applies {
					t.Fatalf("%s is %s in one period, with two: %v", l.ID, l.Value, two[id])
				}
			}
		}
	})
}

// With children who live with different parents what is due in both directions is
// set off: one of the balances is nil, and the difference is the other.
func TestSettingOff(t *testing.T) {
	gevallen(t, func(t *rapid.T, _ trekker, z *zaak.Zaak, set *norms.Set) {
		r := bereken(t, z, set)
		for _, p := range prefixes(z) {
			if r.Line(p+"uitkomst.saldo_vader_aan_moeder") == nil {
				continue
			}
			vader, moeder := value(t, r, p+"uitkomst.vader_aan_moeder"), value(t, r, p+"uitkomst.moeder_aan_vader")
			saldoVader, saldoMoeder := value(t, r, p+"uitkomst.saldo_vader_aan_moeder"), value(t, r, p+"uitkomst.saldo_moeder_aan_vader")
			if !saldoVader.IsZero() && !saldoMoeder.IsZero() || !saldoVader.Sub(saldoMoeder).Equal(vader.Sub(moeder)) {
				t.Fatalf("%s and %s, set off %s and %s", vader, moeder, saldoVader, saldoMoeder)
			}
		}
	})
}
