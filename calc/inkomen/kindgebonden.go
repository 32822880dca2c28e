package inkomen

import (
	"fmt"
	"time"

	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"
)

// Huishouden is what kindgebonden budget goes by: the children, the income and the
// wealth of who runs the household, and whether that is one person.
type Huishouden struct {
	Op       time.Time
	Kinderen []Kind // under 18 on Op are those that count
	Samen    bool   // two partners
	// Toetsingsinkomens are EUR/jaar; all of them have to be known.
	Toetsingsinkomens []sheet.Expr
	// Vermogens are EUR on 1 January, of who has stated it.
	Vermogens []sheet.Expr
	Fictief   bool // as if the children grew up there (Rapport 3.2.5)
	// Wetsvoorstel: kinderbijslag is income beside it, and stands there.
	Wetsvoorstel bool
	VanWie       string // whose it is, and when
	Groep        string // heading over its facts
	Blok         string // the part of the section its lines stand in
}

// Kind is a child of a household.
type Kind struct {
	Naam    string
	Geboren time.Time
}

// BlokKGB is the part of a section that holds the kindgebonden budget.
const BlokKGB = "Kindgebonden budget (telt niet mee in het NBI)"

// Heeft tells whether there is a child for which there can be kindgebonden budget.
func (h Huishouden) Heeft() bool { return len(h.kinderen()) > 0 }

// kinderen gives the age of each child under 18.
func (h Huishouden) kinderen() []int {
	var out []int
	for _, k := range h.Kinderen {
		if l := leeftijd(k.Geboren, h.Op); l >= 0 && l < volwassen {
			out = append(out, l)
		}
	}
	return out
}

// The ages by which the amounts differ (art. 2 Wet op het kindgebonden budget).
const (
	tiener    = 12
	bovenbouw = 16
	volwassen = 18
)

func leeftijd(geboren, op time.Time) int {
	jaren := op.Year() - geboren.Year()
	if geboren.AddDate(jaren, 0, 0).After(op) {
		jaren--
	}
	return jaren
}

// KindgebondenBudget adds the kindgebonden budget of a household with at least one
// child under 18, and gives it in EUR/maand. The error says that there are no
// figures for the day.
func KindgebondenBudget(s *sheet.Sheet, sc sheet.Scope, set *norms.Set, h Huishouden) (sheet.Expr, error) {
	n, err := set.KindgebondenBudget(h.Op)
	if err != nil {
		return sheet.Expr{}, err
	}
	k := &kgbregels{Huishouden: h, sheet: s, sc: sc.In("kgb"), n: n}
	toetsing := sheet.Line{ID: "toetsingsinkomen", Label: "Toetsingsinkomen", Expr: sheet.Sum(h.Toetsingsinkomens...), Source: sheet.Source{Document: "Algemene wet inkomensafhankelijke regelingen", Vindplaats: "art. 7 en 8"}}
	if h.Wetsvoorstel {
		toetsing.Source = conceptAMvB("2 lid 2, onder c")
	}
	inkomen := k.regel(toetsing)
	bedragen := k.bedragen()
	naam := "Kindgebonden budget"
	if k.Fictief {
		naam = "Fictief kindgebonden budget"
	}
	drempel := k.n.DrempelAlleenstaand
	if h.Samen {
		drempel = k.n.DrempelPartners
	}
	vermindering := k.regel(sheet.Line{
		ID: "vermindering", Label: "Vermindering om het inkomen", Source: drempel.Source,
		Expr: k.sc.Norm(k.n.Afbouw).Times(inkomen.Minus(k.sc.Norm(drempel)).AtLeast(sheet.Zero)),
	})
	// Art. 14 lid 4 and 5 Awir: the amount of a year in whole euros, and none below
	// a small one.
	recht := k.regel(sheet.Line{
		ID: "na_vermindering", Label: "Bedrag na vermindering", Source: sheet.Source{Document: "Algemene wet inkomensafhankelijke regelingen", Vindplaats: "art. 14"},
		Expr: sheet.Sum(bedragen...).Minus(vermindering).AtLeast(sheet.Zero).Round(0),
	})
	jaar := k.binnenVermogensgrens(sheet.Line{
		ID: "jaar", Keep: true, Label: naam + " per jaar", Source: k.n.KleinsteBedrag.Source,
		Expr: sheet.If(recht.LessThan(k.sc.Norm(k.n.KleinsteBedrag)), sheet.Zero, recht),
	})
	maand := k.regel(sheet.Line{
		ID: "maand", Kort: "daarnaast: kindgebonden budget per maand", Label: naam + " per maand", Unit: sheet.EURPerMaand, Source: drempel.Source,
		Expr: jaar.Over(sheet.Twelve).Round(2), Slot: true,
	})
	if !k.Fictief && !k.Wetsvoorstel { // of a fictive one the child benefit is with the parent the children live with
		k.kinderbijslag(set)
	}
	return maand, nil
}

// kgbregels is the kindgebonden budget being described.
type kgbregels struct {
	Huishouden
	sheet *sheet.Sheet
	sc    sheet.Scope
	n     norms.KindgebondenBudget
}

func (k *kgbregels) regel(l sheet.Line) sheet.Expr {
	if l.Unit == "" {
		l.Unit = sheet.EURPerJaar
	}
	l.Blok = k.Blok
	return k.sc.Add(l)
}

// bedragen adds the amounts for the children, the additions for their ages, and
// the alleenstaande-ouderkop.
func (k *kgbregels) bedragen() []sheet.Expr {
	ages := k.kinderen()
	var perKind []sheet.Expr
	for i := range ages {
		perKind = append(perKind, k.sc.Norm(k.n.Kind[min(i, len(k.n.Kind)-1)]))
	}
	label := "Bedrag voor 1 kind"
	if len(ages) > 1 {
		label = fmt.Sprintf("Bedrag voor %d kinderen", len(ages))
	}
	out := []sheet.Expr{k.regel(sheet.Line{ID: "kinderen", Label: label, Expr: sheet.Sum(perKind...), Source: k.n.Kind[0].Source})}
	for _, t := range []struct {
		id         string
		label      string
		vanaf, tot int
		norm       norms.Value
	}{
		{"van_12_tot_16", "Verhoging voor kinderen van 12 tot en met 15 jaar", tiener, bovenbouw, k.n.Toeslag12},
		{"van_16_tot_18", "Verhoging voor kinderen van 16 en 17 jaar", bovenbouw, volwassen, k.n.Toeslag16},
	} {
		n := 0
		for _, l := range ages {
			if l >= t.vanaf && l < t.tot {
				n++
			}
		}
		if n > 0 {
			out = append(out, k.regel(sheet.Line{ID: t.id, Label: t.label, Expr: sheet.Count(n).Times(k.sc.Norm(t.norm)), Source: t.norm.Source}))
		}
	}
	if !k.Samen {
		out = append(out, k.regel(sheet.Line{ID: "alleenstaande_ouderkop", Label: "Alleenstaande ouderkop", Expr: k.sc.Norm(k.n.AlleenstaandeOuderkop), Source: k.n.AlleenstaandeOuderkop.Source}))
	}
	return out
}

// binnenVermogensgrens adds the amount of a year, which is nil where the wealth is
// above the limit. Wealth that is not stated is assumed to stay below it.
func (k *kgbregels) binnenVermogensgrens(jaar sheet.Line) sheet.Expr {
	grens := k.n.VermogensgrensAlleenstaand
	if k.Samen {
		grens = k.n.VermogensgrensPartners
	}
	if len(k.Vermogens) == 0 {
		waarom := "niet opgegeven"
		if k.Wetsvoorstel {
			waarom = "geen vermogen opgegeven waar inkomsten uit zijn"
		}
		k.sheet.Fact(sheet.Feit{
			Groep: k.Groep, Omschrijving: "Vermogen voor het kindgebonden budget", Waarde: "onder de grens van " + sheet.EuroSign + sheet.FormatNumber(grens.Amount, 0),
			Toelichting: waarom, Aanname: true,
		})
		return k.regel(jaar)
	}
	if len(k.Vermogens) < len(k.Toetsingsinkomens) {
		k.sheet.Fact(sheet.Feit{Groep: k.Groep, Omschrijving: "Vermogen van de ander, voor het kindgebonden budget", Waarde: "nihil", Toelichting: "niet opgegeven", Aanname: true})
	}
	vermogen, hoogste := sheet.Sum(k.Vermogens...), k.sc.Norm(grens)
	teVeel := vermogen.MoreThan(hoogste)
	k.sheet.LeaveOut(teVeel, "Kindgebonden budget van %s", "Er is geen recht op kindgebonden budget: het vermogen (€ %s) is hoger dan de grens (€ %s).", k.VanWie, vermogen, hoogste)
	binnen := jaar
	binnen.ID, binnen.Label = "binnen_de_grenzen", "Kindgebonden budget vóór de vermogenstoets"
	jaar.Expr, jaar.Source, jaar.Toelichting = sheet.If(teVeel, sheet.Zero, k.regel(binnen)), grens.Source, "nihil als het vermogen hoger is dan de grens"
	return k.regel(jaar)
}

// kinderbijslag records what comes beside it, where it is known: it is no income
// here, but in the table of what children cost (Rapport 3.2.1).
func (k *kgbregels) kinderbijslag(set *norms.Set) {
	n, err := set.Kinderbijslag(k.Op)
	if err != nil {
		return // it explains, and nothing rests on it
	}
	for _, g := range bijslaggroepen(n) {
		var namen []string
		for _, kind := range g.van(k.Kinderen, k.Op) {
			namen = append(namen, kind.Naam)
		}
		if len(namen) > 0 {
			k.sheet.Fact(sheet.Feit{
				Groep: k.Groep, Omschrijving: "Kinderbijslag per kwartaal, " + g.leeftijden() + " (per kind)",
				Waarde:      sheet.EuroSign + sheet.FormatNumber(g.norm.Amount, 2),
				Toelichting: g.norm.Source.String() + "; voor " + sheet.Enumerate(namen) + "; telt niet als inkomen: zij is al verwerkt in de Tabel eigen aandeel (Rapport par. 3.2.1)",
			})
		}
	}
}

// OokVoor gives the children outside the case of a household of these incomes. What
// both of two partners name is one child; twins are named twice by the same one.
func OokVoor(inkomens ...zaak.Inkomensopbouw) []Kind {
	var out []Kind
	meeste := map[time.Time]int{}
	for _, o := range inkomens {
		aantal := map[time.Time]int{}
		for _, geboren := range o.OokVoor {
			if aantal[geboren]++; aantal[geboren] > meeste[geboren] {
				meeste[geboren] = aantal[geboren]
				out = append(out, Kind{"een ander kind", geboren})
			}
		}
	}
	return out
}
