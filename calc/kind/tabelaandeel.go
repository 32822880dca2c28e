package kind

import (
	"fmt"
	"time"

	"annex/calc/indexering"
	"annex/calc/partij"
	"annex/calc/periode"
	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"
)

// tabelaandeel is the eigen aandeel of the parents by the table, or as stated
// for the children together, at the price level of each year.
type tabelaandeel struct {
	kinderen int // how many children it is for
	eerste   prijspeil
	later    *prijspeil // after a rise of income; nil without one
	vanaf    time.Time  // from when later counts
	hoger    sheet.Cond // whether it does

	// What a later income is compared with, for stijging.
	gezin    sheet.Expr     // the income as a family
	kosten   sheet.Expr     // exceptional costs before the separation, which lower it
	inkomens []ouderinkomen // of parents who never were a family
}

// aantal is how many children the table counts; 0 without a table.
func (t *tabelaandeel) aantal() int {
	if t == nil {
		return 0
	}
	return t.kinderen
}

// voorAllen says that the amount is for more children than it is used for.
func (t *tabelaandeel) voorAllen(gebruikt int) string {
	if t.kinderen == gebruikt {
		return ""
	}
	return fmt.Sprintf(", voor %d kinderen", t.kinderen)
}

// in gives the amount in one period, in whole euros.
func (t *tabelaandeel) in(p periode.Periode) sheet.Expr {
	amount := t.eerste.in(p.Vanaf.Year())
	if t.stijgt(p) {
		amount = sheet.If(t.hoger, t.later.in(p.Vanaf.Year()), amount)
	}
	return amount
}

func (t *tabelaandeel) bronIn(p periode.Periode) sheet.Source {
	if t.stijgt(p) {
		return t.later.bron
	}
	return t.eerste.bronIn(p.Vanaf.Year())
}

func (t *tabelaandeel) stijgt(p periode.Periode) bool {
	return t.later != nil && !p.Vanaf.Before(t.vanaf)
}

// prijspeil is an amount in the year in which it was found and in later years.
type prijspeil struct {
	jaar   int
	amount sheet.Expr // as it holds in that year
	byYear map[int]sheet.Expr
	bron   sheet.Source
}

func (p prijspeil) in(year int) sheet.Expr {
	if year == p.jaar {
		return p.amount
	}
	return p.byYear[year].Round(0)
}

func (p prijspeil) bronIn(year int) sheet.Source {
	if year == p.jaar {
		return p.bron
	}
	return sheet.Source{Document: rapport("").Document, Vindplaats: "par. 3.2.3, met art. 1:402a BW"}
}

// tabelaandeel finds the eigen aandeel for the children together; nil when the
// case file does not state how, because the costs of every child are known
// otherwise, or when there is no child it would be for.
func (b *berekening) tabelaandeel(sc sheet.Scope, perioden []periode.Periode) (*tabelaandeel, error) {
	if !b.gebruiktTabel() {
		return nil, nil
	}
	var g grondslag
	var err error
	t := &tabelaandeel{kinderen: len(b.tabelkinderen())}
	switch z := b.zaak.Behoefte; {
	case z.Gezinsinkomen != nil:
		g, err = b.uitGezinsinkomen(sc, z.Gezinsinkomen, t)
	case z.NooitSamengewoond != nil:
		g, err = b.uitTweeInkomens(sc, z.NooitSamengewoond, t)
	default:
		g = b.vastgesteld(sc, z.Vastgesteld)
	}
	if err != nil {
		return nil, err
	}
	if t.eerste, err = b.prijspeil(sc, g, perioden); err != nil {
		return nil, err
	}
	return t, b.stijging(sc, t, perioden)
}

// prijspeil brings an amount to the price level of each later year in which a
// period begins.
func (b *berekening) prijspeil(sc sheet.Scope, g grondslag, perioden []periode.Periode) (prijspeil, error) {
	percentages, err := b.set.Indexering(g.jaar, perioden[len(perioden)-1].Vanaf.Year())
	if err != nil {
		return prijspeil{}, err
	}
	byYear := indexering.Keten(sc, g.teIndexeren(sc, len(percentages) > 0), g.jaar, func(per time.Time) string {
		return fmt.Sprintf("Eigen aandeel, prijspeil %d", per.Year())
	}, percentages)
	return prijspeil{g.jaar, g.amount, byYear, g.bron}, nil
}

// tabelkinderen are the children the table counts: those under 21 on the day on
// which the eigen aandeel is found (Rapport 3.2.4).
//
// Keuze: the number does not change when a child becomes 21 later; see
// docs/keuzes.md, tabel-aantal-kinderen.
func (b *berekening) tabelkinderen() []zaak.Kind {
	var op time.Time
	switch z := b.zaak.Behoefte; {
	case z.Gezinsinkomen != nil:
		op = z.Gezinsinkomen.Peildatum
	case z.NooitSamengewoond != nil:
		op = z.NooitSamengewoond.Peildatum
	default:
		op = nieuwjaar(z.Vastgesteld.Jaar)
	}
	var out []zaak.Kind
	for _, k := range b.zaak.Kinderen {
		if k.Groep(op) != zaak.Vanaf21 {
			out = append(out, k)
		}
	}
	return out
}

// gebruiktTabel tells whether the case file states how the eigen aandeel is
// found, and there is a child it is for.
func (b *berekening) gebruiktTabel() bool {
	return b.zaak.Behoefte != (zaak.Behoefte{}) && len(b.tabelkinderen()) > 0
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

// uitGezinsinkomen finds the eigen aandeel from the last family income
// (Rapport 3.2.3).
func (b *berekening) uitGezinsinkomen(sc sheet.Scope, z *zaak.Gezinsinkomen, t *tabelaandeel) (grondslag, error) {
	norm, err := b.set.EigenAandeel(z.Peildatum)
	if err != nil {
		return grondslag{}, err
	}
	groep := "Gezinsinkomen op " + sheet.FormatDate(z.Peildatum)
	var terms []sheet.Expr
	for _, o := range b.zaak.Ouders {
		label := "NBI van " + o.Aanduiding
		in := b.peil.Ouders[o.ID].NBI(sc.In(o.ID), groep, "Netto besteedbaar inkomen (NBI) van "+o.Aanduiding)
		terms = append(terms, sc.In(o.ID).Add(sheet.Line{ID: "nbi", Label: label, Unit: sheet.EURPerMaand, Expr: in, Source: rapport("2.1"), Toelichting: tijdensSamenleving}))
	}
	in := b.peil.Samen(sc, z.KindgebondenBudget, groep, "Kindgebonden budget van het gezin", "behoefte.gezinsinkomen.kindgebonden_budget")
	terms = append(terms, sc.Add(sheet.Line{ID: "kindgebonden_budget", Label: "Kindgebonden budget", Unit: sheet.EURPerMaand, Expr: in, Source: rapport("3.2.3"), Toelichting: tijdensSamenleving}))
	nbgi := sc.Add(sheet.Line{
		ID: "gezinsinkomen", Label: "Netto besteedbaar gezinsinkomen (NBGI)", Unit: sheet.EURPerMaand,
		Expr: sheet.Sum(terms...), Source: rapport("3.2.3"), Toelichting: "met kindgebonden budget",
	})
	t.gezin, t.kosten = nbgi, sheet.Zero
	inkomen := nbgi
	if voor := b.kostenVoorScheiding(sc); len(voor) > 0 {
		t.kosten = sheet.Sum(voor...)
		inkomen = sc.Add(sheet.Line{
			ID: "gezinsinkomen_na_kosten", Label: "NBGI na aftrek van bijzondere kosten", Unit: sheet.EURPerMaand,
			Expr: nbgi.Minus(t.kosten).AtLeast(sheet.Zero), Source: rapport("3.2.6"),
		})
	}
	tabel := b.tabelbedrag(sc, norm, t.kinderen, inkomen, "")
	b.dossier.Gezinsinkomen = &partij.Gezinsinkomen{Peildatum: z.Peildatum, NBGI: nbgi, EigenAandeel: sheet.Sum(tabel.Round(0), t.kosten)}
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
func (b *berekening) uitTweeInkomens(sc sheet.Scope, z *zaak.NooitSamengewoond, t *tabelaandeel) (grondslag, error) {
	in := b.inkomens(sc, z.Peildatum, b.peil.Ouders, "behoefte.nooit_samengewoond")
	t.inkomens = in
	return b.gemiddelde(sc, z.Peildatum, in, t.kinderen)
}

// ouderinkomen is the income of one parent, for the table.
type ouderinkomen struct {
	nbi, kgb sheet.Expr
	samen    sheet.Expr
}

// inkomens adds the income of each parent on a day, with kindgebonden budget,
// fictive or not. pad is where it stands in the case file.
func (b *berekening) inkomens(sc sheet.Scope, peildatum time.Time, ouders map[string]partij.Inkomen, pad string) []ouderinkomen {
	var out []ouderinkomen
	for _, o := range b.zaak.Ouders {
		sco := sc.In(o.ID)
		groep := fmt.Sprintf("Inkomen van %s op %s", o.Aanduiding, sheet.FormatDate(peildatum))
		in := ouderinkomen{
			nbi: ouders[o.ID].NBI(sco, groep, "Netto besteedbaar inkomen van "+o.Aanduiding),
			kgb: ouders[o.ID].KGB(sco, groep, "Kindgebonden budget (zo nodig fictief) van "+o.Aanduiding, pad+"."+o.ID+".kindgebonden_budget"),
		}
		in.samen = sco.Add(sheet.Line{
			ID: "inkomen", Label: "Inkomen van " + o.Aanduiding + " met kindgebonden budget", Unit: sheet.EURPerMaand,
			Expr: in.nbi.Plus(in.kgb), Source: rapport("3.2.5"),
		})
		out = append(out, in)
	}
	return out
}

// gemiddelde takes the average of the eigen aandeel by the income of each
// parent. als says when it is used, if not always.
func (b *berekening) gemiddelde(sc sheet.Scope, peildatum time.Time, inkomens []ouderinkomen, kinderen int, als ...sheet.Cond) (grondslag, error) {
	norm, err := b.set.EigenAandeel(peildatum)
	if err != nil {
		return grondslag{}, err
	}
	var whole, exact []sheet.Expr
	for i, o := range b.zaak.Ouders {
		sco := sc.In(o.ID)
		tabel := b.tabelbedrag(sco, norm, kinderen, inkomens[i].samen, " van "+o.Aanduiding, als...)
		exact = append(exact, tabel)
		// Keuze: each parent's table amount in whole euros before the average is
		// taken, as the example of 5.1 does (268 and 339, together 304).
		whole = append(whole, sco.Add(sheet.Line{
			ID: "eigen_aandeel", Label: "Eigen aandeel van " + o.Aanduiding + " volgens de tabel", Unit: sheet.EURPerMaand,
			Expr: tabel.Round(0), Source: rapport("3.2.5 en 5.1, bijzondere situaties"),
		}))
	}
	return grondslag{
		jaar:   peildatum.Year(),
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
	in := partij.Bedrag(sc, "vastgesteld", "Behoefte", fmt.Sprintf("Vastgesteld eigen aandeel, prijspeil %d", z.Jaar), sheet.EURPerMaand, z.Bedrag)
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
// columns (Rapport 5.1, stap 1). als says when the amount is used, if not always.
func (b *berekening) tabelbedrag(sc sheet.Scope, norm norms.EigenAandeel, kinderen int, inkomen sheet.Expr, vanWie string, als ...sheet.Cond) sheet.Expr {
	t := sc.Table(norm.Tabel)
	column := min(kinderen, len(t.Columns)-1)
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
		for _, c := range als {
			edge.when = c.And(edge.when)
		}
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
