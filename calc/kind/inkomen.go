package kind

import (
	"annex/calc/partij"
	"annex/calc/sheet"
	"annex/calc/zaak"
)

// peilinkomens are the incomes what the children cost rests on.
type peilinkomens struct {
	partij.Gezin                           // on the reference date; of parents who never were one, no KGB
	stijging     map[string]partij.Inkomen // after a later rise
}

// peilinkomens works out the incomes on the day of the table, and after a later
// rise, before the section on what the children cost.
func (b *berekening) peilinkomens() (p peilinkomens, err error) {
	switch z := b.zaak.Behoefte; {
	case z.Gezinsinkomen != nil:
		if p.Gezin, err = b.dossier.AlsGezin(*z.Gezinsinkomen, "behoefte"); err != nil {
			return p, err
		}
		if s := z.Gezinsinkomen.Stijging; s != nil {
			nr, _ := b.ouderEnAndere(s.Ouder)
			in, err := b.dossier.NaStijging(b.zaak.Ouders[nr], *s)
			p.stijging = map[string]partij.Inkomen{s.Ouder: in}
			return p, err
		}
	case z.NooitSamengewoond != nil:
		if p.Ouders, err = b.dossier.Fictief(z.NooitSamengewoond.Peildatum, z.NooitSamengewoond.Ouders, "behoefte", "peildatum"); err != nil {
			return p, err
		}
		if s := z.NooitSamengewoond.Stijging; s != nil {
			p.stijging, err = b.dossier.Fictief(s.Peildatum, s.Ouders, "behoefte.stijging", "stijging")
		}
	}
	return p, err
}

// opgegevenInkomens says whose income was taken over as stated.
func (b *berekening) opgegevenInkomens() {
	var berekend bool
	var namen []string
	wie := map[string]bool{}
	zie := func(o zaak.Ouder, i zaak.Inkomen) {
		berekend = berekend || i.Opbouw != nil
		if i.Opbouw == nil && !wie[o.ID] {
			wie[o.ID] = true
			namen = append(namen, o.Aanduiding)
		}
	}
	for _, p := range b.zaak.Perioden {
		for _, o := range b.opgegevenVan(p) {
			zie(o, p.Situaties[o.ID].Inkomen)
		}
	}
	if g := b.zaak.Behoefte.Gezinsinkomen; g != nil && b.gebruiktTabel() {
		for _, o := range b.zaak.Ouders {
			zie(o, g.Ouders[o.ID])
		}
	}
	if n := b.zaak.Behoefte.NooitSamengewoond; n != nil && b.gebruiktTabel() {
		for _, o := range b.zaak.Ouders {
			zie(o, n.Ouders[o.ID])
		}
	}
	switch {
	case !berekend:
		b.sheet.LeaveOut(sheet.Cond{}, "Berekening van het netto besteedbaar inkomen", "Het NBI en het kindgebonden budget zijn overgenomen zoals opgegeven; zij zijn niet berekend uit bruto inkomens.")
	case len(namen) > 0:
		b.sheet.LeaveOut(sheet.Cond{}, "Berekening van elk netto besteedbaar inkomen", "Waar het NBI van %s is opgegeven, is het overgenomen; het is daar niet berekend uit een bruto inkomen.", sheet.Enumerate(namen))
	}
}

// opgegevenVan are the people of whom a period of the case file gives an income.
func (b *berekening) opgegevenVan(p zaak.Periode) []zaak.Ouder {
	out := append([]zaak.Ouder(nil), b.zaak.Ouders...)
	for _, s := range b.zaak.Stiefouders {
		if _, ok := p.Situaties[s.ID]; ok {
			out = append(out, s.Ouder)
		}
	}
	return out
}
