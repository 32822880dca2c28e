package norms

import "github.com/shopspring/decimal"

func wetsvoorstel(f *file) (Wetsvoorstel, error) {
	c := newCheck(f)
	const id = reeksWetsvoorstel + "."
	amount := func(name string) Value {
		v := c.value(id+name, "EUR/maand")
		c.positive(v)
		return v
	}
	share := func(name string) Value {
		v := c.value(id+name, "%")
		c.positive(v)
		c.percentage(v)
		return v
	}
	w := Wetsvoorstel{
		Minimumbijdrage:        amount("minimumbijdrage"),
		Stapinkomen:            amount("stapinkomen"),
		Stapdraagkracht:        amount("stapdraagkracht"),
		StudiekostenMBO:        amount("studiekosten_mbo"),
		StudiekostenHO:         amount("studiekosten_ho"),
		InkomenZonderInzicht:   amount("inkomen_zonder_inzicht"),
		Overeenkomstpercentage: share("overeenkomstpercentage"),
		Hardheidspercentage:    share("hardheidspercentage"),

		Bijstandsnorm:        amount("bijstandsnorm"),
		Woonpercentage:       share("woonpercentage"),
		WoonlastInBijstand:   amount("woonlast_in_bijstand"),
		Zorgpremie:           amount("zorgpremie"),
		ZorgpremieInBijstand: amount("zorgpremie_in_bijstand"),
		Pensioenpercentage:   share("pensioenpercentage"),
		Pensioenfranchise:    amount("pensioenfranchise"),
		AfleidingVanaf:       amount("afleiding_vanaf"),
		AfleidingTot:         amount("afleiding_tot"),
		Afronding:            amount("afronding"),
	}
	c.notLower(w.StudiekostenHO, w.StudiekostenMBO, "van mbo")
	c.notLower(w.Zorgpremie, w.ZorgpremieInBijstand, "in de bijstand")

	var ok bool
	if w.Behoefte, ok = c.table(id+"behoefte", "inkomen EUR/maand",
		"kinderen_1 EUR/maand", "kinderen_2 EUR/maand", "kinderen_3 EUR/maand", "kinderen_4 EUR/maand"); ok {
		c.amounts(w.Behoefte, "bij een kind minder")
	}
	if w.KindgebondenKosten, ok = c.table(id+"kindgebonden_kosten", "inkomen EUR/maand",
		"jaar_0_5 EUR/maand", "jaar_6_11 EUR/maand", "jaar_12_22 EUR/maand"); ok {
		c.amounts(w.KindgebondenKosten, "van jongere kinderen")
		c.sameKeys(w.KindgebondenKosten, w.Behoefte)
	}
	if w.Draagkracht, ok = c.table(id+"draagkracht", "inkomen EUR/maand", "draagkracht EUR/maand", "tot EUR/maand"); ok {
		c.treden(&w)
	}
	if w.Verblijf, ok = c.table(id+"verblijf", "nachten nachten/jaar", "percentage %"); ok {
		c.rates(w.Verblijf)
	}
	return w, c.done()
}

// amounts holds a table to amounts that rise from column to column, and never fall
// with the income; than is what the column before is for.
func (c *check) amounts(t Table, than string) {
	c.fromZero(t)
	for col := 1; col < len(t.Columns); col++ {
		c.notFalling(t, col)
	}
	for i, row := range t.Rows {
		if !row[1].Amount.IsPositive() {
			c.failCell(t, i, 1, "%s hoort hoger te zijn dan 0", row[1].Amount)
		}
		for col := 2; col < len(row); col++ {
			if !row[col].Amount.GreaterThan(row[col-1].Amount) {
				c.failCell(t, i, col, "%s hoort hoger te zijn dan %s %s", row[col].Amount, row[col-1].Amount, than)
			}
		}
	}
}

// sameKeys holds a table to the keys of another: both are read at one income.
func (c *check) sameKeys(t, as Table) {
	if len(t.Rows) != len(as.Rows) {
		c.fail("tabel %s: %d rijen; tabel %s heeft er %d", t.ID, len(t.Rows), as.ID, len(as.Rows))
		return
	}
	for i, row := range t.Rows {
		if want := as.Rows[i][0].Amount; !row[0].Amount.Equal(want) {
			c.failCell(t, i, 0, "%s hoort %s te zijn, als in tabel %s", row[0].Amount, want, as.ID)
		}
	}
}

// treden checks the table of draagkracht and takes from it where its last row begins.
// It goes on in steps after that row, so its last rows have to be such steps.
func (c *check) treden(w *Wetsvoorstel) {
	t := w.Draagkracht
	c.fromZero(t)
	c.errs = append(c.errs, c.rising(t, 1)...)
	if first := t.Rows[0][1].Amount; !first.Equal(w.Minimumbijdrage.Amount) {
		c.failCell(t, 0, 1, "%s hoort de minimumbijdrage te zijn, %s", first, w.Minimumbijdrage.Amount)
	}
	last := len(t.Rows) - 1
	w.TweedeTrede = c.limit(reeksWetsvoorstel+".tweede_trede", "inkomen waar de tweede trede van de tabel begint", t, t.Rows[min(1, last)][0])
	w.LaatsteTrede = c.limit(reeksWetsvoorstel+".laatste_trede", "inkomen waar de laatste trede van de tabel begint", t, t.Rows[last][0])

	c.grenzen(t, w.Stapinkomen.Amount)
	known := false
	var step decimal.Decimal
	for i, row := range t.Rows {
		known = known || row[0].Amount.Equal(w.AfleidingVanaf.Amount)
		if i == 0 {
			continue
		}
		step = row[0].Amount.Sub(t.Rows[i-1][0].Amount)
		more := row[1].Amount.Sub(t.Rows[i-1][1].Amount)
		if step.Equal(w.Stapinkomen.Amount) && !more.Equal(w.Stapdraagkracht.Amount) {
			c.failCell(t, i, 1, "%s hoort %s meer te zijn dan in de rij erboven, niet %s", row[1].Amount, w.Stapdraagkracht.Amount, more)
		}
	}
	if !step.Equal(w.Stapinkomen.Amount) {
		c.failCell(t, last, 0, "%s hoort %s meer te zijn dan in de rij erboven, niet %s", t.Rows[last][0].Amount, w.Stapinkomen.Amount, step)
	}
	if !known {
		c.fail("waarde %s: %s hoort een inkomen van tabel %s te zijn", w.AfleidingVanaf.ID, w.AfleidingVanaf.Amount, t.ID)
	}
}

// grenzen holds the upper limit of each row to where the next begins; the last row is
// one step wide.
func (c *check) grenzen(t Table, step decimal.Decimal) {
	for i, row := range t.Rows {
		want := row[0].Amount.Add(step)
		if i+1 < len(t.Rows) {
			want = t.Rows[i+1][0].Amount
		}
		if !row[2].Amount.Equal(want) {
			c.failCell(t, i, 2, "%s hoort %s te zijn, waar de volgende rij begint", row[2].Amount, want)
		}
	}
}
