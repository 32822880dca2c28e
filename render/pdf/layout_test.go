package pdf

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"annex/render"

	"github.com/shopspring/decimal"
)

// laidOut is a document on its pages.
func laidOut(d *render.Document) ([][]placed, frame) {
	f := runningOf(d).frame()
	return paginate(layOut(d), f), f
}

// checkPages holds what is true of the pages of every document.
func checkPages(t *testing.T, d *render.Document) {
	t.Helper()
	pages, f := laidOut(d)
	for i, page := range pages {
		y := f.top
		for _, p := range page {
			if p.y < y-1e-6 || p.y+p.piece.height > f.bottom+1e-5 {
				t.Errorf("page %d: a piece of kind %d at %.2f–%.2f overlaps or leaves the page", i+1, p.piece.kind, p.y, p.y+p.piece.height)
			}
			y = p.y + p.piece.height
		}
		if len(page) == 0 && len(pages) > 1 {
			t.Errorf("page %d is empty", i+1)
		}
	}
}

func TestPages(t *testing.T) {
	d := sample()
	checkPages(t, d)
	pages, _ := laidOut(d)
	for i, page := range pages[:len(pages)-1] {
		switch last := page[len(page)-1].piece; last.kind {
		case headingPiece, tableHeadPiece:
			t.Errorf("page %d ends with a heading", i+1)
		}
	}
}

// textPages tells which text was drawn on which page, as content.
func textPages(t *testing.T, d *render.Document) []string {
	t.Helper()
	c := newCanvas()
	var texts []string
	c.observe = func(page int, e *element, text string) {
		for len(texts) < page {
			texts = append(texts, "")
		}
		if e != nil {
			texts[page-1] += strings.TrimRight(text, " ") + "\n"
		}
	}
	run := runningOf(d)
	drawPages(c, run, paginate(layOut(d), run.frame()))
	if err := c.pdf.Error(); err != nil {
		t.Fatal(err)
	}
	return texts
}

// pagesWith is the set of pages on which one of the words stands.
func pagesWith(pages []string, words ...string) map[int]bool {
	found := map[int]bool{}
	for i, text := range pages {
		for _, w := range words {
			if strings.Contains(text, w+"\n") {
				found[i+1] = true
			}
		}
	}
	return found
}

func TestTableThatStaysOnOnePage(t *testing.T) {
	pages := textPages(t, sample())
	rows := []string{"5.1 Een tabel die net op een pagina past", "Een tabel van 34 rijen die bijeen blijft"}
	for i := 1; i <= 34; i++ {
		rows = append(rows, fmt.Sprintf("bijeen 34/%d", i))
	}
	if on := pagesWith(pages, rows...); len(on) != 1 {
		t.Errorf("heading and table stand on pages %v", on)
	}
	// At every place on the page where it may begin.
	for lines := 1; lines < 60; lines++ {
		d := sample()
		d.Blokken = nil
		for range lines {
			d.Blokken = append(d.Blokken, render.Alinea{Tekst: "regel"})
		}
		table := render.Tabel{Bijeen: true, Kolommen: []render.Kolom{{Kop: "Naam", Breedte: 1}}}
		want := []string{"Kop"}
		for i := 1; i <= 12; i++ {
			table.Rijen = append(table.Rijen, render.Rij{Cellen: cells(fmt.Sprintf("rij %d", i))})
			want = append(want, fmt.Sprintf("rij %d", i))
		}
		d.Blokken = append(d.Blokken, render.Kop{Niveau: 2, Tekst: "Kop"}, table, render.Alinea{Stijl: render.Klein, Tekst: "Bron: x"})
		if on := pagesWith(textPages(t, d), want...); len(on) != 1 {
			t.Errorf("after %d lines: on pages %v", lines, on)
		}
	}
}

// A table that fits on no page starts where it stands, and its note that would
// not fit on the page of a table that does, does not tear that table apart.
func TestTableThatFitsNoPage(t *testing.T) {
	pages := textPages(t, sample())
	if on := pagesWith(pages, "5.2 Een tabel die op geen enkele pagina past", "bijeen 60/1", "bijeen 60/2"); len(on) != 1 {
		t.Errorf("heading and first rows stand on pages %v", on)
	}
	d := sample()
	table := render.Tabel{Bijeen: true, Kolommen: []render.Kolom{{Kop: "Naam", Breedte: 1}}}
	_, f := laidOut(d)
	var rows []string
	for i := 1; ; i++ {
		table.Rijen = append(table.Rijen, render.Rij{Cellen: cells(fmt.Sprintf("rij %d", i))})
		d.Blokken = []render.Blok{table}
		sum := 0.0
		for _, p := range layOut(d)[3:] { // without the title
			sum += p.height
		}
		if sum > f.height() {
			table.Rijen = table.Rijen[:i-1]
			break
		}
		rows = append(rows, fmt.Sprintf("rij %d", i))
	}
	d.Blokken = []render.Blok{render.Alinea{Tekst: "ervoor"}, table, render.Alinea{Stijl: render.Klein, Tekst: "Bron: x"}}
	if on := pagesWith(textPages(t, d), rows...); len(on) != 1 {
		t.Errorf("a table of %d rows, as high as a page, stands on pages %v", len(rows), on)
	}
}

// Whatever stands above it, a heading has at least two lines, or a table header
// and a row, below it, and a paragraph leaves no single line.
func TestNothingStandsAlone(t *testing.T) {
	table := render.Tabel{Bijschrift: "Bijschrift", Kolommen: []render.Kolom{{Kop: "Naam", Breedte: 1}}, Rijen: []render.Rij{
		{Soort: render.Tussenkop, Cellen: cells("Tussenkop")}, {Cellen: cells("rij 1")}, {Cellen: cells("rij 2")}, {Cellen: cells("rij 3")},
		{Soort: render.Totaalrij, Cellen: cells("totaal")}}}
	words := make([]string, 200)
	for i := range words {
		words[i] = fmt.Sprintf("woord%d", i)
	}
	for lines := range 60 {
		d := sample()
		d.Blokken = nil
		for range lines {
			d.Blokken = append(d.Blokken, render.Alinea{Tekst: "regel"})
		}
		tail := len(d.Blokken)
		d.Blokken = append(d.Blokken, render.Kop{Niveau: 1, Tekst: "Kop een"}, render.Kop{Niveau: 2, Tekst: "Kop twee"}, table)
		pages := textPages(t, d)
		if on := pagesWith(pages, "Kop een", "Kop twee", "Bijschrift", "Naam", "Tussenkop", "rij 1"); len(on) != 1 {
			t.Errorf("after %d lines: heading and first row on pages %v", lines, on)
		}
		if on := pagesWith(pages, "rij 3", "totaal"); len(on) != 1 {
			t.Errorf("after %d lines: the total without a row, on pages %v", lines, on)
		}
		d.Blokken = append(d.Blokken[:tail], render.Kop{Niveau: 3, Tekst: "Kop"}, render.Alinea{Tekst: strings.Join(words, " ")}, render.Lijst{Punten: []string{strings.Join(words, " ")}})
		for i, text := range textPages(t, d) {
			n := strings.Split(strings.TrimSpace(text), "\n")
			first, last := n[0], n[len(n)-1]
			switch {
			case last == "Kop":
				t.Errorf("after %d lines: page %d ends with the heading", lines, i+1)
			case strings.HasPrefix(last, "woord0 "):
				t.Errorf("after %d lines: page %d ends with the first line of a paragraph", lines, i+1)
			case strings.HasSuffix(first, " woord199"):
				t.Errorf("after %d lines: page %d begins with the last line of a paragraph", lines, i+1)
			}
		}
	}
}

func TestAnnouncedListStaysWithItsAnnouncement(t *testing.T) {
	for lines := range 60 {
		d := sample()
		d.Blokken = nil
		for range lines {
			d.Blokken = append(d.Blokken, render.Alinea{Tekst: "regel"})
		}
		d.Blokken = append(d.Blokken, render.Alinea{Tekst: "Als volgt:"}, render.Lijst{Punten: []string{"punt"}})
		if on := pagesWith(textPages(t, d), "Als volgt:", "punt"); len(on) != 1 {
			t.Errorf("after %d lines: on pages %v", lines, on)
		}
	}
}

// Everything drawn has a role, and the roles are those of the blocks.
func TestRoles(t *testing.T) {
	drawn := map[[2]string]bool{} // text and role
	c := newCanvas()
	c.observe = func(_ int, e *element, text string) {
		path := ""
		for ; e != nil; e = e.parent {
			path = "/" + string(e.role) + path
		}
		drawn[[2]string{strings.TrimRight(text, " "), path}] = true
	}
	d := sample()
	run := runningOf(d)
	drawPages(c, run, paginate(layOut(d), run.frame()))
	if err := c.pdf.Error(); err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"Berekening kinderalimentatie":                  "/Document/H1",
		"1. Uitkomst":                                   "/Document/Sect/H2",
		"1.1 De vijf bedragen waar de uitkomst op rust": "/Document/Sect/H3",
		"Periode vanaf 1 maart 2025":                    "/Document/Sect/H3", // no level is passed over
		"Einde.":                                        "/Document/Sect/P",
		"–":                                             "/Document/Sect/L/LI/Lbl",
		"Bijdrage per periode en per kind":              "/Document/Sect/Table/Caption",
		"Bedrag per maand":                              "/Document/Sect/Table/THead/TR/TH",
		"De moeder":                                     "/Document/Sect/Table/TBody/TR/TH",
		"€ 137,65":                                      "/Document/Sect/Table/TBody/TR/TD",
		"inclusief alleenstaande-ouderkop":              "/Document/Sect/Table/TBody/TR/TH/P",
		"Wie draagt welk deel van de kosten":            "/Document/Sect/Div/Caption",
		"de vader betaalt":                              "/Document/Sect/Div/Figure",
		"€ 138":                                         "/Document/Sect/Div/Figure",
		"Productie 7":                                   "",
		"pagina 2 van " + fmt.Sprint(len(textPages(t, d))): "",
	} {
		if !drawn[[2]string{text, want}] {
			t.Errorf("%q was not drawn as %q", text, want)
		}
	}
	if !drawn[[2]string{"Vraag", "/Document/Sect/Table/THead/TR/TH"}] || !drawn[[2]string{"Vraag", ""}] {
		t.Error("a table header is not content the first time and an artifact when it is repeated")
	}
	if len(drawn) < 300 {
		t.Errorf("only %d texts seen", len(drawn))
	}
}

// The canvas refuses to draw outside of a mark, and a mark inside a mark.
func TestCanvasGuardsItsMarks(t *testing.T) {
	for name, draw := range map[string]func(c *canvas){
		"text":  func(c *canvas) { c.text(bodyStyle, 20, 20, "tekst") },
		"line":  func(c *canvas) { c.line(1, 1, 2, 2, 1, black) },
		"fill":  func(c *canvas) { c.fill(1, 1, 2, 2, black) },
		"frame": func(c *canvas) { c.frame(1, 1, 2, 2, 1, black) },
		"nested": func(c *canvas) {
			c.artifact(artifactLayout, func() { c.content(&element{role: roleParagraph}, func() {}) })
		},
		"content of a parent": func(c *canvas) {
			e := &element{role: roleCell}
			e.child(roleParagraph)
			c.content(e, func() {})
		},
		"link in a paragraph": func(c *canvas) { c.link(&element{role: roleParagraph}, 1, 1, 2, 2, target{address: "https://a.nl/"}) },
	} {
		c := newCanvas()
		c.newPage()
		draw(c)
		if c.pdf.Error() == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestFigureScale(t *testing.T) {
	f := render.Figuur{Balken: []render.Balk{
		{Delen: []render.Deel{part("a", 30, ""), part("b", 10, "")}},
		{Delen: []render.Deel{part("a", 20, ""), part("c", -5, "")}},
	}}
	if got := scaleOf(f); math.Abs(got-barWidth/40) > 1e-9 {
		t.Errorf("scale %v", got)
	}
	if got := scaleOf(render.Figuur{}); got != 0 {
		t.Errorf("scale of nothing: %v", got)
	}
	if got := size(render.Deel{Waarde: decimal.New(1, 400)}); got != 0 {
		t.Errorf("a value beyond floating point: %v", got)
	}
}

func TestPartsOfABarLookDifferent(t *testing.T) {
	var f render.Figuur
	for _, names := range []string{"abcdefg", "hijklm", "gh", "ahbicj", "mnop", "abcpk"} {
		var b render.Balk
		for _, n := range names {
			b.Delen = append(b.Delen, part(string(n), 1, ""))
		}
		f.Balken = append(f.Balken, b)
	}
	patterns := patternsOf([]render.Blok{f})
	for _, b := range f.Balken {
		seen := map[pattern]string{}
		for _, d := range b.Delen {
			if other, taken := seen[patterns[d.Naam]]; taken {
				t.Errorf("%s and %s look the same", other, d.Naam)
			}
			seen[patterns[d.Naam]] = d.Naam
		}
	}
}

func TestLongRunningHeadIsCutOff(t *testing.T) {
	d := sample()
	d.KoptekstLinks, d.Voettekst = strings.Repeat("een heel lang kenmerk ", 300), strings.Repeat("aaneen", 900)
	run := runningOf(d)
	for _, lines := range [][]string{run.left, run.foot} {
		if len(lines) != runningLines || !strings.HasSuffix(lines[runningLines-1], "…") {
			t.Errorf("%q", lines)
		}
	}
	checkPages(t, d)
}

func FuzzWrite(f *testing.F) {
	f.Add("De vader betaalt € 138", uint8(3), uint8(1))
	f.Add(strings.Repeat("aaneen", 900), uint8(200), uint8(7))
	f.Add("😀 \u200f \x00 \xff", uint8(0), uint8(2))
	f.Add(strings.Repeat("een twee ", 700), uint8(90), uint8(255))
	f.Fuzz(func(t *testing.T, text string, n, kind uint8) {
		if len(text) > 20000 {
			return
		}
		d := fuzzDocument(text, int(n), int(kind))
		if Write(new(strings.Builder), d) == nil {
			for _, r := range text {
				if !Printable(r) {
					t.Errorf("%q was printed", r)
				}
			}
		}
		d = fuzzDocument(printableOf(text), int(n), int(kind))
		checkPages(t, d)
		if err := Write(new(strings.Builder), d); err != nil {
			t.Error(err)
		}
	})
}

// fuzzDocument has the text in every place.
func fuzzDocument(text string, n, kind int) *render.Document {
	short := printableOf(fmt.Sprintf("%.40s", text))
	table := render.Tabel{Bijschrift: text, Bijeen: kind&1 > 0, Kolommen: []render.Kolom{{Kop: short, Breedte: 1 + float64(kind)}, {Kop: "b", Breedte: 1 + float64(n), Uitlijning: render.Rechts}, {Kop: "c", Breedte: 3}}}
	for i := range n {
		row := render.Rij{Soort: render.RijSoort((i * kind) % 4), Cellen: cells(short)}
		if row.Soort != render.Tussenkop {
			row.Cellen = cells(short, short, "")
		}
		if i == n/2 {
			row.Cellen[0].Onder = []string{text, short}
		}
		table.Rijen = append(table.Rijen, row)
	}
	if kind&2 > 0 {
		table.Kolommen[2].Kop = text
	}
	d := sample()
	d.Titel, d.KoptekstRechts, d.Voettekst, d.Auteur = "Titel "+text, text, text, text
	d.Blokken = []render.Blok{
		render.Kop{Niveau: kind % 5, Tekst: text, NieuwePagina: kind&4 > 0},
		render.Alinea{Stijl: render.Stijl(kind % 4), Tekst: text + ":"},
		table,
		render.Alinea{Stijl: render.Klein, Tekst: text},
		render.Lijst{Punten: []string{short, text, ""}},
		render.Alinea{Stijl: render.Kader, Tekst: text},
		render.Figuur{Bijschrift: short, Alternatief: "Figuur " + text, Balken: []render.Balk{
			{Naam: text, Tekst: short, Delen: []render.Deel{part(text, int64(n), short), part(short, int64(kind), text)}},
			{Naam: short, Tekst: text, Delen: []render.Deel{part(short, -3, "x")}},
		}},
		render.Inhoudsopgave{Kop: text},
		render.Code{Inhoud: fmt.Sprintf("x%.300s", text), Alternatief: "Code " + text, Naast: []string{short, "", short}},
		render.Invulvelden{Velden: []string{short, "", "Naam", short}},
		render.Kop{Niveau: 1, Tekst: short},
	}
	if kind&8 > 0 {
		d.Briefhoofd = &render.Briefhoofd{Regels: []string{short, "", short}, Logo: &render.Logo{Data: pngOf(logoImage(1+n%20, 1+kind%20)), Alternatief: "Logo " + text}}
	}
	return d
}
