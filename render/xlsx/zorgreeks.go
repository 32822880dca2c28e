package xlsx

import (
	"fmt"

	"annex/calc/sheet"
	"annex/calc/watals"
)

// zorg writes the sheet with the care: for each figure of it what other values
// make of the amounts.
func (b *book) zorg() {
	t := b.texts.Reeksen
	var list []*reeks
	for _, r := range b.zorgreeksen {
		list = append(list, b.nieuweReeks(r))
	}
	p := b.page(b.sheets.zorg, zijde(list[0].readable()))
	p.ernaast()
	p.head(t.TitelZorg)
	p.wide(fmt.Sprintf(t.UitlegZorg, b.erbij.WatAls.Periode.Tekst), styleMuted)
	for _, k := range list {
		p.gap(8)
		k.page = p
		k.zorg()
	}
	p.printArea(len(p.widths))
	p.finish()
}

// zorg writes one figure: a row for each value, and what it differs from now.
func (k *reeks) zorg() {
	p, b, t, v := k.page, k.b, k.b.texts.Reeksen, k.Vraag
	var kinderen []string
	for _, x := range v.Kinderen {
		kinderen = append(kinderen, x.Naam)
	}
	punten := k.opRij()
	p.section(fmt.Sprintf(t.KopZorg, sheet.Capital(b.cijfernaam(v.Cijfer)), sheet.Enumerate(kinderen), v.Wie.Naam), float64(len(punten)+6)*oneRow)
	k.koppen(t.Kolommen.Verschilbedrag, t.Kolommen.AndersDanNu)
	eerste := p.row + 1
	k.nu = eerste
	if len(v.Rooster.Waarden) == 0 {
		k.nu += len(k.Onder)
	}
	s := k.spel(eerste, eerste+len(punten)-1)
	for i, punt := range punten {
		row := eerste + i
		r := rij{Punt: punt, alsNu: k.gelijk(nil, row), waarde: k.zorgwaarde(row)}
		r.links = k.zorgcellen(punt, row, i, punten)
		k.schrijf(k.hoogte(k.veranderd(punt, k.Nu)), r, s)
	}
}

// opRij gives all points as they stand below each other.
func (k *reeks) opRij() []watals.Punt {
	var out []watals.Punt
	for i := range k.Onder {
		out = append(out, k.Onder[len(k.Onder)-1-i])
	}
	return append(append(out, k.Nu), k.Boven...)
}

// zorgwaarde spells the figure in a row.
func (k *reeks) zorgwaarde(row int) string {
	v, at := k.Vraag, row-k.nu
	switch {
	case at == 0:
		return k.nuFormule()
	case len(v.Rooster.Waarden) > 0:
		return k.getal(v.Rooster.Waarden[at-1])
	}
	nu, per := fmt.Sprintf("%s$%d", k.column(k.waarde), k.nu), v.Rooster.Per.String()
	if at < 0 {
		return fmt.Sprintf("MIN(%[1]s,MAX(%[1]s-%[2]d*%[3]s,%[4]s))", nu, -at, per, k.getal(v.Min))
	}
	if v.Max == nil {
		return fmt.Sprintf("%s+%d*%s", nu, at, per)
	}
	return fmt.Sprintf("MAX(%[1]s,MIN(%[1]s+%[2]d*%[3]s,%[4]s))", nu, at, per, k.getal(*v.Max))
}

// zorgcellen are what is read of a row. A value that is that of the row nearer to now
// leaves its row empty.
func (k *reeks) zorgcellen(p watals.Punt, row, i int, punten []watals.Punt) []cell {
	x := k.column(k.waarde)
	weg, leeg := "", false
	if len(k.Vraag.Rooster.Waarden) == 0 {
		switch {
		case row < k.nu:
			weg, leeg = fmt.Sprintf("%[1]s%[2]d>=%[1]s%[3]d", x, row, row+1), !p.Bij.LessThan(punten[i+1].Bij)
		case row > k.nu:
			weg, leeg = fmt.Sprintf("%[1]s%[2]d<=%[1]s%[3]d", x, row, row-1), !p.Bij.GreaterThan(punten[i-1].Bij)
		}
	}
	var out []cell
	shown := func(formula string, value any, st style) cell {
		c := k.mits(weg, leeg, formula, value, len(out) == 0)
		c.style = nuStyle(st, row == k.nu)
		c.style.middle = true
		return c
	}
	out = append(out, shown(fmt.Sprintf("%[1]s%[2]d-%[1]s$%[3]d", x, row, k.nu), k.inCel(p.Verschil), styleNumber.muted().as(k.verschilformaat())))
	out = append(out, shown(fmt.Sprintf("%s%d", x, row), k.inCel(p.Bij), styleNumber.as(k.format())))
	for _, nr := range k.getoond {
		u := p.Betalingen[nr]
		out = append(out, shown(k.cel(u.Regel, row), float(u.Bedrag), styleNumber.as(k.bedrag(nr))))
	}
	for _, nr := range k.hoofd {
		id := p.Betalingen[nr].Regel
		out = append(out, shown(fmt.Sprintf("%s-%s", k.cel(id, row), k.cel(id, k.nu)), float(watals.MeerDan(p, k.Nu, nr)), styleNumber.muted().as(signed(2))))
	}
	return append(out, shown(k.verandert(fmt.Sprint(row), fmt.Sprint(k.nu)), k.veranderd(p, k.Nu), styleVerandering))
}
