package render

import (
	"fmt"
	"slices"
	"strings"

	"annex/calc/sheet"
	"annex/calc/watals"
	"annex/norms"
	"annex/templates"
)

// Bijlage fills the structure of the PDF bijlage from a result, with the chapters
// and texts of t, and what comes with it: how the document can be verified, or what
// other figures would do; without it, it says nothing of that. The error names a field
// that a text asks for and that does not exist, or a part.
func Bijlage(r *sheet.Result, t *templates.Bijlage, erbij ...Erbij) (*Document, error) {
	b := nieuw(r, t)
	b.neem(erbij)
	return b.vulAlles()
}

// Partnerbijlage fills the structure of a bijlage with partneralimentatie alone,
// beside a separate one for the children. Lines of what children cost are not in it;
// the numbers are those of the whole calculation, as in the workbook.
func Partnerbijlage(r *sheet.Result, t *templates.Bijlage, erbij ...Erbij) (*Document, error) {
	b := nieuw(r, t)
	b.neem(erbij)
	if b.alleenPartner = slices.Contains(b.soorten, partneralimentatie); b.alleenPartner {
		b.soorten = []string{partneralimentatie}
		b.titel()
	}
	return b.vulAlles()
}

// Uitkomst fills the structure of the outcome alone, with what a reader must
// know of it.
func Uitkomst(r *sheet.Result, t *templates.Bijlage) (*Document, error) {
	b := nieuw(r, t)
	b.uitkomst()
	b.waarschuwingen()
	return b.klaar()
}

// Uitleg fills the part that explains the outcome in plain language, without a
// heading of its own.
func Uitleg(r *sheet.Result, t *templates.Bijlage) ([]Blok, error) {
	b := nieuw(r, t)
	b.uitleg()
	d, err := b.klaar()
	if err != nil {
		return nil, err
	}
	return d.Blokken, nil
}

// Erbij is what can come with a result in a bijlage: a Controle or a WatAls.
type Erbij interface{ bij(*bijlage) }

func (c Controle) bij(b *bijlage) { b.controle = &c }

// WatAls is what other figures would make of the amounts, for a bijlage that has the
// part about it.
type WatAls struct{ Lijst *watals.Lijst }

func (w WatAls) bij(b *bijlage) { b.watals = w.Lijst }

func (b *bijlage) neem(erbij []Erbij) {
	for _, e := range erbij {
		e.bij(b)
	}
}

// bijlage is a bijlage being filled.
type bijlage struct {
	r       *sheet.Result
	t       *templates.Bijlage
	methode string
	dossier sheet.Dossier
	soorten []string // of maintenance
	// alleenPartner leaves out what is about children.
	alleenPartner bool
	kort          bool          // of the lines of the calculation only the amounts
	kop           string        // of the chapter, without its letter
	controle      *Controle     // nil: not asked
	watals        *watals.Lijst // nil: not asked
	doc           Document
	gereed        [][]Blok // the chapters that have been filled, in order
	part          rune     // how many chapters have a letter
	err           error
}

// nieuw begins a document: what it is called and what stands on every page.
func nieuw(r *sheet.Result, t *templates.Bijlage) *bijlage {
	receipt := r.Receipt()
	b := &bijlage{r: r, t: t, methode: receipt.Methode, dossier: receipt.Dossier, soorten: soorten(r)}
	stuk := t.Stukken[b.dossier.Stuk]
	if b.dossier.Kenmerk != "" {
		stuk = b.dossier.Kenmerk
	}
	b.doc.Ondertitel = b.vul(t.Ondertitel, map[string]any{"Stuk": stuk, "Namens": b.dossier.Namens})
	b.titel()
	b.doc.Auteur = b.dossier.Opsteller
	b.doc.Datum = receipt.Datum
	b.doc.KoptekstLinks = b.dossier.Zaaknummer
	b.doc.KoptekstRechts = b.doc.Ondertitel
	b.doc.Voettekst = t.Voettekst
	b.doc.Voorbehoud = t.GeenGeldendRecht[b.methode]
	return b
}

// titel says what the document is about.
func (b *bijlage) titel() {
	b.doc.Titel, b.doc.Onderwerp = eigen(b, b.t.Titels, b.samen()), eigen(b, b.t.Onderwerpen, b.samen())
	if b.dossier.Voorlopig {
		b.doc.Titel += b.t.Voorlopig
	}
}

func (b *bijlage) klaar() (*Document, error) {
	if b.err != nil {
		return nil, b.err
	}
	b.doc.oneLine()
	return &b.doc, nil
}

// The kinds of maintenance by which the texts differ.
const (
	kinderalimentatie  = "kinderalimentatie"
	partneralimentatie = "partneralimentatie"
	partnerNetto       = "partneralimentatie_netto"
	partnerGeindexeerd = "partneralimentatie_geindexeerd"
	eerderGeindexeerd  = "alimentatie_geindexeerd"
	soortenInTitel     = "+"
)

// soorten gives the kinds of maintenance a result is about, in the order in which
// they are told.
func soorten(r *sheet.Result) []string {
	var out []string
	for _, p := range r.Betalingen() {
		soort := p.Soort
		switch soort {
		case partnerNetto, partnerGeindexeerd:
			soort = partneralimentatie
		}
		bekend := soort == kinderalimentatie || soort == partneralimentatie || soort == eerderGeindexeerd
		if bekend && !slices.Contains(out, soort) {
			out = append(out, soort)
		}
	}
	slices.Sort(out) // children go first (art. 1:400 BW)
	return out
}

// eigen gives what the template says of a kind of maintenance, or of the method
// where it says something else of that.
func eigen[T any](b *bijlage, texts map[string]T, soort string) T {
	if text, ok := texts[b.methode]; ok {
		return text
	}
	return texts[soort]
}

// samen names all kinds together, as the texts do: "kinderalimentatie+partneralimentatie".
func (b *bijlage) samen() string { return strings.Join(b.soorten, soortenInTitel) }

// perSoort gives what the template says of each kind of maintenance.
func (b *bijlage) perSoort(texts map[string]string) string {
	var out []string
	for _, soort := range b.soorten {
		out = append(out, nonEmpty(eigen(b, texts, soort))...)
	}
	return strings.Join(out, " ")
}

// add adds a block; a table without rows has nothing to say.
func (b *bijlage) add(blok Blok) {
	if t, ok := blok.(Tabel); ok && len(t.Rijen) == 0 {
		return
	}
	b.doc.Blokken = append(b.doc.Blokken, blok)
}

// alinea adds a paragraph; without a text there is none.
func (b *bijlage) alinea(a Alinea) {
	if a.Tekst != "" {
		b.add(a)
	}
}

// vul fills a text; the first error is kept.
func (b *bijlage) vul(t templates.Tekst, velden map[string]any) string {
	text, err := t.Vul(velden)
	return b.gevuld(text, err)
}

func (b *bijlage) gevuld(text string, err error) string {
	if err != nil {
		b.fout(fmt.Errorf("sjabloon van de bijlage: %w", err))
	}
	return text
}

// gegevens says which case the document belongs to.
func (b *bijlage) gegevens() {
	receipt := b.r.Receipt()
	g := b.t.Gegevens
	var rows []Rij
	for _, f := range []struct{ naam, waarde string }{
		{g.Zaaknummer, b.dossier.Zaaknummer},
		{g.Gerecht, b.dossier.Gerecht},
		{g.Partijen, sheet.Enumerate(b.dossier.Partijen)},
		{g.Namens, b.dossier.Namens},
		{g.Opsteller, b.dossier.Opsteller},
		{g.Datum, sheet.FormatDate(receipt.Datum)},
		{g.Methode, b.t.Methoden[receipt.Methode]},
	} {
		if f.waarde != "" {
			rows = append(rows, tekstrij(f.naam, f.waarde))
		}
	}
	b.add(Tabel{
		Inhoud: b.t.Koppen.Gegevens, Bijeen: true, Rijen: rows,
		Kolommen: []Kolom{{Breedte: 1}, {Breedte: 4}},
	})
	if receipt.Anoniem {
		b.add(Alinea{Stijl: Klein, Tekst: b.t.Anoniem})
	}
}

// uitgangspunten gives all that the calculation rests on.
func (b *bijlage) uitgangspunten() {
	b.tussenkop(b.t.Koppen.Uitgangspunten)
	b.add(Alinea{Tekst: b.t.Uitgangspunten.Inleiding})
	b.gegevenstabellen(b.r.Uitgangspunten())
}

// gegevenstabellen prints what a calculation rests on: facts in one table, and
// numbers, with their evidence, in another.
func (b *bijlage) gegevenstabellen(list []sheet.Uitgangspunt) {
	t := b.t.Uitgangspunten
	var rows, facts []Rij
	for _, group := range grouped(list) {
		if onlyFacts(group) {
			facts = append(facts, Rij{Soort: Tussenkop, Cellen: []Cel{{Tekst: group[0].Groep}}})
			for _, u := range group {
				facts = append(facts, Rij{Cellen: []Cel{{Tekst: u.Omschrijving}, {Tekst: u.Waarde, Onder: nonEmpty(remark(u, t.Aanname))}}})
			}
			continue
		}
		rows = append(rows, Rij{Soort: Tussenkop, Cellen: []Cel{{Tekst: group[0].Groep}}})
		for _, u := range group {
			rows = append(rows, Rij{Cellen: []Cel{{Tekst: u.Omschrijving}, {Tekst: u.Tekst()}, {Tekst: b.bewijs(u)}, {Tekst: remark(u, t.Aanname)}}})
		}
	}
	k := t.Kolommen
	b.add(Tabel{Inhoud: b.t.Koppen.Uitgangspunten, Rijen: facts, Kolommen: []Kolom{{Kop: k[0], Breedte: 2}, {Kop: k[1], Breedte: 4}}})
	b.add(Tabel{
		Inhoud: b.t.Koppen.Uitgangspunten, Rijen: rows,
		Kolommen: []Kolom{{Kop: k[0], Breedte: 3}, {Kop: k[1], Breedte: 1.3, Uitlijning: Rechts}, {Kop: k[2], Breedte: 1.6}, {Kop: k[3], Breedte: 2.2}},
	})
}

// grouped brings together what stands under one heading, in order of first
// appearance.
func grouped(list []sheet.Uitgangspunt) [][]sheet.Uitgangspunt {
	var out [][]sheet.Uitgangspunt
	at := map[string]int{}
	for _, u := range list {
		i, ok := at[u.Groep]
		if !ok {
			i = len(out)
			at[u.Groep] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], u)
	}
	return out
}

// onlyFacts tells whether a group has no numbers, and nothing with evidence, for
// which there is a column.
func onlyFacts(group []sheet.Uitgangspunt) bool {
	for _, u := range group {
		if u.Invoer != "" || u.Bron != "" {
			return false
		}
	}
	return true
}

// bewijs names the evidence of a number. Where none is named it says so, but not
// for what the case file left out altogether.
func (b *bijlage) bewijs(u sheet.Uitgangspunt) string {
	if u.Bron == "" && u.Toelichting == "" && (u.Eenheid.Money() || u.Eenheid == sheet.DagenPerWeek || u.Eenheid == sheet.NachtenPerJaar) {
		return b.t.Uitgangspunten.GeenBewijs
	}
	return u.Bron
}

func remark(u sheet.Uitgangspunt, aanname string) string {
	if !u.Aanname {
		return u.Toelichting
	}
	return strings.Join(nonEmpty(aanname, u.Toelichting), ": ")
}

// geenKeuzes is under what the template says that no choices were made, for every
// method that has no text of its own.
const geenKeuzes = "alimentatienormen"

func (b *bijlage) keuzes() {
	t := b.t.Keuzes
	b.tussenkop(b.t.Koppen.Keuzes)
	choices := b.r.Keuzes()
	if len(choices) == 0 {
		b.add(Alinea{Tekst: eigen(b, t.Geen, geenKeuzes)})
		b.alinea(Alinea{Stijl: Klein, Tekst: b.perSoort(t.Vast)})
		return
	}
	b.add(Alinea{Tekst: t.Inleiding})
	var rows []Rij
	for _, c := range choices {
		cell := Cel{Tekst: c.Grond}
		if c.Alternatief != "" {
			cell.Onder = []string{"Alternatief: " + c.Alternatief}
		}
		rows = append(rows, Rij{Cellen: []Cel{{Tekst: c.Onderwerp}, {Tekst: c.Keuze}, cell}})
	}
	b.add(Tabel{Inhoud: b.t.Koppen.Keuzes, Rijen: rows, Kolommen: []Kolom{
		{Kop: t.Kolommen[0], Breedte: 1.3}, {Kop: t.Kolommen[1], Breedte: 2}, {Kop: t.Kolommen[2], Breedte: 2.4},
	}})
	b.alinea(Alinea{Stijl: Klein, Tekst: b.perSoort(t.Vast)})
}

// nietMeegenomen says what has no effect on the outcome: what was entered in
// vain, and what this version does not calculate.
func (b *bijlage) nietMeegenomen() {
	t := b.t.Verantwoording
	b.add(Kop{Niveau: 2, Tekst: t.NietMeegenomen})
	var rows []Rij
	for _, n := range b.r.NietMeegenomen() {
		rows = append(rows, tekstrij(n.Wat, n.Reden))
	}
	b.add(Tabel{Inhoud: t.NietMeegenomen, Rijen: rows, Kolommen: []Kolom{{Kop: t.NietKolommen[0], Breedte: 2}, {Kop: t.NietKolommen[1], Breedte: 3}}})
}

// normen gives all published figures in use.
func (b *bijlage) normen() { b.normtabellen(b.r.Norms(), b.r.Tables()) }

// normtabellen prints published figures with their source.
func (b *bijlage) normtabellen(list []*sheet.Norm, tables []*sheet.Table) {
	t := b.t.Normen
	b.add(Alinea{Tekst: t.Inleiding})
	var rows []Rij
	for _, n := range list {
		v := n.Value
		if v.Tabelcijfer {
			continue
		}
		rows = append(rows, Rij{Cellen: []Cel{
			{Tekst: sheet.Capital(v.Label), Onder: nonEmpty(v.Toelichting)}, {Tekst: n.Text()},
			{Tekst: geldig(v)}, {Tekst: b.verkort(v.Source)}, {Tekst: string(v.Status)},
		}})
	}
	k := t.Kolommen
	b.add(Tabel{Inhoud: b.t.Koppen.Normen, Rijen: rows, Kolommen: []Kolom{
		{Kop: k[0], Breedte: 3}, {Kop: k[1], Breedte: 1.1, Uitlijning: Rechts}, {Kop: k[2], Breedte: 1.6}, {Kop: k[3], Breedte: 1.8}, {Kop: k[4], Breedte: 1},
	}})
	for _, table := range tables {
		b.tabel(table)
	}
}

// tabel prints a published table as it was used.
func (b *bijlage) tabel(t *sheet.Table) {
	n := t.Table
	b.add(Kop{Niveau: 2, Tekst: sheet.Capital(t.Label)})
	b.add(Alinea{Stijl: Klein, Tekst: fmt.Sprintf("%s; geldig %s. %s", b.verkort(n.Source), window(n.Publicatie.From, n.Publicatie.Until), n.Publicatie.Toelichting)})
	var columns []Kolom
	for _, c := range t.Columns {
		columns = append(columns, Kolom{Kop: sheet.Capital(c.Label), Breedte: 1, Uitlijning: Rechts})
	}
	var rows []Rij
	for i := range n.Rows {
		row := Rij{}
		for j := range t.Columns {
			text := t.Text(i, j)
			if n.Rows[i][j].Status == norms.EnkeleBron {
				text += b.t.Normen.Ster
			}
			row.Cellen = append(row.Cellen, Cel{Tekst: text})
		}
		rows = append(rows, row)
	}
	b.add(Tabel{Inhoud: t.Label, Kolommen: columns, Rijen: rows, Bijeen: true})
}

func (b *bijlage) verantwoording() {
	t := b.t.Verantwoording
	receipt := b.r.Receipt()
	b.add(Alinea{Tekst: t.Inleiding})
	rows := []Rij{tekstrij(t.Versie, receipt.Versie)}
	if receipt.Bestand != "" {
		rows = append(rows, tekstrij(t.Zaakbestand, receipt.Bestand), tekstrij(t.Hash, receipt.BestandSHA))
	}
	for _, n := range b.r.NormBestanden() {
		rows = append(rows, Rij{Cellen: []Cel{{Tekst: t.Normbestand}, {Tekst: n.Bron + " – " + n.Titel, Onder: []string{"SHA-256 " + n.SHA256}}}})
	}
	rows = append(rows, b.controlerijen()...)
	b.add(Tabel{Inhoud: b.t.Koppen.Verantwoording, Rijen: rows, Kolommen: []Kolom{{Kop: t.Kolommen[0], Breedte: 1.3}, {Kop: t.Kolommen[1], Breedte: 4}}})
	b.add(Alinea{Stijl: Klein, Tekst: t.Afronding})
	b.controlecode()
}
