package sheet

import "slices"

// Norms gives the published figures that stand in the formula of the line, in
// order, those of a branch that does not apply included.
func (l *Line) Norms() []*Norm {
	var list []*Norm
	Spell(l, gatherer{words{section: l.section}, &list})
	return list
}

// gatherer spells a formula only to see which published figures it meets.
type gatherer struct {
	words
	met *[]*Norm
}

func (g gatherer) Norm(n *Norm) Phrase {
	if !slices.Contains(*g.met, n) {
		*g.met = append(*g.met, n)
	}
	return g.words.Norm(n)
}
