package xlsx

import (
	"strings"
	"unicode/utf8"
)

// How texts fit in cells. Excel fits the height of a row to its texts when it
// opens a file, but not for merged cells; LibreOffice does not do it at all for
// a file like this. So each row gets its height here, from the widths of the
// letters.

// advances are the widths of the characters from space to ~ in Arial (and
// Liberation Sans, which has the same), in thousandths of the size.
var advances = [...]int{
	278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
	1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
	333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
}

// widest is the width of the widest of them.
const widest = 1015

// advance is the width of one character; beyond ASCII an estimate on the safe
// side.
func advance(r rune) int {
	switch {
	case r >= ' ' && int(r-' ') < len(advances):
		return advances[r-' ']
	case r < 0x2000:
		return 600
	}
	return 1000
}

// The sizes of cells, in points.
const (
	digit     = 6.0  // a digit of the standard typeface, the measure of column widths
	padding   = 4.5  // what a cell keeps free at its sides
	leading   = 1.28 // height of a line, to the size of the type
	rowPad    = 4.0
	oneRow    = textSize*leading + rowPad
	maxHeight = 409.0 // of a row, in Excel
	boldExtra = 1.08
	safety    = 1.015
)

// wrap gives where the lines of a text start when it is set in a cell of this
// width (in digits), and where it ends.
func wrap(s string, width float64, st style) []int {
	scale := st.points() / 1000 * safety
	if st.bold {
		scale *= boldExtra
	}
	room := width*digit - padding - float64(st.indent)*8
	// Most texts fit on one line: each letter is at most as wide as the widest.
	if len(s)*widest <= int(room/scale) && !strings.Contains(s, "\n") {
		return []int{0, len(s)}
	}
	starts := []int{0}
	used, start := 0.0, 0 // on this line; where the word began
	word := 0.0
	for i, r := range s {
		if r == '\n' {
			starts = append(starts, i+1)
			used, word, start = 0, 0, i+1
			continue
		}
		w := float64(advance(r)) * scale
		if used+w > room && r != ' ' && st.wrap && i > starts[len(starts)-1] {
			if start > starts[len(starts)-1] {
				starts = append(starts, start) // the whole word goes to the next line
				used = word
			} else {
				starts = append(starts, i) // a word longer than the line
				used, start = 0, i
				word = 0
			}
		}
		used += w
		word += w
		if r == ' ' || r == '-' {
			start, word = i+utf8.RuneLen(r), 0
		}
	}
	return append(starts, len(s))
}

// pieces cuts a text that is too long for the height of one row into parts that
// each fit.
func pieces(s string, width float64, st style) (parts []string, height float64) {
	return piecesAt(s, wrap(s, width, st), st)
}

// piecesAt is pieces of a text of which is known where its lines start, as wrap has it.
func piecesAt(s string, starts []int, st style) (parts []string, height float64) {
	line := st.points() * leading
	lines := len(starts) - 1
	limit := int((maxHeight - rowPad - st.pad) / line)
	if lines <= limit {
		return []string{s}, float64(lines)*line + rowPad + st.pad
	}
	for from := 0; from < lines; from += limit {
		to := min(from+limit, lines)
		part := s[starts[from]:starts[to]]
		if to < lines {
			part = strings.TrimRight(part, "\n ")
		}
		parts = append(parts, part)
	}
	return parts, float64(min(lines, limit))*line + rowPad + st.pad
}
