package wetsvoorstel

import (
	"fmt"

	"annex/calc/periode"
	"annex/calc/sheet"
	"annex/calc/zaak"
)

// beelden shows who bears what of the costs of each child: what a parent pays to
// the other or to the child, and what a parent pays directly.
func (b *berekening) beelden(nu *stand) {
	for _, nr := range nu.kinderen {
		k := b.zaak.Kinderen[nr]
		geheel := nu.behoefte[nr]
		var zelf, betaald []sheet.Part
		for i, o := range b.zaak.Ouders {
			eigen := nu.aandeel[nr][i]
			for _, d := range nu.delen {
				if d.kind != nr || d.studie || d.betaler.ID != o.ID {
					continue
				}
				betaalt := d.exact
				if d.naToets != (sheet.Expr{}) {
					betaalt = d.naToets
				}
				wat := " betaalt aan "
				if z := nu.periode.Kinderen[nr].Overeengekomen; z != nil && z.Betaler == o.ID {
					wat = " betaalt volgens de tabellen aan " // what was agreed on may be another amount
				}
				betaald = append(betaald, sheet.Part{Naam: o.Aanduiding + wat + d.ontvanger.Naam, Line: betaalt})
				eigen = eigen.Minus(d.exact)
				if d.naToets != (sheet.Expr{}) {
					betaald = append(betaald, sheet.Part{Naam: "niet gedekt na de hardheidsclausule voor " + o.Aanduiding, Line: d.sc.Add(sheet.Line{
						ID: "niet_gedekt_" + o.ID, Label: "Niet gedekt na de hardheidsclausule voor " + o.Aanduiding, Unit: sheet.EURPerMaand, Expr: d.exact.Minus(d.naToets), Source: wet("404 lid 6"),
					})})
				}
			}
			if geheel != (sheet.Expr{}) {
				sc := nu.scope[nr]
				zelf = append(zelf, sheet.Part{Naam: o.Aanduiding + " draagt zelf", Line: sc.Add(sheet.Line{
					ID: "draagt_zelf_" + o.ID, Label: sheet.Capital(o.Aanduiding) + " draagt daarnaast zelf, uit het eigen inkomen", Unit: sheet.EURPerMaand, Expr: eigen, Source: besluit("11"),
				})})
			}
		}
		if geheel == (sheet.Expr{}) {
			geheel = nu.scope[nr].Add(sheet.Line{
				ID: "behoefte", Label: "Behoefte van " + k.Naam + " die de ouders dragen", Naam: "behoefte van " + k.Naam, Unit: sheet.EURPerMaand, Expr: sheet.Sum(nu.aandeel[nr]...), Source: besluit("8"),
			})
		}
		b.sheet.Picture(nu.periode.Naam, k.Naam, geheel, append(zelf, betaald...)...)
	}
}

// thuisDraagt adds what the parent a minor is registered with bears where the hardship
// clause or an agreement makes it another amount than the share of that parent: what it
// pays directly, less what it gets and with what it pays.
func (b *berekening) thuisDraagt(nu *stand) {
	for _, nr := range nu.kinderen {
		k := b.zaak.Kinderen[nr]
		if nu.thuisZelf[nr] == (sheet.Expr{}) || isMeerderjarig(nu.periode, k) {
			continue
		}
		draagt, anders := nu.thuisZelf[nr], false
		for _, d := range nu.delen {
			if d.kind != nr {
				continue
			}
			anders = anders || d.afgesproken || d.naToets != (sheet.Expr{})
			if d.terug {
				draagt = draagt.Plus(d.bedrag)
			} else {
				draagt = draagt.Minus(d.bedrag)
			}
		}
		if !anders {
			continue
		}
		hoofd, _ := b.ouderEnAndere(nu.periode.Kinderen[nr].Hoofdverblijf)
		nu.scope[nr].Add(sheet.Line{
			ID: "thuis_draagt", Label: sheet.Capital(b.zaak.Ouders[hoofd].Aanduiding) + " draagt voor " + k.Naam + ", met de te betalen bijdrage", Unit: sheet.EURPerMaand, Expr: draagt.AtLeast(sheet.Zero), Source: besluit("11 en 12"),
			Toelichting: "wat zelf al wordt betaald, min de bijdrage die wordt ontvangen en plus de bijdrage die wordt betaald",
		})
	}
}

// richting is what one parent pays to the other.
type richting struct {
	betaler, ontvanger zaak.Ouder
	delen              []betaling
	totaal             sheet.Expr
}

// uitkomst records the amounts and adds the totals per direction, set off against
// each other where both parents pay; it gives those.
func (b *berekening) uitkomst(p periode.Periode, delen []betaling) (saldi []sheet.Expr) {
	for _, d := range delen {
		k := b.zaak.Kinderen[d.kind]
		soort := UitkomstPerKind
		if d.studie {
			soort = UitkomstStudie
		}
		b.sheet.Outcome(sheet.Uitkomst{
			Soort: soort, Periode: p.Naam, Voor: sheet.Persoon{ID: k.ID, Naam: k.Naam}, Betaler: persoon(d.betaler), Ontvanger: d.ontvanger,
		}, d.bedrag)
	}
	richtingen := b.richtingen(delen)
	if len(richtingen) == 0 {
		return nil
	}
	sc := b.sheet.Section(sheet.Section{
		ID: p.ID("uitkomst"), Soort: SoortUitkomst, Titel: "Te betalen kinderalimentatie" + p.Achter, Periode: p.Nummer,
	}, p.ID("uitkomst"))
	for i := range richtingen {
		r := &richtingen[i]
		var amounts []sheet.Expr
		for _, d := range r.delen {
			amounts = append(amounts, d.bedrag)
		}
		samen := ""
		if len(amounts) > 1 {
			samen = ", voor de kinderen samen"
		}
		r.totaal = sc.Add(sheet.Line{
			ID: r.betaler.ID + "_aan_" + r.ontvanger.ID, Label: fmt.Sprintf("%s betaalt aan %s%s", sheet.Capital(r.betaler.Aanduiding), r.ontvanger.Aanduiding, samen),
			Unit: sheet.EURPerMaand, Expr: sheet.Sum(amounts...), Source: besluit("12"), Slot: true,
		})
	}
	for i, r := range richtingen {
		terug := richtingen[1-i].totaal
		saldo := sc.Add(sheet.Line{
			ID: "saldo_" + r.betaler.ID + "_aan_" + r.ontvanger.ID, Label: fmt.Sprintf("Na verrekening betaalt %s aan %s", r.betaler.Aanduiding, r.ontvanger.Aanduiding),
			Unit: sheet.EURPerMaand, Expr: r.totaal.Minus(terug).AtLeast(sheet.Zero), Source: besluit("12"), Slot: true,
		})
		b.sheet.Outcome(sheet.Uitkomst{Soort: UitkomstTotaal, Periode: p.Naam, Betaler: persoon(r.betaler), Ontvanger: persoon(r.ontvanger)}, saldo)
		saldi = append(saldi, saldo)
	}
	return saldi
}

// richtingen gathers what the parents pay each other, the parent with whom fewer
// children are registered first; none where all children receive it themselves.
func (b *berekening) richtingen(delen []betaling) []richting {
	var out []richting
	for _, terug := range []bool{false, true} {
		for i, o := range b.zaak.Ouders {
			r := richting{betaler: o, ontvanger: b.zaak.Ouders[1-i]}
			eerste := false
			for _, d := range delen {
				if d.betaler.ID == o.ID && d.ontvanger.ID == r.ontvanger.ID {
					r.delen = append(r.delen, d)
					eerste = eerste || !d.terug
				}
			}
			if len(r.delen) > 0 && eerste == !terug {
				out = append(out, r)
			}
		}
	}
	return out
}
