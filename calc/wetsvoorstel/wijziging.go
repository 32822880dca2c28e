package wetsvoorstel

import (
	"annex/calc/periode"
	"annex/calc/sheet"
	"annex/norms"
)

// grond is one of the grounds for change of art. 405b lid 1.
type grond struct {
	id, letter, label string
	is                sheet.Cond
	toelichting       string
}

// wijzigingsgronden adds which grounds for change there are between a period and the
// one before it (art. 405b), whether the amounts differ, and from what income on a
// change of income counts.
func (b *berekening) wijzigingsgronden(p periode.Periode, n norms.Wetsvoorstel, t treden, oud, nu stand) {
	sc := b.sheet.Section(sheet.Section{
		ID: p.ID("wijziging"), Soort: SoortWijziging, Titel: "Gronden voor wijziging" + p.Achter, Periode: p.Nummer,
	}, p.ID("wijziging"))
	var gronden []grond
	gronden = append(gronden, b.inkomensgronden(sc, n, t, oud, nu)...)
	gronden = append(gronden, b.kindgronden(p, oud, nu)...)
	gronden = append(gronden, b.overigeGronden(p, oud, nu)...)
	any := sheet.Zero.MoreThan(sheet.Zero)
	for _, g := range gronden {
		is := sc.In("grond").Add(sheet.Line{
			ID: g.id, Label: g.letter + ". " + g.label, Unit: sheet.JaNee, Expr: sheet.Truth(g.is), Source: wet("405b lid 1 onder " + g.letter), Toelichting: g.toelichting,
		}).IsYes()
		any = any.Or(is)
	}
	grond := sc.Add(sheet.Line{ID: "grond", Label: "Er is een grond voor wijziging", Unit: sheet.JaNee, Expr: sheet.Truth(any), Source: wet("405b lid 1"), Slot: true}).IsYes()
	anders := b.verschillen(sc, oud, nu)
	p.Waarschuw(b.sheet, sheet.Not(grond).And(anders), "geen-wijzigingsgrond",
		"Geen van de gronden van art. 1:405b BW, zoals voorgesteld, doet zich voor. De eerder vastgestelde bijdrage blijft gelden, met de jaarlijkse indexering; het hier berekende bedrag komt daar niet voor in de plaats.")
	p.Waarschuw(b.sheet, grond.And(sheet.Not(anders)), "wijzigingsgrond-zonder-gevolg",
		"Er is een grond voor wijziging (art. 1:405b BW, zoals voorgesteld), maar de bijdrage wordt daardoor geen ander bedrag.")
	for _, d := range nu.draagkracht {
		if d.tot == (sheet.Expr{}) {
			continue
		}
		o := d.ouder
		sc.Add(sheet.Line{ID: "inkomen_" + o.ID, Label: "Alimentatie-inkomen van " + o.Aanduiding, Naam: "alimentatie-inkomen van " + o.Aanduiding, Unit: sheet.EURPerMaand, Expr: d.inkomen, Source: wet("404b")})
		sc.Add(sheet.Line{ID: "telt_vanaf_" + o.ID, Label: "Een stijging van dat inkomen telt vanaf", Naam: "volgende trede van " + o.Aanduiding, Unit: sheet.EURPerMaand, Expr: d.tot, Source: besluit("6")})
		sc.Add(sheet.Line{ID: "telt_onder_" + o.ID, Label: "Een daling van dat inkomen telt als het lager wordt dan", Naam: "begin van de trede van " + o.Aanduiding, Unit: sheet.EURPerMaand, Expr: d.van, Source: besluit("6")})
	}
}

// ongelijk holds where two amounts differ.
func ongelijk(a, b sheet.Expr) sheet.Cond { return a.MoreThan(b).Or(a.LessThan(b)) }

// inkomensgronden are a, c as far as it is about earlier children, and g. Another
// amount of kinderbijslag or kindgebonden budget is no ground (art. 405b lid 1 onder
// a): the income now is taken with those of before.
//
// Keuze: changed costs of a business (b) are in the profit, and so in a; see
// docs/keuzes.md, wetsvoorstel-wijziging-inkomen.
func (b *berekening) inkomensgronden(sc sheet.Scope, n norms.Wetsvoorstel, t treden, oud, nu stand) []grond {
	var out []grond
	for i, o := range b.zaak.Ouders {
		was, is := oud.draagkracht[i], nu.draagkracht[i]
		if was.geenInzicht || is.geenInzicht {
			if was.geenInzicht && !is.geenInzicht {
				out = append(out, grond{id: "inzicht_" + o.ID, letter: "g", label: sheet.Capital(o.Aanduiding) + " geeft alsnog inzicht in het inkomen", is: sheet.Zero.NotMoreThan(sheet.Zero)})
			}
			continue
		}
		draagkracht := is.volgensInkomen
		uitleg := "een andere trede van de draagkrachttabel; een wijziging telt niet als de verzoeker haar zelf in de hand had (MvT par. 4 onder m, a)"
		if was.netto != (sheet.Expr{}) && is.netto != (sheet.Expr{}) {
			sco := sc.In(o.ID)
			inkomen := sco.Add(sheet.Line{
				ID: "inkomen_oude_kindregelingen", Label: "Inkomen van " + o.Aanduiding + " nu, met kinderbijslag en kindgebonden budget van toen", Unit: sheet.EURPerMaand,
				Expr: is.netto.Plus(was.kindregelingen).AtLeast(was.minimum), Source: wet("405b lid 1 onder a"),
				Toelichting: "een ander recht op kinderbijslag of kindgebonden budget is geen grond voor wijziging",
			})
			draagkracht = sco.Add(sheet.Line{
				ID: "draagkracht_oude_kindregelingen", Label: "Draagkracht van " + o.Aanduiding + " die daarbij hoort", Unit: sheet.EURPerMaand, Expr: t.bedragBij(sc, n, inkomen), Source: besluit("6"),
			})
		}
		out = append(out, grond{id: "inkomen_" + o.ID, letter: "a", label: "Ander inkomen van " + o.Aanduiding + ", en daardoor een andere draagkracht", is: ongelijk(draagkracht, was.volgensInkomen), toelichting: uitleg})
		if was.eerder != sheet.Zero {
			out = append(out, grond{id: "eerdere_kinderen_" + o.ID, letter: "c", label: sheet.Capital(o.Aanduiding) + " draagt minder voor kinderen uit een eerdere relatie", is: is.eerder.LessThan(was.eerder)})
		}
	}
	return out
}

// kindgronden are those about a child: c, d, e and f.
func (b *berekening) kindgronden(p periode.Periode, oud, nu stand) []grond {
	altijd := sheet.Zero.NotMoreThan(sheet.Zero)
	heeft := map[int]bool{}
	for _, i := range nu.kinderen {
		heeft[i] = true
	}
	var out []grond
	for _, i := range oud.kinderen {
		k := b.zaak.Kinderen[i]
		was, is := oud.periode.Kinderen[i], p.Kinderen[i]
		switch {
		case !heeft[i]:
			out = append(out, grond{id: "vervallen_" + k.ID, letter: "c", label: "De onderhoudsplicht voor " + k.Naam + " is vervallen", is: altijd})
			continue
		case was.Hoofdverblijf != is.Hoofdverblijf && oud.nachten[i] != (sheet.Expr{}) && nu.nachten[i] != (sheet.Expr{}):
			out = append(out, grond{id: "inschrijving_" + k.ID, letter: "f", label: k.Naam + " staat bij de andere ouder ingeschreven", is: altijd})
			continue
		case nu.nachten[i] == (sheet.Expr{}) || oud.nachten[i] == (sheet.Expr{}):
			continue
		}
		out = append(out,
			grond{id: "kosten_" + k.ID, letter: "d", label: "Andere verdeling van de kindgebonden kosten van " + k.Naam, is: ongelijk(nu.kgkAnder[i], oud.kgkAnder[i]), toelichting: "alleen als de ouders dat schriftelijk hebben afgesproken"},
			grond{id: "nachten_" + k.ID, letter: "e", label: "Ander aantal nachten van " + k.Naam + " bij iedere ouder", is: ongelijk(nu.nachten[i], oud.nachten[i]), toelichting: "alleen als de rechter het heeft vastgesteld of de ouders het schriftelijk hebben afgesproken"},
		)
	}
	return out
}

// overigeGronden is h: the hardship clause.
func (b *berekening) overigeGronden(p periode.Periode, oud, nu stand) []grond {
	var out []grond
	for i, o := range b.zaak.Ouders {
		var verlaagd []sheet.Cond
		for _, d := range nu.delen {
			if d.betaler.ID == b.zaak.Ouders[i].ID && d.naToets != (sheet.Expr{}) {
				verlaagd = append(verlaagd, d.naToets.LessThan(d.exact))
			}
		}
		if len(verlaagd) == 0 {
			continue
		}
		is := verlaagd[0]
		for _, c := range verlaagd[1:] {
			is = is.Or(c)
		}
		out = append(out, grond{id: "hardheid_" + o.ID, letter: "h", label: "Ongewijzigd laten is onaanvaardbaar voor " + o.Aanduiding + " (hardheidsclausule)", is: is})
	}
	return out
}

// verschillen adds what each contribution was and becomes, and gives whether any of
// them differs.
func (b *berekening) verschillen(sc sheet.Scope, oud, nu stand) sheet.Cond {
	anders := sheet.Zero.MoreThan(sheet.Zero)
	for _, d := range nu.delen {
		for _, was := range oud.delen {
			if was.kind != d.kind || was.betaler.ID != d.betaler.ID || was.studie != d.studie {
				continue
			}
			id := b.zaak.Kinderen[d.kind].ID + "." + d.betaler.ID
			if d.studie {
				id += ".studie"
			}
			sck := sc.In(id)
			toen := sck.Add(sheet.Line{ID: "was", Label: d.regel.Label + ": was", Unit: sheet.EURPerMaand, Expr: was.bedrag, Source: was.regel.Source})
			wordt := sck.Add(sheet.Line{ID: "wordt", Label: d.regel.Label + ": zou worden", Unit: sheet.EURPerMaand, Expr: d.bedrag, Source: d.regel.Source})
			anders = anders.Or(ongelijk(wordt, toen))
		}
	}
	return sc.Add(sheet.Line{ID: "ander_bedrag", Label: "De bijdrage zou een ander bedrag worden", Unit: sheet.JaNee, Expr: sheet.Truth(anders), Source: wet("405b")}).IsYes()
}
