package vergelijk

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"annex/calc/sheet"

	"github.com/shopspring/decimal"
)

// bedrag is one amount of a result made by hand.
type bedrag struct {
	voor, betaler, ontvanger string
	is                       string
}

// resultaat makes a result of one period: amounts to be paid, key figures "naam=1,50"
// and facts "groep/wat=waarde".
func resultaat(t *testing.T, tekst string, bedragen []bedrag, cijfers, feiten []string) *sheet.Result {
	t.Helper()
	s := sheet.New()
	sc := s.Section(sheet.Section{ID: "proef", Soort: "proef", Titel: "Proef"}, "proef")
	n := 0
	regel := func(waarde string) sheet.Expr {
		n++
		in := sc.Input(sheet.Input{ID: fmt.Sprintf("in%d", n), Groep: "Cijfers", Label: fmt.Sprintf("Cijfer %d", n), Unit: sheet.EURPerMaand, Value: decimal.RequireFromString(waarde)})
		return sc.Add(sheet.Line{ID: fmt.Sprintf("regel%d", n), Label: "Regel", Unit: sheet.EURPerMaand, Expr: in})
	}
	p := sheet.Periode{Nummer: 1, Vanaf: "2025-03-01", Tekst: tekst}
	wie := func(id string) sheet.Persoon { return sheet.Persoon{ID: id, Naam: id} }
	for _, b := range bedragen {
		soort := "kinderalimentatie"
		if b.voor == "" {
			soort += "_totaal"
		}
		s.Outcome(sheet.Uitkomst{Soort: soort, Periode: p, Voor: wie(b.voor), Betaler: wie(b.betaler), Ontvanger: wie(b.ontvanger)}, regel(b.is))
	}
	for _, c := range cijfers {
		naam, waarde, _ := strings.Cut(c, "=")
		s.Highlight(p, naam, regel(waarde))
	}
	for _, f := range feiten {
		groep, rest, _ := strings.Cut(f, "/")
		wat, waarde, _ := strings.Cut(rest, "=")
		s.Fact(sheet.Feit{Groep: groep, Omschrijving: wat, Waarde: waarde})
	}
	r, err := s.Evaluate(sheet.Receipt{Versie: "test", Datum: time.Date(2025, 2, 14, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func kolommen(list ...*sheet.Result) []Kolom {
	var out []Kolom
	for i, r := range list {
		out = append(out, Kolom{Naam: string(rune('a' + i)), Methode: "alimentatienormen", Result: r})
	}
	return out
}

func cellen(list []Cel) string {
	var out []string
	for _, c := range list {
		text := "-"
		if c.Regel != nil {
			text = c.Regel.Value.String()
		}
		if c.Vergeleken {
			text += "(" + c.Verschil.String() + ")"
		}
		out = append(out, text)
	}
	return strings.Join(out, " ")
}

func TestBetalingen(t *testing.T) {
	for _, c := range []struct {
		naam string
		van  [][]bedrag
		want []string
	}{
		{"one child", [][]bedrag{{{"noor", "vader", "moeder", "138"}, {"", "vader", "moeder", "138"}}, {{"noor", "vader", "moeder", "193.5"}, {"", "vader", "moeder", "193.5"}}},
			[]string{"noor vader>moeder 138 193.5(55.5)"}},
		{"less, and nothing", [][]bedrag{{{"noor", "vader", "moeder", "138"}}, {{"noor", "vader", "moeder", "0"}}, {{"noor", "vader", "moeder", "138"}}},
			[]string{"noor vader>moeder 138 0(-138) 138(0)"}},
		{"the other way round", [][]bedrag{{{"noor", "vader", "moeder", "138"}}, {{"noor", "moeder", "vader", "20"}}},
			[]string{"noor moeder>vader - 20", "noor vader>moeder 138 -"}},
		{"nothing back says nothing", [][]bedrag{{{"noor", "vader", "moeder", "138"}, {"noor", "moeder", "vader", "0"}}, {{"noor", "vader", "moeder", "100"}, {"noor", "moeder", "vader", "0"}}},
			[]string{"noor vader>moeder 138 100(-38)"}},
		{"nothing at all is said once", [][]bedrag{{{"noor", "vader", "moeder", "0"}, {"noor", "moeder", "vader", "0"}}, {{"noor", "vader", "moeder", "0"}, {"noor", "moeder", "vader", "0"}}},
			[]string{"noor vader>moeder 0 0(0)"}},
		{"two children, and both pay", [][]bedrag{
			{{"noor", "vader", "moeder", "138"}, {"daan", "vader", "moeder", "100"}, {"", "vader", "moeder", "238"}},
			{{"noor", "vader", "moeder", "138"}, {"daan", "moeder", "vader", "30"}, {"", "vader", "moeder", "108"}, {"", "moeder", "vader", "0"}},
		}, []string{"noor vader>moeder 138 138(0)", "daan moeder>vader - 30", "daan vader>moeder 100 -", "samen na verrekening vader>moeder 238 108(-130)"}},
	} {
		var list []*sheet.Result
		for _, b := range c.van {
			list = append(list, resultaat(t, "vanaf 1 maart 2025", b, nil, nil))
		}
		var got []string
		for _, b := range Varianten(kolommen(list...), Personen{}).Perioden[0].Betalingen {
			voor := b.Voor.ID
			if b.Totaal {
				voor = "samen"
			}
			if b.Verrekend {
				voor += " na verrekening"
			}
			got = append(got, fmt.Sprintf("%s %s>%s %s", voor, b.Betaler.ID, b.Ontvanger.ID, cellen(b.Cellen)))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.naam, got, c.want)
		}
	}
}

// A name that occurs twice belongs to the figure before it; what only one column has,
// stands where that column has it.
func TestKerncijfers(t *testing.T) {
	a := resultaat(t, "vanaf 1 maart 2025", nil, []string{"Draagkracht=100", "Zorg noor=20", "Helft=5", "Zorg daan=30", "Helft=6"}, nil)
	b := resultaat(t, "vanaf 1 maart 2025", nil, []string{"Draagkracht=90.25", "Tekort=12", "Zorg noor=20", "Zorg daan=30", "Helft=7"}, nil)
	var got []string
	for _, r := range Varianten(kolommen(a, b), Personen{}).Perioden[0].Kerncijfers {
		got = append(got, r.Naam+" "+cellen(r.Cellen))
	}
	want := []string{"Draagkracht 100 90.25(-9.75)", "Tekort - 12", "Zorg noor 20 20(0)", "Helft 5 -", "Zorg daan 30 30(0)", "Helft 6 7(1)"}
	if !slices.Equal(got, want) {
		t.Errorf("%q\nwant\n%q", got, want)
	}
}

func TestGegevens(t *testing.T) {
	a := resultaat(t, "vanaf 1 maart 2025", nil, []string{"X=1"}, []string{"De vader, vanaf 1 maart 2025/Bijstand=nee", "Gezin/Noor=geboren", "De vader, vanaf 1 maart 2025/Last=10", "De vader, vanaf 1 maart 2025/Last=20"})
	b := resultaat(t, "vanaf 1 april 2025", nil, []string{"X=1"}, []string{"De vader, vanaf 1 april 2025/Bijstand=ja", "Gezin/Noor=geboren", "De vader, vanaf 1 april 2025/Last=10"})
	v := Varianten(kolommen(a, b), Personen{})
	if v.Perioden[0].Gelijktijdig() {
		t.Error("other dates are the same")
	}
	var got []string
	for _, g := range v.Gegevens {
		text := g.Groep + "/" + g.Omschrijving
		for i, u := range g.Waarden {
			if u == nil {
				text += " -"
				continue
			}
			text += fmt.Sprint(" ", u.Waarde, " ", g.Gelijk(i))
		}
		got = append(got, text)
	}
	if want := []string{"De vader, vanaf 1 maart 2025/Bijstand nee true ja false", "De vader, vanaf 1 maart 2025/Last 20 true -"}; !slices.Equal(got, want) {
		t.Errorf("%q\nwant\n%q", got, want)
	}
}

// A case with several periods has longer names for what it shares with a case of one.
func TestGegevensAnderAantalPerioden(t *testing.T) {
	een := resultaat(t, "vanaf 1 maart 2025", nil, []string{"X=1"}, []string{"Gezin/Ingangsdatum=1 maart 2025", "Verblijf van Noor/Nachten=110", "Kosten van Noor/Deel=0", "De vader, vanaf 1 maart 2025/Bijstand=nee"})
	twee := resultaat(t, "van 1 maart 2025 tot en met 30 april 2025", nil, []string{"X=1"}, []string{
		"Gezin/Ingangsdatum van periode 1=1 maart 2025", "Gezin/Ingangsdatum van periode 2=1 mei 2025",
		"Verblijf van Noor, waar een periode niet anders zegt/Nachten=110", "Verblijf van Noor, vanaf 1 mei 2025/Nachten=80",
		"Kosten van Noor, van 1 maart 2025 tot en met 30 april 2025/Deel=0", "De vader, van 1 maart 2025 tot en met 30 april 2025/Bijstand=nee",
	})
	for _, list := range [][]*sheet.Result{{een, twee}, {twee, een}} {
		var got []string
		for _, g := range Varianten(kolommen(list...), Personen{}).Gegevens {
			got = append(got, g.Groep+"/"+g.Omschrijving)
		}
		slices.Sort(got)
		if want := []string{"Gezin/Ingangsdatum van periode 2", "Verblijf van Noor, vanaf 1 mei 2025/Nachten"}; !slices.Equal(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestJSON(t *testing.T) {
	a := resultaat(t, "vanaf 1 maart 2025", []bedrag{{"noor", "vader", "moeder", "138"}}, []string{"Tekort=5"}, []string{"Gezin/Noor=een"})
	b := resultaat(t, "vanaf 1 maart 2025", []bedrag{{"noor", "vader", "moeder", "137.50"}}, nil, []string{"Gezin/Noor=twee"})
	got, err := json.Marshal(Varianten(kolommen(a, b), Personen{}))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`"formaat":"annex-vergelijking"`, `"bedragen":[138,137.5],"verschil":[null,-0.5]`, `"naam":"Tekort","bedragen":[5,null],"verschil":[null,null]`,
		`"omschrijving":"Noor","waarden":["een","twee"]`, `"oorzaken":[]`,
	} {
		if !strings.Contains(string(got), want) {
			t.Errorf("%s is not in %s", want, got)
		}
	}
}

// What the step of the payments shows: a total stands for what parents pay each other
// for each child, and for nothing else.
func TestSlot(t *testing.T) {
	wie := func(id string) sheet.Persoon { return sheet.Persoon{ID: id, Naam: id} }
	noor := Betaling{Soort: "kinderalimentatie", Voor: wie("noor"), Betaler: wie("vader"), Ontvanger: wie("moeder")}
	terug := Betaling{Soort: "kinderalimentatie", Voor: wie("noor"), Betaler: wie("moeder"), Ontvanger: wie("vader")}
	tim := Betaling{Soort: "kinderalimentatie", Voor: wie("tim"), Betaler: wie("vader"), Ontvanger: wie("tim")}
	studie := Betaling{Soort: "studiekosten", Voor: wie("tim"), Betaler: wie("vader"), Ontvanger: wie("tim")}
	samen := Betaling{Soort: "kinderalimentatie_totaal", Betaler: wie("vader"), Ontvanger: wie("moeder"), Totaal: true}
	partner := Betaling{Soort: "partneralimentatie", Betaler: wie("vader"), Ontvanger: wie("moeder")}
	for _, c := range []struct {
		naam string
		van  []Betaling
		want []string
	}{
		{"one child", []Betaling{noor}, []string{"Vader betaalt aan moeder"}},
		{"each way", []Betaling{noor, terug}, []string{"Vader betaalt aan moeder", "Moeder betaalt aan vader"}},
		{"a student", []Betaling{noor, tim, studie}, []string{"Vader betaalt aan moeder", "Vader betaalt aan tim", "Vader betaalt aan tim, studiekosten"}},
		{"a total", []Betaling{noor, terug, samen}, []string{"Vader betaalt aan moeder"}},
		{"a total and a student", []Betaling{noor, noor, tim, studie, samen}, []string{"Vader betaalt aan tim", "Vader betaalt aan tim, studiekosten", "Vader betaalt aan moeder"}},
		{"a total and an adult", []Betaling{noor, noor, samen, partner}, []string{"Vader betaalt aan moeder", "Vader betaalt aan moeder, partneralimentatie"}},
	} {
		var got []string
		for _, r := range slot(c.van) {
			got = append(got, r.Naam)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.naam, got, c.want)
		}
	}
}
