package main

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"annex/calc/zaak"
	"annex/render"
	"annex/templates"

	"github.com/spf13/cobra"
)

// lezer gives the texts and chapters for the reader that the command asks for, and
// else for the one that the case file does.
func lezer(set *templates.Set, z *zaak.Zaak, voor string) (*templates.Bijlage, error) {
	if voor == "" {
		voor = z.Kop.Lezer()
	}
	t := set.Lezer(voor)
	if t == nil {
		return nil, &gebruiksfout{quote(voor) + " is geen lezer", "kies --voor advocaat, --voor griffie of --voor ouder"}
	}
	return t, nil
}

// leesSjablonen reads a folder of templates; without one it gives those of annex.
func leesSjablonen(dir string) (*templates.Set, error) {
	if dir == "" {
		return templates.Standaard(), nil
	}
	const hint = "annex sjabloon MAP schrijft de bestanden om mee te beginnen"
	if !isMap(dir) {
		return nil, &gebruiksfout{quote(dir) + " is geen map met sjablonen", hint}
	}
	// A root keeps what a link in the folder points to inside it.
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, &gebruiksfout{fmt.Sprintf("de sjablonen in %s zijn niet te lezen", quote(dir)), ""}
	}
	defer root.Close()
	set, err := templates.Laad(root.FS(), render.Delen())
	var problemen templates.Problemen
	switch {
	case errors.As(err, &problemen):
		return nil, &gebruiksfout{fmt.Sprintf("de sjablonen in %s zijn niet te gebruiken:\n%v", quote(dir), err), "docs/lezers.md beschrijft wat er in een sjabloon kan staan"}
	case err != nil:
		return nil, &gebruiksfout{fmt.Sprintf("de sjablonen in %s zijn niet te lezen", quote(dir)), ""}
	}
	return set, nil
}

// briefhoofd gives the letterhead of a set; nil where there is none.
func briefhoofd(set *templates.Set) *render.Briefhoofd {
	k := set.Kantoor()
	if k == nil {
		return nil
	}
	b := &render.Briefhoofd{Regels: k.Briefhoofd}
	if len(k.Beeld) > 0 {
		b.Logo = &render.Logo{Data: k.Beeld, Alternatief: k.Alternatief}
	}
	return b
}

func sjabloonCommando() *cobra.Command {
	var overschrijf bool
	c := &cobra.Command{
		Use:     "sjabloon MAP",
		Aliases: []string{"template"},
		Short:   "Schrijft de teksten en de indeling van de bijlage, om aan te passen",
		Long: `Schrijft in MAP de teksten, de indeling per lezer en een leeg briefhoofd, met
uitleg. Pas ze aan, en gebruik ze met annex maak ZAAK --sjabloon MAP. Een bestand
dat u niet wijzigt, kunt u weggooien: dan geldt dat van annex, ook in een nieuwere
versie. Bestanden die er al staan, worden alleen vervangen met --overschrijf.`,
		Example: `  annex sjabloon kantoor
  annex maak zaak.yaml --sjabloon kantoor`,
		Args: precies(1, "de map"),
		ValidArgsFunction: func(cmd *cobra.Command, args []string, begin string) ([]string, cobra.ShellCompDirective) {
			return mappen(cmd, args, begin)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			var files []bestand
			standaard := templates.Bestanden()
			for _, naam := range slices.Sorted(maps.Keys(standaard)) {
				files = append(files, bestand{pad: filepath.Join(args[0], naam), data: standaard[naam]})
			}
			w := schrijver{overschrijf, "gebruik --overschrijf om het te vervangen", "kies een andere map", os.Link}
			if err := w.schrijf(files); err != nil {
				return err
			}
			for _, f := range files {
				fmt.Fprintf(cmd.OutOrStdout(), "geschreven: %s\n", f.pad)
			}
			return nil
		},
	}
	c.Flags().BoolVar(&overschrijf, "overschrijf", false, "vervang bestanden die er al staan")
	return c
}
