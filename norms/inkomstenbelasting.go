package norms

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// inkomstenbelastingGroepen is the income tax of one calendar year, by
// Belastinggroep.
type inkomstenbelastingGroepen [3]Inkomstenbelasting

func inkomstenbelasting(f *file) (inkomstenbelastingGroepen, error) {
	c := newCheck(f)
	c.calendarYear()
	below := c.zonderGroep()
	from := below
	from.Groep = VanafAOW
	c.groep(&below, "")
	c.groep(&from, "_aow")
	ouderenkorting := c.heffingskorting("ouderenkorting", "vanaf")
	c.afgebouwd(ouderenkorting)
	from.Ouderenkorting = &ouderenkorting

	before1946 := from
	before1946.Groep = VanafAOWVoor1946
	before1946.Box1 = c.tarief("box1_aow_voor_1946")
	g := inkomstenbelastingGroepen{below, from, before1946}
	c.betweenGroups(g)
	return g, c.done()
}

// groep takes the tables of one group, whose names end in suffix.
func (c *check) groep(b *Inkomstenbelasting, suffix string) {
	b.Box1 = c.tarief("box1" + suffix)
	b.AlgemeneHeffingskorting, b.OverVerzamelinkomen = c.algemeneHeffingskorting("algemene_heffingskorting" + suffix)
	c.afgebouwd(b.AlgemeneHeffingskorting)
	b.Arbeidskorting = c.heffingskorting("arbeidskorting"+suffix, "vanaf")
	b.Combinatiekorting = c.heffingskorting("combinatiekorting"+suffix, "vanaf")
}

// zonderGroep takes the figures that are the same for every group.
func (c *check) zonderGroep() Inkomstenbelasting {
	b := Inkomstenbelasting{
		AlleenstaandeOuderenkorting: c.value("inkomstenbelasting.alleenstaande_ouderenkorting", "EUR/jaar"),
		Jonggehandicaptenkorting:    c.value("inkomstenbelasting.jonggehandicaptenkorting", "EUR/jaar"),
	}
	c.positive(b.AlleenstaandeOuderenkorting, b.Jonggehandicaptenkorting)
	part := func(name, unit string) *Value {
		v, gone := c.optional("inkomstenbelasting."+name, unit)
		b.Ontbreekt = append(b.Ontbreekt, gone...)
		switch {
		case v == nil:
		case strings.HasPrefix(unit, "%"):
			c.percentage(*v)
		default:
			c.positive(*v)
		}
		return v
	}
	b.MaximaalAftrektarief = part("maximaal_aftrektarief", "%")
	b.Zelfstandigenaftrek = part("zelfstandigenaftrek", "EUR/jaar")
	b.Startersaftrek = part("startersaftrek", "EUR/jaar")
	b.MKBWinstvrijstelling = part("mkb_winstvrijstelling", "%")
	b.GebruikelijkLoon = part("gebruikelijk_loon", "EUR/jaar")
	box2, gone := c.optionalRates("box2", "vanaf EUR/jaar", "tarief %")
	b.Box2, b.Ontbreekt = box2, append(b.Ontbreekt, gone...)
	b.Box3 = box3(part)
	forfait, gone := c.optionalRates("eigenwoningforfait", "vanaf EUR", "percentage %/jaar")
	b.Ontbreekt = append(b.Ontbreekt, gone...)
	b.EigenWoning = c.eigenWoning(forfait, part)
	return b
}

// box3 gives nothing unless every figure that the tax of box 3 always needs is
// there; who has no debts needs no more.
func box3(part func(name, unit string) *Value) *Box3 {
	tarief := part("box3_tarief", "%")
	vrij := part("box3_heffingsvrij_vermogen", "EUR")
	bank := part("box3_forfait_banktegoeden", "%/jaar")
	overig := part("box3_forfait_overige_bezittingen", "%/jaar")
	schulden := part("box3_forfait_schulden", "%/jaar")
	drempel := part("box3_schuldendrempel", "EUR")
	if slices.Contains([]*Value{tarief, vrij, bank, overig}, nil) {
		return nil
	}
	return &Box3{
		Tarief: *tarief, HeffingsvrijVermogen: *vrij, ForfaitBanktegoeden: *bank, ForfaitOverig: *overig,
		ForfaitSchulden: schulden, Schuldendrempel: drempel,
	}
}

func (c *check) eigenWoning(forfait *Table, part func(name, unit string) *Value) *EigenWoning {
	grens := part("villagrens", "EUR")
	bedrag := part("villabedrag", "EUR/jaar")
	percentage := part("villapercentage", "%/jaar")
	hillen := part("hillen_percentage", "%")
	if forfait == nil || slices.Contains([]*Value{grens, bedrag, percentage, hillen}, nil) {
		return nil
	}
	last := forfait.Rows[len(forfait.Rows)-1]
	if !grens.Amount.GreaterThan(last[0].Amount) {
		c.fail("waarde %s: %s hoort hoger te zijn dan %s, waar de laatste rij van de tabel begint", grens.ID, grens.Amount, last[0].Amount)
	}
	if at := last[1].Amount.Mul(grens.Amount).Shift(-2); apart(at, bedrag.Amount) {
		c.fail("waarde %s: %s hoort op 2 euro na te zijn wat de tabel bij de villagrens geeft (%s)", bedrag.ID, bedrag.Amount, at)
	}
	if percentage.Amount.LessThan(last[1].Amount) {
		c.fail("waarde %s: %s hoort niet lager te zijn dan %s in de laatste rij van de tabel", percentage.ID, percentage.Amount, last[1].Amount)
	}
	return &EigenWoning{Forfait: *forfait, Villagrens: *grens, Villabedrag: *bedrag, Villapercentage: *percentage, Hillen: *hillen}
}

func (c *check) tarief(name string) Table {
	t, ok := c.table("inkomstenbelasting."+name, "vanaf EUR/jaar", "tarief %")
	if ok {
		c.rates(t)
	}
	return t
}

func (c *check) optionalRates(name string, columns ...string) (*Table, []Ontbrekend) {
	t, gone := c.optionalTable("inkomstenbelasting."+name, columns...)
	if t != nil {
		c.rates(*t)
	}
	return t, gone
}

// rates holds a table of percentages to covering everything from 0, and to asking
// no less of who has more.
func (c *check) rates(t Table) {
	c.fromZero(t)
	c.notFalling(t, 1)
	for i, row := range t.Rows {
		if p := row[1].Amount; p.IsNegative() || p.GreaterThan(hundred) {
			c.failCell(t, i, 1, "%s hoort van 0 tot en met 100 te zijn", p)
		}
	}
}

func (c *check) fromZero(t Table) {
	if !t.Rows[0][0].Amount.IsZero() {
		c.failCell(t, 0, 0, "de eerste rij hoort bij 0 te beginnen")
	}
}

// algemeneHeffingskorting takes the credit with the income it runs on, which the
// key column names.
func (c *check) algemeneHeffingskorting(name string) (t Table, verzamelinkomen bool) {
	verzamelinkomen = slices.ContainsFunc(c.tables, func(t Table) bool {
		return t.ID == "inkomstenbelasting."+name && t.Columns[0].ID == "verzamelinkomen"
	})
	if verzamelinkomen {
		return c.heffingskorting(name, "verzamelinkomen"), true
	}
	return c.heffingskorting(name, "inkomen_box_1"), false
}

// afgebouwd looks whether a credit is level, then falls, and then is nil: grossing
// up partneralimentatie rests on that (art. 8.10 and 8.17 Wet IB 2001).
func (c *check) afgebouwd(t Table) {
	const vlak, afbouw, nihil, rijen = 0, 1, 2, 3
	switch {
	case len(t.Rows) == 0: // reported already
	case len(t.Rows) != rijen:
		c.fail("tabel %s: %d rijen; hier horen er %d: gelijk, dalend, nihil", t.ID, len(t.Rows), rijen)
	case !t.Rows[vlak][2].Amount.IsZero() || !t.Rows[afbouw][2].Amount.IsNegative() || !t.Rows[afbouw][1].Amount.Equal(t.Rows[vlak][1].Amount) || !t.Rows[nihil][1].Amount.IsZero():
		c.fail("tabel %s: hoort eerst gelijk te zijn, dan te dalen en dan nihil te zijn", t.ID)
	}
}

// heffingskorting takes a credit. Each row has to begin where the row before it
// ends: a slip in any cell shows there.
func (c *check) heffingskorting(name, key string) Table {
	t, ok := c.table("inkomstenbelasting."+name, key+" EUR/jaar", "bedrag EUR/jaar", "percentage %")
	if !ok {
		return t
	}
	c.fromZero(t)
	for i, row := range t.Rows {
		if row[1].Amount.IsNegative() {
			c.failCell(t, i, 1, "%s hoort niet lager te zijn dan 0", row[1].Amount)
		}
		if row[2].Amount.Abs().GreaterThan(hundred) {
			c.failCell(t, i, 2, "%s hoort van -100 tot en met 100 te zijn", row[2].Amount)
		}
		if i == 0 {
			continue
		}
		if at := korting(t.Rows[i-1], row[0].Amount); apart(at, row[1].Amount) {
			c.failCell(t, i, 1, "%s hoort op 2 euro na te zijn wat de rij erboven bij %s geeft (%s)", row[1].Amount, row[0].Amount, at)
		}
	}
	if last := len(t.Rows) - 1; !t.Rows[last][2].Amount.IsZero() {
		c.failCell(t, last, 2, "%s hoort in de laatste rij 0 te zijn", t.Rows[last][2].Amount)
	}
	return t
}

// korting is what a row of a heffingskorting gives at an income.
func korting(row []Cell, income decimal.Decimal) decimal.Decimal {
	return row[1].Amount.Add(row[2].Amount.Mul(income.Sub(row[0].Amount)).Shift(-2))
}

// apart tells whether two amounts differ by more than what rounding to whole
// euros, and a percentage to three decimals, can explain.
func apart(a, b decimal.Decimal) bool {
	return a.Sub(b).Abs().GreaterThan(decimal.NewFromInt(2))
}

// betweenGroups holds the groups to what the law gives them in common: the same
// top rate, and from the AOW age no higher rate and no higher credit, because the
// premie AOW is no part of them.
func (c *check) betweenGroups(g inkomstenbelastingGroepen) {
	below, from := g[TotAOW], g[VanafAOW]
	tarief := func(row []Cell, _ decimal.Decimal) decimal.Decimal { return row[1].Amount }
	for _, t := range []Table{from.Box1, g[VanafAOWVoor1946].Box1} {
		c.notAbove(t, below.Box1, tarief)
		c.sameTop(t, below.Box1)
	}
	c.notAbove(from.AlgemeneHeffingskorting, below.AlgemeneHeffingskorting, korting)
	c.notAbove(from.Arbeidskorting, below.Arbeidskorting, korting)
	c.notAbove(from.Combinatiekorting, below.Combinatiekorting, korting)
	if below.OverVerzamelinkomen != from.OverVerzamelinkomen && from.AlgemeneHeffingskorting.ID != "" {
		c.fail("tabel %s: de sleutel hoort dezelfde te zijn als tot de AOW-leeftijd", from.AlgemeneHeffingskorting.ID)
	}
	if m := below.MaximaalAftrektarief; m != nil && len(below.Box1.Rows) > 0 {
		if top := below.Box1.Rows[len(below.Box1.Rows)-1][1].Amount; m.Amount.GreaterThan(top) {
			c.fail("waarde %s: %s hoort niet hoger te zijn dan het hoogste tarief %s", m.ID, m.Amount, top)
		}
	}
}

// notAbove holds every row of a table from the AOW age to being no higher than
// what the table below it, read with at, says of the same income.
func (c *check) notAbove(t, below Table, at func(row []Cell, income decimal.Decimal) decimal.Decimal) {
	if len(below.Rows) == 0 {
		return
	}
	for i, row := range t.Rows {
		other := below.Rows[0]
		for _, r := range below.Rows {
			if !r[0].Amount.GreaterThan(row[0].Amount) {
				other = r
			}
		}
		if limit := at(other, row[0].Amount); row[1].Amount.GreaterThan(limit) {
			c.failCell(t, i, 1, "%s hoort niet hoger te zijn dan %s tot de AOW-leeftijd", row[1].Amount, limit)
		}
	}
}

// sameTop holds the last rows of two tables to being the same.
func (c *check) sameTop(t, below Table) {
	if len(t.Rows) == 0 || len(below.Rows) == 0 {
		return
	}
	last := len(t.Rows) - 1
	for col, cell := range t.Rows[last] {
		if top := below.Rows[len(below.Rows)-1][col].Amount; !cell.Amount.Equal(top) {
			c.failCell(t, last, col, "%s hoort gelijk te zijn aan %s tot de AOW-leeftijd", cell.Amount, top)
		}
	}
}
