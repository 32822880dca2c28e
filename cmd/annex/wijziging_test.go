package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"annex/calc"
	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"

	"github.com/shopspring/decimal"
)

// goudenZaken gives the golden cases.
func goudenZaken(t *testing.T) []string {
	t.Helper()
	all, err := filepath.Glob("../../testdata/zaken/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, f := range all {
		if !strings.HasSuffix(f, ".verwacht.yaml") {
			out = append(out, f)
		}
	}
	if len(out) < 200 {
		t.Fatalf("%d golden cases", len(out))
	}
	return out
}

// andereWaarde gives another value that a case file may hold for an input.
func andereWaarde(in *sheet.Input) decimal.Decimal {
	one := decimal.NewFromInt(1)
	switch {
	case in.Unit == sheet.JaNee:
		return one.Sub(in.Value)
	case in.Value.IsPositive():
		return in.Value.Sub(one).Abs() // lower: most figures have an upper limit
	}
	return in.Value.Add(one)
}

// Every input of every golden case can be given another value in the text of the case
// file. Read again, exactly that input differs.
func TestElkeInvoerTeWijzigen(t *testing.T) {
	set, err := norms.Load()
	if err != nil {
		t.Fatal(err)
	}
	opties := calc.Normcontrole(set)
	gedaan := 0
	for _, f := range goudenZaken(t) {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		naam := filepath.Base(f)
		z, problemen := zaak.Lees(naam, data, opties)
		if len(problemen) > 0 {
			t.Fatal(problemen)
		}
		r, err := calc.Compute(z, set, versie)
		if err != nil {
			t.Fatal(err)
		}
		for _, in := range r.Inputs() {
			waarde := andereWaarde(in)
			nieuw, z, problemen := zaak.Wijzig(naam, data, []zaak.Wijziging{{Pad: in.Pad, Waarde: waarde, JaNee: in.Unit == sheet.JaNee}}, opties)
			if len(problemen) > 0 {
				t.Errorf("%s: %s = %s\n%s", naam, in.Pad, waarde, problemen.Tekst())
				continue
			}
			na, err := calc.Compute(z, set, versie)
			if err != nil {
				t.Errorf("%s: %s = %s: %v", naam, in.Pad, waarde, err)
				continue
			}
			var verschil []string
			inputs := r.Inputs()
			if len(inputs) != len(na.Inputs()) {
				verschil = append(verschil, "another number of inputs")
			} else {
				for i, x := range na.Inputs() {
					if x.ID != inputs[i].ID || !x.Value.Equal(inputs[i].Value) {
						verschil = append(verschil, x.ID)
					}
				}
			}
			if len(verschil) != 1 || verschil[0] != in.ID {
				t.Errorf("%s: %s (%s) = %s changed %v\n%s", naam, in.Pad, in.ID, waarde, verschil, nieuw)
			}
			gedaan++
		}
	}
	t.Logf("%d inputs", gedaan)
}
