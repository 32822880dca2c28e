package kind

import (
	"fmt"
	"slices"

	"annex/calc/partij"
	"annex/calc/periode"
	"annex/calc/sheet"
	"annex/calc/zaak"
)

// verplichting is one family for whose children someone owes maintenance, as
// samenloop looks at it.
type verplichting struct {
	id, naam          string     // "vader_andere_kinderen_1", "Sam en Lot"
	aantal            int        // of children
	behoefte          sheet.Expr // of these children together
	anderen           sheet.Expr // undivided draagkracht of the others who owe for them
	groep             int        // place of the group in this case; -1 for a family outside it
	stief             bool
	aandeelOnverdeeld sheet.Expr // the share found with undivided draagkracht
	deel              sheet.Expr // the draagkracht available for these children
}

// verdeelbaar is someone who owes maintenance for several families.
type verdeelbaar struct {
	ouder          zaak.Ouder
	plichtige      int
	draagkracht    sheet.Expr
	verplichtingen []verplichting
	aandelen       sheet.Expr // the shares with undivided draagkracht, together
	tekort         sheet.Cond // they exceed the draagkracht
}

// beschikbaar is what each has for each group: by group, then by plichtige.
type beschikbaar struct {
	deel [][]sheet.Expr
	// vast says who bears just deel: not by comparison, but as the shares found
	// with undivided draagkracht were cut (method "aandeel"). Empty: never.
	vast [][]sheet.Cond
	// elders is what each bears for children outside this case.
	elders []sheet.Expr
}

// samenloop divides the draagkracht of who owes maintenance for several families.
//
// First each family is looked at with undivided draagkracht. Only where the
// shares together exceed someone's draagkracht, it is divided: by default
// equally over all children (Rapport 4.3.4).
//
// Keuze: what counts as a shortage and the methods; see docs/keuzes.md,
// samenloop.
func (b *berekening) samenloop(p periode.Periode, plichtigen []zaak.Ouder, groepen []groep, draagkracht []sheet.Expr) beschikbaar {
	uit := beschikbaar{elders: make([]sheet.Expr, len(plichtigen))}
	for range groepen {
		uit.deel = append(uit.deel, slices.Clone(draagkracht))
		uit.vast = append(uit.vast, make([]sheet.Cond, len(plichtigen)))
	}
	for i := range plichtigen {
		uit.elders[i] = sheet.Zero
	}
	var wie []verdeelbaar
	for i, o := range plichtigen {
		if meerGezinnen(p, i, o, groepen) {
			wie = append(wie, verdeelbaar{ouder: o, plichtige: i, draagkracht: draagkracht[i]})
		}
	}
	if len(wie) == 0 {
		return uit
	}
	sc := b.sheet.Section(sheet.Section{
		ID: p.ID("samenloop"), Soort: SoortSamenloop, Titel: "Onderhoudsplicht voor kinderen uit meer gezinnen" + p.Achter, Periode: p.Nummer,
	}, p.ID("samenloop"))
	for i := range wie {
		w := &wie[i]
		w.verplichtingen = b.verplichtingen(p, w.plichtige, plichtigen, groepen, draagkracht, sc)
		b.onverdeeld(sc.In(w.ouder.ID), w)
	}
	verdelen := b.moetVerdelen(sc, wie)
	for i := range wie {
		w := &wie[i]
		b.verdeelDraagkracht(sc.In(w.ouder.ID), w, verdelen)
		vast := sheet.Cond{}
		if b.zaak.Keuzes.Samenloop == zaak.KeuzeAandeel {
			vast = w.tekort
		}
		for _, v := range w.verplichtingen {
			if v.groep < 0 {
				uit.elders[w.plichtige] = sheet.Sum(uit.elders[w.plichtige], b.elders(sc.In(w.ouder.ID), *w, v, vast))
				continue
			}
			uit.deel[v.groep][w.plichtige] = v.deel
			uit.vast[v.groep][w.plichtige] = vast
		}
	}
	b.samenloopkeuze(p, wie, verdelen)
	return uit
}

// meerGezinnen says whether someone owes maintenance for children of this case
// and for another family. One outside this case counts beside children of 21 and
// older too: its children come before them.
func meerGezinnen(p periode.Periode, wie int, o zaak.Ouder, groepen []groep) bool {
	plichtig, onder21 := false, 0
	for _, g := range groepen {
		if !slices.Contains(g.plichtigen, wie) {
			continue
		}
		plichtig = true
		if !g.vanaf21 {
			onder21++
		}
	}
	return plichtig && (onder21 > 1 || len(p.Situaties[o.ID].AndereKinderen) > 0)
}

// verplichtingen gives the families someone owes for: groups of this case and
// families outside it.
func (b *berekening) verplichtingen(p periode.Periode, wie int, plichtigen []zaak.Ouder, groepen []groep, draagkracht []sheet.Expr, sc sheet.Scope) []verplichting {
	var out []verplichting
	for i, g := range groepen {
		if g.vanaf21 || !slices.Contains(g.plichtigen, wie) {
			continue
		}
		var anderen []sheet.Expr
		for _, j := range g.plichtigen {
			if j != wie {
				anderen = append(anderen, draagkracht[j])
			}
		}
		out = append(out, verplichting{
			id: "eigen_" + g.id, naam: g.naam, aantal: len(g.eigen.kinderen), behoefte: g.eigen.totaal, groep: i, anderen: sheet.Sum(anderen...),
		})
	}
	if len(out) == 1 {
		out[0].id = "eigen"
	}
	o := plichtigen[wie]
	for i, z := range p.Situaties[o.ID].AndereKinderen {
		v := verplichting{id: andereKinderen(i), naam: z.Omschrijving, aantal: z.Aantal, groep: -1, stief: z.Stiefkinderen}
		sca := sc.In(o.ID).In(v.id)
		v.behoefte = sca.Add(sheet.Line{
			ID: "behoefte", Label: "Kosten van " + v.naam + " (" + aantalKinderen(z.Aantal) + ")", Naam: "kosten van " + v.naam, Unit: sheet.EURPerMaand,
			Expr: b.anders[p.ID(o.ID)][i].behoefte, Source: rapport("4.3.4"),
		})
		v.anderen = sca.Add(sheet.Line{
			ID: "draagkracht_anderen", Label: "Draagkracht van de andere onderhoudsplichtigen voor " + v.naam, Unit: sheet.EURPerMaand,
			Expr: b.anders[p.ID(o.ID)][i].draagkracht, Source: rapport("4.3.4"),
		})
		out = append(out, v)
	}
	return out
}

// andereInvoer is what the case file states of one family outside this case.
type andereInvoer struct {
	naam                  string
	behoefte, draagkracht sheet.Expr
}

// andereKinderen names a family outside this case in ids, by its place in the
// case file.
func andereKinderen(i int) string { return fmt.Sprintf("andere_kinderen_%d", i+1) }

// invoerAndereKinderen makes the inputs for children outside this case.
func (b *berekening) invoerAndereKinderen(p periode.Periode, d draagkrachtdeel) {
	groep := sheet.Capital(d.ouder.Aanduiding) + ", " + p.Naam.Tekst + ": andere kinderen"
	for i, z := range p.Situaties[d.ouder.ID].AndereKinderen {
		sc := d.sc.In(andereKinderen(i))
		in := andereInvoer{
			naam:        z.Omschrijving,
			behoefte:    partij.Bedrag(sc, "behoefte", groep, "Kosten van "+z.Omschrijving+" ("+aantalKinderen(z.Aantal)+")", sheet.EURPerMaand, z.Behoefte),
			draagkracht: partij.Bedrag(sc, "draagkracht_anderen", groep, "Draagkracht van de andere onderhoudsplichtigen voor "+z.Omschrijving, sheet.EURPerMaand, z.AndereDraagkracht),
		}
		b.anders[d.sc.Prefix()] = append(b.anders[d.sc.Prefix()], in)
	}
}

func aantalKinderen(n int) string {
	if n == 1 {
		return "1 kind"
	}
	return fmt.Sprintf("%d kinderen", n)
}

// onverdeeld adds someone's share in each family with the whole draagkracht, and
// whether the draagkracht is enough for all of them.
func (b *berekening) onverdeeld(sc sheet.Scope, w *verdeelbaar) {
	d := w.draagkracht
	var shares []sheet.Expr
	for i := range w.verplichtingen {
		v := &w.verplichtingen[i]
		v.aandeelOnverdeeld = sc.In(v.id).Add(sheet.Line{
			ID: "aandeel_onverdeeld", Label: fmt.Sprintf("Aandeel van %s voor %s, met de hele draagkracht", w.ouder.Aanduiding, v.naam), Unit: sheet.EURPerMaand,
			Expr: naarDraagkracht(d, d.Plus(v.anderen), v.behoefte), Source: rapport("4.3.4"),
		})
		shares = append(shares, v.aandeelOnverdeeld)
	}
	w.aandelen = sc.Add(sheet.Line{
		ID: "aandelen_onverdeeld", Label: "Aandelen van " + w.ouder.Aanduiding + " samen", Unit: sheet.EURPerMaand, Expr: sheet.Sum(shares...), Source: rapport("4.3.4"),
	})
	w.tekort = sc.Add(sheet.Line{
		ID: "komt_tekort", Label: "Tekort aan draagkracht van " + w.ouder.Aanduiding, Unit: sheet.JaNee, Expr: sheet.Truth(w.aandelen.MoreThan(d)), Source: rapport("4.3.4"),
		Toelichting: "alleen dan wordt de draagkracht over de kinderen verdeeld",
	}).IsYes()
}

// naarDraagkracht gives the share of d in a need: in proportion where all
// together have more than the need, else all of d.
func naarDraagkracht(d, samen, behoefte sheet.Expr) sheet.Expr {
	return sheet.If(samen.MoreThan(behoefte), d.Over(samen).Times(behoefte).Round(2), d)
}

// moetVerdelen says whether draagkracht is divided: as soon as one of those who
// owe for several families falls short. Then it is for all of them, so that
// nobody bears more than the own draagkracht.
func (b *berekening) moetVerdelen(sc sheet.Scope, wie []verdeelbaar) sheet.Cond {
	verdelen := wie[0].tekort
	if len(wie) == 1 {
		return verdelen
	}
	for _, w := range wie[1:] {
		verdelen = verdelen.Or(w.tekort)
	}
	return sc.Add(sheet.Line{
		ID: "verdelen", Label: "Draagkracht verdelen over de gezinnen", Unit: sheet.JaNee, Expr: sheet.Truth(verdelen), Source: rapport("4.3.4"),
		Toelichting: "zodra één van hen tekortkomt",
	}).IsYes()
}

// verdeelDraagkracht adds what of someone's draagkracht is available for each
// family.
func (b *berekening) verdeelDraagkracht(sc sheet.Scope, w *verdeelbaar, verdelen sheet.Cond) {
	d := w.draagkracht
	kinderen := 0
	var behoeften []sheet.Expr
	for _, v := range w.verplichtingen {
		kinderen += v.aantal
		behoeften = append(behoeften, v.behoefte)
	}
	for i := range w.verplichtingen {
		v := &w.verplichtingen[i]
		var deel sheet.Expr
		switch b.zaak.Keuzes.Samenloop {
		case zaak.KeuzeBehoefte:
			samen := sheet.Sum(behoeften...)
			deel = sheet.If(samen.MoreThan(sheet.Zero), v.behoefte.Over(samen).Times(d), sheet.Zero)
		case zaak.KeuzeAandeel:
			deel = sheet.If(w.aandelen.MoreThan(sheet.Zero), v.aandeelOnverdeeld.Over(w.aandelen).Times(d), sheet.Zero)
		default:
			deel = d.Times(sheet.Count(v.aantal)).Over(sheet.Count(kinderen))
		}
		v.deel = sc.In(v.id).Add(sheet.Line{
			ID: "draagkracht", Label: fmt.Sprintf("Draagkracht van %s voor %s", w.ouder.Aanduiding, v.naam), Unit: sheet.EURPerMaand,
			Expr: sheet.If(verdelen, deel.Round(2), d), Source: samenloopbron(b.zaak.Keuzes.Samenloop), Slot: true,
			Toelichting: "zonder tekort telt in ieder gezin de hele draagkracht",
		})
	}
}

func samenloopbron(methode string) sheet.Source {
	if methode == zaak.KeuzeAandeel {
		return sheet.Source{Document: "Rechtbank Oost-Brabant 25 maart 2025", Vindplaats: "ECLI:NL:RBOBR:2025:1665"}
	}
	return rapport("4.3.4")
}

// elders adds what someone bears for a family outside this case.
func (b *berekening) elders(sc sheet.Scope, w verdeelbaar, v verplichting, vast sheet.Cond) sheet.Expr {
	aandeel := naarDraagkracht(v.deel, v.deel.Plus(v.anderen), v.behoefte)
	if !vast.IsZero() {
		aandeel = sheet.If(vast, v.deel, aandeel)
	}
	return sc.In(v.id).Add(sheet.Line{
		ID: "aandeel", Label: fmt.Sprintf("Aandeel van %s in de kosten van %s", w.ouder.Aanduiding, v.naam), Unit: sheet.EURPerMaand,
		Expr: aandeel, Source: rapport("4.3.4"),
	})
}

var samenloopmethoden = map[string]sheet.Keuze{
	zaak.KeuzeGelijk: {
		Keuze:       "De draagkracht is niet genoeg voor alle kinderen en is gelijk over hen verdeeld.",
		Grond:       "Rapport par. 4.3.4.",
		Alternatief: "Verdelen naar de behoefte, of naar de aandelen met de hele draagkracht (zo Rechtbank Oost-Brabant 25 maart 2025, ECLI:NL:RBOBR:2025:1665, in navolging van partijen).",
	},
	zaak.KeuzeBehoefte: {
		Keuze:       "De draagkracht is niet genoeg voor alle kinderen en is naar hun behoefte over hen verdeeld.",
		Grond:       "Rapport par. 4.3.4: gelijk, tenzij het eigen aandeel van de kinderen aantoonbaar verschilt. Zo gekozen in het zaakbestand.",
		Alternatief: "Gelijk over alle kinderen verdelen.", Zaakspecifiek: true,
	},
	zaak.KeuzeAandeel: {
		Keuze:       "De draagkracht is niet genoeg voor alle kinderen en is verdeeld naar de aandelen die met de hele draagkracht zijn gevonden.",
		Grond:       "Rechtbank Oost-Brabant 25 maart 2025, ECLI:NL:RBOBR:2025:1665, in navolging van partijen. Zo gekozen in het zaakbestand.",
		Alternatief: "Gelijk over alle kinderen verdelen (Rapport par. 4.3.4).", Zaakspecifiek: true,
	},
}

func (b *berekening) samenloopkeuze(p periode.Periode, wie []verdeelbaar, verdelen sheet.Cond) {
	for _, w := range wie {
		keuze := samenloopmethoden[b.zaak.Keuzes.Samenloop]
		keuze.ID, keuze.Onderwerp = "samenloop", "Draagkracht van "+w.ouder.Aanduiding+" voor kinderen uit meer gezinnen"
		b.sheet.Choice(verdelen, keuze)
		p.LaatWeg(b.sheet, sheet.Not(verdelen), "Verdeling van de draagkracht van %s over meer gezinnen", "De draagkracht is genoeg voor alle kinderen; zij telt in ieder gezin helemaal mee (Rapport par. 4.3.4).", w.ouder.Aanduiding)
		for _, v := range w.verplichtingen {
			if v.stief {
				b.sheet.Fact(sheet.Feit{Groep: sheet.Capital(w.ouder.Aanduiding) + ", " + p.Naam.Tekst + ": andere kinderen", Omschrijving: sheet.Capital(v.naam), Waarde: "stiefkinderen, zolang het huwelijk of geregistreerd partnerschap duurt (art. 1:395 BW)"})
			}
		}
	}
}
