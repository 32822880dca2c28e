package kind

import (
	"fmt"

	"annex/calc/partij"
	"annex/calc/sheet"
	"annex/calc/zaak"
)

// gezin records who the case is about.
func (b *berekening) gezin() {
	const groep = "Gezin"
	b.dossier.Partijen(groep)
	for _, o := range b.zaak.Stiefouders {
		nr, _ := b.ouderEnAndere(o.EchtgenootVan)
		b.sheet.Fact(sheet.Feit{Groep: groep, Omschrijving: sheet.Capital(o.Aanduiding), Waarde: partij.MetKomma(o.Naam, "stiefouder: echtgenoot of geregistreerd partner van "+b.zaak.Ouders[nr].Aanduiding)})
	}
	b.dossier.Kinderen(groep, func(p zaak.Periode, nr int) string { return b.woont(p.Kinderen[nr]) })
	switch {
	case b.gebruiktTabel():
		b.sheet.Fact(b.inDeTabel(groep))
	case b.zaak.Behoefte != (zaak.Behoefte{}):
		b.sheet.LeaveOut(sheet.Cond{}, "Behoefte voor alle kinderen samen", "Alle kinderen zijn 21 jaar of ouder op de dag waarop het eigen aandeel zou worden bepaald. De Tabel eigen aandeel is niet voor hen; hun behoefte staat bij het kind zelf (Rapport par. 3.2.4 en 3.2.11).")
	}
	b.dossier.Ingangsdatums(groep)
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

// verantwoord records the choices of the method, what the result leaves out,
// and what will change while a period runs.
func (b *berekening) verantwoord() {
	b.signaleer()
	b.dossier.Editie()
	b.opgegevenInkomens()
	b.sheet.LeaveOut(sheet.Cond{}, "Andere onderhoudsverplichtingen dan opgegeven", "Of er nog anderen zijn die onderhoud verschuldigd zijn, of voor wie dat geldt, is niet nagegaan (Rapport par. 4.3.1 en 4.3.4).")
	b.sheet.LeaveOut(sheet.Cond{}, "Andere wettelijke indexering dan hier berekend", "Het bedrag wordt van rechtswege ieder jaar per 1 januari geïndexeerd (art. 1:402a BW). Opgenomen zijn de verhogingen na de datum van dit stuk waarvan het percentage bekend is. Over de tijd daarvoor is niet geïndexeerd.")
}
