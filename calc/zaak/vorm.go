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
	geenOuders   ouderSleutels = iota
	eenOuder                   // one of the parents
	beideOuders                // both, and both have to be there
	beideEnStief               // as beideOuders, and stepparents may be there too
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
	sleutelNBI         = sleutel{"nbi", mag, "het netto besteedbaar inkomen in euro per maand"}
	sleutelInkomen     = sleutel{"inkomen", mag, "waaruit het netto besteedbaar inkomen wordt berekend"}
	sleutelBron        = sleutel{"bron", magLeeg, "het bewijsstuk, zoals productie 3"}
	sleutelToelichting = sleutel{"toelichting", magLeeg, "een toelichting van ten hoogste 5.000 tekens"}
)

var (
	vormZaakbestand = vorm{naam: "zaakbestand", wat: "een zaakbestand", sleutels: []sleutel{
		{"versie", verplicht, "de versie van dit formaat: 1"},
		{"zaak", verplicht, "de gegevens van de zaak en van het stuk"},
		{"ouders", mag, "een lijst met de twee ouders"},
		{"partijen", mag, "een lijst met beide partijen, in plaats van ouders"},
		{"stiefouders", mag, "een lijst met de stiefouders die onderhoudsplichtig zijn"},
		{"kinderen", mag, "een lijst met de kinderen"},
		{"behoefte", mag, "hoe de behoefte wordt bepaald"},
		{"partneralimentatie", mag, "wie om partneralimentatie vraagt"},
		{"perioden", verplicht, "een lijst met de perioden van de berekening"},
		{"methode", mag, "de rekenmethode: alimentatienormen of wetsvoorstel-34154"},
		{"keuzes", mag, "keuzes waar de praktijk verdeeld is"},
	}, voorbeeld: "versie: 1, met daaronder zaak, ouders, kinderen, behoefte en perioden"}

	vormKop = vorm{naam: "zaak", wat: "zaak", sleutels: []sleutel{
		{"zaaknummer", magLeeg, "het zaaknummer of rekestnummer"},
		{"gerecht", magLeeg, "het gerecht"},
		{"stuk", mag, "het soort stuk: productie, bijlage-beschikking of eigen-gebruik"},
		{"voor", mag, "voor wie de bijlage is: advocaat, griffie of ouder"},
		{"kenmerk", magLeeg, "het kenmerk, zoals Productie 7"},
		{"namens", mag, "de id van de ouder namens wie het stuk wordt ingediend"},
		{"datum", verplicht, "de datum van het stuk, zoals 2025-02-14"},
		{"opsteller", mag, "wie de berekening heeft opgesteld"},
		{"voorlopige_voorziening", mag, "ja als het om een voorlopige voorziening gaat"},
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

	vormStiefouder = vorm{naam: "stiefouder", wat: "een stiefouder", sleutels: []sleutel{
		{"id", verplicht, "een korte naam zoals partner; de rest van het bestand noemt deze stiefouder zo"},
		{"aanduiding", magLeeg, "hoe de stukken deze stiefouder noemen, zoals de stiefvader"},
		{"naam", magLeeg, "de naam van de stiefouder"},
		{"geboren", mag, "de geboortedatum, zoals 1986-05-01"},
		{"echtgenoot_van", verplicht, "de id van de ouder met wie deze stiefouder is getrouwd of een geregistreerd partnerschap heeft"},
	}, voorbeeld: "{id: partner, aanduiding: de stiefvader, echtgenoot_van: moeder}"}

	vormBehoefte = vorm{naam: "behoefte", wat: "behoefte", sleutels: []sleutel{
		{"gezinsinkomen", mag, "het inkomen in de laatste periode als gezin"},
		{"nooit_samengewoond", mag, "het inkomen van elke ouder, als zij nooit een gezin hebben gevormd"},
		{"vastgesteld", mag, "een eigen aandeel dat al is vastgesteld"},
		{"wetsvoorstel", mag, "wat alleen wetsvoorstel 34 154 over de behoefte vraagt"},
	}, voorbeeld: "gezinsinkomen, nooit_samengewoond of vastgesteld"}

	vormGezinsinkomen = vorm{naam: "gezinsinkomen", wat: "het gezinsinkomen", sleutels: []sleutel{
		{"peildatum", verplicht, "de datum waarop het inkomen ziet, zoals 2025-01-01"},
		{"kindgebonden_budget", mag, "het kindgebonden budget van het gezin, in euro per maand"},
		{"stijging", mag, "een later, hoger inkomen van een van de ouders"},
	}, ouders: beideOuders, voorbeeld: "{peildatum: 2025-01-01, moeder: {nbi: 1150}, vader: {nbi: 1800}}"}

	vormGezinslid = vorm{naam: "gezinslid", wat: "een ouder onder gezinsinkomen of hofnorm", sleutels: []sleutel{
		sleutelNBI, sleutelInkomen,
		sleutelBron, sleutelToelichting,
	}, voorbeeld: "{nbi: 1800, bron: productie 4}"}

	vormStijging = vorm{naam: "stijging", wat: "de stijging van een inkomen", sleutels: []sleutel{
		{"peildatum", verplicht, "de datum vanaf wanneer het hogere inkomen er is, zoals 2025-06-01"},
		{"ouder", verplicht, "de id van de ouder wiens inkomen is gestegen"},
		sleutelNBI, sleutelInkomen,
		{"kindgebonden_budget", mag, "het kindgebonden budget van die ouder, in euro per maand"},
		sleutelBron, sleutelToelichting,
	}, voorbeeld: "{peildatum: 2025-06-01, ouder: vader, nbi: 4200}"}

	vormNooitSamengewoond = vorm{naam: "nooit_samengewoond", wat: "nooit_samengewoond", sleutels: []sleutel{
		{"peildatum", verplicht, "de datum waarop het inkomen ziet, zoals 2025-01-01"},
		{"stijging", mag, "een later, hoger inkomen van een van de ouders"},
	}, ouders: beideOuders, voorbeeld: "{peildatum: 2025-01-01, moeder: {nbi: 2000, kindgebonden_budget: 400}, vader: {nbi: 2600, kindgebonden_budget: 200}}"}

	vormStijgingApart = vorm{naam: "stijging_apart", wat: "de stijging van een inkomen onder nooit_samengewoond", sleutels: []sleutel{
		{"peildatum", verplicht, "de datum vanaf wanneer het hogere inkomen er is, zoals 2025-06-01"},
		{"ouder", verplicht, "de id van de ouder wiens inkomen is gestegen"},
		{"genoten_kindgebonden_budget", mag, "het kindgebonden budget dat destijds werkelijk is ontvangen, in euro per maand"},
		{"ontvangt_kindgebonden_budget", mag, "ja als de ouder wiens inkomen is gestegen, het kindgebonden budget werkelijk ontvangt"},
	}, ouders: beideOuders, voorbeeld: "{peildatum: 2025-06-01, ouder: vader, moeder: {nbi: 2000}, vader: {nbi: 4200}}"}

	vormInkomen = vorm{naam: "inkomen", wat: "een ouder onder nooit_samengewoond", sleutels: []sleutel{
		sleutelNBI, sleutelInkomen,
		{"kindgebonden_budget", mag, "het (fictieve) kindgebonden budget, in euro per maand"},
		sleutelBron, sleutelToelichting,
	}, voorbeeld: "{nbi: 2600, kindgebonden_budget: 200, bron: productie 4}"}

	vormVastgesteld = vorm{naam: "vastgesteld", wat: "het vastgestelde eigen aandeel", sleutels: []sleutel{
		{"bedrag", verplicht, "het eigen aandeel voor alle kinderen samen, in euro per maand"},
		{"jaar", verplicht, "het jaar waarin dat bedrag gold, zoals 2024"},
		{"reden", verplicht, "waar het bedrag vandaan komt, zoals beschikking van 24 juni 2024"},
		sleutelBron, sleutelToelichting,
	}, voorbeeld: "{bedrag: 458, jaar: 2024, reden: beschikking van 24 juni 2024}"}

	vormBedrag = vorm{naam: "bedrag", wat: "een bedrag", sleutels: []sleutel{
		{"bedrag", verplicht, "het bedrag in euro per maand"},
		sleutelBron, sleutelToelichting,
	}, voorbeeld: "3000.50, of {bedrag: 3000.50, bron: productie 3}"}

	vormKeuzes = vorm{naam: "keuzes", wat: "keuzes", sleutels: []sleutel{
		{"lage_inkomens", mag, "tabelbedrag of formule"},
		{"samenloop", mag, "gelijk, behoefte of aandeel"},
		{"zorgtoeslag", mag, "niet-aftrekken of aftrekken"},
		{"zorgkorting_verschil", mag, "draagkracht of aandeel"},
		{"belastingafronding", mag, "hele-euros of centen"},
		{"inkomensvergelijking_kgb", mag, "verrekenen, als-inkomen of buiten-beschouwing"},
		{"partnerdraagkracht_kgb", mag, "aandeel of aandeel-na-kgb"},
		{"aandeelafronding", mag, "hele-procenten of exact"},
		{"inkomenstreden", mag, "zoals-gepubliceerd of geindexeerd"},
	}, voorbeeld: "{lage_inkomens: tabelbedrag}"}
)

// vormen are all forms.
var vormen = slices.Concat([]*vorm{
	&vormZaakbestand, &vormKop, &vormOpsteller, &vormOuder, &vormStiefouder,
	&vormKind, &vormBijzondereKost, &vormKosten, &vormZorg, &vormZorgregeling,
	&vormKindInPeriode, &vormMeerderjarig, &vormExtraKost, &vormEigenBehoefte, &vormBehoeftig, &vormEerdereBijdrage,
	&vormBehoefte, &vormGezinsinkomen, &vormGezinslid, &vormStijging, &vormNooitSamengewoond, &vormStijgingApart,
	&vormInkomen, &vormVastgesteld,
	&vormPeriode, &vormSituatie, &vormLast, &vormMetReden, &vormWoonlast, &vormVoormaligeWoning, &vormSchuldsanering,
	&vormInkomensverlies, &vormLangdurigeZorg, &vormAanvaardbaarheidstoets, &vormAnderGezin,
	&vormBedrag, &vormKeuzes,
}, vormenPartner, vormenInkomen, vormenWetsvoorstel)

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
