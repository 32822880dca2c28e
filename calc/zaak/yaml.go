package zaak

import (
	"errors"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
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
		"staat er een dubbele punt in een tekst? Zet die tekst dan tussen aanhalingstekens. Klopt anders de inspringing?"},
	{"could not find expected ':'", true,
		"Deze regel heeft geen sleutel met een dubbele punt.",
		"schrijf sleutel: waarde, met een spatie na de dubbele punt; na het streepje van een lijst hoort ook een spatie"},
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
		"De inspringing van deze regel past niet bij de regels erboven.",
		"sleutels die bij hetzelfde blok horen, beginnen in dezelfde kolom"},
	{"block sequence entries are not allowed", false,
		"Een lijst met streepjes kan hier niet beginnen.",
		"zet het streepje op een nieuwe regel; begint een tekst met een streepje, zet hem dan tussen aanhalingstekens"},
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
	p := Probleem{Code: codeGeenYAML,
		Melding: "Deze regel is niet als YAML te lezen.",
		Hint:    "controleer de inspringing, de dubbele punten en de aanhalingstekens op deze regel en de regel erboven"}
	plek := l.plekVan(err)
	teken := l.tekenOp(plek)
	var fout *yaml.LoadError
	if !errors.As(err, &fout) {
		l.meldOp(plek, p)
		return
	}
	switch {
	case teken == '\t':
		l.tab(plek)
		return
	case strings.Contains(fout.Message, "anchor"), teken == '*' && fout.Stage == yaml.ScannerStage:
		l.verwijzing(plek, eersteWoord(l.bron.vanaf(plek)))
		return
	case strings.Contains(fout.Message, "cannot start any token"):
		p.Melding = "Een waarde kan in YAML niet beginnen met " + citaat(string(teken)) + "."
		p.Hint = "zet de tekst tussen aanhalingstekens"
		l.meldOp(plek, p)
		return
	}
	for _, f := range yamlFouten {
		if strings.Contains(fout.Message, f.fragment) {
			p.Melding, p.Hint = f.melding, f.hint
			if f.bijBegin && fout.ContextMark.Line > 0 {
				plek = Plek{Regel: fout.ContextMark.Line, Kolom: fout.ContextMark.Column}
			}
			break
		}
	}
	l.meldOp(plek, p)
}

func (l *lezer) tab(plek Plek) {
	l.meldOp(plek, Probleem{Code: codeTabInInspringing,
		Melding:    "Deze regel springt in met een tab.",
		Toegestaan: "spaties",
		Hint:       "vervang in het hele bestand elke tab aan het begin van een regel door twee spaties"})
}

// tekenOp gives the character at a place, or 0 past the end of the file.
func (l *lezer) tekenOp(p Plek) rune {
	r, n := utf8.DecodeRuneInString(l.bron.vanaf(p))
	if n == 0 {
		return 0
	}
	return r
}

func eersteWoord(s string) string {
	woord, _, _ := strings.Cut(s, "\n")
	woord, _, _ = strings.Cut(woord, " ")
	return woord
}
