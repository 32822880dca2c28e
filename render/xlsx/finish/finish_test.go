package finish

import (
	"strings"
	"testing"
)

// The order of elements is that of the schemas of ECMA-376, part 1, annex A.
func TestPart(t *testing.T) {
	const axis = `<valAx><axId val="1"></axId><crossAx val="2"></crossAx><crosses val="autoZero"></crosses>`
	const sheet, plainSheet = `<worksheet xmlns="` + main + `" xmlns:x="` + main + `" xr:uid="{0}">`, `<worksheet xmlns="` + main + `">`
	const book, plainBook = `<styleSheet  xmlns="` + main + `" xr:uid="{0}">`, `<styleSheet xmlns="` + main + `">`
	const lang, dutch = `<lang val="en-US"></lang>`, `<lang val="nl-NL"></lang>`
	for _, c := range []struct{ what, part, given, want string }{
		{
			"a typeface of a cell", "xl/styles.xml",
			book + `<fonts count="2"><font><name val="Arial"></name><family val="2"></family><b val="1"></b><color rgb="FF1F3A5F"></color><sz val="16"></sz></font><font><sz val="9"></sz></font></fonts>`,
			plainBook + `<fonts count="2"><font><b val="1"></b><sz val="16"></sz><color rgb="FF1F3A5F"></color><name val="Arial"></name><family val="2"></family></font><font><sz val="9"></sz></font></fonts>`,
		},
		{
			"a typeface of a conditional format", "xl/styles.xml",
			book + `<dxf><font><family val="2"></family><i val="1"></i><color rgb="FF5F6B7A"></color></font><fill></fill></dxf>`,
			plainBook + `<dxf><font><i val="1"></i><color rgb="FF5F6B7A"></color><family val="2"></family></font><fill></fill></dxf>`,
		},
		{
			"points", "xl/charts/chart2.xml",
			lang + `<scatterChart><ser><idx val="0"></idx><marker><symbol val="none"></symbol></marker><invertIfNegative val="0"></invertIfNegative><xVal><strRef><f>A!$A$1:$A$2</f></strRef></xVal><yVal></yVal><smooth val="0"></smooth></ser></scatterChart>` +
				axis + `<auto val="1"></auto><lblAlgn val="ctr"></lblAlgn><lblOffset val="100"></lblOffset><noMultiLvlLbl val="0"></noMultiLvlLbl></valAx>`,
			dutch + `<scatterChart><ser><idx val="0"></idx><marker><symbol val="none"></symbol></marker><xVal><numRef><f>A!$A$1:$A$2</f></numRef></xVal><yVal></yVal><smooth val="0"></smooth></ser></scatterChart>` + axis + `</valAx>`,
		},
		{
			"bars", "xl/charts/chart1.xml",
			lang + `<barChart><ser><idx val="0"></idx><dLbls></dLbls><invertIfNegative val="0"></invertIfNegative><cat></cat><val></val></ser></barChart>`,
			dutch + `<barChart><ser><idx val="0"></idx><invertIfNegative val="0"></invertIfNegative><dLbls></dLbls><cat></cat><val></val></ser></barChart>`,
		},
		{
			"flat", "xl/charts/chart1.xml",
			lang + `<chart><view3D></view3D><floor></floor><sideWall></sideWall><backWall></backWall><plotArea><lineChart></lineChart></plotArea></chart>`,
			dutch + `<chart><plotArea><lineChart></lineChart></plotArea></chart>`,
		},
		{
			"two lines", "xl/charts/chart1.xml",
			lang + `<lineChart><ser><idx val="0"></idx><dLbls></dLbls><marker></marker><val></val></ser><ser><idx val="1"></idx><val></val><marker></marker></ser></lineChart>`,
			dutch + `<lineChart><ser><idx val="0"></idx><marker></marker><dLbls></dLbls><val></val></ser><ser><idx val="1"></idx><marker></marker><val></val></ser></lineChart>`,
		},
		{
			"a name that two series have", "xl/charts/chart1.xml",
			lang + `<chart><plotArea><lineChart><ser><tx>A</tx></ser><ser><tx>B</tx></ser><ser><tx>C</tx></ser><ser><tx>C</tx></ser></lineChart></plotArea><legend><legendPos val="b"></legendPos><overlay val="0"></overlay></legend></chart>`,
			dutch + `<chart><plotArea><lineChart><ser><tx>A</tx></ser><ser><tx>B</tx></ser><ser><tx>C</tx></ser><ser><tx>C</tx></ser></lineChart></plotArea><legend><legendPos val="b"></legendPos><legendEntry><idx val="3"></idx><delete val="1"></delete></legendEntry><overlay val="0"></overlay></legend></chart>`,
		},
		{
			"notes", "xl/drawings/vmlDrawing2.vml",
			`<o:idmap v:ext="edit" data="1"></o:idmap><v:shapetype id="_x0000_t202"></v:shapetype><v:shape id="_x0000_s1025" type="#_x0000_t202"></v:shape><v:shape id="_x0000_s1025" type="#_x0000_t202"></v:shape>`,
			`<o:idmap v:ext="edit" data="2"></o:idmap><v:shapetype id="_x0000_t202"></v:shapetype><v:shape id="_x0000_s2049" type="#_x0000_t202"></v:shape><v:shape id="_x0000_s2050" type="#_x0000_t202"></v:shape>`,
		},
		{
			"content types", ContentTypesName,
			`<Types xmlns="x"><Default Extension="xml" ContentType="b"></Default><Default Extension="png" ContentType="c"></Default><Override PartName="/xl/b.xml" ContentType="d"></Override><Default Extension="rels" ContentType="a"></Default><Override PartName="/xl/a.xml" ContentType="d"></Override></Types>`,
			`<Types xmlns="x"><Default Extension="rels" ContentType="a"></Default><Default Extension="xml" ContentType="b"></Default><Override PartName="/xl/a.xml" ContentType="d"></Override><Override PartName="/xl/b.xml" ContentType="d"></Override></Types>`,
		},
		{
			"the range of a sheet", "xl/worksheets/sheet1.xml", sheet + `<sheetPr></sheetPr><dimension ref="A1"></dimension><sheetViews></sheetViews>`, plainSheet + `<sheetPr></sheetPr><sheetViews></sheetViews>`,
		},
		{
			"what a text holds", "xl/worksheets/sheet1.xml",
			sheet + `<dimension ref="A1"></dimension><sheetData><t># x14ac: a</t></sheetData><oddFooter>of x14ac:b</oddFooter>`,
			plainSheet + `<sheetData><t># x14ac: a</t></sheetData><oddFooter>of x14ac:b</oddFooter>`,
		},
		{"any other part", "xl/workbook.xml", `<font><z></z></font>`, `<font><z></z></font>`},
	} {
		got, err := Part(c.part, []byte(c.given), []string{"xl/a.xml", "xl/b.xml", "_rels/.rels"})
		if err != nil || string(got) != c.want {
			t.Errorf("%s: %v\n got %s\nwant %s", c.what, err, got, c.want)
		}
	}
}

// What excelize does not write today is not guessed at.
func TestPartRefuses(t *testing.T) {
	const lang = `<lang val="en-US"></lang>`
	const sheet, book = `<worksheet xmlns="` + main + `">`, `<styleSheet xmlns="` + main + `">`
	for _, c := range []struct{ part, given, want string }{
		{"xl/styles.xml", book + `<font><sz val="9"/></font>`, "no element with a start tag and an end tag"},
		{"xl/styles.xml", book + `<font><sz val="9"></sz>`, "<font> has no end"},
		{"xl/styles.xml", book + `<font><tint val="9"></tint></font>`, "<tint> does not belong here"},
		{"xl/charts/chart1.xml", lang + `<pieChart></pieChart>`, "0 charts of a known kind"},
		{"xl/charts/chart1.xml", `<lineChart></lineChart>`, "is not there once"},
		{"xl/charts/chart1.xml", lang + `<barChart><ser><xVal></xVal></ser></barChart>`, "<xVal> does not belong here"},
		{"xl/charts/chart1.xml", lang + `<scatterChart><ser><xVal><numLit></numLit></xVal></ser></scatterChart>`, "no reference to cells"},
		{"xl/worksheets/sheet1.xml", `<sheetData></sheetData>`, "no <worksheet>"},
		{"xl/worksheets/sheet1.xml", `<worksheet xmlns="x">`, "is not of"},
		{"xl/worksheets/sheet1.xml", sheet + `<extLst></extLst>`, "asks for a dialect"},
		{"xl/worksheets/sheet1.xml", sheet + `<sheetFormatPr defaultRowHeight="15" x14ac:dyDescent="0.2">`, "asks for a dialect"},
		{"xl/worksheets/sheet1.xml", sheet + `<dimension ref="A1:B2"></dimension>`, "is not there once"},
		{"xl/drawings/vmlDrawing1.vml", `<v:shape id="_x0000_s1025">`, "0 blocks of ids"},
		{"xl/drawings/vmlDrawing1.vml", `<o:idmap v:ext="edit" data="1"><v:shape id="_x0000_sX">`, "no number behind"},
		{ContentTypesName, `<Other></Other>`, "no <Types>"},
		{ContentTypesName, `<Types><Other></Other></Types>`, "neither a file type nor a part"},
	} {
		if _, err := Part(c.part, []byte(c.given), nil); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s %s: %v, want %q", c.part, c.given, err, c.want)
		}
	}
}
