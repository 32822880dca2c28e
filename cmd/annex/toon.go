package main

import (
	"fmt"

	"annex/calc"
	"annex/calc/zaak"
	"annex/render"
	"annex/render/terminal"
	"annex/templates"

	"github.com/spf13/cobra"
)

func (o *omgeving) toon() *cobra.Command {
	var asJSON bool
	var voor string
	c := &cobra.Command{
		Use:   "toon ZAAK",
		Short: "Toont de berekening in de terminal, of als JSON",
		Long: `Toont de berekening van een zaakbestand in de terminal.

Met --json verschijnt zij in een vaste, beschreven vorm (docs/json.md), voor
gebruik door andere programma's.`,
		Example: `  annex toon zaak.yaml
  annex toon zaak.yaml --voor ouder
  annex toon zaak.yaml --json`,
		Args:              precies(1, "het zaakbestand"),
		ValidArgsFunction: zaakbestanden,
		RunE: func(cmd *cobra.Command, args []string) error {
			z, set, err := o.zaak(cmd, args[0], asJSON)
			if err != nil {
				return err
			}
			teksten, err := lezer(templates.Standaard(), z, voor)
			if err != nil {
				return err
			}
			r, err := calc.Compute(z, set, versie)
			if err != nil {
				return err
			}
			if asJSON {
				return printJSON(cmd.OutOrStdout(), r)
			}
			d, err := render.Bijlage(r, teksten, watAls(z, set, r, teksten)...)
			if err != nil {
				return err
			}
			return terminal.Write(cmd.OutOrStdout(), d)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "toon de berekening als JSON")
	optie(c, &voor, "voor", "", "LEZER", "voor welke LEZER: advocaat, griffie of ouder; zonder deze optie zoals het zaakbestand zegt", kies(zaak.Lezers()...))
	return c
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
bijlage komen. Er wordt niets geschreven. De code is 0 zonder problemen en 1 met
problemen.`,
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
