package xlsx

import (
	"fmt"
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

// The sizes of a note, in pixels.
const (
	noteWidth  = 300.0
	noteLine   = 17.0
	noteMargin = 12.0
	noteRow    = 20.0 // no row is lower, so that a note is never too low
	pointPixel = 0.75 // points in a pixel
)

// note gives a cell a note. It stands behind the cell, where it does not cover what it is
// about; excelize would put it on the cell.
func (p *page) note(column, row int, text string) {
	st := styleText.small()
	lines := len(wrap(text, noteWidth*pointPixel/digit, st)) - 1
	p.b.check(p.b.file.AddComment(p.name, excelize.Comment{
		Cell: p.at(column, row), Author: p.b.texts.Woorden.Auteur,
		Paragraph: []excelize.RichTextRun{{Text: text, Font: st.font()}},
	}))
	if p.b.err != nil {
		return
	}
	if p.notes == nil {
		p.b.noted++
		p.notes = &noteShapes{drawing: fmt.Sprintf("xl/drawings/vmlDrawing%d.vml", p.b.noted)}
	}
	drawing := p.b.file.VMLDrawing[p.notes.drawing]
	if drawing == nil || len(drawing.Shape) != p.notes.count+1 {
		p.b.check(fmt.Errorf("%s: de notitie bij %s is niet te vinden", p.name, p.at(column, row)))
		return
	}
	shape := &drawing.Shape[p.notes.count]
	p.notes.count++
	before, rest, _ := strings.Cut(shape.Val, anchorBegin)
	_, after, found := strings.Cut(rest, anchorEnd)
	if !found {
		p.b.check(fmt.Errorf("%s: de notitie bij %s heeft geen plaats", p.name, p.at(column, row)))
		return
	}
	last, room := column, noteWidth+2*noteMargin
	for ; last < len(p.widths) && room > p.width(last+1)*cijferPixels; last++ {
		room -= p.width(last+1) * cijferPixels
	}
	rows := int(math.Ceil((float64(lines)*noteLine + noteMargin) / noteRow))
	place := fmt.Sprintf("%d, %.0f, %d, 2, %d, %.0f, %d, 2", column, noteMargin, row-1, last, room, row-1+rows)
	shape.Val = before + anchorBegin + place + anchorEnd + after
}

const anchorBegin, anchorEnd = "<x:Anchor>", "</x:Anchor>"

// noteShapes is where excelize keeps the shapes of the notes of a page.
type noteShapes struct {
	drawing string
	count   int
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
