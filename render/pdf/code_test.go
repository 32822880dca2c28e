package pdf

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"annex/render"
)

// raster prints a PDF at 150 dpi, as an office copier would, and gives the file
// of each page.
func raster(t *testing.T, pdf []byte) []string {
	t.Helper()
	prefix := filepath.Join(t.TempDir(), "page")
	tool(t, "poppler-utils", pdf, "pdftoppm", "-r", "150", "-gray", "FILE", prefix)
	pages, err := filepath.Glob(prefix + "*.pgm")
	if err != nil || len(pages) == 0 {
		t.Fatal("no pages", err)
	}
	return pages
}

func codeDocument(codes ...render.Code) *render.Document {
	d := sample()
	d.Blokken = nil
	for i, c := range codes {
		d.Blokken = append(d.Blokken, render.Kop{Niveau: 1, Tekst: fmt.Sprintf("Code %d", i), NieuwePagina: i > 0}, c)
	}
	return d
}

// What is read from paper is exactly what was asked for, whatever its length.
func TestCodeCanBeRead(t *testing.T) {
	contents := []string{codeContent, "1", "2025021412345678", "HTTPS://WWW.RECHTSPRAAK.NL/", "https://www.rechtspraak.nl/a?b=c&d=%20e",
		strings.Repeat("0123456789abcdef", 8), strings.Repeat("annex ", 50) + ".", strings.Repeat("Z", 900), strings.Repeat("een regel van het zaakbestand; ", 60)}
	var codes []render.Code
	for _, c := range contents {
		codes = append(codes, render.Code{Inhoud: c, Alternatief: "QR-code", Naast: []string{"Kenmerk", strings.Repeat("naast de code ", 20)}})
	}
	if _, err := exec.LookPath("zbarimg"); err != nil {
		t.Fatal("zbarimg is missing; install it with: apt-get install zbar-tools")
	}
	pages := raster(t, written(t, codeDocument(codes...)))
	if len(pages) != len(contents) {
		t.Fatalf("%d pages", len(pages))
	}
	for i, page := range pages {
		out, err := exec.Command("zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", page).Output()
		if err != nil || string(out) != contents[i]+"\n" {
			t.Errorf("%.40q is read as %.40q (%v)", contents[i], out, err)
		}
	}
}

// Around the symbol nothing is printed over four modules (ISO/IEC 18004, 5.3.8),
// and the symbol is black on white.
func TestQuietZone(t *testing.T) {
	d := codeDocument(render.Code{Inhoud: codeContent, Alternatief: "QR-code", Naast: []string{strings.Repeat("naast ", 60)}})
	d.Blokken = append([]render.Blok{render.Alinea{Stijl: render.Kader, Tekst: "Erboven."}, d.Blokken[1]}, render.Alinea{Stijl: render.Klein, Tekst: "Eronder."})
	pages, _ := laidOut(d)
	s, err := encode(codeContent)
	if err != nil {
		t.Fatal(err)
	}
	var top float64
	for _, p := range pages[0] {
		if p.piece.height > codeSize {
			top = p.y
		}
	}
	quiet := 4 * s.module()
	left, right, bottom := marginLeft, marginLeft+s.size(), top+quiet+s.size()
	if s.size() < 28 || s.size() > 32 { // as a hand-held reader wants it
		t.Errorf("%.1f mm", s.size())
	}
	m := readPGM(t, raster(t, written(t, d))[0])
	dark := 0
	for y := range m.height {
		for x := range m.width {
			mmX, mmY := (float64(x)+0.5)*25.4/150, (float64(y)+0.5)*25.4/150
			if mmX < left-quiet || mmX > right+quiet || mmY < top || mmY > bottom+quiet {
				continue
			}
			v := m.pixels[y*m.width+x]
			inside := mmX > left-0.2 && mmX < right+0.2 && mmY > top+quiet-0.2 && mmY < bottom+0.2
			switch {
			case v != 255 && !inside:
				t.Fatalf("the quiet zone is not white at %.1f, %.1f mm", mmX, mmY)
			case v == 0:
				dark++
			}
		}
	}
	if share := float64(dark) / (s.size() * s.size() / 25.4 / 25.4 * 150 * 150); share < 0.3 || share > 0.6 { // masks aim at a half
		t.Errorf("%.0f%% of the symbol is black", 100*share)
	}
}

// A pgm is a page in grey, a byte for each pixel.
type pgm struct {
	width, height int
	pixels        []byte
}

func readPGM(t *testing.T, file string) pgm {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var m pgm
	var depth int
	r := bytes.NewReader(data)
	if _, err := fmt.Fscanf(r, "P5\n%d %d\n%d\n", &m.width, &m.height, &depth); err != nil || depth != 255 {
		t.Fatal("no PGM", err)
	}
	m.pixels = data[len(data)-r.Len():]
	if len(m.pixels) != m.width*m.height {
		t.Fatalf("%d pixels for %d x %d", len(m.pixels), m.width, m.height)
	}
	return m
}

// The runs of a symbol are its dark modules, each once.
func TestRunsAreTheModules(t *testing.T) {
	s, err := encode(codeContent)
	if err != nil {
		t.Fatal(err)
	}
	at := map[[2]int]bool{}
	for i, r := range s.runs {
		if r.x < 0 || r.x >= r.end || r.end > s.modules || r.y < 0 || r.y >= s.modules {
			t.Fatalf("%+v in %d modules", r, s.modules)
		}
		if i > 0 && s.runs[i-1].y == r.y && s.runs[i-1].end >= r.x {
			t.Errorf("%+v touches %+v", s.runs[i-1], r)
		}
		for x := r.x; x < r.end; x++ {
			at[[2]int{x, r.y}] = true
		}
	}
	// The three finder patterns (ISO/IEC 18004, 5.3.3) and none in the fourth corner.
	const pattern = "#######/#.....#/#.###.#/#.###.#/#.###.#/#.....#/#######"
	for y, line := range strings.Split(pattern, "/") {
		for x, want := range line {
			far := s.modules - 7
			for _, corner := range [][2]int{{x, y}, {far + x, y}, {x, far + y}} {
				if at[corner] != (want == '#') {
					t.Errorf("module %v is %v", corner, at[corner])
				}
			}
		}
	}
}

func TestCodeRefuses(t *testing.T) {
	good := render.Code{Inhoud: "x", Alternatief: "QR-code", Naast: []string{"a"}}
	for want, change := range map[string]func(*render.Code){
		"de code heeft geen inhoud":                                  func(c *render.Code) { c.Inhoud = "" },
		"de inhoud is te lang voor een QR-code (2332 bytes)":         func(c *render.Code) { c.Inhoud = strings.Repeat("x", 2332) }, // ISO/IEC 18004, table 7: 40-M holds 2331
		"de code zegt niet in woorden wat zij is":                    func(c *render.Code) { c.Alternatief = "" },
		"de tekst naast de code is te lang: 21 regels, hoogstens 20": func(c *render.Code) { c.Naast = strings.Fields(strings.Repeat("a ", 21)) },
		"U+1F600": func(c *render.Code) { c.Naast = []string{"😀"} },
		"U+05E9":  func(c *render.Code) { c.Alternatief = "שלום" },
	} {
		c := good
		change(&c)
		var b bytes.Buffer
		if err := Write(&b, codeDocument(c)); err == nil || !strings.Contains(err.Error(), want) || b.Len() > 0 {
			t.Errorf("got %v and %d bytes, want %q", err, b.Len(), want)
		}
	}
	good.Inhoud = strings.Repeat("x", 2331)
	checkPages(t, codeDocument(good))
	written(t, codeDocument(good))
}
