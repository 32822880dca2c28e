package kind

import (
	"fmt"
	"time"

	"annex/calc/indexering"
	"annex/calc/periode"
	"annex/calc/sheet"
)

// vergelijk adds the section that puts an earlier contribution, raised to the
// price level of the period (art. 1:402a BW), beside the new one.
func (b *berekening) vergelijk(p periode.Periode, delen []kinddeel) error {
	var sc sheet.Scope
	begonnen := false
	for i, k := range b.zaak.Kinderen {
		z := k.EerdereBijdrage
		if z == nil || b.aanspraak(p, i) == geenAanspraak {
			continue
		}
		if !begonnen {
			begonnen = true
			sc = b.sheet.Section(sheet.Section{
				ID: p.ID("wijziging"), Soort: SoortWijziging, Titel: "De eerdere bijdrage naast de nieuwe" + p.Achter, Periode: p.Nummer,
			}, p.ID("wijziging"))
		}
		percentages, err := b.set.Indexering(z.VastgesteldOp.Year(), p.Vanaf.Year())
		if err != nil {
			return err
		}
		sck := sc.In(k.ID)
		eerder := sck.Add(sheet.Line{
			ID: "eerder", Label: "Eerdere bijdrage voor " + k.Naam, Unit: sheet.EURPerMaand, Toelichting: "vastgesteld op " + sheet.FormatDate(z.VastgesteldOp),
			Expr: b.eenmaal(sck, p, k, "eerdere_bijdrage", "Eerdere bijdrage voor "+k.Naam, "Eerdere bijdrage, vastgesteld op "+sheet.FormatDate(z.VastgesteldOp), sheet.EURPerMaand, z.Bedrag),
		})
		eerder = indexering.Keten(sck, eerder, z.VastgesteldOp.Year(), func(per time.Time) string {
			return fmt.Sprintf("Eerdere bijdrage voor %s, geïndexeerd per %s", k.Naam, sheet.FormatDate(per))
		}, percentages)[p.Vanaf.Year()]
		nieuw := sck.Add(sheet.Line{
			ID: "nieuw", Label: "Nieuwe bijdrage voor " + k.Naam + b.vanBetaler(z.Betaler), Unit: sheet.EURPerMaand,
			Expr: sheet.Sum(teVergelijken(i, z.Betaler, delen)...),
		})
		sck.Add(sheet.Line{
			ID: "verschil", Label: "Verschil voor " + k.Naam, Unit: sheet.EURPerMaand, Expr: nieuw.Minus(eerder), Slot: true,
			Toelichting: "de nieuwe bijdrage min de eerdere; met een minteken is de nieuwe lager",
		})
	}
	return nil
}

// teVergelijken gives the contributions for a child that an earlier one is
// compared with: of who paid it, or of whoever pays now.
func teVergelijken(kind int, betaler string, delen []kinddeel) []sheet.Expr {
	var nieuw []sheet.Expr
	for _, d := range delen {
		if d.kind == kind && (betaler == "" && !d.verschil || betaler == d.betaler.ID) {
			nieuw = append(nieuw, d.bijdrage)
		}
	}
	return nieuw
}

// vanBetaler says of whom a contribution is, where the case file says so.
func (b *berekening) vanBetaler(id string) string {
	if id == "" {
		return ""
	}
	nr, _ := b.ouderEnAndere(id)
	return " van " + b.zaak.Ouders[nr].Aanduiding
}
