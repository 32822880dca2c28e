package finish

import (
	"crypto/md5"
	"fmt"
	"slices"
	"strings"

	"annex/render/pdf/object"
)

// A Relation is what an attached file is to the document (ISO 19005-3, 6.8).
type Relation string

const (
	Source     Relation = "Source"     // what the document was made from
	Supplement Relation = "Supplement" // what goes with it
	Data       Relation = "Data"       // what stands in it, for programs
)

// An Attachment is a file inside the document.
type Attachment struct {
	Name        string // of the file, without a folder; every name once
	MIME        string // "application/json"
	Description string // shown beside the name
	Relation    Relation
	Data        []byte
}

// attachments embeds files, with all that PDF/A-3 asks to know of them.
func (x *finisher) attachments() error {
	files := x.document.Attachments
	if len(files) == 0 {
		return nil
	}
	if x.document.Profile == Oldest {
		return fmt.Errorf("PDF/A-1 has no attachments")
	}
	type named struct {
		key  object.String
		file object.Ref
	}
	var names []named
	var associated object.Array
	for _, a := range files {
		if err := a.check(); err != nil {
			return err
		}
		key := object.Text(a.Name)
		if slices.ContainsFunc(names, func(n named) bool { return n.key == key }) {
			return fmt.Errorf("two attachments with the name %q", a.Name)
		}
		data := x.file.Add(a.stream(x.document))
		file := x.file.Add(object.Dict{
			"Type": object.Name("Filespec"), "F": object.String(plainName(a.Name)), "UF": key, "Desc": object.Text(a.Description),
			"AFRelationship": object.Name(a.Relation), "EF": object.Dict{"F": data, "UF": data},
		})
		names = append(names, named{key, file})
		associated = append(associated, file)
	}
	slices.SortFunc(names, func(a, b named) int { return strings.Compare(string(a.key), string(b.key)) }) // a name tree is searched
	var list object.Array
	for _, n := range names {
		list = append(list, n.key, n.file)
	}
	x.catalog["Names"] = object.Dict{"EmbeddedFiles": object.Dict{"Names": list}}
	x.catalog["AF"] = associated
	return nil
}

func (a Attachment) check() error {
	switch {
	case strings.TrimSpace(a.Name) == "", strings.ContainsAny(a.Name, "/\\\x00"):
		return fmt.Errorf("an attachment with the name %q", a.Name)
	case strings.Count(a.MIME, "/") != 1:
		return fmt.Errorf("attachment %q: %q is no MIME type", a.Name, a.MIME)
	case a.Relation != Source && a.Relation != Supplement && a.Relation != Data:
		return fmt.Errorf("attachment %q: %q is no relation", a.Name, a.Relation)
	}
	return nil
}

// stream is the file itself, compressed if that makes it smaller.
func (a Attachment) stream(d *Document) *object.Stream {
	sum := md5.Sum(a.Data)
	dict := object.Dict{
		"Type": object.Name("EmbeddedFile"), "Subtype": object.Name(a.MIME),
		"Params": object.Dict{"Size": object.Int(len(a.Data)), "CheckSum": object.String(sum[:]), "ModDate": pdfDate(d.Date)},
	}
	if s := object.NewStream(dict, a.Data); len(s.Raw) < len(a.Data) {
		return s
	}
	return &object.Stream{Dict: dict, Raw: a.Data}
}

// plainName is a name for programs that know ASCII only.
func plainName(name string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r > '~' {
			return '_'
		}
		return r
	}, name)
}
