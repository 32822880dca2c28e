package kind_test

import (
	"fmt"
	"time"

	"annex/calc/zaak"

	"github.com/shopspring/decimal"
)

// trekker draws a number from 0 up to, not including, n.
type trekker func(n int) int

func (k trekker) kans(een int) bool { return k(een) == 0 }

// cents gives an amount up to max euro, most often a whole one.
func (k trekker) bedrag(max int) decimal.Decimal {
	d := decimal.NewFromInt(int64(k(max + 1)))
	if k.kans(3) {
		d = d.Add(decimal.New(int64(k(100)), -2))
	}
	return d
}

// grenzen are incomes where something changes in some year or group; cases are
// drawn near them more often than chance would.
var grenzen = []int{1680, 1730, 1780, 1815, 1830, 1865, 1875, 1880, 1890, 1915, 1925, 1930, 1950, 1965, 1975, 2000, 2015, 2025, 2030, 2050, 2065, 2075,
	2100, 2125, 2150, 2180, 2200, 2230, 2280, 2300, 2330, 2380, 2430}

func (k trekker) inkomen() decimal.Decimal {
	if k.kans(2) {
		return decimal.New(int64(grenzen[k(len(grenzen))]*100+k(5)*25-50), -2)
	}
	return k.bedrag(7000)
}

func (k trekker) plus(max int) *zaak.Bedrag {
	if k.kans(3) {
		return nil
	}
	return &zaak.Bedrag{Waarde: k.bedrag(max)}
}

func (k trekker) dag(van, tot time.Time) time.Time {
	return van.AddDate(0, 0, k(int(tot.Sub(van).Hours()/24)+1))
}

func (k trekker) situatie() zaak.Situatie {
	s := zaak.Situatie{
		Inkomen:  zaak.Inkomen{NBI: zaak.Bedrag{Waarde: k.inkomen()}, KindgebondenBudget: k.plus(900)},
		Bijstand: k.kans(8),
	}
	for i := range k(4) {
		if k.kans(2) {
			break
		}
		s.Lasten = append(s.Lasten, zaak.Last{
			Omschrijving: fmt.Sprintf("last %d", i+1), Bedrag: zaak.Bedrag{Waarde: k.bedrag(300)},
			Vermijdbaar: k.kans(4), Verwijtbaar: k.kans(4),
		})
	}
	if k.kans(6) {
		aow := k.kans(2)
		s.AOW = &aow
	}
	return s
}

func (k trekker) zorg(ouder string) *zaak.Zorg {
	switch k(5) {
	case 0:
		return nil
	case 1:
		return &zaak.Zorg{Ouder: ouder, Percentage: &zaak.Bedrag{Waarde: decimal.New(int64(k(201)*50), -2)}, Reden: "afgesproken"}
	}
	return &zaak.Zorg{Ouder: ouder, DagenPerWeek: &zaak.Bedrag{Waarde: decimal.New(int64(k(29)*25), -2)}}
}

func (k trekker) behoefte(begin time.Time) zaak.Behoefte {
	peildatum := k.dag(day(2023, 1, 1), begin)
	switch k(3) {
	case 0:
		return zaak.Behoefte{Gezinsinkomen: &zaak.Gezinsinkomen{
			Peildatum: peildatum, KindgebondenBudget: k.plus(300),
			NBI: map[string]zaak.Bedrag{"moeder": {Waarde: k.bedrag(4500)}, "vader": {Waarde: k.bedrag(4500)}},
		}}
	case 1:
		inkomen := func() zaak.Inkomen {
			return zaak.Inkomen{NBI: zaak.Bedrag{Waarde: k.bedrag(7000)}, KindgebondenBudget: k.plus(600)}
		}
		return zaak.Behoefte{NooitSamengewoond: &zaak.NooitSamengewoond{
			Peildatum: peildatum, Ouders: map[string]zaak.Inkomen{"moeder": inkomen(), "vader": inkomen()},
		}}
	default:
		return zaak.Behoefte{Vastgesteld: &zaak.Vastgesteld{
			Bedrag: zaak.Bedrag{Waarde: k.bedrag(1800)}, Jaar: begin.Year() - k(5), Reden: "beschikking",
		}}
	}
}

// zaak draws a whole case: one to six children with either parent, one to three
// periods from 2023 up to and including 2026.
func (k trekker) zaak() *zaak.Zaak {
	z := &zaak.Zaak{
		Ouders: []zaak.Ouder{{ID: "moeder", Aanduiding: "de moeder"}, {ID: "vader", Aanduiding: "de vader"}},
		Keuzes: zaak.Keuzes{LageInkomens: []string{zaak.KeuzeTabelbedrag, zaak.KeuzeFormule}[k(2)]},
	}
	for i := range z.Ouders {
		if k.kans(3) {
			born := k.dag(day(1955, 1, 1), day(1961, 12, 28))
			z.Ouders[i].Geboren = &born
		}
	}
	gescheiden := k.kans(3)
	for i := range 1 + k(6) {
		kind := zaak.Kind{ID: fmt.Sprintf("kind_%d", i), Naam: fmt.Sprintf("Kind %d", i), Geboren: day(2019, 1, 1), Hoofdverblijf: "moeder"}
		zorgt := "vader"
		if gescheiden && k.kans(2) {
			kind.Hoofdverblijf, zorgt = zorgt, kind.Hoofdverblijf
		}
		kind.Zorg = k.zorg(zorgt)
		z.Kinderen = append(z.Kinderen, kind)
	}
	vanaf := k.dag(day(2023, 1, 1), day(2026, 12, 20))
	for range 1 + k(3) {
		z.Perioden = append(z.Perioden, zaak.Periode{Vanaf: vanaf, Ouders: map[string]zaak.Situatie{"moeder": k.situatie(), "vader": k.situatie()}})
		if vanaf = k.dag(vanaf.AddDate(0, 0, 1), vanaf.AddDate(0, 14, 0)); vanaf.Year() > 2026 {
			break
		}
	}
	z.Behoefte = k.behoefte(z.Perioden[0].Vanaf)
	return z
}
