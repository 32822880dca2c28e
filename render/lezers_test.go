package render_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"annex/calc"
	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"
	"annex/render"
	"annex/templates"
)

// uitgerekend is a case with what comes of it.
type uitgerekend struct {
	*sheet.Result
	watals render.WatAls
}

// iedereZaak gives every golden case that the published norms cover, with what came
// of it. It is worked out once: with other figures as well, it takes a while.
var iedereZaak = func() func(t *testing.T) map[string]uitgerekend {
	var once sync.Once
	var all map[string]uitgerekend
	return func(t *testing.T) map[string]uitgerekend {
		t.Helper()
		once.Do(func() { all = rekenUit(t) })
		return all
	}
}()

func rekenUit(t *testing.T) map[string]uitgerekend {
	t.Helper()
	files, err := filepath.Glob("../testdata/zaken/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal("no golden cases", err)
	}
	set, err := norms.Load()
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]uitgerekend{}
	for _, f := range files {
		// The norms of a year that is not there yet come with their own case.
		if strings.HasSuffix(f, ".verwacht.yaml") || strings.HasSuffix(f, "normen-nieuw-jaar.yaml") {
			continue
		}
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		naam := strings.TrimSuffix(filepath.Base(f), ".yaml")
		z, problemen := zaak.Lees(naam, data, zaak.Opties{})
		if len(problemen) > 0 {
			t.Fatal(problemen.Tekst())
		}
		r, err := calc.Compute(z, set, "test")
		if err != nil {
			t.Fatal(err)
		}
		out[naam] = uitgerekend{r, render.WatAls{Lijst: calc.WatAls(z, set, r)}}
	}
	return out
}

// alles gives every text of a document, with plain spaces.
func alles(d *render.Document) string {
	var b strings.Builder
	for _, blok := range d.Blokken {
		for _, text := range render.Teksten(blok) {
			b.WriteString(text + "\n")
		}
		if f, ok := blok.(render.Figuur); ok {
			b.WriteString(f.Alternatief + "\n")
		}
	}
	return strings.ReplaceAll(b.String(), "\u00a0", " ")
}

// For every golden case and every reader the document holds each amount that has to
// be paid, each chapter once, and nothing that is not filled in.
func TestLezersOverAlleZaken(t *testing.T) {
	for naam, r := range iedereZaak(t) {
		for _, lezer := range zaak.Lezers() {
			sjabloon := templates.Standaard().Lezer(lezer)
			d, err := render.Bijlage(r.Result, sjabloon, r.watals)
			if err != nil {
				t.Errorf("%s, %s: %v", naam, lezer, err)
				continue
			}
			eenKop(t, naam+", "+lezer, d)
			text := alles(d)
			for _, stray := range []string{"<no value>", "{{", "}}", "%!"} {
				// One case has these signs in its own texts, which are data.
				if naam != "vreemde-teksten" && strings.Contains(text, stray) {
					t.Errorf("%s, %s: the document holds %q", naam, lezer, stray)
				}
			}
			for _, p := range r.Betalingen() {
				if p.Geindexeerd || p.Bedrag.IsZero() || p.Voor.ID == "" {
					continue
				}
				bedrag := sheet.FormatNumber(p.Bedrag, 2)
				if p.Bedrag.IsInteger() {
					bedrag = sheet.FormatNumber(p.Bedrag, 0)
				}
				if !strings.Contains(text, "€ "+bedrag) {
					t.Errorf("%s, %s: no € %s", naam, lezer, bedrag)
				}
			}
			var koppen []string
			for _, blok := range d.Blokken {
				switch x := blok.(type) {
				case render.Kop:
					if x.Niveau == 1 {
						_, kop, _ := strings.Cut(x.Tekst, ". ")
						koppen = append(koppen, kop)
					}
				case render.Tabel:
					if len(x.Rijen) == 0 {
						t.Errorf("%s, %s: a table without rows: %s", naam, lezer, x.Inhoud)
					}
				}
			}
			for _, h := range sjabloon.Hoofdstukken {
				n := 0
				for _, k := range koppen {
					if k == h.Kop {
						n++
					}
				}
				if n > 1 || n == 0 && h.Kop != "" && (!slices.Contains(h.Delen, "watals") || len(r.watals.Lijst.Rijen) > 0) {
					t.Errorf("%s, %s: chapter %q occurs %d times", naam, lezer, h.Kop, n)
				}
			}
		}
	}
}

// eenKop looks for two headings in a row that say the same.
func eenKop(t *testing.T, stuk string, d *render.Document) {
	t.Helper()
	vorige := ""
	for _, blok := range d.Blokken {
		k, _ := blok.(render.Kop)
		_, kop, genummerd := strings.Cut(k.Tekst, ". ")
		if !genummerd {
			kop = k.Tekst
		}
		if kop != "" && kop == vorige {
			t.Errorf("%s: two headings %q", stuk, kop)
		}
		vorige = kop
	}
}

// The order is that of the reader: the court's dictum first, for a parent the reason.
func TestVolgordeVanLezers(t *testing.T) {
	r := resultaatVan(t, "design-schets", lees(t, "../testdata/zaken/design-schets.yaml"))
	for lezer, want := range map[string][]string{
		templates.Advocaat: {"A. Uitkomst", "B. Uitgangspunten", "C. Berekening", "D. Uitleg", "E. Gebruikte normen", "F. Verantwoording"},
		templates.Griffie: {"A. Uitkomst voor het dictum", "Bijlage 1. Behoefte", "Bijlage 2. Draagkracht", "B. Verdeling, zorgkorting en toetsen",
			"C. Overige uitgangspunten en gemaakte keuzes", "D. Gebruikte normen", "E. Verantwoording", "F. Waarmerk"},
		templates.Ouder: {"A. Wat u betaalt of ontvangt", "B. Waarom dit bedrag", "C. Woorden die u tegenkomt", "D. De gegevens waarmee is gerekend",
			"E. De berekening, regel voor regel", "F. Gebruikte normen", "G. Verantwoording"},
	} {
		d, err := render.Bijlage(r, templates.Standaard().Lezer(lezer))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, b := range d.Blokken {
			if k, ok := b.(render.Kop); ok && k.Niveau == 1 {
				got = append(got, k.Tekst)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s:\n%q\nwant\n%q", lezer, got, want)
		}
	}
}

func lees(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// What the two annexes of art. 805 Rv (as proposed) leave to each other: every line of
// the calculation is in one of them or in the chapter about who pays what, and in one
// only.
func TestBijlagenVanDeGriffieDelenDeBerekening(t *testing.T) {
	nummer := func(d *render.Document) (out []string) {
		for _, b := range d.Blokken {
			if k, ok := b.(render.Kop); ok && k.Niveau == 2 && k.Tekst[0] >= '1' && k.Tekst[0] <= '9' {
				out = append(out, k.Tekst)
			}
		}
		slices.Sort(out)
		return out
	}
	for naam, r := range iedereZaak(t) {
		var got [2][]string
		for i, lezer := range []string{templates.Advocaat, templates.Griffie} {
			d, err := render.Bijlage(r.Result, templates.Standaard().Lezer(lezer))
			if err != nil {
				t.Fatal(err)
			}
			got[i] = nummer(d)
		}
		if !slices.Equal(got[0], got[1]) {
			t.Errorf("%s: the clerk has\n%q\nthe lawyer has\n%q", naam, got[1], got[0])
		}
		// And each annex alone has the same lines as in the whole.
		var los []string
		for _, onderdeel := range []string{templates.Behoefte, templates.Draagkracht} {
			d, err := render.Bijlage(r.Result, templates.Standaard().Onderdeel(onderdeel))
			if err != nil {
				t.Fatal(err)
			}
			los = append(los, nummer(d)...)
			eenKop(t, naam+", "+onderdeel, d)
		}
		for _, k := range los {
			if !slices.Contains(got[0], k) {
				t.Errorf("%s: %q is not in the whole", naam, k)
			}
		}
	}
}

// Sentences for a dictum; the amounts are those of the golden cases. That amounts are
// due in advance, and who owes whom, is what a dictum says.
func TestBeslissing(t *testing.T) {
	d, err := render.Bijlage(resultaatVan(t, "design-schets", lees(t, "../testdata/zaken/design-schets.yaml")), templates.Standaard().Lezer(templates.Griffie))
	if err != nil {
		t.Fatal(err)
	}
	text := alles(d)
	for _, want := range []string{
		"bepaalt dat de vader vanaf 1 maart 2025 aan de moeder als bijdrage in de kosten van verzorging en opvoeding van Noor € 115 per maand moet betalen, wat de nog niet verschenen termijnen betreft telkens bij vooruitbetaling te voldoen;",
		"Gewaarmerkt als bijlage bij de beschikking van Rechtbank Midden-Nederland, locatie Utrecht, gegeven op de hieronder ingevulde datum in de zaak met zaaknummer C/16/123456",
		"Handtekening",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text[:2000])
		}
	}
}

// What a judge cannot decide has no sentence: an amount by a bill that is not the law,
// and a net amount to a former spouse. A child of 18 or older gets its own words, and
// nil is established.
func TestBeslissingAnders(t *testing.T) {
	for naam, tt := range map[string]struct{ wel, niet []string }{
		"wetsvoorstel-studenten": {
			[]string{"Zinnen voor het dictum staan hier niet, want deze berekening volgt geen geldend recht.", "€ 277,53"},
			[]string{"bepaalt dat", "vast op nihil;", "om, als de rechter zo beslist"},
		},
		"rapport-5-2-partner-vergelijking": {
			[]string{"Voor de uitkering tot levensonderhoud van partner I aan partner II vanaf 1 april 2025 staat hier geen zin voor het dictum. Alleen het netto bedrag is berekend (€ 474 per maand); in een dictum hoort een bruto bedrag."},
			[]string{"bepaalt dat"},
		},
		"eenentwintig-behoeftig":        {[]string{"aan Bram als bijdrage in de kosten van levensonderhoud € 142 per maand moet betalen"}, []string{"levensonderhoud en studie"}},
		"jongmeerderjarig-mbo-thuis":    {[]string{"als bijdrage in de kosten van levensonderhoud en studie €"}, nil},
		"toets-tot-nihil":               {[]string{"stelt de door de vader aan de moeder te betalen bijdrage in de kosten van verzorging en opvoeding van Finn vanaf 1 april 2025 vast op nihil;"}, nil},
		"partner-kinderen-tekort":       {[]string{"stelt de door de man aan de vrouw te betalen uitkering tot levensonderhoud vanaf 1 maart 2026 vast op nihil;"}, nil},
		"partner-2025-zvw-maximum":      {[]string{"aan de vrouw als uitkering tot levensonderhoud € 3.945 bruto per maand moet betalen, wat"}, []string{"geen zin voor het dictum"}},
		"wetsvoorstel-geen-inzicht-een": {[]string{"Zinnen voor het dictum staan hier niet"}, []string{"bepaalt dat"}},
	} {
		r := resultaatVan(t, naam, lees(t, "../testdata/zaken/"+naam+".yaml"))
		griffie := templates.Standaard().Lezer(templates.Griffie)
		d, err := render.Bijlage(r, griffie)
		if err != nil {
			t.Fatal(err)
		}
		plat, err := render.Tekst(r, griffie)
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range []string{alles(d), plat} {
			text = strings.ReplaceAll(text, "\u00a0", " ")
			for _, want := range tt.wel {
				if !strings.Contains(text, want) {
					t.Errorf("%s: no %q", naam, want)
				}
			}
			for _, not := range tt.niet {
				if strings.Contains(text, not) {
					t.Errorf("%s: %q", naam, not)
				}
			}
		}
	}
}

// On whose behalf a productie is submitted stands on the first page and on every other.
func TestNamens(t *testing.T) {
	data := strings.Replace(string(lees(t, "../testdata/zaken/design-schets.yaml")), "kenmerk: Productie 7", "kenmerk: Productie 7\n  namens: moeder", 1)
	d, err := render.Bijlage(resultaatVan(t, "zaak", []byte(data)), templates.StandaardBijlage())
	if err != nil {
		t.Fatal(err)
	}
	if want := "Productie 7 van de moeder"; d.Ondertitel != want || d.KoptekstRechts != want {
		t.Errorf("%q, %q", d.Ondertitel, d.KoptekstRechts)
	}
}

// Only words that occur are explained, and as words by themselves.
func TestWoorden(t *testing.T) {
	d, err := render.Bijlage(resultaatVan(t, "design-schets", lees(t, "../testdata/zaken/design-schets.yaml")), templates.Standaard().Lezer(templates.Ouder))
	if err != nil {
		t.Fatal(err)
	}
	var woorden []string
	for i, b := range d.Blokken {
		if k, ok := b.(render.Kop); ok && strings.HasSuffix(k.Tekst, "Woorden die u tegenkomt") {
			for _, rij := range d.Blokken[i+2].(render.Tabel).Rijen {
				woorden = append(woorden, rij.Cellen[0].Tekst)
			}
		}
	}
	for woord, want := range map[string]bool{"draagkracht": true, "zorgkorting": true, "verwijtbaar": true, "productie": true, "box": false, "hofnorm": false, "hardheidsclausule": false, "stiefouder": false} {
		if slices.Contains(woorden, woord) != want {
			t.Errorf("%s: %v in %q", woord, !want, woorden)
		}
	}
}

// A chapter can leave out how each line was found.
func TestDiepteKort(t *testing.T) {
	sjabloon := *templates.StandaardBijlage()
	sjabloon.Hoofdstukken = []templates.Hoofdstuk{{Kop: "Berekening", Diepte: templates.Kort, Delen: []string{"berekening"}}}
	d, err := render.Bijlage(resultaatVan(t, "design-schets", lees(t, "../testdata/zaken/design-schets.yaml")), &sjabloon)
	if err != nil {
		t.Fatal(err)
	}
	text := alles(d)
	if !strings.Contains(text, "Draagkracht") || strings.Contains(text, "= 70%") || strings.Contains(text, "Rapport 4.") {
		t.Error(text)
	}
}

func TestOnbekendDeel(t *testing.T) {
	sjabloon := *templates.StandaardBijlage()
	sjabloon.Hoofdstukken = []templates.Hoofdstuk{{Kop: "X", Delen: []string{"berekeningen"}}}
	_, err := render.Bijlage(resultaatVan(t, "design-schets", lees(t, "../testdata/zaken/design-schets.yaml")), &sjabloon)
	if err == nil || !strings.Contains(err.Error(), `"berekeningen"`) || !strings.Contains(err.Error(), "waarmerk") {
		t.Error(err)
	}
}
