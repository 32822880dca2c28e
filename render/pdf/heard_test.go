package pdf

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"annex/render"
	"annex/render/pdf/finish"
	"annex/render/pdf/object"
	"annex/render/pdf/tagged"
)

// documents are the sample, and documents of golden cases.
func documents(t *testing.T) map[string]*render.Document {
	t.Helper()
	documents := map[string]*render.Document{"sample": sample(), "court": court(), "comparison": comparisonOf(t, "design-schets")}
	for _, name := range []string{"design-schets", "wetsvoorstel-mvt-voorbeeld-4", "inkomen-ondernemer-gemiddelde"} {
		documents[name] = annexOf(t, name)
	}
	return documents
}

// What a listener hears is the text of the document: whole, once, in order, and
// with no two words as one.
func TestTextThatIsHeard(t *testing.T) {
	for name, d := range documents(t) {
		tree, err := tagged.Read(parsed(t, written(t, d)))
		if err != nil {
			t.Fatal(err)
		}
		var elements []string
		for e := range tree.All() {
			text := ""
			for _, kid := range e.Kids {
				if kid.Content != nil {
					for _, shown := range kid.Content.Shown {
						text += shown.Text
					}
				}
			}
			elements = append(elements, text)
		}
		checkHeard(t, name, d, elements)
	}
}

// Poppler reads the same from the structure. It takes seconds for what fills more
// than some pages.
func TestTextThatPopplerHears(t *testing.T) {
	short := sample()
	short.Blokken = append(append(firstPage(), premises()...), explanation()...)
	long := sample()
	long.Blokken = []render.Blok{
		render.Alinea{Tekst: strings.Repeat("Een lange alinea loopt over twee pagina's, en/of breekt af bij Midden-Nederland. ", 60)},
		render.Tabel{Bijschrift: "Een rij die hoger is dan een pagina", Kolommen: []render.Kolom{{Kop: "Vraag", Breedte: 1}, {Kop: "Antwoord", Breedte: 3}},
			Rijen: []render.Rij{{Cellen: []render.Cel{cel("Wat?"), cel(strings.Repeat("De toelichting is langer dan een pagina. ", 130), strings.Repeat("aaneen", 60))}}}},
	}
	for name, d := range map[string]*render.Document{"short": short, "over pages": long} {
		checkHeard(t, name, d, heard(t, written(t, d)))
	}
}

func checkHeard(t *testing.T, name string, d *render.Document, elements []string) {
	t.Helper()
	got := strings.Fields(strings.Join(elements, " "))
	want := strings.Fields(strings.Join(texts(t, d), " "))
	for i := range max(len(got), len(want)) {
		if i >= len(got) || i >= len(want) || got[i] != want[i] {
			t.Errorf("%s, word %d: heard %.300q, want %.300q", name, i, got[min(i, len(got)):], want[min(i, len(want)):])
			return
		}
	}
}

// heard gives the text of each element that holds any, as poppler finds it in the
// order of the structure.
func heard(t *testing.T, pdf []byte) []string {
	t.Helper()
	var elements []string
	open := false // the element before goes on
	for _, line := range strings.Split(tool(t, "poppler-utils", pdf, "pdfinfo", "-struct-text", "-enc", "UTF-8", "FILE"), "\n") {
		line = strings.TrimSpace(line)
		text, isText := strings.CutPrefix(line, `"`)
		switch {
		case !isText:
			open = open && strings.HasPrefix(line, "/")
			continue
		case open:
			elements[len(elements)-1] += strings.TrimSuffix(text, `"`)
		default:
			elements = append(elements, strings.TrimSuffix(text, `"`))
		}
		open = true
	}
	return elements
}

// texts are the texts of a document in reading order, without what stands at the
// top and the bottom of each page.
func texts(t *testing.T, d *render.Document) []string {
	t.Helper()
	var all []string
	if d.Briefhoofd != nil {
		all = append(all, d.Briefhoofd.Regels...)
	}
	all = append(all, d.Titel, d.Ondertitel)
	for _, b := range d.Blokken {
		switch b := b.(type) {
		case render.Kop:
			all = append(all, b.Tekst)
		case render.Alinea:
			all = append(all, b.Tekst)
		case render.Lijst:
			for _, p := range b.Punten {
				all = append(all, "–", p)
			}
		case render.Tabel:
			all = append(all, b.Bijschrift)
			for _, k := range b.Kolommen {
				all = append(all, k.Kop, k.Onder)
			}
			for _, r := range b.Rijen {
				for _, c := range r.Cellen {
					all = append(append(all, c.Tekst), c.Onder...)
				}
			}
		case render.Inhoudsopgave:
			all = append(all, b.Kop)
			for _, h := range headingPages(t, d) {
				all = append(all, h.text, fmt.Sprint(h.page))
			}
		case render.Code:
			all = append(all, b.Naast...)
		case render.Invulvelden:
			all = append(all, b.Velden...)
		case render.Figuur:
			all = append(all, b.Bijschrift)
			all = append(all, partNames(b)...)
			for _, balk := range b.Balken {
				all = append(all, barTexts(balk, b)...)
			}
		}
	}
	return all
}

// barTexts are the texts of a bar: its name and its whole, above it when they
// are long, and the amounts in and below it.
func barTexts(b render.Balk, f render.Figuur) []string {
	l := &layout{patterns: patternsOf([]render.Blok{f})}
	var above, left, in, right, below []string
	if len(breakLines(cellStyle, b.Naam, barNameWidth)) > barSideLines {
		above = append(above, b.Naam)
	} else {
		left = append(left, b.Naam)
	}
	if len(breakLines(cellStyle.bold(), b.Tekst, barTotalWidth)) > barSideLines {
		above = append(above, b.Tekst)
	} else {
		right = append(right, b.Tekst)
	}
	for _, p := range l.barParts(b, scaleOf(f)) {
		if p.labelled() {
			in = append(in, p.text)
		} else {
			below = append(below, p.text)
		}
	}
	all := above
	for _, more := range [][]string{left, in, right, below} {
		all = append(all, more...)
	}
	return all
}

// The structure is the one that PDF/UA-1 and ISO 32000-1 ask for: each row has a
// cell in each column, each header says of what, each figure is told in words,
// headings pass over no level.
func TestStructure(t *testing.T) {
	for name, d := range documents(t) {
		f := parsed(t, written(t, d))
		root := f.Dict(f.Catalog()["StructTreeRoot"])
		level, headings, tables, figures := 0, 0, 0, 0
		var walk func(e object.Dict)
		walk = func(e object.Dict) {
			role := f.Name(e["S"])
			attributes := attributesOf(f, e)
			switch role {
			case "H1", "H2", "H3", "H4", "H5", "H6":
				n := int(role[1] - '0')
				if n > level+1 {
					t.Errorf("%s: a heading of level %d after one of level %d", name, n, level)
				}
				level = n
				headings++
			case "Figure":
				if alt, _ := f.String(e["Alt"]); strings.TrimSpace(alt.Text()) == "" {
					t.Errorf("%s: a figure without words", name)
				}
				figures++
			case "Table":
				checkTableStructure(t, f, name, e)
				tables++
			case "TH":
				if s := f.Name(attributes["Scope"]); s != "Row" && s != "Column" {
					t.Errorf("%s: a header cell of %q", name, s)
				}
			case "L":
				if f.Name(attributes["ListNumbering"]) != "Disc" {
					t.Errorf("%s: list %v", name, attributes)
				}
			}
			for _, kid := range kidsOf(f, e) {
				if kid["P"] == nil || f.Dict(kid["P"])["S"] != e["S"] {
					t.Errorf("%s: a kid of %s with another parent", name, role)
				}
				walk(kid)
			}
		}
		walk(f.Dict(root["K"]))
		if headings < 4 || tables < 3 || figures == 0 {
			t.Errorf("%s: %d headings, %d tables, %d figures", name, headings, tables, figures)
		}
	}
}

// kidsOf are the elements in an element.
func kidsOf(f *object.File, e object.Dict) []object.Dict {
	list := f.Array(e["K"])
	if list == nil {
		list = object.Array{e["K"]}
	}
	var kids []object.Dict
	for _, k := range list {
		if d := f.Dict(k); d["S"] != nil {
			kids = append(kids, d)
		}
	}
	return kids
}

// attributesOf are the attributes of an element, whoever owns them.
func attributesOf(f *object.File, e object.Dict) object.Dict {
	list := f.Array(e["A"])
	if list == nil {
		list = object.Array{e["A"]}
	}
	all := object.Dict{}
	for _, a := range list {
		for k, v := range f.Dict(a) {
			all[k] = v
		}
	}
	return all
}

// checkTableStructure holds a table to ISO 32000-1, table 337, and to rows of
// one length.
func checkTableStructure(t *testing.T, f *object.File, name string, table object.Dict) {
	t.Helper()
	parts, columns := "", 0
	for _, part := range kidsOf(f, table) {
		role := f.Name(part["S"])
		parts += string(role) + " "
		for _, row := range kidsOf(f, part) {
			if role == "Caption" {
				continue
			}
			width := 0
			for _, c := range kidsOf(f, row) {
				if r := f.Name(c["S"]); r != "TH" && r != "TD" {
					t.Errorf("%s: a %s in a row", name, r)
				}
				span, ok := f.Int(attributesOf(f, c)["ColSpan"])
				if !ok {
					span = 1
				}
				width += span
			}
			if columns == 0 {
				columns = width
			}
			if width != columns || f.Name(row["S"]) != "TR" {
				t.Errorf("%s: a row of %d columns in a table of %d", name, width, columns)
			}
		}
	}
	if !regexp.MustCompile(`^(Caption )?(THead )?TBody $`).MatchString(parts) {
		t.Errorf("%s: a table of %s", name, parts)
	}
}

// What is no text says what it is: each page has one running head and one foot,
// and a table header that is repeated is not heard again.
func TestArtifacts(t *testing.T) {
	f := parsed(t, written(t, sample()))
	pages, err := f.Pages()
	if err != nil {
		t.Fatal(err)
	}
	again, rules := 0, 0
	for i, p := range pages {
		content, err := f.Stream(f.Dict(p)["Contents"]).Decoded()
		if err != nil {
			t.Fatal(err)
		}
		count := func(kind artifact) int { return strings.Count(string(content), "/Artifact <<"+string(kind)+">> BDC\n") }
		if count("/Type /Pagination /Subtype /Header") != 1 || count("/Type /Pagination /Subtype /Footer") != 1 {
			t.Errorf("page %d: %d heads and %d feet", i+1, count(artifactHead), count(artifactFoot))
		}
		rules += count("/Type /Layout")
		again += count("/Type /Pagination")
	}
	if again < 3 || rules < 200 { // of the rows alone
		t.Errorf("%d repeated table headers, %d rules and backgrounds", again, rules)
	}
}

// A cell carries the id of its line, and leads where its text says; texts below
// each other are paragraphs of one cell.
func TestCells(t *testing.T) {
	const address = "https://www.rechtspraak.nl/rapport?jaar=2025"
	d := sample()
	source := strings.TrimSpace(strings.Repeat("het Rapport alimentatienormen van de Expertgroep Alimentatie ", 4))
	d.Blokken = []render.Blok{render.Tabel{Inhoud: "Draagkracht van de vader", Kolommen: []render.Kolom{{Kop: "nr.", Breedte: 0.5}, {Kop: "Post", Onder: "naam", Breedte: 4}, {Kop: "Bedrag", Breedte: 2, Uitlijning: render.Rechts}},
		Rijen: []render.Rij{
			{Soort: render.Tussenkop, Cellen: cells("Vanaf 1 maart 2025")},
			{Cellen: []render.Cel{cel("1"), {Tekst: "Draagkracht", Onder: []string{"70% × 310", "afgerond"}}, {Tekst: "€ 217", Regel: "p1.vader.draagkracht"}}},
			{Cellen: []render.Cel{cel("2"), {Tekst: source, Verwijzing: address, Regel: "bron"}}},
		}}}
	f := parsed(t, written(t, d))
	var found []string
	var walk func(e object.Dict, depth int)
	walk = func(e object.Dict, depth int) {
		title, _ := f.String(e["T"])
		attributes := attributesOf(f, e)
		summary, _ := f.String(attributes["Summary"])
		line := strings.Repeat(" ", depth) + string(f.Name(e["S"]))
		for _, more := range []any{attributes["Scope"], attributes["ColSpan"], string(title), string(summary)} {
			if more != nil && more != "" {
				line += fmt.Sprint(" ", more)
			}
		}
		found = append(found, line)
		for _, kid := range kidsOf(f, e) {
			walk(kid, depth+1)
		}
	}
	for _, e := range kidsOf(f, f.Dict(f.Dict(f.Catalog()["StructTreeRoot"])["K"])) {
		if f.Name(e["S"]) == "Table" {
			walk(e, 0)
		}
	}
	want := `Table Draagkracht van de vader
 THead
  TR
   TH Column
   TH Column
    P
    P
   TH Column
 TBody
  TR
   TH Column 3
  TR
   TD
   TH Row
    P
    P
    P
   TD p1.vader.draagkracht
  TR
   TD
   TH Row bron
    Link
   TD`
	if got := strings.Join(found, "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	pages, err := f.Pages()
	if err != nil {
		t.Fatal(err)
	}
	annotations := f.Array(f.Dict(pages[0])["Annots"])
	if len(annotations) != 1 { // one, on all lines of its text
		t.Fatalf("%d annotations", len(annotations))
	}
	a := f.Dict(annotations[0])
	says, _ := f.String(a["Contents"])
	if f.Dict(a["A"])["URI"] != object.String(address) || says.Text() != source {
		t.Errorf("annotation %v", a)
	}
	lines := len(breakLines(cellStyle, source, columns(d.Blokken[0].(render.Tabel))[1].width))
	if lines < 2 || len(f.Array(a["QuadPoints"])) != 8*lines {
		t.Errorf("%d lines, corners %v", lines, a["QuadPoints"])
	}
}

// A link inside the document leads to the page and the height where an element
// begins, also when that is drawn later; without such a place nothing is written.
func TestLinkInTheDocument(t *testing.T) {
	d := sample()
	root := &element{role: roleDocument}
	from, to := root.child(roleParagraph).child(roleLink), root.child("H1")
	draw := func(begins bool) ([]byte, error) {
		c := newCanvas()
		from.marks, from.links, to.marks, to.start = nil, nil, nil, nil
		c.newPage()
		c.content(from, func() { c.text(bodyStyle, 20, 30, "ga naar") })
		c.link(from, 20, 30, 40, 5, target{element: to, says: "ga naar het eind"})
		c.newPage()
		if begins {
			c.begins(to, 100)
		}
		c.content(to, func() { c.text(bodyStyle, 20, 100, "eind") })
		drawn, err := c.output()
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		err = finish.Write(&b, drawn, described(d, c, finish.Court, nil))
		return []byte(b.String()), err
	}
	pdf, err := draw(true)
	if err != nil {
		t.Fatal(err)
	}
	f := parsed(t, pdf)
	pages, _ := f.Pages()
	a := f.Dict(f.Array(f.Dict(pages[0])["Annots"])[0])
	// 297 mm is 841.89 points high; 100 mm is 283.46 of them.
	if got := fmt.Sprint(f.Array(a["Dest"])); got != fmt.Sprintf("[%v XYZ 0 558.4252 <nil>]", pages[1]) {
		t.Errorf("destination %s", got)
	}
	if _, err := draw(false); err == nil || !strings.Contains(err.Error(), "a link or bookmark that leads to page 0 of 2") {
		t.Errorf("a link to nowhere: %v", err)
	}
}

// What is attached comes out byte for byte, under its name.
func TestAttachmentsComeOut(t *testing.T) {
	files := attached()
	pdf := written(t, sample(), files...)
	list := tool(t, "poppler-utils", pdf, "pdfdetach", "-list", "-enc", "UTF-8", "FILE")
	dir := t.TempDir()
	tool(t, "poppler-utils", pdf, "pdfdetach", "-saveall", "-enc", "UTF-8", "-o", dir, "FILE")
	for _, a := range files {
		if !strings.Contains(list, ": "+a.Name+"\n") {
			t.Errorf("no %q in\n%s", a.Name, list)
		}
		data, err := os.ReadFile(filepath.Join(dir, a.Name))
		if err != nil || string(data) != string(a.Data) {
			t.Errorf("%s: %d bytes, want %d (%v)", a.Name, len(data), len(a.Data), err)
		}
	}
	if !strings.Contains(list, fmt.Sprintf("%d embedded files", len(files))) {
		t.Error(list)
	}
	tool(t, "qpdf", pdf, "qpdf", "--check", "FILE")
}

// PDFBox preflight finds nothing in the same pages and fonts as PDF/A-1b: the
// one level for which Debian has an independent judge.
func TestPreflight(t *testing.T) {
	const java = "/usr/share/java/"
	jars := strings.Split("preflight pdfbox2 fontbox2 xmpbox commons-logging commons-io javax.activation jaxb-api jaxb-runtime", " ")
	for i, jar := range jars {
		jars[i] = java + jar + ".jar"
		if _, err := os.Stat(jars[i]); err != nil {
			t.Fatalf("%v; install it with: apt-get install libpdfbox2-java libjaxb-java libactivation-java libcommons-io-java", err)
		}
	}
	if _, err := exec.LookPath("java"); err != nil {
		t.Fatal("java is missing; install it with: apt-get install default-jre-headless")
	}
	// One of each kind: many children, long names, strange texts, partneralimentatie, the
	// proposal, an amount per child over periods.
	for _, name := range []string{"sample", "design-schets", "vijf-kinderen", "lange-namen-en-letters", "vreemde-teksten", "partner-2024-dga", "wetsvoorstel-studenten", "stiefouder", "twee-perioden-jaarwisseling"} {
		d := sample()
		if name != "sample" {
			d = annexOf(t, name)
		}
		var b strings.Builder
		drawing, err := Draw(d)
		if err != nil {
			t.Fatal(err)
		}
		if err := drawing.write(&b, finish.Oldest, nil); err != nil {
			t.Fatal(err)
		}
		out := tool(t, "default-jre-headless", []byte(b.String()), "java", "-cp", strings.Join(jars, ":"), "org.apache.pdfbox.preflight.Validator_A1b", "FILE")
		if !strings.Contains(out, "is a valid PDF/A-1b file") {
			t.Errorf("%s: %s", name, out)
		}
	}
}
