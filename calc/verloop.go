package calc

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"annex/calc/inkomen"
	"annex/calc/kind"
	"annex/calc/partner"
	"annex/calc/periode"
	"annex/calc/sheet"
	"annex/calc/wetsvoorstel"
	"annex/calc/zaak"
	"annex/norms"

	"github.com/shopspring/decimal"
)

// verloop tells what made the difference between each period and the next: the
// facts that differ are changed one by one, in the order of the case file, and
// the case is calculated anew each time. What a fact does therefore depends on
// those before it; the last step gives the amounts of the next period.
func verloop(s *sheet.Sheet, z *zaak.Zaak, set *norms.Set) error {
	if len(z.Perioden) == 1 {
		return nil
	}
	perioden := periode.Namen(z)
	payments, err := s.Payments()
	if err != nil {
		return fmt.Errorf("fout in de rekenregels: %w", err)
	}
	for i := 1; i < len(z.Perioden); i++ {
		begin, einde := perKolom(payments, perioden[i-1].Nummer), perKolom(payments, perioden[i].Nummer)
		v, err := tussen(z, set, z.Perioden[i-1], z.Perioden[i], begin, einde)
		if inkomen.IsOnberekenbaar(err) {
			// The facts of one period on the first day of the other ask for a norm
			// that is not known, or are of a year annex has no rule for.
			s.LeaveOut(sheet.Cond{}, "Wat het verschil maakt, "+perioden[i].Tekst, "Voor een van de tussenstappen zijn geen normen bekend, of is een inkomen niet te berekenen.")
			continue
		}
		if err != nil {
			return err
		}
		v.Van, v.Naar = perioden[i-1], perioden[i]
		s.Course(v)
	}
	return nil
}

// meesteStappen is how many facts are told one by one; what else differs is the
// last step. More would not be read, and each is a calculation.
const meesteStappen = 30

// stap is one change to a case, or to the one period of it that is looked at.
type stap struct {
	wat, van, naar string
	zet            func(z *zaak.Zaak, nu *zaak.Periode)
}

// tussen changes one period into another, fact by fact. begin and einde are the
// amounts of both.
func tussen(z *zaak.Zaak, set *norms.Set, van, naar zaak.Periode, begin, einde map[kolom]decimal.Decimal) (sheet.Verloop, error) {
	return volg(z, set, van, stappenNaar(feiten(z, van, naar), naar), begin, einde, stap{"Overige gegevens", "zoals in de periode hiervoor", "zoals in deze periode", func(_ *zaak.Zaak, nu *zaak.Periode) { *nu = naar }})
}

// stappenNaar makes a step of each fact in which a period differs from naar.
func stappenNaar(verschillen []feit, naar zaak.Periode) []stap {
	out := make([]stap, len(verschillen))
	for i, f := range verschillen {
		out[i] = stap{f.wat, f.van, f.naar, func(_ *zaak.Zaak, nu *zaak.Periode) { f.zet(nu, naar) }}
	}
	return out
}

// volg takes the steps one by one, from a case with one period that gives begin.
// rest is the last step, where the others do not give einde.
func volg(z *zaak.Zaak, set *norms.Set, van zaak.Periode, stappen []stap, begin, einde map[kolom]decimal.Decimal, rest stap) (sheet.Verloop, error) {
	geval, nu := *z, van
	nu.Situaties, nu.Kinderen = maps.Clone(van.Situaties), slices.Clone(van.Kinderen)
	states := []map[kolom]decimal.Decimal{begin}
	var v sheet.Verloop
	zet := func(s stap) error {
		s.zet(&geval, &nu)
		state, err := bedragen(&geval, set, nu)
		states = append(states, state)
		v.Stappen = append(v.Stappen, sheet.Stap{Wat: s.wat, Van: s.van, Naar: s.naar})
		return err
	}
	for _, s := range stappen[:min(len(stappen), meesteStappen)] {
		if err := zet(s); err != nil {
			return sheet.Verloop{}, err
		}
	}
	if len(stappen) > meesteStappen || !maps.EqualFunc(states[len(states)-1], einde, decimal.Decimal.Equal) {
		if err := zet(rest); err != nil {
			return sheet.Verloop{}, err
		}
	}
	kolommen := kolommenVan(z, states)
	v.Kolommen = namen(kolommen)
	for _, k := range kolommen {
		v.Begin = append(v.Begin, begin[k])
	}
	for i := range v.Stappen {
		for _, k := range kolommen {
			v.Stappen[i].Bedragen = append(v.Stappen[i].Bedragen, states[i+1][k])
			v.Stappen[i].Verschil = append(v.Stappen[i].Verschil, states[i+1][k].Sub(states[i][k]))
		}
	}
	return v, nil
}

// kolom is one amount to be followed: for whom, by whom, to whom.
type kolom struct {
	voor               sheet.Persoon
	betaler, ontvanger sheet.Persoon
}

// bedragen calculates the case with one period only.
func bedragen(z *zaak.Zaak, set *norms.Set, p zaak.Periode) (map[kolom]decimal.Decimal, error) {
	alleen := *z
	alleen.Perioden = []zaak.Periode{p}
	s := sheet.New()
	if err := beschrijf(s, &alleen, set); err != nil {
		return nil, err
	}
	payments, err := s.Payments()
	if err != nil {
		return nil, fmt.Errorf("fout in de rekenregels: %w", err)
	}
	return perKolom(payments, 1), nil
}

// perKolom gives the amounts of one period, per child and for a former spouse.
func perKolom(payments []sheet.Betaling, periode int) map[kolom]decimal.Decimal {
	out := map[kolom]decimal.Decimal{}
	for _, b := range payments {
		if b.Periode.Nummer != periode {
			continue
		}
		if voor, ok := kolomVoor(b); ok {
			out[kolom{voor, b.Betaler, b.Ontvanger}] = b.Bedrag
		}
	}
	return out
}

// kolomVoor says whom an amount is for as a column names it; a former spouse has no
// id there. ok is false for what is no amount of its own.
func kolomVoor(b sheet.Betaling) (voor sheet.Persoon, ok bool) {
	switch b.Soort {
	case kind.UitkomstPerKind:
		return b.Voor, true
	case wetsvoorstel.UitkomstStudie:
		return sheet.Persoon{ID: b.Voor.ID, Naam: b.Voor.Naam + ", studiekosten"}, true
	case partner.Uitkomst:
		return sheet.Persoon{Naam: "partneralimentatie, bruto"}, true
	case partner.UitkomstNetto:
		return sheet.Persoon{Naam: "partneralimentatie, netto"}, true
	}
	return voor, false
}

// kolommenVan gives the amounts that are more than nil somewhere, in the order
// of the children and the parents; all of them when none is.
func kolommenVan(z *zaak.Zaak, states []map[kolom]decimal.Decimal) []kolom {
	telt, alle := map[kolom]bool{}, map[kolom]bool{}
	for _, state := range states {
		for k, d := range state {
			alle[k] = true
			telt[k] = telt[k] || !d.IsZero()
		}
	}
	maps.DeleteFunc(telt, func(_ kolom, telt bool) bool { return !telt })
	if len(telt) == 0 {
		telt = alle
	}
	var out []kolom
	sorted := slices.SortedFunc(maps.Keys(telt), func(a, b kolom) int {
		return strings.Compare(a.ontvanger.ID+a.voor.Naam, b.ontvanger.ID+b.voor.Naam)
	})
	for _, c := range z.Kinderen {
		for _, o := range z.Ouders {
			for _, k := range sorted {
				if k.voor.ID == c.ID && k.betaler.ID == o.ID {
					out = append(out, k)
				}
			}
		}
	}
	for _, k := range sorted {
		if k.voor.ID == "" {
			out = append(out, k)
		}
	}
	return out
}

// namen names the columns by child, and says who pays whom where that differs.
func namen(kolommen []kolom) []string {
	out := make([]string, len(kolommen))
	for i, k := range kolommen {
		out[i] = k.voor.Naam
		ander := func(x kolom) bool { return x.voor.ID != "" && (x.betaler != k.betaler || x.ontvanger != k.ontvanger) }
		if k.voor.ID != "" && slices.ContainsFunc(kolommen, ander) {
			out[i] = fmt.Sprintf("%s: %s aan %s", k.voor.Naam, k.betaler.Naam, k.ontvanger.Naam)
		}
	}
	return out
}
