package terug

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"
)

// klein is a workbook of two sheets, as little as the format asks for.
func klein(t testing.TB, blad1 string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, deel := range [][2]string{
		{"_rels/.rels", `<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", `<workbook xmlns:r="x"><sheets><sheet name="Een" sheetId="1" r:id="r1"/><sheet name="Twee en 'drie'" sheetId="2" r:id="r2" state="hidden"/></sheets><definedNames><definedName name="Bedrag">Een!$B$2</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">Een!$1:$2</definedName></definedNames></workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="x/worksheet" Target="/xl/worksheets/sheet2.xml"/><Relationship Id="s" Type="x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="t" Type="x/styles" Target="styles.xml"/></Relationships>`},
		{"xl/sharedStrings.xml", `<sst><si><t xml:space="preserve"> een </t></si><si><r><t>twee</t></r><r><t>_x005F_x0041_</t></r></si></sst>`},
		{"xl/styles.xml", `<styleSheet><cellXfs><xf/><xf><protection locked="0"/></xf></cellXfs></styleSheet>`},
		{"xl/worksheets/sheet1.xml", blad1},
		{"xl/worksheets/sheet2.xml", `<worksheet><sheetData/></worksheet>`},
	} {
		f, err := w.Create(deel[0])
		if err == nil {
			_, err = io.WriteString(f, deel[1])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const kleinBlad = `<worksheet><sheetData>
<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" s="1"><v>3.5</v></c><c t="s"><v>1</v></c></row>
<row><c><f t="shared" ref="A3:A5" si="0">B2*$B$2+MAX(B$2,'Twee en ''drie'''!C1)</f><v>1</v></c></row>
<row r="5"><c r="A5"><f t="shared" si="0"/><v>2</v></c><c r="B5" t="str"><f>"a""b "&amp;B2</f><v>x</v></c><c r="C5" t="b"><v>1</v></c><c r="D5" t="inlineStr"><is><t>=1</t></is></c></row>
</sheetData></worksheet>`

// The format as ECMA-376 part 1 has it (18.3.1.4, 18.3.1.40, 18.4): shared texts and
// formulas, cells without an address, escapes.
func TestOpen(t *testing.T) {
	w, err := Open(klein(t, kleinBlad))
	if err != nil {
		t.Fatal(err)
	}
	een := w.blad("EEN")
	for ref, want := range map[string]cel{
		"A2": {tekst: " een "},
		"B2": {tekst: "3.5", getal: true, vrij: true},
		"C2": {tekst: "twee_x0041_"},
		"A3": {tekst: "1", getal: true, formule: "B2*$B$2+MAX(B$2,'Twee en ''drie'''!C1)"},
		"A5": {tekst: "2", getal: true, formule: "B4*B2+MAX(B2,'Twee en ''drie'''!C3)"},
		"B5": {tekst: "x", formule: `"a""b "&B2`},
		"C5": {tekst: "WAAR"},
		"D5": {tekst: "=1"},
	} {
		p, ok := plaatsVan(ref)
		if got := een.cellen[p]; !ok || got != want {
			t.Errorf("%s: %+v, want %+v", ref, got, want)
		}
	}
	if len(w.namen) != 1 || w.namen["bedrag"] != "Een!$B$2" || !w.blad("Twee en 'drie'").verborgen || een.rijen != 5 {
		t.Errorf("%+v", w)
	}
}

func TestHerschreven(t *testing.T) {
	zelf := func(blad string, p plaats) (string, plaats, bool) { return blad, p, true }
	lager := func(blad string, p plaats) (string, plaats, bool) {
		return blad, plaats{p.kolom, p.rij + 1}, p.rij != 9
	}
	for _, c := range []struct {
		formule string
		anders  func(string, plaats) (string, plaats, bool)
		want    string
	}{
		{`IF(a_b="Ja",ROUND( A1*0.70,2),1E2)`, zelf, `if(a_b="Ja",round(A1*0.7,2),100)`},
		{`'Een blad'!$A$1:B2+Een!C3`, zelf, `een blad!A1:B2+een!C3`},
		{`SUM(A1:A9)`, lager, `sum(A2:#REF!)`},
		{`"A1 "&A1&"B2"`, lager, `"A1 "&A2&"B2"`},
		{`_xlfn.CEILING(LOG10(A1),1)`, zelf, `ceiling(log10(A1),1)`},
		{`SMALL((a~b),1)`, zelf, `small((a,b),1)`},
	} {
		if got := herschreven(c.formule, c.anders); got != c.want {
			t.Errorf("%s: %s, want %s", c.formule, got, c.want)
		}
	}
}

// Rows are paired by what they hold.
func TestKoppel(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{"abc", "abc", "aa bb cc"},
		{"abc", "aXbc", "aa .X bb cc"},
		{"abcd", "acd", "aa b. cc dd"},
		{"abcd", "aXcd", "aa bX cc dd"},
		{"abcdef", "aXbcYef", "aa .X bb cc dY ee ff"},
		{"", "ab", ".a .b"},
		{"ab", "", "a. b."},
	} {
		var out []string
		koppel(strings.Split(c.a, ""), strings.Split(c.b, ""), func(i, j int) {
			s := []byte("..")
			if i >= 0 {
				s[0] = c.a[i]
			}
			if j >= 0 {
				s[1] = c.b[j]
			}
			out = append(out, string(s))
		})
		if got := strings.Join(out, " "); got != c.want {
			t.Errorf("%s, %s: %s, want %s", c.a, c.b, got, c.want)
		}
	}
}

// Whatever stands in a file, it is read or refused.
func FuzzOpen(f *testing.F) {
	f.Add(kleinBlad)
	f.Add(`<worksheet><sheetData><row r="0"><c r="A0"/></row></sheetData></worksheet>`)
	f.Add(`<worksheet><sheetData><row r="1048577"><c/></row><row><c r="XFE1"/></row></sheetData></worksheet>`)
	f.Add(`<worksheet><sheetData><row><c r="A1"><f t="shared" si="1">B1</f></c><c r="XFD9"><f t="shared" si="1"/></c></row></sheetData></worksheet>`)
	f.Add(`<worksheet><sheetData><row><c t="s"><v>-1</v></c></row></sheetData></worksheet>`)
	eigen, err := Open(klein(f, kleinBlad))
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, blad string) {
		w, err := Open(klein(t, blad))
		if err != nil {
			return
		}
		Vergelijk(w, eigen)
		Vergelijk(eigen, w)
		if _, err := w.Zaakbestand(); err == nil {
			t.Error("a case file in a workbook that has none")
		}
	})
}

// The same for the file as a whole.
func FuzzOpenBytes(f *testing.F) {
	f.Add(klein(f, kleinBlad))
	f.Fuzz(func(t *testing.T, data []byte) {
		if w, err := Open(data); err == nil {
			Vergelijk(w, w)
		}
	})
}

// A sheet of many cells far apart takes no more room than its cells.
func TestOpenVerspreid(t *testing.T) {
	w, err := Open(klein(t, `<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>`))
	if err != nil {
		t.Fatal(err)
	}
	eigen, err := Open(klein(t, kleinBlad))
	if err != nil {
		t.Fatal(err)
	}
	if v := Vergelijk(w, eigen); len(v) == 0 {
		t.Error("nothing differs")
	}
}
