package xlsx

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// cell is one cell of a row: a value, or a formula with the value it has for
// the original case. The zero cell stays empty.
type cell struct {
	value   any    // string or float64
	note    string // in small print below a text
	formula string
	style   style
	ready   int    // the number of a style that the workbook has already, instead of style
	span    int    // columns it covers; 0: one
	room    string // the longest text that a formula can give
	uncut   bool   // never goes on in a row below
}

func text(s string, st style) cell      { return cell{value: s, style: st} }
func number64(v float64, st style) cell { return cell{value: v, style: st} }
func blank(st style) cell               { return cell{style: st} }
func (c cell) over(columns int) cell    { c.span = columns; return c }
func (c cell) inset() cell              { c.style = c.style.inset(); return c }
func (c cell) columns() int             { return max(1, c.span) }

// content is the value as it is written: with a note, in two kinds of print.
func (c cell) content() any {
	if c.note == "" {
		return c.value
	}
	small := c.style
	small.bold, small.colour, small.size = false, colourMuted, noteSize
	return []excelize.RichTextRun{
		{Text: fmt.Sprint(c.value), Font: c.style.font()},
		{Text: "\n" + c.note, Font: small.font()},
	}
}

// page is one worksheet being written, from top to bottom.
type page struct {
	b        *book
	name     string
	number   int // among the sheets, from 1
	stream   *excelize.StreamWriter
	rows     []streamed
	failed   error     // what went wrong in handing them over
	widths   []float64 // of the columns, in digits of the standard typeface
	row      int       // the last row written
	titles   int       // rows at the top that are repeated in print: those that stay in sight, or the title
	centred  int       // rows of up to so many lines stand halfway their height
	gedeeld  int       // formulas that cells share
	percents []string  // cells that hold a percentage
	whole    *int      // conditional style of a percentage without decimals, once it is made
	// percentsFixed are those that show it whether or not their row plays a part.
	percentsFixed []string
	notes         *noteShapes

	// playsPart is the condition for a row to play a part; nil: all rows do.
	playsPart func(row int) string

	// On paper, in points at full size: how much a page holds, how much of it is
	// used, and how much the repeated rows take.
	capacity, used, repeated float64
}

// layout is what must be known of a page before its first row.
type layout struct {
	widths    []float64
	frozen    int // rows at the top that stay in sight
	landscape bool
	centred   int    // rows of up to so many lines stand halfway their height; 0: one
	tab       string // colour of the tab
}

// The sizes of a printed page, in inches.
const (
	paperShort, paperLong          = 8.27, 11.69 // A4
	marginSide                     = 0.5
	marginAbove, marginBelow, edge = 0.6, 0.7, 0.35
)

// capacity is how much of the sheet fits on one page, once it is made as small
// as its width asks for.
func (l layout) capacity() float64 {
	across, down := paperShort, paperLong
	if l.landscape {
		across, down = down, across
	}
	width := 0.0
	for _, w := range l.widths {
		width += w*digit + padding
	}
	const inch = 72
	scale := min(1, (across-2*marginSide)*inch/width)
	return (down - marginAbove - marginBelow) * inch / scale
}

// page starts a worksheet.
func (b *book) page(name string, l layout) *page {
	if l.frozen > 0 && b.caution != "" {
		l.frozen++ // it stands among the rows that stay in sight
	}
	p := &page{b: b, name: name, widths: l.widths, titles: max(1, l.frozen), centred: max(1, l.centred), capacity: l.capacity()}
	if b.err != nil {
		return p
	}
	if b.pages == 0 {
		b.check(b.file.SetSheetName("Sheet1", name))
	} else {
		_, err := b.file.NewSheet(name)
		b.check(err)
	}
	b.pages++
	p.number = b.pages
	b.dress(name, l)
	var err error
	p.stream, err = b.file.NewStreamWriter(name)
	b.check(err)
	if b.err != nil {
		return p
	}
	// From the last column to the first: excelize puts each before those it has, and
	// the format wants them in rising order.
	for i := len(l.widths); i > 0; i-- {
		b.check(p.stream.SetColWidth(i, i, l.widths[i-1]))
	}
	if l.frozen > 0 {
		top := fmt.Sprintf("A%d", l.frozen+1)
		b.check(p.stream.SetPanes(&excelize.Panes{
			Freeze: true, YSplit: l.frozen, TopLeftCell: top, ActivePane: "bottomLeft",
			Selection: []excelize.Selection{{SQRef: top, ActiveCell: top, Pane: "bottomLeft"}},
		}))
	}
	return p
}

// dress sets what belongs to a worksheet as a whole. excelize writes some of it
// before the first row and the rest after the last; what is set after Flush is
// silently lost, so all of it is set at the start.
func (b *book) dress(name string, l layout) {
	on, off := true, false
	tab := "FF" + l.tab // with its opacity, as the format asks of a colour
	b.check(b.file.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &on, TabColorRGB: &tab}))
	b.check(b.file.SetSheetView(name, -1, &excelize.ViewOptions{ShowGridLines: &off}))
	size, width, height, orientation := 9, 1, 0, "portrait" // A4, one page wide, as many high as it takes
	if l.landscape {
		orientation = "landscape"
	}
	b.check(b.file.SetPageLayout(name, &excelize.PageLayoutOptions{Size: &size, FitToWidth: &width, FitToHeight: &height, Orientation: &orientation}))
	side, above, below, rim := marginSide, marginAbove, marginBelow, edge
	b.check(b.file.SetPageMargins(name, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &above, Bottom: &below, Header: &rim, Footer: &rim}))
	caution := ""
	if b.caution != "" {
		caution = `&C&"Arial,Bold"&10` + footerText(b.caution)
	}
	b.check(b.file.SetHeaderFooter(name, &excelize.HeaderFooterOptions{
		OddHeader: caution,
		OddFooter: `&L&"Arial,Regular"&8` + footerText(b.about.foot) + `&R&"Arial,Regular"&8` + fmt.Sprintf(footerText(b.texts.Paginanummer), "&P", "&N"),
	}))
	// Without a password: it guards against slips, not against intent. A reader
	// may select everything and widen what does not fit.
	b.check(b.file.ProtectSheet(name, &excelize.SheetProtectionOptions{
		SelectLockedCells: true, SelectUnlockedCells: true, FormatColumns: true, FormatRows: true,
	}))
}

// footerText keeps text from being read as a code. A digit right after the size
// of the type would be taken for part of it, so a space goes first.
func footerText(s string) string {
	s = strings.ReplaceAll(s, "&", "&&")
	if s != "" && s[0] >= '0' && s[0] <= '9' {
		s = " " + s
	}
	return s
}

// shortened keeps a text within limit characters.
func shortened(s string, limit int) string {
	if r := []rune(s); len(r) > limit {
		return string(r[:limit-1]) + "…"
	}
	return s
}

// add writes the next row and gives its number. The row is as high as its texts
// ask for; a text too long for one row goes on in the rows below it.
func (p *page) add(cells ...cell) int { return p.put(p.fit(cells)) }

// readyRow is a row of which is known how high it is, so that it need not be measured
// again when it is written.
type readyRow struct {
	cells []cell
	high  float64
	rest  []cell // goes on in the row below; nil: nothing does
}

// put writes a row that is ready and what goes on below it, and gives the number of the first.
func (p *page) put(f readyRow) int {
	row := p.write(f.high, f.cells)
	if f.rest != nil {
		p.add(f.rest...)
	}
	return row
}

// fit cuts the texts of a row to what fits in it.
func (p *page) fit(cells []cell) readyRow {
	f := readyRow{cells: make([]cell, len(cells))}
	column, more, lines := 1, false, 1
	for i, c := range cells {
		s, ok := c.value.(string)
		switch {
		case c.room != "":
			s = c.room
		case c.note != "":
			s += "\n" + c.note
		}
		width := 0.0
		for range c.columns() {
			width += p.width(column)
			column++
		}
		f.cells[i] = c
		starts := wrap(s, width, c.style)
		parts, h := piecesAt(s, starts, c.style)
		f.high, lines = max(f.high, h), max(lines, len(starts)-1)
		if ok && c.formula == "" && !c.uncut && len(parts) > 1 {
			if f.rest == nil {
				f.rest = make([]cell, len(cells))
			}
			f.cells[i].value, f.cells[i].note = parts[0], ""
			f.rest[i].value = strings.TrimPrefix(s, parts[0])
			more = true
		}
	}
	if lines <= p.centred {
		for i := range f.cells {
			if f.cells[i].style != (style{}) {
				f.cells[i].style.middle = true
			}
		}
	}
	if more {
		for i, c := range cells {
			f.rest[i].style, f.rest[i].span = c.style, c.span
		}
	}
	return f
}

// measure gives the height of a row without writing it.
func (p *page) measure(cells []cell) float64 { return p.fit(cells).high }

// keep starts a new printed page where what follows does not fit on this one.
// What is longer than a page may be broken, but begins with half a page of room.
func (p *page) keep(height float64) {
	if page := p.capacity - p.repeated; height > page {
		height = page / 2
	}
	if p.used+height <= p.capacity {
		return
	}
	p.used = p.repeated
	if p.b.err == nil {
		p.b.check(p.stream.InsertPageBreak(p.at(1, p.row+1)))
	}
}

func (p *page) width(column int) float64 {
	if column > len(p.widths) {
		return 10
	}
	return p.widths[column-1]
}

// gap leaves some room.
func (p *page) gap(points float64) { p.write(points, nil) }

func (p *page) write(height float64, cells []cell) int {
	p.row++
	if p.used += height; p.used > p.capacity {
		p.used = p.repeated + height
	}
	if p.row <= p.titles {
		p.repeated += height
	}
	b := p.b
	if b.err != nil {
		return p.row
	}
	values := make([]any, 0, max(len(cells), len(p.widths)))
	for _, c := range cells {
		if len(c.formula) > maxFormula {
			b.check(fmt.Errorf("%s, rij %d: een formule van %d tekens past niet in een cel (ten hoogste %d)", p.name, p.row, len(c.formula), maxFormula))
			return p.row
		}
		if c.columns() > 1 {
			b.check(p.stream.MergeCell(p.at(len(values)+1, p.row), p.at(len(values)+c.columns(), p.row)))
		}
		id := c.ready
		if id == 0 && c.style != (style{}) {
			id = b.style(c.style)
		}
		if id == 0 && c.value == nil {
			values = append(values, nil)
		} else {
			values = append(values, excelize.Cell{StyleID: id, Formula: c.formula, Value: c.content()})
		}
		for range c.columns() - 1 {
			values = append(values, excelize.Cell{StyleID: id})
		}
	}
	p.rows = append(p.rows, streamed{height, values})
	return p.row
}

// streamed is a row as excelize takes it.
type streamed struct {
	height float64
	values []any
}

// send hands the rows over to excelize. It needs nothing else of the workbook, so it can
// be done while other pages are made.
func send(to *excelize.StreamWriter, rows []streamed) error {
	for i, r := range rows {
		first, err := excelize.CoordinatesToCellName(1, i+1)
		if err != nil {
			return err
		}
		if err := to.SetRow(first, r.values, excelize.RowOpts{Height: r.height}); err != nil {
			return err
		}
	}
	return nil
}

// maxFormula is the length of formula that Excel reads.
const maxFormula = 8192

// at gives the address of a cell on this page: B5.
func (p *page) at(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	p.b.check(err)
	return name
}

// column gives the letters of a column: B.
func (p *page) column(nr int) string { return p.b.column(nr) }

func (b *book) column(nr int) string {
	name, err := excelize.ColumnNumberToName(nr)
	b.check(err)
	return name
}

// reference gives a full address for a defined name: 'Invoer'!$B$5.
func (p *page) reference(column, row int) string {
	return quotedSheet(p.name) + "!" + p.absolute(column, row)
}

func (p *page) absolute(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row, true)
	p.b.check(err)
	return name
}

func quotedSheet(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }

// define gives a cell its name.
func (p *page) define(name string, column, row int) {
	p.b.define(name, p.reference(column, row), "")
}

// wide writes one text over all columns.
func (p *page) wide(s string, st style) int { return p.add(text(s, st).over(len(p.widths))) }

// percent marks a cell as one that holds a percentage.
func (p *page) percent(column, row int) { p.percents = append(p.percents, p.at(column, row)) }

// conditional gives cells another look where a formula holds; the formula is
// written for the first of them.
func (p *page) conditional(cells, formula string, st *excelize.Style) {
	if p.b.err != nil {
		return
	}
	id, err := p.b.file.NewConditionalStyle(st)
	p.b.check(err)
	p.conditionalAs(cells, formula, id)
}

// conditionalAs is conditional with a style that the book has already.
func (p *page) conditionalAs(cells, formula string, id int) {
	if p.b.err == nil {
		p.b.check(p.b.file.SetConditionalFormat(p.name, cells, []excelize.ConditionalFormatOptions{{Type: "formula", Criteria: formula, Format: &id}}))
	}
}

// wholePercents shows percentages without decimals where they have none and their row
// plays a part.
func (p *page) wholePercents(cells []string, playsPart func(row int) string) {
	if len(cells) == 0 {
		return
	}
	whole := fmt.Sprintf("ROUND(%[1]s*100,6)=ROUND(%[1]s*100,0)", cells[0])
	if playsPart != nil {
		_, row, err := excelize.CellNameToCoordinates(cells[0])
		p.b.check(err)
		whole = "AND(" + playsPart(row) + "," + whole + ")"
	}
	p.conditional(strings.Join(cells, " "), whole, &excelize.Style{NumFmt: formatWhole})
}

// finish completes the page; nothing can be added to it afterwards.
func (p *page) finish() {
	b := p.b
	p.wholePercents(p.percents, p.playsPart)
	p.wholePercents(p.percentsFixed, nil)
	if p.titles > 0 {
		b.define("_xlnm.Print_Titles", fmt.Sprintf("%s!$1:$%d", quotedSheet(p.name), p.titles), p.name)
	}
	if b.err == nil {
		b.sending.Go(func() { p.failed = send(p.stream, p.rows) })
		b.sent = append(b.sent, p)
	}
}
