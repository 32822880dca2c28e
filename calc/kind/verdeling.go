package kind

import (
	"fmt"
	"slices"
	"time"

	"annex/calc/indexering"
	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"

	"github.com/shopspring/decimal"
)

// verdeeld is what the division of the eigen aandeel over the parents gives.
type verdeeld struct {
	aandelen
	aandeel     [][]sheet.Expr // by child, of each parent
	tekort      []sheet.Expr   // by child
	helft       []sheet.Expr   // half of the shortage by child, not rounded
	heeftTekort sheet.Cond
}

// verdeling adds the draagkrachtvergelijking (Rapport 4.3.4, 5.1 stap 3).
func (b *berekening) verdeling(p periode, eigen aandelen, draagkracht []sheet.Expr) verdeeld {
	sc := b.sheet.Section(sheet.Section{
		ID: join(p.prefix, "verdeling"), Soort: SoortVerdeling, Titel: "Verdeling van de kosten over de ouders" + p.achter, Periode: p.nummer,
	}, join(p.prefix, "verdeling"))
	v := verdeeld{aandelen: eigen, aandeel: make([][]sheet.Expr, len(b.zaak.Kinderen))}
	gezamenlijk := sc.Add(sheet.Line{
		ID: "gezamenlijke_draagkracht", Label: "Gezamenlijke draagkracht", Unit: sheet.EURPerMaand,
		Expr: sheet.Sum(draagkracht...), Source: rapport("4.3.4"),
	})
	vergelijken := gezamenlijk.MoreThan(eigen.totaal)
	v.heeftTekort = gezamenlijk.LessThan(eigen.totaal)
	sc.Add(sheet.Line{
		ID: "draagkrachtvergelijking", Label: "Draagkrachtvergelijking", Unit: sheet.JaNee,
		Expr: sheet.Truth(vergelijken), Source: rapport("4.3.4"),
		Toelichting: "alleen als de ouders samen meer draagkracht hebben dan het eigen aandeel",
	})
	tekort := sc.Add(sheet.Line{
		ID: "tekort", Label: "Tekort aan draagkracht", Unit: sheet.EURPerMaand,
		Expr: eigen.totaal.Minus(gezamenlijk).AtLeast(sheet.Zero), Source: rapport("4.3.4 en 5.1, bijzondere situaties"),
		Only: v.heeftTekort,
	})
	b.sheet.Highlight(p.naam, "Tekort aan draagkracht", tekort)
	v.tekort = b.overKinderen(eigen, tekort, func(k *zaak.Kind) sheet.Line {
		if k == nil {
			return sheet.Line{ID: "tekort_per_kind", Label: "Tekort per kind", Only: v.heeftTekort}
		}
		return sheet.Line{ID: "tekort", Label: "Tekort voor " + k.Naam, Only: v.heeftTekort}
	}, sc)
	for _, perKind := range v.tekort {
		if eigen.gelijk { // from the whole, not from the rounded part
			perKind = tekort
			if n := len(b.zaak.Kinderen); n > 1 {
				perKind = tekort.Over(sheet.Count(n))
			}
		}
		v.helft = append(v.helft, perKind.Over(sheet.Two))
	}
	for i, o := range b.zaak.Ouders {
		aandeel := sc.Add(sheet.Line{
			ID: "aandeel_" + o.ID, Label: "Aandeel van " + o.Aanduiding, Unit: sheet.EURPerMaand,
			Expr:   sheet.If(vergelijken, draagkracht[i].Over(gezamenlijk).Times(eigen.totaal).Round(2), draagkracht[i]),
			Source: rapport("4.3.4 en 5.1, stap 3"), Slot: true,
		})
		b.sheet.Highlight(p.naam, "Aandeel van "+o.Aanduiding, aandeel)
		// Keuze: the share, and in a shortage the draagkracht, is divided equally
		// over the children, unless their needs differ: then by need (4.3.4).
		shares := b.overKinderen(eigen, aandeel, func(k *zaak.Kind) sheet.Line {
			if k == nil {
				return sheet.Line{ID: "aandeel_per_kind_" + o.ID, Label: "Aandeel van " + o.Aanduiding + " per kind"}
			}
			return sheet.Line{ID: "aandeel_" + o.ID, Label: "Aandeel van " + o.Aanduiding + " voor " + k.Naam}
		}, sc)
		for c := range b.zaak.Kinderen {
			v.aandeel[c] = append(v.aandeel[c], shares[c])
		}
	}
	if !eigen.gelijk {
		b.sheet.Choice(sheet.Cond{}, sheet.Keuze{
			ID: "verdeling-naar-behoefte", Onderwerp: "Verdeling over de kinderen",
			Keuze:       "Het aandeel van iedere ouder en een tekort zijn over de kinderen verdeeld naar het eigen aandeel van ieder kind.",
			Grond:       "Het eigen aandeel verschilt aantoonbaar per kind (Rapport par. 4.3.4).",
			Alternatief: "Gelijk over alle kinderen verdelen.",
		})
	}
	return v
}

// overKinderen divides an amount over the children: equally where their needs
// are the same, else in proportion to them. line gives the line for a child, or
// for every child alike (nil). With one child there is nothing to divide.
func (b *berekening) overKinderen(eigen aandelen, amount sheet.Expr, line func(*zaak.Kind) sheet.Line, sc sheet.Scope) []sheet.Expr {
	n := len(b.zaak.Kinderen)
	add := func(k *zaak.Kind, part sheet.Expr) sheet.Expr {
		l, sc := line(k), sc
		if k != nil {
			sc = sc.In(k.ID)
		}
		l.Unit, l.Expr, l.Source = sheet.EURPerMaand, part.Round(2), rapport("3.2.2 en 4.3.4")
		return sc.Add(l)
	}
	switch {
	case n == 1:
		return []sheet.Expr{amount}
	case eigen.gelijk:
		return slices.Repeat([]sheet.Expr{add(nil, amount.Over(sheet.Count(n)))}, n)
	}
	out := make([]sheet.Expr, n)
	for i := range b.zaak.Kinderen {
		// No children cost nothing together unless each does: the division is
		// left alone then.
		share := sheet.If(eigen.totaal.MoreThan(sheet.Zero), eigen.kind[i].Over(eigen.totaal).Times(amount), sheet.Zero)
		out[i] = add(&b.zaak.Kinderen[i], share)
	}
	return out
}

// kind adds the contribution for one child: the share of the parent where it
// does not have its main residence, less zorgkorting (Rapport 4.3.5, 5.1 stap 3).
func (b *berekening) kind(p periode, nr int, v verdeeld, norm norms.Zorgkorting) kinddeel {
	k := b.zaak.Kinderen[nr]
	ontvanger, betaler := b.ouderEnAndere(k.Hoofdverblijf)
	o := b.zaak.Ouders[betaler]
	sc := b.sheet.Section(sheet.Section{
		ID: join(p.prefix, "kind_"+k.ID), Soort: SoortKind, Titel: "Bijdrage voor " + k.Naam + p.achter, Onderwerp: k.Naam, Periode: p.nummer,
	}, join(p.prefix, k.ID))

	aandeel := sc.Add(sheet.Line{
		ID: "aandeel_" + o.ID, Label: "Aandeel van " + o.Aanduiding + " in de kosten van " + k.Naam, Unit: sheet.EURPerMaand,
		Expr: v.aandeel[nr][betaler], Source: rapport("5.1, stap 3"),
	})
	percentage := b.zorgkortingspercentage(sc, k, o, norm)
	zorgkorting := sc.Add(sheet.Line{
		ID: "zorgkorting", Label: "Zorgkorting", Naam: "zorgkorting voor " + k.Naam, Unit: sheet.EURPerMaand,
		Expr: percentage.Times(v.tabel).Round(2), Source: rapport("4.3.5"),
	})
	helft := sc.Add(sheet.Line{
		ID: "helft_tekort", Label: "Helft van het tekort voor " + k.Naam, Unit: sheet.EURPerMaand,
		Expr: v.helft[nr].Round(2), Source: rapport("5.1, bijzondere situaties"), Only: v.heeftTekort,
	})
	verrekend := sc.Add(sheet.Line{
		ID: "zorgkorting_in_aanmerking", Label: "In aanmerking te nemen zorgkorting", Naam: "in aanmerking te nemen zorgkorting voor " + k.Naam, Unit: sheet.EURPerMaand,
		Expr: sheet.If(v.heeftTekort, zorgkorting.Minus(helft).AtLeast(sheet.Zero), zorgkorting), Source: rapport("4.3.5 en 5.1, bijzondere situaties"),
	})
	b.sheet.Warn(sheet.Not(v.heeftTekort).And(verrekend.MoreThan(aandeel)), "zorgkorting-hoger-dan-aandeel",
		"Voor %s is de zorgkorting (€ %s) hoger dan het aandeel van %s (€ %s). De bijdrage is nihil. %s kan verzoeken dat de andere ouder een verschil betaalt; het Rapport (par. 4.3.5, met HR 23 december 2022, ECLI:NL:HR:2022:1924) noemt dat voor een zorgkorting die hoger is dan de draagkracht. Dat is hier niet berekend.",
		k.Naam, verrekend, o.Aanduiding, aandeel, sheet.Capital(o.Aanduiding))
	exact := sc.Add(sheet.Line{
		ID: "bijdrage_onafgerond", Label: "Bijdrage vóór afronding", Unit: sheet.EURPerMaand,
		Expr: aandeel.Minus(verrekend).AtLeast(sheet.Zero), Source: rapport("5.1, stap 3 en bijzondere situaties"),
	})
	viaZorg := sc.Add(sheet.Line{
		ID: "via_zorg", Label: sheet.Capital(o.Aanduiding) + " draagt via de zorgdagen", Unit: sheet.EURPerMaand,
		Expr: aandeel.Minus(exact), Source: rapport("4.3.5"),
	})
	bijdrage := sc.Add(sheet.Line{
		ID: "bijdrage", Label: "Bijdrage van " + o.Aanduiding + " voor " + k.Naam, Naam: "bijdrage voor " + k.Naam, Unit: sheet.EURPerMaand,
		Expr: exact.Round(0), Source: rapport("5.1, stap 3"), Slot: true,
	})
	b.sheet.Highlight(p.naam, "Zorgkorting voor "+k.Naam, zorgkorting)
	b.sheet.Highlight(p.naam, "Helft van het tekort, af van die zorgkorting", helft)
	b.sheet.Picture(p.naam, k.Naam, v.aandelen.kind[nr],
		sheet.Part{Naam: b.zaak.Ouders[ontvanger].Aanduiding + " draagt zelf", Line: v.aandeel[nr][ontvanger]},
		sheet.Part{Naam: o.Aanduiding + " betaalt aan " + b.zaak.Ouders[ontvanger].Aanduiding, Line: exact},
		sheet.Part{Naam: o.Aanduiding + " draagt via de zorgdagen", Line: viaZorg},
		sheet.Part{Naam: "niet gedekt (tekort)", Line: v.tekort[nr]},
	)
	b.sheet.Outcome(sheet.Uitkomst{
		Soort: UitkomstPerKind, Periode: p.naam, Voor: sheet.Persoon{ID: k.ID, Naam: k.Naam},
		Betaler: persoon(o), Ontvanger: persoon(b.zaak.Ouders[ontvanger]),
	}, bijdrage)
	return kinddeel{sc, k, o, b.zaak.Ouders[ontvanger], bijdrage}
}

// kinddeel is the part of the calculation that is about one child.
type kinddeel struct {
	sc                 sheet.Scope
	kind               zaak.Kind
	betaler, ontvanger zaak.Ouder
	bijdrage           sheet.Expr
}

// indexeer raises the contribution on each 1 January that falls inside the
// period and whose percentage is known (art. 1:402a BW).
//
// Keuze: counted from the start date of the period, not from the date of the
// decision; see docs/keuzes.md, indexering-vooruit.
func (b *berekening) indexeer(p periode, d kinddeel) {
	percentages := b.percentagesNa(p)
	amounts := indexering.Keten(d.sc, d.bijdrage, p.Vanaf.Year(), func(per time.Time) string {
		return fmt.Sprintf("Bijdrage voor %s, geïndexeerd per %s", d.kind.Naam, sheet.FormatDate(per))
	}, percentages)
	for year := p.Vanaf.Year() + 1; year <= p.Vanaf.Year()+len(percentages); year++ {
		vanaf := time.Date(year, time.January, 1, 0, 0, 0, 0, time.UTC)
		b.sheet.Outcome(sheet.Uitkomst{
			Soort: UitkomstGeindexeerd, Geindexeerd: true,
			Periode: sheet.Periode{Nummer: p.naam.Nummer, Vanaf: vanaf.Format(time.DateOnly), Tekst: "vanaf " + sheet.FormatDate(vanaf)},
			Voor:    sheet.Persoon{ID: d.kind.ID, Naam: d.kind.Naam}, Betaler: persoon(d.betaler), Ontvanger: persoon(d.ontvanger),
		}, amounts[year])
	}
}

// percentagesNa gives the known indexation percentages that take effect after
// the start of a period and before the next one begins.
func (b *berekening) percentagesNa(p periode) []norms.Value {
	var known []norms.Value
	for year := p.Vanaf.Year() + 1; ; year++ {
		if p.naam.TotEnMet != "" && time.Date(year, time.January, 1, 0, 0, 0, 0, time.UTC).Format(time.DateOnly) > p.naam.TotEnMet {
			return known
		}
		values, err := b.set.Indexering(year-1, year)
		if err != nil {
			// Not published yet: what is known ends here.
			return known
		}
		known = append(known, values...)
	}
}

// zorgkortingspercentage follows from the average days of care a week, or is
// another percentage that the case file states with a reason (4.3.5).
func (b *berekening) zorgkortingspercentage(sc sheet.Scope, k zaak.Kind, o zaak.Ouder, norm norms.Zorgkorting) sheet.Expr {
	line := sheet.Line{ID: "zorgkortingspercentage", Label: "Zorgkortingspercentage", Unit: sheet.Percentage, Source: rapport("4.3.5")}
	if k.Zorg != nil && k.Zorg.Percentage != nil {
		line.Expr = b.zorg(sc, k, "zorgkortingspercentage", "Zorgkortingspercentage voor "+o.Aanduiding, sheet.Percentage, *k.Zorg.Percentage)
		line.Toelichting = k.Zorg.Reden
		b.sheet.Choice(sheet.Cond{}, sheet.Keuze{
			ID: "zorgkorting-ander-percentage", Onderwerp: "Zorgkorting voor " + k.Naam, Zaakspecifiek: true,
			Keuze: fmt.Sprintf("Een zorgkorting van %s%% in plaats van het percentage dat bij de zorgdagen hoort.", sheet.FormatPublished(k.Zorg.Percentage.Waarde)),
			Grond: k.Zorg.Reden, Alternatief: "5%, 15%, 25% of 35% naar het gemiddelde aantal dagen per week (Rapport par. 4.3.5).",
		})
		return sc.Add(line)
	}
	dagen := zaak.Bedrag{Waarde: decimal.Zero, Toelichting: "geen zorgregeling opgegeven, zorgkorting in beginsel ten minste 5%",
		Plek: zaak.Plek{Pad: fmt.Sprintf("kinderen[%d].zorg.%s.dagen_per_week", b.nummer(k), o.ID)}}
	if k.Zorg != nil {
		dagen = *k.Zorg.DagenPerWeek
	}
	in := b.zorg(sc, k, "zorgdagen", "Gemiddeld aantal dagen per week bij "+o.Aanduiding, sheet.DagenPerWeek, dagen)
	zorgdagen := sc.Add(sheet.Line{
		ID: "zorgdagen", Label: "Gemiddeld aantal zorgdagen per week bij " + o.Aanduiding, Unit: sheet.DagenPerWeek, Expr: in,
		Source: rapport("4.3.5"), Toelichting: dagen.Toelichting,
	})
	// Keuze: the step of the whole days reached holds (2,5 days: 25%); see
	// docs/keuzes.md, zorgkorting-tussen-stappen.
	tabel := sc.Table(norm.Tabel)
	line.Expr = sheet.Lookup(tabel, kolomZorgkorting, zorgdagen)
	hoogste := grens(sc, norm.Tabel, len(norm.Tabel.Rows)-1)
	b.sheet.Choice(sheet.Lookup(tabel, 0, zorgdagen).LessThan(zorgdagen).And(zorgdagen.MoreThan(grens(sc, norm.Tabel, 1))).And(zorgdagen.LessThan(hoogste)), sheet.Keuze{
		ID: "zorgkorting-tussen-stappen", Onderwerp: "Zorgkorting voor " + k.Naam,
		Keuze:       "Het percentage van het laatst bereikte hele aantal dagen geldt.",
		Grond:       "Het Rapport noemt percentages voor minder dan één, één, twee en drie dagen (par. 4.3.5).",
		Alternatief: "Een ander percentage opgeven met de reden (kinderen.zorg: percentage en reden).",
	})
	b.sheet.Warn(zorgdagen.MoreThan(hoogste), "meer-dan-drie-zorgdagen",
		"Voor %s zijn gemiddeld %s zorgdagen per week bij %s opgegeven. Het Rapport noemt geen hogere stap dan 35% bij drie dagen; daarmee is gerekend.", k.Naam, zorgdagen, o.Aanduiding)
	return sc.Add(line)
}

// zorg gives what the case file says of the care for a child. It says so once,
// for all periods: there is one cell for it in the workbook.
func (b *berekening) zorg(sc sheet.Scope, k zaak.Kind, id, label string, unit sheet.Unit, z zaak.Bedrag) sheet.Expr {
	if in, ok := b.zorginvoer[k.ID]; ok {
		return in
	}
	in := bedrag(sc.At(k.ID), id, "Zorg voor "+k.Naam, label, unit, z)
	b.zorginvoer[k.ID] = in
	return in
}

const kolomZorgkorting = 1

// uitkomst adds the totals: per direction, and set off against each other when
// children live with different parents.
func (b *berekening) uitkomst(p periode, delen []kinddeel) {
	sc := b.sheet.Section(sheet.Section{
		ID: join(p.prefix, "uitkomst"), Soort: SoortUitkomst, Titel: "Te betalen kinderalimentatie" + p.achter, Periode: p.nummer,
	}, join(p.prefix, "uitkomst"))
	byPayer, namen := make([][]sheet.Expr, 2), make([][]string, 2)
	for _, d := range delen {
		betaler, _ := b.ouderEnAndere(d.betaler.ID)
		byPayer[betaler] = append(byPayer[betaler], d.bijdrage)
		namen[betaler] = append(namen[betaler], d.kind.Naam)
	}
	totals := make([]sheet.Expr, 2)
	for betaler, amounts := range byPayer {
		if len(amounts) == 0 {
			continue
		}
		van, aan := b.zaak.Ouders[betaler], b.zaak.Ouders[1-betaler]
		voorWie := ""
		switch {
		case len(amounts) < len(delen):
			voorWie = ", voor " + sheet.Enumerate(namen[betaler])
		case len(amounts) > 1:
			voorWie = ", voor alle kinderen samen"
		}
		totals[betaler] = sc.Add(sheet.Line{
			ID: van.ID + "_aan_" + aan.ID, Label: fmt.Sprintf("%s betaalt aan %s%s", sheet.Capital(van.Aanduiding), aan.Aanduiding, voorWie),
			Unit: sheet.EURPerMaand, Expr: sheet.Sum(amounts...), Source: rapport("5.1, stap 3"), Slot: true,
		})
	}
	for betaler, amounts := range byPayer {
		if len(amounts) == 0 {
			continue
		}
		van, aan := b.zaak.Ouders[betaler], b.zaak.Ouders[1-betaler]
		totaal := totals[betaler]
		if len(byPayer[1-betaler]) > 0 {
			// Keuze: amounts in both directions are set off; both stay visible.
			totaal = sc.Add(sheet.Line{
				ID: "saldo_" + van.ID + "_aan_" + aan.ID, Label: fmt.Sprintf("Na verrekening betaalt %s aan %s", van.Aanduiding, aan.Aanduiding),
				Unit: sheet.EURPerMaand, Expr: totaal.Minus(totals[1-betaler]).AtLeast(sheet.Zero), Slot: true,
			})
		}
		b.sheet.Outcome(sheet.Uitkomst{Soort: UitkomstTotaal, Periode: p.naam, Betaler: persoon(van), Ontvanger: persoon(aan)}, totaal)
	}
}

// nummer is the place of a child in the case file, from 0.
func (b *berekening) nummer(k zaak.Kind) int {
	return slices.IndexFunc(b.zaak.Kinderen, func(x zaak.Kind) bool { return x.ID == k.ID })
}

func persoon(o zaak.Ouder) sheet.Persoon { return sheet.Persoon{ID: o.ID, Naam: o.Aanduiding} }
