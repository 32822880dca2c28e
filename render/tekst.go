package render

import (
	"fmt"
	"strings"

	"annex/calc/sheet"
	"annex/templates"
)

// Tekst tells the calculation in plain text, to be pasted into a verzoekschrift or a
// beschikking: what it rests on, each part in the order of the Rapport, and the outcome.
// A paragraph is one line, and there are no tabs: the word processor sets it. Each
// amount has the number of its line in the bijlage. The error is that of a text of t.
func Tekst(r *sheet.Result, t *templates.Bijlage) (string, error) {
	b := nieuw(r, t)
	p := &platteTekst{b: b}
	p.alinea(b.doc.Titel)
	p.alinea(b.doc.Voorbehoud)
	if b.eerst("uitleg", "berekening") {
		p.uitleg()
	}
	p.uitgangspunten()
	for i, s := range r.Sections() {
		p.onderdeel(i+1, s)
	}
	p.uitkomst()
	p.alinea(t.Tekst.Slot)
	if r.Receipt().Anoniem {
		p.alinea(t.Anoniem)
	}
	if b.err != nil {
		return "", b.err
	}
	return strings.Join(p.alineas, "\n\n") + "\n", nil
}

// platteTekst is a plain text being filled.
type platteTekst struct {
	b       *bijlage
	alineas []string
}

// alinea adds a paragraph; lines of it stand directly below each other.
func (p *platteTekst) alinea(regels ...string) {
	var out []string
	for _, r := range nonEmpty(regels...) {
		// A space that keeps an amount together stays.
		out = append(out, strings.Join(strings.FieldsFunc(r, func(c rune) bool { return strings.ContainsRune(" \t\r\n", c) }), " "))
	}
	if len(out) > 0 {
		p.alineas = append(p.alineas, strings.Join(out, "\n"))
	}
}

// eerst tells whether a reader meets one part before the other.
func (b *bijlage) eerst(deel, ander string) bool {
	for _, h := range b.t.Hoofdstukken {
		for _, d := range h.Delen {
			if d == deel || d == ander {
				return d == deel
			}
		}
	}
	return false
}

// uitleg tells it in plain language, for who meets that first.
func (p *platteTekst) uitleg() {
	p.b.uitleg()
	for _, blok := range p.b.doc.Blokken {
		switch x := blok.(type) {
		case Kop:
			p.alinea(x.Tekst)
		case Alinea:
			p.alinea(x.Tekst)
		}
	}
}

func (p *platteTekst) uitgangspunten() {
	b, t := p.b, p.b.t.Tekst
	p.alinea(b.t.Koppen.Uitgangspunten)
	p.alinea(t.Inleiding)
	for _, group := range grouped(b.r.Uitgangspunten()) {
		regels := []string{group[0].Groep}
		for _, u := range group {
			regels = append(regels, b.vul(t.Uitgangspunt, map[string]any{
				"Omschrijving": u.Omschrijving, "Waarde": u.Tekst(), "Bewijs": u.Bron, "Toelichting": zonderPunt(remark(u, b.t.Uitgangspunten.Aanname)),
			}))
		}
		p.alinea(regels...)
	}
	var keuzes []string
	for _, k := range b.r.Keuzes() {
		keuzes = append(keuzes, b.vul(t.Keuze, map[string]any{"Onderwerp": k.Onderwerp, "Keuze": b.inZin(zonderPunt(k.Keuze)), "Grond": zonderPunt(k.Grond)}))
	}
	if len(keuzes) > 0 {
		p.alinea(b.t.Koppen.Keuzes)
		p.alinea(b.t.Keuzes.Inleiding)
		p.alinea(keuzes...)
	}
}

// zonderPunt leaves the full stop to the template: texts of a case file have one, or
// not.
func zonderPunt(s string) string { return strings.TrimSuffix(strings.TrimSpace(s), ".") }

// onderdeel tells one section: each part of it is a paragraph. What is nil in an income
// is left out, as in the bijlage, and of a grid only where it stands.
func (p *platteTekst) onderdeel(nummer int, s *sheet.Section) {
	b, t := p.b, p.b.t.Tekst
	p.alinea(fmt.Sprintf("%d. %s", nummer, s.Titel))
	if s.Soort == inkomen {
		p.alinea(b.t.Berekening.PerJaar)
	}
	p.alinea(b.boven(s))
	z := zinsbouw{p: p}
	if opening, ok := t.Openingen[s.Soort]; ok {
		z.zinnen = append(z.zinnen, b.vul(opening, map[string]any{"Onderwerp": s.Onderwerp}))
	}
	blok, raster := "", ""
	for i, l := range b.r.Lines(s) {
		if !l.Applies || s.Soort == inkomen && l.Value.IsZero() && !l.Slot && !l.Keep {
			continue
		}
		nr := fmt.Sprintf("%d.%d", nummer, i+1)
		if l.Blok != blok {
			z.alinea()
			blok = l.Blok
		}
		if l.Kolom != "" {
			if l.Blok != raster {
				raster = l.Blok
				z.zin()
				z.zinnen = append(z.zinnen, b.vul(t.Raster, map[string]any{"Titel": l.Blok, "Nr": nr}))
			}
			continue
		}
		z.regel(l, nr)
	}
	z.alinea()
}

// zinsbouw makes sentences of the lines of a section: lines of the same kind that
// follow each other share one.
type zinsbouw struct {
	p        *platteTekst
	soort    string // of the sentence being made
	regels   []string
	zinnen   []string // of the paragraph being made
	begonnen bool     // a sentence of lines was made
}

// The kinds of lines.
const (
	regelGegeven  = "gegeven"
	regelBerekend = "berekend"
	regelUitkomst = "uitkomst"
)

func (z *zinsbouw) regel(l *sheet.LineResult, nr string) {
	b := z.p.b
	soort := regelGegeven
	switch {
	case l.Slot:
		soort = regelUitkomst
	case l.Numbers != "":
		soort = regelBerekend
	}
	if soort != z.soort {
		z.zin()
		z.soort = soort
	}
	z.regels = append(z.regels, b.vul(b.t.Tekst.Regel, map[string]any{
		"Label": b.inZin(l.Label), "Bedrag": amount(l), "Los": !l.Unit.Money() || strings.ContainsAny(l.Label, ",:"), "Nr": nr, "Ingevuld": l.Numbers, "Bron": b.verkort(l.Source), "Bewijs": b.stuk(l),
	}))
}

// inZin gives a label as it reads inside a sentence: a name keeps its capital.
func (b *bijlage) inZin(label string) string {
	for _, x := range b.r.Betalingen() {
		for _, naam := range []string{x.Betaler.Naam, x.Ontvanger.Naam, x.Voor.Naam} {
			if naam != "" && strings.HasPrefix(label, naam) {
				return label
			}
		}
	}
	return sheet.MidSentence(label)
}

// zin ends the sentence being made.
func (z *zinsbouw) zin() {
	if len(z.regels) > 0 {
		t := z.p.b.t.Tekst
		text := map[string]templates.Tekst{regelGegeven: t.Gegeven, regelBerekend: t.Berekend, regelUitkomst: t.Uitkomst}[z.soort]
		z.zinnen = append(z.zinnen, z.p.b.vul(text, map[string]any{"Regels": strings.Join(z.regels, "; "), "Eerste": !z.begonnen}))
		z.begonnen = true
	}
	z.soort, z.regels = "", nil
}

// alinea ends the paragraph being made.
func (z *zinsbouw) alinea() {
	z.zin()
	z.p.alinea(strings.Join(z.zinnen, " "))
	z.zinnen = nil
}

// uitkomst gives every amount in a sentence with the number of its line, and where the
// reader decides the sentences for a dictum.
func (p *platteTekst) uitkomst() {
	b := p.b
	p.alinea(b.t.Koppen.Uitkomst)
	nummers := b.regelnummers()
	for _, nr := range b.periods() {
		q := b.betalingen(nr)
		var zinnen []string
		for _, z := range b.zeg(q, false, nummers).zinnen {
			zinnen = append(zinnen, z.heel)
		}
		p.alinea(zinnen...)
		if b.t.Heeft("beslissing") {
			for _, z := range b.dictumzinnen(q) {
				p.alinea(z)
			}
		}
	}
	if b.t.Heeft("beslissing") && !b.geldendRecht() {
		p.alinea(b.t.Beslissing.GeenRecht)
	}
	for _, z := range b.geindexeerdeZinnen() {
		p.alinea(z)
	}
	for _, w := range b.r.Waarschuwingen() {
		p.alinea(b.t.Koppen.Waarschuwingen + ": " + w.Tekst)
	}
}

// regelnummers gives each line its number in the bijlage.
func (b *bijlage) regelnummers() map[string]string {
	out := map[string]string{}
	for i, s := range b.r.Sections() {
		for j, l := range b.r.Lines(s) {
			out[l.ID] = fmt.Sprintf("%d.%d", i+1, j+1)
		}
	}
	return out
}
