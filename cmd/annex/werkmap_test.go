package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
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

// What is compared: two methods, two cases, two cases by the bill.
var vergeleken = [][]string{
	{"../../testdata/zaken/design-schets.yaml", "--methoden", "alimentatienormen,wetsvoorstel-34154"},
	{"../../testdata/zaken/rapport-5-1-tekort-600.yaml", "../../testdata/zaken/rapport-5-1-tekort-800.yaml"},
	{"../../testdata/zaken/wetsvoorstel-mvt-voorbeeld-3.yaml", "../../testdata/zaken/wetsvoorstel-mvt-voorbeeld-4.yaml"},
}

// compared gives the workbook of a comparison.
func compared(t *testing.T, args []string) []byte {
	t.Helper()
	file := filepath.Join(t.TempDir(), "vergelijking.xlsx")
	var out, errOut bytes.Buffer
	if code := run(append([]string{"vergelijk", "--xlsx", file}, args...), nil, &out, &errOut); code != exitOK {
		t.Fatalf("%v: exit %d: %s", args, code, errOut.String())
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// Every workbook keeps to the rules that xlsxcheck knows, as annex makes it: of each
// golden case, with all its sheets, of every indexation and of comparisons of both kinds.
func TestWerkmapIsGaaf(t *testing.T) {
	t.Parallel()
	for _, c := range goldenCases(t) {
		soundWorkbook(t, c.naam, made(t, c))
	}
	soundWorkbook(t, "strange texts", maakWerkmapVan(t, leesNormen(t), "_x0041_ & x14ac:.yaml", []byte(strings.NewReplacer(
		"aanduiding: de moeder", `aanduiding: "_x0041_ [a]:*?/"`, "aanduiding: de vader", `aanduiding: "=cmd|' /C calc'!A0"`,
	).Replace(vreemdGeschreven)), "").werkmap)
	for _, c := range geindexeerden {
		soundWorkbook(t, c.bedrag+" from "+c.op, workbook(t, geindexeerd(t, c.bedrag, c.op, c.tot)))
	}
	for _, args := range vergeleken {
		soundWorkbook(t, args[0], compared(t, args))
	}
}
