package render

import (
	"strings"
	"time"

	"annex/calc/sheet"
)

// opeenvolgend gives what one amount was and became, where nobody in particular
// pays it: as it was fixed, then after each indexation.
func (b *bijlage) opeenvolgend() []sheet.Betaling {
	var out []sheet.Betaling
	for _, p := range b.r.Betalingen() {
		if p.Betaler.ID == "" {
			out = append(out, p)
		}
	}
	return out
}

// indexering tells what the amount became, and by which steps.
func (b *bijlage) indexering() {
	amounts := b.opeenvolgend()
	if len(amounts) == 0 {
		return
	}
	b.add(Alinea{Stijl: Nadruk, Tekst: b.vul(b.t.Uitkomst.Indexering, b.indexeringVelden())})
	var rows []Rij
	for _, p := range amounts {
		rows = append(rows, b.stap(p))
	}
	k := b.t.Uitkomst.Indexeringskolommen
	b.add(Tabel{Inhoud: b.t.Koppen.Uitkomst, Rijen: rows, Kolommen: []Kolom{
		{Kop: k[0], Breedte: 17}, {Kop: k[1], Breedte: 10, Uitlijning: Rechts}, {Kop: k[2], Breedte: 21, Uitlijning: Rechts},
		{Kop: k[3], Breedte: 11.5, Uitlijning: Rechts}, {Kop: k[4], Breedte: 23}, {Kop: k[5], Breedte: 10},
	}})
}

// stap is the row of one amount: the day, the percentage with its source, and
// the sum.
func (b *bijlage) stap(p sheet.Betaling) Rij {
	l := b.r.Line(p.Regel)
	rij := tekstrij(day(p.Periode), "", b.t.Uitkomst.ZoalsVastgesteld, "", "", "")
	if n := percentage(l); n != nil {
		rij = tekstrij(day(p.Periode), n.Text(), l.Numbers, "", b.verkort(n.Value.Source), string(n.Value.Status))
	}
	rij.Cellen[3] = waarde(l)
	if l.Slot {
		rij.Soort = Totaalrij
	}
	return rij
}

// percentage is the published figure an indexed amount rests on; nil for the
// amount as it was fixed.
func percentage(l *sheet.LineResult) *sheet.Norm {
	if list := l.Norms(); len(list) > 0 {
		return list[0]
	}
	return nil
}

// indexeringVelden gathers what the texts may mention of the steps; nothing
// where there are none.
func (b *bijlage) indexeringVelden() map[string]any {
	amounts := b.opeenvolgend()
	if len(amounts) < 2 {
		return nil
	}
	velden := map[string]any{}
	tell := func(bedrag, dag string, p sheet.Betaling) *sheet.LineResult {
		l := b.r.Line(p.Regel)
		velden[bedrag], velden[dag] = amount(l), strings.ReplaceAll(day(p.Periode), " ", "\u00a0")
		return l
	}
	tell("Vastgesteld", "VastgesteldOp", amounts[0])
	tell("Bedrag", "Per", amounts[len(amounts)-1])
	if n := percentage(tell("EersteBedrag", "EerstePer", amounts[1])); n != nil {
		velden["EerstePercentage"] = n.Text()
	}
	return velden
}

// day prints the first day of a period.
func day(p sheet.Periode) string {
	d, err := time.Parse(time.DateOnly, p.Vanaf)
	if err != nil {
		return p.Tekst
	}
	return sheet.FormatDate(d)
}
