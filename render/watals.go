package render

import (
	"slices"

	"annex/calc/sheet"
	"annex/calc/watals"

	"github.com/shopspring/decimal"
)

// watAls tells what other figures would make of the amounts: a table with a little
// more or less of each, and from where the outcome becomes of another kind.
func (b *bijlage) watAls() {
	if b.watals == nil || len(b.watals.Rijen) == 0 {
		return
	}
	t := b.t.WatAls
	var rows []Rij
	for _, r := range b.watals.Rijen {
		cijfer := b.cijfer(r.Cijfer, r.Wie)
		cijfer["Kinderen"], cijfer["MeerKinderen"] = enumerate(r.Kinderen), len(r.Kinderen) > 1
		cijfer["Van"], cijfer["Naar"] = inEenheid(r.Van, r.Cijfer), inEenheid(r.Naar, r.Cijfer)
		cijfer["Verschil"], cijfer["Meer"] = inEenheid(r.Verschil.Abs(), r.Cijfer), r.Verschil.IsPositive()
		dan := t.Gelijk
		if r.Verandert() {
			dan = b.anders(r.Betalingen)
		}
		rows = append(rows, tekstrij(b.vul(t.Als, cijfer), dan))
	}
	b.add(Alinea{Tekst: b.vul(t.Inleiding, map[string]any{"Wanneer": b.watals.Periode.Tekst})})
	b.add(Tabel{Inhoud: t.Inhoud, Rijen: rows, Kolommen: []Kolom{{Kop: t.Kolommen[0], Breedte: 3}, {Kop: t.Kolommen[1], Breedte: 3}}})
	var punten []string
	for _, i := range b.watals.Inkomens {
		punten = append(punten, b.rondInkomen(i)...)
	}
	for _, v := range b.watals.Vast {
		punten = append(punten, nonEmpty(b.vul(t.Vast, map[string]any{"Wie": v.Wie.Naam, "Waarom": v.Waarom}))...)
	}
	if len(punten) > 0 {
		b.add(Kop{Niveau: 2, Tekst: t.Grenzen})
		b.add(Alinea{Tekst: t.GrenzenInleiding})
		b.add(Lijst{Punten: punten})
	}
}

// cijfer gives what the texts may mention of a figure.
func (b *bijlage) cijfer(c watals.Cijfer, wie sheet.Persoon) map[string]any {
	return map[string]any{"Soort": c.Soort, "Wie": wie.Naam, "Omschrijving": c.Omschrijving, "Per": b.t.WatAls.Per[string(c.Eenheid)]}
}

// inEenheid prints a figure as it would be entered: an amount with the euro sign.
func inEenheid(d decimal.Decimal, c watals.Cijfer) string {
	if !c.Eenheid.Money() {
		return sheet.FormatPublished(d)
	}
	return inEuro(d)
}

// inEuro prints an amount in whole euros, with cents only where it has any.
func inEuro(d decimal.Decimal) string {
	places := int32(2)
	if d.IsInteger() {
		places = 0
	}
	return sheet.EuroSign + sheet.FormatNumber(d, places)
}

// anders tells what is paid after a change: in total where there are several children,
// and not of who pays nothing before nor after.
func (b *bijlage) anders(list []watals.Betaling) string {
	totaal := slices.ContainsFunc(list, func(x watals.Betaling) bool { return x.Totaal })
	var out []map[string]any
	for _, x := range list {
		if x.Was.IsZero() && x.Wordt.IsZero() || totaal && !x.Totaal && x.Voor.ID != "" && x.Ontvanger.ID != x.Voor.ID {
			continue
		}
		out = append(out, map[string]any{
			"Betaler": x.Betaler.Naam, "BetalerAanhef": sheet.Capital(x.Betaler.Naam), "Ontvanger": x.Ontvanger.Naam, "Kind": x.Voor.Naam, "Totaal": x.Totaal, "Partner": x.Voor.ID == "" && !x.Totaal,
			"Was": b.inUitkomst(x.Was), "Wordt": b.inUitkomst(x.Wordt), "Nihil": x.Wordt.IsZero(), "WasNihil": x.Was.IsZero(), "Gelijk": x.Verschil.IsZero(),
		})
	}
	return b.vul(b.t.WatAls.Dan, map[string]any{"Betalingen": out})
}

// inUitkomst prints an amount to be paid as the outcome does.
func (b *bijlage) inUitkomst(d decimal.Decimal) string {
	if b.inCenten() {
		return sheet.EuroSign + sheet.FormatNumber(d, 2)
	}
	return inEuro(d)
}

// rondInkomen tells what an income does as long as the outcome is of this kind, and
// where that ends.
func (b *bijlage) rondInkomen(i watals.Inkomen) []string {
	t := b.t.WatAls
	var out []string
	if h := i.Helling; h != nil && h.Verandert() {
		f := b.cijfer(i.Cijfer, i.Wie)
		f["Van"], f["Tot"], f["Stap"] = inEenheid(h.Van, i.Cijfer), inEenheid(h.Tot, i.Cijfer), inEenheid(h.Per, i.Cijfer)
		var list []map[string]any
		for _, x := range h.Betalingen {
			if x.PerStap.IsZero() || x.Totaal {
				continue
			}
			list = append(list, map[string]any{
				"Betaler": x.Betaler.Naam, "Kind": x.Voor.Naam, "Ontvanger": x.Ontvanger.Naam, "Bedrag": sheet.EuroSign + sheet.FormatNumber(x.PerStap.Abs(), 2), "Meer": x.PerStap.IsPositive(),
			})
		}
		f["Betalingen"] = list
		if len(list) > 0 {
			out = append(out, b.vul(t.Helling, f))
		}
	}
	for _, g := range []struct {
		*watals.Grens
		omhoog bool
	}{{i.Omlaag, false}, {i.Omhoog, true}} {
		if g.Grens == nil {
			continue
		}
		f := b.cijfer(i.Cijfer, i.Wie)
		f["Bij"], f["Nu"], f["Omhoog"] = inEenheid(g.Bij, i.Cijfer), inEenheid(i.Nu, i.Cijfer), g.omhoog
		f["Wijzigingen"] = b.wijzigingen(g.Wijzigt)
		out = append(out, b.vul(t.Grens, f))
	}
	return out
}

// wijzigingen tells what becomes of another kind. Children for whom the same changes
// are told together.
func (b *bijlage) wijzigingen(list []watals.Wijziging) []string {
	var out []string
	var gelijk []watals.Wijziging // without whom they are about
	wie := map[watals.Wijziging][]string{}
	for _, w := range list {
		sleutel := w
		sleutel.Wie = sheet.Persoon{}
		if !b.isKind(w.Wie) {
			sleutel.Wie = w.Wie
		}
		if !slices.Contains(gelijk, sleutel) {
			gelijk = append(gelijk, sleutel)
		}
		wie[sleutel] = append(wie[sleutel], w.Wie.Naam)
	}
	for _, w := range gelijk {
		text := b.vul(b.t.WatAls.Wijziging, map[string]any{
			"Soort": w.Soort, "Wie": sheet.Enumerate(wie[w]), "Kind": w.Voor.Naam, "Ontvanger": w.Ontvanger.Naam, "Onderdeel": w.Onderdeel, "Was": w.Was, "Wordt": w.Wordt,
		})
		if text != "" && !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	return out
}

// isKind tells whether an amount is paid for somebody.
func (b *bijlage) isKind(p sheet.Persoon) bool {
	return slices.ContainsFunc(b.r.Betalingen(), func(x sheet.Betaling) bool { return p.ID != "" && x.Voor == p })
}
