package sheet

import "fmt"

// Unit is the unit of an expression.
type Unit string

// The units of the model.
const (
	EUR            Unit = "EUR"
	EURPerMaand    Unit = "EUR/maand"
	EURPerJaar     Unit = "EUR/jaar"
	EURPer4Weken   Unit = "EUR/4 weken"
	EURPerKwartaal Unit = "EUR/kwartaal"
	Percentage     Unit = "%" // held as a fraction: 0.70 for 70%
	// PercentagePerJaar is what a capital yields in a year.
	PercentagePerJaar Unit = "%/jaar"
	Aantal            Unit = "aantal"     // a count
	Getal             Unit = "getal"      // a number without a unit, such as a ratio
	DagenPerWeek      Unit = "dagen/week" // average days per week
	NachtenPerJaar    Unit = "nachten/jaar"
	JaNee             Unit = "ja/nee" // 1 or 0

	// anyUnit belongs to the literal 0: nothing is nothing in every unit.
	anyUnit Unit = "*"
	// four belongs to the literal 4: quarters in a year.
	four Unit = "4"
	// thirteen belongs to the literal 13: periods of four weeks in a year.
	thirteen Unit = "13"
	// twelve belongs to the literal 12: months in a year, or just a number.
	twelve Unit = "12"
)

// known tells whether u is a unit that a line, input or norm may carry.
func (u Unit) known() bool {
	switch u {
	case EUR, EURPerMaand, EURPerJaar, EURPer4Weken, EURPerKwartaal, Percentage, PercentagePerJaar, Aantal, Getal, DagenPerWeek, NachtenPerJaar, JaNee:
		return true
	}
	return false
}

// Percent tells whether u is printed as a percentage and held as a fraction.
func (u Unit) Percent() bool { return u == Percentage || u == PercentagePerJaar }

// Money tells whether u is an amount of money.
func (u Unit) Money() bool {
	return u == EUR || u == EURPerMaand || u == EURPerJaar || u == EURPer4Weken || u == EURPerKwartaal
}

func (u Unit) bare() bool {
	return u == Percentage || u == Aantal || u == Getal || u == four || u == twelve || u == thirteen
}

// same gives the unit of things that are added, compared or chosen between.
func same(units ...Unit) (Unit, error) {
	u := anyUnit
	for _, v := range units {
		switch {
		case u == anyUnit:
			u = v
		case v == anyUnit || u == v:
		case u.bare() && v.bare():
			u = Getal
		default:
			return "", fmt.Errorf("%s en %s gaan niet samen", u, v)
		}
	}
	return u, nil
}

func product(a, b Unit) (Unit, error) {
	if b == four || b == twelve || b == thirteen || b.bare() && !a.bare() {
		a, b = b, a
	}
	switch {
	case a == anyUnit || b == anyUnit:
		return anyUnit, nil
	case a == twelve && b == EURPerMaand, a == thirteen && b == EURPer4Weken, a == four && b == EURPerKwartaal:
		return EURPerJaar, nil
	case (a == four || a == twelve || a == thirteen) && b.Money():
		return "", fmt.Errorf("%s × %s heeft geen betekenis", a, b)
	case a == PercentagePerJaar && b == EUR, a == EUR && b == PercentagePerJaar:
		return EURPerJaar, nil
	case a.bare() && b.bare():
		return Getal, nil
	case a.bare():
		return b, nil
	}
	return "", fmt.Errorf("%s × %s heeft geen betekenis", a, b)
}

func quotient(a, b Unit) (Unit, error) {
	switch {
	case a == anyUnit:
		return anyUnit, nil
	case a == EURPerJaar && b == twelve:
		return EURPerMaand, nil
	case a.Money() && b == twelve:
		return "", fmt.Errorf("%s / 12 heeft geen betekenis", a)
	case a.bare() && b.bare() || a == b:
		return Getal, nil
	case b.bare():
		return a, nil
	}
	return "", fmt.Errorf("%s / %s heeft geen betekenis", a, b)
}

// fits tells whether an expression of unit got may stand in a line of unit want.
func fits(got, want Unit) bool {
	return got == want || got == anyUnit || want.bare() && got.bare()
}
