package object

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"maps"
	"slices"
)

// Update gives original, byte for byte, with the named objects of f behind it: an
// incremental update (ISO 32000-1, 7.5.6). original is what f was parsed from;
// the objects were changed or added since. The first half of the ID stays, the
// second becomes that of what is added.
func (f *File) Update(original []byte, changed []Ref) ([]byte, error) {
	if again, err := Parse(original); err != nil || again.newest != f.newest {
		return nil, fmt.Errorf("an update of another file than was read")
	}
	e := &encoder{b: slices.Clone(original)}
	if !bytes.HasSuffix(original, []byte("\n")) {
		e.b = append(e.b, '\n')
	}
	places := map[int]entry{}
	for _, r := range changed {
		if _, twice := places[r.Number]; !twice {
			places[r.Number] = entry{inFile, len(e.b), r.Generation}
			e.indirect(r.Number, r.Generation, f.Objects[r.Number])
		}
	}
	trailer := f.trailer()
	sum := sha256.Sum256(e.b[len(original):])
	first := Object(String(sum[:16]))
	if id := f.Array(trailer["ID"]); len(id) == 2 {
		first = id[0]
	}
	trailer["ID"] = Array{first, String(sum[:16])}
	trailer["Prev"] = Int(f.newest.start)
	start := len(e.b)
	size := max(f.highest+1, sizeOf(places))
	if f.newest.stream { // an update is of the same kind as what it updates
		places[size] = entry{inFile, start, 0}
		e.streamOfSections(size, places, trailer)
	} else {
		e.b = append(e.b, "xref\n"...)
		for _, run := range sections(places) {
			e.b = fmt.Appendf(e.b, "%d %d\n", run[0], len(run))
			for _, n := range run {
				e.b = fmt.Appendf(e.b, "%010d %05d n \n", places[n].a, places[n].b)
			}
		}
		trailer["Size"] = Int(size)
		e.b = append(e.b, "trailer\n"...)
		e.object(trailer, 0)
		e.b = append(e.b, '\n')
	}
	e.b = fmt.Appendf(e.b, "startxref\n%d\n%%%%EOF\n", start)
	return e.b, e.err
}

// streamOfSections writes a cross-reference stream with number n.
func (e *encoder) streamOfSections(n int, places map[int]entry, trailer Dict) {
	var index Array
	var data []byte
	for _, run := range sections(places) {
		index = append(index, Int(run[0]), Int(len(run)))
		for _, number := range run {
			p := places[number]
			data = append(data, byte(p.kind), byte(p.a>>24), byte(p.a>>16), byte(p.a>>8), byte(p.a), byte(p.b>>8), byte(p.b))
		}
	}
	trailer["Type"] = Name("XRef")
	trailer["Size"] = Int(n + 1)
	trailer["W"] = Array{Int(1), Int(4), Int(2)}
	trailer["Index"] = index
	e.indirect(n, 0, NewStream(trailer, data))
}

// sections gives the numbers in order, those that follow each other together.
func sections(places map[int]entry) [][]int {
	var runs [][]int
	for _, n := range slices.Sorted(maps.Keys(places)) {
		if last := len(runs) - 1; last >= 0 && runs[last][len(runs[last])-1] == n-1 {
			runs[last] = append(runs[last], n)
		} else {
			runs = append(runs, []int{n})
		}
	}
	return runs
}
