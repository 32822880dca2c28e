package render_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"annex/calc/sheet"
	"annex/render"
	"annex/templates"

	"github.com/shopspring/decimal"
)

// Cases under Wetsvoorstel 34 154, of which together every text is told. The
// amounts behind them are tested in calc.
const (
	voorstelKop = `versie: 1
methode: wetsvoorstel-34154
zaak: {datum: 2025-02-14}
ouders: [{id: moeder, aanduiding: de moeder}, {id: vader, aanduiding: de vader}]
`
	// A minor, a student at home and a student on its own.
	voorstelStudenten = voorstelKop + `kinderen:
  - {id: noor, naam: Noor, geboren: 2015-04-02, hoofdverblijf: moeder, zorg: {vader: {nachten_per_jaar: 104}}}
  - {id: sem, naam: Sem, geboren: 2006-04-02, hoofdverblijf: moeder, meerderjarig: {opleiding: mbo, woont: thuis}, zorg: {vader: {nachten_per_jaar: 60}}}
  - {id: lot, naam: Lot, geboren: 2005-04-02, meerderjarig: {opleiding: hbo-wo, woont: zelfstandig}}
behoefte: {wetsvoorstel: {alimentatie_inkomen: 5131.63}}
perioden:
  - vanaf: 2025-03-01
    moeder: {nbi: 2592, kindgebonden_budget: 475.67}
    vader: {nbi: 3485.17}
  - vanaf: 2025-07-01
    kinderen: [{kind: noor, zorg: {vader: {nachten_per_jaar: 150}}, kindgebonden_kosten: {vader: {percentage: 100}}}]
    moeder: {nbi: 2400, wetsvoorstel: {eerdere_kinderen: [{omschrijving: Bas, bedrag: 120}]}}
    vader: {nbi: 3100, wetsvoorstel: {hardheidsclausule: {reden: schulden, lasten: [{omschrijving: medische kosten, bedrag: 1200}]}}}
`
	// No insight of one and of both, an earlier need, nothing to change, an income to
	// blame for.
	voorstelInzicht = voorstelKop + `kinderen:
  - {id: noor, naam: Noor, geboren: 2015-04-02, hoofdverblijf: moeder, zorg: {vader: {nachten_per_jaar: 180}}, kindgebonden_kosten: {vader: {percentage: 40}}}
behoefte: {wetsvoorstel: {alimentatie_inkomen: 5000, eerdere_behoefte: {bedrag: 900, reden: beschikking}}}
perioden:
  - vanaf: 2025-03-01
    moeder: {wetsvoorstel: {alimentatie_inkomen: 4000}}
    vader: {wetsvoorstel: {geen_inzicht: {reden: geen stukken}}}
  - vanaf: 2025-05-01
    moeder: {wetsvoorstel: {alimentatie_inkomen: 4000}}
    vader: {wetsvoorstel: {alimentatie_inkomen: 900}}
  - vanaf: 2025-06-01
    moeder: {wetsvoorstel: {alimentatie_inkomen: 4010}}
    vader: {wetsvoorstel: {alimentatie_inkomen: 901}}
  - vanaf: 2025-07-01
    moeder: {wetsvoorstel: {alimentatie_inkomen: 900}}
    vader: {wetsvoorstel: {alimentatie_inkomen: 1000, eerder_inkomen: {bedrag: 1900, reden: ontslag genomen}}}
  - vanaf: 2025-08-01
    moeder: {wetsvoorstel: {geen_inzicht: {reden: geen stukken}}}
    vader: {wetsvoorstel: {geen_inzicht: {reden: geen stukken}}}
`
	// Never together, exact shares, indexed steps, agreements, too little for study, a
	// child for whom there is no duty any more, too low an income.
	voorstelAfspraken = voorstelKop + `keuzes: {aandeelafronding: exact, inkomenstreden: geindexeerd}
kinderen:
  - {id: noor, naam: Noor, geboren: 2015-04-02, hoofdverblijf: moeder, zorg: {vader: {nachten_per_jaar: 10}}}
  - {id: sem, naam: Sem, geboren: 2006-04-02, hoofdverblijf: moeder, meerderjarig: {opleiding: mbo, woont: thuis}, zorg: {vader: {nachten_per_jaar: 175}}, kindgebonden_kosten: {vader: {percentage: 100}}}
  - {id: lot, naam: Lot, geboren: 2002-04-02, meerderjarig: {opleiding: hbo-wo, woont: zelfstandig}}
behoefte:
  nooit_samengewoond: {peildatum: 2024-06-01, moeder: {nbi: 2000}, vader: {nbi: 3000}}
perioden:
  - vanaf: 2025-03-01
    moeder: {nbi: 2400}
    vader: {nbi: 2900}
  - vanaf: 2025-05-01
    kinderen: [{kind: noor, overeengekomen_bijdrage: {betaler: vader, bedrag: 400}}]
    moeder: {nbi: 2400}
    vader: {nbi: 2900}
  - vanaf: 2025-06-01
    kinderen: [{kind: noor, overeengekomen_bijdrage: {betaler: vader, bedrag: 40}}]
    moeder: {nbi: 500}
    vader: {nbi: 2900}
`
	// The hardship clause that lowers, to an amount and to nil; no insight in the
	// income of then; a stated draagkracht.
	voorstelHardheid = voorstelKop + `kinderen:
  - {id: noor, naam: Noor, geboren: 2015-04-02, hoofdverblijf: moeder, zorg: {vader: {nachten_per_jaar: 100}}}
  - {id: lot, naam: Lot, geboren: 2003-04-02, meerderjarig: {opleiding: hbo-wo, woont: zelfstandig}}
behoefte: {wetsvoorstel: {geen_inzicht: {reden: geen stukken}}}
perioden:
  - vanaf: 2025-03-01
    moeder: {nbi: 2400, draagkracht: {bedrag: 600, reden: beschikking}}
    vader: {nbi: 2900, wetsvoorstel: {hardheidsclausule: {reden: schulden, lasten: [{omschrijving: medische kosten, bedrag: 1500}]}}}
  - vanaf: 2025-05-01
    moeder: {nbi: 2400}
    vader: {nbi: 2900, wetsvoorstel: {hardheidsclausule: {reden: schulden, lasten: [{omschrijving: medische kosten, bedrag: 2500}]}}}
`
	// Incomes from what is on paper, as a family and later; far too little.
	voorstelInkomen = voorstelKop + `kinderen:
  - {id: noor, naam: Noor, geboren: 2015-04-02, hoofdverblijf: moeder}
behoefte:
  gezinsinkomen:
    peildatum: 2024-06-01
    moeder: {inkomen: {loon: [{jaaropgaaf: 24000}]}}
    vader: {inkomen: {loon: [{jaaropgaaf: 46000}]}}
perioden:
  - vanaf: 2025-03-01
    moeder: {inkomen: {loon: [{bruto: 2400, pensioenpremie: 160}]}}
    vader: {wetsvoorstel: {alimentatie_inkomen: 500}}
  - vanaf: 2025-05-01
    moeder: {wetsvoorstel: {alimentatie_inkomen: 800}}
    vader: {wetsvoorstel: {alimentatie_inkomen: 500}}
`
	// An id that ends in the other, a name that reads as half of something, and a
	// family without kinderbijslag.
	voorstelNamen = `versie: 1
methode: wetsvoorstel-34154
zaak: {datum: 2025-02-14}
ouders: [{id: moeder, aanduiding: ouder 1 / 2}, {id: duo_moeder, aanduiding: de duomoeder}]
kinderen:
  - {id: noor, naam: Noor, geboren: 2006-04-02, hoofdverblijf: moeder, meerderjarig: {opleiding: mbo, woont: thuis}}
behoefte:
  gezinsinkomen: {peildatum: 2024-06-01, moeder: {nbi: 2000}, duo_moeder: {nbi: 3000}}
perioden:
  - vanaf: 2025-03-01
    moeder: {nbi: 2400}
    duo_moeder: {nbi: 2900}
  - vanaf: 2025-05-01
    moeder: {nbi: 2400}
    duo_moeder: {nbi: 3900}
`
)

var voorstellen = map[string]string{
	"studenten": voorstelStudenten, "inzicht": voorstelInzicht, "afspraken": voorstelAfspraken, "hardheid": voorstelHardheid, "inkomen": voorstelInkomen, "namen": voorstelNamen,
}

// TestVoorstelZegt holds the sentences a reader relies on.
func TestVoorstelZegt(t *testing.T) {
	for _, c := range []struct {
		zaak  string
		wel   []string
		nooit []string
	}{
		{"studenten", []string{
			"Sem||de vader||Sem zelf||€ 218,50|", "Sem (bijkomende studiekosten)||de vader||Sem zelf||€ 86,38|", "Lot (bijkomende studiekosten)||de moeder||Lot zelf||€ 108,00|",
			"De vader betaalt aan Sem € 86,38 per maand als bijdrage in de bijkomende kosten van studie.",
			"De moeder betaalt aan Lot € 108,00 per maand als bijdrage in de bijkomende kosten van studie.",
			"De moeder heeft € 3.183,61 per maand, met kinderbijslag en kindgebonden budget. Dat valt in de trede van € 3.000 tot € 3.450. Daarbij hoort een draagkracht van € 1.160,00 per maand.",
			"Van wat er te verdelen is, draagt de moeder 44% en de vader 56%. Samen met de eerste € 50 draagt de moeder € 606,60 en de vader € 758,40 per maand. Per kind is dat € 202,20 voor de moeder en € 252,80 voor de vader.",
			"De vader moet € 252,80 dragen en betaalt zelf al € 87,00. Het verschil is € 165,80. Dat betaalt de vader aan de moeder.",
			"Dat betaalt de vader aan Sem. Sem is 18 jaar of ouder en krijgt het bedrag zelf.",
			"krijgt daarom het hele deel van iedere ouder: € 202,20 van de moeder en € 252,80 van de vader.",
			"Dat is genoeg. De kosten zijn naar die bedragen verdeeld. Zo betaalt de moeder € 177,62 en de vader € 220,38 per maand.",
			"Die betaalt de vader; zo is het afgesproken.", "€ 120,00 voor Bas. De draagkracht is dan € 660,00 per maand.",
			"Voor de bijdragen is er dan € 667,85. In totaal zou de vader € 547,95 moeten betalen. Dat kan; het bedrag verandert niet.",
			"de kindgebonden kosten van Noor zijn anders verdeeld; Noor is een ander aantal nachten bij iedere ouder.",
			"Verdient de vader € 3.450 per maand of meer, dan kan de vader meer dragen. Verdient de vader minder dan € 3.000, dan kan de vader minder dragen.",
		}, []string{"van de moeder aan Sem in de kosten", "Sem||de moeder||Sem zelf||nihil|"}},
		{"inzicht", []string{
			"€ 630,00 per maand. Eerder is € 900,00 vastgesteld. Het hoogste bedrag geldt: € 900,00 per maand.",
			"De vader geeft geen of te weinig inzicht in het inkomen. Dan draagt de moeder alleen het minimum van € 50,00 per maand. De vader draagt al het andere: € 850,00 per maand.",
			"Volgens de afspraak betaalt de vader daarvan € 62,00 en de moeder € 93,00.", "Dat valt in de laagste trede, tot € 1.000.",
			"de moeder € 1.680,00 en de vader niets.", "Het verschil is € 384,50. Dat betaalt de moeder aan de vader.",
			"Die is er hier: de vader geeft nu wel inzicht in het inkomen.", "Zo'n reden is er hier niet. Het bedrag uit de periode hiervoor blijft gelden, met de jaarlijkse verhoging.",
			"Het bedrag dat hier is berekend, komt daar niet voor in de plaats.",
			"Dat het minder is dan eerst, is de vader te verwijten. Daarom telt het inkomen van zes maanden eerder: € 1.900,00 per maand.",
			"Dat is niet genoeg. De kosten gaan dan omlaag tot wat de ouders samen kunnen dragen: € 450,00 per maand.",
			"Dan draagt ieder de helft: de moeder € 450,00 en de vader € 450,00 per maand.",
		}, nil},
		{"afspraken", []string{
			"De ouders hebben nooit met Noor, Sem en Lot een gezin gevormd.", "Daarin zit ook kinderbijslag.", "Alleen de inkomens in de tabel van de draagkracht zijn daarna verhoogd.",
			"draagt de moeder 39,33% en de vader 60,67%.", "Dat is te weinig om mee te tellen. De vader moet € 141,05 dragen en betaalt zelf nog niets.",
			"Het verschil is € 33,12. Dat betaalt de moeder aan Sem.", "Dat is niet genoeg: samen € 275,00. Voor de rest kunnen de studenten studiefinanciering vragen.",
			"De ouders hebben € 400,00 afgesproken. Dat mag, want het is niet lager dan € 145,37. De vader betaalt dus € 400,00 aan de moeder.",
			"De ouders hebben € 40,00 afgesproken. Dat is te weinig: een afspraak mag niet lager zijn dan € 217,77. Daarom geldt het berekende bedrag.",
			"de ouders hoeven niet meer te betalen voor Lot", "De moeder heeft minder dan de bijstand. Dan geldt een minimum: € 1.461,39 per maand.",
		}, []string{"van de vader aan Sem in de kosten"}},
		{"hardheid", []string{
			"Het is niet duidelijk welk inkomen de ouders samen hadden. Dan geldt een vast bedrag: € 6.000,00 per maand.",
			"De draagkracht van de moeder is niet berekend, maar overgenomen: € 600,00 per maand. De reden: beschikking.",
			"Het verschil is € 259,65. Door de hardheidsclausule (zie hierna) wordt dat € 75,90. Dat betaalt de vader aan de moeder.",
			"Door de hardheidsclausule (zie hierna) betaalt de vader € 113,19.", "Het totaal is verlaagd tot € 189,09 per maand.",
			"Voor de bijdragen is er dan niets.", "Het totaal is verlaagd tot nihil.", "wordt dat nihil. De vader hoeft niets te betalen.", "zonder wijziging zou de vader te weinig overhouden",
		}, []string{"€ 0,00 per maand"}},
		{"inkomen", []string{
			"Toen de ouders nog samen waren, hadden zij € 5.131,63 per maand te besteden. Daarin zitten ook kinderbijslag en kindgebonden budget.",
			"Dat heet het netto-inkomen.", "Er blijft € 31.104,00 per jaar over. Dat is € 2.592,00 per maand.",
			"De kosten gaan dan omlaag, maar niet verder dan het laagste bedrag van de tabel:",
			"Geen van beide ouders kan meer dragen dan die € 50. Daarom draagt ieder de helft.",
		}, []string{"netto besteedbaar", "na aftrek van de pensioenpremie"}},
		{"namen", []string{
			"Toen de ouders nog samen waren, hadden zij € 5.000,00 per maand te besteden.",
			"Die is er hier: de duomoeder heeft door een ander inkomen een andere draagkracht.",
		}, []string{"nooit met Noor een gezin"}},
	} {
		got := texts(bijlageVan(t, c.zaak+".yaml", []byte(voorstellen[c.zaak])))
		for _, want := range c.wel {
			if !strings.Contains(got, want) {
				t.Errorf("%s: the bijlage does not say %q", c.zaak, want)
			}
		}
		for _, never := range c.nooit {
			if strings.Contains(got, never) {
				t.Errorf("%s: the bijlage says %q", c.zaak, never)
			}
		}
	}
}

// The document says what it is; one that follows the law has no such caution.
func TestVoorbehoud(t *testing.T) {
	d := bijlage(t, "wetsvoorstel-mvt-voorbeeld-3")
	if d.Voorbehoud != "Wetsvoorstel 34 154, geen geldend recht" {
		t.Errorf("caution %q", d.Voorbehoud)
	}
	const titel = "Berekening kinderalimentatie volgens wetsvoorstel 34 154 (geen geldend recht)"
	if got := strings.ReplaceAll(d.Titel, "\u00a0", " "); got != titel || !strings.Contains(d.Onderwerp, "geen geldend recht") {
		t.Errorf("title %q, subject %q", got, d.Onderwerp)
	}
	if !strings.Contains(texts(d), "Methode||Wetsvoorstel 34 154 (Wet herziening kinderalimentatie)") {
		t.Error("the method is not named")
	}
	r := resultaatVan(t, "studenten.yaml", []byte(voorstelStudenten))
	if u, err := render.Uitkomst(r, templates.StandaardBijlage()); err != nil || u.Voorbehoud != d.Voorbehoud {
		t.Errorf("the outcome alone: %+v, %v", u, err)
	}
	if d := bijlage(t, "rapport-5-1-stap-2-en-3"); d.Voorbehoud != "" || strings.Contains(texts(d), "wetsvoorstel") {
		t.Error("a calculation by the law has a caution")
	}
}

// Nothing that holds under the Rapport only is said of a calculation that does not
// follow it.
func TestVoorstelZonderRapport(t *testing.T) {
	anders := regexp.MustCompile(`(?i)rapport|\bnbi\b|zorgkorting|zorgdagen|eigen aandeel|woonbudget|stiefouder|netto besteedbaar|hele euro's;|<no value>`)
	terecht := []string{ // what the law is now, and what was stated
		"De rechter past het Rapport alimentatienormen toe.",
		"Het opgegeven netto besteedbaar inkomen is genomen als het netto-inkomen van art. 1:400a lid 6 BW, zoals voorgesteld.",
		"Beide zijn het bruto-inkomen na belasting en Zvw. Wel gaat in het NBI de pensioenpremie ervan af;",
		"het opgegeven netto besteedbaar inkomen",
	}
	for naam, zaak := range voorstellen {
		for _, regel := range strings.Split(texts(bijlageVan(t, naam+".yaml", []byte(zaak))), "\n") {
			for _, zin := range terecht {
				regel = strings.ReplaceAll(regel, zin, "")
			}
			if anders.MatchString(regel) {
				t.Errorf("%s: %q", naam, regel)
			}
		}
	}
}

// No sentence has a hole where a figure is missing.
func TestVoorstelZonderGaten(t *testing.T) {
	gat := regexp.MustCompile(`  | [.,;:]|<no value>|map\[|\(\)|€ +[a-z]|:\.`)
	for naam, zaak := range voorstellen {
		for _, blok := range bijlageVan(t, naam+".yaml", []byte(zaak)).Blokken {
			if a, ok := blok.(render.Alinea); ok && gat.MatchString(strings.ReplaceAll(a.Tekst, "\u00a0", " ")) {
				t.Errorf("%s: %q", naam, a.Tekst)
			}
		}
	}
}

// What the parent that a child is registered with bears is told to the end.
func TestThuisDraagt(t *testing.T) {
	for naam, want := range map[string][]string{
		"studenten": {"De moeder betaalt zelf € 368,00 en krijgt € 165,80. De moeder draagt dus € 202,20."},
		"inzicht":   {"De moeder betaalt zelf", "en betaalt daarnaast € 384,50. De moeder draagt dus"},
		"hardheid":  {"en draagt dat ook."},
	} {
		got := texts(bijlageVan(t, naam+".yaml", []byte(voorstellen[naam])))
		for _, zin := range want {
			if !strings.Contains(got, zin) {
				t.Errorf("%s: the bijlage does not say %q", naam, zin)
			}
		}
	}
	zin := regexp.MustCompile(`betaalt zelf € ([0-9.,]+) en (krijgt|betaalt daarnaast) € ([0-9.,]+)\. [^.]+ draagt dus € ([0-9.,]+)\.`)
	bedrag := func(s string) decimal.Decimal {
		return decimal.RequireFromString(strings.NewReplacer(".", "", ",", ".").Replace(s))
	}
	told := 0
	for naam, zaak := range voorstellen {
		for _, m := range zin.FindAllStringSubmatch(texts(bijlageVan(t, naam+".yaml", []byte(zaak))), -1) {
			told++
			want := bedrag(m[1]).Sub(bedrag(m[3]))
			if m[2] != "krijgt" {
				want = bedrag(m[1]).Add(bedrag(m[3]))
			}
			if !want.Equal(bedrag(m[4])) {
				t.Errorf("%s: %q", naam, m[0])
			}
		}
	}
	if told < 5 {
		t.Errorf("told %d times", told)
	}
	if got := texts(bijlageVan(t, "afspraken.yaml", []byte(voorstelAfspraken))); strings.Contains(got, "krijgt € 400,00") {
		t.Error("what is left of an agreed amount is told as what a parent bears")
	}
}

// What each bears adds up to what the child costs.
func TestVoorstelBeelden(t *testing.T) {
	namen := map[string]bool{}
	for naam, zaak := range voorstellen {
		for _, blok := range bijlageVan(t, naam+".yaml", []byte(zaak)).Blokken {
			f, ok := blok.(render.Figuur)
			if !ok {
				continue
			}
			for _, balk := range f.Balken {
				som := decimal.Zero
				for _, d := range balk.Delen {
					som = som.Add(d.Waarde)
					namen[d.Naam] = true
				}
				if got := sheet.EuroSign + sheet.FormatNumber(som, 2); got != balk.Tekst {
					t.Errorf("%s, %s: the parts are %s, the whole is %s", naam, balk.Naam, got, balk.Tekst)
				}
			}
		}
	}
	for _, want := range []string{"de vader draagt zelf", "de vader betaalt aan de moeder", "de vader betaalt volgens de tabellen aan de moeder", "niet gedekt na de hardheidsclausule voor de vader"} {
		if !namen[want] {
			t.Errorf("no part is called %q", want)
		}
	}
}

// The amounts for a child stand together, with those for its study last.
func TestStudiekostenBijHetKind(t *testing.T) {
	var got []string
	for _, blok := range bijlageVan(t, "studenten.yaml", []byte(voorstelStudenten)).Blokken {
		if tabel, ok := blok.(render.Tabel); ok && tabel.Inhoud == "Uitkomst" {
			for _, r := range tabel.Rijen {
				got = append(got, r.Cellen[0].Tekst)
			}
		}
	}
	sem, lot := "Sem (bijkomende studiekosten)", "Lot (bijkomende studiekosten)"
	if want := []string{"Van 1 maart 2025 tot en met 30 juni 2025", "Noor", "Sem", sem, sem, "Lot", "Lot", lot, lot}; len(got) < len(want) || !slices.Equal(got[:len(want)], want) {
		t.Errorf("rows %q, want %q first", got, want)
	}
}
