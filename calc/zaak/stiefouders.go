package zaak

import (
	"fmt"

	"go.yaml.in/yaml/v4"
)

// stiefouders reads the spouses and registered partners of the parents who owe
// maintenance.
func (l *lezer) stiefouders(k knoop) []Stiefouder {
	var stiefouders []Stiefouder
	eerder := map[string]Plek{}
	for _, item := range l.lijst(k, 0, 2, "stiefouders") {
		v := l.mapping(item, &vormStiefouder)
		s := Stiefouder{Ouder: l.ouder(v), EchtgenootVan: l.ouderVerwijzing(v.veld("echtgenoot_van"))}
		stiefouders = append(stiefouders, s)
		l.eenPerOuder(eerder, v.veld("echtgenoot_van"), s.EchtgenootVan)
		if s.ID != "" {
			l.stiefIDs = append(l.stiefIDs, s.ID)
		}
	}
	l.stiefOnbekend = k.aanwezig() && (k.waarde.Kind != yaml.SequenceNode || len(l.stiefIDs) < len(k.waarde.Content))
	return stiefouders
}

// eenPerOuder reports a second spouse of the same parent.
func (l *lezer) eenPerOuder(eerder map[string]Plek, k knoop, ouder string) {
	if ouder == "" {
		return
	}
	eerste, dubbel := eerder[ouder]
	if !dubbel {
		eerder[ouder] = k.plek()
		return
	}
	l.meld(k, Probleem{Code: codeTweeKeer,
		Melding:    fmt.Sprintf("Van %s staat er al een echtgenoot, op regel %d.", ouder, eerste.Regel),
		Toegestaan: "ten hoogste één stiefouder per ouder"})
}
