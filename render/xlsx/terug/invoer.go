package terug

import (
	"strings"

	"annex/calc/sheet"
	"annex/render/xlsx"

	"github.com/shopspring/decimal"
)

// Invoer is the figure in a cell that may be changed.
type Invoer struct {
	In       *sheet.Input
	Waarde   decimal.Decimal // as a case file has it: 30 for 30%
	Blad     string
	Cel      string
	Gevonden bool   // false: there is no such cell any more
	Leeg     bool   // the cell is empty, which counts as 0 or as nee
	Formule  string // that somebody entered; Waarde is what it came to
	// Fout is the code of why the cell cannot be read, Tekst what stands in it.
	Fout, Tekst string
}

// Invoer gives the figures that stand in the cells for the inputs of r.
func (w *Werkmap) Invoer(r *sheet.Result) []Invoer { return w.invoer(r, "") }

// Scenario gives the figures that were entered for a scenario of the sheet Wat-als, by
// its number: only those of cells that are not empty. ok is false where the workbook has
// no such scenario.
func (w *Werkmap) Scenario(r *sheet.Result, nr int) (list []Invoer, ok bool) {
	for _, in := range w.invoer(r, xlsx.ScenarioPrefix(nr)) {
		ok = ok || in.Gevonden
		if in.Gevonden && !in.Leeg {
			list = append(list, in)
		}
	}
	return list, ok
}

func (w *Werkmap) invoer(r *sheet.Result, voor string) []Invoer {
	namen := xlsx.Names(r)
	var out []Invoer
	for _, in := range r.Inputs() {
		i := Invoer{In: in}
		if b, p, ok := w.genoemd(voor + namen[in.ID]); ok {
			i.Blad, i.Cel, i.Gevonden = b.naam, p.String(), true
			i.lees(b.cellen[p])
		}
		out = append(out, i)
	}
	return out
}

// genoemd gives the one cell that a name stands for.
func (w *Werkmap) genoemd(naam string) (*blad, plaats, bool) {
	ref := w.namen[strings.ToLower(naam)]
	i := strings.LastIndexByte(ref, '!')
	if i < 0 {
		return nil, plaats{}, false
	}
	b := w.blad(bladnaam(ref[:i+1]))
	p, ok := plaatsVan(strings.ReplaceAll(ref[i+1:], "$", ""))
	return b, p, ok && b != nil
}

// lees reads a cell as the workbook itself counts it.
func (i *Invoer) lees(c cel) {
	i.Formule, i.Tekst = c.formule, c.tekst
	if i.Leeg = c.leeg(); i.Leeg {
		return
	}
	if i.In.Unit == sheet.JaNee {
		switch { // with blanks around it, a formula does not take it for ja
		case c.getal:
			i.Fout = CodeGeenJaNee
		case strings.EqualFold(c.tekst, "ja"):
			i.Waarde = decimal.NewFromInt(1)
		case !strings.EqualFold(c.tekst, "nee"):
			i.Fout = CodeGeenJaNee
		}
		return
	}
	d, err := decimal.NewFromString(strings.TrimSpace(c.tekst))
	if !c.getal || err != nil || d.Exponent() > 30 || d.Exponent() < -400 {
		i.Fout = CodeGeenGetal
		return
	}
	if i.In.Unit.Percent() {
		d = d.Shift(2)
	}
	i.Waarde = d.Round(noise)
}

// noise is the number of decimals in which a binary number is still what was typed.
const noise = 8

// Gewijzigd tells whether the figure is another one than that of the case.
func (i Invoer) Gewijzigd() bool { return i.Gevonden && i.Fout == "" && !i.Waarde.Equal(i.In.Value) }
