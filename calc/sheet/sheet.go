package sheet

import (
	"errors"
	"fmt"
	"math/big"
	"strings"
	"sync"

	"annex/norms"

	"github.com/shopspring/decimal"
)

// Source names where a rule or figure can be read.
type Source = norms.Source

// Sheet is a calculation as it is being described. Build it through Scopes,
// then Evaluate it. It is not safe for use by several goroutines.
type Sheet struct {
	sections []*Section
	lines    []*Line
	inputs   []*Input
	norms    []*Norm
	tables   []*Table
	ids      map[string]bool
	normByID map[string]*Norm
	tabByID  map[string]*Table
	errs     []error

	basis      []basis
	outcomes   []outcome
	caveats    []caveat
	highlights []Kerncijfer
	pictures   []Beeld
	courses    []Verloop
	choices    []choiceNote
	warnings   []conditional
	leftOut    []conditional
	published  []*norms.Publicatie
}

// New gives an empty sheet.
func New() *Sheet {
	return &Sheet{ids: map[string]bool{}, normByID: map[string]*Norm{}, tabByID: map[string]*Table{}}
}

// Section is a part of the calculation that is read as a whole: "draagkracht
// van de vader". Soort keys the texts of the documents; Onderwerp is the person
// it is about, as the documents call that person.
type Section struct {
	ID        string
	Soort     string
	Titel     string // "Draagkracht van de vader"
	Onderwerp string
	Periode   int // 0: belongs to no period; else the number of the period, from 1
}

// Line is one named line: a label, a unit, an expression and a source.
type Line struct {
	ID    string // inside its Scope; Add makes it whole
	Label string // as it stands in its section: "Woonbudget"
	// Naam is how other sections call it: "woonbudget van de vader". Empty:
	// the label.
	Naam        string
	Unit        Unit
	Expr        Expr
	Source      Source
	Toelichting string
	Slot        bool // the outcome of its section: documents make it stand out
	// Keep says that documents which leave out what is nil show this line all the
	// same.
	Keep bool
	// Kort is how the line is called in a short account above a long section: "af:
	// inkomensheffing". Empty: it is not in it.
	Kort string
	// Blok is the part of its section the line belongs to; documents put it above
	// the first line of each. Post is its number in the forms of the Rapport:
	// "post 94". Both may be empty.
	Blok, Post string
	// Rij and Kolom are the place of the line in a table: documents may set lines
	// that follow each other and have both out as one, a row for each Rij. Kolom is
	// the heading. Both empty: a line by itself.
	Rij, Kolom string
	// Only says when the line matters to the outcome. Where it does not hold
	// the documents show it as "niet van toepassing". Empty: always.
	Only Cond

	section *Section
	used    func() used // what its formula is made of, found once
}

// Section gives the section the line stands in.
func (l *Line) Section() *Section { return l.section }

// Input is a number from the case file, with its evidence.
type Input struct {
	ID    string // inside its Scope; Scope.Input makes it whole: "invoer.vader.nbi"
	Groep string // heading under which it stands among the inputs
	Label string
	// Zin is a ja/nee as a clause in a condition: "de last vermijdbaar is".
	// Empty: the label.
	Zin         string
	Unit        Unit
	Value       decimal.Decimal // as entered: 30 for 30%; 1 or 0 for ja or nee
	Bron        string          // evidence: "productie 3"
	Toelichting string
	Aanname     bool   // not stated in the case file
	Negatief    bool   // may be below nil
	Pad         string // path in the case file
}

// Norm is a published figure as a sheet uses it.
type Norm struct {
	ID    string // "norm.draagkracht_2025.woonbudgetpercentage"
	Unit  Unit
	Value norms.Value
}

// Table is a published table as a sheet uses it.
type Table struct {
	ID      string // "tabel.draagkracht_2025"
	Label   string
	Columns []TableColumn
	Table   norms.Table
	cells   [][]*big.Rat
}

// TableColumn is one column of a Table; the first is the key.
type TableColumn struct {
	ID, Label string
	Unit      Unit
}

// rowAt gives the last row whose key is not above key, or -1.
func (t *Table) rowAt(key *big.Rat) int {
	row := -1
	for i, cells := range t.cells {
		if cells[0].Cmp(key) > 0 {
			break
		}
		row = i
	}
	return row
}

// rowFor gives the row that holds for key: the last one whose key is not above
// it, or with above is below it; before the first row the first one.
func (t *Table) rowFor(key *big.Rat, above bool) int {
	row := max(0, t.rowAt(key))
	if above && row > 0 && t.cells[row][0].Cmp(key) == 0 {
		row--
	}
	return row
}

// Scope is where lines are added: a section and a prefix for their ids.
type Scope struct {
	sheet   *Sheet
	section *Section
	prefix  string
}

// Section starts a new section; lines added to the scope it returns stand in it,
// in the order in which they are added. prefix begins their ids and may be empty.
func (s *Sheet) Section(sec Section, prefix string) Scope {
	p := &sec
	s.sections = append(s.sections, p)
	s.claim("onderdeel " + sec.ID)
	return Scope{s, p, prefix}
}

// Prefix gives what the ids in this scope begin with.
func (sc Scope) Prefix() string { return sc.prefix }

// At gives the same section with another prefix.
func (sc Scope) At(prefix string) Scope {
	sc.prefix = prefix
	return sc
}

// In gives the same section with a longer prefix.
func (sc Scope) In(name string) Scope {
	sc.prefix = join(sc.prefix, name)
	return sc
}

// isID tells whether id is made of words of small letters, digits and _, with
// dots between them; the first begins with a letter, the others not with _.
func isID(id string) bool {
	begin := true // of a word
	for i, r := range []byte(id) {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9' && i > 0:
			begin = false
		case begin, r != '_' && r != '.':
			return false
		case r == '.':
			begin = true
		}
	}
	return !begin
}

// Add adds a line and gives the expression that refers to it.
func (sc Scope) Add(l Line) Expr {
	l.ID = join(sc.prefix, l.ID)
	l.section = sc.section
	p := &l
	p.used = sync.OnceValue(p.gather)
	s := sc.sheet
	s.claimID(l.ID)
	if err := p.check(); err != nil {
		s.errs = append(s.errs, fmt.Errorf("regel %s: %w", l.ID, err))
	}
	s.lines = append(s.lines, p)
	return Expr{lineRef{p}}
}

func (l *Line) check() error {
	if l.Expr.op == nil {
		return errors.New("geen uitdrukking")
	}
	if l.Label == "" {
		return errors.New("geen omschrijving")
	}
	if !l.Unit.known() {
		return fmt.Errorf("onbekende eenheid %q", l.Unit)
	}
	got, err := l.Expr.op.unit()
	if err != nil {
		return err
	}
	if !fits(got, l.Unit) {
		return fmt.Errorf("de uitdrukking is %s, niet %s", got, l.Unit)
	}
	if !l.Only.IsZero() {
		return l.Only.op.check()
	}
	return nil
}

// Input adds a number from the case file. It stands among the uitgangspunten
// and, unlocked, in the workbook.
func (sc Scope) Input(in Input) Expr {
	in.ID = join("invoer", join(sc.prefix, in.ID))
	s := sc.sheet
	s.claimID(in.ID)
	if !in.Unit.known() {
		s.errs = append(s.errs, fmt.Errorf("invoer %s: onbekende eenheid %q", in.ID, in.Unit))
	}
	p := &in
	s.inputs = append(s.inputs, p)
	s.basis = append(s.basis, basis{input: p})
	return Expr{inputRef{p}}
}

// Norm gives a published figure.
func (sc Scope) Norm(v norms.Value) Expr {
	s := sc.sheet
	id := "norm." + edition(v.Publicatie) + "." + strings.TrimPrefix(v.ID, v.Publicatie.Reeks+".")
	n, ok := s.normByID[id]
	if !ok {
		n = &Norm{ID: id, Unit: Unit(v.Unit), Value: v}
		if !n.Unit.known() {
			s.errs = append(s.errs, fmt.Errorf("norm %s: onbekende eenheid %q", id, v.Unit))
		}
		s.claimID(id)
		s.normByID[id] = n
		s.norms = append(s.norms, n)
		s.publish(v.Publicatie)
	} else if !n.Value.Amount.Equal(v.Amount) {
		s.errs = append(s.errs, fmt.Errorf("norm %s: twee waarden, %s en %s", id, n.Value.Amount, v.Amount))
	}
	return Expr{normRef{n}}
}

// Table gives a published table, to look up or interpolate in.
func (sc Scope) Table(t norms.Table) *Table {
	s := sc.sheet
	id := "tabel." + edition(t.Publicatie)
	if t.ID != t.Publicatie.Reeks {
		id += strings.TrimPrefix(t.ID, t.Publicatie.Reeks)
	}
	if known, ok := s.tabByID[id]; ok {
		return known
	}
	out := &Table{ID: id, Label: t.Label, Table: t}
	for _, c := range t.Columns {
		col := TableColumn{c.ID, c.Label, Unit(c.Unit)}
		if !col.Unit.known() {
			s.errs = append(s.errs, fmt.Errorf("tabel %s: onbekende eenheid %q", id, c.Unit))
		}
		out.Columns = append(out.Columns, col)
	}
	for _, row := range t.Rows {
		cells := make([]*big.Rat, len(row))
		for i, c := range row {
			cells[i] = fraction(c.Amount, out.Columns[i].Unit)
		}
		out.cells = append(out.cells, cells)
	}
	s.claimID(id)
	s.tabByID[id] = out
	s.tables = append(s.tables, out)
	s.publish(t.Publicatie)
	return out
}

// edition names a publication inside a sheet: "draagkracht_2025". Two periods
// of one case may use the same figure of two years.
func edition(p *norms.Publicatie) string {
	e := fmt.Sprintf("%s_%d", p.Reeks, p.From.Year())
	if p.From.YearDay() != 1 {
		e += fmt.Sprintf("_%02d", p.From.Month())
	}
	return e
}

func (s *Sheet) publish(p *norms.Publicatie) {
	for _, known := range s.published {
		if known == p {
			return
		}
	}
	s.published = append(s.published, p)
}

func (s *Sheet) claimID(id string) {
	if !isID(id) {
		s.errs = append(s.errs, fmt.Errorf("%q is geen geldige naam", id))
	}
	s.claim(id)
}

func (s *Sheet) claim(id string) {
	if s.ids[id] {
		s.errs = append(s.errs, fmt.Errorf("de naam %s komt twee keer voor", id))
	}
	s.ids[id] = true
}

func join(prefix, name string) string {
	if prefix == "" {
		return name
	}
	return prefix + "." + name
}
