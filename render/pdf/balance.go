package pdf

import (
	"fmt"
	"slices"
	"strings"

	"annex/render"
)

// alike gathers the tables of a document that have the same columns. They get
// the same widths, so that the columns of one section stand below those of the
// section before it.
func alike(blocks []render.Blok) map[string]render.Tabel {
	tables := map[string]render.Tabel{}
	for _, b := range blocks {
		t, ok := b.(render.Tabel)
		if !ok {
			continue
		}
		k := columnsKey(t)
		whole := tables[k]
		whole.Kolommen = t.Kolommen
		whole.Rijen = append(whole.Rijen, t.Rijen...)
		tables[k] = whole
	}
	return tables
}

func columnsKey(t render.Tabel) string { return fmt.Sprintf("%#v", t.Kolommen) }

// columnsOf places the columns of a table as those of all tables like it.
func (l *layout) columnsOf(t render.Tabel) []column {
	k := columnsKey(t)
	placed, known := l.columns[k]
	if !known {
		placed = columns(l.alike[k])
		l.columns[k] = placed
	}
	return placed
}

const (
	balanceStep  = 3.0  // mm; what a column gives to another is a number of these
	balanceMost  = 12   // steps at a time
	balanceGain  = 0.01 // of the height: what a move has to win
	balanceMoves = 8
	balanceRows  = 3 // fewer are too little to judge by
)

// balance moves width from columns that have it to spare to columns whose text
// runs over many lines, as long as the rows become lower by it.
func balance(t render.Tabel, cols []column, width, need []float64) {
	if len(t.Rijen) < balanceRows {
		return
	}
	h := heights{table: t, columns: cols, width: slices.Clone(width), known: map[[2]int][]float64{}}
	steps := make([]int, len(width))
	lowest := h.total(steps)
	for range balanceMoves {
		from, to, most := -1, -1, 0
		best := lowest * (1 - balanceGain)
		for i := range width {
			for j := range width {
				if i == j || cols[i].numbers || cols[j].numbers {
					continue
				}
				for n := 1; n <= balanceMost && h.at(i, steps[i]-n) >= need[i]; n++ {
					steps[i], steps[j] = steps[i]-n, steps[j]+n
					if sum := h.total(steps); sum < best-rounding {
						from, to, most, best = i, j, n, sum
					}
					steps[i], steps[j] = steps[i]+n, steps[j]-n
				}
			}
		}
		if from < 0 {
			break
		}
		steps[from], steps[to], lowest = steps[from]-most, steps[to]+most, best
	}
	for i, n := range steps {
		width[i] = h.at(i, n)
	}
}

// heights measures the rows of a table for widths of its columns, each column
// once for each width.
type heights struct {
	table   render.Tabel
	columns []column
	width   []float64 // to start from
	known   map[[2]int][]float64
}

// at is the width of column i when it has been given n steps.
func (h heights) at(i, n int) float64 { return h.width[i] + float64(n)*balanceStep }

// total is the height of all rows, with as many steps given to each column.
func (h heights) total(steps []int) float64 {
	highest := make([]float64, len(h.table.Rijen))
	for i, n := range steps {
		for r, height := range h.column(i, n) {
			highest[r] = max(highest[r], height)
		}
	}
	sum := 0.0
	for _, height := range highest {
		sum += height + rowAbove + rowBelow
	}
	return sum
}

// column gives the height of the text of each row in column i.
func (h heights) column(i, n int) []float64 {
	key := [2]int{i, n}
	if known, ok := h.known[key]; ok {
		return known
	}
	col := h.columns[i].within(0, h.at(i, n))
	column := make([]float64, len(h.table.Rijen))
	for r, row := range h.table.Rijen {
		if row.Soort == render.Tussenkop || i >= len(row.Cellen) {
			continue
		}
		text, under := rowStyles(row.Soort, col)
		column[r] = float64(len(breakLines(text, row.Cellen[i].Tekst, col.room(row.Cellen[i].Tekst)))) * text.leading
		for _, o := range row.Cellen[i].Onder {
			column[r] += float64(len(breakLines(under, o, col.room(o)))) * under.leading
		}
	}
	h.known[key] = column
	return column
}

// within gives the column with its text inside a stretch of the table.
func (c column) within(x, width float64) column {
	c.x, c.width = x+cellPadding+c.gutter, width-2*cellPadding-c.gutter-c.hang
	return c
}

// asterisk follows a figure that a note belongs to. It hangs to the right of its
// column, so that the digits stand below those of figures without one.
const asterisk = " *"

// hanging is what the mark takes at the right of column i, if one is used there.
func hanging(t render.Tabel, i int) float64 {
	for _, r := range t.Rijen {
		if r.Soort != render.Tussenkop && i < len(r.Cellen) && strings.HasSuffix(r.Cellen[i].Tekst, asterisk) {
			return cellStyle.bold().width(asterisk)
		}
	}
	return 0
}

// room is the width there is for a text.
func (c column) room(text string) float64 {
	if c.hangs(text) {
		return c.width + c.hang
	}
	return c.width
}

// hangs says whether a text ends with a mark that hangs.
func (c column) hangs(text string) bool { return c.hang > 0 && strings.HasSuffix(text, asterisk) }
