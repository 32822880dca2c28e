package zaak

import (
	"reflect"
	"testing"
	"time"
)

// alles has every special situation; allesApart that of parents who never lived
// together.
const alles = `versie: 1
zaak: {datum: 2025-02-14, voor: griffie, namens: moeder}
ouders:
  - {id: moeder}
  - {id: vader}
stiefouders:
  - {id: karel, aanduiding: de stiefvader, naam: K. de Wit, geboren: 1980-02-03, echtgenoot_van: moeder}
kinderen:
  - id: noor # 9, moves to the other parent
    geboren: 2015-04-02
    hoofdverblijf: moeder
    zorg: {vader: {dagen_per_week: 1, verzoek_verschil: ja}}
    bijzondere_kosten:
      - {omschrijving: topsport, bedrag: 150, tegemoetkoming: 20, voor_scheiding: {bedrag: 100}}
    eerdere_bijdrage: {bedrag: 250, vastgesteld_op: 2022-06-24, betaler: vader, bron: productie 1, toelichting: beschikking}
  - id: sem # 18 in the second period
    geboren: 2007-09-01
    hoofdverblijf: vader
    zorg: {moeder: {percentage: 25, reden: ouderschapsplan}}
    meerderjarig:
      opleiding: mbo
      woont: thuis
      lesgeld: 120
      extra_kosten: [{omschrijving: reiskosten, bedrag: 60, bron: productie 2, toelichting: trein}]
      basisbeurs: 100
      aanvullende_beurs: 200
      tegemoetkoming: 30
      inkomen: {bedrag: 400, bron: productie 3}
      zorgtoeslag: 120
      lening: 50
      geen_woonlast: {bedrag: 150, reden: woont gratis, bron: productie 4, toelichting: kamer}
      bron: productie 5
      toelichting: overzicht van DUO
  - id: liv # 19, lives alone
    geboren: 2006-01-01
    meerderjarig: {opleiding: geen, norm: hbo-wo, woont: zelfstandig, leermiddelen: 60}
  - id: bas # 22, has a claim in the second period
    geboren: 2003-01-01
  - id: fay # 24, has none
    geboren: 2001-01-01
  - id: ot # a need of its own
    geboren: 2012-01-01
    hoofdverblijf: moeder
    behoefte: {bedrag: 500, jaar: 2023, reden: beschikking, bron: productie 6, toelichting: bijzondere school}
behoefte:
  gezinsinkomen:
    peildatum: 2024-01-01
    moeder: {nbi: 1150}
    vader: {nbi: 1800}
    stijging: {peildatum: 2025-06-01, ouder: vader, nbi: 4200, kindgebonden_budget: 90, bron: productie 7, toelichting: nieuwe baan}
perioden:
  - vanaf: 2025-03-01
    moeder:
      nbi: 2000
      langdurige_zorg: {eigen_bijdrage: 900, noodzakelijke_lasten: 300, reden: verpleeghuis, bron: productie 8, toelichting: CAK}
      aanvaardbaarheidstoets:
        reden: schulden
        woonlast: 750
        huurtoeslag: 50
        zorgpremie: 160
        zorgtoeslag: 100
        overige_zorgkosten: 32
        bijstandsnorm: 1345
        wooncomponent: 212
        normpremie: 68
        bron: productie 9
    vader:
      nbi: 2600
      inkomensverlies:
        oud_nbi: 3200
        zelf_veroorzaakt: ja
        herstelbaar: ja
        te_vergen: nee
        onthouden: ja
        reden: ontslag op staande voet
        bijstandsnorm: 1345
        bron: productie 10
        toelichting: vonnis
      lasten:
        - {omschrijving: auto, bedrag: 200, vermijdbaar: ja, vermijdbaar_deel: 50, verwijtbaar: ja, verwijtbaar_deel: {bedrag: 200, bron: productie 12}, bron: productie 11}
      andere_kinderen:
        - {omschrijving: Sam en Lot, aantal: 2, stiefkinderen: ja, behoefte: 700, draagkracht_anderen: 450, bron: productie 13, toelichting: berekening}
        - {omschrijving: Pim, aantal: 1, behoefte: 300, draagkracht_anderen: 0}
    karel: {nbi: 1900, verdiencapaciteit: {bedrag: 300, reden: kan meer werken}, woonlast: {bedrag: 400, soort: lager, reden: huurt}}
  - vanaf: 2026-01-01
    kinderen:
      - {kind: noor, hoofdverblijf: vader, zorg: {moeder: {dagen_per_week: 2}}}
      - {kind: bas, behoeftig: {reden: ziek, bron: productie 14}, behoefte: {bedrag: 800, jaar: 2025, reden: overeenkomst}}
      - {kind: ot, behoefte: {bedrag: 550, jaar: 2025, reden: overeenkomst}}
    moeder: {nbi: 2000, schuldsanering: {reden: geen ruimte}}
    vader: {nbi: 2600, voormalige_woning: {eigen_woonlast: 800, aandeel: 500}, draagkracht: {bedrag: 300, reden: overeenkomst}}
keuzes: {samenloop: aandeel, zorgtoeslag: aftrekken, zorgkorting_verschil: aandeel, belastingafronding: centen}
`

const allesApart = `versie: 1
zaak: {datum: 2025-02-14}
ouders: [{id: moeder}, {id: vader}]
kinderen: [{id: noor, geboren: 2015-04-02, hoofdverblijf: moeder}]
behoefte:
  nooit_samengewoond:
    peildatum: 2024-01-01
    moeder: {nbi: 2000, kindgebonden_budget: 400}
    vader: {nbi: 2600, kindgebonden_budget: 200}
    stijging:
      peildatum: 2025-02-01
      ouder: vader
      genoten_kindgebonden_budget: 380
      ontvangt_kindgebonden_budget: ja
      moeder: {nbi: 2100, kindgebonden_budget: 410, bron: productie 1}
      vader: {nbi: 4200}
perioden: [{vanaf: 2025-03-01, moeder: {nbi: 2000}, vader: {nbi: 2600}}]
`

// allesInkomen has every key of an income that is worked out.
const allesInkomen = `versie: 1
zaak: {datum: 2025-02-14}
ouders: [{id: moeder}, {id: vader}]
stiefouders: [{id: karel, echtgenoot_van: moeder}]
kinderen: [{id: noor, geboren: 2015-04-02, hoofdverblijf: moeder}]
behoefte:
  gezinsinkomen:
    peildatum: 2024-01-01
    moeder: {inkomen: {loon: [{bruto: 1800, tijdvak: vier_weken}]}}
    vader: {inkomen: {loon: [{jaaropgaaf: 40000, bijtelling_auto: 3000}], bron: productie 1}}
    stijging: {peildatum: 2025-01-01, ouder: vader, inkomen: {loon: [{bruto: 6000}]}}
perioden:
  - vanaf: 2025-03-01
    moeder:
      inkomen:
        loon:
          - omschrijving: verpleegkundige
            bruto: 2400
            tijdvak: maand
            vakantietoeslag: 8.33
            dertiende_maand: 1200
            extra: [{omschrijving: onregelmatigheidstoeslag, bedrag: 900, bron: productie 2, toelichting: gemiddelde}]
            pensioenpremie: 160
            andere_premies: 12.5
            netto_inhoudingen: 4
            jaaropgaaf: 30000
            jaaropgaaf_van: 2024
            bron: productie 3
            toelichting: loonstrook januari
          - {bruto: 5000, dga: ja, verdiencapaciteit: kan meer werken}
        uitkeringen:
          - {soort: zw, bruto: 300, telt_als_arbeid: ja}
          - {soort: pensioen, omschrijving: ABP, jaaropgaaf: 4000}
        overige_werkzaamheden: {bedrag: 1500, bron: productie 4}
        partneralimentatie: 200
        dividend: 5000
        vermogen: {banktegoeden: 90000, overige_bezittingen: 20000, schulden: 5000, werkelijk_inkomen: 900, bron: productie 5, toelichting: jaaroverzicht}
        eigen_woning: {woz: 350000, rente: 6000, bron: productie 6, toelichting: aanslag}
        inkomensvoorzieningen: [{omschrijving: AOV, bedrag: 2400}]
        persoonsgebonden_aftrek: [{omschrijving: specifieke zorgkosten, bedrag: 900, telt_mee: ja, bron: productie 7}]
        overig_netto: [{omschrijving: verhuur van een kamer, bedrag: 350, bron: productie 8}]
        combinatiekorting: ja
        alleenstaande_ouderenkorting: nee
        jonggehandicaptenkorting: ja
        toetsingsinkomen: 41000
        ook_voor_kinderen: [2019-05-01]
        bron: productie 10
        toelichting: overzicht
    vader:
      inkomen:
        winst:
          jaren: [{jaar: 2024, winst: 52000.5, bron: productie 11, toelichting: jaarrekening}, {jaar: 2023, winst: -3000}]
          uitgangspunt: jaar
          jaar: 2024
          reden: de onderneming is in 2024 overgenomen
          zelfstandigenaftrek: ja
          startersaftrek: ja
          achterblijvend: {bedrag: 5000, reden: aflossing, bron: productie 12, toelichting: kredietovereenkomst}
          bron: productie 13
          toelichting: accountant
        eigen_woning: {saldo: -4500}
    karel:
      inkomen:
        netto:
          grond: laag-inkomen
          bruto: 1900
          loon: 1500
          aow: 10
          uitkering: 20
          vakantietoeslag: 8
          bouwloon: 30
          pensioen: 40
          overig: 50
          bron: productie 14
          toelichting: specificaties
  - vanaf: 2025-06-01
    moeder:
      inkomen:
        netto: {grond: niet-belast-in-nederland, loon: 2100}
        toeslagpartner: {toetsingsinkomen: 30000, arbeidsinkomen: 28000, bron: productie 9, toelichting: beschikking}
    vader: {inkomen: {winst: {uitgangspunt: prognose, prognose: 48000, reden: nieuwe opdrachtgever, zelfstandigenaftrek: nee}}}
`

func TestInkomensopbouw(t *testing.T) {
	z := goed(t, allesInkomen)
	m := z.Perioden[0].Situaties["moeder"].Opbouw
	if len(m.Loon) != 4 || m.Loon[0].Omschrijving != "verpleegkundige" || m.Loon[1].Soort != LoonDGA || m.Loon[2].Soort != UitkeringZW || m.Loon[3].Omschrijving != "ABP" {
		t.Fatalf("%+v", m.Loon)
	}
	if l := m.Loon[0]; l.Bruto.Bron != "productie 3" || l.Extra[0].Bedrag.Bron != "productie 2" || !l.IsArbeid || l.Vakantietoeslag.Waarde.String() != "8.33" || l.Jaaropgaaf.Waarde.String() != "30000" {
		t.Errorf("%+v", l)
	}
	if !m.Loon[2].IsArbeid || m.Loon[3].IsArbeid || m.Loon[2].Omschrijving != "Ziektewetuitkering" {
		t.Errorf("%+v", m.Loon[2:])
	}
	if m.Dividend.Bron != "productie 10" || m.Overig.Bron != "productie 4" || m.OokVoor[0] != dag(2019, 5, 1) || !*m.Combinatiekorting || *m.AlleenstaandeOuderenkorting || !m.Aftrek[0].TeltMee {
		t.Errorf("%+v", m)
	}
	w := z.Perioden[0].Situaties["vader"].Opbouw.Winst
	if w.Jaren[0].Jaar != 2023 || w.Jaren[0].Winst.Waarde.String() != "-3000" || w.Jaren[0].Winst.Bron != "productie 13" || w.Jaren[1].Winst.Bron != "productie 11" || w.Achterblijvend.Bedrag.Bron != "productie 12" {
		t.Errorf("%+v", w)
	}
	if v := z.Behoefte.Gezinsinkomen.Ouders["vader"].Opbouw.Loon[0]; v.BijtellingAuto.Waarde.String() != "3000" || v.Plek.Pad != "behoefte.gezinsinkomen.vader.inkomen.loon[0]" {
		t.Errorf("%+v", v)
	}
	if k := z.Perioden[0].Situaties["karel"].Opbouw.Netto; k.Grond != NettoLaagInkomen || k.Overig.Waarde.String() != "50" || k.Overig.Bron != "productie 14" {
		t.Errorf("%+v", k)
	}
}

func TestPersonen(t *testing.T) {
	z := goed(t, alles)
	geboren := dag(1980, 2, 3)
	want := []Stiefouder{{Ouder{ID: "karel", Aanduiding: "de stiefvader", Naam: "K. de Wit", Geboren: &geboren}, "moeder"}}
	if !reflect.DeepEqual(z.Stiefouders, want) {
		t.Errorf("%+v", z.Stiefouders)
	}
	if s, ook := z.Perioden[0].Situaties["karel"]; !ook || s.NBI.Waarde.String() != "1900" || len(z.Perioden[1].Situaties) != 2 {
		t.Errorf("%+v", z.Perioden)
	}
	e := z.Kinderen[0].EerdereBijdrage
	if e.Bedrag.Waarde.String() != "250" || e.Bedrag.Bron != "productie 1" || e.Bedrag.Toelichting != "beschikking" || !e.VastgesteldOp.Equal(dag(2022, 6, 24)) || e.Betaler != "vader" {
		t.Errorf("%+v", e)
	}
	if z.Kinderen[1].EerdereBijdrage != nil {
		t.Error("eerdere bijdrage zonder dat die is opgegeven")
	}
	if z.Keuzes != (Keuzes{KeuzeTabelbedrag, KeuzeAandeel, KeuzeAftrekken, KeuzeAandeel, KeuzeCenten, KeuzeVerrekenen, KeuzeAandeel, KeuzeHeleProcenten, KeuzeGepubliceerd}) {
		t.Errorf("%+v", z.Keuzes)
	}
}

// What holds for a child in a period: what the period says, else what stands
// with the child, with the place where it really stands.
func TestKinderenInPeriode(t *testing.T) {
	z := goed(t, alles)
	eerste, tweede := z.Perioden[0].Kinderen, z.Perioden[1].Kinderen
	if len(eerste) != 6 || len(tweede) != 6 {
		t.Fatalf("%d en %d kinderen", len(eerste), len(tweede))
	}
	if k := eerste[0]; k.Hoofdverblijf != "moeder" || k.Zorg.Ouder != "vader" || !k.Zorg.VerzoekVerschil ||
		k.Zorg.DagenPerWeek.Plek.Pad != "kinderen[0].zorg.vader.dagen_per_week" {
		t.Errorf("noor: %+v", k)
	}
	if k := tweede[0]; k.Hoofdverblijf != "vader" || k.Zorg.Ouder != "moeder" || k.Zorg.VerzoekVerschil ||
		k.Zorg.DagenPerWeek.Plek.Pad != "perioden[1].kinderen[0].zorg.moeder.dagen_per_week" {
		t.Errorf("noor: %+v", k)
	}
	if k := eerste[1]; k.Volwassen != nil || k.Hoofdverblijf != "vader" {
		t.Errorf("sem, 17: %+v", k)
	}
	if k := tweede[1]; k.Volwassen == nil || k.Zorg.Ouder != "moeder" {
		t.Errorf("sem, 18: %+v", k)
	}
	if k := eerste[2]; k.Volwassen == nil || k.Hoofdverblijf != "" || k.Zorg != nil {
		t.Errorf("liv: %+v", k)
	}
	if k := eerste[3]; k.Volwassen != nil || k.Behoefte != nil || k.Behoeftig != nil {
		t.Errorf("bas: %+v", k)
	}
	if k := tweede[3]; k.Behoefte.Bedrag.Waarde.String() != "800" || *k.Behoeftig != (Reden{"ziek", "productie 14"}) {
		t.Errorf("bas: %+v", k)
	}
	if k := tweede[4]; k != (KindSituatie{}) {
		t.Errorf("fay: %+v", k)
	}
	ot := eerste[5].Behoefte
	if ot.Bedrag.Waarde.String() != "500" || ot.Jaar != 2023 || ot.Reden != "beschikking" || ot.Bedrag.Bron != "productie 6" {
		t.Errorf("ot: %+v", ot)
	}
	if ot := tweede[5]; ot.Behoefte.Jaar != 2025 || ot.Hoofdverblijf != "moeder" || ot.Behoefte.Bedrag.Plek.Pad != "perioden[1].kinderen[2].behoefte.bedrag" {
		t.Errorf("ot: %+v", ot)
	}
}

func TestVolwassen(t *testing.T) {
	z := goed(t, alles)
	sem := z.Perioden[1].Kinderen[1].Volwassen
	if sem.Opleiding != OpleidingMBO || sem.Norm != OpleidingMBO || sem.Zelfstandig || sem.Leermiddelen != nil {
		t.Errorf("%+v", sem)
	}
	for _, c := range []struct {
		b    *Bedrag
		want string
		bron string
	}{
		{sem.Lesgeld, "120", "productie 5"}, {sem.Basisbeurs, "100", "productie 5"}, {sem.Aanvullend, "200", "productie 5"},
		{sem.Tegemoetkoming, "30", "productie 5"}, {sem.Inkomen, "400", "productie 3"}, {sem.Zorgtoeslag, "120", "productie 5"},
		{sem.Lening, "50", "productie 5"}, {&sem.GeenWoonlast.Bedrag, "150", "productie 4"}, {&sem.ExtraKosten[0].Bedrag, "60", "productie 2"},
	} {
		if c.b == nil || c.b.Waarde.String() != c.want || c.b.Bron != c.bron {
			t.Errorf("%+v, wil %s %s", c.b, c.want, c.bron)
		}
	}
	if sem.GeenWoonlast.Reden != "woont gratis" || sem.ExtraKosten[0].Omschrijving != "reiskosten" {
		t.Errorf("%+v", sem)
	}
	liv := z.Perioden[0].Kinderen[2].Volwassen
	if liv.Opleiding != OpleidingGeen || liv.Norm != OpleidingHBOWO || !liv.Zelfstandig || liv.Leermiddelen.Waarde.String() != "60" ||
		liv.Leermiddelen.Plek.Pad != "kinderen[2].meerderjarig.leermiddelen" {
		t.Errorf("%+v", liv)
	}
}

func TestStijging(t *testing.T) {
	s := goed(t, alles).Behoefte.Gezinsinkomen.Stijging
	if s.Ouder != "vader" || !s.Peildatum.Equal(dag(2025, 6, 1)) || s.NBI.Waarde.String() != "4200" || s.NBI.Bron != "productie 7" ||
		s.KindgebondenBudget.Waarde.String() != "90" {
		t.Errorf("%+v", s)
	}
	n := goed(t, allesApart).Behoefte.NooitSamengewoond
	a := n.Stijging
	if a.Ouder != "vader" || !a.Peildatum.Equal(dag(2025, 2, 1)) || a.GenotenKGB.Waarde.String() != "380" || !a.OntvangtKGB {
		t.Errorf("%+v", a)
	}
	if n.Ouders["moeder"].NBI.Waarde.String() != "2000" || a.Ouders["moeder"].NBI.Waarde.String() != "2100" ||
		a.Ouders["moeder"].KindgebondenBudget.Bron != "productie 1" || a.Ouders["vader"].NBI.Plek.Pad != "behoefte.nooit_samengewoond.stijging.vader.nbi" {
		t.Errorf("%+v", n)
	}
}

func TestOmstandigheden(t *testing.T) {
	z := goed(t, alles)
	moeder, vader := z.Perioden[0].Situaties["moeder"], z.Perioden[0].Situaties["vader"]
	zorg := moeder.LangdurigeZorg
	if zorg.EigenBijdrage.Waarde.String() != "900" || zorg.NoodzakelijkeLasten.Waarde.String() != "300" || zorg.Reden != "verpleeghuis" ||
		zorg.NoodzakelijkeLasten.Bron != "productie 8" {
		t.Errorf("%+v", zorg)
	}
	toets := moeder.Toets
	for i, b := range []*Bedrag{&toets.Woonlast, toets.Huurtoeslag, &toets.Zorgpremie, toets.Zorgtoeslag, toets.OverigeZorgkosten,
		toets.Bijstandsnorm, toets.Wooncomponent, toets.Normpremie} {
		if want := []string{"750", "50", "160", "100", "32", "1345", "212", "68"}[i]; b == nil || b.Waarde.String() != want || b.Bron != "productie 9" {
			t.Errorf("%+v, wil %s", b, want)
		}
	}
	verlies := vader.Inkomensverlies
	if verlies.OudNBI.Waarde.String() != "3200" || !verlies.ZelfVeroorzaakt || !verlies.Herstelbaar || verlies.TeVergen || !verlies.Onthouden ||
		verlies.Bijstandsnorm.Waarde.String() != "1345" || verlies.Reden != "ontslag op staande voet" || verlies.OudNBI.Toelichting != "vonnis" {
		t.Errorf("%+v", verlies)
	}
	last := vader.Lasten[0]
	if !last.Vermijdbaar || !last.Verwijtbaar || last.VermijdbaarDeel.Waarde.String() != "50" || last.VermijdbaarDeel.Bron != "productie 11" ||
		last.VerwijtbaarDeel.Bron != "productie 12" {
		t.Errorf("%+v", last)
	}
	anderen := vader.AndereKinderen
	if len(anderen) != 2 || anderen[0].Omschrijving != "Sam en Lot" || anderen[0].Aantal != 2 || !anderen[0].Stiefkinderen ||
		anderen[0].Behoefte.Waarde.String() != "700" || anderen[0].AndereDraagkracht.Bron != "productie 13" || anderen[1].Stiefkinderen {
		t.Errorf("%+v", anderen)
	}
}

// behoefte is asked for only when a child below 18 has no need of its own.
func TestBehoefteOverbodig(t *testing.T) {
	for _, kind := range []string{
		"{id: c, geboren: 2015-04-02, hoofdverblijf: a, behoefte: {bedrag: 450, jaar: 2024, reden: beschikking}}",
		"{id: c, geboren: 2006-04-02, meerderjarig: {opleiding: mbo, woont: zelfstandig}}",
		"{id: c, geboren: 2000-04-02}, {id: d, geboren: 2006-04-02, meerderjarig: {opleiding: mbo, woont: zelfstandig}}",
	} {
		goed(t, `
versie: 1
zaak: {datum: 2025-02-14}
ouders: [{id: a}, {id: b}]
kinderen: [`+kind+`]
perioden: [{vanaf: 2025-03-01, a: {nbi: 0}, b: {nbi: 2600.5}}]
`)
	}
}

// Each norm is asked for the periods in which something needs it.
func TestNormenVanSituaties(t *testing.T) {
	var gevraagd []string
	vraag := func(wat string) func(time.Time) error {
		return func(d time.Time) error { gevraagd = append(gevraagd, wat+" "+d.Format(time.DateOnly)); return nil }
	}
	opties := Opties{
		NormenStudie:   vraag("studie"),
		NormenToets:    func(vanaf time.Time, wie Ouder, _ Situatie) error { return vraag("toets " + wie.ID)(vanaf) },
		NormenBehoefte: func(p, vanaf time.Time) error { return vraag("behoefte " + p.Format(time.DateOnly))(vanaf) },
		NormenIndexering: func(jaar int, vanaf time.Time) error {
			return vraag("indexering " + dag(jaar, 1, 1).Format("2006"))(vanaf)
		},
	}
	if _, p := Lees("-", []byte(alles), opties); p != nil {
		t.Fatal(p.Tekst())
	}
	want := []string{
		"studie 2025-03-01", // liv
		"toets moeder 2025-03-01", "toets vader 2025-03-01",
		"studie 2026-01-01",
		"behoefte 2024-01-01 2025-03-01", "behoefte 2024-01-01 2026-01-01",
		"behoefte 2025-06-01 2026-01-01",                           // the rise, in the period after it
		"indexering 2022 2025-03-01", "indexering 2022 2026-01-01", // the earlier contribution
		"indexering 2023 2025-03-01",                               // ot
		"indexering 2025 2026-01-01", "indexering 2025 2026-01-01", // bas and ot
	}
	if !reflect.DeepEqual(gevraagd, want) {
		t.Errorf("\n%q, wil\n%q", gevraagd, want)
	}
}
