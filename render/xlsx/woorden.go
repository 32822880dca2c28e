package xlsx

import (
	"math"
	"strings"

	"annex/calc/sheet"
	"annex/render"
	"annex/templates"

	"github.com/xuri/excelize/v2"
)

// Terms of art are explained with the texts of the annex: in a note on the first line of
// a sheet that mentions them, and together on the sheet with the explanation, for who
// does not see notes or prints.

// terms explains the words on one page, each where it is first mentioned.
type terms struct {
	page *page
	left []templates.Woord // not explained yet
}

// termsOf prepares the notes of a page of which these are the texts.
func (p *page) termsOf(texts []string) *terms {
	return &terms{p, render.WoordenIn(p.b.annex.Woorden.Lijst, strings.ToLower(strings.Join(texts, "\n")))}
}

// explain gives a cell a note with the words that its text is the first to mention.
func (t *terms) explain(column, row int, text string) {
	if len(t.left) == 0 || t.page.b.err != nil {
		return
	}
	found := render.WoordenIn(t.left, strings.ToLower(text))
	if len(found) == 0 {
		return
	}
	known := map[string]bool{}
	var lines []string
	for _, w := range found {
		known[w.Woord] = true
		lines = append(lines, sheet.Capital(w.Woord)+": "+w.Betekenis)
	}
	rest := t.left[:0:0]
	for _, w := range t.left {
		if !known[w.Woord] {
			rest = append(rest, w)
		}
	}
	t.left = rest
	t.page.note(column, row, strings.Join(lines, "\n"))
}

// The sizes of a note, in pixels. It stands over the columns behind its cell; a row is
// reckoned at the standard height, and ours are higher, so it is never too low.
const (
	noteWidth  = 300.0
	noteLine   = 17.0
	noteMargin = 12.0
	pointPixel = 0.75 // points in a pixel
)

// note gives a cell a note.
func (p *page) note(column, row int, text string) {
	st := styleText.small()
	lines := len(wrap(text, noteWidth*pointPixel/digit, st)) - 1
	p.b.check(p.b.file.AddComment(p.name, excelize.Comment{
		Cell: p.at(column, row), Author: p.b.texts.Woorden.Auteur,
		Paragraph: []excelize.RichTextRun{{Text: text, Font: st.font()}},
		Width:     uint(noteWidth + 2*noteMargin), Height: uint(math.Ceil(float64(lines)*noteLine + noteMargin)),
	}))
}

// words writes what the terms of art in the workbook mean.
func (p *page) words() {
	b, t := p.b, p.b.texts.Woorden
	var texts []string
	for _, in := range b.result.Inputs() {
		texts = append(texts, in.Label, in.Groep)
	}
	for _, s := range b.result.Sections() {
		texts = append(texts, s.Titel)
		for _, l := range b.result.Lines(s) {
			texts = append(texts, l.Label, l.Toelichting)
		}
	}
	for _, block := range b.plain {
		texts = append(texts, render.Teksten(block)...)
	}
	list := render.WoordenIn(b.annex.Woorden.Lijst, strings.ToLower(strings.Join(texts, "\n")))
	if len(list) == 0 {
		return
	}
	intro := []cell{text(t.Inleiding, styleMuted).over(len(p.widths))}
	p.section(t.Kop, p.measure(intro)+2*oneRow)
	p.add(intro...)
	k := b.annex.Woorden.Kolommen
	p.header(head(k[0]), head(k[1]).over(len(p.widths)-1))
	for _, w := range list {
		p.add(text(w.Woord, styleCell.strong()), text(w.Betekenis, styleCell).over(len(p.widths)-1))
	}
}
