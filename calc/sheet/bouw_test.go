package sheet_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"annex/calc/sheet"
	"annex/norms"

	"github.com/shopspring/decimal"
)

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func day(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }

var publicatie = &norms.Publicatie{
	Reeks: "proef", Titel: "Proefnormen 2025", From: day(2025, 1, 1), Until: day(2025, 12, 31),
	File: "proef_2025.yaml", SHA256: "abc123",
}

// norm gives a published figure for a test.
func norm(id, label, amount string, unit sheet.Unit) norms.Value {
	return norms.Value{
		ID: "proef." + id, Label: label, Amount: dec(amount), Unit: string(unit),
		Source: norms.Source{Document: "Proefrapport", Vindplaats: "par. 1"}, Status: norms.Bevestigd, Publicatie: publicatie,
	}
}

// tabel gives a published table whose first column is the key.
func tabel(id, label string, columns []norms.Column, rows ...[]string) norms.Table {
	t := norms.Table{ID: id, Label: label, Columns: columns, Publicatie: publicatie, Source: norms.Source{Document: "Proefrapport", Vindplaats: "bijlage 1"}}
	for _, row := range rows {
		var cells []norms.Cell
		for _, amount := range row {
			cells = append(cells, norms.Cell{Amount: dec(amount), Status: norms.Bevestigd})
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}

// schijven is a small table with the same shape as the draagkrachttabel.
func schijven() norms.Table {
	return tabel("proef", "proeftabel", []norms.Column{
		{ID: "inkomen", Label: "inkomen vanaf", Unit: string(sheet.EURPerMaand)},
		{ID: "percentage", Label: "percentage", Unit: string(sheet.Percentage)},
		{ID: "bedrag", Label: "bedrag voor 1 kind", Unit: string(sheet.EURPerMaand)},
	},
		[]string{"1000", "100", "50"},
		[]string{"1500", "90", "125"},
		[]string{"2000", "70", "225.50"},
	)
}

// proef is a sheet with something of everything to build expressions from.
type proef struct {
	*sheet.Sheet
	sc, elders sheet.Scope
	tabel      *sheet.Table
	n          int
}

func nieuw() *proef {
	s := sheet.New()
	p := &proef{Sheet: s}
	p.elders = s.Section(sheet.Section{ID: "elders", Soort: "elders", Titel: "Elders"}, "elders")
	p.sc = s.Section(sheet.Section{ID: "proef", Soort: "proef", Titel: "Proef"}, "proef")
	p.tabel = p.sc.Table(schijven())
	return p
}

// in adds an input with this label.
func (p *proef) in(label, value string, unit sheet.Unit) sheet.Expr {
	p.n++
	return p.sc.Input(sheet.Input{ID: fmt.Sprintf("invoer_%d", p.n), Groep: "Proef", Label: label, Unit: unit, Value: dec(value)})
}

func (p *proef) eur(label, value string) sheet.Expr { return p.in(label, value, sheet.EURPerMaand) }

// janee adds a ja/nee that reads as zin in a condition.
func (p *proef) janee(zin string, yes bool) sheet.Cond {
	p.n++
	v := decimal.Zero
	if yes {
		v = decimal.NewFromInt(1)
	}
	return p.sc.Input(sheet.Input{ID: fmt.Sprintf("vraag_%d", p.n), Groep: "Proef", Label: "Vraag", Zin: zin, Unit: sheet.JaNee, Value: v}).IsYes()
}

// regel adds a line in the section under test.
func (p *proef) regel(id string, unit sheet.Unit, e sheet.Expr) sheet.Expr {
	return p.sc.Add(sheet.Line{ID: id, Label: strings.ToUpper(id[:1]) + id[1:], Unit: unit, Expr: e})
}

// elders adds a line in another section, where it has a fuller name.
func (p *proef) andereRegel(id string, unit sheet.Unit, e sheet.Expr) sheet.Expr {
	label := strings.ToUpper(id[:1]) + id[1:]
	return p.elders.Add(sheet.Line{ID: id, Label: label, Naam: id + " van de vader", Unit: unit, Expr: e})
}

func (p *proef) reken(t testing.TB) *sheet.Result {
	t.Helper()
	r, err := p.Evaluate(sheet.Receipt{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// waarde evaluates one expression as a line of this unit.
func (p *proef) waarde(t testing.TB, unit sheet.Unit, e sheet.Expr) *sheet.LineResult {
	t.Helper()
	p.regel("uitkomst", unit, e)
	return p.reken(t).Line("proef.uitkomst")
}
