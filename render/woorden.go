package render

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// woorden explains the terms of art that occur in the document.
func (b *bijlage) woorden() {
	t := b.t.Woorden
	text := b.lopend()
	var rows []Rij
	for _, w := range t.Lijst {
		if slices.ContainsFunc(append([]string{w.Woord}, w.Vormen...), func(vorm string) bool { return komtVoor(text, vorm) }) {
			rows = append(rows, tekstrij(w.Woord, w.Betekenis))
		}
	}
	if len(rows) == 0 {
		return
	}
	slices.SortStableFunc(rows, func(x, y Rij) int {
		return strings.Compare(strings.ToLower(x.Cellen[0].Tekst), strings.ToLower(y.Cellen[0].Tekst))
	})
	b.add(Alinea{Tekst: t.Inleiding})
	b.add(Tabel{Inhoud: t.Inleiding, Rijen: rows, Kolommen: []Kolom{{Kop: t.Kolommen[0], Breedte: 1.4}, {Kop: t.Kolommen[1], Breedte: 4}}})
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
