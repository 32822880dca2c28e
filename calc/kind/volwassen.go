package kind

import (
	"fmt"

	"annex/calc/periode"
	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"
)

// behoefteVolwassene adds what a child of 18 or older needs: the budget by the
// norms of the Wsf less what the child has of its own (Rapport 3.2.10, 3.2.11),
// EUR/maand in cents, not below nil.
func (b *berekening) behoefteVolwassene(sc sheet.Scope, p periode.Periode, i int, kosten []sheet.Expr, a *aandelen) error {
	k := b.zaak.Kinderen[i]
	norm, err := b.set.Studiefinanciering(p.Vanaf)
	if err != nil {
		return err
	}
	v := &volwassene{b: b, sc: sc.In(k.ID), p: p, kind: k, z: *p.Kinderen[i].Volwassen, norm: norm.MBO, soort: "mbo"}
	if v.z.Norm == zaak.OpleidingHBOWO {
		v.norm, v.soort = norm.HBOWO, "hbo en wo"
	}
	v.feiten()
	budget := v.regel("budget", "Budget van "+k.Naam, rapport("3.2.10"), sheet.Sum(append(v.budget(), kostenVan(kosten, i))...))
	eigen := v.eigenMiddelen()
	behoefte := budget
	if len(eigen) > 0 {
		behoefte = budget.Minus(v.regel("eigen_middelen", "Eigen middelen van "+k.Naam, rapport("3.2.10"), sheet.Sum(eigen...))).AtLeast(sheet.Zero)
	}
	par := "3.2.10"
	if r := p.Kinderen[i].Behoeftig; r != nil {
		par = "3.2.10 en 3.2.11"
		b.behoeftig(k, *r)
	}
	a.kind[i] = v.regel("behoefte", "Behoefte van "+k.Naam, rapport(par), behoefte)
	v.verantwoord()
	return nil
}

// volwassene is the need of one child of 18 or older being described.
type volwassene struct {
	b     *berekening
	sc    sheet.Scope
	p     periode.Periode
	kind  zaak.Kind
	z     zaak.Volwassen
	norm  norms.Studiebudget
	soort string // of the norm: "mbo"
}

func (v *volwassene) regel(id, label string, bron sheet.Source, expr sheet.Expr) sheet.Expr {
	return v.sc.Add(sheet.Line{ID: id, Label: label, Unit: sheet.EURPerMaand, Expr: expr, Source: bron})
}

// post adds a line for an amount of the case file.
func (v *volwassene) post(id, label string, z zaak.Bedrag) sheet.Expr {
	in := v.b.eenmaal(v.sc, v.p, v.kind, id, v.groep(), label, sheet.EURPerMaand, z)
	return v.sc.Add(sheet.Line{ID: id, Label: label, Unit: sheet.EURPerMaand, Expr: in, Source: rapport("3.2.10"), Toelichting: z.Toelichting})
}

func (v *volwassene) groep() string { return "Behoefte van " + v.kind.Naam + " vanaf 18 jaar" }

// budget gives what the child needs: the normbedrag for the costs of living,
// for a student with the fee, for who does not study without books.
func (v *volwassene) budget() []sheet.Expr {
	normbedrag, woont := v.norm.Thuiswonend, "thuiswonend"
	if v.z.Zelfstandig {
		normbedrag, woont = v.norm.Uitwonend, "uitwonend"
	}
	terms := []sheet.Expr{v.regel("normbedrag", fmt.Sprintf("Normbedrag levensonderhoud %s, %s", v.soort, woont), normbedrag.Source, v.sc.Norm(normbedrag))}
	if v.z.Opleiding == zaak.OpleidingGeen {
		terms[0] = terms[0].Minus(v.leermiddelen())
	} else {
		terms = append(terms, v.lesgeld())
	}
	for j, kost := range v.z.ExtraKosten {
		terms = append(terms, v.post(fmt.Sprintf("extra_kosten_%d", j+1), sheet.Capital(kost.Omschrijving), kost.Bedrag))
	}
	return terms
}

// lesgeld gives the fee: as the case file states it, else the published one of
// the school year.
func (v *volwassene) lesgeld() sheet.Expr {
	label := "Lesgeld"
	if v.z.Norm == zaak.OpleidingHBOWO {
		label = "Collegegeld"
	}
	switch {
	case v.z.Lesgeld != nil:
		return v.post("lesgeld", label, *v.z.Lesgeld)
	case v.norm.Lesgeld == nil:
		v.p.Waarschuw(v.b.sheet, sheet.Cond{}, "lesgeld-onbekend", "Het wettelijke lesgeld of collegegeld voor %s is niet bekend en niet opgegeven; gerekend is zonder.", v.kind.Naam)
		return sheet.Zero
	}
	return v.regel("lesgeld", label+", een twaalfde", v.norm.Lesgeld.Jaar.Source, v.sc.Norm(v.norm.Lesgeld.Jaar).Over(sheet.Twelve).Round(2))
}

// leermiddelen gives what the normbedrag holds for books and materials, which
// who does not study has no need of.
func (v *volwassene) leermiddelen() sheet.Expr {
	const id, label = "leermiddelen", "Boeken en leermiddelen in het normbedrag"
	switch {
	case v.z.Leermiddelen != nil:
		return v.post(id, label, *v.z.Leermiddelen)
	case v.norm.Leermiddelen != nil:
		return v.regel(id, label, v.norm.Leermiddelen.Source, v.sc.Norm(*v.norm.Leermiddelen))
	}
	v.p.Waarschuw(v.b.sheet, sheet.Cond{}, "leermiddelen-onbekend",
		"%s studeert niet. Van het normbedrag gaat dan het bedrag voor boeken en leermiddelen af (Rapport par. 3.2.10). Dat bedrag is niet bekend en niet opgegeven; er is niets afgetrokken.", v.kind.Naam)
	return sheet.Zero
}

// eigenMiddelen gives what lowers the need.
func (v *volwassene) eigenMiddelen() []sheet.Expr {
	var terms []sheet.Expr
	for _, m := range []struct {
		id, label string
		bedrag    *zaak.Bedrag
	}{
		{"basisbeurs", "Basisbeurs", v.z.Basisbeurs},
		{"aanvullende_beurs", "Aanvullende beurs", v.z.Aanvullend},
		{"tegemoetkoming", "Andere tegemoetkoming", v.z.Tegemoetkoming},
		{"inkomen", "Structureel eigen inkomen", v.z.Inkomen},
		{"zorgtoeslag", "Zorgtoeslag", v.afTeTrekkenZorgtoeslag()},
	} {
		if m.bedrag != nil {
			terms = append(terms, v.post(m.id, m.label, *m.bedrag))
		}
	}
	if z := v.z.GeenWoonlast; z != nil {
		terms = append(terms, v.post("geen_woonlast", "Geen woonlast", z.Bedrag))
		v.b.sheet.Choice(sheet.Cond{}, sheet.Keuze{
			ID: "thuiswonend-zonder-woonlast", Onderwerp: "Behoefte van " + v.kind.Naam, Zaakspecifiek: true,
			Keuze: "De behoefte is verlaagd, omdat " + v.kind.Naam + " thuis woont en geen woonlast heeft.",
			Grond: z.Reden, Alternatief: "Geen verlaging: het normbedrag voor thuiswonenden is al lager (Rapport par. 3.2.10).",
		})
	}
	return terms
}

func (v *volwassene) afTeTrekkenZorgtoeslag() *zaak.Bedrag {
	if v.b.zaak.Keuzes.Zorgtoeslag == zaak.KeuzeAftrekken {
		return v.z.Zorgtoeslag
	}
	return nil
}

// feiten records what the norm is chosen by.
func (v *volwassene) feiten() {
	opleiding := map[string]string{
		zaak.OpleidingMBO: "mbo", zaak.OpleidingHBOWO: "hbo of wo", zaak.OpleidingGeen: "studeert niet; gerekend met de norm voor " + v.soort,
	}[v.z.Opleiding]
	woont := "thuis, bij een ouder"
	if v.z.Zelfstandig {
		woont = "zelfstandig"
	}
	groep := v.groep() + v.p.Achter
	v.b.sheet.Fact(sheet.Feit{Groep: groep, Omschrijving: "Opleiding", Waarde: opleiding})
	v.b.sheet.Fact(sheet.Feit{Groep: groep, Omschrijving: "Woont", Waarde: woont})
}

// verantwoord names the choice on zorgtoeslag, and what was entered without
// effect.
func (v *volwassene) verantwoord() {
	naam := v.kind.Naam
	if v.z.Zorgtoeslag != nil {
		keuze := sheet.Keuze{
			ID: "zorgtoeslag", Onderwerp: "Zorgtoeslag van " + naam,
			Keuze: "De zorgtoeslag verlaagt de behoefte niet.", Grond: "In het normbedrag is al rekening gehouden met de zorgtoeslag (Rapport par. 3.2.10).",
			Alternatief: "De zorgtoeslag aftrekken.",
		}
		if v.afTeTrekkenZorgtoeslag() != nil {
			keuze.Zaakspecifiek = true
			keuze.Keuze, keuze.Grond = "De zorgtoeslag is van de behoefte afgetrokken.", "Zo gekozen in het zaakbestand."
			keuze.Alternatief = "Niet aftrekken: in het normbedrag is er al rekening mee gehouden (Rapport par. 3.2.10)."
		} else {
			v.p.LaatWeg(v.b.sheet, sheet.Cond{}, "Zorgtoeslag van %s", "In het normbedrag van de Wsf is daar al rekening mee gehouden (Rapport par. 3.2.10).", naam)
		}
		v.b.sheet.Choice(sheet.Cond{}, keuze)
	}
	if v.z.Lening != nil {
		v.p.LaatWeg(v.b.sheet, sheet.Cond{}, "Lening of collegegeldkrediet van %s", "Een lening moet worden terugbetaald en verlaagt de behoefte in beginsel niet (Rapport par. 3.2.10).", naam)
	}
}

// behoeftig names why a child of 21 or older has a claim.
func (b *berekening) behoeftig(k zaak.Kind, r zaak.Reden) {
	b.sheet.Fact(sheet.Feit{Groep: "Behoefte van " + k.Naam + " vanaf 18 jaar", Omschrijving: "Behoeftig", Waarde: "ja", Bron: r.Bron, Toelichting: r.Tekst})
	b.sheet.Choice(sheet.Cond{}, sheet.Keuze{
		ID: "behoeftig-vanaf-21", Onderwerp: "Behoeftigheid van " + k.Naam, Zaakspecifiek: true,
		Keuze: "Aangenomen is dat " + k.Naam + " behoeftig is: niet in staat in het eigen levensonderhoud te voorzien. Of dat zo is, is een oordeel van de rechter.",
		Grond: r.Tekst, Alternatief: "Geen bijdrage vanaf 21 jaar (Rapport par. 3.2.11).",
	})
}
