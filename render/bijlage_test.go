package render_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"annex/calc"
	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"
	"annex/render"
	"annex/templates"
)

func bijlage(t *testing.T, naam string) *render.Document {
	t.Helper()
	data, err := os.ReadFile("../testdata/zaken/" + naam + ".yaml")
	if err != nil {
		t.Fatal(err)
	}
	return bijlageVan(t, naam, data)
}

func bijlageVan(t *testing.T, naam string, data []byte) *render.Document {
	t.Helper()
	d, err := render.Bijlage(resultaatVan(t, naam, data), templates.StandaardBijlage())
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func resultaatVan(t *testing.T, naam string, data []byte) *sheet.Result {
	t.Helper()
	z, problemen := zaak.Lees(naam, data, zaak.Opties{})
	if len(problemen) > 0 {
		t.Fatal(problemen.Tekst())
	}
	set, err := norms.Load()
	if err != nil {
		t.Fatal(err)
	}
	r, err := calc.Compute(z, set, "test")
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// texts gives all running text and table cells, with plain spaces.
func texts(d *render.Document) string {
	var b strings.Builder
	for _, blok := range d.Blokken {
		switch blok := blok.(type) {
		case render.Kop:
			b.WriteString(blok.Tekst + "\n")
		case render.Alinea:
			b.WriteString(blok.Tekst + "\n")
		case render.Lijst:
			b.WriteString(strings.Join(blok.Punten, "\n") + "\n")
		case render.Tabel:
			for _, r := range blok.Rijen {
				for _, c := range r.Cellen {
					b.WriteString(c.Tekst + "|" + strings.Join(c.Onder, "|") + "|")
				}
				b.WriteString("\n")
			}
		}
	}
	return strings.ReplaceAll(b.String(), "\u00a0", " ")
}

// TestBijlageZegt holds the sentences a reader relies on. The amounts are those
// of the golden cases, which say where they come from.
func TestBijlageZegt(t *testing.T) {
	for _, c := range []struct {
		zaak   string
		wel    []string
		nooit  []string
		waarom string
	}{
		{"rapport-5-1-tekort-600", []string{
			"Vanaf 1 juli 2025 betaalt ouder II aan ouder I € 189 per maand voor Jip.",
			"Zij komen € 124,00 per maand tekort.",
			"De zorgkorting is € 90,00. Daar gaat eerst de helft van het tekort voor dit kind af: € 62,00. Er blijft € 28,00 over",
			"Te betalen blijft € 189 per maand.",
		}, []string{"afgerond € 189", "De kinderbijslag"}, "a shortage, and an amount that needs no rounding"},
		{"vastgesteld-geindexeerd", []string{
			"een bedrag dat al vaststaat: € 712,50 per maand", "verhoogd met de wettelijke indexering, tot € 872,00",
		}, []string{"tabel staat wat ouders"}, "the stated amount, not what indexation made of it"},
		{"bijzondere-kosten-voor-scheiding", []string{
			"uitgeven aan kinderen: € 858,00 per maand", "Daar komen bijzondere kosten bij. Samen is dat € 1.058,00 per maand.",
		}, []string{"wettelijke indexering, tot"}, "exceptional costs on top of the table"},
		{"schuldsanering", []string{
			"Vanaf 1 juni 2025 is de bijdrage van de vader aan de moeder voor Sem nihil.", "De vader kan niets betalen.",
			"de vader draagt niets bij en betaalt dus niets", "|nihil|",
		}, []string{"Na de wettelijke indexering (art", "€ 0 per maand"}, "nil is said in words"},
		{"kinderen-bij-beide-ouders-vader-betaalt", []string{
			"per saldo € 334 per maand", "De bijdragen zelf gelden per kind.",
		}, []string{"in totaal"}, "amounts in both directions"},
		{"jongmeerderjarig-hbo-zelfstandig", []string{
			"Vanaf 1 oktober 2025 betaalt de moeder aan Lotte € 250 per maand als bijdrage in de kosten van levensonderhoud en studie.",
			"van de moeder aan Lotte € 261,50, van de vader aan Lotte € 654,80.", "Lotte||de moeder||Lotte zelf||€ 250|",
			"nodig om te leven en te studeren. Lotte heeft zelf € 434,50 per maand. De rest is nodig van de ouders: € 876,37 per maand.",
			"Wie 18 jaar of ouder is, krijgt de bijdrage zelf. Hier is dat Lotte.",
		}, []string{"voor Lotte. ", "Lotte kan", "In een tabel", "Wat is zorgkorting?", "andere zorgdagen", "nooit met"}, "a child on its own, of both parents"},
		{"eenentwintig-behoeftig", []string{
			"betaalt de vader aan Bram € 247 per maand als bijdrage in de kosten van levensonderhoud.",
			"Bram is 21 jaar of ouder.", "Voor Bram telt alleen wat daarna overblijft. Dat is € 196,87 per maand bij de moeder en € 342,13 per maand bij de vader.",
			"Voor Mila: de ouders kunnen de kosten samen betalen.",
		}, []string{"en studie", "te studeren"}, "a child of 21 comes last, and does not study"},
		{"eenentwintig-niets-over", []string{"Dat is hier niets.", "Tijn in de kosten van levensonderhoud nihil."}, []string{"€ 0,00 per maand bij"}, "nothing remains from 21"},
		{"eenentwintig-alleen-met-andere-kinderen", []string{"Waarom komt Iris als laatste?"}, []string{"en studie"}, "the only child is 21"},
		{"zorgkorting-verschil-verzocht", []string{
			"Vanaf 1 mei 2025 betaalt de moeder aan de vader € 163 per maand voor Jip.", "Dat is hier zo: de moeder betaalt het verschil, € 163 per maand.",
		}, []string{"per saldo", "voor Jip nihil"}, "asked for, and nothing the other way round"},
		{"zorgkorting-verschil-keuze-aandeel", []string{"hoger is dan wat de vader voor het kind moet dragen"}, nil, "against the share"},
		{"zorgkorting-verschil-maar-tekort", []string{"Dat is hier niet zo."}, []string{"de moeder aan de vader voor Jip", "de moeder betaalt niets", "per saldo"}, "asked for in vain"},
		{"rapport-5-4-aanvaardbaarheidstoets", []string{
			"Yara||de vader||de moeder||€ 15,50|", "Door de toets (zie hierna) wordt dat € 15,50 per maand.", "Het totaal is verlaagd tot € 31,00 per maand.",
			"bewijs: productie 5", "bewijs: productie 6, productie 7 en productie 8", "bewijs: productie 9",
		}, []string{"afgerond € 15,50"}, "a test that lowers, with the evidence of each amount"},
		{"toets-geen-verlaging", []string{"Dat kan; het bedrag verandert niet.", "|€ 48|"}, []string{"is verlaagd", "De rechter beslist"}, "a test that changes nothing"},
		{"inkomensverlies-te-herstellen", []string{"Die daling telt hier niet mee: er is gerekend met € 3.180,00 per maand."}, []string{"Blijft er genoeg over"}, "a floor that does not hold here"},
		{"twee-stiefouders", []string{"Hier gaat het om Mees.", "De stiefmoeder draagt zo mee voor Nora.", "Ook de vader moet betalen voor kinderen in meer gezinnen."}, nil, "each thing is explained once"},
		{"samenloop-gelijk", []string{"Dat is meer dan de vader kan betalen (€ 705,00). Daarom is de draagkracht over de kinderen verdeeld. Voor Pim en Rosa is er € 470,00."}, []string{"hoeft dus niets"}, "divided over families"},
		{"samenloop-geen-tekort", []string{"Er hoeft dus niets te worden verdeeld."}, []string{"is de draagkracht over de kinderen verdeeld"}, "enough for all families"},
		{"behoefte-van-een-kind-vastgesteld", []string{"Wat Sara kost, staat al vast: € 620,00 per maand."}, []string{"Het wordt dan voor Teun"}, "a stated need with exceptional costs, beside a child without"},
		{"wijziging-eerdere-bijdrage", []string{"Voor Anne was eerder € 187,50 per maand vastgesteld. Met de jaarlijkse verhoging is dat nu € 219,28. Volgens deze berekening wordt het € 210,00, van de vader."}, nil, "an earlier amount"},
		{"eerdere-bijdrage-twee-betalers", []string{"wordt het € 418,00, van de ouders samen.", "wordt het € 380,00, van de vader."}, nil, "who pays an amount that replaces an earlier one"},
		{"eerdere-bijdrage-betaler-gedraaid", []string{"Met de jaarlijkse verhoging is dat nu € 280,68. Volgens deze berekening betaalt wie eerder betaalde niets meer."}, []string{"wordt het € 0,00"}, "who paid before does not any more"},
		{"stiefouder-alleen-in-tweede-periode", []string{
			"Dit is hetzelfde als in de periode hiervoor.", "de moeder draagt € 61,84, de vader draagt € 310,90 en de stiefvader draagt € 228,26 per maand",
			"Draagkracht van de stiefvader||–||€ 406,00|",
		}, nil, "what differs per period, beside each other"},
		{"kind-wordt-achttien-met-splitsing", []string{
			"Van 1 juni 2025 tot en met 17 november 2025 betaalt de vader aan de moeder in totaal € 565 per maand voor Jelle en Maud.",
			"De vader betaalt aan Jelle € 273 per maand als bijdrage in de kosten van levensonderhoud en studie.",
		}, []string{"Vanaf 18 november 2025 betaalt"}, "several sentences stand under the name of their period"},
		{"verschil-tussen-perioden", []string{
			"Wat maakt het verschil, vanaf 1 juli 2025?", "Bijdrage van 1 maart 2025 tot en met 30 juni 2025||€ 138|",
			"Andere lasten van de vader|was: aflossing restschuld € 200,00; nu: geen|€ 193|+ € 55|",
			"Zorg voor Fenna|was: zorgdagen per week: 1; nu: zorgdagen per week: 2|€ 148|− € 45|",
		}, nil, "which fact made the difference"},
		{"rapport-5-1-stap-2-en-3", nil, []string{"Wat maakt het verschil"}, "no difference with one period"},
		{"inkomen-ondernemer-gemiddelde", []string{
			"Inkomen waarvan de belasting nog af moet||regel 6.14||€ 51.581,67|", "Af: inkomstenbelasting en premies volksverzekeringen||regel 6.15||€ 14.077,00|",
			"Erbij: heffingskortingen||regel 6.20||€ 7.426,00|", "Af: bijdrage Zorgverzekeringswet||regel 6.23||€ 2.255,00|",
			"Af: inhoudingen, premies en winst die blijft||regel 6.24||€ 3.612,00|", "Netto besteedbaar inkomen per maand||regel 6.26||€ 3.255,31|",
			"6.26|post 121|Netto besteedbaar inkomen (NBI) per maand|", "Urencriterium (recht op zelfstandigenaftrek)||ja|", "Tarief van schijf 1|tabel box 1 2025|35,82%|",
			"volgens deze berekening € 700,92 kindgebonden budget per maand",
		}, []string{"Erbij: ander netto inkomen"}, "an income in short, and what it rests on"},
		{"inkomen-vermogen-boven-de-grens", []string{
			"het vermogen (€ 193.300,00) is hoger dan de grens (€ 141.896)", "Kindgebonden budget per jaar|",
		}, []string{"volgens deze berekening € "}, "why there is no kindgebonden budget"},
		{"inkomen-nooit-samengewoond", []string{"alsof de kinderen hier wonen", "Fictief kindgebonden budget per maand"}, nil, "a fictive income is called so"},
		{"twee-perioden-jaarwisseling", []string{"Van 1 september 2025 tot en met 31 december 2025", "Vanaf 1 januari 2026"}, nil, "each period told"},
	} {
		got := texts(bijlage(t, c.zaak))
		for _, want := range c.wel {
			if !strings.Contains(got, want) {
				t.Errorf("%s (%s): the bijlage does not say %q", c.zaak, c.waarom, want)
			}
		}
		for _, never := range c.nooit {
			if strings.Contains(got, never) {
				t.Errorf("%s (%s): the bijlage says %q", c.zaak, c.waarom, never)
			}
		}
	}
}

// TestUitkomstVanMeer has a total for the two minors only: what the third child
// receives is its own. With 1.000 of costs and 400 + 600 of draagkracht, each
// bears all: of the father's 600 comes 180, 180 and 240 to the children.
func TestUitkomstVanMeer(t *testing.T) {
	const zaak = `
versie: 1
zaak: {datum: 2025-09-01}
ouders: [{id: moeder, aanduiding: de moeder}, {id: vader, aanduiding: de vader}]
kinderen:
  - {id: tim, naam: Tim, geboren: 2012-03-10, hoofdverblijf: moeder, behoefte: &b {bedrag: 300, jaar: 2025, reden: afgesproken}, zorg: &z {vader: {percentage: 0, reden: geen omgang}}}
  - {id: bas, naam: Bas, geboren: 2006-03-10, hoofdverblijf: moeder, behoefte: {bedrag: 400, jaar: 2025, reden: afgesproken}}
  - {id: noor, naam: Noor, geboren: 2014-03-10, hoofdverblijf: moeder, behoefte: *b, zorg: *z}
perioden:
  - vanaf: 2025-03-01
    moeder: {nbi: 2000, draagkracht: {bedrag: 400, reden: vaststaand}}
    vader: {nbi: 3000, draagkracht: {bedrag: 600, reden: vaststaand}}
`
	zonderAnkers := strings.NewReplacer("&b ", "", "&z ", "", "*b", "{bedrag: 300, jaar: 2025, reden: afgesproken}", "*z", "{vader: {percentage: 0, reden: geen omgang}}").Replace(zaak)
	got := texts(bijlageVan(t, "zaak.yaml", []byte(strings.TrimPrefix(zonderAnkers, "\n"))))
	for _, want := range []string{
		"Tim|de vader|de moeder|€ 180|", "Tim en Noor samen|de vader|de moeder|€ 360|", "Bas|de vader|Bas zelf|€ 240|",
		"Vanaf 1 maart 2025 betaalt de vader aan de moeder in totaal € 360 per maand voor Tim en Noor.",
		"Vanaf 1 maart 2025 betaalt de vader aan Bas € 240 per maand als bijdrage",
	} {
		if !strings.Contains(strings.ReplaceAll(got, "||", "|"), want) {
			t.Errorf("the bijlage does not say %q", want)
		}
	}
}

// A test begins on a page of its own.
func TestToetsOpEigenPagina(t *testing.T) {
	found := false
	for _, blok := range bijlage(t, "rapport-5-4-aanvaardbaarheidstoets").Blokken {
		if kop, ok := blok.(render.Kop); ok && strings.Contains(kop.Tekst, "Aanvaardbaarheidstoets voor de vader") {
			found = kop.NieuwePagina
		}
	}
	if !found {
		t.Error("the test does not begin on a new page")
	}
}

// No sentence of any golden case has a hole where a figure is missing.
func TestGeenGaten(t *testing.T) {
	gat := regexp.MustCompile(`  | [.,;:]|<no value>|map\[|\(\)|€ +[a-z]`)
	paths, err := filepath.Glob("../testdata/zaken/*.yaml")
	if err != nil || len(paths) == 0 {
		t.Fatal("no golden cases", err)
	}
	for _, path := range paths {
		naam := strings.TrimSuffix(filepath.Base(path), ".yaml")
		if strings.HasSuffix(naam, ".verwacht") || naam == "vreemde-teksten" { // the latter brings its own
			continue
		}
		for _, blok := range bijlage(t, naam).Blokken {
			var list []string
			switch blok := blok.(type) {
			case render.Kop:
				list = []string{blok.Tekst}
			case render.Alinea:
				list = []string{blok.Tekst}
			case render.Lijst:
				list = blok.Punten
			}
			for _, text := range list {
				if gat.MatchString(strings.ReplaceAll(text, "\u00a0", " ")) {
					t.Errorf("%s: %q", naam, text)
				}
			}
		}
	}
}
