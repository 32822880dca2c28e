package pdf

import (
	"strings"

	"annex/render"
)

// layout turns the blocks of a document into pieces, in reading order.
type layout struct {
	// part is what the next block becomes a part of: the document, or the section
	// of a heading of level 1.
	part   *element
	level  int // of the heading before, the title being 1; 0 before any
	pieces []*piece
	after  float64 // white space the block before asks for below it
	headed bool    // the block before is a heading
	under  string  // the heading of level 1 or 2 that the next block stands under
	// outlined: a heading of level 1 has been bookmarked.
	outlined bool
	// intro is how many of the paragraphs that come next stay with the heading
	// above them and with what they lead up to.
	intro    int
	patterns map[string]pattern
	alike    map[string]render.Tabel // the tables with the same columns, as one
	columns  map[string][]column     // of those, once they are placed
	listed   map[int]*listing        // the headings in the table of contents, by their place among the blocks
}

func layOut(d *render.Document) []*piece {
	l := &layout{part: &element{role: roleDocument}, patterns: patternsOf(d.Blokken), listed: listedIn(d.Blokken),
		alike: alike(d.Blokken), columns: map[string][]column{}}
	if d.Briefhoofd != nil {
		l.letterhead(d.Briefhoofd)
	}
	l.title(d)
	for i, b := range d.Blokken {
		switch b := b.(type) {
		case render.Kop:
			l.heading(b, l.listed[i])
			l.intro = introduction(b, d.Blokken[i+1:])
		case render.Alinea:
			if b.Stijl == render.Klein && i > 0 {
				l.annotates(d.Blokken[i-1])
			}
			l.paragraph(b, l.bondOf(b, d.Blokken[i+1:]))
		case render.Lijst:
			l.list(b)
		case render.Tabel:
			l.table(b)
		case render.Figuur:
			l.figure(b)
		case render.Inhoudsopgave:
			l.contents(b, len(d.Blokken))
		case render.Code:
			l.code(b)
		case render.Invulvelden:
			l.fields(b)
		}
	}
	return l.pieces
}

// introLines is how many lines of text may stand between a heading and its table
// and still be kept with both.
const introLines = 6

// introduction counts the paragraphs that stay with the heading before them and
// with the table, figure, list or subheading that they lead up to. A heading
// whose text ends there, or is long, may have its text alone; what is signed is
// held to the lines to sign on, however long it is.
func introduction(k render.Kop, rest []render.Blok) int {
	lines := 0
	for i, b := range rest {
		switch b := b.(type) {
		case render.Alinea:
			lines += paragraphLines(b)
		case render.Kop:
			if b.Niveau <= k.Niveau || b.NieuwePagina || lines > introLines {
				return 0
			}
			return i
		case render.Invulvelden:
			return i
		default:
			if lines > introLines {
				return 0
			}
			return i
		}
	}
	return 0
}

// bondOf says how a paragraph holds on to what comes after it.
func (l *layout) bondOf(a render.Alinea, rest []render.Blok) bond {
	if l.intro > 0 {
		l.intro--
		return kept
	}
	if len(rest) == 0 || paragraphLines(a) > introLines {
		return loose // a long paragraph is rather split
	}
	if lastLine(rest) {
		return wished
	}
	if !strings.HasSuffix(a.Tekst, ":") {
		return loose
	}
	// It announces the block after it: "De ouders dragen bij als volgt:".
	switch next := rest[0].(type) {
	case render.Tabel:
		if next.Bijeen {
			return wished // rather without its announcement than over two pages
		}
		return kept
	case render.Lijst, render.Figuur:
		return wished
	}
	return loose
}

// annotates draws the small print that comes next close to the table or figure
// it belongs to, and rather not on a page without what goes before it.
func (l *layout) annotates(previous render.Blok) {
	switch previous := previous.(type) {
	case render.Tabel, render.Figuur:
		l.after = smallGap
	case render.Alinea:
		if previous.Stijl != render.Klein {
			return
		}
	case render.Lijst:
	default:
		return
	}
	if len(l.pieces) > 0 {
		last := l.pieces[len(l.pieces)-1]
		last.bond = max(last.bond, wished)
	}
}

// add appends a piece with at least the given white space above it; right after
// a heading half of that will do.
func (l *layout) add(p *piece, before, after float64) {
	if l.headed {
		before /= 2
	}
	p.before = max(before, l.after)
	l.after, l.headed = after, false
	l.pieces = append(l.pieces, p)
}

func (l *layout) title(d *render.Document) {
	for _, t := range []struct {
		text  string
		style textStyle
		role  func() role
	}{{d.Titel, titleStyle, func() role { return l.headingRole(1) }}, {d.Ondertitel, subtitleStyle, func() role { return roleParagraph }}} {
		if t.text == "" {
			continue
		}
		p := textBlock{element: l.part.child(t.role()), style: t.style, kind: headingPiece, x: marginLeft,
			lines: breakLines(t.style, t.text, textWidth)}.piece()
		p.bond = firm
		l.add(p, 1.2, 0)
	}
	l.add(&piece{kind: headingPiece, height: 0.6, bond: firm, draw: func(c *canvas, y float64) {
		c.artifact(artifactLayout, func() { c.fill(marginLeft, y, textWidth, 0.6, accent) })
	}}, 3.2, 5.5)
}

func (l *layout) heading(k render.Kop, listed *listing) {
	n := min(max(k.Niveau, 1), len(headingStyles)) - 1
	style := headingStyles[n]
	lines := breakLines(style, k.Tekst, textWidth)
	if len(lines) == 0 {
		return
	}
	if n == 0 {
		l.part = l.part.root().child(roleSection)
	}
	block := textBlock{element: l.part.child(l.headingRole(n + 2)), style: style, kind: headingPiece, x: marginLeft, lines: lines}
	block.first = func(c *canvas, y float64) { c.begins(block.element, y) }
	if n < 2 {
		level := n
		if !l.outlined {
			level = 0 // it is part of no other
		}
		l.outlined = l.outlined || n == 0
		block.first = func(c *canvas, y float64) {
			c.begins(block.element, y)
			c.bookmark(k.Tekst, level, y)
		}
	}
	p := block.piece()
	p.bond, p.newPage, p.afterFront, p.listed = firm, k.NieuwePagina, k.NaVoorblad, listed
	if listed != nil {
		listed.element = block.element
	}
	l.add(p, headingBefore[n], headingAfter[n])
	l.headed = true
	if n < 2 { // below that, a heading can be of one table only
		l.under = k.Tekst
	}
}

// headingRole is the role of a heading of the given level, where the title has
// level 1. No level is passed over: a listener would look for what is missing.
func (l *layout) headingRole(level int) role {
	l.level = min(level, l.level+1)
	return headingRoles[l.level-1]
}

// lastLine says whether the text under a heading ends with these blocks, with a
// paragraph of one line: at the top of a page it would stand alone.
func lastLine(rest []render.Blok) bool {
	a, ok := rest[0].(render.Alinea)
	if !ok || paragraphLines(a) != 1 {
		return false
	}
	if len(rest) == 1 {
		return true
	}
	_, heading := rest[1].(render.Kop)
	return heading
}

func paragraphLines(a render.Alinea) int {
	style, width := paragraphStyle(a.Stijl)
	return len(breakLines(style, a.Tekst, width))
}

// paragraphStyle is how a paragraph is set, and in what width.
func paragraphStyle(s render.Stijl) (textStyle, float64) {
	switch s {
	case render.Klein:
		return smallStyle, measure
	case render.Nadruk:
		return strongStyle, measure
	case render.Kader:
		return bodyStyle, textWidth - boxBar - 2*boxPadding
	}
	return bodyStyle, measure
}

func (l *layout) paragraph(a render.Alinea, b bond) {
	style, width := paragraphStyle(a.Stijl)
	lines := breakLines(style, a.Tekst, width)
	if len(lines) == 0 {
		return
	}
	block := textBlock{element: l.part.child(roleParagraph), style: style, x: marginLeft, flows: true, lines: lines}
	before, after := paragraphGap, paragraphGap
	switch a.Stijl {
	case render.Klein:
		before, after = smallGap, smallGap
	case render.Kader:
		block.boxed, block.flows, block.kind = true, false, boxPiece
		before, after = boxGap, boxGap
		if n := len(l.pieces); n > 0 && l.pieces[n-1].kind == boxPiece { // one of several warnings
			l.after, before = betweenBoxes, betweenBoxes
		}
	}
	p := block.piece()
	p.bond = b
	l.add(p, before, after)
}

const (
	bullet       = "–"
	bulletIndent = 5.0
)

func (l *layout) list(list render.Lijst) {
	var e *element
	for _, point := range list.Punten {
		lines := breakLines(bodyStyle, point, measure-bulletIndent)
		if len(lines) == 0 {
			continue
		}
		before := listItemGap
		if e == nil {
			e = l.part.child(roleList)
			before = paragraphGap
		}
		item := e.child(roleListItem)
		label := item.child(roleLabel)
		l.add(textBlock{element: item.child(roleListBody), style: bodyStyle, x: marginLeft + bulletIndent, flows: true, lines: lines,
			first: func(c *canvas, y float64) {
				c.content(label, func() { c.text(bodyStyle, marginLeft, y, bullet) })
			}}.piece(), before, 0)
	}
	l.after = paragraphGap
}
