package kind_test

import (
	"fmt"
	"time"

	"annex/calc/zaak"

	"github.com/shopspring/decimal"
)

// personen draws what both parents have in each period, and the stepparents who
// owe maintenance in it.
func (k trekker) personen(z *zaak.Zaak, begin []time.Time) {
	for i := range z.Ouders {
		z.Ouders[i].Geboren = k.geboren()
	}
	for _, s := range []zaak.Stiefouder{
		{Ouder: zaak.Ouder{ID: "stiefvader", Aanduiding: "de stiefvader"}, EchtgenootVan: "moeder"},
		{Ouder: zaak.Ouder{ID: "stiefmoeder", Aanduiding: "de stiefmoeder"}, EchtgenootVan: "vader"},
	} {
		if k.kans(3) {
			s.Geboren = k.geboren()
			z.Stiefouders = append(z.Stiefouders, s)
		}
	}
	for i, vanaf := range begin {
		z.Perioden[i].Situaties = map[string]zaak.Situatie{}
		for _, o := range z.Ouders {
			s := k.situatie(vanaf)
			if s.Draagkracht == nil && s.Schuldsanering == nil && k.kans(2) {
				s.Toets = k.toets(vanaf, gepensioneerd(vanaf, o, s))
			}
			z.Perioden[i].Situaties[o.ID] = s
		}
		for _, s := range z.Stiefouders {
			if !k.kans(4) {
				z.Perioden[i].Situaties[s.ID] = k.situatie(vanaf)
			}
		}
	}
}

func (k trekker) geboren() *time.Time {
	if !k.kans(3) {
		return nil
	}
	born := k.dag(day(1955, 1, 1), day(1961, 12, 28))
	return &born
}

// grenzen are incomes where something changes in some year or group; cases are
// drawn near them more often than chance would.
var grenzen = []int{1680, 1730, 1780, 1815, 1830, 1865, 1875, 1880, 1890, 1915, 1925, 1930, 1950, 1965, 1975, 2000, 2015, 2025, 2030, 2050, 2065, 2075,
	2100, 2125, 2150, 2180, 2200, 2230, 2280, 2300, 2330, 2380, 2430}

func (k trekker) inkomen() zaak.Bedrag {
	if k.kans(3) {
		return zaak.Bedrag{Waarde: decimal.New(int64(grenzen[k(len(grenzen))]*100+k(5)*25-50), -2)}
	}
	return k.bedrag(7000)
}

func (k trekker) situatie(vanaf time.Time) zaak.Situatie {
	s := zaak.Situatie{
		Inkomen:        zaak.Inkomen{NBI: k.inkomen(), KindgebondenBudget: k.soms(900)},
		Lasten:         k.lasten(),
		Bijstand:       k.kans(8),
		AndereKinderen: k.andereKinderen(),
	}
	if k.kans(6) {
		aow := k.kans(2)
		s.AOW = &aow
	}
	if k.kans(8) {
		s.Verdiencapaciteit = k.metReden(600)
	}
	k.bijzonder(&s, vanaf)
	return s
}

// bijzonder draws the circumstances of which not all go together.
func (k trekker) bijzonder(s *zaak.Situatie, vanaf time.Time) {
	switch k(16) {
	case 7, 8, 9, 10, 11:
		s.Woonlast = k.woonlast(zaak.WoonlastLager)
	case 12:
		s.Woonlast = k.woonlast(zaak.WoonlastHoger)
	case 13:
		s.VoormaligeWoning = &zaak.VoormaligeWoning{EigenWoonlast: k.bedrag(900), Aandeel: k.soms(500)}
	case 14:
		s.LangdurigeZorg = &zaak.LangdurigeZorg{EigenBijdrage: k.bedrag(1500), NoodzakelijkeLasten: k.bedrag(500), Reden: "verpleging"}
	case 15:
		if k.kans(2) {
			s.Draagkracht = k.metReden(700)
		} else {
			s.Schuldsanering = &zaak.Schuldsanering{Reden: "wsnp"}
		}
		return
	}
	if k.kans(4) {
		s.Inkomensverlies = k.inkomensverlies(vanaf)
	}
}

func (k trekker) woonlast(soort string) *zaak.Woonlast {
	return &zaak.Woonlast{MetReden: *k.metReden(1400), Soort: soort, NieuwePartner: k.kans(2)}
}

func (k trekker) lasten() []zaak.Last {
	var list []zaak.Last
	for i := range k(4) {
		if k.kans(2) {
			break
		}
		l := zaak.Last{Omschrijving: fmt.Sprintf("last %d", i+1), Bedrag: k.bedrag(300), Vermijdbaar: k.kans(3), Verwijtbaar: k.kans(3)}
		if l.Vermijdbaar {
			l.VermijdbaarDeel = k.deel(l.Bedrag)
		}
		if l.Verwijtbaar {
			l.VerwijtbaarDeel = k.deel(l.Bedrag)
		}
		list = append(list, l)
	}
	return list
}

// deel gives a part of an amount, or nothing: all of it.
func (k trekker) deel(van zaak.Bedrag) *zaak.Bedrag {
	if !k.kans(2) {
		return nil
	}
	return &zaak.Bedrag{Waarde: decimal.New(int64(k(int(centen(van.Waarde))+1)), -2)}
}

// inkomensverlies draws the questions of Rapport 4.7 in the order in which a case
// file has to answer them.
func (k trekker) inkomensverlies(vanaf time.Time) *zaak.Inkomensverlies {
	i := &zaak.Inkomensverlies{OudNBI: k.inkomen(), ZelfVeroorzaakt: !k.kans(4), Reden: "ontslag", Bijstandsnorm: k.norm(vanaf, 1500)}
	if i.ZelfVeroorzaakt {
		i.Herstelbaar, i.TeVergen = k.kans(2), k.kans(2)
		i.Onthouden = k.kans(2)
	}
	return i
}

// norm states a bijstandsnorm: always from when none is published.
func (k trekker) norm(vanaf time.Time, max int) *zaak.Bedrag {
	if vanaf.Before(day(2026, 7, 1)) {
		return k.soms(max)
	}
	b := k.bedrag(max)
	return &b
}

func (k trekker) toets(vanaf time.Time, aow bool) *zaak.Aanvaardbaarheidstoets {
	t := &zaak.Aanvaardbaarheidstoets{
		Reden: "te weinig over", Woonlast: k.bedrag(1000), Huurtoeslag: k.soms(400),
		Zorgpremie: k.bedrag(200), Zorgtoeslag: k.soms(150), OverigeZorgkosten: k.soms(60), Bijstandsnorm: k.norm(vanaf, 1500),
	}
	// The parts of the norm are published for the first half of 2025 only, and
	// below the AOW age.
	if gepubliceerd := !aow && vanaf.Year() == 2025 && vanaf.Month() < time.July; gepubliceerd && !k.kans(3) {
		return t
	}
	wonen, premie := k.bedrag(220), k.bedrag(80)
	t.Wooncomponent, t.Normpremie = &wonen, &premie
	return t
}

func (k trekker) andereKinderen() []zaak.AnderGezin {
	if !k.kans(5) {
		return nil
	}
	var list []zaak.AnderGezin
	for i := range 1 + k(2) {
		list = append(list, zaak.AnderGezin{
			Omschrijving: fmt.Sprintf("gezin %d", i+1), Aantal: 1 + k(3), Stiefkinderen: k.kans(3), Behoefte: k.bedrag(900), AndereDraagkracht: k.ofNul(700),
		})
	}
	return list
}

// ofNul gives an amount that is nought more often than chance would.
func (k trekker) ofNul(max int) zaak.Bedrag {
	if k.kans(4) {
		return zaak.Bedrag{}
	}
	return k.bedrag(max)
}
