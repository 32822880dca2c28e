package kind

import (
	"slices"

	"annex/calc/periode"
	"annex/calc/sheet"
	"annex/calc/zaak"
)

// verdeeld is what the division of the costs over who owe maintenance gives. The
// slices are by child, as Zaak.Kinderen.
type verdeeld struct {
	plichtigen  []zaak.Ouder
	eigen       aandelen
	aandeel     [][]sheet.Expr // of each plichtige; empty where one owes nothing
	draagkracht [][]sheet.Expr // available for the child, of each plichtige; only where asked for
	tekort      []sheet.Expr
	helft       []sheet.Expr // half of the shortage, not rounded
	heeftTekort []sheet.Cond
	elders      []sheet.Expr // by plichtige: borne for children outside this case
}

// verdelen divides the costs of each group of children: first those under 21,
// then, over what is left of draagkracht, those of 21 and older (art. 1:400 BW).
func (b *berekening) verdelen(p periode.Periode, plichtigen []zaak.Ouder, groepen []groep, draagkracht []sheet.Expr, eigen aandelen) verdeeld {
	n := len(b.zaak.Kinderen)
	v := verdeeld{
		plichtigen: plichtigen, eigen: eigen,
		aandeel: make([][]sheet.Expr, n), draagkracht: make([][]sheet.Expr, n),
		tekort: make([]sheet.Expr, n), helft: make([]sheet.Expr, n), heeftTekort: make([]sheet.Cond, n),
	}
	for i := range n {
		v.aandeel[i], v.draagkracht[i] = make([]sheet.Expr, len(plichtigen)), make([]sheet.Expr, len(plichtigen))
	}
	deel := b.samenloop(p, plichtigen, groepen, draagkracht)
	for i, g := range groepen {
		for _, j := range g.plichtigen {
			if !g.vanaf21 && deel.deel[i][j] != draagkracht[j] {
				b.sheet.Highlight(p.Naam, "Daarvan voor "+g.naam+" beschikbaar, van "+plichtigen[j].Aanduiding, deel.deel[i][j])
			}
		}
	}
	v.elders = deel.elders
	gedragen := slices.Clone(deel.elders)
	for i, g := range groepen {
		if g.vanaf21 {
			continue
		}
		for j, aandeel := range b.verdeling(p, g, deel.deel[i], deel.vast[i], &v) {
			gedragen[j] = sheet.Sum(gedragen[j], aandeel)
		}
	}
	for i, o := range plichtigen {
		b.dossier.Partij(p, o).AandeelKinderen = gedragen[i]
	}
	b.ongebruikt(p, v, groepen, draagkracht, gedragen)
	for _, g := range groepen {
		if g.vanaf21 {
			b.verdeling(p, g, b.over(p, g, plichtigen, draagkracht, gedragen), make([]sheet.Cond, len(plichtigen)), &v)
		}
	}
	return v
}

// ongebruikt warns where dividing draagkracht over families leaves some of it
// unused while a family in this case falls short.
func (b *berekening) ongebruikt(p periode.Periode, v verdeeld, groepen []groep, draagkracht, gedragen []sheet.Expr) {
	for _, g := range groepen {
		for _, i := range g.plichtigen {
			if g.vanaf21 || v.elders[i] == sheet.Zero && len(groepen) == 1 {
				continue
			}
			rest := draagkracht[i].Minus(gedragen[i])
			p.Waarschuw(b.sheet, v.heeftTekort[g.eigen.kinderen[0]].And(rest.Round(0).MoreThan(sheet.Zero)), "draagkracht-ongebruikt",
				"Voor %s is er een tekort, terwijl van de draagkracht van %s na de verdeling over de gezinnen een deel ongebruikt blijft. Een andere verdeling (keuzes.samenloop) of een vastgestelde draagkracht kan dat voorkomen.", g.naam, v.plichtigen[i].Aanduiding)
		}
	}
}

// over adds what each has left for children of 21 and older.
func (b *berekening) over(p periode.Periode, g groep, plichtigen []zaak.Ouder, draagkracht, gedragen []sheet.Expr) []sheet.Expr {
	sc := b.sheet.Section(sheet.Section{
		ID: p.ID("voorrang"), Soort: SoortVerdeling, Titel: "Draagkracht die overblijft voor kinderen vanaf 21 jaar" + p.Achter, Periode: p.Nummer,
	}, p.ID("voorrang"))
	out := slices.Clone(draagkracht)
	for _, i := range g.plichtigen {
		out[i] = sc.Add(sheet.Line{
			ID: "resteert_" + plichtigen[i].ID, Label: "Resterende draagkracht van " + plichtigen[i].Aanduiding, Unit: sheet.EURPerMaand, Slot: true,
			Expr: draagkracht[i].Minus(gedragen[i]).AtLeast(sheet.Zero), Source: sheet.Source{Document: "art. 1:400 BW", Vindplaats: "Rapport hoofdstuk 1"},
			Toelichting: "na het aandeel in de kosten van de kinderen onder 21 jaar, die voorrang hebben",
		})
	}
	return out
}

// verdeling adds the draagkrachtvergelijking of one group of children (Rapport
// 4.3.4, 5.1 stap 3) and gives the share of each plichtige.
func (b *berekening) verdeling(p periode.Periode, g groep, draagkracht []sheet.Expr, vast []sheet.Cond, v *verdeeld) []sheet.Expr {
	titel, id := "Verdeling van de kosten over de ouders", "verdeling"
	if len(g.plichtigen) > len(b.zaak.Ouders) {
		titel += " en de stiefouder"
	}
	if g.id != "" {
		titel, id = "Verdeling van de kosten van "+g.naam, "verdeling."+g.id
	}
	sc := b.sheet.Section(sheet.Section{
		ID: p.ID(id), Soort: SoortVerdeling, Titel: titel + p.Achter, Periode: p.Nummer,
	}, p.ID(id))
	eigen := g.eigen
	var samen []sheet.Expr
	for _, i := range g.plichtigen {
		samen = append(samen, draagkracht[i])
	}
	gezamenlijk := sc.Add(sheet.Line{
		ID: "gezamenlijke_draagkracht", Label: "Gezamenlijke draagkracht", Unit: sheet.EURPerMaand,
		Expr: sheet.Sum(samen...), Source: rapport("4.3.4"),
	})
	vergelijken := gezamenlijk.MoreThan(eigen.totaal)
	heeftTekort := gezamenlijk.LessThan(eigen.totaal)
	sc.Add(sheet.Line{
		ID: "draagkrachtvergelijking", Label: "Draagkrachtvergelijking", Unit: sheet.JaNee,
		Expr: sheet.Truth(vergelijken), Source: rapport("4.3.4"),
		Toelichting: "alleen als er samen meer draagkracht is dan de kosten",
	})
	tekort := sc.Add(sheet.Line{
		ID: "tekort", Label: "Tekort aan draagkracht", Unit: sheet.EURPerMaand,
		Expr: eigen.totaal.Minus(gezamenlijk).AtLeast(sheet.Zero), Source: rapport("4.3.4 en 5.1, bijzondere situaties"),
		Only: heeftTekort,
	})
	voor := ""
	if g.id != "" {
		voor = " voor " + g.naam
	}
	b.sheet.Highlight(p.Naam, "Tekort aan draagkracht"+voor, tekort)
	b.tekorten(sc, eigen, tekort, heeftTekort, v)
	aandelen := make([]sheet.Expr, len(draagkracht))
	for i := range draagkracht {
		aandelen[i] = sheet.Zero
	}
	iemandVast := slices.ContainsFunc(vast, func(c sheet.Cond) bool { return !c.IsZero() })
	ander, rest := metVasteAandelen(g, draagkracht, vast, gezamenlijk, eigen.totaal)
	for _, i := range g.plichtigen {
		o := v.plichtigen[i]
		expr := sheet.If(vergelijken, draagkracht[i].Over(ander).Times(rest).Round(2), draagkracht[i])
		if iemandVast {
			// With fixed parts nobody else may have any draagkracht.
			expr = sheet.If(ander.MoreThan(sheet.Zero), expr, sheet.Zero)
		}
		if !vast[i].IsZero() {
			expr = sheet.If(vast[i], draagkracht[i], expr)
		}
		aandelen[i] = sc.Add(sheet.Line{
			ID: "aandeel_" + o.ID, Label: "Aandeel van " + o.Aanduiding, Unit: sheet.EURPerMaand,
			Expr: expr, Source: rapport("4.3.4 en 5.1, stap 3"), Slot: true,
		})
		b.sheet.Highlight(p.Naam, "Aandeel van "+o.Aanduiding+voor, aandelen[i])
		// Keuze: the share, and in a shortage the draagkracht, is divided equally
		// over the children, unless their needs differ: then by need (4.3.4).
		shares := b.overKinderen(eigen, aandelen[i], func(k *zaak.Kind) sheet.Line {
			if k == nil {
				return sheet.Line{ID: "aandeel_per_kind_" + o.ID, Label: "Aandeel van " + o.Aanduiding + " per kind"}
			}
			return sheet.Line{ID: "aandeel_" + o.ID, Label: "Aandeel van " + o.Aanduiding + " voor " + k.Naam}
		}, sc)
		for j, c := range eigen.kinderen {
			v.aandeel[c][i] = shares[j]
		}
		b.draagkrachtPerKind(p, sc, eigen, i, draagkracht[i], v)
	}
	if !eigen.gelijk && len(eigen.kinderen) > 1 {
		b.sheet.Choice(sheet.Cond{}, sheet.Keuze{
			ID: "verdeling-naar-behoefte", Onderwerp: "Verdeling over de kinderen",
			Keuze:       "Het aandeel van iedere ouder en een tekort zijn over de kinderen verdeeld naar het eigen aandeel van ieder kind.",
			Grond:       "Het eigen aandeel verschilt aantoonbaar per kind (Rapport par. 4.3.4).",
			Alternatief: "Gelijk over alle kinderen verdelen.",
		})
	}
	return aandelen
}

// metVasteAandelen gives what is divided in proportion, and over which
// draagkracht together. Who bears a fixed part (samenloop, method "aandeel")
// takes no part: the others divide the rest.
func metVasteAandelen(g groep, draagkracht []sheet.Expr, vast []sheet.Cond, gezamenlijk, totaal sheet.Expr) (ander, rest sheet.Expr) {
	ander, rest = gezamenlijk, totaal
	for _, i := range g.plichtigen {
		if !vast[i].IsZero() {
			ander = ander.Minus(sheet.If(vast[i], draagkracht[i], sheet.Zero))
			rest = rest.Minus(sheet.If(vast[i], draagkracht[i], sheet.Zero)).AtLeast(sheet.Zero)
		}
	}
	return ander, rest
}

// tekorten adds what of a shortage comes to each child of a group.
func (b *berekening) tekorten(sc sheet.Scope, eigen aandelen, tekort sheet.Expr, heeftTekort sheet.Cond, v *verdeeld) {
	perKind := b.overKinderen(eigen, tekort, func(k *zaak.Kind) sheet.Line {
		if k == nil {
			return sheet.Line{ID: "tekort_per_kind", Label: "Tekort per kind", Only: heeftTekort}
		}
		return sheet.Line{ID: "tekort", Label: "Tekort voor " + k.Naam, Only: heeftTekort}
	}, sc)
	for j, c := range eigen.kinderen {
		v.tekort[c], v.heeftTekort[c] = perKind[j], heeftTekort
		deel := perKind[j]
		if eigen.gelijk { // from the whole, not from the rounded part
			deel = tekort
			if n := len(eigen.kinderen); n > 1 {
				deel = tekort.Over(sheet.Count(n))
			}
		}
		v.helft[c] = deel.Over(sheet.Two)
	}
}

// draagkrachtPerKind adds what someone has for each child, where that parent
// asks for the difference with zorgkorting (Rapport 4.3.5).
func (b *berekening) draagkrachtPerKind(p periode.Periode, sc sheet.Scope, eigen aandelen, wie int, draagkracht sheet.Expr, v *verdeeld) {
	o := v.plichtigen[wie]
	if !slices.ContainsFunc(eigen.kinderen, func(c int) bool { return vraagtVerschil(p.Kinderen[c], o) }) {
		return
	}
	shares := b.overKinderen(eigen, draagkracht, func(k *zaak.Kind) sheet.Line {
		if k == nil {
			return sheet.Line{ID: "draagkracht_per_kind_" + o.ID, Label: "Draagkracht van " + o.Aanduiding + " per kind"}
		}
		return sheet.Line{ID: "draagkracht_" + o.ID, Label: "Draagkracht van " + o.Aanduiding + " voor " + k.Naam}
	}, sc)
	for j, c := range eigen.kinderen {
		v.draagkracht[c][wie] = shares[j]
	}
}

// overKinderen divides an amount over the children of a group: equally where
// their needs are the same, else in proportion to them. line gives the line for
// a child, or for every child alike (nil). With one child there is nothing to
// divide.
func (b *berekening) overKinderen(eigen aandelen, amount sheet.Expr, line func(*zaak.Kind) sheet.Line, sc sheet.Scope) []sheet.Expr {
	n := len(eigen.kinderen)
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
	for j, c := range eigen.kinderen {
		// No children cost nothing together unless each does: the division is
		// left alone then.
		share := sheet.If(eigen.totaal.MoreThan(sheet.Zero), eigen.kind[c].Over(eigen.totaal).Times(amount), sheet.Zero)
		out[j] = add(&b.zaak.Kinderen[c], share)
	}
	return out
}
