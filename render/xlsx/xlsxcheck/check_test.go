package xlsxcheck_test

import (
	"archive/zip"
	"bytes"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"annex/render/xlsx/xlsxcheck"
)

// sound gives the parts of a small workbook that has everything once: testdata/gaaf,
// written by hand after ECMA-376.
func sound(t testing.TB) map[string]string {
	t.Helper()
	parts := map[string]string{}
	dir := os.DirFS("testdata/gaaf")
	err := fs.WalkDir(dir, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(dir, name)
		parts[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return parts
}

func pack(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, name := range slices.Sorted(maps.Keys(parts)) { // [Content_Types].xml comes first
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(parts[name])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestASoundWorkbook(t *testing.T) {
	for _, f := range xlsxcheck.Check(pack(t, sound(t))) {
		t.Error(f)
	}
}

// Every damage is found, under its own code, and named for what it is.
func TestDamages(t *testing.T) {
	const (
		types, rels, core        = "[Content_Types].xml", "xl/_rels/workbook.xml.rels", "docProps/core.xml"
		book, styles, texts      = "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml"
		one, two                 = "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"
		drawing, chart, vml, com = "xl/drawings/drawing1.xml", "xl/charts/chart1.xml", "xl/drawings/vmlDrawing1.vml", "xl/comments1.xml"
		f                        = "<f>SMALL(bedragen,1)+SUMPRODUCT((bedragen&lt;5)*1)</f>"
	)
	for _, c := range []struct {
		code           xlsxcheck.Code
		part, old, new string // new "\x00" alone: the part is left out
		what           string // in the finding
	}{
		{xlsxcheck.Unreadable, book, "", "\x00", "no [Content_Types].xml or no xl/workbook.xml"},
		{xlsxcheck.Unreadable, styles, "", "\x00", "is not there"},
		{xlsxcheck.XML, core, "</dc:title>", "", "element"},
		{xlsxcheck.XML, core, "<dc:title>", `<dc:title a="1" a="2">`, "twice"},
		{xlsxcheck.XML, core, "<coreProperties", "<!DOCTYPE x><coreProperties", "a document type"},

		{xlsxcheck.ContentType, types, `<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>`, "", "has no type"},
		{xlsxcheck.ContentType, types, `<Default Extension="vml"`, `<Default Extension="png" ContentType="application/xml"/><Default Extension="vml"`, "no part is a file png"},
		{xlsxcheck.ContentType, types, `<Override PartName="/xl/comments1.xml"`, `<Override PartName="/xl/comments2.xml"`, "there is no part xl/comments2.xml"},
		{xlsxcheck.ContentType, types, "spreadsheetml.styles+xml", "drawing+xml", "has the type"},
		{xlsxcheck.ContentType, types, "spreadsheetml.sheet.main+xml", "ms-excel.sheet.macroEnabled.main+xml", "has no place"},
		{xlsxcheck.ContentType, types, `<Override PartName="/docProps/core.xml"`, `<Override PartName="/xl/z.xml" ContentType="application/xml"/><Override PartName="/docProps/core.xml"`, "out of order"},
		{xlsxcheck.Relation, rels, "worksheets/sheet2.xml", "worksheets/sheet3.xml", "leads to xl/worksheets/sheet3.xml, which is not there"},
		{xlsxcheck.Relation, rels, `Id="rId3"`, `Id="rId1"`, "rId1 is there twice"},
		{xlsxcheck.Relation, book, `r:id="rId2"`, `r:id="rId9"`, "asks for rId9"},
		{xlsxcheck.Relation, one, `<drawing r:id="rId1"/>`, `<drawing r:id="rId3"/>`, "asks for rId3 as a drawing"},
		{xlsxcheck.Loose, one[:14] + "_rels/sheet1.xml.rels", "", "\x00", "nothing leads to it"},
		{xlsxcheck.External, rels, `Target="styles.xml"`, `Target="https://example.nl/styles.xml" TargetMode="External"`, "leads to https://example.nl"},
		{xlsxcheck.External, rels, "relationships/sharedStrings", "relationships/externalLink", "a relation to externalLink"},
		{xlsxcheck.External, one, f, "<f>[1]Blad!A1</f>", "another workbook"},
		{xlsxcheck.External, one, f, "<f>'[map.xlsx]Blad'!A1</f>", "[map.xlsx]Blad"},
		{xlsxcheck.External, one, `location="'De zaak'!A1"`, `r:id="rId4"`, "leads outside"},
		{xlsxcheck.Macro, rels, "relationships/sharedStrings", "relationships/vbaProject", "vbaProject"},
		{xlsxcheck.Macro, one, `<sheetPr>`, `<sheetPr codeName="Blad1">`, "a name for code"},
		{xlsxcheck.CustomXML, rels, "relationships/sharedStrings", "relationships/customXml", "customXml"},

		{xlsxcheck.Element, one, `<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/><headerFooter><oddFooter>&amp;P</oddFooter></headerFooter>`,
			`<headerFooter><oddFooter>&amp;P</oddFooter></headerFooter><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>`, "<worksheet>: <pageMargins> stands behind <headerFooter>"},
		{xlsxcheck.Element, one, "<pageMargins", "<oleObjects/><pageMargins", "<worksheet> holds <oleObjects>"},
		{xlsxcheck.Element, one, `<sheetFormatPr defaultRowHeight="15"/>`, `<sheetFormatPr defaultRowHeight="15"/><sheetFormatPr defaultRowHeight="15"/>`, "<sheetFormatPr> is there twice"},
		{xlsxcheck.Element, styles, `<b/><sz val="10"/>`, `<sz val="10"/><b/>`, "<font>: <b> stands behind <sz>"},
		{xlsxcheck.Element, styles, `<b/><color rgb="FF8A3B00"/>`, `<color rgb="FF8A3B00"/><b/>`, "<font>: <b> stands behind <color>"},
		{xlsxcheck.Element, styles, `<numFmt numFmtId="9" formatCode="0%"/></dxf>`, `<numFmt numFmtId="9" formatCode="0%"/><font/></dxf>`, "<dxf>: <font> stands behind <numFmt>"},
		{xlsxcheck.Element, book, "<workbookPr/>", "<calcPr/><workbookPr/>", "<workbook>: <workbookPr> stands behind <calcPr>"},
		{xlsxcheck.Element, chart, `<smooth val="0"/></ser>`, `<smooth val="0"/><invertIfNegative val="0"/></ser>`, "<ser> holds <invertIfNegative>"},
		{xlsxcheck.Element, chart, `<crossAx val="2"/></valAx>`, `<crossAx val="2"/><auto val="1"/></valAx>`, "<valAx> holds <auto>"},
		{xlsxcheck.Element, drawing, "<xdr:clientData/>", "<xdr:pic/><xdr:clientData/>", "<twoCellAnchor> holds <pic>"},
		{xlsxcheck.Attribute, one, `<tabColor rgb="FF1F3A5F"/>`, `<tabColor rgb="1F3A5F"/>`, "not of 8 digits"},
		{xlsxcheck.Attribute, styles, `<color rgb="FF1F3A5F"/>`, `<color rgb="1F3A5F"/>`, "not of 8 digits"},
		{xlsxcheck.Attribute, styles, `<fonts count="2">`, `<fonts count="3">`, "says that it holds 3"},
		{xlsxcheck.Attribute, styles, `numFmtId="164" formatCode="#,##0.00"`, `numFmtId="164" formatCode=""`, "the number format"},
		{xlsxcheck.Attribute, one, `<mergeCell ref="A1:B1"/>`, `<mergeCell ref="B1:A1"/>`, "merged cells"},
		{xlsxcheck.Attribute, one, `sqref="B3"`, `sqref="B3,C3"`, "a rule for the cells"},
		{xlsxcheck.Attribute, one, `<conditionalFormatting sqref="A2">`, `<conditionalFormatting sqref="">`, "a format for the cells"},
		{xlsxcheck.Attribute, one, `topLeftCell="A3"`, `topLeftCell="A2"`, "the pane"},
		{xlsxcheck.Index, one, `<c r="B3" s="1">`, `<c r="B3" s="2">`, "style 2 of 2"},
		{xlsxcheck.Index, one, `dxfId="0"`, `dxfId="1"`, "conditional style"},
		{xlsxcheck.Index, one, `t="s"><v>0</v>`, `t="s"><v>1</v>`, "text"},
		{xlsxcheck.Index, styles, `numFmtId="164" fontId="1"`, `numFmtId="165" fontId="1"`, "number format 165"},
		{xlsxcheck.Index, styles, `numFmtId="164" fontId="1"`, `numFmtId="164" fontId="2"`, "fontId 2 of 2"},
		{xlsxcheck.Index, styles, `<numFmt numFmtId="9" formatCode="0%"/>`, `<numFmt numFmtId="170" formatCode="0%"/>`, "a conditional style"},
		{xlsxcheck.Index, styles, `<numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.00"/>`, `<numFmts count="2"><numFmt numFmtId="164" formatCode="#,##0.00"/><numFmt numFmtId="164" formatCode="0"/>`, "is there twice"},
		{xlsxcheck.Index, com, `authorId="0"`, `authorId="1"`, "author"},

		{xlsxcheck.Cells, one, `<row r="4">`, `<row r="2">`, "row 2 stands behind row 3"},
		{xlsxcheck.Cells, one, `<c r="C3"`, `<c r="A3"`, "cell A3"},
		{xlsxcheck.Cells, one, `<c r="C3"`, `<c r="C9"`, "cell C9 stands in row 3"},
		{xlsxcheck.Cells, two, `<c r="B3">`, `<c r="XFE3">`, "cell XFE3"},
		{xlsxcheck.Cells, one, `<col min="1" max="1"`, `<col min="3" max="3"`, "the columns 2 to 2"},
		{xlsxcheck.CellType, one, "<v>100</v>", "<v>honderd</v>", "is a number and holds"},
		{xlsxcheck.CellType, one, `<f>IF(bedrag=100,"gelijk","gewijzigd")</f>`, "", "a formula that is not there"},
		{xlsxcheck.CellType, one, "</f><v>3</v>", "</f>", "no outcome"},
		{xlsxcheck.CellType, one, `t="s"><v>0</v>`, `t="e"><v>#N/A</v>`, `of the type "e"`},
		{xlsxcheck.CellType, one, "<is><t>Invoer</t></is>", "<v>Invoer</v>", "holds something else"},
		{xlsxcheck.CellType, one, "<t>Invoer</t>", "<t> Invoer</t>", "loses the blanks"},
		{xlsxcheck.CellType, one, "<t>Invoer</t>", "<t>" + strings.Repeat("x", 32768) + "</t>", "32768 characters"},
		{xlsxcheck.Escape, one, "_x005F_x0041_", "_x0041_", `"_x0041_"`},
		{xlsxcheck.Escape, texts, "per maand", "per_x000D_maand", `"_x000D_"`},
		{xlsxcheck.Escape, book, `name="De zaak"`, `name="De _x007A_aak"`, `"_x007A_"`},
		{xlsxcheck.Escape, one, `prompt="Per maand"`, `prompt="Per _x006D_aand"`, `"_x006D_"`},
		{xlsxcheck.Escape, com, "Wat dit is", "_x0007_", `"_x0007_"`},
		{xlsxcheck.Merge, one, `<mergeCell ref="A1:B1"/>`, `<mergeCell ref="A1:B1"/><mergeCell ref="B1:B2"/>`, "overlaps"},
		{xlsxcheck.Merge, one, `<c r="B1"/>`, `<c r="B1"><v>1</v></c>`, "merged cells hide"},
		{xlsxcheck.Validation, one, `sqref="B3"`, `sqref="B9"`, "a cell that is not there"},
		{xlsxcheck.Validation, one, `sqref="B3"`, `sqref="B3 B3"`, "two rules"},
		{xlsxcheck.Validation, one, `type="decimal"`, `type="custom"`, "of the kind"},
		{xlsxcheck.Validation, one, ` error="Vul een bedrag in."`, "", "does not say what is wrong"},
		{xlsxcheck.Validation, one, `showInputMessage="true"`, "", "nobody sees"},
		{xlsxcheck.Validation, one, "Vul een bedrag in.", strings.Repeat("x", 256), "256 characters"},
		{xlsxcheck.Validation, one, `<formula1>0</formula1>`, "", "nothing to hold a value against"},
		{xlsxcheck.Validation, one, `type="decimal" operator="greaterThanOrEqual" showErrorMessage="true" showInputMessage="true" errorTitle="Deze waarde kan niet" error="Vul een bedrag in." promptTitle="Bedrag" prompt="Per maand" sqref="B3"><formula1>0</formula1>`,
			`type="list" showErrorMessage="true" errorTitle="Kan niet" error="Kies." sqref="B3"><formula1>"` + strings.Repeat("x", 256) + `"</formula1>`, "its list is of 258"},
		{xlsxcheck.Validation, one, `<formula1>0</formula1>`, `<formula1>0</formula1><formula2>0</formula2>`, "a bound too many"},
		{xlsxcheck.Validation, one, `operator="greaterThanOrEqual"`, `operator="between"`, "or too few"},
		{xlsxcheck.Conditional, one, `type="expression"`, `type="colorScale"`, "of the kind"},
		{xlsxcheck.Conditional, one, `priority="1"`, `priority=""`, "priority"},

		{xlsxcheck.Name, book, `name="bedrag"`, `name="BEDRAGEN"`, "is there twice"},
		{xlsxcheck.Name, book, `name="bedrag"`, `name="be drag"`, "no name in every program"},
		{xlsxcheck.Name, book, `name="bedrag"`, `name="nbi2025"`, "no name in every program"},
		{xlsxcheck.Name, book, `name="bedrag"`, `name="ab12"`, "no name in every program"},
		{xlsxcheck.Name, book, `Invoer!$B$3`, `Weg!$B$3`, "that sheet is not there"},
		{xlsxcheck.Name, book, `Invoer!$B$3`, `Invoer!$B$99`, "where nothing is written"},
		{xlsxcheck.Name, book, `Invoer!$B$3`, `#REF!`, "no range of cells"},
		{xlsxcheck.Name, book, `name="bedrag"`, `name="bedrag" localSheetId="0"`, "on one sheet only"},
		{xlsxcheck.SheetName, book, `name="De zaak"`, `name="invoer"`, "is there twice"},
		{xlsxcheck.SheetName, book, `name="De zaak"`, `name="De zaak, maar dan met een naam van meer dan 31"`, "1 to 31"},
		{xlsxcheck.SheetName, book, `name="De zaak"`, `name="De/zaak"`, "no sheet may have"},
		{xlsxcheck.SheetName, book, `name="De zaak"`, `name="History"`, "keeps for itself"},
		{xlsxcheck.SheetName, book, `sheetId="2"`, `sheetId="1"`, "of another"},
		{xlsxcheck.Titles, book, `'Invoer'!$1:$2`, `'Invoer'!$1:$3`, "where 2 rows stay in sight"},
		{xlsxcheck.Titles, book, `'Invoer'!$1:$2`, `'De zaak'!$1:$2`, "no rows of Invoer"},
		{xlsxcheck.Titles, book, `Print_Titles" localSheetId="0"`, `Print_Titles" localSheetId="7"`, "not there"},
		{xlsxcheck.Titles, book, `<definedName name="_xlnm.Print_Titles" localSheetId="0">'Invoer'!$1:$2</definedName>`, "", "not repeated in print"},
		{xlsxcheck.PrintArea, book, `Print_Area" localSheetId="0"`, `Print_Area" localSheetId="7"`, "not there"},
		{xlsxcheck.PrintArea, book, `Print_Area" localSheetId="0"`, `Print_Area"`, "not there"},
		{xlsxcheck.PrintArea, book, `Invoer!$A$1:$B$4`, `'De zaak'!$A$1:$B$4`, "no range of Invoer"},
		{xlsxcheck.PrintArea, book, `Invoer!$A$1:$B$4`, `Invoer!$A$1`, "no range of Invoer"},
		{xlsxcheck.PrintArea, book, `Invoer!$A$1:$B$4`, `Invoer!$A$2:$B$4`, "not all from A1"},
		{xlsxcheck.PrintArea, book, `Invoer!$A$1:$B$4`, `Invoer!$A$1:$B$99`, "to a row that is there"},
		{xlsxcheck.Link, one, `location="'De zaak'!A1"`, `location="Weg!A1"`, "that sheet is not there"},
		{xlsxcheck.Link, one, `location="'De zaak'!A1"`, `location="'De zaak'!Z99"`, "where nothing stands"},
		{xlsxcheck.Link, one, `location="'De zaak'!A1"`, `location="https://example.nl"`, "leads to"},
		{xlsxcheck.Link, one, `location="'De zaak'!A1"`, `location="weg"`, "leads to"},
		{xlsxcheck.Link, one, `<hyperlink ref="A3"`, `<hyperlink ref="Q3"`, "a cell that is not there"},
		{xlsxcheck.Hidden, book, `sheetId="2"`, `sheetId="2" state="veryHidden"`, "veryHidden"},
		{xlsxcheck.Hidden, book, `name="bedrag"`, `name="bedrag" hidden="1"`, "is hidden"},
		{xlsxcheck.Hidden, one, `<col min="1" max="1"`, `<col hidden="1" min="1" max="1"`, "<col> is hidden"},
		{xlsxcheck.Hidden, one, `<row r="4">`, `<row r="4" hidden="true">`, "<row> is hidden"},
		{xlsxcheck.Hidden, drawing, `name="Grafiek 1"`, `name="Grafiek 1" hidden="1"`, "is hidden"},
		{xlsxcheck.Protection, one, `<sheetProtection sheet="true" objects="true"/>`, "", "is not protected"},
		{xlsxcheck.Protection, one, `<sheetProtection sheet="true"`, `<sheetProtection password="CC1A" sheet="true"`, "has a password"},
		{xlsxcheck.Protection, one, `<sheetProtection sheet="true"`, `<sheetProtection selectLockedCells="1" sheet="true"`, "select cells"},

		{xlsxcheck.Formula, book, `<calcPr fullCalcOnLoad="true"/>`, "", "is not calculated"},
		{xlsxcheck.Formula, one, f, "<f>1+(2</f>", "brackets too few"},
		{xlsxcheck.Formula, one, f, "<f>1+2)</f>", "a bracket too many"},
		{xlsxcheck.Formula, one, f, "<f>{1;2}</f>", `"{"`},
		{xlsxcheck.Formula, one, f, "<f>#REF!+1</f>", `"#"`},
		{xlsxcheck.Formula, one, f, "<f>=1</f>", "is no formula"},
		{xlsxcheck.Formula, one, f, "<f>1" + strings.Repeat("+1", 4096) + "</f>", "8193 characters"},
		{xlsxcheck.Formula, one, f, "<f>" + strings.Repeat("ABS(", 65) + "1" + strings.Repeat(")", 65) + "</f>", "65 functions in each other"},
		{xlsxcheck.Formula, one, f, `<f t="array" ref="A4">SUM(bedragen)</f>`, "more than one cell"},
		{xlsxcheck.Formula, one, f, `<f t="shared" si="0"></f>`, "does not share"},
		{xlsxcheck.Formula, one, f, `<f t="shared" ref="C9:C12" si="0">1+2</f>`, `shares its formula with "C9:C12"`},
		{xlsxcheck.Function, one, f, "<f>XLOOKUP(1,bedragen,bedragen)</f>", "XLOOKUP"},
		{xlsxcheck.Function, one, f, "<f>_xlfn.IFS(bedrag>1,2)</f>", "IFS"},
		{xlsxcheck.Function, one, f, "<f>MATCH(bedrag,bedragen,0)</f>", "other than the last row up to a key"},
		{xlsxcheck.Function, one, f, "<f>MATCH(bedrag,bedragen)</f>", "other than the last row up to a key"},
		{xlsxcheck.Function, one, f, "<f>SMALL((bedrag,bedragen),1)</f>", "more than one range"},
		{xlsxcheck.Volatile, one, f, "<f>bedrag+TODAY()</f>", "TODAY"},
		{xlsxcheck.Volatile, one, f, `<f>INDIRECT("A1")</f>`, "INDIRECT"},
		{xlsxcheck.Reference, one, f, "<f>bedrg+1</f>", "the name bedrg is not there"},
		{xlsxcheck.Reference, one, f, "<f>Weg!A1</f>", "the sheet Weg is not there"},
		{xlsxcheck.Reference, one, f, "<f>ZZZ1+1</f>", "outside the sheet"},
		{xlsxcheck.Reference, one, "<formula>bedrag&gt;0</formula>", "<formula>weg&gt;0</formula>", "the name weg"},
		{xlsxcheck.Reference, one, "<formula1>0</formula1>", "<formula1>weg</formula1>", "the name weg"},

		{xlsxcheck.Drawing, drawing, "<xdr:col>9</xdr:col>", "<xdr:col>3</xdr:col>", "without a place"},
		{xlsxcheck.Drawing, drawing, `<xdr:cNvPr id="2"`, `<xdr:cNvPr id=""`, "the id"},
		{xlsxcheck.Drawing, drawing, `<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/>`, "", "that is no chart"},
		{xlsxcheck.AltText, drawing, ` descr="Een lijn die stijgt"`, "", "says nothing"},
		{xlsxcheck.AltText, drawing, `name="Grafiek 1"`, `name=""`, "the name of another, or none"},
		{xlsxcheck.Chart, chart, "<f>'De zaak'!$B$1</f>", "<f></f>", "no range of cells"},
		{xlsxcheck.Chart, chart, "<yVal><numRef><f>'De zaak'!$B$2:$B$3</f></numRef></yVal>", "", "0 values at 0 places"},
		{xlsxcheck.Chart, chart, `'De zaak'!$B$2:$B$3`, `'De zaak'!$B$2:$B$9`, "where nothing is written"},
		{xlsxcheck.Chart, chart, `'De zaak'!$B$2:$B$3`, `'De zaak'!$B$2`, "1 values at 2 places"},
		{xlsxcheck.Chart, chart, `'De zaak'!$B$2:$B$3`, `Weg!$B$2:$B$3`, "that sheet is not there"},
		{xlsxcheck.Chart, chart, `'De zaak'!$B$2:$B$3`, `bedragen`, "no range of cells"},
		{xlsxcheck.Chart, chart, `'De zaak'!$A$2:$A$3`, `'De zaak'!$A$2:$B$3`, "no row or column"},
		{xlsxcheck.Note, com, `ref="A3"`, `ref="Z9"`, "a cell that is not there"},
		{xlsxcheck.Note, com, "Wat dit is", " ", "says nothing"},
		{xlsxcheck.Note, vml, "<x:Row>2</x:Row>", "<x:Row>3</x:Row>", "where no note is"},
		{xlsxcheck.Note, vml, `<v:shape id="_x0000_s1025"`, `<v:shape id=""`, "twice"},
		{xlsxcheck.Note, one, `<legacyDrawing r:id="rId2"/>`, "", "but not both"},
		{xlsxcheck.Properties, core, "<dc:title>Werkmap</dc:title>", "", "no title"},
	} {
		parts := sound(t)
		if c.new == "\x00" {
			delete(parts, c.part)
		} else {
			if strings.Count(parts[c.part], c.old) == 0 {
				t.Fatalf("%s does not hold %q", c.part, c.old)
			}
			parts[c.part] = strings.Replace(parts[c.part], c.old, c.new, 1)
		}
		found := xlsxcheck.Check(pack(t, parts))
		if !slices.ContainsFunc(found, func(f xlsxcheck.Finding) bool { return f.Code == c.code && strings.Contains(f.String(), c.what) }) {
			t.Errorf("%s: %s -> %.60s: not found as %q (%s), but: %v", c.part, c.old, c.new, c.code, c.what, found)
		}
	}
}
