package zaak

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"go.yaml.in/yaml/v4"
	"golang.org/x/text/unicode/norm"
)

// maxID is how long an id may be.
const maxID = 30

var idVorm = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)

func isID(s string) bool { return len(s) <= maxID && idVorm.MatchString(s) }

// bereiken are the words by which the documents name a part of the calculation;
// with p1, p2, ... and the keys of the file itself they cannot be ids.
var bereiken = []string{"behoefte", "verdeling", "uitkomst", "totaal", "norm", "invoer", "gezin", "studie", "treden", "wijziging"}

// periodeBereik: periods, and what would read as the name of a line about two
// parents or about every child.
var periodeBereik = regexp.MustCompile(`^p[0-9]+$|_aan_|^aan_|_aan$|^per_kind|^saldo_|^toets_`)

func gereserveerd(id string) bool {
	return slices.Contains(bereiken, id) || periodeBereik.MatchString(id) || len(vormenMet(id)) > 0
}

const idToegestaan = "kleine letters, cijfers en _, te beginnen met een letter, ten hoogste 30 tekens"

// id reads the id of a parent or child, and gives "" when it cannot be used.
func (l *lezer) id(k knoop) string {
	if !k.aanwezig() || !l.soort(k, yaml.ScalarNode, idToegestaan) {
		return ""
	}
	id := strings.TrimSpace(k.waarde.Value)
	eerste, dubbel := l.ids[id]
	switch {
	case !isID(id):
		p := Probleem{Code: codeOngeldigeID, Melding: citaat(id) + " is geen geldige id.", Toegestaan: idToegestaan}
		if beter := alsID(id); beter != "" {
			p.Hint = "bedoelt u " + beter + "? De gewone schrijfwijze hoort bij naam of aanduiding"
		}
		l.meld(k, p)
		return ""
	case gereserveerd(id):
		l.meld(k, Probleem{Code: codeGereserveerdeID,
			Melding: fmt.Sprintf("%s heeft al een eigen betekenis en kan geen id zijn.", id),
			Hint:    "kies een ander woord, zoals een voornaam in kleine letters"})
		return ""
	case dubbel:
		l.meld(k, Probleem{Code: codeDubbeleID,
			Melding: fmt.Sprintf("De id %s is al gebruikt op regel %d.", id, eerste.Regel),
			Hint:    "geef elke ouder en elk kind een eigen id"})
		return ""
	}
	l.ids[id] = k.plek()
	return id
}

// alsID turns a name into an id, or gives "" when nothing sensible is left.
func alsID(naam string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(ontdaan(naam)) {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			b.WriteRune(r)
		case r == ' ', r == '-', r == '_', r == '.':
			b.WriteByte('_')
		}
	}
	if id := strings.Trim(b.String(), "_"); isID(id) && !gereserveerd(id) {
		return id
	}
	return ""
}

// ouderVerwijzing reads the id of a parent, and gives "" when there is none.
func (l *lezer) ouderVerwijzing(k knoop) string {
	if !k.aanwezig() || !l.soort(k, yaml.ScalarNode, "de id van een "+l.woordOuder()) {
		return ""
	}
	id := strings.TrimSpace(k.waarde.Value)
	if l.ouderIDs == nil || slices.Contains(l.ouderIDs, id) {
		return id
	}
	p := Probleem{Code: codeOnbekendeOuder,
		Melding: fmt.Sprintf("Er is geen %s met de id %s.", l.woordOuder(), citaat(id)), Toegestaan: opsomming(l.ouderIDs)}
	if bedoeld, ok := meestGelijkend(id, l.ouderIDs); ok {
		p.Hint = "bedoelt u " + bedoeld + "?"
	}
	l.meld(k, p)
	return ""
}

// woordOuder is how messages call one of the two, as the file itself does.
func (l *lezer) woordOuder() string {
	if l.partijen {
		return "partij"
	}
	return "ouder"
}

// kindVerwijzing reads the id of a child, and gives which one it is, or -1.
func (l *lezer) kindVerwijzing(k knoop, kinderen []Kind) int {
	if !k.aanwezig() || !l.soort(k, yaml.ScalarNode, "de id van een kind") {
		return -1
	}
	id := strings.TrimSpace(k.waarde.Value)
	var ids []string
	for i, kind := range kinderen {
		if kind.ID == id {
			return i
		}
		ids = append(ids, kind.ID)
	}
	if len(ids) == 0 && !l.zonderKinderen || slices.Contains(ids, "") {
		return -1 // the children themselves cannot be read
	}
	p := Probleem{Code: codeOnbekendKind,
		Melding: fmt.Sprintf("Er is geen kind met de id %s.", citaat(id)), Toegestaan: opsomming(ids)}
	if bedoeld, ok := meestGelijkend(id, ids); ok {
		p.Hint = "bedoelt u " + bedoeld + "?"
	} else if l.zonderKinderen {
		p.Toegestaan, p.Hint = "de id van een kind uit de lijst kinderen", "in dit bestand staan geen kinderen"
	}
	l.meld(k, p)
	return -1
}

// ontdaan takes the accents off letters.
func ontdaan(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(s))
}
