package pdf

import (
	"slices"
	"strconv"
	"strings"

	"annex/render"
)

const (
	roleContents     role = "TOC"
	roleContentsItem role = "TOCI"
	roleReference    role = "Reference"

	contentsGap   = 0.7 // between two lines of the table of contents
	contentsLines = 3   // what one heading may take: it stands in full in the document
	contentsRoom  = 7.0 // kept free at the right for the number of the page
	twoColumns    = 5   // so many headings stand in two columns
	columnLines   = 2   // what one heading may take there
	onePiece      = 24  // of more the columns could be higher than a page
	leaderStep    = 1.6 // mm from one dot to the next
	leaderDot     = 0.3
	leaderMargin  = 2.0 // between the dots and what is at both ends
	leaderSetback = 0.1 // of a dot above the baseline

	contentsGutter = 9.0 // between two columns
)

// A listing is a heading as the table of contents lists it. Its page is known
// only when the pieces have been put on pages.
type listing struct {
	text    string
	element *element // of the heading
	page    int
}

// listedIn gives the headings that the table of contents lists, by their place
// among the blocks.
func listedIn(blocks []render.Blok) map[int]*listing {
	listed := map[int]*listing{}
	for i, b := range blocks {
		if k, ok := b.(render.Kop); ok && k.Niveau <= 1 && strings.TrimSpace(k.Tekst) != "" {
			listed[i] = &listing{text: strings.TrimSpace(k.Tekst)}
		}
	}
	return listed
}

// number tells the headings on which page they came to stand.
func number(pages [][]placed) {
	for i, page := range pages {
		for _, p := range page {
			if p.piece.listed != nil {
				p.piece.listed.page = i + 1
			}
		}
	}
}

// contents lays out the table of contents: one line per heading of level 1, with
// dots up to the number of its page.
func (l *layout) contents(b render.Inhoudsopgave, blocks int) {
	style := headingStyles[1]
	if lines := breakLines(style, b.Kop, textWidth); len(lines) > 0 {
		p := textBlock{element: l.part.child(roleParagraph), style: style, kind: headingPiece, x: marginLeft, lines: lines}.piece()
		p.bond = firm
		l.add(p, headingBefore[1], headingAfter[1])
		l.headed = true
	}
	var all []*listing
	for i := range blocks {
		if listed := l.listed[i]; listed != nil {
			all = append(all, listed)
		}
	}
	if len(all) == 0 {
		return
	}
	list := l.part.child(roleContents)
	if inColumns(all) {
		l.add(contentsColumns(list, all), paragraphGap, blockGap)
		return
	}
	before := paragraphGap
	for i, listed := range all {
		line := lineOf(list, listed, textWidth)
		p := &piece{kind: contentsPiece, height: line.height(), draw: func(c *canvas, y float64) { line.draw(c, marginLeft, y) }}
		if i+1 < len(all) {
			p.bond = together
		}
		l.add(p, before, 0)
		before = contentsGap
	}
	l.after = blockGap
}

// contentsColumn is the width of one of two columns.
const contentsColumn = (textWidth - contentsGutter) / 2

// inColumns says whether two columns do: not for a few headings, not for so many
// that they can need a next page, and not for one that is too long.
func inColumns(all []*listing) bool {
	return len(all) >= twoColumns && len(all) <= onePiece && !slices.ContainsFunc(all, func(l *listing) bool {
		return len(breakLines(contentsStyle, l.text, contentsColumn-contentsRoom-leaderMargin)) > columnLines
	})
}

// contentsColumns sets the lines in two columns, in the first as many as in the
// second or one more.
func contentsColumns(list *element, all []*listing) *piece {
	const width = contentsColumn
	var columns [2][]contentsLine
	var heights [2]float64
	for i, listed := range all {
		column := 0
		if i >= (len(all)+1)/2 {
			column = 1
		}
		line := lineOf(list, listed, width)
		if len(columns[column]) > 0 {
			heights[column] += contentsGap
		}
		columns[column] = append(columns[column], line)
		heights[column] += line.height()
	}
	return &piece{kind: contentsPiece, height: max(heights[0], heights[1]), draw: func(c *canvas, y float64) {
		for i, lines := range columns {
			at := y
			for _, line := range lines {
				line.draw(c, marginLeft+float64(i)*(width+contentsGutter), at)
				at += line.height() + contentsGap
			}
		}
	}}
}

// A contentsLine is one heading in the table of contents, and leads to it.
type contentsLine struct {
	link   *element
	listed *listing
	lines  []string
	width  float64
}

func lineOf(list *element, listed *listing, width float64) contentsLine {
	link := list.child(roleContentsItem).child(roleReference).child(roleLink)
	return contentsLine{link, listed, shortened(contentsStyle, listed.text, width-contentsRoom-leaderMargin, contentsLines), width}
}

func (l contentsLine) height() float64 { return float64(len(l.lines)) * contentsStyle.leading }

// draw draws the line with its top left corner at (x, y).
func (l contentsLine) draw(c *canvas, x, y float64) {
	style := contentsStyle
	page := strconv.Itoa(l.listed.page)
	right := x + l.width
	last := y + float64(len(l.lines)-1)*style.leading
	c.content(l.link, func() {
		drawLines(c, style, x, y, apart(l.lines), false)
		c.textRight(style, right, last, page)
	})
	c.link(l.link, x, y, l.width, l.height(), target{element: l.listed.element, says: l.listed.text})
	c.artifact(artifactLayout, func() {
		leader(c, x+style.width(l.lines[len(l.lines)-1])+leaderMargin, right-style.width(page)-leaderMargin, right, last+style.baseline)
	})
}

// leader draws dots on a baseline from one place to another. They are drawn and
// not typed, so that no dots stand in the text that is copied from the page, and
// they stand on one grid, from the right edge of their column on, so that those of
// all lines are below each other.
func leader(c *canvas, from, to, edge, baseline float64) {
	for x := edge - leaderStep; x >= from; x -= leaderStep {
		if x+leaderDot <= to {
			c.fill(x, baseline-leaderSetback-leaderDot, leaderDot, leaderDot, darkGrey)
		}
	}
}
