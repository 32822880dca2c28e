package zaak

// Code names one kind of problem. It is stable: users look it up in
// docs/fouten.md and scripts may test for it. The number groups it: Z0 the file
// itself, Z1 keys and structure, Z2 values, Z3 text, Z4 things that must agree,
// Z5 what cannot be calculated.
type Code string

const (
	codeLeegBestand        Code = "Z001-leeg-bestand"
	codeTeGrootBestand     Code = "Z002-te-groot-bestand"
	codeOnbekendeCodering  Code = "Z003-onbekende-codering"
	codeTabInInspringing   Code = "Z004-tab-in-inspringing"
	codeGeenYAML           Code = "Z005-geen-yaml"
	codeGeenJSON           Code = "Z006-geen-json"
	codeMeerDocumenten     Code = "Z007-meer-documenten"
	codeTeDiepGenest       Code = "Z008-te-diep-genest"
	codeVerwijzing         Code = "Z009-verwijzing"
	codeTypeaanduiding     Code = "Z010-typeaanduiding"
	codeTeVeelProblemen    Code = "Z011-te-veel-problemen"
	codeOnbekendeSleutel   Code = "Z101-onbekende-sleutel"
	codeOntbrekendeSleutel Code = "Z102-ontbrekende-sleutel"
	codeDubbeleSleutel     Code = "Z103-dubbele-sleutel"
	codeLeeg               Code = "Z104-leeg"
	codeVerkeerdeSoort     Code = "Z105-verkeerde-soort"
	codeOnbekendeOuder     Code = "Z106-onbekende-ouder"
	codeNietPreciesEen     Code = "Z107-niet-precies-een"
	codeVerkeerdAantal     Code = "Z108-verkeerd-aantal"
	codeOnbekendKind       Code = "Z109-onbekend-kind"
	codeOnbekendeVersie    Code = "Z201-onbekende-versie"
	codeGeenGetal          Code = "Z202-geen-getal"
	codeGeenBedrag         Code = "Z203-geen-bedrag"
	codeTeVeelDecimalen    Code = "Z204-te-veel-decimalen"
	codeNegatief           Code = "Z205-negatief"
	codeBedragTeHoog       Code = "Z206-bedrag-te-hoog"
	codeBuitenBereik       Code = "Z207-buiten-bereik"
	codeGeenDatum          Code = "Z208-geen-datum"
	codeDatumBestaatNiet   Code = "Z209-datum-bestaat-niet"
	codeJaartal            Code = "Z210-jaartal-buiten-bereik"
	codeGeenJaOfNee        Code = "Z211-geen-ja-of-nee"
	codeOnbekendeKeuze     Code = "Z212-onbekende-keuze"
	codeOngeldigeID        Code = "Z213-ongeldige-id"
	codeGereserveerdeID    Code = "Z214-gereserveerde-id"
	codeBesturingsteken    Code = "Z301-besturingsteken"
	codeRichtingsteken     Code = "Z302-richtingsteken"
	codeNietAfdrukbaar     Code = "Z303-niet-afdrukbaar"
	codeTeLangeTekst       Code = "Z304-te-lange-tekst"
	codeMeerRegels         Code = "Z305-meer-dan-een-regel"
	codeDubbeleID          Code = "Z401-dubbele-id"
	codeZorgHoofdverblijf  Code = "Z402-zorg-bij-hoofdverblijf"
	codeZorgPreciesEen     Code = "Z403-zorg-niet-precies-een"
	codePercentageReden    Code = "Z404-percentage-zonder-reden"
	codeRedenPercentage    Code = "Z405-reden-zonder-percentage"
	codePeriodenVolgorde   Code = "Z406-perioden-niet-oplopend"
	codeGeborenNaIngang    Code = "Z407-geboren-na-ingangsdatum"
	codeGeborenNaStuk      Code = "Z408-geboren-na-datum-stuk"
	codePeildatumNaIngang  Code = "Z409-peildatum-na-ingangsdatum"
	codeJaarNaIngang       Code = "Z410-jaar-na-ingangsdatum"
	codeNietSamen          Code = "Z411-gaat-niet-samen"
	codeTweeKeer           Code = "Z412-twee-keer-genoemd"
	codeVastgesteldLater   Code = "Z413-vastgesteld-na-ingangsdatum"
	codeStijgingNietLater  Code = "Z414-stijging-niet-later"
	codeDeelTeHoog         Code = "Z415-deel-hoger-dan-geheel"
	codeTeJong             Code = "Z416-te-jong"
	codeAndereJaren        Code = "Z417-niet-de-laatste-twee-jaren"
	codeMeerderjarig       Code = "Z502-kind-van-18-of-ouder"
	codeGeenNormen         Code = "Z503-geen-normen"
	codeGeenAanspraak      Code = "Z504-geen-aanspraak"

	codeInkomenOnberekenbaar Code = "Z505-inkomen-niet-te-berekenen"
	codeNietBijMethode       Code = "Z506-niet-bij-deze-methode"
)

// codes says of every code what it means. docs/fouten.md is made from it.
var codes = []struct {
	code   Code
	uitleg string
}{
	{codeLeegBestand, "Het bestand is leeg, of bevat alleen commentaar."},
	{codeTeGrootBestand, "Het bestand, of zijn vaste vorm (bewijs.md), is groter dan 1 MiB. Een zaakbestand bevat alleen tekst en blijft daar ver onder."},
	{codeOnbekendeCodering, "Het bestand is niet als UTF-8 opgeslagen (of als UTF-16 met een byte order mark). Letters zoals ë zouden dan verkeerd in de stukken komen."},
	{codeTabInInspringing, "YAML staat geen tabs toe waar een regel inspringt."},
	{codeGeenYAML, "Het bestand is niet als YAML te lezen. Er wordt één zo'n fout tegelijk gemeld, omdat de rest van het bestand daarna niet betrouwbaar te lezen is."},
	{codeGeenJSON, "Het bestand begint met { en wordt daarom als JSON gelezen, maar is geen geldige JSON."},
	{codeMeerDocumenten, "Een zaakbestand bevat één zaak. Een regel met --- begint in YAML een tweede document."},
	{codeTeDiepGenest, "Het bestand is dieper genest dan een zaakbestand ooit is."},
	{codeVerwijzing, "Het bestand gebruikt een YAML-anker (&naam) of -verwijzing (*naam). Elke waarde staat voluit op de plaats waar zij geldt, zodat te zien is wat er is ingevuld."},
	{codeTypeaanduiding, "Het bestand gebruikt een YAML-typeaanduiding (!naam). Die verandert hoe een waarde wordt gelezen en is niet nodig."},
	{codeTeVeelProblemen, "Er zijn meer dan 100 problemen. De eerste 100 worden gemeld."},
	{codeOnbekendeSleutel, "De sleutel bestaat niet op deze plaats."},
	{codeOntbrekendeSleutel, "Een verplichte sleutel ontbreekt."},
	{codeDubbeleSleutel, "Dezelfde sleutel staat twee keer in één blok; het is niet duidelijk welke waarde geldt."},
	{codeLeeg, "Achter de sleutel staat geen waarde."},
	{codeVerkeerdeSoort, "Op deze plaats staat een waarde, lijst of blok waar iets anders hoort."},
	{codeOnbekendeOuder, "De naam verwijst niet naar een van de twee ouders of partijen."},
	{codeNietPreciesEen, "Onder behoefte staat precies één manier om de behoefte te bepalen."},
	{codeVerkeerdAantal, "De lijst bevat te weinig of te veel onderdelen."},
	{codeOnbekendKind, "De naam verwijst niet naar een van de kinderen."},
	{codeOnbekendeVersie, "Het zaakbestand is geschreven voor een versie van het formaat die dit programma niet kent."},
	{codeGeenGetal, "Op deze plaats hoort een getal."},
	{codeGeenBedrag, "Op deze plaats hoort een bedrag: een getal met een punt voor de centen, zonder scheiding van duizendtallen en zonder euroteken."},
	{codeTeVeelDecimalen, "Een getal heeft ten hoogste twee decimalen. Een punt met drie cijfers erachter is vaak een scheiding van duizendtallen; die kent het zaakbestand niet."},
	{codeNegatief, "Een bedrag, percentage of aantal is nul of hoger."},
	{codeBedragTeHoog, "Bedragen zijn per maand en ten hoogste 1.000.000 euro."},
	{codeBuitenBereik, "Het getal ligt buiten het bereik dat op deze plaats mogelijk is."},
	{codeGeenDatum, "Op deze plaats hoort een datum, geschreven als jaar-maand-dag."},
	{codeDatumBestaatNiet, "De datum bestaat niet op de kalender."},
	{codeJaartal, "Het jaartal ligt niet tussen 1900 en 2100."},
	{codeGeenJaOfNee, "Op deze plaats hoort ja of nee."},
	{codeOnbekendeKeuze, "De waarde is niet een van de mogelijkheden op deze plaats."},
	{codeOngeldigeID, "Een id is de korte naam waarmee de rest van het bestand een ouder of kind noemt, en volgt een vaste schrijfwijze."},
	{codeGereserveerdeID, "Het woord heeft in het zaakbestand of in de stukken al een betekenis en kan geen id zijn."},
	{codeBesturingsteken, "Het bestand bevat een onzichtbaar besturingsteken."},
	{codeRichtingsteken, "Het bestand bevat een onzichtbaar teken dat de leesrichting omkeert. Daardoor kan er iets anders lijken te staan dan er staat."},
	{codeNietAfdrukbaar, "De tekst bevat een teken dat niet in de stukken kan worden afgedrukt."},
	{codeTeLangeTekst, "De tekst is langer dan op deze plaats kan."},
	{codeMeerRegels, "De tekst bestaat uit meer regels, waar één regel hoort."},
	{codeDubbeleID, "Twee ouders, stiefouders of kinderen hebben dezelfde id."},
	{codeZorgHoofdverblijf, "Onder zorg staat de zorg door de andere ouder dan die waar het kind het hoofdverblijf heeft."},
	{codeZorgPreciesEen, "De zorg staat in dagen per week of als percentage, niet allebei en niet geen van beide."},
	{codePercentageReden, "Een zorgkortingspercentage dat niet uit de dagen volgt, heeft een reden nodig."},
	{codeRedenPercentage, "Een reden hoort bij een percentage. Bij dagen per week is er niets waarvan wordt afgeweken."},
	{codePeriodenVolgorde, "Elke periode begint later dan de vorige."},
	{codeGeborenNaIngang, "Het kind is geboren na de ingangsdatum van de eerste periode."},
	{codeGeborenNaStuk, "De geboortedatum ligt na de datum van het stuk."},
	{codePeildatumNaIngang, "De peildatum van het gezinsinkomen ligt na de ingangsdatum van de eerste periode."},
	{codeJaarNaIngang, "Het jaar van het vastgestelde bedrag ligt na het jaar van de ingangsdatum. Terugrekenen naar een eerder jaar kan niet."},
	{codeNietSamen, "Twee sleutels sluiten elkaar uit, of een sleutel heeft naast een andere waarde geen betekenis: het is niet duidelijk wat er geldt."},
	{codeTweeKeer, "Dezelfde ouder of hetzelfde kind wordt twee keer genoemd waar dat één keer kan."},
	{codeVastgesteldLater, "De eerdere bijdrage is vastgesteld na de ingangsdatum van de eerste periode."},
	{codeStijgingNietLater, "De stijging van het inkomen heeft een peildatum die niet na de eerste peildatum ligt."},
	{codeDeelTeHoog, "Het deel van een last dat vermijdbaar of verwijtbaar is, is hoger dan de last zelf."},
	{codeTeJong, "Een gegeven voor een kind van 18 of van 21 jaar of ouder staat bij een kind dat nog niet zo oud is."},
	{codeAndereJaren, "Bedragen die per jaar verschillen, staan er van de laatste twee kalenderjaren voor de ingangsdatum of peildatum. Een jaar zonder zulk inkomen staat er met 0."},
	{codeMeerderjarig, "Het kind is op een ingangsdatum 18 jaar of ouder, en er staat niet wat het dan nodig heeft: meerderjarig of behoefte. Vanaf 21 jaar geldt dat alleen voor een kind dat behoeftig is. Bij wetsvoorstel-34154 staat er bij een kind van 18 tot 23 jaar meerderjarig."},
	{codeGeenNormen, "Voor de datum zijn geen normen bekend. Er wordt nooit op een ander jaar teruggevallen."},
	{codeGeenAanspraak, "In een periode is er geen kind voor wie een bijdrage kan gelden: zij zijn allen 21 jaar of ouder, en van geen van hen staat er dat het behoeftig is. Wordt er om partneralimentatie gevraagd, dan kan zo'n periode er wel zijn. Bij wetsvoorstel-34154 kan een bijdrage gelden voor een kind dat jonger is dan 18 jaar, of jonger dan 23 jaar en een opleiding volgt."},
	{codeInkomenOnberekenbaar, "Het netto besteedbaar inkomen is uit deze gegevens niet te berekenen: de cijfers van dat jaar zijn niet bekend, of annex kent de regel niet. Het NBI zelf opgeven kan altijd."},
	{codeNietBijMethode, "De gekozen methode kent dit gegeven niet, en rekent er niet mee."},
}
