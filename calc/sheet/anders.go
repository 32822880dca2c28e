package sheet

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// Recalculation is the calculation of a Result with other values for some inputs: the
// same lines, evaluated anew, as the workbook does when a cell is changed. Lines get
// their value when they are asked for, so it costs no more than what is looked at.
// It is not safe for use by several goroutines; the Result it came from is.
type Recalculation struct {
	r *Result
	e *evaluation
}

// With calculates again with other values for some inputs, by the id of the input.
// A value is as it would be entered: 30 for 30%. Whether a case file may hold it is
// for the caller to judge. It panics on an id that no input has.
func (r *Result) With(values map[string]decimal.Decimal) *Recalculation {
	e := &evaluation{values: map[*Line]*big.Rat{}, inputs: make(map[*Input]*big.Rat, len(values)), before: r.e.values}
	for _, in := range r.sheet.inputs {
		if d, ok := values[in.ID]; ok {
			e.inputs[in] = fraction(d, in.Unit)
		}
	}
	if len(e.inputs) != len(values) {
		panic(fmt.Sprintf("een van deze invoeren bestaat niet: %v", values))
	}
	e.moves = r.moving(e.inputs)
	return &Recalculation{r, e}
}

// moving gives the lines that rest on one of some inputs, directly or not. It is asked
// again and again for the same inputs, so the answer is kept.
func (r *Result) moving(inputs map[*Input]*big.Rat) map[*Line]bool {
	var key strings.Builder
	for _, in := range r.sheet.inputs {
		if _, ok := inputs[in]; ok {
			key.WriteString(in.ID + "\n")
		}
	}
	if known, ok := r.moved.Load(key.String()); ok {
		return known.(map[*Line]bool)
	}
	moves := make(map[*Line]bool, len(r.sheet.lines))
	var ask func(l *Line) bool
	ask = func(l *Line) bool {
		is, known := moves[l]
		if known {
			return is
		}
		u := l.used()
		is = slices.ContainsFunc(u.inputs, func(in *Input) bool { _, ok := inputs[in]; return ok }) || slices.ContainsFunc(u.lines, ask)
		moves[l] = is
		return is
	}
	for _, l := range r.sheet.lines {
		ask(l)
	}
	r.moved.Store(key.String(), moves)
	return moves
}

// Value gives a line its value, and tells whether it applies. It panics on an id that
// no line has; the error is a Fault.
func (c *Recalculation) Value(id string) (value decimal.Decimal, applies bool, err error) {
	if value, err = c.Amount(id); err != nil {
		return value, false, err
	}
	only := c.line(id).Only
	err = caught(func() { applies = only.IsZero() || only.op.holds(c.e) })
	return value, applies, err
}

// Amount gives a line its value, whether it applies or not. It panics on an id that no
// line has; the error is a Fault.
func (c *Recalculation) Amount(id string) (value decimal.Decimal, err error) {
	l := c.line(id)
	err = caught(func() { value = decimalOf(c.e.line(l)) })
	return value, err
}

func (c *Recalculation) line(id string) *Line {
	l, ok := c.r.lines[id]
	if !ok {
		panic("er is geen regel " + id)
	}
	return l.Line
}

// Payments gives the amounts to be paid for which keep holds, in the order of
// Result.Betalingen, without what Kanttekening says of them. The error is a Fault.
func (c *Recalculation) Payments(keep func(Betaling) bool) (out []Betaling, err error) {
	for _, b := range c.r.outcomes {
		if !keep(b) {
			continue
		}
		b.Kanttekening = ""
		if b.Bedrag, err = c.Amount(b.Regel); err != nil {
			return nil, err
		}
		out = append(out, b)
	}
	return out, nil
}

// caught gives the Fault that evaluating ran into, as an error.
func caught(evaluate func()) (err error) {
	defer func() {
		switch p := recover().(type) {
		case nil:
		case *Fault:
			err = p
		default:
			panic(p)
		}
	}()
	evaluate()
	return nil
}
