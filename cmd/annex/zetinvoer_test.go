package main

import (
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"annex/calc/zaak"

	"github.com/shopspring/decimal"
)

// step is one step of a path in the case file: "lasten[0]".
type step struct {
	name  string
	index int
}

var stepForm = regexp.MustCompile(`^(.*?)(?:\[(\d+)\])?$`)

func stepsOf(pad string) []step {
	var out []step
	for _, s := range strings.Split(pad, ".") {
		m := stepForm.FindStringSubmatch(s)
		n, _ := strconv.Atoi(m[2])
		out = append(out, step{m[1], n})
	}
	return out
}

// change is one value of a case that gets another one.
type change struct {
	t     *testing.T
	pad   string
	waar  decimal.Decimal
	yes   bool
	steps []step
}

// setByPath changes one value of a case, named as the case file names it.
func setByPath(t *testing.T, z *zaak.Zaak, pad string, v decimal.Decimal) {
	t.Helper()
	c := &change{t, pad, v, !v.IsZero(), stepsOf(pad)}
	switch n := c.steps[0].index; c.steps[0].name {
	case "kinderen":
		c.child(z, n, c.steps[1:])
	case "behoefte":
		c.need(&z.Behoefte, c.steps[1:])
	case "perioden":
		c.period(z, n, c.steps[1:])
	case "partneralimentatie":
		c.partner(z.Partneralimentatie, c.steps[1:])
	default:
		c.unknown()
	}
}

func (c *change) unknown() {
	c.t.Helper()
	c.t.Fatalf("no such place in a case: %q", c.pad)
}

func (c *change) set(b *zaak.Bedrag) { b.Waarde = c.waar }

func (c *change) setOptional(b **zaak.Bedrag) {
	n := zaak.Bedrag{}
	if *b != nil {
		n = **b // another period may share it
	}
	n.Waarde = c.waar
	*b = &n
}

// child changes what stands with a child itself: in every period that does not
// say otherwise.
func (c *change) child(z *zaak.Zaak, n int, steps []step) {
	k := &z.Kinderen[n]
	switch steps[0].name {
	case "bijzondere_kosten":
		kosten := &k.BijzondereKosten[steps[0].index].Kosten
		if steps[1].name == "voor_scheiding" {
			kosten = k.BijzondereKosten[steps[0].index].VoorScheiding
		}
		if strings.Contains(c.pad, "tegemoetkoming") {
			c.set(kosten.Tegemoetkoming)
		} else {
			c.set(&kosten.Bedrag)
		}
	case "eerdere_bijdrage":
		c.set(&k.EerdereBijdrage.Bedrag)
	default:
		for i := range z.Perioden {
			s := &z.Perioden[i].Kinderen[n]
			if c.standsWith(s, steps) {
				c.situation(s, steps)
			}
		}
	}
}

// standsWith tells whether a period takes what steps names from the child.
func (c *change) standsWith(s *zaak.KindSituatie, steps []step) bool {
	switch steps[0].name {
	case "zorg":
		return s.Zorg == nil && s.Hoofdverblijf != steps[1].name || s.Zorg != nil && s.Zorg.Ouder == steps[1].name && !anyInPeriod(s.Zorg.DagenPerWeek, s.Zorg.Percentage, s.Zorg.Nachten)
	case "kindgebonden_kosten":
		return s.KindgebondenKosten == nil && s.Hoofdverblijf != steps[1].name || s.KindgebondenKosten != nil && s.KindgebondenKosten.Ouder == steps[1].name && !anyInPeriod(&s.KindgebondenKosten.Percentage)
	case "overeengekomen_bijdrage":
		return s.Overeengekomen != nil && !anyInPeriod(&s.Overeengekomen.Bedrag)
	case "behoefte":
		return s.Behoefte != nil && !anyInPeriod(&s.Behoefte.Bedrag)
	case "meerderjarig":
		return s.Volwassen != nil && !anyInPeriod(amounts(s.Volwassen)...)
	}
	return false
}

func anyInPeriod(list ...*zaak.Bedrag) bool {
	for _, b := range list {
		if b != nil && strings.HasPrefix(b.Plek.Pad, "perioden[") {
			return true
		}
	}
	return false
}

func amounts(v *zaak.Volwassen) []*zaak.Bedrag {
	list := []*zaak.Bedrag{v.Lesgeld, v.Leermiddelen, v.Basisbeurs, v.Aanvullend, v.Tegemoetkoming, v.Inkomen, v.Zorgtoeslag, v.Lening}
	for i := range v.ExtraKosten {
		list = append(list, &v.ExtraKosten[i].Bedrag)
	}
	if v.GeenWoonlast != nil {
		list = append(list, &v.GeenWoonlast.Bedrag)
	}
	return list
}

// situation changes what holds for a child in one period.
func (c *change) situation(s *zaak.KindSituatie, steps []step) {
	switch steps[0].name {
	case "zorg":
		zorg := zaak.Zorg{Ouder: steps[1].name}
		if s.Zorg != nil {
			zorg = *s.Zorg
		}
		switch steps[2].name {
		case "percentage":
			c.setOptional(&zorg.Percentage)
		case "nachten_per_jaar":
			c.setOptional(&zorg.Nachten)
		default:
			c.setOptional(&zorg.DagenPerWeek)
		}
		s.Zorg = &zorg
	case "kindgebonden_kosten":
		k := zaak.KindgebondenKosten{Ouder: steps[1].name}
		if s.KindgebondenKosten != nil {
			k = *s.KindgebondenKosten
		}
		c.set(&k.Percentage)
		s.KindgebondenKosten = &k
	case "overeengekomen_bijdrage":
		o := *s.Overeengekomen
		c.set(&o.Bedrag)
		s.Overeengekomen = &o
	case "behoefte":
		b := *s.Behoefte
		c.set(&b.Bedrag)
		s.Behoefte = &b
	case "meerderjarig":
		v := *s.Volwassen
		v.ExtraKosten = append([]zaak.ExtraKost(nil), v.ExtraKosten...)
		c.adult(&v, steps[1])
		s.Volwassen = &v
	default:
		c.unknown()
	}
}

func (c *change) adult(v *zaak.Volwassen, s step) {
	switch s.name {
	case "lesgeld":
		c.setOptional(&v.Lesgeld)
	case "leermiddelen":
		c.setOptional(&v.Leermiddelen)
	case "extra_kosten":
		c.set(&v.ExtraKosten[s.index].Bedrag)
	case "basisbeurs":
		c.setOptional(&v.Basisbeurs)
	case "aanvullende_beurs":
		c.setOptional(&v.Aanvullend)
	case "tegemoetkoming":
		c.setOptional(&v.Tegemoetkoming)
	case "inkomen":
		c.setOptional(&v.Inkomen)
	case "zorgtoeslag":
		c.setOptional(&v.Zorgtoeslag)
	case "geen_woonlast":
		z := *v.GeenWoonlast
		c.set(&z.Bedrag)
		v.GeenWoonlast = &z
	default:
		c.unknown()
	}
}

// need changes what the children cost together.
func (c *change) need(z *zaak.Behoefte, steps []step) {
	switch steps[0].name {
	case "vastgesteld":
		c.set(&z.Vastgesteld.Bedrag)
	case "wetsvoorstel":
		if !c.inside(reflect.ValueOf(z.Wetsvoorstel)) {
			c.unknown()
		}
	case "gezinsinkomen", "hofnorm":
		g := z.Gezinsinkomen
		switch steps[1].name {
		case "kindgebonden_budget":
			c.setOptional(&g.KindgebondenBudget)
		case "stijging":
			c.income(&g.Stijging.Inkomen, steps[2])
		default:
			in := g.Ouders[steps[1].name]
			if len(steps) == 2 { // a bare amount
				steps = append(steps, step{name: "nbi"})
			}
			c.income(&in, steps[2])
			g.Ouders[steps[1].name] = in
		}
	case "nooit_samengewoond":
		ouders := z.NooitSamengewoond.Ouders
		steps = steps[1:]
		if s := z.NooitSamengewoond.Stijging; steps[0].name == "stijging" {
			if steps[1].name == "genoten_kindgebonden_budget" {
				c.setOptional(&s.GenotenKGB)
				return
			}
			ouders, steps = s.Ouders, steps[1:]
		}
		in := ouders[steps[0].name]
		c.income(&in, steps[1])
		ouders[steps[0].name] = in
	default:
		c.unknown()
	}
}

// partner changes what the need of a former spouse rests on.
func (c *change) partner(z *zaak.Partneralimentatie, steps []step) {
	h := z.Behoefte.Hofnorm
	switch {
	case h == nil:
		if !c.inside(reflect.ValueOf(z).Elem()) {
			c.unknown()
		}
	case steps[2].name == "eigen_aandeel":
		c.setOptional(&h.EigenAandeel)
	default:
		c.need(&zaak.Behoefte{Gezinsinkomen: &h.Gezinsinkomen}, steps[1:])
	}
}

func (c *change) income(in *zaak.Inkomen, s step) {
	switch s.name {
	case "nbi":
		c.set(&in.NBI)
	case "kindgebonden_budget":
		c.setOptional(&in.KindgebondenBudget)
	case "inkomen":
		c.makeUp(in.Opbouw)
	default:
		c.unknown()
	}
}

// makeUp changes an amount of what an income is made up of: the one that stands at
// this place, or one that is left to what is usual.
func (c *change) makeUp(o *zaak.Inkomensopbouw) {
	if c.inside(reflect.ValueOf(o).Elem()) {
		return
	}
	last := c.steps[len(c.steps)-1].name
	switch {
	case last == "vakantietoeslag" && o.Netto != nil:
		c.setOptional(&o.Netto.Vakantietoeslag)
	case last == "vakantietoeslag":
		for i := range o.Loon {
			if strings.HasPrefix(c.pad, o.Loon[i].Plek.Pad+".") {
				c.setOptional(&o.Loon[i].Vakantietoeslag)
			}
		}
	case last == "banktegoeden":
		c.setOptional(&o.Vermogen.Banktegoeden)
	case last == "overige_bezittingen":
		c.setOptional(&o.Vermogen.OverigeBezittingen)
	default:
		c.unknown()
	}
}

// inside looks for the amount in a structure and changes it.
func (c *change) inside(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Pointer:
		return !v.IsNil() && c.inside(v.Elem())
	case reflect.Slice:
		for i := range v.Len() {
			if c.inside(v.Index(i)) {
				return true
			}
		}
	case reflect.Struct:
		if b, ok := v.Addr().Interface().(*zaak.Bedrag); ok {
			if b.Plek.Pad == c.pad {
				c.set(b)
				return true
			}
			return false
		}
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() && c.inside(v.Field(i)) {
				return true
			}
		}
	}
	return false
}

// period changes what one period says of a child, a parent or a stepparent.
func (c *change) period(z *zaak.Zaak, n int, steps []step) {
	p := &z.Perioden[n]
	if steps[0].name == "kinderen" {
		c.childInPeriod(p, steps)
		return
	}
	s := p.Situaties[steps[0].name]
	c.parent(&s, steps[1:])
	p.Situaties[steps[0].name] = s
}

// childInPeriod finds the child by its amounts: the path counts the children
// that the period names.
func (c *change) childInPeriod(p *zaak.Periode, steps []step) {
	prefix := strings.Join(strings.Split(c.pad, ".")[:2], ".") + "."
	for i := range p.Kinderen {
		s := &p.Kinderen[i]
		var list []*zaak.Bedrag
		if s.Zorg != nil {
			list = append(list, s.Zorg.DagenPerWeek, s.Zorg.Percentage, s.Zorg.Nachten)
		}
		if s.KindgebondenKosten != nil {
			list = append(list, &s.KindgebondenKosten.Percentage)
		}
		if s.Overeengekomen != nil {
			list = append(list, &s.Overeengekomen.Bedrag)
		}
		if s.Behoefte != nil {
			list = append(list, &s.Behoefte.Bedrag)
		}
		if s.Volwassen != nil {
			list = append(list, amounts(s.Volwassen)...)
		}
		for _, b := range list {
			if b != nil && strings.HasPrefix(b.Plek.Pad, prefix) {
				c.situation(s, steps[1:])
				return
			}
		}
	}
	c.unknown()
}

// parent changes the situation of who owes maintenance.
func (c *change) parent(s *zaak.Situatie, steps []step) {
	last := steps[len(steps)-1].name
	switch what := steps[0]; what.name {
	case "lasten":
		c.charge(&s.Lasten[what.index], last)
	case "bijstand":
		s.Bijstand = c.yes
	case "nbi", "kindgebonden_budget", "inkomen":
		c.income(&s.Inkomen, what)
	case "woonlast":
		c.set(&s.Woonlast.Bedrag)
	case "voormalige_woning":
		if strings.Contains(c.pad, "aandeel") {
			c.set(s.VoormaligeWoning.Aandeel)
		} else {
			c.set(&s.VoormaligeWoning.EigenWoonlast)
		}
	case "draagkracht":
		c.set(&s.Draagkracht.Bedrag)
	case "aandeel_kosten_kinderen":
		c.set(&s.AandeelKinderen.Bedrag)
	case "partnerdraagkracht":
		c.set(&s.Partnerdraagkracht.Bedrag)
	case "behoefte_verlaging":
		c.set(&s.Behoefteverlaging.Bedrag)
	case "verdiencapaciteit":
		c.set(&s.Verdiencapaciteit.Bedrag)
	case "inkomensverlies":
		c.loss(s.Inkomensverlies, last)
	case "wetsvoorstel":
		if !c.inside(reflect.ValueOf(s.Wetsvoorstel)) {
			c.unknown()
		}
	case "langdurige_zorg":
		if last == "eigen_bijdrage" {
			c.set(&s.LangdurigeZorg.EigenBijdrage)
		} else {
			c.set(&s.LangdurigeZorg.NoodzakelijkeLasten)
		}
	case "aanvaardbaarheidstoets":
		c.test(s.Toets, last)
	case "andere_kinderen":
		if last == "behoefte" {
			c.set(&s.AndereKinderen[what.index].Behoefte)
		} else {
			c.set(&s.AndereKinderen[what.index].AndereDraagkracht)
		}
	default:
		c.unknown()
	}
}

func (c *change) charge(l *zaak.Last, what string) {
	switch what {
	case "vermijdbaar":
		l.Vermijdbaar = c.yes
	case "verwijtbaar":
		l.Verwijtbaar = c.yes
	case "vermijdbaar_deel":
		c.set(l.VermijdbaarDeel)
	case "verwijtbaar_deel":
		c.set(l.VerwijtbaarDeel)
	default:
		c.set(&l.Bedrag)
	}
}

func (c *change) loss(z *zaak.Inkomensverlies, what string) {
	switch what {
	case "zelf_veroorzaakt":
		z.ZelfVeroorzaakt = c.yes
	case "herstelbaar":
		z.Herstelbaar = c.yes
	case "te_vergen":
		z.TeVergen = c.yes
	case "onthouden":
		z.Onthouden = c.yes
	case "oud_nbi":
		c.set(&z.OudNBI)
	case "bijstandsnorm":
		c.set(z.Bijstandsnorm)
	default:
		c.unknown()
	}
}

func (c *change) test(z *zaak.Aanvaardbaarheidstoets, what string) {
	switch what {
	case "woonlast":
		c.set(&z.Woonlast)
	case "huurtoeslag":
		c.set(z.Huurtoeslag)
	case "zorgpremie":
		c.set(&z.Zorgpremie)
	case "zorgtoeslag":
		c.set(z.Zorgtoeslag)
	case "overige_zorgkosten":
		c.set(z.OverigeZorgkosten)
	case "bijstandsnorm":
		c.set(z.Bijstandsnorm)
	case "wooncomponent":
		c.set(z.Wooncomponent)
	case "normpremie":
		c.set(z.Normpremie)
	default:
		c.unknown()
	}
}
