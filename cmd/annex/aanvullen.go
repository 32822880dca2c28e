package main

import (
	"strings"

	"github.com/spf13/cobra"
)

// tekst is the value of an option that takes a text. The library would otherwise
// read the word for that value from the description of the option, between
// backticks that a shell then shows.
type tekst struct {
	in   *string
	naam string // what the help calls the value: "MAP"
}

func (t *tekst) String() string {
	if t.in == nil {
		return ""
	}
	return *t.in
}

func (t *tekst) Set(s string) error {
	*t.in = s
	return nil
}

func (t *tekst) Type() string { return t.naam }

// optie adds an option that takes a text to c. kort is empty for an option
// without a letter.
func optie(c *cobra.Command, in *string, naam, kort, waarde, uitleg string, aan cobra.CompletionFunc) {
	c.Flags().VarP(&tekst{in, waarde}, naam, kort, uitleg)
	vulAan(c, naam, aan)
}

// vulAan says how a shell completes the value of an option.
func vulAan(c *cobra.Command, naam string, aan cobra.CompletionFunc) {
	if err := c.RegisterFlagCompletionFunc(naam, aan); err != nil {
		panic(err) // c has no such option, or twice
	}
}

func kies(waarden ...string) cobra.CompletionFunc {
	return cobra.FixedCompletions(waarden, cobra.ShellCompDirectiveNoFileComp)
}

func mappen(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveFilterDirs
}

// zaakbestanden completes the one case file a command takes.
func zaakbestanden(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return []string{"yaml", "yml", "json"}, cobra.ShellCompDirectiveFilterFileExt
}

// commandonamen gives the commands that begin so, each with what it does.
func commandonamen(root *cobra.Command, args []string, begin string) []string {
	if len(args) > 0 {
		return nil
	}
	var namen []string
	for _, c := range root.Commands() {
		if c.IsAvailableCommand() && strings.HasPrefix(c.Name(), begin) {
			namen = append(namen, cobra.CompletionWithDesc(c.Name(), c.Short))
		}
	}
	return namen
}

// tekstbestanden completes the name of a file with plain text.
func tekstbestanden(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return []string{"txt"}, cobra.ShellCompDirectiveFilterFileExt
}
