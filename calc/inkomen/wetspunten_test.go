package inkomen_test

import (
	"testing"
	"time"

	"annex/calc/sheet"
	"annex/calc/zaak"
)

// Points of the law that are easily missed, each with the amount it comes to.
func TestPointsOfLaw(t *testing.T) {
	c := leesTranscriptie(t)
	kind := []time.Time{dag(2016, 3, 1)}
	metAftrek := func(o zaak.Inkomensopbouw, b int64) zaak.Inkomensopbouw {
		o.Aftrek = []zaak.Aftrekpost{{Jaarpost: zaak.Jaarpost{Omschrijving: "partneralimentatie", Bedrag: *euro(b)}, TeltMee: true}}
		return o
	}
	metWinst := func(o zaak.Inkomensopbouw, winst string) zaak.Inkomensopbouw {
		o.Winst = &zaak.Winst{Uitgangspunt: zaak.WinstPrognose, Prognose: bedrag(winst), Reden: "een tegenvaller"}
		return o
	}
	for _, g := range []struct {
		naam   string
		jaar   int
		opbouw zaak.Inkomensopbouw
		gezin  *gezin
		regel  string
		wet    string
	}{
		{
			// Art. 2.10 lid 3 onder b Wet IB 2001: the mkb-winstvrijstelling is only one of the
			// deductions where the profit less the ondernemersaftrek is above nil. Here, over a
			// loss, it adds to the income.
			"mkb-winstvrijstelling over een verlies", 2025, metAftrek(metWinst(loon(150000), "-20000"), 12000), nil,
			"heffing_box1", "51238",
		},
		{
			// Art. 2.18 onder a: a loss of box 1 lowers the verzamelinkomen.
			"verlies naast dividend", 2025, metWinst(zaak.Inkomensopbouw{Dividend: euro(60000)}, "-30000"), nil,
			"verzamelinkomen", "33810",
		},
		{
			// Art. 6.2 lid 2 and 3: what is left of the persoonsgebonden aftrek lowers box 3 and
			// then box 2.
			"aftrek naast dividend", 2024, metAftrek(zaak.Inkomensopbouw{Loon: loon(5000).Loon, Dividend: euro(40000)}, 12000), nil,
			"heffing_box2", "8085",
		},
		{
			// Art. 8.10 lid 2 as it read to 2024, with art. 3.1 lid 2 onder e: the algemene
			// heffingskorting runs on the income from work and home; from 2025 on the
			// verzamelinkomen, with the home.
			"eigen woning in 2024", 2024, zaak.Inkomensopbouw{Loon: loon(45633).Loon, EigenWoning: &zaak.EigenWoning{Saldo: bedrag("-12380")}}, nil,
			"algemene_heffingskorting", "2803",
		},
		{
			// Art. 14 lid 4 Awir rounds once: the reduction before it is not rounded.
			"kindgebonden budget op de helft", 2024, vroegerLoon(26819 + 363), &gezin{kinderen: kind},
			"kgb.jaar", "5891",
		},
		{
			// Art. 14 lid 5 Awir: less than 24 euro is not granted.
			"een klein kindgebonden budget", 2025, vroegerLoon(111406), &gezin{kinderen: kind},
			"kgb.jaar", "0",
		},
	} {
		o := persoon(g.jaar, totAOW, g.opbouw)
		if na := narekenen(c, geval{g.jaar, totAOW, o, g.gezin}).uit[g.regel]; na.Cmp(q(g.wet)) != 0 {
			t.Errorf("%s: de narekening geeft %s %s, verwacht %s", g.naam, g.regel, na.FloatString(2), g.wet)
		}
		hoort(t, reken(t, o, g.gezin), g.regel, q(g.wet), g.naam)
	}
}

// The alleenstaande-ouderenkorting is for who has a right to the AOW for a single person (art.
// 8.18 Wet IB 2001). Beside a partner in the same household nobody has.
func TestAlleenstaandeOuderenkortingNaastPartner(t *testing.T) {
	metAOW := zaak.Inkomensopbouw{Loon: []zaak.Loon{loonUit(zaak.UitkeringAOW, euro(13000)), loonUit(zaak.Pensioen, euro(20000))}}
	a, b := persoon(2025, vanafAOW, metAOW), persoon(2025, vanafAOW, metAOW)
	r, _, _ := rekenPaar(t, a, b)
	a.PartnerOnbekend = true
	for waar, l := range map[string]*sheet.LineResult{
		"paar, de een": r.Line("i.alleenstaande_ouderenkorting"), "paar, de ander": r.Line("j.alleenstaande_ouderenkorting"),
		"partner met onbekend inkomen": reken(t, a, nil).r.Line("i.alleenstaande_ouderenkorting"),
	} {
		if l != nil {
			t.Errorf("%s: %s", waar, l.Value)
		}
	}
	a.PartnerOnbekend = false
	if l := reken(t, a, nil).r.Line("i.alleenstaande_ouderenkorting"); l == nil || l.Value.String() != "531" {
		t.Errorf("alleen: %+v", l)
	}
}
