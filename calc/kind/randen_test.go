package kind_test

import (
	"testing"

	"annex/calc/zaak"
)

// Cases at the edge of the rules, each worked out by hand. 2025: an income of
// 2.000 gives 98 (the row of 1.975), 2.600 gives 70% x (1.820 - 1.310) = 357 and
// 3.000 gives 70% x (2.100 - 1.310) = 553.

// stief adds the spouse of a parent, who owes maintenance in the first period.
func stief(z *zaak.Zaak, id, echtgenootVan string, s zaak.Situatie) {
	z.Stiefouders = append(z.Stiefouders, zaak.Stiefouder{Ouder: zaak.Ouder{ID: id, Aanduiding: "de " + id}, EchtgenootVan: echtgenootVan})
	z.Perioden[0].Situaties[id] = s
}

// anderGezin is one child outside the case.
func anderGezin(naam, behoefte, anderen string) zaak.AnderGezin {
	return zaak.AnderGezin{Omschrijving: naam, Aantal: 1, Behoefte: eur(behoefte), AndereDraagkracht: eur(anderen)}
}

// A child moves to the other parent, and no care is stated with either of them.
// Together 455 for costs of 450: the father 353,08, the mother 96,92; zorgkorting
// of 5% is 22,50.
func TestResidenceChangesWithoutCare(t *testing.T) {
	z := geval(day(2025, 3, 1), "450", situatie("2000", ""), situatie("2600", ""), kinderen("noor")...)
	next := z.Perioden[0]
	next.Vanaf = day(2025, 6, 1)
	next.Kinderen = []zaak.KindSituatie{{Hoofdverblijf: "vader"}}
	z.Perioden = append(z.Perioden, next)
	r := bereken(t, z, load(t))
	wantValue(t, r, "p1.noor.bijdrage", "331")
	wantValue(t, r, "p2.noor.bijdrage", "74")
}

// The spouse of the parent with whom no child lives owes nothing for the children
// of the case (art. 1:395 BW). That this spouse falls short for children of two
// other families changes nothing: the father, who does not fall short, has 553 for
// each of his families, so 553 / 910 x 450 = 273,46.
func TestStepparentWithNoneOfTheChildren(t *testing.T) {
	for _, woonlast := range []*zaak.Woonlast{nil, {MetReden: zaak.MetReden{Bedrag: eur("200"), Reden: "woont samen"}, Soort: zaak.WoonlastLager}} {
		vader := situatie("3000", "")
		vader.AndereKinderen = []zaak.AnderGezin{anderGezin("Sam", "100", "100")}
		joost := situatie("2200", "")
		joost.Woonlast = woonlast
		joost.AndereKinderen = []zaak.AnderGezin{anderGezin("Lot", "400", "0"), anderGezin("Bo", "400", "0")}
		z := geval(day(2025, 3, 1), "450", situatie("2600", ""), vader, kinderen("noor")...)
		stief(z, "joost", "vader", joost)
		r := bereken(t, z, load(t))
		wantValue(t, r, "verdeling.aandeel_vader", "273.46")
		wantValue(t, r, "noor.bijdrage", "251") // less 22,50
	}
}

// A parent with bijstand with whom no child lives has the minimum, less charges
// that count (4.3.3), whatever the housing costs are: 25 - 25.
func TestBijstandAndHousingCosts(t *testing.T) {
	for name, change := range map[string]func(*zaak.Situatie){
		"woonbudget":  func(*zaak.Situatie) {},
		"former home": func(s *zaak.Situatie) { s.VoormaligeWoning = &zaak.VoormaligeWoning{EigenWoonlast: eur("300")} },
		"lower costs": func(s *zaak.Situatie) {
			s.Woonlast = &zaak.Woonlast{MetReden: zaak.MetReden{Bedrag: eur("300"), Reden: "woont samen"}, Soort: zaak.WoonlastLager}
		},
	} {
		t.Run(name, func(t *testing.T) {
			vader := situatie("1400", "")
			vader.Bijstand = true
			vader.Lasten = []zaak.Last{last("schuld", "25", false, false)}
			change(&vader)
			r := bereken(t, geval(day(2025, 3, 1), "450", situatie("2000", ""), vader, kinderen("noor")...), load(t))
			wantValue(t, r, "vader.draagkracht", "0")
		})
	}
}

// The exceptional costs of a child without a claim are no costs of the others.
func TestCostsOfAChildWithoutAClaim(t *testing.T) {
	z := geval(day(2025, 3, 1), "450", situatie("2600", ""), situatie("3000", ""), kinderen("noor", "bo")...)
	z.Kinderen[1].Geboren = day(2000, 1, 1)
	z.Kinderen[1].BijzondereKosten = []zaak.BijzondereKost{{Omschrijving: "privélessen", Kosten: zaak.Kosten{Bedrag: eur("200")}}}
	z.Perioden[0].Kinderen[1] = zaak.KindSituatie{}
	r := bereken(t, z, load(t))
	wantValue(t, r, "behoefte.eigen_aandeel", "450")
	wantValue(t, r, "verdeling.aandeel_vader", "273.46")
}

// Two fixed shares can come to a cent more than the costs; nothing is then left
// to divide. Of 150,01 each bears 75,005, so 75,01; beside 125 elsewhere that is
// 0,01 more than the 200 they have, and 200 x 75,01 / 200,01 is 75,01 again.
func TestFixedSharesRoundUp(t *testing.T) {
	ouder := situatie("2600", "")
	ouder.Draagkracht = &zaak.MetReden{Bedrag: eur("200"), Reden: "afgesproken"}
	ouder.AndereKinderen = []zaak.AnderGezin{anderGezin("Sam", "125", "0")}
	z := geval(day(2025, 3, 1), "150.01", ouder, ouder, kinderen("noor")...)
	z.Keuzes.Samenloop = zaak.KeuzeAandeel
	joost := situatie("2200", "")
	joost.Schuldsanering = &zaak.Schuldsanering{Reden: "wsnp"}
	stief(z, "joost", "moeder", joost)
	r := bereken(t, z, load(t))
	wantValue(t, r, "samenloop.vader.eigen.draagkracht", "75.01")
	wantValue(t, r, "verdeling.aandeel_moeder", "75.01")
	wantValue(t, r, "verdeling.aandeel_joost", "0")
}
