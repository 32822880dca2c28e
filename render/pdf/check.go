package pdf

import (
	"errors"
	"fmt"
	"net/url"
	"strings"
	"unicode/utf8"

	"annex/render"
)

// check refuses what cannot be printed as it stands. fpdf would panic on it, or
// print an empty box while the text under it looks right.
func check(d *render.Document) error {
	if d.Datum.IsZero() {
		// fpdf would take the clock, and no two documents would be the same.
		return errors.New("het document heeft geen datum")
	}
	if strings.TrimSpace(d.Titel) == "" {
		// PDF/UA-1, 7.1: a document has a title.
		return errors.New("het document heeft geen titel")
	}
	texts := []string{d.Titel, d.Ondertitel, d.Onderwerp, d.Auteur, d.Voorbehoud, d.KoptekstLinks, d.KoptekstRechts, d.Voettekst}
	if d.Briefhoofd != nil {
		texts = append(texts, d.Briefhoofd.Regels...)
		if d.Briefhoofd.Logo != nil {
			texts = append(texts, d.Briefhoofd.Logo.Alternatief)
		}
		if err := checkLetterhead(d.Briefhoofd); err != nil {
			return err
		}
	}
	for _, b := range d.Blokken {
		switch b := b.(type) {
		case render.Kop:
			texts = append(texts, b.Tekst)
		case render.Alinea:
			texts = append(texts, b.Tekst)
		case render.Lijst:
			texts = append(texts, b.Punten...)
		case render.Tabel:
			if err := checkTable(b); err != nil {
				return err
			}
			texts = append(texts, tableTexts(b)...)
		case render.Figuur:
			if len(b.Balken) > 0 && strings.TrimSpace(b.Alternatief) == "" {
				// PDF/UA-1, 7.3: what cannot be seen is said.
				return fmt.Errorf("de figuur %q heeft geen tekst die zegt wat er te zien is", b.Bijschrift)
			}
			texts = append(texts, figureTexts(b)...)
		case render.Inhoudsopgave:
			texts = append(texts, b.Kop)
		case render.Code:
			if err := checkCode(b); err != nil {
				return err
			}
			texts = append(append(texts, b.Alternatief), b.Naast...)
		case render.Invulvelden:
			if err := checkFields(b); err != nil {
				return err
			}
			texts = append(texts, b.Velden...)
		default:
			return fmt.Errorf("het document bevat een onbekend soort blok (%T)", b)
		}
	}
	for _, text := range texts {
		if err := checkText(text); err != nil {
			return err
		}
	}
	return nil
}

func checkText(text string) error {
	for i, r := range text {
		if Printable(r) {
			continue
		}
		if r == utf8.RuneError {
			return fmt.Errorf("de tekst %q bevat tekens die niet te lezen zijn (geen geldige UTF-8)", excerpt(text, i))
		}
		return fmt.Errorf("het teken %q (%U) in de tekst %q kan niet worden afgedrukt", r, r, excerpt(text, i))
	}
	return nil
}

// excerpt is the text around byte i, at most some 60 runes of it.
func excerpt(text string, i int) string {
	const around = 30
	before, after := []rune(text[:i]), []rune(text[i:])
	result := string(before[max(0, len(before)-around):]) + string(after[:min(len(after), around)])
	if len(before) > around {
		result = "…" + result
	}
	if len(after) > around {
		result += "…"
	}
	return result
}

func checkTable(t render.Tabel) error {
	name := "tabel"
	if t.Bijschrift != "" {
		name = fmt.Sprintf("tabel %q", t.Bijschrift)
	}
	if len(t.Kolommen) == 0 {
		return fmt.Errorf("%s heeft geen kolommen", name)
	}
	for i, k := range t.Kolommen {
		if !(k.Breedte > 0 && k.Breedte < 1e6) { // written so that it catches NaN
			return fmt.Errorf("%s: kolom %d heeft geen bruikbare breedte (%v)", name, i+1, k.Breedte)
		}
	}
	for i, r := range t.Rijen {
		if len(r.Cellen) > len(t.Kolommen) {
			return fmt.Errorf("%s: rij %d heeft %d cellen voor %d kolommen", name, i+1, len(r.Cellen), len(t.Kolommen))
		}
		for _, c := range r.Cellen {
			if c.Verwijzing != "" && !webAddress(c.Verwijzing) {
				return fmt.Errorf("%s: rij %d verwijst naar %q, en dat is geen webadres", name, i+1, c.Verwijzing)
			}
			if c.Verwijzing != "" && strings.TrimSpace(c.Tekst) == "" {
				return fmt.Errorf("%s: rij %d verwijst naar %q vanaf een lege cel", name, i+1, c.Verwijzing)
			}
			if err := checkText(c.Regel); err != nil {
				return err
			}
		}
		if r.Soort != render.Tussenkop {
			continue
		}
		for j, c := range r.Cellen {
			if j > 0 && (c.Tekst != "" || len(c.Onder) > 0) {
				return fmt.Errorf("%s: rij %d is een tussenkop en mag alleen een eerste cel hebben", name, i+1)
			}
		}
	}
	return nil
}

// webAddress says whether a link can lead there as it stands: an address of the
// web, in ASCII, as a PDF holds it.
func webAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" &&
		!strings.ContainsFunc(s, func(r rune) bool { return r <= ' ' || r > '~' })
}

func tableTexts(t render.Tabel) []string {
	texts := []string{t.Inhoud, t.Bijschrift}
	for _, k := range t.Kolommen {
		texts = append(texts, k.Kop, k.Onder)
	}
	for _, r := range t.Rijen {
		for _, c := range r.Cellen {
			texts = append(append(texts, c.Tekst), c.Onder...)
		}
	}
	return texts
}

func figureTexts(f render.Figuur) []string {
	texts := []string{f.Bijschrift, f.Alternatief}
	for _, b := range f.Balken {
		texts = append(texts, b.Naam, b.Tekst)
		for _, d := range b.Delen {
			texts = append(texts, d.Naam, d.Tekst)
		}
	}
	return texts
}
