package zaak

import (
	"encoding/json"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/shopspring/decimal"
)

// Whatever the bytes: a case or problems, never both or neither; every problem
// complete, in order and inside the file; and nothing on the terminal that
// steers it.
func FuzzLees(f *testing.F) {
	f.Add(Voorbeeld())
	for _, s := range []string{schets, schetsJSON, basis, alles, allesApart, allesPartner, zonderKinderen, allesWetsvoorstel} {
		f.Add([]byte(s))
	}
	for _, c := range codes {
		if c.code == codeTeGrootBestand {
			continue // a megabyte is no good seed
		}
		for _, ext := range []string{".yaml", ".json"} {
			if data, err := os.ReadFile(foutenMap + "/" + string(c.code) + ext); err == nil {
				f.Add(data)
			}
		}
	}
	bekend := map[Code]bool{}
	for _, c := range codes {
		bekend[c.code] = true
	}
	opties := proefopties()
	f.Fuzz(func(t *testing.T, data []byte) {
		z, problemen := Lees("zaak.yaml", data, opties)
		if (z == nil) == (len(problemen) == 0) {
			t.Fatalf("zaak %v, %d problemen", z != nil, len(problemen))
		}
		if z != nil {
			controleerCompleet(t, z)
			controleerCanoniek(t, z, opties)
			return
		}
		if len(problemen) > maxProblemen+1 {
			t.Errorf("%d problemen", len(problemen))
		}
		for i, p := range problemen {
			if !bekend[p.Code] || p.Melding == "" || p.Bestand == "" || (p.Regel == 0) != (p.Kolom == 0) {
				t.Errorf("onvolledig: %+v", p)
			}
			if i > 0 && p.Regel > 0 && p.Regel < problemen[i-1].Regel {
				t.Errorf("niet op volgorde: %d na %d", p.Regel, problemen[i-1].Regel)
			}
			if utf8.RuneCountInString(p.Regeltekst) > 1000 || len(p.Melding) > 5000 {
				t.Errorf("te lang: %+v", p)
			}
		}
		for _, r := range problemen.Tekst() {
			if r != '\n' && onzichtbaar(r) || verboden(r) {
				t.Errorf("teken %U in de tekst", r)
			}
		}
		if js, err := json.Marshal(problemen); err != nil || !json.Valid(js) {
			t.Errorf("json: %v", err)
		}
	})
}

// controleerCompleet checks what the rest of the program relies on.
func controleerCompleet(t *testing.T, z *Zaak) {
	t.Helper()
	wet := z.Methode == MethodeWetsvoorstel
	if len(z.Ouders) != 2 || len(z.Kinderen) == 0 && (z.Partneralimentatie == nil || wet) || len(z.Perioden) == 0 || z.Methode == "" || z.Keuzes.LageInkomens == "" ||
		z.Keuzes.Samenloop == "" || z.Keuzes.Zorgtoeslag == "" || z.Keuzes.ZorgkortingVerschil == "" ||
		z.Keuzes.VergelijkingKGB == "" || z.Keuzes.PartnerdraagkrachtKGB == "" ||
		z.Keuzes.Aandeelafronding == "" || z.Keuzes.Inkomenstreden == "" ||
		z.Kop.Stuk == "" || z.Kop.Datum.IsZero() || z.Herkomst.SHA256 == "" {
		t.Fatalf("onvolledig: %+v", z)
	}
	ouder := map[string]bool{}
	for _, o := range z.Ouders {
		ouder[o.ID] = true
		if o.ID == "" || o.Aanduiding == "" {
			t.Errorf("ouder %+v", o)
		}
	}
	wie := maps.Clone(ouder)
	for _, sf := range z.Stiefouders {
		wie[sf.ID] = true
		if sf.ID == "" || sf.Aanduiding == "" || !ouder[sf.EchtgenootVan] {
			t.Errorf("stiefouder %+v", sf)
		}
	}
	for _, k := range z.Kinderen {
		if k.ID == "" || k.Naam == "" || k.Geboren.IsZero() || k.EerdereBijdrage != nil && k.EerdereBijdrage.VastgesteldOp.IsZero() {
			t.Errorf("kind %+v", k)
		}
	}
	b := z.Behoefte
	gegeven := 0
	if b.Gezinsinkomen != nil {
		gegeven++
		if len(b.Gezinsinkomen.Ouders) != 2 || b.Gezinsinkomen.Peildatum.IsZero() {
			t.Errorf("gezinsinkomen %+v", b.Gezinsinkomen)
		}
	}
	if b.NooitSamengewoond != nil {
		gegeven++
		if len(b.NooitSamengewoond.Ouders) != 2 || b.NooitSamengewoond.Peildatum.IsZero() {
			t.Errorf("nooit samengewoond %+v", b.NooitSamengewoond)
		}
	}
	if b.Vastgesteld != nil {
		gegeven++
		if b.Vastgesteld.Jaar == 0 || b.Vastgesteld.Reden == "" {
			t.Errorf("vastgesteld %+v", b.Vastgesteld)
		}
	}
	gegeven += controleerWetsvoorstelCompleet(t, b, wet)
	nodig := false
	for i, p := range z.Perioden {
		if len(p.Situaties) < 2 || len(p.Kinderen) != len(z.Kinderen) || p.Vanaf.IsZero() || i > 0 && !p.Vanaf.After(z.Perioden[i-1].Vanaf) {
			t.Errorf("periode %+v", p)
		}
		for j, k := range p.Kinderen {
			groep := z.Kinderen[j].Groep(p.Vanaf)
			nodig = nodig || wet || groep == Minderjarig && k.Behoefte == nil
			controleerKindCompleet(t, ouder, groep, k, wet, p.Vanaf.Before(z.Kinderen[j].Verjaardag(23)))
		}
		for id, s := range p.Situaties {
			if !wie[id] {
				t.Errorf("%s: %+v", id, s)
			}
			controleerSituatieCompleet(t, s, wet && ouder[id])
			controleerPartnerSituatie(t, z, id, s)
		}
	}
	if p := z.Partneralimentatie; p != nil {
		controleerPartnerCompleet(t, z, p)
	}
	if len(z.Kinderen) == 0 && (gegeven > 0 || len(z.Stiefouders) > 0) {
		t.Errorf("behoefte of stiefouders zonder kinderen: %+v", z)
	}
	if gegeven > 1 || nodig && gegeven == 0 {
		t.Errorf("behoefte %+v", b)
	}
}

// The need is found in one way, and what a hofnorm needs is there.
func controleerPartnerCompleet(t *testing.T, z *Zaak, p *Partneralimentatie) {
	t.Helper()
	if p.Plek.Regel == 0 || z.Gerechtigde().ID != p.Gerechtigde || z.Plichtige().ID == p.Gerechtigde {
		t.Errorf("partneralimentatie %+v", p)
	}
	b, gegeven := p.Behoefte, 0
	if h := b.Hofnorm; h != nil {
		gegeven++
		if len(h.Ouders) != 2 || h.Peildatum.IsZero() || h.Stijging != nil || len(z.Kinderen) > 0 && h.EigenAandeel == nil {
			t.Errorf("hofnorm %+v", h)
		}
	}
	if v := b.Vastgesteld; v != nil {
		gegeven++
		if v.Jaar == 0 || v.Reden == "" || v.Bedrag.Plek.Regel == 0 {
			t.Errorf("vastgesteld %+v", v)
		}
	}
	if l := b.Lijst; l != nil {
		gegeven++
		if l.Jaar == 0 || l.Reden == "" || len(l.Posten) == 0 || l.Plek.Regel == 0 {
			t.Errorf("lijst %+v", l)
		}
		for _, post := range l.Posten {
			if post.Omschrijving == "" || post.Bedrag.Plek.Regel == 0 {
				t.Errorf("post %+v", post)
			}
		}
	}
	if gegeven > 1 || gegeven == 0 && z.Behoefte.Gezinsinkomen == nil {
		t.Errorf("behoefte aan partneralimentatie %+v", b)
	}
}

func controleerPartnerSituatie(t *testing.T, z *Zaak, id string, s Situatie) {
	t.Helper()
	p := z.Partneralimentatie
	ouder := id == z.Ouders[0].ID || id == z.Ouders[1].ID
	gerechtigd := p != nil && id == p.Gerechtigde
	if s.AandeelKinderen != nil && (p == nil || !ouder) ||
		(s.Partnerdraagkracht != nil || s.GeenFiscaalVoordeel != nil) && (p == nil || !ouder || gerechtigd) ||
		s.Partnerdraagkracht != nil && s.Schuldsanering != nil || s.Behoefteverlaging != nil && !gerechtigd {
		t.Errorf("%s: %+v", id, s)
	}
}

// What Wetsvoorstel 34 154 knows of the need; it tells whether there is an income
// where nothing else says one.
func controleerWetsvoorstelCompleet(t *testing.T, b Behoefte, wet bool) int {
	t.Helper()
	w := b.Wetsvoorstel
	if w != nil && (w.AlimentatieInkomen != nil && w.GeenInzicht != nil || w.GeenInzicht != nil && w.GeenInzicht.Tekst == "" ||
		w.EerdereBehoefte != nil && w.EerdereBehoefte.Reden == "") || wet && b.Vastgesteld != nil {
		t.Errorf("behoefte %+v", b)
	}
	if wet && b.Gezinsinkomen == nil && b.NooitSamengewoond == nil && w != nil && (w.AlimentatieInkomen != nil || w.GeenInzicht != nil) {
		return 1
	}
	return 0
}

func controleerSituatieCompleet(t *testing.T, s Situatie, wet bool) {
	t.Helper()
	w := s.Wetsvoorstel
	gesteld := w != nil && (w.AlimentatieInkomen != nil || w.GeenInzicht != nil)
	if !wet || s.Opbouw != nil || s.NBI.Plek.Regel != 0 || s.Draagkracht == nil && !gesteld {
		controleerInkomenCompleet(t, s.Inkomen, wet)
	}
	if w == nil {
		return
	}
	if w.AlimentatieInkomen != nil && w.GeenInzicht != nil || w.EerderInkomen != nil && w.EerderInkomen.Reden == "" || w.Hardheid != nil && w.Hardheid.Reden == "" {
		t.Errorf("wetsvoorstel %+v", w)
	}
	for _, k := range w.EerdereKinderen {
		if k.Omschrijving == "" || k.Bedrag.Plek.Regel == 0 {
			t.Errorf("eerdere kinderen %+v", k)
		}
	}
}

// An income is stated or made up of something, unless it is stated to be nothing.
func controleerInkomenCompleet(t *testing.T, i Inkomen, wet bool) {
	t.Helper()
	o := i.Opbouw
	if o == nil {
		if i.NBI.Plek.Regel == 0 || i.NBI.Waarde.IsNegative() || !strings.HasPrefix(i.NBI.Plek.Pad, "perioden[") {
			t.Errorf("nbi %+v", i.NBI)
		}
		return
	}
	if i.NBI.Plek.Regel != 0 || o.Plek.Regel == 0 {
		t.Errorf("nbi en inkomen: %+v", i)
	}
	bronnen := len(o.Loon) + len(o.NettoOverig)
	for _, er := range []bool{o.Winst != nil, o.Overig != nil, o.Alimentatie != nil, o.Dividend != nil, o.Vermogen != nil, o.Netto != nil} {
		if er {
			bronnen++
		}
	}
	if o.Netto != nil && bronnen > 1 {
		t.Errorf("netto naast bruto: %+v", o)
	}
	for _, w := range o.Loon {
		for _, jaren := range [][]Jaarbedrag{w.Variabel, w.Jaren} {
			if len(jaren) != 0 && (len(jaren) != 2 || jaren[0].Jaar+1 != jaren[1].Jaar || jaren[1].Bedrag.Plek.Regel == 0) {
				t.Errorf("jaren %+v", jaren)
			}
		}
		if w.Bruto == nil && w.Jaaropgaaf == nil && (!wet || w.Jaren == nil) || w.Omschrijving == "" || w.Plek.Regel == 0 || w.Tijdvak == "" {
			t.Errorf("loon %+v", w)
		}
	}
	if w := o.Winst; w != nil {
		if w.Uitgangspunt == WinstPrognose && w.Prognose == nil || w.Uitgangspunt == WinstJaar && !slices.ContainsFunc(w.Jaren, func(j Winstjaar) bool { return j.Jaar == w.Jaar }) ||
			w.Uitgangspunt == WinstGemiddelde && len(w.Jaren) == 0 {
			t.Errorf("winst %+v", w)
		}
	}
	if n := o.Netto; n != nil && (n.Grond == NettoLaagInkomen) && n.Bruto == nil {
		t.Errorf("netto %+v", n)
	}
}

func controleerKindCompleet(t *testing.T, ouder map[string]bool, groep Leeftijdsgroep, k KindSituatie, wet, onder23 bool) {
	t.Helper()
	v := k.Volwassen
	thuis := groep == Minderjarig || v != nil && !v.Zelfstandig || k.Zorg != nil
	if thuis && !ouder[k.Hoofdverblijf] {
		t.Errorf("hoofdverblijf %q", k.Hoofdverblijf)
	}
	if zorg := k.Zorg; zorg != nil && (!ouder[zorg.Ouder] || zorg.Ouder == k.Hoofdverblijf ||
		(zorg.DagenPerWeek == nil) == (zorg.Percentage == nil) && !(wet && zorg.DagenPerWeek == nil && zorg.Nachten != nil) ||
		zorg.Nachten != nil && (zorg.Nachten.Waarde.GreaterThan(decimal.New(182, 0)) || !zorg.Nachten.Waarde.IsInteger()) ||
		wet && groep == Minderjarig && zorg.Nachten == nil && (zorg.DagenPerWeek == nil || zorg.DagenPerWeek.Waarde.GreaterThan(decimal.New(35, -1))) || (zorg.Percentage == nil) != (zorg.Reden == "")) {
		t.Errorf("zorg %+v", zorg)
	}
	claim := groep == Jongmeerderjarig || groep == Vanaf21 && k.Behoeftig != nil
	if c := k.KindgebondenKosten; c != nil && (!ouder[c.Ouder] || c.Percentage.Plek.Regel == 0) {
		t.Errorf("kindgebonden kosten %+v", c)
	}
	if o := k.Overeengekomen; o != nil && (!ouder[o.Betaler] || o.Bedrag.Plek.Regel == 0) {
		t.Errorf("overeengekomen %+v", o)
	}
	if wet {
		if groep != Minderjarig && onder23 && v == nil {
			t.Errorf("volwassen %+v", k)
		}
	} else if claim && (v == nil) == (k.Behoefte == nil) || groep == Minderjarig && v != nil {
		t.Errorf("groep %d: volwassen %+v, behoefte %+v", groep, v, k.Behoefte)
	}
	if v != nil && (v.Opleiding == "" || v.Norm != OpleidingMBO && v.Norm != OpleidingHBOWO) {
		t.Errorf("volwassen %+v", v)
	}
	if k.Behoefte != nil && (k.Behoefte.Jaar == 0 || k.Behoefte.Reden == "") {
		t.Errorf("behoefte %+v", k.Behoefte)
	}
}
