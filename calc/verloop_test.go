package calc_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"annex/calc/kind"
	"annex/calc/partner"
	"annex/calc/sheet"
	"annex/calc/wetsvoorstel"

	"github.com/shopspring/decimal"
)

// The example of Rapport 5.1 (eigen aandeel 450, draagkracht 259 and 217, one day
// of care: 138), and a second period in which the charge of 200 has ended and the
// care has become two days. By hand: draagkracht 70% x (2.600 - 780 - 1.310) =
// 357; share 357 / 616 x 450 = 260,80; less 67,50 is 193,30, so 193; less 25% x
// 450 = 112,50 instead is 148,30, so 148.
const tweeWijzigingen = `versie: 1
zaak: {datum: 2025-06-01}
ouders: [{id: moeder, aanduiding: de moeder}, {id: vader, aanduiding: de vader}]
kinderen: [{id: noor, naam: Noor, geboren: 2015-04-02, hoofdverblijf: moeder, zorg: {vader: {dagen_per_week: 1}}}]
behoefte: {vastgesteld: {bedrag: 450, jaar: 2025, reden: afgesproken}}
perioden:
  - vanaf: 2025-03-01
    moeder: {nbi: 2000, kindgebonden_budget: 400}
    vader: {nbi: 2600, lasten: [{omschrijving: aflossing restschuld, bedrag: 200, vermijdbaar: nee, verwijtbaar: nee}]}
  - vanaf: 2025-07-01
    moeder: {nbi: 2000, kindgebonden_budget: 400}
    vader: {nbi: 2600}
    kinderen: [{kind: noor, zorg: {vader: {dagen_per_week: 2}}}]
`

func TestVerloop(t *testing.T) {
	set := load(t)
	verlopen := compute(t, parse(t, "twee", []byte(tweeWijzigingen), set), set).Verlopen()
	if len(verlopen) != 1 {
		t.Fatalf("%d verlopen", len(verlopen))
	}
	v := verlopen[0]
	got := []string{fmt.Sprint(v.Kolommen, v.Begin)}
	for _, s := range v.Stappen {
		got = append(got, fmt.Sprintf("%s: %s > %s %v %v", s.Wat, s.Van, s.Naar, s.Bedragen, s.Verschil))
	}
	want := []string{
		"[Noor] [138]",
		"Datum: normen en prijspeil: 1 maart 2025 > 1 juli 2025 [138] [0]",
		"Andere lasten van de vader: aflossing restschuld €\u00a0200,00 > geen [193] [55]",
		"Zorg voor Noor: zorgdagen per week: 1 > zorgdagen per week: 2 [148] [-45]",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q\nwant\n%q", got, want)
	}
}

// Between each two periods of every golden case the steps lead from the amounts
// of the one to the amounts of the other.
func TestVerloopLeadsFromPeriodToPeriod(t *testing.T) {
	set := load(t)
	seen := 0
	for name, file := range cases(t) {
		r := compute(t, read(t, file, set), set)
		for _, v := range r.Verlopen() {
			seen++
			if got, want := som(v.Begin), betaald(r, v.Van.Nummer); !got.Equal(want) {
				t.Errorf("%s begins at %s, want %s", filepath.Base(name), got, want)
			}
			last := v.Stappen[len(v.Stappen)-1]
			if got, want := som(last.Bedragen), betaald(r, v.Naar.Nummer); !got.Equal(want) {
				t.Errorf("%s, %s: ends at %s, want %s", name, v.Naar.Tekst, got, want)
			}
			steps := som(v.Begin)
			for _, s := range v.Stappen {
				steps = steps.Add(som(s.Verschil))
			}
			if !steps.Equal(som(last.Bedragen)) {
				t.Errorf("%s: the steps come to %s, not %s", name, steps, som(last.Bedragen))
			}
		}
	}
	if seen < 5 {
		t.Errorf("%d times only", seen)
	}
}

func som(list []decimal.Decimal) decimal.Decimal {
	total := decimal.Zero
	for _, d := range list {
		total = total.Add(d)
	}
	return total
}

// betaald is what is paid in one period for the children, in all directions, and
// for a former spouse.
func betaald(r *sheet.Result, periode int) decimal.Decimal {
	total := decimal.Zero
	for _, b := range r.Betalingen() {
		eigen := b.Soort == kind.UitkomstPerKind || b.Soort == wetsvoorstel.UitkomstStudie || b.Soort == partner.Uitkomst || b.Soort == partner.UitkomstNetto
		if eigen && b.Periode.Nummer == periode {
			total = total.Add(b.Bedrag)
		}
	}
	return total
}

// Further costs of study stand in a column of their own: they are no part of the
// contribution to the same child.
func TestVerloopVanStudiekosten(t *testing.T) {
	const student = `versie: 1
methode: wetsvoorstel-34154
zaak: {datum: 2025-06-01}
ouders: [{id: moeder, aanduiding: de moeder}, {id: vader, aanduiding: de vader}]
kinderen: [{id: lot, naam: Lot, geboren: 2005-04-02, meerderjarig: {opleiding: hbo-wo, woont: zelfstandig}}]
behoefte: {wetsvoorstel: {alimentatie_inkomen: 5000}}
perioden:
  - vanaf: 2025-03-01
    moeder: {wetsvoorstel: {alimentatie_inkomen: 1100}}
    vader: {nbi: 4000}
  - vanaf: 2025-07-01
    moeder: {wetsvoorstel: {alimentatie_inkomen: 1100}}
    vader: {nbi: 4500}
`
	set := load(t)
	verlopen := compute(t, parse(t, "student", []byte(student), set), set).Verlopen()
	if len(verlopen) != 1 {
		t.Fatalf("%d verlopen", len(verlopen))
	}
	v := verlopen[0]
	want := []string{"Lot: de moeder aan Lot", "Lot, studiekosten: de moeder aan Lot", "Lot: de vader aan Lot", "Lot, studiekosten: de vader aan Lot"}
	if !slices.Equal(v.Kolommen, want) {
		t.Errorf("columns %q, want %q", v.Kolommen, want)
	}
	if last := v.Stappen[len(v.Stappen)-1]; last.Wat != "Netto-inkomen van de vader" {
		t.Errorf("the last fact is called %q", last.Wat)
	}
}
