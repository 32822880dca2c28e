package zaak

// Partneralimentatie is what is asked for one of the two former spouses or
// registered partners, and on what.
type Partneralimentatie struct {
	Gerechtigde string // id of the Ouder who asks for it; the other one owes it
	Behoefte    Partnerbehoefte
	// Inkomensvergelijking: who owes it asks that the other one shall not have
	// more to spend (Rapport 4.5).
	Inkomensvergelijking bool
	Plek                 Plek
}

// Partnerbehoefte says how the need is found. At most one is set; none: by the
// hofnorm from Zaak.Behoefte.Gezinsinkomen and the eigen aandeel that follows
// from it.
type Partnerbehoefte struct {
	Hofnorm     *Hofnorm
	Vastgesteld *Vastgesteld // a stated net need, EUR per month
	Lijst       *Behoeftelijst
}

// Hofnorm is the last income as a couple, from which the need follows (Rapport
// 3.3.2).
type Hofnorm struct {
	Gezinsinkomen // without Stijging
	// EigenAandeel is what of it went to the children, EUR per month at the price
	// level of the Peildatum; nil when not stated, and then there were none.
	EigenAandeel *Bedrag
}

// Behoeftelijst is a need set out item by item, net in EUR per month, at the price
// level of a year.
type Behoeftelijst struct {
	Posten []Maandpost // at least one
	Jaar   int
	Reden  string // why not the hofnorm
	Plek   Plek
}

// Plichtige gives the one who owes the maintenance that Gerechtigde asks for.
func (z *Zaak) Plichtige() Ouder { return z.partij(false) }

// Gerechtigde gives the one who asks for partneralimentatie.
func (z *Zaak) Gerechtigde() Ouder { return z.partij(true) }

func (z *Zaak) partij(gerechtigd bool) Ouder {
	if (z.Ouders[0].ID == z.Partneralimentatie.Gerechtigde) == gerechtigd {
		return z.Ouders[0]
	}
	return z.Ouders[1]
}
