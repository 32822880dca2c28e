package finish

import (
	"encoding/binary"
	"slices"
	"testing"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	ximage "golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// A reader of fonts that is not ours finds the same outlines and widths in the font
// without its instructions. It wants some of the tables that were left out, which it
// is given back.
func TestOutlinesStay(t *testing.T) {
	for name, whole := range map[string][]byte{"regular": liberationsansregular.TTF, "bold": liberationsansbold.TTF} {
		plain, err := outlinesOnly(whole)
		if err != nil {
			t.Fatal(err)
		}
		tables := tablesOf(t, plain)
		if got := slices.Sorted(func(yield func(string) bool) {
			for k := range tables {
				if !yield(k) {
					return
				}
			}
		}); !slices.Equal(got, kept) {
			t.Errorf("%s: tables %q", name, got)
		}
		if 10*len(plain) > 7*len(whole) {
			t.Errorf("%s: %d bytes of %d stay", name, len(plain), len(whole))
		}
		before, err := sfnt.Parse(whole)
		if err != nil {
			t.Fatal(err)
		}
		after, err := sfnt.Parse(withTables(plain, tablesOf(t, whole)))
		if err != nil {
			t.Fatal(err)
		}
		if before.NumGlyphs() != after.NumGlyphs() {
			t.Fatalf("%s: %d glyphs of %d", name, after.NumGlyphs(), before.NumGlyphs())
		}
		ppem := fixed.I(int(before.UnitsPerEm()))
		var a, b sfnt.Buffer
		drawn := 0
		for g := range before.NumGlyphs() {
			want, err := before.LoadGlyph(&a, sfnt.GlyphIndex(g), ppem, nil)
			if err != nil {
				t.Fatal(err)
			}
			got, err := after.LoadGlyph(&b, sfnt.GlyphIndex(g), ppem, nil)
			if err != nil || !slices.Equal(got, want) {
				t.Errorf("%s: glyph %d has another outline, %v", name, g, err)
			}
			if len(want) > 0 {
				drawn++
			}
			w, _ := before.GlyphAdvance(&a, sfnt.GlyphIndex(g), ppem, ximage.HintingNone)
			if v, err := after.GlyphAdvance(&b, sfnt.GlyphIndex(g), ppem, ximage.HintingNone); err != nil || v != w {
				t.Errorf("%s: glyph %d is %v wide, want %v", name, g, v, w)
			}
		}
		if drawn < 1000 {
			t.Errorf("%s: %d glyphs", name, drawn)
		}
	}
}

// The sums are those of the OpenType specification: of each table, and of the whole.
func TestSumsOfAFont(t *testing.T) {
	plain, err := outlinesOnly(liberationsansregular.TTF)
	if err != nil {
		t.Fatal(err)
	}
	sum := func(data []byte) (s uint32) {
		for i, c := range data {
			s += uint32(c) << (24 - 8*(i%4))
		}
		return s
	}
	if got := sum(plain); got != 0xB1B0AFBA {
		t.Errorf("the font adds up to %08X", got)
	}
	for i := range u16(plain, 4) {
		entry := plain[12+16*i : 28+16*i]
		at, length := binary.BigEndian.Uint32(entry[8:]), binary.BigEndian.Uint32(entry[12:])
		table := slices.Clone(plain[at : at+length])
		if string(entry[:4]) == "head" {
			clear(table[8:12])
		}
		if got, want := sum(table), binary.BigEndian.Uint32(entry[4:]); got != want || at%4 != 0 {
			t.Errorf("table %s at %d adds up to %08X, not %08X", entry[:4], at, got, want)
		}
	}
}

// A damaged font is an error, or another font; it is no crash.
func TestOutlinesOfADamagedFont(t *testing.T) {
	whole := liberationsansbold.TTF
	for n := 0; n < len(whole); n += 1 + n/7 {
		if _, err := outlinesOnly(whole[:n]); err == nil {
			t.Errorf("no error for %d of %d bytes", n, len(whole))
		}
	}
	for at := 0; at < len(whole); at += 1 + at/100 {
		damaged := slices.Clone(whole)
		damaged[at] ^= 0xFF
		_, _ = outlinesOnly(damaged)
	}
	for _, glyph := range [][]byte{{}, make([]byte, 9), {0, 1, 10: 0}, {0, 0, 11: 9}, {0xFF, 0xFF, 13: 0, 11: 0x20}, {0xFF, 0xFF, 10: 0, 11: 0x80, 15: 0}} {
		loca := []byte{0, 0, 0, byte(len(glyph) / 2)}
		if out, err := outline(glyph, loca, 0, false); err == nil && len(glyph) > 0 && len(out) > len(glyph) {
			t.Errorf("%v becomes %v", glyph, out)
		}
	}
}

func tablesOf(t *testing.T, data []byte) map[string][]byte {
	t.Helper()
	tables, err := trueTypeTables(data)
	if err != nil {
		t.Fatal(err)
	}
	return tables
}

// withTables gives a font the tables that it has not.
func withTables(data []byte, more map[string][]byte) []byte {
	tables, _ := trueTypeTables(data)
	return fontWith(tables, more)
}

// fontWith writes a font of tables, and of others that are not among them.
func fontWith(tables, more map[string][]byte) []byte {
	all := map[string][]byte{}
	for name, table := range more {
		all[name] = table
	}
	for name, table := range tables {
		all[name] = table
	}
	var names []string
	for name := range all {
		names = append(names, name)
	}
	slices.Sort(names)
	out := append([]byte{0, 1, 0, 0}, 0, byte(len(names)), 0, 0, 0, 0, 0, 0)
	at := 12 + 16*len(names)
	var body []byte
	for _, name := range names {
		out = append(out, name...)
		out = append(out, 0, 0, 0, 0)
		out = binary.BigEndian.AppendUint32(out, uint32(at+len(body)))
		out = binary.BigEndian.AppendUint32(out, uint32(len(all[name])))
		for body = append(body, all[name]...); len(body)%4 > 0; {
			body = append(body, 0)
		}
	}
	return append(out, body...)
}
