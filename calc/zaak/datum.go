package zaak

import (
	"fmt"
	"strings"
	"time"

	"go.yaml.in/yaml/v4"
)

// The years a date in a case file may lie in.
const (
	eersteJaar  = 1900
	laatsteJaar = 2100
)

// datum is a date of the file with its place.
type datum struct {
	time.Time
	plek Plek
}

// is tells whether there is a date at all.
func (d datum) is() bool { return d.plek.is() }

const datumToegestaan = "jaar-maand-dag, zoals 2025-03-01"

// datum reads a date.
func (l *lezer) datum(k knoop) datum {
	if !k.aanwezig() || !l.soort(k, yaml.ScalarNode, datumToegestaan) {
		return datum{}
	}
	s := strings.TrimSpace(k.waarde.Value)
	jaar, maand, dag, iso := ontleedISO(s)
	if !iso {
		jaar, maand, dag, iso = andereSchrijfwijze(s)
		if p, fout := kalenderfout(s, jaar, maand, dag); iso && fout {
			l.meld(k, p)
			return datum{}
		}
		p := Probleem{Code: codeGeenDatum, Melding: citaat(s) + " is geen datum.", Toegestaan: datumToegestaan}
		if iso {
			p.Melding = citaat(s) + " is geen datum zoals het zaakbestand die kent."
			p.Hint = fmt.Sprintf("bedoelt u %04d-%02d-%02d?", jaar, maand, dag)
		}
		l.meld(k, p)
		return datum{}
	}
	if p, fout := kalenderfout(s, jaar, maand, dag); fout {
		l.meld(k, p)
		return datum{}
	}
	return datum{time.Date(jaar, time.Month(maand), dag, 0, 0, 0, 0, time.UTC), k.plek()}
}

// ontleedISO takes apart a date of the form 2025-03-01.
func ontleedISO(s string) (jaar, maand, dag int, ok bool) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' || !isAantal(s[:4]) || !isAantal(s[5:7]) || !isAantal(s[8:]) {
		return 0, 0, 0, false
	}
	return cijfers(s[:4]), cijfers(s[5:7]), cijfers(s[8:]), true
}

// andereSchrijfwijze understands dates as people write them, to give a hint:
// 1-3-2025, 1 maart 2025, 2025/3/1, 20250301, 2025-03-01T00:00:00Z.
func andereSchrijfwijze(s string) (jaar, maand, dag int, ok bool) {
	if len(s) > maxGelijkenis {
		return 0, 0, 0, false
	}
	if len(s) == 8 && isAantal(s) {
		return cijfers(s[:4]), cijfers(s[4:6]), cijfers(s[6:]), true
	}
	if len(s) > 10 && (s[10] == 'T' || s[10] == ' ') {
		if jaar, maand, dag, ok = ontleedISO(s[:10]); ok {
			return jaar, maand, dag, true
		}
	}
	delen := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return strings.ContainsRune("-/. ", r) })
	if len(delen) != 3 {
		return 0, 0, 0, false
	}
	if isAantal(delen[0]) && len(delen[0]) == 4 {
		delen[0], delen[2] = delen[2], delen[0]
	}
	if nr, gevonden := maandnummer(delen[1]); gevonden {
		delen[1] = fmt.Sprint(nr)
	}
	for _, d := range delen {
		if !isAantal(d) || len(d) > 4 {
			return 0, 0, 0, false
		}
	}
	if len(delen[2]) != 4 { // 1-3-25: the century is not ours to guess
		return 0, 0, 0, false
	}
	return cijfers(delen[2]), cijfers(delen[1]), cijfers(delen[0]), true
}

var maanden = [...]string{"januari", "februari", "maart", "april", "mei", "juni",
	"juli", "augustus", "september", "oktober", "november", "december"}

// maandnummer knows the months by name and by their first three letters.
func maandnummer(s string) (int, bool) {
	for i, m := range maanden {
		if s == m || s == m[:3] || s == "mrt" && m == "maart" {
			return i + 1, true
		}
	}
	return 0, false
}

// kalenderfout reports a date that is not on the calendar, or too far away.
func kalenderfout(s string, jaar, maand, dag int) (Probleem, bool) {
	p := Probleem{Code: codeDatumBestaatNiet, Toegestaan: datumToegestaan}
	switch {
	case maand < 1 || maand > 12:
		p.Melding = fmt.Sprintf("%s bestaat niet: een jaar heeft 12 maanden.", citaat(s))
		if dag >= 1 && dag <= 12 && maand >= 1 && maand <= dagenIn(jaar, dag) {
			p.Hint = fmt.Sprintf("bedoelt u %04d-%02d-%02d?", jaar, dag, maand)
		}
		return p, true
	case dag < 1 || dag > dagenIn(jaar, maand):
		p.Melding = fmt.Sprintf("%s bestaat niet: %s %d heeft %d dagen.", citaat(s), maanden[maand-1], jaar, dagenIn(jaar, maand))
		return p, true
	case jaar < eersteJaar || jaar > laatsteJaar:
		return buitenJaren(jaar), true
	}
	return Probleem{}, false
}

func buitenJaren(jaar int) Probleem {
	return Probleem{Code: codeJaartal,
		Melding:    fmt.Sprintf("Het jaar %d ligt te ver weg.", jaar),
		Toegestaan: fmt.Sprintf("een jaar van %d tot en met %d", eersteJaar, laatsteJaar)}
}

func dagenIn(jaar, maand int) int {
	return time.Date(jaar, time.Month(maand)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}
