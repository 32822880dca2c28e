package calc

import (
	"maps"
	"reflect"
	"time"

	"annex/calc/sheet"
	"annex/calc/vergelijk"
	"annex/calc/zaak"
	"annex/norms"

	"github.com/shopspring/decimal"
)

// Variant is a case under the name by which it is compared.
type Variant struct {
	Naam string
	Zaak *zaak.Zaak
}

// Vergelijk calculates variants of a case and puts them beside each other; there are
// at least two. Errors are those of Compute.
func Vergelijk(varianten []Variant, set *norms.Set, versie string) (*vergelijk.Vergelijking, error) {
	kolommen := make([]vergelijk.Kolom, len(varianten))
	for i, x := range varianten {
		r, err := Compute(x.Zaak, set, versie)
		if err != nil {
			return nil, err
		}
		kolommen[i] = vergelijk.Kolom{Naam: x.Naam, Methode: x.Zaak.Methode, Result: r}
	}
	v := vergelijk.Varianten(kolommen, personen(varianten[0].Zaak))
	v.Gegevens = append(v.Gegevens, keuzeverschillen(varianten)...)
	for i := range varianten[1:] {
		v.Oorzaken = append(v.Oorzaken, oorzaken(v, varianten, i+1, set)...)
	}
	return v, nil
}

// VergelijkMethoden calculates one case under several methods, and puts the results
// beside each other. The case was read for all of them (zaak.Opties.Methoden).
func VergelijkMethoden(z *zaak.Zaak, methoden []string, set *norms.Set, versie string) (*vergelijk.Vergelijking, error) {
	kolommen := make([]vergelijk.Kolom, len(methoden))
	for i, methode := range methoden {
		onder := *z
		onder.Methode = methode
		r, err := Compute(&onder, set, versie)
		if err != nil {
			return nil, err
		}
		kolommen[i] = vergelijk.Kolom{Naam: methode, Methode: methode, Result: r}
	}
	return vergelijk.Methoden(kolommen, personen(z)), nil
}

// keuzen name the choices of a case file. They are no facts a calculation rests on,
// but make a difference like one.
var keuzen = []struct {
	sleutel, wat string
	waarde       func(zaak.Keuzes) string
}{
	{"lage_inkomens", "Draagkracht bij de laagste inkomens", func(k zaak.Keuzes) string { return k.LageInkomens }},
	{"samenloop", "Kinderen in meer gezinnen", func(k zaak.Keuzes) string { return k.Samenloop }},
	{"zorgtoeslag", "Zorgtoeslag van een kind vanaf 18 jaar", func(k zaak.Keuzes) string { return k.Zorgtoeslag }},
	{"zorgkorting_verschil", "Verschil met de zorgkorting", func(k zaak.Keuzes) string { return k.ZorgkortingVerschil }},
	{"belastingafronding", "Afronding van belasting en kortingen", func(k zaak.Keuzes) string { return k.Belastingafronding }},
	{"inkomensvergelijking_kgb", "Kindgebonden budget bij de inkomensvergelijking", func(k zaak.Keuzes) string { return k.VergelijkingKGB }},
	{"partnerdraagkracht_kgb", "Kindgebonden budget bij de draagkracht voor partneralimentatie", func(k zaak.Keuzes) string { return k.PartnerdraagkrachtKGB }},
	{"aandeelafronding", "Afronding van het aandeel in de behoefte", func(k zaak.Keuzes) string { return k.Aandeelafronding }},
	{"inkomenstreden", "Inkomenstreden van de draagkrachttabel", func(k zaak.Keuzes) string { return k.Inkomenstreden }},
}

// keuzeverschillen gives the choices that are not the same in every variant.
func keuzeverschillen(varianten []Variant) []vergelijk.Gegeven {
	var out []vergelijk.Gegeven
	for _, k := range keuzen {
		g := vergelijk.Gegeven{Groep: "Gemaakte keuzes", Omschrijving: k.wat}
		verschilt := false
		for _, x := range varianten {
			waarde := k.waarde(x.Zaak.Keuzes)
			g.Waarden = append(g.Waarden, &sheet.Uitgangspunt{Groep: g.Groep, Omschrijving: k.wat, Waarde: waarde, Pad: "keuzes." + k.sleutel})
			verschilt = verschilt || waarde != g.Waarden[0].Waarde
		}
		if verschilt {
			out = append(out, g)
		}
	}
	return out
}

// personen gives those of whom the steps of several methods are told.
func personen(z *zaak.Zaak) vergelijk.Personen {
	var wie vergelijk.Personen
	for _, o := range z.Ouders {
		wie.Ouders = append(wie.Ouders, sheet.Persoon{ID: o.ID, Naam: o.Aanduiding})
	}
	for _, k := range z.Kinderen {
		wie.Kinderen = append(wie.Kinderen, sheet.Persoon{ID: k.ID, Naam: k.Naam})
	}
	return wie
}

// oorzaken tells, for each period that two variants have, what their differences do
// to the amounts: as verloop does for two periods of a case.
func oorzaken(v *vergelijk.Vergelijking, varianten []Variant, kolom int, set *norms.Set) []vergelijk.Oorzaak {
	van, naar := varianten[0].Zaak, varianten[kolom].Zaak
	if waarom := onvergelijkbaar(van, naar); waarom != "" {
		return []vergelijk.Oorzaak{{Kolom: kolom, Waarom: waarom}}
	}
	var out []vergelijk.Oorzaak
	for i := range min(len(van.Perioden), len(naar.Perioden)) {
		o := vergelijk.Oorzaak{Kolom: kolom, Periode: i + 1}
		verloop, err := tussenVarianten(v, varianten, kolom, i, set)
		switch {
		case err != nil:
			// Both variants were calculated before. What lies between them need be no
			// case that could be asked: a need of 2025 in a period of 2024.
			o.Waarom = "Een van de tussenstappen is niet te berekenen."
		case verloop == nil:
			o.Waarom = "De perioden van deze zaak hangen samen; los van elkaar geven zij andere bedragen."
		case len(verloop.Stappen) == 0:
			continue // nothing that matters differs
		default:
			o.Verloop = *verloop
			o.Verloop.Van, o.Verloop.Naar = v.Perioden[i].Wanneer[0], v.Perioden[i].Wanneer[kolom]
		}
		out = append(out, o)
	}
	return out
}

// opZichzelf tells whether a period alone gives the amounts that it has in the case.
func opZichzelf(z *zaak.Zaak, set *norms.Set, periode int, want map[kolom]decimal.Decimal) (bool, error) {
	got, err := bedragen(z, set, z.Perioden[periode])
	return maps.EqualFunc(got, want, decimal.Decimal.Equal), err
}

// tussenVarianten changes one period of the first variant into that of another, fact
// by fact; nil where a period alone does not give what it gives in its case.
func tussenVarianten(v *vergelijk.Vergelijking, varianten []Variant, nr, i int, set *norms.Set) (*sheet.Verloop, error) {
	van, naar := varianten[0], varianten[nr]
	begin, einde := perKolom(v.Kolommen[0].Result.Betalingen(), i+1), perKolom(v.Kolommen[nr].Result.Betalingen(), i+1)
	for _, x := range []struct {
		zaak *zaak.Zaak
		want map[kolom]decimal.Decimal
	}{{van.Zaak, begin}, {naar.Zaak, einde}} {
		if ok, err := opZichzelf(x.zaak, set, i, x.want); err != nil || !ok {
			return nil, err
		}
	}
	verloop, err := volg(van.Zaak, set, van.Zaak.Perioden[i], zaakstappen(v, nr, van.Zaak, naar.Zaak, i), begin, einde, stap{
		"Overige gegevens", "zoals in " + van.Naam, "zoals in " + naar.Naam,
		func(z *zaak.Zaak, nu *zaak.Periode) { *z, *nu = *naar.Zaak, naar.Zaak.Perioden[i] },
	})
	return &verloop, err
}

// onvergelijkbaar says why the differences between two cases cannot be followed one
// by one; empty where they can.
func onvergelijkbaar(a, b *zaak.Zaak) string {
	ouders := func(z *zaak.Zaak) (out []zaak.Ouder) {
		out = append(out, z.Ouders[:]...)
		for _, s := range z.Stiefouders {
			out = append(out, s.Ouder)
		}
		return out
	}
	kinderen := func(z *zaak.Zaak) (out []zaak.Kind) {
		for _, k := range z.Kinderen {
			out = append(out, zaak.Kind{ID: k.ID, Naam: k.Naam, Geboren: k.Geboren, Anoniem: k.Anoniem})
		}
		return out
	}
	switch pa, pb := a.Partneralimentatie, b.Partneralimentatie; {
	case a.Methode != b.Methode:
		return "De methode verschilt; daarom zijn de gegevens niet één voor één te volgen."
	case !gelijk(ouders(a), ouders(b)) || !gelijk(kinderen(a), kinderen(b)):
		return "De ouders of de kinderen zijn niet dezelfde; daarom zijn de gegevens niet één voor één te volgen."
	case manier(a.Behoefte) != manier(b.Behoefte):
		return "De behoefte is niet op dezelfde manier bepaald; daarom zijn de gegevens niet één voor één te volgen."
	case (pa == nil) != (pb == nil) || pa != nil && pa.Gerechtigde != pb.Gerechtigde:
		return "De partneralimentatie is niet in beide gevraagd, of niet door dezelfde; daarom zijn de gegevens niet één voor één te volgen."
	}
	return ""
}

// manier tells the ways apart in which the need of the children is found: what the
// rest of a case file holds depends on it.
func manier(b zaak.Behoefte) [4]bool {
	return [4]bool{b.Gezinsinkomen != nil, b.NooitSamengewoond != nil, b.Vastgesteld != nil, b.Wetsvoorstel != nil}
}

// zaakstappen gives what differs between two cases in one period: first what holds
// for every period, then the facts of the period itself.
func zaakstappen(v *vergelijk.Vergelijking, kolom int, van, naar *zaak.Zaak, periode int) []stap {
	var out []stap
	voeg := func(wat, pad string, hetzelfde bool, zet func(z *zaak.Zaak)) {
		if hetzelfde {
			return
		}
		s := stap{wat: wat, van: v.Opgegeven(0, kolom, pad), naar: v.Opgegeven(kolom, 0, pad), zet: func(z *zaak.Zaak, _ *zaak.Periode) { zet(z) }}
		if s.van == "" || s.naar == "" {
			s.van, s.naar = "zoals in "+v.Kolommen[0].Naam, "zoals in "+v.Kolommen[kolom].Naam
		}
		out = append(out, s)
	}
	voeg("Gemaakte keuzes", "keuzes.", van.Keuzes == naar.Keuzes, func(z *zaak.Zaak) { z.Keuzes = naar.Keuzes })
	voeg("Waaruit de behoefte volgt", "behoefte.", gelijk(van.Behoefte, naar.Behoefte), func(z *zaak.Zaak) { z.Behoefte = naar.Behoefte })
	voeg("Bijzondere kosten van de kinderen", "kinderen.", gelijk(kosten(van), kosten(naar)), func(z *zaak.Zaak) { z.Kinderen = naar.Kinderen })
	voeg("Waaruit de partneralimentatie volgt", "partneralimentatie.", gelijk(van.Partneralimentatie, naar.Partneralimentatie), func(z *zaak.Zaak) { z.Partneralimentatie = naar.Partneralimentatie })
	a, b := van.Perioden[periode], naar.Perioden[periode]
	verschillen := feiten(naar, a, b)
	if a.Vanaf.Equal(b.Vanaf) {
		verschillen = verschillen[1:] // the day comes first
	}
	return append(out, stappenNaar(verschillen, b)...)
}

// kosten gives the exceptional costs of each child.
func kosten(z *zaak.Zaak) (out [][]zaak.BijzondereKost) {
	for _, k := range z.Kinderen {
		out = append(out, k.BijzondereKosten)
	}
	return out
}

// gelijk tells whether two parts of a case file say the same. Where it stands and
// what it is taken from make no difference.
func gelijk[T any](a, b T) bool { return zelfde(reflect.ValueOf(a), reflect.ValueOf(b)) }

var zonderBelang = map[string]bool{"Plek": true, "Bron": true, "Toelichting": true, "Reden": true}

func zelfde(a, b reflect.Value) bool {
	if a.CanInterface() {
		switch x := a.Interface().(type) {
		case decimal.Decimal:
			return x.Equal(b.Interface().(decimal.Decimal))
		case time.Time:
			return x.Equal(b.Interface().(time.Time))
		}
	}
	switch a.Kind() {
	case reflect.Pointer:
		if a.IsNil() || b.IsNil() {
			return a.IsNil() == b.IsNil()
		}
		return zelfde(a.Elem(), b.Elem())
	case reflect.Struct:
		for i := range a.NumField() {
			if !zonderBelang[a.Type().Field(i).Name] && !zelfde(a.Field(i), b.Field(i)) {
				return false
			}
		}
		return true
	case reflect.Slice, reflect.Array:
		if a.Len() != b.Len() {
			return false
		}
		for i := range a.Len() {
			if !zelfde(a.Index(i), b.Index(i)) {
				return false
			}
		}
		return true
	case reflect.Map:
		return maps.EqualFunc(inhoud(a), inhoud(b), zelfde)
	}
	return a.Equal(b)
}

// inhoud gives what a map holds.
func inhoud(m reflect.Value) map[any]reflect.Value {
	out := map[any]reflect.Value{}
	for _, k := range m.MapKeys() {
		out[k.Interface()] = m.MapIndex(k)
	}
	return out
}
