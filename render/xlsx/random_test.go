package xlsx

import (
	"fmt"
	"math/rand/v2"

	"annex/calc/sheet"
	"annex/norms"

	"github.com/shopspring/decimal"
)

// describeRandom adds a random calculation that uses every operator to s. The
// structure follows from seed alone and the inputs from seed and variant, so
// that two variants of one seed are one case with other inputs.
func describeRandom(s *sheet.Sheet, seed, variant uint64) {
	g := &generator{
		Rand: rand.New(rand.NewPCG(seed, 0)), input: rand.New(rand.NewPCG(seed, variant+1)),
		sheet: s, prefix: fmt.Sprintf("s%d", seed),
	}
	g.build()
}

type generator struct {
	*rand.Rand            // for the structure
	input      *rand.Rand // for the values of inputs
	sheet      *sheet.Sheet
	prefix     string // of its ids
	scope      sheet.Scope

	money, share, days, yes   []sheet.Expr // what a formula can refer to
	positive                  sheet.Expr
	amounts, banded, perDay   *sheet.Table
	steps                     *sheet.Table // an amount and a percentage of what lies above the key
	inputs, figures, sections int
}

func (g *generator) build() {
	g.section()
	for range 4 {
		g.addInput(sheet.EURPerMaand, cents(g.input, 400_000))
		g.addInput(sheet.Percentage, decimal.New(int64(g.input.IntN(10_001)), -2))
	}
	// Amounts at which 70%, 30% and the like end on half a euro or half a cent.
	g.addInput(sheet.EURPerMaand, decimal.New(int64(5*g.input.IntN(1000)), -[]int32{0, 1, 2}[g.input.IntN(3)]))
	g.addInput(sheet.Percentage, decimal.New(int64(5*g.input.IntN(21)), 0))
	g.addInput(sheet.DagenPerWeek, decimal.New(int64(g.input.IntN(71)), -1))
	for range 2 {
		g.addInput(sheet.JaNee, decimal.New(int64(g.input.IntN(2)), 0))
	}
	g.positive = g.norm(sheet.EURPerMaand, decimal.New(int64(1+g.IntN(3000)), 0))
	g.money = append(g.money, g.positive)
	g.share = append(g.share, g.norm(sheet.Percentage, decimal.New(int64(1+g.IntN(200)), -1)))
	g.amounts = g.table("bedragen", sheet.EURPerMaand, sheet.EURPerMaand, 0, 700, 450)
	g.banded = g.table("banden", sheet.EURPerMaand, sheet.Percentage, 0, 500, 100)
	g.steps = g.stepTable()
	g.perDay = g.table("dagen", sheet.DagenPerWeek, sheet.Percentage, 0, 2, 50)

	for i := range 30 {
		if i%10 == 9 {
			g.section()
		}
		g.line(i)
	}
	g.corners()
}

// corners adds lines that are ranked by size, and a broken line through them.
func (g *generator) corners() {
	g.section()
	add := func(id string, e sheet.Expr) sheet.Expr {
		return g.scope.Add(sheet.Line{ID: id, Label: id, Unit: sheet.EURPerMaand, Expr: e})
	}
	const n = 4
	var loose []sheet.Expr
	for i := range n {
		loose = append(loose, add(fmt.Sprintf("los_%d", i), g.amount(1).Round(2)))
	}
	var corners []sheet.Corner
	for i := range n {
		x := add(fmt.Sprintf("hoek_%d", i), sheet.Smallest(i+1, "de losse regels", loose...))
		// Not side by side: the lines in between are left out.
		add(fmt.Sprintf("apart_%d", i), sheet.Smallest(i/2+1, "de eerste en de derde losse regel", loose[0], loose[2]))
		corners = append(corners, sheet.Corner{X: x, Y: add(fmt.Sprintf("hoogte_%d", i), g.amount(1).Round(2))})
	}
	for i := range n {
		add(fmt.Sprintf("gebroken_%d", i), sheet.Through("de hoeken", corners, g.amount(1).Round(2)).Round(2))
	}
}

func cents(r *rand.Rand, most int) decimal.Decimal { return decimal.New(int64(r.IntN(most)), -2) }

func (g *generator) section() {
	g.sections++
	g.scope = g.sheet.Section(sheet.Section{
		ID: fmt.Sprintf("%s_deel_%d", g.prefix, g.sections), Soort: "proef", Titel: fmt.Sprintf("Proef %s, deel %d", g.prefix, g.sections),
	}, fmt.Sprintf("%s.deel%d", g.prefix, g.sections))
}

func (g *generator) addInput(unit sheet.Unit, value decimal.Decimal) {
	g.inputs++
	e := g.scope.Input(sheet.Input{ID: fmt.Sprintf("i%d", g.inputs), Groep: "Invoer", Label: fmt.Sprintf("invoer %d", g.inputs), Unit: unit, Value: value})
	g.keep(unit, e)
}

// keep makes e known to the formulas that follow.
func (g *generator) keep(unit sheet.Unit, e sheet.Expr) {
	switch unit {
	case sheet.EURPerMaand:
		g.money = append(g.money, e)
	case sheet.Percentage, sheet.Getal:
		g.share = append(g.share, e)
	case sheet.DagenPerWeek:
		g.days = append(g.days, e)
	case sheet.JaNee:
		g.yes = append(g.yes, e)
	}
}

func (g *generator) norm(unit sheet.Unit, amount decimal.Decimal) sheet.Expr {
	g.figures++
	return g.scope.Norm(figure(fmt.Sprintf("%s_n%d", g.prefix, g.figures), amount.String(), unit))
}

// table makes a table of which the keys rise by at most step and the figures
// stay below most.
func (g *generator) table(id string, keyUnit, unit sheet.Unit, first, step, most int) *sheet.Table {
	t := table(g.prefix+"_"+id, keyUnit, unit)
	key := first
	for range 1 + g.IntN(6) {
		t.Rows = append(t.Rows, []norms.Cell{
			{Amount: decimal.New(int64(key), 0), Status: norms.Bevestigd},
			{Amount: decimal.New(int64(g.IntN(most*10)), -1), Status: norms.Bevestigd},
		})
		key += 1 + g.IntN(step)
	}
	return g.scope.Table(t)
}

// stepTable makes a table of amounts that rise or fall step by step.
func (g *generator) stepTable() *sheet.Table {
	t := table(g.prefix+"_staffel", sheet.EURPerMaand, sheet.EURPerMaand)
	t.Columns = append(t.Columns, norms.Column{ID: "percentage", Label: "percentage", Unit: string(sheet.Percentage)})
	key := 0
	for range 1 + g.IntN(6) {
		t.Rows = append(t.Rows, []norms.Cell{
			{Amount: decimal.New(int64(key), 0), Status: norms.Bevestigd},
			{Amount: decimal.New(int64(g.IntN(4500)), -1), Status: norms.Bevestigd},
			{Amount: decimal.New(int64(g.IntN(60_000)-30_000), -3), Status: norms.Bevestigd},
		})
		key += 1 + g.IntN(700)
	}
	return g.scope.Table(t)
}

// line adds one line with a random formula.
func (g *generator) line(i int) {
	l := sheet.Line{ID: fmt.Sprintf("regel_%d", i), Label: fmt.Sprintf("regel %d", i)}
	const depth = 3
	switch g.IntN(6) {
	case 0:
		l.Unit, l.Expr = sheet.Getal, g.number(depth)
	case 1:
		l.Unit, l.Expr = sheet.JaNee, g.yesNo(depth)
	case 2:
		l.Unit, l.Expr = sheet.EURPerMaand, g.amount(depth)
	default:
		l.Unit, l.Expr = sheet.EURPerMaand, g.amount(depth).Round([]int32{0, 2, 2}[g.IntN(3)])
	}
	if g.IntN(3) == 0 {
		l.Only = g.condition(2)
	}
	g.keep(l.Unit, g.scope.Add(l))
}

func pick[T any](g *generator, list []T) T { return list[g.IntN(len(list))] }

// amount gives a formula in EUR/maand.
func (g *generator) amount(depth int) sheet.Expr {
	if depth == 0 {
		return pick(g, g.money)
	}
	d := depth - 1
	switch g.IntN(17) {
	case 0:
		return g.amount(d).Plus(g.amount(d), g.amount(d))
	case 1:
		return g.amount(d).Minus(g.amount(d))
	case 2:
		return g.number(d).Times(g.amount(d))
	case 3:
		return g.amount(d).Over(sheet.Count(1 + g.IntN(4)))
	case 4:
		return g.amount(d).Over(g.number(d).AtLeast(sheet.One))
	case 5:
		return g.amount(d).AtLeast(sheet.Zero)
	case 6:
		return g.amount(d).AtMost(g.amount(d))
	case 7:
		return g.amount(d).Round(int32(g.IntN(3)))
	case 8:
		return sheet.If(g.condition(d), g.amount(d), g.amount(d))
	case 9:
		return sheet.Lookup(g.amounts, g.IntN(2), g.amount(d))
	case 12:
		return sheet.LookupAbove(g.amounts, g.IntN(2), g.key())
	case 13:
		return sheet.Graduated(g.steps, g.key())
	case 14:
		return g.key().RoundDown()
	case 15:
		return g.key().RoundUp()
	case 10:
		return sheet.Interpolate(g.amounts, 1, g.key())
	case 11:
		// A division that fails unless the choice before it is made first.
		x := g.amount(d)
		return sheet.If(x.MoreThan(sheet.Zero), sheet.If(g.amount(0).Over(x).MoreThan(sheet.One), x, g.amount(d)), g.amount(d))
	}
	return pick(g, g.money)
}

// number gives a formula that is a share or a ratio.
func (g *generator) number(depth int) sheet.Expr {
	if depth == 0 {
		return pick(g, g.share)
	}
	d := depth - 1
	switch g.IntN(8) {
	case 0:
		return sheet.One.Minus(g.number(d))
	case 1:
		return g.number(d).Times(g.number(d))
	case 2:
		return g.amount(d).Over(g.amount(d).AtLeast(g.positive))
	case 3:
		return sheet.Lookup(g.banded, 1, g.amount(d))
	case 4:
		return sheet.Lookup(g.perDay, 1, pick(g, g.days))
	case 5:
		return sheet.Interpolate(g.banded, 1, g.key())
	case 6:
		return sheet.If(g.condition(d), g.number(d), sheet.Two.Over(sheet.Twelve))
	}
	return pick(g, g.share)
}

func (g *generator) yesNo(depth int) sheet.Expr {
	switch g.IntN(4) {
	case 0:
		return pick(g, g.yes)
	case 1:
		return sheet.If(g.condition(depth-1), pick(g, g.yes), pick(g, g.yes))
	case 2:
		return pick(g, g.yes).AtLeast(pick(g, g.yes))
	}
	return sheet.Truth(g.condition(depth - 1))
}

func (g *generator) condition(depth int) sheet.Cond {
	if depth <= 0 {
		return pick(g, g.yes).IsYes()
	}
	d := depth - 1
	switch g.IntN(10) {
	case 0:
		return g.condition(d).And(g.condition(d))
	case 1:
		return g.condition(d).Or(g.condition(d))
	case 2:
		return sheet.Not(g.condition(d))
	case 3:
		return g.yesNo(d).IsYes()
	case 4:
		return pick(g, g.yes).NotLessThan(pick(g, g.yes))
	case 5:
		return g.amount(d).MoreThan(g.amount(d))
	case 6:
		return g.amount(d).LessThan(g.amount(d))
	case 7:
		return g.number(d).NotLessThan(g.number(d))
	case 8:
		// What is the same along two ways must compare as the same.
		x, share := g.amount(d), g.number(0)
		return x.Times(share).Plus(x.Times(sheet.One.Minus(share))).NotMoreThan(x)
	}
	return g.amount(d).MoreThan(sheet.Zero)
}

// key gives a short formula to look up by: a spelled interpolation repeats its
// key, and a formula in a workbook has an end.
func (g *generator) key() sheet.Expr {
	switch g.IntN(3) {
	case 0:
		return g.amount(0).Minus(g.amount(0))
	case 1:
		return g.number(0).Times(g.amount(0))
	}
	return g.amount(0)
}
