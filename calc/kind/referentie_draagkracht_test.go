package kind_test

import (
	"fmt"
	"slices"
	"time"

	"annex/calc/zaak"
	"annex/norms"
)

// persoon is a parent or stepparent who owes maintenance in a period.
type persoon struct {
	zaak.Ouder
	zaak.Situatie
	kinderen int // under 21, for whom the minimum is counted
}

// draagkrachten finds what each person can bear: first with the woonbudget, then
// where that falls short with housing costs that are lower (4.2.2.4).
func (p *referentieperiode) draagkrachten() error {
	p.maakGroepen()
	p.draagkracht = map[string]int64{}
	metWoonlast := map[string]int64{}
	for _, o := range p.personen() {
		aow := gepensioneerd(p.Vanaf, o.Ouder, o.Situatie)
		p.zie("AOW", aow)
		norm, err := p.set.Draagkracht(p.Vanaf, aow)
		if err != nil {
			return err
		}
		s := &schema{p, o, norm}
		p.draagkracht[o.ID] = s.draagkracht()
		if w := o.Woonlast; w != nil && w.Soort == zaak.WoonlastLager && s.volgensSchema() {
			metWoonlast[o.ID] = s.metWoonlast(woonlast(w))
		}
	}
	tekort := map[string]bool{}
	for _, o := range p.personen() {
		tekort[o.ID] = p.komtTekort(o)
	}
	for id, d := range metWoonlast {
		p.zie("lower housing costs that count", tekort[id] && d > p.draagkracht[id])
		p.zie("lower housing costs without a shortage", !tekort[id])
		if tekort[id] {
			p.draagkracht[id] = max(p.draagkracht[id], d)
		}
	}
	for id, d := range p.draagkracht {
		p.zet(d, "%s.draagkracht", id)
	}
	return nil
}

// komtTekort tells whether, with everyone's woonbudget, there is a shortage in a
// group for which this person owes, or the shares of all families together exceed
// what this person has.
func (p *referentieperiode) komtTekort(o *persoon) bool {
	eigen := p.draagkracht[o.ID]
	var aandelen int64
	families := p.families(o)
	for _, f := range families {
		aandelen += vergelijk(eigen, f.anderen, f.nodig)
	}
	if lager := o.Woonlast != nil && o.Woonlast.Soort == zaak.WoonlastLager && o.Draagkracht == nil && o.Schuldsanering == nil; lager && len(families) > 1 {
		p.zet(aandelen, "%s.aandelen_met_woonbudget", o.ID)
	}
	for _, g := range p.groepen {
		var samen int64
		for _, ander := range g.plichtig {
			samen += p.draagkracht[ander]
		}
		if g.vanaf21 { // after those under 21
			for _, jonger := range p.groepen {
				if !jonger.vanaf21 {
					samen -= jonger.kosten
				}
			}
			samen = max(0, samen)
		}
		if g.heeft(o.ID) && samen < g.kosten {
			return true
		}
	}
	p.zie("lower housing costs, a shortage over all families only", o.Woonlast != nil && o.Woonlast.Soort == zaak.WoonlastLager && aandelen > eigen)
	return aandelen > eigen
}

// schema is the kernschema of one person (4.2.1).
type schema struct {
	*referentieperiode
	*persoon
	norm norms.Draagkracht
}

// volgensSchema tells whether the woonbudget has a part in the draagkracht.
func (s *schema) volgensSchema() bool {
	return s.Schuldsanering == nil && s.Draagkracht == nil && !s.Bijstand && s.LangdurigeZorg == nil
}

func (s *schema) draagkracht() int64 {
	switch {
	case s.Schuldsanering != nil:
		return 0
	case s.Draagkracht != nil:
		return centen(s.Draagkracht.Bedrag.Waarde)
	case s.LangdurigeZorg != nil:
		s.zie("long-term care", true)
		l := s.LangdurigeZorg
		return heel(max(0, s.inkomen()-centen(l.EigenBijdrage.Waarde)-centen(l.NoodzakelijkeLasten.Waarde)-s.lasten()))
	case s.Bijstand && s.verzorgt():
		s.zie("bijstand with a child", true)
		return 0
	case s.Bijstand:
		s.zie("bijstand without a child", true)
		_, woonbudget, _ := s.rij()
		return s.minimum(s.lasten() + s.meerdereWoonlast(woonbudget))
	case s.VoormaligeWoning != nil:
		s.zie("former home", true)
		return s.metWoonlast(centen(s.VoormaligeWoning.EigenWoonlast.Waarde) + centenOfNul(s.VoormaligeWoning.Aandeel))
	}
	return s.volgensTabel()
}

// rij finds the row of the draagkrachttabel, -1 below the first, with the income
// and woonbudget to go by.
func (s *schema) rij() (row int, woonbudget, inkomen int64) {
	inkomen = s.inkomen()
	rows := s.norm.Tabel.Rows
	row = -1
	for i := range rows {
		if centen(rows[i][0].Amount) <= inkomen {
			row = i
		}
	}
	if row < len(rows)-1 && s.zaak.Keuzes.LageInkomens == zaak.KeuzeTabelbedrag {
		inkomen = centen(rows[max(row, 0)][0].Amount)
	}
	return row, deel(3*inkomen, 10), inkomen
}

// meerdereWoonlast is what higher housing costs exceed the woonbudget by
// (4.2.2.4).
func (s *schema) meerdereWoonlast(woonbudget int64) int64 {
	if w := s.Woonlast; w != nil && w.Soort == zaak.WoonlastHoger && s.VoormaligeWoning == nil {
		s.zie("higher housing costs", woonlast(w) > woonbudget)
		return max(0, woonlast(w)-woonbudget)
	}
	return 0
}

// volgensTabel reads the draagkrachttabel.
func (s *schema) volgensTabel() int64 {
	row, woonbudget, inkomen := s.rij()
	lasten := s.lasten() + s.meerdereWoonlast(woonbudget)
	if row < 0 {
		s.zie("below the table", true)
		return s.minimum(lasten)
	}
	rij := s.norm.Tabel.Rows[row]
	s.zie("row by its amount or formula: "+s.zaak.Keuzes.LageInkomens, row < len(s.norm.Tabel.Rows)-1)
	ruimte := max(0, inkomen-woonbudget-centen(rij[2].Amount)-lasten)
	return deel(rij[1].Amount.IntPart()*ruimte, 100*100) * 100 // straight to whole euros
}

// metWoonlast is the draagkracht with actual housing costs: by the last row of
// the table, at any income (5.3).
func (s *schema) metWoonlast(woonlast int64) int64 {
	row := s.norm.Tabel.Rows[len(s.norm.Tabel.Rows)-1]
	ruimte := max(0, s.inkomen()-centen(row[2].Amount)-woonlast-s.lasten())
	return deel(row[1].Amount.IntPart()*ruimte, 100*100) * 100
}

// woonlast leaves half of the housing costs to a new partner.
func woonlast(w *zaak.Woonlast) int64 {
	if w.NieuwePartner {
		return deel(centen(w.Bedrag.Waarde), 2)
	}
	return centen(w.Bedrag.Waarde)
}

// minimum is the minimum draagkracht (4.3.2) less the charges (4.3.3).
func (s *schema) minimum(lasten int64) int64 {
	minimum := int64(2500)
	if s.kinderen > 1 {
		minimum = 5000
	}
	return heel(max(0, minimum-lasten))
}

// verzorgt tells whether a minor has its main residence with this parent.
func (s *schema) verzorgt() bool {
	for _, k := range s.wieKost() {
		if k.groep == zaak.Minderjarig && k.Hoofdverblijf == s.ID {
			return true
		}
	}
	return false
}

// inkomen is the income that counts: the old one after a loss of income that does
// not, further income that can be earned, and kindgebonden budget.
func (s *schema) inkomen() int64 {
	nbi := centen(s.NBI.Waarde)
	if i := s.Inkomensverlies; i != nil {
		s.zie(fmt.Sprintf("loss of income, old income counts: %v", oudInkomen(i)), true)
	}
	if i := s.Inkomensverlies; i != nil && oudInkomen(i) {
		nbi = centen(i.OudNBI.Waarde)
	}
	if s.Verdiencapaciteit != nil {
		nbi += centen(s.Verdiencapaciteit.Bedrag.Waarde)
	}
	return nbi + centenOfNul(s.KindgebondenBudget)
}

// oudInkomen answers the questions of 4.7.
func oudInkomen(i *zaak.Inkomensverlies) bool {
	return i.ZelfVeroorzaakt && (i.Herstelbaar && i.TeVergen || i.Onthouden)
}

// buitenBeschouwing: the loss does not count though the income cannot be earned
// again.
func buitenBeschouwing(i *zaak.Inkomensverlies) bool {
	return i.ZelfVeroorzaakt && (!i.Herstelbaar || !i.TeVergen) && i.Onthouden
}

// lasten are the charges that are neither avoidable nor blameworthy.
func (s *schema) lasten() int64 {
	var som int64
	for _, l := range s.Lasten {
		bedrag := centen(l.Bedrag.Waarde)
		telt := max(0, bedrag-buiten(l.Vermijdbaar, l.VermijdbaarDeel, bedrag)-buiten(l.Verwijtbaar, l.VerwijtbaarDeel, bedrag))
		s.zie("charge that counts in part", telt > 0 && telt < bedrag)
		som += telt
	}
	return som
}

// buiten is which part of a charge is avoidable, or blameworthy.
func buiten(ja bool, deel *zaak.Bedrag, bedrag int64) int64 {
	switch {
	case !ja:
		return 0
	case deel != nil:
		return centen(deel.Waarde)
	}
	return bedrag
}

// gepensioneerd tells whether a parent has reached the AOW age: 65 and some
// months up to 2017, then rising to 67 in 2024 (art. 7a AOW). Who has reached it
// keeps it.
func gepensioneerd(op time.Time, o zaak.Ouder, s zaak.Situatie) bool {
	if s.AOW != nil {
		return *s.AOW
	}
	if o.Geboren == nil {
		return false
	}
	maanden := map[int]int{2020: 796, 2021: 796, 2022: 799, 2023: 802, 2024: 804, 2025: 804, 2026: 804}
	for jaar := 2020; jaar <= op.Year(); jaar++ {
		bereikt := o.Geboren.AddDate(0, maanden[jaar], 0)
		if bereikt.Year() <= jaar && !bereikt.After(op) {
			return true
		}
	}
	return false
}

// personen gives both parents, and the stepparents who owe maintenance for a
// child of this case.
func (p *referentieperiode) personen() []*persoon {
	var list []*persoon
	for _, o := range p.zaak.Ouders {
		list = append(list, p.persoon(o))
	}
	for _, s := range p.zaak.Stiefouders {
		if slices.ContainsFunc(p.groepen, func(g *groep) bool { return g.heeft(s.ID) }) {
			list = append(list, p.persoon(s.Ouder))
		}
	}
	return list
}

func (p *referentieperiode) persoon(o zaak.Ouder) *persoon {
	out := &persoon{Ouder: o, Situatie: p.Situaties[o.ID]}
	for _, g := range p.groepen {
		if !g.vanaf21 && g.heeft(o.ID) {
			out.kinderen += len(g.kinderen)
		}
	}
	for _, a := range out.AndereKinderen {
		out.kinderen += a.Aantal
	}
	return out
}
