package recalc

import (
	"bufio"
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"
)

//go:embed live.py
var liveScript []byte

// python is that of Debian, for which python3-uno is; another one in PATH does not have
// it.
const python = "/usr/bin/python3"

// Office is one LibreOffice that stays open, so that a workbook is opened once and
// calculated hundreds of times a second. Like Files it ignores what is cached.
type Office struct {
	t       testing.TB
	dir     string // for the workbook that is open
	in      io.WriteCloser
	out     *bufio.Reader
	errors  bytes.Buffer
	watcher *time.Timer
}

// Start starts LibreOffice; it stops with the test. python3-uno drives it; where that is
// missing the test fails.
func Start(t testing.TB) *Office {
	t.Helper()
	if _, err := exec.LookPath("soffice"); err != nil {
		t.Fatal("soffice is missing; install libreoffice-calc-nogui (apt-get install --no-install-recommends libreoffice-calc-nogui)")
	}
	if out, err := exec.Command(python, "-c", "import uno").CombinedOutput(); err != nil {
		t.Fatalf("%s does not know LibreOffice; install python3-uno (apt-get install --no-install-recommends python3-uno): %v\n%s", python, err, out)
	}
	dir := t.TempDir()
	script := filepath.Join(dir, "live.py")
	if err := os.WriteFile(script, liveScript, 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(python, script, profile(t), fmt.Sprintf("annex-%d-%s", os.Getpid(), filepath.Base(filepath.Dir(dir))+filepath.Base(dir)))
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	o := &Office{t: t, dir: dir, in: in, out: bufio.NewReaderSize(out, 1<<20)}
	cmd.Stderr = &o.errors
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	// Whatever hangs, the test does not: without its input the script ends.
	o.watcher = time.AfterFunc(limit, func() { in.Close() })
	t.Cleanup(func() {
		o.watcher.Stop()
		in.Close()
		_, _ = io.Copy(io.Discard, out)
		if err := cmd.Wait(); err != nil && !t.Failed() {
			t.Errorf("LibreOffice: %v\n%s", err, o.errors.Bytes())
		}
	})
	return o
}

// Live is a workbook that is open in LibreOffice.
type Live struct {
	// Written is the workbook as it stands in the file, with what is cached.
	Written *Book
	office  *Office
}

// Open opens a workbook, in place of the one that was open, and gives it as LibreOffice
// calculates it.
func (o *Office) Open(workbook []byte) (*Live, *Book) {
	o.t.Helper()
	path := filepath.Join(o.dir, "werkmap.xlsx")
	if err := os.WriteFile(path, workbook, 0o600); err != nil {
		o.t.Fatal(err)
	}
	return o.open(path, Read(o.t, workbook))
}

func (o *Office) open(path string, written *Book) (*Live, *Book) {
	o.t.Helper()
	l := &Live{Written: written, office: o}
	return l, l.book(o.ask(map[string]any{"open": path}))
}

// With gives the workbook as it is with other values in some cells, by their defined
// names; a value is as for Change. All other cells are as they were written.
func (l *Live) With(values map[string]any) *Book {
	t := l.office.t
	t.Helper()
	changes := make([][]any, 0, len(values))
	for _, name := range slices.Sorted(maps.Keys(values)) {
		p, ok := l.Written.names[name]
		if !ok {
			t.Fatalf("no cell is named %s", name)
		}
		column, row, err := excelize.CellNameToCoordinates(p.cell)
		if err != nil {
			t.Fatal(err)
		}
		value := values[name]
		if d, ok := value.(decimal.Decimal); ok {
			value = d.InexactFloat64()
		}
		changes = append(changes, []any{p.sheet, column - 1, row - 1, value})
	}
	return l.book(l.office.ask(map[string]any{"set": changes}))
}

// Converted opens what Save wrote, in place of the workbook that was open. The cells with
// a name are where they were.
func (l *Live) Converted(path string) (*Live, *Book) {
	l.office.t.Helper()
	return l.office.open(path, l.Written)
}

// Save writes the workbook as it is now in another format of LibreOffice: "calc8" is
// OpenDocument.
func (l *Live) Save(path, filter string) {
	l.office.t.Helper()
	l.office.ask(map[string]any{"save": path, "filter": filter})
}

// ask sends a request and gives the answer: the rows of each sheet.
func (o *Office) ask(request map[string]any) map[string][][]any {
	o.t.Helper()
	o.watcher.Reset(limit)
	line, err := json.Marshal(request)
	if err != nil {
		o.t.Fatal(err)
	}
	if _, err := o.in.Write(append(line, '\n')); err != nil {
		o.t.Fatalf("LibreOffice: %v\n%s", err, o.errors.Bytes())
	}
	answer, err := o.out.ReadBytes('\n')
	if err != nil {
		o.t.Fatalf("LibreOffice: %v\n%s", err, o.errors.Bytes())
	}
	var rows map[string][][]any
	d := json.NewDecoder(bytes.NewReader(answer))
	d.UseNumber()
	if err := d.Decode(&rows); err != nil {
		o.t.Fatal(err)
	}
	return rows
}

// book makes of an answer what Files would have read.
func (l *Live) book(rows map[string][][]any) *Book {
	b := &Book{names: l.Written.names, order: l.Written.order, sheets: map[string]map[string]value{}}
	for _, sheet := range b.order {
		cells := map[string]value{}
		for r, row := range rows[sheet] {
			for c, v := range row {
				name, err := excelize.CoordinatesToCellName(c+1, r+1)
				if err != nil {
					l.office.t.Fatal(err)
				}
				switch v := v.(type) {
				case json.Number:
					cells[name] = value{v.String(), true}
				case string:
					cells[name] = value{v, false}
				case bool:
					b.errors = append(b.errors, fmt.Sprintf("%s!%s", sheet, name))
				}
			}
		}
		b.sheets[sheet] = cells
	}
	return b
}
