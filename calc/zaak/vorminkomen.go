package zaak

// The forms of an income that is worked out.
var (
	vormInkomensopbouw = vorm{naam: "inkomensopbouw", wat: "een inkomen", sleutels: []sleutel{
		{"loon", mag, "een lijst met dienstbetrekkingen"},
		{"uitkeringen", mag, "een lijst met uitkeringen en pensioenen"},
		{"winst", mag, "de winst uit onderneming"},
		{"overige_werkzaamheden", mag, "het resultaat uit overige werkzaamheden, in euro per jaar"},
		{"partneralimentatie", mag, "de ontvangen partneralimentatie, bruto in euro per maand"},
		{"dividend", mag, "het dividend uit een aanmerkelijk belang, in euro per jaar"},
		{"vermogen", mag, "het vermogen op 1 januari (box 3)"},
		{"eigen_woning", mag, "de eigen woning; telt alleen voor het verzamelinkomen"},
		{"inkomensvoorzieningen", mag, "een lijst met premies voor inkomensvoorzieningen, zoals een AOV"},
		{"persoonsgebonden_aftrek", mag, "een lijst met aftrekposten"},
		{"overig_netto", mag, "een lijst met ander netto inkomen"},
		{"combinatiekorting", mag, "ja of nee: recht op de inkomensafhankelijke combinatiekorting"},
		{"alleenstaande_ouderenkorting", mag, "ja of nee: recht op de alleenstaande-ouderenkorting"},
		{"jonggehandicaptenkorting", mag, "ja of nee: recht op de jonggehandicaptenkorting"},
		{"toeslagpartner", mag, "de partner met wie deze ouder een huishouden heeft"},
		{"toetsingsinkomen", mag, "het toetsingsinkomen voor het kindgebonden budget, in euro per jaar"},
		{"ook_voor_kinderen", mag, "een lijst met geboortedatums van andere kinderen in het huishouden, voor het kindgebonden budget"},
		{"netto", mag, "de posten van het netto model"},
		sleutelBron, sleutelToelichting,
	}, voorbeeld: "{loon: [{bruto: 3200, pensioenpremie: 210}]}"}

	vormLoon = vorm{naam: "loon", wat: "een dienstbetrekking", sleutels: append([]sleutel{
		{"omschrijving", magLeeg, "om welke dienstbetrekking het gaat"},
		{"dertiende_maand", mag, "de dertiende maand, in euro per jaar"},
		{"pensioenpremie", mag, "het werknemersdeel van de pensioenpremie, in euro per tijdvak"},
		{"bijtelling_auto", mag, "de bijtelling voor een auto van de zaak die in de jaaropgaaf zit, in euro per jaar"},
		{"dga", mag, "ja als het loon van de eigen vennootschap komt"},
		{"verdiencapaciteit", mag, "waarom met dit loon wordt gerekend hoewel het niet wordt verdiend"},
		{"jaren", mag, "een lijst met het hele loon in elk van de laatste twee kalenderjaren, in euro per jaar"},
	}, sleutelsTijdvak...), voorbeeld: "{bruto: 3200, pensioenpremie: 210, bron: productie 4}"}

	vormUitkering = vorm{naam: "uitkering", wat: "een uitkering", sleutels: append([]sleutel{
		{"soort", verplicht, "ww, wia, wao, zw, wajong, bijstand, anw, aow, pensioen of lijfrente"},
		{"omschrijving", magLeeg, "om welke uitkering het gaat"},
		{"telt_als_arbeid", mag, "ja of nee, bij zw: telt mee voor de arbeidskorting"},
	}, sleutelsTijdvak...), voorbeeld: "{soort: ww, bruto: 1900, bron: productie 4}"}

	// What stands on a payslip and on the specification of a benefit alike.
	sleutelsTijdvak = []sleutel{
		{"bruto", mag, "het brutobedrag in euro per tijdvak"},
		{"tijdvak", mag, "maand of vier_weken"},
		{"jaaropgaaf", mag, "het fiscale loon volgens de jaaropgaaf, in euro per jaar"},
		{"jaaropgaaf_van", mag, "het jaar van de jaaropgaaf, zoals 2024"},
		{"vakantietoeslag", mag, "de vakantietoeslag als percentage van het brutobedrag"},
		{"extra", mag, "een lijst met andere vaste toeslagen, in euro per jaar"},
		{"variabel", mag, "een lijst met beloning die per jaar verschilt, in elk van de laatste twee kalenderjaren, in euro per jaar"},
		{"andere_premies", mag, "andere premies die het belastbare loon verlagen, in euro per tijdvak"},
		{"netto_inhoudingen", mag, "inhoudingen op het nettoloon, in euro per tijdvak"},
		sleutelBron, sleutelToelichting,
	}

	vormJaarpost = vorm{naam: "jaarpost", wat: "een bedrag per jaar met omschrijving", sleutels: []sleutel{
		{"omschrijving", verplicht, "waar het bedrag voor is"},
		{"bedrag", verplicht, "het bedrag in euro per jaar"},
		sleutelBron, sleutelToelichting,
	}, voorbeeld: "{omschrijving: onregelmatigheidstoeslag, bedrag: 1200}"}

	vormJaarbedrag = vorm{naam: "jaarbedrag", wat: "het bedrag van een kalenderjaar", sleutels: []sleutel{
		{"jaar", verplicht, "het kalenderjaar, zoals 2024"},
		{"bedrag", verplicht, "het bedrag in dat jaar, in euro"},
		sleutelBron, sleutelToelichting,
	}, voorbeeld: "{jaar: 2024, bedrag: 3200, bron: productie 5}"}

	vormMaandpost = vorm{naam: "maandpost", wat: "een bedrag per maand met omschrijving", sleutels: []sleutel{
		{"omschrijving", verplicht, "waar het bedrag voor is"},
		{"bedrag", verplicht, "het bedrag in euro per maand"},
		sleutelBron, sleutelToelichting,
	}, voorbeeld: "{omschrijving: verhuur van een kamer, bedrag: 350}"}

	vormAftrekpost = vorm{naam: "aftrekpost", wat: "een aftrekpost", sleutels: []sleutel{
		{"omschrijving", verplicht, "om welke aftrek het gaat"},
		{"bedrag", verplicht, "het bedrag in euro per jaar"},
		{"telt_mee", verplicht, "ja: als last en voor het belastingvoordeel; nee: voor geen van beide"},
		sleutelBron, sleutelToelichting,
	}, voorbeeld: "{omschrijving: specifieke zorgkosten, bedrag: 900, telt_mee: ja}"}

	vormWinst = vorm{naam: "winst", wat: "de winst uit onderneming", sleutels: []sleutel{
		{"jaren", mag, "een lijst met de winst per jaar"},
		{"uitgangspunt", mag, "gemiddelde, jaar of prognose"},
		{"jaar", mag, "het jaar waarvan de winst geldt"},
		{"prognose", mag, "de verwachte winst, in euro per jaar"},
		{"reden", mag, "waarom niet het gemiddelde geldt"},
		{"zelfstandigenaftrek", verplicht, "ja als aan het urencriterium wordt voldaan"},
		{"startersaftrek", mag, "ja als er recht is op startersaftrek"},
		{"achterblijvend", mag, "winst die in de onderneming moet blijven, in euro per jaar, met reden"},
		sleutelBron, sleutelToelichting,
	}, voorbeeld: "{jaren: [{jaar: 2023, winst: 41000}, {jaar: 2024, winst: 45500}], zelfstandigenaftrek: ja}"}

	vormWinstjaar = vorm{naam: "winstjaar", wat: "de winst van een jaar", sleutels: []sleutel{
		{"jaar", verplicht, "het jaar, zoals 2024"},
		{"winst", verplicht, "de winst vóór ondernemersaftrek, in euro per jaar; een verlies met een minteken"},
		sleutelBron, sleutelToelichting,
	}, voorbeeld: "{jaar: 2024, winst: 45500, bron: productie 5}"}

	vormJaarbedragMetReden = vorm{naam: "jaarbedrag_met_reden", wat: "een bedrag per jaar met reden", sleutels: []sleutel{
		{"bedrag", verplicht, "het bedrag in euro per jaar"},
		{"reden", verplicht, "waarom dit bedrag geldt"},
		sleutelBron, sleutelToelichting,
	}, voorbeeld: "{bedrag: 5000, reden: aflossing van het bedrijfskrediet}"}

	vormVermogen = vorm{naam: "vermogen", wat: "het vermogen", sleutels: []sleutel{
		{"banktegoeden", mag, "de bank- en spaartegoeden op 1 januari, in euro"},
		{"overige_bezittingen", mag, "de beleggingen en andere bezittingen op 1 januari, in euro"},
		{"schulden", mag, "de schulden in box 3 op 1 januari, in euro"},
		{"werkelijk_inkomen", mag, "het bestendige werkelijke inkomen uit vermogen, in euro per jaar"},
		sleutelBron, sleutelToelichting,
	}, voorbeeld: "{banktegoeden: 80000, werkelijk_inkomen: 1200}"}

	vormEigenWoning = vorm{naam: "eigen_woning", wat: "de eigen woning", sleutels: []sleutel{
		{"woz", mag, "de WOZ-waarde, in euro"},
		{"rente", mag, "de aftrekbare hypotheekrente en kosten, in euro per jaar"},
		{"saldo", mag, "het saldo van forfait en aftrek, in euro per jaar; met een minteken als de aftrek hoger is"},
		sleutelBron, sleutelToelichting,
	}, voorbeeld: "{woz: 350000, rente: 6000}"}

	vormPartner = vorm{naam: "toeslagpartner", wat: "de partner in het huishouden", sleutels: []sleutel{
		{"toetsingsinkomen", verplicht, "het toetsingsinkomen van de partner, in euro per jaar"},
		{"arbeidsinkomen", verplicht, "het arbeidsinkomen van de partner, in euro per jaar"},
		sleutelBron, sleutelToelichting,
	}, voorbeeld: "{toetsingsinkomen: 30000, arbeidsinkomen: 30000}"}

	vormNettoModel = vorm{naam: "netto_model", wat: "het netto model", sleutels: []sleutel{
		{"grond", verplicht, "laag-inkomen of niet-belast-in-nederland"},
		{"bruto", mag, "het bruto inkomen met vakantietoeslag, in euro per maand"},
		{"loon", mag, "het nettoloon (post 1), in euro per maand"},
		{"aow", mag, "de netto AOW (post 2), in euro per maand"},
		{"uitkering", mag, "een andere netto uitkering (post 3), in euro per maand"},
		{"vakantietoeslag", mag, "de vakantietoeslag (post 4) als percentage van het nettoloon"},
		{"bouwloon", mag, "het nettoloon in de bouw met vakantiebonnen (post 5), in euro per maand"},
		{"pensioen", mag, "het netto pensioen (post 6), in euro per maand"},
		{"overig", mag, "ander netto inkomen (post 7), in euro per maand"},
		sleutelBron, sleutelToelichting,
	}, voorbeeld: "{grond: laag-inkomen, bruto: 1900, loon: 1650}"}
)

var vormenInkomen = []*vorm{
	&vormInkomensopbouw, &vormLoon, &vormUitkering, &vormJaarpost, &vormJaarbedrag, &vormMaandpost, &vormAftrekpost, &vormWinst, &vormWinstjaar,
	&vormJaarbedragMetReden, &vormVermogen, &vormEigenWoning, &vormPartner, &vormNettoModel,
}
