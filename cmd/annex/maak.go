package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"annex/calc"
	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/templates"

	"github.com/spf13/cobra"
)

func (o *omgeving) maak() *cobra.Command {
	var uit, alleen, onderdeel, voor, sjabloon string
	var overschrijf, zonderBijlagen, zonderCommentaar, anoniem, alsTekst bool
	c := &cobra.Command{
		Use:     "maak ZAAK",
		Aliases: []string{"render"},
		Short:   "Maakt de bijlage (PDF) en de werkmap (XLSX) van een zaakbestand",
		Long: `Maakt van een zaakbestand de bijlage (PDF) en de werkmap (XLSX).

De bestanden heten naar het zaakbestand. Zij verschijnen beide, of geen van
beide; een bestand dat er al staat, wordt alleen vervangen met --overschrijf.
Met - als naam wordt het zaakbestand van de standaardinvoer gelezen.

De bijlage is er voor een advocaat, voor de griffie of voor een ouder. Dat zegt
--voor, en anders het zaakbestand. De cijfers zijn dezelfde; de volgorde en de
uitleg passen bij wie haar leest (docs/lezers.md).

Kinder- en partneralimentatie staan in één bijlage. Met --onderdeel maakt u een
bijlage met een van beide; de naam krijgt dat achter zich. De werkmap bij de
partneralimentatie bevat ook de berekening voor de kinderen, want die gaat voor.
Met --onderdeel behoefte en --onderdeel draagkracht maakt u alleen dat deel van
de berekening, als PDF.

In de bijlage zitten als bestand: het zaakbestand zoals u het hebt geschreven, met
het commentaar dat erin staat; hetzelfde in een vaste vorm, zonder commentaar; de
werkmap; en een verantwoording. Daarmee kan iedereen haar nagaan (annex verifieer).
Met --zonder-bijlagen zit er niets in. Het zaakbestand staat ook op het laatste tabblad
van de werkmap, zodat annex lees haar kan teruglezen. Met --zonder-commentaar staat
het in beide alleen in vaste vorm, zonder uw commentaar.

Met --anoniem staan er geen namen en geboortedatums in de stukken; de naam van de
bestanden krijgt -anoniem achter zich. In de bijlage zit dan alleen de werkmap
zonder namen. Wat u zelf als tekst hebt opgegeven, blijft verder staan: kijk dat
na.

Met --tekst komt er een derde bestand bij: de berekening als platte tekst, om in een
verzoekschrift of een beschikking te plakken (annex toon --tekst).

Met --sjabloon gebruikt u eigen teksten en een eigen briefhoofd; annex sjabloon
schrijft de bestanden om mee te beginnen.`,
		Example: `  annex maak zaak.yaml
  annex maak zaak.yaml -o stukken --overschrijf
  annex maak zaak.yaml --voor ouder
  annex maak zaak.yaml --alleen pdf
  annex maak zaak.yaml --tekst
  annex maak zaak.yaml --zonder-bijlagen
  annex maak zaak.yaml --onderdeel partneralimentatie
  annex maak zaak.yaml --sjabloon kantoor`,
		Args:              precies(1, "het zaakbestand"),
		ValidArgsFunction: zaakbestanden,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := bekendeSoort(alleen); err != nil {
				return err
			}
			sjablonen, err := leesSjablonen(sjabloon)
			if err != nil {
				return err
			}
			g, err := o.zaak(cmd, args[0], false)
			if err != nil {
				return err
			}
			if _, err := lezer(sjablonen, g.zaak, voor); err != nil {
				return err
			}
			if alsTekst && onderdeel != "" {
				return &gebruiksfout{"de platte tekst is er alleen van het geheel", "laat --onderdeel weg, of --tekst"}
			}
			naam := stam(args[0])
			if onderdeel != "" {
				if err := kiesOnderdeel(g.zaak, onderdeel, alleen, voor); err != nil {
					return err
				}
				naam += "-" + onderdeel
			}
			if zonderCommentaar {
				g.data = nil
			}
			if anoniem {
				g.zaak.Anonimiseer()
				naam += "-anoniem"
			}
			r, err := calc.Compute(g.zaak, g.normen, versie)
			if err != nil {
				return err
			}
			if alleenPDF(onderdeel) {
				alleen = "pdf"
			}
			commentaar := g.zaak.Herkomst.Commentaar && !zonderCommentaar && !anoniem && (alleen != "pdf" || !zonderBijlagen)
			d := dossier{
				gelezen: *g, r: r, naam: naam, onderdeel: onderdeel, voor: voor,
				sjablonen: sjablonen, sjabloon: filepath.Base(sjabloon), zonderBijlagen: zonderBijlagen,
			}
			files, err := d.documenten(alleen, uit)
			if err != nil {
				return err
			}
			if alsTekst {
				text, err := d.tekst()
				if err != nil {
					return err
				}
				files = append(files, bestand{pad: filepath.Join(uit, naam+".txt"), data: []byte(text)})
			}
			if err := documentschrijver(overschrijf).schrijf(files); err != nil {
				return err
			}
			for _, f := range files {
				fmt.Fprintf(cmd.OutOrStdout(), "geschreven: %s\n", f.pad)
				if len(f.bijgevoegd) > 0 {
					fmt.Fprintf(cmd.OutOrStdout(), "  met daarin: %s\n", sheet.Enumerate(f.bijgevoegd))
				}
			}
			if commentaar {
				fmt.Fprintf(cmd.ErrOrStderr(), "let op: het commentaar (#) in uw zaakbestand zit ook %s; met --zonder-commentaar niet\n", waarCommentaar(alleen, zonderBijlagen))
			}
			// How many there are, and not what they say: that has names and amounts, and
			// a batch of cases keeps this output.
			if n := len(r.Waarschuwingen()); n > 0 {
				fmt.Fprintf(cmd.ErrOrStderr(), "let op: %s in de bijlage; annex controleer toont wat er staat\n", waarschuwingen(n))
			}
			return nil
		},
	}
	optie(c, &uit, "uit", "o", "MAP", "MAP waarin de documenten komen; zonder deze optie de huidige map", mappen)
	optie(c, &alleen, "alleen", "", "SOORT", "maak alleen dit SOORT document: pdf of xlsx", kies("pdf", "xlsx"))
	optie(c, &onderdeel, "onderdeel", "", "SOORT", "maak een bijlage met alleen deze SOORT alimentatie (kinderalimentatie of partneralimentatie) of dit deel (behoefte of draagkracht)", kies(onderdelen...))
	optie(c, &voor, "voor", "", "LEZER", "voor welke LEZER de bijlage is: advocaat, griffie of ouder; zonder deze optie zoals het zaakbestand zegt", kies(zaak.Lezers()...))
	optie(c, &sjabloon, "sjabloon", "", "MAP", "MAP met eigen teksten, indeling en briefhoofd (annex sjabloon)", mappen)
	c.Flags().BoolVar(&alsTekst, "tekst", false, "maak ook de berekening als platte tekst (.txt), om te plakken")
	c.Flags().BoolVar(&anoniem, "anoniem", false, "zonder namen en geboortedatums")
	c.Flags().BoolVar(&zonderCommentaar, "zonder-commentaar", false, "neem het zaakbestand alleen in vaste vorm op, zonder uw commentaar")
	c.Flags().BoolVar(&zonderBijlagen, "zonder-bijlagen", false, "voeg geen bestanden toe aan de bijlage")
	c.Flags().BoolVar(&overschrijf, "overschrijf", false, "vervang bestanden die er al staan")
	return c
}

// The parts of a case that can have a bijlage of their own.
const (
	onderdeelKind    = "kinderalimentatie"
	onderdeelPartner = "partneralimentatie"
)

var onderdelen = []string{onderdeelKind, onderdeelPartner, templates.Behoefte, templates.Draagkracht}

// alleenPDF tells whether a part is one of the calculation, for which there is no
// workbook: that holds the whole.
func alleenPDF(onderdeel string) bool {
	return onderdeel == templates.Behoefte || onderdeel == templates.Draagkracht
}

// kiesOnderdeel leaves out of a case what its bijlage is not about: without
// partneralimentatie nothing about the children changes, but not the other way
// round.
func kiesOnderdeel(z *zaak.Zaak, onderdeel, alleen, voor string) error {
	switch {
	case !slices.Contains(onderdelen, onderdeel):
		return &gebruiksfout{quote(onderdeel) + " is geen onderdeel", "kies --onderdeel kinderalimentatie, partneralimentatie, behoefte of draagkracht"}
	case onderdeel == onderdeelKind && len(z.Kinderen) == 0:
		return &gebruiksfout{"in het zaakbestand staan geen kinderen", "laat --onderdeel weg"}
	case onderdeel == onderdeelPartner && z.Partneralimentatie == nil:
		return &gebruiksfout{"in het zaakbestand staat geen partneralimentatie", "laat --onderdeel weg"}
	case alleenPDF(onderdeel) && alleen == "xlsx":
		return &gebruiksfout{"van dit onderdeel is er geen werkmap; die bevat de hele berekening", "laat --alleen weg, of --onderdeel"}
	case alleenPDF(onderdeel) && voor != "":
		return &gebruiksfout{"dit onderdeel is voor iedere lezer hetzelfde", "laat --voor weg, of --onderdeel"}
	}
	if onderdeel == onderdeelKind {
		z.Partneralimentatie = nil
	}
	return nil
}

// waarCommentaar says in which documents the case file is as it was given.
func waarCommentaar(alleen string, zonderBijlagen bool) string {
	switch {
	case alleen == "pdf":
		return "in de bijlage"
	case alleen == "xlsx" || zonderBijlagen:
		return "in de werkmap"
	}
	return "in de bijlage en in de werkmap"
}

func waarschuwingen(n int) string {
	if n == 1 {
		return "1 waarschuwing"
	}
	return fmt.Sprintf("%d waarschuwingen", n)
}

// documentschrijver writes documents.
func documentschrijver(overschrijf bool) schrijver {
	return schrijver{overschrijf, "gebruik --overschrijf om het te vervangen", "kies met -o MAP een andere map", os.Link}
}

func bekendeSoort(alleen string) error {
	if alleen != "" && alleen != "pdf" && alleen != "xlsx" {
		return &gebruiksfout{quote(alleen) + " is geen soort document", "kies --alleen pdf of --alleen xlsx"}
	}
	return nil
}

// stam gives the name of the documents: that of the case file without its
// extension.
func stam(naam string) string {
	if naam == "-" {
		return "zaak"
	}
	base := filepath.Base(naam)
	if s := strings.TrimSuffix(base, filepath.Ext(base)); s != "" {
		return s
	}
	return base
}
