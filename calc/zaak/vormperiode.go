package zaak

// The forms of a period.
var (
	vormPeriode = vorm{naam: "periode", wat: "een periode", sleutels: []sleutel{
		{"vanaf", verplicht, "de ingangsdatum, zoals 2025-03-01"},
		{"kinderen", mag, "een lijst met wat in deze periode voor een kind anders is"},
	}, ouders: beideEnStief, voorbeeld: "{vanaf: 2025-03-01, moeder: {nbi: 2000}, vader: {nbi: 2600}}"}

	vormSituatie = vorm{naam: "situatie", wat: "een ouder in een periode", sleutels: []sleutel{
		sleutelNBI, sleutelInkomen,
		{"kindgebonden_budget", mag, "het kindgebonden budget in euro per maand"},
		{"lasten", mag, "een lijst met andere lasten"},
		{"bijstand", mag, "ja als deze ouder een uitkering krachtens de Participatiewet heeft"},
		{"aow", mag, "ja als deze ouder de AOW-leeftijd heeft bereikt"},
		{"verdiencapaciteit", mag, "inkomen dat deze ouder daarnaast redelijkerwijs kan verdienen, met reden"},
		{"woonlast", mag, "een werkelijke woonlast die van het woonbudget afwijkt, met reden"},
		{"voormalige_woning", mag, "de woonlasten als een van de ouders in de voormalige echtelijke woning woont"},
		{"schuldsanering", mag, "schuldsanering waarin geen ruimte voor een bijdrage is, met reden"},
		{"draagkracht", mag, "een vastgestelde draagkracht, in plaats van een berekende, met reden"},
		{"inkomensverlies", mag, "een verlies van inkomen, met het inkomen daarvoor"},
		{"langdurige_zorg", mag, "de lasten bij verpleging in een instelling voor langdurige zorg"},
		{"aanvaardbaarheidstoets", mag, "de lasten voor een beroep op de aanvaardbaarheidstoets"},
		{"andere_kinderen", mag, "een lijst met kinderen buiten deze zaak voor wie deze ouder onderhoudsplichtig is"},
		{"aandeel_kosten_kinderen", mag, "een vastgesteld aandeel in de kosten van de kinderen, in plaats van een berekend, met reden"},
		{"partnerdraagkracht", mag, "een vastgestelde netto draagkracht voor partneralimentatie, in plaats van een berekende, met reden"},
		{"geen_fiscaal_voordeel", mag, "waarom deze ouder de partneralimentatie niet kan aftrekken"},
		{"behoefte_verlaging", mag, "wat een nieuwe relatie van de behoefte af haalt, met reden"},
		{"wetsvoorstel", mag, "wat alleen wetsvoorstel 34 154 van deze ouder vraagt"},
		sleutelBron, sleutelToelichting,
	}, voorbeeld: "{nbi: 2600, bron: productie 4}"}

	vormLast = vorm{naam: "last", wat: "een last", sleutels: []sleutel{
		{"omschrijving", verplicht, "wat voor last het is, zoals aflossing restschuld"},
		{"bedrag", verplicht, "het bedrag in euro per maand"},
		{"vermijdbaar", verplicht, "ja of nee"},
		{"verwijtbaar", verplicht, "ja of nee"},
		{"vermijdbaar_deel", mag, "het deel van het bedrag dat vermijdbaar is, in euro per maand"},
		{"verwijtbaar_deel", mag, "het deel van het bedrag dat verwijtbaar is, in euro per maand"},
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

	vormInkomensverlies = vorm{naam: "inkomensverlies", wat: "een verlies van inkomen", sleutels: []sleutel{
		{"oud_nbi", verplicht, "het netto besteedbaar inkomen voor het verlies, in euro per maand"},
		{"zelf_veroorzaakt", verplicht, "ja als het verlies door eigen toedoen is ontstaan"},
		{"herstelbaar", mag, "ja als het oude inkomen redelijkerwijs weer te verdienen is"},
		{"te_vergen", mag, "ja als dat ook kan worden gevergd"},
		{"onthouden", mag, "ja als deze ouder zich van de gedraging had moeten onthouden"},
		{"reden", verplicht, "hoe het verlies is ontstaan"},
		{"bijstandsnorm", mag, "een andere bijstandsnorm dan de gepubliceerde, in euro per maand"},
		sleutelBron, sleutelToelichting,
	}, voorbeeld: "{oud_nbi: 3200, zelf_veroorzaakt: nee, reden: ontslag om bedrijfseconomische redenen}"}

	vormLangdurigeZorg = vorm{naam: "langdurige_zorg", wat: "langdurige zorg", sleutels: []sleutel{
		{"eigen_bijdrage", verplicht, "de eigen bijdrage voor de zorg, in euro per maand"},
		{"noodzakelijke_lasten", verplicht, "de andere noodzakelijke lasten, in euro per maand"},
		{"reden", verplicht, "om welke zorg het gaat en welke lasten er zijn"},
		sleutelBron, sleutelToelichting,
	}, voorbeeld: "{eigen_bijdrage: 900, noodzakelijke_lasten: 300, reden: verblijf in een verpleeghuis}"}

	vormAanvaardbaarheidstoets = vorm{naam: "aanvaardbaarheidstoets", wat: "de aanvaardbaarheidstoets", sleutels: []sleutel{
		{"reden", verplicht, "waarom de bijdrage niet aanvaardbaar is"},
		{"woonlast", verplicht, "de woonlast in euro per maand"},
		{"huurtoeslag", mag, "de huurtoeslag in euro per maand"},
		{"zorgpremie", verplicht, "de premie voor de zorgverzekering, in euro per maand"},
		{"zorgtoeslag", mag, "de zorgtoeslag in euro per maand"},
		{"overige_zorgkosten", mag, "de overige zorgkosten, zoals het eigen risico, in euro per maand"},
		{"bijstandsnorm", mag, "een andere bijstandsnorm dan de gepubliceerde, in euro per maand"},
		{"wooncomponent", mag, "een ander wooncomponent dan het gepubliceerde, in euro per maand"},
		{"normpremie", mag, "een andere normpremie dan de gepubliceerde, in euro per maand"},
		sleutelBron, sleutelToelichting,
	}, voorbeeld: "{reden: hoge schulden, woonlast: 750, zorgpremie: 160}"}

	vormAnderGezin = vorm{naam: "ander_gezin", wat: "kinderen buiten deze zaak", sleutels: []sleutel{
		{"omschrijving", verplicht, "om welke kinderen het gaat, zoals Sam en Lot"},
		{"aantal", verplicht, "het aantal kinderen"},
		{"stiefkinderen", mag, "ja als het stiefkinderen zijn"},
		{"behoefte", verplicht, "de behoefte van deze kinderen samen, in euro per maand"},
		{"draagkracht_anderen", verplicht, "de draagkracht van de anderen die voor hen onderhoudsplichtig zijn, in euro per maand"},
		sleutelBron, sleutelToelichting,
	}, voorbeeld: "{omschrijving: Sam en Lot, aantal: 2, behoefte: 700, draagkracht_anderen: 450}"}
)
