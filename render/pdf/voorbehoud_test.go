package pdf

import (
	"strings"
	"testing"

	"annex/render"
)

// What no reader may miss stands at the top of every page, whatever else stands
// there, and nothing of the text is under it.
func TestCautionOnEveryPage(t *testing.T) {
	const caution = "Wetsvoorstel 34 154, geen geldend recht"
	annex := annexOf(t, "wetsvoorstel-mvt-voorbeeld-4")
	full := sample()
	full.Voorbehoud = caution
	bare := sample()
	bare.Voorbehoud, bare.KoptekstLinks, bare.KoptekstRechts = caution, "", ""
	for name, d := range map[string]*render.Document{"annex": annex, "sample": full, "nothing else at the top": bare} {
		pages := pageTexts(t, written(t, d))
		if len(pages) < 3 {
			t.Fatalf("%s: %d pages", name, len(pages))
		}
		for i, page := range pages {
			if first, _, _ := strings.Cut(page, "\n"); first != caution {
				t.Errorf("%s, page %d begins with %q", name, i+1, first)
			}
		}
	}
	for i, page := range pageTexts(t, written(t, sample())) {
		if strings.Contains(page, caution) {
			t.Errorf("page %d of a document without a caution has one", i+1)
		}
	}
}

// A caution takes room from the page, and none is lost.
func TestCautionTakesRoom(t *testing.T) {
	d := sample()
	without := runningOf(d)
	d.Voorbehoud = "Wetsvoorstel 34 154, geen geldend recht"
	with := runningOf(d)
	if with.frame().top <= without.frame().top || with.headTop() < headerTop+with.bandHeight() {
		t.Errorf("the text begins at %g, without a caution at %g", with.frame().top, without.frame().top)
	}
	if with.frame().bottom != without.frame().bottom {
		t.Error("the foot moves")
	}
	d.Voorbehoud = strings.Repeat("geen geldend recht, ", 20)
	if got := strings.Join(runningOf(d).caution, ""); got != strings.TrimSpace(d.Voorbehoud) {
		t.Errorf("cut off: %q", got)
	}
}
