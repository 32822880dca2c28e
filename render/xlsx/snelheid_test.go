package xlsx

import (
	"io"
	"os"
	"testing"
)

// BenchmarkDesignSchets writes the workbook of a standard case: that of two parents
// with two children.
func BenchmarkDesignSchets(b *testing.B) { benchmarkCase(b, "design-schets") }

// BenchmarkPartner writes the workbook of one of the longest cases.
func BenchmarkPartner(b *testing.B) { benchmarkCase(b, "partner-kinderen-kgb-verrekenen") }

func benchmarkCase(b *testing.B, name string) {
	data, err := os.ReadFile("../../testdata/zaken/" + name + ".yaml")
	if err != nil {
		b.Fatal(err)
	}
	r := resultOf(b, string(data))
	b.ReportAllocs()
	for b.Loop() {
		if err := Write(io.Discard, r, Erbij{}); err != nil {
			b.Fatal(err)
		}
	}
}
