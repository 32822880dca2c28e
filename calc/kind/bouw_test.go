package kind_test

import (
	"testing"
	"time"

	"annex/calc/kind"
	"annex/calc/partij"
	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"

	"github.com/shopspring/decimal"
)

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func day(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }

func eur(s string) zaak.Bedrag { return zaak.Bedrag{Waarde: dec(s)} }

func load(t testing.TB) *norms.Set {
	t.Helper()
	set, err := norms.Load()
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// situatie is a parent with an income and nothing else.
func situatie(nbi, kgb string) zaak.Situatie {
	s := zaak.Situatie{Inkomen: zaak.Inkomen{NBI: eur(nbi)}}
	if kgb != "" {
		b := eur(kgb)
		s.KindgebondenBudget = &b
	}
	return s
}

func last(omschrijving, bedrag string, vermijdbaar, verwijtbaar bool) zaak.Last {
	return zaak.Last{Omschrijving: omschrijving, Bedrag: eur(bedrag), Vermijdbaar: vermijdbaar, Verwijtbaar: verwijtbaar}
}

func dagen(n string) *zaak.Zorg {
	d := eur(n)
	return &zaak.Zorg{Ouder: "vader", DagenPerWeek: &d}
}

func kinderen(names ...string) []zaak.Kind {
	var out []zaak.Kind
	for _, name := range names {
		out = append(out, zaak.Kind{ID: name, Naam: sheet.Capital(name), Geboren: day(2021, 6, 1)})
	}
	return out
}

// standaard are the choices of a case file that names none.
var standaard = zaak.Keuzes{
	LageInkomens: zaak.KeuzeTabelbedrag, Samenloop: zaak.KeuzeGelijk, Zorgtoeslag: zaak.KeuzeNietAftrekken, ZorgkortingVerschil: zaak.KeuzeDraagkracht,
}

// geval is a plain case: children with the mother, an eigen aandeel that is
// stated, one period.
func geval(vanaf time.Time, eigenAandeel string, moeder, vader zaak.Situatie, kinderen ...zaak.Kind) *zaak.Zaak {
	p := zaak.Periode{Vanaf: vanaf, Situaties: map[string]zaak.Situatie{"moeder": moeder, "vader": vader}}
	for range kinderen {
		p.Kinderen = append(p.Kinderen, zaak.KindSituatie{Hoofdverblijf: "moeder"})
	}
	return &zaak.Zaak{
		Ouders:   []zaak.Ouder{{ID: "moeder", Aanduiding: "de moeder"}, {ID: "vader", Aanduiding: "de vader"}},
		Kinderen: kinderen,
		Behoefte: zaak.Behoefte{Vastgesteld: &zaak.Vastgesteld{Bedrag: eur(eigenAandeel), Jaar: vanaf.Year(), Reden: "afgesproken"}},
		Perioden: []zaak.Periode{p},
		Keuzes:   standaard,
	}
}

type fatal interface {
	Helper()
	Fatal(...any)
}

func bereken(t fatal, z *zaak.Zaak, set *norms.Set) *sheet.Result {
	t.Helper()
	s := sheet.New()
	if err := kind.Beschrijf(partij.Nieuw(s, z, set)); err != nil {
		t.Fatal(err)
	}
	r, err := s.Evaluate(sheet.Receipt{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// value gives the value of a line that must be there.
func value(t fatal, r *sheet.Result, id string) decimal.Decimal {
	t.Helper()
	l := r.Line(id)
	if l == nil {
		t.Fatal("there is no line " + id)
	}
	return l.Value
}

func wantValue(t *testing.T, r *sheet.Result, id, want string) {
	t.Helper()
	if got := value(t, r, id); !got.Equal(dec(want)) {
		t.Errorf("%s is %s, want %s", id, got, want)
	}
}
