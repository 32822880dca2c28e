package render

import (
	"slices"
	"strings"

	"annex/calc/sheet"
	"annex/calc/vergelijk"
	"annex/templates"

	"github.com/shopspring/decimal"
)

// Vergelijking fills the structure of a comparison. annex holds the texts that it
// shares with a bijlage.
func Vergelijking(v *vergelijk.Vergelijking, t *templates.Vergelijking, annex *templates.Bijlage) (*Document, error) {
	d := &vergelijking{bijlage: bijlage{r: v.Kolommen[0].Result, t: annex, methode: v.Kolommen[0].Methode}, v: v, w: t}
	d.Vergelijktaal = Vergelijktaal{v, t, annex, d.vul}
	d.begin()
	d.varianten()
	for _, p := range v.Perioden {
		d.periode(p)
	}
	if v.MeerMethoden() {
		d.waarom()
		if d.v.Methoden {
			d.letOp() // there is room before the table, which stays in one piece
		}
		for _, p := range v.Perioden {
			d.stappen(p)
		}
	}
	if !v.Methoden {
		d.gegevens()
		d.oorzaken()
		d.letOp()
	}
	d.herkomst()
	return d.klaar()
}

// vergelijking is a comparison being filled.
type vergelijking struct {
	bijlage
	Vergelijktaal
	v *vergelijk.Vergelijking
	w *templates.Vergelijking
}

func (d *vergelijking) begin() {
	t, dossier := d.w, d.r.Receipt().Dossier
	d.doc = Document{
		Titel: t.Titels.Varianten, Onderwerp: t.Onderwerp, Auteur: dossier.Opsteller, Datum: d.v.Datum(),
		KoptekstLinks: dossier.Zaaknummer, KoptekstRechts: t.Kenmerk, Voettekst: t.Voettekst,
		Voorbehoud: d.GeenRecht(),
	}
	if d.v.Methoden {
		d.doc.Titel = t.Titels.Methoden
	}
	g := d.t.Gegevens
	if d.v.Methoden {
		dossier.Zaaknummer, dossier.Gerecht = "", "" // the first is on every page, and room is scarce
	}
	var rows []Rij
	for _, f := range []struct{ naam, waarde string }{
		{g.Zaaknummer, dossier.Zaaknummer}, {g.Gerecht, dossier.Gerecht}, {g.Partijen, sheet.Enumerate(dossier.Partijen)}, {g.Datum, sheet.FormatDate(d.doc.Datum)},
	} {
		if f.waarde != "" {
			rows = append(rows, tekstrij(f.naam, f.waarde))
		}
	}
	d.add(Tabel{Inhoud: t.Koppen.Gegevens, Bijeen: true, Rijen: rows, Kolommen: []Kolom{{Breedte: 1}, {Breedte: 4}}})
	if d.v.Methoden {
		d.add(Alinea{Tekst: d.VanMethode()})
		return
	}
	d.add(Alinea{Tekst: d.vul(t.Inleiding, map[string]any{"Eerste": d.Naam(0)})})
}

// kop is the head of a column.
func (d *vergelijking) kop(kolom int) Kolom {
	return Kolom{Kop: d.Naam(kolom), Onder: d.Onder(kolom), Breedte: 1.2, Uitlijning: Rechts}
}

// koppen are the columns of a table of figures. With two columns the difference has
// one of its own; with more it stands below each figure.
func (d *vergelijking) koppen(eerste string) []Kolom {
	out := []Kolom{{Kop: eerste, Breedte: 2.6}}
	for i := range d.v.Kolommen {
		out = append(out, d.kop(i))
	}
	if d.eigenKolom() {
		out = append(out, Kolom{Kop: d.w.Kolommen.Verschil, Breedte: 0.9, Uitlijning: Rechts})
	}
	return out
}

func (d *vergelijking) eigenKolom() bool { return len(d.v.Kolommen) == 2 }

// varianten says what stands in each column.
func (d *vergelijking) varianten() {
	if d.v.Methoden {
		return
	}
	t := d.w.Kolommen
	var rows []Rij
	for i, k := range d.v.Kolommen {
		rows = append(rows, tekstrij(d.Naam(i), d.Methode(k.Methode), k.Result.Receipt().Bestand))
	}
	d.add(Tabel{Inhoud: d.w.Koppen.Varianten, Bijeen: true, Rijen: rows, Kolommen: []Kolom{{Kop: t.Variant, Breedte: 1.2}, {Kop: t.Methode, Breedte: 2}, {Kop: t.Zaakbestand, Breedte: 1.6}}})
}

// periode shows one period: who pays whom, what that rests on, and a picture.
func (d *vergelijking) periode(p vergelijk.Periode) {
	t := d.w.Koppen
	if len(d.v.Perioden) > 1 || !p.Gelijktijdig() {
		d.add(Kop{Niveau: 1, Tekst: sheet.Capital(d.Wanneer(p))})
		d.alinea(Alinea{Tekst: d.AndereData(p)})
	}
	d.add(Kop{Niveau: 2, Tekst: d.kopVan(t.Uitkomst, p)})
	var rows []Rij
	for _, b := range p.Betalingen {
		r := d.rij(d.Betaling(b), b.Cellen, d.uitkomstbedrag, func(kolom int, _ *sheet.LineResult, x decimal.Decimal) string { return d.Bedrag(kolom, x) })
		if b.Totaal {
			r.Soort = Totaalrij
		}
		rows = append(rows, r)
	}
	d.add(Tabel{Inhoud: t.Uitkomst, Bijeen: true, Rijen: rows, Kolommen: d.koppen(d.w.Kolommen.Voor)})
	if d.v.StudiekostenApart(p) {
		d.add(Alinea{Stijl: Klein, Tekst: d.w.Studiekosten})
	}
	if !d.v.MeerMethoden() { // else they stand with the steps
		d.add(Kop{Niveau: 2, Tekst: t.Kerncijfers})
		d.add(Tabel{Inhoud: t.Kerncijfers, Rijen: d.rijen(p.Kerncijfers), Kolommen: d.koppen(d.w.Kolommen.Cijfer)})
	}
	d.figuur(p)
}

// kopVan says when, where there is one period that every column has.
func (d *vergelijking) kopVan(kop string, p vergelijk.Periode) string {
	if len(d.v.Perioden) > 1 || !p.Gelijktijdig() {
		return kop
	}
	return kop + ", " + p.Wanneer[0].Tekst
}

func (d *vergelijking) rijen(list []vergelijk.Rij) []Rij {
	var out []Rij
	for _, r := range list {
		out = append(out, d.rij(r.Naam, r.Cellen, func(_ int, l *sheet.LineResult) string { return amount(l) }, verschilbedrag))
	}
	return out
}

// rij is one row of figures, each printed by als, and the differences by of.
func (d *vergelijking) rij(naam string, cellen []vergelijk.Cel, als func(kolom int, l *sheet.LineResult) string, of afdruk) Rij {
	r := Rij{Cellen: []Cel{{Tekst: naam}}}
	for i, c := range cellen {
		cel := Cel{Tekst: d.w.Geen}
		if c.Regel != nil {
			cel.Tekst = als(i, c.Regel)
		}
		if !d.eigenKolom() {
			cel.Onder = nonEmpty(d.verschilmet(i, c, of))
		}
		r.Cellen = append(r.Cellen, cel)
	}
	if d.eigenKolom() {
		text := d.verschilmet(1, cellen[1], of)
		switch {
		case !cellen[1].Vergeleken:
			text = d.w.Geen
		case text == "":
			text = d.w.Gelijk
		}
		r.Cellen = append(r.Cellen, Cel{Tekst: text})
	}
	return r
}

// afdruk prints by how much a figure of a column differs.
type afdruk func(kolom int, l *sheet.LineResult, x decimal.Decimal) string

// verschilmet says by how much a figure differs from the first; nothing where it does
// not, or cannot be compared.
func (d *vergelijking) verschilmet(kolom int, c vergelijk.Cel, als afdruk) string {
	if !c.Vergeleken {
		return ""
	}
	switch c.Verschil.Sign() {
	case 1:
		return d.w.Meer + als(kolom, c.Regel, c.Verschil)
	case -1:
		return d.w.Minder + als(kolom, c.Regel, c.Verschil.Neg())
	}
	return ""
}

// verschilbedrag prints a difference like the figures it is between.
func verschilbedrag(_ int, l *sheet.LineResult, x decimal.Decimal) string {
	if l.Unit.Money() {
		return sheet.EuroSign + sheet.FormatValue(x, l.Unit, 2)
	}
	return sheet.FormatValue(x, l.Unit, l.Places())
}

// uitkomstbedrag prints an amount to be paid as the bijlage of its column does.
func (d *vergelijking) uitkomstbedrag(kolom int, l *sheet.LineResult) string {
	if l.Value.IsZero() {
		return d.w.Nihil
	}
	return d.Bedrag(kolom, l.Value)
}

// figuur shows of each child who bears what in each column, on one scale. Children of
// whom every column says the same share their bars.
func (d *vergelijking) figuur(p vergelijk.Periode) {
	wanneer := ""
	if len(d.v.Perioden) > 1 && p.Gelijktijdig() {
		wanneer = p.Wanneer[0].Tekst
	}
	var namen [][]string
	var alle [][]Balk
	for _, b := range p.Beelden {
		balken := d.balken(b)
		if i := slices.IndexFunc(alle, func(x []Balk) bool { return slices.EqualFunc(x, balken, Balk.equal) }); i >= 0 {
			namen[i] = append(namen[i], b.Naam)
			continue
		}
		namen, alle = append(namen, []string{b.Naam}), append(alle, balken)
	}
	var figuren []Figuur
	for i, balken := range alle {
		if len(figuren) == 0 || len(alle)*len(balken) > balkenBijeen || !d.eigenKolom() {
			figuren = append(figuren, Figuur{Bijschrift: d.vul(d.w.Figuur.Bijschrift, map[string]any{"Wanneer": wanneer}), Langste: p.Hoogste})
		}
		f := &figuren[len(figuren)-1]
		for j, b := range balken {
			if len(b.Delen) == 0 {
				continue
			}
			b.Naam = d.vul(d.w.Figuur.Balk, map[string]any{"Kind": sheet.Enumerate(namen[i]), "Kolom": d.bijBalk(j)})
			f.Balken = append(f.Balken, b)
			f.Alternatief = strings.TrimSpace(f.Alternatief + " " + d.gesproken(b))
		}
	}
	for _, f := range figuren {
		if len(f.Balken) > 0 {
			d.add(f)
		}
	}
}

// balkenBijeen is how many bars of two columns stay together in one figure. Of more
// bars or columns, each child gets a figure of its own.
const balkenBijeen = 6

// bijBalk is what a column is called beside a bar.
func (d *vergelijking) bijBalk(kolom int) string {
	if d.v.Methoden {
		return d.w.MethodenFiguur[d.v.Kolommen[kolom].Methode]
	}
	return d.Naam(kolom)
}

// balken makes the bars of one child, by column; empty where a column has none.
func (d *vergelijking) balken(b vergelijk.Beeld) []Balk {
	out := make([]Balk, len(b.Van))
	for i, beeld := range b.Van {
		if beeld != nil {
			out[i] = d.van(i).balk(*beeld)
		}
	}
	return out
}

// stappen shows the figures step by step.
func (d *vergelijking) stappen(p vergelijk.Periode) {
	d.add(Kop{Niveau: 2, Tekst: d.w.Koppen.Stappen + ", " + d.Wanneer(p)})
	var rows []Rij
	for _, s := range p.Stappen {
		if len(s.Rijen) == 0 {
			continue
		}
		rows = append(rows, Rij{Soort: Tussenkop, Cellen: []Cel{{Tekst: d.w.Stappen[s.ID]}}})
		rows = append(rows, d.rijen(s.Rijen)...)
	}
	d.add(Tabel{Inhoud: d.w.Koppen.Stappen, Bijeen: len(d.v.Perioden) == 1, Rijen: rows, Kolommen: d.koppen(d.w.Kolommen.Cijfer)})
}

// waarom says of each step why the methods differ.
func (d *vergelijking) waarom() {
	if len(d.v.Perioden) == 0 {
		return
	}
	d.add(Kop{Niveau: 2, Tekst: d.w.Koppen.Waarom})
	var punten []string
	for _, s := range d.v.Perioden[0].Stappen {
		punten = append(punten, d.w.Waarom[s.ID])
	}
	d.add(Lijst{Punten: punten})
}

// gegevens shows the facts that are not the same in every column.
func (d *vergelijking) gegevens() {
	t := d.w.GegevensAnders
	d.add(Kop{Niveau: 1, Tekst: d.w.Koppen.GegevensAnders})
	if len(d.v.Gegevens) == 0 {
		d.add(Alinea{Tekst: t.Geen})
		return
	}
	d.add(Alinea{Tekst: t.Inleiding})
	var rows []Rij
	for i, g := range d.v.Gegevens {
		if i == 0 || g.Groep != d.v.Gegevens[i-1].Groep {
			rows = append(rows, Rij{Soort: Tussenkop, Cellen: []Cel{{Tekst: g.Groep}}})
		}
		r := tekstrij(g.Omschrijving)
		for j, u := range g.Waarden {
			cel := Cel{Tekst: d.w.Geen}
			if u != nil {
				cel.Tekst = u.Tekst()
			}
			if !d.eigenKolom() && !g.Gelijk(j) {
				cel.Onder = []string{d.w.Anders}
			}
			r.Cellen = append(r.Cellen, cel)
		}
		rows = append(rows, r)
	}
	kolommen := []Kolom{{Kop: d.w.Kolommen.Gegeven, Breedte: 2}}
	for i := range d.v.Kolommen {
		k := d.kop(i)
		k.Uitlijning = Links // of words as well as amounts
		kolommen = append(kolommen, k)
	}
	d.add(Tabel{Inhoud: d.w.Koppen.GegevensAnders, Rijen: rows, Kolommen: kolommen})
}

// oorzaken shows what each fact that differs does to the amounts.
func (d *vergelijking) oorzaken() {
	ingeleid := false
	for _, o := range d.v.Oorzaken {
		namen := map[string]any{"Van": d.Naam(0), "Naar": d.Naam(o.Kolom), "Periode": ""}
		if len(d.v.Perioden) > 1 && o.Periode > 0 {
			namen["Periode"] = d.Wanneer(d.v.Perioden[o.Periode-1])
		}
		kop := d.vul(d.w.Oorzaken.Kop, namen)
		d.add(Kop{Niveau: 2, Tekst: kop})
		if o.Waarom != "" {
			d.add(Alinea{Tekst: o.Waarom})
			continue
		}
		if !ingeleid {
			d.add(Alinea{Tekst: d.vul(d.w.Oorzaken.Inleiding, namen)})
			ingeleid = true
		}
		for van := 0; van < len(o.Verloop.Kolommen); van += kolommenNaastElkaar {
			d.add(d.oorzaak(kop, namen, o.Verloop, van, min(van+kolommenNaastElkaar, len(o.Verloop.Kolommen))))
		}
	}
}

// oorzaak shows the amounts from van up to, not including, tot.
func (d *vergelijking) oorzaak(kop string, namen map[string]any, v sheet.Verloop, van, tot int) Tabel {
	t := d.w.Oorzaken
	table := Tabel{Inhoud: kop, Kolommen: []Kolom{{Kop: t.Wat, Breedte: 4}}}
	begin := tekstrij(d.vul(t.Begin, namen))
	for i := van; i < tot; i++ {
		table.Kolommen = append(table.Kolommen, Kolom{Kop: v.Kolommen[i], Breedte: 1.4, Uitlijning: Rechts})
		begin.Cellen = append(begin.Cellen, Cel{Tekst: d.ofNihil(v.Begin[i])})
	}
	table.Rijen = append(table.Rijen, begin)
	for i, s := range v.Stappen {
		row := Rij{Cellen: []Cel{{Tekst: s.Wat, Onder: []string{d.vul(t.Wijziging, map[string]any{"Van": s.Van, "Naar": s.Naar})}}}}
		if i == len(v.Stappen)-1 {
			row.Soort = Totaalrij
		}
		for j := van; j < tot; j++ {
			row.Cellen = append(row.Cellen, Cel{Tekst: d.ofNihil(s.Bedragen[j]), Onder: nonEmpty(d.verschil(s.Verschil[j]))})
		}
		table.Rijen = append(table.Rijen, row)
	}
	return table
}

// letOp gives the warnings.
func (d *vergelijking) letOp() {
	if punten := d.Waarschuwingen(); len(punten) > 0 {
		d.add(Kop{Niveau: 2, Tekst: d.w.Koppen.Waarschuwingen})
		d.add(Lijst{Punten: punten})
	}
}

// herkomst says what the comparison was made from.
func (d *vergelijking) herkomst() {
	var zinnen []string
	for i, k := range d.v.Kolommen {
		if d.v.Methoden && i > 0 {
			break // the same case file
		}
		r, naam := k.Result.Receipt(), d.Naam(i)
		if d.v.Methoden {
			naam = d.w.Kolommen.Zaakbestand
		}
		zinnen = append(zinnen, d.vul(d.w.Herkomst, map[string]any{"Kolom": naam, "Bestand": r.Bestand, "SHA256": r.BestandSHA}))
	}
	zinnen = append(zinnen, d.vul(d.w.HerkomstSlot, map[string]any{"Versie": d.r.Receipt().Versie}))
	if d.v.Methoden {
		zinnen = []string{strings.Join(zinnen, " ")} // room is scarce
	}
	for _, z := range zinnen {
		d.add(Alinea{Stijl: Klein, Tekst: z})
	}
}
