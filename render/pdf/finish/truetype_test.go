package finish

import (
	"testing"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
)

// Liberation Sans Bold, in units of 2048 to the em, by its own tables: glyph 0 is
// 1536 wide.
func TestTrueType(t *testing.T) {
	font, err := parseTrueType(liberationsansbold.TTF)
	if err != nil {
		t.Fatal(err)
	}
	if font.name != "LiberationSans-Bold" || font.unitsPerEm != 2048 {
		t.Errorf("%s, %d units", font.name, font.unitsPerEm)
	}
	if w, ok := font.width(0); !ok || w != 750 {
		t.Errorf("glyph 0 is %d wide", w)
	}
	if _, ok := font.width(font.glyphs); ok {
		t.Error("a width for a glyph that is not there")
	}
}

// A damaged font is an error, wherever it ends.
func TestTrueTypeThatIsDamaged(t *testing.T) {
	whole := liberationsansbold.TTF
	for n := 0; n < len(whole); n += 1 + n/7 {
		if _, err := parseTrueType(whole[:n]); err == nil {
			t.Errorf("no error for %d of %d bytes", n, len(whole))
		}
	}
	for at := range 400 {
		damaged := append([]byte(nil), whole...)
		damaged[at] ^= 0xFF
		_, _ = parseTrueType(damaged) // does not panic
	}
}
