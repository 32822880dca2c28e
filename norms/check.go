package norms

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
)

// check takes from a file what its reeks asks for, and notes what is missing,
// wrong or left over.
type check struct {
	*file
	used map[string]bool
	errs []error
}

func newCheck(f *file) *check { return &check{file: f, used: map[string]bool{}} }

func (c *check) fail(format string, args ...any) {
	c.errs = append(c.errs, fmt.Errorf("%s: %s", c.pub.File, fmt.Sprintf(format, args...)))
}

func (f *file) cellError(t Table, row, col int, format string, args ...any) error {
	return fmt.Errorf("%s: tabel %s, rij %d, kolom %s: %s", f.cells, t.ID, row+1, t.Columns[col].ID, fmt.Sprintf(format, args...))
}

func (c *check) failCell(t Table, row, col int, format string, args ...any) {
	c.errs = append(c.errs, c.cellError(t, row, col, format, args...))
}

func (c *check) value(id, unit string) Value {
	v, ok := c.find(id, unit)
	switch {
	case !ok && c.reason(id) != "":
		c.fail("waarde %s ontbreekt; zij mag niet bij missing staan", id)
	case !ok:
		c.fail("waarde %s ontbreekt", id)
	case !v.from.IsZero():
		c.fail("waarde %s geldt de hele periode; valid_from en valid_until horen er niet bij", id)
	}
	return v.Value
}

// optional gives a value that may be missing when the file says why.
func (c *check) optional(id, unit string) (*Value, []Ontbrekend) {
	if gone := c.gone("waarde", id); gone != nil {
		return nil, gone
	}
	v := c.value(id, unit)
	return &v, nil
}

// gone is what the file says of a value or a table ("waarde", "tabel") that is
// missing, nil when it gives it.
func (c *check) gone(what, id string) []Ontbrekend {
	if reason := c.reason(id); reason != "" {
		c.used[id] = true
		return []Ontbrekend{{id, reason}}
	}
	if !slices.ContainsFunc(c.values, func(v datedValue) bool { return v.ID == id }) && !c.hasTable(id) {
		c.used[id] = true
		c.fail("%s %s ontbreekt; is zij niet bekend, noem haar dan bij missing, met de reden", what, id)
		return []Ontbrekend{{ID: id}}
	}
	return nil
}

func (c *check) hasTable(id string) bool {
	return slices.ContainsFunc(c.tables, func(t Table) bool { return t.ID == id })
}

func (c *check) reason(id string) string {
	for _, m := range c.missing {
		if m.ID == id {
			return m.Reden
		}
	}
	return ""
}

func (c *check) find(id, unit string) (v datedValue, ok bool) {
	c.used[id] = true
	for _, v := range c.values {
		if v.ID != id {
			continue
		}
		if v.Unit != unit {
			c.fail("waarde %s: de eenheid hoort %s te zijn, niet %s", id, unit, v.Unit)
		}
		if !v.Vanaf.IsZero() {
			c.fail("waarde %s: date hoort alleen in de reeks indexering", id)
		}
		return v, true
	}
	return datedValue{}, false
}

func (c *check) positive(list ...Value) {
	for _, v := range list {
		if v.ID != "" && !v.Amount.IsPositive() {
			c.fail("waarde %s: %s hoort hoger te zijn dan 0", v.ID, v.Amount)
		}
	}
}

// percentage holds a share to lying between nothing and all.
func (c *check) percentage(list ...Value) {
	for _, v := range list {
		if v.Amount.IsNegative() || v.Amount.GreaterThan(hundred) {
			c.fail("waarde %s: %s hoort van 0 tot en met 100 te zijn", v.ID, v.Amount)
		}
	}
}

// notLower holds a value to being at least another, which is told as what.
func (c *check) notLower(v, than Value, what string) {
	if v.ID != "" && v.Amount.LessThan(than.Amount) {
		c.fail("waarde %s: %s hoort niet lager te zijn dan %s %s", v.ID, v.Amount, than.Amount, what)
	}
}

// table gives a table with exactly these columns, each written "id unit"; ok is
// false when it is not there or is not of that form.
func (c *check) table(id string, columns ...string) (t Table, ok bool) {
	t, ok = c.findTable(id, columns...)
	switch {
	case c.hasTable(id):
	case c.reason(id) != "":
		c.fail("tabel %s ontbreekt; zij mag niet bij missing staan", id)
	default:
		c.fail("tabel %s ontbreekt", id)
	}
	return t, ok
}

// optionalTable gives a table that may be missing when the file says why.
func (c *check) optionalTable(id string, columns ...string) (*Table, []Ontbrekend) {
	if gone := c.gone("tabel", id); gone != nil {
		return nil, gone
	}
	t, ok := c.table(id, columns...)
	if !ok {
		return nil, nil
	}
	return &t, nil
}

func (c *check) findTable(id string, columns ...string) (t Table, ok bool) {
	c.used[id] = true
	for _, t := range c.tables {
		if t.ID != id {
			continue
		}
		var got []string
		for _, col := range t.Columns {
			got = append(got, col.ID+" "+col.Unit)
		}
		if !slices.Equal(got, columns) {
			c.fail("tabel %s: de kolommen horen te zijn %s; er staat %s", id, strings.Join(columns, ", "), strings.Join(got, ", "))
			return Table{}, false
		}
		return t, true
	}
	return Table{}, false
}

// done reports what nobody asked for: a figure under a misspelt name would
// otherwise be read and never used.
func (c *check) done() error {
	for _, v := range c.values {
		if !c.used[v.ID] {
			c.fail("waarde %s hoort niet in de reeks %s", v.ID, c.pub.Reeks)
		}
	}
	for _, m := range c.missing {
		if !c.used[m.ID] {
			c.fail("missing noemt %s, en die hoort niet in de reeks %s", m.ID, c.pub.Reeks)
		}
	}
	for _, t := range c.tables {
		if !c.used[t.ID] {
			c.fail("tabel %s hoort niet in de reeks %s", t.ID, c.pub.Reeks)
		}
	}
	return errors.Join(c.errs...)
}

// rising holds a column to rising strictly from row to row.
func (f *file) rising(t Table, col int) []error {
	var errs []error
	for i := 1; i < len(t.Rows); i++ {
		prev, cur := t.Rows[i-1][col].Amount, t.Rows[i][col].Amount
		if !cur.GreaterThan(prev) {
			errs = append(errs, f.cellError(t, i, col, "%s hoort hoger te zijn dan %s in de rij erboven", cur, prev))
		}
	}
	return errs
}

// notFalling holds a column to never falling from row to row.
func (c *check) notFalling(t Table, col int) {
	for i := 1; i < len(t.Rows); i++ {
		prev, cur := t.Rows[i-1][col].Amount, t.Rows[i][col].Amount
		if cur.LessThan(prev) {
			c.failCell(t, i, col, "%s hoort niet lager te zijn dan %s in de rij erboven", cur, prev)
		}
	}
}

// checkWindows sorts the files by reeks and day, and holds the windows of one
// reeks to touching each other: a gap or an overlap would leave it to chance
// which figure applies. A gap passes only when the file after it says why it is
// there.
func checkWindows(files []*file) error {
	slices.SortFunc(files, func(a, b *file) int {
		return cmp.Or(
			cmp.Compare(slices.Index(reeksen, a.pub.Reeks), slices.Index(reeksen, b.pub.Reeks)),
			a.pub.From.Compare(b.pub.From))
	})
	var errs []error
	for i, f := range files {
		b := f.pub
		if i == 0 || files[i-1].pub.Reeks != b.Reeks {
			if f.gap != "" {
				errs = append(errs, fmt.Errorf("reeks %s: %s (%s) noemt bij gap_before een gat, maar er is geen eerdere periode",
					b.Reeks, b.origin(), b.window()))
			}
			continue
		}
		a := files[i-1].pub
		next := a.Until.AddDate(0, 0, 1)
		switch {
		case b.From.Before(next):
			errs = append(errs, fmt.Errorf("reeks %s: %s (%s) en %s (%s) overlappen",
				a.Reeks, a.origin(), a.window(), b.origin(), b.window()))
		case b.From.After(next) && f.gap == "":
			hint := ""
			if slices.Contains(withGaps, b.Reeks) {
				hint = "; ontbreken de cijfers, zeg dan waarom bij gap_before"
			}
			errs = append(errs, fmt.Errorf("reeks %s: tussen %s (%s) en %s (%s) zit een gat%s",
				a.Reeks, a.origin(), a.window(), b.origin(), b.window(), hint))
		case b.From.Equal(next) && f.gap != "" && a.Eigen == b.Eigen:
			// Only within one folder: a gap of one may be filled by the other.
			errs = append(errs, fmt.Errorf("reeks %s: %s (%s) noemt bij gap_before een gat, maar sluit aan op %s (%s)",
				b.Reeks, b.origin(), b.window(), a.origin(), a.window()))
		}
	}
	return errors.Join(errs...)
}

func (p *Publicatie) origin() string {
	if p.Eigen {
		return "eigen bestand " + p.File
	}
	return "ingebouwd bestand " + p.File
}

func (p *Publicatie) window() string {
	return p.From.Format(time.DateOnly) + " t/m " + p.Until.Format(time.DateOnly)
}
