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
	bladen := w.bladen // somebody may have given the sheet another name
	if b := w.blad(templates.StandaardWerkmap().Tabbladen.Zaakbestand); b != nil {
		bladen = []*blad{b}
	}
	for _, b := range bladen {
		if z, som := b.zaakbestand(); som != "" {
			if xlsx.CaseSum(z.Tekst) != som {
				return nil, ErrZaakbestandGewijzigd
			}
			return z, nil
		}
	}
	return nil, ErrGeenZaakbestand
}

// zaakbestand reads the case file that stands on a sheet, and what its SHA-256 is said to
// be; empty: there is no case file.
func (b *blad) zaakbestand() (z *Zaakbestand, som string) {
	t := templates.StandaardWerkmap().Zaakbestand
	z = &Zaakbestand{}
	v := t.Velden
	velden := map[string]*string{v.Maker: &z.Maker, v.Bestand: &z.Bestand, v.Onderdeel: &z.Onderdeel, v.SomBestand: &z.Som, v.Som: &som}
	var rijen []xlsx.CaseRow
	begonnen := false
	for rij := 1; rij <= b.rijen; rij++ {
		nr, text := b.cellen[plaats{xlsx.CaseLine, rij}], b.cellen[plaats{xlsx.CaseText, rij}]
		mark := b.cellen[plaats{xlsx.CaseMark, rij}].tekst
		switch {
		case begonnen && (!nr.leeg() || !text.leeg() || mark != ""):
			rijen = append(rijen, xlsx.CaseRow{Text: text.tekst, Mark: mark})
		case begonnen: // a row that somebody inserted
		case nr.tekst == t.Kolommen.Regel && text.tekst == t.Kolommen.Tekst:
			begonnen = true
		default:
			if veld := velden[nr.tekst]; veld != nil {
				*veld = text.tekst
			}
		}
	}
	if !begonnen {
		return nil, ""
	}
	som = strings.TrimSpace(som)
	z.Tekst = xlsx.JoinCase(rijen)
	if z.Onderdeel == xlsx.WholeCase {
		z.Onderdeel = ""
	}
	if z.Som == "" {
		z.Som = som
	}
	return z, som
}
