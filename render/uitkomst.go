package render

import (
	"slices"

	"annex/calc/sheet"
	"annex/templates"
)

// uitkomst gives the result: as a table, and in sentences fit for a dictum.
func (b *bijlage) uitkomst() {
	var rows []Rij
	var dicta []dictum
	for _, nr := range b.periods() {
		p := b.betalingen(nr)
		if len(p.alle()) == 0 && p.partner == nil {
			continue
		}
		rows = append(rows, Rij{Soort: Tussenkop, Cellen: []Cel{{Tekst: sheet.Capital(p.periode.Tekst)}}})
		rows = append(rows, b.uitkomstrijen(p)...)
		dicta = append(dicta, b.dictum(p))
	}
	k := b.t.Uitkomst.Kolommen
	b.add(Tabel{
		Inhoud: b.t.Koppen.Uitkomst, Bijeen: true, Rijen: rows,
		Kolommen: []Kolom{{Kop: k[0], Breedte: 3}, {Kop: k[1], Breedte: 2}, {Kop: k[2], Breedte: 2}, {Kop: k[3], Breedte: 1.6, Uitlijning: Rechts}},
	})
	b.zinnen(dicta)
	b.geindexeerd()
	b.indexering()
}

// uitkomstrijen gives the rows of one period: what a parent pays for each child,
// a total where one pays for several, and what a child receives itself.
func (b *bijlage) uitkomstrijen(p periodebetalingen) []Rij {
	var rows []Rij
	for _, q := range p.ouders {
		rows = append(rows, b.uitkomstrij(GewoneRij, q, q.Voor.Naam))
	}
	if p.totaal != nil {
		allen := len(p.voor) == len(p.alle())
		rows = append(rows, b.uitkomstrij(Totaalrij, *p.totaal, b.vul(b.t.Uitkomst.Totaalrij, map[string]any{"Kinderen": sheet.Enumerate(p.voor), "Allen": allen})))
	}
	for _, q := range p.eigen {
		rows = append(rows, b.uitkomstrij(GewoneRij, q, b.voor(q)))
	}
	if q := p.partner; q != nil {
		rows = append(rows, b.uitkomstrij(GewoneRij, *q, b.vul(b.t.Uitkomst.VoorPartner, map[string]any{"Ontvanger": q.Ontvanger.Naam, "Netto": q.Soort == partnerNetto})))
	}
	return rows
}

func (b *bijlage) uitkomstrij(soort RijSoort, p sheet.Betaling, voor string) Rij {
	bedrag := sheet.EuroSign + b.bedrag(p)
	if p.Bedrag.IsZero() {
		bedrag = b.t.Uitkomst.BedragNihil
	}
	ontvanger := p.Ontvanger.Naam
	if zelf(p) {
		ontvanger = b.vul(b.t.Uitkomst.Zelf, map[string]any{"Kind": p.Voor.Naam})
	}
	return Rij{Soort: soort, Cellen: []Cel{{Tekst: voor, Onder: nonEmpty(p.Kanttekening)}, {Tekst: p.Betaler.Naam}, {Tekst: ontvanger}, {Tekst: bedrag, Regel: p.Regel}}}
}

// dictum is the outcome of one period in sentences.
type dictum struct {
	periode sheet.Periode
	zinnen  []zin
}

// zin is one sentence of a dictum: complete, and as it reads under a heading
// that names its period.
type zin struct {
	heel, zonderPeriode string
	terInformatie       bool
}

func (b *bijlage) dictum(p periodebetalingen) dictum {
	return b.zeg(p, p.totaal != nil && p.totaal.Kanttekening == "", map[string]string{})
}

// zeg tells of one period; with the total, of several amounts only that. A line that
// has a number gets it.
func (b *bijlage) zeg(p periodebetalingen, alleenTotaal bool, nummers map[string]string) dictum {
	d := dictum{periode: p.periode}
	v := b.verteller(p.periode.Nummer)
	zeg := func(text templates.Tekst, q sheet.Betaling, terInformatie bool) {
		velden := map[string]any{
			"Wanneer": sheet.Capital(q.Periode.Tekst), "WanneerKlein": q.Periode.Tekst,
			"Betaler": q.Betaler.Naam, "Ontvanger": q.Ontvanger.Naam, "Bedrag": b.bedrag(q), "Nr": nummers[q.Regel],
			"Kind": q.Voor.Naam, "Kinderen": sheet.Enumerate(p.voor), "Vanaf21": v.isVanaf21(v.groep(q.Voor)), "Netto": q.Soort == partnerNetto, "Zelf": zelf(q),
		}
		heel := b.vul(text, velden)
		velden["Wanneer"], velden["WanneerKlein"] = "", ""
		d.zinnen = append(d.zinnen, zin{heel, sheet.Capital(b.vul(text, velden)), terInformatie})
	}
	t := b.t.Uitkomst
	if alleenTotaal {
		zeg(t.Totaal, *p.totaal, false)
	}
	for _, q := range p.alle() {
		switch {
		case q.Kanttekening != "":
			zeg(t.Blijft, q, false)
		case alleenTotaal && !zelf(q) && p.inTotaal(q):
		case q.Soort == studiekosten:
			zeg(kies(q.Bedrag.IsZero(), t.StudieNihil, t.Studie), q, false)
		case !q.Bedrag.IsZero():
			zeg(kies(zelf(q), t.AanKind, t.PerKind), q, false)
		default:
			zeg(kies(zelf(q), t.AanKindNihil, t.Nihil), q, false)
		}
	}
	if !alleenTotaal && p.totaal != nil && p.totaal.Kanttekening == "" {
		zeg(t.Totaal, *p.totaal, true)
	}
	for _, q := range p.saldi {
		if q.Kanttekening == "" {
			zeg(t.Saldo, q, true)
		}
	}
	if p.partner != nil {
		zeg(kies(p.partner.Bedrag.IsZero(), t.PartnerNihil, t.Partner), *p.partner, false)
		if text := b.netto(v, *p.partner); text != "" {
			d.zinnen = append(d.zinnen, zin{text, text, true})
		}
	}
	return d
}

// netto says what a gross amount costs the one and brings the other; nothing of a net
// amount or of nil.
func (b *bijlage) netto(v *verteller, p sheet.Betaling) string {
	const uitkomst = "partneralimentatie.uitkomst."
	kosten, over := v.amount(uitkomst+p.Betaler.ID+".netto_maand"), v.amount(uitkomst+p.Ontvanger.ID+".netto_maand")
	if kosten == "" || p.Bedrag.IsZero() {
		return ""
	}
	return b.vul(b.t.Uitkomst.PartnerNetto, map[string]any{"Betaler": p.Betaler.Naam, "Ontvanger": p.Ontvanger.Naam, "Kosten": kosten, "Over": over})
}

func kies(c bool, yes, no templates.Tekst) templates.Tekst {
	if c {
		return yes
	}
	return no
}

// zinnen prints the sentences. With several periods, those of a period that takes
// more than one sentence stand under its name.
func (b *bijlage) zinnen(dicta []dictum) {
	for _, d := range dicta {
		if len(dicta) > 1 && len(d.zinnen) > 1 {
			b.add(Kop{Niveau: 3, Tekst: sheet.Capital(d.periode.Tekst)})
			var punten []string
			for _, z := range d.zinnen {
				punten = append(punten, z.zonderPeriode)
			}
			b.add(Lijst{Punten: punten})
			continue
		}
		for _, z := range d.zinnen {
			a := Alinea{Stijl: Nadruk, Tekst: z.heel}
			if z.terInformatie {
				a.Stijl = Gewoon
			}
			b.add(a)
		}
	}
}

// geindexeerd says what the amounts become on each later 1 January that is
// known, by the day from which they hold.
func (b *bijlage) geindexeerd() {
	for _, z := range b.geindexeerdeZinnen() {
		b.add(Alinea{Stijl: Klein, Tekst: z})
	}
}

func (b *bijlage) geindexeerdeZinnen() []string {
	var out []string
	var later []sheet.Betaling
	for _, p := range b.r.Betalingen() {
		if p.Geindexeerd && p.Voor.ID != "" && !p.Bedrag.IsZero() && !b.alleenPartner {
			later = append(later, p)
		}
	}
	var wanneer []map[string]any
	for i, p := range later {
		if i == slices.IndexFunc(later, func(q sheet.Betaling) bool { return q.Periode == p.Periode }) {
			wanneer = append(wanneer, map[string]any{"Wanneer": p.Periode.Tekst, "Bedragen": b.opDag(later, p.Periode)})
		}
	}
	if len(wanneer) > 0 {
		out = append(out, b.vul(b.t.Uitkomst.Geindexeerd, map[string]any{"Perioden": wanneer}))
	}
	var partner []map[string]any
	for _, p := range b.r.Betalingen() {
		if p.Soort == partnerGeindexeerd && !p.Bedrag.IsZero() {
			partner = append(partner, map[string]any{"Wanneer": p.Periode.Tekst, "Bedrag": b.bedrag(p)})
		}
	}
	if len(partner) > 0 {
		out = append(out, b.vul(b.t.Uitkomst.PartnerGeindexeerd, map[string]any{"Perioden": partner, "MetKinderen": len(wanneer) > 0}))
	}
	return out
}

// opDag gives the amounts that hold from one day on. Who pays is said where a
// child has two payers.
func (b *bijlage) opDag(list []sheet.Betaling, p sheet.Periode) []map[string]any {
	var out []map[string]any
	for _, q := range list {
		if q.Periode != p {
			continue
		}
		ander := slices.ContainsFunc(list, func(x sheet.Betaling) bool { return x.Periode == p && x.Voor == q.Voor && x.Betaler != q.Betaler })
		out = append(out, map[string]any{"Kind": q.Voor.Naam, "Bedrag": b.bedrag(q), "Betaler": q.Betaler.Naam, "MeerBetalers": ander, "Zelf": zelf(q)})
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
	b.tussenkop(b.t.Koppen.Waarschuwingen)
	for _, w := range warnings {
		b.add(Alinea{Stijl: Kader, Tekst: w.Tekst})
	}
}
