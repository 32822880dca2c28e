package xlsxcheck

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
)

// worksheet is a sheet and what is found on it.
type worksheet struct {
	shared map[string]area // where a formula is shared, by its number
	name   string
	part   string
	root   *node
	cells  map[cell]bool // those that are written
	titles bool          // rows are repeated in print
	frozen int           // rows that stay in sight
	place  int           // among the sheets
}

// name is a defined name.
type name struct {
	text, refersTo string
	local          string // number of the sheet it is for; empty: the whole workbook
	hidden         bool
}

// The longest texts of each kind (Excel specifications and limits).
const (
	longestSheetName = 31
	longestName      = 255
	longestFormula   = 8192
	longestText      = 32767
	deepestFormula   = 64
	lastColumn       = 16384
	lastRow          = 1048576
)

// workbook reads the sheets and the names; false where there is no sheet to read.
func (c *checker) workbook() bool {
	root := c.parts[workbookPart]
	c.byName, c.defined = map[string]*worksheet{}, map[string]bool{}
	ids := map[string]bool{}
	for i, e := range root.at("sheets", "sheet") {
		s := &worksheet{name: e.attr("name"), cells: map[cell]bool{}, place: i}
		where := "sheet " + s.name
		c.escaped(where, s.name)
		switch {
		case s.name == "", len(utf16.Encode([]rune(s.name))) > longestSheetName:
			c.add(SheetName, where, "is of 1 to %d characters", longestSheetName)
		case strings.ContainsAny(s.name, `[]:*?/\`), strings.HasPrefix(s.name, "'"), strings.HasSuffix(s.name, "'"):
			c.add(SheetName, where, "has a character that no sheet may have")
		case strings.EqualFold(s.name, "history"):
			c.add(SheetName, where, "is a name that Excel keeps for itself")
		case c.byName[strings.ToLower(s.name)] != nil:
			c.add(SheetName, where, "is there twice")
		}
		if id := e.attr("sheetId"); ids[id] || id == "" {
			c.add(SheetName, where, "has the sheetId %q of another", id)
		} else {
			ids[id] = true
		}
		if state := e.attr("state"); state != "" && state != "visible" {
			c.add(Hidden, where, "is %s", state)
		}
		target, ok := c.target(workbookPart, e, "worksheet")
		if !ok {
			continue
		}
		s.part, s.root = target, c.parts[target]
		if s.root == nil || s.root.name != "worksheet" {
			c.add(Relation, where, "%s is no worksheet", target)
			continue
		}
		c.sheets = append(c.sheets, s)
		c.byName[strings.ToLower(s.name)] = s
		for _, cl := range s.root.at("sheetData", "row", "c") {
			if at, ok := parseCell(cl.attr("r")); ok {
				s.cells[at] = true
			}
		}
	}
	for _, e := range root.at("definedNames", "definedName") {
		n := name{e.attr("name"), e.text, e.attr("localSheetId"), e.attr("hidden") != "" && e.attr("hidden") != "0" && e.attr("hidden") != "false"}
		c.list = append(c.list, n)
		if n.local == "" {
			c.defined[strings.ToLower(n.text)] = true
		}
	}
	if len(root.at("calcPr")) != 1 || root.child("calcPr").attr("fullCalcOnLoad") != "true" {
		c.add(Formula, workbookPart, "is not calculated when it is opened")
	}
	return len(c.sheets) > 0
}

var (
	nameForm   = regexp.MustCompile(`^[\p{L}_][\p{L}\p{N}_]*$`)
	likeACell  = regexp.MustCompile(`(?i)^([a-z]{1,3}[0-9]+|r[0-9]*|[ck][0-9]*|r[0-9]*[ck][0-9]*|true|false|waar|onwaar)$`)
	refersForm = regexp.MustCompile(`^(?:'((?:[^']|'')+)'|([\p{L}\p{N}_]+))!\$([A-Z]{1,3})\$([0-9]+)(?::\$([A-Z]{1,3})\$([0-9]+))?$`)
	titleForm  = regexp.MustCompile(`^(?:'((?:[^']|'')+)'|([\p{L}\p{N}_]+))!\$([0-9]+):\$([0-9]+)$`)
)

// The names that every program has of itself, each for one sheet (18.2.5).
const (
	printTitles = "_xlnm.Print_Titles"
	printArea   = "_xlnm.Print_Area"
)

// names judges every defined name.
func (c *checker) names() {
	seen := map[string]bool{}
	for _, n := range c.list {
		where := "name " + n.text
		if n.hidden {
			c.add(Hidden, where, "is hidden")
		}
		key := n.local + "!" + strings.ToLower(n.text)
		if seen[key] {
			c.add(Name, where, "is there twice")
		}
		seen[key] = true
		switch n.text {
		case printTitles:
			c.printTitles(n)
			continue
		case printArea:
			c.printArea(n)
			continue
		}
		if len(n.text) > longestName || !nameForm.MatchString(n.text) || likeACell.MatchString(n.text) {
			c.add(Name, where, "is no name in every program")
		}
		if n.local != "" {
			c.add(Name, where, "is known on one sheet only")
		}
		m := refersForm.FindStringSubmatch(n.refersTo)
		if m == nil {
			c.add(Name, where, "refers to %s, which is no range of cells", n.refersTo)
			continue
		}
		s := c.byName[strings.ToLower(unquoted(m[1], m[2]))]
		if s == nil {
			c.add(Name, where, "refers to %s, and that sheet is not there", n.refersTo)
			continue
		}
		from, _ := parseCell(m[3] + m[4])
		to := from
		if m[5] != "" {
			to, _ = parseCell(m[5] + m[6])
		}
		if !s.holds(from) || !s.holds(to) || to.row < from.row || to.column < from.column {
			c.add(Name, where, "refers to %s, where nothing is written", n.refersTo)
		}
	}
	for _, s := range c.sheets {
		if s.frozen > 0 && !s.titles {
			c.add(Titles, s.name, "its first %d rows stay in sight, but are not repeated in print", s.frozen)
		}
	}
}

// printTitles judges which rows are repeated: the first ones, that stay in sight, or the
// title where none do.
func (c *checker) printTitles(n name) {
	where := "name " + n.text
	s := c.printed(n)
	if s == nil {
		c.add(Titles, where, "is for sheet %q, which is not there", n.local)
		return
	}
	m := titleForm.FindStringSubmatch(n.refersTo)
	if m == nil || unquoted(m[1], m[2]) != s.name {
		c.add(Titles, where, "refers to %s, which are no rows of %s", n.refersTo, s.name)
		return
	}
	if to, _ := strconv.Atoi(m[4]); m[3] != "1" || to != max(1, s.frozen) {
		c.add(Titles, where, "repeats %s, where %d rows stay in sight", n.refersTo, s.frozen)
	}
	s.titles = true
}

// printArea judges which cells are printed: all from the first one. What is left out is
// what stands to the right of them or below.
func (c *checker) printArea(n name) {
	where := "name " + n.text
	s := c.printed(n)
	if s == nil {
		c.add(PrintArea, where, "is for sheet %q, which is not there", n.local)
		return
	}
	m := refersForm.FindStringSubmatch(n.refersTo)
	if m == nil || m[5] == "" || unquoted(m[1], m[2]) != s.name {
		c.add(PrintArea, where, "refers to %s, which is no range of %s", n.refersTo, s.name)
		return
	}
	from, ok1 := parseCell(m[3] + m[4])
	to, ok2 := parseCell(m[5] + m[6])
	if !ok1 || !ok2 || from != (cell{1, 1}) || !s.holds(cell{1, to.row}) {
		c.add(PrintArea, where, "refers to %s, which is not all from A1 to a row that is there", n.refersTo)
	}
}

// printed gives the sheet that a name of a program itself is for; nil where it is not there.
func (c *checker) printed(n name) *worksheet {
	nr, err := strconv.Atoi(n.local)
	if err != nil || nr < 0 || nr >= len(c.sheets) {
		return nil
	}
	return c.sheets[nr]
}

func unquoted(quoted, plain string) string {
	if quoted != "" {
		return strings.ReplaceAll(quoted, "''", "'")
	}
	return plain
}

// cell is a place on a sheet, from 1.
type cell struct{ column, row int }

// holds tells whether a cell is written.
func (s *worksheet) holds(at cell) bool { return s.cells[at] }

var cellForm = regexp.MustCompile(`^\$?([A-Z]{1,3})\$?([1-9][0-9]*)$`)

func parseCell(ref string) (cell, bool) {
	m := cellForm.FindStringSubmatch(ref)
	if m == nil {
		return cell{}, false
	}
	column := 0
	for _, r := range m[1] {
		column = column*26 + int(r-'A') + 1
	}
	row, err := strconv.Atoi(m[2])
	return cell{column, row}, err == nil && column <= lastColumn && row <= lastRow
}

// area is a range of cells.
type area struct{ from, to cell }

func parseArea(ref string) (area, bool) {
	first, last, two := strings.Cut(ref, ":")
	from, ok := parseCell(first)
	if !ok || !two {
		return area{from, from}, ok
	}
	to, ok := parseCell(last)
	return area{from, to}, ok && to.column >= from.column && to.row >= from.row
}

// parseAreas reads an sqref: ranges with blanks between them.
func parseAreas(sqref string) ([]area, bool) {
	var list []area
	for _, ref := range strings.Fields(sqref) {
		a, ok := parseArea(ref)
		if !ok {
			return nil, false
		}
		list = append(list, a)
	}
	return list, len(list) > 0
}

func (a area) overlaps(b area) bool {
	return a.from.column <= b.to.column && b.from.column <= a.to.column && a.from.row <= b.to.row && b.from.row <= a.to.row
}

// styles counts what cells ask for, and judges the references between styles.
func (c *checker) styles() {
	const where = "xl/styles.xml"
	root := c.parts[where]
	if root == nil {
		c.add(Unreadable, where, "is not there")
		return
	}
	formats := map[int]bool{}
	number := func(e *node, attr string) (int, bool) {
		n, err := strconv.Atoi(e.attr(attr))
		return n, err == nil && n >= 0
	}
	for _, f := range root.at("numFmts", "numFmt") {
		id, ok := number(f, "numFmtId")
		switch {
		case !ok, id < firstOwnFormat, f.attr("formatCode") == "":
			c.add(Attribute, where, "the number format %q", f.attr("numFmtId"))
		case formats[id]:
			c.add(Index, where, "the number format %d is there twice", id)
		}
		formats[id] = true
	}
	counts := map[string]int{"fontId": len(root.at("fonts", "font")), "fillId": len(root.at("fills", "fill")), "borderId": len(root.at("borders", "border")), "xfId": len(root.at("cellStyleXfs", "xf"))}
	for _, list := range [][]*node{root.at("cellXfs", "xf"), root.at("cellStyleXfs", "xf")} {
		for i, xf := range list {
			for _, attr := range []string{"fontId", "fillId", "borderId", "xfId"} {
				if !xf.has(attr) {
					continue
				}
				if n, ok := number(xf, attr); !ok || n >= counts[attr] {
					c.add(Index, where, "style %d asks for %s %s of %d", i, attr, xf.attr(attr), counts[attr])
				}
			}
			if n, ok := number(xf, "numFmtId"); xf.has("numFmtId") && (!ok || n >= firstOwnFormat && !formats[n]) {
				c.add(Index, where, "style %d asks for number format %s", i, xf.attr("numFmtId"))
			}
		}
	}
	c.cellXfs, c.dxfs = len(root.at("cellXfs", "xf")), len(root.at("dxfs", "dxf"))
	for _, f := range root.at("dxfs", "dxf", "numFmt") {
		if id, ok := number(f, "numFmtId"); !ok || f.attr("formatCode") == "" || id >= firstOwnFormat && !formats[id] {
			c.add(Index, where, "a conditional style has the number format %q", f.attr("numFmtId"))
		}
	}
	root.walk(func(e *node) { c.colour(where, e) })
	for _, group := range root.children {
		if group.has("count") && group.attr("count") != strconv.Itoa(len(group.children)) {
			c.add(Attribute, where, "<%s> says that it holds %s, and holds %d", group.name, group.attr("count"), len(group.children))
		}
	}
}

// firstOwnFormat is the number of the first format that no program has built in.
const firstOwnFormat = 164

var argb = regexp.MustCompile(`^[0-9A-Fa-f]{8}$`)

// colour asks of a colour that it says how opaque it is, ST_UnsignedIntHex.
func (c *checker) colour(where string, e *node) {
	if slices.Contains([]string{"color", "tabColor", "fgColor", "bgColor"}, e.name) && e.has("rgb") && !argb.MatchString(e.attr("rgb")) {
		c.add(Attribute, where, "<%s> has the colour %q, which is not of 8 digits", e.name, e.attr("rgb"))
	}
}

// strings reads the texts that cells share.
func (c *checker) strings() {
	root := c.parts["xl/sharedStrings.xml"]
	for _, si := range root.at("si") {
		var all strings.Builder
		si.walk(func(n *node) {
			if n.name == "t" {
				all.WriteString(n.text)
				c.escaped("xl/sharedStrings.xml", n.text)
			}
		})
		c.texts = append(c.texts, all.String())
	}
}

// escape is how the format writes a character that XML does not have (22.9.2.19,
// ST_Xstring). Text that only looks like it is written as _x005F_ and what follows, so
// that the only such form in a workbook of annex is that of the underscore itself.
var escape = regexp.MustCompile(`_x([0-9A-Fa-f]{4})_`)

func (c *checker) escaped(where, text string) {
	for at := 0; ; {
		m := escape.FindStringSubmatchIndex(text[at:])
		if m == nil {
			return
		}
		code := strings.ToUpper(text[at+m[2] : at+m[3]])
		if code != "005F" {
			c.add(Escape, where, "a program reads %q as another character", text[at+m[0]:at+m[1]])
			at += m[1]
			continue
		}
		at += m[1] // what was escaped begins behind it
		if next := escapedTail.FindString(text[at:]); next != "" {
			at += len(next)
		}
	}
}

// escapedTail is what stands behind the escaped underscore of a text like _x0041_.
var escapedTail = regexp.MustCompile(`^x[0-9A-Fa-f]{4}_`)
