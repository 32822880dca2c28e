package kind

import (
	"fmt"
	"sort"
	"time"

	"annex/calc/periode"
	"annex/calc/sheet"
	"annex/calc/zaak"
)

// signaleer warns where something changes while a period runs that a new period
// would take into account: a child becomes 12, 16, 18 or 21, somebody reaches
// the AOW age, or norms of a new year apply. It names the day to split at.
func (b *berekening) signaleer() {
	for i, p := range periode.Van(b.zaak) {
		var einde time.Time
		if i+1 < len(b.zaak.Perioden) {
			einde = b.zaak.Perioden[i+1].Vanaf
		}
		b.leeftijden(p, einde)
		b.nieuwJaar(p, einde)
	}
}

// leeftijden warns of the birthdays that matter. An open period is looked at
// for some years only: later than that the amount will have been changed for
// other reasons.
func (b *berekening) leeftijden(p periode.Periode, einde time.Time) {
	for _, k := range b.zaak.Kinderen {
		for _, m := range []struct {
			leeftijd, jaren int
			code, gevolg    string
		}{
			{12, 1, "kind-wordt-12", "Het kindgebonden budget kan dan hoger worden."},
			{16, 1, "kind-wordt-16", "Het kindgebonden budget kan dan hoger worden."},
			{18, 5, "kind-wordt-18", "Vanaf die dag gelden voor de behoefte andere maatstaven, en komt de bijdrage toe aan %s zelf (Rapport par. 3.2.10)."},
			{21, 5, "kind-wordt-21", "Vanaf die dag is een bijdrage alleen mogelijk als %s behoeftig is (Rapport par. 3.2.11)."},
		} {
			dag := k.Verjaardag(m.leeftijd)
			if m.leeftijd == 21 && k.Groep(p.Vanaf) == zaak.Minderjarig {
				continue // 18 comes first
			}
			if binnen(dag, p, einde, m.jaren) {
				gevolg := m.gevolg
				args := []any{k.Naam, sheet.FormatDate(dag), k.Naam, sheet.FormatDate(dag)}
				if m.leeftijd < 18 {
					args = []any{k.Naam, sheet.FormatDate(dag), sheet.FormatDate(dag)}
				}
				b.sheet.Warn(sheet.Cond{}, m.code, fmt.Sprintf("%%s wordt op %%s %d jaar. %s Daarmee is hier niet gerekend; dat kan met een nieuwe periode vanaf %%s.", m.leeftijd, gevolg), args...)
			}
		}
	}
	for _, o := range b.plichtigen(p) {
		if z := p.Situaties[o.ID]; z.AOW != nil || o.Geboren == nil {
			continue
		}
		if dag, ok := b.aowDag(p, *o.Geboren, einde); ok {
			b.sheet.Warn(sheet.Cond{}, "ouder-bereikt-aow-leeftijd", "%s bereikt in deze periode, op %s, de AOW-leeftijd. Vanaf die dag geldt een andere draagkrachttabel. Daarmee is hier niet gerekend; dat kan met een nieuwe periode vanaf die dag.", sheet.Capital(o.Aanduiding), sheet.FormatDate(dag))
		}
	}
}

// tot gives the day before which a period is looked at: its end, or for an open
// period the day after some years.
func tot(p periode.Periode, einde time.Time, jaren int) time.Time {
	if einde.IsZero() {
		return p.Vanaf.AddDate(jaren, 0, 1)
	}
	return einde
}

// binnen tells whether a day falls inside a period, after its first day.
func binnen(dag time.Time, p periode.Periode, einde time.Time, jaren int) bool {
	return dag.After(p.Vanaf) && dag.Before(tot(p, einde, jaren))
}

// aowDag finds the day inside a period on which someone reaches the AOW age; an
// open period is looked at for two years.
func (b *berekening) aowDag(p periode.Periode, geboren, einde time.Time) (time.Time, bool) {
	const jongst = 60 // nobody reaches the AOW age before it
	einde = tot(p, einde, 2)
	if !geboren.AddDate(jongst, 0, 0).Before(einde) {
		return time.Time{}, false
	}
	// Who has reached the age keeps it.
	dagen := int(einde.Sub(p.Vanaf).Hours() / 24)
	n := sort.Search(dagen, func(n int) bool {
		aow, _, err := b.set.HeeftAOWLeeftijd(geboren, p.Vanaf.AddDate(0, 0, n))
		return err == nil && aow
	})
	return p.Vanaf.AddDate(0, 0, n), n > 0 && n < dagen
}

// nieuwJaar warns where a period that has ended, or has begun before the year of
// the document, runs on over a 1 January: its draagkracht is that of its first
// day.
func (b *berekening) nieuwJaar(p periode.Periode, einde time.Time) {
	if einde.IsZero() {
		einde = b.zaak.Kop.Datum
	}
	dag := nieuwjaar(p.Vanaf.Year() + 1)
	if !dag.Before(einde) {
		return
	}
	if _, err := b.set.Draagkracht(dag, false); err != nil {
		return // no norms of that year to calculate with
	}
	b.sheet.Warn(sheet.Cond{}, "normen-van-een-nieuw-jaar", "De periode %s loopt door na %s. Gerekend is met de normen van haar eerste dag; vanaf %s gelden andere cijfers. Daarmee is hier niet gerekend; dat kan met een nieuwe periode vanaf die dag.", p.Naam.Tekst, sheet.FormatDate(dag.AddDate(0, 0, -1)), sheet.FormatDate(dag))
}
