package zaak

// The forms of what only Wetsvoorstel 34 154 asks.
var (
	vormWetsvoorstelBehoefte = vorm{naam: "wetsvoorstel_behoefte", wat: "wetsvoorstel onder behoefte", sleutels: []sleutel{
		{"alimentatie_inkomen", mag, "het alimentatie-inkomen waaruit de behoefte volgt, in euro per maand"},
		{"geen_inzicht", mag, "waarom er geen inzicht is in het inkomen van toen"},
		{"eerdere_behoefte", mag, "de behoefte zoals zij eerder is vastgesteld, in euro per maand, met reden"},
	}, voorbeeld: "{alimentatie_inkomen: 4200}"}

	vormWetsvoorstelSituatie = vorm{naam: "wetsvoorstel_situatie", wat: "wetsvoorstel bij een ouder in een periode", sleutels: []sleutel{
		{"alimentatie_inkomen", mag, "het alimentatie-inkomen van deze ouder, in euro per maand"},
		{"eerder_inkomen", mag, "het alimentatie-inkomen van een half jaar eerder, als de daling verwijtbaar is, met reden"},
		{"eerdere_kinderen", mag, "een lijst met de eerder vastgestelde aandelen in de kosten van kinderen uit een eerdere relatie"},
		{"geen_inzicht", mag, "waarom er geen inzicht is in het inkomen van deze ouder"},
		{"hardheidsclausule", mag, "een beroep op de hardheidsclausule"},
	}, voorbeeld: "{alimentatie_inkomen: 2900}"}

	vormGeenInzicht = vorm{naam: "geen_inzicht", wat: "geen_inzicht", sleutels: []sleutel{
		{"reden", verplicht, "waaruit blijkt dat er geen inzicht in het inkomen is gegeven"},
		sleutelBron,
	}, voorbeeld: "{reden: heeft ook na herhaald verzoek geen stukken overgelegd, bron: productie 9}"}

	vormEerdereKinderen = vorm{naam: "eerdere_kinderen", wat: "kinderen uit een eerdere relatie", sleutels: []sleutel{
		{"omschrijving", verplicht, "om welke kinderen het gaat, zoals Sam en Lot"},
		{"bedrag", verplicht, "het eerder vastgestelde aandeel in hun kosten, in euro per maand"},
		sleutelBron, sleutelToelichting,
	}, voorbeeld: "{omschrijving: Sam en Lot, bedrag: 310}"}

	vormHardheidsclausule = vorm{naam: "hardheidsclausule", wat: "de hardheidsclausule", sleutels: []sleutel{
		{"reden", verplicht, "waarom de bijdrage onaanvaardbaar is"},
		{"lasten", mag, "een lijst met lasten die niet te vermijden zijn, zonder wonen, zorgverzekering en pensioen"},
		{"bijstandsnorm", mag, "een andere bijstandsnorm dan de gepubliceerde, in euro per maand"},
		sleutelBron, sleutelToelichting,
	}, voorbeeld: "{reden: hoge schulden, lasten: [{omschrijving: aflossing, bedrag: 400}]}"}

	vormHardeLast = vorm{naam: "harde_last", wat: "een last onder hardheidsclausule", sleutels: []sleutel{
		{"omschrijving", verplicht, "wat voor last het is, zoals aflossing restschuld"},
		{"bedrag", verplicht, "het bedrag in euro per maand"},
		sleutelBron, sleutelToelichting,
	}, voorbeeld: "{omschrijving: aflossing restschuld, bedrag: 400}"}

	vormKindgebondenKosten = vorm{naam: "kindgebonden_kosten", wat: "de kindgebonden kosten", ouders: eenOuder,
		voorbeeld: "{vader: {percentage: 100}}"}

	vormKindgebondenDeel = vorm{naam: "kindgebonden_deel", wat: "het deel van een ouder in de kindgebonden kosten", sleutels: []sleutel{
		{"percentage", verplicht, "welk deel van de kindgebonden kosten deze ouder betaalt, als percentage"},
		sleutelBron, sleutelToelichting,
	}, voorbeeld: "{percentage: 100, bron: ouderschapsplan}"}

	vormOvereengekomen = vorm{naam: "overeengekomen_bijdrage", wat: "een overeengekomen bijdrage", sleutels: []sleutel{
		{"bedrag", verplicht, "de bijdrage voor dit kind die schriftelijk is overeengekomen, in euro per maand"},
		{"betaler", verplicht, "de id van de ouder die haar betaalt"},
		sleutelBron, sleutelToelichting,
	}, voorbeeld: "{bedrag: 300, betaler: vader, bron: ouderschapsplan}"}
)

var vormenWetsvoorstel = []*vorm{
	&vormWetsvoorstelBehoefte, &vormWetsvoorstelSituatie, &vormGeenInzicht, &vormEerdereKinderen, &vormHardheidsclausule,
	&vormHardeLast, &vormKindgebondenKosten, &vormKindgebondenDeel, &vormOvereengekomen,
}
