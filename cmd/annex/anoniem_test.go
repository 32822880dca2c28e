package main

import (
	"archive/zip"
	"bytes"
	"io"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"annex/calc"
	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"
	"annex/render"
	"annex/render/xlsx"
	"annex/templates"
)

// TestAnoniem makes every golden case without names. No name of a child or parent and
// no day of birth, however it is written, stands in what a reader meets of the bijlage,
// for any reader, in the plain text, or in any cell of the workbook; and the amounts are
// those of the case itself.
func TestAnoniem(t *testing.T) {
	for _, c := range goldenCases(t) {
		z := readCase(t, c.naam, c.data)
		var verboden []string
		for _, k := range z.Kinderen {
			verboden = append(append(verboden, namen(k.Naam)...), datums(k.Geboren)...)
		}
		for _, o := range z.Ouders {
			verboden = append(verboden, namen(o.Naam)...)
			if o.Geboren != nil {
				verboden = append(verboden, datums(*o.Geboren)...)
			}
		}
		z.Anonimiseer()
		r := compute(t, z)
		want := c.r.Betalingen()
		for i, p := range r.Betalingen() {
			if !p.Bedrag.Equal(want[i].Bedrag) {
				t.Errorf("%s: %s becomes %s", c.naam, want[i].Bedrag, p.Bedrag)
			}
		}
		stukken := map[string]string{}
		for _, lezer := range zaak.Lezers() {
			sjabloon := templates.Standaard().Lezer(lezer)
			d, err := render.Bijlage(r, sjabloon)
			if err != nil {
				t.Fatal(err)
			}
			text := []string{d.Titel, d.Ondertitel, d.Onderwerp, d.Auteur, d.KoptekstLinks, d.KoptekstRechts}
			for _, b := range d.Blokken {
				text = append(text, render.Teksten(b)...)
				if f, ok := b.(render.Figuur); ok {
					text = append(text, f.Alternatief)
				}
			}
			if !slices.Contains(text, sjabloon.Anoniem) {
				t.Errorf("%s, %s: it does not say that it has no names", c.naam, lezer)
			}
			plat, err := render.Tekst(r, sjabloon)
			if err != nil {
				t.Fatal(err)
			}
			stukken[lezer], stukken[lezer+", plain"] = strings.Join(text, "\n"), plat
		}
		stukken["workbook"] = werkmaptekst(t, r)
		for _, naam := range slices.Sorted(maps.Keys(stukken)) {
			text := strings.ReplaceAll(stukken[naam], "\u00a0", " ")
			for _, v := range verboden {
				if strings.Contains(text, v) && los(v).MatchString(text) {
					t.Errorf("%s, %s: holds %q", c.naam, naam, v)
				}
			}
		}
	}
}

// los finds a name or a date as a word by itself.
func los(v string) *regexp.Regexp {
	return regexp.MustCompile(`(?:^|[^\p{L}\p{N}])` + regexp.QuoteMeta(v) + `(?:$|[^\p{L}\p{N}])`)
}

// namen are a name and the words of it that begin with a capital and are longer than an
// initial. "Kind 1" and such are no names.
func namen(naam string) []string {
	var out []string
	for _, w := range strings.Fields(naam) {
		if r, _ := utf8.DecodeRuneInString(w); utf8.RuneCountInString(strings.Trim(w, ".,'();-")) > 1 && w != "Kind" && strings.ToUpper(string(r)) == string(r) && strings.Trim(w, "0123456789%s()") != "" {
			out = append(out, w)
		}
	}
	return out
}

// datums are the ways in which a date is written.
func datums(d time.Time) []string {
	maanden := []string{"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"}
	return []string{d.Format("2006-01-02"), d.Format("02-01-2006"), strconv.Itoa(d.Day()) + " " + maanden[d.Month()-1] + " " + strconv.Itoa(d.Year())}
}

// werkmaptekst gives every part of a workbook.
func werkmaptekst(t *testing.T, r *sheet.Result) string {
	t.Helper()
	var b bytes.Buffer
	if err := xlsx.Write(&b, r, xlsx.Erbij{}); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, f := range z.File {
		rc, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(&out, rc); err != nil {
			t.Fatal(err)
		}
		rc.Close()
	}
	return out.String()
}

// In what parties write themselves, a name that is known goes, also inside a sentence;
// the rest stays. Two children with the same initial are told apart.
func TestAnoniemVrijeTekst(t *testing.T) {
	const data = `versie: 1
zaak: {datum: 2025-02-14, zaaknummer: C/16/1, gerecht: Rechtbank X, opsteller: {naam: mr. V. Oorbeeld, hoedanigheid: advocaat van A. de Vries}}
ouders: [{id: moeder, aanduiding: de moeder, naam: A. de Vries}, {id: karel, naam: K. Jansen}]
kinderen:
  - {id: noor, naam: Noor, geboren: 2015-04-02, hoofdverblijf: moeder}
  - {id: niels, naam: Niels, geboren: 2013-04-02, hoofdverblijf: moeder}
behoefte: {vastgesteld: {bedrag: 450, jaar: 2024, reden: "Noor (geboren 2 april 2015) en Niels wonen bij mevrouw De Vries; Noorwegen"}}
perioden: [{vanaf: 2025-03-01, moeder: {nbi: {bedrag: 2000, toelichting: "loonstrook A. de Vries, door mr. V. Oorbeeld"}}, karel: {nbi: 2600}}]
`
	z := readCase(t, "zaak", []byte(data))
	z.Anonimiseer()
	if got, want := z.Behoefte.Vastgesteld.Reden, "N.1 (geboren [geboortedatum]) en N.2 wonen bij mevrouw de moeder; Noorwegen"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := z.Perioden[0].Situaties["moeder"].NBI.Toelichting, "loonstrook de moeder, door de opsteller"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := z.Kop.Opsteller.Hoedanigheid, "advocaat van de moeder"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if o := z.Ouders[1]; o.ID != "ouder_2" || o.Aanduiding != "ouder 2" || o.Naam != "" {
		t.Errorf("%+v", o)
	}
	if _, ok := z.Perioden[0].Situaties["ouder_2"]; !ok || z.Kinderen[1].ID != "kind_2" || z.Kop.Zaaknummer != "C/16/1" || z.Herkomst != (zaak.Herkomst{}) {
		t.Errorf("%+v", z)
	}
	set, err := norms.Load()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := calc.Compute(z, set, versie); err != nil {
		t.Error(err)
	}
}
