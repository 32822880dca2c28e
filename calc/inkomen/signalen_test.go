package inkomen_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"annex/calc/inkomen"
	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"
)

// Figures that do not look right together give a warning, and change nothing.
func TestWarnings(t *testing.T) {
	maand := func(bruto string, change func(*zaak.Loon)) zaak.Inkomensopbouw {
		w := zaak.Loon{Soort: zaak.LoonDienst, Omschrijving: "loon", Tijdvak: zaak.TijdvakMaand, Bruto: bedrag(bruto), IsArbeid: true}
		if change != nil {
			change(&w)
		}
		return zaak.Inkomensopbouw{Loon: []zaak.Loon{w}}
	}
	netto := func(bruto string) zaak.Inkomensopbouw {
		return zaak.Inkomensopbouw{Netto: &zaak.NettoModel{Grond: zaak.NettoLaagInkomen, Bruto: bedrag(bruto), Loon: euro(1500)}}
	}
	for _, g := range []struct {
		naam   string
		jaar   int
		opbouw zaak.Inkomensopbouw
		code   string // empty: no warning
	}{
		{"een gewoon maandloon", 2025, maand("3000", nil), ""},
		// Three times 76,817 a year is 19,204.25 a month.
		{"net geen jaarloon", 2025, maand("19204.25", nil), ""},
		{"een jaarloon per maand", 2025, maand("19204.26", nil), "jaarloon-als-maandloon"},
		{"premies de helft", 2025, maand("3000", func(w *zaak.Loon) { w.Pensioenpremie, w.AnderePremies = euro(1000), euro(500) }), ""},
		{"premies meer dan de helft", 2025, maand("3000", func(w *zaak.Loon) { w.Pensioenpremie, w.AnderePremies = euro(1000), bedrag("500.01") }), "premie-te-hoog"},
		// 3,000 a month with 8% is 38,880: an eighth of the higher of both is the limit.
		{"jaaropgaaf die klopt", 2025, maand("3000", func(w *zaak.Loon) { w.Jaaropgaaf = euro(38880) }), ""},
		{"jaaropgaaf een achtste lager", 2025, maand("3000", func(w *zaak.Loon) { w.Jaaropgaaf = euro(34020) }), ""},
		{"jaaropgaaf meer dan een achtste lager", 2025, maand("3000", func(w *zaak.Loon) { w.Jaaropgaaf = euro(34019) }), "jaaropgaaf-wijkt-af"},
		{"jaaropgaaf veel hoger", 2025, maand("3000", func(w *zaak.Loon) { w.Jaaropgaaf = euro(44435) }), "jaaropgaaf-wijkt-af"},
		{"een maandloon als jaaropgaaf", 2025, loon(3000), "maandloon-als-jaarloon"},
		{"een klein jaarloon", 2025, loon(7000), ""},
		{"gebruikelijk loon", 2025, zaak.Inkomensopbouw{Loon: []zaak.Loon{loonUit(zaak.LoonDGA, euro(56000))}}, ""},
		{"minder dan het gebruikelijk loon", 2025, zaak.Inkomensopbouw{Loon: []zaak.Loon{loonUit(zaak.LoonDGA, euro(55999))}}, "gebruikelijk-loon"},
		// Rapport 2.2: the netto model to 2,125 and the bruto model from 2,930.
		{"netto model onder de grens", 2025, netto("2124.99"), ""},
		{"netto model tussen de grenzen", 2025, netto("2125"), ""},
		{"netto model tot de hoogste grens", 2025, netto("2929.99"), ""},
		{"netto model boven de grens", 2025, netto("2930"), "netto-model-boven-grens"},
		// The edition of 2024 only has the limit of the netto model.
		{"netto model in 2024", 2024, netto("2064.99"), ""},
		{"netto model in 2024 boven de grens", 2024, netto("2065"), "netto-model-boven-grens"},
		{"netto model zonder bekende grens", 2022, netto("5000"), ""},
	} {
		u := reken(t, persoon(g.jaar, totAOW, g.opbouw), nil)
		var codes []string
		for _, w := range u.r.Waarschuwingen() {
			codes = append(codes, w.Code)
		}
		var want []string
		if g.code != "" {
			want = []string{g.code}
		}
		if !slices.Equal(codes, want) {
			t.Errorf("%s: %v, verwacht %v", g.naam, codes, want)
		}
	}
}

// That the netto model is used is recorded once, with its ground: below its limit, between
// that and the limit of the bruto model, above both, no limit known, or abroad.
func TestNettoModelRecords(t *testing.T) {
	gronden := map[string]bool{}
	for _, g := range []struct {
		jaar  int
		netto zaak.NettoModel
	}{
		{2025, zaak.NettoModel{Grond: zaak.NettoLaagInkomen, Bruto: euro(2124), Loon: euro(1500)}},
		{2025, zaak.NettoModel{Grond: zaak.NettoLaagInkomen, Bruto: euro(2125), Loon: euro(1500)}},
		{2025, zaak.NettoModel{Grond: zaak.NettoLaagInkomen, Bruto: euro(2930), Loon: euro(1500)}},
		{2022, zaak.NettoModel{Grond: zaak.NettoLaagInkomen, Bruto: euro(1500), Loon: euro(1500)}},
		{2025, zaak.NettoModel{Grond: zaak.NettoBuitenland, Loon: euro(1500)}},
	} {
		keuzes := reken(t, persoon(g.jaar, totAOW, zaak.Inkomensopbouw{Netto: &g.netto}), nil).r.Keuzes()
		if len(keuzes) != 1 || keuzes[0].ID != "inkomensmodel" || keuzes[0].Grond == "" || gronden[keuzes[0].Grond] {
			t.Errorf("%d, %+v: %+v", g.jaar, g.netto, keuzes)
			continue
		}
		gronden[keuzes[0].Grond] = true
	}
}

// A year of which a figure is missing: what needs it is refused, by name and year, and
// everything else is worked out.
func TestOneFigureMissing(t *testing.T) {
	winst := func(zelfstandig, starter bool) zaak.Inkomensopbouw {
		return zaak.Inkomensopbouw{Winst: &zaak.Winst{
			Prognose: euro(40000), Uitgangspunt: zaak.WinstPrognose, Reden: "een nieuwe klant", Zelfstandigenaftrek: zelfstandig, Startersaftrek: starter,
		}}
	}
	bezit, schuld := zaak.Vermogen{Banktegoeden: euro(100000)}, zaak.Vermogen{Banktegoeden: euro(100000), Schulden: euro(50000)}
	for _, g := range []struct {
		cijfer         string
		nodig, genoeg  zaak.Inkomensopbouw
		woord          string
		altijdMogelijk bool
	}{
		{"mkb_winstvrijstelling", winst(false, false), loon(40000), "mkb-winstvrijstelling", false},
		{"zelfstandigenaftrek", winst(true, false), winst(false, false), "zelfstandigenaftrek", false},
		{"startersaftrek", winst(true, true), winst(true, false), "startersaftrek", false},
		{"box3_tarief", zaak.Inkomensopbouw{Vermogen: &bezit}, loon(40000), "box 3", false},
		{"box3_schuldendrempel", zaak.Inkomensopbouw{Vermogen: &schuld}, zaak.Inkomensopbouw{Vermogen: &bezit}, "schulden", false},
		{"box3_forfait_schulden", zaak.Inkomensopbouw{Vermogen: &schuld}, zaak.Inkomensopbouw{Vermogen: &bezit}, "schulden", false},
		{"hillen_percentage", zaak.Inkomensopbouw{EigenWoning: &zaak.EigenWoning{WOZ: euro(400000)}}, zaak.Inkomensopbouw{EigenWoning: &zaak.EigenWoning{Saldo: euro(900)}}, "eigenwoning", false},
		// Only a warning needs it.
		{"gebruikelijk_loon", zaak.Inkomensopbouw{Loon: []zaak.Loon{loonUit(zaak.LoonDGA, euro(1000))}}, loon(40000), "", true},
	} {
		set := zonderCijfer(t, "inkomstenbelasting_2025", "inkomstenbelasting."+g.cijfer)
		werkUit := func(o zaak.Inkomensopbouw) error {
			_, err := inkomen.Beschrijf(sheet.New(), set, persoon(2025, totAOW, o))
			return err
		}
		if err := werkUit(g.genoeg); err != nil {
			t.Errorf("zonder %s, wat het niet nodig heeft: %v", g.cijfer, err)
		}
		err := werkUit(g.nodig)
		switch {
		case g.altijdMogelijk:
			if err != nil {
				t.Errorf("zonder %s: %v", g.cijfer, err)
			}
		case err == nil:
			t.Errorf("zonder %s: geen fout", g.cijfer)
		case !inkomen.IsOnberekenbaar(err) || !strings.Contains(err.Error(), g.woord) || !strings.Contains(err.Error(), "2025"):
			t.Errorf("zonder %s: %q noemt %q of het jaar niet", g.cijfer, err, g.woord)
		}
	}
}

// zonderCijfer gives the norms with one value of a publication missing.
func zonderCijfer(t *testing.T, publicatie, id string) *norms.Set {
	t.Helper()
	dir := t.TempDir()
	for _, ext := range []string{".yaml", ".csv"} {
		data, err := os.ReadFile(filepath.Join("../../norms/data", publicatie+ext))
		if err != nil {
			t.Fatal(err)
		}
		if ext == ".yaml" {
			data = []byte(zonderRegel(t, string(data), id))
		}
		if err := os.WriteFile(filepath.Join(dir, publicatie+ext), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	set, err := norms.LoadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func zonderRegel(t *testing.T, data, id string) string {
	t.Helper()
	var out []string
	weg := false
	for line := range strings.Lines(data) {
		switch {
		case strings.Contains(line, "{id: "+id+","):
			weg = true
			continue
		case strings.HasPrefix(line, "tables:"):
			out = append(out, "missing:\n  - {ids: ["+id+"], reason: niet gevonden}\n")
		}
		out = append(out, line)
	}
	if !weg {
		t.Fatalf("geen regel met %s", id)
	}
	return strings.Join(out, "")
}

// Children outside the case count in the household.
func TestOokVoor(t *testing.T) {
	list := inkomen.OokVoor(zaak.Inkomensopbouw{OokVoor: []time.Time{dag(2015, 1, 1), dag(2018, 5, 4)}})
	if len(list) != 2 || !list[0].Geboren.Equal(dag(2015, 1, 1)) || !list[1].Geboren.Equal(dag(2018, 5, 4)) || list[0].Naam == "" {
		t.Errorf("%+v", list)
	}
	if got := inkomen.OokVoor(zaak.Inkomensopbouw{}); len(got) != 0 {
		t.Errorf("%+v", got)
	}
	h := inkomen.Huishouden{Op: dag(2025, 7, 1), Kinderen: []inkomen.Kind{{Geboren: dag(2007, 7, 1)}}}
	if h.Heeft() {
		t.Error("een kind dat vandaag 18 is, telt niet")
	}
	h.Kinderen[0].Geboren = dag(2007, 7, 2)
	if !h.Heeft() {
		t.Error("een kind dat morgen 18 wordt, telt")
	}
}

// A wage that is not earned but could be is recorded as such, and counts as any other.
func TestVerdiencapaciteit(t *testing.T) {
	o := loon(30000)
	echt := reken(t, persoon(2025, totAOW, o), nil)
	o.Loon[0].Verdiencapaciteit = "zij kan fulltime werken"
	fictief := reken(t, persoon(2025, totAOW, o), nil)
	if echt.bedrag("nbi").Cmp(fictief.bedrag("nbi")) != 0 {
		t.Error("het loon telt anders")
	}
	if len(fictief.r.Keuzes()) != len(echt.r.Keuzes())+1 {
		t.Error("de keuze staat er niet bij")
	}
}
