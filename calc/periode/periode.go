// Package periode names the periods of a case, and what their lines and headings
// carry.
package periode

import (
	"fmt"
	"time"

	"annex/calc/sheet"
	"annex/calc/zaak"
)

// Periode is one period with the names its lines and headings carry.
type Periode struct {
	zaak.Periode
	Naam   sheet.Periode
	Prefix string // begins the ids of its lines: empty with one period, else "p1"
	Nummer int    // 0 with one period
	Achter string // behind a title: empty with one period, else ", vanaf 1 maart 2025"
}

// Namen names the periods of a case.
func Namen(z *zaak.Zaak) []sheet.Periode {
	out := make([]sheet.Periode, len(z.Perioden))
	for i, p := range z.Perioden {
		out[i] = sheet.Periode{Nummer: i + 1, Vanaf: p.Vanaf.Format(time.DateOnly)}
		if i+1 < len(z.Perioden) {
			out[i].TotEnMet = z.Perioden[i+1].Vanaf.AddDate(0, 0, -1).Format(time.DateOnly)
		}
		out[i].Tekst = Tekst(out[i])
	}
	return out
}

// Van gives the periods of a case, in their order.
func Van(z *zaak.Zaak) []Periode {
	out := make([]Periode, len(z.Perioden))
	namen := Namen(z)
	for i, p := range z.Perioden {
		out[i] = Periode{Periode: p, Naam: namen[i]}
		if len(z.Perioden) > 1 {
			out[i].Nummer = i + 1
			out[i].Prefix = fmt.Sprintf("p%d", i+1)
			out[i].Achter = ", " + namen[i].Tekst
		}
	}
	return out
}

// Tekst names a period by its first day and, if it ends, its last.
func Tekst(p sheet.Periode) string {
	day := func(iso string) string {
		d, err := time.Parse(time.DateOnly, iso)
		if err != nil {
			panic(err) // made a few lines ago by Format
		}
		return sheet.FormatDate(d)
	}
	if p.TotEnMet == "" {
		return "vanaf " + day(p.Vanaf)
	}
	return fmt.Sprintf("van %s tot en met %s", day(p.Vanaf), day(p.TotEnMet))
}

// ID puts the prefix of the period before a name.
func (p Periode) ID(naam string) string {
	if p.Prefix == "" {
		return naam
	}
	return p.Prefix + "." + naam
}

// Pad is where the situation of somebody stands in the case file.
func (p Periode) Pad(o zaak.Ouder) string {
	return fmt.Sprintf("perioden[%d].%s", p.Naam.Nummer-1, o.ID)
}

// Waarschuw gives a warning about one period; with several it says which.
func (p Periode) Waarschuw(s *sheet.Sheet, when sheet.Cond, code, text string, args ...any) {
	if p.Nummer > 0 {
		text = "%s: " + text
		args = append([]any{sheet.Capital(p.Naam.Tekst)}, args...)
	}
	s.Warn(when, code, text, args...)
}

// LaatWeg says what has no effect in one period; with several it says in which.
func (p Periode) LaatWeg(s *sheet.Sheet, when sheet.Cond, what, reason string, args ...any) {
	if p.Nummer > 0 {
		what = sheet.Capital(p.Naam.Tekst) + ": " + what
	}
	s.LeaveOut(when, what, reason, args...)
}

// NaIndexering names the part of a period from 1 January of the i-th of some years
// until the next of them.
func NaIndexering(p sheet.Periode, jaren []int, i int) sheet.Periode {
	out := sheet.Periode{Nummer: p.Nummer, Vanaf: nieuwjaar(jaren[i]).Format(time.DateOnly), TotEnMet: p.TotEnMet}
	if i+1 < len(jaren) {
		out.TotEnMet = nieuwjaar(jaren[i+1]).AddDate(0, 0, -1).Format(time.DateOnly)
	}
	out.Tekst = Tekst(out)
	return out
}

func nieuwjaar(jaar int) time.Time { return time.Date(jaar, time.January, 1, 0, 0, 0, 0, time.UTC) }
