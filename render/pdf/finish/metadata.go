package finish

import (
	"bytes"
	_ "embed"
	"encoding/xml"
	"fmt"
	"strings"
	"sync"
	"text/template"
	"time"

	"annex/render/pdf/object"
)

// sRGB2014 is the sRGB profile of the International Color Consortium, version 2:
// all levels of PDF/A know it.
//
//go:embed sRGB2014.icc
var sRGB2014 []byte

var profileStream = sync.OnceValue(func() *object.Stream {
	return object.NewStream(object.Dict{"N": object.Int(3)}, sRGB2014)
})

// metadata says what the document is: twice, in the catalog's XMP, which counts,
// and in Info, which old programs show.
func (x *finisher) metadata() error {
	d := x.document
	if strings.TrimSpace(d.Title) == "" {
		return fmt.Errorf("the document has no title")
	}
	if d.Date.IsZero() {
		return fmt.Errorf("the document has no date")
	}
	packet, err := d.xmp()
	if err != nil {
		return err
	}
	// Not compressed: a program that does not know PDF can still find it.
	x.catalog["Metadata"] = x.file.Add(&object.Stream{Dict: object.Dict{"Type": object.Name("Metadata"), "Subtype": object.Name("XML")}, Raw: packet})
	x.catalog["Lang"] = object.Text(d.Language)
	x.catalog["ViewerPreferences"] = object.Dict{"DisplayDocTitle": true}
	x.catalog["OutputIntents"] = object.Array{object.Dict{
		"Type": object.Name("OutputIntent"), "S": object.Name("GTS_PDFA1"),
		"OutputConditionIdentifier": object.Text("sRGB"), "Info": object.Text("sRGB IEC61966-2.1"),
		"DestOutputProfile": x.file.Add(profileStream()),
	}}
	return nil
}

func (x *finisher) info() object.Dict {
	d := x.document
	info := object.Dict{}
	for _, p := range []struct {
		key  object.Name
		text string
	}{{"Title", d.Title}, {"Subject", d.Subject}, {"Author", d.Author}, {"Creator", d.Creator}, {"Producer", d.Producer}} {
		if p.text != "" {
			info[p.key] = object.Text(p.text)
		}
	}
	if d.Profile != Oldest { // PDFBox preflight objects to dates here whatever the XMP says
		info["CreationDate"] = pdfDate(d.Date)
		info["ModDate"] = pdfDate(d.Date)
	}
	return info
}

// pdfDate is a date as ISO 32000-1, 7.9.4 writes it.
func pdfDate(t time.Time) object.String {
	s := t.Format("D:20060102150405-07'00'")
	if _, offset := t.Zone(); offset%3600 != 0 {
		s = t.UTC().Format("D:20060102150405+00'00'")
	}
	return object.String(s)
}

//go:embed xmp.xml
var xmpText string

var xmpTemplate = template.Must(template.New("xmp").Funcs(template.FuncMap{"xml": func(text string) (string, error) {
	var b strings.Builder
	err := xml.EscapeText(&b, []byte(text))
	return b.String(), err
}}).Parse(xmpText))

// xmp is the metadata as XML (ISO 16684-1), in the schemas that PDF/A knows,
// and that of PDF/UA with the description that PDF/A asks for of any other.
func (d *Document) xmp() ([]byte, error) {
	part, conformance := d.level()
	var b bytes.Buffer
	err := xmpTemplate.Execute(&b, struct {
		*Document
		Mark, Time  string // Mark: the byte order mark that a packet begins with
		Part        int
		Conformance string
		Accessible  bool
	}{d, "\uFEFF", d.Date.Format(time.RFC3339), part, conformance, d.Profile == Court})
	if err != nil {
		return nil, fmt.Errorf("metadata: %w", err)
	}
	return b.Bytes(), nil
}
