package templates

import (
	"bytes"
	"strings"
	"testing"
)

func TestStandaardWerkmap(t *testing.T) {
	w := StandaardWerkmap()
	if got := w.Tabbladen.Soorten["draagkracht"]; got != "Draagkracht %s" {
		t.Errorf("tabblad draagkracht = %q", got)
	}
	for _, unit := range []string{"%", "ja/nee"} {
		if got := w.Eenheden[unit]; got != "" {
			t.Errorf("eenheid %s = %q, want none", unit, got)
		}
	}
	if got := w.Eenheden["EUR/maand"]; got != "€ per maand" {
		t.Errorf("eenheid EUR/maand = %q", got)
	}
}

func TestParseWerkmapRefuses(t *testing.T) {
	for _, tc := range []struct{ name, old, new, want string }{
		{"an unknown key", "titel: Werkmap", "titels: Werkmap", "titels"},
		{"a missing text", "streep: –", "streep: ''", "berekening.streep: de tekst ontbreekt"},
		{"a missing placeholder", "wijkt af van de bijlage: %d invoercellen", "wijkt af: invoercellen", "melding.meer: de tekst moet achtereenvolgens %d bevatten"},
		{"a missing period", `periode: " %s"`, `periode: " p"`, "tabbladen.periode: de tekst moet achtereenvolgens %s bevatten"},
		{"too long a head", "oude getallen: er is invoer gewijzigd", strings.Repeat("x", 256), "berekening.verouderd"},
		{"too long a text in a formula", "er is geen invoercel gewijzigd", strings.Repeat("x", 256), "melding.gelijk"},
		{"a key twice", "titel: Werkmap", "titel: Map\ntitel: Werkmap", "titel"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			data := bytes.Replace(werkmapYAML, []byte(tc.old), []byte(tc.new), 1)
			if bytes.Equal(data, werkmapYAML) {
				t.Fatalf("%q is not in the file", tc.old)
			}
			_, err := ParseWerkmap(data)
			if err == nil || !strings.Contains(err.Error(), tc.want) {
				t.Errorf("error = %v, want one with %q", err, tc.want)
			}
		})
	}
}
