package main

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"

	"annex/proof"
	"annex/render/pdf/object"
	"annex/render/pdf/tagged"
)

// maxStuk is how large a bijlage may be. One of fifty children in fifty periods is
// smaller.
const maxStuk = 64 << 20

// leesStuk takes a bijlage apart: the files it carries, its text, and what it prints
// with the id of a line. The error says, in English, why it is not sound.
func leesStuk(data []byte) (*proof.Stuk, error) {
	f, err := object.Parse(data)
	if err != nil {
		return nil, err
	}
	files, err := tagged.Attachments(f)
	if err != nil {
		return nil, err
	}
	tree, err := tagged.Read(f)
	if err != nil {
		return nil, err
	}
	s := &proof.Stuk{Data: data}
	for _, a := range files {
		s.Bestanden = append(s.Bestanden, proof.Bestand{Naam: a.Name, Data: a.Data})
	}
	for _, root := range tree.Roots {
		s.Tekst = append(s.Tekst, alineas(root)...)
	}
	for e := range tree.All() {
		if (e.Type == "TD" || e.Type == "TH") && e.Title != "" {
			s.Gedrukt = append(s.Gedrukt, proof.Gedrukt{Regel: e.Title, Tekst: e.Text()})
		}
	}
	s.Bladzijden, err = bladzijden(f)
	return s, err
}

// alineas gives the text of an element, paragraph by paragraph: the elements that hold
// text themselves, whole. What is read aloud in the place of an element goes before it.
func alineas(e *tagged.Element) []string {
	var out []string
	for _, gehoord := range []string{e.Alt, e.ActualText} {
		if gehoord != "" {
			out = append(out, gehoord)
		}
	}
	if slices.ContainsFunc(e.Kids, func(k tagged.Kid) bool { return k.Content != nil }) {
		if text := e.Text(); text != "" {
			out = append(out, text)
		}
		return out
	}
	for c := range e.Children() {
		out = append(out, alineas(c)...)
	}
	return out
}

// bladzijden gives for each page a hash of all that says how it looks.
func bladzijden(f *object.File) ([]string, error) {
	pages, err := f.Pages()
	if err != nil {
		return nil, err
	}
	var out []string
	b := &beeld{file: f, bekend: map[object.Ref]string{}}
	// What changes the look of every page, or does something when it is opened.
	catalog := f.Catalog()
	alle := b.hash(catalog["OCProperties"], 0) + b.hash(catalog["OpenAction"], 0) + b.hash(catalog["AA"], 0)
	for _, ref := range pages {
		page := f.Dict(ref)
		look := object.Dict{}
		for _, key := range []object.Name{"Contents", "Group", "UserUnit", "AA"} {
			look[key] = page[key]
		}
		for _, key := range []object.Name{"Resources", "MediaBox", "CropBox", "Rotate"} {
			look[key] = f.Inherited(page, key)
		}
		var notes object.Array
		for _, o := range f.Array(page["Annots"]) {
			if !b.onzichtbareHandtekening(o) {
				notes = append(notes, o)
			}
		}
		look["Annots"] = notes
		out = append(out, som(alle+b.hash(look, 0)))
	}
	return out, nil
}

// beeld hashes objects with all they refer to, but for the pages themselves.
type beeld struct {
	file   *object.File
	bekend map[object.Ref]string
}

// maxDiep is how deep objects may refer to each other.
const maxDiep = 64

func (b *beeld) hash(o object.Object, diep int) string {
	if diep > maxDiep {
		return "…"
	}
	switch o := o.(type) {
	case object.Ref:
		if h, ok := b.bekend[o]; ok {
			return h
		}
		b.bekend[o] = "…" // where it refers to itself
		h := b.hash(b.file.Resolve(o), diep+1)
		b.bekend[o] = h
		return h
	case *object.Stream:
		d := maps.Clone(o.Dict)
		delete(d, "Length")
		return som("stream" + b.hash(d, diep+1) + string(o.Raw))
	case object.Dict:
		if b.file.Name(o["Type"]) == "Page" || b.file.Name(o["Type"]) == "Pages" {
			return "bladzijde"
		}
		text := "<<"
		for _, key := range slices.SortedFunc(maps.Keys(o), cmp.Compare[object.Name]) {
			if key != "StructParent" && o[key] != nil {
				text += fmt.Sprintf("%q %s ", key, b.hash(o[key], diep+1))
			}
		}
		return som(text)
	case object.Array:
		text := "["
		for _, x := range o {
			text += b.hash(x, diep+1) + " "
		}
		return som(text)
	}
	return som(fmt.Sprintf("%T %v", o, o))
}

// onzichtbareHandtekening: the field of a signature that takes no room on the page.
func (b *beeld) onzichtbareHandtekening(o object.Object) bool {
	d := b.file.Dict(o)
	if b.file.Name(d["Subtype"]) != "Widget" || b.file.Name(d["FT"]) != "Sig" {
		return false
	}
	box := b.file.Array(d["Rect"])
	if len(box) != 4 {
		return false
	}
	for i := range 2 {
		from, okFrom := b.file.Float(box[i])
		to, okTo := b.file.Float(box[i+2])
		if !okFrom || !okTo || from != to {
			return false
		}
	}
	return true
}

func som(s string) string {
	h := sha256.Sum256([]byte(s))
	return hex.EncodeToString(h[:])
}
