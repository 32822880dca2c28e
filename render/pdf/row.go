package pdf

import (
	"iter"

	"annex/render"
)

// The line under a text that leads to a web address.
const (
	underlineBelow = 0.5 // mm below the baseline
	underlineWidth = 0.12
)

// A tableRow is one row of a table, laid out.
type tableRow struct {
	kind  render.RijSoort
	head  bool
	cells []cell
	// continued: the upper part of this row stands on the page before.
	continued bool
}

func (r tableRow) textHeight() float64 {
	highest := 0.0
	for _, c := range r.cells {
		highest = max(highest, c.height())
	}
	return highest
}

// splitLeast is how much of a row that is higher than a page has to fit for it
// to start on a page that is partly filled.
const splitLeast = 40.0

func (r tableRow) piece() *piece {
	kind := rowPiece
	if r.head {
		kind = tableHeadPiece
	}
	h := r.height()
	return &piece{kind: kind, height: h, least: min(h, splitLeast), split: r.split, draw: r.draw}
}

// split divides the lines of each cell. It is used only for a row that is
// higher than a page.
func (r tableRow) split(avail float64, force bool) (head, rest *piece) {
	if avail < splitLeast && !force {
		return nil, nil
	}
	room := avail - rowAbove - rowBelow + rounding
	upper, lower := r, r
	upper.cells, lower.cells = nil, nil
	lower.continued = true
	for _, c := range r.cells {
		n, used := 0, 0.0
		for n < len(c.lines) && used+c.lines[n].style.leading <= room {
			used += c.lines[n].style.leading
			n++
		}
		top, bottom := c, c
		top.lines, bottom.lines = c.lines[:n], c.lines[n:]
		upper.cells, lower.cells = append(upper.cells, top), append(lower.cells, bottom)
	}
	return upper.piece(), lower.piece()
}

func (r tableRow) draw(c *canvas, y float64) {
	c.artifact(artifactLayout, func() { r.rules(c, y) })
	for _, cell := range r.cells {
		top := r.top(cell, y)
		for lines := range sameElement(cell.lines) {
			c.content(lines[0].element, func() { top = cell.draw(c, top, lines) })
		}
	}
}

// drawAgain draws a row that is repeated, as no part of the text.
func (r tableRow) drawAgain(c *canvas, y float64) {
	r.rules(c, y)
	for _, cell := range r.cells {
		cell.draw(c, r.top(cell, y), cell.lines)
	}
}

func (r tableRow) height() float64 { return r.textHeight() + rowAbove + rowBelow }

// top is where the text of a cell begins in a row at height y.
func (r tableRow) top(cell cell, y float64) float64 {
	if r.head {
		return y + rowAbove + r.textHeight() - cell.height() // column heads stand on their rule
	}
	return y + rowAbove
}

// sameElement divides lines into runs of one element each.
func sameElement(lines []cellLine) iter.Seq[[]cellLine] {
	return func(yield func([]cellLine) bool) {
		for len(lines) > 0 {
			n := 1
			for n < len(lines) && lines[n].element == lines[0].element {
				n++
			}
			if !yield(lines[:n]) {
				return
			}
			lines = lines[n:]
		}
	}
}

// draw sets lines from height y on, and gives where they end.
func (cl cell) draw(c *canvas, y float64, lines []cellLine) float64 {
	for _, line := range lines {
		x, width := cl.column.x, line.style.width(line.text)
		if cl.column.right {
			x += cl.column.width - width
			if cl.column.hangs(line.text) {
				x += line.style.width(asterisk)
			}
		}
		c.text(line.style, x, y, line.text)
		if line.target.address != "" {
			c.line(x, y+line.style.baseline+underlineBelow, x+width, y+line.style.baseline+underlineBelow, underlineWidth, line.style.colour)
			c.link(line.element, x, y, width, line.style.leading, line.target)
		}
		y += line.style.leading
	}
	return y
}

// rules draws the lines and the background of a row.
func (r tableRow) rules(c *canvas, y float64) {
	h := r.height()
	left, right := marginLeft, marginLeft+textWidth
	switch {
	case r.head:
		c.line(left, y+h, right, y+h, 0.3, ruleDark)
		return
	case r.kind == render.Tussenkop:
		c.fill(left, y, textWidth, h, band)
		return
	}
	c.line(left, y+h, right, y+h, 0.12, ruleLight)
	if r.kind == render.Totaalrij && !r.continued {
		c.line(left, y, right, y, 0.3, ruleDark)
	}
}
