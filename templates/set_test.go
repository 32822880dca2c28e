package templates

import (
	"strings"
	"testing"
	"testing/fstest"

	"go.yaml.in/yaml/v4"
)

// The parts that render has; enough of them for these tests.
var proefdelen = []string{"gegevens", "uitkomst", "beslissing", "waarschuwingen", "kerncijfers", "inhoudsopgave", "uitgangspunten", "keuzes", "niet_meegenomen",
	"berekening", "uitleg", "normen", "verantwoording", "waarmerk", "verdeling", "verloop", "watals", "woorden", "overige_uitgangspunten",
	"behoefte", "behoefte_uitgangspunten", "behoefte_normen", "draagkracht", "draagkracht_uitgangspunten", "draagkracht_normen"}

func map1(files map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

// The files that annex sjabloon writes are those of annex itself.
func TestLaadStandaard(t *testing.T) {
	files := map[string]string{}
	for name, data := range Bestanden() {
		files[name] = string(data)
	}
	s, err := Laad(map1(files), proefdelen)
	if err != nil {
		t.Fatal(err)
	}
	if s.Lezer(Advocaat).Voettekst != StandaardBijlage().Voettekst || s.Kantoor() != nil {
		t.Error("not those of annex")
	}
}

// An empty folder gives the texts of annex, and has no hash; of other files the hash is
// the same each time, and another one as soon as a byte is.
func TestHash(t *testing.T) {
	leeg, err := Laad(fstest.MapFS{}, proefdelen)
	if err != nil || leeg.Hash() != "" || Standaard().Hash() != "" {
		t.Fatalf("%q, %v", leeg.Hash(), err)
	}
	a, err := Laad(map1(map[string]string{"kantoor.yaml": "briefhoofd: [Oorbeeld advocaten]\n"}), proefdelen)
	if err != nil {
		t.Fatal(err)
	}
	// printf 'kantoor.yaml\n33\nbriefhoofd: [Oorbeeld advocaten]\n' | sha256sum
	const want = "d4714baf7faef4dee2a235f4bc2d6a0f6ce342bbde858a0db9b28cda7f741def"
	if a.Hash() != want {
		t.Errorf("%s, want %s", a.Hash(), want)
	}
	b, err := Laad(map1(map[string]string{"kantoor.yaml": "briefhoofd: [Oorbeeld Advocaten]\n"}), proefdelen)
	if err != nil || a.Hash() == b.Hash() {
		t.Errorf("%v, %s", err, b.Hash())
	}
}

// What a reader of the firm gets: its own text, and for the rest those of annex.
func TestEigenTekst(t *testing.T) {
	text := strings.Replace(string(lezersYAML), "        inleiding: Hier staat waaruit de berekening is gemaakt.", "        inleiding: Zo is gerekend.", 1)
	s, err := Laad(map1(map[string]string{"lezers.yaml": text}), proefdelen)
	if err != nil {
		t.Fatal(err)
	}
	if got := s.Lezer(Ouder).Verantwoording.Inleiding; !strings.HasPrefix(got, "Zo is gerekend.") {
		t.Error(got)
	}
	if got, want := s.Lezer(Advocaat).Verantwoording.Inleiding, StandaardBijlage().Verantwoording.Inleiding; got != want {
		t.Errorf("the lawyer has %q", got)
	}
}

// Everything that is wrong is told at once, each with its place.
func TestProblemen(t *testing.T) {
	bijlage := string(bijlageYAML)
	for _, edit := range [][2]string{
		{"voettekst: Alle", "voetekst: Alle"},
		{"{{.Stuk}}{{if .Namens}}", "{{.Stuc}}{{if .Namens}}"},
		{`  vanaf: "vanaf {{.Dag}}"`, `  vanaf: "vanaf {{if .Dag}}"`},
		{"  geen_bewijs: niet opgegeven", "  geen_bewijs:"},
	} {
		if !strings.Contains(bijlage, edit[0]) {
			t.Fatalf("bijlage.yaml has no %q", edit[0])
		}
		bijlage = strings.Replace(bijlage, edit[0], edit[1], 1)
	}
	lezers := strings.Replace(string(lezersYAML), "delen: [berekening]", "delen: [berekning]", 1)
	lezers = strings.Replace(lezers, "nieuwe_pagina: na-voorblad", "nieuwe_pagina: soms", 1)
	_, err := Laad(map1(map[string]string{
		"bijlage.yaml": bijlage, "lezers.yaml": lezers, "kantoor.yaml": "briefhoofd: Oorbeeld\n",
	}), proefdelen)
	if err == nil {
		t.Fatal("no error")
	}
	for _, want := range []string{
		"voetekst: deze sleutel bestaat niet\n  hint: bedoelt u voettekst?",
		"voettekst: de tekst ontbreekt",
		"ondertitel: het veld Stuc bestaat hier niet\n  hint: bedoelt u Stuk?",
		"uitkomst.vanaf: wat tussen {{ en }} staat, klopt niet: bij een {{if}}, {{range}} of {{with}} ontbreekt {{end}}",
		"uitgangspunten.geen_bewijs: de tekst ontbreekt",
		"lezers.advocaat.hoofdstukken[5].delen: er is geen deel \"berekning\"\n  hint: bedoelt u berekening?",
		"lezers.advocaat.hoofdstukken[4].nieuwe_pagina: \"soms\" is hier geen mogelijkheid\n  hint: toegestaan: nee, altijd, na-voorblad",
		"kantoor.yaml:1:13: briefhoofd: hier hoort een lijst",
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("no %q in\n%v", want, err)
		}
	}
	// The place is that of the text.
	for i, line := range strings.Split(bijlage, "\n") {
		if at := strings.Index(line, ".Stuc"); at >= 0 {
			if want := (Problemen{{Bestand: "bijlage.yaml", Regel: i + 1, Kolom: at + 1, Sleutel: "ondertitel", Melding: "het veld Stuc bestaat hier niet"}}).Error(); !strings.Contains(err.Error(), want) {
				t.Errorf("no %q in\n%v", want, err)
			}
		}
	}
}

// Faults that would else be found halfway, or not at all.
func TestProblemenVanVorm(t *testing.T) {
	for _, tt := range []struct{ file, van, naar, want string }{
		{"bijlage.yaml", "kolommen: [Voor, Betaler, Ontvanger, Bedrag per maand]", "kolommen: [Voor]", "uitkomst.kolommen: hier horen 4 koppen; er staan er 1"},
		{"bijlage.yaml", "  niet_kolommen: [Wat, Reden]", "  niet_kolommen: [Wat, Reden, Bron]", "verantwoording.niet_kolommen: hier horen 2 koppen; er staan er 3"},
		{"bijlage.yaml", "{{.Stuk}}{{if .Namens}}", "{{.Stuk}{{if .Namens}}", "ondertitel: wat tussen {{ en }} staat, klopt niet: een veld staat tussen twee accolades aan beide kanten: {{.Naam}}"},
		{"bijlage.yaml", "voettekst: Alle", "voettekst: \"\xe9\" # ", "bijlage.yaml: het bestand is geen UTF-8"},
		{"lezers.yaml", "delen: [uitkomst, waarschuwingen, kerncijfers]", "delen: [uitkomst, uitkomst]", `lezers.advocaat.hoofdstukken[2].delen: het deel "uitkomst" staat twee keer in dit hoofdstuk`},
		{"lezers.yaml", "delen: [uitkomst, waarschuwingen, kerncijfers]", "delen: []", "lezers.advocaat.hoofdstukken[2].delen: de lijst ontbreekt of is leeg"},
		{"lezers.yaml", "    teksten:\n      koppen:", "    teksten:\n      normen: {kolommen: [Norm]}\n      koppen:", "normen.kolommen: hier horen 5 koppen; er staan er 1"},
	} {
		text := string(Bestanden()[tt.file])
		if !strings.Contains(text, tt.van) {
			t.Fatalf("%s has no %q", tt.file, tt.van)
		}
		_, err := Laad(map1(map[string]string{tt.file: strings.Replace(text, tt.van, tt.naar, 1)}), proefdelen)
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("no %q in\n%v", tt.want, err)
		}
	}
}

// What a text asks of a field that it cannot, is told in Dutch.
func TestVulFout(t *testing.T) {
	for _, text := range []string{"{{index .Kind 99}}", "{{range .Kind}}x{{end}}", "{{.Kind.Naam}}", "{{if lt .Kind 3}}x{{end}}", `{{template "x"}}`} {
		var s Tekst
		if err := yaml.Load([]byte("'"+text+"'"), &s); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Vul(map[string]any{"Kind": "Daan"}); err == nil || !strings.HasPrefix(err.Error(), "wat tussen {{ en }} staat, kan met deze velden niet, in de tekst ") {
			t.Errorf("%s: %v", text, err)
		}
	}
}

func TestOnbekendBestand(t *testing.T) {
	_, err := Laad(map1(map[string]string{"bijlagen.yaml": "x: y\n"}), proefdelen)
	if err == nil || !strings.Contains(err.Error(), "bijlagen.yaml: dit bestand kent annex niet\n  hint: bedoelt u bijlage.yaml?") {
		t.Error(err)
	}
}

func TestGeenYAML(t *testing.T) {
	_, err := Laad(map1(map[string]string{"bijlage.yaml": "a: [b\nc: d\n"}), proefdelen)
	if err == nil || !strings.Contains(err.Error(), "bijlage.yaml:2:") || !strings.Contains(err.Error(), "het bestand is geen YAML") {
		t.Error(err)
	}
}

// A logo is a picture in the folder itself, and says in words what it is.
func TestLogo(t *testing.T) {
	const png = "\x89PNG\r\n\x1a\n"
	for _, c := range []struct{ kantoor, want string }{
		{"logo: ../logo.png\nalternatief: X\n", "geen naam van een bestand in deze map"},
		{"logo: /etc/passwd\nalternatief: X\n", "geen naam van een bestand in deze map"},
		{"logo: sub/logo.png\nalternatief: X\n", "geen naam van een bestand in deze map"},
		{"logo: ander.png\nalternatief: X\n", `er is in deze map geen bestand "ander.png"`},
		{"logo: tekst.png\nalternatief: X\n", `"tekst.png" is geen PNG of JPEG`},
		{"logo: logo.png\n", "alternatief: bij een logo hoort een tekst die zegt wat het is"},
		{"logo: logo.png\nalternatief: Oorbeeld advocaten\n", ""},
	} {
		s, err := Laad(map1(map[string]string{"kantoor.yaml": c.kantoor, "logo.png": png, "tekst.png": "tekst", "sub/logo.png": png}), proefdelen)
		switch {
		case c.want == "":
			if err != nil || string(s.Kantoor().Beeld) != png {
				t.Errorf("%q: %v", c.kantoor, err)
			}
		case err == nil || !strings.Contains(err.Error(), c.want):
			t.Errorf("%q: %v", c.kantoor, err)
		}
	}
}
