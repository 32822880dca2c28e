package terug

import (
	"errors"
	"strings"

	"annex/render/xlsx"
	"annex/templates"
)

// Why the case file cannot be taken from a workbook.
var (
	ErrGeenZaakbestand      = errors.New("geen zaakbestand in de werkmap")
	ErrZaakbestandGewijzigd = errors.New("het zaakbestand in de werkmap is gewijzigd")
)

// Zaakbestand is the case file as it stands in a workbook.
type Zaakbestand struct {
	Tekst string
	// Bestand is what the file was called, Som the SHA-256 of the file that was given:
	// that of Tekst, unless the workbook holds the canonical form.
	Bestand, Som string
	Onderdeel    string // empty: the whole
	Maker        string // "annex 0.1.0"
}

// Zaakbestand gives the case file from which the workbook was made.
func (w *Werkmap) Zaakbestand() (*Zaakbestand, error) {
	t := templates.StandaardWerkmap()
	b := w.blad(t.Tabbladen.Zaakbestand)
	if b == nil {
		return nil, ErrGeenZaakbestand
	}
	z := &Zaakbestand{}
	v := t.Zaakbestand.Velden
	velden := map[string]*string{v.Maker: &z.Maker, v.Bestand: &z.Bestand, v.Onderdeel: &z.Onderdeel, v.SomBestand: &z.Som}
	som := ""
	velden[v.Som] = &som
	var rijen []xlsx.CaseRow
	begonnen := false
	for rij := 1; rij <= b.rijen; rij++ {
		nr, text := b.cellen[plaats{xlsx.CaseLine, rij}], b.cellen[plaats{xlsx.CaseText, rij}]
		mark := b.cellen[plaats{xlsx.CaseMark, rij}].tekst
		switch {
		case begonnen && (!nr.leeg() || !text.leeg() || mark != ""):
			rijen = append(rijen, xlsx.CaseRow{Text: text.tekst, Mark: mark})
		case begonnen: // a row that somebody inserted
		case nr.tekst == t.Zaakbestand.Kolommen.Regel && text.tekst == t.Zaakbestand.Kolommen.Tekst:
			begonnen = true
		default:
			if veld := velden[nr.tekst]; veld != nil {
				*veld = text.tekst
			}
		}
	}
	if !begonnen || som == "" {
		return nil, ErrGeenZaakbestand
	}
	z.Tekst = xlsx.JoinCase(rijen)
	if xlsx.CaseSum(z.Tekst) != strings.TrimSpace(som) {
		return nil, ErrZaakbestandGewijzigd
	}
	if z.Onderdeel == xlsx.WholeCase {
		z.Onderdeel = ""
	}
	if z.Som == "" {
		z.Som = som
	}
	return z, nil
}
