package wetsvoorstel_test

// The reference is Wetsvoorstel 34 154 worked out a second time, from the text of the
// memorie van toelichting and the concept-AMvB: in whole cents, a function for each
// article, and with the tables typed in again. It shares nothing with the engine;
// vergelijking_test.go holds the engine to it line by line.

type centen = int64

func euro(e int64) centen { return e * 100 }

// The table of art. 5: the first row is the minimum need.
var artikel5 = []struct {
	vanaf    int64
	behoefte [4]int64
}{
	{0, [4]int64{250, 380, 460, 540}},
	{1500, [4]int64{250, 380, 460, 560}},
	{2000, [4]int64{270, 450, 585, 720}},
	{2500, [4]int64{330, 550, 715, 880}},
	{3000, [4]int64{390, 650, 845, 1040}},
	{3500, [4]int64{450, 750, 975, 1200}},
	{4000, [4]int64{510, 850, 1105, 1360}},
	{4500, [4]int64{570, 950, 1235, 1520}},
	{5000, [4]int64{630, 1050, 1365, 1680}},
	{5500, [4]int64{690, 1150, 1495, 1840}},
	{6000, [4]int64{750, 1250, 1625, 2000}},
}

// The table of art. 6, without its last line.
var artikel6 = []struct{ van, tot, draagkracht int64 }{
	{0, 1000, 50},
	{1000, 1250, 70},
	{1250, 1500, 140},
	{1500, 1650, 210},
	{1650, 1800, 305},
	{1800, 1950, 400},
	{1950, 2100, 495},
	{2100, 2400, 590},
	{2400, 2700, 780},
	{2700, 3000, 970},
	{3000, 3450, 1160},
	{3450, 3900, 1445},
	{3900, 4350, 1730},
	{4350, 4800, 2015},
	{4800, 5250, 2300},
	{5250, 5700, 2585},
	{5700, 6150, 2870},
	{6150, 6600, 3155},
}

// The table of art. 9 lid 1: ages 0-6, 6-12 and 12-23.
var artikel9 = []struct {
	vanaf  int64
	kosten [3]int64
}{
	{0, [3]int64{25, 35, 50}},
	{1500, [3]int64{35, 50, 70}},
	{2000, [3]int64{45, 65, 90}},
	{2500, [3]int64{55, 80, 110}},
	{3000, [3]int64{65, 95, 130}},
	{3500, [3]int64{75, 110, 150}},
	{4000, [3]int64{85, 125, 170}},
	{4500, [3]int64{95, 140, 190}},
	{5000, [3]int64{105, 155, 210}},
	{5500, [3]int64{115, 170, 230}},
	{6000, [3]int64{125, 185, 250}},
}

// The table of art. 10 lid 3.
var artikel10 = []struct{ van, totEnMet, percentage int64 }{
	{0, 19, 0},
	{20, 44, 7},
	{45, 69, 14},
	{70, 94, 21},
	{95, 119, 29},
	{120, 149, 37},
	{150, 169, 45},
	{170, 182, 50},
}

const (
	artikel4           = 50 // the minimum of each parent
	artikel13mbo       = 156
	artikel13hbo       = 242
	artikel14          = 6000 // the income of parents who give no insight
	toenameInkomen     = 450
	toenameDraagkracht = 285
)

// naarRato is a x b : c to the cent, half a cent up; nothing is negative.
func naarRato(a, b, c int64) int64 { return (2*a*b + c) / (2 * c) }

func refBehoefte(inkomen centen, kinderen int) centen {
	kolom := min(kinderen, 4) - 1
	uit := artikel5[0].behoefte[kolom]
	for _, r := range artikel5 {
		if inkomen >= euro(r.vanaf) {
			uit = r.behoefte[kolom]
		}
	}
	return euro(uit)
}

func refMinimumbehoefte(kinderen int) centen { return refBehoefte(0, kinderen) }

func refDraagkracht(inkomen centen) centen {
	for _, r := range artikel6 {
		if inkomen < euro(r.tot) {
			return euro(r.draagkracht)
		}
	}
	hoogste := artikel6[len(artikel6)-1]
	// Each 450 above where the last row begins is a row more, and 285 more draagkracht.
	stappen := (inkomen - euro(hoogste.van)) / euro(toenameInkomen)
	return euro(hoogste.draagkracht) + stappen*euro(toenameDraagkracht)
}

// refNaEerdereKinderen is art. 405 lid 1: what was fixed for children of an earlier
// relation goes first, but the minimum stays.
func refNaEerdereKinderen(draagkracht centen, eerder ...centen) centen {
	for _, e := range eerder {
		draagkracht -= e
	}
	return max(draagkracht, euro(artikel4))
}

// refToets is art. 7: the need that is borne, and whether it is brought down to the
// minimum.
func refToets(behoefte, samen centen, kinderen int) (centen, bool) {
	if samen >= behoefte {
		return behoefte, false
	}
	if minimum := refMinimumbehoefte(kinderen); samen <= minimum {
		return minimum, true
	}
	return samen, false
}

// refAandeel is the part of the remaining need that the first parent bears, as a
// fraction (art. 8 lid 1).
func refAandeel(rest [2]centen, exact bool) (teller, noemer int64) {
	samen := rest[0] + rest[1]
	switch {
	case samen == 0:
		return 1, 2
	case exact:
		return rest[0], samen
	case rest[0] <= rest[1]:
		return naarRato(100, rest[0], samen), 100
	default:
		return 100 - naarRato(100, rest[1], samen), 100
	}
}

// refVerdeel is art. 8 lid 1 and 2.
func refVerdeel(behoefte centen, draagkracht [2]centen, exact bool) [2]centen {
	minimum := euro(artikel4)
	teller, noemer := refAandeel([2]centen{draagkracht[0] - minimum, draagkracht[1] - minimum}, exact)
	eerste := minimum + naarRato(behoefte-2*minimum, teller, noemer)
	return [2]centen{eerste, behoefte - eerste}
}

func refKindgebonden(inkomen centen, leeftijd int, opMinimum bool) centen {
	kolom := 0
	switch {
	case leeftijd >= 12:
		kolom = 2
	case leeftijd >= 6:
		kolom = 1
	}
	uit := artikel9[0].kosten[kolom]
	for _, r := range artikel9 {
		if !opMinimum && inkomen >= euro(r.vanaf) {
			uit = r.kosten[kolom]
		}
	}
	return euro(uit)
}

func refVerblijfspercentage(nachten int) int64 {
	for _, r := range artikel10 {
		if int64(nachten) <= r.totEnMet {
			return r.percentage
		}
	}
	panic("meer dan 182 nachten")
}

// refOuder is what the proposal asks of a parent.
type refOuder struct {
	inkomen     centen // alimentatie-inkomen, with the minimum of art. 400a lid 9
	draagkracht centen // as stated; 0 where the income counts
	eerder      []centen
	geenInzicht bool
	hardheid    *refHardheid
}

// refHardheid is what the hardship clause needs; norm is -1 where it is not known.
type refHardheid struct{ lasten, norm centen }

// refKind is a child with a claim: under 18, or under 23 and studying.
type refKind struct {
	leeftijd   int
	woont      int // the parent it is registered with: 0 or 1
	uitwonend  bool
	nachten    int
	kgkOuder   int // the parent of the agreement on kindgebonden kosten; -1: there is none
	kgkPct     int64
	studienorm int64
	overeen    *refOvereen
}

type refOvereen struct {
	betaler int
	bedrag  centen
}

type refZaak struct {
	inkomenBehoefte centen
	behoefteSanctie bool   // art. 405a lid 1
	eerdereBehoefte centen // art. X lid 2
	exact           bool
	ouders          [2]refOuder
	kinderen        []refKind
}

type refKindUit struct {
	deel        [2]centen
	behoefte    centen
	kgk         centen
	kgkVan      [2]centen
	verblijf    centen
	verblijfPct int64
	verblijfVan [2]centen
	uitkering   [2]centen // by the tables: to the other parent, or to the child
	overeen     bool      // the agreement counts
	naHardheid  [2]centen // as the clause lowers it
	betaalt     [2]centen // after hardship and agreement
	studie      [2]centen
}

type refUit struct {
	inkomen     centen
	behoefte    centen // after the transition rule
	minimum     centen
	draagkracht [2]centen
	teDragen    centen
	opMinimum   bool
	draagt      [2]centen
	kinderen    []refKindUit
	hardheid    [2]bool    // the clause lowers what is paid
	ruimte      [2]*centen // what who asked for it may pay besides
	studieNodig centen
	studieSamen centen
	studie      [2]centen
}

func refReken(z refZaak) refUit {
	var u refUit
	n := len(z.kinderen)
	u.inkomen = z.inkomenBehoefte
	if z.behoefteSanctie {
		u.inkomen = euro(artikel14)
	}
	u.behoefte = max(refBehoefte(u.inkomen, n), z.eerdereBehoefte)
	u.minimum = refMinimumbehoefte(n)
	for i, o := range z.ouders {
		d := o.draagkracht
		if d == 0 {
			d = refDraagkracht(o.inkomen)
		}
		u.draagkracht[i] = refNaEerdereKinderen(d, o.eerder...)
	}
	een, twee := z.ouders[0].geenInzicht, z.ouders[1].geenInzicht
	u.teDragen = u.behoefte
	switch {
	case een && twee: // art. 405a lid 3
		u.draagt[0] = naarRato(u.behoefte, 1, 2)
		u.draagt[1] = u.behoefte - u.draagt[0]
	case een: // art. 405a lid 2
		u.draagt = [2]centen{u.behoefte - euro(artikel4), euro(artikel4)}
	case twee:
		u.draagt = [2]centen{euro(artikel4), u.behoefte - euro(artikel4)}
	default:
		u.teDragen, u.opMinimum = refToets(u.behoefte, u.draagkracht[0]+u.draagkracht[1], n)
		u.draagt = refVerdeel(u.teDragen, u.draagkracht, z.exact)
	}
	for _, k := range z.kinderen {
		u.kinderen = append(u.kinderen, refKindReken(z, u, k, n))
	}
	refHardheidsclausule(z, &u)
	refOvereenkomsten(z, &u)
	refStudie(z, &u)
	return u
}

// refKindReken is art. 8 lid 3 up to art. 12.
func refKindReken(z refZaak, u refUit, k refKind, n int) refKindUit {
	var r refKindUit
	for i := range r.deel {
		r.deel[i] = naarRato(u.draagt[i], 1, int64(n))
	}
	r.behoefte = r.deel[0] + r.deel[1]
	if k.uitwonend { // "In geval van een uitwonend kind is er geen sprake van kindgebonden kosten en verblijfskosten"
		r.uitkering = r.deel
		return r
	}
	r.kgk = min(refKindgebonden(u.inkomen, k.leeftijd, u.opMinimum), r.behoefte)
	wie, pct := k.woont, int64(100)
	if k.kgkOuder >= 0 {
		wie, pct = k.kgkOuder, k.kgkPct
	}
	r.kgkVan[wie] = naarRato(r.kgk, pct, 100)
	r.kgkVan[1-wie] = r.kgk - r.kgkVan[wie]
	r.verblijf = r.behoefte - r.kgk
	ander := 1 - k.woont
	r.verblijfPct = refVerblijfspercentage(k.nachten)
	r.verblijfVan[ander] = naarRato(r.verblijf, r.verblijfPct, 100)
	r.verblijfVan[k.woont] = r.verblijf - r.verblijfVan[ander]
	for i := range r.uitkering {
		r.uitkering[i] = max(0, r.deel[i]-r.kgkVan[i]-r.verblijfVan[i])
	}
	return r
}

// refOvereenkomsten is art. 404 lid 5: not less than 90% of what the tables give, and
// not less than the payer owes to bear the minimum of art. 404 lid 2 ("Van het
// vastgestelde minimumbedrag mag niet worden afgeweken"), by what is owed for each.
func refOvereenkomsten(z refZaak, u *refUit) {
	for i, k := range z.kinderen {
		if k.overeen == nil {
			continue
		}
		r := &u.kinderen[i]
		o := k.overeen.betaler
		var samen, zelf centen
		for j := range u.kinderen {
			samen += u.kinderen[j].uitkering[o]
			zelf += u.kinderen[j].kgkVan[o] + u.kinderen[j].verblijfVan[o]
		}
		var minimum centen
		if samen > 0 {
			minimum = min(naarRato(max(0, euro(50)-zelf), int64(r.uitkering[o]), int64(samen)), r.uitkering[o])
		}
		if k.overeen.bedrag < max(minimum, naarRato(r.uitkering[o], 90, 100)) {
			continue
		}
		if r.uitkering[1-k.overeen.betaler] > 0 { // who receives by the tables, would then pay
			continue
		}
		r.overeen = true
		r.betaalt[k.overeen.betaler] = k.overeen.bedrag
	}
}

// refHardheidsclausule is art. 404 lid 6 with the MvT under m, h: what is left after
// charges is not below 90% of the bijstandsnorm, but the minimum stays.
func refHardheidsclausule(z refZaak, u *refUit) {
	for i := range u.kinderen {
		u.kinderen[i].naHardheid = u.kinderen[i].uitkering
	}
	for o, ouder := range z.ouders {
		if ouder.hardheid == nil || ouder.hardheid.norm < 0 {
			continue
		}
		var betaalt, zelf centen
		for _, r := range u.kinderen {
			betaalt += r.uitkering[o]
			zelf += r.kgkVan[o] + r.verblijfVan[o]
		}
		ruimte := max(0, ouder.inkomen-ouder.hardheid.lasten-naarRato(ouder.hardheid.norm, 90, 100))
		na := min(betaalt, max(ruimte, euro(artikel4)-zelf))
		rest := max(0, ruimte-na)
		u.ruimte[o] = &rest
		if na >= betaalt {
			continue
		}
		u.hardheid[o] = true
		for i := range u.kinderen {
			u.kinderen[i].naHardheid[o] = naarRato(u.kinderen[i].uitkering[o], na, betaalt)
		}
	}
	for i := range u.kinderen {
		u.kinderen[i].betaalt = u.kinderen[i].naHardheid
	}
}

// refStudie is art. 395a lid 3 with art. 13, and art. 405a lid 2 and 3.
func refStudie(z refZaak, u *refUit) {
	for _, k := range z.kinderen {
		u.studieNodig += euro(k.studienorm)
	}
	if u.studieNodig == 0 {
		return
	}
	een, twee := z.ouders[0].geenInzicht, z.ouders[1].geenInzicht
	switch {
	case een && twee:
		u.studieSamen = u.studieNodig
		u.studie[0] = naarRato(u.studieNodig, 1, 2)
	case een:
		u.studieSamen = u.studieNodig
		u.studie[0] = u.studieNodig
	case twee:
		u.studieSamen = u.studieNodig
	default:
		var over [2]centen
		for i := range over {
			over[i] = max(0, u.draagkracht[i]-u.draagt[i])
			if u.ruimte[i] != nil {
				over[i] = min(over[i], *u.ruimte[i])
			}
		}
		samen := over[0] + over[1]
		u.studieSamen = min(u.studieNodig, samen)
		if samen == 0 {
			return
		}
		u.studie[0] = naarRato(u.studieSamen, over[0], samen)
	}
	u.studie[1] = u.studieSamen - u.studie[0]
	for i, k := range z.kinderen {
		for o := range u.studie {
			u.kinderen[i].studie[o] = naarRato(u.studie[o], euro(k.studienorm), u.studieNodig)
		}
	}
}
