package calc

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"annex/calc/sheet"
	"annex/calc/zaak"

	"github.com/shopspring/decimal"
)

// feit is something in which two periods differ.
type feit struct {
	wat, van, naar string
	zet            func(nu *zaak.Periode, naar zaak.Periode)
}

// feiten gives what differs between two periods, in the order of the case file:
// the day first, then each person, then each child.
func feiten(z *zaak.Zaak, van, naar zaak.Periode) []feit {
	out := []feit{{
		wat: datumfeit(z, van, naar), van: sheet.FormatDate(van.Vanaf), naar: sheet.FormatDate(naar.Vanaf),
		zet: func(nu *zaak.Periode, naar zaak.Periode) { opDatum(z, nu, naar) },
	}}
	for _, o := range z.Ouders {
		out = append(out, situatiefeiten(veldenVan(z.Methode), o, van, naar)...)
	}
	stiefouders := z.Stiefouders
	if z.Methode == zaak.MethodeWetsvoorstel {
		stiefouders = nil // who owe nothing there
	}
	for _, s := range stiefouders {
		_, was := van.Situaties[s.ID]
		_, is := naar.Situaties[s.ID]
		if was && is {
			out = append(out, situatiefeiten(situatievelden, s.Ouder, van, naar)...)
		} else if was != is {
			out = append(out, feit{sheet.Capital(s.Aanduiding) + " onderhoudsplichtig", sheet.FormatJaNee(was), sheet.FormatJaNee(is), func(nu *zaak.Periode, naar zaak.Periode) {
				delete(nu.Situaties, s.ID)
				if is {
					nu.Situaties[s.ID] = naar.Situaties[s.ID]
				}
			}})
		}
	}
	for i, k := range z.Kinderen {
		out = append(out, kindfeiten(z, k, i, van, naar)...)
	}
	return out
}

// datumfeit says what a later day brings: other norms and prices, and who comes of
// age.
func datumfeit(z *zaak.Zaak, van, naar zaak.Periode) string {
	wat := "Datum: normen en prijspeil"
	for _, k := range z.Kinderen {
		switch groep := k.Groep(naar.Vanaf); {
		case groep == k.Groep(van.Vanaf):
		case groep == zaak.Jongmeerderjarig:
			wat += "; " + k.Naam + " is 18 jaar geworden"
		default:
			wat += "; " + k.Naam + " is 21 jaar geworden"
		}
	}
	return wat
}

// opDatum brings a period to another day. A child that has come of age gets at
// once what is stated of it from then on: without that nothing can be calculated.
func opDatum(z *zaak.Zaak, nu *zaak.Periode, naar zaak.Periode) {
	for i, k := range z.Kinderen {
		if k.Groep(nu.Vanaf) != k.Groep(naar.Vanaf) {
			nu.Kinderen[i] = naar.Kinderen[i]
		}
	}
	nu.Vanaf = naar.Vanaf
}

// situatieveld is one fact about a person in a period.
type situatieveld struct {
	wat   string
	tekst func(zaak.Situatie) string
	zet   func(nu *zaak.Situatie, naar zaak.Situatie)
}

// The places in situatievelden of what every method looks at.
const (
	veldAOW = iota
	veldNBI
	veldKGB
)

var situatievelden = []situatieveld{
	// First: what an income is worked out to depends on it.
	{"AOW-leeftijd zoals opgegeven", func(s zaak.Situatie) string {
		if s.AOW == nil {
			return "niet opgegeven"
		}
		return sheet.FormatJaNee(*s.AOW)
	}, func(nu *zaak.Situatie, naar zaak.Situatie) { nu.AOW = naar.AOW }},
	{"NBI", func(s zaak.Situatie) string {
		if s.Opbouw != nil {
			return "berekend"
		}
		return euro(s.NBI.Waarde)
	}, func(nu *zaak.Situatie, naar zaak.Situatie) { nu.NBI, nu.Opbouw = naar.NBI, naar.Opbouw }},
	{"Kindgebonden budget", func(s zaak.Situatie) string { return ofGeen(s.KindgebondenBudget) }, func(nu *zaak.Situatie, naar zaak.Situatie) { nu.KindgebondenBudget = naar.KindgebondenBudget }},
	{"Inkomensverlies", func(s zaak.Situatie) string {
		if v := s.Inkomensverlies; v != nil {
			return strings.Join([]string{
				"oud inkomen " + euro(v.OudNBI.Waarde), "zelf veroorzaakt " + sheet.FormatJaNee(v.ZelfVeroorzaakt), "te herstellen " + sheet.FormatJaNee(v.Herstelbaar && v.TeVergen),
				"had zich moeten onthouden " + sheet.FormatJaNee(v.Onthouden), "bijstandsnorm " + zoalsGepubliceerd(v.Bijstandsnorm),
			}, ", ")
		}
		return geen
	}, func(nu *zaak.Situatie, naar zaak.Situatie) { nu.Inkomensverlies = naar.Inkomensverlies }},
	{"Verdiencapaciteit", func(s zaak.Situatie) string { return bedragOfGeen(s.Verdiencapaciteit) }, func(nu *zaak.Situatie, naar zaak.Situatie) { nu.Verdiencapaciteit = naar.Verdiencapaciteit }},
	{"Bijstand", func(s zaak.Situatie) string { return sheet.FormatJaNee(s.Bijstand) }, func(nu *zaak.Situatie, naar zaak.Situatie) { nu.Bijstand = naar.Bijstand }},
	{"Andere lasten", func(s zaak.Situatie) string { return opsomming(s.Lasten, last) }, func(nu *zaak.Situatie, naar zaak.Situatie) { nu.Lasten = naar.Lasten }},
	{"Woonlast", func(s zaak.Situatie) string {
		if w := s.Woonlast; w != nil {
			return w.Soort + " dan het woonbudget, " + euro(w.Bedrag.Waarde) + ", nieuwe partner " + sheet.FormatJaNee(w.NieuwePartner)
		}
		return "het woonbudget"
	}, func(nu *zaak.Situatie, naar zaak.Situatie) { nu.Woonlast = naar.Woonlast }},
	{"Lasten van de voormalige woning", func(s zaak.Situatie) string {
		if w := s.VoormaligeWoning; w != nil {
			return "eigen woonlast " + euro(w.EigenWoonlast.Waarde) + ", aandeel " + ofGeen(w.Aandeel)
		}
		return geen
	}, func(nu *zaak.Situatie, naar zaak.Situatie) { nu.VoormaligeWoning = naar.VoormaligeWoning }},
	{"Langdurige zorg", func(s zaak.Situatie) string {
		if l := s.LangdurigeZorg; l != nil {
			return "eigen bijdrage " + euro(l.EigenBijdrage.Waarde) + ", lasten " + euro(l.NoodzakelijkeLasten.Waarde)
		}
		return geen
	}, func(nu *zaak.Situatie, naar zaak.Situatie) { nu.LangdurigeZorg = naar.LangdurigeZorg }},
	{"Schuldsanering", func(s zaak.Situatie) string { return sheet.FormatJaNee(s.Schuldsanering != nil) }, func(nu *zaak.Situatie, naar zaak.Situatie) { nu.Schuldsanering = naar.Schuldsanering }},
	{"Vastgestelde draagkracht", func(s zaak.Situatie) string { return bedragOfGeen(s.Draagkracht) }, func(nu *zaak.Situatie, naar zaak.Situatie) { nu.Draagkracht = naar.Draagkracht }},
	{"Andere kinderen", func(s zaak.Situatie) string { return opsomming(s.AndereKinderen, anderGezin) }, func(nu *zaak.Situatie, naar zaak.Situatie) { nu.AndereKinderen = naar.AndereKinderen }},
	{"Aandeel in de kosten van de kinderen zoals opgegeven", func(s zaak.Situatie) string { return bedragOfGeen(s.AandeelKinderen) }, func(nu *zaak.Situatie, naar zaak.Situatie) { nu.AandeelKinderen = naar.AandeelKinderen }},
	{"Vastgestelde draagkracht voor partneralimentatie", func(s zaak.Situatie) string { return bedragOfGeen(s.Partnerdraagkracht) }, func(nu *zaak.Situatie, naar zaak.Situatie) { nu.Partnerdraagkracht = naar.Partnerdraagkracht }},
	{"Geen fiscaal voordeel", func(s zaak.Situatie) string { return sheet.FormatJaNee(s.GeenFiscaalVoordeel != nil) }, func(nu *zaak.Situatie, naar zaak.Situatie) { nu.GeenFiscaalVoordeel = naar.GeenFiscaalVoordeel }},
	{"Verlaging van de behoefte", func(s zaak.Situatie) string { return bedragOfGeen(s.Behoefteverlaging) }, func(nu *zaak.Situatie, naar zaak.Situatie) { nu.Behoefteverlaging = naar.Behoefteverlaging }},
	{"Aanvaardbaarheidstoets", toets, func(nu *zaak.Situatie, naar zaak.Situatie) { nu.Toets = naar.Toets }},
}

// situatiefeiten gives what differs in the situation of one person.
func situatiefeiten(velden []situatieveld, o zaak.Ouder, van, naar zaak.Periode) []feit {
	var out []feit
	for i, veld := range velden {
		if i == 1 { // after the AOW age
			out = append(out, inkomensfeiten(o, van, naar)...)
		}
		a, b := veld.tekst(van.Situaties[o.ID]), veld.tekst(naar.Situaties[o.ID])
		if a == b {
			continue
		}
		out = append(out, feit{veld.wat + " van " + o.Aanduiding, a, b, func(nu *zaak.Periode, naar zaak.Periode) {
			s := nu.Situaties[o.ID]
			veld.zet(&s, naar.Situaties[o.ID])
			nu.Situaties[o.ID] = s
		}})
	}
	return out
}

// kindfeiten gives what differs in the situation of one child. Where it lives
// and who else cares for it belong together.
func kindfeiten(z *zaak.Zaak, k zaak.Kind, i int, van, naar zaak.Periode) []feit {
	a, b := van.Kinderen[i], naar.Kinderen[i]
	if k.Groep(van.Vanaf) != k.Groep(naar.Vanaf) {
		return nil // changed with the day
	}
	if z.Methode == zaak.MethodeWetsvoorstel {
		return kindfeitenVoorstel(z, k, i, a, b)
	}
	var out []feit
	if (a.Behoeftig == nil) != (b.Behoeftig == nil) { // with what it then needs, or no longer does
		return []feit{{"Behoeftigheid van " + k.Naam, sheet.FormatJaNee(a.Behoeftig != nil), sheet.FormatJaNee(b.Behoeftig != nil), func(nu *zaak.Periode, _ zaak.Periode) { nu.Kinderen[i] = b }}}
	}
	add := func(wat string, van, naar []string, zet func(nu *zaak.KindSituatie)) {
		if !slices.Equal(van, naar) {
			out = append(out, feit{wat + " " + k.Naam, zonder(van, naar), zonder(naar, van), func(nu *zaak.Periode, _ zaak.Periode) { zet(&nu.Kinderen[i]) }})
		}
	}
	wat := "Zorg voor"
	if a.Hoofdverblijf != b.Hoofdverblijf {
		wat = "Verblijf van en zorg voor"
	}
	add(wat, append(verblijf(z, a), zorg(a.Zorg)...), append(verblijf(z, b), zorg(b.Zorg)...), func(nu *zaak.KindSituatie) { nu.Hoofdverblijf, nu.Zorg = b.Hoofdverblijf, b.Zorg })
	add("Vastgestelde behoefte van", behoefte(a), behoefte(b), func(nu *zaak.KindSituatie) { nu.Behoefte, nu.Volwassen = b.Behoefte, b.Volwassen })
	add("Budget en eigen middelen van", volwassen(a.Volwassen), volwassen(b.Volwassen), func(nu *zaak.KindSituatie) { nu.Volwassen, nu.Behoefte = b.Volwassen, b.Behoefte })
	return out
}

// zonder names what stands in one list and not in the other: only what changes.
func zonder(list, ander []string) string {
	var out []string
	for _, s := range list {
		if !slices.Contains(ander, s) {
			out = append(out, s)
		}
	}
	if len(out) == 0 {
		return geen
	}
	return strings.Join(out, ", ")
}

const geen = "geen"

func euro(d decimal.Decimal) string { return sheet.EuroSign + sheet.FormatNumber(d, 2) }

func ofGeen(b *zaak.Bedrag) string {
	if b == nil {
		return geen
	}
	return euro(b.Waarde)
}

func zoalsGepubliceerd(b *zaak.Bedrag) string {
	if b == nil {
		return "zoals gepubliceerd"
	}
	return euro(b.Waarde)
}

func bedragOfGeen(m *zaak.MetReden) string {
	if m == nil {
		return geen
	}
	return euro(m.Bedrag.Waarde)
}

func opsomming[T any](list []T, tekst func(T) string) string {
	if len(list) == 0 {
		return geen
	}
	var out []string
	for _, x := range list {
		out = append(out, tekst(x))
	}
	return strings.Join(out, "; ")
}

func last(l zaak.Last) string {
	text := l.Omschrijving + " " + euro(l.Bedrag.Waarde)
	for _, deel := range []struct {
		is   bool
		wat  string
		deel *zaak.Bedrag
	}{{l.Vermijdbaar, "vermijdbaar", l.VermijdbaarDeel}, {l.Verwijtbaar, "verwijtbaar", l.VerwijtbaarDeel}} {
		switch {
		case deel.is && deel.deel != nil:
			text += ", " + deel.wat + " " + euro(deel.deel.Waarde)
		case deel.is:
			text += ", " + deel.wat
		}
	}
	return text
}

func anderGezin(g zaak.AnderGezin) string {
	text := fmt.Sprintf("%s (%d), kosten %s, draagkracht anderen %s", g.Omschrijving, g.Aantal, euro(g.Behoefte.Waarde), euro(g.AndereDraagkracht.Waarde))
	if g.Stiefkinderen {
		text += ", stiefkinderen"
	}
	return text
}

func toets(s zaak.Situatie) string {
	t := s.Toets
	if t == nil {
		return "niet gevraagd"
	}
	return strings.Join([]string{
		"woonlast " + euro(t.Woonlast.Waarde), "huurtoeslag " + ofGeen(t.Huurtoeslag), "zorgpremie " + euro(t.Zorgpremie.Waarde),
		"zorgtoeslag " + ofGeen(t.Zorgtoeslag), "overige zorgkosten " + ofGeen(t.OverigeZorgkosten),
		"bijstandsnorm " + zoalsGepubliceerd(t.Bijstandsnorm), "wooncomponent " + zoalsGepubliceerd(t.Wooncomponent), "normpremie " + zoalsGepubliceerd(t.Normpremie),
	}, ", ")
}

func verblijf(z *zaak.Zaak, k zaak.KindSituatie) []string {
	for _, o := range z.Ouders {
		if k.Hoofdverblijf == o.ID {
			return []string{"hoofdverblijf bij " + o.Aanduiding}
		}
	}
	return []string{"woont zelfstandig"}
}

func zorg(z *zaak.Zorg) []string {
	switch {
	case z == nil:
		return []string{"geen zorgregeling opgegeven"}
	case z.VerzoekVerschil:
		return []string{zorgomvang(*z), "het verschil met de zorgkorting is verzocht"}
	}
	return []string{zorgomvang(*z)}
}

func zorgomvang(z zaak.Zorg) string {
	if z.Percentage != nil {
		return "zorgkorting " + sheet.FormatPublished(z.Percentage.Waarde) + "%"
	}
	return "zorgdagen per week: " + sheet.FormatPublished(z.DagenPerWeek.Waarde)
}

func behoefte(k zaak.KindSituatie) []string {
	if k.Behoefte == nil {
		return nil
	}
	return []string{euro(k.Behoefte.Bedrag.Waarde) + ", prijspeil " + strconv.Itoa(k.Behoefte.Jaar)}
}

func volwassen(v *zaak.Volwassen) []string {
	if v == nil {
		return nil
	}
	woont := "thuis"
	if v.Zelfstandig {
		woont = "zelfstandig"
	}
	text := []string{"opleiding " + v.Opleiding, "norm " + v.Norm, "woont " + woont}
	for _, b := range []struct {
		wat    string
		bedrag *zaak.Bedrag
	}{
		{"lesgeld", v.Lesgeld}, {"leermiddelen", v.Leermiddelen}, {"basisbeurs", v.Basisbeurs}, {"aanvullende beurs", v.Aanvullend},
		{"tegemoetkoming", v.Tegemoetkoming}, {"inkomen", v.Inkomen}, {"zorgtoeslag", v.Zorgtoeslag},
	} {
		if b.bedrag != nil {
			text = append(text, b.wat+" "+euro(b.bedrag.Waarde))
		}
	}
	for _, k := range v.ExtraKosten {
		text = append(text, k.Omschrijving+" "+euro(k.Bedrag.Waarde))
	}
	if v.GeenWoonlast != nil {
		text = append(text, "geen woonlast "+euro(v.GeenWoonlast.Bedrag.Waarde))
	}
	return text
}
