package kind

import (
	"slices"

	"annex/calc/sheet"
	"annex/calc/zaak"
)

// verdeeld is what the division of the eigen aandeel over the parents gives.
type verdeeld struct {
	aandelen
	aandeel     [][]sheet.Expr // by child, of each parent
	tekort      []sheet.Expr   // by child
	helft       []sheet.Expr   // half of the shortage by child, not rounded
	heeftTekort sheet.Cond
}

// verdeling adds the draagkrachtvergelijking (Rapport 4.3.4, 5.1 stap 3).
func (b *berekening) verdeling(p periode, eigen aandelen, draagkracht []sheet.Expr) verdeeld {
	sc := b.sheet.Section(sheet.Section{
		ID: join(p.prefix, "verdeling"), Soort: SoortVerdeling, Titel: "Verdeling van de kosten over de ouders" + p.achter, Periode: p.nummer,
	}, join(p.prefix, "verdeling"))
	v := verdeeld{aandelen: eigen, aandeel: make([][]sheet.Expr, len(b.zaak.Kinderen))}
	gezamenlijk := sc.Add(sheet.Line{
		ID: "gezamenlijke_draagkracht", Label: "Gezamenlijke draagkracht", Unit: sheet.EURPerMaand,
		Expr: sheet.Sum(draagkracht...), Source: rapport("4.3.4"),
	})
	vergelijken := gezamenlijk.MoreThan(eigen.totaal)
	v.heeftTekort = gezamenlijk.LessThan(eigen.totaal)
	sc.Add(sheet.Line{
		ID: "draagkrachtvergelijking", Label: "Draagkrachtvergelijking", Unit: sheet.JaNee,
		Expr: sheet.Truth(vergelijken), Source: rapport("4.3.4"),
		Toelichting: "alleen als de ouders samen meer draagkracht hebben dan het eigen aandeel",
	})
	tekort := sc.Add(sheet.Line{
		ID: "tekort", Label: "Tekort aan draagkracht", Unit: sheet.EURPerMaand,
		Expr: eigen.totaal.Minus(gezamenlijk).AtLeast(sheet.Zero), Source: rapport("4.3.4 en 5.1, bijzondere situaties"),
		Only: v.heeftTekort,
	})
	b.sheet.Highlight(p.naam, "Tekort aan draagkracht", tekort)
	v.tekort = b.overKinderen(eigen, tekort, func(k *zaak.Kind) sheet.Line {
		if k == nil {
			return sheet.Line{ID: "tekort_per_kind", Label: "Tekort per kind", Only: v.heeftTekort}
		}
		return sheet.Line{ID: "tekort", Label: "Tekort voor " + k.Naam, Only: v.heeftTekort}
	}, sc)
	for _, perKind := range v.tekort {
		if eigen.gelijk { // from the whole, not from the rounded part
			perKind = tekort
			if n := len(b.zaak.Kinderen); n > 1 {
				perKind = tekort.Over(sheet.Count(n))
			}
		}
		v.helft = append(v.helft, perKind.Over(sheet.Two))
	}
	for i, o := range b.zaak.Ouders {
		aandeel := sc.Add(sheet.Line{
			ID: "aandeel_" + o.ID, Label: "Aandeel van " + o.Aanduiding, Unit: sheet.EURPerMaand,
			Expr:   sheet.If(vergelijken, draagkracht[i].Over(gezamenlijk).Times(eigen.totaal).Round(2), draagkracht[i]),
			Source: rapport("4.3.4 en 5.1, stap 3"), Slot: true,
		})
		b.sheet.Highlight(p.naam, "Aandeel van "+o.Aanduiding, aandeel)
		// Keuze: the share, and in a shortage the draagkracht, is divided equally
		// over the children, unless their needs differ: then by need (4.3.4).
		shares := b.overKinderen(eigen, aandeel, func(k *zaak.Kind) sheet.Line {
			if k == nil {
				return sheet.Line{ID: "aandeel_per_kind_" + o.ID, Label: "Aandeel van " + o.Aanduiding + " per kind"}
			}
			return sheet.Line{ID: "aandeel_" + o.ID, Label: "Aandeel van " + o.Aanduiding + " voor " + k.Naam}
		}, sc)
		for c := range b.zaak.Kinderen {
			v.aandeel[c] = append(v.aandeel[c], shares[c])
		}
	}
	if !eigen.gelijk && len(b.zaak.Kinderen) > 1 {
		b.sheet.Choice(sheet.Cond{}, sheet.Keuze{
			ID: "verdeling-naar-behoefte", Onderwerp: "Verdeling over de kinderen",
			Keuze:       "Het aandeel van iedere ouder en een tekort zijn over de kinderen verdeeld naar het eigen aandeel van ieder kind.",
			Grond:       "Het eigen aandeel verschilt aantoonbaar per kind (Rapport par. 4.3.4).",
			Alternatief: "Gelijk over alle kinderen verdelen.",
		})
	}
	return v
}

// overKinderen divides an amount over the children: equally where their needs
// are the same, else in proportion to them. line gives the line for a child, or
// for every child alike (nil). With one child there is nothing to divide.
func (b *berekening) overKinderen(eigen aandelen, amount sheet.Expr, line func(*zaak.Kind) sheet.Line, sc sheet.Scope) []sheet.Expr {
	n := len(b.zaak.Kinderen)
	add := func(k *zaak.Kind, part sheet.Expr) sheet.Expr {
		l, sc := line(k), sc
		if k != nil {
			sc = sc.In(k.ID)
		}
		l.Unit, l.Expr, l.Source = sheet.EURPerMaand, part.Round(2), rapport("3.2.2 en 4.3.4")
		return sc.Add(l)
	}
	switch {
	case n == 1:
		return []sheet.Expr{amount}
	case eigen.gelijk:
		return slices.Repeat([]sheet.Expr{add(nil, amount.Over(sheet.Count(n)))}, n)
	}
	out := make([]sheet.Expr, n)
	for i := range b.zaak.Kinderen {
		// No children cost nothing together unless each does: the division is
		// left alone then.
		share := sheet.If(eigen.totaal.MoreThan(sheet.Zero), eigen.kind[i].Over(eigen.totaal).Times(amount), sheet.Zero)
		out[i] = add(&b.zaak.Kinderen[i], share)
	}
	return out
}
