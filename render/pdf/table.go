package pdf

import (
	"slices"

	"annex/render"
)

const (
	cellPadding   = 1.4 // left and right of a cell
	afterAmounts  = 3.2 // extra room between an amount and the text to the right of it
	rowAbove      = 1.1 // above the text of a row
	rowBelow      = 1.2
	narrowColumn  = 13.0 // a first column up to this width holds row numbers
	widestWordMax = 0.4  // of the table: a longer word is broken
	wholeHead     = 30.0 // the widest head of amounts that is rather not broken
	// repeatedHeader is the most that is repeated on each page: more would leave too
	// little for the rows.
	repeatedHeader = 40.0
)

// A column is a column with its place on the page.
type column struct {
	x, width float64 // of the text, without the padding
	right    bool
	numbers  bool
	// gutter is extra padding on the left.
	gutter float64
	// hang is kept free at the right for a mark.
	hang float64
}

// wholeRow is the column of a subheading.
var wholeRow = column{x: marginLeft + cellPadding, width: textWidth - 2*cellPadding}

// A cellLine is one line of text in a cell.
type cellLine struct {
	element *element
	style   textStyle
	text    string
	target  target // what the line leads to, if its element is a link
}

// A cell is the lines of one cell of one row.
type cell struct {
	column column
	lines  []cellLine
}

func (c cell) height() float64 {
	sum := 0.0
	for _, l := range c.lines {
		sum += l.style.leading
	}
	return sum
}

// tableLayout is a table being laid out.
type tableLayout struct {
	rows    *element // what the next row is a part of
	table   render.Tabel
	columns []column
	// naming is the column whose cells name their rows; -1 for none.
	naming int
}

func (l *layout) table(t render.Tabel) {
	headed := slices.ContainsFunc(t.Kolommen, func(k render.Kolom) bool { return k.Kop != "" || k.Onder != "" })
	if !headed && len(t.Rijen) == 0 && t.Bijschrift == "" {
		return
	}
	e := l.part.child(roleTable)
	e.summary = t.Inhoud
	tl := &tableLayout{rows: e, table: t, columns: l.columnsOf(t)}
	tl.naming = namingColumn(tl.columns)
	before := blockGap
	if lines := breakLines(captionStyle, t.Bijschrift, textWidth); len(lines) > 0 {
		p := textBlock{element: e.child(roleCaption), style: captionStyle, kind: headingPiece, x: marginLeft, lines: lines}.piece()
		p.bond = firm
		l.add(p, before, 0)
		before = 1.2
	}
	over := continuation{name: l.under}
	if t.Bijschrift != "" {
		over.name = t.Bijschrift
	}
	if headed {
		if len(t.Rijen) > 0 { // a head needs a body
			tl.rows = e.child(roleTableHead)
		}
		header := tl.header()
		p := header.piece()
		p.bond = firm
		l.add(p, before, 0)
		before = 0
		over.rows = []tableRow{header}
	}
	again := over.piece()
	l.after = 0
	if len(t.Rijen) > 0 {
		tl.rows = e.child(roleTableBody)
	}
	for i, r := range t.Rijen {
		p := tl.row(r)
		if r.Soort == render.Tussenkop {
			p.again, again = over.piece(), over.under(r).piece()
		} else {
			p.again = again
		}
		if i+1 < len(t.Rijen) {
			p.bond = rowBond(t, i)
			p.yields = p.bond == preferred && !t.Bijeen
		}
		l.add(p, before, 0)
		before = 0
	}
	l.after = blockGap
}

// What of a table never stands alone on a page, in rows that are no subheading.
const (
	firstRows = 3
	lastRows  = 2
)

// rowBond says how row i holds on to the next one.
func rowBond(t render.Tabel, i int) bond {
	rows := t.Rijen
	switch {
	case rows[i].Soort == render.Tussenkop:
		return firm
	case rows[i+1].Soort == render.Totaalrij, // an outcome and what it follows from
		fewRows(rows[:i+1], firstRows), fewRows(rows[i+1:], lastRows):
		return kept
	case i+2 < len(rows) && rows[i+2].Soort == render.Totaalrij && rows[i].Soort != render.Totaalrij, // a second row to follow from
		i > 0 && rows[i-1].Soort == render.Tussenkop && rows[i+1].Soort != render.Tussenkop:
		return preferred
	case t.Bijeen:
		return together
	}
	return loose
}

// fewRows says whether these are fewer rows than n, without the subheadings.
func fewRows(rows []render.Rij, n int) bool {
	for _, r := range rows {
		if r.Soort != render.Tussenkop {
			n--
		}
		if n == 0 {
			return false
		}
	}
	return true
}

// namingColumn is the first column of text: its cells say what their rows are
// about. A table of one column has none, nor has one of amounts alone.
func namingColumn(columns []column) int {
	if len(columns) == 1 {
		return -1
	}
	return slices.IndexFunc(columns, func(c column) bool { return !c.numbers && !c.right })
}

// header lays out the row of column heads.
func (tl *tableLayout) header() tableRow {
	row := tableRow{head: true}
	e := tl.rows.child(roleRow)
	for i, k := range tl.table.Kolommen {
		style := columnHeadStyle
		if tl.columns[i].numbers {
			style = rowNumberStyle
		}
		head := e.child(roleCell)
		if k.Kop != "" || k.Onder != "" {
			head.role, head.scope = roleHeadCell, scopeColumn
		}
		row.cells = append(row.cells, layCell(head, tl.columns[i], cellText{style: style, text: k.Kop}, cellText{style: underCellStyle, text: k.Onder}))
	}
	return row
}

func (tl *tableLayout) row(r render.Rij) *piece {
	row := tableRow{kind: r.Soort}
	e := tl.rows.child(roleRow)
	if r.Soort == render.Tussenkop {
		head := e.child(roleCell)
		head.colSpan = len(tl.columns)
		if len(r.Cellen) > 0 {
			if c := r.Cellen[0]; c.Tekst != "" || len(c.Onder) > 0 {
				head.role, head.scope = roleHeadCell, scopeColumn // of the cells below it
			}
			row.cells = []cell{tl.cell(head, r, r.Cellen[0], wholeRow)}
		}
		return row.piece()
	}
	for i, col := range tl.columns {
		filled := e.child(roleCell)
		if i >= len(r.Cellen) {
			continue // what is left out is empty: each row has a cell in each column
		}
		c := r.Cellen[i]
		if i == tl.naming && c.Tekst != "" {
			filled.role, filled.scope = roleHeadCell, scopeRow
		}
		row.cells = append(row.cells, tl.cell(filled, r, c, col))
	}
	return row.piece()
}

func (tl *tableLayout) cell(e *element, r render.Rij, c render.Cel, col column) cell {
	e.title = c.Regel
	style, under := rowStyles(r.Soort, col)
	texts := []cellText{{style: style, text: c.Tekst, address: c.Verwijzing}}
	for _, text := range c.Onder {
		texts = append(texts, cellText{style: under, text: text})
	}
	return layCell(e, col, texts...)
}

// A cellText is one of the texts of a cell.
type cellText struct {
	style   textStyle
	text    string
	address string // the web address that the text leads to; may be empty
}

// layCell sets the texts of a cell below each other. If there is more than one,
// each is a paragraph, so that a listener hears where one ends.
func layCell(e *element, col column, texts ...cellText) cell {
	texts = slices.DeleteFunc(texts, func(t cellText) bool { return t.text == "" })
	laid := cell{column: col}
	for _, t := range texts {
		holder, to := e, target{}
		if len(texts) > 1 {
			holder = e.child(roleParagraph)
		}
		if t.address != "" {
			holder, to = holder.child(roleLink), target{address: t.address, says: t.text}
		}
		for _, line := range breakLines(t.style, t.text, col.room(t.text)) {
			laid.lines = append(laid.lines, cellLine{holder, t.style, line, to})
		}
	}
	return laid
}

// rowStyles gives the style of the text of a cell and of what is below it.
func rowStyles(kind render.RijSoort, col column) (text, under textStyle) {
	text, under = cellStyle, underCellStyle
	if col.numbers {
		text = rowNumberStyle
	}
	switch kind {
	case render.Tussenkop:
		text = text.bold()
	case render.Totaalrij:
		if !col.numbers {
			text = text.bold()
		}
	case render.GedempteRij:
		text, under = text.withColour(mutedGrey), under.withColour(mutedGrey)
	}
	return text, under
}

// columns places the columns. They get their share of the width, but a column
// whose words or amounts would not fit gets what it needs, if the others have
// it to spare, and then what makes the rows lower.
func columns(t render.Tabel) []column {
	n := len(t.Kolommen)
	share, need := make([]float64, n), make([]float64, n)
	total := 0.0
	for _, k := range t.Kolommen {
		total += k.Breedte
	}
	result := make([]column, n)
	for i, k := range t.Kolommen {
		share[i] = k.Breedte / total * textWidth
		result[i].right = k.Uitlijning == render.Rechts
		result[i].numbers = i == 0 && n > 1 && share[i] <= narrowColumn
		if i > 0 && result[i-1].right && !result[i].right {
			result[i].gutter = afterAmounts
		}
		if result[i].right {
			result[i].hang = hanging(t, i)
		}
		need[i] = neededWidth(t, i, result[i])
	}
	whole := wholeHeads(t, result, need)
	if distribute(share, whole) {
		need = whole
	} else {
		distribute(share, need)
	}
	balance(t, result, share, need)
	x := marginLeft
	for i := range result {
		result[i] = result[i].within(x, share[i])
		x += share[i]
	}
	return result
}

// neededWidth is the width column i needs for its longest word.
func neededWidth(t render.Tabel, i int, col column) float64 {
	widest := max(widestSegment(columnHeadStyle, t.Kolommen[i].Kop), widestSegment(underCellStyle, t.Kolommen[i].Onder))
	for _, r := range t.Rijen {
		if r.Soort == render.Tussenkop || i >= len(r.Cellen) {
			continue
		}
		text, under := rowStyles(r.Soort, col)
		widest = max(widest, widestSegment(text, r.Cellen[i].Tekst))
		for _, o := range r.Cellen[i].Onder {
			widest = max(widest, widestSegment(under, o))
		}
	}
	// A hair more than the text, so that it fits again when lines are broken.
	return min(widest+2*cellPadding+col.gutter+col.hang+0.05, widestWordMax*textWidth)
}

// wholeHeads is what the columns need if the short heads of amounts are not broken:
// a word alone above another looks like a head of its own.
func wholeHeads(t render.Tabel, columns []column, need []float64) []float64 {
	whole := slices.Clone(need)
	for i, k := range t.Kolommen {
		if head := columnHeadStyle.width(k.Kop); columns[i].right && head <= wholeHead {
			whole[i] = max(whole[i], head+2*cellPadding+columns[i].gutter+columns[i].hang+0.05)
		}
	}
	return whole
}

// distribute raises each width to what is needed, at the cost of the widths
// that have room to spare. If there is not enough, it leaves them as they are and
// says so.
func distribute(width, need []float64) bool {
	missing, spare := 0.0, 0.0
	for i := range width {
		missing += max(0, need[i]-width[i])
		spare += max(0, width[i]-need[i])
	}
	if missing > spare {
		return false
	}
	if missing == 0 {
		return true
	}
	for i := range width {
		if width[i] < need[i] {
			width[i] = need[i]
		} else {
			width[i] -= missing * (width[i] - need[i]) / spare
		}
	}
	return true
}
