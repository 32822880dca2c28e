package render

import (
	"slices"

	"annex/calc/sheet"
)

// euro stands before an amount, with a space that does not break.
const euro = "€\u00a0"

// uitkomst gives the result: as a table, and in sentences fit for a dictum.
func (b *bijlage) uitkomst() {
	var rows []Rij
	for _, nr := range b.periods() {
		rows = append(rows, b.uitkomstrijen(nr)...)
	}
	k := b.t.Uitkomst.Kolommen
	b.add(Tabel{
		Inhoud: b.t.Koppen.Uitkomst, Bijeen: true, Rijen: rows,
		Kolommen: []Kolom{{Kop: k[0], Breedte: 2.4}, {Kop: k[1], Breedte: 2}, {Kop: k[2], Breedte: 1.6}, {Kop: k[3], Breedte: 1.6}, {Kop: k[4], Breedte: 1.6, Uitlijning: Rechts}},
	})
	for _, nr := range b.periods() {
		b.dictum(nr)
	}
	b.geindexeerd()
	b.indexering()
}

// uitkomstrijen gives the rows of one period: each child, and a total where one
// parent pays for several.
func (b *bijlage) uitkomstrijen(periode int) []Rij {
	perKind, totalen := b.betalingen(periode)
	var rows []Rij
	for _, p := range perKind {
		rows = append(rows, b.uitkomstrij(GewoneRij, p, p.Voor.Naam))
	}
	if len(totalen) == 1 && len(perKind) > 1 {
		rows = append(rows, b.uitkomstrij(Totaalrij, totalen[0], b.t.Uitkomst.Totaalrij))
	}
	return rows
}

func (b *bijlage) uitkomstrij(soort RijSoort, p sheet.Betaling, voor string) Rij {
	bedrag := euro + b.r.Line(p.Regel).Text()
	if p.Bedrag.IsZero() {
		bedrag = b.t.Uitkomst.BedragNihil
	}
	return Rij{Soort: soort, Cellen: []Cel{{Tekst: p.Periode.Tekst}, {Tekst: voor}, {Tekst: p.Betaler.Naam}, {Tekst: p.Ontvanger.Naam}, {Tekst: bedrag}}}
}

// dictum gives the outcome of one period in sentences.
func (b *bijlage) dictum(periode int) {
	perKind, totalen := b.betalingen(periode)
	velden := func(p sheet.Betaling) map[string]any {
		return map[string]any{
			"Wanneer": sheet.Capital(p.Periode.Tekst), "WanneerKlein": p.Periode.Tekst,
			"Betaler": p.Betaler.Naam, "Ontvanger": p.Ontvanger.Naam,
			"Bedrag": b.r.Line(p.Regel).Text(), "Kind": p.Voor.Naam, "Kinderen": sheet.Enumerate(names(perKind)),
		}
	}
	if len(totalen) == 1 && len(perKind) > 1 && !totalen[0].Bedrag.IsZero() {
		b.add(Alinea{Stijl: Nadruk, Tekst: b.vul(b.t.Uitkomst.Totaal, velden(totalen[0]))})
		return
	}
	for _, p := range perKind {
		text := b.t.Uitkomst.PerKind
		if p.Bedrag.IsZero() {
			text = b.t.Uitkomst.Nihil
		}
		b.add(Alinea{Stijl: Nadruk, Tekst: b.vul(text, velden(p))})
	}
	for _, p := range totalen {
		if len(totalen) > 1 && !p.Bedrag.IsZero() {
			b.add(Alinea{Tekst: b.vul(b.t.Uitkomst.Saldo, velden(p))})
		}
	}
}

// geindexeerd says what the amounts become on each later 1 January that is
// known.
func (b *bijlage) geindexeerd() {
	var amounts []map[string]any
	for _, p := range b.r.Betalingen() {
		if p.Geindexeerd && p.Voor.ID != "" && !p.Bedrag.IsZero() {
			amounts = append(amounts, map[string]any{"Wanneer": p.Periode.Tekst, "Kind": p.Voor.Naam, "Bedrag": b.r.Line(p.Regel).Text()})
		}
	}
	if len(amounts) > 0 {
		b.add(Alinea{Stijl: Klein, Tekst: b.vul(b.t.Uitkomst.Geindexeerd, map[string]any{"Bedragen": amounts})})
	}
}

// betalingen gives the amounts of one period: per child, and in total.
func (b *bijlage) betalingen(periode int) (perKind, totalen []sheet.Betaling) {
	for _, p := range b.r.Betalingen() {
		switch {
		case p.Periode.Nummer != periode || p.Geindexeerd || p.Betaler.ID == "":
		case p.Voor.ID == "":
			totalen = append(totalen, p)
		default:
			perKind = append(perKind, p)
		}
	}
	return perKind, totalen
}

func names(list []sheet.Betaling) []string {
	var out []string
	for _, p := range list {
		out = append(out, p.Voor.Naam)
	}
	return out
}

// periods gives the numbers of the periods in the outcome, in order.
func (b *bijlage) periods() []int {
	var out []int
	for _, p := range b.r.Betalingen() {
		if !slices.Contains(out, p.Periode.Nummer) {
			out = append(out, p.Periode.Nummer)
		}
	}
	return out
}

// waarschuwingen stand right under the outcome: a reader must not rely on it
// without them.
func (b *bijlage) waarschuwingen() {
	warnings := b.r.Waarschuwingen()
	if len(warnings) == 0 {
		return
	}
	b.add(Kop{Niveau: 2, Tekst: b.t.Koppen.Waarschuwingen})
	for _, w := range warnings {
		b.add(Alinea{Stijl: Kader, Tekst: w.Tekst})
	}
}

// kerncijfers gives the few figures the outcome rests on.
func (b *bijlage) kerncijfers() {
	if len(b.r.Kerncijfers()) == 0 {
		return
	}
	b.add(Kop{Niveau: 2, Tekst: b.t.Koppen.Kerncijfers})
	var rows []Rij
	periode := 0
	several := len(b.periods()) > 1
	for _, k := range b.r.Kerncijfers() {
		if several && k.Periode.Nummer != periode {
			periode = k.Periode.Nummer
			rows = append(rows, Rij{Soort: Tussenkop, Cellen: []Cel{{Tekst: sheet.Capital(k.Periode.Tekst)}}})
		}
		rows = append(rows, Rij{Cellen: []Cel{{Tekst: k.Naam}, {Tekst: amount(b.r.Line(k.Regel))}}})
	}
	b.add(Tabel{Inhoud: b.t.Koppen.Kerncijfers, Bijeen: len(rows) <= 10, Rijen: rows, Kolommen: []Kolom{{Breedte: 4}, {Breedte: 1, Uitlijning: Rechts}}})
}
