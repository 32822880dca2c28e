package render

import (
	"fmt"
	"slices"
	"strings"

	"annex/calc/sheet"
)

// berekening prints the lines, section by section.
func (b *bijlage) berekening() {
	b.inleidingBerekening()
	for i, s := range b.r.Sections() {
		b.onderdeel(i+1, s)
	}
}

func (b *bijlage) inleidingBerekening() {
	t := b.t.Berekening
	b.add(Alinea{Tekst: strings.TrimSpace(t.Inleiding + " " + b.perSoort(t.Afronding))})
	if b.alleenPartner {
		b.add(Alinea{Tekst: t.ApartKinderen})
	}
}

// onderdeel prints one section, with the number it has in the whole calculation.
func (b *bijlage) onderdeel(nummer int, s *sheet.Section) {
	if !b.toont(s) {
		return
	}
	t := b.t.Berekening
	b.add(Kop{Niveau: 2, Tekst: fmt.Sprintf("%d. %s", nummer, s.Titel), NieuwePagina: s.Soort == toets})
	nr := 0.8
	if s.Soort == inkomen {
		b.add(Alinea{Stijl: Klein, Tekst: t.PerJaar})
		nr = 1 // with the numbers of the form
	}
	b.alinea(Alinea{Stijl: Klein, Tekst: b.boven(s)})
	b.overzicht(s, nummer)
	k := t.Kolommen
	for _, deel := range b.delen(s, nummer) {
		if deel.raster != nil {
			b.raster(*deel.raster)
			continue
		}
		b.add(Tabel{Inhoud: s.Titel, Rijen: deel.rijen, Kolommen: []Kolom{
			{Kop: k[0], Breedte: nr}, {Kop: k[1], Breedte: 5.6}, {Kop: k[2], Breedte: 1.4, Uitlijning: Rechts}, {Kop: k[3], Breedte: 2.4},
		}})
	}
}

// boven is what stands above a section of this kind.
func (b *bijlage) boven(s *sheet.Section) string {
	if text, ok := b.t.Berekening.BovenMethode[b.methode][s.Soort]; ok {
		return text
	}
	return b.t.Berekening.Boven[s.Soort]
}

// stil counts the lines of the part that lines begin with, where none of them
// applies; 0 where one does, or where they belong to no part.
func stil(lines []*sheet.LineResult) int {
	blok, n := lines[0].Blok, 0
	for _, l := range lines {
		if l.Blok != blok {
			break
		}
		if blok == "" || l.Applies {
			return 0
		}
		n++
	}
	return n
}

// inStilBlok tells whether line i is told with the others of its part, none of which
// applies.
func inStilBlok(lines []*sheet.LineResult, i int) bool {
	for i > 0 && lines[i-1].Blok == lines[i].Blok {
		i--
	}
	return stil(lines[i:]) > 1
}

// stilBlok says of a part at once that it does not apply.
func (b *bijlage) stilBlok(van, tot string, l *sheet.LineResult) Rij {
	text := b.vul(b.t.Berekening.NietVanToepassing, map[string]any{"Waarom": l.Why})
	nrs := b.vul(b.t.Berekening.RasterNummers, map[string]any{"Van": van, "Tot": tot})
	return Rij{Soort: GedempteRij, Cellen: []Cel{{Tekst: nrs}, {Tekst: text}, {Tekst: "–"}, {}}}
}

// overzicht tells in a few lines how a long section comes to its outcome.
func (b *bijlage) overzicht(s *sheet.Section, nummer int) {
	var rows []Rij
	for i, l := range b.r.Lines(s) {
		if l.Kort == "" || !l.Applies || l.Value.IsZero() && !l.Slot {
			continue
		}
		row := tekstrij(sheet.Capital(l.Kort), b.vul(b.t.Berekening.Regel, map[string]any{"Nr": fmt.Sprintf("%d.%d", nummer, i+1)}))
		row.Cellen = append(row.Cellen, Cel{Tekst: inCenten(l), Regel: l.ID})
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

// deel is a part of a section: lines below each other, or a grid of lines.
type deel struct {
	rijen  []Rij
	raster *raster
}

// delen prints the lines of a section, each part of it under its own heading. Of an
// income what is nil is left out, and how much that is, is said. Lines that form a
// grid stand in one.
func (b *bijlage) delen(s *sheet.Section, nummer int) []deel {
	var out []deel
	rijen := func() *[]Rij {
		if len(out) == 0 || out[len(out)-1].raster != nil {
			out = append(out, deel{})
		}
		return &out[len(out)-1].rijen
	}
	add := func(r Rij) { list := rijen(); *list = append(*list, r) }
	blok, weggelaten := "", 0
	lines := b.r.Lines(s)
	for i, l := range lines {
		nr := fmt.Sprintf("%d.%d", nummer, i+1)
		if s.Soort == inkomen && l.Value.IsZero() && !l.Slot && !l.Keep {
			weggelaten++
			continue
		}
		if l.Kolom != "" {
			if l.Blok != blok || len(out) == 0 || out[len(out)-1].raster == nil {
				out, blok = append(out, deel{raster: &raster{titel: l.Blok}}), l.Blok
			}
			out[len(out)-1].raster.voegToe(nr, l)
			continue
		}
		if l.Blok != blok {
			if blok = l.Blok; blok != "" {
				add(Rij{Soort: Tussenkop, Cellen: []Cel{{Tekst: blok}}})
			}
			if n := stil(lines[i:]); n > 1 {
				add(b.stilBlok(nr, fmt.Sprintf("%d.%d", nummer, i+n), l))
			}
		}
		if !inStilBlok(lines, i) {
			add(b.regel(nr, l))
		}
	}
	if weggelaten > 0 {
		text := b.vul(b.t.Berekening.Weggelaten, map[string]any{"Aantal": weggelaten, "Meer": weggelaten > 1})
		add(Rij{Soort: GedempteRij, Cellen: []Cel{{}, {Tekst: text}, {}, {}}})
	}
	return out
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
	if b.kort {
		return Rij{Soort: soortVan(l), Cellen: []Cel{nr, label, waarde(l), {}}}
	}
	for _, under := range []string{l.Words, prefixed("= ", l.Numbers), l.Toelichting} {
		if under != "" {
			label.Onder = append(label.Onder, under)
		}
	}
	bron := Cel{Onder: nonEmpty(b.verkort(l.Source), prefixed(b.t.Berekening.Bewijs, b.stuk(l)))}
	return Rij{Soort: soortVan(l), Cellen: []Cel{nr, label, waarde(l), bron}}
}

func soortVan(l *sheet.LineResult) RijSoort {
	if l.Slot {
		return Totaalrij
	}
	return GewoneRij
}

// toont tells whether a section stands in the document. With partneralimentatie alone
// that is what is about it, and the incomes of the two it is between.
func (b *bijlage) toont(s *sheet.Section) bool {
	if !b.alleenPartner {
		return true
	}
	id := strings.TrimPrefix(s.ID, fmt.Sprintf("p%d.", s.Periode))
	if strings.HasPrefix(id, partneralimentatie+".") {
		return true
	}
	return s.Soort == inkomen && !strings.Contains(id, "stijging") && (strings.HasSuffix(id, "kgb_gezin") || slices.ContainsFunc(b.partners(), func(wie string) bool { return strings.HasSuffix(id, "inkomen_"+wie) }))
}

// partners gives the ids of the two partneralimentatie is between.
func (b *bijlage) partners() []string {
	for _, p := range b.r.Betalingen() {
		if isPartner(p) {
			return []string{p.Betaler.ID, p.Ontvanger.ID}
		}
	}
	return nil
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

// verkort prints a source with the abbreviations of the template.
func (b *bijlage) verkort(s sheet.Source) string {
	text := s.String()
	for long, short := range b.t.Afkortingen {
		text = strings.ReplaceAll(text, long, short)
	}
	return text
}
