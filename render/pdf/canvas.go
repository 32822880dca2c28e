package pdf

import (
	"bytes"
	"fmt"
	"io"

	"codeberg.org/go-pdf/fpdf"

	"annex/render"
)

// A role is what a piece of content is to its reader, named as the standard
// structure types of PDF (ISO 32000-1, 14.8.4).
type role string

const (
	roleDocument  role = "Document"
	roleTitle     role = "H1"
	roleParagraph role = "P"
	roleList      role = "L"
	roleListItem  role = "LI"
	roleLabel     role = "Lbl"
	roleListBody  role = "LBody"
	roleTable     role = "Table"
	roleCaption   role = "Caption"
	roleRow       role = "TR"
	roleHeadCell  role = "TH"
	roleCell      role = "TD"
	roleFigure    role = "Figure"
)

// headingRoles are one deeper than the level of a Kop: the title is H1.
var headingRoles = [...]role{"H2", "H3", "H4"}

// An element is a node of the document's structure. Content that falls apart
// on paper (a paragraph over two pages) keeps one element.
type element struct {
	role   role
	parent *element
	alt    string // what a figure shows, in words
}

func (e *element) child(r role) *element { return &element{role: r, parent: e} }

// An artifact is what stands on the page without being part of the text.
type artifact string

const (
	artifactLayout  artifact = "Layout"     // rules, backgrounds
	artifactRunning artifact = "Pagination" // running head and foot, a repeated table header
)

// canvas is the only place that draws. Everything is drawn inside content or
// artifact, so that marking it (BDC ... EMC) for a tagged PDF is a matter of
// these two methods; drawing outside of them is an error.
type canvas struct {
	pdf     *fpdf.Fpdf
	within  bool     // inside content or artifact
	element *element // the element being drawn; nil inside an artifact
	// face, size and ink are what fpdf was last set to.
	face *face
	size float64
	ink  colour
	// observe, if set, is told of every text as it is drawn: e is nil for an
	// artifact. The tests read along with it.
	observe func(page int, e *element, text string)
}

const fontFamily = "annex"

func newCanvas() *canvas {
	p := fpdf.New("P", "mm", "A4", "")
	p.SetAutoPageBreak(false, 0)
	p.SetCatalogSort(true)
	for _, f := range []*face{regular, bold} {
		p.AddUTF8FontFromBytes(fontFamily, f.style, f.ttf)
	}
	// A font is set from the start: without one, fpdf would not write bookmarks
	// as Unicode.
	p.SetFont(fontFamily, regular.style, bodyStyle.size)
	return &canvas{pdf: p, face: regular, size: bodyStyle.size}
}

func (c *canvas) setProperties(d *render.Document) {
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

func (c *canvas) newPage() { c.pdf.AddPage() }

// content draws what belongs to an element of the text.
func (c *canvas) content(e *element, draw func()) {
	c.mark(e, draw)
}

// artifact draws what a reader who listens should not hear. Its kind has no
// effect until the marks are written: a tagged PDF names it.
func (c *canvas) artifact(_ artifact, draw func()) {
	c.mark(nil, draw)
}

func (c *canvas) mark(e *element, draw func()) {
	if c.within {
		c.pdf.SetErrorf("render/pdf: marked content inside marked content")
		return
	}
	c.within, c.element = true, e
	draw()
	c.within = false
}

// inside guards that nothing is drawn without a role.
func (c *canvas) inside() bool {
	if !c.within {
		c.pdf.SetErrorf("render/pdf: drawing outside content and artifact")
	}
	return c.within
}

// text sets one line with its top left corner at (x, y).
func (c *canvas) text(s textStyle, x, y float64, text string) {
	if !c.inside() {
		return
	}
	if c.face != s.face || c.size != s.size {
		c.pdf.SetFont(fontFamily, s.face.style, s.size)
		c.face, c.size = s.face, s.size
	}
	if c.ink != s.colour {
		c.pdf.SetTextColor(s.colour.r, s.colour.g, s.colour.b)
		c.ink = s.colour
	}
	c.pdf.Text(x, y+s.baseline, text)
	if c.observe != nil {
		c.observe(c.pdf.PageNo(), c.element, text)
	}
}

// textRight sets one line that ends at x.
func (c *canvas) textRight(s textStyle, x, y float64, text string) {
	c.text(s, x-s.width(text), y, text)
}

// line draws a straight line of the given thickness (mm).
func (c *canvas) line(x1, y1, x2, y2, thickness float64, k colour) {
	if !c.inside() {
		return
	}
	c.pdf.SetDrawColor(k.r, k.g, k.b)
	c.pdf.SetLineWidth(thickness)
	c.pdf.Line(x1, y1, x2, y2)
}

// fill paints a rectangle.
func (c *canvas) fill(x, y, w, h float64, k colour) {
	if !c.inside() {
		return
	}
	c.pdf.SetFillColor(k.r, k.g, k.b)
	c.pdf.Rect(x, y, w, h, "F")
}

// frame draws the outline of a rectangle.
func (c *canvas) frame(x, y, w, h, thickness float64, k colour) {
	if !c.inside() {
		return
	}
	c.pdf.SetDrawColor(k.r, k.g, k.b)
	c.pdf.SetLineWidth(thickness)
	c.pdf.Rect(x, y, w, h, "D")
}

// bookmark adds a line to the outline that leads to height y of this page.
func (c *canvas) bookmark(text string, level int, y float64) {
	c.pdf.Bookmark(text, level, y)
}

// output writes the document, or nothing when it could not be made.
func (c *canvas) output(w io.Writer) error {
	var b bytes.Buffer
	if err := c.pdf.Output(&b); err != nil {
		return fmt.Errorf("de PDF kon niet worden gemaakt: %w", err)
	}
	if _, err := b.WriteTo(w); err != nil {
		return fmt.Errorf("de PDF kon niet worden geschreven: %w", err)
	}
	return nil
}
