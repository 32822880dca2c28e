package norms

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
)

// folder copies embedded files into a folder of one's own, after which change
// may spoil them.
func folder(t testing.TB, names ...string) fstest.MapFS {
	t.Helper()
	dir := fstest.MapFS{}
	for _, name := range names {
		raw, err := fs.ReadFile(embeddedDir(t), name)
		if err != nil {
			t.Fatal(err)
		}
		dir[name] = &fstest.MapFile{Data: raw}
	}
	return dir
}

func change(t testing.TB, dir fstest.MapFS, name, old, new string) {
	t.Helper()
	text := string(dir[name].Data)
	if !strings.Contains(text, old) {
		t.Fatalf("%s bevat %q niet", name, old)
	}
	dir[name] = &fstest.MapFile{Data: []byte(strings.Replace(text, old, new, 1))}
}

func overlay(t testing.TB, dir fs.FS) (*Set, error) {
	t.Helper()
	base, err := embeddedFiles()
	if err != nil {
		t.Fatal(err)
	}
	return layOver(base, dir)
}

// Every check, by breaking a good file in one place. The message names the file
// and the place in it.
func TestStrict(t *testing.T) {
	const (
		eigen = "eigen_aandeel_2025"
		draag = "draagkracht_2025"
		zorg  = "zorgkorting_2025"
		index = "indexering"
		aow   = "aow_leeftijd"
		bijst = "bijstandsnorm_2025_01"
		wsf   = "studiefinanciering_2025"
		ib    = "inkomstenbelasting_2025"
		zvw   = "zorgverzekeringswet_2025"
		kgb   = "kindgebonden_budget_2025"
		kb    = "kinderbijslag_2025_01"
		model = "inkomensmodel_2025"
		pal   = "partneralimentatie_2025"
		pal26 = "partneralimentatie_2026"
		wet   = "wetsvoorstel_34154"
	)
	for _, c := range []struct {
		name, file, ext string
		old, new        string
		want            string
	}{
		// The YAML file.
		{"broken YAML", zorg, "yaml", "title: Zorgkorting 2025", "title: Zorg: korting",
			"zorgkorting_2025.yaml:2: geen geldige YAML"},
		{"empty YAML", zorg, "yaml", "", "", "zorgkorting_2025.yaml: geen geldige YAML"},
		{"unknown key", zorg, "yaml", "title:", "titel:",
			`zorgkorting_2025.yaml:2: onbekende sleutel "titel"; toegestaan zijn series, title,`},
		{"unknown key in column", zorg, "yaml", "{id: dagen, label:", "{id: dagen, naam:",
			`zorgkorting_2025.yaml:19: onbekende sleutel "naam"; toegestaan zijn id, label, unit`},
		{"key twice", zorg, "yaml", "title: Zorgkorting 2025", "title: a\ntitle: b",
			`zorgkorting_2025.yaml:3: sleutel "title" staat er twee keer`},
		{"missing key", zorg, "yaml", "title: Zorgkorting 2025\n", "",
			"zorgkorting_2025.yaml:1: title ontbreekt"},
		{"no valid_until", zorg, "yaml", "valid_until: \"2025-12-31\"\n", "",
			"zorgkorting_2025.yaml:1: valid_until ontbreekt"},
		{"no note", draag, "yaml", "note: >-\n  Bevestigd door", "title2: >-\n  Bevestigd door",
			"draagkracht_2025.yaml:1: note ontbreekt"},
		{"no source", zorg, "yaml", "source:\n  document: Rapport alimentatienormen 2025\n  place: par. 4.3.5\n", "",
			"zorgkorting_2025.yaml:1: source ontbreekt"},
		{"no document", zorg, "yaml", "  document: Rapport alimentatienormen 2025\n", "",
			"zorgkorting_2025.yaml:6: document ontbreekt"},
		{"source is text", zorg, "yaml", "source:\n  document: Rapport alimentatienormen 2025\n  place: par. 4.3.5\n", "source: Rapport\n",
			"zorgkorting_2025.yaml:5: hier horen sleutels te staan: document, place, url"},
		{"url", index, "yaml", "https://wetten", "http://wetten",
			"indexering.yaml:8: url hoort met https:// te beginnen"},
		{"unquoted date", zorg, "yaml", `"2025-01-01"`, "2025-01-01",
			"zorgkorting_2025.yaml:3: valid_from hoort tekst te zijn; zet de waarde tussen aanhalingstekens"},
		{"no date", zorg, "yaml", `"2025-01-01"`, `"1 januari 2025"`,
			`zorgkorting_2025.yaml:3: valid_from: "1 januari 2025" is geen datum; schrijf jjjj-mm-dd`},
		{"window backwards", zorg, "yaml", `"2025-12-31"`, `"2024-12-31"`,
			"zorgkorting_2025.yaml:4: valid_until ligt voor valid_from"},
		{"unknown reeks", zorg, "yaml", "series: zorgkorting", "series: zorg",
			`zorgkorting_2025.yaml:1: onbekende reeks "zorg"; bekend zijn eigen_aandeel,`},
		{"unquoted amount", draag, "yaml", `amount: "30"`, "amount: 30",
			"draagkracht_2025.yaml:18: amount hoort tekst te zijn"},
		{"comma", draag, "yaml", `amount: "30"`, `amount: "30,0"`,
			`draagkracht_2025.yaml:18: "30,0" is geen getal`},
		{"exponent", draag, "yaml", `amount: "30"`, `amount: "3e1"`,
			`draagkracht_2025.yaml:18: "3e1" is geen getal`},
		{"value without status", draag, "yaml", "    status: bevestigd\n", "",
			"draagkracht_2025.yaml:16: status ontbreekt"},
		{"unknown status", draag, "yaml", "status: bevestigd", "status: zeker",
			`draagkracht_2025.yaml:20: onbekende status "zeker"; kies bevestigd of enkele bron`},
		{"value without unit", draag, "yaml", "    unit: \"%\"\n", "",
			"draagkracht_2025.yaml:16: unit ontbreekt"},
		{"unknown unit", draag, "yaml", "unit: EUR/maand", "unit: euro",
			`draagkracht_2025.yaml:32: onbekende eenheid "euro"; bekend zijn EUR/maand,`},
		{"value with an empty source", draag, "yaml", `source: {document: Rapport alimentatienormen 2025, place: "par. 4.2.1"}`, "source: {}",
			"draagkracht_2025.yaml:22: document ontbreekt"},
		{"id form", draag, "yaml", "id: draagkracht.minimum_1_kind", "id: Draagkracht.minimum 1",
			"alleen kleine letters, cijfers, _ en punten"},
		{"id twice", draag, "yaml", "id: draagkracht.minimum_2_kinderen", "id: draagkracht.minimum_1_kind",
			`draagkracht_2025.yaml:35: id "draagkracht.minimum_1_kind" staat er twee keer`},
		{"column twice", zorg, "yaml", "id: percentage", "id: dagen",
			`zorgkorting_2025.yaml:20: id "dagen" staat er twee keer`},
		{"one column", zorg, "yaml", "      - {id: percentage, label: zorgkortingspercentage, unit: \"%\"}\n", "",
			"zorgkorting_2025.yaml:13: een tabel hoort een sleutelkolom en ten minste één andere kolom te hebben"},
		{"values is no list", draag, "yaml", "values:\n  - id", "values:\n    id",
			"geen geldige YAML"},
		{"columns is no list", zorg, "yaml", "columns:\n      - {id: dagen, label: gemiddeld aantal dagen per week vanaf, unit: dagen/week}\n      - {id: percentage, label: zorgkortingspercentage, unit: \"%\"}", "columns: dagen",
			"zorgkorting_2025.yaml:18: columns hoort een lijst te zijn"},
		{"gap in a reeks without", zorg, "yaml", "source:", "gap_before: onbekend\nsource:",
			"zorgkorting_2025.yaml:5: een gat mag alleen in de reeksen bijstandsnorm, studiefinanciering"},
		{"value with half a window", wsf, "yaml", `, valid_until: "2025-07-31"`, "",
			"studiefinanciering_2025.yaml:17: valid_until ontbreekt"},
		{"missing without ids", bijst, "yaml", "{ids: [bijstandsnorm.aow_wooncomponent, bijstandsnorm.aow_normpremie_zvw, bijstandsnorm.aow_premie_zvw], reason", "{reason",
			"bijstandsnorm_2025_01.yaml:23: ids ontbreekt"},
		{"missing without reason", bijst, "yaml", ", reason: het Rapport 2025 noemt de componenten alleen tot de AOW-leeftijd", "",
			"bijstandsnorm_2025_01.yaml:23: reason ontbreekt"},
		{"missing is no list of ids", bijst, "yaml", "[bijstandsnorm.aow_wooncomponent,", "[{id: bijstandsnorm.aow_wooncomponent},",
			"bijstandsnorm_2025_01.yaml:23: ids hoort een lijst van ids te zijn"},
		{"missing names a value that is there", bijst, "yaml", "[bijstandsnorm.aow_wooncomponent,", "[bijstandsnorm.wooncomponent, bijstandsnorm.aow_wooncomponent,",
			`bijstandsnorm_2025_01.yaml:23: id "bijstandsnorm.wooncomponent" staat er twee keer`},
		{"cells without tables", index, "yaml", "values:", "cells: indexering.csv\nvalues:",
			"het bestand indexering.csv bij cells is niet te lezen"},
		{"tables without cells", zorg, "yaml", "cells: zorgkorting_2025.csv\n", "",
			"zorgkorting_2025.yaml:1: tables en cells horen bij elkaar"},
		{"cells elsewhere", zorg, "yaml", "cells: zorgkorting_2025.csv", "cells: ../zorgkorting_2025.csv",
			"zorgkorting_2025.yaml:11: cells hoort een bestandsnaam zonder map te zijn"},
		{"cells missing", zorg, "yaml", "cells: zorgkorting_2025.csv", "cells: zorgkorting.csv",
			"zorgkorting_2025.yaml: het bestand zorgkorting.csv bij cells is niet te lezen"},

		// The CSV file.
		{"header", zorg, "csv", "table,row", "tabel,rij",
			"zorgkorting_2025.csv:1: de kopregel hoort te zijn: table,row,column,amount,status,note"},
		{"cell missing", zorg, "csv", "zorgkorting,2,percentage,15,bevestigd,\n", "",
			"zorgkorting_2025.csv:5: hier hoort tabel zorgkorting, rij 2, kolom percentage; er staat zorgkorting, 3, dagen"},
		{"last cell missing", zorg, "csv", "zorgkorting,4,percentage,35,bevestigd,\n", "",
			"zorgkorting_2025.csv: tabel zorgkorting, rij 4: kolom percentage ontbreekt"},
		{"row skipped", zorg, "csv", "zorgkorting,3,dagen,", "zorgkorting,4,dagen,",
			"zorgkorting_2025.csv:6: hier hoort tabel zorgkorting, rij 3, kolom dagen"},
		{"unknown table", zorg, "csv", "zorgkorting,4,dagen", "korting,4,dagen",
			"zorgkorting_2025.csv:8: hier hoort tabel zorgkorting, rij 4, kolom dagen; er staat korting"},
		{"cell without amount", zorg, "csv", "percentage,15,", "percentage,,",
			`zorgkorting_2025.csv:5: "" is geen getal`},
		{"cell without status", zorg, "csv", "percentage,15,bevestigd", "percentage,15,",
			`zorgkorting_2025.csv:5: onbekende status ""`},
		{"fields", zorg, "csv", "percentage,15,bevestigd,", "percentage,15,bevestigd,a,b",
			"zorgkorting_2025.csv:5: 7 velden in plaats van 6"},
		{"quote", zorg, "csv", "percentage,15,bevestigd,", `percentage,15,bevestigd,"`,
			"zorgkorting_2025.csv: geen geldige CSV"},
		{"key not rising", eigen, "csv", "2,gezinsinkomen,2500", "2,gezinsinkomen,2000",
			"eigen_aandeel_2025.csv: tabel eigen_aandeel, rij 2, kolom gezinsinkomen: 2000 hoort hoger te zijn dan 2000 in de rij erboven"},

		// What a reeks asks for.
		{"table missing", zorg, "yaml", "id: zorgkorting\n", "id: korting\n",
			"hier hoort tabel korting"},
		{"columns of table", zorg, "yaml", `label: zorgkortingspercentage, unit: "%"`, "label: zorgkortingspercentage, unit: aantal",
			"zorgkorting_2025.yaml: tabel zorgkorting: de kolommen horen te zijn dagen dagen/week, percentage %; er staat dagen dagen/week, percentage aantal"},
		{"eigen aandeel falls with income", eigen, "csv", "3,kinderen_1,375", "3,kinderen_1,275",
			"eigen_aandeel_2025.csv: tabel eigen_aandeel, rij 3, kolom kinderen_1: 275 hoort hoger te zijn dan 285"},
		{"eigen aandeel falls with children", eigen, "csv", "1,kinderen_3,350", "1,kinderen_3,349",
			"rij 1, kolom kinderen_3: 349 hoort niet lager te zijn dan 350 bij een kind minder"},
		{"eigen aandeel not positive", eigen, "csv", "1,kinderen_1,200", "1,kinderen_1,0",
			"rij 1, kolom kinderen_1: 0 hoort hoger te zijn dan 0"},
		{"eigen aandeel above income", eigen, "csv", "12,kinderen_4,2240", "12,kinderen_4,22400",
			"rij 12, kolom kinderen_4: 22400 hoort lager te zijn dan het gezinsinkomen 7500"},
		{"value missing", draag, "yaml", "id: draagkracht_aow.minimum_1_kind", "id: draagkracht_aow.minimum",
			"draagkracht_2025.yaml: waarde draagkracht_aow.minimum_1_kind ontbreekt\ndraagkracht_2025.yaml: waarde draagkracht_aow.minimum hoort niet in de reeks draagkracht"},
		{"unit of value", draag, "yaml", "unit: EUR/maand", "unit: EUR/jaar",
			"waarde draagkracht.minimum_1_kind: de eenheid hoort EUR/maand te zijn, niet EUR/jaar"},
		{"date on value", draag, "yaml", `amount: "30"`, `date: "2025-01-01"` + "\n    amount: \"30\"",
			"waarde draagkracht.woonbudgetpercentage: date hoort alleen in de reeks indexering"},
		{"woonbudget", draag, "yaml", `amount: "30"`, `amount: "300"`,
			"waarde draagkracht.woonbudgetpercentage: 300 hoort van 0 tot en met 100 te zijn"},
		{"minimum falls", draag, "yaml", `amount: "50"`, `amount: "20"`,
			"waarde draagkracht.minimum_2_kinderen: 20 hoort niet lager te zijn dan 25 voor één kind"},
		{"percentage", draag, "csv", "draagkracht,1,percentage,100", "draagkracht,1,percentage,1000",
			"tabel draagkracht, rij 1, kolom percentage: 1000 hoort hoger dan 0 en niet hoger dan 100 te zijn"},
		{"percentage rises", draag, "csv", "draagkracht,4,percentage,70", "draagkracht,4,percentage,95",
			"tabel draagkracht, rij 4, kolom percentage: 95 hoort niet hoger te zijn dan 80"},
		{"bijstandsnorm falls", draag, "csv", "draagkracht,5,bijstandsnorm,1285", "draagkracht,5,bijstandsnorm,1255",
			"tabel draagkracht, rij 5, kolom bijstandsnorm: 1255 hoort niet lager te zijn dan 1260"},
		{"capacity falls", draag, "csv", "draagkracht_aow,3,percentage,70", "draagkracht_aow,3,percentage,50",
			// 50% × (0,7 × 2.200 − 1.415) = 62,50; the row before it gives 72.
			"tabel draagkracht_aow, rij 3, kolom ondergrens: de draagkracht in deze rij (63) hoort niet lager te zijn dan die eronder (72)"},
		{"printed amount", draag, "csv", "draagkracht_tabelbedrag,1,bedrag,53", "draagkracht_tabelbedrag,1,bedrag,52",
			"tabel draagkracht_tabelbedrag, rij 1, kolom bedrag: 52 is niet wat tabel draagkracht geeft (53)"},
		{"printed row", draag, "csv", "draagkracht_tabelbedrag,2,ondergrens,1925", "draagkracht_tabelbedrag,2,ondergrens,1920",
			"tabel draagkracht_tabelbedrag, rij 2, kolom ondergrens: 1920 is geen ondergrens in tabel draagkracht"},
		{"no group", draag, "yaml", "id: draagkracht_aow\n", "id: draagkracht_oud\n",
			"hier hoort tabel draagkracht_oud"},
		{"zorgkorting from 0", zorg, "csv", "1,dagen,0", "1,dagen,0.5",
			"tabel zorgkorting, rij 1, kolom dagen: de eerste stap hoort bij 0 dagen te beginnen"},
		{"zorgkorting rises", zorg, "csv", "3,percentage,25", "3,percentage,15",
			"tabel zorgkorting, rij 3, kolom percentage: 15 hoort hoger te zijn dan 15"},
		{"zorgkorting days", zorg, "csv", "4,dagen,3", "4,dagen,8",
			"rij 4, kolom dagen: een week heeft geen 8 dagen"},
		{"zorgkorting high", zorg, "csv", "4,percentage,35", "4,percentage,350",
			"rij 4, kolom percentage: 350 hoort niet hoger te zijn dan 100"},
		{"zorgkorting low", zorg, "csv", "1,percentage,5", "1,percentage,-5",
			"rij 1, kolom percentage: -5 hoort niet lager te zijn dan 0"},
		{"indexering year missing", index, "yaml", `  - {date: "2024-01-01", amount: "6.2", unit: "%", status: bevestigd, id: indexering.2024, label: indexering per 1 januari 2024}` + "\n", "",
			"indexering.yaml: waarde indexering.2024 ontbreekt"},
		{"indexering without date", index, "yaml", `{date: "2024-01-01", amount`, "{amount",
			"indexering.yaml: waarde indexering.2024: date ontbreekt"},
		{"indexering id", index, "yaml", "id: indexering.1983_04", "id: indexering.1983b",
			"indexering.yaml: waarde indexering.1983b: bij 1983-04-01 hoort id indexering.1983_04"},
		{"indexering order", index, "yaml", `date: "2024-01-01", amount: "6.2", unit: "%", status: bevestigd, id: indexering.2024`,
			`date: "1999-07-01", amount: "6.2", unit: "%", status: bevestigd, id: indexering.1999_07`,
			"waarde indexering.1999_07: 1999-07-01 hoort later te zijn dan de waarde erboven"},
		{"indexering outside window", index, "yaml", `date: "2026-01-01", amount: "4.6", unit: "%", status: bevestigd, id: indexering.2026`,
			`date: "2027-01-01", amount: "4.6", unit: "%", status: bevestigd, id: indexering.2027`,
			"waarde indexering.2027: 2027-01-01 valt buiten de periode van het bestand"},
		{"indexering unit", index, "yaml", `amount: "6.2", unit: "%"`, `amount: "6.2", unit: aantal`,
			"waarde indexering.2024: de eenheid hoort % te zijn, niet aantal"},
		{"indexering whole years", index, "yaml", `valid_until: "2026-12-31"`, `valid_until: "2026-11-30"`,
			"indexering.yaml: de periode van de reeks indexering hoort uit hele kalenderjaren te bestaan"},
		{"aow years", aow, "yaml", `valid_until: "2028-12-31"`, `valid_until: "2029-12-31"`,
			"aow_leeftijd.yaml: tabel aow_leeftijd: 17 rijen voor de jaren 2012 t/m 2029"},
		{"aow whole years", aow, "yaml", `valid_until: "2028-12-31"`, `valid_until: "2028-11-30"`,
			"aow_leeftijd.yaml: de periode van de reeks aow_leeftijd hoort uit hele kalenderjaren te bestaan"},
		{"aow year", aow, "csv", "17,jaar,2028", "17,jaar,2030",
			"rij 17, kolom jaar: hier hoort het jaar 2028 te staan, niet 2030"},
		{"aow whole number", aow, "csv", "11,leeftijd_maanden,7", "11,leeftijd_maanden,7.5",
			"rij 11, kolom leeftijd_maanden: 7.5 hoort een heel getal te zijn"},
		{"aow months", aow, "csv", "12,leeftijd_maanden,10", "12,leeftijd_maanden,12",
			"rij 12, kolom leeftijd_maanden: 12 hoort van 0 tot en met 11 te zijn"},
		{"aow falls", aow, "csv", "14,leeftijd_jaren,67", "14,leeftijd_jaren,66",
			"rij 14, kolom leeftijd_jaren: de AOW-leeftijd hoort niet lager te zijn dan in het jaar ervoor"},
		{"bijstandsnorm half-year", "bijstandsnorm_2026_01", "yaml", `valid_until: "2026-06-30"`, `valid_until: "2026-12-31"`,
			"bijstandsnorm_2026_01.yaml: de periode van de reeks bijstandsnorm hoort een half kalenderjaar te zijn, van 1 januari of 1 juli af"},
		{"bijstandsnorm missing", bijst, "yaml", "id: bijstandsnorm.alleenstaande,", "id: bijstandsnorm.alleenstaand,",
			"waarde bijstandsnorm.alleenstaande ontbreekt\nbijstandsnorm_2025_01.yaml: waarde bijstandsnorm.alleenstaand hoort niet in de reeks bijstandsnorm"},
		{"bijstandsnorm below the other", bijst, "yaml", `"1501.07"`, `"1051.07"`,
			"waarde bijstandsnorm.aow_alleenstaande: 1051.07 hoort niet lager te zijn dan 1345.45 tot de AOW-leeftijd"},
		{"bijstandsnorm not positive", bijst, "yaml", `"1345.45"`, `"0"`,
			"waarde bijstandsnorm.alleenstaande: 0 hoort hoger te zijn dan 0"},
		{"couple not to the single norm", bijst, "yaml", `"1922.07"`, `"1922.70"`,
			"waarde bijstandsnorm.alleenstaande: 1345.45 hoort 70% te zijn van 1922.7"},
		{"couple below the single norm", bijst, "yaml", `"2053.48"`, `"1053.48"`,
			"waarde bijstandsnorm.aow_gehuwden: 1053.48 hoort niet lager te zijn dan 1501.07 van een alleenstaande"},
		{"couple below the other", bijst, "yaml", `"2053.48"`, `"1853.48"`,
			"waarde bijstandsnorm.aow_gehuwden: 1853.48 hoort niet lager te zijn dan 1922.07 tot de AOW-leeftijd"},
		{"couple unaccounted for", bijst, "yaml", "id: bijstandsnorm.gehuwden,", "id: bijstandsnorm.paar,",
			"waarde bijstandsnorm.gehuwden ontbreekt; is zij niet bekend, noem haar dan bij missing, met de reden"},
		{"bijstandsnorm limit", draag, "yaml", `"95"`, `"950"`,
			"waarde draagkracht.ondergrenspercentage: 950 hoort hoger dan 0 en niet hoger dan 100 te zijn"},
		{"component too high", bijst, "yaml", `amount: "197"`, `amount: "1970"`,
			"waarde bijstandsnorm.wooncomponent: 1970 hoort lager te zijn dan de norm 1345.45"},
		{"component not positive", bijst, "yaml", `amount: "63"`, `amount: "-63"`,
			"waarde bijstandsnorm.normpremie_zvw: -63 hoort hoger te zijn dan 0"},
		{"component unit", bijst, "yaml", `amount: "176", unit: EUR/maand`, `amount: "176", unit: EUR/jaar`,
			"waarde bijstandsnorm.premie_zvw: de eenheid hoort EUR/maand te zijn, niet EUR/jaar"},
		{"component unaccounted for", bijst, "yaml", "[bijstandsnorm.aow_wooncomponent, ", "[",
			"waarde bijstandsnorm.aow_wooncomponent ontbreekt; is zij niet bekend, noem haar dan bij missing, met de reden"},
		{"missing misspelt", bijst, "yaml", "[bijstandsnorm.aow_wooncomponent,", "[bijstandsnorm.aow_wooncomponent, bijstandsnorm.onvoorzien,",
			"missing noemt bijstandsnorm.onvoorzien, en die hoort niet in de reeks bijstandsnorm"},
		{"missing in another reeks", zorg, "yaml", "cells:", "missing: [{ids: [zorgkorting.minimum], reason: onbekend}]\ncells:",
			"missing noemt zorgkorting.minimum, en die hoort niet in de reeks zorgkorting"},
		{"window of a value in another reeks", draag, "yaml", `amount: "30"`, `valid_from: "2025-01-01"` + "\n    valid_until: \"2025-06-30\"\n    amount: \"30\"",
			"waarde draagkracht.woonbudgetpercentage geldt de hele periode; valid_from en valid_until horen er niet bij"},
		{"window of a value in indexering", index, "yaml", `{date: "2026-01-01",`, `{date: "2026-01-01", valid_from: "2026-01-01", valid_until: "2026-12-31",`,
			"waarde indexering.2026: hier hoort date, niet valid_from en valid_until"},
		{"studiefinanciering over two years", "studiefinanciering_2026", "yaml", `valid_until: "2026-12-31"`, `valid_until: "2027-01-31"`,
			"studiefinanciering_2026.yaml: de periode van de reeks studiefinanciering hoort binnen één kalenderjaar te vallen"},
		{"at home above away", wsf, "yaml", `"636.18"`, `"936.18"`,
			"waarde studiefinanciering.mbo_uitwonend: 898.48 hoort niet lager te zijn dan 936.18 thuiswonend"},
		{"levensonderhoud not positive", wsf, "yaml", `"636.18"`, `"-636.18"`,
			"waarde studiefinanciering.mbo_thuiswonend: -636.18 hoort hoger te zijn dan 0"},
		{"school year", wsf, "yaml", `valid_from: "2025-08-01"`, `valid_from: "2025-09-01"`,
			"waarde studiefinanciering.mbo_lesgeld_2025: het schooljaar hoort te lopen van 2025-08-01 t/m 2026-07-31"},
		{"school year without window", wsf, "yaml", `, valid_from: "2025-09-01", valid_until: "2026-08-31"`, "",
			"waarde studiefinanciering.hbo_wo_collegegeld_2025: het schooljaar hoort te lopen van 2025-09-01 t/m 2026-08-31"},
		{"school year too many", wsf, "yaml", "id: studiefinanciering.mbo_lesgeld_2024", "id: studiefinanciering.mbo_lesgeld_2023",
			"waarde studiefinanciering.mbo_lesgeld_2024 ontbreekt; is zij niet bekend, noem haar dan bij missing, met de reden\nstudiefinanciering_2025.yaml: waarde studiefinanciering.mbo_lesgeld_2023 hoort niet in de reeks studiefinanciering"},
		{"fee not positive", wsf, "yaml", `"1458"`, `"0"`,
			"waarde studiefinanciering.mbo_lesgeld_2025: 0 hoort hoger te zijn dan 0"},
		{"fee unit", wsf, "yaml", `"1458", unit: EUR/jaar`, `"1458", unit: EUR/maand`,
			"waarde studiefinanciering.mbo_lesgeld_2025: de eenheid hoort EUR/jaar te zijn, niet EUR/maand"},
		{"books above the norm", wsf, "yaml", "missing:\n  - {ids: [studiefinanciering.mbo_leermiddelen, ",
			"  - {id: studiefinanciering.mbo_leermiddelen, label: boeken, amount: \"700\", unit: EUR/maand, status: bevestigd}\nmissing:\n  - {ids: [",
			"waarde studiefinanciering.mbo_leermiddelen: 700 hoort lager te zijn dan het normbedrag 636.18 waar zij deel van is"},
		{"place without a document", ib, "yaml", "  document: Wet inkomstenbelasting 2001\n  url: https://wetten.overheid.nl/BWBR0011353\n", "  place: art. 2.10\n",
			"inkomstenbelasting_2025.yaml:6: document ontbreekt"},
		{"tax over two years", "inkomstenbelasting_2026", "yaml", `valid_until: "2026-12-31"`, `valid_until: "2027-12-31"`,
			"inkomstenbelasting_2026.yaml: de periode van de reeks inkomstenbelasting hoort één kalenderjaar te zijn"},
		{"tax of half a year", "inkomstenbelasting_2026", "yaml", `valid_until: "2026-12-31"`, `valid_until: "2026-06-30"`,
			"inkomstenbelasting_2026.yaml: de periode van de reeks inkomstenbelasting hoort één kalenderjaar te zijn"},
		{"box 1 not from 0", ib, "csv", "box1,1,vanaf,0", "box1,1,vanaf,1",
			"tabel inkomstenbelasting.box1, rij 1, kolom vanaf: de eerste rij hoort bij 0 te beginnen"},
		{"box 1 falls", ib, "csv", "box1,2,tarief,37.48", "box1,2,tarief,34.78",
			"tabel inkomstenbelasting.box1, rij 2, kolom tarief: 34.78 hoort niet lager te zijn dan 35.82 in de rij erboven"},
		{"box 1 too high", ib, "csv", "box1,3,tarief,49.50", "box1,3,tarief,495.0",
			"tabel inkomstenbelasting.box1, rij 3, kolom tarief: 495 hoort van 0 tot en met 100 te zijn"},
		{"box 1 negative", ib, "csv", "box1,1,tarief,35.82", "box1,1,tarief,-35.82",
			"tabel inkomstenbelasting.box1, rij 1, kolom tarief: -35.82 hoort van 0 tot en met 100 te zijn"},
		{"top rate of a group", ib, "csv", "box1_aow,3,tarief,49.50", "box1_aow,3,tarief,49.05",
			"tabel inkomstenbelasting.box1_aow, rij 3, kolom tarief: 49.05 hoort gelijk te zijn aan 49.5 tot de AOW-leeftijd"},
		{"top bracket of a group", ib, "csv", "box1_aow_voor_1946,3,vanaf,76817", "box1_aow_voor_1946,3,vanaf,76187",
			"tabel inkomstenbelasting.box1_aow_voor_1946, rij 3, kolom vanaf: 76187 hoort gelijk te zijn aan 76817 tot de AOW-leeftijd"},
		{"rate above the other group", ib, "csv", "box1_aow,1,tarief,17.92", "box1_aow,1,tarief,37.92",
			"tabel inkomstenbelasting.box1_aow, rij 1, kolom tarief: 37.92 hoort niet hoger te zijn dan 35.82 tot de AOW-leeftijd"},
		{"deduction above the top", ib, "yaml", `"37.48"`, `"73.48"`,
			"waarde inkomstenbelasting.maximaal_aftrektarief: 73.48 hoort niet hoger te zijn dan het hoogste tarief 49.5"},
		{"credit not from 0", ib, "csv", "arbeidskorting,1,vanaf,0", "arbeidskorting,1,vanaf,10",
			"tabel inkomstenbelasting.arbeidskorting, rij 1, kolom vanaf: de eerste rij hoort bij 0 te beginnen"},
		{"credit negative", ib, "csv", "algemene_heffingskorting,3,bedrag,0", "algemene_heffingskorting,3,bedrag,-1",
			"tabel inkomstenbelasting.algemene_heffingskorting, rij 3, kolom bedrag: -1 hoort niet lager te zijn dan 0"},
		{"slip in the key of a credit", ib, "csv", "arbeidskorting,3,vanaf,26288", "arbeidskorting,3,vanaf,26828",
			"tabel inkomstenbelasting.arbeidskorting, rij 3, kolom bedrag: 5220 hoort op 2 euro na te zijn wat de rij erboven bij 26828 geeft (5382.0977)"},
		{"slip in the amount of a credit", ib, "csv", "arbeidskorting,4,bedrag,5599", "arbeidskorting,4,bedrag,5959",
			"tabel inkomstenbelasting.arbeidskorting, rij 4, kolom bedrag: 5959 hoort op 2 euro na te zijn wat de rij erboven bij 43071 geeft (5598.96014)"},
		{"slip in the percentage of a credit", ib, "csv", "ouderenkorting,2,percentage,-15", "ouderenkorting,2,percentage,15",
			"tabel inkomstenbelasting.ouderenkorting, rij 3, kolom bedrag: 0 hoort op 2 euro na te zijn wat de rij erboven bij 58875 geeft (4070.05)"},
		{"percentage of a credit", ib, "csv", "combinatiekorting,2,percentage,11.45", "combinatiekorting,2,percentage,-1145",
			"tabel inkomstenbelasting.combinatiekorting, rij 2, kolom percentage: -1145 hoort van -100 tot en met 100 te zijn"},
		{"credit without an end", ib, "csv", "combinatiekorting,3,percentage,0", "combinatiekorting,3,percentage,1",
			"tabel inkomstenbelasting.combinatiekorting, rij 3, kolom percentage: 1 hoort in de laatste rij 0 te zijn"},
		{"credit above the other group", ib, "csv", "combinatiekorting_aow,3,bedrag,1495", "combinatiekorting_aow,3,bedrag,4195",
			"tabel inkomstenbelasting.combinatiekorting_aow, rij 3, kolom bedrag: 4195 hoort niet hoger te zijn dan 2986 tot de AOW-leeftijd"},
		{"income of a credit", ib, "yaml", "{id: verzamelinkomen, label: verzamelinkomen boven, unit: EUR/jaar}", "{id: vanaf, label: verzamelinkomen boven, unit: EUR/jaar}",
			"hier hoort tabel inkomstenbelasting.algemene_heffingskorting, rij 1, kolom vanaf"},
		{"box 2 falls", ib, "csv", "box2,2,tarief,31.00", "box2,2,tarief,13.00",
			"tabel inkomstenbelasting.box2, rij 2, kolom tarief: 13 hoort niet lager te zijn dan 24.5 in de rij erboven"},
		{"own home unaccounted for", "inkomstenbelasting_2019", "yaml", "[inkomstenbelasting.eigenwoningforfait, ", "[",
			"tabel inkomstenbelasting.eigenwoningforfait ontbreekt; is zij niet bekend, noem haar dan bij missing, met de reden"},
		{"box 3 unaccounted for", ib, "yaml", "id: inkomstenbelasting.box3_tarief", "id: inkomstenbelasting.box3",
			"waarde inkomstenbelasting.box3_tarief ontbreekt; is zij niet bekend, noem haar dan bij missing, met de reden\ninkomstenbelasting_2025.yaml: waarde inkomstenbelasting.box3 hoort niet in de reeks inkomstenbelasting"},
		{"forfait unit", ib, "yaml", `"5.88", unit: "%/jaar"`, `"5.88", unit: "%"`,
			"waarde inkomstenbelasting.box3_forfait_overige_bezittingen: de eenheid hoort %/jaar te zijn, niet %"},
		{"forfait too high", ib, "yaml", `"5.88"`, `"588"`,
			"waarde inkomstenbelasting.box3_forfait_overige_bezittingen: 588 hoort van 0 tot en met 100 te zijn"},
		{"tax value not positive", ib, "yaml", `"57684"`, `"-57684"`,
			"waarde inkomstenbelasting.box3_heffingsvrij_vermogen: -57684 hoort hoger te zijn dan 0"},
		{"credit value not positive", ib, "yaml", `"909"`, `"0"`,
			"waarde inkomstenbelasting.jonggehandicaptenkorting: 0 hoort hoger te zijn dan 0"},
		{"tax value missing", ib, "yaml", "id: inkomstenbelasting.alleenstaande_ouderenkorting", "id: inkomstenbelasting.alleenstaandenkorting",
			"waarde inkomstenbelasting.alleenstaande_ouderenkorting ontbreekt\n"},
		{"own home unit", ib, "yaml", `label: percentage van de WOZ-waarde, unit: "%/jaar"`, `label: percentage van de WOZ-waarde, unit: "%"`,
			"tabel inkomstenbelasting.eigenwoningforfait: de kolommen horen te zijn vanaf EUR, percentage %/jaar; er staat vanaf EUR, percentage %"},
		{"own home falls", ib, "csv", "eigenwoningforfait,4,percentage,0.25", "eigenwoningforfait,4,percentage,0.15",
			"tabel inkomstenbelasting.eigenwoningforfait, rij 4, kolom percentage: 0.15 hoort niet lager te zijn dan 0.2 in de rij erboven"},
		{"own home limit", ib, "yaml", `"1330000"`, `"13300"`,
			"waarde inkomstenbelasting.villagrens: 13300 hoort hoger te zijn dan 75000, waar de laatste rij van de tabel begint"},
		{"own home amount", ib, "yaml", `"4655"`, `"4565"`,
			"waarde inkomstenbelasting.villabedrag: 4565 hoort op 2 euro na te zijn wat de tabel bij de villagrens geeft (4655)"},
		{"own home above the limit", ib, "yaml", `"2.35"`, `"0.235"`,
			"waarde inkomstenbelasting.villapercentage: 0.235 hoort niet lager te zijn dan 0.35 in de laatste rij van de tabel"},
		{"zvw over two years", "zorgverzekeringswet_2026", "yaml", `valid_until: "2026-12-31"`, `valid_until: "2027-12-31"`,
			"zorgverzekeringswet_2026.yaml: de periode van de reeks zorgverzekeringswet hoort één kalenderjaar te zijn"},
		{"zvw swapped", zvw, "yaml", `"6.51"`, `"5.16"`,
			"waarde zorgverzekeringswet.hoge_bijdrage: 5.16 hoort niet lager te zijn dan 5.26 van de lage bijdrage"},
		{"zvw too high", zvw, "yaml", `"6.51"`, `"651"`,
			"waarde zorgverzekeringswet.hoge_bijdrage: 651 hoort van 0 tot en met 100 te zijn"},
		{"zvw maximum", zvw, "yaml", `"75864"`, `"0"`,
			"waarde zorgverzekeringswet.maximum_bijdrageinkomen: 0 hoort hoger te zijn dan 0"},
		{"kgb over two years", "kindgebonden_budget_2026", "yaml", `valid_until: "2026-12-31"`, `valid_until: "2027-12-31"`,
			"kindgebonden_budget_2026.yaml: de periode van de reeks kindgebonden_budget hoort één kalenderjaar te zijn"},
		{"kgb rises with children", kgb, "yaml", `"2511"`, `"2151"`,
			"waarde kindgebonden_budget.kind_1: 2151 hoort niet lager te zijn dan 2511 van het kind erna"},
		{"kgb falls with age", kgb, "yaml", `"936"`, `"693"`,
			"waarde kindgebonden_budget.toeslag_16_17: 693 hoort niet lager te zijn dan 703 van jongere kinderen"},
		{"kgb threshold", kgb, "yaml", `"37545"`, `"27545"`,
			"waarde kindgebonden_budget.drempel_partners: 27545 hoort niet lager te zijn dan 28406 van een alleenstaande"},
		{"kgb wealth", kgb, "yaml", `"179429"`, `"17942"`,
			"waarde kindgebonden_budget.vermogensgrens_partners: 17942 hoort niet lager te zijn dan 141896 van een alleenstaande"},
		{"kgb percentage", kgb, "yaml", `"7.10"`, `"710"`,
			"waarde kindgebonden_budget.afbouwpercentage: 710 hoort van 0 tot en met 100 te zijn"},
		{"kgb not positive", kgb, "yaml", `"3389"`, `"-3389"`,
			"waarde kindgebonden_budget.alleenstaande_ouderkop: -3389 hoort hoger te zijn dan 0"},
		{"kinderbijslag in a quarter", "kinderbijslag_2026_07", "yaml", `"2026-12-31"`, `"2026-11-30"`,
			"kinderbijslag_2026_07.yaml: de periode van de reeks kinderbijslag hoort uit hele kwartalen te bestaan"},
		{"kinderbijslag up to 6", kb, "yaml", `"286.45"`, `"284.65"`,
			"waarde kinderbijslag.0_5: 284.65 hoort 70% te zijn van 409.21"},
		{"kinderbijslag up to 12", kb, "yaml", `"347.83"`, `"374.83"`,
			"waarde kinderbijslag.6_11: 374.83 hoort 85% te zijn van 409.21"},
		{"kinderbijslag unit", kb, "yaml", "unit: EUR/kwartaal", "unit: EUR",
			"waarde kinderbijslag.0_5: de eenheid hoort EUR/kwartaal te zijn, niet EUR"},
		{"kinderbijslag not positive", kb, "yaml", `"409.21"`, `"0"`,
			"waarde kinderbijslag.12_17: 0 hoort hoger te zijn dan 0"},
		{"model limit", model, "yaml", `"2930"`, `"2093"`,
			"waarde inkomensmodel.grens_bruto_model: 2093 hoort niet lager te zijn dan 2125 van het netto model"},
		{"model not positive", model, "yaml", `"2125"`, `"0"`,
			"waarde inkomensmodel.grens_netto_model: 0 hoort hoger te zijn dan 0"},
		{"hofnorm above all", pal, "yaml", `"60"`, `"160"`,
			"waarde partneralimentatie.hofnormpercentage: 160 hoort van 0 tot en met 100 te zijn"},
		{"hofnorm negative", pal, "yaml", `"60"`, `"-60"`,
			"waarde partneralimentatie.hofnormpercentage: -60 hoort van 0 tot en met 100 te zijn"},
		{"hofnorm nothing", pal, "yaml", `"60"`, `"0"`,
			"waarde partneralimentatie.hofnormpercentage: 0 hoort hoger te zijn dan 0"},
		{"hofnorm missing", pal, "yaml", "id: partneralimentatie.hofnormpercentage", "id: partneralimentatie.hofnorm",
			"waarde partneralimentatie.hofnormpercentage ontbreekt\npartneralimentatie_2025.yaml: waarde partneralimentatie.hofnorm hoort niet in de reeks partneralimentatie"},
		{"capacity above all", pal, "yaml", "draagkrachtpercentage voor partneralimentatie\n    amount: \"60\"",
			"draagkrachtpercentage voor partneralimentatie\n    amount: \"600\"",
			"waarde partneralimentatie.draagkrachtpercentage: 600 hoort van 0 tot en met 100 te zijn"},
		{"capacity nothing", pal, "yaml", "draagkrachtpercentage voor partneralimentatie\n    amount: \"60\"",
			"draagkrachtpercentage voor partneralimentatie\n    amount: \"0\"",
			"waarde partneralimentatie.draagkrachtpercentage: 0 hoort hoger te zijn dan 0"},
		{"missing of another name", pal26, "yaml", "[partneralimentatie.laagste_inkomens]",
			"[partneralimentatie.laagste_inkomens, partneralimentatie.draagkracht]",
			"missing noemt partneralimentatie.draagkracht, en die hoort niet in de reeks partneralimentatie"},
		{"lowest incomes not positive", pal, "yaml", `"1400"`, `"0"`,
			"waarde partneralimentatie.laagste_inkomens: 0 hoort hoger te zijn dan 0"},
		{"lowest incomes a year", pal, "yaml", "unit: EUR/maand", "unit: EUR/jaar",
			"waarde partneralimentatie.laagste_inkomens: de eenheid hoort EUR/maand te zijn, niet EUR/jaar"},
		{"lowest incomes unaccounted for", pal26, "yaml", "[partneralimentatie.laagste_inkomens]", "[partneralimentatie.inkomens]",
			"waarde partneralimentatie.laagste_inkomens ontbreekt; is zij niet bekend, noem haar dan bij missing, met de reden"},
		{"proposal, value missing", wet, "yaml", "id: wetsvoorstel_34154.zorgpremie\n", "id: wetsvoorstel_34154.premie\n",
			"waarde wetsvoorstel_34154.zorgpremie ontbreekt\nwetsvoorstel_34154.yaml: waarde wetsvoorstel_34154.premie hoort niet in de reeks wetsvoorstel_34154"},
		{"proposal, unit", wet, "yaml", "unit: nachten/jaar", "unit: dagen/week",
			"tabel wetsvoorstel_34154.verblijf: de kolommen horen te zijn nachten nachten/jaar, percentage %; er staat nachten dagen/week, percentage %"},
		{"proposal, percentage", wet, "yaml", `"3.5"`, `"350"`,
			"waarde wetsvoorstel_34154.pensioenpercentage: 350 hoort van 0 tot en met 100 te zijn"},
		{"proposal, percentage of nothing", wet, "yaml", `"90"`, `"0"`,
			"waarde wetsvoorstel_34154.overeenkomstpercentage: 0 hoort hoger te zijn dan 0"},
		{"proposal, amount of nothing", wet, "yaml", `"961"`, `"-961"`,
			"waarde wetsvoorstel_34154.bijstandsnorm: -961 hoort hoger te zijn dan 0"},
		{"proposal, housing", wet, "yaml", `"33.3"`, `"0"`,
			"waarde wetsvoorstel_34154.woonpercentage: 0 hoort hoger te zijn dan 0"},
		{"proposal, upper limit", wet, "csv", "draagkracht,17,tot,6150", "draagkracht,17,tot,6100",
			"tabel wetsvoorstel_34154.draagkracht, rij 17, kolom tot: 6100 hoort 6150 te zijn, waar de volgende rij begint"},
		{"proposal, study", wet, "yaml", `"242"`, `"142"`,
			"waarde wetsvoorstel_34154.studiekosten_ho: 142 hoort niet lager te zijn dan 156 van mbo"},
		{"proposal, health", wet, "yaml", `"39"`, `"99"`,
			"waarde wetsvoorstel_34154.zorgpremie: 95 hoort niet lager te zijn dan 99 in de bijstand"},
		{"proposal, minimum", wet, "yaml", `"50"`, `"25"`,
			"tabel wetsvoorstel_34154.draagkracht, rij 1, kolom draagkracht: 50 hoort de minimumbijdrage te zijn, 25"},
		{"proposal, need from", wet, "csv", "behoefte,1,inkomen,0", "behoefte,1,inkomen,1000",
			"tabel wetsvoorstel_34154.behoefte, rij 1, kolom inkomen: de eerste rij hoort bij 0 te beginnen"},
		{"proposal, need of nothing", wet, "csv", "behoefte,1,kinderen_1,250", "behoefte,1,kinderen_1,0",
			"tabel wetsvoorstel_34154.behoefte, rij 1, kolom kinderen_1: 0 hoort hoger te zijn dan 0"},
		{"proposal, need falls", wet, "csv", "behoefte,2,kinderen_4,560", "behoefte,2,kinderen_4,530",
			"tabel wetsvoorstel_34154.behoefte, rij 2, kolom kinderen_4: 530 hoort niet lager te zijn dan 540 in de rij erboven"},
		{"proposal, need of a child more", wet, "csv", "behoefte,11,kinderen_2,1250", "behoefte,11,kinderen_2,1625",
			"tabel wetsvoorstel_34154.behoefte, rij 11, kolom kinderen_3: 1625 hoort hoger te zijn dan 1625 bij een kind minder"},
		{"proposal, costs of an older child", wet, "csv", "kindgebonden_kosten,1,jaar_6_11,35", "kindgebonden_kosten,1,jaar_6_11,25",
			"tabel wetsvoorstel_34154.kindgebonden_kosten, rij 1, kolom jaar_6_11: 25 hoort hoger te zijn dan 25 van jongere kinderen"},
		{"proposal, costs by other incomes", wet, "csv", "kindgebonden_kosten,4,inkomen,2500", "kindgebonden_kosten,4,inkomen,2400",
			"tabel wetsvoorstel_34154.kindgebonden_kosten, rij 4, kolom inkomen: 2400 hoort 2500 te zijn, als in tabel wetsvoorstel_34154.behoefte"},
		{"proposal, fewer costs", wet, "csv", "wetsvoorstel_34154.kindgebonden_kosten,11,inkomen,6000,enkele bron,\n" +
			"wetsvoorstel_34154.kindgebonden_kosten,11,jaar_0_5,125,enkele bron,\n" +
			"wetsvoorstel_34154.kindgebonden_kosten,11,jaar_6_11,185,enkele bron,\n" +
			"wetsvoorstel_34154.kindgebonden_kosten,11,jaar_12_22,250,enkele bron,\n", "",
			"tabel wetsvoorstel_34154.kindgebonden_kosten: 10 rijen; tabel wetsvoorstel_34154.behoefte heeft er 11"},
		{"proposal, capacity does not rise", wet, "csv", "draagkracht,5,draagkracht,305", "draagkracht,5,draagkracht,205",
			"tabel wetsvoorstel_34154.draagkracht, rij 5, kolom draagkracht: 205 hoort hoger te zijn dan 210 in de rij erboven"},
		{"proposal, step of capacity", wet, "csv", "draagkracht,15,draagkracht,2300", "draagkracht,15,draagkracht,2330",
			"tabel wetsvoorstel_34154.draagkracht, rij 15, kolom draagkracht: 2330 hoort 285 meer te zijn dan in de rij erboven, niet 315"},
		{"proposal, step of income", wet, "csv", "draagkracht,18,inkomen,6150", "draagkracht,18,inkomen,6100",
			"tabel wetsvoorstel_34154.draagkracht, rij 18, kolom inkomen: 6100 hoort 450 meer te zijn dan in de rij erboven, niet 400"},
		{"proposal, derived from", wet, "yaml", `"1500"`, `"1550"`,
			"waarde wetsvoorstel_34154.afleiding_vanaf: 1550 hoort een inkomen van tabel wetsvoorstel_34154.draagkracht te zijn"},
		{"proposal, stays too much", wet, "csv", "verblijf,8,percentage,50", "verblijf,8,percentage,500",
			"tabel wetsvoorstel_34154.verblijf, rij 8, kolom percentage: 500 hoort van 0 tot en met 100 te zijn"},
		{"proposal, stays fall", wet, "csv", "verblijf,3,percentage,14", "verblijf,3,percentage,4",
			"tabel wetsvoorstel_34154.verblijf, rij 3, kolom percentage: 4 hoort niet lager te zijn dan 7 in de rij erboven"},
	} {
		t.Run(c.name, func(t *testing.T) {
			names := []string{c.file + ".yaml"}
			if _, err := fs.Stat(embeddedDir(t), c.file+".csv"); err == nil {
				names = append(names, c.file+".csv")
			}
			dir := folder(t, names...)
			if c.old == "" {
				dir[c.file+"."+c.ext] = &fstest.MapFile{Data: []byte(c.new)}
			} else {
				change(t, dir, c.file+"."+c.ext, c.old, c.new)
			}
			_, err := overlay(t, dir)
			if err == nil {
				t.Fatalf("geen fout; verwacht %q", c.want)
			}
			if !strings.Contains(err.Error(), c.want) {
				t.Errorf("fout:\n%v\nverwacht daarin:\n%s", err, c.want)
			}
		})
	}
}

// What a reeks always has cannot be declared missing.
func TestStrictRequired(t *testing.T) {
	const name = "studiefinanciering_2025.yaml"
	dir := folder(t, name)
	change(t, dir, name, "id: studiefinanciering.mbo_uitwonend,", "id: studiefinanciering.mbo_leermiddelen,")
	change(t, dir, name, "[studiefinanciering.mbo_leermiddelen,", "[studiefinanciering.mbo_uitwonend,")
	_, err := overlay(t, dir)
	if want := name + ": waarde studiefinanciering.mbo_uitwonend ontbreekt; zij mag niet bij missing staan"; err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("fout:\n%v\nverwacht daarin:\n%s", err, want)
	}
}

// A table under a name nobody asks for is told, in itself and as missing.
func TestStrictTableNames(t *testing.T) {
	for _, c := range []struct{ file, old, new, want string }{
		{"zorgkorting_2025", "zorgkorting", "korting",
			"zorgkorting_2025.yaml: tabel zorgkorting ontbreekt\nzorgkorting_2025.yaml: tabel korting hoort niet in de reeks zorgkorting"},
		{"draagkracht_2025", "draagkracht_aow", "draagkracht_oud",
			"draagkracht_2025.yaml: tabel draagkracht_aow ontbreekt\ndraagkracht_2025.yaml: tabel draagkracht_oud hoort niet in de reeks draagkracht"},
		{"draagkracht_2025", "draagkracht_tabelbedrag", "draagkracht_bedrag",
			"draagkracht_2025.yaml: tabel draagkracht_bedrag hoort niet in de reeks draagkracht"},
		{"inkomstenbelasting_2025", "inkomstenbelasting.ouderenkorting", "inkomstenbelasting.korting",
			"inkomstenbelasting_2025.yaml: tabel inkomstenbelasting.ouderenkorting ontbreekt\ninkomstenbelasting_2025.yaml: tabel inkomstenbelasting.korting hoort niet in de reeks inkomstenbelasting"},
		{"aow_leeftijd", "aow_leeftijd", "aow",
			"aow_leeftijd.yaml: tabel aow_leeftijd ontbreekt\naow_leeftijd.yaml: tabel aow hoort niet in de reeks aow_leeftijd"},
	} {
		dir := folder(t, c.file+".yaml", c.file+".csv")
		yaml, csv := string(dir[c.file+".yaml"].Data), string(dir[c.file+".csv"].Data)
		// The values keep their names: only the tables are renamed.
		yaml = strings.Replace(yaml, "- id: "+c.old+"\n", "- id: "+c.new+"\n", 1)
		csv = strings.ReplaceAll(csv, "\n"+c.old+",", "\n"+c.new+",")
		dir[c.file+".yaml"] = &fstest.MapFile{Data: []byte(yaml)}
		dir[c.file+".csv"] = &fstest.MapFile{Data: []byte(csv)}
		if _, err := overlay(t, dir); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s zonder tabel %s: %v\nverwacht daarin:\n%s", c.file, c.old, err, c.want)
		}
	}
}

// A table that a reeks always has cannot be declared missing, and one that may be
// is not there as well.
func TestStrictMissingTables(t *testing.T) {
	const name = "inkomstenbelasting_2025"
	for _, c := range []struct{ rename, missing, want string }{
		{"inkomstenbelasting.ouderenkorting", "inkomstenbelasting.ouderenkorting",
			name + ".yaml: tabel inkomstenbelasting.ouderenkorting ontbreekt; zij mag niet bij missing staan\n"},
		{"inkomstenbelasting.box1_aow_voor_1946", "inkomstenbelasting.box1_aow_voor_1946",
			name + ".yaml: tabel inkomstenbelasting.box1_aow_voor_1946 ontbreekt; zij mag niet bij missing staan\n"},
		{"", "inkomstenbelasting.box2", `id "inkomstenbelasting.box2" staat er twee keer`},
	} {
		dir := folder(t, name+".yaml", name+".csv")
		change(t, dir, name+".yaml", "tables:", "missing:\n  - {ids: ["+c.missing+"], reason: onbekend}\ntables:")
		if c.rename != "" {
			change(t, dir, name+".yaml", "- id: "+c.rename+"\n", "- id: "+c.rename+"_oud\n")
			text := strings.ReplaceAll(string(dir[name+".csv"].Data), "\n"+c.rename+",", "\n"+c.rename+"_oud,")
			dir[name+".csv"] = &fstest.MapFile{Data: []byte(text)}
		}
		if _, err := overlay(t, dir); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("fout:\n%v\nverwacht daarin:\n%s", err, c.want)
		}
	}
}

// Both groups have the algemene heffingskorting run on the same income.
func TestStrictIncomeOfCredit(t *testing.T) {
	const name = "inkomstenbelasting_2025"
	const table = "inkomstenbelasting.algemene_heffingskorting_aow"
	dir := folder(t, name+".yaml", name+".csv")
	yaml, csv := string(dir[name+".yaml"].Data), string(dir[name+".csv"].Data)
	start := strings.Index(yaml, table)
	yaml = yaml[:start] + strings.Replace(yaml[start:], "{id: verzamelinkomen,", "{id: inkomen_box_1,", 1)
	for _, row := range []string{"1", "2", "3"} {
		csv = strings.Replace(csv, table+","+row+",verzamelinkomen,", table+","+row+",inkomen_box_1,", 1)
	}
	dir[name+".yaml"] = &fstest.MapFile{Data: []byte(yaml)}
	dir[name+".csv"] = &fstest.MapFile{Data: []byte(csv)}
	want := name + ".yaml: tabel " + table + ": de sleutel hoort dezelfde te zijn als tot de AOW-leeftijd"
	if _, err := overlay(t, dir); err == nil || err.Error() != want {
		t.Errorf("fout:\n%v\nverwacht:\n%s", err, want)
	}
}

// Without the printed amounts a draagkrachttabel is still complete.
func TestPrintedAmountsMayBeAbsent(t *testing.T) {
	dir := folder(t, "draagkracht_2025.yaml", "draagkracht_2025.csv")
	var kept []string
	for line := range strings.Lines(string(dir["draagkracht_2025.csv"].Data)) {
		if !strings.Contains(line, "_tabelbedrag,") {
			kept = append(kept, line)
		}
	}
	dir["draagkracht_2025.csv"] = &fstest.MapFile{Data: []byte(strings.Join(kept, ""))}
	yaml := string(dir["draagkracht_2025.yaml"].Data)
	for _, id := range []string{"draagkracht", "draagkracht_aow"} {
		start := strings.Index(yaml, "  - id: "+id+"_tabelbedrag")
		end := len(yaml)
		if next := strings.Index(yaml[start+1:], "  - id: draagkracht_aow\n"); next >= 0 {
			end = start + 1 + next
		}
		yaml = yaml[:start] + yaml[end:]
	}
	dir["draagkracht_2025.yaml"] = &fstest.MapFile{Data: []byte(yaml)}
	s, err := overlay(t, dir)
	if err != nil {
		t.Fatal(err)
	}
	d, err := s.Draagkracht(date(t, "2025-01-01"), true)
	if err != nil || len(d.Tabel.Rows) != 5 || len(d.Tabelbedragen.Rows) != 0 {
		t.Errorf("%d rijen, %d bedragen, %v", len(d.Tabel.Rows), len(d.Tabelbedragen.Rows), err)
	}
}

// A figure may name its own source; the others keep that of the publication.
func TestSourceOfFigure(t *testing.T) {
	dir := folder(t, "zorgkorting_2025.yaml", "zorgkorting_2025.csv")
	change(t, dir, "zorgkorting_2025.yaml", "    columns:", "    source: {document: eigen bron}\n    columns:")
	s, err := overlay(t, dir)
	if err != nil {
		t.Fatal(err)
	}
	n, err := s.Zorgkorting(date(t, "2025-01-01"))
	if err != nil || n.Tabel.Source.String() != "eigen bron" || n.Tabel.Publicatie.Source.String() != "Rapport alimentatienormen 2025, par. 4.3.5" {
		t.Errorf("%v, %v, %v", n.Tabel.Source, n.Tabel.Publicatie.Source, err)
	}
}

// Two slips in one file are told at once.
func TestStrictTellsAll(t *testing.T) {
	dir := folder(t, "draagkracht_2025.yaml", "draagkracht_2025.csv")
	change(t, dir, "draagkracht_2025.yaml", `amount: "30"`, `amount: "dertig"`)
	change(t, dir, "draagkracht_2025.yaml", "status: enkele bron", "status: onzeker")
	_, err := overlay(t, dir)
	if err == nil || strings.Count(err.Error(), "\n") != 1 {
		t.Errorf("verwacht twee regels: %v", err)
	}
}

// What a spreadsheet does to a CSV file: a byte order mark and CRLF are harmless.
func TestCSVFromSpreadsheet(t *testing.T) {
	dir := folder(t, "zorgkorting_2025.yaml", "zorgkorting_2025.csv")
	text := strings.ReplaceAll(string(dir["zorgkorting_2025.csv"].Data), "\n", "\r\n")
	dir["zorgkorting_2025.csv"] = &fstest.MapFile{Data: []byte("\ufeff" + text)}
	if _, err := overlay(t, dir); err != nil {
		t.Error(err)
	}
}

func TestStrictFolder(t *testing.T) {
	for _, c := range []struct {
		name string
		dir  fstest.MapFS
		want string
	}{
		{"empty", fstest.MapFS{}, "geen normbestanden (*.yaml) gevonden"},
		{"yml", fstest.MapFS{"zorgkorting.yml": {}}, "zorgkorting.yml: een normbestand eindigt op .yaml"},
		{"loose table", func() fstest.MapFS {
			dir := folder(t, "zorgkorting_2025.yaml", "zorgkorting_2025.csv")
			dir["zorgkorting.csv"] = &fstest.MapFile{}
			return dir
		}(), "zorgkorting.csv: geen normbestand noemt deze tabel bij cells"},
	} {
		if _, err := overlay(t, c.dir); err == nil || err.Error() != c.want {
			t.Errorf("%s: %v; verwacht %q", c.name, err, c.want)
		}
	}
	// Anything else in the folder is the user's own business.
	dir := folder(t, "zorgkorting_2025.yaml", "zorgkorting_2025.csv")
	dir["LEESMIJ.md"] = &fstest.MapFile{}
	if _, err := overlay(t, dir); err != nil {
		t.Error(err)
	}
}
