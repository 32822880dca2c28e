package xlsx

import (
	"bytes"
	"io"
	"testing"

	"annex/render/xlsx/xlsxcheck"

	"github.com/xuri/excelize/v2"
)

// drawn writes a workbook with charts of every kind that a workbook may have, on two
// sheets, and with notes. excelize writes some of it in another order each time.
func drawn(t testing.TB) []byte {
	t.Helper()
	check := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	f := excelize.NewFile()
	defer f.Close()
	f.SetZipWriter(func(w io.Writer) excelize.ZipWriter { return &orderedZip{w: w} })
	check(f.SetSheetName("Sheet1", "Een"))
	_, err := f.NewSheet("Twee")
	check(err)
	for _, name := range []string{"Een", "Twee"} {
		check(f.ProtectSheet(name, &excelize.SheetProtectionOptions{SelectLockedCells: true, SelectUnlockedCells: true}))
		s, err := f.NewStreamWriter(name)
		check(err)
		title := func(s string) excelize.ChartTitle {
			return excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: s}}}
		}
		for i, kind := range []excelize.ChartType{excelize.Scatter, excelize.Bar, excelize.Col, excelize.Line} {
			cell := []string{"E2", "E22", "N2", "N22"}[i]
			check(f.AddChart(name, cell, &excelize.Chart{
				Type: kind,
				Series: []excelize.ChartSeries{
					{Name: name + "!$B$1", Categories: name + "!$A$2:$A$4", Values: name + "!$B$2:$B$4", Marker: excelize.ChartMarker{Symbol: "none"}},
				},
				Title: title("Het bedrag"), XAxis: excelize.ChartAxis{Title: title("inkomen")}, YAxis: excelize.ChartAxis{Title: title("per maand")},
				Format: excelize.GraphicOptions{AltText: "Een lijn die stijgt", Name: "Grafiek " + cell},
			}))
		}
		for _, cell := range []string{"A1", "B1"} {
			check(f.AddComment(name, excelize.Comment{Cell: cell, Author: "annex", Text: "Wat dit woord betekent"}))
		}
		check(s.SetRow("A1", []any{"inkomen", "bedrag"}))
		for i, at := range []string{"A2", "A3", "A4"} {
			check(s.SetRow(at, []any{float64(i), float64(i * i)}))
		}
		check(s.Flush())
	}
	var out bytes.Buffer
	check(f.Write(&out))
	return out.Bytes()
}

func TestSameBytesWithCharts(t *testing.T) {
	want := drawn(t)
	for range 20 {
		if !bytes.Equal(drawn(t), want) {
			t.Fatal("the same charts and notes gave other bytes")
		}
	}
}

// Charts and notes come out as the format asks, whatever excelize makes of them.
func TestChartsAreSound(t *testing.T) {
	for _, f := range xlsxcheck.Check(drawn(t)) {
		switch f.Code {
		case xlsxcheck.Properties, xlsxcheck.Formula: // of a workbook of annex, which this is not
		default:
			t.Error(f)
		}
	}
}
