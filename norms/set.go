package norms

import (
	"errors"
	"fmt"
	"time"

	"github.com/shopspring/decimal"
)

// Set holds all publications: for every reeks a row of periods, unbroken but for
// the gaps its files account for. It is never changed after it is made; what its
// methods return is shared and must not be changed either.
type Set struct {
	files              []*file // by reeks, then by day
	eigenAandeel       series[EigenAandeel]
	draagkracht        series[draagkrachtGroepen]
	zorgkorting        series[Zorgkorting]
	partneralimentatie series[Partneralimentatie]
	bijstandsnorm      series[bijstandsnormGroepen]
	studiefinanciering series[studiebudgetten]
	indexering         series[[]datedValue]
	aow                series[[]aowJaar]

	inkomstenbelasting  series[inkomstenbelastingGroepen]
	zorgverzekeringswet series[Zorgverzekeringswet]
	kindgebondenBudget  series[KindgebondenBudget]
	kinderbijslag       series[Kinderbijslag]
	inkomensmodel       series[Inkomensmodel]

	wetsvoorstel series[Wetsvoorstel]
}

// series is one reeks.
type series[T any] struct {
	name    string
	periods []period[T]
}

type period[T any] struct {
	pub     *Publicatie
	gap     string // why there is nothing just before it
	content T
}

// GeenNormen is the error for a date outside every period of a reeks.
type GeenNormen struct {
	Reeks   string
	Datum   time.Time
	Eerste  time.Time // first day of the first period
	Laatste time.Time // last day of the last period
	Gat     *Gat      // nil when the date lies before the first period or after the last
}

// Gat is a run of days between two periods of a reeks for which no figures were
// found.
type Gat struct {
	Van, Tot time.Time // first and last day
	Reden    string
}

func (e *GeenNormen) Error() string {
	d := e.Datum.Format(time.DateOnly)
	if g := e.Gat; g != nil {
		return fmt.Sprintf("geen normen %q voor %s; van %s t/m %s ontbreken zij: %s",
			e.Reeks, d, g.Van.Format(time.DateOnly), g.Tot.Format(time.DateOnly), g.Reden)
	}
	if e.Datum.Before(e.Eerste) {
		return fmt.Sprintf("geen normen %q voor %s; de eerste periode begint op %s", e.Reeks, d, e.Eerste.Format(time.DateOnly))
	}
	return fmt.Sprintf("geen normen %q voor %s; de laatste periode loopt t/m %s", e.Reeks, d, e.Laatste.Format(time.DateOnly))
}

// GeenCijfer is the error for a figure that a publication in use does not hold.
type GeenCijfer struct {
	Cijfer     string // "wooncomponent"
	Publicatie *Publicatie
}

func (e *GeenCijfer) Error() string {
	return fmt.Sprintf("geen %s bekend in %q; geef het bedrag op", e.Cijfer, e.Publicatie.Titel)
}

func newSet(files []*file) (*Set, error) {
	if err := checkWindows(files); err != nil {
		return nil, err
	}
	s := &Set{
		files:              files,
		eigenAandeel:       series[EigenAandeel]{name: reeksEigenAandeel},
		draagkracht:        series[draagkrachtGroepen]{name: reeksDraagkracht},
		zorgkorting:        series[Zorgkorting]{name: reeksZorgkorting},
		partneralimentatie: series[Partneralimentatie]{name: reeksPartneralimentatie},
		bijstandsnorm:      series[bijstandsnormGroepen]{name: reeksBijstandsnorm},
		studiefinanciering: series[studiebudgetten]{name: reeksStudiefinanciering},
		indexering:         series[[]datedValue]{name: reeksIndexering},
		aow:                series[[]aowJaar]{name: reeksAOWLeeftijd},

		inkomstenbelasting:  series[inkomstenbelastingGroepen]{name: reeksInkomstenbelasting},
		zorgverzekeringswet: series[Zorgverzekeringswet]{name: reeksZorgverzekeringswet},
		kindgebondenBudget:  series[KindgebondenBudget]{name: reeksKindgebondenBudget},
		kinderbijslag:       series[Kinderbijslag]{name: reeksKinderbijslag},
		inkomensmodel:       series[Inkomensmodel]{name: reeksInkomensmodel},

		wetsvoorstel: series[Wetsvoorstel]{name: reeksWetsvoorstel},
	}
	var errs []error
	for _, f := range files {
		var err error
		switch f.pub.Reeks {
		case reeksEigenAandeel:
			err = s.eigenAandeel.add(f, eigenAandeel)
		case reeksDraagkracht:
			err = s.draagkracht.add(f, draagkracht)
		case reeksZorgkorting:
			err = s.zorgkorting.add(f, zorgkorting)
		case reeksPartneralimentatie:
			err = s.partneralimentatie.add(f, partneralimentatie)
		case reeksBijstandsnorm:
			err = s.bijstandsnorm.add(f, bijstandsnorm)
		case reeksStudiefinanciering:
			err = s.studiefinanciering.add(f, studiefinanciering)
		case reeksIndexering:
			err = s.indexering.add(f, indexering)
		case reeksAOWLeeftijd:
			err = s.aow.add(f, aowLeeftijd)
		case reeksInkomstenbelasting:
			err = s.inkomstenbelasting.add(f, inkomstenbelasting)
		case reeksZorgverzekeringswet:
			err = s.zorgverzekeringswet.add(f, zorgverzekeringswet)
		case reeksKindgebondenBudget:
			err = s.kindgebondenBudget.add(f, kindgebondenBudget)
		case reeksKinderbijslag:
			err = s.kinderbijslag.add(f, kinderbijslag)
		case reeksInkomensmodel:
			err = s.inkomensmodel.add(f, inkomensmodel)
		case reeksWetsvoorstel:
			err = s.wetsvoorstel.add(f, wetsvoorstel)
		}
		errs = append(errs, err)
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	return s, nil
}

func (s *series[T]) add(f *file, build func(*file) (T, error)) error {
	content, err := build(f)
	s.periods = append(s.periods, period[T]{f.pub, f.gap, content})
	return err
}

func (s series[T]) at(d time.Time) (T, *Publicatie, error) {
	e := &GeenNormen{
		Reeks: s.name, Datum: d,
		Eerste:  s.periods[0].pub.From,
		Laatste: s.periods[len(s.periods)-1].pub.Until,
	}
	for i, p := range s.periods {
		if p.pub.covers(d) {
			return p.content, p.pub, nil
		}
		if i > 0 && d.Before(p.pub.From) && d.After(s.periods[i-1].pub.Until) {
			e.Gat = &Gat{s.periods[i-1].pub.Until.AddDate(0, 0, 1), p.pub.From.AddDate(0, 0, -1), p.gap}
		}
	}
	var none T
	return none, nil, e
}

// day drops the time of day and the zone: a window is a row of calendar days.
func day(d time.Time) time.Time {
	return time.Date(d.Year(), d.Month(), d.Day(), 0, 0, 0, 0, time.UTC)
}

// EigenAandeel gives the Tabel eigen aandeel that applies on d.
func (s *Set) EigenAandeel(d time.Time) (EigenAandeel, error) {
	n, _, err := s.eigenAandeel.at(day(d))
	return n, err
}

// Draagkracht gives the draagkrachttabel that applies on d, for a parent below
// the AOW age or, with aow, from it.
func (s *Set) Draagkracht(d time.Time, aow bool) (Draagkracht, error) {
	n, _, err := s.draagkracht.at(day(d))
	if aow {
		return n.vanaf, err
	}
	return n.tot, err
}

// Zorgkorting gives the steps that apply on d.
func (s *Set) Zorgkorting(d time.Time) (Zorgkorting, error) {
	n, _, err := s.zorgkorting.at(day(d))
	return n, err
}

// Partneralimentatie gives the percentages, and the limit of the lowest incomes,
// that apply on d.
func (s *Set) Partneralimentatie(d time.Time) (Partneralimentatie, error) {
	n, _, err := s.partneralimentatie.at(day(d))
	return n, err
}

// Bijstandsnorm gives the norms of a single person and of a couple that apply on d,
// below the AOW age or, with aow, from it.
func (s *Set) Bijstandsnorm(d time.Time, aow bool) (Bijstandsnorm, error) {
	n, _, err := s.bijstandsnorm.at(day(d))
	if aow {
		return n.vanaf, err
	}
	return n.tot, err
}

// Studiefinanciering gives the norms of the Wsf 2000 that apply on d, with the
// fees of the school year d falls in.
func (s *Set) Studiefinanciering(d time.Time) (Studiefinanciering, error) {
	d = day(d)
	n, _, err := s.studiefinanciering.at(d)
	return Studiefinanciering{MBO: n.mbo.at(d), HBOWO: n.hbowo.at(d)}, err
}

// Indexering gives the percentages that raise an amount at the price level of
// the year van to that of the year tot: those that take effect after van, up to
// and including tot, in order of date.
func (s *Set) Indexering(van, tot int) ([]Value, error) {
	if van > tot {
		return nil, fmt.Errorf("indexering van %d naar %d: het laatste jaar ligt voor het eerste", van, tot)
	}
	var list []Value
	for y := van + 1; y <= tot; y++ {
		values, _, err := s.indexering.at(time.Date(y, time.January, 1, 0, 0, 0, 0, time.UTC))
		if err != nil {
			return nil, err
		}
		for _, v := range values {
			if v.Vanaf.Year() == y {
				list = append(list, v.Value)
			}
		}
	}
	return list, nil
}

// HeeftAOWLeeftijd tells whether someone born on geboren has reached the AOW
// age on op. The age rises by calendar year, and who has reached it keeps it
// (art. 7a lid 1 AOW): it is reached in the first year in which the birthday
// plus the age of that year falls before the year is out.
//
// The Value is the age of the year of op, in months.
func (s *Set) HeeftAOWLeeftijd(geboren, op time.Time) (bool, Value, error) {
	geboren, op = day(geboren), day(op)
	years, pub, err := s.aow.at(op)
	if err != nil {
		return false, Value{}, err
	}
	var v Value
	for _, y := range years {
		if y.jaar == op.Year() {
			v = y.value(pub)
		}
	}
	for _, p := range s.aow.periods {
		for _, y := range p.content {
			limit := time.Date(y.jaar, time.December, 31, 0, 0, 0, 0, time.UTC)
			if op.Before(limit) {
				limit = op
			}
			if y.jaar <= op.Year() && !addMonths(geboren, y.maanden).After(limit) {
				return true, v, nil
			}
		}
	}
	return false, v, nil
}

func (y aowJaar) value(pub *Publicatie) Value {
	age := fmt.Sprintf("%d jaar", y.maanden/12)
	switch m := y.maanden % 12; m {
	case 0:
	case 1:
		age += " en 1 maand"
	default:
		age += fmt.Sprintf(" en %d maanden", m)
	}
	return Value{
		ID:         fmt.Sprintf("aow_leeftijd.%d", y.jaar),
		Label:      fmt.Sprintf("AOW-leeftijd in %d in maanden (%s)", y.jaar, age),
		Amount:     decimal.NewFromInt(int64(y.maanden)),
		Unit:       "aantal",
		Source:     pub.Source,
		Status:     y.status,
		Publicatie: pub,
	}
}

// addMonths gives the same day n months on, or the last day of that month when
// it is shorter; AddDate would run on into the next month.
func addMonths(d time.Time, n int) time.Time {
	first := time.Date(d.Year(), d.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return first.AddDate(0, 0, min(d.Day(), last)-1)
}

// Inkomstenbelasting gives the income tax of the year of d for a group.
func (s *Set) Inkomstenbelasting(d time.Time, g Belastinggroep) (Inkomstenbelasting, error) {
	n, _, err := s.inkomstenbelasting.at(day(d))
	return n[g], err
}

// Zorgverzekeringswet gives the inkomensafhankelijke bijdrage that applies on d.
func (s *Set) Zorgverzekeringswet(d time.Time) (Zorgverzekeringswet, error) {
	n, _, err := s.zorgverzekeringswet.at(day(d))
	return n, err
}

// KindgebondenBudget gives the amounts that apply on d.
func (s *Set) KindgebondenBudget(d time.Time) (KindgebondenBudget, error) {
	n, _, err := s.kindgebondenBudget.at(day(d))
	return n, err
}

// Kinderbijslag gives the amounts that apply on d.
func (s *Set) Kinderbijslag(d time.Time) (Kinderbijslag, error) {
	n, _, err := s.kinderbijslag.at(day(d))
	return n, err
}

// Inkomensmodel gives the limits of the netto and the bruto model that apply on d.
func (s *Set) Inkomensmodel(d time.Time) (Inkomensmodel, error) {
	n, _, err := s.inkomensmodel.at(day(d))
	return n, err
}

// Wetsvoorstel gives the figures of Wetsvoorstel 34 154, which are the same on
// every day that any figures are known for.
func (s *Set) Wetsvoorstel(d time.Time) (Wetsvoorstel, error) {
	n, _, err := s.wetsvoorstel.at(day(d))
	return n, err
}
