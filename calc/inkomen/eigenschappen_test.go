package inkomen_test

import (
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"annex/calc/zaak"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// gevallen checks a property of whole incomes.
func gevallen(t *testing.T, check func(t *rapid.T, k trekker, c *cijfers, g geval)) {
	t.Helper()
	t.Parallel()
	c := leesTranscriptie(t)
	rapid.Check(t, func(t *rapid.T) {
		k := trekker(func(n int) int { return rapid.IntRange(0, n-1).Draw(t, "n") })
		check(t, k, c, k.geval(c))
	})
}

// minus gives a − b.
func (u uitslag) minus(a, b string) *big.Rat { return verschil(u.bedrag(a), u.bedrag(b)) }

var kredieten = []string{
	"algemene_heffingskorting", "arbeidskorting", "combinatiekorting", "ouderenkorting", "alleenstaande_ouderenkorting", "jonggehandicaptenkorting",
}

// No tax, credit, contribution or net income is below nil; what is set off is never
// more than the tax or than the credits; and nobody keeps more than there was.
func TestWithinBounds(t *testing.T) {
	gevallen(t, func(t *rapid.T, _ trekker, _ *cijfers, g geval) {
		u := reken(t, g.o, g.gezin)
		for _, id := range append(kredieten, "heffing_box1", "heffing_box2", "heffing_box3", "heffing", "heffingskortingen", "te_verrekenen", "verschuldigd",
			"zvw_inkomen", "zvw", "verzamelinkomen", "arbeidsinkomen", "nbi", "kgb.jaar", "kgb.maand") {
			if u.bedrag(id).Sign() < 0 {
				t.Fatalf("%s is %s", id, u.bedrag(id).FloatString(2))
			}
		}
		if u.minus("heffing", "te_verrekenen").Sign() < 0 || u.minus("heffingskortingen", "te_verrekenen").Sign() < 0 {
			t.Fatalf("verrekend %s, heffing %s, kortingen %s", u.bedrag("te_verrekenen").FloatString(2), u.bedrag("heffing").FloatString(2), u.bedrag("heffingskortingen").FloatString(2))
		}
		bruto := u.bedrag("inkomen_voor_heffing")
		for _, p := range g.o.Opbouw.NettoOverig {
			bruto = som(bruto, keer(n(12), p.Bedrag.Waarde.Rat()))
		}
		if nbi := keer(n(12), u.bedrag("nbi")); nbi.Sign() > 0 && verschil(nbi, bruto).Cmp(q("0.06")) > 0 { // a cent a month of rounding
			t.Fatalf("NBI %s per jaar van bruto %s", nbi.FloatString(2), bruto.FloatString(2))
		}
	})
}

// The order in which jobs, premiums and deductions stand says nothing.
func TestOrderOfJobs(t *testing.T) {
	gevallen(t, func(t *rapid.T, k trekker, _ *cijfers, g geval) {
		g.o.Opbouw.Loon = append(g.o.Opbouw.Loon, k.loon(zaak.LoonDienst), k.loon(zaak.LoonDienst))
		u := reken(t, g.o, g.gezin)
		o := g.o
		o.Opbouw.Loon = slices.Clone(o.Opbouw.Loon)
		o.Opbouw.Aftrek = slices.Clone(o.Opbouw.Aftrek)
		o.Opbouw.Voorzieningen = slices.Clone(o.Opbouw.Voorzieningen)
		slices.Reverse(o.Opbouw.Aftrek)
		slices.Reverse(o.Opbouw.Voorzieningen)
		rng := rand.New(rand.NewPCG(uint64(k(1000)), 1))
		rng.Shuffle(len(o.Opbouw.Loon), func(i, j int) { o.Opbouw.Loon[i], o.Opbouw.Loon[j] = o.Opbouw.Loon[j], o.Opbouw.Loon[i] })
		v := reken(t, o, g.gezin)
		for _, id := range []string{"nbi_jaar", "nbi", "heffing", "zvw", "verzamelinkomen", "heffingskortingen", "kgb.jaar"} {
			if u.bedrag(id).Cmp(v.bedrag(id)) != 0 {
				t.Fatalf("%s is %s, in een andere volgorde %s", id, u.bedrag(id).FloatString(2), v.bedrag(id).FloatString(2))
			}
		}
	})
}

// A wage paid by two employers instead of one makes no difference: taxes and credits run
// on the total. The holiday allowance of each is rounded to cents, which can move
// the total by a cent, and that may move each of six whole-euro amounts.
func TestSplitWage(t *testing.T) {
	gevallen(t, func(t *rapid.T, k trekker, _ *cijfers, g geval) {
		heel := k.loon(zaak.LoonDienst)
		heel.Tijdvak, heel.Bruto, heel.Jaaropgaaf, heel.BijtellingAuto = zaak.TijdvakMaand, k.geld(6000), nil, nil
		heel.Extra, heel.DertiendeMaand, heel.NettoInhoudingen, heel.Pensioenpremie, heel.AnderePremies = nil, nil, nil, nil, nil
		if k.kans(1, 2) {
			heel.Bruto, heel.Jaaropgaaf, heel.Vakantietoeslag = nil, k.geld(80000), nil
		}
		deel := func(b *zaak.Bedrag) (eerste, rest *zaak.Bedrag) {
			if b == nil {
				return nil, nil
			}
			cents := b.Waarde.Shift(2).IntPart()
			een := int64(k(int(cents) + 1))
			return centen(een), centen(cents - een)
		}
		een, twee := heel, heel
		een.Bruto, twee.Bruto = deel(heel.Bruto)
		een.Jaaropgaaf, twee.Jaaropgaaf = deel(heel.Jaaropgaaf)
		met := func(banen ...zaak.Loon) uitslag {
			o := g.o
			o.Opbouw.Loon = append(slices.Clone(o.Opbouw.Loon), banen...)
			return reken(t, o, g.gezin)
		}
		u, v := met(heel), met(een, twee)
		speling := n(0)
		if heel.Bruto != nil {
			speling = q("7.03")
		}
		if d := verschil(u.bedrag("nbi_jaar"), v.bedrag("nbi_jaar")); d.Abs(d).Cmp(speling) > 0 {
			t.Fatalf("NBI %s per jaar, met twee banen %s", u.bedrag("nbi_jaar").FloatString(2), v.bedrag("nbi_jaar").FloatString(2))
		}
	})
}

// The tax of box 1 rises with the income and never jumps: a euro more costs at most
// the highest rate, and with the rounding down at most one euro.
func TestTaxIsContinuous(t *testing.T) {
	c := leesTranscriptie(t)
	elkeGroep(t, func(t *testing.T, _ *cijfers, jaar int, groep string) {
		// Around every bracket, and over the whole range in steps.
		var incomes []int64
		for _, s := range c.schijven(jaar, groep) {
			incomes = append(incomes, rond(s.van)...)
		}
		for i := int64(0); i < 150000; i += 997 {
			incomes = append(incomes, i)
		}
		for _, i := range incomes {
			nu := reken(t, persoon(jaar, groep, vroegerLoon(i)), nil).bedrag("heffing_box1")
			straks := reken(t, persoon(jaar, groep, vroegerLoon(i+1)), nil).bedrag("heffing_box1")
			if d := verschil(straks, nu); d.Sign() < 0 || d.Cmp(n(1)) > 0 {
				t.Errorf("%d, %s: van %d op %d gaat de heffing van %s naar %s", jaar, groep, i, i+1, nu.FloatString(2), straks.FloatString(2))
			}
		}
	})
}

// A euro more gross never leaves somebody worse off by more than the rounding can do.
//
// The law itself goes no faster than a rate: the highest rate (51.75%), with the algemene
// heffingskorting (6.7%), the arbeidskorting (6.51%) or the ouderenkorting (15%) going
// down at the same time and the Zvw (5.75%), takes less than a euro of a euro. On top
// of that come whole euros: the tax rounded down, at most six credits rounded up and the
// Zvw rounded down can each jump one euro, and the knees of the published credits lie up
// to two euros off what the row before them gives (1,873 where 1,871.53 is reached).
//
// Left out is where the law jumps: a partner who earns a euro less takes over the
// combinatiekorting, and box 3 and the own home do not change with wages.
func TestEuroMoreIsNotLess(t *testing.T) {
	gevallen(t, func(t *rapid.T, k trekker, c *cijfers, g geval) {
		g.o.Opbouw.Partner = nil
		soort := trek(k, zaak.LoonDienst, zaak.LoonDGA, zaak.UitkeringWW, zaak.Pensioen)
		tot := trek(k, 30000, 60000, 120000)
		bedrag := k.geld(tot)
		met := func(b *zaak.Bedrag) *big.Rat {
			o := g.o
			o.Opbouw.Loon = append(slices.Clone(o.Opbouw.Loon), loonUit(soort, b))
			return reken(t, o, nil).bedrag("nbi_jaar")
		}
		meer := &zaak.Bedrag{Waarde: bedrag.Waarde.Add(decimal.NewFromInt(1))}
		// The net income of a year; of a month it is a twelfth, rounded to cents.
		if nu, straks := met(bedrag), met(meer); verschil(nu, straks).Cmp(n(9)) > 0 {
			t.Fatalf("met een euro meer gaat het NBI van %s naar %s per jaar", nu.FloatString(2), straks.FloatString(2))
		}
	})
}

// An employee without anything else: a euro a year more costs no more than the step of the
// rounding of one tax and two credits, away from the knees of the credits.
func TestEuroMoreForEmployee(t *testing.T) {
	for jaar := eersteJaar; jaar <= laatsteJaar; jaar++ {
		vorig := n(0)
		for i := int64(0); i < 140000; i += 331 {
			nbi := reken(t, persoon(jaar, totAOW, loon(i)), nil).bedrag("nbi")
			straks := reken(t, persoon(jaar, totAOW, loon(i+1)), nil).bedrag("nbi")
			// Two credits that each fall a euro, and a tax that rises one, of which one is earned;
			// a twelfth of it, and a cent of rounding.
			if verschil(nbi, straks).Cmp(q("0.18")) > 0 {
				t.Errorf("%d: van %d op %d gaat het NBI van %s naar %s", jaar, i, i+1, nbi.FloatString(2), straks.FloatString(2))
			}
			// Over a longer stretch it only rises: no rate with the credits takes all.
			if nbi.Cmp(vorig) <= 0 && i > 0 {
				t.Errorf("%d: bij %d is het NBI %s, eerder %s", jaar, i, nbi.FloatString(2), vorig.FloatString(2))
			}
			vorig = nbi
		}
	}
}

// More income never gives more kindgebonden budget, and more children never less.
func TestKindgebondenBudgetFalls(t *testing.T) {
	gevallen(t, func(t *rapid.T, k trekker, _ *cijfers, g geval) {
		if g.gezin == nil {
			return
		}
		g.o.Opbouw.Toetsingsinkomen = nil
		nu := reken(t, g.o, g.gezin)
		meer := g.o
		meer.Opbouw.Loon = append(slices.Clone(meer.Opbouw.Loon), loonUit(zaak.UitkeringWIA, k.geld(30000)))
		straks := reken(t, meer, g.gezin)
		if straks.bedrag("kgb.jaar").Cmp(nu.bedrag("kgb.jaar")) > 0 {
			t.Fatalf("kindgebonden budget %s, met meer inkomen %s", nu.bedrag("kgb.jaar").FloatString(2), straks.bedrag("kgb.jaar").FloatString(2))
		}
		groter := &gezin{kinderen: append(slices.Clone(g.gezin.kinderen), g.o.Op.AddDate(-3, 0, 0)), samen: g.gezin.samen}
		if met := reken(t, g.o, groter); met.bedrag("kgb.jaar").Cmp(nu.bedrag("kgb.jaar")) < 0 {
			t.Fatalf("kindgebonden budget %s, met een kind meer %s", nu.bedrag("kgb.jaar").FloatString(2), met.bedrag("kgb.jaar").FloatString(2))
		}
	})
}

// The own home, a company car and a deduction that does not count leave the tax as it is
// (Rapport 4.8 and 4.9): only the verzamelinkomen may differ by the home, and the
// kindgebonden budget by all three (4.2.2.4).
func TestLeftOut(t *testing.T) {
	gevallen(t, func(t *rapid.T, k trekker, _ *cijfers, g geval) {
		g.o.Opbouw.EigenWoning = nil
		u := reken(t, g.o, g.gezin)
		o := g.o
		o.Opbouw.Loon = slices.Clone(o.Opbouw.Loon)
		for i, w := range o.Opbouw.Loon {
			if w.Jaaropgaaf != nil && w.BijtellingAuto == nil {
				auto := k.geld(9000)
				w.Jaaropgaaf = &zaak.Bedrag{Waarde: w.Jaaropgaaf.Waarde.Add(auto.Waarde)}
				w.BijtellingAuto = auto
				o.Opbouw.Loon[i] = w
			}
		}
		o.Opbouw.Aftrek = append(slices.Clone(o.Opbouw.Aftrek), zaak.Aftrekpost{Jaarpost: zaak.Jaarpost{Omschrijving: "giften", Bedrag: *k.geld(5000)}})
		v := reken(t, o, g.gezin)
		for _, id := range []string{"box1", "heffing", "heffingskortingen", "zvw", "verzamelinkomen", "nbi_jaar"} {
			if u.bedrag(id).Cmp(v.bedrag(id)) != 0 {
				t.Fatalf("%s is %s, met auto en aftrek %s", id, u.bedrag(id).FloatString(2), v.bedrag(id).FloatString(2))
			}
		}
		o.Opbouw.EigenWoning = &zaak.EigenWoning{Saldo: bedrag("-6000")}
		w := reken(t, o, g.gezin)
		for _, id := range []string{"box1", "heffing_box1", "heffing", "zvw", "inkomen_voor_heffing", "arbeidskorting"} {
			if u.bedrag(id).Cmp(w.bedrag(id)) != 0 {
				t.Fatalf("%s is %s, met eigen woning %s", id, u.bedrag(id).FloatString(2), w.bedrag(id).FloatString(2))
			}
		}
		if d := verschil(u.bedrag("verzamelinkomen"), w.bedrag("verzamelinkomen")); d.Sign() < 0 || d.Cmp(n(6000)) > 0 {
			t.Fatalf("verzamelinkomen %s, met eigen woning %s", u.bedrag("verzamelinkomen").FloatString(2), w.bedrag("verzamelinkomen").FloatString(2))
		}
	})
}

// Payslips of four weeks come thirteen times a year.
func TestVierWeken(t *testing.T) {
	gevallen(t, func(t *rapid.T, k trekker, _ *cijfers, g geval) {
		w := k.loon(zaak.LoonDienst)
		w.Jaaropgaaf, w.BijtellingAuto, w.Extra, w.DertiendeMaand = nil, nil, nil, nil
		w.Pensioenpremie, w.AnderePremies, w.NettoInhoudingen = nil, nil, nil
		basis := int64(100 * k(500))
		met := func(tijdvak string, keren int64) *big.Rat {
			w := w
			w.Tijdvak, w.Bruto = tijdvak, centen(basis*keren)
			o := g.o
			o.Opbouw.Loon = []zaak.Loon{w}
			return reken(t, o, nil).bedrag("nbi_jaar")
		}
		if maand, week := met(zaak.TijdvakMaand, 13), met(zaak.TijdvakVierWeken, 12); maand.Cmp(week) != 0 {
			t.Fatalf("per maand %s, per vier weken %s", maand.FloatString(2), week.FloatString(2))
		}
	})
}
