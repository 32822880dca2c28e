package render

import (
	"slices"
	"strings"

	"annex/calc/sheet"
)

// wetsvoorstel is the method of which the lines are those of calc/wetsvoorstel.
const wetsvoorstel = "wetsvoorstel-34154"

// voorstel gathers what the texts may mention of a period under Wetsvoorstel
// 34 154. The ids it looks for are those of calc/wetsvoorstel.
func (v *verteller) voorstel() velden {
	ouders := v.dragers()
	f := velden{
		"Kinderen": enumerate(v.kinderen), "MeerKinderen": len(v.kinderen) > 1, "AllesNihil": false,
		"Inkomens": v.inkomens(), "Ouders": ouders, "GeenInzicht": zonderInzicht(ouders), "PerKind": v.perKind(), "Geindexeerd": len(v.soort("inkomenstreden")) > 0,
		"Studenten": v.studenten(), "Toetsen": v.hardheid(), "Gronden": v.gronden(), "Laatste": v.isLaatste(),
	}
	v.behoefteVoorstel(f)
	v.genoeg(f)
	return f
}

// isLaatste tells whether this is the last period with an outcome.
func (v *verteller) isLaatste() bool {
	list := v.b.periods()
	return list[len(list)-1] == v.p.periode.Nummer
}

// rond prints an amount of a table: in whole euros, with cents only where it has any.
func rond(l *sheet.LineResult) string {
	if l == nil || !l.Applies {
		return ""
	}
	places := int32(2)
	if l.Value.IsInteger() {
		places = 0
	}
	return sheet.EuroSign + sheet.FormatNumber(l.Value, places)
}

// procent prints a percentage with no more than two decimals; empty without one.
func procent(l *sheet.LineResult) string {
	if l == nil {
		return ""
	}
	const places = 2
	hele := l.Value.Shift(places)
	if hele.IsInteger() {
		return l.Text()
	}
	return sheet.FormatNumber(hele, places) + "%"
}

func (v *verteller) rond(id string) string { return rond(v.line(id)) }

// behoefteVoorstel tells from what income the costs of the children follow, and what
// they are.
func (v *verteller) behoefteVoorstel(f velden) {
	const id = "gezin.alimentatie_inkomen"
	l := v.b.r.Line(id)
	met := v.b.r.Line("gezin.inkomen_met_kindregelingen")
	hoe := "samen"
	switch {
	case l.Words == "" && len(l.Inputs()) == 0:
		hoe = "geen inzicht"
	case l.Words == "":
		hoe = "opgegeven"
	case strings.HasPrefix(l.Toelichting, "het gemiddelde"):
		hoe = "gemiddeld"
	case isMinimum(l, v.b.r.Line("gezin.minimuminkomen"), met):
		hoe = "minimum"
	}
	f["InkomenToen"], f["Hoe"], f["Met"] = v.base(id), hoe, v.kindregelingen("gezin.", "")
	f["Behoefte"], f["Minimum"] = v.amount("behoefte.behoefte"), v.amount("behoefte.minimum")
	f["Tabelbedrag"], f["Eerder"] = v.amount("behoefte.tabel"), v.amount("behoefte.eerder")
	f["EerderHoger"] = f["Eerder"] != "" && f["Eerder"] == f["Behoefte"]
}

// kindregelingen names what of kinderbijslag and kindgebonden budget is part of an
// income.
func (v *verteller) kindregelingen(voor, prefix string) string {
	var list []string
	for _, x := range []struct{ id, naam string }{{"kinderbijslag", "kinderbijslag"}, {"kindgebonden_budget", "kindgebonden budget"}} {
		if l := v.b.r.Line(prefix + voor + x.id); l != nil && !l.Value.IsZero() {
			list = append(list, x.naam)
		}
	}
	return sheet.Enumerate(list)
}

// beideOuders are the parents, in the order of the case file.
func (v *verteller) beideOuders() []sheet.Persoon {
	naam := map[string]string{}
	for _, p := range v.b.r.Betalingen() {
		naam[p.Betaler.ID] = p.Betaler.Naam
	}
	var out []sheet.Persoon
	for _, s := range v.soort("verdeling") {
		for _, l := range v.b.r.Lines(s) {
			if id, ok := strings.CutPrefix(l.ID, v.prefix+"verdeling.draagt_"); ok {
				out = append(out, sheet.Persoon{ID: id, Naam: naam[id]})
			}
		}
	}
	return out
}

// dragers tells of each parent what income counts, what it can bear by the table,
// and what it bears.
func (v *verteller) dragers() []map[string]any {
	var out []map[string]any
	for _, o := range v.beideOuders() {
		id := o.ID + "."
		m := map[string]any{
			"Naam": o.Naam, "Aanhef": sheet.Capital(o.Naam), "GeenInzicht": v.line(id+"draagkracht") == nil,
			"Inkomen": v.amount(id + "alimentatie_inkomen"), "Met": v.kindregelingen(id, v.prefix), "Minimuminkomen": v.opMinimum(id), "Verwijtbaar": v.verwijtbaar(id),
			"Van": v.rond(id + "trede_van"), "Tot": v.rond(id + "trede_tot"), "Laagste": v.isNil(id + "trede_van"),
			"Tabel": v.amount(id + "draagkracht_tabel"), "Draagkracht": v.amount(id + "draagkracht"), "Vastgesteld": v.amount(id + "draagkracht_vastgesteld"), "Reden": "",
			"Eerdere": v.eerdereKinderen(o), "Rest": v.amount("verdeling.rest_" + o.ID), "GeenRest": v.isNil("verdeling.rest_" + o.ID), "Aandeel": procent(v.line("verdeling.aandeel_" + o.ID)),
			"Draagt": v.amount("verdeling.draagt_" + o.ID), "Kind": v.amount("verdeling.per_kind_" + o.ID),
		}
		if l := v.line(id + "draagkracht_vastgesteld"); l != nil {
			m["Reden"] = strings.TrimSuffix(l.Toelichting, ".")
		}
		out = append(out, m)
	}
	return out
}

// opMinimum tells whether an income is that of the bijstandsnorm, because it is lower.
func (v *verteller) opMinimum(id string) bool {
	met := v.line(id + "inkomen_met_kindregelingen")
	if met == nil {
		met = v.line(id + "netto_inkomen")
	}
	return isMinimum(v.line(id+"alimentatie_inkomen"), v.line(id+"minimuminkomen"), met)
}

// isMinimum tells whether an income is the least it can be, and more than it was.
func isMinimum(l, minimum, was *sheet.LineResult) bool {
	return l != nil && minimum != nil && was != nil && l.Value.Equal(minimum.Value) && was.Value.LessThan(l.Value)
}

// verwijtbaar is what a parent has now, where the income of before counts because
// the parent is to blame for the loss.
func (v *verteller) verwijtbaar(id string) string {
	l := v.line(id + "alimentatie_inkomen_nu")
	if l == nil || v.isEqual(id+"alimentatie_inkomen", l.Value) {
		return ""
	}
	return amount(l)
}

// eerdereKinderen tells what a parent already bears for children of an earlier
// relation.
func (v *verteller) eerdereKinderen(o sheet.Persoon) []map[string]any {
	var out []map[string]any
	for _, s := range v.soort("draagkracht") {
		for _, l := range v.b.r.Lines(s) {
			if strings.HasPrefix(l.ID, v.prefix+o.ID+".eerdere_kinderen_") {
				out = append(out, map[string]any{"Voor": strings.TrimPrefix(l.Label, "Te dragen deel voor "), "Bedrag": amount(l)})
			}
		}
	}
	return out
}

func zonderInzicht(ouders []map[string]any) int {
	n := 0
	for _, o := range ouders {
		if o["GeenInzicht"].(bool) {
			n++
		}
	}
	return n
}

// genoeg tells whether the parents can bear what the children cost, and how it is
// divided.
func (v *verteller) genoeg(f velden) {
	f["Samen"], f["TeDragen"], f["Resterend"] = v.amount("verdeling.draagkracht_samen"), v.amount("verdeling.te_dragen"), v.amount("verdeling.resterende_behoefte")
	f["NietsOver"] = v.isNil("verdeling.rest_samen")
	f["Bijdrage"] = v.minimumbijdrage()
	f["Genoeg"], f["OpMinimum"] = true, false
	samen, behoefte, minimum := v.line("verdeling.draagkracht_samen"), v.line("behoefte.behoefte"), v.line("behoefte.minimum")
	if samen != nil {
		f["Genoeg"] = !samen.Value.LessThan(behoefte.Value)
		f["OpMinimum"] = samen.Value.LessThan(minimum.Value) && samen.Value.LessThan(behoefte.Value)
	}
}

// minimumbijdrage is what each parent bears whatever the income.
func (v *verteller) minimumbijdrage() string {
	for _, n := range v.b.r.Norms() {
		if strings.HasSuffix(n.ID, ".minimumbijdrage") {
			return sheet.EuroSign + n.Text()
		}
	}
	return ""
}

// perKind tells for each child what the parents pay of its costs themselves, and
// what is left to pay.
func (v *verteller) perKind() []map[string]any {
	var out []map[string]any
	for _, k := range v.kinderen {
		m := map[string]any{"Kind": k.Naam, "Zelf": slices.Contains(names(v.p.eigen), k.Naam), "Uitwonend": v.line(k.ID+".kindgebonden_kosten") == nil}
		if m["Uitwonend"].(bool) {
			m["Delen"] = v.deelPerOuder(k)
		} else {
			v.rechtstreeks(k, m)
		}
		out = append(out, m)
	}
	return out
}

// deelPerOuder tells what a child that lives by itself gets of each parent.
func (v *verteller) deelPerOuder(k sheet.Persoon) []map[string]any {
	var out []map[string]any
	for _, o := range v.beideOuders() {
		m := map[string]any{"Ouder": o.Naam, "Bedrag": v.ofNihil(v.line(k.ID + "." + o.ID + ".bijdrage")), "Deel": v.amount(k.ID + ".aandeel_" + o.ID)}
		m["Anders"] = m["Bedrag"] != m["Deel"]
		out = append(out, m)
	}
	return out
}

// rechtstreeks tells of the costs that the parents pay directly. Ander is the parent
// the child is not registered with.
func (v *verteller) rechtstreeks(k sheet.Persoon, m map[string]any) {
	id := k.ID + "."
	var thuis, ander sheet.Persoon
	for _, o := range v.beideOuders() {
		if v.line(id+"zelf_"+o.ID) != nil {
			ander = o
		} else {
			thuis = o
		}
	}
	zelf, deel := v.line(id+"zelf_"+ander.ID), v.line(id+"aandeel_"+ander.ID)
	verschil := zelf.Value.Cmp(deel.Value)
	regel, van, aan := id+"bijdrage", ander, thuis
	if verschil > 0 {
		regel, van, aan = id+"bijdrage_terug", thuis, ander
	}
	if m["Zelf"].(bool) {
		aan = k
	}
	for naam, waarde := range map[string]any{
		"Thuis": thuis.Naam, "ThuisAanhef": sheet.Capital(thuis.Naam), "Ander": ander.Naam, "AnderAanhef": sheet.Capital(ander.Naam), "Behoefte": v.amount(id + "behoefte"),
		"Kindgebonden": v.amount(id + "kindgebonden_kosten"), "KindgebondenThuis": v.amount(id + "kindgebonden_" + thuis.ID), "KindgebondenAnder": v.amount(id + "kindgebonden_" + ander.ID),
		"AllesThuis": v.isNil(id + "kindgebonden_" + ander.ID), "AllesAnder": v.isNil(id + "kindgebonden_" + thuis.ID),
		"Verblijf": v.amount(id + "verblijfskosten"), "VerblijfThuis": v.amount(id + "verblijf_" + thuis.ID), "VerblijfAnder": v.amount(id + "verblijf_" + ander.ID),
		"Nachten": v.line(id + "nachten").Text(), "Percentage": v.amount(id + "verblijfspercentage"), "GeenVerblijf": v.isNil(id + "verblijfspercentage"),
		"AlZelf": amount(zelf), "NietsZelf": zelf.Value.IsZero(), "Deel": amount(deel), "Gelijk": verschil == 0, "Van": van.Naam, "VanAanhef": sheet.Capital(van.Naam), "Aan": aan.Naam,
		"Berekend": v.amount(regel + "_berekend"), "Bedrag": v.amount(regel), "Nihil": v.isNil(regel),
		"Toets": v.bedragNaToets(van, k, regel), "Afgesproken": v.amount(id + "overeengekomen"), "TenMinste": v.amount(id + "overeengekomen_ten_minste"),
		"TeLaag": v.lager(id+"overeengekomen", id+"overeengekomen_ten_minste"),
	} {
		m[naam] = waarde
	}
	v.thuisDraagt(id, thuis, verschil > 0, m)
	m["AndersDoorAfspraak"] = m["Afgesproken"] != "" && m["Bedrag"] != m["Berekend"]
}

// thuisDraagt tells what the parent the child is registered with bears: its share,
// unless the hardship clause or an agreement makes it another amount. Not told where
// the child gets the amount, or where more was agreed than that parent pays.
func (v *verteller) thuisDraagt(id string, thuis sheet.Persoon, betaalt bool, m map[string]any) {
	draagt := id + "thuis_draagt"
	if v.line(draagt) == nil {
		draagt = id + "aandeel_" + thuis.ID
	}
	zelf := id + "thuis_zelf"
	m["ThuisZelf"], m["ThuisNiets"], m["ThuisBetaalt"], m["ThuisDraagt"] = v.amount(zelf), v.isNil(zelf), betaalt, v.amount(draagt)
	m["Sluitend"] = !m["Zelf"].(bool) && (betaalt || !v.lager(zelf, id+"bijdrage"))
}

// bedragNaToets is what the hardship clause makes of an amount; empty where it
// changes nothing.
func (v *verteller) bedragNaToets(van, k sheet.Persoon, regel string) string {
	voor := v.line(regel + "_berekend")
	na := v.line("toets_" + van.ID + "." + k.ID + strings.TrimPrefix(regel, k.ID))
	if na == nil || voor == nil || na.Value.Equal(voor.Value) {
		return ""
	}
	return v.ofNihil(na)
}

// ofNihil prints an amount to be paid; nil is a word.
func (v *verteller) ofNihil(l *sheet.LineResult) string {
	if l.Value.IsZero() {
		return v.b.t.Uitkomst.BedragNihil
	}
	return amount(l)
}

func (v *verteller) lager(een, twee string) bool {
	a, b := v.line(een), v.line(twee)
	return a != nil && b != nil && a.Value.LessThan(b.Value)
}

// studenten tells who bears the further costs of study; nil where there are none.
func (v *verteller) studenten() map[string]any {
	var kosten []map[string]any
	var wie []string
	for _, k := range v.kinderen {
		if bedrag := v.amount("studie." + k.ID + ".kosten"); bedrag != "" {
			kosten = append(kosten, map[string]any{"Kind": k.Naam, "Bedrag": bedrag})
			wie = append(wie, k.Naam)
		}
	}
	if len(kosten) == 0 {
		return nil
	}
	var dragers []map[string]any
	for _, o := range v.beideOuders() {
		if v.isNil("studie.draagt_" + o.ID) {
			continue // who bears nothing is not told of
		}
		dragers = append(dragers, map[string]any{"Naam": o.Naam, "Over": v.amount("studie.over_" + o.ID), "Draagt": v.amount("studie.draagt_" + o.ID)})
	}
	samen := v.line("studie.over_samen")
	geheel := v.line("studie.kosten")
	if geheel == nil {
		for _, k := range v.kinderen {
			if l := v.line("studie." + k.ID + ".kosten"); l != nil {
				geheel = l
			}
		}
	}
	return map[string]any{
		"Kinderen": sheet.Enumerate(wie), "Meer": len(wie) > 1, "Kosten": kosten, "Dragers": dragers, "Inzicht": samen != nil,
		"Samen": v.amount("studie.over_samen"), "Genoeg": samen == nil || !samen.Value.LessThan(geheel.Value), "Niets": v.isNil("studie.over_samen"),
	}
}

// hardheid tells of the hardship clause.
func (v *verteller) hardheid() []map[string]any {
	var out []map[string]any
	for _, s := range v.soort("toets") {
		id := v.id(s) + "."
		na := v.line(id + "na_toets")
		var lasten []map[string]any
		for _, l := range v.b.r.Lines(s) {
			if strings.HasPrefix(l.ID, v.prefix+id+"last_") {
				lasten = append(lasten, map[string]any{"Wat": strings.TrimPrefix(l.Label, "Onvermijdbare last: "), "Bedrag": amount(l)})
			}
		}
		out = append(out, map[string]any{
			"Naam": s.Onderwerp, "Aanhef": sheet.Capital(s.Onderwerp), "Reden": strings.TrimSuffix(na.Toelichting, "."), "Lasten": lasten,
			"Inkomen": v.amount(id + "inkomen"), "Ondergrens": v.amount(id + "ondergrens"), "Ruimte": v.amount(id + "ruimte"), "GeenRuimte": v.isNil(id + "ruimte"),
			"Voor": v.amount(id + "te_betalen"), "Na": amount(na), "Nihil": na.Value.IsZero(), "Verlaagd": v.lager(id+"na_toets", id+"te_betalen"),
			"OpMinimum": v.isEqual(id+"minimum", na.Value) && v.lager(id+"ruimte", id+"minimum"),
		})
	}
	return out
}

// gronden tells for what reasons an amount of before may change; nil in the first
// period.
func (v *verteller) gronden() map[string]any {
	if v.line("wijziging.grond") == nil {
		return nil
	}
	redenen := []map[string]any{}
	anders := false
	for _, s := range v.soort("wijzigingsgronden") {
		for _, l := range v.b.r.Lines(s) {
			if l.Value.IsZero() {
				continue
			}
			anders = anders || strings.HasSuffix(l.ID, ".verschil")
			if grond, ok := strings.CutPrefix(l.ID, v.prefix+"wijziging.grond."); ok {
				redenen = append(redenen, v.reden(grond))
			}
		}
	}
	return map[string]any{"Redenen": redenen, "Anders": anders}
}

// grondsoorten begin the ids of the grounds; whom a ground is about comes behind it.
var grondsoorten = []string{"draagkracht", "inzicht", "eerdere_kinderen", "vervallen", "kosten", "nachten", "inschrijving", "hardheid"}

// reden tells what a ground is, and whom it is about. Without them, the text of a
// ground fails.
func (v *verteller) reden(id string) map[string]any {
	list := slices.Concat(v.beideOuders(), v.kinderen)
	for _, p := range v.b.r.Betalingen() {
		list = append(list, p.Voor) // also who is a child of an earlier period only
	}
	for _, soort := range grondsoorten {
		for _, p := range list {
			if id == soort+"_"+p.ID {
				return map[string]any{"Soort": soort, "Wie": p.Naam}
			}
		}
	}
	return nil
}
