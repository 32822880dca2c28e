package norms

import (
	"strings"
	"testing"
	"testing/fstest"
)

// What DUO publishes a month: basisbeurs, aanvullende beurs and lening together
// are the normbedrag levensonderhoud and, for mbo, one twelfth of the lesgeld.
// An asterisk is a figure with one source.
func TestStudiefinanciering(t *testing.T) {
	for _, c := range []struct {
		from, until string
		mbo, hbo    string // at home, away from home, school year with its fee a year and a month
	}{
		{"2021-07-01", "2021-07-31", "535.61 756.45 2020:1202*:100.17", "921.17 921.17 2020:2143:178.58"},
		{"2021-08-01", "2021-08-31", "535.61 756.45 2021:608*:50.67", "921.17 921.17 2020:2143:178.58"},
		{"2021-09-01", "2021-12-31", "535.61 756.45 2021:608*:50.67", "921.17 921.17 2021:1084:90.33"},
		{"2023-01-01", "2023-07-31", "556.95 786.59 2022:1239:103.25", "957.87 957.87 2022:2209:184.08"},
		{"2023-08-01", "2023-08-31", "556.95 786.59 2023:1357:113.08", "957.87 957.87 2022:2209:184.08"},
		{"2023-09-01", "2023-12-31", "556.95 786.59 2023:1357:113.08", "793.27 957.87 2023:2314:192.83"},
		{"2024-01-01", "2024-07-31", "612.65 865.25 2023:1357:113.08", "872.60 1053.66 2023:2314:192.83"},
		{"2024-08-01", "2024-08-31", "612.65 865.25 2024:1419:118.25", "872.60 1053.66 2023:2314:192.83"},
		{"2024-09-01", "2024-12-31", "612.65 865.25 2024:1419:118.25", "872.60 1053.66 2024:2530:210.83"},
		{"2025-01-01", "2025-07-31", "636.18 898.48 2024:1419:118.25", "906.11* 1094.12 2024:2530:210.83"},
		{"2025-08-01", "2025-08-31", "636.18 898.48 2025:1458:121.50", "906.11* 1094.12 2024:2530:210.83"},
		{"2025-09-01", "2025-12-31", "636.18 898.48 2025:1458:121.50", "906.11* 1094.12 2025:2601:216.75"},
		{"2026-01-01", "2026-07-31", "657.49 928.58 2025:1458:121.50", "936.46 1130.77 2025:2601:216.75"},
		{"2026-08-01", "2026-08-31", "657.49 928.58 2026:1511*:125.92", "936.46 1130.77 2025:2601:216.75"},
		{"2026-09-01", "2026-12-31", "657.49 928.58 2026:1511*:125.92", "936.46 1130.77 2026:2694:224.50"},
	} {
		for _, day := range []string{c.from, c.until} {
			s, err := load(t).Studiefinanciering(date(t, day))
			if err != nil {
				t.Errorf("%s: %v", day, err)
				continue
			}
			checkBudget(t, day, s.MBO, "mbo", "lesgeld", c.mbo)
			checkBudget(t, day, s.HBOWO, "hbo_wo", "collegegeld", c.hbo)
		}
	}
}

func checkBudget(t *testing.T, day string, b Studiebudget, id, fee, want string) {
	t.Helper()
	id = "studiefinanciering." + id
	amounts := strings.Fields(want)
	figure := func(v Value, wantID, unit, want string) {
		t.Helper()
		status := Bevestigd
		if strings.HasSuffix(want, "*") {
			status = EnkeleBron
		}
		if !v.Amount.Equal(dec(strings.TrimSuffix(want, "*"))) || v.Status != status || v.ID != wantID || v.Unit != unit || v.Publicatie == nil {
			t.Errorf("%s: %s %s %s (%s), verwacht %s %s %s", day, v.ID, v.Amount, v.Unit, v.Status, wantID, want, unit)
		}
	}
	figure(b.Thuiswonend, id+"_thuiswonend", "EUR/maand", amounts[0])
	figure(b.Uitwonend, id+"_uitwonend", "EUR/maand", amounts[1])
	year := strings.Split(amounts[2], ":")
	id += "_" + fee + "_" + year[0]
	if b.Lesgeld == nil {
		t.Errorf("%s: geen %s", day, id)
		return
	}
	figure(b.Lesgeld.Jaar, id, "EUR/jaar", year[1])
	month := year[2]
	if strings.HasSuffix(year[1], "*") {
		month += "*"
	}
	figure(b.Lesgeld.Maand, id+"_maand", "EUR/maand", month)
	// Nowhere is it published how much of the norm is for books.
	if b.Leermiddelen != nil || len(b.Ontbreekt) != 1 || !strings.HasSuffix(b.Ontbreekt[0].ID, "_leermiddelen") || b.Ontbreekt[0].Reden == "" {
		t.Errorf("%s: leermiddelen %+v, ontbreekt %v", day, b.Leermiddelen, b.Ontbreekt)
	}
}

// The amounts rise by one percentage a year (art. 11.1 Wsf 2000), so those of
// different schools and sources bear each other out: 10% in 2024 and, from the
// amounts of DUO and the IND, 3,84% in 2025 and 3,35% in 2026.
func TestStudiefinancieringIndex(t *testing.T) {
	for _, c := range []struct{ from, to, factor string }{
		{"2023-12-31", "2024-01-01", "1.10"}, {"2024-12-31", "2025-01-01", "1.0384"}, {"2025-12-31", "2026-01-01", "1.0335"},
	} {
		a, err := load(t).Studiefinanciering(date(t, c.from))
		if err != nil {
			t.Fatal(err)
		}
		b, err := load(t).Studiefinanciering(date(t, c.to))
		if err != nil {
			t.Fatal(err)
		}
		for _, pair := range [][2]Value{
			{a.MBO.Thuiswonend, b.MBO.Thuiswonend}, {a.MBO.Uitwonend, b.MBO.Uitwonend},
			{a.HBOWO.Thuiswonend, b.HBOWO.Thuiswonend}, {a.HBOWO.Uitwonend, b.HBOWO.Uitwonend},
		} {
			if got := pair[0].Amount.Mul(dec(c.factor)).Round(2); !got.Equal(pair[1].Amount) {
				t.Errorf("%s: %s × %s = %s, in het bestand %s", pair[1].ID, pair[0].Amount, c.factor, got, pair[1].Amount)
			}
		}
	}
}

// What is not known may be absent when the file says why; the rest then works.
func TestStudiefinancieringMissing(t *testing.T) {
	const name = "studiefinanciering_2026.yaml"
	dir := folder(t, name)
	text := string(dir[name].Data)
	start := strings.Index(text, "  - {id: studiefinanciering.mbo_lesgeld_2026")
	end := start + 1 + strings.Index(text[start:], "\n")
	dir[name] = &fstest.MapFile{Data: []byte(text[:start] + text[end:])}
	if _, err := overlay(t, dir); err == nil ||
		err.Error() != name+": waarde studiefinanciering.mbo_lesgeld_2026 ontbreekt; is zij niet bekend, noem haar dan bij missing, met de reden" {
		t.Error(err)
	}
	change(t, dir, name, "missing:", "missing:\n  - {ids: [studiefinanciering.mbo_lesgeld_2026], reason: nog niet vastgesteld}")
	s, err := overlay(t, dir)
	if err != nil {
		t.Fatal(err)
	}
	for day, want := range map[string]string{
		"2026-07-31": "", "2026-08-01": "studiefinanciering.mbo_lesgeld_2026 nog niet vastgesteld",
	} {
		n, err := s.Studiefinanciering(date(t, day))
		if err != nil {
			t.Fatal(err)
		}
		var got string
		for _, o := range n.MBO.Ontbreekt {
			if strings.Contains(o.ID, "lesgeld") {
				got = o.ID + " " + o.Reden
			}
		}
		if got != want || (n.MBO.Lesgeld == nil) != (want != "") || n.HBOWO.Lesgeld == nil {
			t.Errorf("%s: %q, lesgeld %+v", day, got, n.MBO.Lesgeld)
		}
	}
}

// A day of August has the lesgeld of the new school year and the collegegeld of
// the old one, also in the overview.
func TestOverzichtSchoolYears(t *testing.T) {
	d := date(t, "2025-08-15")
	for _, o := range load(t).Overzicht(&d) {
		if o.Publicatie.Reeks != "studiefinanciering" {
			continue
		}
		var fees []string
		for _, v := range o.Waarden {
			if strings.Contains(v.ID, "geld_") {
				fees = append(fees, v.ID)
			}
		}
		if got, want := strings.Join(fees, " "), "studiefinanciering.mbo_lesgeld_2025 studiefinanciering.hbo_wo_collegegeld_2024"; got != want || len(o.Waarden) != 6 {
			t.Errorf("%d waarden, %s; verwacht %s", len(o.Waarden), got, want)
		}
		return
	}
	t.Error("studiefinanciering ontbreekt")
}
