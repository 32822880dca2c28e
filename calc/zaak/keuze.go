package zaak

import (
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// versie reads the version of the format.
func (l *lezer) versie(k knoop) int {
	if !k.aanwezig() || !l.soort(k, yaml.ScalarNode, "1") {
		return 0
	}
	if k.waarde.Value == "1" && !k.tussenAanhalingstekens() {
		return Versie
	}
	p := Probleem{Code: codeOnbekendeVersie,
		Melding:    fmt.Sprintf("%s is geen versie die dit programma kan lezen.", citaat(k.waarde.Value)),
		Toegestaan: "versie: 1"}
	switch waarde := strings.TrimSpace(k.waarde.Value); {
	case slices.Contains([]string{"1", "1.0", "v1", "V1"}, waarde):
		p.Hint = "schrijf 1, zonder aanhalingstekens of decimalen"
	case isAantal(waarde) && (len(waarde) > 1 || waarde > "1"):
		p.Hint = "is het bestand gemaakt voor een nieuwere versie van annex? Werk annex dan bij"
	}
	l.meld(k, p)
	return 0
}

// keuze reads one of a few words; not given means standaard.
func (l *lezer) keuze(k knoop, standaard string, toegestaan ...string) string {
	if !k.aanwezig() || !l.soort(k, yaml.ScalarNode, opsomming(toegestaan)) {
		return standaard
	}
	waarde := strings.TrimSpace(k.waarde.Value)
	if slices.Contains(toegestaan, waarde) {
		return waarde
	}
	p := Probleem{Code: codeOnbekendeKeuze,
		Melding: citaat(waarde) + " is hier geen mogelijkheid.", Toegestaan: opsomming(toegestaan)}
	if woord, ok := gelijkendeKeuze(waarde, toegestaan); ok {
		p.Hint = "bedoelt u " + woord + "?"
	}
	l.meld(k, p)
	return standaard
}

// gelijkendeKeuze is meestGelijkend for values, which are written with hyphens.
func gelijkendeKeuze(waarde string, keuze []string) (string, bool) {
	vlak := make([]string, len(keuze))
	for i, k := range keuze {
		vlak[i] = gelijkgetrokken.Replace(k)
	}
	woord, ok := meestGelijkend(waarde, vlak)
	if !ok {
		return "", false
	}
	return keuze[slices.Index(vlak, woord)], true
}

// jaNee reads ja or nee; nil when it is not given.
func (l *lezer) jaNee(k knoop) *bool {
	if !k.aanwezig() || !l.soort(k, yaml.ScalarNode, "ja of nee") {
		return nil
	}
	waarde := strings.TrimSpace(k.waarde.Value)
	switch waarde {
	case "ja", "true":
		l.noteer(k, "true")
		return new(true)
	case "nee", "false":
		l.noteer(k, "false")
		return new(false)
	}
	p := Probleem{Code: codeGeenJaOfNee, Melding: citaat(waarde) + " is geen ja of nee.", Toegestaan: "ja of nee"}
	switch strings.ToLower(waarde) {
	case "ja", "j", "yes", "y", "waar", "true", "on", "aan", "1", "wel":
		p.Hint = "bedoelt u ja?"
	case "nee", "neen", "n", "no", "onwaar", "false", "off", "uit", "0", "niet", "geen":
		p.Hint = "bedoelt u nee?"
	}
	l.meld(k, p)
	return nil
}

// ja reads ja or nee; not given means nee.
func (l *lezer) ja(k knoop) bool {
	ja := l.jaNee(k)
	return ja != nil && *ja
}

// preciesEen checks that exactly one of the keys of a mapping is given. When a
// key that is there could not be read, it may have been that one.
func (l *lezer) preciesEen(k knoop, v velden, hint string, namen ...string) {
	if v.op == nil {
		return
	}
	if l.hoogstensEen(k, v, namen...) == 0 && len(k.waarde.Content) == 2*len(v.op) {
		l.meldOp(k.kop(), Probleem{Code: codeNietPreciesEen,
			Melding:    "Er staat niet hoe de behoefte wordt bepaald.",
			Toegestaan: "precies een van " + opsomming(namen), Hint: hint})
	}
}

// hoogstensEen checks that no more than one of the keys of a mapping is given, and
// tells how many are.
func (l *lezer) hoogstensEen(k knoop, v velden, namen ...string) int {
	var gegeven []string
	for _, naam := range namen {
		if v.veld(naam).aanwezig() {
			gegeven = append(gegeven, naam)
		}
	}
	if len(gegeven) > 1 {
		l.meldOp(k.kop(), Probleem{Code: codeNietPreciesEen,
			Melding:    "De behoefte wordt op meer dan één manier bepaald: " + strings.Join(gegeven, " en ") + ".",
			Toegestaan: "precies een van " + opsomming(namen)})
	}
	return len(gegeven)
}
