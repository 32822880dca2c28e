package object

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"codeberg.org/go-pdf/fpdf"
)

// made is a document as fpdf writes it: pages, an embedded font, a bookmark, a link.
func made(t testing.TB) []byte {
	t.Helper()
	p := fpdf.New("P", "mm", "A4", "")
	p.SetCatalogSort(true)
	p.SetCreationDate(time.Date(2025, 2, 14, 0, 0, 0, 0, time.UTC))
	p.SetModificationDate(time.Date(2025, 2, 14, 0, 0, 0, 0, time.UTC))
	p.SetTitle("Berekening – één", true)
	p.AddUTF8FontFromBytes("sans", "", liberationsansregular.TTF)
	for i := range 3 {
		p.AddPage()
		p.SetFont("sans", "", 11)
		p.Bookmark(fmt.Sprintf("Deel %d", i+1), 0, -1)
		p.CellFormat(0, 8, fmt.Sprintf("Pagina %d: € 1.234,56 – draagkracht (één)", i+1), "1", 1, "L", false, 0, "")
		p.WriteLinkString(5, "rechtspraak.nl", "https://www.rechtspraak.nl/")
	}
	var b bytes.Buffer
	if err := p.Output(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func parsed(t testing.TB, data []byte) *File {
	t.Helper()
	f, err := Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func wrote(t testing.TB, f *File, layout Layout) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := f.Write(&b, layout); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
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

var layouts = map[string]Layout{"plain": Plain, "compact": Compact}

// The outside judges are qpdf, which exits with 0 only when it has nothing to
// say, and pdftotext.
func TestRoundTripOfAnFpdfDocument(t *testing.T) {
	before := made(t)
	want := run(t, before, "pdftotext", "FILE", "-")
	if !strings.Contains(want, "Pagina 3: € 1.234,56 – draagkracht (één)") {
		t.Fatalf("the document holds %q", want)
	}
	for name, layout := range layouts {
		t.Run(name, func(t *testing.T) {
			f := parsed(t, before)
			after := wrote(t, f, layout)
			run(t, after, "qpdf", "--check", "FILE")
			if got := run(t, after, "pdftotext", "FILE", "-"); got != want {
				t.Errorf("text %q, want %q", got, want)
			}
			again := parsed(t, after)
			if !reflect.DeepEqual(again.Objects, withLengths(f.Objects)) {
				t.Error("the objects are not the same")
			}
			if id := again.Array(again.Trailer["ID"]); len(id) != 2 || id[0] != id[1] || len(id[0].(String)) != 16 {
				t.Errorf("ID %v", id)
			}
			if !bytes.Equal(wrote(t, again, layout), after) {
				t.Error("writing what was read gives other bytes")
			}
			pages, err := again.Pages()
			if err != nil || len(pages) != 3 {
				t.Errorf("%d pages, %v", len(pages), err)
			}
		})
	}
}

// withLengths is the objects as they are after writing: a stream has its Length.
func withLengths(objects map[int]Object) map[int]Object {
	all := map[int]Object{}
	for n, o := range objects {
		if s, ok := o.(*Stream); ok {
			d := Dict{"Length": Int(len(s.Raw))}
			for k, v := range s.Dict {
				if k != "Length" {
					d[k] = v
				}
			}
			o = &Stream{d, s.Raw}
		}
		all[n] = o
	}
	return all
}

func TestCompactIsSmaller(t *testing.T) {
	f := New()
	f.Trailer["Root"] = f.Add(Dict{"Type": Name("Catalog")})
	for i := range 1000 {
		f.Add(Dict{"Type": Name("StructElem"), "S": Name("TD"), "K": Int(i), "P": Ref{1, 0}})
	}
	plain, compact := len(wrote(t, f, Plain)), len(wrote(t, f, Compact))
	if compact*5 > plain {
		t.Errorf("compact %d bytes, plain %d", compact, plain)
	}
}

func TestWriteLaysOut(t *testing.T) {
	f := New()
	f.Version = "1.4"
	f.Trailer["Root"] = f.Add(Dict{"Type": Name("Catalog"), "Pages": Ref{2, 0}, "A b": String("x(\\)"), "B": String("\x00\n"), "Nul": nil})
	f.Objects[2] = Dict{"Kids": Array{}, "Count": Int(0), "Type": Name("Pages")}
	f.Objects[5] = &Stream{Dict{"Length": Int(99)}, []byte("q Q")}
	got := string(wrote(t, f, Plain))
	// By hand from ISO 32000-1, 7.5: offsets counted in the text below; the free entries
	// 0, 3 and 4 are a chain. The ID is what sha256sum gives for the bytes before xref.
	want := "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n" +
		"1 0 obj\n<</Type /Catalog /A#20b (x\\(\\\\\\)) /B <000A> /Pages 2 0 R>>\nendobj\n" +
		"2 0 obj\n<</Type /Pages /Count 0 /Kids []>>\nendobj\n" +
		"5 0 obj\n<</Length 3>>\nstream\nq Q\nendstream\nendobj\n" +
		"xref\n0 6\n" +
		"0000000003 65535 f \n0000000015 00000 n \n0000000089 00000 n \n0000000004 65535 f \n0000000000 65535 f \n0000000139 00000 n \n" +
		"trailer\n<</ID [ID ID] /Root 1 0 R /Size 6>>\nstartxref\n189\n%%EOF\n"
	before, _, _ := strings.Cut(got, "xref\n0 6")
	sum := strings.Fields(run(t, []byte(before), "sha256sum", "FILE"))[0]
	want = strings.ReplaceAll(want, "ID ID", strings.ToUpper(fmt.Sprintf("<%s> <%s>", sum[:32], sum[:32])))
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// ISO 19005-2 and -3, 6.1.7.1: an end of line goes before endstream, and is no part of Length.
func TestEveryStreamEndsOnItsOwnLine(t *testing.T) {
	after := wrote(t, parsed(t, made(t)), Compact)
	streams := bytes.Count(after, []byte("\nendstream\nendobj"))
	if n := bytes.Count(after, []byte("\nstream\n")); n != streams || n == 0 {
		t.Errorf("%d streams begin, %d end on a line of their own", n, streams)
	}
}

func TestWriteRefuses(t *testing.T) {
	for name, o := range map[string]Object{
		"a Go int":              3,
		"a stream in an array":  Array{&Stream{}},
		"not a number":          Real(math.NaN()),
		"an exponent":           Number("1e5"),
		"no bottom":             deep(maxDepth + 2),
		"a number with a space": Number("1 0"),
	} {
		for _, layout := range layouts {
			f := New()
			f.Add(o)
			var b bytes.Buffer
			if err := f.Write(&b, layout); err == nil || b.Len() > 0 {
				t.Errorf("%s is written: %s", name, b.Bytes())
			}
		}
	}
}

func deep(n int) Object {
	var o Object = Int(1)
	for range n {
		o = Array{o}
	}
	return o
}

// Examples from ISO 32000-1, 7.3.
func TestObjects(t *testing.T) {
	for text, want := range map[string]Object{
		"123": Number("123"), "+17": Number("+17"), "-.002": Number("-.002"), "4.": Number("4."), "0.0": Number("0.0"),
		"true": true, "null": nil,
		"(This is a string)":                     String("This is a string"),
		"(balanced ( ) and \\( )":                String("balanced ( ) and ( "),
		"(These \\\ntwo strings \\\nare)":        String("These two strings are"),
		"(so is\r\nthis\rone)":                   String("so is\nthis\none"),
		"(\\0053 \\053 \\53\\n)":                 String("\x053 + +\n"),
		"<4E6F762073686D6F7A206B6120706F702E>":   String("Nov shmoz ka pop."),
		"<90 1fA>":                               String("\x90\x1F\xA0"),
		"/A;Name_With-Various***Characters?":     Name("A;Name_With-Various***Characters?"),
		"/Lime#20Green":                          Name("Lime Green"),
		"/A#42":                                  Name("AB"),
		"/":                                      Name(""),
		"[549 3.14 false(Ralph)/SomeName 1 0 R]": Array{Number("549"), Number("3.14"), false, String("Ralph"), Name("SomeName"), Ref{1, 0}},
		"[1 2 3 0 R 4]":                          Array{Number("1"), Number("2"), Ref{3, 0}, Number("4")},
		"<</A/B/C%comment >>\n null/D<</E[]>>>>": Dict{"A": Name("B"), "D": Dict{"E": Array{}}},
		"12345678901234567890":                   Number("12345678901234567890"),
	} {
		r := &reader{data: []byte(text)}
		got, err := r.object()
		if err != nil || !reflect.DeepEqual(got, want) || r.pos != len(text) {
			t.Errorf("%s: %#v, %v, %d bytes read", text, got, err, r.pos)
		}
	}
	for _, text := range []string{"", "(", "<", "<4x>", "[", "[1", "<<", "<</A", "<</A>>", "<</A 1/A 2>>", "<<1 2>>", ")", "]", ">>", "nul",
		"--1", "1-", "1.2.3", "/A#4", "/A#GG", "0 0 R", "(\\", strings.Repeat("[", maxDepth+1)} {
		r := &reader{data: []byte(text)}
		if got, err := r.object(); err == nil {
			t.Errorf("%s: read as %#v", text, got)
		}
	}
}

func TestText(t *testing.T) {
	for s, want := range map[String]string{
		"Berekening":                         "Berekening",
		"\xFE\xFF\x20\xAC\x00 \x00e\x01\x61": "€ eš",
		"\xFE\xFF\xD8\x3D\xDE\x00":           "😀",
		"\xEF\xBB\xBFé":                      "é",
		"\x80\x83\x85\x8A\x9E\xA0\xE9\x18":   "•…–−ž€é˘", // ISO 32000-1, D.2
		"\xFE\xFF\x00":                       "\uFFFD",
	} {
		if got := s.Text(); got != want {
			t.Errorf("%q says %q, want %q", string(s), got, want)
		}
	}
	for _, s := range []string{"", "ASCII (1)", "één – € 12 ş 😀", "\x7F", "þÿ"} {
		if got := Text(s).Text(); got != s {
			t.Errorf("%q becomes %q", s, got)
		}
	}
}

func TestReal(t *testing.T) {
	for f, want := range map[float64]Number{0: "0", 1: "1", 100: "100", 0.5: "0.5", -12.345678: "-12.34568", -0.000001: "0", 1e20: "100000000000000000000"} {
		if got := Real(f); got != want {
			t.Errorf("%g is %s", f, got)
		}
	}
}

// small builds a file by hand: body text with @n where object n begins, and a
// table that holds it.
func small(body string, trailer string) []byte {
	b := "%PDF-1.4\n"
	offsets := map[int]int{}
	highest := 0
	for line := range strings.Lines(body) {
		var n int
		if _, err := fmt.Sscanf(line, "%d 0 obj", &n); err == nil && strings.Contains(line, " 0 obj") {
			offsets[n] = len(b)
			highest = max(highest, n)
		}
		b += line
	}
	start := len(b)
	b += fmt.Sprintf("xref\n0 %d\n", highest+1)
	for n := range highest + 1 {
		if at, ok := offsets[n]; ok {
			b += fmt.Sprintf("%010d 00000 n \n", at)
		} else {
			b += "0000000000 65535 f \n"
		}
	}
	return []byte(b + fmt.Sprintf("trailer\n%s\nstartxref\n%d\n%%%%EOF\n", trailer, start))
}

const smallBody = `1 0 obj
<</Type/Catalog/Pages 2 0 R>>
endobj
2 0 obj
<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 200 100]>>
endobj
3 0 obj
<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<<>>>>
endobj
4 0 obj
<</Length 5 0 R>>
stream
0 0 m 9 9 l S
endstream
endobj
5 0 obj
13
endobj
`

func TestParseASmallFile(t *testing.T) {
	data := small(smallBody, "<</Size 6/Root 1 0 R>>")
	run(t, data, "qpdf", "--check", "FILE") // the test file itself is sound
	f := parsed(t, data)
	pages, err := f.Pages()
	if err != nil || len(pages) != 1 || pages[0] != (Ref{3, 0}) {
		t.Fatalf("pages %v, %v", pages, err)
	}
	page := f.Dict(pages[0])
	if got, err := f.Stream(page["Contents"]).Decoded(); err != nil || string(got) != "0 0 m 9 9 l S" {
		t.Errorf("contents %q, %v", got, err)
	}
	if box, ok := f.Inherited(page, "MediaBox").(Array); !ok || len(box) != 4 || box[2] != Number("200") {
		t.Errorf("MediaBox %v", box)
	}
	if f.Resolve(Ref{3, 1}) != nil || f.Resolve(Ref{9, 0}) != nil {
		t.Error("what is not there is found")
	}
	if f.Version != "1.4" {
		t.Errorf("version %s", f.Version)
	}
}

func TestALaterUpdateGoesBefore(t *testing.T) {
	data := small(smallBody, "<</Size 6/Root 1 0 R>>")
	first := bytes.LastIndex(data, []byte("xref\n0 6"))
	at := len(data)
	data = append(data, "4 1 obj\n<</Length 3>>\nstream\nq Q\nendstream\nendobj\n"...)
	start := len(data)
	data = fmt.Appendf(data, "xref\n4 2\n%010d 00001 n \n0000000000 00001 f \ntrailer\n<</Size 6/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n", at, first, start)
	f := parsed(t, data)
	if s, _ := f.Objects[4].(*Stream); s == nil || string(s.Raw) != "q Q" {
		t.Errorf("object 4 is %v", f.Objects[4])
	}
	if f.Objects[5] != nil || f.Objects[3] == nil {
		t.Error("object 5 was taken away, object 3 was not")
	}
	if f.Resolve(Ref{4, 0}) != nil || f.Resolve(Ref{4, 1}) == nil {
		t.Error("object 4 has generation 1")
	}
	if got := f.Add(Int(1)); got.Number < 6 {
		t.Errorf("a number is given out for the second time: %v", got)
	}
	for _, layout := range layouts {
		again := parsed(t, wrote(t, f, layout))
		if again.Resolve(Ref{4, 1}) == nil {
			t.Error("the generation is lost")
		}
	}
}

// qpdf is another program that writes object streams, with other choices.
func TestParseWhatQpdfPacks(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out.pdf")
	run(t, made(t), "qpdf", "--object-streams=generate", "--linearize", "FILE", path)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	f := parsed(t, data)
	pages, err := f.Pages()
	if err != nil || len(pages) != 3 {
		t.Errorf("%d pages, %v", len(pages), err)
	}
	info := f.Dict(f.Trailer["Info"])
	if title, _ := f.String(info["Title"]); title.Text() != "Berekening – één" {
		t.Errorf("title %q", title.Text())
	}
}

func TestParseRefuses(t *testing.T) {
	good := string(small(smallBody, "<</Size 6/Root 1 0 R>>"))
	change := func(old, new string) string {
		if strings.Count(good, old) != 1 {
			t.Fatalf("%q stands there %d times", old, strings.Count(good, old))
		}
		return strings.Replace(good, old, new, 1)
	}
	at := strings.Index(good, "xref\n0 6")
	for name, text := range map[string]string{
		"nothing":                   "",
		"text":                      "Geachte heer",
		"cut off":                   good[:len(good)/2],
		"no end":                    strings.TrimSuffix(good, "%%EOF\n"),
		"a table elsewhere":         change(fmt.Sprintf("startxref\n%d", at), fmt.Sprintf("startxref\n%d", at-1)),
		"far away":                  change(fmt.Sprintf("startxref\n%d", at), "startxref\n99999"),
		"an offset that is off":     change("0000000009 00000 n", "0000000010 00000 n"),
		"an offset of another":      change("0000000009 00000 n", "0000000054 00000 n"),
		"a wrong Length":            change("\n13\n", "\n12\n"),
		"a Length past the end":     change("\n13\n", "\n999\n"),
		"a Length that is no":       change("\n13\n", "\n()\n"),
		"a Length that is itself":   change("/Length 5 0 R", "/Length 4 0 R"),
		"a circle of tables":        change("/Size 6", fmt.Sprintf("/Prev %d/Size 6", at)),
		"a table of too many":       change("xref\n0 6", "xref\n0 9999999999"),
		"a number that is too high": change("xref\n0 6", "xref\n9000000 6"),
	} {
		if f, err := Parse([]byte(text)); err == nil {
			t.Errorf("%s: read as %d objects", name, len(f.Objects))
		}
	}
	if _, err := Parse([]byte(change("/Size 6", "/Encrypt<<>>/Size 6"))); !errors.Is(err, ErrEncrypted) {
		t.Errorf("encrypted: %v", err)
	}
}

// Two kilobytes that hold a gigabyte.
func TestABombIsNotUnpacked(t *testing.T) {
	bomb := deflate(make([]byte, MaxDecoded+1))
	s := &Stream{Dict{"Filter": Name("FlateDecode")}, bomb}
	if _, err := s.Decoded(); !errors.Is(err, errTooLarge) {
		t.Errorf("%v", err)
	}
	body := fmt.Sprintf("1 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream\nendobj\n", len(bomb), bomb)
	entries := "\x01\x00\x00\x00\x02\x00\x01\x00"
	data := "%PDF-1.7\n" + body
	start := len(data)
	data += fmt.Sprintf("3 0 obj\n<</Type/XRef/Size 4/Index[1 2]/W[1 2 1]/Length %d>>\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n",
		len(entries), strings.Replace(entries, "\x01\x00\x00\x00", "\x01\x00\x09\x00", 1), start)
	if _, err := Parse([]byte(data)); !errors.Is(err, errTooLarge) {
		t.Errorf("%v", err)
	}
}

func TestDecoded(t *testing.T) {
	// PNG, 9.2, by hand: two rows of three bytes per kind of filter.
	for kind, rows := range map[byte]string{
		0: "\x00abc\x00abd",
		1: "\x01a\x01\x01\x01a\x01\x02",
		2: "\x00abc\x02\x00\x00\x01",
		3: "\x00abc\x03\x31\x01\x02",
		4: "\x00abc\x04\x00\x00\x01",
	} {
		s := NewStream(Dict{"DecodeParms": Dict{"Predictor": Int(15), "Columns": Int(3)}}, []byte(rows))
		if got, err := s.Decoded(); err != nil || string(got) != "abcabd" {
			t.Errorf("predictor %d: %q, %v", kind, got, err)
		}
	}
	damaged := NewStream(nil, []byte("een twee drie vier"))
	damaged.Raw[len(damaged.Raw)-1]++
	for name, s := range map[string]*Stream{
		"a damaged stream": damaged,
		"another filter":   {Dict{"Filter": Name("LZWDecode")}, nil},
		"two filters":      {Dict{"Filter": Array{Name("ASCIIHexDecode"), Name("FlateDecode")}}, nil},
		"no filter":        {Dict{"Filter": Int(1)}, nil},
		"TIFF predictor":   NewStream(Dict{"DecodeParms": Dict{"Predictor": Int(2)}}, []byte("abc")),
		"half a row":       NewStream(Dict{"DecodeParms": Dict{"Predictor": Int(12), "Columns": Int(3)}}, []byte("\x00ab")),
		"no predictor":     NewStream(Dict{"DecodeParms": Dict{"Predictor": Int(12), "Columns": Int(2)}}, []byte("\x09ab")),
		"wide rows":        NewStream(Dict{"DecodeParms": Dict{"Predictor": Int(12), "Columns": Number("99999999999")}}, []byte("\x00ab")),
	} {
		if got, err := s.Decoded(); err == nil {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// Whatever the bytes, Parse ends without a panic; and what it takes, it can write
// and read back.
func FuzzParse(f *testing.F) {
	sample := parsed(f, made(f))
	for n, o := range sample.Objects {
		// The font would be most of the seed, and is bytes like any other.
		if s, ok := o.(*Stream); ok && len(s.Raw) > 2000 {
			sample.Objects[n] = NewStream(Dict{"Short": true}, []byte("a font"))
		}
	}
	for _, layout := range layouts {
		f.Add(wrote(f, sample, layout))
	}
	f.Add(small(smallBody, "<</Size 6/Root 1 0 R/ID[(a)(b)]>>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := Parse(data)
		if err != nil {
			return
		}
		_, _ = file.Pages()
		for _, o := range file.Objects {
			if s, ok := o.(*Stream); ok {
				_, _ = s.Decoded()
			}
		}
		for name, layout := range layouts {
			again := parsed(t, wrote(t, file, layout))
			if !reflect.DeepEqual(again.Objects, withLengths(file.Objects)) {
				t.Errorf("%s: other objects", name)
			}
		}
	})
}

func BenchmarkParseAndWrite(b *testing.B) {
	data := made(b)
	for b.Loop() {
		if err := parsed(b, data).Write(io.Discard, Compact); err != nil {
			b.Fatal(err)
		}
	}
}
