package zaak

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// tijdlijn holds the dates of the file that must agree with each other. A date
// that was missing or wrong is there as the zero value and takes no part.
type tijdlijn struct {
	stuk      datum
	ouders    []datum
	kinderen  []datum // as Zaak.Kinderen
	peildatum datum
	jaar      jaartal
	vanaf     []datum // as Zaak.Perioden
}

type jaartal struct {
	jaar int
	plek Plek
}

// controleerSamenhang checks what can only be judged with the whole file read.
func (l *lezer) controleerSamenhang(z *Zaak) {
	t := l.tijdlijn
	l.controleerVolgorde(t.vanaf)
	for _, geboren := range slices.Concat(t.ouders, t.kinderen) {
		if t.stuk.is() && geboren.is() && geboren.After(t.stuk.Time) {
			l.meldOp(geboren.plek, Probleem{Code: codeGeborenNaStuk,
				Melding: fmt.Sprintf("De geboortedatum %s ligt na de datum van het stuk, %s.", iso(geboren), iso(t.stuk))})
		}
	}
	begin := vroegste(t.vanaf)
	if begin.is() {
		l.controleerKinderen(z, begin)
		l.controleerBehoefte(begin)
	}
	l.controleerNormen()
}

func (l *lezer) controleerVolgorde(vanaf []datum) {
	for i := 1; i < len(vanaf); i++ {
		vorige, deze := vanaf[i-1], vanaf[i]
		if vorige.is() && deze.is() && !deze.After(vorige.Time) {
			l.meldOp(deze.plek, Probleem{Code: codePeriodenVolgorde,
				Melding:    fmt.Sprintf("Deze periode begint niet later dan de vorige, die begint op %s.", iso(vorige)),
				Toegestaan: "perioden in de volgorde van hun ingangsdatum, elk met een eigen datum"})
		}
	}
}

func (l *lezer) controleerKinderen(z *Zaak, begin datum) {
	for i, geboren := range l.tijdlijn.kinderen {
		if !geboren.is() {
			continue
		}
		naam := "Dit kind"
		if z.Kinderen[i].Naam != "" {
			naam = kort(z.Kinderen[i].Naam)
		}
		if geboren.After(begin.Time) {
			l.meldOp(geboren.plek, Probleem{Code: codeGeborenNaIngang,
				Melding: fmt.Sprintf("%s is geboren op %s, na de ingangsdatum %s.", naam, iso(geboren), iso(begin)),
				Hint:    "laat de eerste periode beginnen op of na de geboorte"})
		}
		achttien := geboren.AddDate(18, 0, 0)
		for _, vanaf := range l.tijdlijn.vanaf {
			if vanaf.is() && !vanaf.Before(achttien) {
				l.meldOp(geboren.plek, Probleem{Code: codeMeerderjarig,
					Melding:    fmt.Sprintf("%s is op de ingangsdatum %s 18 jaar of ouder.", naam, iso(vanaf)),
					Toegestaan: "kinderen die op elke ingangsdatum jonger zijn dan 18 jaar; oudere kinderen worden nog niet ondersteund"})
				break
			}
		}
	}
}

func (l *lezer) controleerBehoefte(begin datum) {
	if p := l.tijdlijn.peildatum; p.is() && p.After(begin.Time) {
		l.meldOp(p.plek, Probleem{Code: codePeildatumNaIngang,
			Melding:    fmt.Sprintf("De peildatum %s ligt na de ingangsdatum %s.", iso(p), iso(begin)),
			Toegestaan: "een peildatum op of voor de ingangsdatum van de eerste periode"})
	}
	if j := l.tijdlijn.jaar; j.jaar > begin.Year() {
		l.meldOp(j.plek, Probleem{Code: codeJaarNaIngang,
			Melding:    fmt.Sprintf("Het jaar %d ligt na de ingangsdatum %s.", j.jaar, iso(begin)),
			Toegestaan: fmt.Sprintf("%d of eerder", begin.Year())})
	}
}

// controleerNormen asks the caller whether there are norms for the dates.
func (l *lezer) controleerNormen() {
	t, o := l.tijdlijn, l.opties
	var vanaf []time.Time // that have norms of their own
	for _, v := range t.vanaf {
		if !v.is() {
			continue
		}
		if o.NormenPeriode != nil {
			if err := o.NormenPeriode(v.Time); err != nil {
				l.geenNormen(v.plek, err)
				continue
			}
		}
		vanaf = append(vanaf, v.Time)
	}
	if t.peildatum.is() && o.NormenBehoefte != nil {
		for _, v := range vanaf {
			if err := o.NormenBehoefte(t.peildatum.Time, v); err != nil {
				l.geenNormen(t.peildatum.plek, err)
				break
			}
		}
	}
	if t.jaar.jaar > 0 && o.NormenIndexering != nil {
		for _, v := range vanaf {
			if err := o.NormenIndexering(t.jaar.jaar, v); err != nil {
				l.geenNormen(t.jaar.plek, err)
				break
			}
		}
	}
}

func (l *lezer) geenNormen(p Plek, err error) {
	l.meldOp(p, Probleem{Code: codeGeenNormen, Melding: zin(err.Error()),
		Hint: "annex normen laat zien voor welke datums er normen zijn"})
}

// zin makes a sentence of an error's text.
func zin(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + strings.TrimSuffix(s[n:], ".") + "."
}

func vroegste(ds []datum) datum {
	var eerste datum
	for _, d := range ds {
		if d.is() && (!eerste.is() || d.Before(eerste.Time)) {
			eerste = d
		}
	}
	return eerste
}

func iso(d datum) string { return d.Format(time.DateOnly) }
