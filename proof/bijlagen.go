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
	Werkmap   string    // the name of the workbook without its extension
}

// Bijlagen are the files that a bijlage carries, as far as they are known before the
// workbook is: what they are called and what they are.
type Bijlagen struct {
	r         *sheet.Result
	opdracht  Opdracht
	herkomst  zaak.Herkomst
	canoniek  Bestand
	origineel *Bestand // the case file as it was given; nil: left out
}

// NieuweBijlagen begins with the case file, in canonical form and as it was given.
// gegeven holds the bytes of that; nil leaves it out.
func NieuweBijlagen(r *sheet.Result, z *zaak.Zaak, gegeven []byte, o Opdracht) *Bijlagen {
	b := &Bijlagen{r: r, opdracht: o, herkomst: z.Herkomst, canoniek: Bestand{Naam: NaamZaak, MIME: mimeJSON, Relatie: Source,
		Omschrijving: "Het zaakbestand in vaste vorm; hierover gaat het controlegetal", Data: []byte(z.Herkomst.Canoniek)}}
	if gegeven != nil {
		origineel := zoalsGegeven(z.Herkomst.Bestand, gegeven, Werkmap(o.Werkmap, nil).Naam)
		b.origineel = &origineel
	}
	return b
}

// Genoemd gives the files as the bijlage names them; those that come last have no bytes
// yet.
func (b *Bijlagen) Genoemd() []Bestand { return b.met(nil, nil) }

// Met gives the files with the workbook, and with the receipt of them all.
func (b *Bijlagen) Met(xlsx []byte) ([]Bestand, error) {
	v := berekening(b.r)
	v.Onderdeel, v.Lezer, v.Sjabloon = b.opdracht.Onderdeel, b.opdracht.Lezer, b.opdracht.Sjabloon
	v.Zaak = Vastgelegd{b.canoniek.Naam, som(b.canoniek.Data)}
	v.Zaakbestand = Zaakbestand{Naam: b.herkomst.Bestand, Vastgelegd: Vastgelegd{SHA256: b.herkomst.SHA256}}
	if b.origineel != nil {
		v.Zaakbestand.Bestand = b.origineel.Naam
	}
	werkmap := Werkmap(b.opdracht.Werkmap, xlsx)
	v.Bijlagen = []Vastgelegd{{werkmap.Naam, som(werkmap.Data)}}
	data, err := v.json()
	if err != nil {
		return nil, fmt.Errorf("verantwoording: %w", err)
	}
	return b.met(xlsx, data), nil
}

func (b *Bijlagen) met(xlsx, verantwoording []byte) []Bestand {
	files := []Bestand{b.canoniek}
	if b.origineel != nil {
		files = append(files, *b.origineel)
	}
	return append(files, Werkmap(b.opdracht.Werkmap, xlsx), Bestand{Naam: NaamVerantwoording, MIME: mimeJSON, Relatie: Data,
		Omschrijving: "De verantwoording: waaruit de berekening is gemaakt, en elke regel", Data: verantwoording})
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
