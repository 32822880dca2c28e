package zaak

import (
	"fmt"
	"unicode"
)

// richtingstekens steer the direction of reading. They are invisible and can
// make a text show something else than it says.
var richtingstekens = map[rune]string{
	0x061C: "Arabisch richtingsmerk",
	0x200E: "links-naar-rechtsmerk",
	0x200F: "rechts-naar-linksmerk",
	0x202A: "begin links-naar-rechts",
	0x202B: "begin rechts-naar-links",
	0x202C: "einde richting",
	0x202D: "dwingend links-naar-rechts",
	0x202E: "dwingend rechts-naar-links",
	0x2066: "afgezonderd links-naar-rechts",
	0x2067: "afgezonderd rechts-naar-links",
	0x2068: "afgezonderd, eerste richting",
	0x2069: "einde afzondering",
}

// verboden: may stand nowhere in a case file. A line feed and a tab may.
func verboden(r rune) bool {
	switch {
	case r == '\n' || r == '\t':
		return false
	case r < 0x20, r >= 0x7F && r <= 0x9F: // C0, DEL, C1
		return true
	case r < 0x061C:
		return false
	case r == 0x2028, r == 0x2029: // line breaks to some programs, not to others
		return true
	case r == 0xFEFF: // byte order mark in the middle
		return true
	case r == unicode.ReplacementChar: // a character that was lost before
		return true
	case r&0xFFFE == 0xFFFE, r >= 0xFDD0 && r <= 0xFDEF: // no characters at all
		return true
	}
	_, richting := richtingstekens[r]
	return richting
}

// verbodenTeken is the problem of one such character.
func verbodenTeken(r rune) Probleem {
	if naam, ok := richtingstekens[r]; ok {
		return Probleem{Code: codeRichtingsteken,
			Melding: fmt.Sprintf("Hier staat een onzichtbaar teken dat de leesrichting verandert: %U (%s).", r, naam),
			Hint:    "verwijder het teken; het komt vaak mee met kopiëren uit een webpagina of e-mail"}
	}
	if r == unicode.ReplacementChar {
		return Probleem{Code: codeBesturingsteken,
			Melding: fmt.Sprintf("Hier staat het vervangingsteken %U: bij een eerdere omzetting is een teken verloren gegaan.", r),
			Hint:    "typ het oorspronkelijke teken opnieuw"}
	}
	return Probleem{Code: codeBesturingsteken,
		Melding: fmt.Sprintf("Hier staat een onzichtbaar besturingsteken: %U.", r),
		Hint:    "verwijder het teken; het komt vaak mee met kopiëren uit een ander programma"}
}
