package inkomen

import (
	"fmt"
	"strconv"

	"annex/calc/sheet"
	"annex/calc/zaak"
)

// Wages that rest on what they were in years before.

// variabeleJaren keeps of the pay that differs from year to year the years that
// count: under the proposal the two calendar years before (art. 400a lid 2).
func (l *loonregels) variabeleJaren() (err error) {
	if len(l.w.Variabel) > 0 && l.r.Wetsvoorstel {
		l.w.Variabel, err = l.r.vanJarenTerug("het variabele loon van "+l.r.Wie.Aanduiding, "lid 2", l.w.Variabel)
	}
	return err
}

// variabel adds the average of pay that differs from year to year; Zero where there
// is none.
//
// Keuze: under the Rapport as well; see docs/keuzes.md, variabel-loon.
func (l *loonregels) variabel() sheet.Expr {
	jaren := l.w.Variabel
	if len(jaren) == 0 {
		return sheet.Zero
	}
	if !l.r.Wetsvoorstel {
		l.r.sheet.Choice(sheet.Cond{}, sheet.Keuze{
			ID: "variabel-loon", Onderwerp: l.wat + " van " + l.r.Wie.Aanduiding,
			Keuze: "Het variabele loon telt voor het gemiddelde " + overJaren(jaren) + ".", Grond: "Het Rapport zegt niet over welke jaren (par. 2.3.1).",
			Alternatief: "Het variabele loon van één jaar, of wat voor dit jaar te verwachten is.",
		})
	}
	return l.gemiddelde("variabel", "gemiddeld variabel loon", "variabel loon", "lid 2", jaren)
}

// gemiddelde adds the average of what something came to in some years; post is what
// one of them is called.
func (l *loonregels) gemiddelde(id, wat, post, lid string, jaren []zaak.Jaarbedrag) sheet.Expr {
	var termen []sheet.Expr
	for _, j := range jaren {
		jaar := strconv.Itoa(j.Jaar)
		termen = append(termen, l.r.invoer(l.id+"."+id+"_"+jaar, fmt.Sprintf("%s: %s over %s", l.wat, post, jaar), sheet.EURPerJaar, j.Bedrag))
	}
	return l.r.regel(sheet.Line{
		ID: l.id + "." + id, Label: l.wat + ": " + wat, Expr: sheet.Sum(termen...).Over(sheet.Count(len(termen))).Round(2), Source: l.r.bron("2.3.1", lid),
	})
}

// isGemiddeld tells whether the wage is what it was on average: beside profit or
// other work under the proposal, and where nothing else is stated.
func (l *loonregels) isGemiddeld() bool {
	return len(l.w.Jaren) > 0 && (l.r.middelt() || l.w.Bruto == nil && l.w.Jaaropgaaf == nil)
}

// uitJaren adds the taxable amount of a wage that is an average, with the premiums
// of now where those are stated.
func (l *loonregels) uitJaren() (sheet.Expr, error) {
	jaren, lid := l.w.Jaren, "lid 1"
	if l.r.middelt() {
		twee, err := l.r.vanJarenTerug(fmt.Sprintf("het loon van %s (%s)", l.r.Wie.Aanduiding, l.w.Omschrijving), "lid 3", jaren)
		if err != nil {
			return sheet.Expr{}, err
		}
		jaren, lid = twee, "lid 3"
		if l.w.Bruto != nil || l.w.Jaaropgaaf != nil {
			l.r.laatWeg(l.wat+" zoals het nu is", "Naast winst of overige werkzaamheden telt het gemiddelde "+overJaren(jaren)+" (art. 400a lid 3 van het wetsvoorstel).")
		}
	}
	loon := l.gemiddelde("gemiddeld", "gemiddeld loon "+overJaren(jaren), "loon", lid, jaren)
	if l.w.Bruto != nil {
		if b := l.w.BijtellingAuto; b != nil && l.autoTelt() {
			l.bijtelling(*b)
		}
		return l.naPremies(loon), nil
	}
	l.zonderPensioenpremie()
	if l.w.BijtellingAuto != nil {
		return l.zonderAuto(loon), nil
	}
	return loon, nil
}

// zonderJaren warns where the wage of now stands beside averages.
func (l *loonregels) zonderJaren() {
	if l.r.middelt() {
		l.r.sheet.Warn(sheet.Cond{}, "loon-zonder-jaren", "%s van %s: naast winst of overige werkzaamheden telt het gemiddelde %s (art. 400a lid 3 van het wetsvoorstel), maar wat het in die jaren was, is niet opgegeven. Gerekend is met het bedrag van nu.", l.wat, l.r.wie(), l.r.overJarenTerug())
	}
}

// autoTelt tells whether a company car that no payslip holds matters: for the
// toetsingsinkomen of the Rapport, and for what a dga's wage is at least.
func (l *loonregels) autoTelt() bool {
	return !l.r.Wetsvoorstel || l.w.Soort == zaak.LoonDGA
}

// pensioenTelt adds the pension premium that went off the taxable wage as income.
//
// Keuze: it counts, since the draagkracht holds a fixed sum for pension; see
// docs/keuzes.md, wetsvoorstel-pensioenpremie.
func (l *loonregels) pensioenTelt(premie sheet.Expr) sheet.Expr {
	l.r.sheet.Choice(sheet.Cond{}, sheet.Keuze{
		ID: "wetsvoorstel-pensioenpremie", Onderwerp: l.wat + " van " + l.r.Wie.Aanduiding,
		Keuze:       "De pensioenpremie van de werknemer verlaagt de belasting, en gaat zelf niet van het inkomen af.",
		Grond:       "Voor pensioen gaat in de draagkrachttabel een vast bedrag van het inkomen af, wat er ook aan premie is (concept-AMvB, toelichting II.2, ad 4).",
		Alternatief: "De premie van het inkomen aftrekken.",
	})
	return l.r.regel(sheet.Line{
		ID: l.id + ".pensioenpremie_telt", Label: l.wat + ": pensioenpremie, hier niet in mindering", Expr: premie, Source: conceptAMvB("6"),
		Toelichting: "voor pensioen gaat bij de draagkracht een vast bedrag af",
	})
}

// zonderPensioenpremie says that a jaaropgaaf does not tell what the premium was.
func (l *loonregels) zonderPensioenpremie() {
	if l.r.Wetsvoorstel && l.w.IsArbeid {
		l.r.laatWeg("Pensioenpremie ("+l.w.Omschrijving+")", "De pensioenpremie is al van het loon van een jaaropgaaf af, en zou hier meetellen. Zij is niet opgegeven; met een loonstrook kan dat.")
	}
}
