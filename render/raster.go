package render

import (
	"slices"
	"unicode/utf8"

	"annex/calc/sheet"
)

// raster is a grid of lines: a row for each Rij, a column for each Kolom. All lines
// of a column have the same formula, so that it is printed once, for one row.
type raster struct {
	titel    string
	kolommen []string
	rijen    []rasterrij
}

type rasterrij struct {
	naam   string
	regels []rasterregel
}

type rasterregel struct {
	nummer string
	*sheet.LineResult
}

func (r *raster) voegToe(nummer string, l *sheet.LineResult) {
	if !slices.Contains(r.kolommen, l.Kolom) {
		r.kolommen = append(r.kolommen, l.Kolom)
	}
	if len(r.rijen) == 0 || r.rijen[len(r.rijen)-1].naam != l.Rij {
		r.rijen = append(r.rijen, rasterrij{naam: l.Rij})
	}
	last := &r.rijen[len(r.rijen)-1]
	last.regels = append(last.regels, rasterregel{nummer, l})
}

// sprekend gives the first row that does not begin with nil: of nil nothing can be
// followed.
func (r *raster) sprekend() int {
	return max(0, slices.IndexFunc(r.rijen, func(x rasterrij) bool { return !x.regels[0].Value.IsZero() }))
}

// in gives the line of a row that stands in a column; nil where there is none.
func (r rasterrij) in(kolom string) *sheet.LineResult {
	i := slices.IndexFunc(r.regels, func(l rasterregel) bool { return l.Kolom == kolom })
	if i < 0 {
		return nil
	}
	return r.regels[i].LineResult
}

// inRaster prints an amount in the cents all of its column have, and what is no
// amount as it is.
func inRaster(l *sheet.LineResult) string {
	if l.Unit.Money() {
		return sheet.FormatNumber(l.Value, 2)
	}
	return l.Text()
}

// lang tells whether the name of a row asks for a wide column.
func (r rasterrij) lang() bool {
	const kort = 18 // characters that fit in a narrow column
	return utf8.RuneCountInString(r.naam) > kort
}

// naambreedte is how wide the names of the rows are, beside the amounts.
func (r raster) naambreedte() float64 {
	if slices.ContainsFunc(r.rijen, rasterrij.lang) {
		return 4
	}
	return 1.6
}

// raster prints the grid with its amounts, and below it one row worked out.
func (b *bijlage) raster(r raster) {
	t := b.t.Berekening
	b.add(Kop{Niveau: 3, Tekst: r.titel})
	enkel := len(r.kolommen) == 1
	// Amounts of more columns are read across and down; a list can go on on a next page.
	table := Tabel{Inhoud: r.titel, Bijeen: !enkel, Kolommen: []Kolom{{Kop: t.Kolommen[0], Breedte: 1.5}, {Breedte: r.naambreedte()}}}
	if enkel {
		table.Kolommen = []Kolom{{Kop: t.Kolommen[0], Breedte: 0.8}, {Kop: t.Kolommen[1], Breedte: 4}, {Kop: t.RasterIngevuld, Breedte: 4}}
	}
	for _, k := range r.kolommen {
		table.Kolommen = append(table.Kolommen, Kolom{Kop: sheet.Capital(k), Breedte: 1.5, Uitlijning: Rechts})
	}
	for _, rij := range r.rijen {
		eerste, laatste := rij.regels[0], rij.regels[len(rij.regels)-1]
		row := tekstrij(eerste.nummer, rij.naam)
		if enkel {
			row.Cellen[1].Onder = nonEmpty(b.verkort(eerste.Source))
			ingevuld := eerste.Numbers
			if eerste.Value.IsZero() {
				ingevuld = "" // it plays no part
			}
			row.Cellen = append(row.Cellen, Cel{Onder: nonEmpty(ingevuld)})
		} else {
			row.Cellen[0].Tekst = b.vul(t.RasterNummers, map[string]any{"Van": eerste.nummer, "Tot": laatste.nummer})
		}
		for _, k := range r.kolommen {
			cel := Cel{}
			if l := rij.in(k); l != nil {
				cel = Cel{Tekst: inRaster(l), Regel: l.ID}
			}
			row.Cellen = append(row.Cellen, cel)
		}
		table.Rijen = append(table.Rijen, row)
	}
	b.add(table)
	if len(r.kolommen) == 1 {
		return // each row shows its own
	}
	uitgewerkt := r.rijen[r.sprekend()]
	var rows []Rij
	for _, l := range uitgewerkt.regels {
		rows = append(rows, b.regel(l.nummer, l.LineResult))
	}
	k := t.Kolommen
	b.add(Alinea{Stijl: Klein, Tekst: b.vul(t.RasterUitgewerkt, map[string]any{"Rij": uitgewerkt.naam})})
	b.add(Tabel{Inhoud: r.titel, Rijen: rows, Kolommen: []Kolom{
		{Kop: k[0], Breedte: 0.8}, {Kop: k[1], Breedte: 5.6}, {Kop: k[2], Breedte: 1.4, Uitlijning: Rechts}, {Kop: k[3], Breedte: 2.4},
	}})
}
