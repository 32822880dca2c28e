package sheet

import (
	"errors"
	"fmt"
	"math/big"
)

// evaluation holds the values of one run: each line is calculated once.
type evaluation struct {
	values  map[*Line]*big.Rat
	inputs  map[*Input]*big.Rat // that have another value than the case file; nil: none
	current *Line
	// Of a calculation with other inputs: the values before, which hold for every line
	// that does not move.
	before map[*Line]*big.Rat
	moves  map[*Line]bool
}

func (e *evaluation) line(l *Line) *big.Rat {
	if v, ok := e.values[l]; ok {
		return v
	}
	if e.before != nil && !e.moves[l] {
		return e.before[l]
	}
	outer := e.current
	e.current = l
	v := l.Expr.op.eval(e)
	e.current = outer
	e.values[l] = v
	return v
}

// Fault is an error in evaluating a line: the rules asked for something that
// does not exist, such as a division by nil.
type Fault struct {
	Line    string
	Melding string
}

func (f *Fault) Error() string { return fmt.Sprintf("regel %s: %s", f.Line, f.Melding) }

func (e *evaluation) fail(melding string) {
	f := &Fault{Melding: melding}
	if e.current != nil {
		f.Line = e.current.ID
	}
	panic(f)
}

// Evaluate gives every line its value. The error is either what was wrong in
// building the sheet (units, names) or a Fault; both are mistakes in the rules,
// never in the case file.
func (s *Sheet) Evaluate(receipt Receipt) (*Result, error) {
	e, err := s.evaluate(s.lines)
	if err != nil {
		return nil, err
	}
	return newResult(s, e, receipt), nil
}

// Payments gives only the amounts to be paid, which costs less than Evaluate. The
// error is as there.
func (s *Sheet) Payments() ([]Betaling, error) {
	lines := make([]*Line, len(s.outcomes))
	for i, o := range s.outcomes {
		lines[i] = o.line.op.(lineRef).line
	}
	e, err := s.evaluate(lines)
	if err != nil {
		return nil, err
	}
	out := make([]Betaling, len(lines))
	for i, o := range s.outcomes {
		o.u.Regel = lines[i].ID
		out[i] = Betaling{Uitkomst: o.u, Bedrag: decimalOf(e.values[lines[i]])}
	}
	return out, nil
}

// evaluate gives these lines, and what they rest on, their value.
func (s *Sheet) evaluate(lines []*Line) (e *evaluation, err error) {
	if len(s.errs) > 0 {
		return nil, errors.Join(s.errs...)
	}
	e = &evaluation{values: make(map[*Line]*big.Rat, len(s.lines))}
	if err := caught(func() {
		for _, l := range lines {
			e.line(l)
		}
	}); err != nil {
		return nil, err
	}
	return e, nil
}
