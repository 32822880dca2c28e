package partner

import (
	"fmt"
	"strings"

	"annex/calc/inkomen"
	"annex/calc/sheet"
	"annex/calc/zaak"
)

// wet names an article of the Wet IB 2001.
func wet(artikel string) sheet.Source {
	return sheet.Source{Document: "Wet inkomstenbelasting 2001", Vindplaats: "art. " + artikel}
}

var bronZvw = sheet.Source{Document: "Zorgverzekeringswet", Vindplaats: "art. 43"}

// jaar adds a line in EUR/jaar.
func jaar(sc sheet.Scope, id, label string, expr sheet.Expr, bron sheet.Source, toelichting string) sheet.Expr {
	return sc.Add(sheet.Line{ID: id, Label: label, Unit: sheet.EURPerJaar, Expr: expr, Source: bron, Toelichting: toelichting})
}

// kant is one of the two as the tax sees the payment.
type kant struct {
	fiscaal *inkomen.Fiscaal
	soort   inkomen.Kant
	wie     zaak.Ouder
	zonder  sheet.Expr // tax a year without partneralimentatie, not rounded
	// Only of the payer: geenVoordeel says that there is no benefit of the deduction at
	// all, and zonderVoordeel when it is left out of account; empty: never.
	geenVoordeel   bool
	zonderVoordeel sheet.Cond
	punten         []punt // where its tax takes another direction, by rising amount
}

// punt is a gross amount a year and the tax that goes with it.
type punt struct {
	bruto sheet.Expr
	saldo sheet.Expr // tax less credits, below nil where those are not used up
	// netto is what the payment costs or brings net if saldo were due, also where it
	// is below nil: so it is a straight line between two corners.
	netto sheet.Expr
}

const (
	knikpunten = "de knikpunten"
	kolomKnik  = "bruto per jaar"
)

// knikpunten adds the corners of the tax of one side, and for each, by rising
// amount, what it costs or brings net. Between two of them the tax is a straight
// line, so that the gross amount that goes with a net one follows in proportion.
func (v *inPeriode) knikpunten(sc sheet.Scope, k *kant) {
	k.zonder = v.belasting(sc.In("zonder"), k, zonderAlimentatie, sheet.Zero, blokZonder)
	var grenzen []sheet.Expr
	const blok = "Bedragen waarbij de belasting een knik maakt"
	for i, knik := range k.fiscaal.Knikken(k.soort) {
		grenzen = append(grenzen, sc.Add(sheet.Line{
			ID: fmt.Sprintf("knik_%d", i+1), Label: sheet.Capital(knik.Wat), Rij: sheet.Capital(knik.Wat), Kolom: kolomKnik, Unit: sheet.EURPerJaar, Blok: blok,
			Expr: knik.Bedrag.Round(2), Source: knik.Bron,
		}))
	}
	for i := range len(grenzen) + 1 {
		r := &rij{sc: sc.In(fmt.Sprintf("punt_%d", i)), naam: fmt.Sprintf("Knikpunt %d", i), blok: "Knikpunten, van laag naar hoog", wie: k.wie.Aanduiding}
		bruto := sheet.Zero
		if i > 0 {
			bruto = sheet.Smallest(i, "de bedragen hierboven", grenzen...)
		}
		x := r.regel("bruto", "bruto", bruto, k.artikel())
		box1 := r.regel("box1", "inkomen box 1", k.fiscaal.Box1(k.soort, x), wet("3.1"))
		heffing := r.regel("heffing", "heffing", k.fiscaal.Heffing(k.soort, x, box1).Round(decimalen), wet("2.7 en 2.10"))
		kortingen := r.regel("kortingen", "kortingen", k.fiscaal.Kortingen(k.soort, x, box1).Round(decimalen), wet("8.2"))
		p := punt{bruto: x, saldo: heffing.Minus(kortingen)}
		verschuldigd := p.saldo.AtLeast(sheet.Zero)
		switch k.soort {
		case inkomen.Betaalt:
			r.regel("netto", "netto kosten", sheet.Sum(x, verschuldigd).Minus(k.zonder), rapport("4.4.2"))
			p.netto = r.regel("rekenwaarde", "rekenwaarde", sheet.Sum(x, p.saldo).Minus(k.zonder), rapport("4.4.2"))
		case inkomen.Ontvangt:
			zvw := r.regel("zvw", "Zvw", k.fiscaal.Zvw(x).Round(decimalen), bronZvw)
			r.regel("netto", "netto over", sheet.Sum(x, k.zonder).Minus(verschuldigd).Minus(zvw), rapport("4.4.2"))
			p.netto = r.regel("rekenwaarde", "rekenwaarde", sheet.Sum(x, k.zonder).Minus(p.saldo).Minus(zvw), rapport("4.4.2"))
		}
		k.punten = append(k.punten, p)
	}
}

// artikel is what makes the payment count for this side.
func (k *kant) artikel() sheet.Source {
	if k.soort == inkomen.Ontvangt {
		return wet("3.101")
	}
	return wet("6.3")
}

// rij is one row of a table of lines, of one person or of both.
type rij struct {
	sc              sheet.Scope
	naam, blok, wie string
}

func (r *rij) regel(id, kolom string, expr sheet.Expr, bron sheet.Source) sheet.Expr {
	l := sheet.Line{ID: id, Label: r.naam + ", " + kolom, Rij: r.naam, Kolom: kolom, Unit: sheet.EURPerJaar, Blok: r.blok, Expr: expr, Source: bron}
	if r.wie != "" {
		l.Naam = r.naam + " van " + r.wie + ", " + kolom
	}
	return r.sc.Add(l)
}

// omgekeerd gives the corners as net amounts and the gross ones that go with them.
func (k *kant) omgekeerd() []sheet.Corner {
	out := make([]sheet.Corner, len(k.punten))
	for i, p := range k.punten {
		out[i] = sheet.Corner{X: p.netto, Y: p.bruto}
	}
	return out
}

// betaler makes the payer's side, with the rule for the lowest incomes (4.4.2).
func (v *inPeriode) betaler(sc sheet.Scope) *kant {
	k := &kant{fiscaal: v.plichtig.Inkomen.Fiscaal, soort: inkomen.Betaalt, wie: v.plichtige}
	if z := v.plichtig.Situatie.GeenFiscaalVoordeel; z != nil {
		v.Sheet.Choice(sheet.Cond{}, sheet.Keuze{
			ID: "geen-fiscaal-voordeel", Onderwerp: "Fiscaal voordeel van " + v.plichtige.Aanduiding, Zaakspecifiek: true,
			Keuze: "Er is geen fiscaal voordeel van de betaalde partneralimentatie; het bruto bedrag is gelijk aan het netto bedrag.", Grond: z.Tekst,
			Alternatief: "Bruteren met het fiscaal voordeel (Rapport par. 4.4.2).",
		})
		k.geenVoordeel = true
		return k
	}
	if v.norm.LaagsteInkomens == nil {
		// Above the formula row of the draagkrachttabel nobody asks.
		laag := k.fiscaal.BrutoPerMaand().LessThan(sc.Norm(v.draagkrachtnorm.Formulegrens))
		v.p.LaatWeg(v.Sheet, laag, "Regel voor de laagste inkomens bij het bruteren", "Het bedrag waaronder het fiscaal voordeel buiten beschouwing blijft (Rapport 2025 par. 4.4.2: € 1.400 bruto per maand) is voor dit jaar niet bekend. De regel is niet toegepast.")
		return k
	}
	bruto := maand(sc, "bruto_inkomen", "Bruto inkomen van "+v.plichtige.Aanduiding+", met vakantietoeslag", k.fiscaal.BrutoPerMaand().Round(2), rapport("4.4.2"), "het inkomen vóór belasting (post 113), per maand")
	k.zonderVoordeel = sc.Add(sheet.Line{
		ID: "laag_inkomen", Label: "Laagste inkomens: fiscaal voordeel buiten beschouwing", Unit: sheet.JaNee,
		Expr: sheet.Truth(bruto.LessThan(sc.Norm(*v.norm.LaagsteInkomens))), Source: rapport("4.4.2"),
	}).IsYes()
	v.p.LaatWeg(v.Sheet, k.zonderVoordeel, "Fiscaal voordeel van %s", "Het bruto inkomen is lager dan het bedrag van par. 4.4.2 van het Rapport; het fiscaal voordeel blijft buiten beschouwing.", v.plichtige.Aanduiding)
	return k
}

// bruteerDraagkracht adds the gross amount a month that costs the payer just the
// net draagkracht (4.4.2).
func (v *inPeriode) bruteerDraagkracht(netto sheet.Expr) (*kant, sheet.Expr) {
	sc := v.sectie(SoortBruteren, "bruteren_draagkracht", "Bruteren van de draagkracht van "+v.plichtige.Aanduiding, v.plichtige.Aanduiding)
	k := v.betaler(sc)
	if k.geenVoordeel {
		maandbedrag := sc.Add(sheet.Line{
			ID: "bruto", Label: "Bruto draagkracht per maand", Naam: "bruto draagkracht van " + v.plichtige.Aanduiding, Unit: sheet.EURPerMaand, Slot: true,
			Expr: netto, Source: rapport("4.4.2"), Toelichting: "gelijk aan het netto bedrag: er is geen fiscaal voordeel",
		})
		return k, maandbedrag
	}
	v.knikpunten(sc, k)
	perJaar := sc.Add(sheet.Line{ID: "netto_jaar", Label: "Netto draagkracht per jaar", Kort: "netto draagkracht per jaar", Unit: sheet.EURPerJaar, Blok: blokUitkomst, Expr: sheet.Twelve.Times(netto), Source: rapport("4.4.2")})
	laatste := k.punten[len(k.punten)-1]
	// Beyond the last corner nothing can be deducted any more.
	verder := sheet.Sum(laatste.bruto, perJaar.Minus(laatste.netto))
	bruto := sheet.If(perJaar.MoreThan(laatste.netto), verder, sheet.Through(knikpunten, k.omgekeerd(), perJaar)).AtMost(sheet.Sum(perJaar, k.zonder)).Round(decimalen)
	if !k.zonderVoordeel.IsZero() {
		bruto = sheet.If(k.zonderVoordeel, perJaar, bruto)
	}
	jaarbedrag := sc.Add(sheet.Line{
		ID: "bruto_jaar", Label: "Bruto draagkracht per jaar", Kort: "bruto draagkracht per jaar", Unit: sheet.EURPerJaar, Blok: blokUitkomst, Expr: bruto, Source: rapport("4.4.2"),
		Toelichting: "het bedrag waarvan de netto kosten gelijk zijn aan de netto draagkracht; ten hoogste kan de hele belasting worden bespaard",
	})
	return k, v.gebruteerd(sc, k, "draagkracht", "Draagkracht van "+v.plichtige.Aanduiding+" voor partneralimentatie, bruto", jaarbedrag, perJaar)
}

// bruteerBehoefte adds the gross amount a month of which the receiver keeps just
// the remaining need: after the tax on it, what credits fall, and the Zvw.
func (v *inPeriode) bruteerBehoefte(netto sheet.Expr) (*kant, sheet.Expr) {
	sc := v.sectie(SoortBruteren, "bruteren_behoefte", "Bruteren van de behoefte van "+v.gerechtigde.Aanduiding, v.gerechtigde.Aanduiding)
	k := &kant{fiscaal: v.gerechtigd.Inkomen.Fiscaal, soort: inkomen.Ontvangt, wie: v.gerechtigde}
	if over := k.fiscaal.AftrekOver(); !over.IsZero() {
		v.p.Waarschuw(v.Sheet, over, "bruteren-aftrek-over", "De persoonsgebonden aftrek van %s is hoger dan het inkomen in box 1. Ontvangen partneralimentatie zou eerst daarmee worden verrekend; dat is bij het bruteren niet gebeurd. Het bruto bedrag voor de behoefte is daardoor te hoog.", v.gerechtigde.Aanduiding)
	}
	v.knikpunten(sc, k)
	perJaar := sc.Add(sheet.Line{ID: "netto_jaar", Label: "Netto resterende behoefte per jaar", Kort: "netto resterende behoefte per jaar", Unit: sheet.EURPerJaar, Blok: blokUitkomst, Expr: sheet.Twelve.Times(netto), Source: rapport("4.4.2")})
	laatste := k.punten[len(k.punten)-1]
	verder := sheet.Sum(laatste.bruto, perJaar.Minus(laatste.netto).Over(sheet.One.Minus(k.fiscaal.Hoogste())))
	onbelast := sc.Add(sheet.Line{
		ID: "onbelast", Label: "Bruto bedrag als er alleen Zvw af zou gaan", Unit: sheet.EURPerJaar, Blok: blokUitkomst,
		Expr: k.fiscaal.BrutoZonderHeffing(perJaar.Minus(k.zonder)).Round(decimalen), Source: bronZvw,
		Toelichting: "van belang zolang de heffingskortingen hoger zijn dan de heffing; verminderd met de belasting die er al was",
	})
	jaarbedrag := sc.Add(sheet.Line{
		ID: "bruto_jaar", Label: "Bruto behoefte per jaar", Kort: "bruto behoefte per jaar", Unit: sheet.EURPerJaar, Blok: blokUitkomst, Source: rapport("4.4.2"),
		Expr:        sheet.If(perJaar.MoreThan(laatste.netto), verder, sheet.Through(knikpunten, k.omgekeerd(), perJaar)).AtLeast(onbelast).AtLeast(sheet.Zero).Round(decimalen),
		Toelichting: "het bedrag waarvan netto precies de resterende behoefte overblijft",
	})
	return k, v.gebruteerd(sc, k, "behoefte", "Resterende behoefte van "+v.gerechtigde.Aanduiding+", bruto", jaarbedrag, perJaar)
}

// gebruteerd ends grossing up: the amount a year becomes one a month, in cents, which
// is a key figure, and has to give back the net amount a year. wat is what it is of.
func (v *inPeriode) gebruteerd(sc sheet.Scope, k *kant, wat, kerncijfer string, jaarbedrag, nettoJaar sheet.Expr) sheet.Expr {
	maandbedrag := sc.Add(sheet.Line{
		ID: "bruto", Label: "Bruto " + wat + " per maand", Kort: "bruto " + wat + " per maand", Naam: "bruto " + wat + " van " + k.wie.Aanduiding, Unit: sheet.EURPerMaand, Slot: true, Blok: blokUitkomst,
		Expr: jaarbedrag.Over(sheet.Twelve).Round(2), Source: rapport("4.4.2"),
	})
	v.controle(sc, k.wie, v.gevolg(sc, k, jaarbedrag, blokControle).Minus(nettoJaar))
	v.Sheet.Highlight(v.p.Naam, kerncijfer, maandbedrag)
	return maandbedrag
}

// decimalen is what tax is rounded to here: finer than cents, so that a gross amount
// comes out in cents, and still as it is printed.
const decimalen = 4

const (
	blokUitkomst = "Het bedrag"
	blokControle = "Controle: van bruto terug naar netto"
	blokZonder   = "Zonder partneralimentatie"
)

// gevolg adds what a gross amount a year does to the tax of one side, worked out
// anew from the tax itself, and gives what it costs or brings net, EUR/jaar.
func (v *inPeriode) gevolg(sc sheet.Scope, k *kant, bruto sheet.Expr, blok string) sheet.Expr {
	regel := func(id, label string, expr sheet.Expr, bron sheet.Source) sheet.Expr {
		l := sheet.Line{ID: id, Label: label, Unit: sheet.EURPerJaar, Blok: blok, Expr: expr, Source: bron}
		if blok == blokControle {
			l.Kort = label
		}
		return sc.Add(l)
	}
	if k.geenVoordeel {
		return regel("netto_kosten", "Netto kosten van het bruto bedrag", bruto, rapport("4.4.2"))
	}
	met := v.belasting(sc, k, metAlimentatie, bruto, blok)
	if k.soort == inkomen.Ontvangt {
		extra := regel("extra_belasting", "Extra belasting van "+k.wie.Aanduiding, met.Minus(k.zonder), wet("3.101"))
		zvw := regel("zvw", "Bijdrage Zvw over de alimentatie", k.fiscaal.Zvw(bruto).Round(decimalen), bronZvw)
		return regel("netto_over", "Netto over van het bruto bedrag", bruto.Minus(extra).Minus(zvw), rapport("4.4.2"))
	}
	voordeel := k.zonder.Minus(met)
	if !k.zonderVoordeel.IsZero() {
		voordeel = sheet.If(k.zonderVoordeel, sheet.Zero, voordeel)
	}
	voordeel = regel("voordeel", "Fiscaal voordeel van "+k.wie.Aanduiding, voordeel, wet("6.3"))
	return regel("netto_kosten", "Netto kosten van het bruto bedrag", bruto.Minus(voordeel), rapport("4.4.2"))
}

// As the lines of a tax say whether there is partneralimentatie.
const (
	zonderAlimentatie = "zonder"
	metAlimentatie    = "met"
)

// belasting adds the tax of one side with a gross amount a year, or without any.
func (v *inPeriode) belasting(sc sheet.Scope, k *kant, met string, bruto sheet.Expr, blok string) sheet.Expr {
	kort := map[string]string{}
	if blok == blokZonder || blok == blokControle {
		kort["belasting"] = "belasting per jaar, " + met + " partneralimentatie"
	}
	regel := func(id, label string, expr sheet.Expr, bron sheet.Source, toelichting string) sheet.Expr {
		return sc.Add(sheet.Line{
			Kort: kort[id], ID: id, Label: label + " " + met + " partneralimentatie", Naam: midden(label) + " van " + k.wie.Aanduiding + " " + met + " partneralimentatie",
			Unit: sheet.EURPerJaar, Blok: blok, Expr: expr, Source: bron, Toelichting: toelichting,
		})
	}
	box1 := regel("box1", "Inkomen box 1", k.fiscaal.Box1(k.soort, bruto), wet("3.1"), "")
	heffing := regel("heffing", "Heffing", k.fiscaal.Heffing(k.soort, bruto, box1).Round(decimalen), wet("2.7 en 2.10"), "niet afgerond zoals een aanslag")
	kortingen := regel("kortingen", "Heffingskortingen", k.fiscaal.Kortingen(k.soort, bruto, box1).Round(decimalen), wet("8.2"), "")
	return regel("belasting", "Belasting", heffing.Minus(kortingen).AtLeast(sheet.Zero), wet("2.7 en 8.8"), "niet lager dan nihil")
}

// midden gives a label as it reads inside a sentence.
func midden(label string) string { return strings.ToLower(label[:1]) + label[1:] }

// controle adds the line that has to come out at nil, and warns where it does not.
func (v *inPeriode) controle(sc sheet.Scope, wie zaak.Ouder, verschil sheet.Expr) {
	nul := sc.Add(sheet.Line{
		ID: "controle", Label: "Verschil, moet nul zijn", Unit: sheet.EURPerJaar, Blok: blokControle, Keep: true, Expr: verschil.Round(2), Toelichting: "het bruto bedrag is juist als hier 0,00 staat",
	})
	v.alarm(nul, "Het bruteren voor "+wie.Aanduiding)
}

// alarm warns where a line that has to be nil is not: the amount is wrong then.
func (v *inPeriode) alarm(nul sheet.Expr, wat string) {
	v.p.Waarschuw(v.Sheet, nul.MoreThan(sheet.Zero).Or(nul.LessThan(sheet.Zero)), "controle-niet-nul",
		"%s klopt niet: de controle komt op € %s uit en moet nul zijn. Gebruik het bedrag niet. Dit is een fout in annex; meld haar.", wat, nul)
}

// bruto adds what is to be paid where the tax on both incomes is known: the lowest
// of the gross amounts, and what it costs and brings net.
func (v *inPeriode) bruto(draagkracht, behoefte sheet.Expr) {
	plichtig, meest := v.bruteerDraagkracht(draagkracht)
	gerechtigd, nodig := v.bruteerBehoefte(behoefte)
	grenzen := []grens{
		{"draagkracht_bruto", "Bruto draagkracht van " + v.plichtige.Aanduiding, meest},
		{"behoefte_bruto", "Bruto behoefte van " + v.gerechtigde.Aanduiding, nodig},
	}
	var vergelijking *inkomensvergelijking
	if v.Zaak.Partneralimentatie.Inkomensvergelijking {
		var bedrag sheet.Expr
		vergelijking, bedrag = v.vergelijkBruto(plichtig, gerechtigd)
		grenzen = append(grenzen, grens{"vergelijking_bruto", "Bruto bijdrage waarbij beiden evenveel te besteden hebben", bedrag})
	}
	sc := v.sectie(SoortUitkomst, "uitkomst", "Te betalen partneralimentatie", "")
	betalen := v.laagste(sc, grenzen, "bruto")
	perJaar := jaar(sc, "te_betalen_jaar", "Te betalen per jaar", sheet.Twelve.Times(betalen), rapport("5.2"), "")
	for _, k := range []*kant{plichtig, gerechtigd} {
		netto := sheet.Line{ID: "netto_maand", Unit: sheet.EURPerMaand, Slot: true, Source: rapport("4.4.2")}
		netto.Blok = "Wat het netto betekent voor " + k.wie.Aanduiding
		netto.Label = "Netto kosten per maand voor " + k.wie.Aanduiding
		if k.soort == inkomen.Ontvangt {
			netto.Label = "Netto over per maand voor " + k.wie.Aanduiding
		}
		wie := sc.In(k.wie.ID)
		netto.Expr = v.gevolg(wie, k, perJaar, netto.Blok).Over(sheet.Twelve).Round(2)
		bedrag := wie.Add(netto)
		v.teBesteden(wie, k, bedrag, vergelijking)
	}
	v.uitkomst(sc, Uitkomst, betalen)
}

// teBesteden adds what somebody has after the payment: of the income for the
// comparison where that was made, and else of the net income. The label says
// which, because the two differ by the expenses and the children.
func (v *inPeriode) teBesteden(sc sheet.Scope, k *kant, bedrag sheet.Expr, c *inkomensvergelijking) {
	regel := sheet.Line{
		ID: "te_besteden", Label: "Netto inkomen na de partneralimentatie, van " + k.wie.Aanduiding, Unit: sheet.EURPerMaand, Source: rapport("4.5"),
		Blok: "Wat het netto betekent voor " + k.wie.Aanduiding, Toelichting: "netto besteedbaar inkomen, vóór de kosten van kinderen en andere lasten",
	}
	heeft := v.gerechtigd.Gerekend()
	if k.soort == inkomen.Betaalt {
		heeft = v.plichtig.Gerekend()
	}
	if c != nil {
		heeft, regel.Label, regel.Toelichting = c.heeftGerechtigde, "Na de partneralimentatie te besteden door "+k.wie.Aanduiding, "uitgaande van het inkomen voor vergelijking"
		if k.soort == inkomen.Betaalt {
			heeft = c.heeftPlichtige
		}
	}
	regel.Expr = sheet.Sum(heeft, bedrag)
	if k.soort == inkomen.Betaalt {
		regel.Expr = heeft.Minus(bedrag)
	}
	v.Sheet.Highlight(v.p.Naam, regel.Label, sc.Add(regel))
}
