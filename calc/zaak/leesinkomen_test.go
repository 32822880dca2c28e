package zaak

import (
	"slices"
	"strings"
	"testing"
)

// What an income may hold, and what does not go together in it. %s is the income of
// the father in the period; want is the code and the place of each problem.
func TestInkomenControles(t *testing.T) {
	const bestand = `versie: 1
zaak: {datum: 2025-02-14}
ouders: [{id: moeder}, {id: vader}]
kinderen: [{id: noor, geboren: 2015-04-02, hoofdverblijf: moeder}]
behoefte: {vastgesteld: {bedrag: 450, jaar: 2024, reden: r}}
perioden: [{vanaf: 2025-03-01, moeder: {nbi: 2000}, vader: {%s}}]
`
	const v = "perioden[0].vader"
	for _, c := range []struct {
		vader string
		want  []string
	}{
		{"inkomen: {loon: [{bruto: 3200}]}", nil},
		{"kindgebonden_budget: 100", []string{"Z102 " + v + ".nbi"}},
		{"nbi: 2600, inkomen: {loon: [{bruto: 3200}]}", []string{"Z411 " + v + ".inkomen"}},
		{"inkomen: {combinatiekorting: ja}", []string{"Z102 " + v + ".inkomen"}},
		{"inkomen: 2600", []string{"Z105 " + v + ".inkomen"}},

		{"inkomen: {loon: []}", []string{"Z108 " + v + ".inkomen.loon"}},
		{"inkomen: {loon: [{tijdvak: maand}]}", []string{"Z102 " + v + ".inkomen.loon[0].bruto"}},
		{"inkomen: {loon: [{bruto: 3200, tijdvak: week}]}", []string{"Z212 " + v + ".inkomen.loon[0].tijdvak"}},
		{"inkomen: {loon: [{jaaropgaaf: 42000, dertiende_maand: 3000}]}", []string{"Z411 " + v + ".inkomen.loon[0].dertiende_maand"}},
		{"inkomen: {loon: [{jaaropgaaf: 42000, pensioenpremie: 100, vakantietoeslag: 8, extra: [{omschrijving: a, bedrag: 1}], andere_premies: 1}]}",
			[]string{"Z411 " + v + ".inkomen.loon[0].pensioenpremie", "Z411 " + v + ".inkomen.loon[0].vakantietoeslag", "Z411 " + v + ".inkomen.loon[0].extra", "Z411 " + v + ".inkomen.loon[0].andere_premies"}},
		{"inkomen: {loon: [{bruto: 3200, jaaropgaaf_van: 2024}]}", []string{"Z411 " + v + ".inkomen.loon[0].jaaropgaaf_van"}},
		{"inkomen: {loon: [{jaaropgaaf: 42000, jaaropgaaf_van: 24}]}", []string{"Z202 " + v + ".inkomen.loon[0].jaaropgaaf_van"}},
		{"inkomen: {loon: [{jaaropgaaf: 5000, bijtelling_auto: 5000.01}]}", []string{"Z415 " + v + ".inkomen.loon[0].bijtelling_auto"}},
		{"inkomen: {loon: [{jaaropgaaf: 10000001}]}", []string{"Z206 " + v + ".inkomen.loon[0].jaaropgaaf"}},
		{"inkomen: {loon: [{bruto: -3200}]}", []string{"Z205 " + v + ".inkomen.loon[0].bruto"}},

		{"inkomen: {uitkeringen: [{bruto: 1900}]}", []string{"Z102 " + v + ".inkomen.uitkeringen[0].soort"}},
		{"inkomen: {uitkeringen: [{soort: zw, bruto: 1900}]}", []string{"Z102 " + v + ".inkomen.uitkeringen[0].telt_als_arbeid"}},
		{"inkomen: {uitkeringen: [{soort: ww, bruto: 1900, telt_als_arbeid: ja}]}", []string{"Z411 " + v + ".inkomen.uitkeringen[0].telt_als_arbeid"}},

		{"inkomen: {winst: {zelfstandigenaftrek: ja}}", []string{"Z102 " + v + ".inkomen.winst.jaren"}},
		{"inkomen: {winst: {jaren: [{jaar: 2024, winst: 45000}]}}", []string{"Z102 " + v + ".inkomen.winst.zelfstandigenaftrek"}},
		{"inkomen: {winst: {jaren: [{jaar: 2024, winst: -45000}, {jaar: 2024, winst: 1}], zelfstandigenaftrek: nee}}", []string{"Z412 " + v + ".inkomen.winst.jaren[1].jaar"}},
		{"inkomen: {winst: {jaren: [{jaar: 2024, winst: 45000}], zelfstandigenaftrek: nee, startersaftrek: ja}}", []string{"Z411 " + v + ".inkomen.winst.startersaftrek"}},
		{"inkomen: {winst: {jaren: [{jaar: 2024, winst: 45000}], zelfstandigenaftrek: nee, uitgangspunt: jaar, jaar: 2023, reden: r}}", []string{"Z207 " + v + ".inkomen.winst.jaar"}},
		{"inkomen: {winst: {jaren: [{jaar: 2024, winst: 45000}], zelfstandigenaftrek: nee, uitgangspunt: jaar}}", []string{"Z102 " + v + ".inkomen.winst.jaar", "Z102 " + v + ".inkomen.winst.reden"}},
		{"inkomen: {winst: {zelfstandigenaftrek: nee, uitgangspunt: prognose}}", []string{"Z102 " + v + ".inkomen.winst.prognose", "Z102 " + v + ".inkomen.winst.reden"}},
		{"inkomen: {winst: {jaren: [{jaar: 2024, winst: 1}], zelfstandigenaftrek: nee, jaar: 2024, prognose: 1, reden: r}}",
			[]string{"Z411 " + v + ".inkomen.winst.jaar", "Z411 " + v + ".inkomen.winst.prognose", "Z411 " + v + ".inkomen.winst.reden"}},

		{"inkomen: {loon: [{bruto: 1}], eigen_woning: {rente: 6000}}", []string{"Z102 " + v + ".inkomen.eigen_woning.woz"}},
		{"inkomen: {loon: [{bruto: 1}], eigen_woning: {saldo: -6000, woz: 1}}", []string{"Z411 " + v + ".inkomen.eigen_woning.woz"}},
		{"inkomen: {loon: [{bruto: 1}], ook_voor_kinderen: [2025-02-15]}", []string{"Z408 " + v + ".inkomen.ook_voor_kinderen[0]"}},

		{"inkomen: {netto: {grond: laag-inkomen, loon: 1600}}", []string{"Z102 " + v + ".inkomen.netto.bruto"}},
		{"inkomen: {netto: {grond: niet-belast-in-nederland}}", []string{"Z102 " + v + ".inkomen.netto"}},
		{"inkomen: {netto: {grond: niet-belast-in-nederland, aow: 1, vakantietoeslag: 8}}", []string{"Z411 " + v + ".inkomen.netto.vakantietoeslag"}},
		{"inkomen: {loon: [{bruto: 1}], netto: {grond: niet-belast-in-nederland, loon: 1}}", []string{"Z411 " + v + ".inkomen.loon"}},
	} {
		_, problemen := Lees("zaak.yaml", []byte(strings.Replace(bestand, "%s", c.vader, 1)), Opties{})
		var got []string
		for _, p := range problemen {
			got = append(got, string(p.Code)[:4]+" "+p.Pad)
		}
		want := slices.Clone(c.want)
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s\n got %q\nwant %q", c.vader, got, want)
		}
	}
}

// Who is in the household is said once, and on a reference date the AOW age follows
// from the day of birth alone.
func TestInkomenEnHuishouden(t *testing.T) {
	const partner = "toeslagpartner: {toetsingsinkomen: 1, arbeidsinkomen: 1}"
	lees := func(behoefte, moeder, karel string) []string {
		data := `versie: 1
zaak: {datum: 2025-02-14}
ouders: [{id: moeder}, {id: vader}]
stiefouders: [{id: karel, echtgenoot_van: moeder}]
kinderen: [{id: noor, geboren: 2015-04-02, hoofdverblijf: moeder}]
behoefte: {` + behoefte + `}
perioden: [{vanaf: 2025-03-01, moeder: {` + moeder + `}, vader: {nbi: 2000}, karel: {` + karel + `}}]
`
		_, problemen := Lees("zaak.yaml", []byte(data), Opties{})
		var got []string
		for _, p := range problemen {
			got = append(got, string(p.Code)[:4]+" "+p.Pad)
		}
		return got
	}
	const vast, loon = "vastgesteld: {bedrag: 450, jaar: 2024, reden: r}", "loon: [{bruto: 3000}]"
	gezin := func(moeder, vader string) string {
		return "gezinsinkomen: {peildatum: 2025-01-01, moeder: {" + moeder + "}, vader: {" + vader + "}}"
	}
	for _, c := range []struct {
		naam, behoefte, moeder, karel string
		want                          []string
	}{
		{"beside a stepparent with a stated income", vast, "inkomen: {" + loon + ", " + partner + "}", "nbi: 1900", nil},
		{"beside one whose income is worked out", vast, "inkomen: {" + loon + ", " + partner + "}", "inkomen: {" + loon + "}", []string{"Z411 perioden[0].moeder.inkomen.toeslagpartner"}},
		{"one parent of the family", gezin("inkomen: {"+loon+", "+partner+"}", "nbi: 2000"), "nbi: 2000", "nbi: 1900", nil},
		{"both parents of the family", gezin("inkomen: {"+loon+", "+partner+"}", "inkomen: {"+loon+"}"), "nbi: 2000", "nbi: 1900", []string{"Z411 behoefte.gezinsinkomen.moeder.inkomen.toeslagpartner"}},
		{"never together", "nooit_samengewoond: {peildatum: 2025-01-01, moeder: {inkomen: {" + loon + ", " + partner + "}}, vader: {nbi: 2000}}", "nbi: 2000", "nbi: 1900",
			[]string{"Z411 behoefte.nooit_samengewoond.moeder.inkomen.toeslagpartner"}},
		{"AOW age stated in a period only", gezin("inkomen: {"+loon+"}", "nbi: 2000"), "nbi: 2000, aow: ja", "nbi: 1900", []string{"Z505 behoefte.gezinsinkomen.moeder.inkomen"}},
	} {
		if got := lees(c.behoefte, c.moeder, c.karel); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.naam, got, c.want)
		}
	}
}
