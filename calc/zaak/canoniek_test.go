package zaak

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
)

// schetsCanoniek is the sketch written out by hand by the rules of the form: keys in
// order, numbers bare, ja and nee as true and false, one line.
const schetsCanoniek = `{"behoefte":{"gezinsinkomen":{"kindgebonden_budget":50,"moeder":{"bron":"productie 3","nbi":1150},"peildatum":"2025-01-01","vader":{"bron":"productie 4","nbi":1800}}},` +
	`"kinderen":[{"geboren":"2015-04-02","hoofdverblijf":"moeder","id":"noor","naam":"Noor","zorg":{"vader":{"dagen_per_week":1}}}],` +
	`"methode":"alimentatienormen",` +
	`"ouders":[{"aanduiding":"de moeder","geboren":"1986-05-01","id":"moeder"},{"aanduiding":"de vader","id":"vader"}],` +
	`"perioden":[{"moeder":{"kindgebonden_budget":400,"nbi":2000},"vader":{"lasten":[{"bedrag":200,"bron":"productie 5","omschrijving":"aflossing restschuld","vermijdbaar":false,"verwijtbaar":false}],"nbi":2600},"vanaf":"2025-03-01"}],` +
	`"versie":1,` +
	`"zaak":{"datum":"2025-02-14","gerecht":"Rechtbank Midden-Nederland, locatie Utrecht","kenmerk":"Productie 7","opsteller":{"hoedanigheid":"advocaat van verzoekster","naam":"mr. V. Oorbeeld"},"stuk":"productie","zaaknummer":"C/16/123456 / FA RK 25-1234"}}` + "\n"

// schetsSHA256 is what sha256sum makes of schetsCanoniek.
const schetsSHA256 = "ccc715dad643f2f79e2edc24b2e317810510f42ea9fdfff9f706e6d43772884c"

func TestCanoniek(t *testing.T) {
	for naam, bestand := range map[string]string{"YAML": schets, "JSON": schetsJSON, "canoniek": schetsCanoniek} {
		if got := goed(t, bestand).Herkomst.Canoniek; got != schetsCanoniek {
			t.Errorf("%s:\n%s\nverwacht:\n%s", naam, got, schetsCanoniek)
		}
	}
}

// The canonical form is a case file too: what would be too large to be read again is not
// accepted. A quotation mark takes one byte here and two there.
func TestCanoniekIsTeLezen(t *testing.T) {
	lasten := "[" + strings.Repeat(`{omschrijving: '`+strings.Repeat(`"`, 100)+`', bedrag: 1, vermijdbaar: nee, verwijtbaar: nee},`, MaxLasten) + "]"
	var perioden strings.Builder
	for n := range MaxPerioden {
		fmt.Fprintf(&perioden, "  - {vanaf: %d-%02d-01, moeder: {nbi: 2000, lasten: %s}, vader: {nbi: 2600, lasten: %s}}\n", 2026+n/12, 1+n%12, lasten, lasten)
	}
	bestand := schets[:strings.Index(schets, "perioden:")] + "perioden:\n" + perioden.String()
	if len(bestand) > MaxBytes {
		t.Fatal(len(bestand))
	}
	_, problemen := Lees("zaak.yaml", []byte(bestand), Opties{})
	if len(problemen) != 1 || problemen[0].Code != codeTeGrootBestand {
		t.Errorf("%.500s", problemen.Tekst())
	}
}

// Who is told that his comments go along, has comments of his own.
func TestCommentaar(t *testing.T) {
	kaal := commentaar.ReplaceAllString(schets, "")
	for bestand, want := range map[string]bool{
		kaal:                                false,
		schetsJSON:                          false,
		string(Voorbeeld()):                 false,
		schets:                              true,
		"# de vader weet dit niet\n" + kaal: true,
		kaal + "# achteraan\n":              true,
		strings.Replace(kaal, "{id: noor", "{ # Noor weet dit niet\n id: noor", 1): true,
		strings.Replace(kaal, "Productie 7", "Productie#7", 1):                     false,
	} {
		if got := goed(t, bestand).Herkomst.Commentaar; got != want {
			t.Errorf("%v, want %v:\n%s", got, want, bestand)
		}
	}
}

// What says the same is written the same, and what says something else is not.
func TestCanoniekeSchrijfwijze(t *testing.T) {
	vervang := func(paren ...string) string {
		s := strings.NewReplacer(paren...).Replace(schets)
		if s == schets {
			t.Fatalf("%q komt niet voor", paren)
		}
		return s
	}
	for _, gelijk := range []string{
		vervang("nbi: 1150,", "nbi: 1150.00,"),
		vervang("nbi: 1150,", "nbi:   1150.0 ,"),
		vervang("vermijdbaar: nee", "vermijdbaar: false"),
		vervang("vermijdbaar: nee", `vermijdbaar: "nee"`),
		vervang("kenmerk: Productie 7", `"kenmerk": 'Productie 7'  # het stuk`),
		vervang("kenmerk: Productie 7", "kenmerk: |\n    Productie 7"),
		vervang("datum: 2025-02-14", `datum: "2025-02-14"`),
		vervang("  kenmerk: Productie 7\n", "", "  gerecht:", "  kenmerk: Productie 7\n  gerecht:"),
		vervang("vader: {nbi: 1800, bron: productie 4}", "vader:\n      bron: productie 4\n      nbi: 1800"),
		vervang("nbi: 1150, bron: productie 3", "nbi: 1150, bron: productie 3, toelichting: "),
		"\ufeff" + schets,
		strings.ReplaceAll(schets, "\n", "\r\n"),
	} {
		if got := goed(t, gelijk).Herkomst.Canoniek; got != schetsCanoniek {
			t.Errorf("%s\ngeeft\n%s", gelijk, got)
		}
	}
	gezien := map[string]bool{schetsCanoniek: true}
	for _, anders := range []string{
		vervang("nbi: 1150,", "nbi: 1150.01,"),
		vervang("nbi: 1150,", "nbi: 1151,"),
		vervang("naam: Noor", "naam: noor"),
		vervang("geboren: 2015-04-02", "geboren: 2015-04-03"),
		vervang("vermijdbaar: nee", "vermijdbaar: ja"),
		vervang("kenmerk: Productie 7", "kenmerk: Productie  7"),
		vervang("bron: productie 3", "bron: productie 5"),
		vervang("methode: alimentatienormen", ""),
		vervang("  - {id: moeder, aanduiding: de moeder, geboren: 1986-05-01}\n", "", "aanduiding: de vader}\n", "aanduiding: de vader}\n  - {id: moeder, aanduiding: de moeder, geboren: 1986-05-01}\n"),
	} {
		got := goed(t, anders).Herkomst.Canoniek
		if gezien[got] {
			t.Errorf("%s\ngeeft hetzelfde als een andere zaak", anders)
		}
		gezien[got] = true
	}
}

// A text is a text, also when it looks like something else; signs that only YAML or
// JSON finds special do no harm.
func TestCanoniekeTekst(t *testing.T) {
	z := goed(t, strings.NewReplacer("kenmerk: Productie 7", "kenmerk: 1150.00", "zaaknummer: C/16/123456 / FA RK 25-1234", "zaaknummer: ja",
		"gerecht: Rechtbank Midden-Nederland, locatie Utrecht", `gerecht: "\u00e9\u0065\u0301 <b> \"x\" \\ ja: {"`).Replace(schets))
	const want = `"gerecht":"éé <b> \"x\" \\ ja: {","kenmerk":"1150.00","opsteller"`
	if got := z.Herkomst.Canoniek; !strings.Contains(got, want) || !strings.Contains(got, `"zaaknummer":"ja"`) {
		t.Errorf("%s\nverwacht %s", got, want)
	}
	controleerCanoniek(t, z, Opties{})
}

// Files that use all of the format keep their canonical form in another spelling.
func TestAllesGespeld(t *testing.T) {
	bedragen := map[string]bool{"bedrag": true, "nbi": true, "bruto": true, "jaaropgaaf": true, "kindgebonden_budget": true, "percentage": true, "dagen_per_week": true}
	for _, bestand := range []string{string(Voorbeeld()), alles, allesApart, allesInkomen, allesPartner, zonderKinderen, allesWetsvoorstel} {
		z, problemen := Lees("zaak.yaml", []byte(bestand), Opties{})
		if problemen != nil {
			t.Fatal(problemen.Tekst())
		}
		controleerCanoniek(t, z, Opties{})
		// Other spellings of the same: numbers with zeros behind them, and keys the
		// other way round.
		var document yaml.Node
		if err := yaml.Unmarshal([]byte(bestand), &document); err != nil {
			t.Fatal(err)
		}
		getallen := 0
		var keer func(sleutel string, n *yaml.Node)
		keer = func(sleutel string, n *yaml.Node) {
			if bedragen[sleutel] && n.Tag == "!!int" {
				n.Value += ".0"
				n.Tag = "!!float"
				getallen++
			}
			for i := range n.Content {
				naam := ""
				if n.Kind == yaml.MappingNode && i%2 == 1 {
					naam = n.Content[i-1].Value
				}
				keer(naam, n.Content[i])
			}
			if n.Kind == yaml.MappingNode {
				for i := 0; 2*i < len(n.Content)/2; i++ {
					a, b := 2*i, len(n.Content)-2-2*i
					n.Content[a], n.Content[a+1], n.Content[b], n.Content[b+1] = n.Content[b], n.Content[b+1], n.Content[a], n.Content[a+1]
				}
			}
			n.HeadComment, n.LineComment, n.FootComment = "", "", ""
		}
		keer("", &document)
		if getallen == 0 {
			t.Error("geen getallen anders geschreven")
		}
		anders, err := yaml.Marshal(&document)
		if err != nil {
			t.Fatal(err)
		}
		if got := goed(t, string(anders)).Herkomst.Canoniek; got != z.Herkomst.Canoniek {
			t.Errorf("%s\ngeeft\n%s\nverwacht\n%s", anders, got, z.Herkomst.Canoniek)
		}
	}
}

// controleerCanoniek checks what holds for every case: the canonical form gives the
// same case, and is its own canonical form.
func controleerCanoniek(t *testing.T, z *Zaak, opties Opties) {
	t.Helper()
	c := z.Herkomst.Canoniek
	if len(c) > MaxBytes {
		return
	}
	if !json.Valid([]byte(c)) || strings.Count(c, "\n") != 1 || !strings.HasSuffix(c, "\n") {
		t.Errorf("geen JSON van één regel: %s", c)
	}
	nog, problemen := Lees("zaak.json", []byte(c), opties)
	if problemen != nil {
		t.Fatalf("%s\n%s", c, problemen.Tekst())
	}
	if nog.Herkomst.Canoniek != c {
		t.Errorf("canoniek van canoniek:\n%s\nis\n%s", c, nog.Herkomst.Canoniek)
	}
	if a, b := inhoud(t, z), inhoud(t, nog); !reflect.DeepEqual(a, b) {
		t.Errorf("een andere zaak:\n%v\n%v", a, b)
	}
}

// inhoud gives a case without where its values stand in a file.
func inhoud(t *testing.T, z *Zaak) any {
	t.Helper()
	kopie := *z
	kopie.Herkomst = Herkomst{}
	data, err := json.Marshal(kopie)
	if err != nil {
		t.Fatal(err)
	}
	var out any
	if err := json.Unmarshal(data, &out); err != nil {
		t.Fatal(err)
	}
	zonderPlek(out)
	return out
}

func zonderPlek(v any) {
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			zonderPlek(x)
		}
	case map[string]any:
		delete(v, "Regel")
		delete(v, "Kolom")
		for _, x := range v {
			zonderPlek(x)
		}
	}
}
