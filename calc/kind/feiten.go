package kind

import (
	"fmt"
	"slices"
	"strconv"

	"annex/calc/sheet"
	"annex/calc/zaak"
)

// gezin records who the case is about.
func (b *berekening) gezin() {
	const groep = "Gezin"
	for _, o := range b.zaak.Ouders {
		f := sheet.Feit{Groep: groep, Omschrijving: sheet.Capital(o.Aanduiding), Waarde: o.Naam}
		if o.Geboren != nil {
			f.Waarde = metKomma(o.Naam, "geboren op "+sheet.FormatDate(*o.Geboren))
		}
		if f.Waarde != "" {
			b.sheet.Fact(f)
		}
	}
	for _, o := range b.zaak.Stiefouders {
		nr, _ := b.ouderEnAndere(o.EchtgenootVan)
		b.sheet.Fact(sheet.Feit{Groep: groep, Omschrijving: sheet.Capital(o.Aanduiding), Waarde: metKomma(o.Naam, "stiefouder: echtgenoot of geregistreerd partner van "+b.zaak.Ouders[nr].Aanduiding)})
	}
	for i, k := range b.zaak.Kinderen {
		waarde := ""
		for j, p := range b.zaak.Perioden {
			woont := b.woont(p.Kinderen[i])
			if j == 0 {
				waarde = "geboren op " + sheet.FormatDate(k.Geboren)
				if woont != "" {
					waarde += "; " + woont
				}
			} else if woont != "" && woont != b.woont(b.zaak.Perioden[j-1].Kinderen[i]) {
				waarde += "; vanaf " + sheet.FormatDate(p.Vanaf) + " " + woont
			}
		}
		b.sheet.Fact(sheet.Feit{Groep: groep, Omschrijving: k.Naam, Waarde: waarde})
	}
	switch {
	case b.gebruiktTabel():
		b.sheet.Fact(b.inDeTabel(groep))
	case b.zaak.Behoefte != (zaak.Behoefte{}):
		b.sheet.LeaveOut(sheet.Cond{}, "Behoefte voor alle kinderen samen", "Alle kinderen zijn 21 jaar of ouder op de dag waarop het eigen aandeel zou worden bepaald. De Tabel eigen aandeel is niet voor hen; hun behoefte staat bij het kind zelf (Rapport par. 3.2.4 en 3.2.11).")
	}
	for i, p := range b.zaak.Perioden {
		wat := "Ingangsdatum"
		if len(b.zaak.Perioden) > 1 {
			wat = fmt.Sprintf("Ingangsdatum van periode %d", i+1)
		}
		b.sheet.Fact(sheet.Feit{Groep: groep, Omschrijving: wat, Waarde: sheet.FormatDate(p.Vanaf), Toelichting: "bepaalt welke normen gelden"})
	}
}

// woont says where a child lives, as far as the case file does.
func (b *berekening) woont(z zaak.KindSituatie) string {
	switch {
	case z.Volwassen != nil && z.Volwassen.Zelfstandig:
		return "woont zelfstandig"
	case z.Hoofdverblijf == "":
		return ""
	}
	hoofd, _ := b.ouderEnAndere(z.Hoofdverblijf)
	return "hoofdverblijf bij " + b.zaak.Ouders[hoofd].Aanduiding
}

// inDeTabel says how many children the table counts.
func (b *berekening) inDeTabel(groep string) sheet.Feit {
	var namen []string
	for _, k := range b.tabelkinderen() {
		namen = append(namen, k.Naam)
	}
	return sheet.Feit{Groep: groep, Omschrijving: "Aantal kinderen in de tabel", Waarde: fmt.Sprintf("%d (%s)", len(namen), sheet.Enumerate(namen))}
}

func metKomma(a, b string) string {
	if a == "" {
		return b
	}
	return a + ", " + b
}

// verantwoord records the choices of the method, what the result leaves out,
// and what will change while a period runs.
func (b *berekening) verantwoord() {
	b.signaleer()
	b.editie()
	b.opgegevenInkomens()
	b.sheet.LeaveOut(sheet.Cond{}, "Andere onderhoudsverplichtingen dan opgegeven", "Of er nog anderen zijn die onderhoud verschuldigd zijn, of voor wie dat geldt, is niet nagegaan (Rapport par. 4.3.1 en 4.3.4).")
	b.sheet.LeaveOut(sheet.Cond{}, "Andere wettelijke indexering dan hier berekend", "Het bedrag wordt van rechtswege ieder jaar per 1 januari geïndexeerd (art. 1:402a BW). Opgenomen zijn de verhogingen na de datum van dit stuk waarvan het percentage bekend is. Over de tijd daarvoor is niet geïndexeerd.")
}

// editie names the choice to use the rules of one edition of the Rapport with the
// figures of another year.
func (b *berekening) editie() {
	const rapportjaar = 2025
	var jaren []string
	for _, p := range b.zaak.Perioden {
		if jaar := strconv.Itoa(p.Vanaf.Year()); p.Vanaf.Year() != rapportjaar && !slices.Contains(jaren, jaar) {
			jaren = append(jaren, jaar)
		}
	}
	if len(jaren) == 0 {
		return
	}
	b.sheet.Choice(sheet.Cond{}, sheet.Keuze{
		ID: "rapporteditie", Onderwerp: "Editie van het Rapport",
		Keuze: fmt.Sprintf("De rekenregels zijn die van het Rapport %d, ook waar de cijfers die van %s zijn.", rapportjaar, sheet.Enumerate(jaren)),
		Grond: fmt.Sprintf("De ingangsdatum bepaalt welke cijfers gelden. De tekst van het Rapport van een ander jaar dan %d is niet geraadpleegd.", rapportjaar),
	})
}
