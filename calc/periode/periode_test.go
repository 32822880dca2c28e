package periode_test

import (
	"testing"
	"time"

	"annex/calc/periode"
	"annex/calc/zaak"
)

func dag(jaar, maand, dag int) time.Time {
	return time.Date(jaar, time.Month(maand), dag, 0, 0, 0, 0, time.UTC)
}

// One period needs no name of its own; of more each carries its number and runs to the
// day before the next.
func TestVan(t *testing.T) {
	vader := zaak.Ouder{ID: "vader"}
	een := periode.Van(&zaak.Zaak{Perioden: []zaak.Periode{{Vanaf: dag(2025, 3, 1)}}})
	if p := een[0]; p.Nummer != 0 || p.Prefix != "" || p.Achter != "" || p.ID("vader.nbi") != "vader.nbi" || p.Naam.Tekst != "vanaf 1 maart 2025" || p.Pad(vader) != "perioden[0].vader" {
		t.Errorf("%+v", p)
	}
	twee := periode.Van(&zaak.Zaak{Perioden: []zaak.Periode{{Vanaf: dag(2024, 7, 1)}, {Vanaf: dag(2025, 3, 1)}}})
	if p := twee[0]; p.Naam.TotEnMet != "2025-02-28" || p.Achter != ", van 1 juli 2024 tot en met 28 februari 2025" {
		t.Errorf("%+v", p)
	}
	if p := twee[1]; p.Nummer != 2 || p.ID("vader.nbi") != "p2.vader.nbi" || p.Naam.TotEnMet != "" || p.Pad(vader) != "perioden[1].vader" {
		t.Errorf("%+v", p)
	}
}

// What indexation makes of an amount holds until the next 1 January that is known, or
// the end of the period.
func TestNaIndexering(t *testing.T) {
	p := periode.Namen(&zaak.Zaak{Perioden: []zaak.Periode{{Vanaf: dag(2023, 3, 1)}, {Vanaf: dag(2025, 6, 1)}}})[0]
	for i, want := range []string{"van 1 januari 2024 tot en met 31 december 2024", "van 1 januari 2025 tot en met 31 mei 2025"} {
		if got := periode.NaIndexering(p, []int{2024, 2025}, i); got.Tekst != want || got.Nummer != 1 {
			t.Errorf("%d: %q, want %q", i, got.Tekst, want)
		}
	}
}
