package render

import (
	"slices"
	"strings"

	"annex/calc/sheet"
)

// partner gathers what the texts may mention of partneralimentatie in the period;
// nil where there is none. The ids are those of calc/partner.
func (v *verteller) partner() velden {
	p := v.p.partner
	if p == nil {
		return nil
	}
	const voor = "partneralimentatie."
	regel := func(id string) string {
		if v.isNil(voor + id) {
			return ""
		}
		return v.amount(voor + id)
	}
	f := velden{
		"Plichtige": p.Betaler.Naam, "PlichtigeAanhef": sheet.Capital(p.Betaler.Naam), "Gerechtigde": p.Ontvanger.Naam, "GerechtigdeAanhef": sheet.Capital(p.Ontvanger.Naam),
		"MetKinderen": len(v.b.soorten) > 1, "Bruto": p.Soort == partneralimentatie, "Bedrag": sheet.EuroSign + v.b.bedrag(*p), "Nihil": p.Bedrag.IsZero(), "AllesNihil": p.Bedrag.IsZero(),
		"NodigNu": regel("resterende_behoefte.behoefte"), "Verlaagd": regel("resterende_behoefte.behoefte_na_verlaging"),
		"KostenGerechtigde": regel("resterende_behoefte.kosten_kinderen"), "AandeelGerechtigde": regel("resterende_behoefte.aandeel_kinderen"), "Resteert": regel("resterende_behoefte.resteert"),
		"Zestig": regel("draagkracht.draagkracht"), "AandeelPlichtige": regel("draagkracht.aandeel_kinderen"), "KanNetto": regel("draagkracht.resteert"),
		"KanBruto": regel("bruteren_draagkracht.bruto"), "NodigBruto": regel("bruteren_behoefte.bruto"),
		"NettoKosten": regel("uitkomst." + p.Betaler.ID + ".netto_maand"), "NettoOver": regel("uitkomst." + p.Ontvanger.ID + ".netto_maand"),
		"Lasten": v.lasten(p.Betaler.ID), "TeBestedenPlichtige": regel("uitkomst." + p.Betaler.ID + ".te_besteden"), "TeBestedenGerechtigde": regel("uitkomst." + p.Ontvanger.ID + ".te_besteden"),
		"Ondergrens": "", "Inkomens": []map[string]any(nil),
		"Vergelijking": "", "Vergeleken": v.line(voor+"uitkomst.vergelijking_bruto") != nil || v.line(voor+"uitkomst.vergelijking_netto") != nil,
		"Grens": v.grens(),
	}
	for _, id := range []string{"uitkomst.vergelijking_bruto", "uitkomst.vergelijking_netto"} {
		if text := regel(id); text != "" {
			f["Vergelijking"] = text
		}
	}
	if gekozen := regel("draagkracht.draagkracht_gekozen"); gekozen != "" {
		f["Zestig"] = gekozen
	}
	if l := v.line(voor + "draagkracht.voor_ondergrens"); l != nil && !v.isEqual(voor+"draagkracht.resteert", l.Value) {
		f["Ondergrens"] = amount(l)
	}
	if len(v.b.soorten) == 1 { // else the children's part tells it
		f["Inkomens"] = v.inkomens()
	}
	v.eigenInkomen(f, p.Ontvanger)
	v.behoefte(f)
	return f
}

// eigenInkomen tells what the receiver has, with what could be earned.
func (v *verteller) eigenInkomen(f velden, wie sheet.Persoon) {
	verdien := v.line(wie.ID + ".verdiencapaciteit")
	f["KanVerdienen"] = verdien != nil && !verdien.Value.IsZero()
	f["EigenInkomen"] = v.amount("partneralimentatie.resterende_behoefte.inkomen")
	if f["EigenInkomen"] == "" {
		f["EigenInkomen"] = v.amount(wie.ID + ".nbi")
	}
	f["GeenInkomen"] = v.isNil("partneralimentatie.resterende_behoefte.inkomen") || v.line("partneralimentatie.resterende_behoefte.inkomen") == nil && v.isNil(wie.ID+".nbi")
}

// behoefte tells how the need was found, which is once for all periods.
func (v *verteller) behoefte(f velden) {
	const id = "partneralimentatie.behoefte."
	f["NBGI"], f["EigenAandeel"] = v.base(id+"gezinsinkomen"), v.base(id+"eigen_aandeel")
	if f["NBGI"] == "" {
		f["NBGI"] = v.base("behoefte.gezinsinkomen")
	}
	l := v.b.r.Line(id + "huwelijksgerelateerd")
	vastgesteld := slices.ContainsFunc(l.Inputs(), func(in *sheet.Input) bool { return in.ID == "invoer."+id+"vastgesteld" })
	f["Behoefte"], f["Vastgesteld"], f["Lijst"], f["Reden"] = amount(l), vastgesteld, v.b.r.Line(id+"post_1") != nil, strings.TrimSuffix(l.Toelichting, ".")
	f["Geindexeerd"], f["VerlaagdReden"] = "", ""
	if af := v.line("partneralimentatie.resterende_behoefte.verlaging"); af != nil {
		f["VerlaagdReden"] = strings.TrimSuffix(af.Toelichting, ".")
	}
	if nu := v.line("partneralimentatie.resterende_behoefte.behoefte"); !nu.Value.Equal(l.Value) {
		f["Geindexeerd"] = amount(nu)
	}
}

// grens names the limit that the amount to be paid rests on.
func (v *verteller) grens() string {
	laagste := v.line("partneralimentatie.uitkomst.laagste")
	for _, g := range []string{"draagkracht", "behoefte", "vergelijking"} {
		for _, soort := range []string{"_bruto", "_netto"} {
			if v.isEqual("partneralimentatie.uitkomst."+g+soort, laagste.Value) {
				return g
			}
		}
	}
	return ""
}

// lasten tells what charges of somebody count, the share in a former home among
// them; nothing where there are none.
func (v *verteller) lasten(wie string) []map[string]any {
	var out []map[string]any
	for _, id := range []string{"lasten", "aandeel_woning"} {
		if l := v.line(wie + "." + id); l != nil && !l.Value.IsZero() {
			out = append(out, map[string]any{"Wat": strings.ToLower(l.Label[:1]) + l.Label[1:], "Bedrag": amount(l)})
		}
	}
	return out
}
