// Package pdf writes a document as a PDF: A4, one embedded family, laid out
// with care for where a page ends. The same document gives the same bytes.
//
// It works in three steps: layout turns blocks into pieces with a height
// (layout.go, and a file for
// each kind of block), the page breaker puts the pieces
// on pages (piece.go), and the canvas draws them (canvas.go). Only the canvas
// knows fpdf.
package pdf

import (
	"io"

	"annex/render"
)

// Write writes the document to w. It writes nothing, and says why, when the
// document holds something that cannot be printed as it stands.
func Write(w io.Writer, d *render.Document) error {
	if err := check(d); err != nil {
		return err
	}
	c := newCanvas()
	c.setProperties(d)
	run := runningOf(d)
	drawPages(c, run, paginate(layOut(d), run.frame()))
	return c.output(w)
}

func drawPages(c *canvas, run running, pages [][]placed) {
	number(pages)
	for i, page := range pages {
		c.newPage()
		run.drawHead(c)
		for _, p := range page {
			p.piece.draw(c, p.y)
		}
		run.drawFoot(c, i+1, len(pages))
	}
}
