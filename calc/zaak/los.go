package zaak

import (
	"time"

	"github.com/shopspring/decimal"
	"go.yaml.in/yaml/v4"
)

// Values that do not stand in a case file but, say, on a command line. They are
// read by the rules of the case file, and refused in the same words.

// LosBedrag reads an amount per month. The problem is nil when it is good.
func LosBedrag(s string) (decimal.Decimal, *Probleem) {
	l, k := los(s)
	d, _ := l.getal(k, bedragPerMaand)
	return d, l.eerste()
}

// LosseDatum reads a date.
func LosseDatum(s string) (time.Time, *Probleem) {
	l, k := los(s)
	d := l.datum(k)
	return d.Time, l.eerste()
}

// LosseTekst reads a text of one line; afdrukbaar tells whether the documents
// can show a character.
func LosseTekst(s string, afdrukbaar func(rune) bool) (string, *Probleem) {
	l, k := los(s)
	l.opties.Afdrukbaar = afdrukbaar
	t := l.tekst(k, label)
	return t, l.eerste()
}

// los makes a value by itself a place in a file.
func los(s string) (*lezer, knoop) {
	l := &lezer{bron: bron{tekst: s}}
	l.weerTekens()
	return l, knoop{waarde: &yaml.Node{Kind: yaml.ScalarNode, Value: l.schoon, Line: 1, Column: 1}}
}

func (l *lezer) eerste() *Probleem {
	if len(l.problemen) == 0 {
		return nil
	}
	return &l.problemen[0]
}
