package object

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"maps"
	"slices"
)

// Layout is a way to lay out the objects of a file.
type Layout int

const (
	// Plain writes every object by itself, with a classic table: what PDF 1.4,
	// and so PDF/A-1, knows.
	Plain Layout = iota
	// Compact packs objects in compressed object streams, as PDF 1.7. A tagged
	// document takes half the room.
	Compact
)

// perStream is how many objects share an object stream. A reader that wants one
// unpacks all.
const perStream = 200

// Write writes the file. The same objects give the same bytes.
// Where the trailer has no ID, both halves are the first 16 bytes of the SHA-256
// of what is written before it. Nothing is written when it gives an error of its
// own making.
func (f *File) Write(w io.Writer, layout Layout) error {
	version := f.Version
	if layout == Compact {
		version = "1.7"
	}
	e := &encoder{}
	// The second line tells programs that look for text that this is none
	// (ISO 19005, 6.1.2: four bytes above 127).
	e.b = fmt.Appendf(e.b, "%%PDF-%s\n%%\xE2\xE3\xCF\xD3\n", version)

	numbers := slices.Sorted(maps.Keys(f.Objects))
	if len(numbers) > 0 && (numbers[0] < 1 || numbers[len(numbers)-1] > maxNumber) {
		return fmt.Errorf("an object with number %d", numbers[0])
	}
	places := map[int]entry{}
	var pack []int
	for _, n := range numbers {
		_, isStream := f.Objects[n].(*Stream)
		if layout == Compact && !isStream && f.generations[n] == 0 {
			pack = append(pack, n)
			continue
		}
		places[n] = entry{inFile, len(e.b), f.generations[n]}
		e.indirect(n, f.generations[n], f.Objects[n])
	}
	if layout == Plain {
		e.table(places, f.trailer())
	} else {
		e.pack(pack, f.Objects, places)
		e.crossReferenceStream(places, f.trailer())
	}
	if e.err != nil {
		return e.err
	}
	_, err := w.Write(e.b)
	return err
}

func (f *File) trailer() Dict {
	t := maps.Clone(f.Trailer)
	if t == nil {
		t = Dict{}
	}
	return t
}

func sizeOf(places map[int]entry) int {
	size := 1
	for n := range places {
		size = max(size, n+1)
	}
	return size
}

// identify gives the trailer an ID when it has none.
func (e *encoder) identify(trailer Dict) {
	if trailer["ID"] == nil {
		sum := sha256.Sum256(e.b)
		id := String(sum[:16])
		trailer["ID"] = Array{id, id}
	}
}

// table writes a table of one section, as ISO 32000-1, 7.5.4 wants it for a file
// that was never updated: the numbers that are not in use are a chain.
func (e *encoder) table(places map[int]entry, trailer Dict) {
	size := sizeOf(places)
	e.identify(trailer)
	start := len(e.b)
	next := make([]int, size) // of a free entry: the free entry after it
	for n, last := size-1, 0; n >= 0; n-- {
		if _, used := places[n]; !used {
			next[n], last = last, n
		}
	}
	e.b = fmt.Appendf(e.b, "xref\n0 %d\n", size)
	for n := range size {
		if p, used := places[n]; used {
			e.b = fmt.Appendf(e.b, "%010d %05d n \n", p.a, p.b)
		} else {
			e.b = fmt.Appendf(e.b, "%010d %05d f \n", next[n], maxGeneration)
		}
	}
	trailer["Size"] = Int(size)
	e.b = append(e.b, "trailer\n"...)
	e.object(trailer, 0)
	e.b = fmt.Appendf(e.b, "\nstartxref\n%d\n%%%%EOF\n", start)
}

// pack writes object streams with the objects of these numbers.
func (e *encoder) pack(numbers []int, objects map[int]Object, places map[int]entry) {
	number := 0
	for n := range objects {
		number = max(number, n)
	}
	for chunk := range slices.Chunk(numbers, perStream) {
		number++
		var head []byte
		body := &encoder{}
		for i, n := range chunk {
			head = fmt.Appendf(head, "%d %d ", n, len(body.b))
			body.object(objects[n], 0)
			body.b = append(body.b, '\n')
			places[n] = entry{inStream, number, i}
		}
		if body.err != nil {
			e.err = body.err
			return
		}
		places[number] = entry{inFile, len(e.b), 0}
		e.indirect(number, 0, NewStream(Dict{"Type": Name("ObjStm"), "N": Int(len(chunk)), "First": Int(len(head))},
			append(head, body.b...)))
	}
}

// crossReferenceStream writes the stream that says where the objects stand
// (ISO 32000-1, 7.5.8). Each row is written as its difference with the one
// above, which compresses to next to nothing.
func (e *encoder) crossReferenceStream(places map[int]entry, trailer Dict) {
	e.identify(trailer)
	number := sizeOf(places)
	start := len(e.b)
	places[number] = entry{inFile, start, 0}
	widths := [3]int{1, 1, 1}
	for _, p := range places {
		for p.a >= 1<<(8*widths[1]) {
			widths[1]++
		}
		for p.b >= 1<<(8*widths[2]) {
			widths[2]++
		}
	}
	columns := widths[0] + widths[1] + widths[2]
	row, above := make([]byte, columns), make([]byte, columns)
	var data []byte
	for n := range number + 1 {
		p, used := places[n]
		if !used {
			p = entry{free, 0, 0}
		}
		at := 0
		for i, v := range []int{int(p.kind), p.a, p.b} {
			for shift := widths[i] - 1; shift >= 0; shift-- {
				row[at] = byte(v >> (8 * shift))
				at++
			}
		}
		data = append(data, 2) // PNG: up
		for i := range row {
			data = append(data, row[i]-above[i])
		}
		row, above = above, row
	}
	trailer["Type"] = Name("XRef")
	trailer["Size"] = Int(number + 1)
	trailer["W"] = Array{Int(widths[0]), Int(widths[1]), Int(widths[2])}
	trailer["DecodeParms"] = Dict{"Predictor": Int(12), "Columns": Int(columns)}
	e.indirect(number, 0, NewStream(trailer, data))
	e.b = fmt.Appendf(e.b, "startxref\n%d\n%%%%EOF\n", start)
}

// An encoder writes objects behind each other, until the first error.
type encoder struct {
	b   []byte
	err error
}

func (e *encoder) fail(format string, args ...any) {
	if e.err == nil {
		e.err = fmt.Errorf(format, args...)
	}
}

func (e *encoder) indirect(n, generation int, o Object) {
	e.b = fmt.Appendf(e.b, "%d %d obj\n", n, generation)
	if s, ok := o.(*Stream); ok {
		d := maps.Clone(s.Dict)
		if d == nil {
			d = Dict{}
		}
		d["Length"] = Int(len(s.Raw))
		e.object(d, 0)
		e.b = append(e.b, "\nstream\n"...)
		e.b = append(e.b, s.Raw...)
		e.b = append(e.b, "\nendstream"...)
	} else {
		e.object(o, 0)
	}
	if e.err != nil {
		e.err = fmt.Errorf("object %d: %w", n, e.err)
	}
	e.b = append(e.b, "\nendobj\n"...)
}

func (e *encoder) object(o Object, depth int) {
	if depth > maxDepth || e.err != nil {
		e.fail("more than %d arrays and dictionaries in each other", maxDepth)
		return
	}
	switch o := o.(type) {
	case nil:
		e.b = append(e.b, "null"...)
	case bool:
		e.b = fmt.Append(e.b, o)
	case Number:
		if !o.valid() {
			e.fail("%q is no number", string(o))
		}
		e.b = append(e.b, o...)
	case String:
		e.string(o)
	case Name:
		e.name(o)
	case Ref:
		e.b = fmt.Append(e.b, o)
	case Array:
		e.b = append(e.b, '[')
		for i, v := range o {
			if i > 0 {
				e.b = append(e.b, ' ')
			}
			e.object(v, depth+1)
		}
		e.b = append(e.b, ']')
	case Dict:
		e.dict(o, depth)
	default:
		e.fail("%T is no object that can stand here", o)
	}
}

// dict writes the keys in one order: Type and Subtype, then by name.
func (e *encoder) dict(d Dict, depth int) {
	keys := make([]Name, 0, len(d))
	for k, v := range d {
		if v != nil {
			keys = append(keys, k)
		}
	}
	rank := func(k Name) int {
		switch k {
		case "Type":
			return 0
		case "Subtype":
			return 1
		}
		return 2
	}
	slices.SortFunc(keys, func(a, b Name) int {
		if ra, rb := rank(a), rank(b); ra != rb {
			return ra - rb
		}
		return bytes.Compare([]byte(a), []byte(b))
	})
	e.b = append(e.b, "<<"...)
	for i, k := range keys {
		if i > 0 {
			e.b = append(e.b, ' ')
		}
		e.name(k)
		e.b = append(e.b, ' ')
		e.object(d[k], depth+1)
	}
	e.b = append(e.b, ">>"...)
}

const hexDigits = "0123456789ABCDEF"

func (e *encoder) name(n Name) {
	e.b = append(e.b, '/')
	for i := range len(n) {
		if c := n[i]; c > ' ' && c <= '~' && c != '#' && !isDelimiter(c) {
			e.b = append(e.b, c)
		} else {
			e.b = append(e.b, '#', hexDigits[c>>4], hexDigits[c&15])
		}
	}
}

// string writes ASCII as text and anything else as digits, so that a file can be
// read by eye and no byte of it is at the mercy of a line end.
func (e *encoder) string(s String) {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			e.b = append(e.b, '<')
			for i := range len(s) {
				e.b = append(e.b, hexDigits[s[i]>>4], hexDigits[s[i]&15])
			}
			e.b = append(e.b, '>')
			return
		}
	}
	e.b = append(e.b, '(')
	for i := range len(s) {
		if c := s[i]; c == '(' || c == ')' || c == '\\' {
			e.b = append(e.b, '\\')
		}
		e.b = append(e.b, s[i])
	}
	e.b = append(e.b, ')')
}
