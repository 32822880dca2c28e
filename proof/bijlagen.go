package proof

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"

	"annex/calc/sheet"
	"annex/calc/zaak"
)

// The names under which a bijlage carries what proves it.
const (
	NaamZaak           = "zaak.json"
	NaamVerantwoording = "verantwoording.json"
)

// What a file is to the bijlage it is attached to (ISO 32000-2, 14.13.7).
const (
	Source     = "Source"     // what it was made from
	Data       = "Data"       // the figures in it
	Supplement = "Supplement" // the same in another form, easier to work with
)

// Bestand is a file that a bijlage carries.
type Bestand struct {
	Naam         string // ASCII
	MIME         string
	Omschrijving string // Dutch
	Relatie      string // Source, Data or Supplement
	Data         []byte
}

// Opdracht is how a bijlage is made, besides from what.
type Opdracht struct {
	Onderdeel string    // of the outcome; empty: the whole
	Lezer     string    // for whom; empty: the default
	Sjabloon  *Sjabloon // a firm's own template; nil: that of annex
	// Werkmap is the name of the workbook without its extension, XLSX its bytes.
	Werkmap string
	XLSX    []byte
}

// Bijlagen gives the files that a bijlage carries: the case file in canonical form and
// as it was given, the workbook, and the receipt of them all. gegeven holds the bytes of
// the case file; nil leaves that one out.
func Bijlagen(r *sheet.Result, z *zaak.Zaak, gegeven []byte, o Opdracht) ([]Bestand, error) {
	canoniek := Bestand{Naam: NaamZaak, MIME: mimeJSON, Relatie: Source,
		Omschrijving: "Het zaakbestand in vaste vorm; hierover gaat het controlegetal", Data: []byte(z.Herkomst.Canoniek)}
	werkmap := Werkmap(o.Werkmap, o.XLSX)
	files := []Bestand{canoniek}
	var origineel Bestand
	if gegeven != nil {
		origineel = zoalsGegeven(z.Herkomst.Bestand, gegeven, werkmap.Naam)
		files = append(files, origineel)
	}
	v := berekening(r)
	v.Onderdeel, v.Lezer, v.Sjabloon = o.Onderdeel, o.Lezer, o.Sjabloon
	v.Zaak = Vastgelegd{canoniek.Naam, som(canoniek.Data)}
	v.Zaakbestand = Zaakbestand{z.Herkomst.Bestand, Vastgelegd{origineel.Naam, z.Herkomst.SHA256}}
	v.Bijlagen = []Vastgelegd{{werkmap.Naam, som(werkmap.Data)}}
	data, err := v.json()
	if err != nil {
		return nil, fmt.Errorf("verantwoording: %w", err)
	}
	return append(files, werkmap, Bestand{Naam: NaamVerantwoording, MIME: mimeJSON, Relatie: Data,
		Omschrijving: "De verantwoording: waaruit de berekening is gemaakt, en elke regel", Data: data}), nil
}

// Werkmap is the workbook as a bijlage carries it. naam is without its extension.
func Werkmap(naam string, xlsx []byte) Bestand {
	return Bestand{Naam: veilig(naam+extensieWerkmap, extensieWerkmap), MIME: mimeXLSX, Relatie: Supplement,
		Omschrijving: "De werkmap: dezelfde berekening met formules", Data: xlsx}
}

const (
	mimeJSON = "application/json"
	mimeYAML = "application/yaml" // RFC 9512
	mimeXLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

	extensieWerkmap = ".xlsx"
)

// zoalsGegeven is the case file as it was given, under its own name as far as that can
// be.
func zoalsGegeven(naam string, data []byte, werkmap string) Bestand {
	b := Bestand{MIME: mimeYAML, Relatie: Source, Omschrijving: "Het zaakbestand zoals het is opgegeven", Data: data}
	extensie := ".yaml"
	if isJSON(data) {
		b.MIME, extensie = mimeJSON, ".json"
	}
	b.Naam = veilig(naam, extensie, ".yaml", ".yml", ".json")
	for _, bezet := range []string{NaamZaak, NaamVerantwoording, werkmap} {
		if strings.EqualFold(b.Naam, bezet) {
			b.Naam = "opgegeven-" + b.Naam
		}
	}
	return b
}

// isJSON tells whether a case file is JSON, as its reader does.
func isJSON(data []byte) bool {
	return bytes.HasPrefix(bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\ufeff")), " \t\r\n"), []byte("{"))
}

// veilig makes a name under which a file can be kept without surprises: ASCII, without a
// path, not hidden, not long, and with one of the extensions it may have; else the first.
func veilig(naam string, extensies ...string) string {
	naam = strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '.', r == '_', r == '-':
			return r
		}
		return '_'
	}, filepath.Base(naam))
	extensie := extensies[0]
	stam := naam
	for _, e := range extensies {
		if s, ok := cutSuffixFold(naam, e); ok {
			stam, extensie = s, naam[len(s):]
		}
	}
	const lang = 80
	stam = strings.Trim(stam[:min(len(stam), lang)], "._-")
	if stam == "" {
		stam = "zaak"
	}
	return stam + extensie
}

func cutSuffixFold(s, suffix string) (string, bool) {
	if n := len(s) - len(suffix); n >= 0 && strings.EqualFold(s[n:], suffix) {
		return s[:n], true
	}
	return s, false
}
