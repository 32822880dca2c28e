package pdf

import (
	"bytes"
	"errors"
	"io"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"time"

	"annex/render"
	"annex/render/pdf/finish"
)

// written is a document as a PDF.
func written(t testing.TB, d *render.Document, files ...Attachment) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, d, files...); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// attached are two files, of which one cannot be made smaller.
func attached() []Attachment {
	noise := make([]byte, 5000)
	rand.NewChaCha8([32]byte{}).Read(noise)
	return []Attachment{
		{Name: "zaak – É.yaml", MIME: "application/yaml", Description: "Het zaakbestand", Relation: Source, Data: []byte(strings.Repeat("versie: 1\n", 100))},
		{Name: "Werkmap.xlsx", MIME: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Description: "De werkmap (élk bedrag een formule)", Relation: Supplement, Data: noise},
	}
}

func TestSameDocumentSameBytes(t *testing.T) {
	want := written(t, sample(), attached()...)
	for range 20 {
		if !bytes.Equal(written(t, sample(), attached()...), want) {
			t.Fatal("two runs, two results")
		}
	}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 4 {
				var b bytes.Buffer
				if err := Write(&b, sample(), attached()...); err != nil {
					t.Error(err)
				} else if !bytes.Equal(b.Bytes(), want) {
					t.Error("a parallel run has another result")
				}
			}
		})
	}
	wg.Wait()
}

func TestWriteRefuses(t *testing.T) {
	place := map[string]func(d *render.Document, text string){
		"titel":      func(d *render.Document, s string) { d.Titel = s },
		"auteur":     func(d *render.Document, s string) { d.Auteur = s },
		"voettekst":  func(d *render.Document, s string) { d.Voettekst = s },
		"voorbehoud": func(d *render.Document, s string) { d.Voorbehoud = s },
		"kop":        func(d *render.Document, s string) { d.Blokken = []render.Blok{render.Kop{Niveau: 1, Tekst: s}} },
		"alinea":     func(d *render.Document, s string) { d.Blokken = []render.Blok{render.Alinea{Tekst: s}} },
		"punt":       func(d *render.Document, s string) { d.Blokken = []render.Blok{render.Lijst{Punten: []string{"a", s}}} },
		"kolomkop": func(d *render.Document, s string) {
			d.Blokken = []render.Blok{render.Tabel{Kolommen: []render.Kolom{{Kop: s, Breedte: 1}}}}
		},
		"onder": func(d *render.Document, s string) {
			d.Blokken = []render.Blok{render.Tabel{Kolommen: []render.Kolom{{Breedte: 1}}, Rijen: []render.Rij{{Cellen: []render.Cel{{Onder: []string{s}}}}}}}
		},
		"deel": func(d *render.Document, s string) {
			d.Blokken = []render.Blok{render.Figuur{Alternatief: "deel", Balken: []render.Balk{{Delen: []render.Deel{{Naam: s}}}}}}
		},
		"alternatief": func(d *render.Document, s string) { d.Blokken = []render.Blok{render.Figuur{Alternatief: s}} },
	}
	texts := map[string][]string{ // text: what the message must hold
		"een 😀 in de tekst":                 {"😀", "U+1F600", "een 😀 in de tekst"},
		"שלום":                              {"U+05E9", "שלום"},
		"e\u0301én":                         {"U+0301"},
		"regel\nregel":                      {`'\n'`, "U+000A", `regel\nregel`},
		"pijl \u200e links":                 {"U+200E"},
		"privé \uE000":                      {"U+E000"},
		"geen \xff UTF-8":                   {"UTF-8", "geen"},
		strings.Repeat("lang ", 1000) + "☃": {"☃", "lang ☃", "…"},
	}
	for where, put := range place {
		for text, wants := range texts {
			d := sample()
			put(d, text)
			var b bytes.Buffer
			err := Write(&b, d)
			if err == nil {
				t.Errorf("%s: %q was accepted", where, text)
				continue
			}
			for _, want := range wants {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("%s: message %q does not name %q", where, err, want)
				}
			}
			if len(err.Error()) > 400 {
				t.Errorf("%s: message of %d bytes", where, len(err.Error()))
			}
			if b.Len() > 0 {
				t.Errorf("%s: wrote %d bytes of a refused document", where, b.Len())
			}
		}
	}
}

func TestWriteRefusesWhatHasNoShape(t *testing.T) {
	columns := []render.Kolom{{Kop: "a", Breedte: 1}, {Kop: "b", Breedte: 1}}
	for name, c := range map[string]struct {
		blok render.Blok
		want string
	}{
		"no words":       {render.Figuur{Bijschrift: "Kosten", Balken: []render.Balk{{Naam: "Noor"}}}, `de figuur "Kosten" heeft geen tekst die zegt wat er te zien is`},
		"no address":     {render.Tabel{Bijschrift: "Zorg", Kolommen: columns, Rijen: []render.Rij{{Cellen: []render.Cel{{Tekst: "a", Verwijzing: "javascript:alert(1)"}}}}}, `tabel "Zorg": rij 1 verwijst naar "javascript:alert(1)", en dat is geen webadres`},
		"no ASCII":       {render.Tabel{Kolommen: columns, Rijen: []render.Rij{{Cellen: []render.Cel{{Tekst: "a", Verwijzing: "https://a.nl/é"}}}}}, `rij 1 verwijst naar "https://a.nl/é", en dat is geen webadres`},
		"no link text":   {render.Tabel{Kolommen: columns, Rijen: []render.Rij{{Cellen: []render.Cel{{Verwijzing: "https://a.nl/"}}}}}, `rij 1 verwijst naar "https://a.nl/" vanaf een lege cel`},
		"no columns":     {render.Tabel{Bijschrift: "Zorg"}, `tabel "Zorg" heeft geen kolommen`},
		"no width":       {render.Tabel{Kolommen: []render.Kolom{{Kop: "a"}}}, "kolom 1 heeft geen bruikbare breedte (0)"},
		"too many cells": {render.Tabel{Kolommen: columns, Rijen: []render.Rij{{Cellen: cells("1", "2", "3")}}}, "rij 1 heeft 3 cellen voor 2 kolommen"},
		"long tussenkop": {render.Tabel{Kolommen: columns, Rijen: []render.Rij{{Soort: render.Tussenkop, Cellen: cells("1", "2")}}}, "rij 1 is een tussenkop"},
		"pointer":        {&render.Kop{Niveau: 1, Tekst: "Kop"}, "onbekend soort blok (*render.Kop)"},
	} {
		d := sample()
		d.Blokken = []render.Blok{c.blok}
		if err := Write(io.Discard, d); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", name, err, c.want)
		}
	}
	d := sample()
	d.Datum = time.Time{}
	if err := Write(io.Discard, d); err == nil || !strings.Contains(err.Error(), "geen datum") {
		t.Errorf("without a date: got %v", err)
	}
	d = sample()
	d.Titel = " "
	if err := Write(io.Discard, d); err == nil || !strings.Contains(err.Error(), "geen titel") {
		t.Errorf("without a title: got %v", err)
	}
}

func TestWriteReportsTheWriter(t *testing.T) {
	if err := Write(brokenWriter{}, sample()); !errors.Is(err, errDiskFull) {
		t.Errorf("got %v, want %v", err, errDiskFull)
	}
}

var errDiskFull = errors.New("disk full")

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, errDiskFull }

// An empty document is a page with a title, a head and a foot.
func TestWriteEmpty(t *testing.T) {
	written(t, &render.Document{Titel: "Leeg", Datum: sample().Datum})
}

func BenchmarkWrite(b *testing.B) {
	d := sample()
	d.Blokken = append(append(append(firstPage(), premises()...), capacity()...), explanation()...) // 4 pages
	b.ReportAllocs()
	for b.Loop() {
		if err := Write(io.Discard, d); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkFinish is the share of package finish in BenchmarkWrite.
func BenchmarkFinish(b *testing.B) {
	d := sample()
	d.Blokken = append(append(append(firstPage(), premises()...), capacity()...), explanation()...)
	c := newCanvas()
	run := runningOf(d)
	drawPages(c, run, paginate(layOut(d), run.frame()))
	drawn, err := c.output()
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if err := finish.Write(io.Discard, drawn, described(d, c, finish.Court, nil)); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkLayOut is the share of our own code in BenchmarkWrite.
func BenchmarkLayOut(b *testing.B) {
	d := sample()
	d.Blokken = append(append(append(firstPage(), premises()...), capacity()...), explanation()...)
	b.ReportAllocs()
	for b.Loop() {
		if err := check(d); err != nil {
			b.Fatal(err)
		}
		paginate(layOut(d), runningOf(d).frame())
	}
}

func BenchmarkPrintable(b *testing.B) {
	for b.Loop() {
		for _, r := range "Mw. S. Çelik–Oorbeeld, € 1.234,56" {
			Printable(r)
		}
	}
}
