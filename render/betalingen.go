package render

import (
	"slices"
	"strings"

	"annex/calc/sheet"
	"annex/templates"
)

// periodebetalingen are the amounts of one period as a reader meets them.
type periodebetalingen struct {
	periode sheet.Periode
	ouders  []sheet.Betaling // what one parent pays the other for a child
	eigen   []sheet.Betaling // what a child of 18 or older receives itself
	// totaal is what one parent pays the other for several children; nil where
	// there is nothing to add up. voor are those children.
	totaal *sheet.Betaling
	voor   []string
	// saldi: where both really pay, what remains after setting off.
	saldi []sheet.Betaling
	// partner is what one pays the other for living; nil where it is not asked.
	partner *sheet.Betaling
}

// betalingen gives the amounts of one period.
func (b *bijlage) betalingen(periode int) periodebetalingen {
	var out periodebetalingen
	var all, totalen, studie []sheet.Betaling
	for _, p := range b.r.Betalingen() {
		if p.Periode.Nummer != periode || p.Geindexeerd || b.alleenPartner && !isPartner(p) {
			continue
		}
		out.periode = p.Periode
		switch {
		case p.Betaler.ID == "":
		case isPartner(p):
			out.partner = &p
		case p.Voor.ID == "":
			totalen = append(totalen, p)
		default:
			all = append(all, p)
		}
	}
	for i, p := range all {
		switch {
		case p.Soort == studiekosten:
			studie = append(studie, p)
		case zelf(p) && nietsVanThuis(all, p):
		case zelf(p):
			out.eigen = append(out.eigen, p)
		case !nietsTerug(all, i):
			out.ouders = append(out.ouders, p)
		}
	}
	for _, p := range studie {
		out.naBijdrage(p)
	}
	out.tel(totalen)
	return out
}

// studiekosten is the kind of outcome of further costs of study: an amount beside
// the contribution to the same child.
const studiekosten = "studiekosten"

// naBijdrage puts an amount behind the others that the same child receives.
func (p *periodebetalingen) naBijdrage(q sheet.Betaling) {
	at := len(p.eigen)
	for i, x := range p.eigen {
		if x.Voor == q.Voor {
			at = i + 1
		}
	}
	p.eigen = slices.Insert(p.eigen, at, q)
}

// tel finds what the totals say: they add up where one parent pays for several
// children, and are set off where both pay.
func (p *periodebetalingen) tel(totalen []sheet.Betaling) {
	var paid []sheet.Betaling
	for _, q := range p.ouders {
		if !q.Bedrag.IsZero() {
			paid = append(paid, q)
		}
	}
	beide := slices.ContainsFunc(paid, func(q sheet.Betaling) bool { return q.Betaler != paid[0].Betaler })
	for i, t := range totalen {
		switch {
		case t.Bedrag.IsZero():
		case beide:
			p.saldi = append(p.saldi, t)
		case len(paid) > 1 && t.Betaler == paid[0].Betaler:
			p.totaal, p.voor = &totalen[i], names(paid)
		}
	}
}

// inTotaal tells whether an amount is part of the total.
func (p *periodebetalingen) inTotaal(q sheet.Betaling) bool {
	return p.totaal != nil && !q.Bedrag.IsZero()
}

// isPartner tells whether an amount is partneralimentatie.
func isPartner(p sheet.Betaling) bool {
	return p.Soort == partneralimentatie || p.Soort == partnerNetto || p.Soort == partnerGeindexeerd
}

// alle gives the amounts for children in the order in which they are told.
func (p *periodebetalingen) alle() []sheet.Betaling { return slices.Concat(p.ouders, p.eigen) }

// zelf tells whether a child receives the amount itself.
func zelf(p sheet.Betaling) bool { return p.Ontvanger.ID == p.Voor.ID }

// nietsTerug tells whether amount i is nil while another one for the same child,
// the other way round, says it all: of two that are nil the first one stays.
func nietsTerug(list []sheet.Betaling, i int) bool {
	p := list[i]
	for j, q := range list {
		terug := q.Voor == p.Voor && q.Betaler == p.Ontvanger && q.Ontvanger == p.Betaler
		if terug && p.Bedrag.IsZero() && (j < i || !q.Bedrag.IsZero()) {
			return true
		}
	}
	return false
}

// nietsVanThuis tells whether an amount that a child of 18 or older receives itself
// is nil while that of the other parent says it all: of a parent it lives with, or
// of the other parent where that one pays.
func nietsVanThuis(list []sheet.Betaling, p sheet.Betaling) bool {
	return p.Bedrag.IsZero() && slices.ContainsFunc(list, func(q sheet.Betaling) bool {
		return q.Voor == p.Voor && q.Soort == p.Soort && q.Betaler != p.Betaler && (Terug(p) || Terug(q) && !q.Bedrag.IsZero())
	})
}

// Terug tells whether an amount is that of the parent a child is registered with: it
// has to be paid where the other parent pays more directly than its share. The id is
// that of calc/wetsvoorstel.
func Terug(p sheet.Betaling) bool { return strings.HasSuffix(p.Regel, ".bijdrage_terug") }

// names gives the children of some amounts, each once.
func names(list []sheet.Betaling) []string {
	var out []string
	for _, p := range list {
		if !slices.Contains(out, p.Voor.Naam) {
			out = append(out, p.Voor.Naam)
		}
	}
	return out
}

// periods gives the numbers of the periods in the outcome, in order.
func (b *bijlage) periods() []int {
	var out []int
	for _, p := range b.r.Betalingen() {
		if !slices.Contains(out, p.Periode.Nummer) {
			out = append(out, p.Periode.Nummer)
		}
	}
	return out
}

// bedrag prints an amount to be paid: in whole euros, with cents only where it
// has any, or by some methods always in cents.
func (b *bijlage) bedrag(p sheet.Betaling) string {
	switch {
	case b.inCenten():
		return sheet.FormatNumber(p.Bedrag, 2)
	case p.Bedrag.IsInteger():
		return sheet.FormatNumber(p.Bedrag, 0)
	}
	return b.r.Line(p.Regel).Text()
}

// inCenten tells whether every amount is printed in cents.
func (b *bijlage) inCenten() bool { return slices.Contains(b.t.Uitkomst.InCenten, b.methode) }

// Voor says what an amount for a child is for, as tables do: the child, or some of
// its costs. The error names a field that the text asks for and that does not exist.
func Voor(t *templates.Bijlage, p sheet.Betaling) (string, error) {
	if p.Soort != studiekosten {
		return p.Voor.Naam, nil
	}
	return t.Uitkomst.VoorStudie.Vul(map[string]any{"Kind": p.Voor.Naam})
}

func (b *bijlage) voor(p sheet.Betaling) string {
	text, err := Voor(b.t, p)
	return b.gevuld(text, err)
}
