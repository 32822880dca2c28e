package templates

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
	"unicode/utf16"
)

//go:embed werkmap.yaml
var werkmapYAML []byte

// Werkmap holds the Dutch texts of the workbook. The keys of its maps are units
// (calc/sheet.Unit), kinds of section and kinds of outcome.
type Werkmap struct {
	Titel string `yaml:"titel"`
	// TitelVoorbehoud is what the file calls itself where it does not follow the
	// law; %s: the title, what stands on every sheet.
	TitelVoorbehoud string `yaml:"titel_voorbehoud"`
	Maker           string `yaml:"maker"`     // %s: the version
	Voettekst       string `yaml:"voettekst"` // %s: the case file, the date
	ZonderNaam      string `yaml:"zonder_naam"`
	// ZonderZaakbestand is what the calculation is called where there is no case
	// file at all.
	ZonderZaakbestand string `yaml:"zonder_zaakbestand"`
	Paginanummer      string `yaml:"paginanummer"` // %s: the page, the number of pages
	Tabbladen         WerkmapTabbladen
	Navigatie         WerkmapNavigatie
	Melding           WerkmapMelding
	Eenheden          map[string]string // a unit that is not among them goes without saying
	Samenvatting      WerkmapSamenvatting
	// Uitleg, by kind of outcome: what stands on the sheet Uitleg instead of the
	// last item of Bijlage.Uitleg.
	Uitleg         map[string]Uitleg
	Woorden        WerkmapWoorden
	Invoer         WerkmapInvoer
	Scenarios      WerkmapScenarios
	Reeksen        WerkmapReeksen
	Berekening     WerkmapBerekening
	Normen         WerkmapNormen
	Verantwoording WerkmapVerantwoording
	Zaakbestand    WerkmapZaakbestand
}

// WerkmapTabbladen holds the names of the sheets.
type WerkmapTabbladen struct {
	Samenvatting   string
	Invoer         string
	Normen         string
	Verantwoording string
	Zaakbestand    string
	Uitleg         string
	WatAls         string            `yaml:"wat_als"`
	WatAlsPerRegel string            `yaml:"wat_als_per_regel"`
	WatAlsInkomen  string            `yaml:"wat_als_inkomen"` // %s: whose
	WatAlsZorg     string            `yaml:"wat_als_zorg"`
	Periode        string            // behind a name; %s: when its period begins
	Titel          string            // above such a sheet; %s: the name, the text of the period
	Soorten        map[string]string // by kind of section
}

// WerkmapNavigatie holds the texts of the links above each sheet.
type WerkmapNavigatie struct {
	Vorige, Volgende string // %s: the name of the sheet
}

// WerkmapMelding says whether the workbook still equals the annex.
type WerkmapMelding struct {
	Gelijk string
	Een    string
	Meer   string // %d: the number of changed inputs
	// The same for the amounts on one sheet.
	BedragenGelijk string `yaml:"bedragen_gelijk"`
	BedragenEen    string `yaml:"bedragen_een"`
	BedragenMeer   string `yaml:"bedragen_meer"` // %d: the number of changed amounts
}

// WerkmapSamenvatting holds the texts of the sheet Samenvatting.
type WerkmapSamenvatting struct {
	Zaak    string
	Groepen []string // groups of facts that are shown here too
	Velden  struct {
		Zaaknummer, Gerecht, Kenmerk, Partijen, Opsteller string
		Zaakbestand, Datum, Methode, Versie               string
	}
	Uitkomst string
	Periode  string // %d, %s: the number and the text of the period
	// Geindexeerd stands above the amounts after a later 1 January; %s: its text.
	Geindexeerd string
	Grijs       string // below amounts that may be nil because another one is not
	Kolommen    struct {
		Voor, Betaler, Ontvanger, Bedrag, Bijlage, Verschil, Tabblad string
	}
	Beeld          WerkmapBeeld
	Waarschuwingen string
	// GeenWaarschuwingen stands there where the calculation gave none.
	GeenWaarschuwingen string `yaml:"geen_waarschuwingen"`
	Vervallen          string // in place of a warning that no longer holds
	// Nieuw says how many warnings came with a change; Meer: %d.
	Nieuw  struct{ Geen, Een, Meer string }
	Inhoud string
	Anders string // behind a sheet; %d: how many amounts or inputs differ
	Uitleg struct {
		Uitleg, Invoer, Normen, Verantwoording, Zaakbestand, Berekening string
		WatAls                                                          string `yaml:"wat_als"`
		WatAlsPerRegel                                                  string `yaml:"wat_als_per_regel"`
		WatAlsInkomen                                                   string `yaml:"wat_als_inkomen"` // %s: whose
		WatAlsZorg                                                      string `yaml:"wat_als_zorg"`
		Soorten                                                         map[string]string
		Methoden                                                        map[string]map[string]string // the same for one method, before Soorten
	}
	Leeswijzer string
	Punten     []WerkmapPunt
	Proberen   WerkmapPunt // behind the first of them, where there is a sheet to try something
}

// WerkmapBeeld holds the texts of the picture of who bears which part of the costs.
type WerkmapBeeld struct {
	Alternatief string // says in words what the picture shows
	Deel, Samen string
	Meer        string // below it, where there are more periods
}

// WerkmapPunt is a short explanation with its heading.
type WerkmapPunt struct{ Kop, Tekst string }

// WerkmapWoorden holds the texts around the words of Bijlage.Woorden.
type WerkmapWoorden struct {
	Kop       string
	Inleiding string
	Auteur    string // of the notes
}

// WerkmapInvoer holds the texts of the sheet Invoer.
type WerkmapInvoer struct {
	Titel    string
	Uitleg   string
	Legenda  string // in the colour of the cells that may be changed
	Kolommen struct {
		Omschrijving, Waarde, Bijlage, Eenheid, Gewijzigd, Regel, Bewijs, Toelichting string
	}
	Gewijzigd  string
	Aantal     string
	Vast       string
	UitlegVast string `yaml:"uitleg_vast"`
	Fouttitel  string
	Fouten     map[string]string // by unit
	Vraagtitel string
	Vragen     map[string]string // what to enter, by unit
}

// WerkmapScenarios holds the texts of the sheets with other figures.
type WerkmapScenarios struct {
	Titel    string
	Uitleg   string
	Kolommen struct{ Omschrijving, Eenheid, Nu string }
	Namen    []string // of the scenarios, until the reader gives them another
	Aantal   string
	Betaling string // %s: who pays, who receives; what for goes before it
	Verschil string
	PerRegel string `yaml:"per_regel"` // what stands on the other sheet

	TitelPerRegel  string `yaml:"titel_per_regel"`
	UitlegPerRegel string `yaml:"uitleg_per_regel"`
	Gegevens       string
}

// WerkmapReeksen holds the texts of the sheets with a row for each value of a figure.
type WerkmapReeksen struct {
	Titel      string // %s: whose income
	Uitleg     string // %s: the figure, whose, since when, the step
	TitelZorg  string `yaml:"titel_zorg"`
	UitlegZorg string `yaml:"uitleg_zorg"` // %s: since when
	KopOmslag  string `yaml:"kop_omslag"`
	// Omslag heads and fills what stands above the table: the present figure, and those
	// at which the outcome becomes of another kind.
	Omslag struct {
		Richting, Vanaf, Wat, Nu, Omhoog, Omlaag, Geen string
		GeenOmhoog                                     string `yaml:"geen_omhoog"` // %s: how far was looked
		GeenOmlaag                                     string `yaml:"geen_omlaag"` // likewise
	}
	Dan          string // %s: what is otherwise, as Bijlage.WatAls.Wijzigingen has it
	KopTabel     string `yaml:"kop_tabel"`
	KopZorg      string `yaml:"kop_zorg"` // %s: the figure, the children, with whom
	KopZoeken    string `yaml:"kop_zoeken"`
	UitlegZoeken string `yaml:"uitleg_zoeken"`
	Kolommen     struct {
		Verschil, Wijzigt, Verschilbedrag string
		AndersDanNu                       string `yaml:"anders_dan_nu"`
		// Of the columns that are calculated with.
		Waarde, Vorige, Anders string
		AlsNu                  string `yaml:"als_nu"`
	}
	PerStap  string            `yaml:"per_stap"` // %s: the step
	Van      string            // %s: what the column shows, of which amount
	Betaling string            // %s: what for, who pays
	Samen    string            // for several children
	Partner  string            // %s: the former spouse
	Nu       string            // instead of a difference of nil
	Zorg     map[string]string // by kind of figure: what care is called
	// Kenmerken, by kind: what tells outcomes apart, as a name: Wie, Kind, Onderdeel.
	Kenmerken map[string]Tekst
	Standen   map[string]string // by value: how such a thing is
	Zoeken    struct {
		Omhoog, Omlaag, Begin, Uitkomst, Gezegd string
		Halvering                               string // %d: the how manieth
		Dichtbij                                string // %d: so many euros before
	}
	Grafiek struct {
		Titel       string // %s: whose income
		Y           string // what stands along the axis
		Alternatief string // %s: the title, what stands along the other axis
		Lijn        string // %s: which amount, and three times Punt: the lowest figure, now, the highest
		Punt        string // %s: the figure, the amount
	}
}

// WerkmapBerekening holds the texts of the sheets with the calculation.
type WerkmapBerekening struct {
	Kolommen struct {
		Nummer, Omschrijving, Bedrag, Bijlage, Verschil, Eenheid, Formule, Ingevuld, Status, Bron string
	}
	// Verouderd is the head of the column ingevuld once an input was changed.
	Verouderd         string
	NietVanToepassing string `yaml:"niet_van_toepassing"`
	Streep            string // stands for an amount that plays no part
	UitInvoer         string `yaml:"uit_invoer"`
	UitNormen         string `yaml:"uit_normen"`
}

// WerkmapNormen holds the texts of the sheet Normen.
type WerkmapNormen struct {
	Titel    string
	Uitleg   string
	Cijfers  string
	Kolommen struct {
		Omschrijving, Waarde, Eenheid, Van, Tot, Status, Bron, Toelichting string
	}
	Vanaf       string            // %s: the day a figure takes effect
	Tabel       string            // %s: source, first day, last day, status
	StatusTabel map[string]string `yaml:"status_tabel"` // by norms.Status
	Teken       string            // behind a figure that rests on one source
}

// WerkmapVerantwoording holds the texts of the sheet Verantwoording.
type WerkmapVerantwoording struct {
	Titel    string
	Herkomst string
	Velden   struct {
		Versie, Datum, Methode, Zaakbestand, SHA256 string
	}
	Normen         string
	KolommenNormen struct {
		Titel, Van, Tot, Bestand, SHA256 string
	} `yaml:"kolommen_normen"`
	Keuzes         string
	KolommenKeuzes struct {
		Onderwerp, Keuze, Grond, Alternatief, Door string
	} `yaml:"kolommen_keuzes"`
	Zaakbestand      string
	Programma        string
	Waarschuwingen   string
	Signalen         string // above the warnings that may come with a change
	KolommenSignalen struct {
		Waarschuwing, Nu, Tekst, Geldt string
		GeldtNiet                      string `yaml:"geldt_niet"`
	} `yaml:"kolommen_signalen"`
	NietMeegenomen         string `yaml:"niet_meegenomen"`
	KolommenNietMeegenomen struct {
		Wat, Reden string
	} `yaml:"kolommen_niet_meegenomen"`
	Afronden       WerkmapPunt
	Oorspronkelijk string
	Geen           string
}

// WerkmapZaakbestand holds the texts of the sheet with the case file.
type WerkmapZaakbestand struct {
	Titel  string
	Uitleg []string
	// Velden are the labels by which a workbook is read back: those of an older version
	// have to stay known.
	Velden struct {
		Maker, Bestand, Onderdeel, Som string
		SomBestand                     string `yaml:"som_bestand"`
	}
	Kolommen struct{ Regel, Tekst, Teken string }
}

// StandaardWerkmap gives the texts that come with annex.
var StandaardWerkmap = sync.OnceValue(func() *Werkmap { return must(ParseWerkmap(werkmapYAML)) })

// ParseWerkmap reads the texts of the workbook. An unknown key, a missing text
// and a text that a workbook cannot hold are errors.
func ParseWerkmap(data []byte) (*Werkmap, error) {
	return parse(data, func(w *Werkmap) []error { return append(w.placeholders(), w.lengths()...) })
}

// placeholders checks that the texts to be filled in hold what they are filled
// with, so that no document ever shows a stray %.
func (w *Werkmap) placeholders() []error {
	var errs []error
	for _, c := range []struct{ key, text, verbs string }{
		{"titel_voorbehoud", w.TitelVoorbehoud, "%s %s"},
		{"maker", w.Maker, "%s"},
		{"voettekst", w.Voettekst, "%s %s"},
		{"paginanummer", w.Paginanummer, "%s %s"},
		{"tabbladen.periode", w.Tabbladen.Periode, "%s"},
		{"tabbladen.titel", w.Tabbladen.Titel, "%s %s"},
		{"navigatie.vorige", w.Navigatie.Vorige, "%s"},
		{"navigatie.volgende", w.Navigatie.Volgende, "%s"},
		{"melding.meer", w.Melding.Meer, "%d"},
		{"melding.bedragen_meer", w.Melding.BedragenMeer, "%d"},
		{"samenvatting.nieuw.meer", w.Samenvatting.Nieuw.Meer, "%d"},
		{"samenvatting.anders", w.Samenvatting.Anders, "%d"},
		{"samenvatting.periode", w.Samenvatting.Periode, "%d %s"},
		{"samenvatting.geindexeerd", w.Samenvatting.Geindexeerd, "%s"},
		{"scenarios.betaling", w.Scenarios.Betaling, "%s %s"},
		{"tabbladen.wat_als_inkomen", w.Tabbladen.WatAlsInkomen, "%s"},
		{"samenvatting.uitleg.wat_als_inkomen", w.Samenvatting.Uitleg.WatAlsInkomen, "%s"},
		{"reeksen.titel", w.Reeksen.Titel, "%s"},
		{"reeksen.uitleg", w.Reeksen.Uitleg, "%s %s %s %s"},
		{"reeksen.uitleg_zorg", w.Reeksen.UitlegZorg, "%s"},
		{"reeksen.omslag.geen_omhoog", w.Reeksen.Omslag.GeenOmhoog, "%s"},
		{"reeksen.omslag.geen_omlaag", w.Reeksen.Omslag.GeenOmlaag, "%s"},
		{"reeksen.dan", w.Reeksen.Dan, "%s"},
		{"reeksen.kop_zorg", w.Reeksen.KopZorg, "%s %s %s"},
		{"reeksen.per_stap", w.Reeksen.PerStap, "%s"},
		{"reeksen.van", w.Reeksen.Van, "%s %s"},
		{"reeksen.betaling", w.Reeksen.Betaling, "%s %s"},
		{"reeksen.partner", w.Reeksen.Partner, "%s"},
		{"reeksen.zoeken.halvering", w.Reeksen.Zoeken.Halvering, "%d"},
		{"reeksen.zoeken.dichtbij", w.Reeksen.Zoeken.Dichtbij, "%d"},
		{"reeksen.grafiek.titel", w.Reeksen.Grafiek.Titel, "%s"},
		{"reeksen.grafiek.alternatief", w.Reeksen.Grafiek.Alternatief, "%s %s"},
		{"reeksen.grafiek.lijn", w.Reeksen.Grafiek.Lijn, "%s %s %s %s"},
		{"reeksen.grafiek.punt", w.Reeksen.Grafiek.Punt, "%s %s"},
		{"normen.vanaf", w.Normen.Vanaf, "%s"},
		{"normen.tabel", w.Normen.Tabel, "%s %s %s %s"},
	} {
		if got := verbs(c.text); got != c.verbs {
			errs = append(errs, fmt.Errorf("%s: de tekst moet achtereenvolgens %s bevatten", c.key, c.verbs))
		}
	}
	return errs
}

func verbs(text string) string {
	var out []string
	for i := 0; i < len(text); i++ {
		if text[i] == '%' {
			out = append(out, text[i:min(i+2, len(text))])
			i++
		}
	}
	return strings.Join(out, " ")
}

// maxLiteral is how long a text inside a formula may be, and a message that
// goes with a validation.
const maxLiteral = 255

func (w *Werkmap) lengths() []error {
	var errs []error
	check := func(key, text string, limit int) {
		if n := len(utf16.Encode([]rune(text))); n > limit {
			errs = append(errs, fmt.Errorf("%s: %d tekens; er passen er %d", key, n, limit))
		}
	}
	check("melding.gelijk", w.Melding.Gelijk, maxLiteral)
	check("melding.een", w.Melding.Een, maxLiteral)
	check("melding.meer", w.Melding.Meer, maxLiteral)
	// Together they make one number format; each is as long as fits on a page.
	check("melding.bedragen_gelijk", w.Melding.BedragenGelijk, 75)
	check("melding.bedragen_een", w.Melding.BedragenEen, 75)
	check("melding.bedragen_meer", w.Melding.BedragenMeer, 75)
	check("samenvatting.anders", w.Samenvatting.Anders, 20)
	check("samenvatting.nieuw.geen", w.Samenvatting.Nieuw.Geen, 75)
	check("samenvatting.nieuw.een", w.Samenvatting.Nieuw.Een, 75)
	check("samenvatting.nieuw.meer", w.Samenvatting.Nieuw.Meer, 75)
	check("berekening.kolommen.ingevuld", w.Berekening.Kolommen.Ingevuld, maxLiteral)
	check("berekening.verouderd", w.Berekening.Verouderd, maxLiteral)
	check("berekening.streep", w.Berekening.Streep, 31)
	check("berekening.niet_van_toepassing", w.Berekening.NietVanToepassing, maxLiteral)
	check("invoer.fouttitel", w.Invoer.Fouttitel, 32)
	check("invoer.vraagtitel", w.Invoer.Vraagtitel, 32)
	for unit, text := range w.Invoer.Vragen {
		check("invoer.vragen."+unit, text, maxLiteral)
	}
	for unit, text := range w.Invoer.Fouten {
		check("invoer.fouten."+unit, text, 225)
	}
	return errs
}
