package zaak

import (
	"fmt"
	"slices"
	"time"
)

// stand is what holds for a child in one period, and how old it then is.
type stand struct {
	kindOpgave
	vanaf   datum
	groep   Leeftijdsgroep
	onder23 bool
}

// aanspraakBij tells whether a child can have a claim by a method. Wetsvoorstel
// 34 154 gives it to who is under 18, or under 23 and in education; where it is not
// said whether that is so, it may be.
func (s stand) aanspraakBij(methode string) bool {
	if methode == MethodeWetsvoorstel {
		return s.groep == Minderjarig || s.onder23 && (s.Volwassen == nil || s.Volwassen.Opleiding != OpleidingGeen)
	}
	return s.groep == Minderjarig || s.aanspraak(s.groep)
}

// standen gives the periods of a child; none when a date is missing or wrong.
func (l *lezer) standen(i int, kind Kind) []stand {
	if !l.tijdlijn.kinderen[i].is() {
		return nil
	}
	var standen []stand
	for j, vanaf := range l.tijdlijn.vanaf {
		if vanaf.is() {
			standen = append(standen, stand{l.inPeriode[j][i], vanaf, kind.Groep(vanaf.Time), vanaf.Before(kind.Verjaardag(23))})
		}
	}
	return standen
}

// behoefteNodig: there is a child for whom nothing but behoefte says what it
// costs. Under Wetsvoorstel 34 154 that holds for every child.
func (l *lezer) behoefteNodig(kinderen []Kind) bool {
	if l.heeftMethode(MethodeWetsvoorstel) {
		return true
	}
	for i, kind := range kinderen {
		standen := l.standen(i, kind)
		if len(standen) == 0 {
			basis := l.basis[i].plek
			if !basis.behoefte.is() && !basis.meerderjarig.is() {
				return true
			}
		}
		if slices.ContainsFunc(standen, func(s stand) bool { return s.groep == Minderjarig && !s.plek.behoefte.is() }) {
			return true
		}
	}
	return len(kinderen) == 0
}

// controleerKind checks what depends on how old the child is.
func (l *lezer) controleerKind(i int, kind Kind) {
	standen := l.standen(i, kind)
	l.controleerHoofdverblijf(i, standen)
	l.controleerMeerderjarig(i, kind, standen)
	l.controleerTeJong(i, kind, standen)
	l.controleerEigenBehoefte(standen)
	l.controleerNachten(standen)
}

// controleerHoofdverblijf reports a main residence that is missing; who of 18 or
// older lives alone has none.
func (l *lezer) controleerHoofdverblijf(i int, standen []stand) {
	basis := l.basis[i]
	ontbreekt := len(standen) == 0 && !basis.plek.hoofdverblijf.is() && !basis.plek.meerderjarig.is()
	for _, s := range standen {
		thuis := s.groep == Minderjarig || s.Volwassen != nil && !s.Volwassen.Zelfstandig || len(s.zorg) > 0
		ontbreekt = ontbreekt || thuis && !s.plek.hoofdverblijf.is()
	}
	if ontbreekt && basis.gelezen {
		l.ontbreekt(basis.item, sleutelHoofdverblijf.naam, sleutelHoofdverblijf.uitleg)
	}
}

// controleerMeerderjarig reports that it is not said what a method asks of a child
// of 18 or older.
func (l *lezer) controleerMeerderjarig(i int, kind Kind, standen []stand) {
	if l.heeftMethode(MethodeAlimentatienormen) && l.behoefteOnbekend(i, kind, standen) {
		return
	}
	if l.heeftMethode(MethodeWetsvoorstel) {
		l.opleidingOnbekend(i, kind, standen)
	}
}

// opleidingOnbekend reports that it is not said whether a child of 18 up to 23 is
// in education.
func (l *lezer) opleidingOnbekend(i int, kind Kind, standen []stand) {
	for _, s := range standen {
		if s.groep == Minderjarig || !s.onder23 || s.plek.meerderjarig.is() {
			continue
		}
		l.meldOp(l.tijdlijn.kinderen[i].plek, Probleem{Code: codeMeerderjarig,
			Melding: fmt.Sprintf("%s is op de ingangsdatum %s 18 jaar of ouder en jonger dan 23 jaar; er staat niet of het kind een opleiding volgt.",
				naam(kind), iso(s.vanaf)),
			Toegestaan: "bij een kind van 18 tot 23 jaar: meerderjarig, ook als het geen opleiding volgt",
			Hint:       "voeg bij dit kind toe: meerderjarig: " + vormMeerderjarig.voorbeeld + ", of zet dat onder kinderen in de periode waarin het geldt"})
		return
	}
}

// behoefteOnbekend reports a child of 18 or older with a claim under the Rapport
// of which it is not said what it needs.
func (l *lezer) behoefteOnbekend(i int, kind Kind, standen []stand) bool {
	for _, s := range standen {
		if !s.aanspraak(s.groep) || s.plek.meerderjarig.is() || s.plek.behoefte.is() {
			continue
		}
		l.meldOp(l.tijdlijn.kinderen[i].plek, Probleem{Code: codeMeerderjarig,
			Melding:    fmt.Sprintf("%s is op de ingangsdatum %s 18 jaar of ouder; er staat niet wat het kind dan nodig heeft.", naam(kind), iso(s.vanaf)),
			Toegestaan: "bij een kind van 18 jaar of ouder: meerderjarig of behoefte",
			Hint:       "voeg bij dit kind toe: meerderjarig: " + vormMeerderjarig.voorbeeld + ", of zet dat onder kinderen in de periode waarin het geldt"})
		return true
	}
	return false
}

// controleerTeJong reports what is said of a child that is too young for it, in
// a period or, with the child itself, in every period.
func (l *lezer) controleerTeJong(i int, kind Kind, standen []stand) {
	basis := l.basis[i].plek
	volwassen, behoeftig := basis.meerderjarig.is(), basis.behoeftig.is()
	for _, s := range standen {
		if s.groep != Minderjarig {
			volwassen = false
		} else if s.plek.meerderjarig.is() && s.plek.meerderjarig != basis.meerderjarig {
			l.teJong(s.plek.meerderjarig, kind, sleutelMeerderjarig, 18, "deze periode nog niet")
		}
		if s.groep == Vanaf21 {
			behoeftig = false
		} else if s.plek.behoeftig.is() && s.plek.behoeftig != basis.behoeftig {
			l.teJong(s.plek.behoeftig, kind, sleutelBehoeftig, 21, "deze periode nog niet")
		}
	}
	if volwassen && len(standen) > 0 {
		l.teJong(basis.meerderjarig, kind, sleutelMeerderjarig, 18, "geen enkele periode")
	}
	if behoeftig && len(standen) > 0 {
		l.teJong(basis.behoeftig, kind, sleutelBehoeftig, 21, "geen enkele periode")
	}
}

func (l *lezer) teJong(plek Plek, kind Kind, s sleutel, leeftijd int, waarin string) {
	dag := kind.Verjaardag(leeftijd).Format(time.DateOnly)
	l.meldOp(plek, Probleem{Code: codeTeJong,
		Melding:    fmt.Sprintf("%s wordt op %s %d jaar; %s geldt in %s.", naam(kind), dag, leeftijd, s.naam, waarin),
		Toegestaan: fmt.Sprintf("%s in een periode vanaf %s", s.naam, dag),
		Hint:       fmt.Sprintf("klopt de geboortedatum? Voeg anders een periode toe met vanaf: %s, of verwijder %s", dag, s.naam)})
}

// controleerAanspraken reports a period in which there is no child for whom a
// contribution could be due, by each method.
func (l *lezer) controleerAanspraken(kinderen []Kind) {
	// partneralimentatie goes on when the children have no claim any more
	if l.heeftMethode(MethodeAlimentatienormen) && !l.vraag.gesteld {
		l.controleerAanspraak(kinderen, MethodeAlimentatienormen, func(vanaf datum) Probleem {
			return Probleem{
				Melding:    fmt.Sprintf("Op %s zijn alle kinderen 21 jaar of ouder, en geen van hen is behoeftig.", iso(vanaf)),
				Toegestaan: "een periode waarin ten minste één kind jonger is dan 21 jaar, of behoeftig is",
				Hint:       "verwijder deze periode, of voeg bij een kind toe: behoeftig: " + vormBehoeftig.voorbeeld}
		})
	}
	if l.heeftMethode(MethodeWetsvoorstel) {
		l.controleerAanspraak(kinderen, MethodeWetsvoorstel, func(vanaf datum) Probleem {
			return Probleem{
				Melding:    fmt.Sprintf("Op %s is er onder wetsvoorstel 34 154 geen kind met een aanspraak: zij zijn allen 18 jaar of ouder, en geen van hen is jonger dan 23 jaar en volgt een opleiding.", iso(vanaf)),
				Toegestaan: "een periode waarin ten minste één kind jonger is dan 18 jaar, of jonger dan 23 jaar is en een opleiding volgt",
				Hint:       "verwijder deze periode"}
		})
	}
}

func (l *lezer) controleerAanspraak(kinderen []Kind, methode string, probleem func(vanaf datum) Probleem) {
	aanspraak := map[Plek]bool{} // by the day a period begins
	for i, kind := range kinderen {
		standen := l.standen(i, kind)
		if len(standen) == 0 {
			return // it is not known how old a child is
		}
		for _, s := range standen {
			aanspraak[s.vanaf.plek] = aanspraak[s.vanaf.plek] || s.aanspraakBij(methode)
		}
	}
	for _, vanaf := range l.tijdlijn.vanaf {
		if is, bekend := aanspraak[vanaf.plek]; bekend && !is {
			p := probleem(vanaf)
			p.Code = codeGeenAanspraak
			l.meldOp(vanaf.plek, p)
		}
	}
}

// controleerEigenBehoefte reports a need of the price level of a later year than
// a period in which it holds. Of one need the first period is enough.
func (l *lezer) controleerEigenBehoefte(standen []stand) {
	var gemeld []Plek
	for _, s := range standen {
		if s.jaar.jaar > s.vanaf.Year() && !slices.Contains(gemeld, s.jaar.plek) {
			gemeld = append(gemeld, s.jaar.plek)
			l.jaarNaIngang(s.jaar, s.vanaf)
		}
	}
}

// naam is how messages call a child.
func naam(k Kind) string {
	if k.Naam == "" {
		return "Dit kind"
	}
	return kort(k.Naam)
}
