package pdf

import (
	"os"
	"testing"

	"annex/calc"
	"annex/calc/zaak"
	"annex/norms"
	"annex/render"
	"annex/templates"
)

// annexOf is the bijlage of a golden case.
func annexOf(t testing.TB, name string) *render.Document {
	t.Helper()
	set := allNorms(t)
	r, err := calc.Compute(caseOf(t, name, zaak.Opties{}), set, "test")
	if err != nil {
		t.Fatal(err)
	}
	d, err := render.Bijlage(r, templates.StandaardBijlage())
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// comparisonOf sets a golden case beside itself under both methods.
func comparisonOf(t testing.TB, name string) *render.Document {
	t.Helper()
	set := allNorms(t)
	options := calc.Normcontrole(set)
	options.Methoden = []string{zaak.MethodeAlimentatienormen, zaak.MethodeWetsvoorstel}
	v, err := calc.VergelijkMethoden(caseOf(t, name, options), options.Methoden, set, "test")
	if err != nil {
		t.Fatal(err)
	}
	d, err := render.Vergelijking(v, templates.StandaardVergelijking(), templates.StandaardBijlage())
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func allNorms(t testing.TB) *norms.Set {
	t.Helper()
	set, err := norms.Load()
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func caseOf(t testing.TB, name string, options zaak.Opties) *zaak.Zaak {
	t.Helper()
	data, err := os.ReadFile("../../testdata/zaken/" + name + ".yaml")
	if err != nil {
		t.Fatal(err)
	}
	z, problems := zaak.Lees("zaak.yaml", data, options)
	if len(problems) > 0 {
		t.Fatal(problems.Tekst())
	}
	return z
}
