package norms

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

var cellsHeader = []string{"table", "row", "column", "amount", "status", "note"}

// readCells fills the tables from the CSV file: one line per cell, in the order
// in which the YAML file names the tables and columns. The fixed order is what
// shows that no cell is missing, and keeps files of two years comparable line
// by line.
func readCells(name string, raw []byte, tables []Table) []error {
	var errs []error
	fail := func(line int, format string, args ...any) {
		errs = append(errs, fmt.Errorf("%s:%d: %s", name, line, fmt.Sprintf(format, args...)))
	}
	// Spreadsheets put a byte order mark before UTF-8.
	in := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(raw, []byte("\ufeff"))))
	in.FieldsPerRecord = -1
	header, err := in.Read()
	if err != nil || !slices.Equal(header, cellsHeader) {
		fail(1, "de kopregel hoort te zijn: %s (met komma's)", strings.Join(cellsHeader, ","))
		return errs
	}
	t, col := 0, 0
	for {
		rec, err := in.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			errs = append(errs, fmt.Errorf("%s: geen geldige CSV: %w", name, err))
			return errs
		}
		line, _ := in.FieldPos(0)
		if len(rec) != len(cellsHeader) {
			fail(line, "%d velden in plaats van %d; zet een tekst met een komma tussen aanhalingstekens", len(rec), len(cellsHeader))
			return errs
		}
		if col == 0 && rec[0] != tables[t].ID && len(tables[t].Rows) > 0 && t+1 < len(tables) {
			t++
		}
		table := &tables[t]
		if col == 0 {
			table.Rows = append(table.Rows, make([]Cell, 0, len(table.Columns)))
		}
		row := len(table.Rows)
		if rec[0] != table.ID || rec[1] != strconv.Itoa(row) || rec[2] != table.Columns[col].ID {
			fail(line, "hier hoort tabel %s, rij %d, kolom %s; er staat %s, %s, %s",
				table.ID, row, table.Columns[col].ID, rec[0], rec[1], rec[2])
			return errs
		}
		c := Cell{Toelichting: rec[5]}
		if c.Amount, err = parseAmount(rec[3]); err != nil {
			fail(line, "%v", err)
		}
		if c.Status, err = parseStatus(rec[4]); err != nil {
			fail(line, "%v", err)
		}
		table.Rows[row-1] = append(table.Rows[row-1], c)
		col = (col + 1) % len(table.Columns)
	}
	for i, table := range tables {
		n := len(table.Rows)
		switch {
		case n == 0:
			errs = append(errs, fmt.Errorf("%s: tabel %s heeft geen rijen", name, table.ID))
		case i == t && col != 0:
			errs = append(errs, fmt.Errorf("%s: tabel %s, rij %d: kolom %s ontbreekt", name, table.ID, n, table.Columns[col].ID))
		}
	}
	return errs
}
