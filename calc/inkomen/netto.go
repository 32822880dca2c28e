package inkomen

import (
	"annex/calc/sheet"
	"annex/calc/zaak"
)

const blokNetto = "Netto model (post 1–8)"

// herkomst records which model is used, and on what ground (Rapport 2.2).
func (r *rekening) herkomst() {
	switch n := r.Opbouw.Netto; {
	case n == nil && r.Wetsvoorstel: // there is no other way
	case n == nil:
		r.sheet.Choice(sheet.Cond{}, sheet.Keuze{
			ID: "inkomensmodel", Onderwerp: "Inkomen dat bruto is opgegeven", Zaakspecifiek: true, // one choice for everybody
			Keuze:       "Het netto besteedbaar inkomen is berekend met het bruto model.",
			Grond:       "Het bruto model geldt in elk geval bij hogere inkomens, inkomen buiten dienstbetrekking, fiscale voordelen, box 3 en bijzondere heffingskortingen (Rapport par. 2.2.2).",
			Alternatief: "Het netto model, alleen bij een laag inkomen uit dienstbetrekking of uitkering zonder fiscale voordelen en zonder combinatiekorting (Rapport par. 2.2.1).",
		})
	case n.Grond == zaak.NettoBuitenland:
		r.nettoGekozen(sheet.Cond{}, "Het inkomen is niet onderworpen aan de heffing van loon- en inkomstenbelasting in Nederland (Rapport par. 2.2.1).")
	}
}

// nettoGekozen records the choice for the netto model.
func (r *rekening) nettoGekozen(als sheet.Cond, grond string) {
	if r.Wetsvoorstel {
		r.sheet.Choice(als, sheet.Keuze{
			ID: "inkomensmodel", Onderwerp: "Inkomen van " + r.Wie.Aanduiding, Zaakspecifiek: true,
			Keuze: "Gerekend is met het netto inkomen zoals het is opgegeven.", Grond: "Het inkomen is niet onderworpen aan de heffing van loon- en inkomstenbelasting in Nederland, zodat er geen belasting af gaat (art. 400a lid 6 van het wetsvoorstel).",
			Alternatief: "Het bruto inkomen, verminderd met de Nederlandse belasting.",
		})
		return
	}
	r.sheet.Choice(als, sheet.Keuze{
		ID: "inkomensmodel", Onderwerp: "Model voor het inkomen van " + r.Wie.Aanduiding, Zaakspecifiek: true,
		Keuze: "Het netto besteedbaar inkomen is bepaald met het netto model.", Grond: grond, Alternatief: "Het bruto model (Rapport par. 2.2.2).",
	})
}

// nettoModel adds the posts 1 to 8 of the netto model, EUR/maand.
func (r *rekening) nettoModel() sheet.Expr {
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
		line := sheet.Line{ID: p.id, Label: p.label, Unit: sheet.EURPerMaand, Source: r.bron("2.2.1", "lid 1"), Post: p.post}
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
	if r.Wetsvoorstel {
		return r.regel(r.slotVoorstel(sheet.Sum(terms...)))
	}
	nbi := r.regel(sheet.Line{
		ID: "nbi", Label: "Netto besteedbaar inkomen (NBI)", Naam: "netto besteedbaar inkomen van " + r.Wie.Aanduiding, Unit: sheet.EURPerMaand,
		Expr: sheet.Sum(terms...), Source: rapport("2.2.1"), Post: "post 8", Slot: true,
	})
	r.grenzenNettoModel()
	return nbi
}

func (r *rekening) vakantietoeslagNetto(loon sheet.Expr) sheet.Expr {
	const id, label = "vakantietoeslag_percentage", "Vakantietoeslag over het nettoloon"
	if v := r.Opbouw.Netto.Vakantietoeslag; v != nil {
		return r.invoer(id, label, sheet.Percentage, *v).Times(loon).Round(2)
	}
	return r.aanname(id, label, sheet.Percentage, gebruikVT, "niet opgegeven; 8% (post 4 van het netto model)", r.Opbouw.Plek.Pad+".netto.vakantietoeslag").Times(loon).Round(2)
}

// grenzenNettoModel says on what ground the netto model is used, and warns where
// the gross income is above what it is for. Between both limits the Rapport leaves
// the choice open.
func (r *rekening) grenzenNettoModel() {
	n := r.Opbouw.Netto
	if n.Grond != zaak.NettoLaagInkomen {
		return
	}
	bruto := r.invoer("bruto", "Bruto inkomen met vakantietoeslag", sheet.EURPerMaand, *n.Bruto)
	wie := r.wie()
	grenzen, err := r.set.Inkomensmodel(r.Op)
	if err != nil {
		r.nettoGekozen(sheet.Cond{}, "Zo gekozen in het zaakbestand, omdat het inkomen uit dienstbetrekking of uitkering laag is (Rapport par. 2.2.1). De grens van het netto model is voor deze datum niet bekend; of het inkomen eronder ligt, is niet nagegaan.")
		return
	}
	netto := r.sc.Norm(grenzen.GrensNetto)
	boven := netto
	if grenzen.GrensBruto != nil {
		boven = r.sc.Norm(*grenzen.GrensBruto)
	}
	r.nettoGekozen(bruto.LessThan(netto), "Inkomen uit dienstbetrekking of uitkering onder de grens van het netto model (Rapport par. 2.2.1).")
	r.nettoGekozen(bruto.NotLessThan(netto).And(bruto.LessThan(boven)), "Het bruto inkomen ligt tussen de grens van het netto model en die van het bruto model. Het Rapport laat open welk model dan geldt (par. 2.2.1 en 2.2.2).")
	r.nettoGekozen(bruto.NotLessThan(boven), "Zo gekozen in het zaakbestand; het bruto inkomen is er te hoog voor.")
	r.sheet.Warn(bruto.NotLessThan(boven), "netto-model-boven-grens",
		"Het bruto inkomen van %s (€ %s per maand) is niet lager dan € %s. Het Rapport schrijft dan het bruto model voor (par. 2.2).", wie, bruto, boven)
}
