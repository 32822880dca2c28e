package kind_test

import (
	"fmt"
	"time"

	"annex/calc/zaak"

	"github.com/shopspring/decimal"
)

// kinderen draws the children, and what holds for them in each period: the same
// as in the first one, most often.
func (k trekker) kinderen(z *zaak.Zaak, begin []time.Time) {
	for _, vanaf := range begin {
		z.Perioden = append(z.Perioden, zaak.Periode{Vanaf: vanaf})
	}
	// Of all ages, all young, or most of them about 21 and older.
	leeftijd, verdeeld := []leeftijden{gemengd, gemengd, jong, oud, oud}[k(5)], k.kans(3)
	for i := range 1 + k(6) {
		kind := k.kind(i, begin[0], leeftijd)
		z.Kinderen = append(z.Kinderen, kind)
		basis := opPlaats(k.kindSituatie(begin[0], leeftijd, verdeeld), fmt.Sprintf("kinderen[%d]", i))
		for j, vanaf := range begin {
			s := basis
			if j > 0 && k.kans(3) {
				s = k.afwijking(basis, opPlaats(k.kindSituatie(vanaf, leeftijd, true), fmt.Sprintf("perioden[%d].kinderen[%d]", j, i)))
			}
			z.Perioden[j].Kinderen = append(z.Perioden[j].Kinderen, k.opLeeftijd(s, kind.Groep(vanaf)))
		}
	}
	for j, p := range z.Perioden {
		if aanspraak(z, p) {
			continue
		}
		eerste := &p.Kinderen[0]
		eerste.Behoeftig = &zaak.Reden{Tekst: "kan niet werken"}
		if eerste.Behoefte == nil && eerste.Volwassen == nil {
			s := opPlaats(zaak.KindSituatie{Volwassen: k.volwassen()}, fmt.Sprintf("perioden[%d].kinderen[0]", j))
			s.Volwassen.Zelfstandig, s.Volwassen.GeenWoonlast = true, nil
			eerste.Volwassen = s.Volwassen
		}
	}
}

// aanspraak tells whether there is a child for whom a contribution could be due.
func aanspraak(z *zaak.Zaak, p zaak.Periode) bool {
	for i, k := range z.Kinderen {
		if k.Groep(p.Vanaf) != zaak.Vanaf21 || p.Kinderen[i].Behoeftig != nil {
			return true
		}
	}
	return false
}

// leeftijden is how old the children of a case are.
type leeftijden int

const (
	gemengd leeftijden = iota
	jong
	oud
)

func (k trekker) kind(i int, begin time.Time, leeftijd leeftijden) zaak.Kind {
	kind := zaak.Kind{ID: fmt.Sprintf("kind_%d", i), Naam: fmt.Sprintf("Kind %d", i), Geboren: day(2019, 1, 1)}
	switch nabij := k(4); {
	case leeftijd == gemengd && nabij == 2:
		kind.Geboren = k.dag(begin.AddDate(-25, 0, 0), begin.AddDate(-12, 0, 0))
	case leeftijd == gemengd && nabij == 3: // becomes 18 within the year
		kind.Geboren = k.dag(begin.AddDate(-18, 0, 1), begin.AddDate(-17, 0, 0))
	case leeftijd == oud && nabij > 0:
		kind.Geboren = k.dag(begin.AddDate(-24, 0, 0), begin.AddDate(-20, 0, 0))
	}
	if k.kans(6) {
		for j := range 1 + k(2) {
			kind.BijzondereKosten = append(kind.BijzondereKosten, zaak.BijzondereKost{Omschrijving: fmt.Sprintf("kosten %d", j+1), Kosten: k.kosten()})
		}
	}
	if k.kans(3) {
		kind.EerdereBijdrage = &zaak.EerdereBijdrage{Bedrag: k.bedrag(500), VastgesteldOp: k.dag(day(2018, 1, 1), begin.AddDate(0, 0, -1))}
		kind.EerdereBijdrage.Betaler = []string{"", "moeder", "vader"}[k(3)]
	}
	return kind
}

// kindSituatie draws what a case file may say of a child, of whatever age it is.
func (k trekker) kindSituatie(vanaf time.Time, leeftijd leeftijden, verdeeld bool) zaak.KindSituatie {
	s := zaak.KindSituatie{Hoofdverblijf: "moeder"}
	zorgt := "vader"
	if verdeeld && k.kans(2) {
		s.Hoofdverblijf, zorgt = zorgt, s.Hoofdverblijf
	}
	s.Zorg = k.zorg(zorgt)
	s.Volwassen = k.volwassen()
	if leeftijd != jong && k.kans(8) {
		s.Behoefte = &zaak.Vastgesteld{Bedrag: k.bedrag(900), Jaar: vanaf.Year() - k(4), Reden: "overeenkomst"}
	}
	if !k.kans(4) {
		s.Behoeftig = &zaak.Reden{Tekst: "kan niet werken"}
	}
	return s
}

// afwijking is what holds in a period that states some of what differs: the rest
// stays as it stands with the child.
func (k trekker) afwijking(basis, eigen zaak.KindSituatie) zaak.KindSituatie {
	s := basis
	if k.kans(2) {
		s.Hoofdverblijf = eigen.Hoofdverblijf
		if basis.Zorg != nil || k.kans(2) {
			s.Zorg = eigen.Zorg
		}
		if s.Zorg == nil && basis.Zorg != nil { // care can be changed, not left out
			s.Hoofdverblijf, s.Zorg = basis.Hoofdverblijf, basis.Zorg
		}
	}
	if s.Zorg != nil && s.Zorg.Ouder == s.Hoofdverblijf {
		s.Hoofdverblijf = basis.Hoofdverblijf
	}
	if k.kans(2) {
		s.Volwassen, s.Behoefte = eigen.Volwassen, eigen.Behoefte
	}
	if eigen.Behoeftig != nil {
		s.Behoeftig = eigen.Behoeftig
	}
	return s
}

// opPlaats gives the amounts of a situation the place where a case file has them:
// with the child itself, or in a period.
func opPlaats(s zaak.KindSituatie, pad string) zaak.KindSituatie {
	zet := func(naam string, b *zaak.Bedrag) {
		if b != nil {
			b.Plek = zaak.Plek{Regel: 1, Pad: pad + "." + naam}
		}
	}
	if z := s.Zorg; z != nil {
		zet("zorg."+z.Ouder+".dagen_per_week", z.DagenPerWeek)
		zet("zorg."+z.Ouder+".percentage", z.Percentage)
	}
	if b := s.Behoefte; b != nil {
		zet("behoefte.bedrag", &b.Bedrag)
	}
	v := s.Volwassen
	pad += ".meerderjarig"
	zet("lesgeld", v.Lesgeld)
	zet("leermiddelen", v.Leermiddelen)
	for i := range v.ExtraKosten {
		zet(fmt.Sprintf("extra_kosten[%d].bedrag", i), &v.ExtraKosten[i].Bedrag)
	}
	zet("basisbeurs", v.Basisbeurs)
	zet("aanvullende_beurs", v.Aanvullend)
	zet("tegemoetkoming", v.Tegemoetkoming)
	zet("inkomen", v.Inkomen)
	zet("zorgtoeslag", v.Zorgtoeslag)
	zet("lening", v.Lening)
	if v.GeenWoonlast != nil {
		zet("geen_woonlast", &v.GeenWoonlast.Bedrag)
	}
	return s
}

// opLeeftijd leaves of a situation what reading a case file leaves of it for a
// child of this age.
func (k trekker) opLeeftijd(s zaak.KindSituatie, groep zaak.Leeftijdsgroep) zaak.KindSituatie {
	if groep == zaak.Minderjarig || s.Behoefte != nil {
		s.Volwassen = nil
	}
	if groep == zaak.Vanaf21 && s.Behoeftig == nil && k.kans(2) {
		s.Volwassen = nil
	}
	if thuis := s.Volwassen != nil && !s.Volwassen.Zelfstandig; groep != zaak.Minderjarig && !thuis && k.kans(2) {
		s.Hoofdverblijf, s.Zorg = "", nil
	}
	return s
}

func (k trekker) zorg(ouder string) *zaak.Zorg {
	z := &zaak.Zorg{Ouder: ouder, VerzoekVerschil: k.kans(2)}
	switch k(5) {
	case 0:
		return nil
	case 1:
		z.Percentage, z.Reden = &zaak.Bedrag{Waarde: decimal.New(int64(k(201)*50), -2)}, "afgesproken"
	default:
		z.DagenPerWeek = &zaak.Bedrag{Waarde: decimal.New(int64(k(29)*25), -2)}
	}
	return z
}

// volwassen draws what a child needs and has from 18 on.
func (k trekker) volwassen() *zaak.Volwassen {
	norm := []string{zaak.OpleidingMBO, zaak.OpleidingHBOWO}[k(2)]
	v := &zaak.Volwassen{Opleiding: norm, Norm: norm, Zelfstandig: k.kans(3)}
	if k.kans(3) {
		v.Opleiding = zaak.OpleidingGeen
		v.Leermiddelen = k.soms(150)
	} else {
		v.Lesgeld = k.soms(300)
	}
	for i := range k(3) {
		v.ExtraKosten = append(v.ExtraKosten, zaak.ExtraKost{Omschrijving: fmt.Sprintf("kosten %d", i+1), Bedrag: k.bedrag(150)})
	}
	if !v.Zelfstandig && k.kans(3) {
		v.GeenWoonlast = k.metReden(250)
	}
	if !k.kans(2) {
		return v
	}
	v.Basisbeurs, v.Aanvullend, v.Tegemoetkoming = k.soms(350), k.soms(450), k.soms(100)
	v.Inkomen, v.Zorgtoeslag, v.Lening = k.soms(1500), k.soms(130), k.soms(600)
	return v
}
