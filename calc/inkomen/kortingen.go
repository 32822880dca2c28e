package inkomen

import (
	"slices"
	"time"

	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"
)

// kortingen adds each credit, what they come to, never more than the tax (art. 8.8
// Wet IB 2001), and the tax that is left.
func (r *rekening) kortingen(minstVerdienende sheet.Cond) sheet.Expr {
	grondslag := sheet.Sum(r.box1, r.saldoWoning)
	if r.ib.OverVerzamelinkomen {
		grondslag = r.verzamelinkomen
	}
	list := []sheet.Expr{r.korting("algemene_heffingskorting", "Algemene heffingskorting", r.ib.AlgemeneHeffingskorting, grondslag)}
	vast := func(korting sheet.Expr) { r.vasteKortingen = append(r.vasteKortingen, korting) }
	vast(r.korting("arbeidskorting", "Arbeidskorting", r.ib.Arbeidskorting, r.arbeidsinkomen))
	if r.combinatiekorting(minstVerdienende) {
		vast(r.inkomensafhankelijkeCombinatiekorting(minstVerdienende))
	}
	if t := r.ib.Ouderenkorting; t != nil {
		list = append(list, r.korting("ouderenkorting", "Ouderenkorting", *t, r.verzamelinkomen))
		if r.alleenstaandeOudere() {
			vast(r.vasteKorting("alleenstaande_ouderenkorting", "Alleenstaande-ouderenkorting", r.ib.AlleenstaandeOuderenkorting))
		}
	} else if r.Opbouw.Jonggehandicaptenkorting { // not beside the ouderenkorting (art. 8.16a)
		vast(r.vasteKorting("jonggehandicaptenkorting", "Jonggehandicaptenkorting", r.ib.Jonggehandicaptenkorting))
	}
	list = append(list, r.vasteKortingen...)
	samen := r.regel(sheet.Line{ID: "heffingskortingen", Label: "Heffingskortingen samen", Expr: sheet.Sum(list...), Source: wetIB("8.2"), Post: "post 115/116"})
	verrekend := r.regel(sheet.Line{
		ID: "te_verrekenen", Kort: "erbij: heffingskortingen", Label: "Heffingskortingen die worden verrekend", Expr: samen.AtMost(r.heffing), Source: wetIB("8.8"),
		Toelichting: "ten hoogste de inkomensheffing",
	})
	return r.regel(sheet.Line{ID: "verschuldigd", Keep: true, Label: "Inkomensheffing na heffingskortingen", Expr: r.heffing.Minus(verrekend), Source: wetIB("2.7")})
}

// korting adds a credit by its table: the amount at the start of the row, and the
// percentage of what the income is above it.
func (r *rekening) korting(id, label string, tabel norms.Table, inkomen sheet.Expr) sheet.Expr {
	return r.regel(sheet.Line{ID: id, Label: label, Expr: r.volgensTabel(tabel, inkomen), Source: tabel.Source})
}

func (r *rekening) volgensTabel(tabel norms.Table, inkomen sheet.Expr) sheet.Expr {
	return r.omhoog(sheet.Graduated(r.sc.Table(tabel), inkomen).AtLeast(sheet.Zero))
}

func (r *rekening) vasteKorting(id, label string, v norms.Value) sheet.Expr {
	return r.regel(sheet.Line{ID: id, Label: label, Expr: r.sc.Norm(v), Source: v.Source})
}

// inkomensafhankelijkeCombinatiekorting adds that credit, beside a partner only
// for who earns less.
func (r *rekening) inkomensafhankelijkeCombinatiekorting(minstVerdienende sheet.Cond) sheet.Expr {
	tabel := r.ib.Combinatiekorting
	line := sheet.Line{ID: "combinatiekorting", Keep: true, Label: "Inkomensafhankelijke combinatiekorting", Source: tabel.Source}
	line.Expr = r.volgensTabel(tabel, r.arbeidsinkomen)
	if !minstVerdienende.IsZero() && r.Opbouw.Combinatiekorting == nil {
		line.Expr = sheet.If(minstVerdienende, line.Expr, sheet.Zero)
		line.Toelichting = "voor wie van beiden het laagste arbeidsinkomen heeft"
	}
	return r.regel(line)
}

// combinatiekorting tells whether the credit is looked at, and records on what
// ground: as stated, or because of a child under 12 on 1 January.
func (r *rekening) combinatiekorting(minstVerdienende sheet.Cond) bool {
	recht, grond := r.rechtOpCombinatiekorting()
	feit := sheet.Feit{
		Groep: r.Groep, Omschrijving: "Inkomensafhankelijke combinatiekorting", Waarde: sheet.FormatJaNee(recht),
		Toelichting: grond, Aanname: r.Opbouw.Combinatiekorting == nil,
	}
	if recht && feit.Aanname && !minstVerdienende.IsZero() {
		feit.Waarde = "voor wie van beiden het laagste arbeidsinkomen heeft"
	}
	r.sheet.Fact(feit)
	return recht
}

func (r *rekening) rechtOpCombinatiekorting() (recht bool, grond string) {
	switch {
	case r.Opbouw.Combinatiekorting != nil:
		return *r.Opbouw.Combinatiekorting, "zoals opgegeven"
	case r.anderHeeft:
		return false, "de partner heeft haar, zoals opgegeven"
	case r.PartnerOnbekend && r.Opbouw.Partner == nil:
		return false, "het arbeidsinkomen van de partner is niet bekend; is er recht op, dan kan dat worden opgegeven"
	case !slices.ContainsFunc(r.Kinderen, r.telt):
		return false, "geen kind in huis dat op 1 januari jonger was dan 12 jaar; een co-ouder kan er ook recht op hebben, en dat kan dan worden opgegeven"
	}
	if r.Wetsvoorstel && r.Huis == Fictief {
		return true, "gerekend alsof een kind van jonger dan 12 jaar bij deze ouder woont"
	}
	return true, map[Huis]string{
		Hoofdverblijf: "een kind dat op 1 januari jonger was dan 12 jaar woont hier",
		Gezin:         "in het gezin is een kind dat op 1 januari jonger was dan 12 jaar",
		Fictief:       "gerekend alsof een kind van jonger dan 12 jaar bij deze ouder woont (Rapport par. 3.2.5)",
	}[r.Huis]
}

// telt tells whether a child is under 12 on 1 January of the year, and can live in
// the household for six months of it (art. 8.14a lid 1 Wet IB 2001).
func (r *rekening) telt(geboren time.Time) bool {
	const leeftijd = 12
	jaar := r.Op.Year()
	nieuwjaar, halverwege := time.Date(jaar, time.January, 1, 0, 0, 0, 0, time.UTC), time.Date(jaar, time.July, 1, 0, 0, 0, 0, time.UTC)
	return geboren.AddDate(leeftijd, 0, 0).After(nieuwjaar) && !geboren.After(halverwege)
}

// alleenstaandeOudere tells whether that credit is due: as stated, or because
// there is an AOW benefit and no partner (art. 8.18 Wet IB 2001).
func (r *rekening) alleenstaandeOudere() bool {
	feit := sheet.Feit{Groep: r.Groep, Omschrijving: "Alleenstaande-ouderenkorting", Toelichting: "zoals opgegeven"}
	recht := false
	if a := r.Opbouw.AlleenstaandeOuderenkorting; a != nil {
		recht = *a
	} else {
		feit.Aanname = true
		for _, w := range r.Opbouw.Loon {
			recht = recht || w.Soort == zaak.UitkeringAOW
		}
		recht = recht && r.Opbouw.Partner == nil && !r.PartnerOnbekend && !r.paar
		feit.Toelichting = "alleen bij een AOW-uitkering voor een alleenstaande"
	}
	feit.Waarde = sheet.FormatJaNee(recht)
	r.sheet.Fact(feit)
	return recht
}
