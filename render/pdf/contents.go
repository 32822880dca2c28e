package pdf

import (
	"strconv"
	"strings"

	"annex/render"
)

const (
	roleContents     role = "TOC"
	roleContentsItem role = "TOCI"
	roleReference    role = "Reference"

	contentsGap   = 0.9  // between two lines of the table of contents
	contentsLines = 3    // what one heading may take: it stands in full in the document
	contentsRoom  = 12.0 // kept free at the right for the number of the page
	leaderStep    = 1.6  // mm from one dot to the next
	leaderDot     = 0.3
	leaderMargin  = 2.0 // between the dots and what is at both ends
	leaderSetback = 0.1 // of a dot above the baseline
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
	style := headingStyles[0]
	if lines := breakLines(style, b.Kop, textWidth); len(lines) > 0 {
		p := textBlock{element: l.part.child(roleParagraph), style: style, kind: headingPiece, x: marginLeft, lines: lines}.piece()
		p.bond, p.newPage = firm, b.NieuwePagina
		l.add(p, headingBefore[0], headingAfter[0])
		l.headed = true
	}
	var list *element
	before := paragraphGap
	for i := range blocks {
		listed := l.listed[i]
		switch {
		case listed == nil:
			continue
		case list == nil:
			list = l.part.child(roleContents)
		default:
			l.pieces[len(l.pieces)-1].bond = together
		}
		l.add(contentsLine(list.child(roleContentsItem), listed), before, 0)
		before = contentsGap
	}
	l.after = blockGap
}

// contentsLine is one line of the table of contents, and leads to its heading.
func contentsLine(item *element, listed *listing) *piece {
	link := item.child(roleReference).child(roleLink)
	style := bodyStyle
	lines := shortened(style, listed.text, textWidth-contentsRoom-leaderMargin, contentsLines)
	height := float64(len(lines)) * style.leading
	return &piece{kind: contentsPiece, height: height, draw: func(c *canvas, y float64) {
		page := strconv.Itoa(listed.page)
		right := marginLeft + textWidth
		last := y + float64(len(lines)-1)*style.leading
		c.content(link, func() {
			drawLines(c, style, marginLeft, y, apart(lines), false)
			c.textRight(style, right, last, page)
		})
		c.link(link, marginLeft, y, textWidth, height, target{element: listed.element, says: listed.text})
		c.artifact(artifactLayout, func() {
			leader(c, marginLeft+style.width(lines[len(lines)-1])+leaderMargin, right-style.width(page)-leaderMargin, last+style.baseline)
		})
	}}
}

// leader draws dots on a baseline from one place to another. They are drawn and
// not typed, so that no dots stand in the text that is copied from the page, and
// they stand on one grid, so that those of all lines are below each other.
func leader(c *canvas, from, to, baseline float64) {
	for x := marginLeft + textWidth - leaderStep; x >= from; x -= leaderStep {
		if x+leaderDot <= to {
			c.fill(x, baseline-leaderSetback-leaderDot, leaderDot, leaderDot, darkGrey)
		}
	}
}
