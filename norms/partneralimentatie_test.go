package norms

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/shopspring/decimal"
)

// The percentages are the same in all years. Only the Rapport 2025 was read for
// them (par. 3.3.2, 4.2.2.7, 4.4.2 and 5.2); the other years rest on it, or on one
// source that says it follows the Rapport of its year.
func TestPartneralimentatie(t *testing.T) {
	type figure struct {
		v                Value
		id, unit, amount string
	}
	for _, c := range []struct {
		year, document, limit string
		status                Status
	}{
		{"2023", "Rapport alimentatienormen 2025", "", EnkeleBron},
		{"2024", "Rapport alimentatienormen 2025", "", EnkeleBron},
		{"2025", "Rapport alimentatienormen 2025", "1400", Bevestigd},
		{"2026", "Rapport alimentatienormen 2026", "", EnkeleBron},
	} {
		p, err := load(t).Partneralimentatie(midYear(t, c.year))
		if err != nil {
			t.Fatal(err)
		}
		figures := []figure{
			{p.Hofnormpercentage, "partneralimentatie.hofnormpercentage", "%", "60"},
			{p.Draagkrachtpercentage, "partneralimentatie.draagkrachtpercentage", "%", "60"},
		}
		switch {
		case c.limit == "":
			if p.LaagsteInkomens != nil || len(p.Ontbreekt) != 1 || p.Ontbreekt[0].ID != "partneralimentatie.laagste_inkomens" ||
				!strings.Contains(p.Ontbreekt[0].Reden, c.year) {
				t.Errorf("%s: %+v, %+v", c.year, p.LaagsteInkomens, p.Ontbreekt)
			}
		case p.LaagsteInkomens == nil || p.Ontbreekt != nil:
			t.Errorf("%s: %+v, %+v", c.year, p.LaagsteInkomens, p.Ontbreekt)
			continue
		default:
			figures = append(figures, figure{*p.LaagsteInkomens, "partneralimentatie.laagste_inkomens", "EUR/maand", c.limit})
		}
		for _, f := range figures {
			if f.v.ID != f.id || f.v.Unit != f.unit || !f.v.Amount.Equal(dec(f.amount)) || f.v.Status != c.status ||
				f.v.Source.Document != c.document || f.v.Publicatie.Titel != "Partneralimentatie "+c.year {
				t.Errorf("%s: %+v", c.year, f.v)
			}
			// What is not confirmed says what it rests on.
			if f.v.Status == EnkeleBron && f.v.Toelichting == "" {
				t.Errorf("%s: %s zonder toelichting", c.year, f.id)
			}
		}
	}
}

// The places of the Rapport 2025, as the documents print them.
func TestPartneralimentatieSource(t *testing.T) {
	p, err := load(t).Partneralimentatie(date(t, "2025-01-01"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		v           Value
		label, want string
	}{
		{p.Hofnormpercentage, "hofnormpercentage", "Rapport alimentatienormen 2025, par. 3.3.2 en 5.2, stap 1"},
		{p.Draagkrachtpercentage, "draagkrachtpercentage voor partneralimentatie", "Rapport alimentatienormen 2025, par. 4.2.2.7 en 5.2, stap 2"},
		{*p.LaagsteInkomens, "bruto inkomen tot waar het fiscaal voordeel buiten beschouwing blijft", "Rapport alimentatienormen 2025, par. 4.4.2"},
	} {
		if c.v.Label != c.label || c.v.Source.String() != c.want {
			t.Errorf("%s: %q, %s", c.v.ID, c.v.Label, c.v.Source)
		}
	}
}

// The amounts the Rapport 2025 prints follow from the percentages.
func TestPartneralimentatieRapport2025(t *testing.T) {
	p, err := load(t).Partneralimentatie(date(t, "2025-01-01"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		place      string
		percentage Value
		of, want   string
	}{
		{"par. 5.2, stap 1, behoefte volgens hofnorm", p.Hofnormpercentage, "4620", "2772"},
		{"par. 5.2, stap 3, met kinderen", p.Hofnormpercentage, "5800", "3480"},
		{"par. 5.2, stap 3, zonder kinderen", p.Hofnormpercentage, "5000", "3000"},
		{"par. 5.2, stap 2", p.Draagkrachtpercentage, "1490", "894"},
		{"par. 5.3, niet vermijdbare en niet verwijtbare lasten", p.Draagkrachtpercentage, "240", "144"},
		{"par. 5.2, stap 3, draagkracht zonder kinderen", p.Draagkrachtpercentage, "790", "474"},
		{"par. 5.2, stap 3, draagkracht met kinderen", p.Draagkrachtpercentage, "2190", "1314"},
	} {
		got := dec(c.of).Mul(c.percentage.Amount).DivRound(decimal.NewFromInt(100), 0)
		if !got.Equal(dec(c.want)) {
			t.Errorf("%s: %s, verwacht %s", c.place, got, c.want)
		}
	}
}

// A folder of one's own may give the limit the embedded year lacks, and add a year.
func TestPartneralimentatieOwn(t *testing.T) {
	const name = "partneralimentatie_2026.yaml"
	dir := folder(t, name)
	dir["partneralimentatie_2027.yaml"] = &fstest.MapFile{Data: dir[name].Data}
	change(t, dir, "partneralimentatie_2027.yaml", `"2026-01-01"`, `"2027-01-01"`)
	change(t, dir, "partneralimentatie_2027.yaml", `"2026-12-31"`, `"2027-12-31"`)
	text := string(dir[name].Data)
	start := strings.Index(text, "missing:")
	dir[name] = &fstest.MapFile{Data: []byte(text[:start] +
		"  - {id: partneralimentatie.laagste_inkomens, label: grens, amount: \"1500\", unit: EUR/maand, status: enkele bron, note: verzonnen voor deze test}\n")}
	s, err := LoadDir(write(t, dir))
	if err != nil {
		t.Fatal(err)
	}
	p, err := s.Partneralimentatie(date(t, "2026-12-31"))
	if err != nil || p.LaagsteInkomens == nil || !p.LaagsteInkomens.Amount.Equal(dec("1500")) || !p.LaagsteInkomens.Publicatie.Eigen {
		t.Errorf("2026: %+v, %v", p.LaagsteInkomens, err)
	}
	if p, err := s.Partneralimentatie(date(t, "2027-12-31")); err != nil || p.LaagsteInkomens != nil || !p.Hofnormpercentage.Publicatie.Eigen {
		t.Errorf("2027: %+v, %v", p, err)
	}
	if p, err := s.Partneralimentatie(date(t, "2025-12-31")); err != nil || p.Hofnormpercentage.Publicatie.Eigen {
		t.Errorf("2025: %+v, %v", p, err)
	}
}
