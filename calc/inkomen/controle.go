package inkomen

import (
	"annex/calc/sheet"
	"annex/calc/zaak"
)

// controles warns where figures do not look right together. Nothing is corrected.
func (r *rekening) controles() {
	for _, w := range r.Opbouw.Loon {
		if w.Soort == zaak.LoonDGA {
			r.gebruikelijkLoon()
			break
		}
	}
	if r.Opbouw.Winst == nil && r.Opbouw.Vermogen == nil && r.alleenJaaropgaven() {
		// The first step of the arbeidskorting lies at about a third of the minimum
		// wage: a wage per year below half of it looks like one per month.
		begin := cel(r.ib.Arbeidskorting, 1, 0, "begin")
		begin.Tabelcijfer = true
		drempel := r.sc.Norm(begin)
		r.sheet.Warn(r.loon.MoreThan(sheet.Zero).And(sheet.Two.Times(r.loon).LessThan(drempel)), "maandloon-als-jaarloon",
			"Het loon van %s volgens de jaaropgaaf is € %s per jaar. Is een bedrag per maand ingevuld?", r.wie(), r.loon)
	}
	const afronding = "Afronding van belasting en kortingen"
	if r.Keuzes.Belastingafronding != zaak.KeuzeCenten {
		r.sheet.Choice(sheet.Cond{}, sheet.Keuze{
			ID: "belastingafronding", Onderwerp: afronding,
			Keuze: "Belasting is per jaar naar beneden afgerond op hele euro's, en iedere heffingskorting naar boven.", Grond: "Zo doet het rekenformulier van de rechtbanken het.",
			Alternatief: "Belasting en heffingskortingen op centen.",
		})
	} else {
		r.sheet.Choice(sheet.Cond{}, sheet.Keuze{
			ID: "belastingafronding", Onderwerp: afronding, Zaakspecifiek: true,
			Keuze: "Belasting en heffingskortingen zijn op centen afgerond.", Grond: "Zo gekozen in het zaakbestand.",
			Alternatief: "Belasting per jaar naar beneden en iedere korting naar boven op hele euro's, zoals een aanslag.",
		})
	}
	if r.Opbouw.Vermogen != nil && r.Opbouw.Vermogen.WerkelijkInkomen == nil {
		r.sheet.LeaveOut(sheet.Cond{}, "Werkelijk inkomen uit vermogen van %s", "Niet opgegeven. De belasting van box 3 telt wel; met werkelijk inkomen wordt alleen gerekend als dat bestendig is (Rapport par. 2.3.4).", r.wie())
	}
}

func (r *rekening) alleenJaaropgaven() bool {
	for _, w := range r.Opbouw.Loon {
		if w.Bruto != nil {
			return false
		}
	}
	return len(r.Opbouw.Loon) > 0
}

// gebruikelijkLoon warns where a directeur-grootaandeelhouder earns less than the
// law asks (art. 12a Wet LB 1964).
func (r *rekening) gebruikelijkLoon() {
	if r.ib.GebruikelijkLoon == nil || r.Wetsvoorstel { // under the proposal it counts for that much
		return
	}
	norm := r.sc.Norm(*r.ib.GebruikelijkLoon)
	r.sheet.Warn(r.loonDGA.LessThan(norm), "gebruikelijk-loon",
		"Het loon van %s uit de eigen vennootschap (€ %s) is lager dan het gebruikelijk loon (€ %s; art. 12a Wet op de loonbelasting 1964). Het kan lager zijn als daar een reden voor is.", r.wie(), r.loonDGA, norm)
}
