// Package terminal prints a document as plain text, for a terminal or a file
// that needs no layout.
package terminal

import (
	"bufio"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"annex/render"
)

// Width is the number of characters of a line.
const Width = 100

// Write prints d.
func Write(w io.Writer, d *render.Document) error {
	p := &printer{bufio.NewWriter(w)}
	if d.Voorbehoud != "" {
		p.alinea(render.Alinea{Tekst: d.Voorbehoud, Stijl: render.Kader})
	}
	if d.Briefhoofd != nil {
		for _, regel := range d.Briefhoofd.Regels {
			p.wrapped(regel)
		}
		if len(d.Briefhoofd.Regels) > 0 {
			p.line("")
		}
	}
	p.line(d.Titel)
	if d.Ondertitel != "" {
		p.line(d.Ondertitel)
	}
	p.line(strings.Repeat("=", Width))
	blokken := printed(d.Blokken)
	for i, b := range blokken {
		if i > 0 && apart(blokken[i-1], b) {
			p.line("")
		}
		switch b := b.(type) {
		case render.Kop:
			p.kop(b)
		case render.Alinea:
			p.alinea(b)
		case render.Lijst:
			for _, punt := range b.Punten {
				p.columns([]column{{2, false}, {Width - 3, false}}, []string{"-", punt})
			}
		case render.Tabel:
			p.tabel(b)
		case render.Figuur:
			p.wrapped(b.Bijschrift + ". " + b.Alternatief)
		case render.Code:
			for _, regel := range b.Naast {
				p.wrapped(regel)
			}
		case render.Invulvelden:
			p.invulvelden(b)
		}
	}
	return p.w.Flush()
}

// printed leaves out what means nothing without pages: a table of contents.
func printed(blokken []render.Blok) []render.Blok {
	return slices.DeleteFunc(slices.Clone(blokken), func(b render.Blok) bool {
		_, inhoud := b.(render.Inhoudsopgave)
		return inhoud
	})
}

// apart tells whether an empty line stands between two blocks: around a table
// and a figure, but not under a heading. A heading brings its own.
func apart(eerst, dan render.Blok) bool {
	_, onderKop := eerst.(render.Kop)
	_, voorKop := dan.(render.Kop)
	return !onderKop && !voorKop && (losstaand(eerst) || losstaand(dan))
}

func losstaand(b render.Blok) bool {
	switch b.(type) {
	case render.Tabel, render.Figuur, render.Code, render.Invulvelden:
		return true
	}
	return false
}

type printer struct{ w *bufio.Writer }

func (p *printer) line(s string) {
	p.w.WriteString(strings.TrimRight(s, " "))
	p.w.WriteByte('\n')
}

func (p *printer) wrapped(s string) {
	for _, l := range wrap(s, Width) {
		p.line(l)
	}
}

func (p *printer) kop(k render.Kop) {
	p.line("")
	p.line(k.Tekst)
	switch k.Niveau {
	case 1:
		p.line(strings.Repeat("=", utf8.RuneCountInString(k.Tekst)))
	case 2:
		p.line(strings.Repeat("-", utf8.RuneCountInString(k.Tekst)))
	}
}

func (p *printer) alinea(a render.Alinea) {
	mark := ""
	if a.Stijl == render.Kader {
		mark = "! "
	}
	p.wrapped(mark + a.Tekst)
}

// invulvelden prints lines to write on, one below the other and equally long. A
// long label is wrapped.
func (p *printer) invulvelden(b render.Invulvelden) {
	const line, least = 40, 20
	label := 0
	for _, veld := range b.Velden {
		label = max(label, utf8.RuneCountInString(veld))
	}
	label = min(label, Width-least-gap)
	width := min(line, Width-label-gap)
	for _, veld := range b.Velden {
		p.columns([]column{{label, false}, {width, false}}, []string{veld, strings.Repeat("_", width)})
	}
}

// column is a column of a table on paper: its width and whether it is set to
// the right.
type column struct {
	width int
	right bool
}

const gap = 2 // spaces between columns

func (p *printer) tabel(t render.Tabel) {
	if t.Bijschrift != "" {
		p.wrapped(t.Bijschrift)
	}
	var head []string
	for _, k := range t.Kolommen {
		text := k.Kop
		if k.Onder != "" {
			text += "\n" + k.Onder
		}
		head = append(head, text)
	}
	cols := widths(t.Kolommen, longest(t, head))
	ruled := false // a rule was just printed
	if strings.Join(head, "") != "" {
		p.columns(cols, head)
		p.line(strings.Repeat("-", Width))
		ruled = true
	}
	for i, r := range t.Rijen {
		if r.Soort == render.Tussenkop {
			if i > 0 {
				p.line("")
			}
			ruled = false
			p.line("[" + r.Cellen[0].Tekst + "]")
			continue
		}
		texts := make([]string, len(cols))
		for i, c := range r.Cellen {
			texts[i] = cel(c)
		}
		if r.Soort == render.Totaalrij && !ruled {
			p.line(strings.Repeat("-", Width))
		}
		ruled = false
		p.columns(cols, texts)
	}
}

// cel gives the text of a cell, with what stands below it.
func cel(c render.Cel) string {
	parts := c.Onder
	if c.Tekst != "" {
		parts = append([]string{c.Tekst}, c.Onder...)
	}
	return strings.Join(parts, "\n")
}

// longest gives how long the longest word of each column is.
func longest(t render.Tabel, head []string) []int {
	out := make([]int, len(t.Kolommen))
	look := func(i int, text string) {
		for _, word := range words(text) {
			out[i] = max(out[i], utf8.RuneCountInString(word))
		}
	}
	for i, text := range head {
		look(i, text)
	}
	for _, r := range t.Rijen {
		if r.Soort == render.Tussenkop {
			continue
		}
		for i, c := range r.Cellen {
			look(i, cel(c))
		}
	}
	return out
}

// widths divides the line over the columns in proportion; the last takes what
// is left. A column with a word that does not fit, such as an amount, takes from
// those that have room to spare.
func widths(kolommen []render.Kolom, woord []int) []column {
	var total float64
	for _, k := range kolommen {
		total += k.Breedte
	}
	room := Width - gap*(len(kolommen)-1)
	left := room
	cols := make([]column, len(kolommen))
	for i, k := range kolommen {
		cols[i] = column{max(4, int(float64(room)*k.Breedte/total)), k.Uitlijning == render.Rechts}
		left -= cols[i].width
	}
	if left > 0 {
		cols[len(cols)-1].width += left
	}
	for i := range cols {
		for cols[i].width < woord[i] {
			van := 0
			for j := range cols {
				if cols[j].width-woord[j] > cols[van].width-woord[van] {
					van = j
				}
			}
			if cols[van].width <= woord[van] {
				break // no column has room: the word is broken
			}
			cols[van].width--
			cols[i].width++
		}
	}
	return cols
}

// columns prints texts side by side, each wrapped in its column.
func (p *printer) columns(cols []column, texts []string) {
	cells := make([][]string, len(cols))
	height := 1
	for i, text := range texts {
		for _, part := range strings.Split(text, "\n") {
			cells[i] = append(cells[i], wrap(part, cols[i].width)...)
		}
		height = max(height, len(cells[i]))
	}
	for row := range height {
		var b strings.Builder
		for i, c := range cols {
			text := ""
			if row < len(cells[i]) {
				text = cells[i][row]
			}
			pad := strings.Repeat(" ", max(0, c.width-utf8.RuneCountInString(text)))
			if c.right {
				b.WriteString(pad + text)
			} else {
				b.WriteString(text + pad)
			}
			b.WriteString(strings.Repeat(" ", gap))
		}
		p.line(b.String())
	}
}

// words gives what may stand on a line of its own: a no-break space is part of one.
func words(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\n' })
}

// wrap breaks s into lines of at most width characters; a word that is longer
// is broken.
func wrap(s string, width int) []string {
	var lines []string
	line, length := "", 0
	flush := func() {
		if line != "" {
			lines = append(lines, line)
		}
		line, length = "", 0
	}
	for _, word := range words(s) {
		runes := []rune(word)
		if length > 0 && length+1+len(runes) > width {
			flush()
		}
		for len(runes) > width {
			flush()
			lines = append(lines, string(runes[:width]))
			runes = runes[width:]
		}
		if length > 0 {
			line += " "
			length++
		}
		line += string(runes)
		length += len(runes)
	}
	flush()
	if lines == nil {
		return []string{""}
	}
	return lines
}
