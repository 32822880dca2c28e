package watals

import (
	"annex/calc/sheet"
)

// Kenmerk is one thing by which outcomes are told apart. How it is follows from lines
// of the calculation, and from nothing else: the workbook asks the same of its cells.
type Kenmerk struct {
	Soort string
	Wie   sheet.Persoon // may be empty
	// Voor and Ontvanger are those of a payment: for whom, and to whom.
	Voor      sheet.Persoon
	Ontvanger sheet.Persoon
	// Onderdeel names the part of the calculation where there are several; may be
	// empty.
	Onderdeel string
	// Gevallen are looked at in order: the first of which every test holds says how it
	// is. The last has no tests. Empty where Regel says it.
	Gevallen []Geval
	// Regel is the line whose value says how it is; empty where Gevallen do.
	Regel string
}

// Geval is one way in which a Kenmerk can be.
type Geval struct {
	Waarde  string
	Toetsen []Toets
}

// Toets is what is asked of a line.
type Toets struct {
	Soort ToetsSoort
	Regel string
	Met   string // the line it is compared with; empty where it is not
}

// ToetsSoort is a kind of test.
type ToetsSoort int

// The kinds of test.
const (
	Geldt    ToetsSoort = iota // the line applies
	Positief                   // it is more than nil
	Nul                        // it is nil
	Minder                     // it is less than the other line
	NietMeer                   // it is not more than the other line
)

// JaNee is how something is that there is or is not: Ja where every test holds.
func JaNee(toetsen ...Toets) []Geval {
	return []Geval{{Waarde: Ja, Toetsen: toetsen}, {Waarde: Nee}}
}

// stand reads how it is in a calculation. The error is that of evaluating.
func (k Kenmerk) stand(c *sheet.Recalculation) (string, error) {
	if k.Regel != "" {
		d, err := c.Amount(k.Regel)
		return sheet.FormatPublished(d), err
	}
	for _, g := range k.Gevallen {
		if holds, err := g.geldt(c); holds || err != nil {
			return g.Waarde, err
		}
	}
	panic("van kenmerk " + k.Soort + " geldt geen enkel geval")
}

func (g Geval) geldt(c *sheet.Recalculation) (bool, error) {
	for _, t := range g.Toetsen {
		if holds, err := t.geldt(c); !holds || err != nil {
			return false, err
		}
	}
	return true, nil
}

func (t Toets) geldt(c *sheet.Recalculation) (bool, error) {
	if t.Soort == Geldt {
		_, applies, err := c.Value(t.Regel)
		return applies, err
	}
	value, err := c.Amount(t.Regel)
	if err != nil {
		return false, err
	}
	switch t.Soort {
	case Positief:
		return value.IsPositive(), nil
	case Nul:
		return value.IsZero(), nil
	}
	other, err := c.Amount(t.Met)
	if t.Soort == Minder {
		return value.LessThan(other), err
	}
	return !value.GreaterThan(other), err
}

// vanBetaling tells whether there is something to be paid.
func vanBetaling(b sheet.Betaling) Kenmerk {
	k := Kenmerk{Soort: KenmerkBetaling, Wie: b.Betaler, Voor: b.Voor, Ontvanger: b.Ontvanger, Gevallen: JaNee(Toets{Soort: Positief, Regel: b.Regel})}
	if totaal(b) {
		k.Soort = KenmerkSaldo
	}
	return k
}
