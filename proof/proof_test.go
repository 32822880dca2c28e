package proof

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"annex/calc"
	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"
)

// The controlegetal, by hand: the text as docs/bewijs.md gives it, and what sha256sum
// makes of it.
func TestControlegetal(t *testing.T) {
	g := Grondslag{Versie: "0.1.0", Methode: "alimentatienormen", Zaak: strings.Repeat("a", 64),
		Normen: []string{strings.Repeat("c", 64), strings.Repeat("b", 64), strings.Repeat("c", 64)}}
	want := "annex-controlegetal 1\nversie 0.1.0\nmethode alimentatienormen\nzaak " + strings.Repeat("a", 64) +
		"\nnorm " + strings.Repeat("b", 64) + "\nnorm " + strings.Repeat("c", 64) + "\n"
	if got := g.Tekst(); got != want {
		t.Errorf("%q, want %q", got, want)
	}
	const sum = "f9a4373bcfdfed0e46bf8d1538d3a73a64d0c89560251e4d1371343ea7dffb88" // printf of the text above | sha256sum
	if got := g.Controlegetal(); got != sum {
		t.Errorf("%s", got)
	}
	if got := InGroepen(sum); zonderGroepen(got) != sum || len(strings.Fields(got)) != 8 {
		t.Errorf("%q", got)
	}
	if got := Code(g); got != "annex 0.1.0 controlegetal sha256:"+sum {
		t.Errorf("%q", got)
	}
}

func TestVeiligeNamen(t *testing.T) {
	for _, c := range []struct{ naam, data, want string }{
		{"zaak.yaml", "versie: 1", "zaak.yaml"},
		{"Zaak.YML", "versie: 1", "Zaak.YML"},
		{"-", "versie: 1", "zaak.yaml"},
		{"-", " \n{}", "opgegeven-zaak.json"},
		{"zaak.json", "{}", "opgegeven-zaak.json"},
		{"ZAAK.JSON", "{}", "opgegeven-ZAAK.JSON"},
		{"verantwoording.json", "{}", "opgegeven-verantwoording.json"},
		{"familie Jansen–de Vriès (2).yaml", "versie: 1", "familie_Jansen_de_Vri_s__2.yaml"},
		{"../../etc/passwd", "versie: 1", "passwd.yaml"},
		{".verborgen", "versie: 1", "verborgen.yaml"},
		{"zaak.exe", "versie: 1", "zaak.exe.yaml"},
		{strings.Repeat("x", 300) + ".yaml", "versie: 1", strings.Repeat("x", 80) + ".yaml"},
	} {
		b := zoalsGegeven(c.naam, []byte(c.data), "zaak.xlsx")
		if b.Naam != c.want {
			t.Errorf("%q: %q, want %q", c.naam, b.Naam, c.want)
		}
		if again := veilig(b.Naam, ".yaml", ".yml", ".json"); again != b.Naam {
			t.Errorf("%q becomes %q", b.Naam, again)
		}
	}
}

// How the documents print a value, and how they do not.
func TestDrukt(t *testing.T) {
	regel := func(w string) Regel { return Regel{Waarde: Waarde(w), VanToepassing: true} }
	for _, c := range []struct {
		tekst, waarde string
		want          bool
	}{
		{"€\u00a0115", "115", true},
		{"€ 115,00", "115", true},
		{"1.234,50", "1234.5", true},
		{"€\u00a012.345.678,90", "12345678.9", true},
		{"−12,50", "-12.5", true},
		{"70%", "70", true},
		{"114,71", "114.7143", true}, // as a short account prints it
		{"114,7143", "114.71428571", true},
		{"1,0347", "1.03471111", true},
		{"nihil", "0", true},
		{"ja", "ja", true},
		{"€ 116", "115", false},
		{"€ 115", "115.4", false}, // no document rounds so
		{"€ 114,72", "114.7143", false},
		{"1234,5", "1234.6", false},
		{"1.23,50", "123.5", false},
		{"nihil", "115", false},
		{"0 of 115", "0", false},
		{"nee", "ja", false},
		{"12,50", "-12.5", false},
		{strings.Repeat("9", 1000), "9", false},
	} {
		if got := drukt(c.tekst, regel(c.waarde)); got != c.want {
			t.Errorf("%q as %s: %v", c.tekst, c.waarde, got)
		}
	}
	if drukt("€ 115", Regel{Waarde: "115"}) {
		t.Error("a line that does not apply is not printed with its value")
	}
}

// A number of a receipt that would take for ever is no number.
func TestWaardeIsBounded(t *testing.T) {
	begin := time.Now()
	for _, w := range []Waarde{"1e999999999", "-1E+999999999", Waarde(strings.Repeat("9", 1<<20))} {
		if w.gelijk("1") || !w.gelijk(w) || drukt("1", Regel{Waarde: w, VanToepassing: true}) {
			t.Errorf("%.20s", w)
		}
	}
	if d := time.Since(begin); d > time.Second {
		t.Errorf("took %s", d)
	}
	if !Waarde("115").gelijk("115.00") || Waarde("115").gelijk("115.01") || !Waarde("ja").gelijk("ja") {
		t.Error("equal values")
	}
}

func TestTekstverschillen(t *testing.T) {
	a := strings.Fields("a b c d e f g h")
	for _, c := range []struct {
		stuk, nieuw string
		want        []Verschil
	}{
		{"a b c d e f g h", "a b c d e f g h", nil},
		{"a b X d e f g h", "a b c d e f g h", []Verschil{{Wat: "tekst", Gedrukt: "X", Nu: "c"}}},
		{"a b c X d e f g h", "a b c d e f g h", []Verschil{{Wat: "tekst", Gedrukt: "X"}}},
		{"a b c e f g h", "a b c d e f g h", []Verschil{{Wat: "tekst", Nu: "d"}}},
		{"a b c d e f g", "a b c d e f g h", []Verschil{{Wat: "tekst", Nu: "h"}}},
		{"", "a", []Verschil{{Wat: "tekst", Nu: "a"}}},
	} {
		if got := tekstverschillen(strings.Fields(c.stuk), strings.Fields(c.nieuw)); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %v, want %v", c.stuk, got, c.want)
		}
	}
	if got := tekstverschillen(slices.Repeat(a, 100), []string{"z"}); len(got) != 800 {
		t.Errorf("%d differences, want all", len(got))
	}
}

const voorbeeld = "../testdata/zaken/design-schets.yaml"

// gemaakt gives a bijlage without a layout: its files, and its lines in print.
func gemaakt(t testing.TB) (*Stuk, Opties) {
	t.Helper()
	set, err := norms.Load()
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(voorbeeld)
	if err != nil {
		t.Fatal(err)
	}
	o := Opties{Versie: "1.0.0", Normen: set}
	o.Bereken = func(z *zaak.Zaak, _ string) (*sheet.Result, error) { return calc.Compute(z, set, o.Versie) }
	z, problemen := zaak.Lees("zaak.yaml", data, calc.Normcontrole(set))
	if len(problemen) > 0 {
		t.Fatal(problemen.Tekst())
	}
	maak := func(h Herhaling) (*Stuk, error) {
		r, err := o.Bereken(h.Zaak, "")
		if err != nil {
			return nil, err
		}
		files, err := NieuweBijlagen(r, h.Zaak, h.Gegeven, h.Opdracht).Met([]byte("werkmap"))
		if err != nil {
			return nil, err
		}
		s := &Stuk{Bestanden: files, Gedrukt: []Gedrukt{{RegelControlegetal, InGroepen(GrondslagVan(r).Controlegetal())}}}
		for _, p := range r.Betalingen() {
			s.Gedrukt = append(s.Gedrukt, Gedrukt{p.Regel, sheet.EuroSign + sheet.FormatNumber(p.Bedrag, 2)})
		}
		for _, f := range files {
			s.Data = append(s.Data, f.Data...)
		}
		return s, nil
	}
	o.Maak = maak
	o.Ondertekend = func(stuk, daarna []byte) bool { return string(daarna) == string(stuk)+"handtekening" }
	s, err := maak(Herhaling{Zaak: z, Gegeven: data, Opdracht: Opdracht{Werkmap: "zaak"}})
	if err != nil {
		t.Fatal(err)
	}
	return s, o
}

// gecontroleerd verifies and gives the outcome of each check.
func gecontroleerd(t *testing.T, s *Stuk, o Opties) (*Rapport, map[string]Controle) {
	t.Helper()
	r, err := Verifieer(s, o)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]Controle{}
	for _, c := range r.Controles {
		out[c.Naam] = c
	}
	return r, out
}

// andereVerantwoording changes the receipt, and keeps its controlegetal right and
// printed, as who makes a whole document would.
func andereVerantwoording(t *testing.T, s *Stuk, wijzig func(map[string]any)) {
	t.Helper()
	for i, b := range s.Bestanden {
		if b.Naam != NaamVerantwoording {
			continue
		}
		var v map[string]any
		dec := json.NewDecoder(strings.NewReader(string(b.Data)))
		dec.UseNumber()
		if err := dec.Decode(&v); err != nil {
			t.Fatal(err)
		}
		wijzig(v)
		data, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		if r, err := Lees(data); err == nil {
			v["controlegetal"] = r.grondslag().Controlegetal()
			if data, err = json.Marshal(v); err != nil {
				t.Fatal(err)
			}
			s.Gedrukt[0].Tekst = InGroepen(r.grondslag().Controlegetal())
		}
		s.Bestanden[i].Data = data
		s.Data = append(s.Data[:len(s.Data)-len(b.Data):len(s.Data)-len(b.Data)], data...)
	}
}

func TestBewezen(t *testing.T) {
	s, o := gemaakt(t)
	r, checks := gecontroleerd(t, s, o)
	for _, c := range checks {
		if c.Uitslag != Gelijk {
			t.Errorf("%+v", c)
		}
	}
	if r.Oordeel != Bewezen {
		t.Errorf("%+v", r)
	}
}

// Behind a bijlage only a signature by annex leaves it proven. What another program
// put there may say anything, also where it looks the same from here.
func TestAangevuld(t *testing.T) {
	for achter, want := range map[string]Oordeel{"handtekening": Bewezen, "iets anders": Onvolledig} {
		s, o := gemaakt(t)
		s.Data = append(s.Data, achter...)
		if r, checks := gecontroleerd(t, s, o); r.Oordeel != want {
			t.Errorf("%s: %s: %+v", achter, r.Oordeel, checks[ControleHerhaling])
		}
		s.Tekst = []string{"De vader betaalt niets."}
		if r, _ := gecontroleerd(t, s, o); achter != "handtekening" && r.Oordeel != NietBewezen {
			t.Errorf("%s: %s with another text", achter, r.Oordeel)
		}
	}
}

// Of a bijlage of another version it is told where the text is not what annex writes
// now: there somebody may have changed it.
func TestAndereVersieToontAndereTekst(t *testing.T) {
	s, o := gemaakt(t)
	andereVerantwoording(t, s, func(v map[string]any) { v["versie"] = "0.9.0" })
	maak := o.Maak
	o.Maak = func(h Herhaling) (*Stuk, error) {
		nieuw, err := maak(h)
		nieuw.Tekst = []string{"Gelijk.", "De vader betaalt aan de moeder."}
		return nieuw, err
	}
	s.Tekst = []string{"Gelijk.", "De moeder betaalt aan de vader."}
	r, checks := gecontroleerd(t, s, o)
	want := []Verschil{{Wat: "tekst", Gedrukt: "De moeder betaalt aan de vader.", Nu: "De vader betaalt aan de moeder."}}
	if r.Oordeel != Onvolledig || !reflect.DeepEqual(checks[ControleHerhaling].Verschillen, want) {
		t.Errorf("%s %+v", r.Oordeel, checks[ControleHerhaling])
	}
}

// A bijlage of an older version stays provable: what that version named otherwise is
// told, and is no fault; another amount is.
func TestOudereVersie(t *testing.T) {
	s, o := gemaakt(t)
	andereVerantwoording(t, s, func(v map[string]any) {
		v["versie"] = "0.9.0"
		v["iets_nieuws"] = map[string]any{"a": 1}
		for _, r := range v["regels"].([]any) {
			if r := r.(map[string]any); r["id"] == "vader.woonbudget" {
				r["id"] = "vader.woonlast"
			}
		}
	})
	r, checks := gecontroleerd(t, s, o)
	if r.Oordeel != Onvolledig {
		t.Errorf("%s: %+v", r.Oordeel, checks)
	}
	for naam, want := range map[string]Uitslag{ControleBestanden: Gelijk, ControleControlegetal: Gelijk, ControleVersie: GelijkMaarLet,
		ControleNormen: Gelijk, ControleBedragen: GelijkMaarLet, ControleHerhaling: NietNagegaan} {
		if checks[naam].Uitslag != want {
			t.Errorf("%+v, want %s", checks[naam], want)
		}
	}
	var namen []string
	for _, v := range checks[ControleBedragen].Verschillen {
		namen = append(namen, v.Wat)
	}
	if !slices.Equal(namen, []string{"vader.woonlast", "vader.woonbudget"}) {
		t.Errorf("%v", namen)
	}

	s, o = gemaakt(t)
	andereVerantwoording(t, s, func(v map[string]any) {
		v["versie"] = "0.9.0"
		v["betalingen"].([]any)[0].(map[string]any)["bedrag"] = json.Number("116")
	})
	if r, checks := gecontroleerd(t, s, o); r.Oordeel != NietBewezen || checks[ControleBedragen].Uitslag != Anders {
		t.Errorf("an older version paid another amount: %+v", checks[ControleBedragen])
	}
}

// Whatever a receipt says, what does not follow from the case file is not proven, also
// where receipt, controlegetal and print agree with each other.
func TestVerzonnenVerantwoording(t *testing.T) {
	eerste := func(v map[string]any, lijst string) map[string]any {
		return v[lijst].([]any)[0].(map[string]any)
	}
	for naam, wijzig := range map[string]func(map[string]any){
		"een regel":         func(v map[string]any) { eerste(v, "regels")["waarde"] = json.Number("1") },
		"een regel minder":  func(v map[string]any) { v["regels"] = v["regels"].([]any)[1:] },
		"van toepassing":    func(v map[string]any) { eerste(v, "regels")["van_toepassing"] = false },
		"een betaling":      func(v map[string]any) { eerste(v, "betalingen")["bedrag"] = json.Number("116") },
		"betaling minder":   func(v map[string]any) { v["betalingen"] = v["betalingen"].([]any)[1:] },
		"andere betaler":    func(v map[string]any) { eerste(v, "betalingen")["betaler"] = "moeder" },
		"een normcijfer":    func(v map[string]any) { eerste(v, "normcijfers")["waarde"] = json.Number("31") },
		"normcijfer minder": func(v map[string]any) { v["normcijfers"] = v["normcijfers"].([]any)[1:] },
		"methode":           func(v map[string]any) { v["methode"] = "wetsvoorstel-34154" },
		"werkmap":           func(v map[string]any) { eerste(v, "bijlagen")["sha256"] = strings.Repeat("0", 64) },
		"geen bestand":      func(v map[string]any) { eerste(v, "bijlagen")["bestand"] = "" },
		"andere zaak":       func(v map[string]any) { v["zaak"].(map[string]any)["sha256"] = strings.Repeat("0", 64) },
		"ander formaat":     func(v map[string]any) { v["formaat"] = "iets" },
		"geen lijst":        func(v map[string]any) { v["regels"] = 3 },
		"naam":              func(v map[string]any) { v["zaakbestand"].(map[string]any)["naam"] = "ander.yaml" },
	} {
		s, o := gemaakt(t)
		andereVerantwoording(t, s, wijzig)
		if r, checks := gecontroleerd(t, s, o); r.Oordeel != NietBewezen {
			t.Errorf("%s: %+v", naam, checks)
		}
	}
}

// A newer receipt is read as far as it is known.
func TestNieuwereVorm(t *testing.T) {
	s, o := gemaakt(t)
	andereVerantwoording(t, s, func(v map[string]any) { v["versie"], v["formaatversie"] = "1.1.0", 2 })
	r, checks := gecontroleerd(t, s, o)
	if r.Oordeel != Onvolledig || !strings.Contains(checks[ControleVersie].Tekst, "nieuwere vorm") {
		t.Errorf("%+v", checks[ControleVersie])
	}
}

// The receipt names the bytes it stands for.
func TestVerantwoording(t *testing.T) {
	s, _ := gemaakt(t)
	v, err := Lees(s.Bestanden[3].Data)
	if err != nil {
		t.Fatal(err)
	}
	sum := func(data []byte) string {
		h := sha256.Sum256(data)
		return hex.EncodeToString(h[:])
	}
	data, err := os.ReadFile(voorbeeld)
	if err != nil {
		t.Fatal(err)
	}
	if v.Zaakbestand.Naam != "zaak.yaml" || v.Zaakbestand.SHA256 != sum(data) || v.Bijlagen[0].SHA256 != sum([]byte("werkmap")) || v.Zaak.SHA256 != sum(s.Bestanden[0].Data) {
		t.Errorf("%+v", v)
	}
	// The outcome of testdata/zaken/design-schets.verwacht.yaml.
	if b := v.Betalingen[0]; b.Kind != "noor" || b.Betaler != "vader" || b.Ontvanger != "moeder" || b.Bedrag != "115" || b.Vanaf != "2025-03-01" {
		t.Errorf("%+v", b)
	}
	var ids []string
	for _, r := range v.Regels {
		ids = append(ids, r.ID)
	}
	if !slices.Contains(ids, "vader.draagkracht") || len(slices.Compact(slices.Sorted(slices.Values(ids)))) != len(ids) {
		t.Errorf("%v", ids)
	}
}

// Without a case file there is nothing to verify.
func TestGeenZaak(t *testing.T) {
	s, o := gemaakt(t)
	s.Bestanden = nil
	if _, err := Verifieer(s, o); err != ErrGeenZaak {
		t.Errorf("%v", err)
	}
}

// Whatever a receipt holds, verifying ends with a report, and only a receipt that says
// the same is proven.
func FuzzVerantwoording(f *testing.F) {
	s, o := gemaakt(f)
	echt := s.Bestanden[3].Data
	f.Add(echt)
	for _, r := range [][2]string{
		{`"formaatversie": 1`, `"formaatversie": 2`}, {`"versie": "1.0.0"`, `"versie": ""`}, {"115", "1e99999"}, {`"bijlagen": [`, `"bijlagen": [{},`},
		{`"regels": [`, `"regels": [null,`}, {`"zaak.xlsx"`, `"../../x"`}, {`"methode"`, `"lezer": "x", "sjabloon": {}, "onderdeel": "y", "methode"`},
	} {
		f.Add([]byte(strings.Replace(string(echt), r[0], r[1], 1)))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		kopie := *s
		kopie.Bestanden = slices.Clone(s.Bestanden)
		kopie.Bestanden[3].Data = data
		kopie.Data = append(slices.Clone(s.Data[:len(s.Data)-len(echt)]), data...)
		r, err := Verifieer(&kopie, o)
		if err != nil {
			t.Fatal(err)
		}
		v, err := Lees(data)
		if r.Oordeel == Bewezen && string(data) != string(echt) || r.Oordeel == Onvolledig && (err != nil || v.Betalingen == nil) {
			t.Errorf("proven: %s", data)
		}
		if js, err := json.Marshal(r); err != nil || !json.Valid(js) {
			t.Error(err)
		}
	})
}
