package xlsx

import (
	"slices"
	"strings"

	"annex/calc/sheet"
)

// Parts of the calculation stand in the workbook more than once: with other figures,
// in a column or a row of their own. There a formula is that of the line itself,
// over cells of that column or row in place of the names of what changes.

// meebewegend gives, in order, the lines that change with some inputs, as far as the
// lines nodig need them; nodig nil: all of them. Of lines that are ranked by size it
// gives all or none.
func meebewegend(r *sheet.Result, inputs map[string]bool, nodig []string) []*sheet.LineResult {
	moved := map[string]bool{}
	var all []*sheet.LineResult
	for _, s := range r.Sections() {
		all = append(all, r.Lines(s)...)
	}
	// A line may ask for one that is described after it.
	var moves func(l *sheet.Line) bool
	moves = func(l *sheet.Line) bool {
		m, known := moved[l.ID]
		if !known {
			m = slices.ContainsFunc(l.Inputs(), func(in *sheet.Input) bool { return inputs[in.ID] }) || slices.ContainsFunc(l.Lines(), moves)
			moved[l.ID] = m
		}
		return m
	}
	for _, l := range all {
		moves(l.Line)
	}
	for _, l := range all {
		if moved[l.ID] {
			for _, other := range l.Ranked() {
				moved[other.ID] = true // ranking asks for cells side by side
			}
		}
	}
	if nodig != nil {
		needed := map[string]bool{}
		var ask func(l *sheet.Line)
		ask = func(l *sheet.Line) {
			if !moved[l.ID] || needed[l.ID] {
				return
			}
			needed[l.ID] = true
			for _, other := range l.Lines() {
				ask(other)
			}
		}
		for _, id := range nodig {
			ask(r.Line(id).Line)
		}
		moved = needed
	}
	var out []*sheet.LineResult
	for _, l := range all {
		if moved[l.ID] {
			out = append(out, l)
		}
	}
	return out
}

// plaats stands in a formula for the row or the column in which it will be written.
const plaats = "\x00"

// opnieuw spells formulas over other cells: cells gives, by the id of a line or an
// input, the cell to ask instead, with plaats where it differs from formula to formula.
func (b *book) opnieuw(cells map[string]string) dialect {
	names := make(map[string]string, len(b.names)+len(cells))
	for id, name := range b.names {
		names[id] = name
	}
	for id, cell := range cells {
		names[id] = cell
	}
	return dialect{names}
}

// op fills in the row or the column of a spelled formula.
func op(formula, where string) string { return strings.ReplaceAll(formula, plaats, where) }
