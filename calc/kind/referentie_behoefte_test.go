package kind_test

import (
	"fmt"
	"time"

	"annex/calc/zaak"
)

// kosten is what one child costs in a period (Rapport 3.2).
type kosten struct {
	*zaak.Kind
	zaak.KindSituatie
	groep zaak.Leeftijdsgroep
	// nodig is all of it, grondslag what zorgkorting is taken of: without
	// exceptional costs.
	nodig, grondslag int64
	volgensTabel     bool
}

// thuis tells whether a child lives with one of the parents.
func (k *kosten) thuis() bool {
	if k.groep != zaak.Minderjarig && k.Volwassen != nil {
		return !k.Volwassen.Zelfstandig
	}
	return k.Hoofdverblijf != ""
}

func (p *referentieperiode) behoeften() error {
	p.kosten = make([]*kosten, len(p.zaak.Kinderen))
	var volgensTabel []*kosten
	for i := range p.zaak.Kinderen {
		k := &kosten{Kind: &p.zaak.Kinderen[i], KindSituatie: p.Kinderen[i]}
		k.groep = k.Groep(p.Vanaf)
		switch {
		case k.groep == zaak.Vanaf21 && k.Behoeftig == nil:
			continue
		case k.KindSituatie.Behoefte != nil:
			if err := p.vastgesteld(k); err != nil {
				return err
			}
		case k.groep == zaak.Minderjarig:
			volgensTabel = append(volgensTabel, k)
		default:
			if err := p.budget(k); err != nil {
				return err
			}
		}
		p.kosten[i] = k
	}
	if len(volgensTabel) > 0 {
		return p.volgensTabel(volgensTabel)
	}
	p.geheel()
	return nil
}

// geheel writes down what all children with a claim cost together.
func (p *referentieperiode) geheel() {
	var som int64
	for _, k := range p.kosten {
		if k != nil {
			som += k.nodig
		}
	}
	p.zet(som, "behoefte.eigen_aandeel")
}

// bijzonder is what the exceptional costs of a child come to (3.2.6).
func bijzonder(k *zaak.Kind) int64 {
	var som int64
	for _, b := range k.BijzondereKosten {
		som += netto(b.Kosten)
	}
	return som
}

func netto(k zaak.Kosten) int64 { return max(0, centen(k.Bedrag.Waarde)-centenOfNul(k.Tegemoetkoming)) }

// vastgesteld is the stated need of one child, in cents.
func (p *referentieperiode) vastgesteld(k *kosten) error {
	v := k.KindSituatie.Behoefte
	p.zet(centen(v.Bedrag.Waarde), "behoefte.%s.vastgesteld", k.ID)
	nu, err := p.indexeer(onafgerond(centen(v.Bedrag.Waarde)), v.Jaar, p.Vanaf.Year(), func(jaar int, c int64) {
		p.zet(c, "behoefte.%s.geindexeerd_%d", k.ID, jaar)
	})
	k.grondslag = nu
	k.nodig = nu + bijzonder(k.Kind)
	p.zet(k.nodig, "behoefte.%s.behoefte", k.ID)
	p.zie("stated need of a minor", k.groep == zaak.Minderjarig)
	p.zie("stated need from 18", k.groep != zaak.Minderjarig)
	return err
}

// budget is the need of a child of 18 or older by the norms of the Wsf (3.2.10).
func (p *referentieperiode) budget(k *kosten) error {
	v := k.Volwassen
	set, err := p.set.Studiefinanciering(p.Vanaf)
	if err != nil {
		return err
	}
	norm := set.MBO
	if v.Norm == zaak.OpleidingHBOWO {
		norm = set.HBOWO
	}
	levensonderhoud := norm.Thuiswonend
	if v.Zelfstandig {
		levensonderhoud = norm.Uitwonend
	}
	budget := centen(levensonderhoud.Amount) + bijzonder(k.Kind)
	p.zet(centen(levensonderhoud.Amount), "behoefte.%s.normbedrag", k.ID)
	switch {
	case v.Opleiding == zaak.OpleidingGeen:
		budget = max(0, budget-centenOfNul(v.Leermiddelen))
	case v.Lesgeld != nil:
		budget += centen(v.Lesgeld.Waarde)
		p.zet(centen(v.Lesgeld.Waarde), "behoefte.%s.lesgeld", k.ID)
	case norm.Lesgeld != nil:
		maand := deel(100*norm.Lesgeld.Jaar.Amount.IntPart(), 12)
		budget += maand
		p.zet(maand, "behoefte.%s.lesgeld", k.ID)
	}
	for _, e := range v.ExtraKosten {
		budget += centen(e.Bedrag.Waarde)
	}
	middelen := centenOfNul(v.Basisbeurs) + centenOfNul(v.Aanvullend) + centenOfNul(v.Tegemoetkoming) + centenOfNul(v.Inkomen)
	if v.GeenWoonlast != nil {
		middelen += centen(v.GeenWoonlast.Bedrag.Waarde)
	}
	if p.zaak.Keuzes.Zorgtoeslag == zaak.KeuzeAftrekken {
		middelen += centenOfNul(v.Zorgtoeslag)
		p.zie("zorgtoeslag that counts", v.Zorgtoeslag != nil)
	}
	k.nodig = max(0, budget-middelen)
	k.grondslag = k.nodig
	p.zet(budget, "behoefte.%s.budget", k.ID)
	p.zet(k.nodig, "behoefte.%s.behoefte", k.ID)
	p.zie(fmt.Sprintf("budget %s, on its own %v", v.Norm, v.Zelfstandig), true)
	p.zie("no education", v.Opleiding == zaak.OpleidingGeen)
	p.zie("more means than needs", middelen > budget)
	return nil
}

// volgensTabel divides the amount of the table over all children who were under
// 21 when it held.
func (p *referentieperiode) volgensTabel(kinderen []*kosten) error {
	heleTabel, aantal, err := p.eigenAandeel()
	if err != nil {
		return err
	}
	perKind := deel(heleTabel, aantal)
	samen := heleTabel
	for _, k := range kinderen {
		k.volgensTabel = true
		k.grondslag = perKind
		k.nodig = perKind + bijzonder(k.Kind)
		samen += bijzonder(k.Kind)
	}
	if aantal > 1 {
		p.zet(perKind, "behoefte.eigen_aandeel_per_kind")
	}
	allemaal := int(aantal) == len(kinderen) && len(p.wieKost()) == len(kinderen)
	if !allemaal || p.kostenVerschillen() {
		p.zet(heleTabel, "behoefte.eigen_aandeel_tabel")
	}
	for _, k := range kinderen {
		if len(k.BijzondereKosten) > 0 {
			p.zet(k.nodig, "behoefte.%s.eigen_aandeel", k.ID)
			p.zie("exceptional costs", true)
		}
	}
	p.zie("minors beside others", len(p.wieKost()) > len(kinderen))
	if allemaal { // of one amount for all of them the whole holds, not the sum of parts in cents
		p.zet(samen, "behoefte.eigen_aandeel")
		return nil
	}
	p.geheel()
	p.zie("more children in the table than in the period", int(aantal) > len(kinderen))
	return nil
}

// kostenVerschillen tells whether a child with a claim has exceptional costs.
func (p *referentieperiode) kostenVerschillen() bool {
	for _, k := range p.wieKost() {
		if len(k.BijzondereKosten) > 0 {
			return true
		}
	}
	return false
}

// wieKost gives the children that have a claim.
func (p *referentieperiode) wieKost() []*kosten {
	var list []*kosten
	for _, k := range p.kosten {
		if k != nil {
			list = append(list, k)
		}
	}
	return list
}

// tabelAantal counts the children the table counts: under 21 on the day on which
// the eigen aandeel is found. Later that number stays.
func (r *referentie) tabelAantal(op time.Time) int64 {
	var n int64
	for _, k := range r.zaak.Kinderen {
		if k.Groep(op) != zaak.Vanaf21 {
			n++
		}
	}
	return n
}

// eigenAandeel gives the amount of the table for all children it counts: in its
// own year as it holds, in later years indexed from the unrounded amount and then
// in whole euros.
func (p *referentieperiode) eigenAandeel() (geldt, aantal int64, err error) {
	var peildatum time.Time
	var tabel tabelbedrag
	switch b := p.zaak.Behoefte; {
	case b.Vastgesteld != nil:
		aantal = p.tabelAantal(day(b.Vastgesteld.Jaar, 1, 1))
		geldt = centen(b.Vastgesteld.Bedrag.Waarde)
		if b.Vastgesteld.Jaar == p.Vanaf.Year() {
			return geldt, aantal, nil
		}
		p.zie("indexed from a stated amount", true)
		geldt, err = p.indexeer(onafgerond(geldt), b.Vastgesteld.Jaar, p.Vanaf.Year(), func(int, int64) {})
		return heel(geldt), aantal, err
	case b.Gezinsinkomen != nil:
		aantal = p.tabelAantal(b.Gezinsinkomen.Peildatum)
		peildatum, tabel, err = p.gezin(b.Gezinsinkomen, aantal)
	default:
		aantal = p.tabelAantal(b.NooitSamengewoond.Peildatum)
		peildatum, tabel, err = p.apart(b.NooitSamengewoond, aantal)
	}
	if err != nil {
		return 0, 0, err
	}
	if peildatum.Year() == p.Vanaf.Year() {
		return tabel.heel, aantal, nil
	}
	geldt, err = p.indexeer(tabel.onafgerond, peildatum.Year(), p.Vanaf.Year(), func(int, int64) {})
	p.zie("indexed from the table", true)
	return heel(geldt), aantal, err
}

// tabelbedrag is an amount of the Tabel eigen aandeel: in whole euros, and as
// indexation begins with it.
type tabelbedrag struct {
	heel       int64
	onafgerond honderdsteCenten
}

// gezin finds the eigen aandeel by the income of the family (3.2.3), or by a
// later income of one parent that is higher (3.2.8).
func (p *referentieperiode) gezin(g *zaak.Gezinsinkomen, aantal int64) (time.Time, tabelbedrag, error) {
	var samen, eerder int64
	samen = centen(g.Ouders["moeder"].NBI.Waarde) + centen(g.Ouders["vader"].NBI.Waarde) + centenOfNul(g.KindgebondenBudget)
	for _, k := range p.zaak.Kinderen {
		for _, b := range k.BijzondereKosten {
			if b.VoorScheiding != nil {
				eerder += netto(*b.VoorScheiding)
			}
		}
	}
	p.zie("exceptional costs before the separation", eerder > 0)
	if s := g.Stijging; s != nil && !s.Peildatum.After(p.Vanaf) {
		nu := totaal(s.Inkomen)
		p.zie("rise of income", nu > samen)
		p.zie("income that did not rise enough", nu <= samen)
		if nu > samen {
			bedrag, err := p.tabel(s.Peildatum, aantal, max(0, nu-eerder))
			return s.Peildatum, bedrag.tabelbedrag(), err
		}
	}
	bedrag, err := p.tabel(g.Peildatum, aantal, max(0, samen-eerder))
	return g.Peildatum, bedrag.tabelbedrag(), err
}

func totaal(i zaak.Inkomen) int64 { return centen(i.NBI.Waarde) + centenOfNul(i.KindgebondenBudget) }

// apart finds it by the incomes of parents who never lived together (3.2.5), or
// by their present ones when that of one of them rose (3.2.9).
func (p *referentieperiode) apart(n *zaak.NooitSamengewoond, aantal int64) (time.Time, tabelbedrag, error) {
	if s := n.Stijging; s != nil && !s.Peildatum.After(p.Vanaf) {
		drempel := centen(n.Ouders["moeder"].NBI.Waarde) + centen(n.Ouders["vader"].NBI.Waarde) + centenOfNul(s.GenotenKGB)
		nu := centen(s.Ouders[s.Ouder].NBI.Waarde)
		if s.OntvangtKGB {
			nu += centenOfNul(s.Ouders[s.Ouder].KindgebondenBudget)
		}
		p.zie("rise of income, apart", nu > drempel)
		p.zie("income that did not rise enough, apart", nu <= drempel)
		if nu > drempel {
			bedrag, err := p.gemiddeld(s.Peildatum, aantal, s.Ouders)
			return s.Peildatum, bedrag, err
		}
	}
	bedrag, err := p.gemiddeld(n.Peildatum, aantal, n.Ouders)
	return n.Peildatum, bedrag, err
}

func (p *referentieperiode) gemiddeld(peildatum time.Time, aantal int64, ouders map[string]zaak.Inkomen) (tabelbedrag, error) {
	var heleSom, som int64
	for _, in := range ouders {
		bedrag, err := p.tabel(peildatum, aantal, totaal(in))
		if err != nil {
			return tabelbedrag{}, err
		}
		heleSom += bedrag.tabelbedrag().heel
		som += int64(bedrag)
	}
	return tabelbedrag{heel(deel(heleSom, 2)), onafgerond(deel(som, 200))}, nil
}

func (h honderdsteCenten) tabelbedrag() tabelbedrag {
	return tabelbedrag{100 * deel(int64(h), 10_000), h}
}

// tabel reads the Tabel eigen aandeel for a number of children at an income in
// cents, exactly.
func (r *referentie) tabel(d time.Time, aantal, inkomen int64) (honderdsteCenten, error) {
	norm, err := r.set.EigenAandeel(d)
	if err != nil {
		return 0, err
	}
	column := min(aantal, 4)
	rows := norm.Tabel.Rows
	at := func(row int, col int64) int64 { return centen(rows[row][col].Amount) }
	if inkomen <= at(0, 0) {
		return honderdsteCenten(100 * at(0, column)), nil
	}
	for i := 1; i < len(rows); i++ {
		if inkomen < at(i, 0) {
			breedte := at(i, 0) - at(i-1, 0)
			return honderdsteCenten(100*at(i-1, column) + 100*(inkomen-at(i-1, 0))*(at(i, column)-at(i-1, column))/breedte), nil
		}
	}
	return honderdsteCenten(100 * at(len(rows)-1, column)), nil
}
