package xlsx

import (
	"fmt"
	"strings"

	"annex/calc/sheet"
)

// Warnings that depend on the figures are live: on the sheet Verantwoording stands for
// each whether it holds now, and what it then says. What a case file could not hold
// otherwise needs no more than the text itself.

// nameSignals is the range of whether a warning holds now that did not at first.
const nameSignals = "nieuwe_waarschuwingen"

// signals gives the warnings that depend on the figures: those that held at first, and
// those that did not.
func (b *book) signals() (first, later []sheet.Signaal) {
	for _, s := range b.result.Signalen() {
		if s.Geldt {
			first = append(first, s)
		} else {
			later = append(later, s)
		}
	}
	return first, later
}

// liveWarnings writes the warnings of the case, each as long as it holds, and how many
// came with a change.
func (p *page) liveWarnings() {
	t := p.b.texts.Samenvatting
	first, later := p.b.signals()
	for _, w := range p.b.result.Waarschuwingen() {
		p.add(p.b.warning(w, first).over(len(p.widths)))
	}
	if len(later) == 0 {
		return
	}
	n := t.Nieuw
	before, after, _ := strings.Cut(n.Meer, "%d")
	st := styleMuted.as(fmt.Sprintf("[=0]%s;[=1]%s;%s0%s", quoted(n.Geen), quoted(n.Een), quoted(before), quoted(after)))
	st.wrap, st.left = false, true
	row := p.add(cell{formula: "SUM(" + nameSignals + ")", value: 0.0, style: st, span: len(p.widths)})
	p.conditional(p.at(1, row), p.at(1, row)+">0", changedStyle())
	p.link(1, row, p.b.sheets.account)
}

// warning is the text of a warning as long as it holds. Until an input is changed it is
// that of the annex.
func (b *book) warning(w sheet.Waarschuwing, live []sheet.Signaal) cell {
	c := cell{value: w.Tekst, style: styleText}
	ended := literal(b.texts.Samenvatting.Vervallen)
	now := ended
	for _, s := range live {
		if s.Waarschuwing == w {
			now = fmt.Sprintf("IF(%s,%s,%s)", sheet.SpellCond(s.When, b.dialect), b.spokenBy(s), now)
		}
	}
	if now != ended {
		c.formula = fmt.Sprintf("IF(%s=0,%s,%s)", nameChanges, literal(w.Tekst), now)
		c.room = w.Tekst
	}
	return c
}

// spokenBy spells what a warning says with the figures of the moment.
func (b *book) spokenBy(s sheet.Signaal) string {
	var parts []string
	for _, d := range s.Delen {
		if d.Tekst != "" {
			parts = append(parts, literal(d.Tekst))
		}
		if d.Getal == (sheet.Expr{}) {
			continue
		}
		switch value := sheet.SpellExpr(d.Getal, b.dialect); {
		case d.Eenheid.Percent():
			parts = append(parts, signedText("("+value+")*100", false), quoted("%"))
		default:
			parts = append(parts, signedText(value, d.Eenheid.Money()))
		}
	}
	return strings.Join(parts, "&")
}

// withoutFigures is what a warning would say, with dots for the figures: those of the
// moment are not what it is about as long as it does not hold.
func withoutFigures(s sheet.Signaal) string {
	var out strings.Builder
	for _, d := range s.Delen {
		out.WriteString(d.Tekst)
		if d.Getal != (sheet.Expr{}) {
			out.WriteString("…")
		}
	}
	return out.String()
}

// literal writes text in a formula: in pieces, since one holds no more than 255
// characters.
func literal(s string) string {
	const most = 120 // characters beyond the basic plane and quotes count twice
	var parts []string
	for r := []rune(s); len(r) > 0; {
		n := min(len(r), most)
		parts = append(parts, quoted(string(r[:n])))
		r = r[n:]
	}
	if len(parts) == 0 {
		return `""`
	}
	return strings.Join(parts, "&")
}

// signalTable writes which warnings may come with a change, whether they hold now, and
// what they then say.
func (p *page) signalTable() {
	b, t := p.b, p.b.texts.Verantwoording
	_, later := b.signals()
	if len(later) == 0 {
		return
	}
	k := t.KolommenSignalen
	heads := []cell{head(k.Waarschuwing), head(k.Nu).inset(), head(k.Tekst).inset().over(len(p.widths) - 2)}
	p.keep(p.measure(heads) + 3*oneRow)
	p.wide(t.Signalen, styleMuted)
	p.header(heads...)
	first := p.row + 1
	for _, s := range later {
		holds := sheet.SpellCond(s.When, b.dialect)
		row := p.row + 1
		p.add(
			text(sheet.Capital(strings.ReplaceAll(s.Code, "-", " ")), styleCell),
			cell{formula: "IF(" + holds + ",1,0)", value: 0.0, style: style{left: true, indent: 1, below: colourRule, format: quoted(k.Geldt) + ";;" + quoted(k.GeldtNiet)}},
			cell{formula: fmt.Sprintf(`IF(%s=1,%s,%s)`, p.at(2, row), b.spokenBy(s), literal(withoutFigures(s))), value: withoutFigures(s), style: styleCell.muted().inset(), span: len(p.widths) - 2, room: s.Tekst},
		)
	}
	b.define(nameSignals, p.reference(2, first)+":"+p.absolute(2, p.row), "")
	p.conditional(p.at(1, first)+":"+p.at(len(p.widths), p.row), fmt.Sprintf("$%s=1", p.at(2, first)), changedStyle())
}
