package kind_test

import (
	"fmt"
	"maps"
	"slices"

	"annex/calc/zaak"
)

// groep are the children for whom the same persons owe maintenance.
type groep struct {
	naam     string
	plichtig []string
	kinderen []*kosten
	kosten   int64
	gelijk   bool // all children cost the same by the table
	vanaf21  bool

	draagkracht map[string]int64 // what each has for this group
	vast        map[string]bool  // who bears exactly that
	aandeel     map[string]int64
	tekort      int64
}

func (g *groep) heeft(id string) bool { return slices.Contains(g.plichtig, id) }

// maakGroepen puts together the children for whom the same persons owe.
func (p *referentieperiode) maakGroepen() {
	ouders := []string{"moeder", "vader"}
	op := map[string]*groep{
		"van_ouders": {naam: "van_ouders", plichtig: ouders},
		"vanaf_21":   {naam: "vanaf_21", plichtig: ouders, vanaf21: true},
	}
	volgorde := []string{"van_ouders"}
	for _, s := range p.zaak.Stiefouders {
		if _, ja := p.Situaties[s.ID]; ja {
			naam := "bij_" + s.EchtgenootVan
			op[naam] = &groep{naam: naam, plichtig: append([]string{s.ID}, ouders...)}
			volgorde = append(volgorde, naam)
		}
	}
	for _, k := range p.wieKost() {
		naam := "van_ouders"
		if k.groep == zaak.Vanaf21 {
			naam = "vanaf_21"
		} else if op["bij_"+k.Hoofdverblijf] != nil && k.thuis() {
			naam = "bij_" + k.Hoofdverblijf
		}
		op[naam].kinderen = append(op[naam].kinderen, k)
	}
	for _, naam := range append(volgorde, "vanaf_21") {
		if g := op[naam]; len(g.kinderen) > 0 {
			p.groepen = append(p.groepen, g)
		}
	}
	for _, g := range p.groepen {
		g.gelijk = !p.kostenVerschillen()
		for _, k := range g.kinderen {
			g.kosten += k.nodig
			g.gelijk = g.gelijk && k.volgensTabel
		}
	}
	// Of one eigen aandeel for all children the whole holds, not the sum of parts
	// in cents.
	if len(p.groepen) == 1 {
		p.groepen[0].kosten = p.uit[p.prefix+"behoefte.eigen_aandeel"]
	}
}

// id is how the lines of a group begin.
func (p *referentieperiode) id(g *groep) string {
	if len(p.groepen) == 1 {
		return "verdeling"
	}
	return "verdeling." + g.naam
}

// familie is one family for which a person owes: a group of the case, or children
// outside it.
type familie struct {
	id       string
	groep    *groep // nil outside the case
	kinderen int64
	nodig    int64
	anderen  int64 // the draagkracht of the others who owe

	onverdeeld int64 // the share with all draagkracht
	deel       int64 // the draagkracht for this family
}

// families gives the families with children under 21 for which a person owes.
func (p *referentieperiode) families(o *persoon) []*familie {
	var list []*familie
	for _, g := range p.groepen {
		if g.vanaf21 || !g.heeft(o.ID) {
			continue
		}
		f := &familie{id: "eigen_" + g.naam, groep: g, kinderen: int64(len(g.kinderen)), nodig: g.kosten}
		for _, ander := range g.plichtig {
			if ander != o.ID {
				f.anderen += p.draagkracht[ander]
			}
		}
		list = append(list, f)
	}
	if len(list) == 1 {
		list[0].id = "eigen"
	}
	for i, a := range o.AndereKinderen {
		list = append(list, &familie{
			id: fmt.Sprintf("andere_kinderen_%d", i+1), kinderen: int64(a.Aantal),
			nodig: centen(a.Behoefte.Waarde), anderen: centen(a.AndereDraagkracht.Waarde),
		})
	}
	return list
}

// vergelijk gives the share of who has d, beside others who have anderen.
func vergelijk(d, anderen, nodig int64) int64 {
	if d+anderen > nodig {
		return deel(d*nodig, d+anderen)
	}
	return d
}

func (p *referentieperiode) verdelingen() error {
	for _, g := range p.groepen {
		g.draagkracht, g.vast = map[string]int64{}, map[string]bool{}
		for _, id := range g.plichtig {
			g.draagkracht[id] = p.draagkracht[id]
		}
	}
	p.elders = p.samenloop()
	onder21 := maps.Clone(p.elders)
	for _, g := range p.groepen {
		if g.vanaf21 {
			for _, id := range g.plichtig {
				g.draagkracht[id] = max(0, p.draagkracht[id]-onder21[id])
				p.zet(g.draagkracht[id], "voorrang.resteert_%s", id)
				p.zie("less left from 21 on", onder21[id] > 0)
				p.zie("less left from 21 on, outside the case", p.elders[id] > 0)
				p.zie("nothing left from 21 on", onder21[id] > 0 && g.draagkracht[id] == 0)
			}
		}
		p.verdeel(g)
		for id, c := range g.aandeel {
			onder21[id] += c
		}
	}
	return nil
}

// samenloop divides draagkracht that falls short over the families (4.3.4), and
// gives what each bears for children outside the case.
func (p *referentieperiode) samenloop() map[string]int64 {
	elders := map[string]int64{}
	verdelen := false
	op := map[string][]*familie{}
	tekort := map[string]bool{}
	for _, o := range p.personen() {
		families := p.families(o)
		if len(families) == 0 || len(families) == 1 && families[0].groep != nil {
			continue
		}
		op[o.ID] = families
		var som int64
		for _, f := range families {
			f.onverdeeld = vergelijk(p.draagkracht[o.ID], f.anderen, f.nodig)
			som += f.onverdeeld
			p.zet(f.onverdeeld, "samenloop.%s.%s.aandeel_onverdeeld", o.ID, f.id)
		}
		p.zet(som, "samenloop.%s.aandelen_onverdeeld", o.ID)
		tekort[o.ID] = som > p.draagkracht[o.ID]
		verdelen = verdelen || tekort[o.ID]
		if len(families) == 1 { // nothing to divide, but it comes before children from 21
			continue
		}
		p.zie("samenloop without a shortage", !tekort[o.ID])
		p.zie("samenloop of own families", families[1].groep != nil)
		p.zie("samenloop of three families", len(families) > 2)
	}
	for id, families := range op {
		p.verdeelOver(families, p.draagkracht[id], verdelen)
		for _, f := range families {
			if verdelen {
				p.zie("samenloop divided, "+p.zaak.Keuzes.Samenloop, true)
				p.zet(f.deel, "samenloop.%s.%s.draagkracht", id, f.id)
			}
			vast := verdelen && tekort[id] && p.zaak.Keuzes.Samenloop == zaak.KeuzeAandeel
			if f.groep != nil {
				f.groep.draagkracht[id], f.groep.vast[id] = f.deel, vast
				continue
			}
			aandeel := f.deel
			if !vast {
				aandeel = vergelijk(f.deel, f.anderen, f.nodig)
			}
			p.zet(aandeel, "samenloop.%s.%s.aandeel", id, f.id)
			elders[id] += aandeel
		}
	}
	return elders
}

// verdeelOver divides draagkracht d over families, or gives each all of it.
func (p *referentieperiode) verdeelOver(families []*familie, d int64, verdelen bool) {
	if !verdelen {
		for _, f := range families {
			f.deel = d
		}
		return
	}
	maat := map[string]func(*familie) int64{
		zaak.KeuzeGelijk:   func(f *familie) int64 { return f.kinderen },
		zaak.KeuzeBehoefte: func(f *familie) int64 { return f.nodig },
		zaak.KeuzeAandeel:  func(f *familie) int64 { return f.onverdeeld },
	}[p.zaak.Keuzes.Samenloop]
	var som int64
	for _, f := range families {
		som += maat(f)
	}
	for _, f := range families {
		if som > 0 {
			f.deel = deel(d*maat(f), som)
		}
	}
}

// verdeel divides the costs of a group over who owes (4.3.4).
func (p *referentieperiode) verdeel(g *groep) {
	g.aandeel = map[string]int64{}
	rest := g.kosten
	var samen, naarRato int64
	for _, id := range g.plichtig {
		samen += g.draagkracht[id]
		if g.vast[id] {
			rest -= g.draagkracht[id]
		} else {
			naarRato += g.draagkracht[id]
		}
	}
	g.tekort = max(0, g.kosten-samen)
	id := p.id(g)
	if len(p.groepen) > 1 && len(g.kinderen) > 1 {
		p.zet(g.kosten, "%s.kosten", id)
	}
	p.zet(samen, "%s.gezamenlijke_draagkracht", id)
	p.zet(g.tekort, "%s.tekort", id)
	for _, wie := range g.plichtig {
		d := g.draagkracht[wie]
		g.aandeel[wie] = d
		if !g.vast[wie] && naarRato > max(0, rest) {
			g.aandeel[wie] = deel(d*max(0, rest), naarRato)
		}
		p.zet(g.aandeel[wie], "%s.aandeel_%s", id, wie)
	}
	p.zie("group "+g.naam, len(p.groepen) > 1)
	p.zie("shortage", g.tekort > 0)
	p.zie("shortage by need", g.tekort > 0 && !g.gelijk)
	p.zie("comparison", samen > g.kosten)
}

// perKind is the part of an amount of this group that is for one child: equal,
// unless the needs differ.
func (g *groep) perKind(c int64, k *kosten) int64 {
	switch {
	case len(g.kinderen) == 1:
		return c
	case g.gelijk:
		return deel(c, int64(len(g.kinderen)))
	case g.kosten == 0: // no child needs anything
		return 0
	}
	return deel(c*k.nodig, g.kosten)
}
