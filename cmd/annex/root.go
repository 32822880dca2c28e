package main

import (
	"io"
	"regexp"
	"strings"

	"github.com/spf13/cobra"
)

// omgeving is what every command shares.
type omgeving struct {
	in     io.Reader
	normen string // folder with newer norms; empty: those that come with annex
}

func newRoot(in io.Reader, out, errOut io.Writer) *cobra.Command {
	o := &omgeving{in: in}
	var toon bool // the version
	root := &cobra.Command{
		Use:   "annex",
		Short: "Laat zien hoe een alimentatiebedrag tot stand komt",
		Long: `annex maakt van één zaakbestand een PDF-bijlage voor bij een verzoekschrift of
beschikking, en een werkmap (XLSX) waarin iedere formule leeft.

Begin met een voorbeeld:

  annex nieuw zaak.yaml
  annex maak zaak.yaml`,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          onbekendCommando,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if toon {
				return toonVersie(cmd)
			}
			return cmd.Help()
		},
	}
	root.Flags().BoolVarP(&toon, "versie", "v", false, "toont de versie van annex")
	root.Flags().BoolVar(&toon, "version", false, "toont de versie van annex")
	root.Flags().Lookup("version").Hidden = true
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(errOut)
	root.SetUsageTemplate(gebruik)
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return &gebruiksfout{vertaal(err), cmd.CommandPath() + " --help toont de opties"}
	})
	root.PersistentFlags().Var(&tekst{&o.normen, "MAP"}, "normen", "MAP met nieuwere normen, in plaats van of naast die van annex")
	vulAan(root, "normen", mappen)
	root.SuggestionsMinimumDistance = 2
	root.CompletionOptions.DisableDefaultCmd = true
	root.AddCommand(o.maak(), o.leesWerkmap(), o.toon(), o.controleer(), o.vergelijk(), o.verifieer(), ondertekenCommando(), o.indexeer(), o.nieuw(), sjabloonCommando(), o.normenCommando(), schemaCommando(), versieCommando(), aanvulling())
	help := &cobra.Command{
		Use: "help [commando]", Short: "Toont de uitleg bij een commando", Aliases: []string{"hulp"},
		RunE: func(cmd *cobra.Command, args []string) error {
			over, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 && over == root {
				return onbekendCommando(root, args)
			}
			if len(rest) > 0 {
				return precies(1, "")(cmd, args)
			}
			return over.Help()
		},
		ValidArgsFunction: func(_ *cobra.Command, args []string, begin string) ([]string, cobra.ShellCompDirective) {
			return commandonamen(root, args, begin), cobra.ShellCompDirectiveNoFileComp
		},
	}
	root.SetHelpCommand(help)
	for _, c := range append(root.Commands(), root, help) {
		c.InitDefaultHelpFlag()
		c.Flags().Lookup("help").Usage = "toont deze uitleg"
	}
	return root
}

func onbekendCommando(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	f := &gebruiksfout{melding: "onbekend commando " + quote(args[0]), hint: "annex --help toont de commando's"}
	if s := cmd.SuggestionsFor(args[0]); len(s) > 0 {
		f.hint = "bedoelt u " + strings.Join(s, " of ") + "?"
	}
	return f
}

// precies asks for n arguments, in Dutch.
func precies(n int, wat string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) < n:
			return &gebruiksfout{"er ontbreekt een argument: " + wat, cmd.CommandPath() + " --help toont een voorbeeld"}
		case len(args) > n:
			return &gebruiksfout{"te veel argumenten: " + quote(args[n]), cmd.CommandPath() + " --help toont een voorbeeld"}
		}
		return nil
	}
}

// hoogstensEen allows one argument, in Dutch.
func hoogstensEen(cmd *cobra.Command, args []string) error {
	if len(args) > 1 {
		return precies(1, "")(cmd, args)
	}
	return nil
}

func quote(s string) string { return `"` + strings.Map(zichtbaar, s) + `"` }

// zichtbaar keeps control characters of an argument out of the terminal.
func zichtbaar(r rune) rune {
	if r < ' ' || r == 0x7f {
		return '?'
	}
	return r
}

var flagErrors = []struct {
	re    *regexp.Regexp
	dutch string
}{
	{regexp.MustCompile(`^unknown flag: (.*)$`), "onbekende optie $1"},
	{regexp.MustCompile(`^unknown shorthand flag: '(.)' in .*$`), "onbekende optie -$1"},
	{regexp.MustCompile(`^flag needs an argument: (?:'.' in )?(.*)$`), "bij optie $1 ontbreekt de waarde"},
	{regexp.MustCompile(`^invalid argument "(.*)" for "(.*)" flag:.*$`), `"$1" is geen geldige waarde voor $2`},
	{regexp.MustCompile(`^bad flag syntax: (.*)$`), "onjuist geschreven optie $1"},
}

// vertaal gives what the flag library reports in Dutch.
func vertaal(err error) string {
	for _, f := range flagErrors {
		if f.re.MatchString(err.Error()) {
			return strings.Map(zichtbaar, f.re.ReplaceAllString(err.Error(), f.dutch))
		}
	}
	return strings.Map(zichtbaar, err.Error())
}

const gebruik = `Gebruik:{{if .Runnable}}
  {{.CommandPath}}{{with (slice .Use (len .Name))}}{{.}}{{end}}{{if .HasAvailableFlags}} [opties]{{end}}{{end}}{{if .HasAvailableSubCommands}}
  {{.CommandPath}} [commando]{{end}}{{if gt (len .Aliases) 0}}

Andere namen:
  {{range $i, $naam := .Aliases}}{{if $i}}, {{end}}{{$naam}}{{end}}{{end}}{{if .HasExample}}

Voorbeelden:
{{.Example}}{{end}}{{if .HasAvailableSubCommands}}

Commando's:{{range .Commands}}{{if (or .IsAvailableCommand (eq .Name "help"))}}
  {{rpad .Name .NamePadding }} {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}

Opties:
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableInheritedFlags}}

Algemene opties:
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableSubCommands}}

"{{.CommandPath}} [commando] --help" geeft meer uitleg bij een commando.{{end}}
`
