package finish

import (
	"fmt"

	"annex/render/pdf/object"
)

// An Element is a node of the structure tree: what a listener's program walks
// through. Kids are in reading order. An element holds other elements or marked
// content, not both.
type Element struct {
	Role  string // a standard structure type (ISO 32000-1, 14.8.4)
	Title string // a name for programs; may be empty
	Alt   string // what a Figure shows, in words
	Kids  []*Element
	Marks []Mark // in reading order
	Links []Link // of a Link: where it leads, once for each page it stands on

	Summary string // of a Table: what it holds; may be empty
	Scope   string // of a TH: Row or Column
	ColSpan int    // of a TH or TD, when it is more than 1
	BBox    *Rect  // of a Figure that stands on one page
}

// A Mark is marked content on a page: the MCID that stands in its contents.
// Pages count from 0.
type Mark struct{ Page, ID int }

// A Rect is a rectangle in points, from the bottom left of the page.
type Rect struct{ Left, Bottom, Right, Top float64 }

func (r Rect) array() object.Array {
	return object.Array{object.Real(r.Left), object.Real(r.Bottom), object.Real(r.Right), object.Real(r.Top)}
}

// A Link is where an element of role Link leads from one page: to a web address,
// or else to a place in the document.
type Link struct {
	Page    int
	Areas   []Rect // at least one
	Address string // in ASCII
	To      Place
	Says    string // what the link is, for who cannot see it
}

// structure writes the structure tree, and the way back from each mark and link
// to its element: the parent tree.
func (x *finisher) structure() error {
	t := &tree{finisher: x, marks: make([][]object.Object, len(x.shape.pages)), annotations: make([]object.Array, len(x.shape.pages))}
	root := object.Dict{"Type": object.Name("StructTreeRoot")}
	t.root = x.file.Add(root)
	top, err := t.element(x.document.Structure, t.root)
	if err != nil {
		return err
	}
	var numbers object.Array
	for i, p := range x.shape.pages {
		page := x.file.Dict(p)
		page["StructParents"] = object.Int(i)
		page["Tabs"] = object.Name("S") // the order of the structure
		if len(t.annotations[i]) > 0 {
			page["Annots"] = t.annotations[i]
		}
		elements := object.Array(t.marks[i])
		for id, e := range elements {
			if e == nil {
				return fmt.Errorf("mark %d of page %d belongs to no element", id, i+1)
			}
		}
		numbers = append(numbers, object.Int(i), x.file.Add(elements))
	}
	for i, link := range t.links {
		numbers = append(numbers, object.Int(len(x.shape.pages)+i), link)
	}
	root["K"] = top
	root["ParentTree"] = x.file.Add(object.Dict{"Nums": numbers})
	root["ParentTreeNextKey"] = object.Int(len(x.shape.pages) + len(t.links))
	x.catalog["StructTreeRoot"] = t.root
	x.catalog["MarkInfo"] = object.Dict{"Marked": true}
	return nil
}

// tree is a structure tree being written.
type tree struct {
	*finisher
	root        object.Ref
	marks       [][]object.Object // of each page: the elements of its marks
	annotations []object.Array    // of each page
	links       []object.Ref      // the elements of the annotations, in order
}

func (t *tree) element(e *Element, parent object.Ref) (object.Ref, error) {
	d := object.Dict{"Type": object.Name("StructElem"), "S": object.Name(e.Role), "P": parent}
	ref := t.file.Add(d)
	if e.Title != "" {
		d["T"] = object.Text(e.Title)
	}
	if e.Alt != "" {
		d["Alt"] = object.Text(e.Alt)
	}
	if a := e.attributes(); a != nil {
		d["A"] = a
	}
	if len(e.Kids) > 0 && len(e.Marks) > 0 {
		return ref, fmt.Errorf("a %s holds both elements and content", e.Role)
	}
	var kids object.Array
	for _, kid := range e.Kids {
		k, err := t.element(kid, ref)
		if err != nil {
			return ref, err
		}
		kids = append(kids, k)
	}
	for _, m := range e.Marks {
		page, err := t.page(m.Page)
		if err != nil {
			return ref, err
		}
		if err := t.mark(m, ref); err != nil {
			return ref, err
		}
		switch d["Pg"] {
		case nil:
			d["Pg"] = page
			fallthrough
		case object.Object(page):
			kids = append(kids, object.Int(m.ID))
		default: // goes on on another page
			kids = append(kids, object.Dict{"Type": object.Name("MCR"), "Pg": page, "MCID": object.Int(m.ID)})
		}
	}
	for _, l := range e.Links {
		annotation, err := t.link(l, ref)
		if err != nil {
			return ref, err
		}
		kids = append(kids, annotation)
	}
	switch len(kids) {
	case 0:
	case 1:
		d["K"] = kids[0]
	default:
		d["K"] = kids
	}
	return ref, nil
}

func (t *tree) page(n int) (object.Ref, error) {
	if n < 0 || n >= len(t.shape.pages) {
		return object.Ref{}, fmt.Errorf("a mark or link on page %d of %d", n+1, len(t.shape.pages))
	}
	return t.shape.pages[n], nil
}

func (t *tree) mark(m Mark, element object.Ref) error {
	const most = 1 << 16 // far more than a page can hold
	if m.ID < 0 || m.ID >= most {
		return fmt.Errorf("mark %d on page %d", m.ID, m.Page+1)
	}
	for len(t.marks[m.Page]) <= m.ID {
		t.marks[m.Page] = append(t.marks[m.Page], nil)
	}
	if t.marks[m.Page][m.ID] != nil {
		return fmt.Errorf("mark %d of page %d belongs to two elements", m.ID, m.Page+1)
	}
	t.marks[m.Page][m.ID] = element
	return nil
}

// link adds the annotation that a reader can click on, and gives the way from
// its element to it.
func (t *tree) link(l Link, element object.Ref) (object.Object, error) {
	page, err := t.page(l.Page)
	if err != nil {
		return nil, err
	}
	if len(l.Areas) == 0 {
		return nil, fmt.Errorf("a link without an area")
	}
	whole := l.Areas[0]
	var corners object.Array
	for _, a := range l.Areas {
		whole = Rect{min(whole.Left, a.Left), min(whole.Bottom, a.Bottom), max(whole.Right, a.Right), max(whole.Top, a.Top)}
		for _, v := range []float64{a.Left, a.Top, a.Right, a.Top, a.Left, a.Bottom, a.Right, a.Bottom} {
			corners = append(corners, object.Real(v))
		}
	}
	annotation := object.Dict{
		"Type": object.Name("Annot"), "Subtype": object.Name("Link"), "P": page,
		"Rect": whole.array(), "Border": object.Array{object.Int(0), object.Int(0), object.Int(0)},
		"F":        object.Int(4), // is printed
		"Contents": object.Text(l.Says), "StructParent": object.Int(len(t.shape.pages) + len(t.links)),
	}
	if len(l.Areas) > 1 {
		annotation["QuadPoints"] = corners
	}
	if l.Address != "" {
		annotation["A"] = object.Dict{"Type": object.Name("Action"), "S": object.Name("URI"), "URI": object.String(l.Address)}
	} else if annotation["Dest"], err = t.destination(l.To); err != nil {
		return nil, err
	}
	ref := t.file.Add(annotation)
	t.annotations[l.Page] = append(t.annotations[l.Page], ref)
	t.links = append(t.links, element)
	return object.Dict{"Type": object.Name("OBJR"), "Pg": page, "Obj": ref}, nil
}

// destination is a place as links and bookmarks point at it: without a zoom.
func (x *finisher) destination(p Place) (object.Array, error) {
	if p.Page < 0 || p.Page >= len(x.shape.pages) {
		return nil, fmt.Errorf("a link or bookmark that leads to page %d of %d", p.Page+1, len(x.shape.pages))
	}
	return object.Array{x.shape.pages[p.Page], object.Name("XYZ"), object.Int(0), object.Real(p.Y), nil}, nil
}

// attributes are what a role alone does not say (ISO 32000-1, 14.8.5).
func (e *Element) attributes() object.Object {
	var all object.Array
	add := func(owner object.Name, d object.Dict) {
		if len(d) > 0 {
			d["O"] = owner
			all = append(all, d)
		}
	}
	table := object.Dict{}
	if e.Summary != "" {
		table["Summary"] = object.Text(e.Summary)
	}
	if e.Scope != "" {
		table["Scope"] = object.Name(e.Scope)
	}
	if e.ColSpan > 1 {
		table["ColSpan"] = object.Int(e.ColSpan)
	}
	add("Table", table)
	switch e.Role {
	case "L":
		add("List", object.Dict{"ListNumbering": object.Name("Disc")}) // points, in no order
	case "Figure":
		layout := object.Dict{"Placement": object.Name("Block")}
		if e.BBox != nil {
			layout["BBox"] = e.BBox.array()
		}
		add("Layout", layout)
	}
	switch len(all) {
	case 0:
		return nil
	case 1:
		return all[0]
	}
	return all
}
