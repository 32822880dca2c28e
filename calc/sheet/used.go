package sheet

import "slices"

// Norms gives the published figures that stand in the formula of the line, in
// order, those of a branch that does not apply included.
func (l *Line) Norms() []*Norm { return l.used().norms }

// Inputs gives the inputs that stand in the formula of the line, likewise. Where
// the formula is another line as it is, they are those of that line.
func (l *Line) Inputs() []*Input {
	if same, ok := l.Expr.op.(lineRef); ok {
		return same.line.Inputs()
	}
	return l.used().inputs
}

// Lines gives the lines that stand in the formula of the line, likewise.
func (l *Line) Lines() []*Line { return l.used().lines }

// Tables gives the published tables that the formula of the line looks up in,
// likewise.
func (l *Line) Tables() []*Table { return l.used().tables }

// Ranked gives the lines of which the line is one by its size, and nil for a line with
// any other formula.
func (l *Line) Ranked() []*Line {
	r, ok := l.Expr.op.(ranked)
	if !ok {
		return nil
	}
	out := make([]*Line, len(r.list))
	for i, op := range r.list {
		out[i] = op.(lineRef).line // nothing else has an order; see ranked.unit
	}
	return out
}

// Uses tells whether the line with this id stands in the formula of the line.
func (l *Line) Uses(id string) bool {
	return slices.ContainsFunc(l.Lines(), func(x *Line) bool { return x.ID == id })
}

// Uses gives the inputs and the lines that a condition asks for, in order.
func (c Cond) Uses() ([]*Input, []*Line) {
	var u used
	if !c.IsZero() {
		SpellCond(c, gatherer{met: &u})
	}
	return u.inputs, u.lines
}

// gather finds what the formula of the line is made of.
func (l *Line) gather() used {
	var u used
	Spell(l, gatherer{words{section: l.section}, &u})
	return u
}

// used is what a formula is made of, each once.
type used struct {
	norms  []*Norm
	inputs []*Input
	lines  []*Line
	tables []*Table
}

// gatherer spells a formula only to see what it meets.
type gatherer struct {
	words
	met *used
}

func (g gatherer) Norm(n *Norm) Phrase {
	g.met.norms = once(g.met.norms, n)
	return g.words.Norm(n)
}

func (g gatherer) Input(in *Input) Phrase {
	g.met.inputs = once(g.met.inputs, in)
	return g.words.Input(in)
}

func (g gatherer) Line(l *Line) Phrase {
	g.met.lines = once(g.met.lines, l)
	return g.words.Line(l)
}

func (g gatherer) Lookup(t *Table, column int, key Phrase, above bool) Phrase {
	g.met.tables = once(g.met.tables, t)
	return g.words.Lookup(t, column, key, above)
}

func (g gatherer) Interpolation(t *Table, column int, key Phrase) Phrase {
	g.met.tables = once(g.met.tables, t)
	return g.words.Interpolation(t, column, key)
}

func (g gatherer) Graduated(t *Table, key Phrase) Phrase {
	g.met.tables = once(g.met.tables, t)
	return g.words.Graduated(t, key)
}

func once[T comparable](list []T, x T) []T {
	if slices.Contains(list, x) {
		return list
	}
	return append(list, x)
}
