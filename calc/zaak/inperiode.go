package zaak

import (
	"fmt"
	"slices"
)

// kindOpgave is what one place of the file says of a child: the list of
// children, or a period. Merged, it is what holds in a period.
type kindOpgave struct {
	KindSituatie              // without Zorg
	zorg         []zorgOpgave // as stated
	jaar         jaartal      // of Behoefte
	plek         struct{ hoofdverblijf, zorg, meerderjarig, behoefte, behoeftig, kindgebonden, overeengekomen Plek }
}

// basisOpgave is what stands with the child itself.
type basisOpgave struct {
	kindOpgave
	item    knoop
	gelezen bool // it is a mapping
}

// kindOpgave reads the keys that a child and a child in a period share.
func (l *lezer) kindOpgave(v velden) kindOpgave {
	o := kindOpgave{zorg: l.zorg(v.veld("zorg"))}
	o.Hoofdverblijf = l.ouderVerwijzing(v.veld("hoofdverblijf"))
	o.Volwassen = l.volwassen(v.veld("meerderjarig"))
	o.Behoefte, o.jaar = l.vastgesteld(v.veld("behoefte"), &vormEigenBehoefte)
	o.Behoeftig = l.reden(v.veld("behoeftig"), &vormBehoeftig)
	o.KindgebondenKosten = l.kindgebondenKosten(v.veld(sleutelKindgebonden.naam))
	o.Overeengekomen = l.overeengekomen(v.veld(sleutelOvereengekomen.naam))
	l.nietSamen(v, "meerderjarig", "behoefte")
	o.plek.hoofdverblijf = v.kop("hoofdverblijf")
	o.plek.zorg = v.kop("zorg")
	o.plek.meerderjarig = v.kop("meerderjarig")
	o.plek.behoefte = v.kop("behoefte")
	o.plek.behoeftig = v.kop("behoeftig")
	o.plek.kindgebonden = v.kop(sleutelKindgebonden.naam)
	o.plek.overeengekomen = v.kop(sleutelOvereengekomen.naam)
	return o
}

// in gives what holds in a period that states p: its own, and else what stands
// with the child.
func (o kindOpgave) in(p kindOpgave) kindOpgave {
	if p.plek.hoofdverblijf.is() {
		o.Hoofdverblijf, o.plek.hoofdverblijf = p.Hoofdverblijf, p.plek.hoofdverblijf
	}
	if p.plek.zorg.is() {
		o.zorg, o.plek.zorg = p.zorg, p.plek.zorg
	}
	// a need is either calculated or stated: the one takes the place of the other
	if p.plek.meerderjarig.is() || p.plek.behoefte.is() {
		o.Volwassen, o.plek.meerderjarig = p.Volwassen, p.plek.meerderjarig
		o.Behoefte, o.jaar, o.plek.behoefte = p.Behoefte, p.jaar, p.plek.behoefte
	}
	if p.plek.behoeftig.is() {
		o.Behoeftig, o.plek.behoeftig = p.Behoeftig, p.plek.behoeftig
	}
	if p.plek.kindgebonden.is() {
		o.KindgebondenKosten, o.plek.kindgebonden = p.KindgebondenKosten, p.plek.kindgebonden
	}
	if p.plek.overeengekomen.is() {
		o.Overeengekomen, o.plek.overeengekomen = p.Overeengekomen, p.plek.overeengekomen
	}
	return o
}

// aanspraak: under the Rapport a child of 18 or older can have a claim; from 21 on
// only who is behoeftig.
func (o kindOpgave) aanspraak(groep Leeftijdsgroep) bool {
	return groep == Jongmeerderjarig || groep == Vanaf21 && o.plek.behoeftig.is()
}

// situatie gives the opgave as the rest of the program sees it.
func (o kindOpgave) situatie(groep Leeftijdsgroep) KindSituatie {
	s := o.KindSituatie
	s.Zorg = zorgDoorAnder(s.Hoofdverblijf, o.zorg)
	if groep == Minderjarig || s.Behoefte != nil {
		s.Volwassen = nil
	}
	return s
}

// kinderenInPeriode reads what differs for the children in a period, and gives
// for every child what holds then.
func (l *lezer) kinderenInPeriode(k knoop, vanaf datum, kinderen []Kind) []KindSituatie {
	opgaven := l.afwijkingen(k, kinderen)
	var situaties []KindSituatie
	for i, kind := range kinderen {
		opgaven[i] = l.samengevoegd(kind, l.basis[i].kindOpgave, opgaven[i])
		situaties = append(situaties, opgaven[i].situatie(kind.Groep(vanaf.Time)))
	}
	l.inPeriode = append(l.inPeriode, opgaven)
	return situaties
}

// afwijkingen gives, as kinderen, what a period states of each child.
func (l *lezer) afwijkingen(k knoop, kinderen []Kind) []kindOpgave {
	opgaven := make([]kindOpgave, len(kinderen))
	eerder := map[int]Plek{}
	for _, item := range l.lijst(k, 0, MaxKinderen, "kinderen") {
		v := l.mapping(item, &vormKindInPeriode)
		o := l.kindOpgave(v)
		verwijzing := v.veld("kind")
		i := l.kindVerwijzing(verwijzing, kinderen)
		if i < 0 {
			continue
		}
		if eerste, dubbel := eerder[i]; dubbel {
			l.meld(verwijzing, Probleem{Code: codeTweeKeer,
				Melding: fmt.Sprintf("%s staat al in deze lijst, op regel %d.", naam(kinderen[i]), eerste.Regel),
				Hint:    "zet bij elkaar wat in deze periode voor dit kind anders is"})
			continue
		}
		eerder[i] = verwijzing.plek()
		opgaven[i] = o
	}
	return opgaven
}

// samengevoegd gives what holds for a child in a period that states p, and
// reports care that does not fit the residence that then holds.
func (l *lezer) samengevoegd(kind Kind, basis, p kindOpgave) kindOpgave {
	o := basis.in(p)
	switch {
	case p.plek.zorg.is():
		l.controleerZorg(o.Hoofdverblijf, p.zorg)
	case p.plek.hoofdverblijf.is() && slices.ContainsFunc(o.zorg, func(z zorgOpgave) bool { return z.ouder == o.Hoofdverblijf }):
		l.meldOp(p.plek.hoofdverblijf, Probleem{Code: codeZorgHoofdverblijf,
			Melding: fmt.Sprintf("%s heeft in deze periode het hoofdverblijf bij %s, maar de zorg onder kinderen is de zorg door %s.",
				naam(kind), o.Hoofdverblijf, o.Hoofdverblijf),
			Toegestaan: "bij een ander hoofdverblijf ook een andere zorg",
			Hint:       "geef in deze periode bij dit kind ook zorg op, door de andere ouder"})
	}
	return o
}
