package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"annex/calc"
	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"
	"annex/render/pdf"

	"github.com/spf13/cobra"
)

// maxRead is more than a case file may be, so that a larger one is still
// recognised as too large.
const maxRead = 2 << 20

// lees reads the bytes of a case file; "-" is standard input.
func (o *omgeving) lees(naam string) ([]byte, error) {
	var r io.Reader = o.in
	if naam != "-" {
		f, err := os.Open(naam)
		if err != nil {
			return nil, nietTeLezen(naam, err)
		}
		defer f.Close()
		r = f
	}
	data, err := io.ReadAll(io.LimitReader(r, maxRead))
	if err != nil {
		return nil, nietTeLezen(naam, err)
	}
	return data, nil
}

func nietTeLezen(naam string, err error) error {
	waarom, hint := "het is niet te lezen", ""
	switch {
	case errors.Is(err, fs.ErrNotExist):
		waarom, hint = "het bestaat niet", "annex nieuw zaak.yaml maakt een voorbeeld om mee te beginnen"
	case errors.Is(err, fs.ErrPermission):
		waarom = "u mag het niet lezen"
	default:
		if info, statErr := os.Stat(naam); statErr == nil && info.IsDir() {
			waarom = "het is een map"
		}
	}
	return &gebruiksfout{fmt.Sprintf("zaakbestand %s: %s", quote(naam), waarom), hint}
}

// normset loads the norms the user asked for.
func (o *omgeving) normset() (*norms.Set, error) {
	if o.normen == "" {
		return norms.Load()
	}
	set, err := norms.LoadDir(o.normen)
	if err != nil {
		return nil, &gebruiksfout{fmt.Sprintf("de normen in %s zijn niet te gebruiken:\n%v", quote(o.normen), err), "docs/normen.md beschrijft hoe een normbestand eruitziet"}
	}
	return set, nil
}

// gelezen is a case file that was read, with the norms it is calculated by.
type gelezen struct {
	zaak   *zaak.Zaak
	data   []byte // as the file was given; nil: not to be passed on
	normen *norms.Set
}

// leesopties says by what a case file is judged: by what can be calculated with these
// norms, and by what a bijlage can print.
func leesopties(set *norms.Set) zaak.Opties {
	opties := calc.Normcontrole(set)
	opties.Afdrukbaar = pdf.Printable
	return opties
}

// zaak reads and checks a case file. Problems are printed, as text on errOut or
// with asJSON on out, and given back as the error.
func (o *omgeving) zaak(cmd *cobra.Command, naam string, asJSON bool) (*gelezen, error) {
	data, err := o.lees(naam)
	if err != nil {
		return nil, err
	}
	set, err := o.normset()
	if err != nil {
		return nil, err
	}
	opties := leesopties(set)
	z, problemen := zaak.Lees(naam, data, opties)
	if len(problemen) > 0 {
		if asJSON {
			if err := printJSON(cmd.OutOrStdout(), problemen); err != nil {
				return nil, err
			}
		} else {
			fmt.Fprint(cmd.ErrOrStderr(), problemen.Tekst())
		}
		return nil, problemen
	}
	return &gelezen{z, data, set}, nil
}

// bereken reads, checks and calculates a case file.
func (o *omgeving) bereken(cmd *cobra.Command, naam string, asJSON bool) (*sheet.Result, error) {
	g, err := o.zaak(cmd, naam, asJSON)
	if err != nil {
		return nil, err
	}
	return calc.Compute(g.zaak, g.normen, versie)
}

func printJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}
