package inkomen_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"annex/calc/zaak"
)

// trekker draws cases: n gives a number from 0 below its argument.
type trekker func(n int) int

func (k trekker) kans(een, op int) bool { return k(op) < een }

func trek[T any](k trekker, list ...T) T { return list[k(len(list))] }

// geld draws an amount below a bound in euros, mostly whole, sometimes with cents.
func (k trekker) geld(tot int) *zaak.Bedrag {
	c := int64(k(tot)) * 100
	if k.kans(1, 3) {
		c += int64(k(100))
	}
	return centen(c)
}

func (k trekker) misschien(een, op int, b func() *zaak.Bedrag) *zaak.Bedrag {
	if !k.kans(een, op) {
		return nil
	}
	return b()
}

func (k trekker) jaar() int { return eersteJaar + k(laatsteJaar-eersteJaar+1) }

func (k trekker) loon(soort string) zaak.Loon {
	w := zaak.Loon{
		Soort: soort, Omschrijving: fmt.Sprintf("%s %d", soort, k(1000)), Tijdvak: trek(k, zaak.TijdvakMaand, zaak.TijdvakMaand, zaak.TijdvakVierWeken),
		IsArbeid: soort == zaak.LoonDienst || soort == zaak.LoonDGA,
	}
	if soort == zaak.UitkeringZW {
		w.IsArbeid = k.kans(1, 2)
	}
	tot := trek(k, 1500, 3500, 7000)
	if soort == zaak.UitkeringAOW {
		tot = 1700
	}
	if k.kans(2, 5) {
		w.Jaaropgaaf = k.geld(12 * tot)
		if soort == zaak.LoonDienst {
			w.BijtellingAuto = k.misschien(1, 4, func() *zaak.Bedrag { return k.geld(9000) })
		}
	} else {
		w.Bruto = k.geld(tot)
		w.Vakantietoeslag = k.misschien(1, 3, func() *zaak.Bedrag { return trek(k, bedrag("8"), bedrag("8.33"), bedrag("0"), bedrag("10.5")) })
		if soort == zaak.LoonDienst || soort == zaak.LoonDGA {
			w.DertiendeMaand = k.misschien(1, 4, func() *zaak.Bedrag { return k.geld(tot) })
		}
		for range k(3) {
			if k.kans(1, 3) {
				w.Extra = append(w.Extra, zaak.Jaarpost{Omschrijving: fmt.Sprintf("toeslag %d", len(w.Extra)), Bedrag: *k.geld(3000)})
			}
		}
		// Premiums stay below the wage: the fraction of a month is enough.
		deel := int(w.Bruto.Waarde.IntPart())/8 + 1
		w.Pensioenpremie = k.misschien(1, 3, func() *zaak.Bedrag { return k.geld(deel) })
		w.AnderePremies = k.misschien(1, 4, func() *zaak.Bedrag { return k.geld(deel) })
	}
	w.NettoInhoudingen = k.misschien(1, 4, func() *zaak.Bedrag { return k.geld(60) })
	return w
}

func (k trekker) winst(c *cijfers, jaar int, groep string) *zaak.Winst {
	if c.jaarcijfer(jaar, "mkb_winstvrijstelling_rate") == nil {
		return nil
	}
	bedrag := func() zaak.Bedrag {
		b := k.geld(trek(k, 20000, 60000, 160000))
		if k.kans(1, 6) {
			b.Waarde = b.Waarde.Neg()
		}
		return *b
	}
	w := &zaak.Winst{Uitgangspunt: trek(k, zaak.WinstGemiddelde, zaak.WinstJaar, zaak.WinstPrognose)}
	for i := range 1 + k(3) {
		w.Jaren = append(w.Jaren, zaak.Winstjaar{Jaar: jaar - 4 + i, Winst: bedrag()})
	}
	switch w.Uitgangspunt {
	case zaak.WinstJaar:
		w.Jaar, w.Reden = w.Jaren[k(len(w.Jaren))].Jaar, "het laatste jaar zegt het meest"
	case zaak.WinstPrognose:
		p := bedrag()
		w.Prognose, w.Reden = &p, "een nieuwe klant"
	}
	if groep == totAOW && c.jaarcijfer(jaar, "zelfstandigenaftrek") != nil {
		w.Zelfstandigenaftrek = k.kans(2, 3)
		w.Startersaftrek = w.Zelfstandigenaftrek && c.jaarcijfer(jaar, "startersaftrek") != nil && k.kans(1, 3)
	}
	if k.kans(1, 4) {
		w.Achterblijvend = &zaak.MetReden{Bedrag: *k.geld(8000), Reden: "aflossing van een lening"}
	}
	return w
}

// geval draws one income with everything that may go with it.
func (k trekker) geval(c *cijfers) geval {
	jaar := k.jaar()
	groep := trek(k, totAOW, totAOW, totAOW, vanafAOW, vanafAOW, voor1946)
	if !c.heeft(jaar, groep) {
		groep = vanafAOW
	}
	o := zaak.Inkomensopbouw{}
	soorten := []string{
		zaak.LoonDienst, zaak.LoonDienst, zaak.LoonDienst, zaak.LoonDGA, zaak.UitkeringWW, zaak.UitkeringWIA, zaak.UitkeringWAO, zaak.UitkeringZW, zaak.Wajong,
		zaak.Bijstand, zaak.UitkeringANW, zaak.Pensioen, zaak.Lijfrente,
	}
	if groep != totAOW {
		soorten = append(soorten, zaak.UitkeringAOW, zaak.UitkeringAOW, zaak.UitkeringAOW, zaak.UitkeringAOW, zaak.UitkeringAOW, zaak.Pensioen)
	}
	for range trek(k, 0, 1, 1, 1, 2, 3) {
		o.Loon = append(o.Loon, k.loon(trek(k, soorten...)))
	}
	if k.kans(2, 5) {
		o.Winst = k.winst(c, jaar, groep)
	}
	o.Overig = k.misschien(1, 5, func() *zaak.Bedrag { return k.geld(15000) })
	o.Alimentatie = k.misschien(1, 5, func() *zaak.Bedrag { return k.geld(2500) })
	if c.jaarcijfer(jaar, "box2_first_rate") != nil {
		o.Dividend = k.misschien(1, 5, func() *zaak.Bedrag { return k.geld(trek(k, 30000, 150000)) })
	}
	if b, ok := c.box3(jaar); ok && k.kans(1, 3) {
		o.Vermogen = &zaak.Vermogen{
			Banktegoeden:       k.misschien(3, 4, func() *zaak.Bedrag { return k.geld(200000) }),
			OverigeBezittingen: k.misschien(1, 2, func() *zaak.Bedrag { return k.geld(400000) }),
			WerkelijkInkomen:   k.misschien(1, 3, func() *zaak.Bedrag { return k.geld(12000) }),
		}
		if b.drempel != nil && b.schulden != nil {
			o.Vermogen.Schulden = k.misschien(1, 2, func() *zaak.Bedrag { return k.geld(100000) })
		}
	}
	if k.kans(1, 3) {
		if _, ok := c.eigenWoning(jaar); ok && k.kans(2, 3) {
			o.EigenWoning = &zaak.EigenWoning{WOZ: k.geld(trek(k, 80000, 600000, 2000000)), Rente: k.misschien(3, 4, func() *zaak.Bedrag { return k.geld(15000) })}
		} else {
			b := k.geld(12000)
			b.Waarde = b.Waarde.Neg()
			if k.kans(1, 4) {
				b.Waarde = b.Waarde.Neg()
			}
			o.EigenWoning = &zaak.EigenWoning{Saldo: b}
		}
	}
	for i := range k(3) {
		if k.kans(1, 3) {
			o.Voorzieningen = append(o.Voorzieningen, zaak.Jaarpost{Omschrijving: fmt.Sprintf("aov %d", i), Bedrag: *k.geld(4000)})
		}
	}
	for i := range k(3) {
		if k.kans(1, 3) {
			o.Aftrek = append(o.Aftrek, zaak.Aftrekpost{Jaarpost: zaak.Jaarpost{Omschrijving: fmt.Sprintf("aftrekpost %d", i), Bedrag: *k.geld(12000)}, TeltMee: k.kans(2, 3)})
		}
	}
	for i := range k(3) {
		if k.kans(1, 4) {
			o.NettoOverig = append(o.NettoOverig, zaak.Maandpost{Omschrijving: fmt.Sprintf("bijverdienste %d", i), Bedrag: *k.geld(300)})
		}
	}
	if k.kans(1, 4) {
		o.Combinatiekorting = ja(k.kans(1, 2))
	}
	if groep != totAOW && k.kans(1, 4) {
		o.AlleenstaandeOuderenkorting = ja(k.kans(1, 2))
	}
	o.Jonggehandicaptenkorting = k.kans(1, 5)
	if k.kans(1, 3) {
		o.Partner = &zaak.Partner{Toetsingsinkomen: *k.geld(60000), Arbeidsinkomen: *k.geld(60000)}
	}
	o.Toetsingsinkomen = k.misschien(1, 6, func() *zaak.Bedrag { return k.geld(80000) })

	g := geval{jaar: jaar, groep: groep, o: persoon(jaar, groep, o)}
	g.o.Op = dag(jaar, 1+k(12), 1+k(28))
	g.o.Wie.Geboren = k.geboren(jaar, groep)
	g.o.ZonderPartner, g.o.ZonderLasten = k.kans(1, 6), k.kans(1, 6)
	var kinderen []time.Time
	for range k(5) {
		kinderen = append(kinderen, g.o.Op.AddDate(0, 0, -k(20*365)))
	}
	g.o.Kinderen = kinderen
	if len(kinderen) > 0 && slices.ContainsFunc(kinderen, func(d time.Time) bool { return d.AddDate(18, 0, 0).After(g.o.Op) }) {
		g.gezin = &gezin{kinderen: kinderen, samen: o.Partner != nil && !g.o.ZonderPartner}
	}
	return g
}

// geboren draws a day of birth that keeps clear of the year in which the AOW age is
// reached: 66 and 4 months in 2019, 67 from 2024.
func (k trekker) geboren(jaar int, groep string) *time.Time {
	var d time.Time
	switch groep {
	case totAOW:
		d = dag(jaar-20-k(45), 1+k(12), 1+k(28))
	case vanafAOW:
		laatste := jaar - 69 // 69 in this year: past the age on 1 January
		d = dag(1946+k(laatste-1946+1), 1+k(12), 1+k(28))
	default:
		d = dag(1935+k(11), 1+k(12), 1+k(28))
	}
	return &d
}

// Thousands of incomes of every kind, worked out twice.
func TestReference(t *testing.T) {
	c := leesTranscriptie(t)
	const gevallen = 3000
	rng := rand.New(rand.NewPCG(2024, 1118))
	k := trekker(rng.IntN)
	gezien := map[string]int{}
	fout := 0
	for i := range gevallen {
		g := k.geval(c)
		want := narekenen(c, g)
		u := reken(t, g.o, g.gezin)
		for _, naam := range want.gezien {
			gezien[naam]++
		}
		gezien[fmt.Sprint(g.jaar)]++
		for id, w := range want.uit {
			if got := u.bedrag(id); got.Cmp(w) != 0 {
				t.Errorf("geval %d (%d, %s): %s is %s, verwacht %s", i, g.jaar, g.groep, id, got.FloatString(4), w.FloatString(4))
				fout++
			}
		}
		if fout > 40 {
			t.Fatalf("meer dan %d verschillen; het laatste bij %+v", fout, g.o.Opbouw)
		}
	}
	for _, naam := range takken {
		if gezien[naam] < 50 {
			t.Errorf("%q is maar %d keer voorgekomen", naam, gezien[naam])
		}
	}
	for naam := range gezien {
		if !slices.Contains(takken, naam) {
			t.Errorf("%q staat niet bij takken", naam)
		}
	}
}

// takken is everything the reference tells apart; each has to be met often enough for
// the comparison to say anything.
var takken = []string{
	"2019", "2020", "2021", "2022", "2023", "2024", "2025", "2026", totAOW, vanafAOW, voor1946,
	zaak.LoonDienst, zaak.LoonDGA, zaak.UitkeringWW, zaak.UitkeringWIA, zaak.UitkeringWAO, zaak.UitkeringZW, zaak.Wajong, zaak.Bijstand, zaak.UitkeringANW,
	zaak.UitkeringAOW, zaak.Pensioen, zaak.Lijfrente, "Ziektewet zonder werkgever", "meer dan een baan",
	"jaaropgaaf", "auto van de zaak", "vier weken", "loonstrook per maand", "vakantietoeslag opgegeven", "gebruikelijke vakantietoeslag", "geen vakantietoeslag",
	"dertiende maand", "extra", "pensioenpremie", "andere premies", "inhoudingen",
	"winst volgens prognose", "winst van een jaar", "gemiddelde winst", "verlies", "zelfstandigenaftrek", "startersaftrek", "zelfstandigenaftrek tot de winst",
	"winst blijft achter", "overige werkzaamheden", "ontvangen alimentatie", "inkomensvoorziening", "aftrek telt mee", "aftrek telt niet mee", "zonder lasten", "overig netto",
	"box 1 onder nihil", "aftrek meer dan box 1", "mkb-winstvrijstelling over verlies", "woning naast box 1", "hoogste schijf", "tariefsaanpassing", "dividend", "tweede schijf box 2", "vermogen", "schulden", "box 3 belast", "werkelijk inkomen",
	"saldo eigen woning", "WOZ", "ouderenkorting", "alleenstaande ouder opgegeven", "alleenstaand met AOW", "jonggehandicapt", "kortingen boven de heffing",
	"combinatiekorting opgegeven", "jong kind", "partner verdient meer", "partner verdient minder", "Zvw", "Zvw boven het maximum", "NBI onder nihil",
	"toetsingsinkomen opgegeven", "kindgebonden budget", "geen kindgebonden budget meer",
}
