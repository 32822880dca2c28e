package inkomen

import (
	"annex/calc/sheet"
	"annex/calc/zaak"
)

const blokNetto = "Netto model (post 1–8)"

// herkomst records which model is used, and on what ground (Rapport 2.2).
func (r *rekening) herkomst() {
	k := sheet.Keuze{ID: "inkomensmodel", Onderwerp: "Model voor het inkomen van " + r.Wie.Aanduiding, Zaakspecifiek: true}
	const bruto = "Inkomen dat bruto is opgegeven" // one choice for everybody
	switch n := r.Opbouw.Netto; {
	case n == nil:
		k.Onderwerp = bruto
		k.Keuze = "Het netto besteedbaar inkomen is berekend met het bruto model."
		k.Grond = "Het bruto model geldt in elk geval bij hogere inkomens, inkomen buiten dienstbetrekking, fiscale voordelen, box 3 en bijzondere heffingskortingen (Rapport par. 2.2.2)."
		k.Alternatief = "Het netto model, als het daarvoor laag genoeg is (Rapport par. 2.2.1)."
	case n.Grond == zaak.NettoBuitenland:
		k.Keuze = "Het netto besteedbaar inkomen is bepaald met het netto model."
		k.Grond = "Het inkomen is niet onderworpen aan de heffing van loon- en inkomstenbelasting in Nederland (Rapport par. 2.2.1)."
	default:
		k.Keuze = "Het netto besteedbaar inkomen is bepaald met het netto model."
		k.Grond = "Inkomen uit dienstbetrekking of uitkering onder de grens van het netto model (Rapport par. 2.2.1)."
		k.Alternatief = "Het bruto model."
	}
	r.sheet.Choice(sheet.Cond{}, k)
}

// nettoModel adds the posts 1 to 8 of the netto model, EUR/maand.
func (r *rekening) nettoModel() (sheet.Expr, error) {
	r.blok = blokNetto
	n := r.Opbouw.Netto
	var terms []sheet.Expr
	for _, p := range []struct {
		id, label, post string
		bedrag          *zaak.Bedrag
	}{
		{"loon", "Nettoloon", "post 1", n.Loon},
		{"aow", "Netto AOW", "post 2", n.AOW},
		{"uitkering", "Netto uitkering", "post 3", n.Uitkering},
		{"vakantietoeslag", "Vakantietoeslag", "post 4", nil},
		{"bouwloon", "Nettoloon in de bouw, met vakantiebonnen", "post 5", n.Bouwloon},
		{"pensioen", "Netto pensioen", "post 6", n.Pensioen},
		{"overig", "Ander netto inkomen", "post 7", n.Overig},
	} {
		line := sheet.Line{ID: p.id, Label: p.label, Unit: sheet.EURPerMaand, Source: rapport("2.2.1"), Post: p.post}
		switch {
		case p.bedrag != nil:
			line.Expr = r.invoer(p.id, p.label, sheet.EURPerMaand, *p.bedrag)
		case p.id == "vakantietoeslag" && n.Loon != nil:
			line.Expr = r.vakantietoeslagNetto(terms[0])
		default:
			continue
		}
		terms = append(terms, r.regel(line))
	}
	nbi := r.regel(sheet.Line{
		ID: "nbi", Label: "Netto besteedbaar inkomen (NBI)", Naam: "netto besteedbaar inkomen van " + r.Wie.Aanduiding, Unit: sheet.EURPerMaand,
		Expr: sheet.Sum(terms...), Source: rapport("2.2.1"), Post: "post 8", Slot: true,
	})
	return nbi, r.grenzenNettoModel()
}

func (r *rekening) vakantietoeslagNetto(loon sheet.Expr) sheet.Expr {
	const id, label = "vakantietoeslag_percentage", "Vakantietoeslag over het nettoloon"
	if v := r.Opbouw.Netto.Vakantietoeslag; v != nil {
		return r.invoer(id, label, sheet.Percentage, *v).Times(loon).Round(2)
	}
	return r.aanname(id, label, sheet.Percentage, gebruikVT, "niet opgegeven; 8% (post 4 van het netto model)", r.Opbouw.Plek.Pad+".netto.vakantietoeslag").Times(loon).Round(2)
}

// grenzenNettoModel warns where the gross income is above what the netto model is
// for. Between both limits the Rapport leaves the choice open.
func (r *rekening) grenzenNettoModel() error {
	n := r.Opbouw.Netto
	if n.Bruto == nil {
		return nil
	}
	bruto := r.invoer("bruto", "Bruto inkomen met vakantietoeslag", sheet.EURPerMaand, *n.Bruto)
	wie := r.Wie.Aanduiding
	grenzen, err := r.set.Inkomensmodel(r.Op)
	if err != nil {
		r.sheet.LeaveOut(sheet.Cond{}, "Grens van het netto model voor %s", "Voor deze datum is de grens van het netto model niet bekend; of het bruto inkomen (€ %s) eronder ligt, is niet nagegaan (Rapport par. 2.2.1).", wie, bruto)
		return nil
	}
	netto := r.sc.Norm(grenzen.GrensNetto)
	if grenzen.GrensBruto == nil {
		r.sheet.Warn(bruto.NotLessThan(netto), "netto-model-boven-grens",
			"Het bruto inkomen van %s (€ %s) is niet lager dan de grens van het netto model (€ %s). Het Rapport schrijft dan het bruto model voor (par. 2.2).", wie, bruto, netto)
		return nil
	}
	boven := r.sc.Norm(*grenzen.GrensBruto)
	r.sheet.Warn(bruto.NotLessThan(boven), "netto-model-boven-grens",
		"Het bruto inkomen van %s (€ %s) is niet lager dan € %s. Het Rapport schrijft vanaf dat bedrag het bruto model voor (par. 2.2.2).", wie, bruto, boven)
	r.sheet.Choice(bruto.NotLessThan(netto).And(bruto.LessThan(boven)), sheet.Keuze{
		ID: "inkomensmodel", Onderwerp: "Bruto inkomen van " + wie + " tussen beide grenzen", Zaakspecifiek: true,
		Keuze:       "Het netto model is gebruikt.",
		Grond:       "Het bruto inkomen ligt tussen de grens van het netto model en die van het bruto model; het Rapport laat open welk model dan geldt (par. 2.2.1 en 2.2.2).",
		Alternatief: "Het bruto model.",
	})
	return nil
}
