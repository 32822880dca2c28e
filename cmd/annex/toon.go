package main

import (
	"fmt"
	"io"
	"os"

	"annex/calc"
	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/render"
	"annex/render/terminal"
	"annex/templates"

	"github.com/spf13/cobra"
)

func (o *omgeving) toon() *cobra.Command {
	var asJSON, alsTekst, overschrijf, anoniem bool
	var voor, sjabloon, uit string
	c := &cobra.Command{
		Use:   "toon ZAAK",
		Short: "Toont de berekening in de terminal, of als JSON",
		Long: `Toont de berekening van een zaakbestand in de terminal.

Met --json verschijnt zij in een vaste, beschreven vorm (docs/json.md), voor
gebruik door andere programma's.

Met --tekst verschijnt zij als platte tekst om in een verzoekschrift of een
beschikking te plakken: iedere alinea is één regel, en achter elk bedrag staat het
nummer van de regel in de bijlage. Met --voor griffie staan er zinnen voor het
dictum in; met --voor ouder begint zij met de uitleg.`,
		Example: `  annex toon zaak.yaml
  annex toon zaak.yaml --tekst -o zaak.txt
  annex toon zaak.yaml --voor ouder
  annex toon zaak.yaml --json`,
		Args:              precies(1, "het zaakbestand"),
		ValidArgsFunction: zaakbestanden,
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case asJSON && alsTekst:
				return &gebruiksfout{"--json en --tekst gaan niet samen", "kies een van beide"}
			case uit != "" && !alsTekst:
				return &gebruiksfout{"--uit is er alleen met --tekst", "annex maak schrijft de documenten"}
			}
			sjablonen, err := leesSjablonen(sjabloon)
			if err != nil {
				return err
			}
			g, err := o.zaak(cmd, args[0], asJSON)
			if err != nil {
				return err
			}
			if alsTekst {
				voor = lezerVanTekst(g.zaak, voor)
			}
			teksten, err := lezer(sjablonen, g.zaak, voor)
			if err != nil {
				return err
			}
			if anoniem {
				g.zaak.Anonimiseer()
			}
			r, err := calc.Compute(g.zaak, g.normen, versie)
			if err != nil {
				return err
			}
			if asJSON {
				return printJSON(cmd.OutOrStdout(), r)
			}
			if alsTekst {
				return schrijfTekst(cmd, r, teksten, uit, overschrijf)
			}
			d, err := render.Bijlage(r, teksten, watAls(g.zaak, g.normen, r, teksten)...)
			if err != nil {
				return err
			}
			return terminal.Write(cmd.OutOrStdout(), d)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "toon de berekening als JSON")
	c.Flags().BoolVar(&alsTekst, "tekst", false, "toon de berekening als platte tekst, om te plakken")
	c.Flags().BoolVar(&anoniem, "anoniem", false, "zonder namen en geboortedatums")
	c.Flags().BoolVar(&overschrijf, "overschrijf", false, "vervang een bestand dat er al staat")
	optie(c, &uit, "uit", "o", "BESTAND", "schrijf de platte tekst naar BESTAND, in plaats van naar het scherm", tekstbestanden)
	optie(c, &sjabloon, "sjabloon", "", "MAP", "MAP met eigen teksten en indeling (annex sjabloon)", mappen)
	optie(c, &voor, "voor", "", "LEZER", "voor welke LEZER: advocaat, griffie of ouder; zonder deze optie zoals het zaakbestand zegt", kies(zaak.Lezers()...))
	return c
}

// lezerVanTekst is for whom the plain text is where nothing says so: it goes into a
// stuk.
func lezerVanTekst(z *zaak.Zaak, voor string) string {
	if voor == "" && z.Kop.Voor == "" {
		return zaak.LezerAdvocaat
	}
	return voor
}

// schrijfTekst writes the calculation as plain text, to a file or to the screen.
func schrijfTekst(cmd *cobra.Command, r *sheet.Result, t *templates.Bijlage, uit string, overschrijf bool) error {
	text, err := render.Tekst(r, t)
	if err != nil {
		return err
	}
	if uit == "" {
		_, err := io.WriteString(cmd.OutOrStdout(), text)
		return err
	}
	w := schrijver{overschrijf, "gebruik --overschrijf om het te vervangen", "kies een andere map", os.Link}
	if err := w.schrijf([]bestand{{pad: uit, data: []byte(text)}}); err != nil {
		return err
	}
	fmt.Fprintf(cmd.OutOrStdout(), "geschreven: %s\n", uit)
	return nil
}

func (o *omgeving) controleer() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:     "controleer ZAAK",
		Aliases: []string{"check"},
		Short:   "Controleert een zaakbestand en meldt alle problemen",
		Long: `Controleert een zaakbestand en meldt alle problemen tegelijk, met de plaats in
het bestand, wat is toegestaan en zo mogelijk een voorstel. Zijn er geen
problemen, dan toont het de waarschuwingen van de berekening, zoals die in de
bijlage komen. Er wordt niets geschreven. De exitcode is 0 zonder problemen en 1
met problemen.`,
		Example: `  annex controleer zaak.yaml
  annex controleer zaak.yaml --json`,
		Args:              precies(1, "het zaakbestand"),
		ValidArgsFunction: zaakbestanden,
		RunE: func(cmd *cobra.Command, args []string) error {
			r, err := o.bereken(cmd, args[0], asJSON)
			if err != nil {
				return err
			}
			if asJSON {
				return printJSON(cmd.OutOrStdout(), zaak.Problemen{})
			}
			fmt.Fprintf(cmd.OutOrStdout(), "%s: geen problemen gevonden\n", args[0])
			for _, w := range r.Waarschuwingen() {
				fmt.Fprintf(cmd.OutOrStdout(), "let op: %s\n", w.Tekst)
			}
			return nil
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "meld de problemen als JSON")
	return c
}
