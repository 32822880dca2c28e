package terminal_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"annex/render"
	"annex/render/terminal"
)

func rij(soort render.RijSoort, cellen ...string) render.Rij {
	r := render.Rij{Soort: soort}
	for _, c := range cellen {
		r.Cellen = append(r.Cellen, render.Cel{Tekst: c})
	}
	return r
}

// Every kind of block, and what stands between them.
func TestWrite(t *testing.T) {
	kolommen := []render.Kolom{{Kop: "Post", Breedte: 3}, {Kop: "Bedrag", Breedte: 1, Uitlijning: render.Rechts}}
	zonderKop := []render.Kolom{{Breedte: 3}, {Breedte: 1, Uitlijning: render.Rechts}}
	d := &render.Document{
		Titel: "Berekening", Ondertitel: "Productie 3",
		Blokken: []render.Blok{
			render.Tabel{Kolommen: zonderKop, Rijen: []render.Rij{rij(render.GewoneRij, "Zaaknummer", "1")}},
			render.Kop{Niveau: 1, Tekst: "A. Uitkomst"},
			render.Tabel{Kolommen: kolommen, Rijen: []render.Rij{
				rij(render.Totaalrij, "Alleen een totaal", "€ 156"),
				{Soort: render.GewoneRij, Cellen: []render.Cel{{Tekst: "Met uitleg", Onder: []string{"= 1 + 2"}}, {Tekst: "€ 3"}}},
				rij(render.Totaalrij, "Samen", "€ 159"),
			}},
			render.Tabel{Bijschrift: "Onder een bijschrift", Kolommen: kolommen, Rijen: []render.Rij{
				rij(render.Tussenkop, "Eerst"), rij(render.GewoneRij, "Een", "€ 1"),
				rij(render.Tussenkop, "Dan"), rij(render.Totaalrij, "Twee", "€ 2"),
			}},
			render.Alinea{Tekst: "Een alinea na een tabel die langer is dan één regel van honderd tekens en dus verdergaat op de volgende."},
			render.Alinea{Tekst: "Let op.", Stijl: render.Kader},
			render.Figuur{Bijschrift: "Wie draagt wat", Alternatief: "De vader alles."},
			render.Alinea{Tekst: "Na de figuur."},
			render.Lijst{Punten: []string{"een punt", "nog een"}},
			render.Kop{Niveau: 2, Tekst: "Slot"},
			render.Alinea{Tekst: "Onder een kop."},
			render.Kop{Niveau: 3, Tekst: "Heel klein"},
		},
	}
	rule := strings.Repeat("-", terminal.Width)
	want := strings.Join([]string{
		"Berekening",
		"Productie 3",
		strings.Repeat("=", terminal.Width),
		"Zaaknummer                                                                                         1",
		"",
		"A. Uitkomst",
		"===========",
		"Post                                                                                          Bedrag",
		rule,
		"Alleen een totaal                                                                              € 156",
		"Met uitleg                                                                                       € 3",
		"= 1 + 2",
		rule,
		"Samen                                                                                          € 159",
		"",
		"Onder een bijschrift",
		"Post                                                                                          Bedrag",
		rule,
		"[Eerst]",
		"Een                                                                                              € 1",
		"",
		"[Dan]",
		rule,
		"Twee                                                                                             € 2",
		"",
		"Een alinea na een tabel die langer is dan één regel van honderd tekens en dus verdergaat op de",
		"volgende.",
		"! Let op.",
		"",
		"Wie draagt wat. De vader alles.",
		"",
		"Na de figuur.",
		"-   een punt",
		"-   nog een",
		"",
		"Slot",
		"----",
		"Onder een kop.",
		"",
		"Heel klein",
		"",
	}, "\n")
	var b strings.Builder
	if err := terminal.Write(&b, d); err != nil {
		t.Fatal(err)
	}
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

// An amount is not broken over two lines as long as another column has room.
func TestLongAmount(t *testing.T) {
	kolommen := []render.Kolom{{Kop: "Post", Breedte: 8}, {Kop: "Bedrag", Breedte: 1, Uitlijning: render.Rechts}, {Kop: "Bron", Breedte: 1}}
	for _, bedrag := range []string{"€\u00a010.540,8862", "€\u00a0110.540,8862\u00a0/\u00a04"} {
		d := &render.Document{Blokken: []render.Blok{render.Tabel{Kolommen: kolommen, Rijen: []render.Rij{
			{Cellen: []render.Cel{{Tekst: "Belasting"}, {Tekst: bedrag}, {Tekst: "Zorgverzekeringswet,", Onder: []string{"art. 43"}}}},
		}}}}
		var b strings.Builder
		if err := terminal.Write(&b, d); err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{bedrag, "Zorgverzekeringswet,"} {
			if !strings.Contains(b.String(), want) {
				t.Errorf("%q is broken in\n%s", want, b.String())
			}
		}
		for _, l := range strings.Split(b.String(), "\n") {
			if n := utf8.RuneCountInString(l); n > terminal.Width {
				t.Errorf("%d characters: %q", n, l)
			}
		}
	}
	// A word that fits in no column still is.
	lang := strings.Repeat("x", terminal.Width)
	d := &render.Document{Blokken: []render.Blok{render.Tabel{Kolommen: kolommen, Rijen: []render.Rij{rij(render.GewoneRij, lang, "€ 1", lang)}}}}
	var b strings.Builder
	if err := terminal.Write(&b, d); err != nil {
		t.Fatal(err)
	}
	if got := strings.Count(b.String(), "x"); got != 2*terminal.Width || strings.Contains(b.String(), lang) {
		t.Errorf("%d characters in\n%s", got, b.String())
	}
}

// What no reader may miss stands above all else.
func TestCaution(t *testing.T) {
	var b strings.Builder
	d := &render.Document{Titel: "Berekening", Voorbehoud: "Wetsvoorstel 34 154, geen geldend recht"}
	if err := terminal.Write(&b, d); err != nil {
		t.Fatal(err)
	}
	if want := "! Wetsvoorstel 34 154, geen geldend recht\nBerekening\n"; !strings.HasPrefix(b.String(), want) {
		t.Errorf("begins with %q", b.String())
	}
}

// The blocks for a court, as far as they mean something without paper.
func TestCourtBlocks(t *testing.T) {
	d := &render.Document{Titel: "Berekening", Briefhoofd: &render.Briefhoofd{Regels: []string{"Oorbeeld advocaten", "Utrecht"}, Logo: &render.Logo{Alternatief: "Oorbeeld"}},
		Blokken: []render.Blok{
			render.Alinea{Tekst: "Vooraf."},
			render.Inhoudsopgave{Kop: "Inhoud"},
			render.Alinea{Tekst: "Tekst."},
			render.Code{Inhoud: "geheim", Alternatief: "QR-code", Naast: []string{"Kenmerk", "abc"}},
			render.Alinea{Tekst: "Daarna."},
			render.Invulvelden{Velden: []string{"Naam", "Handtekening"}},
		}}
	lijn := strings.Repeat("_", 40)
	want := strings.Join([]string{"Oorbeeld advocaten", "Utrecht", "", "Berekening", strings.Repeat("=", terminal.Width),
		"Vooraf.", "Tekst.", "", "Kenmerk", "abc", "", "Daarna.", "", "Naam          " + lijn, "Handtekening  " + lijn, ""}, "\n")
	var b strings.Builder
	if err := terminal.Write(&b, d); err != nil {
		t.Fatal(err)
	}
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
	// A label of any length leaves room to write.
	b.Reset()
	d.Blokken = []render.Blok{render.Invulvelden{Velden: []string{strings.Repeat("lang veld ", 20)}}}
	if err := terminal.Write(&b, d); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), "  "+strings.Repeat("_", 20)+"\n") {
		t.Errorf("no line to write on in\n%s", b.String())
	}
}
