package render

import (
	"annex/calc/sheet"
	"annex/templates"
)

// beslissing gives the result as a court decides it: a table with the period of each
// amount, and for each of them a sentence that can be taken over in a dictum.
// Amounts are per child there, so that a total is only in the table.
func (b *bijlage) beslissing() {
	t := b.t.Beslissing
	var rows []Rij
	var zinnen []string
	for _, nr := range b.periods() {
		p := b.betalingen(nr)
		for _, row := range b.uitkomstrijen(p) {
			row.Cellen = append([]Cel{{Tekst: sheet.Capital(p.periode.Tekst)}}, row.Cellen...)
			rows = append(rows, row)
		}
		zinnen = append(zinnen, b.dictumzinnen(p)...)
	}
	if len(rows) == 0 {
		b.uitkomst()
		return
	}
	inleiding := t.Inleiding
	if !b.geldendRecht() {
		inleiding = t.GeenRecht
	}
	b.add(Alinea{Tekst: inleiding})
	k := t.Kolommen
	b.add(Tabel{
		Inhoud: b.t.Koppen.Uitkomst, Bijeen: true, Rijen: rows,
		Kolommen: []Kolom{
			{Kop: k[0], Breedte: 2.6}, {Kop: k[1], Breedte: 2.6}, {Kop: k[2], Breedte: 1.6}, {Kop: k[3], Breedte: 1.6}, {Kop: k[4], Breedte: 1.8, Uitlijning: Rechts},
		},
	})
	if len(zinnen) > 0 {
		b.add(Lijst{Punten: zinnen})
	}
	b.geindexeerd()
}

// geldendRecht tells whether the method is that of the law as it is.
func (b *bijlage) geldendRecht() bool { return b.t.GeenGeldendRecht[b.methode] == "" }

// dictumzinnen gives the sentences of one period; none by a method that a court
// cannot decide with.
func (b *bijlage) dictumzinnen(p periodebetalingen) []string {
	if !b.geldendRecht() {
		return nil
	}
	t := b.t.Beslissing
	v := b.verteller(p.periode.Nummer)
	var out []string
	zeg := func(text templates.Tekst, q sheet.Betaling) {
		out = append(out, b.vul(text, map[string]any{
			"Wanneer": q.Periode.Tekst, "Betaler": q.Betaler.Naam, "Ontvanger": q.Ontvanger.Naam, "Kind": q.Voor.Naam, "Bedrag": b.bedrag(q),
			"Netto": q.Soort == partnerNetto, "Voorlopig": b.dossier.Voorlopig, "Vanaf21": v.isVanaf21(v.groep(q.Voor)), "Zelf": zelf(q),
		}))
	}
	for _, q := range p.alle() {
		switch {
		case q.Kanttekening != "":
			out = append(out, b.vul(b.t.Uitkomst.Blijft, map[string]any{
				"Wanneer": sheet.Capital(q.Periode.Tekst), "Betaler": q.Betaler.Naam, "Kind": q.Voor.Naam, "Zelf": zelf(q), "Bedrag": b.bedrag(q), "Nr": "", "Ontvanger": q.Ontvanger.Naam,
			}))
		case q.Soort == studiekosten:
			zeg(kies(q.Bedrag.IsZero(), t.StudieNihil, t.Studie), q)
		case q.Bedrag.IsZero():
			zeg(t.Nihil, q)
		default:
			zeg(kies(zelf(q), t.AanKind, t.PerKind), q)
		}
	}
	if q := p.partner; q != nil {
		zeg(kies(q.Bedrag.IsZero(), t.PartnerNihil, t.Partner), *q)
	}
	return out
}

// waarmerk is what the clerk fills in and signs.
func (b *bijlage) waarmerk() {
	t := b.t.Waarmerk
	b.add(Alinea{Tekst: b.vul(t.Tekst, map[string]any{
		"Datum": sheet.FormatDate(b.r.Receipt().Datum), "Zaaknummer": b.dossier.Zaaknummer, "Gerecht": b.dossier.Gerecht,
	})})
	b.add(Invulvelden{Velden: t.Velden})
}
