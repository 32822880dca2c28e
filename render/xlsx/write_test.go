package xlsx

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"annex/calc/sheet"
)

// workbook gives the workbook of r.
func workbook(t testing.TB, r *sheet.Result) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Write(&out, r); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestDump(t *testing.T) {
	if dir := os.Getenv("DUMP"); dir != "" {
		os.WriteFile(filepath.Join(dir, "v.xlsx"), workbook(t, example(t, nil)), 0o644)
	}
}
