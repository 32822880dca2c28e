package sheet

import (
	"encoding/json"
	"time"

	"github.com/shopspring/decimal"
)

// JSONVersie is the version of the JSON form of a Result; docs/json.md
// describes it. Adding a key does not change it, anything else does.
const JSONVersie = 1

type jsonResult struct {
	Formaat        string                  `json:"formaat"`
	Formaatversie  int                     `json:"formaatversie"`
	Methode        string                  `json:"methode"`
	Datum          string                  `json:"datum"`
	Uitkomst       map[string][]jsonAmount `json:"uitkomst"`
	Regels         []jsonLine              `json:"regels"`
	Uitgangspunten []Uitgangspunt          `json:"uitgangspunten"`
	Keuzes         []Keuze                 `json:"keuzes"`
	Waarschuwingen []Waarschuwing          `json:"waarschuwingen"`
	NietMee        []NietMeegenomen        `json:"niet_meegenomen"`
	Verloop        []jsonVerloop           `json:"verloop,omitempty"`
	Verantwoording jsonReceipt             `json:"verantwoording"`
}

type jsonAmount struct {
	Periode   Periode     `json:"periode"`
	Kind      string      `json:"kind,omitempty"`
	KindNaam  string      `json:"kind_naam,omitempty"`
	Betaler   string      `json:"betaler"`
	Ontvanger string      `json:"ontvanger"`
	Bedrag    json.Number `json:"bedrag"`
	Regel     string      `json:"regel"`
	// Kanttekening is why the amount does not take effect.
	Kanttekening string `json:"kanttekening,omitempty"`
}

type jsonVerloop struct {
	Van      Periode       `json:"van"`
	Naar     Periode       `json:"naar"`
	Kolommen []string      `json:"kolommen"`
	Begin    []json.Number `json:"begin"`
	Stappen  []jsonStap    `json:"stappen"`
}

type jsonStap struct {
	Wat      string        `json:"wat"`
	Van      string        `json:"van"`
	Naar     string        `json:"naar"`
	Bedragen []json.Number `json:"bedragen"`
	Verschil []json.Number `json:"verschil"`
}

type jsonLine struct {
	ID            string `json:"id"`
	Label         string `json:"label"`
	Onderdeel     string `json:"onderdeel"`
	Blok          string `json:"blok,omitempty"`
	Post          string `json:"post,omitempty"`
	Waarde        any    `json:"waarde"`
	Eenheid       Unit   `json:"eenheid"`
	Formule       string `json:"formule,omitempty"`
	Ingevuld      string `json:"ingevuld,omitempty"`
	Bron          string `json:"bron,omitempty"`
	BronURL       string `json:"bron_url,omitempty"`
	Bewijs        string `json:"bewijs,omitempty"`
	Toelichting   string `json:"toelichting,omitempty"`
	VanToepassing bool   `json:"van_toepassing"`
}

type jsonReceipt struct {
	Versie  string        `json:"versie"`
	Bestand string        `json:"zaakbestand"`
	SHA256  string        `json:"zaakbestand_sha256"`
	Normen  []NormBestand `json:"normen"`
	Cijfers []jsonNorm    `json:"normcijfers"`
}

type jsonNorm struct {
	ID      string `json:"id"`
	Label   string `json:"label"`
	Waarde  any    `json:"waarde,omitempty"`
	Eenheid Unit   `json:"eenheid,omitempty"`
	Bron    string `json:"bron"`
	Status  string `json:"status"`
}

// MarshalJSON gives the documented JSON form (docs/json.md). Numbers are exact
// decimals; a percentage is given as 70, a ja/nee as a word.
func (r *Result) MarshalJSON() ([]byte, error) {
	out := jsonResult{
		Formaat: "annex-resultaat", Formaatversie: JSONVersie,
		Methode: r.receipt.Methode, Datum: r.receipt.Datum.Format(time.DateOnly),
		Uitkomst:       map[string][]jsonAmount{},
		Regels:         []jsonLine{},
		Uitgangspunten: orEmpty(r.basis),
		Keuzes:         orEmpty(r.choices),
		Waarschuwingen: orEmpty(r.warnings),
		NietMee:        orEmpty(r.leftOut),
		Verantwoording: jsonReceipt{
			Versie: r.receipt.Versie, Bestand: r.receipt.Bestand, SHA256: r.receipt.BestandSHA,
			Normen: orEmpty(r.published), Cijfers: []jsonNorm{},
		},
	}
	for _, b := range r.outcomes {
		out.Uitkomst[b.Soort] = append(out.Uitkomst[b.Soort], jsonAmount{
			Periode: b.Periode, Kind: b.Voor.ID, KindNaam: b.Voor.Naam,
			Betaler: b.Betaler.ID, Ontvanger: b.Ontvanger.ID,
			Bedrag: json.Number(b.Bedrag.String()), Regel: b.Regel, Kanttekening: b.Kanttekening,
		})
	}
	for _, v := range r.sheet.courses {
		out.Verloop = append(out.Verloop, v.json())
	}
	for _, l := range r.sheet.lines {
		out.Regels = append(out.Regels, r.lines[l.ID].json())
	}
	for _, n := range r.sheet.norms {
		out.Verantwoording.Cijfers = append(out.Verantwoording.Cijfers, jsonNorm{
			ID: n.ID, Label: n.Value.Label, Waarde: json.Number(n.Value.Amount.String()), Eenheid: n.Unit,
			Bron: n.Value.Source.String(), Status: string(n.Value.Status),
		})
	}
	for _, t := range r.sheet.tables {
		out.Verantwoording.Cijfers = append(out.Verantwoording.Cijfers, jsonNorm{
			ID: t.ID, Label: t.Label, Bron: t.Table.Source.String(), Status: string(t.Table.Status()),
		})
	}
	return json.Marshal(out)
}

// MarshalJSON gives the same form as inside a Result.
func (v Verloop) MarshalJSON() ([]byte, error) { return json.Marshal(v.json()) }

func (v Verloop) json() jsonVerloop {
	out := jsonVerloop{Van: v.Van, Naar: v.Naar, Kolommen: v.Kolommen, Begin: jsonNumbers(v.Begin)}
	for _, s := range v.Stappen {
		out.Stappen = append(out.Stappen, jsonStap{s.Wat, s.Van, s.Naar, jsonNumbers(s.Bedragen), jsonNumbers(s.Verschil)})
	}
	return out
}

func jsonNumbers(list []decimal.Decimal) []json.Number {
	out := make([]json.Number, len(list))
	for i, d := range list {
		out[i] = json.Number(d.String())
	}
	return out
}

func (l *LineResult) json() jsonLine {
	return jsonLine{
		ID: l.ID, Label: l.Label, Onderdeel: l.section.ID, Blok: l.Blok, Post: l.Post, Waarde: jsonValue(l.Value, l.Unit), Eenheid: l.Unit,
		Formule: l.Words, Ingevuld: l.Numbers, Bron: l.Source.String(), BronURL: l.Source.URL,
		Bewijs: l.Bron, Toelichting: l.Toelichting, VanToepassing: l.Applies,
	}
}

func jsonValue(d decimal.Decimal, u Unit) any {
	switch u {
	case JaNee:
		return FormatValue(d, u, 0)
	case Percentage, PercentagePerJaar:
		d = d.Shift(2)
	}
	return json.Number(d.String())
}

func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
