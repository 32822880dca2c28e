package pdf

import (
	"math"
	"testing"

	"annex/render"
)

// linesThenPart is so many paragraphs of a line on a page, and a part that
// starts on a new one.
func linesThenPart(lines int) *render.Document {
	d := sample()
	d.Blokken = nil
	for range lines {
		d.Blokken = append(d.Blokken, render.Alinea{Tekst: "regel"})
	}
	d.Blokken = append(d.Blokken, render.Kop{Niveau: 1, Tekst: "Deel", NieuwePagina: true}, render.Alinea{Tekst: "tekst"})
	return d
}

// A few lines that go over to a page of their own are put on the page before, as
// long as there is white space to take; more stays where it is, and what is on
// other parts of the document keeps its white space.
func TestNoPageForAFewLines(t *testing.T) {
	gaps := func(page []placed) (least float64) {
		least = 100
		for i, p := range page[4:] { // after the title and its rule
			least = min(least, p.y-page[i+3].y-page[i+3].piece.height)
		}
		return least
	}
	normal, tight, full := 0, 0, 0
	for lines := 20; lines < 60; lines++ {
		d := linesThenPart(lines)
		checkPages(t, d)
		pages, f := laidOut(d)
		switch gap := gaps(pages[0]); {
		case len(pages) == 2 && gap > 0.99*paragraphGap:
			normal++
			if tight > 0 {
				t.Errorf("%d lines have room, fewer had not", lines)
			}
		case len(pages) == 2:
			tight++
			if gap < 0.49*paragraphGap {
				t.Errorf("%d lines: %.2f mm between two", lines, gap)
			}
		default:
			full++
			if gap < 0.99*paragraphGap {
				t.Errorf("%d lines are set tight to no end", lines)
			}
		}
		// The part after it is set as ever.
		last := pages[len(pages)-1]
		if got := last[1].y - last[0].y - last[0].piece.height; math.Abs(got-headingAfter[0]) > rounding || last[0].y != f.top {
			t.Errorf("after %d lines: %.2f mm below the heading", lines, got)
		}
	}
	if normal == 0 || tight < 2 || full == 0 {
		t.Errorf("%d normal, %d tight, %d on two pages", normal, tight, full)
	}
}

// White space is taken only where that saves a page on which little stands.
func TestTightOnlyToSaveAPage(t *testing.T) {
	kept, saved := 0, 0
	for lines := 30; lines < 200; lines++ {
		d := linesThenPart(lines)
		d.Blokken = d.Blokken[:lines]
		pieces, f := layOut(d), runningOf(d).frame()
		normal, got := paginateWith(pieces, f, 1), paginate(pieces, f)
		last := normal[len(normal)-1]
		end := last[len(last)-1]
		much := end.y+end.piece.height-f.top > f.height()*3/10
		switch {
		case len(got) == len(normal):
			for i := range got {
				for j := range got[i] {
					if got[i][j].y != normal[i][j].y {
						t.Fatalf("%d lines: page %d is set tight to no end", lines, i+1)
					}
				}
			}
			kept++
		case len(got) != len(normal)-1 || much:
			t.Errorf("%d lines are set on %d pages, %d with all white space", lines, len(got), len(normal))
		default:
			saved++
		}
	}
	if kept < 50 || saved < 10 {
		t.Errorf("%d kept, %d saved", kept, saved)
	}
}

// The last line under a heading does not go over to the next page alone.
func TestLastLineUnderAHeadingIsNotAlone(t *testing.T) {
	kop := render.Kop{Niveau: 3, Tekst: "Kop"}
	blocks := []render.Blok{kop, render.Alinea{Tekst: "Een zin."}, render.Alinea{Tekst: "Nog een zin."}, render.Alinea{Tekst: "De laatste zin."}}
	atEveryHeight(t, append(blocks, kop, render.Alinea{Tekst: "Tekst."}), func(after int, pages []int) {
		if !onOnePage(pages[2:4]) {
			t.Errorf("after %d lines: the last line stands alone, pages %v", after, pages)
		}
	})
	atEveryHeight(t, blocks, func(after int, pages []int) {
		if !onOnePage(pages[2:]) {
			t.Errorf("after %d lines: the last line of the document stands alone, pages %v", after, pages)
		}
	})
}
