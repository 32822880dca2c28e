package kind_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"annex/calc/zaak"
	"annex/norms"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// More days of care never raise what is paid for that child.
func TestMoreCareNeverRaisesTheAmount(t *testing.T) {
	gevallen(t, func(t *rapid.T, k trekker, z *zaak.Zaak, set *norms.Set) {
		zonderToetsen(z)
		zorg := func(dagen decimal.Decimal) {
			for i, p := range z.Perioden {
				if woont := p.Kinderen[0].Hoofdverblijf; woont != "" {
					z.Perioden[i].Kinderen[0].Zorg = &zaak.Zorg{
						Ouder: andere(woont), DagenPerWeek: &zaak.Bedrag{Waarde: dagen, Plek: zaak.Plek{Regel: 1, Pad: fmt.Sprintf("perioden[%d].zorg", i)}},
					}
				}
			}
		}
		dagen := k.euros(6)
		zorg(dagen)
		before := bereken(t, z, set)
		zorg(dagen.Add(k.euros(3)))
		after := bereken(t, z, set)
		for _, p := range prefixes(z) {
			if a, b := valueOrZero(before, p+"kind_0.bijdrage"), valueOrZero(after, p+"kind_0.bijdrage"); b.GreaterThan(a) {
				t.Fatalf("%s became %s", a, b)
			}
		}
	})
}

// Charges that are avoidable change no amount but their own line; nor do those
// that are blameworthy where there is no test.
func TestChargesThatDoNotCount(t *testing.T) {
	gevallen(t, func(t *rapid.T, _ trekker, z *zaak.Zaak, set *norms.Set) {
		with := bereken(t, z, set)
		changeAll(z, func(_ string, s *zaak.Situatie) {
			s.Lasten = slices.DeleteFunc(slices.Clone(s.Lasten), func(l zaak.Last) bool {
				return l.Vermijdbaar && l.VermijdbaarDeel == nil || l.Verwijtbaar && l.VerwijtbaarDeel == nil && s.Toets == nil
			})
		})
		for id, l := range lines(bereken(t, z, set)) {
			if !strings.Contains(id, ".last_") && !value(t, with, id).Equal(l.Value) {
				t.Fatalf("%s is %s with the charges that do not count, %s without", id, value(t, with, id), l.Value)
			}
		}
	})
}

// With payments in both directions they are set off: one of the balances is nil,
// and the difference is the other.
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

// Where zorgkorting exceeds what a parent can bear, the other one pays: never
// both for one child.
func TestTheDifferenceIsPaidOneWay(t *testing.T) {
	gevallen(t, func(t *rapid.T, _ trekker, z *zaak.Zaak, set *norms.Set) {
		for _, p := range z.Perioden {
			for _, k := range p.Kinderen {
				if k.Zorg != nil {
					k.Zorg.VerzoekVerschil = true
				}
			}
		}
		r := bereken(t, z, set)
		for _, p := range prefixes(z) {
			for _, k := range z.Kinderen {
				bijdrage, verschil := valueOrZero(r, p+k.ID+".bijdrage"), valueOrZero(r, p+k.ID+".bijdrage_verschil")
				if bijdrage.IsPositive() && verschil.IsPositive() {
					t.Fatalf("%s%s: %s one way and %s the other", p, k.ID, bijdrage, verschil)
				}
			}
		}
	})
}

// The tests on what someone keeps never raise an amount.
func TestATestNeverRaisesAnAmount(t *testing.T) {
	gevallen(t, func(t *rapid.T, _ trekker, z *zaak.Zaak, set *norms.Set) {
		with := bereken(t, z, set)
		zonderToetsen(z)
		without := bereken(t, z, set)
		paid := map[string]decimal.Decimal{}
		for _, b := range without.Betalingen() {
			paid[b.Regel] = b.Bedrag
		}
		for _, b := range with.Betalingen() {
			// What is set off can rise: then it is the other parent who pays less.
			if before, ok := paid[b.Regel]; b.Voor.ID != "" && !b.Geindexeerd && (!ok || b.Bedrag.GreaterThan(before)) {
				t.Fatalf("%s is %s with the tests, %s without", b.Regel, b.Bedrag, before)
			}
		}
	})
}

// A test leaves what is necessary to live on, or nothing is paid: but for half a
// euro, because what remains for maintenance is in whole euros.
func TestATestLeavesEnough(t *testing.T) {
	gevallen(t, func(t *rapid.T, _ trekker, z *zaak.Zaak, set *norms.Set) {
		r := bereken(t, z, set)
		for i, prefix := range prefixes(z) {
			for _, o := range z.Ouders {
				var paid decimal.Decimal
				n := 0
				for _, b := range r.Betalingen() {
					if b.Voor.ID != "" && !b.Geindexeerd && b.Periode.Nummer == i+1 && b.Betaler.ID == o.ID {
						paid = paid.Add(b.Bedrag)
						n++
					}
				}
				s := z.Perioden[i].Situaties[o.ID]
				keeps := s.NBI.Waarde.Sub(paid).Add(decimal.New(50, -2)).Add(cents(n))
				var needs []string
				if s.Toets != nil {
					needs = append(needs, "noodzakelijke_lasten")
				}
				if v := s.Inkomensverlies; v != nil && buitenBeschouwing(v) {
					needs = append(needs, map[bool]string{true: "ondergrens_inkomensverlies", false: "ondergrens"}[s.Toets != nil])
				}
				for _, id := range needs {
					if nodig := value(t, r, prefix+"toets_"+o.ID+"."+id); paid.IsPositive() && keeps.LessThan(nodig) {
						t.Fatalf("%s%s pays %s of %s; %s is %s", prefix, o.ID, paid, s.NBI.Waarde, id, nodig)
					}
				}
			}
		}
	})
}
