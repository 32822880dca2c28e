package norms

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"
)

// transcribed reads a table of testdata/belasting, up to and including 2026: the
// last year that is law.
func transcribed(t *testing.T, name string) []map[string]string {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", "belasting", name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var list []map[string]string
	for _, line := range lines[1:] {
		r := map[string]string{}
		for i, column := range lines[0] {
			r[column] = line[i]
		}
		if year := r["year"] + r["valid_from"]; year[:4] > "2026" {
			continue
		}
		list = append(list, r)
	}
	if len(list) == 0 {
		t.Fatalf("%s is leeg", name)
	}
	return list
}

func status(transcribed string) Status {
	if transcribed == "verified" {
		return Bevestigd
	}
	return EnkeleBron
}

// percent gives a fraction as a percentage.
func percent(fraction string) decimal.Decimal { return dec(fraction).Shift(2) }

func midYear(t *testing.T, year string) time.Time { return date(t, year+"-07-01") }

var taxYears = []string{"2019", "2020", "2021", "2022", "2023", "2024", "2025", "2026"}

var groups = map[string]Belastinggroep{
	"pre_aow": TotAOW, "aow_born_1946_or_later": VanafAOW, "aow_born_before_1946": VanafAOWVoor1946,
}

// sameTable holds a table to having exactly these rows; each begins with its
// status, and every cell has it.
func sameTable(t *testing.T, table Table, id string, want [][]string) {
	t.Helper()
	if table.ID != id || len(table.Rows) != len(want) {
		t.Errorf("%s: %d rijen, verwacht %s met %d", table.ID, len(table.Rows), id, len(want))
		return
	}
	for i, row := range table.Rows {
		for col, c := range row {
			if !c.Amount.Equal(dec(want[i][col+1])) || c.Status != status(want[i][0]) {
				t.Errorf("%s van %d, rij %d, kolom %s: %s (%s), verwacht %s (%s)", id, table.Publicatie.From.Year(), i+1,
					table.Columns[col].ID, c.Amount, c.Status, want[i][col+1], want[i][0])
			}
		}
	}
}

func TestBox1(t *testing.T) {
	want := map[string][][]string{}
	for _, r := range transcribed(t, "box1.csv") {
		key := r["year"] + " " + r["group"]
		want[key] = append(want[key], []string{r["status"], r["bracket_from"], percent(r["rate"]).String()})
	}
	ids := map[Belastinggroep]string{TotAOW: "box1", VanafAOW: "box1_aow", VanafAOWVoor1946: "box1_aow_voor_1946"}
	for _, year := range taxYears {
		for name, g := range groups {
			b, err := load(t).Inkomstenbelasting(midYear(t, year), g)
			if err != nil || b.Groep != g {
				t.Errorf("%s %s: groep %d, %v", year, name, b.Groep, err)
				continue
			}
			sameTable(t, b.Box1, "inkomstenbelasting."+ids[g], want[year+" "+name])
			delete(want, year+" "+name)
		}
	}
	if len(want) != 0 {
		t.Errorf("niet vergeleken: %v", want)
	}
}

func TestHeffingskortingen(t *testing.T) {
	tables := map[string][][]string{}
	amounts := map[string]map[string]string{}
	for _, r := range transcribed(t, "heffingskortingen.csv") {
		if r["credit"] == "heffingskorting_groene_beleggingen" {
			continue // no figure of the norms
		}
		key := r["year"] + " " + r["credit"] + " " + r["group"]
		tables[key] = append(tables[key], []string{r["status"], r["from_income"], r["base_amount"], percent(r["rate"]).String()})
		amounts[key] = r
	}
	const id = "inkomstenbelasting."
	for _, year := range taxYears {
		for _, g := range groups {
			b, err := load(t).Inkomstenbelasting(midYear(t, year), g)
			if err != nil {
				t.Fatal(err)
			}
			group, suffix := "aow_born_1946_or_later", "_aow"
			if g == TotAOW {
				group, suffix = "pre_aow", ""
			}
			sameTable(t, b.AlgemeneHeffingskorting, id+"algemene_heffingskorting"+suffix, tables[year+" algemene_heffingskorting "+group])
			sameTable(t, b.Arbeidskorting, id+"arbeidskorting"+suffix, tables[year+" arbeidskorting "+group])
			sameTable(t, b.Combinatiekorting, id+"combinatiekorting"+suffix, tables[year+" inkomensafhankelijke_combinatiekorting "+group])
			if (b.Ouderenkorting == nil) != (g == TotAOW) {
				t.Errorf("%s groep %d: ouderenkorting %v", year, g, b.Ouderenkorting)
			} else if b.Ouderenkorting != nil {
				sameTable(t, *b.Ouderenkorting, id+"ouderenkorting", tables[year+" ouderenkorting aow_all"])
			}
			sameValue(t, b.AlleenstaandeOuderenkorting, id+"alleenstaande_ouderenkorting", "EUR/jaar", amounts[year+" alleenstaande_ouderenkorting aow_all"])
			sameValue(t, b.Jonggehandicaptenkorting, id+"jonggehandicaptenkorting", "EUR/jaar", amounts[year+" jonggehandicaptenkorting all"])

			base := amounts[year+" algemene_heffingskorting "+group]["income_base"]
			key := b.AlgemeneHeffingskorting.Columns[0].ID
			if b.OverVerzamelinkomen != (base == "verzamelinkomen") || (key == "inkomen_box_1") != (base == "box1") {
				t.Errorf("%s groep %d: de algemene heffingskorting loopt over %s, verwacht %s", year, g, key, base)
			}
		}
	}
	if n := len(tables); n != len(taxYears)*9 {
		t.Errorf("%d kortingen overgeschreven", n)
	}
}

func sameValue(t *testing.T, v Value, id, unit string, r map[string]string) {
	t.Helper()
	amount := dec(r["base_amount"] + r["value"])
	if strings.HasPrefix(unit, "%") {
		amount = amount.Shift(2)
	}
	if v.ID != id || v.Unit != unit || !v.Amount.Equal(amount) || v.Status != status(r["status"]) {
		t.Errorf("%s %s %s (%s), verwacht %s %s %s (%s)", v.ID, v.Amount, v.Unit, v.Status, id, amount, unit, r["status"])
	}
}

// taxFigures are the figures of other.csv, by their id after "inkomstenbelasting.".
var taxFigures = []struct{ id, unit, item string }{
	{"maximaal_aftrektarief", "%", "max_deduction_rate"},
	{"zelfstandigenaftrek", "EUR/jaar", "zelfstandigenaftrek"},
	{"startersaftrek", "EUR/jaar", "startersaftrek"},
	{"mkb_winstvrijstelling", "%", "mkb_winstvrijstelling_rate"},
	{"gebruikelijk_loon", "EUR/jaar", "gebruikelijk_loon_dga"},
	{"box3_tarief", "%", "box3_rate"},
	{"box3_heffingsvrij_vermogen", "EUR", "box3_heffingsvrij_vermogen"},
	{"box3_forfait_banktegoeden", "%/jaar", "box3_forfait_bank"},
	{"box3_forfait_overige_bezittingen", "%/jaar", "box3_forfait_other_assets"},
	{"box3_forfait_schulden", "%/jaar", "box3_forfait_debts"},
	{"box3_schuldendrempel", "EUR", "box3_debt_threshold"},
	{"villagrens", "EUR", "eigenwoningforfait_villa_limit"},
	{"villabedrag", "EUR/jaar", "eigenwoningforfait_villa_base"},
	{"hillen_percentage", "%", "hillen_share"},
}

// parts gives the figures that may be missing as the struct has them, by id.
func parts(b Inkomstenbelasting) map[string]*Value {
	list := map[string]*Value{
		"maximaal_aftrektarief": b.MaximaalAftrektarief, "zelfstandigenaftrek": b.Zelfstandigenaftrek,
		"startersaftrek": b.Startersaftrek, "mkb_winstvrijstelling": b.MKBWinstvrijstelling, "gebruikelijk_loon": b.GebruikelijkLoon,
	}
	if x := b.Box3; x != nil {
		list["box3_tarief"], list["box3_heffingsvrij_vermogen"] = &x.Tarief, &x.HeffingsvrijVermogen
		list["box3_forfait_banktegoeden"], list["box3_forfait_overige_bezittingen"] = &x.ForfaitBanktegoeden, &x.ForfaitOverig
		list["box3_forfait_schulden"], list["box3_schuldendrempel"] = x.ForfaitSchulden, x.Schuldendrempel
	}
	if x := b.EigenWoning; x != nil {
		list["villagrens"], list["villabedrag"], list["hillen_percentage"] = &x.Villagrens, &x.Villabedrag, &x.Hillen
	}
	return list
}

// published gives the values of a reeks on a day, by id.
func published(t *testing.T, d time.Time, reeks string) map[string]Value {
	t.Helper()
	list := map[string]Value{}
	for _, o := range load(t).Overzicht(&d) {
		if o.Publicatie.Reeks != reeks {
			continue
		}
		for _, v := range o.Waarden {
			list[v.ID] = v
		}
	}
	return list
}

func TestTaxFigures(t *testing.T) {
	rows := map[string]map[string]string{}
	for _, r := range transcribed(t, "other.csv") {
		rows[r["year"]+" "+r["item"]] = r
	}
	for _, year := range taxYears {
		b, err := load(t).Inkomstenbelasting(midYear(t, year), TotAOW)
		if err != nil {
			t.Fatal(err)
		}
		reasons := map[string]string{}
		for _, o := range b.Ontbreekt {
			reasons[o.ID] = o.Reden
		}
		// Box 3 takes four figures, the own home everything.
		if (b.Box3 != nil) != (year >= "2023") || (b.EigenWoning != nil) != (year >= "2020") {
			t.Errorf("%s: box 3 %v, eigen woning %v", year, b.Box3 != nil, b.EigenWoning != nil)
		}
		values := published(t, midYear(t, year), "inkomstenbelasting")
		for _, f := range taxFigures {
			id := "inkomstenbelasting." + f.id
			v, ok := values[id]
			r := rows[year+" "+f.item]
			switch {
			case ok != (r != nil) || ok == (reasons[id] != ""):
				t.Errorf("%s %s: in het bestand %v, overgeschreven %v, reden %q", year, f.id, ok, r != nil, reasons[id])
				continue
			case ok:
				sameValue(t, v, id, f.unit, r)
			}
			if p, wired := parts(b)[f.id]; wired && (p != nil) != ok || p != nil && (p.ID != id || !p.Amount.Equal(v.Amount)) {
				t.Errorf("%s %s: %+v", year, f.id, p)
			}
			delete(values, id)
			delete(rows, year+" "+f.item)
		}
		delete(values, "inkomstenbelasting.alleenstaande_ouderenkorting") // see TestHeffingskortingen
		delete(values, "inkomstenbelasting.jonggehandicaptenkorting")
		delete(values, "inkomstenbelasting.villapercentage") // see TestEigenWoning
		for id := range values {
			t.Errorf("%s: %s is nergens overgeschreven", year, id)
		}
		checkBox2(t, year, b, rows)
		checkTop(t, year, b, rows)
	}
	for _, year := range []string{"2024", "2025"} {
		m, err := load(t).Inkomensmodel(midYear(t, year))
		if err != nil {
			t.Fatal(err)
		}
		sameValue(t, m.GrensNetto, "inkomensmodel.grens_netto_model", "EUR/maand", rows[year+" netto_model_gross_limit_per_month"])
		delete(rows, year+" netto_model_gross_limit_per_month")
		if year == "2024" {
			if m.GrensBruto != nil || len(m.Ontbreekt) != 1 || m.Ontbreekt[0].ID != "inkomensmodel.grens_bruto_model" || m.Ontbreekt[0].Reden == "" {
				t.Errorf("2024: %+v", m)
			}
			continue
		}
		sameValue(t, *m.GrensBruto, "inkomensmodel.grens_bruto_model", "EUR/maand", rows["2025 bruto_model_gross_limit_per_month"])
		delete(rows, "2025 bruto_model_gross_limit_per_month")
	}
	for key, r := range rows {
		switch r["item"] {
		case "eigenwoningforfait_rate_12500", "eigenwoningforfait_rate_25000", "eigenwoningforfait_rate_50000",
			"eigenwoningforfait_main_rate": // see TestEigenWoning
		case "aow_age": // in another reeks
			var years, months int64
			if _, err := fmt.Sscanf(r["value"], "%dy%dm", &years, &months); err != nil {
				t.Fatal(err)
			}
			_, v, err := load(t).HeeftAOWLeeftijd(date(t, "1950-01-01"), midYear(t, r["year"]))
			if err != nil || v.Amount.IntPart() != years*12+months {
				t.Errorf("%s: %s, %v", key, v.Amount, err)
			}
		default:
			t.Errorf("niet vergeleken: %s", key)
		}
	}
}

func checkBox2(t *testing.T, year string, b Inkomstenbelasting, rows map[string]map[string]string) {
	t.Helper()
	first, second, end := rows[year+" box2_first_rate"], rows[year+" box2_second_rate"], rows[year+" box2_bracket_end"]
	delete(rows, year+" box2_first_rate")
	delete(rows, year+" box2_second_rate")
	delete(rows, year+" box2_bracket_end")
	want := [][]string{{first["status"], "0", percent(first["value"]).String()}}
	if second != nil {
		want = append(want, []string{end["status"], end["value"], percent(second["value"]).String()})
	}
	sameTable(t, *b.Box2, "inkomstenbelasting.box2", want)
}

// The tariefsaanpassing is what the top rate is above the rate at which deductions
// count at most, from where the top bracket begins.
func checkTop(t *testing.T, year string, b Inkomstenbelasting, rows map[string]map[string]string) {
	t.Helper()
	rate, threshold := rows[year+" tariefsaanpassing_rate"], rows[year+" tariefsaanpassing_threshold"]
	delete(rows, year+" tariefsaanpassing_rate")
	delete(rows, year+" tariefsaanpassing_threshold")
	if rate == nil {
		return
	}
	top := b.Box1.Rows[len(b.Box1.Rows)-1]
	if !top[0].Amount.Equal(dec(threshold["value"])) || !top[1].Amount.Sub(b.MaximaalAftrektarief.Amount).Equal(percent(rate["value"])) {
		t.Errorf("%s: %s vanaf %s, verwacht %s vanaf %s", year, top[1].Amount.Sub(b.MaximaalAftrektarief.Amount), top[0].Amount, rate["value"], threshold["value"])
	}
}

// Art. 3.112 Wet IB 2001. Nothing is taxed of the lowest values, and the
// percentage above the limit is the same in every year.
func TestEigenWoning(t *testing.T) {
	rows := map[string]map[string]string{}
	for _, r := range transcribed(t, "other.csv") {
		rows[r["year"]+" "+r["item"]] = r
	}
	for _, year := range taxYears[1:] { // not of 2019
		b, err := load(t).Inkomstenbelasting(midYear(t, year), VanafAOW)
		if err != nil {
			t.Fatal(err)
		}
		var want [][]string
		for _, band := range []struct{ from, item string }{
			{"12500", "rate_12500"}, {"25000", "rate_25000"}, {"50000", "rate_50000"}, {"75000", "main_rate"},
		} {
			r := rows[year+" eigenwoningforfait_"+band.item]
			if want == nil {
				want = [][]string{{r["status"], "0", "0"}}
			}
			want = append(want, []string{r["status"], band.from, percent(r["value"]).String()})
		}
		sameTable(t, b.EigenWoning.Forfait, "inkomstenbelasting.eigenwoningforfait", want)
		v := b.EigenWoning.Villapercentage
		if v.ID != "inkomstenbelasting.villapercentage" || v.Unit != "%/jaar" || !v.Amount.Equal(dec("2.35")) || v.Status != b.EigenWoning.Villabedrag.Status {
			t.Errorf("%s: %+v", year, v)
		}
	}
}

// The wage tax tables of the Belastingdienst: the year amounts of a wage, the tax
// rounded down per bracket and the credit rounded up.
func TestLoonbelastingtabellen(t *testing.T) {
	for _, c := range []struct {
		year, wage          string
		tax, arbeidskorting string // empty: not asked
	}{
		{"2019", "37260", "7667", ""},
		{"2019", "42012", "9478", ""},
		{"2020", "37368", "7624", ""},
		{"2020", "39096", "8269", ""},
		{"2020", "30024", "5839", "1948"},
		{"2020", "34884", "6784", "1989"},
		{"2021", "27000", "", "2059"},
		{"2021", "30240", "", "2103"},
		{"2021", "31212", "", "2117"},
	} {
		b, err := load(t).Inkomstenbelasting(midYear(t, c.year), VanafAOWVoor1946)
		if err != nil {
			t.Fatal(err)
		}
		wage, tax := dec(c.wage), decimal.Zero
		for i, row := range b.Box1.Rows {
			if until := decimal.Min(wage, next(b.Box1, i, wage)); until.GreaterThan(row[0].Amount) {
				tax = tax.Add(row[1].Amount.Mul(until.Sub(row[0].Amount)).Shift(-2).RoundDown(0))
			}
		}
		if c.tax != "" && !tax.Equal(dec(c.tax)) {
			t.Errorf("%s bij %s: belasting %s, verwacht %s", c.year, c.wage, tax, c.tax)
		}
		for i, row := range b.Arbeidskorting.Rows {
			if c.arbeidskorting == "" || !wage.GreaterThan(row[0].Amount) || wage.GreaterThan(next(b.Arbeidskorting, i, wage)) {
				continue
			}
			if got := korting(row, wage).RoundUp(0); !got.Equal(dec(c.arbeidskorting)) {
				t.Errorf("%s bij %s: arbeidskorting %s, verwacht %s", c.year, c.wage, got, c.arbeidskorting)
			}
		}
	}
}

// next is where the row after row i begins; after the last it is what is given.
func next(t Table, i int, last decimal.Decimal) decimal.Decimal {
	if i+1 < len(t.Rows) {
		return t.Rows[i+1][0].Amount
	}
	return last
}

func TestZorgverzekeringswet(t *testing.T) {
	for _, r := range transcribed(t, "zvw.csv") {
		z, err := load(t).Zorgverzekeringswet(midYear(t, r["year"]))
		if err != nil {
			t.Error(err)
			continue
		}
		for _, c := range []struct {
			v                Value
			id, unit, column string
		}{
			{z.LageBijdrage, "lage_bijdrage", "%", "self_paid_rate"},
			{z.HogeBijdrage, "hoge_bijdrage", "%", "employer_rate"},
			{z.MaximumBijdrageinkomen, "maximum_bijdrageinkomen", "EUR/jaar", "max_contribution_income"},
		} {
			sameValue(t, c.v, "zorgverzekeringswet."+c.id, c.unit, map[string]string{"value": r[c.column], "status": r["status"]})
		}
	}
}

func TestKindgebondenBudget(t *testing.T) {
	for _, r := range transcribed(t, "kgb.csv") {
		for _, day := range []string{r["valid_from"], r["valid_to"]} {
			k, err := load(t).KindgebondenBudget(date(t, day))
			if err != nil {
				t.Error(err)
				continue
			}
			for _, c := range []struct {
				v                        Value
				id, unit, column, status string
			}{
				{k.Kind[0], "kind_1", "EUR/jaar", "child_1", "child_amounts_status"},
				{k.Kind[1], "kind_2", "EUR/jaar", "child_2", "child_amounts_status"},
				{k.Kind[2], "kind_3", "EUR/jaar", "child_3", "child_amounts_status"},
				{k.Kind[3], "kind_4", "EUR/jaar", "child_4_and_more", "child_amounts_status"},
				{k.AlleenstaandeOuderkop, "alleenstaande_ouderkop", "EUR/jaar", "single_parent_supplement", "supplements_status"},
				{k.Toeslag12, "toeslag_12_15", "EUR/jaar", "supplement_age_12_15", "supplements_status"},
				{k.Toeslag16, "toeslag_16_17", "EUR/jaar", "supplement_age_16_17", "supplements_status"},
				{k.DrempelAlleenstaand, "drempel_alleenstaand", "EUR/jaar", "threshold_single", "thresholds_status"},
				{k.DrempelPartners, "drempel_partners", "EUR/jaar", "threshold_partner", "thresholds_status"},
				{k.Afbouw, "afbouwpercentage", "%", "phase_out_rate", "thresholds_status"},
				{k.VermogensgrensAlleenstaand, "vermogensgrens_alleenstaand", "EUR", "wealth_limit_single", "wealth_status"},
				{k.VermogensgrensPartners, "vermogensgrens_partners", "EUR", "wealth_limit_partner", "wealth_status"},
			} {
				sameValue(t, c.v, "kindgebonden_budget."+c.id, c.unit, map[string]string{"value": r[c.column], "status": r[c.status]})
			}
			if k.KleinsteBedrag.Amount.String() != "24" { // art. 14 lid 5 Awir
				t.Errorf("%s: kleinste bedrag %s", day, k.KleinsteBedrag.Amount)
			}
		}
	}
}

func TestKinderbijslag(t *testing.T) {
	for _, r := range transcribed(t, "kinderbijslag.csv") {
		for _, day := range []string{r["valid_from"], r["valid_to"]} {
			k, err := load(t).Kinderbijslag(date(t, day))
			if err != nil {
				t.Error(err)
				continue
			}
			v := map[string]Value{"0-5": k.Tot6, "6-11": k.Tot12, "12-17": k.Tot18}[r["age_band"]]
			from, until, _ := strings.Cut(r["age_band"], "-")
			sameValue(t, v, "kinderbijslag."+from+"_"+until, "EUR/kwartaal", map[string]string{"value": r["amount_per_quarter"], "status": r["status"]})
			if want := "kinderbijslag per kwartaal, " + from + " tot en met " + until + " jaar"; v.Label != want {
				t.Errorf("%s: %s", r["valid_from"], v.Label)
			}
			if p := v.Publicatie; !p.From.Equal(date(t, r["valid_from"])) || !p.Until.Equal(date(t, r["valid_to"])) {
				t.Errorf("%s: %s", r["valid_from"], p.window())
			}
		}
	}
}

// A form of the court (ECLI:NL:RBROT:2025:15393) with the figures of 2022: of a
// profit of 25.384 the zelfstandigenaftrek and the mkb-winstvrijstelling leave
// 16.404 taxable, with 6.080,96 tax and an arbeidskorting of 3.966,03.
func TestCourtForm2022(t *testing.T) {
	b, err := load(t).Inkomstenbelasting(date(t, "2022-07-01"), TotAOW)
	if err != nil {
		t.Fatal(err)
	}
	profit := dec("25384")
	left := profit.Sub(b.Zelfstandigenaftrek.Amount)
	taxable := left.Sub(left.Mul(b.MKBWinstvrijstelling.Amount).Shift(-2)).Round(0)
	if !taxable.Equal(dec("16404")) {
		t.Errorf("belastbare winst %s", taxable)
	}
	if tax := taxable.Mul(b.Box1.Rows[0][1].Amount).Shift(-2); !tax.Round(2).Equal(dec("6080.96")) {
		t.Errorf("inkomensheffing %s", tax)
	}
	for i, row := range b.Arbeidskorting.Rows {
		if row[0].Amount.LessThan(profit) && profit.LessThanOrEqual(b.Arbeidskorting.Rows[i+1][0].Amount) {
			if got := korting(row, profit); !got.Round(2).Equal(dec("3966.03")) {
				t.Errorf("arbeidskorting %s", got)
			}
		}
	}
}

// Outside the years of a reeks there is an error, never the nearest year.
func TestTaxWindows(t *testing.T) {
	for reeks, ask := range map[string]func(d time.Time) error{
		"inkomstenbelasting": func(d time.Time) error {
			_, err := load(t).Inkomstenbelasting(d, VanafAOWVoor1946)
			return err
		},
		"zorgverzekeringswet": func(d time.Time) error { _, err := load(t).Zorgverzekeringswet(d); return err },
		"kindgebonden_budget": func(d time.Time) error { _, err := load(t).KindgebondenBudget(d); return err },
		"kinderbijslag":       func(d time.Time) error { _, err := load(t).Kinderbijslag(d); return err },
		"inkomensmodel":       func(d time.Time) error { _, err := load(t).Inkomensmodel(d); return err },
	} {
		first, last := "2019", "2026"
		if reeks == "inkomensmodel" {
			first, last = "2024", "2025"
		}
		before, _ := strconv.Atoi(first)
		after, _ := strconv.Atoi(last)
		for day, want := range map[string]string{
			fmt.Sprintf("%d-12-31", before-1): "eerste periode begint op " + first + "-01-01",
			fmt.Sprintf("%d-01-01", after+1):  "laatste periode loopt t/m " + last + "-12-31",
		} {
			err := ask(date(t, day))
			if want := fmt.Sprintf(`geen normen %q voor %s; de %s`, reeks, day, want); err == nil || err.Error() != want {
				t.Errorf("fout %v, verwacht %s", err, want)
			}
		}
	}
}

// What has one source says what it rests on, figure by figure.
func TestTaxNotes(t *testing.T) {
	for _, o := range load(t).Overzicht(nil) {
		switch o.Publicatie.Reeks {
		case "inkomstenbelasting", "zorgverzekeringswet", "kindgebonden_budget", "kinderbijslag", "inkomensmodel":
		default:
			continue
		}
		for _, v := range o.Waarden {
			if v.Status == EnkeleBron && v.Toelichting == "" {
				t.Errorf("%s: %s zonder toelichting", o.Publicatie.File, v.ID)
			}
		}
		for _, table := range o.Tabellen {
			for i, row := range table.Rows {
				for _, c := range row {
					if c.Status == EnkeleBron && c.Toelichting == "" {
						t.Errorf("%s: %s, rij %d zonder toelichting", o.Publicatie.File, table.ID, i+1)
					}
				}
			}
		}
	}
}

// A place alone is another place in the document of the publication.
func TestSourcePlace(t *testing.T) {
	b, err := load(t).Inkomstenbelasting(date(t, "2025-07-01"), VanafAOW)
	if err != nil {
		t.Fatal(err)
	}
	const url = "https://wetten.overheid.nl/BWBR0011353"
	for want, s := range map[string]Source{
		"Wet inkomstenbelasting 2001, art. 2.10":  b.Box1.Source,
		"Wet inkomstenbelasting 2001, art. 8.10":  b.AlgemeneHeffingskorting.Source,
		"Wet inkomstenbelasting 2001, art. 8.11":  b.Arbeidskorting.Source,
		"Wet inkomstenbelasting 2001, art. 8.14a": b.Combinatiekorting.Source,
		"Wet inkomstenbelasting 2001, art. 8.17":  b.Ouderenkorting.Source,
		"Wet inkomstenbelasting 2001, art. 3.76":  b.Zelfstandigenaftrek.Source,
	} {
		if s.String() != want || s.URL != url {
			t.Errorf("%s (%s), verwacht %s", s, s.URL, want)
		}
	}
	if s := b.GebruikelijkLoon.Source; s.String() != "Wet op de loonbelasting 1964, art. 12a" || s.URL == url {
		t.Errorf("%s (%s)", s, s.URL)
	}
}
