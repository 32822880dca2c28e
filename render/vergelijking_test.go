package render_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"annex/calc"
	"annex/calc/sheet"
	"annex/calc/vergelijk"
	"annex/calc/zaak"
	"annex/norms"
	"annex/render"
	"annex/templates"
)

var methoden = []string{zaak.MethodeAlimentatienormen, zaak.MethodeWetsvoorstel}

// naast compares golden cases, or one of them under both methods.
func naast(t *testing.T, namen ...string) *vergelijk.Vergelijking {
	t.Helper()
	set, err := norms.Load()
	if err != nil {
		t.Fatal(err)
	}
	opties := calc.Normcontrole(set)
	if len(namen) == 1 {
		opties.Methoden = methoden
	}
	var list []calc.Variant
	for _, naam := range namen {
		data, err := os.ReadFile("../testdata/zaken/" + naam + ".yaml")
		if err != nil {
			t.Fatal(err)
		}
		z, problemen := zaak.Lees(naam, data, opties)
		if problemen != nil {
			t.Fatal(problemen.Tekst())
		}
		list = append(list, calc.Variant{Naam: naam, Zaak: z})
	}
	var v *vergelijk.Vergelijking
	if len(namen) == 1 {
		v, err = calc.VergelijkMethoden(list[0].Zaak, methoden, set, "test")
	} else {
		v, err = calc.Vergelijk(list, set, "test")
	}
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func vergelijking(t *testing.T, v *vergelijk.Vergelijking) *render.Document {
	t.Helper()
	d, err := render.Vergelijking(v, templates.StandaardVergelijking(), templates.StandaardBijlage())
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// The amounts of the Rapport, par. 5.1: 189 with an eigen aandeel of 600, and of the
// other example of a shortage.
func TestVergelijkingZegt(t *testing.T) {
	for _, c := range []struct {
		namen      []string
		wel, nooit []string
	}{
		{[]string{"rapport-5-1-tekort-600", "rapport-5-1-tekort-800"}, []string{"Jip: ouder II aan ouder I||€ 189||", "Gegevens die verschillen"}, []string{"geen geldend recht", "Waarom de methoden"}},
		{[]string{"design-schets"}, []string{"Noor: de vader aan de moeder||€ 115||", "Draagkracht. Het Rapport neemt 70%", "die van 2015 en zijn niet aangepast", "de bijstandsnorm van 2015", "Inkomen van de vader waarmee is gerekend||€ 2.600,00||€ 2.600,00||gelijk||"}, []string{"Gegevens die verschillen", "Deze berekening volgt"}},
	} {
		d := vergelijking(t, naast(t, c.namen...))
		text := texts(d)
		for _, want := range c.wel {
			if !strings.Contains(text, want) {
				t.Errorf("%v: %q is not in\n%s", c.namen, want, text)
			}
		}
		for _, not := range c.nooit {
			if strings.Contains(text, not) {
				t.Errorf("%v: %q", c.namen, not)
			}
		}
		if got := d.Voorbehoud == "Eén van de kolommen: wetsvoorstel 34 154, geen geldend recht"; got != (len(c.namen) == 1) {
			t.Errorf("%v: caution %q", c.namen, d.Voorbehoud)
		}
	}
}

// Under every figure of a column whose method is not the law, its heading says so; the
// bars of a period share one scale.
func TestVergelijkingVanMethoden(t *testing.T) {
	v := naast(t, "inkomen-eigen-woning")
	d := vergelijking(t, v)
	tabellen, figuren := 0, 0
	for _, b := range d.Blokken {
		switch b := b.(type) {
		case render.Tabel:
			if len(b.Kolommen) == 4 {
				tabellen++
				if k := b.Kolommen[2]; k.Kop != "Wetsvoorstel 34 154" || k.Onder != "geen geldend recht" {
					t.Errorf("%+v", k)
				}
			}
		case render.Figuur:
			figuren++
			if strings.Contains(b.Alternatief, "via de zorgdagen") || !strings.Contains(b.Alternatief, "De vader draagt zelf") {
				t.Errorf("what is the same has two names: %s", b.Alternatief)
			}
			if !b.Langste.Equal(v.Perioden[0].Hoogste) || !strings.Contains(b.Alternatief, "Kosten van") {
				t.Errorf("%+v", b)
			}
		}
	}
	for _, b := range v.Perioden[0].Beelden {
		eerste, tweede := deelnamen(b.Van[0]), deelnamen(b.Van[1])
		nietIn := func(in []string) func(string) bool {
			return func(naam string) bool { return !slices.Contains(in, naam) }
		}
		a, c := slices.DeleteFunc(slices.Clone(eerste), nietIn(tweede)), slices.DeleteFunc(slices.Clone(tweede), nietIn(eerste))
		if len(a) < 3 || !slices.Equal(a, c) {
			t.Errorf("%s: the parts stand in another order: %q and %q", b.Naam, eerste, tweede)
		}
	}
	if tabellen != 2 || figuren != 1 {
		t.Errorf("%d tables, %d figures", tabellen, figuren)
	}
}

func deelnamen(b *sheet.Beeld) (out []string) {
	for _, d := range b.Delen {
		out = append(out, d.Naam)
	}
	return out
}

// Every step of the calculation has its name and its reason.
func TestVergelijkingStappen(t *testing.T) {
	teksten := templates.StandaardVergelijking()
	for _, s := range naast(t, "design-schets").Perioden[0].Stappen {
		if teksten.Stappen[s.ID] == "" || !strings.Contains(teksten.Waarom[s.ID], "wetsvoorstel") {
			t.Errorf("step %s: %q, %q", s.ID, teksten.Stappen[s.ID], teksten.Waarom[s.ID])
		}
	}
}

// The tables of the proposal are at the prices of 2015; a case file can have the
// incomes of one of them indexed.
func TestVergelijkingPrijspeil(t *testing.T) {
	set, err := norms.Load()
	if err != nil {
		t.Fatal(err)
	}
	opties := calc.Normcontrole(set)
	opties.Methoden = methoden
	data, err := os.ReadFile("../testdata/zaken/design-schets.yaml")
	if err != nil {
		t.Fatal(err)
	}
	z, problemen := zaak.Lees("zaak", data, opties)
	if problemen != nil {
		t.Fatal(problemen.Tekst())
	}
	z.Keuzes.Inkomenstreden = zaak.KeuzeGeindexeerd
	v, err := calc.VergelijkMethoden(z, methoden, set, "test")
	if err != nil {
		t.Fatal(err)
	}
	text := texts(vergelijking(t, v))
	if !strings.Contains(text, "die van 2015; alleen de inkomens in de draagkrachttabel zijn aangepast.") || strings.Contains(text, "zijn niet aangepast") {
		t.Error(text)
	}
}

// Without a period there is nothing to explain.
func TestVergelijkingZonderPerioden(t *testing.T) {
	v := naast(t, "design-schets")
	v.Perioden = nil
	if text := texts(vergelijking(t, v)); strings.Contains(text, "Waarom de methoden") {
		t.Error(text)
	}
}
