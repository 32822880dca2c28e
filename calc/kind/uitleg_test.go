package kind_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"annex/calc/kind"
	"annex/calc/partij"
	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"
)

// warnings gives the texts of the warnings with this code.
func warnings(r *sheet.Result, code string) []string {
	var out []string
	for _, w := range r.Waarschuwingen() {
		if w.Code == code {
			out = append(out, w.Tekst)
		}
	}
	return out
}

func choices(r *sheet.Result, id string) []sheet.Keuze {
	return slices.DeleteFunc(r.Keuzes(), func(k sheet.Keuze) bool { return k.ID != id })
}

func wantApplies(t *testing.T, r *sheet.Result, want bool, ids ...string) {
	t.Helper()
	for _, id := range ids {
		if l := r.Line(id); l == nil || l.Applies != want {
			t.Errorf("%s: %+v, applies should be %v", id, l, want)
		}
	}
}

var kernschema = []string{"vader.woonbudget", "vader.bijstandsnorm", "vader.draagkrachtloos_inkomen", "vader.draagkrachtruimte", "vader.draagkrachtpercentage"}

// The documents show as "niet van toepassing" what has no part in the outcome.
func TestWhatApplies(t *testing.T) {
	set := load(t)
	bijstand := func(s zaak.Situatie) zaak.Situatie {
		s.Bijstand = true
		return s
	}
	metLast := func(s zaak.Situatie) zaak.Situatie {
		s.Lasten = []zaak.Last{last("schuld", "10", false, false)}
		return s
	}
	for _, c := range []struct {
		name             string
		moeder, vader    zaak.Situatie
		schema, minimum  bool // of the father
		moederMinimum    bool
		minimumMetLasten int
	}{
		{"in the table", situatie("2600", ""), situatie("2600", ""), true, false, false, 0},
		{"in the table, with a charge", situatie("2600", ""), metLast(situatie("2600", "")), true, false, false, 0},
		{"below the table", situatie("1500", ""), metLast(situatie("1500", "")), false, true, true, 1},
		{"bijstand in the table", situatie("2600", ""), metLast(bijstand(situatie("2600", ""))), false, true, false, 1},
		{"bijstand of the caring parent", metLast(bijstand(situatie("1500", ""))), situatie("2600", ""), true, false, false, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := bereken(t, geval(day(2025, 3, 1), "5000", c.moeder, c.vader, kinderen("noor")...), set)
			wantApplies(t, r, c.schema, kernschema...)
			wantApplies(t, r, c.minimum, "vader.minimumdraagkracht")
			wantApplies(t, r, c.moederMinimum, "moeder.minimumdraagkracht")
			if got := len(choices(r, "minimum-met-lasten")); got != c.minimumMetLasten {
				t.Errorf("the choice on charges and the minimum is named %d times, want %d", got, c.minimumMetLasten)
			}
		})
	}
}

func TestShortageApplies(t *testing.T) {
	set := load(t)
	for eigenAandeel, want := range map[string]bool{"713": false, "714": false, "715": true} { // 357 + 357 = 714
		r := bereken(t, geval(day(2025, 3, 1), eigenAandeel, situatie("2600", ""), situatie("2600", ""), kinderen("noor", "daan")...), set)
		wantApplies(t, r, want, "verdeling.tekort", "verdeling.tekort_per_kind", "noor.helft_tekort")
		if got := r.Line("verdeling.draagkrachtvergelijking").Text() == "ja"; got != (eigenAandeel == "713") {
			t.Errorf("eigen aandeel %s: comparison %v", eigenAandeel, got)
		}
	}
}

// What is not counted is said, with the amount and the reason.
func TestChargesLeftOut(t *testing.T) {
	vader := situatie("2600", "")
	vader.Lasten = []zaak.Last{
		last("rente 5% %s", "12.50", true, false),
		last("boete", "75", false, true),
		last("lease", "300", true, true),
		last("aflossing", "50", false, false),
	}
	r := bereken(t, geval(day(2025, 3, 1), "500", situatie("2500", ""), vader, kinderen("noor")...), load(t))
	var got []string
	for _, n := range r.NietMeegenomen() {
		if strings.Contains(n.Wat, "€") {
			got = append(got, n.Wat+": "+n.Reden)
		}
	}
	want := []string{
		"Rente 5% %s van de vader (€ 12,50 per maand): Deze last is vermijdbaar",
		"Boete van de vader (€ 75,00 per maand): Deze last is verwijtbaar",
		"Lease van de vader (€ 300,00 per maand): Deze last is vermijdbaar",
	}
	if len(got) != len(want) {
		t.Fatalf("left out\n%s", strings.Join(got, "\n"))
	}
	for i := range want {
		if !strings.HasPrefix(got[i], want[i]) {
			t.Errorf("left out\n%s\nwant\n%s ...", got[i], want[i])
		}
	}
	wantValue(t, r, "vader.lasten", "50")
}

func TestWarnings(t *testing.T) {
	set := load(t)
	z := geval(day(2025, 3, 1), "500", situatie("6000", ""), situatie("2150", ""), kinderen("noor", "daan")...)
	z.Kinderen[0].Naam, z.Kinderen[1].Naam = "Noor %s", "Daan 100%"
	z.Perioden[0].Kinderen[0].Zorg = dagen("3.5")
	z.Perioden[0].Kinderen[1].Zorg = dagen("0")
	r := bereken(t, z, set)
	if got, want := warnings(r, "meer-dan-drie-zorgdagen"), []string{
		"Voor Noor %s zijn gemiddeld 3,5 zorgdagen per week bij de vader opgegeven. Het Rapport noemt geen hogere stap dan 35% bij drie dagen; daarmee is gerekend."}; !slices.Equal(got, want) {
		t.Errorf("warnings\n%q\nwant\n%q", got, want)
	}
	// Father 137 of 2.160 together: 31,71 of 500, half of that for each child;
	// zorgkorting 35% of 250.
	nihil := warnings(r, "zorgkorting-hoger-dan-aandeel")
	if len(nihil) != 1 || !strings.HasPrefix(nihil[0], "Voor Noor %s is de zorgkorting (€ 87,50) hoger dan het aandeel van de vader (€ 15,86). De bijdrage is nihil. De vader kan verzoeken") {
		t.Errorf("warnings %q", nihil)
	}
	wantValue(t, r, "noor.bijdrage", "0")
}

// The age at which the Rapport's table ends: a child who comes of age within five
// years, in the period in which that happens.
func TestComesOfAge(t *testing.T) {
	set := load(t)
	for _, c := range []struct {
		name    string
		geboren time.Time
		vanaf   []time.Time
		want    int
	}{
		{"the day after the start", day(2007, 3, 2), []time.Time{day(2025, 3, 1)}, 1},
		{"on the start", day(2007, 3, 1), []time.Time{day(2025, 3, 1)}, 0},
		{"five years on", day(2012, 3, 1), []time.Time{day(2025, 3, 1)}, 1},
		{"later than that", day(2012, 3, 2), []time.Time{day(2025, 3, 1)}, 0},
		{"in the second of two periods", day(2008, 5, 1), []time.Time{day(2025, 3, 1), day(2026, 1, 1)}, 1},
		{"on the start of the second", day(2008, 1, 1), []time.Time{day(2025, 3, 1), day(2026, 1, 1)}, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			z := geval(c.vanaf[0], "500", situatie("2500", ""), situatie("2600", ""), kinderen("noor")...)
			z.Kinderen[0].Geboren = c.geboren
			for _, v := range c.vanaf[1:] {
				next := z.Perioden[0]
				next.Vanaf = v
				z.Perioden = append(z.Perioden, next)
			}
			for i, p := range z.Perioden { // at 18 the case file says what the child needs
				if z.Kinderen[0].Groep(p.Vanaf) != zaak.Minderjarig {
					z.Perioden[i].Kinderen = []zaak.KindSituatie{{Hoofdverblijf: "moeder", Volwassen: &zaak.Volwassen{Opleiding: zaak.OpleidingMBO, Norm: zaak.OpleidingMBO}}}
				}
			}
			got := warnings(bereken(t, z, set), "kind-wordt-18")
			if len(got) != c.want {
				t.Errorf("warnings %q, want %d", got, c.want)
			}
		})
	}
}

// Choices made in the case file are named as such, in Dutch figures.
func TestStatedPercentage(t *testing.T) {
	z := geval(day(2025, 3, 1), "500", situatie("2500", ""), situatie("2600", ""), kinderen("noor")...)
	pct := eur("42.50")
	z.Perioden[0].Kinderen[0].Zorg = &zaak.Zorg{Ouder: "vader", Percentage: &pct, Reden: "co-ouderschap"}
	r := bereken(t, z, load(t))
	got := choices(r, "zorgkorting-ander-percentage")
	if len(got) != 1 || !strings.HasPrefix(got[0].Keuze, "Een zorgkorting van 42,5% ") || got[0].Grond != "co-ouderschap" || !got[0].Zaakspecifiek {
		t.Errorf("choices %+v", got)
	}
	wantValue(t, r, "noor.zorgkorting", "212.5")
	if r.Line("noor.zorgdagen") != nil {
		t.Error("days of care, next to a percentage")
	}
}

// A choice that touches both parents is named once.
func TestLowIncomesNamedOnce(t *testing.T) {
	z := geval(day(2025, 3, 1), "500", situatie("1900", ""), situatie("2100", ""), kinderen("noor")...)
	for keuze, zaakspecifiek := range map[string]bool{zaak.KeuzeTabelbedrag: false, zaak.KeuzeFormule: true} {
		z.Keuzes.LageInkomens = keuze
		got := choices(bereken(t, z, load(t)), "lage-inkomens")
		if len(got) != 1 || got[0].Zaakspecifiek != zaakspecifiek {
			t.Errorf("%s: %+v", keuze, got)
		}
	}
	z.Perioden[0].Situaties["moeder"], z.Perioden[0].Situaties["vader"] = situatie("1874.99", ""), situatie("2125", "")
	if got := choices(bereken(t, z, load(t)), "lage-inkomens"); len(got) != 0 {
		t.Errorf("named where it makes no difference: %+v", got)
	}
}

// A total says for whom it is.
func TestTotalsSayForWhom(t *testing.T) {
	set := load(t)
	for want, hoofdverblijf := range map[string][]string{
		"De vader betaalt aan de moeder":                                {"moeder"},
		"De vader betaalt aan de moeder, voor alle kinderen samen":      {"moeder", "moeder", "moeder"},
		"De vader betaalt aan de moeder, voor Noor en Daan":             {"moeder", "moeder", "vader"},
		"De vader betaalt aan de moeder, voor Noor":                     {"moeder", "vader", "vader"},
		"De moeder betaalt aan de vader, voor Noor en Lot/de moeder":    {"vader", "moeder", "vader"},
		"De moeder betaalt aan de vader, voor alle kinderen samen/meer": {"vader", "vader"},
	} {
		label, _, _ := strings.Cut(want, "/")
		kids := kinderen([]string{"noor", "daan", "lot"}[:len(hoofdverblijf)]...)
		z := geval(day(2025, 3, 1), "900", situatie("2500", ""), situatie("2600", ""), kids...)
		for i := range kids {
			z.Perioden[0].Kinderen[i].Hoofdverblijf = hoofdverblijf[i]
		}
		r := bereken(t, z, set)
		id := "uitkomst.vader_aan_moeder"
		if strings.HasPrefix(want, "De moeder") {
			id = "uitkomst.moeder_aan_vader"
		}
		if got := r.Line(id).Label; got != label {
			t.Errorf("%v: %q, want %q", hoofdverblijf, got, label)
		}
	}
}

// What is assumed is printed as an assumption.
func TestAOWIsStatedDerivedOrAssumed(t *testing.T) {
	set := load(t)
	born := day(1958, 3, 1) // 67 on 1 March 2025
	yes, no := true, false
	for _, c := range []struct {
		name    string
		geboren *time.Time
		aow     *bool
		vanaf   time.Time
		waarde  string
		aanname bool
	}{
		{"nothing known", nil, nil, day(2025, 3, 1), "nee", true},
		{"derived, on the day", &born, nil, day(2025, 3, 1), "ja", false},
		{"derived, the day before", &born, nil, day(2025, 2, 28), "nee", false},
		{"stated against the date of birth", &born, &no, day(2025, 3, 1), "nee", false},
		{"stated without a date of birth", nil, &yes, day(2025, 3, 1), "ja", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			vader := situatie("2600", "")
			vader.AOW = c.aow
			z := geval(c.vanaf, "500", situatie("2500", ""), vader, kinderen("noor")...)
			z.Ouders[1].Geboren = c.geboren
			r := bereken(t, z, set)
			i := slices.IndexFunc(r.Uitgangspunten(), func(u sheet.Uitgangspunt) bool {
				return strings.HasPrefix(u.Groep, "De vader") && u.Omschrijving == "AOW-leeftijd bereikt"
			})
			if i < 0 {
				t.Fatal("not among the uitgangspunten")
			}
			if u := r.Uitgangspunten()[i]; u.Waarde != c.waarde || u.Aanname != c.aanname {
				t.Errorf("%+v", u)
			}
			norm := map[string]string{"ja": "1465", "nee": "1310"}[c.waarde] // Rapport 2025, par. 4.2.2.3
			wantValue(t, r, "vader.bijstandsnorm", norm)
		})
	}
}

// The paragraphs a reader can look up.
func TestSources(t *testing.T) {
	r := bereken(t, geval(day(2025, 3, 1), "5000", situatie("2500", ""), situatie("2600", ""), kinderen("noor", "daan")...), load(t))
	for id, want := range map[string]string{
		"behoefte.eigen_aandeel_per_kind":    "par. 3.2.2",
		"vader.woonbudget":                   "par. 4.2.1, 4.2.2.4 en 5.1, stap 2",
		"vader.bijstandsnorm":                "par. 4.2.2.3 en 4.3.2",
		"vader.draagkrachtruimte":            "par. 4.2.2.6",
		"vader.draagkrachtpercentage":        "par. 4.2.2.7 en 4.3.2",
		"vader.minimumdraagkracht":           "par. 4.3.2 en 4.3.3",
		"verdeling.draagkrachtvergelijking":  "par. 4.3.4",
		"verdeling.tekort":                   "par. 4.3.4 en 5.1, bijzondere situaties",
		"noor.helft_tekort":                  "par. 5.1, bijzondere situaties",
		"noor.zorgkortingspercentage":        "par. 4.3.5",
		"noor.zorgkorting":                   "par. 4.3.5",
		"noor.bijdrage":                      "par. 5.1, stap 3",
		"uitkomst.vader_aan_moeder":          "par. 5.1, stap 3",
		"verdeling.aandeel_per_kind_moeder":  "par. 3.2.2 en 4.3.4",
		"verdeling.gezamenlijke_draagkracht": "par. 4.3.4",
		"noor.zorgkorting_in_aanmerking":     "par. 4.3.5 en 5.1, bijzondere situaties",
		"moeder.kindgebonden_budget":         "par. 4.3.2",
		"verdeling.aandeel_moeder":           "par. 4.3.4 en 5.1, stap 3",
		"moeder.nbi":                         "par. 2.1 en 4.2.2.1",
		"moeder.inkomen":                     "par. 4.3.2",
		"moeder.bijstand":                    "par. 4.3.3",
		"moeder.draagkracht":                 "par. 4.2.1, 4.3.2 en 4.3.3",
		"vader.draagkrachtloos_inkomen":      "par. 4.2.2.2",
	} {
		l := r.Line(id)
		if l == nil || l.Source.Document != "Rapport alimentatienormen 2025" || l.Source.Vindplaats != want {
			t.Errorf("%s: %+v, want %s", id, l, want)
		}
	}
}

// A date for which there are no norms is an error that names the series; never
// the nearest year.
func TestNoNorms(t *testing.T) {
	set := load(t)
	gezin := func(peildatum time.Time) zaak.Behoefte {
		return zaak.Behoefte{Gezinsinkomen: &zaak.Gezinsinkomen{Peildatum: peildatum, Ouders: map[string]zaak.Inkomen{"moeder": {NBI: eur("2000")}, "vader": {NBI: eur("2000")}}}}
	}
	nooit := func(peildatum time.Time) zaak.Behoefte {
		return zaak.Behoefte{NooitSamengewoond: &zaak.NooitSamengewoond{Peildatum: peildatum}}
	}
	vast := func(jaar int) zaak.Behoefte {
		return zaak.Behoefte{Vastgesteld: &zaak.Vastgesteld{Bedrag: eur("500"), Jaar: jaar}}
	}
	for _, c := range []struct {
		name     string
		vanaf    time.Time
		behoefte zaak.Behoefte
		reeks    string
	}{
		{"start before the first", day(2022, 12, 31), vast(2022), "zorgkorting"},
		{"start after the last", day(2027, 1, 1), vast(2026), "indexering"},
		{"peildatum before the first", day(2023, 3, 1), gezin(day(2022, 12, 31)), "eigen_aandeel"},
		{"never together, before the first", day(2023, 3, 1), nooit(day(2022, 12, 31)), "eigen_aandeel"},
	} {
		z := geval(c.vanaf, "500", situatie("2500", ""), situatie("2600", ""), kinderen("noor")...)
		z.Behoefte = c.behoefte
		var geen *norms.GeenNormen
		if err := kind.Beschrijf(partij.Nieuw(sheet.New(), z, set)); !errors.As(err, &geen) || geen.Reeks != c.reeks {
			t.Errorf("%s: %v, want no norms %s", c.name, err, c.reeks)
		}
	}
}

// The eigen aandeel is indexed to the year of each period, from the unrounded
// amount, each year over the cents of the one before (art. 1:402a BW).
func TestIndexationOfTheEigenAandeel(t *testing.T) {
	z := geval(day(2024, 2, 1), "500", situatie("2500", ""), situatie("2600", ""), kinderen("noor")...)
	z.Behoefte = zaak.Behoefte{Gezinsinkomen: &zaak.Gezinsinkomen{Peildatum: day(2023, 6, 1), Ouders: map[string]zaak.Inkomen{"moeder": {NBI: eur("1716")}, "vader": {NBI: eur("2456")}}}}
	next := z.Perioden[0]
	next.Vanaf = day(2025, 1, 1)
	z.Perioden = append(z.Perioden, next)
	r := bereken(t, z, load(t))
	for id, want := range map[string]string{
		"behoefte.tabelbedrag":       "577.52", // 550 + 172 / 500 x 80
		"behoefte.geindexeerd_2024":  "613.33", // 577,52 x 1,062 = 613,326
		"behoefte.geindexeerd_2025":  "653.2",  // 613,33 x 1,065 = 653,196
		"p1.behoefte.eigen_aandeel":  "613",
		"p2.behoefte.eigen_aandeel":  "653",    // from 578 it would have been 654
		"p1.verdeling.aandeel_vader": "327.33", // 385 / (336 + 385) x 613
	} {
		wantValue(t, r, id, want)
	}
}
