package partner

import (
	"fmt"
	"time"

	"annex/calc/indexering"
	"annex/calc/partij"
	"annex/calc/periode"
	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"
)

type datum = time.Time

// prijspeilen is the need at the price level of each year in which a period begins,
// EUR/maand net.
type prijspeilen map[int]sheet.Expr

// behoefte adds the need of the receiver, by the hofnorm or as stated, and brings
// it to the price level of each period (Rapport 3.3).
func (b *berekening) behoefte(perioden []periode.Periode) (prijspeilen, error) {
	norm, err := b.Set.Partneralimentatie(perioden[0].Vanaf)
	if err != nil {
		return nil, err
	}
	g, err := b.grondslag(norm.Hofnormpercentage)
	if err != nil {
		return nil, err
	}
	percentages, err := b.Set.Indexering(g.jaar, perioden[len(perioden)-1].Vanaf.Year())
	if err != nil {
		return nil, err
	}
	return indexering.Keten(g.sc, g.bedrag, g.jaar, func(per time.Time) string {
		return fmt.Sprintf("Behoefte van %s, prijspeil %d", b.gerechtigde.Aanduiding, per.Year())
	}, percentages), nil
}

// grondslag is the need at the price level of the year in which it was found.
type grondslag struct {
	sc     sheet.Scope
	jaar   int
	bedrag sheet.Expr
}

// grondslag finds the need. The percentage of the hofnorm is that of the first
// period: the rule is the present one, whenever the couple separated.
func (b *berekening) grondslag(percentage norms.Value) (grondslag, error) {
	switch z := b.Zaak.Partneralimentatie.Behoefte; {
	case z.Vastgesteld != nil:
		return b.vastgesteld(*z.Vastgesteld), nil
	case z.Lijst != nil:
		return b.lijst(*z.Lijst), nil
	case z.Hofnorm != nil:
		return b.eigenHofnorm(*z.Hofnorm, percentage)
	case b.Gezinsinkomen != nil:
		return b.hofnorm(b.sectie(), *b.Gezinsinkomen, percentage), nil
	}
	// No child is of an age for the table, so that it was not looked at.
	return b.eigenHofnorm(zaak.Hofnorm{Gezinsinkomen: *b.Zaak.Behoefte.Gezinsinkomen}, percentage)
}

func (b *berekening) sectie() sheet.Scope {
	id := voor + ".behoefte"
	return b.Sheet.Section(sheet.Section{ID: id, Soort: SoortBehoefte, Titel: "Behoefte van " + b.gerechtigde.Aanduiding, Onderwerp: b.gerechtigde.Aanduiding}, id)
}

// slot is the line of the need.
func (b *berekening) slot(jaar int, expr sheet.Expr, bron sheet.Source, toelichting string) sheet.Line {
	return sheet.Line{
		ID: "huwelijksgerelateerd", Label: fmt.Sprintf("Huwelijksgerelateerde behoefte, prijspeil %d", jaar), Unit: sheet.EURPerMaand,
		Naam: "behoefte van " + b.gerechtigde.Aanduiding, Expr: expr, Source: bron, Toelichting: toelichting, Slot: true,
	}
}

// eigenHofnorm takes the last income as a couple as stated for this need alone.
func (b *berekening) eigenHofnorm(z zaak.Hofnorm, percentage norms.Value) (grondslag, error) {
	gezin, err := b.AlsGezin(z.Gezinsinkomen, voor+".behoefte")
	if err != nil {
		return grondslag{}, err
	}
	sc := b.sectie()
	groep := "Inkomen als paar op " + sheet.FormatDate(z.Peildatum)
	const tijdens = "tijdens het huwelijk of geregistreerd partnerschap"
	var terms []sheet.Expr
	for _, o := range b.Zaak.Ouders {
		label := "NBI van " + o.Aanduiding
		in := gezin.Ouders[o.ID].NBI(sc.In(o.ID), groep, "Netto besteedbaar inkomen (NBI) van "+o.Aanduiding)
		terms = append(terms, maand(sc.In(o.ID), "nbi", label, in, rapport("2.1"), tijdens))
	}
	if z.KindgebondenBudget != nil || gezin.KGB != (sheet.Expr{}) {
		in := gezin.Samen(sc, z.KindgebondenBudget, groep, "Kindgebonden budget van het gezin", voor+".behoefte.hofnorm.kindgebonden_budget")
		terms = append(terms, maand(sc, "kindgebonden_budget", "Kindgebonden budget", in, rapport("5.2"), tijdens))
	}
	in := partij.Gezinsinkomen{Peildatum: z.Peildatum, EigenAandeel: sheet.Zero}
	in.NBGI = maand(sc, "gezinsinkomen", "Netto besteedbaar gezinsinkomen (NBGI)", sheet.Sum(terms...), rapport("3.3.2"), "")
	if z.EigenAandeel != nil {
		const label = "Eigen aandeel in de kosten van de kinderen"
		in.EigenAandeel = partij.Bedrag(sc, "eigen_aandeel", groep, label, sheet.EURPerMaand, *z.EigenAandeel)
	}
	return b.hofnorm(sc, in, percentage), nil
}

// hofnorm adds the need by the hofnorm (3.3.2).
func (b *berekening) hofnorm(sc sheet.Scope, in partij.Gezinsinkomen, percentage norms.Value) grondslag {
	nbgi := in.NBGI
	if in.EigenAandeel != sheet.Zero {
		if b.Zaak.Partneralimentatie.Behoefte.Hofnorm == nil { // the one of the children
			nbgi = maand(sc, "gezinsinkomen", "Netto besteedbaar gezinsinkomen (NBGI)", in.NBGI, rapport("3.3.2"), "")
		}
		aandeel := maand(sc, "eigen_aandeel", "Eigen aandeel in de kosten van de kinderen", in.EigenAandeel, rapport("3.3.2"), "zoals het was op "+sheet.FormatDate(in.Peildatum))
		nbgi = maand(sc, "beschikbaar", "Beschikbaar voor beiden", nbgi.Minus(aandeel).AtLeast(sheet.Zero), rapport("3.3.2"), "")
	}
	b.Sheet.Choice(sheet.Cond{}, sheet.Keuze{
		ID: "hofnorm", Onderwerp: "Behoefte van " + b.gerechtigde.Aanduiding,
		Keuze: "De behoefte is bepaald met de hofnorm.", Grond: "De vuistregel die het Rapport aanbeveelt (par. 3.3).",
		Alternatief: "Een lijst met uitgaven, of een vastgestelde behoefte, met reden.",
	})
	jaar := in.Peildatum.Year()
	bedrag := sc.Add(b.slot(jaar, sc.Norm(percentage).Times(nbgi).Round(2), rapport("3.3.2 en 5.2, stap 1"), "volgens de hofnorm"))
	return grondslag{sc, jaar, bedrag}
}

// vastgesteld takes a need that court or agreement has fixed.
func (b *berekening) vastgesteld(z zaak.Vastgesteld) grondslag {
	sc := b.sectie()
	label := fmt.Sprintf("Vastgestelde behoefte van %s, prijspeil %d", b.gerechtigde.Aanduiding, z.Jaar)
	b.nietDeHofnorm("De behoefte is niet berekend maar overgenomen zoals vastgesteld.", z.Reden)
	in := partij.Bedrag(sc, "vastgesteld", "Behoefte van "+b.gerechtigde.Aanduiding, label, sheet.EURPerMaand, z.Bedrag)
	return grondslag{sc, z.Jaar, sc.Add(b.slot(z.Jaar, in, rapport("3.3"), z.Reden))}
}

// lijst takes a need set out item by item.
func (b *berekening) lijst(z zaak.Behoeftelijst) grondslag {
	sc := b.sectie()
	groep := "Behoefte van " + b.gerechtigde.Aanduiding
	b.nietDeHofnorm("De behoefte volgt uit een lijst met uitgaven.", z.Reden)
	var posten []sheet.Expr
	for i, post := range z.Posten {
		id, wat := fmt.Sprintf("post_%d", i+1), sheet.Capital(post.Omschrijving)
		posten = append(posten, maand(sc, id, wat, partij.Bedrag(sc, id, groep, wat, sheet.EURPerMaand, post.Bedrag), rapport("3.3"), ""))
	}
	return grondslag{sc, z.Jaar, sc.Add(b.slot(z.Jaar, sheet.Sum(posten...), rapport("3.3"), z.Reden))}
}

func (b *berekening) nietDeHofnorm(keuze, reden string) {
	b.Sheet.Choice(sheet.Cond{}, sheet.Keuze{
		ID: "hofnorm", Onderwerp: "Behoefte van " + b.gerechtigde.Aanduiding, Zaakspecifiek: true,
		Keuze: keuze, Grond: reden, Alternatief: "De hofnorm (Rapport par. 3.3).",
	})
}

// resterendeBehoefte adds what of the need the receiver cannot meet (3.3.1, 5.2
// stap 1), EUR/maand net.
func (v *inPeriode) resterendeBehoefte(behoefte prijspeilen) sheet.Expr {
	o := v.gerechtigde
	sc := v.sectie(SoortResterend, "resterende_behoefte", "Resterende behoefte van "+o.Aanduiding, o.Aanduiding)
	v.gerechtigd.Begin(sc)
	nodig := maand(sc, "behoefte", "Behoefte van "+o.Aanduiding, behoefte[v.p.Vanaf.Year()], rapport("3.3"), "")
	if z := v.gerechtigd.Situatie.Behoefteverlaging; z != nil {
		const label = "Verlaging van de behoefte"
		v.Sheet.Choice(sheet.Cond{}, sheet.Keuze{
			ID: "behoefteverlaging", Onderwerp: "Behoefte van " + o.Aanduiding, Zaakspecifiek: true,
			Keuze: "De behoefte is verlaagd.", Grond: z.Reden, Alternatief: "De behoefte niet verlagen (Rapport par. 3.3.3).",
		})
		af := maand(sc, "verlaging", label, partij.Bedrag(sc, "verlaging", v.gerechtigd.Groep(), "Verlaging van de behoefte", sheet.EURPerMaand, partij.MetReden(*z)), rapport("3.3.3"), z.Reden)
		nodig = maand(sc, "behoefte_na_verlaging", "Behoefte na verlaging", nodig.Minus(af).AtLeast(sheet.Zero), rapport("3.3.3"), "")
	}
	eigen := v.eigenInkomen(sc, v.gerechtigd)
	v.kinderenGerechtigd = v.kosten(sc, v.gerechtigd)
	v.Sheet.Highlight(v.p.Naam, "Behoefte van "+o.Aanduiding, nodig)
	if v.kinderenGerechtigd.aandeel != (sheet.Expr{}) {
		eigen = maand(sc, "beschikbaar", "Voor "+o.Aanduiding+" zelf beschikbaar", eigen.Minus(v.kinderenGerechtigd.naKGB).AtLeast(sheet.Zero), rapport("5.2, stap 1"), "")
	}
	resteert := sc.Add(sheet.Line{
		ID: "resteert", Label: "Resterende behoefte, netto", Naam: "resterende behoefte van " + o.Aanduiding, Unit: sheet.EURPerMaand, Slot: true,
		Expr: nodig.Minus(eigen).AtLeast(sheet.Zero), Source: rapport("5.2, stap 1"),
	})
	v.Sheet.Highlight(v.p.Naam, "Resterende behoefte van "+o.Aanduiding+", netto", resteert)
	return resteert
}

// eigenInkomen adds the income of somebody with what could be earned besides,
// without kindgebonden budget, EUR/maand.
func (v *inPeriode) eigenInkomen(sc sheet.Scope, wie *partij.Partij) sheet.Expr {
	hier := !wie.Begonnen()
	nbi, extra := wie.Gerekend(), wie.Verdiencapaciteit()
	label, toelichting := "Netto besteedbaar inkomen (NBI)", "zonder kindgebonden budget"
	if extra != sheet.Zero {
		label = "Inkomen met verdiencapaciteit"
	}
	v.anderInkomen(wie, extra)
	if hier && extra == sheet.Zero && wie.Situatie.Inkomensverlies == nil {
		return nbi // it stands in this section already
	}
	return maand(sc, "inkomen", label+" van "+wie.Wie.Aanduiding, sheet.Sum(nbi, extra), rapport("3.3.1, 4.4.2 en 5.2"), toelichting)
}

// anderInkomen warns where the net income calculated with is not the one the tax
// rests on.
func (v *inPeriode) anderInkomen(wie *partij.Partij, extra sheet.Expr) {
	if wie.Inkomen.Fiscaal == nil {
		return
	}
	const tekst = "Voor %s is gerekend met een ander netto inkomen dan uit het opgegeven inkomen volgt (%s). Bij het bruteren is de belasting over het opgegeven inkomen het uitgangspunt. Een verdiencapaciteit kan ook als loon worden opgegeven; dan klopt de belasting ermee."
	if extra != sheet.Zero {
		v.p.Waarschuw(v.Sheet, extra.MoreThan(sheet.Zero), "bruteren-ander-inkomen", tekst, wie.Wie.Aanduiding, "aanvullende verdiencapaciteit")
	}
	if oud := wie.Oud(); !oud.IsZero() {
		v.p.Waarschuw(v.Sheet, oud, "bruteren-ander-inkomen", tekst, wie.Wie.Aanduiding, "inkomensverlies")
	}
}

// kosten adds what somebody bears of the costs of children: the share, less
// kindgebonden budget, not below nil (5.2 stap 1 and 4.5).
func (v *inPeriode) kosten(sc sheet.Scope, wie *partij.Partij) kosten {
	k := kosten{naKGB: sheet.Zero, kgb: sheet.Zero}
	const label = "Aandeel in de kosten van de kinderen"
	regel := sheet.Line{ID: "aandeel_kinderen", Label: label, Naam: "aandeel van " + wie.Wie.Aanduiding + " in de kosten van de kinderen", Unit: sheet.EURPerMaand, Source: rapport("4.4.2 en 5.2")}
	switch z := wie.Situatie.AandeelKinderen; {
	case z != nil:
		v.Sheet.Choice(sheet.Cond{}, sheet.Keuze{
			ID: "aandeel-kosten-kinderen", Onderwerp: "Aandeel van " + wie.Wie.Aanduiding + " in de kosten van de kinderen", Zaakspecifiek: true,
			Keuze: "Voor de partneralimentatie is het aandeel overgenomen zoals opgegeven.", Grond: z.Reden, Alternatief: "Het aandeel dat uit de berekening van de kinderalimentatie volgt.",
		})
		regel.Expr, regel.Toelichting = partij.Bedrag(sc, "aandeel_kinderen", wie.Groep(), label, sheet.EURPerMaand, partij.MetReden(*z)), z.Reden
	case wie.AandeelKinderen != (sheet.Expr{}):
		regel.Expr, regel.Toelichting = wie.AandeelKinderen, "voor kinderen onder 21 jaar; die gaan voor (art. 1:400 BW)"
	default:
		return k
	}
	k.aandeel = sc.Add(regel)
	k.naKGB = k.aandeel
	if len(v.Zaak.Kinderen) == 0 && wie.Situatie.KindgebondenBudget == nil || wie == v.plichtig && !v.kgbVanPlichtige() {
		return k
	}
	k.kgb = maand(sc, "kgb", "Kindgebonden budget van "+wie.Wie.Aanduiding, wie.KGB(), rapport("4.5 en 5.2"), "")
	k.naKGB = maand(sc, "kosten_kinderen", "Kosten van de kinderen na kindgebonden budget", k.aandeel.Minus(k.kgb).AtLeast(sheet.Zero), rapport("4.5 en 5.2"), "")
	return k
}

// kgbVanPlichtige tells whether kindgebonden budget of the payer plays a part.
func (v *inPeriode) kgbVanPlichtige() bool {
	return v.Zaak.Partneralimentatie.Inkomensvergelijking || v.Zaak.Keuzes.PartnerdraagkrachtKGB == zaak.KeuzeNaKGB
}
