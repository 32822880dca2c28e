package calc_test

import (
	"regexp"
	"testing"

	"annex/calc"
	"annex/calc/zaak"
)

const volInkomen = `versie: 1
zaak: {datum: 2025-09-15}
ouders: [{id: moeder, geboren: 1984-03-03}, {id: vader, geboren: 1979-11-20}]
kinderen: [{id: lisa, geboren: 2016-05-01, hoofdverblijf: moeder}]
behoefte: {vastgesteld: {bedrag: 450, jaar: 2025, reden: beschikking}}
perioden:
  - vanaf: 2025-10-01
    moeder: {inkomen: {netto: {grond: laag-inkomen, bruto: 1900, loon: 1650, vakantietoeslag: 8}, toetsingsinkomen: 22000}}
    vader:
      inkomen:
        loon:
          - {bruto: 2450, tijdvak: vier_weken, vakantietoeslag: 8, dertiende_maand: 2000, pensioenpremie: 190, andere_premies: 10, netto_inhoudingen: 11, extra: [{omschrijving: ort, bedrag: 3600}]}
          - {jaaropgaaf: 12000, jaaropgaaf_van: 2024, bijtelling_auto: 3000}
        uitkeringen: [{soort: wia, bruto: 500}, {soort: pensioen, jaaropgaaf: 900}]
        winst: {jaren: [{jaar: 2023, winst: 1000}], zelfstandigenaftrek: ja, achterblijvend: {bedrag: 100, reden: x}}
        overige_werkzaamheden: 4200
        partneralimentatie: 100
        dividend: 2000
        vermogen: {banktegoeden: 90000, overige_bezittingen: 5000, schulden: 400, werkelijk_inkomen: 600}
        eigen_woning: {woz: 300000, rente: 7000}
        inkomensvoorzieningen: [{omschrijving: aov, bedrag: 1500}]
        persoonsgebonden_aftrek: [{omschrijving: pga, bedrag: 1600, telt_mee: ja}]
        overig_netto: [{omschrijving: on, bedrag: 25}]
        toeslagpartner: {toetsingsinkomen: 20000, arbeidsinkomen: 20001}
        toetsingsinkomen: 45000
        ook_voor_kinderen: [2019-03-01]
`

// Whatever is wrong with one key or one value of an income, it is reported, and what
// could not be read is not calculated with.
func TestKapotInkomen(t *testing.T) {
	set := load(t)
	lees := func(data string) zaak.Problemen {
		_, problemen := zaak.Lees("zaak.yaml", []byte(data), calc.Normcontrole(set))
		return problemen
	}
	if p := lees(volInkomen); p != nil {
		t.Fatal(p.Tekst())
	}
	begin := regexp.MustCompile(`(?m)^    moeder`).FindStringIndex(volInkomen)[0]
	kapot := func(soort, waarde string, plekken [][]int) {
		for _, p := range plekken {
			van, tot := begin+p[2], begin+p[3]
			data := volInkomen[:van] + waarde + volInkomen[tot:]
			if lees(data) == nil {
				t.Errorf("%s at %q: nothing is reported", soort, volInkomen[max(0, van-30):tot])
			}
		}
	}
	rest := volInkomen[begin:]
	waarden := regexp.MustCompile(`[a-z_]+: ([0-9][0-9.-]*|ja|wia|pensioen|laag-inkomen|vier_weken)[,}\n]`).FindAllStringSubmatchIndex(rest, -1)
	sleutels := regexp.MustCompile(`([a-z_]+): `).FindAllStringSubmatchIndex(rest, -1)
	if len(waarden) < 30 || len(sleutels) < 45 {
		t.Fatalf("%d values, %d keys", len(waarden), len(sleutels))
	}
	for _, w := range []string{"2.450,00", "maandelijks", "[1]", "{a: 1}", "*anker", `""`, "\x01", "-99999999999"} {
		kapot("value "+w, w, waarden)
	}
	kapot("key", "zzzzqqqq", sleutels)
}
