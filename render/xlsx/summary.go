package xlsx

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"annex/calc/sheet"
	"annex/render"

	"github.com/xuri/excelize/v2"
)

// summary writes the first sheet: the case, the outcome, what stands where and
// how to read it.
func (b *book) summary() {
	t := b.texts.Samenvatting
	p := b.page(b.sheets.summary, layout{widths: []float64{b.widthFor(), 14, 14, 18, 14, 24}, tab: colourAccent})
	p.head(b.texts.Titel)
	p.gap(8)

	p.section(t.Zaak, 2*oneRow)
	d := b.receipt.Dossier
	for _, f := range []struct{ label, value string }{
		{t.Velden.Zaaknummer, d.Zaaknummer},
		{t.Velden.Gerecht, d.Gerecht},
		{t.Velden.Kenmerk, d.Kenmerk},
		{t.Velden.Partijen, sheet.Enumerate(d.Partijen)},
		{t.Velden.Opsteller, d.Opsteller},
	} {
		if f.value != "" {
			p.field(f.label, f.value)
		}
	}
	if b.receipt.Bestand != "" {
		p.field(t.Velden.Zaakbestand, b.caseFile())
	}
	p.field(t.Velden.Datum, sheet.FormatDate(b.receipt.Datum))
	p.field(t.Velden.Methode, b.method())
	p.field(t.Velden.Versie, fmt.Sprintf(b.texts.Maker, b.receipt.Versie))
	for _, groep := range t.Groepen {
		for _, u := range b.result.Uitgangspunten() {
			if u.Groep == groep && u.Invoer == "" {
				p.field(u.Omschrijving, u.Waarde)
			}
		}
	}
	p.gap(8)

	p.section(t.Uitkomst, 2*oneRow)
	p.outcomes()
	p.gap(8)

	if list := b.result.Waarschuwingen(); len(list) > 0 {
		p.section(t.Waarschuwingen, 2*oneRow)
		for _, w := range list {
			p.wide(w.Tekst, styleText)
		}
		p.wide(b.texts.Verantwoording.Oorspronkelijk, styleMuted)
		p.gap(8)
	} else {
		p.wide(t.GeenWaarschuwingen, styleMuted)
		p.gap(8)
	}

	p.section(t.Inhoud, float64(len(b.groups)+4)*oneRow)
	if len(b.plain) > 0 {
		p.pointer(b.sheets.explanation, t.Uitleg.Uitleg)
	}
	p.pointer(b.sheets.inputs, t.Uitleg.Invoer)
	if b.tries() {
		p.pointer(b.sheets.scenarios, t.Uitleg.WatAls)
	}
	for _, r := range b.inkomensreeksen {
		p.pointer(r.sheet, fmt.Sprintf(t.Uitleg.WatAlsInkomen, r.Vraag.Wie.Naam))
	}
	if len(b.zorgreeksen) > 0 {
		p.pointer(b.sheets.zorg, t.Uitleg.WatAlsZorg)
	}
	for _, g := range b.groups {
		what, ok := t.Uitleg.Methoden[b.receipt.Methode][g.soort]
		if !ok {
			what, ok = t.Uitleg.Soorten[g.soort]
		}
		if !ok {
			what = t.Uitleg.Berekening
		}
		p.pointer(g.sheet, what)
	}
	if b.tries() {
		p.pointer(b.sheets.perLine, t.Uitleg.WatAlsPerRegel)
	}
	p.pointer(b.sheets.published, t.Uitleg.Normen)
	p.pointer(b.sheets.account, t.Uitleg.Verantwoording)
	p.gap(8)

	var guide [][]cell
	height := 0.0
	for _, punt := range t.Punten {
		row := []cell{text(punt.Kop, styleText.strong()), text(punt.Tekst, styleText).over(len(p.widths) - 1)}
		guide = append(guide, row)
		height += p.measure(row)
	}
	p.section(t.Leeswijzer, height)
	for _, row := range guide {
		p.add(row...)
	}
	p.finish()
}

// widthFor is the width of the column that says what an amount is for: more where
// that is not only the name of a child.
func (b *book) widthFor() float64 {
	for _, u := range b.result.Betalingen() {
		if b.whatFor(u) != u.Voor.Naam {
			return 29
		}
	}
	return 24
}

// whatFor says what an amount is for, as the annex does.
func (b *book) whatFor(u sheet.Betaling) string {
	text, err := render.Voor(b.annex, u)
	b.check(err)
	return text
}

// field writes a label with what it is.
func (p *page) field(label, value string) {
	p.add(text(label, styleMuted), text(value, styleText).over(len(p.widths)-1))
}

// pointer writes the name of a sheet, as a link to it, with what stands there.
func (p *page) pointer(name, what string) {
	link := styleText
	link.colour = colourAccent
	row := p.add(text(name, link.strong()), text(what, styleText).over(len(p.widths)-1))
	p.link(1, row, name)
}

// link makes a cell a link to the top of a sheet of this workbook.
func (p *page) link(column, row int, name string) { p.linkTo(column, row, name, "A1") }

// linkTo makes a cell a link to a cell of this workbook.
func (p *page) linkTo(column, row int, name, cell string) {
	if p.b.err == nil {
		p.b.check(p.b.file.SetCellHyperLink(p.name, p.at(column, row), quotedSheet(name)+"!"+cell, "Location"))
	}
}

// outcomes writes the amounts to be paid, live, next to what they are in the
// annex.
func (p *page) outcomes() {
	t := p.b.texts.Samenvatting
	k := t.Kolommen
	var list, course []sheet.Betaling
	for _, u := range p.b.result.Betalingen() {
		if u.Betaler.ID == "" {
			course = append(course, u)
		} else {
			list = append(list, u)
		}
	}
	p.course(course)
	byPeriod(list)
	var period sheet.Periode
	several := false
	for _, u := range list {
		several = several || u.Periode.Nummer != list[0].Periode.Nummer
	}
	grey := false
	for _, u := range list {
		if u.Voor.ID == "" && !forPartner(u) && !worthTotal(list, u) {
			continue
		}
		grey = grey || bothWays(list, u)
		if u.Periode != period {
			period = u.Periode
			title := period.Tekst
			switch {
			case u.Geindexeerd:
				title = fmt.Sprintf(t.Geindexeerd, title)
			case several:
				title = fmt.Sprintf(t.Periode, period.Nummer, title)
			}
			p.wide(title, style{bold: true, middle: true, wrap: true, pad: 4})
			p.header(head(k.Voor), head(k.Betaler), head(k.Ontvanger), figures(k.Bedrag), figures(k.Bijlage), head(k.Tabblad).inset())
		}
		p.outcome(u)
	}
	if grey {
		p.wide(t.Grijs, styleMuted)
	}
}

// byPeriod brings together what holds from the same day: for the children first, then
// for a former spouse, and after that what indexation makes of it.
func byPeriod(list []sheet.Betaling) {
	slices.SortStableFunc(list, func(a, b sheet.Betaling) int {
		later := func(u sheet.Betaling) int {
			if u.Geindexeerd {
				return 1
			}
			return 0
		}
		return cmp.Or(cmp.Compare(a.Periode.Nummer, b.Periode.Nummer), cmp.Compare(later(a), later(b)), cmp.Compare(a.Periode.Vanaf, b.Periode.Vanaf))
	})
}

// course writes what one amount was and became, where nobody in particular pays
// it.
func (p *page) course(list []sheet.Betaling) {
	if len(list) == 0 {
		return
	}
	k := p.b.texts.Samenvatting.Kolommen
	p.header(head(p.b.texts.Berekening.Kolommen.Omschrijving).over(3), figures(k.Bedrag), figures(k.Bijlage), head(k.Tabblad).inset())
	for _, u := range list {
		p.outcome(u)
	}
}

func (p *page) outcome(u sheet.Betaling) {
	line := p.b.result.Line(u.Regel)
	label, amount := styleCell, styleNumber.as(euro(line.Places()))
	total := u.Voor.ID == ""
	if total && line.Slot {
		label, amount = label.strong().on(colourOutcome), amount.strong().on(colourOutcome)
	}
	place := p.b.byLine[u.Regel]
	linked := label
	linked.colour = colourAccent
	cells := []cell{text(p.b.whatFor(u), label), text(u.Betaler.Naam, label), text(u.Ontvanger.Naam, label)}
	if total {
		// The line itself says who pays whom, and whether amounts were set off.
		cells = []cell{text(line.Label, label).over(len(cells))}
	}
	row := p.add(append(cells,
		cell{formula: p.b.names[u.Regel], value: float(u.Bedrag), style: amount.strong()},
		number64(float(u.Bedrag), amount.muted()),
		text(place, linked.inset()),
	)...)
	p.link(6, row, place)
	if bothWays(p.b.result.Betalingen(), u) {
		// In one of the two directions there is nothing to pay.
		p.conditional(p.at(1, row)+":"+p.at(4, row), fmt.Sprintf("$%s=0", p.at(4, row)), &excelize.Style{Font: &excelize.Font{Color: colourMuted}})
	}
}

// bothWays tells whether an amount may also have to be paid the other way round:
// for the same child, or after setting off. A child of 18 or older that lives with a
// parent receives itself what one of both pays.
func bothWays(list []sheet.Betaling, u sheet.Betaling) bool {
	return slices.ContainsFunc(list, func(x sheet.Betaling) bool {
		if x.Voor != u.Voor || x.Soort != u.Soort || x.Periode != u.Periode || x.Geindexeerd != u.Geindexeerd {
			return false
		}
		return x.Betaler == u.Ontvanger && x.Ontvanger == u.Betaler || x.Betaler != u.Betaler && (render.Terug(x) || render.Terug(u))
	})
}

// forPartner tells whether an amount is partneralimentatie, which is for no child
// and no total of anything.
func forPartner(u sheet.Betaling) bool { return strings.HasPrefix(u.Soort, "partneralimentatie") }

// worthTotal tells whether a total says more than the amounts per child do:
// where it is for more than one child. What a child receives itself is in none.
func worthTotal(list []sheet.Betaling, total sheet.Betaling) bool {
	children := map[string]bool{}
	for _, u := range list {
		if u.Voor.ID != "" && u.Ontvanger.ID != u.Voor.ID && u.Periode == total.Periode && u.Geindexeerd == total.Geindexeerd {
			children[u.Voor.ID] = true
		}
	}
	return len(children) != 1
}

// euro is the number format of an outcome; nothing to pay reads as a word.
func euro(places int32) string {
	f := `"€" ` + decimals("#,##0", places)
	return f + ";-" + f + `;"nihil"`
}
