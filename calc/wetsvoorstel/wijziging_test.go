package wetsvoorstel_test

import (
	"testing"

	"annex/calc/zaak"
)

// nogEens adds a period in which nothing differs but what change makes of it.
func nogEens(z *zaak.Zaak, change func(p *zaak.Periode)) {
	p := z.Perioden[0]
	p.Vanaf = p.Vanaf.AddDate(0, 1, 0)
	p.Situaties = map[string]zaak.Situatie{}
	for id, s := range z.Perioden[0].Situaties {
		eigen := *s.Wetsvoorstel
		s.Wetsvoorstel = &eigen
		p.Situaties[id] = s
	}
	p.Kinderen = append([]zaak.KindSituatie(nil), p.Kinderen...)
	change(&p)
	z.Perioden = append(z.Perioden, p)
}

// An income of six months before that holds in both periods is no other income,
// though there is kinderbijslag besides (art. 400a lid 7, 405b lid 1 onder a).
func TestTheSameEarlierIncomeIsNoGround(t *testing.T) {
	z := geval(euro(3000), 0, euro(2000), 1)
	z.Perioden[0].Vanaf = day(2025, 3, 1)
	z.Kinderen[0].Geboren = day(2015, 1, 1)
	z.Perioden[0].Situaties["moeder"] = zaak.Situatie{
		Inkomen:      zaak.Inkomen{NBI: *vanCenten(euro(1600), "")},
		Wetsvoorstel: &zaak.WetsvoorstelSituatie{EerderInkomen: &zaak.MetReden{Bedrag: *vanCenten(euro(3100), ""), Reden: "ontslag genomen"}},
	}
	nogEens(z, func(*zaak.Periode) {})
	r := bereken(t, z, load(t))
	if got := waarde(t, r, "p2.moeder.draagkracht"); got != euro(1160) { // the step of 3.000
		t.Fatalf("draagkracht %d", got)
	}
	if got := waarde(t, r, "p2.wijziging.grond"); got != 0 {
		t.Error("there is a ground for change, though nothing changed")
	}
}

// Who no longer gives insight, does not for that reason bear less for children of an
// earlier relation (art. 405b lid 1 onder c).
func TestNoInsightIsNoGroundBecauseOfEarlierChildren(t *testing.T) {
	z := geval(euro(3000), euro(2000), euro(2000), 1)
	vader := z.Perioden[0].Situaties["vader"].Wetsvoorstel
	vader.EerdereKinderen = []zaak.Maandpost{{Omschrijving: "Lot", Bedrag: *vanCenten(euro(100), "")}}
	nogEens(z, func(p *zaak.Periode) {
		eigen := p.Situaties["vader"].Wetsvoorstel
		eigen.AlimentatieInkomen, eigen.GeenInzicht = nil, &zaak.Reden{Tekst: "geen stukken"}
	})
	if got := waarde(t, bereken(t, z, load(t)), "p2.wijziging.grond"); got != 0 {
		t.Error("there is a ground for change")
	}
}

// Neither another bijstandsnorm nor another amount of kinderbijslag is another
// income: the minimum of art. 400a lid 9 is taken as it was. On 1 March 2025 it is
// 1.345,45 + 115,94 + 180 = 1.641,39, in the step of 1.500; by the norm of 1 July
// (1.369,06) it would be in that of 1.650.
func TestAnotherMinimumIsNoGround(t *testing.T) {
	z := geval(euro(3000), 0, euro(2000), 1)
	z.Perioden[0].Vanaf = day(2025, 3, 1)
	z.Kinderen[0].Geboren = day(2015, 1, 1)
	z.Perioden[0].Situaties["moeder"] = zaak.Situatie{
		Inkomen:      zaak.Inkomen{NBI: *vanCenten(euro(1000), ""), KindgebondenBudget: vanCenten(euro(180), "")},
		Wetsvoorstel: &zaak.WetsvoorstelSituatie{},
	}
	nogEens(z, func(p *zaak.Periode) { p.Vanaf = day(2025, 9, 1) })
	r := bereken(t, z, load(t))
	for id, wil := range map[string]centen{"p1.moeder.alimentatie_inkomen": 164139, "p1.moeder.draagkracht": euro(210), "p2.moeder.draagkracht": euro(305), "p2.wijziging.grond": 0} {
		if got := waarde(t, r, id); got != wil {
			t.Errorf("%s is %d, want %d", id, got, wil)
		}
	}
}
