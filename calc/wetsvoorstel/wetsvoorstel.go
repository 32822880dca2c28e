// Package wetsvoorstel describes kinderalimentatie under Wetsvoorstel 34 154 (Wet
// herziening kinderalimentatie, 2015) with its concept-AMvB. The proposal is not
// law; every document under this method says so.
//
// Covered: art. 395a, 400a, 404, 404a, 404b, 405, 405a and 405b BW as proposed,
// art. 1 to 15 of the concept-AMvB, and the transition rule of art. X: the
// alimentatie-inkomen and its minimum, behoefte by table and its test against
// joint draagkracht, draagkracht by steps, the share of each parent, kindgebonden
// kosten and verblijfskosten, the amount between the parents, students of 18 to
// 23, parents who give no insight, agreements, the hardship clause, grounds for
// change.
//
// Left out: who owes maintenance beside or instead of the two parents (art. 253w
// and 394), preference and collection (Boek 3 BW, LBIO), and whether a circumstance
// occurs: the case file states it with the reason.
package wetsvoorstel

import (
	"strings"

	"annex/calc/partij"
	"annex/calc/periode"
	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"
)

// The kinds of section (sheet.Section.Soort) this package makes.
const (
	SoortBehoefte    = "behoefte"
	SoortDraagkracht = "draagkracht"
	SoortVerdeling   = "verdeling"
	SoortKind        = "kind"
	SoortStudie      = "studie"
	SoortToets       = "toets"
	SoortWijziging   = "wijzigingsgronden"
	SoortUitkomst    = "uitkomst"
	SoortTreden      = "inkomenstreden"
)

// The kinds of outcome (sheet.Uitkomst.Soort) this package makes: those of
// kinderalimentatie.
const (
	UitkomstPerKind = "kinderalimentatie"
	UitkomstTotaal  = "kinderalimentatie_totaal"
)

// besluit names an article of the concept-AMvB.
func besluit(artikel string) sheet.Source {
	return sheet.Source{Document: "Concept-AMvB bij wetsvoorstel 34 154", Vindplaats: "art. " + artikel}
}

// wet names an article of Boek 1 BW as proposed.
func wet(artikel string) sheet.Source {
	return sheet.Source{Document: "Wetsvoorstel 34 154", Vindplaats: "art. 1:" + artikel + " BW"}
}

// toelichting names a place in the explanations of the proposal.
func toelichting(waar string) sheet.Source {
	return sheet.Source{Document: "Wetsvoorstel 34 154", Vindplaats: waar}
}

// berekening is one case being described.
type berekening struct {
	dossier *partij.Dossier
	sheet   *sheet.Sheet
	zaak    *zaak.Zaak
	set     *norms.Set

	gezinsinkomen sheet.Expr            // of art. 404a, EUR/maand
	invoer        map[string]sheet.Expr // amounts that hold in every period, by where they stand
	vorige        *stand                // of the period before, for the grounds of change
	eersteAantal  int                   // of children with a claim in the first period
}

// stand is what a period came to, as the next one is compared with it.
type stand struct {
	periode     periode.Periode
	kinderen    []int // that have a claim, by their place in Zaak.Kinderen
	draagkracht []draagkracht
	delen       []betaling
	saldi       []sheet.Expr // what the parents pay each other on balance
	kosten      []kosten     // that the parents pay directly
	// By the id of who asked for the hardship clause: where it lowers what is paid, and
	// what may be paid besides.
	hardheid map[string]sheet.Cond
	ruimte   map[string]sheet.Expr
	naToets  map[string]sheet.Expr // what is paid by it, EUR/maand
	// oudInkomen is the income with the kindregelingen of the period before, by parent;
	// only where they can differ.
	oudInkomen map[string]sheet.Expr

	// By child; empty where it plays no part.
	scope    []sheet.Scope
	aandeel  [][]sheet.Expr // of each parent
	behoefte []sheet.Expr   // that the parents bear
	nachten  []sheet.Expr   // a year, with the parent the child is not registered with
	kgkAnder []sheet.Expr   // the part of the kindgebonden kosten that that parent pays
	// thuisZelf is what the parent the child is registered with pays directly.
	thuisZelf []sheet.Expr
}

func (b *berekening) nieuweStand(p periode.Periode, kinderen []int, d []draagkracht) *stand {
	n := len(b.zaak.Kinderen)
	return &stand{
		periode: p, kinderen: kinderen, draagkracht: d, hardheid: map[string]sheet.Cond{}, ruimte: map[string]sheet.Expr{}, naToets: map[string]sheet.Expr{}, oudInkomen: map[string]sheet.Expr{},
		scope: make([]sheet.Scope, n), aandeel: make([][]sheet.Expr, n), behoefte: make([]sheet.Expr, n), nachten: make([]sheet.Expr, n), kgkAnder: make([]sheet.Expr, n),
		thuisZelf: make([]sheet.Expr, n),
	}
}

// Beschrijf adds the whole of the method, for every period of the case. The error
// says which norm is missing (*norms.GeenNormen), or that an income cannot be
// worked out (*inkomen.Onberekenbaar).
func Beschrijf(d *partij.Dossier) error {
	b := &berekening{dossier: d, sheet: d.Sheet, zaak: d.Zaak, set: d.Set, invoer: map[string]sheet.Expr{}}
	b.gezin()
	perioden := periode.Van(b.zaak)
	n, err := b.set.Wetsvoorstel(perioden[0].Vanaf)
	if err != nil {
		return err
	}
	if b.gezinsinkomen, err = b.inkomenVoorBehoefte(n); err != nil {
		return err
	}
	for _, p := range perioden {
		if err := b.periode(p); err != nil {
			return err
		}
	}
	b.verantwoord()
	return nil
}

// periode adds one period, in the steps of the MvT (par. 4, onder o).
func (b *berekening) periode(p periode.Periode) error {
	n, err := b.set.Wetsvoorstel(p.Vanaf)
	if err != nil {
		return err
	}
	kinderen := b.metAanspraak(p)
	if len(kinderen) == 0 {
		return nil
	}
	if b.eersteAantal == 0 {
		b.eersteAantal = len(kinderen)
	}
	treden, err := b.inkomenstreden(p, n)
	if err != nil {
		return err
	}
	behoefte := b.behoefte(p, n, kinderen)
	var draagkrachten []draagkracht
	for _, o := range b.zaak.Ouders {
		d, err := b.draagkracht(p, o, n, treden)
		if err != nil {
			return err
		}
		draagkrachten = append(draagkrachten, d)
	}
	b.sheet.Highlight(p.Naam, "Behoefte", behoefte.bedrag)
	for _, d := range draagkrachten {
		if d.bedrag != (sheet.Expr{}) {
			b.sheet.Highlight(p.Naam, "Draagkracht van "+d.ouder.Aanduiding, d.bedrag)
		}
	}
	v := b.verdelen(p, n, behoefte, draagkrachten)
	nu := b.nieuweStand(p, kinderen, draagkrachten)
	for _, i := range kinderen {
		nu.delen = append(nu.delen, b.kind(p, i, n, v, nu)...)
	}
	for i := range b.zaak.Ouders {
		b.hardheid(p, n, i, nu)
	}
	b.betalen(p, n, nu)
	nu.delen = append(nu.delen, b.studiekosten(p, n, nu, v)...)
	b.thuisDraagt(nu)
	b.beelden(nu)
	nu.saldi = b.uitkomst(p, nu.delen)
	staat := *nu
	if b.vorige != nil {
		staat = b.wijzigingsgronden(p, n, treden, *b.vorige, *nu)
	}
	b.vorige = &staat
	return nil
}

// metAanspraak gives the children for whom there is a claim, by their place: minors,
// and of 18 up to 23 those who study (art. 395a lid 1). Of the others it says why
// there is none.
func (b *berekening) metAanspraak(p periode.Periode) []int {
	var out []int
	for i, k := range b.zaak.Kinderen {
		if p.Kinderen[i].Behoefte != nil {
			p.LaatWeg(b.sheet, sheet.Cond{}, "Vastgestelde behoefte van %s", "De behoefte volgt alleen uit de tabel (art. 1:404a BW, zoals voorgesteld).", k.Naam)
		}
		switch z := p.Kinderen[i].Volwassen; {
		case p.Vanaf.Before(k.Verjaardag(meerderjarig)):
			out = append(out, i)
		case !p.Vanaf.Before(k.Verjaardag(einde23)):
			p.LaatWeg(b.sheet, sheet.Cond{}, "%s", "%s is 23 jaar of ouder. De onderhoudsplicht is dan geëindigd (art. 1:395a lid 1 BW, zoals voorgesteld).", k.Naam, k.Naam)
		case z == nil || z.Opleiding == zaak.OpleidingGeen:
			p.LaatWeg(b.sheet, sheet.Cond{}, "%s", "%s is 18 jaar of ouder, studeert niet en gaat niet naar school. De onderhoudsplicht is dan geëindigd (art. 1:395a lid 1 BW, zoals voorgesteld).", k.Naam, k.Naam)
		default:
			out = append(out, i)
		}
	}
	return out
}

// The ages by which the proposal makes a difference.
const (
	schoolkind   = 6
	tiener       = 12
	meerderjarig = 18
	einde23      = 23 // of the duty towards a child that studies (art. 395a lid 1)
)

// heeftAanspraak tells whether there is a claim for a child.
func (b *berekening) heeftAanspraak(p periode.Periode, nr int) bool {
	k, z := b.zaak.Kinderen[nr], p.Kinderen[nr].Volwassen
	return !isMeerderjarig(p, k) || p.Vanaf.Before(k.Verjaardag(einde23)) && z != nil && z.Opleiding != zaak.OpleidingGeen
}

// isMeerderjarig tells whether a child is 18 or older when a period begins.
func isMeerderjarig(p periode.Periode, k zaak.Kind) bool {
	return !p.Vanaf.Before(k.Verjaardag(meerderjarig))
}

// uitwonend tells whether a child that studies lives by itself.
func uitwonend(p periode.Periode, nr int, k zaak.Kind) bool {
	z := p.Kinderen[nr]
	return isMeerderjarig(p, k) && (z.Hoofdverblijf == "" || z.Volwassen != nil && z.Volwassen.Zelfstandig)
}

// ouderEnAndere gives the place of the parent with this id, and of the other one.
func (b *berekening) ouderEnAndere(id string) (ouder, andere int) {
	if b.zaak.Ouders[0].ID == id {
		return 0, 1
	}
	return 1, 0
}

// eenmaal makes an input of an amount of a child. What stands with the child itself
// holds in every period, and there is one cell for it.
func (b *berekening) eenmaal(sc sheet.Scope, p periode.Periode, k zaak.Kind, id, groep, label string, unit sheet.Unit, z zaak.Bedrag) sheet.Expr {
	key := k.ID + " " + id + " " + z.Plek.Pad
	if in, ok := b.invoer[key]; ok {
		return in
	}
	prefix := k.ID
	if strings.HasPrefix(z.Plek.Pad, "perioden[") || b.invoer[prefix+" "+id] != (sheet.Expr{}) {
		prefix, groep = p.ID(k.ID), groep+p.Achter
	} else if p.Nummer > 0 {
		groep += ", waar een periode niet anders zegt"
	}
	in := partij.Bedrag(sc.At(prefix), id, groep, label, unit, z)
	b.invoer[key], b.invoer[prefix+" "+id] = in, in
	return in
}

func persoon(o zaak.Ouder) sheet.Persoon { return sheet.Persoon{ID: o.ID, Naam: o.Aanduiding} }
