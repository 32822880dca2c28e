package pdf

import (
	"fmt"
	"math"
	"sync"
	"unicode"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// A face is one of the two fonts that are embedded. Two is a choice: each face
// costs about 3 ms per document in fpdf.
type face struct {
	style   string // fpdf's name for the style
	ttf     []byte
	metrics func() *metrics // parsed at first use, then shared by all documents
}

var (
	regular = newFace("", liberationsansregular.TTF)
	bold    = newFace("B", liberationsansbold.TTF)
)

func newFace(style string, ttf []byte) *face {
	return &face{style: style, ttf: ttf, metrics: sync.OnceValue(func() *metrics { return parseMetrics(ttf) })}
}

// metrics answers the two questions layout has for a font. It reads the font's
// own tables and not fpdf's copy of them, because layout comes before there is
// an fpdf document, and because fpdf gives no error for a missing glyph.
type metrics struct {
	font *sfnt.Font
	// latin holds the widths of the runes that make up nearly all text.
	latin [0x180]int
}

func parseMetrics(ttf []byte) *metrics {
	f, err := sfnt.Parse(ttf)
	if err != nil {
		// The fonts are compiled in: this is a broken build, not a broken input.
		panic(fmt.Sprintf("render/pdf: embedded font: %v", err))
	}
	m := &metrics{font: f}
	for r := range m.latin {
		m.latin[r] = m.lookup(rune(r))
	}
	return m
}

func (m *metrics) has(r rune) bool {
	g, err := m.font.GlyphIndex(nil, r)
	return err == nil && g != 0
}

// lookup gives the width of a rune in thousandths of the font size, rounded as
// fpdf rounds it: a reader advances by the widths fpdf writes.
func (m *metrics) lookup(r rune) int {
	g, err := m.font.GlyphIndex(nil, r)
	if err != nil {
		return 0
	}
	perEm := m.font.UnitsPerEm()
	advance, err := m.font.GlyphAdvance(nil, g, fixed.Int26_6(perEm), font.HintingNone)
	if err != nil {
		return 0
	}
	return int(math.Round(1000 / float64(perEm) * float64(advance)))
}

// units is the width of s in thousandths of the font size.
func (m *metrics) units(s string) int {
	sum := 0
	for _, r := range s {
		sum += m.rune(r)
	}
	return sum
}

func (m *metrics) rune(r rune) int {
	if int(r) < len(m.latin) {
		return m.latin[r]
	}
	return m.lookup(r)
}

// Printable says whether the embedded fonts can show the rune as it should be
// shown. It is false for what has no glyph and for what fpdf sets wrongly:
// it places one glyph after the other, from left to right, without shaping.
// Write refuses a document that holds a rune that is not printable.
func Printable(r rune) bool {
	switch {
	case r >= ' ' && r <= '~':
		return true
	case r < ' ', r > 0xFFFF, r == unicode.ReplacementChar:
		return false // fpdf panics above U+FFFF; U+FFFD stands for text already lost
	case !unicode.IsPrint(r) && !unicode.Is(unicode.Zs, r):
		return false // controls, format characters, private use
	case unicode.Is(unicode.M, r):
		return false // combining marks would not land on their letter
	case !unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Common):
		return false
	}
	m := regular.metrics()
	return m.has(r) && m.rune(r) > 0 // tone marks take no room of their own
}
