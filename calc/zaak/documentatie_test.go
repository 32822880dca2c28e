package zaak

import (
	"os"
	"strings"
	"testing"
)

const zaakbestandDocs = "../../docs/zaakbestand.md"

// docs/zaakbestand.md names every key, and its examples can be used.
func TestZaakbestandDocumentatie(t *testing.T) {
	data, err := os.ReadFile(zaakbestandDocs)
	if err != nil {
		t.Fatal(err)
	}
	docs := string(data)
	for _, v := range vormen {
		for _, s := range v.sleutels {
			if !strings.Contains(docs, "`"+s.naam+"`") {
				t.Errorf("%s van %s staat niet in %s", s.naam, v.naam, zaakbestandDocs)
			}
		}
	}
	gelezen := 0
	for _, blok := range strings.Split(docs, "\n```")[1:] {
		taal, voorbeeld, _ := strings.Cut(blok, "\n")
		heel := taal == "yaml" && strings.HasPrefix(voorbeeld, "versie:") || taal == "json"
		if !heel {
			continue
		}
		gelezen++
		if _, problemen := Lees("voorbeeld", []byte(voorbeeld), proefopties()); problemen != nil {
			t.Errorf("%s\n%s", voorbeeld, problemen.Tekst())
		}
	}
	if gelezen != 8 {
		t.Errorf("%d voorbeelden gelezen", gelezen)
	}
}
