package kind

import (
	"annex/calc/partij"
	"annex/calc/periode"
	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"
)

// draagkrachtdeel is the draagkracht of one parent or stepparent as far as it can
// be found without looking at the others.
type draagkrachtdeel struct {
	sc         sheet.Scope
	ouder      zaak.Ouder
	forfaitair sheet.Expr // with the woonbudget
	werkelijk  sheet.Expr // with the actual, lower housing costs; empty when none are stated

	// What the tests need; empty where the income is not looked at.
	nbi      sheet.Expr   // as it is, without what could be earned
	drukkend []sheet.Expr // charges that cannot be avoided, blameworthy or not
	fictief  sheet.Cond   // a loss of income is left out of account (4.7)
}

// draagkracht adds the draagkracht of one parent in one period (Rapport 4.2,
// 4.3.2, 4.3.3 and 5.1 stap 2), EUR/maand in whole euros.
func (b *berekening) draagkracht(p periode.Periode, o zaak.Ouder) (draagkrachtdeel, error) {
	sc := b.sheet.Section(sheet.Section{
		ID: p.ID("draagkracht_" + o.ID), Soort: SoortDraagkracht, Titel: "Draagkracht van " + o.Aanduiding + p.Achter, Onderwerp: o.Aanduiding, Periode: p.Nummer,
	}, p.ID(o.ID))
	d := draagkrachtdeel{sc: sc, ouder: o}
	z := p.Situaties[o.ID]
	switch {
	case z.Draagkracht != nil:
		d.forfaitair = b.vastgesteldeDraagkracht(sc, p, o, *z.Draagkracht)
		return d, nil
	case z.Schuldsanering != nil:
		d.forfaitair = b.schuldsanering(sc, p, o, *z.Schuldsanering)
		return d, nil
	}
	v := &ouderregels{Partij: b.dossier.Partij(p, o), b: b, sc: sc, p: p, ouder: o}
	v.Begin(sc)
	aow, err := v.AOW()
	if err != nil {
		return d, err
	}
	if v.norm, err = b.set.Draagkracht(p.Vanaf, aow); err != nil {
		return d, err
	}
	v.tabel = sc.Table(v.norm.Tabel)
	v.inkomen = sc.Add(sheet.Line{
		ID: "inkomen", Label: "NBI met kindgebonden budget", Naam: "inkomen van " + o.Aanduiding, Unit: sheet.EURPerMaand,
		Expr: sheet.Sum(v.Gerekend(), v.Verdiencapaciteit(), v.KGB()), Source: rapport("4.3.2"),
	})
	v.bijstand = b.bijstand(sc, v.Groep(), p, o)
	v.lasten, d.drukkend = v.Lasten()
	d.nbi, d.fictief = v.NBI(), v.Fictief()
	switch {
	case z.LangdurigeZorg != nil:
		d.forfaitair = v.langdurigeZorg(*z.LangdurigeZorg)
		return d, nil
	case z.VoormaligeWoning != nil:
		d.forfaitair = v.voormaligeWoning(*z.VoormaligeWoning)
		return d, nil
	}
	d.forfaitair = v.forfaitair(z)
	if z.Woonlast != nil && z.Woonlast.Soort == zaak.WoonlastLager {
		d.werkelijk = v.lagereWoonlast(*z.Woonlast)
	}
	return d, nil
}

// ouderregels is the draagkracht of one parent being described.
type ouderregels struct {
	*partij.Partij
	b     *berekening
	sc    sheet.Scope
	p     periode.Periode
	ouder zaak.Ouder
	norm  norms.Draagkracht
	tabel *sheet.Table

	inkomen  sheet.Expr // what is calculated with: NBI with kindgebonden budget
	bijstand sheet.Cond
	lasten   sheet.Expr // other necessary charges
}

// forfaitair adds the draagkracht by the draagkrachttabel, with the woonbudget.
func (v *ouderregels) forfaitair(z zaak.Situatie) sheet.Expr {
	sc, o, b := v.sc, v.ouder, v.b
	minimumgrens, formulegrens := sc.Norm(v.norm.Minimumgrens), sc.Norm(v.norm.Formulegrens)
	// In the table: an income from the first row on, and no bijstand.
	inTabel := v.inkomen.NotLessThan(minimumgrens).And(sheet.Not(v.bijstand))

	rekeninkomen := v.inkomen
	if b.zaak.Keuzes.LageInkomens == zaak.KeuzeTabelbedrag {
		// Keuze: below the formula row the table's own amount per row holds, not
		// the formula on the income itself; see docs/keuzes.md, lage-inkomens.
		onderFormule := v.inkomen.LessThan(formulegrens)
		rekeninkomen = sc.Add(sheet.Line{
			ID: "rekeninkomen", Label: "Rekeninkomen", Unit: sheet.EURPerMaand,
			Expr:   sheet.If(onderFormule, sheet.Lookup(v.tabel, 0, v.inkomen), v.inkomen),
			Source: v.norm.Tabel.Source, Only: inTabel.And(onderFormule),
			Toelichting: "onder de formulegrens geldt het bedrag van de rij; vanaf die grens het inkomen zelf",
		})
	}
	woonbudget := sc.Add(sheet.Line{
		ID: "woonbudget", Label: "Woonbudget", Unit: sheet.EURPerMaand,
		Expr: sc.Norm(v.norm.Woonbudgetpercentage).Times(rekeninkomen).Round(2), Source: rapport("4.2.1, 4.2.2.4 en 5.1, stap 2"), Only: inTabel,
	})
	lasten := v.lasten
	if z.Woonlast != nil && z.Woonlast.Soort == zaak.WoonlastHoger {
		lasten = sheet.Sum(lasten, v.hogereWoonlast(*z.Woonlast, woonbudget))
	}
	bijstandsnorm := sc.Add(sheet.Line{
		ID: "bijstandsnorm", Label: "Gecorrigeerde bijstandsnorm", Unit: sheet.EURPerMaand,
		Expr: sheet.Lookup(v.tabel, kolomBijstandsnorm, v.inkomen), Source: rapport("4.2.2.3 en 4.3.2"), Only: inTabel,
	})
	draagkrachtloos := sc.Add(sheet.Line{
		ID: "draagkrachtloos_inkomen", Label: "Draagkrachtloos inkomen", Unit: sheet.EURPerMaand,
		Expr: woonbudget.Plus(bijstandsnorm, lasten), Source: rapport("4.2.2.2"), Only: inTabel,
	})
	ruimte := sc.Add(sheet.Line{
		ID: "draagkrachtruimte", Label: "Draagkrachtruimte", Unit: sheet.EURPerMaand,
		Expr: rekeninkomen.Minus(draagkrachtloos).AtLeast(sheet.Zero), Source: rapport("4.2.2.6"), Only: inTabel,
	})
	percentage := sc.Add(sheet.Line{
		ID: "draagkrachtpercentage", Label: "Draagkrachtpercentage", Unit: sheet.Percentage,
		Expr: sheet.Lookup(v.tabel, kolomPercentage, v.inkomen), Source: rapport("4.2.2.7 en 4.3.2"), Only: inTabel,
	})
	bijMinimum := sheet.Not(inTabel)
	if b.verzorgend(v.p, o.ID) { // with bijstand: no draagkracht at all
		bijMinimum = v.inkomen.LessThan(minimumgrens).And(sheet.Not(v.bijstand))
	}
	minimum := sc.Add(sheet.Line{
		ID: "minimumdraagkracht", Label: "Minimumdraagkracht", Unit: sheet.EURPerMaand,
		// Keuze: charges that are neither avoidable nor blameworthy lower the
		// minimum too, not below nil (Rapport 4.3.3: the contribution may then
		// be lower than the minimum).
		Expr: v.minimum(sc).Minus(lasten).AtLeast(sheet.Zero).Round(0), Source: rapport("4.3.2 en 4.3.3"), Only: bijMinimum,
	})
	// Keuze: at exactly the first row's income the row holds, although 4.3.2
	// says "1.875 of minder" for the minimum; see docs/keuzes.md, minimumgrens.
	uitkomst := sheet.If(v.inkomen.LessThan(minimumgrens), minimum, percentage.Times(ruimte).Round(0))
	b.draagkrachtkeuzes(inTabel.And(v.inkomen.LessThan(formulegrens)), bijMinimum.And(lasten.MoreThan(sheet.Zero)))

	slot := sheet.Line{
		ID: "draagkracht", Label: "Draagkracht", Naam: "draagkracht van " + o.Aanduiding, Unit: sheet.EURPerMaand,
		Expr: sheet.If(v.bijstand, v.bijBijstand(minimum), uitkomst), Source: rapport("4.2.1, 4.3.2 en 4.3.3"), Slot: true,
	}
	if z.Woonlast != nil && z.Woonlast.Soort == zaak.WoonlastLager {
		slot.ID, slot.Label, slot.Naam, slot.Slot = "draagkracht_woonbudget", "Draagkracht met het woonbudget", "draagkracht van "+o.Aanduiding+" met het woonbudget", false
	}
	return sc.Add(slot)
}

// bijBijstand gives the draagkracht of a parent with bijstand (4.3.3): none for
// the caring parent, the minimum for the other.
func (v *ouderregels) bijBijstand(minimum sheet.Expr) sheet.Expr {
	if v.b.verzorgend(v.p, v.ouder.ID) {
		return sheet.Zero
	}
	return minimum
}

// draagkrachtkeuzes names the choices that touch this parent's draagkracht: laag
// is an income in the lower rows, metLasten the minimum with charges.
func (b *berekening) draagkrachtkeuzes(laag, metLasten sheet.Cond) {
	lage := sheet.Keuze{
		ID: "lage-inkomens", Onderwerp: "Draagkracht bij lagere inkomens",
		Keuze:       "Onder de formulegrens geldt het bedrag van de rij van de draagkrachttabel waarin het inkomen valt.",
		Grond:       "De tabel geeft per rij één bedrag; vanaf de laatste rij geldt de formule voor het inkomen zelf (Rapport par. 4.3.2 en bijlage 5).",
		Alternatief: "Het percentage en de norm van de rij toepassen op het inkomen zelf.",
	}
	if b.zaak.Keuzes.LageInkomens == zaak.KeuzeFormule {
		lage.Zaakspecifiek = true
		lage.Keuze = "Onder de formulegrens zijn het percentage en de norm van de rij toegepast op het inkomen zelf."
		lage.Grond = "Zo gekozen in het zaakbestand."
		lage.Alternatief = "Het bedrag van de rij van de draagkrachttabel (Rapport par. 4.3.2 en bijlage 5)."
	}
	b.sheet.Choice(laag, lage)
	b.sheet.Choice(metLasten, sheet.Keuze{
		ID: "minimum-met-lasten", Onderwerp: "Minimumdraagkracht en andere noodzakelijke lasten",
		Keuze:       "De lasten gaan van de minimumdraagkracht af; de draagkracht wordt niet lager dan nihil.",
		Grond:       "De bijdrage kan lager uitvallen dan de minimumdraagkracht als er niet vermijdbare en niet verwijtbare lasten zijn (Rapport par. 4.3.3).",
		Alternatief: "De minimumdraagkracht ondanks de lasten volledig aannemen.",
	})
}

// The columns of the draagkrachttabel.
const (
	kolomPercentage    = 1
	kolomBijstandsnorm = 2
)

// minimum gives the minimum draagkracht for the number of children someone owes
// maintenance for.
//
// Keuze: children of other families count too; see docs/keuzes.md,
// minimum-aantal-kinderen.
func (v *ouderregels) minimum(sc sheet.Scope) sheet.Expr {
	if v.b.kinderenVan(v.p, v.ouder) <= 1 {
		return sc.Norm(v.norm.Minimum1)
	}
	return sc.Norm(v.norm.Minimum2)
}

// bijstand says whether the parent receives a benefit under the Participatiewet.
func (b *berekening) bijstand(sc sheet.Scope, groep string, p periode.Periode, o zaak.Ouder) sheet.Cond {
	invoer := sheet.Input{
		ID: "bijstand", Groep: groep, Label: "Bijstandsuitkering (Participatiewet)", Zin: "er een bijstandsuitkering is", Pad: p.Pad(o) + ".bijstand",
	}
	z := p.Situaties[o.ID]
	switch {
	case z.BijstandOpgegeven:
	case z.Bijstand:
		invoer.Aanname, invoer.Toelichting = true, "volgt uit de opgegeven uitkering"
	default:
		invoer.Aanname, invoer.Toelichting = true, "niet opgegeven, gerekend met nee"
	}
	in := partij.JaNee(sc, invoer, z.Bijstand)
	bijstand := in.IsYes()
	sc.Add(sheet.Line{
		ID: "bijstand", Label: "Bijstandsuitkering (Participatiewet)", Unit: sheet.JaNee, Expr: in, Source: rapport("4.3.3"),
	})
	if b.verzorgend(p, o.ID) {
		p.Waarschuw(b.sheet, bijstand, "bijstand-verzorgende-ouder",
			"Bij %s heeft een kind het hoofdverblijf en er is een bijstandsuitkering; er wordt geen draagkracht aangenomen, ook niet met kindgebonden budget (Rapport par. 4.3.3).", o.Aanduiding)
	}
	return bijstand
}
