package xlsx

import (
	"maps"
	"slices"
	"strings"

	"annex/calc/sheet"
	"annex/render"
	"annex/templates"
)

// plainLanguage gives the part of the annex that explains the outcome in plain
// language. It is taken from there, so that both documents say the same.
// Only its last item reads otherwise here: in the annex it tells of this workbook.
func plainLanguage(r *sheet.Result, t templates.Bijlage, last map[string]templates.Uitleg) ([]render.Blok, error) {
	if len(r.Betalingen()) == 0 {
		return nil, nil // nothing to explain
	}
	t.Uitleg = maps.Clone(t.Uitleg)
	for kind, items := range t.Uitleg {
		if own, ok := last[kind]; ok {
			t.Uitleg[kind] = append(slices.Clone(items[:len(items)-1]), own)
		}
	}
	return render.Uitleg(r, &t)
}

// explanation writes the sheet with the explanation. It tells of the original
// inputs only.
func (b *book) explanation() {
	if len(b.plain) == 0 {
		return
	}
	p := b.page(b.sheets.explanation, layout{widths: []float64{28, 16, 12, 26, 26}, tab: colourAccent})
	p.head(b.texts.Tabbladen.Uitleg)
	p.alarm(p.at(1, p.wide(b.texts.Verantwoording.Oorspronkelijk, styleMuted)))
	p.gap(4)
	for i, block := range b.plain {
		p.block(block, b.plain[i+1:])
	}
	p.words()
	p.finish()
}

// block writes one block; next are those that follow it.
func (p *page) block(block render.Blok, next []render.Blok) {
	switch x := block.(type) {
	case render.Kop:
		if x.Niveau < 3 {
			p.section(x.Tekst, 2*oneRow+p.blockHeight(next))
			break
		}
		question := []cell{text(x.Tekst, style{bold: true, colour: colourAccent, wrap: true, middle: true, pad: 2}).over(len(p.widths))}
		p.keep(p.measure(question) + p.blockHeight(next))
		p.add(question...)
	case render.Alinea:
		st := styleText
		switch x.Stijl {
		case render.Klein:
			st = styleMuted
		case render.Nadruk, render.Kader:
			st = st.strong()
		}
		p.wide(x.Tekst, st)
		p.gap(4)
	case render.Lijst:
		for _, point := range x.Punten {
			p.wide("– "+point, styleText)
		}
		p.gap(4)
	case render.Tabel:
		p.texts(x)
	case render.Figuur:
		p.bars(x)
	}
}

// blockHeight is what must stay with the heading before it.
func (p *page) blockHeight(blocks []render.Blok) float64 {
	if len(blocks) > 0 {
		if a, ok := blocks[0].(render.Alinea); ok {
			return p.measure([]cell{text(a.Tekst, styleText).over(len(p.widths))})
		}
	}
	return 2 * oneRow
}

// texts writes a table, row by row: its first column by itself, the others
// together, each after the head of its column.
func (p *page) texts(t render.Tabel) {
	for _, row := range t.Rijen {
		var rest []string
		for i, c := range row.Cellen[1:] {
			text := strings.Join(append([]string{c.Tekst}, c.Onder...), "; ")
			if head := t.Kolommen[i+1].Kop; head != "" {
				text = head + ": " + text
			}
			rest = append(rest, text)
		}
		first := strings.Join(append([]string{row.Cellen[0].Tekst}, row.Cellen[0].Onder...), "\n")
		p.add(text(first, styleCell), text(strings.Join(rest, "\n"), styleCell).over(len(p.widths)-1))
	}
	p.gap(4)
}

// bars writes what a figure shows: each whole with its parts.
func (p *page) bars(f render.Figuur) {
	rows := make([][]cell, len(f.Balken))
	height := 0.0
	for i, bar := range f.Balken {
		var parts []string
		for _, part := range bar.Delen {
			parts = append(parts, capital(part.Naam)+": "+part.Tekst)
		}
		whole := styleNumber.strong()
		rows[i] = []cell{text(bar.Naam, styleCell.strong()), text(bar.Tekst, whole), text(strings.Join(parts, "\n"), styleCell.inset()).over(3)}
		height += p.measure(rows[i])
	}
	p.section(f.Bijschrift, height)
	for _, row := range rows {
		p.add(row...)
	}
	p.gap(4)
}
