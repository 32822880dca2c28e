package zaak

import "slices"

// eis says whether a key has to be there, and what an empty value means.
type eis int

const (
	mag       eis = iota // optional; when it is there it has a value
	magLeeg              // optional text; an empty value is the same as none
	verplicht            // has to be there, with a value
)

// sleutel is one key of a mapping.
type sleutel struct {
	naam   string
	eis    eis
	uitleg string // what belongs here, as messages say it
}

// ouderSleutels says which ids of parents are keys of a mapping too.
type ouderSleutels int

const (
	geenOuders  ouderSleutels = iota
	eenOuder                  // one of the parents
	beideOuders               // both, and both have to be there
)

// vorm is the form of one kind of mapping. The forms are the whole format: the
// reader, its hints, the reserved ids, the JSON Schema's test and the
// documentation's test all go by them.
type vorm struct {
	naam      string // as $defs in the JSON Schema calls it
	wat       string // as messages call it
	sleutels  []sleutel
	ouders    ouderSleutels
	voorbeeld string // how it may look, for who wrote something else in its place
}

var (
	sleutelBron        = sleutel{"bron", magLeeg, "het bewijsstuk, zoals productie 3"}
	sleutelToelichting = sleutel{"toelichting", magLeeg, "een toelichting van ten hoogste 5.000 tekens"}
)

var (
	vormZaakbestand = vorm{naam: "zaakbestand", wat: "een zaakbestand", sleutels: []sleutel{
		{"versie", verplicht, "de versie van dit formaat: 1"},
		{"zaak", verplicht, "de gegevens van de zaak en van het stuk"},
		{"ouders", verplicht, "een lijst met de twee ouders"},
		{"kinderen", verplicht, "een lijst met de kinderen"},
		{"behoefte", verplicht, "hoe de behoefte wordt bepaald"},
		{"perioden", verplicht, "een lijst met de perioden van de berekening"},
		{"methode", mag, "de rekenmethode: alimentatienormen"},
		{"keuzes", mag, "keuzes waar de praktijk verdeeld is"},
	}, voorbeeld: "versie: 1, met daaronder zaak, ouders, kinderen, behoefte en perioden"}

	vormKop = vorm{naam: "zaak", wat: "zaak", sleutels: []sleutel{
		{"zaaknummer", magLeeg, "het zaaknummer of rekestnummer"},
		{"gerecht", magLeeg, "het gerecht"},
		{"stuk", mag, "het soort stuk: productie, bijlage-beschikking of eigen-gebruik"},
		{"kenmerk", magLeeg, "het kenmerk, zoals Productie 7"},
		{"datum", verplicht, "de datum van het stuk, zoals 2025-02-14"},
		{"opsteller", mag, "wie de berekening heeft opgesteld"},
	}, voorbeeld: "{datum: 2025-02-14}"}

	vormOpsteller = vorm{naam: "opsteller", wat: "de opsteller", sleutels: []sleutel{
		{"naam", magLeeg, "de naam van de opsteller"},
		{"hoedanigheid", magLeeg, "de hoedanigheid, zoals advocaat van verzoekster"},
	}, voorbeeld: "{naam: mr. V. Oorbeeld, hoedanigheid: advocaat van verzoekster}"}

	vormOuder = vorm{naam: "ouder", wat: "een ouder", sleutels: []sleutel{
		{"id", verplicht, "een korte naam zoals moeder; de rest van het bestand noemt deze ouder zo"},
		{"aanduiding", magLeeg, "hoe de stukken deze ouder noemen, zoals de moeder"},
		{"naam", magLeeg, "de naam van de ouder"},
		{"geboren", mag, "de geboortedatum, zoals 1986-05-01"},
	}, voorbeeld: "{id: moeder, aanduiding: de moeder}"}

	vormKind = vorm{naam: "kind", wat: "een kind", sleutels: []sleutel{
		{"id", verplicht, "een korte naam zoals noor"},
		{"naam", magLeeg, "hoe de stukken dit kind noemen, zoals Noor"},
		{"geboren", verplicht, "de geboortedatum, zoals 2015-04-02"},
		{"hoofdverblijf", verplicht, "de id van de ouder bij wie het kind het hoofdverblijf heeft"},
		{"zorg", mag, "de zorg door de andere ouder"},
		{"bijzondere_kosten", mag, "een lijst met bijzondere kosten van dit kind"},
	}, voorbeeld: "{id: noor, geboren: 2015-04-02, hoofdverblijf: moeder}"}

	vormBijzondereKost = vorm{naam: "bijzondere_kost", wat: "bijzondere kosten", sleutels: []sleutel{
		{"omschrijving", verplicht, "wat voor kosten het zijn, zoals topsport"},
		{"bedrag", verplicht, "de kosten na de scheiding, in euro per maand"},
		{"tegemoetkoming", mag, "de tegemoetkoming daarin, in euro per maand"},
		{"voor_scheiding", mag, "de kosten die de ouders al als gezin maakten"},
		sleutelBron, sleutelToelichting,
	}, voorbeeld: "{omschrijving: topsport, bedrag: 150}"}

	vormKosten = vorm{naam: "kosten", wat: "kosten voor de scheiding", sleutels: []sleutel{
		{"bedrag", verplicht, "de kosten in euro per maand"},
		{"tegemoetkoming", mag, "de tegemoetkoming daarin, in euro per maand"},
		sleutelBron, sleutelToelichting,
	}, voorbeeld: "{bedrag: 120, tegemoetkoming: 20}"}

	vormZorg = vorm{naam: "zorg", wat: "de zorg voor een kind", ouders: eenOuder,
		voorbeeld: "{vader: {dagen_per_week: 1}}"}

	vormZorgregeling = vorm{naam: "zorgregeling", wat: "de zorg door een ouder", sleutels: []sleutel{
		{"dagen_per_week", mag, "het gemiddelde aantal dagen per week, vakanties meegerekend"},
		{"percentage", mag, "een ander zorgkortingspercentage, met reden"},
		{"reden", magLeeg, "de reden voor het andere percentage"},
		sleutelBron, sleutelToelichting,
	}, voorbeeld: "{dagen_per_week: 1}"}

	vormBehoefte = vorm{naam: "behoefte", wat: "behoefte", sleutels: []sleutel{
		{"gezinsinkomen", mag, "het inkomen in de laatste periode als gezin"},
		{"nooit_samengewoond", mag, "het inkomen van elke ouder, als zij nooit een gezin hebben gevormd"},
		{"vastgesteld", mag, "een eigen aandeel dat al is vastgesteld"},
	}, voorbeeld: "gezinsinkomen, nooit_samengewoond of vastgesteld"}

	vormGezinsinkomen = vorm{naam: "gezinsinkomen", wat: "het gezinsinkomen", sleutels: []sleutel{
		{"peildatum", verplicht, "de datum waarop het inkomen ziet, zoals 2025-01-01"},
		{"kindgebonden_budget", mag, "het kindgebonden budget van het gezin, in euro per maand"},
	}, ouders: beideOuders, voorbeeld: "{peildatum: 2025-01-01, moeder: {nbi: 1150}, vader: {nbi: 1800}}"}

	vormGezinslid = vorm{naam: "gezinslid", wat: "een ouder onder gezinsinkomen", sleutels: []sleutel{
		{"nbi", verplicht, "het netto besteedbaar inkomen in euro per maand"},
		sleutelBron, sleutelToelichting,
	}, voorbeeld: "{nbi: 1800, bron: productie 4}"}

	vormNooitSamengewoond = vorm{naam: "nooit_samengewoond", wat: "nooit_samengewoond", sleutels: []sleutel{
		{"peildatum", verplicht, "de datum waarop het inkomen ziet, zoals 2025-01-01"},
	}, ouders: beideOuders, voorbeeld: "{peildatum: 2025-01-01, moeder: {nbi: 2000, kindgebonden_budget: 400}, vader: {nbi: 2600, kindgebonden_budget: 200}}"}

	vormInkomen = vorm{naam: "inkomen", wat: "een ouder onder nooit_samengewoond", sleutels: []sleutel{
		{"nbi", verplicht, "het netto besteedbaar inkomen in euro per maand"},
		{"kindgebonden_budget", mag, "het (fictieve) kindgebonden budget, in euro per maand"},
		sleutelBron, sleutelToelichting,
	}, voorbeeld: "{nbi: 2600, kindgebonden_budget: 200, bron: productie 4}"}

	vormVastgesteld = vorm{naam: "vastgesteld", wat: "het vastgestelde eigen aandeel", sleutels: []sleutel{
		{"bedrag", verplicht, "het eigen aandeel voor alle kinderen samen, in euro per maand"},
		{"jaar", verplicht, "het jaar waarin dat bedrag gold, zoals 2024"},
		{"reden", verplicht, "waar het bedrag vandaan komt, zoals beschikking van 24 juni 2024"},
		sleutelBron, sleutelToelichting,
	}, voorbeeld: "{bedrag: 458, jaar: 2024, reden: beschikking van 24 juni 2024}"}

	vormPeriode = vorm{naam: "periode", wat: "een periode", sleutels: []sleutel{
		{"vanaf", verplicht, "de ingangsdatum, zoals 2025-03-01"},
	}, ouders: beideOuders, voorbeeld: "{vanaf: 2025-03-01, moeder: {nbi: 2000}, vader: {nbi: 2600}}"}

	vormSituatie = vorm{naam: "situatie", wat: "een ouder in een periode", sleutels: []sleutel{
		{"nbi", verplicht, "het netto besteedbaar inkomen in euro per maand"},
		{"kindgebonden_budget", mag, "het kindgebonden budget in euro per maand"},
		{"lasten", mag, "een lijst met andere lasten"},
		{"bijstand", mag, "ja als deze ouder een uitkering krachtens de Participatiewet heeft"},
		{"aow", mag, "ja als deze ouder de AOW-leeftijd heeft bereikt"},
		{"verdiencapaciteit", mag, "inkomen dat deze ouder daarnaast redelijkerwijs kan verdienen, met reden"},
		{"woonlast", mag, "een werkelijke woonlast die van het woonbudget afwijkt, met reden"},
		{"voormalige_woning", mag, "de woonlasten als een van de ouders in de voormalige echtelijke woning woont"},
		{"schuldsanering", mag, "schuldsanering waarin geen ruimte voor een bijdrage is, met reden"},
		{"draagkracht", mag, "een vastgestelde draagkracht, in plaats van een berekende, met reden"},
		sleutelBron, sleutelToelichting,
	}, voorbeeld: "{nbi: 2600, bron: productie 4}"}

	vormLast = vorm{naam: "last", wat: "een last", sleutels: []sleutel{
		{"omschrijving", verplicht, "wat voor last het is, zoals aflossing restschuld"},
		{"bedrag", verplicht, "het bedrag in euro per maand"},
		{"vermijdbaar", verplicht, "ja of nee"},
		{"verwijtbaar", verplicht, "ja of nee"},
		sleutelBron, sleutelToelichting,
	}, voorbeeld: "{omschrijving: aflossing restschuld, bedrag: 200, vermijdbaar: nee, verwijtbaar: nee}"}

	vormMetReden = vorm{naam: "met_reden", wat: "een bedrag met reden", sleutels: []sleutel{
		{"bedrag", verplicht, "het bedrag in euro per maand"},
		{"reden", verplicht, "waarom dit bedrag geldt"},
		sleutelBron, sleutelToelichting,
	}, voorbeeld: "{bedrag: 300, reden: kan meer uren werken}"}

	vormWoonlast = vorm{naam: "woonlast", wat: "de werkelijke woonlast", sleutels: []sleutel{
		{"bedrag", verplicht, "de werkelijke woonlast in euro per maand"},
		{"soort", verplicht, "lager of hoger dan het woonbudget"},
		{"nieuwe_partner", mag, "ja als een nieuwe partner de helft van de woonlast kan dragen"},
		{"reden", verplicht, "waarom de woonlast duurzaam aanmerkelijk afwijkt"},
		sleutelBron, sleutelToelichting,
	}, voorbeeld: "{bedrag: 400, soort: lager, reden: woont samen}"}

	vormVoormaligeWoning = vorm{naam: "voormalige_woning", wat: "de woonlasten rond de voormalige echtelijke woning", sleutels: []sleutel{
		{"eigen_woonlast", verplicht, "de eigen werkelijke woonlast in euro per maand"},
		{"aandeel", mag, "het aandeel in de lasten van de voormalige woning, in euro per maand"},
		sleutelBron, sleutelToelichting,
	}, voorbeeld: "{eigen_woonlast: 800, aandeel: 500}"}

	vormSchuldsanering = vorm{naam: "schuldsanering", wat: "schuldsanering", sleutels: []sleutel{
		{"reden", verplicht, "waarom er geen ruimte voor een bijdrage is"},
	}, voorbeeld: "{reden: de rechter-commissaris houdt geen rekening met de onderhoudsverplichting}"}

	vormBedrag = vorm{naam: "bedrag", wat: "een bedrag", sleutels: []sleutel{
		{"bedrag", verplicht, "het bedrag in euro per maand"},
		sleutelBron, sleutelToelichting,
	}, voorbeeld: "3000.50, of {bedrag: 3000.50, bron: productie 3}"}

	vormKeuzes = vorm{naam: "keuzes", wat: "keuzes", sleutels: []sleutel{
		{"lage_inkomens", mag, "tabelbedrag of formule"},
	}, voorbeeld: "{lage_inkomens: tabelbedrag}"}
)

// vormen are all forms.
var vormen = []*vorm{
	&vormZaakbestand, &vormKop, &vormOpsteller, &vormOuder, &vormKind, &vormBijzondereKost, &vormKosten, &vormZorg, &vormZorgregeling,
	&vormBehoefte, &vormGezinsinkomen, &vormGezinslid, &vormNooitSamengewoond, &vormInkomen, &vormVastgesteld,
	&vormPeriode, &vormSituatie, &vormLast, &vormMetReden, &vormWoonlast, &vormVoormaligeWoning, &vormSchuldsanering, &vormBedrag, &vormKeuzes,
}

func (v *vorm) sleutel(naam string) (sleutel, bool) {
	i := slices.IndexFunc(v.sleutels, func(s sleutel) bool { return s.naam == naam })
	if i < 0 {
		return sleutel{}, false
	}
	return v.sleutels[i], true
}

// vormenMet gives the forms that have a key of this name.
func vormenMet(naam string) []*vorm {
	var met []*vorm
	for _, v := range vormen {
		if _, ok := v.sleutel(naam); ok {
			met = append(met, v)
		}
	}
	return met
}
