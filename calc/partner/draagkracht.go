package partner

import (
	"annex/calc/partij"
	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"
)

// draagkracht adds what the payer has for partneralimentatie, EUR/maand net:
// 60% of the draagkrachtruimte, less the share in the costs of the children
// (Rapport 4.2.1, 4.4, 5.2 stap 2). behoefte is what the receiver still needs.
func (v *inPeriode) draagkracht(behoefte sheet.Expr) (sheet.Expr, error) {
	o := v.plichtige
	sc := v.sectie(SoortDraagkracht, "draagkracht", "Draagkracht van "+o.Aanduiding+" voor partneralimentatie", o.Aanduiding)
	v.plichtig.Begin(sc)
	slot := sheet.Line{
		ID: "resteert", Label: "Draagkracht voor partneralimentatie, netto", Naam: "draagkracht van " + o.Aanduiding + " voor partneralimentatie", Unit: sheet.EURPerMaand, Slot: true,
		Source: rapport("4.4.2 en 5.2, stap 2"),
	}
	d := &draagkrachtregels{inPeriode: v, sc: sc, z: v.plichtig.Situatie}
	if err := d.bereken(&slot, behoefte); err != nil {
		return sheet.Expr{}, err
	}
	resteert := sc.Add(slot)
	v.Sheet.Highlight(v.p.Naam, "Draagkracht van "+o.Aanduiding+" voor partneralimentatie, netto", resteert)
	return resteert, nil
}

// draagkrachtregels is the draagkracht of the payer being described.
type draagkrachtregels struct {
	*inPeriode
	sc      sheet.Scope
	z       zaak.Situatie
	inkomen sheet.Expr
	tabel   norms.Draagkracht // of the age group of the payer
	lasten  sheet.Expr
}

// bereken adds the lines up to the amount that is left, which goes into slot.
func (d *draagkrachtregels) bereken(slot *sheet.Line, behoefte sheet.Expr) error {
	o := d.plichtige
	d.inkomen = d.eigenInkomen(d.sc, d.plichtig)
	var err error
	switch {
	case d.z.Partnerdraagkracht != nil:
		z := *d.z.Partnerdraagkracht
		d.afVoorKinderen()
		d.lasten, _ = d.plichtig.Lasten()
		d.Sheet.Choice(sheet.Cond{}, sheet.Keuze{
			ID: "partnerdraagkracht-vastgesteld", Onderwerp: "Draagkracht van " + o.Aanduiding + " voor partneralimentatie", Zaakspecifiek: true,
			Keuze: "De netto draagkracht is niet berekend maar overgenomen zoals vastgesteld, na het aandeel in de kosten van de kinderen.",
			Grond: z.Reden, Alternatief: "Berekenen uit het inkomen (Rapport par. 4.4).",
		})
		slot.Expr, slot.Toelichting = partij.Bedrag(d.sc, "vastgesteld", d.plichtig.Groep(), "Vastgestelde netto draagkracht voor partneralimentatie", sheet.EURPerMaand, z.Bedrag), z.Reden
		return nil
	case d.z.Schuldsanering != nil:
		d.afVoorKinderen()
		d.lasten, _ = d.plichtig.Lasten()
		slot.Expr, slot.Source, slot.Toelichting = sheet.Sum(), rapport("4.6.4"), d.z.Schuldsanering.Reden
		return nil
	}
	aow, err := d.plichtig.AOW()
	if err != nil {
		return err
	}
	if d.tabel, err = d.Set.Draagkracht(d.p.Vanaf, aow); err != nil {
		return err
	}
	d.lasten, _ = d.plichtig.Lasten()
	var heel sheet.Expr
	switch {
	case d.z.LangdurigeZorg != nil:
		heel = d.langdurigeZorg(*d.z.LangdurigeZorg)
	case d.z.VoormaligeWoning != nil:
		heel = d.metWoonlast("", d.plichtig.EigenWoonlast(), d.plichtig.AandeelWoning())
	case d.z.Woonlast != nil && d.z.Woonlast.Soort == zaak.WoonlastLager:
		heel = d.lagereWoonlast(behoefte)
	default:
		heel = d.metWoonlast("", d.woonbudget()...)
	}
	slot.Expr = heel.Minus(d.afVoorKinderen()).AtLeast(sheet.Zero)
	if z := d.z.Inkomensverlies; z != nil {
		return d.ondergrens(slot, *z, aow)
	}
	return nil
}

// ondergrens keeps the draagkracht within what really remains above 95% of the
// bijstandsnorm, where a loss of income is left out of account (4.7).
func (d *draagkrachtregels) ondergrens(slot *sheet.Line, z zaak.Inkomensverlies, aow bool) error {
	grens := d.plichtig.Ondergrens
	if grens == (sheet.Expr{}) {
		norm, err := d.Set.Bijstandsnorm(d.p.Vanaf, aow)
		if err != nil && z.Bijstandsnorm == nil {
			return err
		}
		const label = "Bijstandsnorm van een alleenstaande"
		var bedrag sheet.Expr
		if z.Bijstandsnorm != nil {
			bedrag = partij.Bedrag(d.sc, "bijstandsnorm_inkomensverlies", d.plichtig.Groep(), label, sheet.EURPerMaand, *z.Bijstandsnorm)
		} else {
			bedrag = d.sc.Norm(norm.Norm).Round(0)
		}
		bedrag = maand(d.sc, "bijstandsnorm_inkomensverlies", label+", na inkomensverlies", bedrag, rapport("4.7"), "")
		grens = maand(d.sc, "ondergrens", "Ondergrens", d.sc.Norm(d.tabel.Ondergrenspercentage).Times(bedrag).Round(2), rapport("4.7"), "")
	}
	nu := d.plichtig.NBI()
	voor := maand(d.sc, "voor_ondergrens", "Draagkracht na het aandeel in de kosten van de kinderen", slot.Expr, rapport("4.4.2"), "")
	blijft := maand(d.sc, "boven_ondergrens", "Wat boven de ondergrens resteert", nu.Minus(grens).Minus(d.afVoorKinderen()).AtLeast(sheet.Zero), rapport("4.7"), "met het inkomen van nu")
	slot.Expr = sheet.If(d.plichtig.Fictief(), voor.AtMost(blijft), voor)
	slot.Source = rapport("4.4.2 en 4.7")
	return nil
}

// woonbudget adds the woonbudget, and what actual housing costs are above it where
// those are lasting and considerably higher (4.2.2.4).
func (d *draagkrachtregels) woonbudget() []sheet.Expr {
	budget := maand(d.sc, "woonbudget", "Woonbudget", d.sc.Norm(d.tabel.Woonbudgetpercentage).Times(d.inkomen).Round(2), rapport("4.2.1 en 4.2.2.4"), "")
	if d.z.Woonlast == nil || d.z.Woonlast.Soort != zaak.WoonlastHoger {
		return []sheet.Expr{budget}
	}
	d.meerdereWoonlast = maand(d.sc, "meerdere_woonlast", "Woonlast boven het woonbudget", d.plichtig.Woonlast().Minus(budget).AtLeast(sheet.Zero), rapport("4.2.2.4"), d.z.Woonlast.Reden)
	return []sheet.Expr{budget, d.meerdereWoonlast}
}

// metWoonlast adds 60% of what the income is above the bijstandsnorm, housing and
// other necessary charges. achter is behind the ids and labels where it is found
// twice.
func (d *draagkrachtregels) metWoonlast(achter string, wonen ...sheet.Expr) sheet.Expr {
	id, met := "", ""
	if achter != "" {
		id, met = "_"+achter, ", met de werkelijke woonlast"
	}
	tabel, grens := d.sc.Table(d.tabel.Tabel), d.sc.Norm(d.tabel.Formulegrens)
	const kolomBijstandsnorm = 2
	// Keuze: the full norm, whatever the income; the lower rows of the
	// draagkrachttabel are for children (4.3.2).
	norm := maand(d.sc, "bijstandsnorm"+id, "Gecorrigeerde bijstandsnorm"+met, sheet.Lookup(tabel, kolomBijstandsnorm, grens), rapport("4.2.2.3"), "het volledige forfait, bij ieder inkomen")
	loos := maand(d.sc, "draagkrachtloos_inkomen"+id, "Draagkrachtloos inkomen"+met, sheet.Sum(append([]sheet.Expr{norm, d.lasten}, wonen...)...), rapport("4.2.2.2"), "")
	ruimte := maand(d.sc, "draagkrachtruimte"+id, "Draagkrachtruimte"+met, d.inkomen.Minus(loos).AtLeast(sheet.Zero), rapport("4.2.2.6"), "")
	procent := sheet.FormatPublished(d.norm.Draagkrachtpercentage.Amount) + "%"
	return d.sc.Add(sheet.Line{
		ID: "draagkracht" + id, Label: "Draagkracht (" + procent + ")" + met, Naam: "draagkracht van " + d.plichtige.Aanduiding + " (" + procent + ")" + met, Unit: sheet.EURPerMaand,
		Expr: d.sc.Norm(d.norm.Draagkrachtpercentage).Times(ruimte).Round(0), Source: rapport("4.2.2.7 en 5.2, stap 2"),
		Toelichting: "vóór het aandeel in de kosten van de kinderen",
	})
}

// lagereWoonlast adds the draagkracht with the woonbudget and with lasting,
// considerably lower housing costs, which count only where the draagkracht falls
// short of the need (4.2.2.4; HR 16 April 2021, ECLI:NL:HR:2021:586).
func (d *draagkrachtregels) lagereWoonlast(behoefte sheet.Expr) sheet.Expr {
	bron := sheet.Source{Document: "HR 16 april 2021, ECLI:NL:HR:2021:586", Vindplaats: "Rapport par. 4.2.2.4"}
	forfaitair := d.metWoonlast("", d.woonbudget()...)
	werkelijk := d.metWoonlast("werkelijk", d.plichtig.Woonlast())
	tekort := forfaitair.Minus(d.afVoorKinderen()).LessThan(behoefte)
	keuze := sheet.Keuze{
		ID: "lagere-woonlast", Onderwerp: "Woonlast van " + d.plichtige.Aanduiding + " (partneralimentatie)", Zaakspecifiek: true,
		Keuze: "Gerekend is met de werkelijke, lagere woonlast, omdat er met het woonbudget een tekort aan draagkracht is.",
		Grond: "HR 16 april 2021, ECLI:NL:HR:2021:586; Rapport par. 4.2.2.4.", Alternatief: "Rekenen met het woonbudget.",
	}
	d.Sheet.Choice(tekort, keuze)
	d.p.LaatWeg(d.Sheet, sheet.Not(tekort), "Lagere woonlast van %s (partneralimentatie)", "Met het woonbudget is er genoeg draagkracht voor de resterende behoefte; daarom telt het woonbudget (Rapport par. 4.2.2.4).", d.plichtige.Aanduiding)
	return maand(d.sc, "draagkracht_gekozen", "Draagkracht waarmee wordt gerekend", sheet.If(tekort, werkelijk.AtLeast(forfaitair), forfaitair), bron, "de lagere woonlast telt alleen bij een tekort")
}

// langdurigeZorg adds the draagkracht of who is nursed in an institution (4.10).
func (d *draagkrachtregels) langdurigeZorg(z zaak.LangdurigeZorg) sheet.Expr {
	eigen, nodig := d.plichtig.LangdurigeZorg()
	return maand(d.sc, "draagkracht_langdurige_zorg", "Draagkracht", d.inkomen.Minus(sheet.Sum(eigen, nodig, d.lasten)).AtLeast(sheet.Zero).Round(0), rapport("4.10"), z.Reden)
}

// afVoorKinderen adds what the payer bears of the costs of the children, the first
// time, and gives what of it goes off the draagkracht.
//
// Keuze: the whole share (4.4.2), or what it is above the own kindgebonden budget;
// see docs/keuzes.md, partnerdraagkracht-kgb.
func (d *draagkrachtregels) afVoorKinderen() sheet.Expr {
	if d.kinderenPlichtig == nil {
		k := d.kosten(d.sc, d.plichtig)
		d.kinderenPlichtig = &k
	}
	k := d.kinderenPlichtig
	if k.aandeel == (sheet.Expr{}) {
		return sheet.Zero
	}
	keuze := sheet.Keuze{
		ID: "partnerdraagkracht-kgb", Onderwerp: "Kindgebonden budget van " + d.plichtige.Aanduiding + " en de draagkracht voor partneralimentatie",
		Keuze: "Het hele aandeel in de kosten van de kinderen gaat van de draagkracht af; het kindgebonden budget telt daarbij niet.", Grond: "Rapport par. 4.4.2.",
		Alternatief: "Alleen het deel van het aandeel dat hoger is dan het kindgebonden budget (de inleiding van par. 5.2 spreekt van de resterende kosten).",
	}
	af := k.aandeel
	if d.Zaak.Keuzes.PartnerdraagkrachtKGB == zaak.KeuzeNaKGB {
		af = k.naKGB
		keuze.Zaakspecifiek, keuze.Grond = true, "Zo gekozen in het zaakbestand (Rapport par. 5.2, inleiding)."
		keuze.Keuze = "Van de draagkracht gaat af wat het aandeel in de kosten van de kinderen hoger is dan het kindgebonden budget."
		keuze.Alternatief = "Het hele aandeel van de draagkracht aftrekken (Rapport par. 4.4.2)."
	}
	if k.kgb != sheet.Zero {
		d.Sheet.Choice(k.kgb.MoreThan(sheet.Zero), keuze)
	}
	return af
}
