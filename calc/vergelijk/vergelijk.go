// Package vergelijk puts results beside each other: variants of one case, or one
// case under two methods. It finds what belongs together and by how much it
// differs from the first; the amounts are those of the results as they stand.
package vergelijk

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"annex/calc/sheet"

	"github.com/shopspring/decimal"
)

// Kolom is one of the results that are compared.
type Kolom struct {
	Naam    string // of the variant; of one case under several methods: the method
	Methode string // as in the case file
	Result  *sheet.Result
}

// Vergelijking is results side by side. Every list by column is as long as Kolommen.
type Vergelijking struct {
	Kolommen []Kolom // at least two; the others are compared with the first
	// Methoden: the columns are one case under several methods, and no variants.
	Methoden bool
	Perioden []Periode
	// Gegevens are what the calculations rest on and what is not the same in all;
	// empty for one case under several methods.
	Gegevens []Gegeven
	// Oorzaken say what each difference in the facts does to the amounts; empty for
	// one case under several methods.
	Oorzaken []Oorzaak
}

// Periode is one period, matched by its number.
type Periode struct {
	Nummer  int
	Wanneer []sheet.Periode // by column; without a Nummer where a column lacks it
	// Betalingen are the amounts to be paid, those of children first.
	Betalingen  []Betaling
	Kerncijfers []Rij
	Stappen     []Stap // only where MeerMethoden
	Beelden     []Beeld
	Hoogste     decimal.Decimal // the highest whole of all Beelden
}

// Gelijktijdig tells whether every column has this period, on the same dates.
func (p Periode) Gelijktijdig() bool {
	return !slices.ContainsFunc(p.Wanneer, func(w sheet.Periode) bool { return w != p.Wanneer[0] })
}

// Betaling is one amount to be paid: by whom, to whom, for whom.
type Betaling struct {
	Soort                    string // of outcome
	Voor, Betaler, Ontvanger sheet.Persoon
	Totaal                   bool // for the children together
	Verrekend                bool // a total in which what both pay is set off
	Cellen                   []Cel
}

// Studiekosten tells whether it is for the costs of study alone, beside what is paid
// for the same child.
func (b Betaling) Studiekosten() bool { return b.Soort == "studiekosten" }

func (b Betaling) partner() bool { return strings.HasPrefix(b.Soort, "partneralimentatie") }

// tussenOuders tells whether one parent pays the other for one child: of several
// children the total holds it.
func (b Betaling) tussenOuders() bool { return b.Voor.ID != "" && b.Voor.ID != b.Ontvanger.ID }

// Rij is one figure.
type Rij struct {
	Naam   string
	Cellen []Cel
}

// Cel is a figure of one column.
type Cel struct {
	Regel *sheet.LineResult // nil: this column does not have it
	// Verschil is the figure less that of the first column, where Vergeleken: both
	// have it, in the same unit.
	Verschil   decimal.Decimal
	Vergeleken bool
}

// Beeld is the picture of one child, by column; nil where a column lacks it.
type Beeld struct {
	Naam string
	Van  []*sheet.Beeld
}

// Oorzaak says what the facts of one column that differ do to the amounts of the
// first, in one period.
type Oorzaak struct {
	Kolom   int
	Periode int // number
	// Verloop starts at the amounts of the first column and ends at those of Kolom.
	// Without steps it could not be told; Waarom says why.
	Verloop sheet.Verloop
	Waarom  string
}

// Personen are those of whom the steps of several methods are told.
type Personen struct{ Ouders, Kinderen []sheet.Persoon }

// Varianten compares results of variants of a case; wie are those of the first.
func Varianten(kolommen []Kolom, wie Personen) *Vergelijking {
	v := &Vergelijking{Kolommen: kolommen}
	v.perioden(wie)
	v.gegevens()
	return v
}

// Methoden compares results of one case under several methods.
func Methoden(kolommen []Kolom, wie Personen) *Vergelijking {
	v := &Vergelijking{Kolommen: kolommen, Methoden: true}
	v.perioden(wie)
	return v
}

// MeerMethoden tells whether not every column follows the same method.
func (v *Vergelijking) MeerMethoden() bool {
	return slices.ContainsFunc(v.Kolommen, func(k Kolom) bool { return k.Methode != v.Kolommen[0].Methode })
}

// StudiekostenApart tells whether some method has the costs of study beside what is paid
// for a child; the others have them in that amount.
func (v *Vergelijking) StudiekostenApart(p Periode) bool {
	return v.MeerMethoden() && slices.ContainsFunc(p.Betalingen, Betaling.Studiekosten)
}

// Datum is the date of the comparison: the last of the documents compared.
func (v *Vergelijking) Datum() time.Time {
	var out time.Time
	for _, k := range v.Kolommen {
		if d := k.Result.Receipt().Datum; d.After(out) {
			out = d
		}
	}
	return out
}

// Waarschuwing is a warning with the columns that give it.
type Waarschuwing struct {
	sheet.Waarschuwing
	Kolommen []int
}

// Waarschuwingen gives the warnings of all columns; one that several give, once.
func (v *Vergelijking) Waarschuwingen() []Waarschuwing {
	var out []Waarschuwing
	for i, k := range v.Kolommen {
		for _, w := range k.Result.Waarschuwingen() {
			at := slices.IndexFunc(out, func(x Waarschuwing) bool { return x.Waarschuwing == w })
			if at < 0 {
				at = len(out)
				out = append(out, Waarschuwing{Waarschuwing: w})
			}
			out[at].Kolommen = append(out[at].Kolommen, i)
		}
	}
	return out
}

func (v *Vergelijking) perioden(wie Personen) {
	var nummers []int
	per := make([]map[int]sheet.Periode, len(v.Kolommen))
	for i, k := range v.Kolommen {
		per[i] = perioden(k.Result)
		for nr := range per[i] {
			if !slices.Contains(nummers, nr) {
				nummers = append(nummers, nr)
			}
		}
	}
	slices.Sort(nummers)
	for _, nr := range nummers {
		p := Periode{Nummer: nr}
		for i := range v.Kolommen {
			p.Wanneer = append(p.Wanneer, per[i][nr])
		}
		p.Betalingen = v.betalingen(nr)
		p.Kerncijfers = v.kerncijfers(nr)
		p.Beelden, p.Hoogste = v.beelden(nr)
		if v.MeerMethoden() {
			p.Stappen = v.stappen(p, wie)
		}
		v.Perioden = append(v.Perioden, p)
	}
}

// perioden gives the periods of a result by number.
func perioden(r *sheet.Result) map[int]sheet.Periode {
	out := map[int]sheet.Periode{}
	for _, k := range r.Kerncijfers() {
		out[k.Periode.Nummer] = k.Periode
	}
	for _, b := range r.Betalingen() {
		if !b.Geindexeerd {
			out[b.Periode.Nummer] = b.Periode
		}
	}
	return out
}

// rij gives the cells of one figure, by column; nil where a column lacks it.
func rij(regels []*sheet.LineResult) []Cel {
	out := make([]Cel, len(regels))
	eerste := regels[0]
	for i, l := range regels {
		out[i].Regel = l
		if i > 0 && l != nil && eerste != nil && l.Unit == eerste.Unit && l.Unit != sheet.JaNee {
			out[i].Verschil, out[i].Vergeleken = l.Value.Sub(eerste.Value), true
		}
	}
	return out
}

// tabel gathers the lines of each column under a key.
type tabel[K comparable] struct {
	kolommen int
	volgorde []K
	regels   map[K][]*sheet.LineResult
	na       int // where the key before it in the same column stands
}

func nieuweTabel[K comparable](kolommen int) *tabel[K] {
	return &tabel[K]{kolommen: kolommen, regels: map[K][]*sheet.LineResult{}}
}

// begin starts the next column.
func (t *tabel[K]) begin() { t.na = -1 }

// zet sets the line of a column. A key that is new comes after the one before it in
// the same column.
func (t *tabel[K]) zet(kolom int, k K, l *sheet.LineResult) {
	at := slices.Index(t.volgorde, k)
	if at < 0 {
		at = t.na + 1
		t.volgorde = slices.Insert(t.volgorde, at, k)
		t.regels[k] = make([]*sheet.LineResult, t.kolommen)
	}
	t.na = at
	t.regels[k][kolom] = l
}

// wie tells amounts to be paid apart, by the ids of those concerned.
type wie struct{ soort, voor, betaler, ontvanger string }

// betalingen gives the amounts of one period. What is nil in every column is left
// out, unless nothing else is said of that child.
func (v *Vergelijking) betalingen(periode int) []Betaling {
	t := nieuweTabel[wie](len(v.Kolommen))
	wat := map[wie]Betaling{}
	for i, k := range v.Kolommen {
		t.begin()
		for _, b := range k.Result.Betalingen() {
			if b.Periode.Nummer != periode || b.Geindexeerd || b.Betaler.ID == "" {
				continue
			}
			key := wie{b.Soort, b.Voor.ID, b.Betaler.ID, b.Ontvanger.ID}
			if _, bekend := wat[key]; !bekend {
				x := Betaling{Soort: b.Soort, Voor: b.Voor, Betaler: b.Betaler, Ontvanger: b.Ontvanger}
				x.Totaal = b.Voor.ID == "" && !x.partner()
				wat[key] = x
			}
			t.zet(i, key, k.Result.Line(b.Regel))
		}
	}
	var alle []Betaling
	for _, key := range t.volgorde {
		b := wat[key]
		b.Cellen = rij(t.regels[key])
		alle = append(alle, b)
	}
	return zonderNiets(alle)
}

func zonderNiets(alle []Betaling) []Betaling {
	var out []Betaling
	kinderen := map[string]bool{} // for whom one parent pays the other
	for i, b := range alle {
		zelfde := func(x Betaling) bool { return x.Voor == b.Voor && x.Soort == b.Soort }
		anders := slices.ContainsFunc(alle, func(x Betaling) bool { return zelfde(x) && x.teBetalen() })
		if !b.teBetalen() && (b.Totaal || anders || slices.ContainsFunc(alle[:i], zelfde)) {
			continue
		}
		if b.tussenOuders() {
			kinderen[b.Voor.ID] = true
		}
		out = append(out, b)
	}
	betalers := map[string]bool{}
	for _, b := range out {
		if kinderen[b.Voor.ID] && b.Ontvanger.ID != b.Voor.ID {
			betalers[b.Betaler.ID] = true
		}
	}
	for i := range out {
		out[i].Verrekend = out[i].Totaal && len(betalers) > 1
	}
	// Of one child the total says the same again.
	return slices.DeleteFunc(out, func(b Betaling) bool { return b.Totaal && len(kinderen) < 2 })
}

// teBetalen tells whether there is something to be paid in any column.
func (b Betaling) teBetalen() bool {
	return slices.ContainsFunc(b.Cellen, func(c Cel) bool { return c.Regel != nil && !c.Regel.Value.IsZero() })
}

// cijfer tells key figures apart. A name that occurs more than once in a period
// belongs to the figure before it.
type cijfer struct{ naam, na string }

func (v *Vergelijking) kerncijfers(periode int) []Rij {
	vaker := map[string]bool{}
	for _, k := range v.Kolommen {
		times := map[string]int{}
		for _, c := range kerncijfers(k.Result, periode) {
			times[c.Naam]++
			vaker[c.Naam] = vaker[c.Naam] || times[c.Naam] > 1
		}
	}
	t := nieuweTabel[cijfer](len(v.Kolommen))
	for i, k := range v.Kolommen {
		t.begin()
		vorige := ""
		for _, c := range kerncijfers(k.Result, periode) {
			key := cijfer{naam: c.Naam}
			if vaker[c.Naam] {
				key.na = vorige
			}
			t.zet(i, key, k.Result.Line(c.Regel))
			vorige = c.Naam
		}
	}
	var out []Rij
	for _, key := range t.volgorde {
		out = append(out, Rij{key.naam, rij(t.regels[key])})
	}
	return out
}

func kerncijfers(r *sheet.Result, periode int) []sheet.Kerncijfer {
	return slices.DeleteFunc(r.Kerncijfers(), func(k sheet.Kerncijfer) bool { return k.Periode.Nummer != periode })
}

func (v *Vergelijking) beelden(periode int) (out []Beeld, hoogste decimal.Decimal) {
	for i, k := range v.Kolommen {
		for _, b := range k.Result.Beelden() {
			if b.Periode.Nummer != periode {
				continue
			}
			at := slices.IndexFunc(out, func(x Beeld) bool { return x.Naam == b.Naam })
			if at < 0 {
				at = len(out)
				out = append(out, Beeld{b.Naam, make([]*sheet.Beeld, len(v.Kolommen))})
			}
			if v.MeerMethoden() {
				b.Delen = eenNaam(b.Delen)
				sorteer(b.Delen, out[at].Van)
			}
			out[at].Van[i] = &b
			hoogste = decimal.Max(hoogste, k.Result.Line(b.Geheel).Value)
		}
	}
	return out, hoogste
}

// sorteer puts the parts in the order that the first column has them in: what two
// bars under each other have in common is then at the same place in both. A part that
// is only in this one comes last.
func sorteer(delen []sheet.BeeldDeel, van []*sheet.Beeld) {
	i := slices.IndexFunc(van, func(b *sheet.Beeld) bool { return b != nil })
	if i < 0 {
		return
	}
	plaats := func(d sheet.BeeldDeel) int {
		at := slices.IndexFunc(van[i].Delen, func(x sheet.BeeldDeel) bool { return x.Naam == d.Naam })
		if at < 0 {
			return len(van[i].Delen)
		}
		return at
	}
	slices.SortStableFunc(delen, func(a, b sheet.BeeldDeel) int { return cmp.Compare(plaats(a), plaats(b)) })
}

// eenNaam calls what a parent bears on the days of care by the name that it has under
// every method, as the steps do: what is the same has to look the same.
func eenNaam(delen []sheet.BeeldDeel) []sheet.BeeldDeel {
	out := slices.Clone(delen)
	for i, d := range out {
		wie, via := strings.CutSuffix(d.Naam, viaZorgdagen)
		naam := wie + zelf
		if via && !slices.ContainsFunc(delen, func(x sheet.BeeldDeel) bool { return x.Naam == naam }) {
			out[i].Naam = naam
		}
	}
	return out
}
