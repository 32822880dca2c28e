package pdf

import (
	"strconv"
	"strings"

	"annex/render"
)

const (
	roleContents     role = "TOC"
	roleContentsItem role = "TOCI"

	contentsGap   = 0.9  // between two lines of the table of contents
	contentsRoom  = 12.0 // kept free at the right for the number of the page
	leaderStep    = 1.6  // mm from one dot to the next
	leaderDot     = 0.3
	leaderMargin  = 2.0 // between the dots and what is at both ends
	leaderSetback = 0.1 // of a dot above the baseline
)

// A target is a place in the document that something else refers to. Its page is
// known only when the pieces have been put on pages.
type target struct {
	text string
	page int
}

// targetsOf gives each heading that the table of contents lists its target, by
// its place among the blocks.
func targetsOf(blocks []render.Blok) map[int]*target {
	targets := map[int]*target{}
	for i, b := range blocks {
		if k, ok := b.(render.Kop); ok && k.Niveau <= 1 && strings.TrimSpace(k.Tekst) != "" {
			targets[i] = &target{text: k.Tekst}
		}
	}
	return targets
}

// number tells the targets on which page they came to stand.
func number(pages [][]placed) {
	for i, page := range pages {
		for _, p := range page {
			if p.piece.target != nil {
				p.piece.target.page = i + 1
			}
		}
	}
}

// contents lays out the table of contents: one line per heading of level 1, with
// dots up to the number of its page.
func (l *layout) contents(b render.Inhoudsopgave, blocks int) {
	style := headingStyles[0]
	if lines := breakLines(style, b.Kop, textWidth); len(lines) > 0 {
		p := textBlock{element: l.root.child(roleParagraph), style: style, kind: headingPiece, x: marginLeft, lines: lines}.piece()
		p.bond, p.newPage = firm, b.NieuwePagina
		l.add(p, headingBefore[0], headingAfter[0])
		l.headed = true
	}
	list := l.root.child(roleContents)
	before := paragraphGap
	for i := range blocks {
		t := l.targets[i]
		if t == nil {
			continue
		}
		if before == contentsGap { // not the first
			l.pieces[len(l.pieces)-1].bond = together
		}
		l.add(contentsLine(list.child(roleContentsItem), t), before, 0)
		before = contentsGap
	}
	l.after = blockGap
}

// contentsLine is one line of the table of contents.
func contentsLine(item *element, t *target) *piece {
	style := bodyStyle
	lines := breakLines(style, t.text, textWidth-contentsRoom-leaderMargin)
	return &piece{kind: contentsPiece, height: float64(len(lines)) * style.leading, draw: func(c *canvas, y float64) {
		page := strconv.Itoa(t.page)
		right := marginLeft + textWidth
		last := y + float64(len(lines)-1)*style.leading
		c.content(item, func() {
			drawLines(c, style, marginLeft, y, lines, false)
			c.textRight(style, right, last, page)
		})
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
