// Package xlsxcheck judges whether a finished workbook is what annex promises: a
// package by the rules of ECMA-376 that every program opens without repair, with
// nothing in it that runs, hides or reaches outside, in which every formula asks only
// for what is there and uses only what every program calculates alike.
//
// It is no judge of workbooks in general. It knows what annex writes and objects to
// anything else: a file it does not object to keeps to the rules it checks, a file it
// objects to may keep to them in a way annex does not use. It shares no code with what
// writes the workbook.
package xlsxcheck

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"maps"
	"path"
	"slices"
	"strings"
)

// Code says what kind of defect a Finding is.
type Code string

const (
	Unreadable  Code = "unreadable"  // not a package, or without a workbook
	XML         Code = "xml"         // a part that is not well-formed
	ContentType Code = "contenttype" // a part without a type, or a type without a part
	Relation    Code = "relation"    // to a part that is not there, or twice by one id
	Loose       Code = "loose"       // a part that nothing refers to
	External    Code = "external"    // what reaches outside the workbook
	Macro       Code = "macro"       // what runs
	CustomXML   Code = "customxml"   // data that no reader sees
	Element     Code = "element"     // in the wrong place, or unknown there
	Attribute   Code = "attribute"   // in another form than its type asks
	Index       Code = "index"       // of a style, format or text that is not there
	Cells       Code = "cells"       // rows or cells that do not rise, or stand outside the sheet
	CellType    Code = "celltype"    // a value that is not of the type of its cell
	Escape      Code = "escape"      // a text that a program reads as another character
	Merge       Code = "merge"       // merged cells that overlap
	Validation  Code = "validation"  // of what a cell accepts
	Conditional Code = "conditional" // a format that depends on a formula
	Name        Code = "name"        // a defined name
	SheetName   Code = "sheetname"   // of a sheet
	Titles      Code = "titles"      // the rows repeated in print
	PrintArea   Code = "printarea"   // the cells that are printed
	Link        Code = "link"        // that leads nowhere
	Hidden      Code = "hidden"      // what a reader does not see
	Protection  Code = "protection"  // a sheet that can be overwritten, or has a password
	Formula     Code = "formula"     // that cannot be read, is too long or too deep
	Function    Code = "function"    // that not every program calculates alike
	Volatile    Code = "volatile"    // a function that changes by itself
	Reference   Code = "reference"   // to a name or a sheet that is not there
	Drawing     Code = "drawing"     // without a place in the sheet
	AltText     Code = "alttext"     // a drawing that cannot be heard
	Chart       Code = "chart"       // what a chart shows
	Note        Code = "note"        // with a cell
	Properties  Code = "properties"  // what the file says of itself
)

// Finding is one defect.
type Finding struct {
	Code  Code
	Where string // "xl/styles.xml", "Invoer!B5", "name gewijzigde_invoer"
	What  string
}

func (f Finding) String() string { return fmt.Sprintf("%s: %s: %s", f.Code, f.Where, f.What) }

// Check gives the defects of a workbook; none for a sound one. The same file always
// gives the same findings. What cannot be read is not judged further.
func Check(data []byte) []Finding {
	c := &checker{parts: map[string]*node{}, raw: map[string][]byte{}, relations: map[string]map[string]relation{}}
	if !c.open(data) {
		return c.findings
	}
	c.contentTypes()
	c.related()
	c.order()
	c.properties()
	if c.workbook() {
		c.styles()
		c.strings()
		for _, s := range c.sheets {
			c.sheet(s)
		}
		c.names()
	}
	return c.findings
}

type checker struct {
	findings  []Finding
	files     []string // in the order of the package
	raw       map[string][]byte
	parts     map[string]*node // those that are XML
	relations map[string]map[string]relation

	sheets  []*worksheet
	byName  map[string]*worksheet // in lower case
	defined map[string]bool       // names, in lower case
	list    []name
	texts   []string // the shared ones
	cellXfs int
	dxfs    int
}

func (c *checker) add(code Code, where, format string, values ...any) {
	c.findings = append(c.findings, Finding{code, where, fmt.Sprintf(format, values...)})
}

// open reads every part.
func (c *checker) open(data []byte) bool {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		c.add(Unreadable, "file", "%v", err)
		return false
	}
	for _, f := range z.File {
		if _, twice := c.raw[f.Name]; twice {
			c.add(Unreadable, f.Name, "is there twice")
			return false
		}
		r, err := f.Open()
		if err != nil {
			c.add(Unreadable, f.Name, "%v", err)
			return false
		}
		content, err := io.ReadAll(r)
		if err != nil {
			c.add(Unreadable, f.Name, "%v", err)
			return false
		}
		c.files, c.raw[f.Name] = append(c.files, f.Name), content
		switch path.Ext(f.Name) {
		case ".xml", ".rels", ".vml":
			n, err := parse(content)
			if err != nil {
				c.add(XML, f.Name, "%v", err)
				return false
			}
			c.parts[f.Name] = n
		}
	}
	if len(c.files) == 0 || c.files[0] != typesPart {
		c.add(ContentType, "file", "does not begin with %s", typesPart)
	}
	if c.parts[typesPart] == nil || c.parts[workbookPart] == nil {
		c.add(Unreadable, "file", "no %s or no %s", typesPart, workbookPart)
		return false
	}
	return true
}

const (
	typesPart    = "[Content_Types].xml"
	workbookPart = "xl/workbook.xml"
)

// The types of parts that annex writes (ECMA-376, part 1, 11.3, and part 2, 8).
var knownTypes = map[string]string{
	"application/vnd.openxmlformats-package.relationships+xml":                      ".rels",
	"application/vnd.openxmlformats-package.core-properties+xml":                    "docProps/core.xml",
	"application/vnd.openxmlformats-officedocument.extended-properties+xml":         "docProps/app.xml",
	"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml":    workbookPart,
	"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml":     "xl/worksheets/",
	"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml":        "xl/styles.xml",
	"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml": "xl/sharedStrings.xml",
	"application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml":      "xl/comments",
	"application/vnd.openxmlformats-officedocument.theme+xml":                       "xl/theme/",
	"application/vnd.openxmlformats-officedocument.drawing+xml":                     "xl/drawings/",
	"application/vnd.openxmlformats-officedocument.drawingml.chart+xml":             "xl/charts/",
	"application/vnd.openxmlformats-officedocument.vmlDrawing":                      ".vml",
	"application/xml": ".xml",
}

// contentTypes holds the types against the parts.
func (c *checker) contentTypes() {
	byExtension, byPart := map[string]string{}, map[string]string{}
	var last string
	for _, e := range c.parts[typesPart].children {
		key, into := e.attr("Extension"), byExtension
		if e.name == "Override" {
			key, into = strings.TrimPrefix(e.attr("PartName"), "/"), byPart
		}
		if order := e.name + key; order <= last {
			c.add(ContentType, typesPart, "%s %s is out of order, or there twice", e.name, key)
		} else {
			last = order
		}
		kind := e.attr("ContentType")
		if _, known := knownTypes[kind]; !known {
			c.add(ContentType, key, "the type %s has no place in this workbook", kind)
		}
		into[key] = kind
	}
	used := map[string]bool{}
	for _, name := range c.files {
		if name == typesPart {
			continue
		}
		ext := strings.TrimPrefix(path.Ext(name), ".")
		kind, own := byPart[name]
		if !own {
			kind = byExtension[ext]
			used[ext] = true
		}
		switch form := knownTypes[kind]; {
		case kind == "":
			c.add(ContentType, name, "has no type")
		case kind == "application/xml":
			c.add(ContentType, name, "has no type of its own")
		case form != "" && !strings.HasPrefix(name, form) && !strings.HasSuffix(name, form):
			c.add(ContentType, name, "has the type %s", kind)
		}
	}
	used["xml"] = true // what has a type of its own still is XML
	for _, ext := range slices.Sorted(maps.Keys(byExtension)) {
		if !used[ext] {
			c.add(ContentType, typesPart, "no part is a file %s", ext)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(byPart)) {
		if c.raw[name] == nil {
			c.add(ContentType, typesPart, "there is no part %s", name)
		}
	}
}

type relation struct{ kind, target string }

// related holds the relations against the parts, and each part against what leads to it.
func (c *checker) related() {
	for _, name := range c.files {
		if path.Ext(name) != ".rels" {
			continue
		}
		dir, base := path.Split(name)
		from := path.Join(path.Dir(path.Clean(dir)), strings.TrimSuffix(base, ".rels"))
		if name == "_rels/.rels" {
			from = ""
		} else if c.raw[from] == nil {
			c.add(Relation, name, "belongs to %s, which is not there", from)
		}
		list := map[string]relation{}
		for _, r := range c.parts[name].children {
			id, target := r.attr("Id"), r.attr("Target")
			kind := path.Base(r.attr("Type"))
			if r.attr("TargetMode") == "External" || strings.Contains(target, "://") {
				c.add(External, name, "%s leads to %s", id, target)
				continue
			}
			if _, twice := list[id]; twice {
				c.add(Relation, name, "%s is there twice", id)
			}
			if strings.HasPrefix(target, "/") {
				target = target[1:]
			} else {
				target = path.Join(path.Dir(from), target)
			}
			if c.raw[target] == nil {
				c.add(Relation, name, "%s leads to %s, which is not there", id, target)
			}
			switch kind {
			case "vbaProject", "attachedToolbars", "xlMacrosheet", "control":
				c.add(Macro, name, "a relation to %s", kind)
			case "externalLink", "externalLinkPath", "connections", "queryTable":
				c.add(External, name, "a relation to %s", kind)
			case "customXml", "customXmlProps", "custom-properties":
				c.add(CustomXML, name, "a relation to %s", kind)
			}
			list[id] = relation{kind, target}
		}
		c.relations[from] = list
	}
	reached := map[string]bool{}
	var visit func(from string)
	visit = func(from string) {
		for _, r := range c.relations[from] {
			if !reached[r.target] {
				reached[r.target] = true
				visit(r.target)
			}
		}
	}
	visit("")
	for _, name := range c.files {
		switch {
		case name == typesPart, path.Ext(name) == ".rels":
		case !reached[name]:
			c.add(Loose, name, "nothing leads to it")
		}
		if lower := strings.ToLower(name); strings.Contains(lower, "vba") || path.Ext(lower) == ".bin" {
			c.add(Macro, name, "may run")
		} else if strings.HasPrefix(lower, "customxml/") {
			c.add(CustomXML, name, "no reader sees it")
		}
	}
}

// target gives the part that an attribute r:id of a part leads to.
func (c *checker) target(part string, e *node, kind string) (string, bool) {
	id := e.attr("id")
	r, ok := c.relations[part][id]
	if !ok || r.kind != kind {
		c.add(Relation, part, "<%s> asks for %s as a %s, which is not there", e.name, id, kind)
		return "", false
	}
	return r.target, true
}

// properties asks what every document says of itself.
func (c *checker) properties() {
	core := c.parts["docProps/core.xml"]
	for _, want := range []string{"title", "subject", "creator", "language", "created", "modified"} {
		if core == nil || core.child(want) == nil || core.child(want).text == "" {
			c.add(Properties, "docProps/core.xml", "no %s", want)
		}
	}
}
