package xlsx

import (
	"fmt"
	"time"
	"unicode"
	"unicode/utf8"

	"annex/calc/sheet"
)

// account writes what the workbook was made from, the choices that were made
// and what was left out.
func (b *book) account() {
	t := b.texts.Verantwoording
	p := b.page(b.sheets.account, layout{widths: []float64{34, 40, 40, 36, 24}, landscape: true, tab: colourMuted})
	p.head(t.Titel)
	p.wide(t.Oorspronkelijk, styleMuted)
	p.gap(8)

	p.section(t.Herkomst, 0)
	p.field(t.Velden.Versie, fmt.Sprintf(b.texts.Maker, b.receipt.Versie))
	p.field(t.Velden.Datum, sheet.FormatDate(b.receipt.Datum))
	p.field(t.Velden.Methode, b.method())
	if b.receipt.Bestand != "" {
		p.field(t.Velden.Zaakbestand, b.caseFile())
		p.field(t.Velden.SHA256, b.receipt.BestandSHA)
	}
	p.gap(8)

	k := t.KolommenNormen
	files := func(title, name, sum, window string, st style) []cell {
		return []cell{text(title, st), text(name, st.inset()), text(sum, st.inset()).over(2), text(window, st.inset())}
	}
	var rows [][]cell
	for _, n := range b.result.NormBestanden() {
		rows = append(rows, files(n.Titel, n.Bron, n.SHA256, isoToShort(n.Van)+" – "+isoToShort(n.Tot), styleCell))
	}
	p.list(t.Normen, files(k.Titel, k.Bestand, k.SHA256, k.Van+" – "+k.Tot, style{}), rows)

	q := t.KolommenKeuzes
	choice := func(st style, texts ...string) []cell {
		cells := make([]cell, len(texts))
		for i, s := range texts {
			if cells[i] = text(s, st); i > 0 {
				cells[i] = cells[i].inset()
			}
		}
		return cells
	}
	rows = nil
	for _, c := range b.result.Keuzes() {
		by := t.Programma
		if c.Zaakspecifiek {
			by = t.Zaakbestand
		}
		rows = append(rows, choice(styleCell, c.Onderwerp, c.Keuze, c.Grond, c.Alternatief, by))
	}
	p.list(t.Keuzes, choice(style{}, q.Onderwerp, q.Keuze, q.Grond, q.Alternatief, q.Door), rows)

	p.section(t.Waarschuwingen, oneRow)
	for _, w := range b.result.Waarschuwingen() {
		p.wide(w.Tekst, styleText)
	}
	if len(b.result.Waarschuwingen()) == 0 {
		p.wide(b.texts.Samenvatting.GeenWaarschuwingen, styleMuted)
	}
	p.gap(4)
	p.signalTable()
	p.gap(8)

	m := t.KolommenNietMeegenomen
	omitted := func(what, why string, st style) []cell {
		return []cell{text(what, st), text(why, st.inset()).over(len(p.widths) - 1)}
	}
	rows = nil
	for _, n := range b.result.NietMeegenomen() {
		rows = append(rows, omitted(n.Wat, n.Reden, styleCell))
	}
	p.list(t.NietMeegenomen, omitted(m.Wat, m.Reden, style{}), rows)

	rounding := []cell{text(t.Afronden.Tekst, styleText).over(len(p.widths))}
	p.section(t.Afronden.Kop, p.measure(rounding))
	p.add(rounding...)
	p.finish()
}

// list writes a table of texts, or says that there is nothing.
func (p *page) list(title string, header []cell, rows [][]cell) {
	p.section(title, 2*oneRow)
	if len(rows) > 0 {
		p.header(header...)
	}
	for _, row := range rows {
		p.add(row...)
	}
	p.closeList(len(rows))
}

// closeList ends a list of n, and says so where it is empty.
func (p *page) closeList(n int) {
	if n == 0 {
		p.wide(p.b.texts.Verantwoording.Geen, styleMuted)
	}
	p.gap(8)
}

// shortened date of a norms file: 2025-01-01 becomes 01-01-2025.
func isoToShort(iso string) string {
	d, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return iso
	}
	return d.Format(shortDate)
}

// capital begins a label with a capital, as at the start of a row.
func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}
