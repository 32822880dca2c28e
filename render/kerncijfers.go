package render

import (
	"slices"

	"annex/calc/sheet"
)

// kerncijfers gives the few figures the outcome rests on: with some periods
// beside each other, with many below each other.
func (b *bijlage) kerncijfers() {
	list := slices.DeleteFunc(b.r.Kerncijfers(), func(k sheet.Kerncijfer) bool { return !b.toont(b.r.Line(k.Regel).Section()) })
	if len(list) == 0 {
		return
	}
	b.tussenkop(b.t.Koppen.Kerncijfers)
	var perioden []sheet.Periode
	for _, k := range list {
		if !slices.Contains(perioden, k.Periode) {
			perioden = append(perioden, k.Periode)
		}
	}
	const naastElkaar = 4 // columns of amounts that fit beside the names
	if len(perioden) > 1 && len(perioden) <= naastElkaar {
		b.add(b.kernoverzicht(list, perioden))
		return
	}
	var rows []Rij
	for i, k := range list {
		if len(perioden) > 1 && (i == 0 || k.Periode != list[i-1].Periode) {
			rows = append(rows, Rij{Soort: Tussenkop, Cellen: []Cel{{Tekst: sheet.Capital(k.Periode.Tekst)}}})
		}
		rows = append(rows, Rij{Cellen: []Cel{{Tekst: k.Naam}, waarde(b.r.Line(k.Regel))}})
	}
	b.add(Tabel{Inhoud: b.t.Koppen.Kerncijfers, Bijeen: len(rows) <= 10, Rijen: rows, Kolommen: []Kolom{{Breedte: 4}, {Breedte: 1, Uitlijning: Rechts}}})
}

// kernoverzicht sets the figures of a few periods beside each other.
func (b *bijlage) kernoverzicht(list []sheet.Kerncijfer, perioden []sheet.Periode) Tabel {
	t := Tabel{Inhoud: b.t.Koppen.Kerncijfers, Kolommen: []Kolom{{Breedte: 2.4}}}
	for _, p := range perioden {
		t.Kolommen = append(t.Kolommen, Kolom{Kop: b.vul(b.t.Uitkomst.Vanaf, map[string]any{"Dag": day(p)}), Breedte: 1, Uitlijning: Rechts})
	}
	keys := kernsleutels(list)
	var order []kernsleutel
	row := map[kernsleutel]Rij{}
	after := -1 // where the figure before it stands
	for i, k := range list {
		if i > 0 && k.Periode != list[i-1].Periode {
			after = -1
		}
		at := slices.Index(order, keys[i])
		if at < 0 {
			at = after + 1
			for at > 0 && at < len(order) && order[at].na == order[at-1].naam {
				at++ // what belongs to the figure before it stays there
			}
			order = slices.Insert(order, at, keys[i])
			cells := []Cel{{Tekst: k.Naam}}
			for range perioden {
				cells = append(cells, Cel{Tekst: b.t.Uitkomst.Geen})
			}
			row[keys[i]] = Rij{Cellen: cells}
		}
		after = at
		row[keys[i]].Cellen[1+slices.Index(perioden, k.Periode)] = waarde(b.r.Line(k.Regel))
	}
	for _, key := range order {
		t.Rijen = append(t.Rijen, row[key])
	}
	return t
}

// kernsleutel tells the same figure in other periods. A name that occurs more
// than once in a period belongs to the figure before it.
type kernsleutel struct{ naam, na string }

func kernsleutels(list []sheet.Kerncijfer) []kernsleutel {
	type naamInPeriode struct {
		naam    string
		periode sheet.Periode
	}
	times := map[naamInPeriode]int{}
	vaker := map[string]bool{}
	for _, k := range list {
		n := naamInPeriode{k.Naam, k.Periode}
		times[n]++
		vaker[k.Naam] = vaker[k.Naam] || times[n] > 1
	}
	out := make([]kernsleutel, len(list))
	for i, k := range list {
		out[i].naam = k.Naam
		if vaker[k.Naam] && i > 0 {
			out[i].na = list[i-1].Naam
		}
	}
	return out
}
