// Package pdfcheck judges whether a finished document is what annex promises:
// PDF/A-2a or 3a (ISO 19005-2 and -3) and PDF/UA-1 (ISO 14289-1), with a
// structure that says what the page shows.
//
// It is no judge of PDF in general. It knows what annex writes and objects to
// anything else: a file it does not object to keeps to the rules it checks, a
// file it objects to may keep to them in a way annex does not use. It goes
// beyond other judges where a document can be well-formed and wrong: where
// bookmarks lead, which element claims which content, what the text says.
package pdfcheck

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"slices"

	"annex/render/pdf/object"
	"annex/render/pdf/tagged"
)

// Level is what the document must conform to, besides PDF/UA-1.
type Level int

const (
	PDFA2a Level = iota // without attachments
	PDFA3a              // with attachments
)

// Want is what is expected of a document.
type Want struct {
	Level Level
	// Text is what the document must say, in reading order, divided as is convenient:
	// white space does not count. Nil leaves the text unchecked.
	Text []string
}

// Code says what kind of defect a Finding is.
type Code string

const (
	Header       Code = "header"       // the first two lines
	Trailer      Code = "trailer"      // the last line, or what follows it
	Unreadable   Code = "unreadable"   // the file, or a part of it, cannot be read
	Encrypted    Code = "encrypted"    // there is a password on it
	ID           Code = "id"           // of the file
	Reference    Code = "reference"    // to an object that is not there
	Stream       Code = "stream"       // its data, filter or layout
	Forbidden    Code = "forbidden"    // what PDF/A does not allow, or annex does not use
	Info         Code = "info"         // the properties that old programs show
	XMP          Code = "xmp"          // the properties that count
	Conformance  Code = "conformance"  // the levels that the document claims
	Extension    Code = "extension"    // the description of the schema of PDF/UA
	Catalog      Code = "catalog"      // Lang, MarkInfo, ViewerPreferences
	OutputIntent Code = "outputintent" // what the colours are
	Colour       Code = "colour"       // one that the output intent does not cover
	Page         Code = "page"         // what a page must say of itself
	Content      Code = "content"      // its operators
	Unmarked     Code = "unmarked"     // painted outside marked content
	Marks        Code = "marks"        // marked content that is not balanced or nested
	MCID         Code = "mcid"         // the numbers of marked content
	ParentTree   Code = "parenttree"   // the way back from content to element
	Structure    Code = "structure"    // the tree itself
	Type         Code = "type"         // of an element: not standard
	Nesting      Code = "nesting"      // an element in the wrong place
	Heading      Code = "heading"      // a level is skipped
	Table        Code = "table"        // rows of unequal length, header cells without scope
	Figure       Code = "figure"       // without Alt or BBox
	Annotation   Code = "annotation"   // a link or field that cannot be reached or heard
	Destination  Code = "destination"  // a link or bookmark that leads nowhere, or elsewhere
	Outline      Code = "outline"      // how bookmarks hang together
	Font         Code = "font"         // not embedded, or names that differ
	Glyph        Code = "glyph"        // a letter that is not in the font
	Width        Code = "width"        // of a letter, other than in the font
	ToUnicode    Code = "tounicode"    // a letter of which is not said what it is
	Attachment   Code = "attachment"   // what must be said of an attached file
	Text         Code = "text"         // other than intended
)

// Finding is one defect.
type Finding struct {
	Code  Code
	Where string // "page 3", "object 12", "outline"
	What  string
}

func (f Finding) String() string { return fmt.Sprintf("%s: %s: %s", f.Code, f.Where, f.What) }

// Check gives the defects of a document; none for a sound one. The same file
// always gives the same findings. What cannot be read is not judged further.
func Check(data []byte, want Want) []Finding {
	c := &checker{data: data, want: want}
	c.bytes()
	var err error
	if c.file, err = object.Parse(data); err != nil {
		code := Unreadable
		if errors.Is(err, object.ErrEncrypted) {
			code = Encrypted
		}
		c.add(code, "file", "%v", err)
		return c.findings
	}
	c.trailer()
	c.objects()
	c.metadata()
	c.catalog()
	if c.pageTree() {
		c.contents()
		c.fonts()
		c.structure()
		c.annotations()
		c.outline()
	}
	c.attachments()
	return c.findings
}

type checker struct {
	data     []byte
	want     Want
	file     *object.File
	findings []Finding

	pages   []object.Ref
	numbers map[object.Ref]int // of pages, from 1
	marks   []map[int]int      // per page: how often each MCID begins
	known   map[object.Object]*tagged.Font
	used    map[*tagged.Font]map[int]bool
	tree    *tagged.Tree // nil when it cannot be read
}

func (c *checker) add(code Code, where, format string, args ...any) {
	c.findings = append(c.findings, Finding{code, where, fmt.Sprintf(format, args...)})
}

// bytes checks what is lost once the file is read (ISO 19005-2, 6.1.2, 6.1.3, 6.1.7.1).
func (c *checker) bytes() {
	first, rest, _ := bytes.Cut(c.data, []byte("\n"))
	if len(first) != 8 || !bytes.HasPrefix(first, []byte("%PDF-1.")) || first[7] < '0' || first[7] > '7' {
		c.add(Header, "file", "the first line is %q", first[:min(len(first), 20)])
	}
	high := func(b byte) bool { return b > 127 }
	if len(rest) < 6 || rest[0] != '%' || !high(rest[1]) || !high(rest[2]) || !high(rest[3]) || !high(rest[4]) {
		c.add(Header, "file", "the second line is no comment of four bytes above 127")
	}
	end := bytes.TrimSuffix(bytes.TrimSuffix(c.data, []byte("\n")), []byte("\r"))
	if !bytes.HasSuffix(end, []byte("%%EOF")) {
		c.add(Trailer, "file", "bytes follow %%%%EOF, or it is not there")
	}
	keyword := []byte("endstream")
	for at := 0; ; {
		i := bytes.Index(c.data[at:], keyword)
		if i < 0 {
			break
		}
		at += i
		if at == 0 || c.data[at-1] != '\n' && c.data[at-1] != '\r' {
			c.add(Stream, fmt.Sprintf("byte %d", at), "endstream does not stand on a line of its own")
		}
		at += len(keyword)
	}
}

func (c *checker) trailer() {
	id := c.file.Array(c.file.Trailer["ID"])
	var halves []object.String
	for _, o := range id {
		if s, ok := c.file.String(o); ok {
			halves = append(halves, s)
		}
	}
	if len(halves) != 2 || len(halves[0]) < 16 || len(halves[0]) != len(halves[1]) {
		c.add(ID, "trailer", "no ID of two strings of 16 bytes")
	}
}

// forbiddenKeys are entries that PDF/A does not allow in any dictionary, or that
// do something on their own when the document is opened.
var forbiddenKeys = map[object.Name]string{
	"AA": "actions on their own", "OpenAction": "an action when the document is opened", "JS": "JavaScript", "JavaScript": "JavaScript",
	"XFA": "a form in XML", "NeedsRendering": "a form in XML", "OCProperties": "layers", "Requirements": "requirements of the reader",
	"Alternates": "alternates of an image", "OPI": "a proxy of an image", "PS": "PostScript", "TR": "a transfer function",
	"PresSteps": "a presentation", "AlternatePresentations": "a presentation",
}

// objects looks into every object, wherever it hangs.
func (c *checker) objects() {
	for _, n := range slices.Sorted(maps.Keys(c.file.Objects)) {
		where := fmt.Sprintf("object %d", n)
		o := c.file.Objects[n]
		if s, ok := o.(*object.Stream); ok {
			c.stream(where, s)
			o = s.Dict
		}
		c.inside(where, o)
	}
	c.inside("trailer", c.file.Trailer)
}

func (c *checker) stream(where string, s *object.Stream) {
	for _, key := range []object.Name{"F", "FFilter", "FDecodeParms"} { // ISO 19005-2, 6.1.7.1
		if s.Dict[key] != nil {
			c.add(Stream, where, "its data stand outside the file (%s)", key)
		}
	}
	if c.file.Name(s.Dict["Filter"]) == "DCTDecode" { // a photograph
		return
	}
	if _, err := s.Decoded(); err != nil {
		c.add(Stream, where, "%v", err)
	}
}

func (c *checker) inside(where string, o object.Object) {
	switch o := o.(type) {
	case object.Ref:
		if c.file.Resolve(o) == nil {
			c.add(Reference, where, "%v is not there", o)
		}
	case object.Array:
		for _, v := range o {
			c.inside(where, v)
		}
	case object.String:
		if len(o) > longestString {
			c.add(Forbidden, where, "a string of %d bytes", len(o))
		}
	case object.Name:
		if len(o) > longestName {
			c.add(Forbidden, where, "a name of %d bytes", len(o))
		}
	case object.Dict:
		for _, key := range slices.Sorted(maps.Keys(o)) {
			c.inside(where, key)
			if what, bad := forbiddenKeys[key]; bad {
				c.add(Forbidden, where, "%s: %s", key, what)
			}
			c.inside(where, o[key])
		}
		c.action(where, o)
	}
}

// otherActions are those of ISO 32000-1, table 198, but for the two that annex uses.
// ISO 19005-2, 6.5.1, forbids most of them.
var otherActions = []object.Name{"GoToR", "GoToE", "Launch", "Thread", "Sound", "Movie", "Hide", "Named", "SubmitForm", "ResetForm", "ImportData",
	"JavaScript", "SetOCGState", "Rendition", "Trans", "GoTo3DView", "RichMediaExecute"}

func (c *checker) action(where string, d object.Dict) {
	if s := c.file.Name(d["S"]); c.file.Name(d["Type"]) != "StructElem" && slices.Contains(otherActions, s) {
		c.add(Forbidden, where, "an action %s", s)
	}
}

// The limits of ISO 19005-2, 6.1.13.
const (
	longestString = 32767
	longestName   = 127
	deepestState  = 28
)

// pageTree finds the pages, and says whether it did.
func (c *checker) pageTree() bool {
	var err error
	if c.pages, err = c.file.Pages(); err != nil {
		c.add(Page, "page tree", "%v", err)
		return false
	}
	if len(c.pages) == 0 {
		c.add(Page, "page tree", "no pages")
		return false
	}
	c.numbers = map[object.Ref]int{}
	for i, p := range c.pages {
		c.numbers[p] = i + 1
	}
	if n, _ := c.file.Int(c.file.Dict(c.file.Catalog()["Pages"])["Count"]); n != len(c.pages) {
		c.add(Page, "page tree", "Count is %d, there are %d pages", n, len(c.pages))
	}
	return true
}

func pageName(n int) string { return fmt.Sprintf("page %d", n) }
