package sheet_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"annex/calc/sheet"
	"annex/norms"
)

// klein is a tiny calculation with something of everything that is not a number.
func klein() (*sheet.Sheet, sheet.Scope) {
	s := sheet.New()
	periode := sheet.Periode{Nummer: 1, Vanaf: "2025-03-01", Tekst: "vanaf 1 maart 2025"}
	sc := s.Section(sheet.Section{ID: "draagkracht_vader", Soort: "draagkracht", Titel: "Draagkracht van de vader", Onderwerp: "de vader"}, "vader")
	s.Fact(sheet.Feit{Groep: "Gezin", Omschrijving: "Ingangsdatum", Waarde: "1 maart 2025", Toelichting: "bepaalt welke normen gelden"})
	nbi := sc.Add(sheet.Line{
		ID: "nbi", Label: "NBI", Unit: sheet.EURPerMaand, Source: sheet.Source{Document: "Proefrapport", Vindplaats: "par. 2", URL: "https://voorbeeld.test/2"},
		Expr: sc.Input(sheet.Input{ID: "nbi", Groep: "De vader", Label: "Netto besteedbaar inkomen", Unit: sheet.EURPerMaand, Value: dec("2600.50"), Bron: "productie 4", Toelichting: "loonstrook <januari>", Pad: "perioden[0].vader.nbi"}),
	})
	bijstand := sc.Input(sheet.Input{ID: "bijstand", Groep: "De vader", Label: "Bijstand", Zin: "er een bijstandsuitkering is", Unit: sheet.JaNee, Value: dec("0")})
	sc.Add(sheet.Line{ID: "bijstand", Label: "Bijstand", Unit: sheet.JaNee, Expr: bijstand, Only: bijstand.IsYes()})
	tab := sc.Table(schijven())
	pct := sc.Add(sheet.Line{ID: "percentage", Label: "Percentage", Unit: sheet.Percentage, Expr: sheet.Lookup(tab, 1, nbi)})
	grens := sc.Norm(norm("grens", "grens van de tabel", "1310", sheet.EURPerMaand))
	draagkracht := sc.Add(sheet.Line{
		ID: "draagkracht", Label: "Draagkracht", Unit: sheet.EURPerMaand, Toelichting: "zonder lasten",
		Expr: sheet.If(bijstand.IsYes(), sheet.Zero, pct.Times(nbi.Minus(grens)).AtLeast(sheet.Zero).Round(0)),
	})
	s.Choice(sheet.Cond{}, sheet.Keuze{ID: "altijd", Onderwerp: "A", Keuze: "B", Grond: "C", Alternatief: "D"})
	s.Choice(nbi.MoreThan(grens), sheet.Keuze{ID: "altijd", Onderwerp: "A", Keuze: "B", Grond: "C", Alternatief: "D"}) // said once
	s.Choice(bijstand.IsYes(), sheet.Keuze{ID: "niet", Onderwerp: "A", Keuze: "B", Grond: "C"})
	s.Warn(nbi.MoreThan(grens), "hoog", "Het inkomen (€ %s) is 100% zeker hoger dan € %s.", nbi, grens)
	s.Warn(nbi.LessThan(grens), "laag", "Het inkomen (€ %s) is laag.", nbi)
	s.Warn(sheet.Cond{}, "vast", "Dit is 100% vast: %s.")
	s.LeaveOut(nbi.MoreThan(grens), "%s (€ %s per maand)", "De last van %s telt niet mee.", "Rente 5% %s", nbi, "de vader")
	s.LeaveOut(bijstand.IsYes(), "Niet", "Niet")
	s.Outcome(sheet.Uitkomst{
		Soort: "kinderalimentatie", Periode: periode, Voor: sheet.Persoon{ID: "noor", Naam: "Noor"},
		Betaler: sheet.Persoon{ID: "vader", Naam: "de vader"}, Ontvanger: sheet.Persoon{ID: "moeder", Naam: "de moeder"},
	}, draagkracht)
	s.Highlight(periode, "Draagkracht van de vader", draagkracht)
	s.Picture(periode, "Noor", nbi, sheet.Part{Naam: "de vader betaalt", Line: draagkracht})
	return s, sc
}

var kleinReceipt = sheet.Receipt{Versie: "1.2.3", Datum: day(2025, 2, 14), Methode: "alimentatienormen", Bestand: "zaak.yaml", BestandSHA: "00ff"}

// The JSON form is a promise to other programs: it does not change by accident.
func TestJSON(t *testing.T) {
	s, _ := klein()
	r, err := s.Evaluate(kleinReceipt)
	if err != nil {
		t.Fatal(err)
	}
	got, err := json.MarshalIndent(r, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	const want = `{
 "formaat": "annex-resultaat",
 "formaatversie": 1,
 "methode": "alimentatienormen",
 "datum": "2025-02-14",
 "uitkomst": {
  "kinderalimentatie": [
   {
    "periode": {
     "nummer": 1,
     "vanaf": "2025-03-01",
     "tekst": "vanaf 1 maart 2025"
    },
    "kind": "noor",
    "kind_naam": "Noor",
    "betaler": "vader",
    "ontvanger": "moeder",
    "bedrag": 903,
    "regel": "vader.draagkracht"
   }
  ]
 },
 "regels": [
  {
   "id": "vader.nbi",
   "label": "NBI",
   "onderdeel": "draagkracht_vader",
   "waarde": 2600.5,
   "eenheid": "EUR/maand",
   "bron": "Proefrapport, par. 2",
   "bron_url": "https://voorbeeld.test/2",
   "bewijs": "productie 4",
   "van_toepassing": true
  },
  {
   "id": "vader.bijstand",
   "label": "Bijstand",
   "onderdeel": "draagkracht_vader",
   "waarde": "nee",
   "eenheid": "ja/nee",
   "van_toepassing": false
  },
  {
   "id": "vader.percentage",
   "label": "Percentage",
   "onderdeel": "draagkracht_vader",
   "waarde": 70,
   "eenheid": "%",
   "formule": "percentage volgens de proeftabel bij NBI",
   "ingevuld": "70% (rij vanaf 2.000)",
   "van_toepassing": true
  },
  {
   "id": "vader.draagkracht",
   "label": "Draagkracht",
   "onderdeel": "draagkracht_vader",
   "waarde": 903,
   "eenheid": "EUR/maand",
   "formule": "als er een bijstandsuitkering is: 0; anders: percentage × (NBI − grens van de tabel), ten minste 0 (op hele euro's)",
   "ingevuld": "70% × (2.600,50 − 1.310)",
   "toelichting": "zonder lasten",
   "van_toepassing": true
  }
 ],
 "uitgangspunten": [
  {
   "groep": "Gezin",
   "omschrijving": "Ingangsdatum",
   "waarde": "1 maart 2025",
   "toelichting": "bepaalt welke normen gelden",
   "aanname": false
  },
  {
   "groep": "De vader",
   "omschrijving": "Netto besteedbaar inkomen",
   "waarde": "2.600,50",
   "eenheid": "EUR/maand",
   "bewijs": "productie 4",
   "toelichting": "loonstrook \u003cjanuari\u003e",
   "aanname": false,
   "pad": "perioden[0].vader.nbi",
   "invoer": "invoer.vader.nbi"
  },
  {
   "groep": "De vader",
   "omschrijving": "Bijstand",
   "waarde": "nee",
   "eenheid": "ja/nee",
   "aanname": false,
   "invoer": "invoer.vader.bijstand"
  }
 ],
 "keuzes": [
  {
   "id": "altijd",
   "onderwerp": "A",
   "keuze": "B",
   "grond": "C",
   "alternatief": "D",
   "zaakspecifiek": false
  }
 ],
 "waarschuwingen": [
  {
   "code": "hoog",
   "tekst": "Het inkomen (€ 2.600,50) is 100% zeker hoger dan € 1.310."
  },
  {
   "code": "vast",
   "tekst": "Dit is 100% vast: %s."
  }
 ],
 "niet_meegenomen": [
  {
   "wat": "Rente 5% %s (€ 2.600,50 per maand)",
   "reden": "De last van de vader telt niet mee."
  }
 ],
 "verantwoording": {
  "versie": "1.2.3",
  "zaakbestand": "zaak.yaml",
  "zaakbestand_sha256": "00ff",
  "normen": [
   {
    "reeks": "proef",
    "titel": "Proefnormen 2025",
    "van": "2025-01-01",
    "tot_en_met": "2025-12-31",
    "bestand": "proef_2025.yaml",
    "sha256": "abc123"
   }
  ],
  "normcijfers": [
   {
    "id": "norm.proef_2025.grens",
    "label": "grens van de tabel",
    "waarde": 1310,
    "eenheid": "EUR/maand",
    "bron": "Proefrapport, par. 1",
    "status": "bevestigd"
   },
   {
    "id": "tabel.proef_2025",
    "label": "proeftabel",
    "bron": "Proefrapport, bijlage 1",
    "status": "bevestigd"
   }
  ]
 }
}`
	if string(got) != want {
		for i, line := range strings.Split(string(got), "\n") {
			if w := strings.Split(want, "\n"); i >= len(w) || w[i] != line {
				t.Fatalf("line %d: %s\nin\n%s", i+1, line, got)
			}
		}
		t.Fatalf("too short:\n%s", got)
	}
}

// A table is as well attested as its weakest figure.
func TestJSONStatusOfATable(t *testing.T) {
	p := nieuw()
	weak := tabel("proef_zwak", "zwakke tabel", []norms.Column{{ID: "k", Label: "k", Unit: "getal"}}, []string{"1"}, []string{"2"})
	weak.Rows[1][0].Status = norms.EnkeleBron
	p.sc.Table(weak)
	p.regel("a", sheet.Getal, sheet.One)
	got, err := json.Marshal(p.reken(t))
	if err != nil {
		t.Fatal(err)
	}
	if want := `{"id":"tabel.proef_2025_zwak","label":"zwakke tabel","bron":"Proefrapport, bijlage 1","status":"enkele bron"}`; !strings.Contains(string(got), want) {
		t.Errorf("JSON lacks %s", want)
	}
}

// A list of nothing is an empty list, never null.
func TestJSONOfNothing(t *testing.T) {
	r, err := sheet.New().Evaluate(sheet.Receipt{})
	if err != nil {
		t.Fatal(err)
	}
	got, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(got), "null") {
		t.Errorf("null in %s", got)
	}
}

// Only says where a line matters.
func TestOnly(t *testing.T) {
	p := nieuw()
	yes, no := p.janee("wel", true), p.janee("niet", false)
	for id, only := range map[string]sheet.Cond{
		"altijd": {}, "wel": yes, "niet": no, "geen_van_beide": sheet.Not(yes.Or(no)), "allebei": yes.And(sheet.Not(no)),
	} {
		p.sc.Add(sheet.Line{ID: id, Label: id, Unit: sheet.Getal, Expr: sheet.One, Only: only})
	}
	r := p.reken(t)
	for id, want := range map[string]bool{"altijd": true, "wel": true, "niet": false, "geen_van_beide": false, "allebei": true} {
		l := r.Line("proef." + id)
		if l.Applies != want {
			t.Errorf("%s applies: %v, want %v", id, l.Applies, want)
		}
		if !l.Value.Equal(dec("1")) {
			t.Errorf("%s: a line that does not matter keeps its value, got %s", id, l.Value)
		}
	}
}

func TestSectionsAndLines(t *testing.T) {
	p := nieuw()
	a := p.regel("a", sheet.Getal, sheet.One)
	p.andereRegel("b", sheet.Getal, a)
	p.regel("c", sheet.Getal, a)
	r := p.reken(t)
	var got []string
	for _, s := range r.Sections() {
		got = append(got, s.ID+":")
		for _, l := range r.Lines(s) {
			got = append(got, l.ID)
			if l.Section() != s {
				t.Errorf("%s is of section %s, not of %s", l.ID, l.Section().ID, s.ID)
			}
		}
	}
	if want := "elders: elders.b proef: proef.a proef.c"; strings.Join(got, " ") != want {
		t.Errorf("sections %v, want %s", got, want)
	}
	if r.Line("proef.d") != nil {
		t.Error("a line that is not there")
	}
}

// beeld is all a result says.
func beeld(t *testing.T, r *sheet.Result) string {
	t.Helper()
	j, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, s := range r.Sections() {
		for _, l := range r.Lines(s) {
			lines = append(lines, fmt.Sprint(s.ID, l.ID, l.Text(), l.Words, l.Numbers, l.Applies))
		}
	}
	var inputs []string
	for _, in := range r.Inputs() {
		inputs = append(inputs, in.ID)
	}
	return fmt.Sprintf("%s\n%v\n%v\n%d %d\n%v\n%v\n%v\n%v", j, lines, inputs, len(r.Norms()), len(r.Tables()), r.Kerncijfers(), r.Beelden(), r.Betalingen(), r.Receipt())
}

// A result does not change: not by what a reader does with the lists it gives,
// not by evaluating again, and not by adding to the sheet.
func TestResultDoesNotChange(t *testing.T) {
	s, sc := klein()
	r, err := s.Evaluate(kleinReceipt)
	if err != nil {
		t.Fatal(err)
	}
	before := beeld(t, r)

	clear(r.Sections())
	clear(r.Lines(r.Sections()[0]))
	clear(r.Inputs())
	clear(r.Norms())
	clear(r.Tables())
	clear(r.Uitgangspunten())
	clear(r.Betalingen())
	clear(r.Kerncijfers())
	clear(r.Beelden())
	clear(r.Keuzes())
	clear(r.Waarschuwingen())
	clear(r.NietMeegenomen())
	clear(r.NormBestanden())
	if after := beeld(t, r); after != before {
		t.Errorf("changed by its readers:\n%s\nwas\n%s", after, before)
	}

	again, err := s.Evaluate(kleinReceipt)
	if err != nil {
		t.Fatal(err)
	}
	if got := beeld(t, again); got != before {
		t.Errorf("a second run gives\n%s\nthe first\n%s", got, before)
	}

	more := sc.Add(sheet.Line{ID: "meer", Label: "Meer", Unit: sheet.EURPerMaand, Expr: sc.Input(sheet.Input{ID: "meer", Label: "Meer", Unit: sheet.EURPerMaand, Value: dec("1")})})
	sc.Norm(norm("meer", "meer", "1", sheet.EURPerMaand))
	s.Highlight(sheet.Periode{}, "Meer", more)
	s.Picture(sheet.Periode{}, "Meer", more)
	s.Section(sheet.Section{ID: "meer"}, "meer")
	if after := beeld(t, r); after != before {
		t.Errorf("changed with the sheet:\n%s\nwas\n%s", after, before)
	}
	third, err := s.Evaluate(kleinReceipt)
	if err != nil {
		t.Fatal(err)
	}
	if third.Line("vader.meer") == nil {
		t.Error("the line that was added is missing from a new result")
	}
}

// What is said of the outcome.
func TestNotes(t *testing.T) {
	s, _ := klein()
	r, err := s.Evaluate(kleinReceipt)
	if err != nil {
		t.Fatal(err)
	}
	b := r.Betalingen()
	if len(b) != 1 || !b[0].Bedrag.Equal(dec("903")) || b[0].Regel != "vader.draagkracht" || b[0].Voor.Naam != "Noor" || b[0].Betaler.Naam != "de vader" {
		t.Errorf("payments %+v", b)
	}
	k := r.Kerncijfers()
	if len(k) != 1 || k[0].Regel != "vader.draagkracht" || k[0].Naam != "Draagkracht van de vader" || k[0].Periode.Nummer != 1 {
		t.Errorf("figures %+v", k)
	}
	if !slices.EqualFunc(r.Beelden(), []sheet.Beeld{{Naam: "Noor", Geheel: "vader.nbi", Delen: []sheet.BeeldDeel{{Naam: "de vader betaalt", Regel: "vader.draagkracht"}}}},
		func(a, b sheet.Beeld) bool {
			return a.Naam == b.Naam && a.Geheel == b.Geheel && slices.Equal(a.Delen, b.Delen)
		}) {
		t.Errorf("pictures %+v", r.Beelden())
	}
	if got := r.Receipt(); got.Versie != "1.2.3" || got.BestandSHA != "00ff" {
		t.Errorf("receipt %+v", got)
	}
	if bron := r.Line("vader.nbi").Bron; bron != "productie 4" {
		t.Errorf("evidence %q", bron)
	}
}
