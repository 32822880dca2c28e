// Package norms holds the published figures the calculation rests on, each with
// its unit, its period, its source and how well it is attested.
//
// A figure applies inside its window and nowhere else: a date outside every
// window is an error, never the nearest year.
package norms

import (
	"time"

	"github.com/shopspring/decimal"
)

// Status says how well a figure is attested.
type Status string

const (
	// Bevestigd: two independent sources agree, or the figure was recomputed
	// from a formula whose parameters come from a source.
	Bevestigd Status = "bevestigd"
	// EnkeleBron: one source only, or partly inferred. The figure is used and
	// every document says so.
	EnkeleBron Status = "enkele bron"
)

// Source names where a rule or a figure can be read.
type Source struct {
	Document   string // "Rapport alimentatienormen 2025", "art. 1:402a BW"
	Vindplaats string // "par. 4.3.5", "bijlage 4"; may be empty
	URL        string // may be empty
}

// String gives the source as it is printed: "Rapport alimentatienormen 2025, par. 4.3.5".
func (s Source) String() string {
	if s.Vindplaats == "" {
		return s.Document
	}
	return s.Document + ", " + s.Vindplaats
}

// Value is one published figure. Amount is the figure as published: 70 for
// 70%, 1310 for EUR 1.310.
type Value struct {
	ID     string // stable, unique within a publication: "draagkracht.woonbudgetpercentage"
	Label  string // Dutch, lower case, as it stands in a printed formula
	Amount decimal.Decimal
	Unit   string // one of the units of calc/sheet: "EUR/maand", "%", "%/jaar", "aantal", "dagen/week", "nachten/jaar", "jaar"
	Source Source
	Status Status
	// Tabelcijfer: the figure is a cell of a table that documents print whole.
	Tabelcijfer bool
	Toelichting string // why the status is what it is, or what to know; may be empty
	// Vanaf is the day the figure itself takes effect, in a reeks that gives one
	// with every figure (indexering, the fees of a school year). Zero: it applies
	// as long as its publication. Tot is its last day; zero where it has none.
	Vanaf, Tot time.Time
	Publicatie *Publicatie
}

// Column is one column of a Table.
type Column struct {
	ID    string
	Label string
	Unit  string
}

// Cell is one figure in a Table.
type Cell struct {
	Amount      decimal.Decimal
	Status      Status
	Toelichting string
}

// Table is a published table. The first column is the key: strictly rising.
type Table struct {
	ID          string
	Label       string
	Columns     []Column
	Rows        [][]Cell
	Source      Source
	Toelichting string
	Publicatie  *Publicatie
}

// Status gives the weakest status of the cells.
func (t Table) Status() Status {
	for _, row := range t.Rows {
		for _, c := range row {
			if c.Status == EnkeleBron {
				return EnkeleBron
			}
		}
	}
	return Bevestigd
}

// Publicatie is one norms file: a publication with its window.
type Publicatie struct {
	Reeks  string    // "eigen_aandeel", "draagkracht", ...
	Titel  string    // "Tabel eigen aandeel 2025"
	From   time.Time // first day it applies (UTC midnight)
	Until  time.Time // last day it applies (UTC midnight)
	File   string    // file name inside the norms folder
	SHA256 string    // hex, over the YAML file and the CSV file it names, in that order

	Source      Source // where its figures can be read, unless a figure says otherwise
	Toelichting string // how its figures were attested; never empty
	Eigen       bool   // from the user's own norms folder instead of embedded
}

func (p *Publicatie) covers(d time.Time) bool {
	return !d.Before(p.From) && !d.After(p.Until)
}

// EigenAandeel is the Tabel eigen aandeel of ouders in de kosten van kinderen
// (Rapport, bijlage 4). Key: netto besteedbaar gezinsinkomen including
// kindgebonden budget (EUR/maand); columns 1..4: the amount for all children
// together (EUR/maand) with 1, 2, 3, and 4 or more children.
type EigenAandeel struct {
	Tabel Table
}

// Draagkracht is the draagkrachttabel for one group (below or from AOW age)
// (Rapport par. 4.3.2, bijlage 5), with the figures of the kernschema.
type Draagkracht struct {
	// Tabel: key ondergrens (EUR/maand, NBI including kindgebonden budget);
	// columns percentage (%), gecorrigeerde bijstandsnorm (EUR/maand).
	// First row: where the minimum ends. Last row: the formula row.
	Tabel Table
	// Minimumgrens is the income below which the minimum applies (key of the first row).
	Minimumgrens Value
	// Formulegrens is the income from which the formula is applied to the
	// income itself (key of the last row).
	Formulegrens Value
	// Minimum1 and Minimum2 are the minimum draagkracht for one child and for
	// two or more (EUR/maand).
	Minimum1, Minimum2 Value
	// Woonbudgetpercentage is the share of NBI for housing (30%).
	Woonbudgetpercentage Value
	// Ondergrenspercentage is the share of the bijstandsnorm that has to remain
	// (95%; Rapport par. 4.6.3, 4.7 and 5.4).
	Ondergrenspercentage Value
	// Tabelbedragen: the amounts as the publication prints them, for the rows
	// where a printed amount was found. Key ondergrens; column bedrag
	// (EUR/maand). The zero Table when the file gives none.
	Tabelbedragen Table
	AOW           bool
}

// Zorgkorting holds the steps of par. 4.3.5. Key: average days per week;
// column: percentage of the eigen aandeel.
type Zorgkorting struct {
	Tabel Table
}

// Partneralimentatie holds the figures of the Rapport that are for
// partneralimentatie alone.
type Partneralimentatie struct {
	// Hofnormpercentage is the share (%) of the netto besteedbaar gezinsinkomen,
	// less the eigen aandeel in the costs of the children, that is the need of the
	// former partner (par. 3.3.2 and 5.2, stap 1).
	Hofnormpercentage Value
	// Draagkrachtpercentage is the share (%) of the draagkrachtruimte that is
	// available (par. 4.2.2.7 and 5.2, stap 2).
	Draagkrachtpercentage Value
	// LaagsteInkomens is the gross income (EUR/maand, with holiday allowance) of the
	// payer below which the tax advantage of what is paid is left out of account
	// (par. 4.4.2); at the limit itself it counts. Nil is not known; Ontbreekt says
	// why.
	LaagsteInkomens *Value
	Ontbreekt       []Ontbrekend
}

// Ontbrekend is a figure that was not found.
type Ontbrekend struct {
	ID    string // as the value would have it: "bijstandsnorm.wooncomponent"
	Reden string
}

// Bijstandsnorm is the norm of the Participatiewet in one half-year (art. 21, or
// from the AOW age art. 22), with what the Rapport takes that of a single person to
// hold (par. 4.2.2.3 and 5.4). Nil is not known; Ontbreekt says why.
type Bijstandsnorm struct {
	// Norm is the norm of a single person in EUR/maand including holiday allowance,
	// in cents; the Rapport calculates with whole euros.
	Norm Value
	// Gehuwden is that of a couple without others in the home to share its costs:
	// both below the AOW age, or with AOW one or both of them from it.
	Gehuwden *Value
	// Wooncomponent and NormpremieZvw (EUR/maand) are the parts of the norm for
	// housing and for the zorgverzekering; PremieZvw is the premium the Rapport
	// puts in place of the latter.
	Wooncomponent, NormpremieZvw, PremieZvw *Value
	Ontbreekt                               []Ontbrekend
	AOW                                     bool
}

// Studiefinanciering holds the norms of the Wsf 2000 on one day, from which the
// Rapport takes the needs of children of 18 to 21 (par. 3.2.10).
type Studiefinanciering struct {
	MBO   Studiebudget
	HBOWO Studiebudget
}

// Studiebudget holds the norms for one kind of education. Nil is not known;
// Ontbreekt says why.
type Studiebudget struct {
	// Thuiswonend and Uitwonend are the normbedrag for the costs of living
	// (EUR/maand, art. 3.18 Wsf 2000). From September 2015 to September 2023 hbo
	// and wo made no difference between the two.
	Thuiswonend, Uitwonend Value
	// Lesgeld is the lesgeld for mbo, the statutory collegegeld for hbo and wo.
	Lesgeld *Lesgeld
	// Leermiddelen is the part of the normbedrag for books and materials
	// (EUR/maand), which someone who does not study has no need of.
	Leermiddelen *Value
	Ontbreekt    []Ontbrekend
}

// Lesgeld is the fee of one school year.
type Lesgeld struct {
	Jaar  Value // EUR/jaar, as published
	Maand Value // EUR/maand: one twelfth, in cents, as DUO counts it
}

// Belastinggroep is the age group by which income tax differs. In the year in
// which someone reaches the AOW age none of them applies as it stands.
type Belastinggroep int

const (
	TotAOW           Belastinggroep = iota // below the AOW age
	VanafAOW                               // from the AOW age, born in 1946 or later
	VanafAOWVoor1946                       // from the AOW age, born before 1946
)

// Inkomstenbelasting holds the income tax of one calendar year for one group.
//
// Every table but that of the eigenwoningforfait runs on an income in EUR/jaar:
// a row holds for an income above its key, up to and including the next key. The
// columns of a rate are the key and tarief (%), of what lies between both keys.
// Those of a heffingskorting are the key, bedrag (EUR/jaar) and percentage (%):
// the credit is bedrag + percentage × (income − key), not below 0.
type Inkomstenbelasting struct {
	Groep Belastinggroep
	// Box1 includes the premie volksverzekeringen (art. 2.10 and 2.10a Wet IB
	// 2001). Key: belastbaar inkomen uit werk en woning.
	Box1 Table
	// AlgemeneHeffingskorting (art. 8.10) runs on the income OverVerzamelinkomen
	// says; Arbeidskorting (art. 8.11) and Combinatiekorting (art. 8.14a) run on
	// arbeidsinkomen.
	AlgemeneHeffingskorting, Arbeidskorting, Combinatiekorting Table
	// OverVerzamelinkomen: the algemene heffingskorting runs on verzamelinkomen
	// (from 2025), not on the income of box 1.
	OverVerzamelinkomen bool
	// Ouderenkorting (art. 8.17) runs on verzamelinkomen. Nil below the AOW age.
	Ouderenkorting *Table
	// AlleenstaandeOuderenkorting (art. 8.18) and Jonggehandicaptenkorting (art.
	// 8.16a), in EUR/jaar.
	AlleenstaandeOuderenkorting, Jonggehandicaptenkorting Value

	// Nil is not known; Ontbreekt says why.

	// MaximaalAftrektarief (%) is the rate at which deductions count at most (art.
	// 2.10 lid 2).
	MaximaalAftrektarief *Value
	// Zelfstandigenaftrek and Startersaftrek (EUR/jaar, art. 3.76) and
	// MKBWinstvrijstelling (%, art. 3.79a), of the profit that is left after them.
	Zelfstandigenaftrek, Startersaftrek, MKBWinstvrijstelling *Value
	// GebruikelijkLoon is the wage of who has a substantial interest (EUR/jaar,
	// art. 12a Wet LB 1964).
	GebruikelijkLoon *Value
	// Box2 is the rate for income from a substantial interest (art. 2.12).
	Box2 *Table
	// Box3 is nil when one of its first four figures is missing.
	Box3 *Box3
	// EigenWoning is nil when one of its figures is missing.
	EigenWoning *EigenWoning
	Ontbreekt   []Ontbrekend
}

// Box3 holds the figures for income from savings and investments (art. 2.13, 5.2
// and 5.5 Wet IB 2001); the amounts are for one person.
type Box3 struct {
	Tarief               Value // %
	HeffingsvrijVermogen Value // EUR
	// The forfaits (%/jaar) are the return each kind of property is deemed to have.
	ForfaitBanktegoeden, ForfaitOverig Value
	ForfaitSchulden                    *Value // %/jaar
	Schuldendrempel                    *Value // EUR: debts count above it
}

// EigenWoning holds the figures for the own home.
type EigenWoning struct {
	// Forfait is the eigenwoningforfait up to the Villagrens (art. 3.112 Wet IB
	// 2001). Key: WOZ value (EUR); column: percentage (%/jaar) of the whole value.
	Forfait Table
	// Above the Villagrens (EUR) it is Villabedrag (EUR/jaar) and Villapercentage
	// (%/jaar) of what the value is higher.
	Villagrens, Villabedrag, Villapercentage Value
	// Hillen is the share (%) of the forfait less the deductible costs that is
	// deducted when there is no debt or a small one (art. 3.123a Wet IB 2001).
	Hillen Value
}

// Zorgverzekeringswet holds the inkomensafhankelijke bijdrage of one calendar
// year (art. 42 to 45 Zvw).
type Zorgverzekeringswet struct {
	LageBijdrage           Value // %, paid by whoever has the income
	HogeBijdrage           Value // %, paid by the employer
	MaximumBijdrageinkomen Value // EUR/jaar, for both together
}

// KindgebondenBudget holds the amounts of one calendar year (art. 2 Wet op het
// kindgebonden budget). The right is the sum of the amounts per child and their
// additions, less Afbouw of the income above the Drempel, not below 0; there is
// none when it comes to less than KleinsteBedrag (art. 14 lid 5 Awir), or when the
// wealth is above the Vermogensgrens.
type KindgebondenBudget struct {
	Kind                                               [4]Value // EUR/jaar for the first, second, third and each further child
	AlleenstaandeOuderkop                              Value    // EUR/jaar, for a parent without a partner
	Toeslag12, Toeslag16                               Value    // EUR/jaar more for a child of 12 to 15, and of 16 or 17
	DrempelAlleenstaand, DrempelPartners               Value    // EUR/jaar
	KleinsteBedrag                                     Value    // EUR/jaar
	Afbouw                                             Value    // %
	VermogensgrensAlleenstaand, VermogensgrensPartners Value    // EUR
}

// Kinderbijslag holds the amounts of a child (EUR/kwartaal; art. 12 Algemene
// Kinderbijslagwet), by its age: up to 6, from 6 up to 12, and from 12 up to 18.
type Kinderbijslag struct {
	Tot6, Tot12, Tot18 Value
}

// Inkomensmodel holds the gross incomes (EUR/maand, with holiday allowance) at
// which the Rapport draws the line between its two models of income (par. 2.2).
type Inkomensmodel struct {
	GrensNetto Value // up to this income the netto model serves
	// GrensBruto is the income from which the bruto model serves. Nil is not
	// known; Ontbreekt says why.
	GrensBruto *Value
	Ontbreekt  []Ontbrekend
}

// Wetsvoorstel holds the figures of Wetsvoorstel 34 154 (Wet herziening
// kinderalimentatie) with its concept-AMvB. The proposal is not law; its figures
// stand as they were published in 2015.
type Wetsvoorstel struct {
	// Behoefte is the table of art. 5 AMvB. Key: the income of art. 404a
	// (EUR/maand), from and including; columns 1..4: the need of all children
	// together (EUR/maand) with 1, 2, 3, and 4 or more children. The first row is
	// the minimum.
	Behoefte Table
	// Draagkracht is the table of art. 6. Key: the income of art. 404b
	// (EUR/maand), from and including; column 1: EUR/maand; column 2: where the next
	// row begins (EUR/maand).
	Draagkracht Table
	// TweedeTrede is the key of the second row of Draagkracht, which art. 15 does not
	// index; LaatsteTrede that of the last row. From there on each
	// further Stapinkomen (EUR/maand) gives Stapdraagkracht (EUR/maand) more.
	TweedeTrede, LaatsteTrede, Stapinkomen, Stapdraagkracht Value
	// KindgebondenKosten is the table of art. 9. Key: as Behoefte; columns 1..3: the
	// costs (EUR/maand) of a child under 6, from 6 up to 12, and from 12.
	KindgebondenKosten Table
	// Verblijf is the table of art. 10. Key: nights a year (nachten/jaar) with the
	// parent the child is not registered with; column 1: percentage (%).
	Verblijf Table
	// Minimumbijdrage is what each parent bears for all children together
	// (EUR/maand, art. 4).
	Minimumbijdrage Value
	// StudiekostenMBO and StudiekostenHO are the further costs of study of a child
	// of 18 or older (EUR/maand, art. 13).
	StudiekostenMBO, StudiekostenHO Value
	// InkomenZonderInzicht is the income of the parents together where one of them
	// gives no insight (EUR/maand, art. 14).
	InkomenZonderInzicht Value
	// Overeenkomstpercentage is the share (%) of the contribution below which an
	// agreement cannot go (art. 404 lid 5 BW as proposed), Hardheidspercentage the
	// share of the bijstandsnorm below which the hardship clause can apply (MvT,
	// par. 4, onder m).
	Overeenkomstpercentage, Hardheidspercentage Value

	// What the amounts of Draagkracht were derived from (toelichting bij art. 6).
	// Bijstandsnorm, WoonlastInBijstand, Zorgpremie, ZorgpremieInBijstand and
	// Pensioenfranchise are EUR/maand; Woonpercentage (%) of the income goes to
	// housing, and Pensioenpercentage (%) of what is above the franchise to pension.
	Bijstandsnorm, Woonpercentage, WoonlastInBijstand, Zorgpremie, ZorgpremieInBijstand, Pensioenpercentage, Pensioenfranchise Value
	// AfleidingVanaf is the income (EUR/maand) from which the amounts rest on that
	// derivation, and AfleidingTot the one from which they go on in fixed steps;
	// Afronding is the amount (EUR/maand) to whole numbers of which they are rounded.
	AfleidingVanaf, AfleidingTot, Afronding Value
}
