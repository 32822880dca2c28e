package xlsxcheck

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
)

// node is an element with what stands in it.
type node struct {
	name     string // without its namespace
	space    string
	attrs    []xml.Attr
	children []*node
	text     string // of the element itself
}

func (n *node) attr(name string) string {
	for _, a := range n.attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func (n *node) has(name string) bool {
	for _, a := range n.attrs {
		if a.Name.Local == name {
			return true
		}
	}
	return false
}

// child gives the first child with this name, and nil where there is none.
func (n *node) child(name string) *node {
	for _, c := range n.children {
		if c.name == name {
			return c
		}
	}
	return nil
}

// at gives the children of children by their names; n may be nil.
func (n *node) at(names ...string) []*node {
	list := []*node{n}
	if n == nil {
		return nil
	}
	for _, name := range names {
		var next []*node
		for _, x := range list {
			for _, c := range x.children {
				if c.name == name {
					next = append(next, c)
				}
			}
		}
		list = next
	}
	return list
}

// walk visits n and everything in it.
func (n *node) walk(visit func(*node)) {
	visit(n)
	for _, c := range n.children {
		c.walk(visit)
	}
}

func parse(data []byte) (*node, error) {
	d := xml.NewDecoder(bytes.NewReader(data))
	var root *node
	var open []*node
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			n := &node{name: t.Name.Local, space: t.Name.Space, attrs: t.Attr}
			seen := map[xml.Name]bool{}
			for _, a := range t.Attr {
				if seen[a.Name] {
					return nil, errors.New("<" + n.name + "> has " + a.Name.Local + " twice")
				}
				seen[a.Name] = true
			}
			if len(open) > 0 {
				up := open[len(open)-1]
				up.children = append(up.children, n)
			} else if root == nil {
				root = n
			} else {
				return nil, errors.New("two elements at the top")
			}
			open = append(open, n)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 0 {
				open[len(open)-1].text += string(t)
			} else if len(bytes.TrimSpace(t)) > 0 {
				return nil, errors.New("text outside an element")
			}
		case xml.Directive:
			return nil, errors.New("a document type")
		}
	}
	if root == nil {
		return nil, errors.New("empty")
	}
	return root, nil
}
