package wetsvoorstel_test

import "testing"

// Examples 3 and 4 of the MvT; 3 is also the one under ad 6 of the explanation of the AMvB.
func TestReferentieVoorbeeld3(t *testing.T) {
	u := refReken(refZaak{
		inkomenBehoefte: euro(1499),
		ouders:          [2]refOuder{{inkomen: euro(1100)}, {inkomen: euro(1700)}},
		kinderen:        []refKind{{leeftijd: 13, woont: 0, nachten: 155, kgkOuder: -1}},
	})
	if u.behoefte != euro(250) || u.draagkracht != [2]centen{euro(70), euro(305)} || u.draagt != [2]centen{6050, 18950} {
		t.Errorf("voorbeeld 3: %+v", u)
	}
	u = refReken(refZaak{
		inkomenBehoefte: euro(1500),
		ouders:          [2]refOuder{{inkomen: euro(1100)}, {inkomen: euro(1700)}},
		kinderen:        []refKind{{leeftijd: 13, woont: 0, nachten: 155, kgkOuder: -1}},
	})
	k := u.kinderen[0]
	if k.kgk != euro(70) || k.verblijf != euro(180) || k.verblijfVan != [2]centen{euro(99), euro(81)} || k.uitkering != [2]centen{0, 10850} {
		t.Errorf("voorbeeld 3: %+v", k)
	}
}

func TestReferentieVoorbeeld4(t *testing.T) {
	u := refReken(refZaak{
		inkomenBehoefte: euro(2500),
		ouders:          [2]refOuder{{inkomen: euro(1100)}, {inkomen: euro(1800)}},
		kinderen: []refKind{
			{leeftijd: 4, woont: 0, nachten: 50, kgkOuder: -1},
			{leeftijd: 9, woont: 0, nachten: 180, kgkOuder: -1},
		},
	})
	if u.behoefte != euro(550) || u.minimum != euro(380) || u.teDragen != euro(470) || u.opMinimum || u.draagt != [2]centen{6850, 40150} {
		t.Errorf("voorbeeld 4: %+v", u)
	}
	for i, wil := range []centen{17555, 12325} {
		if k := u.kinderen[i]; k.deel != [2]centen{3425, 20075} || k.uitkering != [2]centen{0, wil} {
			t.Errorf("voorbeeld 4, kind %d: %+v", i+1, k)
		}
	}
}
