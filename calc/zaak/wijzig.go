package zaak

import (
	"bytes"
	"fmt"
	"maps"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
	"go.yaml.in/yaml/v4"
)

// Wijziging is another value for one figure of a case file.
type Wijziging struct {
	// Pad is where the figure stands, or would stand: "perioden[0].vader.nbi", also
	// where that is a mapping with the amount and its evidence.
	Pad    string
	Waarde decimal.Decimal // as a case file has it: 30 for 30%
	// JaNee says that it is a ja (1) or a nee (0).
	JaNee bool
}

// Wijzig gives the text of a case file with other values for some figures, and the
// case that it then is. Only those values change: comments, order, quotation marks and
// layout stay as they are. What was not stated is added to the mapping it belongs to.
//
// data was read without problems. The problems are those of the changed text: a value
// that a case file cannot hold, and a place where no value can be put.
func Wijzig(naam string, data []byte, wijzigingen []Wijziging, opties Opties) ([]byte, *Zaak, Problemen) {
	data = InUTF8(data)
	oud, problemen := bladeren(naam, data, opties)
	if len(problemen) > 0 {
		return nil, nil, problemen
	}
	nieuw := data
	for _, w := range wijzigingen {
		var p *Probleem
		if nieuw, p = gewijzigd(nieuw, w); p != nil {
			p.Bestand = naam
			return nil, nil, Problemen{*p}
		}
	}
	z, problemen := Lees(naam, nieuw, opties)
	if len(problemen) > 0 {
		return nil, nil, problemen
	}
	// The text was changed by place; that only the meant values differ, is read again.
	na, _ := bladeren(naam, nieuw, opties)
	for _, w := range wijzigingen {
		plek := w.Pad
		if _, ok := na[plek]; !ok {
			plek += ".bedrag"
		}
		if na[plek] != w.canoniek() {
			return nil, nil, Problemen{NietTeWijzigen(w.Pad)}
		}
		delete(oud, plek)
		delete(na, plek)
	}
	if !maps.Equal(oud, na) {
		return nil, nil, Problemen{NietTeWijzigen("")}
	}
	return nieuw, z, nil
}

// InUTF8 gives the text of a case file in UTF-8, and what is UTF-8 already as it is.
func InUTF8(data []byte) []byte {
	if !bytes.HasPrefix(data, bomUTF16LE) && !bytes.HasPrefix(data, bomUTF16BE) {
		return data
	}
	l := &lezer{}
	if !l.laad(data) {
		return data
	}
	return []byte(l.bron.tekst)
}

// bladeren gives every value of a case file by its path, in the canonical spelling.
func bladeren(naam string, data []byte, opties Opties) (map[string]string, Problemen) {
	l := &lezer{opties: opties.volledig(), ids: map[string]Plek{}}
	_, boom := l.lees(data)
	if problemen := l.uitslag(naam); len(problemen) > 0 {
		return nil, problemen
	}
	out := map[string]string{}
	var loop func(k knoop)
	loop = func(k knoop) {
		switch k.waarde.Kind {
		case yaml.MappingNode:
			for _, p := range paren(k.waarde) {
				loop(knoop{waarde: p.waarde, pad: k.onder(p.sleutel)})
			}
		case yaml.SequenceNode:
			for i, item := range k.waarde.Content {
				loop(knoop{waarde: item, pad: fmt.Sprintf("%s[%d]", k.pad, i)})
			}
		default:
			out[k.pad] = l.gespeld(k.waarde)
		}
	}
	loop(knoop{waarde: boom})
	return out, nil
}

func (w Wijziging) canoniek() string {
	if w.JaNee {
		return strconv.FormatBool(!w.Waarde.IsZero())
	}
	return w.Waarde.String()
}

// gespeld spells the value in a file. oud is what stands there; nil: nothing.
func (w Wijziging) gespeld(oud *yaml.Node, json bool) string {
	if !w.JaNee {
		return w.Waarde.String()
	}
	waar := json
	if oud != nil {
		waar = oud.Value == "true" || oud.Value == "false"
	}
	switch {
	case waar:
		return strconv.FormatBool(!w.Waarde.IsZero())
	case w.Waarde.IsZero() && json:
		return `"nee"`
	case w.Waarde.IsZero():
		return "nee"
	case json:
		return `"ja"`
	}
	return "ja"
}

// NietTeWijzigen is the problem of a value that cannot be changed without changing more.
func NietTeWijzigen(pad string) Probleem { return *nietTeWijzigen(Plek{Pad: pad}) }

func nietTeWijzigen(plek Plek) *Probleem {
	return &Probleem{Code: codeVerkeerdeSoort, Regel: plek.Regel, Kolom: plek.Kolom, Pad: plek.Pad,
		Melding: "Hier is het zaakbestand zo geschreven dat annex de waarde niet kan vervangen zonder meer te veranderen.",
		Hint:    "wijzig deze waarde zelf in het zaakbestand"}
}

// gewijzigd gives the text with one value changed.
func gewijzigd(data []byte, w Wijziging) ([]byte, *Probleem) {
	l := &lezer{}
	l.laad(data)
	l.schoon = l.bron.tekst
	boom := l.ontleed()
	if boom == nil {
		return nil, nietTeWijzigen(Plek{Pad: w.Pad})
	}
	s := &schrijfplaats{lezer: l, tekst: l.schoon, json: l.isJSON()}
	k, rest := s.vind(boom, w.Pad)
	if bedrag := onder(k, "bedrag"); len(rest) == 0 && bedrag != nil {
		k = bedrag
	}
	var ok bool
	switch {
	case len(rest) > 0:
		ok = s.voegToe(k, rest, w.gespeld(nil, s.json))
	default:
		ok = s.vervang(k, w.gespeld(k, s.json))
	}
	if !ok {
		return nil, nietTeWijzigen(Plek{Regel: k.Line, Kolom: k.Column, Pad: w.Pad})
	}
	return s.in(data), nil
}

// schrijfplaats is a text with one piece of it replaced.
type schrijfplaats struct {
	*lezer
	tekst string // lines ending in \n
	json  bool

	van, tot int // what of tekst is replaced
	door     string
}

// vind goes down a path as far as the file has it. It gives what stands there and the
// keys that are left.
func (s *schrijfplaats) vind(n *yaml.Node, pad string) (*yaml.Node, []string) {
	stappen := strings.Split(strings.ReplaceAll(pad, "[", ".["), ".")
	for i, stap := range stappen {
		kind := onder(n, stap)
		if nr, ok := strings.CutPrefix(stap, "["); ok && n.Kind == yaml.SequenceNode {
			if nr, err := strconv.Atoi(strings.TrimSuffix(nr, "]")); err == nil && nr >= 0 && nr < len(n.Content) {
				kind = n.Content[nr]
			}
		}
		if kind == nil {
			return n, stappen[i:]
		}
		n = kind
	}
	return n, nil
}

func onder(n *yaml.Node, sleutel string) *yaml.Node {
	if n.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == sleutel {
			return n.Content[i+1]
		}
	}
	return nil
}

func (s *schrijfplaats) vervang(n *yaml.Node, door string) bool {
	if n.Kind != yaml.ScalarNode {
		return false
	}
	s.van, s.door = s.begin(n), door
	var ok bool
	s.tot, ok = s.einde(n)
	return ok
}

// begin gives where a value starts.
func (s *schrijfplaats) begin(n *yaml.Node) int {
	return len(s.tekst) - len(s.bron.vanaf(Plek{Regel: n.Line, Kolom: n.Column}))
}

// einde gives where a value ends; false for what is written in a way that does not
// say so: a text over several lines.
func (s *schrijfplaats) einde(n *yaml.Node) (int, bool) {
	begin := s.begin(n)
	rest := s.tekst[begin:]
	switch {
	case rest == "":
		return 0, false
	case n.Kind != yaml.ScalarNode && (rest[0] == '{' || rest[0] == '['):
		return s.eindeHaken(n, begin)
	case n.Kind != yaml.ScalarNode:
		if len(n.Content) == 0 {
			return 0, false
		}
		return s.einde(n.Content[len(n.Content)-1])
	case rest[0] == '\'' || rest[0] == '"':
		return s.eindeAanhaling(begin)
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		return 0, false
	case s.json && n.Tag == "!!null":
		return begin + len("null"), true
	}
	einde := begin + len(n.Value)
	if n.Value == "" || !strings.HasPrefix(rest, n.Value) || einde < len(s.tekst) && strings.IndexByte(" \t\n,}]", s.tekst[einde]) < 0 {
		return 0, false
	}
	return einde, true
}

// eindeHaken gives where what stands between brackets ends.
func (s *schrijfplaats) eindeHaken(n *yaml.Node, begin int) (int, bool) {
	i := begin + 1
	if len(n.Content) > 0 {
		var ok bool
		if i, ok = s.einde(n.Content[len(n.Content)-1]); !ok {
			return 0, false
		}
	}
	for i < len(s.tekst) {
		switch s.tekst[i] {
		case ' ', '\t', '\n', ',':
			i++
		case '#':
			i = s.eindeRegel(i)
		case '}', ']':
			return i + 1, true
		default:
			return 0, false
		}
	}
	return 0, false
}

func (s *schrijfplaats) eindeAanhaling(begin int) (int, bool) {
	teken := s.tekst[begin]
	for i := begin + 1; i < len(s.tekst); i++ {
		switch {
		case s.tekst[i] == '\\' && teken == '"':
			i++
		case s.tekst[i] != teken:
		case teken == '\'' && strings.HasPrefix(s.tekst[i+1:], "'"):
			i++
		default:
			return i + 1, true
		}
	}
	return 0, false
}

// eindeRegel gives where the line of a place ends.
func (s *schrijfplaats) eindeRegel(i int) int {
	if n := strings.IndexByte(s.tekst[i:], '\n'); n >= 0 {
		return i + n
	}
	return len(s.tekst)
}

// voegToe adds keys, each below the one before it, to a mapping; the last has the value.
func (s *schrijfplaats) voegToe(n *yaml.Node, sleutels []string, waarde string) bool {
	if n.Kind != yaml.MappingNode || strings.HasPrefix(strings.Join(sleutels, ""), "[") {
		return false
	}
	if rest := s.tekst[s.begin(n):]; strings.HasPrefix(rest, "{") {
		return s.voegToeTussenHaken(n, sleutels, waarde)
	}
	if len(n.Content) == 0 {
		return false
	}
	inspringing := strings.Repeat(" ", n.Content[0].Column-1)
	var regels []string
	for i, sleutel := range sleutels {
		regel := inspringing + strings.Repeat("  ", i) + sleutel + ":"
		if i == len(sleutels)-1 {
			regel += " " + waarde
		}
		regels = append(regels, regel)
	}
	for i := len(n.Content) - 1; i > 0; i -= 2 {
		if einde, ok := s.einde(n.Content[i]); ok {
			s.van = s.eindeRegel(einde)
			s.tot, s.door = s.van, "\n"+strings.Join(regels, "\n")
			return true
		}
	}
	s.van = s.begin(n.Content[0])
	s.tot, s.door = s.van, strings.TrimLeft(strings.Join(regels, "\n"), " ")+"\n"+inspringing
	return true
}

func (s *schrijfplaats) voegToeTussenHaken(n *yaml.Node, sleutels []string, waarde string) bool {
	var b strings.Builder
	for i, sleutel := range sleutels {
		if s.json {
			sleutel = jsonTekst(sleutel)
		}
		b.WriteString(sleutel + ": ")
		if i < len(sleutels)-1 {
			b.WriteByte('{')
		}
	}
	b.WriteString(waarde + strings.Repeat("}", len(sleutels)-1))
	if len(n.Content) == 0 {
		s.van = s.begin(n) + 1
		s.tot, s.door = s.van, b.String()
		return true
	}
	laatste := n.Content[len(n.Content)-2]
	tussen := ", "
	if laatste.Line > n.Line {
		begin := s.begin(laatste)
		regel := s.tekst[strings.LastIndexByte(s.tekst[:begin], '\n')+1 : begin]
		if strings.Trim(regel, " \t") == "" {
			tussen = ",\n" + regel
		}
	}
	einde, ok := s.einde(n.Content[len(n.Content)-1])
	if ok && !strings.Contains(s.tekst[einde:s.eindeRegel(einde)], "#") {
		s.van, s.tot, s.door = einde, einde, tussen+b.String()
	} else { // what is said behind the last value stays with it
		s.van = s.begin(laatste)
		s.tot, s.door = s.van, b.String()+tussen
	}
	return true
}

// in makes the change in the bytes of the file, which keep the ends of their lines.
func (s *schrijfplaats) in(data []byte) []byte {
	einde := "\n"
	if i := bytes.IndexAny(data, "\r\n"); i >= 0 && data[i] == '\r' {
		einde = "\r"
		if bytes.HasPrefix(data[i:], []byte("\r\n")) {
			einde = "\r\n"
		}
	}
	van, tot := inBytes(data, s.van), inBytes(data, s.tot)
	out := append([]byte(nil), data[:van]...)
	out = append(out, strings.ReplaceAll(s.door, "\n", einde)...)
	return append(out, data[tot:]...)
}

// inBytes gives the place in a file of a place in its text, which has no byte order mark
// and lines that end in \n.
func inBytes(data []byte, plaats int) int {
	i := 0
	if bytes.HasPrefix(data, bomUTF8) {
		i = len(bomUTF8)
	}
	for ; plaats > 0; plaats-- {
		if bytes.HasPrefix(data[i:], []byte("\r\n")) {
			i++
		}
		i++
	}
	return i
}
