package kind_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"sync"
	"testing"

	"annex/calc/zaak"
	"annex/norms"

	"github.com/shopspring/decimal"
)

// The reference is the Rapport worked out step by step in whole cents, as one
// would on paper: no lines, no formulas, no fractions. It shares nothing with the
// engine but the figures of the norms.

// deel is num : den, half away from zero; num is not negative.
func deel(num, den int64) int64 { return (2*num + den) / (2 * den) }

// heel rounds cents to whole euros, in cents.
func heel(c int64) int64 { return deel(c, 100) * 100 }

func centen(d decimal.Decimal) int64 { return d.Shift(2).IntPart() }

func centenOfNul(b *zaak.Bedrag) int64 {
	if b == nil {
		return 0
	}
	return centen(b.Waarde)
}

type referentie struct {
	zaak *zaak.Zaak
	set  *norms.Set
	uit  map[string]int64 // cents by the id of a line
	// betaald are the payments, as "p1 kind_0: vader -> moeder".
	betaald map[string]int64
	gezien  map[string]bool // what happens in this case
}

// referentieperiode is one period: what the reference knows of it so far.
type referentieperiode struct {
	*referentie
	zaak.Periode
	nummer int
	prefix string
	kosten []*kosten // as zaak.Kinderen; nil for a child that has no claim

	groepen     []*groep
	draagkracht map[string]int64
	elders      map[string]int64 // what each bears for children outside the case
}

func narekenen(z *zaak.Zaak, set *norms.Set) (*referentie, error) {
	r := &referentie{zaak: z, set: set, uit: map[string]int64{}, betaald: map[string]int64{}, gezien: map[string]bool{}}
	for i, p := range z.Perioden {
		prefix := ""
		if len(z.Perioden) > 1 {
			prefix = fmt.Sprintf("p%d.", i+1)
		}
		rp := &referentieperiode{referentie: r, Periode: p, nummer: i + 1, prefix: prefix}
		rp.verloop()
		for _, stap := range []func() error{rp.behoeften, rp.draagkrachten, rp.verdelingen, rp.bijdragen} {
			if err := stap(); err != nil {
				return nil, err
			}
		}
	}
	return r, nil
}

// verloop notes what changed for the children since the period before.
func (p *referentieperiode) verloop() {
	if p.nummer == 1 {
		return
	}
	eerder := p.zaak.Perioden[p.nummer-2]
	for i, k := range p.zaak.Kinderen {
		a, b := eerder.Kinderen[i], p.Kinderen[i]
		p.zie("main residence that changes", k.Groep(p.Vanaf) == zaak.Minderjarig && a.Hoofdverblijf != b.Hoofdverblijf)
		p.zie("care that changes", k.Groep(p.Vanaf) == zaak.Minderjarig && a.Zorg != b.Zorg)
		p.zie(fmt.Sprintf("becomes of age group %d", k.Groep(p.Vanaf)), k.Groep(eerder.Vanaf) != k.Groep(p.Vanaf))
	}
	for _, s := range p.zaak.Stiefouders {
		_, toen := eerder.Situaties[s.ID]
		_, nu := p.Situaties[s.ID]
		p.zie("stepparent that comes or goes", toen != nu)
	}
}

// zet writes down the amount of a line of this period.
func (p *referentieperiode) zet(c int64, id string, args ...any) {
	p.uit[p.prefix+fmt.Sprintf(id, args...)] = c
}

func (p *referentieperiode) zie(wat string, ja bool) {
	if ja {
		p.gezien[wat] = true
	}
}

// honderdsteCenten are hundredths of a cent, in which every proportion between
// two rows of the table comes out.
type honderdsteCenten int64

// indexeer raises an amount from the price level of one year to that of another,
// each year in whole cents, and calls elk with what each year comes to.
func (r *referentie) indexeer(bedrag honderdsteCenten, van, tot int, elk func(jaar int, bedrag int64)) (int64, error) {
	for y := van + 1; y <= tot; y++ {
		percentages, err := r.set.Indexering(y-1, y)
		if err != nil {
			return 0, err
		}
		for _, p := range percentages { // in tenths of a percent
			bedrag = 100 * honderdsteCenten(deel(int64(bedrag)*(1000+p.Amount.Shift(1).IntPart()), 100_000))
		}
		elk(y, int64(bedrag)/100)
	}
	return deel(int64(bedrag), 100), nil
}

func onafgerond(c int64) honderdsteCenten { return honderdsteCenten(100 * c) }

// takken is what chance has to have thought of, each at least a hundred times.
var takken = []string{
	// the costs
	"exceptional costs", "exceptional costs before the separation", "indexed from a stated amount", "indexed from the table",
	"rise of income", "income that did not rise enough", "rise of income, apart", "income that did not rise enough, apart",
	"stated need of a minor", "stated need from 18", "minors beside others", "more children in the table than in the period",
	"budget mbo, on its own false", "budget mbo, on its own true", "budget hbo-wo, on its own false", "budget hbo-wo, on its own true",
	"no education", "zorgtoeslag that counts", "more means than needs",
	// draagkracht
	"AOW", "below the table", "row by its amount or formula: tabelbedrag", "row by its amount or formula: formule",
	"bijstand with a child", "bijstand without a child", "charge that counts in part", "former home", "long-term care",
	"higher housing costs", "lower housing costs that count", "lower housing costs without a shortage",
	"lower housing costs, a shortage over all families only",
	"loss of income, old income counts: true", "loss of income, old income counts: false",
	// the division
	"comparison", "shortage", "shortage by need", "group van_ouders", "group bij_moeder", "group bij_vader", "group vanaf_21",
	"samenloop without a shortage", "samenloop divided, gelijk", "samenloop divided, behoefte", "samenloop divided, aandeel",
	"samenloop of own families", "samenloop of three families",
	"less left from 21 on", "less left from 21 on, outside the case", "nothing left from 21 on",
	// per child
	"child from 18 at home", "child from 18 on its own", "payments both ways", "setting off",
	"zorgkorting difference, draagkracht", "zorgkorting difference, aandeel", "zorgkorting difference not due",
	// the tests, and the contribution there was
	"test that lowers", "test that lowers those from 21 only", "test that leaves nothing", "test that does not lower", "test with the published parts of the norm",
	"floor at loss of income", "floor and test", "two norms", "lower than before", "higher than before",
	// between periods
	"main residence that changes", "care that changes", "stepparent that comes or goes", "becomes of age group 1", "becomes of age group 2",
}

// The engine and the reference agree on every case that chance can think of.
func TestReference(t *testing.T) {
	t.Parallel()
	const cases, delen = 2000, 8
	set := load(t)
	var mu sync.Mutex
	gezien := map[string]int{}
	t.Run("cases", func(t *testing.T) {
		for deel := range delen {
			t.Run(fmt.Sprint(deel), func(t *testing.T) {
				t.Parallel()
				for i := deel; i < cases; i += delen {
					want := vergelijkMetReferentie(t, i, set)
					mu.Lock()
					for tak := range want.gezien {
						gezien[tak]++
					}
					mu.Unlock()
				}
			})
		}
	})
	if t.Failed() {
		return
	}
	for _, tak := range takken {
		if gezien[tak] < 100 {
			t.Errorf("%s: seen %d times only", tak, gezien[tak])
		}
		delete(gezien, tak)
	}
	for tak := range gezien {
		t.Errorf("%s is not among what has to be seen", tak)
	}
}

// vergelijkMetReferentie holds case i against the reference: every line that it
// gives, and every payment.
func vergelijkMetReferentie(t *testing.T, i int, set *norms.Set) *referentie {
	t.Helper()
	k := trekker(rand.New(rand.NewPCG(uint64(i), 2025)).IntN)
	z := k.zaak()
	want, err := narekenen(z, set)
	if err == nil && i%4 > 0 {
		k.scherp(z, want)
		want, err = narekenen(z, set)
	}
	if err != nil {
		t.Fatalf("case %d: %v", i, err)
	}
	r := bereken(t, z, set)
	for id, c := range want.uit {
		l := r.Line(id)
		if l == nil {
			t.Errorf("case %d: there is no %s, in the reference %s", i, id, decimal.New(c, -2))
		} else if centen(l.Value) != c || !l.Value.Equal(l.Value.Truncate(2)) {
			t.Errorf("case %d: %s is %s, in the reference %s", i, id, l.Value, decimal.New(c, -2))
		}
	}
	betaald := map[string]int64{}
	for _, b := range r.Betalingen() {
		if !b.Geindexeerd {
			betaald[fmt.Sprintf("p%d %s: %s -> %s", b.Periode.Nummer, b.Voor.ID, b.Betaler.ID, b.Ontvanger.ID)] += centen(b.Bedrag)
		}
	}
	if !maps.Equal(betaald, want.betaald) {
		t.Errorf("case %d: payments %v, in the reference %v", i, betaald, want.betaald)
	}
	if t.Failed() {
		t.FailNow()
	}
	return want
}

// scherp draws the housing costs in each aanvaardbaarheidstoets anew so that
// what is left for maintenance is about what is to be paid: by chance it is most
// often plenty, or nothing.
func (k trekker) scherp(z *zaak.Zaak, eerst *referentie) {
	for i, p := range z.Perioden {
		for _, o := range z.Ouders {
			s := p.Situaties[o.ID]
			if s.Toets == nil {
				continue
			}
			id := prefixes(z)[i] + "toets_" + o.ID
			resteert := int64(k(int(eerst.uit[id+".voor_toets"]*11/10) + 1))
			meer := centen(s.NBI.Waarde) - resteert - eerst.uit[id+".noodzakelijke_lasten"]
			toeslag := centenOfNul(s.Toets.Huurtoeslag)
			if woonlast := max(0, centen(s.Toets.Woonlast.Waarde)-toeslag) + meer; woonlast >= 0 {
				s.Toets.Woonlast.Waarde = decimal.New(woonlast+toeslag, -2)
			}
		}
	}
}
