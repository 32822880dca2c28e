package zaak

// What holds for a child stands with the child, or in a period.
var (
	sleutelHoofdverblijf = sleutel{"hoofdverblijf", mag, "de id van de ouder bij wie het kind het hoofdverblijf heeft"}
	sleutelZorg          = sleutel{"zorg", mag, "de zorg door de andere ouder"}
	sleutelMeerderjarig  = sleutel{"meerderjarig", mag, "wat dit kind vanaf 18 jaar nodig heeft en zelf heeft"}
	sleutelEigenBehoefte = sleutel{"behoefte", mag, "een behoefte van dit kind die al is vastgesteld"}
	sleutelBehoeftig     = sleutel{"behoeftig", mag, "waarom dit kind vanaf 21 jaar behoeftig is"}

	sleutelKindgebonden   = sleutel{"kindgebonden_kosten", mag, "welk deel van de kindgebonden kosten een ouder betaalt"}
	sleutelOvereengekomen = sleutel{"overeengekomen_bijdrage", mag, "een bijdrage voor dit kind die schriftelijk is overeengekomen"}
)

// The forms of a child.
var (
	vormKind = vorm{naam: "kind", wat: "een kind", sleutels: []sleutel{
		{"id", verplicht, "een korte naam zoals noor"},
		{"naam", magLeeg, "hoe de stukken dit kind noemen, zoals Noor"},
		{"geboren", verplicht, "de geboortedatum, zoals 2015-04-02"},
		sleutelHoofdverblijf, sleutelZorg,
		{"bijzondere_kosten", mag, "een lijst met bijzondere kosten van dit kind"},
		sleutelMeerderjarig, sleutelEigenBehoefte, sleutelBehoeftig,
		{"eerdere_bijdrage", mag, "een bijdrage voor dit kind die al is vastgesteld"},
		sleutelKindgebonden, sleutelOvereengekomen,
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
		{"nachten_per_jaar", mag, "het aantal nachten per jaar, voor wetsvoorstel 34 154"},
		{"reden", magLeeg, "de reden voor het andere percentage"},
		{"verzoek_verschil", mag, "ja als deze ouder verzoekt dat de andere ouder het verschil betaalt"},
		sleutelBron, sleutelToelichting,
	}, voorbeeld: "{dagen_per_week: 1}"}

	vormKindInPeriode = vorm{naam: "kind_in_periode", wat: "een kind in een periode", sleutels: []sleutel{
		{"kind", verplicht, "de id van het kind"},
		sleutelHoofdverblijf, sleutelZorg, sleutelMeerderjarig, sleutelEigenBehoefte, sleutelBehoeftig,
		sleutelKindgebonden, sleutelOvereengekomen,
	}, voorbeeld: "{kind: noor, hoofdverblijf: vader}"}

	vormMeerderjarig = vorm{naam: "meerderjarig", wat: "een meerderjarig kind", sleutels: []sleutel{
		{"opleiding", verplicht, "mbo, hbo-wo, voortgezet-onderwijs of geen"},
		{"norm", mag, "mbo of hbo-wo: welk normbedrag geldt als het kind geen opleiding volgt"},
		{"woont", verplicht, "thuis of zelfstandig"},
		{"lesgeld", mag, "het lesgeld of collegegeld in euro per maand, als het afwijkt van de norm"},
		{"leermiddelen", mag, "het deel van het normbedrag voor leermiddelen, in euro per maand"},
		{"extra_kosten", mag, "een lijst met hogere kosten van dit kind"},
		{"basisbeurs", mag, "de basisbeurs in euro per maand"},
		{"aanvullende_beurs", mag, "de aanvullende beurs in euro per maand"},
		{"tegemoetkoming", mag, "een andere tegemoetkoming, zoals van een fonds, in euro per maand"},
		{"inkomen", mag, "het eigen structurele inkomen van het kind, netto in euro per maand"},
		{"zorgtoeslag", mag, "de zorgtoeslag in euro per maand"},
		{"lening", mag, "de rentedragende lening en het collegegeldkrediet, in euro per maand"},
		{"geen_woonlast", mag, "een aftrek omdat het kind thuis zonder woonlasten woont, met reden"},
		sleutelBron, sleutelToelichting,
	}, voorbeeld: "{opleiding: mbo, woont: thuis}"}

	vormExtraKost = vorm{naam: "extra_kost", wat: "extra kosten", sleutels: []sleutel{
		{"omschrijving", verplicht, "wat voor kosten het zijn, zoals reiskosten"},
		{"bedrag", verplicht, "het bedrag in euro per maand"},
		sleutelBron, sleutelToelichting,
	}, voorbeeld: "{omschrijving: reiskosten, bedrag: 60}"}

	vormEigenBehoefte = vorm{naam: "eigen_behoefte", wat: "de vastgestelde behoefte van een kind", sleutels: []sleutel{
		{"bedrag", verplicht, "de behoefte van dit kind waarin de ouders voorzien, in euro per maand"},
		{"jaar", verplicht, "het jaar waarin dat bedrag gold, zoals 2024"},
		{"reden", verplicht, "waar het bedrag vandaan komt, zoals beschikking van 24 juni 2024"},
		sleutelBron, sleutelToelichting,
	}, voorbeeld: "{bedrag: 380, jaar: 2024, reden: beschikking van 24 juni 2024}"}

	vormBehoeftig = vorm{naam: "behoeftig", wat: "de behoeftigheid van een kind", sleutels: []sleutel{
		{"reden", verplicht, "waarom het kind niet in het eigen levensonderhoud kan voorzien"},
		sleutelBron,
	}, voorbeeld: "{reden: kan door ziekte niet werken, bron: productie 9}"}

	vormEerdereBijdrage = vorm{naam: "eerdere_bijdrage", wat: "een eerdere bijdrage", sleutels: []sleutel{
		{"bedrag", verplicht, "de bijdrage voor dit kind, in euro per maand"},
		{"vastgesteld_op", verplicht, "de datum van de uitspraak of overeenkomst, zoals 2022-06-24"},
		{"betaler", mag, "de id van de ouder die haar betaalt"},
		sleutelBron, sleutelToelichting,
	}, voorbeeld: "{bedrag: 250, vastgesteld_op: 2022-06-24}"}
)
