// Package finish mends the parts of a workbook that excelize writes in another form
// than the schemas of ECMA-376 ask. Excel is forgiving about some of it; a program
// that reads strictly is not, and a reader must never be asked whether the file is to
// be repaired.
//
// Each mend is small, and strict: where a part does not look as excelize writes it, the
// workbook is not written and the error says what was found. What is mended:
//
//   - styles: the properties of a typeface stand in a fixed order (CT_Font);
//   - charts: so do those of a series, and what only another kind of chart has goes out
//     (CT_ScatterSer, CT_BarSer, CT_LineSer, CT_ValAx);
//   - charts: what belongs to three dimensions goes out;
//   - charts: what a point is drawn at is a number, and the language is Dutch;
//   - charts: a name stands once in the legend, also where several series have it;
//   - worksheets and styles: of all dialects of the format only the one that is used is
//     declared, and that once; Gnumeric warns of each that is declared again;
//   - worksheets: the range that is used is left out, where excelize always says A1;
//   - notes: the shape of each note has an id of its own;
//   - content types: in one order each time, and only of files that are there.
package finish

import (
	"bytes"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"
)

// ContentTypesName is the part that says of what type each part is.
const ContentTypesName = "[Content_Types].xml"

// Part gives a part as it must be in the file. name is that in the package, without a
// slash before it; names are those of all parts.
func Part(name string, data []byte, names []string) ([]byte, error) {
	var err error
	switch {
	case name == ContentTypesName:
		data, err = contentTypes(data, names)
	case name == "xl/styles.xml":
		data, err = plainStart(data, "styleSheet")
		if err == nil {
			data, err = styles(data)
		}
	case strings.HasPrefix(name, "xl/worksheets/sheet"):
		data, err = worksheet(data)
	case strings.HasPrefix(name, "xl/charts/chart"):
		data, err = chart(data)
	case strings.HasPrefix(name, "xl/drawings/vmlDrawing"):
		data, err = notes(name, data)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return data, nil
}

// element is an element as excelize writes it: with an end tag, also where it is empty.
type element struct {
	name  string
	whole []byte // from its start tag to the end of its end tag
	inner []byte // what stands between the two
}

// next finds the first element of this name in data, and gives what stands before and
// behind it. ok is false where there is none.
func next(data []byte, name string) (before []byte, e element, behind []byte, ok bool, err error) {
	open := []byte("<" + name)
	for from := 0; ; {
		at := bytes.Index(data[from:], open)
		if at < 0 {
			return data, element{}, nil, false, nil
		}
		at += from
		if end := at + len(open); end < len(data) && strings.IndexByte(" >", data[end]) >= 0 {
			e, err := read(data[at:])
			if err != nil {
				return nil, element{}, nil, false, err
			}
			return data[:at], e, data[at+len(e.whole):], true, nil
		}
		from = at + len(open)
	}
}

// read reads the element that data begins with.
func read(data []byte) (element, error) {
	tag := bytes.IndexByte(data, '>')
	if len(data) < 2 || data[0] != '<' || tag < 2 || data[tag-1] == '/' {
		return element{}, fmt.Errorf("no element with a start tag and an end tag: %s", begin(data))
	}
	name := string(data[1:tag])
	if blank := strings.IndexByte(name, ' '); blank >= 0 {
		name = name[:blank]
	}
	open, end := []byte("<"+name), []byte("</"+name+">")
	depth, at := 1, tag+1
	for {
		last := bytes.Index(data[at:], end)
		if last < 0 {
			return element{}, fmt.Errorf("<%s> has no end", name)
		}
		for here := data[at : at+last]; ; {
			i := bytes.Index(here, open)
			if i < 0 {
				break
			}
			here = here[i+len(open):]
			if len(here) > 0 && strings.IndexByte(" >", here[0]) >= 0 {
				depth++
			}
		}
		at += last + len(end)
		if depth--; depth == 0 {
			return element{name, data[:at], data[tag+1 : at-len(end)]}, nil
		}
	}
}

// children reads elements that stand behind each other, with nothing between them.
func children(inner []byte) ([]element, error) {
	var list []element
	for len(inner) > 0 {
		e, err := read(inner)
		if err != nil {
			return nil, err
		}
		list, inner = append(list, e), inner[len(e.whole):]
	}
	return list, nil
}

// begin is how data begins, for an error.
func begin(data []byte) []byte { return data[:min(len(data), 60)] }

// each replaces every element of this name by what mend makes of it.
func each(data []byte, name string, mend func(element) ([]byte, error)) ([]byte, error) {
	var out bytes.Buffer
	for {
		before, e, behind, ok, err := next(data, name)
		if err != nil {
			return nil, err
		}
		out.Write(before)
		if !ok {
			return out.Bytes(), nil
		}
		mended, err := mend(e)
		if err != nil {
			return nil, fmt.Errorf("<%s>: %w", name, err)
		}
		out.Write(mended)
		data = behind
	}
}

// inOrder gives an element with its children in the order of the schema. Those in
// without, which another kind of the same element has, are left out; any other child
// that the schema does not name is an error.
func (e element) inOrder(schema, without []string) ([]byte, error) {
	list, err := children(e.inner)
	if err != nil {
		return nil, err
	}
	for _, c := range list {
		if !slices.Contains(schema, c.name) && !slices.Contains(without, c.name) {
			return nil, fmt.Errorf("<%s> does not belong here", c.name)
		}
	}
	start := len(e.whole) - len(e.inner) - len("</>") - len(e.name)
	out := bytes.NewBuffer(make([]byte, 0, len(e.whole)))
	out.Write(e.whole[:start])
	for _, name := range schema {
		for _, c := range list {
			if c.name == name {
				out.Write(c.whole)
			}
		}
	}
	fmt.Fprintf(out, "</%s>", e.name)
	return out.Bytes(), nil
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

// worksheet gives a worksheet a plain start, and takes out the range that is used. What
// the cells hold stays as it is: it is most of the part, and asks for no dialect.
func worksheet(data []byte) ([]byte, error) {
	head, _, _ := bytes.Cut(data, []byte("<sheetData>"))
	cells := data[len(head):]
	head, err := plainStart(head, "worksheet")
	if err != nil {
		return nil, err
	}
	if at := bytes.LastIndex(cells, []byte("</sheetData>")); at >= 0 {
		err = plain(cells[at:])
	}
	if err == nil {
		head, err = once(head, `<dimension ref="A1"></dimension>`, "")
	}
	return slices.Concat(head, cells), err
}

// plainStart gives a part a start tag that declares nothing but the format itself.
func plainStart(data []byte, name string) ([]byte, error) {
	at := bytes.Index(data, []byte("<"+name+" "))
	if at < 0 {
		return nil, fmt.Errorf("no <%s>", name)
	}
	end := at + bytes.IndexByte(data[at:], '>')
	if end < at || !bytes.Contains(data[at:end], []byte(`xmlns="`+main+`"`)) {
		return nil, fmt.Errorf("<%s> is not of %s", name, main)
	}
	if err := plain(data[end:]); err != nil {
		return nil, err
	}
	return slices.Concat(data[:at], fmt.Appendf(nil, `<%s xmlns="%s">`, name, main), data[end+1:]), nil
}

// plain checks that nothing is written in a dialect. A text may hold its name, but not
// with a < before it or a = and a " behind it.
func plain(data []byte) error {
	for _, dialect := range []string{"<x14", "<mc:", "<extLst", ` x14ac:dyDescent="`} {
		if bytes.Contains(data, []byte(dialect)) {
			return fmt.Errorf("%s asks for a dialect", dialect)
		}
	}
	return nil
}

// The properties of a typeface, CT_Font (ECMA-376, part 1, 18.8.22).
var fontProperties = []string{
	"b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color", "name", "family", "charset", "scheme",
}

// styles puts the properties of every typeface in order, also of those in conditional
// formats.
func styles(data []byte) ([]byte, error) {
	return each(data, "font", func(e element) ([]byte, error) { return e.inOrder(fontProperties, nil) })
}

// What a series of each kind of chart holds (ECMA-376, part 1, 21.2.2.170 and annex A).
var series = map[string][]string{
	"scatterChart": {"idx", "order", "tx", "spPr", "marker", "dPt", "dLbls", "trendline", "errBars", "xVal", "yVal", "smooth", "extLst"}, // CT_ScatterSer
	"barChart":     {"idx", "order", "tx", "spPr", "invertIfNegative", "pictureOptions", "dPt", "dLbls", "trendline", "errBars", "cat", "val", "shape", "extLst"},
	"lineChart":    {"idx", "order", "tx", "spPr", "marker", "dPt", "dLbls", "trendline", "errBars", "cat", "val", "smooth", "extLst"},
}

// What excelize gives a series of every kind, and only one kind has.
var ofAnotherKind = map[string][]string{
	"scatterChart": {"invertIfNegative"},
	"barChart":     {"marker", "smooth"},
	"lineChart":    {"invertIfNegative"},
}

// An axis of numbers, CT_ValAx (ECMA-376, part 1, 21.2.2.226). excelize gives one that
// lies what only an axis of categories has.
var (
	numberAxis = []string{
		"axId", "scaling", "delete", "axPos", "majorGridlines", "minorGridlines", "title", "numFmt", "majorTickMark", "minorTickMark", "tickLblPos",
		"spPr", "txPr", "crossAx", "crosses", "crossesAt", "crossBetween", "majorUnit", "minorUnit", "dispUnits", "extLst",
	}
	ofCategories = []string{"auto", "lblAlgn", "lblOffset", "tickLblSkip", "tickMarkSkip", "noMultiLvlLbl"}
)

// A chart, CT_Chart (ECMA-376, part 1, 21.2.2.27), and what only one in three dimensions
// has, which annex does not draw.
var (
	flatChart = []string{"title", "autoTitleDeleted", "pivotFmts", "plotArea", "legend", "plotVisOnly", "dispBlanksAs", "showDLblsOverMax"}
	inSpace   = []string{"view3D", "floor", "sideWall", "backWall"}
)

// chart mends a chart of points, of bars or of lines; another kind has not been looked
// at, and is an error.
func chart(data []byte) ([]byte, error) {
	kinds := 0
	for kind, schema := range series {
		var err error
		data, err = each(data, kind, func(e element) ([]byte, error) {
			kinds++
			return each(e.whole, "ser", func(s element) ([]byte, error) {
				s2, err := s.inOrder(schema, ofAnotherKind[kind])
				if err != nil || kind != "scatterChart" {
					return s2, err
				}
				return each(s2, "xVal", atNumbers)
			})
		})
		if err != nil {
			return nil, err
		}
	}
	if kinds != 1 {
		return nil, fmt.Errorf("%d charts of a known kind in one, want 1", kinds)
	}
	data, err := each(data, "chart", func(e element) ([]byte, error) { return e.inOrder(flatChart, inSpace) })
	if err != nil {
		return nil, err
	}
	data, err = each(data, "legend", func(e element) ([]byte, error) { return oncePerName(e, data) })
	if err != nil {
		return nil, err
	}
	data, err = each(data, "valAx", func(e element) ([]byte, error) { return e.inOrder(numberAxis, ofCategories) })
	if err != nil {
		return nil, err
	}
	return once(data, `<lang val="en-US"></lang>`, `<lang val="nl-NL"></lang>`)
}

// atNumbers says that the cells along the axis hold numbers. excelize calls them texts,
// and a program that takes that at its word draws the points at 1, 2, 3 and so on.
func atNumbers(e element) ([]byte, error) {
	list, err := children(e.inner)
	if err != nil {
		return nil, err
	}
	if len(list) != 1 || list[0].name != "strRef" && list[0].name != "numRef" {
		return nil, fmt.Errorf("no reference to cells: %s", begin(e.inner))
	}
	ref, err := children(list[0].inner)
	if err != nil {
		return nil, err
	}
	if len(ref) == 0 || ref[0].name != "f" {
		return nil, fmt.Errorf("no reference to cells: %s", begin(e.inner))
	}
	return fmt.Appendf(nil, "<xVal><numRef>%s</numRef></xVal>", ref[0].whole), nil
}

// oncePerName leaves out of the legend of a chart each series whose name is that of one
// before it: the points that mark the same thing on several lines.
func oncePerName(legend element, chart []byte) ([]byte, error) {
	var hidden bytes.Buffer
	seen, nr := map[string]bool{}, -1
	_, err := each(chart, "ser", func(s element) ([]byte, error) {
		nr++
		_, name, _, ok, err := next(s.whole, "tx")
		if err != nil || !ok {
			return s.whole, err
		}
		if text := string(name.inner); !seen[text] {
			seen[text] = true
		} else {
			fmt.Fprintf(&hidden, `<legendEntry><idx val="%d"></idx><delete val="1"></delete></legendEntry>`, nr)
		}
		return s.whole, nil
	})
	if err != nil || hidden.Len() == 0 {
		return legend.whole, err
	}
	// CT_Legend (ECMA-376, part 1, 21.2.2.94): the entries stand behind the place.
	_, place, _, ok, err := next(legend.whole, "legendPos")
	if err != nil || !ok {
		return nil, fmt.Errorf("a legend without a place: %v", err)
	}
	return bytes.Replace(legend.whole, place.whole, append(bytes.Clone(place.whole), hidden.Bytes()...), 1), nil
}

// once replaces what must be there exactly once.
func once(data []byte, old, new string) ([]byte, error) {
	at := bytes.Index(data, []byte(old))
	if at < 0 || bytes.Contains(data[at+1:], []byte(old)) {
		return nil, fmt.Errorf("%s is not there once", old)
	}
	return slices.Replace(data, at, at+len(old), []byte(new)...), nil
}

// perDrawing is how many shape ids a drawing has; those of drawing 2 begin at 2048.
const perDrawing = 1024

// notes gives the shape of every note an id of its own, in the range of its drawing.
// excelize gives all of them that of the first.
func notes(name string, data []byte) ([]byte, error) {
	nr, err := strconv.Atoi(strings.TrimSuffix(strings.TrimPrefix(name, "xl/drawings/vmlDrawing"), ".vml"))
	if err != nil {
		return nil, err
	}
	const block, shape = `<o:idmap v:ext="edit" data="`, `<v:shape id="_x0000_s`
	if n := bytes.Count(data, []byte(block)); n != 1 {
		return nil, fmt.Errorf("%d blocks of ids, want 1", n)
	}
	numbered := func(data []byte, before string, number func() int) ([]byte, error) {
		parts := bytes.Split(data, []byte(before))
		var out bytes.Buffer
		out.Write(parts[0])
		for _, p := range parts[1:] {
			rest := bytes.TrimLeft(p, "0123456789")
			if len(rest) == len(p) || rest[0] != '"' {
				return nil, fmt.Errorf("no number behind %s", before)
			}
			fmt.Fprintf(&out, "%s%d%s", before, number(), rest)
		}
		return out.Bytes(), nil
	}
	data, err = numbered(data, block, func() int { return nr })
	if err != nil {
		return nil, err
	}
	id := nr * perDrawing
	return numbered(data, shape, func() int { id++; return id })
}

// contentTypes puts the types in order, and leaves out the file types that no part has.
func contentTypes(data []byte, names []string) ([]byte, error) {
	_, types, _, ok, err := next(data, "Types")
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, fmt.Errorf("no <Types>")
	}
	list, err := children(types.inner)
	if err != nil {
		return nil, err
	}
	has := map[string]bool{}
	for _, name := range names {
		has[strings.TrimPrefix(path.Ext(name), ".")] = true
	}
	const def, part = `<Default Extension="`, `<Override PartName="`
	kept := list[:0]
	for _, e := range list {
		switch {
		case bytes.HasPrefix(e.whole, []byte(def)):
			ext, _, _ := strings.Cut(string(e.whole[len(def):]), `"`)
			if has[ext] {
				kept = append(kept, e)
			}
		case bytes.HasPrefix(e.whole, []byte(part)):
			kept = append(kept, e)
		default:
			return nil, fmt.Errorf("neither a file type nor a part: %s", begin(e.whole))
		}
	}
	slices.SortFunc(kept, func(a, b element) int { return bytes.Compare(a.whole, b.whole) }) // "Default" before "Override"
	start := bytes.Index(data, types.inner)
	var out bytes.Buffer
	out.Write(data[:start])
	for _, e := range kept {
		out.Write(e.whole)
	}
	out.WriteString("</Types>")
	return out.Bytes(), nil
}
