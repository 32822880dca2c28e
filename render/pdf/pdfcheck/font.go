package pdfcheck

import (
	"encoding/binary"
	"fmt"
	"maps"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"annex/render/pdf/object"
	"annex/render/pdf/tagged"
)

// fonts checks each font that a page names, and each letter that is used of it
// (ISO 19005-2, 6.2.11; ISO 14289-1, 7.21).
func (c *checker) fonts() {
	seen := map[object.Ref]bool{}
	for _, ref := range c.pages {
		resources := c.file.Dict(c.file.Inherited(c.file.Dict(ref), "Resources"))
		fonts := c.file.Dict(resources["Font"])
		for _, name := range slices.Sorted(maps.Keys(fonts)) {
			ref, ok := fonts[name].(object.Ref)
			if !ok {
				c.add(Font, "font "+string(name), "it is no object by itself")
			} else if !seen[ref] {
				seen[ref] = true
				c.font("font "+string(name), ref)
			}
		}
	}
}

// descriptor holds what a reader falls back on to ISO 32000-1, table 122. A font is
// either symbolic or not, and of a part of a font no CIDSet is asked that could be wrong.
func (c *checker) descriptor(where string, d object.Dict) {
	const symbolic, nonsymbolic = 1 << 2, 1 << 5
	flags, _ := c.file.Int(d["Flags"])
	if (flags&symbolic != 0) == (flags&nonsymbolic != 0) {
		c.add(Font, where, "its Flags (%d) do not say whether it is symbolic", flags)
	}
	if _, ok := c.rectangle(d["FontBBox"]); !ok {
		c.add(Font, where, "no FontBBox")
	}
	for _, key := range []object.Name{"ItalicAngle", "Ascent", "Descent", "CapHeight", "StemV"} {
		if _, ok := c.file.Float(d[key]); !ok {
			c.add(Font, where, "no %s", key)
		}
	}
	if d["CIDSet"] != nil {
		c.add(Font, where, "a CIDSet")
	}
}

// subsetName is the name of a font of which a part is embedded (ISO 32000-1, 9.6.4).
var subsetName = regexp.MustCompile(`^[A-Z]{6}\+[!-~]+$`)

func (c *checker) font(where string, ref object.Ref) {
	d := c.file.Dict(ref)
	descendants := c.file.Array(d["DescendantFonts"])
	if c.file.Name(d["Subtype"]) != "Type0" || c.file.Name(d["Encoding"]) != "Identity-H" || len(descendants) != 1 {
		c.add(Font, where, "it is not Type0 with Identity-H")
		return
	}
	descendant := c.file.Dict(descendants[0])
	descriptor := c.file.Dict(descendant["FontDescriptor"])
	name := c.file.Name(d["BaseFont"])
	if name != c.file.Name(descendant["BaseFont"]) || name != c.file.Name(descriptor["FontName"]) {
		c.add(Font, where, "it has three names: %s, %s and %s", name, c.file.Name(descendant["BaseFont"]), c.file.Name(descriptor["FontName"]))
	}
	if !subsetName.MatchString(string(name)) {
		c.add(Font, where, "its name %q does not say that it is a part of a font", string(name))
	}
	system := c.file.Dict(descendant["CIDSystemInfo"])
	registry, _ := c.file.String(system["Registry"])
	ordering, _ := c.file.String(system["Ordering"])
	if registry != "Adobe" || ordering != "Identity" {
		c.add(Font, where, "its CIDSystemInfo is %s-%s", registry, ordering)
	}
	c.descriptor(where, descriptor)
	embedded := c.file.Stream(descriptor["FontFile2"])
	if c.file.Name(descendant["Subtype"]) != "CIDFontType2" || embedded == nil {
		c.add(Font, where, "no TrueType font is embedded")
		return
	}
	var program *trueType
	data, err := embedded.Decoded()
	if err == nil {
		program, err = parseTrueType(data)
	}
	if err != nil {
		c.add(Font, where, "the embedded font cannot be read: %v", err)
		return
	}
	if n, _ := c.file.Int(embedded.Dict["Length1"]); n != len(data) {
		c.add(Font, where, "Length1 is %d, the font has %d bytes", n, len(data))
	}
	var glyphs []byte
	identity := c.file.Name(descendant["CIDToGIDMap"]) == "Identity"
	if s := c.file.Stream(descendant["CIDToGIDMap"]); s != nil {
		glyphs, err = s.Decoded()
	} else if !identity {
		c.add(Font, where, "no CIDToGIDMap")
		return
	}
	if err != nil {
		c.add(Font, where, "CIDToGIDMap: %v", err)
		return
	}
	if c.file.Stream(d["ToUnicode"]) == nil {
		c.add(ToUnicode, where, "no ToUnicode")
	}
	if used := c.known[ref]; used != nil {
		c.letters(where, used, slices.Sorted(maps.Keys(c.used[used])), program, func(code int) int {
			if identity {
				return code
			}
			if 2*code+1 >= len(glyphs) {
				return 0
			}
			return int(binary.BigEndian.Uint16(glyphs[2*code:]))
		})
	}
}

func (c *checker) letters(where string, font *tagged.Font, codes []int, program *trueType, glyph func(code int) int) {
	for _, code := range codes {
		g := glyph(code)
		text, ok := font.Unicode(code)
		switch {
		case !ok:
			c.add(ToUnicode, where, "code %04X: it is not said what it is", code)
		case strings.ContainsAny(text, "\x00\uFEFF\uFFFE\uFFFD"):
			c.add(ToUnicode, where, "code %04X reads as %+q", code, text)
		}
		if g == 0 || g >= program.glyphs {
			c.add(Glyph, where, "code %04X (%s) has no glyph in the font", code, text)
			continue
		}
		if program.empty(g) && strings.ContainsFunc(text, func(r rune) bool { return !unicode.IsSpace(r) }) {
			c.add(Glyph, where, "code %04X (%s) has an empty glyph", code, text)
		}
		if w := program.width(g); math.Abs(w-font.Width(code)) > 1 {
			c.add(Width, where, "code %04X (%s) is %.1f wide in the font, %.1f in the file", code, text, w, font.Width(code))
		}
	}
}

// trueType is what the check needs of a font (OpenType: head, hhea, hmtx, maxp,
// loca). The reader of fonts elsewhere in annex wants tables that a cut font does
// not have; and a check that shares code with what it checks, shares its faults.
type trueType struct {
	unitsPerEm, glyphs, metrics int
	hmtx, loca                  []byte
	long                        bool // loca has four bytes per glyph
	glyf                        int  // length of the outlines
}

func parseTrueType(data []byte) (*trueType, error) {
	if len(data) < 12 || binary.BigEndian.Uint32(data) != 0x00010000 {
		return nil, fmt.Errorf("it is no TrueType font")
	}
	tables := map[string][]byte{}
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		at := 12 + 16*i
		if at+16 > len(data) {
			return nil, fmt.Errorf("its list of tables is cut off")
		}
		offset, length := uint64(binary.BigEndian.Uint32(data[at+8:])), uint64(binary.BigEndian.Uint32(data[at+12:]))
		if offset+length > uint64(len(data)) {
			return nil, fmt.Errorf("table %q is cut off", data[at:at+4])
		}
		tables[string(data[at:at+4])] = data[offset : offset+length]
	}
	for name, least := range map[string]int{"head": 54, "hhea": 36, "maxp": 6} {
		if len(tables[name]) < least {
			return nil, fmt.Errorf("table %q is not there or cut off", name)
		}
	}
	t := &trueType{
		unitsPerEm: int(binary.BigEndian.Uint16(tables["head"][18:])), long: binary.BigEndian.Uint16(tables["head"][50:]) == 1,
		metrics: int(binary.BigEndian.Uint16(tables["hhea"][34:])), glyphs: int(binary.BigEndian.Uint16(tables["maxp"][4:])),
		hmtx: tables["hmtx"], loca: tables["loca"], glyf: len(tables["glyf"]),
	}
	perGlyph := 2
	if t.long {
		perGlyph = 4
	}
	if t.unitsPerEm == 0 || t.metrics == 0 || len(t.hmtx) < 4*t.metrics || len(t.loca) < perGlyph*(t.glyphs+1) {
		return nil, fmt.Errorf("its tables do not fit together")
	}
	for g := range t.glyphs {
		if from, to := t.outline(g); from > to || to > t.glyf {
			return nil, fmt.Errorf("glyph %d lies outside the font", g)
		}
	}
	return t, nil
}

// outline is where a glyph stands.
func (t *trueType) outline(g int) (from, to int) {
	if t.long {
		return int(binary.BigEndian.Uint32(t.loca[4*g:])), int(binary.BigEndian.Uint32(t.loca[4*g+4:]))
	}
	return 2 * int(binary.BigEndian.Uint16(t.loca[2*g:])), 2 * int(binary.BigEndian.Uint16(t.loca[2*g+2:]))
}

func (t *trueType) empty(g int) bool {
	from, to := t.outline(g)
	return from == to
}

// width is in thousandths of the size of the letters.
func (t *trueType) width(g int) float64 {
	return float64(binary.BigEndian.Uint16(t.hmtx[4*min(g, t.metrics-1):])) * 1000 / float64(t.unitsPerEm)
}
