package partij

import (
	"slices"
	"time"

	"annex/calc/inkomen"
	"annex/calc/periode"
	"annex/calc/sheet"
	"annex/calc/zaak"
)

// Inkomen is the income of somebody on one day: worked out where the case file
// gives what stands on the papers, and else as stated.
type Inkomen struct {
	opgave zaak.Inkomen
	nbi    sheet.Expr // as worked out; empty: as stated
	kgb    sheet.Expr // as worked out; empty: as stated, or none
	// Fiscaal is what the income is for the tax; nil where it is stated, or of the
	// netto model.
	Fiscaal *inkomen.Fiscaal
}

// Berekend tells whether the NBI was worked out.
func (i Inkomen) Berekend() bool { return i.nbi != (sheet.Expr{}) }

// NBI gives the net income, as a line or as an input in this scope.
func (i Inkomen) NBI(sc sheet.Scope, groep, label string) sheet.Expr {
	if i.Berekend() {
		return i.nbi
	}
	return Bedrag(sc, "nbi", groep, label, sheet.EURPerMaand, i.opgave.NBI)
}

// KGB gives the kindgebonden budget likewise; what is not stated is nil. pad is
// where it would stand.
func (i Inkomen) KGB(sc sheet.Scope, groep, label, pad string) sheet.Expr {
	if i.kgb != (sheet.Expr{}) {
		return i.kgb
	}
	return Bedrag(sc, "kindgebonden_budget", groep, label, sheet.EURPerMaand, NihilAlsLeeg(i.opgave.KindgebondenBudget, pad))
}

// Inkomens works out the incomes of one period, before anything rests on them; who
// was asked for before is left alone.
// The error is that of inkomen.Beschrijf.
func (d *Dossier) Inkomens(p periode.Periode, wie []zaak.Ouder) error {
	gedaan := map[string]inkomen.Uitkomst{}
	for _, o := range wie {
		if _, ok := gedaan[o.ID]; ok || d.Partij(p, o).inkomenBekend || !d.telt(p, o) {
			continue
		}
		if partner, ok := d.echtgenoot(p, o.ID); ok && d.telt(p, partner) {
			een, twee, err := inkomen.BeschrijfPaar(d.Sheet, d.Set, d.opdracht(p, o), d.opdracht(p, partner))
			if err != nil {
				return err
			}
			gedaan[o.ID], gedaan[partner.ID] = een, twee
			continue
		}
		opdracht := d.opdracht(p, o)
		_, opdracht.PartnerOnbekend = d.partnerVan(p, o.ID)
		u, err := inkomen.Beschrijf(d.Sheet, d.Set, opdracht)
		if err != nil {
			return err
		}
		gedaan[o.ID] = u
	}
	for _, o := range wie {
		u, ok := gedaan[o.ID]
		v := d.Partij(p, o)
		v.inkomenBekend = true
		if !ok {
			continue
		}
		in := &v.Inkomen
		in.nbi, in.Fiscaal, v.aftrekbaar = u.NBI, u.Fiscaal, u.Lasten
		d.Sheet.Highlight(p.Naam, "NBI van "+o.Aanduiding, u.NBI)
		var err error
		if in.kgb, err = d.kgbIn(p, o, u, gedaan); err != nil {
			return err
		}
		if in.kgb != (sheet.Expr{}) {
			d.Sheet.Highlight(p.Naam, "Kindgebonden budget van "+o.Aanduiding, in.kgb)
		}
	}
	return nil
}

// telt tells whether an income has to be worked out: not where nothing is made of
// it, because a draagkracht for the children is stated or there is none; for
// partneralimentatie the income of both counts all the same.
func (d *Dossier) telt(p periode.Periode, o zaak.Ouder) bool {
	z := p.Situaties[o.ID]
	return z.Opbouw != nil && (z.Draagkracht == nil && z.Schuldsanering == nil || d.Zaak.Partneralimentatie != nil && d.isOuder(o.ID))
}

// opdracht says what income is to be worked out for somebody in one period.
func (d *Dossier) opdracht(p periode.Periode, o zaak.Ouder) inkomen.Opdracht {
	z := p.Situaties[o.ID]
	return inkomen.Opdracht{
		Wie: o, AOW: z.AOW, Op: p.Vanaf, Opbouw: *z.Opbouw, Keuzes: d.Zaak.Keuzes, Kinderen: geboortes(d.kinderenInHuis(p, o)),
		Sectie: p.ID("inkomen_" + o.ID), Prefix: p.ID(o.ID + ".bruto"), Periode: p.Nummer, Wanneer: p.Naam.Tekst,
		Groep: "Inkomen van " + o.Aanduiding + ", " + p.Naam.Tekst,
	}
}

// kinderenInHuis are the children in the household of somebody, outside the case as
// well: of a stepparent those of the spouse.
func (d *Dossier) kinderenInHuis(p periode.Periode, o zaak.Ouder) []inkomen.Kind {
	ouder, inkomens := o.ID, []zaak.Inkomensopbouw{*p.Situaties[o.ID].Opbouw}
	if partner, ok := d.partnerVan(p, o.ID); ok {
		if !d.isOuder(ouder) {
			ouder = partner.ID
		}
		if z := p.Situaties[partner.ID].Opbouw; z != nil {
			inkomens = append(inkomens, *z)
		}
	}
	return append(d.kinderenBij(p, ouder), inkomen.OokVoor(inkomens...)...)
}

func (d *Dossier) isOuder(id string) bool {
	return slices.ContainsFunc(d.Zaak.Ouders, func(o zaak.Ouder) bool { return o.ID == id })
}

// kinderenBij are the children with their main residence with somebody.
func (d *Dossier) kinderenBij(p periode.Periode, id string) []inkomen.Kind {
	var out []inkomen.Kind
	for i, k := range d.Zaak.Kinderen {
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
func (d *Dossier) echtgenoot(p periode.Periode, id string) (zaak.Ouder, bool) {
	for _, s := range d.Zaak.Stiefouders {
		if _, ok := p.Situaties[s.ID]; ok && s.EchtgenootVan == id {
			return s.Ouder, true
		}
	}
	return zaak.Ouder{}, false
}

// partnerVan gives who somebody has a household with in this period: the spouse
// of a parent, or the parent a stepparent is the spouse of.
func (d *Dossier) partnerVan(p periode.Periode, id string) (zaak.Ouder, bool) {
	for _, s := range d.Zaak.Stiefouders {
		if _, ok := p.Situaties[s.ID]; ok && s.ID == id {
			i := slices.IndexFunc(d.Zaak.Ouders, func(o zaak.Ouder) bool { return o.ID == s.EchtgenootVan })
			return d.Zaak.Ouders[i], true
		}
	}
	return d.echtgenoot(p, id)
}

// kgbIn works out the kindgebonden budget of a parent in one period, unless it is
// stated; empty where there is no child for it.
func (d *Dossier) kgbIn(p periode.Periode, o zaak.Ouder, u inkomen.Uitkomst, allen map[string]inkomen.Uitkomst) (sheet.Expr, error) {
	z := p.Situaties[o.ID]
	if z.KindgebondenBudget != nil || !d.isOuder(o.ID) { // of a stepparent's household it is the parent's
		return sheet.Expr{}, nil
	}
	vanWie := o.Aanduiding + ", " + p.Naam.Tekst
	h := inkomen.Huishouden{
		Op: p.Vanaf, Kinderen: d.kinderenInHuis(p, o), Samen: z.Opbouw.Partner != nil,
		Toetsingsinkomens: []sheet.Expr{u.Toetsingsinkomen}, VanWie: vanWie, Groep: "Inkomen van " + vanWie, Blok: inkomen.BlokKGB,
	}
	h.Vermogens = bekend(u.Vermogen)
	if partner, ok := d.echtgenoot(p, o.ID); ok {
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
	return d.kgb(u.Scope, h)
}

// kgb works out the kindgebonden budget of a household; empty where there is no
// child for it, or where an income is not known.
func (d *Dossier) kgb(sc sheet.Scope, h inkomen.Huishouden) (sheet.Expr, error) {
	if !h.Heeft() {
		return sheet.Expr{}, nil
	}
	for _, t := range h.Toetsingsinkomens {
		if t == (sheet.Expr{}) {
			d.Sheet.LeaveOut(sheet.Cond{}, "Kindgebonden budget van %s", "Het toetsingsinkomen is niet van iedereen in het huishouden bekend; het kindgebonden budget is daarom niet berekend. Geef het op als bedrag, of geef het toetsingsinkomen op.", h.VanWie)
			return sheet.Expr{}, nil
		}
	}
	return inkomen.KindgebondenBudget(d.Sheet, sc, d.Set, h)
}

func bekend(e sheet.Expr) []sheet.Expr {
	if e == (sheet.Expr{}) {
		return nil
	}
	return []sheet.Expr{e}
}

// opDag says what income is to be worked out for somebody on a day before the
// periods; prefix begins its lines, and voor says what it is for.
func (d *Dossier) opDag(o zaak.Ouder, op time.Time, z zaak.Inkomensopbouw, prefix, voor string) inkomen.Opdracht {
	wanneer := "op " + sheet.FormatDate(op)
	return inkomen.Opdracht{
		Wie: o, Op: op, Opbouw: z, Keuzes: d.Zaak.Keuzes, Kinderen: geboortes(d.kinderenOp(op)), Huis: inkomen.Gezin,
		Sectie: prefix + ".inkomen_" + o.ID, Prefix: prefix + "." + o.ID + ".bruto", Wanneer: wanneer, Voor: voor, ZonderLasten: true,
		Groep: "Inkomen van " + o.Aanduiding + " " + wanneer,
	}
}

// kinderenOp are the children of the case that were born on a day.
func (d *Dossier) kinderenOp(op time.Time) []inkomen.Kind {
	var out []inkomen.Kind
	for _, k := range d.Zaak.Kinderen {
		if !k.Geboren.After(op) {
			out = append(out, inkomen.Kind{Naam: k.Naam, Geboren: k.Geboren})
		}
	}
	return out
}

// Gezin are the incomes of a couple on one day.
type Gezin struct {
	Ouders map[string]Inkomen
	KGB    sheet.Expr // of both together, as worked out; empty: as stated, or none
}

// AlsGezin works out the incomes of the last period as a family (Rapport 3.2.3),
// with the kindgebonden budget of both together. prefix begins its sections and
// lines.
func (d *Dossier) AlsGezin(z zaak.Gezinsinkomen, prefix string) (g Gezin, err error) {
	g.Ouders = map[string]Inkomen{}
	var opdrachten []inkomen.Opdracht
	var papieren []zaak.Inkomensopbouw
	h := inkomen.Huishouden{Op: z.Peildatum, Kinderen: d.kinderenOp(z.Peildatum), Samen: true, Groep: "Gezinsinkomen op " + sheet.FormatDate(z.Peildatum)}
	for _, o := range d.Zaak.Ouders {
		g.Ouders[o.ID] = Inkomen{opgave: z.Ouders[o.ID]}
		if op := z.Ouders[o.ID].Opbouw; op != nil {
			opdrachten = append(opdrachten, d.opDag(o, z.Peildatum, *op, prefix, "peildatum"))
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
		u, err := inkomen.Beschrijf(d.Sheet, d.Set, opdrachten[0])
		if err != nil {
			return g, err
		}
		uitkomsten = []inkomen.Uitkomst{u, {Toetsingsinkomen: u.ToetsingsinkomenPartner}}
	case 2:
		een, twee, err := inkomen.BeschrijfPaar(d.Sheet, d.Set, opdrachten[0], opdrachten[1])
		if err != nil {
			return g, err
		}
		uitkomsten = []inkomen.Uitkomst{een, twee}
	}
	for i, o := range opdrachten {
		g.Ouders[o.Wie.ID] = Inkomen{opgave: z.Ouders[o.Wie.ID], nbi: uitkomsten[i].NBI}
	}
	for _, u := range uitkomsten {
		h.Toetsingsinkomens = append(h.Toetsingsinkomens, u.Toetsingsinkomen)
		h.Vermogens = append(h.Vermogens, bekend(u.Vermogen)...)
	}
	if len(opdrachten) > 0 && z.KindgebondenBudget == nil && h.Heeft() {
		g.KGB, err = d.kgbGezin(h, z.Peildatum, prefix)
	}
	return g, err
}

// Samen gives the kindgebonden budget of both together, as a line or as an input in
// this scope. pad is where it would stand in the case file.
func (g Gezin) Samen(sc sheet.Scope, opgave *zaak.Bedrag, groep, label, pad string) sheet.Expr {
	return Inkomen{opgave: zaak.Inkomen{KindgebondenBudget: opgave}, kgb: g.KGB}.KGB(sc, groep, label, pad)
}

// NaStijging works out the income of a parent after a rise (Rapport 3.2.8).
func (d *Dossier) NaStijging(o zaak.Ouder, z zaak.Stijging) (Inkomen, error) {
	if z.Opbouw == nil {
		return Inkomen{opgave: z.Inkomen}, nil
	}
	opdracht := d.opDag(o, z.Peildatum, *z.Opbouw, "behoefte.stijging", "stijging")
	opdracht.Kinderen, opdracht.Huis = geboortes(d.kinderenBij(d.periodeOp(z.Peildatum), z.Ouder)), inkomen.Hoofdverblijf
	u, err := inkomen.Beschrijf(d.Sheet, d.Set, opdracht)
	return Inkomen{opgave: z.Inkomen, nbi: u.NBI}, err
}

// kgbGezin adds a section with the kindgebonden budget of the family.
func (d *Dossier) kgbGezin(h inkomen.Huishouden, op time.Time, prefix string) (sheet.Expr, error) {
	for _, t := range h.Toetsingsinkomens {
		if t == (sheet.Expr{}) {
			h.VanWie = "het gezin op " + sheet.FormatDate(op)
			return d.kgb(sheet.Scope{}, h)
		}
	}
	const gezin = "het gezin"
	sc := d.Sheet.Section(sheet.Section{
		ID: prefix + ".kgb_gezin", Soort: inkomen.Soort, Titel: "Kindgebonden budget van het gezin op " + sheet.FormatDate(op), Onderwerp: gezin + " (peildatum)",
	}, prefix+".gezin")
	h.VanWie = gezin
	return d.kgb(sc, h)
}

// periodeOp gives the period that a day falls in, or the first one.
func (d *Dossier) periodeOp(op time.Time) periode.Periode {
	perioden := periode.Van(d.Zaak)
	found := perioden[0]
	for _, p := range perioden {
		if !p.Vanaf.After(op) {
			found = p
		}
	}
	return found
}

// Fictief works out the incomes of parents who never lived together, each as if
// the children grew up with that parent alone (Rapport 3.2.5 and 3.2.9).
func (d *Dossier) Fictief(op time.Time, ouders map[string]zaak.Inkomen, prefix, voor string) (map[string]Inkomen, error) {
	out := map[string]Inkomen{}
	for _, o := range d.Zaak.Ouders {
		in := Inkomen{opgave: ouders[o.ID]}
		if z := in.opgave.Opbouw; z != nil {
			opdracht := d.opDag(o, op, *z, prefix, voor)
			opdracht.ZonderPartner, opdracht.Huis = true, inkomen.Fictief
			u, err := inkomen.Beschrijf(d.Sheet, d.Set, opdracht)
			if err != nil {
				return nil, err
			}
			in.nbi = u.NBI
			if in.opgave.KindgebondenBudget == nil {
				h := inkomen.Huishouden{
					Op: op, Kinderen: d.kinderenOp(op), Toetsingsinkomens: []sheet.Expr{u.Toetsingsinkomen}, Vermogens: bekend(u.Vermogen),
					Fictief: true, VanWie: o.Aanduiding + " op " + sheet.FormatDate(op), Groep: opdracht.Groep, Blok: inkomen.BlokKGB,
				}
				if in.kgb, err = d.kgb(u.Scope, h); err != nil {
					return nil, err
				}
			}
		}
		out[o.ID] = in
	}
	return out, nil
}
