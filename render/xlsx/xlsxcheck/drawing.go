package xlsxcheck

import (
	"regexp"
	"strconv"
	"strings"
)

// A link leads to one cell of a sheet.
var linkForm = regexp.MustCompile(`^(?:'((?:[^']|'')+)'|([\p{L}\p{N}_]+))!(\$?[A-Z]{1,3}\$?[0-9]+)$`)

// drawn judges the drawing of a sheet: each is a chart, in its place, that can be heard.
func (c *checker) drawn(s *worksheet) {
	d := s.root.child("drawing")
	if d == nil {
		return
	}
	part, ok := c.target(s.part, d, "drawing")
	if !ok || c.parts[part] == nil {
		return
	}
	ids, titles := map[string]bool{}, map[string]bool{}
	for _, anchor := range c.parts[part].children {
		from, ok1 := marker(anchor.child("from"))
		to, ok2 := marker(anchor.child("to"))
		if !ok1 || !ok2 || !from.before(to) {
			c.add(Drawing, s.name, "a drawing without a place")
		}
		var properties, chart *node
		anchor.walk(func(n *node) {
			switch n.name {
			case "cNvPr":
				properties = n
			case "chart":
				chart = n
			}
		})
		if properties == nil || chart == nil {
			c.add(Drawing, s.name, "a drawing that is no chart")
			continue
		}
		where := s.name + ", " + properties.attr("name")
		if id := properties.attr("id"); id == "" || ids[id] {
			c.add(Drawing, where, "has the id %q of another", id)
		} else {
			ids[id] = true
		}
		if name := properties.attr("name"); name == "" || titles[name] {
			c.add(AltText, where, "has the name of another, or none")
		} else {
			titles[name] = true
		}
		if strings.TrimSpace(properties.attr("descr")) == "" {
			c.add(AltText, where, "says nothing to who does not see it")
		}
		if isTrue(properties.attr("hidden")) {
			c.add(Hidden, where, "is hidden")
		}
		if target, ok := c.target(part, chart, "chart"); ok && c.parts[target] != nil {
			c.chart(where, c.parts[target])
		}
	}
}

// corner is a place in a cell: how far from its left and its upper edge.
type corner struct{ column, right, row, down int }

func marker(n *node) (corner, bool) {
	var at corner
	if n == nil {
		return at, false
	}
	for name, into := range map[string]*int{"col": &at.column, "colOff": &at.right, "row": &at.row, "rowOff": &at.down} {
		e := n.child(name)
		if e == nil {
			return at, false
		}
		v, err := strconv.Atoi(e.text)
		if err != nil || v < 0 {
			return at, false
		}
		*into = v
	}
	return at, true
}

// before tells whether a lies to the left of b, and above it.
func (a corner) before(b corner) bool {
	return (a.column < b.column || a.column == b.column && a.right < b.right) && (a.row < b.row || a.row == b.row && a.down < b.down)
}

// chart asks of a chart that what it shows stands in cells.
func (c *checker) chart(where string, root *node) {
	if len(root.at("externalData")) > 0 {
		c.add(External, where, "has its figures elsewhere")
	}
	series := 0
	root.walk(func(n *node) {
		if n.name == "ser" {
			series++
			c.series(where, n)
		}
	})
	if series == 0 {
		c.add(Chart, where, "shows nothing")
	}
}

// series asks that the ranges of a series are there, and of one length.
func (c *checker) series(where string, ser *node) {
	lengths := map[string]int{}
	for _, what := range []string{"tx", "cat", "val", "xVal", "yVal"} {
		e := ser.child(what)
		if e == nil {
			continue
		}
		if what == "tx" && e.child("v") != nil {
			continue // a name of its own
		}
		var ref string
		e.walk(func(n *node) {
			if n.name == "f" {
				ref = n.text
			}
		})
		m := refersForm.FindStringSubmatch(ref)
		if m == nil {
			c.add(Chart, where, "%s is %q, which is no range of cells", what, ref)
			continue
		}
		s := c.byName[strings.ToLower(unquoted(m[1], m[2]))]
		if s == nil {
			c.add(Chart, where, "%s is %q, and that sheet is not there", what, ref)
			continue
		}
		from, _ := parseCell(m[3] + m[4])
		to := from
		if m[5] != "" {
			to, _ = parseCell(m[5] + m[6])
		}
		if from.column != to.column && from.row != to.row {
			c.add(Chart, where, "%s is %q, which is no row or column", what, ref)
		}
		n := 0
		for column := from.column; column <= to.column; column++ {
			for row := from.row; row <= to.row; row++ {
				if !s.holds(cell{column, row}) {
					c.add(Chart, where, "%s is %q, where nothing is written", what, ref)
					return
				}
				n++
			}
		}
		lengths[what] = n
	}
	values, along := lengths["val"], lengths["cat"]
	if ser.child("yVal") != nil {
		values, along = lengths["yVal"], lengths["xVal"]
	}
	if values == 0 || along != 0 && along != values {
		c.add(Chart, where, "a series has %d values at %d places", values, along)
	}
}

// noted judges the notes of a sheet: each with a cell, a text and a shape of its own.
func (c *checker) noted(s *worksheet) {
	var notes, shapes *node
	for _, r := range c.relations[s.part] {
		switch r.kind {
		case "comments":
			notes = c.parts[r.target]
		case "vmlDrawing":
			shapes = c.parts[r.target]
		}
	}
	if notes == nil && s.root.child("legacyDrawing") == nil {
		return
	}
	if notes == nil || shapes == nil || s.root.child("legacyDrawing") == nil {
		c.add(Note, s.name, "has texts of notes, or shapes, but not both")
		return
	}
	c.target(s.part, s.root.child("legacyDrawing"), "vmlDrawing")
	authors := len(notes.at("authors", "author"))
	places := map[cell]bool{}
	for _, n := range notes.at("commentList", "comment") {
		where := s.name + "!" + n.attr("ref")
		at, ok := parseCell(n.attr("ref"))
		if !ok || !s.holds(at) || places[at] {
			c.add(Note, where, "is with a cell that is not there, or has a note already")
		}
		places[at] = true
		if by, err := strconv.Atoi(n.attr("authorId")); err != nil || by < 0 || by >= authors {
			c.add(Index, where, "is by author %q of %d", n.attr("authorId"), authors)
		}
		var text strings.Builder
		n.walk(func(x *node) {
			if x.name == "t" {
				text.WriteString(x.text)
				c.escaped(where, x.text)
			}
		})
		if strings.TrimSpace(text.String()) == "" {
			c.add(Note, where, "says nothing")
		}
	}
	ids := map[string]bool{}
	for _, shape := range shapes.at("shape") {
		if id := shape.attr("id"); id == "" || ids[id] {
			c.add(Note, s.name, "the shape %q is there twice", id)
		} else {
			ids[id] = true
		}
		data := shape.child("ClientData")
		if data == nil || data.child("Row") == nil || data.child("Column") == nil {
			c.add(Note, s.name, "a shape is with no cell")
			continue
		}
		row, _ := strconv.Atoi(data.child("Row").text)
		column, _ := strconv.Atoi(data.child("Column").text)
		if at := (cell{column + 1, row + 1}); !places[at] {
			c.add(Note, s.name, "a shape is with row %d, column %d, where no note is", at.row, at.column)
		} else {
			delete(places, at)
		}
	}
	if len(places) > 0 {
		c.add(Note, s.name, "%d notes have no shape", len(places))
	}
}
