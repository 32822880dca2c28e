package sheet

import (
	"math/big"
	"strings"

	"github.com/shopspring/decimal"
)

// numbers spells a formula with the values filled in, as it was evaluated: of a
// choice only the branch that applied, with the reason why. Conditions are
// spelled as they turned out, so that what is printed is true.
type numbers struct{ e *evaluation }

func (numbers) Literal(d decimal.Decimal) Phrase {
	return Phrase{Text: FormatPublished(d), Binding: Atom}
}
func (numbers) Norm(n *Norm) Phrase {
	text := FormatPublished(n.Value.Amount)
	if n.Unit.Percent() {
		text += "%"
	}
	return Phrase{Text: text, Binding: Atom}
}
func (numbers) Input(in *Input) Phrase { return Phrase{Text: in.Text(), Binding: Atom} }
func (n numbers) Line(l *Line) Phrase {
	return n.value(n.e.line(l), l.Unit, l.Places())
}

func (n numbers) value(v *big.Rat, u Unit, places int32) Phrase {
	text := FormatValue(decimalOf(v), u, places)
	if v.Sign() < 0 {
		return Phrase{Text: text, Binding: Sums}
	}
	return Phrase{Text: text, Binding: Atom}
}

func (numbers) Sum(terms []Phrase) Phrase     { return joinSum(terms).because(terms...) }
func (numbers) Difference(a, b Phrase) Phrase { return minus(a, b).because(a, b) }
func (numbers) Product(a, b Phrase) Phrase    { return by(a, " × ", b).because(a, b) }
func (numbers) Quotient(a, b Phrase) Phrase   { return by(a, " / ", b).because(a, b) }
func (n numbers) AtLeast(x, bound Phrase) Phrase {
	return n.bounded(x, bound, -1, ", ten minste ")
}
func (n numbers) AtMost(x, bound Phrase) Phrase {
	return n.bounded(x, bound, 1, ", ten hoogste ")
}

// bounded names the bound only where it bites.
func (n numbers) bounded(x, bound Phrase, bites int, how string) Phrase {
	if x.expr.eval(n.e).Cmp(bound.expr.eval(n.e)) != bites {
		return x
	}
	return Phrase{Text: x.Text + how + bound.Text, Binding: Loose}.because(x, bound)
}
func (numbers) Rounded(x Phrase, _ int32, _ Rounding) Phrase { return x }

func (n numbers) Choice(cond Phrase, then, otherwise Branch) Phrase {
	branch := otherwise
	if cond.cond.holds(n.e) {
		branch = then
	}
	applied := branch()
	out := Phrase{Text: applied.Text, Binding: applied.Binding}
	if cond.Text != "" {
		out.reasons = append(out.reasons, cond.Text)
	}
	return out.because(applied)
}
func (n numbers) Lookup(t *Table, column int, key Phrase, above bool) Phrase {
	row := t.rowFor(key.expr.eval(n.e), above)
	if above {
		return t.phrase(row, column)
	}
	text := t.Text(row, column) + " (rij vanaf " + t.Text(row, 0) + ")"
	return Phrase{Text: text, Binding: Atom}
}
func (n numbers) Interpolation(t *Table, column int, key Phrase) Phrase {
	k := key.expr.eval(n.e)
	row, last := t.rowAt(k), len(t.cells)-1
	switch {
	case row < 0:
		return Phrase{Text: t.Text(0, column) + " (laagste rij, " + t.Text(0, 0) + ")", Binding: Atom}
	case row == last:
		return Phrase{Text: t.Text(last, column) + " (hoogste rij, " + t.Text(last, 0) + ")", Binding: Atom}
	case t.cells[row][0].Cmp(k) == 0:
		return Phrase{Text: t.Text(row, column) + " (rij " + t.Text(row, 0) + ")", Binding: Atom}
	}
	low, high := t.Text(row, 0), t.Text(row+1, 0)
	return Phrase{
		Text: t.Text(row, column) + " + (" + key.In(Sums) + " − " + low + ") / (" + high + " − " + low + ") × (" +
			t.Text(row+1, column) + " − " + t.Text(row, column) + ")",
		Binding: Sums,
	}
}

// Graduated leaves out what is not there: the percentage of a step that stays level.
func (n numbers) Graduated(t *Table, key Phrase) Phrase {
	row := t.rowFor(key.expr.eval(n.e), true)
	amount, rate := t.phrase(row, stepAmount), t.phrase(row, stepRate)
	if t.cells[row][stepRate].Sign() == 0 {
		return amount.because(key)
	}
	sign := " + "
	if t.cells[row][stepRate].Sign() < 0 {
		sign, rate.Text = " "+minusSign+" ", strings.TrimPrefix(rate.Text, minusSign)
	}
	more := key.In(Sums)
	if t.cells[row][0].Sign() != 0 {
		more = "(" + more + " " + minusSign + " " + t.Text(row, 0) + ")"
	}
	if t.cells[row][stepAmount].Sign() == 0 && sign == " + " {
		return Phrase{Text: rate.Text + " × " + more, Binding: Product}.because(key)
	}
	return Phrase{Text: amount.Text + sign + rate.Text + " × " + more, Binding: Sums}.because(key)
}
func (n numbers) Ranked(k int, _ string, list []Phrase) Phrase {
	ops := make([]operator, len(list))
	for i, p := range list {
		ops[i] = p.expr
	}
	r := ranked{k: k, list: ops}
	unit, _ := r.unit()
	return n.value(r.eval(n.e), unit, 2)
}

// Through shows the two corners that x lies between, or the one it lies beyond.
func (n numbers) Through(_ string, xs, ys []Phrase, x Phrase) Phrase {
	t := through{x: x.expr}
	for _, p := range xs {
		t.xs = append(t.xs, p.expr)
	}
	switch i := t.segment(n.e); i {
	case 0:
		return ys[0].because(x)
	case len(xs):
		return ys[i-1].because(x)
	default:
		low, high, from, to := xs[i-1], xs[i], ys[i-1], ys[i]
		return Phrase{
			Text: from.In(Sums) + " + (" + x.In(Sums) + " − " + low.In(Product) + ") / (" + high.In(Sums) + " − " + low.In(Product) + ") × (" +
				to.In(Sums) + " − " + from.In(Product) + ")",
			Binding: Sums,
		}.because(x)
	}
}
func (numbers) Truth(cond Phrase) Phrase { return cond }
func (numbers) Stated(string) Phrase     { return Phrase{} } // there is no amount in it

// Yes says nothing of a circumstance that does not occur: nobody needs to read
// that the parent does not receive bijstand.
func (n numbers) Yes(x Phrase) Phrase {
	holds := x.expr.eval(n.e).Sign() != 0
	if _, isInput := x.expr.(inputRef); isInput && !holds {
		return Phrase{}
	}
	if in := x.Input(); in != nil && in.Zin != "" {
		return Phrase{Text: in.Zin, Binding: Loose}
	}
	return Phrase{Text: x.expr.spell(words{}).Text + ": " + FormatValue(decimalOf(x.expr.eval(n.e)), JaNee, 0), Binding: Loose}
}
func (n numbers) Compare(kind Comparison, a, b Phrase) Phrase {
	va, vb := a.expr.eval(n.e), b.expr.eval(n.e)
	if !(compare{a.expr, b.expr, kind}).holds(n.e) {
		kind = [...]Comparison{moreThan: notMoreThan, lessThan: notLessThan, notLessThan: lessThan, notMoreThan: moreThan, differs: equals}[kind]
	}
	sign := kind.Symbol()
	if va.Cmp(vb) == 0 {
		sign = "="
	}
	return Phrase{Text: a.In(Sums) + " " + sign + " " + b.In(Sums), Binding: Loose}
}
func (numbers) And(a, b Phrase) Phrase { return joinReasons(a, b) }
func (numbers) Or(a, b Phrase) Phrase  { return joinReasons(a, b) }
func (numbers) Not(c Phrase) Phrase    { return c }

// joinReasons joins conditions that are each spelled as they turned out.
func joinReasons(a, b Phrase) Phrase {
	switch {
	case a.Text == "":
		return b
	case b.Text == "":
		return a
	}
	return Phrase{Text: a.Text + " en " + b.Text, Binding: Loose}
}

// Text prints one figure of the table as published.
func (t *Table) Text(row, column int) string {
	text := FormatPublished(t.Table.Rows[row][column].Amount)
	if t.Columns[column].Unit.Percent() {
		text += "%"
	}
	return text
}

// phrase is a cell inside a formula: a figure below nil stands in brackets there.
func (t *Table) phrase(row, column int) Phrase {
	p := Phrase{Text: t.Text(row, column), Binding: Atom}
	if t.Table.Rows[row][column].Amount.IsNegative() {
		p.Binding = Sums
	}
	return p
}

// Text prints a norm as the formulas print it.
func (n *Norm) Text() string { return numbers{}.Norm(n).Text }

// Text prints an input as the formulas print it.
func (in *Input) Text() string {
	d := in.Value
	if in.Unit.Percent() {
		d = d.Shift(-2)
	}
	return FormatValue(d, in.Unit, 2)
}

// Places gives the number of decimals with which the value of a line is
// printed: none where it ends on whole euros, else two.
func (l *Line) Places() int32 {
	if p := places(l.Expr.op); p >= 0 {
		return p
	}
	return 2
}

const centen = 2

// places gives the decimals an expression ends on, or -1 where any will do.
func places(op operator) int32 {
	switch o := op.(type) {
	case literal:
		return -1
	case count:
		return -1
	case rounded:
		return min(o.places, centen) // more only where there are more
	case lineRef:
		return o.line.Places()
	case normRef:
		return max(0, -o.norm.Value.Amount.Exponent())
	case choice:
		return max(places(o.then), places(o.otherwise))
	case extreme:
		return max(places(o.x), places(o.bound))
	case sum:
		p := int32(-1)
		for _, t := range o.terms {
			p = max(p, places(t))
		}
		return p
	case difference:
		return max(places(o.a), places(o.b))
	}
	return 2
}

// decimalOf gives a value as a decimal: exactly where it is one, else to twelve
// decimals.
func decimalOf(v *big.Rat) decimal.Decimal {
	if v.IsInt() {
		return decimal.NewFromBigInt(v.Num(), 0)
	}
	return decimal.NewFromBigRat(v, 12)
}
