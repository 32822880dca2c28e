package pdf

import (
	"bytes"
	"fmt"
	"time"

	"codeberg.org/go-pdf/fpdf"
)

// An artifact is what stands on the page without being part of the text, with
// what it is (ISO 32000-1, 14.8.2.2).
type artifact string

const (
	artifactLayout artifact = "/Type /Layout"                      // rules, backgrounds
	artifactAgain  artifact = "/Type /Pagination"                  // a repeated table header
	artifactHead   artifact = "/Type /Pagination /Subtype /Header" // the running head
	artifactFoot   artifact = "/Type /Pagination /Subtype /Footer" // the running foot
)

// canvas is the only place that draws. Everything is drawn inside content or
// artifact, which mark it in the page (BDC ... EMC); drawing outside of them is
// an error.
type canvas struct {
	pdf     *fpdf.Fpdf
	within  bool     // inside content or artifact
	element *element // the element being drawn; nil inside an artifact
	// marks is, for each page, how many marks it has.
	marks   []int
	root    *element // of what was drawn; nil before
	outline []bookmark
	// face, size and ink are what fpdf was last set to.
	face *face
	size float64
	ink  colour
	// observe, if set, is told of every text as it is drawn: e is nil for an
	// artifact. The tests read along with it.
	observe func(page int, e *element, text string)
}

// A bookmark is a line of the outline.
type bookmark struct {
	text  string
	level int // from 0
	place
}

const fontFamily = "annex"

func newCanvas() *canvas {
	p := fpdf.New("P", "mm", "A4", "")
	p.SetAutoPageBreak(false, 0)
	p.SetCatalogSort(true)
	p.SetCompression(false)                  // that is done once, and better, when the document is finished
	p.SetCreationDate(time.Unix(0, 0).UTC()) // so that fpdf does not take the clock
	p.SetModificationDate(time.Unix(0, 0).UTC())
	for _, f := range []*face{regular, bold} {
		p.AddUTF8FontFromBytes(fontFamily, f.style, f.ttf)
	}
	p.SetFont(fontFamily, regular.style, bodyStyle.size)
	return &canvas{pdf: p, face: regular, size: bodyStyle.size}
}

func (c *canvas) newPage() {
	c.pdf.AddPage()
	c.marks = append(c.marks, 0)
}

// page is the page being drawn, counted from 0.
func (c *canvas) page() int { return len(c.marks) - 1 }

// content draws what belongs to an element of the text. What is drawn of it in
// another call, on this page or a later one, is read right after it.
func (c *canvas) content(e *element, draw func()) {
	if len(e.kids) > 0 {
		c.pdf.SetErrorf("render/pdf: content of a %s that holds other elements", e.role)
		return
	}
	page := c.page()
	m := mark{page, c.marks[page]}
	c.marks[page]++
	e.marks = append(e.marks, m)
	if c.root == nil {
		c.root = e.root()
	}
	c.mark(e, fmt.Sprintf("/%s <</MCID %d>> BDC", e.role, m.id), draw)
}

// artifact draws what a reader who listens should not hear.
func (c *canvas) artifact(a artifact, draw func()) {
	c.mark(nil, "/Artifact <<"+string(a)+">> BDC", draw)
}

func (c *canvas) mark(e *element, begin string, draw func()) {
	if c.within {
		c.pdf.SetErrorf("render/pdf: marked content inside marked content")
		return
	}
	c.within, c.element = true, e
	c.pdf.RawWriteStr(begin)
	draw()
	c.pdf.RawWriteStr("EMC")
	c.within, c.element = false, nil
}

// link makes an area of this page lead to t. e is the element of role Link that
// holds what is drawn there; its areas on one page are one link.
func (c *canvas) link(e *element, x, y, w, h float64, t target) {
	if e.role != roleLink {
		c.pdf.SetErrorf("render/pdf: a link in a %s", e.role)
		return
	}
	page := c.page()
	if n := len(e.links); n == 0 || e.links[n-1].page != page {
		e.links = append(e.links, &link{page: page, target: t})
	}
	l := e.links[len(e.links)-1]
	l.areas = append(l.areas, area{x, y, w, h})
}

// begins tells that an element begins at height y of this page, so that links
// can lead to it.
func (c *canvas) begins(e *element, y float64) {
	if e.start == nil {
		e.start = &place{c.page(), y}
	}
}

// drawn tells that a part of the page is covered by what is being drawn.
func (c *canvas) drawn(x, y, w, h float64) {
	if c.element != nil && c.element.role == roleFigure {
		c.element.extent.add(c.page(), area{x, y, w, h})
	}
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
	c.drawn(x, y, s.width(text), s.leading)
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
	c.drawn(min(x1, x2), min(y1, y2), max(x1, x2)-min(x1, x2), max(y1, y2)-min(y1, y2))
}

// fill paints a rectangle.
func (c *canvas) fill(x, y, w, h float64, k colour) {
	if !c.inside() {
		return
	}
	c.pdf.SetFillColor(k.r, k.g, k.b)
	c.pdf.Rect(x, y, w, h, "F")
	c.drawn(x, y, w, h)
}

// frame draws the outline of a rectangle.
func (c *canvas) frame(x, y, w, h, thickness float64, k colour) {
	if !c.inside() {
		return
	}
	c.pdf.SetDrawColor(k.r, k.g, k.b)
	c.pdf.SetLineWidth(thickness)
	c.pdf.Rect(x, y, w, h, "D")
	c.drawn(x-thickness/2, y-thickness/2, w+thickness, h+thickness)
}

// bookmark adds a line to the outline that leads to height y of this page.
func (c *canvas) bookmark(text string, level int, y float64) {
	c.outline = append(c.outline, bookmark{text, level, place{c.page(), y}})
}

// output gives the pages and the fonts as fpdf writes them.
func (c *canvas) output() ([]byte, error) {
	var b bytes.Buffer
	err := c.pdf.Output(&b)
	return b.Bytes(), err
}
