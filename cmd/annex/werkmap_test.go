package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"annex/render/xlsx/xlsxcheck"
)

// soundWorkbook fails for every defect of a workbook.
func soundWorkbook(t *testing.T, what string, data []byte) {
	t.Helper()
	const enough = 5
	for i, f := range xlsxcheck.Check(data) {
		if i == enough {
			t.Errorf("%s: and more", what)
			return
		}
		t.Errorf("%s: %s", what, f)
	}
}

// Every workbook keeps to the rules that xlsxcheck knows: of each golden case, of every
// indexation and of comparisons of both kinds.
func TestWerkmapIsGaaf(t *testing.T) {
	for _, c := range goldenCases(t) {
		soundWorkbook(t, c.naam, made(t, c))
	}
	for _, c := range geindexeerden {
		soundWorkbook(t, c.bedrag+" from "+c.op, workbook(t, geindexeerd(t, c.bedrag, c.op, c.tot)))
	}
	const zaken, methoden = "../../testdata/zaken/", "alimentatienormen,wetsvoorstel-34154"
	for _, args := range [][]string{
		{zaken + "design-schets.yaml", "--methoden", methoden},
		{zaken + "rapport-5-1-tekort-600.yaml", zaken + "rapport-5-1-tekort-800.yaml"},
		{zaken + "wetsvoorstel-mvt-voorbeeld-3.yaml", zaken + "wetsvoorstel-mvt-voorbeeld-4.yaml"},
	} {
		file := filepath.Join(t.TempDir(), "vergelijking.xlsx")
		var out, errOut bytes.Buffer
		if code := run(append([]string{"vergelijk", "--xlsx", file}, args...), nil, &out, &errOut); code != exitOK {
			t.Fatalf("%v: exit %d: %s", args, code, errOut.String())
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		soundWorkbook(t, args[0], data)
	}
}
