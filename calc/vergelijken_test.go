package calc_test

import (
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"annex/calc"
	"annex/calc/sheet"
	"annex/calc/vergelijk"
	"annex/calc/zaak"
	"annex/norms"

	"github.com/shopspring/decimal"
)

// The two periods of tweeWijzigingen as two variants that start on one day: without
// the charge, and with two days of care. By hand, as there: 138, then 193, then 148.
func TestVergelijkVarianten(t *testing.T) {
	set := load(t)
	begin, rest, _ := strings.Cut(tweeWijzigingen, "  - vanaf: 2025-07-01\n")
	ander := strings.Replace(begin[:strings.Index(begin, "    moeder:")]+rest, "2025-07-01", "2025-03-01", 1)
	v := varianten(t, set, begin, ander)
	p := v.Perioden[0]
	if !p.Gelijktijdig() || len(p.Betalingen) != 1 {
		t.Fatalf("%+v", p)
	}
	b := p.Betalingen[0]
	if got := fmt.Sprint(b.Voor.Naam, " ", b.Betaler.Naam, " ", b.Ontvanger.Naam, " ", b.Cellen[0].Regel.Value, " ", b.Cellen[1].Regel.Value, " ", b.Cellen[1].Verschil); got != "Noor de vader de moeder 138 148 10" {
		t.Error(got)
	}
	var gegevens []string
	for _, g := range v.Gegevens {
		gegevens = append(gegevens, fmt.Sprint(g.Omschrijving, ": ", waarde(g.Waarden[0]), " > ", waarde(g.Waarden[1])))
	}
	if want := []string{"Aflossing restschuld: 200,00 > -", "Aflossing restschuld: vermijdbaar: nee > -", "Aflossing restschuld: verwijtbaar: nee > -", "Gemiddeld aantal dagen per week bij de vader: 1 > 2"}; !slices.Equal(gegevens, want) {
		t.Errorf("%q", gegevens)
	}
	if len(v.Oorzaken) != 1 {
		t.Fatalf("%+v", v.Oorzaken)
	}
	var got []string
	for _, s := range v.Oorzaken[0].Verloop.Stappen {
		got = append(got, fmt.Sprint(s.Wat, " ", s.Bedragen, " ", s.Verschil))
	}
	if want := []string{"Andere lasten van de vader [193] [55]", "Zorg voor Noor [148] [-45]"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

func waarde(u *sheet.Uitgangspunt) string {
	if u == nil {
		return "-"
	}
	return u.Waarde
}

func varianten(t *testing.T, set *norms.Set, teksten ...string) *vergelijk.Vergelijking {
	t.Helper()
	var list []calc.Variant
	for i, tekst := range teksten {
		naam := string(rune('a' + i))
		list = append(list, calc.Variant{Naam: naam, Zaak: parse(t, naam, []byte(tekst), set)})
	}
	v, err := calc.Vergelijk(list, set, "test")
	if err != nil {
		t.Fatal(err)
	}
	return v
}

const eenvoudig = `versie: 1
zaak: {datum: 2025-06-01}
ouders: [{id: moeder, aanduiding: de moeder}, {id: vader, aanduiding: de vader}]
kinderen: [{id: noor, naam: Noor, geboren: 2015-04-02, hoofdverblijf: moeder, zorg: {vader: {dagen_per_week: 1}}}]
behoefte: {vastgesteld: {bedrag: 450, jaar: 2025, reden: afgesproken}}
perioden:
  - vanaf: 2025-03-01
    moeder: {nbi: 2000, kindgebonden_budget: 400}
    vader: {nbi: 2600}
`

// What holds for every period is told first, with what is given; where the cases are
// not of the same people, only what differs is told.
func TestVergelijkOorzaken(t *testing.T) {
	set := load(t)
	for _, c := range []struct{ naam, ander, want string }{
		{"the same", eenvoudig, ""},
		{"other evidence only", strings.Replace(eenvoudig, "nbi: 2600", "nbi: 2600, bron: productie 4", 1), ""},
		// By hand: draagkracht 70% x (2.400 - 720 - 1.310) = 259 and 357 (above); 357 / 616
		// x 500 = 289,77, less 15% zorgkorting 75 is 214,77.
		{"the need", strings.Replace(eenvoudig, "bedrag: 450", "bedrag: 500", 1), "Waaruit de behoefte volgt: 215"},
		{"a child that was not there", strings.Replace(eenvoudig, "naam: Noor", "naam: Daan", 1), "De ouders of de kinderen zijn niet dezelfde"},
		{"another way to the need", strings.Replace(eenvoudig, "{vastgesteld: {bedrag: 450, jaar: 2025, reden: afgesproken}}", "{gezinsinkomen: {peildatum: 2025-01-01, moeder: {nbi: 1500}, vader: {nbi: 2000}}}", 1), "De behoefte is niet op dezelfde manier bepaald"},
		{"a later day", strings.Replace(eenvoudig, "vanaf: 2025-03-01", "vanaf: 2025-04-01", 1), "Datum: normen en prijspeil: 193"},
	} {
		v := varianten(t, set, eenvoudig, c.ander)
		got := ""
		for _, o := range v.Oorzaken {
			got += o.Waarom
			for _, s := range o.Verloop.Stappen {
				got += fmt.Sprintf("%s: %s", s.Wat, s.Bedragen[0])
			}
		}
		if (c.want == "") != (got == "") || !strings.HasPrefix(got, c.want) {
			t.Errorf("%s: %q, want %q", c.naam, got, c.want)
		}
	}
}

// An agreement that names another parent is another agreement, of the same amount.
func TestVergelijkOvereengekomen(t *testing.T) {
	set := load(t)
	voorstel := strings.Replace(eenvoudig, "versie: 1\n", "versie: 1\nmethode: wetsvoorstel-34154\n", 1)
	voorstel = strings.Replace(voorstel, "{vastgesteld: {bedrag: 450, jaar: 2025, reden: afgesproken}}", "{wetsvoorstel: {alimentatie_inkomen: 6500}}", 1)
	met := func(betaler string) string {
		return voorstel + "    kinderen: [{kind: noor, overeengekomen_bijdrage: {bedrag: 400, betaler: " + betaler + "}}]\n"
	}
	var got []string
	for _, o := range varianten(t, set, met("vader"), met("moeder")).Oorzaken {
		for _, s := range o.Verloop.Stappen {
			got = append(got, s.Wat+": "+s.Van+" > "+s.Naar)
		}
	}
	if want := []string{"Overeengekomen bijdrage voor Noor: €\u00a0400,00, te betalen door de vader > €\u00a0400,00, te betalen door de moeder"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

// Each choice that a case file can make is among what differs.
func TestVergelijkKeuzes(t *testing.T) {
	set := load(t)
	z := parse(t, "a", []byte(eenvoudig), set)
	b := *z
	velden := reflect.ValueOf(&b.Keuzes).Elem()
	for i := range velden.NumField() {
		velden.Field(i).SetString("anders")
	}
	v, err := calc.Vergelijk([]calc.Variant{{Naam: "a", Zaak: z}, {Naam: "b", Zaak: &b}}, set, "test")
	if err != nil {
		t.Fatal(err)
	}
	if len(v.Gegevens) != velden.NumField() {
		t.Errorf("%d of %d choices differ", len(v.Gegevens), velden.NumField())
	}
}

// Every golden case beside itself: every amount is the one of its own result, and
// nothing differs.
func TestVergelijkGolden(t *testing.T) {
	set := load(t)
	for naam, file := range cases(t) {
		t.Run(naam, func(t *testing.T) {
			z := read(t, file, set)
			v, err := calc.Vergelijk([]calc.Variant{{Naam: "a", Zaak: z}, {Naam: "b", Zaak: z}}, set, "test")
			if err != nil {
				t.Fatal(err)
			}
			if len(v.Gegevens) > 0 || len(v.Oorzaken) > 0 {
				t.Errorf("gegevens %v, oorzaken %v", v.Gegevens, v.Oorzaken)
			}
			bedragen := map[string]decimal.Decimal{}
			for _, b := range compute(t, z, set).Betalingen() {
				bedragen[b.Regel] = b.Bedrag
			}
			for _, p := range v.Perioden {
				for _, b := range p.Betalingen {
					for _, c := range b.Cellen {
						if want, ok := bedragen[c.Regel.ID]; !ok || !c.Regel.Value.Equal(want) || !c.Verschil.IsZero() {
							t.Errorf("%s: %s, want %s", c.Regel.ID, c.Regel.Value, want)
						}
					}
				}
				for _, r := range p.Kerncijfers {
					if !r.Cellen[1].Vergeleken || !r.Cellen[1].Verschil.IsZero() {
						t.Errorf("%s: %+v", r.Naam, r.Cellen[1])
					}
				}
			}
		})
	}
}

// Every golden case that can be read for both methods, under both: the amounts are
// those of each method, every key figure stands in a step, and each step of the usual
// kind has figures of both.
func TestVergelijkMethoden(t *testing.T) {
	set := load(t)
	methoden := []string{zaak.MethodeAlimentatienormen, zaak.MethodeWetsvoorstel}
	opties := calc.Normcontrole(set)
	opties.Methoden = methoden
	gelezen := 0
	for naam, file := range cases(t) {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		z, problemen := zaak.Lees(naam, data, opties)
		if problemen != nil {
			continue
		}
		gelezen++
		t.Run(naam, func(t *testing.T) {
			v, err := calc.VergelijkMethoden(z, methoden, set, "test")
			if err != nil {
				t.Fatal(err)
			}
			for i, methode := range methoden {
				onder := *z
				onder.Methode = methode
				want := compute(t, &onder, set)
				for _, p := range v.Perioden {
					for _, b := range p.Betalingen {
						if c := b.Cellen[i]; c.Regel != nil && !c.Regel.Value.Equal(want.Line(c.Regel.ID).Value) {
							t.Errorf("%s: %s", methode, c.Regel.ID)
						}
					}
				}
			}
			if naam == "design-schets" {
				paren := map[string]bool{}
				for _, s := range v.Perioden[0].Stappen {
					for _, r := range s.Rijen {
						paren[s.ID] = paren[s.ID] || r.Cellen[1].Vergeleken
					}
				}
				for _, id := range []string{"inkomen", "behoefte", "draagkracht", "aandeel", "zorg", "betaling"} {
					if !paren[id] {
						t.Errorf("step %s has nothing that both methods have", id)
					}
				}
			}
		})
	}
	if gelezen < 20 {
		t.Errorf("%d cases under both methods", gelezen)
	}
}
