package kind

import (
	"fmt"
	"time"

	"annex/calc/indexering"
	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"
)

// uitkomst adds the totals: per direction, and set off against each other when
// children live with different parents.
func (b *berekening) uitkomst(p periode, delen []kinddeel) {
	sc := b.sheet.Section(sheet.Section{
		ID: join(p.prefix, "uitkomst"), Soort: SoortUitkomst, Titel: "Te betalen kinderalimentatie" + p.achter, Periode: p.nummer,
	}, join(p.prefix, "uitkomst"))
	byPayer, namen := make([][]sheet.Expr, 2), make([][]string, 2)
	for _, d := range delen {
		betaler, _ := b.ouderEnAndere(d.betaler.ID)
		byPayer[betaler] = append(byPayer[betaler], d.bijdrage)
		namen[betaler] = append(namen[betaler], d.kind.Naam)
	}
	totals := make([]sheet.Expr, 2)
	for betaler, amounts := range byPayer {
		if len(amounts) == 0 {
			continue
		}
		van, aan := b.zaak.Ouders[betaler], b.zaak.Ouders[1-betaler]
		voorWie := ""
		switch {
		case len(amounts) < len(delen):
			voorWie = ", voor " + sheet.Enumerate(namen[betaler])
		case len(amounts) > 1:
			voorWie = ", voor alle kinderen samen"
		}
		totals[betaler] = sc.Add(sheet.Line{
			ID: van.ID + "_aan_" + aan.ID, Label: fmt.Sprintf("%s betaalt aan %s%s", sheet.Capital(van.Aanduiding), aan.Aanduiding, voorWie),
			Unit: sheet.EURPerMaand, Expr: sheet.Sum(amounts...), Source: rapport("5.1, stap 3"), Slot: true,
		})
	}
	for betaler, amounts := range byPayer {
		if len(amounts) == 0 {
			continue
		}
		van, aan := b.zaak.Ouders[betaler], b.zaak.Ouders[1-betaler]
		totaal := totals[betaler]
		if len(byPayer[1-betaler]) > 0 {
			// Keuze: amounts in both directions are set off; both stay visible.
			totaal = sc.Add(sheet.Line{
				ID: "saldo_" + van.ID + "_aan_" + aan.ID, Label: fmt.Sprintf("Na verrekening betaalt %s aan %s", van.Aanduiding, aan.Aanduiding),
				Unit: sheet.EURPerMaand, Expr: totaal.Minus(totals[1-betaler]).AtLeast(sheet.Zero), Slot: true,
			})
		}
		b.sheet.Outcome(sheet.Uitkomst{Soort: UitkomstTotaal, Periode: p.naam, Betaler: persoon(van), Ontvanger: persoon(aan)}, totaal)
	}
}

// indexeer raises the contribution on each 1 January that comes after the date
// of the document, falls inside the period, and whose percentage is known
// (art. 1:402a BW). Over the time before a decision there is no indexation by
// law (HR 18 July 2025, ECLI:NL:HR:2025:1165).
//
// Keuze: the date of the document stands for that of the decision; see
// docs/keuzes.md, indexering-vooruit.
func (b *berekening) indexeer(p periode, d kinddeel) {
	years, percentages := b.percentagesNa(p)
	amounts := indexering.Keten(d.sc, d.bijdrage, p.Vanaf.Year(), func(per time.Time) string {
		return fmt.Sprintf("Bijdrage voor %s, geïndexeerd per %s", d.kind.Naam, sheet.FormatDate(per))
	}, percentages)
	for i, year := range years {
		naam := sheet.Periode{Nummer: p.naam.Nummer, Vanaf: nieuwjaar(year).Format(time.DateOnly), TotEnMet: p.naam.TotEnMet}
		if i+1 < len(years) {
			naam.TotEnMet = nieuwjaar(years[i+1]).AddDate(0, 0, -1).Format(time.DateOnly)
		}
		naam.Tekst = tekst(naam)
		b.sheet.Outcome(sheet.Uitkomst{
			Soort: UitkomstGeindexeerd, Geindexeerd: true,
			Periode: naam,
			Voor:    sheet.Persoon{ID: d.kind.ID, Naam: d.kind.Naam}, Betaler: persoon(d.betaler), Ontvanger: persoon(d.ontvanger),
		}, amounts[year])
	}
}

// percentagesNa gives the known indexation percentages that take effect on a 1
// January inside the period and after the document, with their years.
func (b *berekening) percentagesNa(p periode) (years []int, known []norms.Value) {
	for year := p.Vanaf.Year() + 1; ; year++ {
		if p.naam.TotEnMet != "" && nieuwjaar(year).Format(time.DateOnly) > p.naam.TotEnMet {
			return years, known
		}
		values, err := b.set.Indexering(year-1, year)
		if err != nil {
			// Not published yet: what is known ends here.
			return years, known
		}
		if nieuwjaar(year).After(b.zaak.Kop.Datum) {
			years = append(years, year)
			known = append(known, values...)
		}
	}
}

func nieuwjaar(year int) time.Time { return time.Date(year, time.January, 1, 0, 0, 0, 0, time.UTC) }

func persoon(o zaak.Ouder) sheet.Persoon { return sheet.Persoon{ID: o.ID, Naam: o.Aanduiding} }
