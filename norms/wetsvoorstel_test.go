package norms

import (
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
)

func voorstel(t testing.TB) Wetsvoorstel {
	t.Helper()
	w, err := load(t).Wetsvoorstel(date(t, "2025-03-01"))
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// columns writes a table out, a line for each column and the key first.
func columns(t Table) []string {
	var list []string
	for col := range t.Columns {
		var cells []string
		for _, row := range t.Rows {
			cells = append(cells, row[col].Amount.String())
		}
		list = append(list, strings.Join(cells, " "))
	}
	return list
}

// The tables of art. 5, 6, 9 and 10 of the concept-AMvB, read column by column.
func TestWetsvoorstelTables(t *testing.T) {
	const inkomen = "0 1500 2000 2500 3000 3500 4000 4500 5000 5500 6000"
	w := voorstel(t)
	for _, c := range []struct {
		table Table
		place string
		want  []string
	}{
		{w.Behoefte, "art. 5", []string{
			inkomen,
			"250 250 270 330 390 450 510 570 630 690 750",
			"380 380 450 550 650 750 850 950 1050 1150 1250",
			"460 460 585 715 845 975 1105 1235 1365 1495 1625",
			"540 560 720 880 1040 1200 1360 1520 1680 1840 2000",
		}},
		{w.Draagkracht, "art. 6", []string{
			"0 1000 1250 1500 1650 1800 1950 2100 2400 2700 3000 3450 3900 4350 4800 5250 5700 6150",
			"50 70 140 210 305 400 495 590 780 970 1160 1445 1730 2015 2300 2585 2870 3155",
			"1000 1250 1500 1650 1800 1950 2100 2400 2700 3000 3450 3900 4350 4800 5250 5700 6150 6600",
		}},
		{w.KindgebondenKosten, "art. 9", []string{
			inkomen,
			"25 35 45 55 65 75 85 95 105 115 125",
			"35 50 65 80 95 110 125 140 155 170 185",
			"50 70 90 110 130 150 170 190 210 230 250",
		}},
		{w.Verblijf, "art. 10", []string{
			"0 20 45 70 95 120 150 170",
			"0 7 14 21 29 37 45 50",
		}},
	} {
		if got := columns(c.table); !slices.Equal(got, c.want) {
			t.Errorf("%s:\n%s\nverwacht\n%s", c.table.ID, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
		if c.table.Status() != EnkeleBron || c.table.Source.Vindplaats != c.place {
			t.Errorf("%s: %s, %s", c.table.ID, c.table.Status(), c.table.Source)
		}
	}
}

func TestWetsvoorstelValues(t *testing.T) {
	w := voorstel(t)
	const amvb = "concept-AMvB bij Kamerstukken II 2014/15, 34 154, nr. 3, "
	for _, c := range []struct {
		v                    Value
		id, amount, unit, in string
	}{
		{w.LaatsteTrede, "laatste_trede", "6150", "EUR/maand", amvb + "art. 6"},
		{w.Stapinkomen, "stapinkomen", "450", "EUR/maand", amvb + "art. 6"},
		{w.Stapdraagkracht, "stapdraagkracht", "285", "EUR/maand", amvb + "art. 6"},
		{w.Minimumbijdrage, "minimumbijdrage", "50", "EUR/maand", amvb + "art. 4"},
		{w.StudiekostenMBO, "studiekosten_mbo", "156", "EUR/maand", amvb + "art. 13"},
		{w.StudiekostenHO, "studiekosten_ho", "242", "EUR/maand", amvb + "art. 13"},
		{w.InkomenZonderInzicht, "inkomen_zonder_inzicht", "6000", "EUR/maand", amvb + "art. 14"},
		{w.Overeenkomstpercentage, "overeenkomstpercentage", "90", "%",
			"art. 1:404 lid 5 BW zoals voorgesteld, memorie van toelichting (Kamerstukken II 2014/15, 34 154, nr. 3), artikelsgewijs, onderdeel K"},
		{w.Hardheidspercentage, "hardheidspercentage", "90", "%",
			"memorie van toelichting (Kamerstukken II 2014/15, 34 154, nr. 3), par. 4, onder m, h"},
		{w.Bijstandsnorm, "bijstandsnorm", "961", "EUR/maand", amvb + "toelichting bij art. 6, onder 1"},
		{w.Woonpercentage, "woonpercentage", "33.3", "%", amvb + "toelichting bij art. 6, onder 2"},
		{w.WoonlastInBijstand, "woonlast_in_bijstand", "230", "EUR/maand", amvb + "toelichting bij art. 6, onder 2"},
		{w.Zorgpremie, "zorgpremie", "95", "EUR/maand", amvb + "toelichting bij art. 6, onder 3"},
		{w.ZorgpremieInBijstand, "zorgpremie_in_bijstand", "39", "EUR/maand", amvb + "toelichting bij art. 6, onder 3"},
		{w.Pensioenpercentage, "pensioenpercentage", "3.5", "%", amvb + "toelichting bij art. 6, onder 4"},
		{w.Pensioenfranchise, "pensioenfranchise", "1400", "EUR/maand", amvb + "toelichting bij art. 6, onder 4"},
		{w.AfleidingVanaf, "afleiding_vanaf", "1500", "EUR/maand", amvb + "toelichting bij art. 6"},
		{w.Afronding, "afronding", "5", "EUR/maand", amvb + "toelichting bij art. 6"},
	} {
		if c.v.ID != "wetsvoorstel_34154."+c.id || !c.v.Amount.Equal(dec(c.amount)) || c.v.Unit != c.unit ||
			c.v.Source.String() != c.in || c.v.Status != EnkeleBron || c.v.Publicatie == nil {
			t.Errorf("%s: %s %s (%s), %s", c.v.ID, c.v.Amount, c.v.Unit, c.v.Status, c.v.Source)
		}
	}
	// Toelichting, III: the income of art. 14 is the highest of the table of art. 5.
	if last := w.Behoefte.Rows[len(w.Behoefte.Rows)-1][0].Amount; !w.InkomenZonderInzicht.Amount.Equal(last) {
		t.Errorf("inkomen zonder inzicht %s, hoogste inkomen van de behoeftetabel %s", w.InkomenZonderInzicht.Amount, last)
	}
}

// Toelichting bij art. 5: 12, 20, 26 and 32% of the income. The amounts are those of
// the middle of each row; below 2.000 the minimum is higher, but not for four.
func TestWetsvoorstelBehoefte(t *testing.T) {
	for i, row := range voorstel(t).Behoefte.Rows {
		if i < 2 {
			continue
		}
		for col, percentage := range []string{"12", "20", "26", "32"} {
			want := row[0].Amount.Add(dec("250")).Mul(dec(percentage)).Shift(-2)
			if got := row[col+1].Amount; !got.Equal(want) {
				t.Errorf("bij %s, kolom %d: %s, verwacht %s", row[0].Amount, col+1, got, want)
			}
		}
	}
}

// Toelichting bij art. 6, by hand: of 1.800 goes 961 + 370 + 56 + 14 = 1.401, so that
// 399 is left, rounded 400. 33,3% of 1.800 less 230 is 369,40: in whole euros, upwards,
// it is the 370 of the example, and so every row up to 3.000 comes out.
func TestWetsvoorstelDerivation(t *testing.T) {
	w := voorstel(t)
	left := func(income decimal.Decimal) decimal.Decimal {
		housing := income.Mul(w.Woonpercentage.Amount).Shift(-2).Sub(w.WoonlastInBijstand.Amount).RoundUp(0)
		health := w.Zorgpremie.Amount.Sub(w.ZorgpremieInBijstand.Amount)
		pension := income.Sub(w.Pensioenfranchise.Amount).Mul(w.Pensioenpercentage.Amount).Shift(-2)
		return income.Sub(w.Bijstandsnorm.Amount).Sub(housing).Sub(health).Sub(pension)
	}
	rounded := func(d decimal.Decimal) decimal.Decimal {
		return d.Div(w.Afronding.Amount).Round(0).Mul(w.Afronding.Amount)
	}
	for _, c := range []struct{ income, left, table string }{
		{"1500", "209.50", "210"},
		{"1650", "304.25", "305"},
		{"1800", "399", "400"},
		{"1950", "493.75", "495"},
		{"2100", "588.50", "590"},
		{"2400", "778", "780"},
		{"2700", "967.50", "970"},
		{"3000", "1158", "1160"},
	} {
		if got := left(dec(c.income)); !got.Equal(dec(c.left)) {
			t.Errorf("bij %s: %s, verwacht %s", c.income, got, c.left)
		}
		if got := rounded(dec(c.left)); !got.Equal(dec(c.table)) {
			t.Errorf("bij %s: %s afgerond %s, verwacht %s", c.income, c.left, got, c.table)
		}
		if got := cell(t, w.Draagkracht, c.income, "draagkracht"); !got.Equal(dec(c.table)) {
			t.Errorf("bij %s: %s in de tabel, verwacht %s", c.income, got, c.table)
		}
	}
	// From AfleidingTot on the table goes up in steps: 0,632 × 450 is 284,40, so 285.
	if first := w.AfleidingTot.Amount; !first.Equal(dec("3450")) || rounded(left(first)).Equal(cell(t, w.Draagkracht, "3450", "draagkracht")) {
		t.Errorf("de afleiding gaat door tot %s", first)
	}
}

// The figures never became law; they can be asked for on every day that annex has
// figures of the Rapport for, and after the last of them on none.
func TestWetsvoorstelWindow(t *testing.T) {
	s := load(t)
	for _, day := range []string{"2015-01-01", "2026-12-31"} {
		if w, err := s.Wetsvoorstel(date(t, day)); err != nil || w.Minimumbijdrage.Publicatie.Toelichting == "" {
			t.Errorf("%s: %v", day, err)
		}
	}
	for day, want := range map[string]string{
		"2014-12-31": `geen normen "wetsvoorstel_34154" voor 2014-12-31; de eerste periode begint op 2015-01-01`,
		"2027-01-01": `geen normen "wetsvoorstel_34154" voor 2027-01-01; de laatste periode loopt t/m 2026-12-31`,
	} {
		if _, err := s.Wetsvoorstel(date(t, day)); err == nil || err.Error() != want {
			t.Errorf("%s: %v, verwacht %q", day, err, want)
		}
	}
}
