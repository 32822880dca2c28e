// Package zaak holds the case file (zaakbestand): its types, reading it with
// positions, and every check on it. It knows no law and does not calculate.
package zaak

import (
	"time"

	"github.com/shopspring/decimal"
)

// Versie is the version of the case file format this package reads.
const Versie = 1

// Zaak is one case as the case file states it, checked and complete.
type Zaak struct {
	Versie   int
	Kop      Kop
	Ouders   []Ouder // always two
	Kinderen []Kind  // at least one
	Behoefte Behoefte
	Perioden []Periode // at least one, by rising Vanaf
	Methode  string    // "alimentatienormen"
	Keuzes   Keuzes
	Herkomst Herkomst
}

// Herkomst tells which bytes the case came from.
type Herkomst struct {
	Bestand string // base name of the file, or "-" for standard input
	SHA256  string // hex, over the bytes of the file as given
}

// Kop is what stands at the top of the documents (key `zaak`).
type Kop struct {
	Zaaknummer string
	Gerecht    string
	Stuk       string // StukProductie, StukBijlageBeschikking or StukEigenGebruik
	Kenmerk    string // "Productie 7"
	Datum      time.Time
	Opsteller  Opsteller
}

// The kinds of document a case file can ask for (key `zaak.stuk`).
const (
	StukProductie          = "productie"
	StukBijlageBeschikking = "bijlage-beschikking"
	StukEigenGebruik       = "eigen-gebruik"
)

// Opsteller is who made the calculation.
type Opsteller struct {
	Naam         string
	Hoedanigheid string
}

// Ouder is one of the two parents.
type Ouder struct {
	ID         string     // the key by which the rest of the file names this parent
	Aanduiding string     // as the documents call this parent: "de moeder"; never empty
	Naam       string     // may be empty
	Geboren    *time.Time // nil when not stated
}

// Kind is one child.
type Kind struct {
	ID            string
	Naam          string // as the documents call this child; never empty
	Geboren       time.Time
	Hoofdverblijf string // id of an Ouder
	Zorg          *Zorg  // care by the other parent; nil when nothing is stated
	// BijzondereKosten are costs so exceptional that the table does not hold
	// them (Rapport 3.2.6).
	BijzondereKosten []BijzondereKost
}

// BijzondereKost is one exceptional cost of a child.
type BijzondereKost struct {
	Omschrijving  string
	Kosten                // now, after the separation
	VoorScheiding *Kosten // when the parents already made it as a family; nil when it came later
}

// Kosten is a cost less what others contribute to it, EUR per month.
type Kosten struct {
	Bedrag         Bedrag
	Tegemoetkoming *Bedrag // of an employer or the government; nil when there is none
}

// Zorg is the care by the parent where the child does not have its main
// residence. Exactly one of DagenPerWeek and Percentage is set.
type Zorg struct {
	Ouder        string  // id of the parent who cares
	DagenPerWeek *Bedrag // average days per week, holidays included: 0 to 7
	Percentage   *Bedrag // another zorgkorting percentage, 0 to 100; only with Reden
	Reden        string
}

// Behoefte says how the eigen aandeel is found. Exactly one of the three is set.
type Behoefte struct {
	Gezinsinkomen     *Gezinsinkomen
	NooitSamengewoond *NooitSamengewoond
	Vastgesteld       *Vastgesteld
}

// Gezinsinkomen is the income of the last period as a family (Rapport 3.2.3).
type Gezinsinkomen struct {
	Peildatum          time.Time
	NBI                map[string]Bedrag // by parent id, both parents
	KindgebondenBudget *Bedrag           // of the family; nil when not stated
}

// NooitSamengewoond is the income of each parent who never lived together with
// the child as a family (Rapport 3.2.5); kindgebonden budget may be fictive.
type NooitSamengewoond struct {
	Peildatum time.Time
	Ouders    map[string]Inkomen // both parents
}

// Vastgesteld is an eigen aandeel stated by court or agreement, for all
// children together, EUR per month, with the year of its price level.
type Vastgesteld struct {
	Bedrag Bedrag
	Jaar   int
	Reden  string
}

// Inkomen is a net income per month, with kindgebonden budget where it applies.
type Inkomen struct {
	NBI                Bedrag
	KindgebondenBudget *Bedrag
}

// Periode is one period of the calculation; it runs until the next one starts.
type Periode struct {
	Vanaf  time.Time
	Ouders map[string]Situatie // both parents
}

// Situatie is what a parent has in one period.
type Situatie struct {
	Inkomen
	Lasten   []Last
	Bijstand bool // receives a benefit under the Participatiewet
	// BijstandOpgegeven: the case file says so or not; if not, no is assumed.
	BijstandOpgegeven bool
	AOW               *bool // stated: has reached AOW age; nil: follows from Geboren

	// Special circumstances; nil when they do not occur. Of Woonlast and
	// VoormaligeWoning at most one is set, and so with Schuldsanering and
	// Draagkracht.
	Verdiencapaciteit *MetReden         // further income that can reasonably be earned
	Woonlast          *Woonlast         // housing costs that differ from the woonbudget
	VoormaligeWoning  *VoormaligeWoning // the former family home
	Schuldsanering    *Schuldsanering
	Draagkracht       *MetReden // a stated draagkracht, instead of a calculated one
}

// MetReden is an amount that departs from the rule, with the reason why.
type MetReden struct {
	Bedrag Bedrag
	Reden  string
}

// The kinds of actual housing costs (Woonlast.Soort).
const (
	WoonlastLager = "lager" // lasting and considerably lower than the woonbudget (HR 16 April 2021, ECLI:NL:HR:2021:586)
	WoonlastHoger = "hoger" // lasting and considerably higher, not avoidable and not blameworthy
)

// Woonlast is the actual cost of housing (Rapport 4.2.2.4), EUR per month.
type Woonlast struct {
	MetReden
	Soort         string
	NieuwePartner bool // lives with a new partner, who can bear half of it
}

// VoormaligeWoning is the situation in which the other parent stays in the
// former family home (Rapport 4.6.2, 5.3), EUR per month.
type VoormaligeWoning struct {
	EigenWoonlast Bedrag  // the parent's own housing costs; for who stayed: the own share in the home
	Aandeel       *Bedrag // for who left: the share in the costs of the home
}

// Schuldsanering is debt restructuring that leaves no room (Rapport 4.6.4).
type Schuldsanering struct {
	Reden string
}

// Last is another charge (Rapport 4.2.2.5, 4.6.2), EUR per month.
type Last struct {
	Omschrijving string
	Bedrag       Bedrag
	Vermijdbaar  bool
	Verwijtbaar  bool
}

// Keuzes are the options where practice is divided (key `keuzes`); see
// docs/keuzes.md. The zero value of each is never seen outside this package:
// reading fills in the default.
type Keuzes struct {
	// LageInkomens: KeuzeTabelbedrag (default) or KeuzeFormule.
	LageInkomens string
}

// The values of Keuzes.LageInkomens.
const (
	KeuzeTabelbedrag = "tabelbedrag" // below the formula row: the amount of the row of the draagkrachttabel
	KeuzeFormule     = "formule"     // below the formula row: the row's percentage and norm applied to the income itself
)

// Bedrag is a number from the case file with its evidence. Its unit follows
// from where it stands (see docs/zaakbestand.md).
type Bedrag struct {
	Waarde      decimal.Decimal
	Bron        string // the evidence: "productie 3"; may be empty
	Toelichting string // may be empty
	Plek        Plek
}

// Plek is where something stands in the case file.
type Plek struct {
	Regel, Kolom int    // from 1; the column counts characters
	Pad          string // "perioden[0].vader.nbi"
}
