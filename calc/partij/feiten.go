package partij

import (
	"fmt"
	"slices"
	"strconv"

	"annex/calc/sheet"
	"annex/calc/zaak"
)

// Partijen records the two people the case is between.
func (d *Dossier) Partijen(groep string) {
	for _, o := range d.Zaak.Ouders {
		f := sheet.Feit{Groep: groep, Omschrijving: sheet.Capital(o.Aanduiding), Waarde: o.Naam}
		if o.Geboren != nil {
			f.Waarde = MetKomma(o.Naam, sheet.FormatGeboren(*o.Geboren, d.Zaak.Perioden[0].Vanaf, o.Anoniem))
		}
		if f.Waarde != "" {
			d.Sheet.Fact(f)
		}
	}
}

// Kinderen records the children, with what staat says of each in a period as far as it
// is something else than in the period before.
func (d *Dossier) Kinderen(groep string, staat func(p zaak.Periode, nr int) string) {
	for i, k := range d.Zaak.Kinderen {
		waarde, vorige := sheet.FormatGeboren(k.Geboren, d.Zaak.Perioden[0].Vanaf, k.Anoniem), ""
		for j, p := range d.Zaak.Perioden {
			nu := staat(p, i)
			switch {
			case nu == "":
			case j == 0:
				waarde += "; " + nu
			case nu != vorige:
				waarde += "; vanaf " + sheet.FormatDate(p.Vanaf) + " " + nu
			}
			vorige = nu
		}
		d.Sheet.Fact(sheet.Feit{Groep: groep, Omschrijving: k.Naam, Waarde: waarde})
	}
}

// Ingangsdatums records when each period begins.
func (d *Dossier) Ingangsdatums(groep string) {
	for i, p := range d.Zaak.Perioden {
		wat := "Ingangsdatum"
		if len(d.Zaak.Perioden) > 1 {
			wat = fmt.Sprintf("Ingangsdatum van periode %d", i+1)
		}
		d.Sheet.Fact(sheet.Feit{Groep: groep, Omschrijving: wat, Waarde: sheet.FormatDate(p.Vanaf), Toelichting: "bepaalt welke normen gelden"})
	}
}

// MetKomma joins two texts, of which the first may be empty.
func MetKomma(a, b string) string {
	if a == "" {
		return b
	}
	return a + ", " + b
}

// Editie names the choice to use the rules of one edition of the Rapport with the
// figures of another year.
func (d *Dossier) Editie() {
	const rapportjaar = 2025
	var jaren []string
	for _, p := range d.Zaak.Perioden {
		if jaar := strconv.Itoa(p.Vanaf.Year()); p.Vanaf.Year() != rapportjaar && !slices.Contains(jaren, jaar) {
			jaren = append(jaren, jaar)
		}
	}
	if len(jaren) == 0 {
		return
	}
	d.Sheet.Choice(sheet.Cond{}, sheet.Keuze{
		ID: "rapporteditie", Onderwerp: "Editie van het Rapport",
		Keuze: fmt.Sprintf("De rekenregels zijn die van het Rapport %d, ook waar de cijfers die van %s zijn.", rapportjaar, sheet.Enumerate(jaren)),
		Grond: fmt.Sprintf("De ingangsdatum bepaalt welke cijfers gelden. De tekst van het Rapport van een ander jaar dan %d is niet geraadpleegd.", rapportjaar),
	})
}
