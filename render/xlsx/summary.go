package xlsx

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"annex/calc/sheet"
	"annex/render"

	"github.com/xuri/excelize/v2"
)

// The columns of the outcome.
const (
	paidFor = iota + 1
	paidBy
	paidTo
	paidAmount
	paidOriginal
	paidDifference
	paidWhere
)

// summary writes the first sheet: the outcome, a picture of it, what stands where, how
// to read it, and the case.
func (b *book) summary() {
	t := b.texts.Samenvatting
	p := b.page(b.sheets.summary, layout{widths: []float64{b.widthFor(), 15, 14, 17, 14, 12, 25}, tab: colourAccent})
	p.head(b.texts.Titel)
	if line := b.inShort(); line != "" {
		p.wide(line, styleMuted)
	}

	p.section(t.Uitkomst, 2*oneRow)
	p.outcomes()
	p.gap(8)
	p.picture()
	p.warnings()

	var contents []readyRow
	height := 0.0
	for _, tab := range b.tabs[1:] {
		row := p.fit(p.content(tab.name))
		contents, height = append(contents, row), height+row.high
	}
	p.section(t.Inhoud, height)
	for i, row := range contents {
		p.link(1, p.put(row), b.tabs[i+1].name)
	}
	p.gap(8)

	p.guide()
	p.gap(8)
	p.dossier()
	p.finish()
}

// inShort says in one line which case it is.
func (b *book) inShort() string {
	d := b.receipt.Dossier
	var parts []string
	for _, s := range []string{d.Zaaknummer, sheet.Enumerate(d.Partijen), d.Kenmerk, sheet.FormatDate(b.receipt.Datum)} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, " | ")
}

// warnings writes what a reader must know before relying on the outcome.
func (p *page) warnings() {
	t := p.b.texts.Samenvatting
	p.section(t.Waarschuwingen, 2*oneRow)
	if len(p.b.result.Waarschuwingen()) == 0 {
		p.wide(t.GeenWaarschuwingen, styleText)
	}
	p.liveWarnings()
	p.gap(8)
}

// content gives a row of the overview of the sheets.
func (p *page) content(name string) []cell {
	b, t := p.b, p.b.texts.Samenvatting
	var differ string // the formula of how much differs there
	what := map[string]string{
		b.sheets.explanation: t.Uitleg.Uitleg, b.sheets.inputs: t.Uitleg.Invoer, b.sheets.scenarios: t.Uitleg.WatAls, b.sheets.perLine: t.Uitleg.WatAlsPerRegel,
		b.sheets.published: t.Uitleg.Normen, b.sheets.account: t.Uitleg.Verantwoording, b.sheets.caseFile: t.Uitleg.Zaakbestand,
	}[name]
	for _, r := range b.inkomensreeksen {
		if r.sheet == name {
			what = fmt.Sprintf(t.Uitleg.WatAlsInkomen, r.Vraag.Wie.Naam)
		}
	}
	if len(b.zorgreeksen) > 0 && name == b.sheets.zorg {
		what = t.Uitleg.WatAlsZorg
	}
	if name == b.sheets.inputs {
		differ = nameChanges
	}
	for _, g := range b.groups {
		if g.sheet != name {
			continue
		}
		var ok bool
		if what, ok = t.Uitleg.Methoden[b.receipt.Methode][g.soort]; !ok {
			if what, ok = t.Uitleg.Soorten[g.soort]; !ok {
				what = t.Uitleg.Berekening
			}
		}
		differ = quotedSheet(name) + "!" + p.absolute(lineWords, p.noticeAt())
	}
	cells := []cell{text(name, styleText.link().strong()), text(what, styleText).over(len(p.widths) - 2), blank(styleText)}
	if differ != "" {
		before, after, _ := strings.Cut(t.Anders, "%d")
		st := style{bold: true, colour: colourAlarm, right: true, format: quoted(before) + "0" + quoted(after) + `;;""`}
		cells[2] = cell{formula: differ, value: 0.0, style: st}
	}
	return cells
}

// guide writes how to read the workbook.
func (p *page) guide() {
	t := p.b.texts.Samenvatting
	var guide []readyRow
	height := 0.0
	points := t.Punten
	if p.b.tries() {
		points = slices.Insert(slices.Clone(points), 1, t.Proberen)
	}
	for _, punt := range points {
		row := p.fit([]cell{text(punt.Kop, styleText.strong()), text(punt.Tekst, styleText).over(len(p.widths) - 1)})
		guide = append(guide, row)
		height += row.high
	}
	p.section(t.Leeswijzer, height)
	for _, row := range guide {
		p.put(row)
	}
}

// dossier writes which case it is and what the workbook was made with.
func (p *page) dossier() {
	b, t := p.b, p.b.texts.Samenvatting
	d := b.receipt.Dossier
	type field struct{ label, value string }
	fields := []field{
		{t.Velden.Zaaknummer, d.Zaaknummer},
		{t.Velden.Gerecht, d.Gerecht},
		{t.Velden.Kenmerk, d.Kenmerk},
		{t.Velden.Partijen, sheet.Enumerate(d.Partijen)},
		{t.Velden.Opsteller, d.Opsteller},
	}
	if b.receipt.Bestand != "" {
		fields = append(fields, field{t.Velden.Zaakbestand, b.caseFile()})
	}
	fields = append(fields, field{t.Velden.Datum, sheet.FormatDate(b.receipt.Datum)}, field{t.Velden.Methode, b.method()}, field{t.Velden.Versie, fmt.Sprintf(b.texts.Maker, b.receipt.Versie)})
	for _, groep := range t.Groepen {
		for _, u := range b.result.Uitgangspunten() {
			if u.Groep == groep && u.Invoer == "" {
				fields = append(fields, field{u.Omschrijving, u.Waarde})
			}
		}
	}
	p.section(t.Zaak, float64(len(fields))*oneRow)
	for _, f := range fields {
		if f.value != "" {
			p.field(f.label, f.value)
		}
	}
}

// widthFor is the width of the column that says what an amount is for: more where
// that is not only the name of a child, or where a name of a sheet asks for it.
func (b *book) widthFor() float64 {
	width := 24.0
	for _, u := range b.result.Betalingen() {
		if b.whatFor(u) != u.Voor.Naam {
			width = 29
		}
	}
	for _, t := range b.tabs {
		for len(wrap(t.name, width, styleText.strong())) > 2 {
			width++
		}
	}
	return width
}

// whatFor says what an amount is for, as the annex does.
func (b *book) whatFor(u sheet.Betaling) string {
	text, err := render.Voor(b.annex, u)
	b.check(err)
	return text
}

// field writes a label with what it is.
func (p *page) field(label, value string) {
	p.add(text(label, styleMuted), text(value, styleText).over(len(p.widths)-1))
}

// pointer writes the name of a sheet, as a link to it, with what stands there.
func (p *page) pointer(name, what string) {
	row := p.add(text(name, styleText.link().strong()), text(what, styleText).over(len(p.widths)-1))
	p.link(1, row, name)
}

// link makes a cell a link to the top of a sheet of this workbook.
func (p *page) link(column, row int, name string) { p.linkTo(column, row, name, "A1") }

// linkTo makes a cell a link to a cell of this workbook.
func (p *page) linkTo(column, row int, name, cell string) {
	p.linkName(column, row, quotedSheet(name)+"!"+cell)
}

// linkName makes a cell a link to a cell with a defined name, or to an address.
func (p *page) linkName(column, row int, name string) {
	if p.b.err == nil {
		p.b.check(p.b.file.SetCellHyperLink(p.name, p.at(column, row), name, "Location"))
	}
}

// outcomes writes the amounts to be paid, live, next to what they are in the
// annex.
func (p *page) outcomes() {
	t := p.b.texts.Samenvatting
	k := t.Kolommen
	var list, course []sheet.Betaling
	for _, u := range p.b.result.Betalingen() {
		if u.Betaler.ID == "" {
			course = append(course, u)
		} else {
			list = append(list, u)
		}
	}
	rows := p.course(course)
	byPeriod(list)
	var period sheet.Periode
	several := false
	for _, u := range list {
		several = several || u.Periode.Nummer != list[0].Periode.Nummer
	}
	grey := false
	for _, u := range list {
		if u.Voor.ID == "" && !forPartner(u) && !worthTotal(list, u) {
			continue
		}
		grey = grey || bothWays(list, u)
		if u.Periode != period {
			period = u.Periode
			title := sheet.Capital(period.Tekst)
			switch {
			case u.Geindexeerd:
				title = fmt.Sprintf(t.Geindexeerd, title)
			case several:
				title = fmt.Sprintf(t.Periode, period.Nummer, period.Tekst)
			}
			p.wide(title, style{bold: true, middle: true, wrap: true, pad: 4})
			p.header(head(k.Voor), head(k.Betaler), head(k.Ontvanger), figures(k.Bedrag), figures(k.Bijlage), figures(k.Verschil), head(k.Tabblad).inset())
		}
		rows = append(rows, p.outcome(u))
	}
	if grey {
		p.wide(t.Grijs, styleMuted)
	}
	if len(rows) > 0 {
		p.countOutcomes(rows)
	}
}

// countOutcomes says how many of the amounts in these rows differ from those in the
// annex.
func (p *page) countOutcomes(rows []int) {
	// Between two tables stand the heads of the second, which are no numbers.
	var terms []string
	for i := 0; i < len(rows); {
		last := i
		for last+1 < len(rows) && rows[last+1] == rows[last]+1 {
			last++
		}
		terms = append(terms, fmt.Sprintf("SUMPRODUCT((%s:%s<>0)*1)", p.at(paidDifference, rows[i]), p.at(paidDifference, rows[last])))
		i = last + 1
	}
	c := p.differing(strings.Join(terms, "+"), styleMuted)
	row := p.add(c.over(len(p.widths)))
	p.conditional(p.at(1, row), p.at(1, row)+">0", changedStyle())
}

// byPeriod brings together what holds from the same day: for the children first, then
// for a former spouse, and after that what indexation makes of it.
func byPeriod(list []sheet.Betaling) {
	slices.SortStableFunc(list, func(a, b sheet.Betaling) int {
		later := func(u sheet.Betaling) int {
			if u.Geindexeerd {
				return 1
			}
			return 0
		}
		return cmp.Or(cmp.Compare(a.Periode.Nummer, b.Periode.Nummer), cmp.Compare(later(a), later(b)), cmp.Compare(a.Periode.Vanaf, b.Periode.Vanaf))
	})
}

// course writes what one amount was and became, where nobody in particular pays
// it.
func (p *page) course(list []sheet.Betaling) (rows []int) {
	if len(list) == 0 {
		return nil
	}
	k := p.b.texts.Samenvatting.Kolommen
	p.header(head(p.b.texts.Berekening.Kolommen.Omschrijving).over(paidTo), figures(k.Bedrag), figures(k.Bijlage), figures(k.Verschil), head(k.Tabblad).inset())
	for _, u := range list {
		rows = append(rows, p.outcome(u))
	}
	return rows
}

// outcome writes an amount to be paid, and below it what may have to be said of it. It
// gives the row of the amount.
func (p *page) outcome(u sheet.Betaling) int {
	line := p.b.result.Line(u.Regel)
	label, amount := styleCell, styleNumber.as(euro(line.Places()))
	total := u.Voor.ID == ""
	if total && line.Slot {
		label, amount = label.strong().on(colourOutcome), amount.strong().on(colourOutcome)
	}
	place := p.b.byLine[u.Regel]
	cells := []cell{text(p.b.whatFor(u), label), text(u.Betaler.Naam, label), text(u.Ontvanger.Naam, label)}
	if total {
		// The line itself says who pays whom, and whether amounts were set off.
		cells = []cell{text(line.Label, label).over(len(cells))}
	}
	different := amount.muted().as(increase(line.Unit, line.Places()))
	different.colour = colourAlarm
	row := p.row + 1
	p.add(append(cells,
		cell{formula: p.b.names[u.Regel], value: float(u.Bedrag), style: amount.strong()},
		number64(float(u.Bedrag), amount.muted()),
		cell{formula: fmt.Sprintf("ROUND(%s-%s,6)", p.at(paidAmount, row), p.at(paidOriginal, row)), value: 0.0, style: different},
		text(place, label.link().inset()),
	)...)
	p.link(paidWhere, row, place)
	if bothWays(p.b.result.Betalingen(), u) {
		// In one of the two directions there is nothing to pay.
		p.conditional(p.at(paidFor, row)+":"+p.at(paidAmount, row), fmt.Sprintf("$%s=0", p.at(paidAmount, row)), &excelize.Style{Font: &excelize.Font{Color: colourMuted}})
	}
	p.caveats(u)
	return row
}

// caveats says live why an amount does not take effect, where that is so.
func (p *page) caveats(u sheet.Betaling) {
	list := p.b.result.Kanttekeningen(u.Regel)
	if len(list) == 0 {
		return
	}
	formula, room := `""`, ""
	for _, k := range slices.Backward(list) {
		says := sheet.Capital(k.Tekst)
		if len(says) > len(room) {
			room = says
		}
		if k.When.IsZero() {
			formula = literal(says)
		} else {
			formula = fmt.Sprintf("IF(%s,%s,%s)", sheet.SpellCond(k.When, p.b.dialect), literal(says), formula)
		}
	}
	st := styleText.strong().small()
	st.colour = colourAlarm
	p.add(cell{formula: formula, value: sheet.Capital(u.Kanttekening), style: st, room: room, span: len(p.widths)})
}

// bothWays tells whether an amount may also have to be paid the other way round:
// for the same child, or after setting off. A child of 18 or older that lives with a
// parent receives itself what one of both pays.
func bothWays(list []sheet.Betaling, u sheet.Betaling) bool {
	return slices.ContainsFunc(list, func(x sheet.Betaling) bool {
		if x.Voor != u.Voor || x.Soort != u.Soort || x.Periode != u.Periode || x.Geindexeerd != u.Geindexeerd {
			return false
		}
		return x.Betaler == u.Ontvanger && x.Ontvanger == u.Betaler || x.Betaler != u.Betaler && (render.Terug(x) || render.Terug(u))
	})
}

// forPartner tells whether an amount is partneralimentatie, which is for no child
// and no total of anything.
func forPartner(u sheet.Betaling) bool { return strings.HasPrefix(u.Soort, "partneralimentatie") }

// worthTotal tells whether a total says more than the amounts per child do:
// where it is for more than one child. What a child receives itself is in none.
func worthTotal(list []sheet.Betaling, total sheet.Betaling) bool {
	children := map[string]bool{}
	for _, u := range list {
		if u.Voor.ID != "" && u.Ontvanger.ID != u.Voor.ID && u.Periode == total.Periode && u.Geindexeerd == total.Geindexeerd {
			children[u.Voor.ID] = true
		}
	}
	return len(children) != 1
}

// euro is the number format of an outcome; nothing to pay reads as a word.
func euro(places int32) string {
	f := `"€" ` + decimals("#,##0", places)
	return f + ";-" + f + `;"nihil"`
}
