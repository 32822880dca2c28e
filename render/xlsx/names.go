package xlsx

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"annex/calc/sheet"
)

// Names of cells.
//
// A formula in the workbook refers to a cell by a name that says what it holds.
// The name is the id of the model with underscores for dots: vader.draagkracht
// becomes vader_draagkracht. Dots would do in Excel, but LibreOffice takes them
// for the sheet separator when a reader edits a formula, and Google Sheets
// allows only letters, digits and underscores.

// nameChanges counts the inputs that differ from the original case.
const nameChanges = "gewijzigde_invoer"

// maxName leaves room for a suffix under the 250 characters that the strictest
// program, Google Sheets, allows.
const maxName = 240

// notAName matches what a spreadsheet program reads as something else: a cell
// (AB12), a row, column or cell in R1C1 notation (R, C, R1C1; K stands for C in
// a Dutch Excel) or a truth value.
var notAName = regexp.MustCompile(`^([a-z]{1,3}[0-9]+|r[0-9]*|[ck][0-9]*|r[0-9]*[ck][0-9]*|true.*|false.*|waar|onwaar)$`)

// Names gives the defined name in the workbook of each line, input and norm of
// r, by its id, of each column of a table, by "<table id>.<column id>", and of each list
// of lines that are ranked by size, by their names with commas between them.
func Names(r *sheet.Result) map[string]string {
	n := namer{taken: map[string]bool{nameChanges: true}, byID: map[string]string{}}
	for _, in := range r.Inputs() {
		n.add(in.ID)
	}
	for _, norm := range r.Norms() {
		n.add(norm.ID)
	}
	for _, t := range r.Tables() {
		for _, c := range t.Columns {
			n.add(columnID(t, c))
		}
	}
	for _, sec := range r.Sections() {
		for _, l := range r.Lines(sec) {
			n.add(l.ID)
		}
	}
	for _, sec := range r.Sections() {
		for _, l := range r.Lines(sec) {
			if list := l.Ranked(); list != nil && consecutive(r, list) {
				n.addList(list)
			}
		}
	}
	return n.byID
}

// consecutive tells whether lines stand below each other, with no other amount between
// them.
func consecutive(r *sheet.Result, list []*sheet.Line) bool {
	all := r.Lines(list[0].Section())
	first := slices.IndexFunc(all, func(l *sheet.LineResult) bool { return l.Line == list[0] })
	if first < 0 || first+len(list) > len(all) {
		return false
	}
	for i, l := range list {
		if all[first+i].Line != l {
			return false
		}
	}
	return true
}

// listID is the id of a list of lines, from the names of their cells.
func listID(names []string) string { return strings.Join(names, ",") }

// listSuffix stands behind what the names of the cells of a list have in common.
const listSuffix = "_lijst"

// addList gives the cells of some lines together a name.
func (n namer) addList(list []*sheet.Line) {
	names := make([]string, len(list))
	for i, l := range list {
		names[i] = n.byID[l.ID]
	}
	id := listID(names)
	if _, ok := n.byID[id]; ok {
		return // ranked more than once
	}
	common := names[0]
	for _, name := range names {
		for !strings.HasPrefix(name, common) {
			common = common[:len(common)-1]
		}
	}
	n.addAs(id, strings.TrimRight(common, "_0123456789")+listSuffix)
}

func columnID(t *sheet.Table, c sheet.TableColumn) string { return t.ID + "." + c.ID }

type namer struct {
	taken map[string]bool
	byID  map[string]string
}

// add gives id a name of its own. Ids hold both dots and underscores, so that
// two of them can come out the same; the later one gets a number.
func (n namer) add(id string) { n.addAs(id, strings.ToLower(strings.ReplaceAll(id, ".", "_"))) }

func (n namer) addAs(id, base string) {
	if notAName.MatchString(base) {
		base = "regel_" + base
	}
	base = base[:min(len(base), maxName)]
	name := base
	for i := 2; n.taken[name]; i++ {
		name = fmt.Sprintf("%s_%d", base, i)
	}
	n.taken[name] = true
	n.byID[id] = name
}
