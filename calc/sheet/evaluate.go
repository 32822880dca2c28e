package sheet

import (
	"errors"
	"fmt"
	"math/big"
)

// evaluation holds the values of one run: each line is calculated once.
type evaluation struct {
	values  map[*Line]*big.Rat
	current *Line
}

func (e *evaluation) line(l *Line) *big.Rat {
	if v, ok := e.values[l]; ok {
		return v
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
func (s *Sheet) Evaluate(receipt Receipt) (r *Result, err error) {
	if len(s.errs) > 0 {
		return nil, errors.Join(s.errs...)
	}
	defer func() {
		switch p := recover().(type) {
		case nil:
		case *Fault:
			r, err = nil, p
		default:
			panic(p)
		}
	}()
	e := &evaluation{values: make(map[*Line]*big.Rat, len(s.lines))}
	for _, l := range s.lines {
		e.line(l)
	}
	return newResult(s, e, receipt), nil
}
