package render

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"annex/calc/sheet"

	"github.com/shopspring/decimal"
)

// verteller finds in the lines of one period what the plain-language texts tell
// of kinderalimentatie. The kinds and ids of sections it looks for are those of
// calc/kind; where they are not there, it has nothing to tell.
type verteller struct {
	b        *bijlage
	p        periodebetalingen
	prefix   string           // of the ids of the lines of the period
	secties  []*sheet.Section // of the period
	kinderen []sheet.Persoon
}

func (b *bijlage) verteller(periode int) *verteller {
	v := &verteller{b: b, p: b.betalingen(periode)}
	nummer := 0 // with one period, sections belong to none
	if slices.ContainsFunc(b.r.Sections(), func(s *sheet.Section) bool { return s.Periode == periode }) {
		nummer, v.prefix = periode, fmt.Sprintf("p%d.", periode)
	}
	for _, s := range b.r.Sections() {
		if s.Periode == nummer {
			v.secties = append(v.secties, s)
		}
	}
	for _, p := range b.r.Betalingen() {
		if p.Periode.Nummer == periode && p.Voor.ID != "" && !slices.Contains(v.kinderen, p.Voor) {
			v.kinderen = append(v.kinderen, p.Voor)
		}
	}
	return v
}

// velden gathers what the texts may mention of the period.
func (v *verteller) velden() velden {
	f := velden{
		"Kinderen": enumerate(v.kinderen), "MeerKinderen": len(v.kinderen) > 1,
		"Inkomens": v.inkomens(), "Ouders": v.ouders(), "Groepen": v.groepvelden(), "Sommen": v.sommen(),
		"AllesNihil":  !slices.ContainsFunc(v.p.alle(), func(p sheet.Betaling) bool { return !p.Bedrag.IsZero() }),
		"Zorgkorting": v.occurs("zorgkorting"), "Tekort": v.occurs("helft_tekort"),
	}
	f["Thuis"] = v.thuis()
	maps.Copy(f, v.kosten())
	maps.Copy(f, v.bijzonder())
	maps.Copy(f, v.b.indexeringVelden())
	return f
}

// verzamel keeps of the fields of each period what the texts that are told once
// may mention.
func (all velden) verzamel(f velden) {
	for _, name := range []string{"Zorgkorting", "Tekort", "Bruto", "MetKinderen"} {
		before, _ := all[name].(bool)
		now, _ := f[name].(bool)
		all[name] = before || now
	}
	nihil, later := all["AllesNihil"].(bool)
	all["AllesNihil"] = f["AllesNihil"].(bool) && (nihil || !later)
}

// line gives a line of the period, or nil.
func (v *verteller) line(id string) *sheet.LineResult { return v.b.r.Line(v.prefix + id) }

// amount prints a line of the period, or nothing where it does not apply.
func (v *verteller) amount(id string) string { return v.base(v.prefix + id) }

func (v *verteller) base(id string) string {
	if l := v.b.r.Line(id); l != nil && l.Applies {
		return amount(l)
	}
	return ""
}

func (v *verteller) isNil(id string) bool { return v.isEqual(id, decimal.Zero) }

func (v *verteller) isEqual(id string, d decimal.Decimal) bool {
	l := v.line(id)
	return l != nil && l.Value.Equal(d)
}

// isYes tells whether a ja/nee line is there and says ja.
func (v *verteller) isYes(id string) bool {
	l := v.line(id)
	return l != nil && !l.Value.IsZero()
}

// occurs tells whether the line of this name applies for any child.
func (v *verteller) occurs(name string) bool {
	return slices.ContainsFunc(v.kinderen, func(k sheet.Persoon) bool { return v.amount(k.ID+"."+name) != "" })
}

// soort gives the sections of one kind.
func (v *verteller) soort(soort string) []*sheet.Section {
	var out []*sheet.Section
	for _, s := range v.secties {
		if s.Soort == soort {
			out = append(out, s)
		}
	}
	return out
}

// id gives the id of a section without what begins that of its period.
func (v *verteller) id(s *sheet.Section) string { return strings.TrimPrefix(s.ID, v.prefix) }

// plichtigen are who owe maintenance: the two parents first, then stepparents.
func (v *verteller) plichtigen() []sheet.Persoon {
	var out []sheet.Persoon
	for _, s := range v.soort("draagkracht") {
		out = append(out, sheet.Persoon{ID: strings.TrimPrefix(v.id(s), "draagkracht_"), Naam: s.Onderwerp})
	}
	return out
}

// inkomens tells how each income was worked out from gross.
func (v *verteller) inkomens() []map[string]any {
	var out []map[string]any
	for _, s := range v.soort(inkomen) {
		naam := strings.TrimPrefix(v.id(s), "inkomen_")
		if v.line(naam+".bruto.verschuldigd") == nil {
			continue // the netto model, or not of this period
		}
		netto := ".bruto.nbi"
		if v.line(naam+netto) == nil { // not by the Rapport
			netto = ".bruto.netto_inkomen"
		}
		field := func(id string) string {
			if v.isNil(naam + ".bruto." + id) {
				return ""
			}
			return v.amount(naam + ".bruto." + id)
		}
		out = append(out, map[string]any{
			"Naam": s.Onderwerp, "Aanhef": sheet.Capital(s.Onderwerp), "Bruto": v.amount(naam + ".bruto.inkomen_voor_heffing"),
			"Geen":    v.isNil(naam+".bruto.inkomen_voor_heffing") && v.isNil(naam+netto),
			"Verlies": v.line(naam + ".bruto.inkomen_voor_heffing").Value.IsNegative(), "Erbij": field("netto_overig"),
			"Belasting": field("verschuldigd"), "GeenBelasting": v.isNil(naam + ".bruto.verschuldigd"), "Zvw": field("zvw"), "Correcties": field("correcties"),
			"Jaar": v.amount(naam + netto + "_jaar"), "Maand": v.amount(naam + netto),
			"Vakantiegeld": v.heeftRegel(s, ".vakantietoeslag"), "Pensioenpremie": v.heeftRegel(s, ".pensioenpremie"),
			"Winst": field("winst"), "Combinatiekorting": field("combinatiekorting"), "KGB": v.ofKinderen(field("kgb.maand")),
		})
	}
	return out
}

// heeftRegel tells whether a section has a line of which the id ends so, with an
// amount.
func (v *verteller) heeftRegel(s *sheet.Section, eind string) bool {
	return slices.ContainsFunc(v.b.r.Lines(s), func(l *sheet.LineResult) bool { return strings.HasSuffix(l.ID, eind) && !l.Value.IsZero() })
}

func (v *verteller) ouders() []map[string]any {
	var out []map[string]any
	for _, o := range v.plichtigen() {
		oud := ""
		if v.isYes(o.ID+".inkomensverlies.terug_te_verdienen") || v.isYes(o.ID+".inkomensverlies.buiten_beschouwing") {
			oud = v.amount(o.ID + ".nbi_na_verlies")
		}
		out = append(out, map[string]any{
			"Naam": o.Naam, "Aanhef": sheet.Capital(o.Naam), "Nihil": v.isNil(o.ID + ".draagkracht"),
			"Draagkracht": v.amount(o.ID + ".draagkracht"), "Minimum": v.amount(o.ID+".minimumdraagkracht") != "",
			"OudInkomen": oud, "MetWoonbudget": v.metWoonbudget(o),
		})
	}
	return out
}

// metWoonbudget is the draagkracht that somebody would have without the lower
// actual housing costs; empty where these do not count.
func (v *verteller) metWoonbudget(o sheet.Persoon) string {
	if !v.isYes(o.ID + ".tekort_met_woonbudget") {
		return ""
	}
	with := v.line(o.ID + ".draagkracht_woonbudget")
	if with == nil || v.isEqual(o.ID+".draagkracht", with.Value) {
		return ""
	}
	return amount(with)
}

// thuis tells with whom a child of 18 or older lives: that parent pays nothing to
// the child.
func (v *verteller) thuis() []map[string]any {
	var out []map[string]any
	for _, k := range names(v.p.eigen) {
		var betalers []sheet.Persoon
		for _, p := range v.p.eigen {
			if p.Voor.Naam == k {
				betalers = append(betalers, p.Betaler)
			}
		}
		for i, o := range v.plichtigen() {
			if i < ouders && len(betalers) == 1 && betalers[0] != o {
				out = append(out, map[string]any{"Kind": k, "Ouder": o.Naam})
			}
		}
	}
	return out
}

// groep is the section in which the costs of a child are divided; nil where
// there is none.
func (v *verteller) groep(kind sheet.Persoon) *sheet.Section {
	// There is a picture for each child, and its shortage is a line of the group.
	list := v.b.beelden(v.p.periode.Nummer)
	if i := slices.Index(v.kinderen, kind); i >= 0 && i < len(list) {
		for _, d := range list[i].Delen {
			if s := v.b.r.Line(d.Regel).Section(); s.Soort == "verdeling" {
				return s
			}
		}
	}
	return nil
}

// isVanaf21 tells whether a section divides the costs of children of 21 and
// older, over what remains after those under 21.
func (v *verteller) isVanaf21(s *sheet.Section) bool {
	if s == nil {
		return false
	}
	l := v.b.r.Line(s.ID + ".gezamenlijke_draagkracht")
	return l != nil && slices.ContainsFunc(v.plichtigen(), func(o sheet.Persoon) bool { return l.Uses(v.prefix + "voorrang.resteert_" + o.ID) })
}

// kinderenVan gives the children whose costs a section divides.
func (v *verteller) kinderenVan(s *sheet.Section) []sheet.Persoon {
	var out []sheet.Persoon
	for _, k := range v.kinderen {
		if v.groep(k) == s {
			out = append(out, k)
		}
	}
	return out
}

// groepvelden tells how the costs of each group of children are divided.
func (v *verteller) groepvelden() []map[string]any {
	var out []map[string]any
	for _, s := range v.soort("verdeling") {
		kinderen := v.kinderenVan(s)
		if len(kinderen) == 0 {
			continue
		}
		id := v.id(s) + "."
		var dragers []map[string]any
		stief := false
		alleen := ""
		for i, o := range v.plichtigen() {
			if v.amount(id+"aandeel_"+o.ID) == "" || v.isNil(id+"aandeel_"+o.ID) {
				continue
			}
			stief = stief || i >= ouders
			alleen = sheet.Capital(o.Naam)
			dragers = append(dragers, map[string]any{"Naam": o.Naam, "Aandeel": v.amount(id + "aandeel_" + o.ID), "Laatste": false})
		}
		if n := len(dragers); n != 1 {
			alleen = ""
			if n > 1 {
				dragers[n-1]["Laatste"] = true
			}
		}
		out = append(out, map[string]any{
			"Kinderen": enumerate(kinderen), "Tekort": v.amount(id + "tekort"), "Dragers": dragers, "Alleen": alleen, "Stiefouder": stief,
		})
	}
	return out
}

// ouders is how many of who owe maintenance are parents; they come first.
const ouders = 2

// sommen gives the sum behind each amount; children with the same sum are told
// together.
func (v *verteller) sommen() []map[string]any {
	var out []map[string]any
	var children [][]string
	for _, p := range v.p.alle() {
		som := v.som(p)
		same := slices.IndexFunc(out, func(x map[string]any) bool { return maps.Equal(x, som) })
		if same < 0 {
			same = len(out)
			out = append(out, som)
			children = append(children, nil)
		}
		children[same] = append(children[same], p.Voor.Naam)
	}
	for i := range out {
		out[i]["Kinderen"], out[i]["Ieder"] = sheet.Enumerate(children[i]), len(children[i]) > 1
	}
	return out
}

func (v *verteller) som(p sheet.Betaling) map[string]any {
	kind := p.Voor.ID + "."
	aandeel := kind + "aandeel_" + p.Betaler.ID
	if v.line(aandeel) == nil { // of both parents
		aandeel = kind + p.Betaler.ID + ".aandeel_" + p.Betaler.ID
	}
	exact := kind + "bijdrage_onafgerond"
	switch {
	case zelf(p):
		exact = aandeel
	case v.isVerschil(p):
		exact = kind + "verschil_onafgerond"
	}
	meetelt := ""
	if !v.isNil(kind + "zorgkorting_in_aanmerking") {
		meetelt = v.amount(kind + "zorgkorting_in_aanmerking")
	}
	return map[string]any{
		"Betaler": p.Betaler.Naam, "Aandeel": v.amount(aandeel), "GeenAandeel": v.isNil(aandeel), "Zelf": zelf(p), "Verschil": v.isVerschil(p),
		"Zorgkorting": v.amount(kind + "zorgkorting"), "HelftTekort": v.amount(kind + "helft_tekort"), "Meetelt": meetelt,
		"Onafgerond": v.amount(exact), "Rond": v.isEqual(exact, p.Bedrag), "GeenRest": v.isNil(exact), "GeenZorgkorting": v.isNil(kind + "zorgkorting"),
		"Bedrag": sheet.EuroSign + v.b.bedrag(p), "Nihil": p.Bedrag.IsZero(), "Verlaagd": v.isYes("toets_" + p.Betaler.ID + ".verlagen"),
	}
}

// isVerschil tells whether an amount is what zorgkorting exceeds, asked for by
// the other parent.
func (v *verteller) isVerschil(p sheet.Betaling) bool {
	return strings.TrimPrefix(p.Regel, v.prefix) == p.Voor.ID+".bijdrage_verschil"
}

func enumerate(list []sheet.Persoon) string {
	var out []string
	for _, p := range list {
		out = append(out, p.Naam)
	}
	return sheet.Enumerate(out)
}

// ofKinderen gives what is told of kindgebonden budget; it plays no part in a text
// about partneralimentatie alone.
func (v *verteller) ofKinderen(kgb string) string {
	if !slices.Contains(v.b.soorten, kinderalimentatie) {
		return ""
	}
	return kgb
}
