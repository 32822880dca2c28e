package inkomen_test

import (
	"math/big"

	"annex/calc/inkomen"
	"annex/calc/zaak"
)

// The reference works an income out as one would on paper: by the Rapport and the
// law, with fractions, from the transcribed figures. It shares nothing with the
// package but the types of what goes in.

// box3cijfers are the figures of box 3 for a year.
type box3cijfers struct{ tarief, vrij, bank, ander, schulden, drempel *big.Rat }

// box3 needs at least the figures of who has no debts.
func (c *cijfers) box3(jaar int) (box3cijfers, bool) {
	get := func(item string) *big.Rat { return c.jaarcijfer(jaar, item) }
	b := box3cijfers{
		get("box3_rate"), get("box3_heffingsvrij_vermogen"), get("box3_forfait_bank"), get("box3_forfait_other_assets"),
		get("box3_forfait_debts"), get("box3_debt_threshold"),
	}
	return b, b.tarief != nil && b.vrij != nil && b.bank != nil && b.ander != nil
}

// voordeel is the income of box 3 and the rendementsgrondslag (art. 5.2 and 5.3).
func (b box3cijfers) voordeel(v zaak.Vermogen) (voordeel, grondslag *big.Rat) {
	bank, ander, schulden := vanBedrag(v.Banktegoeden), vanBedrag(v.OverigeBezittingen), n(0)
	rendement := som(keer(b.bank, bank), keer(b.ander, ander))
	if v.Schulden != nil {
		schulden = nietNegatief(verschil(vanBedrag(v.Schulden), b.drempel))
		rendement = verschil(rendement, keer(b.schulden, schulden))
	}
	rendement = dichtstbij(nietNegatief(rendement), 2)
	grondslag = nietNegatief(verschil(som(bank, ander), schulden))
	belast := nietNegatief(verschil(grondslag, b.vrij))
	if grondslag.Sign() == 0 {
		return n(0), grondslag
	}
	// In whole euros, as the example of the Belastingdienst: 855,60 is 855.
	return omlaag(gedeeld(keer(rendement, belast), grondslag)), grondslag
}

// woningcijfers are the figures of the own home for a year.
type woningcijfers struct {
	banden                          []schijf // of the value, by rising limit
	villagrens, villabedrag, hillen *big.Rat
	villapercentage                 *big.Rat
}

// eigenWoning gives them where all are known: three lower percentages up to 75,000, and
// 2.35% of what is above the villa limit (art. 3.112 Wet IB 2001).
func (c *cijfers) eigenWoning(jaar int) (woningcijfers, bool) {
	hoofd := c.jaarcijfer(jaar, "eigenwoningforfait_main_rate")
	w := woningcijfers{
		villagrens: c.jaarcijfer(jaar, "eigenwoningforfait_villa_limit"), villabedrag: c.jaarcijfer(jaar, "eigenwoningforfait_villa_base"),
		hillen: c.jaarcijfer(jaar, "hillen_share"), villapercentage: q("0.0235"),
	}
	if hoofd == nil || w.villagrens == nil || w.villabedrag == nil || w.hillen == nil {
		return w, false
	}
	lager := []*big.Rat{}
	for _, vanaf := range []string{"12500", "25000", "50000"} {
		p := c.jaarcijfer(jaar, "eigenwoningforfait_rate_"+vanaf)
		if p == nil {
			return w, false
		}
		lager = append(lager, p)
	}
	w.banden = []schijf{
		{n(0), n(12500), n(0)}, {n(12500), n(25000), lager[0]}, {n(25000), n(50000), lager[1]}, {n(50000), n(75000), lager[2]},
		{n(75000), w.villagrens, hoofd},
	}
	return w, true
}

func (w woningcijfers) forfait(woz *big.Rat) *big.Rat {
	for _, b := range w.banden {
		if woz.Cmp(b.tot) <= 0 {
			return keer(b.tarief, woz)
		}
	}
	return som(w.villabedrag, keer(w.villapercentage, verschil(woz, w.villagrens)))
}

// saldo is the forfait less the cost; what is left of the forfait is lowered by
// the relief for a small debt (art. 3.123a).
func (w woningcijfers) saldo(woz, rente *big.Rat) *big.Rat {
	saldo := verschil(w.forfait(woz), rente)
	if saldo.Sign() > 0 {
		saldo = verschil(saldo, keer(w.hillen, saldo))
	}
	return dichtstbij(saldo, 2)
}

func vanBedrag(b *zaak.Bedrag) *big.Rat {
	if b == nil {
		return n(0)
	}
	return b.Waarde.Rat()
}

// geval is an income to be worked out by both.
type geval struct {
	jaar  int
	groep string
	o     inkomen.Opdracht
	gezin *gezin
}

// narekening is what the reference makes of it: cents and euros by the id of a line,
// and what was met.
type narekening struct {
	*cijfers
	geval
	uit    map[string]*big.Rat
	gezien []string
}

func (r *narekening) merk(naam string, waar bool) bool {
	if waar {
		r.gezien = append(r.gezien, naam)
	}
	return waar
}

// dienst is what the law makes of a kind of wage: whether the payer bears the Zvw
// (art. 42 Zvw; of the AOW and the Anw the SVB withholds it), and whether the gross
// amount is without the holiday allowance of 8% (art. 15 WML, art. 33 WW, art. 67 WIA,
// and the like). AOW and Anw have an allowance of their own, a pension has none.
var dienst = map[string]struct{ zvwElders, vakantiegeld bool }{
	zaak.LoonDienst: {true, true}, zaak.UitkeringWW: {true, true}, zaak.UitkeringWIA: {true, true}, zaak.UitkeringWAO: {true, true},
	zaak.UitkeringZW: {true, true}, zaak.Wajong: {true, true}, zaak.Bijstand: {true, false}, // the norm of bijstand holds it
	zaak.LoonDGA: {}, zaak.UitkeringANW: {}, zaak.UitkeringAOW: {}, zaak.Pensioen: {}, zaak.Lijfrente: {},
}

// loon is the taxable wage per year.
func (r *narekening) loon(w zaak.Loon) *big.Rat {
	if w.Bruto == nil {
		r.merk("jaaropgaaf", true)
		loon := vanBedrag(w.Jaaropgaaf)
		if r.merk("auto van de zaak", w.BijtellingAuto != nil) {
			return nietNegatief(verschil(loon, vanBedrag(w.BijtellingAuto)))
		}
		return loon
	}
	keren := n(12)
	if r.merk("vier weken", w.Tijdvak == zaak.TijdvakVierWeken) {
		keren = n(13)
	} else {
		r.merk("loonstrook per maand", true)
	}
	jaarloon := keer(keren, vanBedrag(w.Bruto))
	loon := jaarloon
	switch {
	case r.merk("vakantietoeslag opgegeven", w.Vakantietoeslag != nil):
		loon = som(loon, dichtstbij(keer(jaarloon, gedeeld(vanBedrag(w.Vakantietoeslag), n(100))), 2))
	case r.merk("gebruikelijke vakantietoeslag", dienst[w.Soort].vakantiegeld):
		loon = som(loon, dichtstbij(keer(jaarloon, q("0.08")), 2))
	default:
		r.merk("geen vakantietoeslag", true)
	}
	r.merk("dertiende maand", w.DertiendeMaand != nil)
	loon = som(loon, vanBedrag(w.DertiendeMaand))
	for _, e := range w.Extra {
		r.merk("extra", true)
		loon = som(loon, e.Bedrag.Waarde.Rat())
	}
	if r.merk("pensioenpremie", w.Pensioenpremie != nil) || r.merk("andere premies", w.AnderePremies != nil) {
		loon = verschil(loon, keer(keren, som(vanBedrag(w.Pensioenpremie), vanBedrag(w.AnderePremies))))
	}
	return loon
}

// winst gives the profit and the reliefs of an entrepreneur.
func (r *narekening) winst(w *zaak.Winst) (winst, aftrek, mkb *big.Rat) {
	if w == nil {
		return n(0), n(0), n(0)
	}
	switch w.Uitgangspunt {
	case zaak.WinstPrognose:
		r.merk("winst volgens prognose", true)
		winst = vanBedrag(w.Prognose)
	case zaak.WinstJaar:
		r.merk("winst van een jaar", true)
		for _, j := range w.Jaren {
			if j.Jaar == w.Jaar {
				winst = j.Winst.Waarde.Rat()
			}
		}
	default:
		r.merk("gemiddelde winst", true)
		winst = n(0)
		for _, j := range w.Jaren {
			winst = som(winst, j.Winst.Waarde.Rat())
		}
		winst = dichtstbij(gedeeld(winst, n(int64(len(w.Jaren)))), 2)
	}
	r.merk("verlies", winst.Sign() < 0)
	aftrek = n(0)
	if r.merk("zelfstandigenaftrek", w.Zelfstandigenaftrek) {
		aftrek = r.jaarcijfer(r.jaar, "zelfstandigenaftrek")
		if r.merk("startersaftrek", w.Startersaftrek) {
			// Art. 3.76 lid 5: with this one the relief may be more than the profit.
			aftrek = som(aftrek, r.jaarcijfer(r.jaar, "startersaftrek"))
		} else {
			r.merk("zelfstandigenaftrek tot de winst", aftrek.Cmp(winst) > 0)
			aftrek = min2(aftrek, nietNegatief(winst))
		}
	}
	mkb = dichtstbij(keer(r.jaarcijfer(r.jaar, "mkb_winstvrijstelling_rate"), verschil(winst, aftrek)), 0)
	r.uit["mkb_winstvrijstelling"] = mkb
	r.uit["belastbare_winst"] = verschil(verschil(winst, aftrek), mkb)
	return winst, aftrek, mkb
}

// narekenen follows the posts of the bruto model: wages, profit, box 1, boxes 2 and 3,
// credits, Zvw, NBI.
func narekenen(c *cijfers, g geval) *narekening {
	r := &narekening{cijfers: c, geval: g, uit: map[string]*big.Rat{}}
	o := g.o.Opbouw
	jaar, groep := g.jaar, g.groep
	r.merk(groep, true)

	loon, arbeid, elders, zelf, inhoudingen := n(0), n(0), n(0), n(0), n(0)
	for _, w := range o.Loon {
		r.merk(w.Soort, true)
		l := r.loon(w)
		loon = som(loon, l)
		if w.IsArbeid {
			arbeid = som(arbeid, l)
		} else {
			r.merk("Ziektewet zonder werkgever", w.Soort == zaak.UitkeringZW)
		}
		if dienst[w.Soort].zvwElders {
			elders = som(elders, l)
		} else {
			zelf = som(zelf, l)
		}
		if r.merk("inhoudingen", w.NettoInhoudingen != nil) {
			keren := n(12)
			if w.Tijdvak == zaak.TijdvakVierWeken {
				keren = n(13)
			}
			inhoudingen = som(inhoudingen, keer(keren, vanBedrag(w.NettoInhoudingen)))
		}
	}
	r.merk("meer dan een baan", len(o.Loon) > 1)
	winst, ondernemersaftrek, mkb := r.winst(o.Winst)
	overig, alimentatie := vanBedrag(o.Overig), keer(n(12), vanBedrag(o.Alimentatie))
	r.merk("overige werkzaamheden", o.Overig != nil)
	r.merk("ontvangen alimentatie", o.Alimentatie != nil)
	voorzieningen, aftrek := n(0), n(0)
	for _, p := range o.Voorzieningen {
		r.merk("inkomensvoorziening", true)
		voorzieningen = som(voorzieningen, p.Bedrag.Waarde.Rat())
	}
	for _, a := range o.Aftrek {
		r.merk("zonder lasten", g.o.ZonderLasten)
		if r.merk("aftrek telt mee", a.TeltMee && !g.o.ZonderLasten) {
			aftrek = som(aftrek, a.Bedrag.Waarde.Rat())
		} else {
			r.merk("aftrek telt niet mee", true)
		}
	}

	// Box 1.
	belastbareWinst := verschil(verschil(winst, ondernemersaftrek), mkb)
	werk := verschil(som(loon, belastbareWinst, overig, alimentatie), voorzieningen)
	// The persoonsgebonden aftrek goes no further than nil; a loss stands (art. 6.2).
	inBox1 := min2(aftrek, nietNegatief(werk))
	box1 := verschil(werk, inBox1)
	r.merk("box 1 onder nihil", box1.Sign() < 0)
	heffing1 := c.heffing(jaar, groep, nietNegatief(box1))
	top := c.top(jaar, groep)
	if m := c.jaarcijfer(jaar, "max_deduction_rate"); m != nil {
		// Art. 2.10 lid 3 onder b: the mkb-winstvrijstelling only where it lowers the income.
		posten := som(ondernemersaftrek, mkb, inBox1)
		if r.merk("mkb-winstvrijstelling over verlies", mkb.Sign() < 0) {
			posten = som(ondernemersaftrek, inBox1)
		}
		bijtelling := nietNegatief(min2(posten, verschil(som(box1, posten), top.van)))
		r.merk("tariefsaanpassing", bijtelling.Sign() > 0)
		heffing1 = som(heffing1, keer(verschil(top.tarief, m), bijtelling))
	}
	heffing1 = omlaag(heffing1)
	r.merk("hoogste schijf", box1.Cmp(top.van) > 0)

	// Boxes 2 and 3. What is left of the persoonsgebonden aftrek lowers box 3, then box 2
	// (art. 6.2).
	dividend, box3, uitVermogen := vanBedrag(o.Dividend), n(0), n(0)
	heffing2, heffing3 := n(0), n(0)
	rest := n(0)
	if r.merk("aftrek meer dan box 1", aftrek.Cmp(nietNegatief(werk)) > 0) {
		rest = verschil(aftrek, nietNegatief(werk))
	}
	var vermogen *big.Rat
	belast3 := n(0)
	if r.merk("vermogen", o.Vermogen != nil) {
		b, _ := c.box3(jaar)
		box3, vermogen = b.voordeel(*o.Vermogen)
		r.merk("schulden", o.Vermogen.Schulden != nil)
		r.merk("box 3 belast", box3.Sign() > 0)
		r.merk("werkelijk inkomen", o.Vermogen.WerkelijkInkomen != nil)
		belast3 = nietNegatief(verschil(box3, rest))
		heffing3 = omlaag(keer(b.tarief, belast3))
		rest = nietNegatief(verschil(rest, box3))
		uitVermogen = vanBedrag(o.Vermogen.WerkelijkInkomen)
	}
	if r.merk("dividend", o.Dividend != nil) {
		eerste, belast := c.jaarcijfer(jaar, "box2_first_rate"), nietNegatief(verschil(dividend, rest))
		heffing2 = keer(eerste, belast)
		if einde := c.jaarcijfer(jaar, "box2_bracket_end"); einde != nil && belast.Cmp(einde) > 0 {
			r.merk("tweede schijf box 2", true)
			heffing2 = som(keer(eerste, einde), keer(c.jaarcijfer(jaar, "box2_second_rate"), verschil(belast, einde)))
		}
		heffing2 = omlaag(heffing2)
	}

	// The own home: only for the verzamelinkomen.
	woning := n(0)
	if w := o.EigenWoning; w != nil {
		if r.merk("saldo eigen woning", w.Saldo != nil) {
			woning = vanBedrag(w.Saldo)
		} else {
			r.merk("WOZ", true)
			cijfers, _ := c.eigenWoning(jaar)
			woning = cijfers.saldo(vanBedrag(w.WOZ), vanBedrag(w.Rente))
		}
	}
	verzamel := r.verzamelinkomen(werk, woning, aftrek, dividend, box3)

	// Credits.
	arbeidsinkomen := nietNegatief(som(arbeid, winst, overig))
	grondslag := box1
	if c.opVerzamel[g.o.Op.Format("2006")] {
		grondslag = verzamel
	} else if r.merk("woning naast box 1", woning.Sign() != 0) {
		grondslag = nietNegatief(som(box1, woning)) // art. 8.10 and 3.1 lid 2
	}
	kortingen := map[string]*big.Rat{
		"algemene_heffingskorting": omhoog(c.korting(jaar, ahk, groep, grondslag)),
		"arbeidskorting":           omhoog(c.korting(jaar, ak, groep, arbeidsinkomen)),
		"combinatiekorting":        n(0), "ouderenkorting": n(0), "alleenstaande_ouderenkorting": n(0), "jonggehandicaptenkorting": n(0),
	}
	if r.combinatiekorting(arbeidsinkomen) {
		kortingen["combinatiekorting"] = omhoog(c.korting(jaar, iack, groep, arbeidsinkomen))
	}
	if groep != totAOW {
		kortingen["ouderenkorting"] = omhoog(c.korting(jaar, ouderen, groep, verzamel))
		r.merk("ouderenkorting", kortingen["ouderenkorting"].Sign() > 0)
		if r.alleen() {
			kortingen["alleenstaande_ouderenkorting"] = c.stappen(jaar, alleenst, groep)[0].bedrag
		}
	} else if r.merk("jonggehandicapt", o.Jonggehandicaptenkorting) {
		kortingen["jonggehandicaptenkorting"] = c.stappen(jaar, jonggehan, groep)[0].bedrag
	}
	allemaal := n(0)
	for id, k := range kortingen {
		r.uit[id] = k
		allemaal = som(allemaal, k)
	}
	heffing := som(heffing1, heffing2, heffing3)
	verrekend := min2(allemaal, heffing)
	r.merk("kortingen boven de heffing", allemaal.Cmp(heffing) > 0)

	// Zvw: what the employer pays on fills the maximum first.
	z := c.zvw[jaar]
	ruimte := nietNegatief(verschil(z.maximum, elders))
	// A loss gives nothing back of what is withheld from a pension (art. 49 lid 2 Zvw).
	bijdrageinkomen := som(zelf, nietNegatief(som(belastbareWinst, overig, alimentatie)))
	r.merk("Zvw boven het maximum", bijdrageinkomen.Cmp(ruimte) > 0)
	bijdrageinkomen = min2(bijdrageinkomen, ruimte)
	zvw := omlaag(keer(z.laag, bijdrageinkomen))
	r.merk("Zvw", zvw.Sign() > 0)

	// NBI: post 113 starts from the profit before the reliefs. A deduction that counts is a
	// charge beside the NBI, not less of it (Rapport 4.8).
	achter := n(0)
	if o.Winst != nil && o.Winst.Achterblijvend != nil {
		r.merk("winst blijft achter", true)
		achter = o.Winst.Achterblijvend.Bedrag.Waarde.Rat()
	}
	bruto := som(loon, winst, overig, alimentatie, dividend, uitVermogen)
	nbi := verschil(bruto, verschil(heffing, verrekend))
	for _, af := range []*big.Rat{zvw, inhoudingen, voorzieningen, achter} {
		nbi = verschil(nbi, af)
	}
	for _, p := range o.NettoOverig {
		r.merk("overig netto", true)
		nbi = som(nbi, keer(n(12), p.Bedrag.Waarde.Rat()))
	}
	r.merk("NBI onder nihil", nbi.Sign() < 0)

	for id, v := range map[string]*big.Rat{
		"box1": box1, "heffing_box1": heffing1, "heffing_box2": heffing2, "box3": belast3, "heffing_box3": heffing3, "verzamelinkomen": verzamel,
		"heffing": heffing, "arbeidsinkomen": arbeidsinkomen, "heffingskortingen": allemaal, "te_verrekenen": verrekend, "verschuldigd": verschil(heffing, verrekend),
		"zvw_inkomen": bijdrageinkomen, "zvw": zvw, "inkomen_voor_heffing": bruto, "nbi_jaar": nbi,
		"nbi": nietNegatief(dichtstbij(gedeeld(nbi, n(12)), 2)),
	} {
		r.uit[id] = v
	}
	r.kindgebonden(verzamel, vermogen)
	return r
}

// verzamelinkomen is that of art. 2.18: the income from work and home, which a loss may
// bring below nil and the persoonsgebonden aftrek may not, with that of the other boxes.
func (r *narekening) verzamelinkomen(werk, woning, aftrek, dividend, box3 *big.Rat) *big.Rat {
	werkEnWoning := som(werk, woning)
	ruimte := som(nietNegatief(werkEnWoning), dividend, box3)
	return nietNegatief(verschil(som(werkEnWoning, dividend, box3), min2(aftrek, ruimte)))
}

// combinatiekorting tells whether there is a right: as stated, or by the children
// and the partner.
func (r *narekening) combinatiekorting(arbeidsinkomen *big.Rat) bool {
	o := r.o.Opbouw
	if o.Combinatiekorting != nil {
		r.merk("combinatiekorting opgegeven", true)
		return *o.Combinatiekorting
	}
	nieuwjaar := dag(r.jaar, 1, 1)
	jong := false
	for _, k := range r.o.Kinderen {
		jong = jong || k.AddDate(12, 0, 0).After(nieuwjaar) && !k.After(dag(r.jaar, 7, 1)) // six months of the year
	}
	if !jong {
		return false
	}
	r.merk("jong kind", true)
	if o.Partner == nil || r.o.ZonderPartner {
		return true
	}
	minder := arbeidsinkomen.Cmp(o.Partner.Arbeidsinkomen.Waarde.Rat()) < 0
	r.merk("partner verdient meer", minder)
	return !r.merk("partner verdient minder", !minder)
}

func (r *narekening) alleen() bool {
	o := r.o.Opbouw
	if o.AlleenstaandeOuderenkorting != nil {
		r.merk("alleenstaande ouder opgegeven", true)
		return *o.AlleenstaandeOuderenkorting
	}
	for _, w := range o.Loon {
		if w.Soort == zaak.UitkeringAOW && o.Partner == nil {
			return r.merk("alleenstaand met AOW", true)
		}
	}
	return false
}

func (r *narekening) kindgebonden(verzamel, vermogen *big.Rat) {
	if r.gezin == nil {
		return
	}
	o := r.o.Opbouw
	// Rapport 4.2.2.4: what the NBI leaves out does count for it.
	inkomen := verzamel
	for _, w := range o.Loon {
		inkomen = som(inkomen, vanBedrag(w.BijtellingAuto))
	}
	for _, a := range o.Aftrek {
		if !a.TeltMee || r.o.ZonderLasten {
			inkomen = verschil(inkomen, vanBedrag(&a.Bedrag))
		}
	}
	inkomen = nietNegatief(inkomen)
	if r.merk("toetsingsinkomen opgegeven", o.Toetsingsinkomen != nil) {
		inkomen = o.Toetsingsinkomen.Waarde.Rat()
	}
	if o.Partner != nil && r.gezin.samen {
		inkomen = som(inkomen, o.Partner.Toetsingsinkomen.Waarde.Rat())
	}
	var leeftijden []int
	for _, k := range r.gezin.kinderen {
		l := 0
		for !k.AddDate(l+1, 0, 0).After(r.o.Op) {
			l++
		}
		leeftijden = append(leeftijden, l)
	}
	jaar := r.kgbPerJaar(r.jaar, leeftijden, r.gezin.samen, inkomen, vermogen)
	r.merk("kindgebonden budget", jaar.Sign() > 0)
	r.merk("geen kindgebonden budget meer", jaar.Sign() == 0)
	r.uit["kgb.jaar"], r.uit["kgb.maand"] = jaar, dichtstbij(gedeeld(jaar, n(12)), 2)
}
