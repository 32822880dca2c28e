package calc

import (
	"slices"
	"strings"

	"annex/calc/periode"
	"annex/calc/sheet"
	"annex/calc/watals"
	"annex/calc/zaak"
	"annex/norms"

	"github.com/shopspring/decimal"
)

// The kinds of outcome that are told apart (watals.Wijziging.Soort), besides
// watals.KenmerkBetaling and KenmerkSaldo. Where nothing else is said the values are
// watals.Ja and Nee.
const (
	KenmerkTekort      = "tekort"      // the parents together fall short of what the children cost
	KenmerkWijze       = "wijze"       // of somebody's draagkracht: Wijze...
	KenmerkDraagkracht = "draagkracht" // somebody has any
	KenmerkZorgkorting = "zorgkorting" // of a child: it counts at least in part
	KenmerkWoonlast    = "woonlast"    // somebody's lower housing costs count
	KenmerkSamenloop   = "samenloop"   // somebody has not enough for the children of several families
	KenmerkToets       = "toets"       // what somebody pays is lowered to what can be spared
	KenmerkKGB         = "kgb"         // somebody's kindgebonden budget: KGB...
	KenmerkTrede       = "trede"       // of somebody's income, Wetsvoorstel 34 154: where it begins
	KenmerkGrens       = "grens"       // which limit partneralimentatie rests on: Grens...
)

// The values of KenmerkWijze, KenmerkKGB and KenmerkGrens.
const (
	WijzeMinimum = "minimum" // below the draagkrachttabel
	WijzeRij     = "rij"     // the amount of a row of the draagkrachttabel
	WijzeFormule = "formule"

	KGBVol    = "vol"
	KGBAfbouw = "afbouw" // lowered because of the income
	KGBGeen   = "geen"

	GrensDraagkracht  = "draagkracht"
	GrensBehoefte     = "behoefte"
	GrensVergelijking = "vergelijking"
)

// WatAls tells what other figures would make of the amounts of the last period: a
// little more or less income for each who owes maintenance, and a day of care more or
// less; and from which income the outcome is of another kind. r is what Compute made
// of the case. What cannot be calculated with another figure is left out.
//
// Keuze: the last period, and which figures vary by how much; see docs/keuzes.md,
// wat-als.
func WatAls(z *zaak.Zaak, set *norms.Set, r *sheet.Result) *watals.Lijst {
	return watals.Zoek(WatAlsOpdracht(z, set, r))
}

// WatAlsOpdracht says what WatAls asks of a calculation.
func WatAlsOpdracht(z *zaak.Zaak, set *norms.Set, r *sheet.Result) watals.Opdracht {
	perioden := periode.Van(z)
	v := &vragen{zaak: z, set: set, r: r, p: perioden[len(perioden)-1]}
	o := watals.Opdracht{Result: r, Periode: v.p.Naam}
	for _, wie := range v.plichtigen() {
		vraag, waarom := v.inkomen(wie)
		if waarom != "" {
			o.Vast = append(o.Vast, watals.Vast{Wie: persoon(wie), Waarom: waarom})
			continue
		}
		o.Vragen = append(o.Vragen, vraag)
	}
	o.Vragen = append(o.Vragen, v.zorg()...)
	o.Kenmerken = v.kenmerken()
	return o
}

func persoon(o zaak.Ouder) sheet.Persoon { return sheet.Persoon{ID: o.ID, Naam: o.Aanduiding} }

// vragen finds in one period what could be otherwise.
type vragen struct {
	zaak *zaak.Zaak
	set  *norms.Set
	r    *sheet.Result
	p    periode.Periode
}

// plichtigen are both parents and, where they count, the stepparents.
func (v *vragen) plichtigen() []zaak.Ouder {
	out := slices.Clone(v.zaak.Ouders)
	if v.zaak.Methode == zaak.MethodeWetsvoorstel {
		return out
	}
	for _, s := range v.zaak.Stiefouders {
		if _, ok := v.p.Situaties[s.ID]; ok {
			out = append(out, s.Ouder)
		}
	}
	return out
}

// How an income varies, per month; a figure per year by twelve times as much.
const (
	stapInkomen    = 100
	stappenInkomen = 15 // up, and down
	maanden        = 12
)

// inkomen gives the figure of somebody's income that can be another, or why there is
// none.
func (v *vragen) inkomen(o zaak.Ouder) (watals.Vraag, string) {
	for _, vraag := range v.inkomenscijfers(v.p.Situaties[o.ID], v.p.ID(o.ID)) {
		if len(vraag.Invoer) == 0 {
			continue // it is not looked at
		}
		vraag.Wie = persoon(o)
		return v.metBereik(vraag), ""
	}
	switch z := v.p.Situaties[o.ID]; {
	case z.Wetsvoorstel != nil && z.Wetsvoorstel.GeenInzicht != nil && v.zaak.Methode == zaak.MethodeWetsvoorstel:
		return watals.Vraag{}, watals.GeenInzicht
	case z.Draagkracht != nil:
		return watals.Vraag{}, watals.Vastgesteld
	case z.Schuldsanering != nil:
		return watals.Vraag{}, watals.Schuldsanering
	}
	return watals.Vraag{}, watals.Onbekend
}

// inkomenscijfers gives the figures of an income that can be another by themselves,
// the one to vary first. prefix begins the ids of this person.
func (v *vragen) inkomenscijfers(z zaak.Situatie, prefix string) []watals.Vraag {
	maand, jaar := decimal.New(1_000_000, 0), decimal.New(10_000_000, 0)
	cijfer := func(soort string, eenheid sheet.Unit, max decimal.Decimal, b *zaak.Bedrag) watals.Vraag {
		return watals.Vraag{Cijfer: watals.Cijfer{Soort: soort, Eenheid: eenheid}, Invoer: v.invoer(b), Max: &max}
	}
	if w := z.Wetsvoorstel; w != nil && w.AlimentatieInkomen != nil && v.zaak.Methode == zaak.MethodeWetsvoorstel {
		return []watals.Vraag{cijfer(watals.AlimentatieInkomen, sheet.EURPerMaand, maand, w.AlimentatieInkomen)}
	}
	if z.Opbouw == nil {
		return []watals.Vraag{cijfer(watals.NBI, sheet.EURPerMaand, maand, &z.NBI)}
	}
	var out []watals.Vraag
	for _, w := range z.Opbouw.Loon {
		switch w.Soort {
		case zaak.Bijstand, zaak.UitkeringAOW, zaak.UitkeringANW:
			continue // the law says how much it is
		}
		var q watals.Vraag
		switch {
		case w.Bruto != nil:
			q = cijfer(watals.Loon, sheet.EURPerMaand, maand, w.Bruto)
			if w.Tijdvak == zaak.TijdvakVierWeken {
				q.Cijfer.Eenheid = sheet.EURPer4Weken
			}
		case w.Jaaropgaaf != nil:
			q = cijfer(watals.Jaaropgaaf, sheet.EURPerJaar, jaar, w.Jaaropgaaf)
			if w.BijtellingAuto != nil {
				q.Min = w.BijtellingAuto.Waarde // which is part of it
				if in := v.invoer(w.BijtellingAuto); len(in) > 0 {
					q.MinInvoer = in[0]
				}
			}
		default:
			continue
		}
		q.Cijfer.Omschrijving = w.Omschrijving
		out = append(out, q)
	}
	if l := v.r.Line(prefix + ".bruto.winst"); l != nil {
		q := cijfer(watals.Winst, sheet.EURPerJaar, jaar, nil)
		q.Regel, q.Min = l.ID, jaar.Neg()
		for _, in := range l.Inputs() {
			q.Invoer = append(q.Invoer, in.ID)
		}
		out = append(out, q)
	}
	if b := z.Opbouw.Overig; b != nil {
		out = append(out, cijfer(watals.AnderWerk, sheet.EURPerJaar, jaar, b))
	}
	return out
}

// invoer gives the ids of the inputs that hold an amount of the case file.
func (v *vragen) invoer(b *zaak.Bedrag) []string {
	var out []string
	if b == nil || b.Plek.Pad == "" {
		return nil
	}
	for _, in := range v.r.Inputs() {
		if in.Pad == b.Plek.Pad {
			out = append(out, in.ID)
		}
	}
	return out
}

// metBereik says by how much an income varies.
func (v *vragen) metBereik(q watals.Vraag) watals.Vraag {
	per := int64(stapInkomen)
	if q.Cijfer.Eenheid == sheet.EURPerJaar {
		per *= maanden
	}
	stap := decimal.NewFromInt(per)
	q.Anders = []decimal.Decimal{stap, stap.Neg()}
	q.Zoek = &watals.Bereik{Per: per, Aantal: stappenInkomen}
	return q
}

// halveWeek is the most care by the parent the child does not live with.
var halveWeek = decimal.New(35, -1)

// zorg gives the care for each child that can be another. Children who are as much
// with the same parent change together.
func (v *vragen) zorg() []watals.Vraag {
	type samen struct{ soort, ouder, nu string }
	var out []watals.Vraag
	at := map[samen]int{}
	for i, k := range v.zaak.Kinderen {
		soort, in := v.zorgcijfer(k)
		if in == nil {
			continue
		}
		ander := v.zaak.Ouders[0]
		if v.p.Kinderen[i].Hoofdverblijf == ander.ID {
			ander = v.zaak.Ouders[1]
		}
		key := samen{soort, ander.ID, in.Value.String()}
		j, bekend := at[key]
		if !bekend {
			j = len(out)
			at[key] = j
			out = append(out, v.anders(watals.Vraag{Cijfer: watals.Cijfer{Soort: soort, Eenheid: in.Unit}, Wie: persoon(ander)}, in.Value))
		}
		out[j].Kinderen = append(out[j].Kinderen, sheet.Persoon{ID: k.ID, Naam: k.Naam})
		out[j].Invoer = append(out[j].Invoer, in.ID)
	}
	return out
}

// zorgcijfer gives the input that says how much care there is for a child.
func (v *vragen) zorgcijfer(k zaak.Kind) (string, *sheet.Input) {
	for _, x := range []struct{ soort, regel string }{
		{watals.Zorgdagen, ".zorgdagen"}, {watals.Zorgkorting, ".zorgkortingspercentage"}, {watals.Nachten, ".nachten"},
	} {
		l := v.r.Line(v.p.ID(k.ID) + x.regel)
		if l == nil {
			continue
		}
		if inputs := l.Inputs(); len(inputs) > 0 {
			return x.soort, inputs[0]
		}
	}
	return "", nil
}

// anders says by how much care varies: one day a week, or what stands above and below
// it in the table.
func (v *vragen) anders(q watals.Vraag, nu decimal.Decimal) watals.Vraag {
	stap, hoogste := decimal.NewFromInt(1), halveWeek
	switch q.Cijfer.Soort {
	case watals.Zorgkorting:
		return v.andereZorgkorting(q, nu)
	case watals.Nachten:
		const weken = 52 // one night a week
		stap, hoogste = decimal.NewFromInt(weken), decimal.NewFromInt(zaak.MaxNachten)
	}
	q.Max = &hoogste
	q.Rooster = watals.Rooster{Per: stap, Aantal: hoogste.Div(stap).IntPart()}
	q.Anders = []decimal.Decimal{stap, stap.Neg()}
	return q
}

// andereZorgkorting gives the next percentages of the table, up and down, and all of
// them.
func (v *vragen) andereZorgkorting(q watals.Vraag, nu decimal.Decimal) watals.Vraag {
	norm, err := v.set.Zorgkorting(v.p.Vanaf)
	if err != nil {
		return q // a percentage is stated, and there is no table to vary it by
	}
	var meer, minder *decimal.Decimal
	for _, row := range norm.Tabel.Rows {
		const percentage = 1
		q.Rooster.Waarden = append(q.Rooster.Waarden, row[percentage].Amount)
		switch d := row[percentage].Amount.Sub(nu); {
		case d.IsPositive() && meer == nil:
			meer = &d
		case d.IsNegative():
			minder = &d
		}
	}
	for _, d := range []*decimal.Decimal{meer, minder} {
		if d != nil {
			q.Anders = append(q.Anders, *d)
		}
	}
	return q
}

// kenmerken gives what tells the kinds of outcome apart in this case.
func (v *vragen) kenmerken() []watals.Kenmerk {
	out := v.tekorten()
	for _, o := range v.plichtigen() {
		out = append(out, v.vanPlichtige(o)...)
	}
	for _, k := range v.zaak.Kinderen {
		telt, heel := v.p.ID(k.ID)+".zorgkorting_in_aanmerking", v.p.ID(k.ID)+".zorgkorting"
		if v.r.Line(telt) == nil {
			continue
		}
		out = append(out, watals.Kenmerk{Soort: KenmerkZorgkorting, Wie: sheet.Persoon{ID: k.ID, Naam: k.Naam}, Gevallen: []watals.Geval{
			{Waarde: watals.Ja, Toetsen: []watals.Toets{{Soort: watals.Positief, Regel: telt}}},
			{Waarde: watals.Nee, Toetsen: []watals.Toets{{Soort: watals.Positief, Regel: heel}}},
			{Waarde: watals.Ja}, // there is none to count
		}})
	}
	return append(out, v.partnergrens()...)
}

// tekorten tells of each group of children whether the parents fall short.
func (v *vragen) tekorten() []watals.Kenmerk {
	behoefte, samen := v.p.ID("behoefte.behoefte"), v.p.ID("verdeling.draagkracht_samen")
	if v.r.Line(behoefte) != nil && v.r.Line(samen) != nil { // Wetsvoorstel 34 154
		return []watals.Kenmerk{{Soort: KenmerkTekort, Gevallen: watals.JaNee(watals.Toets{Soort: watals.Minder, Regel: samen, Met: behoefte})}}
	}
	var out []watals.Kenmerk
	for _, s := range v.r.Sections() {
		if s.Periode != v.p.Nummer {
			continue
		}
		for _, l := range v.r.Lines(s) {
			groep, ok := strings.CutSuffix(l.ID, ".draagkrachtvergelijking")
			if !ok {
				continue
			}
			out = append(out, watals.Kenmerk{Soort: KenmerkTekort, Onderdeel: s.Titel, Gevallen: watals.JaNee(watals.Toets{Soort: watals.Geldt, Regel: groep + ".tekort"})})
		}
	}
	if len(out) == 1 {
		out[0].Onderdeel = ""
	}
	return out
}

// vanPlichtige tells how somebody's draagkracht comes about.
func (v *vragen) vanPlichtige(o zaak.Ouder) []watals.Kenmerk {
	id := v.p.ID(o.ID)
	var out []watals.Kenmerk
	add := func(soort string, gevallen ...watals.Geval) {
		k := watals.Kenmerk{Soort: soort, Wie: persoon(o), Gevallen: gevallen}
		if v.heeft(k) {
			out = append(out, k)
		}
	}
	wijze := []watals.Geval{
		{Waarde: WijzeMinimum, Toetsen: []watals.Toets{{Soort: watals.Geldt, Regel: id + ".minimumdraagkracht"}}},
		{Waarde: WijzeRij, Toetsen: []watals.Toets{{Soort: watals.Geldt, Regel: id + ".rekeninkomen"}}},
		{Waarde: WijzeFormule},
	}
	if v.r.Line(id+".rekeninkomen") == nil { // the formula, at any income
		wijze = slices.Delete(wijze, 1, 2)
	}
	add(KenmerkWijze, wijze...)
	for _, x := range []struct{ soort, regel string }{
		{KenmerkDraagkracht, id + ".draagkracht"},
		{KenmerkWoonlast, id + ".tekort_met_woonbudget"},
		{KenmerkSamenloop, v.p.ID("samenloop." + o.ID + ".komt_tekort")},
		{KenmerkToets, v.p.ID("toets_" + o.ID + ".verlagen")},
	} {
		add(x.soort, watals.JaNee(watals.Toets{Soort: watals.Positief, Regel: x.regel})...)
	}
	add(KenmerkToets, watals.JaNee(watals.Toets{Soort: watals.Minder, Regel: v.p.ID("toets_" + o.ID + ".na_toets"), Met: v.p.ID("toets_" + o.ID + ".te_betalen")})...)
	if trede := id + ".trede_van"; v.r.Line(trede) != nil {
		out = append(out, watals.Kenmerk{Soort: KenmerkTrede, Wie: persoon(o), Regel: trede})
	}
	for _, kgb := range []string{id + ".kgb", id + ".bruto.kgb"} {
		add(KenmerkKGB,
			watals.Geval{Waarde: KGBGeen, Toetsen: []watals.Toets{{Soort: watals.Nul, Regel: kgb + ".jaar"}}},
			watals.Geval{Waarde: KGBVol, Toetsen: []watals.Toets{{Soort: watals.Nul, Regel: kgb + ".vermindering"}}},
			watals.Geval{Waarde: KGBAfbouw})
	}
	return out
}

// heeft tells whether the case has the lines that a kenmerk asks for.
func (v *vragen) heeft(k watals.Kenmerk) bool {
	for _, g := range k.Gevallen {
		for _, t := range g.Toetsen {
			if v.r.Line(t.Regel) == nil || t.Met != "" && v.r.Line(t.Met) == nil {
				return false
			}
		}
	}
	return true
}

// partnergrens tells which of the limits of partneralimentatie is the lowest. As long
// as the draagkracht is as much as is needed, that is the need.
func (v *vragen) partnergrens() []watals.Kenmerk {
	begin := v.p.ID("partneralimentatie.uitkomst.")
	var grenzen, regels []string
	for _, achter := range []string{"_netto", "_bruto"} {
		for _, g := range []string{GrensBehoefte, GrensDraagkracht, GrensVergelijking} {
			if v.r.Line(begin+g+achter) != nil {
				grenzen, regels = append(grenzen, g), append(regels, begin+g+achter)
			}
		}
	}
	if len(regels) == 0 {
		return nil
	}
	k := watals.Kenmerk{Soort: KenmerkGrens}
	for i, g := range grenzen {
		laagste := watals.Geval{Waarde: g} // the last one is what is left
		for _, ander := range regels[i+1:] {
			laagste.Toetsen = append(laagste.Toetsen, watals.Toets{Soort: watals.NietMeer, Regel: regels[i], Met: ander})
		}
		k.Gevallen = append(k.Gevallen, laagste)
	}
	return []watals.Kenmerk{k}
}
