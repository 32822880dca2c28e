package pdf

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"annex/render"
	"annex/render/pdf/object"
)

// tool runs a program from Debian's packages on a PDF. A missing tool fails the
// test: a check that is left out in silence is no check.
func tool(t *testing.T, debian string, pdf []byte, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(args[0]); err != nil {
		t.Fatalf("%s is missing; install it with: apt-get install %s", args[0], debian)
	}
	file := filepath.Join(t.TempDir(), "document.pdf")
	if err := os.WriteFile(file, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	for i, a := range args {
		if a == "FILE" {
			args[i] = file
		}
	}
	out, err := exec.Command(args[0], args[1:]...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return string(out)
}

// pageTexts is the text of each page in the order in which it is drawn.
func pageTexts(t *testing.T, pdf []byte) []string {
	t.Helper()
	text := tool(t, "poppler-utils", pdf, "pdftotext", "-raw", "-enc", "UTF-8", "FILE", "-")
	return strings.Split(strings.TrimSuffix(text, "\f"), "\f")
}

func TestQpdfFindsNothing(t *testing.T) {
	out := tool(t, "qpdf", written(t, sample()), "qpdf", "--check", "FILE")
	if strings.Contains(out, "WARNING") || !strings.Contains(out, "No syntax or stream encoding errors") {
		t.Error(out)
	}
}

func TestProperties(t *testing.T) {
	pdf := written(t, sample())
	info := tool(t, "poppler-utils", pdf, "pdfinfo", "-isodates", "FILE")
	for _, want := range []string{
		`Title: +Berekening kinderalimentatie\n`, `Subject: +C/16/123456 / FA RK 25-1234\n`, `Author: +mr\. V\. Çelik–Oorbeeld\n`,
		`Creator: +annex\n`, `CreationDate: +2025-02-14T00:00:00Z?`, `ModDate: +2025-02-14T00:00:00Z?`, `Page size: +595\.\d+ x 841\.\d+ pts \(A4\)`, `Encrypted: +no`,
	} {
		if !regexp.MustCompile(want).MatchString(info) {
			t.Errorf("no %q in\n%s", want, info)
		}
	}
	f := parsed(t, pdf)
	if lang, _ := f.String(f.Catalog()["Lang"]); lang != "nl-NL" {
		t.Errorf("language %q", lang)
	}
	fonts := strings.Split(strings.TrimSpace(tool(t, "poppler-utils", pdf, "pdffonts", "FILE")), "\n")[2:]
	if len(fonts) != 2 {
		t.Errorf("fonts: %q", fonts)
	}
	for _, f := range fonts {
		if !regexp.MustCompile(`^[A-Z]{6}\+LiberationSans\S* +CID TrueType +Identity-H +yes yes yes`).MatchString(f) {
			t.Errorf("not embedded: %s", f)
		}
	}
}

// An empty property is left out, not written as a byte order mark.
func TestNoEmptyProperties(t *testing.T) {
	d := sample()
	d.Auteur, d.Onderwerp = "", ""
	pdf := written(t, d)
	f := parsed(t, pdf)
	info := f.Dict(f.Trailer["Info"])
	if info["Author"] != nil || info["Subject"] != nil || bytes.Contains(pdf, []byte("dc:creator")) || bytes.Contains(pdf, []byte("dc:description")) {
		t.Errorf("empty properties were written: %v", info)
	}
}

func TestPageNumbers(t *testing.T) {
	pages := pageTexts(t, written(t, sample()))
	if len(pages) < 10 {
		t.Fatalf("%d pages", len(pages))
	}
	for i, page := range pages {
		want := fmt.Sprintf("pagina %d van %d", i+1, len(pages))
		if strings.Count(page, "pagina "+fmt.Sprint(i+1)+" van") != 1 || !strings.HasSuffix(strings.TrimSpace(page), want) {
			t.Errorf("page %d does not end with %q", i+1, want)
		}
	}
}

// The text that a reader's program extracts is the text of the document, whole
// and in order, with a head and a foot on each page and repeated table headers.
func TestTextInReadingOrder(t *testing.T) {
	d := sample()
	readWhole(t, d, written(t, d))
	d = court()
	readWhole(t, d, written(t, d))
}

// readWhole reads the text of a document in order, with nothing left over.
func readWhole(t *testing.T, d *render.Document, pdf []byte) {
	t.Helper()
	pages := pageTexts(t, pdf)
	for i, page := range pages {
		head := squeeze(d.KoptekstLinks + d.KoptekstRechts)
		foot := squeeze(d.Voettekst + fmt.Sprintf("pagina %d van %d", i+1, len(pages)))
		body, hasHead := strings.CutPrefix(squeeze(page), head)
		body, hasFoot := strings.CutSuffix(body, foot)
		if !hasHead || !hasFoot {
			t.Fatalf("page %d has no head or foot:\n%s", i+1, page)
		}
		pages[i] = body
	}
	r := &textReader{t: t, rest: strings.Join(pages, "\f"), headings: headingPages(t, d)}
	if d.Briefhoofd != nil {
		for _, line := range d.Briefhoofd.Regels {
			r.want(line)
		}
	}
	r.want(d.Titel)
	r.want(d.Ondertitel)
	for _, b := range d.Blokken {
		r.block(b)
	}
	if r.rest != "" {
		t.Errorf("left over: %.200q", r.rest)
	}
}

// textReader walks through extracted text, without white space, page breaks as \f.
type textReader struct {
	t    *testing.T
	rest string
	// What a new page repeats of a table: its name, its header, and a subheading.
	name, head, under string
	heading           string // the heading that the next block stands under
	// headings are what the table of contents lists.
	headings []headingPage
}

func (r *textReader) want(text string) {
	r.t.Helper()
	if !r.accept(text) {
		r.t.Fatalf("want %.80q, have %.200q", text, r.rest)
	}
}

func (r *textReader) accept(text string) bool {
	rest := r.rest
	for _, want := range squeeze(text) {
		if after, turned := strings.CutPrefix(rest, "\f"); turned {
			rest = strings.TrimPrefix(trimContinued(after, r.name), r.head)
			rest = trimContinued(rest, r.under)
		}
		after, ok := strings.CutPrefix(rest, string(want))
		if !ok {
			return false
		}
		rest = after
	}
	r.rest = rest
	return true
}

// trimContinued takes off a name that is repeated, in full or cut off.
func trimContinued(text, name string) string {
	name = squeeze(name)
	for n := len(name); n > 0; n-- {
		for _, cut := range []string{name[:n] + "…(vervolg)", name[:n] + "(vervolg)"} {
			if rest, ok := strings.CutPrefix(text, cut); ok && (n == len(name) || strings.Contains(cut, "…")) {
				return rest
			}
		}
	}
	return text
}

func (r *textReader) block(b render.Blok) {
	r.t.Helper()
	switch b := b.(type) {
	case render.Kop:
		r.want(b.Tekst)
		if b.Niveau <= 2 {
			r.heading = b.Tekst
		}
	case render.Alinea:
		r.want(b.Tekst)
	case render.Lijst:
		for _, p := range b.Punten {
			r.want("–" + p)
		}
	case render.Tabel:
		r.want(b.Bijschrift)
		var head strings.Builder
		for _, k := range b.Kolommen {
			r.want(k.Kop)
			head.WriteString(squeeze(k.Kop))
		}
		r.head, r.name = head.String(), r.heading
		if b.Bijschrift != "" {
			r.name = b.Bijschrift
		}
		for _, rij := range b.Rijen {
			if rij.Soort == render.Tussenkop {
				r.under = ""
			}
			for _, c := range rij.Cellen {
				r.want(c.Tekst)
				for _, o := range c.Onder {
					r.want(o)
				}
			}
			if rij.Soort == render.Tussenkop && len(rij.Cellen) > 0 {
				r.under = rij.Cellen[0].Tekst
			}
		}
		r.name, r.head, r.under = "", "", ""
	case render.Inhoudsopgave:
		r.want(b.Kop)
		for _, h := range r.headings {
			r.want(h.text + fmt.Sprint(h.page))
		}
	case render.Code:
		for _, text := range b.Naast {
			r.want(text)
		}
	case render.Invulvelden:
		for _, text := range b.Velden {
			r.want(text)
		}
	case render.Figuur:
		r.want(b.Bijschrift)
		for _, name := range partNames(b) {
			r.want(name)
		}
		for _, balk := range b.Balken {
			r.want(balk.Naam)
			var below []string
			for _, d := range balk.Delen {
				if !r.accept(d.Tekst) { // in the bar, if it fits
					below = append(below, d.Tekst)
				}
			}
			r.want(balk.Tekst)
			for _, amount := range below {
				r.want(amount)
			}
		}
	}
}

// An amount that is held to its euro sign by a no-break space stands on one line
// with it, and reads as it was written.
func TestNoBreakSpaceHolds(t *testing.T) {
	const amount = "€\u00a01.234,56"
	if !Printable('\u00a0') {
		t.Fatal("a no-break space is not printable")
	}
	d := sample()
	text := strings.TrimSpace(strings.Repeat("betaalt "+amount+" nu ", 40))
	table := render.Tabel{Bijschrift: "Bedrag van " + amount, Kolommen: []render.Kolom{{Kop: "Omschrijving", Breedte: 6}, {Kop: amount, Breedte: 0.5, Uitlijning: render.Rechts}},
		Rijen: []render.Rij{{Cellen: []render.Cel{cel(text, text), cel(amount, amount)}}, {Soort: render.Totaalrij, Cellen: cells("Samen "+amount, amount)}}}
	d.Blokken = []render.Blok{render.Kop{Niveau: 1, Tekst: "Kop " + amount}, render.Alinea{Tekst: text}, render.Alinea{Stijl: render.Kader, Tekst: text}, render.Lijst{Punten: []string{text}}, table,
		render.Figuur{Bijschrift: amount, Alternatief: amount, Balken: []render.Balk{{Naam: "balk", Tekst: amount, Delen: []render.Deel{part("deel", 80, amount), part("klein", 1, amount)}}}}}
	pdf := written(t, d)
	readWhole(t, d, pdf)
	all := strings.Join(strings.Fields(strings.Join(pageTexts(t, pdf), " ")), " ")
	if !strings.Contains(all, strings.Join(strings.Fields(text), " ")) {
		t.Errorf("no text that equals the original after folding: %.200q", all)
	}
	// Words on one line have one height.
	words := regexp.MustCompile(`yMin="([\d.]+)" [^>]*>([^<]*)</word>`).FindAllStringSubmatch(
		tool(t, "poppler-utils", pdf, "pdftotext", "-bbox", "-enc", "UTF-8", "FILE", "-"), -1)
	n := 0
	for i, w := range words {
		switch {
		case strings.HasPrefix(w[2], "€") && strings.HasSuffix(w[2], "1.234,56"): // read as one word
			n++
		case w[2] == "€":
			n++
			if i+1 == len(words) || words[i+1][1] != w[1] || !strings.HasPrefix(words[i+1][2], "1.234,56") {
				t.Errorf("word %d: the euro sign is apart from its amount", i)
			}
		}
	}
	if want := 40*5 + 11; n != want {
		t.Errorf("%d amounts, want %d", n, want)
	}
}

// Every bookmark leads to a page, and to the one that has its heading (fpdf
// computes the object numbers and gets them wrong once something is attached).
func TestBookmarksLeadToTheirHeadings(t *testing.T) {
	d := sample()
	var headings []string
	for _, b := range d.Blokken {
		if k, ok := b.(render.Kop); ok && k.Niveau <= 2 {
			headings = append(headings, k.Tekst)
		}
	}
	for name, files := range map[string][]Attachment{"nothing attached": nil, "two attached": attached()} {
		pdf := written(t, d, files...)
		pages := pageTexts(t, pdf)
		f := parsed(t, pdf)
		outline := bookmarks(t, f)
		if len(outline) != len(headings) {
			t.Fatalf("%s: %d bookmarks for %d headings", name, len(outline), len(headings))
		}
		for i, o := range outline {
			title, _ := f.String(o["Title"])
			if title.Text() != headings[i] {
				t.Errorf("%s: bookmark %d is %q, the heading is %q", name, i, title.Text(), headings[i])
			}
			page := pageOf(t, f, o["Dest"])
			if !strings.Contains(squeeze(pages[page]), squeeze(title.Text())) {
				t.Errorf("%s: bookmark %q leads to page %d, where that heading is not", name, title.Text(), page+1)
			}
		}
	}
}

// parsed is a PDF as its objects.
func parsed(t *testing.T, pdf []byte) *object.File {
	t.Helper()
	f, err := object.Parse(pdf)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// bookmarks walks through the outline, in the order in which it is shown.
func bookmarks(t *testing.T, f *object.File) []object.Dict {
	t.Helper()
	var all []object.Dict
	var walk func(parent object.Object, depth int)
	walk = func(parent object.Object, depth int) {
		if depth > 10 {
			t.Fatal("the outline is its own part")
		}
		before := object.Object(nil)
		n := 0
		for at := f.Dict(parent)["First"]; at != nil; at = f.Dict(at)["Next"] {
			node := f.Dict(at)
			if node["Parent"] != parent || node["Prev"] != before {
				t.Errorf("a bookmark with Parent %v and Prev %v, want %v and %v", node["Parent"], node["Prev"], parent, before)
			}
			before = at
			if all = append(all, node); len(all) > 1000 {
				t.Fatal("the outline does not end")
			}
			walk(at, depth+1)
			n++
		}
		if f.Dict(parent)["Last"] != before {
			t.Errorf("Last is %v, want %v", f.Dict(parent)["Last"], before)
		}
		count, _ := f.Int(f.Dict(parent)["Count"])
		if depth > 0 {
			n = -n // closed
		}
		if count != n {
			t.Errorf("Count is %d, want %d", count, n)
		}
	}
	walk(f.Catalog()["Outlines"], 0)
	return all
}

// pageOf gives the page that a destination leads to.
func pageOf(t *testing.T, f *object.File, destination object.Object) int {
	t.Helper()
	to := f.Array(destination)
	pages, err := f.Pages()
	if err != nil {
		t.Fatal(err)
	}
	if len(to) != 5 || f.Name(to[1]) != "XYZ" {
		t.Fatalf("destination %v", to)
	}
	if y, ok := f.Float(to[3]); !ok || y < 0 || y > pageHeight/mmPerPoint {
		t.Errorf("destination at height %v", to[3])
	}
	ref, _ := to[0].(object.Ref)
	page := slices.Index(pages, ref)
	if page < 0 {
		t.Fatalf("destination %v is no page", to)
	}
	return page
}

// A heading of level 2 without one of level 1 before it is a line of its own in
// the outline.
func TestOutlineThatStartsDeep(t *testing.T) {
	d := sample()
	d.Blokken = []render.Blok{render.Kop{Niveau: 3, Tekst: "c"}, render.Kop{Niveau: 2, Tekst: "b1"}, render.Kop{Niveau: 2, Tekst: "b2"}, render.Kop{Niveau: 1, Tekst: "a"}, render.Kop{Niveau: 2, Tekst: "b3"}}
	pdf := written(t, d)
	tool(t, "qpdf", pdf, "qpdf", "--check", "FILE")
	f := parsed(t, pdf)
	parents := ""
	for _, o := range bookmarks(t, f) {
		title, _ := f.String(o["Title"])
		parent, _ := f.String(f.Dict(o["Parent"])["Title"])
		parents += fmt.Sprintf("%s<%s ", title, parent)
	}
	if parents != "b1< b2< a< b3<a " {
		t.Error(parents)
	}
}
