package inkomen

import (
	"fmt"

	"annex/calc/sheet"
	"annex/calc/zaak"
)

// aanmerkelijkBelang adds dividend and the tax of box 2 (art. 2.12 Wet IB 2001).
func (r *rekening) aanmerkelijkBelang() error {
	r.blok = blokBox23
	r.dividend, r.box2, r.heffingBox2 = sheet.Zero, sheet.Zero, sheet.Zero
	b := r.Opbouw.Dividend
	if b == nil {
		return nil
	}
	if r.ib.Box2 == nil {
		return &Onberekenbaar{fmt.Sprintf("het tarief van box 2 over %d is niet bekend", r.Op.Year())}
	}
	r.dividend = r.regel(sheet.Line{ID: "dividend", Label: "Inkomen uit aanmerkelijk belang (box 2)", Source: wetIB("4.12"),
		Expr: r.invoer("dividend", "Dividend uit aanmerkelijk belang", sheet.EURPerJaar, *b)})
	r.box2 = r.dividend
	if aftrek := r.inBox("2", r.dividend); aftrek != sheet.Zero {
		r.box2 = r.regel(sheet.Line{ID: "box2", Label: "Belastbaar inkomen box 2", Expr: r.dividend.Minus(aftrek), Source: wetIB("4.12")})
	}
	var delen []sheet.Expr
	for i := range r.ib.Box2.Rows {
		delen = append(delen, r.schijf(*r.ib.Box2, i, r.box2, fmt.Sprintf("box2_schijf_%d", i+1), fmt.Sprintf("Box 2, schijf %d", i+1)))
	}
	r.heffingBox2 = r.regel(sheet.Line{ID: "heffing_box2", Label: "Inkomensheffing box 2", Expr: r.omlaag(sheet.Sum(delen...)), Source: wetIB("2.12")})
	return nil
}

// sparenEnBeleggen adds box 3: the tax by the forfaits of the law, the income as it
// is where it lasts (Rapport 2.3.4; art. 5.2 Wet IB 2001).
func (r *rekening) sparenEnBeleggen() error {
	r.blok = blokBox23
	r.box3, r.heffingBox3, r.uitVermogen = sheet.Zero, sheet.Zero, sheet.Zero
	v := r.Opbouw.Vermogen
	if v == nil {
		return nil
	}
	b := r.ib.Box3
	if b == nil {
		return &Onberekenbaar{fmt.Sprintf("de forfaits van box 3 over %d zijn niet bekend", r.Op.Year())}
	}
	r.sheet.Choice(sheet.Cond{}, sheet.Keuze{
		ID: "inkomen-uit-vermogen", Onderwerp: "Belasting in box 3 van " + r.Wie.Aanduiding,
		Keuze: "De belasting is berekend over het forfaitaire rendement.", Grond: "Het forfait is de hoofdregel van de wet (art. 5.2 Wet IB 2001).",
		Alternatief: "Belasting over het werkelijke rendement, als dat lager is (tegenbewijs).",
	})
	if w := v.WerkelijkInkomen; w != nil {
		r.uitVermogen = r.regel(sheet.Line{ID: "werkelijk_inkomen", Label: "Werkelijk inkomen uit vermogen", Source: r.bron("2.3.4", "lid 1"),
			Expr: r.invoer("werkelijk_inkomen", "Werkelijk inkomen uit vermogen", sheet.EURPerJaar, *w)})
	}
	bank := r.bezit("banktegoeden", "Banktegoeden op 1 januari", v.Banktegoeden)
	ander := r.bezit("overige_bezittingen", "Overige bezittingen op 1 januari", v.OverigeBezittingen)
	schulden, forfait, err := r.schulden(*v)
	if err != nil {
		return err
	}
	rendement := sheet.Sum(r.sc.Norm(b.ForfaitBanktegoeden).Times(bank), r.sc.Norm(b.ForfaitOverig).Times(ander)).Minus(forfait)
	fictief := r.regel(sheet.Line{ID: "box3_rendement", Label: "Forfaitair rendement", Expr: rendement.AtLeast(sheet.Zero).Round(2), Source: wetIB("5.2")})
	r.vermogen = r.regel(sheet.Line{ID: "box3_grondslag", Label: "Rendementsgrondslag", Unit: sheet.EUR, Expr: bank.Plus(ander).Minus(schulden).AtLeast(sheet.Zero), Source: wetIB("5.3")})
	belast := r.regel(sheet.Line{
		ID: "box3_belast", Label: "Grondslag sparen en beleggen", Unit: sheet.EUR, Expr: r.vermogen.Minus(r.sc.Norm(b.HeffingsvrijVermogen)).AtLeast(sheet.Zero), Source: wetIB("5.2"),
		Toelichting: "boven het heffingsvrije vermogen",
	})
	voordeel := sheet.Line{
		ID: "box3", Label: "Belastbaar inkomen uit sparen en beleggen (box 3)", Source: wetIB("5.2"),
		Expr:        r.omlaag(sheet.If(belast.MoreThan(sheet.Zero), fictief.Times(belast.Over(r.vermogen)), sheet.Zero)),
		Toelichting: "het rendement naar het deel van de grondslag dat belast is",
	}
	if r.aftrek == sheet.Zero {
		r.box3 = r.regel(voordeel)
	} else {
		voordeel.ID, voordeel.Label = "box3_voordeel", "Voordeel uit sparen en beleggen (box 3)"
		voor := r.regel(voordeel)
		r.box3 = r.regel(sheet.Line{ID: "box3", Label: "Belastbaar inkomen uit sparen en beleggen (box 3)", Expr: voor.Minus(r.inBox("3", voor)), Source: wetIB("5.1")})
	}
	r.heffingBox3 = r.regel(sheet.Line{ID: "heffing_box3", Label: "Inkomensheffing box 3", Expr: r.omlaag(r.sc.Norm(b.Tarief).Times(r.box3)), Source: wetIB("2.13")})
	return nil
}

// bezit adds what someone owns; what is not stated is nil.
func (r *rekening) bezit(id, label string, b *zaak.Bedrag) sheet.Expr {
	if b == nil {
		return r.aanname(id, label, sheet.EUR, 0, "niet opgegeven, gerekend met nihil", r.Opbouw.Plek.Pad+".vermogen."+id)
	}
	return r.invoer(id, label, sheet.EUR, *b)
}

// schulden adds the debts above the threshold, and their fixed return.
func (r *rekening) schulden(v zaak.Vermogen) (bedrag, forfait sheet.Expr, err error) {
	if v.Schulden == nil {
		return sheet.Zero, sheet.Zero, nil
	}
	drempel, err := r.cijfer(r.ib.Box3.Schuldendrempel, "de schuldendrempel van box 3")
	if err != nil {
		return bedrag, forfait, err
	}
	tarief, err := r.cijfer(r.ib.Box3.ForfaitSchulden, "het forfait voor schulden in box 3")
	if err != nil {
		return bedrag, forfait, err
	}
	bedrag = r.regel(sheet.Line{
		ID: "box3_schulden", Label: "Schulden boven de drempel", Unit: sheet.EUR, Source: wetIB("5.3"),
		Expr: r.invoer("schulden", "Schulden in box 3 op 1 januari", sheet.EUR, *v.Schulden).Minus(drempel).AtLeast(sheet.Zero),
	})
	return bedrag, tarief.Times(bedrag), nil
}

// saldoEigenWoning adds the balance of the own home (art. 3.110 to 3.123a Wet IB
// 2001); Zero where there is none.
func (r *rekening) saldoEigenWoning() (sheet.Expr, error) {
	w := r.Opbouw.EigenWoning
	if w == nil {
		return sheet.Zero, nil
	}
	r.sheet.Choice(sheet.Cond{}, sheet.Keuze{
		ID: "eigen-woning", Onderwerp: "Eigen woning van " + r.Wie.Aanduiding,
		Keuze:       "Het saldo van de eigen woning telt mee in het verzamelinkomen, en zo voor het kindgebonden budget en de kortingen die van het verzamelinkomen afhangen. Voor de belasting in box 1 telt het niet.",
		Grond:       "Het fiscale voordeel van de eigen woning hoort niet bij het NBI; het hoort bij de woonlast.",
		Alternatief: "Het saldo geheel buiten beschouwing laten, of het voordeel meetellen en de bruto woonlast aftrekken.",
	})
	toelichting := "telt alleen in het verzamelinkomen"
	if w.Saldo != nil {
		return r.regel(sheet.Line{ID: "eigen_woning", Label: "Saldo eigen woning", Source: wetIB("3.110"), Toelichting: toelichting,
			Expr: r.invoerMetTeken("eigen_woning", "Saldo van de eigen woning", *w.Saldo)}), nil
	}
	n := r.ib.EigenWoning
	if n == nil {
		return sheet.Expr{}, &Onberekenbaar{fmt.Sprintf("het eigenwoningforfait over %d is niet bekend; geef het saldo van de eigen woning op", r.Op.Year())}
	}
	woz := r.invoer("woz", "WOZ-waarde van de eigen woning", sheet.EUR, *w.WOZ)
	grens := r.sc.Norm(n.Villagrens)
	gewoon := sheet.LookupAbove(r.sc.Table(n.Forfait), 1, woz).Times(woz)
	villa := r.sc.Norm(n.Villapercentage).Times(woz.Minus(grens))
	forfait := r.regel(sheet.Line{ID: "eigenwoningforfait", Label: "Eigenwoningforfait", Source: wetIB("3.112"), Expr: sheet.If(woz.MoreThan(grens), r.sc.Norm(n.Villabedrag).Plus(villa), gewoon)})
	saldo := forfait
	if w.Rente != nil {
		saldo = forfait.Minus(r.invoer("rente", "Aftrekbare rente en kosten van de eigen woning", sheet.EURPerJaar, *w.Rente))
	}
	hillen := r.sc.Norm(n.Hillen).Times(saldo.AtLeast(sheet.Zero))
	return r.regel(sheet.Line{
		ID: "eigen_woning", Label: "Saldo eigen woning", Expr: saldo.Minus(hillen).Round(2), Source: wetIB("3.110 en 3.123a"), Toelichting: toelichting + "; van een positief saldo gaat de aftrek wegens geen of geringe eigenwoningschuld af",
	}), nil
}
