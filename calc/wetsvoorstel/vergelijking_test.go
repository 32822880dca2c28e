package wetsvoorstel_test

import (
	"fmt"
	"maps"
	"math/big"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"
	"time"

	"annex/calc/kind"
	"annex/calc/zaak"
	"annex/norms"

	"github.com/shopspring/decimal"
)

// nagerekend is a case as the reference works it out.
type nagerekend struct {
	zaak    *zaak.Zaak
	set     *norms.Set
	regels  map[string]centen
	betaald map[string]centen // as "p1 kind_1: vader -> moeder"; the balance without a child
	grond   map[string]bool   // by the prefix of the period
	anders  map[string]bool
	gezien  map[string]bool
	vorige  *refPeriode

	eersteAantal int // of children with a claim in the first period
}

// refPeriode is one period: what the proposal is asked, and what it answers.
type refPeriode struct {
	zaak.Periode
	prefix string
	refZaak
	uit      refUit
	nrs      []int // of the children with a claim, by their place in the case
	netto    [2]centen
	regeling [2]centen // kinderbijslag and kindgebonden budget
	berekend [2]bool   // the income is put together of these
	minimum  [2]centen
	// inkomsten is the income as the case file has it; that which stands.
	inkomsten [2]centen
	index     *big.Rat
}

func (r *nagerekend) zie(wat string, ja bool) {
	if ja {
		r.gezien[wat] = true
	}
}

func nareken(z *zaak.Zaak, set *norms.Set) (*nagerekend, error) {
	r := &nagerekend{
		zaak: z, set: set, regels: map[string]centen{}, betaald: map[string]centen{}, grond: map[string]bool{}, anders: map[string]bool{}, gezien: map[string]bool{},
	}
	voorBehoefte, err := r.gezinsinkomen()
	if err != nil {
		return nil, err
	}
	for i, p := range z.Perioden {
		rp := &refPeriode{Periode: p}
		if len(z.Perioden) > 1 {
			rp.prefix = fmt.Sprintf("p%d.", i+1)
		}
		if err := r.feiten(rp, voorBehoefte); err != nil {
			return nil, err
		}
		rp.uit = refReken(rp.refZaak)
		r.schrijf(rp, i+1)
		if r.vorige != nil {
			r.wijziging(r.vorige, rp)
		}
		r.vorige = rp
	}
	return r, nil
}

// gezinsinkomen is the income of art. 404a.
func (r *nagerekend) gezinsinkomen() (centen, error) {
	b := r.zaak.Behoefte
	eigen := b.Wetsvoorstel
	switch {
	case eigen != nil && eigen.GeenInzicht != nil:
		r.zie("no insight in the income before", true)
		return 0, nil
	case eigen != nil && eigen.AlimentatieInkomen != nil:
		return naarCenten(eigen.AlimentatieInkomen.Waarde), nil
	case b.Gezinsinkomen != nil:
		g := b.Gezinsinkomen
		bijslag, err := r.bijslag(g.Peildatum, r.zaak.Kinderen)
		if err != nil {
			return 0, err
		}
		norm, err := r.set.Bijstandsnorm(g.Peildatum, false)
		if err != nil {
			return 0, err
		}
		netto := naarCenten(g.Ouders["moeder"].NBI.Waarde) + naarCenten(g.Ouders["vader"].NBI.Waarde)
		minimum := naarCenten(norm.Gehuwden.Amount)
		r.zie("family income", true)
		r.zie("family income at its minimum", netto < minimum)
		return max(netto, minimum) + bijslag + ofNul(g.KindgebondenBudget), nil
	}
	n := b.NooitSamengewoond
	bijslag, err := r.bijslag(n.Peildatum, r.zaak.Kinderen)
	if err != nil {
		return 0, err
	}
	r.zie("never lived together", true)
	samen := naarCenten(n.Ouders["moeder"].NBI.Waarde) + naarCenten(n.Ouders["vader"].NBI.Waarde) + bijslag
	samen += ofNul(n.Ouders[r.zaak.Perioden[0].Kinderen[0].Hoofdverblijf].KindgebondenBudget)
	return naarRato(samen, 1, 2), nil
}

func ofNul(b *zaak.Bedrag) centen {
	if b == nil {
		return 0
	}
	return naarCenten(b.Waarde)
}

// bijslag is kinderbijslag a month for children by their ages on a day (AMvB art. 2
// lid 1).
func (r *nagerekend) bijslag(op time.Time, kinderen []zaak.Kind) (centen, error) {
	n, err := r.set.Kinderbijslag(op)
	if err != nil {
		return 0, err
	}
	var kwartaal centen
	for _, k := range kinderen {
		switch {
		case k.Geboren.After(op) || !op.Before(k.Verjaardag(18)):
		case op.Before(k.Verjaardag(6)):
			kwartaal += naarCenten(n.Tot6.Amount)
		case op.Before(k.Verjaardag(12)):
			kwartaal += naarCenten(n.Tot12.Amount)
		default:
			kwartaal += naarCenten(n.Tot18.Amount)
		}
	}
	return naarRato(kwartaal, 4, 12), nil
}

// feiten gathers what the proposal asks of a period.
func (r *nagerekend) feiten(p *refPeriode, voorBehoefte centen) error {
	z := r.zaak
	p.inkomenBehoefte, p.exact = voorBehoefte, z.Keuzes.Aandeelafronding == zaak.KeuzeExact
	if w := z.Behoefte.Wetsvoorstel; w != nil {
		p.behoefteSanctie = w.GeenInzicht != nil
		if w.EerdereBehoefte != nil {
			p.eerdereBehoefte = naarCenten(w.EerdereBehoefte.Bedrag.Waarde)
		}
	}
	if z.Keuzes.Inkomenstreden == zaak.KeuzeGeindexeerd && p.Vanaf.Year() > 2015 {
		percentages, err := r.set.Indexering(2015, p.Vanaf.Year())
		if err != nil {
			return err
		}
		p.index = big.NewRat(1, 1)
		for _, v := range percentages {
			p.index.Mul(p.index, new(big.Rat).Add(big.NewRat(1, 1), v.Amount.Div(decimal.NewFromInt(100)).Rat()))
			p.index.SetString(p.index.FloatString(4)) // half away from zero
		}
	}
	for i := range z.Ouders {
		if err := r.ouder(p, i); err != nil {
			return err
		}
	}
	for i, k := range z.Kinderen {
		s := p.Kinderen[i]
		volwassen := !p.Vanaf.Before(k.Verjaardag(18))
		if volwassen && (!p.Vanaf.Before(k.Verjaardag(23)) || s.Volwassen == nil || s.Volwassen.Opleiding == zaak.OpleidingGeen) {
			r.zie("a child without a claim", true)
			continue
		}
		p.nrs = append(p.nrs, i)
		p.kinderen = append(p.kinderen, r.kind(p, k, s, volwassen))
	}
	n := len(p.kinderen)
	if r.eersteAantal == 0 {
		r.eersteAantal = n
	}
	if n < r.eersteAantal { // each child's part goes with it
		r.zie("transition rule for fewer children", p.eerdereBehoefte > 0)
		p.eerdereBehoefte = naarRato(p.eerdereBehoefte, int64(n), int64(r.eersteAantal))
	}
	r.zie(fmt.Sprintf("%d children with a claim", min(5, n)), true)
	return nil
}

func (r *nagerekend) nr(ouder string) int {
	return slices.IndexFunc(r.zaak.Ouders, func(o zaak.Ouder) bool { return o.ID == ouder })
}

func (r *nagerekend) kind(p *refPeriode, k zaak.Kind, s zaak.KindSituatie, volwassen bool) refKind {
	out := refKind{kgkOuder: -1, woont: r.nr(s.Hoofdverblijf)}
	for !p.Vanaf.Before(k.Verjaardag(out.leeftijd + 1)) {
		out.leeftijd++
	}
	if volwassen {
		out.uitwonend = s.Volwassen.Zelfstandig
		out.studienorm = artikel13hbo
		if s.Volwassen.Opleiding == zaak.OpleidingMBO {
			out.studienorm = artikel13mbo
		}
		r.zie("student at home", !out.uitwonend)
		r.zie("student on its own", out.uitwonend)
	}
	if c := s.Zorg; c != nil && c.Nachten != nil {
		out.nachten = int(c.Nachten.Waarde.IntPart())
	} else if c != nil {
		out.nachten = int(naarRato(c.DagenPerWeek.Waarde.Shift(1).IntPart(), 52, 10))
		r.zie("nights from days", true)
	}
	if c := s.KindgebondenKosten; c != nil {
		out.kgkOuder, out.kgkPct = r.nr(c.Ouder), c.Percentage.Waarde.IntPart()
		r.zie("agreement on kindgebonden kosten", !out.uitwonend)
	}
	if c := s.Overeengekomen; c != nil {
		out.overeen = &refOvereen{r.nr(c.Betaler), naarCenten(c.Bedrag.Waarde)}
	}
	return out
}

// ouder gathers what there is of one parent.
func (r *nagerekend) ouder(p *refPeriode, i int) error {
	id := r.zaak.Ouders[i].ID
	s := p.Situaties[id]
	eigen := s.Wetsvoorstel
	o := &p.ouders[i]
	for _, e := range eigen.EerdereKinderen {
		o.eerder = append(o.eerder, naarCenten(e.Bedrag.Waarde))
	}
	if eigen.GeenInzicht != nil {
		o.geenInzicht, o.eerder = true, nil
		return nil
	}
	if s.Draagkracht != nil {
		o.draagkracht = naarCenten(s.Draagkracht.Bedrag.Waarde)
		return nil
	}
	if eigen.AlimentatieInkomen != nil {
		o.inkomen = naarCenten(eigen.AlimentatieInkomen.Waarde)
		p.inkomsten[i] = o.inkomen
	} else if err := r.samengesteld(p, i, s); err != nil {
		return err
	}
	if e := eigen.EerderInkomen; e != nil { // only where the income now is lower
		r.zie("lower income that can be blamed", naarCenten(e.Bedrag.Waarde) > o.inkomen)
		o.inkomen = max(o.inkomen, naarCenten(e.Bedrag.Waarde))
	}
	o.draagkracht = r.uitTabel(p, o.inkomen)
	r.zie("income above the table", o.inkomen >= euro(6600))
	if h := eigen.Hardheid; h != nil {
		o.hardheid = &refHardheid{norm: ofNul(h.Bijstandsnorm)}
		if h.Bijstandsnorm == nil {
			o.hardheid.norm = -1
			n, err := r.set.Bijstandsnorm(p.Vanaf, s.AOW != nil && *s.AOW)
			if err == nil {
				o.hardheid.norm = naarCenten(n.Norm.Amount)
			}
		}
		for _, l := range h.Lasten {
			o.hardheid.lasten += naarCenten(l.Bedrag.Waarde)
		}
	}
	return nil
}

func (r *nagerekend) samengesteld(p *refPeriode, i int, s zaak.Situatie) error {
	id := r.zaak.Ouders[i].ID
	var kinderen []zaak.Kind
	for j, k := range r.zaak.Kinderen {
		if p.Kinderen[j].Hoofdverblijf == id {
			kinderen = append(kinderen, k)
		}
	}
	bijslag, err := r.bijslag(p.Vanaf, kinderen)
	if err != nil {
		return err
	}
	n, err := r.set.Bijstandsnorm(p.Vanaf, s.AOW != nil && *s.AOW)
	if err != nil {
		return err
	}
	p.netto[i], p.regeling[i], p.berekend[i] = naarCenten(s.NBI.Waarde), bijslag+ofNul(s.KindgebondenBudget), true
	p.inkomsten[i] = p.netto[i]
	p.minimum[i] = naarCenten(n.Norm.Amount) + p.regeling[i]
	p.ouders[i].inkomen = max(p.netto[i]+p.regeling[i], p.minimum[i])
	r.zie("kinderbijslag in the income", bijslag > 0)
	r.zie("income at its minimum", p.netto[i] < naarCenten(n.Norm.Amount))
	return nil
}

// uitTabel is art. 6, with art. 15 where the case file asks for it.
func (r *nagerekend) uitTabel(p *refPeriode, inkomen centen) centen {
	if p.index == nil || inkomen < euro(1000) {
		return refDraagkracht(inkomen)
	}
	// The step it is in: the last that begins at no more than the income.
	uit, ik := euro(70), new(big.Rat).SetInt64(inkomen)
	begint := func(van int64) bool { return new(big.Rat).Mul(p.index, new(big.Rat).SetInt64(euro(van))).Cmp(ik) <= 0 }
	for _, rij := range artikel6[2:] {
		if begint(rij.van) {
			uit = euro(rij.draagkracht)
		}
	}
	for van := int64(6600); begint(van); van += toenameInkomen {
		uit += euro(toenameDraagkracht)
	}
	r.zie("indexed steps make a difference", uit != refDraagkracht(inkomen))
	return uit
}

// schrijf writes down the lines and payments of a period.
func (r *nagerekend) schrijf(p *refPeriode, nummer int) {
	u := p.uit
	zet := func(c centen, id string, args ...any) { r.regels[p.prefix+fmt.Sprintf(id, args...)] = c }
	betaal := func(k, van, naar string, c centen) {
		r.betaald[fmt.Sprintf("p%d %s: %s -> %s", nummer, k, van, naar)] += c
	}
	r.regels["gezin.alimentatie_inkomen"] = u.inkomen
	zet(u.minimum, "behoefte.minimum")
	zet(u.behoefte, "behoefte.behoefte")
	r.zie("transition rule", u.behoefte > refBehoefte(u.inkomen, len(p.kinderen)))
	ouders := []string{r.zaak.Ouders[0].ID, r.zaak.Ouders[1].ID}
	sanctie := p.ouders[0].geenInzicht || p.ouders[1].geenInzicht
	r.zie("no insight of one", p.ouders[0].geenInzicht != p.ouders[1].geenInzicht)
	r.zie("no insight of both", p.ouders[0].geenInzicht && p.ouders[1].geenInzicht)
	for i, o := range p.ouders {
		if !o.geenInzicht {
			zet(u.draagkracht[i], "%s.draagkracht", ouders[i])
			if p.Situaties[ouders[i]].Draagkracht == nil {
				zet(o.inkomen, "%s.alimentatie_inkomen", ouders[i])
			}
			r.zie("earlier children", len(o.eerder) > 0)
			r.zie("earlier children down to the minimum", len(o.eerder) > 0 && u.draagkracht[i] == euro(artikel4))
		}
		zet(u.draagt[i], "verdeling.draagt_%s", ouders[i])
		if len(p.kinderen) > 1 {
			zet(u.kinderen[0].deel[i], "verdeling.per_kind_%s", ouders[i])
		}
	}
	if !sanctie {
		samen := u.draagkracht[0] + u.draagkracht[1]
		zet(samen, "verdeling.draagkracht_samen")
		zet(u.teDragen, "verdeling.te_dragen")
		zet(u.teDragen-2*euro(artikel4), "verdeling.resterende_behoefte")
		r.zie("need as it is", u.teDragen == u.behoefte)
		r.zie("need brought down to draagkracht", u.teDragen < u.behoefte && !u.opMinimum)
		r.zie("need brought down to the minimum", u.opMinimum)
		r.zie("nothing left with either", samen == 2*euro(artikel4))
		if !p.exact {
			t, n := refAandeel([2]centen{u.draagkracht[0] - euro(artikel4), u.draagkracht[1] - euro(artikel4)}, false)
			zet(t*10_000/n, "verdeling.aandeel_%s", ouders[0])
			zet(10_000-t*10_000/n, "verdeling.aandeel_%s", ouders[1])
		}
	}
	for j, k := range p.kinderen {
		r.schrijfKind(p, nummer, k, u.kinderen[j], r.zaak.Kinderen[p.nrs[j]].ID, zet, betaal)
	}
	r.schrijfHardheid(p, zet)
	r.schrijfStudie(p, zet, betaal)
	r.saldo(p, betaal)
}

func (r *nagerekend) schrijfKind(p *refPeriode, nummer int, k refKind, u refKindUit, id string, zet func(centen, string, ...any), betaal func(string, string, string, centen)) {
	ouders := r.zaak.Ouders
	for i, o := range ouders {
		zet(u.deel[i], "%s.aandeel_%s", id, o.ID)
	}
	if k.uitwonend {
		for i, o := range ouders {
			zet(u.betaalt[i], "%s.%s.bijdrage", id, o.ID)
			betaal(id, o.ID, id, u.betaalt[i])
		}
		return
	}
	zet(u.behoefte, "%s.behoefte", id)
	zet(u.kgk, "%s.kindgebonden_kosten", id)
	zet(u.verblijf, "%s.verblijfskosten", id)
	zet(u.verblijfPct*100, "%s.verblijfspercentage", id)
	zet(100*int64(k.nachten), "%s.nachten", id)
	for i, o := range ouders {
		zet(u.kgkVan[i], "%s.kindgebonden_%s", id, o.ID)
		zet(u.verblijfVan[i], "%s.verblijf_%s", id, o.ID)
	}
	ander, thuis := 1-k.woont, k.woont
	zet(u.uitkering[ander], "%s.bijdrage_berekend", id)
	zet(u.uitkering[thuis], "%s.bijdrage_terug_berekend", id)
	zet(u.betaalt[ander], "%s.bijdrage", id)
	zet(u.betaalt[thuis], "%s.bijdrage_terug", id)
	for i, o := range ouders {
		naar := ouders[1-i].ID
		if k.leeftijd >= 18 {
			naar = id
		}
		betaal(id, o.ID, naar, u.betaalt[i])
	}
	r.zie("kindgebonden kosten above the need", u.kgk == u.behoefte)
	r.zie("the parent the child lives with pays", u.uitkering[thuis] > 0)
	if k.overeen != nil {
		r.zie("agreement that counts", u.overeen)
		r.zie("agreement that is too low", !u.overeen)
	}
}

func (r *nagerekend) schrijfHardheid(p *refPeriode, zet func(centen, string, ...any)) {
	for i, o := range r.zaak.Ouders {
		h := p.ouders[i].hardheid
		if h == nil || h.norm < 0 {
			continue
		}
		var na centen
		for j := range p.uit.kinderen {
			na += p.uit.kinderen[j].naHardheid[i]
		}
		zet(naarRato(h.norm, 90, 100), "toets_%s.ondergrens", o.ID)
		r.zie("hardship that lowers", p.uit.hardheid[i])
		r.zie("hardship that does not lower", !p.uit.hardheid[i])
		for j, nr := range p.nrs {
			k, u := p.kinderen[j], p.uit.kinderen[j]
			id := "bijdrage"
			if !k.uitwonend && k.woont == i {
				id = "bijdrage_terug"
			}
			zet(u.naHardheid[i], "toets_%s.%s.%s", o.ID, r.zaak.Kinderen[nr].ID, id)
		}
	}
}

func (r *nagerekend) schrijfStudie(p *refPeriode, zet func(centen, string, ...any), betaal func(string, string, string, centen)) {
	if p.uit.studieNodig == 0 {
		return
	}
	r.zie("study costs in full", p.uit.studieSamen == p.uit.studieNodig)
	r.zie("study costs in part", p.uit.studieSamen > 0 && p.uit.studieSamen < p.uit.studieNodig)
	r.zie("nothing left for study costs", p.uit.studieSamen == 0)
	for i, ruimte := range p.uit.ruimte {
		r.zie("study costs kept down by the hardship clause", ruimte != nil && p.uit.studieSamen < p.uit.studieNodig && *ruimte < p.uit.draagkracht[i]-p.uit.draagt[i])
	}
	for i, o := range r.zaak.Ouders {
		zet(p.uit.studie[i], "studie.draagt_%s", o.ID)
		for j, nr := range p.nrs {
			if p.kinderen[j].studienorm > 0 {
				id := r.zaak.Kinderen[nr].ID
				zet(p.uit.kinderen[j].studie[i], "studie.%s.%s.bijdrage", id, o.ID)
				betaal(id+" studie", o.ID, id, p.uit.kinderen[j].studie[i])
			}
		}
	}
}

// saldo is what the parents pay each other on balance.
func (r *nagerekend) saldo(p *refPeriode, betaal func(string, string, string, centen)) {
	var naar [2]centen
	for j, k := range p.kinderen {
		if k.leeftijd < 18 {
			naar[0] += p.uit.kinderen[j].betaalt[0]
			naar[1] += p.uit.kinderen[j].betaalt[1]
		}
	}
	for i, o := range r.zaak.Ouders {
		betaal("samen", o.ID, r.zaak.Ouders[1-i].ID, max(0, naar[i]-naar[1-i]))
	}
}

// anderInkomen tells whether the income of a parent that the case file has is another
// one; where it is not stated in the same way twice, it is.
func (r *nagerekend) anderInkomen(oud, nu *refPeriode, i int) bool {
	id := r.zaak.Ouders[i].ID
	was, is := oud.Situaties[id], nu.Situaties[id]
	if was.Wetsvoorstel.EerderInkomen != nil || is.Wetsvoorstel.EerderInkomen != nil || was.Draagkracht != nil || is.Draagkracht != nil || oud.berekend[i] != nu.berekend[i] {
		return true
	}
	return oud.inkomsten[i] != nu.inkomsten[i]
}

// getoetst tells whether the hardship clause was asked for and could be tested.
func (r *nagerekend) getoetst(p *refPeriode, i int) bool {
	h := p.ouders[i].hardheid
	return h != nil && h.norm >= 0
}

// naToets is what a parent pays after the hardship clause.
func (p *refPeriode) naToets(i int) centen {
	var na centen
	for j := range p.uit.kinderen {
		na += p.uit.kinderen[j].naHardheid[i]
	}
	return na
}

// wijziging tells whether there is a ground of art. 405b between two periods, and
// whether any contribution would become another amount.
func (r *nagerekend) wijziging(oud, nu *refPeriode) {
	grond := false
	als := func(letter string, ja bool) {
		r.zie("ground "+letter, ja)
		grond = grond || ja
	}
	for i := range r.zaak.Ouders {
		was, is := oud.ouders[i], nu.ouders[i]
		als("g", was.geenInzicht && !is.geenInzicht)
		if !was.geenInzicht && !is.geenInzicht {
			draagkracht := is.draagkracht
			if oud.berekend[i] && nu.berekend[i] { // with kinderbijslag and kindgebonden budget as they were
				toen := max(nu.netto[i]+oud.regeling[i], oud.minimum[i])
				if e := nu.Situaties[r.zaak.Ouders[i].ID].Wetsvoorstel.EerderInkomen; e != nil {
					toen = max(toen, naarCenten(e.Bedrag.Waarde))
				}
				draagkracht = r.uitTabel(nu, toen)
			}
			als("a", draagkracht != was.draagkracht && r.anderInkomen(oud, nu, i))
		}
		var toen, hier centen
		for _, e := range was.eerder {
			toen += e
		}
		for _, e := range is.eerder {
			hier += e
		}
		als("c, earlier children", hier < toen && !is.geenInzicht)
		als("h", nu.uit.hardheid[i] && (!r.getoetst(oud, i) || oud.naToets(i) != nu.naToets(i)))
	}
	for j, nr := range oud.nrs {
		h := slices.Index(nu.nrs, nr)
		als("c", h < 0)
		if h < 0 {
			continue
		}
		was, is := oud.kinderen[j], nu.kinderen[h]
		als("f", was.woont != is.woont)
		if was.woont != is.woont || was.uitwonend || is.uitwonend {
			continue
		}
		als("d", was.deelAnder() != is.deelAnder())
		als("e", was.nachten != is.nachten)
	}
	anders := false
	for j, nr := range oud.nrs {
		if h := slices.Index(nu.nrs, nr); h >= 0 {
			was, is := oud.uit.kinderen[j], nu.uit.kinderen[h]
			for i := range r.zaak.Ouders { // what the parents agree on needs no ground
				o := nu.kinderen[h].overeen
				anders = anders || was.betaalt[i] != is.betaalt[i] && (o == nil || o.betaler != i)
			}
		}
	}
	r.grond[nu.prefix], r.anders[nu.prefix] = grond, anders
	r.zie("another amount without a ground", anders && !grond)
	r.zie("a ground without another amount", grond && !anders)
	if !grond {
		nu.alsOf(oud)
	}
}

// alsOf lets what was found before stand: without a ground a next period is measured by
// it. What the parents agreed on holds all the same.
func (p *refPeriode) alsOf(oud *refPeriode) {
	for i := range p.ouders {
		was, is := oud.ouders[i], &p.ouders[i]
		if was.geenInzicht || is.geenInzicht {
			continue
		}
		is.draagkracht, is.eerder = was.draagkracht, was.eerder
		if oud.berekend[i] == p.berekend[i] {
			p.inkomsten[i] = oud.inkomsten[i]
			p.regeling[i], p.minimum[i] = oud.regeling[i], oud.minimum[i]
		}
	}
	for j, nr := range oud.nrs {
		h := slices.Index(p.nrs, nr)
		if h < 0 {
			continue
		}
		for i := range p.uit.kinderen[h].betaalt {
			if o := p.kinderen[h].overeen; o == nil || o.betaler != i {
				p.uit.kinderen[h].betaalt[i] = oud.uit.kinderen[j].betaalt[i]
			}
		}
	}
}

// deelAnder is the percentage of the kindgebonden kosten that the parent pays with
// whom the child is not registered.
func (k refKind) deelAnder() int64 {
	switch k.kgkOuder {
	case -1:
		return 0
	case k.woont:
		return 100 - k.kgkPct
	}
	return k.kgkPct
}

// takken is what chance has to have thought of.
var takken = []string{
	"no insight in the income before", "family income", "family income at its minimum", "never lived together", "a child without a claim",
	"1 children with a claim", "2 children with a claim", "3 children with a claim", "4 children with a claim", "5 children with a claim",
	"student at home", "student on its own", "nights from days", "agreement on kindgebonden kosten", "lower income that can be blamed",
	"income above the table", "kinderbijslag in the income", "income at its minimum", "indexed steps make a difference", "transition rule", "transition rule for fewer children",
	"no insight of one", "no insight of both", "earlier children", "earlier children down to the minimum", "need as it is",
	"need brought down to draagkracht", "need brought down to the minimum", "nothing left with either", "kindgebonden kosten above the need",
	"the parent the child lives with pays", "agreement that counts", "agreement that is too low", "hardship that lowers", "hardship that does not lower",
	"study costs kept down by the hardship clause", "study costs in full", "study costs in part", "nothing left for study costs",
	"ground a", "ground c", "ground c, earlier children", "ground d", "ground e", "ground f", "ground g", "ground h",
	"another amount without a ground", "a ground without another amount",
}

// The engine and the reference agree on every case that chance can think of.
func TestReference(t *testing.T) {
	t.Parallel()
	const cases, delen, keren = 2000, 4, 15
	set := load(t)
	var mu sync.Mutex
	gezien := map[string]int{}
	t.Run("cases", func(t *testing.T) {
		for deel := range delen {
			t.Run(fmt.Sprint(deel), func(t *testing.T) {
				t.Parallel()
				for i := deel; i < cases; i += delen {
					want := vergelijk(t, i, set)
					mu.Lock()
					for tak := range want.gezien {
						gezien[tak]++
					}
					mu.Unlock()
				}
			})
		}
	})
	if t.Failed() {
		return
	}
	for _, tak := range takken {
		if gezien[tak] < keren {
			t.Errorf("%s: seen %d times only", tak, gezien[tak])
		}
		delete(gezien, tak)
	}
	for tak := range gezien {
		t.Errorf("%s is not among what has to be seen", tak)
	}
}

// vergelijk holds case i against the reference: every line that it gives, every
// payment, and whether there is a ground for change.
func vergelijk(t *testing.T, i int, set *norms.Set) *nagerekend {
	t.Helper()
	z := trekker(rand.New(rand.NewPCG(uint64(i), 34154)).IntN).zaak()
	want, err := nareken(z, set)
	if err != nil {
		t.Fatalf("case %d: %v", i, err)
	}
	r := bereken(t, z, set)
	for _, id := range slices.Sorted(maps.Keys(want.regels)) {
		c := want.regels[id]
		if l := r.Line(id); l == nil {
			t.Errorf("case %d: there is no %s, in the reference %d cents", i, id, c)
		} else if got := waarde(t, r, id); got != c || l.Unit != "%" && !l.Value.Equal(l.Value.Truncate(2)) {
			t.Errorf("case %d: %s is %s, in the reference %d cents", i, id, l.Value, c)
		}
	}
	betaald := map[string]centen{}
	for _, b := range r.Betalingen() {
		wie := b.Voor.ID
		switch b.Soort {
		case kind.UitkomstTotaal:
			wie = "samen"
		case "studiekosten":
			wie += " studie"
		}
		betaald[fmt.Sprintf("p%d %s: %s -> %s", b.Periode.Nummer, wie, b.Betaler.ID, b.Ontvanger.ID)] += naarCenten(b.Bedrag)
	}
	for wie, c := range want.betaald {
		if betaald[wie] != c {
			t.Errorf("case %d: %s pays %d, in the reference %d", i, wie, betaald[wie], c)
		}
	}
	for wie, c := range betaald {
		if _, ok := want.betaald[wie]; !ok {
			t.Errorf("case %d: %s pays %d, which the reference does not know", i, wie, c)
		}
	}
	for prefix, grond := range want.grond {
		if l := r.Line(prefix + "wijziging.grond"); l == nil || l.Text() == "ja" != grond {
			t.Errorf("case %d: %swijziging.grond is %v, in the reference %v", i, prefix, l, grond)
		}
	}
	geen, zonder := 0, 0
	for prefix, grond := range want.grond {
		if anders := want.anders[prefix]; anders && !grond {
			geen++
		} else if grond && !anders {
			zonder++
		}
	}
	for _, w := range r.Waarschuwingen() {
		switch w.Code {
		case "geen-wijzigingsgrond":
			geen--
		case "wijzigingsgrond-zonder-gevolg":
			zonder--
		}
	}
	if geen != 0 || zonder != 0 {
		t.Errorf("case %d: lacks %d warnings of another amount without a ground, and %d of a ground without another amount", i, geen, zonder)
	}
	if t.Failed() {
		t.FailNow()
	}
	return want
}
