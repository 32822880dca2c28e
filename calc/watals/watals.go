// Package watals asks of a calculation what other figures would make of it: the
// amounts to be paid with a little more or less, from where the outcome becomes
// another one, and by how much it moves in between. Every answer is the calculation
// itself, evaluated anew with another input; there is no formula here, and no law:
// Opdracht says which inputs may be another and which lines tell outcomes apart.
package watals

import (
	"slices"

	"annex/calc/sheet"

	"github.com/shopspring/decimal"
)

// Opdracht says what is asked of a calculation.
type Opdracht struct {
	Result  *sheet.Result
	Periode sheet.Periode // whose payments are looked at
	Vragen  []Vraag
	// Kenmerken tell one kind of outcome from another, besides which payments are
	// nil.
	Kenmerken []Kenmerk
	Vast      []Vast
}

// Vraag is one figure of a case that could be another.
type Vraag struct {
	Cijfer Cijfer
	Wie    sheet.Persoon // whose income it is, or with whom the care is
	// Kinderen are those it is about; empty for an income.
	Kinderen []sheet.Persoon
	// Invoer are the ids of the inputs, which all change by as much.
	Invoer []string
	// Regel is the line that shows the figure where it is no input by itself, such as
	// the average of some years; empty: the one input.
	Regel string
	// Anders are the differences to be shown, in the unit of the figure, in order.
	Anders []decimal.Decimal
	// Min and Max are what the figure can be; nil Max: no end.
	Min decimal.Decimal
	Max *decimal.Decimal
	// MinInvoer is the id of the input that Min is the value of; empty: it is a figure
	// by itself.
	MinInvoer string
	// Zoek says how far from the present figure it is searched for where the outcome
	// becomes another one; nil: not at all.
	Zoek *Bereik
	// Rooster says which other values a Reeks has of a figure that is not searched.
	Rooster Rooster
}

// Bereik is how a figure is searched.
type Bereik struct {
	// Per is the step, in whole euros: between two looks, and the change for which
	// Helling tells what it does.
	Per int64
	// Aantal is how many steps are looked at, up and down.
	Aantal int64
}

// Na is how far from the present figure so many steps are.
func (b Bereik) Na(stappen int64) decimal.Decimal {
	return decimal.NewFromInt(stappen).Mul(decimal.NewFromInt(b.Per))
}

// Rooster are the values of a figure besides the present one.
type Rooster struct {
	// Per and Aantal: so many steps of Per up and down from now.
	Per    decimal.Decimal
	Aantal int64
	// Waarden are those instead of steps, in rising order.
	Waarden []decimal.Decimal
}

// Cijfer is a figure as the documents name it.
type Cijfer struct {
	// Soort is one of the constants below.
	Soort        string
	Omschrijving string // of a wage: as the case file calls it
	Eenheid      sheet.Unit
}

// The kinds of figure (Cijfer.Soort).
const (
	NBI                = "nbi"
	AlimentatieInkomen = "alimentatie_inkomen"
	Loon               = "loon"       // gross, per month or four weeks
	Jaaropgaaf         = "jaaropgaaf" // gross, per year
	Winst              = "winst"      // per year
	AnderWerk          = "ander_werk" // per year
	Zorgdagen          = "zorgdagen"
	Zorgkorting        = "zorgkorting"
	Nachten            = "nachten"
)

// Lijst is what other figures would make of one period.
type Lijst struct {
	Periode  sheet.Periode
	Rijen    []Rij
	Inkomens []Inkomen
	Vast     []Vast
}

// Vast is somebody whose income makes no difference, or cannot be varied.
type Vast struct {
	Wie sheet.Persoon
	// Waarom is one of the constants below.
	Waarom string
}

// The reasons of Vast.
const (
	Vastgesteld    = "vastgesteld"    // the draagkracht is stated
	Schuldsanering = "schuldsanering" // there is none
	GeenInzicht    = "geen_inzicht"
	Onbekend       = "onbekend" // no figure in the case file that can be another by itself
)

// Rij is one "what if": a figure that changes, and the amounts then.
type Rij struct {
	Cijfer   Cijfer
	Wie      sheet.Persoon
	Kinderen []sheet.Persoon
	// Van and Naar are as they would be entered (30 for 30%); Verschil is Naar less
	// Van.
	Van      decimal.Decimal
	Naar     decimal.Decimal
	Verschil decimal.Decimal
	// Invoer says what to enter for it: the new value of each input, by id.
	Invoer     map[string]decimal.Decimal
	Betalingen []Betaling
}

// Verandert tells whether any amount becomes another one.
func (r Rij) Verandert() bool {
	return slices.ContainsFunc(r.Betalingen, func(b Betaling) bool { return !b.Verschil.IsZero() })
}

// Betaling is an amount to be paid before and after a change.
type Betaling struct {
	Soort     string        // of outcome
	Voor      sheet.Persoon // the child; empty for a total and for a former spouse
	Betaler   sheet.Persoon
	Ontvanger sheet.Persoon
	// Totaal: for several children together.
	Totaal   bool
	Was      decimal.Decimal // EUR/maand, as the others
	Wordt    decimal.Decimal
	Verschil decimal.Decimal // Wordt less Was
	// PerStap is what the amount rises by for each Helling.Per more, in cents; below nil
	// where it falls. Only in a Helling.
	PerStap decimal.Decimal
}

// Inkomen is what is found around one income.
type Inkomen struct {
	Cijfer Cijfer
	Wie    sheet.Persoon
	Nu     decimal.Decimal
	// Van and Tot are as far as was looked.
	Van decimal.Decimal
	Tot decimal.Decimal
	// Omlaag and Omhoog are the nearest figures, in whole euros, at which the outcome
	// is of another kind; nil where there is none as far as was looked.
	Omlaag *Grens
	Omhoog *Grens
	// PasOmlaag and PasOmhoog are the nearest figures, in whole euros, at which an
	// amount becomes another one; only where a step of Per changes nothing. nil
	// otherwise, and where nothing changes as far as was looked.
	PasOmlaag *Grens
	PasOmhoog *Grens
	// Helling is what the income does as long as the outcome is of this kind; nil
	// where it is so over less than a step of Per.
	Helling *Helling
}

// Grens is a figure from which, going away from the present one, something is
// another.
type Grens struct {
	Bij        decimal.Decimal // in whole euros, the first at which it is
	Wijzigt    []Wijziging
	Betalingen []Betaling                 // compared with now
	Invoer     map[string]decimal.Decimal // as Rij.Invoer
}

// Wijziging is one thing by which the outcome is of another kind.
type Wijziging struct {
	// Soort is that of a Kenmerk, KenmerkBetaling or KenmerkSaldo.
	Soort     string
	Wie       sheet.Persoon
	Voor      sheet.Persoon
	Ontvanger sheet.Persoon
	Onderdeel string
	Was       string
	Wordt     string
}

// Whether there is something to be paid, Ja or Nee: one amount, or what is left for
// one parent to pay where each owes the other for a child.
const (
	KenmerkBetaling = "betaling"
	KenmerkSaldo    = "saldo"
)

// The values of Wijziging.Was and Wordt of what there is or is not.
const (
	Ja  = "ja"
	Nee = "nee"
)

// Helling is what an income does between two figures: on average, because amounts are
// rounded and shares bend.
type Helling struct {
	Van        decimal.Decimal // EUR, in the unit of the figure
	Tot        decimal.Decimal
	Per        decimal.Decimal // for so much more
	Betalingen []Betaling      // Was at Van, Wordt at Tot, with PerStap
}
