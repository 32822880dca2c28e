package wetsvoorstel

import (
	"fmt"

	"annex/calc/partij"
	"annex/calc/periode"
	"annex/calc/sheet"
	"annex/norms"
)

// hardheid adds the test of the hardship clause (art. 404 lid 6; MvT par. 4 onder m,
// h) for one parent, where the case file asks for it: what is left after charges
// that cannot be avoided and the contribution is not below a share of the
// bijstandsnorm. What is to be paid is lowered as far as that takes.
//
// Keuze: not so far that the parent bears less than the minimum that each parent
// owes; see docs/keuzes.md, wetsvoorstel-hardheid.
func (b *berekening) hardheid(p periode.Periode, n norms.Wetsvoorstel, nr int, nu *stand) {
	o, d := b.zaak.Ouders[nr], nu.draagkracht[nr]
	eigen := p.Situaties[o.ID].Wetsvoorstel
	if eigen == nil || eigen.Hardheid == nil {
		return
	}
	z := *eigen.Hardheid
	if d.inkomen == (sheet.Expr{}) {
		p.LaatWeg(b.sheet, sheet.Cond{}, "Hardheidsclausule voor %s", "Het alimentatie-inkomen is niet bekend; wat er overblijft is niet te berekenen.", o.Aanduiding)
		return
	}
	sc := b.sheet.Section(sheet.Section{
		ID: p.ID("toets_" + o.ID), Soort: SoortToets, Titel: "Hardheidsclausule voor " + o.Aanduiding + p.Achter, Onderwerp: o.Aanduiding, Periode: p.Nummer,
	}, p.ID("toets_"+o.ID))
	groep := b.dossier.Partij(p, o).Groep() + ": hardheidsclausule"
	bron := toelichting("MvT par. 4 onder m, h")
	regel := func(id, label string, e sheet.Expr, source sheet.Source) sheet.Expr {
		return sc.Add(sheet.Line{ID: id, Label: label, Unit: sheet.EURPerMaand, Expr: e, Source: source})
	}
	norm, ok := b.hardheidsnorm(sc, groep, p, nr)
	if !ok {
		p.LaatWeg(b.sheet, sheet.Cond{}, "Hardheidsclausule voor %s", "De bijstandsnorm op deze dag is niet bekend. Zij kan worden opgegeven.", o.Aanduiding)
		return
	}
	inkomen := regel("inkomen", "Alimentatie-inkomen", d.inkomen, wet("400a en 404b"))
	var lasten []sheet.Expr
	for i, l := range z.Lasten {
		id := fmt.Sprintf("last_%d", i+1)
		lasten = append(lasten, regel(id, "Onvermijdbare last: "+l.Omschrijving, partij.Bedrag(sc, id, groep, "Onvermijdbare last: "+l.Omschrijving, sheet.EURPerMaand, l.Bedrag), bron))
	}
	ondergrens := regel("ondergrens", "Wat ten minste overblijft", sc.Norm(n.Hardheidspercentage).Times(norm).Round(2), bron)
	ruimte := regel("ruimte", "Daarboven beschikbaar voor de bijdrage", inkomen.Minus(sheet.Sum(lasten...)).Minus(ondergrens).AtLeast(sheet.Zero), bron)
	var van []*betaling
	var bedragen, kosten []sheet.Expr
	for i := range nu.delen {
		if nu.delen[i].betaler.ID == o.ID {
			van, bedragen = append(van, &nu.delen[i]), append(bedragen, nu.delen[i].exact)
		}
	}
	for _, k := range nu.kosten {
		if k.ouder == nr {
			kosten = append(kosten, k.bedrag)
		}
	}
	teBetalen := regel("te_betalen", "Te betalen volgens de tabellen", sheet.Sum(bedragen...), besluit("11 en 12"))
	minimum := regel("minimum", "Daarvan te betalen voor de minimumbijdrage", sc.Norm(n.Minimumbijdrage).Minus(sheet.Sum(kosten...)).AtLeast(sheet.Zero).AtMost(teBetalen), wet("404 lid 2"))
	na := sc.Add(sheet.Line{
		ID: "na_toets", Label: "Te betalen na de hardheidsclausule", Naam: "te betalen door " + o.Aanduiding + " na de hardheidsclausule", Unit: sheet.EURPerMaand, Slot: true, Source: wet("404 lid 6"),
		Expr: teBetalen.AtMost(ruimte).AtLeast(minimum), Toelichting: z.Reden,
	})
	verlaagd := na.LessThan(teBetalen)
	nu.naToets[o.ID] = na
	nu.hardheid[o.ID], nu.ruimte[o.ID] = verlaagd, regel("ruimte_over", "Daarna nog beschikbaar", ruimte.Minus(na).AtLeast(sheet.Zero), bron)
	for _, d := range van {
		k := b.zaak.Kinderen[d.kind]
		d.naToets = sc.In(k.ID).Add(sheet.Line{
			ID: d.regel.ID, Label: "Daarvan voor " + k.Naam, Naam: d.regel.Naam + " na de hardheidsclausule", Unit: sheet.EURPerMaand, Source: wet("404 lid 6"),
			Expr: sheet.If(verlaagd, d.exact.Times(na.Over(teBetalen)).Round(2), d.exact),
		})
	}
	b.sheet.Choice(verlaagd, sheet.Keuze{
		ID: "wetsvoorstel-hardheid", Onderwerp: "Hardheidsclausule voor " + o.Aanduiding, Zaakspecifiek: true,
		Keuze: "De bijdrage is verlaagd tot wat " + o.Aanduiding + " kan missen boven 90% van de bijstandsnorm, maar niet onder de minimumbijdrage. Of dat gerechtvaardigd is, zou de rechter beoordelen, met een uitgebreide motivering.",
		Grond: z.Reden, Alternatief: "De bijdrage volgens de tabellen.",
	})
	p.LaatWeg(b.sheet, sheet.Not(verlaagd), "Hardheidsclausule voor %s", "Na de bijdrage blijft ten minste € %s over; de clausule verlaagt niets.", o.Aanduiding, ondergrens)
}

// hardheidsnorm gives the bijstandsnorm as stated or as published; ok is false where
// it is not known.
func (b *berekening) hardheidsnorm(sc sheet.Scope, groep string, p periode.Periode, nr int) (sheet.Expr, bool) {
	o := b.zaak.Ouders[nr]
	const label = "Bijstandsnorm"
	l := sheet.Line{ID: "bijstandsnorm", Label: label, Unit: sheet.EURPerMaand, Source: besluit("3")}
	if z := p.Situaties[o.ID].Wetsvoorstel.Hardheid.Bijstandsnorm; z != nil {
		l.Expr = partij.Bedrag(sc, l.ID, groep, label, sheet.EURPerMaand, *z)
		return sc.Add(l), true
	}
	norm, err := b.alleenstaandennorm(p, o)
	if err != nil || norm == nil {
		return sheet.Expr{}, false
	}
	l.Expr = sc.Norm(*norm)
	return sc.Add(l), true
}

// betalen adds the amounts to pay: by the rules, after the hardship clause, or as
// the parents agreed (art. 404 lid 5).
func (b *berekening) betalen(p periode.Periode, n norms.Wetsvoorstel, nu *stand) {
	for i := range nu.delen {
		d := &nu.delen[i]
		volgensWet := d.exact
		if d.naToets != (sheet.Expr{}) {
			volgensWet = d.naToets
		}
		l := d.regel
		l.Expr = volgensWet
		if z := p.Kinderen[d.kind].Overeengekomen; z != nil {
			l.Expr = b.overeengekomen(p, n, d, nu, volgensWet)
			if z.Betaler == d.betaler.ID {
				l.Source, d.afgesproken = wet("404 lid 5"), true
			}
		}
		d.bedrag = d.sc.Add(l)
	}
}

// minimumVanOvereenkomst adds what of the contribution for a child the payer owes to
// bear the minimum, from which an agreement cannot depart (art. 404 lid 2; MvT,
// onderdeel K): in proportion to what is to be paid for each child.
func (b *berekening) minimumVanOvereenkomst(n norms.Wetsvoorstel, d *betaling, nu *stand) sheet.Expr {
	var alle, zelf []sheet.Expr
	for _, x := range nu.delen {
		if x.betaler.ID == d.betaler.ID {
			alle = append(alle, x.exact)
		}
	}
	for _, k := range nu.kosten {
		if b.zaak.Ouders[k.ouder].ID == d.betaler.ID {
			zelf = append(zelf, k.bedrag)
		}
	}
	nodig := d.sc.Norm(n.Minimumbijdrage).Minus(sheet.Sum(zelf...)).AtLeast(sheet.Zero)
	samen := sheet.Sum(alle...)
	if len(alle) > 1 {
		nodig = sheet.If(samen.MoreThan(sheet.Zero), nodig.Times(d.exact.Over(samen)), sheet.Zero)
	}
	return d.sc.Add(sheet.Line{
		ID: "overeengekomen_minimum", Label: "Daarvan nodig voor de minimumbijdrage", Naam: "minimum van de overeenkomst voor " + b.zaak.Kinderen[d.kind].Naam, Unit: sheet.EURPerMaand, Source: wet("404 lid 2"),
		Expr: nodig.AtMost(d.exact).Round(2),
	})
}

// overeengekomen gives what is paid where the parents agreed on an amount for a
// child: that amount, if it is not below the share of the contribution that an
// agreement has to keep to.
//
// Keuze: an agreement below it does not count at all, and neither does one by which
// the parent pays to whom the other one owes a contribution; see docs/keuzes.md,
// wetsvoorstel-overeenkomst.
func (b *berekening) overeengekomen(p periode.Periode, n norms.Wetsvoorstel, d *betaling, nu *stand, volgensWet sheet.Expr) sheet.Expr {
	k, z := b.zaak.Kinderen[d.kind], p.Kinderen[d.kind].Overeengekomen
	if z.Betaler != d.betaler.ID {
		return volgensWet
	}
	const label = "Overeengekomen bijdrage"
	bedrag := d.sc.Add(sheet.Line{
		ID: "overeengekomen", Label: label, Naam: "overeengekomen bijdrage voor " + k.Naam, Unit: sheet.EURPerMaand, Source: wet("404 lid 5"),
		Expr: b.eenmaal(d.sc, p, k, "overeengekomen", label+" voor "+k.Naam, label+", te betalen door "+d.betaler.Aanduiding, sheet.EURPerMaand, z.Bedrag),
	})
	minimum := b.minimumVanOvereenkomst(n, d, nu)
	ondergrens := d.sc.Add(sheet.Line{
		ID: "overeengekomen_ten_minste", Label: "Ten minste overeen te komen", Naam: "ondergrens van de overeenkomst voor " + k.Naam, Unit: sheet.EURPerMaand, Source: wet("404 lid 5"),
		Expr: d.sc.Norm(n.Overeenkomstpercentage).Times(d.exact).Round(2).AtLeast(minimum), Toelichting: "90% van de berekende bijdrage, en niet minder dan wat nodig is voor de minimumbijdrage",
	})
	teLaag := bedrag.LessThan(ondergrens)
	p.Waarschuw(b.sheet, teLaag, "overeenkomst-te-laag",
		"De overeengekomen bijdrage voor %s (€ %s) is lager dan € %s: 90% van de berekende bijdrage, of wat nodig is voor de minimumbijdrage. Zo'n afspraak kan niet (art. 1:404 lid 5 BW, zoals voorgesteld). Gerekend is met de berekende bijdrage.", k.Naam, bedrag, ondergrens)
	andersom := sheet.Zero.MoreThan(sheet.Zero)
	for i := range nu.delen {
		if x := &nu.delen[i]; x.kind == d.kind && x.betaler.ID != d.betaler.ID {
			andersom = x.exact.MoreThan(sheet.Zero)
			p.Waarschuw(b.sheet, andersom, "overeenkomst-andersom",
				"Volgens de overeenkomst betaalt %s de bijdrage voor %s, maar volgens de berekening betaalt %s € %s. Zo'n afspraak kan niet (art. 1:404 lid 5 BW, zoals voorgesteld). Gerekend is met de berekende bijdrage.", d.betaler.Aanduiding, k.Naam, x.betaler.Aanduiding, x.exact)
		}
	}
	b.sheet.Choice(sheet.Not(teLaag.Or(andersom)), sheet.Keuze{
		ID: "wetsvoorstel-overeenkomst", Onderwerp: "Bijdrage voor " + k.Naam, Zaakspecifiek: true,
		Keuze: "De bijdrage is die welke de ouders schriftelijk zijn overeengekomen.",
		Grond: "Zij is niet lager dan 90% van de berekende bijdrage (art. 1:404 lid 5 BW, zoals voorgesteld).", Alternatief: "De berekende bijdrage.",
	})
	return sheet.If(teLaag.Or(andersom), volgensWet, bedrag)
}
