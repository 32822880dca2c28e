package pdf

// A pattern fills a part of a bar. Patterns differ in shade and in the
// direction of their lines, so that they can be told apart on a black and
// white copy; neighbours in this list differ most.
type pattern int

const (
	patternDark pattern = iota
	patternLight
	patternRising
	patternMiddle
	patternFalling
	patternVertical
	patternCrossed
	patternCount
)

const hatchSpacing = 1.5 // mm between two lines

var (
	patternLightTint  = colour{0xDD, 0xE3, 0xEA}
	patternMiddleTint = colour{0x9C, 0xA8, 0xB6}
)

func (p pattern) ground() colour {
	switch p {
	case patternDark:
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
		hatch(c, x, y, w, h, true)
	case patternFalling:
		hatch(c, x, y, w, h, false)
	case patternCrossed:
		hatch(c, x, y, w, h, true)
		hatch(c, x, y, w, h, false)
	case patternVertical:
		for at := hatchSpacing / 2; at < w; at += hatchSpacing / 1.5 {
			c.line(x+at, y, x+at, y+h, 0.2, accent)
		}
	}
	c.frame(x, y, w, h, 0.25, ruleDark)
}

// hatch draws lines at 45 degrees, cut off at the rectangle.
func hatch(c *canvas, x, y, w, h float64, rising bool) {
	for at := hatchSpacing / 2; at < w+h; at += hatchSpacing {
		// The line of all points whose distances from the left and from the
		// bottom (rising: from the top) add up to at.
		x1, x2 := max(0, at-h), min(at, w)
		y1, y2 := at-x1, at-x2
		if rising {
			c.line(x+x1, y+y1, x+x2, y+y2, 0.22, accent)
		} else {
			c.line(x+x1, y+h-y1, x+x2, y+h-y2, 0.22, accent)
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
