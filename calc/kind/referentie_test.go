package kind_test

import (
	"fmt"
	"math/rand/v2"
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

// centenOf gives a stated amount, or else the published one in whole euros.
func centenOf(b *zaak.Bedrag, norm norms.Value) int64 {
	if b == nil {
		return heel(centen(norm.Amount))
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
		for _, stap := range []func() error{rp.behoeften, rp.draagkrachten, rp.verdelingen, rp.bijdragen} {
			if err := stap(); err != nil {
				return nil, err
			}
		}
	}
	return r, nil
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

// TestReference: the engine and the reference agree on every case that chance can
// think of.
func TestReference(t *testing.T) {
	t.Parallel()
	set := load(t)
	gezien := map[string]int{}
	for i := range 2000 {
		rnd := rand.New(rand.NewPCG(uint64(i), 2025))
		z := trekker(rnd.IntN).zaak()
		want, err := narekenen(z, set)
		if err != nil {
			t.Fatal(err)
		}
		r := bereken(t, z, set)
		for id, c := range want.uit {
			if got := value(t, r, id); centen(got) != c || !got.Equal(got.Truncate(2)) {
				t.Errorf("case %d: %s is %s, in the reference %s", i, id, got, decimal.New(c, -2))
			}
		}
		if t.Failed() {
			t.Fatalf("case %d: %+v", i, z)
		}
		for tak := range want.gezien {
			gezien[tak]++
		}
	}
}
