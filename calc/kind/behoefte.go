package kind

import (
	"fmt"
	"slices"
	"time"

	"annex/calc/indexering"
	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"
)

// aandelen is the eigen aandeel that holds in one period, EUR/maand.
type aandelen struct {
	totaal sheet.Expr   // for all children together
	kind   []sheet.Expr // for each child
	tabel  sheet.Expr   // per child, by the table alone: what zorgkorting is taken over
	gelijk bool         // every child has the same eigen aandeel
}

// behoefte adds the section on the eigen aandeel (Rapport 3.2, 5.1 stap 1) and
// gives the eigen aandeel of each period.
func (b *berekening) behoefte(perioden []periode) ([]aandelen, error) {
	sc := b.sheet.Section(sheet.Section{ID: "behoefte", Soort: SoortBehoefte, Titel: "Eigen aandeel van de ouders in de kosten van de kinderen"}, "behoefte")
	g, err := b.grondslag(sc)
	if err != nil {
		return nil, err
	}
	last := perioden[len(perioden)-1].Vanaf.Year()
	percentages, err := b.set.Indexering(g.jaar, last)
	if err != nil {
		return nil, err
	}
	kosten := b.bijzondereKosten(sc)
	byYear := indexering.Keten(sc, g.teIndexeren(sc, len(percentages) > 0), g.jaar, func(per time.Time) string {
		return fmt.Sprintf("Eigen aandeel, prijspeil %d", per.Year())
	}, percentages)

	out := make([]aandelen, len(perioden))
	for i, p := range perioden {
		scp := sc.At(join(p.prefix, "behoefte"))
		year := p.Vanaf.Year()
		amount, bron := g.amount, g.bron
		if year != g.jaar {
			amount, bron = byYear[year].Round(0), sheet.Source{Document: rapport("").Document, Vindplaats: "par. 3.2.3, met art. 1:402a BW"}
		}
		out[i] = b.aandelen(scp, p, amount, bron, kosten)
	}
	return out, nil
}

// aandelen adds the eigen aandeel of one period: the amount of the table, the
// exceptional costs on top of it, and what comes to each child.
func (b *berekening) aandelen(sc sheet.Scope, p periode, tabel sheet.Expr, bron sheet.Source, kosten []sheet.Expr) aandelen {
	n := len(b.zaak.Kinderen)
	totaal := sheet.Line{
		ID: "eigen_aandeel", Label: "Eigen aandeel van de ouders" + p.achter, Unit: sheet.EURPerMaand, Expr: tabel, Source: bron, Slot: true,
	}
	if kosten == nil {
		a := aandelen{totaal: sc.Add(totaal), gelijk: true}
		a.tabel = a.totaal
		if n > 1 {
			a.tabel = sc.Add(sheet.Line{
				ID: "eigen_aandeel_per_kind", Label: "Eigen aandeel per kind" + p.achter, Unit: sheet.EURPerMaand,
				Expr: a.totaal.Over(sheet.Count(n)).Round(2), Source: rapport("3.2.2"),
			})
		}
		a.kind = slices.Repeat([]sheet.Expr{a.tabel}, n)
		return a
	}
	a := aandelen{}
	tabelbedrag := sc.Add(sheet.Line{
		ID: "eigen_aandeel_tabel", Label: "Eigen aandeel zonder bijzondere kosten" + p.achter, Unit: sheet.EURPerMaand, Expr: tabel, Source: bron,
	})
	a.tabel = tabelbedrag
	if n > 1 {
		a.tabel = sc.Add(sheet.Line{
			ID: "eigen_aandeel_per_kind", Label: "Eigen aandeel per kind zonder bijzondere kosten" + p.achter, Unit: sheet.EURPerMaand,
			Expr: tabelbedrag.Over(sheet.Count(n)).Round(2), Source: rapport("3.2.2"),
		})
	}
	for i, k := range b.zaak.Kinderen {
		a.kind = append(a.kind, sc.In(k.ID).Add(sheet.Line{
			ID: "eigen_aandeel", Label: "Eigen aandeel in de kosten van " + k.Naam + p.achter, Unit: sheet.EURPerMaand,
			Expr: sheet.Sum(a.tabel, kosten[i]), Source: rapport("3.2.6"),
		}))
	}
	totaal.Expr = sheet.Sum(append([]sheet.Expr{tabelbedrag}, kosten...)...)
	totaal.Source = rapport("3.2.6")
	a.totaal = sc.Add(totaal)
	return a
}

// grondslag is the eigen aandeel at the price level of the year in which it was
// found.
type grondslag struct {
	jaar   int
	amount sheet.Expr // as it holds in that year
	// teIndexeren gives the amount that indexation starts from: the unrounded
	// one. needed is false when no period lies in a later year.
	teIndexeren func(sc sheet.Scope, needed bool) sheet.Expr
	bron        sheet.Source
}

func (b *berekening) grondslag(sc sheet.Scope) (grondslag, error) {
	switch z := b.zaak.Behoefte; {
	case z.Gezinsinkomen != nil:
		return b.uitGezinsinkomen(sc, z.Gezinsinkomen)
	case z.NooitSamengewoond != nil:
		return b.uitTweeInkomens(sc, z.NooitSamengewoond)
	default:
		return b.vastgesteld(sc, z.Vastgesteld), nil
	}
}

// uitGezinsinkomen finds the eigen aandeel from the last family income
// (Rapport 3.2.3).
func (b *berekening) uitGezinsinkomen(sc sheet.Scope, z *zaak.Gezinsinkomen) (grondslag, error) {
	norm, err := b.set.EigenAandeel(z.Peildatum)
	if err != nil {
		return grondslag{}, err
	}
	groep := "Gezinsinkomen op " + sheet.FormatDate(z.Peildatum)
	var terms []sheet.Expr
	for _, o := range b.zaak.Ouders {
		label := "NBI van " + o.Aanduiding
		in := bedrag(sc.In(o.ID), "nbi", groep, "Netto besteedbaar inkomen (NBI) van "+o.Aanduiding, sheet.EURPerMaand, z.NBI[o.ID])
		terms = append(terms, sc.In(o.ID).Add(sheet.Line{ID: "nbi", Label: label, Unit: sheet.EURPerMaand, Expr: in, Source: rapport("2.1"), Toelichting: tijdensSamenleving}))
	}
	kgb := nihilAlsLeeg(z.KindgebondenBudget, "behoefte.gezinsinkomen.kindgebonden_budget")
	in := bedrag(sc, "kindgebonden_budget", groep, "Kindgebonden budget van het gezin", sheet.EURPerMaand, kgb)
	terms = append(terms, sc.Add(sheet.Line{ID: "kindgebonden_budget", Label: "Kindgebonden budget", Unit: sheet.EURPerMaand, Expr: in, Source: rapport("3.2.3"), Toelichting: tijdensSamenleving}))
	nbgi := sc.Add(sheet.Line{
		ID: "gezinsinkomen", Label: "Netto besteedbaar gezinsinkomen (NBGI)", Unit: sheet.EURPerMaand,
		Expr: sheet.Sum(terms...), Source: rapport("3.2.3"), Toelichting: "met kindgebonden budget",
	})
	inkomen := nbgi
	if voor := b.kostenVoorScheiding(sc); len(voor) > 0 {
		inkomen = sc.Add(sheet.Line{
			ID: "gezinsinkomen_na_kosten", Label: "NBGI na aftrek van bijzondere kosten", Unit: sheet.EURPerMaand,
			Expr: nbgi.Minus(sheet.Sum(voor...)).AtLeast(sheet.Zero), Source: rapport("3.2.6"),
		})
	}
	tabel := b.tabelbedrag(sc, norm, inkomen, "")
	return grondslag{
		jaar:        z.Peildatum.Year(),
		amount:      tabel.Round(0),
		teIndexeren: func(sheet.Scope, bool) sheet.Expr { return tabel },
		bron:        rapport("3.2.2 en 5.1, stap 1"),
	}, nil
}

const tijdensSamenleving = "tijdens de samenleving"

// uitTweeInkomens finds the eigen aandeel for parents who never lived with the
// child as a family: the average of what each would spend (Rapport 3.2.5).
func (b *berekening) uitTweeInkomens(sc sheet.Scope, z *zaak.NooitSamengewoond) (grondslag, error) {
	norm, err := b.set.EigenAandeel(z.Peildatum)
	if err != nil {
		return grondslag{}, err
	}
	var whole, exact []sheet.Expr
	for _, o := range b.zaak.Ouders {
		sco := sc.In(o.ID)
		groep := fmt.Sprintf("Inkomen van %s op %s", o.Aanduiding, sheet.FormatDate(z.Peildatum))
		in := z.Ouders[o.ID]
		nbi := bedrag(sco, "nbi", groep, "Netto besteedbaar inkomen van "+o.Aanduiding, sheet.EURPerMaand, in.NBI)
		kgb := bedrag(sco, "kindgebonden_budget", groep, "Kindgebonden budget (zo nodig fictief) van "+o.Aanduiding, sheet.EURPerMaand, nihilAlsLeeg(in.KindgebondenBudget, "behoefte.nooit_samengewoond."+o.ID+".kindgebonden_budget"))
		inkomen := sco.Add(sheet.Line{
			ID: "inkomen", Label: "Inkomen van " + o.Aanduiding + " met kindgebonden budget", Unit: sheet.EURPerMaand,
			Expr: nbi.Plus(kgb), Source: rapport("3.2.5"),
		})
		tabel := b.tabelbedrag(sco, norm, inkomen, " van "+o.Aanduiding)
		exact = append(exact, tabel)
		// Keuze: each parent's table amount in whole euros before the average is
		// taken, as the example of 5.1 does (268 and 339, together 304).
		whole = append(whole, sco.Add(sheet.Line{
			ID: "eigen_aandeel", Label: "Eigen aandeel van " + o.Aanduiding + " volgens de tabel", Unit: sheet.EURPerMaand,
			Expr: tabel.Round(0), Source: rapport("3.2.5 en 5.1, bijzondere situaties"),
		}))
	}
	return grondslag{
		jaar:   z.Peildatum.Year(),
		amount: sheet.Sum(whole...).Over(sheet.Two).Round(0),
		teIndexeren: func(sc sheet.Scope, needed bool) sheet.Expr {
			if !needed {
				return sheet.Expr{}
			}
			return sc.Add(sheet.Line{
				ID: "gemiddelde_onafgerond", Label: "Gemiddeld tabelbedrag, in centen (dit bedrag wordt geïndexeerd)", Unit: sheet.EURPerMaand,
				Expr: sheet.Sum(exact...).Over(sheet.Two).Round(2), Source: rapport("3.2.3 en 3.2.5"),
			})
		},
		bron: rapport("3.2.5"),
	}, nil
}

// vastgesteld takes an eigen aandeel that court or agreement has fixed.
func (b *berekening) vastgesteld(sc sheet.Scope, z *zaak.Vastgesteld) grondslag {
	in := bedrag(sc, "vastgesteld", "Behoefte", fmt.Sprintf("Vastgesteld eigen aandeel, prijspeil %d", z.Jaar), sheet.EURPerMaand, z.Bedrag)
	amount := sc.Add(sheet.Line{
		ID: "vastgesteld", Label: fmt.Sprintf("Vastgesteld eigen aandeel, prijspeil %d", z.Jaar), Unit: sheet.EURPerMaand, Expr: in,
		Toelichting: z.Reden,
	})
	b.sheet.Choice(sheet.Cond{}, sheet.Keuze{
		ID: "behoefte-vastgesteld", Onderwerp: "Behoefte", Zaakspecifiek: true,
		Keuze: "Het eigen aandeel is niet berekend maar overgenomen zoals vastgesteld.",
		Grond: z.Reden, Alternatief: "Berekenen met de Tabel eigen aandeel (Rapport par. 3.2.2).",
	})
	return grondslag{
		jaar:        z.Jaar,
		amount:      amount,
		teIndexeren: func(sheet.Scope, bool) sheet.Expr { return amount },
	}
}

// tabelbedrag looks the eigen aandeel up in the table, in proportion between two
// columns (Rapport 5.1, stap 1), in cents.
func (b *berekening) tabelbedrag(sc sheet.Scope, norm norms.EigenAandeel, inkomen sheet.Expr, vanWie string) sheet.Expr {
	t := sc.Table(norm.Tabel)
	column := min(len(b.zaak.Kinderen), len(t.Columns)-1)
	bedrag := sc.Add(sheet.Line{
		ID: "tabelbedrag", Label: "Tabelbedrag" + vanWie + ", " + t.Columns[column].Label, Unit: sheet.EURPerMaand,
		// Not rounded: whole euros and indexation both start from the exact amount.
		Expr: sheet.Interpolate(t, column, inkomen), Source: norm.Tabel.Source,
	})
	// Keuze: outside the table the amount of its first or last row; see
	// docs/keuzes.md, tabel-buiten-bereik.
	first, last := grens(sc, norm.Tabel, 0), grens(sc, norm.Tabel, len(norm.Tabel.Rows)-1)
	for _, edge := range []struct {
		when  sheet.Cond
		bound sheet.Expr
		what  string
	}{
		{inkomen.LessThan(first), first, "lager dan het laagste inkomen van de tabel"},
		{inkomen.MoreThan(last), last, "hoger dan het hoogste inkomen van de tabel"},
	} {
		b.sheet.Warn(edge.when, "buiten-tabel", "Het inkomen (€ %s) is "+edge.what+" (€ %s). Gerekend is met het tabelbedrag bij die grens (€ %s); de tekst van het Rapport geeft geen regel voor inkomens buiten de tabel.", inkomen, edge.bound, bedrag)
		b.sheet.Choice(edge.when, sheet.Keuze{
			ID: "tabel-buiten-bereik", Onderwerp: "Inkomen buiten de Tabel eigen aandeel",
			Keuze:       "Het bedrag van de eerste of laatste rij van de tabel geldt.",
			Grond:       "Het Rapport geeft voor inkomens onder het laagste en boven het hoogste inkomen van de tabel geen bedrag.",
			Alternatief: "Een hogere of lagere behoefte stellen en onderbouwen.",
		})
	}
	return bedrag
}

// grens gives the key of one row of a table as a figure of its own, so that it can
// be compared with.
func grens(sc sheet.Scope, t norms.Table, row int) sheet.Expr {
	return sc.Norm(norms.Value{
		ID: fmt.Sprintf("%s.rij_%d", t.ID, row+1), Label: fmt.Sprintf("rij %d van de %s: %s", row+1, t.Label, t.Columns[0].Label),
		Amount: t.Rows[row][0].Amount, Unit: t.Columns[0].Unit, Source: t.Source, Status: t.Rows[row][0].Status, Publicatie: t.Publicatie,
		Tabelcijfer: true,
	})
}

// nihilAlsLeeg reads an amount that was left out as nil; the workbook needs a
// cell for it all the same. pad is where it would stand.
func nihilAlsLeeg(b *zaak.Bedrag, pad string) zaak.Bedrag {
	if b == nil {
		return zaak.Bedrag{Toelichting: "niet opgegeven, gerekend met nihil", Plek: zaak.Plek{Pad: pad}}
	}
	return *b
}

func join(prefix, name string) string {
	if prefix == "" {
		return name
	}
	return prefix + "." + name
}
