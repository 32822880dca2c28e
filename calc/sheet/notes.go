package sheet

import (
	"fmt"

	"github.com/shopspring/decimal"
)

// What a calculation says about itself besides its lines.

// Feit is a fact the calculation rests on that is no number to change in the
// workbook: a date, a main residence, an assumption.
type Feit struct {
	Groep        string
	Omschrijving string
	Waarde       string
	Bron         string
	Toelichting  string
	Aanname      bool // derived or assumed, not stated in the case file
}

// Keuze is a choice that was made where practice or the text leaves room.
type Keuze struct {
	ID            string `json:"id"` // key in docs/keuzes.md
	Onderwerp     string `json:"onderwerp"`
	Keuze         string `json:"keuze"`
	Grond         string `json:"grond"`
	Alternatief   string `json:"alternatief,omitempty"`
	Zaakspecifiek bool   `json:"zaakspecifiek"` // made in the case file, not by annex
}

// Waarschuwing is something a reader must know before relying on the outcome.
type Waarschuwing struct {
	Code  string `json:"code"`
	Tekst string `json:"tekst"`
}

// NietMeegenomen is something that was entered or exists but has no effect.
type NietMeegenomen struct {
	Wat   string `json:"wat"`
	Reden string `json:"reden"`
}

// Periode is a period as the outcome names it.
type Periode struct {
	Nummer   int    `json:"nummer"`
	Vanaf    string `json:"vanaf"`                // ISO date
	TotEnMet string `json:"tot_en_met,omitempty"` // ISO date; empty: open
	Tekst    string `json:"tekst"`                // "vanaf 1 maart 2025"
}

// Persoon is someone as the outcome names them: the id of the case file, and
// how the documents call them.
type Persoon struct {
	ID   string
	Naam string
}

// Uitkomst says which line is an amount to be paid, by whom, to whom, for whom.
type Uitkomst struct {
	Soort     string // "kinderalimentatie" or "kinderalimentatie_totaal"
	Periode   Periode
	Voor      Persoon // the child; empty for a total
	Betaler   Persoon
	Ontvanger Persoon
	// Geindexeerd: the amount of an earlier outcome after a later 1 January.
	Geindexeerd bool
	Regel       string // id of the line; Evaluate fills it in
}

// Kerncijfer is one of the few figures the outcome rests on.
type Kerncijfer struct {
	Periode Periode
	Naam    string
	Regel   string // id of the line
}

// Beeld shows how a whole is made up: the costs of a child, and who bears which
// part of them.
type Beeld struct {
	Periode Periode
	Naam    string // "Noor"
	Geheel  string // id of the line
	Delen   []BeeldDeel
}

// BeeldDeel is one part of a Beeld.
type BeeldDeel struct {
	Naam  string // "de vader betaalt"
	Regel string // id of the line
}

// Verloop says what made the difference between two periods: the amounts of the
// first, and what they become when the facts change one by one. The amounts are
// those of the case file; they are no lines, and not live in the workbook.
type Verloop struct {
	Van      Periode
	Naar     Periode
	Kolommen []string          // whose amounts: "Noor"
	Begin    []decimal.Decimal // EUR/maand, by column
	Stappen  []Stap
}

// Stap is one fact that changes, after those of the steps before it.
type Stap struct {
	Wat      string // "NBI van de vader"
	Van      string
	Naar     string
	Bedragen []decimal.Decimal // EUR/maand after this step, by column
	Verschil []decimal.Decimal // with the step before it
}

type basis struct {
	input *Input
	fact  *Feit
}

type choiceNote struct {
	when  Cond
	keuze Keuze
}

type outcome struct {
	u    Uitkomst
	line Expr
}

type caveat struct {
	line string
	when Cond
	text string
}

// conditional is a note that only holds in some cases. Its texts may hold %s for
// each argument, first those of what, then those of text: an Expr is printed as
// the formulas print it, a string as it is. What a user wrote belongs in an
// argument, never in the text itself.
type conditional struct {
	when       Cond
	what, text string
	args       []any
}

// Fact records a fact among the uitgangspunten.
func (s *Sheet) Fact(f Feit) { s.basis = append(s.basis, basis{fact: &f}) }

// check keeps what is wrong in a condition of a note.
func (s *Sheet) check(what string, c Cond) {
	if !c.IsZero() {
		if err := c.op.check(); err != nil {
			s.errs = append(s.errs, fmt.Errorf("%s: %w", what, err))
		}
	}
}

// Choice records a choice that matters where when holds (empty: always).
func (s *Sheet) Choice(when Cond, k Keuze) {
	s.check("keuze "+k.ID, when)
	s.choices = append(s.choices, choiceNote{when, k})
}

// Warn records a warning that is given where when holds (empty: always).
func (s *Sheet) Warn(when Cond, code, text string, args ...any) {
	s.check("waarschuwing "+code, when)
	s.warnings = append(s.warnings, conditional{when, code, text, args})
}

// LeaveOut records what is not taken into account where when holds.
func (s *Sheet) LeaveOut(when Cond, what, reason string, args ...any) {
	s.check("niet meegenomen "+what, when)
	s.leftOut = append(s.leftOut, conditional{when, what, reason, args})
}

// Highlight records that line is one of the figures the outcome rests on, where
// it applies.
func (s *Sheet) Highlight(p Periode, naam string, line Expr) {
	s.highlights = append(s.highlights, Kerncijfer{p, naam, lineID(line)})
}

// Picture records how the line geheel is made up of parts.
func (s *Sheet) Picture(p Periode, naam string, geheel Expr, parts ...Part) {
	b := Beeld{Periode: p, Naam: naam, Geheel: lineID(geheel)}
	for _, part := range parts {
		b.Delen = append(b.Delen, BeeldDeel{part.Naam, lineID(part.Line)})
	}
	s.pictures = append(s.pictures, b)
}

// Course records what made the difference between two periods.
func (s *Sheet) Course(v Verloop) { s.courses = append(s.courses, v) }

// Part is one part of a whole, for Picture.
type Part struct {
	Naam string
	Line Expr
}

func lineID(e Expr) string { return e.op.(lineRef).line.ID }

// Caveat records what a reader must know of the outcome on a line where when holds:
// that it does not take effect, and why.
func (s *Sheet) Caveat(line Expr, when Cond, text string) {
	s.check("kanttekening bij "+lineID(line), when)
	s.caveats = append(s.caveats, caveat{lineID(line), when, text})
}

// Outcome records that line is an amount to be paid.
func (s *Sheet) Outcome(u Uitkomst, line Expr) { s.outcomes = append(s.outcomes, outcome{u, line}) }
