package main

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"annex/calc"
	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"
	"annex/render/xlsx"
	"annex/render/xlsx/recalc"

	"github.com/shopspring/decimal"
)

// gemaakt is a case with the workbook that annex maak writes of it.
type gemaakt struct {
	naam    string
	data    []byte
	r       *sheet.Result
	werkmap []byte
}

func leesNormen(t testing.TB) *norms.Set {
	t.Helper()
	set, err := norms.Load()
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func maakWerkmap(t testing.TB, set *norms.Set, pad string) gemaakt {
	t.Helper()
	data, err := os.ReadFile(pad)
	if err != nil {
		t.Fatal(err)
	}
	return maakWerkmapVan(t, set, filepath.Base(pad), data, "")
}

func maakWerkmapVan(t testing.TB, set *norms.Set, naam string, data []byte, onderdeel string) gemaakt {
	t.Helper()
	z, problemen := zaak.Lees(naam, data, calc.Normcontrole(set))
	if len(problemen) > 0 {
		t.Fatal(problemen.Tekst())
	}
	r, err := bereken(set)(z, onderdeel)
	if err != nil {
		t.Fatal(err)
	}
	d := dossier{gelezen: gelezen{z, data, set}, r: r, onderdeel: onderdeel}
	var b bytes.Buffer
	if err := xlsx.Write(&b, r, d.inWerkmap()); err != nil {
		t.Fatal(err)
	}
	return gemaakt{naam, data, r, b.Bytes()}
}

func codes(t *teruggelezen) (list []string) {
	for _, v := range t.anders {
		list = append(list, v.Code)
	}
	return list
}

// A workbook in which nothing was changed gives the case file back, byte for byte.
func TestLeesOngewijzigd(t *testing.T) {
	set := leesNormen(t)
	for _, pad := range goudenZaken(t) {
		g := maakWerkmap(t, set, pad)
		terug, err := leesTerug(g.werkmap, set, 0)
		if err != nil {
			t.Errorf("%s: %v", g.naam, err)
			continue
		}
		if !bytes.Equal(terug.tekst, g.data) || len(terug.gewijzigd) > 0 || len(terug.anders) > 0 {
			t.Errorf("%s: %+v %+v\n%s", g.naam, terug.gewijzigd, terug.anders, terug.tekst)
		}
	}
}

// inCel gives a figure as the cell of the workbook holds it.
func inCel(in *sheet.Input, waarde decimal.Decimal) any {
	switch {
	case in.Unit == sheet.JaNee && waarde.IsZero():
		return "nee"
	case in.Unit == sheet.JaNee:
		return "ja"
	case in.Unit.Percent():
		return waarde.Shift(-2)
	}
	return waarde
}

// gooi enters other figures in some cells of a workbook, as a user would.
func gooi(t testing.TB, random *rand.Rand, g gemaakt) (werkmap []byte, gekozen map[string]decimal.Decimal) {
	t.Helper()
	inputs, namen := g.r.Inputs(), xlsx.Names(g.r)
	gekozen, cellen := map[string]decimal.Decimal{}, map[string]any{}
	for range 1 + random.IntN(4) {
		in := inputs[random.IntN(len(inputs))]
		waarde := andereWaarde(in)
		if in.Unit.Money() && random.IntN(2) == 0 {
			waarde = in.Value.Add(decimal.New(int64(random.IntN(20000)), -2))
		}
		if waarde.Equal(in.Value) {
			continue
		}
		gekozen[in.ID], cellen[namen[in.ID]] = waarde, inCel(in, waarde)
		if waarde.IsZero() && random.IntN(2) == 0 {
			cellen[namen[in.ID]] = nil // an empty cell counts as 0 or as nee
		}
	}
	dir := t.TempDir()
	voor, na := filepath.Join(dir, "voor.xlsx"), filepath.Join(dir, "na.xlsx")
	if err := os.WriteFile(voor, g.werkmap, 0o600); err != nil {
		t.Fatal(err)
	}
	recalc.Change(t, voor, na, cellen)
	werkmap, err := os.ReadFile(na)
	if err != nil {
		t.Fatal(err)
	}
	return werkmap, gekozen
}

// geldt checks that what was read back is the case with exactly the chosen figures, and
// that it comes to what the workbook shows.
func geldt(t testing.TB, set *norms.Set, g gemaakt, terug *teruggelezen, gekozen map[string]decimal.Decimal) {
	t.Helper()
	z, problemen := zaak.Lees(g.naam, terug.tekst, calc.Normcontrole(set))
	if len(problemen) > 0 {
		t.Errorf("%s: %v", g.naam, problemen)
		return
	}
	r, err := calc.Compute(z, set, versie)
	if err != nil {
		t.Errorf("%s: %v", g.naam, err)
		return
	}
	na := map[string]decimal.Decimal{}
	for _, in := range r.Inputs() {
		na[in.ID] = in.Value
	}
	for _, in := range g.r.Inputs() {
		want, ok := gekozen[in.ID]
		if !ok {
			want = in.Value
		}
		if got, ok := na[in.ID]; !ok || !got.Equal(want) {
			t.Errorf("%s: %s is %s, want %s", g.naam, in.ID, got, want)
		}
	}
	if len(terug.gewijzigd) != len(gekozen) || len(na) != len(g.r.Inputs()) {
		t.Errorf("%s: %d changed, want %d; %d inputs", g.naam, len(terug.gewijzigd), len(gekozen), len(na))
	}
	anders := g.r.With(gekozen)
	for _, b := range r.Betalingen() {
		if b.Geindexeerd {
			continue
		}
		want, _, err := anders.Value(b.Regel)
		if err != nil || !b.Bedrag.Equal(want) {
			t.Errorf("%s: %s is %s, in the workbook %s (%v)", g.naam, b.Regel, b.Bedrag, want, err)
		}
	}
}

// Figures entered in the workbook come back in the case file, and nothing else does.
func TestLeesWillekeurigeWijzigingen(t *testing.T) {
	set, random := leesNormen(t), rand.New(rand.NewPCG(19, 4))
	geweigerd := 0
	zaken := goudenZaken(t)
	for i, pad := range zaken {
		if i%3 > 0 {
			continue
		}
		g := maakWerkmap(t, set, pad)
		if i%2 > 0 { // and of a case file in JSON
			z, problemen := zaak.Lees(g.naam, g.data, calc.Normcontrole(set))
			if len(problemen) > 0 {
				t.Fatal(problemen)
			}
			g = maakWerkmapVan(t, set, g.naam, []byte(dossier{gelezen: gelezen{zaak: z}}.zaakbestandInWerkmap().Tekst), "")
		}
		werkmap, gekozen := gooi(t, random, g)
		terug, err := leesTerug(werkmap, set, 0)
		if err != nil {
			// What belongs together in a case file can be taken apart in a workbook.
			if _, ok := err.(zaak.Problemen); !ok {
				t.Errorf("%s: %v: %v", g.naam, gekozen, err)
			}
			geweigerd++
			continue
		}
		if len(terug.anders) > 0 {
			t.Errorf("%s: %+v", g.naam, terug.anders[0])
		}
		geldt(t, set, g, terug, gekozen)
	}
	if geweigerd > 4 {
		t.Errorf("%d of %d were refused", geweigerd, len(zaken)/3)
	}
}

// LibreOffice writes all of a workbook anew when it saves it; what was entered comes
// back, and nothing else seems to be changed.
func TestLeesNaLibreOffice(t *testing.T) {
	set, random := leesNormen(t), rand.New(rand.NewPCG(19, 5))
	var zaken []gemaakt
	var werkmappen [][]byte
	var gekozen []map[string]decimal.Decimal
	for _, naam := range []string{
		"design-schets", "drie-kinderen", "inkomen-ondernemer-gemiddelde", "inkomen-aow-en-pensioen", "partner-kinderen-kgb-verrekenen",
		"partner-twee-perioden", "wetsvoorstel-mvt-voorbeeld-1-en-2", "vreemde-teksten", "lange-namen-en-letters",
	} {
		g := maakWerkmap(t, set, "../../testdata/zaken/"+naam+".yaml")
		gewijzigd, welke := gooi(t, random, g)
		zaken = append(zaken, g, g)
		werkmappen = append(werkmappen, g.werkmap, gewijzigd)
		gekozen = append(gekozen, nil, welke)
	}
	vreemd := maakWerkmapVan(t, set, "vreemd.yaml", []byte(vreemdGeschreven), "")
	zaken, werkmappen, gekozen = append(zaken, vreemd), append(werkmappen, vreemd.werkmap), append(gekozen, nil)
	for i, werkmap := range recalc.Saved(t, werkmappen...) {
		terug, err := leesTerug(werkmap, set, 0)
		if err != nil {
			t.Errorf("%s: %v", zaken[i].naam, err)
			continue
		}
		for _, v := range terug.anders {
			t.Errorf("%s: %+v", zaken[i].naam, v)
		}
		if gekozen[i] == nil && !bytes.Equal(terug.tekst, zaken[i].data) {
			t.Errorf("%s came back as\n%q\nwas\n%q", zaken[i].naam, terug.tekst, zaken[i].data)
		}
		geldt(t, set, zaken[i], terug, gekozen[i])
	}
}

// vreemdGeschreven is a case file with all that a spreadsheet could spoil: a byte order
// mark, the ends of lines of three systems, tabs, texts that look like formulas or like
// escapes, long lines, and no end to the last one.
var vreemdGeschreven = "\ufeffversie: 1\r\n" +
	"# =1+1 x14ac: <x14\n" + "#\t  een tab, en spaties aan het eind  \n" + "  \t# _x0041_ en _x005F_ &amp; <b>\r\n" + "\n" +
	"# " + strings.Repeat("lang ✔ 👩‍👧 ", 4000) + "\r" +
	"zaak: {datum: 2025-03-01, kenmerk: '=HYPERLINK(\"x\")', opsteller: {naam: '@mr. +Jansen', hoedanigheid: \"-=_x000D_\"}}\n" +
	"ouders: [{id: moeder, aanduiding: de moeder, naam: \"Zoë 'de' D\"}, {id: vader, aanduiding: de vader}] # [beide]\n" +
	"kinderen:\n- {id: kim, geboren: 2015-05-05, hoofdverblijf: moeder,\n   zorg: {vader: {dagen_per_week: 2}}}\n" +
	"behoefte:\n  vastgesteld: {bedrag: 458.5, jaar: 2025, reden: afspraak}\n" +
	"perioden:\n- vanaf: 2025-03-01\n  vader:\n    nbi: {bedrag: 2600, bron: productie 3}   # loonstrook\n  moeder: {nbi: 1850 }\n# laatste regel"

// The text of a case file is divided over cells, and put together again.
func TestZaakbestandInRijen(t *testing.T) {
	for _, s := range []string{"", "a", "a\n", "\n", "\r", "\r\n", "\ufeff", "\ufeff\n", "a\r\rb\r\n\nc", strings.Repeat("é", 5000) + "\r\n" + strings.Repeat("x", 2000), vreemdGeschreven} {
		if got := xlsx.JoinCase(xlsx.CaseRows(s)); got != s {
			t.Errorf("%q came back as %q", s, got)
		}
	}
}

// A case file as it may be written, changed in some places: all else stays.
func TestLeesVreemdGeschreven(t *testing.T) {
	set := leesNormen(t)
	g := maakWerkmapVan(t, set, "vreemd.yaml", []byte(vreemdGeschreven), "")
	dir := t.TempDir()
	voor, na := filepath.Join(dir, "voor.xlsx"), filepath.Join(dir, "na.xlsx")
	if err := os.WriteFile(voor, g.werkmap, 0o600); err != nil {
		t.Fatal(err)
	}
	recalc.Change(t, voor, na, map[string]any{
		"invoer_vader_nbi": decimal.RequireFromString("2700.25"), "invoer_vader_bijstand": "ja", "invoer_moeder_kindgebonden_budget": decimal.RequireFromString("310"),
		"invoer_kim_zorgdagen": decimal.RequireFromString("1.5"), "invoer_moeder_bijstand": "JA",
	})
	werkmap, err := os.ReadFile(na)
	if err != nil {
		t.Fatal(err)
	}
	got, err := leesTerug(werkmap, set, 0)
	if err != nil {
		t.Fatal(err)
	}
	want := strings.NewReplacer(
		"{bedrag: 2600, bron: productie 3}   # loonstrook\n", "{bedrag: 2700.25, bron: productie 3}   # loonstrook\r\n    bijstand: ja\n",
		"{nbi: 1850 }", "{nbi: 1850, kindgebonden_budget: 310, bijstand: ja }", "dagen_per_week: 2}", "dagen_per_week: 1.5}",
	).Replace(vreemdGeschreven)
	if string(got.tekst) != want {
		t.Errorf("got\n%q\nwant\n%q", got.tekst, want)
	}
	if len(got.anders) > 0 {
		t.Errorf("%+v", got.anders)
	}
}

// Figures of a scenario.
func TestLeesScenario(t *testing.T) {
	set := leesNormen(t)
	g := maakWerkmap(t, set, "../../testdata/zaken/design-schets.yaml")
	dir := t.TempDir()
	voor, na := filepath.Join(dir, "voor.xlsx"), filepath.Join(dir, "na.xlsx")
	if err := os.WriteFile(voor, g.werkmap, 0o600); err != nil {
		t.Fatal(err)
	}
	dec := decimal.RequireFromString
	recalc.Change(t, voor, na, map[string]any{
		"scenario2_invoer_vader_nbi": dec("3100"), "scenario2_invoer_vader_bijstand": "ja", "scenario2_naam": "meer uren", "invoer_moeder_nbi": dec("1999"),
	})
	werkmap, err := os.ReadFile(na)
	if err != nil {
		t.Fatal(err)
	}
	zonder, err := leesTerug(werkmap, set, 0)
	if err != nil {
		t.Fatal(err)
	}
	geldt(t, set, g, zonder, map[string]decimal.Decimal{"invoer.moeder.nbi": dec("1999")})
	if len(zonder.gevuld) != 1 || zonder.gevuld[0] != 2 || len(zonder.anders) > 0 {
		t.Errorf("%v %+v", zonder.gevuld, zonder.anders)
	}
	met, err := leesTerug(werkmap, set, 2)
	if err != nil {
		t.Fatal(err)
	}
	geldt(t, set, g, met, map[string]decimal.Decimal{"invoer.moeder.nbi": dec("1999"), "invoer.vader.nbi": dec("3100"), "invoer.vader.bijstand": dec("1")})
	if met.gevuld != nil || len(met.anders) > 0 {
		t.Errorf("%v %+v", met.gevuld, met.anders)
	}
	var b bytes.Buffer
	if err := xlsx.Write(&b, g.r, xlsx.Erbij{Zaakbestand: &xlsx.Zaakbestand{Tekst: string(g.data)}}); err != nil {
		t.Fatal(err)
	}
	if _, err := leesTerug(b.Bytes(), set, 1); err != errGeenScenario {
		t.Errorf("without scenarios: %v", err)
	}
}
