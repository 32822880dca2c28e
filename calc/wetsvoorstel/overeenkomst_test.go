package wetsvoorstel_test

import (
	"strings"
	"testing"

	"annex/calc/zaak"
)

// An agreement counts from 90% of what the tables give, and only in the direction
// in which they have it paid. Need 250, the father bears 139,50 + 50 of it and pays
// that (examples 3 and 4 of the MvT are about the sums): 189,50, of which 90% is
// 170,55.
func TestAgreement(t *testing.T) {
	set := load(t)
	for _, c := range []struct {
		betaler       string
		bedrag        string
		vader, moeder string
		code          string
	}{
		{"vader", "170.54", "189.50", "0", "overeenkomst-te-laag"},
		{"vader", "170.55", "170.55", "0", ""},
		{"vader", "400", "400", "0", ""},
		{"moeder", "100", "189.50", "0", "overeenkomst-andersom"},
		{"moeder", "0", "189.50", "0", "overeenkomst-andersom"},
	} {
		z := geval(euro(1500), euro(1100), euro(1700), 1)
		z.Perioden[0].Kinderen[0].Overeengekomen = &zaak.Overeengekomen{Betaler: c.betaler, Bedrag: *vanCenten(cent(c.bedrag), "kinderen[0].overeengekomen_bijdrage.bedrag")}
		r := bereken(t, z, set)
		for id, wil := range map[string]string{"kind_1.bijdrage": c.vader, "kind_1.bijdrage_terug": c.moeder, "uitkomst.saldo_vader_aan_moeder": c.vader} {
			if got := waarde(t, r, id); got != cent(wil) {
				t.Errorf("%s pays %s: %s is %d cents, want %s", c.betaler, c.bedrag, id, got, wil)
			}
		}
		var codes string
		for _, w := range r.Waarschuwingen() {
			if strings.HasPrefix(w.Code, "overeenkomst") {
				codes += w.Code
			}
		}
		if codes != c.code {
			t.Errorf("%s pays %s: warnings %q, want %q", c.betaler, c.bedrag, codes, c.code)
		}
	}
}

// Who bears no more than the minimum of 50 cannot agree on less, though it is more
// than 90% (MvT, onderdeel K): need 250, draagkracht 50 and 780; the father has no
// nights and pays the 50.
func TestAgreementKeepsToTheMinimum(t *testing.T) {
	set := load(t)
	for bedrag, wil := range map[string]string{"49.99": "50", "50": "50", "60": "60"} {
		z := geval(euro(1400), euro(2500), euro(900), 1)
		z.Perioden[0].Kinderen[0].Zorg = nil
		z.Perioden[0].Kinderen[0].Overeengekomen = &zaak.Overeengekomen{Betaler: "vader", Bedrag: *vanCenten(cent(bedrag), "kinderen[0].overeengekomen_bijdrage.bedrag")}
		r := bereken(t, z, set)
		if got := waarde(t, r, "kind_1.bijdrage"); got != cent(wil) {
			t.Errorf("%s agreed: the father pays %d cents, want %s", bedrag, got, wil)
		}
	}
}
