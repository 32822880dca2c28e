package render

import (
	"fmt"
	"maps"
	"slices"

	"annex/calc/sheet"
	"annex/templates"
)

// delen are the parts a bijlage can be made of, by the name that a template gives
// them. A part that has nothing to say adds nothing.
var delen = map[string]func(*bijlage){
	"gegevens":        (*bijlage).gegevens,
	"uitkomst":        (*bijlage).uitkomst,
	"beslissing":      (*bijlage).beslissing,
	"waarschuwingen":  (*bijlage).waarschuwingen,
	"kerncijfers":     (*bijlage).kerncijfers,
	"inhoudsopgave":   (*bijlage).inhoudsopgave,
	"uitgangspunten":  (*bijlage).uitgangspunten,
	"keuzes":          (*bijlage).keuzes,
	"niet_meegenomen": (*bijlage).nietMeegenomen,
	"berekening":      (*bijlage).berekening,
	"verdeling":       (*bijlage).overigeBerekening,
	"uitleg":          (*bijlage).uitleg,
	"verloop":         (*bijlage).verloop,
	"watals":          (*bijlage).watAls,
	"woorden":         (*bijlage).woorden,
	"normen":          (*bijlage).normen,
	"verantwoording":  (*bijlage).verantwoording,
	"waarmerk":        (*bijlage).waarmerk,

	"behoefte":                   func(b *bijlage) { b.regelsVan(behoefte) },
	"behoefte_uitgangspunten":    func(b *bijlage) { b.uitgangspuntenVan(behoefte) },
	"behoefte_normen":            func(b *bijlage) { b.normenVan(behoefte) },
	"draagkracht":                func(b *bijlage) { b.regelsVan(draagkracht) },
	"draagkracht_uitgangspunten": func(b *bijlage) { b.uitgangspuntenVan(draagkracht) },
	"draagkracht_normen":         func(b *bijlage) { b.normenVan(draagkracht) },
	"overige_uitgangspunten":     func(b *bijlage) { b.uitgangspuntenVan(overig) },
}

// laatste are the parts that tell of all the others, and are filled after them.
var laatste = []string{"woorden"}

// Delen gives the names of the parts a template can name.
func Delen() []string { return slices.Sorted(maps.Keys(delen)) }

// vulAlles fills the chapters that the template asks for.
func (b *bijlage) vulAlles() (*Document, error) {
	hoofdstukken := b.t.Hoofdstukken
	inhoud := make([][]Blok, len(hoofdstukken))
	for _, uitgesteld := range []bool{false, true} {
		for i, h := range hoofdstukken {
			if heeftLaatste(h) == uitgesteld && len(b.r.Sections()) >= h.VanafOnderdelen {
				inhoud[i] = b.hoofdstuk(h)
			}
		}
		b.gereed = inhoud
	}
	for i, h := range hoofdstukken {
		if len(inhoud[i]) > 0 {
			b.doc.Blokken = append(append(b.doc.Blokken, b.koppen(h)...), inhoud[i]...)
		}
	}
	return b.klaar()
}

func heeftLaatste(h templates.Hoofdstuk) bool {
	return slices.ContainsFunc(h.Delen, func(naam string) bool { return slices.Contains(laatste, naam) })
}

// hoofdstuk fills the parts of one chapter.
func (b *bijlage) hoofdstuk(h templates.Hoofdstuk) []Blok {
	b.doc.Blokken, b.kort, b.kop = nil, h.Diepte == templates.Kort, h.Kop
	for _, naam := range h.Delen {
		deel, ok := delen[naam]
		if !ok {
			b.fout(fmt.Errorf("er is geen deel %q; er zijn %s", naam, sheet.Enumerate(Delen())))
			return nil
		}
		deel(b)
	}
	blokken := b.doc.Blokken
	b.doc.Blokken, b.kort = nil, false
	return blokken
}

// tussenkop heads a part of a chapter, unless the chapter is called so itself.
func (b *bijlage) tussenkop(tekst string) {
	if tekst != b.kop {
		b.add(Kop{Niveau: 2, Tekst: tekst})
	}
}

// koppen gives the heading of a chapter: with a letter, A, B, C, unless the template
// says otherwise. The numbers are for the sections and lines of the calculation,
// which carry the same ones in the workbook.
func (b *bijlage) koppen(h templates.Hoofdstuk) []Blok {
	if h.Kop == "" {
		return nil
	}
	voor := h.Aanduiding
	if voor == "" {
		voor = string('A' + b.part)
		b.part++
	}
	out := []Blok{Kop{Niveau: 1, Tekst: voor + ". " + h.Kop,
		NieuwePagina: h.NieuwePagina == templates.AltijdNieuw, NaVoorblad: h.NieuwePagina == templates.NaVoorblad}}
	if h.Inleiding != "" {
		out = append(out, Alinea{Tekst: h.Inleiding})
	}
	return out
}

// inhoudsopgave lists the chapters.
func (b *bijlage) inhoudsopgave() {
	b.add(Inhoudsopgave{Kop: b.t.Koppen.Inhoudsopgave})
}

// fout keeps the first error.
func (b *bijlage) fout(err error) {
	if b.err == nil {
		b.err = err
	}
}
