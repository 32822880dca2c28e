package xlsx

import (
	"fmt"

	"annex/calc/sheet"

	"github.com/xuri/excelize/v2"
)

// partColours are the colours of the parts of a bar: far enough apart in lightness to
// tell them apart in grey too, and light enough for a figure to be read on them. The
// order of the parts is that of the table below the picture.
var partColours = []string{"8FA9C8", "F3D9A4", "C7D8C6", "D9A58B", "E3E6EA", "B7A6C9", "D8D48F", "9CC3C0", "E8B7C4", "B5B5B5"}

// The sizes of the picture, in rows that are chartRow high.
const (
	pictureRest = 4 // rows for what stands around the bars
	perBar      = 3
)

// picture writes who bears which part of the costs of each child, in the first period:
// as a chart, and as the live figures the chart is drawn from.
func (p *page) picture() {
	t := p.b.texts.Samenvatting.Beeld
	all := p.b.result.Beelden()
	var list []sheet.Beeld
	for _, x := range all {
		if x.Periode.Nummer == all[0].Periode.Nummer {
			list = append(list, x)
		}
	}
	first := paidAmount // column of the first child
	if len(list) > len(p.widths)-paidTo {
		first = paidBy
	}
	if len(list) == 0 || len(list) > len(p.widths)-first+1 {
		return // the sheet with the explanation tells of more
	}
	title := p.b.annex.Figuur.Bijschrift
	if len(list) < len(all) {
		title = fmt.Sprintf(p.b.texts.Tabbladen.Titel, title, list[0].Periode.Tekst)
	}
	rows := pictureRest + perBar*len(list)
	parts := partsOf(list)
	p.section(title, float64(rows)*chartRow+float64(len(parts)+2)*oneRow)
	top := p.row + 1
	for range rows {
		p.gap(chartRow)
	}
	bottom := p.partTable(list, parts, first)
	if len(list) < len(all) {
		p.wide(t.Meer, styleMuted)
	}
	p.gap(8)

	head := bottom - len(parts) - 1
	at := func(column, row int) string { return p.reference(column, row) }
	children := at(first, head) + ":" + p.absolute(first+len(list)-1, head)
	var series []excelize.ChartSeries
	for i := range parts {
		row := head + 1 + i
		series = append(series, excelize.ChartSeries{
			Name: at(1, row), Categories: children, Values: at(first, row) + ":" + p.absolute(first+len(list)-1, row),
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{partColours[i%len(partColours)]}},
			Line: excelize.LineOptions{Width: 0.75},
		})
	}
	if p.b.err != nil {
		return
	}
	width := 0.0
	for _, w := range p.widths {
		width += w
	}
	overlap, gap, no := 100, uint(60), false
	p.b.check(p.b.file.AddChart(p.name, p.at(1, top), &excelize.Chart{
		Type: excelize.BarStacked, Series: series, VaryColors: &no, Overlap: &overlap, GapWidth: &gap,
		Format:    excelize.GraphicOptions{AltText: t.Alternatief, Positioning: "oneCell"},
		Dimension: excelize.ChartDimension{Width: uint(width * cijferPixels), Height: uint(rows * rijPixels)},
		Legend:    excelize.ChartLegend{Position: "bottom", Font: &excelize.Font{Family: typeface, Size: noteSize}},
		XAxis:     excelize.ChartAxis{ReverseOrder: true, Font: excelize.Font{Family: typeface, Size: textSize, Color: "000000"}},
		YAxis:     excelize.ChartAxis{None: true}, // the figures stand in the bars
		PlotArea:  excelize.ChartPlotArea{ShowVal: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: dutch + `"€" #,##0;;`}},
		Border:    excelize.LineOptions{Type: excelize.LineNone},
	}))
}

// partTable writes for each part what it is of the costs of each child, and below that
// the costs. It gives the row of the costs.
func (p *page) partTable(list []sheet.Beeld, parts []string, first int) int {
	t := p.b.texts.Samenvatting.Beeld
	names := []cell{head(t.Deel).over(first - 1)}
	for _, x := range list {
		names = append(names, figures(x.Naam))
	}
	p.header(names...)
	for _, part := range parts {
		cells := []cell{text(sheet.Capital(part), styleCell).over(first - 1)}
		for _, x := range list {
			c := text(p.b.texts.Berekening.Streep, styleNumber.muted())
			for _, d := range x.Delen {
				if d.Naam == part {
					c = p.partOf(d.Regel)
				}
			}
			cells = append(cells, c)
		}
		p.add(cells...)
	}
	cells := []cell{text(sheet.Capital(t.Samen), styleCell.strong()).over(first - 1)}
	for _, x := range list {
		l := p.b.result.Line(x.Geheel)
		cells = append(cells, cell{formula: p.b.names[l.ID], value: float(l.Value), style: styleNumber.strong().as(euro(2))})
	}
	return p.add(cells...)
}

// partOf is the amount on a line as far as the line plays a part.
func (p *page) partOf(id string) cell {
	l := p.b.result.Line(id)
	c := cell{formula: p.b.names[id], value: float(l.Value), style: styleNumber.as(euro(2))}
	if !l.Only.IsZero() {
		c.formula = fmt.Sprintf("IF(%s,%s,0)", sheet.SpellCond(l.Only, p.b.dialect), c.formula)
		if !l.Applies {
			c.value = 0.0
		}
	}
	return c
}

// partsOf gives the names of all parts, in order of first use.
func partsOf(list []sheet.Beeld) []string {
	var out []string
	seen := map[string]bool{}
	for _, x := range list {
		for _, d := range x.Delen {
			if !seen[d.Naam] {
				seen[d.Naam] = true
				out = append(out, d.Naam)
			}
		}
	}
	return out
}
