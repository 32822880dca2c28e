package pdf

import (
	"fmt"
	"strings"
	"time"

	"annex/render"

	"github.com/shopspring/decimal"
)

// sample is a document with every kind of block, in the shape of a real
// bijlage, plus what is hard to lay out: long names, a text without a space,
// tables of all lengths, bars with tiny parts.
func sample() *render.Document {
	return &render.Document{
		Titel:          "Berekening kinderalimentatie",
		Ondertitel:     "Productie 7 bij het verzoekschrift tot vaststelling van een bijdrage in de kosten van verzorging en opvoeding",
		Onderwerp:      "C/16/123456 / FA RK 25-1234",
		Auteur:         "mr. V. Çelik–Oorbeeld",
		Datum:          time.Date(2025, 2, 14, 0, 0, 0, 0, time.UTC),
		KoptekstLinks:  "Rechtbank Midden-Nederland, locatie Utrecht · zaaknummer C/16/123456 / FA RK 25-1234",
		KoptekstRechts: "Productie 7",
		Voettekst:      "Berekening kinderalimentatie van 14 februari 2025 · Rapport alimentatienormen 2025",
		Blokken: append(append(append(firstPage(), premises()...), capacity()...),
			append(explanation(), extremes()...)...),
	}
}

func cel(text string, under ...string) render.Cel { return render.Cel{Tekst: text, Onder: under} }

func cells(texts ...string) []render.Cel {
	var cs []render.Cel
	for _, t := range texts {
		cs = append(cs, cel(t))
	}
	return cs
}

func firstPage() []render.Blok {
	return []render.Blok{
		render.Alinea{Tekst: "Deze bijlage laat zien hoe de bijdrage van ieder van de ouders in de kosten van Noor en Daniël is berekend. " +
			"De berekening volgt het Rapport alimentatienormen van de Expertgroep Alimentatie, versie 2025. Elk bedrag is een bedrag per maand, tenzij er iets anders bij staat."},
		render.Kop{Niveau: 1, Tekst: "1. Uitkomst"},
		render.Alinea{Stijl: render.Kader, Tekst: "De vader betaalt vanaf 1 maart 2025 aan de moeder € 138 per maand voor Noor en € 112 per maand voor Daniël, telkens vooraf te voldoen."},
		render.Tabel{
			Bijschrift: "Bijdrage per periode en per kind",
			Bijeen:     true,
			Kolommen: []render.Kolom{{Kop: "Periode", Breedte: 3}, {Kop: "Kind", Breedte: 2}, {Kop: "Betaalt", Breedte: 2}, {Kop: "Ontvangt", Breedte: 2},
				{Kop: "Bedrag per maand", Breedte: 2, Uitlijning: render.Rechts}},
			Rijen: []render.Rij{
				{Cellen: cells("vanaf 1 maart 2025", "Noor", "de vader", "de moeder", "€ 138")},
				{Cellen: cells("vanaf 1 maart 2025", "Daniël", "de vader", "de moeder", "€ 112")},
				{Soort: render.Totaalrij, Cellen: cells("Samen vanaf 1 maart 2025", "", "", "", "€ 250")},
			},
		},
		render.Alinea{Stijl: render.Klein, Tekst: "Bron: Rapport alimentatienormen 2025, § 4.2 en § 4.3; bedragen afgerond op hele euro's."},
		render.Kop{Niveau: 2, Tekst: "1.1 De vijf bedragen waar de uitkomst op rust"},
		render.Tabel{
			Kolommen: []render.Kolom{{Kop: "", Breedte: 0.6}, {Kop: "Bedrag", Breedte: 5}, {Kop: "Moeder", Breedte: 2, Uitlijning: render.Rechts}, {Kop: "Vader", Breedte: 2, Uitlijning: render.Rechts}},
			Rijen: []render.Rij{
				{Cellen: cells("1", "Netto besteedbaar inkomen", "€ 2.000,00", "€ 2.600,00")},
				{Cellen: cells("2", "Kindgebonden budget", "€ 400,00", "–")},
				{Cellen: cells("3", "Draagkracht", "€ 259,00", "€ 217,00")},
				{Soort: render.GedempteRij, Cellen: cells("4", "Aftrek wegens tekort (niet van toepassing: samen is er genoeg)", "–", "–")},
				{Soort: render.Totaalrij, Cellen: cells("5", "Eigen aandeel in de kosten van de kinderen", "€ 244,85", "€ 205,15")},
			},
		},
		render.Alinea{Stijl: render.Nadruk, Tekst: "Er is geen rekening gehouden met een eventuele wijziging van het inkomen na 14 februari 2025."},
	}
}

func premises() []render.Blok {
	return []render.Blok{
		render.Kop{Niveau: 1, Tekst: "2. Uitgangspunten"},
		render.Alinea{Tekst: "De ouders hebben de volgende keuzes gemaakt:"},
		render.Lijst{Punten: []string{
			"De behoefte is bepaald naar het netto besteedbaar gezinsinkomen in 2024, het laatste volledige jaar van samenleving.",
			"De zorgkorting is 15%: de kinderen zijn gemiddeld één dag per week bij de vader, vakanties meegerekend. Over de verdeling van de vakanties bestaat nog geen overeenstemming; de berekening gaat uit van de feitelijke situatie.",
			"Met de aflossing van de restschuld is rekening gehouden, omdat die niet vermijdbaar en niet verwijtbaar is.",
		}},
		render.Kop{Niveau: 2, Tekst: "2.1 Gegevens en stukken"},
		render.Tabel{
			Kolommen: []render.Kolom{{Kop: "Gegeven", Breedte: 3}, {Kop: "Waarde", Breedte: 2, Uitlijning: render.Rechts}, {Kop: "Bron", Breedte: 3}},
			Rijen: []render.Rij{
				{Soort: render.Tussenkop, Cellen: cells("De moeder")},
				{Cellen: []render.Cel{cel("Netto besteedbaar inkomen"), cel("€ 2.000,00"), cel("productie 3", "jaaropgave 2024 en salarisspecificaties januari–februari 2025")}},
				{Cellen: []render.Cel{cel("Kindgebonden budget", "inclusief alleenstaande-ouderkop"), cel("€ 400,00"), cel("productie 4", "beschikking Belastingdienst/Toeslagen")}},
				{Soort: render.Tussenkop, Cellen: cells("De vader")},
				{Cellen: []render.Cel{cel("Netto besteedbaar inkomen"), cel("€ 2.600,00"), cel("productie 5")}},
				{Cellen: []render.Cel{cel("Aflossing restschuld", "niet vermijdbaar, niet verwijtbaar"), cel("€ 200,00"), cel("productie 6")}},
				{Soort: render.GedempteRij, Cellen: []render.Cel{cel("Kosten auto", "vermijdbaar: telt niet mee"), cel("€ 85,00"), cel("eigen opgave", "niet onderbouwd")}},
			},
		},
	}
}

func capacity() []render.Blok {
	line := func(nr, label, filled, words, amount string) render.Rij {
		return render.Rij{Cellen: []render.Cel{cel(nr), cel(label, words, filled), cel(amount)}}
	}
	return []render.Blok{
		render.Kop{Niveau: 1, Tekst: "3. Draagkracht van de vader", NieuwePagina: true},
		render.Alinea{Tekst: "De draagkracht is wat iemand kan missen voor de kosten van zijn kinderen. Wat nodig is om zelf van te leven, het draagkrachtloos inkomen, blijft buiten beschouwing."},
		render.Kop{Niveau: 3, Tekst: "Periode vanaf 1 maart 2025"},
		render.Tabel{
			Bijschrift: "Draagkracht van de vader",
			Kolommen:   []render.Kolom{{Kop: "nr.", Breedte: 0.6}, {Kop: "Omschrijving", Breedte: 7}, {Kop: "Bedrag", Breedte: 1.6, Uitlijning: render.Rechts}},
			Rijen: []render.Rij{
				line("118", "Netto besteedbaar inkomen", "2.600,00", "inkomen per maand na belasting", "€ 2.600,00"),
				line("119", "Woonbudget", "30% × 2.600,00 = 780,00", "woonbudgetpercentage × netto besteedbaar inkomen", "€ 780,00"),
				line("120", "Draagkrachtloos inkomen", "780,00 + 1.310,00 + 200,00 = 2.290,00", "woonbudget + gecorrigeerde bijstandsnorm + noodzakelijke lasten", "€ 2.290,00"),
				{Soort: render.Totaalrij, Cellen: []render.Cel{cel("121"), cel("Draagkracht", "70% × (2.600,00 − 2.290,00) = 217", "afgerond op hele euro's; ten minste € 25"), cel("€ 217,00")}},
			},
		},
		render.Kop{Niveau: 2, Tekst: "3.1 Verdeling naar draagkracht"},
		render.Tabel{
			Kolommen: []render.Kolom{{Kop: "Kind", Breedte: 3}, {Kop: "Eigen aandeel moeder", Breedte: 2, Uitlijning: render.Rechts}, {Kop: "Eigen aandeel vader", Breedte: 2, Uitlijning: render.Rechts}, {Kop: "Zorgkorting", Breedte: 2, Uitlijning: render.Rechts}, {Kop: "Bijdrage", Breedte: 2, Uitlijning: render.Rechts}},
			Rijen: []render.Rij{
				{Cellen: cells("Noor", "€ 244,85", "€ 205,15", "€ 67,50", "€ 137,65")},
				{Cellen: cells("Daniël", "€ 196,00", "€ 164,00", "€ 52,00", "€ 112,00")},
				{Soort: render.Totaalrij, Cellen: cells("Samen", "€ 440,85", "€ 369,15", "€ 119,50", "€ 249,65")},
			},
		},
	}
}

func part(name string, value int64, text string) render.Deel {
	return render.Deel{Naam: name, Waarde: decimal.NewFromInt(value), Tekst: text}
}

func explanation() []render.Blok {
	return []render.Blok{
		render.Kop{Niveau: 1, Tekst: "4. Uitleg: wie draagt wat"},
		render.Alinea{Tekst: "Kinderen kosten geld. De ouders betalen dat samen, ieder naar wat hij of zij kan missen."},
		render.Figuur{
			Bijschrift:  "Wie draagt welk deel van de kosten",
			Alternatief: "De kosten van Noor zijn € 450: de moeder draagt € 245, de vader betaalt € 138 en besteedt € 67 aan zorg.",
			Balken: []render.Balk{
				{Naam: "Noor", Tekst: "€ 450", Delen: []render.Deel{
					part("de moeder draagt zelf", 245, "€ 245"), part("de vader betaalt", 138, "€ 138"), part("de vader besteedt aan zorg", 67, "€ 67")}},
				{Naam: "Daniël", Tekst: "€ 360", Delen: []render.Deel{
					part("de moeder draagt zelf", 196, "€ 196"), part("de vader betaalt", 112, "€ 112"), part("de vader besteedt aan zorg", 52, "€ 52")}},
				{Naam: "Anna-Sophia Wilhelmina van der Oudenrijn-Özdemir", Tekst: "€ 31", Delen: []render.Deel{
					part("de moeder draagt zelf", 2, "€ 2"), part("de vader betaalt", 28, "€ 28"), part("de vader besteedt aan zorg", 1, "€ 1")}},
			},
		},
		render.Alinea{Stijl: render.Klein, Tekst: "De balken hebben één schaal. De bedragen zijn die van onderdeel 3.1."},
		render.Alinea{Stijl: render.Kader, Tekst: "Let op: de bijdrage wordt elk jaar op 1 januari van rechtswege verhoogd (artikel 1:402a BW). De rechter kan dat uitsluiten. " +
			strings.Repeat("Wie het met een bedrag niet eens is, zoekt de regel op en leest daarnaast waar het vandaan komt. ", 3)},
	}
}

func extremes() []render.Blok {
	var long []render.Rij
	for i := 1; i <= 120; i++ {
		r := render.Rij{Cellen: cells(fmt.Sprint(i), fmt.Sprintf("Regel %d van de tabel eigen aandeel", i), fmt.Sprintf("€ %d,00", 1000+37*i), fmt.Sprintf("€ %d,00", 180+7*i))}
		if i%9 == 0 {
			r.Cellen[1].Onder = []string{"geïnterpoleerd tussen twee rijen: 268 + (2.450,00 − 2.400,00) ÷ 100,00 × 12 = 274"}
		}
		if i%40 == 1 {
			long = append(long, render.Rij{Soort: render.Tussenkop, Cellen: cells(fmt.Sprintf("Gezin met %d kinderen", i/40+1))})
		}
		long = append(long, r)
	}
	long = append(long, render.Rij{Soort: render.Totaalrij, Cellen: cells("", "Laatste rij", "≤ € 6.000,00", "€ 1.020,00")})

	keep := func(rows int) render.Tabel {
		t := render.Tabel{Bijeen: true, Bijschrift: fmt.Sprintf("Een tabel van %d rijen die bijeen blijft", rows),
			Kolommen: []render.Kolom{{Kop: "Naam", Breedte: 3}, {Kop: "Bedrag", Breedte: 1, Uitlijning: render.Rechts}}}
		for i := 1; i <= rows; i++ {
			t.Rijen = append(t.Rijen, render.Rij{Cellen: cells(fmt.Sprintf("bijeen %d/%d", rows, i), "€ 1,00")})
		}
		return t
	}
	return []render.Blok{
		render.Kop{Niveau: 1, Tekst: "5. Normen die zijn gebruikt"},
		render.Tabel{
			Bijschrift: "Tabel eigen aandeel kosten van kinderen",
			Kolommen: []render.Kolom{{Kop: "nr.", Breedte: 0.7}, {Kop: "Omschrijving", Breedte: 6}, {Kop: "Netto gezinsinkomen", Breedte: 2, Uitlijning: render.Rechts},
				{Kop: "Eigen aandeel", Breedte: 2, Uitlijning: render.Rechts}},
			Rijen: long,
		},
		render.Alinea{Tekst: strings.Repeat("Een lange alinea moet over twee pagina's kunnen lopen zonder dat er één regel alleen achterblijft. ", 60)},
		render.Kop{Niveau: 2, Tekst: "5.1 Een tabel die net op een pagina past"},
		keep(34),
		render.Kop{Niveau: 2, Tekst: "5.2 Een tabel die op geen enkele pagina past"},
		keep(60),
		render.Kop{Niveau: 1, Tekst: "6. Wat lastig te zetten is: " + strings.Repeat("een kop met een heel lange naam ", 6)},
		render.Alinea{Tekst: "Zonder spatie: " + strings.Repeat("Donaudampfschiffahrtselektrizitäten", 143)},
		render.Tabel{
			Bijschrift: "Lange woorden in smalle kolommen",
			Kolommen: []render.Kolom{{Kop: "Draagkrachtvergelijking", Breedte: 1}, {Kop: "Kind", Breedte: 1}, {Kop: "Toelichting", Breedte: 5},
				{Kop: "Bedrag", Breedte: 0.4, Uitlijning: render.Rechts}},
			Rijen: []render.Rij{
				{Cellen: []render.Cel{cel("aanvaardbaarheidstoets"), cel("Maximiliaan-Alexander"), cel("ç ë ü Ç § ≤ ≥ × − – € ĳ Ł ş", "https://www.rechtspraak.nl/SiteCollectionDocuments/rapport-alimentatienormen.pdf"), cel("− € 1.234,56")}},
				{Cellen: []render.Cel{cel("kort"), cel("Bo"), cel(strings.Repeat("woord ", 80), strings.Repeat("aaneen", 60)), cel("€ 0,00")}},
			},
		},
		render.Tabel{
			Bijschrift: "Een rij die hoger is dan een pagina",
			Kolommen:   []render.Kolom{{Kop: "Vraag", Breedte: 1}, {Kop: "Antwoord", Breedte: 3}},
			Rijen: []render.Rij{
				{Cellen: cells("kort", "kort")},
				{Cellen: []render.Cel{cel("Wat is de toelichting?"), cel(strings.Repeat("De toelichting is langer dan een pagina. ", 130), strings.Repeat("En klein gedrukt gaat zij verder. ", 150))}},
				{Cellen: cells("kort", "kort")},
			},
		},
		render.Figuur{
			Bijschrift:  "Zeven delen en een balk zonder waarde",
			Alternatief: "Zeven even grote delen.",
			Balken: []render.Balk{
				{Naam: "zeven", Tekst: "€ 70.000,00", Delen: []render.Deel{part("een", 1, "€ 10.000,00"), part("twee", 1, "€ 10.000,00"), part("drie", 1, "€ 10.000,00"),
					part("vier", 1, "€ 10.000,00"), part("vijf", 1, "€ 10.000,00"), part("zes", 1, "€ 10.000,00"), part("zeven", 1, "€ 10.000,00")}},
				{Naam: "twee delen", Tekst: "€ 7", Delen: []render.Deel{part("zes", 4, "€ 4"), part("drie", 3, "€ 3")}},
				{Naam: "niets", Tekst: "nihil", Delen: []render.Deel{part("een", 0, "€ 0")}},
				{Naam: strings.Repeat("Een heel lange naam ", 12), Tekst: "€ 5", Delen: []render.Deel{part("een", 2, "€ 2"), part(strings.Repeat("een deel met een lange naam ", 6), 3, "€ 3")}},
			},
		},
		render.Alinea{Tekst: "Einde."},
	}
}
