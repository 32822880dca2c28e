package zaak

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
	"golang.org/x/text/unicode/norm"
)

// tekstsoort is what a text may be: how long, and of one line or more.
type tekstsoort struct {
	max    int
	regels bool
}

// The two kinds of text in a case file.
var (
	label   = tekstsoort{max: 500}
	verhaal = tekstsoort{max: 5000, regels: true}
)

// tekst reads a text: trimmed, in Unicode normal form C, tabs as spaces.
func (l *lezer) tekst(k knoop, soort tekstsoort) string {
	if !k.aanwezig() || !l.soort(k, yaml.ScalarNode, "een tekst") {
		return ""
	}
	s := strings.TrimSpace(norm.NFC.String(k.waarde.Value))
	if strings.IndexByte(s, '\t') >= 0 {
		s = strings.ReplaceAll(s, "\t", " ")
	}
	if n := utf8.RuneCountInString(s); n > soort.max {
		l.meld(k, Probleem{Code: codeTeLangeTekst,
			Melding: fmt.Sprintf("De tekst is %d tekens lang.", n), Toegestaan: fmt.Sprintf("ten hoogste %d tekens", soort.max)})
	}
	if !soort.regels && strings.IndexByte(s, '\n') >= 0 {
		l.meld(k, Probleem{Code: codeMeerRegels, Melding: "De tekst bestaat uit meer dan één regel.",
			Toegestaan: "een tekst van één regel",
			Hint:       "in toelichting en reden kunnen wel meer regels staan"})
	}
	l.controleerTekens(k, s)
	l.noteer(k, jsonTekst(s))
	return s
}

// controleerTekens reports characters that may not be in a text. Most forbidden
// ones were found in the file itself; here are those that an escape made.
func (l *lezer) controleerTekens(k knoop, s string) {
	var vreemd []rune
	for _, r := range s {
		switch {
		case r < 0x7F && r >= ' ' || r == '\n':
		case verboden(r):
			p := verbodenTeken(r)
			p.Hint = "verwijder het teken; het is met een backslash geschreven"
			l.meldOp(l.plekVanTeken(k, r), p)
			return
		case l.opties.Afdrukbaar != nil && !l.opties.Afdrukbaar(r) && !slices.Contains(vreemd, r):
			vreemd = append(vreemd, r)
		}
	}
	if len(vreemd) == 0 {
		return
	}
	p := Probleem{Code: codeNietAfdrukbaar, Melding: "Het teken " + tekennaam(vreemd[0]) + " kan niet in de stukken worden afgedrukt.",
		Hint: "verwijder of vervang het"}
	if n := len(vreemd); n > 1 {
		namen := make([]string, min(n, 5))
		for i := range namen {
			namen[i] = tekennaam(vreemd[i])
		}
		rest := ""
		if n > len(namen) {
			rest = fmt.Sprintf(" en nog %d", n-len(namen))
		}
		p.Melding = "Deze tekens kunnen niet in de stukken worden afgedrukt: " + strings.Join(namen, ", ") + rest + "."
		p.Hint = "verwijder of vervang ze"
	}
	l.meldOp(l.plekVanTeken(k, vreemd[0]), p)
}

// tekennaam names a character, and shows it where it can stand by itself.
func tekennaam(r rune) string {
	if onzichtbaar(r) || unicode.In(r, unicode.M) {
		return fmt.Sprintf("%U", r)
	}
	return fmt.Sprintf("%c (%U)", r, r)
}

// plekVanTeken finds where a character of a text stands in the file. When it is
// not there as such (it was written as an escape), the place is that of the text.
func (l *lezer) plekVanTeken(k knoop, r rune) Plek {
	begin := k.plek()
	if l.vol() {
		return begin // not shown anyway
	}
	rest := l.bron.vanaf(begin)
	i := strings.IndexRune(rest, r)
	if i < 0 || strings.IndexByte(rest[:i], '\\') >= 0 && k.waarde.Style&yaml.DoubleQuotedStyle != 0 {
		return begin
	}
	plek := plekIn(rest, i)
	if plek.Regel == 1 {
		plek.Kolom += begin.Kolom - 1
	}
	return Plek{Regel: begin.Regel + plek.Regel - 1, Kolom: plek.Kolom, Pad: begin.Pad}
}
