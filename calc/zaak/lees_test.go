package zaak

import (
	"encoding/json"
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"
)

// schets is the sketch of the format in the design, as it stands there.
const schets = `versie: 1
zaak:
  zaaknummer: C/16/123456 / FA RK 25-1234
  gerecht: Rechtbank Midden-Nederland, locatie Utrecht
  stuk: productie                     # productie | bijlage-beschikking | eigen-gebruik
  kenmerk: Productie 7
  datum: 2025-02-14                     # date of the document: same input, same bytes
  opsteller: {naam: mr. V. Oorbeeld, hoedanigheid: advocaat van verzoekster}
ouders:
  - {id: moeder, aanduiding: de moeder, geboren: 1986-05-01}
  - {id: vader, aanduiding: de vader}
kinderen:
  - {id: noor, naam: Noor, geboren: 2015-04-02, hoofdverblijf: moeder, zorg: {vader: {dagen_per_week: 1}}}
behoefte:
  gezinsinkomen:                      # last period as a family
    peildatum: 2025-01-01
    moeder: {nbi: 1150, bron: productie 3}
    vader: {nbi: 1800, bron: productie 4}
    kindgebonden_budget: 50
perioden:
  - vanaf: 2025-03-01
    moeder: {nbi: 2000, kindgebonden_budget: 400}
    vader:
      nbi: 2600
      lasten: [{omschrijving: aflossing restschuld, bedrag: 200, vermijdbaar: nee, verwijtbaar: nee, bron: productie 5}]
methode: alimentatienormen            # alimentatienormen | wetsvoorstel-34154
`

// schetsJSON is the same case in JSON, indented with tabs.
const schetsJSON = `{
	"versie": 1,
	"zaak": {
		"zaaknummer": "C/16/123456 / FA RK 25-1234",
		"gerecht": "Rechtbank Midden-Nederland, locatie Utrecht",
		"stuk": "productie",
		"kenmerk": "Productie 7",
		"datum": "2025-02-14",
		"opsteller": {"naam": "mr. V. Oorbeeld", "hoedanigheid": "advocaat van verzoekster"}
	},
	"ouders": [
		{"id": "moeder", "aanduiding": "de moeder", "geboren": "1986-05-01"},
		{"id": "vader", "aanduiding": "de vader"}
	],
	"kinderen":	[
		{"id": "noor", "naam": "Noor", "geboren": "2015-04-02", "hoofdverblijf": "moeder", "zorg": {"vader": {"dagen_per_week": 1}}}
	],
	"behoefte": {
		"gezinsinkomen": {
			"peildatum": "2025-01-01",
			"moeder": {"nbi": 1150, "bron": "productie 3"},
			"vader": {"nbi": 1800, "bron": "productie 4"},
			"kindgebonden_budget": 50
		}
	},
	"perioden": [
		{
			"vanaf": "2025-03-01",
			"moeder": {"nbi": 2000, "kindgebonden_budget": 400},
			"vader": {
				"nbi": 2600,
				"lasten": [{"omschrijving": "aflossing restschuld", "bedrag": 200, "vermijdbaar": false, "verwijtbaar": "nee", "bron": "productie 5"}]
			}
		}
	],
	"methode": "alimentatienormen"
}
`

func dag(jaar, maand, dag int) time.Time {
	return time.Date(jaar, time.Month(maand), dag, 0, 0, 0, 0, time.UTC)
}

func euro(s string, bron string, regel, kolom int, pad string) Bedrag {
	return Bedrag{Waarde: decimal.RequireFromString(s), Bron: bron, Plek: Plek{regel, kolom, pad}}
}

// verwachteSchets is the case of the sketch. plek gives, for the n-th amount in
// the file, its line and column.
func verwachteSchets(plek func(n int) (regel, kolom int)) *Zaak {
	b := func(n int, s, bron, pad string) Bedrag {
		regel, kolom := plek(n)
		return euro(s, bron, regel, kolom, pad)
	}
	geboren := dag(1986, 5, 1)
	dagen := b(0, "1", "", "kinderen[0].zorg.vader.dagen_per_week")
	kgbGezin := b(3, "50", "", "behoefte.gezinsinkomen.kindgebonden_budget")
	kgbMoeder := b(5, "400", "", "perioden[0].moeder.kindgebonden_budget")
	return &Zaak{
		Versie: 1,
		Kop: Kop{
			Zaaknummer: "C/16/123456 / FA RK 25-1234",
			Gerecht:    "Rechtbank Midden-Nederland, locatie Utrecht",
			Stuk:       StukProductie,
			Kenmerk:    "Productie 7",
			Datum:      dag(2025, 2, 14),
			Opsteller:  Opsteller{Naam: "mr. V. Oorbeeld", Hoedanigheid: "advocaat van verzoekster"},
		},
		Ouders: []Ouder{
			{ID: "moeder", Aanduiding: "de moeder", Geboren: &geboren},
			{ID: "vader", Aanduiding: "de vader"},
		},
		Kinderen: []Kind{{ID: "noor", Naam: "Noor", Geboren: dag(2015, 4, 2)}},
		Behoefte: Behoefte{Gezinsinkomen: &Gezinsinkomen{
			Peildatum: dag(2025, 1, 1),
			Ouders: map[string]Inkomen{
				"moeder": {NBI: b(1, "1150", "productie 3", "behoefte.gezinsinkomen.moeder.nbi")},
				"vader":  {NBI: b(2, "1800", "productie 4", "behoefte.gezinsinkomen.vader.nbi")},
			},
			KindgebondenBudget: &kgbGezin,
		}},
		Perioden: []Periode{{Vanaf: dag(2025, 3, 1), Situaties: map[string]Situatie{
			"moeder": {Inkomen: Inkomen{NBI: b(4, "2000", "", "perioden[0].moeder.nbi"), KindgebondenBudget: &kgbMoeder}},
			"vader": {Inkomen: Inkomen{NBI: b(6, "2600", "", "perioden[0].vader.nbi")},
				Lasten: []Last{{Omschrijving: "aflossing restschuld", Bedrag: b(7, "200", "productie 5", "perioden[0].vader.lasten[0].bedrag")}}},
		}, Kinderen: []KindSituatie{{Hoofdverblijf: "moeder", Zorg: &Zorg{Ouder: "vader", DagenPerWeek: &dagen}}}}},
		Methode: "alimentatienormen",
		Keuzes: Keuzes{LageInkomens: KeuzeTabelbedrag, Samenloop: KeuzeGelijk, Zorgtoeslag: KeuzeNietAftrekken,
			ZorgkortingVerschil: KeuzeDraagkracht, Belastingafronding: KeuzeHeleEuros,
			VergelijkingKGB: KeuzeVerrekenen, PartnerdraagkrachtKGB: KeuzeAandeel,
			Aandeelafronding: KeuzeHeleProcenten, Inkomenstreden: KeuzeGepubliceerd},
	}
}

func TestSchetsYAML(t *testing.T) {
	plekken := [][2]int{{13, 103}, {17, 19}, {18, 18}, {19, 26}, {22, 19}, {22, 46}, {24, 12}, {25, 61}}
	want := verwachteSchets(func(n int) (int, int) { return plekken[n][0], plekken[n][1] })
	// sha256sum of the text above
	want.Herkomst = Herkomst{Bestand: "zaak.yaml", SHA256: "aa54c0866d082bc4e9c7b37ae411ab18e2814f295e78183006eb9e6112e402d7", Canoniek: schetsCanoniek, CanoniekSHA256: schetsSHA256, Commentaar: true}
	vergelijkZaak(t, "dossier/zaak.yaml", schets, want)
}

func TestSchetsJSON(t *testing.T) {
	plekken := [][2]int{{16, 123}, {21, 22}, {22, 21}, {23, 27}, {29, 22}, {29, 51}, {31, 12}, {32, 67}}
	want := verwachteSchets(func(n int) (int, int) { return plekken[n][0], plekken[n][1] })
	want.Herkomst = Herkomst{Bestand: "-", SHA256: "222972727c568397a2e56ffc2c10ca1f42c1b70f5d293a8643667cd069485e07", Canoniek: schetsCanoniek, CanoniekSHA256: schetsSHA256}
	vergelijkZaak(t, "-", schetsJSON, want)
}

func vergelijkZaak(t *testing.T, naam, data string, want *Zaak) {
	t.Helper()
	got, problemen := Lees(naam, []byte(data), Opties{})
	if problemen != nil {
		t.Fatal(problemen.Tekst())
	}
	if !reflect.DeepEqual(got, want) {
		g, _ := json.MarshalIndent(got, "", " ")
		w, _ := json.MarshalIndent(want, "", " ")
		t.Errorf("gelezen:\n%s\nverwacht:\n%s", g, w)
	}
}

// Defaults: what is not said, is filled in, so that nobody meets a zero value.
func TestStandaardwaarden(t *testing.T) {
	z := goed(t, `
versie: 1
zaak: {datum: 2025-02-14}
ouders: [{id: a}, {id: b}]
kinderen: [{id: c, geboren: 2015-04-02, hoofdverblijf: a}]
behoefte: {vastgesteld: {bedrag: 450, jaar: 2024, reden: beschikking}}
perioden: [{vanaf: 2025-03-01, a: {nbi: 0}, b: {nbi: 2600.5}}]
`)
	if z.Kop.Stuk != StukEigenGebruik || z.Methode != "alimentatienormen" || z.Keuzes.LageInkomens != KeuzeTabelbedrag {
		t.Errorf("stuk %q, methode %q, lage inkomens %q", z.Kop.Stuk, z.Methode, z.Keuzes.LageInkomens)
	}
	if z.Ouders[0].Aanduiding != "a" || z.Kinderen[0].Naam != "c" {
		t.Errorf("aanduiding %q, naam %q", z.Ouders[0].Aanduiding, z.Kinderen[0].Naam)
	}
	if z.Perioden[0].Kinderen[0].Zorg != nil {
		t.Error("zorg zonder dat die is opgegeven")
	}
	if got := z.Perioden[0].Situaties["b"].NBI.Waarde.String(); got != "2600.5" {
		t.Errorf("nbi %s", got)
	}
	if s := z.Perioden[0].Situaties["b"]; s.Bijstand || s.AOW != nil || s.KindgebondenBudget != nil || len(s.Lasten) != 0 {
		t.Errorf("situatie %+v", s)
	}
	if v := z.Behoefte.Vastgesteld; v.Jaar != 2024 || v.Reden != "beschikking" || v.Bedrag.Waarde.String() != "450" {
		t.Errorf("vastgesteld %+v", v)
	}
}

// Every part of the format that the sketch does not show.
func TestOverigeDelen(t *testing.T) {
	z := goed(t, `
versie: 1
zaak: {datum: 2025-02-14, stuk: bijlage-beschikking, zaaknummer: 1234567}
ouders: [{id: a, naam: Anna Vries}, {id: b}]
kinderen:
  - {id: c, geboren: 2015-04-02, hoofdverblijf: a, zorg: {b: {percentage: 30, reden: zie het ouderschapsplan, bron: productie 2}}}
  - {id: d, geboren: 2017-04-02, hoofdverblijf: b, zorg: {a: {dagen_per_week: 2.5, toelichting: om het weekend}}}
behoefte:
  nooit_samengewoond:
    peildatum: 2025-01-01
    a: {nbi: 2000, kindgebonden_budget: 400, bron: productie 3}
    b: {nbi: {bedrag: 2600, bron: productie 4}, kindgebonden_budget: 200, bron: fictief, toelichting: als het kind bij b woonde}
perioden:
  - vanaf: 2025-03-01
    a: {nbi: 2000, bijstand: ja, aow: nee}
    b: {nbi: 2600, aow: ja, bijstand: nee}
  - vanaf: 2026-01-01
    a: {nbi: 2100}
    b: {nbi: 2700, lasten: []}
keuzes: {lage_inkomens: formule}
`)
	if z.Kop.Zaaknummer != "1234567" || z.Kop.Stuk != StukBijlageBeschikking || z.Ouders[0].Naam != "Anna Vries" {
		t.Errorf("kop %+v, ouder %+v", z.Kop, z.Ouders[0])
	}
	c, d := z.Perioden[0].Kinderen[0].Zorg, z.Perioden[0].Kinderen[1].Zorg
	if c.Ouder != "b" || c.DagenPerWeek != nil || c.Percentage.Waarde.String() != "30" || c.Reden != "zie het ouderschapsplan" || c.Percentage.Bron != "productie 2" {
		t.Errorf("zorg %+v", c)
	}
	if d.Ouder != "a" || d.Percentage != nil || d.DagenPerWeek.Waarde.String() != "2.5" || d.DagenPerWeek.Toelichting != "om het weekend" {
		t.Errorf("zorg %+v", d)
	}
	n := z.Behoefte.NooitSamengewoond
	if got := n.Ouders["a"]; got.NBI.Bron != "productie 3" || got.KindgebondenBudget.Bron != "productie 3" {
		t.Errorf("a: %+v", got)
	}
	b := n.Ouders["b"]
	if b.NBI.Bron != "productie 4" || b.NBI.Toelichting != "als het kind bij b woonde" || b.NBI.Plek.Pad != "behoefte.nooit_samengewoond.b.nbi" {
		t.Errorf("nbi van b: %+v", b.NBI)
	}
	if b.KindgebondenBudget.Bron != "fictief" {
		t.Errorf("kindgebonden budget van b: %+v", b.KindgebondenBudget)
	}
	p := z.Perioden
	if len(p) != 2 || !p[0].Situaties["a"].Bijstand || *p[0].Situaties["a"].AOW || !*p[0].Situaties["b"].AOW || p[0].Situaties["b"].Bijstand {
		t.Errorf("perioden %+v", p)
	}
	if z.Keuzes.LageInkomens != KeuzeFormule {
		t.Errorf("keuzes %+v", z.Keuzes)
	}
}

// Text is data: it is not interpreted, only trimmed and brought to one form.
func TestTekst(t *testing.T) {
	lang := strings.Repeat("ë ", 2499) + "ë!" // 5,000 characters
	for _, c := range []struct{ naam, yaml, want string }{
		{"formule", `=cmd|' /C calc'!A0`, `=cmd|' /C calc'!A0`},
		{"html", `"<b>vet</b> & <script>"`, `<b>vet</b> & <script>`},
		{"accent los", "Zoe\u0308", "Zoë"},
		{"spaties", `"  Noor  "`, "Noor"},
		{"tab", "\"Noor\tSophie\"", "Noor Sophie"},
		{"getal", "12", "12"},
		{"ja", "ja", "ja"},
		{"gevouwen", "eerste regel\n        tweede regel", "eerste regel tweede regel"},
		{"blok", "|\n        eerste regel\n        tweede: regel\n", "eerste regel\ntweede: regel"},
		{"emoji", "😀", "😀"},
		{"5000 tekens", lang, lang},
	} {
		t.Run(c.naam, func(t *testing.T) {
			z := goed(t, strings.Replace(schets, "nbi: 2600", "nbi: 2600\n      toelichting: "+c.yaml, 1))
			if got := z.Perioden[0].Situaties["vader"].NBI.Toelichting; got != c.want {
				t.Errorf("%q, wil %q", got, c.want)
			}
		})
	}
}

func TestJSONTekst(t *testing.T) {
	z := goed(t, strings.Replace(schetsJSON, `"Productie 7"`, `"\u003d1+1 \ud83d\ude00 \/ \"x\""`, 1))
	if want := `=1+1 😀 / "x"`; z.Kop.Kenmerk != want {
		t.Errorf("%q, wil %q", z.Kop.Kenmerk, want)
	}
}

// Files from any editor.
func TestCoderingen(t *testing.T) {
	tekst := strings.Replace(schets, "naam: Noor", "naam: Zoë 𝔸", 1)
	utf16 := func(s string, groot bool) string {
		var b strings.Builder
		for _, r := range s {
			eenheden := []rune{r}
			if r > 0xFFFF {
				eenheden = []rune{0xD800 + (r-0x10000)>>10, 0xDC00 + (r-0x10000)&0x3FF}
			}
			for _, e := range eenheden {
				if groot {
					b.WriteByte(byte(e >> 8))
				}
				b.WriteByte(byte(e))
				if !groot {
					b.WriteByte(byte(e >> 8))
				}
			}
		}
		return b.String()
	}
	for naam, data := range map[string]string{
		"UTF-8":         tekst,
		"UTF-8 met BOM": "\xEF\xBB\xBF" + tekst,
		"CRLF":          strings.ReplaceAll(tekst, "\n", "\r\n"),
		"CR":            strings.ReplaceAll(tekst, "\n", "\r"),
		"UTF-16LE":      "\xFF\xFE" + utf16(tekst, false),
		"UTF-16BE":      "\xFE\xFF" + utf16(strings.ReplaceAll(tekst, "\n", "\r\n"), true),
		"document":      "---\n" + tekst + "...\n",
	} {
		t.Run(naam, func(t *testing.T) {
			z := goed(t, data)
			if z.Kinderen[0].Naam != "Zoë 𝔸" {
				t.Errorf("naam %q", z.Kinderen[0].Naam)
			}
			if naam != "document" && z.Perioden[0].Situaties["vader"].NBI.Plek.Regel != 24 {
				t.Errorf("regel %d", z.Perioden[0].Situaties["vader"].NBI.Plek.Regel)
			}
		})
	}
}

func TestVoorbeeld(t *testing.T) {
	z, problemen := Lees("zaak.yaml", Voorbeeld(), proefopties())
	if problemen != nil {
		t.Fatal(problemen.Tekst())
	}
	v := z.Perioden[0].Situaties["vader"]
	if v.NBI.Waarde.String() != "2600" || v.Lasten[0].Bedrag.Waarde.String() != "200" {
		t.Errorf("vader %+v", v)
	}
	if Voorbeeld()[0] = 'x'; Voorbeeld()[0] != '#' {
		t.Error("Voorbeeld geeft geen kopie")
	}
}

// The lines for special situations can be used as they stand.
func TestVoorbeeldMetAlles(t *testing.T) {
	regel := regexp.MustCompile(`(?m)^( *)# (- \{|[a-z_]+: \S)`)
	if n := len(regel.FindAllString(string(Voorbeeld()), -1)); n != 19 {
		t.Errorf("%d regels", n)
	}
	data := regel.ReplaceAllString(string(Voorbeeld()), "$1$2")
	if _, problemen := Lees("zaak.yaml", []byte(data), proefopties()); problemen != nil {
		t.Error(problemen.Tekst())
	}
}

// The hooks are asked what the calculation will need, and only with good dates.
func TestNormenGevraagd(t *testing.T) {
	var gevraagd []string
	vraag := func(s string) error { gevraagd = append(gevraagd, s); return nil }
	opties := Opties{
		NormenPeriode: func(vanaf time.Time) error { return vraag("periode " + vanaf.Format(time.DateOnly)) },
		NormenBehoefte: func(p, vanaf time.Time) error {
			return vraag("behoefte " + p.Format(time.DateOnly) + " " + vanaf.Format(time.DateOnly))
		},
		NormenIndexering: func(jaar int, vanaf time.Time) error {
			return vraag(fmt.Sprintf("indexering %d %s", jaar, vanaf.Format(time.DateOnly)))
		},
	}
	tweede := "  - {vanaf: 2026-01-01, moeder: {nbi: 1}, vader: {nbi: 2}}\nmethode:"
	data := strings.Replace(schets, "methode:", tweede, 1)
	if _, p := Lees("-", []byte(data), opties); p != nil {
		t.Fatal(p.Tekst())
	}
	want := []string{"periode 2025-03-01", "periode 2026-01-01", "behoefte 2025-01-01 2025-03-01", "behoefte 2025-01-01 2026-01-01"}
	if !reflect.DeepEqual(gevraagd, want) {
		t.Errorf("%q, wil %q", gevraagd, want)
	}
	gevraagd = nil
	data = `
versie: 1
zaak: {datum: 2025-02-14}
ouders: [{id: a}, {id: b}]
kinderen: [{id: c, geboren: 2015-04-02, hoofdverblijf: a}]
behoefte: {vastgesteld: {bedrag: 450, jaar: 2021, reden: beschikking}}
perioden: [{vanaf: 2025-03-01, a: {nbi: 0}, b: {nbi: 2600.5}}]
`
	if _, p := Lees("-", []byte(data), opties); p != nil {
		t.Fatal(p.Tekst())
	}
	want = []string{"periode 2025-03-01", "indexering 2021 2025-03-01"}
	if !reflect.DeepEqual(gevraagd, want) {
		t.Errorf("%q, wil %q", gevraagd, want)
	}
}

func goed(t *testing.T, data string) *Zaak {
	t.Helper()
	z, problemen := Lees("zaak.yaml", []byte(data), Opties{})
	if problemen != nil {
		t.Fatal(problemen.Tekst())
	}
	return z
}

func BenchmarkLees(b *testing.B) {
	data := Voorbeeld()
	opties := proefopties()
	b.ReportAllocs()
	for b.Loop() {
		if _, problemen := Lees("zaak.yaml", data, opties); problemen != nil {
			b.Fatal(problemen)
		}
	}
}
