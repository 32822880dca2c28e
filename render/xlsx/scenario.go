package xlsx

import (
	"fmt"
	"slices"

	"annex/calc/sheet"

	"github.com/xuri/excelize/v2"
)

// The case with other figures, as many times as there are columns for it: on one
// sheet the reader enters them and sees the outcome, on another stands the whole
// calculation for each, line by line. A figure that is left empty is that of the
// sheet with inputs, so that a scenario follows what is changed there.

// scenarios is how many columns there are.
const scenarios = 3

// The columns of both sheets; the last scenarios columns are those of the scenarios.
const (
	scenarioLabel = iota + 1
	scenarioUnit
	scenarioNow
	scenarioFirst
)

// nameNow is the range of the figures as they stand on the sheet with inputs.
const nameNow = "scenario_nu"

func nameScenario(nr int) string { return fmt.Sprintf("scenario%d", nr) }

// inScenario is the name of a cell that belongs to a scenario: of an input where the
// reader enters it, of an amount to be paid on the sheet with the calculation.
func (b *book) inScenario(nr int, id string) string { return nameScenario(nr) + "_" + b.names[id] }

// named is the name that the reader gave a scenario, figures the range of what it
// calculates with.
func named(nr int) string   { return nameScenario(nr) + "_naam" }
func figured(nr int) string { return nameScenario(nr) + "_gegevens" }

// perScenario gives a cell for each scenario, behind others.
func perScenario(cells []cell, of func(nr int) cell) []cell {
	for nr := range scenarios {
		cells = append(cells, of(nr+1))
	}
	return cells
}

// ownScenarios writes the sheet where the reader enters other figures.
func (b *book) ownScenarios() {
	t := b.texts.Scenarios
	paid := b.scenarioPayments()
	several := slices.ContainsFunc(paid, func(u sheet.Betaling) bool { return u.Periode != paid[0].Periode })
	frozen := 0
	if len(paid) <= mostFrozen && !several {
		frozen = 2 + 2*len(paid) // the names, the counts, and each amount with its difference
	}
	p := b.page(b.sheets.scenarios, layout{widths: scenarioWidths(), frozen: headRows + frozen, tab: colourEdge})
	p.head(t.Titel)
	k := t.Kolommen
	row := p.add(perScenario([]cell{text(k.Omschrijving, styleHeader), text(k.Eenheid, styleHeader.inset()), text(k.Nu, styleHeader.toRight().inset())}, func(nr int) cell {
		st := styleHeader.toRight().on(colourInput)
		st.boxed, st.unlocked = colourEdge, true
		return cell{value: t.Namen[nr-1], style: st, uncut: true}
	})...)
	for nr := 1; nr <= scenarios; nr++ {
		p.define(named(nr), scenarioFirst+nr-1, row)
	}
	p.add(perScenario([]cell{text(t.Aantal, styleCell.muted()), blank(styleCell), blank(styleCell)}, func(nr int) cell {
		return cell{formula: fmt.Sprintf("SUMPRODUCT((%s<>%s)*1)", figured(nr), nameNow), value: 0.0, style: styleNumber.muted()}
	})...)
	for i, u := range paid {
		if several && (i == 0 || u.Periode != paid[i-1].Periode) {
			p.keep(4 * oneRow)
			p.wide(sheet.Capital(u.Periode.Tekst), styleBlok)
		}
		p.scenarioOutcome(u)
	}
	p.gap(8)
	p.wide(t.Uitleg, styleMuted)
	p.pointer(b.sheets.perLine, t.PerRegel)
	for _, v := range b.erbij.WatAls.Vast {
		// Who looks for the sheet of this income reads here why there is none.
		p.wide(sheet.Capital(b.filled(b.annex.WatAls.Vast[v.Waarom], map[string]any{"Wie": v.Wie.Naam})), styleMuted)
	}
	p.gap(8)
	p.scenarioInputs()
	p.finish()
}

// mostFrozen is how many amounts may stay in sight above the figures.
const mostFrozen = 4

// scenarioPayments gives the amounts that are shown for each scenario, period by period.
func (b *book) scenarioPayments() []sheet.Betaling {
	var out []sheet.Betaling
	list := b.result.Betalingen()
	for _, u := range list {
		if u.Geindexeerd || u.Voor.ID == "" && !forPartner(u) && !worthTotal(list, u) {
			continue
		}
		out = append(out, u)
	}
	byPeriod(out)
	return out
}

// scenarioOutcome writes an amount to be paid in each scenario, and below it how much
// that differs.
func (p *page) scenarioOutcome(u sheet.Betaling) {
	b, t := p.b, p.b.texts.Scenarios
	line := b.result.Line(u.Regel)
	label := line.Label
	if u.Voor.ID != "" || forPartner(u) {
		label = fmt.Sprintf(t.Betaling, u.Betaler.Naam, u.Ontvanger.Naam)
		if what := b.whatFor(u); what != "" {
			label = what + ": " + label
		}
		label = capital(label)
	}
	amount := styleNumber.strong().as(euro(line.Places()))
	row := p.add(perScenario([]cell{
		text(label, styleCell.strong()), text(b.unit(line.Unit), styleCell.inset().muted()),
		{formula: b.names[u.Regel], value: float(u.Bedrag), style: amount.muted().inset()},
	}, func(nr int) cell {
		return cell{formula: b.inScenario(nr, u.Regel), value: float(u.Bedrag), style: amount}
	})...)
	difference := styleNumber.muted().as(signed(line.Places()))
	p.add(perScenario([]cell{text(t.Verschil, styleCell.inset().muted()), blank(styleCell), blank(styleCell)}, func(nr int) cell {
		return cell{formula: fmt.Sprintf("%s-$%s", p.at(scenarioFirst+nr-1, row), p.at(scenarioNow, row)), value: 0.0, style: difference}
	})...)
}

// signed is the number format of a difference.
func signed(places int32) string {
	f := decimals("#,##0", places)
	return `"+ "` + f + `;"- "` + f + `;"–"`
}

// scenarioInputs writes a row for each input, with a cell for each scenario.
func (p *page) scenarioInputs() {
	b := p.b
	inputs := b.result.Inputs()
	byKind := map[string]string{}
	for _, groep := range groupsOf(inputs, func(in *sheet.Input) string { return in.Groep }) {
		p.section(groep, 2*oneRow)
		for _, in := range inputs {
			if in.Groep != groep {
				continue
			}
			format := inputFormat(in)
			row := p.add(perScenario([]cell{
				text(in.Label, styleCell), text(b.unit(in.Unit), styleCell.inset().muted()),
				{formula: b.entered(in), value: inputCell(in), style: styleNumber.muted().inset().as(format)},
			}, func(int) cell { return blank(styleInput.as(format)) })...)
			if in.Unit.Percent() {
				for column := scenarioNow; column < scenarioFirst+scenarios; column++ {
					p.percent(column, row)
				}
			}
			for nr := 1; nr <= scenarios; nr++ {
				p.define(b.inScenario(nr, in.ID), scenarioFirst+nr-1, row)
			}
			byKind[kindOf(in)] += fmt.Sprintf(" %s:%s", p.at(scenarioFirst, row), p.at(scenarioFirst+scenarios-1, row))
		}
	}
	t := b.texts.Invoer
	for _, v := range validations(t) {
		if cells := byKind[v.kind]; cells != "" && b.err == nil {
			v.rule.Sqref = cells[1:]
			v.rule.AllowBlank = true
			b.check(b.file.AddDataValidation(p.name, v.rule))
		}
	}
}

// perLine writes the calculation of each scenario, line by line.
func (b *book) perLine() {
	t := b.texts.Scenarios
	p := b.page(b.sheets.perLine, layout{widths: scenarioWidths(), frozen: headRows + 1, centred: 10, tab: colourAccent})
	p.head(t.TitelPerRegel)
	k := t.Kolommen
	p.header(perScenario([]cell{head(k.Omschrijving), head(k.Eenheid).inset(), figures(k.Nu)}, func(nr int) cell {
		c := figures("")
		c.formula, c.value, c.room = named(nr), t.Namen[nr-1], t.Namen[nr-1]
		return c
	})...)
	p.wide(t.UitlegPerRegel, styleMuted)

	cells := map[string]string{}
	p.scenarioFigures(cells)
	inputs := map[string]bool{}
	for _, in := range b.result.Inputs() {
		inputs[in.ID] = true
	}
	moved := map[*sheet.Section][]*sheet.LineResult{}
	for _, l := range meebewegend(b.result, inputs, nil) {
		moved[l.Section()] = append(moved[l.Section()], l)
	}
	first := p.row + 1
	for i, s := range b.result.Sections() {
		if len(moved[s]) == 0 {
			continue
		}
		p.section(fmt.Sprintf("%d  %s", i+1, s.Titel), 3*oneRow)
		number := map[string]string{}
		for nr, l := range b.result.Lines(s) {
			number[l.ID] = fmt.Sprintf("%d.%d", i+1, nr+1)
		}
		for _, l := range moved[s] {
			p.scenarioLine(number[l.ID], l, cells)
		}
	}
	p.standOut(first, fmt.Sprintf("ABS(%s-$%s)>0.0000001", p.at(scenarioFirst, first), p.at(scenarioNow, first)))
	for _, u := range b.scenarioPayments() {
		for nr := 1; nr <= scenarios; nr++ {
			if cells[u.Regel] == "" { // no figure changes it: it is the amount of the case
				b.define(b.inScenario(nr, u.Regel), b.refersTo(b.names[u.Regel]), "")
				continue
			}
			b.define(b.inScenario(nr, u.Regel), quotedSheet(p.name)+"!"+op(cells[u.Regel], "$"+p.column(scenarioFirst+nr-1)+"$"), "")
		}
	}
	p.finish()
}

// scenarioFigures writes what each scenario calculates with, and adds to cells where it
// stands.
func (p *page) scenarioFigures(cells map[string]string) {
	b := p.b
	inputs := b.result.Inputs()
	p.section(b.texts.Scenarios.Gegevens, 2*oneRow)
	first := p.row + 1
	for _, in := range inputs {
		value, st := inputCell(in), styleNumber.as(inputFormat(in))
		now := "$" + p.at(scenarioNow, p.row+1)
		row := p.add(perScenario([]cell{
			text(in.Groep+": "+in.Label, styleCell), text(b.unit(in.Unit), styleCell.inset().muted()),
			{formula: b.entered(in), value: value, style: st.muted()},
		}, func(nr int) cell {
			own := b.inScenario(nr, in.ID)
			return cell{formula: fmt.Sprintf(`IF(%[1]s="",%[2]s,%[1]s)`, own, now), value: value, style: st}
		})...)
		cells[in.ID] = fmt.Sprint(plaats, row)
		if in.Unit.Percent() {
			p.wholePercent(row, "")
		}
	}
	if len(inputs) == 0 {
		return
	}
	for nr := 0; nr <= scenarios; nr++ {
		name := nameNow
		if nr > 0 {
			name = figured(nr)
		}
		b.define(name, p.reference(scenarioNow+nr, first)+":"+p.absolute(scenarioNow+nr, p.row), "")
	}
	p.standOut(first, fmt.Sprintf("%s<>$%s", p.at(scenarioFirst, first), p.at(scenarioNow, first)))
}

// entered spells a figure of the sheet with inputs as the calculation takes it: an empty
// cell for ja or nee is nee, and not the 0 that a formula makes of it.
func (b *book) entered(in *sheet.Input) string {
	if in.Unit == sheet.JaNee {
		return fmt.Sprintf(`IF(%s="ja","ja","nee")`, b.names[in.ID])
	}
	return b.names[in.ID]
}

// scenarioLine writes a line for each scenario, by its own formula over the cells above,
// and adds to cells where it stands.
func (p *page) scenarioLine(number string, l *sheet.LineResult, cells map[string]string) {
	b := p.b
	spelling := b.opnieuw(cells)
	formula := sheet.Spell(l.Line, spelling)
	label, amount := styleCell, styleNumber.as(formatOf(l.Unit, l.Places()))
	if l.Slot {
		label, amount = label.strong().on(colourOutcome), amount.strong().on(colourOutcome)
	}
	row := p.add(perScenario([]cell{
		text(number+"  "+l.Label, label), text(b.unit(l.Unit), label.inset().muted()),
		{formula: b.names[l.ID], value: float(l.Value), style: amount.muted()},
	}, func(nr int) cell {
		return cell{formula: op(formula, p.column(scenarioFirst+nr-1)), value: float(l.Value), style: amount}
	})...)
	cells[l.ID] = fmt.Sprint(plaats, row)
	plays := ""
	if !l.Only.IsZero() {
		all := p.at(scenarioNow, row) + ":" + p.at(scenarioFirst+scenarios-1, row)
		plays = op(sheet.SpellCond(l.Only, spelling), p.column(scenarioNow))
		p.conditionalAs(all, "NOT("+plays+")", b.noPart)
	}
	if l.Unit.Percent() {
		p.wholePercent(row, plays)
	}
}

// wholePercent shows the percentages in a row without decimals where they have none, and
// where a condition, written for the first of them, holds.
func (p *page) wholePercent(row int, plays string) {
	first := p.at(scenarioNow, row)
	if plays != "" {
		plays += ","
	}
	if p.whole == nil && p.b.err == nil {
		id, err := p.b.file.NewConditionalStyle(&excelize.Style{NumFmt: formatWhole})
		p.b.check(err)
		p.whole = &id
	}
	if p.whole != nil {
		p.conditionalAs(first+":"+p.at(scenarioFirst+scenarios-1, row), fmt.Sprintf("AND(%[2]sROUND(%[1]s*100,6)=ROUND(%[1]s*100,0))", first, plays), *p.whole)
	}
}

// standOut makes what differs from the case stand out, in the rows from first on. The
// condition is written for the first scenario in that row.
func (p *page) standOut(first int, condition string) {
	p.conditional(p.at(scenarioFirst, first)+":"+p.at(scenarioFirst+scenarios-1, p.row), condition, changedStyle())
}

func scenarioWidths() []float64 {
	widths := []float64{44, 15.5, 14}
	for range scenarios {
		widths = append(widths, 16)
	}
	return widths
}
