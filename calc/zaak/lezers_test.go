package zaak

import (
	"strings"
	"testing"
)

// The reader of a bijlage is the one the case file names, and else follows from the
// kind of document (ADR 0018).
func TestLezer(t *testing.T) {
	for zaak, want := range map[string]string{
		"datum: 2025-02-14, stuk: productie":                        LezerAdvocaat,
		"datum: 2025-02-14, stuk: bijlage-beschikking":              LezerGriffie,
		"datum: 2025-02-14, stuk: eigen-gebruik":                    LezerOuder,
		"datum: 2025-02-14":                                         LezerOuder,
		"datum: 2025-02-14, stuk: productie, voor: ouder":           LezerOuder,
		"datum: 2025-02-14, stuk: bijlage-beschikking, voor: ouder": LezerOuder,
		"datum: 2025-02-14, voor: advocaat":                         LezerAdvocaat,
	} {
		z, problemen := Lees("zaak.yaml", []byte(strings.Replace(alles, "datum: 2025-02-14, voor: griffie", zaak, 1)), Opties{})
		if len(problemen) > 0 {
			t.Fatal(problemen.Tekst())
		}
		if got := z.Kop.Lezer(); got != want {
			t.Errorf("%s: %s, want %s", zaak, got, want)
		}
		if z.Kop.Namens != "moeder" {
			t.Errorf("%s: namens %q", zaak, z.Kop.Namens)
		}
	}
}

func TestLezerEnNamensOnbekend(t *testing.T) {
	_, problemen := Lees("zaak.yaml", []byte(strings.Replace(alles, "voor: griffie, namens: moeder", "voor: griffier, namens: moedr", 1)), Opties{})
	text := problemen.Tekst()
	for _, want := range []string{"bedoelt u griffie?", "bedoelt u moeder?"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}
