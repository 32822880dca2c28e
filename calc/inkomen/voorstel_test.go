package inkomen_test

import (
	"errors"
	"math/big"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"annex/calc/inkomen"
	"annex/calc/sheet"
	"annex/calc/zaak"
)

// inJaren is what something came to in the two calendar years before 2025.
func inJaren(in2023, in2024 int64) []zaak.Jaarbedrag {
	return []zaak.Jaarbedrag{{Jaar: 2023, Bedrag: *euro(in2023)}, {Jaar: 2024, Bedrag: *euro(in2024)}}
}

// voorstel is the income of somebody in 2025 under Wetsvoorstel 34 154.
func voorstel(o zaak.Inkomensopbouw) inkomen.Opdracht {
	p := persoon(2025, totAOW, o)
	p.Wetsvoorstel = true
	return p
}

// loonstrook is a wage of 3,000 a month with 8% holiday allowance: 38,880 a year.
func loonstrook(change func(*zaak.Loon)) zaak.Loon {
	w := zaak.Loon{Soort: zaak.LoonDienst, Omschrijving: "loon", Tijdvak: zaak.TijdvakMaand, Bruto: euro(3000), Vakantietoeslag: euro(8), IsArbeid: true}
	if change != nil {
		change(&w)
	}
	return w
}

func lonen(list ...zaak.Loon) zaak.Inkomensopbouw { return zaak.Inkomensopbouw{Loon: list} }

// winstIn is the profit of some years, from 2022.
func winstIn(jaren ...int64) *zaak.Winst {
	w := &zaak.Winst{Uitgangspunt: zaak.WinstGemiddelde}
	for i, b := range jaren {
		w.Jaren = append(w.Jaren, zaak.Winstjaar{Jaar: 2022 + i, Winst: *euro(b)})
	}
	return w
}

func codes(r *sheet.Result) []string {
	var out []string
	for _, w := range r.Waarschuwingen() {
		out = append(out, w.Code)
	}
	return out
}

// Memorie van toelichting 34 154, par. 3 onder o, voorbeeld 1: 35,000 fixed, and 10,000
// and 5,000 in the two years before, is 42,500 gross.
func TestVariabelLoon(t *testing.T) {
	opgaaf := loonUit(zaak.LoonDienst, euro(35000))
	strook := loonstrook(func(w *zaak.Loon) {
		w.Bruto, w.Vakantietoeslag = euro(2500), euro(0)
		w.DertiendeMaand, w.Extra = euro(3000), []zaak.Jaarpost{{Omschrijving: "toeslag", Bedrag: *euro(2000)}}
	})
	auto := loonUit(zaak.LoonDienst, euro(40000))
	auto.BijtellingAuto = euro(5000)
	for naam, w := range map[string]zaak.Loon{"jaaropgaaf": opgaaf, "loonstrook": strook, "auto van de zaak": auto} {
		w.Variabel = inJaren(10000, 5000)
		for _, o := range []inkomen.Opdracht{voorstel(lonen(w)), persoon(2025, totAOW, lonen(w))} {
			u := reken(t, o, nil)
			hoort(t, u, "loon_1.variabel", n(7500), naam)
			hoort(t, u, "loon_1.belastbaar", n(42500), naam)
			hoort(t, u, "inkomen_voor_heffing", n(42500), naam)
			hoort(t, u, "arbeidsinkomen", n(42500), naam)
		}
	}
	// Over variable pay there is no holiday allowance.
	u := reken(t, persoon(2025, totAOW, lonen(loonstrook(func(w *zaak.Loon) { w.Variabel = inJaren(1, 2) }))), nil)
	hoort(t, u, "loon_1.vakantietoeslag", n(2880), "vakantietoeslag")
	hoort(t, u, "loon_1.belastbaar", q("38881.50"), "met variabel loon")
	w := loonUit(zaak.LoonDienst, euro(10000))
	w.Variabel = []zaak.Jaarbedrag{{Jaar: 2023, Bedrag: *bedrag("0.01")}, {Jaar: 2024, Bedrag: *bedrag("0.02")}}
	hoort(t, reken(t, persoon(2025, totAOW, lonen(w)), nil), "loon_1.variabel", q("0.02"), "op centen")
}

// The same, voorbeeld 2: a wage of 10,000 now, 30,000 and 20,000 in the two years
// before, and a profit of nil and 15,000, is 25,000 of wages and 7,500 of profit.
func TestMiddelen(t *testing.T) {
	w := loonUit(zaak.LoonDienst, euro(10000))
	w.Jaren = inJaren(30000, 20000)
	o := lonen(w)
	o.Winst = winstIn(90000, 0, 15000) // that of 2022 does not count
	u := reken(t, voorstel(o), nil)
	hoort(t, u, "loon_1.gemiddeld", n(25000), "loon")
	hoort(t, u, "winst", n(7500), "winst")
	hoort(t, u, "inkomen_voor_heffing", n(32500), "samen")
	if c := codes(u.r); len(c) > 0 {
		t.Errorf("waarschuwingen %v", c)
	}
	// A ground to take another year or a forecast does not apply.
	for _, change := range []func(*zaak.Winst){
		func(w *zaak.Winst) { w.Uitgangspunt, w.Jaar, w.Reden = zaak.WinstJaar, 2022, "omdat" },
		func(w *zaak.Winst) {
			w.Uitgangspunt, w.Prognose, w.Reden = zaak.WinstPrognose, euro(50000), "omdat"
		},
	} {
		anders := o
		anders.Winst = winstIn(90000, 0, 15000)
		change(anders.Winst)
		u := reken(t, voorstel(anders), nil)
		hoort(t, u, "winst", n(7500), anders.Winst.Uitgangspunt)
		if !laatWeg(u.r, "Andere winst dan die over 2023 en 2024") {
			t.Errorf("%s: niet genoemd dat het niet telt", anders.Winst.Uitgangspunt)
		}
	}
	// A wage of which the years are not known, and other work instead of profit.
	o.Loon = []zaak.Loon{loonUit(zaak.LoonDienst, euro(10000)), w}
	u = reken(t, voorstel(o), nil)
	hoort(t, u, "loon", n(35000), "loon van nu en gemiddeld loon")
	if c := codes(u.r); !slices.Equal(c, []string{"loon-zonder-jaren"}) {
		t.Errorf("waarschuwingen %v", c)
	}
	hoort(t, reken(t, voorstel(zaak.Inkomensopbouw{Loon: []zaak.Loon{w}, Overig: euro(1000)}), nil), "inkomen_voor_heffing", n(26000), "overige werkzaamheden")
	// A payslip as well: its premiums go off the average.
	strook := loonstrook(func(w *zaak.Loon) {
		w.Jaren, w.Pensioenpremie, w.AnderePremies = inJaren(30000, 20000), euro(100), euro(50)
		w.Variabel = inJaren(10000, 10000) // of which the years are part
	})
	u = reken(t, voorstel(zaak.Inkomensopbouw{Loon: []zaak.Loon{strook}, Overig: euro(0)}), nil)
	hoort(t, u, "loon_1.belastbaar", n(25000-1800), "na premies")
	hoort(t, u, "inkomen_voor_heffing", n(25000-600), "met pensioenpremie")
}

// Without profit or other work the years before play no part, unless there is nothing
// else; under the Rapport they never do beside something else.
func TestJarenZonderWinst(t *testing.T) {
	w := loonUit(zaak.LoonDienst, euro(10000))
	w.Jaren = inJaren(30000, 20000)
	alleen := w
	alleen.Jaaropgaaf = nil
	naast := lonen(w)
	naast.Winst = winstIn(0, 0, 0)
	for _, g := range []struct {
		o    inkomen.Opdracht
		want int64
	}{
		{voorstel(lonen(w)), 10000}, {persoon(2025, totAOW, lonen(w)), 10000}, {persoon(2025, totAOW, naast), 10000},
		{voorstel(naast), 25000}, {voorstel(lonen(alleen)), 25000},
	} {
		u := reken(t, g.o, nil)
		hoort(t, u, "inkomen_voor_heffing", n(g.want), "jaren")
		if c := codes(u.r); len(c) > 0 {
			t.Errorf("waarschuwingen %v", c)
		}
	}
}

// A company car is in a jaaropgaaf, and so in what the wage was in those years; it is on
// no payslip, where it only matters for the usual wage of a dga.
func TestAutoBijGemiddeldLoon(t *testing.T) {
	met := func(w zaak.Loon) uitslag {
		w.Jaren, w.BijtellingAuto = inJaren(30000, 20000), euro(5000)
		return reken(t, voorstel(zaak.Inkomensopbouw{Loon: []zaak.Loon{w}, Overig: euro(0)}), nil)
	}
	hoort(t, met(loonUit(zaak.LoonDienst, euro(10000))), "inkomen_voor_heffing", n(20000), "jaaropgaaf")
	hoort(t, met(loonstrook(nil)), "inkomen_voor_heffing", n(25000), "loonstrook")
	hoort(t, met(loonstrook(func(w *zaak.Loon) { w.Soort = zaak.LoonDGA })), "inkomen_voor_heffing", n(51000), "dga")
}

// What is not known of the two years before cannot be averaged.
func TestJaarOntbreekt(t *testing.T) {
	half := loonUit(zaak.LoonDienst, euro(10000))
	half.Jaren = inJaren(30000, 20000)[1:]
	variabel := loonUit(zaak.LoonDienst, euro(10000))
	variabel.Variabel = []zaak.Jaarbedrag{{Jaar: 2022, Bedrag: *euro(1)}, {Jaar: 2023, Bedrag: *euro(1)}}
	for reden, o := range map[string]zaak.Inkomensopbouw{
		"de winst over 2024 is niet opgegeven; het wetsvoorstel rekent met het gemiddelde over 2023 en 2024 (art. 400a lid 3)":                                      {Winst: winstIn(1, 1)},
		"de winst over 2023 is niet opgegeven; het wetsvoorstel rekent met het gemiddelde over 2023 en 2024 (art. 400a lid 3)":                                      {Winst: &zaak.Winst{Uitgangspunt: zaak.WinstPrognose, Prognose: euro(1), Reden: "omdat"}},
		"het loon van de ouder (loon) over 2023 is niet opgegeven; het wetsvoorstel rekent met het gemiddelde over 2023 en 2024 (art. 400a lid 3)":                  {Loon: []zaak.Loon{half}, Overig: euro(1)},
		"het variabele loon van de ouder over 2024 is niet opgegeven; het wetsvoorstel rekent met het gemiddelde over 2023 en 2024 (art. 400a lid 2)":               lonen(variabel),
		"het netto model hoort bij het Rapport alimentatienormen; het wetsvoorstel gaat uit van het bruto inkomen, waar de belasting nog af moet (art. 400a lid 6)": {Netto: &zaak.NettoModel{Grond: zaak.NettoLaagInkomen, Bruto: euro(1900), Loon: euro(1500)}},
	} {
		_, err := beschreven(t, voorstel(o), nil)
		var on *inkomen.Onberekenbaar
		if !errors.As(err, &on) || on.Reden != reden {
			t.Errorf("%v, verwacht %s", err, reden)
		}
	}
}

// A dga counts for at least the usual wage, in 2025 56,000 (art. 12a Wet LB 1964).
func TestGebruikelijkLoonTelt(t *testing.T) {
	dga := func(bedrag int64) zaak.Loon { return loonUit(zaak.LoonDGA, euro(bedrag)) }
	auto := dga(40000)
	auto.BijtellingAuto = euro(5000)
	veel := dga(70000)
	veel.BijtellingAuto = euro(5000)
	for _, g := range []struct {
		loon []zaak.Loon
		want int64
		telt bool // the usual wage, instead of what is earned
	}{
		{[]zaak.Loon{dga(40000)}, 56000, true},
		{[]zaak.Loon{dga(55999)}, 56000, true},
		{[]zaak.Loon{dga(56000)}, 56000, false},
		{[]zaak.Loon{dga(60000)}, 60000, false},
		{[]zaak.Loon{dga(30000), dga(20000)}, 56000, true},
		{[]zaak.Loon{dga(30000), dga(30000)}, 60000, false},
		{[]zaak.Loon{dga(40000), loonUit(zaak.LoonDienst, euro(10000))}, 66000, true},
		{[]zaak.Loon{auto}, 51000, true}, // with the car of 5,000 it is the usual wage
		{[]zaak.Loon{veel}, 65000, false},
	} {
		u := reken(t, voorstel(lonen(g.loon...)), nil)
		hoort(t, u, "inkomen_voor_heffing", n(g.want), "dga")
		hoort(t, u, "arbeidsinkomen", n(g.want), "dga")
		if heeft := heeftKeuze(u.r, "wetsvoorstel-gebruikelijk-loon"); heeft != g.telt {
			t.Errorf("%d: keuze %v", g.want, heeft)
		}
		if c := codes(u.r); len(c) > 0 {
			t.Errorf("waarschuwingen %v", c)
		}
	}
	// The Zvw contribution is due on the usual wage: 5.26% of 56,000 in 2025.
	hoort(t, reken(t, voorstel(lonen(dga(40000))), nil), "zvw", n(2945), "dga")
}

// By hand, with the rates of 2025. Gross 38,880, pension premium 2,400, so 36,480 is
// taxed: 35.82% is 13,067; general credit 3,068 - 6.337% x (36,480 - 28,406) = 2,557;
// credit for work 5,220 + 2.258% x (36,480 - 26,288) = 5,451. That leaves 5,059 of tax,
// and 38,880 - 5,059 = 33,821 net.
func TestPensioenpremie(t *testing.T) {
	w := loonstrook(func(w *zaak.Loon) { w.Pensioenpremie = euro(200) })
	u := reken(t, voorstel(lonen(w)), nil)
	hoort(t, u, "box1", n(36480), "belastbaar")
	hoort(t, u, "verschuldigd", n(5059), "belasting")
	hoort(t, u, "loon_1.pensioenpremie_telt", n(2400), "premie")
	hoort(t, u, "inkomen_voor_heffing", n(38880), "bruto")
	hoort(t, u, "netto_inkomen_jaar", n(33821), "netto")
	hoort(t, u, "netto_inkomen", q("2818.42"), "per maand")
	hoort(t, reken(t, persoon(2025, totAOW, lonen(w)), nil), "nbi_jaar", n(33821-2400), "NBI")

	// Other premiums do go off, and of a premium beyond the wage only the wage counts.
	w.AnderePremies = euro(50)
	hoort(t, reken(t, voorstel(lonen(w)), nil), "inkomen_voor_heffing", n(38280), "andere premies")
	w.Pensioenpremie = euro(9000)
	hoort(t, reken(t, voorstel(lonen(w)), nil), "inkomen_voor_heffing", n(38280), "premie boven het loon")
	w.AnderePremies = euro(9000)
	hoort(t, reken(t, voorstel(lonen(w)), nil), "inkomen_voor_heffing", n(0), "andere premies boven het loon")
}

// What an income is without anything that the proposal does otherwise, is the same net
// income as the NBI.
func TestVoorstelIsNBI(t *testing.T) {
	for _, o := range []zaak.Inkomensopbouw{
		loon(20000), loon(42500), loon(150000),
		lonen(loonUit(zaak.UitkeringWIA, euro(18000)), loonUit(zaak.Pensioen, euro(9000))),
		{Alimentatie: euro(1500)},
		{Loon: loon(30000).Loon, Dividend: euro(10000), NettoOverig: []zaak.Maandpost{{Omschrijving: "kamerhuur", Bedrag: *euro(300)}}},
		{Vermogen: &zaak.Vermogen{Banktegoeden: euro(200000), WerkelijkInkomen: euro(3000)}},
		{Winst: winstIn(30000, 30000, 30000)},
		{Overig: euro(30000)},
	} {
		nbi, netto := reken(t, persoon(2025, totAOW, o), nil), reken(t, voorstel(o), nil)
		hoort(t, netto, "netto_inkomen", nbi.regel("nbi"), "netto")
		if netto.regel("nbi") != nil || nbi.regel("netto_inkomen") != nil {
			t.Error("beide namen")
		}
	}
}

// What does not count changes nothing, and is named as such.
func TestTeltNietVolgensVoorstel(t *testing.T) {
	kaal := func() zaak.Inkomensopbouw { return zaak.Inkomensopbouw{Loon: []zaak.Loon{loonstrook(nil)}} }
	want := reken(t, voorstel(kaal()), nil).regel("netto_inkomen")
	for wat, change := range map[string]func(*zaak.Inkomensopbouw){
		"Bijstandsuitkering": func(o *zaak.Inkomensopbouw) {
			o.Loon = append([]zaak.Loon{loonUit(zaak.Bijstand, euro(8000))}, o.Loon...)
		},
		"Aftrekpost (giften)": func(o *zaak.Inkomensopbouw) {
			o.Aftrek = []zaak.Aftrekpost{{Jaarpost: zaak.Jaarpost{Omschrijving: "giften", Bedrag: *euro(3000)}, TeltMee: true}}
		},
		"Eigen woning": func(o *zaak.Inkomensopbouw) { o.EigenWoning = &zaak.EigenWoning{Saldo: euro(-9000)} },
		"Vermogen":     func(o *zaak.Inkomensopbouw) { o.Vermogen = &zaak.Vermogen{Banktegoeden: euro(900000)} },
		"Opgegeven toetsingsinkomen": func(o *zaak.Inkomensopbouw) {
			o.Toetsingsinkomen = euro(1)
		},
		"Inhoudingen op het nettoloon":        func(o *zaak.Inkomensopbouw) { o.Loon[0].NettoInhoudingen = euro(40) },
		"Bijtelling voor de auto van de zaak": func(o *zaak.Inkomensopbouw) { o.Loon[0].BijtellingAuto = euro(5000) },
	} {
		o, opgave := kaal(), kaal()
		change(&o)
		change(&opgave)
		u := reken(t, voorstel(o), nil)
		hoort(t, u, "netto_inkomen", want, wat)
		if !laatWeg(u.r, wat) {
			t.Errorf("%s: niet genoemd dat het niet telt", wat)
		}
		if !reflect.DeepEqual(opgave, o) {
			t.Errorf("%s: de opgave is veranderd", wat)
		}
	}
	winst := zaak.Inkomensopbouw{Winst: winstIn(40000, 40000, 40000)}
	want = reken(t, voorstel(winst), nil).regel("netto_inkomen")
	winst.Winst.Achterblijvend = &zaak.MetReden{Bedrag: *euro(5000), Reden: "omdat"}
	u := reken(t, voorstel(winst), nil)
	hoort(t, u, "netto_inkomen", want, "achterblijvende winst")
	if !laatWeg(u.r, "Winst in de onderneming") || winst.Winst.Achterblijvend == nil {
		t.Error("achterblijvende winst: niet genoemd, of de opgave is veranderd")
	}
	hoort(t, reken(t, voorstel(lonen(loonUit(zaak.Bijstand, euro(8000)))), nil), "netto_inkomen", n(0), "alleen bijstand")
}

// A premium for income later lowers the tax, and does not go off itself.
func TestVoorzieningVolgensVoorstel(t *testing.T) {
	o := loon(40000)
	o.Voorzieningen = []zaak.Jaarpost{{Omschrijving: "lijfrente", Bedrag: *euro(2000)}}
	nbi, netto := reken(t, persoon(2025, totAOW, o), nil), reken(t, voorstel(o), nil)
	hoort(t, netto, "netto_inkomen_jaar", som(nbi.regel("nbi_jaar"), n(2000)), "lijfrentepremie")
}

// The toetsingsinkomen are the incomes before tax (concept-AMvB art. 2 lid 2, c).
func TestToetsingsinkomenVolgensVoorstel(t *testing.T) {
	w := loonstrook(func(w *zaak.Loon) { w.Pensioenpremie, w.BijtellingAuto = euro(200), euro(5000) })
	u := reken(t, voorstel(zaak.Inkomensopbouw{Loon: []zaak.Loon{w}, Winst: winstIn(0, 10000, 20000), Partner: &zaak.Partner{Toetsingsinkomen: *euro(90000)}}),
		&gezin{kinderen: []time.Time{dag(2020, 1, 1)}})
	hoort(t, u, "kgb.toetsingsinkomen", n(38880+15000), "kindgebonden budget")
}

// A partner who is left out of account raises no credit either.
func TestZonderPartnerVolgensVoorstel(t *testing.T) {
	o := lonen(loonUit(zaak.UitkeringAOW, euro(20000)))
	o.Partner = &zaak.Partner{}
	p := persoon(2025, vanafAOW, o)
	p.Wetsvoorstel, p.ZonderPartner = true, true
	if reken(t, p, nil).regel("alleenstaande_ouderenkorting") == nil {
		t.Error("geen alleenstaande-ouderenkorting")
	}
}

// Whose partneralimentatie is received, and of which years an amount is, is assumed.
func TestAannamenVolgensVoorstel(t *testing.T) {
	o := zaak.Inkomensopbouw{Alimentatie: euro(500), Dividend: euro(100)}
	for _, g := range []struct {
		overig *zaak.Bedrag
		want   []string
	}{
		{nil, []string{"Ontvangen partneralimentatie: van een ander dan de andere ouder"}},
		{euro(1000), []string{
			"Ontvangen partneralimentatie: van een ander dan de andere ouder", "Resultaat uit overige werkzaamheden: het gemiddelde over 2023 en 2024",
			"Partneralimentatie: het gemiddelde over 2023 en 2024", "Dividend uit aanmerkelijk belang: het gemiddelde over 2023 en 2024",
		}},
	} {
		o.Overig = g.overig
		var got []string
		for _, u := range reken(t, voorstel(o), nil).r.Uitgangspunten() {
			if u.Aanname && strings.Contains(u.Toelichting, "art. 400a") {
				got = append(got, u.Omschrijving+": "+u.Waarde)
			}
		}
		if !slices.Equal(got, g.want) {
			t.Errorf("%q, verwacht %q", got, g.want)
		}
	}
}

// A premium of now can be more than the wage was on average; no more than that counts.
func TestPremieBovenHetGemiddelde(t *testing.T) {
	w := loonstrook(func(w *zaak.Loon) { w.Jaren, w.Pensioenpremie = inJaren(0, 3000), euro(200) })
	u := reken(t, voorstel(zaak.Inkomensopbouw{Loon: []zaak.Loon{w}, Overig: euro(0)}), nil)
	hoort(t, u, "loon_1.belastbaar", n(0), "loon")
	hoort(t, u, "inkomen_voor_heffing", n(1500), "inkomsten")
}

// Income from abroad counts as it is stated.
func TestNettoVolgensVoorstel(t *testing.T) {
	u := reken(t, voorstel(zaak.Inkomensopbouw{Netto: &zaak.NettoModel{Grond: zaak.NettoBuitenland, Loon: euro(1000), Pensioen: euro(500)}}), nil)
	hoort(t, u, "netto_inkomen", n(1580), "netto")
	zonderRapport(t, u.r)
}

// Nothing that rests on the proposal names the Rapport or the NBI.
func TestVoorstelNoemtHetRapportNiet(t *testing.T) {
	w := loonstrook(func(w *zaak.Loon) {
		w.Pensioenpremie, w.NettoInhoudingen, w.BijtellingAuto, w.Variabel = euro(200), euro(10), euro(5000), inJaren(1, 2)
	})
	auto := loonUit(zaak.LoonDienst, euro(20000))
	auto.BijtellingAuto = euro(3000)
	rijk := zaak.Inkomensopbouw{
		Loon:        []zaak.Loon{w, auto, loonUit(zaak.LoonDGA, euro(20000)), loonUit(zaak.Bijstand, euro(5000))},
		Alimentatie: euro(300), Dividend: euro(1000), Vermogen: &zaak.Vermogen{Banktegoeden: euro(100000), WerkelijkInkomen: euro(2000)},
		EigenWoning: &zaak.EigenWoning{Saldo: euro(-9000)}, Voorzieningen: []zaak.Jaarpost{{Omschrijving: "aov", Bedrag: *euro(1000)}},
		Aftrek:      []zaak.Aftrekpost{{Jaarpost: zaak.Jaarpost{Omschrijving: "giften", Bedrag: *euro(3000)}, TeltMee: true}},
		NettoOverig: []zaak.Maandpost{{Omschrijving: "kamerhuur", Bedrag: *euro(300)}}, Toetsingsinkomen: euro(5),
	}
	metWinst := rijk
	metWinst.Winst, metWinst.Overig = winstIn(1, 20000, 30000), euro(500)
	metWinst.Winst.Achterblijvend = &zaak.MetReden{Bedrag: *euro(5000), Reden: "omdat"}
	for _, o := range []zaak.Inkomensopbouw{rijk, metWinst} {
		for _, huis := range []inkomen.Huis{inkomen.Hoofdverblijf, inkomen.Gezin, inkomen.Fictief} {
			p := voorstel(o)
			p.Huis, p.Kinderen = huis, []time.Time{dag(2020, 1, 1)}
			s := sheet.New()
			u, err := inkomen.Beschrijf(s, normen(t), p)
			if err != nil {
				t.Fatal(err)
			}
			kinderen := []inkomen.Kind{{Naam: "Noor", Geboren: dag(2020, 1, 1)}}
			h := inkomen.Huishouden{Op: p.Op, Kinderen: kinderen, Toetsingsinkomens: []sheet.Expr{u.Toetsingsinkomen}, Wetsvoorstel: true, Blok: "Kindgebonden budget"}
			if _, err := inkomen.KindgebondenBudget(s, u.Scope, normen(t), h); err != nil {
				t.Fatal(err)
			}
			if _, err := inkomen.Kinderbijslag(u.Scope, normen(t), p.Op, kinderen, "Kinderbijslag"); err != nil {
				t.Fatal(err)
			}
			r, err := s.Evaluate(sheet.Receipt{})
			if err != nil {
				t.Fatal(err)
			}
			zonderRapport(t, r)
			l := r.Line("i.netto_inkomen")
			if got := l.Line.Label; got != "Netto-inkomen per maand (art. 400a lid 6)" || l.Line.Source != (sheet.Source{Document: "Wetsvoorstel 34 154", Vindplaats: "art. 1:400a lid 6 BW"}) {
				t.Errorf("%s, %v", got, l.Line.Source)
			}
		}
	}
}

func zonderRapport(t *testing.T, r *sheet.Result) {
	t.Helper()
	var teksten []string
	voegToe := func(list ...string) { teksten = append(teksten, list...) }
	for _, s := range r.Sections() {
		voegToe(s.Titel, s.Onderwerp)
		if !strings.HasPrefix(s.Titel, "Netto-inkomen van ") {
			t.Errorf("titel %q", s.Titel)
		}
		for _, l := range r.Lines(s) {
			voegToe(l.Line.Label, l.Line.Naam, l.Line.Kort, l.Line.Toelichting, l.Line.Blok, l.Line.Source.String())
			if l.Line.Post != "" || strings.Contains(l.Line.Blok, "post") || strings.Contains(l.Line.Blok, "(blok") {
				t.Errorf("%s staat in %q, %q", l.Line.ID, l.Line.Blok, l.Line.Post)
			}
		}
	}
	for _, k := range r.Keuzes() {
		voegToe(k.Onderwerp, k.Keuze, k.Grond, k.Alternatief)
	}
	for _, w := range r.Waarschuwingen() {
		voegToe(w.Tekst)
	}
	for _, l := range r.NietMeegenomen() {
		voegToe(l.Wat, l.Reden)
	}
	for _, u := range r.Uitgangspunten() {
		voegToe(u.Omschrijving, u.Waarde, u.Toelichting)
	}
	for _, tekst := range teksten {
		for _, woord := range []string{"Rapport", "NBI", "besteedbaar", "verwerkt in de Tabel"} {
			if strings.Contains(tekst, woord) {
				t.Errorf("%q noemt %s", tekst, woord)
			}
		}
	}
}

func laatWeg(r *sheet.Result, wat string) bool {
	return slices.ContainsFunc(r.NietMeegenomen(), func(n sheet.NietMeegenomen) bool { return strings.HasPrefix(n.Wat, wat) })
}

func heeftKeuze(r *sheet.Result, id string) bool {
	return slices.ContainsFunc(r.Keuzes(), func(k sheet.Keuze) bool { return k.ID == id })
}

// Two parents who share a household: each with an own section, and the one who earns
// less has the combinatiekorting.
func TestPaarVolgensVoorstel(t *testing.T) {
	a, b := voorstel(loon(30000)), voorstel(loon(50000))
	for _, o := range []*inkomen.Opdracht{&a, &b} {
		o.Huis, o.Kinderen = inkomen.Gezin, []time.Time{dag(2020, 1, 1)}
	}
	r, _, _ := rekenPaar(t, a, b)
	if een, twee := r.Line("i.combinatiekorting"), r.Line("j.combinatiekorting"); een.Value.Rat().Sign() <= 0 || twee.Value.Rat().Sign() != 0 {
		t.Errorf("combinatiekorting %s en %s", een.Text(), twee.Text())
	}
	if som(r.Line("i.netto_inkomen").Value.Rat(), new(big.Rat)).Sign() <= 0 || r.Line("j.netto_inkomen") == nil {
		t.Error("geen netto-inkomen")
	}
}
