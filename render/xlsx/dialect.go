package xlsx

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"annex/calc/sheet"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"
)

// noise is the number of decimals that survive where a figure is cleared of
// binary noise; see dialect.clean.
const noise = 8

// dialect spells formulas in the language of spreadsheets, over defined names.
// It keeps to ROUND, ROUNDDOWN, ROUNDUP, MIN, MAX, IF, AND, OR, NOT, INDEX,
// MATCH(…,1) and SUMPRODUCT over one column, and SMALL over one range, which every
// program calculates in the same way (docs/adr/0008-binary-arithmetic-in-the-workbook.md).
type dialect struct {
	names map[string]string // by id; see Names
}

func (dialect) Literal(d decimal.Decimal) sheet.Phrase {
	if d.IsNegative() {
		return sheet.Phrase{Text: d.String(), Binding: sheet.Sums}
	}
	return atom(d.String())
}

func (d dialect) Norm(n *sheet.Norm) sheet.Phrase { return atom(d.names[n.ID]) }
func (d dialect) Line(l *sheet.Line) sheet.Phrase { return atom(d.names[l.ID]) }

// Input spells an input. A ja/nee input is a cell with a word in it; as a
// number it is 1 or 0.
func (d dialect) Input(in *sheet.Input) sheet.Phrase {
	if in.Unit == sheet.JaNee {
		return atom("IF(" + d.isYes(in) + ",1,0)")
	}
	return atom(d.names[in.ID])
}

func (d dialect) isYes(in *sheet.Input) string { return d.names[in.ID] + `="ja"` }

func (dialect) Sum(terms []sheet.Phrase) sheet.Phrase {
	if len(terms) == 0 {
		return atom("0")
	}
	texts := make([]string, len(terms))
	for i, t := range terms {
		texts[i] = t.In(sheet.Sums)
	}
	return sheet.Phrase{Text: strings.Join(texts, "+"), Binding: sheet.Sums}
}

func (dialect) Difference(a, b sheet.Phrase) sheet.Phrase {
	return sheet.Phrase{Text: a.In(sheet.Sums) + "-" + b.In(sheet.Product), Binding: sheet.Sums}
}

func (dialect) Product(a, b sheet.Phrase) sheet.Phrase {
	return sheet.Phrase{Text: a.In(sheet.Product) + "*" + b.In(sheet.Atom), Binding: sheet.Product}
}

func (dialect) Quotient(a, b sheet.Phrase) sheet.Phrase {
	return sheet.Phrase{Text: a.In(sheet.Product) + "/" + b.In(sheet.Atom), Binding: sheet.Product}
}

func (dialect) AtLeast(x, bound sheet.Phrase) sheet.Phrase {
	return atom("MAX(" + number(x) + "," + number(bound) + ")")
}

func (dialect) AtMost(x, bound sheet.Phrase) sheet.Phrase {
	return atom("MIN(" + number(x) + "," + number(bound) + ")")
}

func (dialect) Rounded(x sheet.Phrase, places int32, how sheet.Rounding) sheet.Phrase {
	function := [...]string{sheet.Nearest: "ROUND", sheet.Down: "ROUNDDOWN", sheet.Up: "ROUNDUP"}[how]
	return atom(fmt.Sprintf("%s(%s,%d)", function, clean(x), places))
}

func (dialect) Choice(cond sheet.Phrase, then, otherwise sheet.Branch) sheet.Phrase {
	return atom("IF(" + cond.Text + "," + then().Text + "," + otherwise().Text + ")")
}

// Lookup keeps the key within the table: below the first row the first row
// holds, where MATCH alone would find nothing.
func (d dialect) Lookup(t *sheet.Table, column int, key sheet.Phrase, above bool) sheet.Phrase {
	if above {
		return atom(d.at(t, column, d.rowAbove(t, key)))
	}
	return atom(d.at(t, column, d.row(t, "MAX("+operand(key)+","+d.at(t, 0, "1")+")")))
}

// Interpolation is the amount of the first row up to its key, that of the last
// row from its key on, and in between: low + (key-low key)/(high key-low key)*
// (high-low), as the calculation in words and numbers has it.
func (d dialect) Interpolation(t *sheet.Table, column int, key sheet.Phrase) sheet.Phrase {
	last := len(t.Table.Rows)
	lowest, highest := d.at(t, column, "1"), d.at(t, column, fmt.Sprint(last))
	if last == 1 {
		return atom(lowest)
	}
	k, row := clean(key), d.row(t, operand(key))
	next := row + "+1"
	between := fmt.Sprintf("%s+(%s-%s)/(%s-%s)*(%s-%s)",
		d.at(t, column, row),
		k, d.at(t, 0, row),
		d.at(t, 0, next), d.at(t, 0, row),
		d.at(t, column, next), d.at(t, column, row))
	return atom(fmt.Sprintf("IF(%s<=%s,%s,IF(%s>=%s,%s,%s))",
		k, d.at(t, 0, "1"), lowest, k, d.at(t, 0, fmt.Sprint(last)), highest, between))
}

// Graduated is the amount of a step and the rate of what the key is more.
func (d dialect) Graduated(t *sheet.Table, key sheet.Phrase) sheet.Phrase {
	row := d.rowAbove(t, key)
	text := fmt.Sprintf("%s+%s*MAX(%s-%s,0)", d.at(t, 1, row), d.at(t, 2, row), key.In(sheet.Sums), d.at(t, 0, row))
	return sheet.Phrase{Text: text, Binding: sheet.Sums}
}

// rowAbove is the last row whose key is below key, or the first: as many as there
// are keys below it.
func (d dialect) rowAbove(t *sheet.Table, key sheet.Phrase) string {
	return "MAX(1,SUMPRODUCT((" + d.column(t, 0) + "<" + clean(key) + ")*1))"
}

// row is the last row whose key is not above key.
func (d dialect) row(t *sheet.Table, key string) string {
	return "MATCH(" + key + "," + d.column(t, 0) + ",1)"
}

func (d dialect) at(t *sheet.Table, column int, row string) string {
	return "INDEX(" + d.column(t, column) + "," + row + ")"
}

func (d dialect) column(t *sheet.Table, column int) string {
	return d.names[columnID(t, t.Columns[column])]
}

// Ranked is SMALL over the range in which the cells stand. Where they do not stand side
// by side it says the same without one: the greatest of those that have fewer than k
// smaller ones. Not every program takes a list of loose cells for a range.
func (d dialect) Ranked(k int, _ string, list []sheet.Phrase) sheet.Phrase {
	cells := make([]string, len(list))
	for i, p := range list {
		cells[i] = p.Text
	}
	area, ok := d.names[listID(cells)]
	if !ok {
		area, ok = adjacent(cells)
	}
	if ok {
		return atom(fmt.Sprintf("SMALL(%s,%d)", area, k))
	}
	least := "MIN(" + strings.Join(cells, ",") + ")"
	candidates := make([]string, len(cells))
	for i, c := range cells {
		var smaller []string
		for j, other := range cells {
			if i != j {
				smaller = append(smaller, "("+other+"<"+c+")")
			}
		}
		candidates[i] = fmt.Sprintf("IF(%s<%d,%s,%s)", strings.Join(append(smaller, "0"), "+"), k, c, least)
	}
	return atom("MAX(" + strings.Join(candidates, ",") + ")")
}

// address matches the address of a cell, with plaats where its column or row is to be
// filled in.
var address = regexp.MustCompile(`^((?:'[^']+'|[A-Za-z0-9_]+)!)?(\$?(?:[A-Z]{1,3}|` + plaats + `))(\$?)([0-9]+|` + plaats + `)$`)

// adjacent gives the range that cells make up, and false where they do not stand side by
// side, in this order.
func adjacent(cells []string) (string, bool) {
	var at [][]string
	for _, c := range cells {
		m := address.FindStringSubmatch(c)
		if m == nil || len(at) > 0 && (m[1] != at[0][1] || m[3] != at[0][3]) {
			return "", false
		}
		at = append(at, m)
	}
	below := func(a, b []string) bool { return a[2] == b[2] && follows(strconv.Atoi, a[4], b[4]) }
	beside := func(a, b []string) bool {
		return a[4] == b[4] && follows(excelize.ColumnNameToNumber, strings.TrimPrefix(a[2], "$"), strings.TrimPrefix(b[2], "$"))
	}
	for _, next := range []func(a, b []string) bool{below, beside} {
		all := true
		for i := 1; i < len(at) && all; i++ {
			all = next(at[i-1], at[i])
		}
		if all {
			last := at[len(at)-1]
			return cells[0] + ":" + strings.Join(last[2:], ""), true
		}
	}
	return "", false
}

// follows tells whether b is the column or the row behind a.
func follows(number func(string) (int, error), a, b string) bool {
	m, err := number(a)
	if err != nil {
		return false
	}
	n, err := number(b)
	return err == nil && n == m+1
}

// Through is the first corner up to it, then segment by segment the line between
// two corners, and the last corner beyond it.
func (dialect) Through(_ string, xs, ys []sheet.Phrase, x sheet.Phrase) sheet.Phrase {
	at, last := clean(x), len(xs)-1
	text := ys[last].Text
	for i := last; i > 0; i-- {
		low, from := xs[i-1], ys[i-1]
		line := fmt.Sprintf("%s+(%s-%s)/(%s-%s)*(%s-%s)", from.In(sheet.Sums), at, low.In(sheet.Product),
			xs[i].In(sheet.Sums), low.In(sheet.Product), ys[i].In(sheet.Sums), from.In(sheet.Product))
		text = fmt.Sprintf("IF(%s<=%s,%s,%s)", at, clean(xs[i]), line, text)
	}
	return atom(fmt.Sprintf("IF(%s<=%s,%s,%s)", at, clean(xs[0]), ys[0].Text, text))
}

func (dialect) Stated(string) sheet.Phrase           { return atom("TRUE()") }
func (dialect) Truth(cond sheet.Phrase) sheet.Phrase { return atom("IF(" + cond.Text + ",1,0)") }

func (d dialect) Yes(x sheet.Phrase) sheet.Phrase {
	if in := x.Input(); in != nil {
		return condition(d.isYes(in))
	}
	return condition(clean(x) + "<>0")
}

func (dialect) Compare(kind sheet.Comparison, a, b sheet.Phrase) sheet.Phrase {
	return condition(clean(a) + kind.ASCII() + clean(b))
}

func (dialect) And(a, b sheet.Phrase) sheet.Phrase { return atom("AND(" + a.Text + "," + b.Text + ")") }
func (dialect) Or(a, b sheet.Phrase) sheet.Phrase  { return atom("OR(" + a.Text + "," + b.Text + ")") }
func (dialect) Not(c sheet.Phrase) sheet.Phrase    { return atom("NOT(" + c.Text + ")") }

func atom(text string) sheet.Phrase { return sheet.Phrase{Text: text, Binding: sheet.Atom} }

func condition(text string) sheet.Phrase { return sheet.Phrase{Text: text, Binding: sheet.Loose} }

// clean spells p as an operand of a rounding, a comparison or a look-up. A
// spreadsheet calculates in binary: there 70% of 165 is 115.49999999999999, and
// rounding that to whole euros gives 115 where 116 is right. Unless p is one
// exact figure it is therefore first rounded to so many decimals that only the
// noise goes. What comes out can stand in a comparison or a sum without brackets.
func clean(p sheet.Phrase) string {
	if p.Exact() {
		return p.Text
	}
	return round(p.Text, noise)
}

// number spells p where a program would pass over an empty cell: MIN, MAX and
// MATCH do not read a cleared input as nil, unless it is added to something.
func number(p sheet.Phrase) string {
	if in := p.Input(); in != nil && in.Unit != sheet.JaNee {
		return "0+" + p.Text
	}
	return p.Text
}

// operand is clean and number at once, for the key of a look-up.
func operand(p sheet.Phrase) string {
	if p.Exact() {
		return number(p)
	}
	return clean(p)
}

func round(text string, places int32) string { return fmt.Sprintf("ROUND(%s,%d)", text, places) }
