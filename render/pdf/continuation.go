package pdf

import (
	"slices"
	"strings"

	"annex/render"
)

// continued follows a name that is repeated on a next page.
const continued = " (vervolg)"

const (
	continuedGap   = 1.2 // between the name of a table and its header, where they are repeated
	continuedLines = 2   // what a repeated subheading may take: it stands in full where its rows begin
)

// A continuation is what a reader sees again above a table that goes on on a next
// page: what it is about, its header, and the subheading that its rows belong to.
// A listener has heard it before.
type continuation struct {
	name string // may be empty
	rows []tableRow
}

// under gives the continuation for the rows under a subheading.
func (c continuation) under(subheading render.Rij) continuation {
	if len(subheading.Cellen) == 0 {
		return c
	}
	style, _ := rowStyles(render.Tussenkop, wholeRow)
	row := cell{column: wholeRow}
	for _, line := range continuedName(style, subheading.Cellen[0].Tekst, wholeRow.width, continuedLines) {
		row.lines = append(row.lines, cellLine{style: style, text: line})
	}
	if len(row.lines) > 0 {
		c.rows = append(slices.Clone(c.rows), tableRow{kind: render.Tussenkop, cells: []cell{row}})
	}
	return c
}

// piece gives nil if there is nothing to repeat, or too much.
func (c continuation) piece() *piece {
	height := 0.0
	name := continuedName(smallStyle, c.name, textWidth, 1)
	if len(name) > 0 {
		height += smallStyle.leading + continuedGap
	}
	for _, row := range c.rows {
		height += row.height()
	}
	if height == 0 || height > repeatedHeader {
		return nil
	}
	return &piece{kind: tableHeadPiece, height: height, draw: func(canvas *canvas, y float64) {
		canvas.artifact(artifactAgain, func() {
			if len(name) > 0 {
				drawLines(canvas, smallStyle, marginLeft, y, name, false)
				y += smallStyle.leading + continuedGap
			}
			for _, row := range c.rows {
				row.drawAgain(canvas, y)
				y += row.height()
			}
		})
	}}
}

// continuedName breaks a name in lines, of which the last says that it is repeated.
// A name of white space has none.
func continuedName(style textStyle, name string, width float64, most int) []string {
	lines := shortened(style, name, width, most)
	if len(lines) == 0 {
		return nil
	}
	last := shortened(style, strings.TrimRightFunc(lines[len(lines)-1], isBreakingSpace), width-style.width(continued), 1)
	return append(lines[:len(lines)-1], last[0]+continued)
}
