package pdfcheck

import (
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"annex/render/pdf/object"
)

const (
	nsRDF       = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	nsDC        = "http://purl.org/dc/elements/1.1/"
	nsXMP       = "http://ns.adobe.com/xap/1.0/"
	nsPDF       = "http://ns.adobe.com/pdf/1.3/"
	nsPDFA      = "http://www.aiim.org/pdfa/ns/id/"
	nsPDFUA     = "http://www.aiim.org/pdfua/ns/id/"
	nsExtension = "http://www.aiim.org/pdfa/ns/extension/"
	nsSchema    = "http://www.aiim.org/pdfa/ns/schema#"
	nsProperty  = "http://www.aiim.org/pdfa/ns/property#"
)

// metadata checks the XMP packet, and that Info says the same (ISO 19005-2, 6.6;
// ISO 14289-1, 5 and 7.1).
func (c *checker) metadata() {
	s := c.file.Stream(c.file.Catalog()["Metadata"])
	if s == nil || c.file.Name(s.Dict["Subtype"]) != "XML" || c.file.Name(s.Dict["Type"]) != "Metadata" {
		c.add(XMP, "catalog", "no Metadata")
		return
	}
	if s.Dict["Filter"] != nil {
		c.add(XMP, "catalog", "Metadata is compressed")
		return
	}
	if !utf8.Valid(s.Raw) {
		c.add(XMP, "catalog", "Metadata is not UTF-8")
	}
	root, err := readXML(s.Raw)
	if err != nil {
		c.add(XMP, "catalog", "Metadata: %v", err)
		return
	}
	properties := map[xml.Name]*node{}
	for _, description := range root.all(nsRDF, "Description") {
		for _, p := range description.kids {
			if properties[p.name] != nil {
				c.add(XMP, "catalog", "%s stands there twice", p.name.Local)
			}
			properties[p.name] = p
		}
		for _, a := range description.attributes {
			if a.Name.Space != nsRDF && a.Name.Space != "xmlns" && a.Name.Local != "xmlns" {
				properties[a.Name] = &node{name: a.Name, text: a.Value}
			}
		}
	}
	value := func(space, local string) string { return properties[xml.Name{Space: space, Local: local}].value() }

	part := map[Level]string{PDFA2a: "2", PDFA3a: "3"}[c.want.Level]
	if got, level := value(nsPDFA, "part"), value(nsPDFA, "conformance"); got != part || level != "A" {
		c.add(Conformance, "catalog", "Metadata says PDF/A-%s%s, want PDF/A-%sA", got, level, part)
	}
	if got := value(nsPDFUA, "part"); got != "1" {
		c.add(Conformance, "catalog", "Metadata says PDF/UA-%s, want PDF/UA-1", got)
	}
	c.extension(properties[xml.Name{Space: nsExtension, Local: "schemas"}])
	known := []string{nsDC, nsXMP, nsPDF, nsPDFA, nsPDFUA, nsExtension}
	for _, description := range root.all(nsRDF, "Description") {
		for _, p := range description.kids {
			if !slices.Contains(known, p.name.Space) {
				c.add(XMP, "catalog", "a property of %q", p.name.Space)
			}
		}
	}

	info := c.file.Dict(c.file.Trailer["Info"])
	if _, isDict := c.file.Resolve(c.file.Trailer["Info"]).(object.Dict); !isDict {
		c.add(Info, "trailer", "Info is no dictionary")
		return
	}
	for _, p := range []struct {
		key          object.Name
		space, local string
		required     bool
	}{
		{"Title", nsDC, "title", true}, {"Author", nsDC, "creator", false}, {"Subject", nsDC, "description", false},
		{"Creator", nsXMP, "CreatorTool", false}, {"Producer", nsPDF, "Producer", true},
	} {
		text, _ := c.file.String(info[p.key])
		inXMP := value(p.space, p.local)
		if text.Text() != inXMP {
			c.add(Info, "trailer", "%s is %q, in Metadata %q", p.key, text.Text(), inXMP)
		}
		if p.required && strings.TrimSpace(inXMP) == "" {
			c.add(XMP, "catalog", "no %s", p.key)
		}
	}
	for _, p := range []struct {
		key   object.Name
		local string
	}{{"CreationDate", "CreateDate"}, {"ModDate", "ModifyDate"}} {
		key, local := p.key, p.local
		text, _ := c.file.String(info[key])
		inXMP, err := time.Parse(time.RFC3339, value(nsXMP, local))
		if err != nil {
			c.add(XMP, "catalog", "%s: %v", local, err)
			continue
		}
		if date, err := parseDate(string(text)); err != nil || !date.Equal(inXMP) {
			c.add(Info, "trailer", "%s is %q, in Metadata %s", key, string(text), inXMP.Format(time.RFC3339))
		}
	}
}

// extension checks the description of the one schema that PDF/A does not know
// itself (ISO 19005-2, 6.6.2.3).
func (c *checker) extension(schemas *node) {
	for _, schema := range schemas.all(nsRDF, "li") {
		if schema.child(nsSchema, "namespaceURI").value() != nsPDFUA {
			continue
		}
		ok := schema.child(nsSchema, "prefix").value() == "pdfuaid" && schema.child(nsSchema, "schema").value() != ""
		for _, p := range schema.child(nsSchema, "property").all(nsRDF, "li") {
			if p.child(nsProperty, "name").value() == "part" {
				if ok && p.child(nsProperty, "valueType").value() == "Integer" && p.child(nsProperty, "category").value() == "internal" &&
					p.child(nsProperty, "description").value() != "" {
					return
				}
			}
		}
	}
	c.add(Extension, "catalog", "Metadata does not describe pdfuaid:part")
}

// parseDate reads a date as ISO 32000-1, 7.9.4, writes it in full.
func parseDate(s string) (time.Time, error) {
	s = strings.ReplaceAll(strings.TrimSuffix(s, "'"), "'", "")
	for _, layout := range []string{"D:20060102150405Z0700", "D:20060102150405-0700"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t, nil
		}
	}
	return time.Time{}, fmt.Errorf("%q is no date", s)
}

// node is an element of XML.
type node struct {
	name       xml.Name
	attributes []xml.Attr
	text       string
	kids       []*node
}

func readXML(data []byte) (*node, error) {
	d := xml.NewDecoder(bytes.NewReader(data))
	root := &node{}
	path := []*node{root}
	for {
		token, err := d.Token()
		if err == io.EOF {
			return root, nil
		}
		if err != nil {
			return nil, err
		}
		here := path[len(path)-1]
		switch t := token.(type) {
		case xml.StartElement:
			n := &node{name: t.Name, attributes: t.Copy().Attr}
			here.kids = append(here.kids, n)
			path = append(path, n)
		case xml.EndElement:
			path = path[:len(path)-1]
		case xml.CharData:
			here.text += string(t)
		}
	}
}

// all gives the nearest elements with a name below the node, in order.
func (n *node) all(space, local string) []*node {
	if n == nil {
		return nil
	}
	var found []*node
	for _, k := range n.kids {
		if k.name == (xml.Name{Space: space, Local: local}) {
			found = append(found, k)
		} else {
			found = append(found, k.all(space, local)...)
		}
	}
	return found
}

func (n *node) child(space, local string) *node {
	if n != nil {
		for _, k := range n.kids {
			if k.name == (xml.Name{Space: space, Local: local}) {
				return k
			}
		}
	}
	return nil
}

// value is the text of a simple property, or the first item of a list.
func (n *node) value() string {
	if n == nil {
		return ""
	}
	if items := n.all(nsRDF, "li"); len(items) > 0 {
		return items[0].text
	}
	return n.text
}

// knownInCatalog is what annex writes there.
var knownInCatalog = []object.Name{"Type", "Version", "Pages", "Metadata", "Lang", "MarkInfo", "ViewerPreferences", "OutputIntents", "StructTreeRoot",
	"Outlines", "PageMode", "PageLayout", "Names", "AF", "AcroForm"}

func (c *checker) catalog() {
	catalog := c.file.Catalog()
	for _, key := range slices.Sorted(maps.Keys(catalog)) {
		if _, named := forbiddenKeys[key]; !named && !slices.Contains(knownInCatalog, key) {
			c.add(Forbidden, "catalog", "an entry %s", key)
		}
	}
	if lang, _ := c.file.String(catalog["Lang"]); len(lang) < 2 {
		c.add(Catalog, "catalog", "no Lang")
	}
	mark := c.file.Dict(catalog["MarkInfo"])
	if mark["Marked"] != true || mark["Suspects"] == true {
		c.add(Catalog, "catalog", "MarkInfo does not say that the document is tagged")
	}
	if c.file.Dict(catalog["ViewerPreferences"])["DisplayDocTitle"] != true {
		c.add(Catalog, "catalog", "ViewerPreferences does not show the title")
	}
	names := c.file.Dict(catalog["Names"])
	for _, key := range slices.Sorted(maps.Keys(names)) {
		if _, named := forbiddenKeys[key]; !named && key != "EmbeddedFiles" {
			c.add(Forbidden, "catalog", "names of %s", key)
		}
	}
	c.outputIntent(c.file.Array(catalog["OutputIntents"]))
}

// outputIntent checks that there is one, with a profile for RGB (ISO 19005-2, 6.2.3;
// ICC.1, 7.2: the header of a profile).
func (c *checker) outputIntent(intents object.Array) {
	if len(intents) != 1 {
		c.add(OutputIntent, "catalog", "%d output intents", len(intents))
		return
	}
	intent := c.file.Dict(intents[0])
	if s, ok := c.file.String(intent["OutputConditionIdentifier"]); c.file.Name(intent["S"]) != "GTS_PDFA1" || !ok || s == "" {
		c.add(OutputIntent, "catalog", "it is not GTS_PDFA1 or has no identifier")
	}
	s := c.file.Stream(intent["DestOutputProfile"])
	if s == nil {
		c.add(OutputIntent, "catalog", "it has no profile")
		return
	}
	profile, err := s.Decoded()
	if n, _ := c.file.Int(s.Dict["N"]); err != nil || n != 3 || len(profile) < 128 || string(profile[36:40]) != "acsp" ||
		string(profile[16:20]) != "RGB " || int(binary.BigEndian.Uint32(profile)) != len(profile) || profile[8] > 4 {
		c.add(OutputIntent, "catalog", "its profile is no ICC profile for RGB of version 2 or 4")
	}
}
