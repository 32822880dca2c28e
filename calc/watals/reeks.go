package watals

import (
	"slices"
	"sync"

	"annex/calc/sheet"

	"github.com/shopspring/decimal"
)

// Reeks is what a calculation comes to along one figure, such as an income in steps of
// EUR 100; and where along it, to the euro, the outcome becomes of another kind.
type Reeks struct {
	Vraag Vraag
	// Kenmerken tell one kind of outcome from another; each Punt has a Stand for each.
	Kenmerken []Kenmerk
	Nu        Punt
	// Onder and Boven are the points below and above now, the nearest first. A figure
	// that can go no farther stays where it is, so that points can be the same. Where
	// the values are stated (Rooster.Waarden) all of them are in Boven.
	Onder []Punt
	Boven []Punt
	// Omlaag and Omhoog say where the outcome becomes of another kind; nil where that is
	// not looked for.
	Omlaag *Zoektocht
	Omhoog *Zoektocht
}

// Punt is one value of a figure, and what the calculation comes to there.
type Punt struct {
	Bij      decimal.Decimal
	Verschil decimal.Decimal // with now
	// Invoer has the value of each input then, by id.
	Invoer     map[string]decimal.Decimal
	Rekening   *sheet.Recalculation
	Betalingen []sheet.Betaling
	Standen    []string // by Kenmerk
	// AlsNu: the outcome is of the kind it is of now; in Onder and Boven, and so are those
	// between it and now.
	AlsNu bool
}

// Zoektocht is how the nearest whole euro is found at which the outcome is of another
// kind: in the first step in which it is.
type Zoektocht struct {
	Begin decimal.Decimal // of the whole euros around the present figure the one behind it
	// Stappen is how many steps the outcome is as now; Gevonden tells that it is not
	// in the next one.
	Stappen  int
	Gevonden bool
	// Helften halve that step; where there is none they stay at the last value.
	Helften []Helft
	// Vorige and Anders are what is left of it: two whole euros beside each other.
	Vorige decimal.Decimal
	Anders decimal.Decimal
	// Dichtbij are the last euros before Anders one by one, from EersteDichtbij on.
	Dichtbij []Punt
	// Bij is where it becomes of another kind, or the farthest that was looked.
	Bij Punt
}

// Helft is one halving: Punt lies in the middle of Vorige, where the outcome is as now,
// and Anders, where it is not.
type Helft struct {
	Punt
	Vorige decimal.Decimal
	Anders decimal.Decimal
}

// Reeksen follows each figure of which something is asked. A figure along which the
// calculation cannot be made everywhere is left out, and so are all of them where
// nothing is paid by anybody.
func Reeksen(o Opdracht) []*Reeks {
	z, err := nieuweZoeker(o)
	if err != nil || len(z.nu.bedragen) == 0 {
		return nil
	}
	// Each figure by itself: a Result may be asked by several at once.
	out := make([]*Reeks, len(o.Vragen))
	var bezig sync.WaitGroup
	for i, v := range o.Vragen {
		bezig.Go(func() { out[i] = z.cijfer(v).reeks() })
	}
	bezig.Wait()
	return slices.DeleteFunc(out, func(r *Reeks) bool { return r == nil })
}

// Totaal tells whether an amount is for several children together.
func Totaal(b sheet.Betaling) bool { return totaal(b) }

// PerStap is what an amount rises by for each per more between two points, in cents; ok
// is false where they are at the same value. nr is that of the amount in
// Punt.Betalingen.
func PerStap(van, naar Punt, nr int, per decimal.Decimal) (d decimal.Decimal, ok bool) {
	breed := naar.Bij.Sub(van.Bij)
	if breed.IsZero() {
		return decimal.Decimal{}, false
	}
	return naar.Betalingen[nr].Bedrag.Sub(van.Betalingen[nr].Bedrag).Mul(per).DivRound(breed, 2), true
}

// MeerDan is how much more an amount is at one point than at another.
func MeerDan(p, dan Punt, nr int) decimal.Decimal {
	return p.Betalingen[nr].Bedrag.Sub(dan.Betalingen[nr].Bedrag)
}

func (c *cijfer) reeks() *Reeks {
	l := &loop{cijfer: c}
	r := &Reeks{Vraag: c.vraag, Kenmerken: c.kenmerken, Nu: l.punt(c.nu)}
	switch {
	case c.vraag.Zoek != nil:
		onder, boven := c.route(false), c.route(true)
		r.Onder, r.Boven = l.stappen(onder), l.stappen(boven)
		r.Omlaag, r.Omhoog = l.zoektocht(onder, r.Onder), l.zoektocht(boven, r.Boven)
	case len(c.vraag.Rooster.Waarden) > 0:
		for _, x := range c.vraag.Rooster.Waarden {
			r.Boven = append(r.Boven, l.punt(x))
		}
	default:
		for nr := int64(1); nr <= c.vraag.Rooster.Aantal; nr++ {
			stap := c.vraag.Rooster.Per.Mul(decimal.NewFromInt(nr))
			r.Onder = append(r.Onder, l.punt(decimal.Min(c.nu, decimal.Max(c.nu.Sub(stap), c.vraag.Min))))
			hoger := c.nu.Add(stap)
			if c.vraag.Max != nil {
				hoger = decimal.Max(c.nu, decimal.Min(hoger, *c.vraag.Max))
			}
			r.Boven = append(r.Boven, l.punt(hoger))
		}
	}
	if l.mislukt {
		return nil
	}
	return r
}

// loop goes along a figure. Once a value cannot be calculated with, it has failed.
type loop struct {
	*cijfer
	mislukt bool
}

func (l *loop) punt(x decimal.Decimal) Punt {
	p := l.bij(x)
	if p == nil {
		l.mislukt = true
		return Punt{Bij: x}
	}
	return Punt{
		Bij: x, Verschil: x.Sub(l.nu), Invoer: l.invoer(x), Rekening: p.c, Betalingen: p.bedragen,
		Standen: p.standen, AlsNu: p.gelijk(l.zoeker.nu),
	}
}

func (l *loop) stappen(w route) []Punt {
	var out []Punt
	zoals := true
	for nr := int64(1); nr <= w.aantal; nr++ {
		p := l.punt(w.stap(nr))
		p.AlsNu = p.AlsNu && zoals
		zoals = p.AlsNu
		out = append(out, p)
	}
	return out
}

// zoektocht goes the way of grens, with as many points whatever is found.
func (l *loop) zoektocht(w route, stappen []Punt) *Zoektocht {
	z := &Zoektocht{Begin: w.begin, Stappen: len(stappen)}
	if nr := slices.IndexFunc(stappen, func(p Punt) bool { return !p.AlsNu }); nr >= 0 {
		z.Stappen, z.Gevonden = nr, true
	}
	vorige, anders := w.stap(int64(z.Stappen)), w.stap(int64(min(z.Stappen+1, len(stappen))))
	for range w.halveringen() {
		h := Helft{Punt: l.punt(w.midden(vorige, anders)), Vorige: vorige, Anders: anders}
		z.Helften = append(z.Helften, h)
		switch {
		case h.AlsNu:
			vorige = h.Bij
		case !h.Bij.Equal(vorige):
			anders = h.Bij
		}
	}
	z.Vorige, z.Anders = vorige, anders
	gevonden := anders
	for _, x := range w.dichtbij(anders) {
		if !z.Gevonden {
			x = anders
		}
		p := l.punt(x)
		if !p.AlsNu {
			gevonden = x
		}
		z.Dichtbij = append(z.Dichtbij, p)
	}
	z.Bij = l.punt(gevonden)
	return z
}
