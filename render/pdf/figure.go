package pdf

import (
	"math"
	"slices"

	"annex/render"
)

const (
	barNameWidth  = 33.0 // names of the bars, left of them
	barTotalWidth = 24.0 // the whole, right of the bar
	barGap        = 3.0  // between name, bar and total
	barX          = marginLeft + barNameWidth + barGap
	barWidth      = textWidth - barNameWidth - barTotalWidth - 2*barGap
	barHeight     = 6.6
	barMinimum    = 0.7 // a part that is not nothing is always seen
	// barSideLines is how many lines a name or a total may take beside its bar;
	// a longer one stands above the bar.
	barSideLines = 3
	barNameGap   = 1.6 // between such a line and the bar
	barLabelRoom = 3.0 // what a part has to be wider than its amount
	belowBarGap  = 0.9 // between a bar and the amounts below it

	swatchWidth  = 5.0
	swatchHeight = 2.8
	swatchGap    = 1.2
	legendGap    = 4.0 // between two entries on one line
)

// figure lays out a figure: its caption, one legend, and one piece per bar. It
// goes over to a next page only when it fits on none.
func (l *layout) figure(f render.Figuur) {
	if f.Bijschrift == "" && len(f.Balken) == 0 {
		return
	}
	group := l.part.child(roleGroup)
	before := blockGap
	if lines := breakLines(captionStyle, f.Bijschrift, textWidth); len(lines) > 0 {
		// Beside the figure and not in it: of a figure a listener hears what it shows
		// in words, in the place of all it holds.
		p := textBlock{element: group.child(roleCaption), style: captionStyle, kind: headingPiece, x: marginLeft, lines: lines}.piece()
		p.bond = firm
		l.add(p, before, 0)
		before = 1.6
	}
	if len(f.Balken) == 0 {
		l.after = blockGap
		return
	}
	e := group.child(roleFigure)
	e.alt = f.Alternatief
	for _, p := range l.legend(e, f) {
		p.bond = firm
		l.add(p, before, 0)
		before = 0
	}
	if before == 0 {
		before = 3.0
	}
	scale := scaleOf(f)
	for i, b := range f.Balken {
		pieces := l.bar(e, b, scale)
		for j, p := range pieces {
			p.bond = firm
			if j == len(pieces)-1 {
				p.bond = together
				if i == len(f.Balken)-1 {
					p.bond = loose
				}
			}
			l.add(p, max(before, p.before), 0)
			before = 0
		}
		before = 3.0
	}
	l.after = blockGap
}

// legend lays out the names of the parts, each once, with their patterns.
func (l *layout) legend(figure *element, f render.Figuur) []*piece {
	var entries []legendEntry
	for _, name := range partNames(f) {
		if name != "" {
			entries = append(entries, legendEntry{pattern: l.patterns[name], text: name})
		}
	}
	return legendPieces(figure, entries, marginLeft, textWidth)
}

// scaleOf gives the mm per unit at which the longest bar fills the width.
func scaleOf(f render.Figuur) float64 {
	longest := max(0, f.Langste.InexactFloat64())
	for _, b := range f.Balken {
		sum := 0.0
		for _, d := range b.Delen {
			sum += size(d)
		}
		longest = max(longest, sum)
	}
	if longest == 0 {
		return 0
	}
	return barWidth / longest
}

// size is the value of a part as a length; what is negative has none.
func size(d render.Deel) float64 {
	v := d.Waarde.InexactFloat64()
	if math.IsInf(v, 0) {
		return 0
	}
	return max(0, v)
}

// A barPart is a part of a bar with its place on the page.
type barPart struct {
	pattern  pattern
	x, width float64
	text     string
}

// labelled says whether the amount stands in the part.
func (p barPart) labelled() bool {
	return p.text != "" && barLabelStyle.width(p.text)+barLabelRoom <= p.width
}

func (l *layout) barParts(b render.Balk, scale float64) []barPart {
	var parts []barPart
	x := barX
	for _, d := range b.Delen {
		w := size(d) * scale
		if w > 0 {
			w = max(w, barMinimum)
		}
		w = max(0, min(w, barX+barWidth-x))
		parts = append(parts, barPart{l.patterns[d.Naam], x, w, d.Tekst})
		x += w
	}
	return parts
}

// bar lays out a bar with its name, its total and the amounts of its parts.
func (l *layout) bar(figure *element, b render.Balk, scale float64) []*piece {
	name := breakLines(cellStyle, b.Naam, barNameWidth)
	total := breakLines(cellStyle.bold(), b.Tekst, barTotalWidth)
	var pieces []*piece
	above := func(style textStyle, text string) {
		pieces = append(pieces, textBlock{element: figure, style: style, x: marginLeft, flows: true,
			lines: apart(breakLines(style, text, textWidth))}.piece())
	}
	if len(name) > barSideLines {
		above(cellStyle, b.Naam)
		name = nil
	}
	if len(total) > barSideLines {
		above(cellStyle.bold(), b.Tekst)
		total = nil
	}
	before := 0.0
	if len(pieces) > 0 {
		before = barNameGap
	}
	parts := l.barParts(b, scale)
	var outside []legendEntry
	for _, p := range parts {
		if p.text != "" && !p.labelled() {
			e := legendEntry{pattern: p.pattern, text: p.text}
			e.x = p.x + (p.width-e.width())/2
			outside = append(outside, e)
		}
	}
	own, below := barHeight, outside
	if spread(outside, barX, barWidth) { // one line, under the parts it belongs to
		below = nil
		if len(outside) > 0 {
			own += belowBarGap + legendStyle.leading
		}
	} else {
		outside = nil
	}
	top := (barHeight - cellStyle.leading) / 2
	side := top + float64(max(len(name), len(total)))*cellStyle.leading
	pieces = append(pieces, &piece{kind: barPiece, before: before, height: max(own, side) + 1.2, draw: func(c *canvas, y float64) {
		c.content(figure, func() {
			drawLines(c, cellStyle, marginLeft, y+top, apart(name), false)
			drawBar(c, y, parts)
			drawLines(c, cellStyle.bold(), marginLeft+textWidth, y+top, apart(total), true)
			drawEntries(c, outside, y+barHeight+belowBarGap)
		})
	}})
	return append(pieces, legendPieces(figure, below, barX, barWidth)...)
}

// apart ends the lines of a text with a space: in a figure texts follow each
// other that are not one sentence.
func apart(lines []string) []string {
	if len(lines) == 0 {
		return nil
	}
	lines = slices.Clone(lines)
	lines[len(lines)-1] += " "
	return lines
}

func drawLines(c *canvas, s textStyle, x, y float64, lines []string, right bool) {
	for i, line := range lines {
		at := y + float64(i)*s.leading
		if right {
			c.textRight(s, x, at, line)
		} else {
			c.text(s, x, at, line)
		}
	}
}

// drawBar draws the parts of a bar and, where there is room, their amounts.
func drawBar(c *canvas, y float64, parts []barPart) {
	for _, p := range parts {
		if p.width <= 0 {
			continue
		}
		p.pattern.paint(c, p.x, y, p.width, barHeight)
		if p.labelled() {
			w := barLabelStyle.width(p.text)
			p.pattern.label(c, p.x+(p.width-w)/2, y+(barHeight-barLabelStyle.leading)/2, w, p.text+" ")
		}
	}
	c.line(barX, y-1, barX, y+barHeight+1, 0.3, ruleDark) // where the scale starts
}

// legendEntry is a swatch with a text: the name of a part, or its amount.
type legendEntry struct {
	pattern pattern
	text    string
	x       float64
}

const legendIndent = swatchWidth + swatchGap

func (e legendEntry) width() float64 { return legendIndent + legendStyle.width(e.text) }

// spread moves the entries of one line apart, and to within the width from left
// on. It gives false when they do not fit on a line.
func spread(entries []legendEntry, left, width float64) bool {
	sum := -legendGap
	for _, e := range entries {
		sum += e.width() + legendGap
	}
	if sum > width {
		return false
	}
	at := left
	for i := range entries {
		entries[i].x = max(entries[i].x, at)
		at = entries[i].x + entries[i].width() + legendGap
	}
	at = left + width
	for i := len(entries) - 1; i >= 0; i-- {
		entries[i].x = min(entries[i].x, at-entries[i].width())
		at = entries[i].x - legendGap
	}
	return true
}

// legendPieces sets entries one after the other, as many on a line as will fit.
// An entry that is longer than a line gets lines of its own.
func legendPieces(figure *element, entries []legendEntry, left, width float64) []*piece {
	var pieces []*piece
	var line []legendEntry
	x := left
	flush := func() {
		if len(line) > 0 {
			pieces = append(pieces, legendLine(figure, line))
		}
		line, x = nil, left
	}
	for _, entry := range entries {
		w := entry.width()
		if x+w > left+width {
			flush()
		}
		if w > width {
			pieces = append(pieces, textBlock{element: figure, style: legendStyle, x: left + legendIndent, flows: true,
				lines: apart(breakLines(legendStyle, entry.text, width-legendIndent)),
				first: func(c *canvas, y float64) {
					c.content(figure, func() { entry.pattern.swatch(c, left, y) })
				}}.piece())
			continue
		}
		entry.x = x
		line = append(line, entry)
		x += w + legendGap
	}
	flush()
	return pieces
}

func legendLine(figure *element, line []legendEntry) *piece {
	return &piece{height: legendStyle.leading, draw: func(c *canvas, y float64) {
		c.content(figure, func() { drawEntries(c, line, y) })
	}}
}

func drawEntries(c *canvas, entries []legendEntry, y float64) {
	for _, e := range entries {
		e.pattern.swatch(c, e.x, y)
		c.text(legendStyle, e.x+legendIndent, y, e.text+" ")
	}
}
