package pdf

import (
	"errors"
	"fmt"
	"image/color"

	"github.com/boombuler/barcode/qr"

	"annex/render"
)

const (
	codeSize    = 28.0 // of the symbol itself, without its quiet zone
	quietZone   = 4    // modules that stay white around a symbol (ISO/IEC 18004, 5.3.8)
	leastModule = 0.45 // mm; what a telephone still reads from a copy
	codeGap     = 3.0  // between the quiet zone and the text beside it
	// codeLines is how many lines may stand beside a code: no more than a page holds.
	codeLines = 20
)

// A symbol is the modules of a QR code: runs of dark ones, row by row.
type symbol struct {
	modules int // on a side
	runs    []run
}

// A run is dark modules beside each other: in row y, from x to before end.
type run struct{ y, x, end int }

// encode makes the QR code of a text, with error correction M: it can be read
// with up to 15% of it damaged. The same text gives the same symbol.
func encode(text string) (symbol, error) {
	if text == "" {
		return symbol{}, errors.New("de code heeft geen inhoud")
	}
	code, err := qr.Encode(text, qr.M, qr.Auto)
	if err != nil {
		return symbol{}, fmt.Errorf("de inhoud is te lang voor een QR-code (%d bytes)", len(text))
	}
	s := symbol{modules: code.Bounds().Dx()}
	for y := range s.modules {
		start := -1
		for x := range s.modules + 1 {
			dark := x < s.modules && color.GrayModel.Convert(code.At(x, y)) == color.Gray{}
			switch {
			case dark && start < 0:
				start = x
			case !dark && start >= 0:
				s.runs = append(s.runs, run{y, start, x})
				start = -1
			}
		}
	}
	return s, nil
}

// module is the side of one module, in mm.
func (s symbol) module() float64 {
	return max(codeSize/float64(s.modules), leastModule)
}

func (s symbol) size() float64 { return s.module() * float64(s.modules) }

func (s symbol) draw(c *canvas, x, y float64) {
	m := s.module()
	for _, r := range s.runs {
		c.fill(x+float64(r.x)*m, y+float64(r.y)*m, float64(r.end-r.x)*m, m, black)
	}
}

// A codeText is one text beside a code.
type codeText struct {
	style textStyle
	lines []string
}

// codeTexts sets the texts beside a symbol; the first is the strongest.
func codeTexts(b render.Code, s symbol) []codeText {
	var texts []codeText
	for i, text := range b.Naast {
		style := cellStyle
		if i == 0 {
			style = strongStyle
		}
		if lines := breakLines(style, text, marginLeft+textWidth-besideCode(s)); len(lines) > 0 {
			texts = append(texts, codeText{style, lines})
		}
	}
	return texts
}

// besideCode is where the text beside a symbol begins.
func besideCode(s symbol) float64 {
	return marginLeft + s.size() + quietZone*s.module() + codeGap
}

func checkCode(b render.Code) error {
	s, err := encode(b.Inhoud)
	if err != nil {
		return err
	}
	if b.Alternatief == "" {
		return errors.New("de code zegt niet in woorden wat zij is")
	}
	lines := 0
	for _, t := range codeTexts(b, s) {
		lines += len(t.lines)
	}
	if lines > codeLines {
		return fmt.Errorf("de tekst naast de code is te lang: %d regels, hoogstens %d", lines, codeLines)
	}
	return nil
}

// code lays out a QR code with its text to the right. The dark of the symbol
// stands on the left margin; its quiet zone reaches into that margin.
func (l *layout) code(b render.Code) {
	s, err := encode(b.Inhoud)
	if err != nil {
		return // cannot happen: check has refused it
	}
	figure := l.part.child(roleFigure)
	figure.alt = b.Alternatief
	texts := codeTexts(b, s)
	paragraphs := make([]*element, len(texts))
	height := 0.0
	for i, t := range texts {
		paragraphs[i] = l.part.child(roleParagraph)
		height += float64(len(t.lines)) * t.style.leading
	}
	quiet := quietZone * s.module()
	l.add(&piece{height: max(s.size()+2*quiet, height+quiet), draw: func(c *canvas, y float64) {
		y += quiet
		c.content(figure, func() { s.draw(c, marginLeft, y) })
		for i, t := range texts {
			c.content(paragraphs[i], func() { drawLines(c, t.style, besideCode(s), y, t.lines, false) })
			y += float64(len(t.lines)) * t.style.leading
		}
	}}, smallGap, smallGap)
}
