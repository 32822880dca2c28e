package pdfcheck_test

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"annex/render"
	"annex/render/pdf"
	"annex/render/pdf/object"
	"annex/render/pdf/pdfcheck"
)

// document has every kind of element, on two pages.
func document() *render.Document {
	return &render.Document{
		Titel: "Berekening kinderalimentatie", Onderwerp: "C/16/123456", Auteur: "mr. V. Çelik–Oorbeeld",
		Datum: time.Date(2025, 2, 14, 0, 0, 0, 0, time.UTC), KoptekstLinks: "C/16/123456", Voettekst: "annex",
		Blokken: []render.Blok{
			render.Alinea{Tekst: "Deze bijlage is een voorbeeld – één bladzijde, en nog één."},
			render.Kop{Niveau: 1, Tekst: "1. Uitkomst"},
			render.Tabel{Bijschrift: "Bedragen", Kolommen: []render.Kolom{{Kop: "Ouder", Breedte: 2}, {Kop: "Bedrag", Breedte: 1, Uitlijning: render.Rechts}},
				Rijen: []render.Rij{
					{Soort: render.Tussenkop, Cellen: []render.Cel{{Tekst: "Per maand"}}},
					{Cellen: []render.Cel{{Tekst: "de vader", Verwijzing: "https://www.rechtspraak.nl/"}, {Tekst: "€ 138", Regel: "vader.draagkracht"}}},
				}},
			render.Lijst{Punten: []string{"een punt", "nog een punt"}},
			render.Kop{Niveau: 2, Tekst: "1.1 In beeld"},
			render.Figuur{Bijschrift: "Wie draagt wat", Alternatief: "De vader draagt € 138 van € 200.", Balken: []render.Balk{{Naam: "Noor", Tekst: "€ 200",
				Delen: []render.Deel{{Naam: "de vader", Waarde: decimal.NewFromInt(138), Tekst: "€ 138"}, {Naam: "de moeder", Waarde: decimal.NewFromInt(62), Tekst: "€ 62"}}}}},
			render.Kop{Niveau: 1, Tekst: "2. Uitleg", NieuwePagina: true},
			render.Alinea{Tekst: "Slot."},
		},
	}
}

// intended is what document says in reading order, copied from it by hand and held
// beside what pdftotext shows of it. The signs before the points and the texts
// of the figure are not in document: they are what the page shows.
var intended = []string{
	"Berekening kinderalimentatie", "Deze bijlage is een voorbeeld – één bladzijde, en nog één.", "1. Uitkomst",
	"Bedragen", "Ouder", "Bedrag", "Per maand", "de vader", "€ 138", "– een punt", "– nog een punt", "1.1 In beeld",
	"Wie draagt wat", "de vader", "de moeder", "Noor", "€ 138", "€ 62", "€ 200", "2. Uitleg", "Slot.",
}

var attachment = pdf.Attachment{Name: "zaak.yaml", MIME: "application/yaml", Description: "het zaakbestand", Relation: pdf.Source, Data: []byte("versie: 1\n")}

func written(t testing.TB, files ...pdf.Attachment) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := pdf.Write(&b, document(), files...); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

var want = pdfcheck.Want{Level: pdfcheck.PDFA3a, Text: intended}

func TestASoundDocument(t *testing.T) {
	with, without := written(t, attachment), written(t)
	for _, f := range pdfcheck.Check(with, want) {
		t.Error(f)
	}
	for _, f := range pdfcheck.Check(without, pdfcheck.Want{Level: pdfcheck.PDFA2a, Text: intended}) {
		t.Error(f)
	}
	// The level that is wanted counts.
	if !found(pdfcheck.Check(with, pdfcheck.Want{Level: pdfcheck.PDFA2a}), pdfcheck.Attachment) {
		t.Error("attachments in PDF/A-2")
	}
	if !found(pdfcheck.Check(without, pdfcheck.Want{Level: pdfcheck.PDFA3a}), pdfcheck.Conformance) {
		t.Error("PDF/A-2 is no PDF/A-3")
	}
	// What the mutations below do besides damage, does no harm.
	for _, layout := range []object.Layout{object.Plain, object.Compact} {
		for _, f := range pdfcheck.Check(again(t, parsed(t, with), layout), want) {
			t.Error(f)
		}
	}
}

func found(findings []pdfcheck.Finding, code pdfcheck.Code) bool {
	return slices.ContainsFunc(findings, func(f pdfcheck.Finding) bool { return f.Code == code })
}

func parsed(t testing.TB, data []byte) *object.File {
	t.Helper()
	f, err := object.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func again(t testing.TB, f *object.File, layout object.Layout) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := f.Write(&b, layout); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

type (
	dict  = object.Dict
	array = object.Array
	name  = object.Name
)

// damaged is a document being damaged.
type damaged struct {
	testing.TB
	*object.File
}

// nth gives the n-th object of the file, counted from 0, whose entry key is value.
func (d damaged) nth(n int, key name, value object.Object) (dict, object.Ref) {
	d.Helper()
	for _, number := range slices.Sorted(maps.Keys(d.Objects)) {
		o := d.Dict(object.Ref{Number: number})
		if o[key] == value {
			if n == 0 {
				return o, object.Ref{Number: number}
			}
			n--
		}
	}
	d.Fatalf("no object with %s %v", key, value)
	return nil, object.Ref{}
}

func (d damaged) only(key name, value object.Object) dict {
	d.Helper()
	o, _ := d.nth(0, key, value)
	return o
}

func (d damaged) page(n int) dict {
	pages, err := d.Pages()
	if err != nil {
		d.Fatal(err)
	}
	return d.Dict(pages[n])
}

// draw changes what page n draws.
func (d damaged) draw(n int, change func(content string) string) {
	d.Helper()
	page := d.page(n)
	content, err := d.Content(page, 1<<20)
	if err != nil {
		d.Fatal(err)
	}
	changed := change(string(content))
	if changed == string(content) {
		d.Fatal("nothing changed")
	}
	page["Contents"] = d.Add(object.NewStream(nil, []byte(changed)))
}

func (d damaged) replace(n int, old, new string) {
	d.Helper()
	d.draw(n, func(s string) string { return strings.Replace(s, old, new, 1) })
}

// xmp changes the metadata.
func (d damaged) xmp(old, new string) {
	d.Helper()
	s := d.Stream(d.Catalog()["Metadata"])
	changed := strings.ReplaceAll(string(s.Raw), old, new)
	if changed == string(s.Raw) {
		d.Fatalf("no %s in the metadata", old)
	}
	s.Raw = []byte(changed)
}

// remake changes the data of a stream.
func (d damaged) remake(o object.Object, change func(data []byte) []byte) {
	d.Helper()
	s := d.Stream(o)
	data, err := s.Decoded()
	if err != nil {
		d.Fatal(err)
	}
	*s = *object.NewStream(s.Dict, change(slices.Clone(data)))
}

func (d damaged) font() (composite, descendant dict) {
	composite = d.only("Subtype", name("Type0"))
	return composite, d.Dict(d.Array(composite["DescendantFonts"])[0])
}

func (d damaged) descriptor() dict {
	_, descendant := d.font()
	return d.Dict(descendant["FontDescriptor"])
}

// Every defect is found under its own name.
func TestEveryDefectIsFound(t *testing.T) {
	data := written(t, attachment)
	for what, c := range map[string]struct {
		code   pdfcheck.Code
		damage func(d damaged)
	}{
		"ID gone":              {pdfcheck.ID, func(d damaged) { d.Trailer["ID"] = array{} }},
		"ID of unequal halves": {pdfcheck.ID, func(d damaged) { d.Trailer["ID"].(array)[1] = object.String("1234567890123456x") }},
		"Info is a stream": {pdfcheck.Info, func(d damaged) {
			d.Trailer["Info"] = d.Dict(d.Array(d.Catalog()["OutputIntents"])[0])["DestOutputProfile"]
		}},
		"another title in Info": {pdfcheck.Info, func(d damaged) { d.Dict(d.Trailer["Info"])["Title"] = object.Text("Anders") }},
		"another date in Info":  {pdfcheck.Info, func(d damaged) { d.Dict(d.Trailer["Info"])["ModDate"] = object.String("D:20250215000000Z") }},
		"no producer in Info":   {pdfcheck.Info, func(d damaged) { delete(d.Dict(d.Trailer["Info"]), "Producer") }},
		"no metadata":           {pdfcheck.XMP, func(d damaged) { delete(d.Catalog(), "Metadata") }},
		"metadata compressed":   {pdfcheck.XMP, func(d damaged) { d.remake(d.Catalog()["Metadata"], slices.Clone) }},
		"metadata is no XML":    {pdfcheck.XMP, func(d damaged) { d.xmp("</rdf:RDF>", "") }},
		"part 2":                {pdfcheck.Conformance, func(d damaged) { d.xmp("<pdfaid:part>3", "<pdfaid:part>2") }},
		"conformance B":         {pdfcheck.Conformance, func(d damaged) { d.xmp("conformance>A", "conformance>B") }},
		"no pdfuaid":            {pdfcheck.Conformance, func(d damaged) { d.xmp("<pdfuaid:part>1</pdfuaid:part>", "") }},
		"pdfuaid not described": {pdfcheck.Extension, func(d damaged) { d.xmp("valueType>Integer", "valueType>Text") }},
		"no title":              {pdfcheck.XMP, func(d damaged) { d.xmp("Berekening kinderalimentatie", " ") }},
		"an unknown schema":     {pdfcheck.XMP, func(d damaged) { d.xmp("http://ns.adobe.com/pdf/1.3/", "https://voorbeeld.nl/") }},
		"no language":           {pdfcheck.Catalog, func(d damaged) { delete(d.Catalog(), "Lang") }},
		"not marked":            {pdfcheck.Catalog, func(d damaged) { delete(d.Catalog(), "MarkInfo") }},
		"title not shown":       {pdfcheck.Catalog, func(d damaged) { delete(d.Catalog(), "ViewerPreferences") }},
		"no output intent":      {pdfcheck.OutputIntent, func(d damaged) { delete(d.Catalog(), "OutputIntents") }},
		"a profile of another kind": {pdfcheck.OutputIntent, func(d damaged) {
			d.remake(d.Dict(d.Array(d.Catalog()["OutputIntents"])[0])["DestOutputProfile"], func(b []byte) []byte { copy(b[16:], "CMYK"); return b })
		}},
		"a profile cut off": {pdfcheck.OutputIntent, func(d damaged) {
			d.remake(d.Dict(d.Array(d.Catalog()["OutputIntents"])[0])["DestOutputProfile"], func(b []byte) []byte { return b[:len(b)-1] })
		}},
		"an action at opening": {pdfcheck.Forbidden, func(d damaged) { d.Catalog()["OpenAction"] = array{d.Catalog()["Pages"], name("Fit")} }},
		"JavaScript":           {pdfcheck.Forbidden, func(d damaged) { d.Dict(d.Catalog()["Names"])["JavaScript"] = dict{"Names": array{}} }},
		"a link that starts a program": {pdfcheck.Forbidden, func(d damaged) {
			d.only("Subtype", name("Link"))["A"] = dict{"S": name("Launch"), "F": object.String("a.exe")}
		}},
		"a page with an action": {pdfcheck.Forbidden, func(d damaged) { d.page(0)["AA"] = dict{} }},
		"a film":                {pdfcheck.Forbidden, func(d damaged) { d.only("Subtype", name("Link"))["Subtype"] = name("Movie") }},
		"layers":                {pdfcheck.Forbidden, func(d damaged) { d.Catalog()["OCProperties"] = dict{} }},
		"a string too long":     {pdfcheck.Forbidden, func(d damaged) { d.Add(array{object.String(strings.Repeat("x", 32768))}) }},
		"a name too long":       {pdfcheck.Forbidden, func(d damaged) { d.Add(dict{name(strings.Repeat("x", 128)): true}) }},
		"states too deep": {pdfcheck.Forbidden, func(d damaged) {
			d.draw(0, func(s string) string { return strings.Repeat("q ", 29) + strings.Repeat("Q ", 29) + s })
		}},
		"an action elsewhere": {pdfcheck.Forbidden, func(d damaged) { d.only("Title", object.Text("2. Uitleg"))["A"] = dict{"S": name("GoToR")} }},
		"an unknown entry":    {pdfcheck.Forbidden, func(d damaged) { d.Catalog()["Threads"] = array{} }},
		"a damaged stream": {pdfcheck.Stream, func(d damaged) {
			s := d.Stream(d.page(0)["Contents"])
			s.Raw = slices.Clone(s.Raw)
			s.Raw[len(s.Raw)/2] ^= 0xFF
		}},
		"LZW":                    {pdfcheck.Stream, func(d damaged) { d.Add(&object.Stream{Dict: dict{"Filter": name("LZWDecode")}}) }},
		"a stream elsewhere":     {pdfcheck.Stream, func(d damaged) { d.Add(&object.Stream{Dict: dict{"F": object.String("elders.bin")}}) }},
		"a reference to nothing": {pdfcheck.Reference, func(d damaged) { d.Add(array{object.Ref{Number: 99999}}) }},

		"no tab order": {pdfcheck.Page, func(d damaged) { delete(d.page(1), "Tabs") }},
		"no size":      {pdfcheck.Page, func(d damaged) { delete(d.Dict(d.Catalog()["Pages"]), "MediaBox"); delete(d.page(0), "MediaBox") }},
		"a page as large as a field": {pdfcheck.Page, func(d damaged) {
			d.page(0)["MediaBox"] = array{object.Int(0), object.Int(0), object.Int(595), object.Int(14401)}
		}},
		"a wrong number of pages":  {pdfcheck.Page, func(d damaged) { d.Dict(d.Catalog()["Pages"])["Count"] = object.Int(3) }},
		"painting unmarked":        {pdfcheck.Unmarked, func(d damaged) { d.draw(0, func(s string) string { return s + "0 0 m 9 9 l S\n" }) }},
		"an image unmarked":        {pdfcheck.Unmarked, func(d damaged) { d.draw(0, func(s string) string { return s + "/Im1 Do\n" }) }},
		"marks in each other":      {pdfcheck.Marks, func(d damaged) { d.draw(0, func(s string) string { return "/Artifact BMC\n" + s + "EMC\n" }) }},
		"marked, but not what":     {pdfcheck.Marks, func(d damaged) { d.replace(0, "/P <</MCID 1>> BDC", "/P BMC") }},
		"a mark that does not end": {pdfcheck.Marks, func(d damaged) { d.draw(1, func(s string) string { return s + "/Artifact BMC\n" }) }},
		"q that does not end":      {pdfcheck.Marks, func(d damaged) { d.draw(1, func(s string) string { return s + "q\n" }) }},
		"a mark twice":             {pdfcheck.MCID, func(d damaged) { d.replace(0, "/MCID 2>>", "/MCID 1>>") }},
		"a mark missing":           {pdfcheck.MCID, func(d damaged) { d.replace(0, "/MCID 2>>", "/MCID 99>>") }},
		"a mark of nobody":         {pdfcheck.MCID, func(d damaged) { d.draw(1, func(s string) string { return s + "/P <</MCID 2>> BDC EMC\n" }) }},
		"a mark of two elements":   {pdfcheck.MCID, func(d damaged) { d.only("S", name("Caption"))["K"] = d.only("S", name("H2"))["K"] }},
		"a mark on no page":        {pdfcheck.MCID, func(d damaged) { delete(d.only("S", name("H2")), "Pg") }},
		"no parent tree":           {pdfcheck.ParentTree, func(d damaged) { delete(d.Dict(d.Catalog()["StructTreeRoot"]), "ParentTree") }},
		"a parent tree astray": {pdfcheck.ParentTree, func(d damaged) {
			nums := d.Array(d.Dict(d.Dict(d.Catalog()["StructTreeRoot"])["ParentTree"])["Nums"])
			list := d.Array(nums[1])
			list[0], list[1] = list[1], list[0]
		}},
		"a parent tree that dangles": {pdfcheck.ParentTree, func(d damaged) {
			nums := d.Array(d.Dict(d.Dict(d.Catalog()["StructTreeRoot"])["ParentTree"])["Nums"])
			d.Array(nums[3])[0] = d.Catalog()["Pages"]
		}},
		"a link that leads back elsewhere": {pdfcheck.ParentTree, func(d damaged) { d.only("Subtype", name("Link"))["StructParent"] = object.Int(0) }},
		"no structure":                     {pdfcheck.Structure, func(d damaged) { delete(d.Catalog(), "StructTreeRoot") }},
		"an element twice":                 {pdfcheck.Structure, func(d damaged) { e := d.only("S", name("L")); e["K"] = append(d.Array(e["K"]), d.Array(e["K"])[0]) }},
		"a parent that is another":         {pdfcheck.Structure, func(d damaged) { d.only("S", name("H2"))["P"] = d.Catalog()["StructTreeRoot"] }},
		"a type of one's own":              {pdfcheck.Type, func(d damaged) { d.only("S", name("H2"))["S"] = name("Kop") }},
		"a cell outside a row":             {pdfcheck.Nesting, func(d damaged) { d.only("S", name("TR"))["S"] = name("Div") }},
		"a point outside a list":           {pdfcheck.Nesting, func(d damaged) { d.only("S", name("L"))["S"] = name("Sect") }},
		"text in a list":                   {pdfcheck.Nesting, func(d damaged) { d.only("S", name("LBody"))["S"] = name("L") }},
		"a caption in the middle":          {pdfcheck.Nesting, func(d damaged) { e := d.only("S", name("Table")); k := d.Array(e["K"]); k[0], k[1] = k[1], k[0] }},
		"a heading in a paragraph":         {pdfcheck.Nesting, func(d damaged) { d.only("S", name("Sect"))["S"] = name("P") }},
		"a level skipped":                  {pdfcheck.Heading, func(d damaged) { d.only("S", name("H3"))["S"] = name("H4") }},
		"no first level":                   {pdfcheck.Heading, func(d damaged) { d.only("S", name("H1"))["S"] = name("P") }},
		"a header cell without scope":      {pdfcheck.Table, func(d damaged) { d.only("S", name("TH"))["A"] = nil }},
		"a row too short": {pdfcheck.Table, func(d damaged) {
			for n := range 9 {
				if e, _ := d.nth(n, "S", name("TH")); d.Dict(e["A"])["ColSpan"] != nil {
					delete(d.Dict(e["A"]), "ColSpan")
					return
				}
			}
		}},
		"a figure without words":   {pdfcheck.Figure, func(d damaged) { delete(d.only("S", name("Figure")), "Alt") }},
		"a figure without a place": {pdfcheck.Figure, func(d damaged) { delete(d.only("S", name("Figure")), "A") }},
		"a figure off the page":    {pdfcheck.Figure, func(d damaged) { d.Array(d.Dict(d.only("S", name("Figure"))["A"])["BBox"])[3] = object.Int(2000) }},

		"a link without words":       {pdfcheck.Annotation, func(d damaged) { delete(d.only("Subtype", name("Link")), "Contents") }},
		"a link that is not printed": {pdfcheck.Annotation, func(d damaged) { delete(d.only("Subtype", name("Link")), "F") }},
		"a hidden link":              {pdfcheck.Annotation, func(d damaged) { d.only("Subtype", name("Link"))["F"] = object.Int(6) }},
		"a link in no element":       {pdfcheck.Annotation, func(d damaged) { e := d.only("S", name("Link")); e["K"] = d.Array(e["K"])[0] }},
		"a link on no page":          {pdfcheck.Annotation, func(d damaged) { delete(d.page(0), "Annots") }},
		"a link off the page":        {pdfcheck.Annotation, func(d damaged) { d.Array(d.only("Subtype", name("Link"))["Rect"])[2] = object.Int(2000) }},
		"a link to no page": {pdfcheck.Destination, func(d damaged) {
			l := d.only("Subtype", name("Link"))
			delete(l, "A")
			l["Dest"] = array{d.Catalog()["Pages"], name("XYZ"), object.Int(0), object.Int(0), nil}
		}},
		"a link to nowhere":     {pdfcheck.Destination, func(d damaged) { delete(d.only("Subtype", name("Link")), "A") }},
		"a bookmark to no page": {pdfcheck.Destination, func(d damaged) { d.Array(d.only("Title", object.Text("2. Uitleg"))["Dest"])[0] = object.Ref{Number: 3} }},
		"a bookmark to another page": {pdfcheck.Destination, func(d damaged) {
			d.Array(d.only("Title", object.Text("2. Uitleg"))["Dest"])[0] = d.Array(d.only("Title", object.Text("1. Uitkomst"))["Dest"])[0]
		}},
		"a bookmark below its heading": {pdfcheck.Destination, func(d damaged) { d.Array(d.only("Title", object.Text("2. Uitleg"))["Dest"])[3] = object.Int(10) }},
		"a bookmark of no heading":     {pdfcheck.Destination, func(d damaged) { d.only("Title", object.Text("2. Uitleg"))["Title"] = object.Text("3. Iets anders") }},
		"bookmarks miscounted":         {pdfcheck.Outline, func(d damaged) { d.Dict(d.Catalog()["Outlines"])["Count"] = object.Int(7) }},
		"bookmarks in a circle":        {pdfcheck.Outline, func(d damaged) { e, r := d.nth(0, "Title", object.Text("2. Uitleg")); e["Next"] = r }},
		"a bookmark cut loose":         {pdfcheck.Outline, func(d damaged) { delete(d.only("Title", object.Text("2. Uitleg")), "Prev") }},

		"a font not embedded": {pdfcheck.Font, func(d damaged) { _, f := d.font(); delete(d.Dict(f["FontDescriptor"]), "FontFile2") }},
		"fonts of two names":  {pdfcheck.Font, func(d damaged) { f, _ := d.font(); f["BaseFont"] = name("ABCDEF+Anders") }},
		"a part named as a whole": {pdfcheck.Font, func(d damaged) {
			f, g := d.font()
			for _, x := range []dict{f, g, d.Dict(g["FontDescriptor"])} {
				for _, k := range []name{"BaseFont", "FontName"} {
					if x[k] != nil {
						x[k] = name("LiberationSans")
					}
				}
			}
		}},
		"a font cut off": {pdfcheck.Font, func(d damaged) {
			_, f := d.font()
			d.remake(d.Dict(f["FontDescriptor"])["FontFile2"], func(b []byte) []byte { return b[:len(b)/2] })
		}},
		"no glyph": {pdfcheck.Glyph, func(d damaged) {
			_, f := d.font()
			d.remake(f["CIDToGIDMap"], func(b []byte) []byte { b[2*'e'], b[2*'e'+1] = 0, 0; return b })
		}},
		"a glyph that is not there": {pdfcheck.Glyph, func(d damaged) {
			_, f := d.font()
			d.remake(f["CIDToGIDMap"], func(b []byte) []byte { b[2*'e'] = 0xFF; return b })
		}},
		"an empty glyph": {pdfcheck.Glyph, func(d damaged) {
			_, f := d.font()
			d.remake(f["CIDToGIDMap"], func(b []byte) []byte { b[2*'e'], b[2*'e'+1] = b[2*' '], b[2*' '+1]; return b })
		}},
		"a font that is both symbolic and not": {pdfcheck.Font, func(d damaged) { d.descriptor()["Flags"] = object.Int(36) }},
		"a font without a box":                 {pdfcheck.Font, func(d damaged) { delete(d.descriptor(), "FontBBox") }},
		"a font without a height":              {pdfcheck.Font, func(d damaged) { delete(d.descriptor(), "CapHeight") }},
		"a list of the characters of a font":   {pdfcheck.Font, func(d damaged) { d.descriptor()["CIDSet"] = d.Add(object.NewStream(nil, []byte{0xFF})) }},
		"a wrong width":                        {pdfcheck.Width, func(d damaged) { _, f := d.font(); f["W"] = array{}; f["DW"] = object.Int(500) }},
		"no way back to Unicode":               {pdfcheck.ToUnicode, func(d damaged) { f, _ := d.font(); delete(f, "ToUnicode") }},
		"Unicode of nothing": {pdfcheck.ToUnicode, func(d damaged) {
			f, _ := d.font()
			f["ToUnicode"] = d.Add(object.NewStream(nil, []byte("1 beginbfrange <0000> <FFFF> <0000> endbfrange 1 beginbfchar <0065> <FEFF> endbfchar")))
		}},
		"Unicode of something else": {pdfcheck.Text, func(d damaged) {
			f, _ := d.font()
			d.remake(f["ToUnicode"], func(b []byte) []byte { return append(b, "1 beginbfchar <0065> <0078> endbfchar"...) })
		}},
		"text that is left out": {pdfcheck.Text, func(d damaged) {
			d.draw(1, func(s string) string {
				i := strings.LastIndex(s, "/P <</MCID 1>> BDC")
				j := i + strings.Index(s[i:], "EMC")
				return s[:i] + "/P <</MCID 1>> BDC\n" + s[j:]
			})
		}},
		"text in another order": {pdfcheck.Text, func(d damaged) { e := d.only("S", name("L")); slices.Reverse(d.Array(e["K"])) }},
		"CMYK":                  {pdfcheck.Colour, func(d damaged) { d.draw(0, func(s string) string { return "0 0 0 1 k\n" + s }) }},
		"an unknown operator":   {pdfcheck.Content, func(d damaged) { d.draw(0, func(s string) string { return "XX\n" + s }) }},
		"text within text":      {pdfcheck.Content, func(d damaged) { d.draw(0, func(s string) string { return "BT BT ET ET\n" + s }) }},

		"another checksum": {pdfcheck.Attachment, func(d damaged) {
			d.Dict(d.only("Type", name("EmbeddedFile"))["Params"])["CheckSum"] = object.String("1234567890123456")
		}},
		"another size":        {pdfcheck.Attachment, func(d damaged) { d.Dict(d.only("Type", name("EmbeddedFile"))["Params"])["Size"] = object.Int(3) }},
		"no date":             {pdfcheck.Attachment, func(d damaged) { delete(d.Dict(d.only("Type", name("EmbeddedFile"))["Params"]), "ModDate") }},
		"no AF":               {pdfcheck.Attachment, func(d damaged) { delete(d.Catalog(), "AF") }},
		"not among the names": {pdfcheck.Attachment, func(d damaged) { delete(d.Catalog(), "Names") }},
		"no relation":         {pdfcheck.Attachment, func(d damaged) { delete(d.only("Type", name("Filespec")), "AFRelationship") }},
		"no MIME type":        {pdfcheck.Attachment, func(d damaged) { delete(d.only("Type", name("EmbeddedFile")), "Subtype") }},
		"no description":      {pdfcheck.Attachment, func(d damaged) { delete(d.only("Type", name("Filespec")), "Desc") }},
		"the file gone":       {pdfcheck.Attachment, func(d damaged) { delete(d.only("Type", name("Filespec")), "EF") }},
	} {
		f := parsed(t, data)
		c.damage(damaged{t, f})
		findings := pdfcheck.Check(again(t, f, object.Compact), want)
		if !found(findings, c.code) {
			t.Errorf("%s: want a finding %s, got %v", what, c.code, findings)
		}
	}
}

// What is wrong with the bytes themselves.
func TestEveryDefectOfTheBytesIsFound(t *testing.T) {
	data := string(again(t, parsed(t, written(t, attachment)), object.Plain))
	for what, c := range map[string]struct {
		code pdfcheck.Code
		data string
	}{
		"cut off":             {pdfcheck.Unreadable, data[:len(data)*2/3]},
		"empty":               {pdfcheck.Unreadable, ""},
		"another version":     {pdfcheck.Header, strings.Replace(data, "%PDF-1.7", "%PDF-1.9", 1)},
		"no binary comment":   {pdfcheck.Header, strings.Replace(data, "\xE2\xE3\xCF\xD3", "abcd", 1)},
		"bytes after the end": {pdfcheck.Trailer, data + "\n\n"},
		"text after the end":  {pdfcheck.Trailer, data + "x"},
		"encrypted":           {pdfcheck.Encrypted, strings.Replace(data, "trailer\n<<", "trailer\n<</Encrypt<</Filter/Standard/V 1>>", 1)},
		"endstream in line":   {pdfcheck.Stream, strings.Replace(data, "\nendstream", " endstream", 1)},
		"a shifted object":    {pdfcheck.Unreadable, strings.Replace(data, "endobj\n", "endobj\n\n", 1)},
	} {
		if findings := pdfcheck.Check([]byte(c.data), want); !found(findings, c.code) {
			t.Errorf("%s: want a finding %s, got %v", what, c.code, findings)
		}
	}
}

func TestTheSameFileTheSameFindings(t *testing.T) {
	f := parsed(t, written(t, attachment))
	for _, o := range f.Objects {
		if d, ok := o.(dict); ok {
			delete(d, "Pg")
			delete(d, "Title")
			delete(d, "P")
		}
	}
	data := again(t, f, object.Compact)
	first := pdfcheck.Check(data, want)
	if len(first) < 10 {
		t.Fatalf("%d findings", len(first))
	}
	for range 10 {
		if again := pdfcheck.Check(data, want); !slices.Equal(again, first) {
			t.Fatalf("%v\n%v", first, again)
		}
	}
}

// Whatever the file, Check ends and does not panic.
func FuzzCheck(f *testing.F) {
	f.Add(again(f, parsed(f, written(f, attachment)), object.Plain), uint16(3), uint16(5))
	f.Fuzz(func(t *testing.T, data []byte, a, b uint16) {
		pdfcheck.Check(data, want)
		file, err := object.Parse(data)
		if err != nil {
			return
		}
		// Two objects change places, which random bytes would never bring about.
		numbers := slices.Sorted(maps.Keys(file.Objects))
		if len(numbers) == 0 {
			return
		}
		x, y := numbers[int(a)%len(numbers)], numbers[int(b)%len(numbers)]
		file.Objects[x], file.Objects[y] = file.Objects[y], file.Objects[x]
		var buf bytes.Buffer
		if file.Write(&buf, object.Plain) == nil {
			pdfcheck.Check(buf.Bytes(), want)
		}
	})
}
