package sheet

import (
	"fmt"
	"math/big"
	"slices"

	"github.com/shopspring/decimal"
)

// Leaves.

type literal struct{ n int64 }

func (l literal) unit() (Unit, error) {
	switch l.n {
	case 0:
		return anyUnit, nil
	case 4:
		return four, nil
	case 12:
		return twelve, nil
	case 13:
		return thirteen, nil
	}
	return Getal, nil
}
func (l literal) eval(*evaluation) *big.Rat { return big.NewRat(l.n, 1) }
func (l literal) spell(n Notation) Phrase   { return n.Literal(decimal.NewFromInt(l.n)) }

type count struct{ n int }

func (c count) unit() (Unit, error)       { return Aantal, nil }
func (c count) eval(*evaluation) *big.Rat { return big.NewRat(int64(c.n), 1) }
func (c count) spell(n Notation) Phrase   { return n.Literal(decimal.NewFromInt(int64(c.n))) }

type normRef struct{ norm *Norm }

func (r normRef) unit() (Unit, error)       { return r.norm.Unit, nil }
func (r normRef) eval(*evaluation) *big.Rat { return fraction(r.norm.Value.Amount, r.norm.Unit) }
func (r normRef) spell(n Notation) Phrase   { return n.Norm(r.norm) }

type inputRef struct{ input *Input }

func (r inputRef) unit() (Unit, error) { return r.input.Unit, nil }
func (r inputRef) eval(e *evaluation) *big.Rat {
	if v, ok := e.inputs[r.input]; ok {
		return v
	}
	return fraction(r.input.Value, r.input.Unit)
}
func (r inputRef) spell(n Notation) Phrase { return n.Input(r.input) }

type lineRef struct{ line *Line }

func (r lineRef) unit() (Unit, error)         { return r.line.Unit, nil }
func (r lineRef) eval(e *evaluation) *big.Rat { return e.line(r.line) }
func (r lineRef) spell(n Notation) Phrase     { return n.Line(r.line) }

// Arithmetic.

type sum struct{ terms []operator }

func (s sum) unit() (Unit, error) { return unitOf(s.terms...) }
func (s sum) eval(e *evaluation) *big.Rat {
	total := new(big.Rat)
	for _, t := range s.terms {
		total.Add(total, t.eval(e))
	}
	return total
}
func (s sum) spell(n Notation) Phrase { return n.Sum(phrases(n, s.terms)) }

type difference struct{ a, b operator }

func (d difference) unit() (Unit, error) { return unitOf(d.a, d.b) }
func (d difference) eval(e *evaluation) *big.Rat {
	return new(big.Rat).Sub(d.a.eval(e), d.b.eval(e))
}
func (d difference) spell(n Notation) Phrase { return n.Difference(phrase(n, d.a), phrase(n, d.b)) }

type times struct{ a, b operator }

func (t times) unit() (Unit, error) { return unitOfTwo(t.a, t.b, product) }
func (t times) eval(e *evaluation) *big.Rat {
	return new(big.Rat).Mul(t.a.eval(e), t.b.eval(e))
}
func (t times) spell(n Notation) Phrase { return n.Product(phrase(n, t.a), phrase(n, t.b)) }

type over struct{ a, b operator }

func (o over) unit() (Unit, error) { return unitOfTwo(o.a, o.b, quotient) }
func (o over) eval(e *evaluation) *big.Rat {
	b := o.b.eval(e)
	if b.Sign() == 0 {
		e.fail("deling door nul")
	}
	return new(big.Rat).Quo(o.a.eval(e), b)
}
func (o over) spell(n Notation) Phrase { return n.Quotient(phrase(n, o.a), phrase(n, o.b)) }

// extreme is a floor (atLeast) or a ceiling.
type extreme struct {
	x, bound operator
	atLeast  bool
}

func (m extreme) unit() (Unit, error) { return unitOf(m.x, m.bound) }
func (m extreme) eval(e *evaluation) *big.Rat {
	x, bound := m.x.eval(e), m.bound.eval(e)
	if (x.Cmp(bound) < 0) == m.atLeast {
		return bound
	}
	return x
}
func (m extreme) spell(n Notation) Phrase {
	if m.atLeast {
		return n.AtLeast(phrase(n, m.x), phrase(n, m.bound))
	}
	return n.AtMost(phrase(n, m.x), phrase(n, m.bound))
}

// Rounding is the way in which a figure is rounded.
type Rounding int

const (
	Nearest Rounding = iota // half away from nil
	Down                    // towards nil
	Up                      // away from nil
)

type rounded struct {
	x      operator
	places int32
	how    Rounding
}

func (r rounded) unit() (Unit, error)         { return r.x.unit() }
func (r rounded) eval(e *evaluation) *big.Rat { return round(r.x.eval(e), r.places, r.how) }
func (r rounded) spell(n Notation) Phrase     { return n.Rounded(phrase(n, r.x), r.places, r.how) }

// round rounds x to places decimals.
func round(x *big.Rat, places int32, how Rounding) *big.Rat {
	scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil)
	n := new(big.Int).Mul(x.Num(), scale)
	n.Abs(n)
	d := x.Denom()
	switch how {
	case Nearest: // floor((2|n| + d) / 2d)
		n.Lsh(n, 1).Add(n, d)
		d = new(big.Int).Lsh(d, 1)
	case Up: // floor((|n| + d - 1) / d)
		n.Add(n, d).Sub(n, big.NewInt(1))
	}
	n.Quo(n, d)
	if x.Sign() < 0 {
		n.Neg(n)
	}
	return new(big.Rat).SetFrac(n, scale)
}

// Choice and tables.

type choice struct {
	cond            condition
	then, otherwise operator
}

func (c choice) unit() (Unit, error) {
	if err := c.cond.check(); err != nil {
		return "", err
	}
	return unitOf(c.then, c.otherwise)
}
func (c choice) branch(e *evaluation) operator {
	if c.cond.holds(e) {
		return c.then
	}
	return c.otherwise
}
func (c choice) eval(e *evaluation) *big.Rat { return c.branch(e).eval(e) }
func (c choice) spell(n Notation) Phrase {
	spelling := func(op operator) Branch { return func() Phrase { return phrase(n, op) } }
	return n.Choice(condPhrase(n, c.cond), spelling(c.then), spelling(c.otherwise))
}

type lookup struct {
	table  *Table
	column int
	key    operator
	above  bool // a row holds above its key, not from it
}

func (l lookup) unit() (Unit, error) { return tableUnit(l.table, l.column, l.key) }
func (l lookup) eval(e *evaluation) *big.Rat {
	return l.table.cells[l.row(e)][l.column]
}
func (l lookup) spell(n Notation) Phrase {
	return n.Lookup(l.table, l.column, phrase(n, l.key), l.above)
}

// row is the row that holds; below the first row the first one.
func (l lookup) row(e *evaluation) int { return l.table.rowFor(l.key.eval(e), l.above) }

type interpolation struct {
	table  *Table
	column int
	key    operator
}

func (i interpolation) unit() (Unit, error) { return tableUnit(i.table, i.column, i.key) }
func (i interpolation) eval(e *evaluation) *big.Rat {
	key := i.key.eval(e)
	cells := i.table.cells
	row := i.table.rowAt(key)
	if row < 0 {
		return cells[0][i.column]
	}
	if row == len(cells)-1 {
		return cells[row][i.column]
	}
	low, high := cells[row], cells[row+1]
	step := new(big.Rat).Quo(new(big.Rat).Sub(key, low[0]), new(big.Rat).Sub(high[0], low[0]))
	step.Mul(step, new(big.Rat).Sub(high[i.column], low[i.column]))
	return step.Add(step, low[i.column])
}
func (i interpolation) spell(n Notation) Phrase {
	return n.Interpolation(i.table, i.column, phrase(n, i.key))
}

// graduated is an amount that rises or falls step by step.
type graduated struct {
	table *Table
	key   operator
}

// The columns of a table of steps behind its key.
const (
	stepAmount = 1
	stepRate   = 2
)

func (g graduated) unit() (Unit, error) {
	u, err := tableUnit(g.table, stepAmount, g.key)
	if err != nil {
		return "", err
	}
	if len(g.table.Columns) <= stepRate || g.table.Columns[stepRate].Unit != Percentage || g.table.Columns[0].Unit != u {
		return "", fmt.Errorf("%s is geen tabel met een bedrag en een percentage van het meerdere", g.table.Label)
	}
	return u, nil
}
func (g graduated) eval(e *evaluation) *big.Rat {
	key := g.key.eval(e)
	row := g.table.cells[g.table.rowFor(key, true)]
	more := new(big.Rat).Sub(key, row[0])
	if more.Sign() < 0 {
		more.SetInt64(0)
	}
	return more.Add(more.Mul(more, row[stepRate]), row[stepAmount])
}
func (g graduated) spell(n Notation) Phrase { return n.Graduated(g.table, phrase(n, g.key)) }

// ranked is one of some lines by their size.
type ranked struct {
	k    int
	wat  string
	list []operator
}

func (r ranked) unit() (Unit, error) {
	if r.k < 1 || r.k > len(r.list) {
		return "", fmt.Errorf("er is geen %de van %d", r.k, len(r.list))
	}
	for _, op := range r.list {
		if _, ok := op.(lineRef); !ok {
			return "", fmt.Errorf("alleen regels hebben een volgorde") // a spreadsheet ranks cells
		}
	}
	return unitOf(r.list...)
}
func (r ranked) eval(e *evaluation) *big.Rat {
	values := make([]*big.Rat, len(r.list))
	for i, op := range r.list {
		values[i] = op.eval(e)
	}
	slices.SortFunc(values, (*big.Rat).Cmp)
	return values[r.k-1]
}
func (r ranked) spell(n Notation) Phrase { return n.Ranked(r.k, r.wat, phrases(n, r.list)) }

// through is a broken line through corners.
type through struct {
	wat    string
	xs, ys []operator
	x      operator
}

func (t through) unit() (Unit, error) {
	if len(t.xs) < 2 {
		return "", fmt.Errorf("een lijn heeft ten minste twee punten")
	}
	if _, err := unitOf(append([]operator{t.x}, t.xs...)...); err != nil {
		return "", err
	}
	return unitOf(t.ys...)
}

// segment gives the place of the corner that ends the segment x lies in: 0 before
// the first corner, and the number of corners after the last.
func (t through) segment(e *evaluation) int {
	x := t.x.eval(e)
	for i, corner := range t.xs {
		if x.Cmp(corner.eval(e)) <= 0 {
			return i
		}
	}
	return len(t.xs)
}

func (t through) eval(e *evaluation) *big.Rat {
	switch i := t.segment(e); i {
	case 0:
		return t.ys[0].eval(e)
	case len(t.xs):
		return t.ys[i-1].eval(e)
	default: // above the corner before it, so the two are apart
		low, from := t.xs[i-1].eval(e), t.ys[i-1].eval(e)
		step := new(big.Rat).Quo(new(big.Rat).Sub(t.x.eval(e), low), new(big.Rat).Sub(t.xs[i].eval(e), low))
		step.Mul(step, new(big.Rat).Sub(t.ys[i].eval(e), from))
		return step.Add(step, from)
	}
}
func (t through) spell(n Notation) Phrase {
	return n.Through(t.wat, phrases(n, t.xs), phrases(n, t.ys), phrase(n, t.x))
}

type truth struct{ cond condition }

func (t truth) unit() (Unit, error) { return JaNee, t.cond.check() }
func (t truth) eval(e *evaluation) *big.Rat {
	if t.cond.holds(e) {
		return big.NewRat(1, 1)
	}
	return new(big.Rat)
}
func (t truth) spell(n Notation) Phrase { return n.Truth(condPhrase(n, t.cond)) }

// Conditions.

type stated struct{ text string }

func (stated) check() error              { return nil }
func (stated) holds(*evaluation) bool    { return true }
func (s stated) spell(n Notation) Phrase { return n.Stated(s.text) }

type yes struct{ x operator }

func (y yes) check() error {
	u, err := y.x.unit()
	if err == nil && u != JaNee {
		err = fmt.Errorf("%s is geen ja of nee", u)
	}
	return err
}
func (y yes) holds(e *evaluation) bool { return y.x.eval(e).Sign() != 0 }
func (y yes) spell(n Notation) Phrase  { return n.Yes(phrase(n, y.x)) }

// Comparison is the kind of a comparison.
type Comparison int

const (
	moreThan Comparison = iota
	lessThan
	notLessThan
	notMoreThan
	differs
	equals // only how differs is spelled where it does not hold
)

// Symbol is the sign of the comparison: >, <, ≥, ≤, ≠ or =.
func (c Comparison) Symbol() string { return [...]string{">", "<", "≥", "≤", "≠", "="}[c] }

// ASCII is the sign as spreadsheets write it: >, <, >=, <=, <> or =.
func (c Comparison) ASCII() string { return [...]string{">", "<", ">=", "<=", "<>", "="}[c] }

type compare struct {
	a, b operator
	kind Comparison
}

func (c compare) check() error {
	_, err := unitOf(c.a, c.b)
	return err
}
func (c compare) holds(e *evaluation) bool {
	cmp := c.a.eval(e).Cmp(c.b.eval(e))
	switch c.kind {
	case moreThan:
		return cmp > 0
	case lessThan:
		return cmp < 0
	case notLessThan:
		return cmp >= 0
	case notMoreThan:
		return cmp <= 0
	}
	return cmp != 0
}
func (c compare) spell(n Notation) Phrase {
	return n.Compare(c.kind, phrase(n, c.a), phrase(n, c.b))
}

type both struct {
	a, b condition
	and  bool
}

func (b both) check() error {
	if err := b.a.check(); err != nil {
		return err
	}
	return b.b.check()
}

// holds asks both conditions, as AND and OR do in a spreadsheet.
func (b both) holds(e *evaluation) bool {
	first, second := b.a.holds(e), b.b.holds(e)
	if b.and {
		return first && second
	}
	return first || second
}
func (b both) spell(n Notation) Phrase {
	if b.and {
		return n.And(condPhrase(n, b.a), condPhrase(n, b.b))
	}
	return n.Or(condPhrase(n, b.a), condPhrase(n, b.b))
}

type not struct{ c condition }

func (x not) check() error             { return x.c.check() }
func (x not) holds(e *evaluation) bool { return !x.c.holds(e) }
func (x not) spell(n Notation) Phrase  { return n.Not(condPhrase(n, x.c)) }

// Units of operands.

func unitOf(terms ...operator) (Unit, error) {
	units := make([]Unit, len(terms))
	for i, t := range terms {
		u, err := t.unit()
		if err != nil {
			return "", err
		}
		units[i] = u
	}
	return same(units...)
}

func unitOfTwo(a, b operator, rule func(a, b Unit) (Unit, error)) (Unit, error) {
	ua, err := a.unit()
	if err != nil {
		return "", err
	}
	ub, err := b.unit()
	if err != nil {
		return "", err
	}
	return rule(ua, ub)
}

func tableUnit(t *Table, column int, key operator) (Unit, error) {
	u, err := key.unit()
	if err != nil {
		return "", err
	}
	if column < 0 || column >= len(t.Columns) {
		return "", fmt.Errorf("%s heeft geen kolom %d", t.Label, column)
	}
	if !fits(u, t.Columns[0].Unit) {
		return "", fmt.Errorf("de sleutel van %s is %s, niet %s", t.Label, t.Columns[0].Unit, u)
	}
	return t.Columns[column].Unit, nil
}
