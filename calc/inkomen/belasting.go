package inkomen

import (
	"fmt"
	"strings"

	"annex/calc/sheet"
	"annex/norms"
)

const (
	blokAnder  = "Ander inkomen en aftrek in box 1 (blok 76–93)"
	blokBox1   = "Belasting in box 1 (post 94–95)"
	blokBox23  = "Box 2, box 3 en verzamelinkomen (blok 96–112)"
	blokHef    = "Heffing en heffingskortingen (post 113–116)"
	blokZvw    = "Zorgverzekeringswet en andere correcties (post 117a, blok 117b–119)"
	blokUitkom = "Netto besteedbaar inkomen (post 120–121)"
)

// anderInkomen adds the other income of box 1 and what is deducted there.
func (r *rekening) anderInkomen() {
	r.blok = blokAnder
	r.overig, r.alimentatie, r.voorzieningen, r.aftrek, r.benut = sheet.Zero, sheet.Zero, sheet.Zero, sheet.Zero, sheet.Zero
	if b := r.Opbouw.Overig; b != nil {
		r.overig = r.regel(sheet.Line{ID: "overige_werkzaamheden", Label: "Resultaat uit overige werkzaamheden", Source: wetIB("3.90"),
			Expr: r.invoer("overige_werkzaamheden", "Resultaat uit overige werkzaamheden", sheet.EURPerJaar, *b)})
	}
	if b := r.Opbouw.Alimentatie; b != nil {
		r.alimentatie = r.regel(sheet.Line{ID: "partneralimentatie", Label: "Ontvangen partneralimentatie", Source: wetIB("3.101"),
			Expr: sheet.Twelve.Times(r.invoer("partneralimentatie", "Ontvangen partneralimentatie", sheet.EURPerMaand, *b))})
	}
	var premies []sheet.Expr
	toelichting := "verlaagt de belasting, en als last het besteedbare inkomen"
	if r.Wetsvoorstel {
		toelichting = "verlaagt de belasting"
	}
	for i, p := range r.Opbouw.Voorzieningen {
		id := fmt.Sprintf("voorziening_%d", i+1)
		premies = append(premies, r.regel(sheet.Line{ID: id, Label: "Premie " + p.Omschrijving, Source: wetIB("3.124"),
			Expr:        r.invoer(id, "Premie "+p.Omschrijving, sheet.EURPerJaar, p.Bedrag),
			Toelichting: toelichting}))
	}
	r.voorzieningen = sheet.Sum(premies...)
	r.aftrek = r.persoonsgebonden()
}

// persoonsgebonden adds the deductions that count, and says which do not: both
// the cost, as a charge, and its benefit, or neither (Rapport 4.8).
func (r *rekening) persoonsgebonden() sheet.Expr {
	var posten []sheet.Expr
	for i, a := range r.Opbouw.Aftrek {
		id := fmt.Sprintf("aftrek_%d", i+1)
		if !a.TeltMee || r.ZonderLasten {
			r.sheet.LeaveOut(sheet.Cond{}, "Aftrekpost van %s: %s", "De uitgave telt niet als last, en het belastingvoordeel ervan niet als inkomen (Rapport par. 4.8). Voor het kindgebonden budget verlaagt zij het toetsingsinkomen wel.", r.wie(), a.Omschrijving)
			r.nietAfgetrokken = append(r.nietAfgetrokken, r.invoer(id, "Persoonsgebonden aftrek die niet meetelt: "+a.Omschrijving, sheet.EURPerJaar, a.Bedrag))
			continue
		}
		post := r.regel(sheet.Line{ID: id, Label: "Persoonsgebonden aftrek: " + a.Omschrijving, Source: rapport("4.8"),
			Expr:        r.invoer(id, "Persoonsgebonden aftrek: "+a.Omschrijving, sheet.EURPerJaar, a.Bedrag),
			Toelichting: "verlaagt de belasting; de uitgave zelf telt als last bij de draagkracht"})
		posten = append(posten, post)
		r.lasten = append(r.lasten, Last{a.Omschrijving, post})
	}
	return sheet.Sum(posten...)
}

// heffingInBox1 adds the income of box 1 and the tax on it, bracket by bracket.
func (r *rekening) heffingInBox1() error {
	r.blok = blokBox1
	inkomen := sheet.Sum(r.loon, r.belastbareWinst, r.overig, r.alimentatie).Minus(r.voorzieningen)
	aftrek := r.inBox("1", inkomen)
	r.inkomenBox1, r.aftrekBox1 = inkomen, aftrek
	r.box1 = r.regel(sheet.Line{
		ID: "box1", Label: "Belastbaar inkomen box 1, zonder eigen woning", Expr: inkomen.Minus(aftrek), Source: wetIB("3.1"), Post: "post 94",
	})
	var delen []sheet.Expr
	for i := range r.ib.Box1.Rows {
		delen = append(delen, r.schijf(r.ib.Box1, i, r.box1, fmt.Sprintf("schijf_%d", i+1), fmt.Sprintf("Schijf %d", i+1)))
	}
	bijtelling, err := r.tariefsaanpassing(aftrek)
	if err != nil {
		return err
	}
	r.heffingBox1 = r.regel(sheet.Line{
		ID: "heffing_box1", Label: "Inkomensheffing box 1", Expr: r.omlaag(sheet.Sum(append(delen, bijtelling)...)), Source: wetIB("2.10 en 2.10a"), Post: "post 95",
		Toelichting: "met premies volksverzekeringen",
	})
	return nil
}

// inBox adds what of the persoonsgebonden aftrek goes off the income of a box: the
// boxes have it in the order 1, 3, 2, each no further than nil (art. 6.2 Wet IB
// 2001). It gives Zero where there is no such aftrek.
func (r *rekening) inBox(box string, inkomen sheet.Expr) sheet.Expr {
	if r.aftrek == sheet.Zero {
		return sheet.Zero
	}
	deel := r.regel(sheet.Line{
		ID: "aftrek_box" + box, Label: "Persoonsgebonden aftrek in box " + box, Source: wetIB("6.2"),
		Expr: r.aftrek.Minus(r.benut).AtMost(inkomen.AtLeast(sheet.Zero)),
	})
	r.benut = sheet.Sum(r.benut, deel)
	return deel
}

// schijf adds the tax of one bracket of a table, not rounded: rounding comes with
// the whole.
func (r *rekening) schijf(t norms.Table, row int, inkomen sheet.Expr, id, label string) sheet.Expr {
	tarief := r.sc.Norm(cel(t, row, 1, "tarief"))
	deel := inkomen
	if row+1 < len(t.Rows) {
		deel = deel.AtMost(r.sc.Norm(cel(t, row+1, 0, "begin")))
	}
	if row > 0 {
		deel = deel.Minus(r.sc.Norm(cel(t, row, 0, "begin")))
	}
	deel = deel.AtLeast(sheet.Zero) // of a loss there is no tax
	return r.regel(sheet.Line{ID: id, Label: label, Expr: tarief.Times(deel), Source: t.Source})
}

// cel gives one figure of a table as a figure of its own, as documents print it.
func cel(t norms.Table, row, column int, wat string) norms.Value {
	c := t.Rows[row][column]
	return norms.Value{
		ID: fmt.Sprintf("%s.%s_%d", t.ID, wat, row+1), Label: fmt.Sprintf("%s van schijf %d", wat, row+1), Amount: c.Amount, Unit: t.Columns[column].Unit,
		Source: t.Source, Status: c.Status, Toelichting: strings.TrimSuffix(t.Label+"; "+c.Toelichting, "; "), Publicatie: t.Publicatie,
	}
}

// hoogsteSchijf is where the highest rate of box 1 begins.
func (r *rekening) hoogsteSchijf() sheet.Expr {
	return r.sc.Norm(cel(r.ib.Box1, len(r.ib.Box1.Rows)-1, 0, "begin"))
}

// tariefsaanpassing adds what takes back the part of deductions that would fall in
// the highest rate (art. 2.10 lid 2 Wet IB 2001): the lower of the deductions and
// the income without them above that bracket, times the difference with the
// maximum rate. Premiums for income provisions are not among those deductions.
func (r *rekening) tariefsaanpassing(persoonsgebonden sheet.Expr) (sheet.Expr, error) {
	aftrek := sheet.Sum(r.ondernemersdelen, persoonsgebonden)
	r.metMaximum = aftrek
	if aftrek == sheet.Zero || r.ib.MaximaalAftrektarief == nil {
		return sheet.Zero, nil // no such rule yet in that year
	}
	aftrek = r.regel(sheet.Line{ID: "aftrekposten", Label: "Aftrekposten met een maximaal tarief", Expr: aftrek, Source: wetIB("2.10, lid 2 en 3")})
	top := len(r.ib.Box1.Rows) - 1
	tarief := r.sc.Norm(cel(r.ib.Box1, top, 1, "tarief")).Minus(r.sc.Norm(*r.ib.MaximaalAftrektarief))
	boven := r.box1.Plus(aftrek).Minus(r.hoogsteSchijf())
	return r.regel(sheet.Line{
		ID: "tariefsaanpassing", Label: "Tariefsaanpassing aftrekposten", Expr: tarief.Times(aftrek.AtMost(boven).AtLeast(sheet.Zero)), Source: wetIB("2.10, lid 2"),
		Toelichting: "aftrekposten tellen tegen ten hoogste het maximale aftrektarief",
	}), nil
}

// verzamel adds the verzamelinkomen (art. 2.18 Wet IB 2001).
//
// Keuze: the balance of the own home counts in it, and so for kindgebonden budget
// and for credits that run on it, but not for the tax of box 1; see
// docs/keuzes.md, eigen-woning.
func (r *rekening) verzamel() error {
	r.blok = blokBox23
	saldo, err := r.saldoEigenWoning()
	if err != nil {
		return err
	}
	r.saldoWoning = saldo
	samen := sheet.Sum(r.box1, saldo, r.box2, r.box3)
	if saldo != sheet.Zero && r.aftrek != sheet.Zero {
		// What is left of the persoonsgebonden aftrek goes off the home as well.
		samen = samen.Minus(r.aftrek.Minus(r.benut).AtMost(saldo.AtLeast(sheet.Zero)))
	}
	r.verzamelRuw = samen
	r.verzamelinkomen = r.regel(sheet.Line{ID: "verzamelinkomen", Label: "Verzamelinkomen", Naam: "verzamelinkomen van " + r.Wie.Aanduiding, Expr: samen.AtLeast(sheet.Zero), Source: wetIB("2.18")})
	return nil
}

// voorKortingen adds the income before tax, the tax, and the income from work the
// credits go by.
func (r *rekening) voorKortingen() {
	r.blok = blokHef
	inkomen := sheet.Line{
		ID: "inkomen_voor_heffing", Kort: "inkomen waarvan de belasting nog af moet", Label: "Inkomen voor aftrek inkomensheffing", Source: r.bron("2.2.2", "lid 1 tot en met 5"), Post: "post 113",
		Expr: sheet.Sum(r.loon, r.pensioenpremie, r.winst, r.overig, r.alimentatie, r.dividend, r.uitVermogen),
	}
	if r.winst != sheet.Zero {
		inkomen.Toelichting = "met de winst vóór ondernemersaftrek en mkb-winstvrijstelling"
	}
	r.voorHeffing = r.regel(inkomen)
	r.heffing = r.regel(sheet.Line{
		ID: "heffing", Kort: "af: inkomstenbelasting en premies volksverzekeringen", Label: "Inkomensheffing box 1, 2 en 3", Expr: sheet.Sum(r.heffingBox1, r.heffingBox2, r.heffingBox3), Source: wetIB("2.7"), Post: "post 114",
	})
	r.arbeidsinkomen = r.regel(sheet.Line{
		ID: "arbeidsinkomen", Label: "Arbeidsinkomen", Naam: "arbeidsinkomen van " + r.Wie.Aanduiding, Expr: sheet.Sum(r.loonUitArbeid, r.winst, r.overig).AtLeast(sheet.Zero), Source: wetIB("8.1"),
		Toelichting: "loon uit tegenwoordige arbeid, winst vóór ondernemersaftrek en resultaat uit overige werkzaamheden",
	})
}

// bijdrageZvw adds the contribution to the Zvw that is not paid by an employer.
// Wages on which it is paid fill the maximum first (art. 42 to 45 Zvw).
func (r *rekening) bijdrageZvw() sheet.Expr {
	r.blok = blokZvw
	r.zvwRuimte = r.sc.Norm(r.zvw.MaximumBijdrageinkomen)
	if r.loonWerkgever != sheet.Zero {
		r.zvwRuimte = r.zvwRuimte.Minus(r.loonWerkgever).AtLeast(sheet.Zero)
	}
	inkomen := r.zvwInkomen(sheet.Zero)
	if inkomen == sheet.Zero {
		return sheet.Zero
	}
	bijdrageinkomen := r.regel(sheet.Line{
		ID: "zvw_inkomen", Label: "Bijdrage-inkomen Zvw", Expr: inkomen.AtMost(r.zvwRuimte), Source: bronZvw,
		Toelichting: "waarover geen werkgever of uitkeringsinstantie de bijdrage betaalt",
	})
	return r.regel(sheet.Line{
		ID: "zvw", Kort: "af: bijdrage Zorgverzekeringswet", Label: "Inkomensafhankelijke bijdrage Zvw", Expr: r.omlaag(r.sc.Norm(r.zvw.LageBijdrage).Times(bijdrageinkomen)), Source: bronZvw, Post: "post 117a",
	})
}

// nettoOverig adds the other net income.
func (r *rekening) nettoOverig() sheet.Expr {
	var posten []sheet.Expr
	for i, p := range r.Opbouw.NettoOverig {
		id, wat := fmt.Sprintf("netto_overig_%d", i+1), sheet.Capital(p.Omschrijving)+", netto"
		posten = append(posten, r.regel(sheet.Line{ID: id, Label: wat + " per jaar", Expr: sheet.Twelve.Times(r.invoer(id, wat+" per maand", sheet.EURPerMaand, p.Bedrag)), Source: r.bron("2.1", "lid 1")}))
	}
	if len(posten) == 0 {
		return sheet.Zero
	}
	return r.regel(sheet.Line{ID: "netto_overig", Kort: "erbij: ander netto inkomen", Label: "Ander netto inkomen", Expr: sheet.Sum(posten...), Source: r.bron("2.1", "lid 1")})
}

// besteedbaar adds the other corrections and the net income itself.
func (r *rekening) besteedbaar(verschuldigd, zvw sheet.Expr) sheet.Expr {
	overig := r.nettoOverig()
	if r.Wetsvoorstel {
		r.blok = blokUitkom
		return r.nettoVoorstel(sheet.Sum(r.voorHeffing.Minus(verschuldigd).Minus(zvw), overig))
	}
	af := sheet.Sum(r.inhoudingen, r.voorzieningen, r.achterblijvend)
	if af != sheet.Zero {
		af = r.regel(sheet.Line{
			ID: "correcties", Kort: "af: inhoudingen, premies en winst die blijft", Label: "Wat van het netto-inkomen afgaat", Expr: af, Source: rapport("2.1 en 4.8"),
			Toelichting: "netto inhoudingen, premies voor inkomensvoorzieningen, winst die in de onderneming blijft",
		})
	}
	r.blok = blokUitkom
	nbi := r.voorHeffing.Minus(verschuldigd).Minus(zvw).Minus(af)
	jaar := r.regel(sheet.Line{ID: "nbi_jaar", Kort: "netto besteedbaar inkomen per jaar", Label: "Netto besteedbaar inkomen per jaar", Expr: sheet.Sum(nbi, overig), Source: rapport("2.2.2")})
	return r.regel(sheet.Line{
		ID: "nbi", Kort: "netto besteedbaar inkomen per maand", Label: "Netto besteedbaar inkomen (NBI) per maand", Naam: "netto besteedbaar inkomen van " + r.Wie.Aanduiding, Unit: sheet.EURPerMaand,
		Expr: jaar.Over(sheet.Twelve).Round(2).AtLeast(sheet.Zero), Source: rapport("2.2.2"), Post: "post 121", Slot: true,
	})
}
