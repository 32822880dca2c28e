package main

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"annex/calc"
	"annex/calc/zaak"
	"annex/render/xlsx"
	"annex/render/xlsx/recalc"
	"annex/render/xlsx/terug"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
)

// bewerkt opens a workbook, lets change work in it, and saves it.
func bewerkt(t *testing.T, data []byte, change func(*excelize.File) error) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := change(f); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// celVan gives where a name stands.
func celVan(t *testing.T, data []byte, naam string) (blad, cel string) {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, n := range f.GetDefinedName() {
		if n.Name == naam {
			blad, cel, _ = strings.Cut(strings.ReplaceAll(n.RefersTo, "$", ""), "!")
			return strings.Trim(blad, "'"), cel
		}
	}
	t.Fatalf("no name %s", naam)
	return "", ""
}

// What is changed besides the figures is told, with what it was and is, and is not taken
// over.
func TestLeesAndersGewijzigd(t *testing.T) {
	set := leesNormen(t)
	g := maakWerkmap(t, set, "../../testdata/zaken/design-schets.yaml")
	blad, woonbudget := celVan(t, g.werkmap, "vader_woonbudget")
	norm, cijfer := celVan(t, g.werkmap, "norm_draagkracht_2025_woonbudgetpercentage")
	invoer, nbi := celVan(t, g.werkmap, "invoer_vader_nbi")
	label := "A" + nbi[1:]
	for _, c := range []struct {
		naam   string
		change func(*excelize.File) error
		want   []terug.Verschil // without Was where that is empty here
	}{
		{"formule", func(f *excelize.File) error { return f.SetCellFormula(blad, woonbudget, "123") },
			[]terug.Verschil{{Code: terug.CodeFormule, Blad: blad, Cel: woonbudget, Is: "=123"}}},
		{"formule overschreven", func(f *excelize.File) error { return f.SetCellValue(blad, woonbudget, 999.5) },
			[]terug.Verschil{{Code: terug.CodeFormule, Blad: blad, Cel: woonbudget, Is: "999.5"}}},
		{"norm", func(f *excelize.File) error { return f.SetCellFloat(norm, cijfer, 0.25, -1, 64) },
			[]terug.Verschil{{Code: terug.CodeCel, Blad: norm, Cel: cijfer, Was: "0.3", Is: "0.25"}}},
		{"omschrijving", func(f *excelize.File) error { return f.SetCellStr(invoer, label, "=Iets anders") },
			[]terug.Verschil{{Code: terug.CodeCel, Blad: invoer, Cel: label, Is: "=Iets anders"}}},
		{"aantekening in een lege cel", func(f *excelize.File) error { return f.SetCellStr(blad, "M3", "kijk hier") },
			[]terug.Verschil{{Code: terug.CodeCelErbij, Blad: blad, Cel: "M3", Is: "kijk hier"}}},
		{"tabblad erbij", func(f *excelize.File) error { _, err := f.NewSheet("Notities"); return err },
			[]terug.Verschil{{Code: terug.CodeBladErbij, Blad: "Notities"}}},
		{"tabblad weg", func(f *excelize.File) error { return f.DeleteSheet("Uitleg") },
			[]terug.Verschil{{Code: terug.CodeBladWeg, Blad: "Uitleg"}}},
		{"tabblad verborgen", func(f *excelize.File) error { return f.SetSheetVisible("Uitleg", false) },
			[]terug.Verschil{{Code: terug.CodeBladVerborgen, Blad: "Uitleg"}}},
		{"naam weg", func(f *excelize.File) error {
			return f.DeleteDefinedName(&excelize.DefinedName{Name: "vader_woonbudget"})
		},
			[]terug.Verschil{{Code: terug.CodeNaamWeg, Naam: "vader_woonbudget"}}},
		{"naam van invoer weg", func(f *excelize.File) error {
			return f.DeleteDefinedName(&excelize.DefinedName{Name: "invoer_vader_nbi"})
		},
			[]terug.Verschil{{Code: terug.CodeInvoerWeg}, {Code: terug.CodeNaamWeg, Naam: "invoer_vader_nbi"}}},
		{"naam erbij", func(f *excelize.File) error {
			return f.SetDefinedName(&excelize.DefinedName{Name: "eigen", RefersTo: "Invoer!$A$1"})
		}, []terug.Verschil{{Code: terug.CodeNaamErbij, Naam: "eigen", Is: "Invoer!$A$1"}}},
		// On its own sheet such a name goes before that of the workbook (ECMA-376 part 1, 18.2.5).
		{"naam op een tabblad", func(f *excelize.File) error {
			return f.SetDefinedName(&excelize.DefinedName{Name: "Vader_draagkracht", RefersTo: "Invoer!$A$1", Scope: blad})
		}, []terug.Verschil{{Code: terug.CodeNaamErbij, Blad: blad, Naam: "vader_draagkracht", Is: "Invoer!$A$1"}}},
		{"naam op een eigen tabblad", func(f *excelize.File) error {
			_, err := f.NewSheet("Notities")
			return errors.Join(err, f.SetDefinedName(&excelize.DefinedName{Name: "vader_nbi", RefersTo: "Invoer!$A$1", Scope: "Notities"}))
		}, []terug.Verschil{{Code: terug.CodeBladErbij, Blad: "Notities"}}},
		{"tabblad hernoemd", func(f *excelize.File) error { return f.SetSheetName("Zaakbestand", "Bron") },
			[]terug.Verschil{{Code: terug.CodeBladAnders, Blad: "Bron", Was: "Zaakbestand", Is: "Bron"}}},
	} {
		werkmap := bewerkt(t, g.werkmap, c.change)
		got, err := leesTerug(werkmap, set, 0)
		if err != nil {
			t.Errorf("%s: %v", c.naam, err)
			continue
		}
		if len(got.anders) != len(c.want) {
			t.Errorf("%s: %+v", c.naam, got.anders)
			continue
		}
		for i, v := range got.anders {
			w := c.want[i]
			if v.Code != w.Code || v.Blad != w.Blad && w.Blad != "" || v.Cel != w.Cel || v.Naam != w.Naam && w.Naam != "" || w.Was != "" && v.Was != w.Was || w.Is != "" && v.Is != w.Is {
				t.Errorf("%s: %+v, want %+v", c.naam, v, w)
			}
		}
		if !bytes.Equal(got.tekst, g.data) {
			t.Errorf("%s: the case file changed:\n%s", c.naam, got.tekst)
		}
	}
}

// A row that was inserted or deleted is told of once; what stands below it is the same.
// excelize moves the cells, the names and the formulas, as a spreadsheet program does.
func TestLeesRijen(t *testing.T) {
	set := leesNormen(t)
	g := maakWerkmap(t, set, "../../testdata/zaken/design-schets.yaml")
	blad, _ := celVan(t, g.werkmap, "vader_woonbudget")
	invoer, _ := celVan(t, g.werkmap, "invoer_vader_nbi")
	for _, c := range []struct {
		naam   string
		change func(*excelize.File) error
		want   []terug.Verschil
	}{
		{"berekening", func(f *excelize.File) error {
			return errors.Join(f.InsertRows(blad, 9, 1), f.SetCellStr(blad, "B9", "eigen regel"))
		}, []terug.Verschil{{Code: terug.CodeRijErbij, Blad: blad, Cel: "9", Is: "eigen regel"}}},
		{"invoer", func(f *excelize.File) error {
			return errors.Join(f.InsertRows(invoer, 6, 2), f.SetCellStr(invoer, "A6", "eigen regel"), f.SetCellStr(invoer, "A7", "nog een"))
		}, []terug.Verschil{{Code: terug.CodeRijErbij, Blad: invoer, Cel: "6", Is: "eigen regel"}, {Code: terug.CodeRijErbij, Blad: invoer, Cel: "7", Is: "nog een"}}},
	} {
		werkmap := bewerkt(t, g.werkmap, c.change)
		got, err := leesTerug(werkmap, set, 0)
		if err != nil {
			t.Errorf("%s: %v", c.naam, err)
			continue
		}
		if !slices.Equal(got.anders, c.want) || !bytes.Equal(got.tekst, g.data) {
			t.Errorf("%s: %d", c.naam, len(got.anders))
			for _, v := range got.anders {
				t.Errorf("  %+v", v)
			}
		}
	}
}

// A formula in a cell for a figure: what it came to counts, and that it was a formula is
// told. Without what it came to it cannot be read.
func TestLeesFormuleInInvoercel(t *testing.T) {
	set := leesNormen(t)
	g := maakWerkmap(t, set, "../../testdata/zaken/design-schets.yaml")
	invoer, nbi := celVan(t, g.werkmap, "invoer_vader_nbi")
	werkmap := bewerkt(t, g.werkmap, func(f *excelize.File) error { return f.SetCellFormula(invoer, nbi, "1300*2+100") })
	_, err := leesTerug(werkmap, set, 0)
	var fout onleesbareCellen
	if !errors.As(err, &fout) || !strings.Contains(fout.tekst(), "formule die geen getal geeft") {
		t.Errorf("without what it came to: %v\n%s", err, fout.tekst())
	}
	got, err := leesTerug(recalc.Saved(t, werkmap)[0], set, 0)
	if err != nil {
		t.Fatal(err)
	}
	want := []terug.Verschil{{Code: terug.CodeFormuleInvoer, Blad: invoer, Cel: nbi, Was: "2.600,00", Is: "=1300*2+100"}}
	if len(got.gewijzigd) != 1 || got.gewijzigd[0].Waarde.String() != "2700" || !slices.Equal(got.anders, want) {
		t.Errorf("%+v %+v", got.gewijzigd, got.anders)
	}
}

// A cell for a figure in which something else stands: nothing is written, and it is said
// what was probably meant.
func TestLeesTekstInGetalcel(t *testing.T) {
	set := leesNormen(t)
	g := maakWerkmap(t, set, "../../testdata/zaken/design-schets.yaml")
	invoer, nbi := celVan(t, g.werkmap, "invoer_vader_nbi")
	_, bijstand := celVan(t, g.werkmap, "invoer_vader_bijstand")
	for _, c := range []struct {
		cel, tekst string
		want       []string
	}{
		{nbi, "2.600,50", []string{invoer + "!" + nbi, "W201-geen-getal", "perioden[0].vader.nbi", "bedoelt u 2600,50?"}},
		{nbi, "2600", []string{"W201-geen-getal", "typ het getal opnieuw"}},
		{nbi, "veel", []string{"W201-geen-getal", `"veel"`}},
		{bijstand, " ja ", []string{"W202-geen-ja-of-nee"}}, // for a formula this is not ja
		{bijstand, "misschien", []string{"W202-geen-ja-of-nee", "perioden[0].vader.bijstand", "ja of nee"}},
	} {
		werkmap := bewerkt(t, g.werkmap, func(f *excelize.File) error { return f.SetCellStr(invoer, c.cel, c.tekst) })
		_, err := leesTerug(werkmap, set, 0)
		var fout onleesbareCellen
		if !errors.As(err, &fout) {
			t.Errorf("%s: %v", c.tekst, err)
			continue
		}
		for _, want := range c.want {
			if !strings.Contains(fout.tekst(), want) {
				t.Errorf("%s is not in\n%s", want, fout.tekst())
			}
		}
	}
}

var celVorm = regexp.MustCompile(`<c r="([A-Z]+[0-9]+)"( s="[0-9]+")? t="inlineStr"><is>(.*?)</is></c>`)

// alsExcel rewrites a workbook as Excel does when it saves one: texts in one list for the
// whole workbook, formulas without what they came to, and the new functions with their
// prefix. (ECMA-376 part 1, 18.4 and 18.3.1.40.)
func alsExcel(t *testing.T, data []byte) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	var teksten []string
	schrijf := func(naam, inhoud string) {
		f, err := w.Create(naam)
		if err == nil {
			_, err = io.WriteString(f, inhoud)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		s := string(b)
		switch {
		case strings.HasPrefix(f.Name, "xl/worksheets/sheet"):
			s = celVorm.ReplaceAllStringFunc(s, func(c string) string {
				m := celVorm.FindStringSubmatch(c)
				teksten = append(teksten, m[3])
				return fmt.Sprintf(`<c r="%s"%s t="s"><v>%d</v></c>`, m[1], m[2], len(teksten)-1)
			})
			s = regexp.MustCompile(`</f><v>[^<]*</v>`).ReplaceAllString(s, "</f>")
			s = strings.ReplaceAll(s, "ROUNDDOWN(", "_xlfn.ROUNDDOWN( ")
		case f.Name == "xl/_rels/workbook.xml.rels":
			s = regexp.MustCompile(`<Relationship [^>]*sharedStrings[^>]*>(</Relationship>)?`).ReplaceAllString(s, "")
			s = strings.Replace(s, "</Relationships>", `<Relationship Id="rIdTeksten" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`, 1)
		case f.Name == "xl/sharedStrings.xml":
			continue
		}
		schrijf(f.Name, s)
	}
	schrijf("xl/sharedStrings.xml", `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si>`+strings.Join(teksten, "</si><si>")+`</si></sst>`)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestLeesNaExcel(t *testing.T) {
	set := leesNormen(t)
	for _, naam := range []string{"design-schets", "partner-kinderen-kgb-verrekenen", "wetsvoorstel-mvt-voorbeeld-1-en-2", "vreemde-teksten"} {
		g := maakWerkmap(t, set, "../../testdata/zaken/"+naam+".yaml")
		herschreven := alsExcel(t, g.werkmap)
		got, err := leesTerug(herschreven, set, 0)
		if err != nil {
			t.Errorf("%s: %v", naam, err)
			continue
		}
		if bytes.Contains(herschreven, []byte("inlineStr")) || !bytes.Equal(got.tekst, g.data) || len(got.anders) > 0 {
			t.Errorf("%s: %+v", naam, got.anders)
		}
	}
}

// A workbook of another version, or with other norms: only the figures are compared.
func TestLeesAndereVersie(t *testing.T) {
	set := leesNormen(t)
	g := maakWerkmap(t, set, "../../testdata/zaken/design-schets.yaml")
	_, nbi := celVan(t, g.werkmap, "invoer_vader_nbi")
	for _, c := range []struct{ blad, was, wordt, want string }{
		{"Zaakbestand", "annex " + versie, "annex 9.9.9", "de werkmap is gemaakt met annex 9.9.9"},
		{"Verantwoording", g.r.NormBestanden()[0].SHA256, strings.Repeat("0", 64), "andere normen"},
	} {
		werkmap := bewerkt(t, g.werkmap, func(f *excelize.File) error {
			cellen, err := f.SearchSheet(c.blad, c.was)
			if err != nil || len(cellen) != 1 {
				return fmt.Errorf("%v %v", cellen, err)
			}
			return errors.Join(f.SetCellStr(c.blad, cellen[0], c.wordt), f.SetCellFloat("Invoer", nbi, 2700, -1, 64), f.SetCellStr("Uitleg", "A1", "anders"))
		})
		got, err := leesTerug(werkmap, set, 0)
		if err != nil {
			t.Fatal(err)
		}
		var verslag strings.Builder
		if err := got.verslag(&verslag); err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(codes(got), []string{terug.CodeAndereHerkomst}) || len(got.gewijzigd) != 1 || !strings.Contains(verslag.String(), c.want) {
			t.Errorf("%v\n%s", codes(got), verslag.String())
		}
	}
}

// A part of the outcome, and the canonical form without comments: each gives back what
// stands in the workbook.
func TestLeesOnderdeel(t *testing.T) {
	set := leesNormen(t)
	pad := "../../testdata/zaken/partner-kinderen-kgb-verrekenen.yaml"
	data, err := os.ReadFile(pad)
	if err != nil {
		t.Fatal(err)
	}
	for _, onderdeel := range onderdelen[:2] {
		g := maakWerkmapVan(t, set, "zaak.yaml", data, onderdeel)
		got, err := leesTerug(g.werkmap, set, 0)
		if err != nil || len(got.anders) > 0 || !bytes.Equal(got.tekst, data) {
			t.Errorf("%s: %v %+v", onderdeel, err, got)
		}
	}
	z, problemen := zaak.Lees("zaak.yaml", data, calc.Normcontrole(set))
	if len(problemen) > 0 {
		t.Fatal(problemen)
	}
	r, err := calc.Compute(z, set, versie)
	if err != nil {
		t.Fatal(err)
	}
	d := dossier{gelezen: gelezen{zaak: z, normen: set}, r: r}
	var b bytes.Buffer
	if err := xlsx.Write(&b, r, d.inWerkmap()); err != nil {
		t.Fatal(err)
	}
	got, err := leesTerug(b.Bytes(), set, 0)
	if err != nil || len(got.anders) > 0 {
		t.Fatalf("%v %+v", err, got)
	}
	vast, problemen := zaak.Lees("zaak.json", got.tekst, calc.Normcontrole(set))
	if len(problemen) > 0 || vast.Herkomst.Canoniek != z.Herkomst.Canoniek || vast.Herkomst.Commentaar {
		t.Errorf("%v\n%s", problemen, got.tekst)
	}
}

// Files that are no workbook of a case.
func TestLeesVreemdeBestanden(t *testing.T) {
	set := leesNormen(t)
	g := maakWerkmap(t, set, "../../testdata/zaken/design-schets.yaml")
	z, problemen := zaak.Lees(g.naam, g.data, calc.Normcontrole(set))
	if len(problemen) > 0 {
		t.Fatal(problemen)
	}
	z.Anonimiseer()
	r, err := calc.Compute(z, set, versie)
	if err != nil {
		t.Fatal(err)
	}
	var anoniem bytes.Buffer
	if err := xlsx.Write(&anoniem, r, dossier{gelezen: gelezen{z, g.data, set}, r: r}.inWerkmap()); err != nil {
		t.Fatal(err)
	}
	const commentaar = "waarmee het formaat is ontworpen"
	if !bytes.Contains(g.data, []byte(commentaar)) || strings.Contains(uitgepakt(t, anoniem.Bytes()), commentaar) {
		t.Errorf("an anonymous workbook holds %q, or the case file does not", commentaar)
	}
	leeg := excelize.NewFile()
	var vreemd bytes.Buffer
	if err := leeg.Write(&vreemd); err != nil {
		t.Fatal(err)
	}
	gewijzigd := bewerkt(t, g.werkmap, func(f *excelize.File) error {
		cellen, err := f.SearchSheet("Zaakbestand", "versie: 1")
		if err != nil || len(cellen) != 1 {
			return fmt.Errorf("%v %v", cellen, err)
		}
		return f.SetCellStr("Zaakbestand", cellen[0], "versie: 1 ")
	})
	// A program that opens this takes one of both, and not every program the same.
	tweeNamen := bewerkt(t, g.werkmap, func(f *excelize.File) error {
		list := &f.WorkBook.DefinedNames.DefinedName
		for _, n := range *list {
			if n.Name == "vader_woonbudget" {
				n.Name = strings.ToUpper(n.Name)
				*list = append(*list, n)
			}
		}
		return nil
	})
	for _, c := range []struct {
		naam string
		data []byte
		want error
	}{
		{"leeg", nil, terug.ErrGeenWerkmap},
		{"tekst", []byte("versie: 1"), terug.ErrGeenWerkmap},
		{"PDF", []byte("%PDF-1.7"), terug.ErrGeenWerkmap},
		{"XLS, of met een wachtwoord", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), terug.ErrVersleuteld},
		{"afgebroken", g.werkmap[:len(g.werkmap)/2], terug.ErrBeschadigd},
		{"een andere zip", ingepakt(t, map[string]string{"a.txt": "a"}), terug.ErrGeenWerkmap},
		{"een Word-bestand", ingepakt(t, map[string]string{"_rels/.rels": `<Relationships><Relationship Type="x/officeDocument" Target="word/document.xml"/></Relationships>`, "word/document.xml": "<document/>"}), terug.ErrGeenWerkmap},
		{"een zipbom", ingepakt(t, map[string]string{"_rels/.rels": strings.Repeat(" ", 300<<20)}), terug.ErrTeGroot},
		{"twee keer dezelfde naam", tweeNamen, terug.ErrBeschadigd},
		{"zonder zaakbestand", vreemd.Bytes(), terug.ErrGeenZaakbestand},
		{"anoniem", anoniem.Bytes(), terug.ErrGeenZaakbestand},
		{"zaakbestand gewijzigd", gewijzigd, terug.ErrZaakbestandGewijzigd},
		{"een ander onderdeel", bewerkt(t, g.werkmap, func(f *excelize.File) error {
			cellen, err := f.SearchSheet("Zaakbestand", xlsx.WholeCase)
			if err != nil || len(cellen) != 1 {
				return fmt.Errorf("%v %v", cellen, err)
			}
			return f.SetCellStr("Zaakbestand", cellen[0], "alles")
		}), terug.ErrZaakbestandGewijzigd},
	} {
		got, err := leesTerug(c.data, set, 0)
		if !errors.Is(err, c.want) {
			t.Errorf("%s: %v, %+v", c.naam, err, got)
		}
		var fout *gebruiksfout
		if !errors.As(geenTeruglezen("x.xlsx", 0, err), &fout) {
			t.Errorf("%s: %v is not told in Dutch", c.naam, err)
		}
	}
}

func uitgepakt(t *testing.T, data []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var s strings.Builder
	for _, f := range z.File {
		r, err := f.Open()
		if err == nil {
			_, err = io.Copy(&s, r)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return s.String()
}

func ingepakt(t *testing.T, delen map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for naam, inhoud := range delen {
		f, err := w.Create(naam)
		if err == nil {
			_, err = io.WriteString(f, inhoud)
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

// cel makes a copy of a workbook with another value in a cell, named or by its address:
//
//	cel IN UIT invoer_vader_nbi 2700
//	cel IN UIT Invoer!A1 tekst
func cel(ts *testscript.TestScript, _ bool, args []string) {
	f, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	ref := args[2]
	for _, n := range f.GetDefinedName() {
		if n.Name == ref {
			ref = n.RefersTo
		}
	}
	blad, adres, _ := strings.Cut(strings.ReplaceAll(ref, "$", ""), "!")
	blad = strings.Trim(blad, "'")
	if getal, err := strconv.ParseFloat(args[3], 64); err == nil {
		ts.Check(f.SetCellFloat(blad, adres, getal, -1, 64))
	} else {
		ts.Check(f.SetCellStr(blad, adres, args[3]))
	}
	ts.Check(f.SaveAs(ts.MkAbs(args[1])))
}
