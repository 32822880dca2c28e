package wetsvoorstel

import (
	"time"

	"annex/calc/partij"
	"annex/calc/periode"
	"annex/calc/sheet"
)

// signaleer warns of what changes while a period runs and would be taken into
// account in a new one: the birthdays at which the duty towards a child changes or
// ends, and what every method warns of.
func (b *berekening) signaleer() {
	for i, p := range periode.Van(b.zaak) {
		var einde time.Time
		if i+1 < len(b.zaak.Perioden) {
			einde = b.zaak.Perioden[i+1].Vanaf
		}
		b.verjaardagen(p, einde)
	}
}

// verjaardagen warns of the birthdays that matter. An open period is looked at for
// some years only.
func (b *berekening) verjaardagen(p periode.Periode, einde time.Time) {
	const jaren = 5
	for _, m := range []struct {
		leeftijd    int
		code, tekst string
	}{
		{meerderjarig, "kind-wordt-18", "%s wordt 18 jaar op %s. Vanaf die dag is er alleen nog een onderhoudsplicht als het kind studeert of naar school gaat, en komt de bijdrage toe aan het kind zelf (art. 1:395a BW, zoals voorgesteld). Daarmee is hier niet gerekend; dat kan met een nieuwe periode vanaf %s."},
		{einde23, "kind-wordt-23", "%s wordt 23 jaar op %s. Vanaf die dag is er geen onderhoudsplicht meer, behalve als het kind behoeftig is (art. 1:392 en 395a BW, zoals voorgesteld). Daarmee is hier niet gerekend; dat kan met een nieuwe periode vanaf %s."},
	} {
		for i, k := range b.zaak.Kinderen {
			if m.leeftijd == einde23 && !isMeerderjarig(p, k) || !b.heeftAanspraak(p, i) {
				continue // 18 comes first
			}
			if dag := k.Verjaardag(m.leeftijd); partij.Binnen(dag, p, einde, jaren) {
				b.sheet.Warn(sheet.Cond{}, m.code, m.tekst, k.Naam, sheet.FormatVerjaardag(dag, k.Anoniem), sheet.FormatVerjaardag(dag, k.Anoniem))
			}
		}
	}
}
