package zaak

import (
	"bytes"
	"cmp"
	"encoding/json"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
	"go.yaml.in/yaml/v4"
)

// The canonical form of a case file: JSON of one line, in the spirit of RFC 8785.
// Keys stand in order; a number has no zeros that say nothing; yes or no is true or
// false; a text is trimmed and in Unicode normal form C, as reading makes it. Comments,
// quotation marks and keys without a value are gone. Nothing is added that the file
// does not state: two files that state the same in the same words have the same
// canonical form, and reading that gives the same case.

// noteer keeps how a value that was read is spelled in the canonical form.
func (l *lezer) noteer(k knoop, json string) {
	if l.spelling == nil {
		l.spelling = map[*yaml.Node]string{}
	}
	l.spelling[k.waarde] = json
}

// canoniek gives the canonical form of a file that was read without problems.
func (l *lezer) canoniek(top *yaml.Node) string {
	var b strings.Builder
	l.schrijf(&b, top)
	b.WriteByte('\n')
	return b.String()
}

func (l *lezer) schrijf(b *strings.Builder, n *yaml.Node) {
	switch n.Kind {
	case yaml.MappingNode:
		b.WriteByte('{')
		for i, p := range paren(n) {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString(jsonTekst(p.sleutel))
			b.WriteByte(':')
			l.schrijf(b, p.waarde)
		}
		b.WriteByte('}')
	case yaml.SequenceNode:
		b.WriteByte('[')
		for i, item := range n.Content {
			if i > 0 {
				b.WriteByte(',')
			}
			l.schrijf(b, item)
		}
		b.WriteByte(']')
	default:
		b.WriteString(l.gespeld(n))
	}
}

// paar is a key with its value.
type paar struct {
	sleutel string
	waarde  *yaml.Node
}

// paren gives what a mapping states, by key.
func paren(n *yaml.Node) []paar {
	var out []paar
	for i := 0; i+1 < len(n.Content); i += 2 {
		if p := (paar{n.Content[i].Value, n.Content[i+1]}); !(knoop{waarde: p.waarde}).leeg() {
			out = append(out, p)
		}
	}
	slices.SortFunc(out, func(a, b paar) int { return cmp.Compare(a.sleutel, b.sleutel) })
	return out
}

// gespeld gives a value as it was read. Of what no part of the format asked for, a
// bare number is a number and all else a text.
func (l *lezer) gespeld(n *yaml.Node) string {
	if s, ok := l.spelling[n]; ok {
		return s
	}
	s := strings.TrimSpace(n.Value)
	if w, _ := schrijfwijzeVan(s); w != geenGetal && !(knoop{waarde: n}).tussenAanhalingstekens() {
		if d, err := decimal.NewFromString(s); err == nil {
			return d.String()
		}
	}
	return jsonTekst(s)
}

// jsonTekst spells a text with no more escapes than JSON asks for.
func jsonTekst(s string) string {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(s); err != nil {
		panic(err) // a text is always JSON
	}
	return strings.TrimSuffix(b.String(), "\n")
}
