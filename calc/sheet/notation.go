package sheet

import (
	"strings"

	"github.com/shopspring/decimal"
)

// Binding says how tightly the parts of a phrase hold together, so that a
// larger formula knows where it needs brackets.
type Binding int

const (
	Loose   Binding = iota // a choice, a floor, a condition
	Sums                   // a + b, a - b
	Product                // a x b, a : b
	Atom                   // a name, a number, a function with its brackets
)

// Phrase is a spelled part of a formula.
type Phrase struct {
	Text    string
	Binding Binding
	expr    operator
	cond    condition
	reasons []string // why the branches in it applied
}

// because passes on the reasons of the parts a phrase is made of.
func (p Phrase) because(parts ...Phrase) Phrase {
	for _, part := range parts {
		p.reasons = append(p.reasons, part.reasons...)
	}
	return p
}

// whole gives the text with the reasons behind it.
func (p Phrase) whole() string {
	if len(p.reasons) == 0 {
		return p.Text
	}
	return p.Text + " (want " + strings.Join(p.reasons, " en ") + ")"
}

// In gives the text, in brackets where it binds less tightly than b.
func (p Phrase) In(b Binding) string {
	if p.Binding < b {
		return "(" + p.Text + ")"
	}
	return p.Text
}

// Exact tells whether the phrase is one figure that is exact in itself: an
// input, a norm, a literal, or a line that ends in rounding. A spreadsheet,
// which calculates in binary, holds only those without noise.
func (p Phrase) Exact() bool {
	return p.expr != nil && exact(p.expr)
}

// Input gives the input the phrase is, or nil where it is something else. A
// spreadsheet holds a ja/nee input as a word and must ask for it by that word.
func (p Phrase) Input() *Input {
	if r, ok := p.expr.(inputRef); ok {
		return r.input
	}
	return nil
}

func exact(op operator) bool {
	switch o := op.(type) {
	case literal, count, normRef, inputRef, truth:
		return true
	case lineRef:
		return exactLine(o.line.Expr.op)
	}
	return false
}

// exactLine tells whether a line with this expression holds an exact figure.
func exactLine(op operator) bool {
	switch o := op.(type) {
	case rounded, lookup:
		return true
	case choice:
		return exactLine(o.then) && exactLine(o.otherwise)
	case extreme:
		return exactLine(o.x) && exactLine(o.bound)
	}
	return exact(op)
}

// Notation spells formulas in one language. There are three: words, numbers
// (both here) and the spreadsheet's (render/xlsx).
type Notation interface {
	Literal(d decimal.Decimal) Phrase
	Norm(n *Norm) Phrase
	Input(in *Input) Phrase
	Line(l *Line) Phrase

	Sum(terms []Phrase) Phrase
	Difference(a, b Phrase) Phrase
	Product(a, b Phrase) Phrase
	Quotient(a, b Phrase) Phrase
	AtLeast(x, bound Phrase) Phrase
	AtMost(x, bound Phrase) Phrase
	Rounded(x Phrase, places int32, how Rounding) Phrase

	Choice(cond Phrase, then, otherwise Branch) Phrase
	Lookup(t *Table, column int, key Phrase, above bool) Phrase
	Interpolation(t *Table, column int, key Phrase) Phrase
	Graduated(t *Table, key Phrase) Phrase
	Ranked(k int, wat string, list []Phrase) Phrase
	Through(wat string, xs, ys []Phrase, x Phrase) Phrase
	Truth(cond Phrase) Phrase

	Stated(text string) Phrase
	Yes(x Phrase) Phrase
	Compare(kind Comparison, a, b Phrase) Phrase
	And(a, b Phrase) Phrase
	Or(a, b Phrase) Phrase
	Not(c Phrase) Phrase
}

// Branch spells one side of a choice. A notation that fills in values asks only
// for the side that applied: the other may ask for what does not exist.
type Branch func() Phrase

// Spell spells the expression of a line.
func Spell(l *Line, n Notation) string { return l.Expr.op.spell(n).whole() }

// SpellCond spells a condition.
func SpellCond(c Cond, n Notation) string { return c.op.spell(n).Text }

// SpellExpr spells an expression by itself.
func SpellExpr(e Expr, n Notation) string { return e.op.spell(n).Text }

func phrase(n Notation, op operator) Phrase {
	p := op.spell(n)
	p.expr = op
	return p
}

func phrases(n Notation, list []operator) []Phrase {
	out := make([]Phrase, len(list))
	for i, op := range list {
		out[i] = phrase(n, op)
	}
	return out
}

func condPhrase(n Notation, c condition) Phrase {
	p := c.spell(n)
	p.cond = c
	return p
}
