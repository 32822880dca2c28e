package zaak

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// MaxBytes is how large a case file may be.
const MaxBytes = 1 << 20

// bron is the text of a case file: UTF-8, lines ending in \n.
type bron struct {
	tekst  string
	regels []int // where each line starts; filled when first asked for

	hier   Plek // where vanaf came last: on one very long line it goes on from there
	offset int
}

// regel gives the text of a line (from 1), or "" when there is no such line.
func (b *bron) regel(nr int) string {
	if b.regels == nil {
		b.regels = []int{0}
		for i := range len(b.tekst) {
			if b.tekst[i] == '\n' {
				b.regels = append(b.regels, i+1)
			}
		}
	}
	if nr < 1 || nr > len(b.regels) {
		return ""
	}
	regel := b.tekst[b.regels[nr-1]:]
	if einde := strings.IndexByte(regel, '\n'); einde >= 0 {
		regel = regel[:einde]
	}
	return regel
}

// plekIn gives the line and column of a byte of a text.
func plekIn(tekst string, offset int) Plek {
	voor := tekst[:min(offset, len(tekst))]
	begin := strings.LastIndexByte(voor, '\n') + 1
	return Plek{Regel: 1 + strings.Count(voor, "\n"), Kolom: 1 + utf8.RuneCountInString(voor[begin:])}
}

// vanaf gives the text from a place on.
func (b *bron) vanaf(p Plek) string {
	b.regel(1)
	if p.Regel < 1 || p.Regel > len(b.regels) {
		return ""
	}
	if b.hier.Regel != p.Regel || b.hier.Kolom > p.Kolom {
		b.hier = Plek{Regel: p.Regel, Kolom: 1}
		b.offset = b.regels[p.Regel-1]
	}
	for ; b.hier.Kolom < p.Kolom; b.hier.Kolom++ {
		_, n := utf8.DecodeRuneInString(b.tekst[b.offset:])
		b.offset += n
	}
	return b.tekst[b.offset:]
}

// The byte order marks by which editors tell how they stored a file.
var (
	bomUTF8    = []byte{0xEF, 0xBB, 0xBF}
	bomUTF16LE = []byte{0xFF, 0xFE}
	bomUTF16BE = []byte{0xFE, 0xFF}
	bomUTF32LE = []byte{0xFF, 0xFE, 0, 0}
	bomUTF32BE = []byte{0, 0, 0xFE, 0xFF}
)

func (l *lezer) teGroot(melding string) {
	l.meld(knoop{}, Probleem{Code: codeTeGrootBestand, Melding: melding,
		Toegestaan: fmt.Sprintf("een bestand van ten hoogste %d bytes; een zaakbestand is zelden groter dan enkele duizenden", MaxBytes)})
}

// laad turns the bytes of the file into text, and reports false when that
// cannot be done without guessing.
func (l *lezer) laad(data []byte) bool {
	if len(data) > MaxBytes {
		l.teGroot("Het bestand is groter dan 1 MiB.")
		return false
	}
	switch {
	case bytes.HasPrefix(data, bomUTF8):
		data = data[len(bomUTF8):]
	case bytes.HasPrefix(data, bomUTF32LE), bytes.HasPrefix(data, bomUTF32BE):
		l.onbekendeCodering("Het bestand is als UTF-32 opgeslagen.")
		return false
	case bytes.HasPrefix(data, bomUTF16LE):
		return l.laadUTF16(data[2:], binary.LittleEndian)
	case bytes.HasPrefix(data, bomUTF16BE):
		return l.laadUTF16(data[2:], binary.BigEndian)
	case len(data) >= 2 && (data[0] == 0) != (data[1] == 0):
		l.onbekendeCodering("Het bestand lijkt als UTF-16 opgeslagen, zonder het merkteken aan het begin dat daarbij hoort.")
		return false
	}
	l.laadTekst(string(data))
	if !utf8.ValidString(l.bron.tekst) {
		l.geenUTF8()
		return false
	}
	return true
}

func (l *lezer) laadUTF16(data []byte, volgorde binary.ByteOrder) bool {
	if len(data)%2 != 0 {
		l.onbekendeCodering("Het bestand is als UTF-16 opgeslagen, maar houdt midden in een teken op.")
		return false
	}
	var b strings.Builder
	b.Grow(len(data) / 2)
	for i := 0; i < len(data); i += 2 {
		r := rune(volgorde.Uint16(data[i:]))
		if utf16.IsSurrogate(r) {
			tweede := utf8.RuneError
			if i += 2; i < len(data) {
				tweede = rune(volgorde.Uint16(data[i:]))
			}
			if r = utf16.DecodeRune(r, tweede); r == utf8.RuneError {
				l.onbekendeCodering("Het bestand is als UTF-16 opgeslagen, maar bevat een half teken.")
				return false
			}
		}
		b.WriteRune(r)
	}
	l.laadTekst(b.String())
	return true
}

var regeleinden = strings.NewReplacer("\r\n", "\n", "\r", "\n")

func (l *lezer) laadTekst(s string) {
	if strings.IndexByte(s, '\r') >= 0 {
		s = regeleinden.Replace(s)
	}
	l.bron = bron{tekst: s}
}

// onbekendeCodering reports an encoding for the file as a whole.
func (l *lezer) onbekendeCodering(melding string) {
	l.meld(knoop{}, Probleem{Code: codeOnbekendeCodering, Melding: melding,
		Toegestaan: "tekst in UTF-8, of in UTF-16 met een byte order mark",
		Hint:       "sla het bestand in de editor op met codering UTF-8"})
}

// geenUTF8 points at the first byte that is no UTF-8. One problem is enough:
// the others have the same cause.
func (l *lezer) geenUTF8() {
	tekst := l.bron.tekst
	for _, ander := range []struct{ begin, soort string }{
		{"PK\x03\x04", "Dit is een Word-, Excel- of zipbestand, geen tekst."},
		{"%PDF-", "Dit is een PDF, geen tekst."},
		{"\xd0\xcf\x11\xe0", "Dit is een Word- of Excelbestand, geen tekst."},
	} {
		if strings.HasPrefix(tekst, ander.begin) {
			l.meld(knoop{}, Probleem{Code: codeOnbekendeCodering, Melding: ander.soort,
				Toegestaan: "een tekstbestand met YAML of JSON, in UTF-8"})
			return
		}
	}
	fout := 0
	for fout < len(tekst) {
		r, n := utf8.DecodeRuneInString(tekst[fout:])
		if r == utf8.RuneError && n == 1 {
			break
		}
		fout += n
	}
	melding := fmt.Sprintf("De byte 0x%02X is geen UTF-8.", tekst[fout])
	if r := charmap.Windows1252.DecodeByte(tekst[fout]); unicode.IsLetter(r) {
		melding = fmt.Sprintf("De byte 0x%02X is geen UTF-8. In de codering Windows-1252 is dit de letter %c.", tekst[fout], r)
	}
	l.meldOp(plekIn(tekst, fout), Probleem{Code: codeOnbekendeCodering, Melding: melding,
		Toegestaan: "tekst in UTF-8, of in UTF-16 met een byte order mark",
		Hint:       "sla het bestand in de editor op met codering UTF-8"})
}

// weerTekens reports the characters that may stand nowhere in the file, not
// even in a comment, and replaces them by spaces so that reading can go on with
// the same columns.
func (l *lezer) weerTekens() {
	if strings.IndexFunc(l.bron.tekst, verboden) < 0 {
		l.schoon = l.bron.tekst
		return
	}
	var schoon strings.Builder
	plek := Plek{Regel: 1, Kolom: 1}
	vuil := map[int]bool{}
	for _, r := range l.bron.tekst {
		if verboden(r) {
			l.meldOp(plek, verbodenTeken(r))
			vuil[plek.Regel] = true
			r = ' '
		}
		schoon.WriteRune(r)
		plek.Kolom++
		if r == '\n' {
			plek = Plek{Regel: plek.Regel + 1, Kolom: 1}
		}
	}
	l.schoon, l.vuil = schoon.String(), vuil
}
