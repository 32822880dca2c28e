package zaak

import (
	"errors"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

const (
	hintSleutel     = "schrijf sleutel: waarde, met een spatie na de dubbele punt; na het streepje van een lijst hoort ook een spatie"
	hintInspringing = "sleutels die bij hetzelfde blok horen, beginnen in dezelfde kolom"
)

// yamlFouten explains what the YAML library objects to. The first entry of
// which the fragment is in the library's message applies; bijBegin places the
// problem where the construct starts instead of where reading got stuck.
var yamlFouten = []struct {
	fragment string
	bijBegin bool
	melding  string
	hint     string
}{
	{"mapping values are not allowed", false,
		"Hier staat een dubbele punt op een plaats waar geen sleutel kan staan.",
		"zet een tekst met een dubbele punt erin tussen aanhalingstekens"},
	{"could not find expected ':'", true,
		"Deze regel heeft geen sleutel met een dubbele punt.", hintSleutel},
	{"found unexpected end of stream", true,
		"De tekst die hier begint, wordt niet afgesloten met een aanhalingsteken.",
		"zet aan het eind van de tekst hetzelfde aanhalingsteken als aan het begin"},
	{"did not find expected ',' or '}'", true,
		"Het blok dat hier met { begint, is niet goed afgesloten.",
		"zet een komma tussen de sleutels en een } aan het eind"},
	{"did not find expected ',' or ']'", true,
		"De lijst die hier met [ begint, is niet goed afgesloten.",
		"zet een komma tussen de onderdelen en een ] aan het eind"},
	{"did not find expected node content", false,
		"Hier houdt een blok of lijst te vroeg op.",
		"is elke { met een } en elke [ met een ] afgesloten?"},
	{"did not find expected", false,
		"De inspringing van deze regel past niet bij de regels erboven.", hintInspringing},
	{"block sequence entries are not allowed", false,
		"Een lijst met streepjes kan hier niet beginnen.",
		"zet het streepje op een nieuwe regel; begint een tekst met een streepje, zet hem dan tussen aanhalingstekens"},
	{"mapping keys are not allowed", false,
		"Een waarde kan hier niet met een vraagteken beginnen.",
		"zet de tekst tussen aanhalingstekens"},
	{"escape", false,
		`Na de backslash (\) staat geen teken dat YAML kent.`,
		"zet de tekst tussen enkele aanhalingstekens; daarin is een backslash gewoon een backslash"},
	{"hexadecimal", false,
		`Na de backslash (\) staat geen teken dat YAML kent.`,
		"zet de tekst tussen enkele aanhalingstekens; daarin is een backslash gewoon een backslash"},
	{"incompatible YAML", false,
		"De regel met %YAML is hier niet te lezen en is niet nodig.",
		"verwijder de regel"},
	{"directive", false,
		"Een regel die met % begint, is hier niet te lezen en is niet nodig.",
		"verwijder de regel"},
}

// geenYAML explains why the file is no YAML.
func (l *lezer) geenYAML(err error) {
	plek := l.plekVan(err)
	rest := l.bron.vanaf(plek)
	teken, _ := utf8.DecodeRuneInString(rest)
	var fout *yaml.LoadError
	errors.As(err, &fout)
	switch {
	case fout == nil:
	case teken == '\t':
		l.tab(plek)
		return
	case strings.Contains(fout.Message, "anchor"), teken == '*' && fout.Stage == yaml.ScannerStage:
		l.verwijzing(plek, eersteWoord(rest))
		return
	}
	p, plek := l.uitlegYAML(fout, plek, teken)
	p.Code = codeGeenYAML
	l.meldOp(plek, p)
}

// uitlegYAML finds the words, and the place where the mistake was made: the
// library often notices it later.
func (l *lezer) uitlegYAML(fout *yaml.LoadError, plek Plek, teken rune) (Probleem, Plek) {
	p := Probleem{Melding: "Deze regel is niet als YAML te lezen.",
		Hint: "controleer de inspringing, de dubbele punten en de aanhalingstekens op deze regel en de regel erboven"}
	if fout == nil {
		return p, plek
	}
	regel := l.bron.regel(plek.Regel)
	voor := strings.TrimSpace(strings.TrimSuffix(regel, l.restVanRegel(plek)))
	vorige, vorigePlek := l.vorigeRegel(plek.Regel)
	switch {
	case strings.Contains(fout.Message, "cannot start any token"):
		return Probleem{Melding: "Een waarde kan in YAML niet beginnen met " + citaat(string(teken)) + ".",
			Hint: "zet de tekst tussen aanhalingstekens"}, plek
	case strings.Contains(fout.Message, "mapping values are not allowed") && isSleutel(voor) && !heeftSleutel(vorige):
		return Probleem{Melding: "Deze regel heeft geen sleutel met een dubbele punt.",
			Hint: hintSleutel}, vorigePlek
	case strings.Contains(fout.Message, "mapping values are not allowed") && isSleutel(voor):
		return Probleem{Melding: "De inspringing van deze regel past niet bij de regel erboven.",
			Hint: hintInspringing}, plek
	case strings.HasPrefix(fout.Message, "did not find expected") && teken == '-' && voor == "":
		return Probleem{Melding: "Na het streepje van een lijst hoort een spatie.",
			Hint: "begint een tekst met een streepje, zet hem dan tussen aanhalingstekens"}, plek
	case strings.HasPrefix(fout.Message, "did not find expected") && (strings.HasSuffix(voor, `"`) || strings.HasSuffix(voor, "'")):
		return Probleem{Melding: "Achter het aanhalingsteken dat de tekst afsluit, staat nog iets.",
			Hint: "zet een tekst met een aanhalingsteken erin tussen aanhalingstekens van de andere soort"}, plek
	}
	for _, f := range yamlFouten {
		if strings.Contains(fout.Message, f.fragment) {
			if f.bijBegin && fout.ContextMark.Line > 0 {
				plek = Plek{Regel: fout.ContextMark.Line, Kolom: fout.ContextMark.Column}
			}
			return Probleem{Melding: f.melding, Hint: f.hint}, plek
		}
	}
	return p, plek
}

// restVanRegel gives the line from a place on.
func (l *lezer) restVanRegel(p Plek) string {
	rest, _, _ := strings.Cut(l.bron.vanaf(p), "\n")
	return rest
}

// vorigeRegel gives the last line before this one that is more than a comment.
func (l *lezer) vorigeRegel(nr int) (string, Plek) {
	for nr--; nr > 0; nr-- {
		regel := l.bron.regel(nr)
		tekst := strings.TrimLeft(regel, " ")
		if tekst != "" && tekst[0] != '#' {
			return tekst, Plek{Regel: nr, Kolom: 1 + len(regel) - len(tekst)}
		}
	}
	return "", Plek{}
}

// heeftSleutel: a line that starts with a key, or is one in a list.
func heeftSleutel(regel string) bool {
	sleutel, _, ok := strings.Cut(regel+" ", ": ")
	return ok && isSleutel(sleutel)
}

func isSleutel(s string) bool {
	return isID(strings.TrimSpace(strings.TrimLeft(s, "- ")))
}

func (l *lezer) tab(plek Plek) {
	l.meldOp(plek, Probleem{Code: codeTabInInspringing,
		Melding:    "Deze regel springt in met een tab.",
		Toegestaan: "spaties",
		Hint:       "vervang in het hele bestand elke tab aan het begin van een regel door twee spaties"})
}

func eersteWoord(s string) string {
	woord, _, _ := strings.Cut(s, "\n")
	woord, _, _ = strings.Cut(woord, " ")
	return woord
}
