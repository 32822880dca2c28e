package wetsvoorstel

import (
	"annex/calc/periode"
	"annex/calc/sheet"
	"annex/norms"
)

// gronden are the grounds for change being described.
type gronden struct {
	sc       sheet.Scope
	gevonden []sheet.Cond
}

// The columns of what was and what is.
const (
	kolomWas   = "was"
	kolomNu    = "nu"
	kolomGrond = "grond"
)

// onder names a part of art. 405b lid 1.
func onder(letter string) sheet.Source { return wet("405b lid 1 onder " + letter) }

// wijzigingsgronden adds which grounds for change there are between a period and the
// one before it (art. 405b), whether the amounts differ, and from what income on a
// change of income counts.
func (b *berekening) wijzigingsgronden(p periode.Periode, n norms.Wetsvoorstel, t treden, oud, nu stand) {
	sc := b.sheet.Section(sheet.Section{
		ID: p.ID("wijziging"), Soort: SoortWijziging, Titel: "Gronden voor wijziging" + p.Achter, Periode: p.Nummer,
	}, p.ID("wijziging"))
	g := &gronden{sc: sc}
	b.inkomensgronden(g, n, t, oud, nu)
	b.kindgronden(g, p, oud, nu)
	b.verhouding(g, p, oud, nu)
	b.hardheidsgrond(g, nu)
	grond := sc.Add(sheet.Line{
		ID: "grond", Label: "Er is een grond voor wijziging", Unit: sheet.JaNee, Expr: sheet.Truth(eenVan(g.gevonden)), Source: wet("405b lid 1"), Slot: true, Blok: "Uitkomst",
	}).IsYes()
	anders := b.verschillen(sc, oud, nu)
	p.Waarschuw(b.sheet, sheet.Not(grond).And(anders), "geen-wijzigingsgrond",
		"Geen van de gronden van art. 1:405b BW, zoals voorgesteld, doet zich voor. De eerder vastgestelde bijdrage blijft gelden, met de jaarlijkse indexering; het hier berekende bedrag komt daar niet voor in de plaats.")
	p.Waarschuw(b.sheet, grond.And(sheet.Not(anders)), "wijzigingsgrond-zonder-gevolg",
		"Er is een grond voor wijziging (art. 1:405b BW, zoals voorgesteld), maar de bijdrage wordt daardoor geen ander bedrag.")
	b.vanafWelkInkomen(sc, nu)
}

// eenVan holds where any of some conditions does. They are asked two by two: a
// spreadsheet nests no more than 64 functions.
func eenVan(list []sheet.Cond) sheet.Cond {
	switch n := len(list); n {
	case 0:
		return sheet.Zero.MoreThan(sheet.Zero)
	case 1:
		return list[0]
	default:
		return eenVan(list[:n/2]).Or(eenVan(list[n/2:]))
	}
}

// staatVast adds a ground that the case file itself says there is.
func (g *gronden) staatVast(id, letter, label string) {
	g.voeg(sheet.Line{ID: id, Label: letter + ". " + label, Source: onder(letter), Blok: "Andere gronden"}, sheet.Stated("dat volgt uit het zaakbestand"))
}

// voeg adds a ground.
func (g *gronden) voeg(l sheet.Line, is sheet.Cond) {
	l.Unit, l.Expr = sheet.JaNee, sheet.Truth(is)
	g.gevonden = append(g.gevonden, g.sc.In("grond").Add(l).IsYes())
}

// wasEnNu adds what something was and is, and whether that it differs is a ground.
func (g *gronden) wasEnNu(id, blok, rij, letter string, unit sheet.Unit, was, nu sheet.Expr, bron sheet.Source) {
	regel := func(kolom string, e sheet.Expr) sheet.Line {
		return sheet.Line{ID: id + "_" + kolom, Label: rij + ", " + kolom, Rij: rij, Kolom: kolom, Blok: blok, Unit: unit, Expr: e, Source: bron}
	}
	toen, hier := g.sc.Add(regel(kolomWas, was)), g.sc.Add(regel(kolomNu, nu))
	g.voeg(sheet.Line{ID: id, Label: rij + ", " + kolomGrond, Rij: rij, Kolom: kolomGrond, Blok: blok, Source: onder(letter)}, hier.Differs(toen))
}

// inkomensgronden are a, and g as far as it is about the income. Another amount of
// kinderbijslag or kindgebonden budget is no ground (art. 405b lid 1 onder a): the
// income now is taken with those of before.
//
// Keuze: changed costs of a business (b) are in the profit, and so in a; see
// docs/keuzes.md, wetsvoorstel-wijziging-inkomen.
func (b *berekening) inkomensgronden(g *gronden, n norms.Wetsvoorstel, t treden, oud, nu stand) {
	const blok = "a en b. Draagkracht naar het inkomen"
	type vergelijking struct {
		o       string
		wie     string
		was, is sheet.Expr
	}
	var list []vergelijking
	for i, o := range b.zaak.Ouders {
		was, is := oud.draagkracht[i], nu.draagkracht[i]
		switch {
		case was.geenInzicht && !is.geenInzicht:
			g.staatVast("inzicht_"+o.ID, "g", sheet.Capital(o.Aanduiding)+" geeft alsnog inzicht in het inkomen")
		case was.geenInzicht || is.geenInzicht:
		default:
			list = append(list, vergelijking{o.ID, o.Aanduiding, was.volgensInkomen, b.metOudeKindregelingen(g.sc.In(o.ID), n, t, was, is)})
		}
	}
	for _, v := range list {
		g.wasEnNu("draagkracht_"+v.o, blok, "Draagkracht van "+v.wie, "a", sheet.EURPerMaand, v.was, v.is, besluit("6"))
	}
}

// metOudeKindregelingen gives the draagkracht by the income now, with kinderbijslag
// and kindgebonden budget as they were.
func (b *berekening) metOudeKindregelingen(sc sheet.Scope, n norms.Wetsvoorstel, t treden, was, is draagkracht) sheet.Expr {
	if was.netto == (sheet.Expr{}) || is.netto == (sheet.Expr{}) || was.kindregelingen == sheet.Zero && is.kindregelingen == sheet.Zero {
		return is.volgensInkomen
	}
	o := is.ouder
	zou := is.netto.Plus(was.kindregelingen).AtLeast(was.minimum)
	if is.tenMinste != (sheet.Expr{}) {
		zou = zou.AtLeast(is.tenMinste)
	}
	inkomen := sc.Add(sheet.Line{
		ID: "inkomen_oude_kindregelingen", Label: "Inkomen van " + o.Aanduiding + " nu, met de kindregelingen van toen", Unit: sheet.EURPerMaand,
		Expr: zou, Source: onder("a"),
		Toelichting: "een ander recht op kinderbijslag of kindgebonden budget is geen grond voor wijziging",
	})
	return sc.Add(sheet.Line{
		ID: "draagkracht_oude_kindregelingen", Label: "Draagkracht die daarbij hoort", Naam: "draagkracht van " + o.Aanduiding + " die daarbij hoort", Unit: sheet.EURPerMaand, Expr: t.bedragBij(sc, n, inkomen), Source: besluit("6"),
	})
}

// kindgronden are d and e: who pays which costs of a child, and where it stays.
func (b *berekening) kindgronden(g *gronden, p periode.Periode, oud, nu stand) {
	var zelfde []int
	for _, i := range nu.kinderen {
		if oud.nachten[i] != (sheet.Expr{}) && nu.nachten[i] != (sheet.Expr{}) && oud.periode.Kinderen[i].Hoofdverblijf == p.Kinderen[i].Hoofdverblijf {
			zelfde = append(zelfde, i)
		}
	}
	for _, i := range zelfde {
		k := b.zaak.Kinderen[i]
		_, ander := b.ouderEnAndere(p.Kinderen[i].Hoofdverblijf)
		g.wasEnNu("kosten_"+k.ID, "d. Wie de kindgebonden kosten betaalt, volgens schriftelijke afspraak", "Deel dat "+b.zaak.Ouders[ander].Aanduiding+" betaalt voor "+k.Naam, "d", sheet.Percentage, oud.kgkAnder[i], nu.kgkAnder[i], wet("404 lid 4"))
	}
	for _, i := range zelfde {
		k := b.zaak.Kinderen[i]
		_, ander := b.ouderEnAndere(p.Kinderen[i].Hoofdverblijf)
		g.wasEnNu("nachten_"+k.ID, "e. Verblijf, volgens de rechter of schriftelijke afspraak", "Nachten van "+k.Naam+" bij "+b.zaak.Ouders[ander].Aanduiding, "e", sheet.NachtenPerJaar, oud.nachten[i], nu.nachten[i], besluit("10 lid 3"))
	}
}

// verhouding are c and f: a duty towards another child that has ended, and another
// registration.
func (b *berekening) verhouding(g *gronden, p periode.Periode, oud, nu stand) {
	for i, o := range b.zaak.Ouders {
		if nu.draagkracht[i].geenInzicht { // then nothing is subtracted that could be less
			continue
		}
		if was, is := oud.draagkracht[i].eerder, nu.draagkracht[i].eerder; was != sheet.Zero {
			g.voeg(sheet.Line{ID: "eerdere_kinderen_" + o.ID, Label: "c. " + sheet.Capital(o.Aanduiding) + " draagt minder voor kinderen uit een eerdere relatie", Source: onder("c"), Blok: "Andere gronden"}, is.LessThan(was))
		}
	}
	heeft := map[int]bool{}
	for _, i := range nu.kinderen {
		heeft[i] = true
	}
	for _, i := range oud.kinderen {
		k := b.zaak.Kinderen[i]
		was, is := oud.periode.Kinderen[i].Hoofdverblijf, p.Kinderen[i].Hoofdverblijf
		switch {
		case !heeft[i]:
			g.staatVast("vervallen_"+k.ID, "c", "De onderhoudsplicht voor "+k.Naam+" is vervallen")
		case was != is && was != "" && is != "":
			g.staatVast("inschrijving_"+k.ID, "f", k.Naam+" staat bij de andere ouder ingeschreven")
		}
	}
}

// hardheidsgrond is h.
func (b *berekening) hardheidsgrond(g *gronden, nu stand) {
	for _, o := range b.zaak.Ouders {
		if na, ok := nu.hardheid[o.ID]; ok {
			g.voeg(sheet.Line{ID: "hardheid_" + o.ID, Label: "h. Ongewijzigd laten is onaanvaardbaar voor " + o.Aanduiding + " (hardheidsclausule)", Source: onder("h"), Blok: "Andere gronden"}, na)
		}
	}
}

// verschillen adds what each contribution was and would become, and gives whether
// any of them differs.
func (b *berekening) verschillen(sc sheet.Scope, oud, nu stand) sheet.Cond {
	var anders []sheet.Cond
	for _, d := range nu.delen {
		for _, was := range oud.delen {
			if was.kind != d.kind || was.betaler.ID != d.betaler.ID || was.studie != d.studie {
				continue
			}
			id := b.zaak.Kinderen[d.kind].ID + "." + d.betaler.ID
			if d.studie {
				id += ".studie"
			}
			regel := func(kolom string, e sheet.Expr, bron sheet.Source) sheet.Expr {
				return sc.In(id).Add(sheet.Line{
					ID: kolom, Label: d.regel.Label + ", " + kolom, Rij: d.regel.Label, Kolom: kolom, Blok: "Wat de bijdrage was, en wat zij zou worden", Unit: sheet.EURPerMaand, Expr: e, Source: bron,
				})
			}
			toen := regel(kolomWas, was.bedrag, was.regel.Source)
			wordt := regel("wordt", d.bedrag, d.regel.Source)
			anders = append(anders, regel("verschil", wordt.Minus(toen), wet("405b")).Differs(sheet.Zero))
		}
	}
	return eenVan(anders)
}

// vanafWelkInkomen adds between which incomes of a parent a change of income does
// not count.
func (b *berekening) vanafWelkInkomen(sc sheet.Scope, nu stand) {
	for _, d := range nu.draagkracht {
		if d.tot == (sheet.Expr{}) {
			continue
		}
		o := d.ouder
		for _, x := range []struct {
			id, kolom string
			e         sheet.Expr
			bron      sheet.Source
		}{
			{"daling", "een daling telt onder", d.van, besluit("6")}, {"inkomen", "inkomen nu", d.inkomen, wet("404b")}, {"stijging", "een stijging telt vanaf", d.tot, besluit("6")},
		} {
			sc.Add(sheet.Line{
				ID: x.id + "_" + o.ID, Label: sheet.Capital(o.Aanduiding) + ", " + x.kolom, Rij: sheet.Capital(o.Aanduiding), Kolom: x.kolom, Blok: "Vanaf welk inkomen een wijziging telt", Unit: sheet.EURPerMaand, Expr: x.e, Source: x.bron,
			})
		}
	}
}
