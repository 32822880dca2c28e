package tagged

import (
	"fmt"
	"unicode/utf16"

	"annex/render/pdf/object"
)

// maxRanges is how many ranges the tables of a font may have. Each code is looked
// up in all of them, once.
const maxRanges = 10_000

// Font is what a reader has to know of a font to tell what is written with it,
// and where the next letter comes.
type Font struct {
	Dict  object.Dict
	bytes int // per code: 2 for Type0, else 1

	unicode []codeRange
	texts   map[int]string // what unicode said before
	widths  []widthRange
	known   map[int]float64 // what widths said before
	missing float64         // the width of a code without one
}

// codeRange says that code low+i reads as text with its last unit raised by i.
type codeRange struct {
	low, high int
	text      []uint16
}

// widthRange gives the widths of codes: one for all, or one each.
type widthRange struct {
	low, high int
	widths    []float64
}

func newFont(f *object.File, o object.Object, limit *int) (*Font, error) {
	d := f.Dict(o)
	if d == nil {
		return nil, fmt.Errorf("a font that is no dictionary")
	}
	font := &Font{Dict: d, bytes: 1, texts: map[int]string{}, known: map[int]float64{}}
	if f.Name(d["Subtype"]) == "Type0" {
		if e := f.Name(d["Encoding"]); e != "Identity-H" {
			return nil, fmt.Errorf("a font with encoding %q, which is not known here", e)
		}
		font.bytes = 2
		descendants := f.Array(d["DescendantFonts"])
		if len(descendants) != 1 {
			return nil, fmt.Errorf("a composite font without one descendant")
		}
		font.cidWidths(f, f.Dict(descendants[0]))
	} else {
		font.simpleWidths(f, d)
	}
	if s := f.Stream(d["ToUnicode"]); s != nil {
		data, err := s.DecodedWithin(*limit)
		if err != nil {
			return nil, fmt.Errorf("ToUnicode: %w", err)
		}
		*limit -= len(data)
		if err := font.toUnicode(data); err != nil {
			return nil, fmt.Errorf("ToUnicode: %w", err)
		}
	}
	if len(font.unicode) > maxRanges || len(font.widths) > maxRanges {
		return nil, fmt.Errorf("a font with more than %d ranges of codes", maxRanges)
	}
	return font, nil
}

func (t *Font) cidWidths(f *object.File, d object.Dict) {
	t.missing = 1000
	if w, ok := f.Float(d["DW"]); ok {
		t.missing = w
	}
	// ISO 32000-1, 9.7.4.3: "c [w ...]" or "first last w".
	list := f.Array(d["W"])
	for len(list) >= 2 {
		first, _ := f.Int(list[0])
		if each := f.Array(list[1]); each != nil {
			t.widths = append(t.widths, widthRange{first, first + len(each) - 1, floats(f, each)})
			list = list[2:]
			continue
		}
		if len(list) < 3 {
			return
		}
		last, _ := f.Int(list[1])
		w, _ := f.Float(list[2])
		t.widths = append(t.widths, widthRange{first, last, []float64{w}})
		list = list[3:]
	}
}

func (t *Font) simpleWidths(f *object.File, d object.Dict) {
	first, _ := f.Int(d["FirstChar"])
	if each := floats(f, f.Array(d["Widths"])); len(each) > 0 {
		t.widths = []widthRange{{first, first + len(each) - 1, each}}
	}
	t.missing, _ = f.Float(f.Dict(d["FontDescriptor"])["MissingWidth"])
}

func floats(f *object.File, a object.Array) []float64 {
	list := make([]float64, len(a))
	for i, o := range a {
		list[i], _ = f.Float(o)
	}
	return list
}

// Width gives the width of a code, in thousandths of the font size.
func (t *Font) Width(code int) float64 {
	if w, ok := t.known[code]; ok {
		return w
	}
	w := t.missing
	for _, r := range t.widths {
		if code >= r.low && code <= r.high {
			w = r.widths[min(code-r.low, len(r.widths)-1)]
			break
		}
	}
	t.known[code] = w
	return w
}

// Unicode gives what a code reads as, and whether the font says so.
func (t *Font) Unicode(code int) (string, bool) {
	if s, ok := t.texts[code]; ok {
		return s, s != ""
	}
	s := ""
	for _, r := range t.unicode {
		if code >= r.low && code <= r.high && len(r.text) > 0 {
			units := append([]uint16(nil), r.text...)
			units[len(units)-1] += uint16(code - r.low)
			s = string(utf16.Decode(units))
		}
	}
	t.texts[code] = s
	return s, s != ""
}

// codes takes a string apart.
func (t *Font) codes(s object.String) []int {
	codes := make([]int, 0, len(s)/t.bytes)
	for ; len(s) >= t.bytes; s = s[t.bytes:] {
		code := 0
		for i := range t.bytes {
			code = code<<8 | int(s[i])
		}
		codes = append(codes, code)
	}
	return codes
}

// toUnicode reads the two operators that a ToUnicode CMap is made of
// (ISO 32000-1, 9.10.3).
func (t *Font) toUnicode(data []byte) error {
	for op, err := range object.Operations(data) {
		if err != nil {
			return err
		}
		list := op.Operands
		switch op.Operator {
		case "endbfchar":
			for ; len(list) >= 2; list = list[2:] {
				code, ok1 := code(list[0])
				text, ok2 := units(list[1])
				if !ok1 || !ok2 {
					return fmt.Errorf("bfchar without two strings")
				}
				t.unicode = append(t.unicode, codeRange{code, code, text})
			}
		case "endbfrange":
			for ; len(list) >= 3; list = list[3:] {
				low, ok1 := code(list[0])
				high, ok2 := code(list[1])
				if !ok1 || !ok2 || high < low {
					return fmt.Errorf("bfrange without a range")
				}
				if each, ok := list[2].(object.Array); ok {
					for i, o := range each {
						text, ok := units(o)
						if !ok {
							return fmt.Errorf("bfrange with an array of no strings")
						}
						if low+i <= high {
							t.unicode = append(t.unicode, codeRange{low + i, low + i, text})
						}
					}
					continue
				}
				text, ok := units(list[2])
				if !ok {
					return fmt.Errorf("bfrange without a string")
				}
				t.unicode = append(t.unicode, codeRange{low, high, text})
			}
		}
	}
	return nil
}

func code(o object.Object) (int, bool) {
	s, ok := o.(object.String)
	if !ok || len(s) == 0 || len(s) > 2 {
		return 0, false
	}
	n := 0
	for i := range len(s) {
		n = n<<8 | int(s[i])
	}
	return n, true
}

func units(o object.Object) ([]uint16, bool) {
	s, ok := o.(object.String)
	if !ok || len(s)%2 != 0 || len(s) == 0 {
		return nil, false
	}
	var list []uint16
	for ; len(s) > 0; s = s[2:] {
		list = append(list, uint16(s[0])<<8|uint16(s[1]))
	}
	return list, true
}
