package zaak

import (
	"strings"
	"testing"
)

// allesWetsvoorstel has every key of Wetsvoorstel 34 154.
const allesWetsvoorstel = `versie: 1
zaak: {datum: 2026-02-14}
ouders: [{id: moeder}, {id: vader}]
stiefouders: [{id: karel, echtgenoot_van: moeder}]
kinderen:
  - id: noor
    geboren: 2016-04-02
    hoofdverblijf: moeder
    zorg: {vader: {nachten_per_jaar: 104, bron: productie 1, toelichting: ouderschapsplan}}
    kindgebonden_kosten: {vader: {percentage: 60, bron: productie 2, toelichting: par. 4}}
    overeengekomen_bijdrage: {bedrag: 300, betaler: vader, bron: productie 3, toelichting: par. 5}
  - id: sem # 22, studies
    geboren: 2004-01-01
    hoofdverblijf: moeder
    zorg: {vader: {dagen_per_week: 1, nachten_per_jaar: 50}}
    meerderjarig: {opleiding: hbo-wo, woont: thuis}
  - id: bas # 20, does not study
    geboren: 2006-01-01
    meerderjarig: {opleiding: geen, norm: mbo, woont: zelfstandig}
behoefte:
  gezinsinkomen:
    peildatum: 2024-06-01
    moeder: {inkomen: geen}
    vader: {inkomen: {loon: [{jaren: [{jaar: 2023, bedrag: 52000}, {jaar: 2022, bedrag: 50000}]}]}}
  wetsvoorstel:
    alimentatie_inkomen: {bedrag: 4200, bron: productie 4}
    eerdere_behoefte: {bedrag: 510, reden: beschikking van 24 juni 2024, bron: productie 5}
perioden:
  - vanaf: 2026-03-01
    moeder: {wetsvoorstel: {geen_inzicht: {reden: geen stukken overgelegd, bron: productie 6}}}
    vader:
      inkomen:
        loon:
          - {bruto: 3200, variabel: [{jaar: 2024, bedrag: 1500, bron: productie 7, toelichting: bonus}, {jaar: 2025, bedrag: 0}], bron: productie 8}
        uitkeringen: [{soort: wia, bruto: 400, variabel: [{jaar: 2025, bedrag: 100}, {jaar: 2024, bedrag: 90}]}]
      wetsvoorstel:
        eerder_inkomen: {bedrag: 3400, reden: ontslag op staande voet, bron: productie 9}
        eerdere_kinderen: [{omschrijving: Sam en Lot, bedrag: 310, bron: productie 10, toelichting: beschikking}]
        hardheidsclausule:
          reden: hoge schulden
          lasten: [{omschrijving: aflossing, bedrag: 400, bron: productie 11, toelichting: vonnis}, {omschrijving: deurwaarder, bedrag: 50}]
          bijstandsnorm: 1400
          bron: productie 12
          toelichting: overzicht
    karel: {nbi: 1900}
  - vanaf: 2026-06-01
    kinderen:
      - {kind: noor, kindgebonden_kosten: {moeder: {percentage: 100}}, overeengekomen_bijdrage: {bedrag: 320, betaler: vader}}
    moeder: {wetsvoorstel: {alimentatie_inkomen: 2900}}
    vader: {draagkracht: {bedrag: 300, reden: overeenkomst}}
methode: wetsvoorstel-34154
keuzes: {aandeelafronding: exact, inkomenstreden: geindexeerd}
`

func TestWetsvoorstel(t *testing.T) {
	z := goed(t, allesWetsvoorstel)
	if z.Methode != MethodeWetsvoorstel || z.Keuzes.Aandeelafronding != KeuzeExact || z.Keuzes.Inkomenstreden != KeuzeGeindexeerd {
		t.Errorf("%s %+v", z.Methode, z.Keuzes)
	}
	w := z.Behoefte.Wetsvoorstel
	if w.AlimentatieInkomen.Waarde.String() != "4200" || w.AlimentatieInkomen.Bron != "productie 4" || w.GeenInzicht != nil ||
		w.EerdereBehoefte.Bedrag.Waarde.String() != "510" || w.EerdereBehoefte.Reden != "beschikking van 24 juni 2024" || w.EerdereBehoefte.Bedrag.Bron != "productie 5" {
		t.Errorf("%+v", w)
	}
	toen := z.Behoefte.Gezinsinkomen.Ouders["vader"].Opbouw.Loon[0]
	if toen.Bruto != nil || toen.Jaaropgaaf != nil || len(toen.Jaren) != 2 || toen.Jaren[0].Jaar != 2022 || toen.Jaren[1].Bedrag.Waarde.String() != "52000" {
		t.Errorf("%+v", toen)
	}
	noor := z.Perioden[0].Kinderen[0]
	if n := noor.Zorg; n.Nachten.Waarde.String() != "104" || n.Nachten.Bron != "productie 1" || n.DagenPerWeek != nil || n.Percentage != nil {
		t.Errorf("%+v", n)
	}
	if k := noor.KindgebondenKosten; k.Ouder != "vader" || k.Percentage.Waarde.String() != "60" || k.Percentage.Bron != "productie 2" || k.Percentage.Toelichting != "par. 4" {
		t.Errorf("%+v", k)
	}
	if o := noor.Overeengekomen; o.Betaler != "vader" || o.Bedrag.Waarde.String() != "300" || o.Bedrag.Bron != "productie 3" {
		t.Errorf("%+v", o)
	}
	if later := z.Perioden[1].Kinderen[0]; later.KindgebondenKosten.Ouder != "moeder" || later.Overeengekomen.Bedrag.Waarde.String() != "320" || later.Zorg != noor.Zorg {
		t.Errorf("%+v", later)
	}
	if sem := z.Perioden[0].Kinderen[1]; sem.Volwassen == nil || sem.Zorg.Nachten.Waarde.String() != "50" || sem.Zorg.DagenPerWeek == nil {
		t.Errorf("%+v", sem)
	}
}

func TestWetsvoorstelInPeriode(t *testing.T) {
	p := goed(t, allesWetsvoorstel).Perioden
	moeder, vader := p[0].Situaties["moeder"], p[0].Situaties["vader"]
	if *moeder.Wetsvoorstel.GeenInzicht != (Reden{"geen stukken overgelegd", "productie 6"}) || moeder.NBI.Plek.is() || moeder.Opbouw != nil {
		t.Errorf("%+v", moeder)
	}
	v := vader.Opbouw.Loon[0].Variabel
	if len(v) != 2 || v[0].Jaar != 2024 || v[0].Bedrag.Bron != "productie 7" || v[0].Bedrag.Toelichting != "bonus" || v[1].Bedrag.Bron != "productie 8" {
		t.Errorf("%+v", v)
	}
	if u := vader.Opbouw.Loon[1].Variabel; len(u) != 2 || u[0].Jaar != 2024 || u[0].Bedrag.Waarde.String() != "90" {
		t.Errorf("%+v", u)
	}
	w := vader.Wetsvoorstel
	if w.EerderInkomen.Bedrag.Waarde.String() != "3400" || w.EerderInkomen.Reden != "ontslag op staande voet" || w.AlimentatieInkomen != nil || w.GeenInzicht != nil {
		t.Errorf("%+v", w)
	}
	if e := w.EerdereKinderen; len(e) != 1 || e[0].Omschrijving != "Sam en Lot" || e[0].Bedrag.Waarde.String() != "310" || e[0].Bedrag.Bron != "productie 10" {
		t.Errorf("%+v", e)
	}
	h := w.Hardheid
	if h.Reden != "hoge schulden" || len(h.Lasten) != 2 || h.Lasten[0].Bedrag.Bron != "productie 11" || h.Lasten[1].Bedrag.Bron != "productie 12" ||
		h.Bijstandsnorm.Waarde.String() != "1400" || h.Bijstandsnorm.Toelichting != "overzicht" {
		t.Errorf("%+v", h)
	}
	if p[0].Situaties["karel"].Wetsvoorstel != nil || p[1].Situaties["moeder"].Wetsvoorstel.AlimentatieInkomen.Waarde.String() != "2900" {
		t.Errorf("%+v", p)
	}
}

// A file under one method can be read for another, or for both.
func TestMethoden(t *testing.T) {
	for _, c := range []struct {
		data     string
		methoden []string
		want     string
	}{
		{basis, []string{MethodeWetsvoorstel}, MethodeWetsvoorstel},
		{basis, []string{MethodeWetsvoorstel, MethodeAlimentatienormen}, MethodeAlimentatienormen},
		{basis + "methode: wetsvoorstel-34154\n", []string{MethodeAlimentatienormen, MethodeWetsvoorstel}, MethodeWetsvoorstel},
		{basis + "methode: wetsvoorstel-34154\n", []string{MethodeAlimentatienormen}, MethodeAlimentatienormen},
	} {
		o := proefopties()
		o.Methoden = c.methoden
		z, p := Lees("zaak.yaml", []byte(c.data), o)
		if p != nil {
			t.Errorf("%v: %s", c.methoden, p.Tekst())
		} else if z.Methode != c.want {
			t.Errorf("%v: %s", c.methoden, z.Methode)
		}
	}
	o := proefopties()
	o.Methoden = []string{MethodeAlimentatienormen, MethodeWetsvoorstel}
	_, p := Lees("zaak.yaml", []byte(allesWetsvoorstel), o)
	for _, want := range []string{"perioden[0].moeder.nbi", "perioden[1].vader.nbi", "behoefte.gezinsinkomen.vader.inkomen.loon[0].bruto", "kinderen[0].zorg.vader"} {
		if !strings.Contains(p.Tekst(), "("+want+")") {
			t.Errorf("%s niet gemeld in\n%s", want, p.Tekst())
		}
	}
}
