package terug

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
)

// The codes of what was changed besides the figures that may be entered
// (docs/teruglezen.md).
const (
	CodeFormule        = "W101-formule-gewijzigd"
	CodeCel            = "W102-cel-gewijzigd"
	CodeCelErbij       = "W103-cel-toegevoegd"
	CodeRijErbij       = "W104-rij-ingevoegd"
	CodeRijWeg         = "W105-rij-verwijderd"
	CodeBladErbij      = "W106-tabblad-toegevoegd"
	CodeBladWeg        = "W107-tabblad-verwijderd"
	CodeBladAnders     = "W108-tabblad-hernoemd"
	CodeBladVerborgen  = "W109-tabblad-verborgen"
	CodeNaam           = "W110-naam-gewijzigd"
	CodeNaamWeg        = "W111-naam-verwijderd"
	CodeNaamErbij      = "W112-naam-toegevoegd"
	CodeMacro          = "W113-macro"
	CodeKoppeling      = "W114-koppeling"
	CodeFormuleInvoer  = "W115-formule-in-invoercel"
	CodeInvoerWeg      = "W116-invoercel-verdwenen"
	CodeGeenGetal      = "W201-geen-getal"
	CodeGeenJaNee      = "W202-geen-ja-of-nee"
	CodeAndereHerkomst = "W301-andere-versie-of-normen"
)

// Uitleg says of some codes what they mean to who reads the report.
var Uitleg = map[string]string{
	CodeBladVerborgen: "verborgen tabblad",
	CodeMacro:         "in de werkmap zit een macro; annex voert haar niet uit",
	CodeKoppeling:     "de werkmap verwijst naar een ander bestand",
	CodeFormuleInvoer: "overgenomen is de uitkomst, niet de formule",
	CodeInvoerWeg:     "de cel is niet gevonden; de waarde van het zaakbestand blijft",
	CodeNaamWeg:       "zonder deze naam rekent de werkmap niet meer zoals annex",
}

// Bevat tells whether a text stands in a cell by itself, on any sheet.
func (w *Werkmap) Bevat(text string) bool {
	for _, b := range w.bladen {
		for _, c := range b.cellen {
			if c.tekst == text {
				return true
			}
		}
	}
	return false
}

// Verschil is one thing in which a workbook differs from what annex makes.
type Verschil struct {
	Code string
	Blad string // empty: of the workbook as a whole
	Cel  string // may be empty
	Naam string // of what is named; may be empty
	Was  string // in the workbook of annex
	Is   string
}

// Vergelijk gives what differs between a workbook and the one that annex makes from the
// same case file, but for the cells that may be changed. How cells look, notes, charts
// and what formulas came to are not compared.
func Vergelijk(gegeven, eigen *Werkmap) []Verschil {
	v := &vergelijking{gegeven: gegeven, eigen: eigen, paren: map[string]*paar{}}
	for _, code := range gegeven.erbij {
		if !slices.Contains(eigen.erbij, code) {
			v.meld(Verschil{Code: code})
		}
	}
	v.bladen()
	for _, b := range eigen.bladen {
		if p := v.paren[strings.ToLower(b.naam)]; p != nil {
			v.rijen(p)
		}
	}
	for _, b := range eigen.bladen {
		if p := v.paren[strings.ToLower(b.naam)]; p != nil {
			v.cellen(p)
		}
	}
	v.namen()
	return v.uit
}

type vergelijking struct {
	gegeven, eigen *Werkmap
	paren          map[string]*paar // by name of the sheet that annex makes
	uit            []Verschil
}

// paar is a sheet in both workbooks.
type paar struct {
	gegeven, eigen *blad
	naar           map[int]int  // the row in gegeven of a row in eigen; not there: deleted
	ingevoegd      map[int]bool // rows in gegeven that are told of as a whole
}

func (v *vergelijking) meld(d Verschil) { v.uit = append(v.uit, d) }

// bladen pairs the sheets by name, and what is left by place.
func (v *vergelijking) bladen() {
	var weg []int
	for i, b := range v.eigen.bladen {
		if g := v.gegeven.blad(b.naam); g != nil {
			v.paren[strings.ToLower(b.naam)] = &paar{gegeven: g, eigen: b}
		} else {
			weg = append(weg, i)
		}
	}
	var erbij []*blad
	for i, g := range v.gegeven.bladen {
		if v.eigen.blad(g.naam) != nil {
			continue
		}
		if nr := slices.Index(weg, i); nr >= 0 && len(v.gegeven.bladen) == len(v.eigen.bladen) {
			b := v.eigen.bladen[i]
			weg = slices.Delete(weg, nr, nr+1)
			v.paren[strings.ToLower(b.naam)] = &paar{gegeven: g, eigen: b}
			v.meld(Verschil{Code: CodeBladAnders, Blad: g.naam, Was: b.naam, Is: g.naam})
			continue
		}
		erbij = append(erbij, g)
	}
	for _, i := range weg {
		v.meld(Verschil{Code: CodeBladWeg, Blad: v.eigen.bladen[i].naam})
	}
	for _, g := range erbij {
		v.meld(Verschil{Code: CodeBladErbij, Blad: g.naam})
	}
	for _, g := range v.gegeven.bladen {
		if g.verborgen {
			v.meld(Verschil{Code: CodeBladVerborgen, Blad: g.naam})
		}
	}
}

// kenmerk is what a row is recognised by: its texts and numbers, and where it has
// formulas. Cells that may be changed do not count.
func (b *blad) kenmerk(per map[int][]int, rij int) string {
	var s strings.Builder
	for _, k := range per[rij] {
		c := b.cellen[plaats{k, rij}]
		switch {
		case c.leeg(), c.vrij:
			continue
		case c.formule != "":
			fmt.Fprintf(&s, "%d=\x00", k)
		case c.getal:
			f, _ := strconv.ParseFloat(c.tekst, 64)
			fmt.Fprintf(&s, "%d#%.10g\x00", k, f)
		default:
			fmt.Fprintf(&s, "%d%s\x00", k, c.tekst)
		}
	}
	return s.String()
}

func (b *blad) perRij() map[int][]int {
	per := map[int][]int{}
	for p := range b.cellen {
		per[p.rij] = append(per[p.rij], p.kolom)
	}
	for _, k := range per {
		slices.Sort(k)
	}
	return per
}

// rijen finds out which rows were inserted and deleted.
func (v *vergelijking) rijen(p *paar) {
	p.naar, p.ingevoegd = map[int]int{}, map[int]bool{}
	n, m := p.eigen.rijen, p.gegeven.rijen
	perEigen, perGegeven := p.eigen.perRij(), p.gegeven.perRij()
	a, b := make([]string, n), make([]string, m)
	for i := range a {
		a[i] = p.eigen.kenmerk(perEigen, i+1)
	}
	for i := range b {
		b[i] = p.gegeven.kenmerk(perGegeven, i+1)
	}
	var los []int // rows of the given sheet that may turn out to be inserted
	koppel(a, b, func(i, j int) {
		switch {
		case i < 0:
			los = append(los, j+1)
		case j < 0:
			v.meld(Verschil{Code: CodeRijWeg, Blad: p.gegeven.naam, Cel: fmt.Sprint(i + 1), Was: p.eigen.eersteTekst(perEigen, i+1)})
		default:
			p.naar[i+1] = j + 1
			for _, rij := range los { // not what was added below all that is there
				p.ingevoegd[rij] = true
				v.meld(Verschil{Code: CodeRijErbij, Blad: p.gegeven.naam, Cel: fmt.Sprint(rij), Is: p.gegeven.eersteTekst(perGegeven, rij)})
			}
			los = nil
		}
	})
}

func (b *blad) eersteTekst(per map[int][]int, rij int) string {
	for _, k := range per[rij] {
		if c := b.cellen[plaats{k, rij}]; c.tekst != "" && !c.getal {
			return c.tekst
		}
	}
	return ""
}

// meesteStappen bounds the work of finding inserted rows.
const meesteStappen = 9_000_000

// koppel pairs two rows of texts in order: f gets each pair, and -1 for what is only in
// one of them.
func koppel(a, b []string, f func(i, j int)) {
	voor := 0
	for voor < min(len(a), len(b)) && a[voor] == b[voor] {
		f(voor, voor)
		voor++
	}
	achter := 0
	for achter < min(len(a), len(b))-voor && a[len(a)-1-achter] == b[len(b)-1-achter] {
		achter++
	}
	midden(a[voor:len(a)-achter], b[voor:len(b)-achter], func(i, j int) {
		if i >= 0 {
			i += voor
		}
		if j >= 0 {
			j += voor
		}
		f(i, j)
	})
	for k := achter; k > 0; k-- {
		f(len(a)-k, len(b)-k)
	}
}

// midden pairs what is the same by the longest row of texts that both have; what is
// between two pairs goes together from the top.
func midden(a, b []string, f func(i, j int)) {
	n, m := len(a), len(b)
	i, j := 0, 0
	tot := func(k, l int) { // what is left before the pair k, l
		for ; i < k && j < l; i, j = i+1, j+1 {
			f(i, j)
		}
		for ; i < k; i++ {
			f(i, -1)
		}
		for ; j < l; j++ {
			f(-1, j)
		}
	}
	if n > 0 && m > 0 && n != m && n*m <= meesteStappen {
		lang := make([][]int32, n+1)
		for k := range lang {
			lang[k] = make([]int32, m+1)
		}
		for k := n - 1; k >= 0; k-- {
			for l := m - 1; l >= 0; l-- {
				if a[k] == b[l] {
					lang[k][l] = lang[k+1][l+1] + 1
				} else {
					lang[k][l] = max(lang[k+1][l], lang[k][l+1])
				}
			}
		}
		for k, l := 0, 0; k < n && l < m; {
			switch {
			case a[k] == b[l] && a[k] != "":
				tot(k, l)
				f(k, l)
				k, l = k+1, l+1
				i, j = k, l
			case lang[k+1][l] >= lang[k][l+1]:
				k++
			default:
				l++
			}
		}
	}
	tot(n, m)
}

// hier gives where a cell of the workbook of annex stands in the given one.
func (v *vergelijking) hier(eigen *blad, naam string, p plaats) (string, plaats, bool) {
	if naam == "" {
		naam = eigen.naam
	}
	paar := v.paren[strings.ToLower(naam)]
	if paar == nil {
		return naam, p, false
	}
	rij, ok := paar.naar[p.rij]
	if p.rij > paar.eigen.rijen { // below all that is there
		rij, ok = p.rij+paar.gegeven.rijen-paar.eigen.rijen, true
	}
	return paar.gegeven.naam, plaats{p.kolom, rij}, ok
}

func (v *vergelijking) cellen(p *paar) {
	gezien := map[plaats]bool{}
	for _, hier := range volgorde(p.eigen) {
		rij, ok := p.naar[hier.rij]
		if !ok {
			continue
		}
		c, daar := p.eigen.cellen[hier], plaats{hier.kolom, rij}
		gezien[daar] = true
		if c.vrij {
			continue
		}
		v.cel(p, c, daar)
	}
	for _, daar := range volgorde(p.gegeven) {
		c := p.gegeven.cellen[daar]
		if c.leeg() || gezien[daar] || p.ingevoegd[daar.rij] {
			continue
		}
		v.meld(Verschil{Code: CodeCelErbij, Blad: p.gegeven.naam, Cel: daar.String(), Is: c.inhoud()})
	}
}

// volgorde gives the cells of a sheet as they are read.
func volgorde(b *blad) []plaats {
	return slices.SortedFunc(maps.Keys(b.cellen), func(x, y plaats) int {
		if x.rij != y.rij {
			return x.rij - y.rij
		}
		return x.kolom - y.kolom
	})
}

// cel compares one cell.
func (v *vergelijking) cel(p *paar, c cel, daar plaats) {
	g := p.gegeven.cellen[daar]
	d := Verschil{Blad: p.gegeven.naam, Cel: daar.String(), Was: c.inhoud(), Is: g.inhoud()}
	switch {
	case c.formule != "":
		d.Code = CodeFormule
		want := herschreven(c.formule, func(blad string, x plaats) (string, plaats, bool) {
			naam, x, ok := v.hier(p.eigen, blad, x)
			if strings.EqualFold(naam, p.gegeven.naam) {
				naam = ""
			}
			return naam, x, ok
		})
		got := herschreven(g.formule, func(blad string, x plaats) (string, plaats, bool) {
			if strings.EqualFold(blad, p.gegeven.naam) {
				blad = ""
			}
			return blad, x, true
		})
		if want == got {
			return
		}
	case g.formule != "":
		d.Code = CodeFormule
	case zelfde(c, g):
		return
	default:
		d.Code = CodeCel
	}
	v.meld(d)
}

// inhoud is a cell as it is told of.
func (c cel) inhoud() string {
	if c.formule != "" {
		return "=" + c.formule
	}
	return c.tekst
}

// zelfde tells whether two cells without a formula hold the same. Programs keep numbers
// in binary, and do not all write as many digits.
func zelfde(a, b cel) bool {
	if a.getal && b.getal {
		x, errX := strconv.ParseFloat(a.tekst, 64)
		y, errY := strconv.ParseFloat(b.tekst, 64)
		return errX == nil && errY == nil && math.Abs(x-y) <= 1e-12*max(1, math.Abs(x))
	}
	return a.getal == b.getal && a.tekst == b.tekst || a.leeg() && b.leeg()
}

// namen compares the names of cells.
func (v *vergelijking) namen() {
	for _, naam := range slices.Sorted(maps.Keys(v.eigen.namen)) {
		want := herschreven(v.eigen.namen[naam], func(blad string, x plaats) (string, plaats, bool) { return v.hier(nil, blad, x) })
		ref, ok := v.gegeven.namen[naam]
		got := herschreven(ref, func(blad string, x plaats) (string, plaats, bool) { return blad, x, true })
		switch {
		case !ok:
			v.meld(Verschil{Code: CodeNaamWeg, Naam: naam, Was: v.eigen.namen[naam]})
		case strings.ReplaceAll(want, "$", "") != strings.ReplaceAll(got, "$", ""):
			v.meld(Verschil{Code: CodeNaam, Naam: naam, Was: v.eigen.namen[naam], Is: ref})
		}
	}
	for _, naam := range slices.Sorted(maps.Keys(v.gegeven.namen)) {
		if _, ok := v.eigen.namen[naam]; !ok {
			v.meld(Verschil{Code: CodeNaamErbij, Naam: naam, Is: v.gegeven.namen[naam]})
		}
	}
	for _, n := range v.gegeven.eigen {
		// A sheet that was added is told of as a whole.
		if v.heeft(n.blad) && !slices.Contains(v.eigen.eigen, n) {
			v.meld(Verschil{Code: CodeNaamErbij, Naam: n.naam, Blad: n.blad, Is: n.ref})
		}
	}
}

// heeft tells whether a sheet of the given workbook is one of annex.
func (v *vergelijking) heeft(naam string) bool {
	for _, p := range v.paren {
		if p.gegeven.naam == naam {
			return true
		}
	}
	return false
}
