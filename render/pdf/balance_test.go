package pdf

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"annex/render"
)

// tableOf is a table of a few columns of text.
func tableOf(widths []float64, rows ...[]string) render.Tabel {
	t := render.Tabel{}
	for i, w := range widths {
		t.Kolommen = append(t.Kolommen, render.Kolom{Kop: fmt.Sprintf("k%d", i), Breedte: w})
	}
	for _, r := range rows {
		t.Rijen = append(t.Rijen, render.Rij{Cellen: cells(r...)})
	}
	return t
}

// rowsHeight is the height of the rows of a table as laid out.
func rowsHeight(t render.Tabel) float64 {
	sum := 0.0
	for _, p := range layOut(&render.Document{Blokken: []render.Blok{t}}) {
		if p.kind == rowPiece {
			sum += p.height
		}
	}
	return sum
}

// A column with long texts takes room that another does not use, also when it
// takes more than a little before a line is won.
func TestColumnsGetTheRoomTheyNeed(t *testing.T) {
	long := "concept bij Kamerstukken II 2014/15, 34 154, nr. 3, toelichting bij art. 6, onder 2"
	var rows [][]string
	for range 10 {
		rows = append(rows, []string{"Franchise", "2015", long, "bron"})
	}
	// 9 mm for the first column would do; it has 57. In 57 + 24 mm the long text
	// takes at most three lines.
	table := tableOf([]float64{8, 4, 7, 4}, rows...)
	want := 10 * (3*cellStyle.leading + rowAbove + rowBelow)
	if got := rowsHeight(table); got > want+rounding {
		t.Errorf("the rows are %.1f mm high, three lines each are %.1f", got, want)
	}
	// With nothing to win, columns stay as they were asked for.
	short := tableOf([]float64{8, 4, 7, 4}, []string{"a", "b", "c", "d"}, []string{"a", "b", "c", "d"}, []string{"a", "b", "c", "d"})
	for i, c := range columns(short) {
		if asked := short.Kolommen[i].Breedte / 23 * textWidth; math.Abs(c.width+2*cellPadding-asked) > 1e-9 {
			t.Errorf("column %d is %.2f mm wide, asked %.2f", i, c.width+2*cellPadding, asked)
		}
	}
}

// Whatever is in a table: its columns fill the page from margin to margin in
// order, and no word is broken that fitted in the width it asked for.
func TestBalancedColumnsFillTheTable(t *testing.T) {
	long := strings.Repeat("een woord of wat ", 12)
	for _, rows := range [][][]string{
		{{long, "Draagkrachtvergelijking", "€ 1"}, {"kort", "woord", long}, {long, long, long}},
		{{"a", "b", long}, {"a", "b", long}, {"a", "b", long}},
		{{long, "", ""}, {"", long, ""}, {"", "", long}, {"Kindgebondenbudget", "Kindgebondenbudget", "x"}},
		{{"", "", ""}, {"", "", ""}, {"", "", ""}},
	} {
		for _, widths := range [][]float64{{1, 1, 1}, {9, 1, 1}, {1, 9, 1}, {0.5, 3, 9}} {
			table := tableOf(widths, rows...)
			cols := columns(table)
			edge := marginLeft
			for i, c := range cols {
				if math.Abs(c.x-cellPadding-edge) > 1e-6 || c.width <= 0 {
					t.Fatalf("%v: column %d begins at %.2f with %.2f mm, the one before ends at %.2f", widths, i, c.x, c.width, edge)
				}
				edge = c.x + c.width + cellPadding
			}
			if math.Abs(edge-marginLeft-textWidth) > 1e-6 {
				t.Errorf("%v: the columns end at %.2f", widths, edge)
			}
			for i, c := range cols {
				asked := widths[i]/(widths[0]+widths[1]+widths[2])*textWidth - 2*cellPadding
				for _, r := range rows {
					if w := widestSegment(cellStyle, r[i]); w > c.width+rounding && w <= asked {
						t.Errorf("%v: column %d is too narrow for its words: %.2f mm, they take %.2f", widths, i, c.width, w)
					}
				}
			}
		}
	}
}

// Tables with the same columns have them in the same places, so that they read
// as one down the pages.
func TestTablesOfOneKindShareTheirColumns(t *testing.T) {
	widths := []float64{3, 2, 2}
	first := tableOf(widths, []string{strings.Repeat("lange tekst ", 30), "b", "c"}, []string{strings.Repeat("lange tekst ", 30), "b", "c"}, []string{"a", "b", "c"})
	second := tableOf(widths, []string{"a", "Draagkrachtvergelijking", strings.Repeat("lange tekst ", 10)})
	other := tableOf([]float64{1, 1, 1}, []string{"a", "b", "c"})
	l := &layout{alike: alike([]render.Blok{first, render.Alinea{Tekst: "ertussen"}, second, other}), columns: map[string][]column{}}
	if a, b := l.columnsOf(first), l.columnsOf(second); !slices.Equal(a, b) {
		t.Errorf("%v and %v", a, b)
	}
	if slices.Equal(l.columnsOf(first), l.columnsOf(other)) {
		t.Error("a table with other columns has the same")
	}
	if len(first.Rijen) != 3 || len(second.Rijen) != 1 {
		t.Error("gathering the tables changed them")
	}
}

// The digits of a figure with an asterisk stand below those of one without, and
// the asterisk stays inside the table.
func TestAsteriskHangs(t *testing.T) {
	d := sample()
	d.Blokken = []render.Blok{render.Tabel{
		Kolommen: []render.Kolom{{Kop: "Vanaf", Breedte: 1, Uitlijning: render.Rechts}, {Kop: "Percentage", Breedte: 1, Uitlijning: render.Rechts}},
		Rijen: []render.Rij{{Cellen: cells("1.500 *", "15% *")}, {Cellen: cells("1.750", "25%")}, {Soort: render.Totaalrij, Cellen: cells("2.000 *", "35%")},
			{Cellen: cells("2.250", "5% *")}}}}
	right := map[string]float64{} // where the digits of a cell end
	pdf := tool(t, "poppler-utils", written(t, d), "pdftotext", "-bbox", "FILE", "-")
	for _, line := range strings.Split(pdf, "\n") {
		var x1, y1, x2, y2 float64
		if n, _ := fmt.Sscanf(strings.TrimSpace(line), `<word xMin="%f" yMin="%f" xMax="%f" yMax="%f">`, &x1, &y1, &x2, &y2); n == 4 {
			word := line[strings.Index(line, ">")+1 : strings.LastIndex(line, "<")]
			right[word] = x2 * mmPerPoint
			if x2*mmPerPoint > marginLeft+textWidth+0.1 {
				t.Errorf("%q ends at %.1f mm, outside the table", word, x2*mmPerPoint)
			}
		}
	}
	for _, column := range [][]string{{"1.500", "1.750", "2.000", "2.250", "Vanaf"}, {"15%", "25%", "35%", "5%", "Percentage"}} {
		for _, word := range column {
			if right[word] == 0 || math.Abs(right[word]-right[column[0]]) > 0.1 {
				t.Errorf("%q ends at %.2f mm, %q at %.2f", word, right[word], column[0], right[column[0]])
			}
		}
	}
}

// A short head above amounts stands on one line where the other columns have room,
// and is broken where they have not; a long one is broken as ever.
func TestShortHeadsAreWhole(t *testing.T) {
	lines := func(t render.Tabel, i int) int {
		return len(breakLines(columnHeadStyle, t.Kolommen[i].Kop, columns(t)[i].width))
	}
	table := render.Tabel{
		Kolommen: []render.Kolom{{Kop: "Voor", Breedte: 6}, {Kop: "Betaler", Breedte: 3}, {Kop: "Bedrag per maand", Breedte: 1, Uitlijning: render.Rechts}},
		Rijen:    []render.Rij{{Cellen: cells("Noor", "de vader", "€ 115")}},
	}
	if n := lines(table, 2); n != 1 {
		t.Errorf("a short head has %d lines", n)
	}
	table.Kolommen[2].Kop = "Netto besteedbaar gezinsinkomen met kindgebonden budget"
	if n := lines(table, 2); n < 3 {
		t.Errorf("a long head has %d lines", n)
	}
	full := render.Tabel{Rijen: []render.Rij{{}}}
	for range 7 {
		full.Kolommen = append(full.Kolommen, render.Kolom{Kop: "Bedrag per maand", Breedte: 1, Uitlijning: render.Rechts})
		full.Rijen[0].Cellen = append(full.Rijen[0].Cellen, cel("€ 115"))
	}
	if n := lines(full, 3); n != 2 {
		t.Errorf("in a full table a head has %d lines", n)
	}
}
