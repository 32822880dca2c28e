package render_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"annex/calc"
	"annex/calc/sheet"
	"annex/calc/watals"
	"annex/calc/zaak"
	"annex/norms"
	"annex/render"
	"annex/templates"

	"github.com/shopspring/decimal"
)

func watAlsVan(t *testing.T, naam string) []render.Blok {
	t.Helper()
	data, err := os.ReadFile("../testdata/zaken/" + naam + ".yaml")
	if err != nil {
		t.Fatal(err)
	}
	z, problemen := zaak.Lees(naam, data, zaak.Opties{})
	if len(problemen) > 0 {
		t.Fatal(problemen.Tekst())
	}
	set, err := norms.Load()
	if err != nil {
		t.Fatal(err)
	}
	r := resultaatVan(t, naam, data)
	return alleenWatAls(t, r, calc.WatAls(z, set, r))
}

// alleenWatAls fills a document with nothing but that part.
func alleenWatAls(t *testing.T, r *sheet.Result, list *watals.Lijst) []render.Blok {
	t.Helper()
	sjabloon := *templates.Standaard().Lezer(templates.Ouder)
	sjabloon.Hoofdstukken = []templates.Hoofdstuk{{Delen: []string{"watals"}}}
	d, err := render.Bijlage(r, &sjabloon, render.WatAls{Lijst: list})
	if err != nil {
		t.Fatal(err)
	}
	return d.Blokken
}

// The figures are worked out by hand in calc/watals_test.go.
func TestWatAls(t *testing.T) {
	for naam, want := range map[string][]string{
		"rapport-5-1-stap-2-en-3": {
			"Het netto inkomen (NBI) van ouder II is € 100 per maand hoger|€ 2.700 in plaats van € 2.600|€ 161|€ 23 meer|",
			"Fenna is gemiddeld één dag per week vaker bij ouder II|2 in plaats van 1|€ 93|€ 45 minder|",
			"Is het netto inkomen (NBI) € 2.545 per maand of minder? Dan is er samen te weinig draagkracht voor wat Fenna kost. Bij € 2.545 is het bedrag € 123.",
			"Tot € 4.100 per maand slaat er bij een hoger inkomen niets om. Verder is niet gekeken.",
			"Tussen € 2.546 en € 4.100 per maand gaat het bedrag van € 124 naar € 286. Gemiddeld is dat € 10,42 meer voor iedere € 100 erbij.",
		},
		"minimum-een-kind": {
			"Het netto inkomen (NBI) van de vader is € 100 per maand lager|€ 1.774,99 in plaats van € 1.874,99|€ 25|geen verschil|",
			"Bij € 1.655 blijft het bedrag nog gelijk.",
			"Het bedrag verandert pas als het netto inkomen (NBI) € 2.001 per maand of meer is. Bij € 2.001 is het bedrag € 24.",
		},
		"kinderen-bij-beide-ouders-vader-betaalt": {
			"Het netto inkomen (NBI) van de vader is € 100 per maand hoger (€ 3.465 in plaats van € 3.365)|",
			"Niels (de moeder betaalt)|€ 2|€ 13 minder|", "Sofie (de vader betaalt)|€ 362|€ 13 meer|", "na verrekening (de vader betaalt)|€ 360|€ 26 meer|",
			"Bij € 2.439 is het bedrag na verrekening € 206 (de vader betaalt).",
			"gaat het bedrag na verrekening (de vader betaalt) van € 362 naar € 206.",
			"telt de zorgkorting voor Sofie niet meer mee, omdat het tekort te groot is",
		},
		"wetsvoorstel-mvt-voorbeeld-3": {
			"Noor is 52 nachten per jaar (één per week) minder vaak bij ouder Z|108 in plaats van 160|€ 137,30|€ 28,80 meer|",
			"Is het alimentatie-inkomen € 1.250 per maand of meer? Dan valt ouder X in een andere trede van de draagkrachttabel, namelijk vanaf € 1.250.",
			"Tussen € 1.000 en € 1.249 per maand blijft het bedrag € 108,50.",
		},
		"inkomen-loonstrook-tot-bedrag": {
			"Het bruto inkomen van de vader (monteur) is € 100 per maand hoger (€ 3.742,18 in plaats van € 3.642,18)|",
			"Eva en Daan, ieder|", "Eva en Daan zijn gemiddeld één dag per week vaker bij de vader (3 in plaats van 2)|",
		},
		"partner-kinderen-kgb-verrekenen": {
			"Noor|€ 161|€ 34 meer|de vrouw zelf|€ 1.167|geen verschil|",
		},
		"wetsvoorstel-studenten": {
			"Het alimentatie-inkomen van de moeder is € 100 per maand hoger|€ 2.550 in plaats van € 2.450|als nu|geen verschil|",
			"Bas, studiekosten (de moeder betaalt)|",
			// Only what changes, of eight amounts.
			"Ada is 52 nachten per jaar (één per week) minder vaak bij de vader (8 in plaats van 60)|Ada (de vader betaalt)|€ 311,83|€ 34,30 meer|de andere bedragen|als nu|geen verschil|Bas is 52 nachten",
			"Tussen € 2.400 en € 2.699 per maand blijven alle bedragen zoals zij nu zijn.",
			"Bij € 2.700 is het bedrag: voor Ada € 256,45 (de vader betaalt); voor Bas € 290,75 (de vader betaalt);",
			"voor de studiekosten van Cas € 100,23 (de vader betaalt).",
		},
		"minimum-twee-kinderen": {
			"Bij een lager inkomen slaat er niets om.", "Bij € 1.832 is het bedrag voor de kinderen samen € 48.", "Tussen € 0 en € 1.219 per maand blijven alle bedragen zoals zij nu zijn.",
		},
		"draagkracht-vastgesteld": {
			"De draagkracht van de vader is vastgesteld. Een ander inkomen van de vader verandert daarom niets aan het bedrag.",
		},
	} {
		got := texts(&render.Document{Blokken: watAlsVan(t, naam)})
		// The rows of a table one after the other, as their cells are.
		regels := strings.ReplaceAll(strings.ReplaceAll(got, "||", "|"), "|\n", "|")
		for _, text := range want {
			if !strings.Contains(regels, text) {
				t.Errorf("%s does not say %q\n%s", naam, text, got)
			}
		}
	}
}

// Without a list, or with nothing in it, there is no block.
func TestWatAlsZonderRijen(t *testing.T) {
	data, err := os.ReadFile("../testdata/zaken/design-schets.yaml")
	if err != nil {
		t.Fatal(err)
	}
	r := resultaatVan(t, "design-schets", data)
	for _, list := range []*watals.Lijst{nil, {}} {
		if blokken := alleenWatAls(t, r, list); len(blokken) != 0 {
			t.Errorf("%d blocks", len(blokken))
		}
	}
}

// Every change of every golden case has words, and no sentence has a hole where a
// figure is missing.
func TestWatAlsGeenGaten(t *testing.T) {
	gat := regexp.MustCompile(`  | [.,;:]|<no value>|map\[|\(\)|€ +[a-z]|(meer|minder)\? Bij`)
	paths, err := filepath.Glob("../testdata/zaken/*.yaml")
	if err != nil || len(paths) == 0 {
		t.Fatal("no golden cases", err)
	}
	told := 0
	for _, path := range paths {
		naam := strings.TrimSuffix(filepath.Base(path), ".yaml")
		if strings.HasSuffix(naam, ".verwacht") || naam == "vreemde-teksten" { // the latter brings its own
			continue
		}
		for _, line := range strings.FieldsFunc(texts(&render.Document{Blokken: watAlsVan(t, naam)}), func(r rune) bool { return r == '\n' || r == '|' }) {
			told++
			if gat.MatchString(line) {
				t.Errorf("%s: %q", naam, line)
			}
		}
	}
	if told < 1000 {
		t.Errorf("%d texts", told)
	}
}

// Everything that can change has words, also what no golden case has.
func TestWatAlsWoorden(t *testing.T) {
	t.Parallel()
	soorten := map[string][]string{
		calc.KenmerkTekort: {watals.Ja, watals.Nee}, calc.KenmerkDraagkracht: {watals.Ja, watals.Nee}, calc.KenmerkZorgkorting: {watals.Ja, watals.Nee},
		calc.KenmerkWoonlast: {watals.Ja, watals.Nee}, calc.KenmerkSamenloop: {watals.Ja, watals.Nee}, calc.KenmerkToets: {watals.Ja, watals.Nee},
		watals.KenmerkBetaling: {watals.Ja, watals.Nee}, watals.KenmerkSaldo: {watals.Ja, watals.Nee},
		calc.KenmerkWijze: {calc.WijzeMinimum, calc.WijzeRij, calc.WijzeFormule}, calc.KenmerkKGB: {calc.KGBVol, calc.KGBAfbouw, calc.KGBGeen},
		calc.KenmerkGrens: {calc.GrensBehoefte, calc.GrensDraagkracht, calc.GrensVergelijking}, calc.KenmerkTrede: {"1.250"},
	}
	data, err := os.ReadFile("../testdata/zaken/design-schets.yaml")
	if err != nil {
		t.Fatal(err)
	}
	r := resultaatVan(t, "design-schets", data)
	vader, noor := sheet.Persoon{ID: "vader", Naam: "de vader"}, sheet.Persoon{ID: "noor", Naam: "Noor"}
	betalingen := []watals.Betaling{{Soort: "kinderalimentatie", Voor: noor, Betaler: vader, Was: decimal.New(115, 0), Wordt: decimal.New(138, 0), Verschil: decimal.New(23, 0)}}
	seen := map[string]string{}
	for soort, standen := range soorten {
		for _, stand := range standen {
			nbi := watals.Cijfer{Soort: watals.NBI, Eenheid: sheet.EURPerMaand}
			list := &watals.Lijst{
				Rijen:    []watals.Rij{{Cijfer: nbi, Wie: vader, Betalingen: betalingen}},
				Inkomens: []watals.Inkomen{{Cijfer: nbi, Wie: vader, Omhoog: &watals.Grens{Bij: decimal.New(2000, 0), Betalingen: betalingen, Wijzigt: []watals.Wijziging{{Soort: soort, Wie: vader, Wordt: stand}}}}},
			}
			_, zin, _ := strings.Cut(texts(&render.Document{Blokken: alleenWatAls(t, r, list)}), "Is het netto inkomen (NBI) € 2.000 per maand of meer?")
			zin, _, _ = strings.Cut(zin, " Bij € 2.000 ")
			if strings.TrimSpace(zin) == "" {
				t.Errorf("%s, %s: no words", soort, stand)
			}
			if before, twice := seen[zin]; twice {
				t.Errorf("%s, %s: the words of %s: %q", soort, stand, before, zin)
			}
			seen[zin] = soort + ", " + stand
		}
	}
}
