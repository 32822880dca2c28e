package wetsvoorstel_test

import (
	"testing"

	"annex/calc/zaak"
)

// A need found under the law before was that of both children; when one of them has
// no claim any more, half of it is left (art. X lid 2: the need of the child does not
// become lower, nor does it become that of two).
func TestEarlierNeedOfFewerChildren(t *testing.T) {
	z := geval(euro(3000), euro(5000), euro(5000), 2)
	z.Behoefte.Wetsvoorstel.EerdereBehoefte = &zaak.MetReden{Bedrag: *vanCenten(euro(1200)+1, ""), Reden: "beschikking"}
	z.Kinderen[1].Geboren = day(1997, 3, 15) // 18 in the second period
	nogEens(z, func(p *zaak.Periode) { p.Kinderen[1].Volwassen = &zaak.Volwassen{Opleiding: zaak.OpleidingGeen} })
	r := bereken(t, z, load(t))
	for id, wil := range map[string]centen{"p1.behoefte.behoefte": euro(1200) + 1, "p2.behoefte.eerder": euro(600) + 1, "p2.behoefte.behoefte": euro(600) + 1} {
		if got := waarde(t, r, id); got != wil {
			t.Errorf("%s is %d cents, want %d", id, got, wil)
		}
	}
}
