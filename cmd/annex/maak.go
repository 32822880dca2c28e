package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"annex/calc"
	"annex/calc/zaak"

	"github.com/spf13/cobra"
)

func (o *omgeving) maak() *cobra.Command {
	var uit, alleen, onderdeel string
	var overschrijf, zonderBijlagen bool
	c := &cobra.Command{
		Use:     "maak ZAAK",
		Aliases: []string{"render"},
		Short:   "Maakt de bijlage (PDF) en de werkmap (XLSX) van een zaakbestand",
		Long: `Maakt van een zaakbestand de bijlage (PDF) en de werkmap (XLSX).

De bestanden heten naar het zaakbestand. Zij verschijnen beide, of geen van
beide; een bestand dat er al staat, wordt alleen vervangen met --overschrijf.
Met - als naam wordt het zaakbestand van de standaardinvoer gelezen.

Kinder- en partneralimentatie staan in één bijlage. Met --onderdeel maakt u een
bijlage met een van beide; de naam krijgt dat achter zich. De werkmap bij de
partneralimentatie bevat ook de berekening voor de kinderen, want die gaat voor.

In de bijlage zitten als bestand: het zaakbestand zoals u het hebt geschreven, met
het commentaar dat erin staat; hetzelfde in een vaste vorm; de werkmap; en een
verantwoording. Daarmee kan iedereen haar nagaan (annex verifieer). Met
--zonder-bijlagen zit er niets in.`,
		Example: `  annex maak zaak.yaml
  annex maak zaak.yaml -o stukken --overschrijf
  annex maak zaak.yaml --alleen pdf
  annex maak zaak.yaml --zonder-bijlagen
  annex maak zaak.yaml --onderdeel partneralimentatie`,
		Args:              precies(1, "het zaakbestand"),
		ValidArgsFunction: zaakbestanden,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := bekendeSoort(alleen); err != nil {
				return err
			}
			g, err := o.zaak(cmd, args[0], false)
			if err != nil {
				return err
			}
			naam := stam(args[0])
			if onderdeel != "" {
				if err := kiesOnderdeel(g.zaak, onderdeel); err != nil {
					return err
				}
				naam += "-" + onderdeel
			}
			r, err := calc.Compute(g.zaak, g.normen, versie)
			if err != nil {
				return err
			}
			d := dossier{zaak: g.zaak, gegeven: g.data, r: r, naam: naam, onderdeel: onderdeel, zonderBijlagen: zonderBijlagen}
			files, err := d.documenten(alleen, uit)
			if err != nil {
				return err
			}
			if err := documentschrijver(overschrijf).schrijf(files); err != nil {
				return err
			}
			for _, f := range files {
				fmt.Fprintf(cmd.OutOrStdout(), "geschreven: %s\n", f.pad)
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
	optie(c, &onderdeel, "onderdeel", "", "SOORT", "maak een bijlage met alleen deze SOORT alimentatie: kinderalimentatie of partneralimentatie", kies(onderdeelKind, onderdeelPartner))
	c.Flags().BoolVar(&zonderBijlagen, "zonder-bijlagen", false, "voeg geen bestanden toe aan de bijlage")
	c.Flags().BoolVar(&overschrijf, "overschrijf", false, "vervang bestanden die er al staan")
	return c
}

// The parts of a case that can have a bijlage of their own.
const (
	onderdeelKind    = "kinderalimentatie"
	onderdeelPartner = "partneralimentatie"
)

// kiesOnderdeel leaves out of a case what its bijlage is not about: without
// partneralimentatie nothing about the children changes, but not the other way
// round.
func kiesOnderdeel(z *zaak.Zaak, onderdeel string) error {
	switch {
	case onderdeel != onderdeelKind && onderdeel != onderdeelPartner:
		return &gebruiksfout{quote(onderdeel) + " is geen onderdeel", "kies --onderdeel kinderalimentatie of --onderdeel partneralimentatie"}
	case onderdeel == onderdeelKind && len(z.Kinderen) == 0:
		return &gebruiksfout{"in het zaakbestand staan geen kinderen", "laat --onderdeel weg"}
	case onderdeel == onderdeelPartner && z.Partneralimentatie == nil:
		return &gebruiksfout{"in het zaakbestand staat geen partneralimentatie", "laat --onderdeel weg"}
	}
	if onderdeel == onderdeelKind {
		z.Partneralimentatie = nil
	}
	return nil
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
