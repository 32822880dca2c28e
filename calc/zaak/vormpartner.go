package zaak

// The forms of partneralimentatie.
var (
	vormPartneralimentatie = vorm{naam: "partneralimentatie", wat: "partneralimentatie", sleutels: []sleutel{
		{"gerechtigde", verplicht, "de id van wie om partneralimentatie vraagt"},
		{"behoefte", mag, "hoe de behoefte aan partneralimentatie wordt bepaald: hofnorm, vastgesteld of lijst"},
		{"inkomensvergelijking", mag, "ja als wie betaalt daarom vraagt"},
	}, voorbeeld: "{gerechtigde: moeder}"}

	vormPartnerbehoefte = vorm{naam: "partnerbehoefte", wat: "de behoefte aan partneralimentatie", sleutels: []sleutel{
		{"hofnorm", mag, "het inkomen van beiden in de laatste periode samen"},
		{"vastgesteld", mag, "een netto behoefte die al is vastgesteld"},
		{"lijst", mag, "een lijst met wat de gerechtigde nodig heeft"},
	}, voorbeeld: "hofnorm, vastgesteld of lijst"}

	vormHofnorm = vorm{naam: "hofnorm", wat: "de hofnorm", sleutels: []sleutel{
		{"peildatum", verplicht, "de datum waarop het inkomen ziet, zoals 2025-01-01"},
		{"kindgebonden_budget", mag, "het kindgebonden budget van het gezin, in euro per maand"},
		{"eigen_aandeel", mag, "het eigen aandeel in de kosten van de kinderen op de peildatum, in euro per maand"},
	}, ouders: beideOuders, voorbeeld: "{peildatum: 2025-01-01, moeder: {nbi: 1150}, vader: {nbi: 1800}}"}

	vormVastgesteldePartnerbehoefte = vorm{naam: "vastgestelde_partnerbehoefte", wat: "de vastgestelde behoefte aan partneralimentatie", sleutels: []sleutel{
		{"bedrag", verplicht, "de netto behoefte van de gerechtigde, in euro per maand"},
		{"jaar", verplicht, "het jaar waarin dat bedrag gold, zoals 2024"},
		{"reden", verplicht, "waar het bedrag vandaan komt, zoals beschikking van 24 juni 2024"},
		sleutelBron, sleutelToelichting,
	}, voorbeeld: "{bedrag: 2100, jaar: 2024, reden: beschikking van 24 juni 2024}"}

	vormBehoeftelijst = vorm{naam: "behoeftelijst", wat: "de behoeftelijst", sleutels: []sleutel{
		{"jaar", verplicht, "het jaar waarin deze bedragen gelden, zoals 2025"},
		{"reden", verplicht, "waarom de behoefte niet met de hofnorm wordt bepaald"},
		{"posten", verplicht, "een lijst met wat de gerechtigde nodig heeft"},
		sleutelBron, sleutelToelichting,
	}, voorbeeld: "{jaar: 2025, reden: hoge woonlasten, posten: [{omschrijving: huur, bedrag: 950}]}"}

	vormBehoeftepost = vorm{naam: "behoeftepost", wat: "een post van de behoeftelijst", sleutels: []sleutel{
		{"omschrijving", verplicht, "waar het bedrag voor is"},
		{"bedrag", verplicht, "het bedrag, netto in euro per maand"},
		sleutelBron, sleutelToelichting,
	}, voorbeeld: "{omschrijving: huur, bedrag: 950}"}

	vormGeenFiscaalVoordeel = vorm{naam: "geen_fiscaal_voordeel", wat: "geen_fiscaal_voordeel", sleutels: []sleutel{
		{"reden", verplicht, "waarom wie betaalt de partneralimentatie niet kan aftrekken"},
		sleutelBron,
	}, voorbeeld: "{reden: woont in het buitenland en betaalt hier geen belasting}"}
)

var vormenPartner = []*vorm{
	&vormPartneralimentatie, &vormPartnerbehoefte, &vormHofnorm, &vormVastgesteldePartnerbehoefte,
	&vormBehoeftelijst, &vormBehoeftepost, &vormGeenFiscaalVoordeel,
}
