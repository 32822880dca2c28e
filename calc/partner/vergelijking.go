package partner

import (
	"fmt"

	"annex/calc/inkomen"
	"annex/calc/partij"
	"annex/calc/sheet"
	"annex/calc/zaak"
)

// inkomensvergelijking is the comparison of what both have to spend (Rapport 4.5).
type inkomensvergelijking struct {
	*inPeriode
	sc sheet.Scope
	// What both have for the comparison, EUR/maand.
	heeftPlichtige, heeftGerechtigde sheet.Expr
}

func (v *inPeriode) vergelijking() *inkomensvergelijking {
	sc := v.sectie(SoortVergelijking, "inkomensvergelijking", "Inkomensvergelijking", "")
	c := &inkomensvergelijking{inPeriode: v, sc: sc}
	v.kgbkeuze()
	c.heeftPlichtige = c.inkomen(v.plichtig, *v.kinderenPlichtig)
	c.heeftGerechtigde = c.inkomen(v.gerechtigd, v.kinderenGerechtigd)
	return c
}

// inkomen adds the income for the comparison of one of both, by the scheme of 4.5:
// the net income, less charges that cannot be avoided and what the children cost.
func (c *inkomensvergelijking) inkomen(wie *partij.Partij, k kosten) sheet.Expr {
	sc, o := c.sc.In(wie.Wie.ID), wie.Wie
	blok := sheet.Capital(o.Aanduiding)
	regel := func(id, label string, expr sheet.Expr, par, toelichting string) sheet.Expr {
		return sc.Add(sheet.Line{ID: id, Label: label, Unit: sheet.EURPerMaand, Blok: blok, Expr: expr, Source: rapport(par), Toelichting: toelichting})
	}
	wie.Begin(c.sc)
	label := "Netto besteedbaar inkomen van " + o.Aanduiding
	if wie.Situatie.Verdiencapaciteit != nil {
		label = "Inkomen met verdiencapaciteit van " + o.Aanduiding
	}
	in := regel("inkomen", label, sheet.Sum(wie.Gerekend(), wie.Verdiencapaciteit()), "4.5", "")
	lasten, _ := wie.Lasten()
	lasten = sheet.Sum(lasten, c.hogereWoonlast(sc, wie, in, blok))
	if wie.Situatie.LangdurigeZorg != nil {
		eigen, nodig := wie.LangdurigeZorg()
		lasten = sheet.Sum(lasten, eigen, nodig)
	}
	// Keuze: what who left bears of the former home counts among those charges, as
	// the heading of 4.6.2 has it.
	lasten = sheet.Sum(lasten, wie.AandeelWoning())
	if lasten != sheet.Zero {
		af := regel("lasten", "Niet vermijdbare lasten", lasten, "4.5", "")
		in = regel("resteert", "Resteert", in.Minus(af), "4.5", "")
	}
	if k.aandeel != (sheet.Expr{}) {
		af := k.naKGB
		label := "Kosten van de kinderen, na kindgebonden budget"
		switch {
		case k.kgb == sheet.Zero:
			label = "Aandeel in de kosten van de kinderen"
		case c.Zaak.Keuzes.VergelijkingKGB == zaak.KeuzeAlsInkomen:
			in = regel("met_kgb", "Met kindgebonden budget", sheet.Sum(in, k.kgb), "4.5", "")
			af, label = k.aandeel, "Aandeel in de kosten van de kinderen"
		case c.Zaak.Keuzes.VergelijkingKGB == zaak.KeuzeBuitenBeschouwing:
			af, label = k.aandeel, "Aandeel in de kosten van de kinderen"
		}
		af = regel("af_kinderen", label, af, "4.5", "")
		in = in.Minus(af)
	}
	return sc.Add(sheet.Line{
		ID: "voor_vergelijking", Label: "Inkomen voor vergelijking van " + o.Aanduiding, Kort: "inkomen voor vergelijking van " + o.Aanduiding, Unit: sheet.EURPerMaand, Blok: blok, Expr: sheet.Sum(in), Source: rapport("4.5"),
	})
}

// hogereWoonlast gives what lasting, considerably higher housing costs come to above
// the woonbudget (4.2.2.4); Zero without.
func (c *inkomensvergelijking) hogereWoonlast(sc sheet.Scope, wie *partij.Partij, inkomen sheet.Expr, blok string) sheet.Expr {
	z := wie.Situatie.Woonlast
	switch {
	case z == nil || z.Soort != zaak.WoonlastHoger:
		return sheet.Zero
	case wie == c.inPeriode.plichtig && c.meerdereWoonlast != sheet.Zero:
		return c.meerdereWoonlast // as it is in the draagkracht
	}
	budget := sc.Norm(c.draagkrachtnorm.Woonbudgetpercentage).Times(inkomen).Round(2)
	return sc.Add(sheet.Line{
		ID: "meerdere_woonlast", Label: "Woonlast van " + wie.Wie.Aanduiding + " boven het woonbudget", Unit: sheet.EURPerMaand, Blok: blok,
		Expr: wie.Woonlast().Minus(budget).AtLeast(sheet.Zero).Round(2), Source: rapport("4.2.2.4 en 4.5"), Toelichting: z.Reden,
	})
}

// kgbkeuze names what kindgebonden budget does in the comparison, where there is
// any.
//
// Keuze: three ways are in use; see docs/keuzes.md, inkomensvergelijking-kgb.
func (v *inPeriode) kgbkeuze() {
	kgb := sheet.Sum(v.kinderenPlichtig.kgb, v.kinderenGerechtigd.kgb)
	if kgb == sheet.Zero {
		return
	}
	k := sheet.Keuze{
		ID: "inkomensvergelijking-kgb", Onderwerp: "Kindgebonden budget in de inkomensvergelijking",
		Keuze: "Het kindgebonden budget verlaagt de kosten van de kinderen, niet verder dan tot nihil.", Grond: "Schema van par. 4.5 van het Rapport.",
		Alternatief: "Het kindgebonden budget als inkomen tellen, of het buiten beschouwing laten.",
	}
	if keuze := v.Zaak.Keuzes.VergelijkingKGB; keuze != zaak.KeuzeVerrekenen {
		k.Zaakspecifiek, k.Grond, k.Alternatief = true, "Zo gekozen in het zaakbestand.", "Het kindgebonden budget verlaagt de kosten van de kinderen, niet verder dan tot nihil (Rapport par. 4.5)."
		k.Keuze = map[string]string{
			zaak.KeuzeAlsInkomen:        "Het kindgebonden budget telt helemaal als inkomen.",
			zaak.KeuzeBuitenBeschouwing: "Het kindgebonden budget telt niet mee.",
		}[keuze]
	}
	v.Sheet.Choice(kgb.MoreThan(sheet.Zero), k)
}

// vergelijkNetto adds the net amount at which both have the same: half of both
// incomes together, less that of the receiver (4.5 and 5.2 stap 3).
func (v *inPeriode) vergelijkNetto() sheet.Expr {
	c := v.vergelijking()
	helft := c.sc.Add(sheet.Line{
		ID: "helft", Label: "Beide inkomens samen, gedeeld door twee", Unit: sheet.EURPerMaand, Blok: blokUitkomst, Expr: sheet.Sum(c.heeftPlichtige, c.heeftGerechtigde).Over(sheet.Two).Round(2), Source: rapport("4.5"),
	})
	return c.slot("netto", "Bijdrage na inkomensvergelijking, netto", helft.Minus(c.heeftGerechtigde).AtLeast(sheet.Zero))
}

func (c *inkomensvergelijking) slot(id, label string, expr sheet.Expr) sheet.Expr {
	out := c.sc.Add(sheet.Line{
		ID: id, Label: label, Kort: label, Naam: "bijdrage na inkomensvergelijking", Unit: sheet.EURPerMaand, Slot: true, Blok: blokUitkomst, Expr: expr, Source: rapport("4.5 en 5.2, stap 3"),
		Toelichting: "op verzoek van " + c.plichtige.Aanduiding,
	})
	c.Sheet.Highlight(c.p.Naam, label, out)
	return out
}

// vergelijkBruto adds the gross amount at which both have the same to spend after
// tax. What the payment costs the one and brings the other are broken lines; so is
// their sum, which is found at every corner of either.
func (v *inPeriode) vergelijkBruto(p, g *kant) (*inkomensvergelijking, sheet.Expr) {
	c := v.vergelijking()
	sc := c.sc
	const blokKnik, blokPunt = "Bedragen waarbij de belasting van een van beiden een knik maakt", "Knikpunten, van laag naar hoog"
	knik := func(id, label string, expr sheet.Expr) sheet.Expr {
		return sc.Add(sheet.Line{ID: id, Label: label, Rij: label, Kolom: kolomKnik, Unit: sheet.EURPerJaar, Blok: blokKnik, Expr: expr, Source: wet("2.10, 8.8, 8.10 en 8.17")})
	}
	var grenzen []sheet.Expr
	for _, k := range []*kant{p, g} {
		if k.geenVoordeel {
			continue // what is paid, it costs
		}
		for i := 1; i < len(k.punten); i++ {
			grenzen = append(grenzen, knik(fmt.Sprintf("%s.knik_%d", k.wie.ID, i), fmt.Sprintf("Knikpunt %d van %s", i, k.wie.Aanduiding), k.punten[i].bruto))
		}
		grenzen = append(grenzen, knik(k.wie.ID+".geen_belasting", nihilLabel(k), k.nihil().Round(2)))
	}
	var hoeken []sheet.Corner
	for i := range len(grenzen) + 1 {
		r := &rij{sc: sc.In(fmt.Sprintf("punt_%d", i)), naam: fmt.Sprintf("Knikpunt %d", i), blok: blokPunt}
		bruto := sheet.Zero
		if i > 0 {
			bruto = sheet.Smallest(i, "de bedragen hierboven", grenzen...)
		}
		x := r.regel("bruto", "bruto", bruto, rapport("4.5"))
		kosten := r.regel("netto_kosten", "netto kosten voor "+p.wie.Aanduiding, p.kostenUitKnikpunten(x).Round(decimalen), rapport("4.5"))
		over := r.regel("netto_over", "netto over voor "+g.wie.Aanduiding, g.overUitKnikpunten(x).Round(decimalen), rapport("4.5"))
		hoeken = append(hoeken, sheet.Corner{X: r.regel("samen", "samen", kosten.Plus(over), rapport("4.5")), Y: x})
	}
	verschil := sc.Add(sheet.Line{
		ID: "verschil_jaar", Label: "Verschil tussen beide inkomens, per jaar", Unit: sheet.EURPerJaar, Blok: "Hoeveel de inkomens verschillen", Source: rapport("4.5"),
		Expr: sheet.Twelve.Times(c.heeftPlichtige.Minus(c.heeftGerechtigde).AtLeast(sheet.Zero)), Toelichting: "zoveel moeten de netto kosten van de een en wat de ander netto overhoudt, samen zijn",
	})
	var delen []sheet.Expr
	for i, hoek := range hoeken {
		delen = append(delen, c.deel(i, hoek, hoeken[i+1:], verschil, g))
	}
	jaarbedrag := sc.Add(sheet.Line{
		ID: "bruto_jaar", Label: "Bruto bijdrage na vergelijking per jaar", Unit: sheet.EURPerJaar, Blok: blokUitkomst, Source: rapport("4.5"),
		Expr: sheet.Sum(delen...), Toelichting: "de stukken samen",
	})
	out := c.slot("bruto", "Bijdrage na inkomensvergelijking, bruto", jaarbedrag.Over(sheet.Twelve).Round(2))
	c.controle(p, g, jaarbedrag)
	return c, out
}

// deel adds the gross amount in one stretch: between a corner and the next one, or
// beyond the last, as far as the difference between the incomes reaches. Like the
// brackets of a tax they add up.
func (c *inkomensvergelijking) deel(i int, van sheet.Corner, verder []sheet.Corner, verschil sheet.Expr, g *kant) sheet.Expr {
	label := fmt.Sprintf("Vanaf knikpunt %d", i)
	regel := sheet.Line{
		ID: fmt.Sprintf("stuk_%d", i), Label: label, Rij: label, Kolom: kolomKnik, Unit: sheet.EURPerJaar, Blok: "Welk bruto bedrag in ieder stuk valt", Source: rapport("4.5"),
	}
	rest := verschil.Minus(van.X).AtLeast(sheet.Zero)
	if len(verder) == 0 {
		// Nothing more to deduct, and all in the highest bracket.
		helling := sheet.One.Plus(sheet.One.Minus(g.fiscaal.Hoogste()))
		regel.Expr = rest.Over(helling).Round(decimalen)
		return c.sc.Add(regel)
	}
	tot := verder[0]
	lengte := tot.X.Minus(van.X)
	regel.Expr = sheet.If(tot.X.MoreThan(van.X), rest.AtMost(lengte).Over(lengte).Times(tot.Y.Minus(van.Y)), sheet.Zero).Round(decimalen)
	return c.sc.Add(regel)
}

// controle adds what both have to spend with the amount found, worked out anew from
// the tax; the difference has to be nil where the payer has more without it.
func (c *inkomensvergelijking) controle(p, g *kant, perJaar sheet.Expr) {
	const blok = "Controle: wat beiden te besteden hebben"
	sc := c.sc.In("controle")
	kosten := c.gevolg(sc.In(p.wie.ID), p, perJaar, "Controle: "+p.wie.Aanduiding)
	over := c.gevolg(sc.In(g.wie.ID), g, perJaar, "Controle: "+g.wie.Aanduiding)
	regel := func(id, label string, expr sheet.Expr) sheet.Expr {
		return c.sc.Add(sheet.Line{ID: id, Label: label, Kort: label + ", met die bijdrage", Unit: sheet.EURPerMaand, Blok: blok, Keep: true, Expr: expr, Source: rapport("4.5")})
	}
	een := regel("te_besteden_"+p.wie.ID, "Te besteden door "+p.wie.Aanduiding, c.heeftPlichtige.Minus(kosten.Over(sheet.Twelve)).Round(decimalen))
	ander := regel("te_besteden_"+g.wie.ID, "Te besteden door "+g.wie.Aanduiding, c.heeftGerechtigde.Plus(over.Over(sheet.Twelve)).Round(decimalen))
	nul := c.sc.Add(sheet.Line{
		ID: "controle", Label: "Verschil, moet nul zijn", Unit: sheet.EURPerMaand, Blok: blok, Keep: true,
		Expr:        sheet.If(c.heeftPlichtige.MoreThan(c.heeftGerechtigde), een.Minus(ander).Round(2), sheet.Zero),
		Toelichting: "het bedrag is juist als hier 0,00 staat; nihil als " + g.wie.Aanduiding + " zonder bijdrage al evenveel te besteden heeft",
	})
	c.alarm(nul, "De inkomensvergelijking")
}

// kostenUitKnikpunten gives what a gross amount a year costs the payer, from the
// corners: no less than where no tax is left.
func (k *kant) kostenUitKnikpunten(bruto sheet.Expr) sheet.Expr {
	if k.geenVoordeel {
		return bruto
	}
	laatste := k.punten[len(k.punten)-1]
	verder := sheet.Sum(laatste.netto, bruto.Minus(laatste.bruto)) // nothing more to deduct
	kosten := sheet.If(bruto.MoreThan(laatste.bruto), verder, sheet.Through(k.knikpunten(), k.hoeken(), bruto)).AtLeast(bruto.Minus(k.zonder))
	if !k.zonderVoordeel.IsZero() {
		kosten = sheet.If(k.zonderVoordeel, bruto, kosten)
	}
	return kosten
}

// overUitKnikpunten gives what the receiver keeps of a gross amount a year, from the
// corners: no more than where there is no tax yet.
func (k *kant) overUitKnikpunten(bruto sheet.Expr) sheet.Expr {
	laatste := k.punten[len(k.punten)-1]
	verder := sheet.Sum(laatste.netto, bruto.Minus(laatste.bruto).Times(sheet.One.Minus(k.fiscaal.Hoogste())))
	over := sheet.If(bruto.MoreThan(laatste.bruto), verder, sheet.Through(k.knikpunten(), k.hoeken(), bruto))
	return over.AtMost(sheet.Sum(bruto, k.zonder).Minus(k.fiscaal.Zvw(bruto)))
}

// hoeken gives the corners as gross amounts and what is net of them.
func (k *kant) hoeken() []sheet.Corner {
	out := make([]sheet.Corner, len(k.punten))
	for i, p := range k.punten {
		out[i] = sheet.Corner{X: p.bruto, Y: p.netto}
	}
	return out
}

// knikpunten is what the corners of this side are called.
func (k *kant) knikpunten() string { return knikpunten + " van " + k.wie.Aanduiding }

// nihil gives the gross amount at which the tax of this side comes to nil, or stops
// being nil; an end of the corners where it never does.
func (k *kant) nihil() sheet.Expr {
	var corners []sheet.Corner
	for _, p := range k.punten {
		c := sheet.Corner{X: p.saldo, Y: p.bruto}
		if k.soort == inkomen.Betaalt { // what more is paid, the less tax
			corners = append([]sheet.Corner{c}, corners...)
		} else {
			corners = append(corners, c)
		}
	}
	return sheet.Through(knikpunten, corners, sheet.Zero)
}

// nihilLabel says what happens at that amount.
func nihilLabel(k *kant) string {
	if k.soort == inkomen.Betaalt {
		return "Vanaf hier betaalt " + k.wie.Aanduiding + " geen belasting meer"
	}
	return "Tot hier betaalt " + k.wie.Aanduiding + " nog geen belasting"
}
