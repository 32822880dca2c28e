package pdf

import "slices"

// A role is what a piece of content is to its reader, named as the standard
// structure types of PDF (ISO 32000-1, 14.8.4).
type role string

const (
	roleDocument  role = "Document"
	roleSection   role = "Sect"
	roleGroup     role = "Div"
	roleTitle     role = "H1"
	roleParagraph role = "P"
	roleList      role = "L"
	roleListItem  role = "LI"
	roleLabel     role = "Lbl"
	roleListBody  role = "LBody"
	roleTable     role = "Table"
	roleCaption   role = "Caption"
	roleTableHead role = "THead"
	roleTableBody role = "TBody"
	roleRow       role = "TR"
	roleHeadCell  role = "TH"
	roleCell      role = "TD"
	roleFigure    role = "Figure"
	roleLink      role = "Link"
)

// headingRoles are the headings from the title on down.
var headingRoles = [...]role{roleTitle, "H2", "H3", "H4"}

// A scope says which cells a header cell is the header of.
type scope string

const (
	scopeColumn scope = "Column"
	scopeRow    scope = "Row"
)

// An element is a node of the document's structure. Content that falls apart
// on paper (a paragraph over two pages) keeps one element. An element holds
// other elements or content of its own, not both.
type element struct {
	role    role
	parent  *element
	kids    []*element // in reading order
	title   string     // a name for programs: the id of the line that a cell shows
	alt     string     // what a figure shows, in words
	summary string     // what a table holds, for who cannot see it
	scope   scope      // of a header cell
	colSpan int        // how many columns a cell takes, when that is more than one

	// What became of it on paper.
	marks  []mark
	links  []*link
	start  *place // where it begins, if the canvas was told
	extent extent // of a figure: what it covers
}

// child adds an element that is read after those that were added before.
func (e *element) child(r role) *element {
	kid := &element{role: r, parent: e}
	e.kids = append(e.kids, kid)
	return kid
}

func (e *element) root() *element {
	for e.parent != nil {
		e = e.parent
	}
	return e
}

// A mark is a stretch of content on a page. Pages count from 0, and so do the
// marks of each.
type mark struct{ page, id int }

// A place is a height on a page, in mm from its top.
type place struct {
	page int
	y    float64
}

// A target is where a link leads: to a web address, or else to the place where
// an element of this document begins.
type target struct {
	address string
	element *element
	says    string // what the link is, for who cannot see it
}

// A link is a part of a page that leads somewhere: one or more rectangles.
type link struct {
	page   int
	target target
	areas  []area
}

// An area is a rectangle on a page, in mm from its left and its top.
type area struct{ x, y, w, h float64 }

// An extent grows to hold what is drawn of an element, as long as that is on
// one page.
type extent struct {
	area
	pages []int
}

func (e *extent) add(page int, a area) {
	if !slices.Contains(e.pages, page) {
		e.pages = append(e.pages, page)
		if len(e.pages) == 1 {
			e.area = a
			return
		}
	}
	right, bottom := max(e.x+e.w, a.x+a.w), max(e.y+e.h, a.y+a.h)
	e.x, e.y = min(e.x, a.x), min(e.y, a.y)
	e.w, e.h = right-e.x, bottom-e.y
}
