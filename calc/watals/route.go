package watals

import "github.com/shopspring/decimal"

// route is where is looked from an income, up or down: the steps, the halving of the
// step in which the outcome changes, and the euros just before the limit that is
// found. Zoek and Reeksen go the same way, and so does the workbook.
type route struct {
	omhoog bool
	begin  decimal.Decimal // of the whole euros around the income the one behind it
	per    int64
	aantal int64
	grens  decimal.Decimal // that the income cannot pass
	open   bool            // there is no such limit
}

func (c *cijfer) route(omhoog bool) route {
	w := route{omhoog: omhoog, begin: c.nu.Ceil(), per: c.vraag.Zoek.Per, aantal: c.vraag.Zoek.Aantal, grens: c.vraag.Min.Ceil()}
	if omhoog {
		w.begin, w.grens, w.open = c.nu.Floor(), decimal.Decimal{}, c.vraag.Max == nil
		if !w.open {
			w.grens = c.vraag.Max.Floor()
		}
	}
	return w
}

// verder gives a figure so many euros farther from the present one.
func (w route) verder(x decimal.Decimal, euro int64) decimal.Decimal {
	if !w.omhoog {
		euro = -euro
	}
	return x.Add(decimal.NewFromInt(euro))
}

// stap gives the figure after so many steps: as far as it can go, and never behind
// where the route begins.
func (w route) stap(nr int64) decimal.Decimal {
	x := w.verder(w.begin, nr*w.per)
	switch {
	case w.open:
		return x
	case w.omhoog:
		return decimal.Max(w.begin, decimal.Min(x, w.grens))
	}
	return decimal.Min(w.begin, decimal.Max(x, w.grens))
}

// eind is the farthest that is looked.
func (w route) eind() decimal.Decimal { return w.stap(w.aantal) }

// midden is halfway two whole euros, on the side of the first; it is the first where
// there is none in between.
func (w route) midden(vorige, anders decimal.Decimal) decimal.Decimal {
	return vorige.Add(anders.Sub(vorige).Div(decimal.NewFromInt(2)).Truncate(0))
}

// halveringen is how many times a step is halved before one euro is left of it.
func (w route) halveringen() int {
	n := 0
	for breed := int64(1); breed < w.per; breed *= 2 {
		n++
	}
	return n
}

// EersteDichtbij is the first of the euros before a limit that are looked at one by
// one: of the one nearer to it is known that the outcome is as now there.
const EersteDichtbij = 2

const laatsteDichtbij = 5

// dichtbij gives the euros before a limit, the nearest to it first, as far as they are
// on its side of the present figure.
func (w route) dichtbij(anders decimal.Decimal) []decimal.Decimal {
	naast := w.verder(w.begin, 1)
	var out []decimal.Decimal
	for nr := int64(EersteDichtbij); nr <= laatsteDichtbij; nr++ {
		x := w.verder(anders, -nr)
		if w.omhoog == x.LessThan(naast) {
			x = naast
		}
		out = append(out, x)
	}
	return out
}
