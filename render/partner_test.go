package render_test

import (
	"slices"
	"strings"
	"testing"

	"annex/render"
	"annex/templates"
)

// The figures of par. 5.2 of the Rapport 2025, inkomensvergelijking zonder kinderen:
// 3.000 and 2.000, so 3.000 by the hofnorm, 1.000 to go, 474 against 500.
const nettozaak = `
versie: 1
zaak: {datum: 2025-02-14}
partijen: [{id: man, aanduiding: de man}, {id: vrouw, aanduiding: de vrouw}]
partneralimentatie:
  gerechtigde: vrouw
  inkomensvergelijking: ja
  behoefte: {hofnorm: {peildatum: 2025-01-01, man: {nbi: 3000}, vrouw: {nbi: 2000}}}
perioden: [{vanaf: 2025-03-01, man: {nbi: 3000}, vrouw: {nbi: 2000}}]
`

// Without children nobody is called a parent, and without incomes to tax the amount
// is said to be net.
func TestPartneralimentatieNetto(t *testing.T) {
	d := bijlageVan(t, "zaak", []byte(nettozaak))
	if d.Titel != "Berekening partneralimentatie" {
		t.Errorf("title %q", d.Titel)
	}
	got := texts(d)
	for _, want := range []string{
		"Vanaf 1 maart 2025 betaalt de man aan de vrouw een uitkering tot levensonderhoud die netto € 474 per maand bedraagt. Het bruto bedrag is niet berekend.",
		"levensonderhoud van de vrouw, netto",
		"Toen de man en de vrouw nog samen waren, hadden zij € 5.000,00 per maand te besteden.",
		"Het komt uit op € 3.000,00 per maand.",
		"De vrouw heeft zelf € 2.000,00 per maand. Er ontbreekt dus € 1.000,00 per maand.",
		"Bij € 500,00 netto per maand hebben beiden evenveel te besteden.",
		"Dat is hier wat de man kan betalen. Afgerond is het € 474 netto per maand.",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the bijlage does not say %q", want)
		}
	}
	for _, never := range []string{"ouders", "kinderen en", "Wat betekenen bruto en netto?", "zorgkorting"} {
		if strings.Contains(got, never) {
			t.Errorf("the bijlage speaks of %q", never)
		}
	}
}

const brutozaak = `
versie: 1
zaak: {datum: 2025-02-14, voorlopige_voorziening: ja}
ouders: [{id: man, aanduiding: de man, geboren: 1980-01-01}, {id: vrouw, aanduiding: de vrouw, geboren: 1982-01-01}]
kinderen: [{id: noor, naam: Noor, geboren: 2014-04-02, hoofdverblijf: vrouw, zorg: {man: {dagen_per_week: 2}}}]
behoefte:
  gezinsinkomen:
    peildatum: 2025-01-01
    man: {inkomen: {loon: [{bruto: 6500}]}}
    vrouw: {inkomen: {loon: [{bruto: 1600}]}}
partneralimentatie: {gerechtigde: vrouw, inkomensvergelijking: ja}
perioden:
  - vanaf: 2025-03-01
    man: {inkomen: {loon: [{bruto: 7500}]}}
    vrouw: {inkomen: geen}
`

// Both kinds in one bijlage: the children first, what gross and net mean for each of
// the two, and the corners in a grid with one row worked out.
func TestPartneralimentatieBruto(t *testing.T) {
	d := bijlageVan(t, "zaak", []byte(brutozaak))
	if d.Titel != "Berekening kinder- en partneralimentatie (voorlopige voorziening)" {
		t.Errorf("title %q", d.Titel)
	}
	got := texts(d)
	order := []string{"Wat kost Noor?", "Wat heeft de vrouw nodig?", "Wat betekenen bruto en netto?", "Hoe komt het bedrag tot stand?"}
	at := 0
	for _, want := range order {
		i := strings.Index(got[at:], want)
		if i < 0 {
			t.Fatalf("%q does not follow", want)
		}
		at += i
	}
	for _, want := range []string{
		"Voor de man: wie partneralimentatie betaalt, mag die aftrekken en betaalt dan minder belasting.",
		"Voor de vrouw: wie partneralimentatie krijgt, betaalt er belasting over, en een bijdrage voor de zorgverzekering (Zvw).",
		"De vrouw heeft geen inkomen.", "De vrouw heeft zelf geen inkomen.",
		"Kinderen gaan voor.", "bruto per maand als uitkering tot levensonderhoud.",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the bijlage does not say %q", want)
		}
	}
	rasters := 0
	for _, blok := range d.Blokken {
		table, ok := blok.(render.Tabel)
		if !ok || table.Inhoud != "Knikpunten, van laag naar hoog" || len(table.Rijen) == 0 || table.Rijen[0].Cellen[1].Tekst != "Knikpunt 0" {
			continue
		}
		rasters++
		if heads := len(table.Kolommen); slices.ContainsFunc(table.Rijen, func(r render.Rij) bool { return len(r.Cellen) != heads }) {
			t.Error("a row of the grid has other columns")
		}
	}
	if rasters != 3 { // the payer's, the receiver's, and those of the comparison
		t.Errorf("%d grids, want 3", rasters)
	}
}

// A bijlage of its own tells nothing of what children cost.
func TestPartnerbijlage(t *testing.T) {
	d, err := render.Partnerbijlage(resultaatVan(t, "zaak", []byte(brutozaak)), templates.StandaardBijlage())
	if err != nil {
		t.Fatal(err)
	}
	got := texts(d)
	for _, never := range []string{"Wat kost Noor?", "Bijdrage voor Noor", "Verdeling van de kosten", "voor Noor € "} {
		if strings.Contains(got, never) {
			t.Errorf("it speaks of %q", never)
		}
	}
	for _, want := range []string{"Aandeel in de kosten van de kinderen", "in een aparte bijlage", "Hoe komt het inkomen tot stand?", "Wat verandert het bedrag?"} {
		if !strings.Contains(got, want) {
			t.Errorf("it does not say %q", want)
		}
	}
}
