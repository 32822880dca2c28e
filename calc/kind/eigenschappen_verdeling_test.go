package kind_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// groepen gives how the ids of the lines of each group of children begin.
func groepen(r *sheet.Result, prefix string) []string {
	var out []string
	for id := range lines(r) {
		if g, ok := strings.CutSuffix(id, ".gezamenlijke_draagkracht"); ok && strings.HasPrefix(g, prefix+"verdeling") {
			out = append(out, g)
		}
	}
	return out
}

// valueOrZero gives the value of a line that need not be there.
func valueOrZero(r *sheet.Result, id string) decimal.Decimal {
	if l := r.Line(id); l != nil {
		return l.Value
	}
	return decimal.Zero
}

// cents is what n roundings can come to.
func cents(n int) decimal.Decimal { return cent.Mul(decimal.NewFromInt(int64(n))) }

// The shares of all who owe maintenance for a group add up to its costs, to the
// cent; where they cannot bear all of it, each bears what they can.
func TestSharesAddUp(t *testing.T) {
	gevallen(t, func(t *rapid.T, _ trekker, z *zaak.Zaak, set *norms.Set) {
		r := bereken(t, z, set)
		for i, prefix := range prefixes(z) {
			var som decimal.Decimal
			groups := groepen(r, prefix)
			for _, g := range groups {
				var shares decimal.Decimal
				for _, wie := range plichtigen(z.Perioden[i]) {
					shares = shares.Add(valueOrZero(r, g+".aandeel_"+wie))
				}
				together, tekort := value(t, r, g+".gezamenlijke_draagkracht"), value(t, r, g+".tekort")
				if !tekort.IsZero() && shares.Sub(together).Abs().GreaterThan(cents(3)) {
					t.Fatalf("%s: shares %s of %s together, with a shortage", g, shares, together)
				}
				if kosten := r.Line(g + ".kosten"); kosten != nil && shares.Add(tekort).Sub(kosten.Value).Abs().GreaterThan(cents(3)) {
					t.Fatalf("%s: shares %s, shortage %s, of %s", g, shares, tekort, kosten.Value)
				}
				som = som.Add(shares).Add(tekort)
			}
			whole := value(t, r, prefix+"behoefte.eigen_aandeel")
			// In groups the whole is the sum of parts in cents.
			if som.Sub(whole).Abs().GreaterThan(cents(3*len(groups) + len(z.Kinderen))) {
				t.Fatalf("%s: all shares and shortages %s, of %s", prefix, som, whole)
			}
		}
	})
}

// Who bears what of the costs of a child adds up to those costs.
func TestPicturesAddUp(t *testing.T) {
	gevallen(t, func(t *rapid.T, _ trekker, z *zaak.Zaak, set *norms.Set) {
		r := bereken(t, z, set)
		for _, b := range r.Beelden() {
			var som decimal.Decimal
			for _, d := range b.Delen {
				som = som.Add(value(t, r, d.Regel))
			}
			// A test begins with whole euros.
			slack := cents(52 + len(b.Delen))
			if !strings.Contains(fmt.Sprint(b.Delen), "na_toets") {
				slack = cents(2 + len(b.Delen))
			}
			if whole := value(t, r, b.Geheel); som.Sub(whole).Abs().GreaterThan(slack) {
				t.Fatalf("%s, period %d: parts %s of %s", b.Naam, b.Periode.Nummer, som, whole)
			}
		}
	})
}

// Nobody bears more than their draagkracht over all families together: the groups
// of the case, children of 21 and older, and children outside it.
func TestNobodyBearsMoreThanTheyCan(t *testing.T) {
	gevallen(t, func(t *rapid.T, _ trekker, z *zaak.Zaak, set *norms.Set) {
		r := bereken(t, z, set)
		all := lines(r)
		for i, prefix := range prefixes(z) {
			for _, wie := range plichtigen(z.Perioden[i]) {
				var bears decimal.Decimal
				n := 0
				for _, g := range groepen(r, prefix) {
					if share := r.Line(g + ".aandeel_" + wie); share != nil {
						bears = bears.Add(share.Value)
						n++
					}
				}
				for id, l := range all {
					if strings.HasPrefix(id, prefix+"samenloop."+wie+".andere_kinderen_") && strings.HasSuffix(id, ".aandeel") {
						bears = bears.Add(l.Value)
						n++
					}
				}
				if n == 0 { // a stepparent with none of the children
					continue
				}
				if can := value(t, r, prefix+wie+".draagkracht"); bears.GreaterThan(can.Add(cents(n - 1))) {
					t.Fatalf("%s%s bears %s of %s", prefix, wie, bears, can)
				}
			}
		}
	})
}

// Nobody pays more for the children of the case than they bear for them, but for
// the rounding of each amount to whole euros. The difference with zorgkorting is
// no part of a share.
func TestNobodyPaysMoreThanTheirShare(t *testing.T) {
	gevallen(t, func(t *rapid.T, _ trekker, z *zaak.Zaak, set *norms.Set) {
		r := bereken(t, z, set)
		for _, prefix := range prefixes(z) {
			for _, o := range z.Ouders {
				var bears, slack decimal.Decimal
				for _, g := range groepen(r, prefix) {
					bears = bears.Add(valueOrZero(r, g+".aandeel_"+o.ID))
				}
				paid := decimal.Zero
				for _, b := range r.Betalingen() {
					if b.Voor.ID == "" || b.Geindexeerd || b.Betaler.ID != o.ID || !strings.HasPrefix(b.Regel, prefix) || strings.HasSuffix(b.Regel, "_verschil") {
						continue
					}
					paid = paid.Add(b.Bedrag)
					slack = slack.Add(decimal.New(505, -3)) // half a euro, half a cent
				}
				if paid.GreaterThan(bears.Add(slack)) {
					t.Fatalf("%s%s pays %s of %s", prefix, o.ID, paid, bears)
				}
			}
		}
	})
}

// Without a shortage draagkracht is not divided: each counts in full in every
// family, and the way of dividing makes no difference.
func TestNothingIsDividedWithoutAShortage(t *testing.T) {
	gevallen(t, func(t *rapid.T, _ trekker, z *zaak.Zaak, set *norms.Set) {
		r := bereken(t, z, set)
		all := lines(r)
		short := map[string]bool{}
		for _, prefix := range prefixes(z) {
			for id, l := range all {
				if strings.HasPrefix(id, prefix+"samenloop.") && strings.HasSuffix(id, ".komt_tekort") && !l.Value.IsZero() {
					short[prefix] = true
				}
			}
			for id, l := range all {
				wie, ok := strings.CutPrefix(id, prefix+"samenloop.")
				if !ok || !strings.HasSuffix(id, ".draagkracht") || short[prefix] {
					continue
				}
				wie, _, _ = strings.Cut(wie, ".")
				if whole := value(t, r, prefix+wie+".draagkracht"); !l.Value.Equal(whole) {
					t.Fatalf("%s is %s of %s, without a shortage", id, l.Value, whole)
				}
			}
		}
		eigen := z.Keuzes.Samenloop
		for _, methode := range []string{zaak.KeuzeGelijk, zaak.KeuzeBehoefte, zaak.KeuzeAandeel} {
			if methode == eigen {
				continue
			}
			z.Keuzes.Samenloop = methode
			other := bereken(t, z, set)
			for i, prefix := range prefixes(z) {
				if short[prefix] {
					continue
				}
				for _, g := range groepen(r, prefix) {
					for _, wie := range plichtigen(z.Perioden[i]) {
						if a, b := valueOrZero(r, g+".aandeel_"+wie), valueOrZero(other, g+".aandeel_"+wie); !a.Equal(b) {
							t.Fatalf("%s of %s is %s, with %s %s", g, wie, a, methode, b)
						}
					}
				}
			}
		}
	})
}

// A higher income never lowers the draagkracht, by the amounts of the table: but
// for housing costs that count in a shortage only (see
// TestHigherIncomeCanEndAShortage).
func TestMoreIncomeNeverLowersDraagkracht(t *testing.T) {
	gevallen(t, func(t *rapid.T, k trekker, z *zaak.Zaak, set *norms.Set) {
		z.Keuzes.LageInkomens = zaak.KeuzeTabelbedrag
		changeAll(z, func(wie string, s *zaak.Situatie) {
			s.Lasten = slices.Clone(s.Lasten)
			for i := range s.Lasten { // whole euros: see TestChargesAtTheFirstAOWRow
				l := &s.Lasten[i]
				l.Bedrag.Waarde = l.Bedrag.Waarde.Truncate(0)
				l.VermijdbaarDeel, l.VerwijtbaarDeel = nil, nil
			}
			if w := s.Woonlast; w != nil && w.Soort == zaak.WoonlastHoger {
				s.Woonlast = &zaak.Woonlast{MetReden: *k.metReden(0), Soort: w.Soort}
				s.Woonlast.Bedrag.Waarde = w.Bedrag.Waarde.Truncate(0)
			} else {
				s.Woonlast = nil
			}
		})
		before := bereken(t, z, set)
		more := k.euros([]int{1, 60, 2000}[k(3)])
		changeAll(z, func(wie string, s *zaak.Situatie) {
			if wie == "vader" {
				s.NBI.Waarde = s.NBI.Waarde.Add(more)
			}
		})
		after := bereken(t, z, set)
		for _, p := range prefixes(z) {
			if a, b := value(t, before, p+"vader.draagkracht"), value(t, after, p+"vader.draagkracht"); b.LessThan(a) {
				t.Fatalf("draagkracht %s became %s", a, b)
			}
		}
	})
}

// Housing costs that are lower than the woonbudget count in a shortage only. A
// higher income can end that shortage, and so lower the draagkracht. 2025, costs
// of 475; the mother at 2.075: 117. The father with the woonbudget: at 2.600 70% x
// (1.820 - 1.310), so 357, together 474; at 2.610 70% x (1.827 - 1.310) = 361,90,
// so 362, together 479. With housing costs of 200 he had 70% x (2.600 - 1.310 -
// 200) = 763.
func TestHigherIncomeCanEndAShortage(t *testing.T) {
	for nbi, want := range map[string]string{"2600": "763", "2610": "362"} {
		vader := situatie(nbi, "")
		vader.Woonlast = &zaak.Woonlast{MetReden: zaak.MetReden{Bedrag: eur("200"), Reden: "woont samen"}, Soort: zaak.WoonlastLager}
		r := bereken(t, geval(day(2025, 3, 1), "475", situatie("2075", ""), vader, kinderen("noor")...), load(t))
		wantValue(t, r, "vader.draagkracht", want)
	}
}

// Children under 21 come before those of 21 and older: what is paid for them is
// the same without these.
func TestChildrenUnder21ComeFirst(t *testing.T) {
	gevallen(t, func(t *rapid.T, _ trekker, z *zaak.Zaak, set *norms.Set) {
		changeAll(z, func(_ string, s *zaak.Situatie) {
			s.Woonlast = nil // that counts in a shortage for them too
		})
		with := bereken(t, z, set)
		for _, p := range z.Perioden {
			for i := range p.Kinderen {
				p.Kinderen[i].Behoeftig = nil
			}
			if !aanspraak(z, p) {
				t.Skip("draw again: there are no other children")
			}
		}
		without := bereken(t, z, set)
		paid := map[string]decimal.Decimal{}
		for _, b := range with.Betalingen() {
			paid[b.Regel] = b.Bedrag
		}
		for _, b := range without.Betalingen() {
			if b.Voor.ID != "" && !paid[b.Regel].Equal(b.Bedrag) {
				t.Fatalf("%s is %s beside children from 21, %s without", b.Regel, paid[b.Regel], b.Bedrag)
			}
		}
	})
}
