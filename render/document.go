// Package render holds what both documents share: the structure of a document
// as a reader meets it (headings, paragraphs, tables, a figure), and filling
// that structure from a calculation. It draws nothing and calculates nothing:
// every amount in it comes from a sheet.Result as it stands there.
package render

import (
	"time"

	"github.com/shopspring/decimal"
)

// Document is a document in reading order, without a layout. Its texts hold no
// line breaks, and its blocks are values, not pointers.
type Document struct {
	Titel      string // title of the document: "Berekening kinderalimentatie"
	Ondertitel string // "Productie 7"; may be empty
	Onderwerp  string // for the document properties
	Auteur     string // for the document properties; may be empty
	Datum      time.Time
	// Voorbehoud is what no reader of any page may miss: it stands at the top of
	// every page, and above the text where there are no pages. May be empty.
	Voorbehoud string
	// KoptekstLinks and KoptekstRechts stand at the top of every page:
	// case number and kenmerk. "pagina x van y" is added by the renderer.
	KoptekstLinks, KoptekstRechts string
	// Voettekst stands at the bottom of every page, left of the page number.
	Voettekst string
	// Briefhoofd stands above the title of the first page; nil for none.
	Briefhoofd *Briefhoofd
	Blokken    []Blok
}

// Briefhoofd is the letterhead of who made the document.
type Briefhoofd struct {
	Logo   *Logo // nil for none
	Regels []string
}

// Logo is a picture that stands for a firm.
type Logo struct {
	Data        []byte // PNG or JPEG
	Alternatief string // says in words what it is: "Oorbeeld advocaten"
}

// Blok is one block of a document: Kop, Alinea, Lijst, Tabel, Figuur,
// Inhoudsopgave, Code or Invulvelden.
type Blok interface{ blok() }

// Kop is a heading. It is never left alone at the foot of a page.
type Kop struct {
	Niveau       int    // 1 (part of the document), 2 or 3
	Tekst        string // with its number, if it has one: "3. Draagkracht van de vader"
	NieuwePagina bool   // starts on a new page
	NaVoorblad   bool   // starts on a new page if all that is before it fits on the first, which then stands alone
}

// Stijl is how an Alinea presents itself.
type Stijl int

const (
	Gewoon Stijl = iota
	Klein        // small print: sources, remarks
	Nadruk       // the sentence a reader must not miss: bold
	Kader        // a framed block, for the outcome and for warnings
)

// Alinea is one paragraph of running text.
type Alinea struct {
	Tekst string
	Stijl Stijl
}

// Lijst is a list of points.
type Lijst struct {
	Punten []string
}

// Uitlijning is how the cells of a column are aligned.
type Uitlijning int

const (
	Links Uitlijning = iota
	Rechts
)

// Kolom is one column of a table.
type Kolom struct {
	Kop        string  // a table without any has no header row
	Onder      string  // below Kop, in small print; may be empty
	Breedte    float64 // relative to the other columns; more than 0
	Uitlijning Uitlijning
}

// RijSoort is what a row of a table is.
type RijSoort int

const (
	GewoneRij   RijSoort = iota
	Tussenkop            // a heading inside the table, over all columns: only the first cell is set
	Totaalrij            // an outcome: a rule above, bold
	GedempteRij          // does not apply here: grey, and its text says so
)

// Cel is one cell: its text, and below it in small print what belongs to it
// (a formula, what was filled in, a remark).
type Cel struct {
	Tekst string
	Onder []string
	// Regel is the id of the line whose value Tekst shows, or the name of the
	// controlegetal (Controle.Regel); empty where it shows something else. The PDF
	// carries it with the cell, so that a printed amount can be laid beside a
	// calculation.
	Regel string
	// Verwijzing is the web address that Tekst leads to; may be empty.
	Verwijzing string
}

// Rij is one row of a table. It is never split over two pages unless it is
// higher than a page.
type Rij struct {
	Soort  RijSoort
	Cellen []Cel
}

// Tabel is a table with header cells; the header is repeated on each page.
type Tabel struct {
	Inhoud     string // what the table holds, for who cannot see it; not printed
	Bijschrift string // caption, printed above the table; may be empty
	Kolommen   []Kolom
	Rijen      []Rij
	Bijeen     bool // keep on one page, together with the heading before it, when it fits on one
}

// Deel is one part of a bar.
type Deel struct {
	Naam   string // "de vader betaalt"
	Waarde decimal.Decimal
	Tekst  string // the amount as printed: "€ 138"
}

// Balk is one bar of a Figuur, made of parts.
type Balk struct {
	Naam  string // "Noor"
	Tekst string // the whole, as printed: "€ 450"
	Delen []Deel
}

// Figuur shows how wholes are made up of parts, as horizontal bars on one
// scale. Parts are told apart by pattern or shade and by their legend, never by
// colour alone.
type Figuur struct {
	Bijschrift  string
	Alternatief string // says in words what the figure shows
	Balken      []Balk
	// Langste sets the scale where figures share one: the longest bar of all of them.
	// Zero: the longest of this figure.
	Langste decimal.Decimal
}

// Inhoudsopgave lists the headings of level 1 of the document, each with its page.
type Inhoudsopgave struct {
	Kop string // above the list; no heading of the document itself
}

// Code is a QR code, with text beside it that says what it is for.
type Code struct {
	Inhoud      string // what the code holds
	Alternatief string // says in words what it is
	Naast       []string
}

// Invulvelden are lines that are filled in by hand: a name, a place, a signature.
type Invulvelden struct {
	Velden []string // what is to be filled in
}

func (Kop) blok()    {}
func (Alinea) blok() {}
func (Lijst) blok()  {}
func (Tabel) blok()  {}
func (Figuur) blok() {}

func (Inhoudsopgave) blok() {}
func (Code) blok()          {}
func (Invulvelden) blok()   {}
