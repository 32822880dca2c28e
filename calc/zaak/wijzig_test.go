package zaak

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"
)

const teWijzigen = `# voorop
versie: 1
zaak: {datum: 2025-03-01}
ouders:
  - {id: moeder, aanduiding: de moeder}
  - {id: vader, aanduiding: de vader}
kinderen:
  - id: kim
    geboren: 2015-05-05
    hoofdverblijf: moeder
    bijzondere_kosten: [] # leeg
    # einde kim
behoefte:
  vastgesteld:
    bedrag: 458.50   # per kind
    jaar: 2025
    reden: |
      een afspraak
      van twee regels
perioden:
  - vanaf: 2025-03-01
    moeder: {nbi: 1850}
    vader:
      nbi: {bedrag: 2600, bron: 'productie 3, {blad 2}'} # loonstrook
      lasten:
        - {omschrijving: "schuld }", bedrag: 100, toelichting: 'zie ''hier''', vermijdbaar: "nee", verwijtbaar: false}
`

func gewijzigdGetal(pad, waarde string) Wijziging {
	return Wijziging{Pad: pad, Waarde: decimal.RequireFromString(waarde)}
}

func jaNee(pad string, ja bool) Wijziging {
	w := Wijziging{Pad: pad, JaNee: true}
	if ja {
		w.Waarde = decimal.NewFromInt(1)
	}
	return w
}

// What is changed, and nothing else, whatever the way in which it is written.
func TestWijzig(t *testing.T) {
	for _, c := range []struct {
		naam         string
		wijziging    Wijziging
		voor, daarna string // the piece that differs
	}{
		{"een kaal bedrag", gewijzigdGetal("behoefte.vastgesteld", "500"), "bedrag: 458.50   #", "bedrag: 500   #"},
		{"een bedrag met bewijs", gewijzigdGetal("perioden[0].vader.nbi", "2600.5"), "bedrag: 2600,", "bedrag: 2600.5,"},
		{"ja tussen aanhalingstekens", jaNee("perioden[0].vader.lasten[0].vermijdbaar", true), `vermijdbaar: "nee"`, "vermijdbaar: ja"},
		{"true", jaNee("perioden[0].vader.lasten[0].verwijtbaar", true), "verwijtbaar: false", "verwijtbaar: true"},
		{"erbij tussen accolades", gewijzigdGetal("perioden[0].moeder.kindgebonden_budget", "310"), "{nbi: 1850}", "{nbi: 1850, kindgebonden_budget: 310}"},
		{"erbij in een blok", jaNee("perioden[0].vader.bijstand", true), "verwijtbaar: false}\n", "verwijtbaar: false}\n      bijstand: ja\n"},
		{"erbij met alles erboven", gewijzigdGetal("kinderen[0].zorg.vader.dagen_per_week", "2"), "[] # leeg\n", "[] # leeg\n    zorg:\n      vader:\n        dagen_per_week: 2\n"},
	} {
		for _, einde := range []string{"\n", "\r\n"} {
			voor := strings.ReplaceAll(teWijzigen, "\n", einde)
			want := "\ufeff" + strings.ReplaceAll(strings.Replace(teWijzigen, c.voor, c.daarna, 1), "\n", einde)
			got, z, problemen := Wijzig("proef.yaml", []byte("\ufeff"+voor), []Wijziging{c.wijziging}, proefopties())
			if len(problemen) > 0 || string(got) != want {
				t.Errorf("%s: %v\n%q\nwant\n%q", c.naam, problemen, got, want)
			}
			if len(problemen) == 0 && z.Herkomst.SHA256 != som(got) {
				t.Errorf("%s: the case is not that of the text", c.naam)
			}
		}
	}
}

// A block of which no value says where it ends, and a comment behind the last value.
func TestWijzigErbij(t *testing.T) {
	for _, c := range []struct{ voor, daarna string }{
		{"    vader:\n      nbi: 2600\n", "    vader:\n      nbi: 2600\n      bijstand: ja\n"},
		{"    vader:\n      nbi: 2600", "    vader:\n      nbi: 2600\n      bijstand: ja"},
		{"    vader: {\n      nbi: 2600 # loonstrook\n    }\n", "    vader: {\n      bijstand: ja,\n      nbi: 2600 # loonstrook\n    }\n"},
		{"    vader: {\n      nbi: 2600,\n      kindgebonden_budget: 0\n    }\n", "    vader: {\n      nbi: 2600,\n      kindgebonden_budget: 0,\n      bijstand: ja\n    }\n"},
		{"    vader:\n      nbi:\n        bedrag: 2600\n        toelichting: >\n          lang\n          verhaal\n", "    vader:\n      bijstand: ja\n      nbi:\n        bedrag: 2600\n        toelichting: >\n          lang\n          verhaal\n"},
		{"    vader: {nbi: {bedrag: 2600, toelichting: \"een \\\" }\"} }\n", "    vader: {nbi: {bedrag: 2600, toelichting: \"een \\\" }\"}, bijstand: ja }\n"},
	} {
		begin, _, _ := strings.Cut(teWijzigen, "    vader:\n")
		got, _, problemen := Wijzig("proef.yaml", []byte(begin+c.voor), []Wijziging{jaNee("perioden[0].vader.bijstand", true)}, proefopties())
		if want := begin + c.daarna; len(problemen) > 0 || string(got) != want {
			t.Errorf("%v\n%s\nwant\n%s", problemen, got, want)
		}
	}
}

// A file in UTF-16 comes back in UTF-8.
func TestWijzigUTF16(t *testing.T) {
	utf16 := []byte{0xff, 0xfe}
	for _, b := range []byte(teWijzigen) {
		utf16 = append(utf16, b, 0)
	}
	got, _, problemen := Wijzig("proef.yaml", utf16, []Wijziging{gewijzigdGetal("perioden[0].moeder.nbi", "1900")}, proefopties())
	if want := strings.Replace(teWijzigen, "1850", "1900", 1); len(problemen) > 0 || string(got) != want {
		t.Errorf("%v\n%s", problemen, got)
	}
}

// What a case file cannot hold is refused as it is in a case file, with its place.
func TestWijzigGeweigerd(t *testing.T) {
	for _, c := range []struct {
		wijziging Wijziging
		code      Code
		regel     int
	}{
		{gewijzigdGetal("perioden[0].moeder.nbi", "1850.005"), codeTeVeelDecimalen, 22},
		{gewijzigdGetal("perioden[0].moeder.nbi", "-1"), codeNegatief, 22},
		{gewijzigdGetal("perioden[0].moeder.nbi", "1e30"), codeBedragTeHoog, 22},
		{gewijzigdGetal("perioden[3].moeder.nbi", "1"), codeVerkeerdeSoort, 21},
		{gewijzigdGetal("behoefte.vastgesteld.reden", "1"), codeVerkeerdeSoort, 17},
		{gewijzigdGetal("perioden[0].moeder.nbi.bedrag", "1"), codeVerkeerdeSoort, 22},
	} {
		got, _, problemen := Wijzig("proef.yaml", []byte(teWijzigen), []Wijziging{c.wijziging}, proefopties())
		if len(problemen) != 1 || problemen[0].Code != c.code || problemen[0].Regel != c.regel || got != nil {
			t.Errorf("%+v: %v\n%s", c.wijziging, problemen, problemen.Tekst())
		}
	}
}

// Whatever a case file looks like, a value in it is changed or refused; Wijzig itself
// checks that nothing else is.
func FuzzWijzig(f *testing.F) {
	f.Add(teWijzigen, "perioden[0].vader.bijstand")
	f.Add(strings.ReplaceAll(teWijzigen, "\n", "\r\n"), "kinderen[0].zorg.vader.dagen_per_week")
	f.Add("\ufeff"+teWijzigen, "behoefte.vastgesteld")
	f.Add(`{"versie": 1, "zaak": {}}`, "zaak.datum")
	f.Fuzz(func(t *testing.T, tekst, pad string) {
		for _, w := range []Wijziging{gewijzigdGetal(pad, "2"), jaNee(pad, true)} {
			got, z, problemen := Wijzig("proef.yaml", []byte(tekst), []Wijziging{w}, proefopties())
			if (len(problemen) == 0) != (got != nil && z != nil) {
				t.Errorf("%v, %d bytes", problemen, len(got))
			}
			if gewijzigd, p := gewijzigd([]byte(tekst), w); p == nil && gewijzigd == nil {
				t.Error("neither a text nor a problem")
			}
		}
	})
}
