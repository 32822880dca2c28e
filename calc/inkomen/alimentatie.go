package inkomen

import (
	"fmt"
	"slices"
	"strings"

	"annex/calc/sheet"
	"annex/norms"
)

// Fiscaal is what the tax on an income rests on: what paying or receiving
// partneralimentatie does to it (art. 6.3 and 3.101 Wet IB 2001, art. 43 Zvw).
//
// The tax here is not rounded, so that it is a broken line, straight between its
// corners, and the amount that belongs to a net one can be found exactly; see
// docs/keuzes.md, bruteren-zonder-afronding.
//
// Left out: losses of other years and what of the deduction is carried over to a
// later year; what it does to toeslagen and kindgebonden budget; the own home, as
// in the NBI.
type Fiscaal struct{ r *rekening }

// Kant is the side of a payment.
type Kant int

const (
	Betaalt  Kant = iota // a persoonsgebonden aftrek
	Ontvangt             // income of box 1, on which the receiver owes the Zvw contribution
)

// BrutoPerMaand is the income before tax, holiday allowance included, EUR/maand.
func (f *Fiscaal) BrutoPerMaand() sheet.Expr { return f.r.voorHeffing.Over(sheet.Twelve) }

// AftrekOver says when deductions are more than the income of box 1 while there is
// income of another box or of a home, so that what is received would move them
// between the boxes; empty: never.
//
// Left out: how they move.
func (f *Fiscaal) AftrekOver() sheet.Cond {
	if f.r.aftrek == sheet.Zero || f.schuiftOp() {
		return sheet.Cond{}
	}
	return f.r.aftrek.MoreThan(f.r.aftrekBox1)
}

// schuiftOp tells whether deductions that are more than the income of box 1 go off
// what is received first (art. 6.2 Wet IB 2001): there is nothing else they went off.
func (f *Fiscaal) schuiftOp() bool {
	r := f.r
	return r.aftrek != sheet.Zero && sheet.Sum(r.saldoWoning, r.box2, r.box3) == sheet.Zero
}

// aftrekBij gives the persoonsgebonden aftrek in box 1 with an amount received.
func (f *Fiscaal) aftrekBij(bedrag sheet.Expr) sheet.Expr {
	if !f.schuiftOp() {
		return f.r.aftrekBox1
	}
	return f.r.aftrek.AtMost(sheet.Sum(f.r.inkomenBox1, bedrag).AtLeast(sheet.Zero))
}

// naAftrek is the income of box 1 as it is, less what is still to be deducted.
func (f *Fiscaal) naAftrek(kant Kant) sheet.Expr {
	if kant == Ontvangt && f.schuiftOp() {
		return f.r.box1.Minus(f.r.aftrek.Minus(f.r.aftrekBox1))
	}
	return f.r.box1
}

// Hoogste is the rate of the highest bracket: what an income beyond every corner
// bears.
func (f *Fiscaal) Hoogste() sheet.Expr {
	t := f.r.ib.Box1
	return f.r.sc.Norm(cel(t, len(t.Rows)-1, 1, "tarief"))
}

// zvwOver is the income over which the Zvw contribution can still be due beside
// what there is, EUR/jaar; not below nil.
func (f *Fiscaal) zvwOver() sheet.Expr {
	return f.r.zvwRuimte.Minus(f.r.zvwInkomen(sheet.Zero)).AtLeast(sheet.Zero)
}

// zvwTarief is the rate the receiver owes.
func (f *Fiscaal) zvwTarief() sheet.Expr { return f.r.sc.Norm(f.r.zvw.LageBijdrage) }

// Box1 gives the income of box 1 with an amount a year paid or received. What is
// paid goes off box 1 first, then off box 3 and box 2, each no further than nil
// (art. 6.2 Wet IB 2001).
func (f *Fiscaal) Box1(kant Kant, bedrag sheet.Expr) sheet.Expr {
	switch {
	case bedrag == sheet.Zero:
		return f.r.box1
	case kant == Ontvangt && f.schuiftOp():
		return sheet.Sum(f.r.inkomenBox1, bedrag).Minus(f.aftrekBij(bedrag))
	case kant == Ontvangt:
		return f.r.box1.Plus(bedrag)
	}
	return f.r.box1.Minus(bedrag.AtMost(f.ruimte1()))
}

func (f *Fiscaal) inBox3(bedrag sheet.Expr) sheet.Expr {
	return bedrag.Minus(f.ruimte1()).AtLeast(sheet.Zero).AtMost(f.r.box3)
}

func (f *Fiscaal) inBox2(bedrag sheet.Expr) sheet.Expr {
	return bedrag.Minus(sheet.Sum(f.ruimte1(), f.r.box3)).AtLeast(sheet.Zero).AtMost(f.r.box2)
}

// ruimte1 is what can be deducted in box 1.
func (f *Fiscaal) ruimte1() sheet.Expr {
	if f.r.kanNegatief() {
		return f.r.box1.AtLeast(sheet.Zero)
	}
	return f.r.box1
}

// kanNegatief tells whether the income of box 1 can be below nil: by a loss, or by
// premiums that are more than the income.
func (r *rekening) kanNegatief() bool {
	return r.belastbareWinst != sheet.Zero || r.voorzieningen != sheet.Zero
}

// aftrekbaar is what can be deducted in all boxes.
func (f *Fiscaal) aftrekbaar() sheet.Expr { return sheet.Sum(f.ruimte1(), f.r.box3, f.r.box2) }

// Heffing gives the tax of the three boxes with an amount a year paid or received,
// of which box1 is the income of box 1: before credits and not rounded, EUR/jaar.
func (f *Fiscaal) Heffing(kant Kant, bedrag, box1 sheet.Expr) sheet.Expr {
	r := f.r
	delen := append(r.schijven(r.ib.Box1, box1), f.tariefsaanpassing(kant, bedrag, box1))
	if kant == Ontvangt || r.box3 == sheet.Zero {
		delen = append(delen, r.heffingBox3)
	} else {
		delen = append(delen, r.sc.Norm(r.ib.Box3.Tarief).Times(r.box3.Minus(f.inBox3(bedrag))))
	}
	if kant == Ontvangt || r.box2 == sheet.Zero {
		delen = append(delen, r.heffingBox2)
	} else {
		delen = append(delen, r.schijven(*r.ib.Box2, r.box2.Minus(f.inBox2(bedrag)))...)
	}
	return sheet.Sum(delen...)
}

// schijven gives the tax in each bracket of a table.
func (r *rekening) schijven(t norms.Table, inkomen sheet.Expr) []sheet.Expr {
	var delen []sheet.Expr
	for i := range t.Rows {
		deel := inkomen
		if i+1 < len(t.Rows) {
			deel = deel.AtMost(r.sc.Norm(cel(t, i+1, 0, "begin")))
		}
		if i > 0 {
			deel = deel.Minus(r.sc.Norm(cel(t, i, 0, "begin")))
		}
		delen = append(delen, r.sc.Norm(cel(t, i, 1, "tarief")).Times(deel.AtLeast(sheet.Zero)))
	}
	return delen
}

// tariefsaanpassing gives what takes back the part of the deductions that would
// fall in the highest rate (art. 2.10 lid 2 Wet IB 2001), the payment among them.
func (f *Fiscaal) tariefsaanpassing(kant Kant, bedrag, box1 sheet.Expr) sheet.Expr {
	r := f.r
	if r.ib.MaximaalAftrektarief == nil || kant == Ontvangt && r.metMaximum == sheet.Zero {
		return sheet.Zero
	}
	// Before any deduction: what is paid does not change that.
	aftrek, voor := r.metMaximum, sheet.Sum(r.box1, r.metMaximum)
	if kant == Betaalt {
		aftrek = sheet.Sum(aftrek, r.box1.Minus(box1))
	} else {
		aftrek = sheet.Sum(r.ondernemersdelen, f.aftrekBij(bedrag))
		voor = sheet.Sum(box1, aftrek)
	}
	tarief := f.Hoogste().Minus(r.sc.Norm(*r.ib.MaximaalAftrektarief))
	return tarief.Times(aftrek.AtMost(voor.Minus(r.hoogsteSchijf()).AtLeast(sheet.Zero)))
}

// Kortingen gives the credits likewise, not rounded where they run on the amount,
// EUR/jaar. Those on income from work do not change.
func (f *Fiscaal) Kortingen(kant Kant, bedrag, box1 sheet.Expr) sheet.Expr {
	r := f.r
	algemeen := sheet.Sum(box1, r.saldoWoning)
	verzamel := box1
	if sheet.Sum(r.saldoWoning, r.box2, r.box3) != sheet.Zero {
		verzamel = r.verzamelRuw.Plus(bedrag)
		if kant == Betaalt {
			verzamel = r.verzamelRuw.Minus(bedrag)
		}
	}
	if r.ib.OverVerzamelinkomen {
		algemeen = verzamel
	}
	list := []sheet.Expr{r.afgebouwd(r.ib.AlgemeneHeffingskorting, algemeen)}
	if t := r.ib.Ouderenkorting; t != nil {
		list = append(list, r.afgebouwd(*t, verzamel))
	}
	return sheet.Sum(append(list, r.vasteKortingen...)...)
}

// The rows of the algemene heffingskorting and the ouderenkorting: level, falling,
// and nil. The law knows only the first two (art. 8.10 and 8.17 Wet IB 2001): an
// amount, less a percentage of the income above a threshold, not below nil. Where
// the published table says nil begins is that point in whole euros, and beside it
// the tax would jump.
const (
	tredeVlak   = 0
	tredeAfbouw = 1
)

// afgebouwd gives a credit that falls with the income, as the law has it.
func (r *rekening) afgebouwd(t norms.Table, inkomen sheet.Expr) sheet.Expr {
	begin, bedrag, tarief := r.trede(t)
	return sheet.Sum(bedrag, tarief.Times(inkomen.Minus(begin).AtLeast(sheet.Zero))).AtLeast(sheet.Zero)
}

// trede gives where a credit begins to fall, from what amount, and at what rate,
// which is below nil.
func (r *rekening) trede(t norms.Table) (begin, bedrag, tarief sheet.Expr) {
	wat := strings.TrimPrefix(t.Label, "tabel ")
	cijfer := func(row, column int, id, label string) sheet.Expr {
		v := cel(t, row, column, id)
		v.Label = label + " " + wat
		return r.sc.Norm(v)
	}
	return cijfer(tredeAfbouw, 0, "begin", "begin van de afbouw,"), cijfer(tredeVlak, 1, "bedrag", "hoogste bedrag,"), cijfer(tredeAfbouw, 2, "percentage", "afbouwpercentage,")
}

// Zvw gives the contribution that an amount a year received adds, not rounded,
// EUR/jaar.
func (f *Fiscaal) Zvw(bedrag sheet.Expr) sheet.Expr {
	r := f.r
	met := r.zvwInkomen(bedrag).AtMost(r.zvwRuimte)
	zonder := r.zvwInkomen(sheet.Zero).AtMost(r.zvwRuimte)
	return f.zvwTarief().Times(met.Minus(zonder))
}

// zvwInkomen gives the income over which the receiver owes the contribution, with
// an amount received besides.
func (r *rekening) zvwInkomen(bedrag sheet.Expr) sheet.Expr {
	return sheet.Sum(r.loonZelf, r.zvwOverig(bedrag))
}

func (r *rekening) zvwOverig(bedrag sheet.Expr) sheet.Expr {
	inkomen := sheet.Sum(r.belastbareWinst, r.overig, r.alimentatie, bedrag)
	if r.belastbareWinst != sheet.Zero {
		inkomen = inkomen.AtLeast(sheet.Zero) // a loss gives nothing back of what was withheld
	}
	return inkomen
}

// Knik is an amount a year at which the tax takes another direction.
type Knik struct {
	Wat    string // "begin van schijf 3"
	Bedrag sheet.Expr
	Bron   sheet.Source
}

// Knikken gives the corners of the tax as what is paid or received rises: each the
// amount at which an income reaches a threshold, nil where it is past that from
// the start. They stand in no order.
func (f *Fiscaal) Knikken(kant Kant) []Knik {
	k := &knikken{f: f, kant: kant}
	r := f.r
	for i := len(r.ib.Box1.Rows) - 1; i > 0; i-- {
		k.drempel(fmt.Sprintf("begin van schijf %d van box 1", i+1), f.naAftrek(kant), cel(r.ib.Box1, i, 0, "begin"))
	}
	if r.metMaximum != sheet.Zero && r.ib.MaximaalAftrektarief != nil && kant == Ontvangt {
		k.drempel("begin van de hoogste schijf, vóór aftrekposten", sheet.Sum(r.box1, r.metMaximum), cel(r.ib.Box1, len(r.ib.Box1.Rows)-1, 0, "begin"))
	}
	algemeen, verzamel := sheet.Sum(f.naAftrek(kant), r.saldoWoning), r.verzamelRuw
	if f.schuiftOp() {
		verzamel = f.naAftrek(kant) // all there is
	}
	if r.ib.OverVerzamelinkomen {
		algemeen = verzamel
	}
	k.afbouw("algemene heffingskorting", algemeen, r.ib.AlgemeneHeffingskorting)
	if t := r.ib.Ouderenkorting; t != nil {
		k.afbouw("ouderenkorting", verzamel, *t)
	}
	if kant == Betaalt {
		k.uitgeput()
	} else {
		if f.schuiftOp() {
			k.bij("aftrek verrekend in box 1", sheet.Zero.Minus(f.naAftrek(kant)), wetIB("6.2"))
		}
		if r.kanNegatief() {
			k.bij("inkomen box 1 niet meer onder nihil", sheet.Zero.Minus(r.inkomenBox1), wetIB("2.10"))
		}
		if r.belastbareWinst != sheet.Zero {
			k.bij("verlies weggewerkt voor de Zvw", sheet.Zero.Minus(sheet.Sum(r.belastbareWinst, r.overig, r.alimentatie)), bronZvw)
		}
		k.bij("maximum bijdrage-inkomen Zvw", r.zvwRuimte.Minus(sheet.Sum(r.loonZelf, r.belastbareWinst, r.overig, r.alimentatie)), bronZvw)
	}
	return k.list
}

// knikken gathers corners.
type knikken struct {
	f    *Fiscaal
	kant Kant
	list []Knik
}

// bij adds a corner.
func (k *knikken) bij(wat string, bedrag sheet.Expr, bron sheet.Source) {
	bedrag = bedrag.AtLeast(sheet.Zero)
	if k.kant == Betaalt {
		bedrag = bedrag.AtMost(k.f.aftrekbaar())
	}
	k.list = append(k.list, Knik{wat, bedrag, bron})
}

// drempel adds the amount at which an income reaches a threshold.
func (k *knikken) drempel(wat string, inkomen sheet.Expr, drempel norms.Value) {
	verschil := k.f.r.sc.Norm(drempel).Minus(inkomen)
	if k.kant == Betaalt {
		verschil = inkomen.Minus(k.f.r.sc.Norm(drempel))
	}
	k.bij(wat, verschil, wetIB("2.10 en 2.10a"))
}

// afbouw adds where a credit begins to fall and where it has come to nil.
func (k *knikken) afbouw(korting string, inkomen sheet.Expr, t norms.Table) {
	begin, bedrag, tarief := k.f.r.trede(t)
	for _, d := range []struct {
		wat     string
		drempel sheet.Expr
	}{{"einde", begin.Minus(bedrag.Over(tarief))}, {"begin", begin}} {
		verschil := d.drempel.Minus(inkomen)
		if k.kant == Betaalt {
			verschil = inkomen.Minus(d.drempel)
		}
		k.bij(fmt.Sprintf("%s van de afbouw van de %s", d.wat, korting), verschil, t.Source)
	}
}

// uitgeput adds where a box has nothing left to deduct from.
func (k *knikken) uitgeput() {
	r, f := k.f.r, k.f
	k.bij("niets meer af te trekken in box 1", f.ruimte1(), wetIB("6.2"))
	if r.box3 != sheet.Zero {
		k.bij("niets meer af te trekken in box 3", sheet.Sum(f.ruimte1(), r.box3), wetIB("6.2"))
	}
	if r.box2 == sheet.Zero {
		return
	}
	boven := sheet.Sum(f.ruimte1(), r.box3)
	for i := range slices.Backward(r.ib.Box2.Rows) {
		if i > 0 {
			begin := r.sc.Norm(cel(*r.ib.Box2, i, 0, "begin"))
			k.bij(fmt.Sprintf("begin van schijf %d van box 2", i+1), sheet.Sum(boven, r.box2.Minus(begin).AtLeast(sheet.Zero)), wetIB("2.12"))
		}
	}
	k.bij("niets meer af te trekken in box 2", f.aftrekbaar(), wetIB("6.2"))
}

// BrutoZonderHeffing gives the gross amount a year of which so much is left if only
// the Zvw contribution went off, EUR/jaar.
func (f *Fiscaal) BrutoZonderHeffing(netto sheet.Expr) sheet.Expr {
	z := f.zvwTarief()
	bruto := netto.Over(sheet.One.Minus(z))
	if verlies := f.r.verliesVoorZvw(); verlies != sheet.Zero {
		// Up to the loss nothing goes off at all.
		bruto = sheet.Sum(netto, z.Times(verlies)).Over(sheet.One.Minus(z)).AtLeast(netto)
	}
	return bruto.AtMost(sheet.Sum(netto, z.Times(f.zvwOver())))
}

// verliesVoorZvw is a loss that goes off what is received first, below nil; Zero
// where there can be none.
func (r *rekening) verliesVoorZvw() sheet.Expr {
	if r.belastbareWinst == sheet.Zero {
		return sheet.Zero
	}
	return sheet.Sum(r.belastbareWinst, r.overig, r.alimentatie).AtMost(sheet.Zero)
}
