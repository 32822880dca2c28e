package recalc

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
)

// Book is a workbook as LibreOffice calculated it.
type Book struct {
	Path   string // the file it was made from
	names  map[string]place
	sheets map[string]map[string]value // by sheet and cell
	order  []string
	errors []string
	// formulas are those of a workbook as it was written, by sheet and cell.
	formulas map[string]map[string]string
}

// place is a cell.
type place struct{ sheet, cell string }

// value is what a cell shows: a number as it is stored, or a text.
type value struct {
	text   string
	number bool
}

// Value gives the number in the cell with this defined name.
func (b *Book) Value(name string) (decimal.Decimal, error) {
	v, err := b.named(name)
	if err != nil {
		return decimal.Decimal{}, err
	}
	if !v.number {
		return decimal.Decimal{}, fmt.Errorf("%s holds %q, not a number", name, v.text)
	}
	return decimal.NewFromString(v.text)
}

// Text gives the text in the cell with this defined name.
func (b *Book) Text(name string) (string, error) {
	v, err := b.named(name)
	if err == nil && v.number {
		err = fmt.Errorf("%s holds the number %s, not a text", name, v.text)
	}
	return v.text, err
}

// Place gives the sheet and the cell that a name stands for, and false for a
// name that is not there or is that of a range.
func (b *Book) Place(name string) (sheet, cell string, ok bool) {
	p, ok := b.names[name]
	return p.sheet, p.cell, ok
}

// Names gives the names of all single cells, in order.
func (b *Book) Names() []string { return slices.Sorted(maps.Keys(b.names)) }

// Cell gives what a cell holds, a number as it is stored: "" for an empty one.
func (b *Book) Cell(sheet, cell string) string { return b.sheets[sheet][cell].text }

// Sheets gives the names of the sheets in order.
func (b *Book) Sheets() []string { return append([]string(nil), b.order...) }

// Errors gives every cell that shows an error, as "Draagkracht!C5: #N/A".
func (b *Book) Errors() []string { return append([]string(nil), b.errors...) }

// Read reads a workbook as it was written: with what is cached in it.
func Read(t testing.TB, workbook []byte) *Book {
	t.Helper()
	b, err := parse(workbook)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// Differences gives every cell of some sheets that does not show in got what it shows in
// want, as "Draagkracht!C5: 120, want 121 (MAX(a,b))"; without sheets, of all of them.
// compared is how many cells were.
func Differences(got, want *Book, sheets ...string) (differences []string, compared int) {
	if len(sheets) == 0 {
		sheets = want.order
	}
	for _, sheet := range sheets {
		cells := map[string]bool{}
		for _, book := range []*Book{got, want} {
			for cell := range book.sheets[sheet] {
				cells[cell] = true
			}
		}
		compared += len(cells)
		for _, cell := range slices.Sorted(maps.Keys(cells)) {
			x, y := got.sheets[sheet][cell], want.sheets[sheet][cell]
			if x.same(y) {
				continue
			}
			d := fmt.Sprintf("%s!%s: %q, want %q", sheet, cell, x.text, y.text)
			if formula := want.formulas[sheet][cell]; formula != "" {
				d += fmt.Sprintf(" (%.200s)", formula)
			}
			differences = append(differences, d)
		}
	}
	return differences, compared
}

// same tells whether two cells show the same. An empty cell and an empty text do. Numbers
// may be apart by what a spreadsheet, which calculates in binary, can be off.
func (v value) same(w value) bool {
	if !v.number || !w.number {
		return v.text == w.text && (v.number == w.number || v.text == "")
	}
	x, errX := decimal.NewFromString(v.text)
	y, errY := decimal.NewFromString(w.text)
	return errX == nil && errY == nil && x.Sub(y).Abs().LessThanOrEqual(decimal.New(1, -6))
}

// SameFormulas tells whether a sheet has the same formulas, in the same cells, in two
// workbooks as they were written.
func (b *Book) SameFormulas(other *Book, sheet string) bool {
	return len(b.formulas[sheet]) > 0 && maps.Equal(b.formulas[sheet], other.formulas[sheet])
}

// Formulas says how many cells hold a formula in a workbook as it was written.
func (b *Book) Formulas() int {
	n := 0
	for _, list := range b.formulas {
		n += len(list)
	}
	return n
}

func (b *Book) named(name string) (value, error) {
	p, ok := b.names[name]
	if !ok {
		return value{}, fmt.Errorf("no cell is named %s", name)
	}
	v, ok := b.sheets[p.sheet][p.cell]
	if !ok {
		return value{}, fmt.Errorf("%s (%s!%s) is empty", name, p.sheet, p.cell)
	}
	return v, nil
}

var placeForm = regexp.MustCompile(`^(?:'((?:[^']|'')+)'|([^'!]+))!\$([A-Z]+)\$([0-9]+)$`)

// parsePlace reads a reference to one cell: 'De zaak'!$B$5.
func parsePlace(ref string) (place, bool) {
	m := placeForm.FindStringSubmatch(ref)
	if m == nil {
		return place{}, false
	}
	sheet := m[2]
	if m[1] != "" {
		sheet = strings.ReplaceAll(m[1], "''", "'")
	}
	return place{sheet, m[3] + m[4]}, true
}

// The parts of the file format that matter here.
type (
	xmlWorkbook struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
		} `xml:"sheets>sheet"`
		Names []struct {
			Name string `xml:"name,attr"`
			Ref  string `xml:",chardata"`
		} `xml:"definedNames>definedName"`
	}
	xmlRelations struct {
		List []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	xmlText struct {
		Plain string   `xml:"t"`
		Runs  []string `xml:"r>t"`
	}
	xmlStrings struct {
		List []xmlText `xml:"si"`
	}
	xmlSheet struct {
		Cells []struct {
			Ref    string  `xml:"r,attr"`
			Type   string  `xml:"t,attr"`
			Value  string  `xml:"v"`
			F      *string `xml:"f"`
			Inline xmlText `xml:"is"`
		} `xml:"sheetData>row>c"`
	}
)

func (t xmlText) String() string { return unescape(t.Plain + strings.Join(t.Runs, "")) }

var escape = regexp.MustCompile(`_x([0-9A-Fa-f]{4})_`)

// unescape reads the way in which the format writes what XML cannot hold, and
// texts that only look like that: _x005F_x0041_ is the text _x0041_.
func unescape(s string) string {
	return escape.ReplaceAllStringFunc(s, func(m string) string {
		code, err := strconv.ParseUint(m[2:6], 16, 16)
		if err != nil {
			return m
		}
		return string(rune(code))
	})
}

func parse(data []byte) (*Book, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	var workbook xmlWorkbook
	if err := part(z, "xl/workbook.xml", &workbook); err != nil {
		return nil, err
	}
	var relations xmlRelations
	if err := part(z, "xl/_rels/workbook.xml.rels", &relations); err != nil {
		return nil, err
	}
	var shared xmlStrings
	// A workbook in which each cell holds its own text has none.
	if err := part(z, "xl/sharedStrings.xml", &shared); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	targets := map[string]string{}
	for _, r := range relations.List {
		targets[r.ID] = path.Join("xl", r.Target)
	}
	b := &Book{names: map[string]place{}, sheets: map[string]map[string]value{}, formulas: map[string]map[string]string{}}
	for _, n := range workbook.Names {
		if p, ok := parsePlace(n.Ref); ok {
			b.names[n.Name] = p
		}
	}
	for _, s := range workbook.Sheets {
		var sheet xmlSheet
		if err := part(z, targets[s.ID], &sheet); err != nil {
			return nil, err
		}
		cells, formulas := map[string]value{}, map[string]string{}
		for _, c := range sheet.Cells {
			v := value{text: c.Value, number: c.Type == "" || c.Type == "n"}
			switch c.Type {
			case "str":
				v.text = unescape(c.Value)
			case "s":
				i, err := strconv.Atoi(c.Value)
				if err != nil || i < 0 || i >= len(shared.List) {
					return nil, fmt.Errorf("%s!%s: no shared string %q", s.Name, c.Ref, c.Value)
				}
				v.text = shared.List[i].String()
			case "inlineStr":
				v.text = c.Inline.String()
			case "e":
				b.errors = append(b.errors, fmt.Sprintf("%s!%s: %s", s.Name, c.Ref, c.Value))
			}
			if c.F != nil {
				formulas[c.Ref] = *c.F
			}
			if v.number && v.text == "" {
				continue // only a style
			}
			cells[c.Ref] = v
		}
		b.sheets[s.Name], b.formulas[s.Name] = cells, formulas
		b.order = append(b.order, s.Name)
	}
	return b, nil
}

func part(z *zip.Reader, name string, into any) error {
	f, err := z.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	data, err := io.ReadAll(f)
	if err != nil {
		return err
	}
	if err := xml.Unmarshal(data, into); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}
