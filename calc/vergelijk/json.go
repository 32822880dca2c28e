package vergelijk

import (
	"encoding/json"
	"time"

	"annex/calc/sheet"
)

// JSONVersie is the version of the JSON form of a Vergelijking; docs/json.md
// describes it.
const JSONVersie = 1

type jsonVergelijking struct {
	Formaat       string        `json:"formaat"`
	Formaatversie int           `json:"formaatversie"`
	Datum         string        `json:"datum"`
	Kolommen      []jsonKolom   `json:"kolommen"`
	Perioden      []jsonPeriode `json:"perioden"`
	Gegevens      []jsonGegeven `json:"gegevens"`
	Oorzaken      []jsonOorzaak `json:"oorzaken"`
}

type jsonKolom struct {
	Naam    string `json:"naam"`
	Methode string `json:"methode"`
	Versie  string `json:"versie"`
	Bestand string `json:"zaakbestand"`
	SHA256  string `json:"zaakbestand_sha256"`
}

type jsonPeriode struct {
	Nummer      int              `json:"nummer"`
	Wanneer     []*sheet.Periode `json:"wanneer"`
	Betalingen  []jsonBetaling   `json:"betalingen"`
	Kerncijfers []jsonRij        `json:"kerncijfers"`
	Stappen     []jsonStap       `json:"stappen,omitempty"`
}

type jsonBetaling struct {
	Soort     string `json:"soort"`
	Kind      string `json:"kind,omitempty"`
	KindNaam  string `json:"kind_naam,omitempty"`
	Betaler   string `json:"betaler"`
	Ontvanger string `json:"ontvanger"`
	jsonCellen
}

type jsonRij struct {
	Naam string `json:"naam"`
	jsonCellen
}

type jsonStap struct {
	Stap  string    `json:"stap"`
	Rijen []jsonRij `json:"rijen"`
}

// jsonCellen are figures by column: null where a column has none, and no difference
// for the first.
type jsonCellen struct {
	Bedragen []*json.Number `json:"bedragen"`
	Verschil []*json.Number `json:"verschil"`
}

type jsonGegeven struct {
	Groep        string    `json:"groep"`
	Omschrijving string    `json:"omschrijving"`
	Waarden      []*string `json:"waarden"`
}

type jsonOorzaak struct {
	Kolom   int            `json:"kolom"`
	Periode int            `json:"periode"`
	Verloop *sheet.Verloop `json:"verloop,omitempty"`
	Waarom  string         `json:"waarom,omitempty"`
}

// MarshalJSON gives the documented JSON form (docs/json.md). Numbers are exact
// decimals.
func (v *Vergelijking) MarshalJSON() ([]byte, error) {
	out := jsonVergelijking{
		Formaat: "annex-vergelijking", Formaatversie: JSONVersie, Datum: v.Datum().Format(time.DateOnly),
		Perioden: []jsonPeriode{}, Gegevens: []jsonGegeven{}, Oorzaken: []jsonOorzaak{},
	}
	for _, k := range v.Kolommen {
		r := k.Result.Receipt()
		out.Kolommen = append(out.Kolommen, jsonKolom{k.Naam, k.Methode, r.Versie, r.Bestand, r.BestandSHA})
	}
	for _, p := range v.Perioden {
		out.Perioden = append(out.Perioden, p.json())
	}
	for _, g := range v.Gegevens {
		j := jsonGegeven{Groep: g.Groep, Omschrijving: g.Omschrijving}
		for _, u := range g.Waarden {
			var waarde *string
			if u != nil {
				waarde = &u.Waarde
			}
			j.Waarden = append(j.Waarden, waarde)
		}
		out.Gegevens = append(out.Gegevens, j)
	}
	for _, o := range v.Oorzaken {
		j := jsonOorzaak{Kolom: o.Kolom, Periode: o.Periode, Waarom: o.Waarom}
		if o.Waarom == "" {
			j.Verloop = &o.Verloop
		}
		out.Oorzaken = append(out.Oorzaken, j)
	}
	return json.Marshal(out)
}

func (p Periode) json() jsonPeriode {
	out := jsonPeriode{Nummer: p.Nummer, Betalingen: []jsonBetaling{}, Kerncijfers: jsonRijen(p.Kerncijfers)}
	for _, w := range p.Wanneer {
		var wanneer *sheet.Periode
		if w.Nummer > 0 {
			wanneer = &w
		}
		out.Wanneer = append(out.Wanneer, wanneer)
	}
	for _, b := range p.Betalingen {
		out.Betalingen = append(out.Betalingen, jsonBetaling{b.Soort, b.Voor.ID, b.Voor.Naam, b.Betaler.ID, b.Ontvanger.ID, cellenVan(b.Cellen)})
	}
	for _, s := range p.Stappen {
		out.Stappen = append(out.Stappen, jsonStap{s.ID, jsonRijen(s.Rijen)})
	}
	return out
}

func jsonRijen(list []Rij) []jsonRij {
	out := []jsonRij{}
	for _, r := range list {
		out = append(out, jsonRij{r.Naam, cellenVan(r.Cellen)})
	}
	return out
}

func cellenVan(list []Cel) jsonCellen {
	out := jsonCellen{make([]*json.Number, len(list)), make([]*json.Number, len(list))}
	for i, c := range list {
		if c.Regel != nil {
			n := json.Number(c.Regel.Value.String())
			out.Bedragen[i] = &n
		}
		if c.Vergeleken {
			n := json.Number(c.Verschil.String())
			out.Verschil[i] = &n
		}
	}
	return out
}
