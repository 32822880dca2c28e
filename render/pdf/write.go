// Package pdf writes a document as a PDF: A4, one embedded family, laid out
// with care for where a page ends. It conforms to PDF/A and PDF/UA-1. The same
// document gives the same bytes.
//
// It works in four steps: layout turns blocks into pieces with a height
// (layout.go, and a file for each kind of block), the page breaker puts the
// pieces on pages (piece.go), the canvas draws them and marks what is drawn
// (canvas.go), and package finish adds what a document for a court has to say of
// itself. Only the canvas knows fpdf.
package pdf

import (
	"bytes"
	"fmt"
	"io"

	"annex/render"
	"annex/render/pdf/finish"
)

// An Attachment is a file that travels inside the document.
type Attachment = finish.Attachment

// A Relation is what an attached file is to the document.
type Relation = finish.Relation

const (
	Source     = finish.Source     // what the document was made from
	Supplement = finish.Supplement // what goes with it
	Data       = finish.Data       // what stands in it, for programs
)

// Write writes the document to w, with files attached if there are any: as
// PDF/A-3a with them, as PDF/A-2a without, and always as PDF/UA-1. It writes
// nothing, and says why, when the document holds something that cannot be
// printed as it stands.
func Write(w io.Writer, d *render.Document, files ...Attachment) error {
	return write(w, d, finish.Court, files)
}

func write(w io.Writer, d *render.Document, profile finish.Profile, files []Attachment) error {
	if err := check(d); err != nil {
		return err
	}
	c := newCanvas()
	run := runningOf(d)
	drawPages(c, run, paginate(layOut(d), run.frame()))
	var b bytes.Buffer
	drawn, err := c.output()
	if err == nil {
		err = finish.Write(&b, drawn, described(d, c, profile, files))
	}
	if err != nil {
		return fmt.Errorf("de PDF kon niet worden gemaakt: %w", err)
	}
	if _, err := b.WriteTo(w); err != nil {
		return fmt.Errorf("de PDF kon niet worden geschreven: %w", err)
	}
	return nil
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
