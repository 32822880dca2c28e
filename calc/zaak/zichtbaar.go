package zaak

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// zichtbaar replaces what a terminal would act on or not show (control and
// direction characters, bytes that are no UTF-8, the mark of a character that
// was lost) by a visible escape.
func zichtbaar(s string) string {
	schoon := strings.IndexFunc(s, func(r rune) bool { return r == utf8.RuneError || onzichtbaar(r) }) < 0
	if schoon {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		b.WriteString(zichtbareRune(r, s[i:i+n]))
		i += n
	}
	return b.String()
}

// zichtbareRune gives one character, bytes being how it stood in the file.
func zichtbareRune(r rune, bytes string) string {
	switch {
	case r == utf8.RuneError && len(bytes) == 1:
		return fmt.Sprintf(`\x%02x`, bytes[0])
	case r != utf8.RuneError && !onzichtbaar(r):
		return bytes
	case r == '\t':
		return `\t`
	case r == '\n':
		return `\n`
	case r == '\r':
		return `\r`
	case r < 0x80:
		return fmt.Sprintf(`\x%02x`, r)
	case r < 0x10000:
		return fmt.Sprintf(`\u%04x`, r)
	default:
		return fmt.Sprintf(`\U%08x`, r)
	}
}

// onzichtbaar: everything without a shape of its own, the ordinary space excepted.
func onzichtbaar(r rune) bool {
	return r != ' ' && !unicode.IsPrint(r)
}

// maxCitaat is how much of a value a message repeats.
const maxCitaat = 60

// citaat gives a value from the file as messages quote it.
func citaat(s string) string {
	return `"` + kort(s) + `"`
}

// kort gives a value from the file, made visible and cut.
func kort(s string) string {
	n := 0
	for i := range s {
		if n == maxCitaat {
			return zichtbaar(s[:i]) + "…"
		}
		n++
	}
	return zichtbaar(s)
}

// opsomming: "a, b of c".
func opsomming(namen []string) string {
	switch n := len(namen); n {
	case 0:
		return ""
	case 1:
		return namen[0]
	default:
		return strings.Join(namen[:n-1], ", ") + " of " + namen[n-1]
	}
}

// How much of a long line is shown before and after the position.
const (
	fragmentVoor = 60
	fragmentNa   = 40
)

// fragment cuts a line of the file around a column (from 1, in characters) and
// tells how many terminal cells stand before that column.
func fragment(regel string, kolom int) (tekst string, wijzer int) {
	var b strings.Builder
	var cellen int
	schrijf := func(s string) {
		b.WriteString(s)
		for _, r := range s {
			cellen += breedte(r)
		}
	}
	van, tot := max(kolom-fragmentVoor, 1), kolom+fragmentNa
	if van == 1 {
		tot = max(tot, fragmentVoor+fragmentNa)
	}
	nr := 0
	for i := 0; i < len(regel); {
		r, n := utf8.DecodeRuneInString(regel[i:])
		nr++
		if nr == van && van > 1 {
			schrijf("…")
		}
		if nr == kolom {
			wijzer = cellen
		}
		if nr > tot {
			schrijf("…")
			break
		}
		if nr >= van {
			schrijf(zichtbareRune(r, regel[i:i+n]))
		}
		i += n
	}
	if nr < kolom { // the position is just past the end of the line
		wijzer = cellen
	}
	return strings.TrimRight(b.String(), " "), wijzer
}

// breedte is how many terminal cells a character takes.
func breedte(r rune) int {
	if r < 0x300 {
		return 1
	}
	if unicode.In(r, unicode.Mn, unicode.Me) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}
