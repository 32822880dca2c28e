package zaak

import (
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v4"
	"go.yaml.in/yaml/v4/plugin/loaderlimits"
)

// maxDiepte is how deep a file may be nested; the format itself needs nine.
const maxDiepte = 20

// ontleed turns the text into a tree, or reports why that is impossible.
func (l *lezer) ontleed() *yaml.Node {
	switch {
	case strings.TrimLeft(l.schoon, " \t\n") == "":
		l.leegBestand()
		return nil
	case l.isJSON():
		return l.ontleedJSON()
	}
	return l.ontleedYAML()
}

func (l *lezer) isJSON() bool { return strings.HasPrefix(strings.TrimLeft(l.schoon, " \t\n"), "{") }

func (l *lezer) leegBestand() {
	l.meld(knoop{}, Probleem{Code: codeLeegBestand, Melding: "Het bestand bevat geen gegevens.",
		Toegestaan: "een zaakbestand in YAML of JSON",
		Hint:       "annex nieuw schrijft een voorbeeld om mee te beginnen"})
}

func (l *lezer) ontleedYAML() *yaml.Node {
	teDiep := false
	grens := loaderlimits.New(loaderlimits.DepthFunc(func(diepte int, _ *yaml.DepthContext) error {
		if diepte > maxDiepte {
			teDiep = true
			return errors.New("te diep")
		}
		return nil
	}))
	lader, err := yaml.NewLoader(strings.NewReader(l.schoon), yaml.WithPlugin(grens))
	if err != nil {
		panic(err) // the options are constant
	}
	var document, tweede yaml.Node
	if err := lader.Load(&document); err != nil {
		switch {
		case err == io.EOF:
			l.leegBestand()
		case teDiep:
			l.teDiep(l.plekVan(err))
		default:
			l.geenYAML(err)
		}
		return nil
	}
	switch err := lader.Load(&tweede); {
	case err == io.EOF:
	case err == nil:
		l.meldOp(Plek{Regel: tweede.Line, Kolom: tweede.Column}, Probleem{Code: codeMeerDocumenten,
			Melding:    "Hier begint een tweede YAML-document.",
			Toegestaan: "één zaak per bestand",
			Hint:       "verwijder de regel met ---, of maak er twee bestanden van"})
	case teDiep:
		l.teDiep(l.plekVan(err))
	default:
		l.geenYAML(err)
	}
	top := document.Content[0]
	if (knoop{waarde: top}).leeg() {
		l.leegBestand()
		return nil
	}
	return top
}

// commentaar is where a comment can stand (YAML 1.2, 6.6). The library does not keep
// each of them.
var commentaar = regexp.MustCompile(`(?m)(?:^|[ \t])(#.*)$`)

// heeftCommentaar tells whether the file holds comments other than those of the example
// to begin with. A # inside a text between quotation marks counts as one: rather once
// too often than once too few.
func (l *lezer) heeftCommentaar() bool {
	if l.isJSON() {
		return false
	}
	for _, m := range commentaar.FindAllStringSubmatch(l.schoon, -1) {
		if !strings.Contains(string(voorbeeld), m[1]) {
			return true
		}
	}
	return false
}

func (l *lezer) teDiep(p Plek) {
	l.meldOp(p, Probleem{Code: codeTeDiepGenest,
		Melding:    "Dit deel van het bestand is te diep genest.",
		Toegestaan: fmt.Sprintf("ten hoogste %d blokken of lijsten in elkaar", maxDiepte),
		Hint:       "staat er een rij streepjes of haken die niet bedoeld is?"})
}

// plekVan gives the place of an error of the YAML library, at the latest just
// behind the last text of the file.
func (l *lezer) plekVan(err error) Plek {
	var fout *yaml.LoadError
	if !errors.As(err, &fout) {
		return Plek{}
	}
	einde := plekIn(l.schoon, len(strings.TrimRight(l.schoon, " \t\n")))
	if fout.Mark.Line > einde.Regel {
		return einde
	}
	return Plek{Regel: fout.Mark.Line, Kolom: fout.Mark.Column}
}

// controleerBouw reports what YAML can do and a case file does not need:
// references, type tags, keys that are no words, and keys given twice.
func (l *lezer) controleerBouw(k knoop) {
	n := k.waarde
	switch {
	case n.Kind == yaml.AliasNode:
		l.verwijzing(k.plek(), "*"+n.Value)
		return
	case n.Anchor != "":
		l.verwijzing(k.plek(), "&"+n.Anchor)
	case n.Style&yaml.TaggedStyle != 0 || n.Tag == "!":
		l.meld(k, Probleem{Code: codeTypeaanduiding,
			Melding: "Hier staat de YAML-typeaanduiding " + kort(n.Tag) + ".",
			Hint:    "verwijder de aanduiding; begint een tekst met een uitroepteken, zet hem dan tussen aanhalingstekens"})
	}
	switch n.Kind {
	case yaml.SequenceNode:
		for i, item := range n.Content {
			l.controleerBouw(knoop{waarde: item, pad: fmt.Sprintf("%s[%d]", k.pad, i)})
		}
	case yaml.MappingNode:
		l.controleerSleutels(k)
	}
}

func (l *lezer) controleerSleutels(k knoop) {
	n := k.waarde
	eerder := make(map[string]*yaml.Node, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		sleutel := n.Content[i]
		if sleutel.Kind != yaml.ScalarNode {
			l.meld(knoop{waarde: sleutel, pad: k.pad}, Probleem{Code: codeVerkeerdeSoort,
				Melding:    "Een sleutel is één woord; hier staat " + soortnaam(sleutel) + ".",
				Toegestaan: "sleutel: waarde",
				Hint:       "begint de waarde met een accolade of haak? Zet een tekst dan tussen aanhalingstekens"})
			continue
		}
		kind := knoop{sleutel: sleutel, waarde: n.Content[i+1], pad: k.onder(sleutel.Value)}
		if eerste, dubbel := eerder[sleutel.Value]; dubbel {
			l.meldOp(kind.kop(), Probleem{Code: codeDubbeleSleutel,
				Melding: fmt.Sprintf("De sleutel %s staat twee keer in dit blok; de eerste keer op regel %d.", kort(sleutel.Value), eerste.Line),
				Hint:    "verwijder een van de twee"})
		} else {
			eerder[sleutel.Value] = sleutel
		}
		if sleutel.Anchor != "" || sleutel.Style&yaml.TaggedStyle != 0 {
			l.controleerBouw(knoop{waarde: sleutel, pad: kind.pad})
		}
		l.controleerBouw(kind)
	}
}

func (l *lezer) verwijzing(p Plek, naam string) {
	l.meldOp(p, Probleem{Code: codeVerwijzing,
		Melding:    fmt.Sprintf("Hier staat de YAML-verwijzing %s.", kort(naam)),
		Toegestaan: "de waarde zelf, voluit",
		Hint:       "begint een tekst met & of *, zet hem dan tussen aanhalingstekens"})
}
