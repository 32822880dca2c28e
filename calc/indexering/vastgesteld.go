package indexering

import (
	"fmt"
	"time"

	"annex/calc/sheet"
	"annex/norms"

	"github.com/shopspring/decimal"
)

// Methode is the name of this calculation in the receipt, and the kind of its
// section (sheet.Section.Soort).
const (
	Methode = "indexering"
	Soort   = "indexering"
)

// The kinds of outcome (sheet.Uitkomst.Soort) this package makes.
const (
	UitkomstVastgesteld = "alimentatie_vastgesteld"
	UitkomstGeindexeerd = "alimentatie_geindexeerd"
)

// Vastgesteld is a maintenance amount that court or agreement has fixed.
type Vastgesteld struct {
	Bedrag decimal.Decimal // EUR/maand
	Op     time.Time       // the day of the decision or agreement
	Bron   string          // evidence: "productie 2"; may be empty
}

// NietsTeIndexeren is the error for days between which no indexation lies.
type NietsTeIndexeren struct{ Op, Tot time.Time }

func (e *NietsTeIndexeren) Error() string {
	op, tot := sheet.FormatDate(e.Op), sheet.FormatDate(e.Tot)
	if e.Tot.Before(e.Op) {
		return fmt.Sprintf("%s ligt voor de dag waarop het bedrag is vastgesteld, %s", tot, op)
	}
	return fmt.Sprintf("van %s tot en met %s is er geen indexering", op, tot)
}

// Beschrijf adds to s what v becomes at each indexation after the day on which
// it was fixed, up to and including tot. The error is *norms.GeenNormen where a
// percentage is not known, or *NietsTeIndexeren.
func Beschrijf(s *sheet.Sheet, v Vastgesteld, tot time.Time, set *norms.Set) error {
	verhogingen, err := verhogingen(v.Op, tot, set)
	if err != nil {
		return err
	}
	sc := s.Section(sheet.Section{ID: "indexering", Soort: Soort, Titel: "Indexering van het vastgestelde bedrag"}, "indexering")
	bedrag := sc.Add(sheet.Line{
		ID: "vastgesteld", Label: "Vastgesteld bedrag", Unit: sheet.EURPerMaand,
		Expr: sc.Input(sheet.Input{
			ID: "bedrag", Groep: groep, Label: "Vastgesteld bedrag", Unit: sheet.EURPerMaand, Value: v.Bedrag, Bron: v.Bron,
		}),
		Toelichting: "vastgesteld op " + sheet.FormatDate(v.Op),
	})
	v.feiten(s, tot)
	s.Outcome(sheet.Uitkomst{
		Soort:   UitkomstVastgesteld,
		Periode: tijdvak(v.Op, verhogingen[0].per, "vastgesteld op "),
	}, bedrag)
	for i, vh := range verhogingen {
		regel := vh.regel(sc, bedrag, "Bedrag per "+sheet.FormatDate(vh.per))
		var volgende time.Time
		if i+1 < len(verhogingen) {
			volgende = verhogingen[i+1].per
		} else {
			regel.Slot = true
		}
		bedrag = sc.Add(regel)
		s.Outcome(sheet.Uitkomst{
			Soort: UitkomstGeindexeerd, Geindexeerd: true,
			Periode: tijdvak(vh.per, volgende, "per "),
		}, bedrag)
	}
	v.verantwoord(s, verhogingen)
	return nil
}

// LaatsteBekende gives the day of the last indexation that is known, for an
// amount fixed on op. The error (*norms.GeenNormen) says that there is none yet,
// or that op lies before all that is known.
func LaatsteBekende(op time.Time, set *norms.Set) (time.Time, error) {
	var last time.Time
	for year := op.Year(); ; year++ {
		percentages, err := set.Indexering(year-1, year)
		switch {
		case err != nil && last.IsZero():
			return time.Time{}, err
		case err != nil:
			return last, nil
		}
		for _, p := range percentages {
			if per := lees(p).per; per.After(op) {
				last = per
			}
		}
	}
}

// verhogingen gives the indexations after op, up to and including tot.
//
// Keuze: the day on which the amount was fixed counts, not the day from which it
// is due; see docs/keuzes.md, indexering-eerste.
func verhogingen(op, tot time.Time, set *norms.Set) ([]verhoging, error) {
	if tot.Before(op) {
		return nil, &NietsTeIndexeren{op, tot}
	}
	// The year of op itself too: 1983 has an indexation in April.
	percentages, err := set.Indexering(op.Year()-1, tot.Year())
	if err != nil {
		return nil, err
	}
	var list []verhoging
	for _, p := range percentages {
		if v := lees(p); v.per.After(op) && !v.per.After(tot) {
			list = append(list, v)
		}
	}
	if len(list) == 0 {
		return nil, &NietsTeIndexeren{op, tot}
	}
	return list, nil
}

// tijdvak is the time from a day until the day before the next, or open.
func tijdvak(vanaf, volgende time.Time, voor string) sheet.Periode {
	p := sheet.Periode{Nummer: 1, Vanaf: vanaf.Format(time.DateOnly), Tekst: voor + sheet.FormatDate(vanaf)}
	if !volgende.IsZero() {
		p.TotEnMet = volgende.AddDate(0, 0, -1).Format(time.DateOnly)
	}
	return p
}

const groep = "Het vastgestelde bedrag"

func (v Vastgesteld) feiten(s *sheet.Sheet, tot time.Time) {
	s.Fact(sheet.Feit{Groep: groep, Omschrijving: "Vastgesteld op", Waarde: sheet.FormatDate(v.Op), Toelichting: "dag van de uitspraak of overeenkomst"})
	s.Fact(sheet.Feit{Groep: groep, Omschrijving: "Geïndexeerd tot en met", Waarde: sheet.FormatDate(tot)})
}

// eersteDagInEuro is the day from which maintenance is stated in euros.
var eersteDagInEuro = time.Date(2002, time.January, 1, 0, 0, 0, 0, time.UTC)

// verantwoord records the choices made, and what the result leaves out.
func (v Vastgesteld) verantwoord(s *sheet.Sheet, verhogingen []verhoging) {
	eerste := verhogingen[0].per
	s.Choice(sheet.Cond{}, sheet.Keuze{
		ID: "indexering-eerste", Onderwerp: "Eerste verhoging",
		Keuze:       "Het bedrag stijgt voor het eerst op de eerste 1 januari na de dag waarop het is vastgesteld, ook als het over een eerdere tijd verschuldigd is.",
		Grond:       "Art. 1:402a BW; HR 18 juli 2025, ECLI:NL:HR:2025:1165: over de tijd vóór de uitspraak is er geen indexering van rechtswege.",
		Alternatief: "Indexeren vanaf een andere dag, als dat is bepaald of afgesproken.",
	})
	if eerste.Day() != 1 || eerste.Month() != time.January {
		s.Choice(sheet.Cond{}, sheet.Keuze{
			ID: "indexering-april-1983", Onderwerp: "Verhoging per " + sheet.FormatDate(eerste),
			Keuze:       fmt.Sprintf("Een bedrag dat eerder in %d is vastgesteld, stijgt op deze dag al.", eerste.Year()),
			Grond:       "Het percentage van deze dag geldt voor bedragen die daarvóór zijn vastgesteld.",
			Alternatief: fmt.Sprintf("Pas indexeren vanaf 1 januari %d.", eerste.Year()+1),
		})
	}
	s.Choice(sheet.Cond{}, sheet.Keuze{
		ID: "indexering-centen", Onderwerp: "Afronding",
		Keuze:       "Elke verhoging is afgerond op centen en is de grondslag van de volgende.",
		Grond:       "Verhoogd wordt het bedrag dat in het jaar ervoor verschuldigd was, en dat is een bedrag in centen. De rekenhulp van het LBIO doet het ook zo.",
		Alternatief: "Alleen aan het einde afronden. Dat kan een cent schelen, over veel jaren enkele centen.",
	})
	if v.Op.Before(eersteDagInEuro) {
		s.Warn(sheet.Cond{}, "bedrag-in-guldens",
			"Het bedrag is vastgesteld vóór 2002. Luidde het in guldens, dan is het hier omgerekend naar euro's opgegeven (€ 1 = ƒ 2,20371). Elke verhoging is afgerond op eurocenten; wie tot 2002 in guldens rekent, kan enkele centen anders uitkomen.")
	}
	s.LeaveOut(sheet.Cond{}, "Uitsluiting van de indexering", "De indexering kan bij uitspraak of overeenkomst zijn uitgesloten, geheel of voor een bepaalde tijd, of anders zijn geregeld (art. 1:402a BW). Of dat hier zo is, is niet nagegaan; er is gerekend alsof het niet zo is.")
	s.LeaveOut(sheet.Cond{}, "Latere wijziging van het bedrag", fmt.Sprintf("Of het bedrag na %s is gewijzigd of niet meer verschuldigd is, is niet nagegaan.", sheet.FormatDate(v.Op)))
	s.LeaveOut(sheet.Cond{}, "Betaling en achterstand", "Wat is betaald, en of een achterstand nog kan worden opgeëist, is niet nagegaan.")
	s.LeaveOut(sheet.Cond{}, "Verhogingen na "+sheet.FormatDate(verhogingen[len(verhogingen)-1].per), "Het bedrag stijgt van rechtswege ieder jaar op 1 januari met het percentage van dat jaar.")
}
