package kind

import (
	"slices"
	"time"

	"annex/calc/inkomen"
	"annex/calc/periode"
	"annex/calc/sheet"
	"annex/calc/zaak"
)

// inkomenVan is the income of somebody on one day: worked out where the case file
// gives what stands on the papers, and else as stated.
type inkomenVan struct {
	opgave zaak.Inkomen
	nbi    sheet.Expr // as worked out; empty: as stated
	kgb    sheet.Expr // as worked out; empty: as stated, or none
	lasten []inkomen.Last
}

// berekend tells whether the NBI was worked out.
func (i inkomenVan) berekend() bool { return i.nbi != (sheet.Expr{}) }

// NBI gives the net income, as a line or as an input in this scope.
func (i inkomenVan) NBI(sc sheet.Scope, groep, label string) sheet.Expr {
	if i.berekend() {
		return i.nbi
	}
	return bedrag(sc, "nbi", groep, label, sheet.EURPerMaand, i.opgave.NBI)
}

// KGB gives the kindgebonden budget likewise; what is not stated is nil. pad is
// where it would stand.
func (i inkomenVan) KGB(sc sheet.Scope, groep, label, pad string) sheet.Expr {
	if i.kgb != (sheet.Expr{}) {
		return i.kgb
	}
	return bedrag(sc, "kindgebonden_budget", groep, label, sheet.EURPerMaand, nihilAlsLeeg(i.opgave.KindgebondenBudget, pad))
}

// inkomensIn works out the incomes of one period, before anything rests on them.
func (b *berekening) inkomensIn(p periode.Periode, plichtigen []zaak.Ouder) (map[string]inkomenVan, error) {
	out := map[string]inkomenVan{}
	gedaan := map[string]inkomen.Uitkomst{}
	for _, o := range plichtigen {
		z := p.Situaties[o.ID]
		out[o.ID] = inkomenVan{opgave: z.Inkomen}
		if _, ok := gedaan[o.ID]; ok || !telt(z) {
			continue
		}
		if partner, ok := b.echtgenoot(p, o.ID); ok && telt(p.Situaties[partner.ID]) {
			een, twee, err := inkomen.BeschrijfPaar(b.sheet, b.set, b.opdracht(p, o), b.opdracht(p, partner))
			if err != nil {
				return nil, err
			}
			gedaan[o.ID], gedaan[partner.ID] = een, twee
			continue
		}
		opdracht := b.opdracht(p, o)
		_, opdracht.PartnerOnbekend = b.partnerVan(p, o.ID)
		u, err := inkomen.Beschrijf(b.sheet, b.set, opdracht)
		if err != nil {
			return nil, err
		}
		gedaan[o.ID] = u
	}
	for _, o := range plichtigen {
		u, ok := gedaan[o.ID]
		if !ok {
			continue
		}
		in := out[o.ID]
		in.nbi, in.lasten = u.NBI, u.Lasten
		b.sheet.Highlight(p.Naam, "NBI van "+o.Aanduiding, u.NBI)
		var err error
		if in.kgb, err = b.kgbIn(p, o, u, gedaan); err != nil {
			return nil, err
		}
		if in.kgb != (sheet.Expr{}) {
			b.sheet.Highlight(p.Naam, "Kindgebonden budget van "+o.Aanduiding, in.kgb)
		}
		out[o.ID] = in
	}
	return out, nil
}

// telt tells whether an income has to be worked out: not where nothing is made of
// it.
func telt(z zaak.Situatie) bool {
	return z.Opbouw != nil && z.Draagkracht == nil && z.Schuldsanering == nil
}

// opdracht says what income is to be worked out for somebody in one period.
func (b *berekening) opdracht(p periode.Periode, o zaak.Ouder) inkomen.Opdracht {
	z := p.Situaties[o.ID]
	return inkomen.Opdracht{
		Wie: o, AOW: z.AOW, Op: p.Vanaf, Opbouw: *z.Opbouw, Keuzes: b.zaak.Keuzes, Kinderen: geboortes(b.kinderenInHuis(p, o)),
		Sectie: p.ID("inkomen_" + o.ID), Prefix: p.ID(o.ID + ".bruto"), Periode: p.Nummer, Wanneer: p.Naam.Tekst,
		Groep: "Inkomen van " + o.Aanduiding + ", " + p.Naam.Tekst,
	}
}

// kinderenInHuis are the children in the household of somebody, outside the case as
// well: of a stepparent those of the spouse.
func (b *berekening) kinderenInHuis(p periode.Periode, o zaak.Ouder) []inkomen.Kind {
	ouder, inkomens := o.ID, []zaak.Inkomensopbouw{*p.Situaties[o.ID].Opbouw}
	if partner, ok := b.partnerVan(p, o.ID); ok {
		if !b.isOuder(ouder) {
			ouder = partner.ID
		}
		if z := p.Situaties[partner.ID].Opbouw; z != nil {
			inkomens = append(inkomens, *z)
		}
	}
	return append(b.kinderenBij(p, ouder), inkomen.OokVoor(inkomens...)...)
}

func (b *berekening) isOuder(id string) bool {
	return slices.ContainsFunc(b.zaak.Ouders, func(o zaak.Ouder) bool { return o.ID == id })
}

// kinderenBij are the children with their main residence with somebody.
func (b *berekening) kinderenBij(p periode.Periode, id string) []inkomen.Kind {
	var out []inkomen.Kind
	for i, k := range b.zaak.Kinderen {
		if p.Kinderen[i].Hoofdverblijf == id {
			out = append(out, inkomen.Kind{Naam: k.Naam, Geboren: k.Geboren})
		}
	}
	return out
}

func geboortes(kinderen []inkomen.Kind) []time.Time {
	var out []time.Time
	for _, k := range kinderen {
		out = append(out, k.Geboren)
	}
	return out
}

// echtgenoot gives the stepparent who is the spouse of a parent in this period.
func (b *berekening) echtgenoot(p periode.Periode, id string) (zaak.Ouder, bool) {
	for _, s := range b.zaak.Stiefouders {
		if _, ok := p.Situaties[s.ID]; ok && s.EchtgenootVan == id {
			return s.Ouder, true
		}
	}
	return zaak.Ouder{}, false
}

// partnerVan gives who somebody has a household with in this period: the spouse
// of a parent, or the parent a stepparent is the spouse of.
func (b *berekening) partnerVan(p periode.Periode, id string) (zaak.Ouder, bool) {
	for _, s := range b.zaak.Stiefouders {
		if _, ok := p.Situaties[s.ID]; ok && s.ID == id {
			nr, _ := b.ouderEnAndere(s.EchtgenootVan)
			return b.zaak.Ouders[nr], true
		}
	}
	return b.echtgenoot(p, id)
}

// kgbIn works out the kindgebonden budget of a parent in one period, unless it is
// stated; empty where there is no child for it.
func (b *berekening) kgbIn(p periode.Periode, o zaak.Ouder, u inkomen.Uitkomst, allen map[string]inkomen.Uitkomst) (sheet.Expr, error) {
	z := p.Situaties[o.ID]
	if z.KindgebondenBudget != nil || !b.isOuder(o.ID) { // of a stepparent's household it is the parent's
		return sheet.Expr{}, nil
	}
	vanWie := o.Aanduiding + ", " + p.Naam.Tekst
	h := inkomen.Huishouden{
		Op: p.Vanaf, Kinderen: b.kinderenInHuis(p, o), Samen: z.Opbouw.Partner != nil,
		Toetsingsinkomens: []sheet.Expr{u.Toetsingsinkomen}, VanWie: vanWie, Groep: "Inkomen van " + vanWie, Blok: inkomen.BlokKGB,
	}
	h.Vermogens = bekend(u.Vermogen)
	if partner, ok := b.echtgenoot(p, o.ID); ok {
		h.Samen = true
		ander := allen[partner.ID]
		if z.Opbouw.Partner == nil {
			h.Toetsingsinkomens = append(h.Toetsingsinkomens, ander.Toetsingsinkomen)
			h.Vermogens = append(h.Vermogens, bekend(ander.Vermogen)...)
		}
	}
	if z.Opbouw.Partner != nil {
		h.Toetsingsinkomens = append(h.Toetsingsinkomens, u.ToetsingsinkomenPartner)
	}
	return b.kgb(u.Scope, h)
}

// kgb works out the kindgebonden budget of a household; empty where there is no
// child for it, or where an income is not known.
func (b *berekening) kgb(sc sheet.Scope, h inkomen.Huishouden) (sheet.Expr, error) {
	if !h.Heeft() {
		return sheet.Expr{}, nil
	}
	for _, t := range h.Toetsingsinkomens {
		if t == (sheet.Expr{}) {
			b.sheet.LeaveOut(sheet.Cond{}, "Kindgebonden budget van %s", "Het toetsingsinkomen is niet van iedereen in het huishouden bekend; het kindgebonden budget is daarom niet berekend. Geef het op als bedrag, of geef het toetsingsinkomen op.", h.VanWie)
			return sheet.Expr{}, nil
		}
	}
	return inkomen.KindgebondenBudget(b.sheet, sc, b.set, h)
}

func bekend(e sheet.Expr) []sheet.Expr {
	if e == (sheet.Expr{}) {
		return nil
	}
	return []sheet.Expr{e}
}

// peilinkomens are the incomes what the children cost rests on.
type peilinkomens struct {
	ouders   map[string]inkomenVan // on the reference date
	kgb      sheet.Expr            // of the family, as worked out; empty: as stated, or none
	stijging map[string]inkomenVan // after a later rise
}

// peilinkomens works out the incomes on the day of the table, and after a later
// rise, before the section on what the children cost.
func (b *berekening) peilinkomens() (p peilinkomens, err error) {
	switch z := b.zaak.Behoefte; {
	case z.Gezinsinkomen != nil:
		return b.alsGezin(*z.Gezinsinkomen)
	case z.NooitSamengewoond != nil:
		if p.ouders, err = b.fictief(z.NooitSamengewoond.Peildatum, z.NooitSamengewoond.Ouders, "behoefte"); err != nil {
			return p, err
		}
		if s := z.NooitSamengewoond.Stijging; s != nil {
			p.stijging, err = b.fictief(s.Peildatum, s.Ouders, "behoefte.stijging")
		}
	}
	return p, err
}

// opPeildatum says what income is to be worked out for a parent on the day of the
// table; prefix begins its lines.
func (b *berekening) opPeildatum(o zaak.Ouder, op time.Time, z zaak.Inkomensopbouw, prefix string) inkomen.Opdracht {
	voor := "peildatum"
	if prefix != "behoefte" {
		voor = "stijging"
	}
	wanneer := "op " + sheet.FormatDate(op)
	return inkomen.Opdracht{
		Wie: o, Op: op, Opbouw: z, Keuzes: b.zaak.Keuzes, Kinderen: geboortes(b.kinderenOp(op)), Huis: inkomen.Gezin,
		Sectie: prefix + ".inkomen_" + o.ID, Prefix: prefix + "." + o.ID + ".bruto", Wanneer: wanneer, Voor: voor, ZonderLasten: true,
		Groep: "Inkomen van " + o.Aanduiding + " " + wanneer,
	}
}

// kinderenOp are the children of the case that were born on a day.
func (b *berekening) kinderenOp(op time.Time) []inkomen.Kind {
	var out []inkomen.Kind
	for _, k := range b.zaak.Kinderen {
		if !k.Geboren.After(op) {
			out = append(out, inkomen.Kind{Naam: k.Naam, Geboren: k.Geboren})
		}
	}
	return out
}

// alsGezin works out the incomes of the last period as a family (Rapport 3.2.3),
// with the kindgebonden budget of both together.
func (b *berekening) alsGezin(z zaak.Gezinsinkomen) (p peilinkomens, err error) {
	p.ouders, p.stijging = map[string]inkomenVan{}, map[string]inkomenVan{}
	var opdrachten []inkomen.Opdracht
	var papieren []zaak.Inkomensopbouw
	h := inkomen.Huishouden{Op: z.Peildatum, Kinderen: b.kinderenOp(z.Peildatum), Samen: true, Groep: "Gezinsinkomen op " + sheet.FormatDate(z.Peildatum)}
	for _, o := range b.zaak.Ouders {
		p.ouders[o.ID] = inkomenVan{opgave: z.Ouders[o.ID]}
		if op := z.Ouders[o.ID].Opbouw; op != nil {
			opdrachten = append(opdrachten, b.opPeildatum(o, z.Peildatum, *op, "behoefte"))
			papieren = append(papieren, *op)
		}
	}
	h.Kinderen = append(h.Kinderen, inkomen.OokVoor(papieren...)...)
	for i := range opdrachten {
		opdrachten[i].Kinderen = geboortes(h.Kinderen)
	}
	var uitkomsten []inkomen.Uitkomst
	switch len(opdrachten) {
	case 1:
		opdrachten[0].PartnerOnbekend = true
		u, err := inkomen.Beschrijf(b.sheet, b.set, opdrachten[0])
		if err != nil {
			return p, err
		}
		uitkomsten = []inkomen.Uitkomst{u, {Toetsingsinkomen: u.ToetsingsinkomenPartner}}
	case 2:
		een, twee, err := inkomen.BeschrijfPaar(b.sheet, b.set, opdrachten[0], opdrachten[1])
		if err != nil {
			return p, err
		}
		uitkomsten = []inkomen.Uitkomst{een, twee}
	}
	for i, o := range opdrachten {
		p.ouders[o.Wie.ID] = inkomenVan{opgave: z.Ouders[o.Wie.ID], nbi: uitkomsten[i].NBI}
	}
	for _, u := range uitkomsten {
		h.Toetsingsinkomens = append(h.Toetsingsinkomens, u.Toetsingsinkomen)
		h.Vermogens = append(h.Vermogens, bekend(u.Vermogen)...)
	}
	if len(opdrachten) > 0 && z.KindgebondenBudget == nil && h.Heeft() {
		if p.kgb, err = b.kgbGezin(h, z.Peildatum); err != nil {
			return p, err
		}
	}
	if s := z.Stijging; s != nil {
		nr, _ := b.ouderEnAndere(s.Ouder)
		p.stijging[s.Ouder] = inkomenVan{opgave: s.Inkomen}
		if s.Opbouw != nil {
			opdracht := b.opPeildatum(b.zaak.Ouders[nr], s.Peildatum, *s.Opbouw, "behoefte.stijging")
			opdracht.Kinderen, opdracht.Huis = geboortes(b.kinderenBij(b.periodeOp(s.Peildatum), s.Ouder)), inkomen.Hoofdverblijf
			u, err := inkomen.Beschrijf(b.sheet, b.set, opdracht)
			if err != nil {
				return p, err
			}
			p.stijging[s.Ouder] = inkomenVan{opgave: s.Inkomen, nbi: u.NBI}
		}
	}
	return p, nil
}

// periodeOp gives the period that a day falls in, or the first one.
func (b *berekening) periodeOp(op time.Time) periode.Periode {
	perioden := periode.Van(b.zaak)
	found := perioden[0]
	for _, p := range perioden {
		if !p.Vanaf.After(op) {
			found = p
		}
	}
	return found
}

// kgbGezin adds a section with the kindgebonden budget of the family.
func (b *berekening) kgbGezin(h inkomen.Huishouden, op time.Time) (sheet.Expr, error) {
	for _, t := range h.Toetsingsinkomens {
		if t == (sheet.Expr{}) {
			h.VanWie = "het gezin op " + sheet.FormatDate(op)
			return b.kgb(sheet.Scope{}, h)
		}
	}
	const gezin = "het gezin"
	sc := b.sheet.Section(sheet.Section{
		ID: "behoefte.kgb_gezin", Soort: inkomen.Soort, Titel: "Kindgebonden budget van het gezin op " + sheet.FormatDate(op), Onderwerp: gezin + " (peildatum)",
	}, "behoefte.gezin")
	h.VanWie = gezin
	return b.kgb(sc, h)
}

// fictief works out the incomes of parents who never lived together, each as if
// the children grew up with that parent alone (Rapport 3.2.5 and 3.2.9).
func (b *berekening) fictief(op time.Time, ouders map[string]zaak.Inkomen, prefix string) (map[string]inkomenVan, error) {
	out := map[string]inkomenVan{}
	for _, o := range b.zaak.Ouders {
		in := inkomenVan{opgave: ouders[o.ID]}
		if z := in.opgave.Opbouw; z != nil {
			opdracht := b.opPeildatum(o, op, *z, prefix)
			opdracht.ZonderPartner, opdracht.Huis = true, inkomen.Fictief
			u, err := inkomen.Beschrijf(b.sheet, b.set, opdracht)
			if err != nil {
				return nil, err
			}
			in.nbi = u.NBI
			if in.opgave.KindgebondenBudget == nil {
				h := inkomen.Huishouden{
					Op: op, Kinderen: b.kinderenOp(op), Toetsingsinkomens: []sheet.Expr{u.Toetsingsinkomen}, Vermogens: bekend(u.Vermogen),
					Fictief: true, VanWie: o.Aanduiding + " op " + sheet.FormatDate(op), Groep: opdracht.Groep, Blok: inkomen.BlokKGB,
				}
				if in.kgb, err = b.kgb(u.Scope, h); err != nil {
					return nil, err
				}
			}
		}
		out[o.ID] = in
	}
	return out, nil
}

// opgegevenInkomens says whose income was taken over as stated.
func (b *berekening) opgegevenInkomens() {
	var berekend bool
	var namen []string
	wie := map[string]bool{}
	zie := func(o zaak.Ouder, i zaak.Inkomen) {
		berekend = berekend || i.Opbouw != nil
		if i.Opbouw == nil && !wie[o.ID] {
			wie[o.ID] = true
			namen = append(namen, o.Aanduiding)
		}
	}
	for _, p := range b.zaak.Perioden {
		for _, o := range b.opgegevenVan(p) {
			zie(o, p.Situaties[o.ID].Inkomen)
		}
	}
	if g := b.zaak.Behoefte.Gezinsinkomen; g != nil && b.gebruiktTabel() {
		for _, o := range b.zaak.Ouders {
			zie(o, g.Ouders[o.ID])
		}
	}
	if n := b.zaak.Behoefte.NooitSamengewoond; n != nil && b.gebruiktTabel() {
		for _, o := range b.zaak.Ouders {
			zie(o, n.Ouders[o.ID])
		}
	}
	switch {
	case !berekend:
		b.sheet.LeaveOut(sheet.Cond{}, "Berekening van het netto besteedbaar inkomen", "Het NBI en het kindgebonden budget zijn overgenomen zoals opgegeven; zij zijn niet berekend uit bruto inkomens.")
	case len(namen) > 0:
		b.sheet.LeaveOut(sheet.Cond{}, "Berekening van elk netto besteedbaar inkomen", "Waar het NBI van %s is opgegeven, is het overgenomen; het is daar niet berekend uit een bruto inkomen.", sheet.Enumerate(namen))
	}
}

// opgegevenVan are the people of whom a period of the case file gives an income.
func (b *berekening) opgegevenVan(p zaak.Periode) []zaak.Ouder {
	out := append([]zaak.Ouder(nil), b.zaak.Ouders...)
	for _, s := range b.zaak.Stiefouders {
		if _, ok := p.Situaties[s.ID]; ok {
			out = append(out, s.Ouder)
		}
	}
	return out
}
