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
// others. formula has plaats for the row; the cells stand in rows van to tot.
type gedeeld struct {
	eerste, rest string
	van          int
}

func (p *page) deel(formula string, column, van, tot int) gedeeld {
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
	open, end := []byte("<f>"+deelteken), []byte("</f>")
	if !bytes.Contains(data, open) {
		return data
	}
	out := make([]byte, 0, len(data))
	for {
		before, rest, found := bytes.Cut(data, open)
		out = append(out, before...)
		if !found {
			return out
		}
		inner, behind, _ := bytes.Cut(rest, end)
		which, formula, _ := bytes.Cut(inner, []byte(deelteken))
		nr, area, first := bytes.Cut(which, []byte(":"))
		out = append(out, `<f t="shared"`...)
		if first {
			out = fmt.Appendf(out, ` ref="%s"`, area)
		}
		out = fmt.Appendf(out, ` si="%s">%s</f>`, nr, formula)
		data = behind
	}
}
