package render

import (
	"strings"
	"testing"
	"time"

	"annex/norms"
)

func published2026(t *testing.T) []norms.Overzicht {
	t.Helper()
	set, err := norms.Load()
	if err != nil {
		t.Fatal(err)
	}
	day := time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
	return set.Overzicht(&day)
}

// A percentage takes effect on its own day; the period of the list says nothing
// of it.
func TestNormenOwnDay(t *testing.T) {
	found := false
	for _, block := range Normen(published2026(t), nil).Blokken {
		switch x := block.(type) {
		case Alinea:
			if strings.Contains(x.Tekst, "01-01-1975") && !strings.HasPrefix(x.Tekst, "Lijst van 01-01-1975 t/m 31-12-2026.") {
				t.Errorf("%s", x.Tekst)
			}
		case Tabel:
			for _, row := range x.Rijen {
				if len(row.Cellen) != len(x.Kolommen) {
					t.Errorf("%d cells in %d columns", len(row.Cellen), len(x.Kolommen))
				}
				if row.Cellen[0].Tekst == "Indexering per 1 januari 2026" {
					found = true
					if x.Kolommen[3].Kop != "Geldig" || row.Cellen[3].Tekst != "per 01-01-2026" {
						t.Errorf("%+v", row)
					}
				} else if len(x.Kolommen) > 3 && x.Kolommen[3].Kop == "Geldig" {
					t.Errorf("a day of its own for %s", row.Cellen[0].Tekst)
				}
			}
		}
	}
	if !found {
		t.Error("no indexation of 2026")
	}
}

func TestNormenYears(t *testing.T) {
	var years, ages []string
	for _, block := range Normen(published2026(t), nil).Blokken {
		if x, ok := block.(Tabel); ok && len(x.Kolommen) > 0 && strings.HasPrefix(x.Kolommen[0].Kop, "kalenderjaar") {
			for _, row := range x.Rijen {
				years, ages = append(years, row.Cellen[0].Tekst), append(ages, row.Cellen[1].Tekst)
			}
		}
	}
	if len(years) == 0 || years[0] != "2012" || ages[0] != "65" || strings.Contains(strings.Join(years, " "), ".") {
		t.Errorf("years %q, ages %q", years, ages)
	}
}
