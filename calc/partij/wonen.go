package partij

import (
	"annex/calc/sheet"
	"annex/calc/zaak"
)

// Woonlast adds the actual housing costs that count for this person: half of them
// where a new partner can bear the other half (4.2.2.4). EUR/maand; only where the
// case file states them.
func (v *Partij) Woonlast() sheet.Expr {
	if v.woonlast != (sheet.Expr{}) {
		return v.woonlast
	}
	z := *v.Situatie.Woonlast
	in := Bedrag(v.sc, "woonlast", v.Groep(), "Werkelijke woonlast, "+z.Soort+" dan het woonbudget", sheet.EURPerMaand, MetReden(z.MetReden))
	line := sheet.Line{ID: "werkelijke_woonlast", Label: "Werkelijke woonlast", Unit: sheet.EURPerMaand, Expr: in, Source: Rapport("4.2.2.4"), Toelichting: z.Reden}
	if z.NieuwePartner {
		line.Expr = in.Over(sheet.Two).Round(2)
		line.Label = "Werkelijke woonlast, voor de helft (nieuwe partner)"
	}
	v.woonlast = v.sc.Add(line)
	return v.woonlast
}

// EigenWoonlast adds the own housing costs of who shares the costs of the former
// family home, or lives in it (4.6.2 and 5.3). EUR/maand; only where stated.
func (v *Partij) EigenWoonlast() sheet.Expr {
	if v.eigenWoonlast == (sheet.Expr{}) {
		v.eigenWoonlast = v.voormaligeWoning("eigen_woonlast", "Werkelijke eigen woonlast", v.Situatie.VoormaligeWoning.EigenWoonlast)
	}
	return v.eigenWoonlast
}

// AandeelWoning adds the share in the costs of the former family home of who left
// it (4.6.2 and 5.3), EUR/maand; Zero where there is none.
func (v *Partij) AandeelWoning() sheet.Expr {
	z := v.Situatie.VoormaligeWoning
	if z == nil || z.Aandeel == nil {
		return sheet.Zero
	}
	if v.aandeelWoning == (sheet.Expr{}) {
		v.aandeelWoning = v.voormaligeWoning("aandeel_woning", "Aandeel in de lasten van de voormalige woning", *z.Aandeel)
	}
	return v.aandeelWoning
}

func (v *Partij) voormaligeWoning(id, label string, b zaak.Bedrag) sheet.Expr {
	return v.sc.Add(sheet.Line{
		ID: id, Label: label, Unit: sheet.EURPerMaand, Source: Rapport("4.6.2 en 5.3"), Expr: Bedrag(v.sc, id, v.Groep(), label, sheet.EURPerMaand, b),
	})
}

// LangdurigeZorg adds what who is nursed in an institution pays for it and what is
// necessary besides (4.10), EUR/maand; only where stated.
func (v *Partij) LangdurigeZorg() (eigenBijdrage, nodig sheet.Expr) {
	if v.eigenBijdrage == (sheet.Expr{}) {
		z := v.Situatie.LangdurigeZorg
		post := func(id, label string, b zaak.Bedrag) sheet.Expr {
			return v.sc.Add(sheet.Line{
				ID: id, Label: label, Unit: sheet.EURPerMaand, Source: Rapport("4.10"), Expr: Bedrag(v.sc, id, v.Groep(), label, sheet.EURPerMaand, b),
			})
		}
		v.eigenBijdrage = post("eigen_bijdrage", "Eigen bijdrage voor langdurige zorg", z.EigenBijdrage)
		v.nodig = post("noodzakelijke_lasten", "Noodzakelijke lasten, zoals kleding en ontspanning", z.NoodzakelijkeLasten)
	}
	return v.eigenBijdrage, v.nodig
}
