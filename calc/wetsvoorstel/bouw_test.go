package wetsvoorstel_test

import (
	"fmt"
	"sync"
	"testing"
	"time"

	"annex/calc/partij"
	"annex/calc/sheet"
	"annex/calc/wetsvoorstel"
	"annex/calc/zaak"
	"annex/norms"

	"github.com/shopspring/decimal"
)

func day(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }

var laad = sync.OnceValues(norms.Load)

func load(t testing.TB) *norms.Set {
	t.Helper()
	set, err := laad()
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// vanCenten gives an amount of the case file; pad is where it would stand.
func vanCenten(c centen, pad string) *zaak.Bedrag {
	return &zaak.Bedrag{Waarde: decimal.New(c, -2), Plek: zaak.Plek{Pad: pad}}
}

func naarCenten(d decimal.Decimal) centen { return d.Shift(2).IntPart() }

type fatal interface {
	Helper()
	Fatal(...any)
}

func bereken(t fatal, z *zaak.Zaak, set *norms.Set) *sheet.Result {
	t.Helper()
	s := sheet.New()
	if err := wetsvoorstel.Beschrijf(partij.Nieuw(s, z, set)); err != nil {
		t.Fatal(err)
	}
	r, err := s.Evaluate(sheet.Receipt{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// waarde gives the value of a line that must be there, in cents (a percentage: in
// whole percents x 100).
func waarde(t fatal, r *sheet.Result, id string) centen {
	t.Helper()
	l := r.Line(id)
	if l == nil {
		t.Fatal("there is no line " + id)
	}
	if l.Unit == sheet.Percentage {
		return naarCenten(l.Value.Shift(2))
	}
	return naarCenten(l.Value)
}

// inkomen states an alimentatie-inkomen of a parent.
func inkomen(c centen) zaak.Situatie {
	return zaak.Situatie{Wetsvoorstel: &zaak.WetsvoorstelSituatie{AlimentatieInkomen: vanCenten(c, "")}}
}

// geval is a plain case: children of 13 with the mother, who are with the father no
// night, from 1 March 2015.
func geval(voorBehoefte, moeder, vader centen, kinderen int) *zaak.Zaak {
	z := &zaak.Zaak{
		Methode:  zaak.MethodeWetsvoorstel,
		Ouders:   []zaak.Ouder{{ID: "moeder", Aanduiding: "de moeder"}, {ID: "vader", Aanduiding: "de vader"}},
		Behoefte: zaak.Behoefte{Wetsvoorstel: &zaak.WetsvoorstelBehoefte{AlimentatieInkomen: vanCenten(voorBehoefte, "")}},
		Perioden: []zaak.Periode{{Vanaf: day(2015, 3, 1), Situaties: map[string]zaak.Situatie{"moeder": inkomen(moeder), "vader": inkomen(vader)}}},
		Keuzes:   zaak.Keuzes{Aandeelafronding: zaak.KeuzeHeleProcenten, Inkomenstreden: zaak.KeuzeGepubliceerd},
	}
	for i := range kinderen {
		z.Kinderen = append(z.Kinderen, zaak.Kind{ID: fmt.Sprintf("kind_%d", i+1), Naam: fmt.Sprintf("Kind %d", i+1), Geboren: day(2002, 1, 1)})
		z.Perioden[0].Kinderen = append(z.Perioden[0].Kinderen, zaak.KindSituatie{
			Hoofdverblijf: "moeder", Zorg: &zaak.Zorg{Ouder: "vader", Nachten: vanCenten(0, fmt.Sprintf("kinderen[%d].zorg.vader.nachten_per_jaar", i))},
		})
	}
	return z
}
