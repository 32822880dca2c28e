package render

import (
	"fmt"
	"slices"
	"strings"

	"annex/calc/sheet"
)

// berekening prints the lines, section by section.
func (b *bijlage) berekening() {
	t := b.t.Berekening
	b.deel(b.t.Koppen.Berekening, false)
	b.add(Alinea{Tekst: strings.TrimSpace(t.Inleiding + " " + naarSoort(b, t.Afronding))})
	for i, s := range b.r.Sections() {
		nummer := i + 1
		b.add(Kop{Niveau: 2, Tekst: fmt.Sprintf("%d. %s", nummer, s.Titel), NieuwePagina: s.Soort == toets})
		rows := b.regels(s, nummer)
		nr := 0.8
		if s.Soort == inkomen {
			b.add(Alinea{Stijl: Klein, Tekst: t.PerJaar})
			b.overzicht(s, nummer)
			nr = 1 // with the numbers of the form
		}
		k := t.Kolommen
		b.add(Tabel{Inhoud: s.Titel, Rijen: rows, Kolommen: []Kolom{
			{Kop: k[0], Breedte: nr}, {Kop: k[1], Breedte: 5.6}, {Kop: k[2], Breedte: 1.4, Uitlijning: Rechts}, {Kop: k[3], Breedte: 2.4},
		}})
	}
}

// overzicht tells in a few lines how a long section comes to its outcome.
func (b *bijlage) overzicht(s *sheet.Section, nummer int) {
	var rows []Rij
	for i, l := range b.r.Lines(s) {
		if l.Kort == "" || !l.Applies || l.Value.IsZero() && !l.Slot {
			continue
		}
		row := tekstrij(sheet.Capital(l.Kort), b.vul(b.t.Berekening.Regel, map[string]any{"Nr": fmt.Sprintf("%d.%d", nummer, i+1)}), amount(l))
		if l.Slot {
			row.Soort = Totaalrij
		}
		rows = append(rows, row)
	}
	if len(rows) > 1 {
		b.add(Tabel{Inhoud: b.t.Berekening.Overzicht, Bijeen: true, Rijen: rows, Kolommen: []Kolom{
			{Kop: b.t.Berekening.Overzicht, Breedte: 5}, {Breedte: 1.6}, {Breedte: 1.6, Uitlijning: Rechts},
		}})
	}
}

// regels prints the lines of a section, each part of it under its own heading. Of
// an income what is nil is left out, and how much that is, is said.
func (b *bijlage) regels(s *sheet.Section, nummer int) []Rij {
	var rows []Rij
	blok, weggelaten := "", 0
	for i, l := range b.r.Lines(s) {
		if s.Soort == inkomen && l.Value.IsZero() && !l.Slot && !l.Keep {
			weggelaten++
			continue
		}
		if l.Blok != blok {
			blok = l.Blok
			rows = append(rows, Rij{Soort: Tussenkop, Cellen: []Cel{{Tekst: blok}}})
		}
		rows = append(rows, b.regel(fmt.Sprintf("%d.%d", nummer, i+1), l))
	}
	if weggelaten > 0 {
		text := b.vul(b.t.Berekening.Weggelaten, map[string]any{"Aantal": weggelaten, "Meer": weggelaten > 1})
		rows = append(rows, Rij{Soort: GedempteRij, Cellen: []Cel{{}, {Tekst: text}, {}, {}}})
	}
	return rows
}

// regel prints one line: its number, its label with the formula under it, its
// amount, and where it comes from.
func (b *bijlage) regel(nummer string, l *sheet.LineResult) Rij {
	nr := Cel{Tekst: nummer, Onder: nonEmpty(l.Post)}
	label := Cel{Tekst: l.Label}
	if !l.Applies {
		label.Onder = []string{b.vul(b.t.Berekening.NietVanToepassing, map[string]any{"Waarom": l.Why})}
		return Rij{Soort: GedempteRij, Cellen: []Cel{nr, label, {Tekst: "–"}, {}}}
	}
	for _, under := range []string{l.Words, prefixed("= ", l.Numbers), l.Toelichting} {
		if under != "" {
			label.Onder = append(label.Onder, under)
		}
	}
	bron := Cel{Onder: nonEmpty(b.kort(l.Source), prefixed(b.t.Berekening.Bewijs, b.stuk(l)))}
	rij := Rij{Cellen: []Cel{nr, label, {Tekst: amount(l)}, bron}}
	if l.Slot {
		rij.Soort = Totaalrij
	}
	return rij
}

// inkomen is the kind of section that has a form with many lines, most of them nil.
const inkomen = "inkomen"

// toets is the kind of section that stands by itself: what somebody keeps to live
// on is weighed amount by amount.
const toets = "toets"

// stuk names the evidence of a line. In a test it does so for each amount of the
// case file that the line brings in, itself or by a line of another section, and
// says where there is none.
func (b *bijlage) stuk(l *sheet.LineResult) string {
	if l.Section().Soort != toets {
		return l.Bron
	}
	inputs := l.Inputs()
	for _, x := range l.Lines() {
		if x.Section() != l.Section() {
			inputs = append(inputs, x.Inputs()...)
		}
	}
	var list []string
	for _, in := range inputs {
		stuk := in.Bron
		if stuk == "" {
			stuk = b.t.Uitgangspunten.GeenBewijs
		}
		if in.Unit.Money() && !slices.Contains(list, stuk) {
			list = append(list, stuk)
		}
	}
	return sheet.Enumerate(list)
}

// kort prints a source with the abbreviations of the template.
func (b *bijlage) kort(s sheet.Source) string {
	text := s.String()
	for long, short := range b.t.Afkortingen {
		text = strings.ReplaceAll(text, long, short)
	}
	return text
}
