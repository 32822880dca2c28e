package kind_test

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"annex/calc/zaak"
	"annex/norms"

	"github.com/shopspring/decimal"
)

// The reference is the Rapport worked out step by step in whole cents, as one
// would on paper: no lines, no formulas, no fractions. It shares nothing with the
// engine but the figures of the norms.

// deel is num : den, half away from zero; both are not negative.
func deel(num, den int64) int64 { return (2*num + den) / (2 * den) }

// heel rounds cents to whole euros, in cents.
func heel(c int64) int64 { return deel(c, 100) * 100 }

func centen(d decimal.Decimal) int64 { return d.Shift(2).IntPart() }

func centenOfNul(b *zaak.Bedrag) int64 {
	if b == nil {
		return 0
	}
	return centen(b.Waarde)
}

type referentie struct {
	zaak *zaak.Zaak
	set  *norms.Set
	uit  map[string]int64 // cents by the id of a line
}

func narekenen(z *zaak.Zaak, set *norms.Set) (map[string]int64, error) {
	r := &referentie{z, set, map[string]int64{}}
	perJaar, jaar, err := r.behoefte()
	if err != nil {
		return nil, err
	}
	for i, p := range z.Perioden {
		prefix := ""
		if len(z.Perioden) > 1 {
			prefix = fmt.Sprintf("p%d.", i+1)
		}
		eigen := perJaar[p.Vanaf.Year()]
		if p.Vanaf.Year() != jaar {
			eigen = heel(eigen)
		}
		if err := r.periode(prefix, p, eigen); err != nil {
			return nil, err
		}
	}
	return r.uit, nil
}

// behoefte gives the eigen aandeel by year: in its own year as it holds, in later
// years indexed from the unrounded amount, in cents.
func (r *referentie) behoefte() (map[int]int64, int, error) {
	var jaar int
	var geldt, onafgerond int64
	switch b := r.zaak.Behoefte; {
	case b.Vastgesteld != nil:
		jaar = b.Vastgesteld.Jaar
		geldt = centen(b.Vastgesteld.Bedrag.Waarde)
		onafgerond = 100 * geldt
	case b.Gezinsinkomen != nil:
		g := b.Gezinsinkomen
		jaar = g.Peildatum.Year()
		bedrag, err := r.tabel(g.Peildatum, centen(g.NBI["moeder"].Waarde)+centen(g.NBI["vader"].Waarde)+centenOfNul(g.KindgebondenBudget))
		if err != nil {
			return nil, 0, err
		}
		geldt, onafgerond = 100*deel(bedrag, 10000), bedrag
	default:
		n := b.NooitSamengewoond
		jaar = n.Peildatum.Year()
		var heleSom, som int64
		for _, in := range n.Ouders {
			bedrag, err := r.tabel(n.Peildatum, centen(in.NBI.Waarde)+centenOfNul(in.KindgebondenBudget))
			if err != nil {
				return nil, 0, err
			}
			heleSom += 100 * deel(bedrag, 10000)
			som += bedrag
		}
		geldt, onafgerond = heel(deel(heleSom, 2)), 100*deel(som, 200)
	}
	out := map[int]int64{jaar: geldt}
	laatste := r.zaak.Perioden[len(r.zaak.Perioden)-1].Vanaf.Year()
	bedrag := onafgerond // in hundredths of a cent
	for y := jaar + 1; y <= laatste; y++ {
		percentages, err := r.set.Indexering(y-1, y)
		if err != nil {
			return nil, 0, err
		}
		for _, p := range percentages { // in tenths of a percent
			bedrag = 100 * deel(bedrag*(1000+p.Amount.Shift(1).IntPart()), 100_000)
		}
		out[y] = bedrag / 100
	}
	return out, jaar, nil
}

// tabel reads the Tabel eigen aandeel at an income in cents, exactly: in
// hundredths of a cent, which every proportion between two rows comes out in.
func (r *referentie) tabel(d time.Time, inkomen int64) (int64, error) {
	norm, err := r.set.EigenAandeel(d)
	if err != nil {
		return 0, err
	}
	column := min(len(r.zaak.Kinderen), 4)
	rows := norm.Tabel.Rows
	at := func(row, col int) int64 { return centen(rows[row][col].Amount) }
	if inkomen <= at(0, 0) {
		return 100 * at(0, column), nil
	}
	for i := 1; i < len(rows); i++ {
		if inkomen < at(i, 0) {
			breedte := at(i, 0) - at(i-1, 0)
			return 100*at(i-1, column) + 100*(inkomen-at(i-1, 0))*(at(i, column)-at(i-1, column))/breedte, nil
		}
	}
	return 100 * at(len(rows)-1, column), nil
}

func (r *referentie) periode(prefix string, p zaak.Periode, eigen int64) error {
	n := int64(len(r.zaak.Kinderen))
	perKind := deel(eigen, n)
	r.uit[prefix+"behoefte.eigen_aandeel"] = eigen
	draagkracht := map[string]int64{}
	var samen int64
	for _, o := range r.zaak.Ouders {
		d, err := r.draagkracht(p, o)
		if err != nil {
			return err
		}
		draagkracht[o.ID] = d
		samen += d
		r.uit[prefix+o.ID+".draagkracht"] = d
	}
	tekort := max(0, eigen-samen)
	r.uit[prefix+"verdeling.gezamenlijke_draagkracht"] = samen
	r.uit[prefix+"verdeling.tekort"] = tekort
	aandeel := map[string]int64{}
	for ouder, d := range draagkracht {
		aandeel[ouder] = d
		if samen > eigen {
			aandeel[ouder] = deel(d*eigen, samen)
		}
		r.uit[prefix+"verdeling.aandeel_"+ouder] = aandeel[ouder]
	}
	betaalt := map[string]int64{}
	kinderenVan := map[string]int{}
	for _, k := range r.zaak.Kinderen {
		betaler := "moeder"
		if k.Hoofdverblijf == "moeder" {
			betaler = "vader"
		}
		korting := deel(honderdsten(k.Zorg)*perKind, 100*100)
		if tekort > 0 {
			korting = max(0, korting-deel(tekort, 2*n))
		}
		bijdrage := heel(max(0, deel(aandeel[betaler], n)-korting))
		r.uit[prefix+k.ID+".zorgkorting_in_aanmerking"] = korting
		r.uit[prefix+k.ID+".bijdrage"] = bijdrage
		betaalt[betaler] += bijdrage
		kinderenVan[betaler]++
	}
	for van, aan := range map[string]string{"moeder": "vader", "vader": "moeder"} {
		if kinderenVan[van] == 0 {
			continue
		}
		r.uit[prefix+"uitkomst."+van+"_aan_"+aan] = betaalt[van]
		if kinderenVan[aan] > 0 {
			r.uit[prefix+"uitkomst.saldo_"+van+"_aan_"+aan] = max(0, betaalt[van]-betaalt[aan])
		}
	}
	return nil
}

// honderdsten is the zorgkorting in hundredths of a percent.
func honderdsten(z *zaak.Zorg) int64 {
	if z == nil {
		return 500
	}
	if z.Percentage != nil {
		return centen(z.Percentage.Waarde)
	}
	switch days := centen(z.DagenPerWeek.Waarde); {
	case days < 100:
		return 500
	case days < 200:
		return 1500
	case days < 300:
		return 2500
	default:
		return 3500
	}
}

func (r *referentie) draagkracht(p zaak.Periode, o zaak.Ouder) (int64, error) {
	s := p.Ouders[o.ID]
	norm, err := r.set.Draagkracht(p.Vanaf, gepensioneerd(p.Vanaf, o, s))
	if err != nil {
		return 0, err
	}
	inkomen := centen(s.NBI.Waarde) + centenOfNul(s.KindgebondenBudget)
	var lasten int64
	for _, l := range s.Lasten {
		if !l.Vermijdbaar && !l.Verwijtbaar {
			lasten += centen(l.Bedrag.Waarde)
		}
	}
	minimum := int64(2500)
	if len(r.zaak.Kinderen) > 1 {
		minimum = 5000
	}
	minimum = heel(max(0, minimum-lasten))
	if s.Bijstand {
		for _, k := range r.zaak.Kinderen {
			if k.Hoofdverblijf == o.ID {
				return 0, nil
			}
		}
		return minimum, nil
	}
	rows := norm.Tabel.Rows
	row := -1
	for i := range rows {
		if centen(rows[i][0].Amount) <= inkomen {
			row = i
		}
	}
	if row < 0 {
		return minimum, nil
	}
	if row < len(rows)-1 && r.zaak.Keuzes.LageInkomens == zaak.KeuzeTabelbedrag {
		inkomen = centen(rows[row][0].Amount)
	}
	ruimte := max(0, inkomen-deel(3*inkomen, 10)-centen(rows[row][2].Amount)-lasten)
	return deel(rows[row][1].Amount.IntPart()*ruimte, 100*100) * 100, nil // straight to whole euros
}

// gepensioneerd tells whether a parent has reached the AOW age: 65 and some
// months up to 2017, then rising to 67 in 2024 (art. 7a AOW). Who has reached it
// keeps it.
func gepensioneerd(op time.Time, o zaak.Ouder, s zaak.Situatie) bool {
	if s.AOW != nil {
		return *s.AOW
	}
	if o.Geboren == nil {
		return false
	}
	maanden := map[int]int{2020: 796, 2021: 796, 2022: 799, 2023: 802, 2024: 804, 2025: 804, 2026: 804}
	for jaar := 2020; jaar <= op.Year(); jaar++ {
		bereikt := o.Geboren.AddDate(0, maanden[jaar], 0)
		if bereikt.Year() <= jaar && !bereikt.After(op) {
			return true
		}
	}
	return false
}

// The engine and the reference agree on every case that chance can think of.
func TestReference(t *testing.T) {
	t.Parallel()
	set := load(t)
	var seen struct{ tekort, vergelijking, beide, verrekend, minimum, formule, aow, bijstand, indexering int }
	for i := range 2000 {
		rnd := rand.New(rand.NewPCG(uint64(i), 2025))
		z := trekker(rnd.IntN).zaak()
		want, err := narekenen(z, set)
		if err != nil {
			t.Fatal(err)
		}
		r := bereken(t, z, set)
		for id, c := range want {
			if got := value(t, r, id); centen(got) != c || !got.Equal(got.Truncate(2)) {
				t.Errorf("case %d: %s is %s, in the reference %s", i, id, got, decimal.New(c, -2))
			}
		}
		if t.Failed() {
			t.Fatalf("case %d: %+v", i, z)
		}
		tel := func(n *int, yes bool) {
			if yes {
				*n++
			}
		}
		prefix := ""
		if len(z.Perioden) > 1 {
			prefix = "p1."
		}
		tel(&seen.tekort, want[prefix+"verdeling.tekort"] > 0)
		tel(&seen.vergelijking, !value(t, r, prefix+"verdeling.draagkrachtvergelijking").IsZero())
		tel(&seen.verrekend, want[prefix+"uitkomst.saldo_moeder_aan_vader"] > 0)
		tel(&seen.beide, r.Line(prefix+"uitkomst.saldo_moeder_aan_vader") != nil)
		tel(&seen.minimum, r.Line(prefix+"vader.minimumdraagkracht").Applies)
		tel(&seen.formule, z.Keuzes.LageInkomens == zaak.KeuzeFormule)
		tel(&seen.bijstand, z.Perioden[0].Ouders["moeder"].Bijstand)
		tel(&seen.aow, gepensioneerd(z.Perioden[0].Vanaf, z.Ouders[1], z.Perioden[0].Ouders["vader"]))
		tel(&seen.indexering, z.Behoefte.Vastgesteld != nil && z.Behoefte.Vastgesteld.Jaar < z.Perioden[0].Vanaf.Year())
	}
	// Chance has to have thought of everything.
	for what, n := range map[string]int{
		"shortage": seen.tekort, "comparison": seen.vergelijking, "children with both parents": seen.beide, "setting off": seen.verrekend,
		"minimum": seen.minimum, "choice of the formula": seen.formule, "AOW": seen.aow, "bijstand": seen.bijstand, "indexation": seen.indexering,
	} {
		if n < 100 {
			t.Errorf("%s: seen %d times only", what, n)
		}
	}
}
