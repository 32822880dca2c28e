package norms

import (
	"fmt"
	"slices"
	"time"

	"github.com/shopspring/decimal"
)

// reeksen are the series of publications, in the order in which they are
// printed.
var reeksen = []string{
	reeksEigenAandeel, reeksDraagkracht, reeksZorgkorting, reeksPartneralimentatie, reeksBijstandsnorm, reeksStudiefinanciering,
	reeksIndexering, reeksAOWLeeftijd,
	reeksInkomstenbelasting, reeksZorgverzekeringswet, reeksKindgebondenBudget, reeksKinderbijslag, reeksInkomensmodel,
}

const (
	reeksEigenAandeel        = "eigen_aandeel"
	reeksDraagkracht         = "draagkracht"
	reeksZorgkorting         = "zorgkorting"
	reeksPartneralimentatie  = "partneralimentatie"
	reeksBijstandsnorm       = "bijstandsnorm"
	reeksStudiefinanciering  = "studiefinanciering"
	reeksIndexering          = "indexering"
	reeksAOWLeeftijd         = "aow_leeftijd"
	reeksInkomstenbelasting  = "inkomstenbelasting"
	reeksZorgverzekeringswet = "zorgverzekeringswet"
	reeksKindgebondenBudget  = "kindgebonden_budget"
	reeksKinderbijslag       = "kinderbijslag"
	reeksInkomensmodel       = "inkomensmodel"
)

// withGaps are the reeksen in which a period may be missing. Each figure of them
// is used on its own day; indexering and aow_leeftijd are read across the years.
var withGaps = []string{reeksBijstandsnorm, reeksStudiefinanciering}

var hundred = decimal.NewFromInt(100)

func eigenAandeel(f *file) (EigenAandeel, error) {
	c := newCheck(f)
	t, ok := c.table("eigen_aandeel", "gezinsinkomen EUR/maand",
		"kinderen_1 EUR/maand", "kinderen_2 EUR/maand", "kinderen_3 EUR/maand", "kinderen_4 EUR/maand")
	if ok {
		for col := 1; col < len(t.Columns); col++ {
			c.errs = append(c.errs, f.rising(t, col)...)
		}
		for i, row := range t.Rows {
			if !row[1].Amount.IsPositive() {
				c.failCell(t, i, 1, "%s hoort hoger te zijn dan 0", row[1].Amount)
			}
			for col := 2; col < len(row); col++ {
				// Two of the tables give 2 and 3 children the same amount, so
				// not strictly.
				if row[col].Amount.LessThan(row[col-1].Amount) {
					c.failCell(t, i, col, "%s hoort niet lager te zijn dan %s bij een kind minder", row[col].Amount, row[col-1].Amount)
				}
			}
			if !row[4].Amount.LessThan(row[0].Amount) {
				c.failCell(t, i, 4, "%s hoort lager te zijn dan het gezinsinkomen %s", row[4].Amount, row[0].Amount)
			}
		}
	}
	return EigenAandeel{Tabel: t}, c.done()
}

// draagkrachtGroepen are the tables of one year for both groups.
type draagkrachtGroepen struct{ tot, vanaf Draagkracht }

func draagkracht(f *file) (draagkrachtGroepen, error) {
	c := newCheck(f)
	woonbudget := c.value("draagkracht.woonbudgetpercentage", "%")
	c.percentage(woonbudget)
	ondergrens := c.value("draagkracht.ondergrenspercentage", "%")
	if !ondergrens.Amount.IsPositive() || ondergrens.Amount.GreaterThan(hundred) {
		c.fail("waarde %s: %s hoort hoger dan 0 en niet hoger dan 100 te zijn", ondergrens.ID, ondergrens.Amount)
	}
	g := draagkrachtGroepen{
		tot:   c.draagkracht("draagkracht", woonbudget, ondergrens),
		vanaf: c.draagkracht("draagkracht_aow", woonbudget, ondergrens),
	}
	g.vanaf.AOW = true
	return g, c.done()
}

func (c *check) draagkracht(id string, woonbudget, ondergrens Value) Draagkracht {
	d := Draagkracht{
		Minimum1:             c.value(id+".minimum_1_kind", "EUR/maand"),
		Minimum2:             c.value(id+".minimum_2_kinderen", "EUR/maand"),
		Woonbudgetpercentage: woonbudget,
		Ondergrenspercentage: ondergrens,
	}
	c.notLower(d.Minimum2, d.Minimum1, "voor één kind")
	t, ok := c.table(id, "ondergrens EUR/maand", "percentage %", "bijstandsnorm EUR/maand")
	if !ok {
		c.used[id+"_tabelbedrag"] = true // not left over, only not checked
		return d
	}
	d.Tabel = t
	c.notFalling(t, 2)
	prev := d.Minimum1.Amount
	amounts := map[string]decimal.Decimal{}
	for i, row := range t.Rows {
		if p := row[1].Amount; !p.IsPositive() || p.GreaterThan(hundred) {
			c.failCell(t, i, 1, "%s hoort hoger dan 0 en niet hoger dan 100 te zijn", p)
		}
		if i > 0 && row[1].Amount.GreaterThan(t.Rows[i-1][1].Amount) {
			c.failCell(t, i, 1, "%s hoort niet hoger te zijn dan %s in de rij erboven", row[1].Amount, t.Rows[i-1][1].Amount)
		}
		// Who earns more never has less capacity. A slip in any of the three
		// cells of a row usually shows here.
		amount := rowAmount(row, woonbudget.Amount)
		if amount.LessThan(prev) {
			c.failCell(t, i, 0, "de draagkracht in deze rij (%s) hoort niet lager te zijn dan die eronder (%s)", amount, prev)
		}
		prev = amount
		amounts[row[0].Amount.String()] = amount
	}

	d.Minimumgrens = c.limit(id+".minimumgrens", "minimumgrens van de draagkrachttabel", t, t.Rows[0][0])
	d.Formulegrens = c.limit(id+".formulegrens", "formulegrens van de draagkrachttabel", t, t.Rows[len(t.Rows)-1][0])

	printed, ok := c.findTable(id+"_tabelbedrag", "ondergrens EUR/maand", "bedrag EUR/maand")
	if ok {
		d.Tabelbedragen = printed
	}
	for i, row := range printed.Rows {
		amount, ok := amounts[row[0].Amount.String()]
		switch {
		case !ok:
			c.failCell(printed, i, 0, "%s is geen ondergrens in tabel %s", row[0].Amount, id)
		case !amount.Equal(row[1].Amount):
			c.failCell(printed, i, 1, "%s is niet wat tabel %s geeft (%s)", row[1].Amount, id, amount)
		}
	}
	return d
}

// rowAmount is the capacity a row of the draagkrachttabel stands for, in whole
// euros, as the publication prints it: exact halves go up.
func rowAmount(row []Cell, woonbudget decimal.Decimal) decimal.Decimal {
	free := row[0].Amount.Mul(hundred.Sub(woonbudget)).Shift(-2).Sub(row[2].Amount)
	return row[1].Amount.Mul(free).Shift(-2).Round(0)
}

// limit makes a Value of a key of the table: it is published there and nowhere
// else.
func (c *check) limit(id, label string, t Table, key Cell) Value {
	return Value{
		ID: id, Label: label, Amount: key.Amount, Unit: t.Columns[0].Unit,
		Source: t.Source, Status: key.Status, Toelichting: key.Toelichting, Publicatie: c.pub,
	}
}

func zorgkorting(f *file) (Zorgkorting, error) {
	c := newCheck(f)
	t, ok := c.table("zorgkorting", "dagen dagen/week", "percentage %")
	if ok {
		if !t.Rows[0][0].Amount.IsZero() {
			c.failCell(t, 0, 0, "de eerste stap hoort bij 0 dagen te beginnen")
		}
		c.errs = append(c.errs, f.rising(t, 1)...)
		last := len(t.Rows) - 1
		if days := t.Rows[last][0].Amount; days.GreaterThan(decimal.NewFromInt(7)) {
			c.failCell(t, last, 0, "een week heeft geen %s dagen", days)
		}
		if p := t.Rows[last][1].Amount; p.GreaterThan(hundred) {
			c.failCell(t, last, 1, "%s hoort niet hoger te zijn dan 100", p)
		}
		if p := t.Rows[0][1].Amount; p.IsNegative() {
			c.failCell(t, 0, 1, "%s hoort niet lager te zijn dan 0", p)
		}
	}
	return Zorgkorting{Tabel: t}, c.done()
}

func partneralimentatie(f *file) (Partneralimentatie, error) {
	c := newCheck(f)
	p := Partneralimentatie{
		Hofnormpercentage:     c.value("partneralimentatie.hofnormpercentage", "%"),
		Draagkrachtpercentage: c.value("partneralimentatie.draagkrachtpercentage", "%"),
	}
	c.positive(p.Hofnormpercentage, p.Draagkrachtpercentage)
	c.percentage(p.Hofnormpercentage, p.Draagkrachtpercentage)
	p.LaagsteInkomens, p.Ontbreekt = c.optional("partneralimentatie.laagste_inkomens", "EUR/maand")
	if p.LaagsteInkomens != nil {
		c.positive(*p.LaagsteInkomens)
	}
	return p, c.done()
}

// bijstandsnormGroepen are the norms of one half-year for both groups.
type bijstandsnormGroepen struct{ tot, vanaf Bijstandsnorm }

func bijstandsnorm(f *file) (bijstandsnormGroepen, error) {
	c := newCheck(f)
	if first, last := f.pub.From, f.pub.Until; first.Day() != 1 || (first.Month() != time.January && first.Month() != time.July) ||
		!last.Equal(first.AddDate(0, 6, -1)) {
		c.fail("de periode van de reeks %s hoort een half kalenderjaar te zijn, van 1 januari of 1 juli af", f.pub.Reeks)
	}
	g := bijstandsnormGroepen{tot: c.bijstandsnorm(""), vanaf: c.bijstandsnorm("aow_")}
	g.vanaf.AOW = true
	c.notLower(g.vanaf.Norm, g.tot.Norm, "tot de AOW-leeftijd")
	return g, c.done()
}

func (c *check) bijstandsnorm(group string) Bijstandsnorm {
	id := "bijstandsnorm." + group
	b := Bijstandsnorm{Norm: c.value(id+"alleenstaande", "EUR/maand")}
	c.positive(b.Norm)
	part := func(name string) *Value {
		v, gone := c.optional(id+name, "EUR/maand")
		b.Ontbreekt = append(b.Ontbreekt, gone...)
		if v != nil {
			c.positive(*v)
			if b.Norm.Amount.IsPositive() && !v.Amount.LessThan(b.Norm.Amount) {
				c.fail("waarde %s: %s hoort lager te zijn dan de norm %s", v.ID, v.Amount, b.Norm.Amount)
			}
		}
		return v
	}
	b.Wooncomponent = part("wooncomponent")
	b.NormpremieZvw = part("normpremie_zvw")
	b.PremieZvw = part("premie_zvw")
	return b
}

// studiebudgetten are the figures of one calendar year, or part of one. The fees
// are those of every school year the period touches.
type studiebudgetten struct{ mbo, hbowo schooljaren }

type schooljaren struct {
	budget  Studiebudget // without a fee
	lesgeld []schooljaar
}

type schooljaar struct {
	from, until time.Time
	lesgeld     *Lesgeld
	ontbreekt   []Ontbrekend
}

func (s schooljaren) at(d time.Time) Studiebudget {
	b := s.budget
	for _, j := range s.lesgeld {
		if !d.Before(j.from) && !d.After(j.until) {
			b.Lesgeld = j.lesgeld
			b.Ontbreekt = slices.Concat(b.Ontbreekt, j.ontbreekt)
		}
	}
	return b
}

func studiefinanciering(f *file) (studiebudgetten, error) {
	c := newCheck(f)
	if f.pub.From.Year() != f.pub.Until.Year() {
		c.fail("de periode van de reeks %s hoort binnen één kalenderjaar te vallen", f.pub.Reeks)
	}
	// The school year of mbo begins in August, that of hbo and wo in September.
	s := studiebudgetten{
		mbo:   c.studiebudget("studiefinanciering.mbo", "lesgeld", time.August),
		hbowo: c.studiebudget("studiefinanciering.hbo_wo", "collegegeld", time.September),
	}
	return s, c.done()
}

func (c *check) studiebudget(id, fee string, begin time.Month) schooljaren {
	b := Studiebudget{
		Thuiswonend: c.value(id+"_thuiswonend", "EUR/maand"),
		Uitwonend:   c.value(id+"_uitwonend", "EUR/maand"),
	}
	b.Leermiddelen, b.Ontbreekt = c.optional(id+"_leermiddelen", "EUR/maand")
	c.positive(b.Thuiswonend, b.Uitwonend)
	c.notLower(b.Uitwonend, b.Thuiswonend, "thuiswonend")
	if m := b.Leermiddelen; m != nil {
		c.positive(*m)
		if b.Thuiswonend.Amount.IsPositive() && !m.Amount.LessThan(b.Thuiswonend.Amount) {
			c.fail("waarde %s: %s hoort lager te zijn dan het normbedrag %s waar zij deel van is", m.ID, m.Amount, b.Thuiswonend.Amount)
		}
	}
	out := schooljaren{budget: b}
	year := func(d time.Time) int {
		if d.Month() < begin {
			return d.Year() - 1
		}
		return d.Year()
	}
	for y := year(c.pub.From); y <= year(c.pub.Until); y++ {
		out.lesgeld = append(out.lesgeld, c.schooljaar(fmt.Sprintf("%s_%s_%d", id, fee, y), y, begin))
	}
	return out
}

func (c *check) schooljaar(id string, year int, begin time.Month) schooljaar {
	j := schooljaar{from: time.Date(year, begin, 1, 0, 0, 0, 0, time.UTC)}
	j.until = j.from.AddDate(1, 0, -1)
	if j.ontbreekt = c.gone("waarde", id); j.ontbreekt != nil {
		return j
	}
	v, _ := c.find(id, "EUR/jaar")
	c.positive(v.Value)
	if !v.from.Equal(j.from) || !v.until.Equal(j.until) {
		c.fail("waarde %s: het schooljaar hoort te lopen van %s t/m %s", id, j.from.Format(time.DateOnly), j.until.Format(time.DateOnly))
	}
	month := v.Value
	month.ID += "_maand"
	month.Label = "een twaalfde van het " + v.Label
	month.Amount = v.Amount.DivRound(decimal.NewFromInt(12), 2)
	month.Unit = "EUR/maand"
	jaar := v.Value
	jaar.Vanaf, jaar.Tot = j.from, j.until
	j.lesgeld = &Lesgeld{Jaar: jaar, Maand: month}
	return j
}

func indexering(f *file) ([]datedValue, error) {
	c := newCheck(f)
	years := map[int]bool{}
	var prev time.Time
	for _, v := range f.values {
		c.used[v.ID] = true
		switch want := indexeringID(v.Vanaf); {
		case v.Vanaf.IsZero():
			c.fail("waarde %s: date ontbreekt", v.ID)
		case v.ID != want:
			c.fail("waarde %s: bij %s hoort id %s", v.ID, v.Vanaf.Format(time.DateOnly), want)
		case !f.pub.covers(v.Vanaf):
			c.fail("waarde %s: %s valt buiten de periode van het bestand", v.ID, v.Vanaf.Format(time.DateOnly))
		case !v.Vanaf.After(prev):
			c.fail("waarde %s: %s hoort later te zijn dan de waarde erboven", v.ID, v.Vanaf.Format(time.DateOnly))
		}
		if v.Unit != "%" {
			c.fail("waarde %s: de eenheid hoort %% te zijn, niet %s", v.ID, v.Unit)
		}
		if !v.from.IsZero() {
			c.fail("waarde %s: hier hoort date, niet valid_from en valid_until", v.ID)
		}
		if v.Vanaf.YearDay() == 1 {
			years[v.Vanaf.Year()] = true
		}
		prev = v.Vanaf
	}
	c.wholeYears()
	for y := f.pub.From.Year(); y <= f.pub.Until.Year(); y++ {
		if !years[y] {
			c.fail("waarde indexering.%d ontbreekt", y)
		}
	}
	return f.values, c.done()
}

// indexeringID names a percentage by its year, and by its month as well when it
// does not take effect on 1 January.
func indexeringID(d time.Time) string {
	if d.YearDay() == 1 {
		return fmt.Sprintf("indexering.%d", d.Year())
	}
	return fmt.Sprintf("indexering.%d_%02d", d.Year(), d.Month())
}

func (c *check) wholeYears() {
	if c.pub.From.YearDay() != 1 || c.pub.Until.AddDate(0, 0, 1).YearDay() != 1 {
		c.fail("de periode van de reeks %s hoort uit hele kalenderjaren te bestaan", c.pub.Reeks)
	}
}

func (c *check) calendarYear() {
	if c.pub.From.YearDay() != 1 || !c.pub.Until.Equal(c.pub.From.AddDate(1, 0, -1)) {
		c.fail("de periode van de reeks %s hoort één kalenderjaar te zijn", c.pub.Reeks)
	}
}

// aowJaar is the AOW age of one calendar year.
type aowJaar struct {
	jaar    int
	maanden int // the whole age in months
	status  Status
}

func aowLeeftijd(f *file) ([]aowJaar, error) {
	c := newCheck(f)
	t, ok := c.table("aow_leeftijd", "jaar jaar", "leeftijd_jaren jaar", "leeftijd_maanden aantal")
	c.wholeYears()
	if !ok {
		return nil, c.done()
	}
	var list []aowJaar
	first, last := f.pub.From.Year(), f.pub.Until.Year()
	if len(t.Rows) != last-first+1 {
		c.fail("tabel %s: %d rijen voor de jaren %d t/m %d", t.ID, len(t.Rows), first, last)
	}
	for i, row := range t.Rows {
		for col, cell := range row {
			if !cell.Amount.IsInteger() {
				c.failCell(t, i, col, "%s hoort een heel getal te zijn", cell.Amount)
			}
		}
		if jaar := row[0].Amount.IntPart(); jaar != int64(first+i) {
			c.failCell(t, i, 0, "hier hoort het jaar %d te staan, niet %s", first+i, row[0].Amount)
		}
		months := row[2].Amount.IntPart()
		if months < 0 || months > 11 {
			c.failCell(t, i, 2, "%s hoort van 0 tot en met 11 te zijn", row[2].Amount)
		}
		a := aowJaar{jaar: first + i, maanden: int(row[1].Amount.IntPart()*12 + months), status: Bevestigd}
		for _, cell := range row {
			if cell.Status == EnkeleBron {
				a.status = EnkeleBron
			}
		}
		if i > 0 && a.maanden < list[i-1].maanden {
			c.failCell(t, i, 1, "de AOW-leeftijd hoort niet lager te zijn dan in het jaar ervoor")
		}
		list = append(list, a)
	}
	return list, c.done()
}

func zorgverzekeringswet(f *file) (Zorgverzekeringswet, error) {
	c := newCheck(f)
	c.calendarYear()
	z := Zorgverzekeringswet{
		LageBijdrage:           c.value("zorgverzekeringswet.lage_bijdrage", "%"),
		HogeBijdrage:           c.value("zorgverzekeringswet.hoge_bijdrage", "%"),
		MaximumBijdrageinkomen: c.value("zorgverzekeringswet.maximum_bijdrageinkomen", "EUR/jaar"),
	}
	c.percentage(z.LageBijdrage, z.HogeBijdrage)
	c.positive(z.MaximumBijdrageinkomen)
	c.notLower(z.HogeBijdrage, z.LageBijdrage, "van de lage bijdrage")
	return z, c.done()
}

func kindgebondenBudget(f *file) (KindgebondenBudget, error) {
	c := newCheck(f)
	c.calendarYear()
	amount := func(name, unit string) Value {
		v := c.value("kindgebonden_budget."+name, unit)
		c.positive(v)
		return v
	}
	var k KindgebondenBudget
	for i := range k.Kind {
		k.Kind[i] = amount(fmt.Sprintf("kind_%d", i+1), "EUR/jaar")
		if i > 0 {
			c.notLower(k.Kind[i-1], k.Kind[i], "van het kind erna")
		}
	}
	k.AlleenstaandeOuderkop = amount("alleenstaande_ouderkop", "EUR/jaar")
	k.Toeslag12, k.Toeslag16 = amount("toeslag_12_15", "EUR/jaar"), amount("toeslag_16_17", "EUR/jaar")
	c.notLower(k.Toeslag16, k.Toeslag12, "van jongere kinderen")
	k.DrempelAlleenstaand, k.DrempelPartners = amount("drempel_alleenstaand", "EUR/jaar"), amount("drempel_partners", "EUR/jaar")
	c.notLower(k.DrempelPartners, k.DrempelAlleenstaand, "van een alleenstaande")
	k.KleinsteBedrag = amount("kleinste_bedrag", "EUR/jaar")
	k.Afbouw = amount("afbouwpercentage", "%")
	c.percentage(k.Afbouw)
	k.VermogensgrensAlleenstaand, k.VermogensgrensPartners = amount("vermogensgrens_alleenstaand", "EUR"), amount("vermogensgrens_partners", "EUR")
	c.notLower(k.VermogensgrensPartners, k.VermogensgrensAlleenstaand, "van een alleenstaande")
	return k, c.done()
}

func kinderbijslag(f *file) (Kinderbijslag, error) {
	c := newCheck(f)
	if first, next := f.pub.From, f.pub.Until.AddDate(0, 0, 1); !quarter(first) || !quarter(next) {
		c.fail("de periode van de reeks %s hoort uit hele kwartalen te bestaan", f.pub.Reeks)
	}
	k := Kinderbijslag{
		Tot6:  c.value("kinderbijslag.0_5", "EUR/kwartaal"),
		Tot12: c.value("kinderbijslag.6_11", "EUR/kwartaal"),
		Tot18: c.value("kinderbijslag.12_17", "EUR/kwartaal"),
	}
	c.positive(k.Tot6, k.Tot12, k.Tot18)
	c.share(k.Tot6, k.Tot18, 70)
	c.share(k.Tot12, k.Tot18, 85)
	return k, c.done()
}

// quarter tells whether a quarter of a year begins on d.
func quarter(d time.Time) bool {
	return d.Day() == 1 && d.Month()%3 == 1
}

// share holds a value to being a percentage of another, to the cent.
func (c *check) share(v, of Value, percentage int64) {
	part := of.Amount.Mul(decimal.NewFromInt(percentage)).Shift(-2)
	if v.ID != "" && of.ID != "" && v.Amount.Sub(part).Abs().GreaterThan(decimal.New(1, -2)) {
		c.fail("waarde %s: %s hoort %d%% te zijn van %s", v.ID, v.Amount, percentage, of.Amount)
	}
}

func inkomensmodel(f *file) (Inkomensmodel, error) {
	c := newCheck(f)
	m := Inkomensmodel{GrensNetto: c.value("inkomensmodel.grens_netto_model", "EUR/maand")}
	c.positive(m.GrensNetto)
	m.GrensBruto, m.Ontbreekt = c.optional("inkomensmodel.grens_bruto_model", "EUR/maand")
	if m.GrensBruto != nil {
		c.notLower(*m.GrensBruto, m.GrensNetto, "van het netto model")
	}
	return m, c.done()
}
