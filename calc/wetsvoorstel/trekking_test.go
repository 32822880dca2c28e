package wetsvoorstel_test

import (
	"fmt"
	"time"

	"annex/calc/zaak"

	"github.com/shopspring/decimal"
)

// trekker draws a number from 0 up to, not including, n. What is out of the
// ordinary is drawn by a high number: rapid shrinks towards nought.
type trekker func(n int) int

func (k trekker) kans(een int) bool { return k(een) == een-1 }

// randen are incomes at which a step begins.
var randen = []int64{1000, 1250, 1500, 1650, 1800, 1950, 2000, 2100, 2400, 2500, 2700, 3000, 3450, 3500, 3900, 4000, 4350, 4500, 4800, 5000, 5250, 5500, 5700, 6000, 6150, 6600, 7050, 7500}

// inkomen gives an income, often about where a step begins.
func (k trekker) inkomen() centen {
	switch k(4) {
	case 0:
		return euro(int64(k(8001)))
	case 1:
		return centen(k(250_001)) // low
	case 2:
		return euro(int64(k(8001))) + centen(k(100))
	}
	return euro(randen[k(len(randen))]) + centen(k(5)) - 2
}

func (k trekker) euros(max int) centen {
	c := euro(int64(k(max + 1)))
	if k.kans(3) {
		c += centen(k(100))
	}
	return c
}

func (k trekker) dag(van, tot time.Time) time.Time {
	return van.AddDate(0, 0, k(int(tot.Sub(van).Hours()/24)+1))
}

// begin draws the first days of one to three periods. With figures these lie in 2025
// and 2026, so that kinderbijslag and bijstandsnorm are known; without, from 2015 on.
func (k trekker) begin(metCijfers bool) []time.Time {
	van, tot := day(2015, 1, 1), day(2026, 6, 30)
	if metCijfers {
		van = day(2025, 1, 1)
	}
	list := []time.Time{k.dag(van, tot)}
	for range k(3) {
		vorige := list[len(list)-1]
		if vanaf := k.dag(vorige.AddDate(0, 0, 1), vorige.AddDate(0, 14, 0)); !vanaf.After(tot) {
			list = append(list, vanaf)
		}
	}
	return list
}

// zaak draws a whole case: one to seven children, with either parent or on their own,
// in one to three periods.
func (k trekker) zaak() *zaak.Zaak {
	metCijfers := k.kans(2)
	z := &zaak.Zaak{
		Methode: zaak.MethodeWetsvoorstel,
		Ouders:  []zaak.Ouder{{ID: "moeder", Aanduiding: "de moeder"}, {ID: "vader", Aanduiding: "de vader"}},
		Keuzes: zaak.Keuzes{
			Aandeelafronding: []string{zaak.KeuzeHeleProcenten, zaak.KeuzeExact}[k(2)],
			Inkomenstreden:   []string{zaak.KeuzeGepubliceerd, zaak.KeuzeGeindexeerd}[k(2)],
		},
	}
	begin := k.begin(metCijfers)
	for _, vanaf := range begin {
		z.Perioden = append(z.Perioden, zaak.Periode{Vanaf: vanaf, Situaties: map[string]zaak.Situatie{}})
	}
	for i := range 1 + k(2) + k(3) + k(4) {
		k.kind(z, i)
	}
	for i := range z.Perioden {
		for _, o := range z.Ouders {
			s := k.situatie(metCijfers)
			if i > 0 && k.kans(2) { // as it was, or but for the children of an earlier relation
				eigen, eerder := *z.Perioden[i-1].Situaties[o.ID].Wetsvoorstel, s.Wetsvoorstel.EerdereKinderen
				s = z.Perioden[i-1].Situaties[o.ID]
				if k.kans(3) {
					eigen.EerdereKinderen = eerder
				}
				s.Wetsvoorstel = &eigen
			}
			z.Perioden[i].Situaties[o.ID] = s
		}
	}
	z.Behoefte = k.behoefte(metCijfers, begin[0])
	return z
}

func (k trekker) behoefte(metCijfers bool, vanaf time.Time) zaak.Behoefte {
	var b zaak.Behoefte
	eigen := &zaak.WetsvoorstelBehoefte{}
	if k.kans(4) {
		eigen.EerdereBehoefte = &zaak.MetReden{Bedrag: *vanCenten(k.euros(1500), ""), Reden: "beschikking"}
		b.Wetsvoorstel = eigen
	}
	soort := k(6)
	nbis := func() map[string]zaak.Inkomen {
		return map[string]zaak.Inkomen{"moeder": {NBI: *vanCenten(k.inkomen()/2, "")}, "vader": {NBI: *vanCenten(k.inkomen()/2, "")}}
	}
	switch {
	case soort == 5:
		b.Wetsvoorstel, eigen.GeenInzicht = eigen, &zaak.Reden{Tekst: "geen stukken"}
	case soort == 4 && metCijfers:
		b.Gezinsinkomen = &zaak.Gezinsinkomen{Peildatum: k.peildatum(vanaf), Ouders: nbis()}
		if k.kans(2) {
			b.Gezinsinkomen.KindgebondenBudget = vanCenten(k.euros(500), "")
		}
	case soort == 3 && metCijfers:
		ouders := nbis()
		if k.kans(2) {
			for id, i := range ouders {
				i.KindgebondenBudget = vanCenten(k.euros(500), "")
				ouders[id] = i
			}
		}
		b.NooitSamengewoond = &zaak.NooitSamengewoond{Peildatum: k.peildatum(vanaf), Ouders: ouders}
	default:
		b.Wetsvoorstel, eigen.AlimentatieInkomen = eigen, vanCenten(k.inkomen(), "")
	}
	return b
}

// peildatum is a day of 2024 or later on which the eldest child was born.
func (k trekker) peildatum(vanaf time.Time) time.Time { return k.dag(day(2024, 1, 1), vanaf) }

// kind draws child i. The first is a minor in every period, so that there always is
// somebody to calculate for.
func (k trekker) kind(z *zaak.Zaak, i int) {
	eerst, laatst := z.Perioden[0].Vanaf, z.Perioden[len(z.Perioden)-1].Vanaf
	kind := zaak.Kind{ID: fmt.Sprintf("kind_%d", i+1), Naam: fmt.Sprintf("Kind %d", i+1)}
	switch jongst := k(5); {
	case i == 0:
		kind.Geboren = k.dag(laatst.AddDate(-17, 0, 0), day(min(eerst.Year(), 2024), 1, 1).AddDate(-1, 0, 0))
	case jongst < 3:
		kind.Geboren = k.dag(eerst.AddDate(-24, 0, 0), eerst.AddDate(-1, 0, 0))
	case jongst == 3: // of about an age that makes a difference
		kind.Geboren = eerst.AddDate(-[]int{6, 12, 18, 23}[k(4)], 0, k(3)-1)
	default:
		kind.Geboren = k.dag(eerst.AddDate(-23, 0, 0), eerst.AddDate(-18, 0, 0))
	}
	z.Kinderen = append(z.Kinderen, kind)
	var s zaak.KindSituatie
	for j := range z.Perioden {
		if j == 0 || k.kans(3) {
			pad := fmt.Sprintf("kinderen[%d]", i)
			if j > 0 {
				pad = fmt.Sprintf("perioden[%d].kinderen.%s", j, kind.ID)
			}
			s = k.kindSituatie(z, kind, pad, s)
		}
		z.Perioden[j].Kinderen = append(z.Perioden[j].Kinderen, s)
	}
}

// kindSituatie draws what holds for a child, now and then only one thing of it anew.
func (k trekker) kindSituatie(z *zaak.Zaak, kind zaak.Kind, pad string, was zaak.KindSituatie) zaak.KindSituatie {
	s := was
	nieuw := was.Hoofdverblijf == "" || k.kans(2)
	if nieuw {
		s.Hoofdverblijf = z.Ouders[k(2)].ID // what was stated of the rest can change, not go
	}
	if !kind.Verjaardag(18).After(z.Perioden[len(z.Perioden)-1].Vanaf) {
		if nieuw || k.kans(2) {
			s.Volwassen = &zaak.Volwassen{Opleiding: []string{zaak.OpleidingMBO, zaak.OpleidingHBOWO, zaak.OpleidingHBOWO, zaak.OpleidingGeen}[k(4)], Zelfstandig: k.kans(2)}
		}
	}
	ander := z.Ouders[0].ID
	if s.Hoofdverblijf == ander {
		ander = z.Ouders[1].ID
	}
	if nieuw || k.kans(2) { // of who is now the other parent
		switch soort := k(4); {
		case soort == 0 && was.Zorg == nil: // nothing is stated
		case soort == 1:
			s.Zorg = &zaak.Zorg{Ouder: ander, DagenPerWeek: &zaak.Bedrag{Waarde: decimal.New(int64(k(36)), -1), Plek: zaak.Plek{Pad: pad + ".zorg." + ander + ".dagen_per_week"}}}
		default:
			s.Zorg = &zaak.Zorg{Ouder: ander, Nachten: vanCenten(100*int64(k(183)), pad+".zorg."+ander+".nachten_per_jaar")}
		}
	}
	if (nieuw || k.kans(2)) && k.kans(3) {
		wie := z.Ouders[k(2)].ID
		s.KindgebondenKosten = &zaak.KindgebondenKosten{Ouder: wie, Percentage: zaak.Bedrag{Waarde: decimal.NewFromInt(int64(k(101))), Plek: zaak.Plek{Pad: pad + ".kindgebonden_kosten." + wie + ".percentage"}}}
	}
	if (nieuw || k.kans(2)) && k.kans(3) {
		s.Overeengekomen = &zaak.Overeengekomen{Betaler: z.Ouders[k(2)].ID, Bedrag: *vanCenten(k.euros(400), pad+".overeengekomen_bijdrage.bedrag")}
	}
	return s
}

func (k trekker) situatie(metCijfers bool) zaak.Situatie {
	var s zaak.Situatie
	eigen := &zaak.WetsvoorstelSituatie{}
	switch soort := k(8); {
	case soort == 7:
		eigen.GeenInzicht = &zaak.Reden{Tekst: "geen stukken"}
	case soort == 6:
		s.Draagkracht = &zaak.MetReden{Bedrag: *vanCenten(euro(artikel4)+k.euros(900), ""), Reden: "vastgesteld"}
	case soort > 2 && metCijfers:
		s.NBI = *vanCenten(k.inkomen(), "")
		if k.kans(2) {
			s.KindgebondenBudget = vanCenten(k.euros(600), "")
		}
		if k.kans(6) {
			aow := k.kans(2)
			s.AOW = &aow
		}
	default:
		eigen.AlimentatieInkomen = vanCenten(k.inkomen(), "")
	}
	s.Wetsvoorstel = eigen
	if k.kans(6) {
		eigen.EerderInkomen = &zaak.MetReden{Bedrag: *vanCenten(k.inkomen(), ""), Reden: "ontslag genomen"}
	}
	for range k(3) * k(2) {
		eigen.EerdereKinderen = append(eigen.EerdereKinderen, zaak.Maandpost{Omschrijving: "Lot", Bedrag: *vanCenten(k.euros(300), "")})
	}
	if k.kans(3) {
		h := &zaak.Hardheidsclausule{Reden: "schulden", Bijstandsnorm: vanCenten(euro(900)+k.euros(500), "")}
		if metCijfers && k.kans(2) {
			h.Bijstandsnorm = nil
		}
		for range k(3) {
			h.Lasten = append(h.Lasten, zaak.Maandpost{Omschrijving: "aflossing", Bedrag: *vanCenten(k.euros(900), "")})
		}
		eigen.Hardheid = h
	}
	return s
}
