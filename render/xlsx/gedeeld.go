package xlsx

import (
	"bytes"
	"fmt"
)

// Cells in one column that have the same formula, but for their own row, share it: the
// first of them holds it and the others point to it. That is how programs store what is
// filled down (ECMA-376 part 1, 18.3.1.40, t="shared"). excelize can write it only
// outside a stream; so in a stream such a cell gets a formula that is none, and delen
// makes of it what it stands for.

// deelteken begins such a formula. No formula begins so.
const deelteken = "~"

// gedeeld are the formulas of the cells of one column: of the first of them, and of the
// others.
type gedeeld struct {
	eerste, rest string
	van          int
}

// deel shares a formula, which has plaats for the row, over the rows van to tot. What is
// filled in otherwise has to be as it is in row van.
func (p *page) deel(formula string, column, van, tot int) gedeeld {
	if van == tot {
		return gedeeld{eerste: op(formula, fmt.Sprint(van)), van: van}
	}
	p.gedeeld++
	return gedeeld{
		eerste: fmt.Sprintf("%s%d:%s:%s%s%s", deelteken, p.gedeeld-1, p.at(column, van), p.at(column, tot), deelteken, op(formula, fmt.Sprint(van))),
		rest:   fmt.Sprintf("%s%d%s", deelteken, p.gedeeld-1, deelteken),
		van:    van,
	}
}

// in gives the formula of the cell in a row.
func (g gedeeld) in(row int) string {
	if row == g.van {
		return g.eerste
	}
	return g.rest
}

// delen writes shared formulas as the format has them.
func delen(data []byte) []byte {
	const open, end, share = "<f>" + deelteken, "</f>", `<f t="shared"`
	first := bytes.Index(data, []byte(open))
	if first < 0 {
		return data
	}
	out := make([]byte, 0, len(data)+len(data)/4)
	out = append(out, data[:first]...)
	for data = data[first:]; ; {
		inner, behind, _ := bytes.Cut(data[len(open):], []byte(end))
		which, formula, _ := bytes.Cut(inner, []byte(deelteken))
		nr, area, starts := bytes.Cut(which, []byte(":"))
		out = append(out, share...)
		if starts {
			out = append(append(append(out, ` ref="`...), area...), '"')
		}
		out = append(append(append(out, ` si="`...), nr...), `">`...)
		out = append(append(out, formula...), end...)
		next := bytes.Index(behind, []byte(open))
		if next < 0 {
			return append(out, behind...)
		}
		out = append(out, behind[:next]...)
		data = behind[next:]
	}
}
