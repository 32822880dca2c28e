// Command annex shows how an alimentatie amount came about: one case file in, a
// PDF bijlage and an XLSX werkmap out.
package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime/debug"

	"annex/calc/zaak"
	"annex/proof"
)

// versie is the version of annex. It stands in every document: the same version
// and the same case file give the same bytes.
const versie = "0.1.0"

// Exit codes (docs/commando.md).
const (
	exitOK        = 0
	exitProblemen = 1 // the case file has problems, or a bijlage does not hold
	exitGebruik   = 2 // wrong usage: an unknown option, a file that is not there or may not be overwritten
	exitFout      = 3 // a fault in annex or in the machine it runs on
	exitDeels     = 4 // nothing differs in a bijlage, but not all of it could be compared; not all that was changed in a workbook is taken over
)

func main() {
	// One run is short and its heap small: collecting less often saves a quarter
	// of the time for some 6 MB (docs/snelheid.md).
	debug.SetGCPercent(400)
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run is the whole of the program but for the process it runs in.
func run(args []string, in io.Reader, out, errOut io.Writer) int {
	root := newRoot(in, out, errOut)
	root.SetArgs(args)
	err := root.Execute()
	if err == nil {
		return exitOK
	}
	var problemen zaak.Problemen
	var gebruik *gebruiksfout
	var onleesbaar onleesbareCellen
	switch {
	// Already printed by the command, as text or as JSON.
	case errors.Is(err, onbewezen{proof.Onvolledig}), errors.Is(err, errNietOvergenomen):
		return exitDeels
	case errors.As(err, &problemen), errors.As(err, &onleesbaar), errors.Is(err, onbewezen{proof.NietBewezen}):
		return exitProblemen
	case errors.As(err, &gebruik):
		fmt.Fprintf(errOut, "fout: %s\n", gebruik.melding)
		if gebruik.hint != "" {
			fmt.Fprintf(errOut, "hint: %s\n", gebruik.hint)
		}
		return exitGebruik
	}
	fmt.Fprintf(errOut, "fout: %s\n", melding(err))
	return exitFout
}

// melding says what failed in annex or in the computer.
func melding(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) && p.Op == "write" {
		return "de uitvoer is niet te schrijven: " + storing(err)
	}
	return err.Error()
}

// gebruiksfout is a mistake in how the program was called.
type gebruiksfout struct {
	melding string
	hint    string
}

func (g *gebruiksfout) Error() string { return g.melding }
