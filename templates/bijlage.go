// Package templates holds what the documents say: the Dutch texts, apart from
// the figures. A text may hold fields between {{ and }}; which fields there are
// stands with the text below.
package templates

import (
	_ "embed"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"text/template"

	"go.yaml.in/yaml/v4"
)

// Bijlage holds the texts of the PDF bijlage.
type Bijlage struct {
	// GeenGeldendRecht, by method: what stands on every page of a calculation that
	// does not follow the law as it is.
	GeenGeldendRecht map[string]string `yaml:"geen_geldend_recht"`
	// Titels and Onderwerpen, by kind of maintenance; of several, their names with a
	// plus between them. These and the other texts by kind of maintenance may also
	// stand under a method: that goes before the kind.
	Titels      map[string]string `yaml:"titels"`
	Onderwerpen map[string]string `yaml:"onderwerpen"`
	Voorlopig   string            `yaml:"voorlopig"` // behind the title of a voorlopige voorziening
	Soorten     map[string]string `yaml:"soorten"`   // as headings name each kind
	Stukken     map[string]string `yaml:"stukken"`
	// Ondertitel stands under the title and on every page: Stuk ("Productie 7") and
	// Namens ("de moeder"; may be empty).
	Ondertitel  Tekst             `yaml:"ondertitel"`
	Voettekst   string            `yaml:"voettekst"`
	Afkortingen map[string]string `yaml:"afkortingen"`
	Koppen      struct {
		Gegevens, Uitkomst, Kerncijfers, Waarschuwingen, Uitgangspunten string
		Keuzes, Berekening, Uitleg, Normen, Verantwoording              string
		Inhoudsopgave                                                   string
		AllePerioden                                                    string `yaml:"alle_perioden"`
	} `yaml:"koppen"`
	Gegevens struct {
		Zaaknummer, Gerecht, Kenmerk, Partijen, Namens, Opsteller, Datum, Methode string
	} `yaml:"gegevens"`
	Methoden map[string]string `yaml:"methoden"`
	// Anoniem says of a document without names what was done; under the facts of the
	// case.
	Anoniem  string `yaml:"anoniem"`
	Uitkomst struct {
		// Wanneer (with a capital) and WanneerKlein, both empty under a heading
		// that says when; Betaler, Ontvanger, Bedrag, Kind, Kinderen (of a total)
		// and Vanaf21 (the child is 21 or older). Nr is the line in the bijlage, in
		// the plain text only.
		PerKind      Tekst `yaml:"per_kind"`
		Nihil        Tekst // instead of PerKind, for an amount of nil
		AanKind      Tekst `yaml:"aan_kind"` // instead of PerKind, for a child that receives it itself
		AanKindNihil Tekst `yaml:"aan_kind_nihil"`
		Totaal       Tekst
		Saldo        Tekst // when both pay the other for a child
		// Of partneralimentatie, as PerKind, with Netto (it is a net amount).
		Partner      Tekst
		PartnerNihil Tekst `yaml:"partner_nihil"`
		PartnerNetto Tekst `yaml:"partner_netto"` // behind it: Betaler, Ontvanger, Kosten, Over
		VoorPartner  Tekst `yaml:"voor_partner"`  // in the table: Ontvanger, Netto
		// Of further costs of study, which a child receives itself, as AanKind.
		Studie      Tekst
		StudieNihil Tekst `yaml:"studie_nihil"`
		VoorStudie  Tekst `yaml:"voor_studie"` // in the table: Kind
		// Blijft says of an amount that does not take effect what does: Betaler,
		// Ontvanger, Kind, Zelf (the child receives it), Bedrag, Nr.
		Blijft Tekst
		// InCenten are the methods by which every amount is printed in cents, also a
		// whole one.
		InCenten []string `yaml:"in_centen"`
		// Perioden (Wanneer, Bedrag), MetKinderen (those of children stand above it).
		PartnerGeindexeerd Tekst  `yaml:"partner_geindexeerd"`
		BedragNihil        string `yaml:"bedrag_nihil"` // an amount of nil in the table
		Geen               string // a figure that a period does not have
		Vanaf              Tekst  // above the figures of a period: Dag
		Kolommen           []string
		Zelf               Tekst // the receiver in the table: Kind
		Totaalrij          Tekst // Kinderen, Allen (it is for every child of the period)
		// Perioden (Wanneer, Bedragen (Kind, Bedrag, Betaler, MeerBetalers, Zelf)).
		Geindexeerd Tekst
		// Indexering tells what became of one amount: Vastgesteld and
		// VastgesteldOp, Bedrag and Per, and of the first step EersteBedrag,
		// EerstePer and EerstePercentage. The columns are those of the steps.
		Indexering          Tekst
		Indexeringskolommen []string
		ZoalsVastgesteld    string `yaml:"zoals_vastgesteld"` // instead of a sum
	} `yaml:"uitkomst"`
	// Beslissing holds sentences that can be taken over in a dictum. They may mention
	// Wanneer ("vanaf 1 maart 2025"), Betaler, Ontvanger, Kind, Bedrag, Netto (it is a
	// net amount), Voorlopig (it is a voorlopige voorziening) and Vanaf21 (the child
	// is 21 or older).
	Beslissing struct {
		Inleiding    string
		GeenRecht    string   `yaml:"geen_recht"` // instead of it, and of the sentences, by a method that is not the law
		Kolommen     []string // of the table, with the period first
		PerKind      Tekst    `yaml:"per_kind"`
		AanKind      Tekst    `yaml:"aan_kind"` // to a child of 18 or older
		Studie       Tekst    // of further costs of study, to the child
		Partner      Tekst
		Nihil        Tekst // of a contribution for a child, in every case; also Zelf
		PartnerNihil Tekst `yaml:"partner_nihil"`
		StudieNihil  Tekst `yaml:"studie_nihil"`
	} `yaml:"beslissing"`
	// Waarmerk is what the clerk signs: Datum, Zaaknummer and Gerecht, the last two may
	// be empty.
	Waarmerk struct {
		Tekst  Tekst
		Velden []string // filled in by hand
	} `yaml:"waarmerk"`
	// Tekst is the calculation as plain text, to be pasted elsewhere.
	Tekst struct {
		Inleiding    string
		Uitgangspunt Tekst // Omschrijving, Waarde, Bewijs, Toelichting
		Keuze        Tekst // Onderwerp, Keuze, Grond
		// Openingen begin a section, by its kind: Onderwerp.
		Openingen map[string]Tekst
		Regel     Tekst // Label, Bedrag, Los (it needs a colon), Nr, Ingevuld, Bron, Bewijs
		// Gegeven, Berekend and Uitkomst make a sentence of lines that were entered or
		// taken over, of those that were worked out, and of those that a section is
		// for: Regels, Eerste (the section begins with them).
		Gegeven, Berekend, Uitkomst Tekst
		Raster                      Tekst // instead of a grid of lines: Titel, Nr (of the first)
		Slot                        string
	} `yaml:"tekst"`
	// Woorden explains terms of art; those that occur in the document are told.
	Woorden struct {
		Inleiding string
		Kolommen  []string
		Lijst     []Woord
	} `yaml:"woorden"`
	Uitgangspunten struct {
		Inleiding  string
		Kolommen   []string
		Aanname    string
		GeenBewijs string `yaml:"geen_bewijs"`
	} `yaml:"uitgangspunten"`
	Keuzes struct {
		Inleiding string
		Kolommen  []string
		Geen      map[string]string // by method
		// Vast, by kind of outcome: interpretations that always hold.
		Vast map[string]string
	} `yaml:"keuzes"`
	Berekening struct {
		Inleiding     string
		Afronding     map[string]string // by kind of maintenance
		ApartKinderen string            `yaml:"apart_kinderen"` // where only partneralimentatie is told
		Boven         map[string]string // above a section, by its kind
		// BovenMethode is the same for one method only, and goes before it.
		BovenMethode      map[string]map[string]string `yaml:"boven_methode"`
		RasterNummers     Tekst                        `yaml:"raster_nummers"`    // of the lines of a row: Van, Tot
		RasterUitgewerkt  Tekst                        `yaml:"raster_uitgewerkt"` // below a grid: Rij
		RasterIngevuld    string                       `yaml:"raster_ingevuld"`   // above the formulas of a grid of one column
		Kolommen          []string
		NietVanToepassing Tekst `yaml:"niet_van_toepassing"` // Waarom
		Weggelaten        Tekst // of an income: Aantal, Meer (more than one)
		Bewijs            string
		PerJaar           string `yaml:"per_jaar"` // above an income
		Overzicht         string // above the short account of an income
		Regel             Tekst  // where in the section: Nr
	} `yaml:"berekening"`
	// Uitleg, by kind of outcome. Of an indexation: as Uitkomst.Indexering. Of
	// kinderalimentatie, per period: see Uitleg. What is told once may mention
	// Zorgkorting, Tekort and AllesNihil, of all periods together.
	Uitleg       map[string][]Uitleg `yaml:"uitleg"`
	UitlegGelijk string              `yaml:"uitleg_gelijk"` // instead of an answer that is that of the period before
	// Verloop tells which facts made the difference between two periods.
	Verloop struct {
		Kop          Tekst // Wanneer: the later period
		Inleiding    string
		Wat          string // above the facts
		Begin        Tekst  // before the first change: Wanneer, the earlier period
		Wijziging    Tekst  // a fact: Van, Naar
		Meer, Minder string // before a difference
	} `yaml:"verloop"`
	WatAls WatAls `yaml:"watals"`
	Figuur struct {
		Bijschrift  string
		Alternatief Tekst // Kind, Geheel, Delen (Naam, Bedrag)
	} `yaml:"figuur"`
	Normen struct {
		Inleiding string
		Kolommen  []string
		Ster      string // behind a figure with one source
	} `yaml:"normen"`
	Verantwoording struct {
		Inleiding, Versie, Zaakbestand, Hash, Normbestand string
		Kolommen                                          []string
		NietMeegenomen                                    string   `yaml:"niet_meegenomen"`
		NietKolommen                                      []string `yaml:"niet_kolommen"`
		Afronding                                         string
		// Controle says how the document is verified. Controlegetal and Bijgevoegd name
		// rows of the table; Kop, Hoe and Grens stand beside the code, for a document
		// that carries its case file, and HoeZonderBijlagen for one that does not.
		Controle struct {
			Controlegetal, Bijgevoegd, Alternatief, Kop, Hoe, Grens string
			HoeZonderBijlagen                                       string `yaml:"hoe_zonder_bijlagen"`
		}
	} `yaml:"verantwoording"`

	// Hoofdstukken are the chapters for the reader the texts are for.
	Hoofdstukken []Hoofdstuk `yaml:"-"`
}

// Heeft tells whether a chapter holds a part.
func (b *Bijlage) Heeft(deel string) bool {
	return slices.ContainsFunc(b.Hoofdstukken, func(h Hoofdstuk) bool { return slices.Contains(h.Delen, deel) })
}

// Uitleg is one question with its answer in plain language; without an answer
// it is left out. Each line of the answer is a paragraph.
//
// What it may mention of kinderalimentatie; a text or list is empty, and a yes or
// no is no, where something does not occur:
//   - Kinderen, MeerKinderen (more than one), Eerste (the first period),
//     AllesNihil, Zorgkorting, Tekort (any child has it)
//   - the costs: TabelKinderen, AlleenTabel, Vastgesteld with Reden,
//     Gezinsinkomen, Grondbedrag, Geindexeerd, Gestegen with Opnieuw, PerKind,
//     BijzondereKosten (Kind, Bedrag), EigenAandeel; Gesteld (Kind, Bedrag, Nu,
//     Reden); Volwassenen (Kind, Leeftijd, Budget,
//     Eigen, Rest, Niets, Studeert)
//   - Inkomens that were worked out (Naam, Aanhef, Bruto, Belasting, GeenBelasting,
//     Zvw, Correcties, Erbij, Geen, Verlies, Vakantiegeld, Pensioenpremie, Winst,
//     Combinatiekorting, Jaar, Maand, KGB), per year but the last two
//   - Ouders, with stepparents (Naam, Aanhef, Draagkracht, Minimum, Nihil,
//     OudInkomen, MetWoonbudget (what it was without lower housing costs))
//   - Groepen of children (Kinderen, Tekort, Dragers (Naam, Aandeel,
//     Laatste), Alleen (who
//     bears all costs), Stiefouder)
//   - Sommen (Kinderen, Ieder, Betaler, Aandeel, GeenAandeel, Zorgkorting, GeenZorgkorting,
//     HelftTekort, Meetelt, Onafgerond, GeenRest, Bedrag, Nihil, Rond, Zelf,
//     Verschil, Verlaagd); ZelfKinderen, MeerZelfKinderen,
//     Thuis (Kind, Ouder)
//   - Stiefouders (Naam, Aanhef, Kinderen); Samenlopen (Naam, Aanhef, Samen,
//     Draagkracht, Tekort, Verdeeld, Deel, Kinderen); Vanaf21 (Kinderen, Meer,
//     Resten (Naam, Bedrag)); Verschillen (Kind, Vrager, VragerAanhef, Betaler,
//     Zorgkorting, Bedrag, MoetDragen, Toegewezen); Toetsen (Naam, Aanhef, Toets, Inkomen,
//     Hoogste, Niets, Voor, Na, Nihil, Verlaagd); Wijzigingen (Kind, Eerder,
//     Geindexeerd, Nieuw, Nihil, Betaler, Samen (of several))
//
// Of partneralimentatie, besides Eerste, Inkomens and AllesNihil:
//   - Plichtige and Gerechtigde, with a capital PlichtigeAanhef and
//     GerechtigdeAanhef; MetKinderen (it is about children as well); Bruto (the
//     amount is gross); Bedrag, Nihil
//   - the need: NBGI, EigenAandeel, Behoefte, Vastgesteld, Lijst, Reden, Geindexeerd,
//     Verlaagd (what it was lowered to) with VerlaagdReden, EigenInkomen,
//     KanVerdienen (part of it), GeenInkomen, AandeelGerechtigde and
//     KostenGerechtigde (after kindgebonden budget), Resteert
//   - what can be paid: Lasten (Wat, Bedrag), Zestig (60%), AandeelPlichtige,
//     Ondergrens (what it was before what has to remain), KanNetto
//   - gross and net: KanBruto, NodigBruto, NettoKosten, NettoOver,
//     TeBestedenPlichtige, TeBestedenGerechtigde
//   - Vergeleken, Vergelijking; Grens ("draagkracht", "behoefte" or "vergelijking")
//
// Under the method wetsvoorstel-34154, besides Kinderen, MeerKinderen, Eerste,
// Inkomens and Laatste (the last period):
//   - the costs: Hoe the income of then was found ("samen", "minimum", "gemiddeld",
//     "opgegeven" or "geen inzicht"), InkomenToen, Met (what of kinderbijslag and
//     kindgebonden budget is in it), Behoefte, Minimum, Tabelbedrag and Eerder (an
//     earlier need), EerderHoger
//   - Ouders (Naam, Aanhef, GeenInzicht, Inkomen, Met, Minimuminkomen, Verwijtbaar (what
//     it is now), Van and Tot (the step), Laagste, Tabel, Draagkracht, Vastgesteld with
//     Reden, Eerdere (Voor, Bedrag), Rest, GeenRest, Aandeel, Draagt, Kind);
//     GeenInzicht (of how many), Geindexeerd
//   - Samen, TeDragen, Genoeg, OpMinimum, Bijdrage (what each bears whatever the income),
//     Resterend, NietsOver
//   - PerKind (Kind, Zelf, Uitwonend with Delen (Ouder, Deel, Bedrag, Anders); Behoefte,
//     Thuis and Ander, Kindgebonden, KindgebondenThuis, KindgebondenAnder, AllesThuis,
//     AllesAnder, Verblijf, VerblijfThuis, VerblijfAnder, Nachten, Percentage,
//     GeenVerblijf, Deel, AlZelf, NietsZelf, Gelijk, Berekend, Van, VanAanhef, Aan, Bedrag,
//     Nihil, Toets (what the hardship clause makes of it), Afgesproken, TenMinste, TeLaag,
//     AndersDoorAfspraak)
//   - Studenten (Kinderen, Meer, Kosten (Kind, Bedrag), Dragers (Naam, Over, Draagt),
//     Inzicht, Samen, Genoeg, Niets); Toetsen (Naam, Aanhef, Reden, Lasten (Wat, Bedrag),
//     Inkomen, Ondergrens, Ruimte, GeenRuimte, Voor, Na, Nihil, Verlaagd, OpMinimum);
//     Gronden (Redenen (Soort, Wie, WieAanhef), Anders)
type Uitleg struct {
	Kop, Tekst Tekst
	Eenmaal    bool `eis:"mag"` // told once for all periods
	Vooraf     bool `eis:"mag"` // told once, before the periods, with what may be mentioned of the first
}

//go:embed bijlage.yaml
var bijlageYAML []byte

// ParseBijlage reads the texts of the bijlage. An unknown key, a missing text and a
// field that does not exist are errors.
func ParseBijlage(data []byte) (*Bijlage, error) {
	s, problemen := maak(bron{bestandBijlage: data}, nil)
	if len(problemen) > 0 {
		return nil, problemen
	}
	return s.Lezer(Advocaat), nil
}

// Tekst is a text with fields.
type Tekst struct{ t *template.Template }

// UnmarshalYAML reads the text and checks its fields' notation.
func (t *Tekst) UnmarshalYAML(n *yaml.Node) error {
	parsed, err := template.New("tekst").Option("missingkey=error").Parse(n.Value)
	if err != nil {
		return fmt.Errorf("regel %d: %w", n.Line, err)
	}
	t.t = parsed
	return nil
}

// geenVeld is what the template library says of a field that does not exist.
var geenVeld = regexp.MustCompile(`map has no entry for key "([^"]*)"`)

// Vul fills the fields in. The error, in Dutch, names a field that does not exist at
// that place of the text, or the text that asks something of a field that it cannot.
func (t Tekst) Vul(velden map[string]any) (string, error) {
	var b strings.Builder
	if err := t.t.Execute(&b, velden); err != nil {
		if m := geenVeld.FindStringSubmatch(err.Error()); m != nil {
			return "", fmt.Errorf("het veld %s bestaat op deze plaats niet, in de tekst %q", m[1], t.t.Root)
		}
		return "", fmt.Errorf("wat tussen {{ en }} staat, kan met deze velden niet, in de tekst %q", t.t.Root)
	}
	return afgekort.ReplaceAllString(strings.TrimSpace(b.String()), "$1$2"), nil
}

// afgekort is an initial at the end of a sentence ("voor Z. en N."): its full stop is
// also that of the sentence.
var afgekort = regexp.MustCompile(`((?:^|[\s\x{a0}(])\p{Lu}\.)\.(\s|$)`)
