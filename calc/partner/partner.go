// Package partner describes partneralimentatie under the Rapport
// alimentatienormen.
//
// Covered: Rapport 2025, 3.3, 4.2, 4.4, 4.5, 4.6.2, 4.7, 4.8 and the examples of 5.2
// and 5.3: the need by the hofnorm or as stated, what of it remains beside the own
// income, draagkracht after the share in the costs of the children, grossing up,
// the inkomensvergelijking, indexation ahead (art. 1:402a BW).
//
// Left out: whether somebody is behoeftig, and for how long there is a claim (art.
// 1:157 BW), which the Rapport leaves to the case; what the payment does to
// toeslagen and kindgebonden budget.
package partner

import (
	"annex/calc/indexering"
	"annex/calc/partij"
	"annex/calc/periode"
	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"
)

// The kinds of section (sheet.Section.Soort) this package makes.
const (
	SoortBehoefte     = "partnerbehoefte"
	SoortResterend    = "resterendebehoefte"
	SoortDraagkracht  = "partnerdraagkracht"
	SoortBruteren     = "bruteren"
	SoortVergelijking = "inkomensvergelijking"
	SoortUitkomst     = "partneruitkomst"
)

// The kinds of outcome (sheet.Uitkomst.Soort) this package makes.
const (
	Uitkomst = "partneralimentatie" // gross
	// UitkomstNetto is the amount net, where the incomes do not tell what the tax
	// makes of it.
	UitkomstNetto = "partneralimentatie_netto"
	// UitkomstGeindexeerd is an amount after a later 1 January.
	UitkomstGeindexeerd = "partneralimentatie_geindexeerd"
)

// voor begins the ids of everything here.
const voor = "partneralimentatie"

var rapport = partij.Rapport

// berekening is partneralimentatie being described.
type berekening struct {
	*partij.Dossier
	plichtige   zaak.Ouder
	gerechtigde zaak.Ouder
}

// Beschrijf adds the whole of partneralimentatie, for every period of a case that
// asks for it. What was found for the children goes first (art. 1:400 BW) and has
// to be described already. The error says which norm is missing
// (*norms.GeenNormen).
func Beschrijf(d *partij.Dossier) error {
	b := &berekening{Dossier: d, plichtige: d.Zaak.Plichtige(), gerechtigde: d.Zaak.Gerechtigde()}
	b.partijen()
	perioden := periode.Van(d.Zaak)
	behoefte, err := b.behoefte(perioden)
	if err != nil {
		return err
	}
	for _, p := range perioden {
		if err := b.periode(p, behoefte); err != nil {
			return err
		}
	}
	b.verantwoord(perioden)
	return nil
}

// inPeriode is partneralimentatie in one period being described.
type inPeriode struct {
	*berekening
	p    periode.Periode
	norm norms.Partneralimentatie
	// Of the draagkrachttabel only what does not depend on age.
	draagkrachtnorm norms.Draagkracht
	// The two as payer and receiver.
	plichtig, gerechtigd *partij.Partij
	// What they bear of the costs of children.
	kinderenPlichtig   *kosten // nil until it was asked for
	kinderenGerechtigd kosten
	meerdereWoonlast   sheet.Expr // of the payer, above the woonbudget; Zero without
}

// kosten is what somebody bears of the costs of children, EUR/maand.
type kosten struct {
	aandeel sheet.Expr // the share; empty where there are no children
	naKGB   sheet.Expr // after kindgebonden budget, not below nil; Zero without children
	kgb     sheet.Expr // Zero without children
}

func (b *berekening) periode(p periode.Periode, behoefte prijspeilen) error {
	norm, err := b.Set.Partneralimentatie(p.Vanaf)
	if err != nil {
		return err
	}
	if err := b.Inkomens(p, []zaak.Ouder{b.plichtige, b.gerechtigde}); err != nil {
		return err
	}
	draagkrachtnorm, err := b.Set.Draagkracht(p.Vanaf, false)
	if err != nil {
		return err
	}
	v := &inPeriode{berekening: b, p: p, norm: norm, draagkrachtnorm: draagkrachtnorm, plichtig: b.Partij(p, b.plichtige), gerechtigd: b.Partij(p, b.gerechtigde), meerdereWoonlast: sheet.Zero}
	resteert := v.resterendeBehoefte(behoefte)
	draagkracht, err := v.draagkracht(resteert)
	if err != nil {
		return err
	}
	if v.plichtig.Inkomen.Fiscaal == nil || v.gerechtigd.Inkomen.Fiscaal == nil {
		v.netto(draagkracht, resteert)
		return nil
	}
	v.bruto(draagkracht, resteert)
	return nil
}

// sectie starts a section of this period.
func (v *inPeriode) sectie(soort, naam, titel, onderwerp string) sheet.Scope {
	id := v.p.ID(voor + "." + naam)
	return v.Sheet.Section(sheet.Section{ID: id, Soort: soort, Titel: titel + v.p.Achter, Onderwerp: onderwerp, Periode: v.p.Nummer}, id)
}

// maand adds a line in EUR/maand.
func maand(sc sheet.Scope, id, label string, expr sheet.Expr, bron sheet.Source, toelichting string) sheet.Expr {
	return sc.Add(sheet.Line{ID: id, Label: label, Unit: sheet.EURPerMaand, Expr: expr, Source: bron, Toelichting: toelichting})
}

// netto adds what is to be paid where the tax on both incomes is not known: the
// lowest of the net amounts, as the examples of the Rapport have it.
func (v *inPeriode) netto(draagkracht, behoefte sheet.Expr) {
	grenzen := []grens{{"draagkracht_netto", "Draagkracht voor partneralimentatie", draagkracht}, {"behoefte_netto", "Resterende behoefte van " + v.gerechtigde.Aanduiding, behoefte}}
	if v.Zaak.Partneralimentatie.Inkomensvergelijking {
		grenzen = append(grenzen, grens{"vergelijking_netto", "Bijdrage waarbij beiden evenveel te besteden hebben", v.vergelijkNetto()})
	}
	sc := v.sectie(SoortUitkomst, "uitkomst", "Te betalen partneralimentatie, netto", "")
	betalen := v.laagste(sc, grenzen, "netto")
	v.p.Waarschuw(v.Sheet, sheet.Cond{}, "niet-gebruteerd",
		"De partneralimentatie is hier een netto bedrag. Voor het bruto bedrag moet van beiden bekend zijn waarover zij belasting betalen. Nu is van een van hen of van beiden alleen het NBI opgegeven.")
	v.uitkomst(sc, UitkomstNetto, betalen)
}

// grens is one of the amounts partneralimentatie cannot be higher than.
type grens struct {
	id, label string
	bedrag    sheet.Expr
}

// laagste adds the limits, the lowest of them, and what is to be paid: in whole
// euros.
func (v *inPeriode) laagste(sc sheet.Scope, grenzen []grens, soort string) sheet.Expr {
	var laagste sheet.Expr
	for i, g := range grenzen {
		in := maand(sc, g.id, g.label, g.bedrag, rapport("4.1 en 5.2"), "")
		if i == 0 {
			laagste = in
			continue
		}
		laagste = laagste.AtMost(in)
	}
	laagste = maand(sc, "laagste", "Laagste van deze bedragen", laagste, sheet.Source{Document: rapport("").Document, Vindplaats: "hoofdstuk 1 en par. 5.2"}, "de alimentatie is niet hoger dan de behoefte en niet hoger dan de draagkracht")
	return sc.Add(sheet.Line{
		ID: "te_betalen", Label: sheet.Capital(v.plichtige.Aanduiding) + " betaalt aan " + v.gerechtigde.Aanduiding + ", " + soort, Naam: "partneralimentatie, " + soort,
		Unit: sheet.EURPerMaand, Expr: laagste.Round(0), Source: rapport("5.2"), Slot: true, Toelichting: "op hele euro's",
	})
}

// uitkomst records the amount to be paid, and raises it on each 1 January that
// comes after the document and whose percentage is known.
func (v *inPeriode) uitkomst(sc sheet.Scope, soort string, betalen sheet.Expr) {
	u := sheet.Uitkomst{
		Soort: soort, Periode: v.p.Naam,
		Betaler: sheet.Persoon{ID: v.plichtige.ID, Naam: v.plichtige.Aanduiding}, Ontvanger: sheet.Persoon{ID: v.gerechtigde.ID, Naam: v.gerechtigde.Aanduiding},
	}
	v.Sheet.Outcome(u, betalen)
	if soort == UitkomstNetto {
		return // what is paid, and indexed, is the gross amount
	}
	years, percentages := indexering.Vooruit(v.Set, v.p.Naam, v.Zaak.Kop.Datum)
	amounts := indexering.Keten(sc, betalen, v.p.Vanaf.Year(), func(per datum) string {
		return "Partneralimentatie, geïndexeerd per " + sheet.FormatDate(per)
	}, percentages)
	for i, year := range years {
		u.Soort, u.Geindexeerd, u.Periode = UitkomstGeindexeerd, true, periode.NaIndexering(v.p.Naam, years, i)
		v.Sheet.Outcome(u, amounts[year])
	}
}
