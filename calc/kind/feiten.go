package kind

import (
	"fmt"

	"annex/calc/sheet"
)

// gezin records who the case is about.
func (b *berekening) gezin() {
	const groep = "Gezin"
	for _, o := range b.zaak.Ouders {
		f := sheet.Feit{Groep: groep, Omschrijving: sheet.Capital(o.Aanduiding), Waarde: o.Naam}
		if o.Geboren != nil {
			f.Waarde = join2(o.Naam, "geboren op "+sheet.FormatDate(*o.Geboren))
		}
		if f.Waarde == "" {
			f.Waarde = "geen nadere gegevens opgegeven"
		}
		b.sheet.Fact(f)
	}
	namen := make([]string, len(b.zaak.Kinderen))
	for i, k := range b.zaak.Kinderen {
		namen[i] = k.Naam
		hoofd, _ := b.ouderEnAndere(k.Hoofdverblijf)
		b.sheet.Fact(sheet.Feit{
			Groep: groep, Omschrijving: k.Naam,
			Waarde: fmt.Sprintf("geboren op %s; hoofdverblijf bij %s", sheet.FormatDate(k.Geboren), b.zaak.Ouders[hoofd].Aanduiding),
		})
	}
	b.sheet.Fact(sheet.Feit{Groep: groep, Omschrijving: "Aantal kinderen in de tabel", Waarde: fmt.Sprintf("%d (%s)", len(namen), sheet.Enumerate(namen))})
	for i, p := range b.zaak.Perioden {
		wat := "Ingangsdatum"
		if len(b.zaak.Perioden) > 1 {
			wat = fmt.Sprintf("Ingangsdatum van periode %d", i+1)
		}
		b.sheet.Fact(sheet.Feit{Groep: groep, Omschrijving: wat, Waarde: sheet.FormatDate(p.Vanaf), Toelichting: "bepaalt welke normen gelden"})
	}
}

func join2(a, b string) string {
	if a == "" {
		return b
	}
	return a + ", " + b
}

// verantwoord records the choices of the method, what the result leaves out,
// and what will change while a period runs.
func (b *berekening) verantwoord() {
	b.kindWordtAchttien()
	b.editie()
	b.sheet.LeaveOut(sheet.Cond{}, "Berekening van het netto besteedbaar inkomen", "Het NBI en het kindgebonden budget zijn overgenomen zoals opgegeven; zij zijn niet berekend uit bruto inkomens.")
	b.sheet.LeaveOut(sheet.Cond{}, "Aanvaardbaarheidstoets, andere onderhoudsverplichtingen en kinderen van 18 jaar en ouder", "Deze versie berekent die niet (Rapport par. 3.2.4, 3.2.10, 3.2.11, 4.3.4 en 4.6.3).")
	b.sheet.LeaveOut(sheet.Cond{}, "Andere wettelijke indexering dan hier berekend", "Het bedrag wordt van rechtswege ieder jaar per 1 januari geïndexeerd (art. 1:402a BW). Opgenomen zijn de verhogingen na de datum van dit stuk waarvan het percentage bekend is. Over de tijd daarvoor is niet geïndexeerd.")
}

// editie names the choice to use the rules of one edition of the Rapport with the
// figures of another year.
func (b *berekening) editie() {
	const rapportjaar = 2025
	for _, p := range b.zaak.Perioden {
		if p.Vanaf.Year() == rapportjaar {
			continue
		}
		b.sheet.Choice(sheet.Cond{}, sheet.Keuze{
			ID: "rapporteditie", Onderwerp: "Editie van het Rapport",
			Keuze: fmt.Sprintf("De rekenregels zijn die van het Rapport %d; de cijfers zijn die van %d.", rapportjaar, p.Vanaf.Year()),
			Grond: fmt.Sprintf("De ingangsdatum bepaalt welke cijfers gelden. De tekst van het Rapport %d is niet geraadpleegd.", p.Vanaf.Year()),
		})
	}
}

// kindWordtAchttien warns where a child comes of age while a period runs: the
// table is for minors (Rapport 3.2.10).
func (b *berekening) kindWordtAchttien() {
	for i, p := range b.zaak.Perioden {
		for _, k := range b.zaak.Kinderen {
			achttien := k.Geboren.AddDate(18, 0, 0)
			// Within five years: later than that the amount will have been
			// changed for other reasons.
			if !achttien.After(p.Vanaf) || achttien.After(p.Vanaf.AddDate(5, 0, 0)) {
				continue
			}
			if i+1 < len(b.zaak.Perioden) && !achttien.Before(b.zaak.Perioden[i+1].Vanaf) {
				continue
			}
			b.sheet.Warn(sheet.Cond{}, "kind-wordt-18", fmt.Sprintf("%s wordt op %s 18 jaar. Vanaf die dag gelden voor de behoefte van %s andere maatstaven (Rapport par. 3.2.10).", k.Naam, sheet.FormatDate(achttien), k.Naam))
		}
	}
}
