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
	for _, group := range grouped(b.r.Uitgangspunten()) {
		regels := []string{group[0].Groep}
		for _, u := range group {
			regels = append(regels, b.vul(t.Uitgangspunt, map[string]any{
				"Omschrijving": u.Omschrijving, "Waarde": u.Tekst(), "Bewijs": u.Bron, "Toelichting": strings.TrimSuffix(remark(u, b.t.Uitgangspunten.Aanname), "."),
			}))
		}
		p.alinea(regels...)
	}
	var keuzes []string
	for _, k := range b.r.Keuzes() {
		keuzes = append(keuzes, b.vul(t.Keuze, map[string]any{"Onderwerp": k.Onderwerp, "Keuze": k.Keuze, "Grond": k.Grond}))
	}
	if len(keuzes) > 0 {
		p.alinea(append([]string{b.t.Koppen.Keuzes}, keuzes...)...)
	}
}

// onderdeel tells one section: each part of it is a paragraph. What is nil in an income
// is left out, as in the bijlage, and of a grid only where it stands.
func (p *platteTekst) onderdeel(nummer int, s *sheet.Section) {
	b, t := p.b, p.b.t.Tekst
	p.alinea(fmt.Sprintf("%d. %s", nummer, s.Titel))
	p.alinea(b.boven(s))
	var zinnen []string
	blok, raster := "", ""
	einde := func() {
		p.alinea(strings.Join(zinnen, " "))
		zinnen = nil
	}
	for i, l := range b.r.Lines(s) {
		if !l.Applies || s.Soort == inkomen && l.Value.IsZero() && !l.Slot && !l.Keep {
			continue
		}
		nr := fmt.Sprintf("%d.%d", nummer, i+1)
		if l.Blok != blok {
			einde()
			blok = l.Blok
		}
		if l.Kolom != "" {
			if l.Blok != raster {
				raster = l.Blok
				zinnen = append(zinnen, b.vul(t.Raster, map[string]any{"Titel": l.Blok, "Nr": nr}))
			}
			continue
		}
		zinnen = append(zinnen, b.vul(t.Regel, map[string]any{
			"Label": l.Label, "Bedrag": amount(l), "Nr": nr, "Ingevuld": l.Numbers, "Bron": b.verkort(l.Source), "Bewijs": b.stuk(l), "Uitkomst": l.Slot,
		}))
	}
	einde()
}

// uitkomst gives the amounts as lines, and in sentences.
func (p *platteTekst) uitkomst() {
	b, t := p.b, p.b.t.Tekst
	p.alinea(b.t.Koppen.Uitkomst)
	nummers := b.regelnummers()
	for _, nr := range b.periods() {
		q := b.betalingen(nr)
		regels := []string{sheet.Capital(q.periode.Tekst)}
		betaling := func(x sheet.Betaling, voor string) {
			regels = append(regels, b.vul(t.Betaling, map[string]any{
				"Voor": voor, "Betaler": x.Betaler.Naam, "Ontvanger": x.Ontvanger.Naam, "Bedrag": sheet.EuroSign + b.bedrag(x), "Nihil": x.Bedrag.IsZero(),
				"Nr": nummers[x.Regel], "Kanttekening": x.Kanttekening,
			}))
		}
		for _, x := range q.alle() {
			betaling(x, b.voor(x))
		}
		if q.totaal != nil {
			betaling(*q.totaal, sheet.Enumerate(q.voor))
		}
		if q.partner != nil {
			betaling(*q.partner, b.vul(b.t.Uitkomst.VoorPartner, map[string]any{"Ontvanger": q.partner.Ontvanger.Naam, "Netto": q.partner.Soort == partnerNetto}))
		}
		if len(regels) > 1 {
			p.alinea(regels...)
		}
		zinnen := b.dictumzinnen(q)
		if !b.t.Heeft("beslissing") {
			zinnen = nil
			for _, z := range b.dictum(q).zinnen {
				zinnen = append(zinnen, z.heel)
			}
		}
		for _, z := range zinnen {
			p.alinea(z)
		}
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
