package zaak

import (
	"slices"
	"time"
)

// Inkomen is an income: a net one per month as stated, or what it is worked out
// from; with kindgebonden budget where it applies.
type Inkomen struct {
	NBI    Bedrag // EUR per month; without meaning where Opbouw is set
	Opbouw *Inkomensopbouw
	// KindgebondenBudget is EUR per month as stated; nil: worked out where there
	// is an Opbouw, and else none.
	KindgebondenBudget *Bedrag
}

// Inkomensopbouw is what stands on the papers of one person, from which the netto
// besteedbaar inkomen follows (Rapport 2.2 and 2.3). Netto excludes all the rest
// but Toetsingsinkomen, Partner and OokVoor.
type Inkomensopbouw struct {
	Loon        []Loon // wages and benefits; Soort tells them apart
	Winst       *Winst
	Overig      *Bedrag // resultaat uit overige werkzaamheden, EUR per year
	Alimentatie *Bedrag // received partner maintenance, EUR per month
	Dividend    *Bedrag // regulier voordeel uit aanmerkelijk belang (box 2), EUR per year
	Vermogen    *Vermogen
	EigenWoning *EigenWoning
	// Voorzieningen are premiums for an income later (AOV, lijfrente), EUR per year.
	Voorzieningen []Jaarpost
	Aftrek        []Aftrekpost
	NettoOverig   []Maandpost // other net income

	Combinatiekorting           *bool // stated; nil: follows from where the children live
	AlleenstaandeOuderenkorting *bool // stated; nil: follows from an AOW benefit without a partner
	Jonggehandicaptenkorting    bool

	Partner          *Partner
	Toetsingsinkomen *Bedrag     // for kindgebonden budget, EUR per year; nil: the verzamelinkomen
	OokVoor          []time.Time // children outside this case in the same household, by day of birth
	Netto            *NettoModel
	Plek             Plek
}

// The kinds of income of Loon.Soort.
const (
	LoonDienst   = "loon"
	LoonDGA      = "dga" // of a directeur-grootaandeelhouder
	UitkeringWW  = "ww"
	UitkeringWIA = "wia"
	UitkeringWAO = "wao"
	UitkeringZW  = "zw"
	Wajong       = "wajong"
	Bijstand     = "bijstand"
	UitkeringANW = "anw"
	UitkeringAOW = "aow"
	Pensioen     = "pensioen"
	Lijfrente    = "lijfrente"
)

// The periods of a payslip (Loon.Tijdvak).
const (
	TijdvakMaand     = "maand"
	TijdvakVierWeken = "vier_weken"
)

// Loon is one wage or benefit, by payslip (Bruto) or by jaaropgaaf. Where both
// are given the payslip counts and the jaaropgaaf checks it.
type Loon struct {
	Soort        string
	Omschrijving string  // never empty
	Bruto        *Bedrag // EUR per Tijdvak
	Tijdvak      string
	Jaaropgaaf   *Bedrag // fiscaal loon, EUR per year
	// JaaropgaafVan is the year of the Jaaropgaaf; 0: not stated.
	JaaropgaafVan int
	// Vakantietoeslag is a percentage of Bruto; nil: as is usual for the Soort.
	Vakantietoeslag *Bedrag
	DertiendeMaand  *Bedrag    // EUR per year
	Extra           []Jaarpost // other fixed pay
	// Variabel is pay that differs from year to year: what it was in the last two
	// calendar years. Its average comes on top of Bruto or Jaaropgaaf.
	Variabel []Jaarbedrag
	// Jaren is the whole of this wage in the last two calendar years, EUR; used by
	// Wetsvoorstel 34 154 where there is profit or other work besides (art. 400a
	// lid 3). It may stand beside Bruto or Jaaropgaaf or, under that method, alone.
	Jaren []Jaarbedrag
	// What lowers the taxable wage, and what is withheld from the net, EUR per
	// Tijdvak.
	Pensioenpremie, AnderePremies, NettoInhoudingen *Bedrag
	// BijtellingAuto is in the Jaaropgaaf and is left out of account (Rapport
	// 4.9), EUR per year.
	BijtellingAuto *Bedrag
	// IsArbeid: counts as income from present employment, for the arbeidskorting.
	IsArbeid bool
	// Verdiencapaciteit is why this wage counts although it is not earned; empty
	// for a real one.
	Verdiencapaciteit string
	Plek              Plek
}

// bijstand tells whether there is a benefit under the Participatiewet among it.
func (o Inkomensopbouw) bijstand() bool {
	return slices.ContainsFunc(o.Loon, func(w Loon) bool { return w.Soort == Bijstand })
}

// Jaarpost is an amount with a name, EUR per year.
type Jaarpost struct {
	Omschrijving string
	Bedrag       Bedrag
}

// Maandpost is an amount with a name, EUR per month.
type Maandpost struct {
	Omschrijving string
	Bedrag       Bedrag
}

// Aftrekpost is a persoonsgebonden aftrek, EUR per year: counted both as a cost
// and for its benefit, or not at all (Rapport 4.8).
type Aftrekpost struct {
	Jaarpost
	TeltMee bool
}

// The grounds on which profit is taken (Winst.Uitgangspunt).
const (
	WinstGemiddelde = "gemiddelde"
	WinstJaar       = "jaar"
	WinstPrognose   = "prognose"
)

// Winst is the profit of an IB-ondernemer, EUR per year, before ondernemersaftrek
// and mkb-winstvrijstelling.
type Winst struct {
	Jaren        []Winstjaar // by rising year; at least one unless there is a Prognose
	Uitgangspunt string
	Jaar         int     // with WinstJaar: one of Jaren
	Prognose     *Bedrag // with WinstPrognose
	Reden        string  // why not the average

	Zelfstandigenaftrek, Startersaftrek bool
	// Achterblijvend is profit that has to stay in the business; EUR per year.
	Achterblijvend *MetReden
	Plek           Plek
}

// Winstjaar is the profit of one year; a loss is below nil.
type Winstjaar struct {
	Jaar  int
	Winst Bedrag
}

// Vermogen is what someone owns on 1 January (box 3), EUR, and what of it is
// lasting income, EUR per year. Nil is none.
type Vermogen struct {
	Banktegoeden, OverigeBezittingen, Schulden *Bedrag
	WerkelijkInkomen                           *Bedrag
}

// EigenWoning is the home in which someone lives, for verzamelinkomen only:
// either its value and the deductible cost, or the balance.
type EigenWoning struct {
	WOZ   *Bedrag // EUR
	Rente *Bedrag // EUR per year
	Saldo *Bedrag // EUR per year; below nil where the cost is more than the forfait
}

// Partner is who shares the household of a parent for tax and kindgebonden
// budget, EUR per year.
type Partner struct {
	Toetsingsinkomen Bedrag
	Arbeidsinkomen   Bedrag
	Plek             Plek
}

// The grounds for the netto model (NettoModel.Grond; Rapport 2.2.1).
const (
	NettoLaagInkomen = "laag-inkomen"
	NettoBuitenland  = "niet-belast-in-nederland"
)

// NettoModel holds the posts 1 to 7 of the netto model, EUR per month. Nil is
// none.
type NettoModel struct {
	Grond string
	Bruto *Bedrag // gross income with holiday allowance; required with NettoLaagInkomen

	Loon, AOW, Uitkering       *Bedrag
	Vakantietoeslag            *Bedrag // percentage of Loon; nil: 8
	Bouwloon, Pensioen, Overig *Bedrag
}
