package finish

import (
	"bytes"
	"crypto/sha256"
	"fmt"

	"annex/render/pdf/object"
)

// fonts gives each font its name, its widths and the way back to Unicode, from
// what is in it.
func (x *finisher) fonts() error {
	for _, f := range x.shape.fonts {
		if err := x.font(f); err != nil {
			return fmt.Errorf("font %v: %w", f.composite["BaseFont"], err)
		}
	}
	return nil
}

func (x *finisher) font(f font) error {
	data, err := f.program.Decoded()
	if err != nil {
		return err
	}
	glyphs, err := f.glyphs.Decoded()
	if err != nil {
		return err
	}
	program, err := parseTrueType(data)
	if err != nil {
		return err
	}
	used, err := usedCharacters(glyphs, program)
	if err != nil {
		return err
	}
	if len(used) == 0 { // no text is set in it
		delete(x.file.Dict(x.shape.resources["Font"]), f.name)
		return nil
	}
	plain, err := outlinesOnly(data)
	if err != nil {
		return err
	}
	tag := subsetTag(plain)
	name := object.Name(tag + "+" + program.name)
	f.composite["BaseFont"], f.descendant["BaseFont"], f.descriptor["FontName"] = name, name, name
	f.composite["ToUnicode"] = x.file.Add(object.NewStream(nil, toUnicode(used)))
	f.descendant["CIDSystemInfo"] = object.Dict{"Registry": object.String("Adobe"), "Ordering": object.String("Identity"), "Supplement": object.Int(0)}
	f.descendant["W"] = widths(used)
	// Beyond the last character that is used, the map says nothing.
	last := used[len(used)-1].code
	*f.glyphs = *object.NewStream(nil, glyphs[:2*last+2])
	*f.program = *object.NewStream(object.Dict{"Length1": object.Int(len(plain))}, plain)
	if x.document.Profile == Oldest {
		f.descriptor["CIDSet"] = x.file.Add(object.NewStream(nil, cidSet(used))) // ISO 19005-1, 6.3.5
	}
	return nil
}

// A character is a rune that a font can show.
type character struct {
	code  int // its place in Unicode, which is its number in the file
	width int // in thousandths of the size
}

// usedCharacters reads the map from characters to glyphs: two bytes for each.
func usedCharacters(glyphs []byte, program *trueType) ([]character, error) {
	var used []character
	for code := range len(glyphs) / 2 {
		glyph := int(glyphs[2*code])<<8 | int(glyphs[2*code+1])
		if glyph == 0 {
			continue
		}
		width, ok := program.width(glyph)
		if !ok {
			return nil, fmt.Errorf("U+%04X has glyph %d, which is not there", code, glyph)
		}
		used = append(used, character{code, width})
	}
	return used, nil
}

// subsetTag tells apart two cuts of one font: six letters (ISO 32000-1, 9.6.4)
// from what is in it.
func subsetTag(program []byte) string {
	sum := sha256.Sum256(program)
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(tag)
}

// runs divides characters where fits says that one does not go on from the one
// before it.
func runs(used []character, fits func(before, c character) bool) [][]character {
	var result [][]character
	for i, c := range used {
		if i > 0 && fits(used[i-1], c) {
			last := &result[len(result)-1]
			*last = append(*last, c)
		} else {
			result = append(result, []character{c})
		}
	}
	return result
}

// widths is the array W of ISO 32000-1, 9.7.4.3.
func widths(used []character) object.Array {
	var w object.Array
	for _, run := range runs(used, func(before, c character) bool { return c.code == before.code+1 }) {
		var each object.Array
		for _, c := range run {
			each = append(each, object.Int(c.width))
		}
		w = append(w, object.Int(run[0].code), each)
	}
	return w
}

// toUnicode is the map from numbers to Unicode (ISO 32000-1, 9.10.3). A range
// holds numbers with one high byte only (Adobe Technical Note 5014, 6.4.2: only
// the last byte may vary).
func toUnicode(used []character) []byte {
	ranges := runs(used, func(before, c character) bool { return c.code == before.code+1 && c.code>>8 == before.code>>8 })
	var b bytes.Buffer
	b.WriteString(`/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
`)
	const most = 100 // in one list
	for len(ranges) > 0 {
		n := min(len(ranges), most)
		fmt.Fprintf(&b, "%d beginbfrange\n", n)
		for _, r := range ranges[:n] {
			fmt.Fprintf(&b, "<%04X> <%04X> <%04X>\n", r[0].code, r[len(r)-1].code, r[0].code)
		}
		b.WriteString("endbfrange\n")
		ranges = ranges[n:]
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return b.Bytes()
}

// cidSet has a bit for each number that is used, and for 0.
func cidSet(used []character) []byte {
	set := make([]byte, used[len(used)-1].code/8+1)
	set[0] |= 1 << 7
	for _, c := range used {
		set[c.code/8] |= 1 << (7 - c.code%8)
	}
	return set
}
