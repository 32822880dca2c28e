package xlsx

import (
	"fmt"
	"io"

	"annex/calc/sheet"
	"annex/calc/vergelijk"
	"annex/render"
	"annex/templates"

	"github.com/shopspring/decimal"
)

// WriteVergelijking writes the workbook of a comparison. It holds the results as
// numbers and their differences as formulas: how a result came about lives in the
// workbook of each variant (docs/adr/0013-vergelijken.md).
func WriteVergelijking(w io.Writer, v *vergelijk.Vergelijking, t *templates.Vergelijking) error {
	b := &compared{book: emptyBook(v.Kolommen[0].Result.Receipt(), templates.StandaardWerkmap(), templates.StandaardBijlage())}
	defer b.close()
	b.Vergelijktaal = render.Vergelijktaal{V: v, T: t, Annex: b.annex, Vul: func(text templates.Tekst, velden map[string]any) string {
		s, err := text.Vul(velden)
		b.check(err)
		return s
	}}
	var namen []string
	for i := range v.Kolommen {
		namen = append(namen, b.Naam(i))
	}
	b.about = about{title: b.titel(), subject: t.Onderwerp, date: v.Datum()}
	b.about.foot = shortened(b.Vul(t.Werkmap.Voettekst, map[string]any{"Kolommen": sheet.Enumerate(namen), "Datum": sheet.FormatDate(v.Datum())}), 110)
	b.caution = b.GeenRecht()
	b.figures()
	if !v.Methoden {
		b.differences()
	}
	if v.MeerMethoden() {
		b.reasons()
	}
	return b.write(w)
}

// compared is the workbook of a comparison being made.
type compared struct {
	*book
	render.Vergelijktaal
}

func (b *compared) titel() string {
	if b.V.Methoden {
		return b.T.Titels.Methoden
	}
	return b.T.Titels.Varianten
}

// start begins a sheet: its title, and what must not be missed.
func (b *compared) start(name, tab string, widths []float64) *page {
	const portrait = 100 // digits that can be read on an upright page
	total := 0.0
	for _, w := range widths {
		total += w
	}
	p := b.page(name, layout{widths: widths, landscape: total > portrait, tab: tab})
	p.add(text(b.titel(), styleTitle))
	if b.caution != "" {
		p.wide(b.caution, styleCaution)
	}
	return p
}

// figures writes the figures of all columns side by side, and the differences.
func (b *compared) figures() {
	widths := []float64{44}
	for i := range b.V.Kolommen {
		if widths = append(widths, 19); i > 0 {
			widths = append(widths, 15)
		}
	}
	p := b.start(b.T.Werkmap.Tabblad, colourAccent, widths)
	if b.V.Methoden {
		p.wide(b.VanMethode(), styleMuted)
	}
	p.wide(b.T.Werkmap.Leeswijzer, styleMuted)
	p.gap(8)
	for _, periode := range b.V.Perioden {
		p.section(sheet.Capital(b.Wanneer(periode)), 4*oneRow)
		if text := b.AndereData(periode); text != "" {
			p.wide(text, styleMuted)
		}
		b.head(p, b.T.Kolommen.Voor)
		for _, u := range periode.Betalingen {
			label := styleCell
			if u.Totaal {
				label = label.strong()
			}
			b.row(p, text(b.Betaling(u), label), u.Cellen, true)
		}
		if b.V.StudiekostenApart(periode) {
			p.wide(b.T.Studiekosten, styleMuted)
		}
		p.gap(8)
		b.head(p, b.T.Kolommen.Cijfer)
		if b.V.MeerMethoden() {
			for _, s := range periode.Stappen {
				if len(s.Rijen) > 0 {
					p.keep(3 * oneRow)
					p.wide(b.T.Stappen[s.ID], styleBlok)
				}
				b.rows(p, s.Rijen)
			}
		} else {
			b.rows(p, periode.Kerncijfers)
		}
		p.gap(8)
	}
	if list := b.Waarschuwingen(); len(list) > 0 {
		p.section(b.T.Koppen.Waarschuwingen, oneRow)
		for _, w := range list {
			p.wide(w, styleText)
		}
	}
	p.finish()
}

// head writes the heads of the columns: the name, and below it the method.
func (b *compared) head(p *page, eerste string) {
	namen, methoden := []cell{head(eerste)}, []cell{blank(styleMuted)}
	onder := styleMuted
	onder.right = true
	for i := range b.V.Kolommen {
		namen, methoden = append(namen, figures(b.Naam(i))), append(methoden, text(b.Onder(i), onder))
		if i > 0 {
			verschil := b.T.Kolommen.Verschil
			if len(b.V.Kolommen) > 2 {
				verschil = b.Vul(b.T.Werkmap.Verschil, map[string]any{"Kolom": b.Naam(i)})
			}
			namen = append(namen, figures(verschil))
			methoden = append(methoden, blank(styleMuted))
		}
	}
	p.header(namen...)
	p.add(methoden...)
}

func (b *compared) rows(p *page, list []vergelijk.Rij) {
	for _, r := range list {
		b.row(p, text(r.Naam, styleCell), r.Cellen, false)
	}
}

// row writes the figures of one row as numbers, and behind each after the first what
// it differs from that, as a formula.
func (b *compared) row(p *page, label cell, cellen []vergelijk.Cel, betaling bool) {
	cells := []cell{label}
	row := p.row + 1
	number := styleNumber
	number.bold = label.style.bold
	dash := text(b.T.Geen, number)
	for i, c := range cellen {
		if c.Regel == nil {
			cells = append(cells, dash)
		} else {
			f := b.format(i, c.Regel, c.Regel.Value, betaling)
			if betaling {
				f += ";-" + f + ";" + quoted(b.T.Nihil)
			}
			cells = append(cells, number64(float(c.Regel.Value), number.as(f)))
		}
		switch {
		case i == 0:
		case c.Vergeleken:
			f := b.format(i, c.Regel, c.Verschil, betaling)
			cells = append(cells, cell{
				formula: fmt.Sprintf("%s-%s", p.at(len(cells), row), p.at(2, row)), value: float(c.Verschil),
				style: number.as(b.difference(f)),
			})
		default:
			cells = append(cells, dash)
		}
	}
	p.add(cells...)
}

// format is the number format of a figure of a column. An amount to be paid has cents
// where the bijlage shows them.
func (b *compared) format(kolom int, l *sheet.LineResult, d decimal.Decimal, betaling bool) string {
	places := int32(2)
	switch {
	case !l.Unit.Money():
		return formatOf(l.Unit, l.Places())
	case betaling && d.IsInteger() && !b.InCenten(kolom):
		places = 0
	}
	return `"€" ` + formatOf(l.Unit, places)
}

// differences writes what the variants do not have in common, and what each of that
// does to the amounts.
func (b *compared) differences() {
	t := b.T
	widths := []float64{44}
	for range b.V.Kolommen {
		widths = append(widths, 27)
	}
	p := b.start(t.Werkmap.TabbladInvoer, colourMuted, widths)
	p.section(t.Koppen.GegevensAnders, 2*oneRow)
	if len(b.V.Gegevens) == 0 {
		p.wide(t.GegevensAnders.Geen, styleText)
	} else {
		p.wide(t.GegevensAnders.Inleiding, styleMuted)
		namen, methoden := []cell{head(t.Kolommen.Gegeven)}, []cell{blank(styleMuted)}
		for i := range b.V.Kolommen {
			namen, methoden = append(namen, head(b.Naam(i)).inset()), append(methoden, text(b.Onder(i), styleMuted.inset()))
		}
		p.header(namen...)
		p.add(methoden...)
	}
	for i, g := range b.V.Gegevens {
		if i == 0 || g.Groep != b.V.Gegevens[i-1].Groep {
			p.wide(g.Groep, styleBlok)
		}
		cells := []cell{text(g.Omschrijving, styleCell)}
		for j, u := range g.Waarden {
			c := text(t.Geen, styleCell.inset())
			if u != nil {
				c.value = u.Tekst()
			}
			if !g.Gelijk(j) {
				c.style.bold = true
			}
			cells = append(cells, c)
		}
		p.add(cells...)
	}
	p.gap(8)
	for _, o := range b.V.Oorzaken {
		b.cause(p, o)
	}
	p.finish()
}

// cause writes the amounts after each change as numbers, and by how much it changes each
// as a formula.
func (b *compared) cause(p *page, o vergelijk.Oorzaak) {
	t := b.T.Oorzaken
	namen := map[string]any{"Van": b.Naam(0), "Naar": b.Naam(o.Kolom), "Periode": ""}
	if len(b.V.Perioden) > 1 && o.Periode > 0 {
		namen["Periode"] = b.Wanneer(b.V.Perioden[o.Periode-1])
	}
	p.section(b.Vul(t.Kop, namen), 3*oneRow)
	if o.Waarom != "" {
		p.wide(o.Waarom, styleText)
		p.gap(8)
		return
	}
	// An amount and a difference for each of those paid for; more than there is room
	// for stand below each other.
	const pair = 2
	v, room := o.Verloop, (len(p.widths)-1)/pair
	for van := 0; van < len(v.Kolommen); van += room {
		tot := min(van+room, len(v.Kolommen))
		heads := []cell{head(t.Wat)}
		for _, naam := range v.Kolommen[van:tot] {
			heads = append(heads, figures(naam), figures(b.T.Kolommen.Verschil))
		}
		p.header(heads...)
		begin := []cell{text(b.Vul(t.Begin, namen), styleCell)}
		for _, d := range v.Begin[van:tot] {
			begin = append(begin, b.paid(o.Kolom, d), blank(styleNumber))
		}
		before := p.add(begin...)
		for _, s := range v.Stappen {
			row := []cell{{value: s.Wat, note: b.Vul(t.Wijziging, map[string]any{"Van": s.Van, "Naar": s.Naar}), style: styleCell}}
			for i := van; i < tot; i++ {
				row = append(row, b.paid(o.Kolom, s.Bedragen[i]))
				at := len(row)
				row = append(row, cell{
					formula: fmt.Sprintf("%s-%s", p.at(at, p.row+1), p.at(at, before)), value: float(s.Verschil[i]),
					style: styleNumber.as(b.difference(b.amount(o.Kolom, s.Verschil[i]))),
				})
			}
			before = p.add(row...)
		}
		p.gap(8)
	}
}

// paid is an amount to be paid, shown as in the bijlage of a column.
func (b *compared) paid(kolom int, d decimal.Decimal) cell {
	f := b.amount(kolom, d)
	return number64(float(d), styleNumber.as(f+";-"+f+";"+quoted(b.T.Nihil)))
}

// amount is the number format of an amount to be paid: with cents where the bijlage of
// its column shows them.
func (b *compared) amount(kolom int, d decimal.Decimal) string {
	places := int32(2)
	if d.IsInteger() && !b.InCenten(kolom) {
		places = 0
	}
	return `"€ "` + formatOf(sheet.EURPerMaand, places)
}

// difference is the format of a difference between figures of a format.
func (b *compared) difference(f string) string {
	return quoted(b.T.Meer) + f + `;` + quoted(b.T.Minder) + f + `;` + quoted(b.T.Gelijk)
}

// pageWidth is what an upright A4 holds at full size, in digits. LibreOffice makes a
// sheet of one column no smaller: it cuts it off.
const pageWidth = 84

// reasons writes why the methods differ.
func (b *compared) reasons() {
	p := b.start(b.T.Werkmap.TabbladUitleg, colourMuted, []float64{pageWidth})
	p.section(b.T.Koppen.Waarom, 2*oneRow)
	if len(b.V.Perioden) > 0 {
		for _, s := range b.V.Perioden[0].Stappen {
			p.wide(b.T.Waarom[s.ID], styleText)
		}
	}
	p.finish()
}
