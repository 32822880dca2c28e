package inkomen

import (
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
	list := []sheet.Expr{
		r.korting("algemene_heffingskorting", "Algemene heffingskorting", r.ib.AlgemeneHeffingskorting, grondslag),
		r.korting("arbeidskorting", "Arbeidskorting", r.ib.Arbeidskorting, r.arbeidsinkomen),
	}
	if r.combinatiekorting(minstVerdienende) {
		list = append(list, r.inkomensafhankelijkeCombinatiekorting(minstVerdienende))
	}
	if t := r.ib.Ouderenkorting; t != nil {
		list = append(list, r.korting("ouderenkorting", "Ouderenkorting", *t, r.verzamelinkomen))
		if r.alleenstaandeOudere() {
			list = append(list, r.vasteKorting("alleenstaande_ouderenkorting", "Alleenstaande-ouderenkorting", r.ib.AlleenstaandeOuderenkorting))
		}
	} else if r.Opbouw.Jonggehandicaptenkorting { // not beside the ouderenkorting (art. 8.16a)
		list = append(list, r.vasteKorting("jonggehandicaptenkorting", "Jonggehandicaptenkorting", r.ib.Jonggehandicaptenkorting))
	}
	samen := r.regel(sheet.Line{ID: "heffingskortingen", Label: "Heffingskortingen samen", Expr: sheet.Sum(list...), Source: wetIB("8.2"), Post: "post 115/116"})
	verrekend := r.regel(sheet.Line{
		ID: "te_verrekenen", Label: "Heffingskortingen die worden verrekend", Expr: samen.AtMost(r.heffing), Source: wetIB("8.8"),
		Toelichting: "ten hoogste de inkomensheffing",
	})
	return r.regel(sheet.Line{ID: "verschuldigd", Label: "Inkomensheffing na heffingskortingen", Expr: r.heffing.Minus(verrekend), Source: wetIB("2.7")})
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
	line := sheet.Line{ID: "combinatiekorting", Label: "Inkomensafhankelijke combinatiekorting", Source: tabel.Source}
	line.Expr = r.volgensTabel(tabel, r.arbeidsinkomen)
	if !minstVerdienende.IsZero() && r.Opbouw.Combinatiekorting == nil {
		line.Expr = sheet.If(minstVerdienende, line.Expr, sheet.Zero)
		line.Toelichting = "voor wie van beiden het laagste arbeidsinkomen heeft"
	}
	return r.regel(line)
}

// combinatiekorting tells whether the credit is looked at, and records on what
// ground: as stated, or because a child under 12 on 1 January lives here.
func (r *rekening) combinatiekorting(minstVerdienende sheet.Cond) bool {
	feit := sheet.Feit{Groep: r.Groep, Omschrijving: "Inkomensafhankelijke combinatiekorting"}
	recht := false
	if c := r.Opbouw.Combinatiekorting; c != nil {
		recht, feit.Toelichting = *c, "zoals opgegeven"
	} else {
		for _, geboren := range r.Kinderen {
			recht = recht || r.telt(geboren)
		}
		feit.Aanname = true
		if r.PartnerOnbekend && r.Opbouw.Partner == nil {
			feit.Toelichting = "het arbeidsinkomen van de partner is niet opgegeven; of er recht op is, is dan op te geven"
			feit.Waarde = sheet.FormatJaNee(false)
			r.sheet.Fact(feit)
			return false
		}
		feit.Toelichting = "geen kind dat op 1 januari jonger was dan 12 jaar heeft hier het hoofdverblijf; een co-ouder kan er ook recht op hebben, dat is dan op te geven"
		if recht {
			feit.Toelichting = "een kind dat op 1 januari jonger was dan 12 jaar heeft hier het hoofdverblijf"
			if !minstVerdienende.IsZero() {
				feit.Toelichting += "; alleen voor de partner met het laagste arbeidsinkomen"
			}
		}
	}
	feit.Waarde = sheet.FormatJaNee(recht)
	r.sheet.Fact(feit)
	return recht
}

// telt tells whether a child is under 12 on 1 January of the year, or born later.
func (r *rekening) telt(geboren time.Time) bool {
	const leeftijd = 12 // art. 8.14a lid 1 Wet IB 2001
	nieuwjaar := time.Date(r.Op.Year(), time.January, 1, 0, 0, 0, 0, time.UTC)
	return geboren.AddDate(leeftijd, 0, 0).After(nieuwjaar)
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
