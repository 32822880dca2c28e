package calc_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"annex/calc"
	"annex/calc/sheet"
	"annex/calc/watals"

	"github.com/shopspring/decimal"
)

// watAls asks it of a golden case, with texts in it replaced: old, new, old, new.
func watAls(t *testing.T, name string, replace ...string) (*watals.Lijst, *sheet.Result) {
	t.Helper()
	set := load(t)
	data, err := os.ReadFile(zaken + "/" + name + ".yaml")
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	for i := 0; i < len(replace); i += 2 {
		if strings.Count(text, replace[i]) != 1 {
			t.Fatalf("%s: %q is not there once", name, replace[i])
		}
		text = strings.Replace(text, replace[i], replace[i+1], 1)
	}
	z := parse(t, name, []byte(text), set)
	r := compute(t, z, set)
	return calc.WatAls(z, set, r), r
}

// opRegels writes the rows as: "nbi ouder I 2000 -> 2100: ouder II 138 -> 119 (-19)".
func opRegels(list *watals.Lijst) []string {
	var out []string
	for _, r := range list.Rijen {
		wie := r.Wie.ID
		for _, k := range r.Kinderen {
			wie += " " + k.ID
		}
		out = append(out, fmt.Sprintf("%s %s %s -> %s: %s", r.Cijfer.Soort, wie, r.Van, r.Naar, bedragenOpRegel(r.Betalingen)))
	}
	return out
}

func bedragenOpRegel(list []watals.Betaling) string {
	var out []string
	for _, b := range list {
		voor := b.Voor.ID
		if b.Totaal {
			voor = "samen"
		}
		out = append(out, strings.TrimSpace(fmt.Sprintf("%s %s %s -> %s (%s)", voor, b.Betaler.ID, b.Was, b.Wordt, b.Verschil)))
	}
	return strings.Join(out, ", ")
}

func checkRegels(t *testing.T, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// Rapport 2025, par. 5.1, stap 2 en 3: enough draagkracht. Need 450; ouder I 259, ouder
// II 217, zorgkorting 15% is 67,50; ouder II pays 217/476 × 450 − 67,50 = 137,65, so 138.
//
// With the formula of 4.3.2, 70% × (NBI − 30% NBI − 1.310 − lasten):
//   - ouder I 2.100 + 400: 70% × (2.500 − 750 − 1.310) = 308; 217/525 × 450 = 186; − 67,50
//     = 118,50, so 119.
//   - ouder I 1.900 + 400: 70% × (2.300 − 690 − 1.310) = 210; 427 is 23 short; of the
//     zorgkorting 67,50 − 11,50 = 56 counts; 217 − 56 = 161.
//   - ouder II 2.700: 70% × (2.700 − 810 − 1.310 − 200) = 266; 266/525 × 450 = 228; − 67,50
//     = 160,50, so 161.
//   - ouder II 2.500: 70% × (2.500 − 750 − 1.310 − 200) = 168; 427 again; 168 − 56 = 112.
//   - two days of care: 25% is 112,50; 205,15 − 112,50 = 92,65, so 93.
//   - less than one day: 5% is 22,50; 205,15 − 22,50 = 182,65, so 183.
func TestWatAlsEnoughDraagkracht(t *testing.T) {
	list, _ := watAls(t, "rapport-5-1-stap-2-en-3")
	checkRegels(t, opRegels(list), []string{
		"nbi ouder_1 2000 -> 2100: fenna ouder_2 138 -> 119 (-19)",
		"nbi ouder_1 2000 -> 1900: fenna ouder_2 138 -> 161 (23)",
		"nbi ouder_2 2600 -> 2700: fenna ouder_2 138 -> 161 (23)",
		"nbi ouder_2 2600 -> 2500: fenna ouder_2 138 -> 112 (-26)",
		"zorgdagen ouder_2 fenna 1 -> 2: fenna ouder_2 138 -> 93 (-45)",
		"zorgdagen ouder_2 fenna 1 -> 0: fenna ouder_2 138 -> 183 (45)",
	})
}

// grens checks one limit: at which income, what changes, and the amounts there.
func checkGrens(t *testing.T, wat string, g *watals.Grens, bij, wijzigt, betalingen string) {
	t.Helper()
	if g == nil {
		if bij != "" {
			t.Errorf("%s: none found, want %s", wat, bij)
		}
		return
	}
	var changes []string
	for _, w := range g.Wijzigt {
		changes = append(changes, strings.Join(strings.Fields(fmt.Sprintf("%s %s %s %s>%s", w.Soort, w.Wie.ID, w.Voor.ID, w.Was, w.Wordt)), " "))
	}
	if got := strings.Join(changes, ", "); g.Bij.String() != bij || got != wijzigt || bedragenOpRegel(g.Betalingen) != betalingen {
		t.Errorf("%s:\ngot  %s: %s: %s\nwant %s: %s: %s", wat, g.Bij, got, bedragenOpRegel(g.Betalingen), bij, wijzigt, betalingen)
	}
}

func inkomenVan(t *testing.T, list *watals.Lijst, id string) watals.Inkomen {
	t.Helper()
	for _, i := range list.Inkomens {
		if i.Wie.ID == id {
			return i
		}
	}
	t.Fatalf("nothing about %s", id)
	return watals.Inkomen{}
}

// The same case. By the formula the draagkracht of ouder II is 0,49 × NBI − 1.057, in
// whole euros, and that of ouder I 0,49 × (NBI + 400) − 917.
//
// Together they are exactly the need where ouder II has 450 − 259 = 191: from
// (190,50 + 1.057) / 0,49 = 2.545,92, so from 2.546; at 2.545 there are 190, one short:
// 190 − (67,50 − 0,50) = 123. Ouder I needs 233: from (232,50 + 917) / 0,49 − 400 =
// 1.945,92; at 1.945 there are 232, one short: 217 − 67 = 150.
//
// Upward nothing else happens: for ouder II to pay nil ouder I would need more than 3.500.
//
// In between, at 2.546 ouder II pays 191 − 67,50 = 123,50, so 124; at 4.100 the
// draagkracht is 952, the share 952/1.211 × 450 = 353,76, so 286. That is 162 over 1.554:
// 10,42 for each 100.
func TestWatAlsWhereDraagkrachtEqualsTheNeed(t *testing.T) {
	list, _ := watAls(t, "rapport-5-1-stap-2-en-3")
	een, twee := inkomenVan(t, list, "ouder_1"), inkomenVan(t, list, "ouder_2")
	checkGrens(t, "ouder I down", een.Omlaag, "1945", "tekort nee>ja", "fenna ouder_2 138 -> 150 (12)")
	checkGrens(t, "ouder I up", een.Omhoog, "", "", "")
	checkGrens(t, "ouder II down", twee.Omlaag, "2545", "tekort nee>ja", "fenna ouder_2 138 -> 123 (-15)")
	checkGrens(t, "ouder II up", twee.Omhoog, "", "", "")
	if twee.Van.String() != "1100" || twee.Tot.String() != "4100" {
		t.Errorf("looked from %s to %s, want 1.500 around 2.600", twee.Van, twee.Tot)
	}
	h := twee.Helling
	if h == nil || h.Van.String() != "2546" || h.Tot.String() != "4100" || h.Per.String() != "100" || len(h.Betalingen) != 1 {
		t.Fatalf("slope of ouder II: %+v", h)
	}
	if b := h.Betalingen[0]; b.Was.String() != "124" || b.Wordt.String() != "286" || b.PerStap.String() != "10.42" {
		t.Errorf("slope of ouder II: %s to %s, %s for each 100", b.Was, b.Wordt, b.PerStap)
	}
}

// Rapport 2025, par. 5.1, bijzondere situaties: 259 and 217 for a need of 600; 124 short,
// ouder II pays 217 − (90 − 62) = 189.
//
//   - ouder I 2.100 + 400: 308; 75 short; 90 − 37,50 = 52,50; 217 − 52,50 = 164,50, so 165.
//   - ouder I 1.900 + 400: 210; 173 short; 90 − 86,50 = 3,50; 213,50, so 214.
//   - ouder II 2.700: 266; 75 short; 266 − 52,50 = 213,50, so 214.
//   - ouder II 2.500: 168; 173 short; 168 − 3,50 = 164,50, so 165.
//   - two days: 150 − 62 = 88; 217 − 88 = 129. Less than one: 30 − 62 is nothing; 217.
//
// The shortage ends where ouder II has 341: (340,50 + 1.057) / 0,49 = 2.852,04, so from
// 2.853; then 341 − 90 = 251. Nothing is left of the zorgkorting where half the shortage
// is 90, so at 420 together and 161 for ouder II: below (161,50 + 1.057) / 0,49 =
// 2.486,73, so from 2.486 down; then 161.
func TestWatAlsShortage(t *testing.T) {
	list, _ := watAls(t, "rapport-5-1-tekort-600")
	checkRegels(t, opRegels(list), []string{
		"nbi ouder_1 2000 -> 2100: jip ouder_2 189 -> 165 (-24)",
		"nbi ouder_1 2000 -> 1900: jip ouder_2 189 -> 214 (25)",
		"nbi ouder_2 2600 -> 2700: jip ouder_2 189 -> 214 (25)",
		"nbi ouder_2 2600 -> 2500: jip ouder_2 189 -> 165 (-24)",
		"zorgdagen ouder_2 jip 1 -> 2: jip ouder_2 189 -> 129 (-60)",
		"zorgdagen ouder_2 jip 1 -> 0: jip ouder_2 189 -> 217 (28)",
	})
	twee := inkomenVan(t, list, "ouder_2")
	checkGrens(t, "up", twee.Omhoog, "2853", "tekort ja>nee", "jip ouder_2 189 -> 251 (62)")
	checkGrens(t, "down", twee.Omlaag, "2486", "zorgkorting jip ja>nee", "jip ouder_2 189 -> 161 (-28)")
}

// A father one cent below the first row of the draagkrachttabel of 2025 pays the minimum
// of 25 (4.3.2); need 353, the mother 117 of 1.610 + 470.
//
//   - the father 1.974,99: row 1.925; 90% × (1.925 − 577,50 − 1.260) = 78,75, so 79. 157
//     short: half of that is more than the zorgkorting of 17,65.
//   - the father 1.774,99: still 25, and so at any income below.
//   - from 1.875: 100% × (1.875 − 562,50 − 1.260) = 52,50, so 53.
//   - the mother 1.710 + 470: 151, and 1.510 + 470: 98; the shortage stays, and the father
//     pays 25. From 2.125 − 470 = 1.655 the formula is on her own income. Only where half
//     the shortage is 0,51 below 17,65 he pays less: at 34 short, so with 294 for her:
//     (293,50 + 917) / 0,49 − 470 = 2.000,41, so from 2.001.
//   - one day of care: 15% is 52,95; that is less than 105,50 as well.
func TestWatAlsMinimum(t *testing.T) {
	list, _ := watAls(t, "minimum-een-kind")
	checkRegels(t, opRegels(list), []string{
		"nbi moeder 1610 -> 1710: tijn vader 25 -> 25 (0)",
		"nbi moeder 1610 -> 1510: tijn vader 25 -> 25 (0)",
		"nbi vader 1874.99 -> 1974.99: tijn vader 25 -> 79 (54)",
		"nbi vader 1874.99 -> 1774.99: tijn vader 25 -> 25 (0)",
		"zorgdagen vader tijn 0.5 -> 1.5: tijn vader 25 -> 25 (0)",
	})
	moeder, vader := inkomenVan(t, list, "moeder"), inkomenVan(t, list, "vader")
	checkGrens(t, "father up", vader.Omhoog, "1875", "wijze vader minimum>rij", "tijn vader 25 -> 53 (28)")
	checkGrens(t, "father down", vader.Omlaag, "", "", "")
	checkGrens(t, "father, first change down", vader.PasOmlaag, "", "", "")
	checkGrens(t, "mother up", moeder.Omhoog, "1655", "wijze moeder rij>formule", "tijn vader 25 -> 25 (0)")
	checkGrens(t, "mother down", moeder.Omlaag, "1404", "wijze moeder rij>minimum", "tijn vader 25 -> 25 (0)")
	checkGrens(t, "mother, first change up", moeder.PasOmhoog, "2001", "wijze moeder rij>formule, zorgkorting tijn nee>ja", "tijn vader 25 -> 24 (-1)")
	checkGrens(t, "mother, first change down", moeder.PasOmlaag, "", "", "")
}

// One child with each parent: mother 203, father 751 of 3.365 + 40, need 1.213, 259 short.
// The mother pays 15 for Niels, the father 349 for Sofie.
//
//   - the father 3.465 + 40: 70% × (3.505 − 1.051,50 − 1.310) = 800,45, so 800; 210 short,
//     52,50 for each child and half of it. Niels: 101,50 − (151,63 − 52,50) = 2,37, so 2.
//     Sofie: 400 − (90,98 − 52,50) = 361,52, so 362. Together 360 for 334.
//   - he has a zorgkorting for Sofie until a quarter of the shortage is 90,98: at 364, so
//     with 646 for him: below (646,50 + 917) / 0,49 − 40 = 3.150,82, so from 3.150 down. Then
//     the mother pays 101,50 − (151,63 − 91) = 40,87, so 41; he 323.
func TestWatAlsBothPay(t *testing.T) {
	list, _ := watAls(t, "kinderen-bij-beide-ouders-vader-betaalt")
	rijen := opRegels(list)
	const want = "nbi vader 3365 -> 3465: niels moeder 15 -> 2 (-13), sofie vader 349 -> 362 (13), samen vader 334 -> 360 (26)"
	if !slices.Contains(rijen, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(rijen, "\n"), want)
	}
	if len(rijen) != 8 { // two incomes, and each child is with another parent
		t.Errorf("%d rows", len(rijen))
	}
	checkGrens(t, "down", inkomenVan(t, list, "vader").Omlaag, "3150", "zorgkorting sofie ja>nee",
		"niels moeder 15 -> 41 (26), sofie vader 349 -> 323 (-26), samen vader 334 -> 282 (-52)")
}

// Voorbeeld 3 of the memorie van toelichting of Wetsvoorstel 34 154: X 70, Z 305, need 250;
// Z pays 108,50. Steps of art. 6: 70 from 1.000, 140 from 1.250; 210 from 1.500, 305 from
// 1.650, 400 from 1.800; 50 below 1.000.
//
//   - X 1.200: the same step. X 1.000 as well.
//   - Z 1.800: 400. 20 / 370 is 5%: X bears 50 + 7,50, Z 192,50, less 81: 111,50.
//   - Z 1.600: 210. 20 / 180 is 11%: X bears 66,50, Z 183,50, less 81: 102,50.
//   - 108 nights is 29% of 180: 52,20; 189,50 − 52,20 = 137,30. 212 nights cannot be.
//   - X from 1.250: 90 / 345 is 26%: X bears 89, Z 161 − 81 = 80. X at 999: nothing above the
//     minimum; X bears 50, Z 200 − 81 = 119.
//   - Z from 1.649 down: 210, so 102,50.
func TestWatAlsSteps(t *testing.T) {
	list, _ := watAls(t, "wetsvoorstel-mvt-voorbeeld-3")
	checkRegels(t, opRegels(list), []string{
		"alimentatie_inkomen ouder_x 1100 -> 1200: noor ouder_z 108.5 -> 108.5 (0)",
		"alimentatie_inkomen ouder_x 1100 -> 1000: noor ouder_z 108.5 -> 108.5 (0)",
		"alimentatie_inkomen ouder_z 1700 -> 1800: noor ouder_z 108.5 -> 111.5 (3)",
		"alimentatie_inkomen ouder_z 1700 -> 1600: noor ouder_z 108.5 -> 102.5 (-6)",
		"nachten ouder_z noor 160 -> 108: noor ouder_z 108.5 -> 137.3 (28.8)",
	})
	x, z := inkomenVan(t, list, "ouder_x"), inkomenVan(t, list, "ouder_z")
	checkGrens(t, "X up", x.Omhoog, "1250", "trede ouder_x 1.000>1.250", "noor ouder_z 108.5 -> 80 (-28.5)")
	checkGrens(t, "X down", x.Omlaag, "999", "trede ouder_x 1.000>0", "noor ouder_z 108.5 -> 119 (10.5)")
	checkGrens(t, "X, first change up", x.PasOmhoog, "1250", "trede ouder_x 1.000>1.250", "noor ouder_z 108.5 -> 80 (-28.5)")
	checkGrens(t, "Z up", z.Omhoog, "1800", "trede ouder_z 1.650>1.800", "noor ouder_z 108.5 -> 111.5 (3)")
	checkGrens(t, "Z down", z.Omlaag, "1649", "trede ouder_z 1.650>1.500", "noor ouder_z 108.5 -> 102.5 (-6)")
}

// The same example with 1.960 for X, so 495, and 1.450 for Z, so 140: 90 / 535 is 17%; Z
// bears 50 + 25,50 = 75,50 and pays 81 directly, so X pays 5,50. With 1.550 Z has 210: 160 /
// 605 is 26%; Z bears 89 and pays 8. The payer turns; it does so from 1.500.
func TestWatAlsPayerTurns(t *testing.T) {
	list, _ := watAls(t, "wetsvoorstel-mvt-voorbeeld-3", "bedrag: 1100", "bedrag: 1960", "bedrag: 1700", "bedrag: 1450")
	if got, want := opRegels(list)[2], "alimentatie_inkomen ouder_z 1450 -> 1550: noor ouder_z 0 -> 8 (8), noor ouder_x 5.5 -> 0 (-5.5)"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	checkGrens(t, "Z up", inkomenVan(t, list, "ouder_z").Omhoog, "1500",
		"trede ouder_z 1.250>1.500, betaling ouder_z noor nee>ja, betaling ouder_x noor ja>nee", "noor ouder_z 0 -> 8 (8), noor ouder_x 5.5 -> 0 (-5.5)")
}

// Rapport 2025, par. 5.2: partner I has 60% × (4.000 − 1.310 − 1.200) = 894, partner II
// needs 3.000 − 2.000 − 500 = 500. With 100 more for partner II that is 400. Partner I pays
// 500 until the draagkracht, 0,42 × NBI − 786, is 499: below (499,50 + 786) / 0,42 =
// 3.060,71, so from 3.060 down. Partner II needs nothing from 2.500, and more than 894
// from 1.605 down.
func TestWatAlsPartner(t *testing.T) {
	list, _ := watAls(t, "rapport-5-2-partner-resterend-zonder-kinderen")
	checkRegels(t, opRegels(list), []string{
		"nbi partner_1 4000 -> 4100: partner_1 500 -> 500 (0)",
		"nbi partner_1 4000 -> 3900: partner_1 500 -> 500 (0)",
		"nbi partner_2 2000 -> 2100: partner_1 500 -> 400 (-100)",
		"nbi partner_2 2000 -> 1900: partner_1 500 -> 600 (100)",
	})
	een, twee := inkomenVan(t, list, "partner_1"), inkomenVan(t, list, "partner_2")
	checkGrens(t, "I down", een.Omlaag, "3060", "grens behoefte>draagkracht", "partner_1 500 -> 499 (-1)")
	checkGrens(t, "I, first change down", een.PasOmlaag, "3060", "grens behoefte>draagkracht", "partner_1 500 -> 499 (-1)")
	checkGrens(t, "II up", twee.Omhoog, "2500", "betaling partner_1 ja>nee", "partner_1 500 -> 0 (-500)")
	checkGrens(t, "II down", twee.Omlaag, "1605", "grens behoefte>draagkracht", "partner_1 500 -> 894 (394)")
}

// Of who has a stated draagkracht another income makes no difference: there is no row of
// it, and the list says why.
func TestWatAlsStatedDraagkracht(t *testing.T) {
	list, _ := watAls(t, "draagkracht-vastgesteld")
	if len(list.Vast) != 1 || list.Vast[0].Wie.ID != "vader" || list.Vast[0].Waarom != watals.Vastgesteld {
		t.Errorf("fixed: %v", list.Vast)
	}
	for _, r := range list.Rijen {
		if r.Wie.ID == "vader" && r.Cijfer.Soort == watals.NBI {
			t.Errorf("a row of the income of the father")
		}
	}
}

// A gross wage varies as it is on the payslip, and what of it is left net by the whole
// calculation of tax and kindgebonden budget.
func TestWatAlsGrossWage(t *testing.T) {
	list, _ := watAls(t, "inkomen-loonstrook-tot-bedrag")
	vader := inkomenVan(t, list, "vader")
	if vader.Cijfer != (watals.Cijfer{Soort: watals.Loon, Omschrijving: "monteur", Eenheid: sheet.EURPerMaand}) {
		t.Errorf("the father: %v", vader.Cijfer)
	}
	if !vader.Nu.Equal(decimal.RequireFromString("3642.18")) {
		t.Errorf("the father has %s", vader.Nu)
	}
	if rij := list.Rijen[len(list.Rijen)-1]; rij.Cijfer.Soort != watals.Zorgdagen || len(rij.Kinderen) != 2 {
		t.Errorf("both children are as much with the father: %v", rij)
	}
	if len(list.Rijen) != 6 {
		t.Errorf("%d rows, want two incomes and the care of both children, each up and down", len(list.Rijen))
	}
}

// The amounts are those of the last period.
func TestWatAlsLastPeriod(t *testing.T) {
	list, r := watAls(t, "hoofdverblijf-wijzigt")
	if list.Periode.Nummer != 2 || list.Periode.TotEnMet != "" {
		t.Errorf("the period %s", list.Periode.Tekst)
	}
	want := bedragen(r, list.Periode)
	for _, b := range list.Rijen[0].Betalingen {
		if d := want[wie{b.Soort, b.Voor.ID, b.Betaler.ID, b.Ontvanger.ID}]; !d.Equal(b.Was) {
			t.Errorf("%s pays %s, in that period %s", b.Betaler.ID, b.Was, d)
		}
	}
}
