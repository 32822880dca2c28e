package pdf

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"annex/render"
)

// The legend names every part once; an amount stands in its part when that is
// wide enough, and otherwise below the bar.
func TestLegendAndAmounts(t *testing.T) {
	d := sample()
	bar := func(name string) render.Balk {
		return render.Balk{Naam: name, Tekst: "€ 427,00", Delen: []render.Deel{
			part("de moeder draagt zelf", 127, "€ 126,80"), part("de vader betaalt", 234, "€ 234"), part("zorg", 62, "€ 61,85"), part("tekort", 4, "€ 4,40"), part("niets", 0, "€ 0")}}
	}
	d.Blokken = []render.Blok{render.Figuur{Bijschrift: "Figuur", Balken: []render.Balk{bar("Noor"), bar("Daniël")}}}
	got := strings.Fields(strings.ReplaceAll(textPages(t, d)[0], " ", "_"))
	want := []string{"Figuur", "de_moeder_draagt_zelf", "de_vader_betaalt", "zorg", "tekort", "niets"}
	for _, name := range []string{"Noor", "Daniël"} {
		want = append(want, name, "€_126,80", "€_234", "€_61,85", "€_427,00", "€_4,40", "€_0")
	}
	if i := slices.Index(got, "Figuur"); i < 0 || !slices.Equal(got[i:], want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// The amounts below a bar do not overlap and stay within the bar.
func TestAmountsBelowABar(t *testing.T) {
	entries := func(at ...float64) []legendEntry {
		var es []legendEntry
		for _, x := range at {
			es = append(es, legendEntry{text: "€ 56,25", x: x})
		}
		return es
	}
	for _, at := range [][]float64{nil, {0}, {500}, {90, 91, 92}, {180, 180, 181}, {61, 100, 101, 180}} {
		es := entries(at...)
		if !spread(es, barX, barWidth) {
			t.Errorf("%v: no room", at)
		}
		end := barX - legendGap
		for _, e := range es {
			if e.x < end+legendGap-1e-9 || e.x+e.width() > barX+barWidth+1e-9 {
				t.Errorf("%v: became %v", at, es)
			}
			end = e.x + e.width()
		}
	}
	if es := entries(70); !spread(es, barX, barWidth) || es[0].x != 70 {
		t.Errorf("an entry with room was moved: %v", es)
	}
	if spread(entries(0, 0, 0, 0, 0, 0, 0), barX, barWidth) {
		t.Error("seven amounts fit on a line")
	}
}

// A name has one pattern in the whole document, whatever the figure and its
// place in the bar; the first ten names have ten patterns, in order.
func TestPatternsHoldForTheDocument(t *testing.T) {
	figure := func(bars ...string) render.Figuur {
		var f render.Figuur
		for _, names := range bars {
			var b render.Balk
			for _, n := range names {
				b.Delen = append(b.Delen, part(string(n), 1, ""))
			}
			f.Balken = append(f.Balken, b)
		}
		return f
	}
	blocks := []render.Blok{figure("abc", "cbd"), render.Alinea{Tekst: "ertussen"}, figure("da", "efg"), figure("gfihj")}
	got := patternsOf(blocks)
	for i, n := range "abcdefgihj" {
		if got[string(n)] != pattern(i) {
			t.Errorf("%c has pattern %d, want %d", n, got[string(n)], i)
		}
	}
	// With more names than patterns, those of one figure still differ.
	blocks = append(blocks, figure("kab", "lmn"), figure("ijop"))
	got = patternsOf(blocks)
	for i, b := range blocks {
		f, ok := b.(render.Figuur)
		if !ok {
			continue
		}
		seen := map[pattern]string{}
		for _, n := range partNames(f) {
			if other, taken := seen[got[n]]; taken {
				t.Errorf("block %d: %s and %s look the same", i, n, other)
			}
			seen[got[n]] = n
		}
	}
	for range 20 {
		if again := patternsOf(blocks); fmt.Sprint(again) != fmt.Sprint(got) {
			t.Fatalf("another run, another choice: %v and %v", got, again)
		}
	}
}

// On a grey copy, any two patterns differ in a good part of their surface, in a
// bar and in a swatch.
func TestPatternsDifferInGrey(t *testing.T) {
	const perInch = 200
	for _, size := range []struct{ w, h float64 }{{30, barHeight}, {swatchWidth, swatchHeight}} {
		c := newCanvas()
		c.newPage()
		c.artifact(artifactLayout, func() {
			for p := range patternCount {
				p.paint(c, 20, 20+float64(p)*10, size.w, size.h)
			}
		})
		grey := greyOf(t, c, perInch)
		px := func(mm float64) int { return int(mm / 25.4 * perInch) }
		for p := range patternCount {
			for q := range p {
				n, differ := 0, 0
				for dy := 2; dy < px(size.h)-2; dy++ {
					for dx := 2; dx < px(size.w)-2; dx++ {
						a := int(grey.at(px(20)+dx, px(20+float64(p)*10)+dy))
						b := int(grey.at(px(20)+dx, px(20+float64(q)*10)+dy))
						n++
						if max(a-b, b-a) > 40 {
							differ++
						}
					}
				}
				if share := float64(differ) / float64(n); share < 0.1 {
					t.Errorf("%v by %v: patterns %d and %d differ in %.0f%% of their surface", size.w, size.h, p, q, 100*share)
				}
			}
		}
	}
}

// A greyPage is the first page of a document as it comes from a grey printer.
type greyPage struct {
	width int
	rest  []byte
}

func (g greyPage) at(x, y int) byte { return g.rest[y*g.width+x] }

func greyOf(t *testing.T, c *canvas, perInch int) greyPage {
	t.Helper()
	pdf, err := c.output()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := exec.LookPath("pdftoppm"); err != nil {
		t.Fatal("pdftoppm is missing; install it with: apt-get install poppler-utils")
	}
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in.pdf"), filepath.Join(dir, "out")
	if err := os.WriteFile(in, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	if msg, err := exec.Command("pdftoppm", "-gray", "-singlefile", "-r", fmt.Sprint(perInch), in, out).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, msg)
	}
	data, err := os.ReadFile(out + ".pgm")
	if err != nil {
		t.Fatal(err)
	}
	var width, height, depth int
	if _, err := fmt.Fscanf(bytes.NewReader(data), "P5\n%d %d\n%d\n", &width, &height, &depth); err != nil || len(data) < width*height {
		t.Fatalf("not a grey picture: %v", err)
	}
	return greyPage{width: width, rest: data[len(data)-width*height:]}
}
