package kind_test

import (
	"fmt"
	"math"

	"annex/calc/zaak"
	"annex/norms"
)

// bijdrage is what one person pays for one child.
type bijdrage struct {
	*kosten
	van, aan string
	id       string // of the line
	// onafgerond is what the comparison and zorgkorting come to, bedrag what is to
	// be paid.
	onafgerond, bedrag int64
	verschil           bool // what zorgkorting exceeds, the other way round
}

func (p *referentieperiode) bijdragen() error {
	var list []*bijdrage
	for _, g := range p.groepen {
		for _, k := range g.kinderen {
			list = append(list, p.vanKind(g, k)...)
		}
	}
	for _, b := range list {
		b.bedrag = heel(b.onafgerond)
	}
	for _, o := range p.zaak.Ouders {
		if err := p.toetsen(o, list); err != nil {
			return err
		}
	}
	for _, b := range list {
		p.zet(b.bedrag, "%s", b.id)
		p.betaal(b.ID, b.van, b.aan, b.bedrag)
	}
	p.totalen(list)
	return p.wijzigingen(list)
}

// betaal writes down a payment for a child, or for all of them together: "".
func (p *referentieperiode) betaal(kind, van, aan string, bedrag int64) {
	p.betaald[fmt.Sprintf("p%d %s: %s -> %s", p.nummer, kind, van, aan)] = bedrag
}

func andere(ouder string) string {
	return map[string]string{"moeder": "vader", "vader": "moeder"}[ouder]
}

// vanKind gives what is paid for one child.
func (p *referentieperiode) vanKind(g *groep, k *kosten) []*bijdrage {
	if k.groep == zaak.Minderjarig {
		return p.minderjarig(g, k)
	}
	p.zie("child from 18 at home", k.thuis())
	if k.thuis() {
		van := andere(k.Hoofdverblijf)
		p.zet(g.perKind(g.aandeel[van], k), "%s.aandeel_%s", k.ID, van)
		return []*bijdrage{{k, van, k.ID, k.ID + ".bijdrage", g.perKind(g.aandeel[van], k), 0, false}}
	}
	p.zie("child from 18 on its own", true)
	var list []*bijdrage
	for _, o := range p.zaak.Ouders {
		c := g.perKind(g.aandeel[o.ID], k)
		p.zet(c, "%s.%s.aandeel_%s", k.ID, o.ID, o.ID)
		list = append(list, &bijdrage{k, o.ID, k.ID, k.ID + "." + o.ID + ".bijdrage", c, 0, false})
	}
	return list
}

// minderjarig takes zorgkorting from the share of the parent where the child does
// not live (4.3.5), less half of a shortage (5.1).
func (p *referentieperiode) minderjarig(g *groep, k *kosten) []*bijdrage {
	woont := k.Hoofdverblijf
	van := andere(woont)
	korting := deel(honderdsten(k.Zorg)*k.grondslag, 100*100)
	p.zet(korting, "%s.zorgkorting", k.ID)
	aandeel := g.perKind(g.aandeel[van], k)
	telt := korting
	if g.tekort > 0 {
		helft := deel(g.tekort, 2*int64(len(g.kinderen)))
		if !g.gelijk {
			helft = deel(g.perKind(g.tekort, k), 2)
		}
		telt = max(0, korting-helft)
	}
	p.zet(telt, "%s.zorgkorting_in_aanmerking", k.ID)
	list := []*bijdrage{{k, van, woont, k.ID + ".bijdrage", max(0, aandeel-telt), 0, false}}
	if k.Zorg == nil || !k.Zorg.VerzoekVerschil {
		return list
	}
	tegen := g.perKind(g.draagkracht[van], k)
	if p.zaak.Keuzes.ZorgkortingVerschil == zaak.KeuzeAandeel {
		tegen = aandeel
	}
	var verschil int64
	if g.tekort == 0 {
		// The other parent does not pay more than the own share.
		verschil = min(max(0, korting-tegen), g.perKind(g.aandeel[woont], k))
	}
	p.zet(verschil, "%s.verschil_onafgerond", k.ID)
	p.zie("zorgkorting difference, "+p.zaak.Keuzes.ZorgkortingVerschil, verschil > 0)
	p.zie("zorgkorting difference not due", verschil == 0)
	return append(list, &bijdrage{k, woont, van, k.ID + ".bijdrage_verschil", verschil, 0, true})
}

// honderdsten is the zorgkorting in hundredths of a percent.
func honderdsten(z *zaak.Zorg) int64 {
	if z == nil {
		return 500
	}
	if z.Percentage != nil {
		return centen(z.Percentage.Waarde)
	}
	switch days := centen(z.DagenPerWeek.Waarde); {
	case days < 100:
		return 500
	case days < 200:
		return 1500
	case days < 300:
		return 2500
	default:
		return 3500
	}
}

// toetsen lowers what a parent pays as far as too little would be left to live on
// (4.6.3, 4.7, 5.4).
func (p *referentieperiode) toetsen(o zaak.Ouder, list []*bijdrage) error {
	s := p.Situaties[o.ID]
	t, i := s.Toets, s.Inkomensverlies
	vloer := i != nil && buitenBeschouwing(i)
	if t == nil && !vloer {
		return nil
	}
	norm, err := p.bijstandsnorm(o, s)
	if err != nil {
		return err
	}
	grens := int64(math.MaxInt64)
	if t != nil {
		grens = p.resteert(o, s, norm, geldend(t.Bijstandsnorm, norm))
	}
	if vloer {
		grens = min(grens, max(0, centen(s.NBI.Waarde)-deel(95*geldend(i.Bijstandsnorm, norm), 100)))
		p.zie("two norms", t != nil && geldend(t.Bijstandsnorm, norm) != geldend(i.Bijstandsnorm, norm))
		p.zie("floor at loss of income", true)
		p.zie("floor and test", t != nil)
	}
	var onder21, vanaf21 []*bijdrage
	voor := p.elders[o.ID]
	for _, b := range list {
		switch {
		case b.van != o.ID:
		case b.groep == zaak.Vanaf21:
			vanaf21 = append(vanaf21, b)
		default:
			onder21 = append(onder21, b)
			voor += b.bedrag
		}
	}
	voorOnder21 := voor
	for _, b := range vanaf21 {
		voor += b.bedrag
	}
	na := voor
	lager := grens < math.MaxInt64 && voor > heel(grens)
	if lager {
		na = heel(grens)
		p.zie("test that lowers those from 21 only", voorOnder21 > 0 && na >= voorOnder21)
		verlaag(onder21, min(na, voorOnder21), voorOnder21)
		verlaag(vanaf21, max(0, na-voorOnder21), voor-voorOnder21)
	}
	p.zet(voor, "toets_%s.voor_toets", o.ID)
	p.zet(na, "toets_%s.na_toets", o.ID)
	p.zie("test that lowers", lager)
	p.zie("test that does not lower", !lager)
	p.zie("test that leaves nothing", lager && na == 0)
	return nil
}

// verlaag gives each contribution its part of what they may come to together.
func verlaag(list []*bijdrage, na, voor int64) {
	for _, b := range list {
		if voor > 0 {
			b.bedrag = deel(b.bedrag*na, voor)
		}
	}
}

// bijstandsnorm gives the norm where one is published.
func (p *referentieperiode) bijstandsnorm(o zaak.Ouder, s zaak.Situatie) (norm norms.Bijstandsnorm, err error) {
	if p.Vanaf.Before(day(2026, 7, 1)) {
		return p.set.Bijstandsnorm(p.Vanaf, gepensioneerd(p.Vanaf, o, s))
	}
	return norm, nil
}

// geldend is the norm as stated, or as published in whole euros.
func geldend(stated *zaak.Bedrag, norm norms.Bijstandsnorm) int64 {
	if stated != nil {
		return centen(stated.Waarde)
	}
	return heel(centen(norm.Norm.Amount))
}

// resteert is what the aanvaardbaarheidstoets leaves for maintenance.
func (p *referentieperiode) resteert(o zaak.Ouder, s zaak.Situatie, norm norms.Bijstandsnorm, bijstandsnorm int64) int64 {
	t := s.Toets
	component := func(stated *zaak.Bedrag, published *norms.Value) int64 {
		if stated != nil {
			return centen(stated.Waarde)
		}
		p.zie("test with the published parts of the norm", true)
		return heel(centen(published.Amount))
	}
	nodig := deel(95*max(0, bijstandsnorm-component(t.Wooncomponent, norm.Wooncomponent)-component(t.Normpremie, norm.NormpremieZvw)), 100)
	p.zet(nodig, "toets_%s.ondergrens", o.ID)
	nodig += max(0, centen(t.Woonlast.Waarde)-centenOfNul(t.Huurtoeslag))
	nodig += max(0, centen(t.Zorgpremie.Waarde)-centenOfNul(t.Zorgtoeslag)) + centenOfNul(t.OverigeZorgkosten)
	for _, l := range s.Lasten {
		bedrag := centen(l.Bedrag.Waarde)
		nodig += bedrag - buiten(l.Vermijdbaar, l.VermijdbaarDeel, bedrag)
	}
	p.zet(nodig, "toets_%s.noodzakelijke_lasten", o.ID)
	resteert := max(0, centen(s.NBI.Waarde)-nodig)
	p.zet(resteert, "toets_%s.resteert", o.ID)
	return resteert
}

// totalen adds up what the parents pay each other, and sets it off.
func (p *referentieperiode) totalen(list []*bijdrage) {
	betaalt := map[string]int64{}
	for _, b := range list {
		if b.groep == zaak.Minderjarig {
			betaalt[b.van] += b.bedrag
		}
	}
	for _, van := range []string{"moeder", "vader"} {
		bedrag, betaaltIets := betaalt[van]
		if !betaaltIets {
			continue
		}
		aan := andere(van)
		p.zet(bedrag, "uitkomst.%s_aan_%s", van, aan)
		if tegen, overEnWeer := betaalt[aan]; overEnWeer {
			p.zie("payments both ways", true)
			p.zie("setting off", bedrag > 0 && tegen > 0)
			bedrag = max(0, bedrag-tegen)
			p.zet(bedrag, "uitkomst.saldo_%s_aan_%s", van, aan)
		}
		p.betaal("", van, aan, bedrag)
	}
}

// wijzigingen holds what is now due for a child against what was fixed before.
func (p *referentieperiode) wijzigingen(list []*bijdrage) error {
	for _, k := range p.wieKost() {
		e := k.EerdereBijdrage
		if e == nil {
			continue
		}
		var nieuw int64
		for _, b := range list {
			if b.kosten == k && (e.Betaler == "" && !b.verschil || e.Betaler == b.van) {
				nieuw += b.bedrag
			}
		}
		p.zet(centen(e.Bedrag.Waarde), "wijziging.%s.eerder", k.ID)
		nu, err := p.indexeer(onafgerond(centen(e.Bedrag.Waarde)), e.VastgesteldOp.Year(), p.Vanaf.Year(), func(jaar int, c int64) {
			p.zet(c, "wijziging.%s.geindexeerd_%d", k.ID, jaar)
		})
		if err != nil {
			return err
		}
		p.zet(nieuw, "wijziging.%s.nieuw", k.ID)
		p.zet(nieuw-nu, "wijziging.%s.verschil", k.ID)
		p.zie("lower than before", nieuw < nu)
		p.zie("higher than before", nieuw > nu)
	}
	return nil
}
