package pdfcheck

import (
	"fmt"
	"maps"
	"slices"

	"annex/render/pdf/object"
	"annex/render/pdf/tagged"
)

// maxContent bounds what the pages of a document may hold together.
const maxContent = 16 << 20

// operators are those of ISO 32000-1, annex A, that annex may use: true for those
// that paint.
var operators = map[string]bool{
	"q": false, "Q": false, "cm": false, "w": false, "J": false, "j": false, "M": false, "d": false, "i": false, "gs": false,
	"m": false, "l": false, "c": false, "v": false, "y": false, "h": false, "re": false, "W": false, "W*": false, "n": false,
	"S": true, "s": true, "f": true, "F": true, "f*": true, "B": true, "B*": true, "b": true, "b*": true,
	"BT": false, "ET": false, "Tc": false, "Tw": false, "Tz": false, "TL": false, "Tf": false, "Tr": false, "Ts": false,
	"Td": false, "TD": false, "Tm": false, "T*": false, "Tj": true, "TJ": true, "'": true, "\"": true,
	"g": false, "G": false, "rg": false, "RG": false, "Do": true, "BI": true,
	"BMC": false, "BDC": false, "EMC": false,
}

// colourOperators choose a colour that the output intent does not cover, or may
// not.
var colourOperators = []string{"k", "K", "cs", "CS", "sc", "SC", "scn", "SCN", "ri", "sh"}

// contents goes through each page, operator by operator.
func (c *checker) contents() {
	c.known = map[object.Object]*tagged.Font{}
	c.used = map[*tagged.Font]map[int]bool{}
	limit := maxContent
	for i, ref := range c.pages {
		page := c.file.Dict(ref)
		c.page(pageName(i+1), page)
		p := &pageChecker{checker: c, where: pageName(i + 1), page: page, marks: map[int]int{}}
		c.marks = append(c.marks, p.marks)
		data, err := c.file.Content(page, limit)
		if err != nil {
			c.add(Unreadable, p.where, "%v", err)
			continue
		}
		limit -= len(data)
		p.follow = tagged.NewPage(c.file, page, c.known, &limit)
		p.run(data)
	}
}

// page checks what a page says of itself (ISO 14289-1, 7.18.3; ISO 32000-1, 14.7.4.4).
func (c *checker) page(where string, page object.Dict) {
	if c.file.Name(page["Tabs"]) != "S" {
		c.add(Page, where, "Tabs is not S")
	}
	if _, ok := c.file.Int(page["StructParents"]); !ok {
		c.add(Page, where, "no StructParents")
	}
	// ISO 19005-2, 6.1.13: from 3 to 14400 units.
	if b, ok := c.box(page); !ok {
		c.add(Page, where, "no MediaBox")
	} else if w, h := b[2]-b[0], b[3]-b[1]; min(w, h) < 3 || max(w, h) > 14400 {
		c.add(Page, where, "a page of %g by %g", w, h)
	}
	if c.file.Dict(c.file.Inherited(page, "Resources")) == nil {
		c.add(Page, where, "no Resources")
	}
}

// box gives the four sides of a page, and whether it has them.
func (c *checker) box(page object.Dict) ([4]float64, bool) {
	return c.rectangle(c.file.Inherited(page, "MediaBox"))
}

func (c *checker) rectangle(o object.Object) (sides [4]float64, ok bool) {
	a := c.file.Array(o)
	if len(a) != 4 {
		return sides, false
	}
	for i := range sides {
		if sides[i], ok = c.file.Float(a[i]); !ok {
			return sides, false
		}
	}
	return sides, sides[0] <= sides[2] && sides[1] <= sides[3]
}

// pageChecker is a page being gone through.
type pageChecker struct {
	*checker
	where  string
	page   object.Dict
	follow *tagged.Page
	marks  map[int]int // how often each MCID begins
	open   []string    // marked content: "artifact", or "mark 3"
	states int         // q without Q
	inText bool
	told   map[string]bool // what was found before on this page
}

// once adds a finding of which a page may have thousands.
func (p *pageChecker) once(code Code, format string, args ...any) {
	what := fmt.Sprintf(format, args...)
	if p.told == nil {
		p.told = map[string]bool{}
	}
	if key := string(code) + what; !p.told[key] {
		p.told[key] = true
		p.add(code, p.where, "%s", what)
	}
}

func (p *pageChecker) run(data []byte) {
	for op, err := range object.Operations(data) {
		if err != nil {
			p.add(Unreadable, p.where, "%v", err)
			return
		}
		paints, known := operators[op.Operator]
		switch {
		case slices.Contains(colourOperators, op.Operator):
			p.once(Colour, "the operator %s: a colour that is not grey or RGB", op.Operator)
		case !known:
			p.once(Content, "the operator %s", op.Operator)
		case paints && len(p.open) == 0:
			p.once(Unmarked, "the operator %s outside marked content", op.Operator)
		}
		p.nesting(op)
		shown, err := p.follow.Do(op)
		if err != nil {
			p.add(Unreadable, p.where, "%v", err)
			return
		}
		if shown != nil {
			p.shown(shown)
		}
	}
	if p.states != 0 || p.inText || len(p.open) != 0 {
		p.add(Marks, p.where, "what begins at its end does not end: q, BT or marked content")
	}
	for n := range len(p.marks) {
		if _, ok := p.marks[n]; !ok {
			p.add(MCID, p.where, "its marks are not numbered from 0 to %d: there is no %d", len(p.marks)-1, n)
			break
		}
	}
	for _, n := range slices.Sorted(maps.Keys(p.marks)) {
		if p.marks[n] > 1 {
			p.add(MCID, p.where, "mark %d stands there %d times", n, p.marks[n])
		}
	}
}

func (p *pageChecker) nesting(op object.Operation) {
	switch op.Operator {
	case "q":
		if p.states++; p.states > deepestState {
			p.once(Forbidden, "more than %d graphics states in each other", deepestState)
		}
		if p.inText {
			p.once(Content, "q inside text")
		}
	case "Q":
		if p.states--; p.inText {
			p.once(Content, "Q inside text")
		}
	case "BT":
		if p.inText {
			p.once(Content, "BT inside text")
		}
		p.inText = true
	case "ET":
		if !p.inText {
			p.once(Content, "ET without BT")
		}
		p.inText = false
	case "BMC", "BDC":
		p.begin(op)
	case "EMC":
		if len(p.open) == 0 {
			p.once(Marks, "EMC without BDC")
			return
		}
		p.open = p.open[:len(p.open)-1]
	case "Do":
		p.image(op)
	case "BI":
		p.once(Content, "an image in the page itself")
	case "gs":
		p.once(Content, "a graphics state by name, which annex does not use")
	}
}

func (p *pageChecker) begin(op object.Operation) {
	what := ""
	if n, ok := tagged.MCID(p.file, p.page, op); ok {
		what = fmt.Sprintf("mark %d", n)
		p.marks[n]++
		if n < 0 {
			p.add(MCID, p.where, "a mark with number %d", n)
		}
	} else if len(op.Operands) > 0 && op.Operands[0] == object.Name("Artifact") {
		what = "artifact"
	} else {
		p.once(Marks, "marked content that is no artifact and has no MCID")
	}
	if len(p.open) > 0 {
		p.add(Marks, p.where, "%s begins inside %s", what, p.open[len(p.open)-1])
	}
	p.open = append(p.open, what)
}

// image checks what Do paints (ISO 19005-2, 6.2.8 and 6.2.4).
func (p *pageChecker) image(op object.Operation) {
	var name object.Name
	if len(op.Operands) == 1 {
		name, _ = op.Operands[0].(object.Name)
	}
	resources := p.file.Dict(p.file.Inherited(p.page, "Resources"))
	s := p.file.Stream(p.file.Dict(resources["XObject"])[name])
	if s == nil || p.file.Name(s.Dict["Subtype"]) != "Image" {
		p.once(Content, "Do paints %q, which is no image", string(name))
		return
	}
	if s.Dict["Interpolate"] == true {
		p.once(Forbidden, "image %s is interpolated", name)
	}
	space := p.file.Resolve(s.Dict["ColorSpace"])
	if indexed, ok := space.(object.Array); ok && len(indexed) == 4 && p.file.Name(indexed[0]) == "Indexed" {
		space = p.file.Resolve(indexed[1])
	}
	if space != object.Name("DeviceRGB") && space != object.Name("DeviceGray") && s.Dict["ImageMask"] != true {
		p.once(Colour, "image %s has colours that are not grey or RGB", name)
	}
}

// shown notes which letters of a font are used.
func (p *pageChecker) shown(s *tagged.Shown) {
	if p.used[s.Font] == nil {
		p.used[s.Font] = map[int]bool{}
	}
	for _, code := range s.Codes {
		p.used[s.Font][code] = true
	}
	if !p.inText {
		p.once(Content, "text outside BT and ET")
	}
}
