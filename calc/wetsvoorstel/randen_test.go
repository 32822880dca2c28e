package wetsvoorstel_test

import (
	"fmt"
	"testing"
	"time"

	"annex/calc/zaak"
)

// The edges of the tables on both sides: the cent or the day before, and the edge
// itself, with the figures typed in from the text of the concept-AMvB.

// Art. 5: at each edge what held before it, and what holds from it on.
func TestBehoefteRanden(t *testing.T) {
	set := load(t)
	for _, c := range []struct {
		vanaf                     int64
		een, twee, drie, vier     int64 // before the edge
		een2, twee2, drie2, vier2 int64 // from it on
	}{
		{1500, 250, 380, 460, 540, 250, 380, 460, 560},
		{2000, 250, 380, 460, 560, 270, 450, 585, 720},
		{2500, 270, 450, 585, 720, 330, 550, 715, 880},
		{3000, 330, 550, 715, 880, 390, 650, 845, 1040},
		{3500, 390, 650, 845, 1040, 450, 750, 975, 1200},
		{4000, 450, 750, 975, 1200, 510, 850, 1105, 1360},
		{4500, 510, 850, 1105, 1360, 570, 950, 1235, 1520},
		{5000, 570, 950, 1235, 1520, 630, 1050, 1365, 1680},
		{5500, 630, 1050, 1365, 1680, 690, 1150, 1495, 1840},
		{6000, 690, 1150, 1495, 1840, 750, 1250, 1625, 2000},
	} {
		voor := []int64{c.een, c.twee, c.drie, c.vier, c.vier, c.vier} // "4 of meer kinderen"
		vanaf := []int64{c.een2, c.twee2, c.drie2, c.vier2, c.vier2, c.vier2}
		for n := 1; n <= 6; n++ {
			for inkomen, wil := range map[centen]int64{euro(c.vanaf) - 1: voor[n-1], euro(c.vanaf): vanaf[n-1], euro(c.vanaf) + 1: vanaf[n-1]} {
				if got := waarde(t, bereken(t, geval(inkomen, euro(9000), euro(9000), n), set), "behoefte.behoefte"); got != euro(wil) {
					t.Errorf("%d kinderen, inkomen %d cent: behoefte %d cent, wil %d euro", n, inkomen, got, wil)
				}
			}
		}
	}
	for n, wil := range []int64{250, 380, 460, 540, 540, 540} {
		for _, inkomen := range []centen{0, 1, euro(1499)} {
			r := bereken(t, geval(inkomen, euro(9000), euro(9000), n+1), set)
			if got, minimum := waarde(t, r, "behoefte.behoefte"), waarde(t, r, "behoefte.minimum"); got != euro(wil) || minimum != euro(wil) {
				t.Errorf("%d kinderen, inkomen %d cent: behoefte %d, minimum %d, wil %d euro", n+1, inkomen, got, minimum, wil)
			}
		}
	}
	for n, wil := range []int64{750, 1250, 1625, 2000, 2000, 2000} {
		if got := waarde(t, bereken(t, geval(euro(50_000), euro(9000), euro(9000), n+1), set), "behoefte.behoefte"); got != euro(wil) {
			t.Errorf("%d kinderen, 50.000: behoefte %d, wil %d euro", n+1, got, wil)
		}
	}
}

// Art. 6: every step, at its limits; above them 285 more for every whole 450.
func TestDraagkrachtRanden(t *testing.T) {
	set := load(t)
	for _, c := range []struct{ inkomen, draagkracht, van, tot string }{
		{"0", "50", "0", "1000"}, {"999.99", "50", "0", "1000"},
		{"1000", "70", "1000", "1250"}, {"1249.99", "70", "1000", "1250"},
		{"1250", "140", "1250", "1500"}, {"1499.99", "140", "1250", "1500"},
		{"1500", "210", "1500", "1650"}, {"1649.99", "210", "1500", "1650"},
		{"1650", "305", "1650", "1800"}, {"1799.99", "305", "1650", "1800"},
		{"1800", "400", "1800", "1950"}, {"1949.99", "400", "1800", "1950"},
		{"1950", "495", "1950", "2100"}, {"2099.99", "495", "1950", "2100"},
		{"2100", "590", "2100", "2400"}, {"2399.99", "590", "2100", "2400"},
		{"2400", "780", "2400", "2700"}, {"2699.99", "780", "2400", "2700"},
		{"2700", "970", "2700", "3000"}, {"2999.99", "970", "2700", "3000"},
		{"3000", "1160", "3000", "3450"}, {"3449.99", "1160", "3000", "3450"},
		{"3450", "1445", "3450", "3900"}, {"3899.99", "1445", "3450", "3900"},
		{"3900", "1730", "3900", "4350"}, {"4349.99", "1730", "3900", "4350"},
		{"4350", "2015", "4350", "4800"}, {"4799.99", "2015", "4350", "4800"},
		{"4800", "2300", "4800", "5250"}, {"5249.99", "2300", "4800", "5250"},
		{"5250", "2585", "5250", "5700"}, {"5699.99", "2585", "5250", "5700"},
		{"5700", "2870", "5700", "6150"}, {"6149.99", "2870", "5700", "6150"},
		{"6150", "3155", "6150", "6600"}, {"6599.99", "3155", "6150", "6600"},
		{"6600", "3440", "6600", "7050"}, {"7049.99", "3440", "6600", "7050"}, // 3.155 + 285
		{"7050", "3725", "7050", "7500"}, {"7499.99", "3725", "7050", "7500"}, // + 2 x 285
		{"7500", "4010", "7500", "7950"},       // + 3 x 285
		{"15149.99", "8570", "14700", "15150"}, // (14.700 - 6.150) : 450 = 19; 3.155 + 19 x 285
		{"15150", "8855", "15150", "15600"},
	} {
		r := bereken(t, geval(euro(3000), cent(c.inkomen), euro(2000), 1), set)
		for id, wil := range map[string]string{"moeder.draagkracht": c.draagkracht, "moeder.trede_van": c.van, "moeder.trede_tot": c.tot} {
			if got := waarde(t, r, id); got != cent(wil) {
				t.Errorf("inkomen %s: %s is %d cent, wil %s", c.inkomen, id, got, wil)
			}
		}
	}
}

// kindVan is a plain case of one child, born on a day.
func kindVan(geboren time.Time, voorBehoefte centen) *zaak.Zaak {
	z := geval(voorBehoefte, euro(3000), euro(3000), 1)
	z.Kinderen[0].Geboren = geboren
	return z
}

// Art. 9: every step at every age. The parents have enough.
func TestKindgebondenRanden(t *testing.T) {
	set := load(t)
	geboren := []time.Time{day(2012, 1, 1), day(2007, 1, 1), day(2001, 1, 1)} // 3, 8 and 14 on 1 March 2015
	for _, c := range []struct {
		inkomen string
		kosten  [3]int64
	}{
		{"0", [3]int64{25, 35, 50}}, {"1499.99", [3]int64{25, 35, 50}},
		{"1500", [3]int64{35, 50, 70}}, {"1999.99", [3]int64{35, 50, 70}},
		{"2000", [3]int64{45, 65, 90}}, {"2499.99", [3]int64{45, 65, 90}},
		{"2500", [3]int64{55, 80, 110}}, {"2999.99", [3]int64{55, 80, 110}},
		{"3000", [3]int64{65, 95, 130}}, {"3499.99", [3]int64{65, 95, 130}},
		{"3500", [3]int64{75, 110, 150}}, {"3999.99", [3]int64{75, 110, 150}},
		{"4000", [3]int64{85, 125, 170}}, {"4499.99", [3]int64{85, 125, 170}},
		{"4500", [3]int64{95, 140, 190}}, {"4999.99", [3]int64{95, 140, 190}},
		{"5000", [3]int64{105, 155, 210}}, {"5499.99", [3]int64{105, 155, 210}},
		{"5500", [3]int64{115, 170, 230}}, {"5999.99", [3]int64{115, 170, 230}},
		{"6000", [3]int64{125, 185, 250}}, {"99999.99", [3]int64{125, 185, 250}},
	} {
		for i, wil := range c.kosten {
			if got := waarde(t, bereken(t, kindVan(geboren[i], cent(c.inkomen)), set), "kind_1.kindgebonden_kosten"); got != euro(wil) {
				t.Errorf("inkomen %s, geboren %s: %d cent, wil %d euro", c.inkomen, geboren[i].Format(time.DateOnly), got, wil)
			}
		}
	}
}

// Art. 9 lid 3: with a draagkracht at or below the minimum the minimum costs hold; a
// cent above it those of the income.
func TestKindgebondenOpHetMinimum(t *testing.T) {
	set := load(t)
	for _, c := range []struct {
		voorBehoefte, moeder, vader, teDragen, kosten int64
		wat                                           string
	}{
		{2500, 1250, 999, 250, 50, "140 + 50 = 190: de minimumbehoefte, en de kosten 50"},
		{2500, 1250, 1250, 280, 110, "140 + 140 = 280: tussen 250 en 330, en de kosten 110"},
		{1500, 1250, 999, 250, 50, "190 is minder dan de behoefte van 250, die ook het minimum is: de kosten 50 en niet 70"},
		{1500, 1500, 999, 250, 70, "210 + 50 = 260 is genoeg voor 250: de kosten van de trede, 70"},
	} {
		r := bereken(t, geval(euro(c.voorBehoefte), euro(c.moeder), euro(c.vader), 1), set)
		if got := waarde(t, r, "verdeling.te_dragen"); got != euro(c.teDragen) {
			t.Errorf("%s: te dragen %d", c.wat, got)
		}
		if got := waarde(t, r, "kind_1.kindgebonden_kosten"); got != euro(c.kosten) {
			t.Errorf("%s: kindgebonden kosten %d", c.wat, got)
		}
	}
	// Just the minimum: a stated draagkracht of 200, and 50, with a need of 330.
	for _, c := range []struct{ moeder, kosten centen }{{euro(200), euro(50)}, {euro(200) - 1, euro(50)}, {euro(200) + 1, euro(110)}} {
		z := geval(euro(2500), 0, euro(999), 1)
		z.Perioden[0].Situaties["moeder"] = zaak.Situatie{Draagkracht: &zaak.MetReden{Bedrag: *vanCenten(c.moeder, ""), Reden: "vastgesteld"}}
		if got := waarde(t, bereken(t, z, set), "kind_1.kindgebonden_kosten"); got != c.kosten {
			t.Errorf("draagkracht samen %d cent: kindgebonden kosten %d, wil %d", c.moeder+euro(50), got, c.kosten)
		}
	}
}

// The ages 6, 12, 18 and 23: the day before and the day itself. Income 3.000: costs of
// 65, 95 and 130.
func TestLeeftijdsranden(t *testing.T) {
	set := load(t)
	vanaf := day(2015, 3, 1)
	for _, c := range []struct {
		leeftijd   int
		ervoor, op int64
	}{{6, 65, 95}, {12, 95, 130}} {
		for _, x := range []struct {
			geboren time.Time
			wil     int64
		}{{vanaf.AddDate(-c.leeftijd, 0, 1), c.ervoor}, {vanaf.AddDate(-c.leeftijd, 0, 0), c.op}} {
			if got := waarde(t, bereken(t, kindVan(x.geboren, euro(3000)), set), "kind_1.kindgebonden_kosten"); got != euro(x.wil) {
				t.Errorf("%d jaar, geboren %s: %d cent, wil %d euro", c.leeftijd, x.geboren.Format(time.DateOnly), got, x.wil)
			}
		}
	}
	// Beside a child of 13: with the eldest the need is 650, without it 390.
	for _, c := range []struct {
		geboren   time.Time
		opleiding string
		wil       int64
	}{
		{vanaf.AddDate(-18, 0, 1), "", 650},
		{vanaf.AddDate(-18, 0, 0), zaak.OpleidingGeen, 390},
		{vanaf.AddDate(-18, 0, 0), zaak.OpleidingMBO, 650},
		{vanaf.AddDate(-23, 0, 1), zaak.OpleidingHBOWO, 650},
		{vanaf.AddDate(-23, 0, 1), zaak.OpleidingGeen, 390},
		{vanaf.AddDate(-23, 0, 0), zaak.OpleidingHBOWO, 390},
	} {
		z := geval(euro(3000), euro(3000), euro(3000), 2)
		z.Kinderen[1].Geboren = c.geboren
		if c.opleiding != "" {
			z.Perioden[0].Kinderen[1].Volwassen = &zaak.Volwassen{Opleiding: c.opleiding}
		}
		r := bereken(t, z, set)
		if got := waarde(t, r, "behoefte.behoefte"); got != euro(c.wil) {
			t.Errorf("geboren %s, opleiding %q: behoefte %d cent, wil %d euro", c.geboren.Format(time.DateOnly), c.opleiding, got, c.wil)
		}
		if c.opleiding != "" && c.wil == 650 {
			if got := waarde(t, r, "kind_2.kindgebonden_kosten"); got != euro(130) { // 12 to 23
				t.Errorf("geboren %s: kindgebonden kosten %d", c.geboren.Format(time.DateOnly), got)
			}
		}
	}
}

// A child of 29 February is a year older on 1 March of a common year.
func TestSchrikkeldag(t *testing.T) {
	set := load(t)
	for _, c := range []struct {
		vanaf time.Time
		wil   int64
	}{{day(2018, 2, 28), 65}, {day(2018, 3, 1), 95}} {
		z := kindVan(day(2012, 2, 29), euro(3000))
		z.Perioden[0].Vanaf = c.vanaf
		if got := waarde(t, bereken(t, z, set), "kind_1.kindgebonden_kosten"); got != euro(c.wil) {
			t.Errorf("op %s: %d cent, wil %d euro", c.vanaf.Format(time.DateOnly), got, c.wil)
		}
	}
}

// Art. 10 lid 3: every edge. Need 390, kindgebonden kosten 130: verblijfskosten 260, and
// the percentage of those.
func TestNachtenRanden(t *testing.T) {
	set := load(t)
	for _, c := range []struct {
		nachten    int64
		percentage int64
		verblijf   string
	}{
		{0, 0, "0"}, {19, 0, "0"},
		{20, 7, "18.20"}, {44, 7, "18.20"},
		{45, 14, "36.40"}, {69, 14, "36.40"},
		{70, 21, "54.60"}, {94, 21, "54.60"},
		{95, 29, "75.40"}, {119, 29, "75.40"},
		{120, 37, "96.20"}, {149, 37, "96.20"},
		{150, 45, "117"}, {169, 45, "117"},
		{170, 50, "130"}, {182, 50, "130"},
	} {
		z := geval(euro(3000), euro(3000), euro(3000), 1)
		z.Perioden[0].Kinderen[0].Zorg.Nachten = vanCenten(c.nachten*100, "kinderen[0].zorg.vader.nachten_per_jaar")
		r := bereken(t, z, set)
		if got := waarde(t, r, "kind_1.verblijfspercentage"); got != c.percentage*100 {
			t.Errorf("%d nachten: %d, wil %d procent", c.nachten, got, c.percentage)
		}
		if got := waarde(t, r, "kind_1.verblijf_vader"); got != cent(c.verblijf) {
			t.Errorf("%d nachten: verblijf %d cent, wil %s", c.nachten, got, c.verblijf)
		}
	}
}

// cent reads an amount such as 999.99.
func cent(s string) centen {
	var heel, deel int64
	if n, _ := fmt.Sscanf(s, "%d.%02d", &heel, &deel); n == 0 {
		panic(s)
	}
	return heel*100 + deel
}
