package kind_test

import (
	"time"

	"annex/calc/zaak"
)

// behoefte draws how the costs of the children are found, for a case that starts
// on begin.
func (k trekker) behoefte(begin time.Time) zaak.Behoefte {
	peildatum := k.dag(day(2023, 1, 1), begin)
	switch k(3) {
	case 0:
		return zaak.Behoefte{Vastgesteld: &zaak.Vastgesteld{Bedrag: k.bedrag(1800), Jaar: begin.Year() - k(5), Reden: "beschikking"}}
	case 1:
		return zaak.Behoefte{Gezinsinkomen: &zaak.Gezinsinkomen{
			Peildatum: peildatum, KindgebondenBudget: k.soms(300),
			Ouders:   map[string]zaak.Inkomen{"moeder": {NBI: k.bedrag(4500)}, "vader": {NBI: k.bedrag(4500)}},
			Stijging: k.stijging(peildatum),
		}}
	default:
		return zaak.Behoefte{NooitSamengewoond: &zaak.NooitSamengewoond{
			Peildatum: peildatum, Ouders: k.inkomens(7000), Stijging: k.stijgingApart(peildatum),
		}}
	}
}

func (k trekker) inkomens(max int) map[string]zaak.Inkomen {
	return map[string]zaak.Inkomen{
		"moeder": {NBI: k.bedrag(max), KindgebondenBudget: k.soms(600)},
		"vader":  {NBI: k.bedrag(max), KindgebondenBudget: k.soms(600)},
	}
}

// stijging draws a later income of one of the parents, higher than that of the
// family or not.
func (k trekker) stijging(peildatum time.Time) *zaak.Stijging {
	if k.kans(4) || peildatum.Equal(day(2026, 12, 31)) {
		return nil
	}
	return &zaak.Stijging{
		Inkomen: zaak.Inkomen{NBI: k.bedrag(9000), KindgebondenBudget: k.soms(500)},
		Ouder:   k.ouder(), Peildatum: k.later(peildatum),
	}
}

func (k trekker) stijgingApart(peildatum time.Time) *zaak.StijgingApart {
	if k.kans(4) || peildatum.Equal(day(2026, 12, 31)) {
		return nil
	}
	return &zaak.StijgingApart{
		Ouder: k.ouder(), Peildatum: k.later(peildatum), GenotenKGB: k.soms(400), OntvangtKGB: k.kans(2), Ouders: k.inkomens(14000),
	}
}

func (k trekker) ouder() string { return []string{"moeder", "vader"}[k(2)] }

// later draws a day after peildatum, most often within the year.
func (k trekker) later(peildatum time.Time) time.Time {
	laatste := day(2026, 12, 31)
	if jaar := peildatum.AddDate(1, 0, 0); jaar.Before(laatste) && !k.kans(4) {
		laatste = jaar
	}
	return k.dag(peildatum.AddDate(0, 0, 1), laatste)
}

// voorScheiding draws, of the exceptional costs, what they were when the parents
// were a family.
func (k trekker) voorScheiding(z *zaak.Zaak) {
	for _, kind := range z.Kinderen {
		for i := range kind.BijzondereKosten {
			if k.kans(2) {
				kosten := k.kosten()
				kind.BijzondereKosten[i].VoorScheiding = &kosten
			}
		}
	}
}

func (k trekker) kosten() zaak.Kosten {
	return zaak.Kosten{Bedrag: k.bedrag(250), Tegemoetkoming: k.soms(120)}
}
