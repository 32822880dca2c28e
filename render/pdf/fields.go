package pdf

import (
	"fmt"

	"annex/render"
)

const (
	fieldHeight   = 10.0 // room to write, above the line
	fieldDrop     = 0.8  // from the baseline of the label down to the line
	fieldGap      = 8.0  // between two columns of fields
	labelGap      = 2.5  // between a label and its line
	widestLabel   = 34.0 // a longer one sets the fields one below the other
	widestLabelIn = 70.0 // what a label may take there, before it goes over to a next line
	fieldLines    = 3    // what a label may take
)

// A field is a label with a line to write on.
type field struct {
	element *element
	lines   []string // of the label
	x       float64
	from    float64 // where the line starts
	to      float64
}

// fields lays out lines to fill in by hand, in two columns when the labels are
// short. They stay on one page, with what leads up to them: a signature does not
// stand apart from what is signed.
func (l *layout) fields(b render.Invulvelden) {
	columns, label := 2, 0.0
	for _, text := range b.Velden {
		label = max(label, bodyStyle.width(text)+0.05)
	}
	if label > widestLabel {
		columns = 1
	}
	label = min(label, widestLabelIn)
	width := (textWidth - float64(columns-1)*fieldGap) / float64(columns)
	var rows [][]field
	for _, text := range b.Velden {
		lines := breakLines(bodyStyle, text, label)
		if len(lines) == 0 {
			continue
		}
		if n := len(rows); n == 0 || len(rows[n-1]) == columns {
			rows = append(rows, nil)
		}
		row := &rows[len(rows)-1]
		x := marginLeft + float64(len(*row))*(width+fieldGap)
		*row = append(*row, field{element: l.part.child(roleParagraph), lines: lines, x: x, from: x + label + labelGap, to: x + width})
	}
	if len(rows) > 0 && len(l.pieces) > 0 {
		last := l.pieces[len(l.pieces)-1]
		last.bond = max(last.bond, kept)
	}
	for i, row := range rows {
		p := fieldRow(row)
		if i+1 < len(rows) {
			p.bond = kept
		}
		l.add(p, paragraphGap, blockGap)
		l.after = 0
	}
	l.after = blockGap
}

func checkFields(b render.Invulvelden) error {
	for _, text := range b.Velden {
		if len(breakLines(bodyStyle, text, widestLabelIn)) > fieldLines {
			return fmt.Errorf("het invulveld %q is te lang", excerpt(text, 0))
		}
	}
	return nil
}

// fieldRow is the fields that stand beside each other. A label ends at its line.
func fieldRow(row []field) *piece {
	highest := 0
	for _, f := range row {
		highest = max(highest, len(f.lines))
	}
	height := max(fieldHeight, float64(highest)*bodyStyle.leading+fieldDrop)
	return &piece{kind: fieldPiece, height: height, draw: func(c *canvas, y float64) {
		foot := y + height
		for _, f := range row {
			top := foot - fieldDrop - bodyStyle.baseline - float64(len(f.lines)-1)*bodyStyle.leading
			c.content(f.element, func() { drawLines(c, bodyStyle, f.x, top, f.lines, false) })
			c.artifact(artifactLayout, func() { c.line(f.from, foot, f.to, foot, 0.2, ruleDark) })
		}
	}}
}
