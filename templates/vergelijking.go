package templates

import (
	_ "embed"
	"sync"
)

// Vergelijking holds the texts of a comparison: variants of a case, or one case under
// several methods.
type Vergelijking struct {
	Titels    struct{ Varianten, Methoden string }
	Onderwerp string
	Voettekst string
	Kenmerk   string
	Methoden  map[string]string // by method of the case file
	// MethodenKort stand below the name of a column, MethodenFiguur beside a bar.
	MethodenKort   map[string]string `yaml:"methoden_kort"`
	MethodenFiguur map[string]string `yaml:"methoden_figuur"`
	// GeenRecht, by method, stands wherever that method is named.
	GeenRecht  map[string]string `yaml:"geen_recht"`
	EenKolom   string            `yaml:"een_kolom"` // of two methods, in Voorbehoud
	Voorbehoud Tekst             // on every page and sheet: Kolommen
	Koppen     VergelijkingKoppen
	Inleiding  Tekst // Eerste
	// VanMethode: Geindexeerd (the incomes of the table of draagkracht).
	VanMethode Tekst `yaml:"inleiding_methoden"`
	// AndereData stands where the columns have a period on other dates: Perioden
	// (Kolom, Wanneer (empty: it has none)).
	AndereData Tekst `yaml:"andere_data"`
	Periode    Tekst // the heading of a period: Gelijk, Wanneer, Nummer
	Kolommen   struct {
		Voor, Cijfer, Verschil, Gegeven, Variant, Methode, Zaakbestand string
	}
	Geen, Nihil, Meer, Minder, Anders, Gelijk string
	// Betaling: Totaal, Verrekend (both pay), Kind, Studie, Zelf (the child receives it), Betaler,
	// Ontvanger, Netto (of partneralimentatie).
	Betaling     Tekst
	Studiekosten string // below the amounts, where a method has these apart
	Figuur       struct {
		Bijschrift Tekst // Wanneer
		Balk       Tekst // Kind, Kolom
	}
	GegevensAnders struct{ Inleiding, Geen string } `yaml:"gegevens_anders"`
	Oorzaken       struct {
		Kop       Tekst // Van, Naar, Periode
		Inleiding Tekst // Van
		Wat       string
		Begin     Tekst // Van
		Wijziging Tekst // Van, Naar
	}
	Stappen      map[string]string // by step
	Waarom       map[string]string // by step: why the methods differ
	Herkomst     Tekst             // Kolom, Bestand, SHA256
	HerkomstSlot Tekst             `yaml:"herkomst_slot"` // Versie
	Waarschuwing Tekst             // Kolommen, Tekst
	Werkmap      struct {
		Tabblad       string
		TabbladInvoer string `yaml:"tabblad_invoer"`
		TabbladUitleg string `yaml:"tabblad_uitleg"`
		Voettekst     Tekst  // Kolommen, Datum
		Leeswijzer    string
		Verschil      Tekst // Kolom
	}
}

// VergelijkingKoppen are the headings of a comparison.
type VergelijkingKoppen struct {
	Gegevens, Varianten, Uitkomst, Kerncijfers, Figuur string
	Stappen, Waarom                                    string
	GegevensAnders                                     string `yaml:"gegevens_anders"`
	Waarschuwingen                                     string
}

//go:embed vergelijking.yaml
var vergelijkingYAML []byte

// StandaardVergelijking gives the texts that come with annex.
var StandaardVergelijking = sync.OnceValue(func() *Vergelijking { return must(ParseVergelijking(vergelijkingYAML)) })

// ParseVergelijking reads the texts of a comparison. An unknown key and a missing
// text are errors.
func ParseVergelijking(data []byte) (*Vergelijking, error) {
	return parse[Vergelijking](data, nil)
}
