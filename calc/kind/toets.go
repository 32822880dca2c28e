package kind

import (
	"time"

	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"
)

// toetsen adds the tests on what each payer keeps, and the amounts to pay.
// Whether a situation is unacceptable is for the judge; both amounts are shown.
func (b *berekening) toetsen(p periode, parts []draagkrachtdeel, v verdeeld, delen []kinddeel) ([]kinddeel, error) {
	for i, o := range b.zaak.Ouders {
		t, err := b.plafond(p, o, parts[i])
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

// plafond adds the aanvaardbaarheidstoets (4.6.3) and the floor in a loss of
// income that is left out of account (4.7); nil where neither is asked for.
func (b *berekening) plafond(p periode, o zaak.Ouder, d draagkrachtdeel) (*plafond, error) {
	z := p.Situaties[o.ID]
	if z.Toets == nil && z.Inkomensverlies == nil {
		return nil, nil
	}
	titel := "Aanvaardbaarheidstoets voor " + o.Aanduiding
	if z.Toets == nil {
		titel = "Ondergrens voor " + o.Aanduiding + " na inkomensverlies"
	}
	sc := b.sheet.Section(sheet.Section{
		ID: join(p.prefix, "toets_"+o.ID), Soort: SoortToets, Titel: titel + p.achter, Onderwerp: o.Aanduiding, Periode: p.nummer,
	}, join(p.prefix, "toets_"+o.ID))
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
	aow, _, err := heeftAOW(set, op, o, z)
	if err != nil {
		return norms.Bijstandsnorm{}, err
	}
	norm, err := set.Bijstandsnorm(op, aow)
	if z.Toets == nil {
		if z.Inkomensverlies.Bijstandsnorm != nil {
			err = nil
		}
		return norm, err
	}
	if t := z.Toets; t.Bijstandsnorm != nil && t.Wooncomponent != nil && t.Normpremie != nil {
		return norm, nil
	}
	switch {
	case err != nil:
	case z.Toets.Wooncomponent == nil && norm.Wooncomponent == nil:
		err = &norms.GeenCijfer{Cijfer: "wooncomponent", Publicatie: norm.Norm.Publicatie}
	case z.Toets.Normpremie == nil && norm.NormpremieZvw == nil:
		err = &norms.GeenCijfer{Cijfer: "normpremie", Publicatie: norm.Norm.Publicatie}
	}
	return norm, err
}

// toets is the test on what one payer keeps being described.
type toets struct {
	b     *berekening
	sc    sheet.Scope
	p     periode
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
	return sheet.Capital(t.ouder.Aanduiding) + ", " + t.p.naam.Tekst + ": toets"
}

// invoer adds a line for an amount of the case file.
func (t *toets) invoer(id, label string, z zaak.Bedrag) sheet.Expr {
	return t.regel(id, label, rapport("4.6.3 en 5.4"), bedrag(t.sc, id, t.groep(), label, sheet.EURPerMaand, z))
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
	nbi := t.d.nbi
	if nbi == (sheet.Expr{}) {
		nbi = bedrag(t.sc, "nbi", t.groep(), "Netto besteedbaar inkomen (NBI)", sheet.EURPerMaand, t.z.NBI)
	}
	nbi = t.regel("nbi", "Netto besteedbaar inkomen (NBI)", rapport("4.6.3 en 5.4"), nbi)
	var gesteld *zaak.Bedrag
	if t.z.Toets != nil {
		gesteld = t.z.Toets.Bijstandsnorm
	}
	if gesteld == nil && t.z.Inkomensverlies != nil {
		gesteld = t.z.Inkomensverlies.Bijstandsnorm
	}
	norm := t.cijfer("bijstandsnorm", "Bijstandsnorm van een alleenstaande", gesteld, &t.norm.Norm)
	out := &plafond{sc: t.sc, ouder: t.ouder}
	if t.z.Toets == nil {
		resteert := t.resteert(nbi, t.ondergrens(norm, "4.7"))
		out.bedrag, out.geldt = resteert, t.d.fictief
		return out
	}
	resteert := t.aanvaardbaarheid(nbi, norm)
	out.bedrag = resteert
	if t.z.Inkomensverlies != nil {
		vol := t.regel("ondergrens_inkomensverlies", "Ondergrens na inkomensverlies: het deel van de hele bijstandsnorm dat moet overblijven", rapport("4.7"), t.sc.Norm(t.percentage).Times(norm).Round(2))
		out.bedrag = t.regel("plafond", "Ten hoogste te betalen", rapport("4.6.3 en 4.7"),
			sheet.If(t.d.fictief, resteert.AtMost(nbi.Minus(vol).AtLeast(sheet.Zero)), resteert))
	}
	return out
}

func (t *toets) ondergrens(norm sheet.Expr, par string) sheet.Expr {
	return t.regel("ondergrens", "Ondergrens: het deel van de bijstandsnorm dat moet overblijven", rapport(par), t.sc.Norm(t.percentage).Times(norm).Round(2))
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
	wonen := t.cijfer("wooncomponent", "Af: wooncomponent in de bijstandsnorm", z.Wooncomponent, t.norm.Wooncomponent)
	premie := t.cijfer("normpremie", "Af: normpremie Zvw in de bijstandsnorm", z.Normpremie, t.norm.NormpremieZvw)
	zonder := t.regel("norm_zonder_wonen_en_zorg", "Bijstandsnorm zonder wonen en zorgverzekering", rapport("5.4"), norm.Minus(wonen).Minus(premie).AtLeast(sheet.Zero))
	ondergrens := t.ondergrens(zonder, "4.6.3 en 5.4")
	woonlast := t.netto("woonlast", "Werkelijke woonlasten", z.Woonlast, "huurtoeslag", "Af: huurtoeslag", z.Huurtoeslag, nil)
	zorg := t.netto("zorgkosten", "Werkelijke zorgkosten", z.Zorgpremie, "zorgtoeslag", "Af: zorgtoeslag", z.Zorgtoeslag, z.OverigeZorgkosten)
	terms := []sheet.Expr{ondergrens, woonlast, zorg}
	if len(t.d.drukkend) > 0 {
		terms = append(terms, t.regel("lasten", "Lasten die niet te vermijden zijn", rapport("4.6.3 en 5.4"), sheet.Sum(t.d.drukkend...)))
	}
	nodig := t.regel("noodzakelijke_lasten", "Totaal noodzakelijke lasten", rapport("5.4"), sheet.Sum(terms...))
	t.b.sheet.Choice(sheet.Cond{}, sheet.Keuze{
		ID: "aanvaardbaarheidstoets", Onderwerp: "Aanvaardbaarheidstoets voor " + t.ouder.Aanduiding, Zaakspecifiek: true,
		Keuze: "Getoetst is of " + t.ouder.Aanduiding + " na betaling ten minste 95% van de bijstandsnorm overhoudt. Oordeel rechter: of de situatie onaanvaardbaar is, is niet alleen een rekensom.",
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

// verlaag lowers what someone pays to what remains, in whole euros together, in
// proportion to the amounts before the test.
//
// Keuze: what is borne for children outside this case counts too; the amounts of
// the children after the test are in cents; see docs/keuzes.md,
// aanvaardbaarheidstoets.
func (b *berekening) verlaag(p periode, t plafond, elders sheet.Expr, van []*kinddeel) {
	var exact []sheet.Expr
	for _, d := range van {
		exact = append(exact, d.exact)
	}
	alles := sheet.Sum(append(exact, elders)...)
	totaal := t.sc.Add(sheet.Line{
		ID: "voor_toets", Label: "Te betalen vóór de toets", Naam: "wat " + t.ouder.Aanduiding + " vóór de toets betaalt", Unit: sheet.EURPerMaand,
		Expr: alles, Source: rapport("4.6.3"), Toelichting: "alle bijdragen samen",
	})
	teVeel := totaal.MoreThan(t.bedrag)
	if !t.geldt.IsZero() {
		teVeel = t.geldt.And(teVeel)
	}
	teVeel = t.sc.Add(sheet.Line{
		ID: "verlagen", Label: "Verlaging van de bijdrage", Unit: sheet.JaNee, Expr: sheet.Truth(teVeel), Source: rapport("4.6.3 en 4.7"),
		Toelichting: "als er minder resteert dan te betalen is",
	}).IsYes()
	betalen := t.sc.Add(sheet.Line{
		ID: "na_toets", Label: "Te betalen na de toets", Naam: "wat " + t.ouder.Aanduiding + " na de toets betaalt", Unit: sheet.EURPerMaand,
		Expr: sheet.If(teVeel, t.bedrag.Round(0).AtMost(totaal), totaal), Source: rapport("5.4"), Slot: true,
	})
	b.sheet.Highlight(p.naam, "Te betalen door "+t.ouder.Aanduiding+" vóór de toets", totaal)
	b.sheet.Highlight(p.naam, "Te betalen door "+t.ouder.Aanduiding+" na de toets", betalen)
	b.laatWeg(p, sheet.Not(teVeel), "Ondergrens van 95% van de bijstandsnorm voor %s", "%s houdt na betaling genoeg over, of de ondergrens geldt hier niet; de bijdrage verandert niet (Rapport par. 4.6.3 en 4.7).", t.ouder.Aanduiding, sheet.Capital(t.ouder.Aanduiding))
	for _, d := range van {
		sc, sub := t.sc.At(d.sc.Prefix()), t.sc.At(d.sc.Prefix())
		if d.verschil {
			sub = sub.In("verschil")
		}
		wat := b.zaak.Kinderen[d.kind].Naam
		d.naToets = sub.Add(sheet.Line{
			ID: "na_toets", Label: "Na de toets voor " + wat, Unit: sheet.EURPerMaand, Source: rapport("5.4"),
			Expr: sheet.If(teVeel, d.exact.Over(totaal).Times(betalen).Round(2), d.exact), Toelichting: "naar verhouding van de bijdragen vóór de toets",
		})
		d.afToets = sub.Add(sheet.Line{
			ID: "af_toets", Label: "Verlaging door de toets voor " + wat, Unit: sheet.EURPerMaand, Source: rapport("5.4"), Only: teVeel,
			Expr: d.exact.Minus(d.naToets),
		})
		d.betaal(sc, sheet.If(teVeel, d.naToets, d.exact.Round(0)))
	}
}
