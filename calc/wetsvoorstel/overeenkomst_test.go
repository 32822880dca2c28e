package wetsvoorstel_test

import (
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
			if w.Code != "geen-geldend-recht" {
				codes += w.Code
			}
		}
		if codes != c.code {
			t.Errorf("%s pays %s: warnings %q, want %q", c.betaler, c.bedrag, codes, c.code)
		}
	}
}
