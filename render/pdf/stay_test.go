package pdf

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"annex/render"
)

// atEveryHeight lays out the blocks at every place on the page where they may
// begin, and gives for each of their pieces the page it came to stand on.
func atEveryHeight(t *testing.T, blocks []render.Blok, check func(after int, pages []int)) {
	t.Helper()
	for lines := range 62 {
		d := sample()
		d.Blokken = nil
		for range lines {
			d.Blokken = append(d.Blokken, render.Alinea{Stijl: render.Klein, Tekst: "regel"})
		}
		before := len(layOut(d))
		d.Blokken = append(d.Blokken, blocks...)
		pieces, f := layOut(d), runningOf(d).frame()
		at := map[*piece]int{}
		for i, page := range paginate(pieces, f) {
			for _, p := range page {
				at[p.piece] = i + 1
			}
		}
		var pages []int
		for _, p := range pieces[before:] {
			pages = append(pages, at[p])
		}
		check(lines, pages)
	}
}

// onOnePage says whether pieces stand whole on the same page.
func onOnePage(pages []int) bool {
	return pages[0] > 0 && slices.Min(pages) == slices.Max(pages)
}

// rowsNamed makes rows of which each letter gives the kind: r a row, T a total,
// k a subheading, g a row that does not apply.
func rowsNamed(kinds string) (rows []render.Rij) {
	soort := map[rune]render.RijSoort{'r': render.GewoneRij, 'T': render.Totaalrij, 'k': render.Tussenkop, 'g': render.GedempteRij}
	for i, k := range kinds {
		row := render.Rij{Soort: soort[k], Cellen: cells(fmt.Sprintf("rij %d", i))}
		if i%3 == 2 && k != 'k' {
			row.Cellen[0].Onder = []string{"onder", "onder"}
		}
		rows = append(rows, row)
	}
	return rows
}

// A heading, the short text after it, and the first three rows of its table stay
// together; so does the whole of a table of fewer than four rows.
func TestHeadingStaysWithItsTable(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("woord ", 40)) // three lines
	if n := len(breakLines(bodyStyle, long, measure)); n != 3 {
		t.Fatalf("%d lines", n)
	}
	for name, start := range map[string][]render.Blok{
		"heading":         {render.Kop{Niveau: 2, Tekst: "Kop"}},
		"with intro":      {render.Kop{Niveau: 2, Tekst: "Kop"}, render.Alinea{Tekst: "Inleiding."}},
		"with note":       {render.Kop{Niveau: 2, Tekst: "Kop"}, render.Alinea{Stijl: render.Klein, Tekst: "Bron."}},
		"with box":        {render.Kop{Niveau: 1, Tekst: "Kop"}, render.Alinea{Stijl: render.Kader, Tekst: "Kader."}},
		"with four lines": {render.Kop{Niveau: 1, Tekst: "Kop"}, render.Alinea{Tekst: long}, render.Alinea{Stijl: render.Klein, Tekst: "Bron."}},
		"with six lines":  {render.Kop{Niveau: 1, Tekst: "Kop"}, render.Alinea{Tekst: long + " " + long}},
		"two headings":    {render.Kop{Niveau: 1, Tekst: "Deel"}, render.Alinea{Tekst: "Inleiding."}, render.Kop{Niveau: 2, Tekst: "Kop"}, render.Alinea{Tekst: "Nog een."}},
		"announced":       {render.Alinea{Tekst: "Als volgt:"}},
	} {
		for _, kinds := range []string{"r", "rr", "rrr", "rrT", "rrrr", "rrrrrr", "krrrrrr", "krkrkrrrrr", "TTrrrrr", "gggggg", strings.Repeat("r", 70)} {
			for _, together := range []bool{false, true} {
				if together && len(kinds) == 70 && name == "announced" {
					continue // rather the table on as few pages as it takes
				}
				table := render.Tabel{Kolommen: []render.Kolom{{Kop: "Naam", Breedte: 1}}, Rijen: rowsNamed(kinds), Bijeen: together}
				first := len(kinds)
				for i, seen := 0, 0; i < len(kinds) && seen < 3; i++ {
					if kinds[i] != 'k' {
						seen++
					}
					first = i + 1
				}
				atEveryHeight(t, append(slices.Clone(start), table), func(after int, pages []int) {
					if start := pages[:len(start)+1+first]; !onOnePage(start) { // 1: the table header
						t.Errorf("%s, rows %s, after %d lines: the start stands on pages %v", name, kinds, after, start)
					}
				})
			}
		}
	}
}

// A heading with a long text, or one whose text stands by itself, is not held.
func TestLongIntroductionIsFree(t *testing.T) {
	table := render.Tabel{Kolommen: []render.Kolom{{Kop: "Naam", Breedte: 1}}, Rijen: []render.Rij{{Cellen: cells("rij")}}}
	kop := render.Kop{Niveau: 2, Tekst: "Kop"}
	for name, c := range map[string]struct {
		rest []render.Blok
		want int
	}{
		"table":             {[]render.Blok{table}, 0},
		"intro and table":   {[]render.Blok{render.Alinea{Tekst: "Kort."}, table}, 1},
		"intro and list":    {[]render.Blok{render.Alinea{Tekst: "Kort."}, render.Lijst{Punten: []string{"a"}}}, 1},
		"text only":         {[]render.Blok{render.Alinea{Tekst: "Kort."}}, 0},
		"next heading":      {[]render.Blok{render.Alinea{Tekst: "Kort."}, kop, table}, 0},
		"deeper heading":    {[]render.Blok{render.Alinea{Tekst: "Kort."}, render.Kop{Niveau: 3, Tekst: "Kop"}, table}, 1},
		"heading, new page": {[]render.Blok{render.Alinea{Tekst: "Kort."}, render.Kop{Niveau: 3, Tekst: "Kop", NieuwePagina: true}, table}, 0},
		"long":              {[]render.Blok{render.Alinea{Tekst: strings.Repeat("woord ", 100)}, table}, 0},
		"many":              {[]render.Blok{render.Alinea{Tekst: "0"}, render.Alinea{Tekst: "1"}, render.Alinea{Tekst: "2"}, render.Alinea{Tekst: "3"}, render.Alinea{Tekst: "4"}, render.Alinea{Tekst: "5"}, render.Alinea{Tekst: "6"}, table}, 0},
	} {
		if got := introduction(kop, c.rest); got != c.want {
			t.Errorf("%s: %d paragraphs are held, want %d", name, got, c.want)
		}
	}
}

// A total stands on the page of the two rows before it, and a table does not end
// with a single row on a page.
func TestTotalsAndLastRowsStayWithWhatIsBefore(t *testing.T) {
	for _, kinds := range []string{
		"rrrrT", "rrrrrrTrrrrrTr", "rrrrrrrrTTTrrrr", "rrrrTrrTrrTrr", "krrrrkrrT", "rrrrrrkr", "rrrrrkrT", "rrgT",
		strings.Repeat("r", 45) + "T", strings.Repeat("r", 44) + "TT", strings.Repeat("rrrrrT", 12), strings.Repeat("krrr", 20), strings.Repeat("r", 100),
	} {
		for _, together := range []bool{false, true} {
			table := render.Tabel{Bijeen: together, Kolommen: []render.Kolom{{Kop: "Naam", Breedte: 1}}, Rijen: rowsNamed(kinds)}
			atEveryHeight(t, []render.Blok{table, render.Alinea{Tekst: "Erna."}}, func(after int, pages []int) {
				rows := pages[1 : 1+len(kinds)] // without the header
				for i := range rows {
					if kinds[i] != 'T' {
						continue
					}
					first := i - 1
					if kinds[first] != 'T' && i-2 != firstRows-1 { // the start of the table may hold that row
						first = max(0, i-2)
					}
					if !onOnePage(rows[first : i+1]) {
						t.Errorf("%s, after %d lines: total %d is apart from what is before it: %v", kinds, after, i, rows)
					}
				}
				last := len(kinds) - 2
				if kinds[last] == 'k' {
					last--
				}
				if !onOnePage(rows[last:]) {
					t.Errorf("%s, after %d lines: the last row stands alone: %v", kinds, after, rows)
				}
			})
		}
	}
}

// The second row before a total goes without it when much of a page would be
// left white otherwise; the row before it never does.
func TestWishGivesWayToAFullerPage(t *testing.T) {
	rows := rowsNamed("rrrrrrrT")
	for i := range rows {
		rows[i].Cellen[0].Onder = []string{"1", "2", "3", "4", "5", "6"} // 27 mm
	}
	table := render.Tabel{Kolommen: []render.Kolom{{Kop: "Naam", Breedte: 1}}, Rijen: rows}
	parted := map[bool]map[bool]int{false: {}, true: {}}
	for _, table.Bijeen = range []bool{false, true} {
		atEveryHeight(t, []render.Blok{table}, func(after int, pages []int) {
			rows := pages[1:]
			if !onOnePage(rows[6:]) {
				t.Errorf("after %d lines: the total is apart from the row before it: %v", after, rows)
			}
			parted[table.Bijeen][rows[5] != rows[6]]++
		})
	}
	if parted[false][true] == 0 || parted[false][false] == 0 || parted[true][true] > 0 {
		t.Errorf("the second row is parted from the total: %v", parted)
	}
}

// A figure, its caption, its legend and the heading and text before it stand on
// one page.
func TestFigureStaysOnOnePage(t *testing.T) {
	f := render.Figuur{Bijschrift: "Bijschrift"}
	for i := range 8 {
		f.Balken = append(f.Balken, render.Balk{Naam: fmt.Sprintf("balk %d", i), Tekst: "€ 9", Delen: []render.Deel{part("deel een", 1, "€ 1"), part("deel twee", 80, "€ 8")}})
	}
	atEveryHeight(t, []render.Blok{render.Kop{Niveau: 3, Tekst: "Kop"}, render.Alinea{Tekst: "Inleiding."}, f}, func(after int, pages []int) {
		if !onOnePage(pages) {
			t.Errorf("after %d lines: the figure stands on pages %v", after, pages)
		}
	})
}

// A wish gives way where most of a page would be left white for it, but not for a
// line or two: the note of a table stays with it.
func TestWishGivesWayToHalfAPage(t *testing.T) {
	grid := render.Tabel{Bijeen: true, Kolommen: []render.Kolom{{Kop: "Naam", Breedte: 1}}, Rijen: rowsNamed("rrrrrrrrrrrr")}
	worked := render.Tabel{Kolommen: []render.Kolom{{Kop: "Naam", Breedte: 1}}, Rijen: rowsNamed("rrrrrrrrr")}
	for i := range worked.Rijen {
		worked.Rijen[i].Cellen[0].Onder = []string{"1", "2", "3", "4", "5", "6", "7"} // 31 mm
	}
	note := render.Alinea{Stijl: render.Klein, Tekst: "Uitgewerkt voor rij 1:"}
	given := 0
	for _, bound := range []bool{true, false} {
		rest := []render.Blok{note, render.Alinea{Tekst: strings.Repeat("Een lange alinea erna. ", 200)}}
		if bound {
			rest = []render.Blok{note, worked}
		}
		atEveryHeight(t, append([]render.Blok{grid}, rest...), func(after int, pages []int) {
			grid, note := pages[:13], pages[13]
			if !onOnePage(grid) {
				t.Errorf("after %d lines: the grid stands on pages %v", after, grid)
			}
			if grid[0] == note {
				return
			}
			if given++; !bound {
				t.Errorf("after %d lines: the note is on page %d, its table on page %d", after, note, grid[0])
			}
		})
	}
	if given == 0 {
		t.Error("the wish never gives way")
	}
}
