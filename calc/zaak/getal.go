package zaak

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
	"go.yaml.in/yaml/v4"
)

// getalsoort is what a number may be.
type getalsoort struct {
	naam       string // "bedrag": what it is called
	negatief   bool   // may be below nil
	geen       Code   // when it is no number
	max        int64
	teHoog     Code // when it is more than max
	toegestaan string
}

var (
	bedragPerMaand = getalsoort{naam: "bedrag", geen: codeGeenBedrag, max: 1_000_000, teHoog: codeBedragTeHoog,
		toegestaan: "een getal met een punt en ten hoogste twee decimalen, zoals 3000.50"}
	bedragPerJaar = getalsoort{naam: "bedrag per jaar", geen: codeGeenBedrag, max: 10_000_000, teHoog: codeBedragTeHoog,
		toegestaan: "een getal met een punt en ten hoogste twee decimalen, zoals 42000.50"}
	jaarbedragMetTeken = getalsoort{naam: "bedrag per jaar", negatief: true, geen: codeGeenBedrag, max: 10_000_000, teHoog: codeBedragTeHoog,
		toegestaan: "een getal met een punt en ten hoogste twee decimalen, zoals 42000.50 of -3500"}
	kapitaal = getalsoort{naam: "bedrag", geen: codeGeenBedrag, max: 100_000_000, teHoog: codeBedragTeHoog,
		toegestaan: "een getal met een punt en ten hoogste twee decimalen, zoals 350000"}
	dagenPerWeek = getalsoort{naam: "aantal dagen", geen: codeGeenGetal, max: 7, teHoog: codeBuitenBereik,
		toegestaan: "een getal van 0 tot en met 7, zoals 1.5"}
	nachtenPerJaar = getalsoort{naam: "aantal nachten per jaar", geen: codeGeenGetal, max: 366, teHoog: codeBuitenBereik,
		toegestaan: "een heel getal van 0 tot en met 182, zoals 52"}
	percentage = getalsoort{naam: "percentage", geen: codeGeenGetal, max: 100, teHoog: codeBuitenBereik,
		toegestaan: "een getal van 0 tot en met 100, zoals 15"}
)

// tussenAanhalingstekens: the value is a text, also when it looks like a number.
func (k knoop) tussenAanhalingstekens() bool {
	const teksten = yaml.DoubleQuotedStyle | yaml.SingleQuotedStyle | yaml.LiteralStyle | yaml.FoldedStyle
	return k.waarde.Style&teksten != 0
}

// getal reads a number; it must be there.
func (l *lezer) getal(k knoop, soort getalsoort) (decimal.Decimal, bool) {
	if !l.soort(k, yaml.ScalarNode, soort.toegestaan) {
		return decimal.Zero, false
	}
	s := strings.TrimSpace(k.waarde.Value)
	p := Probleem{Toegestaan: soort.toegestaan}
	schrijfwijze, heel := schrijfwijzeVan(s)
	if schrijfwijze == negatiefGetal && soort.negatief {
		schrijfwijze, heel = schrijfwijzeVan(s[1:])
	}
	switch {
	case k.tussenAanhalingstekens():
		p.Code = soort.geen
		p.Melding = citaat(s) + " staat tussen aanhalingstekens en is daardoor een tekst."
		if schrijfwijze == goedGetal {
			p.Hint = "schrijf " + kort(s)
		} else if bedoeld, ok := bedoeldGetal(s); ok {
			p.Hint = "bedoelt u " + bedoeld + "?"
		}
	case schrijfwijze == negatiefGetal:
		p.Code = codeNegatief
		p.Melding = fmt.Sprintf("%s is negatief; een %s is nul of hoger.", kort(s), soort.naam)
	case schrijfwijze == langGetal:
		p.Code = codeTeVeelDecimalen
		p.Melding = citaat(s) + " heeft meer dan twee decimalen."
		if bedoeld, ok := bedoeldGetal(s); ok {
			p.Hint = fmt.Sprintf("bedoelt u %s? Een punt staat hier voor de decimalen, niet voor de duizendtallen", bedoeld)
		}
	case schrijfwijze == geenGetal:
		p.Code = soort.geen
		p.Melding = fmt.Sprintf("%s is geen %s.", citaat(s), soort.naam)
		if bedoeld, ok := bedoeldGetal(s); ok {
			p.Hint = "bedoelt u " + bedoeld + "?"
		}
	case heel > len(fmt.Sprint(soort.max)):
		p.Code = soort.teHoog
	default:
		waarde, err := decimal.NewFromString(s)
		if err == nil && waarde.Abs().LessThanOrEqual(decimal.New(soort.max, 0)) {
			l.noteer(k, waarde.String())
			return waarde, true
		}
		p.Code = soort.teHoog
	}
	if p.Code == soort.teHoog && p.Melding == "" {
		p.Melding = fmt.Sprintf("%s is te hoog voor een %s.", kort(s), soort.naam)
		if soort.teHoog == codeBedragTeHoog {
			p.Toegestaan, p.Hint = soort.grens()
		}
	}
	l.meld(k, p)
	return decimal.Zero, false
}

// grens says how high an amount may be, and what may have gone wrong.
func (s getalsoort) grens() (toegestaan, hint string) {
	switch s.max {
	case kapitaal.max:
		return fmt.Sprintf("een bedrag van ten hoogste %d", s.max), "is dit een bedrag in centen? Bedragen staan hier in euro"
	case bedragPerMaand.max:
		return "een bedrag per maand van ten hoogste 1000000", "is dit een bedrag per jaar, of in centen? Bedragen staan in euro per maand"
	}
	return fmt.Sprintf("een bedrag per jaar van ten hoogste %d", s.max), "is dit een bedrag in centen? Bedragen staan hier in euro per jaar"
}

// getalOfNiets reads a number that need not be there.
func (l *lezer) getalOfNiets(k knoop, soort getalsoort) *Bedrag {
	if !k.aanwezig() {
		return nil
	}
	waarde, ok := l.getal(k, soort)
	if !ok {
		return nil
	}
	return &Bedrag{Waarde: waarde, Plek: k.plek()}
}

// jaar reads a year.
func (l *lezer) jaar(k knoop) int {
	const toegestaan = "een jaartal van vier cijfers, zoals 2024"
	if !k.aanwezig() || !l.soort(k, yaml.ScalarNode, toegestaan) {
		return 0
	}
	s := strings.TrimSpace(k.waarde.Value)
	if !isAantal(s) || len(s) != 4 || k.tussenAanhalingstekens() {
		l.meld(k, Probleem{Code: codeGeenGetal, Melding: citaat(s) + " is geen jaartal.", Toegestaan: toegestaan})
		return 0
	}
	jaar := cijfers(s)
	if jaar < eersteJaar || jaar > laatsteJaar {
		l.meld(k, buitenJaren(jaar))
		return 0
	}
	l.noteer(k, strconv.Itoa(jaar))
	return jaar
}

// aantal reads how many children there are in a family.
func (l *lezer) aantal(k knoop) int {
	toegestaan := fmt.Sprintf("een heel getal van 1 tot en met %d, zoals 2", MaxAantal)
	if !k.aanwezig() || !l.soort(k, yaml.ScalarNode, toegestaan) {
		return 0
	}
	s := strings.TrimSpace(k.waarde.Value)
	p := Probleem{Toegestaan: toegestaan}
	switch {
	case !isAantal(s) || k.tussenAanhalingstekens():
		p.Code, p.Melding = codeGeenGetal, citaat(s)+" is geen heel getal."
	case len(s) > 2 || cijfers(s) < 1 || cijfers(s) > MaxAantal:
		p.Code, p.Melding = codeBuitenBereik, kort(s)+" is hier geen mogelijk aantal."
	default:
		l.noteer(k, strconv.Itoa(cijfers(s)))
		return cijfers(s)
	}
	l.meld(k, p)
	return 0
}

// The ways a number may be written.
type schrijfwijze int

const (
	geenGetal schrijfwijze = iota
	goedGetal
	negatiefGetal // a good number with a minus sign
	langGetal     // more than two decimals
)

// schrijfwijzeVan judges how a number is written, and counts its digits before
// the point. Leading zeros are refused: 0500 is another number in some programs.
func schrijfwijzeVan(s string) (w schrijfwijze, heel int) {
	s, negatief := strings.CutPrefix(s, "-")
	voor, na, punt := strings.Cut(s, ".")
	switch {
	case !isAantal(voor), punt && !isAantal(na):
		return geenGetal, 0
	case len(voor) > 1 && voor[0] == '0':
		return geenGetal, 0
	case negatief:
		return negatiefGetal, len(voor)
	case len(na) > 2:
		return langGetal, len(voor)
	}
	return goedGetal, len(voor)
}

// isAantal: one or more digits and nothing else.
func isAantal(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// cijfers gives the value of a few digits.
func cijfers(s string) int {
	n := 0
	for i := range len(s) {
		n = 10*n + int(s[i]-'0')
	}
	return n
}

// franje is what people write around an amount.
var franje = strings.NewReplacer("€", "", "euro", "", "Euro", "", "eur", "", "EUR", "", "%", "",
	" per maand", "", "/maand", "", " p/m", "", " dagen", "", " dag", "", " ", "", "\u00a0", "", "\u202f", "", "_", "", "'", "")

// bedoeldGetal tells which number was probably meant: 3.000,50 is 3000.50 and
// 2.600 is 2600, as is usual in Dutch.
func bedoeldGetal(s string) (string, bool) {
	if len(s) > maxGelijkenis {
		return "", false
	}
	s = franje.Replace(s)
	for _, einde := range []string{",--", ",-", ".--", ".-", ",=", ",", "."} {
		if voor, ok := strings.CutSuffix(s, einde); ok {
			s = voor
			break
		}
	}
	komma, punt := strings.LastIndexByte(s, ','), strings.LastIndexByte(s, '.')
	heel, decimalen := s, ""
	switch laatste := max(komma, punt); {
	case laatste < 0:
	case komma >= 0 && punt >= 0, len(s)-laatste-1 != 3:
		heel, decimalen = s[:laatste], s[laatste+1:]
	}
	heel, ok := zonderDuizendtallen(heel)
	if !ok || decimalen != "" && !isAantal(decimalen) {
		return "", false
	}
	heel = strings.TrimLeft(heel, "0")
	if heel == "" {
		heel = "0"
	}
	if decimalen != "" {
		heel += "." + decimalen
	}
	if w, _ := schrijfwijzeVan(heel); w != goedGetal {
		return "", false
	}
	return heel, true
}

// zonderDuizendtallen takes the separators out of 1.234.567.
func zonderDuizendtallen(s string) (string, bool) {
	groepen := strings.FieldsFunc(s, func(r rune) bool { return r == '.' || r == ',' })
	for i, g := range groepen {
		goed := isAantal(g)
		if len(groepen) > 1 {
			goed = goed && (len(g) == 3 || i == 0 && len(g) < 3) && groepen[0] != "0"
		}
		if !goed {
			return "", false
		}
	}
	return strings.Join(groepen, ""), true
}
