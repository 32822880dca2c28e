package xlsxcheck

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
)

// sheet judges one worksheet.
func (c *checker) sheet(s *worksheet) {
	s.root.walk(func(e *node) { c.colour(s.part, e) })
	c.visible(s)
	c.columns(s)
	c.cells(s)
	c.merged(s)
	c.accepts(s)
	c.formats(s)
	c.links(s)
	c.protected(s)
	c.drawn(s)
	c.noted(s)
}

// isTrue reads a xsd:boolean.
func isTrue(s string) bool { return s == "1" || s == "true" }

// visible reads the view, and finds what a reader does not see.
func (c *checker) visible(s *worksheet) {
	for _, v := range s.root.at("sheetViews", "sheetView") {
		pane := v.child("pane")
		if pane == nil {
			continue
		}
		rows, err := strconv.Atoi(pane.attr("ySplit"))
		top, ok := parseCell(pane.attr("topLeftCell"))
		if err != nil || rows < 1 || pane.attr("state") != "frozen" || !ok || top != (cell{1, rows + 1}) {
			c.add(Attribute, s.name, "the pane of %q rows begins in %q", pane.attr("ySplit"), pane.attr("topLeftCell"))
			continue
		}
		s.frozen = rows
	}
	for _, group := range [][]*node{s.root.at("cols", "col"), s.root.at("sheetData", "row")} {
		for _, e := range group {
			if isTrue(e.attr("hidden")) || e.attr("width") == "0" || e.attr("ht") == "0" {
				c.add(Hidden, s.name, "a <%s> is hidden", e.name)
			}
		}
	}
	if e := s.root.child("sheetPr"); e != nil && (e.has("codeName") || len(e.at("outlinePr")) > 0) {
		c.add(Macro, s.name, "has a name for code, or an outline")
	}
}

// columns asks that their widths stand in rising order.
func (c *checker) columns(s *worksheet) {
	last := 0
	for _, e := range s.root.at("cols", "col") {
		from, err1 := strconv.Atoi(e.attr("min"))
		to, err2 := strconv.Atoi(e.attr("max"))
		if err1 != nil || err2 != nil || from <= last || to < from || to > lastColumn {
			c.add(Cells, s.name, "the columns %s to %s stand behind column %d", e.attr("min"), e.attr("max"), last)
		}
		last = max(last, to)
	}
}

// cells judges the rows, and every cell in them.
func (c *checker) cells(s *worksheet) {
	row := 0
	for _, r := range s.root.at("sheetData", "row") {
		nr, err := strconv.Atoi(r.attr("r"))
		if err != nil || nr <= row || nr > lastRow {
			c.add(Cells, s.name, "row %s stands behind row %d", r.attr("r"), row)
		}
		row = max(row, nr)
		column := 0
		for _, cl := range r.children {
			at, ok := parseCell(cl.attr("r"))
			if !ok || at.row != nr || at.column <= column {
				c.add(Cells, s.name, "cell %s stands in row %d, behind column %d", cl.attr("r"), nr, column)
			}
			column = max(column, at.column)
			c.cell(s, cl)
		}
	}
}

// cell judges one cell: its style, its type, its text and its formula.
func (c *checker) cell(s *worksheet, cl *node) {
	where := s.name + "!" + cl.attr("r")
	if id := cl.attr("s"); id != "" {
		if n, err := strconv.Atoi(id); err != nil || n < 0 || n >= c.cellXfs {
			c.add(Index, where, "has style %s of %d", id, c.cellXfs)
		}
	}
	f, v, is := cl.child("f"), cl.child("v"), cl.child("is")
	cached := ""
	if v != nil {
		cached = v.text
	}
	switch kind := cl.attr("t"); kind {
	case "", "n":
		if _, err := strconv.ParseFloat(cached, 64); err != nil && (v != nil || f != nil) {
			c.add(CellType, where, "is a number and holds %q", cached)
		}
	case "str":
		if f == nil {
			c.add(CellType, where, "holds the outcome of a formula that is not there")
		}
		c.escaped(where, cached)
	case "inlineStr":
		if is == nil || f != nil || v != nil {
			c.add(CellType, where, "is a text and holds something else")
		}
	case "s":
		if n, err := strconv.Atoi(cached); err != nil || n < 0 || n >= len(c.texts) || f != nil {
			c.add(Index, where, "has text %q of %d", cached, len(c.texts))
		}
	default:
		c.add(CellType, where, "is of the type %q", kind)
	}
	if is != nil {
		length := 0
		is.walk(func(n *node) {
			if n.name == "t" {
				c.escaped(where, n.text)
				length += len(utf16.Encode([]rune(n.text)))
				if n.text != strings.TrimSpace(n.text) && n.attr("space") != "preserve" {
					c.add(CellType, where, "loses the blanks around its text")
				}
			}
		})
		if length > longestText {
			c.add(CellType, where, "has a text of %d characters, more than %d", length, longestText)
		}
	}
	if f != nil {
		if v == nil && cl.attr("t") != "str" { // no text is a text
			c.add(CellType, where, "has a formula, and no outcome for a program that does not calculate")
		}
		if c.shares(s, where, cl.attr("r"), f) {
			c.formula(where, f.text)
		}
	}
}

// shares judges a formula that is for more cells than one: filled down, the first of them
// holds it and the others point to it. It tells whether the cell holds a formula itself.
func (c *checker) shares(s *worksheet, where, at string, f *node) bool {
	if !f.has("t") && !f.has("ref") && !f.has("si") {
		return true
	}
	if f.attr("t") != "shared" || !f.has("si") {
		c.add(Formula, where, "is for more than one cell")
		return true
	}
	if s.shared == nil {
		s.shared = map[string]area{}
	}
	here, ok := parseCell(at)
	whole, known := s.shared[f.attr("si")]
	if f.has("ref") {
		whole, ok = parseArea(f.attr("ref"))
		if !ok || known || whole.from != here {
			c.add(Formula, where, "shares its formula with %q", f.attr("ref"))
		}
		s.shared[f.attr("si")] = whole
		return true
	}
	if !ok || !known || !whole.overlaps(area{here, here}) || f.text != "" {
		c.add(Formula, where, "asks for a formula that it does not share")
	}
	return false
}

// merged asks that no cell is merged twice, and that what is merged shows all it holds.
func (c *checker) merged(s *worksheet) {
	var list []area
	for _, m := range s.root.at("mergeCells", "mergeCell") {
		a, ok := parseArea(m.attr("ref"))
		if !ok || a.from == a.to {
			c.add(Attribute, s.name, "merged cells %q", m.attr("ref"))
			continue
		}
		for _, b := range list {
			if a.overlaps(b) {
				c.add(Merge, s.name, "%s overlaps other merged cells", m.attr("ref"))
				break
			}
		}
		list = append(list, a)
	}
	under := map[cell]bool{}
	for _, a := range list {
		for row := a.from.row; row <= a.to.row; row++ {
			for column := a.from.column; column <= a.to.column; column++ {
				if at := (cell{column, row}); at != a.from {
					under[at] = true
				}
			}
		}
	}
	for _, cl := range s.root.at("sheetData", "row", "c") {
		if at, ok := parseCell(cl.attr("r")); ok && under[at] && len(cl.children) > 0 {
			c.add(Merge, s.name, "%s has content that merged cells hide", cl.attr("r"))
		}
	}
}

// accepts judges the rules of what a cell accepts.
func (c *checker) accepts(s *worksheet) {
	seen := map[cell]bool{}
	for _, v := range s.root.at("dataValidations", "dataValidation") {
		where := s.name + "!" + v.attr("sqref")
		list, ok := parseAreas(v.attr("sqref"))
		if !ok {
			c.add(Attribute, s.name, "a rule for the cells %q", v.attr("sqref"))
			continue
		}
		for _, a := range list {
			for row := a.from.row; row <= a.to.row; row++ {
				for column := a.from.column; column <= a.to.column; column++ {
					at := cell{column, row}
					if seen[at] {
						c.add(Validation, where, "has two rules for one cell")
					}
					seen[at] = true
					if !s.holds(at) {
						c.add(Validation, where, "is for a cell that is not there")
					}
				}
			}
		}
		if !slices.Contains([]string{"decimal", "whole", "list"}, v.attr("type")) {
			c.add(Validation, where, "is of the kind %q", v.attr("type"))
		}
		if !isTrue(v.attr("showErrorMessage")) || v.attr("error") == "" || v.attr("errorTitle") == "" {
			c.add(Validation, where, "does not say what is wrong")
		}
		for what, most := range map[string]int{"error": 255, "errorTitle": 32, "prompt": 255, "promptTitle": 32} {
			c.escaped(where, v.attr(what))
			if n := len(utf16.Encode([]rune(v.attr(what)))); n > most {
				c.add(Validation, where, "its %s is of %d characters, more than %d", what, n, most)
			}
		}
		if v.has("prompt") && !isTrue(v.attr("showInputMessage")) {
			c.add(Validation, where, "has a prompt that nobody sees")
		}
		first := v.child("formula1")
		if first == nil || first.text == "" {
			c.add(Validation, where, "has nothing to hold a value against")
			continue
		}
		for _, f := range v.children {
			c.formula(where, f.text)
		}
		op := v.attr("operator")
		between := v.attr("type") != "list" && (op == "" || op == "between" || op == "notBetween")
		if (v.child("formula2") != nil) != between {
			c.add(Validation, where, "has a bound too many, or too few")
		}
		if n := len(first.text); v.attr("type") == "list" && n > longestList {
			c.add(Validation, where, "its list is of %d characters, more than %d", n, longestList)
		}
	}
}

// longestList is how long a list of words may be, with its quotes.
const longestList = 257

// formats judges what depends on a formula: the look of cells.
func (c *checker) formats(s *worksheet) {
	priorities := map[string]bool{}
	for _, group := range s.root.at("conditionalFormatting") {
		sqref := group.attr("sqref")
		if _, ok := parseAreas(sqref); !ok {
			c.add(Attribute, s.name, "a format for the cells %q", sqref)
		}
		where := s.name + "!" + sqref
		for _, rule := range group.children {
			if n, err := strconv.Atoi(rule.attr("dxfId")); err != nil || n < 0 || n >= c.dxfs {
				c.add(Index, where, "has conditional style %q of %d", rule.attr("dxfId"), c.dxfs)
			}
			if p := rule.attr("priority"); p == "" || priorities[p] {
				c.add(Conditional, where, "has the priority %q of another rule", p)
			} else {
				priorities[p] = true
			}
			if rule.attr("type") != "expression" || len(rule.children) != 1 {
				c.add(Conditional, where, "is of the kind %q", rule.attr("type"))
				continue
			}
			c.formula(where, rule.children[0].text)
		}
	}
}

// links asks of every link that it leads to a cell of this workbook.
func (c *checker) links(s *worksheet) {
	for _, l := range s.root.at("hyperlinks", "hyperlink") {
		where := s.name + "!" + l.attr("ref")
		if l.has("id") {
			c.add(External, where, "leads outside the workbook")
			continue
		}
		if at, ok := parseArea(l.attr("ref")); !ok || !s.holds(at.from) {
			c.add(Link, where, "is in a cell that is not there")
		}
		if c.defined[strings.ToLower(l.attr("location"))] {
			continue // a name leads to its cell
		}
		m := linkForm.FindStringSubmatch(l.attr("location"))
		if m == nil {
			c.add(Link, where, "leads to %q", l.attr("location"))
			continue
		}
		to := c.byName[strings.ToLower(unquoted(m[1], m[2]))]
		if to == nil {
			c.add(Link, where, "leads to %q, and that sheet is not there", l.attr("location"))
		} else if at, ok := parseCell(m[3]); !ok || !to.holds(at) {
			c.add(Link, where, "leads to %q, where nothing stands", l.attr("location"))
		}
	}
}

// protected asks that a sheet is guarded against slips, without a password.
func (c *checker) protected(s *worksheet) {
	p := s.root.child("sheetProtection")
	if p == nil || !isTrue(p.attr("sheet")) {
		c.add(Protection, s.name, "is not protected")
		return
	}
	for _, secret := range []string{"password", "hashValue", "algorithmName", "saltValue"} {
		if p.has(secret) {
			c.add(Protection, s.name, "has a password")
			break
		}
	}
	for _, closed := range []string{"selectLockedCells", "selectUnlockedCells"} {
		if isTrue(p.attr(closed)) {
			c.add(Protection, s.name, "does not let a reader select cells (%s)", closed)
		}
	}
}
