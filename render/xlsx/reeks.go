package xlsx

import (
	"fmt"
	"slices"
	"strings"

	"annex/calc/sheet"
	"annex/calc/watals"
	"annex/templates"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"
)

// A sheet for each income, with a row for each value it could have, and one for the
// care. A reader sees the figure, the amounts to be paid and what changes from row to
// row; to the right of it stand the lines of the calculation that move with the
// figure, a column each, with the formula of that line over the cells of the row. So
// all of it follows what is changed on the sheet with inputs.

// planReeksen finds what there is to be followed, and names the sheets.
func (b *book) planReeksen(unique *uniqueNames) {
	if !b.tries() {
		return
	}
	t := b.texts.Tabbladen
	for _, r := range watals.Reeksen(*b.erbij.WatAls) {
		if r.Vraag.Zoek == nil {
			b.zorgreeksen = append(b.zorgreeksen, r)
			continue
		}
		b.inkomensreeksen = append(b.inkomensreeksen, inkomensreeks{r, unique.name(fmt.Sprintf(t.WatAlsInkomen, zonderLidwoord(r.Vraag.Wie.Naam)), "")})
	}
	if len(b.zorgreeksen) > 0 {
		b.sheets.zorg = unique.name(t.WatAlsZorg, "")
	}
}

// inkomensreeks is what stands on the sheet of one income.
type inkomensreeks struct {
	*watals.Reeks
	sheet string
}

// The columns that a reader reads: the difference with now, the figure, then the
// amounts, what each of the main amounts changes by, and what changes otherwise.
const (
	reeksVerschil = iota + 1
	reeksWaarde
	reeksBedrag
)

// reeks is one of them being written.
type reeks struct {
	*page
	*watals.Reeks
	hoofd   []int    // which of Nu.Betalingen its course is shown of
	getoond []int    // which of them have a column
	standen []int    // which of Kenmerken move
	namen   []string // of those
	regels  []*sheet.LineResult
	// The columns to the right of what is read: the figure, the two between which is
	// halved, the states and whether they are as now; then cells.
	waarde, vorige, anders, stand, alsNu, laatste int
	// cells gives by the id of an input or a line that moves the cell in a row.
	cells    map[string]string
	spelling dialect
	ruimte   []cell // for the cells of the row that is written
	kop      int    // the row with the heads of the table
	nu       int    // the row of the present figure
	omslagNu int    // the row above the chart that says what is now
}

// nieuweReeks works out what a reeks shows.
func (b *book) nieuweReeks(r *watals.Reeks) *reeks {
	k := &reeks{Reeks: r, cells: map[string]string{}, namen: make([]string, len(r.Kenmerken))}
	kinderen := map[string]bool{}
	for _, u := range r.Nu.Betalingen {
		if u.Voor.ID != "" && u.Ontvanger.ID != u.Voor.ID {
			kinderen[u.Voor.ID] = true
		}
	}
	for i, u := range r.Nu.Betalingen {
		totaal, perKind := watals.Totaal(u), kinderen[u.Voor.ID] && u.Ontvanger.ID != u.Voor.ID
		if meer := len(kinderen) > 1; totaal && !meer {
			continue // what the amount for the one child says
		} else if !meer || !perKind {
			k.hoofd = append(k.hoofd, i)
		}
		k.getoond = append(k.getoond, i)
	}
	k.begin(b, rechts(k.readable()))
	return k
}

// readable gives the widths of the columns that are read.
func (k *reeks) readable() []float64 {
	widths := []float64{15, 17}
	for range k.getoond {
		widths = append(widths, 12)
	}
	for range k.hoofd {
		widths = append(widths, 12)
	}
	return append(widths, max(48, narrowest-total(widths)))
}

// narrowest is how wide what is read is at least, in digits: so much that an upright page
// holds the whole table. What is wider than portrait stands across.
const narrowest, portrait = 118, 154

func total(widths []float64) float64 {
	sum := 0.0
	for _, w := range widths {
		sum += w
	}
	return sum
}

// zijde is the layout of such a page.
func zijde(widths []float64) layout {
	return layout{widths: widths, frozen: headRows, landscape: total(widths) > portrait, tab: colourEdge}
}

// begin finds the lines that move, and gives everything in a row its column. first is
// the first column behind what is read.
func (k *reeks) begin(b *book, first int) {
	v := k.Vraag
	inputs := map[string]bool{}
	for _, id := range v.Invoer {
		inputs[id] = true
	}
	var nodig []string
	for _, u := range k.Nu.Betalingen {
		nodig = append(nodig, u.Regel)
	}
	for _, x := range k.Kenmerken {
		nodig = append(nodig, b.regelsVan(x)...)
	}
	moved := map[string]bool{}
	k.regels = meebewegend(b.result, inputs, nodig)
	for _, l := range k.regels {
		moved[l.ID] = true
	}
	for i, x := range k.Kenmerken {
		if slices.ContainsFunc(b.regelsVan(x), func(id string) bool { return moved[id] }) || b.vraagtInvoer(x, inputs) {
			k.standen = append(k.standen, i)
			k.namen[i] = sheet.Capital(b.kenmerknaam(x))
		}
	}
	column := first
	next := func() int { column++; return column - 1 }
	k.waarde = next()
	if v.Zoek != nil {
		k.vorige, k.anders = next(), next()
	}
	k.stand = column
	column += len(k.standen)
	k.alsNu = next()
	for _, id := range v.Invoer {
		at := k.waarde
		if k.inInvoer() {
			at = next()
		}
		k.cells[id] = b.column(at) + plaats
	}
	for _, l := range k.regels {
		k.cells[l.ID] = b.column(next()) + plaats
	}
	k.laatste = column - 1
	k.spelling = b.opnieuw(k.cells)
}

// ernaast gives the columns to the right of what is read their width: that of a column
// of which nothing else is said.
func (p *page) ernaast() {
	narrow := 12.0
	if p.b.err == nil {
		p.b.check(p.b.file.SetSheetProps(p.name, &excelize.SheetPropsOptions{DefaultColWidth: &narrow}))
	}
}

// rechts is the first of those columns, behind one that stays empty.
func rechts(widths []float64) int { return len(widths) + 2 }

// inInvoer tells whether the inputs have columns of their own, besides the figure: where
// the figure is a line, or there are several of them.
func (k *reeks) inInvoer() bool { return k.Vraag.Regel != "" || len(k.Vraag.Invoer) > 1 }

// regelsVan gives the lines on which it depends how a kenmerk is.
func (b *book) regelsVan(k watals.Kenmerk) []string {
	if k.Regel != "" {
		return []string{k.Regel}
	}
	var out []string
	for _, g := range k.Gevallen {
		for _, t := range g.Toetsen {
			switch {
			case t.Soort == watals.Geldt:
				_, lines := b.result.Line(t.Regel).Only.Uses()
				for _, l := range lines {
					out = append(out, l.ID)
				}
			case t.Met != "":
				out = append(out, t.Regel, t.Met)
			default:
				out = append(out, t.Regel)
			}
		}
	}
	return out
}

// vraagtInvoer tells whether it depends on one of some inputs itself.
func (b *book) vraagtInvoer(k watals.Kenmerk, inputs map[string]bool) bool {
	for _, g := range k.Gevallen {
		for _, t := range g.Toetsen {
			if t.Soort == watals.Geldt {
				used, _ := b.result.Line(t.Regel).Only.Uses()
				if slices.ContainsFunc(used, func(in *sheet.Input) bool { return inputs[in.ID] }) {
					return true
				}
			}
		}
	}
	return false
}

// cel gives the cell of a line in a row, or its name where it does not move.
func (k *reeks) cel(id string, row int) string {
	if c, ok := k.cells[id]; ok {
		return op(c, fmt.Sprint(row))
	}
	return k.b.names[id]
}

// toets spells a test of a kenmerk.
func (k *reeks) toets(t watals.Toets) string {
	l := k.b.result.Line(t.Regel)
	own := func(id string) string { return round(k.spelling.names[id], noise) }
	switch t.Soort {
	case watals.Geldt:
		if l.Only.IsZero() {
			return "TRUE()"
		}
		return sheet.SpellCond(l.Only, k.spelling)
	case watals.Positief:
		return own(t.Regel) + ">0"
	case watals.Nul:
		return own(t.Regel) + "=0"
	case watals.Minder:
		return own(t.Regel) + "<" + own(t.Met)
	}
	return own(t.Regel) + "<=" + own(t.Met)
}

// staat spells how a kenmerk is, in words; where it is a line, as the amount on it.
func (k *reeks) staat(x watals.Kenmerk) string {
	if x.Regel != "" {
		return numberText(k.spelling.names[x.Regel], true)
	}
	last := len(x.Gevallen) - 1
	out := quoted(k.b.staatwoord(x.Gevallen[last].Waarde))
	for i := last - 1; i >= 0; i-- {
		g := x.Gevallen[i]
		toetsen := make([]string, len(g.Toetsen))
		for j, t := range g.Toetsen {
			toetsen[j] = k.toets(t)
		}
		test := toetsen[0]
		if len(toetsen) > 1 {
			test = "AND(" + strings.Join(toetsen, ",") + ")"
		}
		out = fmt.Sprintf("IF(%s,%s,%s)", test, quoted(k.b.staatwoord(g.Waarde)), out)
	}
	return out
}

func (b *book) staatwoord(waarde string) string {
	word, ok := b.texts.Reeksen.Standen[waarde]
	if !ok {
		b.check(fmt.Errorf("de werkmap heeft geen woord voor de stand %q", waarde))
	}
	return word
}

// hoe is how a kenmerk is at a point: a word, or the amount on its line.
func (k *reeks) hoe(p watals.Punt, nr int) string {
	if id := k.Kenmerken[nr].Regel; id != "" {
		return moneyText(k.regelwaarde(p, id))
	}
	return k.b.staatwoord(p.Standen[nr])
}

// regelwaarde is the value of a line at a point.
func (k *reeks) regelwaarde(p watals.Punt, id string) decimal.Decimal {
	d, err := p.Rekening.Amount(id)
	k.b.check(err)
	return d
}

// inCel is a value of the figure as a cell holds it: a fraction for a percentage.
func (k *reeks) inCel(d decimal.Decimal) float64 {
	if k.Vraag.Cijfer.Eenheid.Percent() {
		return float(d.Shift(-2))
	}
	return float(d)
}

// getal spells a fixed value of the figure.
func (k *reeks) getal(d decimal.Decimal) string {
	if k.Vraag.Cijfer.Eenheid.Percent() {
		d = d.Shift(-2)
	}
	return d.String()
}

// rij is a row of a reeks.
type rij struct {
	watals.Punt
	links  []cell // what is read
	waarde string // the formula of the figure
	tussen []cell // the two between which is halved; nil where it is not
	alsNu  string // the formula
	zonder bool   // no lines: only the figure
}

// schrijf writes a row. All rows have the same formulas, spelled once.
func (k *reeks) schrijf(high float64, r rij, s *gespeld) int {
	row := k.row + 1
	cells := append(k.ruimte[:0], r.links...)
	for columns := columnsOf(cells); columns < k.waarde-1; columns++ {
		cells = append(cells, cell{})
	}
	cells = append(cells, cell{formula: r.waarde, value: k.inCel(r.Bij), ready: s.waarde})
	k.ruimte = cells
	if r.zonder {
		return k.write(high, cells)
	}
	if k.vorige > 0 {
		if r.tussen == nil {
			r.tussen = make([]cell, 2)
		}
		cells = append(cells, r.tussen...)
	}
	for i, nr := range k.standen {
		cells = append(cells, cell{formula: s.standen[i].in(row), value: k.hoe(r.Punt, nr), ready: s.stand})
	}
	same := 0.0
	if r.AlsNu {
		same = 1
	}
	cells = append(cells, cell{formula: r.alsNu, value: same, ready: s.ja})
	if k.inInvoer() {
		for i, id := range k.Vraag.Invoer {
			cells = append(cells, cell{formula: s.invoer[i].in(row), value: k.inCel(r.Invoer[id]), ready: s.waarde})
		}
	}
	for i, l := range k.regels {
		cells = append(cells, cell{formula: s.regels[i].in(row), value: float(k.regelwaarde(r.Punt, l.ID)), ready: s.stijlen[i]})
	}
	k.ruimte = cells
	return k.write(high, cells)
}

func columnsOf(cells []cell) int {
	n := 0
	for _, c := range cells {
		n += c.columns()
	}
	return n
}

// gespeld is what the rows of a reeks have in common.
type gespeld struct {
	standen, invoer, regels []gedeeld
	// The looks of its cells, as the workbook numbers them.
	stijlen           []int
	waarde, stand, ja int
}

// spel spells the formulas of the rows from van to tot.
func (k *reeks) spel(van, tot int) *gespeld {
	b := k.b
	// In the order of the columns; see schrijf.
	column := k.stand
	deel := func(formula string) gedeeld {
		column++
		return k.deel(formula, column-1, van, tot)
	}
	small := styleNumber.muted()
	words := styleCell.muted()
	words.wrap = false
	s := &gespeld{waarde: b.style(small.as(k.format())), stand: b.style(words), ja: b.style(small.as(formatYesNo))}
	for _, nr := range k.standen {
		s.standen = append(s.standen, deel(k.staat(k.Kenmerken[nr])))
	}
	column++ // whether it is as now
	waarde := k.column(k.waarde)
	for _, id := range k.Vraag.Invoer {
		if !k.inInvoer() {
			break
		}
		text := fmt.Sprintf("%s+(%s%s-$%s$%d)", b.names[id], waarde, plaats, waarde, k.nu)
		if k.Vraag.Zoek == nil {
			text = k.binnen(text)
		}
		s.invoer = append(s.invoer, deel(text))
	}
	for _, l := range k.regels {
		s.regels = append(s.regels, deel(sheet.Spell(l.Line, k.spelling)))
		s.stijlen = append(s.stijlen, b.style(small.as(formatOf(l.Unit, l.Places()))))
	}
	return s
}

// binnen keeps a figure within what it can be.
func (k *reeks) binnen(text string) string {
	v := k.Vraag
	most := "1" // all of it
	if v.Max != nil {
		most = k.getal(*v.Max)
	} else if !v.Cijfer.Eenheid.Percent() {
		return fmt.Sprintf("MAX(%s,%s)", text, k.getal(v.Min))
	}
	return fmt.Sprintf("MAX(%s,MIN(%s,%s))", k.getal(v.Min), most, text)
}

// format is the number format of the figure.
func (k *reeks) format() string {
	eenheid := k.Vraag.Cijfer.Eenheid
	switch {
	case eenheid.Money():
		return formatOf(eenheid, 0)
	case eenheid.Percent():
		return "0%"
	}
	return formatGeneral
}

// koppen writes the heads of the table. Those of the lines are as long as they are; the
// row is no higher for it.
func (k *reeks) koppen(perHoofd string, wijzigt string) {
	b, t := k.b, k.b.texts.Reeksen
	cells := []cell{figures(t.Kolommen.Verschil), figures(sheet.Capital(b.cijfernaam(k.Vraag.Cijfer)))}
	for _, i := range k.getoond {
		cells = append(cells, figures(b.betaalkop(k.Nu.Betalingen[i], k.Nu.Betalingen)))
	}
	for _, i := range k.hoofd {
		cells = append(cells, figures(b.hoofdkop(perHoofd, k, i)))
	}
	cells = append(cells, head(wijzigt).inset())
	readable := len(cells)
	for len(cells) < k.waarde-1 {
		cells = append(cells, cell{})
	}
	right := []cell{figures(t.Kolommen.Waarde)}
	if k.vorige > 0 {
		right = append(right, figures(t.Kolommen.Vorige), figures(t.Kolommen.Anders))
	}
	for _, nr := range k.standen {
		right = append(right, head(k.namen[nr]))
	}
	right = append(right, figures(t.Kolommen.AlsNu))
	if k.inInvoer() {
		inputs := b.result.Inputs()
		for _, id := range k.Vraag.Invoer {
			nr := slices.IndexFunc(inputs, func(in *sheet.Input) bool { return in.ID == id })
			right = append(right, figures(inputs[nr].Label))
		}
	}
	numbers := b.lineNumbers()
	for _, l := range k.regels {
		right = append(right, figures(numbers[l.ID]+"  "+l.Label))
	}
	cells = append(cells, right...)
	for i := range cells {
		st := cells[i].style
		if cells[i].value == nil {
			continue
		}
		cells[i].style = styleHeader
		cells[i].style.right, cells[i].style.indent = st.right, st.indent
	}
	k.kop = k.write(max(k.measure(cells[:readable]), 4*oneRow), cells)
}

// lineNumbers gives each line its number in the whole calculation.
func (b *book) lineNumbers() map[string]string {
	if b.numbers == nil {
		b.numbers = map[string]string{}
		for i, s := range b.result.Sections() {
			for j, l := range b.result.Lines(s) {
				b.numbers[l.ID] = fmt.Sprintf("%d.%d", i+1, j+1)
			}
		}
	}
	return b.numbers
}

// cijfernaam is how sentences call a figure: "het netto inkomen (NBI)".
func (b *book) cijfernaam(c watals.Cijfer) string {
	if t, ok := b.texts.Reeksen.Zorg[c.Soort]; ok {
		return t
	}
	return b.filled(b.annex.WatAls.Inkomen[c.Soort], map[string]any{"Omschrijving": c.Omschrijving})
}

// kenmerknaam names a kenmerk as the head of a column does.
func (b *book) kenmerknaam(k watals.Kenmerk) string {
	return b.filled(b.texts.Reeksen.Kenmerken[k.Soort], map[string]any{"Wie": k.Wie.Naam, "Kind": k.Voor.Naam, "Onderdeel": k.Onderdeel})
}

// betaalkop names an amount to be paid among others.
func (b *book) betaalkop(u sheet.Betaling, list []sheet.Betaling) string {
	what := b.whatFor(u)
	switch {
	case watals.Totaal(u):
		what = b.texts.Reeksen.Samen
	case what == "":
		what = fmt.Sprintf(b.texts.Reeksen.Partner, u.Ontvanger.Naam)
	}
	if slices.ContainsFunc(list, func(x sheet.Betaling) bool { return x.Betaler != list[0].Betaler }) {
		return fmt.Sprintf(b.texts.Reeksen.Betaling, what, u.Betaler.Naam)
	}
	return what
}

// hoofdkop heads the column with what one of the main amounts changes by.
func (b *book) hoofdkop(per string, k *reeks, i int) string {
	if len(k.hoofd) == 1 {
		return per
	}
	return fmt.Sprintf(b.texts.Reeksen.Van, per, b.betaalkop(k.Nu.Betalingen[i], k.Nu.Betalingen))
}

// bedrag is the format of an amount that may be nil.
func (k *reeks) bedrag(i int) string { return euro(k.b.result.Line(k.Nu.Betalingen[i].Regel).Places()) }

// verandert spells what is different in a row, compared with another.
func (k *reeks) verandert(row, met string) string {
	var parts []string
	for i := range k.standen {
		parts = append(parts, fmt.Sprintf(`IF(%[1]s%[2]s=%[1]s%[3]s,"",%[1]s$%[4]d&": "&%[1]s%[3]s&" → "&%[1]s%[2]s&". ")`, k.column(k.stand+i), row, met, k.kop))
	}
	if len(parts) == 0 {
		return `""`
	}
	return strings.Join(parts, "&")
}

// veranderd is the same at a point.
func (k *reeks) veranderd(p, met watals.Punt) string {
	out := ""
	for _, nr := range k.standen {
		if p.Standen[nr] != met.Standen[nr] {
			out += fmt.Sprintf("%s: %s → %s. ", k.namen[nr], k.hoe(met, nr), k.hoe(p, nr))
		}
	}
	return out
}

func (b *book) filled(t templates.Tekst, fields map[string]any) string {
	s, err := t.Vul(fields)
	b.check(err)
	return s
}

// printArea says which columns are printed, as far as the last row so far.
func (p *page) printArea(columns int) {
	p.b.define("_xlnm.Print_Area", fmt.Sprintf("%s!$A$1:$%s$%d", quotedSheet(p.name), p.column(columns), p.row), p.name)
}

// verschilformaat is the format of a difference with now.
func (k *reeks) verschilformaat() string {
	nu := quoted(k.b.texts.Reeksen.Nu)
	switch eenheid := k.Vraag.Cijfer.Eenheid; {
	case eenheid.Money():
		return `"+ "#,##0;"- "#,##0;` + nu
	case eenheid.Percent():
		return `"+ "0%;"- "0%;` + nu
	}
	return `"+ "General;"- "General;` + nu
}

// nuStyle marks the row of the present figure.
func nuStyle(s style, nu bool) style {
	if nu {
		return s.strong().on(colourOutcome)
	}
	return s
}

// inkomensreeks writes the sheet of one income.
func (b *book) inkomensreeks(r inkomensreeks) {
	k := b.nieuweReeks(r.Reeks)
	p := b.page(r.sheet, zijde(k.readable()))
	p.ernaast()
	k.page = p
	t, v := b.texts.Reeksen, k.Vraag
	per := b.annex.WatAls.Per[string(v.Cijfer.Eenheid)]
	eenheid := fmt.Sprintf("€ %s%s", sheet.FormatNumber(decimal.NewFromInt(v.Zoek.Per), 0), per)
	p.head(fmt.Sprintf(t.Titel, v.Wie.Naam))
	p.wide(fmt.Sprintf(t.Uitleg, b.cijfernaam(v.Cijfer), v.Wie.Naam, b.erbij.WatAls.Periode.Tekst, eenheid), styleMuted)
	p.gap(8)

	// What stands where is known before it is written.
	const chartRows = 20
	type plek struct{ kop, nu, omhoog, omlaag int }
	boven := plek{}
	boven.kop = p.row + 3 // a heading, and the room below it
	boven.nu, boven.omhoog, boven.omlaag = boven.kop+1, boven.kop+2, boven.kop+3
	grafiek := boven.omlaag + 2
	kop := grafiek + chartRows + 3
	eerste := kop + 1
	k.nu, k.omslagNu = eerste+len(k.Onder), boven.nu
	laatste := k.nu + len(k.Boven)
	zoek := zoekplek{omhoog: laatste + 5}
	zoek.omlaag = zoek.omhoog + k.zoekrijen(k.Omhoog)
	s := k.spel(eerste, zoek.omlaag+k.zoekrijen(k.Omlaag)-1)

	p.section(t.KopOmslag, 8*oneRow)
	k.omslag(boven.nu, zoek, laatste)
	p.gap(8)
	for range chartRows {
		p.write(chartRow, nil)
	}
	p.gap(8)
	p.section(t.KopTabel, float64(laatste-eerste+1)*k.hoogte("")+5*oneRow)
	k.koppen(fmt.Sprintf(t.PerStap, sheet.FormatNumber(decimal.NewFromInt(v.Zoek.Per), 0)), t.Kolommen.Wijzigt)
	k.tabel(eerste, zoek, s)
	p.printArea(len(p.widths))
	p.gap(8)
	p.add(text(t.KopZoeken, styleBlok).over(len(p.widths)))
	p.add(text(t.UitlegZoeken, styleMuted).over(len(p.widths)))
	p.gap(4)
	k.zoek(k.Omhoog, true, laatste, zoek.omhoog, s)
	k.zoek(k.Omlaag, false, laatste, zoek.omlaag, s)
	k.grafiek(grafiek, chartRows, kop, eerste, laatste)
	p.finish()
	if p.b.err == nil && (p.row < zoek.omlaag || k.nu <= eerste) {
		b.check(fmt.Errorf("%s: de rijen staan niet waar de formules ze zoeken", p.name))
	}
}

// tabel writes a row for each value of the figure, from low to high.
func (k *reeks) tabel(eerste int, zoek zoekplek, s *gespeld) {
	punten, per := k.opRij(), decimal.NewFromInt(k.Vraag.Zoek.Per)
	laatste := eerste + len(punten) - 1
	looks := [2]leesstijl{k.leesstijl(false), k.leesstijl(true)}
	at := func(row int) string { return fmt.Sprintf("%s%d", k.column(k.waarde), row) }
	var shared map[int]gedeeld // by column, of the rows on this side of now
	var changes gedeeld
	for i, p := range punten {
		row := eerste + i
		look := looks[0]
		// A figure that can go no farther stays where it is: its row is empty.
		var weg, formula string
		leeg, tot, dichter := false, laatste, row-1
		switch {
		case row < k.nu:
			weg, leeg = at(row)+">="+at(row+1), !p.Bij.LessThan(punten[i+1].Bij)
			tot, dichter, formula = k.nu-1, row+1, k.stapformule(false, k.nu-row, zoek.omlaag)
		case row == k.nu:
			look, tot, formula = looks[1], row, k.nuFormule()
		default:
			weg, leeg = at(row)+"<="+at(row-1), !p.Bij.GreaterThan(punten[i-1].Bij)
			formula = k.stapformule(true, row-k.nu, zoek.omhoog)
		}
		if row == eerste || row == k.nu || row == k.nu+1 {
			shared = map[int]gedeeld{}
		}
		deel := func(column int, spelled func() string) string {
			if _, ok := shared[column]; !ok {
				shared[column] = k.deel(spelled(), column, row, tot)
			}
			return shared[column].in(row)
		}
		var links []cell
		shown := func(formula string, value any, ready int) {
			c := k.mits(weg, leeg, formula, value, len(links) == 0)
			c.formula, c.ready = deel(len(links)+1, func() string { return c.formula }), ready
			links = append(links, c)
		}
		shown(fmt.Sprintf("%s-%s", at(row), k.vast(k.waarde, k.nu)), k.inCel(p.Verschil), look.verschil)
		shown(at(row), k.inCel(p.Bij), look.waarde)
		for j, nr := range k.getoond {
			u := p.Betalingen[nr]
			shown(k.cel(u.Regel, row), float(u.Bedrag), look.bedragen[j])
		}
		for _, nr := range k.hoofd {
			if row == laatste {
				links = append(links, cell{ready: look.per})
				continue
			}
			id := p.Betalingen[nr].Regel
			c := cell{value: "", ready: look.per, formula: deel(len(links)+1, func() string {
				return fmt.Sprintf(`IF(%[1]s=%[2]s,"",ROUND(%[3]s,2))`, at(row+1), at(row),
					round(fmt.Sprintf("(%s-%s)/(%s-%s)*%s", k.cel(id, row+1), k.cel(id, row), at(row+1), at(row), per), noise))
			})}
			if d, ok := watals.PerStap(p, punten[i+1], nr, per); ok {
				c.value = float(d)
			}
			links = append(links, c)
		}
		said := ""
		switch i {
		case 0:
			links = append(links, cell{ready: look.wijzigt})
		case 1:
			changes = k.deel(k.verandert(fmt.Sprint(row), fmt.Sprint(row-1)), len(links)+1, row, laatste)
			fallthrough
		default:
			said = k.veranderd(p, punten[i-1])
			links = append(links, cell{formula: changes.in(row), value: said, ready: look.wijzigt})
		}
		alsNu := "1"
		if row != k.nu {
			alsNu = deel(k.alsNu, func() string { return k.zoalsNu(row, dichter) })
		}
		k.schrijf(k.hoogte(said), rij{Punt: p, links: links, waarde: formula, alsNu: alsNu}, s)
	}
}

// vast is the address of a cell that a formula asks from every row.
func (k *reeks) vast(column, row int) string { return fmt.Sprintf("%s$%d", k.column(column), row) }

// leesstijl is how the cells of a row look that are read.
type leesstijl struct {
	verschil, waarde, per, wijzigt int
	bedragen                       []int
}

func (k *reeks) leesstijl(nu bool) leesstijl {
	number := func(format string) style {
		s := nuStyle(styleNumber.as(format), nu)
		s.middle = true
		return s
	}
	id := k.b.style
	out := leesstijl{
		verschil: id(number(k.verschilformaat()).muted()), waarde: id(number(k.format())),
		per: id(number(signed(2)).muted()), wijzigt: id(nuStyle(styleVerandering, nu)),
	}
	if nu {
		out.waarde = id(number(formatOf(k.Vraag.Cijfer.Eenheid, 2))) // it need not be a whole number
	}
	for _, nr := range k.getoond {
		out.bedragen = append(out.bedragen, id(number(k.bedrag(nr))))
	}
	return out
}

// mits is a cell that is empty where weg, a condition, holds; leeg tells that it does in
// the case as it is. The first of a row then has a dash, so that the row is seen to be
// one that there is not.
func (k *reeks) mits(weg string, leeg bool, formula string, value any, first bool) cell {
	c, instead := cell{formula: formula, value: value}, ""
	if first {
		instead = k.b.texts.Berekening.Streep
	}
	if weg != "" {
		c.formula = fmt.Sprintf(`IF(%s,%s,%s)`, weg, quoted(instead), formula)
	}
	if leeg {
		c.value = instead
	}
	return c
}

// styleVerandering is how it looks what is said behind the amounts.
var styleVerandering = style{wrap: true, below: colourRule, middle: true, indent: 1, size: noteSize}

// hoogte is how high a row is: as high as the text in its last cell asks for, and high
// enough for what that may say after a change.
func (k *reeks) hoogte(said string) float64 {
	const lines = 2
	_, high := pieces(said, k.widths[len(k.widths)-1], styleVerandering)
	return max(high, lines*noteSize*leading+rowPad)
}

// zoalsNu spells whether the outcome in a row is of the present kind, and so is that in
// the one nearer to now.
func (k *reeks) zoalsNu(row, dichter int) string {
	return k.gelijk([]string{fmt.Sprintf("%s%d=1", k.column(k.alsNu), dichter)}, row)
}

// gelijk spells whether the states in a row are those of now.
func (k *reeks) gelijk(tests []string, row int) string {
	for i := range k.standen {
		tests = append(tests, fmt.Sprintf("%[1]s%[2]d=%[1]s$%[3]d", k.column(k.stand+i), row, k.nu))
	}
	if len(tests) == 0 {
		return "1"
	}
	return "IF(AND(" + strings.Join(tests, ",") + "),1,0)"
}

// nuFormule spells the present figure.
func (k *reeks) nuFormule() string {
	if k.Vraag.Regel != "" {
		return k.b.names[k.Vraag.Regel]
	}
	// The last of the inputs, in their order, as the model takes it.
	inputs := k.b.result.Inputs()
	for _, in := range slices.Backward(inputs) {
		if slices.Contains(k.Vraag.Invoer, in.ID) {
			return k.b.names[in.ID]
		}
	}
	return k.b.names[k.Vraag.Invoer[0]]
}

// stapformule spells the figure after so many steps. begin is the row in which the
// search in that direction begins.
func (k *reeks) stapformule(omhoog bool, nr, begin int) string {
	v, from := k.Vraag, fmt.Sprintf("$%s$%d", k.column(k.waarde), begin)
	far := v.Zoek.Na(int64(nr)).String()
	switch {
	case omhoog && v.Max == nil:
		return from + "+" + far
	case omhoog:
		return fmt.Sprintf("MAX(%[1]s,MIN(%[1]s+%[2]s,%[3]s))", from, far, v.Max.Floor())
	}
	least := v.Min.Ceil().String()
	if v.MinInvoer != "" {
		least = heel(k.b.names[v.MinInvoer], false)
	}
	return fmt.Sprintf("MIN(%[1]s,MAX(%[1]s-%[2]s,%[3]s))", from, far, least)
}

// grafiek draws the main amounts against the income, and marks the present one.
func (k *reeks) grafiek(row, rows, kop, eerste, laatste int) {
	b, t, v := k.b, k.b.texts.Reeksen, k.Vraag
	cellen := func(column string, van, tot int) string {
		return fmt.Sprintf("%[1]s!$%[2]s$%[3]d:$%[2]s$%[4]d", quotedSheet(k.name), column, van, tot)
	}
	waarde := k.column(k.waarde)
	g := grafiek{
		titel: fmt.Sprintf(t.Grafiek.Titel, v.Wie.Naam),
		x:     sheet.Capital(b.cijfernaam(v.Cijfer)) + b.annex.WatAls.Per[string(v.Cijfer.Eenheid)] + " (€)",
		y:     t.Grafiek.Y, xFormaat: "#,##0",
	}
	var nu []lijn
	for i, nr := range k.getoond {
		cells, moves := k.cells[k.Nu.Betalingen[nr].Regel]
		if !slices.Contains(k.hoofd, nr) {
			continue
		}
		// The column with the amounts that is read is empty where a row is.
		column := strings.TrimSuffix(cells, plaats)
		if !moves {
			column = k.column(reeksBedrag + i)
		}
		g.lijnen = append(g.lijnen, lijn{naam: k.reference(reeksBedrag+i, kop), xs: cellen(waarde, eerste, laatste), ys: cellen(column, eerste, laatste)})
		nu = append(nu, lijn{naam: k.reference(reeksVerschil, k.omslagNu), xs: cellen(waarde, k.nu, k.nu), ys: cellen(column, k.nu, k.nu), punt: true})
		g.alternatief += k.inWoordenLijn(nr)
	}
	g.alternatief = fmt.Sprintf(t.Grafiek.Alternatief, g.titel, g.x) + g.alternatief
	g.lijnen = append(g.lijnen, nu...)
	k.chart(row, rows, g)
}

// inWoordenLijn says how one amount goes, in the case as it is.
func (k *reeks) inWoordenLijn(nr int) string {
	t := k.b.texts.Reeksen.Grafiek
	punten := k.opRij()
	bij := func(p watals.Punt) string {
		return fmt.Sprintf(t.Punt, k.b.bedrag(p.Bij), k.b.bedrag(p.Betalingen[nr].Bedrag))
	}
	return fmt.Sprintf(t.Lijn, k.b.betaalkop(k.Nu.Betalingen[nr], k.Nu.Betalingen), bij(punten[0]), bij(k.Nu), bij(punten[len(punten)-1]))
}

// bedrag prints an amount.
func (b *book) bedrag(d decimal.Decimal) string {
	return sheet.EuroSign + moneyText(d)
}
