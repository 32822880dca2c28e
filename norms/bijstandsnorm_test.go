package norms

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

// The norm for a single person below and from the AOW age, incl. holiday
// allowance, as municipalities publish it; the note in each file names them. An
// asterisk is a figure with one source. There is nothing for the first half of
// 2020.
func TestBijstandsnorm(t *testing.T) {
	for _, c := range []struct{ from, until, norm, aow string }{
		{"2017-07-01", "2017-12-31", "986.52", "1108.48"},
		{"2018-01-01", "2018-06-30", "992.12", "1115.48"},
		{"2018-07-01", "2018-12-31", "996.56", "1121.43*"},
		{"2019-01-01", "2019-06-30", "1025.55", "1147.80"},
		{"2019-07-01", "2019-12-31", "1030.42", "1154.03"},
		{"2020-07-01", "2020-12-31", "1059.03", "1184.26"},
		{"2021-01-01", "2021-06-30", "1075.44", "1195.97"},
		{"2021-07-01", "2021-12-31", "1078.70", "1199.98"},
		{"2022-01-01", "2022-06-30", "1091.71", "1213.06"},
		{"2022-07-01", "2022-12-31", "1101.82", "1225.67"},
		{"2023-01-01", "2023-06-30", "1195.66", "1330.67"},
		{"2023-07-01", "2023-12-31", "1216.62", "1357.66"},
		{"2024-01-01", "2024-06-30", "1283.83", "1425.76"},
		{"2024-07-01", "2024-12-31", "1308.45", "1456.85"},
		{"2025-01-01", "2025-06-30", "1345.45", "1501.07"},
		{"2025-07-01", "2025-12-31", "1369.06", "1530.21"},
		{"2026-01-01", "2026-06-30", "1401.50*", "1564.69*"},
	} {
		for _, day := range []string{c.from, c.until} {
			for aow, want := range map[bool]string{false: c.norm, true: c.aow} {
				b, err := load(t).Bijstandsnorm(date(t, day), aow)
				if err != nil {
					t.Errorf("%s: %v", day, err)
					continue
				}
				status := Bevestigd
				if strings.HasSuffix(want, "*") {
					status = EnkeleBron
				}
				p := b.Norm.Publicatie
				if !b.Norm.Amount.Equal(dec(strings.TrimSuffix(want, "*"))) || b.Norm.Status != status || b.AOW != aow ||
					b.Norm.Unit != "EUR/maand" || !p.From.Equal(date(t, c.from)) || !p.Until.Equal(date(t, c.until)) {
					t.Errorf("%s aow=%v: %s (%s) uit %s, verwacht %s", day, aow, b.Norm.Amount, b.Norm.Status, p.File, want)
				}
			}
		}
	}
}

// The norm for a couple, likewise; of the second half of 2018 it was not found. In
// the first half of 2024 sources give 1.932,32 and 1.933,98 from the AOW age.
func TestBijstandsnormGehuwden(t *testing.T) {
	for _, c := range []struct{ day, paar, aow string }{
		{"2017-07-01", "1409.31", "1514.74"},
		{"2018-01-01", "1417.32", "1525.44"},
		{"2018-07-01", "", ""},
		{"2019-01-01", "1465.07", "1563.46"},
		{"2019-07-01", "1472.03", "1571.50"},
		{"2020-07-01", "1512.90", "1606.88*"},
		{"2021-01-01", "1536.34", "1620.74"},
		{"2021-07-01", "1541.00", "1627.08"},
		{"2022-01-01", "1559.58", "1642.54*"},
		{"2022-07-01", "1574.03", "1660.36"},
		{"2023-01-01", "1708.08", "1807.20"},
		{"2023-07-01", "1738.02", "1843.60"},
		{"2024-01-01", "1834.04", "1932.32*"},
		{"2024-07-01", "1869.21", "1976.64"},
		{"2025-01-01", "1922.07", "2053.48"},
		{"2025-07-01", "1955.80", "2094.98"},
		{"2026-01-01", "2002.13*", "2144.16*"},
	} {
		for aow, want := range map[bool]string{false: c.paar, true: c.aow} {
			b, err := load(t).Bijstandsnorm(date(t, c.day), aow)
			if err != nil {
				t.Errorf("%s: %v", c.day, err)
				continue
			}
			if want == "" {
				if b.Gehuwden != nil || !strings.HasSuffix(b.Ontbreekt[0].ID, "gehuwden") || b.Ontbreekt[0].Reden == "" {
					t.Errorf("%s aow=%v: %+v, ontbreekt %v", c.day, aow, b.Gehuwden, b.Ontbreekt)
				}
				continue
			}
			status := Bevestigd
			if strings.HasSuffix(want, "*") {
				status = EnkeleBron
			}
			v := b.Gehuwden
			if v == nil || !v.Amount.Equal(dec(strings.TrimSuffix(want, "*"))) || v.Status != status || v.Unit != "EUR/maand" ||
				v.Status == EnkeleBron && v.Toelichting == "" {
				t.Errorf("%s aow=%v: %+v, verwacht %s", c.day, aow, v, want)
			}
		}
	}
}

// Rapport 2025, par. 4.2.2.3 and 5.4.
func TestBijstandsnormRapport2025(t *testing.T) {
	b, err := load(t).Bijstandsnorm(date(t, "2025-03-01"), false)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		v    *Value
		want string
	}{
		{b.Wooncomponent, "197"}, {b.NormpremieZvw, "63"}, {b.PremieZvw, "176"},
	} {
		if c.v == nil || !c.v.Amount.Equal(dec(c.want)) || c.v.Unit != "EUR/maand" || c.v.Status != Bevestigd ||
			!strings.HasPrefix(c.v.Source.String(), "Rapport alimentatienormen 2025, par. 4.2.2.3") {
			t.Errorf("%+v, verwacht %s", c.v, c.want)
		}
	}
	if len(b.Ontbreekt) != 0 {
		t.Errorf("ontbreekt: %v", b.Ontbreekt)
	}

	// Par. 5.4: 1.345 − 197 − 63 = 1.085, of which 95% is 1.031. The Rapport
	// rounds the norm of 1.345,45; the outcome is the same without that.
	if got := b.Norm.Amount.Round(0); !got.Equal(dec("1345")) {
		t.Errorf("norm %s", got)
	}
	d, err := load(t).Draagkracht(date(t, "2025-03-01"), false)
	if err != nil {
		t.Fatal(err)
	}
	percentage := d.Ondergrenspercentage.Amount.Shift(-2)
	rest := b.Norm.Amount.Round(0).Sub(b.Wooncomponent.Amount).Sub(b.NormpremieZvw.Amount)
	if !rest.Equal(dec("1085")) || !rest.Mul(percentage).Round(0).Equal(dec("1031")) {
		t.Errorf("zonder wonen en zorg %s, 95%% daarvan %s", rest, rest.Mul(percentage))
	}
	exact := b.Norm.Amount.Sub(b.Wooncomponent.Amount).Sub(b.NormpremieZvw.Amount).Mul(percentage)
	if !exact.Round(0).Equal(dec("1031")) {
		t.Errorf("95%% van de norm op centen: %s", exact)
	}

	// Par. 4.2.2.3: with the premium and 50 for onvoorzien, rounded to a
	// multiple of 5, this is the norm of the last row of the draagkrachttabel.
	corrected := rest.Add(b.PremieZvw.Amount).Add(dec("50")).Div(dec("5")).Round(0).Mul(dec("5"))
	if got := cell(t, d.Tabel, "2125", "bijstandsnorm"); !got.Equal(corrected) {
		t.Errorf("gecorrigeerde bijstandsnorm %s, nagerekend %s", got, corrected)
	}

	// From the AOW age the Rapport gives the norm (1.501) without its parts.
	aow, err := load(t).Bijstandsnorm(date(t, "2025-03-01"), true)
	if err != nil || !aow.Norm.Amount.Round(0).Equal(dec("1501")) {
		t.Errorf("%s, %v", aow.Norm.Amount, err)
	}
	if aow.Wooncomponent != nil || aow.NormpremieZvw != nil || aow.PremieZvw != nil {
		t.Errorf("componenten vanaf de AOW-leeftijd: %+v", aow)
	}
	var ids []string
	for _, o := range aow.Ontbreekt {
		ids = append(ids, o.ID)
		if o.Reden == "" {
			t.Errorf("%s ontbreekt zonder reden", o.ID)
		}
	}
	if got, want := strings.Join(ids, " "), "bijstandsnorm.aow_wooncomponent bijstandsnorm.aow_normpremie_zvw bijstandsnorm.aow_premie_zvw"; got != want {
		t.Errorf("ontbreekt %s, verwacht %s", got, want)
	}
}

// Only the first half of 2025 is known in parts.
func TestBijstandsnormComponents(t *testing.T) {
	for day, want := range map[string]int{"2024-12-31": 3, "2025-01-01": 0, "2025-06-30": 0, "2025-07-01": 3} {
		b, err := load(t).Bijstandsnorm(date(t, day), false)
		if err != nil {
			t.Fatal(err)
		}
		known := b.Wooncomponent != nil && b.NormpremieZvw != nil && b.PremieZvw != nil
		if len(b.Ontbreekt) != want || known != (want == 0) {
			t.Errorf("%s: %+v", day, b)
		}
	}
}

func TestGaps(t *testing.T) {
	const outside = `geen normen "%s" voor %s; de %s`
	for _, c := range []struct{ reeks, day, want string }{
		{"bijstandsnorm", "2017-06-30", "eerste periode begint op 2017-07-01"},
		{"bijstandsnorm", "2026-07-01", "laatste periode loopt t/m 2026-06-30"},
		{"studiefinanciering", "2021-06-30", "eerste periode begint op 2021-07-01"},
		{"studiefinanciering", "2027-01-01", "laatste periode loopt t/m 2026-12-31"},
		{"bijstandsnorm", "2020-01-01", "gat 2020-01-01 2020-06-30"},
		{"bijstandsnorm", "2020-06-30", "gat 2020-01-01 2020-06-30"},
		{"studiefinanciering", "2022-01-01", "gat 2022-01-01 2022-12-31"},
		{"studiefinanciering", "2022-12-31", "gat 2022-01-01 2022-12-31"},
	} {
		var err error
		switch c.reeks {
		case "bijstandsnorm":
			_, err = load(t).Bijstandsnorm(date(t, c.day), true)
		default:
			_, err = load(t).Studiefinanciering(date(t, c.day))
		}
		var none *GeenNormen
		if !errors.As(err, &none) || none.Reeks != c.reeks || !none.Datum.Equal(date(t, c.day)) {
			t.Errorf("%s op %s: %#v", c.reeks, c.day, err)
			continue
		}
		var from, until string
		if n, _ := fmt.Sscanf(c.want, "gat %s %s", &from, &until); n < 2 {
			if want := fmt.Sprintf(outside, c.reeks, c.day, c.want); none.Gat != nil || err.Error() != want {
				t.Errorf("fout %q, verwacht %q", err, want)
			}
			continue
		}
		if none.Gat == nil || !none.Gat.Van.Equal(date(t, from)) || !none.Gat.Tot.Equal(date(t, until)) || none.Gat.Reden == "" {
			t.Errorf("%s op %s: gat %+v", c.reeks, c.day, none.Gat)
			continue
		}
		want := fmt.Sprintf(`geen normen "%s" voor %s; van %s t/m %s ontbreken zij: %s`, c.reeks, c.day, from, until, none.Gat.Reden)
		if err.Error() != want {
			t.Errorf("fout %q, verwacht %q", err, want)
		}
	}
}

// half copies the half-year of 2026 to another half-year of its own.
func half(t *testing.T, dir fstest.MapFS, name, from, until string) {
	t.Helper()
	dir[name] = &fstest.MapFile{Data: folder(t, "bijstandsnorm_2026_01.yaml")["bijstandsnorm_2026_01.yaml"].Data}
	change(t, dir, name, `"2026-01-01"`, `"`+from+`"`)
	change(t, dir, name, `"2026-06-30"`, `"`+until+`"`)
}

// A folder of one's own may fill a gap, and leave one.
func TestLoadDirGaps(t *testing.T) {
	dir := fstest.MapFS{}
	half(t, dir, "bijstandsnorm_2020_01.yaml", "2020-01-01", "2020-06-30")
	s, err := overlay(t, dir)
	if err != nil {
		t.Fatal(err)
	}
	if b, err := s.Bijstandsnorm(date(t, "2020-02-01"), false); err != nil || !b.Norm.Publicatie.Eigen {
		t.Errorf("%+v, %v", b.Norm.Publicatie, err)
	}

	const own = "bijstandsnorm_2027_01.yaml"
	dir = fstest.MapFS{}
	half(t, dir, own, "2027-01-01", "2027-06-30")
	want := "reeks bijstandsnorm: tussen ingebouwd bestand bijstandsnorm_2026_01.yaml (2026-01-01 t/m 2026-06-30) en eigen bestand " +
		own + " (2027-01-01 t/m 2027-06-30) zit een gat; ontbreken de cijfers, zeg dan waarom bij gap_before"
	if _, err := overlay(t, dir); err == nil || err.Error() != want {
		t.Errorf("fout:\n%v\nverwacht:\n%s", err, want)
	}
	change(t, dir, own, "note: >-", "gap_before: niet overgenomen\nnote: >-")
	s, err = overlay(t, dir)
	if err != nil {
		t.Fatal(err)
	}
	_, err = s.Bijstandsnorm(date(t, "2026-08-01"), false)
	if want := `geen normen "bijstandsnorm" voor 2026-08-01; van 2026-07-01 t/m 2026-12-31 ontbreken zij: niet overgenomen`; err == nil || err.Error() != want {
		t.Errorf("fout %v, verwacht %s", err, want)
	}
	if _, err := s.Bijstandsnorm(date(t, "2027-02-01"), false); err != nil {
		t.Error(err)
	}
}

// A gap that is not there is a slip, unless the other folder filled it.
func TestStrictGaps(t *testing.T) {
	const a, b = "bijstandsnorm_2027_01.yaml", "bijstandsnorm_2027_07.yaml"
	dir := fstest.MapFS{}
	half(t, dir, "bijstandsnorm_2026_07.yaml", "2026-07-01", "2026-12-31")
	half(t, dir, a, "2027-01-01", "2027-06-30")
	half(t, dir, b, "2027-07-01", "2027-12-31")
	change(t, dir, b, "note: >-", "gap_before: onbekend\nnote: >-")
	_, err := overlay(t, dir)
	want := "reeks bijstandsnorm: eigen bestand " + b + " (2027-07-01 t/m 2027-12-31) noemt bij gap_before een gat, maar sluit aan op eigen bestand " +
		a + " (2027-01-01 t/m 2027-06-30)"
	if err == nil || err.Error() != want {
		t.Errorf("fout:\n%v\nverwacht:\n%s", err, want)
	}

	dir = fstest.MapFS{}
	half(t, dir, a, "2017-01-01", "2017-06-30")
	change(t, dir, a, "note: >-", "gap_before: onbekend\nnote: >-")
	_, err = overlay(t, dir)
	want = "reeks bijstandsnorm: eigen bestand " + a + " (2017-01-01 t/m 2017-06-30) noemt bij gap_before een gat, maar er is geen eerdere periode"
	if err == nil || err.Error() != want {
		t.Errorf("fout:\n%v\nverwacht:\n%s", err, want)
	}
}
