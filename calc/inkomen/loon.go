package inkomen

import (
	"fmt"
	"strconv"

	"annex/calc/sheet"
	"annex/calc/zaak"
)

const (
	blokLoon  = "Loon, uitkering en pensioen (blok 41–61)"
	gebruikVT = 8 // the usual holiday allowance, in percent; an assumption the case file can replace
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
	zaak.Bijstand:     {zvwWerkgever: true}, // the norm holds it (art. 19 lid 3 Participatiewet)
	zaak.UitkeringANW: {},
	zaak.UitkeringAOW: {},
	zaak.Pensioen:     {},
	zaak.Lijfrente:    {},
}

// lonen adds the wages and benefits, each up to its taxable amount.
func (r *rekening) lonen() error {
	r.blok = blokLoon
	var alle, arbeid, dga, autos, werkgever, zelf, netto, pensioen []sheet.Expr
	tel := func(w zaak.Loon, belastbaar sheet.Expr) {
		alle = append(alle, belastbaar)
		if w.IsArbeid {
			arbeid = append(arbeid, belastbaar)
		}
		if aarden[w.Soort].zvwWerkgever {
			werkgever = append(werkgever, belastbaar)
		} else {
			zelf = append(zelf, belastbaar)
		}
	}
	namen := onderscheiden(r.Opbouw.Loon)
	for i, w := range r.Opbouw.Loon {
		l := &loonregels{r: r, w: w, auto: sheet.Zero, pensioen: sheet.Zero, id: fmt.Sprintf("loon_%d", i+1), wat: sheet.Capital(namen[i])}
		belastbaar, err := l.belastbaar()
		if err != nil {
			return err
		}
		if w.Soort == zaak.LoonDGA {
			dga, autos = append(dga, belastbaar), append(autos, l.auto)
		}
		if w.Soort != zaak.LoonDGA || !r.Wetsvoorstel {
			tel(w, belastbaar)
		}
		pensioen = append(pensioen, l.pensioen)
		if w.NettoInhoudingen != nil {
			netto = append(netto, l.perJaar("netto_inhoudingen", "inhoudingen op het nettoloon", *w.NettoInhoudingen))
		}
		l.toelichten(belastbaar)
	}
	if len(dga) > 0 && r.Wetsvoorstel {
		loon, err := r.tenMinsteGebruikelijk(dga, autos)
		if err != nil {
			return err
		}
		tel(zaak.Loon{Soort: zaak.LoonDGA, IsArbeid: true}, loon)
	}
	r.loon = sheet.Sum(alle...)
	if len(alle) > 1 {
		r.loon = r.regel(sheet.Line{ID: "loon", Label: "Belastbaar loon samen", Expr: r.loon, Source: wetIB("3.80")})
	}
	r.loonDGA = sheet.Sum(append(dga, autos...)...)
	r.loonUitArbeid, r.loonWerkgever, r.loonZelf = sheet.Sum(arbeid...), sheet.Sum(werkgever...), sheet.Sum(zelf...)
	r.inhoudingen, r.pensioenpremie = sheet.Sum(netto...), sheet.Sum(pensioen...)
	return nil
}

// onderscheiden names the wages and benefits; those of the same name get a number.
func onderscheiden(loon []zaak.Loon) []string {
	samen, nr := map[string]int{}, map[string]int{}
	for _, w := range loon {
		samen[w.Omschrijving]++
	}
	var namen []string
	for _, w := range loon {
		naam := w.Omschrijving
		if samen[naam] > 1 {
			nr[naam]++
			naam = fmt.Sprintf("%s %d", naam, nr[naam])
		}
		namen = append(namen, naam)
	}
	return namen
}

// loonregels is one wage or benefit being described.
type loonregels struct {
	r   *rekening
	w   zaak.Loon
	id  string
	wat string // its name, with a capital

	jaarloon sheet.Expr   // the gross wage per year, of a payslip
	premies  []sheet.Expr // what lowers it
	pensioen sheet.Expr   // of that what counts as income all the same; Zero: nothing
	auto     sheet.Expr   // the addition for a company car; Zero without one
}

// belastbaar adds the taxable amount: of what the wage was in two years, by payslip
// or by jaaropgaaf.
func (l *loonregels) belastbaar() (sheet.Expr, error) {
	if l.isGemiddeld() {
		return l.uitJaren()
	}
	if err := l.variabeleJaren(); err != nil {
		return sheet.Expr{}, err
	}
	if l.w.Bruto == nil {
		return l.uitJaaropgaaf(), nil
	}
	return l.uitLoonstrook(), nil
}

// uitLoonstrook adds the taxable amount of a payslip.
func (l *loonregels) uitLoonstrook() sheet.Expr {
	if b := l.w.BijtellingAuto; b != nil && l.autoTelt() {
		l.bijtelling(*b)
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
	return l.naPremies(sheet.Sum(append(terms, l.variabel())...))
}

// naPremies adds the premiums that lower a gross wage, and what is left to be taxed.
func (l *loonregels) naPremies(bruto sheet.Expr) sheet.Expr {
	pensioen, andere := l.premie("pensioenpremie", "pensioenpremie", l.w.Pensioenpremie), l.premie("andere_premies", "andere premies", l.w.AnderePremies)
	if len(l.premies) == 0 {
		return l.regel("belastbaar", "belastbaar", bruto, "")
	}
	loon := bruto.Minus(pensioen).Minus(andere).AtLeast(sheet.Zero)
	if pensioen == sheet.Zero || !l.r.Wetsvoorstel {
		return l.regel("belastbaar", "belastbaar", loon, "de premies verlagen het belastbare loon en zijn niet te besteden")
	}
	belastbaar := l.regel("belastbaar", "belastbaar", loon, "de premies verlagen het belastbare loon")
	l.pensioen = l.pensioenTelt(pensioen.AtMost(bruto.Minus(andere).AtLeast(sheet.Zero)))
	return belastbaar
}

// premie adds what a premium lowers the wage by; Zero where none is stated.
func (l *loonregels) premie(id, wat string, b *zaak.Bedrag) sheet.Expr {
	if b == nil {
		return sheet.Zero
	}
	premie := l.perJaar(id, wat, *b)
	l.premies = append(l.premies, premie)
	return premie
}

func (l *loonregels) uitJaaropgaaf() sheet.Expr {
	opgaaf := l.wat + ": fiscaal loon volgens " + l.jaaropgaaf()
	loon := sheet.Sum(l.r.invoer(l.id+".jaaropgaaf", opgaaf, sheet.EURPerJaar, *l.w.Jaaropgaaf), l.variabel())
	l.zonderPensioenpremie()
	if l.w.BijtellingAuto != nil {
		return l.zonderAuto(loon)
	}
	line := sheet.Line{ID: l.id + ".belastbaar", Label: opgaaf, Expr: loon, Source: wetIB("3.81")}
	if len(l.w.Variabel) > 0 {
		line.Label = l.wat + ": belastbaar, met het variabele loon"
	}
	return l.r.regel(line)
}

// zonderAuto adds the taxable wage of jaaropgaven without the addition for a car in
// it, which counts neither as income nor for the tax (Rapport 4.9; art. 400a lid 8).
func (l *loonregels) zonderAuto(loon sheet.Expr) sheet.Expr {
	auto := l.bijtelling(*l.w.BijtellingAuto)
	return l.r.regel(sheet.Line{ID: l.id + ".belastbaar", Label: l.wat + ": belastbaar zonder bijtelling auto", Expr: loon.Minus(auto).AtLeast(sheet.Zero), Source: l.r.bron("4.9", "lid 8, onder b")})
}

// jaaropgaaf names the statement of a year, and the year where that is known.
func (l *loonregels) jaaropgaaf() string {
	if l.w.JaaropgaafVan == 0 {
		return "de jaaropgaaf"
	}
	return fmt.Sprintf("de jaaropgaaf van %d", l.w.JaaropgaafVan)
}

// oudeJaaropgaaf warns where the wage of a year is not of the last ones.
func (l *loonregels) oudeJaaropgaaf() {
	const gewoon = 1 // during a year there is none of it yet
	if van, nu := l.w.JaaropgaafVan, l.r.Op.Year(); van != 0 && (van > nu || nu-van > gewoon) {
		l.r.sheet.Warn(sheet.Cond{}, "jaaropgaaf-ander-jaar", "%s van %s: %s is gebruikt voor een berekening met de belasting van %s. Is dat de jaaropgaaf die is bedoeld?", l.wat, l.r.wie(), l.jaaropgaaf(), strconv.Itoa(nu))
	}
}

// bijtelling adds the addition for a company car, which counts for the
// toetsingsinkomen only.
func (l *loonregels) bijtelling(b zaak.Bedrag) sheet.Expr {
	l.auto = l.r.invoer(l.id+".bijtelling_auto", l.wat+": bijtelling voor de auto van de zaak", sheet.EURPerJaar, b)
	l.r.bijtellingen = append(l.r.bijtellingen, l.auto)
	return l.auto
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
	return l.regel(id, wat, l.r.invoer(l.id+"."+id, l.wat+": "+wat, sheet.EURPerJaar, b), "")
}

func (l *loonregels) regel(id, wat string, e sheet.Expr, toelichting string) sheet.Expr {
	return l.r.regel(sheet.Line{ID: l.id + "." + id, Label: l.wat + ": " + wat, Expr: e, Source: l.r.bron("2.3.1", "lid 1"), Toelichting: toelichting})
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
		waarom := "niet opgegeven; 8% van het brutobedrag is gebruikelijk"
		if l.w.Soort == zaak.LoonDienst {
			waarom = "niet opgegeven; 8% van het brutobedrag (art. 15 Wet minimumloon en minimumvakantiebijslag)"
		}
		pct = l.r.aanname(id, label, sheet.Percentage, gebruikVT, waarom, l.w.Plek.Pad+".vakantietoeslag")
	default:
		l.r.sheet.Fact(sheet.Feit{Groep: l.r.Groep, Omschrijving: label, Waarde: "geen", Toelichting: "niet opgegeven; zij kan als percentage of onder extra worden opgegeven", Aanname: true})
		return sheet.Expr{}, false
	}
	toeslag := l.regel("vakantietoeslag", "vakantietoeslag", pct.Times(jaarloon).Round(2), "")
	l.r.sheet.Warn(toeslag.MoreThan(sheet.Zero).And(sheet.Hundred.Times(toeslag).LessThan(jaarloon)), "vakantietoeslag-onder-een-procent",
		"%s van %s: de vakantietoeslag (€ %s per jaar) is minder dan 1% van het brutobedrag. Is 0.08 ingevuld waar het percentage 8 hoort?", l.wat, l.r.wie(), toeslag)
	return toeslag, true
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
	if w.BijtellingAuto != nil && l.r.Wetsvoorstel {
		l.r.laatWeg("Bijtelling voor de auto van de zaak", "Inkomsten in natura tellen niet mee, niet als inkomen en niet voor de belasting (art. 400a lid 8, onder b, van het wetsvoorstel).")
	} else if w.BijtellingAuto != nil {
		s.LeaveOut(sheet.Cond{}, "Bijtelling voor de auto van de zaak van %s", "De bijtelling telt niet mee, niet als inkomen en niet voor de belasting (Rapport par. 4.9). In het toetsingsinkomen voor het kindgebonden budget zit zij wel.", l.r.wie())
	}
	if l.isGemiddeld() {
		return
	}
	l.zonderJaren()
	l.oudeJaaropgaaf()
	if w.Bruto != nil {
		l.controleren(belastbaar)
	}
}

// controleren warns where a figure of a payslip looks like one of another kind.
// Nothing is corrected.
func (l *loonregels) controleren(belastbaar sheet.Expr) {
	r, wie := l.r, l.r.wie()
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
	opgaaf := r.invoer(l.id+".jaaropgaaf", l.wat+": fiscaal loon volgens "+l.jaaropgaaf()+", ter controle", sheet.EURPerJaar, *l.w.Jaaropgaaf)
	opgaaf = opgaaf.Minus(l.auto) // which no payslip holds
	verschil := belastbaar.Minus(opgaaf).AtLeast(opgaaf.Minus(belastbaar))
	const achtste = 3 // times doubled
	for range achtste {
		verschil = sheet.Two.Times(verschil)
	}
	r.sheet.Warn(verschil.MoreThan(belastbaar.AtLeast(opgaaf)), "jaaropgaaf-wijkt-af",
		"%s van %s: de loonstrook komt op een belastbaar loon van € %s per jaar, de jaaropgaaf op € %s. Dat scheelt meer dan een achtste deel. Gerekend is met de loonstrook.", l.wat, wie, belastbaar, opgaaf)
}
