package finish

import (
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"unicode/utf16"
)

// trueType is what a file has to say of the font it embeds: its name and its
// widths. A reader of fonts would not do: fpdf's cuts lack tables that a font for
// the screen has.
type trueType struct {
	name       string // its PostScript name: "LiberationSans-Bold"
	unitsPerEm int
	advances   []int // by glyph, in units; the last one holds for all beyond it
	glyphs     int
}

var errTrueType = errors.New("the font program is not TrueType as fpdf cuts it")

func parseTrueType(data []byte) (*trueType, error) {
	tables, err := trueTypeTables(data)
	if err != nil {
		return nil, err
	}
	head, hhea, maxp, hmtx := tables["head"], tables["hhea"], tables["maxp"], tables["hmtx"]
	if len(head) < 54 || len(hhea) < 36 || len(maxp) < 6 {
		return nil, errTrueType
	}
	t := &trueType{unitsPerEm: u16(head, 18), glyphs: u16(maxp, 4)}
	n := u16(hhea, 34)
	if n == 0 || n > t.glyphs || len(hmtx) < 4*n || t.unitsPerEm == 0 {
		return nil, errTrueType
	}
	for i := range n {
		t.advances = append(t.advances, u16(hmtx, 4*i))
	}
	if t.name, err = postScriptName(tables["name"]); err != nil {
		return nil, err
	}
	return t, nil
}

func u16(b []byte, at int) int { return int(binary.BigEndian.Uint16(b[at:])) }

func trueTypeTables(data []byte) (map[string][]byte, error) {
	if len(data) < 12 || string(data[:4]) != "\x00\x01\x00\x00" {
		return nil, errTrueType
	}
	tables := map[string][]byte{}
	n := u16(data, 4)
	if len(data) < 12+16*n {
		return nil, errTrueType
	}
	for i := range n {
		entry := data[12+16*i:]
		at, length := uint64(binary.BigEndian.Uint32(entry[8:])), uint64(binary.BigEndian.Uint32(entry[12:]))
		if at+length > uint64(len(data)) {
			return nil, errTrueType
		}
		tables[string(entry[:4])] = data[at : at+length]
	}
	return tables, nil
}

// width is the width of a glyph in thousandths of the size, rounded as fpdf
// rounds it: the page was laid out with it.
func (t *trueType) width(glyph int) (int, bool) {
	if glyph >= t.glyphs {
		return 0, false
	}
	advance := t.advances[min(glyph, len(t.advances)-1)]
	return (advance*1000*2 + t.unitsPerEm) / (2 * t.unitsPerEm), true
}

// postScriptName is name 6 of the table of names, as Windows or the Macintosh
// writes it.
func postScriptName(table []byte) (string, error) {
	const postScript, windows, macintosh = 6, 3, 1
	if len(table) < 6 || len(table) < 6+12*u16(table, 2) {
		return "", errTrueType
	}
	texts := u16(table, 4)
	for i := range u16(table, 2) {
		record := table[6+12*i:]
		platform, kind, length, at := u16(record, 0), u16(record, 6), u16(record, 8), texts+u16(record, 10)
		if kind != postScript || at+length > len(table) {
			continue
		}
		text := table[at : at+length]
		switch platform {
		case windows:
			var units []uint16
			for i := 0; i+1 < len(text); i += 2 {
				units = append(units, binary.BigEndian.Uint16(text[i:]))
			}
			text = []byte(string(utf16.Decode(units)))
		case macintosh:
		default:
			continue
		}
		if name := string(text); name != "" && !strings.ContainsFunc(name, func(r rune) bool { return r <= ' ' || r > '~' }) {
			return name, nil
		}
	}
	return "", fmt.Errorf("%w: it has no name", errTrueType)
}
