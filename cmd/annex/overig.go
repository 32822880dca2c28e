package main

import (
	"fmt"
	"os"
	"time"

	"annex/calc/zaak"
	"annex/render"
	"annex/render/terminal"

	"github.com/spf13/cobra"
)

func (o *omgeving) nieuw() *cobra.Command {
	s := schrijver{bestaat: "kies een andere naam", elders: "kies een andere map", link: os.Link}
	return &cobra.Command{
		Use:     "nieuw [BESTAND]",
		Aliases: []string{"new"},
		Short:   "Schrijft een voorbeeld van een zaakbestand om mee te beginnen",
		Long: `Schrijft een zaakbestand met uitleg om mee te beginnen. Het voorbeeld werkt zoals
het is. Zonder BESTAND verschijnt het op het scherm; een bestand dat er al staat,
wordt niet vervangen.`,
		Example: `  annex nieuw zaak.yaml
  annex nieuw > zaak.yaml`,
		Args: hoogstensEen,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 || args[0] == "-" {
				_, err := cmd.OutOrStdout().Write(zaak.Voorbeeld())
				return err
			}
			if err := s.schrijf([]bestand{{pad: args[0], data: zaak.Voorbeeld()}}); err != nil {
				return err
			}
			fmt.Fprintf(cmd.OutOrStdout(), "geschreven: %s\nVerder: annex maak %s\n", args[0], args[0])
			return nil
		},
	}
}

func (o *omgeving) normenCommando() *cobra.Command {
	var datum string
	c := &cobra.Command{
		Use:     "normen",
		Aliases: []string{"norms"},
		Short:   "Toont de normen, hun bron en de periode waarin zij gelden",
		Long: `Toont de normen met hun eenheid, bron, status en periode. Met --datum alleen wat
op die dag geldt. Zonder datum alles wat annex kent.`,
		Example: `  annex normen --datum 2025-03-01
  annex normen --normen mijn-normen`,
		Args:              precies(0, ""),
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(cmd *cobra.Command, _ []string) error {
			set, err := o.normset()
			if err != nil {
				return err
			}
			var op *time.Time
			if datum != "" {
				d, err := datumoptie("datum", datum)
				if err != nil {
					return err
				}
				op = &d
			}
			list := set.Overzicht(op)
			if len(list) == 0 && op != nil {
				return &gebruiksfout{"er zijn geen normen voor " + op.Format(time.DateOnly), "annex normen toont welke perioden er zijn"}
			}
			return terminal.Write(cmd.OutOrStdout(), render.Normen(list, op))
		},
	}
	optie(c, &datum, "datum", "", "DATUM", "toon wat op DATUM geldt (jjjj-mm-dd)", cobra.NoFileCompletions)
	return c
}

func schemaCommando() *cobra.Command {
	return &cobra.Command{
		Use:               "schema",
		Short:             "Toont het JSON Schema van het zaakbestand, voor een editor",
		Example:           `  annex schema > zaak.schema.json`,
		Args:              precies(0, ""),
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := cmd.OutOrStdout().Write(zaak.Schema())
			return err
		},
	}
}

func versieCommando() *cobra.Command {
	return &cobra.Command{
		Use:               "versie",
		Aliases:           []string{"version"},
		Short:             "Toont de versie van annex",
		Args:              precies(0, ""),
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE:              func(cmd *cobra.Command, _ []string) error { return toonVersie(cmd) },
	}
}

func toonVersie(cmd *cobra.Command) error {
	_, err := fmt.Fprintln(cmd.OutOrStdout(), "annex "+versie)
	return err
}

// aanvulling writes the script with which a shell completes commands.
func aanvulling() *cobra.Command {
	return &cobra.Command{
		Use:     "aanvulling bash|zsh|fish|powershell",
		Aliases: []string{"completion"},
		Short:   "Schrijft het script waarmee uw shell commando's aanvult",
		Example: `  source <(annex aanvulling bash)
  annex aanvulling fish > ~/.config/fish/completions/annex.fish`,
		Args:      precies(1, "de shell: bash, zsh, fish of powershell"),
		ValidArgs: []string{"bash", "zsh", "fish", "powershell"},
		RunE: func(cmd *cobra.Command, args []string) error {
			root, out := cmd.Root(), cmd.OutOrStdout()
			switch args[0] {
			case "bash":
				return root.GenBashCompletionV2(out, true)
			case "zsh":
				return root.GenZshCompletion(out)
			case "fish":
				return root.GenFishCompletion(out, true)
			case "powershell":
				return root.GenPowerShellCompletionWithDesc(out)
			}
			return &gebruiksfout{"onbekende shell " + quote(args[0]), "kies bash, zsh, fish of powershell"}
		},
	}
}
