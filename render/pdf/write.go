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
	drawing, err := Draw(d)
	if err != nil {
		return err
	}
	return drawing.Write(w, files...)
}

// A Drawing is a document on its pages, before anything is attached to it. What is
// attached may take as long to make as the drawing itself; neither waits for the other.
type Drawing struct {
	document *render.Document
	canvas   *canvas
	pages    []byte // as fpdf wrote them
}

// Draw lays a document out and draws it. The error says what cannot be printed as it
// stands.
func Draw(d *render.Document) (*Drawing, error) {
	if err := check(d); err != nil {
		return nil, err
	}
	c := newCanvas()
	run := runningOf(d)
	drawPages(c, run, paginate(layOut(d), run.frame()))
	pages, err := c.output()
	if err != nil {
		return nil, notMade(err)
	}
	return &Drawing{d, c, pages}, nil
}

// Write completes the drawing with files attached, as Write does.
func (x *Drawing) Write(w io.Writer, files ...Attachment) error {
	return x.write(w, finish.Court, files)
}

func (x *Drawing) write(w io.Writer, profile finish.Profile, files []Attachment) error {
	var b bytes.Buffer
	if err := finish.Write(&b, x.pages, described(x.document, x.canvas, profile, files)); err != nil {
		return notMade(err)
	}
	if _, err := b.WriteTo(w); err != nil {
		return fmt.Errorf("de PDF kon niet worden geschreven: %w", err)
	}
	return nil
}

func notMade(err error) error { return fmt.Errorf("de PDF kon niet worden gemaakt: %w", err) }

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
