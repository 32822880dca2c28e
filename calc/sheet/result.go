package sheet

import (
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/shopspring/decimal"
)

// Receipt says what a result was made from.
type Receipt struct {
	Versie     string    // of annex
	Datum      time.Time // of the document
	Methode    string
	Bestand    string // name of the case file
	BestandSHA string // sha256 of the case file, hex
	ZaakSHA    string // sha256 of the case file in canonical form, hex
	Dossier    Dossier
	Anoniem    bool // who it is about has been taken out
}

// Dossier is what stands at the top of a document: which case it belongs to and
// who made it. Each may be empty.
type Dossier struct {
	Zaaknummer string
	Gerecht    string
	Stuk       string // "productie", "bijlage-beschikking" or "eigen-gebruik"
	Kenmerk    string // "Productie 7"
	Namens     string // on whose behalf it is submitted: "de moeder"
	Opsteller  string // "mr. V. Oorbeeld, advocaat van verzoekster"
	Partijen   []string
	Voorlopig  bool // a voorlopige voorziening
}

// Result is an evaluated sheet. It does not change; renderers read it and never
// add, round or compare amounts.
type Result struct {
	sheet      *Sheet
	e          *evaluation
	receipt    Receipt
	lines      map[string]*LineResult
	basis      []Uitgangspunt
	outcomes   []Betaling
	choices    []Keuze
	highlights []Kerncijfer
	warnings   []Waarschuwing
	leftOut    []NietMeegenomen
	published  []NormBestand
	moved      sync.Map // by some inputs: the lines that rest on them; see moving
}

// LineResult is a line with what came of it.
type LineResult struct {
	*Line
	Value   decimal.Decimal // the number the model holds: 0.70 for 70%
	Applies bool            // false: niet van toepassing here
	Why     string          // why it does not apply: "476 ≥ 450,00"; may be empty
	// Words is the formula in words, as it reads in this case: a line that does
	// not apply is named by what it chose. Empty for an input or norm as it is.
	Words string
	// WordsLive is the same for where the case may change: every line by its own
	// name.
	WordsLive string
	Numbers   string // the formula filled in; empty where it says nothing more
	Bron      string // evidence of the input the line shows, if it shows one
}

// Text prints the value in its unit, the Dutch way, without the euro sign.
func (l *LineResult) Text() string { return FormatValue(l.Value, l.Unit, l.Places()) }

// Uitgangspunt is one thing the calculation rests on.
type Uitgangspunt struct {
	Groep        string `json:"groep"`
	Omschrijving string `json:"omschrijving"`
	Waarde       string `json:"waarde"`
	Eenheid      Unit   `json:"eenheid,omitempty"`
	Bron         string `json:"bewijs,omitempty"`
	Toelichting  string `json:"toelichting,omitempty"`
	Aanname      bool   `json:"aanname"`
	Pad          string `json:"pad,omitempty"`
	Invoer       string `json:"invoer,omitempty"` // id of the input; empty for a fact
}

// Tekst prints the value as a reader meets it: with the euro sign, and by the year or
// so where it is. A month is what goes without saying.
func (u Uitgangspunt) Tekst() string {
	text := u.Waarde
	if u.Eenheid.Money() {
		text = EuroSign + text
	}
	switch u.Eenheid {
	case EURPerJaar:
		text += " per jaar"
	case EURPer4Weken:
		text += " per 4 weken"
	case EURPerKwartaal:
		text += " per kwartaal"
	}
	return text
}

// Betaling is an amount to be paid.
type Betaling struct {
	Uitkomst
	Bedrag decimal.Decimal
	// Kanttekening is why the amount does not take effect; empty where it does.
	Kanttekening string
}

// Kanttekening is why an amount does not take effect, and when that is so; an empty
// condition always holds.
type Kanttekening struct {
	When  Cond
	Tekst string
}

// Signaal is a warning that depends on the figures of the case: with other inputs it may
// come to hold, or no longer.
type Signaal struct {
	Waarschuwing      // with the figures as they are now
	When         Cond // never empty
	Geldt        bool // it holds now, and is among the Waarschuwingen
	Delen        []Tekstdeel
}

// Tekstdeel is a part of a text: words, and behind them the value of an expression in its
// unit, if Getal is not the zero Expr.
type Tekstdeel struct {
	Tekst   string
	Getal   Expr
	Eenheid Unit
}

// NormBestand is one norms file as the receipt shows it.
type NormBestand struct {
	Reeks  string `json:"reeks"`
	Titel  string `json:"titel"`
	Van    string `json:"van"`
	Tot    string `json:"tot_en_met"`
	Bron   string `json:"bestand"`
	SHA256 string `json:"sha256"`
}

func newResult(s *Sheet, e *evaluation, receipt Receipt) *Result {
	snapshot := *s // a line that is added later is not part of this result
	r := &Result{sheet: &snapshot, e: e, receipt: receipt, lines: make(map[string]*LineResult, len(s.lines))}
	for _, l := range s.lines {
		r.lines[l.ID] = r.line(l)
	}
	for _, b := range s.basis {
		r.basis = append(r.basis, b.show())
	}
	for _, o := range s.outcomes {
		o.u.Regel = lineID(o.line)
		r.outcomes = append(r.outcomes, Betaling{o.u, r.lines[o.u.Regel].Value, r.caveat(o.u.Regel)})
	}
	for _, k := range s.highlights {
		if r.lines[k.Regel].Applies {
			r.highlights = append(r.highlights, k)
		}
	}
	for _, k := range s.choices {
		// Said once, also where it touches both parents.
		if r.holds(k.when) && !slices.Contains(r.choices, k.keuze) {
			r.choices = append(r.choices, k.keuze)
		}
	}
	for _, w := range s.warnings {
		if !r.holds(w.when) {
			continue
		}
		code, text := r.fill(w)
		// The same words twice warn no better.
		if note := (Waarschuwing{code, text}); !slices.Contains(r.warnings, note) {
			r.warnings = append(r.warnings, note)
		}
	}
	for _, n := range s.leftOut {
		if !r.holds(n.when) {
			continue
		}
		what, reason := r.fill(n)
		if note := (NietMeegenomen{what, reason}); !slices.Contains(r.leftOut, note) {
			r.leftOut = append(r.leftOut, note)
		}
	}
	for _, p := range s.published {
		r.published = append(r.published, NormBestand{p.Reeks, p.Titel, p.From.Format(time.DateOnly), p.Until.Format(time.DateOnly), p.File, p.SHA256})
	}
	return r
}

func (r *Result) line(l *Line) *LineResult {
	out := &LineResult{Line: l, Value: decimalOf(r.e.values[l]), Applies: r.holds(l.Only)}
	if !out.Applies {
		out.Why = SpellCond(l.Only, numbers{r.e})
	}
	switch op := l.Expr.op.(type) {
	case inputRef:
		out.Bron = op.input.Bron
		return out
	case normRef:
		return out
	}
	out.Words = Spell(l, words{l.section, r.e})
	out.WordsLive = Spell(l, words{section: l.section})
	out.Numbers = Spell(l, numbers{r.e})
	if out.Numbers == out.Text() {
		out.Numbers = ""
	}
	return out
}

// caveat gives what holds for the outcome on a line.
func (r *Result) caveat(line string) string {
	for _, c := range r.Kanttekeningen(line) {
		if r.holds(c.When) {
			return c.Tekst
		}
	}
	return ""
}

// Kanttekeningen gives what may have to be said of the outcome on a line, in order: the
// first of them whose condition holds is its Betaling.Kanttekening. With other inputs
// another one may hold.
func (r *Result) Kanttekeningen(line string) []Kanttekening {
	var out []Kanttekening
	for _, c := range r.sheet.caveats {
		if c.line == line {
			out = append(out, Kanttekening{c.when, c.text})
		}
	}
	return out
}

func (r *Result) holds(c Cond) bool { return c.IsZero() || c.op.holds(r.e) }

// fill puts the arguments in the holes, from left to right. It is no Sprintf: a
// percentage in a text is just that.
func (r *Result) fill(c conditional) (what, text string) {
	args := c.args
	filled := func(text string) string {
		var b strings.Builder
		for len(args) > 0 {
			before, after, hole := strings.Cut(text, "%s")
			if !hole {
				break
			}
			b.WriteString(before)
			b.WriteString(r.spelled(args[0]))
			text, args = after, args[1:]
		}
		return b.String() + text
	}
	return filled(c.what), filled(c.text)
}

func (r *Result) spelled(arg any) string {
	if e, ok := arg.(Expr); ok {
		switch e.op.(type) {
		case lineRef, inputRef, normRef, literal:
			return e.op.spell(numbers{r.e}).Text
		}
		// What is no line of its own is shown by its value.
		unit, err := e.op.unit()
		if err != nil {
			panic(err) // checked when its condition was
		}
		return FormatValue(decimalOf(e.op.eval(r.e)), unit, 2)
	}
	return arg.(string)
}

func (b basis) show() Uitgangspunt {
	if f := b.fact; f != nil {
		return Uitgangspunt{Groep: f.Groep, Omschrijving: f.Omschrijving, Waarde: f.Waarde, Bron: f.Bron, Toelichting: f.Toelichting, Aanname: f.Aanname}
	}
	in := b.input
	return Uitgangspunt{Groep: in.Groep, Omschrijving: in.Label, Waarde: in.Text(), Eenheid: in.Unit, Bron: in.Bron, Toelichting: in.Toelichting, Aanname: in.Aanname, Pad: in.Pad, Invoer: in.ID}
}

// Receipt says what the result was made from.
func (r *Result) Receipt() Receipt { return r.receipt }

// Sections gives the sections in the order in which they were described.
func (r *Result) Sections() []*Section { return append([]*Section(nil), r.sheet.sections...) }

// Lines gives the lines of a section in order.
func (r *Result) Lines(s *Section) []*LineResult {
	var out []*LineResult
	for _, l := range r.sheet.lines {
		if l.section == s {
			out = append(out, r.lines[l.ID])
		}
	}
	return out
}

// Line gives the line with this id, or nil.
func (r *Result) Line(id string) *LineResult { return r.lines[id] }

// Inputs gives the numbers from the case file, in order.
func (r *Result) Inputs() []*Input { return append([]*Input(nil), r.sheet.inputs...) }

// Norms gives the published figures in use, in order of first use.
func (r *Result) Norms() []*Norm { return append([]*Norm(nil), r.sheet.norms...) }

// Tables gives the published tables in use, in order of first use.
func (r *Result) Tables() []*Table { return append([]*Table(nil), r.sheet.tables...) }

// Uitgangspunten gives everything the calculation rests on, in order.
func (r *Result) Uitgangspunten() []Uitgangspunt { return append([]Uitgangspunt(nil), r.basis...) }

// Betalingen gives the amounts to be paid.
func (r *Result) Betalingen() []Betaling { return append([]Betaling(nil), r.outcomes...) }

// Kerncijfers gives the few figures the outcome rests on, as far as they apply.
func (r *Result) Kerncijfers() []Kerncijfer { return append([]Kerncijfer(nil), r.highlights...) }

// Beelden gives the wholes and their parts that are worth a picture.
func (r *Result) Beelden() []Beeld { return append([]Beeld(nil), r.sheet.pictures...) }

// Verlopen gives what made the difference between each period and the next.
func (r *Result) Verlopen() []Verloop { return append([]Verloop(nil), r.sheet.courses...) }

// Keuzes gives the choices that matter to this outcome.
func (r *Result) Keuzes() []Keuze { return append([]Keuze(nil), r.choices...) }

// Waarschuwingen gives the warnings that hold for this case.
func (r *Result) Waarschuwingen() []Waarschuwing { return append([]Waarschuwing(nil), r.warnings...) }

// Signalen gives the warnings that depend on the figures of the case, whether they hold
// now or not, in the order in which they were described.
func (r *Result) Signalen() []Signaal {
	var out []Signaal
	for _, w := range r.sheet.warnings {
		if w.when.IsZero() {
			continue
		}
		code, text := r.fill(w)
		x := Signaal{Waarschuwing: Waarschuwing{code, text}, When: w.when, Geldt: r.holds(w.when)}
		args, rest := w.args, w.text
		for len(args) > 0 {
			before, after, hole := strings.Cut(rest, "%s")
			if !hole {
				break
			}
			part := Tekstdeel{Tekst: before}
			if e, ok := args[0].(Expr); ok {
				unit, err := e.op.unit()
				if err != nil {
					panic(err) // checked when its condition was
				}
				part.Getal, part.Eenheid = e, unit
			} else {
				part.Tekst += args[0].(string)
			}
			x.Delen, args, rest = append(x.Delen, part), args[1:], after
		}
		x.Delen = append(x.Delen, Tekstdeel{Tekst: rest})
		out = append(out, x)
	}
	return out
}

// NietMeegenomen gives what has no effect on this outcome.
func (r *Result) NietMeegenomen() []NietMeegenomen {
	return append([]NietMeegenomen(nil), r.leftOut...)
}

// NormBestanden gives the norms files the result rests on.
func (r *Result) NormBestanden() []NormBestand { return append([]NormBestand(nil), r.published...) }
