package templates

import (
	"slices"
	"strings"
	"testing"
)

// A ground for change of which it is not known what it is, is an error, and no text
// that says nothing.
func TestOnbekendeGrond(t *testing.T) {
	list := StandaardBijlage().Uitleg["wetsvoorstel-34154"]
	i := slices.IndexFunc(list, func(u Uitleg) bool {
		kop, err := u.Kop.Vul(map[string]any{"Gronden": true})
		return err == nil && kop == "Mag het bedrag veranderen?"
	})
	if i < 0 {
		t.Fatal("no text about the grounds for change")
	}
	vul := func(reden map[string]any) (string, error) {
		return list[i].Tekst.Vul(map[string]any{"Gronden": map[string]any{"Redenen": []map[string]any{reden}, "Anders": true}})
	}
	if text, err := vul(map[string]any{"Soort": "kosten", "Wie": "Noor"}); err != nil || !strings.Contains(text, "de kindgebonden kosten van Noor zijn anders verdeeld.") {
		t.Errorf("%q, %v", text, err)
	}
	if text, err := vul(nil); err == nil {
		t.Errorf("no error: %q", text)
	}
}

// A field that exists, but not at this place of the text, is named in Dutch.
func TestVeldOpDezePlaats(t *testing.T) {
	s, err := Laad(map1(map[string]string{"bijlage.yaml": strings.Replace(string(bijlageYAML),
		"{{range .Delen}}{{.Naam}}", "{{range .Delen}}{{.Geheel}}", 1)}), proefdelen)
	if err != nil {
		t.Fatal(err)
	}
	_, err = s.Lezer(Advocaat).Figuur.Alternatief.Vul(map[string]any{"Kind": "Noor", "Geheel": "1", "Delen": []map[string]any{{"Naam": "x", "Bedrag": "1"}}})
	if err == nil || !strings.Contains(err.Error(), "het veld Geheel bestaat op deze plaats niet") {
		t.Error(err)
	}
}

// An initial at the end of a sentence shares its full stop with it; dots that mean
// something else stay.
func TestInitiaalAanHetEind(t *testing.T) {
	for naam, want := range map[string]string{"N.": "N.", "Z. en N.": "Z. en N.", "Noor": "Noor.", "N.2": "N.2.", "enz.": "enz..", "N..": "N..."} {
		text, err := StandaardBijlage().Uitkomst.PerKind.Vul(map[string]any{"Wanneer": "Nu", "Betaler": "de een", "Ontvanger": "de ander", "Bedrag": "1", "Kind": naam, "Nr": ""})
		if err != nil || text != "Nu betaalt de een aan de ander € 1 per maand voor "+want {
			t.Errorf("%q: %q, %v", naam, text, err)
		}
	}
}
