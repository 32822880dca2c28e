package sheet

import (
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/shopspring/decimal"
)

// EuroSign stands before an amount, with a space that does not break.
const EuroSign = "€\u00a0"

// minusSign stands before a printed number below zero.
const minusSign = "−"

// FormatNumber prints d the Dutch way with a fixed number of decimals:
// 1234.5 with 2 gives 1.234,50.
func FormatNumber(d decimal.Decimal, places int32) string {
	digits := d.Abs().StringFixed(places)
	whole, frac, _ := strings.Cut(digits, ".")
	var b strings.Builder
	if d.IsNegative() && !d.Round(places).IsZero() {
		b.WriteString(minusSign)
	}
	for i, r := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte('.')
		}
		b.WriteRune(r)
	}
	if frac != "" {
		b.WriteByte(',')
		b.WriteString(frac)
	}
	return b.String()
}

// FormatPublished prints d with as many decimals as it has, as a norm is published.
func FormatPublished(d decimal.Decimal) string {
	places := -d.Exponent()
	if places < 0 {
		places = 0
	}
	for places > 0 && d.Equal(d.Truncate(places-1)) {
		places--
	}
	return FormatNumber(d, places)
}

// FormatValue prints a value of the model in its unit: amounts with places
// decimals, a percentage as 70%, a ja/nee in words, other numbers as they are.
// The value is the number the model holds: 0.70 for 70%.
func FormatValue(d decimal.Decimal, u Unit, places int32) string {
	switch {
	case u.Percent():
		return FormatPublished(d.Shift(2)) + "%"
	case u == JaNee:
		return FormatJaNee(!d.IsZero())
	case u.Money():
		if places == 2 && !d.Equal(d.Round(2)) { // what is printed is what is used
			return FormatPublished(d.Round(4))
		}
		return FormatNumber(d, places)
	}
	return FormatPublished(d.Round(4))
}

// FormatJaNee prints a yes or no.
func FormatJaNee(yes bool) string {
	if yes {
		return "ja"
	}
	return "nee"
}

var months = [...]string{"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"}

// FormatDate prints a date the Dutch way: 1 maart 2025.
func FormatDate(d time.Time) string {
	return strconv.Itoa(d.Day()) + " " + months[d.Month()-1] + " " + strconv.Itoa(d.Year())
}

// FormatMaand prints the month of a date: maart 2025.
func FormatMaand(d time.Time) string {
	return months[d.Month()-1] + " " + strconv.Itoa(d.Year())
}

// FormatGeboren prints when somebody was born. Of who is to stay anonymous it gives the
// age on a day instead.
func FormatGeboren(geboren, op time.Time, anoniem bool) string {
	if !anoniem {
		return "geboren op " + FormatDate(geboren)
	}
	jaren := op.Year() - geboren.Year()
	if geboren.AddDate(jaren, 0, 0).After(op) {
		jaren--
	}
	return strconv.Itoa(jaren) + " jaar op " + FormatDate(op)
}

// FormatVerjaardag prints the day on which somebody reaches an age. Of who is to stay
// anonymous it gives the month.
func FormatVerjaardag(dag time.Time, anoniem bool) string {
	if anoniem {
		return "een dag in " + FormatMaand(dag)
	}
	return FormatDate(dag)
}

// Capital begins a text with a capital, as a heading does.
func Capital(s string) string {
	if s == "" {
		return ""
	}
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

// Enumerate joins names as a sentence does: "Noor, Daan en Lot".
func Enumerate(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " en " + names[len(names)-1]
}
