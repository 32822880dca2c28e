package pdfcheck

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"annex/render/pdf/object"
	"annex/render/pdf/tagged"
)

// A rule says where an element of one type may stand and what may stand in it.
type rule struct {
	parents []string // nil: wherever the element above it allows
	kids    []string // nil: anything
	content bool     // marked content may stand in it
}

var (
	grouping = []string{"Document", "Part", "Art", "Sect", "Div", "BlockQuote", "NonStruct"}
	// inTable are the parts of a table that hold rows.
	inTable = []string{"Table", "THead", "TBody", "TFoot"}
	// inline is what may stand in a line of text.
	inline = []string{"Span", "Quote", "Note", "Reference", "Code", "Link", "Annot", "Form", "Figure", "Formula", "Lbl"}
	// captioned may have a caption; a group may hold one beside what it belongs to.
	captioned = append([]string{"Table", "L", "TOC", "Figure", "Formula"}, grouping...)
)

var textLine = rule{kids: inline, content: true}

// rules are the standard types of ISO 32000-1, 14.8.4, that annex may use, with
// what tables 333 to 340 say of where they stand.
var rules = map[string]rule{
	"Document": {}, "Part": {}, "Art": {}, "Sect": {}, "Div": {}, "BlockQuote": {}, "NonStruct": {},
	"TOC":  {kids: []string{"TOCI", "TOC", "Caption"}},
	"TOCI": {parents: []string{"TOC"}, kids: []string{"Lbl", "Reference", "NonStruct", "P", "TOC"}},
	"H1":   textLine, "H2": textLine, "H3": textLine, "H4": textLine, "H5": textLine, "H6": textLine, "P": textLine,
	"L":       {kids: []string{"LI", "Caption", "L"}},
	"LI":      {parents: []string{"L"}, kids: []string{"Lbl", "LBody"}},
	"Lbl":     {parents: []string{"LI", "TOCI", "Note", "BibEntry", "P", "Link"}, content: true},
	"LBody":   {parents: []string{"LI"}, content: true},
	"Table":   {kids: []string{"TR", "THead", "TBody", "TFoot", "Caption"}},
	"THead":   {parents: []string{"Table"}, kids: []string{"TR"}},
	"TBody":   {parents: []string{"Table"}, kids: []string{"TR"}},
	"TFoot":   {parents: []string{"Table"}, kids: []string{"TR"}},
	"TR":      {parents: inTable, kids: []string{"TH", "TD"}},
	"TH":      {parents: []string{"TR"}, content: true},
	"TD":      {parents: []string{"TR"}, content: true},
	"Caption": {parents: captioned, content: true},
	"Figure":  {content: true}, "Formula": {content: true}, "Form": {},
	"Span": {content: true}, "Quote": {content: true}, "Note": {content: true}, "Reference": {content: true}, "Code": {content: true},
	"Link": {content: true}, "Annot": {content: true},
}

func (c *checker) structure() {
	var err error
	if c.tree, err = tagged.Read(c.file); err != nil {
		c.add(Structure, "structure tree", "%v", err)
		return
	}
	if len(c.tree.Roots) != 1 || c.tree.Roots[0].Type != "Document" {
		c.add(Structure, "structure tree", "its root is not one Document")
	}
	owners := c.owners()
	c.parentTree(owners)
	level := 0
	for e := range c.tree.All() {
		c.element(e)
		if n := headingLevel(e); n > 0 {
			if n > level+1 {
				c.add(Heading, whereIs(e), "%s comes after H%d: %q", e.Type, level, e.Text())
			}
			level = n
		}
	}
	if c.want.Text != nil {
		c.text()
	}
}

func headingLevel(e *tagged.Element) int {
	if len(e.Type) == 2 && e.Type[0] == 'H' && e.Type[1] >= '1' && e.Type[1] <= '6' {
		return int(e.Type[1] - '0')
	}
	return 0
}

// whereIs names an element by its object and the page on which it begins.
func whereIs(e *tagged.Element) string {
	where := fmt.Sprintf("%s (object %d)", e.Type, e.Ref.Number)
	if page := e.Page(); page > 0 {
		where = pageName(page) + ", " + where
	}
	return where
}

// mark is marked content: a page from 1, and a number on it.
type mark struct{ page, id int }

// owners gives the element of each mark, and finds marks that have none, more
// than one, or that are not there.
func (c *checker) owners() map[mark]*tagged.Element {
	owners := map[mark]*tagged.Element{}
	for e := range c.tree.All() {
		for _, k := range e.Kids {
			if k.Content == nil {
				continue
			}
			m := mark{k.Content.Page, k.Content.MCID}
			switch {
			case m.page == 0:
				c.add(MCID, whereIs(e), "mark %d stands on a page that is not said, or is not there", m.id)
				continue
			case c.marks[m.page-1][m.id] == 0:
				c.add(MCID, whereIs(e), "mark %d is not on page %d", m.id, m.page)
			case owners[m] != nil:
				c.add(MCID, whereIs(e), "mark %d of page %d also belongs to %s", m.id, m.page, whereIs(owners[m]))
				continue
			}
			owners[m] = e
		}
	}
	for i, marks := range c.marks {
		for _, id := range slices.Sorted(maps.Keys(marks)) {
			if owners[mark{i + 1, id}] == nil {
				c.add(MCID, pageName(i+1), "mark %d belongs to no element", id)
			}
		}
	}
	return owners
}

// parentTree checks that the parent tree leads from each mark to the element that
// holds it, and from nothing else (ISO 32000-1, 14.7.4.4).
func (c *checker) parentTree(owners map[mark]*tagged.Element) {
	entries := map[int]object.Object{}
	before := -1
	root := c.file.Dict(c.file.Catalog()["StructTreeRoot"])
	err := tagged.Leaves(c.file, root["ParentTree"], "Nums", func(key, value object.Object) error {
		n, ok := c.file.Int(key)
		if !ok || n <= before {
			return fmt.Errorf("its keys do not rise")
		}
		before = n
		entries[n] = value
		return nil
	})
	if err != nil {
		c.add(ParentTree, "structure tree", "%v", err)
		return
	}
	if next, _ := c.file.Int(root["ParentTreeNextKey"]); next <= before {
		c.add(ParentTree, "structure tree", "ParentTreeNextKey is %d, the last key %d", next, before)
	}
	for i, ref := range c.pages {
		key, ok := c.file.Int(c.file.Dict(ref)["StructParents"])
		if !ok {
			continue // told before
		}
		list := c.file.Array(entries[key])
		delete(entries, key)
		if len(list) != len(c.marks[i]) {
			c.add(ParentTree, pageName(i+1), "it has %d entries for %d marks", len(list), len(c.marks[i]))
		}
		for id, o := range list {
			owner := owners[mark{i + 1, id}]
			if owner == nil || o != object.Object(owner.Ref) {
				c.add(ParentTree, pageName(i+1), "mark %d leads to %v, which does not hold it", id, o)
			}
		}
	}
	// What is left leads from annotations.
	for _, e := range c.annotationsInTree() {
		key, ok := c.file.Int(c.file.Dict(e.annotation)["StructParent"])
		if !ok || entries[key] != object.Object(e.element.Ref) {
			c.add(ParentTree, whereIs(e.element), "its annotation does not lead back to it")
			continue
		}
		delete(entries, key)
	}
	for _, key := range slices.Sorted(maps.Keys(entries)) {
		c.add(ParentTree, "structure tree", "key %d belongs to no page and no annotation", key)
	}
}

type held struct {
	element    *tagged.Element
	annotation object.Ref
	page       int
}

// annotationsInTree gives the annotations that elements hold.
func (c *checker) annotationsInTree() []held {
	var list []held
	for e := range c.tree.All() {
		for _, k := range e.Kids {
			if k.Object != nil {
				list = append(list, held{e, k.Object.Ref, k.Object.Page})
			}
		}
	}
	return list
}

func (c *checker) element(e *tagged.Element) {
	r, standard := rules[e.Type]
	if !standard {
		c.add(Type, whereIs(e), "no standard type that annex uses")
		return
	}
	parent := c.file.Catalog()["StructTreeRoot"]
	if e.Parent != nil {
		parent = e.Parent.Ref
	}
	if e.Dict["P"] != parent {
		c.add(Structure, whereIs(e), "its P is %v, it stands in %v", e.Dict["P"], parent)
	}
	if c.file.Name(e.Dict["Type"]) != "StructElem" {
		c.add(Structure, whereIs(e), "its Type is no StructElem")
	}
	if r.parents != nil && (e.Parent == nil || !slices.Contains(r.parents, e.Parent.Type)) {
		c.add(Nesting, whereIs(e), "it stands in %s", typeOf(e.Parent))
	}
	if e.Type == "Document" && e.Parent != nil {
		c.add(Nesting, whereIs(e), "it stands in %s", typeOf(e.Parent))
	}
	if slices.Contains(grouping, e.Type) && e.Parent != nil && !slices.Contains(grouping, e.Parent.Type) &&
		!slices.Contains([]string{"LBody", "TD", "TH", "Caption", "Note"}, e.Parent.Type) {
		c.add(Nesting, whereIs(e), "it stands in %s", typeOf(e.Parent))
	}
	for kid := range e.Children() {
		if r.kids != nil && !slices.Contains(r.kids, kid.Type) {
			c.add(Nesting, whereIs(kid), "it stands in %s", e.Type)
		}
	}
	for _, k := range e.Kids {
		if k.Content != nil && !r.content {
			c.add(Nesting, whereIs(e), "text stands in it, and not in an element of it")
			break
		}
	}
	c.caption(e)
	switch e.Type {
	case "Table":
		c.table(e)
	case "TH":
		if s, _ := e.Attribute("Table", "Scope").(object.Name); s != "Row" && s != "Column" && s != "Both" {
			c.add(Table, whereIs(e), "it has no Scope")
		}
	case "Figure", "Formula":
		if strings.TrimSpace(e.Alt) == "" {
			c.add(Figure, whereIs(e), "it has no Alt")
		}
		if e.Type == "Figure" {
			c.boundingBox(e)
		}
	case "Link", "Form":
		if !slices.ContainsFunc(e.Kids, func(k tagged.Kid) bool { return k.Object != nil }) {
			c.add(Annotation, whereIs(e), "it holds no annotation")
		}
	}
}

func typeOf(e *tagged.Element) string {
	if e == nil {
		return "the root"
	}
	return e.Type
}

// caption checks that it comes first or last (ISO 32000-1, table 333 and 337).
func (c *checker) caption(e *tagged.Element) {
	last := len(e.Kids) - 1
	for i, k := range e.Kids {
		if k.Element != nil && k.Element.Type == "Caption" && i != 0 && i != last {
			c.add(Nesting, whereIs(k.Element), "it is not the first or last of %s", e.Type)
		}
	}
}

// boundingBox checks where a figure says it stands (ISO 32000-1, 14.8.5.4.3).
func (c *checker) boundingBox(e *tagged.Element) {
	pages := map[int]bool{}
	for content := range e.Contents() {
		pages[content.Page] = true
	}
	box, ok := c.rectangle(e.Attribute("Layout", "BBox"))
	if !ok {
		c.add(Figure, whereIs(e), "it has no BBox")
		return
	}
	if len(pages) != 1 {
		c.add(Figure, whereIs(e), "it stands on %d pages, and one BBox cannot say so", len(pages))
		return
	}
	const slack = 1 // a point: the thickness of a line
	if page, ok := c.pageBox(e.Page()); ok && (box[0] < page[0]-slack || box[1] < page[1]-slack || box[2] > page[2]+slack || box[3] > page[3]+slack) {
		c.add(Figure, whereIs(e), "its BBox lies outside the page")
	}
}

func (c *checker) pageBox(page int) ([4]float64, bool) {
	if page == 0 {
		return [4]float64{}, false
	}
	return c.box(c.file.Dict(c.pages[page-1]))
}

// table checks that all rows have as many columns, cells that span several
// counted (ISO 14289-1, 7.5; ISO 19005-2, 6.8.3, wants the same).
func (c *checker) table(e *tagged.Element) {
	var rows []*tagged.Element
	for kid := range e.Children() {
		if kid.Type == "TR" {
			rows = append(rows, kid)
		}
		for row := range kid.Children() {
			if row.Type == "TR" {
				rows = append(rows, row)
			}
		}
	}
	if len(rows) == 0 {
		c.add(Table, whereIs(e), "it has no rows")
		return
	}
	const most = 1000 // columns, or rows that a cell spans
	width := 0
	var busy []int // for each column: for how many rows it is still taken from above
	for i, row := range rows {
		column := 0
		take := func(cols, rows int) {
			for range cols {
				for column < len(busy) && busy[column] > 0 {
					column++
				}
				if column == len(busy) {
					busy = append(busy, 0)
				}
				busy[column] = rows
				column++
			}
		}
		for cell := range row.Children() {
			cols, rows := span(c.file, cell, "ColSpan"), span(c.file, cell, "RowSpan")
			if cols < 1 || rows < 1 || cols > most || rows > most {
				c.add(Table, whereIs(cell), "it spans %d columns and %d rows", cols, rows)
				return
			}
			take(cols, rows)
		}
		count := 0
		for j := range busy {
			if busy[j] > 0 {
				count++
				busy[j]--
			}
		}
		if i == 0 {
			width = count
		} else if count != width {
			c.add(Table, whereIs(row), "its row %d has %d columns, the first has %d", i+1, count, width)
			return
		}
	}
	if slices.Max(append(busy, 0)) > 0 {
		c.add(Table, whereIs(e), "a cell reaches below its last row")
	}
}

func span(f *object.File, cell *tagged.Element, key object.Name) int {
	o := cell.Attribute("Table", key)
	if o == nil {
		return 1
	}
	n, _ := f.Int(o)
	return n
}

// text compares what the document says with what it must say.
func (c *checker) text() {
	var got strings.Builder
	for _, r := range c.tree.Roots {
		got.WriteString(r.Text())
	}
	a, b := []rune(squeeze(got.String())), []rune(squeeze(strings.Join(c.want.Text, "")))
	if slices.Equal(a, b) {
		return
	}
	i := 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	const around = 30
	near := func(r []rune) string { return string(r[max(0, i-around):min(len(r), i+around)]) }
	c.add(Text, "structure tree", "it says ...%s..., intended is ...%s...", near(a), near(b))
}

// squeeze removes white space: where a line ends on the page, or a word is broken
// that does not fit on one, is no part of what it says.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}
