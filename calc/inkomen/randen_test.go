package inkomen_test

import (
	"errors"
	"fmt"
	"math/big"
	"strings"
	"testing"
	"time"

	"annex/calc/inkomen"
	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"

	"github.com/shopspring/decimal"
)

// Every edge of the law is looked at from three sides: the last euro before it, the
// edge itself and the first euro beyond it. A row that begins one euro off, or that
// takes in its own end where it should not, shows there and hardly anywhere else.

// rond gives the incomes around an edge in whole euros, none below nil.
func rond(edge *big.Rat) []int64 {
	e := omlaag(edge).Num().Int64()
	var out []int64
	for _, i := range []int64{e - 1, e, e + 1} {
		if i >= 0 {
			out = append(out, i)
		}
	}
	return out
}

// elkeGroep runs a check for every year and age group with known rates.
func elkeGroep(t *testing.T, check func(t *testing.T, c *cijfers, jaar int, groep string)) {
	t.Helper()
	c := leesTranscriptie(t)
	for jaar := eersteJaar; jaar <= laatsteJaar; jaar++ {
		for _, groep := range groepen {
			if c.heeft(jaar, groep) {
				t.Run(fmt.Sprintf("%d/%s", jaar, groep), func(t *testing.T) { check(t, c, jaar, groep) })
			}
		}
	}
}

// vroegerLoon is income that is no income from present employment, of which the payer
// bears the Zvw: so that nothing but the tax and the credits on income plays a part.
func vroegerLoon(bedrag int64) zaak.Inkomensopbouw {
	return zaak.Inkomensopbouw{Loon: []zaak.Loon{loonUit(zaak.UitkeringWIA, euro(bedrag))}}
}

func loon(bedrag int64) zaak.Inkomensopbouw {
	return zaak.Inkomensopbouw{Loon: []zaak.Loon{loonUit(zaak.LoonDienst, euro(bedrag))}}
}

func TestEdgesBox1(t *testing.T) {
	gezien := 0
	elkeGroep(t, func(t *testing.T, c *cijfers, jaar int, groep string) {
		for _, s := range c.schijven(jaar, groep) {
			for _, i := range rond(s.van) {
				u := reken(t, persoon(jaar, groep, vroegerLoon(i)), nil)
				waar := fmt.Sprintf("inkomen %d", i)
				hoort(t, u, "box1", n(i), waar)
				hoort(t, u, "heffing_box1", omlaag(c.heffing(jaar, groep, n(i))), waar)
				gezien++
			}
		}
	})
	if gezien < 8*3*3*2 {
		t.Errorf("maar %d randen gezien", gezien)
	}
}

// TestEdgesCredits holds each credit to the published table at every knee. The knees
// are taken on the income the credit runs on: the arbeidskorting and the
// combinatiekorting on wages, the others on whatever counts.
func TestEdgesCredits(t *testing.T) {
	gezien := map[string]int{}
	elkeGroep(t, func(t *testing.T, c *cijfers, jaar int, groep string) {
		for _, k := range []struct {
			korting, regel string
			opbouw         func(int64) zaak.Inkomensopbouw
		}{
			{ahk, "algemene_heffingskorting", vroegerLoon},
			{ak, "arbeidskorting", loon},
			{iack, "combinatiekorting", func(i int64) zaak.Inkomensopbouw {
				o := loon(i)
				o.Combinatiekorting = ja(true)
				return o
			}},
			{ouderen, "ouderenkorting", vroegerLoon},
		} {
			if k.korting == ouderen && groep == totAOW {
				u := reken(t, persoon(jaar, groep, k.opbouw(20000)), nil)
				hoort(t, u, k.regel, n(0), "geen ouderenkorting onder de AOW-leeftijd")
				continue
			}
			rijen := c.stappen(jaar, k.korting, groep)
			if len(rijen) < 3 {
				t.Fatalf("%s: %d rijen", k.korting, len(rijen))
			}
			for _, rij := range rijen {
				for _, i := range rond(rij.van) {
					u := reken(t, persoon(jaar, groep, k.opbouw(i)), nil)
					hoort(t, u, k.regel, omhoog(c.korting(jaar, k.korting, groep, n(i))), fmt.Sprintf("inkomen %d", i))
					gezien[k.korting]++
				}
			}
		}
	})
	for k, min := range map[string]int{ahk: 120, ak: 200, iack: 120, ouderen: 80} {
		if gezien[k] < min {
			t.Errorf("%s: maar %d randen gezien", k, gezien[k])
		}
	}
}

// TestFixedCredits: credits that do not run on an income, and who has them.
func TestFixedCredits(t *testing.T) {
	elkeGroep(t, func(t *testing.T, c *cijfers, jaar int, groep string) {
		aow := groep != totAOW
		vast := func(korting string, recht bool) *big.Rat {
			if !recht {
				return n(0)
			}
			return c.stappen(jaar, korting, groep)[0].bedrag
		}
		metAOW := zaak.Inkomensopbouw{Loon: []zaak.Loon{loonUit(zaak.Pensioen, euro(30000))}, Jonggehandicaptenkorting: true}
		if aow {
			metAOW.Loon = append(metAOW.Loon, loonUit(zaak.UitkeringAOW, euro(16000)))
		}
		partner := &zaak.Partner{}
		for _, g := range []struct {
			waar     string
			opgegeve *bool
			partner  *zaak.Partner
			recht    bool
		}{
			{"zonder partner", nil, nil, true},
			{"met partner", nil, partner, false},
			{"opgegeven van niet", ja(false), nil, false},
			{"opgegeven van wel", ja(true), nil, true},
		} {
			o := metAOW
			o.AlleenstaandeOuderenkorting, o.Partner = g.opgegeve, g.partner
			u := reken(t, persoon(jaar, groep, o), nil)
			// Art. 8.18: only with a right to AOW for a single person, so never below that age.
			hoort(t, u, "alleenstaande_ouderenkorting", vast(alleenst, g.recht && aow), g.waar)
			// Art. 8.16a: not beside the ouderenkorting.
			hoort(t, u, "jonggehandicaptenkorting", vast(jonggehan, !aow), g.waar)
		}
	})
}

// The Zvw is due up to one maximum; wages on which the employer pays fill it first.
func TestEdgesZvw(t *testing.T) {
	c := leesTranscriptie(t)
	for jaar := eersteJaar; jaar <= laatsteJaar; jaar++ {
		z := c.zvw[jaar]
		top := z.maximum.Num().Int64()
		for _, g := range []struct{ werkgever, zelf int64 }{
			{0, top - 1}, {0, top}, {0, top + 1}, {0, 0}, {0, 1},
			{top - 1, 10000}, {top, 10000}, {top + 1, 10000},
			{top - 10000, 9999}, {top - 10000, 10000}, {top - 10000, 10001},
			{2 * top, 10000},
		} {
			for _, soort := range []string{zaak.LoonDGA, zaak.Pensioen, zaak.Lijfrente, zaak.UitkeringANW} {
				o := zaak.Inkomensopbouw{Loon: []zaak.Loon{loonUit(zaak.LoonDienst, euro(g.werkgever)), loonUit(soort, euro(g.zelf))}}
				u := reken(t, persoon(jaar, totAOW, o), nil)
				inkomen := min2(n(g.zelf), nietNegatief(verschil(z.maximum, n(g.werkgever))))
				waar := fmt.Sprintf("%d: %d van een werkgever en %d %s", jaar, g.werkgever, g.zelf, soort)
				hoort(t, u, "zvw_inkomen", inkomen, waar)
				hoort(t, u, "zvw", omlaag(keer(z.laag, inkomen)), waar)
			}
		}
		// Benefits of which the payer bears the contribution (art. 42 Zvw).
		for _, soort := range []string{zaak.LoonDienst, zaak.UitkeringWW, zaak.UitkeringWIA, zaak.UitkeringWAO, zaak.UitkeringZW, zaak.Wajong, zaak.Bijstand} {
			u := reken(t, persoon(jaar, totAOW, zaak.Inkomensopbouw{Loon: []zaak.Loon{loonUit(soort, euro(20000))}}), nil)
			hoort(t, u, "zvw", n(0), soort)
		}
	}
}

// TestEdgesTariefsaanpassing: the deductions count at a lower rate as far as they
// would have fallen in the highest bracket (art. 2.10 lid 2), from 2020; before then
// only for the own home.
func TestEdgesTariefsaanpassing(t *testing.T) {
	elkeGroep(t, func(t *testing.T, c *cijfers, jaar int, groep string) {
		top := c.top(jaar, groep)
		grens := top.van.Num().Int64()
		const aftrek = 5000
		for _, i := range []int64{grens - 1, grens, grens + 1, grens + aftrek - 1, grens + aftrek, grens + aftrek + 1, grens + 4*aftrek} {
			for _, telt := range []bool{true, false} {
				o := vroegerLoon(i)
				o.Aftrek = []zaak.Aftrekpost{{Jaarpost: zaak.Jaarpost{Omschrijving: "partneralimentatie", Bedrag: *euro(aftrek)}, TeltMee: telt}}
				u := reken(t, persoon(jaar, groep, o), nil)
				want := c.heffing(jaar, groep, n(i))
				if telt {
					want = c.heffing(jaar, groep, n(i-aftrek))
					if m := c.jaarcijfer(jaar, "max_deduction_rate"); m != nil {
						want = som(want, keer(verschil(top.tarief, m), min2(n(aftrek), nietNegatief(n(i-grens)))))
					}
				}
				hoort(t, u, "heffing_box1", omlaag(want), fmt.Sprintf("inkomen %d, aftrek telt mee: %t", i, telt))
			}
		}
	})
}

// TestEdgesBox2: the second bracket, where there is one.
func TestEdgesBox2(t *testing.T) {
	c := leesTranscriptie(t)
	gezien := 0
	for jaar := eersteJaar; jaar <= laatsteJaar; jaar++ {
		eerste, tweede, einde := c.jaarcijfer(jaar, "box2_first_rate"), c.jaarcijfer(jaar, "box2_second_rate"), c.jaarcijfer(jaar, "box2_bracket_end")
		if eerste == nil {
			continue
		}
		at := n(67000)
		if einde != nil {
			at = einde
		}
		for _, i := range append(rond(at), 0, 1, 200000) {
			u := reken(t, persoon(jaar, totAOW, zaak.Inkomensopbouw{Dividend: euro(i)}), nil)
			want := keer(eerste, n(i))
			if einde != nil && n(i).Cmp(einde) > 0 {
				want = som(keer(eerste, einde), keer(tweede, verschil(n(i), einde)))
			}
			hoort(t, u, "heffing_box2", omlaag(want), fmt.Sprintf("%d: dividend %d", jaar, i))
			gezien++
		}
	}
	if gezien < 5*6 {
		t.Errorf("maar %d gevallen", gezien)
	}
}

// TestEdgesBox3: the exempt wealth and the threshold for debts.
func TestEdgesBox3(t *testing.T) {
	c := leesTranscriptie(t)
	gezien := 0
	for jaar := eersteJaar; jaar <= laatsteJaar; jaar++ {
		b, ok := c.box3(jaar)
		if !ok {
			continue
		}
		for _, i := range rond(b.vrij) {
			for _, v := range []zaak.Vermogen{
				{Banktegoeden: euro(i)},
				{OverigeBezittingen: euro(i)},
				{Banktegoeden: euro(i / 2), OverigeBezittingen: euro(i - i/2)},
			} {
				u := reken(t, persoon(jaar, totAOW, zaak.Inkomensopbouw{Vermogen: &v}), nil)
				voordeel, grondslag := b.voordeel(v)
				waar := fmt.Sprintf("%d: vermogen %d", jaar, i)
				hoort(t, u, "box3_grondslag", grondslag, waar)
				hoort(t, u, "box3", voordeel, waar)
				hoort(t, u, "heffing_box3", omlaag(keer(b.tarief, voordeel)), waar)
				gezien++
			}
		}
		if b.drempel == nil {
			continue
		}
		for _, i := range rond(b.drempel) {
			v := zaak.Vermogen{Banktegoeden: euro(100000), OverigeBezittingen: euro(250000), Schulden: euro(i)}
			u := reken(t, persoon(jaar, totAOW, zaak.Inkomensopbouw{Vermogen: &v}), nil)
			voordeel, grondslag := b.voordeel(v)
			waar := fmt.Sprintf("%d: schulden %d", jaar, i)
			hoort(t, u, "box3_grondslag", grondslag, waar)
			hoort(t, u, "box3", voordeel, waar)
			gezien++
		}
	}
	if gezien < 3*9 {
		t.Errorf("maar %d gevallen", gezien)
	}
}

// TestEdgesEigenwoningforfait: the bands of the value of the home and the villa limit.
func TestEdgesEigenwoningforfait(t *testing.T) {
	c := leesTranscriptie(t)
	gezien := 0
	for jaar := eersteJaar; jaar <= laatsteJaar; jaar++ {
		e, ok := c.eigenWoning(jaar)
		if !ok {
			continue
		}
		for _, woz := range append([]int64{12500, 12501, 25000, 25001, 50000, 50001, 75000, 75001, 400000}, rond(e.villagrens)...) {
			for _, rente := range []int64{0, 100, 1000, 20000} {
				o := vroegerLoon(50000)
				o.EigenWoning = &zaak.EigenWoning{WOZ: euro(woz), Rente: euro(rente)}
				u := reken(t, persoon(jaar, totAOW, o), nil)
				waar := fmt.Sprintf("%d: WOZ %d, rente %d", jaar, woz, rente)
				hoort(t, u, "eigenwoningforfait", e.forfait(n(woz)), waar)
				hoort(t, u, "eigen_woning", e.saldo(n(woz), n(rente)), waar)
				// The home changes the verzamelinkomen, not the tax: its benefit is left out.
				hoort(t, u, "verzamelinkomen", nietNegatief(som(n(50000), e.saldo(n(woz), n(rente)))), waar)
				hoort(t, u, "heffing_box1", omlaag(c.heffing(jaar, totAOW, n(50000))), waar)
				gezien++
			}
		}
	}
	if gezien < 4*4*10 {
		t.Errorf("maar %d gevallen", gezien)
	}
}

// The kindgebonden budget by itself, of an income that is stated.
func kgb(t testing.TB, op time.Time, kinderen []time.Time, samen bool, inkomens []*zaak.Bedrag, vermogen *zaak.Bedrag) (jaar, maand *big.Rat) {
	t.Helper()
	s := sheet.New()
	sc := s.Section(sheet.Section{ID: "huishouden", Soort: inkomen.Soort, Titel: "Huishouden"}, "i")
	h := inkomen.Huishouden{Op: op, Samen: samen}
	for i, b := range inkomens {
		h.Toetsingsinkomens = append(h.Toetsingsinkomens, sc.Input(sheet.Input{ID: fmt.Sprintf("inkomen_%d", i), Label: "Toetsingsinkomen", Unit: sheet.EURPerJaar, Value: b.Waarde}))
	}
	if vermogen != nil {
		h.Vermogens = []sheet.Expr{sc.Input(sheet.Input{ID: "vermogen", Label: "Vermogen", Unit: sheet.EUR, Value: vermogen.Waarde})}
	}
	for i, k := range kinderen {
		h.Kinderen = append(h.Kinderen, inkomen.Kind{Naam: fmt.Sprintf("kind %d", i), Geboren: k})
	}
	if !h.Heeft() {
		return n(0), n(0)
	}
	if _, err := inkomen.KindgebondenBudget(s, sc, normen(t), h); err != nil {
		t.Fatal(err)
	}
	r, err := s.Evaluate(sheet.Receipt{})
	if err != nil {
		t.Fatal(err)
	}
	u := uitslag{t, r}
	return u.bedrag("kgb.jaar"), u.bedrag("kgb.maand")
}

func TestEdgesKindgebondenBudget(t *testing.T) {
	c := leesTranscriptie(t)
	gezien := 0
	for jaar := eersteJaar; jaar <= laatsteJaar; jaar++ {
		op := dag(jaar, 7, 1)
		check := func(leeftijden []int, samen bool, inkomens []*zaak.Bedrag, vermogen *zaak.Bedrag, kinderen []time.Time, waar string) {
			t.Helper()
			if kinderen == nil {
				for _, l := range leeftijden {
					kinderen = append(kinderen, dag(jaar-l, 3, 1))
				}
			}
			totaal := n(0)
			for _, i := range inkomens {
				totaal = som(totaal, i.Waarde.Rat())
			}
			var v *big.Rat
			if vermogen != nil {
				v = vermogen.Waarde.Rat()
			}
			want := c.kgbPerJaar(jaar, leeftijden, samen, totaal, v)
			gotJaar, gotMaand := kgb(t, op, kinderen, samen, inkomens, vermogen)
			if maand := dichtstbij(gedeeld(want, n(12)), 2); gotJaar.Cmp(want) != 0 || gotMaand.Cmp(maand) != 0 {
				t.Errorf("%d, %s: %s per jaar en %s per maand, verwacht %s en %s", jaar, waar, gotJaar.FloatString(2), gotMaand.FloatString(2), want.FloatString(2), maand.FloatString(2))
			}
			gezien++
		}
		for _, samen := range []bool{false, true} {
			drempel, grens := c.kgb[jaar].drempel, c.kgb[jaar].grens
			if samen {
				drempel, grens = c.kgb[jaar].drempelSamen, c.kgb[jaar].grensSamen
			}
			waar := fmt.Sprintf("samen: %t", samen)
			for _, i := range append(rond(drempel), 0, 50000, 150000, 400000) {
				check([]int{8}, samen, []*zaak.Bedrag{euro(i)}, nil, nil, fmt.Sprintf("%s, inkomen %d", waar, i))
				if samen {
					check([]int{8}, samen, []*zaak.Bedrag{euro(i / 2), euro(i - i/2)}, nil, nil, fmt.Sprintf("%s, inkomens samen %d", waar, i))
				}
			}
			for _, v := range rond(grens) {
				check([]int{8}, samen, []*zaak.Bedrag{euro(15000)}, euro(v), nil, fmt.Sprintf("%s, vermogen %d", waar, v))
			}
			for aantal := 1; aantal <= 5; aantal++ {
				var tieners, kleintjes []int
				for i := range aantal {
					kleintjes = append(kleintjes, 2+i)
					tieners = append(tieners, 13+i)
				}
				check(kleintjes, samen, []*zaak.Bedrag{euro(45000)}, nil, nil, fmt.Sprintf("%s, %d kinderen", waar, aantal))
				check(tieners, samen, []*zaak.Bedrag{euro(45000)}, nil, nil, fmt.Sprintf("%s, %d oudere kinderen", waar, aantal))
			}
			// Each age on the birthday and on the day before.
			for _, l := range []int{0, 5, 6, 11, 12, 15, 16, 17, 18} {
				check([]int{l}, samen, []*zaak.Bedrag{euro(20000)}, nil, []time.Time{dag(jaar-l, 7, 1)}, fmt.Sprintf("%s, %d jaar geworden", waar, l))
				if l > 0 {
					check([]int{l - 1}, samen, []*zaak.Bedrag{euro(20000)}, nil, []time.Time{dag(jaar-l, 7, 2)}, fmt.Sprintf("%s, de dag voor de verjaardag van %d", waar, l))
				}
			}
		}
	}
	if gezien < 8*80 {
		t.Errorf("maar %d gevallen", gezien)
	}
}

// Not everything can be worked out; what cannot is said in words somebody can act on.
func TestRefusals(t *testing.T) {
	geboren := func(d time.Time) func(*inkomen.Opdracht) {
		return func(o *inkomen.Opdracht) { o.Wie.Geboren = &d }
	}
	winst := func(starter bool) zaak.Inkomensopbouw {
		return zaak.Inkomensopbouw{Winst: &zaak.Winst{
			Jaren: []zaak.Winstjaar{{Jaar: 2018, Winst: *euro(40000)}}, Uitgangspunt: zaak.WinstGemiddelde, Zelfstandigenaftrek: true, Startersaftrek: starter,
		}}
	}
	for _, g := range []struct {
		naam    string
		jaar    int
		groep   string
		opbouw  zaak.Inkomensopbouw
		anders  func(*inkomen.Opdracht)
		bekend  bool // whether it can be worked out after all
		woorden []string
	}{
		// AOW age 67 from 2024: who was born in 1958 reaches it in 2025.
		{"het jaar van de AOW-leeftijd", 2025, totAOW, loon(30000), geboren(dag(1958, 7, 15)), false, []string{"De ouder", "2025", "AOW-leeftijd"}},
		{"op de eerste dag", 2025, totAOW, loon(30000), geboren(dag(1958, 1, 2)), false, []string{"2025", "AOW-leeftijd"}},
		{"op de laatste dag", 2025, totAOW, loon(30000), geboren(dag(1958, 12, 31)), false, []string{"2025", "AOW-leeftijd"}},
		{"een jaar eerder", 2024, totAOW, loon(30000), geboren(dag(1958, 7, 15)), true, nil},
		{"een jaar later", 2026, vanafAOW, loon(30000), geboren(dag(1958, 7, 15)), true, nil},
		// 66 and 4 months in 2019 (art. 7a AOW).
		{"het jaar van de AOW-leeftijd in 2019", 2019, totAOW, loon(30000), geboren(dag(1953, 3, 1)), false, []string{"2019", "AOW-leeftijd"}},
		{"AOW onder de leeftijd", 2025, totAOW, zaak.Inkomensopbouw{Loon: []zaak.Loon{loonUit(zaak.UitkeringAOW, euro(15000))}}, nil, false, []string{"AOW", "geboortedatum"}},
		{"AOW zonder geboortedatum", 2025, totAOW, zaak.Inkomensopbouw{Loon: []zaak.Loon{loonUit(zaak.UitkeringAOW, euro(15000))}}, func(o *inkomen.Opdracht) { o.Wie.Geboren = nil }, false, []string{"AOW", "aow: ja"}},
		{"AOW zoals opgegeven", 2025, vanafAOW, zaak.Inkomensopbouw{Loon: []zaak.Loon{loonUit(zaak.UitkeringAOW, euro(15000))}}, func(o *inkomen.Opdracht) { o.Wie.Geboren, o.AOW = nil, ja(true) }, true, nil},
		{"zelfstandigenaftrek vanaf de AOW-leeftijd", 2025, vanafAOW, winst(false), nil, false, []string{"zelfstandigenaftrek", "AOW-leeftijd"}},
		{"zelfstandigenaftrek daarvoor", 2025, totAOW, winst(false), nil, true, nil},
		{"een jaar zonder cijfers", 2018, totAOW, loon(30000), nil, false, []string{"2018"}},
		{"een jaar dat er nog niet is", 2027, totAOW, loon(30000), nil, false, []string{"2027"}},
		{"kindgebonden budget buiten de cijfers telt niet voor het inkomen", 2026, totAOW, loon(30000), nil, true, nil},
	} {
		t.Run(g.naam, func(t *testing.T) {
			o := persoon(g.jaar, g.groep, g.opbouw)
			if g.anders != nil {
				g.anders(&o)
			}
			_, err := inkomen.Beschrijf(sheet.New(), normen(t), o)
			if controle := inkomen.Controleer(normen(t), inkomen.Opdracht{Wie: o.Wie, AOW: o.AOW, Op: o.Op, Opbouw: o.Opbouw}); (controle == nil) != (err == nil) || controle != nil && controle.Error() != err.Error() {
				t.Errorf("Controleer: %v, Beschrijf: %v", controle, err)
			}
			if g.bekend {
				if err != nil {
					t.Fatal(err)
				}
				return
			}
			if err == nil {
				t.Fatal("geen fout")
			}
			if !inkomen.IsOnberekenbaar(err) {
				t.Errorf("niet onberekenbaar: %v", err)
			}
			for _, w := range g.woorden {
				if !strings.Contains(err.Error(), w) {
					t.Errorf("%q noemt %q niet", err, w)
				}
			}
		})
	}
}

// TestMissingFigures: where the transcription has no figure the package says so,
// and where it has one the package works it out.
func TestMissingFigures(t *testing.T) {
	c := leesTranscriptie(t)
	for jaar := eersteJaar; jaar <= laatsteJaar; jaar++ {
		winst := func(zelfstandig, starter bool) zaak.Inkomensopbouw {
			return zaak.Inkomensopbouw{Winst: &zaak.Winst{
				Prognose: euro(40000), Uitgangspunt: zaak.WinstPrognose, Reden: "een nieuwe klant", Zelfstandigenaftrek: zelfstandig, Startersaftrek: starter,
			}}
		}
		bezit, schuld := zaak.Vermogen{Banktegoeden: euro(100000)}, zaak.Vermogen{Banktegoeden: euro(100000), Schulden: euro(50000)}
		b3, heeftBox3 := c.box3(jaar)
		_, heeftWoning := c.eigenWoning(jaar)
		mkb := c.jaarcijfer(jaar, "mkb_winstvrijstelling_rate") != nil
		for _, g := range []struct {
			wat    string
			groep  string
			opbouw zaak.Inkomensopbouw
			heeft  bool
			woord  string
		}{
			{"loon", totAOW, loon(30000), true, ""},
			{"pensioen voor 1946", voor1946, vroegerLoon(30000), c.heeft(jaar, voor1946), "1946"},
			{"winst", totAOW, winst(false, false), mkb, "mkb-winstvrijstelling"},
			{"zelfstandigenaftrek", totAOW, winst(true, false), mkb && c.jaarcijfer(jaar, "zelfstandigenaftrek") != nil, ""},
			{"startersaftrek", totAOW, winst(true, true), mkb && c.jaarcijfer(jaar, "zelfstandigenaftrek") != nil && c.jaarcijfer(jaar, "startersaftrek") != nil, ""},
			{"dividend", totAOW, zaak.Inkomensopbouw{Dividend: euro(10000)}, c.jaarcijfer(jaar, "box2_first_rate") != nil, "box 2"},
			{"vermogen", totAOW, zaak.Inkomensopbouw{Vermogen: &bezit}, heeftBox3, "box 3"},
			{"schulden", totAOW, zaak.Inkomensopbouw{Vermogen: &schuld}, heeftBox3 && b3.drempel != nil && b3.schulden != nil, ""},
			{"eigen woning", totAOW, zaak.Inkomensopbouw{EigenWoning: &zaak.EigenWoning{WOZ: euro(400000)}}, heeftWoning, "eigenwoningforfait"},
			{"saldo eigen woning", totAOW, zaak.Inkomensopbouw{EigenWoning: &zaak.EigenWoning{Saldo: euro(-4000)}}, true, ""},
		} {
			_, err := inkomen.Beschrijf(sheet.New(), normen(t), persoon(jaar, g.groep, g.opbouw))
			switch {
			case g.heeft && err != nil:
				t.Errorf("%d, %s: %v", jaar, g.wat, err)
			case !g.heeft && err == nil:
				t.Errorf("%d, %s: geen fout, terwijl het cijfer ontbreekt", jaar, g.wat)
			case !g.heeft && (!inkomen.IsOnberekenbaar(err) || !strings.Contains(err.Error(), g.woord) || !strings.Contains(err.Error(), fmt.Sprint(jaar))):
				t.Errorf("%d, %s: %q noemt %q of het jaar niet", jaar, g.wat, err, g.woord)
			}
		}
	}
	var geen *norms.GeenNormen
	_, err := inkomen.KindgebondenBudget(sheet.New(), sheet.Scope{}, normen(t), inkomen.Huishouden{Op: dag(2018, 7, 1), Kinderen: []inkomen.Kind{{Naam: "kind", Geboren: dag(2010, 1, 1)}}})
	if !errors.As(err, &geen) {
		t.Errorf("kindgebonden budget over 2018: %v", err)
	}
}

// A credit on cents, where the case file asks for it.
func TestCenten(t *testing.T) {
	c := leesTranscriptie(t)
	for jaar := eersteJaar; jaar <= laatsteJaar; jaar++ {
		o := persoon(jaar, totAOW, loon(43217))
		o.Keuzes.Belastingafronding = zaak.KeuzeCenten
		u := reken(t, o, nil)
		i := n(43217)
		heffing := dichtstbij(c.heffing(jaar, totAOW, i), 2)
		ahkBedrag, akBedrag := dichtstbij(c.korting(jaar, ahk, totAOW, i), 2), dichtstbij(c.korting(jaar, ak, totAOW, i), 2)
		hoort(t, u, "heffing_box1", heffing, "op centen")
		hoort(t, u, "algemene_heffingskorting", ahkBedrag, "op centen")
		hoort(t, u, "arbeidskorting", akBedrag, "op centen")
		hoort(t, u, "nbi", dichtstbij(gedeeld(som(i, new(big.Rat).Neg(heffing), ahkBedrag, akBedrag), n(12)), 2), "op centen")
	}
}

// Which rates hold follows from the day of birth: art. 2.10a Wet IB 2001 is for who was
// born before 1946. What is stated of the AOW age comes before it.
func TestAgeGroups(t *testing.T) {
	c := leesTranscriptie(t)
	const jaar, inkomen = 2024, 40000 // beyond the first bracket, but not for who was born before 1946
	for _, g := range []struct {
		waar    string
		geboren *time.Time
		aow     *bool
		groep   string
	}{
		{"geboren op de laatste dag van 1945", op(1945, 12, 31), nil, voor1946},
		{"geboren op de eerste dag van 1946", op(1946, 1, 1), nil, vanafAOW},
		{"geboren voor 1946, aow opgegeven", op(1945, 12, 31), ja(true), voor1946},
		// 66 years and 10 months in 2023 (art. 7a AOW): reached on 28 December 2023.
		{"kort voor dat jaar de AOW-leeftijd", op(1957, 2, 28), nil, vanafAOW},
		{"nog jaren te gaan", op(1980, 1, 1), nil, totAOW},
		{"niets opgegeven", nil, nil, totAOW},
		{"aow opgegeven, zonder geboortedatum", nil, ja(true), vanafAOW},
		{"niet, zonder geboortedatum", nil, ja(false), totAOW},
	} {
		o := persoon(jaar, totAOW, vroegerLoon(inkomen))
		o.Wie.Geboren, o.AOW = g.geboren, g.aow
		u := reken(t, o, nil)
		hoort(t, u, "heffing_box1", omlaag(c.heffing(jaar, g.groep, n(inkomen))), g.waar)
		want := n(0)
		if g.groep != totAOW {
			want = omhoog(c.korting(jaar, ouderen, g.groep, n(inkomen)))
		}
		hoort(t, u, "ouderenkorting", want, g.waar)
	}
}

func op(jaar, maand, d int) *time.Time {
	t := dag(jaar, maand, d)
	return &t
}

// The combinatiekorting goes by the age of a child on 1 January, and beside a partner
// to who earns less (art. 8.14a Wet IB 2001).
func TestEdgesCombinatiekorting(t *testing.T) {
	c := leesTranscriptie(t)
	for jaar := eersteJaar; jaar <= laatsteJaar; jaar++ {
		vol := omhoog(c.korting(jaar, iack, totAOW, n(30000)))
		for _, g := range []struct {
			waar     string
			kinderen []time.Time
			partner  *zaak.Partner
			zonder   bool
			gesteld  *bool
			recht    bool
		}{
			{"geen kinderen", nil, nil, false, nil, false},
			{"op 1 januari nog 11", []time.Time{dag(jaar-12, 1, 2)}, nil, false, nil, true},
			{"op 1 januari 12 geworden", []time.Time{dag(jaar-12, 1, 1)}, nil, false, nil, false},
			{"op 31 december 12 geworden", []time.Time{dag(jaar-13, 12, 31)}, nil, false, nil, false},
			{"een van beide jonger", []time.Time{dag(jaar-15, 6, 1), dag(jaar-4, 6, 1)}, nil, false, nil, true},
			{"partner verdient meer", []time.Time{dag(jaar-4, 6, 1)}, &zaak.Partner{Arbeidsinkomen: *euro(30001)}, false, nil, true},
			{"partner verdient minder", []time.Time{dag(jaar-4, 6, 1)}, &zaak.Partner{Arbeidsinkomen: *euro(29999)}, false, nil, false},
			{"partner verdient minder, telt niet", []time.Time{dag(jaar-4, 6, 1)}, &zaak.Partner{Arbeidsinkomen: *euro(29999)}, true, nil, true},
			{"opgegeven van wel", nil, nil, false, ja(true), true},
			{"opgegeven van wel, partner verdient minder", nil, &zaak.Partner{Arbeidsinkomen: *euro(10000)}, false, ja(true), true},
			{"opgegeven van niet", []time.Time{dag(jaar-4, 6, 1)}, nil, false, ja(false), false},
		} {
			o := loon(30000)
			o.Partner, o.Combinatiekorting = g.partner, g.gesteld
			opdracht := persoon(jaar, totAOW, o)
			opdracht.Kinderen, opdracht.ZonderPartner = g.kinderen, g.zonder
			want := n(0)
			if g.recht {
				want = vol
			}
			hoort(t, reken(t, opdracht, nil), "combinatiekorting", want, fmt.Sprintf("%d: %s", jaar, g.waar))
		}
		// Where a partner's income is not known, only what is stated counts.
		opdracht := persoon(jaar, totAOW, loon(30000))
		opdracht.Kinderen, opdracht.PartnerOnbekend = []time.Time{dag(jaar-4, 6, 1)}, true
		hoort(t, reken(t, opdracht, nil), "combinatiekorting", n(0), "partner met onbekend inkomen")
		opdracht.Opbouw.Combinatiekorting = ja(true)
		hoort(t, reken(t, opdracht, nil), "combinatiekorting", vol, "partner met onbekend inkomen, opgegeven")
	}
}

// Two who share a household: one of them has the combinatiekorting, with the same
// income the eldest.
func TestPair(t *testing.T) {
	for _, g := range []struct {
		waar           string
		loonA, loonB   int64
		jaarA, jaarB   int
		rechtA, rechtB bool
		kinderen       []time.Time
	}{
		{"a verdient minder", 20000, 30000, 1980, 1985, true, false, []time.Time{dag(2020, 1, 1)}},
		{"b verdient minder", 30000, 20000, 1980, 1985, false, true, []time.Time{dag(2020, 1, 1)}},
		{"gelijk, a de oudste", 30000, 30000, 1980, 1985, true, false, []time.Time{dag(2020, 1, 1)}},
		{"gelijk, b de oudste", 30000, 30000, 1985, 1980, false, true, []time.Time{dag(2020, 1, 1)}},
		{"geen kinderen", 20000, 30000, 1980, 1985, false, false, nil},
	} {
		a, b := persoon(2025, totAOW, loon(g.loonA)), persoon(2025, totAOW, loon(g.loonB))
		ga, gb := dag(g.jaarA, 1, 1), dag(g.jaarB, 1, 1)
		a.Wie.Geboren, b.Wie.Geboren = &ga, &gb
		a.Kinderen, b.Kinderen = g.kinderen, g.kinderen
		r, _, _ := rekenPaar(t, a, b)
		heeft := func(id string) bool {
			l := r.Line(id + ".combinatiekorting")
			return l != nil && l.Value.GreaterThan(decimal.Zero)
		}
		if heeft("i") != g.rechtA || heeft("j") != g.rechtB {
			t.Errorf("%s: %t en %t", g.waar, heeft("i"), heeft("j"))
		}
	}
}

// In a pair one may have the netto model: then nobody is known to earn less.
func TestPairWithNettoModel(t *testing.T) {
	a := persoon(2025, totAOW, loon(30000))
	b := persoon(2025, totAOW, zaak.Inkomensopbouw{Netto: &zaak.NettoModel{Grond: zaak.NettoBuitenland, Uitkering: euro(1200)}})
	r, ua, ub := rekenPaar(t, a, b)
	if got := r.Line("j.nbi").Value; !got.Equal(decimal.NewFromInt(1200)) {
		t.Errorf("NBI %s", got)
	}
	alleen := reken(t, a, nil)
	if got := r.Line("i.nbi").Value.Rat(); got.Cmp(alleen.bedrag("nbi")) != 0 {
		t.Errorf("NBI %s, alleen %s", got.FloatString(2), alleen.bedrag("nbi").FloatString(2))
	}
	if ua.Toetsingsinkomen == (sheet.Expr{}) || ub.Toetsingsinkomen != (sheet.Expr{}) {
		t.Error("het toetsingsinkomen hoort alleen bij het bruto model bekend te zijn")
	}
	// What cannot be worked out of either is refused.
	for _, wie := range []int{0, 1} {
		paar := []inkomen.Opdracht{persoon(2025, totAOW, loon(30000)), persoon(2025, totAOW, loon(30000))}
		paar[1].Sectie, paar[1].Prefix = "ander", "j"
		fout := dag(1958, 7, 15)
		paar[wie].Wie.Geboren = &fout
		if _, _, err := inkomen.BeschrijfPaar(sheet.New(), normen(t), paar[0], paar[1]); !inkomen.IsOnberekenbaar(err) {
			t.Errorf("%d: %v", wie, err)
		}
	}
}
