package zaak

import (
	"cmp"
	"fmt"
	"slices"

	"go.yaml.in/yaml/v4"
)

// lezer reads one file. Every method that reads a value accepts a knoop that is
// not there and then gives the zero value: that something is missing, was said
// by the mapping it is missing from.
type lezer struct {
	bron   bron
	schoon string       // the text without forbidden characters
	vuil   map[int]bool // the lines that had them
	opties Opties

	spelling map[*yaml.Node]string // how each value is spelled in the canonical form

	methoden []string // by which the file is checked

	problemen []Probleem
	verzwegen int // how many more there are

	ouderIDs      []string // both; nil when the file does not say them properly
	stiefIDs      []string
	stiefOnbekend bool // there are stepparents whose id cannot be read
	partijen      bool // the file calls the parents so
	ids           map[string]Plek
	tijdlijn      tijdlijn
	inkomenOp     datum // the day for which incomes are being read

	basis     []basisOpgave  // as Zaak.Kinderen
	inPeriode [][]kindOpgave // as Zaak.Perioden, Zaak.Kinderen: what holds then

	kostenVoorScheiding []knoop // where the file states costs from before the separation

	zonderKinderen bool // there are none: it is about partneralimentatie alone
	vraag          partnervraag
	namens         knoop // read when the ids of the parents are known
}

// bewaard is how many problems are kept to be put in order. It is more than is
// shown, and a bound on what a hostile file can make us do.
const bewaard = 10 * maxProblemen

func (l *lezer) vol() bool { return len(l.problemen) >= bewaard }

// meld reports a problem with a value.
func (l *lezer) meld(k knoop, p Probleem) { l.meldOp(k.plek(), p) }

func (l *lezer) meldOp(plek Plek, p Probleem) {
	if l.vuil[plek.Regel] {
		return // read without its forbidden characters, the line proves nothing
	}
	if l.vol() {
		l.verzwegen++
		return
	}
	p.Regel, p.Kolom, p.Pad = plek.Regel, plek.Kolom, plek.Pad
	l.problemen = append(l.problemen, p)
}

// uitslag puts the problems in the order of the file, cuts them to what can be
// read, and adds the lines they are about.
func (l *lezer) uitslag(bestand string) Problemen {
	ps := l.problemen
	slices.SortStableFunc(ps, func(a, b Probleem) int {
		return cmp.Or(cmp.Compare(a.Regel, b.Regel), cmp.Compare(a.Kolom, b.Kolom), cmp.Compare(a.Code, b.Code))
	})
	if over := len(ps) + l.verzwegen - maxProblemen; over > 0 {
		ps = append(ps[:maxProblemen:maxProblemen], Probleem{Code: codeTeVeelProblemen,
			Melding: fmt.Sprintf("En nog %d. De eerste %d problemen staan hierboven.", over, maxProblemen)})
	}
	for i := range ps {
		p := &ps[i]
		p.Bestand = bestand
		p.Regeltekst, p.wijzer = fragment(l.bron.regel(p.Regel), p.Kolom)
	}
	return ps
}

// lijst gives the items of a list, at most the allowed number.
func (l *lezer) lijst(k knoop, minst, meest int, wat string) []knoop {
	return l.lijstMetHint(k, minst, meest, wat, "")
}

// lijstMetHint is lijst with a hint for who gives another number of items.
func (l *lezer) lijstMetHint(k knoop, minst, meest int, wat, hint string) []knoop {
	if !k.aanwezig() || !l.soort(k, yaml.SequenceNode, "een lijst van "+wat+", elk met een streepje ervoor") {
		return nil
	}
	n := len(k.waarde.Content)
	if n < minst || n > meest {
		plek := k.kop()
		if n > meest {
			teveel := k.waarde.Content[meest]
			plek = Plek{Regel: teveel.Line, Kolom: teveel.Column, Pad: fmt.Sprintf("%s[%d]", k.pad, meest)}
		}
		bereik := fmt.Sprintf("%d tot en met %d %s", minst, meest, wat)
		if minst == meest {
			bereik = fmt.Sprintf("precies %d %s", minst, wat)
		}
		l.meldOp(plek, Probleem{Code: codeVerkeerdAantal,
			Melding: fmt.Sprintf("De lijst %s heeft %s.", k.pad, onderdelen(n)), Toegestaan: bereik, Hint: hint})
	}
	items := make([]knoop, 0, n)
	for i, item := range k.waarde.Content[:min(n, meest)] {
		kind := knoop{waarde: item, pad: fmt.Sprintf("%s[%d]", k.pad, i)}
		if kind.leeg() {
			l.leeg(kind, "een onderdeel van de lijst")
			continue
		}
		items = append(items, kind)
	}
	return items
}

func onderdelen(n int) string {
	if n == 1 {
		return "1 onderdeel"
	}
	return fmt.Sprintf("%d onderdelen", n)
}

// soort checks that a value is of the kind that belongs here.
func (l *lezer) soort(k knoop, kind yaml.Kind, toegestaan string) bool {
	if k.waarde.Kind == kind {
		return true
	}
	if k.waarde.Kind == yaml.AliasNode {
		return false // reported with the structure of the file
	}
	if k.waarde.Kind == yaml.ScalarNode && k.leeg() {
		l.leeg(k, toegestaan)
		return false
	}
	l.meld(k, Probleem{Code: codeVerkeerdeSoort,
		Melding:    fmt.Sprintf("Hier staat %s; hier hoort %s.", soortnaam(k.waarde), soorten[kind]),
		Toegestaan: toegestaan})
	return false
}

var soorten = map[yaml.Kind]string{
	yaml.MappingNode:  "een blok met sleutels",
	yaml.SequenceNode: "een lijst",
	yaml.ScalarNode:   "één waarde",
}

func soortnaam(n *yaml.Node) string {
	if n.Kind == yaml.ScalarNode {
		return "de waarde " + citaat(n.Value)
	}
	return soorten[n.Kind]
}
