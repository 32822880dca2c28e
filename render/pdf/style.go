package pdf

import "strings"

// The page: A4, in mm.
const (
	pageWidth   = 210.0
	pageHeight  = 297.0
	marginLeft  = 25.0
	marginRight = 20.0
	textWidth   = pageWidth - marginLeft - marginRight
	// measure is the width of running text. It is a little less than that of
	// the tables: a line of 95 characters is hard to read back.
	measure = 152.0

	headerTop     = 11.0 // top of the first line of the running head
	headerGap     = 7.0  // between the rule under the running head and the text
	footerBottom  = 13.0 // from the bottom of the last line of the foot to the edge
	footerGap     = 6.0  // between the text and the rule above the foot
	runningHeight = 3.9  // height of one line of head or foot

	cautionPadding = 1.2 // around what stands on a band at the top of every page
	cautionGap     = 2.0 // between that band and the running head

	mmPerPoint = 25.4 / 72
)

// colour is a grey or a colour. All text colours have a contrast of at least
// 5.5:1 on white and on the tints they are printed on.
type colour struct{ r, g, b int }

var (
	black     = colour{0, 0, 0}
	white     = colour{255, 255, 255}
	darkGrey  = colour{0x4A, 0x4A, 0x4A} // small print: 8.9:1 on white
	mutedGrey = colour{0x58, 0x58, 0x58} // rows that do not apply: 7.1:1 on white
	ruleDark  = colour{0x40, 0x40, 0x40}
	ruleLight = colour{0xCC, 0xCC, 0xCC}
	band      = colour{0xEC, 0xEC, 0xEC}
	boxTint   = colour{0xF4, 0xF5, 0xF7}
	accent    = colour{0x1F, 0x3D, 0x63} // the one colour; prints as a dark grey
)

// textStyle is how a line of text is set. leading is the height of the line;
// baseline is where in it the letters stand.
type textStyle struct {
	face     *face
	size     float64 // points
	leading  float64 // mm
	baseline float64 // mm below the top of the line
	colour   colour
}

// newStyle centres the capitals (0.69 of the size) in the line.
func newStyle(f *face, size, leading float64, c colour) textStyle {
	return textStyle{face: f, size: size, leading: leading, colour: c,
		baseline: leading/2 + 0.345*size*mmPerPoint}
}

// width is the width (mm) of what is seen of a line: without the white space at
// its end.
func (s textStyle) width(text string) float64 {
	text = strings.TrimRightFunc(text, isBreakingSpace)
	return float64(s.face.metrics().units(text)) * s.size * mmPerPoint / 1000
}

func (s textStyle) withColour(c colour) textStyle { s.colour = c; return s }

func (s textStyle) bold() textStyle { s.face = bold; return s }

var (
	titleStyle    = newStyle(bold, 18, 8.2, black)
	subtitleStyle = newStyle(regular, 11, 5.4, darkGrey)

	headingStyles = [...]textStyle{
		newStyle(bold, 13, 6.2, black),
		newStyle(bold, 10.5, 5.2, black),
		newStyle(bold, 9.5, 4.8, black),
	}
	headingBefore = [...]float64{9, 6.5, 4.5}
	headingAfter  = [...]float64{2.6, 1.8, 1.0}

	bodyStyle    = newStyle(regular, 9.5, 4.8, black)
	strongStyle  = newStyle(bold, 9.5, 4.8, black)
	smallStyle   = newStyle(regular, 8, 3.9, darkGrey)
	runningStyle = newStyle(regular, 8, runningHeight, darkGrey)
	cautionStyle = newStyle(bold, 9.5, 4.4, black)

	captionStyle    = newStyle(bold, 9, 4.3, black)
	columnHeadStyle = newStyle(bold, 8.5, 3.9, black)
	cellStyle       = newStyle(regular, 9, 4.2, black)
	underCellStyle  = newStyle(regular, 7.5, 3.5, darkGrey)
	// rowNumberStyle shares its baseline with the cells beside it.
	rowNumberStyle = textStyle{face: regular, size: 7.5, leading: cellStyle.leading,
		baseline: cellStyle.baseline, colour: darkGrey}

	contentsStyle   = newStyle(regular, 9, 4.3, black)
	letterheadStyle = newStyle(regular, 8.5, 4.1, darkGrey)

	legendStyle   = newStyle(regular, 8, 4.0, black)
	barLabelStyle = newStyle(regular, 8, 4.0, black)
)

// White space between blocks, in mm.
const (
	paragraphGap = 2.4
	smallGap     = 2.0
	blockGap     = 5.0 // around tables and figures
	boxGap       = 4.0 // around boxes
	betweenBoxes = 1.4 // between one box and the next
	listItemGap  = 1.0
)
