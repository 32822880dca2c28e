package calc_test

import (
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"annex/calc"
	"annex/calc/sheet"
	"annex/calc/watals"
	"annex/calc/zaak"
	"annex/norms"

	"github.com/shopspring/decimal"
	"go.yaml.in/yaml/v4"
)

// Every "what if" of every golden case is what a case file with that change in its
// text comes to, read and calculated from the start; and every income at which the
// outcome becomes of another kind is so to the euro.
func TestWatAlsIsTheCaseFileChanged(t *testing.T) {
	set := load(t)
	rijen, grenzen, passen := 0, 0, 0
	for name, file := range cases(t) {
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			z := parse(t, name, data, set)
			r := compute(t, z, set)
			g := &gewijzigd{t: t, set: set, name: name, data: data, pad: map[string]string{}}
			for _, in := range r.Inputs() {
				g.pad[in.ID] = in.Pad
			}
			list := calc.WatAls(z, set, r)
			for _, rij := range list.Rijen {
				rijen++
				wat := rij.Cijfer.Soort + " van " + rij.Wie.Naam + ": " + rij.Van.String() + " -> " + rij.Naar.String()
				g.zelfde(wat, list.Periode, rij.Betalingen, g.met(rij.Invoer))
				if got := bedragen(g.met(rij.Invoer), list.Periode); rij.Verandert() == maps.EqualFunc(got, bedragen(r, list.Periode), decimal.Decimal.Equal) {
					t.Errorf("%s: changes %t", wat, rij.Verandert())
				}
				if len(rij.Invoer) == 1 && rij.Cijfer.Soort != watals.Winst {
					for _, d := range rij.Invoer {
						if !d.Equal(rij.Naar) {
							t.Errorf("%s: to enter %s", wat, d)
						}
					}
				}
			}
			nu := kenmerken(z, r)
			for _, i := range list.Inkomens {
				for _, side := range []struct {
					g, pas *watals.Grens
					terug  int64 // towards the income as it is
				}{{i.Omlaag, i.PasOmlaag, 1}, {i.Omhoog, i.PasOmhoog, -1}} {
					if side.g != nil {
						grenzen++
						wat := i.Cijfer.Soort + " van " + i.Wie.Naam + " bij " + side.g.Bij.String()
						if len(side.g.Wijzigt) == 0 {
							t.Errorf("%s: nothing changes", wat)
						}
						if !side.g.Bij.IsInteger() {
							t.Errorf("%s: no whole euros", wat)
						}
						at := g.met(side.g.Invoer)
						g.zelfde(wat, list.Periode, side.g.Betalingen, at)
						if slices.Equal(kenmerken(z, at), nu) {
							t.Errorf("%s: the same kind of outcome as now", wat)
						}
						for n := int64(1); n <= 2; n++ {
							if in, ok := g.naast(side.g.Invoer, n*side.terug, i, side.g.Bij); ok {
								if got := kenmerken(z, g.met(in)); !slices.Equal(got, nu) {
									t.Errorf("%s: %d euro nearer it is of another kind already\n%v\n%v", wat, n, got, nu)
								}
							}
						}
					}
					if side.pas != nil {
						passen++
						wat := i.Cijfer.Soort + " van " + i.Wie.Naam + ", pas bij " + side.pas.Bij.String()
						g.zelfde(wat, list.Periode, side.pas.Betalingen, g.met(side.pas.Invoer))
						if !slices.ContainsFunc(side.pas.Betalingen, func(b watals.Betaling) bool { return !b.Verschil.IsZero() }) {
							t.Errorf("%s: no amount changes", wat)
						}
						if in, ok := g.naast(side.pas.Invoer, side.terug, i, side.pas.Bij); ok {
							if got, want := bedragen(g.met(in), list.Periode), bedragen(r, list.Periode); !maps.EqualFunc(got, want, decimal.Decimal.Equal) {
								t.Errorf("%s: one euro nearer an amount changes already", wat)
							}
						}
					}
				}
			}
		})
	}
	// Where these come to nothing, nothing was looked at.
	if rijen < 800 || grenzen < 300 || passen < 30 {
		t.Errorf("%d rows, %d limits, %d first changes; want many more", rijen, grenzen, passen)
	}
}

// gewijzigd makes other case files of one.
type gewijzigd struct {
	t    *testing.T
	set  *norms.Set
	name string
	data []byte
	pad  map[string]string // of each input
}

// met calculates the case file with other values for some inputs.
func (g *gewijzigd) met(invoer map[string]decimal.Decimal) *sheet.Result {
	g.t.Helper()
	var doc yaml.Node
	if err := yaml.Unmarshal(g.data, &doc); err != nil {
		g.t.Fatal(err)
	}
	for id, d := range invoer {
		g.zet(doc.Content[0], g.pad[id], d)
	}
	data, err := yaml.Marshal(&doc)
	if err != nil {
		g.t.Fatal(err)
	}
	return compute(g.t, parse(g.t, g.name, data, g.set), g.set)
}

// zet puts a number at a place in a case file.
func (g *gewijzigd) zet(n *yaml.Node, pad string, d decimal.Decimal) {
	g.t.Helper()
	for _, stap := range strings.FieldsFunc(pad, func(r rune) bool { return r == '.' || r == '[' }) {
		if nr, ok := strings.CutSuffix(stap, "]"); ok {
			n = n.Content[decimal.RequireFromString(nr).IntPart()]
			continue
		}
		n = g.sleutel(n, stap)
	}
	if n.Kind == yaml.MappingNode {
		n = g.sleutel(n, "bedrag")
	}
	*n = yaml.Node{Kind: yaml.ScalarNode, Value: d.String()}
}

// sleutel gives what stands under a key, which is made where it is not there.
func (g *gewijzigd) sleutel(n *yaml.Node, key string) *yaml.Node {
	g.t.Helper()
	if n.Kind == yaml.ScalarNode && n.Value == "" || n.Kind == 0 {
		*n = yaml.Node{Kind: yaml.MappingNode}
	}
	if n.Kind != yaml.MappingNode {
		g.t.Fatalf("%s: no place for %s", g.name, key)
	}
	for i := 0; i < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	value := &yaml.Node{}
	n.Content = append(n.Content, &yaml.Node{Kind: yaml.ScalarNode, Value: key}, value)
	return value
}

// naast gives the inputs for so many euro more, as long as that is not past the
// income as it is.
func (g *gewijzigd) naast(invoer map[string]decimal.Decimal, euro int64, i watals.Inkomen, bij decimal.Decimal) (map[string]decimal.Decimal, bool) {
	d := decimal.NewFromInt(euro)
	if euro > 0 == bij.Add(d).GreaterThan(i.Nu) {
		return nil, false
	}
	out := map[string]decimal.Decimal{}
	for id, x := range invoer {
		out[id] = x.Add(d)
	}
	return out, true
}

// wie tells amounts apart.
type wie struct{ soort, voor, betaler, ontvanger string }

func bedragen(r *sheet.Result, p sheet.Periode) map[wie]decimal.Decimal {
	out := map[wie]decimal.Decimal{}
	for _, b := range r.Betalingen() {
		if b.Periode.Nummer == p.Nummer && !b.Geindexeerd {
			out[wie{b.Soort, b.Voor.ID, b.Betaler.ID, b.Ontvanger.ID}] = b.Bedrag
		}
	}
	return out
}

// zelfde checks amounts against those of a case file.
func (g *gewijzigd) zelfde(wat string, p sheet.Periode, got []watals.Betaling, r *sheet.Result) {
	g.t.Helper()
	want := bedragen(r, p)
	if len(got) == 0 {
		g.t.Errorf("%s: no amounts", wat)
	}
	for _, b := range got {
		key := wie{b.Soort, b.Voor.ID, b.Betaler.ID, b.Ontvanger.ID}
		if d, ok := want[key]; !ok || !d.Equal(b.Wordt) {
			g.t.Errorf("%s: %v becomes %s, the case file gives %s", wat, key, b.Wordt, d)
		}
		if !b.Was.Add(b.Verschil).Equal(b.Wordt) {
			g.t.Errorf("%s: %s and %s is not %s", wat, b.Was, b.Verschil, b.Wordt)
		}
		delete(want, key)
	}
	for key, d := range want { // what is left out is nil, or a total of one child
		if !d.IsZero() && !strings.HasSuffix(key.soort, "_totaal") {
			g.t.Errorf("%s: %v of %s is left out", wat, key, d)
		}
	}
}

// kenmerken says of which kind an outcome is, read from a whole result.
func kenmerken(z *zaak.Zaak, r *sheet.Result) []string {
	nr, begin := len(z.Perioden), ""
	if nr > 1 {
		begin = "p" + decimal.NewFromInt(int64(nr)).String() + "."
	}
	var out []string
	zegt := func(id string, is bool) {
		if is {
			out = append(out, id)
		}
	}
	for _, s := range r.Sections() {
		for _, l := range r.Lines(s) {
			id, ok := strings.CutPrefix(l.ID, begin)
			if !ok {
				continue
			}
			last := id[strings.LastIndex(id, ".")+1:]
			positive := l.Value.IsPositive()
			value := func(name string) decimal.Decimal { return r.Line(strings.TrimSuffix(l.ID, last) + name).Value }
			switch last {
			case "tekort", "minimumdraagkracht", "rekeninkomen":
				zegt(id, l.Applies)
			case "draagkracht":
				zegt(id, positive && strings.Count(id, ".") == 1)
			case "tekort_met_woonbudget", "komt_tekort", "verlagen":
				zegt(id, positive)
			case "zorgkorting":
				zegt(id, positive && value("zorgkorting_in_aanmerking").IsZero())
			case "trede_van":
				zegt(id+l.Value.String(), true)
			case "vermindering":
				jaar := value("jaar")
				zegt(id, jaar.IsPositive() && positive)
				zegt(id+" geen", jaar.IsZero())
			case "te_betalen":
				if strings.HasPrefix(id, "toets_") {
					zegt(id, value("na_toets").LessThan(l.Value))
				}
			case "draagkracht_samen":
				zegt(id, l.Value.LessThan(r.Line(begin+"behoefte.behoefte").Value))
			case "laagste":
				for _, g := range []string{"behoefte_netto", "behoefte_bruto", "draagkracht_netto", "draagkracht_bruto", "vergelijking_netto", "vergelijking_bruto"} {
					if x := r.Line(strings.TrimSuffix(l.ID, last) + g); x != nil && x.Value.Equal(l.Value) {
						zegt(id+g, true)
						break
					}
				}
			}
		}
	}
	for _, b := range r.Betalingen() {
		if b.Periode.Nummer == nr && !b.Geindexeerd && b.Bedrag.IsPositive() {
			out = append(out, b.Soort+b.Voor.ID+b.Betaler.ID)
		}
	}
	return out
}

// BenchmarkWatAls asks it of a case with a stated net income for both parents.
func BenchmarkWatAls(b *testing.B) { benchmarkWatAls(b, "rapport-5-1-stap-2-en-3") }

// BenchmarkWatAlsInkomen asks it where both incomes are worked out from wages.
func BenchmarkWatAlsInkomen(b *testing.B) { benchmarkWatAls(b, "inkomen-twee-banen-en-auto") }

// BenchmarkWatAlsPartner asks it where partneralimentatie is grossed up and compared.
func BenchmarkWatAlsPartner(b *testing.B) { benchmarkWatAls(b, "partner-kinderen-kgb-verrekenen") }

func benchmarkWatAls(b *testing.B, name string) {
	set := load(b)
	z := read(b, zaken+"/"+name+".yaml", set)
	r := compute(b, z, set)
	b.ReportAllocs()
	for b.Loop() {
		calc.WatAls(z, set, r)
	}
}
