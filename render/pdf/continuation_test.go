package pdf

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"annex/render"
)

// repeatedOn gives per page what is drawn there besides the text of the document,
// and the text.
func repeatedOn(t *testing.T, d *render.Document) (repeated, texts [][]string) {
	t.Helper()
	c := newCanvas()
	c.observe = func(page int, e *element, text string) {
		for len(repeated) < page {
			repeated, texts = append(repeated, nil), append(texts, nil)
		}
		if text = strings.TrimSpace(text); e == nil {
			repeated[page-1] = append(repeated[page-1], text)
		} else {
			texts[page-1] = append(texts[page-1], text)
		}
	}
	run := runningOf(d)
	drawPages(c, run, paginate(layOut(d), run.frame()))
	if err := c.pdf.Error(); err != nil {
		t.Fatal(err)
	}
	return repeated, texts
}

// Who takes up a page on which a table goes on reads what it is about, and to which
// of its parts the first rows belong: not every amount says whose it is.
func TestATableThatGoesOnSaysWhatItIsAbout(t *testing.T) {
	const heading = "3. Draagkracht van de vader"
	for _, header := range []string{"Omschrijving", ""} {
		table := render.Tabel{Kolommen: []render.Kolom{{Kop: header, Breedte: 1}}}
		groupOf := map[string]string{}
		for g := range 9 {
			group := fmt.Sprintf("groep %d", g)
			table.Rijen = append(table.Rijen, render.Rij{Soort: render.Tussenkop, Cellen: cells(group)})
			for i := range 17 {
				row := fmt.Sprintf("rij %d.%d", g, i)
				groupOf[row] = group
				table.Rijen = append(table.Rijen, render.Rij{Cellen: cells(row)})
			}
		}
		d := sample()
		d.Blokken = []render.Blok{render.Kop{Niveau: 2, Tekst: heading}, table}
		checkPages(t, d)
		repeated, texts := repeatedOn(t, d)
		if len(texts) < 4 {
			t.Fatalf("%d pages", len(texts))
		}
		within := 0
		for i := 1; i < len(texts); i++ {
			want := []string{heading + " (vervolg)"}
			if header != "" {
				want = append(want, header)
			}
			if group, isRow := groupOf[texts[i][0]]; isRow {
				want = append(want, group+" (vervolg)")
				within++
			}
			from := slices.Index(repeated[i], want[0])
			if from < 0 || !slices.Equal(repeated[i][from:from+len(want)], want) || strings.Contains(strings.Join(repeated[i][from+len(want):], " "), "vervolg") {
				t.Errorf("page %d begins with %q, want %q", i+1, repeated[i], want)
			}
		}
		if within == 0 {
			t.Error("no page begins within a group")
		}
		if first := strings.Join(repeated[0], " "); strings.Contains(first, "vervolg") {
			t.Errorf("the first page repeats %q", first)
		}
	}
}

// A name that is too long for where it is repeated is cut off, and still says that
// it is repeated; one of white space alone is not there.
func TestContinuedName(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("Zorg voor Anna-Sophia ", 30))
	for _, c := range []struct {
		name  string
		most  int
		lines int
	}{{"kort", 1, 1}, {long, 1, 1}, {long, 2, 2}, {strings.Repeat("x", 500), 2, 2}, {long[:110], 2, 1}, {" ", 1, 0}, {"", 1, 0}} {
		lines := continuedName(smallStyle, c.name, textWidth, c.most)
		if len(lines) != c.lines {
			t.Errorf("%.20q: %q", c.name, lines)
		}
		for i, line := range lines {
			if smallStyle.width(line) > textWidth || strings.HasSuffix(line, " (vervolg)") != (i == len(lines)-1) {
				t.Errorf("%.20q: line %d is %q", c.name, i, line)
			}
		}
	}
}

// The chapter after the first page begins a new one if all before it stands on the
// first; otherwise it goes on where that ends.
func TestAFirstPageStandsAlone(t *testing.T) {
	alone, on := 0, 0
	for lines := 1; lines < 70; lines++ {
		d := sample()
		d.Blokken = nil
		for range lines {
			d.Blokken = append(d.Blokken, render.Alinea{Stijl: render.Klein, Tekst: "regel"})
		}
		before := len(paginate(layOut(d), runningOf(d).frame()))
		d.Blokken = append(d.Blokken, render.Kop{Niveau: 1, Tekst: "Deel", NaVoorblad: true}, render.Alinea{Tekst: "tekst"})
		pages, f := laidOut(d)
		checkPages(t, d)
		last := pages[len(pages)-1]
		switch first := last[0].y == f.top && len(last) == 2; {
		case before == 1 && len(pages) == 2 && first:
			alone++
		case before == 2 && len(pages) == 2 && !first:
			on++
		default:
			t.Errorf("after %d lines on %d pages: %d pages", lines, before, len(pages))
		}
	}
	if alone < 20 || on < 10 {
		t.Errorf("%d alone, %d go on", alone, on)
	}
}

// Some headings are listed in two columns, read one after the other; the links and
// the numbers are those of the headings.
func TestContentsInColumns(t *testing.T) {
	for _, n := range []int{4, 5, 8, 24, 25} {
		d := sample()
		d.Blokken = []render.Blok{render.Inhoudsopgave{Kop: "Inhoud"}}
		want := "Inhoud\n"
		for i := range n {
			name := fmt.Sprintf("%c. Hoofdstuk", 'A'+i)
			d.Blokken = append(d.Blokken, render.Kop{Niveau: 1, Tekst: name, NieuwePagina: true}, render.Alinea{Tekst: "Tekst."})
			want += fmt.Sprintf("%s\n%d\n", name, i+2)
		}
		pages, f := laidOut(d)
		if got := textPages(t, d)[0]; !strings.HasSuffix(got, want) {
			t.Errorf("%d headings: the contents read\n%s", n, got)
		}
		end := pages[0][len(pages[0])-1]
		lines, height := 0, 0.0
		for _, p := range pages[0] {
			if p.piece.kind == contentsPiece {
				lines++
				height += p.piece.height
			}
		}
		inColumns := n >= 5 && n <= 24
		if (lines == 1) != inColumns || inColumns && height > float64((n+1)/2)*(contentsStyle.leading+contentsGap) || end.y+end.piece.height > f.bottom {
			t.Errorf("%d headings: %d pieces, %.1f mm", n, lines, height)
		}
	}
}
