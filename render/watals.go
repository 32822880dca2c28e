package render

import (
	"slices"
	"strings"

	"annex/calc/sheet"
	"annex/calc/watals"
	"annex/templates"

	"github.com/shopspring/decimal"
)

// watAls tells what other figures would make of the amounts: rows of "what if", and
// from which income the outcome is of another kind. Where it was not asked, or where
// there is nothing to vary, there is nothing to tell.
func (b *bijlage) watAls() {
	list := b.watals
	if list == nil || len(list.Rijen) == 0 {
		return
	}
	w := &watAlsTekst{bijlage: b, t: b.t.WatAls}
	b.add(Alinea{Tekst: b.vul(w.t.Inleiding, map[string]any{"Periode": list.Periode.Tekst})})
	table := Tabel{Inhoud: w.t.Kolommen[0], Kolommen: []Kolom{
		{Kop: w.t.Kolommen[0], Breedte: 4}, {Kop: w.t.Kolommen[1], Breedte: 1.5, Uitlijning: Rechts}, {Kop: w.t.Kolommen[2], Breedte: 1.5, Uitlijning: Rechts},
	}}
	for _, r := range list.Rijen {
		table.Rijen = append(table.Rijen, w.rijen(r)...)
	}
	b.add(table)
	for _, v := range list.Vast {
		b.alinea(Alinea{Tekst: sheet.Capital(b.vul(w.t.Vast[v.Waarom], map[string]any{"Wie": v.Wie.Naam}))})
	}
	if len(list.Inkomens) == 0 {
		return
	}
	b.add(Kop{Niveau: 2, Tekst: w.t.KopInkomens})
	b.add(Alinea{Tekst: w.t.InleidingGrenzen})
	for _, i := range list.Inkomens {
		b.add(Kop{Niveau: 3, Tekst: sheet.Capital(i.Wie.Naam)})
		b.add(Lijst{Punten: w.rondom(i)})
	}
}

// watAlsTekst words a list of other figures.
type watAlsTekst struct {
	*bijlage
	t templates.WatAls
}

// rijen tells of one change: a row, or where several amounts change a heading with a
// row for each.
func (w *watAlsTekst) rijen(r watals.Rij) []Rij {
	eenheid := r.Cijfer.Eenheid
	wat := w.vul(w.t.Rijen[r.Cijfer.Soort], map[string]any{
		"Wie": r.Wie.Naam, "Omschrijving": r.Cijfer.Omschrijving, "Verschil": w.cijfer(r.Verschil.Abs(), eenheid), "Per": w.t.Per[string(eenheid)],
		"Meer": r.Verschil.IsPositive(), "Kinderen": enumerate(r.Kinderen), "MeerKinderen": len(r.Kinderen) > 1, "Naar": w.cijfer(r.Naar, eenheid),
	})
	stand := w.vul(w.t.Stand, map[string]any{"Van": w.cijfer(r.Van, eenheid), "Naar": w.cijfer(r.Naar, eenheid)})
	list := w.getoond(r.Betalingen)
	rij := func(wordt, verschil string) []Rij {
		return []Rij{{Cellen: []Cel{{Tekst: wat, Onder: []string{stand}}, {Tekst: wordt}, {Tekst: verschil}}}}
	}
	switch {
	case len(list) == 1:
		return rij(w.ofNihil(list[0].Wordt), w.meerOfMinder(list[0].Verschil))
	case !r.Verandert():
		return rij(w.t.AlsNu, w.t.Gelijk)
	}
	out := []Rij{{Soort: Tussenkop, Cellen: []Cel{{Tekst: wat + " (" + stand + ")"}}}}
	gelijk := 0
	for _, x := range list {
		if x.Verschil.IsZero() {
			gelijk++
		}
	}
	// Many amounts that stay the same would hide those that do not.
	const meeste = 2
	for _, x := range list {
		if gelijk <= meeste || !x.Verschil.IsZero() {
			out = append(out, tekstrij(w.vul(w.t.Bedrag, x.vanWie(list)), w.ofNihil(x.Wordt), w.meerOfMinder(x.Verschil)))
		}
	}
	if gelijk > meeste {
		out = append(out, tekstrij(w.t.Andere, w.t.AlsNu, w.t.Gelijk))
	}
	return out
}

// voorIeder is an amount that is the same for some children, or for one.
type voorIeder struct {
	watals.Betaling
	namen []string // of the children, or where there are children as well of the former spouse
}

// getoond leaves out what is about children, where the document is about a former
// spouse alone, and brings children together for whom everything is the same.
func (w *watAlsTekst) getoond(list []watals.Betaling) []voorIeder {
	var out []voorIeder
	for _, x := range list {
		if w.alleenPartner && !strings.HasPrefix(x.Soort, partneralimentatie) {
			continue
		}
		naam := x.Voor.Naam
		if naam == "" && !x.Totaal {
			naam = x.Ontvanger.Naam
		}
		i := slices.IndexFunc(out, func(y voorIeder) bool {
			return y.Soort == x.Soort && y.Betaler == x.Betaler && y.Ontvanger == x.Ontvanger && y.Was.Equal(x.Was) && y.Wordt.Equal(x.Wordt)
		})
		if i < 0 {
			i = len(out)
			out = append(out, voorIeder{Betaling: x})
		}
		out[i].namen = append(out[i].namen, nonEmpty(naam)...)
	}
	return out
}

// vanWie says which one of several amounts it is.
func (x voorIeder) vanWie(list []voorIeder) map[string]any {
	meer := slices.ContainsFunc(list, func(y voorIeder) bool { return y.Betaler != list[0].Betaler })
	return map[string]any{"Voor": sheet.Enumerate(x.namen), "Ieder": len(x.namen) > 1, "Studie": x.Soort == studiekosten, "Partner": x.Voor.ID == "" && !x.Totaal, "Totaal": x.Totaal, "Verrekend": x.verrekend(list), "Betaler": x.Betaler.Naam, "MeerBetalers": meer}
}

// verrekend tells whether a total is what remains where each pays the other.
func (x voorIeder) verrekend(list []voorIeder) bool {
	return x.Totaal && slices.ContainsFunc(list, func(y voorIeder) bool {
		return !y.Totaal && y.Voor.ID != "" && y.Betaler == x.Ontvanger && y.Ontvanger == x.Betaler
	})
}

// inZin keeps of some amounts what a sentence tells: of several children only what is
// paid for them together, unless that does not change and what is paid for each does.
func inZin(list []voorIeder) []voorIeder {
	samen := slices.ContainsFunc(list, func(x voorIeder) bool { return x.Totaal && !x.Verschil.IsZero() })
	return slices.DeleteFunc(slices.Clone(list), func(x voorIeder) bool {
		return samen && !x.Totaal && x.Voor.ID != "" && x.Ontvanger.ID != x.Voor.ID
	})
}

// meerOfMinder says what a change makes, more or less, or that it makes nothing.
func (w *watAlsTekst) meerOfMinder(d decimal.Decimal) string {
	switch d.Sign() {
	case 1:
		return w.vul(w.t.Meer, map[string]any{"Bedrag": w.bedragtekst(d)})
	case -1:
		return w.vul(w.t.Minder, map[string]any{"Bedrag": w.bedragtekst(d.Neg())})
	}
	return w.t.Gelijk
}

// cijfer prints a figure as it is entered: 30 for 30%.
func (w *watAlsTekst) cijfer(d decimal.Decimal, eenheid sheet.Unit) string {
	switch {
	case eenheid.Money() && d.IsInteger():
		return sheet.EuroSign + sheet.FormatNumber(d, 0)
	case eenheid.Money():
		return sheet.EuroSign + sheet.FormatNumber(d, 2)
	case eenheid.Percent():
		return sheet.FormatPublished(d) + "%"
	}
	return sheet.FormatPublished(d)
}

// rondom says what happens around one income.
func (w *watAlsTekst) rondom(i watals.Inkomen) []string {
	eenheid := i.Cijfer.Eenheid
	f := func(more map[string]any) map[string]any {
		more["Inkomen"] = w.vul(w.t.Inkomen[i.Cijfer.Soort], map[string]any{"Omschrijving": i.Cijfer.Omschrijving})
		more["Per"] = w.t.Per[string(eenheid)]
		more["Wie"] = i.Wie.Naam
		return more
	}
	grens := func(t templates.Tekst, g *watals.Grens, omhoog bool) string {
		var bedragen []string
		list := w.getoond(g.Betalingen)
		for _, x := range inZin(list) {
			switch text := w.ofNihil(x.Wordt); {
			case x.Verschil.IsZero():
			case len(list) == 1:
				bedragen = append(bedragen, text)
			default:
				f := x.vanWie(list)
				f["Bedrag"] = text
				bedragen = append(bedragen, w.vul(w.t.BedragInZin, f))
			}
		}
		return w.vul(t, f(map[string]any{"Bij": w.cijfer(g.Bij, eenheid), "Omhoog": omhoog, "Wat": w.wijzigingen(g.Wijzigt), "Bedragen": bedragen, "Meer": len(bedragen) > 1}))
	}
	var out []string
	for _, x := range []struct {
		g, pas *watals.Grens
		omhoog bool
	}{{i.Omhoog, i.PasOmhoog, true}, {i.Omlaag, i.PasOmlaag, false}} {
		if x.g != nil {
			out = append(out, grens(w.t.Grens, x.g, x.omhoog))
		}
		// Where the outcome changes with its kind, that has been told.
		if x.pas != nil && (x.g == nil || !x.g.Bij.Equal(x.pas.Bij)) {
			out = append(out, grens(w.t.Pas, x.pas, x.omhoog))
		}
	}
	if i.Omhoog == nil || i.Omlaag == nil {
		out = append(out, w.vul(w.t.GeenGrens, f(map[string]any{
			"Van": w.cijfer(i.Van, eenheid), "Tot": w.cijfer(i.Tot, eenheid), "NietOmhoog": i.Omhoog == nil, "NietOmlaag": i.Omlaag == nil, "VanNul": i.Van.IsZero(),
		})))
	}
	if i.Helling != nil {
		text := w.vul(w.t.Helling, f(w.helling(*i.Helling, eenheid)))
		for _, zin := range strings.Split(text, "\n") {
			out = append(out, nonEmpty(strings.TrimSpace(zin))...)
		}
	}
	return out
}

// helling says what an income does in between.
func (w *watAlsTekst) helling(h watals.Helling, eenheid sheet.Unit) map[string]any {
	var delen []map[string]any
	list := w.getoond(h.Betalingen)
	for _, x := range inZin(list) {
		f := x.vanWie(list)
		f["Enige"] = len(list) == 1
		f["Was"], f["Wordt"] = w.ofNihil(x.Was), w.ofNihil(x.Wordt)
		f["Meer"], f["Gelijk"] = x.Verschil.IsPositive(), x.Verschil.IsZero()
		f["PerStap"] = w.cijfer(x.PerStap.Abs(), sheet.EURPerMaand)
		delen = append(delen, f)
	}
	nietsAnders := len(list) > 1 && !slices.ContainsFunc(list, func(x voorIeder) bool { return !x.Verschil.IsZero() })
	if nietsAnders {
		delen = nil
	}
	return map[string]any{"NietsAnders": nietsAnders, "Van": w.cijfer(h.Van, eenheid), "Tot": w.cijfer(h.Tot, eenheid), "Stap": w.cijfer(h.Per, eenheid), "Delen": delen}
}

// wijzigingen says what is of another kind, as far as the template has words for it.
// Children for whom the same changes are told together.
func (w *watAlsTekst) wijzigingen(list []watals.Wijziging) []string {
	var out []string
	for i, x := range list {
		zelfde := func(y watals.Wijziging) bool {
			y.Wie = x.Wie
			return y == x
		}
		namen := []string{x.Wie.Naam}
		if w.isKind(x.Wie) {
			if slices.ContainsFunc(list[:i], func(y watals.Wijziging) bool { return w.isKind(y.Wie) && zelfde(y) }) {
				continue // told with the first of them
			}
			for _, y := range list[i+1:] {
				if w.isKind(y.Wie) && zelfde(y) {
					namen = append(namen, y.Wie.Naam)
				}
			}
		}
		text, err := Wijziging(w.bijlage.t, w.r, x, namen...)
		out = append(out, nonEmpty(w.gevuld(text, err))...)
	}
	return out
}

// Wijziging says in what an outcome is of another kind, as a clause behind "dan"; empty
// where the template has no words for it. wie are the names of those it is about where
// they are more than the one of x.
func Wijziging(t *templates.Bijlage, r *sheet.Result, x watals.Wijziging, wie ...string) (string, error) {
	tekst, ok := t.WatAls.Wijzigingen[x.Soort+"_"+x.Wordt]
	if !ok {
		if tekst, ok = t.WatAls.Wijzigingen[x.Soort]; !ok {
			return "", nil
		}
	}
	if len(wie) == 0 {
		wie = []string{x.Wie.Naam}
	}
	kinderen := names(slices.DeleteFunc(r.Betalingen(), func(x sheet.Betaling) bool { return x.Voor.ID == "" }))
	return tekst.Vul(map[string]any{
		"Wie": sheet.Enumerate(wie), "Kind": x.Voor.Naam, "Onderdeel": x.Onderdeel, "Was": x.Was, "Wordt": x.Wordt,
		"Kinderen": sheet.Enumerate(kinderen), "MeerKinderen": len(kinderen) > 1,
	})
}

// isKind tells whether an amount is paid for somebody.
func (w *watAlsTekst) isKind(p sheet.Persoon) bool {
	return slices.ContainsFunc(w.r.Betalingen(), func(x sheet.Betaling) bool { return p.ID != "" && x.Voor == p })
}
