// Package partij describes what the people of a case have in one period, as both
// kinds of maintenance look at it: the income, what of it was lost or could be
// earned, kindgebonden budget, charges and housing costs.
//
// Covered: Rapport 2025, 4.2.2.3 (which norm), 4.2.2.4 (actual housing costs),
// 4.2.2.5 and 4.6.2 (charges), 4.7 (loss of income), 4.8 (deductible expenses).
// What follows from it for children or for a former spouse is not here.
package partij

import (
	"time"

	"annex/calc/inkomen"
	"annex/calc/periode"
	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"

	"github.com/shopspring/decimal"
)

// Dossier is a case being described on one sheet.
type Dossier struct {
	Sheet *sheet.Sheet
	Zaak  *zaak.Zaak
	Set   *norms.Set
	// Gezinsinkomen is what the costs of the children were found from; nil where
	// they were not.
	Gezinsinkomen *Gezinsinkomen

	partijen map[string]*Partij
}

// Gezinsinkomen is the income of the last period as a family and what of it went
// to the children, EUR/maand at the price level of the year of Peildatum.
type Gezinsinkomen struct {
	Peildatum    time.Time
	NBGI         sheet.Expr // with kindgebonden budget
	EigenAandeel sheet.Expr // with exceptional costs of that time
}

// Nieuw begins a case.
func Nieuw(s *sheet.Sheet, z *zaak.Zaak, set *norms.Set) *Dossier {
	return &Dossier{Sheet: s, Zaak: z, Set: set, partijen: map[string]*Partij{}}
}

// Partij is one person in one period. What the case file states of somebody is put
// on the sheet once, where it is first asked for; who asks again gets the same
// line. Begin says where that is.
type Partij struct {
	d        *Dossier
	P        periode.Periode
	Wie      zaak.Ouder
	Situatie zaak.Situatie
	// Inkomen is as Dossier.Inkomens left it.
	Inkomen Inkomen
	// AandeelKinderen is the share in the costs of the children under 21, outside
	// the case as well, EUR/maand; empty where none was found.
	AandeelKinderen sheet.Expr
	// Ondergrens is what has to remain after a loss of income that is left out of
	// account (4.7), EUR/maand; empty where it was not found.
	Ondergrens    sheet.Expr
	inkomenBekend bool
	sc            sheet.Scope

	nbi, gerekend, verdien, kgb sheet.Expr
	fictief, oud                sheet.Cond
	lasten                      sheet.Expr
	drukkend                    []sheet.Expr
	lastenGevraagd              bool
	aftrekbaar                  []inkomen.Last
	aow, aowGevraagd            bool
	woonlast, eigenWoonlast     sheet.Expr
	aandeelWoning               sheet.Expr
	eigenBijdrage, nodig        sheet.Expr
}

// Partij gives somebody in a period: the same one each time.
func (d *Dossier) Partij(p periode.Periode, o zaak.Ouder) *Partij {
	key := p.ID(o.ID)
	v, ok := d.partijen[key]
	if !ok {
		z := p.Situaties[o.ID]
		v = &Partij{d: d, P: p, Wie: o, Situatie: z, Inkomen: Inkomen{opgave: z.Inkomen}}
		d.partijen[key] = v
	}
	return v
}

// Begin says in which section lines about this person are added from now on.
func (v *Partij) Begin(sc sheet.Scope) { v.sc = sc.At(v.P.ID(v.Wie.ID)) }

// Groep is the heading over this person's inputs.
func (v *Partij) Groep() string { return sheet.Capital(v.Wie.Aanduiding) + ", " + v.P.Naam.Tekst }

// Rapport names a paragraph of the Rapport the rules are taken from.
func Rapport(par string) sheet.Source {
	return sheet.Source{Document: "Rapport alimentatienormen 2025", Vindplaats: "par. " + par}
}

// Bedrag makes an input of an amount from the case file.
func Bedrag(sc sheet.Scope, id, groep, label string, unit sheet.Unit, z zaak.Bedrag) sheet.Expr {
	return sc.Input(sheet.Input{
		ID: id, Groep: groep, Label: label, Unit: unit,
		Value: z.Waarde, Bron: z.Bron, Toelichting: z.Toelichting, Pad: z.Plek.Pad,
		Aanname: z.Plek.Regel == 0, // it stands nowhere in the case file
	})
}

// JaNee adds a yes or no from the case file.
func JaNee(sc sheet.Scope, in sheet.Input, yes bool) sheet.Expr {
	in.Unit = sheet.JaNee
	if yes {
		in.Value = decimal.NewFromInt(1)
	}
	return sc.Input(in)
}

// NihilAlsLeeg reads an amount that was left out as nil; the workbook needs a
// cell for it all the same. pad is where it would stand.
func NihilAlsLeeg(b *zaak.Bedrag, pad string) zaak.Bedrag {
	if b == nil {
		return zaak.Bedrag{Toelichting: "niet opgegeven, gerekend met nihil", Plek: zaak.Plek{Pad: pad}}
	}
	return *b
}

// MetReden lets the reason stand beside an amount among the inputs, unless there
// is a remark of its own.
func MetReden(z zaak.MetReden) zaak.Bedrag {
	b := z.Bedrag
	if b.Toelichting == "" {
		b.Toelichting = z.Reden
	}
	return b
}
