package kind

import (
	"slices"

	"annex/calc/periode"
	"annex/calc/sheet"
	"annex/calc/zaak"
)

// plichtigen are who owe maintenance in a period: the two parents, and the
// stepparents of whom the period states the situation (art. 1:395 BW).
func (b *berekening) plichtigen(p periode.Periode) []zaak.Ouder {
	out := slices.Clone(b.zaak.Ouders)
	for _, s := range b.zaak.Stiefouders {
		if _, ok := p.Situaties[s.ID]; ok {
			out = append(out, s.Ouder)
		}
	}
	return out
}

// groep is a set of children of this case for whom the same people owe
// maintenance, with the same rank.
type groep struct {
	id         string // "" for the only one; "bij_moeder", "vanaf_21"
	naam       string // "Noor en Tim"
	eigen      aandelen
	plichtigen []int // by place in berekening.plichtigen
	// vanaf21: children of 21 and older, who come after those under 21 (art.
	// 1:400 BW).
	vanaf21 bool
}

// idOf gives the id of the group, or this word for the only one.
func (g groep) idOf(enige string) string {
	if g.id == "" {
		return enige
	}
	return g.id
}

// groepen divides the children over groups. A stepparent owes maintenance only
// for the children in the own family: minors who have their main residence with
// the spouse, and children of 18 to 21 who live there.
func (b *berekening) groepen(p periode.Periode, plichtigen []zaak.Ouder, eigen aandelen) []groep {
	var out []groep
	add := func(id string, kind int, wie []int, vanaf21 bool) {
		i := slices.IndexFunc(out, func(g groep) bool { return g.id == id })
		if i < 0 {
			i = len(out)
			out = append(out, groep{id: id, plichtigen: wie, vanaf21: vanaf21})
		}
		out[i].eigen.kinderen = append(out[i].eigen.kinderen, kind)
	}
	for _, i := range eigen.kinderen {
		k := b.zaak.Kinderen[i]
		ouders := []int{0, 1}
		if k.Groep(p.Vanaf) == zaak.Vanaf21 {
			add("vanaf_21", i, ouders, true)
			continue
		}
		stief := b.stiefouderVan(p, plichtigen, i)
		if stief < 0 {
			add("van_ouders", i, ouders, false)
			continue
		}
		add("bij_"+p.Kinderen[i].Hoofdverblijf, i, append(ouders, stief), false)
	}
	for i := range out {
		out[i].eigen = b.deelVan(eigen, out[i].eigen.kinderen)
		out[i].naam = sheet.Enumerate(b.namen(out[i].eigen.kinderen))
	}
	if len(out) == 1 {
		out[0].id = ""
	}
	for i, g := range out {
		if g.id != "" && len(g.eigen.kinderen) > 1 {
			out[i].eigen.totaal = b.scBehoefte.At(p.ID("verdeling." + g.id)).Add(sheet.Line{
				ID: "kosten", Label: "Kosten van " + g.naam + " samen", Naam: "kosten van " + g.naam + " samen", Unit: sheet.EURPerMaand,
				Expr: g.eigen.totaal, Source: rapport("4.3.4"),
			})
		}
	}
	for i, o := range plichtigen {
		if i >= len(b.zaak.Ouders) && slices.ContainsFunc(out, func(g groep) bool { return slices.Contains(g.plichtigen, i) }) {
			b.sheet.Choice(sheet.Cond{}, sheet.Keuze{
				ID: "stiefouder", Onderwerp: "Aandeel van " + o.Aanduiding,
				Keuze:       sheet.Capital(o.Aanduiding) + " draagt als stiefouder naar draagkracht mee in de kosten van de kinderen van het eigen gezin, met dezelfde rang als de ouders.",
				Grond:       "Art. 1:395 en 1:395a BW; Rapport par. 4.3.1 en 5.1, stap 2. Het huwelijk of geregistreerd partnerschap is aangenomen zoals opgegeven.",
				Alternatief: "Een ander aandeel, naar de omstandigheden en de band van de stiefouder met het kind.",
			})
		}
		if !slices.ContainsFunc(out, func(g groep) bool { return slices.Contains(g.plichtigen, i) }) {
			p.LaatWeg(b.sheet, sheet.Cond{}, "Draagkracht van %s", "Geen van de kinderen hoort tot het gezin van %s (art. 1:395 en 1:395a BW).", o.Aanduiding, o.Aanduiding)
		}
	}
	return out
}

// stiefouderVan gives the place of the stepparent in whose family a child lives,
// or -1.
func (b *berekening) stiefouderVan(p periode.Periode, plichtigen []zaak.Ouder, kind int) int {
	z := p.Kinderen[kind]
	if z.Volwassen != nil && z.Volwassen.Zelfstandig {
		return -1
	}
	for _, s := range b.zaak.Stiefouders {
		if s.EchtgenootVan == z.Hoofdverblijf {
			return slices.IndexFunc(plichtigen, func(o zaak.Ouder) bool { return o.ID == s.ID })
		}
	}
	return -1
}

// deelVan gives the aandelen of some of the children.
func (b *berekening) deelVan(alle aandelen, kinderen []int) aandelen {
	if len(kinderen) == len(alle.kinderen) {
		return alle
	}
	a := alle
	a.kinderen = kinderen
	a.totaal = alle.samen(kinderen)
	a.gelijk = true
	for _, i := range kinderen {
		a.gelijk = a.gelijk && alle.kind[i] == alle.kind[kinderen[0]]
	}
	return a
}

func (b *berekening) namen(kinderen []int) []string {
	out := make([]string, len(kinderen))
	for i, k := range kinderen {
		out[i] = b.zaak.Kinderen[k].Naam
	}
	return out
}

// kinderenVan counts the children for whom someone owes maintenance: of this
// case under 21, and of other families.
func (b *berekening) kinderenVan(p periode.Periode, o zaak.Ouder) int {
	plichtigen := b.plichtigen(p)
	n := 0
	for i, k := range b.zaak.Kinderen {
		if k.Groep(p.Vanaf) == zaak.Vanaf21 {
			continue
		}
		ouder := o.ID == b.zaak.Ouders[0].ID || o.ID == b.zaak.Ouders[1].ID
		if s := b.stiefouderVan(p, plichtigen, i); ouder || s >= 0 && plichtigen[s].ID == o.ID {
			n++
		}
	}
	for _, g := range p.Situaties[o.ID].AndereKinderen {
		n += g.Aantal
	}
	return n
}
