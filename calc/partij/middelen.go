package partij

import (
	"annex/calc/sheet"
	"annex/calc/zaak"
)

// NBI adds the net income as it is (Rapport 2.1), EUR/maand.
func (v *Partij) NBI() sheet.Expr {
	if v.nbi == (sheet.Expr{}) {
		v.nbi = v.sc.Add(sheet.Line{
			ID: "nbi", Label: "Netto besteedbaar inkomen (NBI)", Naam: "netto besteedbaar inkomen van " + v.Wie.Aanduiding, Unit: sheet.EURPerMaand,
			Expr: v.Inkomen.NBI(v.sc, v.Groep(), "Netto besteedbaar inkomen (NBI)"), Source: Rapport("2.1 en 4.2.2.1"),
		})
	}
	return v.nbi
}

// Begonnen tells whether the net income was asked for before.
func (v *Partij) Begonnen() bool { return v.nbi != (sheet.Expr{}) }

// Gerekend adds the net income that is calculated with: that of now, or after a
// loss that is left out of account that of before it (4.7). EUR/maand.
func (v *Partij) Gerekend() sheet.Expr {
	if v.gerekend == (sheet.Expr{}) {
		v.gerekend = v.NBI()
		if z := v.Situatie.Inkomensverlies; z != nil {
			v.gerekend = v.inkomensverlies(*z)
		}
	}
	return v.gerekend
}

// Fictief says when Gerekend is an income that was lost and cannot be earned
// again; empty: never. Gerekend has to be asked for first.
func (v *Partij) Fictief() sheet.Cond { return v.fictief }

// Oud says when Gerekend is the income of before a loss; empty: never.
func (v *Partij) Oud() sheet.Cond { return v.oud }

// Verdiencapaciteit adds income that can reasonably be earned besides (4.7 and
// 5.2), EUR/maand; Zero where none is stated.
func (v *Partij) Verdiencapaciteit() sheet.Expr {
	z := v.Situatie.Verdiencapaciteit
	if z == nil {
		return sheet.Zero
	}
	if v.verdien != (sheet.Expr{}) {
		return v.verdien
	}
	const label = "Aanvullende verdiencapaciteit"
	v.d.Sheet.Choice(sheet.Cond{}, sheet.Keuze{
		ID: "verdiencapaciteit", Onderwerp: label + " van " + v.Wie.Aanduiding, Zaakspecifiek: true,
		Keuze: "Naast het inkomen is gerekend met inkomen dat " + v.Wie.Aanduiding + " redelijkerwijs kan verwerven.",
		Grond: z.Reden, Alternatief: "Rekenen met het feitelijke inkomen.",
	})
	v.verdien = v.sc.Add(sheet.Line{
		ID: "verdiencapaciteit", Label: label, Unit: sheet.EURPerMaand, Source: Rapport("4.7 en 5.2"), Toelichting: z.Reden,
		Expr: Bedrag(v.sc, "verdiencapaciteit", v.Groep(), label, sheet.EURPerMaand, z.Bedrag),
	})
	return v.verdien
}

// KGB adds the kindgebonden budget, EUR/maand; what is not stated is nil.
func (v *Partij) KGB() sheet.Expr {
	if v.kgb == (sheet.Expr{}) {
		v.kgb = v.sc.Add(sheet.Line{
			ID: "kindgebonden_budget", Label: "Kindgebonden budget", Naam: "kindgebonden budget van " + v.Wie.Aanduiding, Unit: sheet.EURPerMaand,
			Expr:   v.Inkomen.KGB(v.sc, v.Groep(), "Kindgebonden budget", v.P.Pad(v.Wie)+".kindgebonden_budget"),
			Source: Rapport("4.3.2"),
		})
	}
	return v.kgb
}

// inkomensverlies adds the income that is calculated with after a loss of income
// (4.7): the income now, unless the loss was self-inflicted and either can be
// and must be made good, or should have been refrained from.
func (v *Partij) inkomensverlies(z zaak.Inkomensverlies) sheet.Expr {
	sc := v.sc.In("inkomensverlies")
	vraag := func(id, label string, yes bool) sheet.Cond {
		in := JaNee(sc, sheet.Input{ID: id, Groep: v.Groep(), Label: label, Pad: v.P.Pad(v.Wie) + ".inkomensverlies." + id}, yes)
		return sc.Add(sheet.Line{ID: id, Label: label, Unit: sheet.JaNee, Expr: in, Source: Rapport("4.7")}).IsYes()
	}
	zelf := vraag("zelf_veroorzaakt", "Inkomensverlies zelf veroorzaakt", z.ZelfVeroorzaakt)
	herstel := vraag("herstelbaar", "Oude inkomen redelijkerwijs weer te verwerven", z.Herstelbaar)
	vergen := vraag("te_vergen", "Dat kan worden gevergd", z.TeVergen)
	onthouden := vraag("onthouden", "Had zich moeten onthouden van het gedrag dat tot het verlies leidde", z.Onthouden)
	terug := sc.Add(sheet.Line{
		ID: "terug_te_verdienen", Label: "Oude inkomen kan en moet weer worden verworven", Unit: sheet.JaNee, Expr: sheet.Truth(zelf.And(herstel).And(vergen)), Source: Rapport("4.7"),
		Toelichting: "de twee vragen van par. 4.7; zo ja, dan geldt het oude inkomen",
	}).IsYes()
	v.fictief = sc.Add(sheet.Line{
		ID: "buiten_beschouwing", Label: "Inkomensverlies toch buiten beschouwing (fictief inkomen)", Unit: sheet.JaNee,
		Expr: sheet.Truth(zelf.And(sheet.Not(herstel.And(vergen))).And(onthouden)), Source: Rapport("4.7"),
		Toelichting: "gerekend wordt dan met het oude, fictieve inkomen; 95% van de bijstandsnorm moet overblijven",
	}).IsYes()
	oud := sc.Add(sheet.Line{
		ID: "oud_nbi", Label: "Netto besteedbaar inkomen vóór het verlies", Unit: sheet.EURPerMaand, Source: Rapport("4.7"),
		Expr: Bedrag(sc, "oud_nbi", v.Groep(), "Netto besteedbaar inkomen vóór het verlies", sheet.EURPerMaand, z.OudNBI),
	})
	telt := terug.Or(v.fictief)
	v.oud = telt
	v.d.Sheet.Choice(telt, sheet.Keuze{
		ID: "inkomensverlies", Onderwerp: "Inkomensverlies van " + v.Wie.Aanduiding, Zaakspecifiek: true,
		Keuze: "Het inkomensverlies blijft buiten beschouwing: gerekend is met het oude inkomen. De antwoorden op de vragen van par. 4.7 zijn overgenomen zoals opgegeven; de rechter beoordeelt ze.",
		Grond: z.Reden, Alternatief: "Rekenen met het inkomen van nu (Rapport par. 4.7).",
	})
	v.d.Sheet.Choice(sheet.Not(telt), sheet.Keuze{
		ID: "inkomensverlies", Onderwerp: "Inkomensverlies van " + v.Wie.Aanduiding, Zaakspecifiek: true,
		Keuze: "Gerekend is met het inkomen van nu, na het verlies. De antwoorden op de vragen van par. 4.7 zijn overgenomen zoals opgegeven; de rechter beoordeelt ze.",
		Grond: z.Reden, Alternatief: "Rekenen met het oude inkomen (Rapport par. 4.7).",
	})
	return v.sc.Add(sheet.Line{
		ID: "nbi_na_verlies", Label: "NBI waarmee wordt gerekend", Naam: "NBI van " + v.Wie.Aanduiding + " waarmee wordt gerekend", Unit: sheet.EURPerMaand,
		Expr: sheet.If(telt, oud, v.nbi), Source: Rapport("4.7"), Toelichting: z.Reden,
	})
}

func (v *Partij) laatWeg(when sheet.Cond, what, reason string, args ...any) {
	v.P.LaatWeg(v.d.Sheet, when, what, reason, args...)
}
