package pdf

import "annex/render"

// A tableRow is one row of a table, laid out.
type tableRow struct {
	element *element
	kind    render.RijSoort
	head    bool
	cells   []cell
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
	h := r.textHeight() + rowAbove + rowBelow
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

func (r tableRow) draw(c *canvas, y float64) { r.drawAs(c, y, c.content) }

// drawAgain draws a repeated table header, which a listener has heard before.
func (r tableRow) drawAgain(c *canvas, y float64) {
	r.drawAs(c, y, func(_ *element, draw func()) { c.artifact(artifactRunning, draw) })
}

func (r tableRow) drawAs(c *canvas, y float64, mark func(*element, func())) {
	h := r.textHeight() + rowAbove + rowBelow
	c.artifact(artifactLayout, func() { r.rules(c, y, h) })
	for _, cell := range r.cells {
		if len(cell.lines) == 0 {
			continue
		}
		top := y + rowAbove
		if r.head {
			top += r.textHeight() - cell.height() // column heads stand on their rule
		}
		mark(cell.element, func() {
			for _, line := range cell.lines {
				if cell.column.right {
					c.textRight(line.style, cell.column.x+cell.column.width, top, line.text)
				} else {
					c.text(line.style, cell.column.x, top, line.text)
				}
				top += line.style.leading
			}
		})
	}
}

// rules draws the lines and the background of a row of height h.
func (r tableRow) rules(c *canvas, y, h float64) {
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
