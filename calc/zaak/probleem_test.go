package zaak

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

// basis is a small case; the tests put one thing wrong in it.
const basis = `versie: 1
zaak: {datum: 2025-02-14}
ouders:
  - {id: moeder}
  - {id: vader}
kinderen:
  - {id: noor, geboren: 2015-04-02, hoofdverblijf: moeder, zorg: {vader: {dagen_per_week: 1}}}
behoefte:
  gezinsinkomen:
    peildatum: 2025-01-01
    moeder: {nbi: 1150}
    vader: {nbi: 1800}
perioden:
  - vanaf: 2025-03-01
    moeder: {nbi: 2000}
    vader:
      nbi: 2600
      bijstand: nee
`

// geval is one change to the basis and what has to be said about it. A § in the
// new text marks where the next problem must point; it is not part of the text.
// Without marks, want says the position itself: "17:12 Z203 ...".
type geval struct {
	oud, nieuw string
	want       []string // "code pad | melding | hint"
}

// data gives the file without marks, and the positions they stood at.
func (g geval) data() (data string, plekken []string) {
	data = strings.Replace(basis, g.oud, g.nieuw, 1)
	for {
		voor, na, gevonden := strings.Cut(data, "§")
		if !gevonden {
			return data, plekken
		}
		plek := plekIn(data, len(voor))
		plekken = append(plekken, fmt.Sprintf("%d:%d ", plek.Regel, plek.Kolom))
		data = voor + na
	}
}

func controleerGevallen(t *testing.T, opties Opties, gevallen []geval) {
	t.Helper()
	for _, g := range gevallen {
		t.Run(kort(g.nieuw), func(t *testing.T) {
			if !strings.Contains(basis, g.oud) {
				t.Fatalf("%q staat niet in de basis", g.oud)
			}
			data, plekken := g.data()
			if plekken != nil && len(plekken) != len(g.want) {
				t.Fatalf("%d plekken, %d problemen", len(plekken), len(g.want))
			}
			want := slices.Clone(g.want)
			for i, plek := range plekken {
				want[i] = plek + want[i]
			}
			z, problemen := Lees("zaak.yaml", []byte(data), opties)
			var got []string
			for _, p := range problemen {
				got = append(got, fmt.Sprintf("%d:%d %s %s | %s | %s", p.Regel, p.Kolom, p.Code[:4], p.Pad, p.Melding, p.Hint))
			}
			if !slices.Equal(got, want) {
				t.Errorf("\n got %s\nwant %s", strings.Join(got, "\n     "), strings.Join(want, "\n     "))
			}
			if (z == nil) != (len(problemen) > 0) {
				t.Errorf("zaak %v bij %d problemen", z, len(problemen))
			}
		})
	}
}

// gezin is the part of the basis about the behoefte.
var gezin = basis[strings.Index(basis, "behoefte:"):strings.Index(basis, "perioden:")]

func TestBasis(t *testing.T) { goed(t, basis) }

func TestBedragen(t *testing.T) {
	// the number as written, and the hint it must give
	geenBedrag := func(s, hint string) geval {
		return geval{"nbi: 2600", "nbi: §" + s, []string{fmt.Sprintf(`Z203 perioden[0].vader.nbi | "%s" is geen bedrag. | %s`, s, hint)}}
	}
	teLang := func(s, hint string) geval {
		return geval{"nbi: 2600", "nbi: §" + s, []string{fmt.Sprintf(`Z204 perioden[0].vader.nbi | "%s" heeft meer dan twee decimalen. | %s`, s, hint)}}
	}
	const punt = "bedoelt u %s? Een punt staat hier voor de decimalen, niet voor de duizendtallen"
	const hoog = "is dit een bedrag per jaar, of in centen? Bedragen staan in euro per maand"
	controleerGevallen(t, Opties{}, []geval{
		geenBedrag("3.000,50", "bedoelt u 3000.50?"),
		geenBedrag("1.234.567,89", "bedoelt u 1234567.89?"),
		geenBedrag("3,000.50", "bedoelt u 3000.50?"),
		geenBedrag("2,5", "bedoelt u 2.5?"),
		geenBedrag("2,600", "bedoelt u 2600?"),
		geenBedrag("€ 3000", "bedoelt u 3000?"),
		geenBedrag("€ 3.000,-", "bedoelt u 3000?"),
		geenBedrag("3000 euro", "bedoelt u 3000?"),
		geenBedrag("3000 per maand", "bedoelt u 3000?"),
		geenBedrag("3 000", "bedoelt u 3000?"),
		geenBedrag("1_000", "bedoelt u 1000?"),
		geenBedrag("1'000", "bedoelt u 1000?"),
		geenBedrag(".5", "bedoelt u 0.5?"),
		geenBedrag("5.", "bedoelt u 5?"),
		geenBedrag("0500", "bedoelt u 500?"),
		geenBedrag("1e3", ""),
		geenBedrag("0x10", ""),
		geenBedrag("0b1", ""),
		geenBedrag("+5", ""),
		geenBedrag(".inf", ""),
		geenBedrag(".nan", ""),
		geenBedrag("--5", ""),
		geenBedrag("1.2.3", ""),
		geenBedrag("ja", ""),
		geenBedrag("-3.000,50", ""),
		geenBedrag("=1+1", ""),
		geenBedrag("２６００", ""),
		teLang("2.600", fmt.Sprintf(punt, "2600")),
		teLang("2600.125", ""),
		teLang("0.001", ""),
		{"nbi: 2600", "nbi: -200", []string{"17:12 Z205 perioden[0].vader.nbi | -200 is negatief; een bedrag is nul of hoger. | "}},
		{"nbi: 2600", "nbi: -0.00", []string{"17:12 Z205 perioden[0].vader.nbi | -0.00 is negatief; een bedrag is nul of hoger. | "}},
		{"nbi: 2600", "nbi: 1000000.01", []string{"17:12 Z206 perioden[0].vader.nbi | 1000000.01 is te hoog voor een bedrag. | " + hoog}},
		{"nbi: 2600", "nbi: 99999999999999999999", []string{"17:12 Z206 perioden[0].vader.nbi | 99999999999999999999 is te hoog voor een bedrag. | " + hoog}},
		{"nbi: 2600", `nbi: "2600"`, []string{`17:12 Z203 perioden[0].vader.nbi | "2600" staat tussen aanhalingstekens en is daardoor een tekst. | schrijf 2600`}},
		{"nbi: 2600", `nbi: '2.600,-'`, []string{`17:12 Z203 perioden[0].vader.nbi | "2.600,-" staat tussen aanhalingstekens en is daardoor een tekst. | bedoelt u 2600?`}},
		{"nbi: 2600", "nbi: [2600]", []string{"17:12 Z105 perioden[0].vader.nbi | Hier staat een lijst; hier hoort één waarde. | "}},
		{"nbi: 2600", "nbi: {bedrag: 2.6k}", []string{`17:21 Z203 perioden[0].vader.nbi.bedrag | "2.6k" is geen bedrag. | `}},
		{"nbi: 2600", "nbi: {bron: productie 3}", []string{"17:7 Z102 perioden[0].vader.nbi.bedrag | De sleutel bedrag ontbreekt. | "}},
	})
	for _, s := range []string{"0", "0.00", "0.5", "2600", "2600.5", "2600.50", "1000000", "1000000.00"} {
		z := goed(t, strings.Replace(basis, "nbi: 2600", "nbi: "+s, 1))
		if got := z.Perioden[0].Situaties["vader"].NBI.Waarde; got.String() != strings.TrimSuffix(strings.TrimSuffix(s, "0"), ".0") && !got.Equal(euro(s, "", 0, 0, "").Waarde) {
			t.Errorf("%s gelezen als %s", s, got)
		}
	}
}

func TestGetallen(t *testing.T) {
	controleerGevallen(t, Opties{}, []geval{
		{"dagen_per_week: 1", "dagen_per_week: 2,§5", []string{`Z101 kinderen[0].zorg.vader.5 | "5" is geen sleutel van de zorg door een ouder. | is dit het deel achter een komma? Schrijf een punt voor de decimalen`}},
		{"dagen_per_week: 1", "dagen_per_week: §'2,5'", []string{`Z202 kinderen[0].zorg.vader.dagen_per_week | "2,5" staat tussen aanhalingstekens en is daardoor een tekst. | bedoelt u 2.5?`}},
		{"dagen_per_week: 1", "dagen_per_week: §1 dag", []string{`Z202 kinderen[0].zorg.vader.dagen_per_week | "1 dag" is geen aantal dagen. | bedoelt u 1?`}},
		{"dagen_per_week: 1", "dagen_per_week: §7.01", []string{`Z207 kinderen[0].zorg.vader.dagen_per_week | 7.01 is te hoog voor een aantal dagen. | `}},
		{"dagen_per_week: 1", "dagen_per_week: §-1", []string{`Z205 kinderen[0].zorg.vader.dagen_per_week | -1 is negatief; een aantal dagen is nul of hoger. | `}},
		{"dagen_per_week: 1", "percentage: §15%, reden: r", []string{`Z202 kinderen[0].zorg.vader.percentage | "15%" is geen percentage. | bedoelt u 15?`}},
		{"dagen_per_week: 1", "percentage: §101, reden: r", []string{`Z207 kinderen[0].zorg.vader.percentage | 101 is te hoog voor een percentage. | `}},
	})
}

func TestVastgesteld(t *testing.T) {
	vast := func(jaar string) string {
		return "behoefte: {vastgesteld: {bedrag: 450, jaar: " + jaar + ", reden: beschikking}}\n"
	}
	const geenJaartal = `Z202 behoefte.vastgesteld.jaar | "%s" is geen jaartal. | `
	opties := proefopties()
	controleerGevallen(t, opties, []geval{
		{gezin, vast("2025"), nil},
		{gezin, vast("§2026"), []string{"Z410 behoefte.vastgesteld.jaar | Het jaar 2026 ligt na de ingangsdatum 2025-03-01. | "}},
		{gezin, vast("§24"), []string{fmt.Sprintf(geenJaartal, "24")}},
		{gezin, vast(`§"2024"`), []string{fmt.Sprintf(geenJaartal, "2024")}},
		{gezin, vast("§2024-01-01"), []string{fmt.Sprintf(geenJaartal, "2024-01-01")}},
		{gezin, vast("§[]"), []string{"Z105 behoefte.vastgesteld.jaar | Hier staat een lijst; hier hoort één waarde. | "}},
		{gezin, vast("§1899"), []string{"Z210 behoefte.vastgesteld.jaar | Het jaar 1899 ligt te ver weg. | "}},
		{gezin, "behoefte: {§vastgesteld: {bedrag: 450, jaar: 2024}}\n", []string{"Z102 behoefte.vastgesteld.reden | De sleutel reden ontbreekt. | "}},
		{gezin, "§" + strings.TrimSuffix(gezin, "\n") + "\n  vastgesteld: {bedrag: 450, jaar: 2024, reden: r}\n", []string{
			"Z107 behoefte | De behoefte wordt op meer dan één manier bepaald: gezinsinkomen en vastgesteld. | "}},
	})
	opties.NormenIndexering = func(int, time.Time) error { return errors.New("geen indexering voor 1950") }
	controleerGevallen(t, opties, []geval{
		{gezin, vast("§1950"), []string{"Z503 behoefte.vastgesteld.jaar | Geen indexering voor 1950. | annex normen laat zien voor welke datums er normen zijn"}},
	})
}

// An alias is reported once; nothing is said about what it stands for.
func TestVerwijzingen(t *testing.T) {
	controleerGevallen(t, Opties{}, []geval{
		{"moeder: {nbi: 1150}\n    vader: {nbi: 1800}", "moeder: §&a {nbi: 1150}\n    vader: §*a", []string{
			"Z009 behoefte.gezinsinkomen.moeder | Hier staat de YAML-verwijzing &a. | begint een tekst met & of *, zet hem dan tussen aanhalingstekens",
			"Z009 behoefte.gezinsinkomen.vader | Hier staat de YAML-verwijzing *a. | begint een tekst met & of *, zet hem dan tussen aanhalingstekens"}},
		{"moeder: {nbi: 1150}\n    vader: {nbi: 1800}", "moeder: {nbi: §&a 1150}\n    vader: {nbi: §*a}", []string{
			"Z009 behoefte.gezinsinkomen.moeder.nbi | Hier staat de YAML-verwijzing &a. | begint een tekst met & of *, zet hem dan tussen aanhalingstekens",
			"Z009 behoefte.gezinsinkomen.vader.nbi | Hier staat de YAML-verwijzing *a. | begint een tekst met & of *, zet hem dan tussen aanhalingstekens"}},
		{"versie: 1\n", "versie: 1\n§&k keuzes: {}\n", []string{
			"Z009 keuzes | Hier staat de YAML-verwijzing &k. | begint een tekst met & of *, zet hem dan tussen aanhalingstekens"}},
	})
	// a billion laughs: refused at the first, not expanded
	lach := "a: &a [x, x]\nb: &b [*a, *a]\n"
	for c := 'c'; c < 'z'; c++ {
		lach += fmt.Sprintf("%c: &%c [*%c, *%c, *%c]\n", c, c, c-1, c-1, c-1)
	}
	controleerEerste(t, lach, "1:4 Z009 Hier staat de YAML-verwijzing &a.")
}

func TestDatums(t *testing.T) {
	geenDatum := func(s, hint string) geval {
		melding := fmt.Sprintf("%q is geen datum.", s)
		if hint != "" {
			melding = fmt.Sprintf("%q is geen datum zoals het zaakbestand die kent.", s)
			hint = "bedoelt u " + hint + "?"
		}
		return geval{"vanaf: 2025-03-01", "vanaf: §" + s, []string{"Z208 perioden[0].vanaf | " + melding + " | " + hint}}
	}
	bestaatNiet := func(s, waarom, hint string) geval {
		return geval{"vanaf: 2025-03-01", "vanaf: §" + s, []string{fmt.Sprintf("Z209 perioden[0].vanaf | %q bestaat niet: %s | %s", s, waarom, hint)}}
	}
	controleerGevallen(t, Opties{}, []geval{
		geenDatum("01-03-2025", "2025-03-01"),
		geenDatum("1-3-2025", "2025-03-01"),
		geenDatum("1/3/2025", "2025-03-01"),
		geenDatum("1.3.2025", "2025-03-01"),
		geenDatum("2025-3-1", "2025-03-01"),
		geenDatum("2025/03/01", "2025-03-01"),
		geenDatum("20250301", "2025-03-01"),
		geenDatum("1 maart 2025", "2025-03-01"),
		geenDatum("1 Mrt 2025", "2025-03-01"),
		geenDatum("1 mei 2025", "2025-05-01"),
		geenDatum("2025-03-01T00:00:00Z", "2025-03-01"),
		geenDatum("2025-03-01 12:00", "2025-03-01"),
		geenDatum("1-3-25", ""),
		geenDatum("2025", ""),
		geenDatum("2025-03", ""),
		geenDatum("maart 2025", ""),
		geenDatum("per heden", ""),
		geenDatum("2025-03-0１", ""),
		geenDatum("a-b-2025", ""),
		bestaatNiet("2025-02-30", "februari 2025 heeft 28 dagen.", ""),
		bestaatNiet("2024-02-30", "februari 2024 heeft 29 dagen.", ""),
		bestaatNiet("30-02-2025", "februari 2025 heeft 28 dagen.", ""),
		bestaatNiet("2025-06-00", "juni 2025 heeft 30 dagen.", ""),
		bestaatNiet("2025-13-05", "een jaar heeft 12 maanden.", "bedoelt u 2025-05-13?"),
		bestaatNiet("2025-00-05", "een jaar heeft 12 maanden.", ""),
		bestaatNiet("2025-77-01", "een jaar heeft 12 maanden.", ""),
		{"vanaf: 2025-03-01", "vanaf: 2101-01-01", []string{"14:12 Z210 perioden[0].vanaf | Het jaar 2101 ligt te ver weg. | "}},
		{"vanaf: 2025-03-01", "vanaf: 0025-01-01", []string{"14:12 Z210 perioden[0].vanaf | Het jaar 25 ligt te ver weg. | "}},
		{"vanaf: 2025-03-01", "vanaf: {}", []string{"14:12 Z105 perioden[0].vanaf | Hier staat een blok met sleutels; hier hoort één waarde. | "}},
	})
	z := goed(t, strings.Replace(basis, "vanaf: 2025-03-01", `vanaf: "2028-02-29"`, 1))
	if got := z.Perioden[0].Vanaf; !got.Equal(dag(2028, 2, 29)) {
		t.Errorf("%s", got)
	}
}

func TestKeuzes(t *testing.T) {
	jaNee := func(s, hint string) geval {
		if hint != "" {
			hint = "bedoelt u " + hint + "?"
		}
		return geval{"bijstand: nee", "bijstand: §" + s, []string{fmt.Sprintf(`Z211 perioden[0].vader.bijstand | "%s" is geen ja of nee. | %s`, s, hint)}}
	}
	controleerGevallen(t, Opties{}, []geval{
		jaNee("Ja", "ja"), jaNee("yes", "ja"), jaNee("NEE", "nee"), jaNee("off", "nee"), jaNee("0", "nee"), jaNee("misschien", ""),
		{"versie: 1", "versie: 1.0", []string{`1:9 Z201 versie | "1.0" is geen versie die dit programma kan lezen. | schrijf 1, zonder aanhalingstekens of decimalen`}},
		{"versie: 1", `versie: "1"`, []string{`1:9 Z201 versie | "1" is geen versie die dit programma kan lezen. | schrijf 1, zonder aanhalingstekens of decimalen`}},
		{"versie: 1\n", "versie: 10\nonzin: x\n", []string{`1:9 Z201 versie | "10" is geen versie die dit programma kan lezen. | is het bestand gemaakt voor een nieuwere versie van annex? Werk annex dan bij`}},
		{"versie: 1", `versie: 0`, []string{`1:9 Z201 versie | "0" is geen versie die dit programma kan lezen. | `}},
		{"{datum: 2025-02-14}", "{datum: 2025-02-14, stuk: Productie}", []string{`2:33 Z212 zaak.stuk | "Productie" is hier geen mogelijkheid. | bedoelt u productie?`}},
		{"{datum: 2025-02-14}", "{datum: 2025-02-14, stuk: brief}", []string{`2:33 Z212 zaak.stuk | "brief" is hier geen mogelijkheid. | `}},
		{"versie: 1\n", "versie: 1\nmethode: tremanormen\n", []string{`2:10 Z212 methode | "tremanormen" is hier geen mogelijkheid. | `}},
		{"versie: 1\n", "versie: 1\nkeuzes: {lage_inkomens: formules}\n", []string{`2:25 Z212 keuzes.lage_inkomens | "formules" is hier geen mogelijkheid. | bedoelt u formule?`}},
	})
}

func TestSleutels(t *testing.T) {
	controleerGevallen(t, Opties{}, []geval{
		{"hoofdverblijf:", "§hoofdverblif:", []string{`Z101 kinderen[0].hoofdverblif | "hoofdverblif" is geen sleutel van een kind. | bedoelt u hoofdverblijf?`}},
		{"geboren:", "§Geboren:", []string{`Z101 kinderen[0].Geboren | "Geboren" is geen sleutel van een kind. | bedoelt u geboren?`}},
		{"geboren:", "§geboortedatum:", []string{`Z101 kinderen[0].geboortedatum | "geboortedatum" is geen sleutel van een kind. | bedoelt u geboren?`}},
		// the value behind a misspelt key is read all the same
		{"nbi: 2600", "nib: 2.600,-", []string{
			`17:7 Z101 perioden[0].vader.nib | "nib" is geen sleutel van een ouder in een periode. | bedoelt u nbi?`,
			`17:12 Z203 perioden[0].vader.nbi | "2.600,-" is geen bedrag. | bedoelt u 2600?`}},
		{"      bijstand: nee", "    bijstand: nee", []string{`18:5 Z101 perioden[0].bijstand | "bijstand" is geen sleutel van een periode. | bijstand hoort bij een ouder in een periode; klopt de inspringing?`}},
		{"versie: 1\n", "versie: 1\nnaam: x\n", []string{`2:1 Z101 naam | "naam" is geen sleutel van een zaakbestand. | naam hoort bij de opsteller, een ouder, een stiefouder of een kind; klopt de inspringing?`}},
		{"versie: 1\n", "versie: 1\n<b>: x\n", []string{`2:1 Z101 <b> | "<b>" is geen sleutel van een zaakbestand. | `}},
		{"versie: 1\n", "versie: 1\n\u00a0x: x\n", []string{`2:1 Z101 \u00a0x | "\u00a0x" is geen sleutel van een zaakbestand. | `}},
		{"versie: 1\n", "versie: 1\n[a]: x\n", []string{`2:1 Z105  | Een sleutel is één woord; hier staat een lijst. | begint de waarde met een accolade of haak? Zet een tekst dan tussen aanhalingstekens`}},
		{"versie: 1\n", "", []string{"1:1 Z102 versie | De sleutel versie ontbreekt. | "}},
		{"zaak: {datum: 2025-02-14}\n", "", []string{"1:1 Z102 zaak | De sleutel zaak ontbreekt. | "}},
		{"{datum: 2025-02-14}", "{}", []string{"2:1 Z102 zaak.datum | De sleutel datum ontbreekt. | "}},
		{"    vader: {nbi: 1800}\n", "", []string{"9:3 Z102 behoefte.gezinsinkomen.vader | De sleutel vader ontbreekt. | "}},
		{"nbi: 2600", "nbi:", []string{"17:7 Z104 perioden[0].vader.nbi | Achter nbi staat geen waarde. | vul de waarde in, of verwijder de regel als de sleutel niet verplicht is"}},
		{"nbi: 2600", "nbi: null", []string{"17:7 Z104 perioden[0].vader.nbi | Achter nbi staat geen waarde. | vul de waarde in, of verwijder de regel als de sleutel niet verplicht is"}},
		{"bijstand: nee", "aow:", []string{"18:7 Z104 perioden[0].vader.aow | Achter aow staat geen waarde. | vul de waarde in, of verwijder de regel als de sleutel niet verplicht is"}},
		{"moeder: {nbi: 2000}", "moeder:", []string{"15:5 Z104 perioden[0].moeder | Achter moeder staat geen waarde. | vul de waarde in, of verwijder de regel als de sleutel niet verplicht is"}},
		{"bijstand: nee", "bron:", nil}, // an empty text is no text
		{"nbi: 2600\n", "nbi: 2600\n      nbi: 2600\n", []string{"18:7 Z103 perioden[0].vader.nbi | De sleutel nbi staat twee keer in dit blok; de eerste keer op regel 17. | verwijder een van de twee"}},
		{"  - {id: moeder}\n  - {id: vader}\n", "  moeder: {}\n  vader: {}\n", []string{"4:3 Z105 ouders | Hier staat een blok met sleutels; hier hoort een lijst. | "}},
		{"bijstand: nee", "bijstand: nee\n      lasten: geen", []string{`19:15 Z105 perioden[0].vader.lasten | Hier staat de waarde "geen"; hier hoort een lijst. | `}},
		{"bijstand: nee", "bijstand: nee\n      lasten:\n        -\n        - x", []string{
			"20:10 Z104 perioden[0].vader.lasten[0] | Hier ontbreekt een waarde. | ",
			`21:11 Z105 perioden[0].vader.lasten[1] | Hier staat de waarde "x"; hier hoort een blok met sleutels. | `}},
	})
}

func TestOuders(t *testing.T) {
	controleerGevallen(t, Opties{}, []geval{
		{"hoofdverblijf: moeder", "hoofdverblijf: §moedr", []string{`Z106 kinderen[0].hoofdverblijf | Er is geen ouder met de id "moedr". | bedoelt u moeder?`}},
		{"hoofdverblijf: moeder", "hoofdverblijf: §oma", []string{`Z106 kinderen[0].hoofdverblijf | Er is geen ouder met de id "oma". | `}},
		{"    vader: {nbi: 1800}", "    §vadr: {nbi: §1.800,§00}", []string{
			`Z106 behoefte.gezinsinkomen.vadr | Er is geen ouder met de id "vadr". | bedoelt u vader?`,
			`Z204 behoefte.gezinsinkomen.vader.nbi | "1.800" heeft meer dan twee decimalen. | bedoelt u 1800? Een punt staat hier voor de decimalen, niet voor de duizendtallen`,
			`Z101 behoefte.gezinsinkomen.vader.00 | "00" is geen sleutel van een ouder onder gezinsinkomen of hofnorm. | is dit het deel achter een komma? Schrijf een punt voor de decimalen`}},
		{"  - {id: vader}\n", "", []string{"3:1 Z108 ouders | De lijst ouders heeft 1 onderdeel. | "}},
		{"  - {id: vader}\n", "  - {id: vader}\n  - {id: oma}\n", []string{"6:5 Z108 ouders[2] | De lijst ouders heeft 3 onderdelen. | "}},
		// one bad id says enough: nothing is said of the places that name the parents
		{"  - {id: vader}\n", "  - {id: Vader}\n", []string{`5:10 Z213 ouders[1].id | "Vader" is geen geldige id. | bedoelt u vader? De gewone schrijfwijze hoort bij naam of aanduiding`}},
		{"  - {id: vader}\n", "  - {naam: Vader}\n", []string{"5:5 Z102 ouders[1].id | De sleutel id ontbreekt. | "}},
		{"  - {id: vader}\n", "  - {id: moeder}\n", []string{"5:10 Z401 ouders[1].id | De id moeder is al gebruikt op regel 4. | geef elke ouder en elk kind een eigen id"}},
		{"id: noor", "id: vader", []string{"7:10 Z401 kinderen[0].id | De id vader is al gebruikt op regel 5. | geef elke ouder en elk kind een eigen id"}},
		{"id: noor", "id: p12", []string{"7:10 Z214 kinderen[0].id | p12 heeft al een eigen betekenis en kan geen id zijn. | kies een ander woord, zoals een voornaam in kleine letters"}},
		{"id: noor", "id: peildatum", []string{"7:10 Z214 kinderen[0].id | peildatum heeft al een eigen betekenis en kan geen id zijn. | kies een ander woord, zoals een voornaam in kleine letters"}},
		{"id: noor", "id: gezin", []string{"7:10 Z214 kinderen[0].id | gezin heeft al een eigen betekenis en kan geen id zijn. | kies een ander woord, zoals een voornaam in kleine letters"}},
		{"id: noor", "id: studie", []string{"7:10 Z214 kinderen[0].id | studie heeft al een eigen betekenis en kan geen id zijn. | kies een ander woord, zoals een voornaam in kleine letters"}},
		{"id: noor", "id: treden", []string{"7:10 Z214 kinderen[0].id | treden heeft al een eigen betekenis en kan geen id zijn. | kies een ander woord, zoals een voornaam in kleine letters"}},
		{"id: noor", "id: wijziging", []string{"7:10 Z214 kinderen[0].id | wijziging heeft al een eigen betekenis en kan geen id zijn. | kies een ander woord, zoals een voornaam in kleine letters"}},
		{"id: noor", "id: toets_vader", []string{"7:10 Z214 kinderen[0].id | toets_vader heeft al een eigen betekenis en kan geen id zijn. | kies een ander woord, zoals een voornaam in kleine letters"}},
		{"id: noor", "id: aan_b", []string{"7:10 Z214 kinderen[0].id | aan_b heeft al een eigen betekenis en kan geen id zijn. | kies een ander woord, zoals een voornaam in kleine letters"}},
		{"id: noor", "id: a_aan", []string{"7:10 Z214 kinderen[0].id | a_aan heeft al een eigen betekenis en kan geen id zijn. | kies een ander woord, zoals een voornaam in kleine letters"}},
		{"id: noor", "id: saldo_vader", []string{"7:10 Z214 kinderen[0].id | saldo_vader heeft al een eigen betekenis en kan geen id zijn. | kies een ander woord, zoals een voornaam in kleine letters"}},
		{"id: noor", "id: Zoë-Anne", []string{`7:10 Z213 kinderen[0].id | "Zoë-Anne" is geen geldige id. | bedoelt u zoe_anne? De gewone schrijfwijze hoort bij naam of aanduiding`}},
		{"id: noor", "id: 1e_kind", []string{`7:10 Z213 kinderen[0].id | "1e_kind" is geen geldige id. | `}},
		{"id: noor", "id: a123456789012345678901234567890", []string{`7:10 Z213 kinderen[0].id | "a123456789012345678901234567890" is geen geldige id. | `}},
		{"id: noor", "id: a12345678901234567890123456789", nil},
		{"id: noor", "id: p", nil},
		{"{vader: {dagen_per_week: 1}}", "{§vader: {}}", []string{"Z403 kinderen[0].zorg.vader | De zorg staat niet in dagen per week en niet in een percentage. | "}},
		{"zorg: {vader: {dagen_per_week: 1}}", "§zorg: {}", []string{"Z104 kinderen[0].zorg | Achter zorg staat geen waarde. | vul de waarde in, of verwijder de regel als de sleutel niet verplicht is"}},
		{"{vader: {dagen_per_week: 1}}", "{§oma: {dagen_per_week: 1}}", []string{`Z106 kinderen[0].zorg.oma | Er is geen ouder met de id "oma". | `}},
		{"{vader: {dagen_per_week: 1}}", "{vader: {dagen_per_week: 1}, §moeder: {dagen_per_week: 6}}", []string{
			"Z402 kinderen[0].zorg.moeder | Het kind heeft het hoofdverblijf bij moeder; hier hoort de zorg door de andere ouder. | "}},
		{"{vader: {dagen_per_week: 1}}", "§1", []string{`Z105 kinderen[0].zorg | Hier staat de waarde "1"; hier hoort een blok met sleutels. | `}},
		{gezin, "§behoefte: {}\n", []string{"Z107 behoefte | Er staat niet hoe de behoefte wordt bepaald. | "}},
	})
}

func TestSamenhang(t *testing.T) {
	controleerGevallen(t, Opties{}, []geval{
		{"geboren: 2015-04-02", "geboren: 2025-02-14", nil},
		{"geboren: 2015-04-02", "geboren: 2025-03-02", []string{
			"7:25 Z407 kinderen[0].geboren | noor is geboren op 2025-03-02, na de ingangsdatum 2025-03-01. | laat de eerste periode beginnen op of na de geboorte",
			"7:25 Z408 kinderen[0].geboren | De geboortedatum 2025-03-02 ligt na de datum van het stuk, 2025-02-14. | "}},
		{"geboren: 2015-04-02", "geboren: 2007-03-02", nil}, // one day short of 18
		{"geboren: 2015-04-02", "geboren: 2007-03-01", []string{
			"7:25 Z502 kinderen[0].geboren | noor is op de ingangsdatum 2025-03-01 18 jaar of ouder; er staat niet wat het kind dan nodig heeft. | " + hintMeerderjarig}},
		{"{id: vader}", "{id: vader, geboren: §2025-02-15}", []string{"Z408 ouders[1].geboren | De geboortedatum 2025-02-15 ligt na de datum van het stuk, 2025-02-14. | "}},
		{"peildatum: 2025-01-01", "peildatum: 2025-03-01", nil},
		{"peildatum: 2025-01-01", "peildatum: 2025-03-02", []string{"10:16 Z409 behoefte.gezinsinkomen.peildatum | De peildatum 2025-03-02 ligt na de ingangsdatum 2025-03-01. | "}},
		{"perioden:\n", "perioden:\n  - {vanaf: 2025-03-01, moeder: {nbi: 1}, vader: {nbi: 1}}\n", []string{
			"15:12 Z406 perioden[1].vanaf | Deze periode begint niet later dan de vorige, die begint op 2025-03-01. | "}},
		{"perioden:\n", "perioden:\n  - {vanaf: 2024-03-01, moeder: {nbi: 1}, vader: {nbi: 1}}\n", []string{
			"10:16 Z409 behoefte.gezinsinkomen.peildatum | De peildatum 2025-01-01 ligt na de ingangsdatum 2024-03-01. | "}},
		{"geboren: 2015-04-02", "geboren: 2016-02-29", nil},
	})
	normen := proefopties()
	controleerGevallen(t, normen, []geval{
		{"vanaf: 2025-03-01", "vanaf: 2027-03-01", []string{
			`14:12 Z503 perioden[0].vanaf | Geen normen "draagkracht" voor 2027-03-01; de laatste periode loopt t/m 2026-12-31. | annex normen laat zien voor welke datums er normen zijn`}},
	})
	normen.NormenBehoefte = func(_, _ time.Time) error { return errors.New("geen tabel.") }
	controleerGevallen(t, normen, []geval{
		{"versie: 1", "versie: 1", []string{"10:16 Z503 behoefte.gezinsinkomen.peildatum | Geen tabel. | annex normen laat zien voor welke datums er normen zijn"}},
	})
}

func TestTekens(t *testing.T) {
	latijn := proefopties()
	controleerGevallen(t, latijn, []geval{
		{"{id: vader}", "{id: vader, naam: Noor 😀 漢 😀}", []string{"5:28 Z303 ouders[1].naam | Deze tekens kunnen niet in de stukken worden afgedrukt: 😀 (U+1F600), 漢 (U+6F22). | verwijder of vervang ze"}},
		{"{id: vader}", `{id: vader, naam: §"Noor \U0001F600"}`, []string{"Z303 ouders[1].naam | Het teken 😀 (U+1F600) kan niet in de stukken worden afgedrukt. | verwijder of vervang het"}},
		{"{id: vader}", `{id: vader, naam: §"a\u202eb"}`, []string{"Z302 ouders[1].naam | Hier staat een onzichtbaar teken dat de leesrichting verandert: U+202E (dwingend rechts-naar-links). | verwijder het teken; het is met een backslash geschreven"}},
		{"{id: vader}", `{id: vader, naam: §"a\0b"}`, []string{"Z301 ouders[1].naam | Hier staat een onzichtbaar besturingsteken: U+0000. | verwijder het teken; het is met een backslash geschreven"}},
		{"{id: vader}", "{id: vader, naam: x§\u0301}", []string{"Z303 ouders[1].naam | Het teken U+0301 kan niet in de stukken worden afgedrukt. | verwijder of vervang het"}},
		{"{id: vader}", "{id: vader, naam: a§\u2066b} # §\u200f", []string{
			"Z302  | Hier staat een onzichtbaar teken dat de leesrichting verandert: U+2066 (afgezonderd links-naar-rechts). | verwijder het teken; het komt vaak mee met kopiëren uit een webpagina of e-mail",
			"Z302  | Hier staat een onzichtbaar teken dat de leesrichting verandert: U+200F (rechts-naar-linksmerk). | verwijder het teken; het komt vaak mee met kopiëren uit een webpagina of e-mail"}},
		{"nbi: 2600", "nbi: 2600\uFEFF", []string{"17:16 Z301  | Hier staat een onzichtbaar besturingsteken: U+FEFF. | verwijder het teken; het komt vaak mee met kopiëren uit een ander programma"}},
		{"nbi: 2600", "nbi: 2600 # \uFFFD", []string{"17:19 Z301  | Hier staat het vervangingsteken U+FFFD: bij een eerdere omzetting is een teken verloren gegaan. | typ het oorspronkelijke teken opnieuw"}},
		{"nbi: 2600", "nbi: 2600 # \uFFFE\n#\uFDD0", []string{
			"17:19 Z301  | Hier staat een onzichtbaar besturingsteken: U+FFFE. | verwijder het teken; het komt vaak mee met kopiëren uit een ander programma",
			"18:2 Z301  | Hier staat een onzichtbaar besturingsteken: U+FDD0. | verwijder het teken; het komt vaak mee met kopiëren uit een ander programma"}},
		{"bijstand: nee", "bron: §αβγδεζη", []string{"Z303 perioden[0].vader.bron | Deze tekens kunnen niet in de stukken worden afgedrukt: α (U+03B1), β (U+03B2), γ (U+03B3), δ (U+03B4), ε (U+03B5) en nog 2. | verwijder of vervang ze"}},
		{"nbi: 2600", "nbi: 2600\u2028", []string{"17:16 Z301  | Hier staat een onzichtbaar besturingsteken: U+2028. | verwijder het teken; het komt vaak mee met kopiëren uit een ander programma"}},
		{"bijstand: nee", "toelichting: |\n        eerste\n        tweede §😀", []string{"Z303 perioden[0].vader.toelichting | Het teken 😀 (U+1F600) kan niet in de stukken worden afgedrukt. | verwijder of vervang het"}},
		{"bijstand: nee", "toelichting: " + strings.Repeat("ë", 5001), []string{"18:20 Z304 perioden[0].vader.toelichting | De tekst is 5001 tekens lang. | "}},
		{"bijstand: nee", "bron: " + strings.Repeat("e\u0308", 500), nil},
		{"bijstand: nee", "bron: |\n        a\n        b", []string{"18:13 Z305 perioden[0].vader.bron | De tekst bestaat uit meer dan één regel. | in toelichting en reden kunnen wel meer regels staan"}},
		{"{id: vader}", "{id: vader, naam: §&x Jan}", []string{"Z009 ouders[1].naam | Hier staat de YAML-verwijzing &x. | begint een tekst met & of *, zet hem dan tussen aanhalingstekens"}},
		{"{id: vader}", "{id: vader, naam: §*Jan*}", []string{"Z009  | Hier staat de YAML-verwijzing *Jan*}. | begint een tekst met & of *, zet hem dan tussen aanhalingstekens"}},
		{"{id: vader}", "{id: vader, naam: §! Jan}", []string{"Z010 ouders[1].naam | Hier staat de YAML-typeaanduiding !. | verwijder de aanduiding; begint een tekst met een uitroepteken, zet hem dan tussen aanhalingstekens"}},
		{"{id: vader}", "{id: vader, naam: §@Jan}", []string{`Z005  | Een waarde kan in YAML niet beginnen met "@". | zet de tekst tussen aanhalingstekens`}},
	})
}

func TestYAMLFouten(t *testing.T) {
	for _, c := range []struct{ data, want string }{
		{"a: 1\n\tb: 2\n", "2:1 Z004"},
		{"a:\n\tb: 2\n", "2:1 Z004"},
		{"a:\n  - b: 2\n\t  c: 3\n", "3:1 Z004"},
		{"a: b: c\n", "1:5 Z005 Hier staat een dubbele punt op een plaats waar geen sleutel kan staan."},
		{"a: 'b\nc: d\n", "1:4 Z005 De tekst die hier begint, wordt niet afgesloten met een aanhalingsteken."},
		{"a: {b: 1\nc: 2\n", "1:4 Z005 Het blok dat hier met { begint, is niet goed afgesloten."},
		{"a: [1, 2\n", "1:4 Z005 De lijst die hier met [ begint, is niet goed afgesloten."},
		{"  a: 1\nb: 2\n", "2:1 Z005 De inspringing van deze regel past niet bij de regels erboven."},
		{"nbi:1\nbron: x\n", "1:1 Z005 Deze regel heeft geen sleutel met een dubbele punt."},
		{"# noot\n\n  - nbi 1\n    bron: x\n", "3:3 Z005 Deze regel heeft geen sleutel met een dubbele punt."},
		{"perioden\n  - vanaf: 1\n", "1:1 Z005 Deze regel heeft geen sleutel met een dubbele punt."},
		{"a:\n  nbi: 1\n   bron: x\n", "3:8 Z005 De inspringing van deze regel past niet bij de regel erboven."},
		{"a:\n  - b\n  -c: d\n", "3:3 Z005 Na het streepje van een lijst hoort een spatie."},
		{"a: 'mama's'\n", "1:10 Z005 Achter het aanhalingsteken dat de tekst afsluit, staat nog iets."},
		{"a: \"b\" c\n", "1:8 Z005 Achter het aanhalingsteken dat de tekst afsluit, staat nog iets."},
		{"a: ? b\n", "1:4 Z005 Een waarde kan hier niet met een vraagteken beginnen."},
		{"a:\n- b\n-c\n", "3:1 Z005 Deze regel heeft geen sleutel met een dubbele punt."},
		{"a: \"\\q\"\n", `1:5 Z005 Na de backslash (\) staat geen teken dat YAML kent.`},
		{"a: - b\n", "1:4 Z005 Een lijst met streepjes kan hier niet beginnen."},
		{"%YAML 1.2\n---\na: 1\n", "1:1 Z005 De regel met %YAML is hier niet te lezen en is niet nodig."},
		{"a: 1\n---\nb: [\n", "3:5 Z005 Hier houdt een blok of lijst te vroeg op."},
		{"", "0:0 Z001"},
		{"# niets\n\n", "0:0 Z001"},
		{"---\n...\n", "0:0 Z001"},
		{"null\n", "0:0 Z001"},
		{"tekst\n", `1:1 Z105 Hier staat de waarde "tekst"; hier hoort een blok met sleutels.`},
		{"- a\n", "1:1 Z105 Hier staat een lijst; hier hoort een blok met sleutels."},
		{strings.Repeat("[", 30), "1:21 Z008"},
		{strings.Repeat("[", 30000), "1:21 Z008"},
		{"\xff\xfe\x00\x00v\x00\x00\x00", "0:0 Z003 Het bestand is als UTF-32 opgeslagen."},
		{"\xff\xfev\x00e", "0:0 Z003 Het bestand is als UTF-16 opgeslagen, maar houdt midden in een teken op."},
		{"\xff\xfe\x00\xd8v\x00", "0:0 Z003 Het bestand is als UTF-16 opgeslagen, maar bevat een half teken."},
		{"\xff\xfe\x00\xd8", "0:0 Z003 Het bestand is als UTF-16 opgeslagen, maar bevat een half teken."},
		{"v\x00e\x00r\x00", "0:0 Z003 Het bestand lijkt als UTF-16 opgeslagen, zonder het merkteken aan het begin dat daarbij hoort."},
		{"PK\x03\x04\xff\xff", "0:0 Z003 Dit is een Word-, Excel- of zipbestand, geen tekst."},
		{"%PDF-1.7\n\xe2\xe3", "0:0 Z003 Dit is een PDF, geen tekst."},
		{"a: caf\xe9\n", "1:7 Z003 De byte 0xE9 is geen UTF-8. In de codering Windows-1252 is dit de letter é."},
		{"a: \xc0\x80\n", "1:4 Z003"},
		{"a: \x80\n", "1:4 Z003 De byte 0x80 is geen UTF-8."},
	} {
		controleerEerste(t, c.data, c.want)
	}
}

func TestJSONFouten(t *testing.T) {
	for _, c := range []struct{ data, want string }{
		{`{`, "1:2 Z006 Het bestand houdt op voordat alles is afgesloten."},
		{"{\"a\": \"b\n", "1:9 Z006 Het bestand houdt op voordat alles is afgesloten."},
		{"{\"a\": [1,\n  2,]}", "2:5 Z006 Voor deze ] staat een komma te veel."},
		{"{\"a\": 1,}", "1:9 Z006 Voor deze } staat een komma te veel."},
		{"{\"a\": 1\n\"b\": 2}", "2:1 Z006 Hier ontbreekt een komma of een dubbele punt."},
		{"{\"a\" \"b\"}", "1:6 Z006 Hier ontbreekt een komma of een dubbele punt."},
		{"{'a': 1}", "1:2 Z006 In JSON staan teksten en sleutels tussen dubbele aanhalingstekens."},
		{"{\"a\": 1 // noot\n}", "1:9 Z006 JSON kent geen commentaar."},
		{"{\"a\": 1} x", "1:10 Z006 Hier is het bestand niet als JSON te lezen."},
		{"{\"é\": 1.}", "1:9 Z006"},
		{"{\"a\": \"x\ty\"}", "1:9 Z006 Binnen een tekst staat een regeleinde of tab."},
		{"\ufeff {a: 1}", "1:3 Z006"},
		{strings.Repeat(`{"a":`, 30) + "1" + strings.Repeat("}", 30), "1:101 Z008"},
		{strings.Repeat(`{"a":`, 20000) + "1" + strings.Repeat("}", 20000), "1:50001 Z008"},
		{"{\"versie\":\n\t\"1\"}", "2:2 Z201"},
		{"{\"versie\": 1, \"versie\": 1}", "1:15 Z103"},
		{"{\"kenmerk\x01\": 1}", "1:10 Z301"},
		{`{"versie": 1, "zaak": {"datum": "2025-01-01", "kenmerk": "\ud83d"}}`, "1:58 Z301"},
	} {
		controleerEerste(t, c.data, c.want)
	}
}

// controleerEerste wants one of the problems at the place and with the code and
// message given.
func controleerEerste(t *testing.T, data, want string) {
	t.Helper()
	_, problemen := Lees("zaak.yaml", []byte(data), Opties{})
	for _, p := range problemen {
		if got := fmt.Sprintf("%d:%d %s %s", p.Regel, p.Kolom, p.Code[:4], p.Melding); strings.HasPrefix(got, want) {
			return
		}
	}
	t.Errorf("%.40q: wil %s, kreeg\n%s", data, want, problemen.Tekst())
}

func TestGrenzen(t *testing.T) {
	lijst := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "\n  - {id: k%d, geboren: 2015-04-02, hoofdverblijf: moeder}", i)
		}
		return strings.Replace(basis, "kinderen:", "kinderen:"+b.String(), 1)
	}
	goed(t, lijst(MaxKinderen-1)) // and noor
	_, problemen := Lees("zaak.yaml", []byte(lijst(10_000)), Opties{})
	if len(problemen) != 1 || problemen[0].Code != codeVerkeerdAantal || problemen[0].Regel != 57 ||
		problemen[0].Melding != "De lijst kinderen heeft 10001 onderdelen." || problemen[0].Toegestaan != "1 tot en met 50 kinderen" {
		t.Errorf("%s", problemen.Tekst())
	}
	leeg := strings.Replace(basis, "kinderen:\n  -", "kinderen: []\n#", 1)
	controleerEerste(t, leeg, "6:1 Z108 De lijst kinderen heeft 0 onderdelen.")
}

// A file with nothing but mistakes is answered in bounded size and time.
func TestVeelProblemen(t *testing.T) {
	for naam, regel := range map[string]string{
		"onbekende sleutels": "sleutel_%d: x\n",
		"bijna sleutels":     "kindern%d: x\n",
		"blokken":            "a%d: {nbi: 1}\n",
		"besturingstekens":   "\x01# %d\n",
		"lege":               "? \n: %d\n",
	} {
		t.Run(naam, func(t *testing.T) {
			var b strings.Builder
			for i := 0; b.Len() < MaxBytes-100; i++ {
				fmt.Fprintf(&b, regel, i)
			}
			begin := time.Now()
			_, problemen := Lees("zaak.yaml", []byte(b.String()), Opties{})
			if duur := time.Since(begin); duur > 5*time.Second {
				t.Errorf("duurde %s", duur)
			}
			if n := len(problemen); n != maxProblemen+1 {
				t.Fatalf("%d problemen", n)
			}
			laatste := problemen[maxProblemen]
			if laatste.Code != codeTeVeelProblemen || !strings.HasPrefix(laatste.Melding, "En nog ") {
				t.Errorf("%+v", laatste)
			}
			if tekst := problemen.Tekst(); len(tekst) > 100_000 || !strings.HasSuffix(tekst, "Meer dan 100 problemen gevonden; er is niets geschreven.\n") {
				t.Errorf("%d bytes: …%s", len(tekst), tekst[len(tekst)-100:])
			}
		})
	}
}

// The same on one line, where every place is far from the start of its line.
func TestVeelProblemenOpEenRegel(t *testing.T) {
	last := `{"omschrijving": "😀", "bedrag": 1, "vermijdbaar": "nee", "verwijtbaar": "nee", "bron": "😀"},`
	lasten := strings.TrimSuffix(strings.Repeat(last, 50), ",")
	ouder := `{"nbi": 1, "lasten": [` + lasten + `]}`
	perioden := make([]string, 50)
	for i := range perioden {
		perioden[i] = fmt.Sprintf(`{"vanaf": "20%02d-01-01", "a": %s, "b": %s}`, i+10, ouder, ouder)
	}
	data := `{"versie": 1, "zaak": {"datum": "2025-01-01"}, "ouders": [{"id": "a"}, {"id": "b"}], "perioden": [` + strings.Join(perioden, ",") + `]}`
	begin := time.Now()
	_, problemen := Lees("zaak.json", []byte(data), Opties{Afdrukbaar: func(r rune) bool { return r < 0x2000 }})
	if duur := time.Since(begin); duur > 5*time.Second {
		t.Errorf("duurde %s", duur)
	}
	if n := len(problemen); n != maxProblemen+1 || problemen[maxProblemen].Melding != "En nog 9902. De eerste 100 problemen staan hierboven." {
		t.Errorf("%d problemen, %+v", n, problemen[n-1])
	}
}

func TestTekstVanProblemen(t *testing.T) {
	data := strings.Replace(basis, "nbi: 2600", "nbi: 3.000,50", 1)
	data = strings.Replace(data, "id: noor", "id: n\x1bc", 1)
	_, problemen := Lees("map/zaak\x1b.yaml", []byte(data), Opties{})
	want := `map/zaak\x1b.yaml:7:11: fout Z301-besturingsteken
  Hier staat een onzichtbaar besturingsteken: U+001B.
   7 |   - {id: n\x1bc, geboren: 2015-04-02, hoofdverblijf: moeder, zorg: {vader: {dagen_per_week: 1}}}
     |           ^
  hint: verwijder het teken; het komt vaak mee met kopiëren uit een ander programma

map/zaak\x1b.yaml:17:12: fout Z203-geen-bedrag (perioden[0].vader.nbi)
  "3.000,50" is geen bedrag.
   17 |       nbi: 3.000,50
      |            ^
  toegestaan: een getal met een punt en ten hoogste twee decimalen, zoals 3000.50
  hint: bedoelt u 3000.50?

2 problemen gevonden; er is niets geschreven.
`
	if got := problemen.Tekst(); got != want {
		t.Errorf("kreeg\n%s\nwil\n%s", got, want)
	}
	if got, want := error(problemen).Error(), `map/zaak\x1b.yaml:7:11: Hier staat een onzichtbaar besturingsteken: U+001B. (en nog 1)`; got != want {
		t.Errorf("%s", got)
	}
	if got := problemen[:1].Error(); strings.Contains(got, "nog") {
		t.Errorf("%s", got)
	}
	if got := Problemen(nil).Tekst(); got != "Geen problemen gevonden.\n" {
		t.Errorf("%s", got)
	}
}

func TestJSONVanProblemen(t *testing.T) {
	_, problemen := Lees("-", []byte(strings.Replace(basis, "nbi: 2600", "nbi: 3.000,50", 1)), Opties{})
	got, err := json.MarshalIndent(problemen, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	want := `[
  {
    "code": "Z203-geen-bedrag",
    "bestand": "-",
    "regel": 17,
    "kolom": 12,
    "pad": "perioden[0].vader.nbi",
    "melding": "\"3.000,50\" is geen bedrag.",
    "toegestaan": "een getal met een punt en ten hoogste twee decimalen, zoals 3000.50",
    "hint": "bedoelt u 3000.50?",
    "regeltekst": "      nbi: 3.000,50"
  }
]`
	if string(got) != want {
		t.Errorf("%s", got)
	}
	if leeg, _ := json.Marshal(Problemen(nil)); string(leeg) != "[]" {
		t.Errorf("%s", leeg)
	}
	if !strings.HasPrefix(problemen.Tekst(), "standaardinvoer:17:12: fout") {
		t.Error(problemen.Tekst())
	}
}

func TestFragment(t *testing.T) {
	lang := strings.Repeat("0123456789", 30)
	for _, c := range []struct {
		regel  string
		kolom  int
		tekst  string
		wijzer int
	}{
		{"nbi: x", 6, "nbi: x", 5},
		{"nbi:", 5, "nbi:", 4}, // just past the end
		{"ë: x", 4, "ë: x", 3},
		{"\tx", 2, `\tx`, 2},
		{"e\u0301 x", 4, "e\u0301 x", 2}, // a combining accent takes no room
		{"😀 漢 x", 5, "😀 漢 x", 6},
		{"a\xebb", 3, `a\xebb`, 5},
		{"a\ufffdb", 3, `a\ufffdb`, 7},
		{"\u202ex", 2, `\u202ex`, 6},
		{"\U000e0001x", 2, `\U000e0001x`, 10},
		{lang, 1, lang[:100] + "…", 0},
		{lang, 150, "…" + lang[89:190] + "…", 61},
		{lang, 300, "…" + lang[239:], 61},
	} {
		tekst, wijzer := fragment(c.regel, c.kolom)
		if tekst != c.tekst || wijzer != c.wijzer {
			t.Errorf("%.20q, %d: %q %d, wil %q %d", c.regel, c.kolom, tekst, wijzer, c.tekst, c.wijzer)
		}
	}
}

func TestAfstand(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"nbi", "nbi", 0}, {"nbi", "nib", 1}, {"nbi", "nb", 1}, {"nbi", "nbbi", 1},
		{"geboren", "geboore", 2}, {"ë", "e", 1}, {"", "abc", 3}, {"vader", "moeder", 3},
	} {
		if got := afstand(c.a, c.b); got != c.want {
			t.Errorf("%s, %s: %d, wil %d", c.a, c.b, got, c.want)
		}
	}
}
