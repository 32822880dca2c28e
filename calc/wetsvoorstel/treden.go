package wetsvoorstel

import (
	"fmt"

	"annex/calc/periode"
	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"
)

// jaarVanDeTabel is the price level of the incomes of art. 6 AMvB.
const jaarVanDeTabel = 2015

// treden are the steps of the table of draagkracht as one period uses them.
type treden struct {
	// index is what the incomes of the table have been raised by since it was
	// published (art. 15 AMvB); empty: as published.
	index sheet.Expr
}

// inkomenstreden adds what the incomes of the table have been raised by.
//
// Keuze: as published, unless the case file chooses art. 15; see docs/keuzes.md,
// wetsvoorstel-inkomenstreden.
func (b *berekening) inkomenstreden(p periode.Periode, n norms.Wetsvoorstel) (treden, error) {
	keuze := sheet.Keuze{
		ID: "wetsvoorstel-inkomenstreden", Onderwerp: "Inkomens in de draagkrachttabel",
		Keuze:       "De inkomens in de tabel zijn die van de concept-AMvB van 2015. Zij zijn niet geïndexeerd.",
		Grond:       "Het wetsvoorstel is geen wet geworden; de indexering van art. 15 van de concept-AMvB is daardoor nooit begonnen.",
		Alternatief: "De inkomens indexeren vanaf 2016 (keuzes.inkomenstreden: geindexeerd).",
	}
	if b.zaak.Keuzes.Inkomenstreden != zaak.KeuzeGeindexeerd {
		b.sheet.Choice(sheet.Cond{}, keuze)
		return treden{}, nil
	}
	keuze.Zaakspecifiek = true
	keuze.Keuze = fmt.Sprintf("De inkomens in de tabel zijn geïndexeerd van %d tot en met %d; de bedragen van de draagkracht niet.", jaarVanDeTabel+1, p.Vanaf.Year())
	keuze.Grond = "Zo gekozen in het zaakbestand. Art. 15 van de concept-AMvB indexeert alleen de inkomens, behalve de eerste grens; nieuwe bedragen van de draagkracht vragen een besluit (art. 16), en dat is er niet."
	keuze.Alternatief = "De inkomens zoals zij in 2015 zijn gepubliceerd."
	b.sheet.Choice(sheet.Cond{}, keuze)
	percentages, err := b.set.Indexering(jaarVanDeTabel, p.Vanaf.Year())
	if err != nil || len(percentages) == 0 {
		return treden{}, err
	}
	sc := b.sheet.Section(sheet.Section{
		ID: p.ID("treden"), Soort: SoortTreden, Titel: "Indexering van de inkomens in de draagkrachttabel" + p.Achter, Periode: p.Nummer,
	}, p.ID("treden"))
	index := sheet.One
	for _, v := range percentages {
		index = sc.Add(sheet.Line{
			ID: fmt.Sprintf("index_%d", v.Vanaf.Year()), Label: fmt.Sprintf("Indexcijfer per 1 januari %d (%d = 1)", v.Vanaf.Year(), jaarVanDeTabel), Unit: sheet.Getal,
			Expr: index.Times(sheet.One.Plus(sc.Norm(v))).Round(4), Source: besluit("15"), // as it is printed, so that it can be done by hand
		})
	}
	return treden{index}, nil
}

// plaats is where an income stands in the table of draagkracht.
type plaats struct {
	van, tot   sheet.Expr // EUR/maand: the step it is in, and where the next begins
	bedrag     sheet.Expr // EUR/maand
	afleidbaar sheet.Cond
}

// bedragBij gives the draagkracht that goes with an income, without lines of its own.
func (t treden) bedragBij(sc sheet.Scope, n norms.Wetsvoorstel, inkomen sheet.Expr) sheet.Expr {
	zoek := t.herleid(sc, n, inkomen)
	uitTabel := sheet.Lookup(sc.Table(n.Draagkracht), kolomDraagkracht, zoek)
	return sheet.If(zoek.LessThan(sc.Norm(n.LaatsteTrede)), uitTabel, uitTabel.Plus(stappen(sc, n, zoek).Times(sc.Norm(n.Stapdraagkracht))))
}

// herleid brings an income down to the level of the table. The first limit is not
// indexed; an income above it stays above it.
func (t treden) herleid(sc sheet.Scope, n norms.Wetsvoorstel, inkomen sheet.Expr) sheet.Expr {
	if t.index == (sheet.Expr{}) {
		return inkomen
	}
	eerste := sc.Norm(n.TweedeTrede)
	return sheet.If(inkomen.LessThan(eerste), inkomen, inkomen.Over(t.index).AtLeast(eerste))
}

// stappen gives the whole steps above the last one of the table.
func stappen(sc sheet.Scope, n norms.Wetsvoorstel, zoek sheet.Expr) sheet.Expr {
	return zoek.Minus(sc.Norm(n.LaatsteTrede)).Over(sc.Norm(n.Stapinkomen)).RoundDown()
}

// geindexeerd brings a limit of the table to the level of the period.
func (t treden) geindexeerd(sc sheet.Scope, n norms.Wetsvoorstel, grens sheet.Expr) sheet.Expr {
	if t.index == (sheet.Expr{}) {
		return grens
	}
	// Up to a whole cent: the lowest income that is in the step. Four decimals first:
	// in binary arithmetic a whole cent can come out a hair above it.
	centen := grens.Times(t.index).Times(sheet.Hundred).Round(4).RoundUp()
	return sheet.If(grens.MoreThan(sc.Norm(n.TweedeTrede)), centen.Over(sheet.Hundred), grens)
}

// grensBij gives where the step of an income begins or the next one does, without
// lines of its own.
func (t treden) grensBij(sc sheet.Scope, n norms.Wetsvoorstel, kolom int, inkomen sheet.Expr) sheet.Expr {
	zoek := t.herleid(sc, n, inkomen)
	uitTabel := sheet.Lookup(sc.Table(n.Draagkracht), kolom, zoek)
	return t.geindexeerd(sc, n, sheet.If(zoek.LessThan(sc.Norm(n.LaatsteTrede)), uitTabel, uitTabel.Plus(stappen(sc, n, zoek).Times(sc.Norm(n.Stapinkomen)))))
}

// zoekOp adds the step an income is in, and the draagkracht that goes with it (art. 6
// AMvB).
func (t treden) zoekOp(sc sheet.Scope, n norms.Wetsvoorstel, inkomen sheet.Expr) plaats {
	tabel := sc.Table(n.Draagkracht)
	laatste := sc.Norm(n.LaatsteTrede)
	zoek := inkomen
	if t.index != (sheet.Expr{}) {
		zoek = sc.Add(sheet.Line{
			ID: "inkomen_2015", Label: "Inkomen, herleid tot het jaar van de tabel", Unit: sheet.EURPerMaand, Source: besluit("15"), Expr: t.herleid(sc, n, inkomen),
			Toelichting: "het inkomen delen door het indexcijfer geeft dezelfde trede als de inkomens van de tabel ermee vermenigvuldigen",
		})
	}
	inTabel := zoek.LessThan(laatste)
	boven := sc.Add(sheet.Line{
		ID: "stappen", Label: "Hele stappen boven de laatste trede", Unit: sheet.Aantal, Source: besluit("6"), Expr: stappen(sc, n, zoek), Only: sheet.Not(inTabel),
	})
	met := func(kolom int, stap norms.Value) sheet.Expr {
		uitTabel := sheet.Lookup(tabel, kolom, zoek)
		return sheet.If(inTabel, uitTabel, uitTabel.Plus(boven.Times(sc.Norm(stap))))
	}
	grens := func(kolom int) sheet.Expr { return t.geindexeerd(sc, n, met(kolom, n.Stapinkomen)) }
	p := plaats{
		van: sc.Add(sheet.Line{ID: "trede_van", Label: "Begin van de trede", Unit: sheet.EURPerMaand, Expr: grens(kolomVan), Source: besluit("6")}),
		tot: sc.Add(sheet.Line{
			ID: "trede_tot", Label: "Begin van de volgende trede", Unit: sheet.EURPerMaand, Expr: grens(kolomTot), Source: besluit("6"),
			Toelichting: "een wijziging van inkomen telt pas als een andere trede wordt bereikt (art. 1:405b lid 1 onder a BW, zoals voorgesteld)",
		}),
	}
	p.bedrag = sc.Add(sheet.Line{
		ID: "draagkracht_tabel", Label: "Draagkracht volgens de tabel", Unit: sheet.EURPerMaand, Source: besluit("6"),
		Expr: met(kolomDraagkracht, n.Stapdraagkracht),
	})
	p.afleidbaar = p.van.NotLessThan(sc.Norm(n.AfleidingVanaf)).And(p.van.LessThan(sc.Norm(n.AfleidingTot)))
	return p
}

// The columns of the table of draagkracht.
const (
	kolomVan         = 0
	kolomDraagkracht = 1
	kolomTot         = 2
)

const blokAfleiding = "Waar het bedrag van deze trede op berust"

// afleiding shows what the amount of a step rests on (toelichting bij art. 6 AMvB):
// the income at which the step begins, less what a parent needs.
func (t treden) afleiding(sc sheet.Scope, n norms.Wetsvoorstel, p plaats) {
	if t.index != (sheet.Expr{}) {
		return // the amounts are those of 2015, the incomes not
	}
	sc = sc.In("afleiding")
	bron := toelichting("toelichting bij art. 6 concept-AMvB")
	add := func(id, label string, e sheet.Expr, tekst string) sheet.Expr {
		return sc.Add(sheet.Line{ID: id, Label: label, Unit: sheet.EURPerMaand, Expr: e, Source: bron, Only: p.afleidbaar, Blok: blokAfleiding, Toelichting: tekst})
	}
	bijstand := add("bijstandsnorm", "Bijstandsnorm van een alleenstaande", sc.Norm(n.Bijstandsnorm), "")
	woon := add("woonlast", "Woonlast boven die in de bijstandsnorm", sc.Norm(n.Woonpercentage).Times(p.van).Minus(sc.Norm(n.WoonlastInBijstand)).RoundUp(), "in hele euro's naar boven, zoals in het voorbeeld van de toelichting")
	premie := add("premie", "Zorgpremie boven die in de bijstandsnorm", sc.Norm(n.Zorgpremie).Minus(sc.Norm(n.ZorgpremieInBijstand)), "")
	pensioen := add("pensioen", "Pensioenlast", sc.Norm(n.Pensioenpercentage).Times(p.van.Minus(sc.Norm(n.Pensioenfranchise)).AtLeast(sheet.Zero)).Round(2), "")
	lasten := add("lasten", "Wat een ouder zelf nodig heeft", sheet.Sum(bijstand, woon, premie, pensioen), "")
	rest := add("over", "Wat overblijft", p.van.Minus(lasten), "")
	vijf := sc.Norm(n.Afronding)
	keer := sc.Add(sheet.Line{
		ID: "veelvoud", Label: "Hoe vaak € 5 daarin past, afgerond", Unit: sheet.Getal, Expr: rest.Over(vijf).Round(0), Source: bron, Only: p.afleidbaar, Blok: blokAfleiding,
	})
	add("afgerond", "Afgerond op een veelvoud van € 5", keer.Times(vijf), "het bedrag in de tabel")
}
