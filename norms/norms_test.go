package norms

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"
)

func load(t testing.TB) *Set {
	t.Helper()
	s, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func embeddedDir(t testing.TB) fs.FS {
	t.Helper()
	dir, err := fs.Sub(data, "data")
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

func date(t testing.TB, s string) time.Time {
	t.Helper()
	d, err := time.Parse(time.DateOnly, s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

// cell gives the amount in a column of the row with this key.
func cell(t testing.TB, table Table, key, column string) decimal.Decimal {
	t.Helper()
	col := slices.IndexFunc(table.Columns, func(c Column) bool { return c.ID == column })
	row := slices.IndexFunc(table.Rows, func(r []Cell) bool { return r[0].Amount.Equal(dec(key)) })
	if col < 0 || row < 0 {
		t.Fatalf("tabel %s heeft geen rij %s of geen kolom %s", table.ID, key, column)
	}
	return table.Rows[row][col].Amount
}

// A publication applies from its first to its last day and on no other.
func TestWindows(t *testing.T) {
	s := load(t)
	ask := map[string]func(d time.Time) (string, error){
		"eigen_aandeel": func(d time.Time) (string, error) {
			n, err := s.EigenAandeel(d)
			return title(n.Tabel), err
		},
		"draagkracht": func(d time.Time) (string, error) {
			n, err := s.Draagkracht(d, true)
			return title(n.Tabel), err
		},
		"zorgkorting": func(d time.Time) (string, error) {
			n, err := s.Zorgkorting(d)
			return title(n.Tabel), err
		},
		"partneralimentatie": func(d time.Time) (string, error) {
			n, err := s.Partneralimentatie(d)
			if err != nil {
				return "", err
			}
			return n.Hofnormpercentage.Publicatie.Titel, nil
		},
	}
	titles := map[string]string{
		"eigen_aandeel": "Tabel eigen aandeel", "draagkracht": "Draagkrachttabel", "zorgkorting": "Zorgkorting",
		"partneralimentatie": "Partneralimentatie",
	}
	for reeks, at := range ask {
		for _, c := range []struct{ day, year, err string }{
			{"2022-12-31", "", `geen normen "%s" voor 2022-12-31; de eerste periode begint op 2023-01-01`},
			{"2023-01-01", "2023", ""},
			{"2024-12-31", "2024", ""},
			{"2025-01-01", "2025", ""},
			{"2025-12-31", "2025", ""},
			{"2026-01-01", "2026", ""},
			{"2026-12-31", "2026", ""},
			{"2027-01-01", "", `geen normen "%s" voor 2027-01-01; de laatste periode loopt t/m 2026-12-31`},
		} {
			got, err := at(date(t, c.day))
			if c.err == "" {
				if want := titles[reeks] + " " + c.year; err != nil || got != want {
					t.Errorf("%s op %s: %q, %v; verwacht %q", reeks, c.day, got, err, want)
				}
				continue
			}
			var none *GeenNormen
			if !errors.As(err, &none) || none.Reeks != reeks || !none.Datum.Equal(date(t, c.day)) {
				t.Errorf("%s op %s: fout %#v is geen GeenNormen van deze reeks en dag", reeks, c.day, err)
			} else if want := fmt.Sprintf(c.err, reeks); err.Error() != want {
				t.Errorf("fout %q; verwacht %q", err, want)
			}
		}
	}
}

func title(t Table) string {
	if t.Publicatie == nil {
		return ""
	}
	return t.Publicatie.Titel
}

// The last evening of the year in Amsterdam is still that year, whatever day it
// is in UTC.
func TestWindowIsCalendarDay(t *testing.T) {
	evening := time.Date(2025, 12, 31, 23, 30, 0, 0, time.FixedZone("", -3*3600))
	n, err := load(t).EigenAandeel(evening)
	if err != nil || n.Tabel.Publicatie.Titel != "Tabel eigen aandeel 2025" {
		t.Errorf("%v, %v", n.Tabel.Publicatie, err)
	}
}

// Rapport 2025, par. 5.1, parents who never lived together: 268 at 2.400 and 339
// at 2.800 for one child, in proportion between two columns of the table.
func TestEigenAandeelRapport2025(t *testing.T) {
	n, err := load(t).EigenAandeel(date(t, "2025-03-01"))
	if err != nil {
		t.Fatal(err)
	}
	at := func(key string) decimal.Decimal { return cell(t, n.Tabel, key, "kinderen_1") }
	between := func(low, high, share string) decimal.Decimal {
		return at(low).Add(at(high).Sub(at(low)).Mul(dec(share)))
	}
	// 400 of the 500 from 2.000 to 2.500; 300 of the 500 from 2.500 to 3.000.
	if got := between("2000", "2500", "0.8"); !got.Equal(dec("268")) {
		t.Errorf("bij 2.400: %s", got)
	}
	if got := between("2500", "3000", "0.6"); !got.Equal(dec("339")) {
		t.Errorf("bij 2.800: %s", got)
	}
	// Rapport 2025, par. 5.2, stap 1 (two children) and inkomensvergelijking.
	if got := cell(t, n.Tabel, "6000", "kinderen_2"); !got.Equal(dec("1380")) {
		t.Errorf("bij 6.000: %s", got)
	}
	if got := cell(t, n.Tabel, "7500", "kinderen_2"); !got.Equal(dec("1700")) {
		t.Errorf("bij 7.500: %s", got)
	}
}

// Rapport 2025, par. 5.1, stap 1 gives 395 at 3.000: the amount of 2024, left
// standing. The tables are not bent to it.
func TestEigenAandeelSlipRapport(t *testing.T) {
	for day, want := range map[string]string{"2024-07-01": "395", "2025-07-01": "375"} {
		n, err := load(t).EigenAandeel(date(t, day))
		if err != nil {
			t.Fatal(err)
		}
		if got := cell(t, n.Tabel, "3000", "kinderen_1"); !got.Equal(dec(want)) {
			t.Errorf("op %s: %s, verwacht %s", day, got, want)
		}
	}
}

// Corners of the tables as published (Behoeftetabel 2023, 2024, 2025, 2026).
func TestEigenAandeelRanges(t *testing.T) {
	for _, c := range []struct {
		day         string
		rows        int
		first, last string
		low, high   string // 1 child at the first, 4 children at the last income
	}{
		{"2023-06-01", 11, "1500", "6000", "150", "1940"},
		{"2024-06-01", 11, "1500", "6000", "150", "1930"},
		{"2025-06-01", 12, "2000", "7500", "200", "2240"},
		{"2026-06-01", 12, "2000", "7500", "200", "2230"},
	} {
		n, err := load(t).EigenAandeel(date(t, c.day))
		if err != nil {
			t.Fatal(err)
		}
		if len(n.Tabel.Rows) != c.rows {
			t.Errorf("%s: %d rijen, verwacht %d", c.day, len(n.Tabel.Rows), c.rows)
		}
		if got := cell(t, n.Tabel, c.first, "kinderen_1"); !got.Equal(dec(c.low)) {
			t.Errorf("%s: %s, verwacht %s", c.day, got, c.low)
		}
		if got := cell(t, n.Tabel, c.last, "kinderen_4"); !got.Equal(dec(c.high)) {
			t.Errorf("%s: %s, verwacht %s", c.day, got, c.high)
		}
	}
}

// The amounts the draagkrachttabel prints, as read in the public transcription
// of each year; "-" where no printed amount was found. 2025 vanaf AOW is put
// right by one row, see the note in its file.
func TestDraagkrachtPrintedAmounts(t *testing.T) {
	for _, c := range []struct {
		day     string
		aow     bool
		printed string
	}{
		{"2023-01-01", false, "1680:51 1730:77 1780:97 1830:109 1880:116 1930:123"},
		{"2023-01-01", true, "1890:52 1940:74 1990:90 2040:97 2090:104"},
		{"2024-01-01", false, "1815:51 1865:77 1915:96 1965:109 2015:116 2065:123"},
		{"2024-01-01", true, "2030:50 2080:73 2130:88 2180:95 2230:102"},
		{"2025-01-01", false, "1875:53 1925:79 1975:98 2025:110 2075:117 2125:124"},
		{"2025-01-01", true, "2100:50 2150:72 2200:88 2250:- 2300:102"},
		{"2026-01-01", false, "1950:50 2000:77 2050:96 2100:109 2150:116 2200:-"},
		{"2026-01-01", true, "2180:51 2230:77 2280:97 2330:109 2380:116 2430:-"},
	} {
		d, err := load(t).Draagkracht(date(t, c.day), c.aow)
		if err != nil {
			t.Fatal(err)
		}
		if d.AOW != c.aow {
			t.Errorf("%s: AOW %v", c.day, d.AOW)
		}
		rows := strings.Fields(c.printed)
		if len(rows) != len(d.Tabel.Rows) {
			t.Errorf("%s aow=%v: %d rijen, verwacht %d", c.day, c.aow, len(d.Tabel.Rows), len(rows))
			continue
		}
		found := 0
		for i, row := range rows {
			key, amount, _ := strings.Cut(row, ":")
			if got := d.Tabel.Rows[i][0].Amount; !got.Equal(dec(key)) {
				t.Errorf("%s aow=%v rij %d: ondergrens %s, verwacht %s", c.day, c.aow, i+1, got, key)
				continue
			}
			if amount == "-" {
				continue
			}
			found++
			// Rapport 2025, par. 5.1: percentage × (NBI − (30% × NBI + norm)),
			// half a euro up.
			income := dec(key)
			got := cell(t, d.Tabel, key, "percentage").Mul(
				income.Sub(income.Mul(dec("0.3"))).Sub(cell(t, d.Tabel, key, "bijstandsnorm"))).Div(dec("100")).Round(0)
			if !got.Equal(dec(amount)) {
				t.Errorf("%s aow=%v bij %s: %s, afgedrukt %s", c.day, c.aow, key, got, amount)
			}
			if got := cell(t, d.Tabelbedragen, key, "bedrag"); !got.Equal(dec(amount)) {
				t.Errorf("%s aow=%v bij %s: tabelbedrag %s, afgedrukt %s", c.day, c.aow, key, got, amount)
			}
		}
		if len(d.Tabelbedragen.Rows) != found {
			t.Errorf("%s aow=%v: %d afgedrukte bedragen, verwacht %d", c.day, c.aow, len(d.Tabelbedragen.Rows), found)
		}
	}
}

// Rapport 2025, par. 4.2.2.3: 1.345 − 197 + (176 − 63) + 50 = 1.311, rounded to
// a multiple of 5; par. 4.3.2: minimum below 1.875, of 25 and 50.
func TestDraagkrachtRapport2025(t *testing.T) {
	d, err := load(t).Draagkracht(date(t, "2025-01-01"), false)
	if err != nil {
		t.Fatal(err)
	}
	norm := dec("1345").Sub(dec("197")).Add(dec("176").Sub(dec("63"))).Add(dec("50"))
	norm = norm.Div(dec("5")).Round(0).Mul(dec("5"))
	if got := cell(t, d.Tabel, "2125", "bijstandsnorm"); !got.Equal(norm) || !norm.Equal(dec("1310")) {
		t.Errorf("bijstandsnorm %s, nagerekend %s", got, norm)
	}
	for _, c := range []struct {
		v    Value
		want string
	}{
		{d.Minimumgrens, "1875"}, {d.Formulegrens, "2125"},
		{d.Minimum1, "25"}, {d.Minimum2, "50"}, {d.Woonbudgetpercentage, "30"},
	} {
		if !c.v.Amount.Equal(dec(c.want)) || c.v.Status != Bevestigd {
			t.Errorf("%s: %s (%s), verwacht %s", c.v.ID, c.v.Amount, c.v.Status, c.want)
		}
	}
	if got, want := d.Minimumgrens.Source.String(), "Rapport alimentatienormen 2025, par. 4.3.2 en bijlage 5"; got != want {
		t.Errorf("bron van de minimumgrens: %q", got)
	}

	// Par. 4.2.2.3: 1.465 from the AOW age.
	aow, err := load(t).Draagkracht(date(t, "2025-01-01"), true)
	if err != nil {
		t.Fatal(err)
	}
	if got := cell(t, aow.Tabel, "2300", "bijstandsnorm"); !got.Equal(dec("1465")) {
		t.Errorf("bijstandsnorm vanaf de AOW-leeftijd: %s", got)
	}
	if aow.Minimumgrens.ID == d.Minimumgrens.ID || !aow.Minimumgrens.Amount.Equal(dec("2100")) {
		t.Errorf("minimumgrens vanaf de AOW-leeftijd: %s %s", aow.Minimumgrens.ID, aow.Minimumgrens.Amount)
	}
	if aow.Woonbudgetpercentage.ID != d.Woonbudgetpercentage.ID {
		t.Error("het woonbudgetpercentage is één cijfer voor beide groepen")
	}
}

// Rapport 2025, par. 4.3.5.
func TestZorgkorting(t *testing.T) {
	z, err := load(t).Zorgkorting(date(t, "2025-01-01"))
	if err != nil {
		t.Fatal(err)
	}
	for days, want := range map[string]string{"0": "5", "1": "15", "2": "25", "3": "35"} {
		if got := cell(t, z.Tabel, days, "percentage"); !got.Equal(dec(want)) {
			t.Errorf("bij %s dagen: %s, verwacht %s", days, got, want)
		}
	}
	if len(z.Tabel.Rows) != 4 || z.Tabel.Status() != Bevestigd {
		t.Errorf("%d rijen, %s", len(z.Tabel.Rows), z.Tabel.Status())
	}
}

func TestIndexering(t *testing.T) {
	s := load(t)
	values, err := s.Indexering(2024, 2025)
	if err != nil || len(values) != 1 {
		t.Fatalf("%d waarden, %v", len(values), err)
	}
	v := values[0]
	// ECLI:NL:RBNHO:2025:3845 raises 356,00 of 2024 to 379,14 per 1 January 2025.
	raised := dec("356.00").Mul(dec("1").Add(v.Amount.Div(dec("100"))))
	if !raised.Equal(dec("379.14")) {
		t.Errorf("356,00 wordt %s", raised)
	}
	if v.ID != "indexering.2025" || v.Label != "indexering per 1 januari 2025" || v.Unit != "%" ||
		v.Source.Document != "art. 1:402a BW" || v.Publicatie == nil || !v.Vanaf.Equal(date(t, "2025-01-01")) {
		t.Errorf("%+v", v)
	}

	// 1983 has two dates, in this order.
	values, err = s.Indexering(1982, 1984)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, v := range values {
		got = append(got, v.ID+"="+v.Amount.String())
	}
	if want := "indexering.1983=0 indexering.1983_04=6.4 indexering.1984=0"; strings.Join(got, " ") != want {
		t.Errorf("%s, verwacht %s", got, want)
	}

	// The whole list: 52 years, 1983 twice.
	if all, err := s.Indexering(1974, 2026); err != nil || len(all) != 53 {
		t.Errorf("%d waarden, %v", len(all), err)
	}
	if none, err := s.Indexering(2025, 2025); err != nil || len(none) != 0 {
		t.Errorf("zelfde jaar: %v, %v", none, err)
	}
}

func TestIndexeringErrors(t *testing.T) {
	for _, c := range []struct {
		van, tot int
		want     string
	}{
		{2026, 2025, "indexering van 2026 naar 2025: het laatste jaar ligt voor het eerste"},
		{2025, 2027, `geen normen "indexering" voor 2027-01-01; de laatste periode loopt t/m 2026-12-31`},
		{1973, 1976, `geen normen "indexering" voor 1974-01-01; de eerste periode begint op 1975-01-01`},
	} {
		if _, err := load(t).Indexering(c.van, c.tot); err == nil || err.Error() != c.want {
			t.Errorf("%d-%d: %v, verwacht %q", c.van, c.tot, err, c.want)
		}
	}
}

// By hand from art. 7a lid 1 AOW; the groups of births per year are those of the
// overview on rijksoverheid.nl.
func TestHeeftAOWLeeftijd(t *testing.T) {
	for _, c := range []struct {
		born, on string
		want     bool
	}{
		{"1947-12-31", "2012-12-30", false}, // 65
		{"1947-12-31", "2012-12-31", true},
		{"1947-12-31", "2013-01-05", true}, // kept, though 65 + 1 month is on 31 January
		{"1948-01-01", "2013-01-31", false},
		{"1948-01-01", "2013-02-01", true}, // 65 + 1 month
		{"1948-12-01", "2013-12-31", false},
		{"1948-12-01", "2014-02-01", true},  // past 2013, so 65 + 2 months
		{"1955-08-31", "2021-12-30", false}, // 66 + 4 months
		{"1955-08-31", "2021-12-31", true},
		{"1955-09-01", "2022-01-01", false}, // just missed 2021, so 66 + 7 months
		{"1955-09-01", "2022-03-31", false},
		{"1955-09-01", "2022-04-01", true},
		{"1956-05-31", "2022-12-30", false}, // 66 + 7 months
		{"1956-05-31", "2022-12-31", true},
		{"1956-06-01", "2023-01-01", false}, // just missed 2022, so 66 + 10 months
		{"1956-06-01", "2023-03-31", false},
		{"1956-06-01", "2023-04-01", true},
		{"1957-02-28", "2023-12-28", true},
		{"1957-03-01", "2024-02-29", false}, // 67
		{"1957-03-01", "2024-03-01", true},
		{"1959-01-01", "2025-12-31", false},
		{"1959-01-01", "2026-01-01", true},
		{"1960-12-31", "2027-12-31", true},  // 67
		{"1961-01-01", "2028-01-01", false}, // 67 + 3 months
		{"1961-01-01", "2028-04-01", true},
		{"1955-07-31", "2021-11-29", false}, // 66 + 4 months: 31 November, so the 30th
		{"1955-07-31", "2021-11-30", true},
		{"1940-02-29", "2025-01-01", true},
		{"1986-05-01", "2025-01-01", false},
	} {
		got, _, err := load(t).HeeftAOWLeeftijd(date(t, c.born), date(t, c.on))
		if err != nil || got != c.want {
			t.Errorf("geboren %s, op %s: %v, %v", c.born, c.on, got, err)
		}
	}
}

func TestAOWValue(t *testing.T) {
	for _, c := range []struct{ on, id, label, months string }{
		{"2013-05-01", "aow_leeftijd.2013", "AOW-leeftijd in 2013 in maanden (65 jaar en 1 maand)", "781"},
		{"2022-05-01", "aow_leeftijd.2022", "AOW-leeftijd in 2022 in maanden (66 jaar en 7 maanden)", "799"},
		{"2025-05-01", "aow_leeftijd.2025", "AOW-leeftijd in 2025 in maanden (67 jaar)", "804"},
	} {
		_, v, err := load(t).HeeftAOWLeeftijd(date(t, "1950-01-01"), date(t, c.on))
		if err != nil || v.ID != c.id || v.Label != c.label || !v.Amount.Equal(dec(c.months)) ||
			v.Status != Bevestigd || v.Source.Document != "art. 7a AOW" || v.Publicatie == nil {
			t.Errorf("%+v, %v", v, err)
		}
	}
	_, _, err := load(t).HeeftAOWLeeftijd(date(t, "1962-01-01"), date(t, "2029-01-01"))
	if want := `geen normen "aow_leeftijd" voor 2029-01-01; de laatste periode loopt t/m 2028-12-31`; err == nil || err.Error() != want {
		t.Errorf("%v", err)
	}
}

// The age of a year is as well attested as the weakest of its cells.
func TestAOWStatus(t *testing.T) {
	dir := folder(t, "aow_leeftijd.yaml", "aow_leeftijd.csv")
	change(t, dir, "aow_leeftijd.csv", "17,leeftijd_maanden,3,bevestigd", "17,leeftijd_maanden,3,enkele bron")
	s, err := overlay(t, dir)
	if err != nil {
		t.Fatal(err)
	}
	for on, want := range map[string]Status{"2027-01-01": Bevestigd, "2028-01-01": EnkeleBron} {
		if _, v, err := s.HeeftAOWLeeftijd(date(t, "1950-01-01"), date(t, on)); err != nil || v.Status != want {
			t.Errorf("%s: %s, %v", on, v.Status, err)
		}
	}
}

// To the same day of the month, or to the last day of a shorter one.
func TestAddMonths(t *testing.T) {
	for _, c := range []struct {
		from string
		n    int
		want string
	}{
		{"2025-08-31", 6, "2026-02-28"},
		{"2027-08-31", 6, "2028-02-29"},
		{"1956-02-29", 804, "2023-02-28"}, // 67 years; 2023 is no leap year
		{"2025-12-15", 1, "2026-01-15"},
		{"2025-01-31", 0, "2025-01-31"},
	} {
		if got := addMonths(date(t, c.from), c.n); !got.Equal(date(t, c.want)) {
			t.Errorf("%s + %d maanden = %s, verwacht %s", c.from, c.n, got.Format(time.DateOnly), c.want)
		}
	}
}

// Every figure says where it can be read, how well it is attested and in which
// file it stands; and what is not confirmed is never explained by silence.
func TestEveryFigureIsAccountedFor(t *testing.T) {
	for _, o := range load(t).Overzicht(nil) {
		p := o.Publicatie
		if p.Titel == "" || p.Toelichting == "" || p.Source.Document == "" || len(p.SHA256) != 64 || p.File == "" || p.Eigen {
			t.Errorf("publicatie %+v", p)
		}
		for _, v := range o.Waarden {
			if v.Publicatie != p || v.Source.Document == "" || v.Unit == "" || v.Label == "" || v.Status == "" {
				t.Errorf("%s: waarde %+v", p.File, v)
			}
		}
		for _, table := range o.Tabellen {
			if table.Publicatie != p || table.Source.Document == "" || table.Label == "" {
				t.Errorf("%s: tabel %+v", p.File, table)
			}
			for _, row := range table.Rows {
				for _, c := range row {
					if c.Status == "" || len(row) != len(table.Columns) {
						t.Errorf("%s: tabel %s, rij %v", p.File, table.ID, row)
					}
				}
			}
		}
	}
}

func TestOverzicht(t *testing.T) {
	s := load(t)
	d := date(t, "2025-06-30")
	var got []string
	for _, o := range s.Overzicht(&d) {
		got = append(got, fmt.Sprintf("%s %d/%d %s", o.Publicatie.Titel, len(o.Waarden), len(o.Tabellen), o.Status()))
	}
	want := []string{
		"Tabel eigen aandeel 2025 0/1 enkele bron",
		"Draagkrachttabel 2025 6/4 enkele bron",
		"Zorgkorting 2025 0/1 bevestigd",
		"Partneralimentatie 2025 3/0 bevestigd",
		"Bijstandsnorm eerste halfjaar 2025 7/0 bevestigd",
		"Studiefinanciering 2025 6/0 enkele bron", // of the 8, the fees of this school year
		"Wettelijke indexering 1/0 bevestigd",     // of the 53, the one of 2025
		"AOW-leeftijd 0/1 bevestigd",
		"Inkomstenbelasting 2025 17/12 enkele bron",
		"Bijdrage Zorgverzekeringswet 2025 3/0 bevestigd",
		"Kindgebonden budget 2025 13/0 enkele bron",
		"Kinderbijslag eerste halfjaar 2025 3/0 bevestigd",
		"Netto en bruto model 2025 2/0 enkele bron",
		"Wetsvoorstel 34 154 (Wet herziening kinderalimentatie) 18/4 enkele bron",
	}
	if !slices.Equal(got, want) {
		t.Errorf("\n%s\nverwacht\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if n := len(s.Overzicht(nil)); n != 4*4+17+6+2+3*8+14+2+1 {
		t.Errorf("%d publicaties", n)
	}
	d = date(t, "2030-01-01")
	if o := s.Overzicht(&d); len(o) != 0 {
		t.Errorf("op 2030-01-01: %d publicaties", len(o))
	}

	// In the spring of 1983 the second percentage of that year applies.
	d = date(t, "1983-05-01")
	if o := s.Overzicht(&d); len(o) != 1 || o[0].Waarden[0].ID != "indexering.1983_04" || !o[0].Waarden[0].Vanaf.Equal(date(t, "1983-04-01")) {
		t.Errorf("op 1983-05-01: %+v", o)
	}
}

// Everything from file to Set, as the first Load of a process does it.
func BenchmarkLoad(b *testing.B) {
	dir := embeddedDir(b)
	for b.Loop() {
		files, err := readDir(dir)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := newSet(files); err != nil {
			b.Fatal(err)
		}
	}
}
