package templates

import (
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"sync"
	"text/template"
	boom "text/template/parse"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// controle finds everything that is wrong with one file of templates, with its
// place, before any of its texts is used.
type controle struct {
	bestand   string
	regels    []string // of the file
	problemen Problemen
}

// ontleed reads a file into its tree; nil where it is no YAML, which is reported.
func (c *controle) ontleed(data []byte) *yaml.Node {
	c.regels = strings.Split(string(data), "\n")
	var doc yaml.Node
	if !slices.ContainsFunc(c.regels, func(r string) bool { r = strings.TrimSpace(r); return r != "" && r[0] != '#' }) {
		return &yaml.Node{Kind: yaml.ScalarNode, Line: 1, Column: 1} // only comments
	}
	if !utf8.Valid(data) {
		c.problemen = append(c.problemen, Probleem{Bestand: c.bestand, Melding: "het bestand is geen UTF-8", Hint: "sla het op als UTF-8"})
		return nil
	}
	if err := yaml.Load(data, &doc); err != nil {
		p := Probleem{Bestand: c.bestand, Melding: "het bestand is geen YAML", Hint: "sleutels die bij elkaar horen, beginnen in dezelfde kolom, met spaties en geen tabs; zet een tekst met een dubbele punt tussen aanhalingstekens, en sluit die"}
		var fout *yaml.LoadError
		if errors.As(err, &fout) {
			p.Regel, p.Kolom = fout.Mark.Line, max(1, fout.Mark.Column)
		}
		c.problemen = append(c.problemen, p)
		return nil
	}
	if doc.Kind == yaml.DocumentNode && len(doc.Content) == 1 {
		return doc.Content[0]
	}
	return &doc
}

func (c *controle) meld(n *yaml.Node, pad, melding, hint string) {
	c.problemen = append(c.problemen, Probleem{c.bestand, n.Line, n.Column, pad, melding, hint})
}

var (
	soortTekst = reflect.TypeFor[Tekst]()
	soortKnoop = reflect.TypeFor[yaml.Node]()
)

// mag marks a field that may be missing or empty: `eis:"mag"`.
const mag = "mag"

// vorm checks a node against the type it is read into. With volledig every text has
// to be there.
func (c *controle) vorm(n *yaml.Node, t reflect.Type, pad string, volledig bool) {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	switch {
	case t == soortKnoop: // texts that replace others; nothing has to be there
		c.vorm(n, reflect.TypeFor[Bijlage](), "", false)
		return
	case t == soortTekst:
		if c.soort(n, yaml.ScalarNode, pad) {
			c.tekst(n, pad)
		}
		return
	}
	switch t.Kind() {
	case reflect.Struct:
		c.sleutels(n, t, pad, volledig)
	case reflect.Map:
		if c.soort(n, yaml.MappingNode, pad) {
			for i := 0; i+1 < len(n.Content); i += 2 {
				c.vorm(n.Content[i+1], t.Elem(), langs(pad, n.Content[i].Value), volledig)
			}
		}
	case reflect.Slice:
		if c.soort(n, yaml.SequenceNode, pad) {
			c.kolommen(n, pad)
			for i, item := range n.Content {
				c.vorm(item, t.Elem(), fmt.Sprintf("%s[%d]", pad, i+1), volledig)
			}
		}
	default:
		if c.soort(n, yaml.ScalarNode, pad) && n.Load(reflect.New(t).Interface()) != nil {
			c.meld(n, pad, fmt.Sprintf("%q past hier niet", n.Value), map[reflect.Kind]string{reflect.Bool: "schrijf true of false", reflect.Int: "schrijf een heel getal"}[t.Kind()])
		}
	}
}

// eigenTeksten is the tree of the texts that come with annex.
var eigenTeksten = sync.OnceValue(func() *yaml.Node {
	return (&controle{bestand: bestandBijlage}).ontleed(bijlageYAML)
})

// kolommen checks that a table keeps its number of headings: what stands below them is
// not of the template.
func (c *controle) kolommen(n *yaml.Node, pad string) {
	if !strings.HasSuffix(pad, "kolommen") {
		return
	}
	eigen := eigenTeksten()
	for _, naam := range strings.Split(pad, ".") {
		eigen = waarde(eigen, naam)
	}
	if want := len(eigen.Content); eigen.Kind == yaml.SequenceNode && len(n.Content) != want {
		c.meld(n, pad, fmt.Sprintf("hier horen %d koppen; er staan er %d", want, len(n.Content)), neemOver)
	}
}

func langs(pad, naam string) string {
	if pad == "" {
		return naam
	}
	return pad + "." + naam
}

var soortnaam = map[yaml.Kind]string{yaml.ScalarNode: "een tekst", yaml.MappingNode: "sleutels met een waarde", yaml.SequenceNode: "een lijst"}

func (c *controle) soort(n *yaml.Node, want yaml.Kind, pad string) bool {
	if n.Kind != want {
		c.meld(n, pad, "hier hoort "+soortnaam[want], "")
	}
	return n.Kind == want
}

// sleutels checks the keys of a mapping against the fields of a struct.
func (c *controle) sleutels(n *yaml.Node, t reflect.Type, pad string, volledig bool) {
	if !c.soort(n, yaml.MappingNode, pad) {
		return
	}
	velden := map[string]reflect.StructField{}
	var namen []string
	for i := range t.NumField() {
		f := t.Field(i)
		naam := f.Tag.Get("yaml")
		if naam == "" {
			naam = strings.ToLower(f.Name)
		}
		if f.IsExported() && naam != "-" {
			velden[naam] = f
			namen = append(namen, naam)
		}
	}
	gezien := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, v := n.Content[i], n.Content[i+1]
		f, ok := velden[k.Value]
		switch {
		case !ok:
			c.meld(k, langs(pad, k.Value), "deze sleutel bestaat niet", bedoelt(k.Value, namen))
			continue
		case gezien[k.Value]:
			c.meld(k, langs(pad, k.Value), "deze sleutel staat er twee keer", "")
			continue
		}
		gezien[k.Value] = true
		if volledig && f.Tag.Get("eis") != mag && isLeeg(v) {
			c.meld(k, langs(pad, k.Value), ontbreekt(f.Type), neemOver)
			continue
		}
		if f.Tag.Get("eis") == mag && isLeeg(v) {
			continue
		}
		c.vorm(v, f.Type, langs(pad, k.Value), volledig)
	}
	for _, naam := range namen {
		if volledig && !gezien[naam] && velden[naam].Tag.Get("eis") != mag {
			c.meld(n, langs(pad, naam), ontbreekt(velden[naam].Type), neemOver)
		}
	}
}

// neemOver tells where a text that is missing can be found.
const neemOver = "neem over wat annex sjabloon schrijft"

func ontbreekt(t reflect.Type) string {
	switch {
	case t == soortTekst || t.Kind() == reflect.String:
		return "de tekst ontbreekt"
	case t.Kind() == reflect.Slice:
		return "de lijst ontbreekt of is leeg"
	}
	return "dit ontbreekt of is leeg"
}

func isLeeg(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && strings.TrimSpace(n.Value) == "" || n.Kind != yaml.AliasNode && n.Kind != yaml.ScalarNode && len(n.Content) == 0
}

// tekst checks the notation of a text, and that its fields exist.
func (c *controle) tekst(n *yaml.Node, pad string) {
	t, err := template.New("tekst").Parse(n.Value)
	if err != nil {
		line, col := c.plek(n, err)
		c.problemen = append(c.problemen, Probleem{c.bestand, line, col, pad, "wat tussen {{ en }} staat, klopt niet: " + schrijffout(err), "docs/lezers.md legt de schrijfwijze uit"})
		return
	}
	toegestaan := veldenVan(pad)
	for _, veld := range velden(t.Root) {
		if slices.Contains(toegestaan, veld) {
			continue
		}
		hint := bedoelt(veld, toegestaan)
		if len(toegestaan) == 0 {
			hint = "deze tekst heeft geen velden"
		}
		line, col := c.zoek(n, "."+veld)
		c.problemen = append(c.problemen, Probleem{c.bestand, line, col, pad, "het veld " + veld + " bestaat hier niet", hint})
	}
}

var regelInTekst = regexp.MustCompile(`^template: tekst:(\d+):`)

// plek is where in the file a text is wrong. Of a text of more lines that is the line
// that the error names.
func (c *controle) plek(n *yaml.Node, err error) (line, col int) {
	line, col = n.Line, n.Column
	if n.Style&yaml.LiteralStyle != 0 {
		if m := regelInTekst.FindStringSubmatch(err.Error()); m != nil {
			var nr int
			fmt.Sscan(m[1], &nr)
			line += nr
			if line <= len(c.regels) {
				raw := c.regels[line-1]
				col = len(raw) - len(strings.TrimLeft(raw, " ")) + 1
			}
		}
	}
	return line, col
}

// zoek finds where in a text of the file something is written.
func (c *controle) zoek(n *yaml.Node, wat string) (line, col int) {
	re := regexp.MustCompile(regexp.QuoteMeta(wat) + `\b`)
	for i := n.Line; i <= min(len(c.regels), n.Line+strings.Count(n.Value, "\n")+1); i++ {
		from := 0
		if i == n.Line {
			from = min(max(0, n.Column-1), len(c.regels[i-1]))
		}
		if at := re.FindStringIndex(c.regels[i-1][from:]); at != nil {
			return i, len([]rune(c.regels[i-1][:from+at[0]])) + 1
		}
	}
	return n.Line, n.Column
}

// schrijffouten says in Dutch what the template library objects to.
var schrijffouten = []struct {
	re    *regexp.Regexp
	dutch string
}{
	{regexp.MustCompile(`function "([^"]*)" not defined`), "$1 is geen veld en geen opdracht; voor een veld staat een punt"},
	{regexp.MustCompile(`undefined variable "([^"]*)"`), "de naam $1 is niet eerder gegeven"},
	{regexp.MustCompile(`bad character U\+007[BD]|unexpected "[{}]"`), "een veld staat tussen twee accolades aan beide kanten: {{.Naam}}"},
	{regexp.MustCompile(`unclosed action|unterminated`), "er ontbreekt een }}, of een aanhalingsteken"},
	{regexp.MustCompile(`unexpected EOF`), "bij een {{if}}, {{range}} of {{with}} ontbreekt {{end}}"},
	{regexp.MustCompile(`unexpected \{\{(end|else)\}\}|unexpected "?\{?\{?(end|else)`), "er staat een {{end}} of {{else}} te veel"},
	{regexp.MustCompile(`missing value for (\w+)`), "achter $1 ontbreekt waarover het gaat"},
	{regexp.MustCompile(`unexpected (.*) in (\w+)`), "$1 kan hier niet staan"},
}

func schrijffout(err error) string {
	for _, f := range schrijffouten {
		if m := f.re.FindStringSubmatchIndex(err.Error()); m != nil {
			return string(f.re.ExpandString(nil, f.dutch, err.Error(), m))
		}
	}
	return "de schrijfwijze is niet te lezen"
}

// velden gives the names of the fields that a text asks for, each once.
func velden(n boom.Node) []string {
	var out []string
	add := func(names ...string) {
		for _, x := range names {
			if !slices.Contains(out, x) {
				out = append(out, x)
			}
		}
	}
	var walk func(boom.Node)
	list := func(l *boom.ListNode) {
		if l != nil {
			for _, x := range l.Nodes {
				walk(x)
			}
		}
	}
	branch := func(b *boom.BranchNode) { walk(b.Pipe); list(b.List); list(b.ElseList) }
	walk = func(n boom.Node) {
		switch x := n.(type) {
		case *boom.ListNode:
			list(x)
		case *boom.ActionNode:
			walk(x.Pipe)
		case *boom.PipeNode:
			for _, c := range x.Cmds {
				walk(c)
			}
		case *boom.CommandNode:
			for _, a := range x.Args {
				walk(a)
			}
		case *boom.FieldNode:
			add(x.Ident...)
		case *boom.VariableNode:
			add(x.Ident[1:]...)
		case *boom.ChainNode:
			walk(x.Node)
			add(x.Field...)
		case *boom.IfNode:
			branch(&x.BranchNode)
		case *boom.RangeNode:
			branch(&x.BranchNode)
		case *boom.WithNode:
			branch(&x.BranchNode)
		}
	}
	walk(n)
	return out
}

// bedoelt gives the name that was probably meant, and else those there are.
func bedoelt(woord string, namen []string) string {
	best, least := "", len([]rune(woord))/3+1
	for _, naam := range namen {
		if d := afstand(strings.ToLower(woord), strings.ToLower(naam)); d <= least && (best == "" || d < afstand(strings.ToLower(woord), strings.ToLower(best))) {
			best = naam
		}
	}
	if best != "" {
		return "bedoelt u " + best + "?"
	}
	const most = 40 // names that help more than they hide
	if len(namen) == 0 || len(namen) > most {
		return ""
	}
	return "toegestaan: " + strings.Join(slices.Sorted(slices.Values(namen)), ", ")
}

// afstand is how many letters differ between two words (Levenshtein).
func afstand(a, b string) int {
	p, q := []rune(a), []rune(b)
	row := make([]int, len(q)+1)
	for j := range row {
		row[j] = j
	}
	for i := range p {
		before := row[0]
		row[0] = i + 1
		for j := range q {
			cost := before
			if p[i] != q[j] {
				cost++
			}
			before, row[j+1] = row[j+1], min(cost, row[j+1]+1, row[j]+1)
		}
	}
	return row[len(q)]
}
