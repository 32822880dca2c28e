// Package tagged reads a tagged PDF back: its structure as a tree of elements
// with their text, the files attached to it, and whether two of its pages look the
// same. It reads what annex writes, of any version, and says so where it meets
// something else.
//
// It judges nothing: that is what package pdfcheck is for.
package tagged

import (
	"errors"
	"fmt"
	"iter"
	"math"
	"strings"

	"annex/render/pdf/object"
)

const (
	// maxContent bounds what the pages and fonts of a document may hold together: some
	// thousand pages of a bijlage.
	maxContent = 16 << 20
	maxDepth   = 64
)

// Tree is the structure of a document.
type Tree struct {
	Lang  string
	Pages int
	Roots []*Element // as a rule one: the Document
}

// Element is one element of the structure.
type Element struct {
	Ref  object.Ref
	Dict object.Dict
	// Type is the standard structure type (ISO 32000-1, 14.8.4): "TD".
	Type string
	// Title is the entry T, which a reader of the document does not see; a cell that
	// shows the value of a line of the calculation carries the id of that line.
	Title                 string
	Alt, ActualText, Lang string
	Parent                *Element // nil for a root
	Kids                  []Kid    // in reading order
	attributes            object.Object
	file                  *object.File
}

// Kid is one of the things an element is made of: one of the three is set.
type Kid struct {
	Element *Element
	Content *Content
	Object  *Object
}

// Content is marked content: what stands on one page, in one piece.
type Content struct {
	Page  int // from 1
	MCID  int
	Shown []*Shown
}

// Object is an annotation that belongs to an element.
type Object struct {
	Page int // from 1; 0 where the element does not say
	Ref  object.Ref
}

// ErrUntagged is what Read gives for a document without a structure tree.
var ErrUntagged = errors.New("the document has no structure tree")

// Read reads the structure of a document. Content that an element names and that
// is not there, is empty; so is content that was named before.
func Read(f *object.File) (*Tree, error) {
	catalog := f.Catalog()
	root := f.Dict(catalog["StructTreeRoot"])
	if root == nil {
		return nil, ErrUntagged
	}
	pages, err := f.Pages()
	if err != nil {
		return nil, err
	}
	shown, err := Contents(f, pages)
	if err != nil {
		return nil, err
	}
	lang, _ := f.String(catalog["Lang"])
	r := &treeReader{file: f, roles: f.Dict(root["RoleMap"]), shown: shown, pages: map[object.Ref]int{}, seen: map[object.Ref]bool{}}
	for i, p := range pages {
		r.pages[p] = i + 1
	}
	top := &Element{}
	if err := r.kids(top, root["K"], 0, 0); err != nil {
		return nil, err
	}
	t := &Tree{Lang: lang.Text(), Pages: len(pages)}
	for _, k := range top.Kids {
		if k.Element == nil {
			return nil, errors.New("the root of the structure tree holds something else than elements")
		}
		k.Element.Parent = nil
		t.Roots = append(t.Roots, k.Element)
	}
	return t, nil
}

// Contents gives the text of the marked content of each page, by MCID.
func Contents(f *object.File, pages []object.Ref) ([]map[int][]*Shown, error) {
	fonts := map[object.Object]*Font{}
	limit := maxContent
	all := make([]map[int][]*Shown, len(pages))
	for i, ref := range pages {
		page := f.Dict(ref)
		data, err := f.Content(page, limit)
		if err != nil {
			return nil, fmt.Errorf("page %d: %w", i+1, err)
		}
		limit -= len(data)
		if all[i], err = contentsOf(NewPage(f, page, fonts, &limit), f, page, data); err != nil {
			return nil, fmt.Errorf("page %d: %w", i+1, err)
		}
	}
	return all, nil
}

func contentsOf(p *Page, f *object.File, page object.Dict, data []byte) (map[int][]*Shown, error) {
	contents := map[int][]*Shown{}
	var marks []int // the MCID of each level of marked content; -1 for none
	for op, err := range object.Operations(data) {
		if err != nil {
			return nil, err
		}
		switch op.Operator {
		case "BMC", "BDC":
			if len(marks) == maxState {
				return nil, errors.New("too many levels of marked content")
			}
			mark := -1
			if len(marks) > 0 {
				mark = marks[len(marks)-1]
			}
			if id, ok := MCID(f, page, op); ok {
				mark = id
			}
			marks = append(marks, mark)
			continue
		case "EMC":
			if len(marks) == 0 {
				return nil, errors.New("EMC without BMC or BDC")
			}
			marks = marks[:len(marks)-1]
			continue
		}
		shown, err := p.Do(op)
		if err != nil {
			return nil, err
		}
		if shown != nil && len(marks) > 0 && marks[len(marks)-1] >= 0 {
			id := marks[len(marks)-1]
			contents[id] = append(contents[id], shown)
		}
	}
	return contents, nil
}

// MCID gives the number of marked content that BDC begins, and whether it has one.
func MCID(f *object.File, page object.Dict, op object.Operation) (int, bool) {
	if op.Operator != "BDC" || len(op.Operands) != 2 {
		return 0, false
	}
	properties, ok := op.Operands[1].(object.Dict)
	if name, isName := op.Operands[1].(object.Name); isName {
		properties = f.Dict(f.Dict(f.Dict(f.Inherited(page, "Resources"))["Properties"])[name])
	} else if !ok {
		return 0, false
	}
	return f.Int(properties["MCID"])
}

type treeReader struct {
	file  *object.File
	roles object.Dict
	shown []map[int][]*Shown
	pages map[object.Ref]int
	seen  map[object.Ref]bool
}

// kids reads the K of an element whose content stands on page, unless it says
// another.
func (r *treeReader) kids(parent *Element, k object.Object, page, depth int) error {
	if depth > maxDepth {
		return fmt.Errorf("more than %d levels of structure", maxDepth)
	}
	list := r.file.Array(k)
	if list == nil && k != nil {
		list = object.Array{k}
	}
	for _, o := range list {
		if err := r.kid(parent, o, page, depth); err != nil {
			return err
		}
	}
	return nil
}

func (r *treeReader) kid(parent *Element, o object.Object, page, depth int) error {
	if n, ok := r.file.Int(o); ok {
		parent.Kids = append(parent.Kids, Kid{Content: r.content(page, n)})
		return nil
	}
	d := r.file.Dict(o)
	pg, hasPage := d["Pg"].(object.Ref)
	if hasPage {
		page = r.pages[pg]
	}
	switch r.file.Name(d["Type"]) {
	case "MCR":
		n, ok := r.file.Int(d["MCID"])
		if !ok || d["Stm"] != nil {
			return errors.New("a reference to marked content that is not on a page")
		}
		parent.Kids = append(parent.Kids, Kid{Content: r.content(page, n)})
		return nil
	case "OBJR":
		ref, ok := d["Obj"].(object.Ref)
		if !ok {
			return errors.New("a reference to an object that names none")
		}
		parent.Kids = append(parent.Kids, Kid{Object: &Object{page, ref}})
		return nil
	}
	ref, ok := o.(object.Ref)
	if !ok || d == nil {
		return errors.New("an element of the structure that is no dictionary by itself")
	}
	if r.seen[ref] {
		return fmt.Errorf("object %d stands in the structure tree more than once", ref.Number)
	}
	r.seen[ref] = true
	e := &Element{Ref: ref, Dict: d, Type: string(r.role(r.file.Name(d["S"]))), Parent: parent, file: r.file, attributes: d["A"]}
	for key, field := range map[object.Name]*string{"T": &e.Title, "Alt": &e.Alt, "ActualText": &e.ActualText, "Lang": &e.Lang} {
		if s, ok := r.file.String(d[key]); ok {
			*field = s.Text()
		}
	}
	parent.Kids = append(parent.Kids, Kid{Element: e})
	if !hasPage {
		page = 0 // an element does not inherit the page of its parent
	}
	return r.kids(e, d["K"], page, depth+1)
}

// role follows the role map to a type that is not in it.
func (r *treeReader) role(name object.Name) object.Name {
	for range maxDepth {
		next := r.file.Name(r.roles[name])
		if next == "" {
			return name
		}
		name = next
	}
	return name
}

func (r *treeReader) content(page, id int) *Content {
	c := &Content{Page: page, MCID: id}
	if page > 0 {
		c.Shown = r.shown[page-1][id]
		delete(r.shown[page-1], id)
	}
	return c
}

// All gives every element, each before its children.
func (t *Tree) All() iter.Seq[*Element] {
	return func(yield func(*Element) bool) {
		for _, r := range t.Roots {
			if !r.walk(yield) {
				return
			}
		}
	}
}

func (e *Element) walk(yield func(*Element) bool) bool {
	if !yield(e) {
		return false
	}
	for c := range e.Children() {
		if !c.walk(yield) {
			return false
		}
	}
	return true
}

// Children gives the elements that stand in this one.
func (e *Element) Children() iter.Seq[*Element] {
	return func(yield func(*Element) bool) {
		for _, k := range e.Kids {
			if k.Element != nil && !yield(k.Element) {
				return
			}
		}
	}
}

// Contents gives the marked content of the element and all that stands in it, in
// reading order.
func (e *Element) Contents() iter.Seq[*Content] {
	return func(yield func(*Content) bool) { e.contents(yield) }
}

func (e *Element) contents(yield func(*Content) bool) bool {
	for _, k := range e.Kids {
		if k.Content != nil && !yield(k.Content) || k.Element != nil && !k.Element.contents(yield) {
			return false
		}
	}
	return true
}

// Page gives the page on which the element begins; 0 for one without content.
func (e *Element) Page() int {
	for c := range e.Contents() {
		return c.Page
	}
	return 0
}

// Attribute gives an attribute of an owner: Attribute("Table", "Scope"). Nil where
// the element does not have it.
func (e *Element) Attribute(owner, key object.Name) object.Object {
	list := e.file.Array(e.attributes)
	if list == nil {
		list = object.Array{e.attributes}
	}
	for _, o := range list {
		d := e.file.Dict(o)
		if e.file.Name(d["O"]) == owner && d[key] != nil {
			return e.file.Resolve(d[key])
		}
	}
	return nil
}

// Lines gives the text of the element and all that stands in it, in reading
// order, line by line as it stands on the page. What is drawn is what counts:
// an alternative text is no part of it.
func (e *Element) Lines() []string {
	var lines []string
	var b strings.Builder
	var last *Shown
	page := 0
	end := func() {
		if line := strings.TrimSpace(b.String()); line != "" {
			lines = append(lines, line)
		}
		b.Reset()
	}
	for c := range e.Contents() {
		for _, s := range c.Shown {
			switch {
			case last == nil:
			case c.Page != page || !sameLine(last, s):
				end()
			case apart(last, s):
				b.WriteByte(' ')
			}
			b.WriteString(s.Text)
			last, page = s, c.Page
		}
	}
	end()
	return lines
}

// Text is Lines with a space between them.
func (e *Element) Text() string { return strings.Join(e.Lines(), " ") }

func sameLine(a, b *Shown) bool {
	return math.Abs(b.Y-a.EndY) < 0.5*max(a.Size, b.Size) && b.X >= a.EndX-0.5*max(a.Size, b.Size)
}

// apart says whether there is room for a space between two texts on a line.
func apart(a, b *Shown) bool { return b.X-a.EndX > 0.15*max(a.Size, b.Size) }
