package sheet_test

import (
	"strings"
	"testing"

	"annex/calc/sheet"
	"annex/norms"
)

// Every operator shows four faces: its value, its unit, its formula in words and
// its formula in numbers. The unit is what Add infers: it names it when the line
// claims a unit that cannot be right.
func TestOperators(t *testing.T) {
	const maand, pct, getal = sheet.EURPerMaand, sheet.Percentage, sheet.Getal
	for _, c := range []struct {
		name    string
		expr    func(p *proef) sheet.Expr
		value   string
		unit    sheet.Unit
		words   string
		numbers string // empty: nothing more to say than the value
	}{
		// Leaves.
		{"literal", func(p *proef) sheet.Expr { return sheet.Two }, "2", getal, "2", ""},
		{"literal hundred", func(p *proef) sheet.Expr { return sheet.Hundred }, "100", getal, "100", ""},
		{"count", func(p *proef) sheet.Expr { return sheet.Count(3) }, "3", sheet.Aantal, "3", ""},
		{"input alone", func(p *proef) sheet.Expr { return p.eur("Netto inkomen", "2600.5") }, "2600.5", maand, "", ""},
		{"percentage input alone", func(p *proef) sheet.Expr { return p.in("Percentage", "12.5", pct) }, "0.125", pct, "", ""},
		{"norm alone", func(p *proef) sheet.Expr { return p.sc.Norm(norm("grens", "grens", "2125", maand)) }, "2125", maand, "", ""},
		{"line in its own section", func(p *proef) sheet.Expr {
			return p.regel("woonbudget", maand, p.eur("Bedrag", "780")).Plus(sheet.Zero)
		}, "780", maand, "woonbudget", ""},
		{"line of another section", func(p *proef) sheet.Expr { return p.andereRegel("woonbudget", maand, p.eur("Bedrag", "780")) },
			"780", maand, "woonbudget van de vader", ""},

		// Arithmetic.
		{"sum", func(p *proef) sheet.Expr {
			return sheet.Sum(p.eur("Netto inkomen", "2600"), p.eur("Kindgebonden budget", "400.25"), p.eur("Toelage", "0"))
		}, "3000.25", maand, "netto inkomen + kindgebonden budget + toelage", "2.600,00 + 400,25 + 0,00"},
		{"sum of nothing", func(p *proef) sheet.Expr { return sheet.Sum(sheet.Zero, sheet.Zero) }, "0", "*", "0", "0"},
		{"difference", func(p *proef) sheet.Expr { return p.eur("Inkomen", "2600").Minus(p.eur("Lasten", "2290")) },
			"310", maand, "inkomen − lasten", "2.600,00 − 2.290,00"},
		{"difference of a sum", func(p *proef) sheet.Expr {
			return p.eur("A", "9").Minus(p.eur("B", "2").Plus(p.eur("C", "3")))
		}, "4", maand, "a − (b + c)", "9,00 − (2,00 + 3,00)"},
		{"negative outcome", func(p *proef) sheet.Expr { return p.eur("A", "1").Minus(p.eur("B", "1235.5")) },
			"-1234.5", maand, "a − b", "1,00 − 1.235,50"},
		{"product", func(p *proef) sheet.Expr {
			return p.sc.Norm(norm("woonbudget", "woonbudgetpercentage", "30", pct)).Times(p.eur("Inkomen", "2600"))
		}, "780", maand, "woonbudgetpercentage × inkomen", "30% × 2.600,00"},
		{"product of a difference", func(p *proef) sheet.Expr {
			return p.in("Percentage", "70", pct).Times(p.eur("Inkomen", "2600").Minus(p.eur("Lasten", "2290")))
		}, "217", maand, "percentage × (inkomen − lasten)", "70% × (2.600,00 − 2.290,00)"},
		{"twelve months", func(p *proef) sheet.Expr { return sheet.Twelve.Times(p.eur("Inkomen", "100.10")) },
			"1201.2", sheet.EURPerJaar, "12 × inkomen", "12 × 100,10"},
		{"quotient", func(p *proef) sheet.Expr { return p.eur("Totaal", "1380").Over(sheet.Count(2)) },
			"690", maand, "totaal / 2", "1.380,00 / 2"},
		{"quotient of amounts", func(p *proef) sheet.Expr { return p.eur("A", "1").Over(p.eur("B", "8")) },
			"0.125", getal, "a / b", "1,00 / 8,00"},
		{"quotient of products", func(p *proef) sheet.Expr {
			return p.eur("A", "259").Over(p.eur("B", "476")).Times(p.eur("C", "450"))
		}, "244.85294117647", maand, "a / b × c", "259,00 / 476,00 × 450,00"},
		{"quotient by a product", func(p *proef) sheet.Expr {
			return p.eur("A", "12").Over(sheet.Two.Times(sheet.Count(3)))
		}, "2", maand, "a / (2 × 3)", "12,00 / (2 × 3)"},
		{"a year in months", func(p *proef) sheet.Expr { return p.in("Jaarinkomen", "31200", sheet.EURPerJaar).Over(sheet.Twelve) },
			"2600", maand, "jaarinkomen / 12", "31.200,00 / 12"},

		// Bounds: named in numbers only where they bite.
		{"at least, bites", func(p *proef) sheet.Expr { return p.eur("A", "1").Minus(p.eur("B", "3")).AtLeast(sheet.Zero) },
			"0", maand, "a − b, ten minste 0", "1,00 − 3,00, ten minste 0"},
		{"at least, does not bite", func(p *proef) sheet.Expr { return p.eur("A", "3").Minus(p.eur("B", "1")).AtLeast(sheet.Zero) },
			"2", maand, "a − b, ten minste 0", "3,00 − 1,00"},
		{"at least, equal", func(p *proef) sheet.Expr { return p.eur("A", "3").Plus(p.eur("B", "1")).AtLeast(p.eur("C", "4")) },
			"4", maand, "a + b, ten minste c", "3,00 + 1,00"},
		{"at most, bites", func(p *proef) sheet.Expr { return p.eur("A", "3").Plus(p.eur("B", "1")).AtMost(p.eur("C", "3.5")) },
			"3.5", maand, "a + b, ten hoogste c", "3,00 + 1,00, ten hoogste 3,50"},
		{"at most, does not bite", func(p *proef) sheet.Expr { return p.eur("A", "3").Plus(p.eur("B", "1")).AtMost(p.eur("C", "5")) },
			"4", maand, "a + b, ten hoogste c", "3,00 + 1,00"},

		// Rounding: the printed value shows it, so numbers do not repeat it.
		{"rounded to euros", func(p *proef) sheet.Expr { return p.in("P", "70", pct).Times(p.eur("Inkomen", "165")).Round(0) },
			"116", maand, "p × inkomen (op hele euro's)", "70% × 165,00"},
		{"rounded to cents", func(p *proef) sheet.Expr { return p.eur("A", "100").Over(sheet.Count(3)).Round(2) },
			"33.33", maand, "a / 3 (op centen)", "100,00 / 3"},
		{"rounded to four decimals", func(p *proef) sheet.Expr { return p.eur("A", "1").Over(p.eur("B", "3")).Round(4) },
			"0.3333", getal, "a / b (op 4 decimalen)", "1,00 / 3,00"},

		// Choices.
		{"if, first branch", func(p *proef) sheet.Expr {
			return sheet.If(p.eur("A", "5").MoreThan(p.eur("B", "3")), p.eur("C", "1").Plus(p.eur("D", "1")), p.eur("E", "9"))
		}, "2", maand, "als a hoger is dan b: c + d; anders: e", "1,00 + 1,00 (want 5,00 > 3,00)"},
		{"if, other branch", func(p *proef) sheet.Expr {
			return sheet.If(p.eur("A", "3").MoreThan(p.eur("B", "5")), p.eur("C", "1"), p.eur("E", "9").Minus(p.eur("F", "2")))
		}, "7", maand, "als a hoger is dan b: c; anders: e − f", "9,00 − 2,00 (want 3,00 ≤ 5,00)"},
		{"if in an if", func(p *proef) sheet.Expr {
			return sheet.If(p.eur("A", "1").LessThan(p.eur("B", "0")), sheet.Zero,
				sheet.If(p.eur("C", "1").NotLessThan(p.eur("D", "1")), p.eur("E", "7"), p.eur("F", "8")))
		}, "7", maand, "als a lager is dan b: 0; anders, als c ten minste gelijk is aan d: e; anders: f", "7,00 (want 1,00 ≥ 0,00 en 1,00 = 1,00)"},
		{"if in a sum", func(p *proef) sheet.Expr {
			return p.eur("A", "10").Plus(sheet.If(p.janee("er een uitkering is", true), p.eur("B", "2"), p.eur("C", "3")))
		}, "12", maand, "a + (als er een uitkering is: b; anders: c)", "10,00 + 2,00 (want er een uitkering is)"},
		{"truth", func(p *proef) sheet.Expr { return sheet.Truth(p.eur("A", "5").MoreThan(p.eur("B", "3"))) },
			"1", sheet.JaNee, "a hoger is dan b", "5,00 > 3,00"},
		{"truth that is not", func(p *proef) sheet.Expr { return sheet.Truth(p.eur("A", "2").MoreThan(p.eur("B", "3"))) },
			"0", sheet.JaNee, "a hoger is dan b", "2,00 ≤ 3,00"},

		// Conditions.
		{"less than", func(p *proef) sheet.Expr { return sheet.Truth(p.eur("A", "2").LessThan(p.eur("B", "3"))) },
			"1", sheet.JaNee, "a lager is dan b", "2,00 < 3,00"},
		{"not less than", func(p *proef) sheet.Expr { return sheet.Truth(p.eur("A", "2").NotLessThan(p.eur("B", "3"))) },
			"0", sheet.JaNee, "a ten minste gelijk is aan b", "2,00 < 3,00"},
		{"not more than", func(p *proef) sheet.Expr { return sheet.Truth(p.eur("A", "4").NotMoreThan(p.eur("B", "3"))) },
			"0", sheet.JaNee, "a niet hoger is dan b", "4,00 > 3,00"},
		{"and", func(p *proef) sheet.Expr {
			return sheet.Truth(p.eur("A", "1").LessThan(p.eur("B", "2")).And(p.eur("C", "3").LessThan(p.eur("D", "2"))))
		}, "0", sheet.JaNee, "a lager is dan b en c lager is dan d", "1,00 < 2,00 en 3,00 ≥ 2,00"},
		{"or", func(p *proef) sheet.Expr {
			return sheet.Truth(p.eur("A", "1").LessThan(p.eur("B", "2")).Or(p.eur("C", "3").LessThan(p.eur("D", "2"))))
		}, "1", sheet.JaNee, "a lager is dan b of c lager is dan d", "1,00 < 2,00 en 3,00 ≥ 2,00"},
		{"not", func(p *proef) sheet.Expr { return sheet.Truth(sheet.Not(p.eur("A", "1").LessThan(p.eur("B", "2")))) },
			"0", sheet.JaNee, "niet: a lager is dan b", "1,00 < 2,00"},
		{"differs", func(p *proef) sheet.Expr { return sheet.Truth(p.eur("A", "4").Differs(p.eur("B", "3"))) },
			"1", sheet.JaNee, "a anders is dan b", "4,00 ≠ 3,00"},
		{"does not differ", func(p *proef) sheet.Expr { return sheet.Truth(p.eur("A", "3").Differs(p.eur("B", "3"))) },
			"0", sheet.JaNee, "a anders is dan b", "3,00 = 3,00"},
		{"stated", func(p *proef) sheet.Expr { return sheet.Truth(sheet.Stated("zo staat het in het zaakbestand")) },
			"1", sheet.JaNee, "zo staat het in het zaakbestand", ""},
		{"is yes", func(p *proef) sheet.Expr { return sheet.Truth(p.janee("de last vermijdbaar is", true)) },
			"1", sheet.JaNee, "de last vermijdbaar is", "de last vermijdbaar is"},

		// Tables.
		{"lookup", func(p *proef) sheet.Expr { return sheet.Lookup(p.tabel, 1, p.eur("Inkomen", "1750")) },
			"0.9", pct, "percentage volgens de proeftabel bij inkomen", "90% (rij vanaf 1.500)"},
		{"lookup of the key", func(p *proef) sheet.Expr { return sheet.Lookup(p.tabel, 0, p.eur("Inkomen", "1750")) },
			"1500", maand, "inkomen van de rij van de proeftabel bij inkomen", "1.500 (rij vanaf 1.500)"},
		{"lookup above", func(p *proef) sheet.Expr { return sheet.LookupAbove(p.tabel, 1, p.eur("Inkomen", "1500")) },
			"1", pct, "percentage volgens de proeftabel bij inkomen", ""},
		{"interpolation", func(p *proef) sheet.Expr { return sheet.Interpolate(p.tabel, 2, p.eur("Inkomen", "1700")) },
			"165.2", maand, "bedrag volgens de proeftabel voor bedrag voor 1 kind bij inkomen, naar rato tussen twee tabelbedragen",
			"125 + (1.700,00 − 1.500) / (2.000 − 1.500) × (225,5 − 125)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := nieuw()
			unit := c.unit
			if unit == "*" {
				unit = maand
			}
			l := p.waarde(t, unit, c.expr(p))
			if !l.Value.Round(11).Equal(dec(c.value)) {
				t.Errorf("value %s, want %s", l.Value, c.value)
			}
			if l.Words != c.words {
				t.Errorf("words   %q\nwant    %q", l.Words, c.words)
			}
			if l.Numbers != c.numbers {
				t.Errorf("numbers %q\nwant    %q", l.Numbers, c.numbers)
			}
			if c.unit == "*" {
				return // nothing is nothing in every unit
			}
			wrong := sheet.JaNee
			if c.unit == wrong {
				wrong = sheet.EUR
			}
			p = nieuw()
			p.regel("uitkomst", wrong, c.expr(p))
			_, err := p.Evaluate(sheet.Receipt{})
			if want := "regel proef.uitkomst: de uitdrukking is " + string(c.unit) + ", niet " + string(wrong); err == nil || err.Error() != want {
				t.Errorf("as %s: %v, want %s", wrong, err, want)
			}
		})
	}
}

// The literal 12 is months in a year or just a number.
func TestTwelve(t *testing.T) {
	p := nieuw()
	p.regel("jaar", sheet.EURPerJaar, p.eur("A", "100").Times(sheet.Twelve))
	p.regel("verhouding", sheet.Getal, sheet.Twelve.Over(sheet.Two))
	p.regel("aantal", sheet.Aantal, sheet.Twelve)
	p.regel("per_week", sheet.DagenPerWeek, p.in("Dagen", "2.5", sheet.DagenPerWeek).Times(sheet.Twelve))
	r := p.reken(t)
	for id, want := range map[string]string{"jaar": "1200", "verhouding": "6", "aantal": "12", "per_week": "30"} {
		if got := r.Line("proef." + id).Value; !got.Equal(dec(want)) {
			t.Errorf("%s: %s, want %s", id, got, want)
		}
	}
}

// Amounts of different periods do not mix, and amounts are not multiplied with
// amounts: the error comes when the sheet is built, in Dutch, with the line.
func TestUnitErrors(t *testing.T) {
	maand := func(p *proef) sheet.Expr { return p.eur("A", "1") }
	jaar := func(p *proef) sheet.Expr { return p.in("B", "1", sheet.EURPerJaar) }
	eenmalig := func(p *proef) sheet.Expr { return p.in("C", "1", sheet.EUR) }
	pct := func(p *proef) sheet.Expr { return p.in("D", "1", sheet.Percentage) }
	dagen := func(p *proef) sheet.Expr { return p.in("E", "1", sheet.DagenPerWeek) }
	janee := func(p *proef) sheet.Expr { return p.in("F", "1", sheet.JaNee) }
	for _, c := range []struct {
		name string
		expr func(p *proef) sheet.Expr
		err  string
	}{
		{"year plus month", func(p *proef) sheet.Expr { return jaar(p).Plus(maand(p)) }, "EUR/jaar en EUR/maand gaan niet samen"},
		{"month minus year", func(p *proef) sheet.Expr { return maand(p).Minus(jaar(p)) }, "EUR/maand en EUR/jaar gaan niet samen"},
		{"once plus month", func(p *proef) sheet.Expr { return eenmalig(p).Plus(maand(p)) }, "EUR en EUR/maand gaan niet samen"},
		{"month plus number", func(p *proef) sheet.Expr { return maand(p).Plus(sheet.One) }, "EUR/maand en getal gaan niet samen"},
		{"month plus days", func(p *proef) sheet.Expr { return maand(p).Plus(dagen(p)) }, "EUR/maand en dagen/week gaan niet samen"},
		{"month plus yes", func(p *proef) sheet.Expr { return maand(p).Plus(janee(p)) }, "EUR/maand en ja/nee gaan niet samen"},
		{"floor in another unit", func(p *proef) sheet.Expr { return maand(p).AtLeast(jaar(p)) }, "EUR/maand en EUR/jaar gaan niet samen"},
		{"ceiling in another unit", func(p *proef) sheet.Expr { return maand(p).AtMost(pct(p)) }, "EUR/maand en % gaan niet samen"},
		{"month times month", func(p *proef) sheet.Expr { return maand(p).Times(maand(p)) }, "EUR/maand × EUR/maand heeft geen betekenis"},
		{"twelve years", func(p *proef) sheet.Expr { return sheet.Twelve.Times(jaar(p)) }, "12 × EUR/jaar heeft geen betekenis"},
		{"a month in twelve", func(p *proef) sheet.Expr { return maand(p).Over(sheet.Twelve) }, "EUR/maand / 12 heeft geen betekenis"},
		{"year over month", func(p *proef) sheet.Expr { return jaar(p).Over(maand(p)) }, "EUR/jaar / EUR/maand heeft geen betekenis"},
		{"number over month", func(p *proef) sheet.Expr { return sheet.One.Over(maand(p)) }, "getal / EUR/maand heeft geen betekenis"},
		{"branches in two units", func(p *proef) sheet.Expr {
			return sheet.If(maand(p).MoreThan(sheet.Zero), maand(p), jaar(p))
		}, "EUR/maand en EUR/jaar gaan niet samen"},
		{"comparing two units", func(p *proef) sheet.Expr {
			return sheet.If(maand(p).MoreThan(jaar(p)), maand(p), maand(p))
		}, "EUR/maand en EUR/jaar gaan niet samen"},
		{"asking an amount for yes", func(p *proef) sheet.Expr { return sheet.If(maand(p).IsYes(), maand(p), sheet.Zero) }, "EUR/maand is geen ja of nee"},
		{"deep in a condition", func(p *proef) sheet.Expr {
			return sheet.Truth(janee(p).IsYes().And(sheet.Not(janee(p).IsYes().Or(dagen(p).IsYes()))))
		}, "dagen/week is geen ja of nee"},
		{"left of and", func(p *proef) sheet.Expr { return sheet.Truth(pct(p).IsYes().And(janee(p).IsYes())) }, "% is geen ja of nee"},
		{"inside a rounding", func(p *proef) sheet.Expr { return jaar(p).Plus(maand(p)).Round(2) }, "EUR/jaar en EUR/maand gaan niet samen"},
		{"left of a product", func(p *proef) sheet.Expr { return jaar(p).Plus(maand(p)).Times(pct(p)) }, "EUR/jaar en EUR/maand gaan niet samen"},
		{"right of a quotient", func(p *proef) sheet.Expr { return maand(p).Over(pct(p).Plus(maand(p))) }, "% en EUR/maand gaan niet samen"},
		{"key in another unit", func(p *proef) sheet.Expr { return sheet.Lookup(p.tabel, 2, jaar(p)) },
			"de sleutel van proeftabel is EUR/maand, niet EUR/jaar"},
		{"wrong inside a key", func(p *proef) sheet.Expr { return sheet.Interpolate(p.tabel, 2, maand(p).Plus(jaar(p))) },
			"EUR/maand en EUR/jaar gaan niet samen"},
		{"column that is not there", func(p *proef) sheet.Expr { return sheet.Lookup(p.tabel, 3, maand(p)) }, "proeftabel heeft geen kolom 3"},
		{"column below the first", func(p *proef) sheet.Expr { return sheet.Interpolate(p.tabel, -1, maand(p)) }, "proeftabel heeft geen kolom -1"},
		{"no expression", func(p *proef) sheet.Expr { return sheet.Expr{} }, "geen uitdrukking"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := nieuw()
			p.regel("uitkomst", sheet.EURPerMaand, c.expr(p))
			_, err := p.Evaluate(sheet.Receipt{})
			if err == nil || err.Error() != "regel proef.uitkomst: "+c.err {
				t.Errorf("error %v, want regel proef.uitkomst: %s", err, c.err)
			}
		})
	}
}

// The condition of Only is held to the same rules.
func TestUnitErrorInOnly(t *testing.T) {
	p := nieuw()
	p.sc.Add(sheet.Line{ID: "a", Label: "A", Unit: sheet.EURPerMaand, Expr: p.eur("A", "1"), Only: p.eur("B", "1").IsYes()})
	_, err := p.Evaluate(sheet.Receipt{})
	if err == nil || err.Error() != "regel proef.a: EUR/maand is geen ja of nee" {
		t.Errorf("error %v", err)
	}
}

// Units nobody knows are refused wherever they can come in.
func TestUnknownUnits(t *testing.T) {
	p := nieuw()
	v := norm("x", "x", "1", "gulden")
	tab := tabel("proef_andere", "andere tabel", []norms.Column{{ID: "k", Label: "k", Unit: "uur"}}, []string{"1"})
	p.sc.Norm(v)
	p.sc.Table(tab)
	p.in("A", "1", "kilo")
	p.regel("a", "EUR/week", sheet.Zero)
	_, err := p.Evaluate(sheet.Receipt{})
	if err == nil {
		t.Fatal("no error")
	}
	for _, want := range []string{
		`norm norm.proef_2025.x: onbekende eenheid "gulden"`,
		`tabel tabel.proef_2025_andere: onbekende eenheid "uur"`,
		`invoer invoer.proef.invoer_1: onbekende eenheid "kilo"`,
		`regel proef.a: onbekende eenheid "EUR/week"`,
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("error\n%v\nlacks %s", err, want)
		}
	}
}
