package tagged

import (
	"errors"
	"fmt"
	"slices"

	"annex/render/pdf/object"
)

// Attachment is a file that is attached to a document.
type Attachment struct {
	Name         string
	MIME         string // "application/yaml"; empty where the document does not say
	Description  string
	Relationship string // of PDF/A-3: "Source", "Data", "Supplement" ...
	Data         []byte
	Spec         object.Ref // the file specification
}

// Attachments gives the files attached to a document, in the order in which it
// names them. Together they may hold object.MaxDecoded bytes. A file that only some
// readers would show is an error: one in two forms, or that the list of files does not
// name.
func Attachments(f *object.File) ([]Attachment, error) {
	specs, err := EmbeddedFiles(f)
	if err != nil {
		return nil, err
	}
	if unlisted(f, specs) {
		return nil, errors.New("a file is embedded that the list of files does not name")
	}
	limit := object.MaxDecoded
	var list []Attachment
	for _, o := range specs {
		spec := f.Dict(o)
		var a Attachment
		a.Spec, _ = o.(object.Ref)
		for _, key := range []object.Name{"UF", "F"} {
			if name, ok := f.String(spec[key]); ok && a.Name == "" {
				a.Name = name.Text()
			}
		}
		description, _ := f.String(spec["Desc"])
		a.Description = description.Text()
		a.Relationship = string(f.Name(spec["AFRelationship"]))
		files := f.Dict(spec["EF"])
		data, _ := files["F"].(object.Ref)
		for _, o := range files {
			if other, _ := o.(object.Ref); other != data {
				return nil, fmt.Errorf("attachment %q is there in two forms", a.Name)
			}
		}
		s := f.Stream(files["F"])
		if s == nil {
			return nil, fmt.Errorf("attachment %q has no data", a.Name)
		}
		a.MIME = string(f.Name(s.Dict["Subtype"]))
		if a.Data, err = s.DecodedWithin(limit); err != nil {
			return nil, fmt.Errorf("attachment %q: %w", a.Name, err)
		}
		limit -= len(a.Data)
		list = append(list, a)
	}
	return list, nil
}

// unlisted tells whether a file specification with a file is not among those listed.
func unlisted(f *object.File, listed []object.Object) bool {
	known := map[int]bool{}
	for _, o := range listed {
		if ref, ok := o.(object.Ref); ok {
			known[ref.Number] = true
		}
	}
	var embeds func(o object.Object) bool
	embeds = func(o object.Object) bool {
		switch o := o.(type) {
		case object.Dict:
			if o["EF"] != nil {
				return true
			}
			for _, x := range o {
				if embeds(x) {
					return true
				}
			}
		case object.Array:
			return slices.ContainsFunc(o, embeds)
		}
		return false
	}
	for n, o := range f.Objects {
		if !known[n] && embeds(o) {
			return true
		}
	}
	return false
}

// EmbeddedFiles gives the file specifications in the name tree of the document.
func EmbeddedFiles(f *object.File) ([]object.Object, error) {
	root := f.Dict(f.Catalog()["Names"])["EmbeddedFiles"]
	var specs []object.Object
	err := Leaves(f, root, "Names", func(_, value object.Object) error {
		specs = append(specs, value)
		return nil
	})
	return specs, err
}

// Leaves walks a name tree (leaf "Names") or a number tree (leaf "Nums"), and
// gives each key with its value.
func Leaves(f *object.File, root object.Object, leaf object.Name, give func(key, value object.Object) error) error {
	seen := map[object.Ref]bool{}
	var walk func(o object.Object, depth int) error
	walk = func(o object.Object, depth int) error {
		if ref, ok := o.(object.Ref); ok {
			if seen[ref] {
				return fmt.Errorf("object %d stands in a tree more than once", ref.Number)
			}
			seen[ref] = true
		}
		if depth > maxDepth {
			return errors.New("a tree that is too deep")
		}
		node := f.Dict(o)
		pairs := f.Array(node[leaf])
		if len(pairs)%2 != 0 {
			return errors.New("a tree with a key without a value")
		}
		for ; len(pairs) > 0; pairs = pairs[2:] {
			if err := give(f.Resolve(pairs[0]), pairs[1]); err != nil {
				return err
			}
		}
		for _, kid := range f.Array(node["Kids"]) {
			if err := walk(kid, depth+1); err != nil {
				return err
			}
		}
		return nil
	}
	return walk(root, 0)
}
