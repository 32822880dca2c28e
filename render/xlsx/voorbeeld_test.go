package xlsx

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"annex/calc/sheet"
	"annex/norms"

	"github.com/shopspring/decimal"
)

// values are inputs that differ from the example's own, by id.
type values map[string]string

// example is a case of kinderalimentatie as large as a real one: two parents,
// two children, tables, bands, a shortage, facts, choices and warnings. It is
// built like the real rules, but the figures are only meant to be plausible.
func example(t testing.TB, changed values) *sheet.Result {
	t.Helper()
	x := caseBuilder{sheet.New(), changed}
	r, err := x.build().Evaluate(sheet.Receipt{
		Versie: "0.1.0", Datum: time.Date(2025, 2, 14, 0, 0, 0, 0, time.UTC), Methode: "alimentatienormen",
		Bestand: "jansen-de_vries.yaml", BestandSHA: strings.Repeat("a1b2c3d4", 8),
	})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

type caseBuilder struct {
	*sheet.Sheet
	changed values
}

func rapport(par string) sheet.Source {
	return sheet.Source{Document: "Rapport alimentatienormen 2025", Vindplaats: "par. " + par}
}

func (x caseBuilder) input(sc sheet.Scope, id, groep, label string, unit sheet.Unit, value, bron, toelichting string) sheet.Expr {
	in := sheet.Input{ID: id, Groep: groep, Label: label, Unit: unit, Value: dec(value), Bron: bron, Toelichting: toelichting}
	if v, ok := x.changed[id]; ok {
		in.Value = dec(v)
	}
	return sc.Input(in)
}

func (x caseBuilder) build() *sheet.Sheet {
	fact := func(groep, wat, waarde, toelichting string, aanname bool) {
		x.Fact(sheet.Feit{Groep: groep, Omschrijving: wat, Waarde: waarde, Toelichting: toelichting, Aanname: aanname})
	}
	fact("Zaak", "Zaaknummer", "C/16/123456 / FA RK 25-1234", "", false)
	fact("Zaak", "Gerecht", "Rechtbank Midden-Nederland, locatie Utrecht", "", false)
	fact("Gezin", "De moeder", "A. de Vries, geboren op 1 mei 1986", "", false)
	fact("Gezin", "De vader", "geen nadere gegevens opgegeven", "", false)
	fact("Gezin", "Noor", "geboren op 2 april 2015; hoofdverblijf bij de moeder", "", false)
	fact("Gezin", "Daan", "geboren op 30 november 2018; hoofdverblijf bij de moeder", "", false)
	fact("Gezin", "Ingangsdatum", "1 maart 2025", "bepaalt welke normen gelden", false)
	fact("De vader, vanaf 1 maart 2025", "AOW-leeftijd bereikt", "nee", "geen geboortedatum opgegeven; aangenomen is dat de AOW-leeftijd niet is bereikt", true)

	aandeel, perKind := x.behoefte()
	moeder := x.draagkracht("moeder", "de moeder", "2000", "430")
	vader := x.draagkracht("vader", "de vader", "2600", "0")
	x.verdeling(aandeel, perKind, moeder, vader)

	x.Choice(sheet.Cond{}, sheet.Keuze{
		ID: "lage-inkomens", Onderwerp: "Draagkracht bij lagere inkomens", Keuze: "Onder de formulegrens geldt het bedrag van de rij in de draagkrachttabel.",
		Grond: "Rapport alimentatienormen 2025, par. 4.3.2 en bijlage 5", Alternatief: "De formule van de rij, toegepast op het inkomen zelf.",
	})
	x.Choice(sheet.Cond{}, sheet.Keuze{
		ID: "restschuld", Onderwerp: "Aflossing restschuld", Keuze: "Niet vermijdbaar en niet verwijtbaar.", Grond: "Overeengekomen in het convenant van 3 maart 2024.",
		Zaakspecifiek: true,
	})
	x.LeaveOut(sheet.Cond{}, "Berekening van het netto besteedbaar inkomen", "Het NBI en het kindgebonden budget zijn overgenomen zoals opgegeven; zij zijn niet berekend uit bruto inkomens.")
	x.LeaveOut(sheet.Cond{}, "Aflossing creditcard (de vader, € 75 per maand)", "De last is vermijdbaar en verwijtbaar (Rapport par. 4.2.2.5).")
	x.Warn(sheet.Cond{}, "kind-wordt-18", "Noor wordt op 2 april 2033 18 jaar. Vanaf die dag gelden voor de behoefte van Noor andere maatstaven (Rapport par. 3.2.10).")
	x.Warn(sheet.Cond{}, "indexering", "Het bedrag wordt van rechtswege ieder jaar per 1 januari geïndexeerd (art. 1:402a BW); die verhogingen zijn hier niet opgenomen.")
	return x.Sheet
}

func (x caseBuilder) behoefte() (totaal, perKind sheet.Expr) {
	sc := x.Section(sheet.Section{ID: "behoefte", Soort: "behoefte", Titel: "Eigen aandeel van de ouders in de kosten van de kinderen"}, "behoefte")
	const groep = "Gezinsinkomen op 1 januari 2025"
	nbiMoeder := x.input(sc, "nbi_moeder", groep, "Netto besteedbaar inkomen van de moeder", sheet.EURPerMaand, "2150", "productie 3", "")
	nbiVader := x.input(sc, "nbi_vader", groep, "Netto besteedbaar inkomen van de vader", sheet.EURPerMaand, "3112.5", "productie 4", "gemiddelde van de laatste drie maanden van 2024, inclusief vakantietoeslag")
	kgb := x.input(sc, "kgb", groep, "Kindgebonden budget van het gezin", sheet.EURPerMaand, "0", "", "niet opgegeven; gerekend met nihil")
	add := func(l sheet.Line) sheet.Expr { l.Unit = sheet.EURPerMaand; return sc.Add(l) }
	terms := []sheet.Expr{
		add(sheet.Line{ID: "moeder", Label: "NBI van de moeder tijdens de samenleving", Expr: nbiMoeder, Source: rapport("2.1")}),
		add(sheet.Line{ID: "vader", Label: "NBI van de vader tijdens de samenleving", Expr: nbiVader, Source: rapport("2.1")}),
		add(sheet.Line{ID: "kindgebonden_budget", Label: "Kindgebonden budget tijdens de samenleving", Expr: kgb, Source: rapport("3.2.3")}),
	}
	nbgi := add(sheet.Line{ID: "gezinsinkomen", Label: "Netto besteedbaar gezinsinkomen, met kindgebonden budget", Expr: sheet.Sum(terms...), Source: rapport("3.2.3")})
	tabel := sc.Table(eigenAandeel())
	bedrag := add(sheet.Line{ID: "tabelbedrag", Label: "Tabelbedrag, twee kinderen", Expr: sheet.Interpolate(tabel, 2, nbgi).Round(2), Source: rapport("bijlage 4")})
	totaal = add(sheet.Line{Slot: true, ID: "eigen_aandeel", Label: "Eigen aandeel van de ouders", Naam: "eigen aandeel van de ouders", Expr: bedrag.Round(0), Source: rapport("3.2.2 en 5.1, stap 1")})
	perKind = add(sheet.Line{Slot: true, ID: "per_kind", Label: "Eigen aandeel per kind", Expr: totaal.Over(sheet.Count(2)).Round(2), Source: rapport("3.2.2")})
	return totaal, perKind
}

func (x caseBuilder) draagkracht(id, wie, nbi, kgb string) sheet.Expr {
	sc := x.Section(sheet.Section{ID: "draagkracht_" + id, Soort: "draagkracht", Titel: "Draagkracht van " + wie, Onderwerp: wie}, id)
	groep := strings.ToUpper(wie[:1]) + wie[1:] + ", vanaf 1 maart 2025"
	add := func(l sheet.Line) sheet.Expr {
		if l.Unit == "" {
			l.Unit = sheet.EURPerMaand
		}
		return sc.Add(l)
	}
	inNBI := x.input(sc, "nbi_"+id+"_nu", groep, "Netto besteedbaar inkomen (NBI)", sheet.EURPerMaand, nbi, "productie 5", "")
	inKGB := x.input(sc, "kgb_"+id+"_nu", groep, "Kindgebonden budget", sheet.EURPerMaand, kgb, "productie 6", "")
	inBijstand := x.input(sc, "bijstand_"+id, groep, "Uitkering krachtens de Participatiewet", sheet.JaNee, "0", "", "")
	inLast := x.input(sc, "last_"+id, groep, "Aflossing restschuld", sheet.EURPerMaand, "125", "productie 7", "")

	n := add(sheet.Line{ID: "nbi", Label: "Netto besteedbaar inkomen (NBI)", Expr: inNBI, Source: rapport("2.1 en 4.2.2.1")})
	k := add(sheet.Line{ID: "kindgebonden_budget", Label: "Kindgebonden budget", Expr: inKGB, Source: rapport("4.3.2")})
	inkomen := add(sheet.Line{ID: "inkomen", Label: "NBI met kindgebonden budget", Naam: "inkomen van " + wie, Expr: n.Plus(k), Source: rapport("4.3.2")})
	bijstand := add(sheet.Line{ID: "bijstand", Label: "Uitkering krachtens de Participatiewet", Unit: sheet.JaNee, Expr: inBijstand, Source: rapport("4.3.3"), Only: inBijstand.IsYes()}).IsYes()
	last := add(sheet.Line{ID: "lasten", Label: "Niet vermijdbare en niet verwijtbare lasten", Expr: inLast, Source: rapport("4.2.2.5"), Toelichting: "aflossing van de restschuld van de echtelijke woning"})
	tabel := sc.Table(draagkrachttabel())
	grens := sc.Norm(figure("minimumgrens", "1875", sheet.EURPerMaand))
	formulegrens := sc.Norm(figure("formulegrens", "2125", sheet.EURPerMaand))
	percentage := figure("woonbudgetpercentage", "30", sheet.Percentage)
	percentage.Status = norms.EnkeleBron
	percentage.Toelichting = "één openbare overschrijving; het Rapport noemt het percentage zonder bron"
	inTabel := inkomen.NotLessThan(grens).And(sheet.Not(bijstand))
	onder := inkomen.LessThan(formulegrens).And(inTabel)
	reken := add(sheet.Line{ID: "tabelinkomen", Label: "Inkomen van de rij in de draagkrachttabel", Expr: sheet.If(onder, sheet.Lookup(tabel, 0, inkomen), inkomen), Source: rapport("bijlage 5"), Only: onder})
	woon := add(sheet.Line{ID: "woonbudget", Label: "Woonbudget", Expr: sc.Norm(percentage).Times(reken).Round(2), Source: rapport("4.2.2.4"), Only: inTabel})
	norm := add(sheet.Line{ID: "bijstandsnorm", Label: "Gecorrigeerde bijstandsnorm", Expr: sheet.Lookup(tabel, 2, inkomen.AtLeast(grens)), Source: rapport("4.2.2.3"), Only: inTabel})
	loos := add(sheet.Line{ID: "draagkrachtloos_inkomen", Label: "Draagkrachtloos inkomen", Expr: woon.Plus(norm, last), Source: rapport("4.2.2.2"), Only: inTabel})
	ruimte := add(sheet.Line{ID: "draagkrachtruimte", Label: "Draagkrachtruimte", Expr: reken.Minus(loos).AtLeast(sheet.Zero), Source: rapport("4.2.2.6"), Only: inTabel})
	perc := add(sheet.Line{ID: "draagkrachtpercentage", Label: "Draagkrachtpercentage", Unit: sheet.Percentage, Expr: sheet.Lookup(tabel, 1, inkomen.AtLeast(grens)), Source: rapport("4.2.2.7 en 4.3.2"), Only: inTabel})
	minimum := add(sheet.Line{ID: "minimumdraagkracht", Label: "Minimumdraagkracht", Expr: sc.Norm(figure("minimum2", "50", sheet.EURPerMaand)).Minus(last).AtLeast(sheet.Zero).Round(0), Source: rapport("4.3.2 en 4.3.3"), Only: sheet.Not(inTabel)})
	return add(sheet.Line{Slot: true, ID: "draagkracht", Label: "Draagkracht", Naam: "draagkracht van " + wie,
		Expr:   sheet.If(bijstand, minimum, sheet.If(inkomen.LessThan(grens), minimum, perc.Times(ruimte).Round(0))),
		Source: rapport("4.2.1, 4.3.2 en 4.3.3")})
}

func (x caseBuilder) verdeling(totaal, perKind, moeder, vader sheet.Expr) {
	sc := x.Section(sheet.Section{ID: "verdeling", Soort: "verdeling", Titel: "Verdeling van de kosten over de ouders"}, "verdeling")
	samen := sc.Add(sheet.Line{ID: "gezamenlijke_draagkracht", Label: "Gezamenlijke draagkracht", Unit: sheet.EURPerMaand, Expr: moeder.Plus(vader), Source: rapport("4.3.4")})
	genoeg := sc.Add(sheet.Line{ID: "draagkrachtvergelijking", Label: "Draagkrachtvergelijking nodig", Naam: "draagkrachtvergelijking nodig", Unit: sheet.JaNee, Expr: sheet.Truth(samen.MoreThan(totaal)), Source: rapport("4.3.4"), Toelichting: "alleen als de ouders samen meer draagkracht hebben dan het eigen aandeel"}).IsYes()
	tekort := sc.Add(sheet.Line{ID: "tekort", Label: "Tekort aan draagkracht", Unit: sheet.EURPerMaand, Expr: totaal.Minus(samen).AtLeast(sheet.Zero), Source: rapport("4.3.4 en 5.1, stap 3"), Only: samen.LessThan(totaal)})
	sc.Add(sheet.Line{ID: "aandeel_moeder", Label: "Aandeel van de moeder", Unit: sheet.EURPerMaand, Expr: sheet.If(genoeg, moeder.Over(samen).Times(totaal).Round(2), moeder), Source: rapport("4.3.4 en 5.1, stap 3")})
	aandeel := sc.Add(sheet.Line{ID: "aandeel_vader", Label: "Aandeel van de vader", Unit: sheet.EURPerMaand, Expr: sheet.If(genoeg, vader.Over(samen).Times(totaal).Round(2), vader), Source: rapport("4.3.4 en 5.1, stap 3")})
	deel := sc.Add(sheet.Line{Slot: true, ID: "aandeel_vader_per_kind", Label: "Aandeel van de vader per kind", Unit: sheet.EURPerMaand, Expr: aandeel.Over(sheet.Count(2)).Round(2), Source: rapport("4.3.4")})

	periode := sheet.Periode{Nummer: 1, Vanaf: "2025-03-01", Tekst: "vanaf 1 maart 2025"}
	van, aan := sheet.Persoon{ID: "vader", Naam: "de vader"}, sheet.Persoon{ID: "moeder", Naam: "de moeder"}
	var bijdragen []sheet.Expr
	for _, kind := range []struct{ id, naam, dagen string }{{"noor", "Noor", "1"}, {"daan", "Daan", "2.5"}} {
		sc := x.Section(sheet.Section{ID: "kind_" + kind.id, Soort: "kind", Titel: "Bijdrage voor " + kind.naam, Onderwerp: kind.naam}, kind.id)
		d := sc.Add(sheet.Line{ID: "aandeel", Label: "De vader draagt", Unit: sheet.EURPerMaand, Expr: deel, Source: rapport("5.1, stap 3")})
		dagen := sc.Add(sheet.Line{ID: "zorgdagen", Label: "Gemiddeld aantal zorgdagen per week bij de vader", Unit: sheet.DagenPerWeek,
			Expr: x.input(sc, "dagen_"+kind.id, "Zorg voor "+kind.naam, "Gemiddeld aantal dagen per week bij de vader", sheet.DagenPerWeek, kind.dagen, "productie 8", ""), Source: rapport("4.3.5")})
		perc := sc.Add(sheet.Line{ID: "zorgkortingspercentage", Label: "Zorgkortingspercentage", Unit: sheet.Percentage, Expr: sheet.Lookup(sc.Table(zorgkorting()), 1, dagen), Source: rapport("4.3.5")})
		korting := sc.Add(sheet.Line{ID: "zorgkorting", Label: "Zorgkorting", Unit: sheet.EURPerMaand, Expr: perc.Times(perKind).Round(2), Source: rapport("4.3.5")})
		heeft := tekort.MoreThan(sheet.Zero)
		helft := sc.Add(sheet.Line{ID: "helft_tekort", Label: "Helft van het tekort voor " + kind.naam, Unit: sheet.EURPerMaand, Expr: tekort.Over(sheet.Count(2)).Over(sheet.Two).Round(2), Source: rapport("5.1, stap 3"), Only: heeft})
		netto := sc.Add(sheet.Line{ID: "zorgkorting_in_aanmerking", Label: "In aanmerking te nemen zorgkorting", Unit: sheet.EURPerMaand, Expr: korting.Minus(helft).AtLeast(sheet.Zero), Source: rapport("5.1, stap 3"), Only: heeft})
		onafgerond := sc.Add(sheet.Line{ID: "bijdrage_onafgerond", Label: "Aandeel min zorgkorting", Unit: sheet.EURPerMaand, Expr: d.Minus(netto).AtLeast(sheet.Zero), Source: rapport("5.1, stap 3")})
		b := sc.Add(sheet.Line{Slot: true, ID: "bijdrage", Label: "De vader betaalt voor " + kind.naam, Naam: "bijdrage voor " + kind.naam, Unit: sheet.EURPerMaand, Expr: onafgerond.Round(0), Source: rapport("5.1, stap 3")})
		bijdragen = append(bijdragen, b)
		x.Outcome(sheet.Uitkomst{Soort: "kinderalimentatie", Periode: periode, Voor: sheet.Persoon{ID: kind.id, Naam: kind.naam}, Betaler: van, Ontvanger: aan}, b)
	}
	sc = x.Section(sheet.Section{ID: "uitkomst", Soort: "uitkomst", Titel: "Te betalen kinderalimentatie"}, "uitkomst")
	som := sc.Add(sheet.Line{Slot: true, ID: "vader_aan_moeder", Label: "De vader aan de moeder, voor alle kinderen samen", Unit: sheet.EURPerMaand, Expr: sheet.Sum(bijdragen...), Source: rapport("5.1, stap 3")})
	x.Outcome(sheet.Uitkomst{Soort: "kinderalimentatie_totaal", Periode: periode, Betaler: van, Ontvanger: aan}, som)
}

// grid makes a published table of figures that stand in a string, row by row. A
// figure with a * rests on one source.
func grid(id, label string, columns []norms.Column, figures string) norms.Table {
	t := norms.Table{
		ID: "proef_" + id, Label: label, Columns: columns, Publicatie: publicatie2025,
		Source: norms.Source{Document: "Rapport alimentatienormen 2025", Vindplaats: "bijlage 4"},
	}
	for _, line := range strings.Split(strings.TrimSpace(figures), "\n") {
		var row []norms.Cell
		for _, f := range strings.Fields(line) {
			c := norms.Cell{Status: norms.Bevestigd}
			if strings.HasSuffix(f, "*") {
				f, c.Status = strings.TrimSuffix(f, "*"), norms.EnkeleBron
			}
			c.Amount = decimal.RequireFromString(f)
			row = append(row, c)
		}
		if len(row) != len(columns) {
			panic(fmt.Sprintf("%s: %q", id, line))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func eigenAandeel() norms.Table {
	const eur = "EUR/maand"
	t := grid("eigen_aandeel", "Tabel eigen aandeel 2025", []norms.Column{
		{ID: "gezinsinkomen", Label: "gezinsinkomen vanaf", Unit: eur}, {ID: "kinderen_1", Label: "één kind", Unit: eur},
		{ID: "kinderen_2", Label: "twee kinderen", Unit: eur}, {ID: "kinderen_3", Label: "drie kinderen", Unit: eur}, {ID: "kinderen_4", Label: "vier of meer kinderen", Unit: eur},
	}, `
2000 200 350* 350* 420*
2500 285 490* 505* 605*
3000 375 635* 655* 785*
3500 465* 780* 805* 965*
4000 545* 910* 950* 1140*
4500 615* 1030* 1090* 1305*
5000 680* 1150* 1220* 1470*
5500 745* 1265* 1350* 1630*
6000 810* 1380 1480* 1785*
6500 870* 1490* 1605* 1940*
7000 930* 1595* 1725* 2090*
7500 990* 1700 1845* 2240*`)
	t.Rows[0][0].Toelichting = "laagste gezinsinkomen van de tabel volgens het voorwoord van het Rapport 2025"
	t.Rows[0][1].Toelichting = "Rapport 2025, par. 5.1: 268 bij 2.400 volgt uit 200 en 285"
	t.Rows[1][1].Toelichting = "Rapport 2025, par. 5.1: 268 bij 2.400 en 339 bij 2.800 volgen uit 200, 285 en 375"
	return t
}

func draagkrachttabel() norms.Table {
	return grid("draagkracht", "draagkrachttabel 2025", []norms.Column{
		{ID: "ondergrens", Label: "NBI vanaf", Unit: "EUR/maand"}, {ID: "percentage", Label: "percentage", Unit: "%"}, {ID: "bijstandsnorm", Label: "gecorrigeerde bijstandsnorm", Unit: "EUR/maand"},
	}, `
1875 100* 1260*
1925 90* 1260*
1975 80* 1260*
2025 70 1260*
2075 70 1285*
2125 70 1310`)
}

func zorgkorting() norms.Table {
	return grid("zorgkorting", "zorgkorting 2025", []norms.Column{
		{ID: "dagen", Label: "gemiddeld aantal dagen per week vanaf", Unit: "dagen/week"}, {ID: "percentage", Label: "zorgkortingspercentage", Unit: "%"},
	}, "0 5\n1 15\n2 25\n3 35")
}
