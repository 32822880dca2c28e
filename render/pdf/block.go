package pdf

// A textBlock is lines of text in one style that belong to one element:
// a paragraph, a heading, a caption, the body of a list item.
type textBlock struct {
	element *element
	style   textStyle
	kind    pieceKind
	x       float64
	lines   []string
	flows   bool
	// boxed: printed in a frame over the full width, with a tint.
	boxed bool
	// first draws what belongs to the first line, such as a bullet.
	first func(c *canvas, y float64)
}

// keepLines is how many lines of a paragraph stay together at the foot and at
// the top of a page.
const keepLines = 2

const (
	boxPadding = 2.6
	boxBar     = 1.1 // the bar at the left of a box
)

func (b textBlock) padding() float64 {
	if b.boxed {
		return boxPadding
	}
	return 0
}

func (b textBlock) height(lines int) float64 {
	return float64(lines)*b.style.leading + 2*b.padding()
}

func (b textBlock) piece() *piece {
	least := min(keepLines, len(b.lines))
	if len(b.lines) < 2*keepLines {
		least = len(b.lines) // too short to divide
	}
	return &piece{
		kind: b.kind, height: b.height(len(b.lines)), flows: b.flows && least < len(b.lines),
		least: b.height(least), split: b.split, draw: b.draw,
	}
}

func (b textBlock) split(avail float64, force bool) (head, rest *piece) {
	n := int((avail - 2*b.padding() + rounding) / b.style.leading)
	n = min(n, len(b.lines)-keepLines)
	if n < keepLines {
		if !force {
			return nil, nil
		}
		n = max(1, n)
	}
	upper, lower := b, b
	upper.lines, lower.lines = b.lines[:n], b.lines[n:]
	lower.first = nil
	return upper.piece(), lower.piece()
}

func (b textBlock) draw(c *canvas, y float64) {
	x := b.x
	if b.boxed {
		h := b.height(len(b.lines))
		c.artifact(artifactLayout, func() {
			c.fill(b.x, y, textWidth, h, boxTint)
			c.frame(b.x, y, textWidth, h, 0.2, ruleDark)
			c.fill(b.x, y, boxBar, h, accent)
		})
		x += boxBar + boxPadding
		y += boxPadding
	}
	if b.first != nil {
		b.first(c, y)
	}
	c.content(b.element, func() {
		for i, line := range b.lines {
			c.text(b.style, x, y+float64(i)*b.style.leading, line)
		}
	})
}
