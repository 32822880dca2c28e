package xlsx

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"annex/calc/sheet"
	"annex/render/xlsx/recalc"
)

// TestWarningsAreLive changes inputs so that a warning ends, another begins, and an
// amount no longer takes effect, and reads what a user would see.
func TestWarningsAreLive(t *testing.T) {
	s := sheet.New()
	sc := s.Section(sheet.Section{ID: "deel", Soort: "proef", Titel: "Deel"}, "deel")
	x := sc.Input(sheet.Input{ID: "x", Groep: "Invoer", Label: "x", Unit: sheet.EURPerMaand, Value: dec("50")})
	deel := sc.Input(sheet.Input{ID: "deel", Groep: "Invoer", Label: "deel", Unit: sheet.Percentage, Value: dec("10")})
	hundred := sc.Norm(figure("honderd", "100", sheet.EURPerMaand))
	bedrag := sc.Add(sheet.Line{ID: "bedrag", Label: "bedrag", Unit: sheet.EURPerMaand, Expr: x.Round(0)})
	sc.Add(sheet.Line{ID: "stuk", Label: "stuk", Unit: sheet.EURPerMaand, Expr: deel.Times(x).Round(2)})
	s.Warn(sheet.Cond{}, "altijd", "Dit staat er altijd.")
	s.Warn(x.LessThan(hundred), "te-weinig", "Het bedrag (€ %s) is minder dan € %s.", x, hundred)
	const long = `de "vader" van een kind met een heel lange naam, die in een formule niet in één stuk tekst past omdat zo’n stuk niet meer dan 255 tekens heeft`
	s.Warn(x.MoreThan(hundred), "te-veel", "Het bedrag (€ %s) van %s is meer dan € %s, en het deel is %s. "+long+".", x, long, hundred, deel)
	s.Warn(deel.MoreThan(deel), "nooit", "Dit kan niet.")
	s.Caveat(bedrag, x.MoreThan(hundred), "gaat niet in")
	s.Outcome(sheet.Uitkomst{
		Soort: "proef", Periode: sheet.Periode{Nummer: 1, Tekst: "vanaf nu"}, Voor: sheet.Persoon{ID: "bo", Naam: "Bo"},
		Betaler: sheet.Persoon{ID: "vader", Naam: "de vader"}, Ontvanger: sheet.Persoon{ID: "moeder", Naam: "de moeder"},
	}, bedrag)
	r, err := s.Evaluate(sheet.Receipt{})
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	written, changed := filepath.Join(dir, "eerst.xlsx"), filepath.Join(dir, "anders.xlsx")
	if err := os.WriteFile(written, workbook(t, r), 0o600); err != nil {
		t.Fatal(err)
	}
	recalc.Change(t, written, changed, map[string]any{"invoer_deel_x": dec("1250.5"), "invoer_deel_deel": dec("0.125")})
	books := recalc.Files(t, written, changed)
	at := func(b *recalc.Book, page, column string) (out []string) {
		for n := 1; n < 60; n++ {
			if text := b.Cell(page, fmt.Sprintf("%s%d", column, n)); text != "" {
				out = append(out, text)
			}
		}
		return out
	}
	const (
		often  = "Dit staat er altijd."
		little = "Het bedrag (€ 50,00) is minder dan € 100."
		ended  = "(Na uw wijziging geldt de waarschuwing die hier stond niet meer.)"
		caveat = "Gaat niet in"
	)
	for i, want := range []struct{ has, hasNot []string }{
		{[]string{often, little}, []string{ended, caveat}},
		{[]string{often, ended, caveat}, []string{little}},
	} {
		if e := books[i].Errors(); e != nil {
			t.Errorf("errors: %v", e)
		}
		front := "\n" + strings.Join(at(books[i], "Samenvatting", "A"), "\n") + "\n"
		for _, text := range want.has {
			if !strings.Contains(front, "\n"+text+"\n") {
				t.Errorf("%d: the summary does not say %q:\n%s", i, text, front)
			}
		}
		for _, text := range want.hasNot {
			if strings.Contains(front, "\n"+text+"\n") {
				t.Errorf("%d: the summary says %q", i, text)
			}
		}
	}
	// What came with the change, in the figures of the moment, in Dutch though the program
	// of the test is English.
	now := strings.Join(at(books[1], "Verantwoording", "C"), "\n")
	if want := "Het bedrag (€ 1.250,50) van " + long + " is meer dan € 100, en het deel is 12,5%. " + long + "."; !strings.Contains(now, want) {
		t.Errorf("the sheet Verantwoording does not say %q:\n%s", want, now)
	}
	if then := strings.Join(at(books[0], "Verantwoording", "C"), "\n"); !strings.Contains(then, "Het bedrag (€ …) van "+long+" is meer dan € …, en het deel is …. ") {
		t.Errorf("the sheet Verantwoording does not say, without figures, what might come to hold:\n%s\n%s", then, now)
	}
	for i, want := range []string{"nu 0 0", "nu 1 0"} {
		if got := strings.Join(at(books[i], "Verantwoording", "B"), " "); !strings.Contains(got, want) {
			t.Errorf("%d: the sheet Verantwoording does not say what holds now, %q: %s", i, want, got)
		}
	}
	for i, want := range []string{little + " 0", ended + " 1"} {
		if got := strings.Join(at(books[i], "Samenvatting", "A"), " "); !strings.Contains(got, want) {
			t.Errorf("%d: below the warnings stands no count: %s", i, got)
		}
	}
}
