// Package recalc lets LibreOffice calculate workbooks anew and reads back what
// comes out. It is the independent judge of the formulas this project writes,
// for tests only: what a workbook has cached is ignored, and nothing of the
// code that wrote it is used to read it.
//
// LibreOffice comes from Debian's libreoffice-calc-nogui. Where it is missing a
// test fails; it is never skipped.
package recalc

import (
	"bytes"
	"context"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"
)

// alwaysRecalculate makes LibreOffice calculate every formula when it opens a
// workbook. Of itself it shows the values that are cached in the file.
const alwaysRecalculate = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="ODFRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`

// limit is how long LibreOffice may take for one run.
const limit = 5 * time.Minute

// batch is how many workbooks one run of LibreOffice gets; after some hundreds
// it gives up without a word.
const batch = 50

// Files recalculates workbooks, in as few runs of LibreOffice as it can, and
// reads them.
func Files(t testing.TB, paths ...string) []*Book {
	t.Helper()
	var books []*Book
	for len(paths) > 0 {
		n := min(batch, len(paths))
		books = append(books, convert(t, paths[:n])...)
		paths = paths[n:]
	}
	return books
}

// Saved opens workbooks in LibreOffice and gives them as it saves them.
func Saved(t testing.TB, workbooks ...[]byte) [][]byte {
	t.Helper()
	paths := onDisk(t, workbooks)
	out := save(t, paths)
	saved := make([][]byte, len(workbooks))
	for i := range workbooks {
		data, err := os.ReadFile(filepath.Join(out, fileName(i)))
		if err != nil {
			t.Fatalf("LibreOffice gave no workbook: %v", err)
		}
		saved[i] = data
	}
	return saved
}

// save lets LibreOffice write workbooks, in the folder that it gives.
func save(t testing.TB, paths []string) string {
	t.Helper()
	in, out := t.TempDir(), t.TempDir()
	args := []string{"-env:UserInstallation=" + profile(t), "--headless", "--convert-to", "xlsx", "--outdir", out}
	for i, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		// A name of its own: the results of all files land in one folder.
		copied := filepath.Join(in, fileName(i))
		if err := os.WriteFile(copied, data, 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, copied)
	}
	run(t, args)
	return out
}

func convert(t testing.TB, paths []string) []*Book {
	t.Helper()
	out := save(t, paths)
	books := make([]*Book, len(paths))
	for i, path := range paths {
		data, err := os.ReadFile(filepath.Join(out, fileName(i)))
		if err != nil {
			t.Fatalf("LibreOffice gave no workbook for %s: %v", path, err)
		}
		b, err := parse(data)
		if err != nil {
			t.Fatalf("what LibreOffice made of %s: %v", path, err)
		}
		b.Path = path
		books[i] = b
	}
	return books
}

// onDisk gives workbooks in memory a file each.
func onDisk(t testing.TB, workbooks [][]byte) []string {
	t.Helper()
	dir := t.TempDir()
	paths := make([]string, len(workbooks))
	for i, data := range workbooks {
		paths[i] = filepath.Join(dir, fileName(i))
		if err := os.WriteFile(paths[i], data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return paths
}

// Bytes is Files for workbooks in memory.
func Bytes(t testing.TB, workbooks ...[]byte) []*Book {
	t.Helper()
	paths := onDisk(t, workbooks)
	return Files(t, paths...)
}

// Change gives inputs of a written workbook other values, by their defined
// names, as a user would: only those cells change, cached results stay as they
// were. A value is a decimal.Decimal (as the cell holds it: 0.3 for 30%), a
// string ("ja", "nee") or nil, which clears the cell.
func Change(t testing.TB, in, out string, values map[string]any) {
	t.Helper()
	f, err := excelize.OpenFile(in)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	cells := map[string]place{}
	for _, n := range f.GetDefinedName() {
		if p, ok := parsePlace(n.RefersTo); ok {
			cells[n.Name] = p
		}
	}
	for name, value := range values {
		p, ok := cells[name]
		if !ok {
			t.Fatalf("%s has no cell named %s", in, name)
		}
		switch v := value.(type) {
		case decimal.Decimal:
			err = f.SetCellFloat(p.sheet, p.cell, v.InexactFloat64(), -1, 64)
		case string:
			err = f.SetCellStr(p.sheet, p.cell, v)
		case nil:
			err = f.SetCellValue(p.sheet, p.cell, nil)
		default:
			t.Fatalf("%s: cannot set a %T", name, value)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := f.SaveAs(out); err != nil {
		t.Fatal(err)
	}
}

func fileName(i int) string { return fmt.Sprintf("%04d.xlsx", i) }

// profile makes a profile of its own for one run, so that runs do not wait for
// each other and the settings of the machine do not count.
func profile(t testing.TB) string {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "user"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "user", "registrymodifications.xcu"), []byte(alwaysRecalculate), 0o600); err != nil {
		t.Fatal(err)
	}
	return (&url.URL{Scheme: "file", Path: dir}).String()
}

func run(t testing.TB, args []string) {
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Fatal("soffice is missing: this test lets LibreOffice recalculate workbooks; install libreoffice-calc-nogui (apt-get install --no-install-recommends libreoffice-calc-nogui)")
	}
	ctx, cancel := context.WithTimeout(t.Context(), limit)
	defer cancel()
	cmd := exec.CommandContext(ctx, soffice, args...)
	var output bytes.Buffer
	cmd.Stdout, cmd.Stderr = &output, &output
	if err := cmd.Run(); err != nil {
		t.Fatalf("LibreOffice: %v\n%s", err, output.Bytes())
	}
}
