package zaak

import (
	"encoding/json"
	"fmt"
	"strings"
)

// maxProblemen is how many problems are shown; nobody reads more at once.
const maxProblemen = 100

// Probleem is one thing wrong with a case file, said so that the person who
// wrote the file can put it right.
type Probleem struct {
	Code       Code   `json:"code"`
	Bestand    string `json:"bestand"`
	Regel      int    `json:"regel"` // from 1; 0 when it concerns the file as a whole
	Kolom      int    `json:"kolom"` // from 1, in characters
	Pad        string `json:"pad"`   // "perioden[0].vader.nbi"; may be empty
	Melding    string `json:"melding"`
	Toegestaan string `json:"toegestaan"` // what belongs here
	Hint       string `json:"hint"`       // what was probably meant
	Regeltekst string `json:"regeltekst"` // the line, cut around Kolom, invisible characters made visible

	wijzer int // where in Regeltekst the caret stands, in terminal cells
}

// Problemen is everything wrong with one case file, in the order of the file.
type Problemen []Probleem

// Error gives the first problem on one line; use Tekst to show them all.
func (p Problemen) Error() string {
	if len(p) == 0 {
		return "geen problemen"
	}
	eerste := zichtbaar(p[0].plaats() + ": " + p[0].Melding)
	if len(p) == 1 {
		return eerste
	}
	return fmt.Sprintf("%s (en nog %d)", eerste, len(p)-1)
}

// Tekst gives all problems for a terminal.
func (p Problemen) Tekst() string {
	var b strings.Builder
	for _, een := range p {
		een.schrijf(&b)
		b.WriteByte('\n')
	}
	b.WriteString(p.slotregel())
	b.WriteByte('\n')
	return b.String()
}

func (p Problemen) slotregel() string {
	switch n := len(p); {
	case n == 0:
		return "Geen problemen gevonden."
	case n == 1:
		return "1 probleem gevonden; er is niets geschreven."
	case p[n-1].Code == codeTeVeelProblemen:
		return fmt.Sprintf("Meer dan %d problemen gevonden; er is niets geschreven.", maxProblemen)
	default:
		return fmt.Sprintf("%d problemen gevonden; er is niets geschreven.", n)
	}
}

// MarshalJSON gives a list, also when it is empty.
func (p Problemen) MarshalJSON() ([]byte, error) {
	if p == nil {
		return []byte("[]"), nil
	}
	return json.Marshal([]Probleem(p))
}

// Ontbreekt tells whether the problem is that something has to be stated and is not.
func (p Probleem) Ontbreekt() bool { return p.Code == codeOntbrekendeSleutel }

// schrijf writes one problem. Everything passes through zichtbaar: a file name
// or a message from elsewhere must not steer the terminal either.
func (p Probleem) schrijf(b *strings.Builder) {
	fmt.Fprintf(b, "%s: fout %s", zichtbaar(p.plaats()), p.Code)
	if p.Pad != "" {
		fmt.Fprintf(b, " (%s)", zichtbaar(p.Pad))
	}
	fmt.Fprintf(b, "\n  %s\n", zichtbaar(p.Melding))
	if p.Regeltekst != "" {
		nummer := fmt.Sprint(p.Regel)
		marge := strings.Repeat(" ", len(nummer))
		fmt.Fprintf(b, "   %s | %s\n", nummer, zichtbaar(p.Regeltekst))
		fmt.Fprintf(b, "   %s | %s^\n", marge, strings.Repeat(" ", p.wijzer))
	}
	if p.Toegestaan != "" {
		fmt.Fprintf(b, "  toegestaan: %s\n", zichtbaar(p.Toegestaan))
	}
	if p.Hint != "" {
		fmt.Fprintf(b, "  hint: %s\n", zichtbaar(p.Hint))
	}
}

func (p Probleem) plaats() string {
	bestand := p.Bestand
	if bestand == "-" {
		bestand = "standaardinvoer"
	}
	if p.Regel == 0 {
		return bestand
	}
	return fmt.Sprintf("%s:%d:%d", bestand, p.Regel, p.Kolom)
}
