package render

import (
	"maps"
	"slices"
	"strings"

	"annex/calc/sheet"

	"github.com/shopspring/decimal"
)

// uitleg tells in plain language how the amounts of each period came about, and
// shows who bears what.
func (b *bijlage) uitleg() {
	b.deel(b.t.Koppen.Uitleg, false)
	periods := b.periods()
	for _, nr := range periods {
		if len(periods) > 1 {
			perKind, _ := b.betalingen(nr)
			b.add(Kop{Niveau: 2, Tekst: sheet.Capital(perKind[0].Periode.Tekst)})
		}
		velden := b.uitlegVelden(nr)
		for _, u := range naarSoort(b, b.t.Uitleg) {
			if text := b.vul(u.Tekst, velden); text != "" {
				b.add(Kop{Niveau: 3, Tekst: b.vul(u.Kop, velden)})
				for _, alinea := range strings.Split(text, "\n") {
					b.add(Alinea{Tekst: strings.TrimSpace(alinea)})
				}
			}
		}
		b.figuur(nr)
	}
}

// figuur shows who bears what of the costs of each child. Children for whom
// everything is the same share a bar.
func (b *bijlage) figuur(periode int) {
	f := Figuur{Bijschrift: b.t.Figuur.Bijschrift}
	var children [][]string
	for _, picture := range b.r.Beelden() {
		if picture.Periode.Nummer != periode {
			continue
		}
		balk := b.balk(picture)
		if i := slices.IndexFunc(f.Balken, func(x Balk) bool { return x.equal(balk) }); i >= 0 {
			children[i] = append(children[i], picture.Naam)
			continue
		}
		f.Balken = append(f.Balken, balk)
		children = append(children, []string{picture.Naam})
	}
	if len(f.Balken) == 0 {
		return
	}
	for i := range f.Balken {
		f.Balken[i].Naam = sheet.Enumerate(children[i])
		f.Alternatief = strings.TrimSpace(f.Alternatief + " " + b.gesproken(f.Balken[i]))
	}
	b.add(f)
}

// balk makes one bar of a picture; parts that do not occur are left out.
func (b *bijlage) balk(p sheet.Beeld) Balk {
	balk := Balk{Naam: p.Naam, Tekst: amount(b.r.Line(p.Geheel))}
	for _, d := range p.Delen {
		l := b.r.Line(d.Regel)
		if !l.Value.IsZero() && l.Applies {
			balk.Delen = append(balk.Delen, Deel{Naam: d.Naam, Waarde: l.Value, Tekst: amount(l)})
		}
	}
	return balk
}

// equal tells whether two bars are the same but for their names.
func (b Balk) equal(c Balk) bool {
	return b.Tekst == c.Tekst && slices.EqualFunc(b.Delen, c.Delen, func(x, y Deel) bool { return x.Naam == y.Naam && x.Tekst == y.Tekst })
}

// gesproken says in words what a bar shows.
func (b *bijlage) gesproken(balk Balk) string {
	var delen []map[string]any
	for _, d := range balk.Delen {
		delen = append(delen, map[string]any{"Naam": sheet.Capital(d.Naam), "Bedrag": d.Tekst})
	}
	return b.vul(b.t.Figuur.Alternatief, map[string]any{"Kind": balk.Naam, "Geheel": balk.Tekst, "Delen": delen})
}

// uitlegVelden gathers what the plain-language texts may mention of one period.
func (b *bijlage) uitlegVelden(periode int) map[string]any {
	v := verteller{b, ""}
	if len(b.periods()) > 1 {
		perKind, _ := b.betalingen(periode)
		v.prefix, _, _ = strings.Cut(perKind[0].Regel, ".")
		v.prefix += "."
	}
	perKind, _ := b.betalingen(periode)
	velden := map[string]any{
		"Kinderen": sheet.Enumerate(names(perKind)), "MeerKinderen": len(perKind) > 1,
		"EigenAandeel": v.amount("behoefte.eigen_aandeel"), "Tekort": v.amount("verdeling.tekort"),
		"Gezinsinkomen": v.base("behoefte.gezinsinkomen"), "Vastgesteld": v.base("behoefte.vastgesteld"), "Reden": "",
		"Ouders": v.ouders(perKind), "Alleen": v.alleen(perKind), "Sommen": v.sommen(perKind),
		"AllesNihil": !slices.ContainsFunc(perKind, func(p sheet.Betaling) bool { return !p.Bedrag.IsZero() }),
	}
	if l := b.r.Line("behoefte.vastgesteld"); l != nil {
		velden["Reden"] = strings.TrimSuffix(l.Toelichting, ".")
	}
	if len(perKind) > 0 {
		maps.Copy(velden, v.grondslag(perKind[0].Periode))
	}
	maps.Copy(velden, b.indexeringVelden())
	return velden
}

// verteller finds the lines of one period for the plain-language texts.
type verteller struct {
	b      *bijlage
	prefix string // of the ids of its lines
}

// amount prints a line of the period, or nothing where it does not apply.
func (v verteller) amount(id string) string { return v.base(v.prefix + id) }

func (v verteller) base(id string) string {
	if l := v.b.r.Line(id); l != nil && l.Applies {
		return amount(l)
	}
	return ""
}

// grondslag tells how the eigen aandeel of a period was found: the amount it
// started from, what indexation made of it, and whether exceptional costs came
// on top.
func (v verteller) grondslag(p sheet.Periode) map[string]any {
	zonderKosten := v.prefix + "behoefte.eigen_aandeel_tabel"
	bijzonder := v.b.r.Line(zonderKosten) != nil
	if !bijzonder {
		zonderKosten = v.prefix + "behoefte.eigen_aandeel"
	}
	out := map[string]any{"Grondbedrag": v.base(zonderKosten), "Geindexeerd": "", "BijzondereKosten": bijzonder}
	if v.b.r.Line("behoefte.geindexeerd_"+p.Vanaf[:4]) == nil {
		return out
	}
	out["Geindexeerd"] = v.base(zonderKosten)
	for _, id := range []string{"behoefte.vastgesteld", "behoefte.tabelbedrag", "behoefte.gemiddelde_onafgerond"} {
		if l := v.b.r.Line(id); l != nil {
			out["Grondbedrag"] = euro + sheet.FormatNumber(l.Value, 2)
		}
	}
	return out
}

// alleen names the parent who bears all costs because the other can bear none;
// empty when both bear some, or neither does.
func (v verteller) alleen(perKind []sheet.Betaling) string {
	var dragers []string
	for _, o := range v.ouders(perKind) {
		if o["Nihil"] == false {
			dragers = append(dragers, o["Aanhef"].(string))
		}
	}
	if len(dragers) != 1 {
		return ""
	}
	return dragers[0]
}

func (v verteller) isNil(id string) bool { return v.isEqual(id, decimal.Zero) }

func (v verteller) isEqual(id string, d decimal.Decimal) bool {
	l := v.b.r.Line(v.prefix + id)
	return l != nil && l.Value.Equal(d)
}

func (v verteller) ouders(perKind []sheet.Betaling) []map[string]any {
	var out []map[string]any
	var seen []string
	for _, p := range perKind {
		for _, o := range []sheet.Persoon{p.Ontvanger, p.Betaler} {
			if slices.Contains(seen, o.ID) {
				continue
			}
			seen = append(seen, o.ID)
			out = append(out, map[string]any{
				"Naam": o.Naam, "Aanhef": sheet.Capital(o.Naam), "Nihil": v.isNil(o.ID + ".draagkracht"),
				"Draagkracht": v.amount(o.ID + ".draagkracht"), "Aandeel": v.amount("verdeling.aandeel_" + o.ID),
				"Minimum": v.amount(o.ID+".minimumdraagkracht") != "",
			})
		}
	}
	return out
}

// sommen gives the sum for each child; children with the same sum are told
// together.
func (v verteller) sommen(perKind []sheet.Betaling) []map[string]any {
	var out []map[string]any
	var children [][]string
	for _, p := range perKind {
		kind := p.Voor.ID + "."
		som := map[string]any{
			"Betaler": p.Betaler.Naam, "Aandeel": v.amount(kind + "aandeel_" + p.Betaler.ID),
			"Zorgkorting": v.amount(kind + "zorgkorting"), "HelftTekort": v.amount(kind + "helft_tekort"),
			"Meetelt": "", "Onafgerond": v.amount(kind + "bijdrage_onafgerond"),
			"Bedrag": euro + v.b.r.Line(p.Regel).Text(), "Nihil": p.Bedrag.IsZero(),
			"GeenAandeel": v.isNil(kind + "aandeel_" + p.Betaler.ID),
			"Rond":        v.isEqual(kind+"bijdrage_onafgerond", p.Bedrag),
		}
		if !v.isNil(kind + "zorgkorting_in_aanmerking") {
			som["Meetelt"] = v.amount(kind + "zorgkorting_in_aanmerking")
		}
		same := slices.IndexFunc(out, func(x map[string]any) bool {
			for key, value := range som {
				if x[key] != value {
					return false
				}
			}
			return true
		})
		if same >= 0 {
			children[same] = append(children[same], p.Voor.Naam)
			continue
		}
		out = append(out, som)
		children = append(children, []string{p.Voor.Naam})
	}
	for i := range out {
		out[i]["Kinderen"], out[i]["Ieder"] = sheet.Enumerate(children[i]), len(children[i]) > 1
	}
	return out
}
