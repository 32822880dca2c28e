package finish

import "annex/render/pdf/object"

// A Bookmark is a line of the outline. Level counts from 0; a bookmark that lies
// more than one deeper than the one before it is put one deeper.
type Bookmark struct {
	Text  string
	Level int
	To    Place
}

// outline writes the bookmarks as a tree of which only the first level is open.
func (x *finisher) outline() error {
	if len(x.document.Outline) == 0 {
		return nil
	}
	type node struct {
		dict object.Dict
		ref  object.Ref
		kids int
		last object.Ref
	}
	newNode := func(d object.Dict) *node { return &node{dict: d, ref: x.file.Add(d)} }
	root := newNode(object.Dict{"Type": object.Name("Outlines")})
	path := []*node{root} // from the root to the bookmark before
	for _, b := range x.document.Outline {
		path = path[:min(max(b.Level, 0)+1, len(path))]
		parent := path[len(path)-1]
		destination, err := x.destination(b.To)
		if err != nil {
			return err
		}
		n := newNode(object.Dict{"Title": object.Text(b.Text), "Parent": parent.ref, "Dest": destination})
		if parent.kids == 0 {
			parent.dict["First"] = n.ref
		} else {
			n.dict["Prev"] = parent.last
			x.file.Dict(parent.last)["Next"] = n.ref
		}
		parent.last = n.ref
		parent.dict["Last"] = n.ref
		parent.kids++
		if parent == root {
			root.dict["Count"] = object.Int(root.kids)
		} else {
			parent.dict["Count"] = object.Int(-parent.kids) // closed
		}
		path = append(path, n)
	}
	x.catalog["Outlines"] = root.ref
	x.catalog["PageMode"] = object.Name("UseOutlines")
	return nil
}
