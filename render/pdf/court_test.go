package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"strings"
	"testing"

	"annex/render"
)

// court is the sample with what a document for a court has besides: a
// letterhead, a table of contents, lines to sign on, a code.
func court() *render.Document {
	d := sample()
	d.Briefhoofd = &render.Briefhoofd{
		Logo: &render.Logo{Data: pngOf(logoImage(300, 90)), Alternatief: "Oorbeeld advocaten"},
		Regels: []string{"Oorbeeld advocaten", "Maliesingel 1, 3581 BA Utrecht", "030 123 45 67", "www.oorbeeld.example",
			"mr. V. Çelik–Oorbeeld, advocaat van de moeder"},
	}
	d.Blokken = append(append([]render.Blok{render.Inhoudsopgave{Kop: "Inhoud"}}, d.Blokken...), signing()...)
	return d
}

func signing() []render.Blok {
	return []render.Blok{
		render.Kop{Niveau: 1, Tekst: "7. Ondertekening"},
		render.Alinea{Tekst: "Ik heb de gegevens in deze berekening nagelezen. Zij kloppen met de stukken die ik heb."},
		render.Invulvelden{Velden: []string{"Naam", "Plaats en datum", "Handtekening"}},
		render.Kop{Niveau: 2, Tekst: "7.1 Controleren"},
		render.Alinea{Tekst: "Wie wil nagaan of deze berekening bij de gegevens hoort, leest de code."},
		render.Code{Inhoud: codeContent, Alternatief: "QR-code met het kenmerk van deze berekening", Naast: []string{
			"Kenmerk van deze berekening", "annex 1, 14 februari 2025", strings.TrimPrefix(codeContent, "annex:1:"), "Controleren: annex controleer BESTAND"}},
		render.Alinea{Stijl: render.Klein, Tekst: "De code bevat geen gegevens van personen."},
	}
}

// codeContent is the SHA-256 of nothing (FIPS 180-4), as a code would hold it.
const codeContent = "annex:1:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

// logoImage is a dark bar on a ground that fades from nothing to blue.
func logoImage(w, h int) *image.NRGBA64 {
	m := image.NewNRGBA64(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			k := color.NRGBA64{R: 0x1000, G: 0x4000, B: 0x9000, A: uint16(x * 0xFFFF / w)}
			if y > h/3 && y < h/2 {
				k = color.NRGBA64{R: 0x2000, G: 0x2000, B: 0x2000, A: 0xFFFF}
			}
			m.SetNRGBA64(x, y, k)
		}
	}
	return m
}

func pngOf(m image.Image) []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// A headingPage is a heading of level 1 with the page on which it was drawn.
type headingPage struct {
	text string
	page int
}

// headingPages watches where the headings are drawn.
func headingPages(t *testing.T, d *render.Document) (headings []headingPage) {
	t.Helper()
	c := newCanvas()
	var last *element
	c.observe = func(page int, e *element, text string) {
		switch {
		case e == nil || e.role != "H2":
		case e == last: // a next line of the same heading
			headings[len(headings)-1].text += text
		default:
			headings = append(headings, headingPage{text, page})
			last = e
		}
	}
	run := runningOf(d)
	drawPages(c, run, paginate(layOut(d), run.frame()))
	if err := c.pdf.Error(); err != nil {
		t.Fatal(err)
	}
	return headings
}

// What is signed, the lines to sign on and their heading stand on one page,
// wherever they come, and so does what heads a code.
func TestSigningStaysTogether(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("Ik verklaar dat alles klopt. ", 40))
	if n := len(breakLines(bodyStyle, long, measure)); n <= introLines {
		t.Fatalf("%d lines", n)
	}
	fields := render.Invulvelden{Velden: []string{"Naam", "Plaats", "Datum", "Handtekening"}}
	code := render.Code{Inhoud: codeContent, Alternatief: "QR-code", Naast: []string{"a", "b"}}
	for name, blocks := range map[string][]render.Blok{
		"fields":      {render.Kop{Niveau: 1, Tekst: "Kop"}, fields},
		"short text":  {render.Kop{Niveau: 1, Tekst: "Kop"}, render.Alinea{Tekst: "Kort."}, fields},
		"long text":   {render.Kop{Niveau: 1, Tekst: "Kop"}, render.Alinea{Tekst: long}, fields},
		"two texts":   {render.Kop{Niveau: 2, Tekst: "Kop"}, render.Alinea{Tekst: long}, render.Alinea{Tekst: "Kort."}, fields},
		"long labels": {render.Kop{Niveau: 2, Tekst: "Kop"}, render.Invulvelden{Velden: []string{long[:100], "Naam"}}},
		"code":        {render.Kop{Niveau: 2, Tekst: "Kop"}, render.Alinea{Tekst: "Kort."}, code},
	} {
		atEveryHeight(t, blocks, func(after int, pages []int) {
			if !onOnePage(pages) {
				t.Errorf("%s, after %d lines: on pages %v", name, after, pages)
			}
		})
	}
}

// Each label has a line of its own to write on, with room above it, and no line
// runs through a text.
func TestFields(t *testing.T) {
	for _, labels := range [][]string{{"Naam"}, {"Naam", "Plaats", "Datum", "Handtekening van de moeder"}, {"Naam en hoedanigheid van degene die tekent", "Datum"},
		{strings.TrimSpace(strings.Repeat("een lang veld ", 10)), "Datum"}} {
		d := sample()
		d.Blokken = []render.Blok{render.Invulvelden{Velden: labels}}
		pages, _ := laidOut(d)
		n := 0
		for _, p := range pages[0] {
			if p.piece.kind == fieldPiece {
				n++
				if p.piece.height < 9 {
					t.Errorf("%q: %.1f mm to write in", labels, p.piece.height)
				}
			}
		}
		if n == 0 {
			t.Errorf("%q: no fields", labels)
		}
		texts := strings.Join(strings.Fields(textPages(t, d)[0]), " ")
		if !strings.HasSuffix(texts, strings.Join(labels, " ")) {
			t.Errorf("%q is printed as %q", labels, texts)
		}
	}
	d := sample()
	d.Blokken = []render.Blok{render.Invulvelden{Velden: []string{strings.Repeat("veld ", 100)}}}
	if err := Write(new(bytes.Buffer), d); err == nil || !strings.Contains(err.Error(), `het invulveld "veld veld`) || !strings.Contains(err.Error(), "is te lang") {
		t.Errorf("got %v", err)
	}
}

// The table of contents lists every heading of level 1 with the page on which it
// stands, also when the table itself pushes them over to a next page.
func TestContents(t *testing.T) {
	d := court()
	for range 12 {
		d.Blokken = append(d.Blokken, render.Kop{Niveau: 1, Tekst: "Nog een deel", NieuwePagina: true}, render.Alinea{Tekst: "Tekst."})
	}
	pages, headings := textPages(t, d), headingPages(t, d)
	if len(headings) < 19 {
		t.Fatalf("%d headings", len(headings))
	}
	list, _, _ := strings.Cut(strings.TrimPrefix(pages[0][strings.Index(pages[0], "Inhoud\n"):], "Inhoud\n"), "Deze bijlage")
	var want strings.Builder
	for _, h := range headings {
		want.WriteString(h.text + " " + fmt.Sprint(h.page) + "\n")
		if !pagesWith(pages, strings.Fields(h.text)[len(strings.Fields(h.text))-1])[h.page] && !strings.Contains(pages[h.page-1], h.text) {
			t.Errorf("%q does not stand on page %d", h.text, h.page)
		}
	}
	if got := strings.Join(strings.Fields(list), " "); got != strings.Join(strings.Fields(want.String()), " ") {
		t.Errorf("contents\n%s\nwant\n%s", got, want.String())
	}
	if last := headings[len(headings)-1].page; last < 20 {
		t.Errorf("the last heading stands on page %d", last)
	}
}

// Of a heading that is too long for the table of contents the start is listed.
func TestContentsOfALongHeading(t *testing.T) {
	d := sample()
	d.Blokken = []render.Blok{render.Inhoudsopgave{}, render.Kop{Niveau: 1, Tekst: strings.Repeat("aaneen", 900)}, render.Kop{Niveau: 1, Tekst: "   "}}
	checkPages(t, d)
	text := textPages(t, d)[0]
	if !strings.Contains(text, "…\n1\n") {
		t.Errorf("%.400q", text)
	}
	written(t, d)
}

// What the blocks for a court are to who cannot see them.
func TestRolesForACourt(t *testing.T) {
	c := newCanvas()
	drawn := map[string]string{}
	alts := map[string]bool{}
	c.observe = func(_ int, e *element, text string) {
		path := ""
		for ; e != nil; e = e.parent {
			path = "/" + string(e.role) + path
		}
		if _, seen := drawn[text]; !seen {
			drawn[text] = path
		}
	}
	d := court()
	run := runningOf(d)
	drawPages(c, run, paginate(layOut(d), run.frame()))
	if err := c.pdf.Error(); err != nil {
		t.Fatal(err)
	}
	var links []*element
	var visit func(e *element)
	visit = func(e *element) {
		switch e.role {
		case roleFigure:
			alts[e.alt] = len(e.marks) == 1
		case roleLink:
			links = append(links, e)
		}
		for _, kid := range e.kids {
			visit(kid)
		}
	}
	visit(c.root)
	for text, want := range map[string]string{
		"Maliesingel 1, 3581 BA Utrecht": "/Document/P",
		"Inhoud":                         "/Document/P",
		"1. Uitkomst ":                   "/Document/TOC/TOCI/Reference/Link",
		"Handtekening":                   "/Document/Sect/P",
		"Kenmerk van deze berekening":    "/Document/Sect/P",
	} {
		if drawn[text] != want {
			t.Errorf("%q is drawn as %q, want %q", text, drawn[text], want)
		}
	}
	for _, alt := range []string{"Oorbeeld advocaten", "QR-code met het kenmerk van deze berekening"} {
		if !alts[alt] {
			t.Errorf("no figure that says %q", alt)
		}
	}
	// Each line of the contents leads to where its heading is.
	headings := headingPages(t, d)
	if len(links) != len(headings) {
		t.Fatalf("%d links for %d headings", len(links), len(headings))
	}
	for i, e := range links {
		to := e.links[0].target
		if to.says != headings[i].text || to.element.start == nil || to.element.start.page+1 != headings[i].page {
			t.Errorf("link %d says %q and leads to %+v, want %+v", i, to.says, to.element.start, headings[i])
		}
	}
}
