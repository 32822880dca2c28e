package pdfcheck

import (
	"fmt"
	"strings"

	"annex/render/pdf/object"
	"annex/render/pdf/tagged"
)

// annotations checks what a reader can click on or fill in (ISO 19005-2, 6.3;
// ISO 14289-1, 7.18).
func (c *checker) annotations() {
	inTree := map[object.Ref]held{}
	if c.tree != nil {
		for _, h := range c.annotationsInTree() {
			if _, twice := inTree[h.annotation]; twice {
				c.add(Annotation, whereIs(h.element), "its annotation belongs to another element too")
			}
			inTree[h.annotation] = h
		}
	}
	fields := map[object.Ref]bool{}
	for _, o := range c.file.Array(c.file.Dict(c.file.Catalog()["AcroForm"])["Fields"]) {
		if r, ok := o.(object.Ref); ok {
			fields[r] = true
		}
	}
	onPage := map[object.Ref]bool{}
	for i, ref := range c.pages {
		for _, o := range c.file.Array(c.file.Dict(ref)["Annots"]) {
			r, ok := o.(object.Ref)
			if !ok {
				c.add(Annotation, pageName(i+1), "an annotation that no element can point at")
				continue
			}
			onPage[r] = true
			c.annotation(fmt.Sprintf("%s, object %d", pageName(i+1), r.Number), i+1, r, inTree[r], fields[r])
		}
	}
	for _, h := range c.inOrder(inTree) {
		if !onPage[h.annotation] {
			c.add(Annotation, whereIs(h.element), "its annotation is on no page")
		}
	}
}

// inOrder gives what elements hold in reading order.
func (c *checker) inOrder(inTree map[object.Ref]held) []held {
	if len(inTree) == 0 {
		return nil
	}
	return c.annotationsInTree()
}

func (c *checker) annotation(where string, page int, ref object.Ref, h held, isField bool) {
	d := c.file.Dict(ref)
	subtype := c.file.Name(d["Subtype"])
	element := map[object.Name]string{"Link": "Link", "Widget": "Form"}[subtype]
	if element == "" {
		c.add(Forbidden, where, "an annotation %s", subtype)
		return
	}
	if h.element == nil || h.element.Type != element {
		c.add(Annotation, where, "it does not belong to an element %s", element)
	} else if h.page != page {
		c.add(Annotation, where, "its element says that it stands on page %d", h.page)
	}
	const invisible, hidden, print, noView, toggle = 1, 2, 4, 32, 256
	if flags, _ := c.file.Int(d["F"]); flags&print == 0 || flags&(invisible|hidden|noView|toggle) != 0 {
		c.add(Annotation, where, "its flags (%d) do not have it printed and shown", flags)
	}
	box, ok := c.rectangle(d["Rect"])
	sheet, hasBox := c.pageBox(page)
	if !ok || hasBox && (box[0] < sheet[0] || box[1] < sheet[1] || box[2] > sheet[2] || box[3] > sheet[3]) {
		c.add(Annotation, where, "its Rect does not lie on the page")
	}
	if subtype == "Widget" {
		name, _ := c.file.String(d["TU"])
		if strings.TrimSpace(name.Text()) == "" || !isField || c.file.Name(d["FT"]) != "Sig" {
			c.add(Annotation, where, "a field that is no signature, has no name for its reader, or is not in the form")
		}
		if d["AP"] == nil && (box[0] != box[2] || box[1] != box[3]) {
			c.add(Annotation, where, "a field with a size and without an appearance")
		}
		return
	}
	if contents, _ := c.file.String(d["Contents"]); strings.TrimSpace(contents.Text()) == "" {
		c.add(Annotation, where, "it has no Contents")
	}
	if action := c.file.Dict(d["A"]); c.file.Name(action["S"]) == "URI" {
		if address, _ := c.file.String(action["URI"]); len(address) == 0 || strings.ContainsFunc(string(address), func(r rune) bool { return r <= ' ' || r > '~' }) {
			c.add(Annotation, where, "%q is no web address", string(address))
		}
		return
	}
	c.destination(where, d)
}

// destination gives the page and the height that a link or bookmark leads to; 0
// when it leads nowhere.
func (c *checker) destination(where string, d object.Dict) (page int, top float64) {
	dest := c.file.Resolve(d["Dest"])
	if action := c.file.Dict(d["A"]); dest == nil && c.file.Name(action["S"]) == "GoTo" {
		dest = c.file.Resolve(action["D"])
	}
	array, ok := dest.(object.Array)
	if !ok || len(array) < 2 {
		c.add(Destination, where, "it leads nowhere")
		return 0, 0
	}
	ref, _ := array[0].(object.Ref)
	page = c.numbers[ref]
	if page == 0 {
		c.add(Destination, where, "it leads to %v, which is no page", array[0])
		return 0, 0
	}
	if c.file.Name(array[1]) != "XYZ" || len(array) != 5 {
		c.add(Destination, where, "it does not lead to a place on page %d", page)
		return 0, 0
	}
	top, hasTop := c.file.Float(array[3])
	if box, ok := c.pageBox(page); !hasTop || ok && (top < box[1] || top > box[3]) {
		c.add(Destination, where, "it leads to a height that is not on page %d", page)
		return 0, 0
	}
	return page, top
}

// outline checks how the bookmarks hang together (ISO 32000-1, 12.3.3), and that
// each leads to the heading it names.
func (c *checker) outline() {
	root, ok := c.file.Catalog()["Outlines"].(object.Ref)
	if !ok {
		return
	}
	var headings []*tagged.Element
	if c.tree != nil {
		for e := range c.tree.All() {
			if headingLevel(e) > 0 {
				headings = append(headings, e)
			}
		}
	}
	o := &outlineChecker{c, headings, map[object.Ref]bool{}}
	shown := o.items(root, 0)
	// The Count of the root is how many items are shown.
	if n, _ := c.file.Int(c.file.Dict(root)["Count"]); n != shown {
		c.add(Outline, "outline", "its Count is %d, it shows %d bookmarks", n, shown)
	}
}

type outlineChecker struct {
	*checker
	headings []*tagged.Element // those after the last that a bookmark named
	seen     map[object.Ref]bool
}

// items checks the bookmarks in a node, and counts those that are shown when the node
// is open.
func (o *outlineChecker) items(parent object.Ref, depth int) int {
	node := o.file.Dict(parent)
	var before object.Object
	shown := 0
	next := node["First"]
	for next != nil {
		ref, ok := next.(object.Ref)
		if !ok || o.seen[ref] || depth > 32 {
			o.add(Outline, "outline", "its bookmarks go round in a circle")
			return shown
		}
		o.seen[ref] = true
		item := o.file.Dict(ref)
		title, _ := o.file.String(item["Title"])
		where := fmt.Sprintf("bookmark %q", title.Text())
		if item["Parent"] != object.Object(parent) || item["Prev"] != before {
			o.add(Outline, where, "its Parent or Prev is another than that which leads to it")
		}
		o.heading(where, title.Text(), item)
		inside := o.items(ref, depth+1)
		count, _ := o.file.Int(item["Count"])
		if count != inside && count != -inside {
			o.add(Outline, where, "its Count is %d, it holds %d bookmarks", count, inside)
		}
		shown++
		if count > 0 {
			shown += count
		}
		before, next = ref, item["Next"]
	}
	if node["Last"] != before {
		o.add(Outline, "outline", "the Last of object %d is not its last", parent.Number)
	}
	return shown
}

// heading checks that a bookmark leads to the next heading of that name.
func (o *outlineChecker) heading(where, title string, item object.Dict) {
	page, top := o.destination(where, item)
	if o.tree == nil || page == 0 {
		return
	}
	for i, h := range o.headings {
		if squeeze(h.Text()) != squeeze(title) {
			continue
		}
		o.headings = o.headings[i+1:]
		if h.Page() != page {
			o.add(Destination, where, "it leads to page %d, its heading stands on page %d", page, h.Page())
			return
		}
		if s := firstShown(h); s != nil && s.Y > top {
			o.add(Destination, where, "it leads to below its heading")
		}
		return
	}
	o.add(Destination, where, "no heading after the one before it has this text")
}

func firstShown(e *tagged.Element) *tagged.Shown {
	for content := range e.Contents() {
		if len(content.Shown) > 0 {
			return content.Shown[0]
		}
	}
	return nil
}
