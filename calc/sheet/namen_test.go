package sheet_test

import (
	"strings"
	"testing"

	"annex/calc/sheet"
	"annex/norms"
)

// wantErrors builds a sheet and wants exactly these errors from Evaluate.
func wantErrors(t *testing.T, build func(p *proef), want ...string) {
	t.Helper()
	p := nieuw()
	build(p)
	r, err := p.Evaluate(sheet.Receipt{})
	if len(want) == 0 {
		if err != nil {
			t.Errorf("error %v, want none", err)
		}
		return
	}
	if err == nil || err.Error() != strings.Join(want, "\n") {
		t.Errorf("error\n%v\nwant\n%s", err, strings.Join(want, "\n"))
	}
	if r != nil {
		t.Error("a result next to an error")
	}
}

// A name is used once in a sheet, whatever it names.
func TestDuplicateNames(t *testing.T) {
	wantErrors(t, func(p *proef) {
		p.regel("a", sheet.Getal, sheet.One)
		p.regel("a", sheet.Getal, sheet.Two)
	}, "de naam proef.a komt twee keer voor")
	wantErrors(t, func(p *proef) {
		in := sheet.Input{ID: "a", Label: "A", Unit: sheet.Getal}
		p.sc.Input(in)
		p.sc.Input(in)
	}, "de naam invoer.proef.a komt twee keer voor")
	wantErrors(t, func(p *proef) {
		p.Section(sheet.Section{ID: "proef"}, "ander")
	}, "de naam onderdeel proef komt twee keer voor")
	// The same id under another prefix, or as a line and an input, is another name.
	wantErrors(t, func(p *proef) {
		p.regel("a", sheet.Getal, sheet.One)
		p.sc.In("vader").Add(sheet.Line{ID: "a", Label: "A", Unit: sheet.Getal, Expr: sheet.One})
		p.sc.At("p2.vader").Add(sheet.Line{ID: "a", Label: "A", Unit: sheet.Getal, Expr: sheet.One})
		p.sc.At("").Add(sheet.Line{ID: "a", Label: "A", Unit: sheet.Getal, Expr: sheet.One})
		p.sc.Input(sheet.Input{ID: "a", Label: "A", Unit: sheet.Getal})
	})
	// But a prefix is only a prefix: two ways to the same name are one name.
	wantErrors(t, func(p *proef) {
		p.sc.In("vader").Add(sheet.Line{ID: "a", Label: "A", Unit: sheet.Getal, Expr: sheet.One})
		p.elders.At("proef.vader").Add(sheet.Line{ID: "a", Label: "A", Unit: sheet.Getal, Expr: sheet.One})
	}, "de naam proef.vader.a komt twee keer voor")
}

// Ids are snake_case with dots.
func TestInvalidNames(t *testing.T) {
	for id, ok := range map[string]bool{
		"a": true, "draagkracht": true, "aandeel_per_kind": true, "p1": true, "geindexeerd_1983_04": true, "vader.nbi": true, "x.1": true,
		"": false, "Draagkracht": false, "1a": false, "_a": false, "a-b": false, "a b": false, "a.": false, ".a": false, "a..b": false,
		"a._b": false, "één": false, "a\n": false, "a!": false,
	} {
		p := nieuw()
		p.sc.At("").Add(sheet.Line{ID: id, Label: "A", Unit: sheet.Getal, Expr: sheet.One})
		_, err := p.Evaluate(sheet.Receipt{})
		if (err == nil) != ok {
			t.Errorf("%q: error %v, want ok = %v", id, err, ok)
		}
		if err != nil && !strings.Contains(err.Error(), "is geen geldige naam") {
			t.Errorf("%q: error %v", id, err)
		}
	}
	wantErrors(t, func(p *proef) { p.sc.In("Vader").Input(sheet.Input{ID: "a", Label: "A", Unit: sheet.Getal}) },
		`"invoer.proef.Vader.a" is geen geldige naam`)
}

func TestLineWithoutLabel(t *testing.T) {
	wantErrors(t, func(p *proef) { p.sc.Add(sheet.Line{ID: "a", Unit: sheet.Getal, Expr: sheet.One}) },
		"regel proef.a: geen omschrijving")
}

// All errors of building come at once, in order.
func TestAllErrorsAtOnce(t *testing.T) {
	wantErrors(t, func(p *proef) {
		p.regel("a", sheet.Getal, p.eur("A", "1"))
		p.regel("b", sheet.Getal, sheet.One)
		p.regel("b", sheet.EUR, sheet.One)
	},
		"regel proef.a: de uitdrukking is EUR/maand, niet getal",
		"de naam proef.b komt twee keer voor",
		"regel proef.b: de uitdrukking is getal, niet EUR")
}

// A figure of a publication has one value; asking for it twice is fine.
func TestNormTwice(t *testing.T) {
	wantErrors(t, func(p *proef) {
		p.sc.Norm(norm("x", "x", "70", sheet.Percentage))
		p.elders.Norm(norm("x", "x", "70.00", sheet.Percentage))
	})
	wantErrors(t, func(p *proef) {
		p.sc.Norm(norm("x", "x", "70", sheet.Percentage))
		p.sc.Norm(norm("x", "x", "60", sheet.Percentage))
	}, "norm norm.proef_2025.x: twee waarden, 70 en 60")
}

// The same figure of two publications is two figures: the year, and the month of
// a publication that starts in the course of a year, stand in the name.
func TestEditionsOfANorm(t *testing.T) {
	p := nieuw()
	other := *publicatie
	other.From = day(2026, 1, 1)
	midYear := *publicatie
	midYear.From = day(2026, 7, 1)
	var sum sheet.Expr
	for i, pub := range []*norms.Publicatie{publicatie, &other, &midYear} {
		v := norm("x", "x", []string{"1", "20", "300"}[i], sheet.EURPerMaand)
		v.Publicatie = pub
		e := p.sc.Norm(v)
		if i == 0 {
			sum = e
		} else {
			sum = sum.Plus(e)
		}
	}
	if l := p.waarde(t, sheet.EURPerMaand, sum); !l.Value.Equal(dec("321")) {
		t.Errorf("value %s, want 321", l.Value)
	}
	var ids []string
	r := p.reken(t)
	for _, n := range r.Norms() {
		ids = append(ids, n.ID)
	}
	if got, want := strings.Join(ids, " "), "norm.proef_2025.x norm.proef_2026.x norm.proef_2026_07.x"; got != want {
		t.Errorf("names %s, want %s", got, want)
	}
	if got := len(r.NormBestanden()); got != 3 {
		t.Errorf("%d publications in the receipt, want 3", got)
	}
}

// Asking twice for a table gives the same table, and it is listed once.
func TestTableTwice(t *testing.T) {
	p := nieuw()
	if p.elders.Table(schijven()) != p.tabel {
		t.Error("two tables of one")
	}
	if r := p.reken(t); len(r.Tables()) != 1 || r.Tables()[0].ID != "tabel.proef_2025" {
		t.Errorf("tables %v", r.Tables())
	}
}
