package xlsx

import (
	"fmt"
	"slices"
	"strings"

	"annex/calc/sheet"
	"annex/calc/watals"
	"annex/render"

	"github.com/shopspring/decimal"
)

// Where along an income the outcome becomes of another kind: the rows that look for it,
// by halving, and what is said of it above the table.

// zoekplek is where the search in each direction begins.
type zoekplek struct{ omhoog, omlaag int }

// zoekrijen is how many rows a search takes: where it begins, the halvings, the last
// euros, the outcome, and what is said of it.
func (k *reeks) zoekrijen(z *watals.Zoektocht) int { return 1 + len(z.Helften) + len(z.Dichtbij) + 2 }

// gevonden is the row with the outcome of a search that begins in a row.
func (k *reeks) gevonden(z *watals.Zoektocht, begin int) int {
	return begin + 1 + len(z.Helften) + len(z.Dichtbij)
}

// telling spells how many steps the outcome is as now.
func (k *reeks) telling(omhoog bool, laatste int) string {
	van, tot := k.nu+1, laatste
	if !omhoog {
		van, tot = k.nu-len(k.Onder), k.nu-1
	}
	c := k.column(k.alsNu)
	return fmt.Sprintf("SUM($%s$%d:$%s$%d)", c, van, c, tot)
}

// omslag writes what the figure and the amounts are now, and where the outcome becomes
// of another kind.
func (k *reeks) omslag(nu int, zoek zoekplek, laatste int) {
	b, t := k.b, k.b.texts.Reeksen
	cells := []cell{head(t.Omslag.Richting), figures(t.Omslag.Vanaf)}
	for _, i := range k.getoond {
		cells = append(cells, figures(b.betaalkop(k.Nu.Betalingen[i], k.Nu.Betalingen)))
	}
	breed := len(k.widths) - len(cells)
	k.header(append(cells, head(t.Omslag.Wat).inset().over(breed))...)
	if k.row+1 != nu {
		b.check(fmt.Errorf("%s: rij %d is niet die van nu", k.name, nu))
	}
	waarde := k.column(k.waarde)
	st := styleNumber.as(formatOf(k.Vraag.Cijfer.Eenheid, 2))
	cells = []cell{text(t.Omslag.Nu, styleCell.strong()), {formula: fmt.Sprintf("$%s$%d", waarde, k.nu), value: k.inCel(k.Nu.Bij), style: st.strong()}}
	for _, i := range k.getoond {
		u := k.Nu.Betalingen[i]
		cells = append(cells, cell{formula: k.cel(u.Regel, k.nu), value: float(u.Bedrag), style: styleNumber.as(k.bedrag(i)).strong()})
	}
	k.add(append(cells, blank(styleCell).over(breed))...)
	bereik := sheet.FormatNumber(k.Vraag.Zoek.Na(k.Vraag.Zoek.Aantal), 0)
	for _, x := range []struct {
		z      *watals.Zoektocht
		omhoog bool
		begin  int
		tekst  string
		naam   string
		geen   string
	}{
		{k.Omhoog, true, zoek.omhoog, t.Omslag.Omhoog, "omhoog", t.Omslag.GeenOmhoog}, {k.Omlaag, false, zoek.omlaag, t.Omslag.Omlaag, "omlaag", t.Omslag.GeenOmlaag},
	} {
		at := k.gevonden(x.z, x.begin)
		is := fmt.Sprintf("%s<%d", k.telling(x.omhoog, laatste), k.Vraag.Zoek.Aantal)
		live := func(formula string, value any, st style) cell {
			c := cell{formula: fmt.Sprintf(`IF(%s,%s,"")`, is, formula), value: "", style: st}
			if x.z.Gevonden {
				c.value = value
			}
			return c
		}
		c := live(fmt.Sprintf("$%s$%d", waarde, at), k.inCel(x.z.Bij.Bij), styleNumber.as(k.format()).strong())
		c.formula = strings.TrimSuffix(c.formula, `"")`) + quoted(t.Omslag.Geen) + ")"
		if !x.z.Gevonden {
			c.value = t.Omslag.Geen
		}
		cells := []cell{text(x.tekst, styleCell.strong()), c}
		for _, i := range k.getoond {
			u := x.z.Bij.Betalingen[i]
			cells = append(cells, live(k.cel(u.Regel, at), float(u.Bedrag), styleNumber.as(k.bedrag(i))))
		}
		geen := fmt.Sprintf(x.geen, bereik)
		said := cell{formula: fmt.Sprintf("IF(%s,%s,%s)", is, k.gezegd(at+1), literal(geen)), value: geen, style: styleCell.inset()}
		if x.z.Gevonden {
			said.value = k.zinnen(x.z.Bij)
		}
		// After a change it may say more than it says now.
		lines := 2.0
		if len(k.getoond) > 2 {
			lines = 3 // of each child
		}
		row := k.write(max(lines*textSize*leading+rowPad, k.measure([]cell{blank(styleCell).over(len(cells)), said.over(breed)})), append(cells, said.over(breed)))
		k.define(k.knikpunt(x.naam), reeksWaarde, row)
	}
}

// knikpunt names the cell with the figure at which the outcome becomes of another kind.
func (k *reeks) knikpunt(richting string) string {
	wie := strings.ToLower(strings.ReplaceAll(k.Vraag.Wie.ID, ".", "_"))
	return "knikpunt_" + wie + "_" + richting
}

// gezegd spells the sentences in a row together.
func (k *reeks) gezegd(row int) string {
	if len(k.standen) == 0 {
		return `""`
	}
	parts := make([]string, len(k.standen))
	for i := range k.standen {
		parts[i] = fmt.Sprintf("$%s$%d", k.column(k.stand+i), row)
	}
	return strings.Join(parts, "&")
}

// zinnen are those sentences at a point.
func (k *reeks) zinnen(p watals.Punt) string {
	out := ""
	for _, nr := range k.standen {
		out += k.gezegdVan(p, nr)
	}
	return out
}

// gezegdVan is what is said of one kenmerk at a point.
func (k *reeks) gezegdVan(p watals.Punt, nr int) string {
	if p.Standen[nr] == k.Nu.Standen[nr] {
		return ""
	}
	if id := k.Kenmerken[nr].Regel; id != "" {
		return k.zin(nr, moneyText(k.regelwaarde(p, id)))
	}
	return k.zin(nr, p.Standen[nr])
}

// zinFormule spells what is said of one kenmerk, in a row below that of the point.
func (k *reeks) zinFormule(i, row int) string {
	nr := k.standen[i]
	x, c := k.Kenmerken[nr], k.column(k.stand+i)
	text := ""
	if x.Regel != "" {
		before, after, _ := strings.Cut(k.zin(nr, plaats), plaats)
		text = fmt.Sprintf("%s&%s%d&%s", literal(before), c, row, literal(after))
	} else {
		last := len(x.Gevallen) - 1
		text = literal(k.zin(nr, x.Gevallen[last].Waarde))
		gehad := map[string]bool{x.Gevallen[last].Waarde: true}
		for _, g := range slices.Backward(x.Gevallen[:last]) {
			if !gehad[g.Waarde] {
				gehad[g.Waarde] = true
				text = fmt.Sprintf("IF(%s%d=%s,%s,%s)", c, row, quoted(k.b.staatwoord(g.Waarde)), literal(k.zin(nr, g.Waarde)), text)
			}
		}
	}
	return fmt.Sprintf(`IF(%[1]s%[2]d=%[1]s$%[3]d,"",%[4]s)`, c, row, k.nu, text)
}

// zin is what is to be said where a kenmerk has become otherwise; empty where there are
// no words for it.
func (k *reeks) zin(nr int, wordt string) string {
	x := k.Kenmerken[nr]
	text, err := render.Wijziging(k.b.annex, k.b.result, watals.Wijziging{Soort: x.Soort, Wie: x.Wie, Voor: x.Voor, Ontvanger: x.Ontvanger, Onderdeel: x.Onderdeel, Wordt: wordt})
	k.b.check(err)
	if text == "" {
		return ""
	}
	return fmt.Sprintf(k.b.texts.Reeksen.Dan, text)
}

// zoek writes how the limit in one direction is found. The formulas are those of
// watals.Zoektocht.
func (k *reeks) zoek(z *watals.Zoektocht, omhoog bool, laatste, begin int, s *gespeld) {
	t := k.b.texts.Reeksen.Zoeken
	richting, telling := t.Omhoog, k.telling(omhoog, laatste)
	x := k.column(k.waarde)
	if !omhoog {
		richting = t.Omlaag
	}
	label := func(what string) []cell { return []cell{text(richting+", "+what, style{colour: colourMuted})} }
	if k.row+1 != begin {
		k.b.check(fmt.Errorf("%s: rij %d is niet het begin van het zoeken", k.name, begin))
	}
	k.schrijf(oneRow, rij{Punt: watals.Punt{Bij: z.Begin}, links: label(t.Begin), waarde: heel(fmt.Sprintf("%s$%d", x, k.nu), omhoog), zonder: true}, s)
	n := k.Vraag.Zoek.Aantal
	// The steps as they stand in the table, the nearest first.
	values := fmt.Sprintf("%s$%d:%s$%d", x, k.nu+1, x, laatste)
	at := func(nr string) string { return "INDEX(" + values + "," + nr + ")" }
	if !omhoog {
		values = fmt.Sprintf("%s$%d:%s$%d", x, k.nu-len(k.Onder), x, k.nu-1)
		at = func(nr string) string { return fmt.Sprintf("INDEX(%s,%d-%s)", values, n+1, nr) }
	}
	vorige := fmt.Sprintf("IF(%[1]s=0,%[2]s$%[3]d,%[4]s)", telling, x, begin, at(fmt.Sprintf("MAX(1,%s)", telling)))
	anders := at(fmt.Sprintf("MIN(%s+1,%d)", telling, n))
	v, a, same := k.column(k.vorige), k.column(k.anders), k.column(k.alsNu)
	tussen := func(vorige, anders decimal.Decimal, fv, fa string) []cell {
		return []cell{{formula: fv, value: k.inCel(vorige), ready: s.waarde}, {formula: fa, value: k.inCel(anders), ready: s.waarde}}
	}
	halver := func(row int) (string, string) {
		return fmt.Sprintf("IF(%[1]s%[4]d=1,%[2]s%[4]d,%[3]s%[4]d)", same, x, v, row),
			fmt.Sprintf("IF(AND(%[1]s%[5]d=0,%[2]s%[5]d<>%[3]s%[5]d),%[2]s%[5]d,%[4]s%[5]d)", same, x, v, a, row)
	}
	for i, h := range z.Helften {
		row := k.row + 1
		k.schrijf(oneRow, rij{
			Punt: h.Punt, links: label(fmt.Sprintf(t.Halvering, i+1)), tussen: tussen(h.Vorige, h.Anders, vorige, anders),
			waarde: fmt.Sprintf("%[1]s%[3]d+ROUNDDOWN((%[2]s%[3]d-%[1]s%[3]d)/2,0)", v, a, row), alsNu: k.gelijk(nil, row),
		}, s)
		vorige, anders = halver(row)
	}
	first := k.row + 1
	for i, d := range z.Dichtbij {
		row := k.row + 1
		nr := watals.EersteDichtbij + i
		grens := fmt.Sprintf("MAX(%[1]s%[2]d-%[3]d,%[4]s$%[5]d+1)", a, row, nr, x, begin)
		if !omhoog {
			grens = fmt.Sprintf("MIN(%[1]s%[2]d+%[3]d,%[4]s$%[5]d-1)", a, row, nr, x, begin)
		}
		k.schrijf(oneRow, rij{
			Punt: d, links: label(fmt.Sprintf(t.Dichtbij, nr)), tussen: tussen(z.Vorige, z.Anders, vorige, anders),
			waarde: fmt.Sprintf("IF(%s<%d,%s,%s%d)", telling, n, grens, a, row), alsNu: k.gelijk(nil, row),
		}, s)
		vorige, anders = fmt.Sprintf("%s%d", v, first), fmt.Sprintf("%s%d", a, first)
	}
	found := fmt.Sprintf("%s%d", a, first)
	for i := range z.Dichtbij {
		found = fmt.Sprintf("IF(%s%d=0,%s%d,%s)", same, first+i, x, first+i, found)
	}
	row := k.row + 1
	k.schrijf(oneRow, rij{Punt: z.Bij, links: label(t.Uitkomst), waarde: found, alsNu: k.gelijk(nil, row)}, s)
	// What is said of it, below each state.
	cells := label(t.Gezegd)
	for len(cells) < k.stand-1 {
		cells = append(cells, cell{})
	}
	for i, nr := range k.standen {
		cells = append(cells, cell{formula: k.zinFormule(i, row), value: k.gezegdVan(z.Bij, nr), ready: s.stand})
	}
	k.write(oneRow, cells)
}

// heel spells the whole number not above a cell, or not below it.
func heel(name string, omlaag bool) string {
	x := round(name, noise)
	cut := "ROUNDDOWN(" + x + ",0)"
	if omlaag {
		return fmt.Sprintf("%[1]s-IF(%[1]s>%[2]s,1,0)", cut, x)
	}
	return fmt.Sprintf("%[1]s+IF(%[1]s<%[2]s,1,0)", cut, x)
}
