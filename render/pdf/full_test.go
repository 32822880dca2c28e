package pdf

import (
	"path/filepath"
	"strings"
	"testing"

	"annex/calc"
	"annex/calc/zaak"
	"annex/render"
	"annex/templates"
)

// How full a page is, at least: where the text goes on, and where a chapter was asked
// to begin a new page after it. The second is less than a reader likes, and rare.
const (
	leastFull      = 0.4
	leastFullAtEnd = 0.1
	quarterFull    = 0.25
	quarterMost    = 0.005 // of all pages
)

// No page of any golden case, for any reader, is next to empty, or ends with a heading.
func TestNoPageIsNextToEmpty(t *testing.T) {
	paths, err := filepath.Glob("../../testdata/zaken/*.yaml")
	if err != nil || len(paths) == 0 {
		t.Fatal("no golden cases", err)
	}
	set := allNorms(t)
	all, few := 0, 0
	for _, path := range paths {
		name := strings.TrimSuffix(filepath.Base(path), ".yaml")
		if strings.HasSuffix(name, ".verwacht") || name == "normen-nieuw-jaar" { // that one has norms of its own
			continue
		}
		z := caseOf(t, name, zaak.Opties{})
		r, err := calc.Compute(z, set, "test")
		if err != nil {
			t.Fatal(err)
		}
		other := render.WatAls{Lijst: calc.WatAls(z, set, r)}
		for _, reader := range zaak.Lezers() {
			d, err := render.Bijlage(r, templates.Standaard().Lezer(reader), other)
			if err != nil {
				t.Fatal(err)
			}
			pages, f := laidOut(d)
			all += len(pages)
			for i, page := range pages[:len(pages)-1] {
				last, next := page[len(page)-1], pages[i+1][0].piece
				full, asked := (last.y+last.piece.height-f.top)/f.height(), next.newPage || next.afterFront
				if full < leastFullAtEnd || full < leastFull && !asked {
					t.Errorf("%s, %s: page %d of %d is %.0f%% full", name, reader, i+1, len(pages), 100*full)
				}
				if full < quarterFull {
					few++
				}
				if last.piece.kind == headingPiece || last.piece.kind == tableHeadPiece {
					t.Errorf("%s, %s: page %d ends with a heading", name, reader, i+1)
				}
			}
		}
	}
	if all < 5000 || float64(few) > quarterMost*float64(all) {
		t.Errorf("of %d pages %d are less than a quarter full", all, few)
	}
}
