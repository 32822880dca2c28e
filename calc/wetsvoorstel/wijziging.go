package wetsvoorstel

import (
	"slices"

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
// change of income counts. It gives what stands after it: without a ground that of the
// period before, by which a next period is measured.
func (b *berekening) wijzigingsgronden(p periode.Periode, n norms.Wetsvoorstel, t treden, oud, nu stand) stand {
	sc := b.sheet.Section(sheet.Section{
		ID: p.ID("wijziging"), Soort: SoortWijziging, Titel: "Gronden voor wijziging" + p.Achter, Periode: p.Nummer,
	}, p.ID("wijziging"))
	g := &gronden{sc: sc}
	b.inkomensgronden(g, n, t, oud, nu)
	b.kindgronden(g, p, oud, nu)
	b.verhouding(g, p, oud, nu)
	b.hardheidsgrond(g, oud, nu)
	grond := sc.Add(sheet.Line{
		ID: "grond", Label: "Er is een grond voor wijziging", Unit: sheet.JaNee, Expr: sheet.Truth(eenVan(g.gevonden)), Source: wet("405b lid 1"), Slot: true, Blok: "Uitkomst",
	}).IsYes()
	anders, geldt := b.verschillen(sc, grond, oud, nu)
	// Keuze: the computed amount remains the outcome, with a caveat; see
	// docs/keuzes.md, wetsvoorstel-zonder-grond.
	for _, saldo := range nu.saldi {
		b.sheet.Caveat(saldo, sheet.Not(grond).And(anders), gaatNietIn)
	}
	p.Waarschuw(b.sheet, sheet.Not(grond).And(anders), "geen-wijzigingsgrond",
		"Geen van de gronden van art. 1:405b BW, zoals voorgesteld, doet zich voor. De eerder vastgestelde bijdrage blijft gelden, met de jaarlijkse indexering; het hier berekende bedrag komt daar niet voor in de plaats.")
	p.Waarschuw(b.sheet, grond.And(sheet.Not(anders)), "wijzigingsgrond-zonder-gevolg",
		"Er is een grond voor wijziging (art. 1:405b BW, zoals voorgesteld), maar de bijdrage wordt daardoor geen ander bedrag.")
	b.vanafWelkInkomen(sc, n, t, grond, nu)
	if p.Nummer == len(b.zaak.Perioden) {
		return nu // nothing is measured by it
	}
	staat := b.blijftStaan(sc, grond, oud, nu)
	staat.delen = geldt
	return staat
}

// blijftStaan adds what a next period is measured by: what stands of this one and,
// without a ground, of the one before.
func (b *berekening) blijftStaan(sc sheet.Scope, grond sheet.Cond, oud, nu stand) stand {
	out := nu
	out.draagkracht = slices.Clone(nu.draagkracht)
	for i, o := range b.zaak.Ouders {
		was, is := oud.draagkracht[i], &out.draagkracht[i]
		if was.geenInzicht || is.geenInzicht {
			continue
		}
		regel := func(id, label string, unit sheet.Unit, nu, oud sheet.Expr, bron sheet.Source) sheet.Expr {
			return sc.Add(sheet.Line{
				ID: "blijft_" + id + "_" + o.ID, Label: label + " van " + o.Aanduiding, Naam: label + " van " + o.Aanduiding + ", zoals blijft gelden", Unit: unit, Expr: sheet.If(grond, nu, oud), Source: bron,
				Blok: "Waarmee een volgende periode wordt vergeleken",
			})
		}
		is.volgensInkomen = regel("draagkracht", "Draagkracht naar het inkomen", sheet.EURPerMaand, is.volgensInkomen, was.volgensInkomen, besluit("6"))
		if vergelijkbaar(was, *is) {
			unit := sheet.EURPerMaand
			if is.perJaar {
				unit = sheet.EURPerJaar
			}
			is.inkomsten = regel("inkomsten", "Inkomsten", unit, is.inkomsten, was.inkomsten, wet("400a lid 1"))
		}
		if was.netto != (sheet.Expr{}) && is.netto != (sheet.Expr{}) && (was.kindregelingen != sheet.Zero || is.kindregelingen != sheet.Zero) {
			is.kindregelingen = regel("kindregelingen", "Kinderbijslag en kindgebonden budget", sheet.EURPerMaand, is.kindregelingen, was.kindregelingen, besluit("2"))
		}
		if was.netto != (sheet.Expr{}) && is.netto != (sheet.Expr{}) {
			is.minimum = regel("minimum", "Minimuminkomen", sheet.EURPerMaand, is.minimum, was.minimum, wet("400a lid 9"))
		}
		if was.eerder != sheet.Zero || is.eerder != sheet.Zero {
			is.eerder = regel("eerder", "Te dragen deel voor kinderen uit een eerdere relatie", sheet.EURPerMaand, is.eerder, was.eerder, wet("405 lid 1"))
		}
	}
	return out
}

// gaatNietIn stands with an amount that would be another one, without a ground.
const gaatNietIn = "berekend; zonder grond voor wijziging blijft gelden wat eerder is vastgesteld"

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

// rij adds what something was and is, and gives both.
func (g *gronden) rij(id, blok, rij string, unit sheet.Unit, was, nu sheet.Expr, bron sheet.Source) (toen, hier sheet.Expr) {
	regel := func(kolom string, e sheet.Expr) sheet.Expr {
		return g.sc.Add(sheet.Line{ID: id + "_" + kolom, Label: rij + ", " + kolom, Rij: rij, Kolom: kolom, Blok: blok, Unit: unit, Expr: e, Source: bron})
	}
	return regel(kolomWas, was), regel(kolomNu, nu)
}

// grond adds behind such a row whether there is a ground in it.
func (g *gronden) grond(id, blok, rij, letter string, is sheet.Cond) {
	g.voeg(sheet.Line{ID: id, Label: rij + ", " + kolomGrond, Naam: "grond: " + rij, Rij: rij, Kolom: kolomGrond, Blok: blok, Source: onder(letter)}, is)
}

// wasEnNu adds what something was and is, and whether that it differs is a ground.
func (g *gronden) wasEnNu(id, blok, rij, letter string, unit sheet.Unit, was, nu sheet.Expr, bron sheet.Source) {
	toen, hier := g.rij(id, blok, rij, unit, was, nu, bron)
	g.grond(id, blok, rij, letter, hier.Differs(toen))
}

// inkomensgronden are a, b, and g as far as it is about the income: other income, and by
// it another draagkracht. Another amount of kinderbijslag or kindgebonden budget is
// no ground, nor is another tax law (art. 405b lid 1 onder a and b): the income now is
// taken with the kindregelingen of before, and has to differ before tax.
//
// Keuze: changed costs of a business (b) are in the profit, and so in a; see
// docs/keuzes.md, wetsvoorstel-wijziging-inkomen.
func (b *berekening) inkomensgronden(g *gronden, n norms.Wetsvoorstel, t treden, oud, nu stand) {
	const blokInkomsten, blok = "a en b. Inkomsten", "a en b. Draagkracht die daarbij hoort"
	draagkracht := make([]sheet.Expr, len(b.zaak.Ouders))
	for i := range b.zaak.Ouders { // first: these are no rows of a grid
		if was, is := oud.draagkracht[i], nu.draagkracht[i]; !was.geenInzicht && !is.geenInzicht {
			draagkracht[i] = b.metOudeKindregelingen(g.sc.In(is.ouder.ID), n, t, was, is, nu)
		}
	}
	anders := make([]sheet.Cond, len(b.zaak.Ouders)) // empty: that does not show
	for i, o := range b.zaak.Ouders {
		was, is := oud.draagkracht[i], nu.draagkracht[i]
		if draagkracht[i] == (sheet.Expr{}) || !vergelijkbaar(was, is) {
			continue
		}
		unit, rij := sheet.EURPerMaand, "Inkomsten van "+o.Aanduiding
		if is.perJaar {
			unit, rij = sheet.EURPerJaar, rij+", per jaar"
		}
		toen, hier := g.rij("inkomsten_"+o.ID, blokInkomsten, rij, unit, was.inkomsten.Round(2), is.inkomsten.Round(2), wet("400a lid 1"))
		anders[i] = hier.Differs(toen)
	}
	for i, o := range b.zaak.Ouders {
		if draagkracht[i] == (sheet.Expr{}) {
			continue
		}
		id, rij := "draagkracht_"+o.ID, "Draagkracht van "+o.Aanduiding
		toen, hier := g.rij(id, blok, rij, sheet.EURPerMaand, oud.draagkracht[i].volgensInkomen, draagkracht[i], besluit("6"))
		is := hier.Differs(toen)
		if !anders[i].IsZero() {
			is = anders[i].And(is)
		}
		g.grond(id, blok, rij, "a", is)
	}
	for i, o := range b.zaak.Ouders {
		if oud.draagkracht[i].geenInzicht && !nu.draagkracht[i].geenInzicht {
			g.staatVast("inzicht_"+o.ID, "g", sheet.Capital(o.Aanduiding)+" geeft alsnog inzicht in het inkomen")
		}
	}
}

// vergelijkbaar tells whether the income of two periods is stated in the same way, so
// that it shows whether it differs. An income of six months before is an income of
// its own, which the draagkracht shows.
func vergelijkbaar(was, is draagkracht) bool {
	return was.inkomsten != (sheet.Expr{}) && is.inkomsten != (sheet.Expr{}) && was.perJaar == is.perJaar && (was.netto == sheet.Expr{}) == (is.netto == sheet.Expr{}) &&
		was.tenMinste == (sheet.Expr{}) && is.tenMinste == (sheet.Expr{})
}

// metOudeKindregelingen gives the draagkracht by the income now, with kinderbijslag
// and kindgebonden budget as they were.
func (b *berekening) metOudeKindregelingen(sc sheet.Scope, n norms.Wetsvoorstel, t treden, was, is draagkracht, nu stand) sheet.Expr {
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
	nu.oudInkomen[o.ID] = inkomen
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
	// Keuze: other nights are a ground even inside one band; see docs/keuzes.md,
	// wetsvoorstel-wijziging-nachten.
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
func (b *berekening) hardheidsgrond(g *gronden, oud, nu stand) {
	for _, o := range b.zaak.Ouders {
		if verlaagd, ok := nu.hardheid[o.ID]; ok {
			if was, eerder := oud.naToets[o.ID]; eerder { // asked for before: only where it comes to something else
				verlaagd = verlaagd.And(nu.naToets[o.ID].Differs(was))
			}
			g.voeg(sheet.Line{ID: "hardheid_" + o.ID, Label: "h. Ongewijzigd laten is onaanvaardbaar voor " + o.Aanduiding + " (hardheidsclausule)", Source: onder("h"), Blok: "Andere gronden"}, verlaagd)
		}
	}
}

// verschillen adds what each contribution was, would become and, without a ground,
// stays. It gives whether any of them differs without the parents having agreed on
// it, and the contributions as they then hold.
func (b *berekening) verschillen(sc sheet.Scope, grond sheet.Cond, oud, nu stand) (sheet.Cond, []betaling) {
	var anders []sheet.Cond
	geldt := slices.Clone(nu.delen)
	for i, d := range nu.delen {
		for _, was := range oud.delen {
			// The further costs of study have a rule of their own (art. 395a lid 5).
			if was.kind != d.kind || was.betaler.ID != d.betaler.ID || was.studie || d.studie {
				continue
			}
			id := b.zaak.Kinderen[d.kind].ID + "." + d.betaler.ID
			regel := func(kolom string, e sheet.Expr, bron sheet.Source) sheet.Expr {
				return sc.In(id).Add(sheet.Line{
					ID: kolom, Label: d.regel.Label + ", " + kolom, Rij: d.regel.Label, Kolom: kolom, Blok: "Wat de bijdrage was, en wat zij zou worden", Unit: sheet.EURPerMaand, Expr: e, Source: bron,
				})
			}
			toen := regel(kolomWas, was.bedrag, was.regel.Source)
			wordt := regel("wordt", d.bedrag, d.regel.Source)
			verschil := regel("verschil", wordt.Minus(toen), wet("405b"))
			blijft := wordt
			if !d.afgesproken { // what the parents agree on needs no ground
				anders = append(anders, verschil.Differs(sheet.Zero))
				b.sheet.Caveat(d.bedrag, sheet.Not(grond).And(verschil.Differs(sheet.Zero)), gaatNietIn)
				blijft = sheet.If(grond, wordt, toen)
			}
			geldt[i].bedrag = regel("geldt", blijft, wet("405b"))
		}
	}
	return eenVan(anders), geldt
}

// vanafWelkInkomen adds between which incomes of a parent a change of income does
// not count: the step of the income that the contribution then rests on, which
// without a ground has the kindregelingen of before.
func (b *berekening) vanafWelkInkomen(sc sheet.Scope, n norms.Wetsvoorstel, t treden, grond sheet.Cond, nu stand) {
	for _, d := range nu.draagkracht {
		if d.tot == (sheet.Expr{}) {
			continue
		}
		o := d.ouder
		inkomen, van, tot := d.inkomen, d.van, d.tot
		if oud, ok := nu.oudInkomen[o.ID]; ok {
			inkomen, van, tot = sheet.If(grond, inkomen, oud), sheet.If(grond, van, t.grensBij(sc, n, kolomVan, oud)), sheet.If(grond, tot, t.grensBij(sc, n, kolomTot, oud))
		}
		for _, x := range []struct {
			id, kolom string
			e         sheet.Expr
			bron      sheet.Source
		}{
			{"daling", "een daling telt onder", van, besluit("6")}, {"inkomen", "inkomen nu", inkomen, wet("404b")}, {"stijging", "een stijging telt vanaf", tot, besluit("6")},
		} {
			sc.Add(sheet.Line{
				ID: x.id + "_" + o.ID, Label: sheet.Capital(o.Aanduiding) + ", " + x.kolom, Rij: sheet.Capital(o.Aanduiding), Kolom: x.kolom, Blok: "Vanaf welk inkomen een wijziging telt", Unit: sheet.EURPerMaand, Expr: x.e, Source: x.bron,
			})
		}
	}
}
