// Package inkomen describes how the netto besteedbaar inkomen (NBI) of one person
// follows from what stands on the papers, and the kindgebonden budget that goes
// with it.
//
// Covered: Rapport 2025, chapter 2, 3.2.5 (fictive amounts), 4.2.2, 4.8 and 4.9:
// the bruto model in the order of its posts, and the netto model; the Wet IB 2001
// and the Zvw as far as they are about wages, benefits, pension, profit, other
// work, received partner maintenance, box 2 and box 3; the Wet op het kindgebonden
// budget. And the net income of Wetsvoorstel 34 154 (art. 400a BW as proposed,
// voorstel.go), with the kinderbijslag it counts.
//
// Left out: the year in which somebody reaches the AOW age, foreign income taxed
// elsewhere, income averaged or losses of other years, and every credit and
// deduction not named here. Who asks for those is told to state an NBI.
package inkomen

import (
	"errors"
	"fmt"
	"time"

	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"

	"github.com/shopspring/decimal"
)

// The kind of section (sheet.Section.Soort) this package makes.
const Soort = "inkomen"

// Opdracht is one income to be worked out, and where it is to stand.
type Opdracht struct {
	Wie    zaak.Ouder
	AOW    *bool // what the case file states of the AOW age; nil: nothing
	Op     time.Time
	Opbouw zaak.Inkomensopbouw
	Keuzes zaak.Keuzes

	// Kinderen are the days of birth of the children in the household, and Huis says
	// what household that is.
	Kinderen []time.Time
	Huis     Huis
	// PartnerOnbekend: there is a partner whose income is not known.
	PartnerOnbekend bool
	// ZonderLasten: charges play no part in what the income is for, so deductions do
	// not count either (Rapport 4.8).
	ZonderLasten bool
	// ZonderPartner leaves a new partner out of account (Rapport 3.2.5).
	ZonderPartner bool
	// Wetsvoorstel: the net income of art. 400a BW as Wetsvoorstel 34 154 has it,
	// instead of the NBI.
	Wetsvoorstel bool

	Sectie  string // id of the section
	Prefix  string // begins the ids of its lines
	Periode int    // number of the period; 0: none
	Wanneer string // "vanaf 1 maart 2025", as titles and headings say it
	// Voor says what it is for where that is not a period: "peildatum".
	Voor  string
	Groep string // heading over the inputs
}

// Huis is the household the children of an Opdracht belong to.
type Huis int

const (
	Hoofdverblijf Huis = iota // they have their main residence there
	Gezin                     // the family of both parents, as it was
	Fictief                   // as if they grew up there (Rapport 3.2.5)
)

// Uitkomst is an income as worked out.
type Uitkomst struct {
	Scope sheet.Scope // of its section, for what is added to it
	NBI   sheet.Expr  // EUR/maand; with Opdracht.Wetsvoorstel the net income of art. 400a lid 6
	// Toetsingsinkomen is EUR/jaar, for kindgebonden budget; empty where it is not
	// known, with the netto model.
	Toetsingsinkomen sheet.Expr
	Vermogen         sheet.Expr // EUR, on 1 January; empty where it is not stated
	// Lasten are the deductions that count: their benefit is in the NBI, and the
	// expense itself is a charge (Rapport 4.8).
	Lasten []Last
	// ToetsingsinkomenPartner is EUR/jaar; empty without a partner.
	ToetsingsinkomenPartner sheet.Expr
	// Fiscaal is what the tax on the income rests on; nil with the netto model.
	Fiscaal *Fiscaal
}

// Last is an expense that is a charge beside the NBI.
type Last struct {
	Omschrijving string
	Bedrag       sheet.Expr // EUR/jaar
}

// Beschrijf adds a section with the income of one person. The error says which
// figures are missing (*norms.GeenNormen, *norms.GeenCijfer) or which rule annex
// does not have (*Onberekenbaar).
func Beschrijf(s *sheet.Sheet, set *norms.Set, o Opdracht) (Uitkomst, error) {
	r, err := begin(s, set, o)
	if err != nil {
		return Uitkomst{}, err
	}
	return r.klaar(r.partner()), nil
}

// BeschrijfPaar adds two sections with the incomes of two people who share a
// household: the combinatiekorting goes to who earns less (art. 8.14a Wet IB 2001).
func BeschrijfPaar(s *sheet.Sheet, set *norms.Set, a, b Opdracht) (ua, ub Uitkomst, err error) {
	ra, err := begin(s, set, a)
	if err != nil {
		return ua, ub, err
	}
	rb, err := begin(s, set, b)
	if err != nil {
		return ua, ub, err
	}
	ra.paar, rb.paar = true, true
	// Of the netto model no income from work is known.
	ra.PartnerOnbekend, rb.PartnerOnbekend = rb.netto(), ra.netto()
	ra.anderHeeft, rb.anderHeeft = heeftCombinatiekorting(b), heeftCombinatiekorting(a)
	var minstVerdienende, andere sheet.Cond
	if !ra.netto() && !rb.netto() {
		// Keuze: with the same income the eldest; where that is not known, the first.
		if jonger(a.Wie, b.Wie) {
			minstVerdienende = ra.arbeidsinkomen.LessThan(rb.arbeidsinkomen)
		} else {
			minstVerdienende = ra.arbeidsinkomen.NotMoreThan(rb.arbeidsinkomen)
		}
		andere = sheet.Not(minstVerdienende)
	}
	return ra.klaar(minstVerdienende), rb.klaar(andere), nil
}

// heeftCombinatiekorting tells whether that credit is stated for somebody: there is
// one in a household.
func heeftCombinatiekorting(o Opdracht) bool {
	return o.Opbouw.Combinatiekorting != nil && *o.Opbouw.Combinatiekorting
}

func jonger(a, b zaak.Ouder) bool {
	return a.Geboren != nil && b.Geboren != nil && a.Geboren.After(*b.Geboren)
}

// Controleer tells whether an income can be worked out; the error is that of
// Beschrijf.
func Controleer(set *norms.Set, o Opdracht) error {
	o.Sectie, o.Prefix = "inkomen", "inkomen"
	_, err := Beschrijf(sheet.New(), set, o)
	return err
}

// Onberekenbaar is the error for what the rules here do not cover.
type Onberekenbaar struct{ Reden string }

func (e *Onberekenbaar) Error() string { return e.Reden }

// rekening is one income being described.
type rekening struct {
	Opdracht
	sheet *sheet.Sheet
	sc    sheet.Scope
	set   *norms.Set
	ib    norms.Inkomstenbelasting
	zvw   norms.Zorgverzekeringswet
	blok  string // the part of the form that lines now belong to
	paar  bool   // described together with a partner
	// anderHeeft: the partner has the combinatiekorting as stated.
	anderHeeft bool

	// What the parts hand on, EUR/jaar; Zero where there is none.
	loon             sheet.Expr // taxable wages and benefits
	loonUitArbeid    sheet.Expr
	loonDGA          sheet.Expr // from a company of one's own
	loonWerkgever    sheet.Expr // of which the employer pays the Zvw contribution
	loonZelf         sheet.Expr // of which the receiver pays it
	inhoudingen      sheet.Expr // from the net wage
	pensioenpremie   sheet.Expr // taken from the taxable wage that counts all the same
	winst            sheet.Expr // before the reliefs of an entrepreneur
	ondernemersdelen sheet.Expr // those reliefs together
	belastbareWinst  sheet.Expr
	achterblijvend   sheet.Expr
	overig           sheet.Expr
	alimentatie      sheet.Expr
	voorzieningen    sheet.Expr
	aftrek           sheet.Expr // persoonsgebonden, and of it what has been deducted
	benut            sheet.Expr
	lasten           []Last
	bijtellingen     []sheet.Expr // for a company car, which only the toetsingsinkomen holds
	nietAfgetrokken  []sheet.Expr // deductions that only the toetsingsinkomen has
	box1             sheet.Expr
	heffingBox1      sheet.Expr
	dividend         sheet.Expr
	box2             sheet.Expr // taxable income
	heffingBox2      sheet.Expr
	box3             sheet.Expr // taxable income
	heffingBox3      sheet.Expr
	uitVermogen      sheet.Expr // actual lasting income
	vermogen         sheet.Expr // EUR; empty where it is not stated
	saldoWoning      sheet.Expr // of the own home
	verzamelinkomen  sheet.Expr
	verzamelRuw      sheet.Expr   // the same, where it may be below nil
	inkomenBox1      sheet.Expr   // of box 1, before persoonsgebonden aftrek
	aftrekBox1       sheet.Expr   // what of the persoonsgebonden aftrek went off box 1
	metMaximum       sheet.Expr   // deductions with a maximum rate
	vasteKortingen   []sheet.Expr // credits that partneralimentatie leaves as they are
	zvwRuimte        sheet.Expr   // income over which the contribution can be due
	voorHeffing      sheet.Expr   // income before tax
	arbeidsinkomen   sheet.Expr
	heffing          sheet.Expr
}

// begin adds what depends on this person alone, up to the tax before credits.
func begin(s *sheet.Sheet, set *norms.Set, o Opdracht) (*rekening, error) {
	r := &rekening{Opdracht: o, sheet: s, set: set}
	titel := "Inkomen van " + o.Wie.Aanduiding + r.wanneer()
	if o.Wetsvoorstel {
		titel = "Netto-inkomen van " + o.Wie.Aanduiding + r.wanneer()
	} else if o.Huis == Fictief {
		titel += ", alsof de kinderen hier wonen"
		s.Choice(sheet.Cond{}, sheet.Keuze{
			ID: "fictief-inkomen", Onderwerp: "Inkomen van ouders die nooit hebben samengewoond",
			Keuze:       "Voor de behoefte is bij elk van beiden gerekend met kindgebonden budget en combinatiekorting alsof de kinderen bij die ouder wonen. Het NBI voor de draagkracht kan daardoor een ander bedrag zijn.",
			Grond:       "Zo zou het zijn als het kind bij die ouder opgroeide (Rapport par. 3.2.5).",
			Alternatief: "Wel het fictieve kindgebonden budget, maar geen combinatiekorting bij de ouder bij wie de kinderen niet wonen.",
		})
	}
	wie := o.Wie.Aanduiding
	if o.Voor != "" {
		wie += " (" + o.Voor + ")"
	}
	r.sc = s.Section(sheet.Section{ID: o.Sectie, Soort: Soort, Titel: titel, Onderwerp: wie, Periode: o.Periode}, o.Prefix)
	if err := r.volgensVoorstel(); err != nil {
		return nil, err
	}
	r.herkomst()
	if r.netto() {
		return r, nil
	}
	if err := r.normen(); err != nil {
		return nil, err
	}
	for _, deel := range []func() error{r.lonen, r.winsten} {
		if err := deel(); err != nil {
			return nil, err
		}
	}
	r.anderInkomen()
	for _, deel := range []func() error{r.heffingInBox1, r.sparenEnBeleggen, r.aanmerkelijkBelang, r.verzamel} {
		if err := deel(); err != nil {
			return nil, err
		}
	}
	r.voorKortingen()
	return r, nil
}

// klaar adds the credits, the contribution to the Zvw and the net income.
// minstVerdienende holds where this person may have the combinatiekorting beside a
// partner; empty: there is no partner whose income from work is known.
func (r *rekening) klaar(minstVerdienende sheet.Cond) Uitkomst {
	u := Uitkomst{Scope: r.sc}
	if p := r.Opbouw.Partner; p != nil && !r.ZonderPartner {
		u.ToetsingsinkomenPartner = r.invoer("partner.toetsingsinkomen", "Toetsingsinkomen van de partner", sheet.EURPerJaar, p.Toetsingsinkomen)
	}
	if r.netto() {
		u.NBI = r.nettoModel()
		if r.Opbouw.Toetsingsinkomen != nil {
			u.Toetsingsinkomen = r.toetsingsinkomen()
		}
		return u
	}
	verschuldigd := r.kortingen(minstVerdienende)
	zvw := r.bijdrageZvw()
	u.NBI = r.besteedbaar(verschuldigd, zvw)
	r.blok = blokBox23
	u.Toetsingsinkomen = r.toetsingsinkomen()
	u.Vermogen = r.vermogen
	u.Lasten = r.lasten
	u.Fiscaal = &Fiscaal{r}
	r.controles()
	return u
}

// wie names the person and the time.
func (r *rekening) wie() string { return r.Wie.Aanduiding + r.wanneer() }

// wanneer says when, behind what something is called.
func (r *rekening) wanneer() string {
	if r.Wanneer == "" {
		return ""
	}
	return ", " + r.Wanneer
}

func (r *rekening) netto() bool { return r.Opbouw.Netto != nil }

// normen gets the figures of the year for the age group of this person.
func (r *rekening) normen() error {
	groep, grond, err := r.groep()
	if err != nil {
		return err
	}
	if r.ib, err = r.set.Inkomstenbelasting(r.Op, groep); err != nil {
		return err
	}
	if r.zvw, err = r.set.Zorgverzekeringswet(r.Op); err != nil {
		return err
	}
	namen := map[norms.Belastinggroep]string{
		norms.TotAOW: "tot de AOW-leeftijd", norms.VanafAOW: "vanaf de AOW-leeftijd", norms.VanafAOWVoor1946: "vanaf de AOW-leeftijd, geboren voor 1946",
	}
	r.sheet.Fact(sheet.Feit{
		Groep: r.Groep, Omschrijving: "Belastingtarief en heffingskortingen", Waarde: fmt.Sprintf("%d, %s", r.Op.Year(), namen[groep]),
		Toelichting: grond, Aanname: r.AOW == nil && r.Wie.Geboren == nil,
	})
	return nil
}

// groep finds the age group for income tax, and on what ground.
func (r *rekening) groep() (norms.Belastinggroep, string, error) {
	geboren := r.Wie.Geboren
	aow := r.AOW != nil && *r.AOW
	grond := "zoals opgegeven"
	switch {
	case geboren != nil:
		jaar := r.Op.Year()
		voor, _, err := r.set.HeeftAOWLeeftijd(*geboren, time.Date(jaar, time.January, 1, 0, 0, 0, 0, time.UTC))
		if err != nil {
			return 0, "", err
		}
		na, _, err := r.set.HeeftAOWLeeftijd(*geboren, time.Date(jaar, time.December, 31, 0, 0, 0, 0, time.UTC))
		if err != nil {
			return 0, "", err
		}
		if voor != na {
			return 0, "", &Onberekenbaar{fmt.Sprintf("%s bereikt in %d de AOW-leeftijd; de tarieven en kortingen van dat jaar, die door elkaar lopen, rekent annex niet uit", sheet.Capital(r.Wie.Aanduiding), jaar)}
		}
		if r.AOW == nil {
			aow, grond = na, sheet.FormatGeboren(*geboren, r.Op, r.Wie.Anoniem)
		}
	case r.AOW == nil:
		grond = "geboortedatum niet opgegeven; gerekend met het tarief tot de AOW-leeftijd"
	}
	if !aow {
		for _, w := range r.Opbouw.Loon {
			if w.Soort == zaak.UitkeringAOW {
				return 0, "", &Onberekenbaar{"een AOW-uitkering zonder dat de AOW-leeftijd is bereikt; geef de geboortedatum op, of in de periode aow: ja"}
			}
		}
		return norms.TotAOW, grond, nil
	}
	const eerste = 1946 // born from then on: no longer first bracket (art. 2.10a Wet IB 2001)
	if geboren != nil && geboren.Year() < eerste {
		return norms.VanafAOWVoor1946, grond, nil
	}
	return norms.VanafAOW, grond, nil
}

// partner is the condition under which this person earns less than the partner;
// empty without one.
func (r *rekening) partner() sheet.Cond {
	p := r.Opbouw.Partner
	if p == nil || r.ZonderPartner || r.netto() {
		return sheet.Cond{}
	}
	ander := r.invoer("partner.arbeidsinkomen", "Arbeidsinkomen van de partner", sheet.EURPerJaar, p.Arbeidsinkomen)
	return r.arbeidsinkomen.LessThan(ander)
}

// toetsingsinkomen is the income kindgebonden budget goes by, without a partner's.
func (r *rekening) toetsingsinkomen() sheet.Expr {
	if t := r.Opbouw.Toetsingsinkomen; t != nil {
		return r.invoer("toetsingsinkomen", "Toetsingsinkomen voor het kindgebonden budget", sheet.EURPerJaar, *t)
	}
	if r.Wetsvoorstel {
		// Keuze: the incomes before tax; see docs/keuzes.md,
		// wetsvoorstel-toetsingsinkomen.
		return r.voorHeffing
	}
	if len(r.bijtellingen)+len(r.nietAfgetrokken) == 0 {
		return r.verzamelinkomen
	}
	// Rapport 4.2.2.4: for it the fiscal side that the NBI leaves out does count.
	return r.regel(sheet.Line{
		ID: "toetsingsinkomen", Label: "Toetsingsinkomen, met wat fiscaal meetelt", Naam: "toetsingsinkomen van " + r.Wie.Aanduiding,
		Expr: r.verzamelinkomen.Plus(r.bijtellingen...).Minus(sheet.Sum(r.nietAfgetrokken...)).AtLeast(sheet.Zero), Source: rapport("4.2.2.4"),
		Toelichting: "alleen voor het kindgebonden budget: met de bijtelling voor een auto van de zaak, en na aftrekposten die voor het NBI niet meetellen",
	})
}

// regel adds a line in the part of the form being described, EUR/jaar unless it
// says otherwise.
func (r *rekening) regel(l sheet.Line) sheet.Expr {
	if l.Unit == "" {
		l.Unit = sheet.EURPerJaar
	}
	l.Blok = r.blokNaam()
	if r.Wetsvoorstel {
		l.Post = "" // that is a number of the forms of the Rapport
	}
	return r.sc.Add(l)
}

// invoer adds an amount from the case file.
func (r *rekening) invoer(id, label string, unit sheet.Unit, b zaak.Bedrag) sheet.Expr {
	return r.sc.Input(r.input(id, label, unit, b))
}

// invoerMetTeken adds an amount per year that may be below nil.
func (r *rekening) invoerMetTeken(id, label string, b zaak.Bedrag) sheet.Expr {
	in := r.input(id, label, sheet.EURPerJaar, b)
	in.Negatief = true
	return r.sc.Input(in)
}

func (r *rekening) input(id, label string, unit sheet.Unit, b zaak.Bedrag) sheet.Input {
	return sheet.Input{
		ID: id, Groep: r.Groep, Label: label, Unit: unit, Value: b.Waarde, Bron: b.Bron, Toelichting: b.Toelichting, Pad: b.Plek.Pad,
		Aanname: b.Plek.Regel == 0,
	}
}

// aanname adds a figure that the case file leaves to what is usual. pad is where it
// would stand.
func (r *rekening) aanname(id, label string, unit sheet.Unit, value int64, waarom, pad string) sheet.Expr {
	return r.sc.Input(sheet.Input{
		ID: id, Groep: r.Groep, Label: label, Unit: unit, Value: decimal.NewFromInt(value), Toelichting: waarom, Aanname: true, Pad: pad,
	})
}

// omlaag rounds what is due as an assessment does, or to cents where the case
// file chooses that.
func (r *rekening) omlaag(e sheet.Expr) sheet.Expr {
	if r.Keuzes.Belastingafronding == zaak.KeuzeCenten {
		return e.Round(2)
	}
	return e.RoundDown()
}

// omhoog rounds a credit as an assessment does, or to cents.
func (r *rekening) omhoog(e sheet.Expr) sheet.Expr {
	if r.Keuzes.Belastingafronding == zaak.KeuzeCenten {
		return e.Round(2)
	}
	return e.RoundUp()
}

// cijfer gives a figure of the year, or says that it is not known.
func (r *rekening) cijfer(v *norms.Value, wat string) (sheet.Expr, error) {
	if v == nil {
		return sheet.Expr{}, &Onberekenbaar{fmt.Sprintf("%s over %d is niet bekend", wat, r.Op.Year())}
	}
	return r.sc.Norm(*v), nil
}

// rapport names a paragraph of the Rapport.
func rapport(par string) sheet.Source {
	return sheet.Source{Document: "Rapport alimentatienormen 2025", Vindplaats: "par. " + par}
}

// bronZvw is where the contribution that is not paid by an employer can be read.
var bronZvw = sheet.Source{Document: "Zorgverzekeringswet", Vindplaats: "art. 42 tot en met 45"}

// wetIB names an article of the Wet IB 2001.
func wetIB(artikel string) sheet.Source {
	return sheet.Source{Document: "Wet inkomstenbelasting 2001", Vindplaats: "art. " + artikel}
}

// IsOnberekenbaar tells whether something cannot be worked out from what is stated,
// because annex does not have the rule or the figures, rather than by a mistake in
// the rules.
func IsOnberekenbaar(err error) bool {
	var o *Onberekenbaar
	var n *norms.GeenNormen
	var c *norms.GeenCijfer
	return errors.As(err, &o) || errors.As(err, &n) || errors.As(err, &c)
}
