package calc_test

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"annex/calc"
	"annex/calc/kind"
	"annex/calc/partner"
	"annex/calc/sheet"
	"annex/calc/wetsvoorstel"
	"annex/calc/zaak"
	"annex/norms"

	"github.com/shopspring/decimal"
	"go.yaml.in/yaml/v4"
)

// verwacht is what a case should come to, worked out outside annex.
type verwacht struct {
	Bron           string            `yaml:"bron"`   // where the figures come from: a paragraph of the Rapport, or the sum written out
	Regels         map[string]string `yaml:"regels"` // by the id of the line; a percentage as 70, a ja/nee as a word
	Uitkomst       []betaling        `yaml:"uitkomst"`
	Totaal         []betaling        `yaml:"totaal"`         // stated empty when every child receives its own contribution
	Geindexeerd    []betaling        `yaml:"geindexeerd"`    // after each later 1 January whose percentage is known
	Studiekosten   []betaling        `yaml:"studiekosten"`   // only under Wetsvoorstel 34 154
	Waarschuwingen []string          `yaml:"waarschuwingen"` // their codes

	Partneralimentatie            []betaling `yaml:"partneralimentatie"`
	PartneralimentatieNetto       []betaling `yaml:"partneralimentatie_netto"`
	PartneralimentatieGeindexeerd []betaling `yaml:"partneralimentatie_geindexeerd"`
}

type betaling struct {
	Periode   string `yaml:"periode"` // its first day
	Kind      string `yaml:"kind"`    // not of partneralimentatie
	Betaler   string `yaml:"betaler"`
	Ontvanger string `yaml:"ontvanger"`
	Bedrag    string `yaml:"bedrag"`
}

const zaken = "../testdata/zaken"

// laatste is the last day for which percentages of indexation were known when the
// verwacht files were written; what is published later does not change them.
const laatste = "2026-12-31"

// cases gives the case files by name.
func cases(t testing.TB) map[string]string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(zaken, "*.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range files {
		if name := strings.TrimSuffix(filepath.Base(f), ".yaml"); !strings.HasSuffix(name, ".verwacht") {
			out[name] = f
		}
	}
	return out
}

func load(t testing.TB) *norms.Set {
	t.Helper()
	set, err := norms.Load()
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func read(t testing.TB, file string, set *norms.Set) *zaak.Zaak {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return parse(t, file, data, set)
}

// parse reads a case file without problems.
func parse(t testing.TB, name string, data []byte, set *norms.Set) *zaak.Zaak {
	t.Helper()
	z, problemen := zaak.Lees(name, data, calc.Normcontrole(set))
	if len(problemen) > 0 {
		t.Fatal(problemen.Tekst())
	}
	return z
}

func compute(t testing.TB, z *zaak.Zaak, set *norms.Set) *sheet.Result {
	t.Helper()
	r, err := calc.Compute(z, set, "test")
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Every golden case comes to what its verwacht file says, line by line.
func TestGolden(t *testing.T) {
	set := load(t)
	all := cases(t)
	if len(all) < 50 {
		t.Errorf("%d golden cases, want them all", len(all))
	}
	for name, file := range all {
		t.Run(name, func(t *testing.T) {
			want := readVerwacht(t, filepath.Join(zaken, name+".verwacht.yaml"))
			r := compute(t, read(t, file, set), set)
			for _, id := range slices.Sorted(maps.Keys(want.Regels)) {
				checkLine(t, r, id, want.Regels[id])
			}
			got := map[string][]betaling{}
			for _, b := range r.Betalingen() {
				if b.Periode.Vanaf > laatste {
					continue
				}
				got[b.Soort] = append(got[b.Soort], betaling{b.Periode.Vanaf, b.Voor.ID, b.Betaler.ID, b.Ontvanger.ID, b.Bedrag.String()})
			}
			for soort, payments := range map[string][]betaling{
				kind.UitkomstPerKind: want.Uitkomst, kind.UitkomstTotaal: want.Totaal, kind.UitkomstGeindexeerd: want.Geindexeerd,
				partner.Uitkomst: want.Partneralimentatie, partner.UitkomstNetto: want.PartneralimentatieNetto,
				partner.UitkomstGeindexeerd: want.PartneralimentatieGeindexeerd, wetsvoorstel.UitkomstStudie: want.Studiekosten,
			} {
				if !slices.Equal(got[soort], payments) && (soort != kind.UitkomstGeindexeerd || payments != nil) {
					t.Errorf("%s\n%v\nwant\n%v", soort, got[soort], payments)
				}
				delete(got, soort)
			}
			if len(got) > 0 {
				t.Errorf("also an outcome %v", got)
			}
			var codes []string
			for _, w := range r.Waarschuwingen() {
				codes = append(codes, w.Code)
			}
			slices.Sort(codes)
			slices.Sort(want.Waarschuwingen)
			if !slices.Equal(codes, want.Waarschuwingen) {
				t.Errorf("warnings %v, want %v", codes, want.Waarschuwingen)
			}
		})
	}
}

func readVerwacht(t *testing.T, file string) verwacht {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var v verwacht
	if err := yaml.Load(data, &v, yaml.WithKnownFields()); err != nil {
		t.Fatal(err)
	}
	alleenPartner := len(v.Uitkomst) == 0 && len(v.Partneralimentatie)+len(v.PartneralimentatieNetto) > 0
	if v.Bron == "" || len(v.Regels) == 0 || !alleenPartner && (len(v.Uitkomst) == 0 || v.Totaal == nil) {
		t.Fatalf("%s is not complete", file)
	}
	if len(v.Totaal) == 0 && slices.ContainsFunc(v.Uitkomst, func(b betaling) bool { return b.Ontvanger != b.Kind }) {
		t.Fatalf("%s has no totals, but not every child receives its own contribution", file)
	}
	return v
}

func checkLine(t *testing.T, r *sheet.Result, id, want string) {
	t.Helper()
	l := r.Line(id)
	if l == nil {
		t.Errorf("there is no line %s", id)
		return
	}
	if !l.Applies {
		t.Errorf("%s does not apply", id)
	}
	switch l.Unit {
	case sheet.JaNee:
		if l.Text() != want {
			t.Errorf("%s is %s, want %s", id, l.Text(), want)
		}
		return
	case sheet.Percentage:
		l = &sheet.LineResult{Line: l.Line, Value: l.Value.Shift(2)}
	}
	if w, err := decimal.NewFromString(want); err != nil || !l.Value.Equal(w) {
		t.Errorf("%s is %s, want %s", id, l.Value, want)
	}
}

// A verwacht file belongs to a case.
func TestVerwachtBelongsToACase(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(zaken, "*.verwacht.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	all := cases(t)
	for _, f := range files {
		if name := strings.TrimSuffix(filepath.Base(f), ".verwacht.yaml"); all[name] == "" {
			t.Errorf("%s has no case", f)
		}
	}
}

// What a case says of itself is finished: no hole is left open, and no text of a
// user was taken for one.
func TestTextsAreFilledIn(t *testing.T) {
	set := load(t)
	for name, file := range cases(t) {
		r := compute(t, read(t, file, set), set)
		for _, w := range r.Waarschuwingen() {
			checkText(t, name, w.Tekst)
		}
		for _, n := range r.NietMeegenomen() {
			checkText(t, name, n.Wat)
			checkText(t, name, n.Reden)
		}
		for _, k := range r.Keuzes() {
			checkText(t, name, k.Keuze)
		}
	}
}

func checkText(t *testing.T, name, text string) {
	t.Helper()
	for _, user := range []string{"Kim (50%s)", "=SUM(B2:B9) 100%s"} { // of the case vreemde-teksten
		text = strings.ReplaceAll(text, user, "")
	}
	if strings.Contains(text, "%s") || strings.Contains(text, "%!") {
		t.Errorf("%s: %s", name, text)
	}
}

// The strangest texts come through as they were written.
func TestStrangeTexts(t *testing.T) {
	set := load(t)
	r := compute(t, read(t, cases(t)["vreemde-teksten"], set), set)
	var got []string
	for _, w := range r.Waarschuwingen() {
		got = append(got, w.Tekst)
	}
	for _, n := range r.NietMeegenomen() {
		got = append(got, n.Wat)
	}
	for _, k := range r.Keuzes() {
		got = append(got, k.Grond)
	}
	all := strings.Join(got, "\n")
	for _, want := range []string{
		"Voor Robin'); DROP TABLE kinderen;-- zijn gemiddeld 3,5 zorgdagen per week bij de vader opgegeven.",
		"dan 35% bij drie dagen;",
		"Voor Kim (50%s) is de zorgkorting (€ 379,50) hoger dan het aandeel van de vader (€ ",
		"=SUM(B2:B9) 100%s van de vader (€ 10,00 per maand)",
		`=1+1 & "de helft" <i>plus</i> 10% extra`,
	} {
		if !strings.Contains(all, want) {
			t.Errorf("%s\nlacks\n%s", all, want)
		}
	}
}

// The same case gives the same result, byte for byte.
func TestDeterministic(t *testing.T) {
	set := load(t)
	for name, file := range cases(t) {
		z := read(t, file, set)
		var first string
		for range 3 {
			got, err := json.Marshal(compute(t, z, set))
			if err != nil {
				t.Fatal(err)
			}
			if first == "" {
				first = string(got)
			}
			if string(got) != first {
				t.Errorf("%s: two results", name)
			}
		}
	}
}

// The canonical form of a case calculates the same, line by line and word by word.
func TestCanonicalForm(t *testing.T) {
	set := load(t)
	for name, file := range cases(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			z := read(t, file, set)
			again := parse(t, "zaak.json", []byte(z.Herkomst.Canoniek), set)
			if again.Herkomst.Canoniek != z.Herkomst.Canoniek || again.Herkomst.SHA256 != z.Herkomst.CanoniekSHA256 {
				t.Errorf("the canonical form of\n%sis\n%s", z.Herkomst.Canoniek, again.Herkomst.Canoniek)
			}
			again.Herkomst = z.Herkomst
			got, err := json.Marshal(compute(t, again, set))
			if err != nil {
				t.Fatal(err)
			}
			want, err := json.Marshal(compute(t, z, set))
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != string(want) {
				t.Errorf("calculates\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// BenchmarkCompute calculates a case of two children in two periods.
func BenchmarkCompute(b *testing.B) {
	set := load(b)
	z := read(b, filepath.Join(zaken, "twee-perioden-jaarwisseling.yaml"), set)
	b.ReportAllocs()
	for b.Loop() {
		compute(b, z, set)
	}
}

// BenchmarkComputeVoorstel calculates two children under Wetsvoorstel 34 154.
func BenchmarkComputeVoorstel(b *testing.B) {
	set := load(b)
	z := read(b, filepath.Join(zaken, "wetsvoorstel-mvt-voorbeeld-4.yaml"), set)
	b.ReportAllocs()
	for b.Loop() {
		compute(b, z, set)
	}
}
