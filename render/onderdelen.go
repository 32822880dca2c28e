package render

import (
	"slices"
	"strings"

	"annex/calc/sheet"
)

// groep is what a part of the calculation is about. The Rapport tells them apart,
// and so would art. 805 Rv as proposed: what is needed, and what can be paid.
type groep int

const (
	behoefte groep = iota
	draagkracht
	overig // who pays what, and the tests of it
)

// groepVan tells what a section is about. The kinds and ids are those of the
// packages of calc that describe them.
func groepVan(s *sheet.Section) groep {
	id := s.ID
	if voor, na, ok := strings.Cut(id, "."); ok && isPeriode(voor) {
		id = na
	}
	switch s.Soort {
	case "behoefte", "partnerbehoefte", "resterendebehoefte":
		return behoefte
	case "draagkracht", "partnerdraagkracht", "inkomenstreden", "samenloop":
		return draagkracht
	case inkomen:
		// The incomes of when they were a family are what the need follows from.
		if strings.HasPrefix(id, "behoefte.") || strings.Contains(id, ".behoefte.") {
			return behoefte
		}
		return draagkracht
	case "bruteren":
		if strings.HasSuffix(id, "_behoefte") {
			return behoefte
		}
		return draagkracht
	}
	return overig
}

// isPeriode tells whether what an id begins with is that of a period: "p2".
func isPeriode(s string) bool {
	rest, ok := strings.CutPrefix(s, "p")
	return ok && rest != "" && strings.Trim(rest, "0123456789") == ""
}

// regelsVan prints the sections about g, with the numbers they have in the whole
// calculation.
func (b *bijlage) regelsVan(g groep) {
	eerste := true
	for i, s := range b.r.Sections() {
		if groepVan(s) != g || !b.toont(s) {
			continue
		}
		if eerste {
			b.inleidingBerekening()
		}
		eerste = false
		b.onderdeel(i+1, s)
	}
}

// overigeBerekening prints the sections that are about neither behoefte nor
// draagkracht.
func (b *bijlage) overigeBerekening() { b.regelsVan(overig) }

// regels gives the lines about g.
func (b *bijlage) regels(g groep) []*sheet.LineResult {
	var out []*sheet.LineResult
	for _, s := range b.r.Sections() {
		if groepVan(s) == g && b.toont(s) {
			out = append(out, b.r.Lines(s)...)
		}
	}
	return out
}

// uitgangspuntenVan gives what the lines about g rest on. What rests under one
// heading stays together, and a heading that no line of behoefte or draagkracht
// uses is with what is left.
func (b *bijlage) uitgangspuntenVan(g groep) {
	gebruikt := map[groep]map[string]bool{}
	for _, x := range []groep{behoefte, draagkracht, overig} {
		gebruikt[x] = map[string]bool{}
		for _, l := range b.regels(x) {
			for _, in := range l.Inputs() {
				gebruikt[x][in.ID] = true
			}
		}
	}
	var list []sheet.Uitgangspunt
	for _, group := range grouped(b.r.Uitgangspunten()) {
		bij := func(x groep) bool {
			return slices.ContainsFunc(group, func(u sheet.Uitgangspunt) bool { return u.Invoer != "" && gebruikt[x][u.Invoer] })
		}
		if bij(g) || g == overig && !bij(behoefte) && !bij(draagkracht) {
			list = append(list, group...)
		}
	}
	if len(list) == 0 {
		return
	}
	b.tussenkop(b.t.Koppen.Uitgangspunten)
	b.add(Alinea{Tekst: b.t.Uitgangspunten.Inleiding})
	b.gegevenstabellen(list)
}

// normenVan gives the published figures that the lines about g use.
func (b *bijlage) normenVan(g groep) {
	gebruikt := map[*sheet.Norm]bool{}
	tabellen := map[*sheet.Table]bool{}
	for _, l := range b.regels(g) {
		for _, n := range l.Norms() {
			gebruikt[n] = true
		}
		for _, t := range l.Tables() {
			tabellen[t] = true
		}
	}
	norms := slices.DeleteFunc(b.r.Norms(), func(n *sheet.Norm) bool { return !gebruikt[n] })
	tables := slices.DeleteFunc(b.r.Tables(), func(t *sheet.Table) bool { return !tabellen[t] })
	if len(norms)+len(tables) == 0 {
		return
	}
	b.tussenkop(b.t.Koppen.Normen)
	b.normtabellen(norms, tables)
}
