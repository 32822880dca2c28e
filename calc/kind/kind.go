// Package kind describes kinderalimentatie under the Rapport alimentatienormen.
//
// Covered: Rapport 2025, chapter 3.2, 4.1-4.3, 4.6, 4.7 and 4.10, and the
// examples of 5.1, 5.3 and 5.4: the costs of minors by the table, of children of
// 18 and older by the Wsf, exceptional costs, a later rise of income; draagkracht
// of parents and stepparents with their special circumstances; several families
// at once (samenloop); draagkrachtvergelijking, zorgkorting and tekort, per child
// and in total; the aanvaardbaarheidstoets; an earlier contribution beside the
// new one; indexation ahead (art. 1:402a BW).
//
// Left out: net income from gross (chapter 2), which is calc/inkomen's; and whether
// a circumstance occurs: the case file states it with the reason.
package kind

import (
	"strings"

	"annex/calc/partij"
	"annex/calc/periode"
	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"
)

// The kinds of section (sheet.Section.Soort) this package makes.
const (
	SoortBehoefte    = "behoefte"
	SoortDraagkracht = "draagkracht"
	SoortSamenloop   = "samenloop"
	SoortVerdeling   = "verdeling"
	SoortKind        = "kind"
	SoortToets       = "toets"
	SoortWijziging   = "wijziging"
	SoortUitkomst    = "uitkomst"
)

// The kinds of outcome (sheet.Uitkomst.Soort) this package makes.
const (
	UitkomstPerKind = "kinderalimentatie"        // per child
	UitkomstTotaal  = "kinderalimentatie_totaal" // per direction, after setting off
	// UitkomstGeindexeerd is an amount per child after a later 1 January.
	UitkomstGeindexeerd = "kinderalimentatie_geindexeerd"
)

// rapport names a paragraph of the Rapport the rules are taken from.
func rapport(par string) sheet.Source {
	return sheet.Source{Document: "Rapport alimentatienormen 2025", Vindplaats: "par. " + par}
}

// berekening is one case being described.
type berekening struct {
	dossier *partij.Dossier
	sheet   *sheet.Sheet
	zaak    *zaak.Zaak
	set     *norms.Set

	peil       peilinkomens
	scBehoefte sheet.Scope               // of the section on what the children cost, in the period being described
	kindinvoer map[string]sheet.Expr     // amounts of the children of this case
	kindnamen  map[string]bool           // which of them have a name of their own, for all periods
	anders     map[string][]andereInvoer // of children outside it, by who owes for them
}

// Beschrijf adds the whole of kinderalimentatie, for every period of the case.
// The error says which norm is missing (*norms.GeenNormen).
func Beschrijf(d *partij.Dossier) error {
	b := &berekening{dossier: d, sheet: d.Sheet, zaak: d.Zaak, set: d.Set, kindinvoer: map[string]sheet.Expr{}, kindnamen: map[string]bool{}, anders: map[string][]andereInvoer{}}
	b.gezin()
	perioden := periode.Van(b.zaak)
	grondslagen, err := b.grondslagen(perioden)
	if err != nil {
		return err
	}
	for _, p := range perioden {
		if err := b.periode(p, grondslagen); err != nil {
			return err
		}
	}
	b.verantwoord()
	return nil
}

// periode adds one period: draagkracht, the division over families and over the
// parents, each child, the tests, the outcome.
func (b *berekening) periode(p periode.Periode, g grondslagen) error {
	eigenAandeel, err := b.behoefte(p, g)
	if err != nil {
		return err
	}
	zorg, err := b.set.Zorgkorting(p.Vanaf)
	if err != nil {
		return err
	}
	for i, k := range b.zaak.Kinderen {
		if b.aanspraak(p, i) == geenAanspraak {
			b.geenAanspraak(p, k)
		}
	}
	if len(eigenAandeel.kinderen) == 0 {
		return nil // nobody has a claim in this period
	}
	plichtigen := b.plichtigen(p)
	if err := b.dossier.Inkomens(p, plichtigen); err != nil {
		return err
	}
	parts := make([]draagkrachtdeel, len(plichtigen))
	for i, o := range plichtigen {
		if parts[i], err = b.draagkracht(p, o); err != nil {
			return err
		}
		b.invoerAndereKinderen(p, parts[i])
	}
	groepen := b.groepen(p, plichtigen, eigenAandeel)
	draagkracht := b.definitief(p, parts, groepen)
	b.sheet.Highlight(p.Naam, eigenAandeel.naam, eigenAandeel.totaal)
	for i, o := range plichtigen {
		b.sheet.Highlight(p.Naam, "Draagkracht van "+o.Aanduiding, draagkracht[i])
	}
	v := b.verdelen(p, plichtigen, groepen, draagkracht, eigenAandeel)
	var delen []kinddeel
	for _, i := range eigenAandeel.kinderen {
		delen = append(delen, b.kind(p, i, v, zorg)...)
	}
	delen, err = b.toetsen(p, parts, v, delen)
	if err != nil {
		return err
	}
	b.beelden(p, v, delen)
	if err := b.vergelijk(p, delen); err != nil {
		return err
	}
	b.uitkomst(p, delen)
	for _, d := range delen {
		b.indexeer(p, d)
	}
	return nil
}

// ouderEnAndere gives the place of the parent with this id, and of the other one.
func (b *berekening) ouderEnAndere(id string) (ouder, andere int) {
	if b.zaak.Ouders[0].ID == id {
		return 0, 1
	}
	return 1, 0
}

// verzorgend tells whether a minor has its main residence with this parent.
func (b *berekening) verzorgend(p periode.Periode, ouder string) bool {
	for i, k := range b.zaak.Kinderen {
		if p.Kinderen[i].Hoofdverblijf == ouder && k.Groep(p.Vanaf) == zaak.Minderjarig {
			return true
		}
	}
	return false
}

// eenmaal makes an input of an amount of a child. An amount that stands with the
// child itself holds in every period, and there is one cell for it; what a
// period says of the child is its own.
func (b *berekening) eenmaal(sc sheet.Scope, p periode.Periode, k zaak.Kind, id, groep, label string, unit sheet.Unit, z zaak.Bedrag) sheet.Expr {
	key := k.ID + " " + id + " " + z.Plek.Pad
	if in, ok := b.kindinvoer[key]; ok {
		return in
	}
	prefix := k.ID
	// Care that is not stated is assumed of whoever is the other parent, who may
	// be another one in a later period.
	if strings.HasPrefix(z.Plek.Pad, "perioden[") || b.kindnamen[prefix+" "+id] {
		prefix, groep = p.ID(k.ID), groep+p.Achter
	} else if p.Nummer > 0 {
		groep += ", waar een periode niet anders zegt"
	}
	in := partij.Bedrag(sc.At(prefix), id, groep, label, unit, z)
	b.kindinvoer[key], b.kindnamen[prefix+" "+id] = in, true
	return in
}
