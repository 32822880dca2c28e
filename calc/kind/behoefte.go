package kind

import (
	"fmt"
	"slices"
	"time"

	"annex/calc/indexering"
	"annex/calc/periode"
	"annex/calc/sheet"
	"annex/calc/zaak"
)

// aandelen is the eigen aandeel in the costs of some children in one period,
// EUR/maand. The slices are by child, as Zaak.Kinderen; a child that is not one
// of them has an empty Expr.
type aandelen struct {
	kinderen []int        // which children
	totaal   sheet.Expr   // for these children together
	kind     []sheet.Expr // for each child
	tabel    []sheet.Expr // by the table or as stated, without exceptional costs: what zorgkorting is taken over
	gelijk   bool         // every child has the same eigen aandeel
	naam     string       // what the total is called among the figures the outcome rests on
}

// grondslagen are what the costs of the children rest on in every period.
type grondslagen struct {
	tabel  *tabelaandeel // nil where the costs of every child are found otherwise
	kosten []sheet.Expr  // exceptional costs by child; nil when there are none at all
	titel  string        // over the sections on what the children cost
}

// grondslagen adds the section on what holds for all periods (Rapport 3.2, 5.1
// stap 1). With one period its own costs stand in the same section.
func (b *berekening) grondslagen(perioden []periode.Periode) (grondslagen, error) {
	g := grondslagen{titel: b.behoeftetitel(perioden)}
	if len(perioden) > 1 && !b.gebruiktTabel() && !b.heeftBijzondereKosten() {
		return g, nil // nothing holds for all of them
	}
	var err error
	if b.gebruiktTabel() {
		if b.peil, err = b.peilinkomens(); err != nil {
			return g, err
		}
	}
	titel := g.titel
	if len(perioden) > 1 {
		titel = "Waar de kosten van de kinderen uit volgen"
	}
	b.scBehoefte = b.sheet.Section(sheet.Section{ID: "behoefte", Soort: SoortBehoefte, Titel: titel}, "behoefte")
	g.tabel, err = b.tabelaandeel(b.scBehoefte, perioden)
	g.kosten = b.bijzondereKosten(b.scBehoefte)
	return g, err
}

// behoefte adds what the children cost in one period.
func (b *berekening) behoefte(p periode.Periode, g grondslagen) (aandelen, error) {
	if p.Nummer > 0 {
		id := p.ID("behoefte")
		b.scBehoefte = b.sheet.Section(sheet.Section{ID: id, Soort: SoortBehoefte, Titel: g.titel + p.Achter, Periode: p.Nummer}, id)
	}
	a, err := b.aandelen(b.scBehoefte, p, g.tabel, g.kosten)
	a.naam = g.titel
	return a, err
}

func (b *berekening) behoeftetitel(perioden []periode.Periode) string {
	for _, p := range perioden {
		for i := range b.zaak.Kinderen {
			if b.aanspraak(p, i) != uitTabel {
				return "Kosten van de kinderen samen"
			}
		}
	}
	return "Eigen aandeel van de ouders in de kosten van de kinderen"
}

// aanspraak is how the costs of a child are found in one period.
type aanspraak int

const (
	geenAanspraak aanspraak = iota // from 21, and not behoeftig
	uitTabel                       // a minor: by the table
	gesteld                        // stated for this child
	uitWsf                         // from 18: by the norms of the Wsf
)

func (b *berekening) aanspraak(p periode.Periode, kind int) aanspraak {
	z := p.Kinderen[kind]
	groep := b.zaak.Kinderen[kind].Groep(p.Vanaf)
	switch {
	case groep == zaak.Vanaf21 && z.Behoeftig == nil:
		return geenAanspraak
	case z.Behoefte != nil:
		return gesteld
	case groep == zaak.Minderjarig:
		return uitTabel
	}
	return uitWsf
}

// aandelen adds what the children cost in one period: by the table, as stated or
// by the Wsf, the exceptional costs on top of it, and what comes to each child.
func (b *berekening) aandelen(sc sheet.Scope, p periode.Periode, tabel *tabelaandeel, kosten []sheet.Expr) (aandelen, error) {
	a := aandelen{kind: make([]sheet.Expr, len(b.zaak.Kinderen)), tabel: make([]sheet.Expr, len(b.zaak.Kinderen))}
	var uitDeTabel []int
	for i := range b.zaak.Kinderen {
		switch b.aanspraak(p, i) {
		case geenAanspraak:
			continue
		case uitTabel:
			uitDeTabel = append(uitDeTabel, i)
		}
		a.kinderen = append(a.kinderen, i)
	}
	if len(a.kinderen) == 0 {
		return a, nil
	}
	if !slices.ContainsFunc(a.kinderen, func(i int) bool { return kostenVan(kosten, i) != sheet.Zero }) {
		kosten = nil
	}
	if len(uitDeTabel) > 0 {
		b.lagerNaStijging(p, tabel)
	}
	if len(uitDeTabel) == tabel.aantal() && len(uitDeTabel) == len(a.kinderen) && kosten == nil {
		b.alleenTabel(sc, p, tabel, &a)
		return a, nil
	}
	a.gelijk = kosten == nil && len(uitDeTabel) == len(a.kinderen)
	totaal := sheet.Line{ID: "eigen_aandeel", Label: "Kosten van de kinderen samen", Unit: sheet.EURPerMaand, Source: rapport("3.2.4 en 3.2.10"), Slot: true}
	if len(uitDeTabel) > 0 {
		voorAllen := b.perTabel(sc, p, tabel, kosten, uitDeTabel, &a)
		if len(uitDeTabel) == len(a.kinderen) && len(uitDeTabel) == tabel.aantal() {
			// From the whole, so that cents lost in dividing do not count.
			totaal.Label, totaal.Source = "Eigen aandeel van de ouders", rapport("3.2.6")
			terms := []sheet.Expr{voorAllen}
			for _, i := range a.kinderen {
				terms = append(terms, kostenVan(kosten, i))
			}
			totaal.Expr = sheet.Sum(terms...)
		}
	}
	for _, i := range a.kinderen {
		var err error
		switch b.aanspraak(p, i) {
		case gesteld:
			err = b.gesteldeBehoefte(sc, p, i, kosten, &a)
		case uitWsf:
			err = b.behoefteVolwassene(sc, p, i, kosten, &a)
		}
		if err != nil {
			return a, err
		}
	}
	if totaal.Expr == (sheet.Expr{}) {
		totaal.Expr = a.samen(a.kinderen)
	}
	a.totaal = sc.Add(totaal)
	return a, nil
}

// samen gives what some of the children cost together.
func (a aandelen) samen(kinderen []int) sheet.Expr {
	var terms []sheet.Expr
	for _, i := range kinderen {
		terms = append(terms, a.kind[i])
	}
	return sheet.Sum(terms...)
}

// alleenTabel adds the eigen aandeel where all children of the table are minors
// who cost the same.
func (b *berekening) alleenTabel(sc sheet.Scope, p periode.Periode, tabel *tabelaandeel, a *aandelen) {
	n := len(a.kinderen)
	amount, bron := tabel.in(p), tabel.bronIn(p)
	a.gelijk = true
	a.totaal = sc.Add(sheet.Line{
		ID: "eigen_aandeel", Label: "Eigen aandeel van de ouders", Unit: sheet.EURPerMaand, Expr: amount, Source: bron, Slot: true,
	})
	perKind := a.totaal
	if n > 1 {
		perKind = sc.Add(sheet.Line{
			ID: "eigen_aandeel_per_kind", Label: "Eigen aandeel per kind", Unit: sheet.EURPerMaand,
			Expr: a.totaal.Over(sheet.Count(n)).Round(2), Source: rapport("3.2.2"),
		})
	}
	for _, i := range a.kinderen {
		a.kind[i], a.tabel[i] = perKind, perKind
	}
}

// perTabel adds the eigen aandeel of each child that the table is for, beside
// children whose costs are found otherwise or differ. The table counts them all
// (Rapport 3.2.4). It gives the amount of the table for all of them together.
func (b *berekening) perTabel(sc sheet.Scope, p periode.Periode, tabel *tabelaandeel, kosten []sheet.Expr, kinderen []int, a *aandelen) sheet.Expr {
	n := tabel.aantal()
	zonder := " zonder bijzondere kosten"
	if kosten == nil {
		zonder = ""
	}
	voorAllen := sc.Add(sheet.Line{
		ID: "eigen_aandeel_tabel", Label: "Eigen aandeel" + zonder + tabel.voorAllen(len(kinderen)), Unit: sheet.EURPerMaand, Expr: tabel.in(p), Source: tabel.bronIn(p),
	})
	perKind := voorAllen
	if n > 1 {
		perKind = sc.Add(sheet.Line{
			ID: "eigen_aandeel_per_kind", Label: "Eigen aandeel per kind" + zonder, Unit: sheet.EURPerMaand,
			Expr: voorAllen.Over(sheet.Count(n)).Round(2), Source: rapport("3.2.2"),
		})
	}
	for _, i := range kinderen {
		k := b.zaak.Kinderen[i]
		a.tabel[i], a.kind[i] = perKind, perKind
		if kosten != nil {
			a.kind[i] = sc.In(k.ID).Add(sheet.Line{
				ID: "eigen_aandeel", Label: "Eigen aandeel in de kosten van " + k.Naam, Unit: sheet.EURPerMaand,
				Expr: sheet.Sum(perKind, kosten[i]), Source: rapport("3.2.6"),
			})
		}
	}
	return voorAllen
}

// gesteldeBehoefte takes the costs that court or agreement has fixed for one
// child, at the price level of the period.
func (b *berekening) gesteldeBehoefte(sc sheet.Scope, p periode.Periode, i int, kosten []sheet.Expr, a *aandelen) error {
	k, z := b.zaak.Kinderen[i], p.Kinderen[i].Behoefte
	percentages, err := b.set.Indexering(z.Jaar, p.Vanaf.Year())
	if err != nil {
		return err
	}
	sck := sc.In(k.ID)
	wat := fmt.Sprintf("Vastgestelde behoefte van %s, prijspeil %d", k.Naam, z.Jaar)
	amount := sck.Add(sheet.Line{
		ID: "vastgesteld", Label: wat, Unit: sheet.EURPerMaand, Toelichting: z.Reden,
		Expr: b.eenmaal(sck, p, k, "behoefte", "Behoefte van "+k.Naam, wat, sheet.EURPerMaand, z.Bedrag),
	})
	amount = indexering.Keten(sck, amount, z.Jaar, func(per time.Time) string {
		return fmt.Sprintf("Behoefte van %s, prijspeil %d", k.Naam, per.Year())
	}, percentages)[p.Vanaf.Year()]
	b.sheet.Choice(sheet.Cond{}, sheet.Keuze{
		ID: "behoefte-vastgesteld", Onderwerp: "Behoefte van " + k.Naam, Zaakspecifiek: true,
		Keuze: "De behoefte is niet berekend maar overgenomen zoals vastgesteld.",
		Grond: z.Reden, Alternatief: "Berekenen met de Tabel eigen aandeel of, vanaf 18 jaar, met de normen van de Wsf (Rapport par. 3.2.2 en 3.2.10).",
	})
	a.tabel[i] = amount
	a.kind[i] = sck.Add(sheet.Line{
		ID: "behoefte", Label: "Behoefte van " + k.Naam, Unit: sheet.EURPerMaand,
		Expr: sheet.Sum(amount, kostenVan(kosten, i)), Source: rapport("3.2.3 en 3.2.6"),
	})
	return nil
}

// kostenVan gives the exceptional costs of one child; kosten is nil when there
// are none at all.
func kostenVan(kosten []sheet.Expr, kind int) sheet.Expr {
	if kosten == nil {
		return sheet.Zero
	}
	return kosten[kind]
}

// lagerNaStijging warns where a risen income gives a lower eigen aandeel than the
// former one: the tables and the indexation of different years need not agree.
func (b *berekening) lagerNaStijging(p periode.Periode, t *tabelaandeel) {
	if t == nil || !t.stijgt(p) {
		return
	}
	oud, nieuw := t.eerste.in(p.Vanaf.Year()), t.later.in(p.Vanaf.Year())
	p.Waarschuw(b.sheet, t.hoger.And(nieuw.LessThan(oud)), "lager-na-inkomensstijging",
		"Het eigen aandeel bij het gestegen inkomen (€ %s) is lager dan het eerdere, geïndexeerde eigen aandeel (€ %s). Gerekend is met het nieuwe, naar de letter van par. 3.2.8 en 3.2.9 van het Rapport; een stijging van het inkomen is niet bedoeld als verlaging. Het eerdere bedrag kan worden opgegeven als vastgesteld.", nieuw, oud)
}

// geenAanspraak says why a child of 21 or older takes no part.
func (b *berekening) geenAanspraak(p periode.Periode, k zaak.Kind) {
	p.LaatWeg(b.sheet, sheet.Cond{}, "%s", "%s is 21 jaar of ouder. Een bijdrage is dan alleen mogelijk als het kind behoeftig is (Rapport par. 3.2.11); dat is niet gesteld. Wat voor dit kind is opgegeven, telt niet mee.", k.Naam, k.Naam)
}
