package partner_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"sync"
	"testing"

	"annex/calc/zaak"
	"annex/norms"

	"github.com/shopspring/decimal"
)

// The reference is the income tax worked out anew, in floating point, at any amount
// of maintenance: art. 2.10, 2.12, 2.13, 2.18, 3.1, 6.1-6.3, 8.1, 8.10 and 8.17 Wet IB
// 2001 and art. 42-44 Zvw. The gross amount is not solved for but found by halving.
// It shares with annex the figures of the norms, the net income (calc/inkomen holds
// that to a reference of its own) and nothing else.
//
// What annex chooses, and the reference follows: tax and falling credits are not
// rounded, and fall to nil by the formula of the law; the credits that maintenance
// does not touch (arbeidskorting, combinatiekorting) are those of the NBI, so in whole
// euros; the taxable amount of box 3 and the mkb-winstvrijstelling are in whole euros
// as in the NBI; the own home counts for the verzamelinkomen only.

// schijf is a row of a table.
type schijf struct{ vanaf, bedrag, deel float64 }

// fisc are the figures of a year for one group.
type fisc struct {
	box1, box2, ahk, arbeid, combi, ouderen []schijf
	verzamel                                bool
	aow                                     bool
	maxAftrek, alleenst, jongeh             float64
	za, starter, mkb                        float64
	tarief3, vrij, bank, ander, schuld      float64
	drempel                                 float64
	zvw, zvwMax                             float64
	centen                                  bool // rounds to cents
}

func f(v *norms.Value) float64 { return v.Amount.InexactFloat64() }

func schijven(t norms.Table) (out []schijf) {
	for _, r := range t.Rows {
		s := schijf{vanaf: r[0].Amount.InexactFloat64(), deel: r[len(r)-1].Amount.InexactFloat64() / 100}
		if len(r) == 3 {
			s.bedrag = r[1].Amount.InexactFloat64()
		}
		out = append(out, s)
	}
	return out
}

func fiscaal(t testing.TB, jaar int, groep norms.Belastinggroep) fisc {
	t.Helper()
	b, err := normen(t).Inkomstenbelasting(dag(jaar, 7, 1), groep)
	if err != nil {
		t.Fatal(err)
	}
	z, err := normen(t).Zorgverzekeringswet(dag(jaar, 7, 1))
	if err != nil {
		t.Fatal(err)
	}
	out := fisc{
		box1: schijven(b.Box1), box2: schijven(*b.Box2), ahk: schijven(b.AlgemeneHeffingskorting), arbeid: schijven(b.Arbeidskorting),
		combi: schijven(b.Combinatiekorting), verzamel: b.OverVerzamelinkomen, aow: groep != norms.TotAOW, maxAftrek: f(b.MaximaalAftrektarief) / 100,
		alleenst: f(&b.AlleenstaandeOuderenkorting), jongeh: f(&b.Jonggehandicaptenkorting), za: f(b.Zelfstandigenaftrek), starter: f(b.Startersaftrek), mkb: f(b.MKBWinstvrijstelling) / 100,
		tarief3: f(&b.Box3.Tarief) / 100, vrij: f(&b.Box3.HeffingsvrijVermogen), bank: f(&b.Box3.ForfaitBanktegoeden) / 100, ander: f(&b.Box3.ForfaitOverig) / 100,
		schuld: f(b.Box3.ForfaitSchulden) / 100, drempel: f(b.Box3.Schuldendrempel), zvw: f(&z.LageBijdrage) / 100, zvwMax: f(&z.MaximumBijdrageinkomen),
	}
	if b.Ouderenkorting != nil {
		out.ouderen = schijven(*b.Ouderenkorting)
	}
	return out
}

// tarief is the tax over x by brackets.
func tarief(s []schijf, x float64) (out float64) {
	for i, r := range s {
		tot := x
		if i+1 < len(s) {
			tot = min(x, s[i+1].vanaf)
		}
		out += max(0, tot-r.vanaf) * r.deel
	}
	return out
}

// dalend is a credit that is level and then falls to nil, by the formula of the law.
func dalend(s []schijf, x float64) float64 {
	return max(0, s[0].bedrag+s[1].deel*max(0, x-s[1].vanaf))
}

// rij is a credit by the row in which x is.
func rij(s []schijf, x float64) float64 {
	out := s[0]
	for _, r := range s {
		if x > r.vanaf {
			out = r
		}
	}
	return max(0, out.bedrag+out.deel*(x-out.vanaf))
}

const spleet = 1e-6 // what floating point may be off before a rounding

func omlaag(x float64) float64 { return math.Floor(x + spleet) }
func heel(x float64) float64   { return math.Floor(math.Abs(x)+0.5+spleet) * sign(x) }
func cent(x float64) float64   { return math.Floor(math.Abs(x)*100+0.5+spleet) / 100 * sign(x) }
func sign(x float64) float64   { return math.Copysign(1, x) }

// korting and heffing round as the NBI does.
func (c fisc) korting(x float64) float64 {
	if c.centen {
		return cent(x)
	}
	return math.Ceil(x - spleet)
}

func (c fisc) heffing(x float64) float64 {
	if c.centen {
		return cent(x)
	}
	return omlaag(x)
}

// kant is one side as the tax sees it, EUR a year.
type kant struct {
	fisc
	werk, woning, dividend, box3, aftrek float64 // aftrek without maintenance
	ondernemer                           float64 // ondernemersaftrek and mkb-winstvrijstelling
	vast                                 float64 // credits that maintenance does not touch
	zvwElders, zvwZelf, zvwAanslag       float64 // zvwAanslag: of what the assessment is about; a loss below nil
	bruto                                float64 // before tax
	aftrekPerMaand                       float64
	ontvangt                             bool
}

func waarde(b *zaak.Bedrag) float64 {
	if b == nil {
		return 0
	}
	return b.Waarde.InexactFloat64()
}

// kantVan reads what stands on the papers.
func kantVan(c fisc, o zaak.Inkomensopbouw) kant {
	k := kant{fisc: c}
	var loon, arbeid float64
	for _, w := range o.Loon {
		l := waarde(w.Jaaropgaaf)
		loon += l
		if w.IsArbeid {
			arbeid += l
		}
		switch w.Soort {
		case zaak.LoonDienst, zaak.UitkeringWW, zaak.UitkeringWIA:
			k.zvwElders += l
		default:
			k.zvwZelf += l
		}
	}
	var winst, belast float64
	if o.Winst != nil {
		winst = waarde(o.Winst.Prognose)
		if len(o.Winst.Jaren) > 0 {
			winst = o.Winst.Jaren[0].Winst.Waarde.InexactFloat64()
		}
		var oa float64
		switch {
		case o.Winst.Zelfstandigenaftrek && o.Winst.Startersaftrek:
			oa = c.za + c.starter
		case o.Winst.Zelfstandigenaftrek:
			oa = min(c.za, max(0, winst))
		}
		mkb := heel(c.mkb * (winst - oa))
		belast = winst - oa - mkb
		k.ondernemer = oa + max(0, mkb)
	}
	overig, ontvangen := waarde(o.Overig), 12*waarde(o.Alimentatie)
	var premies float64
	for _, p := range o.Voorzieningen {
		premies += p.Bedrag.Waarde.InexactFloat64()
	}
	for _, a := range o.Aftrek {
		if a.TeltMee {
			k.aftrek += a.Bedrag.Waarde.InexactFloat64()
			k.aftrekPerMaand += cent(a.Bedrag.Waarde.InexactFloat64() / 12)
		}
	}
	k.werk = loon + belast + overig + ontvangen - premies
	k.zvwAanslag = belast + overig + ontvangen
	k.dividend = waarde(o.Dividend)
	var uitVermogen float64
	if v := o.Vermogen; v != nil {
		var schulden float64
		if v.Schulden != nil {
			schulden = max(0, waarde(v.Schulden)-c.drempel)
		}
		rendement := cent(max(0, c.bank*waarde(v.Banktegoeden)+c.ander*waarde(v.OverigeBezittingen)-c.schuld*schulden))
		if grond := waarde(v.Banktegoeden) + waarde(v.OverigeBezittingen) - schulden; grond > 0 {
			k.box3 = c.heffing(rendement * max(0, grond-c.vrij) / grond)
		}
		uitVermogen = waarde(v.WerkelijkInkomen)
	}
	if o.EigenWoning != nil {
		k.woning = waarde(o.EigenWoning.Saldo)
	}
	arbeidsinkomen := max(0, arbeid+winst+overig)
	k.vast = c.korting(rij(c.arbeid, arbeidsinkomen))
	if o.Combinatiekorting != nil && *o.Combinatiekorting {
		k.vast += c.korting(rij(c.combi, arbeidsinkomen))
	}
	if c.aow && o.AlleenstaandeOuderenkorting != nil && *o.AlleenstaandeOuderenkorting {
		k.vast += c.alleenst
	}
	if !c.aow && o.Jonggehandicaptenkorting {
		k.vast += c.jongeh
	}
	k.bruto = loon + winst + overig + ontvangen + k.dividend + uitVermogen
	return k
}

// belasting is the tax after credits with so much maintenance received and paid.
func (k kant) belasting(ontvangt, betaalt float64) float64 {
	werk, aftrek := k.werk+ontvangt, k.aftrek+betaalt
	inBox1 := min(aftrek, max(0, werk))
	box1 := werk - inBox1
	top := k.box1[len(k.box1)-1]
	// Art. 2.10 lid 2: what stood in the top bracket before the deductions, not more than
	// the deductions.
	lager := k.ondernemer + inBox1
	heffing := tarief(k.box1, max(0, box1)) + (top.deel-k.maxAftrek)*max(0, min(lager, box1+lager-top.vanaf))
	rest := aftrek - inBox1
	heffing3 := k.tarief3 * max(0, k.box3-rest)
	rest = max(0, rest-k.box3)
	heffing2 := tarief(k.fisc.box2, max(0, k.dividend-rest))
	if k.ontvangt { // which these do not feel
		heffing2, heffing3 = k.heffing(heffing2), k.heffing(heffing3)
	}
	heffing += heffing2 + heffing3

	positief := max(0, werk+k.woning) + k.dividend + k.box3
	verzamel := max(0, werk+k.woning+k.dividend+k.box3-min(aftrek, positief))
	basis := verzamel
	if !k.verzamel {
		basis = max(0, box1+k.woning)
	}
	korting := k.vast + dalend(k.ahk, basis)
	if k.aow {
		korting += dalend(k.ouderen, verzamel)
	}
	return max(0, heffing-korting)
}

// zvwOver is the Zvw over maintenance received.
func (k kant) zvwOver(ontvangt float64) float64 {
	ruimte := max(0, k.zvwMax-k.zvwElders)
	over := func(x float64) float64 { return k.zvw * min(ruimte, k.zvwZelf+max(0, k.zvwAanslag+x)) }
	return over(ontvangt) - over(0)
}

// kost and over are what an amount a year costs the one and brings the other, net.
func (k kant) kost(g float64, voordeel bool) float64 {
	if !voordeel {
		return g
	}
	return g - (k.belasting(0, 0) - k.belasting(0, g))
}

func (k kant) over(g float64) float64 {
	return g - (k.belasting(g, 0) - k.belasting(0, 0)) - k.zvwOver(g)
}

// halveer finds where a rising function comes to what is asked.
func halveer(netto float64, fn func(float64) float64) float64 {
	if netto <= 0 {
		return 0
	}
	lo, hi := 0.0, 1.0
	for fn(hi) < netto {
		hi *= 2
	}
	for range 100 {
		if m := (lo + hi) / 2; fn(m) < netto {
			lo = m
		} else {
			hi = m
		}
	}
	return hi
}

// geval is a case, with what is drawn for it.
type geval struct {
	z         *zaak.Zaak
	jaar      int
	g, p      kant
	vergelijk bool
	zonder    bool // stated: no fiscal benefit
}

type trekker struct{ *rand.Rand }

func (k trekker) kans(n int) bool { return k.IntN(n) == 0 }

// bedrag draws an income: often near a border of the law.
func (k trekker) bedrag(c fisc) int {
	if k.kans(3) {
		rijen := [][]schijf{c.box1, c.ahk, c.box2}
		if c.ouderen != nil {
			rijen = append(rijen, c.ouderen)
		}
		t := rijen[k.IntN(len(rijen))]
		return max(0, int(t[k.IntN(len(t))].vanaf)+k.IntN(201)-100)
	}
	return k.IntN([]int{9000, 30000, 60000, 140000, 400000}[k.IntN(5)])
}

func (k trekker) opbouw(c fisc) (o zaak.Inkomensopbouw) {
	loon := func(soort string, arbeid bool) {
		b := centen(100*k.bedrag(c) + k.IntN(100))
		o.Loon = append(o.Loon, zaak.Loon{Soort: soort, Omschrijving: soort, Tijdvak: zaak.TijdvakMaand, Jaaropgaaf: &b, IsArbeid: arbeid})
	}
	if k.kans(9) {
		return o // no income
	}
	if k.kans(8) { // little
		loon(zaak.LoonDienst, true)
		b := centen(1100000 + k.IntN(580000))
		o.Loon[0].Jaaropgaaf = &b
		return o
	}
	if c.aow {
		loon(zaak.UitkeringAOW, false)
		if k.kans(2) {
			loon(zaak.Pensioen, false)
		}
		alleen := k.kans(2)
		o.AlleenstaandeOuderenkorting = &alleen
	}
	if !k.kans(3) {
		loon(zaak.LoonDienst, true)
	}
	if k.kans(8) {
		loon(zaak.LoonDGA, true)
	}
	if k.kans(8) {
		loon(zaak.UitkeringWW, false)
	}
	if k.kans(4) {
		w := k.bedrag(c)
		if k.kans(4) {
			w = -k.IntN(40000)
		}
		o.Winst = &zaak.Winst{
			Jaren: []zaak.Winstjaar{{Jaar: 2022, Winst: *euro(w)}}, Uitgangspunt: zaak.WinstGemiddelde, Zelfstandigenaftrek: !c.aow && k.kans(2),
		}
		o.Winst.Startersaftrek = o.Winst.Zelfstandigenaftrek && k.kans(3)
	}
	if k.kans(8) {
		o.Overig = euro(k.IntN(30000))
	}
	if k.kans(8) {
		o.Alimentatie = euro(k.IntN(1500))
	}
	if k.kans(5) {
		o.Dividend = euro(k.IntN([]int{20000, 150000}[k.IntN(2)]))
	}
	if k.kans(4) {
		o.Vermogen = &zaak.Vermogen{Banktegoeden: euro(k.IntN(300000)), OverigeBezittingen: euro(k.IntN(900000))}
		if k.kans(2) {
			o.Vermogen.Schulden = euro(k.IntN(400000))
		}
		if k.kans(2) {
			o.Vermogen.WerkelijkInkomen = euro(k.IntN(20000))
		}
	}
	if k.kans(3) {
		o.EigenWoning = &zaak.EigenWoning{Saldo: euro(k.IntN(16000) - 14000)}
	}
	if k.kans(6) {
		o.Voorzieningen = []zaak.Jaarpost{{Omschrijving: "AOV", Bedrag: *euro(k.IntN(9000))}}
	}
	if k.kans(4) {
		o.Aftrek = []zaak.Aftrekpost{{Jaarpost: zaak.Jaarpost{Omschrijving: "giften", Bedrag: *euro(k.IntN(20000))}, TeltMee: !k.kans(3)}}
	}
	if k.kans(4) {
		yes := k.kans(2)
		o.Combinatiekorting = &yes
	}
	o.Jonggehandicaptenkorting = !c.aow && k.kans(12)
	return o
}

// getrokken is a case that chance thinks of.
func getrokken(t testing.TB, i int) geval {
	k := trekker{rand.New(rand.NewPCG(uint64(i), 1401))}
	jaar := 2023 + i%4
	groepen := []norms.Belastinggroep{norms.TotAOW, norms.TotAOW, norms.TotAOW, norms.VanafAOW, norms.VanafAOWVoor1946}
	geboren := map[norms.Belastinggroep]int{norms.TotAOW: 1985, norms.VanafAOW: 1947, norms.VanafAOWVoor1946: 1940}
	gg, gp := groepen[k.IntN(5)], groepen[k.IntN(5)]
	cg, cp := fiscaal(t, jaar, gg), fiscaal(t, jaar, gp)
	afronding := zaak.KeuzeHeleEuros
	if k.kans(4) {
		afronding = zaak.KeuzeCenten
		cg.centen, cp.centen = true, true
	}
	og, op := k.opbouw(cg), k.opbouw(cp)
	vrouw, man := zaak.Situatie{}, zaak.Situatie{}
	vrouw.Opbouw, man.Opbouw = &og, &op
	if k.kans(2) {
		man.Partnerdraagkracht = reden(k.IntN([]int{60000, 200000, 900000, 3000000}[k.IntN(4)]))
	}
	out := geval{jaar: jaar, g: kantVan(cg, og), p: kantVan(cp, op), vergelijk: !k.kans(4), zonder: k.kans(8)}
	out.g.ontvangt = true
	if out.zonder {
		man.GeenFiscaalVoordeel = &zaak.Reden{Tekst: "geen aftrek"}
	}
	out.z = zaakVan(jaar, centen(k.IntN([]int{300000, 900000, 3000000}[k.IntN(3)])), vrouw, man)
	out.z.Partneralimentatie.Inkomensvergelijking = out.vergelijk
	out.z.Keuzes.Belastingafronding = afronding
	for i, g := range []norms.Belastinggroep{gg, gp} {
		geb := dag(geboren[g], 3, 14)
		out.z.Ouders[i].Geboren = &geb
	}
	return out
}

// takken is what chance has to have thought of, each at least so many times.
const vaak = 15

var takken = []string{
	"payer: no income", "payer: top bracket", "payer: AOW", "payer: box 3", "payer: box 2", "payer: loss", "payer: profit", "payer: own home", "payer: other deduction",
	"payer: more than box 1", "payer: tariefsaanpassing with nothing left to deduct", "payer: more than everything", "payer: no tax left", "payer: lowest incomes", "payer: no benefit", "payer: no tax at all",
	"receiver: no income", "receiver: top bracket reached", "receiver: AOW", "receiver: box 3", "receiver: loss", "receiver: Zvw maximum reached", "receiver: no tax yet", "receiver: own home",
	"receiver: other deduction", "draagkracht nil", "need nil", "lowest: draagkracht", "lowest: need", "lowest: comparison", "comparison: receiver has more", "comparison: found",
}

// buiten tells whether a case is one annex warns of instead of working it out: a
// receiver whose deductions are more than the income of box 1, beside another box or
// a home (bruteren-aftrek-over).
func (v geval) buiten() bool {
	o := v.z.Perioden[0].Situaties["vrouw"].Opbouw
	elders := o != nil && (o.Vermogen != nil || o.Dividend != nil || o.EigenWoning != nil)
	return elders && v.g.aftrek > max(0, v.g.werk)
}

// nogTarief tells whether tax is still due when everything is deducted, because of
// the tariefsaanpassing.
func (k kant) nogTarief(g float64, voordeel bool) bool {
	alles := max(0, k.werk) + k.box3 + k.dividend
	return voordeel && g+k.aftrek > alles && k.belasting(0, alles) > 0
}

func (v geval) controleer(t testing.TB, naam string, zie func(string, bool)) {
	u := reken(t, v.z)
	gelijk := func(id string, want, marge float64) {
		if got := u.partner(id); math.Abs(got-want) > marge {
			t.Errorf("%s: %s is %.6f, in the reference %.6f", naam, id, got, want)
		}
	}
	const marge = 0.0101 // a cent: both are rounded
	nbiG, nbiP := u.regel("vrouw.bruto.nbi"), u.regel("man.bruto.nbi")
	man := v.z.Perioden[0].Situaties["man"]
	// Draagkracht and need, net.
	set := normen(t)
	n, err := set.Draagkracht(v.z.Perioden[0].Vanaf, v.p.aow)
	if err != nil {
		t.Fatal(err)
	}
	last := n.Tabel.Rows[len(n.Tabel.Rows)-1]
	bijstand := last[len(last)-1].Amount.InexactFloat64()
	draagkracht := heel(0.6 * max(0, nbiP-cent(0.3*nbiP)-bijstand-v.p.aftrekPerMaand))
	if man.Partnerdraagkracht != nil {
		draagkracht = waarde(&man.Partnerdraagkracht.Bedrag)
	}
	gelijk("draagkracht.resteert", draagkracht, spleet)
	resteert := max(0, waarde(&v.z.Partneralimentatie.Behoefte.Vastgesteld.Bedrag)-nbiG)
	gelijk("resterende_behoefte.resteert", resteert, spleet)

	laagst := v.jaar == 2025 && cent(v.p.bruto/12) < 1400
	voordeel := !v.zonder && !laagst
	kost := func(g float64) float64 { return v.p.kost(g, voordeel) }
	brutoP := halveer(12*draagkracht, kost)
	zie("payer: tariefsaanpassing with nothing left to deduct", v.p.nogTarief(brutoP, voordeel))
	gelijk("bruteren_draagkracht.bruto", brutoP/12, marge)
	if !v.zonder {
		gelijk("bruteren_draagkracht.controle", 0, 1e-9)
	}
	brutoG := halveer(12*resteert, v.g.over)
	gelijk("bruteren_behoefte.bruto", brutoG/12, marge)
	gelijk("bruteren_behoefte.controle", 0, 1e-9)
	if b := u.partner("bruteren_draagkracht.bruto"); b < draagkracht-0.005 {
		t.Errorf("%s: gross %.2f below net %.2f", naam, b, draagkracht)
	}
	if netto := v.g.over(12*u.partner("bruteren_behoefte.bruto")) / 12; math.Abs(netto-resteert) > marge {
		t.Errorf("%s: of the gross need %.4f is left, not %.4f", naam, netto, resteert)
	}
	grenzen := map[string]float64{"draagkracht": u.partner("uitkomst.draagkracht_bruto"), "need": u.partner("uitkomst.behoefte_bruto")}

	if v.vergelijk {
		heeftP := nbiP - v.p.aftrekPerMaand
		heeftG := nbiG - v.g.aftrekPerMaand
		gelijk("inkomensvergelijking.man.voor_vergelijking", heeftP, spleet)
		gelijk("inkomensvergelijking.vrouw.voor_vergelijking", heeftG, spleet)
		want := halveer(12*(heeftP-heeftG), func(g float64) float64 { return kost(g) + v.g.over(g) })
		gelijk("inkomensvergelijking.bruto", want/12, marge)
		gelijk("inkomensvergelijking.controle", 0, 1e-9)
		grenzen["comparison"] = u.partner("uitkomst.vergelijking_bruto")
		zie("comparison: receiver has more", heeftG >= heeftP)
		zie("comparison: found", want > 0)
		if want > 0 {
			gelijk("inkomensvergelijking.controle.man.netto_kosten", kost(want), 0.01)
			gelijk("inkomensvergelijking.controle.vrouw.netto_over", v.g.over(want), 0.01)
		}
	}

	betalen := u.partner("uitkomst.te_betalen")
	if betalen < 0 || betalen != math.Trunc(betalen) {
		t.Errorf("%s: %v is to be paid", naam, betalen)
	}
	laagste, welke := math.Inf(1), ""
	for naamGrens, g := range grenzen {
		if betalen > g+0.5 {
			t.Errorf("%s: %v is to be paid, with a limit of %v", naam, betalen, g)
		}
		if g < laagste {
			laagste, welke = g, naamGrens
		}
	}
	gelijk("uitkomst.te_betalen", heel(laagste), spleet)
	gelijk("uitkomst.man.netto_maand", kost(12*betalen)/12, marge)
	gelijk("uitkomst.vrouw.netto_maand", v.g.over(12*betalen)/12, marge)

	zie("lowest: "+welke, laagste > 0)
	v.kenmerken(zie, brutoP, brutoG, draagkracht, resteert, laagst)
}

func (v geval) kenmerken(zie func(string, bool), brutoP, brutoG, draagkracht, resteert float64, laagst bool) {
	p, g := v.p, v.g
	top := p.box1[len(p.box1)-1].vanaf
	o := func(id string) *zaak.Inkomensopbouw { return v.z.Perioden[0].Situaties[id].Opbouw }
	verlies := func(o *zaak.Inkomensopbouw) bool {
		return o.Winst != nil && o.Winst.Jaren[0].Winst.Waarde.IsNegative()
	}
	bet := brutoP > 0
	zie("payer: no income", p.bruto == 0)
	zie("payer: top bracket", bet && p.werk > top)
	zie("payer: AOW", bet && p.aow)
	zie("payer: box 3", bet && p.box3 > 0)
	zie("payer: box 2", bet && p.dividend > 0)
	zie("payer: loss", bet && verlies(o("man")))
	zie("payer: profit", bet && p.ondernemer > 0)
	zie("payer: own home", bet && p.woning != 0)
	zie("payer: other deduction", bet && p.aftrek > 0)
	zie("payer: more than box 1", brutoP+p.aftrek > p.werk && p.werk > 0)
	zie("payer: more than everything", brutoP+p.aftrek > p.werk+p.box3+p.dividend && p.dividend > 0)
	zie("payer: no tax left", p.belasting(0, 0) > 0 && p.belasting(0, brutoP) == 0)
	zie("payer: no tax at all", bet && p.belasting(0, 0) == 0)
	zie("payer: lowest incomes", bet && laagst && p.belasting(0, 0) > 0)
	zie("payer: no benefit", bet && v.zonder)
	zie("receiver: no income", brutoG > 0 && g.bruto == 0)
	zie("receiver: top bracket reached", brutoG > 0 && g.werk < top && g.werk+brutoG > top)
	zie("receiver: AOW", brutoG > 0 && g.aow)
	zie("receiver: box 3", brutoG > 0 && g.box3 > 0)
	zie("receiver: loss", brutoG > 0 && verlies(o("vrouw")))
	zie("receiver: Zvw maximum reached", g.zvwElders+g.zvwZelf < g.zvwMax && g.zvwElders+g.zvwZelf+g.zvwAanslag+brutoG > g.zvwMax)
	zie("receiver: no tax yet", brutoG > 0 && g.belasting(0, 0) == 0)
	zie("receiver: own home", brutoG > 0 && g.woning != 0)
	zie("receiver: other deduction", brutoG > 0 && g.aftrek > 0)
	zie("draagkracht nil", draagkracht == 0)
	zie("need nil", resteert == 0)
}

// Whatever the incomes, annex finds the gross amounts that halving finds with the
// tax worked out anew.
func TestReferentie(t *testing.T) {
	t.Parallel()
	const gevallen, delen = 1600, 8
	var mu sync.Mutex
	gezien := map[string]int{}
	t.Run("gevallen", func(t *testing.T) {
		for deel := range delen {
			t.Run(fmt.Sprint(deel), func(t *testing.T) {
				t.Parallel()
				for i := deel; i < gevallen; i += delen {
					v := getrokken(t, i)
					if v.buiten() {
						continue
					}
					v.controleer(t, fmt.Sprintf("case %d", i), func(wat string, ja bool) {
						if ja {
							mu.Lock()
							gezien[wat]++
							mu.Unlock()
						}
					})
				}
			})
		}
	})
	if t.Failed() {
		return
	}
	for _, tak := range takken {
		if gezien[tak] < vaak {
			t.Errorf("%s: seen %d times only", tak, gezien[tak])
		}
		delete(gezien, tak)
	}
	for tak := range gezien {
		t.Errorf("%s is not among what has to be seen", tak)
	}
}

// The more net draagkracht, the more gross: by at least as much, and never less.
func TestBrutoStijgtMetNetto(t *testing.T) {
	t.Parallel()
	for i := range 30 {
		v := getrokken(t, i)
		if v.buiten() {
			continue
		}
		man := v.z.Perioden[0].Situaties["man"]
		vorige := 0.0
		for stap := range 8 {
			netto := 100 * stap * stap * stap // EUR a month
			man.Partnerdraagkracht = reden(100 * netto)
			v.z.Perioden[0].Situaties["man"] = man
			v.z.Partneralimentatie.Behoefte.Vastgesteld.Bedrag = zaak.Bedrag{Waarde: decimal.NewFromInt(int64(netto))}
			u := reken(t, v.z)
			bruto := u.partner("bruteren_draagkracht.bruto")
			toename := 0.0
			if stap > 0 {
				toename = float64(100 * (3*stap*stap - 3*stap + 1))
			}
			if bruto < vorige+toename-0.011 {
				t.Errorf("case %d: net %d is gross %.2f, after %.2f", i, netto, bruto, vorige)
			}
			vorige = bruto
		}
	}
}
