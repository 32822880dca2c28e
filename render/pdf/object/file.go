package object

import (
	"errors"
	"fmt"
)

const (
	// maxNumber is the highest object number that is read. A bijlage has some
	// thousands of objects.
	maxNumber     = 1 << 20
	maxGeneration = 65535
)

// File is a PDF file as a set of numbered objects. Object streams and
// cross-reference streams are no part of it: they are a way of writing.
type File struct {
	Version string // "1.7"
	Objects map[int]Object
	Trailer Dict // Root, Info and ID; where the objects stand is left out

	generations map[int]int // of the objects that have another than 0
	highest     int         // the highest number that was ever given out
	newest      section
}

// section is a cross-reference section: where it stands, and of which kind it is.
// An update of a file has to name the one before it, and be of the same kind.
type section struct {
	start  int
	stream bool
}

// New gives an empty file.
func New() *File {
	return &File{Version: "1.7", Objects: map[int]Object{}, Trailer: Dict{}}
}

// Add gives the object a number of its own.
func (f *File) Add(o Object) Ref {
	for {
		f.highest++
		if _, taken := f.Objects[f.highest]; !taken {
			f.Objects[f.highest] = o
			return Ref{f.highest, 0}
		}
	}
}

// Resolve follows a reference; any other object is given back as it is. What a
// reference points at and is not there is nil.
func (f *File) Resolve(o Object) Object {
	for range 8 { // a reference to a reference is rare, and may be a circle
		r, ok := o.(Ref)
		if !ok {
			return o
		}
		if f.generations[r.Number] != r.Generation {
			return nil
		}
		o = f.Objects[r.Number]
	}
	return nil
}

// Dict gives the dictionary that o is or points at, or the one of the stream;
// nil for anything else.
func (f *File) Dict(o Object) Dict {
	switch o := f.Resolve(o).(type) {
	case Dict:
		return o
	case *Stream:
		return o.Dict
	}
	return nil
}

// Array gives the array that o is or points at; nil for anything else.
func (f *File) Array(o Object) Array {
	a, _ := f.Resolve(o).(Array)
	return a
}

// Stream gives the stream that o points at; nil for anything else.
func (f *File) Stream(o Object) *Stream {
	s, _ := f.Resolve(o).(*Stream)
	return s
}

// Name gives the name that o is or points at; empty for anything else.
func (f *File) Name(o Object) Name {
	n, _ := f.Resolve(o).(Name)
	return n
}

// String gives the string that o is or points at, and whether it is one.
func (f *File) String(o Object) (String, bool) {
	s, ok := f.Resolve(o).(String)
	return s, ok
}

// Int gives the whole number that o is or points at, and whether it is one.
func (f *File) Int(o Object) (int, bool) {
	n, _ := f.Resolve(o).(Number)
	return n.Int()
}

// Float gives the number that o is or points at, and whether it is one.
func (f *File) Float(o Object) (float64, bool) {
	n, _ := f.Resolve(o).(Number)
	return n.Float()
}

// Catalog is the root of the document; nil where there is none.
func (f *File) Catalog() Dict { return f.Dict(f.Trailer["Root"]) }

// Pages gives the pages in order.
func (f *File) Pages() ([]Ref, error) {
	root, ok := f.Catalog()["Pages"].(Ref)
	if !ok {
		return nil, errors.New("the document has no page tree")
	}
	var pages []Ref
	seen := map[Ref]bool{}
	var walk func(r Ref, depth int) error
	walk = func(r Ref, depth int) error {
		if seen[r] || depth > maxDepth {
			return fmt.Errorf("object %d stands in the page tree more than once", r.Number)
		}
		seen[r] = true
		node := f.Dict(r)
		switch f.Name(node["Type"]) {
		case "Page":
			pages = append(pages, r)
			return nil
		case "Pages":
			for _, kid := range f.Array(node["Kids"]) {
				k, ok := kid.(Ref)
				if !ok {
					return fmt.Errorf("object %d of the page tree has a kid that is no reference", r.Number)
				}
				if err := walk(k, depth+1); err != nil {
					return err
				}
			}
			return nil
		}
		return fmt.Errorf("object %d of the page tree is no page", r.Number)
	}
	if err := walk(root, 0); err != nil {
		return nil, err
	}
	return pages, nil
}

// Inherited gives an entry of a page, or of the nearest node above it that has
// it (ISO 32000-1, 7.7.3.4).
func (f *File) Inherited(page Dict, key Name) Object {
	for range maxDepth {
		if v := f.Resolve(page[key]); v != nil {
			return v
		}
		if page = f.Dict(page["Parent"]); page == nil {
			break
		}
	}
	return nil
}

// Content gives the content of a page: its streams, with a line end between
// them. It takes no more than limit bytes.
func (f *File) Content(page Dict, limit int) ([]byte, error) {
	streams := f.Array(page["Contents"])
	if streams == nil && page["Contents"] != nil {
		streams = Array{page["Contents"]}
	}
	var content []byte
	for _, o := range streams {
		s := f.Stream(o)
		if s == nil {
			return nil, errors.New("a page whose content is no stream")
		}
		data, err := s.DecodedWithin(limit - len(content))
		if err != nil {
			return nil, err
		}
		content = append(append(content, data...), '\n')
	}
	return content, nil
}
