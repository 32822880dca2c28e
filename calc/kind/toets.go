package kind

import (
	"time"

	"annex/calc/partij"
	"annex/calc/periode"
	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"
)

// toetsen adds the tests on what each payer keeps, and the amounts to pay.
// Whether a situation is unacceptable is for the judge; both amounts are shown.
func (b *berekening) toetsen(p periode.Periode, parts []draagkrachtdeel, v verdeeld, delen []kinddeel) ([]kinddeel, error) {
	for i, o := range b.zaak.Ouders {
		t, err := b.plafondVan(p, o, parts[i])
		if err != nil {
			return nil, err
		}
		var van []*kinddeel
		for j := range delen {
			if delen[j].betaler.ID == o.ID {
				van = append(van, &delen[j])
			}
		}
		if t == nil {
			for _, d := range van {
				d.betaal(d.sc, d.exact.Round(0))
			}
			continue
		}
		b.verlaag(p, *t, v.elders[i], van)
	}
	return delen, nil
}

// plafond is the most that someone can be made to pay.
type plafond struct {
	sc     sheet.Scope
	ouder  zaak.Ouder
	bedrag sheet.Expr
	geldt  sheet.Cond // empty: always
}

// plafondVan adds the aanvaardbaarheidstoets (4.6.3) and the floor in a loss of
// income that is left out of account (4.7); nil where neither is asked for.
func (b *berekening) plafondVan(p periode.Periode, o zaak.Ouder, d draagkrachtdeel) (*plafond, error) {
	z := p.Situaties[o.ID]
	if z.Toets == nil && z.Inkomensverlies == nil || d.nbi == (sheet.Expr{}) {
		return nil, nil // not asked for, or the income is not looked at
	}
	titel := "Aanvaardbaarheidstoets voor " + o.Aanduiding
	if z.Toets == nil {
		titel = "Ondergrens voor " + o.Aanduiding + " na inkomensverlies"
	}
	sc := b.sheet.Section(sheet.Section{
		ID: p.ID("toets_" + o.ID), Soort: SoortToets, Titel: titel + p.Achter, Onderwerp: o.Aanduiding, Periode: p.Nummer,
	}, p.ID("toets_"+o.ID))
	t := &toets{b: b, sc: sc, p: p, ouder: o, z: z, d: d}
	draagkracht, err := b.set.Draagkracht(p.Vanaf, false)
	if err != nil {
		return nil, err
	}
	t.percentage = draagkracht.Ondergrenspercentage
	if t.norm, err = Toetsnorm(b.set, p.Vanaf, o, z); err != nil {
		return nil, err
	}
	return t.plafond(), nil
}

// Toetsnorm gives the bijstandsnorm that what someone keeps is tested against.
// The error (*norms.GeenNormen, *norms.GeenCijfer) says which figure is neither
// published nor stated in the case file.
func Toetsnorm(set *norms.Set, op time.Time, o zaak.Ouder, z zaak.Situatie) (norms.Bijstandsnorm, error) {
	aow, _, err := partij.HeeftAOW(set, op, o, z)
	if err != nil {
		return norms.Bijstandsnorm{}, err
	}
	norm, err := set.Bijstandsnorm(op, aow)
	t, v := z.Toets, z.Inkomensverlies
	switch {
	case (t == nil || t.Bijstandsnorm != nil && t.Wooncomponent != nil && t.Normpremie != nil) && (v == nil || v.Bijstandsnorm != nil):
		return norm, nil // all is stated
	case err != nil || t == nil:
		return norm, err
	case t.Wooncomponent == nil && norm.Wooncomponent == nil:
		err = &norms.GeenCijfer{Cijfer: "wooncomponent", Publicatie: norm.Norm.Publicatie}
	case t.Normpremie == nil && norm.NormpremieZvw == nil:
		err = &norms.GeenCijfer{Cijfer: "normpremie", Publicatie: norm.Norm.Publicatie}
	}
	return norm, err
}

// toets is the test on what one payer keeps being described.
type toets struct {
	b     *berekening
	sc    sheet.Scope
	p     periode.Periode
	ouder zaak.Ouder
	z     zaak.Situatie
	d     draagkrachtdeel
	norm  norms.Bijstandsnorm

	percentage norms.Value // of the norm that has to remain
}

func (t *toets) regel(id, label string, bron sheet.Source, expr sheet.Expr) sheet.Expr {
	return t.sc.Add(sheet.Line{ID: id, Label: label, Unit: sheet.EURPerMaand, Expr: expr, Source: bron})
}

func (t *toets) groep() string {
	return sheet.Capital(t.ouder.Aanduiding) + ", " + t.p.Naam.Tekst + ": toets"
}

// invoer adds a line for an amount of the case file.
func (t *toets) invoer(id, label string, z zaak.Bedrag) sheet.Expr {
	return t.regel(id, label, rapport("4.6.3 en 5.4"), partij.Bedrag(t.sc, id, t.groep(), label, sheet.EURPerMaand, z))
}

// cijfer adds a line for a norm: as the case file states it, else as published.
func (t *toets) cijfer(id, label string, gesteld *zaak.Bedrag, norm *norms.Value) sheet.Expr {
	if gesteld != nil {
		return t.invoer(id, label, *gesteld)
	}
	// The Rapport calculates with whole euros (1.345 for 1.345,45).
	return t.regel(id, label, norm.Source, t.sc.Norm(*norm).Round(0))
}

// plafond adds the lines up to what remains for maintenance.
func (t *toets) plafond() *plafond {
	nbi := t.regel("nbi", "Netto besteedbaar inkomen (NBI)", rapport("4.6.3 en 5.4"), t.d.nbi)
	out := &plafond{sc: t.sc, ouder: t.ouder}
	if t.z.Toets == nil {
		norm := t.cijfer("bijstandsnorm", "Bijstandsnorm van een alleenstaande", t.z.Inkomensverlies.Bijstandsnorm, &t.norm.Norm)
		grens := t.ondergrens(norm, "4.7")
		t.b.dossier.Partij(t.p, t.ouder).Ondergrens = grens
		out.bedrag, out.geldt = t.resteert(nbi, grens), t.d.fictief
		return out
	}
	out.bedrag = t.aanvaardbaarheid(nbi, t.cijfer("bijstandsnorm", "Bijstandsnorm van een alleenstaande", t.z.Toets.Bijstandsnorm, &t.norm.Norm))
	if v := t.z.Inkomensverlies; v != nil {
		// Its norm may be another one: the kostendelersnorm does not count here.
		norm := t.cijfer("bijstandsnorm_inkomensverlies", "Bijstandsnorm van een alleenstaande, na inkomensverlies", v.Bijstandsnorm, &t.norm.Norm)
		vol := t.regel("ondergrens_inkomensverlies", "Ondergrens na inkomensverlies", rapport("4.7"), t.sc.Norm(t.percentage).Times(norm).Round(2))
		t.b.dossier.Partij(t.p, t.ouder).Ondergrens = vol
		out.bedrag = t.regel("plafond", "Ten hoogste te betalen", rapport("4.6.3 en 4.7"),
			sheet.If(t.d.fictief, out.bedrag.AtMost(nbi.Minus(vol).AtLeast(sheet.Zero)), out.bedrag))
	}
	return out
}

func (t *toets) ondergrens(norm sheet.Expr, par string) sheet.Expr {
	return t.regel("ondergrens", "Ondergrens", rapport(par), t.sc.Norm(t.percentage).Times(norm).Round(2))
}

func (t *toets) resteert(nbi, nodig sheet.Expr) sheet.Expr {
	return t.sc.Add(sheet.Line{
		ID: "resteert", Label: "Resteert voor alimentatie", Naam: "wat " + t.ouder.Aanduiding + " resteert", Unit: sheet.EURPerMaand,
		Expr: nbi.Minus(nodig).AtLeast(sheet.Zero), Source: rapport("4.6.3, 4.7 en 5.4"),
	})
}

// aanvaardbaarheid adds the calculation of 5.4.
func (t *toets) aanvaardbaarheid(nbi, norm sheet.Expr) sheet.Expr {
	z := t.z.Toets
	wonen := t.cijfer("wooncomponent", "Wooncomponent in de bijstandsnorm", z.Wooncomponent, t.norm.Wooncomponent)
	premie := t.cijfer("normpremie", "Normpremie Zvw in de bijstandsnorm", z.Normpremie, t.norm.NormpremieZvw)
	zonder := t.regel("norm_zonder_wonen_en_zorg", "Bijstandsnorm zonder wonen en zorgverzekering", rapport("5.4"), norm.Minus(wonen).Minus(premie).AtLeast(sheet.Zero))
	ondergrens := t.ondergrens(zonder, "4.6.3 en 5.4")
	woonlast := t.netto("woonlast", "Werkelijke woonlasten", z.Woonlast, "huurtoeslag", "Huurtoeslag", z.Huurtoeslag, nil)
	zorg := t.netto("zorgkosten", "Werkelijke zorgkosten", z.Zorgpremie, "zorgtoeslag", "Zorgtoeslag", z.Zorgtoeslag, z.OverigeZorgkosten)
	terms := []sheet.Expr{ondergrens, woonlast, zorg}
	if len(t.d.drukkend) > 0 {
		terms = append(terms, t.regel("lasten", "Lasten die niet te vermijden zijn", rapport("4.6.3 en 5.4"), sheet.Sum(t.d.drukkend...)))
	}
	nodig := t.regel("noodzakelijke_lasten", "Totaal noodzakelijke lasten", rapport("5.4"), sheet.Sum(terms...))
	t.b.sheet.Choice(sheet.Cond{}, sheet.Keuze{
		ID: "aanvaardbaarheidstoets", Onderwerp: "Aanvaardbaarheidstoets voor " + t.ouder.Aanduiding, Zaakspecifiek: true,
		Keuze: "Getoetst is of " + t.ouder.Aanduiding + " na betaling ten minste 95% van de bijstandsnorm overhoudt. Of de situatie onaanvaardbaar is, is niet alleen een rekensom: dat beoordeelt de rechter.",
		Grond: z.Reden, Alternatief: "De bijdrage niet verlagen (Rapport par. 4.6.3).",
	})
	return t.resteert(nbi, nodig)
}

// netto adds a cost, the allowance towards it, what comes on top, and what
// remains.
func (t *toets) netto(id, label string, bruto zaak.Bedrag, toeslagID, toeslagLabel string, toeslag, overig *zaak.Bedrag) sheet.Expr {
	if toeslag == nil && overig == nil {
		return t.invoer(id, label, bruto)
	}
	kosten := t.invoer(id+"_bruto", label+", zonder toeslag", bruto)
	if toeslag != nil {
		kosten = kosten.Minus(t.invoer(toeslagID, toeslagLabel, *toeslag)).AtLeast(sheet.Zero)
	}
	if overig != nil {
		kosten = sheet.Sum(kosten, t.invoer("overige_zorgkosten", "Overige zorgkosten", *overig))
	}
	return t.regel(id, label, rapport("5.4"), kosten)
}

// verlaag lowers what someone pays to what remains, in whole euros together.
// Children under 21, also those outside this case, come before those of 21 and
// older (art. 1:400 BW); with the same rank each gives way in proportion.
//
// Keuze: what is borne for children outside this case counts too; the amounts of
// the children after the test are in cents; see docs/keuzes.md,
// aanvaardbaarheidstoets.
func (b *berekening) verlaag(p periode.Periode, t plafond, elders sheet.Expr, van []*kinddeel) {
	var eerst, daarna []*kinddeel
	voor := []sheet.Expr{elders}
	for _, d := range van {
		d.stelVoor()
		if b.zaak.Kinderen[d.kind].Groep(p.Vanaf) == zaak.Vanaf21 {
			daarna = append(daarna, d)
		} else {
			eerst = append(eerst, d)
			voor = append(voor, d.voorToets)
		}
	}
	v := &verlaging{b: b, t: t}
	onder21 := sheet.Sum(voor...)
	if len(daarna) == 0 {
		v.totaal = v.voorToets(onder21)
		v.bepaal(p)
		v.naarRato(eerst, v.totaal, v.betalen)
		return
	}
	onder21 = v.regel("voor_toets_onder_21", "Waarvan voor kinderen onder 21 jaar", "art. 1:400 BW", onder21)
	for _, d := range daarna {
		voor = append(voor, d.voorToets)
	}
	v.totaal = v.voorToets(sheet.Sum(voor...))
	v.bepaal(p)
	naOnder21 := v.regel("na_toets_onder_21", "Waarvan na de toets voor kinderen onder 21 jaar, die voorrang hebben", "art. 1:400 BW", v.betalen.AtMost(onder21))
	v.naarRato(eerst, onder21, naOnder21)
	v.naarRato(daarna, v.totaal.Minus(onder21), v.betalen.Minus(naOnder21))
}

// verlaging is the lowering of what someone pays being described.
type verlaging struct {
	b       *berekening
	t       plafond
	totaal  sheet.Expr // before the test
	betalen sheet.Expr // after it
	teVeel  sheet.Cond
}

func (v *verlaging) regel(id, label, bron string, expr sheet.Expr) sheet.Expr {
	return v.t.sc.Add(sheet.Line{ID: id, Label: label, Unit: sheet.EURPerMaand, Expr: expr, Source: sheet.Source{Document: bron}})
}

func (v *verlaging) voorToets(expr sheet.Expr) sheet.Expr {
	return v.t.sc.Add(sheet.Line{
		ID: "voor_toets", Label: "Te betalen vóór de toets", Naam: "wat " + v.t.ouder.Aanduiding + " vóór de toets betaalt", Unit: sheet.EURPerMaand,
		Expr: expr, Source: rapport("4.6.3"), Toelichting: "alle bijdragen samen",
	})
}

// bepaal adds whether the contributions are lowered, and to what.
func (v *verlaging) bepaal(p periode.Periode) {
	o := v.t.ouder
	v.teVeel = v.totaal.MoreThan(v.t.bedrag.Round(0))
	if !v.t.geldt.IsZero() {
		v.teVeel = v.t.geldt.And(v.teVeel)
	}
	v.teVeel = v.t.sc.Add(sheet.Line{
		ID: "verlagen", Label: "Verlaging van de bijdrage nodig", Unit: sheet.JaNee, Expr: sheet.Truth(v.teVeel), Source: rapport("4.6.3 en 4.7"),
		Toelichting: "als er minder resteert dan te betalen is",
	}).IsYes()
	v.betalen = v.t.sc.Add(sheet.Line{
		ID: "na_toets", Label: "Te betalen na de toets", Naam: "wat " + o.Aanduiding + " na de toets betaalt", Unit: sheet.EURPerMaand,
		Expr: sheet.If(v.teVeel, v.t.bedrag.Round(0).AtMost(v.totaal), v.totaal), Source: rapport("5.4"), Slot: true,
	})
	v.b.sheet.Highlight(p.Naam, "Te betalen door "+o.Aanduiding+" vóór de toets", v.totaal)
	v.b.sheet.Highlight(p.Naam, "Te betalen door "+o.Aanduiding+" na de toets", v.betalen)
	p.LaatWeg(v.b.sheet, sheet.Not(v.teVeel), "Ondergrens van de bijstandsnorm voor %s", "%s houdt na betaling genoeg over, of de ondergrens geldt hier niet; de bijdrage verandert niet (Rapport par. 4.6.3 en 4.7).", o.Aanduiding, sheet.Capital(o.Aanduiding))
}

// naarRato adds what is paid for each child after the test: its part of na, in
// proportion to what was to be paid before it.
func (v *verlaging) naarRato(van []*kinddeel, voor, na sheet.Expr) {
	for _, d := range van {
		sc, sub := v.t.sc.At(d.sc.Prefix()), v.t.sc.At(d.eigen().Prefix())
		wat := v.b.zaak.Kinderen[d.kind].Naam
		deel := sheet.If(voor.MoreThan(sheet.Zero), d.voorToets.Over(voor).Times(na).Round(2), sheet.Zero)
		d.naToets = sub.Add(sheet.Line{
			ID: "na_toets", Label: "Na de toets voor " + wat, Unit: sheet.EURPerMaand, Source: rapport("5.4"),
			Expr: sheet.If(v.teVeel, deel, d.exact), Toelichting: "naar verhouding van de bijdragen vóór de toets",
		})
		d.afToets = sub.Add(sheet.Line{
			ID: "af_toets", Label: "Verlaging door de toets voor " + wat, Unit: sheet.EURPerMaand, Source: rapport("5.4"), Only: v.teVeel,
			Expr: d.exact.Minus(d.naToets).AtLeast(sheet.Zero),
		})
		d.betaal(sc, sheet.If(v.teVeel, d.naToets, d.voorToets))
	}
}
