package inkomen

import (
	"fmt"

	"annex/calc/sheet"
	"annex/calc/zaak"
)

const (
	blokLoon  = "Loon, uitkering en pensioen (blok 41–61)"
	gebruikVT = 8 // the usual holiday allowance, in percent (art. 15 Wet minimumloon)
)

// aard is what the law makes of one kind of wage or benefit.
type aard struct {
	zvwWerkgever    bool // the payer owes the Zvw contribution on top (art. 42 Zvw)
	vakantietoeslag bool // 8% is usual
}

var aarden = map[string]aard{
	zaak.LoonDienst:   {zvwWerkgever: true, vakantietoeslag: true},
	zaak.LoonDGA:      {},
	zaak.UitkeringWW:  {zvwWerkgever: true, vakantietoeslag: true},
	zaak.UitkeringWIA: {zvwWerkgever: true, vakantietoeslag: true},
	zaak.UitkeringWAO: {zvwWerkgever: true, vakantietoeslag: true},
	zaak.UitkeringZW:  {zvwWerkgever: true, vakantietoeslag: true},
	zaak.Wajong:       {zvwWerkgever: true, vakantietoeslag: true},
	zaak.Bijstand:     {zvwWerkgever: true, vakantietoeslag: true},
	zaak.UitkeringANW: {},
	zaak.UitkeringAOW: {},
	zaak.Pensioen:     {},
	zaak.Lijfrente:    {},
}

// lonen adds the wages and benefits, each up to its taxable amount.
func (r *rekening) lonen() error {
	r.blok = blokLoon
	var alle, arbeid, dga, werkgever, zelf, netto []sheet.Expr
	for i, w := range r.Opbouw.Loon {
		l := &loonregels{r: r, w: w, id: fmt.Sprintf("loon_%d", i+1), wat: sheet.Capital(w.Omschrijving)}
		belastbaar := l.belastbaar()
		alle = append(alle, belastbaar)
		if w.IsArbeid {
			arbeid = append(arbeid, belastbaar)
		}
		if w.Soort == zaak.LoonDGA {
			dga = append(dga, belastbaar)
		}
		if aarden[w.Soort].zvwWerkgever {
			werkgever = append(werkgever, belastbaar)
		} else {
			zelf = append(zelf, belastbaar)
		}
		if w.NettoInhoudingen != nil {
			netto = append(netto, l.perJaar("netto_inhoudingen", "inhoudingen op het nettoloon", *w.NettoInhoudingen))
		}
		l.toelichten(belastbaar)
	}
	r.loon = sheet.Sum(alle...)
	if len(alle) > 1 {
		r.loon = r.regel(sheet.Line{ID: "loon", Label: "Belastbaar loon samen", Expr: r.loon, Source: wetIB("3.80")})
	}
	r.loonDGA, r.loonUitArbeid, r.loonWerkgever, r.loonZelf, r.inhoudingen = sheet.Sum(dga...), sheet.Sum(arbeid...), sheet.Sum(werkgever...), sheet.Sum(zelf...), sheet.Sum(netto...)
	return nil
}

// loonregels is one wage or benefit being described.
type loonregels struct {
	r   *rekening
	w   zaak.Loon
	id  string
	wat string // its name, with a capital

	jaarloon sheet.Expr   // the gross wage per year, of a payslip
	premies  []sheet.Expr // what lowers it
}

// belastbaar adds the taxable amount, by payslip or by jaaropgaaf.
func (l *loonregels) belastbaar() sheet.Expr {
	if l.w.Bruto == nil {
		return l.uitJaaropgaaf()
	}
	jaarloon := l.perJaar("brutoloon", "bruto", *l.w.Bruto)
	l.jaarloon = jaarloon
	terms := []sheet.Expr{jaarloon}
	if vt, ok := l.vakantietoeslag(jaarloon); ok {
		terms = append(terms, vt)
	}
	if d := l.w.DertiendeMaand; d != nil {
		terms = append(terms, l.jaarbedrag("dertiende_maand", "dertiende maand", *d))
	}
	for i, e := range l.w.Extra {
		terms = append(terms, l.jaarbedrag(fmt.Sprintf("extra_%d", i+1), e.Omschrijving, e.Bedrag))
	}
	loon := sheet.Sum(terms...)
	for _, p := range []struct {
		id, wat string
		bedrag  *zaak.Bedrag
	}{{"pensioenpremie", "pensioenpremie", l.w.Pensioenpremie}, {"andere_premies", "andere premies", l.w.AnderePremies}} {
		if p.bedrag != nil {
			premie := l.perJaar(p.id, p.wat, *p.bedrag)
			l.premies = append(l.premies, premie)
			loon = loon.Minus(premie)
		}
	}
	return l.regel("belastbaar", "belastbaar", loon, "de premies verlagen het belastbare loon en zijn niet te besteden")
}

func (l *loonregels) uitJaaropgaaf() sheet.Expr {
	loon := l.r.invoer(l.id+".jaaropgaaf", l.wat+": fiscaal loon volgens de jaaropgaaf", sheet.EURPerJaar, *l.w.Jaaropgaaf)
	if b := l.w.BijtellingAuto; b != nil {
		// Rapport 4.9: neither as income nor for the tax.
		auto := l.r.invoer(l.id+".bijtelling_auto", l.wat+": bijtelling voor de auto van de zaak", sheet.EURPerJaar, *b)
		return l.r.regel(sheet.Line{ID: l.id + ".belastbaar", Label: l.wat + ": belastbaar zonder bijtelling auto", Expr: loon.Minus(auto).AtLeast(sheet.Zero), Source: rapport("4.9")})
	}
	return l.r.regel(sheet.Line{ID: l.id + ".belastbaar", Label: l.wat + ": fiscaal loon volgens de jaaropgaaf", Expr: loon, Source: wetIB("3.81")})
}

// perJaar adds an amount per tijdvak as what it is per year.
func (l *loonregels) perJaar(id, wat string, b zaak.Bedrag) sheet.Expr {
	unit, keer, per := sheet.EURPerMaand, sheet.Twelve, "per maand"
	if l.w.Tijdvak == zaak.TijdvakVierWeken {
		unit, keer, per = sheet.EURPer4Weken, sheet.Thirteen, "per vier weken"
	}
	in := l.r.invoer(l.id+"."+id, fmt.Sprintf("%s: %s %s", l.wat, wat, per), unit, b)
	return l.regel(id, wat, keer.Times(in), "")
}

func (l *loonregels) jaarbedrag(id, wat string, b zaak.Bedrag) sheet.Expr {
	return l.regel(id, wat, l.r.invoer(l.id+"."+id, fmt.Sprintf("%s: %s per jaar", l.wat, wat), sheet.EURPerJaar, b), "")
}

func (l *loonregels) regel(id, wat string, e sheet.Expr, toelichting string) sheet.Expr {
	return l.r.regel(sheet.Line{ID: l.id + "." + id, Label: l.wat + ": " + wat, Expr: e, Source: rapport("2.3.1"), Toelichting: toelichting})
}

// vakantietoeslag adds the holiday allowance; ok is false where none is usual and
// none is stated.
func (l *loonregels) vakantietoeslag(jaarloon sheet.Expr) (e sheet.Expr, ok bool) {
	id, label := l.id+".vakantietoeslag_percentage", l.wat+": vakantietoeslag"
	var pct sheet.Expr
	switch {
	case l.w.Vakantietoeslag != nil:
		pct = l.r.invoer(id, label, sheet.Percentage, *l.w.Vakantietoeslag)
	case aarden[l.w.Soort].vakantietoeslag:
		pct = l.r.aanname(id, label, sheet.Percentage, gebruikVT, "niet opgegeven; 8% van het brutobedrag (art. 15 Wet minimumloon en minimumvakantiebijslag)", l.w.Plek.Pad+".vakantietoeslag")
	default:
		return sheet.Expr{}, false
	}
	return l.regel("vakantietoeslag", "vakantietoeslag", pct.Times(jaarloon).Round(2), ""), true
}

// toelichten records what a reader must know of this wage.
func (l *loonregels) toelichten(belastbaar sheet.Expr) {
	s, w := l.r.sheet, l.w
	if w.Verdiencapaciteit != "" {
		s.Choice(sheet.Cond{}, sheet.Keuze{
			ID: "verdiencapaciteit", Onderwerp: l.wat + " van " + l.r.Wie.Aanduiding, Zaakspecifiek: true,
			Keuze: "Gerekend is met een loon dat redelijkerwijs kan worden verdiend.", Grond: w.Verdiencapaciteit,
			Alternatief: "Alleen rekenen met het inkomen dat er werkelijk is.",
		})
	}
	if w.BijtellingAuto != nil {
		s.LeaveOut(sheet.Cond{}, "Bijtelling voor de auto van de zaak van %s", "De bijtelling telt niet mee, niet als inkomen en niet voor de belasting (Rapport par. 4.9).", l.r.Wie.Aanduiding)
	}
	if w.Bruto != nil {
		l.controleren(belastbaar)
	}
}

// controleren warns where a figure of a payslip looks like one of another kind.
// Nothing is corrected.
func (l *loonregels) controleren(belastbaar sheet.Expr) {
	r, wie := l.r, l.r.Wie.Aanduiding
	// A wage per year entered as one per month comes to twelve times as much: more
	// than three times where the highest rate begins is seldom meant.
	veel := sheet.Two.Plus(sheet.One).Times(r.hoogsteSchijf())
	r.sheet.Warn(l.jaarloon.MoreThan(veel), "jaarloon-als-maandloon",
		"%s van %s komt op € %s bruto per jaar. Is een bedrag per jaar ingevuld waar het bedrag per loontijdvak hoort?", l.wat, wie, l.jaarloon)
	if len(l.premies) > 0 {
		premies := sheet.Sum(l.premies...)
		r.sheet.Warn(sheet.Two.Times(premies).MoreThan(l.jaarloon), "premie-te-hoog",
			"%s van %s: de premies (€ %s per jaar) zijn meer dan de helft van het brutoloon (€ %s per jaar). Is een bedrag per jaar ingevuld waar het bedrag per loontijdvak hoort?", l.wat, wie, premies, l.jaarloon)
	}
	if l.w.Jaaropgaaf == nil {
		return
	}
	opgaaf := r.invoer(l.id+".jaaropgaaf", l.wat+": fiscaal loon volgens de jaaropgaaf, ter controle", sheet.EURPerJaar, *l.w.Jaaropgaaf)
	verschil := belastbaar.Minus(opgaaf).AtLeast(opgaaf.Minus(belastbaar))
	const achtste = 3 // times doubled
	for range achtste {
		verschil = sheet.Two.Times(verschil)
	}
	r.sheet.Warn(verschil.MoreThan(belastbaar.AtLeast(opgaaf)), "jaaropgaaf-wijkt-af",
		"%s van %s: de loonstrook komt op een belastbaar loon van € %s per jaar, de jaaropgaaf op € %s. Dat scheelt meer dan een achtste deel. Gerekend is met de loonstrook.", l.wat, wie, belastbaar, opgaaf)
}
