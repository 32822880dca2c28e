package tagged

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"

	"annex/render/pdf/object"
)

// Looks gives for each page a hash of all that says how it looks: equal where nothing on
// it differs. The field of a signature that takes no room does not count.
func Looks(f *object.File) ([]string, error) {
	pages, err := f.Pages()
	if err != nil {
		return nil, err
	}
	var out []string
	b := &looker{file: f, known: map[object.Ref]string{}}
	// What changes the look of every page, or does something when it is opened.
	catalog := f.Catalog()
	all := b.hash(catalog["OCProperties"], 0) + b.hash(catalog["OpenAction"], 0) + b.hash(catalog["AA"], 0)
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
			if !b.hiddenSignature(o) {
				notes = append(notes, o)
			}
		}
		look["Annots"] = notes
		out = append(out, sum(all+b.hash(look, 0)))
	}
	return out, nil
}

// looker hashes objects with all they refer to, but for the pages themselves.
type looker struct {
	file  *object.File
	known map[object.Ref]string
}

// maxDeep is how deep objects may refer to each other.
const maxDeep = 64

func (b *looker) hash(o object.Object, deep int) string {
	if deep > maxDeep {
		return "…"
	}
	switch o := o.(type) {
	case object.Ref:
		if h, ok := b.known[o]; ok {
			return h
		}
		b.known[o] = "…" // where it refers to itself
		h := b.hash(b.file.Resolve(o), deep+1)
		b.known[o] = h
		return h
	case *object.Stream:
		d := maps.Clone(o.Dict)
		delete(d, "Length")
		return sum("stream" + b.hash(d, deep+1) + string(o.Raw))
	case object.Dict:
		if b.file.Name(o["Type"]) == "Page" || b.file.Name(o["Type"]) == "Pages" {
			return "page"
		}
		text := "<<"
		for _, key := range slices.SortedFunc(maps.Keys(o), cmp.Compare[object.Name]) {
			if key != "StructParent" && o[key] != nil {
				text += fmt.Sprintf("%q %s ", key, b.hash(o[key], deep+1))
			}
		}
		return sum(text)
	case object.Array:
		text := "["
		for _, x := range o {
			text += b.hash(x, deep+1) + " "
		}
		return sum(text)
	}
	return sum(fmt.Sprintf("%T %v", o, o))
}

// hiddenSignature: the field of a signature that takes no room on the page.
func (b *looker) hiddenSignature(o object.Object) bool {
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

func sum(s string) string {
	h := sha256.Sum256([]byte(s))
	return hex.EncodeToString(h[:])
}
