package kind

import (
	"fmt"
	"time"

	"annex/calc/indexering"
	"annex/calc/periode"
	"annex/calc/sheet"
	"annex/calc/zaak"
)

// richting is what one person pays to another.
type richting struct {
	betaler   zaak.Ouder
	ontvanger sheet.Persoon
	delen     []kinddeel
	totaal    sheet.Expr
}

// uitkomst records the amounts and adds the totals: per direction, and set off against each other where
// the parents pay each other. A child of 18 or older receives its own amount,
// which is no total of anything.
func (b *berekening) uitkomst(p periode.Periode, delen []kinddeel) {
	for _, d := range delen {
		k := b.zaak.Kinderen[d.kind]
		b.sheet.Outcome(sheet.Uitkomst{
			Soort: UitkomstPerKind, Periode: p.Naam, Voor: sheet.Persoon{ID: k.ID, Naam: k.Naam},
			Betaler: persoon(d.betaler), Ontvanger: d.ontvanger,
		}, d.bijdrage)
	}
	richtingen := b.richtingen(delen)
	sc := b.sheet.Section(sheet.Section{
		ID: p.ID("uitkomst"), Soort: SoortUitkomst, Titel: "Te betalen kinderalimentatie" + p.Achter, Periode: p.Nummer,
	}, p.ID("uitkomst"))
	kinderen := map[int]bool{}
	for _, r := range richtingen {
		for _, d := range r.delen {
			kinderen[d.kind] = true
		}
	}
	for i := range richtingen {
		r := &richtingen[i]
		var namen []string
		var amounts []sheet.Expr
		for _, d := range r.delen {
			namen = append(namen, b.zaak.Kinderen[d.kind].Naam)
			amounts = append(amounts, d.bijdrage)
		}
		voorWie := ""
		switch {
		case len(amounts) < len(kinderen) || len(amounts) < len(delen):
			voorWie = ", voor " + sheet.Enumerate(namen)
		case len(amounts) > 1:
			voorWie = ", voor alle kinderen samen"
		}
		r.totaal = sc.Add(sheet.Line{
			ID: r.betaler.ID + "_aan_" + r.ontvanger.ID, Label: fmt.Sprintf("%s betaalt aan %s%s", sheet.Capital(r.betaler.Aanduiding), r.ontvanger.Naam, voorWie),
			Unit: sheet.EURPerMaand, Expr: sheet.Sum(amounts...), Source: r.delen[0].regel.Source, Slot: true,
		})
	}
	for _, d := range delen {
		if k := b.zaak.Kinderen[d.kind]; d.ontvanger.ID == k.ID {
			sc.Add(sheet.Line{
				ID: d.betaler.ID + "_aan_" + k.ID, Label: fmt.Sprintf("%s betaalt aan %s", sheet.Capital(d.betaler.Aanduiding), k.Naam),
				Unit: sheet.EURPerMaand, Expr: sheet.Sum(d.bijdrage), Source: rapport("5.1, stap 3"), Slot: true,
			})
		}
	}
	for i, r := range richtingen {
		totaal := r.totaal
		if len(richtingen) > 1 {
			// Keuze: amounts in both directions are set off; both stay visible.
			totaal = sc.Add(sheet.Line{
				ID: "saldo_" + r.betaler.ID + "_aan_" + r.ontvanger.ID, Label: fmt.Sprintf("Na verrekening betaalt %s aan %s", r.betaler.Aanduiding, r.ontvanger.Naam),
				Unit: sheet.EURPerMaand, Expr: totaal.Minus(richtingen[1-i].totaal).AtLeast(sheet.Zero), Slot: true,
			})
		}
		b.sheet.Outcome(sheet.Uitkomst{Soort: UitkomstTotaal, Periode: p.Naam, Betaler: persoon(r.betaler), Ontvanger: r.ontvanger}, totaal)
	}
}

// richtingen gathers what the parents pay each other, in the order of the
// parents.
func (b *berekening) richtingen(delen []kinddeel) []richting {
	var out []richting
	for i, o := range b.zaak.Ouders {
		r := richting{betaler: o, ontvanger: persoon(b.zaak.Ouders[1-i])}
		for _, d := range delen {
			if d.betaler.ID == o.ID && d.ontvanger == r.ontvanger {
				r.delen = append(r.delen, d)
			}
		}
		if len(r.delen) > 0 {
			out = append(out, r)
		}
	}
	return out
}

// indexeer raises the contribution on each 1 January that comes after the date
// of the document, falls inside the period, and whose percentage is known
// (art. 1:402a BW). Over the time before a decision there is no indexation by
// law (HR 18 July 2025, ECLI:NL:HR:2025:1165).
//
// Keuze: the date of the document stands for that of the decision; see
// docs/keuzes.md, indexering-vooruit.
func (b *berekening) indexeer(p periode.Periode, d kinddeel) {
	years, percentages := indexering.Vooruit(b.set, p.Naam, b.zaak.Kop.Datum)
	k := b.zaak.Kinderen[d.kind]
	sc, wat := d.eigen(), "Bijdrage voor "+k.Naam
	if d.verschil || d.ontvanger.ID == k.ID || vraagtVerschil(p.Kinderen[d.kind], d.betaler) {
		wat = d.regel.Label // says who pays
	}
	amounts := indexering.Keten(sc, d.bijdrage, p.Vanaf.Year(), func(per time.Time) string {
		return fmt.Sprintf("%s, geïndexeerd per %s", wat, sheet.FormatDate(per))
	}, percentages)
	for i, year := range years {
		naam := periode.NaIndexering(p.Naam, years, i)
		b.sheet.Outcome(sheet.Uitkomst{
			Soort: UitkomstGeindexeerd, Geindexeerd: true,
			Periode: naam,
			Voor:    sheet.Persoon{ID: k.ID, Naam: k.Naam}, Betaler: persoon(d.betaler), Ontvanger: d.ontvanger,
		}, amounts[year])
	}
}

func nieuwjaar(year int) time.Time { return time.Date(year, time.January, 1, 0, 0, 0, 0, time.UTC) }

func persoon(o zaak.Ouder) sheet.Persoon { return sheet.Persoon{ID: o.ID, Naam: o.Aanduiding} }
