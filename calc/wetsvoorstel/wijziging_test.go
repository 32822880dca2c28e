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

// A child that turns 12 costs the parent it lives with more, and that is no ground
// (MvT, art. 405b onder a): what is calculated does not take effect, and says so. An
// agreement needs no ground.
func TestWithoutAGroundTheAmountDoesNotTakeEffect(t *testing.T) {
	z := geval(euro(3000), euro(1600), euro(2000), 1)
	z.Kinderen[0].Geboren = day(2003, 3, 15) // turns 12 in the first period
	nogEens(z, func(*zaak.Periode) {})
	// Need 390; kindgebonden 95 and then 130, of 0 nights no difference to what is paid.
	z.Perioden[0].Kinderen[0].Zorg.Nachten = vanCenten(10000, "kinderen[0].zorg.vader.nachten_per_jaar")
	z.Perioden[1].Kinderen[0].Zorg = z.Perioden[0].Kinderen[0].Zorg
	for _, afgesproken := range []bool{false, true} {
		if afgesproken {
			z.Perioden[1].Kinderen[0].Overeengekomen = &zaak.Overeengekomen{Betaler: "vader", Bedrag: *vanCenten(euro(300), "perioden[1].kinderen[0].overeengekomen_bijdrage.bedrag")}
		}
		r := bereken(t, z, load(t))
		if waarde(t, r, "p1.kind_1.bijdrage") == waarde(t, r, "p2.kind_1.bijdrage") {
			t.Fatal("the amounts do not differ")
		}
		for _, b := range r.Betalingen() {
			if b.Bedrag.IsZero() {
				continue
			}
			if got := b.Kanttekening != ""; got != (!afgesproken && b.Periode.Nummer == 2) {
				t.Errorf("agreed %v, period %d, %s: kanttekening %q", afgesproken, b.Periode.Nummer, b.Soort, b.Kanttekening)
			}
		}
	}
}

// More income after tax by another tax law is no other income (art. 405b lid 1 onder
// b): the gross wage is the same, the step is not.
func TestAnotherTaxIsNoGround(t *testing.T) {
	loon := func(bruto centen) zaak.Situatie {
		return zaak.Situatie{
			Inkomen:      zaak.Inkomen{Opbouw: &zaak.Inkomensopbouw{Loon: []zaak.Loon{{Soort: zaak.LoonDienst, Omschrijving: "loon", Bruto: vanCenten(bruto, ""), Tijdvak: zaak.TijdvakMaand, IsArbeid: true}}}},
			Wetsvoorstel: &zaak.WetsvoorstelSituatie{},
		}
	}
	set := load(t)
	var anders bool
	for bruto := euro(3800); bruto < euro(4400); bruto += euro(10) {
		z := geval(euro(3000), euro(1600), 0, 1)
		z.Perioden[0].Vanaf = day(2025, 12, 1)
		z.Kinderen[0].Geboren = day(2015, 1, 1)
		z.Perioden[0].Situaties["vader"] = loon(bruto)
		nogEens(z, func(*zaak.Periode) {}) // in 2026
		r := bereken(t, z, set)
		anders = anders || waarde(t, r, "p1.vader.draagkracht") != waarde(t, r, "p2.vader.draagkracht")
		if waarde(t, r, "p2.wijziging.grond") != 0 {
			t.Fatalf("bruto %d: there is a ground", bruto)
		}
	}
	if !anders {
		t.Error("no wage reaches another step by the tax of 2026; the test holds nothing")
	}
}
