package object

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
)

// ErrEncrypted is what Parse gives for a file that is encrypted.
var ErrEncrypted = errors.New("the file is encrypted")

const (
	maxSections = 256 // updates of one file, each with its own cross-reference section
	maxUnpacked = 32 << 20
)

// Parse reads a file with classic cross-reference tables or cross-reference
// streams, with object streams, and with incremental updates: what was written
// later goes before. The file keeps parts of data, which must not change.
//
// Every object in use must be sound: Parse repairs nothing. Whatever the bytes,
// its time and memory stay within bounds.
func Parse(data []byte) (*File, error) {
	if !bytes.HasPrefix(data, []byte("%PDF-1.")) || len(data) < 8 || data[7] < '0' || data[7] > '9' {
		return nil, errors.New("no PDF: %PDF-1. does not stand at its beginning")
	}
	l := &loader{data: data, entries: map[int]entry{}, unpacked: maxUnpacked}
	start, err := l.start()
	if err != nil {
		return nil, err
	}
	if err := l.sections(start); err != nil {
		return nil, err
	}
	f := &File{Version: string(data[5:8]), Trailer: l.trailer, newest: section{start, l.stream}}
	if l.trailer["Encrypt"] != nil {
		return nil, ErrEncrypted
	}
	if f.Objects, err = l.objects(); err != nil {
		return nil, err
	}
	for n, e := range l.entries {
		f.highest = max(f.highest, n)
		if e.kind == inFile && e.b != 0 {
			if f.generations == nil {
				f.generations = map[int]int{}
			}
			f.generations[n] = e.b
		}
	}
	for _, key := range []Name{"Size", "Prev", "XRefStm", "Type", "W", "Index", "Length", "Filter", "DecodeParms"} {
		delete(f.Trailer, key)
	}
	return f, nil
}

// kind is where an object stands, with the numbers of ISO 32000-1, table 18.
type kind int

const (
	free     kind = iota
	inFile        // a: offset in the file; b: generation
	inStream      // a: number of the object stream; b: index in it
)

type entry struct {
	kind kind
	a, b int
}

type loader struct {
	data     []byte
	entries  map[int]entry // the newest of each object
	trailer  Dict          // the newest
	stream   bool          // the newest section is a stream
	limits   []int         // where objects begin, in order
	unpacked int           // how much may still be decompressed
	done     map[int]Object
}

// start reads where the newest cross-reference section stands.
func (l *loader) start() (int, error) {
	tail := l.data[max(0, len(l.data)-1024):]
	i := bytes.LastIndex(tail, []byte("startxref"))
	if i < 0 {
		return 0, errors.New("the file has no startxref at its end")
	}
	r := reader{data: tail, pos: i + len("startxref")}
	n, ok := r.natural()
	if !ok || n >= len(l.data) {
		return 0, errors.New("startxref does not point into the file")
	}
	if r.skipSpace(); !bytes.HasPrefix(tail[r.pos:], []byte("%%EOF")) {
		return 0, errors.New("the file does not end with %%EOF")
	}
	return n, nil
}

func (r *reader) skipSpace() {
	for r.pos < len(r.data) && isSpace(r.data[r.pos]) {
		r.pos++
	}
}

// sections reads the cross-reference sections, newest first.
func (l *loader) sections(at int) error {
	seen := map[int]bool{}
	queue := []int{at}
	for len(queue) > 0 {
		at, queue = queue[0], queue[1:]
		if seen[at] || len(seen) == maxSections {
			return fmt.Errorf("the cross-reference sections go round in a circle, or are more than %d", maxSections)
		}
		seen[at] = true
		trailer, isStream, err := l.section(at)
		if err != nil {
			return fmt.Errorf("cross-reference section at byte %d: %w", at, err)
		}
		if l.trailer == nil {
			l.trailer, l.stream = trailer, isStream
		}
		// A hybrid file holds a stream beside the table, which goes before what is older.
		for _, key := range []Name{"XRefStm", "Prev"} {
			next, ok := trailer[key]
			if !ok {
				continue
			}
			n, _ := next.(Number)
			i, ok := n.Int()
			if !ok || i < 0 || i >= len(l.data) {
				return fmt.Errorf("%s does not point into the file", key)
			}
			queue = append(queue, i)
		}
	}
	return nil
}

func (l *loader) section(at int) (trailer Dict, isStream bool, err error) {
	r := &reader{data: l.data, pos: at}
	if bytes.HasPrefix(l.data[at:], []byte("xref")) && r.keyword("xref") {
		trailer, err = l.table(r)
		return trailer, false, err
	}
	trailer, err = l.crossReferenceStream(at)
	return trailer, true, err
}

func (l *loader) table(r *reader) (Dict, error) {
	for !r.keyword("trailer") {
		first, ok1 := r.natural()
		count, ok2 := r.natural()
		if !ok1 || !ok2 {
			return nil, r.errorf("a table without a number of entries")
		}
		for i := range count {
			offset, ok1 := r.natural()
			generation, ok2 := r.natural()
			if !ok1 || !ok2 {
				return nil, r.errorf("a table with fewer entries than it says")
			}
			e := entry{free, offset, generation}
			if r.keyword("n") {
				e.kind = inFile
			} else if !r.keyword("f") {
				return nil, r.errorf("an entry that is not n and not f")
			}
			if err := l.enter(first+i, e); err != nil {
				return nil, err
			}
		}
	}
	o, err := r.object()
	if err != nil {
		return nil, err
	}
	trailer, ok := o.(Dict)
	if !ok {
		return nil, errors.New("a trailer that is no dictionary")
	}
	return trailer, nil
}

// enter notes where an object stands, unless a newer section already has.
func (l *loader) enter(n int, e entry) error {
	if n > maxNumber {
		return fmt.Errorf("object %d: numbers go up to %d here", n, maxNumber)
	}
	if e.kind == inFile && (e.a >= len(l.data) || e.b > maxGeneration) {
		return fmt.Errorf("object %d does not stand in the file", n)
	}
	if _, newer := l.entries[n]; !newer {
		l.entries[n] = e
	}
	return nil
}

func (l *loader) crossReferenceStream(at int) (Dict, error) {
	_, _, o, err := l.indirect(at, len(l.data), func(Ref) (int, bool) { return 0, false })
	if err != nil {
		return nil, err
	}
	s, ok := o.(*Stream)
	if !ok || s.Dict["Type"] != Name("XRef") {
		return nil, errors.New("no table and no stream")
	}
	data, err := l.unpack(s)
	if err != nil {
		return nil, err
	}
	widths, ok := naturals(s.Dict["W"])
	if !ok || len(widths) != 3 || max(widths[0], widths[1], widths[2]) > 6 || widths[1] == 0 {
		return nil, errors.New("a stream with a W that cannot be")
	}
	index, ok := naturals(s.Dict["Index"])
	if s.Dict["Index"] == nil {
		var size int
		n, _ := s.Dict["Size"].(Number)
		size, ok = n.Int()
		index = []int{0, size}
	}
	if !ok || len(index)%2 != 0 {
		return nil, errors.New("a stream with an Index or Size that cannot be")
	}
	field := func(width, standard int) int {
		if width == 0 {
			return standard
		}
		n := 0
		for _, c := range data[:width] {
			n = n<<8 | int(c)
		}
		data = data[width:]
		return n
	}
	for ; len(index) > 0; index = index[2:] {
		for i := range index[1] {
			if len(data) < widths[0]+widths[1]+widths[2] {
				return nil, errors.New("a stream with fewer entries than it says")
			}
			e := entry{kind(field(widths[0], int(inFile))), field(widths[1], 0), field(widths[2], 0)}
			if e.kind > inStream {
				continue // ISO 32000-1, table 18: reads as null
			}
			if err := l.enter(index[0]+i, e); err != nil {
				return nil, err
			}
		}
	}
	trailer := Dict{}
	for k, v := range s.Dict {
		trailer[k] = v
	}
	return trailer, nil
}

func naturals(o Object) ([]int, bool) {
	a, ok := o.(Array)
	if !ok {
		return nil, false
	}
	list := make([]int, len(a))
	for i, o := range a {
		n, _ := o.(Number)
		list[i], ok = n.Int()
		if !ok || list[i] < 0 || list[i] > 1<<31-1 {
			return nil, false
		}
	}
	return list, true
}

// unpack decompresses what is needed to find objects, within one limit for the
// whole file.
func (l *loader) unpack(s *Stream) ([]byte, error) {
	data, err := s.DecodedWithin(l.unpacked)
	l.unpacked -= len(data)
	return data, err
}

// indirect reads "12 0 obj ... endobj" at a place, and nothing at or past end.
func (l *loader) indirect(at, end int, length func(Ref) (int, bool)) (number, generation int, o Object, err error) {
	r := &reader{data: l.data[:end], pos: at}
	if at >= end || isSpace(l.data[at]) {
		return 0, 0, nil, r.errorf("no object begins here")
	}
	number, ok1 := r.natural()
	generation, ok2 := r.natural()
	if !ok1 || !ok2 || !r.keyword("obj") {
		return 0, 0, nil, r.errorf("no object begins here")
	}
	if o, err = r.object(); err != nil {
		return 0, 0, nil, err
	}
	if d, ok := o.(Dict); ok && r.keyword("stream") {
		if o, err = r.stream(d, length); err != nil {
			return 0, 0, nil, err
		}
	}
	if !r.keyword("endobj") {
		return 0, 0, nil, r.errorf("an object without endobj")
	}
	return number, generation, o, nil
}

// stream reads the data behind the keyword stream.
func (r *reader) stream(d Dict, length func(Ref) (int, bool)) (*Stream, error) {
	if bytes.HasPrefix(r.data[r.pos:], []byte("\r\n")) {
		r.pos += 2
	} else if bytes.HasPrefix(r.data[r.pos:], []byte("\n")) {
		r.pos++
	} else {
		return nil, r.errorf("no end of line after stream")
	}
	var n int
	var ok bool
	switch o := d["Length"].(type) {
	case Number:
		n, ok = o.Int()
	case Ref:
		n, ok = length(o)
		d["Length"] = Int(n)
	}
	if !ok || n < 0 || n > len(r.data)-r.pos {
		return nil, r.errorf("a stream without a Length that can be")
	}
	s := &Stream{Dict: d, Raw: r.data[r.pos : r.pos+n : r.pos+n]}
	r.pos += n
	if !r.keyword("endstream") {
		return nil, r.errorf("a stream that does not end where its Length says")
	}
	return s, nil
}

// objects reads every object in use: first the object streams, then what is in
// them, then the rest, whose Length may be there.
func (l *loader) objects() (map[int]Object, error) {
	l.done = make(map[int]Object, len(l.entries))
	packed := map[int][]int{} // per object stream the objects in it
	for n, e := range l.entries {
		switch {
		case e.kind == inFile && e.a > 0:
			l.limits = append(l.limits, e.a)
		case e.kind == inStream:
			packed[e.a] = append(packed[e.a], n)
		}
	}
	slices.Sort(l.limits)
	numbers := make([]int, 0, len(l.entries))
	for n := range l.entries {
		numbers = append(numbers, n)
	}
	slices.Sort(numbers) // so that the same file always gives the same error
	for _, n := range numbers {
		if packed[n] == nil {
			continue
		}
		slices.Sort(packed[n])
		if err := l.objectStream(n, packed[n]); err != nil {
			return nil, fmt.Errorf("object stream %d: %w", n, err)
		}
		delete(packed, n)
	}
	if len(packed) > 0 {
		return nil, errors.New("objects in an object stream that is not there")
	}
	for _, n := range numbers {
		if _, done := l.done[n]; done || l.entries[n].kind != inFile || l.entries[n].a == 0 {
			continue
		}
		if err := l.load(n); err != nil {
			return nil, fmt.Errorf("object %d: %w", n, err)
		}
	}
	for n, o := range l.done {
		if s, ok := o.(*Stream); ok && (s.Dict["Type"] == Name("ObjStm") || s.Dict["Type"] == Name("XRef")) {
			delete(l.done, n)
		}
	}
	return l.done, nil
}

func (l *loader) load(n int) error {
	e := l.entries[n]
	number, generation, o, err := l.indirect(e.a, l.limit(e.a), l.length)
	if err != nil {
		return err
	}
	if number != n || generation != e.b {
		return fmt.Errorf("object %d %d stands in its place", number, generation)
	}
	l.done[n] = o
	return nil
}

// limit is where the object that begins at a place must have ended. Without it a
// file could hold objects that all reach to its end.
func (l *loader) limit(at int) int {
	if i, _ := slices.BinarySearch(l.limits, at+1); i < len(l.limits) {
		return l.limits[i]
	}
	return len(l.data)
}

// length gives the number that a Length points at.
func (l *loader) length(ref Ref) (int, bool) {
	o, done := l.done[ref.Number]
	if e := l.entries[ref.Number]; !done && e.kind == inFile {
		// A number takes little room and has no Length of its own, so this is one small step
		// for however many streams point at it.
		end := min(l.limit(e.a), e.a+64)
		_, _, o, _ = l.indirect(e.a, end, func(Ref) (int, bool) { return 0, false })
	}
	n, _ := o.(Number)
	return n.Int()
}

// objectStream reads the wanted objects of an object stream (ISO 32000-1, 7.5.7).
func (l *loader) objectStream(n int, wanted []int) error {
	if e := l.entries[n]; e.kind != inFile {
		return errors.New("it is no stream of the file")
	}
	if err := l.load(n); err != nil {
		return err
	}
	s, ok := l.done[n].(*Stream)
	if !ok || s.Dict["Type"] != Name("ObjStm") {
		return errors.New("it is no object stream")
	}
	data, err := l.unpack(s)
	if err != nil {
		return err
	}
	number := func(key Name) int {
		if n, ok := s.Dict[key].(Number); ok {
			if i, ok := n.Int(); ok && i >= 0 && i <= len(data) {
				return i
			}
		}
		return -1
	}
	count, first := number("N"), number("First")
	if count < 0 || first < 0 {
		return errors.New("it has no N or First that can be")
	}
	head := &reader{data: data[:first]}
	var numbers, starts []int
	for range count {
		n, ok1 := head.natural()
		at, ok2 := head.natural()
		if !ok1 || !ok2 || at > len(data)-first || len(starts) > 0 && first+at <= starts[len(starts)-1] {
			return errors.New("its list of objects cannot be")
		}
		numbers, starts = append(numbers, n), append(starts, first+at)
	}
	starts = append(starts, len(data))
	for _, w := range wanted {
		i := l.entries[w].b
		if i >= count || numbers[i] != w {
			return fmt.Errorf("object %d is not in its place", w)
		}
		r := &reader{data: data[:starts[i+1]], pos: starts[i]}
		if l.done[w], err = r.object(); err != nil {
			return fmt.Errorf("object %d: %w", w, err)
		}
	}
	return nil
}
