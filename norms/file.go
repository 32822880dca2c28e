package norms

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/shopspring/decimal"
	"go.yaml.in/yaml/v4"
)

// file is one norms file as read: well formed, but not yet known to hold what
// its reeks asks for.
type file struct {
	pub     *Publicatie
	cells   string // name of the CSV file; may be empty
	gap     string // why there is nothing just before the period; may be empty
	values  []datedValue
	missing []Ontbrekend
	tables  []Table
}

// datedValue is a value with its own window. Most values have none: they apply
// as long as the publication does.
type datedValue struct {
	Value
	from, until time.Time // its window, where that is not the publication's
}

// reader walks the nodes of one YAML file. It does not decode into structs: a
// norms file is written by people, and every complaint has to name the line, in
// Dutch.
type reader struct {
	name string
	errs []error
}

func (r *reader) fail(line int, format string, args ...any) {
	r.errs = append(r.errs, fmt.Errorf("%s:%d: %s", r.name, line, fmt.Sprintf(format, args...)))
}

func readFile(dir fs.FS, name string) (*file, error) {
	raw, err := fs.ReadFile(dir, name)
	if err != nil {
		return nil, err
	}
	var doc yaml.Node
	if err := yaml.Load(raw, &doc); err != nil {
		var at *yaml.LoadError
		if errors.As(err, &at) && at.Mark.Line > 0 {
			return nil, fmt.Errorf("%s:%d: geen geldige YAML: %s", name, at.Mark.Line, at.Message)
		}
		return nil, fmt.Errorf("%s: geen geldige YAML: %w", name, err)
	}
	r := &reader{name: name}
	f := r.file(doc.Content[0])
	f.pub.File = name

	sum := sha256.New()
	sum.Write(raw)
	if f.cells != "" {
		raw, err := fs.ReadFile(dir, f.cells)
		if err != nil {
			return nil, errors.Join(append(r.errs, fmt.Errorf("%s: het bestand %s bij cells is niet te lezen", name, f.cells))...)
		}
		sum.Write(raw)
		if len(r.errs) == 0 {
			r.errs = append(r.errs, readCells(f.cells, raw, f.tables)...)
		}
	}
	f.pub.SHA256 = hex.EncodeToString(sum.Sum(nil))
	if len(r.errs) == 0 {
		for _, t := range f.tables {
			r.errs = append(r.errs, f.rising(t, 0)...)
		}
	}
	return f, errors.Join(r.errs...)
}

func (r *reader) file(n *yaml.Node) *file {
	g := r.group(n, "series", "title", "valid_from", "valid_until", "gap_before", "source", "note", "cells", "values", "missing", "tables")
	pub := &Publicatie{
		Reeks:       g.text("series"),
		Titel:       g.text("title"),
		From:        g.date("valid_from"),
		Until:       g.date("valid_until"),
		Toelichting: g.text("note"),
	}
	pub.Source = r.source(g.required("source"), Source{})
	if pub.Until.Before(pub.From) {
		r.fail(g.line("valid_until"), "valid_until ligt voor valid_from")
	}
	f := &file{pub: pub, cells: g.optional("cells"), gap: g.optional("gap_before")}
	if f.cells != "" && (!fs.ValidPath(f.cells) || strings.Contains(f.cells, "/")) {
		// The hash covers two files in one folder; nothing from elsewhere.
		r.fail(g.line("cells"), "cells hoort een bestandsnaam zonder map te zijn")
		f.cells = ""
	}
	if !slices.Contains(reeksen, pub.Reeks) && pub.Reeks != "" {
		r.fail(g.line("series"), "onbekende reeks %q; bekend zijn %s", pub.Reeks, strings.Join(reeksen, ", "))
	}
	if f.gap != "" && !slices.Contains(withGaps, pub.Reeks) {
		r.fail(g.line("gap_before"), "een gat mag alleen in de reeksen %s", strings.Join(withGaps, ", "))
	}
	seen := map[string]bool{}
	for _, n := range r.list(g.fields["values"], "values") {
		f.values = append(f.values, r.value(n, pub, seen))
	}
	for _, n := range r.list(g.fields["missing"], "missing") {
		f.missing = append(f.missing, r.missing(n, seen)...)
	}
	for _, n := range r.list(g.fields["tables"], "tables") {
		f.tables = append(f.tables, r.table(n, pub, seen))
	}
	if (g.fields["cells"] == nil) != (len(f.tables) == 0) {
		r.fail(n.Line, "tables en cells horen bij elkaar: geef ze beide of geen van beide")
	}
	return f
}

// source reads where something can be read. With only a place it is another place
// in the document of the publication.
func (r *reader) source(n *yaml.Node, pub Source) Source {
	if n == nil {
		return Source{}
	}
	g := r.group(n, "document", "place", "url")
	if pub.Document != "" && len(g.fields) == 1 && g.fields["place"] != nil {
		return Source{Document: pub.Document, Vindplaats: g.text("place"), URL: pub.URL}
	}
	s := Source{Document: g.text("document"), Vindplaats: g.optional("place"), URL: g.optional("url")}
	if s.URL != "" && !strings.HasPrefix(s.URL, "https://") {
		r.fail(g.line("url"), "url hoort met https:// te beginnen")
	}
	return s
}

func (r *reader) value(n *yaml.Node, pub *Publicatie, seen map[string]bool) datedValue {
	g := r.group(n, "id", "label", "amount", "unit", "status", "note", "source", "date", "valid_from", "valid_until")
	v := datedValue{Value: Value{
		ID:          g.id(seen),
		Label:       g.text("label"),
		Unit:        g.unit(),
		Source:      pub.Source,
		Toelichting: g.optional("note"),
		Publicatie:  pub,
	}}
	var err error
	if s := g.text("amount"); s != "" {
		if v.Amount, err = parseAmount(s); err != nil {
			r.fail(g.line("amount"), "%v", err)
		}
	}
	if s := g.text("status"); s != "" {
		if v.Status, err = parseStatus(s); err != nil {
			r.fail(g.line("status"), "%v", err)
		}
	}
	if n := g.fields["source"]; n != nil {
		v.Source = r.source(n, pub.Source)
	}
	if g.fields["date"] != nil {
		v.Vanaf = g.date("date")
	}
	if g.fields["valid_from"] != nil || g.fields["valid_until"] != nil {
		v.from, v.until = g.date("valid_from"), g.date("valid_until")
	}
	return v
}

// missing reads which figures of the reeks are not known, and why. An id stands
// among the values or here, never in both.
func (r *reader) missing(n *yaml.Node, seen map[string]bool) []Ontbrekend {
	g := r.group(n, "ids", "reason")
	reason := g.text("reason")
	var list []Ontbrekend
	for _, id := range r.list(g.required("ids"), "ids") {
		if id.Kind != yaml.ScalarNode || !idForm.MatchString(id.Value) {
			r.fail(id.Line, "ids hoort een lijst van ids te zijn")
			continue
		}
		if seen[id.Value] {
			r.fail(id.Line, "id %q staat er twee keer", id.Value)
		}
		seen[id.Value] = true
		list = append(list, Ontbrekend{id.Value, reason})
	}
	return list
}

func (r *reader) table(n *yaml.Node, pub *Publicatie, seen map[string]bool) Table {
	g := r.group(n, "id", "label", "note", "source", "columns")
	t := Table{
		ID:          g.id(seen),
		Label:       g.text("label"),
		Source:      pub.Source,
		Toelichting: g.optional("note"),
		Publicatie:  pub,
	}
	if n := g.fields["source"]; n != nil {
		t.Source = r.source(n, pub.Source)
	}
	columns := map[string]bool{}
	for _, n := range r.list(g.required("columns"), "columns") {
		c := r.group(n, "id", "label", "unit")
		t.Columns = append(t.Columns, Column{ID: c.id(columns), Label: c.text("label"), Unit: c.unit()})
	}
	if len(t.Columns) < 2 {
		r.fail(n.Line, "een tabel hoort een sleutelkolom en ten minste één andere kolom te hebben")
	}
	return t
}

// group is a YAML mapping with only known keys.
type group struct {
	r      *reader
	node   *yaml.Node
	fields map[string]*yaml.Node
}

func (r *reader) group(n *yaml.Node, known ...string) group {
	g := group{r, n, map[string]*yaml.Node{}}
	if n.Kind != yaml.MappingNode {
		r.fail(n.Line, "hier horen sleutels te staan: %s", strings.Join(known, ", "))
		return g
	}
	for i := 0; i < len(n.Content); i += 2 {
		key := n.Content[i]
		switch {
		case !slices.Contains(known, key.Value):
			r.fail(key.Line, "onbekende sleutel %q; toegestaan zijn %s", key.Value, strings.Join(known, ", "))
		case g.fields[key.Value] != nil:
			r.fail(key.Line, "sleutel %q staat er twee keer", key.Value)
		default:
			g.fields[key.Value] = n.Content[i+1]
		}
	}
	return g
}

func (r *reader) list(n *yaml.Node, key string) []*yaml.Node {
	if n == nil {
		return nil
	}
	if n.Kind != yaml.SequenceNode {
		r.fail(n.Line, "%s hoort een lijst te zijn", key)
		return nil
	}
	return n.Content
}

func (g group) line(key string) int {
	if n := g.fields[key]; n != nil {
		return n.Line
	}
	return g.node.Line
}

func (g group) required(key string) *yaml.Node {
	n := g.fields[key]
	if n == nil && g.node.Kind == yaml.MappingNode {
		g.r.fail(g.node.Line, "%s ontbreekt", key)
	}
	return n
}

// optional gives a text that may be absent. Only strings pass: a bare 6.5 or
// 2025-01-01 is a number or a date to YAML, and would be changed on the way in.
func (g group) optional(key string) string {
	n := g.fields[key]
	if n == nil {
		return ""
	}
	if n.Kind != yaml.ScalarNode || n.ShortTag() != "!!str" || strings.TrimSpace(n.Value) == "" {
		g.r.fail(n.Line, "%s hoort tekst te zijn; zet de waarde tussen aanhalingstekens", key)
		return ""
	}
	return n.Value
}

func (g group) text(key string) string {
	if g.required(key) == nil {
		return ""
	}
	return g.optional(key)
}

func (g group) date(key string) time.Time {
	s := g.text(key)
	if s == "" {
		return time.Time{}
	}
	d, err := time.Parse(time.DateOnly, s)
	if err != nil {
		g.r.fail(g.line(key), "%s: %q is geen datum; schrijf jjjj-mm-dd", key, s)
	}
	return d
}

// IDs become names in the workbook and keys in JSON.
var idForm = regexp.MustCompile(`^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$`)

func (g group) id(seen map[string]bool) string {
	id := g.text("id")
	switch {
	case id == "":
	case !idForm.MatchString(id):
		g.r.fail(g.line("id"), "id %q: alleen kleine letters, cijfers, _ en punten", id)
	case seen[id]:
		g.r.fail(g.line("id"), "id %q staat er twee keer", id)
	}
	seen[id] = true
	return id
}

var units = []string{"EUR/maand", "EUR/jaar", "EUR", "%", "%/jaar", "aantal", "dagen/week", "nachten/jaar", "jaar", "EUR/kwartaal"}

func (g group) unit() string {
	u := g.text("unit")
	if u != "" && !slices.Contains(units, u) {
		g.r.fail(g.line("unit"), "onbekende eenheid %q; bekend zijn %s", u, strings.Join(units, ", "))
	}
	return u
}

var amountForm = regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?$`)

func parseAmount(s string) (decimal.Decimal, error) {
	if !amountForm.MatchString(s) {
		return decimal.Decimal{}, fmt.Errorf("%q is geen getal; schrijf cijfers met een punt voor de decimalen, zonder duizendtallen", s)
	}
	return decimal.NewFromString(s)
}

func parseStatus(s string) (Status, error) {
	switch st := Status(s); st {
	case Bevestigd, EnkeleBron:
		return st, nil
	}
	return "", fmt.Errorf("onbekende status %q; kies %s of %s", s, Bevestigd, EnkeleBron)
}
