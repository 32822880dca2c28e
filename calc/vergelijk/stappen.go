package vergelijk

import (
	"fmt"
	"slices"
	"strings"

	"annex/calc/sheet"
)

// Stap is one step of a calculation, with what each method makes of it.
type Stap struct {
	ID    string // of the texts that say why the methods differ
	Rijen []Rij
}

// stap says where the figures of a step are found.
type stap struct {
	id    string
	rijen []stapregel
	// begin: key figures whose names begin so and that no row has, stand here too.
	begin []string
	// bevat: key figures whose names begin so are parts of the rows above.
	bevat []string
}

// stapregel is one row: what the methods name differently but put in the same place.
type stapregel struct {
	per  per
	naam string          // %[1]s: the parent or the child; %[2]s: of both, the child
	in   map[string]plek // by method
}

// plek is where a figure is found: a key figure by its name, a line by its id, or a
// part of the picture of a child by its name. The placeholders of an id stand
// for ids, the others for names.
type plek struct {
	cijfer, regel, deel string
	ofCijfer            string // what cijfer is called in other cases
}

// per says for whom a row is told.
type per int

const (
	eenmaal per = iota
	perOuder
	perKind
	perOuderEnKind
)

// The methods, as a receipt names them.
const (
	rapport  = "alimentatienormen"
	voorstel = "wetsvoorstel-34154"
)

// What a parent bears outside what is paid, in a picture.
const viaZorgdagen, zelf = " draagt via de zorgdagen", " draagt zelf"

// stappen are the steps of both methods. Who adds a method, adds what it takes here.
var stappen = []stap{
	{"inkomen", []stapregel{
		{perOuder, "Inkomen van %[1]s waarmee is gerekend", map[string]plek{rapport: {regel: "%[1]s.inkomen"}, voorstel: {cijfer: "Alimentatie-inkomen van %[1]s"}}},
	}, []string{"Alimentatie-inkomen van"}, []string{"NBI van", "Kindgebonden budget van"}},
	{"behoefte", []stapregel{
		{eenmaal, "Wat de kinderen de ouders kosten", map[string]plek{
			rapport: {cijfer: "Eigen aandeel van de ouders in de kosten van de kinderen", ofCijfer: "Kosten van de kinderen samen"}, voorstel: {cijfer: "Behoefte"},
		}},
	}, []string{"Eigen aandeel", "Kosten van de kinderen", "Behoefte"}, nil},
	{"draagkracht", []stapregel{
		{perOuder, "Draagkracht van %[1]s", map[string]plek{rapport: {cijfer: "Draagkracht van %[1]s"}, voorstel: {cijfer: "Draagkracht van %[1]s"}}},
	}, []string{"Draagkracht van", "Tekort aan draagkracht", "Daarvan voor"}, nil},
	{"aandeel", []stapregel{
		{perOuder, "Aandeel van %[1]s", map[string]plek{rapport: {cijfer: "Aandeel van %[1]s"}, voorstel: {cijfer: "Te dragen deel van %[1]s"}}},
	}, []string{"Aandeel van", "Te dragen deel van"}, nil},
	{"zorg", []stapregel{
		{perKind, "Kindgebonden kosten van %[1]s", map[string]plek{voorstel: {regel: "%[1]s.kindgebonden_kosten"}}},
		{perOuderEnKind, "%[1]s" + zelf + ", voor %[2]s", map[string]plek{
			rapport: {deel: "%[1]s" + viaZorgdagen}, voorstel: {regel: "%[2]s.zelf_%[1]s"},
		}},
	}, []string{"Zorgkorting"}, []string{"Helft van het tekort"}},
	{"betaling", nil, nil, nil},
}

// stappen gives the figures of one period step by step: the rows that the methods
// share, then the key figures that these do not hold. One that no step names, such as of
// partneralimentatie, stands with what is paid.
func (v *Vergelijking) stappen(p Periode, wie Personen) []Stap {
	used := map[string]bool{} // ids of lines, by column
	id := func(kolom int, l *sheet.LineResult) string { return fmt.Sprintf("%d %s", kolom, l.ID) }
	out := make([]Stap, len(stappen))
	for i, s := range stappen {
		out[i].ID = s.id
		for _, regel := range s.rijen {
			for _, over := range wie.over(regel.per) {
				regels := make([]*sheet.LineResult, len(v.Kolommen))
				for j, k := range v.Kolommen {
					if regels[j] = k.zoek(p.Nummer, regel, over); regels[j] != nil {
						used[id(j, regels[j])] = true
					}
				}
				if slices.ContainsFunc(regels, func(l *sheet.LineResult) bool { return l != nil }) {
					out[i].Rijen = append(out[i].Rijen, Rij{sheet.Capital(over.vul(regel.naam, false)), rij(regels)})
				}
			}
		}
	}
	laatste := len(out) - 1
	out[laatste].Rijen = slot(p.Betalingen)
	for _, r := range p.Kerncijfers {
		if !slices.ContainsFunc(gezet(r.Cellen), func(j int) bool { return !used[id(j, r.Cellen[j].Regel)] }) {
			continue
		}
		if i := stapVan(r.Naam, func(s stap) []string { return s.bevat }); i < 0 || len(out[i].Rijen) == 0 {
			if i = max(i, stapVan(r.Naam, func(s stap) []string { return s.begin })); i < 0 {
				i = laatste
			}
			out[i].Rijen = append(out[i].Rijen, r)
		}
	}
	return out
}

// stapVan gives the step that names the beginning of a key figure; -1: none does.
func stapVan(naam string, begin func(stap) []string) int {
	return slices.IndexFunc(stappen, func(s stap) bool {
		return slices.ContainsFunc(begin(s), func(b string) bool { return strings.HasPrefix(naam, b) })
	})
}

// slot gives what is paid in the end: the totals where there are any, and all that
// these do not hold.
func slot(list []Betaling) []Rij {
	var out []Rij
	totaal := slices.ContainsFunc(list, func(b Betaling) bool { return b.Totaal })
	for _, b := range list {
		if totaal && b.tussenOuders() {
			continue
		}
		naam := sheet.Capital(b.Betaler.Naam) + " betaalt aan " + b.Ontvanger.Naam
		switch {
		case b.Studiekosten():
			naam += ", studiekosten"
		case b.partner():
			naam += ", partneralimentatie"
		}
		out = append(out, Rij{naam, b.Cellen})
	}
	return out
}

// gezet gives the columns that have a figure.
func gezet(cellen []Cel) []int {
	var out []int
	for i, c := range cellen {
		if c.Regel != nil {
			out = append(out, i)
		}
	}
	return out
}

// zoek finds the line of a row in one column; nil where it has none, or where it
// does not apply.
func (k Kolom) zoek(periode int, regel stapregel, over over) *sheet.LineResult {
	l := k.regel(periode, regel.in[k.Methode], over)
	if l == nil || !l.Applies {
		return nil
	}
	return l
}

func (k Kolom) regel(periode int, waar plek, over over) *sheet.LineResult {
	r := k.Result
	if waar.regel != "" {
		id := over.vul(waar.regel, true)
		if l := r.Line(id); l != nil {
			return l
		}
		return r.Line(fmt.Sprintf("p%d.%s", periode, id)) // of several periods
	}
	for _, c := range kerncijfers(r, periode) {
		for _, naam := range []string{waar.cijfer, waar.ofCijfer} {
			if naam != "" && c.Naam == over.vul(naam, false) {
				return r.Line(c.Regel)
			}
		}
	}
	for _, b := range r.Beelden() {
		if waar.deel == "" || b.Periode.Nummer != periode || b.Naam != over[len(over)-1].Naam {
			continue
		}
		for _, d := range b.Delen {
			if d.Naam == over.vul(waar.deel, false) {
				return r.Line(d.Regel)
			}
		}
	}
	return nil
}

// over is those that a row is about.
type over []sheet.Persoon

// vul fills in their names or their ids.
func (o over) vul(tekst string, ids bool) string {
	args := make([]any, len(o))
	for i, p := range o {
		if args[i] = p.Naam; ids {
			args[i] = p.ID
		}
	}
	if len(args) == 0 {
		return tekst
	}
	return fmt.Sprintf(tekst, args...)
}

// over gives those for whom a row is told.
func (w Personen) over(p per) []over {
	var out []over
	switch p {
	case eenmaal:
		return []over{nil}
	case perOuder:
		for _, o := range w.Ouders {
			out = append(out, over{o})
		}
	case perKind:
		for _, k := range w.Kinderen {
			out = append(out, over{k})
		}
	case perOuderEnKind:
		for _, k := range w.Kinderen {
			for _, o := range w.Ouders {
				out = append(out, over{o, k})
			}
		}
	}
	return out
}
