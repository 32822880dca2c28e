package zaak

import (
	"encoding/json"
	"errors"
	"strings"

	"go.yaml.in/yaml/v4"
)

// ontleedJSON reads JSON into the same tree as YAML, with the same positions.
// The YAML reader is not used for it: JSON escapes such as \ud83d\ude00 are no
// YAML.
func (l *lezer) ontleedJSON() *yaml.Node {
	var heel json.RawMessage
	if err := json.Unmarshal([]byte(l.schoon), &heel); err != nil {
		l.geenJSON(err)
		return nil
	}
	j := &jsonLezer{lezer: l, dec: json.NewDecoder(strings.NewReader(l.schoon)), plek: Plek{Regel: 1, Kolom: 1}}
	j.dec.UseNumber()
	top := j.waarde(0)
	if j.gestopt {
		return nil
	}
	return top
}

// jsonLezer walks the tokens of a text already known to be valid JSON.
type jsonLezer struct {
	*lezer
	dec     *json.Decoder
	offset  int  // of plek
	plek    Plek // moves along with the tokens, so that the text is counted once
	gestopt bool // a problem was reported; what was read so far is of no use
}

// token gives the next token and where it starts.
func (j *jsonLezer) token() (json.Token, Plek) {
	begin := int(j.dec.InputOffset())
	for begin < len(j.schoon) && strings.IndexByte(" \t\n\r,:", j.schoon[begin]) >= 0 {
		begin++
	}
	for _, r := range j.schoon[j.offset:begin] {
		j.plek.Kolom++
		if r == '\n' {
			j.plek = Plek{Regel: j.plek.Regel + 1, Kolom: 1}
		}
	}
	j.offset = begin
	token, err := j.dec.Token()
	if err != nil && !j.gestopt {
		j.gestopt = true
		j.geenJSON(err)
	}
	return token, j.plek
}

func (j *jsonLezer) waarde(diepte int) *yaml.Node {
	token, plek := j.token()
	n := &yaml.Node{Kind: yaml.ScalarNode, Line: plek.Regel, Column: plek.Kolom}
	switch t := token.(type) {
	case json.Delim:
		n.Kind = yaml.MappingNode
		if t == '[' {
			n.Kind = yaml.SequenceNode
		}
		if diepte == maxDiepte && !j.gestopt {
			j.gestopt = true
			j.teDiep(plek)
		}
		for j.dec.More() && !j.gestopt {
			if n.Kind == yaml.MappingNode {
				n.Content = append(n.Content, j.waarde(diepte+1))
			}
			n.Content = append(n.Content, j.waarde(diepte+1))
		}
		if !j.gestopt {
			j.token() // the closing bracket
		}
	case string:
		n.Value, n.Tag, n.Style = t, "!!str", yaml.DoubleQuotedStyle
	case json.Number:
		n.Value, n.Tag = t.String(), "!!float"
	case bool:
		n.Value, n.Tag = "false", "!!bool"
		if t {
			n.Value = "true"
		}
	case nil:
		n.Tag = "!!null"
	}
	return n
}

// geenJSON explains why the file is no JSON, by what stands where reading got
// stuck.
func (l *lezer) geenJSON(err error) {
	p := Probleem{Code: codeGeenJSON, Melding: "Hier is het bestand niet als JSON te lezen.",
		Hint: "het bestand begint met { en wordt daarom als JSON gelezen; in YAML is die { niet nodig"}
	einde := len(strings.TrimRight(l.schoon, " \t\n"))
	offset := einde
	var fout *json.SyntaxError
	if errors.As(err, &fout) {
		offset = max(0, int(fout.Offset)-1)
	}
	switch tekst := err.Error(); {
	case strings.Contains(tekst, "max depth"): // of encoding/json itself, far beyond ours
		l.teDiep(plekIn(l.schoon, offset))
		return
	case strings.Contains(tekst, "unexpected end"):
		offset = einde
	}
	rest := l.schoon[min(offset, len(l.schoon)):]
	voor := strings.TrimRight(l.schoon[:min(offset, len(l.schoon))], " \t\n")
	switch {
	case offset >= einde:
		offset = einde
		p.Melding = "Het bestand houdt op voordat alles is afgesloten."
		p.Hint = "is elke { met een }, elke [ met een ] en elke tekst met een aanhalingsteken afgesloten?"
	case strings.HasSuffix(voor, ",") && (rest[0] == '}' || rest[0] == ']'):
		p.Melding = "Voor deze " + rest[:1] + " staat een komma te veel."
		p.Hint = "verwijder de komma achter het laatste onderdeel"
	case rest[0] == '/', rest[0] == '#':
		p.Melding = "JSON kent geen commentaar."
		p.Hint = "verwijder het commentaar, of schrijf het zaakbestand als YAML"
	case rest[0] == '\'':
		p.Melding = "In JSON staan teksten en sleutels tussen dubbele aanhalingstekens."
		p.Hint = `schrijf "tekst" in plaats van 'tekst'`
	case rest[0] == '"' && !strings.HasSuffix(voor, ","):
		p.Melding = "Hier ontbreekt een komma of een dubbele punt."
		p.Hint = "zet een komma tussen twee onderdelen, en een dubbele punt tussen sleutel en waarde"
	case rest[0] == '\n' || rest[0] == '\t':
		p.Melding = "Binnen een tekst staat een regeleinde of tab."
		p.Hint = `schrijf een regeleinde in JSON als \n`
	}
	l.meldOp(plekIn(l.schoon, offset), p)
}
