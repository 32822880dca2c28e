package pdf

import (
	"slices"

	"annex/render"
)

// A pattern fills a part of a bar. Patterns differ in shade and in the
// direction of their lines, so that they can be told apart on a black and
// white copy; neighbours in this list differ most.
type pattern int

const (
	patternDark pattern = iota
	patternLight
	patternRising
	patternMiddle
	patternDotted
	patternVertical
	patternFalling // late: beside patternRising it looks much the same
	patternStriped
	patternCrossed
	patternHorizontal
	patternCount
)

// patternsOf gives each name of a part its pattern, the same in every figure of
// the document, in order of first appearance. Names share a pattern only when
// there are more names than patterns; then rather not in one bar, and rather not
// in one figure.
func patternsOf(blocks []render.Blok) map[string]pattern {
	patterns := map[string]pattern{}
	var figures []render.Figuur
	for _, b := range blocks {
		if f, ok := b.(render.Figuur); ok {
			figures = append(figures, f)
		}
	}
	for _, f := range figures {
		for _, name := range partNames(f) {
			if _, known := patterns[name]; !known {
				patterns[name] = freePattern(figures, name, patterns)
			}
		}
	}
	return patterns
}

// partNames are the names of the parts of a figure, in order of first appearance.
func partNames(f render.Figuur) []string {
	var names []string
	seen := map[string]bool{}
	for _, b := range f.Balken {
		for _, d := range b.Delen {
			if !seen[d.Naam] {
				seen[d.Naam] = true
				names = append(names, d.Naam)
			}
		}
	}
	return names
}

// freePattern is the first of the patterns that are least in the way of a name.
func freePattern(figures []render.Figuur, name string, patterns map[string]pattern) pattern {
	var cost [patternCount]int
	for _, p := range patterns {
		cost[p]++
	}
	const inFigure, inBar = 1_000, 1_000_000
	named := func(d render.Deel) bool { return d.Naam == name }
	charge := func(parts []render.Deel, amount int) {
		for _, d := range parts {
			if p, known := patterns[d.Naam]; known {
				cost[p] += amount
			}
		}
	}
	for _, f := range figures {
		if !slices.ContainsFunc(f.Balken, func(b render.Balk) bool { return slices.ContainsFunc(b.Delen, named) }) {
			continue
		}
		for _, b := range f.Balken {
			if slices.ContainsFunc(b.Delen, named) {
				charge(b.Delen, inBar)
			} else {
				charge(b.Delen, inFigure)
			}
		}
	}
	return pattern(slices.Index(cost[:], slices.Min(cost[:])))
}

const hatchSpacing = 1.5 // mm between two lines

var (
	patternLightTint  = colour{0xDD, 0xE3, 0xEA}
	patternMiddleTint = colour{0x9C, 0xA8, 0xB6}
)

func (p pattern) ground() colour {
	switch p {
	case patternDark, patternStriped:
		return accent
	case patternLight:
		return patternLightTint
	case patternMiddle:
		return patternMiddleTint
	}
	return white
}

// paint fills a rectangle with the pattern and draws its outline.
func (p pattern) paint(c *canvas, x, y, w, h float64) {
	c.fill(x, y, w, h, p.ground())
	switch p {
	case patternRising:
		hatch(c, x, y, w, h, true, accent)
	case patternFalling:
		hatch(c, x, y, w, h, false, accent)
	case patternCrossed:
		hatch(c, x, y, w, h, true, accent)
		hatch(c, x, y, w, h, false, accent)
	case patternStriped:
		hatch(c, x, y, w, h, false, white)
	case patternVertical:
		for at := hatchSpacing / 2; at < w; at += hatchSpacing / 1.5 {
			c.line(x+at, y, x+at, y+h, 0.2, accent)
		}
	case patternHorizontal:
		for at := hatchSpacing / 2; at < h; at += hatchSpacing / 1.5 {
			c.line(x, y+at, x+w, y+at, 0.2, accent)
		}
	case patternDotted:
		dots(c, x, y, w, h)
	}
	c.frame(x, y, w, h, 0.25, ruleDark)
}

// hatch draws lines at 45 degrees, cut off at the rectangle.
func hatch(c *canvas, x, y, w, h float64, rising bool, k colour) {
	for at := hatchSpacing / 2; at < w+h; at += hatchSpacing {
		// The line of all points whose distances from the left and from the
		// bottom (rising: from the top) add up to at.
		x1, x2 := max(0, at-h), min(at, w)
		y1, y2 := at-x1, at-x2
		if rising {
			c.line(x+x1, y+y1, x+x2, y+y2, 0.22, k)
		} else {
			c.line(x+x1, y+h-y1, x+x2, y+h-y2, 0.22, k)
		}
	}
}

// dots draws rows of dots, every second row shifted, as far as they fit.
func dots(c *canvas, x, y, w, h float64) {
	const dot, step = 0.5, 1.05
	for row, dy := 0, 0.35; dy+dot <= h; row, dy = row+1, dy+step {
		for dx := 0.35 + float64(row%2)*step/2; dx+dot <= w; dx += step {
			c.fill(x+dx, y+dy, dot, dot, accent)
		}
	}
}

func (p pattern) swatch(c *canvas, x, y float64) {
	p.paint(c, x, y+(legendStyle.leading-swatchHeight)/2, swatchWidth, swatchHeight)
}

// label sets an amount on the pattern; on lines it gets a clear ground.
func (p pattern) label(c *canvas, x, y, width float64, text string) {
	style := barLabelStyle
	switch p {
	case patternDark:
		style = style.withColour(white)
	case patternLight, patternMiddle:
	default:
		c.fill(x-0.8, y+0.1, width+1.6, style.leading-0.2, white)
	}
	c.text(style, x, y, text)
}
