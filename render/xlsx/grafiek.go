package xlsx

import (
	"github.com/xuri/excelize/v2"
)

// grafiek is a chart of lines through points, over cells of a sheet.
type grafiek struct {
	titel string
	// alternatief says in words what it shows.
	alternatief string
	x, y        string // what stands along each axis
	xFormaat    string
	lijnen      []lijn
}

// lijn is one line of it, or one point.
type lijn struct {
	naam   string // the cell with its name
	xs, ys string // the cells
	punt   bool   // marked as a point, without a line
}

// How lines differ where colour does not tell them apart: by their marks and dashes.
var (
	lijnkleuren  = []string{colourAccent, "B4531F", "3E7A4E", "6B4A8B"}
	lijntekens   = []string{"circle", "square", "triangle", "x"}
	lijnstrepen  = []excelize.LineDashType{excelize.LineDashSolid, excelize.LineDashDash, excelize.LineDashSysDot, excelize.LineDashLgDashDot}
	grafiekTekst = excelize.Font{Family: typeface, Size: noteSize, Color: colourMuted}
)

// How excelize counts in pixels where a chart ends: a row of 15 points and a digit of the
// width of a column. Counted so, a chart ends where the last of its rows and columns do.
const (
	chartRow      = 15.0
	rijPixels     = 18
	cijferPixels  = 8.0
	pixelAfronden = 0.5
)

// chart draws a chart over all columns of a page that are read, and over some rows that
// are chartRow high. It has to be asked before the page is finished.
func (p *page) chart(row, rows int, g grafiek) {
	if p.b.err != nil {
		return
	}
	breed := 0
	for _, w := range p.widths {
		breed += int(w*cijferPixels + pixelAfronden)
	}
	kop := excelize.Font{Family: typeface, Size: textSize, Bold: true, Color: colourAccent}
	as := func(titel, formaat string) excelize.ChartAxis {
		return excelize.ChartAxis{
			Title: excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: titel, Font: &grafiekTekst}}},
			Font:  grafiekTekst, NumFmt: excelize.ChartNumFmt{CustomNumFmt: dutch + formaat}, MajorGridLines: true,
			TickLabelPosition: excelize.ChartTickLabelLow, // also where a winst below nil puts the axis among the lines
		}
	}
	c := &excelize.Chart{
		Type:      excelize.Scatter,
		Title:     excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: g.titel, Font: &kop}}},
		Legend:    excelize.ChartLegend{Position: "bottom", Font: &grafiekTekst},
		XAxis:     as(g.x, g.xFormaat),
		YAxis:     as(g.y, "#,##0"),
		Dimension: excelize.ChartDimension{Width: uint(breed), Height: uint(rows * rijPixels)},
		Format:    excelize.GraphicOptions{AltText: g.alternatief, Name: g.titel, Positioning: "twoCell"},
	}
	nr := 0
	for _, l := range g.lijnen {
		s := excelize.ChartSeries{Name: l.naam, Categories: l.xs, Values: l.ys}
		paint := func(kleur string) excelize.Fill {
			return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{kleur}}
		}
		if l.punt {
			s.Fill, s.Line = paint(colourAlarm), excelize.LineOptions{Type: excelize.LineNone}
			s.Marker = excelize.ChartMarker{Symbol: "diamond", Size: 12, Fill: paint(colourAlarm)}
		} else {
			soort := nr % len(lijnkleuren)
			s.Fill = paint(lijnkleuren[soort])
			s.Line = excelize.LineOptions{Type: excelize.LineSolid, Width: 1.75, Dash: lijnstrepen[soort]}
			s.Marker = excelize.ChartMarker{Symbol: lijntekens[soort], Size: 5, Fill: paint(lijnkleuren[soort])}
			nr++
		}
		c.Series = append(c.Series, s)
	}
	p.b.check(p.b.file.AddChart(p.name, p.at(1, row), c))
}
