package wetsvoorstel_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"

	"pgregory.net/rapid"
)

// gevallen checks a property of whole cases.
func gevallen(t *testing.T, check func(t *rapid.T, k trekker, z *zaak.Zaak, set *norms.Set)) {
	t.Helper()
	t.Parallel()
	set := load(t)
	rapid.Check(t, func(t *rapid.T) {
		k := trekker(func(n int) int { return rapid.IntRange(0, n-1).Draw(t, "n") })
		check(t, k, k.zaak(), set)
	})
}

// lines gives every line that applies by its id.
func lines(r *sheet.Result) map[string]*sheet.LineResult {
	out := map[string]*sheet.LineResult{}
	for _, s := range r.Sections() {
		for _, l := range r.Lines(s) {
			if l.Applies {
				out[l.ID] = l
			}
		}
	}
	return out
}

func prefixes(z *zaak.Zaak) []string {
	if len(z.Perioden) == 1 {
		return []string{""}
	}
	var out []string
	for i := range z.Perioden {
		out = append(out, fmt.Sprintf("p%d.", i+1))
	}
	return out
}

// changeAll changes what the parents have in every period.
func changeAll(z *zaak.Zaak, change func(s *zaak.Situatie)) {
	for _, p := range z.Perioden {
		for wie, s := range p.Situaties {
			eigen := *s.Wetsvoorstel
			s.Wetsvoorstel = &eigen
			change(&s)
			p.Situaties[wie] = s
		}
	}
}

// volgensDeTabellen leaves out the hardship clause and the agreements on amounts.
func volgensDeTabellen(z *zaak.Zaak) {
	changeAll(z, func(s *zaak.Situatie) { s.Wetsvoorstel.Hardheid = nil })
	for _, p := range z.Perioden {
		for i := range p.Kinderen {
			p.Kinderen[i].Overeengekomen = nil
		}
	}
}

// bedragen are the payments, by period, child, payer and receiver.
func bedragen(r *sheet.Result) map[string]centen {
	out := map[string]centen{}
	for _, b := range r.Betalingen() {
		out[fmt.Sprintf("p%d %s %s: %s -> %s", b.Periode.Nummer, b.Soort, b.Voor.ID, b.Betaler.ID, b.Ontvanger.ID)] += naarCenten(b.Bedrag)
	}
	return out
}

// No amount is below nought, but for a difference, and for what a parent bears of
// the own income beside what is paid and received.
func TestNothingIsNegative(t *testing.T) {
	gevallen(t, func(t *rapid.T, _ trekker, z *zaak.Zaak, set *norms.Set) {
		for id, l := range lines(bereken(t, z, set)) {
			mag := strings.HasSuffix(id, ".verschil") || strings.Contains(id, ".afleiding.")
			if l.Value.IsNegative() && !mag {
				t.Fatalf("%s is %s", id, l.Value)
			}
		}
	})
}

// What the parents bear adds up to the need as it is borne, and neither bears less
// than the minimum (art. 404 lid 2, art. 8).
func TestTheParentsBearTheNeed(t *testing.T) {
	gevallen(t, func(t *rapid.T, _ trekker, z *zaak.Zaak, set *norms.Set) {
		r := bereken(t, z, set)
		for _, prefix := range prefixes(z) {
			need := waarde(t, r, prefix+"behoefte.behoefte")
			if r.Line(prefix+"verdeling.te_dragen") != nil {
				need = waarde(t, r, prefix+"verdeling.te_dragen")
			}
			een, twee := waarde(t, r, prefix+"verdeling.draagt_moeder"), waarde(t, r, prefix+"verdeling.draagt_vader")
			if een+twee != need || een < euro(artikel4) || twee < euro(artikel4) {
				t.Fatalf("%sneed %d, borne %d and %d", prefix, need, een, twee)
			}
			if need < waarde(t, r, prefix+"behoefte.minimum") {
				t.Fatalf("%sneed %d, below the minimum", prefix, need)
			}
		}
	})
}

// Where the tables alone hold, a parent who pays what is due and pays the costs
// directly bears just the share, and so does the other: what one pays too little the
// other pays too much (MvT under o). Only one of the two pays.
func TestAmountsMirrorEachOther(t *testing.T) {
	gevallen(t, func(t *rapid.T, _ trekker, z *zaak.Zaak, set *norms.Set) {
		volgensDeTabellen(z)
		r := bereken(t, z, set)
		for _, prefix := range prefixes(z) {
			for _, k := range z.Kinderen {
				id := prefix + k.ID
				if r.Line(id+".verblijfskosten") == nil {
					continue
				}
				heen, terug := waarde(t, r, id+".bijdrage"), waarde(t, r, id+".bijdrage_terug")
				if heen > 0 && terug > 0 {
					t.Fatalf("%s: %d and %d back", id, heen, terug)
				}
				betaler := "moeder" // who pays bijdrage
				if strings.HasPrefix(r.Line(id+".bijdrage").Label, "Bijdrage van de vader") {
					betaler = "vader"
				}
				for _, o := range []string{"moeder", "vader"} {
					draagt := waarde(t, r, id+".kindgebonden_"+o) + waarde(t, r, id+".verblijf_"+o)
					if o == betaler {
						draagt += heen - terug
					} else {
						draagt += terug - heen
					}
					if deel := waarde(t, r, id+".aandeel_"+o); draagt != deel {
						t.Fatalf("%s: %s bears %d, with a share of %d", id, o, draagt, deel)
					}
				}
			}
		}
	})
}

// Each child's kinderbijslag is income of one parent only.
func TestKinderbijslagCountsOnce(t *testing.T) {
	gevallen(t, func(t *rapid.T, _ trekker, z *zaak.Zaak, set *norms.Set) {
		changeAll(z, func(s *zaak.Situatie) {
			s.Inkomen = zaak.Inkomen{NBI: *vanCenten(euro(2000), "")}
			s.Draagkracht = nil
			s.Wetsvoorstel = &zaak.WetsvoorstelSituatie{}
		})
		for i := range z.Perioden {
			z.Perioden[i].Vanaf = day(2025, 1+i, 1)
		}
		if slices.ContainsFunc(z.Kinderen, func(k zaak.Kind) bool { return k.Geboren.After(day(2024, 12, 31)) }) {
			t.Skip("draw again: not born yet")
		}
		r := bereken(t, z, set)
		for i, prefix := range prefixes(z) {
			var want centen
			for _, k := range z.Kinderen {
				switch p := z.Perioden[i]; { // first half of 2025, SVB
				case !p.Vanaf.Before(k.Verjaardag(18)):
				case p.Vanaf.Before(k.Verjaardag(6)):
					want += 28645
				case p.Vanaf.Before(k.Verjaardag(12)):
					want += 34783
				default:
					want += 40921
				}
			}
			var got centen
			for _, o := range z.Ouders {
				for _, g := range []string{"tot_6", "tot_12", "tot_18"} {
					if id := prefix + o.ID + ".kinderbijslag_" + g; r.Line(id) != nil {
						got += waarde(t, r, id)
					}
				}
			}
			if got != want {
				t.Fatalf("%skinderbijslag of both parents a quarter %d, want %d", prefix, got, want)
			}
		}
	})
}

// An income that moves within its step changes no amount.
func TestWithinAStepNothingChanges(t *testing.T) {
	gevallen(t, func(t *rapid.T, k trekker, z *zaak.Zaak, set *norms.Set) {
		changeAll(z, func(s *zaak.Situatie) {
			s.Wetsvoorstel.Hardheid, s.Wetsvoorstel.EerderInkomen, s.Draagkracht = nil, nil, nil
			if s.Wetsvoorstel.GeenInzicht == nil {
				s.Wetsvoorstel.AlimentatieInkomen = vanCenten(k.inkomen(), "")
			}
		})
		for _, id := range []string{"van", "tot"} {
			before := bereken(t, z, set)
			for i, prefix := range prefixes(z) {
				for _, o := range z.Ouders {
					s := z.Perioden[i].Situaties[o.ID]
					if s.Wetsvoorstel.GeenInzicht != nil {
						continue
					}
					c := waarde(t, before, prefix+o.ID+".trede_"+id)
					if id == "tot" {
						c--
					}
					s.Wetsvoorstel.AlimentatieInkomen = vanCenten(c, "")
				}
			}
			after := bereken(t, z, set)
			if a, b := bedragen(before), bedragen(after); !maps.Equal(a, b) {
				t.Fatalf("%s: at the %s of the step: %v, before %v", z.Keuzes.Inkomenstreden, id, b, a)
			}
		}
	})
}

// A parent with more income never bears less.
func TestMoreIncomeNeverBearsLess(t *testing.T) {
	gevallen(t, func(t *rapid.T, k trekker, z *zaak.Zaak, set *norms.Set) {
		changeAll(z, func(s *zaak.Situatie) { s.Wetsvoorstel.EerderInkomen = nil })
		wie := z.Ouders[k(2)].ID
		was := map[string]centen{}
		laag := k.inkomen()
		for _, c := range []centen{laag, laag + euro(int64(k(3000)))} {
			for _, p := range z.Perioden {
				s := p.Situaties[wie]
				if s.Draagkracht = nil; s.Wetsvoorstel.GeenInzicht == nil {
					s.Wetsvoorstel.AlimentatieInkomen = vanCenten(c, "")
				}
				p.Situaties[wie] = s
			}
			r := bereken(t, z, set)
			for _, prefix := range prefixes(z) {
				id := prefix + "verdeling.draagt_" + wie
				if draagt := waarde(t, r, id); draagt < was[id] {
					t.Fatalf("%s is %d, with less income %d", id, draagt, was[id])
				} else {
					was[id] = draagt
				}
			}
		}
	})
}

// More nights with the other parent never raise what that parent pays by the tables.
func TestMoreNightsNeverPayMore(t *testing.T) {
	gevallen(t, func(t *rapid.T, k trekker, z *zaak.Zaak, set *norms.Set) {
		volgensDeTabellen(z)
		was := map[string]centen{}
		een := k(183)
		for _, n := range []int{een, een + k(183-een)} {
			for i := range z.Perioden {
				for j := range z.Perioden[i].Kinderen {
					s := &z.Perioden[i].Kinderen[j]
					ander := z.Ouders[0].ID
					if s.Hoofdverblijf == ander {
						ander = z.Ouders[1].ID
					}
					s.Zorg = &zaak.Zorg{Ouder: ander, Nachten: vanCenten(int64(100*n), fmt.Sprintf("perioden[%d].%d.%s", i, j, ander))}
				}
			}
			r := bereken(t, z, set)
			for id := range lines(r) {
				if strings.HasSuffix(id, ".bijdrage_berekend") {
					if c := waarde(t, r, id); n > een && c > was[id] {
						t.Fatalf("%s is %d, with less nights %d", id, c, was[id])
					} else {
						was[id] = c
					}
				}
			}
		}
	})
}

// The order of the children is of no consequence.
func TestOrderOfTheChildren(t *testing.T) {
	gevallen(t, func(t *rapid.T, _ trekker, z *zaak.Zaak, set *norms.Set) {
		if z.Behoefte.NooitSamengewoond != nil {
			t.Skip("draw again: the first child says whose kindgebonden budget counts")
		}
		before := bedragen(bereken(t, z, set))
		slices.Reverse(z.Kinderen)
		for _, p := range z.Perioden {
			slices.Reverse(p.Kinderen)
		}
		if after := bedragen(bereken(t, z, set)); !maps.Equal(before, after) {
			t.Fatalf("%v, turned %v", before, after)
		}
	})
}

// The order of the parents changes no line by more than a cent or two: where a share
// comes out at half a cent, the first parent bears it.
func TestOrderOfTheParents(t *testing.T) {
	gevallen(t, func(t *rapid.T, _ trekker, z *zaak.Zaak, set *norms.Set) {
		volgensDeTabellen(z)
		before := bereken(t, z, set)
		slices.Reverse(z.Ouders)
		after := bereken(t, z, set)
		a, b := bedragen(before), bedragen(after)
		if len(a) != len(b) {
			t.Fatalf("%d payments, turned %d", len(a), len(b))
		}
		for id, c := range a {
			marge := centen(1)
			if strings.Contains(id, "totaal") {
				marge = centen(len(z.Kinderen))
			}
			if d := c - b[id]; d < -marge || d > marge {
				t.Fatalf("%s is %d, turned %d", id, c, b[id])
			}
		}
	})
}
