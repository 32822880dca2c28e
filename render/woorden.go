package render

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"annex/templates"
)

// woorden explains the terms of art that occur in the document.
func (b *bijlage) woorden() {
	t := b.t.Woorden
	var rows []Rij
	for _, w := range WoordenIn(t.Lijst, b.lopend()) {
		rows = append(rows, tekstrij(w.Woord, w.Betekenis))
	}
	if len(rows) == 0 {
		return
	}
	b.add(Alinea{Tekst: t.Inleiding})
	b.add(Tabel{Inhoud: t.Inleiding, Rijen: rows, Kolommen: []Kolom{{Kop: t.Kolommen[0], Breedte: 1.4}, {Kop: t.Kolommen[1], Breedte: 4}}})
}

// WoordenIn gives the words of a list that stand in a text, in alphabetical order. The
// text is in small letters.
func WoordenIn(lijst []templates.Woord, text string) []templates.Woord {
	var out []templates.Woord
	for _, w := range lijst {
		if komtVoor(text, w.Woord) || slices.ContainsFunc(w.Vormen, func(vorm string) bool { return komtVoor(text, vorm) }) {
			out = append(out, w)
		}
	}
	slices.SortStableFunc(out, func(x, y templates.Woord) int {
		return strings.Compare(strings.ToLower(x.Woord), strings.ToLower(y.Woord))
	})
	return out
}

// lopend gives all texts of the chapters that have been filled, in small letters.
func (b *bijlage) lopend() string {
	var out strings.Builder
	zeg := func(texts ...string) {
		for _, t := range texts {
			out.WriteString(strings.ToLower(t))
			out.WriteByte('\n')
		}
	}
	for _, blokken := range b.gereed {
		for _, blok := range blokken {
			for _, t := range Teksten(blok) {
				zeg(t)
			}
		}
	}
	return out.String()
}

// Teksten gives every text of a block that a reader meets, in reading order.
func Teksten(blok Blok) []string {
	switch x := blok.(type) {
	case Kop:
		return []string{x.Tekst}
	case Alinea:
		return []string{x.Tekst}
	case Lijst:
		return x.Punten
	case Tabel:
		var out []string
		out = append(out, nonEmpty(x.Bijschrift)...)
		for _, k := range x.Kolommen {
			out = append(out, nonEmpty(k.Kop, k.Onder)...)
		}
		for _, r := range x.Rijen {
			for _, c := range r.Cellen {
				out = append(append(out, nonEmpty(c.Tekst)...), c.Onder...)
			}
		}
		return out
	case Figuur:
		out := []string{x.Bijschrift}
		for _, balk := range x.Balken {
			out = append(out, balk.Naam)
			for _, d := range balk.Delen {
				out = append(out, d.Naam)
			}
		}
		return out
	case Inhoudsopgave:
		return nonEmpty(x.Kop)
	case Code:
		return x.Naast
	case Invulvelden:
		return x.Velden
	}
	return nil
}

// komtVoor tells whether a word stands in a text in small letters, as a word by
// itself.
func komtVoor(text, woord string) bool {
	woord = strings.ToLower(woord)
	for rest := text; ; {
		i := strings.Index(rest, woord)
		if i < 0 {
			return false
		}
		voor, _ := utf8.DecodeLastRuneInString(rest[:i])
		rest = rest[i+len(woord):]
		na, _ := utf8.DecodeRuneInString(rest)
		if !unicode.IsLetter(voor) && !unicode.IsLetter(na) {
			return true
		}
	}
}
