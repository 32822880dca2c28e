package xlsx

import (
	"bytes"
	"io"
	"os"
	"runtime/debug"
	"sync"
	"testing"

	"annex/calc"
	"annex/calc/sheet"
)

// BenchmarkDesignSchets writes the workbook of a standard case, that of two parents with
// one child, as `annex maak` does.
func BenchmarkDesignSchets(b *testing.B) { benchmarkCase(b, "design-schets") }

// BenchmarkPartner writes the workbook of one of the longest cases.
func BenchmarkPartner(b *testing.B) { benchmarkCase(b, "partner-kinderen-kgb-verrekenen") }

func benchmarkCase(b *testing.B, name string) {
	r, all := caseOf(b, name)
	defer debug.SetGCPercent(debug.SetGCPercent(400)) // as the command sets it
	b.ReportAllocs()
	for b.Loop() {
		if err := Write(io.Discard, r, all); err != nil {
			b.Fatal(err)
		}
	}
}

// caseOf gives a golden case with all that `annex maak` puts in its workbook.
func caseOf(t testing.TB, name string) (*sheet.Result, Erbij) {
	t.Helper()
	data, err := os.ReadFile("../../testdata/zaken/" + name + ".yaml")
	if err != nil {
		t.Fatal(err)
	}
	z, set, r := computed(t, name+".yaml", string(data))
	vragen := calc.WatAlsOpdracht(z, set, r)
	return r, Erbij{WatAls: &vragen, Zaakbestand: &Zaakbestand{Tekst: string(data)}}
}

// TestSameBytesAtOnce writes the same workbook several times at once: much of it is done
// side by side, and nothing of that may show.
func TestSameBytesAtOnce(t *testing.T) {
	r, all := caseOf(t, "drie-kinderen")
	const times = 6
	written := make([]bytes.Buffer, times)
	var busy sync.WaitGroup
	for i := range written {
		busy.Go(func() {
			if err := Write(&written[i], r, all); err != nil {
				t.Error(err)
			}
		})
	}
	busy.Wait()
	for i := range written {
		if !bytes.Equal(written[i].Bytes(), written[0].Bytes()) {
			t.Errorf("workbook %d differs from the first", i+1)
		}
	}
}
