package render

import (
	"slices"
	"strings"

	"annex/calc/sheet"

	"github.com/shopspring/decimal"
)

// kolommenNaastElkaar is how many amounts fit beside the facts on a page.
const kolommenNaastElkaar = 4

// verloop tells which facts made the difference between each period and the next.
func (b *bijlage) verloop() {
	for i, v := range b.r.Verlopen() {
		if b.alleenPartner {
			v = alleenPartner(v)
		}
		b.add(Kop{Niveau: 2, Tekst: b.vul(b.t.Verloop.Kop, map[string]any{"Wanneer": v.Naar.Tekst})})
		if i == 0 {
			b.add(Alinea{Tekst: b.t.Verloop.Inleiding})
		}
		for van := 0; van < len(v.Kolommen); van += kolommenNaastElkaar {
			b.add(b.verlooptabel(v, van, min(van+kolommenNaastElkaar, len(v.Kolommen))))
		}
	}
}

// verlooptabel shows the columns from van up to, not including, tot.
func (b *bijlage) verlooptabel(v sheet.Verloop, van, tot int) Tabel {
	t := b.t.Verloop
	table := Tabel{Inhoud: b.vul(t.Kop, map[string]any{"Wanneer": v.Naar.Tekst}), Kolommen: []Kolom{{Kop: t.Wat, Breedte: 4}}}
	for _, naam := range v.Kolommen[van:tot] {
		table.Kolommen = append(table.Kolommen, Kolom{Kop: naam, Breedte: 1.4, Uitlijning: Rechts})
	}
	begin := Rij{Cellen: []Cel{{Tekst: b.vul(t.Begin, map[string]any{"Wanneer": v.Van.Tekst})}}}
	for _, d := range v.Begin[van:tot] {
		begin.Cellen = append(begin.Cellen, Cel{Tekst: b.ofNihil(d)})
	}
	table.Rijen = append(table.Rijen, begin)
	for i, s := range v.Stappen {
		row := Rij{Cellen: []Cel{{Tekst: s.Wat, Onder: []string{b.vul(t.Wijziging, map[string]any{"Van": s.Van, "Naar": s.Naar})}}}}
		if i == len(v.Stappen)-1 {
			row.Soort = Totaalrij
		}
		for j := van; j < tot; j++ {
			row.Cellen = append(row.Cellen, Cel{Tekst: b.ofNihil(s.Bedragen[j]), Onder: nonEmpty(b.verschil(s.Verschil[j]))})
		}
		table.Rijen = append(table.Rijen, row)
	}
	return table
}

// verschil says what a change makes, more or less; nothing where there is none.
func (b *bijlage) verschil(d decimal.Decimal) string {
	switch d.Sign() {
	case 1:
		return b.t.Verloop.Meer + b.bedragtekst(d)
	case -1:
		return b.t.Verloop.Minder + b.bedragtekst(d.Neg())
	}
	return ""
}

func (b *bijlage) ofNihil(d decimal.Decimal) string {
	if d.IsZero() {
		return b.t.Uitkomst.BedragNihil
	}
	return b.bedragtekst(d)
}

// bedragtekst prints an amount that is no line as bedrag does.
func (b *bijlage) bedragtekst(d decimal.Decimal) string {
	places := int32(2)
	if d.IsInteger() && !b.inCenten() {
		places = 0
	}
	return sheet.EuroSign + sheet.FormatNumber(d, places)
}

// alleenPartner leaves the amounts of children out.
func alleenPartner(v sheet.Verloop) sheet.Verloop {
	out := v
	out.Kolommen, out.Begin, out.Stappen = nil, nil, slices.Clone(v.Stappen)
	for i := range out.Stappen {
		out.Stappen[i].Bedragen, out.Stappen[i].Verschil = nil, nil
	}
	for k, naam := range v.Kolommen {
		if !strings.HasPrefix(naam, partneralimentatie) {
			continue
		}
		out.Kolommen, out.Begin = append(out.Kolommen, naam), append(out.Begin, v.Begin[k])
		for i, s := range v.Stappen {
			out.Stappen[i].Bedragen, out.Stappen[i].Verschil = append(out.Stappen[i].Bedragen, s.Bedragen[k]), append(out.Stappen[i].Verschil, s.Verschil[k])
		}
	}
	return out
}
