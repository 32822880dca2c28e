package zaak

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"
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

func onderWetsvoorstel() Opties { return Opties{Methoden: []string{MethodeWetsvoorstel}} }

// periodeVan puts other lines in the place of what both have in the period of the basis.
func periodeVan(regels string, want ...string) geval {
	return geval{basis[strings.Index(basis, "    moeder: {nbi: 2000}"):], regels, want}
}

// behoefteVan puts another need in the place of that of the basis.
func behoefteVan(behoefte string, want ...string) geval {
	return geval{basis[strings.Index(basis, "behoefte:"):strings.Index(basis, "perioden:")], behoefte + "\n", want}
}

func TestMethodeVanHetBestand(t *testing.T) {
	controleerGevallen(t, Opties{}, []geval{
		{"versie: 1\n", "versie: 1\nmethode: wetsvoorstel-34154\n", nil},
		{"versie: 1\n", "versie: 1\nmethode: §wetsvoorstel\n", []string{`Z212 methode | "wetsvoorstel" is hier geen mogelijkheid. | bedoelt u wetsvoorstel-34154?`}},
		{"versie: 1\n", "versie: 1\nkeuzes: {aandeelafronding: §procenten}\n", []string{`Z212 keuzes.aandeelafronding | "procenten" is hier geen mogelijkheid. | `}},
		{"versie: 1\n", "versie: 1\nkeuzes: {inkomenstreden: §geïndexeerd}\n", []string{`Z212 keuzes.inkomenstreden | "geïndexeerd" is hier geen mogelijkheid. | bedoelt u geindexeerd?`}},
	})
}

// Under a method that cannot be read, nothing is asked that only one of them asks.
func TestMethodeMetEenTikfout(t *testing.T) {
	vastgesteld := behoefteVan("behoefte: {vastgesteld: {bedrag: 450, jaar: 2024, reden: r}}")
	inkomen := behoefteVan("behoefte: {wetsvoorstel: {alimentatie_inkomen: 4200}}")
	for _, data := range []string{
		allesWetsvoorstel, basis, alles,
		strings.Replace(basis, vastgesteld.oud, vastgesteld.nieuw, 1), strings.Replace(basis, inkomen.oud, inkomen.nieuw, 1),
		strings.Replace(basis, "{dagen_per_week: 1}", "{nachten_per_jaar: 52}", 1), strings.Replace(basis, "{dagen_per_week: 1}", "{percentage: 30, reden: r}", 1),
	} {
		data = strings.Replace(data, "methode: wetsvoorstel-34154\n", "", 1) + "methode: wetsvoorstel-34145\n"
		_, p := Lees("zaak.yaml", []byte(data), proefopties())
		if len(p) != 1 || p[0].Code != codeOnbekendeKeuze || p[0].Hint != "bedoelt u wetsvoorstel-34154?" {
			t.Errorf("%s\n%s", p.Tekst(), data)
		}
	}
	_, p := Lees("zaak.yaml", []byte(strings.Replace(basis, "behoefte:", "methode:\nbehoefte:", 1)), proefopties())
	if len(p) != 1 {
		t.Error(p.Tekst())
	}
}

func TestBehoefteOnderWetsvoorstel(t *testing.T) {
	const (
		geenManier = "Z107 behoefte | Er staat niet hoe de behoefte wordt bepaald. | of geef wetsvoorstel.alimentatie_inkomen op, of wetsvoorstel.geen_inzicht"
		vast       = "Z506 behoefte.vastgesteld | Het wetsvoorstel 34 154 rekent niet met een vastgesteld eigen aandeel: welk deel daarvan kindgebonden kosten zijn, hangt van het inkomen af. | " +
			"geef behoefte.wetsvoorstel.alimentatie_inkomen op: het inkomen waaruit de behoefte volgt; een behoefte die onder de huidige wet is vastgesteld, hoort bij behoefte.wetsvoorstel.eerdere_behoefte"
	)
	controleerGevallen(t, onderWetsvoorstel(), []geval{
		behoefteVan("behoefte: {wetsvoorstel: {alimentatie_inkomen: 4200}}"),
		behoefteVan("behoefte: {wetsvoorstel: {geen_inzicht: {reden: r}}}"),
		behoefteVan("behoefte: {gezinsinkomen: {peildatum: 2025-01-01, moeder: {nbi: 1}, vader: {nbi: 2}}, wetsvoorstel: {geen_inzicht: {reden: r}}}"),
		behoefteVan("§behoefte: {wetsvoorstel: {eerdere_behoefte: {bedrag: 400, reden: r}}}", geenManier),
		behoefteVan("§behoefte: {wetsvoorstel: {}}", geenManier),
		behoefteVan("§behoefte: {}", geenManier),
		behoefteVan("behoefte: {wetsvoorstel: §4200}", "Z105 behoefte.wetsvoorstel | Hier staat de waarde \"4200\"; hier hoort een blok met sleutels. | "),
		behoefteVan("behoefte: {wetsvoorstel: {alimentatie_inkomen: 4200, §geen_inzicht: {reden: r}}}",
			"Z411 behoefte.wetsvoorstel.geen_inzicht | alimentatie_inkomen en geen_inzicht gaan niet samen. | "),
		behoefteVan("behoefte: {wetsvoorstel: {§geen_inzicht: {bron: productie 1}}}",
			"Z102 behoefte.wetsvoorstel.geen_inzicht.reden | De sleutel reden ontbreekt. | "),
		behoefteVan("behoefte: {§vastgesteld: {bedrag: 450, jaar: 2024, reden: r}}", vast),
		behoefteVan("behoefte: {§vastgesteld: {bedrag: 450, jaar: 2024, reden: r}, wetsvoorstel: {alimentatie_inkomen: 4200}}", vast),
		behoefteVan("", "1:1 Z102 behoefte | De sleutel behoefte ontbreekt. | "),
	})
	controleerGevallen(t, Opties{}, []geval{
		behoefteVan("behoefte: {vastgesteld: {bedrag: 450, jaar: 2024, reden: r}, wetsvoorstel: {alimentatie_inkomen: 4200}}"),
		behoefteVan("§behoefte: {wetsvoorstel: {alimentatie_inkomen: 4200}}",
			"Z107 behoefte | Er staat niet hoe de behoefte wordt bepaald. | wat onder wetsvoorstel staat, telt alleen bij methode: wetsvoorstel-34154"),
	})
	beide := Opties{Methoden: []string{MethodeAlimentatienormen, MethodeWetsvoorstel}}
	controleerGevallen(t, beide, []geval{
		behoefteVan("behoefte: {§vastgesteld: {bedrag: 450, jaar: 2024, reden: r}, wetsvoorstel: {alimentatie_inkomen: 4200}}", vast),
	})
}

func TestOuderOnderWetsvoorstel(t *testing.T) {
	const ontbreekt = "Z102 perioden[0].moeder.inkomen | De sleutel inkomen ontbreekt. | "
	controleerGevallen(t, onderWetsvoorstel(), []geval{
		periodeVan("    moeder: {wetsvoorstel: {alimentatie_inkomen: 2900}}\n    vader: {wetsvoorstel: {geen_inzicht: {reden: r}}}\n"),
		periodeVan("    moeder: {draagkracht: {bedrag: 100, reden: r}}\n    vader: {inkomen: geen}\n"),
		periodeVan("    §moeder: {bijstand: ja}\n    vader: {nbi: 2600}\n", ontbreekt),
		periodeVan("    §moeder: {wetsvoorstel: {eerder_inkomen: {bedrag: 3000, reden: r}}}\n    vader: {nbi: 2600}\n", ontbreekt),
		periodeVan("    moeder: {wetsvoorstel: {eerdere_kinderen: [§{bedrag: 210}]}, nbi: 1}\n    vader: {nbi: 2600}\n",
			"Z102 perioden[0].moeder.wetsvoorstel.eerdere_kinderen[0].omschrijving | De sleutel omschrijving ontbreekt. | "),
		periodeVan("    moeder: {wetsvoorstel: {§hardheidsclausule: {lasten: []}}, nbi: 1}\n    vader: {nbi: 2600}\n",
			"Z102 perioden[0].moeder.wetsvoorstel.hardheidsclausule.reden | De sleutel reden ontbreekt. | "),
	})
	controleerGevallen(t, Opties{}, []geval{
		periodeVan("    §moeder: {wetsvoorstel: {alimentatie_inkomen: 2900}}\n    vader: {nbi: 2600}\n", "Z102 perioden[0].moeder.nbi | De sleutel nbi ontbreekt. | "),
		{"kinderen:", "stiefouders: [{id: karel, echtgenoot_van: moeder}]\nkinderen:", nil},
	})
	stief := strings.Replace(allesWetsvoorstel, "karel: {nbi: 1900}", "karel: {wetsvoorstel: {alimentatie_inkomen: 1900}}", 1)
	_, p := Lees("zaak.yaml", []byte(stief), proefopties())
	if s := p.Tekst(); len(p) != 2 || !strings.Contains(s, "(perioden[0].karel.nbi)") || !strings.Contains(s, `"wetsvoorstel" is geen sleutel van een stiefouder in een periode.`) {
		t.Error(s)
	}
}

func TestAfsprakenOverEenKind(t *testing.T) {
	const noor = "{id: noor, geboren: 2015-04-02, hoofdverblijf: moeder, "
	controleerGevallen(t, Opties{}, []geval{
		metKind(noor + "kindgebonden_kosten: {moeder: {percentage: 0}}}"),
		metKind(noor+"kindgebonden_kosten: {§oma: {percentage: 50}}}", `Z106 kinderen[0].kindgebonden_kosten.oma | Er is geen ouder met de id "oma". | `),
		metKind(noor+"kindgebonden_kosten: {vader: {percentage: 50}, §moeder: {percentage: 50}}}",
			"Z411 kinderen[0].kindgebonden_kosten.moeder | Er staat al welk deel vader betaalt; de andere ouder betaalt de rest. | "),
		metKind(noor+"kindgebonden_kosten: {vader: {percentage: §101}}}", "Z207 kinderen[0].kindgebonden_kosten.vader.percentage | 101 is te hoog voor een percentage. | "),
		metKind(noor+"§kindgebonden_kosten: {}}", "Z104 kinderen[0].kindgebonden_kosten | Achter kindgebonden_kosten staat geen waarde. | vul de waarde in, of verwijder de regel als de sleutel niet verplicht is"),
		metKind(noor+"kindgebonden_kosten: {§vader: {bron: productie 1}}}", "Z102 kinderen[0].kindgebonden_kosten.vader.percentage | De sleutel percentage ontbreekt. | "),
		metKind(noor+"overeengekomen_bijdrage: {bedrag: 300, betaler: §oma}}", `Z106 kinderen[0].overeengekomen_bijdrage.betaler | Er is geen ouder met de id "oma". | `),
		metKind(noor+"§overeengekomen_bijdrage: {bedrag: 300}}", "Z102 kinderen[0].overeengekomen_bijdrage.betaler | De sleutel betaler ontbreekt. | "),
		inPeriode("kinderen: [{kind: noor, overeengekomen_bijdrage: {bedrag: 300, betaler: §oma}}]",
			`Z106 perioden[0].kinderen[0].overeengekomen_bijdrage.betaler | Er is geen ouder met de id "oma". | `),
	})
}

func TestNachten(t *testing.T) {
	const (
		noor     = "{id: noor, geboren: 2015-04-02, hoofdverblijf: moeder, zorg: {"
		nodig    = "Z102 kinderen[0].zorg.vader.nachten_per_jaar | De sleutel nachten_per_jaar ontbreekt. | "
		procent  = nodig + "nodig bij methode: wetsvoorstel-34154; die rekent met nachten, niet met een percentage"
		teVeel   = "nachten is meer dan 182. De tabel van het wetsvoorstel is er voor de ouder bij wie het kind niet is ingeschreven, en eindigt bij 182 nachten. | klopt het hoofdverblijf? Daar staat de ouder bij wie het kind is ingeschreven; onder zorg staan de nachten bij de andere ouder"
		meerdere = nodig + "uit 4 dagen per week volgen geen nachten voor de ouder bij wie het kind niet is ingeschreven: dat is meer dan de helft. Klopt het hoofdverblijf?"
	)
	controleerGevallen(t, onderWetsvoorstel(), []geval{
		metKind("{id: noor, geboren: 2015-04-02, hoofdverblijf: moeder}"),
		metKind(noor + "vader: {nachten_per_jaar: 0}}}"),
		metKind(noor + "vader: {nachten_per_jaar: 182, percentage: 30, reden: r}}}"),
		metKind(noor + "vader: {dagen_per_week: 3.5}}}"),
		metKind(noor + "vader: {dagen_per_week: 4, nachten_per_jaar: 180}}}"),
		metKind(noor+"§vader: {dagen_per_week: 4}}}", meerdere),
		metKind(noor+"§vader: {percentage: 30, reden: r}}}", procent),
		metKind(noor+"vader: {nachten_per_jaar: §183}}}", "Z207 kinderen[0].zorg.vader.nachten_per_jaar | 183 "+teVeel),
		metKind(noor+"vader: {nachten_per_jaar: §52.5}}}", "Z202 kinderen[0].zorg.vader.nachten_per_jaar | 52.5 is geen heel getal. | "),
		metKind(noor+"vader: {nachten_per_jaar: §-1}}}", "Z205 kinderen[0].zorg.vader.nachten_per_jaar | -1 is negatief; een aantal nachten per jaar is nul of hoger. | "),
		metKind(noor+"§vader: {toelichting: t}}}", "Z403 kinderen[0].zorg.vader | De zorg staat niet in nachten per jaar. | "),
		metKind(noor+"vader: {§nachten: 52}}}", `Z101 kinderen[0].zorg.vader.nachten | "nachten" is geen sleutel van de zorg door een ouder. | bedoelt u nachten_per_jaar?`),
		metKind(noor + "vader: {nachten_per_jaar: 52}}}\n  - {id: sem, geboren: 2006-04-02, hoofdverblijf: moeder, zorg: {vader: {percentage: 30, reden: r}}, meerderjarig: {opleiding: mbo, woont: zelfstandig}}"),
		metKind("{id: noor, geboren: 2006-04-02, hoofdverblijf: moeder, zorg: {§vader: {percentage: 30, reden: r}}, meerderjarig: {opleiding: mbo, woont: thuis}}", procent),
		inPeriode("kinderen: [{kind: noor, zorg: {§vader: {dagen_per_week: 4}}}]", strings.ReplaceAll(meerdere, "kinderen[0]", "perioden[0].kinderen[0]")),
	})
	controleerGevallen(t, Opties{}, []geval{
		metKind(noor + "vader: {percentage: 30, reden: r, nachten_per_jaar: 104}}}"),
		metKind(noor+"§vader: {nachten_per_jaar: 104}}}", "Z403 kinderen[0].zorg.vader | De zorg staat niet in dagen per week en niet in een percentage. | nodig bij methode: alimentatienormen; nachten_per_jaar is alleen voor methode: wetsvoorstel-34154"),
	})
}

func TestLeeftijdOnderWetsvoorstel(t *testing.T) {
	const (
		onbekend = "Z502 kinderen[0].geboren | noor is op de ingangsdatum 2025-03-01 18 jaar of ouder en jonger dan 23 jaar; er staat niet of het kind een opleiding volgt. | " + hintMeerderjarig
		geen     = "14:12 Z504 perioden[0].vanaf | Op 2025-03-01 is er onder wetsvoorstel 34 154 geen kind met een aanspraak: zij zijn allen 18 jaar of ouder, en geen van hen is jonger dan 23 jaar en volgt een opleiding. | verwijder deze periode"
	)
	controleerGevallen(t, onderWetsvoorstel(), []geval{
		metKind("{id: noor, geboren: 2007-03-02, hoofdverblijf: moeder}"),
		metKind("{id: noor, geboren: §2007-03-01, hoofdverblijf: moeder}", onbekend),
		metKind("{id: noor, geboren: §2007-03-01, behoefte: {bedrag: 450, jaar: 2024, reden: r}}", onbekend),
		metKind("{id: noor, geboren: 2002-03-02, meerderjarig: {opleiding: mbo, woont: zelfstandig}}"),
		metKind("{id: noor, geboren: 2002-03-01, meerderjarig: {opleiding: mbo, woont: zelfstandig}}", geen),
		metKind("{id: noor, geboren: 2002-03-01, hoofdverblijf: moeder, behoeftig: {reden: ziek}}", geen),
		metKind("{id: noor, geboren: 2006-03-01, meerderjarig: {opleiding: geen, norm: mbo, woont: zelfstandig}}", geen),
		metKind("{id: noor, geboren: 2006-03-01, meerderjarig: {opleiding: geen, norm: mbo, woont: zelfstandig}}\n  - {id: sem, geboren: 2002-03-02, meerderjarig: {opleiding: mbo, woont: zelfstandig}}"),
	})
	// 21 and in education: a claim under the proposal, none under the Rapport
	controleerGevallen(t, Opties{Methoden: []string{MethodeAlimentatienormen, MethodeWetsvoorstel}}, []geval{
		metKind("{id: noor, geboren: 2003-03-02, meerderjarig: {opleiding: mbo, woont: zelfstandig}}",
			"14:12 Z504 perioden[0].vanaf | Op 2025-03-01 zijn alle kinderen 21 jaar of ouder, en geen van hen is behoeftig. | verwijder deze periode, of voeg bij een kind toe: behoeftig: "+vormBehoeftig.voorbeeld),
		metKind("{id: noor, geboren: 2015-04-02, hoofdverblijf: moeder}\n  - {id: sem, geboren: §2003-03-02}", strings.NewReplacer("kinderen[0]", "kinderen[1]", "noor", "sem").Replace(onbekend)),
	})
}

func TestTweeJaren(t *testing.T) {
	loon := func(regel string, want ...string) geval {
		return geval{"nbi: 2600\n      bijstand: nee", "inkomen: {loon: [" + regel + "]}", want}
	}
	const nul = "een jaar zonder dit inkomen staat er met bedrag: 0"
	pad := func(s string) string { return strings.Replace(s, "@", "perioden[0].vader.inkomen.loon[0]", 1) }
	controleerGevallen(t, Opties{}, []geval{
		loon("{bruto: 3000, variabel: [{jaar: 2024, bedrag: 0}, {jaar: 2023, bedrag: 900}], jaren: [{jaar: 2023, bedrag: 1}, {jaar: 2024, bedrag: 2}]}"),
		loon("{jaaropgaaf: 30000, variabel: [{jaar: 2024, bedrag: 0}, {jaar: 2023, bedrag: 900}]}"),
		loon("{bruto: 3000, §variabel: [{jaar: 2024, bedrag: 900}]}", pad("Z108 @.variabel | De lijst perioden[0].vader.inkomen.loon[0].variabel heeft 1 onderdeel. | "+nul)),
		loon("{bruto: 3000, §variabel: [{jaar: 2022, bedrag: 0}, {jaar: 2024, bedrag: 900}]}", pad("Z417 @.variabel | De jaren 2022 en 2024 volgen niet op elkaar. | "+nul)),
		loon("{bruto: 3000, §variabel: [{jaar: 2024, bedrag: 0}, {jaar: 2025, bedrag: 900}]}",
			pad("Z417 @.variabel | Dit inkomen geldt op 2025-03-01; 2024 en 2025 zijn dan niet de laatste twee kalenderjaren. | "+nul)),
		loon("{bruto: 3000, variabel: [{jaar: 2024, bedrag: 0}, {jaar: §2024, bedrag: 900}]}", pad("Z412 @.variabel[1].jaar | Het jaar 2024 staat er twee keer. | ")),
		loon("{bruto: 3000, variabel: [{jaar: 2023, bedrag: 0}, {jaar: 2024, bedrag: §-1}]}", pad("Z205 @.variabel[1].bedrag | -1 is negatief; een bedrag per jaar is nul of hoger. | ")),
		loon("§{jaren: [{jaar: 2023, bedrag: 0}, {jaar: 2024, bedrag: 1}]}", pad("Z102 @.bruto | De sleutel bruto ontbreekt. | ")),
	})
	controleerGevallen(t, onderWetsvoorstel(), []geval{
		loon("{jaren: [{jaar: 2023, bedrag: 0}, {jaar: 2024, bedrag: 1}]}"),
		loon("{jaren: [{jaar: 2023, bedrag: 0}, {jaar: 2024, bedrag: 1}], §variabel: [{jaar: 2023, bedrag: 0}, {jaar: 2024, bedrag: 1}]}",
			pad("Z411 @.variabel | variabel zit al in jaren verwerkt. | ")),
		loon("{jaren: [{jaar: 2023, bedrag: 0}, {jaar: 2024, bedrag: 1}], §pensioenpremie: 100, §extra: []}",
			pad("Z411 @.pensioenpremie | pensioenpremie zit al in jaren verwerkt. | "), pad("Z411 @.extra | extra zit al in jaren verwerkt. | ")),
		loon("§{dga: ja}", pad("Z102 @.bruto | De sleutel bruto ontbreekt. | ")),
	})
	// each income has its own day
	controleerGevallen(t, onderWetsvoorstel(), []geval{
		{"vader: {nbi: 1800}", "vader: {inkomen: {loon: [{bruto: 1, §variabel: [{jaar: 2022, bedrag: 0}, {jaar: 2023, bedrag: 1}]}]}}",
			[]string{"Z417 behoefte.gezinsinkomen.vader.inkomen.loon[0].variabel | Dit inkomen geldt op 2025-01-01; 2022 en 2023 zijn dan niet de laatste twee kalenderjaren. | " + nul}},
		{"vader: {nbi: 1800}", "vader: {nbi: 1800}\n    stijging: {peildatum: 2026-06-01, ouder: vader, inkomen: {loon: [{bruto: 1, variabel: [{jaar: 2024, bedrag: 0}, {jaar: 2025, bedrag: 1}]}]}}", nil},
	})
}

func TestAlleenVoorKinderen(t *testing.T) {
	const (
		partner = "Z506 partneralimentatie | Het wetsvoorstel 34 154 gaat alleen over kinderalimentatie. | kies methode: alimentatienormen, of verwijder partneralimentatie"
		geen    = "1:1 Z102 kinderen | De sleutel kinderen ontbreekt. | nodig bij methode: wetsvoorstel-34154; die gaat alleen over kinderalimentatie"
		vraag   = "partneralimentatie: {gerechtigde: moeder}\n"
	)
	controleerGevallen(t, onderWetsvoorstel(), []geval{
		{"versie: 1\n", "versie: 1\n§" + vraag, []string{partner}},
	})
	beide := Opties{Methoden: []string{MethodeAlimentatienormen, MethodeWetsvoorstel}}
	controleerGevallen(t, beide, []geval{{"versie: 1\n", "versie: 1\n" + vraag, nil}})
	for _, c := range []struct {
		opties   Opties
		kinderen string
		want     []Code
	}{
		{beide, "", []Code{codeOntbrekendeSleutel}},
		{beide, "kinderen: []\n", []Code{codeVerkeerdAantal}},
		{onderWetsvoorstel(), "", []Code{codeOntbrekendeSleutel, codeNietBijMethode}},
	} {
		_, p := Lees("zaak.yaml", []byte(zonderKinderen+c.kinderen), c.opties)
		var got []Code
		for _, een := range p {
			got = append(got, een.Code)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q: %s, want %v\n%s", c.kinderen, got, c.want, p.Tekst())
		}
	}
}

// Under the proposal no norms of the Rapport are asked for.
func TestNormenWetsvoorstel(t *testing.T) {
	var gevraagd []string
	vraag := func(wat string) func(time.Time) error {
		return func(d time.Time) error { gevraagd = append(gevraagd, wat+" "+d.Format(time.DateOnly)); return nil }
	}
	opties := Opties{
		NormenPeriode: vraag("periode"), NormenStudie: vraag("studie"), NormenWetsvoorstel: vraag("wetsvoorstel"),
		NormenToets:      func(vanaf time.Time, _ Ouder, _ Situatie) error { return vraag("toets")(vanaf) },
		NormenBehoefte:   func(_, vanaf time.Time) error { return vraag("behoefte")(vanaf) },
		NormenIndexering: func(_ int, vanaf time.Time) error { return vraag("indexering")(vanaf) },
		NormenInkomen: func(op time.Time, _ string, wie Ouder, _ *bool, _ Inkomen) error {
			return vraag("inkomen " + wie.ID)(op)
		},
	}
	if _, p := Lees("-", []byte(allesWetsvoorstel), opties); p != nil {
		t.Fatal(p.Tekst())
	}
	want := []string{"wetsvoorstel 2026-03-01", "wetsvoorstel 2026-06-01", "inkomen vader 2026-03-01", "inkomen moeder 2024-06-01", "inkomen vader 2024-06-01"}
	if !slices.Equal(gevraagd, want) {
		t.Errorf("%q, want %q", gevraagd, want)
	}
	opties = Opties{NormenWetsvoorstel: func(time.Time) error { return errors.New("geen normen voor 2025") }, Methoden: []string{MethodeWetsvoorstel}}
	controleerGevallen(t, opties, []geval{{"- vanaf: 2025", "- vanaf: §2025",
		[]string{"Z503 perioden[0].vanaf | Geen normen voor 2025. | annex normen laat zien voor welke datums er normen zijn"}}})
}
