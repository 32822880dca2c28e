package xlsx

import (
	"io"
	"os"
	"runtime/debug"
	"testing"

	"annex/calc"
	"annex/calc/zaak"
	"annex/norms"
)

// BenchmarkDesignSchets writes the workbook of a standard case, that of two parents with
// one child, as `annex maak` does.
func BenchmarkDesignSchets(b *testing.B) { benchmarkCase(b, "design-schets") }

// BenchmarkPartner writes the workbook of one of the longest cases.
func BenchmarkPartner(b *testing.B) { benchmarkCase(b, "partner-kinderen-kgb-verrekenen") }

func benchmarkCase(b *testing.B, name string) {
	data, err := os.ReadFile("../../testdata/zaken/" + name + ".yaml")
	if err != nil {
		b.Fatal(err)
	}
	z, problems := zaak.Lees(name+".yaml", data, zaak.Opties{})
	if len(problems) > 0 {
		b.Fatal(problems.Tekst())
	}
	set, err := norms.Load()
	if err != nil {
		b.Fatal(err)
	}
	r, err := calc.Compute(z, set, "0.1.0")
	if err != nil {
		b.Fatal(err)
	}
	vragen := calc.WatAlsOpdracht(z, set, r)
	all := Erbij{WatAls: &vragen, Zaakbestand: &Zaakbestand{Tekst: string(data)}}
	defer debug.SetGCPercent(debug.SetGCPercent(400)) // as the command sets it
	b.ReportAllocs()
	for b.Loop() {
		if err := Write(io.Discard, r, all); err != nil {
			b.Fatal(err)
		}
	}
}
