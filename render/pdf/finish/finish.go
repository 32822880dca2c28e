// Package finish completes what fpdf has drawn to a document for a court: PDF/A
// (ISO 19005), to be opened for decades, and PDF/UA-1 (ISO 14289-1), to be read
// by who listens.
//
// fpdf draws pages and embeds fonts, and is asked for nothing else. What a
// document says of itself stands here: its metadata, its structure, its outline,
// its links, its attachments, the names and maps of its fonts. This package
// depends on how fpdf v0.12.0 lays out its objects; shape.go holds it to that.
package finish

import (
	"fmt"
	"io"
	"time"

	"annex/render/pdf/object"
)

// Document is what the pages do not say of the document they are.
type Document struct {
	Title             string // required
	Subject, Author   string // may be empty
	Creator, Producer string
	Language          string    // "nl-NL"
	Date              time.Time // of the document; its zone counts
	Structure         *Element  // required: the root of the structure tree
	Outline           []Bookmark
	Attachments       []Attachment
	Profile           Profile
}

// A Profile is what the document conforms to.
type Profile int

const (
	// Court is PDF/A-2a and PDF/UA-1, or PDF/A-3a and PDF/UA-1 when something is
	// attached (PDF/A-2 lets no file be attached but PDF/A).
	Court Profile = iota
	// Oldest is PDF/A-1b, without attachments: the one level for which Debian has
	// an independent judge. It proves that the pages and fonts keep to the rules
	// that all levels share.
	Oldest
)

// level gives the part and the conformance level of ISO 19005.
func (d *Document) level() (part int, conformance string) {
	switch {
	case d.Profile == Oldest:
		return 1, "B"
	case len(d.Attachments) > 0:
		return 3, "A"
	}
	return 2, "A"
}

// A Place is a height on a page. Pages count from 0; Y is in points from the
// bottom of the page.
type Place struct {
	Page int
	Y    float64
}

// Write completes the document that fpdf has drawn, and writes it. It writes
// nothing when drawn is not what fpdf v0.12.0 makes of pages, fonts and images,
// or when the marks on its pages and the structure do not fit together.
// The same document gives the same bytes.
func Write(w io.Writer, drawn []byte, d *Document) error {
	f, err := object.Parse(drawn)
	if err != nil {
		return fmt.Errorf("what fpdf wrote: %w", err)
	}
	s, err := shapeOf(f)
	if err != nil {
		return fmt.Errorf("fpdf wrote another kind of file than v0.12.0 does: %w", err)
	}
	x := &finisher{file: f, shape: s, document: d, catalog: object.Dict{"Type": object.Name("Catalog"), "Pages": s.tree}}
	for _, step := range []func() error{x.pages, x.fonts, x.metadata, x.structure, x.outline, x.attachments} {
		if err := step(); err != nil {
			return err
		}
	}
	f.Trailer = object.Dict{"Root": f.Add(x.catalog), "Info": f.Add(x.info())}
	sweep(f)
	layout := object.Compact
	if d.Profile == Oldest {
		layout, f.Version = object.Plain, "1.4"
	}
	return f.Write(w, layout)
}

// A finisher is a document being completed.
type finisher struct {
	file     *object.File
	shape    *shape
	document *Document
	catalog  object.Dict
}

// pages leaves in each page what belongs there.
func (x *finisher) pages() error {
	for _, p := range x.shape.pages {
		page := x.file.Dict(p)
		// fpdf gives each page a transparency group, which PDF/A-1 forbids and nothing
		// here needs: the output intent says what the colours are.
		delete(page, "Group")
		contents := x.file.Stream(page["Contents"])
		data, err := contents.Decoded()
		if err != nil {
			return fmt.Errorf("a page: %w", err)
		}
		*contents = *object.NewStream(nil, data)
	}
	delete(x.shape.resources, "ProcSet") // of no use since PDF 1.4
	for _, key := range []object.Name{"XObject", "ColorSpace"} {
		if len(x.file.Dict(x.shape.resources[key])) == 0 {
			delete(x.shape.resources, key)
		}
	}
	return nil
}

// sweep removes what nothing points at any more.
func sweep(f *object.File) {
	used := map[int]bool{}
	var visit func(o object.Object)
	visit = func(o object.Object) {
		switch o := o.(type) {
		case object.Ref:
			if !used[o.Number] {
				used[o.Number] = true
				visit(f.Objects[o.Number])
			}
		case object.Array:
			for _, v := range o {
				visit(v)
			}
		case object.Dict:
			for _, v := range o {
				visit(v)
			}
		case *object.Stream:
			visit(o.Dict)
		}
	}
	visit(f.Trailer)
	for n := range f.Objects {
		if !used[n] {
			delete(f.Objects, n)
		}
	}
}
