package inkomen_test

import (
	"fmt"
	"math/big"
	"sync"
	"testing"
	"time"

	"annex/calc/inkomen"
	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"

	"github.com/shopspring/decimal"
)

var laadNormen = sync.OnceValues(norms.Load)

// fataal is what ends a test: of testing and of rapid.
type fataal interface {
	Helper()
	Fatalf(format string, args ...any)
}

func normen(t fataal) *norms.Set {
	t.Helper()
	set, err := laadNormen()
	if err != nil {
		t.Fatalf("%v", err)
	}
	return set
}

func dag(jaar, maand, d int) time.Time {
	return time.Date(jaar, time.Month(maand), d, 0, 0, 0, 0, time.UTC)
}

func bedrag(s string) *zaak.Bedrag { return &zaak.Bedrag{Waarde: decimal.RequireFromString(s)} }
func euro(i int64) *zaak.Bedrag    { return &zaak.Bedrag{Waarde: decimal.NewFromInt(i)} }
func ja(b bool) *bool              { return &b }

// centen gives an amount of so many cents.
func centen(c int64) *zaak.Bedrag { return &zaak.Bedrag{Waarde: decimal.New(c, -2)} }

// loonUit is one wage or benefit by its jaaropgaaf.
func loonUit(soort string, jaaropgaaf *zaak.Bedrag) zaak.Loon {
	return zaak.Loon{
		Soort: soort, Omschrijving: soort, Tijdvak: zaak.TijdvakMaand, Jaaropgaaf: jaaropgaaf,
		IsArbeid: soort == zaak.LoonDienst || soort == zaak.LoonDGA,
	}
}

// persoon is somebody of an age group in a year, halfway that year.
func persoon(jaar int, groep string, o zaak.Inkomensopbouw) inkomen.Opdracht {
	geboren := map[string]time.Time{
		totAOW: dag(1985, 3, 14), vanafAOW: dag(1947, 3, 14), voor1946: dag(1940, 3, 14),
	}[groep]
	return inkomen.Opdracht{
		Wie: zaak.Ouder{ID: "ouder", Aanduiding: "de ouder", Geboren: &geboren},
		Op:  dag(jaar, 7, 1), Opbouw: o, Keuzes: zaak.Keuzes{Belastingafronding: zaak.KeuzeHeleEuros},
		Sectie: "inkomen", Prefix: "i",
	}
}

// uitslag is an income as the package works it out.
type uitslag struct {
	t fataal
	r *sheet.Result
}

// regel is what a line came to; nil where there is no such line.
func (u uitslag) regel(id string) *big.Rat {
	l := u.r.Line("i." + id)
	if l == nil {
		return nil
	}
	return l.Value.Rat()
}

// bedrag is what a line came to, nil where there is none being nil.
func (u uitslag) bedrag(id string) *big.Rat {
	if r := u.regel(id); r != nil {
		return r
	}
	return n(0)
}

// gezin is who shares the household for the kindgebonden budget, apart from who has
// the income.
type gezin struct {
	kinderen []time.Time
	samen    bool
}

func beschreven(t fataal, o inkomen.Opdracht, g *gezin) (*sheet.Sheet, error) {
	s := sheet.New()
	u, err := inkomen.Beschrijf(s, normen(t), o)
	if err != nil {
		return nil, err
	}
	if g == nil {
		return s, nil
	}
	h := inkomen.Huishouden{Op: o.Op, Samen: g.samen, Toetsingsinkomens: []sheet.Expr{u.Toetsingsinkomen}}
	for i, k := range g.kinderen {
		h.Kinderen = append(h.Kinderen, inkomen.Kind{Naam: fmt.Sprintf("kind %d", i+1), Geboren: k})
	}
	if o.Opbouw.Vermogen != nil {
		h.Vermogens = []sheet.Expr{u.Vermogen}
	}
	if g.samen && o.Opbouw.Partner != nil {
		h.Toetsingsinkomens = append(h.Toetsingsinkomens, u.ToetsingsinkomenPartner)
	}
	if h.Heeft() {
		_, err = inkomen.KindgebondenBudget(s, u.Scope, normen(t), h)
	}
	return s, err
}

// reken works out an income that can be worked out.
func reken(t fataal, o inkomen.Opdracht, g *gezin) uitslag {
	t.Helper()
	s, err := beschreven(t, o, g)
	if err != nil {
		t.Fatalf("%v", err)
	}
	r, err := s.Evaluate(sheet.Receipt{})
	if err != nil {
		t.Fatalf("%v", err)
	}
	return uitslag{t, r}
}

// rekenPaar works out the incomes of two who share a household; the lines of the
// second begin with "j".
func rekenPaar(t fataal, a, b inkomen.Opdracht) (r *sheet.Result, ua, ub inkomen.Uitkomst) {
	t.Helper()
	b.Sectie, b.Prefix = "ander", "j"
	s := sheet.New()
	ua, ub, err := inkomen.BeschrijfPaar(s, normen(t), a, b)
	if err != nil {
		t.Fatalf("%v", err)
	}
	if r, err = s.Evaluate(sheet.Receipt{}); err != nil {
		t.Fatalf("%v", err)
	}
	return r, ua, ub
}

// hoort holds a line to an amount.
func hoort(t testing.TB, u uitslag, id string, want *big.Rat, waar string) {
	t.Helper()
	if got := u.bedrag(id); got.Cmp(want) != 0 {
		t.Errorf("%s: %s is %s, verwacht %s", waar, id, got.FloatString(4), want.FloatString(4))
	}
}
