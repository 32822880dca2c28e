package kind

import (
	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"
)

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
	b.waarschuw(p, sheet.Not(v.heeftTekort).And(verrekend.MoreThan(aandeel)), "zorgkorting-hoger-dan-aandeel",
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
