package xlsx

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"annex/render/xlsx/recalc"

	"github.com/xuri/excelize/v2"
)

// TestNumbersInSentences has LibreOffice write numbers in a text. It reads the file in
// English, so the separators are those of the formula.
func TestNumbersInSentences(t *testing.T) {
	cases := []struct {
		number         float64
		money, general string
	}{
		{0, "0", "0"},
		{7, "7", "7"},
		{0.05, "0,05", "0,05"},
		{12.5, "12,50", "12,5"},
		{999.999, "1.000", "1.000"},
		{1000, "1.000", "1.000"},
		{1007.4, "1.007,40", "1.007,4"},
		{1250.5, "1.250,50", "1.250,5"},
		{115.49999999999999, "115,50", "115,5"},
		{23010.01, "23.010,01", "23.010,01"},
		{1000000, "1.000.000", "1.000.000"},
		{1234005.06, "1.234.005,06", "1.234.005,06"},
		{-1250.5, "−1.250,50", "−1.250,5"},
		{-0.001, "0", "0"},
	}
	f := excelize.NewFile()
	for i, c := range cases {
		row := i + 1
		if err := f.SetCellValue("Sheet1", fmt.Sprintf("A%d", row), c.number); err != nil {
			t.Fatal(err)
		}
		for column, money := range map[string]bool{"B": true, "C": false} {
			if err := f.SetCellFormula("Sheet1", fmt.Sprintf("%s%d", column, row), signedText(fmt.Sprintf("A%d", row), money)); err != nil {
				t.Fatal(err)
			}
		}
	}
	name := filepath.Join(t.TempDir(), "getallen.xlsx")
	out, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Write(out); err != nil {
		t.Fatal(err)
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	book := recalc.Files(t, name)[0]
	for i, c := range cases {
		row := i + 1
		if got := book.Cell("Sheet1", fmt.Sprintf("B%d", row)); got != c.money {
			t.Errorf("%v as money: %q, want %q", c.number, got, c.money)
		}
		if got := book.Cell("Sheet1", fmt.Sprintf("C%d", row)); got != c.general {
			t.Errorf("%v: %q, want %q", c.number, got, c.general)
		}
	}
}
