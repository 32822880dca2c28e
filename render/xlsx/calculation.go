package xlsx

import (
	"fmt"
	"strings"

	"annex/calc/sheet"

	"github.com/xuri/excelize/v2"
)

// The columns of a sheet with a part of the calculation.
const (
	lineNumber = iota + 1
	lineLabel
	lineAmount
	lineOriginal
	lineDifference
	lineUnit
	lineWords
	lineNumbers
	lineStatus
	lineSource
)

// calculation writes one sheet of the calculation, line by line.
func (b *book) calculation(g group) {
	p := b.page(g.sheet, layout{widths: []float64{5.5, 31, 11, 11, 12.5, 12, 38, 28, 11.5, 25}, frozen: headRows + 1, landscape: true, centred: 10, tab: colourAccent})
	p.headWith(g.title, func() { p.countedNotice(lineWords) })
	k := b.texts.Berekening.Kolommen
	heads := p.header(head(k.Nummer), head(k.Omschrijving), figures(k.Bedrag), figures(k.Bijlage), figures(k.Verschil), head(k.Eenheid).inset(), head(k.Formule).inset(), p.filledIn().inset(), head(k.Status).inset(), head(k.Bron).inset())
	p.alarm(p.at(lineNumbers, heads))
	first := p.row + 1
	var labels []string
	for _, s := range g.sections {
		for _, l := range b.result.Lines(s.Section) {
			labels = append(labels, l.Label)
		}
	}
	terms := p.termsOf(labels)
	for _, s := range g.sections {
		lines := b.result.Lines(s.Section)
		rows := make([]readyRow, len(lines))
		height := 0.0
		for i, l := range lines {
			rows[i] = p.fit(p.line(fmt.Sprintf("%d.%d", s.number, i+1), l))
			height += rows[i].high
		}
		p.section(fmt.Sprintf("%d  %s", s.number, s.Titel), height)
		blok := ""
		for i, l := range lines {
			if l.Blok != blok {
				blok = l.Blok
				heading := text(blok, styleBlok).over(len(p.widths))
				p.keep(p.measure([]cell{heading}) + rows[i].high)
				p.add(heading)
			}
			p.compare(l, rows[i].cells)
			row := p.put(rows[i])
			p.define(b.names[l.ID], lineAmount, row)
			p.linkInput(l, row)
			terms.explain(lineLabel, row, l.Label)
			if l.Unit.Percent() {
				p.percent(lineAmount, row)
				p.percentsFixed = append(p.percentsFixed, p.at(lineOriginal, row))
			}
		}
	}
	if b.err == nil {
		// "3.2" is the number of a line, not a number that was typed as text.
		b.check(b.file.AddIgnoredErrors(p.name, p.at(lineNumber, first)+":"+p.at(lineNumber, p.row), excelize.IgnoredErrorsNumberStoredAsText))
	}
	p.playsPart = func(row int) string { return fmt.Sprintf(`$%s=""`, p.at(lineStatus, row)) }
	noPart := "NOT(" + p.playsPart(first) + ")"
	p.conditionalAs(p.at(lineAmount, first)+":"+p.at(lineAmount, p.row), noPart, b.noPart)
	b.define(p.nameDifferences(), p.reference(lineDifference, first)+":"+p.absolute(lineDifference, p.row), "")
	p.conditional(p.at(lineAmount, first)+":"+p.at(lineAmount, p.row), fmt.Sprintf("$%s<>0", p.at(lineDifference, first)), changedStyle())
	p.conditional(p.at(lineNumber, first)+":"+p.at(lineSource, p.row), noPart, &excelize.Style{
		Font: &excelize.Font{Color: colourMuted, Italic: true},
	})
	p.finish()
}

// filledIn is the head of the column with the numbers of the original case; it
// says so once they are no longer those of the workbook.
func (p *page) filledIn() cell {
	t := p.b.texts.Berekening
	room := t.Kolommen.Ingevuld
	if len(t.Verouderd) > len(room) {
		room = t.Verouderd
	}
	return cell{
		formula: fmt.Sprintf("IF(%s=0,%s,%s)", nameChanges, quoted(t.Kolommen.Ingevuld), quoted(t.Verouderd)),
		value:   t.Kolommen.Ingevuld,
		room:    room,
	}
}

// linkInput makes the words of a line that does no more than show an input or a
// norm a link to where that stands.
func (p *page) linkInput(l *sheet.LineResult, row int) {
	if l.WordsLive != "" {
		return
	}
	if at, ok := p.b.byInput[sheet.Spell(l.Line, p.b.dialect)]; ok {
		p.linkTo(lineWords, row, p.b.sheets.inputs, at)
	} else {
		p.link(lineWords, row, p.b.sheets.published)
	}
}

// line gives the row of one line.
func (p *page) line(number string, l *sheet.LineResult) []cell {
	b := p.b
	words, amount := styleCell, styleNumber.as(formatOf(l.Unit, l.Places()))
	label := words
	if l.Slot {
		label, amount = label.strong().on(colourOutcome), amount.strong().on(colourOutcome)
		words = words.on(colourOutcome)
	}
	original, different := number64(float(l.Value), amount.muted()), amount.muted()
	if !l.Applies {
		original = text(b.texts.Berekening.Streep, amount.muted().as(""))
	}
	different.colour = colourAlarm
	formula, inWords, wording := sheet.Spell(l.Line, b.dialect), l.WordsLive, words
	if inWords == "" {
		wording = wording.link()
		inWords = b.texts.Berekening.UitNormen
		if _, ok := b.byInput[formula]; ok {
			inWords = b.texts.Berekening.UitInvoer
		}
	}
	filledIn := l.Numbers
	if !l.Applies {
		filledIn = ""
	}
	return []cell{
		text(number, words.muted()),
		cell{value: l.Label, note: l.Toelichting, style: label},
		cell{formula: formula, value: float(l.Value), style: amount},
		original,
		cell{value: 0.0, style: different.as(increase(l.Unit, l.Places()))},
		text(b.unit(l.Unit), words.inset().muted()),
		text(inWords, wording.inset()),
		text(filledIn, words.inset()),
		p.status(l, words.inset()),
		text(source(l), words.inset().muted()),
	}
}

// compare completes the cells of a line that is written next with what its amount
// differs from that in the annex, where it plays a part.
func (p *page) compare(l *sheet.LineResult, cells []cell) {
	row := p.row + 1
	now, was, plays := p.at(lineAmount, row), p.at(lineOriginal, row), p.at(lineStatus, row)+`=""`
	difference := fmt.Sprintf("ROUND(%s-%s,6)", now, was)
	switch {
	case l.Only.IsZero():
	case l.Applies:
		difference = fmt.Sprintf("IF(%s,%s,-%s)", plays, difference, was)
	default:
		difference = fmt.Sprintf("IF(%s,ROUND(%s,6),0)", plays, now)
	}
	cells[lineDifference-1].formula = difference
}

// increase is the number format of what a value in a unit is more or less than it was:
// with a mark, so that it also reads without colours; nothing where it is the same.
func increase(u sheet.Unit, places int32) string {
	more, less, figure := "▲ ", "▼ ", formatOf(u, places)
	if u == sheet.JaNee {
		more, less, figure = "≠", "≠", ""
	}
	return quoted(more) + figure + ";" + quoted(less) + figure + `;""`
}

// changedStyle is how an amount looks that is no longer that of the annex.
func changedStyle() *excelize.Style {
	return &excelize.Style{
		Font: &excelize.Font{Bold: true, Color: colourAlarm},
		Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colourAlert}},
	}
}

// status says live whether a line plays a part.
func (p *page) status(l *sheet.LineResult, st style) cell {
	if l.Only.IsZero() {
		return blank(st)
	}
	no := p.b.texts.Berekening.NietVanToepassing
	shown := ""
	if !l.Applies {
		shown = no
	}
	return cell{
		formula: fmt.Sprintf(`IF(%s,"",%s)`, sheet.SpellCond(l.Only, p.b.dialect), quoted(no)),
		value:   shown,
		style:   st,
		room:    no,
	}
}

// source is the number of the form, the evidence and the rule a line rests on.
func source(l *sheet.LineResult) string {
	var parts []string
	for _, s := range []string{sheet.Capital(l.Post), l.Bron, l.Source.String()} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, "\n")
}
