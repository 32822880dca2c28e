package render

import (
	"strings"
	"time"

	"annex/calc/sheet"
)

// uitleg tells in plain language how the amount came about, and shows who bears
// what. It tells the first period; the lines of the calculation show the others.
func (b *bijlage) uitleg() {
	b.deel(b.t.Koppen.Uitleg, false)
	velden := b.uitlegVelden()
	for _, u := range b.t.Uitleg {
		b.add(Kop{Niveau: 3, Tekst: u.Kop})
		b.add(Alinea{Tekst: b.vul(u.Tekst, velden)})
	}
	several := len(b.periods()) > 1
	byPeriod := map[int]*Figuur{}
	var order []int
	for _, picture := range b.r.Beelden() {
		nr := picture.Periode.Nummer
		f, ok := byPeriod[nr]
		if !ok {
			f = &Figuur{Bijschrift: b.t.Figuur.Bijschrift}
			if several {
				f.Bijschrift += ", " + picture.Periode.Tekst
			}
			byPeriod[nr] = f
			order = append(order, nr)
		}
		balk, alt := b.balk(picture)
		f.Balken = append(f.Balken, balk)
		f.Alternatief = strings.TrimSpace(f.Alternatief + " " + alt)
	}
	for _, nr := range order {
		b.add(*byPeriod[nr])
	}
}

// balk makes one bar of a picture; parts that do not occur are left out.
func (b *bijlage) balk(p sheet.Beeld) (Balk, string) {
	whole := b.r.Line(p.Geheel)
	balk := Balk{Naam: p.Naam, Tekst: amount(whole)}
	var spoken []map[string]any
	for _, d := range p.Delen {
		l := b.r.Line(d.Regel)
		if l.Value.IsZero() || !l.Applies {
			continue
		}
		balk.Delen = append(balk.Delen, Deel{Naam: d.Naam, Waarde: l.Value, Tekst: amount(l)})
		spoken = append(spoken, map[string]any{"Naam": sheet.Capital(d.Naam), "Bedrag": amount(l)})
	}
	return balk, b.vul(b.t.Figuur.Alternatief, map[string]any{"Kind": p.Naam, "Geheel": amount(whole), "Delen": spoken})
}

// uitlegVelden gathers what the plain-language texts may mention.
func (b *bijlage) uitlegVelden() map[string]any {
	prefix := ""
	if len(b.periods()) > 1 {
		prefix = "p1."
	}
	text := func(id string) string {
		if l := b.r.Line(prefix + id); l != nil && l.Applies {
			return amount(l)
		}
		return ""
	}
	var kinderen []string
	ouders := map[string]string{}
	var order []string
	for _, p := range b.r.Betalingen() {
		if p.Periode.Nummer == 1 && p.Voor.ID != "" && !p.Geindexeerd {
			kinderen = append(kinderen, p.Voor.Naam)
		}
		for _, o := range []sheet.Persoon{p.Ontvanger, p.Betaler} {
			if _, ok := ouders[o.ID]; !ok {
				ouders[o.ID] = o.Naam
				order = append(order, o.ID)
			}
		}
	}
	var parents []map[string]any
	for _, id := range order {
		parents = append(parents, map[string]any{
			"Naam": ouders[id], "Draagkracht": text(id + ".draagkracht"), "Aandeel": text("verdeling.aandeel_" + id),
		})
	}
	return map[string]any{
		"Kinderen": sheet.Enumerate(kinderen), "MeerKinderen": len(kinderen) > 1,
		"EigenAandeel": text("behoefte.eigen_aandeel"), "Tekort": text("verdeling.tekort"), "Ouders": parents,
	}
}

// amount prints a value as a reader meets it: amounts with the euro sign.
func amount(l *sheet.LineResult) string {
	if l.Unit.Money() {
		return "€ " + l.Text()
	}
	return l.Text()
}

func tekstrij(cells ...string) Rij {
	var r Rij
	for _, c := range cells {
		r.Cellen = append(r.Cellen, Cel{Tekst: c})
	}
	return r
}

func prefixed(prefix, text string) string {
	if text == "" {
		return ""
	}
	return prefix + text
}

func nonEmpty(texts ...string) []string {
	var out []string
	for _, t := range texts {
		if t != "" {
			out = append(out, t)
		}
	}
	return out
}

func window(from, until time.Time) string {
	return from.Format("02-01-2006") + " t/m " + until.Format("02-01-2006")
}
