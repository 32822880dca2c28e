package proof

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"annex/calc/sheet"

	"github.com/shopspring/decimal"
)

// bedragen compares each line and each payment of the receipt with the calculation of
// now, and each printed value with both.
func (c *controleur) bedragen() {
	if c.nu == nil {
		waarom := "het zaakbestand is niet te lezen"
		if c.geenZaak != "" {
			waarom = c.geenZaak
		}
		c.rapport.voegToe(Controle{Naam: ControleBedragen, Uitslag: Anders, Tekst: "De berekening is niet over te doen: " + waarom + "."})
		return
	}
	v := &vergelijking{nu: map[string]Regel{}, toen: map[string]Regel{}, anderProgramma: c.v != nil && (!c.zelfdeVersie() || !c.zelfdeNormen())}
	for _, r := range c.nu.Regels {
		v.nu[r.ID] = r
	}
	if c.v != nil {
		for _, r := range c.v.Regels {
			v.toen[r.ID] = r
		}
		for _, x := range []Verschil{
			{Wat: "methode", Verantwoording: c.v.Methode, Nu: c.nu.Methode},
			{Wat: "datum", Verantwoording: c.v.Datum, Nu: c.nu.Datum},
		} {
			if x.Verantwoording != x.Nu {
				v.anders = append(v.anders, x)
			}
		}
		v.betalingen(c.v.Betalingen, c.nu.Betalingen)
		v.regels(c.v.Regels, c.nu.Regels)
	}
	gedrukt := v.gedrukt(c.stuk.Gedrukt, c.v != nil)
	k := Controle{Naam: ControleBedragen, Uitslag: Gelijk, Verschillen: append(v.anders, v.opmerkingen...)}
	k.Tekst = fmt.Sprintf("%s en %s zijn die van de nieuwe berekening.",
		telwoord(len(c.nu.Regels), "regel", "regels"), telwoord(gedrukt, "gedrukte waarde", "gedrukte waarden"))
	switch {
	case len(v.anders) > 0:
		k.Uitslag, k.Tekst = Anders, telwoord(len(v.anders), "bedrag of ander gegeven is", "bedragen of andere gegevens zijn")+" niet gelijk."
	case gedrukt == 0:
		k.Uitslag, k.Tekst = Anders, "In het stuk zijn geen gedrukte waarden gevonden die bij een regel horen."
	case len(v.opmerkingen) > 0:
		k.Uitslag = GelijkMaarLet
		k.Tekst += " Sommige regels zijn nieuw of vervallen."
	}
	c.rapport.voegToe(k)
}

// vergelijking lays amounts beside each other.
type vergelijking struct {
	toen, nu map[string]Regel // by id
	// anderProgramma: with another version or other norms, lines may come and go.
	anderProgramma      bool
	anders, opmerkingen []Verschil
}

// ontbreekt takes down what only one side has.
func (v *vergelijking) ontbreekt(x Verschil) {
	if v.anderProgramma {
		v.opmerkingen = append(v.opmerkingen, x)
	} else {
		v.anders = append(v.anders, x)
	}
}

// betalingssleutel tells the same payment in two calculations.
type betalingssleutel struct{ soort, vanaf, totEnMet, kind, betaler, ontvanger string }

func (b Betaling) sleutel() betalingssleutel {
	return betalingssleutel{b.Soort, b.Vanaf, b.TotEnMet, b.Kind, b.Betaler, b.Ontvanger}
}

func (b Betaling) omschrijving() string {
	var delen []string
	for _, d := range []string{strings.ReplaceAll(b.Soort, "_", " "), b.Kind} {
		if d != "" {
			delen = append(delen, d)
		}
	}
	if b.Betaler != "" {
		delen = append(delen, b.Betaler+" aan "+b.Ontvanger)
	}
	return strings.Join(delen, ", ") + ", vanaf " + b.Vanaf
}

func (v *vergelijking) betalingen(toen, nu []Betaling) {
	van := map[betalingssleutel]Betaling{}
	for _, b := range nu {
		van[b.sleutel()] = b
	}
	genoemd, soorten := map[betalingssleutel]bool{}, map[string]bool{}
	for _, b := range toen {
		genoemd[b.sleutel()], soorten[b.Soort] = true, true
		x := Verschil{Wat: b.Regel, Omschrijving: "te betalen: " + b.omschrijving(), Verantwoording: euro(b.Bedrag)}
		m, ok := van[b.sleutel()]
		switch {
		case !ok:
			x.Omschrijving += " (is er nu niet)"
			v.anders = append(v.anders, x)
		case !b.Bedrag.gelijk(m.Bedrag):
			x.Nu = euro(m.Bedrag)
			v.anders = append(v.anders, x)
		case b.Kanttekening != m.Kanttekening:
			x.Verantwoording, x.Nu = b.Kanttekening, m.Kanttekening
			v.ontbreekt(x)
		}
	}
	for _, m := range nu {
		if genoemd[m.sleutel()] {
			continue
		}
		x := Verschil{Wat: m.Regel, Omschrijving: "te betalen: " + m.omschrijving() + " (staat niet in de verantwoording)", Nu: euro(m.Bedrag)}
		if later := len(toen) > 0 && (strings.HasSuffix(m.Soort, geindexeerd) || !soorten[m.Soort]); later {
			v.ontbreekt(x)
		} else {
			v.anders = append(v.anders, x)
		}
	}
}

// geindexeerd ends the kind of a payment that is there once a percentage is known. With
// a whole kind that an older version did not have, it is all that may come later.
const geindexeerd = "_geindexeerd"

func (v *vergelijking) regels(toen, nu []Regel) {
	for _, r := range toen {
		m, ok := v.nu[r.ID]
		switch {
		case !ok:
			v.ontbreekt(Verschil{Wat: r.ID, Omschrijving: r.Label + " (vervallen, of heet nu anders)", Verantwoording: tonen(r)})
		case !r.Waarde.gelijk(m.Waarde) || r.VanToepassing != m.VanToepassing || r.Eenheid != m.Eenheid:
			v.anders = append(v.anders, Verschil{Wat: r.ID, Omschrijving: m.Label, Verantwoording: tonen(r), Nu: tonen(m)})
		case r.Label != m.Label:
			v.ontbreekt(Verschil{Wat: r.ID, Omschrijving: "heet nu anders", Verantwoording: r.Label, Nu: m.Label})
		}
	}
	for _, m := range nu {
		if _, ok := v.toen[m.ID]; !ok {
			v.ontbreekt(Verschil{Wat: m.ID, Omschrijving: m.Label + " (nieuw)", Nu: tonen(m)})
		}
	}
}

func euro(w Waarde) string { return alsGedrukt(w, string(sheet.EURPerMaand)) }

// tonen gives the value of a line; where it does not apply its value does not count.
func tonen(r Regel) string {
	if !r.VanToepassing {
		return "niet van toepassing"
	}
	return alsGedrukt(r.Waarde, r.Eenheid)
}

// gedrukt compares the printed values and gives how many there are.
func (v *vergelijking) gedrukt(list []Gedrukt, metVerantwoording bool) int {
	n := 0
	for _, p := range list {
		if p.Regel == RegelControlegetal {
			continue
		}
		n++
		nu, isNu := v.nu[p.Regel]
		toen, isToen := v.toen[p.Regel]
		x := Verschil{Wat: p.Regel, Gedrukt: p.Tekst}
		if isToen {
			x.Omschrijving, x.Verantwoording = toen.Label, tonen(toen)
		}
		if isNu {
			x.Omschrijving, x.Nu = nu.Label, tonen(nu)
		}
		switch {
		case !isNu && !isToen:
			x.Omschrijving = "er is geen regel met deze id"
			v.anders = append(v.anders, x)
		case isToen && !drukt(p.Tekst, toen), isNu && !drukt(p.Tekst, nu), metVerantwoording && !isToen:
			v.anders = append(v.anders, x)
		}
	}
	return n
}

// drukt tells whether a text is how the value of a line may be printed: as it is, or
// rounded as documents do.
func drukt(tekst string, r Regel) bool {
	if !r.VanToepassing {
		return false
	}
	waarde, ok := r.Waarde.getal()
	if !ok {
		return tekst == string(r.Waarde) // ja, nee
	}
	gedrukt, decimalen, ok := leesGedrukt(tekst)
	if !ok {
		// Nil is printed as a word.
		return waarde.IsZero() && !strings.ContainsFunc(tekst, unicode.IsDigit)
	}
	const fijnst = 4 // decimals of what is no whole number of cents
	return gedrukt.Equal(waarde) || gedrukt.Equal(waarde.Round(fijnst)) || decimalen == 2 && gedrukt.Equal(waarde.Round(2))
}

// getalVorm is a number as the documents print it: 1.234,56, with a minus sign below nil.
var getalVorm = regexp.MustCompile(`^(?:€)?([−-]?)(\d{1,3}(?:\.\d{3})*|\d+)(?:,(\d+))?%?$`)

// leesGedrukt reads a printed number, and how many decimals it shows.
func leesGedrukt(s string) (d decimal.Decimal, decimalen int, ok bool) {
	s = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
	const lang = 60 // bytes that no printed number needs
	m := getalVorm.FindStringSubmatch(s)
	if m == nil || len(s) > lang {
		return decimal.Zero, 0, false
	}
	text := strings.ReplaceAll(m[2], ".", "")
	if m[3] != "" {
		text += "." + m[3]
	}
	d, err := decimal.NewFromString(text)
	if m[1] != "" {
		d = d.Neg()
	}
	return d, len(m[3]), err == nil
}
