package inkomen

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"annex/calc/sheet"
	"annex/calc/zaak"
)

// What Wetsvoorstel 34 154 asks otherwise of an income: art. 400a BW as proposed,
// and art. 1 and 2 of the concept-AMvB.
//
// Covered: lid 1 to 6, and lid 8 as far as something can be entered that does not
// count. Left out: lid 7 and 9, and the kinderbijslag and kindgebonden budget that
// lid 8 adds, which are no part of what one income is taxed on.

const blokVoorstel = "Netto-inkomen"

// voorstel names a lid of art. 400a BW as proposed.
func voorstel(lid string) sheet.Source {
	return sheet.Source{Document: "Wetsvoorstel 34 154", Vindplaats: "art. 1:400a " + lid + " BW"}
}

// conceptAMvB names an article of the decree that goes with the proposal.
func conceptAMvB(artikel string) sheet.Source {
	return sheet.Source{Document: "Concept-AMvB bij wetsvoorstel 34 154", Vindplaats: "art. " + artikel}
}

// bron is where a rule stands: a paragraph of the Rapport, or a lid of art. 400a.
func (r *rekening) bron(par, lid string) sheet.Source {
	if r.Wetsvoorstel {
		return voorstel(lid)
	}
	return rapport(par)
}

// blokNaam names a part of the form; the numbers in it are those of the forms that
// go with the Rapport.
func (r *rekening) blokNaam() string {
	if !r.Wetsvoorstel {
		return r.blok
	}
	if r.blok == blokUitkom {
		return blokVoorstel
	}
	naam, _, _ := strings.Cut(r.blok, " (")
	return naam
}

// middelt tells whether every income is the average of the two calendar years
// before: where there is profit or other work (art. 400a lid 3).
func (r *rekening) middelt() bool {
	return r.Wetsvoorstel && (r.Opbouw.Winst != nil || r.Opbouw.Overig != nil)
}

// jarenTerug are the two calendar years before.
func (r *rekening) jarenTerug() [2]int { return [2]int{r.Op.Year() - 2, r.Op.Year() - 1} }

// overJaren says of which years something is: "over 2023 en 2024".
func overJaren(jaren []zaak.Jaarbedrag) string {
	var namen []string
	for _, j := range jaren {
		namen = append(namen, strconv.Itoa(j.Jaar))
	}
	return "over " + sheet.Enumerate(namen)
}

// overJarenTerug is the same of the two calendar years before.
func (r *rekening) overJarenTerug() string {
	jaren := r.jarenTerug()
	return overJaren([]zaak.Jaarbedrag{{Jaar: jaren[0]}, {Jaar: jaren[1]}})
}

// vanJarenTerug gives what something came to in the two calendar years before; wat
// names it where a year is missing.
func (r *rekening) vanJarenTerug(wat, lid string, jaren []zaak.Jaarbedrag) ([]zaak.Jaarbedrag, error) {
	var out []zaak.Jaarbedrag
	for _, jaar := range r.jarenTerug() {
		i := slices.IndexFunc(jaren, func(j zaak.Jaarbedrag) bool { return j.Jaar == jaar })
		if i < 0 {
			return nil, &Onberekenbaar{fmt.Sprintf("%s over %d is niet opgegeven; het wetsvoorstel rekent met het gemiddelde %s (art. 400a %s)", wat, jaar, r.overJarenTerug(), lid)}
		}
		out = append(out, jaren[i])
	}
	return out, nil
}

// volgensVoorstel takes out what does not count under the proposal, and says so.
func (r *rekening) volgensVoorstel() error {
	if !r.Wetsvoorstel {
		return nil
	}
	if n := r.Opbouw.Netto; n != nil && n.Grond != zaak.NettoBuitenland {
		return &Onberekenbaar{"het netto model hoort bij het Rapport alimentatienormen; het wetsvoorstel gaat uit van het bruto inkomen, waar de belasting nog af moet (art. 400a lid 6)"}
	}
	if r.ZonderPartner {
		r.Opbouw.Partner = nil // concept-AMvB art. 1 lid 3: nor as somebody who raises a credit
	}
	r.zonderBijstand()
	r.zonderFiscaleZijde()
	r.alleenBelastingEnZvw()
	r.vermogenMetInkomen()
	r.ontvangenAlimentatie()
	r.zonderJaren()
	return nil
}

// zonderBijstand takes out the benefits that are no income (art. 400a lid 8, f).
func (r *rekening) zonderBijstand() {
	isBijstand := func(w zaak.Loon) bool { return w.Soort == zaak.Bijstand }
	if slices.ContainsFunc(r.Opbouw.Loon, isBijstand) {
		r.Opbouw.Loon = slices.DeleteFunc(slices.Clone(r.Opbouw.Loon), isBijstand)
		r.laatWeg("Bijstandsuitkering", "Bijstand hoort niet tot de inkomsten (art. 400a lid 8, onder f, van het wetsvoorstel).")
	}
}

// laatWeg records what does not count of this person.
func (r *rekening) laatWeg(wat, reden string) {
	r.sheet.LeaveOut(sheet.Cond{}, "%s van %s", "%s", wat, r.wie(), reden)
}

// zonderFiscaleZijde takes out what only changes the tax or the toetsingsinkomen: the
// tax is that on the incomes themselves, and the toetsingsinkomen is what they come to.
func (r *rekening) zonderFiscaleZijde() {
	for _, a := range r.Opbouw.Aftrek {
		r.laatWeg("Aftrekpost ("+a.Omschrijving+")", "Van de inkomsten gaat de belasting af die erover verschuldigd is (art. 400a lid 6 van het wetsvoorstel). De uitgave telt niet, en het belastingvoordeel ervan ook niet.")
	}
	r.Opbouw.Aftrek = nil
	if r.Opbouw.EigenWoning != nil {
		r.Opbouw.EigenWoning = nil
		r.laatWeg("Eigen woning", "De eigen woning is geen bron van inkomsten in de zin van art. 400a van het wetsvoorstel; de woonlast is er een vast deel van het inkomen.")
	}
	if r.Opbouw.Toetsingsinkomen != nil && r.Opbouw.Netto == nil {
		r.Opbouw.Toetsingsinkomen = nil
		r.laatWeg("Opgegeven toetsingsinkomen", "Voor het kindgebonden budget gelden de inkomsten van art. 400a als toetsingsinkomen (concept-AMvB, art. 2 lid 2, onder c).")
	}
}

// alleenBelastingEnZvw takes out what under the Rapport goes off the net income.
//
// Keuze: only tax and the contribution to the Zvw go off; see docs/keuzes.md,
// wetsvoorstel-netto-inkomen.
func (r *rekening) alleenBelastingEnZvw() {
	const reden = "Van de inkomsten gaan alleen de belasting en de bijdrage Zvw af (art. 400a lid 6 van het wetsvoorstel)."
	r.Opbouw.Loon = slices.Clone(r.Opbouw.Loon)
	for i := range r.Opbouw.Loon {
		if w := &r.Opbouw.Loon[i]; w.NettoInhoudingen != nil {
			w.NettoInhoudingen = nil
			r.laatWeg("Inhoudingen op het nettoloon", reden)
		}
	}
	if w := r.Opbouw.Winst; w != nil && w.Achterblijvend != nil {
		zonder := *w
		zonder.Achterblijvend = nil
		r.Opbouw.Winst = &zonder
		r.laatWeg("Winst in de onderneming", "De winst telt helemaal, ook wat daarvan in de onderneming blijft. "+reden)
	}
	if len(r.Opbouw.Voorzieningen) > 0 {
		r.sheet.Choice(sheet.Cond{}, sheet.Keuze{
			ID: "wetsvoorstel-netto-inkomen", Onderwerp: "Premies voor inkomensvoorzieningen van " + r.Wie.Aanduiding,
			Keuze: "De premies verlagen de belasting, en gaan zelf niet van het inkomen af.", Grond: reden,
			Alternatief: "Een premie die de inkomsten zelf verzekert als kosten van die inkomsten aftrekken (art. 400a lid 4).",
		})
	}
}

// vermogenMetInkomen takes out wealth that yields nothing: only what income comes
// from counts, in the tax of box 3 as well (concept-AMvB art. 1 lid 1, b).
func (r *rekening) vermogenMetInkomen() {
	if v := r.Opbouw.Vermogen; v != nil && v.WerkelijkInkomen == nil {
		r.Opbouw.Vermogen = nil
		r.laatWeg("Vermogen", "Vermogen telt alleen voor zover er inkomsten uit zijn (concept-AMvB, art. 1 lid 1, onder b); inkomsten uit dit vermogen zijn niet opgegeven.")
	}
}

// ontvangenAlimentatie says whose partneralimentatie is taken to be received.
func (r *rekening) ontvangenAlimentatie() {
	if r.Opbouw.Alimentatie != nil {
		r.sheet.Fact(sheet.Feit{
			Groep: r.Groep, Omschrijving: "Ontvangen partneralimentatie", Waarde: "van een ander dan de andere ouder", Aanname: true,
			Toelichting: "wat de andere ouder betaalt, hoort niet tot de inkomsten (art. 400a lid 8, onder d, van het wetsvoorstel)",
		})
	}
}

// zonderJaren says of the incomes that the case file holds one amount of, that it
// passes for the average of two years.
func (r *rekening) zonderJaren() {
	if !r.middelt() {
		return
	}
	o := r.Opbouw
	for _, p := range []struct {
		wat string
		is  bool
	}{
		{"Resultaat uit overige werkzaamheden", o.Overig != nil}, {"Partneralimentatie", o.Alimentatie != nil},
		{"Dividend uit aanmerkelijk belang", o.Dividend != nil}, {"Inkomen uit vermogen", o.Vermogen != nil}, {"Ander netto inkomen", len(o.NettoOverig) > 0},
	} {
		if p.is {
			r.sheet.Fact(sheet.Feit{
				Groep: r.Groep, Omschrijving: p.wat, Waarde: "het gemiddelde " + r.overJarenTerug(), Aanname: true,
				Toelichting: "het opgegeven bedrag geldt als dat gemiddelde (art. 400a lid 3 van het wetsvoorstel)",
			})
		}
	}
}

// winstVoorstel gives the profit of the proposal: the average of the two calendar
// years before (art. 400a lid 3).
func (r *rekening) winstVoorstel(w zaak.Winst) (sheet.Expr, error) {
	var jaren []zaak.Jaarbedrag
	for _, j := range w.Jaren {
		jaren = append(jaren, zaak.Jaarbedrag{Jaar: j.Jaar, Bedrag: j.Winst})
	}
	twee, err := r.vanJarenTerug("de winst", "lid 3", jaren)
	if err != nil {
		return sheet.Expr{}, err
	}
	if len(jaren) > len(twee) || w.Uitgangspunt == zaak.WinstJaar || w.Uitgangspunt == zaak.WinstPrognose {
		r.laatWeg("Andere winst dan die "+r.overJarenTerug(), "Het wetsvoorstel rekent met het gemiddelde "+r.overJarenTerug()+" (art. 400a lid 3).")
	}
	var termen []sheet.Expr
	for _, j := range twee {
		jaar := strconv.Itoa(j.Jaar)
		termen = append(termen, r.invoerMetTeken("winst_"+jaar, "Winst over "+jaar, j.Bedrag))
	}
	return sheet.Sum(termen...).Over(sheet.Two).Round(2), nil
}

// tenMinsteGebruikelijk adds the wage from a company of one's own, at least what is
// usual (art. 400a lid 5). A company car is part of that wage, and does not count.
//
// Keuze: what is usual is the amount of the law; see docs/keuzes.md,
// wetsvoorstel-gebruikelijk-loon.
func (r *rekening) tenMinsteGebruikelijk(lonen, autos []sheet.Expr) (sheet.Expr, error) {
	norm, err := r.cijfer(r.ib.GebruikelijkLoon, "het gebruikelijk loon")
	if err != nil {
		return sheet.Expr{}, err
	}
	loon, bodem := sheet.Sum(lonen...), norm.Minus(sheet.Sum(autos...))
	line := sheet.Line{ID: "loon_dga", Label: "Loon dga, ten minste het gebruikelijk loon", Expr: loon.AtLeast(bodem), Source: voorstel("lid 5")}
	if bodem != norm {
		line.Toelichting = "de auto van de zaak hoort bij het gebruikelijk loon, en telt zelf niet mee"
	}
	r.sheet.Choice(loon.LessThan(bodem), sheet.Keuze{
		ID: "wetsvoorstel-gebruikelijk-loon", Onderwerp: "Loon van " + r.Wie.Aanduiding + " uit de eigen vennootschap",
		Keuze:       "Het loon is lager dan het gebruikelijk loon; gerekend is met het gebruikelijk loon.",
		Grond:       "Het loon van een directeur-grootaandeelhouder telt voor ten minste het gebruikelijk loon (art. 400a lid 5 van het wetsvoorstel; art. 12a Wet op de loonbelasting 1964).",
		Alternatief: "Een lager of hoger gebruikelijk loon, als dat met de Belastingdienst is afgesproken of aannemelijk is.",
	})
	return r.regel(line), nil
}

// nettoVoorstel adds the net income of the proposal (art. 400a lid 6).
func (r *rekening) nettoVoorstel(jaar sheet.Expr) sheet.Expr {
	perJaar := r.regel(sheet.Line{ID: "netto_inkomen_jaar", Kort: "netto-inkomen per jaar", Label: "Netto-inkomen per jaar", Expr: jaar, Source: voorstel("lid 6")})
	return r.regel(r.slotVoorstel(perJaar.Over(sheet.Twelve).Round(2).AtLeast(sheet.Zero)))
}

// slotVoorstel is the line of the net income per month.
func (r *rekening) slotVoorstel(e sheet.Expr) sheet.Line {
	return sheet.Line{
		ID: "netto_inkomen", Kort: "netto-inkomen per maand", Label: "Netto-inkomen per maand (art. 400a lid 6)", Naam: "netto-inkomen van " + r.Wie.Aanduiding, Unit: sheet.EURPerMaand,
		Expr: e, Source: voorstel("lid 6"), Slot: true,
	}
}
