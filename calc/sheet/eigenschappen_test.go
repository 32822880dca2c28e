package sheet_test

import (
	"errors"
	"fmt"
	"math/big"
	"strings"
	"testing"

	"annex/calc/sheet"
	"annex/norms"

	"pgregory.net/rapid"
)

// A tree is a random formula in two readings: as an expression of the model, and
// as a sum in exact fractions that knows nothing of the model.
type tree struct {
	expr  sheet.Expr
	value func() *big.Rat // panics with divisionByNil
}

type question struct {
	cond  sheet.Cond
	value func() bool
}

var errNil = errors.New("division by nil")

// wood draws trees. Every amount is a bare number, so that everything may be
// combined with everything.
type wood struct {
	*rapid.T
	p        *proef
	table    *sheet.Table
	keys     []int64 // of the table, in order
	figures  []int64
	rates    []int64 // of what lies above a key, in percent
	lines    []tree
	negative bool // inputs may be negative
	plain    bool // arithmetic only
}

func newWood(t *rapid.T) *wood {
	w := &wood{T: t, p: nieuw(), negative: true}
	table := norms.Table{ID: "proef_bomen", Label: "bomentabel", Publicatie: publicatie,
		Columns: []norms.Column{{ID: "k", Label: "k", Unit: "getal"}, {ID: "v", Label: "v", Unit: "getal"}, {ID: "p", Label: "p", Unit: "%"}}}
	key := rapid.Int64Range(-50, 50).Draw(t, "first key")
	for range rapid.IntRange(1, 4).Draw(t, "rows") {
		figure := rapid.Int64Range(-500, 500).Draw(t, "figure")
		rate := rapid.Int64Range(-60, 60).Draw(t, "rate")
		w.keys, w.figures, w.rates = append(w.keys, key), append(w.figures, figure), append(w.rates, rate)
		table.Rows = append(table.Rows, []norms.Cell{{Amount: dec(fmt.Sprint(key))}, {Amount: dec(fmt.Sprint(figure))}, {Amount: dec(fmt.Sprint(rate))}})
		key += rapid.Int64Range(1, 70).Draw(t, "step")
	}
	w.table = w.p.sc.Table(table)
	return w
}

func fixed(r *big.Rat) func() *big.Rat { return func() *big.Rat { return r } }

func (w *wood) leaf() tree {
	switch w.pick("leaf", 5) {
	case 0:
		n := rapid.SampledFrom([]int64{0, 1, 2, 4, 12, 13, 100}).Draw(w.T, "literal")
		e := map[int64]sheet.Expr{0: sheet.Zero, 1: sheet.One, 2: sheet.Two, 4: sheet.Four, 12: sheet.Twelve, 13: sheet.Thirteen, 100: sheet.Hundred}[n]
		return tree{e, fixed(big.NewRat(n, 1))}
	case 1:
		n := rapid.Int64Range(1, 6).Draw(w.T, "count")
		return tree{sheet.Count(int(n)), fixed(big.NewRat(n, 1))}
	case 2:
		tenths := rapid.Int64Range(0, 1000).Draw(w.T, "tenths of a percent")
		e := w.p.in("P", fmt.Sprintf("%d.%d", tenths/10, tenths%10), sheet.Percentage)
		return tree{e, fixed(big.NewRat(tenths, 1000))}
	case 3:
		if len(w.lines) > 0 {
			return rapid.SampledFrom(w.lines).Draw(w.T, "line")
		}
	}
	least := int64(0)
	if w.negative {
		least = -300000
	}
	cents := rapid.Int64Range(least, 300000).Draw(w.T, "cents")
	return tree{w.p.in("X", big.NewRat(cents, 100).FloatString(2), sheet.Getal), fixed(big.NewRat(cents, 100))}
}

func (w *wood) pick(what string, n int) int { return rapid.IntRange(0, n-1).Draw(w.T, what) }

func (w *wood) tree(depth int) tree {
	if depth == 0 {
		return w.leaf()
	}
	kinds := 16
	if w.plain {
		kinds = 5
	}
	switch w.pick("kind", kinds) {
	case 0:
		return w.leaf()
	case 1:
		var terms []sheet.Expr
		var values []func() *big.Rat
		for range rapid.IntRange(1, 4).Draw(w.T, "terms") {
			t := w.tree(depth - 1)
			terms, values = append(terms, t.expr), append(values, t.value)
		}
		return tree{sheet.Sum(terms...), func() *big.Rat {
			total := new(big.Rat)
			for _, v := range values {
				total.Add(total, v())
			}
			return total
		}}
	case 2:
		a, b := w.tree(depth-1), w.tree(depth-1)
		return tree{a.expr.Minus(b.expr), func() *big.Rat { return new(big.Rat).Sub(a.value(), b.value()) }}
	case 3:
		a, b := w.tree(depth-1), w.tree(depth-1)
		return tree{a.expr.Times(b.expr), func() *big.Rat { return new(big.Rat).Mul(a.value(), b.value()) }}
	case 4:
		a, b := w.tree(depth-1), w.tree(depth-1)
		// The literal 0 as a divisor is refused when the sheet is built.
		divisor := b.expr.Plus(w.p.in("N", "0", sheet.Getal))
		return tree{a.expr.Over(divisor), func() *big.Rat {
			x, y := a.value(), b.value()
			if y.Sign() == 0 {
				panic(errNil)
			}
			return new(big.Rat).Quo(x, y)
		}}
	case 5:
		a, b := w.tree(depth-1), w.tree(depth-1)
		return tree{a.expr.AtLeast(b.expr), func() *big.Rat {
			x, y := a.value(), b.value()
			if x.Cmp(y) > 0 {
				return x
			}
			return y
		}}
	case 6:
		a, b := w.tree(depth-1), w.tree(depth-1)
		return tree{a.expr.AtMost(b.expr), func() *big.Rat {
			x, y := a.value(), b.value()
			if x.Cmp(y) < 0 {
				return x
			}
			return y
		}}
	case 7:
		a, places := w.tree(depth-1), rapid.Int32Range(0, 4).Draw(w.T, "places")
		return tree{a.expr.Round(places), func() *big.Rat { return roundedTo(a.value(), places) }}
	case 8:
		c, a, b := w.question(depth-1), w.tree(depth-1), w.tree(depth-1)
		return tree{sheet.If(c.cond, a.expr, b.expr), func() *big.Rat {
			if c.value() {
				return a.value()
			}
			return b.value()
		}}
	case 9:
		k, column := w.tree(depth-1), w.pick("column", 2)
		return tree{sheet.Lookup(w.table, column, k.expr), func() *big.Rat { return w.row(k.value(), column) }}
	case 10:
		a := w.tree(depth - 1)
		return tree{a.expr.RoundDown(), func() *big.Rat { return whole(a.value(), 0) }}
	case 11:
		a := w.tree(depth - 1)
		return tree{a.expr.RoundUp(), func() *big.Rat { return whole(a.value(), 1) }}
	case 12:
		k, column := w.tree(depth-1), w.pick("column", 2)
		return tree{sheet.LookupAbove(w.table, column, k.expr), func() *big.Rat { return w.column(column, w.above(k.value())) }}
	case 14:
		return w.brokenLine(w.tree(depth - 1))
	case 13:
		k := w.tree(depth - 1)
		return tree{sheet.Graduated(w.table, k.expr), func() *big.Rat { return w.steps(k.value()) }}
	default:
		k := w.tree(depth - 1)
		return tree{sheet.Interpolate(w.table, 1, k.expr), func() *big.Rat { return w.between(k.value()) }}
	}
}

// brokenLine is a line through two to four corners, of which two may stand at the
// same place.
func (w *wood) brokenLine(at tree) tree {
	var corners []sheet.Corner
	var xs []*big.Rat
	var ys []func() *big.Rat
	x := int64(0)
	for range rapid.IntRange(2, 4).Draw(w.T, "corners") {
		x += rapid.Int64Range(0, 500).Draw(w.T, "step")
		y := w.leaf()
		corners = append(corners, sheet.Corner{X: w.p.in("X", fmt.Sprint(x), sheet.Getal), Y: y.expr})
		xs, ys = append(xs, big.NewRat(x, 1)), append(ys, y.value)
	}
	return tree{sheet.Through("de hoeken", corners, at.expr), func() *big.Rat {
		v := at.value()
		for i, x := range xs {
			if v.Cmp(x) > 0 {
				continue
			}
			if i == 0 {
				return ys[0]()
			}
			part := new(big.Rat).Quo(new(big.Rat).Sub(v, xs[i-1]), new(big.Rat).Sub(x, xs[i-1]))
			rise := new(big.Rat).Sub(ys[i](), ys[i-1]())
			return part.Mul(part, rise).Add(part, ys[i-1]())
		}
		return ys[len(ys)-1]()
	}}
}

func (w *wood) question(depth int) question {
	if depth > 0 {
		switch w.pick("joint", 4) {
		case 0:
			a, b := w.question(depth-1), w.question(depth-1)
			return question{a.cond.And(b.cond), func() bool { x, y := a.value(), b.value(); return x && y }}
		case 1:
			a, b := w.question(depth-1), w.question(depth-1)
			return question{a.cond.Or(b.cond), func() bool { x, y := a.value(), b.value(); return x || y }}
		case 2:
			a := w.question(depth - 1)
			return question{sheet.Not(a.cond), func() bool { return !a.value() }}
		}
	}
	if w.pick("flag", 4) == 0 {
		yes := rapid.Bool().Draw(w.T, "yes")
		return question{w.p.janee("het zo is", yes), func() bool { return yes }}
	}
	a, b := w.tree(depth), w.tree(depth)
	cmp := func() int { return a.value().Cmp(b.value()) }
	switch w.pick("comparison", 4) {
	case 0:
		return question{a.expr.MoreThan(b.expr), func() bool { return cmp() == 1 }}
	case 1:
		return question{a.expr.LessThan(b.expr), func() bool { return cmp() == -1 }}
	case 2:
		return question{a.expr.NotLessThan(b.expr), func() bool { return cmp() != -1 }}
	default:
		return question{a.expr.NotMoreThan(b.expr), func() bool { return cmp() != 1 }}
	}
}

// row reads the table: the last row whose key is not above k, else the first.
func (w *wood) row(k *big.Rat, column int) *big.Rat {
	i := 0
	for j, key := range w.keys {
		if big.NewRat(key, 1).Cmp(k) <= 0 {
			i = j
		}
	}
	return big.NewRat([][]int64{w.keys, w.figures}[column][i], 1)
}

func (w *wood) column(column, row int) *big.Rat {
	return big.NewRat([][]int64{w.keys, w.figures, w.rates}[column][row], 1)
}

// above is the last row whose key lies below k, else the first.
func (w *wood) above(k *big.Rat) int {
	i := 0
	for j, key := range w.keys {
		if k.Cmp(big.NewRat(key, 1)) > 0 {
			i = j
		}
	}
	return i
}

// steps reads the table step by step: the amount of a row and the rate of what k
// is more than its key.
func (w *wood) steps(k *big.Rat) *big.Rat {
	row := w.above(k)
	more := new(big.Rat).Sub(k, w.column(0, row))
	if more.Sign() < 0 {
		return w.column(1, row)
	}
	more.Mul(more, big.NewRat(w.rates[row], 100))
	return more.Add(more, w.column(1, row))
}

// whole is x without its fraction, and one further from nil where up is 1 and
// there was one.
func whole(x *big.Rat, up int64) *big.Rat {
	n, rest := new(big.Int).QuoRem(new(big.Int).Abs(x.Num()), x.Denom(), new(big.Int))
	if rest.Sign() > 0 {
		n.Add(n, big.NewInt(up))
	}
	if x.Sign() < 0 {
		n.Neg(n)
	}
	return new(big.Rat).SetInt(n)
}

// between reads the table in proportion.
func (w *wood) between(k *big.Rat) *big.Rat {
	last := len(w.keys) - 1
	if k.Cmp(big.NewRat(w.keys[0], 1)) <= 0 {
		return big.NewRat(w.figures[0], 1)
	}
	for i := range last {
		low, high := big.NewRat(w.keys[i], 1), big.NewRat(w.keys[i+1], 1)
		if k.Cmp(high) < 0 {
			part := new(big.Rat).Quo(new(big.Rat).Sub(k, low), big.NewRat(w.keys[i+1]-w.keys[i], 1))
			part.Mul(part, big.NewRat(w.figures[i+1]-w.figures[i], 1))
			return part.Add(part, big.NewRat(w.figures[i], 1))
		}
	}
	return big.NewRat(w.figures[last], 1)
}

// roundedTo is the whole number nearest to x times a power of ten, the one
// farther from zero when two are as near, divided by that power again.
func roundedTo(x *big.Rat, places int32) *big.Rat {
	scale := big.NewRat(1, 1)
	for range places {
		scale.Mul(scale, big.NewRat(10, 1))
	}
	y := new(big.Rat).Mul(new(big.Rat).Abs(x), scale)
	y.Add(y, big.NewRat(1, 2))
	n := new(big.Rat).SetInt(new(big.Int).Div(y.Num(), y.Denom()))
	n.Quo(n, scale)
	if x.Sign() < 0 {
		n.Neg(n)
	}
	return n
}

// valueOf reads a tree in fractions; ok is false when it divides by nil.
func (t tree) valueOf() (v *big.Rat, ok bool) {
	defer func() {
		if p := recover(); p != nil {
			if p != any(errNil) {
				panic(p)
			}
			v, ok = nil, false
		}
	}()
	return t.value(), true
}

// sameValue: a value as the model gives it, to twelve decimals where it has no end.
func sameValue(l *sheet.LineResult, want *big.Rat) bool {
	if want.IsInt() {
		return l.Value.Rat().Cmp(want) == 0
	}
	return l.Value.Rat().Cmp(roundedTo(want, 12)) == 0
}

// Evaluate gives every line what a sum in exact fractions gives, and a fault
// that names the line exactly where that sum divides by nil.
func TestEvaluateEqualsFractions(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		w := newWood(rt)
		var all []tree
		for i := range rapid.IntRange(1, 4).Draw(rt, "lines") {
			tr := w.tree(rapid.IntRange(0, 4).Draw(rt, "depth"))
			all = append(all, tr)
			w.lines = append(w.lines, tree{w.p.regel(fmt.Sprintf("lijn_%d", i), sheet.Getal, tr.expr), tr.value})
		}
		r, err := w.p.Evaluate(sheet.Receipt{})
		for i, tr := range all {
			id := fmt.Sprintf("proef.lijn_%d", i)
			want, ok := tr.valueOf()
			if !ok {
				var f *sheet.Fault
				if !errors.As(err, &f) || f.Line != id {
					rt.Fatalf("%s divides by nil; error %v", id, err)
				}
				return
			}
			if err != nil {
				if f := (*sheet.Fault)(nil); errors.As(err, &f) && f.Line > id {
					continue // a later line divides by nil
				}
				rt.Fatalf("%s is %s; error %v", id, want, err)
			}
			if l := r.Line(id); !sameValue(l, want) {
				rt.Fatalf("%s = %s: %s, in fractions %s", l.Words, l.Numbers, l.Value, want)
			}
		}
	})
}

// Adding nothing changes nothing: not the value, not what is printed.
func TestAddingZeroChangesNothing(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		w := newWood(rt)
		e := w.tree(rapid.IntRange(0, 3).Draw(rt, "depth"))
		if _, ok := e.valueOf(); !ok {
			return
		}
		w.p.regel("kaal", sheet.Getal, e.expr)
		for i, same := range []sheet.Expr{e.expr.Plus(sheet.Zero), sheet.Zero.Plus(e.expr), sheet.Sum(sheet.Zero, e.expr, sheet.Zero), e.expr.Minus(sheet.Zero)} {
			w.p.regel(fmt.Sprintf("met_nul_%d", i), sheet.Getal, same)
		}
		r, err := w.p.Evaluate(sheet.Receipt{})
		if err != nil {
			rt.Fatal(err)
		}
		want := r.Line("proef.kaal")
		for i := range 4 {
			got := r.Line(fmt.Sprintf("proef.met_nul_%d", i))
			if !got.Value.Equal(want.Value) || got.Words != want.Words || got.Numbers != want.Numbers {
				rt.Fatalf("%d: %s, %q, %q; without nil %s, %q, %q", i, got.Value, got.Words, got.Numbers, want.Value, want.Words, want.Numbers)
			}
		}
	})
}

// What is printed with the figures filled in is a sum that a reader can redo,
// bracket for bracket.
func TestNumbersCanBeRecalculated(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		w := newWood(rt)
		w.negative, w.plain = false, true
		if rapid.Bool().Draw(rt, "with a line") { // a line may be negative
			cents := rapid.Int64Range(-1000, 1000).Draw(rt, "cents")
			a := w.p.in("A", "0", sheet.Getal)
			b := w.p.in("B", big.NewRat(cents+1000, 100).FloatString(2), sheet.Getal)
			c := w.p.in("C", "10", sheet.Getal)
			line := w.p.regel("lijn", sheet.Getal, sheet.Sum(a, b).Minus(c))
			w.lines = append(w.lines, tree{line, fixed(big.NewRat(cents, 100))})
		}
		e := w.tree(rapid.IntRange(1, 4).Draw(rt, "depth"))
		want, ok := e.valueOf()
		if !ok {
			return
		}
		w.p.regel("uitkomst", sheet.Getal, e.expr)
		r, err := w.p.Evaluate(sheet.Receipt{})
		if err != nil {
			rt.Fatal(err)
		}
		l := r.Line("proef.uitkomst")
		if l.Numbers == "" { // a figure alone
			return
		}
		if got, err := calculator(l.Numbers); err != nil || got.Cmp(want) != 0 {
			rt.Fatalf("%q comes to %v (%v), not %s", l.Numbers, got, err, want)
		}
	})
}

// calculator works out a sum as it is printed: × and / before + and −, from
// left to right.
func calculator(s string) (*big.Rat, error) {
	c := &calc{rest: strings.ReplaceAll(s, " ", "")}
	v, err := c.sum()
	if err == nil && c.rest != "" {
		err = fmt.Errorf("cannot read %q", c.rest)
	}
	return v, err
}

type calc struct{ rest string }

func (c *calc) take(s string) bool {
	rest, ok := strings.CutPrefix(c.rest, s)
	if ok {
		c.rest = rest
	}
	return ok
}

func (c *calc) sum() (*big.Rat, error) {
	v, err := c.product()
	for err == nil {
		var x *big.Rat
		switch {
		case c.take("+"):
			if x, err = c.product(); err == nil {
				v = new(big.Rat).Add(v, x)
			}
		case c.take("−"):
			if x, err = c.product(); err == nil {
				v = new(big.Rat).Sub(v, x)
			}
		default:
			return v, nil
		}
	}
	return nil, err
}

func (c *calc) product() (*big.Rat, error) {
	v, err := c.factor()
	for err == nil {
		var x *big.Rat
		switch {
		case c.take("×"):
			if x, err = c.factor(); err == nil {
				v = new(big.Rat).Mul(v, x)
			}
		case c.take("/"):
			if x, err = c.factor(); err == nil {
				v = new(big.Rat).Quo(v, x)
			}
		default:
			return v, nil
		}
	}
	return nil, err
}

func (c *calc) factor() (*big.Rat, error) {
	if c.take("(") {
		v, err := c.sum()
		if err == nil && !c.take(")") {
			err = fmt.Errorf("no ) before %q", c.rest)
		}
		return v, err
	}
	negative := c.take("−")
	end := 0
	for end < len(c.rest) && strings.IndexByte("0123456789.,", c.rest[end]) >= 0 {
		end++
	}
	v, ok := new(big.Rat).SetString(strings.NewReplacer(".", "", ",", ".").Replace(c.rest[:end]))
	if !ok {
		return nil, fmt.Errorf("no number before %q", c.rest)
	}
	c.rest = c.rest[end:]
	if c.take("%") {
		v.Quo(v, big.NewRat(100, 1))
	}
	if negative {
		v.Neg(v)
	}
	return v, nil
}
