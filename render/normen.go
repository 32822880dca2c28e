package render

import (
	"slices"
	"time"

	"annex/calc/sheet"
	"annex/norms"

	"github.com/shopspring/decimal"
)

// Normen shows published figures with their period, source and status: those
// that apply on a day, or all when op is nil.
func Normen(list []norms.Overzicht, op *time.Time) *Document {
	d := &Document{Titel: "Normen"}
	if op != nil {
		d.Ondertitel = "geldig op " + sheet.FormatDate(*op)
	}
	for _, o := range list {
		p := o.Publicatie
		d.Blokken = append(d.Blokken,
			Kop{Niveau: 2, Tekst: p.Titel},
			Alinea{Tekst: geldigheid(o) + ". Status: " + string(o.Status()) + ". Bron: " + p.Source.String() + "."},
			Alinea{Tekst: p.Toelichting},
		)
		if len(o.Waarden) > 0 {
			d.Blokken = append(d.Blokken, waarden(o.Waarden))
		}
		for _, t := range o.Tabellen {
			d.Blokken = append(d.Blokken, Kop{Niveau: 3, Tekst: sheet.Capital(t.Label)}, normtabel(t))
		}
	}
	return d
}

// geldigheid says when figures apply. Where each takes effect on its own day, the
// period is only that of the list.
func geldigheid(o norms.Overzicht) string {
	p := o.Publicatie
	if eigenDag(o.Waarden) {
		return "Lijst van " + window(p.From, p.Until)
	}
	return "Geldig " + window(p.From, p.Until)
}

func eigenDag(list []norms.Value) bool {
	return slices.ContainsFunc(list, func(v norms.Value) bool { return !v.Vanaf.IsZero() })
}

func waarden(list []norms.Value) Tabel {
	t := Tabel{Kolommen: []Kolom{
		{Kop: "Norm", Breedte: 3}, {Kop: "Waarde", Breedte: 1, Uitlijning: Rechts}, {Kop: "Eenheid", Breedte: 1.3},
		{Kop: "Bron", Breedte: 2.9}, {Kop: "Status", Breedte: 1.2},
	}}
	own := eigenDag(list)
	if own {
		t.Kolommen = slices.Insert(t.Kolommen, 3, Kolom{Kop: "Geldig", Breedte: 1.8})
	}
	for _, v := range list {
		row := tekstrij(sheet.Capital(v.Label), published(v.Amount, v.Unit), v.Unit, v.Source.String(), string(v.Status))
		if own {
			row.Cellen = slices.Insert(row.Cellen, 3, Cel{Tekst: "per " + v.Vanaf.Format("02-01-2006")})
		}
		t.Rijen = append(t.Rijen, row)
	}
	return t
}

// published prints a figure; a year has no separator for thousands.
func published(d decimal.Decimal, unit string) string {
	if unit == "jaar" {
		return d.String()
	}
	return sheet.FormatPublished(d)
}

// normtabel prints a table; a figure with one source is marked, because a
// colour would not show in a terminal.
func normtabel(t norms.Table) Tabel {
	out := Tabel{}
	for _, c := range t.Columns {
		out.Kolommen = append(out.Kolommen, Kolom{Kop: c.Label + " (" + c.Unit + ")", Breedte: 1, Uitlijning: Rechts})
	}
	for _, row := range t.Rows {
		var r Rij
		for i, c := range row {
			text := published(c.Amount, t.Columns[i].Unit)
			if c.Status == norms.EnkeleBron {
				text += " *"
			}
			r.Cellen = append(r.Cellen, Cel{Tekst: text})
		}
		out.Rijen = append(out.Rijen, r)
	}
	return out
}
