package watals

import (
	"slices"
	"strings"

	"annex/calc/sheet"

	"github.com/shopspring/decimal"
)

// Zoek answers what is asked of a calculation. A change that cannot be calculated is
// left out.
func Zoek(o Opdracht) *Lijst {
	z := &zoeker{Opdracht: o}
	nu, err := z.kijk(nil)
	if err != nil || len(nu.bedragen) == 0 {
		return &Lijst{Periode: o.Periode, Vast: o.Vast} // nothing to be paid by anybody
	}
	z.nu = nu
	out := &Lijst{Periode: o.Periode, Vast: o.Vast}
	for _, v := range o.Vragen {
		c := z.cijfer(v)
		for _, d := range v.Anders {
			if r, ok := c.rij(d); ok {
				out.Rijen = append(out.Rijen, r)
			}
		}
		if v.Zoek != nil {
			out.Inkomens = append(out.Inkomens, c.rondom())
		}
	}
	return out
}

type zoeker struct {
	Opdracht
	nu punt
}

// punt is what a calculation comes to with other inputs.
type punt struct {
	bedragen []sheet.Betaling
	standen  []string // by Kenmerk, then whether there is something to be paid
}

// gelijk tells whether two outcomes are of the same kind.
func (p punt) gelijk(q punt) bool { return slices.Equal(p.standen, q.standen) }

// zelfde tells whether the amounts are the same.
func (p punt) zelfde(q punt) bool {
	return slices.EqualFunc(p.bedragen, q.bedragen, func(a, b sheet.Betaling) bool { return a.Bedrag.Equal(b.Bedrag) })
}

func (z *zoeker) kijk(invoer map[string]decimal.Decimal) (punt, error) {
	c := z.Result.With(invoer)
	bedragen, err := c.Payments(func(b sheet.Betaling) bool {
		return b.Periode.Nummer == z.Periode.Nummer && !b.Geindexeerd && b.Betaler.ID != ""
	})
	if err != nil {
		return punt{}, err
	}
	p := punt{bedragen: bedragen}
	for _, k := range z.Kenmerken {
		stand, err := k.Stand(c)
		if err != nil {
			return punt{}, err
		}
		p.standen = append(p.standen, stand)
	}
	for _, b := range bedragen {
		stand := Nee
		if b.Bedrag.IsPositive() {
			stand = Ja
		}
		p.standen = append(p.standen, stand)
	}
	return p, nil
}

// wijzigingen says in what outcomes of another kind differ. Of a total it says
// nothing where the amounts it is made of say it: where only one parent pays, or for
// one child.
func (z *zoeker) wijzigingen(van, naar punt) []Wijziging {
	var out []Wijziging
	totalen := 0
	for _, b := range van.bedragen {
		if totaal(b) {
			totalen++
		}
	}
	over := totalen > 1 && len(kinderen(van)) > 1
	for i := range van.standen {
		if van.standen[i] == naar.standen[i] {
			continue
		}
		w := Wijziging{Was: van.standen[i], Wordt: naar.standen[i]}
		if nr := i - len(z.Kenmerken); nr < 0 {
			k := z.Kenmerken[i]
			w.Soort, w.Wie, w.Onderdeel = k.Soort, k.Wie, k.Onderdeel
		} else {
			b := van.bedragen[nr]
			w.Soort, w.Wie, w.Voor, w.Ontvanger = KenmerkBetaling, b.Betaler, b.Voor, b.Ontvanger
			if totaal(b) {
				if !over {
					continue
				}
				w.Soort = KenmerkSaldo
			}
		}
		out = append(out, w)
	}
	return out
}

func totaal(b sheet.Betaling) bool { return strings.HasSuffix(b.Soort, "_totaal") }

// kinderen gives those for whom one parent pays the other.
func kinderen(p punt) map[string]bool {
	out := map[string]bool{}
	for _, b := range p.bedragen {
		if b.Voor.ID != "" && b.Ontvanger.ID != b.Voor.ID {
			out[b.Voor.ID] = true
		}
	}
	return out
}

// betalingen sets the amounts of two outcomes beside each other. What is nil in both
// is left out, unless nothing is paid in either; of one child the total says nothing
// more.
func betalingen(van, naar punt) []Betaling {
	meer := len(kinderen(van)) > 1
	var alle, out []Betaling
	for i, b := range van.bedragen {
		wordt := naar.bedragen[i].Bedrag
		x := Betaling{Soort: b.Soort, Voor: b.Voor, Betaler: b.Betaler, Ontvanger: b.Ontvanger, Totaal: totaal(b), Was: b.Bedrag, Wordt: wordt, Verschil: wordt.Sub(b.Bedrag)}
		if x.Totaal && !meer {
			continue
		}
		alle = append(alle, x)
		if !x.Was.IsZero() || !x.Wordt.IsZero() {
			out = append(out, x)
		}
	}
	if len(out) == 0 {
		return alle
	}
	return out
}

// cijfer is one figure being varied.
type cijfer struct {
	*zoeker
	vraag   Vraag
	nu      decimal.Decimal // the figure as it is
	waarden map[string]decimal.Decimal
	gezien  map[string]*punt
}

func (z *zoeker) cijfer(v Vraag) *cijfer {
	c := &cijfer{zoeker: z, vraag: v, waarden: map[string]decimal.Decimal{}, gezien: map[string]*punt{}}
	for _, in := range z.Result.Inputs() {
		if slices.Contains(v.Invoer, in.ID) {
			c.waarden[in.ID], c.nu = in.Value, in.Value
		}
	}
	if v.Regel != "" {
		c.nu = z.Result.Line(v.Regel).Value
	}
	return c
}

// invoer gives what to enter for the figure to be x.
func (c *cijfer) invoer(x decimal.Decimal) map[string]decimal.Decimal {
	out := make(map[string]decimal.Decimal, len(c.waarden))
	for id, was := range c.waarden {
		out[id] = was.Add(x.Sub(c.nu))
	}
	return out
}

// kan tells whether the figure can be x.
func (c *cijfer) kan(x decimal.Decimal) bool {
	return !x.LessThan(c.vraag.Min) && (c.vraag.Max == nil || !x.GreaterThan(*c.vraag.Max))
}

// bij gives the outcome where the figure is x; nil where that cannot be.
func (c *cijfer) bij(x decimal.Decimal) *punt {
	key := x.String()
	p, bekend := c.gezien[key]
	if !bekend {
		if c.kan(x) {
			if q, err := c.kijk(c.invoer(x)); err == nil {
				p = &q
			}
		}
		c.gezien[key] = p
	}
	return p
}

// rij gives what a difference in the figure makes of the amounts.
func (c *cijfer) rij(verschil decimal.Decimal) (Rij, bool) {
	naar := c.nu.Add(verschil)
	p := c.bij(naar)
	if p == nil {
		return Rij{}, false
	}
	return Rij{
		Cijfer: c.vraag.Cijfer, Wie: c.vraag.Wie, Kinderen: c.vraag.Kinderen, Van: c.nu, Naar: naar, Verschil: verschil,
		Invoer: c.invoer(naar), Betalingen: betalingen(c.zoeker.nu, *p),
	}, true
}

// rondom looks up and down from the figure.
func (c *cijfer) rondom() Inkomen {
	b := *c.vraag.Zoek
	out := Inkomen{Cijfer: c.vraag.Cijfer, Wie: c.vraag.Wie, Nu: c.nu, Van: decimal.Max(c.nu.Sub(b.Tot).Ceil(), c.vraag.Min.Ceil()), Tot: c.nu.Add(b.Tot).Floor()}
	if c.vraag.Max != nil {
		out.Tot = decimal.Min(out.Tot, c.vraag.Max.Floor())
	}
	var laag, hoog decimal.Decimal // the last that are of the present kind
	out.Omhoog, hoog = c.grens(out.Tot, c.zoeker.nu.gelijk)
	out.Omlaag, laag = c.grens(out.Van, c.zoeker.nu.gelijk)
	niets := func(stap decimal.Decimal) bool {
		p := c.bij(c.nu.Add(stap))
		return p != nil && p.zelfde(c.zoeker.nu)
	}
	if niets(b.Per) {
		out.PasOmhoog, _ = c.grens(out.Tot, c.zoeker.nu.zelfde)
	}
	if niets(b.Per.Neg()) {
		out.PasOmlaag, _ = c.grens(out.Van, c.zoeker.nu.zelfde)
	}
	out.Helling = c.helling(laag, hoog)
	return out
}

// grens looks from the figure towards tot for the first whole euro at which the
// outcome is not as now, by the measure of zoals; nil where there is none. laatste is
// the last at which it is as now.
//
// It looks first in steps, and then halves the step in which it changes until one
// euro is left: what changes and changes back inside one step is not seen. Amounts in
// whole euros can go to and fro once or twice around the place where one limit gives
// way to another; so the last few euros before it are looked at one by one.
func (c *cijfer) grens(tot decimal.Decimal, zoals func(punt) bool) (g *Grens, laatste decimal.Decimal) {
	omhoog := tot.GreaterThan(c.nu)
	een := decimal.NewFromInt(1)
	vorige := c.nu.Floor() // of the whole euros around the figure the one behind it
	if !omhoog {
		vorige, een = c.nu.Ceil(), een.Neg()
	}
	laatste = c.nu
	for stap := decimal.NewFromInt(c.vraag.Zoek.Stap).Mul(een); ; {
		volgende := vorige.Add(stap)
		if omhoog == volgende.GreaterThan(tot) {
			volgende = tot
		}
		if omhoog == volgende.LessThanOrEqual(laatste) || volgende.Equal(laatste) {
			return nil, laatste // as far as there is to look
		}
		p := c.bij(volgende)
		if p == nil {
			return nil, laatste
		}
		if zoals(*p) {
			vorige, laatste = volgende, volgende
			continue
		}
		anders := volgende
		for !anders.Sub(vorige).Abs().Equal(een.Abs()) {
			midden := vorige.Add(anders).Div(decimal.NewFromInt(2)).Floor()
			q := c.bij(midden)
			if q == nil {
				return nil, laatste
			}
			if zoals(*q) {
				vorige, laatste = midden, midden
			} else {
				anders = midden
			}
		}
		for nr := 1; nr <= dichtbij; nr++ {
			nader := anders.Sub(een.Mul(decimal.NewFromInt(int64(nr))))
			if omhoog == nader.LessThanOrEqual(c.nu) || nader.Equal(c.nu) {
				break
			}
			if q := c.bij(nader); q != nil && !zoals(*q) {
				anders, nr = nader, 0
			}
		}
		// Of the whole euros the one behind it; that can be on the other side of now.
		if laatste = anders.Sub(een); omhoog == laatste.LessThan(c.nu) {
			laatste = c.nu
		}
		p = c.bij(anders)
		return &Grens{Bij: anders, Wijzigt: c.wijzigingen(c.zoeker.nu, *p), Betalingen: betalingen(c.zoeker.nu, *p), Invoer: c.invoer(anders)}, laatste
	}
}

// dichtbij is how many euros before a limit are looked at one by one.
const dichtbij = 5

// helling compares the amounts at both ends of the present kind of outcome.
func (c *cijfer) helling(laag, hoog decimal.Decimal) *Helling {
	per := c.vraag.Zoek.Per
	breed := hoog.Sub(laag)
	van, tot := c.bij(laag), c.bij(hoog)
	if van == nil || tot == nil || breed.LessThan(per) {
		return nil
	}
	h := &Helling{Van: laag, Tot: hoog, Per: per}
	for _, b := range betalingen(*van, *tot) {
		b.PerStap = b.Verschil.Mul(per).DivRound(breed, 2)
		h.Betalingen = append(h.Betalingen, b)
	}
	return h
}
