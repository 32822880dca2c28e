package partner_test

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"annex/calc/partner"
	"annex/calc/zaak"

	"github.com/shopspring/decimal"
)

// The net side by the Rapport, in whole cents: need (3.3), what remains of it (5.2 stap
// 1), draagkracht (4.4, 4.6, 4.7, 4.10, 5.2 stap 2) and the comparison (4.5).

// deel is num : den, half away from zero.
func deel(num, den int) int {
	if num < 0 {
		return -deel(-num, den)
	}
	return (2*num + den) / (2 * den)
}

func euros(c int) int { return 100 * deel(c, 100) }

// netto is what a period has, in cents a month; -1 where something is not stated.
type netto struct {
	nbi, oud, verdien, aandeel, kgb, verlaging int
	oudTelt, fictief                           bool
	lasten                                     int // those that count
	woonlast, soort                            int // soort: 0 none, 1 lower, 2 higher
	samen                                      bool
	eigenWoonlast, aandeelWoning               int
	schuld                                     bool
	zorg, nodig                                int
	draagkracht                                int
	aow, ontvangt                              bool
}

func geenOf(k trekker, een, n int) int {
	if !k.kans(een) {
		return -1
	}
	return k.IntN(n)
}

func (k trekker) reden(een, n int) (*zaak.MetReden, int) {
	c := geenOf(k, een, n)
	if c < 0 {
		return nil, c
	}
	return reden(c), c
}

// situatie draws one side, and tells what of it has to come of it.
func (k trekker) situatie(betaalt bool) (s zaak.Situatie, n netto) {
	n.nbi, n.oud, n.draagkracht = k.IntN(700000), -1, -1
	s.NBI = centen(n.nbi)
	n.aow = k.kans(5)
	s.AOW = &n.aow
	if k.kans(4) {
		n.oud = k.IntN(700000)
		v := zaak.Inkomensverlies{OudNBI: centen(n.oud), ZelfVeroorzaakt: k.kans(2), Herstelbaar: k.kans(2), TeVergen: k.kans(2), Onthouden: k.kans(2), Reden: "ontslag"}
		n.fictief = v.ZelfVeroorzaakt && !(v.Herstelbaar && v.TeVergen) && v.Onthouden
		n.oudTelt = v.ZelfVeroorzaakt && v.Herstelbaar && v.TeVergen || n.fictief
		s.Inkomensverlies = &v
	}
	s.Verdiencapaciteit, n.verdien = k.reden(5, 150000)
	s.AandeelKinderen, n.aandeel = k.reden(2, 90000)
	if n.kgb = geenOf(k, 2, 80000); n.kgb >= 0 {
		b := centen(n.kgb)
		s.KindgebondenBudget = &b
	}
	for range k.IntN(3) {
		l := zaak.Last{Omschrijving: "last", Bedrag: centen(k.IntN(60000)), Vermijdbaar: k.kans(3), Verwijtbaar: k.kans(3)}
		telt := int(l.Bedrag.Waarde.Shift(2).IntPart())
		delen := k.kans(2)
		af := func(is bool, deel **zaak.Bedrag) {
			if !is {
				return
			}
			d := k.IntN(40000)
			if !delen {
				d = 1 << 30
			} else {
				b := centen(d)
				*deel = &b
			}
			telt -= d
		}
		af(l.Vermijdbaar, &l.VermijdbaarDeel)
		af(l.Verwijtbaar, &l.VerwijtbaarDeel)
		n.lasten += max(0, telt)
		s.Lasten = append(s.Lasten, l)
	}
	n.eigenWoonlast, n.aandeelWoning = -1, -1
	if n.ontvangt = !betaalt; n.ontvangt {
		s.Behoefteverlaging, n.verlaging = k.reden(4, 120000)
		switch k.IntN(6) {
		case 0:
			n.eigenWoonlast, n.aandeelWoning = k.IntN(100000), geenOf(k, 2, 60000)
		case 1:
			n.woonlast, n.soort, n.samen = k.IntN(300000), 1+k.IntN(2), k.kans(4)
			s.Woonlast = &zaak.Woonlast{Soort: []string{zaak.WoonlastLager, zaak.WoonlastHoger}[n.soort-1]}
		}
	} else {
		switch k.IntN(8) {
		case 0, 1:
			n.woonlast, n.soort, n.samen = k.IntN(200000), 1, k.kans(2)
			s.Woonlast = &zaak.Woonlast{Soort: zaak.WoonlastLager}
		case 2:
			n.woonlast, n.soort, n.samen = k.IntN(300000), 2, k.kans(4)
			s.Woonlast = &zaak.Woonlast{Soort: zaak.WoonlastHoger}
		case 3:
			n.eigenWoonlast, n.aandeelWoning = k.IntN(150000), geenOf(k, 2, 90000)
		case 4:
			n.zorg, n.nodig = 1+k.IntN(200000), k.IntN(50000)
			s.LangdurigeZorg = &zaak.LangdurigeZorg{EigenBijdrage: centen(n.zorg), NoodzakelijkeLasten: centen(n.nodig), Reden: "zorg"}
		case 5:
			if k.kans(2) {
				n.schuld = true
				s.Schuldsanering = &zaak.Schuldsanering{Reden: "wsnp"}
			} else {
				s.Partnerdraagkracht, n.draagkracht = k.reden(1, 150000)
			}
		}
	}
	if s.Woonlast != nil {
		s.Woonlast.NieuwePartner, s.Woonlast.MetReden = n.samen, *reden(n.woonlast)
	}
	if n.eigenWoonlast >= 0 {
		s.VoormaligeWoning = &zaak.VoormaligeWoning{EigenWoonlast: centen(n.eigenWoonlast)}
		if n.aandeelWoning >= 0 {
			b := centen(n.aandeelWoning)
			s.VoormaligeWoning.Aandeel = &b
		}
	}
	return s, n
}

func nul(c int) int { return max(0, c) } // what is not stated is nil

// inkomen is what is calculated with.
func (n netto) inkomen() int {
	if n.oudTelt {
		return n.oud + nul(n.verdien)
	}
	return n.nbi + nul(n.verdien)
}

// naKGB is what of the share is left after kindgebonden budget.
func (n netto) naKGB() int { return nul(nul(n.aandeel) - nul(n.kgb)) }

// woonbudget is 30% of it.
func (n netto) woonbudget() int { return deel(30*n.inkomen(), 100) }

// meerdere is the housing cost above it.
func (n netto) meerdere() int {
	if n.soort != 2 {
		return 0
	}
	return nul(n.werkelijk() - n.woonbudget())
}

func (n netto) werkelijk() int {
	if n.samen {
		return deel(n.woonlast, 2)
	}
	return n.woonlast
}

// ruimte60 is 60% of what is left, in whole euros.
func ruimte60(resteert int) int { return 100 * deel(60*nul(resteert), 100*100) }

func (n netto) resterend(behoefte, verlaging int) int {
	return nul(nul(behoefte-nul(verlaging)) - nul(n.inkomen()-n.naKGB()))
}

// voor is the draagkracht, given what remains to be met and what of the share counts.
// After a loss that should have been refrained from, 95% of norm remains (4.7).
func (n netto) voor(bijstand, norm, behoefte int, keuze string) (int, string) {
	dk, hoe := n.zonderOndergrens(bijstand, behoefte, keuze)
	if !n.fictief || hoe == "stated" || hoe == "debts" {
		return dk, hoe
	}
	if boven := nul(n.nbi - deel(95*norm, 100) - n.af(keuze)); boven < dk {
		return boven, "95% of the norm"
	}
	return dk, hoe
}

func (n netto) af(keuze string) int {
	if keuze == zaak.KeuzeNaKGB {
		return n.naKGB()
	}
	return nul(n.aandeel)
}

func (n netto) zonderOndergrens(bijstand, behoefte int, keuze string) (int, string) {
	af := n.af(keuze)
	vast := bijstand + n.lasten
	switch {
	case n.draagkracht >= 0:
		return n.draagkracht, "stated"
	case n.schuld:
		return 0, "debts"
	case n.zorg > 0:
		return nul(euros(nul(n.inkomen()-n.zorg-n.nodig-n.lasten)) - af), "care"
	case n.eigenWoonlast >= 0:
		return nul(ruimte60(n.inkomen()-vast-n.eigenWoonlast-nul(n.aandeelWoning)) - af), "former home"
	case n.soort == 1:
		forfait := ruimte60(n.inkomen() - vast - n.woonbudget())
		if forfait-af >= behoefte {
			return nul(forfait - af), "lower, no shortage"
		}
		return nul(max(forfait, ruimte60(n.inkomen()-vast-n.werkelijk())) - af), "lower, shortage"
	case n.soort == 2:
		return nul(ruimte60(n.inkomen()-vast-n.woonbudget()-n.meerdere()) - af), "higher"
	}
	return nul(ruimte60(n.inkomen()-vast-n.woonbudget()) - af), "plain"
}

// vergelijking is the income for the comparison.
func (n netto) vergelijking(keuze string) int {
	in := n.inkomen() - n.lasten - n.meerdere() - nul(n.aandeelWoning) - n.zorg - n.nodig
	if n.aandeel < 0 {
		return in
	}
	switch keuze {
	case zaak.KeuzeAlsInkomen:
		return in + nul(n.kgb) - n.aandeel
	case zaak.KeuzeBuitenBeschouwing:
		return in - n.aandeel
	}
	return in - n.naKGB()
}

// behoefte draws a need, and what it comes to in each year from its own on.
func (k trekker) behoefte(jaar int) (zaak.Partnerbehoefte, int, string) {
	switch k.IntN(3) {
	case 0:
		c := k.IntN(600000)
		return zaak.Partnerbehoefte{Vastgesteld: &zaak.Vastgesteld{Bedrag: centen(c), Jaar: jaar, Reden: "afgesproken"}}, c, "need stated"
	case 1:
		l := zaak.Behoeftelijst{Jaar: jaar, Reden: "lijst"}
		som := 0
		for range 1 + k.IntN(6) {
			c := k.IntN(120000)
			som += c
			l.Posten = append(l.Posten, zaak.Maandpost{Omschrijving: "post", Bedrag: centen(c)})
		}
		return zaak.Partnerbehoefte{Lijst: &l}, som, "need by list"
	}
	a, b, kgb, eigen := k.IntN(500000), k.IntN(500000), geenOf(k, 2, 60000), geenOf(k, 2, 300000)
	h := zaak.Hofnorm{Gezinsinkomen: zaak.Gezinsinkomen{Peildatum: dag(jaar, 2, 3), Ouders: map[string]zaak.Inkomen{"vrouw": {NBI: centen(a)}, "man": {NBI: centen(b)}}}}
	if kgb >= 0 {
		c := centen(kgb)
		h.KindgebondenBudget = &c
	}
	if eigen >= 0 {
		c := centen(eigen)
		h.EigenAandeel = &c
	}
	return zaak.Partnerbehoefte{Hofnorm: &h}, deel(60*nul(a+b+nul(kgb)-nul(eigen)), 100), "need by hofnorm"
}

// Whatever is stated, annex comes to the net amounts that the Rapport gives.
func TestReferentieNetto(t *testing.T) {
	t.Parallel()
	const gevallen = 1500
	set := normen(t)
	gezien := map[string]int{}
	for i := range gevallen {
		k := trekker{rand.New(rand.NewPCG(uint64(i), 402))}
		jaar := 2021 + k.IntN(3)
		b, c, welke := k.behoefte(jaar)
		gezien[welke]++
		z := zaakVan(2025, centen(0), zaak.Situatie{}, zaak.Situatie{})
		z.Partneralimentatie.Behoefte, z.Perioden = b, nil
		z.Partneralimentatie.Inkomensvergelijking = k.kans(2)
		z.Keuzes.VergelijkingKGB = []string{zaak.KeuzeVerrekenen, zaak.KeuzeAlsInkomen, zaak.KeuzeBuitenBeschouwing}[k.IntN(3)]
		z.Keuzes.PartnerdraagkrachtKGB = []string{zaak.KeuzeAandeel, zaak.KeuzeNaKGB}[k.IntN(2)]
		type stand struct{ g, p netto }
		var standen []stand
		vanaf := dag(2023+k.IntN(2), 1+k.IntN(12), 1)
		for range 1 + k.IntN(3) {
			g, ng := k.situatie(false)
			p, np := k.situatie(true)
			z.Perioden = append(z.Perioden, zaak.Periode{Vanaf: vanaf, Situaties: map[string]zaak.Situatie{"vrouw": g, "man": p}})
			standen = append(standen, stand{ng, np})
			vanaf = vanaf.AddDate(0, 1+k.IntN(9), 0)
		}
		u := reken(t, z)
		betalingen := 0
		for j, s := range standen {
			p := z.Perioden[j]
			voor := ""
			if len(standen) > 1 {
				voor = fmt.Sprintf("p%d.", j+1)
			}
			gelijk := func(id string, want int) {
				t.Helper()
				l := u.r.Line(voor + "partneralimentatie." + id)
				if l == nil {
					t.Fatalf("case %d: there is no %s%s", i, voor, id)
				}
				if !l.Value.Equal(decimal.New(int64(want), -2)) {
					t.Errorf("case %d: %s%s is %s, in the reference %s", i, voor, id, l.Value, decimal.New(int64(want), -2))
				}
			}
			behoefte := c
			percentages, err := set.Indexering(jaar, p.Vanaf.Year())
			if err != nil {
				t.Fatal(err)
			}
			for _, v := range percentages { // tenths of a percent
				behoefte = deel(behoefte*(1000+int(v.Amount.Shift(1).IntPart())), 1000)
			}
			gelijk("resterende_behoefte.behoefte", behoefte)
			rest := s.g.resterend(behoefte, s.g.verlaging)
			gelijk("resterende_behoefte.resteert", rest)
			n, err := set.Draagkracht(p.Vanaf, s.p.aow)
			if err != nil {
				t.Fatal(err)
			}
			last := n.Tabel.Rows[len(n.Tabel.Rows)-1]
			norm, err := set.Bijstandsnorm(p.Vanaf, s.p.aow)
			if err != nil {
				t.Fatal(err)
			}
			dk, hoe := s.p.voor(int(last[len(last)-1].Amount.Shift(2).IntPart()), int(norm.Norm.Amount.Round(0).IntPart())*100, rest, z.Keuzes.PartnerdraagkrachtKGB)
			gezien[hoe]++
			gelijk("draagkracht.resteert", dk)
			laagste := min(dk, rest)
			if z.Partneralimentatie.Inkomensvergelijking {
				een, ander := s.p.vergelijking(z.Keuzes.VergelijkingKGB), s.g.vergelijking(z.Keuzes.VergelijkingKGB)
				gelijk("inkomensvergelijking.man.voor_vergelijking", een)
				gelijk("inkomensvergelijking.vrouw.voor_vergelijking", ander)
				na := nul(deel(een+ander, 2) - ander)
				gelijk("inkomensvergelijking.netto", na)
				if na < laagste {
					gezien["comparison lowest"]++
				}
				laagste = min(laagste, na)
			}
			gelijk("uitkomst.te_betalen", euros(laagste))
			for _, b := range u.r.Betalingen() {
				if b.Periode.Vanaf == p.Vanaf.Format(time.DateOnly) && b.Soort == partner.UitkomstNetto && b.Bedrag.Equal(decimal.New(int64(euros(laagste)), -2)) && b.Betaler.ID == "man" && b.Ontvanger.ID == "vrouw" {
					betalingen++
				}
			}
			if laagste > 0 {
				gezien["paid"]++
			}
			if s.p.oudTelt {
				gezien["old income"]++
			}
		}
		if betalingen != len(standen) || betalingen != len(u.r.Betalingen()) {
			t.Errorf("case %d: %d payments, %d of them right, for %d periods", i, len(u.r.Betalingen()), betalingen, len(standen))
		}
		if t.Failed() {
			return
		}
	}
	for _, tak := range []string{
		"need stated", "need by list", "need by hofnorm", "stated", "debts", "care", "former home", "lower, no shortage", "lower, shortage", "higher", "plain",
		"comparison lowest", "paid", "old income", "95% of the norm",
	} {
		if gezien[tak] < 15 {
			t.Errorf("%s: seen %d times only", tak, gezien[tak])
		}
	}
}
