package xlsxcheck

import (
	"slices"
	"strings"
)

// sequence is what an element may hold, in this order. A star marks what may be there
// more than once.
type sequence []string

func seq(names string) sequence { return strings.Fields(names) }

// The order of elements by ECMA-376, part 1, annex A, for what annex uses. The key is
// the name of the element, behind those of its parents as far as another element has
// the same name.
var schema = map[string]sequence{
	// SpreadsheetML, sml.xsd.
	"workbook": seq("fileVersion fileSharing workbookPr workbookProtection bookViews sheets definedNames calcPr"), // CT_Workbook
	"worksheet": seq("sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetProtection mergeCells conditionalFormatting* dataValidations " +
		"hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks ignoredErrors drawing legacyDrawing"), // CT_Worksheet
	"sheetPr":                  seq("tabColor outlinePr pageSetUpPr"),                                                            // CT_SheetPr
	"sheetViews":               seq("sheetView*"),                                                                                // CT_SheetViews
	"sheetView":                seq("pane selection*"),                                                                           // CT_SheetView
	"cols":                     seq("col*"),                                                                                      // CT_Cols
	"sheetData":                seq("row*"),                                                                                      // CT_SheetData
	"row":                      seq("c*"),                                                                                        // CT_Row
	"c":                        seq("f v is"),                                                                                    // CT_Cell
	"is":                       seq("t r*"),                                                                                      // CT_Rst
	"si":                       seq("t r*"),                                                                                      // CT_Rst
	"comment/text":             seq("t r*"),                                                                                      // CT_Rst
	"r":                        seq("rPr t"),                                                                                     // CT_RElt
	"mergeCells":               seq("mergeCell*"),                                                                                // CT_MergeCells
	"conditionalFormatting":    seq("cfRule*"),                                                                                   // CT_ConditionalFormatting
	"cfRule":                   seq("formula*"),                                                                                  // CT_CfRule
	"dataValidations":          seq("dataValidation*"),                                                                           // CT_DataValidations
	"dataValidation":           seq("formula1 formula2"),                                                                         // CT_DataValidation
	"hyperlinks":               seq("hyperlink*"),                                                                                // CT_Hyperlinks
	"headerFooter":             seq("oddHeader oddFooter evenHeader evenFooter firstHeader firstFooter"),                         // CT_HeaderFooter
	"rowBreaks":                seq("brk*"),                                                                                      // CT_PageBreak
	"colBreaks":                seq("brk*"),                                                                                      // CT_PageBreak
	"ignoredErrors":            seq("ignoredError*"),                                                                             // CT_IgnoredErrors
	"styleSheet":               seq("numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles"),              // CT_Stylesheet
	"numFmts":                  seq("numFmt*"),                                                                                   // CT_NumFmts
	"fonts":                    seq("font*"),                                                                                     // CT_Fonts
	"styleSheet/fonts/font":    seq("b i strike condense extend outline shadow u vertAlign sz color name family charset scheme"), // CT_Font
	"styleSheet/dxfs/dxf/font": seq("b i strike condense extend outline shadow u vertAlign sz color name family charset scheme"), // CT_Font
	"fills":                    seq("fill*"),                                                                                     // CT_Fills
	"fill":                     seq("patternFill"),                                                                               // CT_Fill
	"patternFill":              seq("fgColor bgColor"),                                                                           // CT_PatternFill
	"borders":                  seq("border*"),                                                                                   // CT_Borders
	"border":                   seq("start end left right top bottom diagonal vertical horizontal"),                              // CT_Border
	"cellStyleXfs":             seq("xf*"),                                                                                       // CT_CellStyleXfs
	"cellXfs":                  seq("xf*"),                                                                                       // CT_CellXfs
	"xf":                       seq("alignment protection"),                                                                      // CT_Xf
	"cellStyles":               seq("cellStyle*"),                                                                                // CT_CellStyles
	"dxfs":                     seq("dxf*"),                                                                                      // CT_Dxfs
	"dxf":                      seq("font numFmt fill alignment border protection"),                                              // CT_Dxf
	"comments":                 seq("authors commentList"),                                                                       // CT_Comments
	"commentList":              seq("comment*"),                                                                                  // CT_CommentList
	"comment":                  seq("text"),                                                                                      // CT_Comment
	// DrawingML, dml-spreadsheetDrawing.xsd and dml-chart.xsd.
	"wsDr":             seq("twoCellAnchor*"),                                                                                                            // CT_Drawing
	"twoCellAnchor":    seq("from to graphicFrame clientData"),                                                                                           // CT_TwoCellAnchor
	"from":             seq("col colOff row rowOff"),                                                                                                     // CT_Marker
	"to":               seq("col colOff row rowOff"),                                                                                                     // CT_Marker
	"graphicFrame":     seq("nvGraphicFramePr xfrm graphic"),                                                                                             // CT_GraphicalObjectFrame
	"nvGraphicFramePr": seq("cNvPr cNvGraphicFramePr"),                                                                                                   // CT_GraphicalObjectFrameNonVisual
	"chartSpace":       seq("date1904 lang roundedCorners style clrMapOvr protection chart spPr txPr printSettings"),                                     // CT_ChartSpace
	"chartSpace/chart": seq("title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs showDLblsOverMax"), // CT_Chart
	"chart/title":      seq("tx layout overlay spPr txPr"),                                                                                               // CT_Title
	"valAx/title":      seq("tx layout overlay spPr txPr"),                                                                                               // CT_Title
	"catAx/title":      seq("tx layout overlay spPr txPr"),                                                                                               // CT_Title
	"plotArea":         seq("layout scatterChart* lineChart* barChart* catAx* valAx* dTable spPr"),                                                       // CT_PlotArea, in which axes are free
	"scatterChart":     seq("scatterStyle varyColors ser* dLbls axId*"),                                                                                  // CT_ScatterChart
	"scatterChart/ser": seq("idx order tx spPr marker dPt* dLbls trendline* errBars* xVal yVal smooth"),                                                  // CT_ScatterSer
	"lineChart":        seq("grouping varyColors ser* dLbls dropLines hiLowLines upDownBars marker smooth axId*"),                                        // CT_LineChart
	"lineChart/ser":    seq("idx order tx spPr marker dPt* dLbls trendline* errBars cat val smooth"),                                                     // CT_LineSer
	"barChart":         seq("barDir grouping varyColors ser* dLbls gapWidth overlap serLines* axId*"),                                                    // CT_BarChart
	"barChart/ser":     seq("idx order tx spPr invertIfNegative pictureOptions dPt* dLbls trendline* errBars cat val shape"),                             // CT_BarSer
	"valAx": seq("axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx " +
		"crosses crossesAt crossBetween majorUnit minorUnit dispUnits"), // CT_ValAx
	"catAx": seq("axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx " +
		"crosses crossesAt auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl"), // CT_CatAx
	"scaling": seq("logBase orientation max min"),                     // CT_Scaling
	"marker":  seq("symbol size spPr"),                                // CT_Marker
	"numRef":  seq("f numCache"),                                      // CT_NumRef
	"strRef":  seq("f strCache"),                                      // CT_StrRef
	"legend":  seq("legendPos legendEntry* layout overlay spPr txPr"), // CT_Legend
}

// order holds every element that the schema knows against it.
func (c *checker) order() {
	for _, name := range c.files {
		root := c.parts[name]
		if root == nil || strings.HasSuffix(name, ".vml") || strings.HasSuffix(name, ".rels") || strings.HasPrefix(name, "xl/theme/") {
			continue // written whole by excelize, or judged elsewhere
		}
		c.ordered(name, root, nil)
	}
}

func (c *checker) ordered(part string, n *node, up []string) {
	here := append(slices.Clone(up), n.name)
	if s, ok := sequenceOf(here); ok {
		at := 0
		var last string
		for _, child := range n.children {
			place := slices.IndexFunc(s, func(x string) bool { return strings.TrimSuffix(x, "*") == child.name })
			switch {
			case place < 0:
				c.add(Element, part, "<%s> holds <%s>", n.name, child.name)
				continue
			case place < at:
				c.add(Element, part, "<%s>: <%s> stands behind <%s>", n.name, child.name, last)
			case child.name == last && !strings.HasSuffix(s[place], "*"):
				c.add(Element, part, "<%s>: <%s> is there twice", n.name, child.name)
			}
			at, last = max(at, place), child.name
		}
	}
	for _, child := range n.children {
		c.ordered(part, child, here)
	}
}

// sequenceOf gives the sequence of an element, by the longest path that is known.
func sequenceOf(path []string) (sequence, bool) {
	for from := max(0, len(path)-4); from < len(path); from++ {
		if s, ok := schema[strings.Join(path[from:], "/")]; ok {
			return s, true
		}
	}
	return nil, false
}
