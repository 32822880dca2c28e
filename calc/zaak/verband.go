package zaak

import "fmt"

// nodig reports a key that is missing and that another value makes required.
func (l *lezer) nodig(k knoop, v velden, naam, waarom string) {
	if v.op == nil || v.kop(naam).is() {
		return
	}
	s, _ := v.vorm.sleutel(naam)
	l.ontbreektOmdat(k, naam, s.uitleg, waarom)
}

// hoortNiet reports a key that has no meaning beside another value.
func (l *lezer) hoortNiet(k knoop, melding, toegestaan string) {
	if k.aanwezig() {
		l.meldOp(k.kop(), Probleem{Code: codeNietSamen, Melding: melding, Toegestaan: toegestaan})
	}
}

// nietSamen reports two keys that exclude each other.
func (l *lezer) nietSamen(v velden, a, b string) {
	if v.op == nil || !v.veld(a).aanwezig() {
		return
	}
	l.hoortNiet(v.veld(b), fmt.Sprintf("%s en %s gaan niet samen.", a, b), a+" of "+b)
}
