package zaak

import (
	"fmt"
	"slices"
)

// MaxPosten is how many items a need set out item by item has at most.
const MaxPosten = 50

// partnervraag is what the rest of the file depends on: who asks for
// partneralimentatie.
type partnervraag struct {
	gesteld     bool   // the key is there
	gezin       bool   // behoefte says what the family income was, so the need can follow from that
	gerechtigde string // empty when it cannot be read
}

// partneralimentatie reads what is asked for one of both.
func (l *lezer) partneralimentatie(k knoop) *Partneralimentatie {
	if !k.aanwezig() {
		return nil
	}
	v := l.mapping(k, &vormPartneralimentatie)
	p := &Partneralimentatie{
		Gerechtigde:          l.ouderVerwijzing(v.veld("gerechtigde")),
		Behoefte:             l.partnerbehoefte(v.veld("behoefte")),
		Inkomensvergelijking: l.ja(v.veld("inkomensvergelijking")),
		Plek:                 k.kop(),
	}
	l.vraag.gerechtigde = p.Gerechtigde
	if !l.vraag.gezin {
		l.nodig(k, v, "behoefte", l.voorbeeldVanBehoefte())
	}
	return p
}

// voorbeeldVanBehoefte tells how the need can be stated.
func (l *lezer) voorbeeldVanBehoefte() string {
	switch {
	case !l.zonderKinderen:
		return "of zet het gezinsinkomen bovenaan onder behoefte; dan volgt de behoefte daaruit met de hofnorm"
	case l.ouderIDs == nil:
		return "schrijf bijvoorbeeld behoefte: {vastgesteld: " + vormVastgesteldePartnerbehoefte.voorbeeld + "}"
	}
	return fmt.Sprintf("schrijf bijvoorbeeld behoefte: {hofnorm: {peildatum: 2025-01-01, %s: {nbi: 1150}, %s: {nbi: 1800}}}", l.ouderIDs[0], l.ouderIDs[1])
}

func (l *lezer) partnerbehoefte(k knoop) Partnerbehoefte {
	v := l.mapping(k, &vormPartnerbehoefte)
	l.preciesEen(k, v, "", "hofnorm", "vastgesteld", "lijst")
	vast, jaar := l.vastgesteld(v.veld("vastgesteld"), &vormVastgesteldePartnerbehoefte)
	lijst, lijstjaar := l.behoeftelijst(v.veld("lijst"))
	l.tijdlijn.partnerjaren = []jaartal{jaar, lijstjaar}
	return Partnerbehoefte{Hofnorm: l.hofnorm(v.veld("hofnorm")), Vastgesteld: vast, Lijst: lijst}
}

func (l *lezer) hofnorm(k knoop) *Hofnorm {
	if !k.aanwezig() {
		return nil
	}
	v := l.mapping(k, &vormHofnorm)
	l.tijdlijn.hofnorm = l.datum(v.veld("peildatum"))
	h := &Hofnorm{Gezinsinkomen: l.gezin(v, l.tijdlijn.hofnorm), EigenAandeel: l.bedragOfNiets(v.veld("eigen_aandeel"))}
	if !l.zonderKinderen {
		hint := "geef op wat de kinderen samen kostten, per maand; 0 als er geen kosten waren"
		if l.vraag.gezin {
			hint += ". Of laat partneralimentatie.behoefte weg; dan volgt de behoefte uit behoefte.gezinsinkomen"
		}
		l.nodig(k, v, "eigen_aandeel", hint)
	}
	return h
}

// hofnorm gives the income as a couple where it stands with partneralimentatie.
func (z *Zaak) hofnorm() *Hofnorm {
	if z.Partneralimentatie == nil {
		return nil
	}
	return z.Partneralimentatie.Behoefte.Hofnorm
}

func (l *lezer) behoeftelijst(k knoop) (*Behoeftelijst, jaartal) {
	if !k.aanwezig() {
		return nil, jaartal{}
	}
	v := l.mapping(k, &vormBehoeftelijst)
	b := &Behoeftelijst{Jaar: l.jaar(v.veld("jaar")), Reden: l.tekst(v.veld("reden"), verhaal), Plek: k.kop()}
	for _, item := range l.lijst(v.veld("posten"), 1, MaxPosten, "posten") {
		b.Posten = append(b.Posten, l.maandpost(item, &vormBehoeftepost))
	}
	for i := range b.Posten {
		l.herkomst(v, &b.Posten[i].Bedrag)
	}
	return b, jaartal{b.Jaar, v.veld("jaar").plek()}
}

// controleerPartnersleutels reports what a period says of somebody and has a
// meaning for partneralimentatie only, or only for the other one.
func (l *lezer) controleerPartnersleutels(wie string, v velden) {
	gerechtigde := l.vraag.gerechtigde
	plichtige := l.andereOuder(gerechtigde)
	for _, s := range []struct{ naam, van, rol string }{
		{"aandeel_kosten_kinderen", wie, ""},
		{"partnerdraagkracht", plichtige, "betaalt"},
		{"geen_fiscaal_voordeel", plichtige, "betaalt"},
		{"behoefte_verlaging", gerechtigde, "vraagt"},
	} {
		switch k := v.veld(s.naam); {
		case !k.aanwezig():
		case slices.Contains(l.stiefIDs, wie):
			l.nietVanStiefouder(k, s.naam)
		case !l.vraag.gesteld:
			l.hoortNiet(k, fmt.Sprintf("%s gaat over partneralimentatie; daar wordt niet om gevraagd.", s.naam), s.naam+" alleen met partneralimentatie")
		case l.ouderIDs != nil && gerechtigde != "" && wie != s.van:
			l.hoortNiet(k, fmt.Sprintf("%s hoort bij wie de partneralimentatie %s; dat is %s.", s.naam, s.rol, s.van), s.naam+" alleen bij "+s.van)
		}
	}
}

// nietVanStiefouder reports a key of a period that only a parent has.
func (l *lezer) nietVanStiefouder(k knoop, naam string) {
	l.meldOp(k.kop(), Probleem{Code: codeOnbekendeSleutel,
		Melding:    fmt.Sprintf("%s is geen sleutel van een stiefouder in een periode.", citaat(naam)),
		Toegestaan: naam + " alleen bij een ouder"})
}
