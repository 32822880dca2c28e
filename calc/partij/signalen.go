package partij

import (
	"sort"
	"time"

	"annex/calc/periode"
	"annex/calc/sheet"
	"annex/calc/zaak"
)

// Signaleer warns where something changes while a period runs that a new period
// would take into account: somebody reaches the AOW age, or norms of a new year
// apply. einde is the first day of the next period; zero: the period is open.
func (d *Dossier) Signaleer(p periode.Periode, einde time.Time, wie []zaak.Ouder) {
	for _, o := range wie {
		if z := p.Situaties[o.ID]; z.AOW != nil || o.Geboren == nil {
			continue
		}
		if dag, ok := d.aowDag(p, *o.Geboren, einde); ok {
			d.Sheet.Warn(sheet.Cond{}, "ouder-bereikt-aow-leeftijd", "%s bereikt in deze periode, op %s, de AOW-leeftijd. Vanaf die dag geldt een andere draagkrachttabel. Daarmee is hier niet gerekend; dat kan met een nieuwe periode vanaf die dag.", sheet.Capital(o.Aanduiding), sheet.FormatVerjaardag(dag, o.Anoniem))
		}
	}
	d.nieuwJaar(p, einde)
}

// Binnen tells whether a day falls inside a period, after its first day.
func Binnen(dag time.Time, p periode.Periode, einde time.Time, jaren int) bool {
	return dag.After(p.Vanaf) && dag.Before(tot(p, einde, jaren))
}

// tot gives the day before which a period is looked at: its end, or for an open
// period the day after some years.
func tot(p periode.Periode, einde time.Time, jaren int) time.Time {
	if einde.IsZero() {
		return p.Vanaf.AddDate(jaren, 0, 1)
	}
	return einde
}

// aowDag finds the day inside a period on which someone reaches the AOW age; an
// open period is looked at for two years.
func (d *Dossier) aowDag(p periode.Periode, geboren, einde time.Time) (time.Time, bool) {
	const jongst = 60 // nobody reaches the AOW age before it
	einde = tot(p, einde, 2)
	if !geboren.AddDate(jongst, 0, 0).Before(einde) {
		return time.Time{}, false
	}
	// Who has reached the age keeps it.
	dagen := int(einde.Sub(p.Vanaf).Hours() / 24)
	n := sort.Search(dagen, func(n int) bool {
		aow, _, err := d.Set.HeeftAOWLeeftijd(geboren, p.Vanaf.AddDate(0, 0, n))
		return err == nil && aow
	})
	return p.Vanaf.AddDate(0, 0, n), n > 0 && n < dagen
}

// nieuwJaar warns where a period that has ended, or has begun before the year of
// the document, runs on over a 1 January: its draagkracht is that of its first
// day.
func (d *Dossier) nieuwJaar(p periode.Periode, einde time.Time) {
	if einde.IsZero() {
		einde = d.Zaak.Kop.Datum
	}
	dag := time.Date(p.Vanaf.Year()+1, time.January, 1, 0, 0, 0, 0, time.UTC)
	if !dag.Before(einde) {
		return
	}
	if _, err := d.Set.Draagkracht(dag, false); err != nil {
		return // no norms of that year to calculate with
	}
	d.Sheet.Warn(sheet.Cond{}, "normen-van-een-nieuw-jaar", "De periode %s loopt door na %s. Gerekend is met de normen van haar eerste dag; vanaf %s gelden andere cijfers. Daarmee is hier niet gerekend; dat kan met een nieuwe periode vanaf die dag.", p.Naam.Tekst, sheet.FormatDate(dag.AddDate(0, 0, -1)), sheet.FormatDate(dag))
}
