package inkomen

import (
	"fmt"
	"time"

	"annex/calc/sheet"
	"annex/norms"
)

// kleuter is the age from which the second amount of kinderbijslag goes (art. 12
// AKW); the third goes from tiener.
const kleuter = 6

// bijslaggroep is one of the amounts of kinderbijslag and the ages it goes by.
type bijslaggroep struct {
	id         string
	norm       norms.Value
	vanaf, tot int
}

func bijslaggroepen(n norms.Kinderbijslag) []bijslaggroep {
	return []bijslaggroep{{"tot_6", n.Tot6, 0, kleuter}, {"tot_12", n.Tot12, kleuter, tiener}, {"tot_18", n.Tot18, tiener, volwassen}}
}

// leeftijden names the ages: "0 tot en met 5 jaar".
func (g bijslaggroep) leeftijden() string {
	return fmt.Sprintf("%d tot en met %d jaar", g.vanaf, g.tot-1)
}

// van gives the children of these ages.
func (g bijslaggroep) van(kinderen []Kind, op time.Time) []Kind {
	var out []Kind
	for _, k := range kinderen {
		if l := leeftijd(k.Geboren, op); l >= g.vanaf && l < g.tot {
			out = append(out, k)
		}
	}
	return out
}

// Kinderbijslag adds the kinderbijslag for the children under 18, by their ages on a
// day as if they had those all year (Wetsvoorstel 34 154, concept-AMvB art. 2 lid 1),
// and gives it in EUR/maand; Zero where there are no such children. blok is the part
// of the section its lines stand in. The error says that there are no figures for
// the day.
func Kinderbijslag(sc sheet.Scope, set *norms.Set, op time.Time, kinderen []Kind, blok string) (sheet.Expr, error) {
	if !(Huishouden{Op: op, Kinderen: kinderen}).Heeft() {
		return sheet.Zero, nil
	}
	n, err := set.Kinderbijslag(op)
	if err != nil {
		return sheet.Expr{}, err
	}
	var kwartaal []sheet.Expr
	for _, g := range bijslaggroepen(n) {
		if aantal := len(g.van(kinderen, op)); aantal > 0 {
			kwartaal = append(kwartaal, sc.Add(sheet.Line{
				ID: "kinderbijslag_" + g.id, Label: "Kinderbijslag per kwartaal, " + g.leeftijden(), Unit: sheet.EURPerKwartaal,
				Expr: sheet.Count(aantal).Times(sc.Norm(g.norm)), Source: g.norm.Source, Blok: blok,
			}))
		}
	}
	return sc.Add(sheet.Line{
		ID: "kinderbijslag", Kort: "daarnaast: kinderbijslag per maand", Label: "Kinderbijslag per maand", Unit: sheet.EURPerMaand,
		Expr: sheet.Four.Times(sheet.Sum(kwartaal...)).Over(sheet.Twelve).Round(2), Source: conceptAMvB("2 lid 1"), Blok: blok,
	}), nil
}
