package render

import (
	"time"

	"annex/calc/sheet"
	"annex/norms"
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
			Alinea{Tekst: "Geldig " + window(p.From, p.Until) + ". Status: " + string(o.Status()) + ". Bron: " + p.Source.String() + "."},
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

func waarden(list []norms.Value) Tabel {
	t := Tabel{Kolommen: []Kolom{
		{Kop: "Norm", Breedte: 3}, {Kop: "Waarde", Breedte: 1, Uitlijning: Rechts}, {Kop: "Eenheid", Breedte: 1},
		{Kop: "Bron", Breedte: 3}, {Kop: "Status", Breedte: 1.2},
	}}
	for _, v := range list {
		t.Rijen = append(t.Rijen, tekstrij(sheet.Capital(v.Label), sheet.FormatPublished(v.Amount), v.Unit, v.Source.String(), string(v.Status)))
	}
	return t
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
		for _, c := range row {
			text := sheet.FormatPublished(c.Amount)
			if c.Status == norms.EnkeleBron {
				text += " *"
			}
			r.Cellen = append(r.Cellen, Cel{Tekst: text})
		}
		out.Rijen = append(out.Rijen, r)
	}
	return out
}
