package partner_test

import (
	"sync"
	"testing"
	"time"

	"annex/calc/partij"
	"annex/calc/partner"
	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"

	"github.com/shopspring/decimal"
)

var laadNormen = sync.OnceValues(norms.Load)

func normen(t testing.TB) *norms.Set {
	t.Helper()
	set, err := laadNormen()
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func dag(jaar, maand, d int) time.Time {
	return time.Date(jaar, time.Month(maand), d, 0, 0, 0, 0, time.UTC)
}

func euro(i int) *zaak.Bedrag { return &zaak.Bedrag{Waarde: decimal.NewFromInt(int64(i))} }

// centen gives an amount of so many cents.
func centen(c int) zaak.Bedrag { return zaak.Bedrag{Waarde: decimal.New(int64(c), -2)} }

func reden(c int) *zaak.MetReden { return &zaak.MetReden{Bedrag: centen(c), Reden: "opgegeven"} }

// zaakVan is a case without children: the woman asks, from the first of July.
func zaakVan(jaar int, behoefte zaak.Bedrag, vrouw, man zaak.Situatie) *zaak.Zaak {
	return &zaak.Zaak{
		Kop: zaak.Kop{Datum: dag(jaar, 6, 1)},
		Ouders: []zaak.Ouder{
			{ID: "vrouw", Aanduiding: "de vrouw"}, {ID: "man", Aanduiding: "de man"},
		},
		Partneralimentatie: &zaak.Partneralimentatie{
			Gerechtigde: "vrouw",
			Behoefte:    zaak.Partnerbehoefte{Vastgesteld: &zaak.Vastgesteld{Bedrag: behoefte, Jaar: jaar, Reden: "afgesproken"}},
		},
		Perioden: []zaak.Periode{{Vanaf: dag(jaar, 7, 1), Situaties: map[string]zaak.Situatie{"vrouw": vrouw, "man": man}}},
		Keuzes: zaak.Keuzes{
			Belastingafronding: zaak.KeuzeHeleEuros, VergelijkingKGB: zaak.KeuzeVerrekenen, PartnerdraagkrachtKGB: zaak.KeuzeAandeel,
		},
		Methode: "alimentatienormen",
	}
}

// uitslag is what a case came to.
type uitslag struct {
	t testing.TB
	r *sheet.Result
}

func reken(t testing.TB, z *zaak.Zaak) uitslag {
	t.Helper()
	s := sheet.New()
	if err := partner.Beschrijf(partij.Nieuw(s, z, normen(t))); err != nil {
		t.Fatal(err)
	}
	r, err := s.Evaluate(sheet.Receipt{})
	if err != nil {
		t.Fatal(err)
	}
	return uitslag{t, r}
}

// regel gives a line that has to be there.
func (u uitslag) regel(id string) float64 {
	u.t.Helper()
	l := u.r.Line(id)
	if l == nil {
		u.t.Fatalf("there is no line %s", id)
	}
	return l.Value.InexactFloat64()
}

func (u uitslag) partner(id string) float64 {
	u.t.Helper()
	return u.regel("partneralimentatie." + id)
}
