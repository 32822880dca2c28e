package zaak

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
)

// allesPartner has every key of partneralimentatie beside children but the need
// itself, which follows from the family income; zonderKinderen has a need of its
// own, by the hofnorm.
const allesPartner = `versie: 1
zaak: {datum: 2025-02-14, voorlopige_voorziening: ja}
ouders:
  - {id: moeder, geboren: 1986-05-01}
  - {id: vader, geboren: 1984-11-23}
stiefouders: [{id: karel, echtgenoot_van: moeder}]
kinderen: [{id: noor, geboren: 2015-04-02, hoofdverblijf: moeder}]
behoefte:
  gezinsinkomen:
    peildatum: 2024-01-01
    moeder: {inkomen: geen}
    vader: {nbi: 4800}
partneralimentatie:
  gerechtigde: moeder
  inkomensvergelijking: ja
perioden:
  - vanaf: 2025-03-01
    moeder:
      inkomen: geen
      aandeel_kosten_kinderen: {bedrag: 100, reden: overeenkomst, bron: productie 1, toelichting: artikel 2}
      behoefte_verlaging: {bedrag: 300, reden: woont samen, bron: productie 2, toelichting: huurcontract}
    vader:
      nbi: 4800
      draagkracht: {bedrag: 900, reden: overeenkomst}
      aandeel_kosten_kinderen: {bedrag: 500, reden: overeenkomst}
      partnerdraagkracht: {bedrag: 450, reden: overeenkomst, bron: productie 3, toelichting: artikel 4}
      geen_fiscaal_voordeel: {reden: woont in het buitenland, bron: productie 4}
    karel: {nbi: 1900}
keuzes: {inkomensvergelijking_kgb: als-inkomen, partnerdraagkracht_kgb: aandeel-na-kgb}
`

const zonderKinderen = `versie: 1
zaak: {datum: 2025-02-14}
partijen:
  - {id: vrouw, aanduiding: de vrouw}
  - {id: man, aanduiding: de man}
partneralimentatie:
  gerechtigde: vrouw
  behoefte:
    hofnorm:
      peildatum: 2024-06-01
      vrouw: {inkomen: geen, bron: productie 1}
      man: {nbi: 4300, bron: productie 2}
      kindgebonden_budget: 100
      eigen_aandeel: {bedrag: 250, bron: productie 3}
perioden:
  - {vanaf: 2025-03-01, vrouw: {nbi: 0}, man: {nbi: 4400}}
  - {vanaf: 2026-01-01, vrouw: {inkomen: geen}, man: {inkomen: {loon: [{bruto: 6500}]}}}
`

func TestPartneralimentatie(t *testing.T) {
	z := goed(t, allesPartner)
	p := z.Partneralimentatie
	if !reflect.DeepEqual(*p, Partneralimentatie{Gerechtigde: "moeder", Inkomensvergelijking: true, Plek: Plek{13, 1, "partneralimentatie"}}) {
		t.Errorf("%+v", p)
	}
	if z.Gerechtigde().ID != "moeder" || z.Plichtige().ID != "vader" || !z.Kop.Voorlopig {
		t.Errorf("%+v, %+v", z.Ouders, z.Kop)
	}
	moeder, vader := z.Perioden[0].Situaties["moeder"], z.Perioden[0].Situaties["vader"]
	for _, c := range []struct {
		m                  *MetReden
		bedrag, reden, pad string
		bron, toelichting  string
	}{
		{moeder.AandeelKinderen, "100", "overeenkomst", "perioden[0].moeder.aandeel_kosten_kinderen.bedrag", "productie 1", "artikel 2"},
		{moeder.Behoefteverlaging, "300", "woont samen", "perioden[0].moeder.behoefte_verlaging.bedrag", "productie 2", "huurcontract"},
		{vader.AandeelKinderen, "500", "overeenkomst", "perioden[0].vader.aandeel_kosten_kinderen.bedrag", "", ""},
		{vader.Partnerdraagkracht, "450", "overeenkomst", "perioden[0].vader.partnerdraagkracht.bedrag", "productie 3", "artikel 4"},
	} {
		if c.m == nil || c.m.Bedrag.Waarde.String() != c.bedrag || c.m.Reden != c.reden || c.m.Bedrag.Plek.Pad != c.pad ||
			c.m.Bedrag.Bron != c.bron || c.m.Bedrag.Toelichting != c.toelichting {
			t.Errorf("%+v, wil %+v", c.m, c)
		}
	}
	if *vader.GeenFiscaalVoordeel != (Reden{"woont in het buitenland", "productie 4"}) || moeder.GeenFiscaalVoordeel != nil || moeder.Partnerdraagkracht != nil {
		t.Errorf("%+v", vader.GeenFiscaalVoordeel)
	}
	if z.Keuzes.VergelijkingKGB != KeuzeAlsInkomen || z.Keuzes.PartnerdraagkrachtKGB != KeuzeNaKGB {
		t.Errorf("%+v", z.Keuzes)
	}
}

func TestZonderKinderen(t *testing.T) {
	z := goed(t, zonderKinderen)
	if len(z.Kinderen) != 0 || z.Behoefte != (Behoefte{}) || z.Kop.Voorlopig || z.Ouders[1].Aanduiding != "de man" || len(z.Perioden[1].Kinderen) != 0 {
		t.Errorf("%+v", z)
	}
	p := z.Partneralimentatie
	h := p.Behoefte.Hofnorm
	if p.Inkomensvergelijking || p.Behoefte.Vastgesteld != nil || p.Behoefte.Lijst != nil || z.Plichtige().ID != "man" {
		t.Errorf("%+v", p)
	}
	if !h.Peildatum.Equal(dag(2024, 6, 1)) || h.KindgebondenBudget.Waarde.String() != "100" || h.EigenAandeel.Waarde.String() != "250" ||
		h.EigenAandeel.Bron != "productie 3" || h.EigenAandeel.Plek.Pad != "partneralimentatie.behoefte.hofnorm.eigen_aandeel" || h.Stijging != nil {
		t.Errorf("%+v", h)
	}
	if man := h.Ouders["man"].NBI; man.Waarde.String() != "4300" || man.Bron != "productie 2" || man.Plek.Pad != "partneralimentatie.behoefte.hofnorm.man.nbi" {
		t.Errorf("%+v", man)
	}
	geen := Inkomensopbouw{Plek: Plek{11, 15, "partneralimentatie.behoefte.hofnorm.vrouw.inkomen"}}
	if o := h.Ouders["vrouw"].Opbouw; !reflect.DeepEqual(*o, geen) {
		t.Errorf("%+v", o)
	}
	geen.Plek = Plek{17, 33, "perioden[1].vrouw.inkomen"}
	if o := z.Perioden[1].Situaties["vrouw"].Opbouw; !reflect.DeepEqual(*o, geen) {
		t.Errorf("%+v", o)
	}
	goed(t, strings.Replace(zonderKinderen, "partneralimentatie:\n", "kinderen: []\nstiefouders: []\npartneralimentatie:\n", 1))
}

func TestPartnerbehoefte(t *testing.T) {
	met := func(behoefte string) Partnerbehoefte {
		t.Helper()
		return goed(t, strings.Replace(allesPartner, "  inkomensvergelijking: ja\n", "  behoefte: "+behoefte+"\n", 1)).Partneralimentatie.Behoefte
	}
	v := met("{vastgesteld: {bedrag: 2100, jaar: 2023, reden: beschikking, bron: productie 5, toelichting: dictum}}").Vastgesteld
	if v.Bedrag.Waarde.String() != "2100" || v.Jaar != 2023 || v.Reden != "beschikking" || v.Bedrag.Bron != "productie 5" || v.Bedrag.Toelichting != "dictum" {
		t.Errorf("%+v", v)
	}
	l := met("{lijst: {jaar: 2024, reden: eigen huishouden, bron: productie 6, toelichting: overzicht, posten: [{omschrijving: huur, bedrag: 950, bron: productie 7}, {omschrijving: boodschappen, bedrag: 400}]}}").Lijst
	if l.Jaar != 2024 || l.Reden != "eigen huishouden" || l.Plek != (Plek{15, 14, "partneralimentatie.behoefte.lijst"}) || len(l.Posten) != 2 {
		t.Fatalf("%+v", l)
	}
	if p := l.Posten[0]; p.Omschrijving != "huur" || p.Bedrag.Waarde.String() != "950" || p.Bedrag.Bron != "productie 7" || p.Bedrag.Toelichting != "overzicht" ||
		p.Bedrag.Plek.Pad != "partneralimentatie.behoefte.lijst.posten[0].bedrag" {
		t.Errorf("%+v", p)
	}
	if p := l.Posten[1]; p.Bedrag.Bron != "productie 6" {
		t.Errorf("%+v", p)
	}
	if h := met("{hofnorm: {peildatum: 2024-01-01, moeder: {nbi: 1}, vader: {nbi: 2}, eigen_aandeel: 0}}").Hofnorm; !h.EigenAandeel.Waarde.IsZero() || h.KindgebondenBudget != nil {
		t.Errorf("%+v", h)
	}
}

// perioden is the end of the basis, about the periods.
var perioden = basis[strings.Index(basis, "perioden:"):]

// vraagtPartner makes the mother of the basis ask for partneralimentatie.
func vraagtPartner(partner string, want ...string) geval {
	return geval{perioden, "partneralimentatie: " + partner + "\n" + perioden, want}
}

// vraagtPartnerMet does so and adds to what both have in the period.
func vraagtPartnerMet(moeder, vader string, want ...string) geval {
	return geval{perioden, "partneralimentatie: {gerechtigde: moeder}\nperioden:\n  - vanaf: 2025-03-01\n    moeder:\n      nbi: 2000\n      " + moeder +
		"\n    vader:\n      nbi: 2600\n      " + vader + "\n", want}
}

// alleenPartner is the basis without children, with more at the top.
func alleenPartner(partner, bovenaan string, want ...string) geval {
	return geval{basis[strings.Index(basis, "kinderen:"):], bovenaan + "partneralimentatie: " + partner + "\n" + perioden, want}
}

func TestPartneralimentatieProblemen(t *testing.T) {
	const pad = " partneralimentatie"
	const inkomens = "moeder: {nbi: 1}, vader: {nbi: 2}"
	const geenBehoefte = "Z102" + pad + ".behoefte | De sleutel behoefte ontbreekt. | "
	controleerGevallen(t, proefopties(), []geval{
		vraagtPartner("{gerechtigde: moeder}"),
		vraagtPartner("{}", "13:1 Z102"+pad+".gerechtigde | De sleutel gerechtigde ontbreekt. | "),
		vraagtPartner("{gerechtigde: §oma}", `Z106`+pad+`.gerechtigde | Er is geen ouder met de id "oma". | `),
		vraagtPartner("{gerechtigde: §noor}", `Z106`+pad+`.gerechtigde | Er is geen ouder met de id "noor". | `),
		vraagtPartner("{gerechtigde: moeder, inkomensvergelijking: §graag}", `Z211`+pad+`.inkomensvergelijking | "graag" is geen ja of nee. | `),
		vraagtPartner("{gerechtigde: moeder, §behoefte: {}}", "Z107"+pad+".behoefte | Er staat niet hoe de behoefte wordt bepaald. | "),
		vraagtPartner("{gerechtigde: moeder, §behoefte: {vastgesteld: {bedrag: 1, jaar: 2024, reden: r}, lijst: {jaar: 2024, reden: r, posten: [{omschrijving: o, bedrag: 1}]}}}",
			"Z107"+pad+".behoefte | De behoefte wordt op meer dan één manier bepaald: vastgesteld en lijst. | "),
		vraagtPartner("§moeder", `Z105`+pad+` | Hier staat de waarde "moeder"; hier hoort een blok met sleutels. | `),
		vraagtPartner("{gerechtigde: moeder, behoefte: {lijst: {jaar: 2024, reden: r, §posten: []}}}", "Z108"+pad+".behoefte.lijst.posten | De lijst partneralimentatie.behoefte.lijst.posten heeft 0 onderdelen. | "),
		vraagtPartner("{gerechtigde: moeder, behoefte: {§lijst: {jaar: 2024, posten: [{omschrijving: o, bedrag: 1}]}}}", "Z102"+pad+".behoefte.lijst.reden | De sleutel reden ontbreekt. | "),

		// with children the hofnorm needs to know what they cost
		vraagtPartner("{gerechtigde: moeder, behoefte: {§hofnorm: {peildatum: 2024-06-01, "+inkomens+"}}}",
			"Z102"+pad+".behoefte.hofnorm.eigen_aandeel | De sleutel eigen_aandeel ontbreekt. | geef op wat de kinderen samen kostten, per maand; 0 als er geen kosten waren. Of laat partneralimentatie.behoefte weg; dan volgt de behoefte uit behoefte.gezinsinkomen"),
		{basis[strings.Index(basis, "behoefte:"):], "behoefte: {vastgesteld: {bedrag: 500, jaar: 2024, reden: r}}\npartneralimentatie: {gerechtigde: moeder, behoefte: {§hofnorm: {peildatum: 2024-06-01, " + inkomens + "}}}\n" + perioden, []string{
			"Z102" + pad + ".behoefte.hofnorm.eigen_aandeel | De sleutel eigen_aandeel ontbreekt. | geef op wat de kinderen samen kostten, per maand; 0 als er geen kosten waren"}},
		vraagtPartner("{gerechtigde: moeder, behoefte: {hofnorm: {peildatum: 2024-06-01, eigen_aandeel: 0, " + inkomens + "}}}"),
		alleenPartner("{gerechtigde: moeder, behoefte: {hofnorm: {peildatum: 2024-06-01, "+inkomens+"}}}", ""),

		// dates
		vraagtPartner("{gerechtigde: moeder, behoefte: {hofnorm: {peildatum: §2025-03-02, eigen_aandeel: 0, "+inkomens+"}}}",
			"Z409"+pad+".behoefte.hofnorm.peildatum | De peildatum 2025-03-02 ligt na de ingangsdatum 2025-03-01. | "),
		vraagtPartner("{gerechtigde: moeder, behoefte: {vastgesteld: {bedrag: 1, jaar: §2026, reden: r}}}",
			"Z410"+pad+".behoefte.vastgesteld.jaar | Het jaar 2026 ligt na de ingangsdatum 2025-03-01. | "),
		vraagtPartner("{gerechtigde: moeder, behoefte: {lijst: {jaar: §2026, reden: r, posten: [{omschrijving: o, bedrag: 1}]}}}",
			"Z410"+pad+".behoefte.lijst.jaar | Het jaar 2026 ligt na de ingangsdatum 2025-03-01. | "),

		// how the need is found
		{gezin + perioden, "behoefte: {vastgesteld: {bedrag: 450, jaar: 2024, reden: r}}\n§partneralimentatie: {gerechtigde: moeder}\n" + perioden, []string{
			geenBehoefte + "of zet het gezinsinkomen bovenaan onder behoefte; dan volgt de behoefte daaruit met de hofnorm"}},
		{gezin + perioden, "§behoefte:\npartneralimentatie: {gerechtigde: moeder}\n" + perioden, []string{ // one mistake, said once
			"Z104 behoefte | Achter behoefte staat geen waarde. | vul de waarde in, of verwijder de regel als de sleutel niet verplicht is"}},
		alleenPartner("{gerechtigde: moeder}", "",
			"6:1 "+geenBehoefte+"schrijf bijvoorbeeld behoefte: {hofnorm: {peildatum: 2025-01-01, moeder: {nbi: 1150}, vader: {nbi: 1800}}}"),
		{basis[strings.Index(basis, "  - {id: vader"):], "partneralimentatie: {gerechtigde: moeder}\n" + perioden, []string{ // the parents cannot be read
			"3:1 Z108 ouders | De lijst ouders heeft 1 onderdeel. | ",
			"5:1 " + geenBehoefte + "schrijf bijvoorbeeld behoefte: {vastgesteld: {bedrag: 2100, jaar: 2024, reden: beschikking van 24 juni 2024}}"}},

		// without children
		{basis[strings.Index(basis, "kinderen:"):strings.Index(basis, "behoefte:")], "", []string{"1:1 Z102 kinderen | De sleutel kinderen ontbreekt. | "}},
		alleenPartner("{gerechtigde: moeder}", "§"+gezin,
			"Z411 behoefte | Zonder kinderen is er geen eigen aandeel in hun kosten; deze behoefte gaat daarover. | zet het gezinsinkomen onder partneralimentatie.behoefte.hofnorm"),
		alleenPartner("{gerechtigde: moeder, behoefte: {vastgesteld: {bedrag: 1, jaar: 2024, reden: r}}}", "§stiefouders: [{id: karel, echtgenoot_van: moeder}]\n",
			"Z411 stiefouders | Zonder kinderen is er geen stiefouder die onderhoudsplichtig is. | "),
		{basis[strings.Index(basis, "kinderen:"):], "partneralimentatie: {gerechtigde: moeder, behoefte: {vastgesteld: {bedrag: 1, jaar: 2024, reden: r}}}\n" +
			strings.Replace(perioden, "    moeder:", "    kinderen: [{kind: §noor}]\n    moeder:", 1), []string{
			`Z109 perioden[0].kinderen[0].kind | Er is geen kind met de id "noor". | in dit bestand staan geen kinderen`}},
		// the children themselves cannot be read: nothing is said of what they need
		{basis[strings.Index(basis, "kinderen:"):strings.Index(basis, "behoefte:")], "partneralimentatie: {gerechtigde: moeder}\nkinderen: §noor\n", []string{
			`Z105 kinderen | Hier staat de waarde "noor"; hier hoort een lijst. | `}},
		{"kinderen:\n  -", "kinderen: []\n#", []string{"6:1 Z108 kinderen | De lijst kinderen heeft 0 onderdelen. | "}},
	})
}

// In a case with children a period without any that has a claim is possible when
// there is partneralimentatie as well.
func TestPartneralimentatieNaDeKinderen(t *testing.T) {
	kinderen := basis[strings.Index(basis, "kinderen:"):]
	const oud = "kinderen: [{id: noor, geboren: 2004-03-01}]\n"
	controleerGevallen(t, Opties{}, []geval{
		{kinderen, oud + perioden, []string{"8:12 " + geenAanspraak[len("14:12 "):]}},
		{kinderen, oud + "partneralimentatie: {gerechtigde: moeder, behoefte: {vastgesteld: {bedrag: 1, jaar: 2024, reden: r}}}\n" + perioden, nil},
	})
}

func TestPartnersleutels(t *testing.T) {
	const reden = ": {bedrag: 1, reden: r}"
	alleen := func(naam, rol, van string) string {
		return naam + " | " + naam + " hoort bij wie de partneralimentatie " + rol + "; dat is " + van + ". | "
	}
	gevallen := []geval{
		vraagtPartnerMet("aandeel_kosten_kinderen"+reden+"\n      behoefte_verlaging"+reden, "aandeel_kosten_kinderen"+reden+"\n      partnerdraagkracht"+reden+"\n      geen_fiscaal_voordeel: {reden: r}"),
		vraagtPartnerMet("§partnerdraagkracht"+reden, "bijstand: nee", "Z411 perioden[0].moeder."+alleen("partnerdraagkracht", "betaalt", "vader")),
		vraagtPartnerMet("§geen_fiscaal_voordeel: {reden: r}", "bijstand: nee", "Z411 perioden[0].moeder."+alleen("geen_fiscaal_voordeel", "betaalt", "vader")),
		vraagtPartnerMet("bijstand: nee", "§behoefte_verlaging"+reden, "Z411 perioden[0].vader."+alleen("behoefte_verlaging", "vraagt", "moeder")),
		vraagtPartnerMet("bijstand: nee", "schuldsanering: {reden: r}\n      §partnerdraagkracht"+reden,
			"Z411 perioden[0].vader.partnerdraagkracht | schuldsanering en partnerdraagkracht gaan niet samen. | "),
		vraagtPartnerMet("bijstand: nee", "§geen_fiscaal_voordeel: {bron: productie 1}", "Z102 perioden[0].vader.geen_fiscaal_voordeel.reden | De sleutel reden ontbreekt. | "),
		// who asks cannot be read: one mistake, said once
		{perioden, "partneralimentatie: {gerechtigde: §oma}\n" + strings.Replace(perioden, "bijstand: nee", "partnerdraagkracht"+reden, 1), []string{
			`Z106 partneralimentatie.gerechtigde | Er is geen ouder met de id "oma". | `}},
		{perioden, "§partneralimentatie:\n" + strings.Replace(perioden, "bijstand: nee", "partnerdraagkracht"+reden, 1), []string{
			"Z104 partneralimentatie | Achter partneralimentatie staat geen waarde. | vul de waarde in, of verwijder de regel als de sleutel niet verplicht is"}},
	}
	for _, naam := range []string{"aandeel_kosten_kinderen", "partnerdraagkracht", "geen_fiscaal_voordeel", "behoefte_verlaging"} {
		waarde := reden
		if naam == "geen_fiscaal_voordeel" {
			waarde = ": {reden: r}"
		}
		gevallen = append(gevallen,
			bijVader("§"+naam+waarde, "Z411 perioden[0].vader."+naam+" | "+naam+" gaat over partneralimentatie; daar wordt niet om gevraagd. | "),
			geval{gezin + "perioden:\n  - vanaf: 2025-03-01\n", "stiefouders: [{id: karel, echtgenoot_van: moeder}]\npartneralimentatie: {gerechtigde: moeder}\n" + gezin +
				"perioden:\n  - vanaf: 2025-03-01\n    karel: {nbi: 1, §" + naam + waarde + "}\n", []string{
				`Z101 perioden[0].karel.` + naam + ` | "` + naam + `" is geen sleutel van een stiefouder in een periode. | `}})
	}
	controleerGevallen(t, Opties{}, gevallen)
}

// partijen is another name for ouders, and messages then speak of a partij.
func TestPartijen(t *testing.T) {
	const ouders = "ouders:\n  - {id: moeder}\n  - {id: vader}\n"
	partijen := strings.Replace(ouders, "ouders", "partijen", 1)
	controleerGevallen(t, Opties{}, []geval{
		{ouders, partijen, nil},
		{basis[strings.Index(basis, "ouders:"):strings.Index(basis, "behoefte:")], partijen, []string{"1:1 Z102 kinderen | De sleutel kinderen ontbreekt. | gaat de zaak niet over kinderen? Voeg dan de sleutel partneralimentatie toe, met wie erom vraagt"}},
		{ouders, ouders + "§" + partijen, []string{"Z411 partijen | ouders en partijen gaan niet samen. | "}},
		{ouders, "", []string{"1:1 Z102 ouders | De sleutel ouders ontbreekt. | "}},
		{ouders, "§partijen:\n", []string{"Z104 partijen | Achter partijen staat geen waarde. | vul de waarde in, of verwijder de regel als de sleutel niet verplicht is"}},
		{ouders, "§ouders:\n" + partijen, []string{"Z104 ouders | Achter ouders staat geen waarde. | vul de waarde in, of verwijder de regel als de sleutel niet verplicht is"}},
		{ouders, "§partijen: [{id: moeder}]\n", []string{"Z108 partijen | De lijst partijen heeft 1 onderdeel. | "}},
		{ouders, "§partij:\n  - {id: moeder}\n  - {id: vader}\n", []string{`Z101 partij | "partij" is geen sleutel van een zaakbestand. | bedoelt u partijen?`}},
		{ouders + "kinderen:\n  - {id: noor, geboren: 2015-04-02, hoofdverblijf: moeder", partijen + "kinderen:\n  - {id: noor, geboren: 2015-04-02, hoofdverblijf: §man", []string{
			`Z106 kinderen[0].hoofdverblijf | Er is geen partij met de id "man". | `}},
	})
}

func TestInkomenGeen(t *testing.T) {
	const bedoelt = "is er geen inkomen? Schrijf dan inkomen: geen"
	geen := func(waarde, getoond, hint string) geval {
		return geval{"nbi: 2600", "§inkomen: " + waarde, []string{
			`Z105 perioden[0].vader.inkomen | Hier staat de waarde "` + getoond + `"; hier hoort een blok met sleutels. | ` + hint}}
	}
	controleerGevallen(t, Opties{}, []geval{
		{"nbi: 2600", "inkomen: geen", nil},
		{"nbi: 2600", `inkomen: "geen"`, nil},
		{"nbi: 2600", "nbi: 0\n      §inkomen: geen", []string{"Z411 perioden[0].vader.inkomen | nbi en inkomen gaan niet samen. | "}},
		geen("Geen", "Geen", bedoelt), geen("nihil", "nihil", bedoelt), geen("0", "0", bedoelt), geen("geen inkomen", "geen inkomen", bedoelt),
		{"nbi: 2600", "§inkomen: {jonggehandicaptenkorting: ja}", []string{
			"Z102 perioden[0].vader.inkomen | Onder inkomen staat geen enkel inkomen. | is er geen inkomen, schrijf dan inkomen: geen"}},
	})
	var gevraagd []string
	opties := Opties{NormenInkomen: func(op time.Time, _ string, wie Ouder, _ *bool, i Inkomen) error {
		gevraagd = append(gevraagd, op.Format(time.DateOnly)+" "+wie.ID+" "+i.Opbouw.Plek.Pad)
		return nil
	}}
	for _, data := range []string{allesPartner, zonderKinderen} {
		if _, p := Lees("-", []byte(data), opties); p != nil {
			t.Fatal(p.Tekst())
		}
	}
	want := []string{
		"2025-03-01 moeder perioden[0].moeder.inkomen", "2024-01-01 moeder behoefte.gezinsinkomen.moeder.inkomen",
		"2026-01-01 vrouw perioden[1].vrouw.inkomen", "2026-01-01 man perioden[1].man.inkomen", "2024-06-01 vrouw partneralimentatie.behoefte.hofnorm.vrouw.inkomen",
	}
	if !slices.Equal(gevraagd, want) {
		t.Errorf("\n%q, wil\n%q", gevraagd, want)
	}
}

// An income on which no draagkracht rests is not asked for, unless there is
// partneralimentatie: then the incomes of both count.
func TestInkomenTeltVoorPartneralimentatie(t *testing.T) {
	opties := Opties{NormenInkomen: func(time.Time, string, Ouder, *bool, Inkomen) error { return errors.New("geen cijfers") }}
	zonder := strings.Replace(basis, "nbi: 2600", "inkomen: {loon: [{bruto: 3200}]}\n      draagkracht: {bedrag: 1, reden: r}", 1)
	if _, p := Lees("-", []byte(zonder), opties); p != nil {
		t.Error(p.Tekst())
	}
	met := strings.Replace(zonder, "perioden:", "partneralimentatie: {gerechtigde: vader}\nperioden:", 1)
	if _, p := Lees("-", []byte(met), opties); len(p) != 1 || p[0].Code != codeInkomenOnberekenbaar || p[0].Pad != "perioden[0].vader.inkomen" {
		t.Error(p.Tekst())
	}
	hofnorm := strings.Replace(zonderKinderen, "{nbi: 4300", "{inkomen: {loon: [{bruto: 6000}], toeslagpartner: {toetsingsinkomen: 1, arbeidsinkomen: 1}}", 1)
	hofnorm = strings.Replace(hofnorm, "man: {nbi: 4400}", "man: {nbi: 4400, aow: nee}", 1)
	_, problemen := Lees("-", []byte(hofnorm), Opties{})
	var got []string
	for _, p := range problemen {
		got = append(got, string(p.Code)[:4]+" "+p.Pad)
	}
	want := []string{"Z505 partneralimentatie.behoefte.hofnorm.man.inkomen", "Z411 partneralimentatie.behoefte.hofnorm.man.inkomen.toeslagpartner"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, wil %q", got, want)
	}
}

// The need is brought from its price level to each period.
func TestNormenVanPartnerbehoefte(t *testing.T) {
	vraag := func(behoefte string) (gevraagd []string) {
		t.Helper()
		data := strings.Replace(zonderKinderen, zonderKinderen[strings.Index(zonderKinderen, "    hofnorm:"):strings.Index(zonderKinderen, "perioden:")], behoefte, 1)
		opties := Opties{
			NormenPeriode:  func(d time.Time) error { gevraagd = append(gevraagd, "periode "+d.Format(time.DateOnly)); return nil },
			NormenBehoefte: func(time.Time, time.Time) error { gevraagd = append(gevraagd, "behoefte"); return nil },
			NormenIndexering: func(jaar int, vanaf time.Time) error {
				gevraagd = append(gevraagd, dag(jaar, 1, 1).Format("2006")+" "+vanaf.Format(time.DateOnly))
				return nil
			},
		}
		if _, p := Lees("-", []byte(data), opties); p != nil {
			t.Fatal(p.Tekst())
		}
		return gevraagd
	}
	for _, c := range []struct{ behoefte, jaar string }{
		{"    hofnorm: {peildatum: 2022-06-01, vrouw: {nbi: 1}, man: {nbi: 2}}\n", "2022"},
		{"    vastgesteld: {bedrag: 2100, jaar: 2023, reden: r}\n", "2023"},
		{"    lijst: {jaar: 2024, reden: r, posten: [{omschrijving: o, bedrag: 1}]}\n", "2024"},
	} {
		want := []string{"periode 2025-03-01", "periode 2026-01-01", c.jaar + " 2025-03-01", c.jaar + " 2026-01-01"}
		if got := vraag(c.behoefte); !slices.Equal(got, want) {
			t.Errorf("%s: %q, wil %q", c.behoefte, got, want)
		}
	}
	opties := proefopties()
	opties.NormenIndexering = func(int, time.Time) error { return errors.New("geen indexering") }
	_, problemen := Lees("-", []byte(zonderKinderen), opties)
	if len(problemen) != 1 || problemen[0].Code != codeGeenNormen || problemen[0].Pad != "partneralimentatie.behoefte.hofnorm.peildatum" {
		t.Error(problemen.Tekst())
	}
}

// What the schema can see of partneralimentatie, it sees as the reader does.
func TestSchemaPartneralimentatie(t *testing.T) {
	schema := compileer(t)
	vervang := func(data, oud, nieuw string) string {
		if !strings.Contains(data, oud) {
			t.Fatalf("%q staat er niet", oud)
		}
		return strings.Replace(data, oud, nieuw, 1)
	}
	for naam, data := range map[string]string{
		"geen kinderen":                vervang(basis, basis[strings.Index(basis, "kinderen:"):strings.Index(basis, "behoefte:")], ""),
		"lege lijst kinderen":          vervang(basis, basis[strings.Index(basis, "kinderen:"):strings.Index(basis, "behoefte:")], "kinderen: []\n"),
		"behoefte zonder kinderen":     vervang(zonderKinderen, "perioden:", "behoefte: {vastgesteld: {bedrag: 1, jaar: 2024, reden: r}}\nperioden:"),
		"stiefouder zonder kinderen":   vervang(zonderKinderen, "perioden:", "stiefouders: [{id: karel, echtgenoot_van: man}]\nperioden:"),
		"ouders en partijen":           vervang(basis, "kinderen:", "partijen: [{id: a}, {id: b}]\nkinderen:"),
		"ouders noch partijen":         vervang(basis, "ouders:\n  - {id: moeder}\n  - {id: vader}\n", ""),
		"zonder gerechtigde":           vervang(zonderKinderen, "  gerechtigde: vrouw\n", ""),
		"twee manieren":                vervang(zonderKinderen, "    hofnorm:", "    vastgesteld: {bedrag: 1, jaar: 2024, reden: r}\n    hofnorm:"),
		"een ander woord dan geen":     vervang(zonderKinderen, "inkomen: geen", "inkomen: nihil"),
		"verlaging zonder reden":       vervang(allesPartner, "{bedrag: 300, reden: woont samen,", "{bedrag: 300,"),
		"een keuze die er niet is":     vervang(allesPartner, "als-inkomen", "meetellen"),
		"voorlopig als ander antwoord": vervang(allesPartner, "voorlopige_voorziening: ja", "voorlopige_voorziening: misschien"),
	} {
		_, problemen := Lees("zaak.yaml", []byte(data), Opties{})
		if schema.Validate(instantie(t, data)) == nil || problemen == nil {
			t.Errorf("%s: goedgekeurd (lezer: %v)", naam, problemen)
		}
	}
	for _, data := range []string{
		vervang(zonderKinderen, "perioden:", "kinderen: []\nstiefouders: []\nperioden:"),
		vervang(basis, "ouders:", "partijen:"),
	} {
		if err := schema.Validate(instantie(t, data)); err != nil {
			t.Error(err)
		}
	}
}
