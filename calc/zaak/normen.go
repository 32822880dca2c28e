package zaak

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// controleerNormen asks the caller whether there are norms for the dates.
func (l *lezer) controleerNormen(z *Zaak) {
	rapport := l.heeftMethode(MethodeAlimentatienormen)
	var vanaf []datum // that have norms of their own
	for j, v := range l.tijdlijn.vanaf {
		if v.is() && l.normenVoor(v, z.Perioden[j], z, l.inPeriode[j]) {
			vanaf = append(vanaf, v)
		}
	}
	if rapport {
		l.normenBehoefte(vanaf)
	}
	if l.heeftMethode(MethodeWetsvoorstel) {
		l.normenKinderbijslag(z, vanaf)
	}
	for _, op := range l.tijdlijn.vastgesteldOp {
		if op.is() {
			l.indexering(jaartal{op.Year(), op.plek}, vanafDe(op, vanaf))
		}
	}
	if rapport {
		l.indexeringEigenBehoefte(vanaf)
	}
}

// normenBehoefte asks for what the Rapport needs to bring the needs, of the
// children and of who asks for partneralimentatie, to the level of each period.
func (l *lezer) normenBehoefte(vanaf []datum) {
	t, o := l.tijdlijn, l.opties
	if t.peildatum.is() {
		l.elkePeriode(t.peildatum.plek, vanaf, func(v time.Time) error { return o.NormenBehoefte(t.peildatum.Time, v) })
	}
	if t.stijging.is() {
		l.elkePeriode(t.stijging.plek, vanafDe(t.stijging, vanaf), func(v time.Time) error { return o.NormenBehoefte(t.stijging.Time, v) })
	}
	for _, j := range slices.Concat([]jaartal{t.jaar}, t.partnerjaren) {
		l.indexering(j, vanaf)
	}
	if t.hofnorm.is() {
		l.indexering(jaartal{t.hofnorm.Year(), t.hofnorm.plek}, vanaf)
	}
}

// normenKinderbijslag asks for the kinderbijslag that Wetsvoorstel 34 154 counts as
// income, on the days for which the case file does not state that income.
func (l *lezer) normenKinderbijslag(z *Zaak, vanaf []datum) {
	vraag := func(op datum, sleutel string) {
		if err := l.opties.NormenKinderbijslag(op.Time); err != nil {
			l.meldOp(op.plek, Probleem{Code: codeGeenNormen, Melding: zin(err.Error()),
				Hint: "kinderbijslag telt mee als inkomen; geef " + sleutel + " op, met de kinderbijslag erin, of kijk met annex normen voor welke datums er normen zijn"})
		}
	}
	if w := z.Behoefte.Wetsvoorstel; l.tijdlijn.peildatum.is() && (w == nil || w.AlimentatieInkomen == nil && w.GeenInzicht == nil) && heeftMinderjarige(z, l.tijdlijn.peildatum, nil, "") {
		vraag(l.tijdlijn.peildatum, "behoefte.wetsvoorstel.alimentatie_inkomen")
	}
	for j, v := range l.tijdlijn.vanaf {
		if !slices.Contains(vanaf, v) {
			continue
		}
		p := z.Perioden[j]
		for _, o := range z.Ouders {
			s := p.Situaties[o.ID]
			opgegeven := s.Draagkracht != nil || s.Wetsvoorstel != nil && (s.Wetsvoorstel.AlimentatieInkomen != nil || s.Wetsvoorstel.GeenInzicht != nil)
			if !opgegeven && heeftMinderjarige(z, v, p.Kinderen, o.ID) {
				vraag(v, "bij "+o.ID+" wetsvoorstel.alimentatie_inkomen")
				break
			}
		}
	}
}

// heeftMinderjarige tells whether there is a child under 18 on a day; with
// situaties, one that has its main residence with this parent.
func heeftMinderjarige(z *Zaak, op datum, situaties []KindSituatie, ouder string) bool {
	for i, k := range z.Kinderen {
		if !k.Geboren.After(op.Time) && k.Groep(op.Time) == Minderjarig && (situaties == nil || situaties[i].Hoofdverblijf == ouder) {
			return true
		}
	}
	return false
}

// normenVoor reports the norms that are missing for a period itself.
func (l *lezer) normenVoor(v datum, p Periode, z *Zaak, opgaven []kindOpgave) bool {
	var vragen []func(time.Time) error
	if l.heeftMethode(MethodeAlimentatienormen) {
		vragen = append(vragen, l.opties.NormenPeriode)
		if vraagtStudie(v, z.Kinderen, opgaven) {
			vragen = append(vragen, l.opties.NormenStudie)
		}
	}
	if l.heeftMethode(MethodeWetsvoorstel) {
		vragen = append(vragen, l.opties.NormenWetsvoorstel)
	}
	for _, vraag := range vragen {
		if err := vraag(v.Time); err != nil {
			l.geenNormen(v.plek, err)
			return false
		}
	}
	return l.alleenWetsvoorstel() || l.toetsnormen(v, p, z)
}

// toetsnormen reports what is missing for the tests on what someone keeps.
func (l *lezer) toetsnormen(v datum, p Periode, z *Zaak) bool {
	for _, o := range z.Ouders {
		s := p.Situaties[o.ID]
		if s.Toets == nil && s.Inkomensverlies == nil {
			continue
		}
		if err := l.opties.NormenToets(v.Time, o, s); err != nil {
			l.geenNormen(v.plek, err)
			return false
		}
	}
	return true
}

// vraagtStudie: the needs of a child are found by the norms of the Wsf 2000.
func vraagtStudie(v datum, kinderen []Kind, opgaven []kindOpgave) bool {
	for i, kind := range kinderen {
		o := opgaven[i]
		if o.aanspraak(kind.Groep(v.Time)) && o.Volwassen != nil && o.Behoefte == nil {
			return true
		}
	}
	return false
}

// indexeringEigenBehoefte asks for the needs of one child, each for the periods
// in which it holds.
func (l *lezer) indexeringEigenBehoefte(vanaf []datum) {
	perBehoefte := map[jaartal][]datum{}
	var volgorde []jaartal
	for j, v := range l.tijdlijn.vanaf {
		if !slices.Contains(vanaf, v) {
			continue
		}
		for _, o := range l.inPeriode[j] {
			if o.jaar.jaar == 0 || o.jaar.jaar > v.Year() {
				continue
			}
			if perBehoefte[o.jaar] == nil {
				volgorde = append(volgorde, o.jaar)
			}
			perBehoefte[o.jaar] = append(perBehoefte[o.jaar], v)
		}
	}
	for _, jaar := range volgorde {
		l.indexering(jaar, perBehoefte[jaar])
	}
}

func (l *lezer) indexering(j jaartal, vanaf []datum) {
	if j.jaar > 0 {
		l.elkePeriode(j.plek, vanaf, func(v time.Time) error { return l.opties.NormenIndexering(j.jaar, v) })
	}
}

// elkePeriode asks for the norms between a date of the file and each period, and
// reports the first that are missing.
func (l *lezer) elkePeriode(plek Plek, vanaf []datum, vraag func(vanaf time.Time) error) {
	for _, v := range vanaf {
		if err := vraag(v.Time); err != nil {
			l.geenNormen(plek, err)
			return
		}
	}
}

// vanafDe gives the periods that start on or after a day.
func vanafDe(dag datum, vanaf []datum) []datum {
	var later []datum
	for _, v := range vanaf {
		if !v.Before(dag.Time) {
			later = append(later, v)
		}
	}
	return later
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
