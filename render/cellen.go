package render

import (
	"time"

	"annex/calc/sheet"
	"annex/norms"
)

// amount prints a value as a reader meets it: amounts with the euro sign and in
// cents, so that a column of them stands even.
func amount(l *sheet.LineResult) string {
	if l.Unit.Money() {
		return sheet.EuroSign + sheet.FormatValue(l.Value, l.Unit, 2)
	}
	return l.Text()
}

// waarde is a cell that shows the value of a line.
func waarde(l *sheet.LineResult) Cel { return Cel{Tekst: amount(l), Regel: l.ID} }

// inCenten prints an amount in cents also where the line holds more decimals, for a
// short account that points to the line.
func inCenten(l *sheet.LineResult) string {
	if l.Unit.Money() {
		return sheet.EuroSign + sheet.FormatNumber(l.Value, 2)
	}
	return amount(l)
}

func tekstrij(cells ...string) Rij {
	var r Rij
	for _, c := range cells {
		r.Cellen = append(r.Cellen, Cel{Tekst: c})
	}
	return r
}

func prefixed(prefix, text string) string {
	if text == "" {
		return ""
	}
	return prefix + text
}

func nonEmpty(texts ...string) []string {
	var out []string
	for _, t := range texts {
		if t != "" {
			out = append(out, t)
		}
	}
	return out
}

// geldig says when a figure applies.
func geldig(v norms.Value) string {
	switch {
	case !v.Tot.IsZero():
		return window(v.Vanaf, v.Tot)
	case !v.Vanaf.IsZero():
		return "per " + v.Vanaf.Format("02-01-2006")
	}
	return window(v.Publicatie.From, v.Publicatie.Until)
}

func window(from, until time.Time) string {
	return from.Format("02-01-2006") + " t/m " + until.Format("02-01-2006")
}
