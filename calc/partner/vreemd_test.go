package partner_test

import (
	"math"
	"testing"

	"annex/calc/zaak"
)

// Incomes that are strange and lawful. The sums are by hand.
func TestVreemdeInkomens(t *testing.T) {
	loon := func(jaaropgaaf int) zaak.Inkomensopbouw {
		if jaaropgaaf == 0 {
			return zaak.Inkomensopbouw{}
		}
		return zaak.Inkomensopbouw{Loon: []zaak.Loon{{Soort: zaak.LoonDienst, Omschrijving: "loon", Tijdvak: zaak.TijdvakMaand, Jaaropgaaf: euro(jaaropgaaf), IsArbeid: true}}}
	}
	met := func(o zaak.Inkomensopbouw, verander func(*zaak.Inkomensopbouw)) zaak.Inkomensopbouw {
		verander(&o)
		return o
	}
	aov := func(bedrag, dividend int) func(*zaak.Inkomensopbouw) {
		return func(o *zaak.Inkomensopbouw) {
			o.Voorzieningen = []zaak.Jaarpost{{Omschrijving: "AOV", Bedrag: *euro(bedrag)}}
			o.Dividend = euro(dividend)
		}
	}
	for _, c := range []struct {
		naam        string
		vrouw, man  zaak.Inkomensopbouw
		behoefte    int // cents a month
		draagkracht int // cents a month, stated; 0: none
		regel       string
		want        float64
	}{
		// 2025: income 120,000 less 120,000 leaves the tariefsaanpassing, 12.02% x (120,000 -
		// 76,817) = 5,190.60, of which the credits (3,068 + 591) leave 1,531.60 to be paid. So the
		// tax falls by 48,937.48 - 1,531.60 = 47,405.88 at most, and 108,000 net is 155,405.88
		// gross, 12,950.49 a month.
		{"all deducted, tariefsaanpassing left", loon(0), loon(120000), 900000, 900000, "bruteren_draagkracht.bruto", 12950.49},
		// 2025: gifts of 10,000 go off 6,000 and then off what is received, so that no tax is due
		// up to 13,916.25; 24,000 net is 13,916.25 + (24,000 - 13,184.25) / 58.92% = 32,272.91
		// gross, 2,689.41 a month.
		{"deduction of the receiver beyond the income", met(loon(6000), func(o *zaak.Inkomensopbouw) {
			o.Aftrek = []zaak.Aftrekpost{{Jaarpost: zaak.Jaarpost{Omschrijving: "giften", Bedrag: *euro(10000)}, TeltMee: true}}
		}), loon(60000), 250000, 0, "bruteren_behoefte.bruto", 2689.41},
		// 2025: a premium of 9,000 beside a wage of 3,000 leaves box 1 at -6,000: the first 6,000
		// that is received bears no tax of box 1. NBI 2,263, need 2,863, so 7,200 net: 88.403% of
		// 6,000 is 5,304.18; 6,000 + (7,200 - 5,304.18) / 52.583% = 9,605.39, 800.45 a month.
		{"premium of the receiver beyond the income", met(loon(3000), aov(9000, 40000)), loon(60000), 286300, 0, "bruteren_behoefte.bruto", 800.45},
		// 2025: the same of the payer, with a dividend of 90,000: nothing can be deducted in box 1
		// (art. 6.2), all of it in box 2. Draagkracht 1,340, so 16,080 net: 7,179.92 at 69% is
		// 4,954.15; up to 22,196 at 62.663%, 14,363.67 together; 22,196 + 1,716.33 / 69.163% =
		// 24,677.57, 2,056.46 a month.
		{"premium of the payer beyond the income", loon(0), met(loon(3000), aov(9000, 90000)), 300000, 0, "bruteren_draagkracht.bruto", 2056.46},
	} {
		t.Run(c.naam, func(t *testing.T) {
			vrouw, man := zaak.Situatie{}, zaak.Situatie{}
			vrouw.Opbouw, man.Opbouw = &c.vrouw, &c.man
			if c.draagkracht > 0 {
				man.Partnerdraagkracht = reden(c.draagkracht)
			}
			u := reken(t, zaakVan(2025, centen(c.behoefte), vrouw, man))
			got := u.partner(c.regel)
			if math.Abs(got-c.want) >= 0.005 {
				t.Errorf("%s is %.2f, want %.2f", c.regel, got, c.want)
			}
		})
	}
}
