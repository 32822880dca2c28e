package kind

import (
	"fmt"
	"time"

	"annex/calc/partij"
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
		b.dossier.Signaleer(p, einde, b.plichtigen(p))
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
			if partij.Binnen(dag, p, einde, m.jaren) {
				gevolg := m.gevolg
				args := []any{k.Naam, sheet.FormatVerjaardag(dag, k.Anoniem), k.Naam, sheet.FormatVerjaardag(dag, k.Anoniem)}
				if m.leeftijd < 18 {
					args = []any{k.Naam, sheet.FormatVerjaardag(dag, k.Anoniem), sheet.FormatVerjaardag(dag, k.Anoniem)}
				}
				b.sheet.Warn(sheet.Cond{}, m.code, fmt.Sprintf("%%s wordt %d jaar op %%s. %s Daarmee is hier niet gerekend; dat kan met een nieuwe periode vanaf %%s.", m.leeftijd, gevolg), args...)
			}
		}
	}
}
