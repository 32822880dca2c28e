package recalc_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"annex/render/xlsx/recalc"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"
)

// workbook writes a small workbook with wrong values cached on purpose.
func workbook(t *testing.T) string {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	const sheet = "De 'zaak' & meer"
	check := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	check(f.SetSheetName("Sheet1", sheet))
	sw, err := f.NewStreamWriter(sheet)
	check(err)
	check(sw.SetRow("A1", []any{excelize.Cell{Value: 12.5}, excelize.Cell{Value: "ja"}, "<b> & =1+1"}))
	check(sw.SetRow("A2", []any{
		excelize.Cell{Formula: "bedrag*2", Value: 999.0},
		excelize.Cell{Formula: `IF(keuze="ja","goed","fout")`, Value: "fout"},
		excelize.Cell{Formula: "1/(bedrag-20)", Value: 1.0},
	}))
	check(sw.Flush())
	for name, cell := range map[string]string{"bedrag": "$A$1", "keuze": "$B$1", "tekst": "$C$1", "dubbel": "$A$2", "oordeel": "$B$2", "deling": "$C$2"} {
		check(f.SetDefinedName(&excelize.DefinedName{Name: name, RefersTo: "'De ''zaak'' & meer'!" + cell}))
	}
	path := filepath.Join(t.TempDir(), "map.xlsx")
	check(f.SaveAs(path))
	return path
}

func TestFilesIgnoresWhatIsCached(t *testing.T) {
	path := workbook(t)
	changed := filepath.Join(t.TempDir(), "gewijzigd.xlsx")
	recalc.Change(t, path, changed, map[string]any{"bedrag": decimal.RequireFromString("20"), "keuze": "nee"})
	books := recalc.Files(t, path, changed)

	for i, want := range []struct {
		dubbel  string
		oordeel string
		errors  string
	}{
		{"25", "goed", ""},
		{"40", "fout", "De 'zaak' & meer!C2: #DIV/0!"},
	} {
		b := books[i]
		if got, err := b.Value("dubbel"); err != nil || got.String() != want.dubbel {
			t.Errorf("%s: dubbel = %s, %v; want %s", b.Path, got, err, want.dubbel)
		}
		if got, err := b.Text("oordeel"); err != nil || got != want.oordeel {
			t.Errorf("%s: oordeel = %q, %v; want %q", b.Path, got, err, want.oordeel)
		}
		if got, err := b.Text("tekst"); err != nil || got != "<b> & =1+1" {
			t.Errorf("%s: tekst = %q, %v", b.Path, got, err)
		}
		if got := strings.Join(b.Errors(), "; "); got != want.errors {
			t.Errorf("%s: errors = %q, want %q", b.Path, got, want.errors)
		}
	}
	if _, err := books[0].Value("oordeel"); err == nil {
		t.Error("a text was read as a number")
	}
	if _, err := books[0].Value("niets"); err == nil {
		t.Error("a name that is not there was read")
	}
}

// One LibreOffice calculates the same as one for each workbook, and forgets a change
// before the next.
func TestLive(t *testing.T) {
	data, err := os.ReadFile(workbook(t))
	if err != nil {
		t.Fatal(err)
	}
	office := recalc.Start(t)
	for range 2 { // opening anew is starting anew
		live, book := office.Open(data)
		check := func(b *recalc.Book, dubbel, oordeel string) {
			t.Helper()
			if got, err := b.Value("dubbel"); err != nil || got.String() != dubbel {
				t.Errorf("dubbel = %s, %v; want %s", got, err, dubbel)
			}
			if got, err := b.Text("oordeel"); err != nil || got != oordeel {
				t.Errorf("oordeel = %q, %v; want %q", got, err, oordeel)
			}
		}
		check(book, "25", "goed") // and not the 999 that is cached
		differences, compared := recalc.Differences(book, live.Written)
		want := []string{
			`De 'zaak' & meer!A2: "25.0", want "999" (bedrag*2)`,
			`De 'zaak' & meer!B2: "goed", want "fout" (IF(keuze="ja","goed","fout"))`,
			`De 'zaak' & meer!C2: "-0.13333333333333333", want "1" (1/(bedrag-20))`,
		}
		if !slices.Equal(differences, want) || compared != 6 {
			t.Errorf("of %d cells differ %q, want %q", compared, differences, want)
		}
		check(live.With(map[string]any{"bedrag": decimal.RequireFromString("0.1"), "keuze": "nee"}), "0.2", "fout")
		check(live.With(map[string]any{"bedrag": nil}), "0", "goed")
		check(live.With(map[string]any{"keuze": nil}), "25", "fout")
		check(live.With(nil), "25", "goed")
		wrong := live.With(map[string]any{"bedrag": decimal.NewFromInt(20)})
		if got, err := wrong.Value("deling"); err == nil {
			t.Errorf("a division by nil is %s", got)
		}
		if got := strings.Join(wrong.Errors(), "; "); got != "De 'zaak' & meer!C2" {
			t.Errorf("errors = %q", got)
		}
	}
}
