package sheet

import (
	"math/big"

	"github.com/shopspring/decimal"
)

// Expr is an expression with a number as its outcome. It has no value of its
// own: code that builds rules cannot branch on an amount.
type Expr struct{ op operator }

// Cond is an expression that is true or false.
type Cond struct{ op condition }

// IsZero tells whether c is the empty condition, which means "always".
func (c Cond) IsZero() bool { return c.op == nil }

// operator is one kind of expression, complete: unit rule, evaluation and
// spelling. The set is closed; the kinds stand in operators.go.
type operator interface {
	unit() (Unit, error)
	eval(*evaluation) *big.Rat
	spell(Notation) Phrase
}

// condition is the same for expressions that are true or false.
type condition interface {
	check() error
	holds(*evaluation) bool
	spell(Notation) Phrase
}

// The only literals there are. Every other number is a norm with a source or an
// input with its evidence.
var (
	Zero     = Expr{literal{0}}
	One      = Expr{literal{1}}
	Two      = Expr{literal{2}}
	Four     = Expr{literal{4}}
	Twelve   = Expr{literal{12}}
	Thirteen = Expr{literal{13}}
	Hundred  = Expr{literal{100}}
)

// Count is a number of things that the structure of the case fixes, such as the
// number of children. It is no amount and has no evidence of its own.
func Count(n int) Expr { return Expr{count{n}} }

// Plus is e + others.
func (e Expr) Plus(others ...Expr) Expr { return Sum(append([]Expr{e}, others...)...) }

// Sum adds up. The sum of nothing is nil, and a nil that is known as such is
// left out: nobody wants to read "+ 0".
func Sum(terms ...Expr) Expr {
	var kept []operator
	for _, t := range terms {
		if t != Zero {
			kept = append(kept, t.op)
		}
	}
	switch len(kept) {
	case 0:
		return Zero
	case 1:
		return Expr{kept[0]}
	}
	return Expr{sum{kept}}
}

// Minus is e - o.
func (e Expr) Minus(o Expr) Expr {
	if o == Zero {
		return e
	}
	return Expr{difference{e.op, o.op}}
}

// Times is e x o.
func (e Expr) Times(o Expr) Expr { return Expr{times{e.op, o.op}} }

// Over is e : o. Dividing by nil is an error when it is evaluated.
func (e Expr) Over(o Expr) Expr { return Expr{over{e.op, o.op}} }

// AtLeast is e, but not below bound.
func (e Expr) AtLeast(bound Expr) Expr { return Expr{extreme{e.op, bound.op, true}} }

// AtMost is e, but not above bound.
func (e Expr) AtMost(bound Expr) Expr { return Expr{extreme{e.op, bound.op, false}} }

// Round rounds to places decimals, half away from zero, as the spreadsheet's
// ROUND does and as the examples of the Rapport do.
func (e Expr) Round(places int32) Expr { return Expr{rounded{e.op, places, Nearest}} }

// RoundDown rounds to whole numbers towards nil, as a tax assessment does with
// what is due.
func (e Expr) RoundDown() Expr { return Expr{rounded{e.op, 0, Down}} }

// RoundUp rounds to whole numbers away from nil, as a tax assessment does with a
// credit.
func (e Expr) RoundUp() Expr { return Expr{rounded{e.op, 0, Up}} }

// If is then where c holds, and otherwise where it does not. Only the branch
// that applies is evaluated.
func If(c Cond, then, otherwise Expr) Expr { return Expr{choice{c.op, then.op, otherwise.op}} }

// Lookup gives the figure in column of the last row of t whose key is not above
// key; column 0 is the key of that row. Below the first row the first row holds.
func Lookup(t *Table, column int, key Expr) Expr { return Expr{lookup{t, column, key.op, false}} }

// LookupAbove is Lookup in a table whose rows hold for what is more than their
// key: it gives the figure of the last row whose key is below key.
func LookupAbove(t *Table, column int, key Expr) Expr {
	return Expr{lookup{t, column, key.op, true}}
}

// Interpolate gives the figure in column of t at key, in proportion between the
// two rows around it. Below the first and above the last row the figure of that
// row holds.
func Interpolate(t *Table, column int, key Expr) Expr { return Expr{interpolation{t, column, key.op}} }

// Graduated gives what a table of steps has for key: of the last row whose key is
// below it, the amount in column 1 plus the percentage in column 2 of what key is
// more. At or below the first key it is the amount of the first row.
func Graduated(t *Table, key Expr) Expr { return Expr{graduated{t, key.op}} }

// Smallest gives the k-th smallest, from 1, of some lines. wat is what they are
// called together: "de knikpunten".
func Smallest(k int, wat string, lines ...Expr) Expr {
	ops := make([]operator, len(lines))
	for i, l := range lines {
		ops[i] = l.op
	}
	return Expr{ranked{k, wat, ops}}
}

// Corner is a point of a broken line.
type Corner struct{ X, Y Expr }

// Through gives y at x on the broken line through corners, which have to stand in
// rising order of X; before the first and after the last it is the Y of that one.
// wat is what the line is called: "de knikpunten".
func Through(wat string, corners []Corner, x Expr) Expr {
	t := through{wat: wat, x: x.op}
	for _, c := range corners {
		t.xs, t.ys = append(t.xs, c.X.op), append(t.ys, c.Y.op)
	}
	return Expr{t}
}

// Truth is 1 where c holds and 0 where it does not, with unit JaNee.
func Truth(c Cond) Expr { return Expr{truth{c.op}} }

// Stated holds always: it is what the structure of the case file says and no amount
// can change, such as where a child is registered. text says what, as a clause.
func Stated(text string) Cond { return Cond{stated{text}} }

// IsYes holds where e, of unit JaNee, is yes.
func (e Expr) IsYes() Cond { return Cond{yes{e.op}} }

// MoreThan holds where e > o.
func (e Expr) MoreThan(o Expr) Cond { return Cond{compare{e.op, o.op, moreThan}} }

// LessThan holds where e < o.
func (e Expr) LessThan(o Expr) Cond { return Cond{compare{e.op, o.op, lessThan}} }

// NotLessThan holds where e >= o.
func (e Expr) NotLessThan(o Expr) Cond { return Cond{compare{e.op, o.op, notLessThan}} }

// Differs holds where e and o are not the same amount. Both have to be rounded, so
// that a spreadsheet finds the same.
func (e Expr) Differs(o Expr) Cond { return Cond{compare{e.op, o.op, differs}} }

// NotMoreThan holds where e <= o.
func (e Expr) NotMoreThan(o Expr) Cond { return Cond{compare{e.op, o.op, notMoreThan}} }

// And holds where both hold.
func (c Cond) And(d Cond) Cond { return Cond{both{c.op, d.op, true}} }

// Or holds where one of both holds.
func (c Cond) Or(d Cond) Cond { return Cond{both{c.op, d.op, false}} }

// Not holds where c does not.
func Not(c Cond) Cond { return Cond{not{c.op}} }

// fraction turns a figure as it is published or entered into the number the
// model holds: 70 with unit % becomes 0.70.
func fraction(d decimal.Decimal, u Unit) *big.Rat {
	if u.Percent() {
		d = d.Shift(-2)
	}
	return d.Rat()
}
