package finish

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"annex/render/pdf/object"

	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"codeberg.org/go-pdf/fpdf"
)

// drawn is two pages as fpdf writes them, with one mark each; with draws more on
// the second page.
func drawn(t testing.TB, with func(p *fpdf.Fpdf)) []byte {
	t.Helper()
	p := fpdf.New("P", "mm", "A4", "")
	p.SetCatalogSort(true)
	p.SetCompression(false)
	p.SetCreationDate(date)
	p.SetModificationDate(date)
	p.AddUTF8FontFromBytes("annex", "", liberationsansregular.TTF)
	p.SetFont("annex", "", 10)
	for i := range 2 {
		p.AddPage()
		p.RawWriteStr("/P <</MCID 0>> BDC")
		p.Text(20, 20, fmt.Sprintf("pagina %d: € 1 – Ł", i+1))
		p.RawWriteStr("EMC")
	}
	if with != nil {
		with(p)
	}
	var b bytes.Buffer
	if err := p.Output(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

var date = time.Date(2025, 2, 14, 0, 0, 0, 0, time.UTC)

func document() *Document {
	return &Document{
		Title: "Berekening & <uitkomst> – €", Subject: "C/16/1 & meer", Author: "mr. É. <Oorbeeld>", Creator: "annex", Producer: "annex (go-pdf/fpdf)",
		Language: "nl-NL", Date: date,
		Structure: &Element{Role: "Document", Kids: []*Element{{Role: "P", Marks: []Mark{{0, 0}, {1, 0}}}}},
	}
}

func finished(t testing.TB, pages []byte, d *Document) *object.File {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, pages, d); err != nil {
		t.Fatal(err)
	}
	f, err := object.Parse(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// What this package knows of fpdf it knows of v0.12.0. Who takes another version
// reads first what that writes, in the tests below.
func TestVersionOfFpdf(t *testing.T) {
	module, err := os.ReadFile("../../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(module), "\tcodeberg.org/go-pdf/fpdf v0.12.0\n") {
		t.Error("go.mod asks for another version of fpdf than v0.12.0")
	}
}

// What fpdf can write and the canvas does not ask for is refused, not lost.
func TestWriteRefusesWhatItDoesNotKnow(t *testing.T) {
	for want, with := range map[string]func(p *fpdf.Fpdf){
		"the catalog has a Metadata":               func(p *fpdf.Fpdf) { p.SetXmpMetadata([]byte("<x/>")) },
		"the catalog has a Outlines":               func(p *fpdf.Fpdf) { p.Bookmark("a", 0, 0) },
		"the catalog has a OpenAction":             func(p *fpdf.Fpdf) { p.SetDisplayMode("fullpage", "") },
		"the catalog has a OutputIntents":          func(p *fpdf.Fpdf) { p.AddOutputIntent(fpdf.OutputIntentType{ICCProfile: sRGB2014}) },
		"the dictionary of names has a JavaScript": func(p *fpdf.Fpdf) { p.SetJavascript("app.alert(1)") },
		"files are attached":                       func(p *fpdf.Fpdf) { p.SetAttachments([]fpdf.Attachment{{Content: []byte("a"), Filename: "a"}}) },
		"page 2 has a Annots":                      func(p *fpdf.Fpdf) { p.LinkString(1, 1, 9, 9, "https://a.nl/") },
		"page 3 has a MediaBox":                    func(p *fpdf.Fpdf) { p.AddPageFormat("L", fpdf.SizeType{Wd: 99, Ht: 99}) },
		"the resources has a ExtGState":            func(p *fpdf.Fpdf) { p.SetAlpha(0.5, "Normal") },
		"the resources has a Shading":              func(p *fpdf.Fpdf) { p.LinearGradient(1, 1, 9, 9, 1, 1, 1, 0, 0, 0, 0, 0, 1, 1) },
		"the resources have colour spaces":         func(p *fpdf.Fpdf) { p.AddSpotColor("a", 1, 2, 3, 4); p.SetFillSpotColor("a", 50) },
		"no Type0 with Identity-H":                 func(p *fpdf.Fpdf) { p.SetFont("Helvetica", "", 10); p.Text(1, 1, "a") },
	} {
		var b bytes.Buffer
		err := Write(&b, drawn(t, with), document())
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %q", err, want)
		}
		if b.Len() > 0 {
			t.Errorf("%s: wrote %d bytes", want, b.Len())
		}
	}
	if err := Write(io.Discard, []byte("%PDF-1.3\nno PDF"), document()); err == nil {
		t.Error("no error for what is no PDF")
	}
	if err := Write(io.Discard, drawn(t, nil)[:3000], document()); err == nil {
		t.Error("no error for half a PDF")
	}
}

// The marks of the pages and the structure fit together, or nothing is written.
func TestWriteRefusesAStructureThatDoesNotFit(t *testing.T) {
	for want, structure := range map[string]*Element{
		"mark 0 of page 1 belongs to two elements":     {Role: "Document", Kids: []*Element{{Role: "P", Marks: []Mark{{0, 0}}}, {Role: "P", Marks: []Mark{{0, 0}}}}},
		"mark 0 of page 1 belongs to no element":       {Role: "P", Marks: []Mark{{0, 1}}},
		"a mark or link on page 3 of 2":                {Role: "P", Marks: []Mark{{2, 0}}},
		"mark -1 on page 1":                            {Role: "P", Marks: []Mark{{0, -1}}},
		"a P holds both elements and content":          {Role: "P", Marks: []Mark{{0, 0}}, Kids: []*Element{{Role: "Link"}}},
		"a link without an area":                       {Role: "Link", Links: []Link{{Page: 0, Address: "https://a.nl/"}}},
		"a link or bookmark that leads to page 0 of 2": {Role: "Link", Links: []Link{{Page: 0, Areas: []Rect{{1, 1, 2, 2}}, To: Place{Page: -1}}}},
	} {
		d := document()
		d.Structure = structure
		if err := Write(io.Discard, drawn(t, nil), d); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %q", err, want)
		}
	}
	d := document()
	d.Outline = []Bookmark{{Text: "a", To: Place{Page: 2}}}
	if err := Write(io.Discard, drawn(t, nil), d); err == nil || !strings.Contains(err.Error(), "a link or bookmark that leads to page 3 of 2") {
		t.Errorf("a bookmark to nowhere: %v", err)
	}
}

// fpdf writes no ID; every level of PDF/A asks for one (ISO 19005-1, 6.1.3). Two
// documents differ in it.
func TestID(t *testing.T) {
	if raw, err := object.Parse(drawn(t, nil)); err != nil || raw.Trailer["ID"] != nil {
		t.Errorf("fpdf has changed: ID %v, %v", raw.Trailer["ID"], err)
	}
	id := func(d *Document) object.String {
		f := finished(t, drawn(t, nil), d)
		ids := f.Array(f.Trailer["ID"])
		if len(ids) != 2 || ids[0] != ids[1] || len(ids[0].(object.String)) != 16 {
			t.Fatalf("ID %v", ids)
		}
		return ids[0].(object.String)
	}
	other := document()
	other.Structure.Kids[0].Title = "een andere naam"
	first, again := id(document()), id(document())
	if first != again || first == id(other) {
		t.Error("the ID does not follow the content")
	}
}

// With an output intent, fpdf's Info points at the colour profile. Info and XMP
// say the same, and the XMP is XML whatever the texts hold.
func TestInfoAndMetadataSayTheSame(t *testing.T) {
	for _, zone := range []*time.Location{time.UTC, time.FixedZone("", 3600), time.FixedZone("", -5400)} {
		d := document()
		d.Date = time.Date(2025, 2, 14, 10, 30, 5, 0, zone)
		f := finished(t, drawn(t, nil), d)
		packet := f.Stream(f.Catalog()["Metadata"]).Raw
		var x struct {
			Description []struct {
				Title       string    `xml:"title>Alt>li"`
				Subject     string    `xml:"description>Alt>li"`
				Author      string    `xml:"creator>Seq>li"`
				Language    string    `xml:"language>Bag>li"`
				Creator     string    `xml:"http://ns.adobe.com/xap/1.0/ CreatorTool"`
				Created     time.Time `xml:"http://ns.adobe.com/xap/1.0/ CreateDate"`
				Modified    time.Time `xml:"http://ns.adobe.com/xap/1.0/ ModifyDate"`
				Producer    string    `xml:"http://ns.adobe.com/pdf/1.3/ Producer"`
				Part        string    `xml:"http://www.aiim.org/pdfa/ns/id/ part"`
				Conformance string    `xml:"http://www.aiim.org/pdfa/ns/id/ conformance"`
				Accessible  string    `xml:"http://www.aiim.org/pdfua/ns/id/ part"`
			} `xml:"RDF>Description"`
		}
		if err := xml.Unmarshal(packet, &x); err != nil {
			t.Fatalf("%v in\n%s", err, packet)
		}
		said := map[string]string{}
		for _, p := range x.Description {
			for key, text := range map[string]string{"Title": p.Title, "Subject": p.Subject, "Author": p.Author, "Creator": p.Creator, "Producer": p.Producer,
				"lang": p.Language, "part": p.Part, "conformance": p.Conformance, "ua": p.Accessible} {
				said[key] += text
			}
			if !p.Created.IsZero() && !(p.Created.Equal(d.Date) && p.Modified.Equal(d.Date)) {
				t.Errorf("dates %v and %v, want %v", p.Created, p.Modified, d.Date)
			}
		}
		info := f.Dict(f.Trailer["Info"])
		for key, want := range map[string]string{"Title": d.Title, "Subject": d.Subject, "Author": d.Author, "Creator": d.Creator, "Producer": d.Producer} {
			if text, _ := f.String(info[object.Name(key)]); text.Text() != want || said[key] != want {
				t.Errorf("%s: %q in Info and %q in XMP, want %q", key, text.Text(), said[key], want)
			}
		}
		if said["lang"] != "nl-NL" || said["part"] != "2" || said["conformance"] != "A" || said["ua"] != "1" {
			t.Errorf("%v", said)
		}
		for _, key := range []object.Name{"CreationDate", "ModDate"} {
			text, _ := f.String(info[key])
			// ISO 32000-1, 7.9.4: D:YYYYMMDDHHmmSSOHH'mm'
			got, err := time.Parse("D:20060102150405-07'00'", string(text))
			if err != nil || !got.Equal(d.Date) {
				t.Errorf("%s: %s (%v), want %v", key, text, err, d.Date)
			}
		}
	}
}

// The part of the standard follows from what is attached.
func TestLevel(t *testing.T) {
	for want, d := range map[string]*Document{
		"<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A<": {},
		"<pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>A<": {Attachments: []Attachment{{Name: "a", MIME: "text/plain", Relation: Data}}},
		"<pdfaid:part>1</pdfaid:part>\n<pdfaid:conformance>B<": {Profile: Oldest},
	} {
		whole := document()
		whole.Attachments, whole.Profile = d.Attachments, d.Profile
		f := finished(t, drawn(t, nil), whole)
		packet := string(f.Stream(f.Catalog()["Metadata"]).Raw)
		if !strings.Contains(packet, want) || strings.Contains(packet, "pdfuaid") == (d.Profile == Oldest) {
			t.Errorf("no %q in\n%s", want, packet)
		}
	}
}

// fpdf maps the numbers of all characters to Unicode in one range over all high
// bytes, which readers take to hold for the first only: "€" and "–" are lost.
func TestToUnicode(t *testing.T) {
	f := finished(t, drawn(t, nil), document())
	font := onlyFont(t, f)
	cmap, err := f.Stream(font["ToUnicode"]).Decoded()
	if err != nil {
		t.Fatal(err)
	}
	mapped := map[int]bool{}
	for _, m := range regexp.MustCompile(`<(\w+)> <(\w+)> <(\w+)>`).FindAllStringSubmatch(string(cmap), -1) {
		var first, last, to int
		if _, err := fmt.Sscanf(strings.Join(m[1:], " "), "%x %x %x", &first, &last, &to); err != nil {
			t.Fatal(err)
		}
		if first>>8 != last>>8 || to != first || first > last {
			t.Errorf("range %v", m)
		}
		for c := first; c <= last; c++ {
			mapped[c] = true
		}
	}
	for _, c := range "pagin12: € – Ł" {
		if !mapped[int(c)] {
			t.Errorf("%q is not mapped", c)
		}
	}
	if mapped[0] || mapped['z'] || mapped['é'] {
		t.Error("what is not in the font is mapped")
	}
}

func onlyFont(t *testing.T, f *object.File) object.Dict {
	t.Helper()
	pages, err := f.Pages()
	if err != nil {
		t.Fatal(err)
	}
	fonts := f.Dict(f.Dict(f.Dict(pages[0])["Resources"])["Font"])
	for _, font := range fonts {
		if len(fonts) == 1 {
			return f.Dict(font)
		}
	}
	t.Fatalf("%d fonts", len(fonts))
	return nil
}

// A font has one name everywhere, with a tag that follows what is in it.
func TestFontNames(t *testing.T) {
	name := func(with func(p *fpdf.Fpdf)) string {
		f := finished(t, drawn(t, with), document())
		font := onlyFont(t, f)
		descendant := f.Dict(f.Array(font["DescendantFonts"])[0])
		descriptor := f.Dict(descendant["FontDescriptor"])
		n := f.Name(font["BaseFont"])
		if f.Name(descendant["BaseFont"]) != n || f.Name(descriptor["FontName"]) != n {
			t.Errorf("names %s, %s and %s", n, descendant["BaseFont"], descriptor["FontName"])
		}
		if descriptor["CIDSet"] != nil {
			t.Error("a CIDSet, which PDF/A-2 and 3 only allow when it is complete")
		}
		return string(n)
	}
	one, same, other := name(nil), name(nil), name(func(p *fpdf.Fpdf) { p.Text(1, 1, "xyz") })
	if !regexp.MustCompile(`^[A-Z]{6}\+LiberationSans$`).MatchString(one) || one != same || one == other {
		t.Errorf("%s, %s and %s", one, same, other)
	}
}

// The widths are those of Liberation Sans: of its table hmtx, by hand, in units
// of 2048 to the em: A 1366, i 455, space 569, € 1139.
func TestWidths(t *testing.T) {
	f := finished(t, drawn(t, func(p *fpdf.Fpdf) { p.Text(1, 1, "Ai €") }), document())
	w := f.Array(f.Dict(f.Array(onlyFont(t, f)["DescendantFonts"])[0])["W"])
	widths := map[int]object.Object{}
	for i := 0; i < len(w); i += 2 {
		first, _ := f.Int(w[i])
		for j, width := range f.Array(w[i+1]) {
			widths[first+j] = width
		}
	}
	for c, want := range map[rune]string{'A': "667", 'i': "222", ' ': "278", '€': "556"} {
		if widths[int(c)] != object.Number(want) {
			t.Errorf("%q is %v wide, want %s", c, widths[int(c)], want)
		}
	}
	if widths['z'] != nil {
		t.Error("a width for what is not in the font")
	}
}

// fpdf gives each page a transparency group and each catalog a name tree for
// files; neither is left. No page holds what acts by itself.
func TestPagesHoldWhatBelongsThere(t *testing.T) {
	f := finished(t, drawn(t, nil), document())
	pages, err := f.Pages()
	if err != nil || len(pages) != 2 {
		t.Fatalf("%d pages, %v", len(pages), err)
	}
	for i, p := range pages {
		page := f.Dict(p)
		if key, _ := f.Int(page["StructParents"]); key != i || page["Tabs"] != object.Name("S") || page["Group"] != nil || page["AA"] != nil {
			t.Errorf("page %d: %v", i+1, page)
		}
	}
	catalog := f.Catalog()
	for _, key := range []object.Name{"Names", "AF", "Outlines", "PageMode", "OpenAction", "AA"} {
		if catalog[key] != nil {
			t.Errorf("a document without files and bookmarks has %s", key)
		}
	}
	if f.Dict(catalog["MarkInfo"])["Marked"] != true || f.Dict(catalog["ViewerPreferences"])["DisplayDocTitle"] != true {
		t.Errorf("catalog %v", catalog)
	}
	intent := f.Dict(f.Array(catalog["OutputIntents"])[0])
	profile, err := f.Stream(intent["DestOutputProfile"]).Decoded()
	// ICC.1, 7.2: the signature at 36, the version at 8, the colour space at 16.
	if err != nil || string(profile[36:40]) != "acsp" || profile[8] != 2 || string(profile[16:20]) != "RGB " {
		t.Errorf("output intent %v, %v", intent, err)
	}
}

// A link is printed, says where it leads, and is known to the structure: to a web
// address or a place in the document, in one area or several.
func TestLinks(t *testing.T) {
	d := document()
	d.Structure = &Element{Role: "Document", Kids: []*Element{
		{Role: "Link", Marks: []Mark{{0, 0}}, Links: []Link{{Page: 0, Areas: []Rect{{10, 20, 30, 40}, {5, 10, 25, 20}}, Address: "https://a.nl/b?c=d(e)", Says: "Rapport – a"}}},
		{Role: "Link", Marks: []Mark{{1, 0}}, Links: []Link{{Page: 1, Areas: []Rect{{1, 2, 3, 4}}, To: Place{0, 700.25}, Says: "Uitkomst"}}},
	}}
	f := finished(t, drawn(t, nil), d)
	pages, _ := f.Pages()
	parents := f.Array(f.Dict(f.Dict(f.Catalog()["StructTreeRoot"])["ParentTree"])["Nums"])
	element := func(key object.Object) object.Dict {
		for i := 0; i+1 < len(parents); i += 2 {
			if parents[i] == key {
				return f.Dict(parents[i+1])
			}
		}
		return nil
	}
	for i, want := range []struct {
		rect, says string
		quads      int
	}{{"[5 10 30 40]", "Rapport – a", 16}, {"[1 2 3 4]", "Uitkomst", 0}} {
		annotations := f.Array(f.Dict(pages[i])["Annots"])
		if len(annotations) != 1 {
			t.Fatalf("page %d has %d annotations", i+1, len(annotations))
		}
		a := f.Dict(annotations[0])
		says, _ := f.String(a["Contents"])
		if fmt.Sprint(a["Rect"]) != want.rect || says.Text() != want.says || a["F"] != object.Int(4) || len(f.Array(a["QuadPoints"])) != want.quads {
			t.Errorf("annotation %v", a)
		}
		e := element(a["StructParent"])
		kids := f.Array(e["K"])
		if e["S"] != object.Name("Link") || len(kids) != 2 || f.Dict(kids[1])["Obj"] != annotations[0] {
			t.Errorf("annotation %d belongs to %v", i, e)
		}
	}
	web := f.Dict(f.Array(f.Dict(pages[0])["Annots"])[0])
	if action := f.Dict(web["A"]); action["S"] != object.Name("URI") || action["URI"] != object.String("https://a.nl/b?c=d(e)") {
		t.Errorf("action %v", action)
	}
	inside := f.Dict(f.Array(f.Dict(pages[1])["Annots"])[0])
	if got := fmt.Sprint(f.Array(inside["Dest"])); got != fmt.Sprintf("[%v XYZ 0 700.25 <nil>]", pages[0]) {
		t.Errorf("destination %s", got)
	}
}

func TestAttachments(t *testing.T) {
	d := document()
	for _, name := range []string{"b.xlsx", "a – É.yaml", "B.json"} {
		d.Attachments = append(d.Attachments, Attachment{Name: name, MIME: "application/vnd.x+y", Description: "over " + name, Relation: Supplement, Data: []byte(name + strings.Repeat("a", 100))})
	}
	f := finished(t, drawn(t, nil), d)
	names := f.Array(f.Dict(f.Dict(f.Catalog()["Names"])["EmbeddedFiles"])["Names"])
	associated := f.Array(f.Catalog()["AF"])
	if len(names) != 6 || len(associated) != 3 {
		t.Fatalf("%d names, %d associated", len(names), len(associated))
	}
	for i := 0; i < len(names); i += 2 {
		key := names[i].(object.String)
		if i > 0 && names[i-2].(object.String) >= key {
			t.Error("the names are not in order")
		}
		file := f.Dict(names[i+1])
		unicode, _ := f.String(file["UF"])
		plain, _ := f.String(file["F"])
		says, _ := f.String(file["Desc"])
		if key.Text() != unicode.Text() || says.Text() != "over "+key.Text() || file["AFRelationship"] != object.Name("Supplement") ||
			string(plain) != strings.NewReplacer("–", "_", "É", "_").Replace(unicode.Text()) {
			t.Errorf("%q: %v", key.Text(), file)
		}
		embedded := f.Stream(f.Dict(file["EF"])["UF"])
		data, err := embedded.Decoded()
		if err != nil || string(data) != key.Text()+strings.Repeat("a", 100) {
			t.Errorf("%q holds %q, %v", key.Text(), data, err)
		}
		parms := f.Dict(embedded.Dict["Params"])
		if size, _ := f.Int(parms["Size"]); size != len(data) || embedded.Dict["Subtype"] != object.Name("application/vnd.x+y") || parms["ModDate"] != object.String("D:20250214000000+00'00'") {
			t.Errorf("%q: %v", key.Text(), embedded.Dict)
		}
	}
	// MD5 of "b.xlsx" and a hundred times a, by md5sum.
	for i, r := range associated {
		file := f.Dict(r)
		if i == 0 {
			sum := f.Dict(f.Stream(f.Dict(file["EF"])["F"]).Dict["Params"])["CheckSum"].(object.String)
			if got := fmt.Sprintf("%x", string(sum)); got != "eb2676a497ef76626058867bc9239858" {
				t.Errorf("checksum %s", got)
			}
		}
	}
}

func TestWriteRefusesAnAttachment(t *testing.T) {
	good := Attachment{Name: "a.json", MIME: "application/json", Relation: Data}
	for want, change := range map[string]func(d *Document){
		`with the name ""`:                  func(d *Document) { d.Attachments[0].Name = "" },
		`with the name "../a"`:              func(d *Document) { d.Attachments[0].Name = "../a" },
		`with the name "a\\b"`:              func(d *Document) { d.Attachments[0].Name = "a\\b" },
		`"json" is no MIME type`:            func(d *Document) { d.Attachments[0].MIME = "json" },
		`"Parent" is no relation`:           func(d *Document) { d.Attachments[0].Relation = "Parent" },
		`two attachments with the name "a.`: func(d *Document) { d.Attachments = append(d.Attachments, good) },
		`PDF/A-1 has no attachments`:        func(d *Document) { d.Profile = Oldest },
	} {
		d := document()
		d.Attachments = []Attachment{good}
		change(d)
		if err := Write(io.Discard, drawn(t, nil), d); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %q", err, want)
		}
	}
}

// Pictures keep their transparency where PDF/A allows it, and nothing else than
// RGB and grey, which is all that the output intent gives a colour to.
func TestImages(t *testing.T) {
	place := func(picture image.Image) func(p *fpdf.Fpdf) {
		var b bytes.Buffer
		if err := png.Encode(&b, picture); err != nil {
			t.Fatal(err)
		}
		return func(p *fpdf.Fpdf) {
			p.RegisterImageOptionsReader("logo", fpdf.ImageOptions{ImageType: "PNG"}, &b)
			p.ImageOptions("logo", 10, 10, 20, 20, false, fpdf.ImageOptions{}, 0, "")
		}
	}
	see := image.NewNRGBA(image.Rect(0, 0, 2, 2))
	see.Set(0, 0, color.NRGBA{255, 0, 0, 128})
	palette := image.NewPaletted(image.Rect(0, 0, 2, 2), color.Palette{color.White, color.Black})
	for name, picture := range map[string]image.Image{"see through": see, "palette": palette, "grey": image.NewGray(image.Rect(0, 0, 2, 2))} {
		f := finished(t, drawn(t, place(picture)), document())
		pages, _ := f.Pages()
		images := f.Dict(f.Dict(f.Dict(pages[0])["Resources"])["XObject"])
		if len(images) != 1 {
			t.Errorf("%s: %d images", name, len(images))
		}
		for _, i := range images {
			if f.Stream(i) == nil || (f.Stream(f.Dict(i)["SMask"]) != nil) != (name == "see through") {
				t.Errorf("%s: %v", name, f.Dict(i))
			}
		}
	}
	cmyk := &object.Stream{Dict: object.Dict{"Subtype": object.Name("Image"), "ColorSpace": object.Name("DeviceCMYK")}}
	if err := checkImage(object.New(), cmyk); err == nil {
		t.Error("CMYK was taken")
	}
}
