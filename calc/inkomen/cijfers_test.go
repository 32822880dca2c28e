package inkomen_test

import (
	"encoding/csv"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// The figures as they were transcribed from public sources, beside the norms: the
// tests here never take a figure from norms/data.
const transcriptie = "../../norms/testdata/belasting"

const (
	eersteJaar  = 2019
	laatsteJaar = 2026
)

// The groups of the transcription.
const (
	totAOW    = "pre_aow"
	vanafAOW  = "aow_born_1946_or_later"
	voor1946  = "aow_born_before_1946"
	alleAOW   = "aow_all"
	allemaal  = "all"
	ahk       = "algemene_heffingskorting"
	ak        = "arbeidskorting"
	iack      = "inkomensafhankelijke_combinatiekorting"
	ouderen   = "ouderenkorting"
	alleenst  = "alleenstaande_ouderenkorting"
	jonggehan = "jonggehandicaptenkorting"
)

var groepen = []string{totAOW, vanafAOW, voor1946}

// Fractions: no rounding but where a rule asks for it.

func q(s string) *big.Rat {
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		panic("geen getal: " + s)
	}
	return r
}

func n(i int64) *big.Rat { return new(big.Rat).SetInt64(i) }

func som(list ...*big.Rat) *big.Rat {
	out := new(big.Rat)
	for _, r := range list {
		out.Add(out, r)
	}
	return out
}

func min2(a, b *big.Rat) *big.Rat {
	if a.Cmp(b) < 0 {
		return a
	}
	return b
}

func max2(a, b *big.Rat) *big.Rat {
	if a.Cmp(b) > 0 {
		return a
	}
	return b
}

func verschil(a, b *big.Rat) *big.Rat { return new(big.Rat).Sub(a, b) }
func keer(a, b *big.Rat) *big.Rat     { return new(big.Rat).Mul(a, b) }
func gedeeld(a, b *big.Rat) *big.Rat  { return new(big.Rat).Quo(a, b) }
func nietNegatief(a *big.Rat) *big.Rat {
	return max2(a, n(0))
}

// omlaag and omhoog go to whole euros.
func omlaag(r *big.Rat) *big.Rat {
	z := new(big.Int).Div(r.Num(), r.Denom()) // Euclidean: down, the denominator is positive
	return new(big.Rat).SetInt(z)
}

func omhoog(r *big.Rat) *big.Rat { return new(big.Rat).Neg(omlaag(new(big.Rat).Neg(r))) }

// dichtstbij rounds to whole euros or cents, half away from zero.
func dichtstbij(r *big.Rat, decimalen int) *big.Rat {
	p := n(1)
	for range decimalen {
		p = keer(p, n(10))
	}
	half := q("1/2")
	if r.Sign() < 0 {
		return new(big.Rat).Neg(dichtstbij(new(big.Rat).Neg(r), decimalen))
	}
	return gedeeld(omlaag(som(keer(r, p), half)), p)
}

// schijf is a bracket of box 1; tot is nil where there is no end.
type schijf struct{ van, tot, tarief *big.Rat }

// stap is a row of a credit: bedrag + tarief × (income − vanaf) for van < income ≤ tot.
type stap struct{ van, tot, bedrag, tarief, vanaf *big.Rat }

// kgbjaar are the figures of the kindgebonden budget.
type kgbjaar struct {
	kind                  [4]*big.Rat
	kop, van12, van16     *big.Rat
	drempel, drempelSamen *big.Rat
	afbouw                *big.Rat
	grens, grensSamen     *big.Rat
}

type cijfers struct {
	box1       map[string][]schijf // "2025 pre_aow"
	kortingen  map[string][]stap   // "2025 arbeidskorting pre_aow"
	opVerzamel map[string]bool     // "2025": the algemene heffingskorting runs on it
	kgb        map[int]kgbjaar
	zvw        map[int]struct{ laag, maximum *big.Rat }
	overig     map[string]*big.Rat // "2025 box3_rate"
}

func bladen(name string) ([]map[string]string, error) {
	f, err := os.Open(filepath.Join(transcriptie, name))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	lines, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, err
	}
	var out []map[string]string
	for _, line := range lines[1:] {
		row := map[string]string{}
		for i, column := range lines[0] {
			row[column] = line[i]
		}
		out = append(out, row)
	}
	return out, nil
}

var leesCijfers = sync.OnceValues(func() (*cijfers, error) {
	c := &cijfers{
		box1: map[string][]schijf{}, kortingen: map[string][]stap{}, opVerzamel: map[string]bool{},
		kgb: map[int]kgbjaar{}, zvw: map[int]struct{ laag, maximum *big.Rat }{}, overig: map[string]*big.Rat{},
	}
	leegOf := func(s string) *big.Rat {
		if s == "" {
			return nil
		}
		return q(s)
	}
	rows, err := bladen("box1.csv")
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		key := r["year"] + " " + r["group"]
		c.box1[key] = append(c.box1[key], schijf{q(r["bracket_from"]), leegOf(r["bracket_to"]), q(r["rate"])})
	}
	if rows, err = bladen("heffingskortingen.csv"); err != nil {
		return nil, err
	}
	for _, r := range rows {
		key := r["year"] + " " + r["credit"] + " " + r["group"]
		c.kortingen[key] = append(c.kortingen[key], stap{q(r["from_income"]), leegOf(r["to_income"]), q(r["base_amount"]), q(r["rate"]), q(r["rate_from"])})
		if r["credit"] == ahk && r["income_base"] == "verzamelinkomen" {
			c.opVerzamel[r["year"]] = true
		}
	}
	if rows, err = bladen("kgb.csv"); err != nil {
		return nil, err
	}
	for _, r := range rows {
		year, err := strconv.Atoi(r["year"])
		if err != nil {
			return nil, err
		}
		if year > laatsteJaar {
			continue
		}
		c.kgb[year] = kgbjaar{
			kind: [4]*big.Rat{q(r["child_1"]), q(r["child_2"]), q(r["child_3"]), q(r["child_4_and_more"])},
			kop:  q(r["single_parent_supplement"]), van12: q(r["supplement_age_12_15"]), van16: q(r["supplement_age_16_17"]),
			drempel: q(r["threshold_single"]), drempelSamen: q(r["threshold_partner"]), afbouw: q(r["phase_out_rate"]),
			grens: q(r["wealth_limit_single"]), grensSamen: q(r["wealth_limit_partner"]),
		}
	}
	if rows, err = bladen("zvw.csv"); err != nil {
		return nil, err
	}
	for _, r := range rows {
		year, err := strconv.Atoi(r["year"])
		if err != nil {
			return nil, err
		}
		c.zvw[year] = struct{ laag, maximum *big.Rat }{q(r["self_paid_rate"]), q(r["max_contribution_income"])}
	}
	if rows, err = bladen("other.csv"); err != nil {
		return nil, err
	}
	for _, r := range rows {
		if strings.HasSuffix(r["unit"], "age") {
			continue
		}
		c.overig[r["year"]+" "+r["item"]] = q(r["value"])
	}
	return c, nil
})

func leesTranscriptie(t testing.TB) *cijfers {
	t.Helper()
	c, err := leesCijfers()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// jaarcijfer gives a figure of the year; nil where it was not found.
func (c *cijfers) jaarcijfer(jaar int, item string) *big.Rat {
	return c.overig[fmt.Sprintf("%d %s", jaar, item)]
}

func (c *cijfers) schijven(jaar int, groep string) []schijf {
	return c.box1[fmt.Sprintf("%d %s", jaar, groep)]
}

// heeft tells whether the rates of box 1 are known for a group.
func (c *cijfers) heeft(jaar int, groep string) bool { return len(c.schijven(jaar, groep)) > 0 }

// heffing is the tax of box 1 by the brackets, not rounded.
func (c *cijfers) heffing(jaar int, groep string, inkomen *big.Rat) *big.Rat {
	out := n(0)
	for _, s := range c.schijven(jaar, groep) {
		deel := inkomen
		if s.tot != nil {
			deel = min2(deel, s.tot)
		}
		out = som(out, keer(s.tarief, nietNegatief(verschil(deel, s.van))))
	}
	return out
}

// top is where the highest rate begins, and that rate.
func (c *cijfers) top(jaar int, groep string) schijf {
	list := c.schijven(jaar, groep)
	return list[len(list)-1]
}

// stappen are the rows of a credit for a group: there is one table for everybody
// from the AOW age.
func (c *cijfers) stappen(jaar int, korting, groep string) []stap {
	namen := []string{groep, allemaal}
	if groep != totAOW {
		namen = []string{vanafAOW, alleAOW, allemaal}
	}
	for _, g := range namen {
		if list := c.kortingen[fmt.Sprintf("%d %s %s", jaar, korting, g)]; list != nil {
			return list
		}
	}
	return nil
}

// korting is a credit at an income, not rounded and never below nil.
func (c *cijfers) korting(jaar int, korting, groep string, inkomen *big.Rat) *big.Rat {
	for _, s := range c.stappen(jaar, korting, groep) {
		if s.tot == nil || inkomen.Cmp(s.tot) <= 0 {
			return nietNegatief(som(s.bedrag, keer(s.tarief, verschil(inkomen, s.vanaf))))
		}
	}
	return n(0)
}

// kgbPerJaar is the kindgebonden budget of a year: in whole euros (art. 14 lid 4 Awir).
func (c *cijfers) kgbPerJaar(jaar int, leeftijden []int, samen bool, inkomen, vermogen *big.Rat) *big.Rat {
	k := c.kgb[jaar]
	bedrag, drempel, grens := n(0), k.drempel, k.grens
	tel := 0
	for _, l := range leeftijden {
		if l >= 18 {
			continue
		}
		bedrag = som(bedrag, k.kind[min(tel, 3)])
		tel++
		switch {
		case l >= 16:
			bedrag = som(bedrag, k.van16)
		case l >= 12:
			bedrag = som(bedrag, k.van12)
		}
	}
	if tel == 0 {
		return n(0)
	}
	if samen {
		drempel, grens = k.drempelSamen, k.grensSamen
	} else {
		bedrag = som(bedrag, k.kop)
	}
	if vermogen != nil && vermogen.Cmp(grens) > 0 {
		return n(0)
	}
	vermindering := keer(k.afbouw, nietNegatief(verschil(inkomen, drempel)))
	jaarbedrag := dichtstbij(nietNegatief(verschil(bedrag, vermindering)), 0)
	if jaarbedrag.Cmp(n(24)) < 0 {
		return n(0) // art. 14 lid 5
	}
	return jaarbedrag
}
