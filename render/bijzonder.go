package render

import (
	"slices"
	"strings"

	"annex/calc/sheet"

	"github.com/shopspring/decimal"
)

// kosten tells what the children cost: by the table, as stated, or from 18 by the
// norms for students.
func (v *verteller) kosten() velden {
	var tabel []sheet.Persoon
	var gesteld, volwassenen []map[string]any
	bijzonder := []map[string]any{}
	for _, k := range v.kinderen {
		id := "behoefte." + k.ID + "."
		switch {
		case v.line(id+"budget") != nil:
			volwassenen = append(volwassenen, map[string]any{
				"Kind": k.Naam, "Budget": v.amount(id + "budget"), "Eigen": v.amount(id + "eigen_middelen"),
				"Rest": v.amount(id + "behoefte"), "Niets": v.isNil(id + "behoefte"), "Studeert": v.line(id+"lesgeld") != nil,
				"Leeftijd": leeftijd[v.isVanaf21(v.groep(k))],
			})
		case v.line(id+"vastgesteld") != nil:
			was := v.line(id + "vastgesteld")
			nu := v.amount(id + "behoefte")
			if v.isEqual(id+"behoefte", was.Value) {
				nu = ""
			}
			gesteld = append(gesteld, map[string]any{"Kind": k.Naam, "Bedrag": amount(was), "Nu": nu, "Reden": strings.TrimSuffix(was.Toelichting, ".")})
		default:
			tabel = append(tabel, k)
			if met := v.line(id + "eigen_aandeel"); met != nil && !met.Value.Equal(v.zonderKosten()) {
				bijzonder = append(bijzonder, map[string]any{"Kind": k.Naam, "Bedrag": amount(met)})
			}
		}
	}
	f := velden{
		"TabelKinderen": enumerate(tabel), "MeerTabelKinderen": len(tabel) > 1, "AlleenTabel": len(tabel) == len(v.kinderen),
		"Gesteld": gesteld, "Volwassenen": volwassenen, "BijzondereKosten": bijzonder, "EigenAandeel": v.amount("behoefte.eigen_aandeel"),
		"Gezinsinkomen": v.base("behoefte.gezinsinkomen"), "Vastgesteld": v.base("behoefte.vastgesteld"), "Reden": "",
		"ZelfKinderen": sheet.Enumerate(names(v.p.eigen)), "MeerZelfKinderen": len(names(v.p.eigen)) > 1,
	}
	if l := v.b.r.Line("behoefte.vastgesteld"); l != nil {
		f["Reden"] = strings.TrimSuffix(l.Toelichting, ".")
	}
	v.grondslag(f)
	return f
}

// leeftijd is from what age the law sees a child otherwise, by whether it is 21.
var leeftijd = map[bool]string{false: "18", true: "21"}

// zonderKosten is what each child costs by the table, without exceptional costs.
func (v *verteller) zonderKosten() decimal.Decimal {
	for _, id := range []string{"eigen_aandeel_per_kind", "eigen_aandeel_tabel"} {
		if l := v.line("behoefte." + id); l != nil {
			return l.Value
		}
	}
	return decimal.Zero
}

// grondslag tells how the eigen aandeel by the table was found: the amount it
// started from, and what indexation or a higher income made of it.
func (v *verteller) grondslag(f velden) {
	id := v.prefix + "behoefte.eigen_aandeel_tabel"
	f["PerKind"] = ""
	if v.b.r.Line(id) != nil {
		f["PerKind"] = v.amount("behoefte.eigen_aandeel_per_kind")
	} else {
		id = v.prefix + "behoefte.eigen_aandeel"
	}
	nu := v.base(id)
	f["Grondbedrag"], f["Geindexeerd"], f["Gestegen"], f["Opnieuw"] = nu, "", "", ""
	l := v.b.r.Line(id)
	if l == nil {
		return
	}
	gestegen := l.Uses("behoefte.stijging.hoger") && !v.b.r.Line("behoefte.stijging.hoger").Value.IsZero()
	geindexeerd := v.p.periode.Vanaf != "" && v.b.r.Line("behoefte.geindexeerd_"+v.p.periode.Vanaf[:4]) != nil
	if !gestegen && !geindexeerd {
		return
	}
	for _, id := range []string{"behoefte.vastgesteld", "behoefte.tabelbedrag", "behoefte.gemiddelde_onafgerond"} {
		if l := v.b.r.Line(id); l != nil {
			f["Grondbedrag"] = sheet.EuroSign + sheet.FormatNumber(l.Value, 2)
		}
	}
	if gestegen {
		f["Gestegen"], f["Opnieuw"] = v.base("behoefte.stijging.inkomen"), nu
		return
	}
	f["Geindexeerd"] = nu
}

// bijzonder tells of what occurs in few cases only; each is empty where it does
// not.
func (v *verteller) bijzonder() velden {
	return velden{
		"Stiefouders": v.stiefouders(), "Samenlopen": v.samenlopen(), "Vanaf21": v.vanaf21(),
		"Verschillen": v.verschillen(), "Toetsen": v.toetsen(), "Wijzigingen": v.wijzigingen(),
	}
}

// stiefouders tells which stepparents bear part of the costs of which children.
func (v *verteller) stiefouders() []map[string]any {
	var out []map[string]any
	for i, o := range v.plichtigen() {
		if i < ouders {
			continue
		}
		var kinderen []sheet.Persoon
		for _, s := range v.soort("verdeling") {
			if v.line(v.id(s)+".aandeel_"+o.ID) != nil {
				kinderen = append(kinderen, v.kinderenVan(s)...)
			}
		}
		if len(kinderen) > 0 {
			out = append(out, map[string]any{"Naam": o.Naam, "Aanhef": sheet.Capital(o.Naam), "Kinderen": enumerate(kinderen)})
		}
	}
	return out
}

// samenlopen tells of who owes maintenance for several families.
func (v *verteller) samenlopen() []map[string]any {
	var out []map[string]any
	for _, o := range v.plichtigen() {
		id := "samenloop." + o.ID + "."
		samen := v.amount(id + "aandelen_onverdeeld")
		if samen == "" {
			continue
		}
		tekort := v.isYes(id + "komt_tekort")
		out = append(out, map[string]any{
			"Naam": o.Naam, "Aanhef": sheet.Capital(o.Naam), "Samen": samen, "Draagkracht": v.amount(o.ID + ".draagkracht"),
			"Tekort": tekort, "Verdeeld": tekort || v.isYes("samenloop.verdelen"), "Deel": v.amount(id + "eigen.draagkracht"), "Kinderen": enumerate(v.onder21()),
		})
	}
	return out
}

// onder21 gives the children who do not come last.
func (v *verteller) onder21() []sheet.Persoon {
	return slices.DeleteFunc(slices.Clone(v.kinderen), func(k sheet.Persoon) bool { return v.isVanaf21(v.groep(k)) })
}

// vanaf21 tells of the children of 21 and older, who come last.
func (v *verteller) vanaf21() map[string]any {
	for _, s := range v.soort("verdeling") {
		kinderen := v.kinderenVan(s)
		if !v.isVanaf21(s) || len(kinderen) == 0 {
			continue
		}
		resten := []map[string]any{} // empty: nothing remains
		for _, o := range v.plichtigen() {
			if rest := "voorrang.resteert_" + o.ID; v.amount(rest) != "" && !v.isNil(rest) {
				resten = append(resten, map[string]any{"Naam": o.Naam, "Bedrag": v.amount(rest)})
			}
		}
		return map[string]any{"Kinderen": enumerate(kinderen), "Meer": len(kinderen) > 1, "Resten": resten}
	}
	return nil
}

// verschillen tells of who asks that the other parent pays what zorgkorting
// exceeds.
func (v *verteller) verschillen() []map[string]any {
	var out []map[string]any
	for _, p := range v.b.r.Betalingen() {
		if p.Geindexeerd || p.Periode.Nummer != v.p.periode.Nummer || !v.isVerschil(p) {
			continue
		}
		out = append(out, map[string]any{
			"Kind": p.Voor.Naam, "Vrager": p.Ontvanger.Naam, "VragerAanhef": sheet.Capital(p.Ontvanger.Naam), "Betaler": p.Betaler.Naam,
			"Zorgkorting": v.amount(p.Voor.ID + ".zorgkorting"), "Bedrag": sheet.EuroSign + v.b.bedrag(p),
			"MoetDragen": v.grensIsAandeel(p), "Toegewezen": v.amount(p.Voor.ID+".verschil_onafgerond") != "",
		})
	}
	return out
}

// grensIsAandeel tells whether zorgkorting is held against the share of who asks,
// instead of the draagkracht.
func (v *verteller) grensIsAandeel(p sheet.Betaling) bool {
	l := v.line(p.Voor.ID + ".verschil_onafgerond")
	return l != nil && l.Uses(v.prefix+p.Voor.ID+".aandeel_"+p.Ontvanger.ID)
}

// toetsen tells what each payer keeps to live on. A floor that only holds where
// lost income is left out of account has nothing to say otherwise.
func (v *verteller) toetsen() []map[string]any {
	var out []map[string]any
	for _, s := range v.soort("toets") {
		id := v.id(s) + "."
		wie := strings.TrimPrefix(v.id(s), "toets_")
		toets := v.line(id+"noodzakelijke_lasten") != nil
		if !toets && !v.isYes(wie+".inkomensverlies.buiten_beschouwing") {
			continue
		}
		hoogste := id + "plafond"
		if v.line(hoogste) == nil {
			hoogste = id + "resteert"
		}
		out = append(out, map[string]any{
			"Naam": s.Onderwerp, "Aanhef": sheet.Capital(s.Onderwerp), "Inkomen": v.amount(id + "nbi"), "Hoogste": v.amount(hoogste), "Toets": toets,
			"Voor": v.amount(id + "voor_toets"), "Na": v.amount(id + "na_toets"), "Niets": v.isNil(hoogste), "Nihil": v.isNil(id + "na_toets"), "Verlaagd": v.isYes(id + "verlagen"),
		})
	}
	return out
}

// wijzigingen tells of an earlier contribution for a child.
func (v *verteller) wijzigingen() []map[string]any {
	var out []map[string]any
	for _, k := range v.kinderen {
		id := "wijziging." + k.ID + "."
		if v.line(id+"eerder") == nil {
			continue
		}
		nu := ""
		if p := v.p.periode.Vanaf; p != "" {
			nu = v.amount(id + "geindexeerd_" + p[:4])
		}
		betaler, samen := v.betalers(v.line(id + "nieuw"))
		out = append(out, map[string]any{"Kind": k.Naam, "Eerder": v.amount(id + "eerder"), "Geindexeerd": nu, "Nieuw": v.amount(id + "nieuw"), "Nihil": v.line(id + "nieuw").Value.IsZero(), "Betaler": betaler, "Samen": samen})
	}
	return out
}

// betalers tells of an amount that stands for one or more to be paid who pays it: the
// one, or that several do together.
func (v *verteller) betalers(l *sheet.LineResult) (naam string, samen bool) {
	var namen []string
	for _, p := range v.b.r.Betalingen() { // also of nil
		if p.Voor.ID != "" && !p.Geindexeerd && l.Uses(p.Regel) && !slices.Contains(namen, p.Betaler.Naam) {
			namen = append(namen, p.Betaler.Naam)
		}
	}
	if len(namen) == 1 {
		return namen[0], false
	}
	return "", len(namen) > 1
}
