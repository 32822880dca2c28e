// Package pdf writes a document as a PDF: A4, one embedded family, laid out
// with care for where a page ends. The same document gives the same bytes.
//
// It works in three steps: layout turns blocks into pieces with a height
// (layout.go, block.go, table.go, figure.go), the page breaker puts the pieces
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
	setProperties(c, d)
	run := runningOf(d)
	drawPages(c, run, paginate(layOut(d), run.frame()))
	return c.output(w)
}

func setProperties(c *canvas, d *render.Document) {
	for _, p := range []struct {
		set  func(string, bool)
		text string
	}{{c.pdf.SetTitle, d.Titel}, {c.pdf.SetSubject, d.Onderwerp}, {c.pdf.SetAuthor, d.Auteur}} {
		if p.text != "" { // fpdf writes an empty property as a stray byte order mark
			p.set(p.text, true)
		}
	}
	c.pdf.SetLang("nl-NL")
	c.pdf.SetCreator("annex", true)
	c.pdf.SetProducer("annex (go-pdf/fpdf)", true)
	c.pdf.SetCreationDate(d.Datum)
	c.pdf.SetModificationDate(d.Datum)
}

func drawPages(c *canvas, run running, pages [][]placed) {
	for i, page := range pages {
		c.newPage()
		run.drawHead(c)
		for _, p := range page {
			p.piece.draw(c, p.y)
		}
		run.drawFoot(c, i+1, len(pages))
	}
}
