package tagged

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"annex/render/pdf/object"
)

type (
	dict  = object.Dict
	array = object.Array
	name  = object.Name
)

// content is two pages, in the codes of a font of two bytes: a code is the
// letter's number plus 0x0100. Every letter is half its height wide.
var content = []string{
	// A heading of two words in two pieces, a paragraph over two lines and two pages.
	mark("H1", 0, at(20, 700, show("Kop"))+at(20+18+3, 700, show("een"))) +
		"/Artifact <</Type /Pagination>> BDC " + at(20, 800, show("pagina 1")) + "EMC\n" +
		mark("P", 1, at(20, 680, show("Een alinea"))+at(20, 666, show("over drie "))),
	mark("P", 0, at(20, 700, show("regels."))) +
		// A row of three cells: an amount with its formula below it, one in two pieces that
		// touch, one with a gap inside TJ.
		"q 1 0 0 1 0 -100 cm " + mark("TD", 1, at(20, 700, show("€ 138"))+at(20, 688, show("70% × 197"))) + " Q\n" +
		mark("TD", 2, at(120, 600, show("vol"))+at(120+18, 600, show("ledig"))) +
		mark("TD", 3, at(220, 600, "[("+codes("links")+") -300 ("+codes("rechts")+")] TJ")),
}

func mark(tag string, id int, inside string) string {
	return fmt.Sprintf("/%s <</MCID %d>> BDC %sEMC\n", tag, id, inside)
}

func at(x, y int, what string) string {
	return fmt.Sprintf("BT /F1 12 Tf %d %d Td %s ET ", x, y, what)
}

func show(text string) string { return "(" + codes(text) + ") Tj" }

// codes writes the text as octal escapes.
func codes(text string) string {
	var b strings.Builder
	for _, r := range text {
		c := code1(r)
		fmt.Fprintf(&b, "\\%03o\\%03o", c>>8, c&0xFF)
	}
	return b.String()
}

func code1(r rune) int {
	if r == '€' {
		return 0x0180
	}
	return int(r) + 0x0100
}

const cmap = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
1 begincodespacerange <0000> <FFFF> endcodespacerange
1 beginbfchar <0180> <20AC> endbfchar
2 beginbfrange <0120> <0143> <0020> <0144> <0146> [<0044> <0045> <0046>] endbfrange
1 beginbfrange <0147> <017F> <0047> endbfrange
1 beginbfrange <01A0> <01FF> <00A0> endbfrange
endcmap CMapName currentdict /CMap defineresource pop end end`

// document is a tagged document by hand, with an attachment.
func document(t testing.TB) *object.File {
	t.Helper()
	f := object.New()
	font := f.Add(dict{"Type": name("Font"), "Subtype": name("Type0"), "BaseFont": name("Made"), "Encoding": name("Identity-H"),
		"ToUnicode": f.Add(object.NewStream(nil, []byte(cmap))),
		"DescendantFonts": array{f.Add(dict{"Type": name("Font"), "Subtype": name("CIDFontType2"), "BaseFont": name("Made"),
			"CIDSystemInfo": dict{"Registry": object.String("Adobe"), "Ordering": object.String("Identity"), "Supplement": object.Int(0)},
			"DW":            object.Int(250), "W": array{object.Int(0), object.Int(0x013F), object.Int(500), object.Int(0x0140), halves(0xC0)}})}})
	pages := f.Add(nil)
	var kids array
	for i, c := range content {
		cut := strings.Index(c, "BDC") + 3 // streams of a page may end between any two words
		kids = append(kids, f.Add(dict{"Type": name("Page"), "Parent": pages, "StructParents": object.Int(i),
			"Contents": array{f.Add(object.NewStream(nil, []byte(c[:cut]))), f.Add(object.NewStream(nil, []byte(c[cut:])))}}))
	}
	f.Objects[pages.Number] = dict{"Type": name("Pages"), "Kids": kids, "Count": object.Int(len(kids)),
		"MediaBox":  array{object.Int(0), object.Int(0), object.Int(595), object.Int(842)},
		"Resources": dict{"Font": dict{"F1": font}}}

	tree, root := f.Add(nil), f.Add(nil)
	element := func(kind name, parent object.Ref, extra dict) object.Ref {
		d := dict{"Type": name("StructElem"), "S": kind, "P": parent}
		for k, v := range extra {
			d[k] = v
		}
		return f.Add(d)
	}
	mcr := func(page, id int) object.Object {
		return dict{"Type": name("MCR"), "Pg": kids[page], "MCID": object.Int(id)}
	}
	h1 := element("Titel", root, dict{"Pg": kids[0], "K": object.Int(0)})
	p := element("P", root, dict{"Pg": kids[0], "K": array{object.Int(1), mcr(1, 0)}})
	table, row := f.Add(nil), f.Add(nil)
	td1 := element("TD", row, dict{"K": mcr(1, 1), "T": object.Text("vader.draagkracht"), "A": dict{"O": name("Table"), "ColSpan": object.Int(1)}})
	td2 := element("TD", row, dict{"K": mcr(1, 2), "Alt": object.Text("één")})
	td3 := element("TD", row, dict{"K": array{mcr(1, 3)}})
	f.Objects[row.Number] = dict{"Type": name("StructElem"), "S": name("TR"), "P": table, "K": array{td1, td2, td3}}
	f.Objects[table.Number] = dict{"Type": name("StructElem"), "S": name("Table"), "P": root, "K": row}
	f.Objects[root.Number] = dict{"Type": name("StructElem"), "S": name("Document"), "P": tree, "K": array{h1, p, table}}
	f.Objects[tree.Number] = dict{"Type": name("StructTreeRoot"), "K": root, "RoleMap": dict{"Titel": name("H1")},
		"ParentTree": dict{"Nums": array{object.Int(0), array{h1, p}, object.Int(1), array{p, td1, td2, td3}}}}

	data := f.Add(object.NewStream(dict{"Type": name("EmbeddedFile"), "Subtype": name("application/yaml")}, []byte("versie: 1\n")))
	spec := f.Add(dict{"Type": name("Filespec"), "F": object.String("zaak.yaml"), "UF": object.Text("zaak één.yaml"), "Desc": object.Text("het zaakbestand"),
		"AFRelationship": name("Source"), "EF": dict{"F": data}})
	f.Trailer["Root"] = f.Add(dict{"Type": name("Catalog"), "Pages": pages, "StructTreeRoot": tree, "Lang": object.String("nl-NL"),
		"MarkInfo": dict{"Marked": true}, "AF": array{spec},
		"Names": dict{"EmbeddedFiles": dict{"Kids": array{f.Add(dict{"Limits": array{object.String("a"), object.String("z")}, "Names": array{object.String("zaak"), spec}})}}}})
	return f
}

func halves(n int) array {
	a := make(array, n)
	for i := range a {
		a[i] = object.Int(500)
	}
	return a
}

// stored is the document after it was written and read.
func stored(t testing.TB, f *object.File) (*object.File, []byte) {
	t.Helper()
	var b bytes.Buffer
	if err := f.Write(&b, object.Compact); err != nil {
		t.Fatal(err)
	}
	again, err := object.Parse(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return again, b.Bytes()
}

func TestRead(t *testing.T) {
	f, _ := stored(t, document(t))
	tree, err := Read(f)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for e := range tree.All() {
		got = append(got, fmt.Sprintf("%s|%s|%s|%d|%s", e.Type, e.Title, e.Alt, e.Page(), strings.Join(e.Lines(), "/")))
	}
	want := []string{
		"Document|||1|Kop een/Een alinea/over drie/regels./€ 138/70% × 197/volledig links rechts",
		"H1|||1|Kop een",
		"P|||1|Een alinea/over drie/regels.",
		"Table|||2|€ 138/70% × 197/volledig links rechts",
		"TR|||2|€ 138/70% × 197/volledig links rechts",
		"TD|vader.draagkracht||2|€ 138/70% × 197",
		"TD||één|2|volledig",
		"TD|||2|links rechts",
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if tree.Lang != "nl-NL" || tree.Pages != 2 {
		t.Errorf("language %q, %d pages", tree.Lang, tree.Pages)
	}
	for e := range tree.All() {
		if e.Title != "" && e.Attribute("Table", "ColSpan") != object.Int(1) {
			t.Errorf("ColSpan %v", e.Attribute("Table", "ColSpan"))
		}
	}
}

// The outside judge is poppler: the same text under the same elements.
func TestPopplerReadsTheSameTree(t *testing.T) {
	_, data := stored(t, document(t))
	out := run(t, data, "pdfinfo", "-struct-text", "FILE")
	var texts []string
	for line := range strings.Lines(out) {
		if text := strings.TrimSpace(line); strings.HasPrefix(text, `"`) {
			texts = append(texts, strings.Trim(text, `"`))
		}
	}
	f, _ := stored(t, document(t))
	tree, err := Read(f)
	if err != nil {
		t.Fatal(err)
	}
	squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") }
	if got, want := squeeze(tree.Roots[0].Text()), squeeze(strings.Join(texts, "")); got != want || got == "" {
		t.Errorf("text %q, poppler has %q in\n%s", got, want, out)
	}
}

func TestAttachments(t *testing.T) {
	f, data := stored(t, document(t))
	got, err := Attachments(f)
	if err != nil || len(got) != 1 {
		t.Fatalf("%v, %v", got, err)
	}
	got[0].Spec = object.Ref{}
	want := Attachment{Name: "zaak één.yaml", MIME: "application/yaml", Description: "het zaakbestand", Relationship: "Source", Data: []byte("versie: 1\n")}
	if !reflect.DeepEqual(got[0], want) {
		t.Errorf("got %+v", got[0])
	}
	if out := run(t, data, "pdfdetach", "-list", "FILE"); !strings.Contains(out, "1: zaak één.yaml") {
		t.Errorf("poppler has %s", out)
	}
}

// What one reader shows as a file and another does not, is no file that can be judged;
// and no file is passed over because the list of files does not name it.
func TestAttachmentsNoneHidden(t *testing.T) {
	f := document(t)
	specs, err := EmbeddedFiles(f)
	if err != nil {
		t.Fatal(err)
	}
	other := f.Add(object.NewStream(dict{"Type": name("EmbeddedFile")}, []byte("versie: 2\n")))
	f.Dict(f.Dict(specs[0])["EF"])["UF"] = other
	if got, err := Attachments(f); err == nil {
		t.Errorf("in two forms: %v", got)
	}
	for what, hide := range map[string]object.Object{
		"an object":        dict{"Type": name("Filespec"), "F": object.String("los.txt"), "EF": dict{"F": other}},
		"on an annotation": dict{"Type": name("Annot"), "FS": dict{"F": object.String("los.txt"), "EF": dict{"F": other}}},
		"in a list":        array{dict{"F": object.String("los.txt"), "EF": dict{"F": other}}},
	} {
		f := document(t)
		f.Add(object.NewStream(nil, []byte("los"))) // takes the number of other
		f.Add(hide)
		if got, err := Attachments(f); err == nil {
			t.Errorf("%s: %v", what, got)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	for what, change := range map[string]func(f *object.File){
		"no page tree":       func(f *object.File) { delete(f.Catalog(), "Pages") },
		"a circle":           func(f *object.File) { f.Dict(f.Catalog()["StructTreeRoot"])["K"] = f.Catalog()["StructTreeRoot"] },
		"an element twice":   func(f *object.File) { k := table(f); k["K"] = array{k["K"], k["K"]} },
		"broken content":     func(f *object.File) { setContent(f, "(a") },
		"Q without q":        func(f *object.File) { setContent(f, "Q") },
		"EMC without BDC":    func(f *object.File) { setContent(f, "EMC") },
		"text without font":  func(f *object.File) { setContent(f, "BT (a) Tj ET") },
		"an unknown font":    func(f *object.File) { setContent(f, "BT /F2 1 Tf ET") },
		"states without end": func(f *object.File) { setContent(f, strings.Repeat("q ", maxState+1)) },
		"marks without end":  func(f *object.File) { setContent(f, strings.Repeat("/P BMC ", maxState+1)) },
		"a stray integer":    func(f *object.File) { f.Dict(f.Catalog()["StructTreeRoot"])["K"] = object.Int(1) },
	} {
		f := document(t)
		change(f)
		if _, err := Read(f); err == nil {
			t.Errorf("%s: read", what)
		}
	}
	f := document(t)
	delete(f.Catalog(), "StructTreeRoot")
	if _, err := Read(f); !errors.Is(err, ErrUntagged) {
		t.Errorf("untagged: %v", err)
	}
}

func table(f *object.File) dict {
	for _, o := range f.Objects {
		if d, ok := o.(dict); ok && d["S"] == name("Table") {
			return d
		}
	}
	return nil
}

func setContent(f *object.File, content string) {
	pages, _ := f.Pages()
	f.Dict(pages[0])["Contents"] = f.Add(object.NewStream(nil, []byte(content)))
}

// Content that two elements claim is given to the first, so that no text counts twice.
func TestContentIsReadOnce(t *testing.T) {
	f := document(t)
	k := f.Dict(f.Dict(table(f)["K"])["K"].(array)[1])
	k["K"] = f.Dict(f.Dict(table(f)["K"])["K"].(array)[0])["K"]
	tree, err := Read(f)
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Count(tree.Roots[0].Text(), "€ 138"); got != 1 {
		t.Errorf("the amount is read %d times", got)
	}
}

func FuzzRead(f *testing.F) {
	var b bytes.Buffer
	if err := document(f).Write(&b, object.Plain); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes(), []byte(content[0]), []byte(cmap))
	f.Fuzz(func(t *testing.T, data, content, cmap []byte) {
		file, err := object.Parse(data)
		if err != nil {
			file = document(t)
		}
		for _, o := range file.Objects {
			switch o := o.(type) {
			case dict:
				if o["Type"] == name("Page") {
					o["Contents"] = &object.Stream{Raw: content}
				}
				if o["ToUnicode"] != nil {
					o["ToUnicode"] = &object.Stream{Raw: cmap}
				}
			}
		}
		if tree, err := Read(file); err == nil {
			for e := range tree.All() {
				_ = e.Text()
			}
		}
		_, _ = Attachments(file)
	})
}

// run gives what a program prints about the file.
func run(t testing.TB, data []byte, program string, args ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "test.pdf")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	for i, a := range args {
		if a == "FILE" {
			args[i] = path
		}
	}
	out, err := exec.Command(program, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", program, err, out)
	}
	return string(out)
}
