package sheet_test

import (
	"testing"

	"annex/calc/sheet"
)

func TestFormatNumber(t *testing.T) {
	for _, c := range []struct {
		in     string
		places int32
		want   string
	}{
		{"0", 0, "0"}, {"0", 2, "0,00"}, {"1", 2, "1,00"}, {"1234.5", 2, "1.234,50"}, {"999", 0, "999"}, {"1000", 0, "1.000"},
		{"1234567.891", 2, "1.234.567,89"}, {"12345678901234567890.12", 2, "12.345.678.901.234.567.890,12"},
		{"-1234.5", 2, "−1.234,50"}, {"-0.004", 2, "0,00"}, {"-0.005", 2, "−0,01"}, {"2.345", 2, "2,35"}, {"-2.345", 2, "−2,35"},
		{"0.5", 0, "1"}, {"1e3", 0, "1.000"}, {"0.1", 4, "0,1000"},
	} {
		if got := sheet.FormatNumber(dec(c.in), c.places); got != c.want {
			t.Errorf("FormatNumber(%s, %d) = %s, want %s", c.in, c.places, got, c.want)
		}
	}
}

func TestFormatPublished(t *testing.T) {
	for in, want := range map[string]string{
		"0": "0", "70": "70", "70.00": "70", "70.50": "70,5", "1310": "1.310", "2260.43": "2.260,43", "6.2": "6,2", "-0.50": "−0,5", "1e4": "10.000",
	} {
		if got := sheet.FormatPublished(dec(in)); got != want {
			t.Errorf("FormatPublished(%s) = %s, want %s", in, got, want)
		}
	}
}

func TestFormatValue(t *testing.T) {
	for _, c := range []struct {
		in     string
		unit   sheet.Unit
		places int32
		want   string
	}{
		{"0.7", sheet.Percentage, 2, "70%"}, {"0.125", sheet.Percentage, 0, "12,5%"}, {"0", sheet.Percentage, 2, "0%"}, {"0.062", sheet.Percentage, 2, "6,2%"},
		{"1", sheet.JaNee, 2, "ja"}, {"0", sheet.JaNee, 2, "nee"},
		{"1234.5", sheet.EUR, 2, "1.234,50"}, {"1234.5", sheet.EURPerMaand, 0, "1.235"}, {"1234.5", sheet.EURPerJaar, 2, "1.234,50"},
		{"3", sheet.Aantal, 2, "3"}, {"2.50", sheet.DagenPerWeek, 2, "2,5"}, {"0.333333333333", sheet.Getal, 2, "0,3333"}, {"1000", sheet.Getal, 2, "1.000"},
	} {
		if got := sheet.FormatValue(dec(c.in), c.unit, c.places); got != c.want {
			t.Errorf("FormatValue(%s, %s, %d) = %s, want %s", c.in, c.unit, c.places, got, c.want)
		}
	}
}

func TestFormatDate(t *testing.T) {
	for want, d := range map[string][3]int{
		"1 januari 2025": {2025, 1, 1}, "29 februari 2024": {2024, 2, 29}, "1 maart 2025": {2025, 3, 1}, "30 april 2026": {2026, 4, 30},
		"5 mei 2025": {2025, 5, 5}, "30 juni 2023": {2023, 6, 30}, "1 juli 2025": {2025, 7, 1}, "31 augustus 2025": {2025, 8, 31},
		"9 september 2025": {2025, 9, 9}, "10 oktober 2025": {2025, 10, 10}, "11 november 2025": {2025, 11, 11}, "31 december 2025": {2025, 12, 31},
	} {
		if got := sheet.FormatDate(day(d[0], d[1], d[2])); got != want {
			t.Errorf("FormatDate(%v) = %s, want %s", d, got, want)
		}
	}
}

func TestCapitalAndEnumerate(t *testing.T) {
	for in, want := range map[string]string{"de moeder": "De moeder", "één": "Één", "Noor": "Noor", "şule": "Şule", "łukasz": "Łukasz"} {
		if got := sheet.Capital(in); got != want {
			t.Errorf("Capital(%s) = %s, want %s", in, got, want)
		}
	}
	for want, in := range map[string][]string{
		"": nil, "Noor": {"Noor"}, "Noor en Daan": {"Noor", "Daan"}, "Noor, Daan en Lot": {"Noor", "Daan", "Lot"},
	} {
		if got := sheet.Enumerate(in); got != want {
			t.Errorf("Enumerate(%v) = %s, want %s", in, got, want)
		}
	}
}

// A label reads inside a sentence without its capital, unless it begins with an
// abbreviation.
func TestLabelInsideASentence(t *testing.T) {
	for label, want := range map[string]string{
		"Woonbudget": "woonbudget + 1", "NBI met kindgebonden budget": "NBI met kindgebonden budget + 1", "Eigen aandeel": "eigen aandeel + 1",
		"Één kind": "één kind + 1", "aandeel": "aandeel + 1",
	} {
		p := nieuw()
		if l := p.waarde(t, sheet.Getal, p.in(label, "1", sheet.Getal).Plus(sheet.One)); l.Words != want {
			t.Errorf("%s: %q, want %q", label, l.Words, want)
		}
	}
}

// Places: no decimals where a line ends on whole euros, else two.
func TestPlaces(t *testing.T) {
	for _, c := range []struct {
		name string
		expr func(p *proef) sheet.Expr
		want int32
		text string
	}{
		{"rounded to euros", func(p *proef) sheet.Expr { return p.eur("A", "1234.5").Round(0) }, 0, "1.235"},
		{"rounded to cents", func(p *proef) sheet.Expr { return p.eur("A", "1234.567").Round(2) }, 2, "1.234,57"},
		{"not rounded", func(p *proef) sheet.Expr { return p.eur("A", "1234.5") }, 2, "1.234,50"},
		{"quotient", func(p *proef) sheet.Expr { return p.eur("A", "9").Over(sheet.Two) }, 2, "4,50"},
		{"whole norm", func(p *proef) sheet.Expr { return p.sc.Norm(norm("x", "x", "25", sheet.EURPerMaand)) }, 0, "25"},
		{"norm with cents", func(p *proef) sheet.Expr { return p.sc.Norm(norm("x", "x", "25.10", sheet.EURPerMaand)) }, 2, "25,10"},
		{"whole line", func(p *proef) sheet.Expr { return p.regel("a", sheet.EURPerMaand, p.eur("A", "5").Round(0)) }, 0, "5"},
		{"sum of whole lines", func(p *proef) sheet.Expr {
			a := p.regel("a", sheet.EURPerMaand, p.eur("A", "5").Round(0))
			return a.Plus(p.regel("b", sheet.EURPerMaand, p.eur("B", "6").Round(0)))
		}, 0, "11"},
		{"sum of a whole line and an amount", func(p *proef) sheet.Expr {
			a := p.regel("a", sheet.EURPerMaand, p.eur("A", "5").Round(0))
			return a.Plus(p.eur("B", "6"))
		}, 2, "11,00"},
		{"difference of whole lines, not below nil", func(p *proef) sheet.Expr {
			a := p.regel("a", sheet.EURPerMaand, p.eur("A", "5").Round(0))
			return a.Minus(p.regel("b", sheet.EURPerMaand, p.eur("B", "6").Round(0))).AtLeast(sheet.Zero)
		}, 0, "0"},
		{"choice between nil and an amount", func(p *proef) sheet.Expr { return sheet.If(p.janee("het zo is", true), sheet.Zero, p.eur("A", "5")) }, 2, "0,00"},
		{"choice between nil and a whole line", func(p *proef) sheet.Expr {
			return sheet.If(p.janee("het zo is", true), sheet.Zero, p.regel("a", sheet.EURPerMaand, p.eur("A", "5").Round(0)))
		}, 0, "0"},
		{"nil", func(p *proef) sheet.Expr { return sheet.Zero }, 2, "0,00"},
	} {
		p := nieuw()
		l := p.waarde(t, sheet.EURPerMaand, c.expr(p))
		if got := l.Places(); got != c.want || l.Text() != c.text {
			t.Errorf("%s: %d places, %s; want %d, %s", c.name, got, l.Text(), c.want, c.text)
		}
	}
}

// Inputs are printed as the formulas print them.
func TestInputText(t *testing.T) {
	for _, c := range []struct {
		value string
		unit  sheet.Unit
		want  string
	}{
		{"2600.5", sheet.EURPerMaand, "2.600,50"}, {"15", sheet.Percentage, "15%"}, {"12.50", sheet.Percentage, "12,5%"},
		{"1", sheet.JaNee, "ja"}, {"0", sheet.JaNee, "nee"}, {"2.5", sheet.DagenPerWeek, "2,5"},
	} {
		if got := (&sheet.Input{Value: dec(c.value), Unit: c.unit}).Text(); got != c.want {
			t.Errorf("%s %s: %s, want %s", c.value, c.unit, got, c.want)
		}
	}
}
