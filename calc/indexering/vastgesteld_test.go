package indexering_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"annex/calc/indexering"
	"annex/calc/sheet"
	"annex/norms"
)

func dag(t *testing.T, s string) time.Time {
	t.Helper()
	d, err := time.Parse(time.DateOnly, s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func normset(t *testing.T) *norms.Set {
	t.Helper()
	set, err := norms.Load()
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func beschrijf(t *testing.T, bedrag, op, tot string) (*sheet.Result, error) {
	t.Helper()
	s := sheet.New()
	if err := indexering.Beschrijf(s, indexering.Vastgesteld{Bedrag: dec(bedrag), Op: dag(t, op)}, dag(t, tot), normset(t)); err != nil {
		return nil, err
	}
	r, err := s.Evaluate(sheet.Receipt{})
	if err != nil {
		t.Fatal(err)
	}
	return r, nil
}

// Each amount with the day from which it holds, as the outcome states it.
func TestBeschrijf(t *testing.T) {
	for _, c := range []struct{ name, bedrag, op, tot, want string }{
		// ECLI:NL:RBNHO:2025:3845: 356,00 of 2024 is 379,14 per 1 January 2025.
		{"a judgment", "356", "2024-05-15", "2025-01-01", "2024-05-15 356; 2025-01-01 379.14"},
		// ECLI:NL:GHARL:2025:2834 has 829 per 2024, from an unrounded start; in cents 780 x 1,062 = 828,36.
		{"another judgment", "780", "2023-06-01", "2024-12-31", "2023-06-01 780; 2024-01-01 828.36"},
		// The calculator of the LBIO (lbio.nl/indexering-alimentatie, for 1.000 of 2017): rounded only at the end it would be 1151,65.
		{"cents each year", "1000", "2017-07-01", "2023-01-01",
			"2017-07-01 1000; 2018-01-01 1015; 2019-01-01 1035.3; 2020-01-01 1061.18; 2021-01-01 1093.02; 2022-01-01 1113.79; 2023-01-01 1151.66"},
		// By hand: 4%, 3%, 0%, 6,4% (107,12 x 1,064 = 113,97568), 0%, 0,5% (113,98 x 1,005 = 114,5499).
		{"two dates in 1983", "100", "1980-06-01", "1985-01-01",
			"1980-06-01 100; 1981-01-01 104; 1982-01-01 107.12; 1983-01-01 107.12; 1983-04-01 113.98; 1984-01-01 113.98; 1985-01-01 114.55"},
		{"until between the dates of 1983", "100", "1982-12-31", "1983-03-31", "1982-12-31 100; 1983-01-01 100"},
		{"fixed between the dates of 1983", "100", "1983-02-01", "1984-01-01", "1983-02-01 100; 1983-04-01 106.4; 1984-01-01 106.4"},
		// On the day itself it is not raised; the day before it is.
		{"fixed on 1 January", "100", "2024-01-01", "2025-06-30", "2024-01-01 100; 2025-01-01 106.5"},
		{"fixed on 31 December", "100", "2023-12-31", "2024-01-01", "2023-12-31 100; 2024-01-01 106.2"},
		{"until just before 1 January", "100", "2023-12-31", "2024-12-31", "2023-12-31 100; 2024-01-01 106.2"},
		{"the first year that is known", "100", "1975-01-01", "1976-01-01", "1975-01-01 100; 1976-01-01 113"},
		{"nil stays nil", "0", "2024-05-15", "2026-01-01", "2024-05-15 0; 2025-01-01 0; 2026-01-01 0"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, err := beschrijf(t, c.bedrag, c.op, c.tot)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for i, b := range r.Betalingen() {
				got = append(got, b.Periode.Vanaf+" "+b.Bedrag.String())
				if b.Geindexeerd != (i > 0) || b.Betaler.ID != "" || b.Voor.ID != "" {
					t.Errorf("outcome %+v", b)
				}
			}
			if strings.Join(got, "; ") != c.want {
				t.Errorf("got  %s\nwant %s", strings.Join(got, "; "), c.want)
			}
		})
	}
}

// Every amount holds until the day before the next one; the last is open.
func TestPerioden(t *testing.T) {
	r, err := beschrijf(t, "356", "2024-05-15", "2026-01-01")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, b := range r.Betalingen() {
		got = append(got, fmt.Sprintf("%s | %s t/m %s: %s", b.Soort, b.Periode.Vanaf, b.Periode.TotEnMet, b.Periode.Tekst))
	}
	want := []string{
		"alimentatie_vastgesteld | 2024-05-15 t/m 2024-12-31: vastgesteld op 15 mei 2024",
		"alimentatie_geindexeerd | 2025-01-01 t/m 2025-12-31: per 1 januari 2025",
		"alimentatie_geindexeerd | 2026-01-01 t/m : per 1 januari 2026",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
}

// The lines: the amount as fixed, then one for each indexation with its
// percentage, its law and its sum; the last is the outcome.
func TestRegels(t *testing.T) {
	r, err := beschrijf(t, "356", "2024-05-15", "2026-01-01")
	if err != nil {
		t.Fatal(err)
	}
	sections := r.Sections()
	if len(sections) != 1 || sections[0].Soort != indexering.Soort {
		t.Fatalf("sections %+v", sections)
	}
	var got []string
	for _, l := range r.Lines(sections[0]) {
		percentage := ""
		for _, n := range l.Norms() {
			percentage += n.Text()
		}
		got = append(got, fmt.Sprintf("%s | %s | %s | %s | %s | %s | %v", l.ID, l.Label, percentage, l.Words, l.Numbers, l.Text(), l.Slot))
	}
	want := []string{
		"indexering.vastgesteld | Vastgesteld bedrag |  |  |  | 356,00 | false",
		"indexering.geindexeerd_2025 | Bedrag per 1 januari 2025 | 6,5% | vastgesteld bedrag × (1 + indexering per 1 januari 2025) (op centen) | 356,00 × (1 + 6,5%) | 379,14 | false",
		"indexering.geindexeerd_2026 | Bedrag per 1 januari 2026 | 4,6% | bedrag per 1 januari 2025 × (1 + indexering per 1 januari 2026) (op centen) | 379,14 × (1 + 4,6%) | 396,58 | true",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
}

// What the document says about itself depends on the days.
func TestVermeldingen(t *testing.T) {
	for _, c := range []struct{ op, tot, keuzes, waarschuwingen string }{
		{"2024-05-15", "2025-01-01", "indexering-eerste indexering-centen", ""},
		{"2002-01-01", "2003-01-01", "indexering-eerste indexering-centen", ""},
		{"2001-12-31", "2002-01-01", "indexering-eerste indexering-centen", "bedrag-in-guldens"},
		{"1983-01-01", "1983-04-01", "indexering-eerste indexering-april-1983 indexering-centen", "bedrag-in-guldens"},
		{"1983-03-31", "1984-01-01", "indexering-eerste indexering-april-1983 indexering-centen", "bedrag-in-guldens"},
		{"1983-04-01", "1984-01-01", "indexering-eerste indexering-centen", "bedrag-in-guldens"},
		{"1982-12-31", "1984-01-01", "indexering-eerste indexering-centen", "bedrag-in-guldens"},
	} {
		r, err := beschrijf(t, "100", c.op, c.tot)
		if err != nil {
			t.Fatal(err)
		}
		var keuzes, warnings []string
		for _, k := range r.Keuzes() {
			keuzes = append(keuzes, k.ID)
		}
		for _, w := range r.Waarschuwingen() {
			warnings = append(warnings, w.Code)
		}
		if got := strings.Join(keuzes, " "); got != c.keuzes {
			t.Errorf("%s: choices %s, want %s", c.op, got, c.keuzes)
		}
		if got := strings.Join(warnings, " "); got != c.waarschuwingen {
			t.Errorf("%s: warnings %s, want %s", c.op, got, c.waarschuwingen)
		}
		if len(r.NietMeegenomen()) == 0 {
			t.Errorf("%s: nothing about what is left out", c.op)
		}
	}
}

func TestBeschrijfErrors(t *testing.T) {
	for _, c := range []struct{ op, tot, want string }{
		{"2024-05-15", "2027-01-01", `geen normen "indexering" voor 2027-01-01; de laatste periode loopt t/m 2026-12-31`},
		{"2027-05-15", "2028-01-01", `geen normen "indexering" voor 2027-01-01; de laatste periode loopt t/m 2026-12-31`},
		{"1974-12-31", "2025-01-01", `geen normen "indexering" voor 1974-01-01; de eerste periode begint op 1975-01-01`},
		{"1970-01-01", "1972-01-01", `geen normen "indexering" voor 1970-01-01; de eerste periode begint op 1975-01-01`},
	} {
		_, err := beschrijf(t, "100", c.op, c.tot)
		var geen *norms.GeenNormen
		if !errors.As(err, &geen) || err.Error() != c.want {
			t.Errorf("%s to %s: %v, want %s", c.op, c.tot, err, c.want)
		}
	}
	for _, c := range []struct{ op, tot, want string }{
		{"2024-05-15", "2024-05-14", "14 mei 2024 ligt voor de dag waarop het bedrag is vastgesteld, 15 mei 2024"},
		{"2024-05-15", "2024-05-15", "van 15 mei 2024 tot en met 15 mei 2024 is er geen indexering"},
		{"2024-01-01", "2024-12-31", "van 1 januari 2024 tot en met 31 december 2024 is er geen indexering"},
	} {
		_, err := beschrijf(t, "100", c.op, c.tot)
		var niets *indexering.NietsTeIndexeren
		if !errors.As(err, &niets) || err.Error() != c.want {
			t.Errorf("%s to %s: %v, want %s", c.op, c.tot, err, c.want)
		}
	}
}

func TestLaatsteBekende(t *testing.T) {
	for _, c := range []struct{ op, want string }{
		{"1975-01-01", "2026-01-01"},
		{"2024-05-15", "2026-01-01"},
		{"2025-12-31", "2026-01-01"},
	} {
		if got, err := indexering.LaatsteBekende(dag(t, c.op), normset(t)); err != nil || got.Format(time.DateOnly) != c.want {
			t.Errorf("%s: %v, %v, want %s", c.op, got, err, c.want)
		}
	}
	for _, c := range []struct{ op, want string }{
		{"2026-01-01", `geen normen "indexering" voor 2027-01-01; de laatste periode loopt t/m 2026-12-31`},
		{"2031-01-01", `geen normen "indexering" voor 2031-01-01; de laatste periode loopt t/m 2026-12-31`},
		{"1974-12-31", `geen normen "indexering" voor 1974-01-01; de eerste periode begint op 1975-01-01`},
	} {
		_, err := indexering.LaatsteBekende(dag(t, c.op), normset(t))
		var geen *norms.GeenNormen
		if !errors.As(err, &geen) || err.Error() != c.want {
			t.Errorf("%s: %v, want %s", c.op, err, c.want)
		}
	}
}
