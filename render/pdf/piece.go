package pdf

import "slices"

// A bond says how strongly a piece holds on to the piece after it.
type bond int

// What is too much for one page gives way at its weakest bonds first.
const (
	loose     bond = iota
	wished         // better not apart: a table and its note
	together       // asked for: the rows of a table that is kept on one page
	preferred      // better not apart even then: a total and the second row above it
	kept           // what would stand alone: the first rows of a table, a total and the row above it
	firm           // never apart: a heading and what it heads
)

// A pieceKind tells pieces apart; the page breaker does not look at it, the
// tests do.
type pieceKind int

const (
	textPiece pieceKind = iota
	headingPiece
	boxPiece
	tableHeadPiece
	rowPiece
	barPiece
	fieldPiece
	contentsPiece
)

// A piece is a stretch of the document that is placed on a page as one: a
// paragraph, a table row, a bar of a figure.
type piece struct {
	kind   pieceKind
	before float64 // white space above; left out at the top of a page
	height float64
	bond   bond
	// yields: the bond gives way rather than leave much of a page white.
	yields bool
	// newPage: starts a page.
	newPage bool
	// afterFront: starts a page if all pieces before it stand on the first.
	afterFront bool
	// flows: may be split wherever the page is full. Other pieces are split only
	// when they are higher than a page.
	flows bool
	// least is the smallest height that split leaves on the first page.
	least float64
	// split cuts the piece so that the head is at most avail high. It gives nil
	// for a head when that cannot be done well, unless force is set.
	split func(avail float64, force bool) (head, rest *piece)
	// listed, if set, is told on which page the piece comes to stand.
	listed *listing
	// again is drawn above this piece when it starts a page: the table header.
	again *piece
	draw  func(c *canvas, y float64)
}

// A frame is the part of the page that holds the text, in mm from the top.
type frame struct{ top, bottom float64 }

func (f frame) height() float64 { return f.bottom - f.top }

// placed is a piece with its place on the page.
type placed struct {
	piece *piece
	y     float64
}

// rounding absorbs floating-point differences when heights are compared.
const rounding = 1e-6

// paginate divides the pieces over pages.
func paginate(pieces []*piece, f frame) [][]placed {
	var pages [][]placed
	front := frontOf(pieces, f)
	for len(pieces) > 0 || len(pages) == 0 {
		n := min(1, len(pieces))
		for n < len(pieces) && !pieces[n].newPage && (n != front || len(pages) > 0) {
			n++
		}
		pages = append(pages, paginatePart(pieces[:n], f)...)
		pieces = pieces[n:]
	}
	return pages
}

// frontOf counts the pieces of a first page that stands alone; 0 if there is none.
func frontOf(pieces []*piece, f frame) int {
	n := slices.IndexFunc(pieces, func(p *piece) bool { return p.afterFront })
	if n <= 0 || slices.ContainsFunc(pieces[1:n], func(p *piece) bool { return p.newPage }) || len(paginatePart(pieces[:n], f)) > 1 {
		return 0
	}
	return n
}

// littleOnPage is how little of a page it is worth to save.
const littleOnPage = 0.3

// tightPages is how many pages may give room to save one.
const tightPages = 7

// paginatePart divides a part of the document that starts on a new page. When
// little of it is left for its last page, and that fits on the pages before with
// less white space between the pieces, it is put there.
func paginatePart(pieces []*piece, f frame) [][]placed {
	pages := paginateWith(pieces, f, 1)
	last := pages[len(pages)-1]
	if len(pages) == 1 || len(last) == 0 {
		return pages
	}
	end := last[len(last)-1]
	if end.y+end.piece.height-f.top > littleOnPage*f.height() {
		return pages
	}
	// No more white space is taken than it needs, and rather a little from some
	// pages than much from one.
	for _, white := range []float64{0.8, 0.65, 0.5} {
		for from := len(pages) - 2; from >= max(0, len(pages)-tightPages); from-- {
			if tight := paginateWith(piecesOn(pages[from:]), f, white); len(tight) < len(pages)-from {
				return append(slices.Clone(pages[:from]), tight...)
			}
		}
	}
	return pages
}

// piecesOn gives the pieces that were put on these pages, without the table
// headers that were repeated there.
func piecesOn(pages [][]placed) (pieces []*piece) {
	for _, page := range pages {
		for i, p := range page {
			if i+1 < len(page) && page[i+1].piece.again == p.piece {
				continue
			}
			pieces = append(pieces, p.piece)
		}
	}
	return pieces
}

// paginateWith divides the pieces with this part of the white space between them.
func paginateWith(pieces []*piece, f frame, white float64) [][]placed {
	p := &paginator{frame: f, y: f.top, white: white}
	p.placeChains(pieces, wished)
	if len(p.current) > 0 || len(p.pages) == 0 {
		p.turn()
	}
	return p.pages
}

// placeChains places pieces chain by chain. What is too much for one page is
// tried again with the next stronger bond only.
func (p *paginator) placeChains(pieces []*piece, b bond) {
	for len(pieces) > 0 {
		n := chain(pieces, b)
		if pieces[0].newPage && len(p.current) > 0 {
			p.turn()
		}
		switch {
		case p.placeTogether(pieces[:n]):
		case b < firm:
			p.placeChains(pieces[:n], b+1)
		default:
			for _, piece := range pieces[:n] {
				p.place(piece)
			}
		}
		pieces = pieces[n:]
	}
}

// chain counts the pieces from the first on that hold on to each other.
func chain(pieces []*piece, b bond) int {
	n := 1
	for n < len(pieces) && pieces[n-1].bond >= b && !pieces[n].newPage {
		n++
	}
	return n
}

type paginator struct {
	frame   frame
	pages   [][]placed
	current []placed
	y       float64
	white   float64 // the part of the white space between pieces that is kept
}

func (p *paginator) turn() {
	p.pages = append(p.pages, p.current)
	p.current, p.y = nil, p.frame.top
}

// placeTogether puts pieces on one page, a new one if need be. It gives false,
// and places nothing, when they do not fit on any.
func (p *paginator) placeTogether(pieces []*piece) bool {
	if p.y+p.needed(pieces, len(p.current) == 0) > p.frame.bottom+rounding {
		if p.needed(pieces, true) > p.frame.height()+rounding {
			return false
		}
		for _, piece := range pieces[:p.yielding(pieces)] {
			p.place(piece)
			pieces = pieces[1:]
		}
		p.turn()
	}
	for _, piece := range pieces {
		p.place(piece)
	}
	return true
}

const (
	// muchWhite is the part of a page, in mm, that is not left white for a bond that yields.
	muchWhite = 45.0
	// mostWhite is the part of a page that is not left white for a wish.
	mostWhite = 0.4
	// notALine is what has to stand together on the next page, in mm, for a wish to
	// give way: no source without its table.
	notALine = 25.0
)

func (p *paginator) mostIsWhite() bool { return p.frame.bottom-p.y > mostWhite*p.frame.height() }

// yielding counts the pieces of a chain that does not fit that are put on this
// page all the same, because it would stay too empty otherwise.
func (p *paginator) yielding(pieces []*piece) int {
	if p.frame.bottom-p.y < muchWhite {
		return 0
	}
	for n := len(pieces) - 1; n > 0; n-- {
		yields := pieces[n-1].yields || pieces[n-1].bond == wished && p.mostIsWhite() && p.needed(pieces[n:], true) >= notALine
		if yields && p.y+p.needed(pieces[:n], len(p.current) == 0) <= p.frame.bottom+rounding {
			return n
		}
	}
	return 0
}

// needed is the room a chain takes. Of the last piece only the part that has to
// stand on the same page counts.
func (p *paginator) needed(pieces []*piece, atTop bool) float64 {
	sum := 0.0
	for i, piece := range pieces {
		switch {
		case i > 0 || !atTop:
			sum += piece.before * p.white
		case piece.again != nil:
			sum += piece.again.height
		}
		if i == len(pieces)-1 && p.splits(piece) {
			sum += piece.least
		} else {
			sum += piece.height
		}
	}
	return sum
}

func (p *paginator) splits(piece *piece) bool {
	if piece.split == nil {
		return false
	}
	full := p.frame.height()
	if piece.again != nil {
		full -= piece.again.height
	}
	return piece.flows || piece.height > full+rounding
}

// place puts one piece down, over as many pages as it takes.
func (p *paginator) place(piece *piece) {
	for {
		atTop := len(p.current) == 0
		if atTop && piece.again != nil {
			p.put(piece.again, 0)
		}
		before := piece.before * p.white
		if atTop {
			before = 0
		}
		avail := p.frame.bottom - p.y - before
		if piece.height <= avail+rounding {
			p.put(piece, before)
			return
		}
		if p.splits(piece) {
			if head, rest := piece.split(avail, atTop); head != nil {
				head.listed = piece.listed
				p.put(head, before)
				rest.again = piece.again
				piece = rest
			}
		} else if atTop {
			p.put(piece, before) // cannot happen: what is higher than a page can be split
			return
		}
		p.turn()
	}
}

func (p *paginator) put(piece *piece, before float64) {
	p.y += before
	p.current = append(p.current, placed{piece, p.y})
	p.y += piece.height
}
