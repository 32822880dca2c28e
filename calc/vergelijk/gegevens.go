package vergelijk

import (
	"slices"
	"strings"

	"annex/calc/sheet"
)

// Gegeven is one thing that the calculations rest on, by column; nil where a column
// does not have it.
type Gegeven struct {
	Groep, Omschrijving string // as in the first column that has it
	Waarden             []*sheet.Uitgangspunt
}

// Gelijk tells whether a column has the same as the first.
func (g Gegeven) Gelijk(kolom int) bool { return zelfde(g.Waarden[0], g.Waarden[kolom]) }

// zelfde compares what is given, not the evidence for it.
func zelfde(a, b *sheet.Uitgangspunt) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Waarde == b.Waarde && a.Eenheid == b.Eenheid
}

// gegevens finds what differs between the columns.
func (v *Vergelijking) gegevens() {
	var alle []*Gegeven
	bekend, perPad := map[gegeven]*Gegeven{}, map[string]*Gegeven{}
	enkel := slices.ContainsFunc(v.Kolommen, func(k Kolom) bool { return len(perioden(k.Result)) == 1 })
	for i, k := range v.Kolommen {
		na := -1 // where the one before it in this column stands
		vaker := map[gegeven]int{}
		for _, u := range k.Result.Uitgangspunten() {
			key := sleutel(u, k.Result)
			vaker[key]++
			key.nr = vaker[key]
			g := bekend[key]
			if g == nil && enkel {
				g = bekend[key.inEerste()]
			}
			if g == nil && k.Methode != v.Kolommen[0].Methode && enkelvoudig(u.Pad) {
				g = perPad[u.Pad] // another method may call it otherwise
			}
			if g == nil || g.Waarden[i] != nil {
				g = &Gegeven{u.Groep, u.Omschrijving, make([]*sheet.Uitgangspunt, len(v.Kolommen))}
				bekend[key], perPad[u.Pad] = g, g
				alle = slices.Insert(alle, na+1, g)
			}
			na = slices.Index(alle, g)
			g.Waarden[i] = &u
		}
	}
	for _, g := range alle {
		if slices.ContainsFunc(g.Waarden, func(u *sheet.Uitgangspunt) bool { return !zelfde(g.Waarden[0], u) }) {
			v.Gegevens = append(v.Gegevens, *g)
		}
	}
}

// gegeven tells things apart: by group and description, and by number where these
// occur more than once.
type gegeven struct {
	groep, omschrijving string
	periode             int // 0: of none
	nr                  int
}

// What a case of several periods adds to the names of one with a single period.
const (
	inAllePerioden = ", waar een periode niet anders zegt"
	ingangsdatum   = "Ingangsdatum"
	vanDeEerste    = " van periode 1"
)

// sleutel knows a period by its number: the dates may differ. A case with one period
// says the same in fewer words.
func sleutel(u sheet.Uitgangspunt, r *sheet.Result) gegeven {
	g := gegeven{groep: strings.TrimSuffix(u.Groep, inAllePerioden), omschrijving: u.Omschrijving}
	if u.Omschrijving == ingangsdatum {
		g.omschrijving += vanDeEerste
	}
	for nr, p := range perioden(r) {
		if voor, ok := strings.CutSuffix(g.groep, ", "+p.Tekst); ok {
			g.groep, g.periode = voor, nr
			break
		}
	}
	return g
}

// inEerste gives what stands in the first period as one that is of no period, and the
// other way round: with one period that is the same.
func (g gegeven) inEerste() gegeven {
	if g.periode < 2 {
		g.periode = 1 - g.periode
	}
	return g
}

// enkelvoudig tells whether a path names the same thing in every case file: it does
// not go through a list other than of periods and children.
func enkelvoudig(pad string) bool {
	for _, lijst := range []string{"perioden[", "kinderen["} {
		if rest, ok := strings.CutPrefix(pad, lijst); ok {
			pad = rest
		}
	}
	return pad != "" && !strings.Contains(pad, "[")
}

// Opgegeven names what one column has under a path of the case file, as far as it is
// not the same in another: "NBI van de vader € 1.800,00".
func (v *Vergelijking) Opgegeven(kolom, ander int, onder string) string {
	var out []string
	for _, g := range v.Gegevens {
		u := g.Waarden[kolom]
		if u == nil || !strings.HasPrefix(u.Pad, onder) || zelfde(u, g.Waarden[ander]) {
			continue
		}
		out = append(out, u.Omschrijving+" "+u.Tekst())
	}
	return strings.Join(out, ", ")
}
