package xlsx

import (
	"strings"

	"annex/calc/sheet"

	"github.com/xuri/excelize/v2"
)

// The look of the workbook: one typeface, one accent, and yellow only for what
// may be changed.
const (
	typeface     = "Arial"
	typefaceMono = "Courier New"

	colourAccent  = "1F3A5F"
	colourMuted   = "5F6B7A"
	colourRule    = "C9D2DC"
	colourHeader  = "E6EBF1"
	colourOutcome = "E6EBF1"
	colourInput   = "FFF6D6"
	colourEdge    = "D8C27A" // around an input
	colourAlert   = "FCE8D5"
	colourAlarm   = "8A3B00"
)

// style is how a cell looks. Equal styles share one entry in the workbook.
type style struct {
	size     float64 // 0: the size of running text
	bold     bool
	italic   bool
	under    bool // underlined, as a link is
	colour   string
	fill     string
	left     bool // also a number
	right    bool
	centre   bool
	middle   bool // halfway the height, not at the top
	wrap     bool
	indent   int
	pad      float64 // extra height of its row, in points
	above    string  // colour of a rule above
	below    string
	boxed    string
	format   string
	unlocked bool
	mono     bool // every character as wide, as in an editor
}

const (
	textSize = 10
	noteSize = 9
)

// The styles that occur in more than one place.
var (
	styleText    = style{wrap: true}
	styleCell    = style{wrap: true, below: colourRule}
	styleNumber  = style{right: true, below: colourRule}
	styleTitle   = style{size: 16, bold: true, colour: colourAccent, middle: true, pad: 6}
	styleCaution = style{wrap: true, middle: true, bold: true, fill: colourAlert, colour: colourAlarm, pad: 4}
	styleNotice  = style{wrap: true, middle: true, fill: colourHeader, colour: colourAccent, pad: 4}
	styleHeader  = style{wrap: true, bold: true, fill: colourHeader, colour: colourAccent, below: colourAccent, middle: true, pad: 2}
	styleSection = style{size: 12, bold: true, colour: colourAccent, below: colourAccent, wrap: true, middle: true, pad: 8}
	styleBlok    = style{bold: true, colour: colourAccent, below: colourRule, wrap: true, middle: true, pad: 4}
	styleMuted   = style{wrap: true, colour: colourMuted}
	styleInput   = style{right: true, fill: colourInput, boxed: colourEdge, unlocked: true}
)

func (s style) muted() style         { s.colour = colourMuted; return s }
func (s style) link() style          { s.colour, s.under = colourAccent, true; return s }
func (s style) small() style         { s.size = noteSize; return s }
func (s style) strong() style        { s.bold = true; return s }
func (s style) toRight() style       { s.right = true; return s }
func (s style) inset() style         { s.indent = 1; return s }
func (s style) as(fmt string) style  { s.format = fmt; return s }
func (s style) on(fill string) style { s.fill = fill; return s }

// points is the size of the type.
func (s style) points() float64 {
	if s.size == 0 {
		return textSize
	}
	return s.size
}

// font gives the typeface of s.
func (s style) font() *excelize.Font {
	f := &excelize.Font{Family: typeface, Size: s.points(), Bold: s.bold, Italic: s.italic, Color: s.colour}
	if s.under {
		f.Underline = "single"
	}
	if s.mono {
		f.Family = typefaceMono
	}
	return f
}

// style gives the number of s in the workbook.
func (b *book) style(s style) int {
	s.pad = 0 // is the row's
	if id, ok := b.styles[s]; ok {
		return id
	}
	x := &excelize.Style{
		Font:       s.font(),
		Alignment:  &excelize.Alignment{Vertical: "top", WrapText: s.wrap, Indent: s.indent},
		Protection: &excelize.Protection{Locked: !s.unlocked},
	}
	if s.middle {
		x.Alignment.Vertical = "center"
	}
	switch {
	case s.right:
		x.Alignment.Horizontal = "right"
	case s.centre:
		x.Alignment.Horizontal = "center"
	case s.left, s.indent > 0:
		x.Alignment.Horizontal = "left"
	}
	if s.fill != "" {
		x.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{s.fill}}
	}
	const thin = 1
	if s.above != "" {
		x.Border = append(x.Border, excelize.Border{Type: "top", Color: s.above, Style: thin})
	}
	if s.below != "" {
		x.Border = append(x.Border, excelize.Border{Type: "bottom", Color: s.below, Style: thin})
	}
	if s.boxed != "" {
		for _, side := range []string{"left", "right", "top", "bottom"} {
			x.Border = append(x.Border, excelize.Border{Type: side, Color: s.boxed, Style: thin})
		}
	}
	if s.format != "" {
		format := dutch + s.format
		x.CustomNumFmt = &format
	}
	id := b.register(x)
	b.styles[s] = id
	return id
}

// register adds a style to the workbook and gives its number. excelize compares each new
// style with all that are there, by what each looks like; the fonts, fills, borders and
// formats are few, so here only a style with a new one of these goes that way. It must be
// a style that is not there yet.
func (b *book) register(x *excelize.Style) int {
	type (
		fill   string
		border struct{ sides, colours string }
		format string
	)
	var edge border
	for _, side := range x.Border {
		edge.sides, edge.colours = edge.sides+side.Type+" ", edge.colours+side.Color+" "
	}
	keys := [...]any{*x.Font, fill(strings.Join(x.Fill.Color, "")), edge, format("")}
	if x.CustomNumFmt != nil {
		keys[3] = format(*x.CustomNumFmt)
	}
	var ids [len(keys)]int
	known := true
	for i, key := range keys {
		id, ok := b.looks[key]
		ids[i], known = id, known && ok
	}
	if b.err != nil {
		return 0
	}
	if !known {
		id, err := b.file.NewStyle(x)
		if b.check(err); err == nil {
			xf := b.file.Styles.CellXfs.Xf[id]
			for i, part := range []*int{xf.FontID, xf.FillID, xf.BorderID, xf.NumFmtID} {
				b.looks[keys[i]] = *part
			}
			b.model = id
		}
		return id
	}
	all := b.file.Styles.CellXfs
	xf := all.Xf[b.model] // of the same kind, but for what follows
	xf.FontID, xf.FillID, xf.BorderID, xf.NumFmtID = &ids[0], &ids[1], &ids[2], &ids[3]
	applies := func(id int) *bool {
		if id == 0 {
			return nil
		}
		yes := true
		return &yes
	}
	xf.ApplyFont, xf.ApplyFill, xf.ApplyBorder, xf.ApplyNumberFormat = applies(ids[0]), applies(ids[1]), applies(ids[2]), applies(ids[3])
	alignment, protection := *xf.Alignment, *xf.Protection
	alignment.Horizontal, alignment.Vertical, alignment.WrapText, alignment.Indent = x.Alignment.Horizontal, x.Alignment.Vertical, x.Alignment.WrapText, x.Alignment.Indent
	locked := x.Protection.Locked
	protection.Locked = &locked
	xf.Alignment, xf.Protection = &alignment, &protection
	all.Xf = append(all.Xf, xf)
	all.Count = len(all.Xf)
	return all.Count - 1
}

// dutch begins a number format: a program that is set to another language shows
// 1.234,50 all the same, where it can.
const dutch = "[$-413]"

// The number formats that no unit carries.
const (
	formatYesNo   = `"ja";"ja";"nee"`
	formatGeneral = "General"
)

// dash is the look of an amount that plays no part: text stands in its place,
// whatever the number. excelize gives a format of our own in a conditional style
// the number 165, also where the cells use that one for another format. So this
// one is made the second format of the cells too, before all others.
func (b *book) dash(text string) int {
	format := strings.Repeat(quoted(text)+";", 2) + quoted(text)
	first := formatYesNo
	for _, f := range []*string{&first, &format} {
		_, err := b.file.NewStyle(&excelize.Style{CustomNumFmt: f})
		b.check(err)
	}
	id, err := b.file.NewConditionalStyle(&excelize.Style{CustomNumFmt: &format})
	b.check(err)
	return id
}

// formatWhole is the number of the format 0%, which each program has built in.
// excelize would number a format of our own, in a conditional style, like one
// that the cells already use.
const formatWhole = 9

// formatOf is the number format of a value in its unit with at least places
// decimals. In a Dutch program #,##0.00 shows as 1.234,50.
func formatOf(u sheet.Unit, places int32) string {
	switch {
	case u == sheet.JaNee:
		return formatYesNo
	case u.Percent():
		// Whole percentages lose their decimals by a conditional format.
		return decimals("0", max(2, places)) + "%"
	case u.Money():
		return decimals("#,##0", places)
	case u == sheet.Getal:
		return decimals("0", 4)
	}
	return formatGeneral
}

func decimals(whole string, places int32) string {
	if places <= 0 {
		return whole
	}
	return whole + "." + strings.Repeat("0", int(places))
}

// quoted writes text as a part of a number format or a formula.
func quoted(text string) string { return `"` + strings.ReplaceAll(text, `"`, `""`) + `"` }
