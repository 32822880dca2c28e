package inkomen

import (
	"fmt"
	"strconv"

	"annex/calc/sheet"
	"annex/calc/zaak"
)

const blokWinst = "Winst uit onderneming (post 65–75)"

// winsten adds profit, the reliefs of an entrepreneur and the taxable profit
// (Rapport 2.3.2; art. 3.76 and 3.79a Wet IB 2001).
func (r *rekening) winsten() error {
	r.winst, r.ondernemersdelen, r.belastbareWinst, r.achterblijvend = sheet.Zero, sheet.Zero, sheet.Zero, sheet.Zero
	w := r.Opbouw.Winst
	if w == nil {
		return nil
	}
	r.blok = blokWinst
	winst, err := r.winstVan(*w)
	if err != nil {
		return err
	}
	r.winst = r.regel(sheet.Line{ID: "winst", Label: "Winst uit onderneming", Expr: winst, Source: r.bron("2.3.2", "lid 3"), Post: "post 65 en 70", Toelichting: "vóór ondernemersaftrek en mkb-winstvrijstelling"})
	aftrek, err := r.ondernemersaftrek(*w)
	if err != nil {
		return err
	}
	tarief, err := r.cijfer(r.ib.MKBWinstvrijstelling, "de mkb-winstvrijstelling")
	if err != nil {
		return err
	}
	vrijstelling := r.regel(sheet.Line{
		ID: "mkb_winstvrijstelling", Label: "Mkb-winstvrijstelling", Expr: tarief.Times(r.winst.Minus(aftrek)).Round(0), Source: wetIB("3.79a"),
	})
	r.ondernemersdelen = aftrek.Plus(vrijstelling.AtLeast(sheet.Zero)) // of a loss it is no deduction (art. 2.10 lid 3)
	r.belastbareWinst = r.regel(sheet.Line{
		ID: "belastbare_winst", Label: "Belastbare winst uit onderneming", Expr: r.winst.Minus(aftrek).Minus(vrijstelling), Source: wetIB("3.2"), Post: "post 75",
	})
	if a := w.Achterblijvend; a != nil {
		r.achterblijvend = r.invoer("achterblijvend", "Winst die in de onderneming blijft", sheet.EURPerJaar, a.Bedrag)
		r.sheet.Choice(sheet.Cond{}, sheet.Keuze{
			ID: "achterblijvende-winst", Onderwerp: "Winst van " + r.Wie.Aanduiding, Zaakspecifiek: true,
			Keuze: "Een deel van de winst blijft in de onderneming en telt niet als inkomen om te besteden; de belasting erover wel.", Grond: a.Reden,
			Alternatief: "De hele winst als besteedbaar inkomen tellen (Rapport par. 2.3.2).",
		})
	}
	return nil
}

// winstVan gives the profit calculated with.
func (r *rekening) winstVan(w zaak.Winst) (sheet.Expr, error) {
	if r.Wetsvoorstel {
		return r.winstVoorstel(w)
	}
	r.oudeWinst(w)
	return r.winstRapport(w), nil
}

// winstRapport gives the profit of the Rapport: the average, one year, or a
// forecast.
func (r *rekening) winstRapport(w zaak.Winst) sheet.Expr {
	var jaren []sheet.Expr
	byYear := map[int]sheet.Expr{}
	for _, j := range w.Jaren {
		jaar := strconv.Itoa(j.Jaar)
		in := r.invoerMetTeken("winst_"+jaar, "Winst over "+jaar, j.Winst)
		byYear[j.Jaar] = in
		jaren = append(jaren, in)
	}
	keuze := sheet.Keuze{ID: "winst", Onderwerp: "Winst van " + r.Wie.Aanduiding, Zaakspecifiek: true, Grond: w.Reden, Alternatief: "Het gemiddelde van de opgegeven jaren."}
	switch w.Uitgangspunt {
	case zaak.WinstJaar:
		keuze.Keuze = fmt.Sprintf("Gerekend is met de winst over %d.", w.Jaar)
		r.sheet.Choice(sheet.Cond{}, keuze)
		return byYear[w.Jaar]
	case zaak.WinstPrognose:
		keuze.Keuze = "Gerekend is met een prognose van de winst."
		r.sheet.Choice(sheet.Cond{}, keuze)
		return r.invoerMetTeken("winst_prognose", "Verwachte winst", *w.Prognose)
	}
	if len(jaren) == 1 {
		r.sheet.Choice(sheet.Cond{}, sheet.Keuze{
			ID: "winst", Onderwerp: "Winst van " + r.Wie.Aanduiding, Zaakspecifiek: true,
			Keuze: fmt.Sprintf("Gerekend is met de winst over %d.", w.Jaren[0].Jaar), Grond: "Er is één jaar opgegeven.",
			Alternatief: "Het gemiddelde van de laatste jaren, gewoonlijk drie.",
		})
		return jaren[0]
	}
	// Keuze: the average of the years stated; see docs/keuzes.md, winst.
	r.sheet.Choice(sheet.Cond{}, sheet.Keuze{
		ID: "winst", Onderwerp: "Winst van " + r.Wie.Aanduiding,
		Keuze:       fmt.Sprintf("Gerekend is met het gemiddelde van de winst over %d jaren.", len(jaren)),
		Grond:       "Het gemiddelde van de laatste jaren is in de praktijk het uitgangspunt van een prognose; het is één van de omstandigheden (Rapport par. 2.3.2).",
		Alternatief: "Eén jaar, of een prognose met reden.",
	})
	return sheet.Sum(jaren...).Over(sheet.Count(len(jaren))).Round(2)
}

// oudeWinst warns where the latest profit stated is not of the last years.
func (r *rekening) oudeWinst(w zaak.Winst) {
	if len(w.Jaren) == 0 || w.Uitgangspunt == zaak.WinstPrognose {
		return
	}
	const gewoon = 2 // of last year the accounts are often not ready
	laatste := w.Jaren[len(w.Jaren)-1].Jaar
	if r.Op.Year()-laatste > gewoon {
		r.sheet.Warn(sheet.Cond{}, "winst-van-lang-geleden", "De laatste opgegeven winst van %s is die over %s. Zijn er geen cijfers over latere jaren?", r.wie(), strconv.Itoa(laatste))
	}
}

// ondernemersaftrek adds zelfstandigenaftrek and startersaftrek.
func (r *rekening) ondernemersaftrek(w zaak.Winst) (sheet.Expr, error) {
	r.sheet.Fact(sheet.Feit{
		Groep: r.Groep, Omschrijving: "Urencriterium (recht op zelfstandigenaftrek)", Waarde: sheet.FormatJaNee(w.Zelfstandigenaftrek),
	})
	if !w.Zelfstandigenaftrek {
		return sheet.Zero, nil
	}
	if r.ib.Ouderenkorting != nil {
		return sheet.Expr{}, &Onberekenbaar{"de zelfstandigenaftrek vanaf de AOW-leeftijd rekent annex niet uit"}
	}
	aftrek, err := r.cijfer(r.ib.Zelfstandigenaftrek, "de zelfstandigenaftrek")
	if err != nil {
		return sheet.Expr{}, err
	}
	line := sheet.Line{ID: "ondernemersaftrek", Label: "Ondernemersaftrek: zelfstandigenaftrek", Source: wetIB("3.76"), Post: "post 71/72"}
	if !w.Startersaftrek {
		line.Expr = aftrek.AtMost(r.winst.AtLeast(sheet.Zero))
		line.Toelichting = "ten hoogste de winst"
		return r.regel(line), nil
	}
	starter, err := r.cijfer(r.ib.Startersaftrek, "de startersaftrek")
	if err != nil {
		return sheet.Expr{}, err
	}
	line.Label, line.Expr = "Ondernemersaftrek: zelfstandigenaftrek en startersaftrek", aftrek.Plus(starter)
	return r.regel(line), nil
}
