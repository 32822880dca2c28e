package terug

import (
	"regexp"
	"strconv"
	"strings"
)

// Formulas are compared as what they say, not as they are spelled: a program that saves
// a workbook changes capitals, spaces, quotation marks around the name of a sheet, and
// how a number is written.

// woord matches what formulas are made of: a text, the name of a sheet, a cell, a
// number, a name.
var woord = regexp.MustCompile(`"(?:[^"]|"")*"` + // a text
	`|(?:'(?:[^']|'')+'|[\pL_][\pL\pN_.]*)!` + // a sheet
	`|\$?[A-Za-z]{1,3}\$?[1-9][0-9]{0,6}\b` + // a cell
	`|[0-9]+(?:\.[0-9]*)?(?:[eE][+-]?[0-9]+)?|\.[0-9]+` + // a number
	`|[\pL_\\][\pL\pN_.\\]*` + // a name or a function
	`|\s+|.`)

var celInFormule = regexp.MustCompile(`^(\$?)([A-Za-z]{1,3})(\$?)([1-9][0-9]{0,6})$`)

// herschreven spells a formula in one way, with other cells in the place of those that
// it refers to.
func herschreven(formule string, anders func(blad string, p plaats) (string, plaats, bool)) string {
	var b strings.Builder
	blad, heeftBlad := "", false
	woorden := woord.FindAllString(formule, -1)
	bereik := "" // the sheet that holds for the second half of a range too
	for i, w := range woorden {
		switch {
		case w[0] == '"':
			b.WriteString(strings.ReplaceAll(w, "\r\n", "\n"))
		case strings.TrimSpace(w) == "":
			continue
		case len(w) > 1 && strings.HasSuffix(w, "!"):
			blad, heeftBlad = bladnaam(w), true
			continue
		case celInFormule.MatchString(w) && (i+1 == len(woorden) || woorden[i+1] != "("):
			ref, _ := plaatsVan(strings.ReplaceAll(w, "$", ""))
			if !heeftBlad && i > 0 && woorden[i-1] == ":" {
				blad = bereik
			}
			bereik = blad
			naam, p, ok := anders(blad, ref)
			if !ok {
				b.WriteString("#REF!")
				break
			}
			if naam != "" && (i == 0 || woorden[i-1] != ":") {
				b.WriteString(strings.ToLower(naam) + "!")
			}
			b.WriteString(p.String())
		case w[0] >= '0' && w[0] <= '9' || w[0] == '.' && len(w) > 1:
			if f, err := strconv.ParseFloat(w, 64); err == nil {
				w = strconv.FormatFloat(f, 'g', -1, 64)
			}
			b.WriteString(w)
		case w == "~": // how LibreOffice writes that ranges go together
			b.WriteByte(',')
		case heeftBlad: // a name of one sheet
			b.WriteString(strings.ToLower(blad) + "!" + strings.ToLower(w))
		default:
			b.WriteString(strings.TrimPrefix(strings.TrimPrefix(strings.ToLower(w), "_xlfn."), "_xlws."))
		}
		blad, heeftBlad = "", false
	}
	return b.String()
}

// bladnaam reads the name of a sheet as it stands in a formula, with its exclamation mark.
func bladnaam(w string) string {
	w = strings.TrimSuffix(w, "!")
	if strings.HasPrefix(w, "'") {
		w = strings.ReplaceAll(strings.Trim(w, "'"), "''", "'")
	}
	return w
}

// verschoven gives a shared formula as it holds for another of its cells.
func verschoven(formule string, kolommen, rijen int) string {
	return strings.Join(vervangCellen(woord.FindAllString(formule, -1), kolommen, rijen), "")
}

func vervangCellen(woorden []string, kolommen, rijen int) []string {
	for i, w := range woorden {
		m := celInFormule.FindStringSubmatch(w)
		if m == nil || i+1 < len(woorden) && woorden[i+1] == "(" {
			continue
		}
		p, ok := plaatsVan(m[2] + m[4])
		if !ok {
			continue
		}
		if m[1] == "" {
			p.kolom += kolommen
		}
		if m[3] == "" {
			p.rij += rijen
		}
		if p.kolom < 1 || p.rij < 1 || p.kolom > maxKolom || p.rij > maxRij {
			woorden[i] = "#REF!"
			continue
		}
		woorden[i] = p.String()
	}
	return woorden
}
