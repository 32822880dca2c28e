package render

import (
	"slices"
	"strings"

	"annex/calc/sheet"
	"annex/templates"
)

// uitleg tells in plain language how the amounts of each period came about, and
// shows who bears what. What holds for every period is told once, at the end.
func (b *bijlage) uitleg() {
	periods := b.periods()
	vertelden := make([]verteld, len(b.soorten))
	for i := range vertelden {
		vertelden[i] = verteld{slot: velden{}, vorige: map[int]string{}}
	}
	for i, nr := range periods {
		v := b.verteller(nr)
		for j, soort := range b.soorten {
			f := v.over(soort)
			if f == nil {
				continue // nothing of that kind in this period
			}
			f["Eerste"] = i == 0
			if i == 0 {
				b.vertel(b.vragen(soort), vooraf, f, map[int]string{})
			}
			b.uitlegkop(v, soort)
			b.vertel(b.vragen(soort), perPeriode, f, vertelden[j].vorige)
			if soort == kinderalimentatie {
				b.figuur(nr)
			}
			vertelden[j].slot.verzamel(f)
		}
	}
	b.verloop()
	for j, soort := range b.soorten {
		items := b.vragen(soort)
		if j == 0 && len(periods) > 1 && slices.ContainsFunc(items, func(u templates.Uitleg) bool { return u.Eenmaal }) {
			b.add(Kop{Niveau: 2, Tekst: b.t.Koppen.AllePerioden})
		}
		b.vertel(items, eenmaal, vertelden[j].slot, map[int]string{})
	}
}

// vragen are the questions to be answered of one kind of maintenance.
func (b *bijlage) vragen(soort string) []templates.Uitleg { return eigen(b, b.t.Uitleg, soort) }

// moment is when a question is answered: before the periods, in each of them, or
// once for all of them, at the end.
type moment int

const (
	perPeriode moment = iota
	vooraf
	eenmaal
)

func momentVan(u templates.Uitleg) moment {
	switch {
	case u.Vooraf:
		return vooraf
	case u.Eenmaal:
		return eenmaal
	}
	return perPeriode
}

// verteld is what was told of one kind of maintenance: what the texts that are told
// once may mention, and the answers of the period before.
type verteld struct {
	slot   velden
	vorige map[int]string
}

// uitlegkop says which period and which kind of maintenance comes now, where there
// are more of them.
func (b *bijlage) uitlegkop(v *verteller, soort string) {
	var delen []string
	if len(b.periods()) > 1 {
		delen = append(delen, v.p.periode.Tekst)
	}
	if len(b.soorten) > 1 {
		delen = append(delen, b.t.Soorten[soort])
	}
	if len(delen) > 0 {
		b.add(Kop{Niveau: 2, Tekst: sheet.Capital(strings.Join(delen, ": "))})
	}
}

// over gives what the texts may mention of one kind of maintenance; nil where there
// is none of it in the period.
func (v *verteller) over(soort string) velden {
	if soort == partneralimentatie {
		return v.partner()
	}
	if soort == kinderalimentatie && len(v.p.alle()) == 0 {
		return nil
	}
	if v.b.methode == wetsvoorstel {
		return v.voorstel()
	}
	return v.velden()
}

// vertel prints the questions with an answer that are told at this moment. An answer that is the same as in the period before, by place in items,
// is not told again.
func (b *bijlage) vertel(items []templates.Uitleg, nu moment, f velden, vorige map[int]string) {
	for i, u := range items {
		if momentVan(u) != nu {
			continue
		}
		text := b.vul(u.Tekst, f)
		same := text == vorige[i]
		vorige[i] = text
		if text == "" {
			continue
		}
		if same {
			text = b.t.UitlegGelijk
		}
		b.add(Kop{Niveau: 3, Tekst: b.vul(u.Kop, f)})
		for _, alinea := range strings.Split(text, "\n") {
			b.alinea(Alinea{Tekst: strings.TrimSpace(alinea)})
		}
	}
}

// velden are what a text may mention.
type velden map[string]any

// figuur shows who bears what of the costs of each child. Children for whom
// everything is the same share a bar.
func (b *bijlage) figuur(periode int) {
	f := Figuur{Bijschrift: b.t.Figuur.Bijschrift}
	var children [][]string
	for _, picture := range b.beelden(periode) {
		balk := b.balk(picture)
		if i := slices.IndexFunc(f.Balken, func(x Balk) bool { return x.equal(balk) }); i >= 0 {
			children[i] = append(children[i], picture.Naam)
			continue
		}
		f.Balken = append(f.Balken, balk)
		children = append(children, []string{picture.Naam})
	}
	if len(f.Balken) == 0 {
		return
	}
	for i := range f.Balken {
		f.Balken[i].Naam = sheet.Enumerate(children[i])
		f.Alternatief = strings.TrimSpace(f.Alternatief + " " + b.gesproken(f.Balken[i]))
	}
	b.add(f)
}

func (b *bijlage) beelden(periode int) []sheet.Beeld {
	var out []sheet.Beeld
	for _, picture := range b.r.Beelden() {
		if picture.Periode.Nummer == periode {
			out = append(out, picture)
		}
	}
	return out
}

// balk makes one bar of a picture; parts that do not occur are left out.
func (b *bijlage) balk(p sheet.Beeld) Balk {
	balk := Balk{Naam: p.Naam, Tekst: amount(b.r.Line(p.Geheel))}
	for _, d := range p.Delen {
		l := b.r.Line(d.Regel)
		if !l.Value.IsZero() && l.Applies {
			balk.Delen = append(balk.Delen, Deel{Naam: d.Naam, Waarde: l.Value, Tekst: amount(l)})
		}
	}
	return balk
}

// equal tells whether two bars are the same but for their names.
func (b Balk) equal(c Balk) bool {
	return b.Tekst == c.Tekst && slices.EqualFunc(b.Delen, c.Delen, func(x, y Deel) bool { return x.Naam == y.Naam && x.Tekst == y.Tekst })
}

// gesproken says in words what a bar shows.
func (b *bijlage) gesproken(balk Balk) string {
	var delen []map[string]any
	for _, d := range balk.Delen {
		delen = append(delen, map[string]any{"Naam": sheet.Capital(d.Naam), "Bedrag": d.Tekst})
	}
	return b.vul(b.t.Figuur.Alternatief, map[string]any{"Kind": balk.Naam, "Geheel": balk.Tekst, "Delen": delen})
}
