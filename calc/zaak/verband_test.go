package zaak

import (
	"errors"
	"strings"
	"testing"
	"time"
)

const hintMeerderjarig = "voeg bij dit kind toe: meerderjarig: {opleiding: mbo, woont: thuis}, of zet dat onder kinderen in de periode waarin het geldt"

// metKind puts another child in the place of that of the basis.
func metKind(kind string, want ...string) geval {
	return geval{basis[strings.Index(basis, "  - {id: noor"):strings.Index(basis, "behoefte:")], "  - " + kind + "\n", want}
}

// inPeriode adds to the period of the basis.
func inPeriode(regels string, want ...string) geval {
	return geval{"  - vanaf: 2025-03-01\n", "  - vanaf: 2025-03-01\n    " + regels + "\n", want}
}

// bijVader adds to what the father has in the period of the basis.
func bijVader(regel string, want ...string) geval {
	return geval{"bijstand: nee", regel, want}
}

func TestHoofdverblijf(t *testing.T) {
	const ontbreekt = "Z102 kinderen[0].hoofdverblijf | De sleutel hoofdverblijf ontbreekt. | "
	controleerGevallen(t, Opties{}, []geval{
		metKind("§{id: noor, geboren: 2015-04-02}", ontbreekt),
		metKind("{id: noor}", "7:5 Z102 kinderen[0].geboren | De sleutel geboren ontbreekt. | ", "7:5 "+ontbreekt),
		metKind("{id: noor, geboren: 2015-04-02, §hoofdverblijf: }",
			"Z104 kinderen[0].hoofdverblijf | Achter hoofdverblijf staat geen waarde. | vul de waarde in, of verwijder de regel als de sleutel niet verplicht is"),
		metKind("{id: noor, geboren: 2006-04-02, meerderjarig: {opleiding: mbo, woont: zelfstandig}}"),
		metKind("§{id: noor, geboren: 2006-04-02, meerderjarig: {opleiding: mbo, woont: thuis}}", ontbreekt),
		metKind("{id: noor, geboren: 2006-04-02, meerderjarig: {opleiding: mbo, woont: §alleen}}",
			`Z212 kinderen[0].meerderjarig.woont | "alleen" is hier geen mogelijkheid. | `),
		metKind("§{id: noor, geboren: 2006-04-02, zorg: {vader: {dagen_per_week: 1}}, meerderjarig: {opleiding: mbo, woont: zelfstandig}}", ontbreekt),
		metKind("{id: noor, geboren: 2006-04-02, behoefte: {bedrag: 450, jaar: 2024, reden: r}}"),
		inPeriode("kinderen: [{kind: noor, hoofdverblijf: vader, zorg: {moeder: {dagen_per_week: 2}}}]"),
		inPeriode("kinderen: [{kind: noor, zorg: {§moeder: {dagen_per_week: 2}}}]",
			"Z402 perioden[0].kinderen[0].zorg.moeder | Het kind heeft het hoofdverblijf bij moeder; hier hoort de zorg door de andere ouder. | "),
		inPeriode("kinderen: [{kind: noor, hoofdverblijf: vader, zorg: {§vader: {dagen_per_week: 2}}}]",
			"Z402 perioden[0].kinderen[0].zorg.vader | Het kind heeft het hoofdverblijf bij vader; hier hoort de zorg door de andere ouder. | "),
		inPeriode("kinderen: [{kind: noor, §hoofdverblijf: vader}]",
			"Z402 perioden[0].kinderen[0].hoofdverblijf | noor heeft in deze periode het hoofdverblijf bij vader, maar de zorg onder kinderen is de zorg door vader. | geef in deze periode bij dit kind ook zorg op, door de andere ouder"),
		inPeriode("kinderen: [{kind: noor, hoofdverblijf: §oma}]",
			`Z106 perioden[0].kinderen[0].hoofdverblijf | Er is geen ouder met de id "oma". | `),
	})
}

func TestKindInPeriode(t *testing.T) {
	controleerGevallen(t, Opties{}, []geval{
		inPeriode("kinderen: []"),
		inPeriode("kinderen: [{kind: noor}]"),
		inPeriode("kinderen: [{kind: §nor}]", `Z109 perioden[0].kinderen[0].kind | Er is geen kind met de id "nor". | bedoelt u noor?`),
		inPeriode("kinderen: [§{zorg: {vader: {dagen_per_week: 2}}}]", "Z102 perioden[0].kinderen[0].kind | De sleutel kind ontbreekt. | "),
		inPeriode("kinderen: [{kind: noor}, {kind: §noor}]",
			"Z412 perioden[0].kinderen[1].kind | noor staat al in deze lijst, op regel 15. | zet bij elkaar wat in deze periode voor dit kind anders is"),
		inPeriode("kinderen: [{kind: noor, §naam: Noor}]",
			`Z101 perioden[0].kinderen[0].naam | "naam" is geen sleutel van een kind in een periode. | naam hoort bij de opsteller, een ouder, een stiefouder of een kind; klopt de inspringing?`),
		inPeriode("kinderen: [{kind: noor, behoefte: {bedrag: 1, jaar: §2026, reden: r}}]",
			"Z410 perioden[0].kinderen[0].behoefte.jaar | Het jaar 2026 ligt na de ingangsdatum 2025-03-01. | "),
		inPeriode("kinderen: [{kind: noor, §meerderjarig: {opleiding: mbo, woont: thuis}}]",
			"Z416 perioden[0].kinderen[0].meerderjarig | noor wordt op 2033-04-02 18 jaar; meerderjarig geldt in deze periode nog niet. | klopt de geboortedatum? Voeg anders een periode toe met vanaf: 2033-04-02, of verwijder meerderjarig"),
		inPeriode("kinderen: [{kind: noor, §behoeftig: {reden: ziek}}]",
			"Z416 perioden[0].kinderen[0].behoeftig | noor wordt op 2036-04-02 21 jaar; behoeftig geldt in deze periode nog niet. | klopt de geboortedatum? Voeg anders een periode toe met vanaf: 2036-04-02, of verwijder behoeftig"),
	})
}

// The day of the birthday counts as the new age.
const geenAanspraak = "14:12 Z504 perioden[0].vanaf | Op 2025-03-01 zijn alle kinderen 21 jaar of ouder, en geen van hen is behoeftig. | " +
	"verwijder deze periode, of voeg bij een kind toe: behoeftig: {reden: kan door ziekte niet werken, bron: productie 9}"

func TestLeeftijd(t *testing.T) {
	kinderen := basis[strings.Index(basis, "  - {id: noor"):strings.Index(basis, "behoefte:")]
	const tweePerioden = "perioden:\n  - {vanaf: 2024-01-01, moeder: {nbi: 1}, vader: {nbi: 1}}\n"
	controleerGevallen(t, Opties{}, []geval{
		metKind("{id: noor, geboren: 2007-03-02, hoofdverblijf: moeder}"),
		metKind("{id: noor, geboren: §2007-03-01, hoofdverblijf: moeder}",
			"Z502 kinderen[0].geboren | noor is op de ingangsdatum 2025-03-01 18 jaar of ouder; er staat niet wat het kind dan nodig heeft. | "+hintMeerderjarig),
		metKind("{id: noor, geboren: §2004-03-02}",
			"Z502 kinderen[0].geboren | noor is op de ingangsdatum 2025-03-01 18 jaar of ouder; er staat niet wat het kind dan nodig heeft. | "+hintMeerderjarig),
		metKind("{id: noor, geboren: 2004-03-01}", geenAanspraak),
		{kinderen, "  - {id: noor, geboren: 2004-03-01}\n  - {id: bo, geboren: 2015-04-02, hoofdverblijf: moeder}\n", nil}, // 21: no claim
		metKind("{id: noor, geboren: §2004-03-01, behoeftig: {reden: ziek}}",
			"Z502 kinderen[0].geboren | noor is op de ingangsdatum 2025-03-01 18 jaar of ouder; er staat niet wat het kind dan nodig heeft. | "+hintMeerderjarig),
		metKind("{id: noor, geboren: 2004-03-01, behoeftig: {reden: ziek}, meerderjarig: {opleiding: geen, norm: mbo, woont: zelfstandig}}"),
		metKind("{id: noor, geboren: 2004-03-02, meerderjarig: {opleiding: mbo, woont: zelfstandig}, §behoeftig: {reden: ziek}}",
			"Z416 kinderen[0].behoeftig | noor wordt op 2025-03-02 21 jaar; behoeftig geldt in geen enkele periode. | klopt de geboortedatum? Voeg anders een periode toe met vanaf: 2025-03-02, of verwijder behoeftig"),
		metKind("{id: noor, geboren: 2007-03-02, hoofdverblijf: moeder, §meerderjarig: {opleiding: mbo, woont: thuis}}",
			"Z416 kinderen[0].meerderjarig | noor wordt op 2025-03-02 18 jaar; meerderjarig geldt in geen enkele periode. | klopt de geboortedatum? Voeg anders een periode toe met vanaf: 2025-03-02, of verwijder meerderjarig"),
		metKind("{id: noor, geboren: 2006-04-02, §meerderjarig: }",
			"Z104 kinderen[0].meerderjarig | Achter meerderjarig staat geen waarde. | vul de waarde in, of verwijder de regel als de sleutel niet verplicht is"),
		// of one need one period is said
		{"hoofdverblijf: moeder, zorg: {vader: {dagen_per_week: 1}}}\n" + gezin + "perioden:\n",
			"hoofdverblijf: moeder, behoefte: {bedrag: 1, jaar: §2026, reden: r}}\n" + tweePerioden, []string{
				"Z410 kinderen[0].behoefte.jaar | Het jaar 2026 ligt na de ingangsdatum 2024-01-01. | "}},
	})
}

func TestBehoefteNodig(t *testing.T) {
	const ontbreekt = "1:1 Z102 behoefte | De sleutel behoefte ontbreekt. | "
	kinderen := basis[strings.Index(basis, "  - {id: noor"):strings.Index(basis, "perioden:")]
	zonder := func(kind string, want ...string) geval { return geval{kinderen, "  - " + kind + "\n", want} }
	controleerGevallen(t, Opties{}, []geval{
		{gezin, "", []string{ontbreekt}},
		{gezin, "§behoefte:\n", []string{"Z104 behoefte | Achter behoefte staat geen waarde. | vul de waarde in, of verwijder de regel als de sleutel niet verplicht is"}},
		zonder("{id: noor, geboren: 2015-04-02, hoofdverblijf: moeder, behoefte: {bedrag: 1, jaar: 2024, reden: r}}"),
		zonder("{id: noor, geboren: 2006-04-02, meerderjarig: {opleiding: mbo, woont: zelfstandig}}"),
		zonder("{id: noor, meerderjarig: {opleiding: mbo, woont: zelfstandig}}", "7:5 Z102 kinderen[0].geboren | De sleutel geboren ontbreekt. | "),
		zonder("{id: noor, geboren: 2004-01-01, bijzondere_kosten: [{omschrijving: x, bedrag: 1, §voor_scheiding: {bedrag: 1}}]}\n  - {id: bo, geboren: 2006-04-02, meerderjarig: {opleiding: mbo, woont: zelfstandig}}",
			"Z411 kinderen[0].bijzondere_kosten[0].voor_scheiding | Kosten van voor de scheiding gaan van het gezinsinkomen af; een gezinsinkomen is niet opgegeven. | "),
	})
}

func TestMeerderjarig(t *testing.T) {
	met := func(regel string, want ...string) geval {
		return metKind("{id: noor, geboren: 2006-04-02, hoofdverblijf: moeder, "+regel+"}", want...)
	}
	const pad = " kinderen[0].meerderjarig."
	controleerGevallen(t, Opties{}, []geval{
		met("§meerderjarig: {opleiding: geen, woont: thuis}",
			"Z102"+pad+"norm | De sleutel norm ontbreekt. | nodig omdat opleiding geen is: de norm volgt dan niet uit de opleiding"),
		met("meerderjarig: {opleiding: geen, §norm: , woont: thuis}",
			"Z104"+pad+"norm | Achter norm staat geen waarde. | vul de waarde in, of verwijder de regel als de sleutel niet verplicht is"),
		met("meerderjarig: {opleiding: geen, norm: mbo, woont: thuis, §lesgeld: 100}", "Z411"+pad+"lesgeld | Zonder opleiding is er geen lesgeld. | "),
		met("meerderjarig: {opleiding: mbo, §norm: mbo, woont: thuis}", "Z411"+pad+"norm | De norm volgt uit de opleiding. | "),
		met("meerderjarig: {opleiding: mbo, woont: thuis, §leermiddelen: 60}",
			"Z411"+pad+"leermiddelen | Bij een opleiding horen leermiddelen; zij blijven deel van het normbedrag. | "),
		met("meerderjarig: {opleiding: mbo, woont: zelfstandig, §geen_woonlast: {bedrag: 100, reden: r}}",
			"Z411"+pad+"geen_woonlast | Een kind dat zelfstandig woont, woont niet zonder woonlasten thuis. | "),
		met("meerderjarig: {opleiding: §hbo, woont: thuis}", `Z212`+pad+`opleiding | "hbo" is hier geen mogelijkheid. | bedoelt u hbo-wo?`),
		met("meerderjarig: {opleiding: mbo, woont: §uitwonend}", `Z212`+pad+`woont | "uitwonend" is hier geen mogelijkheid. | bedoelt u zelfstandig?`),
		met("meerderjarig: {opleiding: mbo, woont: thuis, §collegegeld: 100}",
			`Z101`+pad+`collegegeld | "collegegeld" is geen sleutel van een meerderjarig kind. | bedoelt u lesgeld?`),
		met("§meerderjarig: {woont: thuis}", "Z102"+pad+"opleiding | De sleutel opleiding ontbreekt. | "),
		met("meerderjarig: {opleiding: mbo, woont: thuis}, §behoefte: {bedrag: 1, jaar: 2024, reden: r}",
			"Z411 kinderen[0].behoefte | meerderjarig en behoefte gaan niet samen. | "),
		met("meerderjarig: {opleiding: mbo, woont: thuis}, eerdere_bijdrage: {bedrag: 250, vastgesteld_op: 2025-03-01}"),
		met("meerderjarig: {opleiding: mbo, woont: thuis}, eerdere_bijdrage: {bedrag: 250, vastgesteld_op: §2025-03-02}",
			"Z413 kinderen[0].eerdere_bijdrage.vastgesteld_op | De eerdere bijdrage is vastgesteld op 2025-03-02, na de ingangsdatum 2025-03-01. | "),
	})
}

func TestStiefouders(t *testing.T) {
	met := func(stiefouders string, want ...string) geval {
		return geval{"kinderen:\n", "stiefouders: " + stiefouders + "\nkinderen:\n", want}
	}
	controleerGevallen(t, Opties{}, []geval{
		met("[]"),
		met("[{id: karel, echtgenoot_van: moeder}, {id: anna, echtgenoot_van: vader}]"),
		met("[{id: karel, echtgenoot_van: moeder}, {id: anna, echtgenoot_van: §moeder}]",
			"Z412 stiefouders[1].echtgenoot_van | Van moeder staat er al een echtgenoot, op regel 6. | "),
		met("[{id: karel, echtgenoot_van: §oma}]", `Z106 stiefouders[0].echtgenoot_van | Er is geen ouder met de id "oma". | `),
		met("[§{id: karel}]", "Z102 stiefouders[0].echtgenoot_van | De sleutel echtgenoot_van ontbreekt. | "),
		met("[{id: §moeder, echtgenoot_van: moeder}]", "Z401 stiefouders[0].id | De id moeder is al gebruikt op regel 4. | geef elke ouder en elk kind een eigen id"),
		met("[{id: a, echtgenoot_van: moeder}, {id: b, echtgenoot_van: vader}, §{id: c}]", "Z108 stiefouders[2] | De lijst stiefouders heeft 3 onderdelen. | "),
		met("[{id: karel, echtgenoot_van: moeder, geboren: §2025-02-15}]",
			"Z408 stiefouders[0].geboren | De geboortedatum 2025-02-15 ligt na de datum van het stuk, 2025-02-14. | "),
		inPeriode("§karel: {nbi: 1900}", `Z106 perioden[0].karel | Er is geen ouder met de id "karel". | `),
		{"kinderen:\n", "stiefouders: §karel\nkinderen:\n", []string{`Z105 stiefouders | Hier staat de waarde "karel"; hier hoort een lijst. | `}},
		// a stepparent has no key outside the periods
		{gezin, "stiefouders: [{id: karel, echtgenoot_van: moeder}]\n" + strings.Replace(gezin, "    vader:", "    §karel: {nbi: 1}\n    vader:", 1), []string{
			`Z106 behoefte.gezinsinkomen.karel | Er is geen ouder met de id "karel". | `}},
		{gezin + "perioden:\n  - vanaf: 2025-03-01\n", "stiefouders: [{id: karel, echtgenoot_van: moeder}]\n" + gezin +
			"perioden:\n  - vanaf: 2025-03-01\n    karel: {nbi: 1, §aanvaardbaarheidstoets: {reden: r, woonlast: 1, zorgpremie: 1}}\n", []string{
			`Z101 perioden[0].karel.aanvaardbaarheidstoets | "aanvaardbaarheidstoets" is geen sleutel van een stiefouder in een periode. | `}},
		// one mistake in the list does not make every period wrong
		{gezin + "perioden:\n  - vanaf: 2025-03-01\n", "stiefouders: [{id: §Karel, echtgenoot_van: moeder}]\n" + gezin +
			"perioden:\n  - vanaf: 2025-03-01\n    karel: {nbi: 1}\n", []string{
			`Z213 stiefouders[0].id | "Karel" is geen geldige id. | bedoelt u karel? De gewone schrijfwijze hoort bij naam of aanduiding`}},
	})
}

func TestStijgingLater(t *testing.T) {
	met := func(peildatum string, want ...string) geval {
		return geval{"    vader: {nbi: 1800}\n", "    vader: {nbi: 1800}\n    stijging: {peildatum: " + peildatum + ", ouder: vader, nbi: 4200}\n", want}
	}
	opties := proefopties()
	opties.NormenBehoefte = func(peildatum, _ time.Time) error {
		if peildatum.Year() < 2025 || peildatum.Month() > time.January {
			return errors.New("geen tabel")
		}
		return nil
	}
	controleerGevallen(t, opties, []geval{
		met("§2025-01-01", "Z414 behoefte.gezinsinkomen.stijging.peildatum | De peildatum van de stijging, 2025-01-01, ligt niet na de eerste peildatum, 2025-01-01. | "),
		met("2025-01-02"),
		met("§2025-03-01", "Z503 behoefte.gezinsinkomen.stijging.peildatum | Geen tabel. | annex normen laat zien voor welke datums er normen zijn"),
		met("2025-03-02"), // no period from then on
	})
}

func TestGaatNietSamen(t *testing.T) {
	const verlies = "inkomensverlies: {oud_nbi: 3200, zelf_veroorzaakt: nee, reden: r}"
	const zorg = "langdurige_zorg: {eigen_bijdrage: 900, noodzakelijke_lasten: 300, reden: r}"
	const toets = "aanvaardbaarheidstoets: {reden: r, woonlast: 1, zorgpremie: 1}"
	samen := func(a, b, sleutelA, sleutelB string) geval {
		return bijVader(a+"\n      §"+b, "Z411 perioden[0].vader."+sleutelB+" | "+sleutelA+" en "+sleutelB+" gaan niet samen. | ")
	}
	controleerGevallen(t, Opties{}, []geval{
		samen("schuldsanering: {reden: r}", verlies, "schuldsanering", "inkomensverlies"),
		samen("draagkracht: {bedrag: 1, reden: r}", verlies, "draagkracht", "inkomensverlies"),
		samen("woonlast: {bedrag: 1, soort: lager, reden: r}", zorg, "woonlast", "langdurige_zorg"),
		samen("voormalige_woning: {eigen_woonlast: 1}", zorg, "voormalige_woning", "langdurige_zorg"),
		samen("schuldsanering: {reden: r}", zorg, "schuldsanering", "langdurige_zorg"),
		samen("draagkracht: {bedrag: 1, reden: r}", zorg, "draagkracht", "langdurige_zorg"),
		samen("schuldsanering: {reden: r}", toets, "schuldsanering", "aanvaardbaarheidstoets"),
		samen("draagkracht: {bedrag: 1, reden: r}", toets, "draagkracht", "aanvaardbaarheidstoets"),
		bijVader(verlies + "\n      " + zorg),
	})
}

func TestInkomensverlies(t *testing.T) {
	met := func(antwoorden string, want ...string) geval {
		return bijVader("§inkomensverlies: {oud_nbi: 3200, reden: r, zelf_veroorzaakt: "+antwoorden+"}", want...)
	}
	goed := func(antwoorden string) geval {
		return bijVader("inkomensverlies: {oud_nbi: 3200, reden: r, zelf_veroorzaakt: " + antwoorden + "}")
	}
	const pad = " perioden[0].vader.inkomensverlies."
	controleerGevallen(t, Opties{}, []geval{
		goed("nee"),
		goed("nee, herstelbaar: nee"),
		goed("ja, herstelbaar: ja, te_vergen: ja"),
		goed("ja, herstelbaar: ja, te_vergen: nee, onthouden: nee"),
		met("ja, te_vergen: ja", "Z102"+pad+"herstelbaar | De sleutel herstelbaar ontbreekt. | nodig omdat zelf_veroorzaakt ja is"),
		met("ja, herstelbaar: ja", "Z102"+pad+"te_vergen | De sleutel te_vergen ontbreekt. | nodig omdat zelf_veroorzaakt ja is"),
		met("ja, herstelbaar: nee, te_vergen: ja", "Z102"+pad+"onthouden | De sleutel onthouden ontbreekt. | nodig omdat herstelbaar nee is"),
		met("ja, herstelbaar: ja, te_vergen: nee", "Z102"+pad+"onthouden | De sleutel onthouden ontbreekt. | nodig omdat te_vergen nee is"),
	})
	opties := proefopties()
	opties.NormenToets = func(_ time.Time, wie Ouder, s Situatie) error {
		if v := s.Inkomensverlies; wie.ID != "vader" || v != nil && v.Bijstandsnorm != nil {
			return nil
		}
		return errors.New("geen bijstandsnorm")
	}
	const geen = "14:12 Z503 perioden[0].vanaf | Geen bijstandsnorm. | annex normen laat zien voor welke datums er normen zijn"
	controleerGevallen(t, opties, []geval{
		bijVader("inkomensverlies: {oud_nbi: 3200, reden: r, zelf_veroorzaakt: nee}", geen),
		bijVader("inkomensverlies: {oud_nbi: 3200, reden: r, zelf_veroorzaakt: nee, bijstandsnorm: 1345}"),
		bijVader("aanvaardbaarheidstoets: {reden: r, woonlast: 1, zorgpremie: 1}", geen),
	})
}

func TestLastenDeel(t *testing.T) {
	met := func(last string, want ...string) geval {
		return bijVader("lasten: [{omschrijving: auto, bedrag: 200, "+last+"}]", want...)
	}
	const pad = " perioden[0].vader.lasten[0]."
	controleerGevallen(t, Opties{}, []geval{
		met("vermijdbaar: ja, vermijdbaar_deel: 200, verwijtbaar: nee"),
		met("vermijdbaar: ja, vermijdbaar_deel: §200.01, verwijtbaar: nee",
			"Z415"+pad+"vermijdbaar_deel | Het deel dat vermijdbaar is, 200.01, is hoger dan de last zelf, 200. | is de hele last vermijdbaar, laat vermijdbaar_deel dan weg"),
		met("vermijdbaar: nee, verwijtbaar: nee, §verwijtbaar_deel: 100",
			"Z411"+pad+"verwijtbaar_deel | De last is niet verwijtbaar; een deel dat dat wel is, is er dan niet. | "),
	})
}

func TestAndereKinderen(t *testing.T) {
	met := func(aantal string, want ...string) geval {
		return bijVader("andere_kinderen: [{omschrijving: Sam, aantal: "+aantal+", behoefte: 300, draagkracht_anderen: 0}]", want...)
	}
	const pad = " perioden[0].vader.andere_kinderen[0].aantal | "
	controleerGevallen(t, Opties{}, []geval{
		met("1"),
		met("20"),
		met("§0", "Z207"+pad+"0 is hier geen mogelijk aantal. | "),
		met("§21", "Z207"+pad+"21 is hier geen mogelijk aantal. | "),
		met("§99999999999999999999", "Z207"+pad+"99999999999999999999 is hier geen mogelijk aantal. | "),
		met("§1.5", "Z202"+pad+`"1.5" is geen heel getal. | `),
		met("§-1", "Z202"+pad+`"-1" is geen heel getal. | `),
		met("§twee", "Z202"+pad+`"twee" is geen heel getal. | `),
		met("§'2'", "Z202"+pad+`"2" is geen heel getal. | `),
		met("§[]", "Z105"+pad+"Hier staat een lijst; hier hoort één waarde. | "),
	})
}

func TestGelijkendeSleutels(t *testing.T) {
	controleerGevallen(t, Opties{}, []geval{
		// inkomen is a key elsewhere, and still most often means nbi
		{"nbi: 2600", "§inkomen: 2600", []string{`Z105 perioden[0].vader.inkomen | Hier staat de waarde "2600"; hier hoort een blok met sleutels. | is dit een netto besteedbaar inkomen? Schrijf dan nbi in plaats van inkomen`}},
	})
}

// A norm that is missing is said at the start of the period that needs it.
func TestNormenStudie(t *testing.T) {
	opties := proefopties()
	opties.NormenStudie = func(time.Time) error { return errors.New("geen normen \"studiefinanciering\"") }
	const geen = `14:12 Z503 perioden[0].vanaf | Geen normen "studiefinanciering". | annex normen laat zien voor welke datums er normen zijn`
	controleerGevallen(t, opties, []geval{
		metKind("{id: noor, geboren: 2006-04-02, meerderjarig: {opleiding: mbo, woont: zelfstandig}}", geen),
		metKind("{id: noor, geboren: 2004-01-01, meerderjarig: {opleiding: mbo, woont: zelfstandig}}", geenAanspraak),
		metKind("{id: noor, geboren: 2004-01-01, behoeftig: {reden: r}, meerderjarig: {opleiding: mbo, woont: zelfstandig}}", geen),
		metKind("{id: noor, geboren: 2006-04-02, behoefte: {bedrag: 450, jaar: 2024, reden: r}}"),
	})
}
