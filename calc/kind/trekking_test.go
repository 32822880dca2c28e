package kind_test

import (
	"time"

	"annex/calc/zaak"

	"github.com/shopspring/decimal"
)

// trekker draws a number from 0 up to, not including, n. What is out of the
// ordinary is drawn by a high number: rapid shrinks towards nought.
type trekker func(n int) int

func (k trekker) kans(een int) bool { return k(een) == een-1 }

// euros gives an amount up to max euro, most often a whole one.
func (k trekker) euros(max int) decimal.Decimal {
	d := decimal.NewFromInt(int64(k(max + 1)))
	if k.kans(3) {
		d = d.Add(decimal.New(int64(k(100)), -2))
	}
	return d
}

func (k trekker) bedrag(max int) zaak.Bedrag { return zaak.Bedrag{Waarde: k.euros(max)} }

// soms gives an amount up to max euro, or none.
func (k trekker) soms(max int) *zaak.Bedrag {
	if !k.kans(2) {
		return nil
	}
	b := k.bedrag(max)
	return &b
}

func (k trekker) metReden(max int) *zaak.MetReden {
	return &zaak.MetReden{Bedrag: k.bedrag(max), Reden: "afgesproken"}
}

func (k trekker) dag(van, tot time.Time) time.Time {
	return van.AddDate(0, 0, k(int(tot.Sub(van).Hours()/24)+1))
}

func (k trekker) keuzes() zaak.Keuzes {
	return zaak.Keuzes{
		LageInkomens:        []string{zaak.KeuzeTabelbedrag, zaak.KeuzeFormule}[k(2)],
		Samenloop:           []string{zaak.KeuzeGelijk, zaak.KeuzeBehoefte, zaak.KeuzeAandeel}[k(3)],
		Zorgtoeslag:         []string{zaak.KeuzeNietAftrekken, zaak.KeuzeAftrekken}[k(2)],
		ZorgkortingVerschil: []string{zaak.KeuzeDraagkracht, zaak.KeuzeAandeel}[k(2)],
	}
}

// begin draws the first days of one to three periods, from 2023 up to and
// including 2026.
func (k trekker) begin() []time.Time {
	list := []time.Time{k.dag(day(2023, 1, 1), day(2026, 12, 20))}
	for range k(3) {
		vorige := list[len(list)-1]
		vanaf := k.dag(vorige.AddDate(0, 0, 1), vorige.AddDate(0, 14, 0))
		if vanaf.Year() > 2026 {
			break
		}
		list = append(list, vanaf)
	}
	return list
}

// zaak draws a whole case: one to six children, with either parent, on their own,
// with or without stepparents, in one to three periods.
func (k trekker) zaak() *zaak.Zaak {
	z := &zaak.Zaak{
		Ouders: []zaak.Ouder{{ID: "moeder", Aanduiding: "de moeder"}, {ID: "vader", Aanduiding: "de vader"}},
		Keuzes: k.keuzes(),
	}
	begin := k.begin()
	k.kinderen(z, begin)
	k.personen(z, begin)
	if slechtsVastgesteld(z) && k.kans(2) {
		return z
	}
	z.Behoefte = k.behoefte(begin[0])
	if z.Behoefte.Gezinsinkomen != nil {
		k.voorScheiding(z)
	}
	return z
}

// slechtsVastgesteld tells whether no child of the case needs the table.
func slechtsVastgesteld(z *zaak.Zaak) bool {
	for _, p := range z.Perioden {
		for i, s := range p.Kinderen {
			if z.Kinderen[i].Groep(p.Vanaf) == zaak.Minderjarig && s.Behoefte == nil {
				return false
			}
		}
	}
	return true
}
