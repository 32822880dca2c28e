package pdf

import (
	"math"
	"testing"

	"annex/render"

	"golang.org/x/text/unicode/bidi"
)

func TestPrintable(t *testing.T) {
	for _, r := range "az AZ 09 € – — ‘’ “” „ … ë ü é Ç ç ï ĳ Ĳ Ł ł ş Ş ğ ń č ř ő ț ß ø Å § ¶ % ‰ ≤ ≥ × ÷ − ± ½ ² · • → Ω μ Ж \u00a0\u202f" {
		if !Printable(r) {
			t.Errorf("%q (%U) is not printable", r, r)
		}
	}
	for _, r := range "\x00\t\n\r\x1b\x7f\u0085\u00ad\u0301\u05d0\u0627\u200b\u200d\u200e\u200f\u2028\u202e\u2060\ufeff\ue000\ufffd\uffff☃✓漢あ한กअ😀𝔸\U0010ffff" {
		if Printable(r) {
			t.Errorf("%q (%U) is printable", r, r)
		}
	}
	if Printable(-1) || Printable(0xD800) {
		t.Error("what is no rune is printable")
	}
}

// What is printable is in both fonts, has a width, and runs from left to right.
func TestPrintableRunes(t *testing.T) {
	n := 0
	for r := rune(0); r <= 0x10FFFF; r++ {
		if !Printable(r) {
			continue
		}
		n++
		if !bold.metrics().has(r) || !regular.metrics().has(r) {
			t.Errorf("%U: missing in a font", r)
		}
		if regular.metrics().rune(r) <= 0 {
			t.Errorf("%U: no width", r)
		}
		p, _ := bidi.LookupRune(r)
		switch p.Class() {
		case bidi.R, bidi.AL, bidi.AN:
			t.Errorf("%U: runs from right to left", r)
		}
	}
	if n < 1000 {
		t.Errorf("%d printable runes: the fonts were not read", n)
	}
}

// Layout measures with our metrics, a reader advances by fpdf's: they are equal.
// This is also the proof that fpdf can read the fonts, of which it would only
// tell standard output.
func TestWidthsAreThoseOfFpdf(t *testing.T) {
	c := newCanvas()
	for _, f := range []*face{regular, bold} {
		c.pdf.SetFont(fontFamily, f.style, 1)
		for r := rune(' '); r <= 0xFFFF; r++ {
			if Printable(r) && f.metrics().rune(r) != c.pdf.GetStringSymbolWidth(string(r)) {
				t.Errorf("%q %U: we say %d, fpdf %d", f.style, r, f.metrics().rune(r), c.pdf.GetStringSymbolWidth(string(r)))
			}
		}
	}
	if err := c.pdf.Error(); err != nil {
		t.Fatal(err)
	}
}

func TestDigitsHaveOneWidth(t *testing.T) {
	for _, f := range []*face{regular, bold} {
		for r := '1'; r <= '9'; r++ {
			if f.metrics().rune(r) != f.metrics().rune('0') {
				t.Errorf("%q: %c is not as wide as 0", f.style, r)
			}
		}
	}
}

// Text has a contrast of at least 5.5:1 with what is behind it, a little more
// than WCAG 1.4.3 asks for: a copy in grey loses some.
func TestContrast(t *testing.T) {
	for name, c := range map[string]struct{ text, ground colour }{
		"small print":             {darkGrey, white},
		"row that does not apply": {mutedGrey, white},
		"subheading":              {black, band},
		"small print on a band":   {darkGrey, band},
		"box":                     {black, boxTint},
		"label on dark":           {white, patternDark.ground()},
		"label on light":          {black, patternLight.ground()},
		"label on middle":         {black, patternMiddle.ground()},
		"column head":             {columnHeadStyle.colour, white},
		"legend":                  {legendStyle.colour, white},
		"running head and foot":   {runningStyle.colour, white},
		"caution on its band":     {cautionStyle.colour, band},
		"letterhead":              {letterheadStyle.colour, white},
		"subtitle":                {subtitleStyle.colour, white},
		"small print in a cell":   {underCellStyle.colour, white},
		"row number":              {rowNumberStyle.colour, white},
		"label on the accent":     {white, accent},
	} {
		l1, l2 := luminance(c.text), luminance(c.ground)
		if ratio := (max(l1, l2) + 0.05) / (min(l1, l2) + 0.05); ratio < 5.5 {
			t.Errorf("%s: contrast %.1f", name, ratio)
		}
	}
}

// Whatever the kind of row, its text and its small print are dark and large
// enough on white paper.
func TestRowsCanBeRead(t *testing.T) {
	for kind := render.GewoneRij; kind <= render.GedempteRij; kind++ {
		for _, numbers := range []bool{false, true} {
			text, under := rowStyles(kind, column{numbers: numbers})
			for _, s := range []textStyle{text, under} {
				ratio := 1.05 / (luminance(s.colour) + 0.05)
				if ratio < 5.5 || s.size < 7.5 {
					t.Errorf("kind %d: %v points with a contrast of %.1f", kind, s.size, ratio)
				}
			}
		}
	}
}

// A no-break space is a space: it has the width of one, and no ink.
func TestNoBreakSpaceIsASpace(t *testing.T) {
	for _, f := range []*face{regular, bold} {
		m := f.metrics()
		if m.rune('\u00a0') != m.rune(' ') {
			t.Errorf("%q: %d wide, a space %d", f.style, m.rune('\u00a0'), m.rune(' '))
		}
		g, err := m.font.GlyphIndex(nil, '\u00a0')
		if err != nil {
			t.Fatal(err)
		}
		if outline, err := m.font.LoadGlyph(nil, g, 1000, nil); err != nil || len(outline) > 0 {
			t.Errorf("%q: has an outline of %d segments (%v)", f.style, len(outline), err)
		}
	}
}

func luminance(c colour) float64 {
	linear := func(v int) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.r) + 0.7152*linear(c.g) + 0.0722*linear(c.b)
}
