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
	out := &Lijst{Periode: o.Periode, Vast: o.Vast}
	z, err := nieuweZoeker(o)
	if err != nil || len(z.nu.bedragen) == 0 {
		return out // nothing to be paid by anybody
	}
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
	kenmerken []Kenmerk // those of Opdracht, and whether there is something to be paid
	nu        punt
}

func nieuweZoeker(o Opdracht) (*zoeker, error) {
	z := &zoeker{Opdracht: o, kenmerken: slices.Clone(o.Kenmerken)}
	bedragen, err := z.betalingen(z.Result.With(nil))
	if err != nil {
		return nil, err
	}
	totalen := 0
	for _, b := range bedragen {
		if totaal(b) {
			totalen++
		}
	}
	// A total says nothing where the amounts it is made of say it: where only one parent
	// pays, or for one child.
	over := totalen > 1 && len(kinderen(bedragen)) > 1
	for _, b := range bedragen {
		if over || !totaal(b) {
			z.kenmerken = append(z.kenmerken, vanBetaling(b))
		}
	}
	z.nu, err = z.kijk(nil)
	return z, err
}

// punt is what a calculation comes to with other inputs.
type punt struct {
	c        *sheet.Recalculation
	bedragen []sheet.Betaling
	standen  []string // by kenmerk
}

// gelijk tells whether two outcomes are of the same kind.
func (p punt) gelijk(q punt) bool { return slices.Equal(p.standen, q.standen) }

// zelfde tells whether the amounts are the same.
func (p punt) zelfde(q punt) bool {
	return slices.EqualFunc(p.bedragen, q.bedragen, func(a, b sheet.Betaling) bool { return a.Bedrag.Equal(b.Bedrag) })
}

// betalingen gives the amounts to be paid that it is about.
func (z *zoeker) betalingen(c *sheet.Recalculation) ([]sheet.Betaling, error) {
	return c.Payments(func(b sheet.Betaling) bool {
		return b.Periode.Nummer == z.Periode.Nummer && !b.Geindexeerd && b.Betaler.ID != ""
	})
}

func (z *zoeker) kijk(invoer map[string]decimal.Decimal) (punt, error) {
	p := punt{c: z.Result.With(invoer)}
	var err error
	if p.bedragen, err = z.betalingen(p.c); err != nil {
		return punt{}, err
	}
	for _, k := range z.kenmerken {
		stand, err := k.stand(p.c)
		if err != nil {
			return punt{}, err
		}
		p.standen = append(p.standen, stand)
	}
	return p, nil
}

// wijzigingen says in what outcomes of another kind differ.
func (z *zoeker) wijzigingen(van, naar punt) []Wijziging {
	var out []Wijziging
	for i, k := range z.kenmerken {
		if van.standen[i] != naar.standen[i] {
			out = append(out, Wijziging{
				Soort: k.Soort, Wie: k.Wie, Voor: k.Voor, Ontvanger: k.Ontvanger, Onderdeel: k.Onderdeel,
				Was: van.standen[i], Wordt: naar.standen[i],
			})
		}
	}
	return out
}

func totaal(b sheet.Betaling) bool { return strings.HasSuffix(b.Soort, "_totaal") }

// kinderen gives those for whom one parent pays the other.
func kinderen(bedragen []sheet.Betaling) map[string]bool {
	out := map[string]bool{}
	for _, b := range bedragen {
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
	meer := len(kinderen(van.bedragen)) > 1
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
	omhoog, omlaag := c.route(true), c.route(false)
	out := Inkomen{Cijfer: c.vraag.Cijfer, Wie: c.vraag.Wie, Nu: c.nu, Van: omlaag.eind(), Tot: omhoog.eind()}
	var laag, hoog decimal.Decimal // the last that are of the present kind
	out.Omhoog, hoog = c.grens(omhoog, c.zoeker.nu.gelijk)
	out.Omlaag, laag = c.grens(omlaag, c.zoeker.nu.gelijk)
	per := decimal.NewFromInt(c.vraag.Zoek.Per)
	niets := func(stap decimal.Decimal) bool {
		p := c.bij(c.nu.Add(stap))
		return p != nil && p.zelfde(c.zoeker.nu)
	}
	if niets(per) {
		out.PasOmhoog, _ = c.grens(omhoog, c.zoeker.nu.zelfde)
	}
	if niets(per.Neg()) {
		out.PasOmlaag, _ = c.grens(omlaag, c.zoeker.nu.zelfde)
	}
	out.Helling = c.helling(laag, hoog)
	return out
}

// grens looks along a route for the first whole euro at which the outcome is not as
// now, by the measure of zoals; nil where there is none. laatste is the last at which
// it is as now.
//
// It looks first in steps, and then halves the step in which it changes until one
// euro is left: what changes and changes back inside one step is not seen. Amounts in
// whole euros can go to and fro once or twice around the place where one limit gives
// way to another; so the last few euros before it are looked at one by one.
func (c *cijfer) grens(w route, zoals func(punt) bool) (g *Grens, laatste decimal.Decimal) {
	vorige, laatste := w.begin, c.nu
	for nr := int64(1); nr <= w.aantal; nr++ {
		anders := w.stap(nr)
		if anders.Equal(vorige) {
			break // as far as there is to look
		}
		p := c.bij(anders)
		if p == nil {
			break
		}
		if zoals(*p) {
			vorige, laatste = anders, anders
			continue
		}
		for midden := w.midden(vorige, anders); !midden.Equal(vorige); midden = w.midden(vorige, anders) {
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
		for _, x := range w.dichtbij(anders) {
			if q := c.bij(x); q != nil && !zoals(*q) {
				anders = x
			}
		}
		// Of the whole euros the one behind it; that can be on the other side of now.
		if laatste = w.verder(anders, -1); w.omhoog == laatste.LessThan(c.nu) {
			laatste = c.nu
		}
		p = c.bij(anders)
		return &Grens{Bij: anders, Wijzigt: c.wijzigingen(c.zoeker.nu, *p), Betalingen: betalingen(c.zoeker.nu, *p), Invoer: c.invoer(anders)}, laatste
	}
	return nil, laatste
}

// helling compares the amounts at both ends of the present kind of outcome.
func (c *cijfer) helling(laag, hoog decimal.Decimal) *Helling {
	per := decimal.NewFromInt(c.vraag.Zoek.Per)
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
