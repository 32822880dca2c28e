package templates

import "strings"

// The fields of sentences that are alike.
const (
	zinvelden   = "Wanneer WanneerKlein Betaler Ontvanger Bedrag Kind Kinderen Vanaf21 Netto Zelf Nr"
	dictumveld  = "Wanneer Betaler Ontvanger Kind Bedrag Netto Voorlopig Vanaf21 Zelf"
	indexvelden = "Vastgesteld VastgesteldOp Bedrag Per EersteBedrag EerstePer EerstePercentage"
	grensveld   = "Wie Inkomen Bij Per Omhoog Wat Bedragen Meer"
	inkomenveld = "Inkomens Naam Aanhef Bruto Belasting GeenBelasting Zvw Correcties Erbij Geen Verlies Vakantiegeld Pensioenpremie Winst Combinatiekorting Jaar Maand KGB"
)

// veldnamen are the fields that each text may mention, those of what it may range
// over included. Bijlage and Uitleg say what they mean. A text under a list is named
// without its place in it.
var veldnamen = map[string]string{
	"ondertitel":                     "Stuk Namens",
	"uitkomst.per_kind":              zinvelden,
	"uitkomst.nihil":                 zinvelden,
	"uitkomst.aan_kind":              zinvelden,
	"uitkomst.aan_kind_nihil":        zinvelden,
	"uitkomst.totaal":                zinvelden,
	"uitkomst.saldo":                 zinvelden,
	"uitkomst.partner":               zinvelden,
	"uitkomst.partner_nihil":         zinvelden,
	"uitkomst.studie":                zinvelden,
	"uitkomst.studie_nihil":          zinvelden,
	"uitkomst.blijft":                zinvelden,
	"uitkomst.partner_netto":         "Betaler Ontvanger Kosten Over",
	"uitkomst.voor_partner":          "Ontvanger Netto",
	"uitkomst.voor_studie":           "Kind",
	"uitkomst.partner_geindexeerd":   "Perioden Wanneer Bedrag MetKinderen",
	"uitkomst.vanaf":                 "Dag",
	"uitkomst.zelf":                  "Kind",
	"uitkomst.totaalrij":             "Kinderen Allen",
	"uitkomst.geindexeerd":           "Perioden Wanneer Bedragen Kind Bedrag Betaler MeerBetalers Zelf",
	"uitkomst.indexering":            indexvelden,
	"beslissing.per_kind":            dictumveld,
	"beslissing.aan_kind":            dictumveld,
	"beslissing.studie":              dictumveld,
	"beslissing.partner":             dictumveld,
	"beslissing.nihil":               dictumveld,
	"beslissing.partner_nihil":       dictumveld,
	"beslissing.studie_nihil":        dictumveld,
	"tekst.uitgangspunt":             "Omschrijving Waarde Bewijs Toelichting",
	"tekst.keuze":                    "Onderwerp Keuze Grond",
	"tekst.openingen":                "Onderwerp",
	"tekst.regel":                    "Label Bedrag Los Nr Ingevuld Bron Bewijs",
	"tekst.gegeven":                  "Regels Eerste",
	"tekst.berekend":                 "Regels Eerste",
	"tekst.uitkomst":                 "Regels Eerste",
	"tekst.raster":                   "Titel Nr",
	"watals.inleiding":               "Periode",
	"watals.rijen":                   "Wie Omschrijving Verschil Per Meer Kinderen MeerKinderen Naar",
	"watals.stand":                   "Van Naar",
	"watals.bedrag":                  "Voor Ieder Partner Studie Totaal Verrekend Betaler MeerBetalers",
	"watals.bedrag_in_zin":           "Voor Ieder Partner Studie Totaal Verrekend Betaler MeerBetalers Bedrag",
	"watals.meer":                    "Bedrag",
	"watals.minder":                  "Bedrag",
	"watals.inkomen":                 "Omschrijving",
	"watals.grens":                   grensveld,
	"watals.pas":                     grensveld,
	"watals.geen_grens":              "Inkomen Van Tot Per NietOmhoog NietOmlaag VanNul",
	"watals.helling":                 "Inkomen Van Tot Per Stap NietsAnders Delen Voor Ieder Partner Studie Totaal Verrekend Betaler MeerBetalers Enige Was Wordt PerStap Meer Gelijk",
	"watals.wijzigingen":             "Wie Kind Onderdeel Was Wordt Kinderen MeerKinderen",
	"watals.vast":                    "Wie",
	"waarmerk.tekst":                 "Datum Zaaknummer Gerecht",
	"berekening.raster_nummers":      "Van Tot",
	"berekening.raster_uitgewerkt":   "Rij",
	"berekening.niet_van_toepassing": "Waarom",
	"berekening.weggelaten":          "Aantal Meer",
	"berekening.regel":               "Nr",
	"verloop.kop":                    "Wanneer",
	"verloop.begin":                  "Wanneer",
	"verloop.wijziging":              "Van Naar",
	"figuur.alternatief":             "Kind Geheel Delen Naam Bedrag",

	"uitleg.alimentatie_geindexeerd": indexvelden,
	"uitleg.kinderalimentatie": inkomenveld + ` Eerste AllesNihil Zorgkorting Tekort Kinderen MeerKinderen
		TabelKinderen MeerTabelKinderen AlleenTabel Vastgesteld Reden Gezinsinkomen Grondbedrag Geindexeerd Gestegen Opnieuw PerKind
		BijzondereKosten Kind Bedrag EigenAandeel Gesteld Nu Volwassenen Leeftijd Budget Eigen Rest Niets Studeert
		Ouders Draagkracht Minimum Nihil OudInkomen MetWoonbudget Groepen Dragers Aandeel Laatste Alleen Stiefouder
		Sommen Ieder Betaler GeenAandeel GeenZorgkorting HelftTekort Meetelt Onafgerond GeenRest Rond Zelf Verschil Verlaagd
		ZelfKinderen MeerZelfKinderen Thuis Ouder Stiefouders Samenlopen Samen Verdeeld Deel Vanaf21 Meer Resten
		Verschillen Vrager VragerAanhef MoetDragen Toegewezen Toetsen Toets Inkomen Hoogste Voor Na Wijzigingen Eerder Nieuw`,
	"uitleg.partneralimentatie": inkomenveld + ` Eerste AllesNihil Plichtige PlichtigeAanhef Gerechtigde GerechtigdeAanhef MetKinderen Bedrag Nihil
		NBGI EigenAandeel Behoefte Vastgesteld Lijst Reden Geindexeerd Verlaagd VerlaagdReden EigenInkomen KanVerdienen GeenInkomen
		AandeelGerechtigde KostenGerechtigde Resteert Lasten Wat Zestig AandeelPlichtige Ondergrens KanNetto KanBruto NodigBruto
		NettoKosten NettoOver TeBestedenPlichtige TeBestedenGerechtigde Vergeleken Vergelijking Grens`,
	"uitleg.wetsvoorstel-34154": inkomenveld + ` Eerste AllesNihil Kinderen MeerKinderen Laatste Hoe InkomenToen Met Behoefte Minimum Tabelbedrag Eerder EerderHoger
		Ouders GeenInzicht Inkomen Minimuminkomen Verwijtbaar Van Tot Laagste Tabel Draagkracht Vastgesteld Reden Eerdere Voor Bedrag Rest GeenRest
		Aandeel Draagt Kind Geindexeerd Samen TeDragen Genoeg OpMinimum Bijdrage Resterend NietsOver
		PerKind Zelf Uitwonend Delen Ouder Deel Anders Thuis ThuisAanhef Ander AnderAanhef Kindgebonden KindgebondenThuis KindgebondenAnder
		AllesThuis AllesAnder Verblijf VerblijfThuis VerblijfAnder Nachten Percentage GeenVerblijf AlZelf NietsZelf Gelijk Berekend VanAanhef Aan
		Nihil Toets Afgesproken TenMinste TeLaag AndersDoorAfspraak ThuisZelf ThuisNiets ThuisBetaalt ThuisDraagt Sluitend
		Studenten Meer Kosten Dragers Over Inzicht Niets Toetsen Lasten Wat Ondergrens Ruimte GeenRuimte Na Verlaagd
		Gronden Redenen Soort Wie WieAanhef`,
}

// veldenVan gives the fields that the text with this key may mention.
func veldenVan(sleutel string) []string {
	if strings.HasPrefix(sleutel, "uitleg.") {
		sleutel, _, _ = strings.Cut(sleutel, "[")
	}
	// Those by kind of figure, of change or of section.
	if (strings.HasPrefix(sleutel, "watals.") || strings.HasPrefix(sleutel, "tekst.")) && strings.Count(sleutel, ".") > 1 {
		sleutel = sleutel[:strings.LastIndex(sleutel, ".")]
	}
	return strings.Fields(veldnamen[sleutel])
}
