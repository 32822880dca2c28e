package tagged

import (
	"fmt"
	"math"
	"strings"

	"annex/render/pdf/object"
)

// maxState is how deep graphics states may lie in each other (ISO 32000-1,
// annex C: 28 is what every reader takes).
const maxState = 512

// Shown is a piece of text as one operator shows it.
type Shown struct {
	Font  *Font
	Codes []int
	// Text is what the codes read as; U+FFFD for a code of which the font does not
	// say it.
	Text string
	// Where the first letter begins and the last one ends, and the height of the
	// letters, in points on the page.
	X, Y, EndX, EndY, Size float64
}

// matrix is [a b c d e f] of ISO 32000-1, 8.3.3.
type matrix [6]float64

func (m matrix) times(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

var identity = matrix{1, 0, 0, 1, 0, 0}

// state is the part of the graphics state that text hangs on.
type state struct {
	ctm                                matrix
	font                               *Font
	size, char, word, leading, scaling float64
	rise                               float64
}

// Page follows the content of one page, operation by operation.
type Page struct {
	file  *object.File
	fonts object.Dict
	known map[object.Object]*Font // fonts of the document by their reference
	limit *int

	state
	saved      []state
	text, line matrix
}

// NewPage begins at the top of the content of a page. Fonts are kept in known,
// which the pages of a document share; limit is how many bytes of fonts' tables
// may still be read.
func NewPage(f *object.File, page object.Dict, known map[object.Object]*Font, limit *int) *Page {
	resources := f.Dict(f.Inherited(page, "Resources"))
	return &Page{file: f, fonts: f.Dict(resources["Font"]), known: known, limit: limit,
		state: state{ctm: identity, scaling: 1}, text: identity, line: identity}
}

// Do carries out one operation, and gives the text that it shows, if it does.
func (p *Page) Do(op object.Operation) (*Shown, error) {
	switch op.Operator {
	case "q":
		if len(p.saved) == maxState {
			return nil, fmt.Errorf("more than %d graphics states in each other", maxState)
		}
		p.saved = append(p.saved, p.state)
	case "Q":
		if len(p.saved) == 0 {
			return nil, fmt.Errorf("the operator Q without q")
		}
		p.state = p.saved[len(p.saved)-1]
		p.saved = p.saved[:len(p.saved)-1]
	case "cm":
		p.ctm = numbers(op, 6).matrix().times(p.ctm)
	case "BT":
		p.text, p.line = identity, identity
	case "Tf":
		return nil, p.setFont(op)
	case "Tc":
		p.char = numbers(op, 1)[0]
	case "Tw":
		p.word = numbers(op, 1)[0]
	case "Tz":
		p.scaling = numbers(op, 1)[0] / 100
	case "TL":
		p.leading = numbers(op, 1)[0]
	case "Ts":
		p.rise = numbers(op, 1)[0]
	case "Td", "TD":
		n := numbers(op, 2)
		if op.Operator == "TD" {
			p.leading = -n[1]
		}
		p.move(n[0], n[1])
	case "Tm":
		p.text = numbers(op, 6).matrix()
		p.line = p.text
	case "T*":
		p.move(0, -p.leading)
	case "Tj", "TJ":
		return p.show(op)
	case "'":
		p.move(0, -p.leading)
		return p.show(op)
	case "\"":
		n := numbers(op, 3)
		p.word, p.char = n[0], n[1]
		p.move(0, -p.leading)
		return p.show(op)
	}
	return nil, nil
}

func (p *Page) move(x, y float64) {
	p.line = matrix{1, 0, 0, 1, x, y}.times(p.line)
	p.text = p.line
}

type values []float64

func (v values) matrix() matrix { return matrix(v) }

// numbers gives the first n operands; what is no number is 0.
func numbers(op object.Operation, n int) values {
	v := make(values, n)
	for i := range min(n, len(op.Operands)) {
		if x, ok := op.Operands[i].(object.Number); ok {
			v[i], _ = x.Float()
		}
	}
	return v
}

func (p *Page) setFont(op object.Operation) error {
	if len(op.Operands) != 2 {
		return fmt.Errorf("the operator Tf without a font and a size")
	}
	name, _ := op.Operands[0].(object.Name)
	size, _ := op.Operands[1].(object.Number)
	p.size, _ = size.Float()
	o := p.fonts[name]
	ref, isRef := o.(object.Ref)
	if isRef && p.known[ref] != nil {
		p.font = p.known[ref]
		return nil
	}
	font, err := newFont(p.file, o, p.limit)
	if err != nil {
		return fmt.Errorf("font %s: %w", name, err)
	}
	if isRef {
		p.known[ref] = font
	}
	p.font = font
	return nil
}

func (p *Page) show(op object.Operation) (*Shown, error) {
	if p.font == nil {
		return nil, fmt.Errorf("text without a font")
	}
	if len(op.Operands) == 0 {
		return nil, fmt.Errorf("%s without text", op.Operator)
	}
	last := op.Operands[len(op.Operands)-1]
	parts, isArray := last.(object.Array)
	if !isArray {
		parts = object.Array{last}
	}
	s := &Shown{Font: p.font}
	s.X, s.Y = p.place()
	where := p.text.times(p.ctm)
	s.Size = p.size * math.Hypot(where[2], where[3])
	var text strings.Builder
	for _, part := range parts {
		switch part := part.(type) {
		case object.String:
			for _, c := range p.font.codes(part) {
				s.Codes = append(s.Codes, c)
				u, ok := p.font.Unicode(c)
				if !ok {
					u = "\uFFFD"
				}
				text.WriteString(u)
				advance := p.font.Width(c)/1000*p.size + p.char
				if p.font.bytes == 1 && c == ' ' { // ISO 32000-1, 9.3.3
					advance += p.word
				}
				p.advance(advance * p.scaling)
			}
		case object.Number:
			n, _ := part.Float()
			p.advance(-n / 1000 * p.size * p.scaling)
			// What is moved more than a thin space is a space to a reader.
			if n < -200 && len(s.Codes) > 0 && !strings.HasSuffix(text.String(), " ") {
				text.WriteByte(' ')
			}
		}
	}
	s.Text = text.String()
	s.EndX, s.EndY = p.place()
	return s, nil
}

func (p *Page) advance(x float64) { p.text = matrix{1, 0, 0, 1, x, 0}.times(p.text) }

func (p *Page) place() (x, y float64) {
	m := p.text.times(p.ctm)
	return p.rise*m[2] + m[4], p.rise*m[3] + m[5]
}
