// Package sign puts an electronic signature on a PDF: who signed, and that not a
// byte has changed since (PAdES, ETSI EN 319 142-1, level B-B).
//
// The signature is added behind the document, which stays in it byte for byte. It
// is not seen on any page. Whether it counts as a qualified signature is not up
// to this package: that depends on the certificate and the device of who signs
// (Regulation (EU) 910/2014, article 3(12)).
package sign

import (
	"bytes"
	"errors"
	"fmt"
	"time"

	"annex/render/pdf/object"
)

// ErrSigned is what PDF gives for a document that is signed already.
var ErrSigned = errors.New("de PDF is al ondertekend")

// PDF gives the document, signed by id at a moment, with the zone of that moment.
// The document must be one of annex. The same document, identity and moment give
// the same bytes, for a key that is not in a device. Its errors are for the user.
func PDF(document []byte, id Identity, moment time.Time) ([]byte, error) {
	if err := errors.Join(id.fits(), id.validAt(moment)); err != nil {
		return nil, err
	}
	f, err := object.Parse(document)
	if errors.Is(err, object.ErrEncrypted) {
		return nil, errors.New("op de PDF zit een wachtwoord")
	}
	if err != nil {
		return nil, errors.New("dit is geen PDF, of een PDF die beschadigd is")
	}
	s := &signing{File: f, changed: map[object.Ref]bool{}}
	if err := s.prepare(pdfDate(moment), object.Text(id.Name()), room(id)); err != nil {
		return nil, err
	}
	updated, err := f.Update(document, s.order)
	if err != nil {
		return nil, fmt.Errorf("de handtekening is niet toe te voegen: %w", err)
	}
	return seal(updated, len(document), id)
}

// signing is a document that is getting a signature.
type signing struct {
	*object.File
	changed map[object.Ref]bool
	order   []object.Ref // what changed, in the order in which it is written
}

func (s *signing) touch(r object.Ref) {
	if !s.changed[r] {
		s.changed[r] = true
		s.order = append(s.order, r)
	}
}

func (s *signing) add(o object.Object) object.Ref {
	r := s.Add(o)
	s.touch(r)
	return r
}

var errForeign = errors.New("deze PDF is niet door annex gemaakt; annex ondertekent alleen haar eigen bijlagen")

const (
	// unknown stands where a number of bytes comes once the file is written. It is
	// as long as the longest of them.
	unknown = object.Number("9999999999")
	// print and locked are flags of an annotation (ISO 32000-1, 12.5.3). PDF/A asks for the
	// first, and does not allow the one that hides.
	print, locked = 4, 128
)

// prepare adds the field, with so many bytes for the signature, on the last page.
func (s *signing) prepare(moment, name object.String, room int) error {
	root, ok := s.Trailer["Root"].(object.Ref)
	catalog := s.Catalog()
	pages, err := s.Pages()
	if !ok || err != nil || len(pages) == 0 || catalog["StructTreeRoot"] == nil {
		return errForeign
	}
	if catalog["AcroForm"] != nil {
		return ErrSigned
	}
	page := pages[len(pages)-1]
	signature := object.Dict{
		"Type": object.Name("Sig"), "Filter": object.Name("Adobe.PPKLite"), "SubFilter": object.Name("ETSI.CAdES.detached"),
		"ByteRange": object.Array{object.Int(0), unknown, unknown, unknown}, "Contents": object.String(make([]byte, room)),
		"M": moment, "Name": name,
	}
	// A field without size is on no one's way. Who listens hears its name.
	widget := object.Dict{
		"Type": object.Name("Annot"), "Subtype": object.Name("Widget"), "FT": object.Name("Sig"),
		"T": object.Text("Handtekening"), "TU": object.Text("elektronische handtekening"), "V": s.add(signature),
		"F": object.Int(print | locked), "Rect": object.Array{object.Int(0), object.Int(0), object.Int(0), object.Int(0)}, "P": page,
	}
	field := s.add(widget)
	if err := s.tag(widget, field, page); err != nil {
		return err
	}
	s.Dict(page)["Annots"] = append(append(object.Array{}, s.Array(s.Dict(page)["Annots"])...), field)
	s.touch(page)
	const signaturesExist, appendOnly = 1, 2 // ISO 32000-1, table 219
	catalog["AcroForm"] = object.Dict{"Fields": object.Array{field}, "SigFlags": object.Int(signaturesExist | appendOnly)}
	s.touch(root)
	return nil
}

// pdfDate is a moment as ISO 32000-1, 7.9.4 writes it.
func pdfDate(t time.Time) object.String {
	s := t.Format("D:20060102150405-0700")
	minutes := len(s) - 2
	return object.String(s[:minutes] + "'" + s[minutes:] + "'")
}

// tag gives the field a place in the structure, at the end of the document
// (ISO 14289-1, 7.18.4: in an element Form).
func (s *signing) tag(widget object.Dict, field, page object.Ref) error {
	root, ok1 := s.Catalog()["StructTreeRoot"].(object.Ref)
	tree := s.Dict(root)
	top, ok2 := tree["K"].(object.Ref)
	parents, ok3 := tree["ParentTree"].(object.Ref)
	numbers := s.Array(s.Dict(parents)["Nums"])
	next, ok4 := s.Int(tree["ParentTreeNextKey"])
	if !ok1 || !ok2 || !ok3 || !ok4 || numbers == nil || s.Dict(top) == nil {
		return errForeign
	}
	widget["StructParent"] = object.Int(next)
	form := s.add(object.Dict{
		"Type": object.Name("StructElem"), "S": object.Name("Form"), "P": top, "Pg": page,
		"K": object.Dict{"Type": object.Name("OBJR"), "Obj": field, "Pg": page},
	})
	document := s.Dict(top)
	kids := s.Array(document["K"])
	if kids == nil {
		kids = object.Array{document["K"]}
	}
	document["K"] = append(append(object.Array{}, kids...), form)
	s.Dict(parents)["Nums"] = append(append(object.Array{}, numbers...), object.Int(next), form)
	tree["ParentTreeNextKey"] = object.Int(next + 1)
	for _, r := range []object.Ref{top, parents, root} {
		s.touch(r)
	}
	return nil
}

// room is how many bytes a signature can take: the certificates, and the rest.
func room(id Identity) int {
	n := 2048 + len(id.Certificate.Raw) + len(id.Certificate.RawIssuer)
	for _, c := range id.Chain {
		n += len(c.Raw)
	}
	return n
}

var errNoPlace = errors.New("in de PDF is geen plaats voor een handtekening")

// seal signs all of the file but the place where the signature comes, and puts it
// there. The field stands behind the first from bytes.
func seal(file []byte, from int, id Identity) ([]byte, error) {
	open, end, err := place(file, from)
	if err != nil {
		return nil, err
	}
	signature, err := cms(id, append(bytes.Clone(file[:open]), file[end:]...))
	if err != nil {
		return nil, err
	}
	hex := file[open+1 : end-1]
	if 2*len(signature) > len(hex) {
		return nil, errors.New("de handtekening is te groot")
	}
	copy(hex, fmt.Sprintf("%X", signature))
	return file, nil
}

// place finds where the signature comes, from < to >, and notes in the file that all
// but that is signed.
func place(file []byte, from int) (open, end int, err error) {
	i := bytes.Index(file[from:], []byte("/Contents <00"))
	numbers := fmt.Sprintf("[0 %s %s %s]", unknown, unknown, unknown)
	j := bytes.Index(file[from:], []byte(numbers))
	if i < 0 || j < 0 {
		return 0, 0, errNoPlace
	}
	open = from + i + len("/Contents ")
	end = open + bytes.IndexByte(file[open:], '>') + 1
	copy(file[from+j:], fmt.Sprintf("%-*s", len(numbers), fmt.Sprintf("[0 %d %d %d]", open, end, len(file)-end)))
	return open, end, nil
}

// Name says whose certificate it is.
func (id Identity) Name() string {
	if name := id.Certificate.Subject.CommonName; name != "" {
		return name
	}
	return id.Certificate.Subject.String()
}
