package partij

import (
	"fmt"
	"time"

	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"
)

// AOW says whether this person has reached the AOW age, which decides the norm, and
// records on what. The error says that there is no AOW age for the day.
func (v *Partij) AOW() (bool, error) {
	if v.aowGevraagd {
		return v.aow, nil
	}
	aow, grond, err := HeeftAOW(v.d.Set, v.P.Vanaf, v.Wie, v.Situatie)
	if err != nil {
		return false, err
	}
	v.d.Sheet.Fact(sheet.Feit{
		Groep: v.Groep(), Omschrijving: "AOW-leeftijd bereikt", Waarde: sheet.FormatJaNee(aow), Toelichting: grond,
		Aanname: v.Situatie.AOW == nil && v.Wie.Geboren == nil,
	})
	v.aowGevraagd, v.aow = true, aow
	return aow, nil
}

// HeeftAOW tells whether someone has reached the AOW age on a day, and on what
// ground: as stated, or from the day of birth.
func HeeftAOW(set *norms.Set, op time.Time, o zaak.Ouder, z zaak.Situatie) (aow bool, grond string, err error) {
	switch {
	case z.AOW != nil:
		return *z.AOW, "opgegeven", nil
	case o.Geboren == nil:
		return false, "geboortedatum niet opgegeven; gerekend met de tabel tot de AOW-leeftijd", nil
	}
	aow, leeftijd, err := set.HeeftAOWLeeftijd(*o.Geboren, op)
	return aow, fmt.Sprintf("%s (%s)", sheet.FormatGeboren(*o.Geboren, op, o.Anoniem), leeftijd.Source), err
}
