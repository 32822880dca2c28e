package wetsvoorstel

import (
	"fmt"

	"annex/calc/partij"
	"annex/calc/periode"
	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"
)

// draagkracht is what one parent can bear in a period.
type draagkracht struct {
	ouder zaak.Ouder
	// bedrag is EUR/maand, after the share in the costs of children of an earlier
	// relation; empty where the parent gives no insight.
	bedrag sheet.Expr
	// volgensInkomen is what it is by the income alone; empty where it is stated.
	volgensInkomen sheet.Expr
	eerder         sheet.Expr // the shares of earlier children; Zero without any
	inkomen        sheet.Expr // alimentatie-inkomen; empty where it is not looked at
	van, tot       sheet.Expr // its step, and where the next begins; empty likewise
	// Of what inkomen is made up; empty where it is stated as it is.
	netto, kindregelingen, minimum sheet.Expr
	// tenMinste is the income of six months before where that holds (art. 400a lid
	// 7); empty where the case file states none.
	tenMinste sheet.Expr
	// inkomsten is what the case file has as income, before tax where that is known, in
	// EUR/jaar, else in EUR/maand; empty where the draagkracht itself is stated.
	inkomsten   sheet.Expr
	perJaar     bool // inkomsten is EUR/jaar
	geenInzicht bool
}

// draagkracht adds the draagkracht of one parent in one period (art. 404b; art. 6
// AMvB), in EUR/maand.
func (b *berekening) draagkracht(p periode.Periode, o zaak.Ouder, n norms.Wetsvoorstel, t treden) (draagkracht, error) {
	sectie := func() sheet.Scope {
		return b.sheet.Section(sheet.Section{
			ID: p.ID("draagkracht_" + o.ID), Soort: SoortDraagkracht, Titel: "Draagkracht van " + o.Aanduiding + p.Achter, Onderwerp: o.Aanduiding, Periode: p.Nummer,
		}, p.ID(o.ID))
	}
	d := draagkracht{ouder: o, eerder: sheet.Zero}
	z := p.Situaties[o.ID]
	groep := b.dossier.Partij(p, o).Groep()
	b.teltNietMee(p, o, z)
	var sc sheet.Scope
	switch eigen := z.Wetsvoorstel; {
	case eigen != nil && eigen.GeenInzicht != nil:
		d.geenInzicht = true
		b.sheet.Choice(sheet.Cond{}, sheet.Keuze{
			ID: "wetsvoorstel-geen-inzicht", Onderwerp: "Draagkracht van " + o.Aanduiding, Zaakspecifiek: true,
			Keuze: sheet.Capital(o.Aanduiding) + " geeft geen of onvoldoende inzicht in het inkomen. Er is daarom geen draagkracht berekend; het wetsvoorstel verdeelt de kosten. Of het inzicht ontbreekt, zou de rechter beoordelen.",
			Grond: eigen.GeenInzicht.Tekst, Alternatief: "De draagkracht berekenen zodra het inzicht er is; dat is een grond voor wijziging (art. 1:405b lid 1 onder g BW, zoals voorgesteld).",
		})
		b.sheet.Fact(sheet.Feit{Groep: groep, Omschrijving: "Inzicht in het inkomen", Waarde: "geen of onvoldoende", Bron: eigen.GeenInzicht.Bron, Toelichting: eigen.GeenInzicht.Tekst})
		return d, nil
	case z.Draagkracht != nil:
		sc = sectie()
		label := "Draagkracht volgens de tabel, zoals vastgesteld"
		d.volgensInkomen = sc.Add(sheet.Line{
			ID: "draagkracht_vastgesteld", Label: label, Unit: sheet.EURPerMaand, Source: besluit("6"), Toelichting: z.Draagkracht.Reden,
			Expr: partij.Bedrag(sc, "draagkracht", groep, label, sheet.EURPerMaand, partij.MetReden(*z.Draagkracht)),
		})
		b.sheet.Choice(sheet.Cond{}, sheet.Keuze{
			ID: "draagkracht-vastgesteld", Onderwerp: "Draagkracht van " + o.Aanduiding, Zaakspecifiek: true,
			Keuze: "De draagkracht is niet berekend maar overgenomen zoals vastgesteld.", Grond: z.Draagkracht.Reden, Alternatief: "Berekenen met de draagkrachttabel (art. 6 concept-AMvB).",
		})
	default:
		if err := b.alimentatieinkomen(func() sheet.Scope { sc = sectie(); return sc }, p, &d); err != nil {
			return d, err
		}
		b.sheet.Highlight(p.Naam, "Alimentatie-inkomen van "+o.Aanduiding, d.inkomen)
		pl := t.zoekOp(sc, n, d.inkomen)
		d.volgensInkomen, d.van, d.tot = pl.bedrag, pl.van, pl.tot
		t.afleiding(sc, n, pl)
	}
	d.bedrag = b.naEerdereKinderen(sc, p, o, n, &d)
	return d, nil
}

// naEerdereKinderen adds the draagkracht that is left after the shares in the costs
// of children of an earlier relation (art. 405 lid 1), not below the minimum that
// each parent bears (art. 404 lid 2).
func (b *berekening) naEerdereKinderen(sc sheet.Scope, p periode.Periode, o zaak.Ouder, n norms.Wetsvoorstel, d *draagkracht) sheet.Expr {
	slot := sheet.Line{
		ID: "draagkracht", Label: "Draagkracht", Naam: "draagkracht van " + o.Aanduiding, Unit: sheet.EURPerMaand, Slot: true,
		Expr: d.volgensInkomen, Source: besluit("6"),
	}
	if z := p.Situaties[o.ID].Wetsvoorstel; z != nil && len(z.EerdereKinderen) > 0 {
		var delen []sheet.Expr
		for i, k := range z.EerdereKinderen {
			label := "Te dragen deel voor " + k.Omschrijving
			id := fmt.Sprintf("eerdere_kinderen_%d", i+1)
			delen = append(delen, sc.Add(sheet.Line{
				ID: id, Label: label, Unit: sheet.EURPerMaand, Source: wet("405 lid 1"), Toelichting: k.Bedrag.Toelichting,
				Expr: partij.Bedrag(sc, id, b.dossier.Partij(p, o).Groep(), label, sheet.EURPerMaand, k.Bedrag),
			}))
		}
		d.eerder = sheet.Sum(delen...)
		slot.Expr, slot.Source = d.volgensInkomen.Minus(d.eerder).AtLeast(sc.Norm(n.Minimumbijdrage)), wet("404 lid 2 en 405 lid 1")
		slot.Toelichting = "na wat eerder is vastgesteld voor kinderen uit een eerdere relatie; ten minste de minimumbijdrage"
	}
	return sc.Add(slot)
}

// teltNietMee says what the case file states of a parent that this method does not
// look at: it takes a forfait for what a parent needs.
func (b *berekening) teltNietMee(p periode.Periode, o zaak.Ouder, z zaak.Situatie) {
	const forfait = "In de draagkrachttabel zit een vast bedrag voor wat een ouder zelf nodig heeft; andere lasten tellen niet mee (toelichting bij art. 6 van de concept-AMvB)."
	for _, l := range z.Lasten {
		p.LaatWeg(b.sheet, sheet.Cond{}, "Last van %s: %s", forfait, o.Aanduiding, l.Omschrijving)
	}
	for _, x := range []struct {
		is         bool
		wat, reden string
	}{
		{z.Woonlast != nil || z.VoormaligeWoning != nil, "Woonlast van %s", forfait},
		{z.LangdurigeZorg != nil, "Lasten van langdurige zorg van %s", forfait},
		{z.Schuldsanering != nil, "Schuldsanering van %s", "Kinderalimentatie gaat voor op het afbetalen van schulden; een ouder draagt ten minste de minimumbijdrage (MvT par. 4 onder c en m)."},
		{z.Verdiencapaciteit != nil, "Verdiencapaciteit van %s", "Gerekend wordt met het inkomen waarop recht bestaat, of bij een verwijtbaar lager inkomen met dat van zes maanden eerder (art. 1:400a lid 1 en 7 BW, zoals voorgesteld)."},
		{z.Inkomensverlies != nil, "Inkomensverlies van %s", "Onder deze methode telt bij een verwijtbaar lager inkomen dat van zes maanden eerder (art. 1:400a lid 7 BW, zoals voorgesteld); het kan worden opgegeven als wetsvoorstel.eerder_inkomen."},
		{z.Toets != nil, "Aanvaardbaarheidstoets van %s", "Deze methode kent in plaats daarvan de hardheidsclausule (art. 1:404 lid 6 BW, zoals voorgesteld)."},
		{len(z.AndereKinderen) > 0, "Kinderen van %s buiten deze zaak", "Alleen wat eerder is vastgesteld voor kinderen uit een eerdere relatie gaat van de draagkracht af (art. 1:405 BW, zoals voorgesteld); het kan worden opgegeven als wetsvoorstel.eerdere_kinderen."},
	} {
		if x.is {
			p.LaatWeg(b.sheet, sheet.Cond{}, x.wat, x.reden, o.Aanduiding)
		}
	}
}
