package sheet

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shopspring/decimal"
)

// words spells a formula in words, as it reads in the section of the line it
// belongs to. With e, a line that does not apply and only chooses is named by
// what it chose: a reader does not meet the name of a line that is not there.
type words struct {
	section *Section
	e       *evaluation
}

func (words) Literal(d decimal.Decimal) Phrase {
	return Phrase{Text: FormatPublished(d), Binding: Atom}
}
func (words) Norm(n *Norm) Phrase { return Phrase{Text: n.Value.Label, Binding: Atom} }
func (words) Input(in *Input) Phrase {
	if in.Zin != "" {
		return Phrase{Text: in.Zin, Binding: Atom}
	}
	return Phrase{Text: MidSentence(in.Label), Binding: Atom}
}
func (w words) Line(l *Line) Phrase {
	if c, chooses := l.Expr.op.(choice); chooses && w.e != nil && !l.Only.IsZero() && !l.Only.op.holds(w.e) {
		return phrase(w, c.branch(w.e))
	}
	name := l.Label
	if l.section != w.section && l.Naam != "" {
		name = l.Naam
	}
	return Phrase{Text: MidSentence(name), Binding: Atom}
}

func (words) Sum(terms []Phrase) Phrase     { return joinSum(terms) }
func (words) Difference(a, b Phrase) Phrase { return minus(a, b) }
func (words) Product(a, b Phrase) Phrase    { return by(a, " × ", b) }
func (words) Quotient(a, b Phrase) Phrase   { return by(a, " / ", b) }
func (words) AtLeast(x, bound Phrase) Phrase {
	return Phrase{Text: x.Text + ", ten minste " + bound.Text, Binding: Loose}
}
func (words) AtMost(x, bound Phrase) Phrase {
	return Phrase{Text: x.Text + ", ten hoogste " + bound.Text, Binding: Loose}
}
func (words) Rounded(x Phrase, places int32, how Rounding) Phrase {
	unit, err := x.expr.unit()
	money := err != nil || unit == anyUnit || unit.Money()
	var to string
	switch {
	case places == 0 && money:
		to = "op hele euro's"
	case places == 0:
		to = "op hele getallen"
	case places == 2 && money:
		to = "op centen"
	case places == 2 && unit.bare():
		to = "op hele procenten"
	default:
		to = "op " + strconv.Itoa(int(places)) + " decimalen"
	}
	to += [...]string{Nearest: "", Down: " naar beneden", Up: " naar boven"}[how]
	return Phrase{Text: x.Text + " (" + to + ")", Binding: Loose}
}

func (words) Choice(cond Phrase, then, otherwise Branch) Phrase {
	other, link := otherwise(), "; anders: "
	if _, nested := other.expr.(choice); nested {
		link = "; anders, "
	}
	return Phrase{Text: "als " + cond.Text + ": " + then().Text + link + other.Text, Binding: Loose}
}
func (words) Lookup(t *Table, column int, key Phrase, above bool) Phrase {
	if above {
		return Phrase{Text: t.Columns[column].Label + " volgens de " + t.Label + " bij " + key.Text, Binding: Loose}
	}
	if column == 0 {
		return Phrase{Text: "inkomen van de rij van de " + t.Label + " bij " + key.Text, Binding: Loose}
	}
	return Phrase{Text: t.Columns[column].Label + " volgens de " + t.Label + " bij " + key.Text, Binding: Loose}
}
func (words) Interpolation(t *Table, column int, key Phrase) Phrase {
	return Phrase{Text: "bedrag volgens de " + t.Label + " voor " + t.Columns[column].Label + " bij " + key.Text + ", naar rato tussen twee tabelbedragen", Binding: Loose}
}
func (words) Graduated(t *Table, key Phrase) Phrase {
	return Phrase{Text: "bedrag volgens de " + t.Label + " bij " + key.Text, Binding: Loose}
}
func (words) Ranked(k int, wat string, _ []Phrase) Phrase {
	if k == 1 {
		return Phrase{Text: "het laagste van " + wat, Binding: Loose}
	}
	return Phrase{Text: "het " + strconv.Itoa(k) + "e van " + wat + ", van laag naar hoog", Binding: Loose}
}
func (words) Through(wat string, _, _ []Phrase, x Phrase) Phrase {
	return Phrase{Text: "bij " + x.Text + ", naar rato tussen " + wat, Binding: Loose}
}
func (words) Truth(cond Phrase) Phrase { return cond }

func (words) Stated(text string) Phrase { return Phrase{Text: text, Binding: Loose} }
func (words) Yes(x Phrase) Phrase       { return Phrase{Text: x.Text, Binding: Atom} }
func (words) Compare(kind Comparison, a, b Phrase) Phrase {
	verb := map[Comparison]string{
		moreThan: " hoger is dan ", lessThan: " lager is dan ",
		notLessThan: " ten minste gelijk is aan ", notMoreThan: " niet hoger is dan ", differs: " anders is dan ",
	}[kind]
	return Phrase{Text: a.In(Sums) + verb + b.In(Sums), Binding: Loose}
}
func (words) And(a, b Phrase) Phrase { return Phrase{Text: a.Text + " en " + b.Text, Binding: Loose} }
func (words) Or(a, b Phrase) Phrase  { return Phrase{Text: a.Text + " of " + b.Text, Binding: Loose} }
func (words) Not(c Phrase) Phrase    { return Phrase{Text: "niet: " + c.Text, Binding: Loose} }

// MidSentence gives a label as it reads inside a sentence: without its capital,
// unless it begins with an abbreviation such as NBI or is a name.
func MidSentence(label string) string {
	first, size := utf8.DecodeRuneInString(label)
	second, _ := utf8.DecodeRuneInString(label[size:])
	if unicode.IsUpper(first) && !unicode.IsUpper(second) {
		return string(unicode.ToLower(first)) + label[size:]
	}
	return label
}

func joinSum(terms []Phrase) Phrase {
	if len(terms) == 0 {
		return Phrase{Text: "0", Binding: Atom}
	}
	var text strings.Builder
	for i, t := range terms {
		term := t.In(Sums)
		if after, negative := strings.CutPrefix(term, minusSign); i > 0 && negative {
			text.WriteString(" " + minusSign + " " + strings.TrimPrefix(after, " "))
			continue
		}
		if i > 0 {
			text.WriteString(" + ")
		}
		text.WriteString(term)
	}
	return Phrase{Text: text.String(), Binding: Sums}
}

func minus(a, b Phrase) Phrase {
	return Phrase{Text: a.In(Sums) + " " + minusSign + " " + b.In(Product), Binding: Sums}
}

// by joins two factors; the right one is bracketed unless it is one thing, so
// that a / (b x c) cannot be misread.
func by(a Phrase, sign string, b Phrase) Phrase {
	return Phrase{Text: a.In(Product) + sign + b.In(Atom), Binding: Product}
}
