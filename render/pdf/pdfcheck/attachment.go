package pdfcheck

import (
	"crypto/md5"
	"slices"
	"strings"

	"annex/render/pdf/object"
	"annex/render/pdf/tagged"
)

// relationships are those of ISO 19005-3, 6.8.
var relationships = []object.Name{"Source", "Data", "Alternative", "Supplement", "Unspecified"}

// attachments checks what PDF/A-3 asks to be said of an attached file (ISO 19005-3,
// 6.8), and that it arrived whole. PDF/A-2 allows only files that are PDF/A
// themselves (ISO 19005-2, 6.8), which annex does not attach.
func (c *checker) attachments() {
	specs, err := tagged.EmbeddedFiles(c.file)
	if err != nil {
		c.add(Attachment, "catalog", "%v", err)
		return
	}
	associated := c.file.Array(c.file.Catalog()["AF"])
	if c.want.Level == PDFA2a {
		if len(specs) > 0 || len(associated) > 0 {
			c.add(Attachment, "catalog", "PDF/A-2 with attachments")
		}
		return
	}
	if len(specs) == 0 {
		c.add(Attachment, "catalog", "PDF/A-3 without attachments")
	}
	for _, o := range specs {
		if !slices.Contains(associated, o) {
			c.add(Attachment, "catalog", "AF does not name %v", o)
		}
		c.attachment(o)
	}
	for _, o := range associated {
		if !slices.Contains(specs, o) {
			c.add(Attachment, "catalog", "AF names %v, EmbeddedFiles does not", o)
		}
	}
}

func (c *checker) attachment(o object.Object) {
	spec := c.file.Dict(o)
	name, _ := c.file.String(spec["UF"])
	where := "attachment " + name.Text()
	for _, key := range []object.Name{"F", "UF", "Desc"} {
		if s, ok := c.file.String(spec[key]); !ok || strings.TrimSpace(s.Text()) == "" {
			c.add(Attachment, where, "no %s", key)
		}
	}
	if r := c.file.Name(spec["AFRelationship"]); !slices.Contains(relationships, r) {
		c.add(Attachment, where, "AFRelationship is %q", string(r))
	}
	if c.file.Name(spec["Type"]) != "Filespec" {
		c.add(Attachment, where, "it is no Filespec")
	}
	files := c.file.Dict(spec["EF"])
	s := c.file.Stream(files["F"])
	if s == nil || files["UF"] != nil && files["UF"] != files["F"] {
		c.add(Attachment, where, "EF does not hold the file, or holds two")
		return
	}
	data, err := s.Decoded()
	if err != nil {
		return // told before
	}
	if mime := c.file.Name(s.Dict["Subtype"]); strings.Count(string(mime), "/") != 1 {
		c.add(Attachment, where, "its MIME type is %q", string(mime))
	}
	params := c.file.Dict(s.Dict["Params"])
	sum := md5.Sum(data)
	if size, ok := c.file.Int(params["Size"]); !ok || size != len(data) {
		c.add(Attachment, where, "Size is %d, it has %d bytes", size, len(data))
	}
	if got, _ := c.file.String(params["CheckSum"]); got != object.String(sum[:]) {
		c.add(Attachment, where, "CheckSum is not that of the file")
	}
	if date, _ := c.file.String(params["ModDate"]); date != "" {
		if _, err := parseDate(string(date)); err == nil {
			return
		}
	}
	c.add(Attachment, where, "no ModDate")
}
