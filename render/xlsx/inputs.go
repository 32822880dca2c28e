package xlsx

import (
	"fmt"

	"annex/calc/sheet"
	"annex/templates"

	"github.com/xuri/excelize/v2"
)

// The columns of the sheet with inputs.
const (
	inputLabel = iota + 1
	inputValue
	inputOriginal
	inputUnit
	inputChanged
	inputUsed
	inputEvidence
	inputRemark
)

// inputs writes every number from the case file in a cell that may be changed,
// with its original value beside it, and below them the facts that may not.
func (b *book) inputs() {
	t := b.texts.Invoer
	p := b.page(b.sheets.inputs, layout{widths: []float64{44, 14, 14, 15.5, 12, 8, 25, 40}, frozen: headRows + 2, landscape: true, tab: colourEdge})
	p.head(t.Titel)
	legend := style{fill: colourInput, boxed: colourEdge, middle: true, centre: true}
	p.add(text(t.Uitleg, styleMuted).over(inputUsed), text(t.Legenda, legend))
	k := t.Kolommen
	p.header(head(k.Omschrijving), figures(k.Waarde), figures(k.Bijlage), head(k.Eenheid).inset(), middle(k.Gewijzigd), middle(k.Regel), head(k.Bewijs).inset(), head(k.Toelichting).inset())

	inputs, used := b.result.Inputs(), b.firstUses()
	first := p.row + 1
	byUnit := map[string]string{}
	groups := groupsOf(inputs, func(in *sheet.Input) string { return in.Groep })
	for i, groep := range groups {
		var members []*sheet.Input
		height := 0.0
		if i == len(groups)-1 {
			height = oneRow // the count stays with the last of them
		}
		for _, in := range inputs {
			if in.Groep == groep {
				members = append(members, in)
				height += p.measure(p.input(in, 1, used[in.ID].number))
			}
		}
		p.section(groep, height)
		for _, in := range members {
			use := used[in.ID]
			row := p.add(p.input(in, p.row+1, use.number)...)
			if use.line != "" {
				p.linkName(inputUsed, row, b.names[use.line])
			}
			p.define(b.names[in.ID], inputValue, row)
			b.byInput[b.dialect.Input(in).Text] = p.at(inputValue, row)
			if in.Unit.Percent() {
				p.percent(inputValue, row)
				p.percent(inputOriginal, row)
			}
			byUnit[kindOf(in)] += " " + p.at(inputValue, row)
		}
	}
	if b.err == nil && len(inputs) > 0 {
		b.check(b.file.AddIgnoredErrors(p.name, p.at(inputUsed, first)+":"+p.at(inputUsed, p.row), excelize.IgnoredErrorsNumberStoredAsText))
	}
	p.count(first, len(inputs))
	for _, v := range validations(t) {
		if cells := byUnit[v.kind]; cells != "" {
			v.rule.Sqref = cells[1:]
			b.check(b.file.AddDataValidation(p.name, v.rule))
		}
	}
	p.facts()
	p.finish()
}

// use is the first line that calculates with an input: its number and its id.
type use struct{ number, line string }

// firstUses gives by the id of an input where a reader meets it first.
func (b *book) firstUses() map[string]use {
	out, numbers := map[string]use{}, b.lineNumbers()
	for _, s := range b.result.Sections() {
		for _, l := range b.result.Lines(s) {
			for _, in := range l.Inputs() {
				if _, ok := out[in.ID]; !ok {
					out[in.ID] = use{numbers[l.ID], l.ID}
				}
			}
		}
	}
	return out
}

// groupsOf gives the groups of a list in order of their first member.
func groupsOf[T any](list []T, group func(T) string) []string {
	var out []string
	seen := map[string]bool{}
	for _, x := range list {
		if g := group(x); !seen[g] {
			seen[g] = true
			out = append(out, g)
		}
	}
	return out
}

// input gives the row of one input, to stand in this row of the sheet; used is the number
// of the first line that calculates with it.
func (p *page) input(in *sheet.Input, row int, used string) []cell {
	b := p.b
	format := inputFormat(in)
	value := inputCell(in)
	return []cell{
		text(in.Label, styleCell),
		cell{value: value, style: styleInput.as(format)},
		cell{value: value, style: styleNumber.muted().as(format)},
		text(b.unit(in.Unit), styleCell.inset().muted()),
		cell{
			formula: fmt.Sprintf("IF(%s=%s,0,1)", p.at(inputValue, row), p.at(inputOriginal, row)),
			value:   0.0,
			style:   style{bold: true, centre: true, colour: colourAlarm, below: colourRule, format: quoted(b.texts.Invoer.Gewijzigd) + `;;`},
		},
		text(used, style{centre: true, below: colourRule}.link()),
		text(b.evidence(in), styleCell.inset()),
		text(b.remark(in.Toelichting, in.Aanname), styleCell.inset()),
	}
}

// evidence names the evidence of a number. Like the annex it says so where none
// is named, but not for what the case file left out altogether.
func (b *book) evidence(in *sheet.Input) string {
	if in.Bron == "" && in.Toelichting == "" && (in.Unit.Money() || in.Unit == sheet.DagenPerWeek || in.Unit == sheet.NachtenPerJaar) {
		return b.annex.Uitgangspunten.GeenBewijs
	}
	return in.Bron
}

// remark marks what is assumed, like the annex does.
func (b *book) remark(about string, assumed bool) string {
	mark := b.annex.Uitgangspunten.Aanname
	switch {
	case !assumed:
		return about
	case about == "":
		return mark
	}
	return mark + ": " + about
}

// inputCell is what a cell holds for an input: a number, a fraction for a
// percentage, a word for ja or nee.
func inputCell(in *sheet.Input) any {
	switch in.Unit {
	case sheet.JaNee:
		return in.Text()
	case sheet.Percentage:
		return float(in.Value.Shift(-2))
	}
	return float(in.Value)
}

func inputFormat(in *sheet.Input) string {
	switch {
	case in.Unit == sheet.JaNee:
		return ""
	case in.Unit.Percent():
		return formatOf(in.Unit, -in.Value.Exponent())
	case in.Unit.Money():
		return formatOf(in.Unit, max(2, -in.Value.Exponent()))
	}
	return formatGeneral // as many decimals as the number has
}

// count writes how many inputs differ from the original.
func (p *page) count(first, inputs int) {
	last := p.row
	formula := "0"
	if inputs > 0 {
		formula = fmt.Sprintf("SUM(%s:%s)", p.at(inputChanged, first), p.at(inputChanged, last))
	}
	line := style{above: colourAccent}
	row := p.add(
		text(p.b.texts.Invoer.Aantal, line).over(inputUnit),
		cell{formula: formula, value: 0.0, style: style{bold: true, centre: true, above: colourAccent}}, blank(line).over(inputRemark-inputChanged),
	)
	p.define(nameChanges, inputChanged, row)
	p.gap(8)
}

// facts writes what determines how the calculation is built. It cannot be live.
func (p *page) facts() {
	t := p.b.texts.Invoer
	var facts []sheet.Uitgangspunt
	for _, u := range p.b.result.Uitgangspunten() {
		if u.Invoer == "" {
			facts = append(facts, u)
		}
	}
	if len(facts) == 0 {
		return
	}
	head := []cell{text(t.Vast, styleTitle)}
	about := []cell{text(t.UitlegVast, styleMuted).over(len(p.widths))}
	var groups [][][]cell // the heading of each, and its rows
	var heights []float64
	total := p.measure(head) + p.measure(about)
	for _, groep := range groupsOf(facts, func(u sheet.Uitgangspunt) string { return u.Groep }) {
		rows := [][]cell{{text(groep, styleBlok).over(len(p.widths))}}
		for _, u := range facts {
			if u.Groep == groep {
				rows = append(rows, p.fact(u))
			}
		}
		height := 0.0
		for _, row := range rows {
			height += p.measure(row)
		}
		groups, heights, total = append(groups, rows), append(heights, height), total+height
	}
	p.keep(total)
	p.add(head...)
	p.add(about...)
	for i, rows := range groups {
		p.keep(heights[i])
		for _, row := range rows {
			p.add(row...)
		}
	}
}

func (p *page) fact(u sheet.Uitgangspunt) []cell {
	return []cell{
		text(u.Omschrijving, styleCell), text(u.Waarde, styleCell).over(inputUsed - inputValue + 1),
		text(u.Bron, styleCell.inset()), text(p.b.remark(u.Toelichting, u.Aanname), styleCell.inset()),
	}
}

// negative is the kind of an input that may be below nil.
const negative = "negatief"

// kindOf gives by what rule an input is checked: its unit, or that it may be below
// nil.
func kindOf(in *sheet.Input) string {
	if in.Negatief {
		return negative
	}
	return string(in.Unit)
}

type validation struct {
	kind string // as kindOf
	rule *excelize.DataValidation
}

// validations gives for each kind of input what a cell accepts, and what it says when it
// is selected.
func validations(t templates.WerkmapInvoer) []validation {
	between := func(low, high float64) func(*excelize.DataValidation) error {
		return func(v *excelize.DataValidation) error {
			return v.SetRange(low, high, excelize.DataValidationTypeDecimal, excelize.DataValidationOperatorBetween)
		}
	}
	atLeastNil := func(v *excelize.DataValidation) error {
		err := v.SetRange(0.0, 0.0, excelize.DataValidationTypeDecimal, excelize.DataValidationOperatorGreaterThanOrEqual)
		v.Formula2 = "" // Gnumeric does not accept a rule with a bound too many
		return err
	}
	yesOrNo := func(v *excelize.DataValidation) error { return v.SetDropList([]string{"ja", "nee"}) }
	var out []validation
	const most = 1e9 // far beyond any amount of a case file
	for _, u := range []struct {
		kind string
		set  func(*excelize.DataValidation) error
	}{
		{string(sheet.EUR), atLeastNil}, {string(sheet.EURPerMaand), atLeastNil}, {string(sheet.EURPerJaar), atLeastNil}, {string(sheet.EURPer4Weken), atLeastNil}, {string(sheet.EURPerKwartaal), atLeastNil},
		{string(sheet.Percentage), between(0, 1)}, {string(sheet.Aantal), atLeastNil}, {string(sheet.Getal), atLeastNil},
		{string(sheet.DagenPerWeek), between(0, 7)}, {string(sheet.NachtenPerJaar), between(0, 182)}, {string(sheet.JaNee), yesOrNo}, {negative, between(-most, most)},
	} {
		rule := excelize.NewDataValidation(false)
		if err := u.set(rule); err != nil {
			panic(err) // the limits are constants
		}
		rule.SetError(excelize.DataValidationErrorStyleStop, t.Fouttitel, t.Fouten[u.kind])
		rule.SetInput(t.Vraagtitel, t.Vragen[u.kind])
		out = append(out, validation{u.kind, rule})
	}
	return out
}
