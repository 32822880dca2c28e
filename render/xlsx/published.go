package xlsx

import (
	"fmt"
	"slices"
	"strings"

	"annex/calc/sheet"
	"annex/norms"

	"github.com/shopspring/decimal"
)

// The columns of the sheet with norms. A table begins in the first of them, with
// its key, and its remarks stand no further left than normSource.
const (
	normLabel = iota + 1
	normValue
	normUnit
	normFrom
	normUntil
	normStatus
	normSource
	normRemark
)

// published writes the published figures and tables, each with its source.
func (b *book) published() {
	t := b.texts.Normen
	p := b.page(b.sheets.published, layout{widths: []float64{34, 21, 15, 14, 14, 12, 34, 36}, landscape: true, tab: colourMuted})
	p.head(t.Titel)
	p.wide(t.Uitleg, styleMuted)
	p.gap(8)
	if list := b.result.Norms(); len(list) > 0 {
		p.section(t.Cijfers, 0)
		k := t.Kolommen
		p.header(head(k.Omschrijving), figures(k.Waarde), head(k.Eenheid).inset(), head(k.Van), head(k.Tot), head(k.Status), head(k.Bron).inset(), head(k.Toelichting).inset())
		for _, n := range list {
			p.define(b.names[n.ID], normValue, p.add(p.norm(n)...))
		}
		p.gap(8)
	}
	for _, table := range b.result.Tables() {
		p.table(table)
		p.gap(8)
	}
	p.finish()
}

// norm gives the row of one figure.
func (p *page) norm(n *sheet.Norm) []cell {
	v := n.Value
	from, until := v.Publicatie.From, v.Publicatie.Until
	if !v.Tot.IsZero() {
		from, until = v.Vanaf, v.Tot
	}
	days := []cell{text(from.Format(shortDate), styleCell), text(until.Format(shortDate), styleCell)}
	if !v.Vanaf.IsZero() && v.Tot.IsZero() {
		days = []cell{text(fmt.Sprintf(p.b.texts.Normen.Vanaf, v.Vanaf.Format(shortDate)), styleCell).over(2)}
	}
	return slices.Concat([]cell{
		text(capital(v.Label), styleCell),
		p.figure(v.Amount, n.Unit, -v.Amount.Exponent(), v.Status),
		text(p.b.unit(n.Unit), styleCell.inset().muted()),
	}, days, []cell{
		text(string(v.Status), styleCell),
		text(v.Source.String(), styleCell.inset()),
		text(v.Toelichting, styleCell.inset()),
	})
}

const shortDate = "02-01-2006"

// figure is a published figure as the model holds it, with its own number of
// decimals, and marked where it rests on one source.
func (p *page) figure(amount decimal.Decimal, u sheet.Unit, places int32, status norms.Status) cell {
	format := decimals("#,##0", places)
	if u.Percent() {
		amount = amount.Shift(-2)
		format += "%"
	}
	mark := " " + p.b.texts.Normen.Teken
	if status == norms.EnkeleBron {
		format += quoted(mark)
	} else {
		// As much room as the mark takes, so that figures stand below each other.
		for _, r := range mark {
			format += "_" + string(r)
		}
	}
	return number64(float(amount), styleNumber.as(format))
}

// table writes a table with its header, and gives each column its name.
func (p *page) table(t *sheet.Table) {
	b := p.b
	places := make([]int32, len(t.Columns))
	for _, row := range t.Table.Rows {
		for i, c := range row {
			places[i] = max(places[i], -c.Amount.Exponent())
		}
	}
	rows := make([][]cell, len(t.Table.Rows))
	height := 0.0
	for i, row := range t.Table.Rows {
		rows[i] = p.tableRow(t, row, places)
		height += p.measure(rows[i])
	}
	p.tableHead(t, height)
	first := p.row + 1
	for _, cells := range rows {
		p.add(cells...)
	}
	for i, c := range t.Columns {
		b.define(b.names[columnID(t, c)], p.reference(normLabel+i, first)+":"+p.absolute(normLabel+i, p.row), "")
	}
}

// tableHead writes what stands above a table: its name, what it is, and the
// heads of its columns. rows is the height of what follows.
func (p *page) tableHead(t *sheet.Table, rows float64) {
	texts, pub := p.b.texts.Normen, t.Table.Publicatie
	status := texts.StatusTabel[string(t.Table.Status())]
	about := fmt.Sprintf(texts.Tabel, t.Table.Source, sheet.FormatDate(pub.From), sheet.FormatDate(pub.Until), status)
	if t.Table.Toelichting != "" {
		about += "\n" + t.Table.Toelichting
	}
	intro := text(about, styleMuted).over(len(p.widths))
	var labels []cell
	for _, c := range t.Columns {
		labels = append(labels, figures(c.Label))
	}
	labels = append(labels, p.upToRemark(t, style{})...)
	labels = append(labels, p.remark(texts.Kolommen.Toelichting, style{}))
	p.section(capital(t.Label), p.measure([]cell{intro})+p.measure(labels)+rows)
	p.add(intro)
	p.header(labels...)
}

func (p *page) tableRow(t *sheet.Table, row []norms.Cell, places []int32) []cell {
	var cells []cell
	for j, c := range row {
		cells = append(cells, p.figure(c.Amount, t.Columns[j].Unit, places[j], c.Status))
	}
	cells = append(cells, p.upToRemark(t, styleCell)...)
	return append(cells, p.remark(remarks(t, row), styleCell))
}

// upToRemark fills the columns between a narrow table and its remarks.
func (p *page) upToRemark(t *sheet.Table, st style) []cell {
	var cells []cell
	for column := normLabel + len(t.Columns); column < normSource; column++ {
		cells = append(cells, blank(st))
	}
	return cells
}

// remark is the cell with remarks: as wide as what is left of the page. It never
// goes on below, since the rows of a table must follow each other: looking up
// depends on it.
func (p *page) remark(s string, st style) cell {
	c := text(s, st.inset())
	c.uncut = true
	return c.over(normRemark - normSource + 1)
}

// remarks joins what is to be known of the figures in a row, each remark once.
func remarks(t *sheet.Table, row []norms.Cell) string {
	var order []string
	about := map[string][]string{}
	for i, c := range row {
		if c.Toelichting == "" {
			continue
		}
		if about[c.Toelichting] == nil {
			order = append(order, c.Toelichting)
		}
		about[c.Toelichting] = append(about[c.Toelichting], t.Columns[i].Label)
	}
	lines := make([]string, len(order))
	for i, remark := range order {
		lines[i] = capital(strings.Join(about[remark], ", ")) + ": " + remark
	}
	return strings.Join(lines, "\n")
}
