package sheet

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
	Regel     string // id of the line; Evaluate fills it in
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

// conditional is a note that only holds in some cases. Its text may hold %s
// for each argument, printed as the formulas print it.
type conditional struct {
	when       Cond
	code, text string
	args       []Expr
}

// Fact records a fact among the uitgangspunten.
func (s *Sheet) Fact(f Feit) { s.basis = append(s.basis, basis{fact: &f}) }

// Choice records a choice that matters where when holds (empty: always).
func (s *Sheet) Choice(when Cond, k Keuze) {
	s.choices = append(s.choices, choiceNote{when, k})
}

// Warn records a warning that is given where when holds (empty: always).
func (s *Sheet) Warn(when Cond, code, text string, args ...Expr) {
	s.warnings = append(s.warnings, conditional{when, code, text, args})
}

// LeaveOut records what is not taken into account where when holds.
func (s *Sheet) LeaveOut(when Cond, what, reason string, args ...Expr) {
	s.leftOut = append(s.leftOut, conditional{when, what, reason, args})
}

// Outcome records that line is an amount to be paid.
func (s *Sheet) Outcome(u Uitkomst, line Expr) { s.outcomes = append(s.outcomes, outcome{u, line}) }
