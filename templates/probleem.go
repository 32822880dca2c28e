package templates

import (
	"fmt"
	"strings"
)

// Probleem is one thing that is wrong with a folder of templates.
type Probleem struct {
	Bestand       string // name of the file in the folder
	Regel, Kolom  int    // from 1; 0 where it is about the file as a whole
	Sleutel       string // "uitkomst.per_kind"; may be empty
	Melding, Hint string // Hint may be empty
}

// Problemen is everything that is wrong, in the order of the files and lines. It is
// an error.
type Problemen []Probleem

// Error gives all problems, one a line.
func (p Problemen) Error() string {
	var out strings.Builder
	for i, x := range p {
		if i > 0 {
			out.WriteByte('\n')
		}
		out.WriteString(x.Bestand)
		if x.Regel > 0 {
			fmt.Fprintf(&out, ":%d:%d", x.Regel, x.Kolom)
		}
		out.WriteString(": ")
		if x.Sleutel != "" {
			out.WriteString(x.Sleutel + ": ")
		}
		out.WriteString(x.Melding)
		if x.Hint != "" {
			out.WriteString("\n  hint: " + x.Hint)
		}
	}
	return out.String()
}
