package wetsvoorstel

import (
	"time"

	"annex/calc/inkomen"
	"annex/calc/partij"
	"annex/calc/periode"
	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"
)

// blokKGB heads the lines of the kindgebonden budget where it is worked out.
const blokKGB = "Kindgebonden budget, per jaar"

// samenstelling is an alimentatie-inkomen being put together.
type samenstelling struct {
	b            *berekening
	sc           sheet.Scope
	groep        string
	wie          string // "de vader", "de ouders samen"
	bron         sheet.Source
	netto        sheet.Expr // after tax, EUR/maand
	bijslag, kgb sheet.Expr // EUR/maand; Zero where there is none
	minimum      sheet.Expr // EUR/maand; Zero where it is not known
}

// inkomenVoorBehoefte adds the income of art. 404a: of both parents just before
// they parted, or the average of those who never lived together. EUR/maand.
func (b *berekening) inkomenVoorBehoefte(n norms.Wetsvoorstel) (sheet.Expr, error) {
	z := b.zaak.Behoefte
	eigen := z.Wetsvoorstel
	if eigen == nil {
		eigen = &zaak.WetsvoorstelBehoefte{}
	}
	sectie := func() sheet.Scope {
		return b.sheet.Section(sheet.Section{ID: "behoefte_inkomen", Soort: SoortBehoefte, Titel: "Inkomen waaruit de behoefte volgt"}, "gezin")
	}
	slot := sheet.Line{ID: "alimentatie_inkomen", Label: "Alimentatie-inkomen voor de behoefte", Unit: sheet.EURPerMaand, Source: wet("404a"), Slot: true}
	switch {
	case eigen.GeenInzicht != nil:
		sc := sectie()
		b.sheet.Choice(sheet.Cond{}, sheet.Keuze{
			ID: "wetsvoorstel-geen-inzicht", Onderwerp: "Inkomen waaruit de behoefte volgt", Zaakspecifiek: true,
			Keuze: "Er is geen of onvoldoende inzicht in het inkomen van toen. Het inkomen is gesteld op het bedrag van art. 14 van de concept-AMvB. Of het inzicht ontbreekt, zou de rechter beoordelen.",
			Grond: eigen.GeenInzicht.Tekst, Alternatief: "Het alimentatie-inkomen berekenen zodra het inzicht er is; dat is een grond voor wijziging (art. 1:405b lid 1 onder g BW, zoals voorgesteld).",
		})
		slot.Expr, slot.Source, slot.Toelichting = sc.Norm(n.InkomenZonderInzicht), besluit("14"), eigen.GeenInzicht.Tekst
		return sc.Add(slot), nil
	case eigen.AlimentatieInkomen != nil:
		sc := sectie()
		slot.Expr = partij.Bedrag(sc, "alimentatie_inkomen", "Inkomen waaruit de behoefte volgt", slot.Label+", zoals opgegeven", sheet.EURPerMaand, *eigen.AlimentatieInkomen)
		return sc.Add(slot), nil
	case z.Gezinsinkomen != nil:
		return b.gezinsinkomenVan(*z.Gezinsinkomen, sectie, slot)
	}
	return b.gemiddeldInkomen(*z.NooitSamengewoond, sectie, slot)
}

// gezinsinkomenVan adds the income of the last period as a family.
func (b *berekening) gezinsinkomenVan(z zaak.Gezinsinkomen, sectie func() sheet.Scope, slot sheet.Line) (sheet.Expr, error) {
	dag := sheet.FormatDate(z.Peildatum)
	kinderen := b.geborenOp(z.Peildatum)
	netto, err := b.ouderinkomens(z.Peildatum, z.Ouders, kinderen, inkomen.Gezin)
	if err != nil {
		return sheet.Expr{}, err
	}
	s := &samenstelling{b: b, sc: sectie(), groep: "Gezinsinkomen op " + dag, wie: "de ouders samen", bron: wet("400a en 404a")}
	var bedragen, toetsing, vermogen []sheet.Expr
	for i, o := range b.zaak.Ouders {
		bedragen = append(bedragen, s.nettoVan(o, netto[i], z.Ouders[o.ID], "op "+dag))
		toetsing, vermogen = append(toetsing, netto[i].Toetsingsinkomen), append(vermogen, bekend(netto[i].Vermogen)...)
	}
	s.netto = sheet.Sum(bedragen...)
	h := inkomen.Huishouden{Op: z.Peildatum, Kinderen: kinderen, Samen: true, Toetsingsinkomens: toetsing, Vermogens: vermogen, VanWie: "het gezin op " + dag, Groep: s.groep}
	if err := s.kindregelingen(h, z.KindgebondenBudget, "behoefte.gezinsinkomen.kindgebonden_budget"); err != nil {
		return sheet.Expr{}, err
	}
	return s.metMinimum(z.Peildatum, b.gezinsnorm(z.Peildatum), slot), nil
}

// gemiddeldInkomen adds the average of the incomes of parents who never lived
// together (art. 404a lid 1; MvT, onderdeel L).
//
// Keuze: kinderbijslag and kindgebonden budget count once, with the parent the
// child is registered with; see docs/keuzes.md, wetsvoorstel-nooit-samengewoond.
func (b *berekening) gemiddeldInkomen(z zaak.NooitSamengewoond, sectie func() sheet.Scope, slot sheet.Line) (sheet.Expr, error) {
	dag := sheet.FormatDate(z.Peildatum)
	kinderen := b.geborenOp(z.Peildatum)
	netto, err := b.ouderinkomens(z.Peildatum, z.Ouders, kinderen, inkomen.Hoofdverblijf)
	if err != nil {
		return sheet.Expr{}, err
	}
	s := &samenstelling{b: b, sc: sectie(), groep: "Inkomen op " + dag, wie: "de ouders", bron: wet("400a en 404a")}
	var bedragen []sheet.Expr
	for i, o := range b.zaak.Ouders {
		bedragen = append(bedragen, s.nettoVan(o, netto[i], z.Ouders[o.ID], "op "+dag))
	}
	s.netto = sheet.Sum(bedragen...)
	verzorger := b.verzorger()
	nr, _ := b.ouderEnAndere(verzorger)
	h := inkomen.Huishouden{Op: z.Peildatum, Kinderen: kinderen, Toetsingsinkomens: []sheet.Expr{netto[nr].Toetsingsinkomen}, Vermogens: bekend(netto[nr].Vermogen), VanWie: b.zaak.Ouders[nr].Aanduiding + " op " + dag, Groep: s.groep}
	if err := s.kindregelingen(h, z.Ouders[verzorger].KindgebondenBudget, "behoefte.nooit_samengewoond."+verzorger+".kindgebonden_budget"); err != nil {
		return sheet.Expr{}, err
	}
	b.sheet.Choice(sheet.Cond{}, sheet.Keuze{
		ID: "wetsvoorstel-nooit-samengewoond", Onderwerp: "Inkomen van ouders die nooit hebben samengewoond",
		Keuze:       "De behoefte volgt uit het gemiddelde van beide inkomens. Kinderbijslag en kindgebonden budget tellen één keer mee, bij de ouder bij wie het kind staat ingeschreven.",
		Grond:       "Art. 1:404a lid 1 BW, zoals voorgesteld, en de toelichting daarop: het kind leefde steeds in een van de twee huishoudens.",
		Alternatief: "Kinderbijslag en kindgebonden budget bij beide ouders meetellen.",
	})
	samen := s.samen("Inkomen van de ouders samen")
	slot.Toelichting = "het gemiddelde van beide inkomens: de ouders hebben nooit in gezinsverband samengeleefd"
	slot.Expr = samen.Over(sheet.Two).Round(2)
	return s.sc.Add(slot), nil
}

// verzorger is the parent the first child is registered with.
func (b *berekening) verzorger() string {
	for _, k := range b.zaak.Perioden[0].Kinderen {
		if k.Hoofdverblijf != "" {
			return k.Hoofdverblijf
		}
	}
	return b.zaak.Ouders[0].ID
}

// geborenOp gives the children of the case that were born on a day.
func (b *berekening) geborenOp(op time.Time) []inkomen.Kind {
	var out []inkomen.Kind
	for _, k := range b.zaak.Kinderen {
		if !k.Geboren.After(op) {
			out = append(out, inkomen.Kind{Naam: k.Naam, Geboren: k.Geboren})
		}
	}
	return out
}

// ouderinkomens works out the incomes of both parents on a day before the periods,
// where the case file gives what stands on the papers; the others stay empty.
func (b *berekening) ouderinkomens(op time.Time, z map[string]zaak.Inkomen, kinderen []inkomen.Kind, huis inkomen.Huis) ([]inkomen.Uitkomst, error) {
	out := make([]inkomen.Uitkomst, len(b.zaak.Ouders))
	var opdrachten []inkomen.Opdracht
	var nrs []int
	wanneer := "op " + sheet.FormatDate(op)
	for i, o := range b.zaak.Ouders {
		opbouw := z[o.ID].Opbouw
		if opbouw == nil {
			continue
		}
		var geboren []time.Time
		if huis == inkomen.Gezin || o.ID == b.verzorger() {
			geboren = geboortes(kinderen)
		}
		opdrachten, nrs = append(opdrachten, inkomen.Opdracht{
			Wie: o, Op: op, Opbouw: *opbouw, Keuzes: b.zaak.Keuzes, Kinderen: geboren, Huis: huis, ZonderLasten: true, ZonderPartner: true, Wetsvoorstel: true,
			Sectie: "gezin.inkomen_" + o.ID, Prefix: "gezin." + o.ID + ".bruto", Wanneer: wanneer, Voor: "peildatum",
			Groep: "Inkomen van " + o.Aanduiding + " " + wanneer,
		}), append(nrs, i)
	}
	if len(opdrachten) == 2 && huis == inkomen.Gezin {
		een, twee, err := inkomen.BeschrijfPaar(b.sheet, b.set, opdrachten[0], opdrachten[1])
		out[0], out[1] = een, twee
		return out, err
	}
	for i, o := range opdrachten {
		o.PartnerOnbekend = huis == inkomen.Gezin
		u, err := inkomen.Beschrijf(b.sheet, b.set, o)
		if err != nil {
			return nil, err
		}
		out[nrs[i]] = u
	}
	return out, nil
}

func geboortes(kinderen []inkomen.Kind) []time.Time {
	var out []time.Time
	for _, k := range kinderen {
		out = append(out, k.Geboren)
	}
	return out
}

func bekend(e sheet.Expr) []sheet.Expr {
	if e == (sheet.Expr{}) {
		return nil
	}
	return []sheet.Expr{e}
}

// alimentatieinkomen adds the income of art. 404b of one parent in a period,
// EUR/maand, and what it is made up of.
func (b *berekening) alimentatieinkomen(sectie func() sheet.Scope, p periode.Periode, d *draagkracht) error {
	o := d.ouder
	z := p.Situaties[o.ID]
	eigen := z.Wetsvoorstel
	if eigen == nil {
		eigen = &zaak.WetsvoorstelSituatie{}
	}
	slot := sheet.Line{
		ID: "alimentatie_inkomen", Label: "Alimentatie-inkomen", Naam: "alimentatie-inkomen van " + o.Aanduiding, Unit: sheet.EURPerMaand, Source: wet("400a en 404b"),
	}
	if eigen.EerderInkomen != nil {
		slot.ID, slot.Label, slot.Naam = "alimentatie_inkomen_nu", "Alimentatie-inkomen nu", "alimentatie-inkomen van "+o.Aanduiding+" nu"
	}
	groep := b.dossier.Partij(p, o).Groep()
	var sc sheet.Scope
	if eigen.AlimentatieInkomen != nil {
		sc = sectie()
		slot.Expr = partij.Bedrag(sc, slot.ID, groep, slot.Label+", zoals opgegeven", sheet.EURPerMaand, *eigen.AlimentatieInkomen)
		d.inkomen = sc.Add(slot)
		d.inkomsten = d.inkomen
	} else {
		var u inkomen.Uitkomst
		if z.Opbouw != nil {
			var err error
			if u, err = inkomen.Beschrijf(b.sheet, b.set, b.opdracht(p, o)); err != nil {
				return err
			}
		}
		sc = sectie()
		if err := b.samengesteld(&samenstelling{b: b, sc: sc, groep: groep, wie: o.Aanduiding, bron: wet("400a en 404b")}, p, u, slot, d); err != nil {
			return err
		}
	}
	if eigen.EerderInkomen != nil {
		d.inkomen, d.tenMinste = b.eerderInkomen(sc, groep, p, o, *eigen.EerderInkomen, d.inkomen)
	}
	return nil
}

// samengesteld puts the income of one parent in a period together.
func (b *berekening) samengesteld(s *samenstelling, p periode.Periode, u inkomen.Uitkomst, slot sheet.Line, d *draagkracht) error {
	o := d.ouder
	z := p.Situaties[o.ID]
	s.netto = s.nettoVan(o, u, z.Inkomen, "")
	h := inkomen.Huishouden{
		Op: p.Vanaf, Kinderen: b.ingeschrevenBij(p, o.ID), Toetsingsinkomens: []sheet.Expr{u.Toetsingsinkomen}, Vermogens: bekend(u.Vermogen),
		VanWie: o.Aanduiding + ", " + p.Naam.Tekst, Groep: "Inkomen van " + o.Aanduiding + ", " + p.Naam.Tekst,
	}
	if err := s.kindregelingen(h, z.KindgebondenBudget, p.Pad(o)+".kindgebonden_budget"); err != nil {
		return err
	}
	norm, err := b.alleenstaandennorm(p, o)
	if err != nil {
		return err
	}
	d.inkomen = s.metMinimum(p.Vanaf, norm, slot)
	d.netto, d.kindregelingen, d.minimum = s.netto, sheet.Sum(s.bijslag, s.kgb), s.minimum
	d.inkomsten = s.netto
	if u.Toetsingsinkomen != (sheet.Expr{}) { // of art. 400a: before tax
		d.inkomsten, d.perJaar = u.Toetsingsinkomen, true
	}
	return nil
}

// opdracht says what income is to be worked out for a parent in a period: as if
// without a partner, and with the children of both parents alone (AMvB art. 1).
func (b *berekening) opdracht(p periode.Periode, o zaak.Ouder) inkomen.Opdracht {
	z := p.Situaties[o.ID]
	return inkomen.Opdracht{
		Wie: o, AOW: z.AOW, Op: p.Vanaf, Opbouw: *z.Opbouw, Keuzes: b.zaak.Keuzes, Kinderen: geboortes(b.ingeschrevenBij(p, o.ID)), Huis: inkomen.Hoofdverblijf,
		ZonderLasten: true, ZonderPartner: true, Wetsvoorstel: true,
		Sectie: p.ID("inkomen_" + o.ID), Prefix: p.ID(o.ID + ".bruto"), Periode: p.Nummer, Wanneer: p.Naam.Tekst,
		Groep: "Inkomen van " + o.Aanduiding + ", " + p.Naam.Tekst,
	}
}

// ingeschrevenBij are the children registered with a parent.
func (b *berekening) ingeschrevenBij(p periode.Periode, id string) []inkomen.Kind {
	var out []inkomen.Kind
	for i, k := range b.zaak.Kinderen {
		if p.Kinderen[i].Hoofdverblijf == id {
			out = append(out, inkomen.Kind{Naam: k.Naam, Geboren: k.Geboren})
		}
	}
	return out
}

// eerderInkomen adds the income of six months before, which holds where the
// present one is lower and that can be blamed on the parent (art. 400a lid 7), and
// gives the income that holds and what it is at least.
func (b *berekening) eerderInkomen(sc sheet.Scope, groep string, p periode.Periode, o zaak.Ouder, z zaak.MetReden, nu sheet.Expr) (geldt, tenMinste sheet.Expr) {
	const label = "Alimentatie-inkomen van zes maanden eerder"
	eerder := sc.Add(sheet.Line{
		ID: "eerder_inkomen", Label: label, Unit: sheet.EURPerMaand, Source: wet("400a lid 7"), Toelichting: z.Reden,
		Expr: partij.Bedrag(sc, "eerder_inkomen", groep, label, sheet.EURPerMaand, z.Bedrag),
	})
	b.sheet.Choice(nu.LessThan(eerder), sheet.Keuze{
		ID: "wetsvoorstel-verwijtbaar", Onderwerp: "Inkomen van " + o.Aanduiding, Zaakspecifiek: true,
		Keuze: "Gerekend is met het inkomen van zes maanden eerder. Dat het lagere inkomen van nu verwijtbaar is, is overgenomen zoals opgegeven; de rechter zou dat beoordelen.",
		Grond: z.Reden, Alternatief: "Rekenen met het inkomen van nu.",
	})
	p.LaatWeg(b.sheet, nu.NotLessThan(eerder), "Inkomen van %s van zes maanden eerder", "Het inkomen van nu (€ %s) is niet lager dan dat van zes maanden eerder (€ %s).", o.Aanduiding, nu, eerder)
	geldt = sc.Add(sheet.Line{
		ID: "alimentatie_inkomen", Label: "Alimentatie-inkomen", Naam: "alimentatie-inkomen van " + o.Aanduiding, Unit: sheet.EURPerMaand, Source: wet("400a lid 7"),
		Expr: nu.AtLeast(eerder),
	})
	return geldt, eerder
}

// nettoVan adds the net income of one parent: as worked out, or the NBI as stated.
func (s *samenstelling) nettoVan(o zaak.Ouder, u inkomen.Uitkomst, z zaak.Inkomen, wanneer string) sheet.Expr {
	sc := s.sc
	if wanneer != "" {
		sc = sc.In(o.ID)
	}
	l := sheet.Line{
		ID: "netto_inkomen", Label: "Netto-inkomen", Naam: "netto-inkomen van " + o.Aanduiding, Unit: sheet.EURPerMaand, Source: wet("400a lid 6"), Expr: u.NBI,
	}
	if wanneer != "" {
		l.Label, l.Naam = "Netto-inkomen van "+o.Aanduiding, "netto-inkomen van "+o.Aanduiding+" "+wanneer
	}
	if u.NBI == (sheet.Expr{}) {
		l.Expr = partij.Bedrag(sc, "nbi", s.groep, l.Label, sheet.EURPerMaand, z.NBI)
		l.Toelichting = "het opgegeven netto besteedbaar inkomen"
		// Keuze: see docs/keuzes.md, wetsvoorstel-nbi.
		s.b.sheet.Choice(sheet.Cond{}, sheet.Keuze{
			ID: "wetsvoorstel-nbi", Onderwerp: "Netto-inkomen zoals opgegeven",
			Keuze:       "Het opgegeven netto besteedbaar inkomen is genomen als het netto-inkomen van art. 1:400a lid 6 BW, zoals voorgesteld.",
			Grond:       "Beide zijn het bruto-inkomen na belasting en Zvw. Wel gaat in het NBI de pensioenpremie ervan af; het wetsvoorstel rekent daarvoor met een vast deel in de draagkrachttabel.",
			Alternatief: "Het inkomen opgeven zoals het op de papieren staat, of het alimentatie-inkomen zelf.",
		})
	}
	return sc.Add(l)
}

// kindregelingen adds kinderbijslag and kindgebonden budget: they are income of the
// household the children are registered with (AMvB art. 2). pad is where
// kindgebonden budget would stand in the case file.
func (s *samenstelling) kindregelingen(h inkomen.Huishouden, opgave *zaak.Bedrag, pad string) error {
	s.bijslag, s.kgb = sheet.Zero, sheet.Zero
	if !h.Heeft() && opgave == nil {
		return nil
	}
	if h.Heeft() {
		bijslag, err := inkomen.Kinderbijslag(s.sc, s.b.set, h.Op, h.Kinderen, "")
		if err != nil {
			return err
		}
		s.bijslag = bijslag
	}
	bekend := true
	for _, t := range h.Toetsingsinkomens {
		bekend = bekend && t != (sheet.Expr{})
	}
	const label = "Kindgebonden budget"
	l := sheet.Line{ID: "kindgebonden_budget", Label: label, Naam: "kindgebonden budget van " + s.wie, Unit: sheet.EURPerMaand, Source: besluit("2 lid 2")}
	if opgave == nil && bekend {
		h.Wetsvoorstel, h.Blok = true, blokKGB
		kgb, err := inkomen.KindgebondenBudget(s.b.sheet, s.sc, s.b.set, h)
		if err != nil {
			return err
		}
		l.Expr = kgb
	} else {
		l.Expr = partij.Bedrag(s.sc, l.ID, s.groep, label, sheet.EURPerMaand, partij.NihilAlsLeeg(opgave, pad))
	}
	s.kgb = s.sc.Add(l)
	return nil
}

const metKindregelingen = "Netto-inkomen met kinderbijslag en kindgebonden budget"

// samen adds the income with kinderbijslag and kindgebonden budget.
func (s *samenstelling) samen(label string) sheet.Expr {
	if s.bijslag == sheet.Zero && s.kgb == sheet.Zero && label == metKindregelingen {
		return s.netto
	}
	return s.sc.Add(sheet.Line{
		ID: "inkomen_met_kindregelingen", Label: label, Unit: sheet.EURPerMaand, Expr: sheet.Sum(s.netto, s.bijslag, s.kgb), Source: s.bron,
		Toelichting: "kinderbijslag en kindgebonden budget tellen mee als inkomen van het huishouden waar het kind staat ingeschreven",
	})
}

// metMinimum adds the income, which is at least the bijstandsnorm with what the
// government contributes for the children (art. 400a lid 9). norm is nil where it
// is not known.
func (s *samenstelling) metMinimum(op time.Time, norm *norms.Value, slot sheet.Line) sheet.Expr {
	samen := s.samen(metKindregelingen)
	slot.Expr, s.minimum = samen, sheet.Zero
	if norm == nil {
		s.b.sheet.Warn(sheet.Cond{}, "minimum-niet-getoetst",
			"Het alimentatie-inkomen van %s is ten minste de bijstandsnorm met de bijdragen van de overheid voor de kinderen. De norm op %s is niet bekend; of het inkomen daaronder blijft, is niet nagegaan.", s.wie, sheet.FormatDate(op))
		return s.sc.Add(slot)
	}
	s.minimum = s.sc.Add(sheet.Line{
		ID: "minimuminkomen", Label: "Minimuminkomen", Naam: "minimuminkomen van " + s.wie, Unit: sheet.EURPerMaand, Expr: sheet.Sum(s.sc.Norm(*norm), s.bijslag, s.kgb), Source: wet("400a lid 9"),
		Toelichting: "de bijstandsnorm met kinderbijslag en kindgebonden budget (art. 3 concept-AMvB)",
	})
	slot.Expr = samen.AtLeast(s.minimum)
	return s.sc.Add(slot)
}

// gezinsnorm gives the bijstandsnorm of a family (AMvB art. 3 onder a); nil where it
// is not known.
func (b *berekening) gezinsnorm(op time.Time) *norms.Value {
	n, err := b.set.Bijstandsnorm(op, false)
	if err != nil {
		return nil
	}
	return n.Gehuwden
}

// alleenstaandennorm gives the bijstandsnorm of a single person (AMvB art. 3); nil
// where it is not known. The error says that there is no AOW age for the day.
func (b *berekening) alleenstaandennorm(p periode.Periode, o zaak.Ouder) (*norms.Value, error) {
	v := b.dossier.Partij(p, o)
	aow, err := v.AOW()
	if err != nil {
		return nil, err
	}
	n, err := b.set.Bijstandsnorm(p.Vanaf, aow)
	if err != nil {
		return nil, nil // metMinimum warns
	}
	return &n.Norm, nil
}
