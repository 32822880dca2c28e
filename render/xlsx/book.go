package xlsx

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode/utf16"

	"annex/calc/sheet"
	"annex/calc/watals"
	"annex/render"
	"annex/templates"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"
)

// Erbij is what a workbook holds besides the calculation; what is nil is left out.
type Erbij struct {
	// Zaakbestand is the case file, so that what is changed in the workbook can be read
	// back into it.
	Zaakbestand *Zaakbestand
	// WatAls says which figures of the case are tried with other values.
	WatAls *watals.Opdracht
}

// Zaakbestand is the text of a case file as it stands in the workbook.
type Zaakbestand struct {
	Tekst string
	// Onderdeel is the part of the outcome that the workbook is about; empty: the whole.
	Onderdeel string
}

// Write writes the workbook of r. The same result gives the same bytes.
func Write(w io.Writer, r *sheet.Result, erbij Erbij) error {
	texts, annex := templates.StandaardWerkmap(), templates.StandaardBijlage()
	plain, err := plainLanguage(r, *annex, texts.Uitleg)
	if err != nil {
		return fmt.Errorf("werkmap: %w", err)
	}
	b := newBook(r, erbij, texts, annex, plain)
	defer b.close()
	for _, t := range b.tabs {
		t.write()
	}
	b.lists()
	return b.write(w)
}

// lists gives the lines that are ranked by size their name together, once all of them
// have a place.
func (b *book) lists() {
	defined := map[string]bool{}
	for _, s := range b.result.Sections() {
		for _, l := range b.result.Lines(s) {
			list := l.Ranked()
			names := make([]string, len(list))
			for i, other := range list {
				names[i] = b.names[other.ID]
			}
			name, ok := b.names[listID(names)]
			if !ok || defined[name] {
				continue
			}
			defined[name] = true
			_, last, _ := strings.Cut(b.refersTo(names[len(names)-1]), "!")
			b.define(name, b.refersTo(names[0])+":"+last, "")
		}
	}
}

// write completes the workbook and writes it.
func (b *book) write(w io.Writer) error {
	b.properties()
	for _, name := range b.ofSheets {
		b.check(b.file.SetDefinedName(name))
	}
	b.sending.Wait()
	for _, p := range b.sent {
		if b.check(p.failed); b.err == nil {
			b.check(p.stream.Flush())
		}
	}
	if b.err != nil {
		return fmt.Errorf("werkmap: %w", b.err)
	}
	if err := b.file.Write(w); err != nil {
		return fmt.Errorf("werkmap: %w", err)
	}
	return nil
}

// book is a workbook being made. The first error stays in err; what follows it
// writes nothing.
type book struct {
	file     *excelize.File
	result   *sheet.Result
	erbij    Erbij
	receipt  sheet.Receipt
	about    about
	texts    *templates.Werkmap
	annex    *templates.Bijlage // where both documents say the same
	dialect  dialect
	names    map[string]string // of cells, by id
	sheets   sheetNames
	groups   []group
	tabs     []tab             // all sheets, in order
	byLine   map[string]string // sheet by id of a line
	byInput  map[string]string // formula that shows an input, with the cell of that input
	caution  string            // stands on every sheet; may be empty
	plain    []render.Blok     // the explanation in plain language
	noPart   int               // conditional style of an amount that plays no part
	styles   map[style]int
	sending  sync.WaitGroup          // the pages whose rows are being handed over
	sent     []*page                 // in order
	ranges   map[string]string       // the range that each name of the workbook stands for
	ofSheets []*excelize.DefinedName // names of one sheet
	looks    map[any]int             // numbers of fonts, fills, borders and formats in the workbook
	model    int                     // one of the styles
	pages    int
	noted    int               // pages with notes
	numbers  map[string]string // of lines, by id; see lineNumbers
	err      error

	inkomensreeksen []inkomensreeks
	zorgreeksen     []*watals.Reeks
}

// tab is one sheet: how it is called, and what writes it.
type tab struct {
	name  string
	write func()
}

// sheetNames are the names of the sheets that every workbook has.
type sheetNames struct {
	summary, explanation, inputs, scenarios, perLine, zorg, published, account, caseFile string
}

// group is what stands on one sheet: consecutive sections of the same kind and
// period, and of some kinds about the same person.
type group struct {
	sheet    string
	title    string
	soort    string
	name     string // of the sheet, before what makes it unique
	suffix   string // says which period
	period   string // in words, behind the title; may be empty
	sections []numbered
}

// numbered is a section with its number in the whole calculation.
type numbered struct {
	*sheet.Section
	number int
}

func newBook(r *sheet.Result, erbij Erbij, t *templates.Werkmap, annex *templates.Bijlage, plain []render.Blok) *book {
	names := Names(r)
	b := emptyBook(r.Receipt(), t, annex)
	b.result, b.erbij, b.plain = r, erbij, plain
	b.caution = annex.GeenGeldendRecht[b.receipt.Methode]
	b.dialect, b.names = dialect{names}, names
	b.about = about{
		title: t.Titel, subject: b.subject(), date: b.receipt.Datum,
		foot: fmt.Sprintf(t.Voettekst, shortened(b.caseFile(), 80), sheet.FormatDate(b.receipt.Datum)),
	}
	b.noPart = b.dash(t.Berekening.Streep)
	b.plan()
	return b
}

// emptyBook is a workbook without sheets.
func emptyBook(receipt sheet.Receipt, t *templates.Werkmap, annex *templates.Bijlage) *book {
	b := &book{file: excelize.NewFile(), receipt: receipt, texts: t, annex: annex, byLine: map[string]string{}, byInput: map[string]string{}, styles: map[style]int{}, looks: map[any]int{}, ranges: map[string]string{}}
	b.file.SetZipWriter(func(w io.Writer) excelize.ZipWriter { return &orderedZip{w: w} })
	b.check(b.file.SetDefaultFont(typeface))
	return b
}

// close lets go of the workbook, also where it was not written.
func (b *book) close() {
	b.sending.Wait()
	b.file.Close()
}

// about is what a workbook says about itself.
type about struct {
	title, subject string
	foot           string // at the bottom of every printed page
	date           time.Time
}

// tries tells whether the workbook has room for other figures beside those of the case.
func (b *book) tries() bool { return b.erbij.WatAls != nil && len(b.result.Inputs()) > 0 }

func (b *book) check(err error) {
	if b.err == nil {
		b.err = err
	}
}

// plan divides the sections over the sheets and names these.
func (b *book) plan() {
	var unique uniqueNames
	t := b.texts.Tabbladen
	b.sheets = sheetNames{
		summary: unique.name(t.Samenvatting, ""), inputs: unique.name(t.Invoer, ""),
		published: unique.name(t.Normen, ""), account: unique.name(t.Verantwoording, ""),
	}
	if b.tries() {
		b.sheets.scenarios, b.sheets.perLine = unique.name(t.WatAls, ""), unique.name(t.WatAlsPerRegel, "")
	}
	if b.erbij.Zaakbestand != nil {
		b.sheets.caseFile = unique.name(t.Zaakbestand, "")
	}
	b.planReeksen(&unique)
	if len(b.plain) > 0 {
		b.sheets.explanation = unique.name(t.Uitleg, "")
	}
	periods := b.periods()
	var last *sheet.Section
	for i, s := range b.result.Sections() {
		name, known := t.Soorten[s.Soort]
		perPersoon := strings.Contains(name, "%s")
		if last == nil || s.Soort != last.Soort || s.Periode != last.Periode || perPersoon && s.Onderwerp != last.Onderwerp {
			if !known {
				name = s.Titel
			}
			if perPersoon {
				name = fmt.Sprintf(name, zonderLidwoord(s.Onderwerp))
			}
			g := group{soort: s.Soort, name: name}
			if p, ok := periods[s.Periode]; ok && len(periods) > 1 {
				g.suffix, g.period = fmt.Sprintf(t.Periode, p.begin), p.text
			}
			if perPersoon {
				g.title = s.Titel // says when, also of a day outside the periods
			}
			b.groups = append(b.groups, g)
		}
		g := &b.groups[len(b.groups)-1]
		g.sections = append(g.sections, numbered{s, i + 1})
		last = s
	}
	b.nameByPerson()
	defer b.inOrder()
	for i := range b.groups {
		g := &b.groups[i]
		if g.title == "" {
			g.title = g.name
			if g.period != "" {
				g.title = fmt.Sprintf(t.Titel, g.name, g.period)
			}
		}
		g.sheet = unique.name(g.name, g.suffix)
		for _, s := range g.sections {
			for _, l := range b.result.Lines(s.Section) {
				b.byLine[l.ID] = g.sheet
			}
		}
	}
}

// inOrder puts the sheets in the order in which a reader meets them.
func (b *book) inOrder() {
	add := func(name string, write func()) { b.tabs = append(b.tabs, tab{name, write}) }
	add(b.sheets.summary, b.summary)
	if len(b.plain) > 0 {
		add(b.sheets.explanation, b.explanation)
	}
	add(b.sheets.inputs, b.inputs)
	if b.tries() {
		add(b.sheets.scenarios, b.ownScenarios)
	}
	for _, r := range b.inkomensreeksen {
		add(r.sheet, func() { b.inkomensreeks(r) })
	}
	if len(b.zorgreeksen) > 0 {
		add(b.sheets.zorg, b.zorg)
	}
	for _, g := range b.groups {
		add(g.sheet, func() { b.calculation(g) })
	}
	if b.tries() {
		add(b.sheets.perLine, b.perLine)
	}
	add(b.sheets.published, b.published)
	add(b.sheets.account, b.account)
	if b.sheets.caseFile != "" {
		add(b.sheets.caseFile, b.caseFileSheet)
	}
}

// nameByPerson tells sheets that would have the same name apart by whom they are
// about, where each is about one person and the name stays short enough.
func (b *book) nameByPerson() {
	same := map[string][]int{}
	for i, g := range b.groups {
		if g.title == "" { // no person in the name yet
			same[g.name+g.suffix] = append(same[g.name+g.suffix], i)
		}
	}
	for _, list := range same {
		if len(list) < 2 {
			continue
		}
		names := make([]string, len(list))
		for i, nr := range list {
			g := b.groups[nr]
			wie := g.sections[0].Onderwerp
			for _, s := range g.sections {
				if s.Onderwerp != wie {
					wie = ""
				}
			}
			if name := g.name + " " + zonderLidwoord(wie); wie != "" && fitted(name+g.suffix, excelize.MaxSheetNameLength) == name+g.suffix && !slices.Contains(names, name) {
				names[i] = name
			}
		}
		if !slices.Contains(names, "") {
			for i, nr := range list {
				b.groups[nr].name = names[i]
			}
		}
	}
}

// zonderLidwoord names somebody as a tab does: "moeder", not "de moeder".
func zonderLidwoord(wie string) string {
	for _, lidwoord := range []string{"de ", "het "} {
		if kaal, ok := strings.CutPrefix(wie, lidwoord); ok {
			return kaal
		}
	}
	return wie
}

// period is a period as the sheets name it.
type period struct {
	begin string // short, and different from that of the other periods
	text  string // "vanaf 1 maart 2025"
}

// periods gives the periods of the sections by number. A period begins in a
// month, or on a day where two begin in the same month.
func (b *book) periods() map[int]period {
	days := map[int]sheet.Periode{}
	for _, u := range b.result.Betalingen() {
		if !u.Geindexeerd {
			days[u.Periode.Nummer] = u.Periode
		}
	}
	out := map[int]period{}
	for _, s := range b.result.Sections() {
		if s.Periode > 0 {
			out[s.Periode] = period{fmt.Sprint(s.Periode), days[s.Periode].Tekst}
		}
	}
	for _, layout := range []string{time.DateOnly, "2006-01"} {
		begins := map[string]bool{}
		for nr := range out {
			if day, err := time.Parse(time.DateOnly, days[nr].Vanaf); err == nil {
				begins[day.Format(layout)] = true
			}
		}
		if len(begins) < len(out) {
			break
		}
		for nr, p := range out {
			day, err := time.Parse(time.DateOnly, days[nr].Vanaf)
			b.check(err)
			p.begin = day.Format(layout)
			out[nr] = p
		}
	}
	return out
}

// uniqueNames gives sheets names that differ, also but for capitals.
type uniqueNames struct{ taken map[string]bool }

// reserved is a name that Excel keeps for itself, in its own language.
var reserved = map[string]bool{"history": true, "geschiedenis": true}

func (u *uniqueNames) name(base, suffix string) string {
	if u.taken == nil {
		u.taken = map[string]bool{}
	}
	base = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\`, r) {
			return '-'
		}
		return r
	}, base)
	base = strings.ReplaceAll(base, "_x", "-x") // _x0041_ is how the format writes an A
	base = strings.Trim(strings.TrimSpace(base), "'")
	if base == "" {
		base = "Blad"
	}
	for i := 1; ; i++ {
		end := suffix
		if i > 1 {
			end = fmt.Sprintf("%s %d", suffix, i)
		}
		name := fitted(base, excelize.MaxSheetNameLength-len(utf16.Encode([]rune(end)))) + end
		if key := strings.ToLower(name); !u.taken[key] && !reserved[key] {
			u.taken[key] = true
			return name
		}
	}
}

// fitted cuts s to limit units of UTF-16, in which Excel counts.
func fitted(s string, limit int) string {
	for utf := utf16.Encode([]rune(s)); len(utf) > limit; utf = utf16.Encode([]rune(s)) {
		r := []rune(s)
		s = strings.TrimRight(string(r[:len(r)-1]), " '")
	}
	return s
}

// refersTo gives the range that has a name already.
func (b *book) refersTo(name string) string {
	at, ok := b.ranges[name]
	if !ok {
		b.check(fmt.Errorf("geen cel heet %s", name))
	}
	return at
}

// define gives a range a name, in the whole workbook or on one sheet. Names of one sheet
// wait until all others are there: excelize compares each name with those before it, and
// looks up the sheet of each that has one.
func (b *book) define(name, refersTo, scope string) {
	defined := &excelize.DefinedName{Name: name, RefersTo: refersTo, Scope: scope}
	switch {
	case b.err != nil:
	case scope != "":
		b.ofSheets = append(b.ofSheets, defined)
	default:
		b.ranges[name] = refersTo
		b.check(b.file.SetDefinedName(defined))
	}
}

// properties sets what the file says about itself. All of it follows from the
// case: no clock is read.
func (b *book) properties() {
	date := b.about.date.UTC().Format(time.RFC3339)
	maker := fmt.Sprintf(b.texts.Maker, b.receipt.Versie)
	title := b.about.title
	if b.caution != "" {
		title = fmt.Sprintf(b.texts.TitelVoorbehoud, title, b.caution)
	}
	b.check(b.file.SetDocProps(&excelize.DocProperties{
		Title: title, Subject: b.about.subject, Creator: maker, LastModifiedBy: maker,
		Created: date, Modified: date, Language: "nl-NL",
	}))
	b.check(b.file.SetAppProps(&excelize.AppProperties{Application: "annex"}))
	on := true
	b.check(b.file.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: &on}))
}

func (b *book) method() string {
	if name, ok := b.annex.Methoden[b.receipt.Methode]; ok {
		return name
	}
	return b.receipt.Methode
}

// subject says what the workbook is about: as the annex does of a calculation that
// does not follow the law, and otherwise the method.
func (b *book) subject() string {
	if title, ok := b.annex.Titels[b.receipt.Methode]; ok {
		return title
	}
	return b.method()
}

func (b *book) caseFile() string {
	switch b.receipt.Bestand {
	case "":
		return b.texts.ZonderZaakbestand
	case "-":
		return b.texts.ZonderNaam
	}
	return b.receipt.Bestand
}

// unit names a unit, unless its figures speak for themselves.
func (b *book) unit(u sheet.Unit) string { return b.texts.Eenheden[string(u)] }

// notice is a live text that says whether the inputs still equal the original.
func (b *book) notice(st style) cell {
	m := b.texts.Melding
	before, after, _ := strings.Cut(m.Meer, "%d")
	return cell{
		formula: fmt.Sprintf("IF(%[1]s=0,%[2]s,IF(%[1]s=1,%[3]s,%[4]s&%[1]s&%[5]s))", nameChanges, quoted(m.Gelijk), quoted(m.Een), quoted(before), quoted(after)),
		value:   m.Gelijk,
		style:   st,
	}
}

// noticeRow writes the notice over all columns; it stands out once it says that
// something was changed.
func (p *page) noticeRow() {
	row := p.add(p.b.notice(styleNotice).over(len(p.widths)))
	p.alarm(p.at(1, row) + ":" + p.at(len(p.widths), row))
}

// nameDifferences is, on a sheet of the calculation, the range of what its amounts differ
// from those in the annex. Its name tells the sheet, because not every program knows a
// name that differs from sheet to sheet.
func (p *page) nameDifferences() string { return fmt.Sprintf("verschillen_blad_%d", p.number) }

// countedNotice writes the notice, and from column on how many amounts on this sheet
// differ.
func (p *page) countedNotice(column int) {
	count := p.differing("SUMPRODUCT(("+p.nameDifferences()+"<>0)*1)", styleNotice)
	row := p.add(p.b.notice(styleNotice).over(column-1), count.over(len(p.widths)-column+1))
	p.alarm(p.at(1, row) + ":" + p.at(column-1, row))
	p.conditional(p.at(column, row)+":"+p.at(len(p.widths), row), "$"+p.at(column, row)+">0", changedStyle())
}

// differing is a cell with the number of amounts on its sheet that differ from those in
// the annex; its format makes a sentence of the number.
func (p *page) differing(formula string, st style) cell {
	m := p.b.texts.Melding
	before, after, _ := strings.Cut(m.BedragenMeer, "%d")
	st.wrap, st.left = false, true
	return cell{formula: formula, value: 0.0, style: st.as(fmt.Sprintf("[=0]%s;[=1]%s;%s0%s", quoted(m.BedragenGelijk), quoted(m.BedragenEen), quoted(before), quoted(after)))}
}

// noticeAt is the row of the notice.
func (p *page) noticeAt() int {
	if p.b.caution != "" {
		return 3
	}
	return 2
}

// navigation writes links to the sheets a reader comes back to, and to those before and
// after this one.
func (p *page) navigation() {
	cells, to := p.links()
	row, column := p.add(cells...), 1
	for i, c := range cells {
		p.link(column, row, to[i])
		column += c.columns()
	}
}

// links gives the cells with the links of a sheet, and the sheets they lead to.
func (p *page) links() (cells []cell, to []string) {
	b := p.b
	type link struct{ text, to string }
	var links []link
	for _, name := range []string{b.sheets.summary, b.sheets.inputs} {
		if name != p.name {
			links = append(links, link{name, name})
		}
	}
	t := b.texts.Navigatie
	if i := slices.IndexFunc(b.tabs, func(t tab) bool { return t.name == p.name }); i >= 0 {
		if i > 0 {
			links = append(links, link{fmt.Sprintf(t.Vorige, b.tabs[i-1].name), b.tabs[i-1].name})
		}
		if i+1 < len(b.tabs) {
			links = append(links, link{fmt.Sprintf(t.Volgende, b.tabs[i+1].name), b.tabs[i+1].name})
		}
	}
	st := style{wrap: true, middle: true}.small().link()
	place := func(width float64) (cells []cell, fits bool) {
		column := 1
		fits = true
		for i, l := range links {
			from, room, last := column, 0.0, i == len(links)-1
			onOneLine := func() bool { return len(wrap(l.text, room, st)) == 2 }
			for ; column <= len(p.widths) && (room < width || !onOneLine() || last); column++ {
				room += p.width(column)
			}
			if column == from {
				return cells, false // no room for more
			}
			cells = append(cells, text(l.text, st).over(column-from))
			fits = fits && onOneLine()
		}
		return cells, fits
	}
	// As far apart as all of them, each on one line, leave room for.
	for _, width := range []float64{26, 20, 16, 12} {
		var fits bool
		if cells, fits = place(width); fits {
			break
		}
	}
	for _, l := range links {
		to = append(to, l.to)
	}
	return cells, to
}

// alarm makes cells stand out once an input was changed.
func (p *page) alarm(cells string) {
	p.conditional(cells, nameChanges+">0", changedStyle())
}

// headRows is how many rows head writes, but for the caution.
const headRows = 3

// head writes what every sheet begins with: its title, what no reader of it may
// miss, the notice, and links. Page leaves room for the second.
func (p *page) head(title string) { p.headWith(title, p.noticeRow) }

func (p *page) headWith(title string, notice func()) {
	p.add(text(title, styleTitle))
	if p.b.caution != "" {
		p.wide(p.b.caution, styleCaution)
	}
	notice()
	p.navigation()
}

// floats is the only place where amounts leave the exact numbers of the model:
// the file format stores binary ones.
func float(d decimal.Decimal) float64 { return d.InexactFloat64() }

// header writes the heads of columns; those over figures stand to the right,
// like the figures.
func (p *page) header(labels ...cell) int {
	for i := range labels {
		st := styleHeader
		st.right, st.centre, st.indent = labels[i].style.right, labels[i].style.centre, labels[i].style.indent
		labels[i].style = st
	}
	return p.add(labels...)
}

func head(s string) cell    { return text(s, style{}) }
func figures(s string) cell { return text(s, styleNumber) }
func middle(s string) cell  { return text(s, style{centre: true}) }

// section writes the heading of a part of the page, ruled over all columns.
// It stays on one printed page with the rows that follow it, of this height.
func (p *page) section(title string, rows float64) {
	heading := text(title, styleSection).over(len(p.widths))
	p.keep(p.measure([]cell{heading}) + underSection + rows)
	p.add(heading)
	p.gap(underSection)
}

const underSection = 3
