package proof

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"time"

	"annex/calc/sheet"

	"github.com/shopspring/decimal"
)

// The form of a receipt, described in docs/json.md. A key may be added without a new
// version; a reader skips what it does not know.
const (
	Formaat       = "annex-verantwoording"
	Formaatversie = 1
)

// Verantwoording is the receipt of a bijlage: what it was made from, with what, and all
// that came of it.
type Verantwoording struct {
	Formaat       string        `json:"formaat"`
	Formaatversie int           `json:"formaatversie"`
	Versie        string        `json:"versie"` // of annex
	Methode       string        `json:"methode"`
	Datum         string        `json:"datum"`               // of the document, ISO
	Onderdeel     string        `json:"onderdeel,omitempty"` // empty: the whole
	Lezer         string        `json:"lezer,omitempty"`     // for whom it was made; empty: the default
	Sjabloon      *Sjabloon     `json:"sjabloon,omitempty"`  // nil: that of annex
	Controlegetal string        `json:"controlegetal"`
	Zaak          Vastgelegd    `json:"zaak"`        // the case file in canonical form
	Zaakbestand   Zaakbestand   `json:"zaakbestand"` // as it was given
	Bijlagen      []Vastgelegd  `json:"bijlagen"`    // what else is attached
	Normen        []Normbestand `json:"normen"`
	Normcijfers   []Normcijfer  `json:"normcijfers"`
	Regels        []Regel       `json:"regels"`
	Betalingen    []Betaling    `json:"betalingen"`
}

// Vastgelegd is an attached file.
type Vastgelegd struct {
	Bestand string `json:"bestand"` // its name in the bijlage; empty where it was left out of it
	SHA256  string `json:"sha256"`
}

// Zaakbestand is the case file as it was given.
type Zaakbestand struct {
	Naam string `json:"naam"` // its name then; "-" for standard input
	Vastgelegd
}

// Sjabloon is a firm's own template.
type Sjabloon struct {
	Naam   string `json:"naam"`
	SHA256 string `json:"sha256"`
}

// Normbestand is a norms file that was used.
type Normbestand = sheet.NormBestand

// Normcijfer is a published figure or table that was used.
type Normcijfer struct {
	ID      string     `json:"id"`
	Label   string     `json:"label"`
	Waarde  Waarde     `json:"waarde,omitempty"`  // of a figure; a percentage as 70
	Eenheid string     `json:"eenheid,omitempty"` // of a figure
	Rijen   [][]Waarde `json:"rijen,omitempty"`   // of a table
}

// Regel is a line of the calculation with what came of it.
type Regel struct {
	ID            string `json:"id"`
	Label         string `json:"label"`
	Waarde        Waarde `json:"waarde"`
	Eenheid       string `json:"eenheid"`
	VanToepassing bool   `json:"van_toepassing"`
}

// Betaling is an amount to be paid, EUR per month.
type Betaling struct {
	Soort     string `json:"soort"`
	Vanaf     string `json:"vanaf"`                // ISO
	TotEnMet  string `json:"tot_en_met,omitempty"` // ISO; empty: open
	Kind      string `json:"kind,omitempty"`       // id
	Betaler   string `json:"betaler"`              // id
	Ontvanger string `json:"ontvanger"`            // id
	Bedrag    Waarde `json:"bedrag"`
	Regel     string `json:"regel"` // id of the line
	// Kanttekening is why the amount does not take effect; empty where it does.
	Kanttekening string `json:"kanttekening,omitempty"`
}

// Waarde is an exact decimal, or "ja" or "nee"; in JSON a number or a text.
type Waarde string

// waardeVorm is a decimal as it is written here. A receipt comes from anywhere: a number
// with a huge exponent must not be calculated with.
var waardeVorm = regexp.MustCompile(`^-?\d{1,30}(\.\d{1,30})?$`)

// getal gives the decimal, where it is one.
func (w Waarde) getal() (decimal.Decimal, bool) {
	if !waardeVorm.MatchString(string(w)) {
		return decimal.Zero, false
	}
	d, err := decimal.NewFromString(string(w))
	return d, err == nil
}

// MarshalJSON writes a decimal as a number.
func (w Waarde) MarshalJSON() ([]byte, error) {
	if _, ok := w.getal(); ok {
		return []byte(w), nil
	}
	return json.Marshal(string(w))
}

// UnmarshalJSON reads a number or a text as it stands.
func (w *Waarde) UnmarshalJSON(data []byte) error {
	if len(data) > 0 && data[0] == '"' {
		var s string
		err := json.Unmarshal(data, &s)
		*w = Waarde(s)
		return err
	}
	var n json.Number
	err := json.Unmarshal(data, &n)
	*w = Waarde(n)
	return err
}

// gelijk tells whether two values are the same, however they are spelled.
func (w Waarde) gelijk(v Waarde) bool {
	a, isA := w.getal()
	b, isB := v.getal()
	if !isA || !isB {
		return w == v
	}
	return a.Equal(b)
}

// berekening gives the part of a receipt that follows from the calculation.
func berekening(r *sheet.Result) *Verantwoording {
	receipt := r.Receipt()
	v := &Verantwoording{
		Formaat: Formaat, Formaatversie: Formaatversie,
		Versie: receipt.Versie, Methode: receipt.Methode, Datum: receipt.Datum.Format(time.DateOnly),
		Controlegetal: GrondslagVan(r).Controlegetal(),
		Normen:        r.NormBestanden(),
		Normcijfers:   []Normcijfer{}, Regels: []Regel{}, Betalingen: []Betaling{},
	}
	for _, n := range r.Norms() {
		v.Normcijfers = append(v.Normcijfers, Normcijfer{ID: n.ID, Label: n.Value.Label, Waarde: Waarde(n.Value.Amount.String()), Eenheid: string(n.Unit)})
	}
	for _, t := range r.Tables() {
		c := Normcijfer{ID: t.ID, Label: t.Label}
		for _, row := range t.Table.Rows {
			var cells []Waarde
			for _, cell := range row {
				cells = append(cells, Waarde(cell.Amount.String()))
			}
			c.Rijen = append(c.Rijen, cells)
		}
		v.Normcijfers = append(v.Normcijfers, c)
	}
	for _, s := range r.Sections() {
		for _, l := range r.Lines(s) {
			v.Regels = append(v.Regels, Regel{ID: l.ID, Label: l.Label, Waarde: waardeVan(l), Eenheid: string(l.Unit), VanToepassing: l.Applies})
		}
	}
	for _, b := range r.Betalingen() {
		v.Betalingen = append(v.Betalingen, Betaling{
			Soort: b.Soort, Vanaf: b.Periode.Vanaf, TotEnMet: b.Periode.TotEnMet, Kind: b.Voor.ID,
			Betaler: b.Betaler.ID, Ontvanger: b.Ontvanger.ID, Bedrag: Waarde(b.Bedrag.String()), Regel: b.Regel, Kanttekening: b.Kanttekening,
		})
	}
	return v
}

// waardeVan gives the value of a line as people write it: a percentage as 70.
func waardeVan(l *sheet.LineResult) Waarde {
	switch {
	case l.Unit == sheet.JaNee:
		return Waarde(l.Text())
	case l.Unit.Percent():
		return Waarde(l.Value.Shift(2).String())
	}
	return Waarde(l.Value.String())
}

// grondslag gives what the controlegetal of a receipt should be made of.
func (v *Verantwoording) grondslag() Grondslag {
	g := Grondslag{Versie: v.Versie, Methode: v.Methode, Zaak: v.Zaak.SHA256}
	for _, n := range v.Normen {
		g.Normen = append(g.Normen, n.SHA256)
	}
	return g
}

// json gives the receipt as a file.
func (v *Verantwoording) json() ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	err := enc.Encode(v)
	return b.Bytes(), err
}

// Lees reads a receipt. The error says, in Dutch, why it is none.
func Lees(data []byte) (*Verantwoording, error) {
	var v Verantwoording
	if err := json.Unmarshal(data, &v); err != nil {
		return nil, errors.New("is niet te lezen")
	}
	if v.Formaat != Formaat {
		return nil, fmt.Errorf("is geen verantwoording (formaat %s)", Formaat)
	}
	return &v, nil
}
