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
	Versie int
	Kop    Kop
	Ouders []Ouder // always two
	// Stiefouders owe maintenance beside the parents (art. 1:395 BW) in each
	// period in which Periode.Situaties has them.
	Stiefouders []Stiefouder
	Kinderen    []Kind // at least one, unless Partneralimentatie is set
	Behoefte    Behoefte
	// Partneralimentatie is what is asked for one of both; nil when nothing is.
	Partneralimentatie *Partneralimentatie
	Perioden           []Periode // at least one, by rising Vanaf
	Methode            string    // MethodeAlimentatienormen or MethodeWetsvoorstel
	Keuzes             Keuzes
	Herkomst           Herkomst
	Anoniem            bool // see Anonimiseer
}

// Herkomst tells what the case was read from.
type Herkomst struct {
	Bestand string // base name of the file, or "-" for standard input
	SHA256  string // hex, over the bytes of the file as given
	// Canoniek is the case file in its canonical form (docs/bewijs.md), and
	// CanoniekSHA256 its hash, hex.
	Canoniek, CanoniekSHA256 string
	// Commentaar: the file holds comments (#) of who wrote it, which are not in Canoniek.
	Commentaar bool
}

// Kop is what stands at the top of the documents (key `zaak`).
type Kop struct {
	Zaaknummer string
	Gerecht    string
	Stuk       string // StukProductie, StukBijlageBeschikking or StukEigenGebruik
	// Voor is the reader that the file names: LezerAdvocaat, LezerGriffie or
	// LezerOuder; empty when it names none (see Lezer).
	Voor    string
	Kenmerk string // "Productie 7"
	// Namens is the id of the Ouder on whose behalf the document is submitted; may
	// be empty.
	Namens    string
	Datum     time.Time
	Opsteller Opsteller
	// Voorlopig: the amounts are asked or given as a voorlopige voorziening (art.
	// 822 Rv).
	Voorlopig bool
}

// The kinds of document a case file can ask for (key `zaak.stuk`).
const (
	StukProductie          = "productie"
	StukBijlageBeschikking = "bijlage-beschikking"
	StukEigenGebruik       = "eigen-gebruik"
)

// The readers a bijlage can be made for (key `zaak.voor`).
const (
	LezerAdvocaat = "advocaat"
	LezerGriffie  = "griffie"
	LezerOuder    = "ouder"
)

// Lezers gives the readers a bijlage can be made for.
func Lezers() []string { return []string{LezerAdvocaat, LezerGriffie, LezerOuder} }

// Lezer gives the reader of the bijlage: the one that the case file names, and
// else the one that its kind of document is for.
func (k Kop) Lezer() string {
	switch {
	case k.Voor != "":
		return k.Voor
	case k.Stuk == StukProductie:
		return LezerAdvocaat
	case k.Stuk == StukBijlageBeschikking:
		return LezerGriffie
	}
	return LezerOuder
}

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
	Anoniem    bool       // the documents tell the age, and no day of birth
}

// Stiefouder is the spouse or registered partner of one of the parents.
type Stiefouder struct {
	Ouder
	EchtgenootVan string // id of an Ouder
}

// Kind is one child.
type Kind struct {
	ID      string
	Naam    string // as the documents call this child; never empty
	Geboren time.Time
	Anoniem bool // as that of Ouder
	// BijzondereKosten are costs so exceptional that the table does not hold
	// them (Rapport 3.2.6).
	BijzondereKosten []BijzondereKost
	// EerdereBijdrage is the contribution that is to be modified; nil when there
	// is none.
	EerdereBijdrage *EerdereBijdrage
}

// Leeftijdsgroep is the age of a child as far as the law makes a difference.
type Leeftijdsgroep int

const (
	Minderjarig      Leeftijdsgroep = iota // under 18
	Jongmeerderjarig                       // 18, 19 or 20
	Vanaf21                                // 21 and older
)

// Groep gives the age group of a child on a day.
func (k Kind) Groep(op time.Time) Leeftijdsgroep {
	switch {
	case op.Before(k.Verjaardag(18)):
		return Minderjarig
	case op.Before(k.Verjaardag(21)):
		return Jongmeerderjarig
	}
	return Vanaf21
}

// Verjaardag gives the day on which a child becomes leeftijd years old.
func (k Kind) Verjaardag(leeftijd int) time.Time { return k.Geboren.AddDate(leeftijd, 0, 0) }

// KindSituatie is what holds for a child in one period: what the period itself
// says of it, and else what stands with the child.
type KindSituatie struct {
	Hoofdverblijf string // id of an Ouder; may be empty for a child of 18 or older
	Zorg          *Zorg  // care by the other parent; nil when nothing is stated
	// Volwassen says what a child of 18 or older needs and has; nil when it is
	// younger, or when Behoefte is stated.
	Volwassen *Volwassen
	Behoefte  *Vastgesteld // a stated need of this child alone; nil when it is calculated
	// Behoeftig is why a child of 21 or older has a claim (Rapport 3.2.11); nil
	// when nothing is stated, and then it has none.
	Behoeftig *Reden

	// Only under Wetsvoorstel 34 154; nil when nothing is stated.
	KindgebondenKosten *KindgebondenKosten
	Overeengekomen     *Overeengekomen
}

// Reden is a circumstance that a party states, and on what.
type Reden struct {
	Tekst string
	Bron  string // may be empty
}

// The kinds of education (Volwassen.Opleiding) and the norms of the Wsf 2000
// (Volwassen.Norm).
const (
	OpleidingMBO   = "mbo"
	OpleidingHBOWO = "hbo-wo"
	OpleidingGeen  = "geen"                 // does not study; only Opleiding
	OpleidingVO    = "voortgezet-onderwijs" // still at school; only Opleiding, and only Wetsvoorstel 34 154
)

// Volwassen is what a child of 18 or older needs and has (Rapport 3.2.10), EUR
// per month.
type Volwassen struct {
	Opleiding string
	// Norm is whose normbedrag holds: that of the education, or for who does
	// not study the one that the case file names.
	Norm           string
	Zelfstandig    bool        // does not live with a parent
	Lesgeld        *Bedrag     // lesgeld or collegegeld other than the published one
	Leermiddelen   *Bedrag     // books and materials inside the normbedrag; only with OpleidingGeen
	ExtraKosten    []ExtraKost // a higher budget for one thing
	Basisbeurs     *Bedrag
	Aanvullend     *Bedrag // aanvullende beurs
	Tegemoetkoming *Bedrag // another gift, such as of a fund
	Inkomen        *Bedrag // own structural income
	Zorgtoeslag    *Bedrag
	Lening         *Bedrag   // rentedragende lening and collegegeldkrediet
	GeenWoonlast   *MetReden // deduction because the child lives at home without housing costs
}

// ExtraKost is a further cost of a child of 18 or older.
type ExtraKost struct {
	Omschrijving string
	Bedrag       Bedrag
}

// EerdereBijdrage is a contribution for one child that court or agreement has
// fixed before, EUR per month.
type EerdereBijdrage struct {
	Bedrag        Bedrag
	VastgesteldOp time.Time
	// Betaler is the id of the Ouder who pays it; empty: compared with what both
	// pay for the child.
	Betaler string
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
// residence. Under the Rapport exactly one of DagenPerWeek and Percentage is set.
type Zorg struct {
	Ouder        string  // id of the parent who cares
	DagenPerWeek *Bedrag // average days per week, holidays included: 0 to 7
	Percentage   *Bedrag // another zorgkorting percentage, 0 to 100; only with Reden
	// Nachten is how many nights a year the child stays with this parent, 0 to 182,
	// as court or agreement has it; only Wetsvoorstel 34 154 looks at it. Nil when
	// not stated. It may stand beside the other two or, under that method, alone.
	Nachten *Bedrag
	Reden   string
	// VerzoekVerschil: this parent asks that the other one pays what the care
	// costs above the own draagkracht (Rapport 4.3.5).
	VerzoekVerschil bool
}

// Behoefte says how the eigen aandeel is found. Under the Rapport exactly one of
// the first three is set; under Wetsvoorstel 34 154 one of the first two, or an
// income in Wetsvoorstel.
type Behoefte struct {
	Gezinsinkomen     *Gezinsinkomen
	NooitSamengewoond *NooitSamengewoond
	Vastgesteld       *Vastgesteld
	Wetsvoorstel      *WetsvoorstelBehoefte // nil when not stated
}

// Gezinsinkomen is the income of the last period as a family (Rapport 3.2.3).
type Gezinsinkomen struct {
	Peildatum          time.Time
	Ouders             map[string]Inkomen // both parents; without kindgebonden budget of their own
	KindgebondenBudget *Bedrag            // of the family; nil when not stated
	Stijging           *Stijging
}

// Stijging is a later income of one parent that may be higher than the former
// family income (Rapport 3.2.8).
type Stijging struct {
	Inkomen
	Ouder     string // id of the parent
	Peildatum time.Time
}

// NooitSamengewoond is the income of each parent who never lived together with
// the child as a family (Rapport 3.2.5); kindgebonden budget may be fictive.
type NooitSamengewoond struct {
	Peildatum time.Time
	Ouders    map[string]Inkomen // both parents
	Stijging  *StijgingApart
}

// StijgingApart is a later rise of the income of one of the parents who never
// lived together (Rapport 3.2.9).
type StijgingApart struct {
	Ouder     string // id of the parent whose income rose
	Peildatum time.Time
	// GenotenKGB is the kindgebonden budget that was in fact received when the
	// eigen aandeel was first found; part of the threshold.
	GenotenKGB *Bedrag
	// OntvangtKGB: the parent whose income rose in fact receives the
	// kindgebonden budget that Ouders states; else it is fictive and does not
	// count against the threshold.
	OntvangtKGB bool
	Ouders      map[string]Inkomen // the present incomes of both parents
}

// Vastgesteld is an eigen aandeel stated by court or agreement, for all
// children together or for the child it stands with, EUR per month, with the
// year of its price level.
type Vastgesteld struct {
	Bedrag Bedrag
	Jaar   int
	Reden  string
}

// Periode is one period of the calculation; it runs until the next one starts.
type Periode struct {
	Vanaf     time.Time
	Situaties map[string]Situatie // both parents, and the stepparents who owe maintenance
	Kinderen  []KindSituatie      // as Zaak.Kinderen
}

// Situatie is what a parent or stepparent has in one period.
type Situatie struct {
	Inkomen
	Lasten   []Last
	Bijstand bool // receives a benefit under the Participatiewet
	// BijstandOpgegeven: the case file says so or not; if not, it follows from a
	// benefit of that kind in the Opbouw, and else no is assumed.
	BijstandOpgegeven bool
	AOW               *bool // stated: has reached AOW age; nil: follows from Geboren

	// Special circumstances; nil when they do not occur. Reading refuses those
	// that exclude each other, such as Schuldsanering and Draagkracht.
	Verdiencapaciteit *MetReden         // further income that can reasonably be earned
	Woonlast          *Woonlast         // housing costs that differ from the woonbudget
	VoormaligeWoning  *VoormaligeWoning // the former family home
	Schuldsanering    *Schuldsanering
	Draagkracht       *MetReden // a stated draagkracht, instead of a calculated one
	Inkomensverlies   *Inkomensverlies
	LangdurigeZorg    *LangdurigeZorg
	Toets             *Aanvaardbaarheidstoets
	// AndereKinderen are the children outside this case for whom this parent
	// also owes maintenance, by family.
	AndereKinderen []AnderGezin

	// Only with Partneralimentatie; nil when they do not occur.
	AandeelKinderen     *MetReden // a stated share in the costs of the children, instead of a calculated one
	Partnerdraagkracht  *MetReden // of who pays: a stated net draagkracht for partneralimentatie
	GeenFiscaalVoordeel *Reden    // of who pays: why the payment is not deductible in fact
	Behoefteverlaging   *MetReden // of who receives: what a new relationship takes off the need (Rapport 3.3.3)

	Wetsvoorstel *WetsvoorstelSituatie // nil when not stated
}

// Inkomensverlies is a loss of income of who owes maintenance (Rapport 4.7): the
// income before it and the answers to the questions of that paragraph. The
// income now is Situatie.NBI.
type Inkomensverlies struct {
	OudNBI          Bedrag
	ZelfVeroorzaakt bool
	Herstelbaar     bool // the old income can reasonably be earned again
	TeVergen        bool // and that can be demanded
	Onthouden       bool // should have refrained from what led to the loss
	Reden           string
	Bijstandsnorm   *Bedrag // nil: the published one
}

// LangdurigeZorg is the situation of who is nursed in an institution for
// long-term care (Rapport 4.10), EUR per month.
type LangdurigeZorg struct {
	EigenBijdrage       Bedrag
	NoodzakelijkeLasten Bedrag
	Reden               string
}

// Aanvaardbaarheidstoets holds what the test of Rapport 4.6.3 and 5.4 needs
// besides income and charges, EUR per month. Of the norms nil means: as
// published.
type Aanvaardbaarheidstoets struct {
	Reden             string
	Woonlast          Bedrag
	Huurtoeslag       *Bedrag
	Zorgpremie        Bedrag
	Zorgtoeslag       *Bedrag
	OverigeZorgkosten *Bedrag

	Bijstandsnorm, Wooncomponent, Normpremie *Bedrag
}

// AnderGezin are children outside this case for whom someone owes maintenance,
// with one and the same other person or persons.
type AnderGezin struct {
	Omschrijving      string // "Sam en Lot"
	Aantal            int    // how many children
	Stiefkinderen     bool
	Behoefte          Bedrag // the eigen aandeel for them together, EUR per month
	AndereDraagkracht Bedrag // the draagkracht of the others who owe maintenance for them, EUR per month
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
	// Of a charge that is only partly avoidable or blameworthy, the part that
	// is; nil: all of it.
	VermijdbaarDeel, VerwijtbaarDeel *Bedrag
}

// Keuzes are the options where practice is divided (key `keuzes`); see
// docs/keuzes.md. The zero value of each is never seen outside this package:
// reading fills in the default.
type Keuzes struct {
	// LageInkomens: KeuzeTabelbedrag (default) or KeuzeFormule.
	LageInkomens string
	// Samenloop: KeuzeGelijk (default), KeuzeBehoefte or KeuzeAandeel.
	Samenloop string
	// Zorgtoeslag: KeuzeNietAftrekken (default) or KeuzeAftrekken.
	Zorgtoeslag string
	// ZorgkortingVerschil: KeuzeDraagkracht (default) or KeuzeAandeel.
	ZorgkortingVerschil string
	// Belastingafronding: KeuzeHeleEuros (default) or KeuzeCenten.
	Belastingafronding string
	// VergelijkingKGB: KeuzeVerrekenen (default), KeuzeAlsInkomen or
	// KeuzeBuitenBeschouwing.
	VergelijkingKGB string
	// PartnerdraagkrachtKGB: KeuzeAandeel (default) or KeuzeNaKGB.
	PartnerdraagkrachtKGB string
	// Aandeelafronding: KeuzeHeleProcenten (default) or KeuzeExact.
	Aandeelafronding string
	// Inkomenstreden: KeuzeGepubliceerd (default) or KeuzeGeindexeerd.
	Inkomenstreden string
}

// The values of Keuzes.Aandeelafronding: whether the part of a parent in the
// remaining need is rounded to whole percents (Wetsvoorstel 34 154, art. 8 AMvB).
const (
	KeuzeHeleProcenten = "hele-procenten" // as in the examples of the MvT
	KeuzeExact         = "exact"
)

// The values of Keuzes.Inkomenstreden: the incomes of the table of draagkracht of
// Wetsvoorstel 34 154.
const (
	KeuzeGepubliceerd = "zoals-gepubliceerd" // as the concept-AMvB has them
	KeuzeGeindexeerd  = "geindexeerd"        // raised each 1 January since (art. 15 AMvB)
)

// The values of Keuzes.VergelijkingKGB: what kindgebonden budget does in the
// inkomensvergelijking.
const (
	KeuzeVerrekenen        = "verrekenen"         // it lowers the costs of the children, not below nil (Rapport 4.5)
	KeuzeAlsInkomen        = "als-inkomen"        // it is income to spend
	KeuzeBuitenBeschouwing = "buiten-beschouwing" // it does not count
)

// KeuzeNaKGB, as Keuzes.PartnerdraagkrachtKGB: kindgebonden budget of who pays
// lowers the share in the costs of the children first; with KeuzeAandeel the
// whole share goes off the draagkracht.
const KeuzeNaKGB = "aandeel-na-kgb"

// The values of Keuzes.Belastingafronding: how tax and credits per year are
// rounded.
const (
	KeuzeHeleEuros = "hele-euros" // as an assessment: tax down, each credit up
	KeuzeCenten    = "centen"
)

// The values of Keuzes.LageInkomens.
const (
	KeuzeTabelbedrag = "tabelbedrag" // below the formula row: the amount of the row of the draagkrachttabel
	KeuzeFormule     = "formule"     // below the formula row: the row's percentage and norm applied to the income itself
)

// The values of Keuzes.Samenloop: how draagkracht that falls short is divided
// over children of several families. KeuzeAandeel is also a value of
// Keuzes.ZorgkortingVerschil.
const (
	KeuzeGelijk   = "gelijk"   // equally over all children (Rapport 4.3.4)
	KeuzeBehoefte = "behoefte" // by their needs
	KeuzeAandeel  = "aandeel"  // by the shares found with undivided draagkracht
)

// The values of Keuzes.Zorgtoeslag: whether zorgtoeslag lowers the need of a
// child of 18 or older.
const (
	KeuzeNietAftrekken = "niet-aftrekken"
	KeuzeAftrekken     = "aftrekken"
)

// KeuzeDraagkracht, as Keuzes.ZorgkortingVerschil: the other parent pays what
// zorgkorting is above the draagkracht; with KeuzeAandeel, above the share.
const KeuzeDraagkracht = "draagkracht"

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
