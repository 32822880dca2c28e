package zaak

import (
	"fmt"
	"slices"
	"time"
)

// tijdlijn holds the dates of the file that must agree with each other. A date
// that was missing or wrong is there as the zero value and takes no part.
type tijdlijn struct {
	stuk      datum
	ouders    []datum
	kinderen  []datum // as Zaak.Kinderen
	anderen   []datum // of other children in a household
	peildatum datum
	stijging  datum
	jaar      jaartal
	vanaf     []datum // as Zaak.Perioden

	vastgesteldOp []datum // of earlier contributions

	hofnorm      datum     // of the income as a couple, for partneralimentatie
	partnerjaren []jaartal // of a stated need and of a list, for partneralimentatie
}

type jaartal struct {
	jaar int
	plek Plek
}

// controleerSamenhang checks what can only be judged with the whole file read.
func (l *lezer) controleerSamenhang(z *Zaak) {
	t := l.tijdlijn
	l.controleerVolgorde(t.vanaf)
	for _, geboren := range slices.Concat(t.ouders, t.kinderen, t.anderen) {
		if t.stuk.is() && geboren.is() && geboren.After(t.stuk.Time) {
			l.meldOp(geboren.plek, Probleem{Code: codeGeborenNaStuk,
				Melding: fmt.Sprintf("De geboortedatum %s ligt na de datum van het stuk, %s.", iso(geboren), iso(t.stuk))})
		}
	}
	if p, s := t.peildatum, t.stijging; p.is() && s.is() && !s.After(p.Time) {
		l.meldOp(s.plek, Probleem{Code: codeStijgingNietLater,
			Melding:    fmt.Sprintf("De peildatum van de stijging, %s, ligt niet na de eerste peildatum, %s.", iso(s), iso(p)),
			Toegestaan: "een datum na " + iso(p)})
	}
	for i, kind := range z.Kinderen {
		l.controleerKind(i, kind)
	}
	l.controleerAanspraken(z.Kinderen)
	if begin := vroegste(t.vanaf); begin.is() {
		l.controleerGeboren(z.Kinderen, begin)
		l.controleerBehoefte(begin)
	}
	l.controleerNormen(z)
	l.controleerInkomens(z)
	l.controleerPartners(z)
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

func (l *lezer) controleerGeboren(kinderen []Kind, begin datum) {
	for i, geboren := range l.tijdlijn.kinderen {
		if geboren.is() && geboren.After(begin.Time) {
			l.meldOp(geboren.plek, Probleem{Code: codeGeborenNaIngang,
				Melding: fmt.Sprintf("%s is geboren op %s, na de ingangsdatum %s.", naam(kinderen[i]), iso(geboren), iso(begin)),
				Hint:    "laat de eerste periode beginnen op of na de geboorte"})
		}
	}
}

func (l *lezer) controleerBehoefte(begin datum) {
	for _, p := range []datum{l.tijdlijn.peildatum, l.tijdlijn.hofnorm} {
		if p.is() && p.After(begin.Time) {
			l.meldOp(p.plek, Probleem{Code: codePeildatumNaIngang,
				Melding:    fmt.Sprintf("De peildatum %s ligt na de ingangsdatum %s.", iso(p), iso(begin)),
				Toegestaan: "een peildatum op of voor de ingangsdatum van de eerste periode"})
		}
	}
	for _, j := range slices.Concat([]jaartal{l.tijdlijn.jaar}, l.tijdlijn.partnerjaren) {
		if j.jaar > begin.Year() {
			l.jaarNaIngang(j, begin)
		}
	}
	for _, op := range l.tijdlijn.vastgesteldOp {
		if op.is() && op.After(begin.Time) {
			l.meldOp(op.plek, Probleem{Code: codeVastgesteldLater,
				Melding:    fmt.Sprintf("De eerdere bijdrage is vastgesteld op %s, na de ingangsdatum %s.", iso(op), iso(begin)),
				Toegestaan: "een datum op of voor de ingangsdatum van de eerste periode"})
		}
	}
}

func (l *lezer) jaarNaIngang(j jaartal, vanaf datum) {
	l.meldOp(j.plek, Probleem{Code: codeJaarNaIngang,
		Melding:    fmt.Sprintf("Het jaar %d ligt na de ingangsdatum %s.", j.jaar, iso(vanaf)),
		Toegestaan: fmt.Sprintf("%d of eerder", vanaf.Year())})
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
