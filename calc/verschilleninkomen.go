package calc

import (
	"fmt"
	"strconv"

	"annex/calc/sheet"
	"annex/calc/zaak"
)

// inkomensfeiten gives what differs in what an income is made up of, where it is
// worked out in both periods. How it differs from a stated one is a fact of its own.
func inkomensfeiten(o zaak.Ouder, van, naar zaak.Periode) []feit {
	a, b := van.Situaties[o.ID].Opbouw, naar.Situaties[o.ID].Opbouw
	if a == nil || b == nil {
		return nil
	}
	oud, nieuw := opbouw(*a), opbouw(*b)
	wat, nu := zonder(oud, nieuw), zonder(nieuw, oud)
	if wat == geen && nu == geen {
		return nil
	}
	return []feit{{"Inkomen van " + o.Aanduiding, wat, nu, func(nu *zaak.Periode, naar zaak.Periode) {
		s := nu.Situaties[o.ID]
		s.Opbouw = naar.Situaties[o.ID].Opbouw
		nu.Situaties[o.ID] = s
	}}}
}

// opbouw names everything an income is made up of.
func opbouw(o zaak.Inkomensopbouw) []string {
	var l opgaven
	for _, w := range o.Loon {
		l.loon(w)
	}
	if w := o.Winst; w != nil {
		l.winst(*w)
	}
	l.jaar("resultaat uit overige werkzaamheden", o.Overig)
	l.maand("partneralimentatie", o.Alimentatie)
	l.jaar("dividend", o.Dividend)
	if v := o.Vermogen; v != nil {
		l.bedrag("banktegoeden", v.Banktegoeden, "")
		l.bedrag("overige bezittingen", v.OverigeBezittingen, "")
		l.bedrag("schulden", v.Schulden, "")
		l.jaar("inkomen uit vermogen", v.WerkelijkInkomen)
	}
	if w := o.EigenWoning; w != nil {
		l.bedrag("WOZ-waarde", w.WOZ, "")
		l.jaar("rente", w.Rente)
		l.jaar("saldo van de eigen woning", w.Saldo)
	}
	for _, p := range o.Voorzieningen {
		l.jaar("premie "+p.Omschrijving, &p.Bedrag)
	}
	for _, a := range o.Aftrek {
		if a.TeltMee {
			l.jaar("aftrek "+a.Omschrijving, &a.Bedrag)
		}
	}
	for _, p := range o.NettoOverig {
		l.maand(p.Omschrijving, &p.Bedrag)
	}
	l.ofNiets("combinatiekorting", o.Combinatiekorting)
	l.ofNiets("alleenstaande-ouderenkorting", o.AlleenstaandeOuderenkorting)
	if o.Jonggehandicaptenkorting {
		l.ja("jonggehandicaptenkorting")
	}
	if p := o.Partner; p != nil {
		l.jaar("toetsingsinkomen van de partner", &p.Toetsingsinkomen)
		l.jaar("arbeidsinkomen van de partner", &p.Arbeidsinkomen)
	}
	l.jaar("toetsingsinkomen", o.Toetsingsinkomen)
	for _, geboren := range o.OokVoor {
		l.ja("ander kind, geboren op " + sheet.FormatDate(geboren))
	}
	if n := o.Netto; n != nil {
		l.netto(*n)
	}
	return l
}

// opgaven gathers what a case file states of an income.
type opgaven []string

func (l *opgaven) ja(tekst string) { *l = append(*l, tekst) }

func (l *opgaven) ofNiets(wat string, b *bool) {
	if b != nil {
		l.ja(wat + " " + sheet.FormatJaNee(*b))
	}
}

func (l *opgaven) bedrag(wat string, b *zaak.Bedrag, per string) {
	if b != nil {
		l.ja(wat + " " + euro(b.Waarde) + per)
	}
}

func (l *opgaven) jaar(wat string, b *zaak.Bedrag)  { l.bedrag(wat, b, " per jaar") }
func (l *opgaven) maand(wat string, b *zaak.Bedrag) { l.bedrag(wat, b, " per maand") }

func (l *opgaven) loon(w zaak.Loon) {
	per := map[string]string{zaak.TijdvakMaand: " per maand", zaak.TijdvakVierWeken: " per vier weken"}[w.Tijdvak]
	l.bedrag(w.Omschrijving, w.Bruto, per)
	l.jaar(w.Omschrijving+" volgens de jaaropgaaf", w.Jaaropgaaf)
	if v := w.Vakantietoeslag; v != nil {
		l.ja(fmt.Sprintf("vakantietoeslag van %s %s%%", w.Omschrijving, sheet.FormatPublished(v.Waarde)))
	}
	l.jaar("dertiende maand van "+w.Omschrijving, w.DertiendeMaand)
	for _, e := range w.Extra {
		l.jaar(e.Omschrijving, &e.Bedrag)
	}
	l.bedrag("pensioenpremie van "+w.Omschrijving, w.Pensioenpremie, per)
	l.bedrag("andere premies van "+w.Omschrijving, w.AnderePremies, per)
	l.bedrag("netto inhoudingen van "+w.Omschrijving, w.NettoInhoudingen, per)
	l.jaar("bijtelling auto van "+w.Omschrijving, w.BijtellingAuto)
}

func (l *opgaven) winst(w zaak.Winst) {
	for _, j := range w.Jaren {
		l.jaar("winst over "+strconv.Itoa(j.Jaar), &j.Winst)
	}
	l.ja("winst volgens " + w.Uitgangspunt)
	l.jaar("verwachte winst", w.Prognose)
	if w.Zelfstandigenaftrek {
		l.ja("zelfstandigenaftrek")
	}
	if w.Startersaftrek {
		l.ja("startersaftrek")
	}
	if a := w.Achterblijvend; a != nil {
		l.jaar("winst die achterblijft", &a.Bedrag)
	}
}

func (l *opgaven) netto(n zaak.NettoModel) {
	l.maand("nettoloon", n.Loon)
	l.maand("netto AOW", n.AOW)
	l.maand("netto uitkering", n.Uitkering)
	l.maand("nettoloon in de bouw", n.Bouwloon)
	l.maand("netto pensioen", n.Pensioen)
	l.maand("ander netto inkomen", n.Overig)
	if v := n.Vakantietoeslag; v != nil {
		l.ja("vakantietoeslag " + sheet.FormatPublished(v.Waarde) + "%")
	}
}
