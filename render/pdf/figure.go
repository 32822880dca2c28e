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

	swatchWidth  = 3.6
	swatchHeight = 2.6
	swatchGap    = 1.2
	legendGap    = 4.0 // between two entries on one line
	legendWidth  = marginLeft + textWidth - barX
)

// figure lays out a figure as one piece per bar and per line of its legend, so
// that a figure of many bars can go over to a next page.
func (l *layout) figure(f render.Figuur) {
	e := l.root.child(roleFigure)
	e.alt = f.Alternatief
	before := blockGap
	if lines := breakLines(captionStyle, f.Bijschrift, textWidth); len(lines) > 0 {
		p := textBlock{element: e.child(roleCaption), style: captionStyle, kind: headingPiece, x: marginLeft, lines: lines}.piece()
		p.bond = firm
		l.add(p, before, 0)
		before = 2.4
	}
	patterns, scale := patternsOf(f), scaleOf(f)
	for i, b := range f.Balken {
		pieces := barPieces(e, b, patterns, scale)
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
		before = 3.4
	}
	l.after = blockGap
}

// patternsOf gives each name its pattern: the same name looks the same in every
// bar, and no two parts of one bar look alike as long as there are patterns left.
func patternsOf(f render.Figuur) map[string]pattern {
	patterns := map[string]pattern{}
	for _, b := range f.Balken {
		for _, d := range b.Delen {
			if _, known := patterns[d.Naam]; !known {
				patterns[d.Naam] = freePattern(f, d.Naam, patterns)
			}
		}
	}
	return patterns
}

// freePattern is the first pattern that no other part has in the bars where the
// name occurs.
func freePattern(f render.Figuur, name string, patterns map[string]pattern) pattern {
	var taken [patternCount]bool
	for _, b := range f.Balken {
		if !slices.ContainsFunc(b.Delen, func(d render.Deel) bool { return d.Naam == name }) {
			continue
		}
		for _, d := range b.Delen {
			if p, known := patterns[d.Naam]; known {
				taken[p] = true
			}
		}
	}
	if i := slices.Index(taken[:], false); i >= 0 {
		return pattern(i)
	}
	return pattern(len(patterns)) % patternCount
}

// scaleOf gives the mm per unit at which the longest bar fills the width.
func scaleOf(f render.Figuur) float64 {
	longest := 0.0
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

func barPieces(figure *element, b render.Balk, patterns map[string]pattern, scale float64) []*piece {
	name := breakLines(cellStyle, b.Naam, barNameWidth)
	total := breakLines(cellStyle.bold(), b.Tekst, barTotalWidth)
	var pieces []*piece
	above := func(style textStyle, text string) {
		pieces = append(pieces, textBlock{element: figure, style: style, x: marginLeft, flows: true,
			lines: breakLines(style, text, textWidth)}.piece())
	}
	if len(name) > barSideLines {
		above(cellStyle, b.Naam)
		name = nil
	}
	if len(total) > barSideLines {
		above(cellStyle.bold(), b.Tekst)
		total = nil
	}
	side := float64(max(len(name), len(total))) * cellStyle.leading
	top := max(0, (barHeight-cellStyle.leading)/2)
	before := 0.0
	if len(pieces) > 0 {
		before = barNameGap
	}
	pieces = append(pieces, &piece{kind: barPiece, before: before, height: max(barHeight, top+side) + 1.2, draw: func(c *canvas, y float64) {
		c.content(figure, func() {
			drawLines(c, cellStyle, marginLeft, y+top, name, false)
			drawBar(c, y, b, patterns, scale)
			drawLines(c, cellStyle.bold(), marginLeft+textWidth, y+top, total, true)
		})
	}})
	return append(pieces, legend(figure, b, patterns)...)
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

// drawBar draws the parts of a bar and, where there is room, their amounts. The
// legend below the bar has them all.
func drawBar(c *canvas, y float64, b render.Balk, patterns map[string]pattern, scale float64) {
	x := barX
	for _, d := range b.Delen {
		w := size(d) * scale
		if w > 0 {
			w = max(w, barMinimum)
		}
		w = min(w, barX+barWidth-x)
		if w <= 0 {
			continue
		}
		p := patterns[d.Naam]
		p.paint(c, x, y, w, barHeight)
		if label := barLabelStyle.width(d.Tekst); d.Tekst != "" && label+3 <= w {
			p.label(c, x+(w-label)/2, y+(barHeight-barLabelStyle.leading)/2, label, d.Tekst)
		}
		x += w
	}
	c.line(barX, y-1, barX, y+barHeight+1, 0.3, ruleDark) // where the scale starts
}

// legendEntry is a swatch with the name and the amount of a part.
type legendEntry struct {
	pattern pattern
	text    string
	x       float64
}

// legend sets the entries of a bar one after the other, as many on a line as
// will fit. An entry that is longer than a line gets lines of its own.
func legend(figure *element, b render.Balk, patterns map[string]pattern) []*piece {
	const indent = swatchWidth + swatchGap
	var pieces []*piece
	var line []legendEntry
	x := barX
	flush := func() {
		if len(line) > 0 {
			pieces = append(pieces, legendLine(figure, line))
		}
		line, x = nil, barX
	}
	for _, d := range b.Delen {
		entry := legendEntry{pattern: patterns[d.Naam], text: joined(d.Naam, d.Tekst)}
		w := indent + legendStyle.width(entry.text)
		if x+w > barX+legendWidth {
			flush()
		}
		if w > legendWidth {
			pieces = append(pieces, textBlock{element: figure, style: legendStyle, x: barX + indent, flows: true,
				lines: breakLines(legendStyle, entry.text, legendWidth-indent),
				first: func(c *canvas, y float64) {
					c.content(figure, func() { entry.pattern.swatch(c, barX, y) })
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

func joined(name, amount string) string {
	if name == "" || amount == "" {
		return name + amount
	}
	return name + "  " + amount
}

func legendLine(figure *element, line []legendEntry) *piece {
	return &piece{height: legendStyle.leading, draw: func(c *canvas, y float64) {
		c.content(figure, func() {
			for _, e := range line {
				e.pattern.swatch(c, e.x, y)
				c.text(legendStyle, e.x+swatchWidth+swatchGap, y, e.text)
			}
		})
	}}
}
