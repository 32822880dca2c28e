package zaak

import (
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// inkomen reads an income with kindgebonden budget; k is the mapping it stands in.
func (l *lezer) inkomen(k knoop, v velden) Inkomen {
	l.inkomenNodig(k, v)
	return l.inkomenOfNiets(v)
}

// inkomenOfNiets reads an income with kindgebonden budget that need not be there.
func (l *lezer) inkomenOfNiets(v velden) Inkomen {
	i := l.nbiOfOpbouw(v)
	i.KindgebondenBudget = l.bedragOfNiets(v.veld("kindgebonden_budget"))
	l.herkomst(v, &i.NBI, i.KindgebondenBudget)
	return i
}

// inkomenZonderKGB reads an income: stated, or what it is worked out from.
func (l *lezer) inkomenZonderKGB(k knoop, v velden) Inkomen {
	l.inkomenNodig(k, v)
	return l.nbiOfOpbouw(v)
}

func (l *lezer) inkomenNodig(k knoop, v velden) {
	if v.op != nil && !v.kop("nbi").is() && !v.kop("inkomen").is() {
		l.ontbreekt(k, "nbi", "het netto besteedbaar inkomen in euro per maand, of inkomen: waaruit het wordt berekend")
	}
}

func (l *lezer) nbiOfOpbouw(v velden) Inkomen {
	l.nietSamen(v, "nbi", "inkomen")
	return Inkomen{NBI: l.bedrag(v.veld("nbi")), Opbouw: l.opbouw(v.veld("inkomen"))}
}

// inkomenGeen is what stands in the place of an income that is not there.
const inkomenGeen = "geen"

// geenInkomen reads one word in the place of an income: that there is none.
func (l *lezer) geenInkomen(k knoop) *Inkomensopbouw {
	waarde := strings.TrimSpace(k.waarde.Value)
	if waarde == inkomenGeen {
		return &Inkomensopbouw{Plek: k.kop()}
	}
	p := Probleem{Code: codeVerkeerdeSoort,
		Melding:    fmt.Sprintf("Hier staat %s; hier hoort een blok met sleutels.", soortnaam(k.waarde)),
		Toegestaan: vormInkomensopbouw.voorbeeld + ", of geen",
		Hint:       "is dit een netto besteedbaar inkomen? Schrijf dan nbi in plaats van inkomen"}
	if slices.Contains([]string{"0", "geen", "geen inkomen", "nee", "niets", "nihil"}, strings.ToLower(waarde)) {
		p.Hint = "is er geen inkomen? Schrijf dan inkomen: geen"
	}
	l.meldOp(k.kop(), p)
	return nil
}

// bronnenVanInkomen are the keys of which an income has at least one.
var bronnenVanInkomen = []string{
	"loon", "uitkeringen", "winst", "overige_werkzaamheden", "partneralimentatie", "dividend", "vermogen", "overig_netto", "netto",
}

func (l *lezer) opbouw(k knoop) *Inkomensopbouw {
	if !k.aanwezig() {
		return nil
	}
	if k.waarde.Kind == yaml.ScalarNode && !k.leeg() {
		return l.geenInkomen(k)
	}
	v := l.mapping(k, &vormInkomensopbouw)
	i := &Inkomensopbouw{
		Winst:                       l.winst(v.veld("winst")),
		Overig:                      l.bewezen(v.veld("overige_werkzaamheden"), bedragPerJaar),
		Alimentatie:                 l.bedragOfNiets(v.veld("partneralimentatie")),
		Dividend:                    l.bewezen(v.veld("dividend"), bedragPerJaar),
		Vermogen:                    l.vermogen(v.veld("vermogen")),
		EigenWoning:                 l.eigenWoning(v.veld("eigen_woning")),
		Voorzieningen:               l.jaarposten(v.veld("inkomensvoorzieningen"), "inkomensvoorzieningen"),
		Combinatiekorting:           l.jaNee(v.veld("combinatiekorting")),
		AlleenstaandeOuderenkorting: l.jaNee(v.veld("alleenstaande_ouderenkorting")),
		Jonggehandicaptenkorting:    l.ja(v.veld("jonggehandicaptenkorting")),
		Partner:                     l.partner(v.veld("toeslagpartner")),
		Toetsingsinkomen:            l.bewezen(v.veld("toetsingsinkomen"), bedragPerJaar),
		Netto:                       l.nettoModel(v.veld("netto")),
		Plek:                        k.kop(),
	}
	for _, item := range l.lijst(v.veld("loon"), 1, MaxInkomsten, "dienstbetrekkingen") {
		i.Loon = append(i.Loon, l.loon(item))
	}
	for _, item := range l.lijst(v.veld("uitkeringen"), 1, MaxInkomsten, "uitkeringen") {
		i.Loon = append(i.Loon, l.uitkering(item))
	}
	for _, item := range l.lijst(v.veld("persoonsgebonden_aftrek"), 0, MaxInkomsten, "aftrekposten") {
		i.Aftrek = append(i.Aftrek, l.aftrekpost(item))
	}
	for _, item := range l.lijst(v.veld("overig_netto"), 1, MaxInkomsten, "inkomsten") {
		i.NettoOverig = append(i.NettoOverig, l.maandpost(item, &vormMaandpost))
	}
	for _, item := range l.lijst(v.veld("ook_voor_kinderen"), 0, MaxAantal, "kinderen") {
		if geboren := l.datum(item); geboren.is() {
			i.OokVoor = append(i.OokVoor, geboren.Time)
			l.tijdlijn.anderen = append(l.tijdlijn.anderen, geboren)
		}
	}
	l.herkomst(v, i.Overig, i.Alimentatie, i.Dividend, i.Toetsingsinkomen)
	l.controleerOpbouw(k, v)
	return i
}

func (l *lezer) controleerOpbouw(k knoop, v velden) {
	if v.op == nil {
		return
	}
	if !slices.ContainsFunc(bronnenVanInkomen, func(naam string) bool { return v.kop(naam).is() }) {
		l.meldOp(k.kop(), Probleem{Code: codeOntbrekendeSleutel,
			Melding:    "Onder inkomen staat geen enkel inkomen.",
			Toegestaan: "ten minste een van " + opsomming(bronnenVanInkomen),
			Hint:       "is er geen inkomen, schrijf dan inkomen: geen"})
	}
	if !v.veld("netto").aanwezig() {
		return
	}
	const samen = "bij netto alleen toeslagpartner, toetsingsinkomen en ook_voor_kinderen"
	for _, s := range vormInkomensopbouw.sleutels {
		switch s.naam {
		case "netto", "toeslagpartner", "toetsingsinkomen", "ook_voor_kinderen", "bron", "toelichting":
		default:
			l.hoortNiet(v.veld(s.naam), fmt.Sprintf("Met het netto model wordt niet bruto gerekend; %s hoort bij het bruto model.", s.naam), samen)
		}
	}
}

// namenVanLoon says what an income is called that has no name of its own.
var namenVanLoon = map[string]string{
	LoonDienst: "loon", LoonDGA: "loon uit de eigen vennootschap", UitkeringWW: "WW-uitkering", UitkeringWIA: "WIA-uitkering",
	UitkeringWAO: "WAO-uitkering", UitkeringZW: "Ziektewetuitkering", Wajong: "Wajong-uitkering", Bijstand: "bijstandsuitkering",
	UitkeringANW: "Anw-uitkering", UitkeringAOW: "AOW", Pensioen: "pensioen", Lijfrente: "lijfrente",
}

func (l *lezer) loon(k knoop) Loon {
	v := l.mapping(k, &vormLoon)
	w := Loon{
		Soort:             LoonDienst,
		DertiendeMaand:    l.bewezen(v.veld("dertiende_maand"), bedragPerJaar),
		Pensioenpremie:    l.bedragOfNiets(v.veld("pensioenpremie")),
		BijtellingAuto:    l.bewezen(v.veld("bijtelling_auto"), bedragPerJaar),
		Verdiencapaciteit: l.tekst(v.veld("verdiencapaciteit"), verhaal),
		Jaren:             l.tweeJaren(v.veld("jaren")),
		IsArbeid:          true,
	}
	if l.ja(v.veld("dga")) {
		w.Soort = LoonDGA
	}
	l.perTijdvak(k, v, &w)
	l.herkomst(v, w.DertiendeMaand, w.Pensioenpremie, w.BijtellingAuto)
	for i := range w.Jaren {
		l.herkomst(v, &w.Jaren[i].Bedrag)
	}
	l.loonIsEr(k, v, v.kop("jaren").is())
	l.alleenBijBruto(v, "dertiende_maand", "pensioenpremie")
	if w.BijtellingAuto != nil && w.Jaaropgaaf != nil && w.BijtellingAuto.Waarde.GreaterThan(w.Jaaropgaaf.Waarde) {
		l.meld(v.veld("bijtelling_auto"), Probleem{Code: codeDeelTeHoog,
			Melding:    fmt.Sprintf("De bijtelling, %s, is hoger dan het loon van de jaaropgaaf waar zij in zit, %s.", w.BijtellingAuto.Waarde, w.Jaaropgaaf.Waarde),
			Toegestaan: fmt.Sprintf("ten hoogste %s", w.Jaaropgaaf.Waarde)})
	}
	return w
}

func (l *lezer) uitkering(k knoop) Loon {
	v := l.mapping(k, &vormUitkering)
	w := Loon{Soort: l.keuze(v.veld("soort"), UitkeringWW, UitkeringWW, UitkeringWIA, UitkeringWAO, UitkeringZW, Wajong, Bijstand,
		UitkeringANW, UitkeringAOW, Pensioen, Lijfrente)}
	if w.Soort == UitkeringZW {
		w.IsArbeid = l.ja(v.veld("telt_als_arbeid"))
		l.nodig(k, v, "telt_als_arbeid", "nodig bij zw: met een werkgever telt de uitkering mee voor de arbeidskorting, zonder werkgever sinds 2020 niet")
	} else {
		l.hoortNiet(v.veld("telt_als_arbeid"), "telt_als_arbeid hoort bij een Ziektewetuitkering; voor andere uitkeringen volgt het uit de soort.", "telt_als_arbeid alleen bij soort: zw")
	}
	l.perTijdvak(k, v, &w)
	l.loonIsEr(k, v, false)
	return w
}

// perTijdvak reads what a wage and a benefit have in common.
func (l *lezer) perTijdvak(k knoop, v velden, w *Loon) {
	w.Plek = k.plek()
	if w.Omschrijving = l.tekst(v.veld("omschrijving"), label); w.Omschrijving == "" {
		w.Omschrijving = namenVanLoon[w.Soort]
	}
	w.Bruto = l.bedragOfNiets(v.veld("bruto"))
	w.Tijdvak = l.keuze(v.veld("tijdvak"), TijdvakMaand, TijdvakMaand, TijdvakVierWeken)
	w.Jaaropgaaf = l.bewezen(v.veld("jaaropgaaf"), bedragPerJaar)
	w.JaaropgaafVan = l.jaar(v.veld("jaaropgaaf_van"))
	if v.op != nil && !v.kop("jaaropgaaf").is() {
		l.hoortNiet(v.veld("jaaropgaaf_van"), "Er is geen jaaropgaaf opgegeven.", "jaaropgaaf_van alleen bij jaaropgaaf")
	}
	w.Vakantietoeslag = l.bewezen(v.veld("vakantietoeslag"), percentage)
	w.Extra = l.jaarposten(v.veld("extra"), "toeslagen")
	w.Variabel = l.tweeJaren(v.veld("variabel"))
	w.AnderePremies = l.bedragOfNiets(v.veld("andere_premies"))
	w.NettoInhoudingen = l.bedragOfNiets(v.veld("netto_inhoudingen"))
	l.herkomst(v, w.Bruto, w.Jaaropgaaf, w.Vakantietoeslag, w.AnderePremies, w.NettoInhoudingen)
	for i := range w.Variabel {
		l.herkomst(v, &w.Variabel[i].Bedrag)
	}
	l.alleenBijBruto(v, "vakantietoeslag", "extra", "andere_premies")
}

// loonIsEr reports a wage or benefit of which it is not said how much it is;
// jaren: it is, for each of two years.
func (l *lezer) loonIsEr(k knoop, v velden, jaren bool) {
	switch {
	case v.op == nil || v.kop("bruto").is() || v.kop("jaaropgaaf").is():
	case !jaren || !l.alleenWetsvoorstel():
		l.ontbreekt(k, "bruto", "het brutobedrag in euro per tijdvak, of jaaropgaaf: het fiscale loon per jaar")
	default:
		l.hoortNiet(v.veld("variabel"), "variabel zit al in jaren verwerkt.", "variabel alleen bij bruto of jaaropgaaf")
	}
}

// alleenBijBruto reports what the figures of a whole year already hold, where
// there is no payslip.
func (l *lezer) alleenBijBruto(v velden, namen ...string) {
	if v.op == nil || v.kop("bruto").is() {
		return
	}
	in := "de jaaropgaaf"
	if !v.kop("jaaropgaaf").is() {
		if _, heeft := v.vorm.sleutel("jaren"); !heeft || !v.kop("jaren").is() {
			return
		}
		in = "jaren"
	}
	for _, naam := range namen {
		l.hoortNiet(v.veld(naam), fmt.Sprintf("%s zit al in %s verwerkt.", naam, in), naam+" alleen bij bruto")
	}
}

// tweeJaren reads what something came to in each of the last two calendar years,
// by rising year.
func (l *lezer) tweeJaren(k knoop) []Jaarbedrag {
	var jaren []Jaarbedrag
	var plekken []Plek
	for _, item := range l.lijstMetHint(k, 2, 2, "jaren", "een jaar zonder dit inkomen staat er met bedrag: 0") {
		v := l.mapping(item, &vormJaarbedrag)
		j := Jaarbedrag{Jaar: l.jaar(v.veld("jaar")), Bedrag: ofLeeg(l.bewezen(v.veld("bedrag"), bedragPerJaar))}
		l.herkomst(v, &j.Bedrag)
		jaren = append(jaren, j)
		plekken = append(plekken, v.veld("jaar").plek())
	}
	if len(jaren) == 2 && jaren[0].Jaar != 0 && jaren[1].Jaar != 0 {
		l.controleerJaren(k, jaren, plekken)
	}
	slices.SortStableFunc(jaren, func(a, b Jaarbedrag) int { return a.Jaar - b.Jaar })
	return jaren
}

// controleerJaren reports two years that are not the last two before the day for
// which the income is.
func (l *lezer) controleerJaren(k knoop, jaren []Jaarbedrag, plekken []Plek) {
	eerste, tweede := min(jaren[0].Jaar, jaren[1].Jaar), max(jaren[0].Jaar, jaren[1].Jaar)
	p := Probleem{Code: codeAndereJaren, Toegestaan: "twee opeenvolgende jaren",
		Hint: "een jaar zonder dit inkomen staat er met bedrag: 0"}
	if l.inkomenOp.is() {
		t := l.inkomenOp.Year()
		p.Toegestaan = fmt.Sprintf("de jaren %d en %d", t-2, t-1)
	}
	switch {
	case eerste == tweede:
		l.meldOp(plekken[1], Probleem{Code: codeTweeKeer, Melding: fmt.Sprintf("Het jaar %d staat er twee keer.", eerste), Toegestaan: p.Toegestaan})
	case tweede != eerste+1:
		p.Melding = fmt.Sprintf("De jaren %d en %d volgen niet op elkaar.", eerste, tweede)
		l.meldOp(k.kop(), p)
	case l.inkomenOp.is() && tweede != l.inkomenOp.Year()-1:
		p.Melding = fmt.Sprintf("Dit inkomen geldt op %s; %d en %d zijn dan niet de laatste twee kalenderjaren.", iso(l.inkomenOp), eerste, tweede)
		l.meldOp(k.kop(), p)
	}
}

func (l *lezer) jaarposten(k knoop, wat string) []Jaarpost {
	var posten []Jaarpost
	for _, item := range l.lijst(k, 0, MaxInkomsten, wat) {
		v := l.mapping(item, &vormJaarpost)
		posten = append(posten, l.jaarpost(v))
	}
	return posten
}

func (l *lezer) jaarpost(v velden) Jaarpost {
	p := Jaarpost{
		Omschrijving: l.tekst(v.veld("omschrijving"), label),
		Bedrag:       ofLeeg(l.bewezen(v.veld("bedrag"), bedragPerJaar)),
	}
	l.herkomst(v, &p.Bedrag)
	return p
}

func (l *lezer) maandpost(k knoop, vorm *vorm) Maandpost {
	v := l.mapping(k, vorm)
	p := Maandpost{Omschrijving: l.tekst(v.veld("omschrijving"), label), Bedrag: l.bedrag(v.veld("bedrag"))}
	l.herkomst(v, &p.Bedrag)
	return p
}

func (l *lezer) aftrekpost(k knoop) Aftrekpost {
	v := l.mapping(k, &vormAftrekpost)
	return Aftrekpost{Jaarpost: l.jaarpost(v), TeltMee: l.ja(v.veld("telt_mee"))}
}

func (l *lezer) winst(k knoop) *Winst {
	if !k.aanwezig() {
		return nil
	}
	v := l.mapping(k, &vormWinst)
	w := &Winst{
		Uitgangspunt:        l.keuze(v.veld("uitgangspunt"), WinstGemiddelde, WinstGemiddelde, WinstJaar, WinstPrognose),
		Jaar:                l.jaar(v.veld("jaar")),
		Prognose:            l.bewezen(v.veld("prognose"), jaarbedragMetTeken),
		Reden:               l.tekst(v.veld("reden"), verhaal),
		Zelfstandigenaftrek: l.ja(v.veld("zelfstandigenaftrek")),
		Startersaftrek:      l.ja(v.veld("startersaftrek")),
		Achterblijvend:      l.jaarbedragMetReden(v.veld("achterblijvend")),
		Plek:                k.kop(),
	}
	for _, item := range l.lijst(v.veld("jaren"), 1, MaxWinstjaren, "jaren") {
		w.Jaren = append(w.Jaren, l.winstjaar(item, w.Jaren))
	}
	slices.SortStableFunc(w.Jaren, func(a, b Winstjaar) int { return a.Jaar - b.Jaar })
	l.herkomst(v, w.Prognose)
	for i := range w.Jaren {
		l.herkomst(v, &w.Jaren[i].Winst)
	}
	l.controleerWinst(k, v, w)
	return w
}

func (l *lezer) controleerWinst(k knoop, v velden, w *Winst) {
	if w.Startersaftrek && !w.Zelfstandigenaftrek {
		l.hoortNiet(v.veld("startersaftrek"), "Startersaftrek is een verhoging van de zelfstandigenaftrek.", "startersaftrek alleen bij zelfstandigenaftrek: ja")
	}
	if w.Uitgangspunt != WinstJaar {
		l.hoortNiet(v.veld("jaar"), "jaar kiest één jaar; het uitgangspunt is een ander.", "jaar alleen bij uitgangspunt: jaar")
	}
	if w.Uitgangspunt != WinstPrognose {
		l.hoortNiet(v.veld("prognose"), "De prognose heeft hier geen betekenis; het uitgangspunt is een ander.", "prognose alleen bij uitgangspunt: prognose")
		l.nodig(k, v, "jaren", "nodig tenzij het uitgangspunt een prognose is")
	}
	if w.Uitgangspunt == WinstGemiddelde {
		l.hoortNiet(v.veld("reden"), "Het gemiddelde is de hoofdregel en heeft geen reden nodig.", "reden alleen bij uitgangspunt jaar of prognose")
		return
	}
	l.nodig(k, v, w.Uitgangspunt, "nodig bij dit uitgangspunt") // the key is called as the ground is
	l.nodig(k, v, "reden", "nodig omdat niet het gemiddelde geldt")
	if w.Jaar != 0 && !slices.ContainsFunc(w.Jaren, func(j Winstjaar) bool { return j.Jaar == w.Jaar }) && len(w.Jaren) > 0 {
		l.meld(v.veld("jaar"), Probleem{Code: codeBuitenBereik,
			Melding: fmt.Sprintf("Van het jaar %d is geen winst opgegeven.", w.Jaar), Toegestaan: "een van de jaren onder jaren"})
	}
}

func (l *lezer) winstjaar(k knoop, eerder []Winstjaar) Winstjaar {
	v := l.mapping(k, &vormWinstjaar)
	w := Winstjaar{Jaar: l.jaar(v.veld("jaar")), Winst: ofLeeg(l.bewezen(v.veld("winst"), jaarbedragMetTeken))}
	l.herkomst(v, &w.Winst)
	if w.Jaar != 0 && slices.ContainsFunc(eerder, func(e Winstjaar) bool { return e.Jaar == w.Jaar }) {
		l.meld(v.veld("jaar"), Probleem{Code: codeTweeKeer, Melding: fmt.Sprintf("Het jaar %d staat er twee keer.", w.Jaar), Toegestaan: "elk jaar één keer"})
	}
	return w
}

func (l *lezer) jaarbedragMetReden(k knoop) *MetReden {
	if !k.aanwezig() {
		return nil
	}
	v := l.mapping(k, &vormJaarbedragMetReden)
	m := &MetReden{Bedrag: ofLeeg(l.bewezen(v.veld("bedrag"), bedragPerJaar)), Reden: l.tekst(v.veld("reden"), verhaal)}
	l.herkomst(v, &m.Bedrag)
	return m
}

func (l *lezer) vermogen(k knoop) *Vermogen {
	if !k.aanwezig() {
		return nil
	}
	v := l.mapping(k, &vormVermogen)
	w := &Vermogen{
		Banktegoeden:       l.bewezen(v.veld("banktegoeden"), kapitaal),
		OverigeBezittingen: l.bewezen(v.veld("overige_bezittingen"), kapitaal),
		Schulden:           l.bewezen(v.veld("schulden"), kapitaal),
		WerkelijkInkomen:   l.bewezen(v.veld("werkelijk_inkomen"), bedragPerJaar),
	}
	l.herkomst(v, w.Banktegoeden, w.OverigeBezittingen, w.Schulden, w.WerkelijkInkomen)
	return w
}

func (l *lezer) eigenWoning(k knoop) *EigenWoning {
	if !k.aanwezig() {
		return nil
	}
	v := l.mapping(k, &vormEigenWoning)
	w := &EigenWoning{
		WOZ:   l.bewezen(v.veld("woz"), kapitaal),
		Rente: l.bewezen(v.veld("rente"), bedragPerJaar),
		Saldo: l.bewezen(v.veld("saldo"), jaarbedragMetTeken),
	}
	l.herkomst(v, w.WOZ, w.Rente, w.Saldo)
	l.nietSamen(v, "saldo", "woz")
	l.nietSamen(v, "saldo", "rente")
	if !v.kop("saldo").is() {
		l.nodig(k, v, "woz", "nodig om het forfait te berekenen; of geef het saldo op")
	}
	return w
}

func (l *lezer) partner(k knoop) *Partner {
	if !k.aanwezig() {
		return nil
	}
	v := l.mapping(k, &vormPartner)
	p := &Partner{
		Toetsingsinkomen: ofLeeg(l.bewezen(v.veld("toetsingsinkomen"), bedragPerJaar)),
		Arbeidsinkomen:   ofLeeg(l.bewezen(v.veld("arbeidsinkomen"), bedragPerJaar)),
		Plek:             k.kop(),
	}
	l.herkomst(v, &p.Toetsingsinkomen, &p.Arbeidsinkomen)
	return p
}

func (l *lezer) nettoModel(k knoop) *NettoModel {
	if !k.aanwezig() {
		return nil
	}
	v := l.mapping(k, &vormNettoModel)
	n := &NettoModel{
		Grond:           l.keuze(v.veld("grond"), NettoLaagInkomen, NettoLaagInkomen, NettoBuitenland),
		Bruto:           l.bedragOfNiets(v.veld("bruto")),
		Loon:            l.bedragOfNiets(v.veld("loon")),
		AOW:             l.bedragOfNiets(v.veld("aow")),
		Uitkering:       l.bedragOfNiets(v.veld("uitkering")),
		Vakantietoeslag: l.bewezen(v.veld("vakantietoeslag"), percentage),
		Bouwloon:        l.bedragOfNiets(v.veld("bouwloon")),
		Pensioen:        l.bedragOfNiets(v.veld("pensioen")),
		Overig:          l.bedragOfNiets(v.veld("overig")),
	}
	l.herkomst(v, n.Bruto, n.Loon, n.AOW, n.Uitkering, n.Vakantietoeslag, n.Bouwloon, n.Pensioen, n.Overig)
	if n.Grond == NettoLaagInkomen {
		l.nodig(k, v, "bruto", "nodig om te zien of het netto model mag worden gebruikt (Rapport par. 2.2.1)")
	}
	if v.op != nil && !v.kop("loon").is() {
		l.hoortNiet(v.veld("vakantietoeslag"), "De vakantietoeslag is een percentage van het nettoloon; dat is niet opgegeven.", "vakantietoeslag alleen bij loon")
	}
	posten := []string{"loon", "aow", "uitkering", "bouwloon", "pensioen", "overig"}
	if v.op != nil && !slices.ContainsFunc(posten, func(naam string) bool { return v.kop(naam).is() }) {
		l.meldOp(k.kop(), Probleem{Code: codeOntbrekendeSleutel,
			Melding: "Onder netto staat geen enkel inkomen.", Toegestaan: "ten minste een van " + strings.Join(posten, ", ")})
	}
	return n
}

// controleerInkomens asks the caller whether each income that is to be worked out
// can be, on the day it is for.
func (l *lezer) controleerInkomens(z *Zaak) {
	vraag := func(op datum, wie string, aow *bool, i Inkomen) {
		if !op.is() || i.Opbouw == nil || l.opties.NormenInkomen == nil || l.gebrek(i.Opbouw.Plek.Pad) {
			return
		}
		for _, methode := range l.methoden {
			if err := l.opties.NormenInkomen(op.Time, methode, z.persoon(wie), aow, i); err != nil {
				l.meldOp(i.Opbouw.Plek, Probleem{Code: codeInkomenOnberekenbaar, Melding: zin(err.Error()),
					Hint: "geef in plaats van inkomen het netto besteedbaar inkomen op: nbi"})
				return
			}
		}
	}
	for j, p := range z.Perioden {
		for _, wie := range z.wie() {
			if s, ok := p.Situaties[wie]; ok && z.rustOp(wie, s) {
				vraag(l.tijdlijn.vanaf[j], wie, s.AOW, s.Inkomen)
			}
		}
	}
	l.geborenVoorPeildatum(z)
	peildatum, stijging := l.tijdlijn.peildatum, l.tijdlijn.stijging
	for _, o := range z.Ouders {
		if h := z.hofnorm(); h != nil {
			vraag(l.tijdlijn.hofnorm, o.ID, nil, h.Ouders[o.ID])
		}
		if g := z.Behoefte.Gezinsinkomen; g != nil {
			vraag(peildatum, o.ID, nil, g.Ouders[o.ID])
			if g.Stijging != nil && g.Stijging.Ouder == o.ID {
				vraag(stijging, o.ID, nil, g.Stijging.Inkomen)
			}
		}
		if n := z.Behoefte.NooitSamengewoond; n != nil {
			vraag(peildatum, o.ID, nil, n.Ouders[o.ID])
			if n.Stijging != nil {
				vraag(stijging, o.ID, nil, n.Stijging.Ouders[o.ID])
			}
		}
	}
}

// rustOp tells whether something rests on the income of a parent or stepparent in
// a period: a draagkracht that is calculated, or partneralimentatie.
func (z *Zaak) rustOp(wie string, s Situatie) bool {
	if s.Draagkracht == nil && s.Schuldsanering == nil {
		return true
	}
	return z.Partneralimentatie != nil && slices.ContainsFunc(z.Ouders, func(o Ouder) bool { return o.ID == wie })
}

// gebrek tells whether something may be missing from what was read under a path:
// a problem was reported there, or one could not be.
func (l *lezer) gebrek(pad string) bool {
	return len(l.vuil) > 0 || l.vol() || slices.ContainsFunc(l.problemen, func(p Probleem) bool {
		return p.Pad == pad || strings.HasPrefix(p.Pad, pad+".")
	})
}

// geborenVoorPeildatum reports an income on a reference date of somebody of whom
// only a period says that the AOW age is reached: on that date it cannot be told.
func (l *lezer) geborenVoorPeildatum(z *Zaak) {
	for _, o := range z.Ouders {
		if o.Geboren != nil || !slices.ContainsFunc(z.Perioden, func(p Periode) bool { return p.Situaties[o.ID].AOW != nil }) {
			continue
		}
		inkomens := z.Behoefte.inkomens(o.ID)
		if h := z.hofnorm(); h != nil {
			inkomens = append(inkomens, h.Ouders[o.ID])
		}
		for _, i := range inkomens {
			if i.Opbouw != nil {
				l.meldOp(i.Opbouw.Plek, Probleem{Code: codeInkomenOnberekenbaar,
					Melding: fmt.Sprintf("Of %s de AOW-leeftijd had bereikt, is voor dit inkomen niet bekend: aow geldt alleen in de periode waar het staat.", o.Aanduiding),
					Hint:    "geef bij ouders de geboortedatum op, of geef hier het nbi op in plaats van inkomen"})
			}
		}
	}
}

// inkomens are the incomes of a parent on which the eigen aandeel rests.
func (b Behoefte) inkomens(ouder string) []Inkomen {
	var out []Inkomen
	if g := b.Gezinsinkomen; g != nil {
		out = append(out, g.Ouders[ouder])
		if g.Stijging != nil && g.Stijging.Ouder == ouder {
			out = append(out, g.Stijging.Inkomen)
		}
	}
	if n := b.NooitSamengewoond; n != nil {
		out = append(out, n.Ouders[ouder])
		if n.Stijging != nil {
			out = append(out, n.Stijging.Ouders[ouder])
		}
	}
	return out
}

// controleerPartners reports a toeslagpartner where the case file already says who
// is in the household, or where a partner is left out of account.
func (l *lezer) controleerPartners(z *Zaak) {
	nietHier := func(i Inkomen, melding string) {
		if i.Opbouw != nil && i.Opbouw.Partner != nil {
			l.meldOp(i.Opbouw.Partner.Plek, Probleem{Code: codeNietSamen, Melding: melding, Hint: "laat toeslagpartner hier weg"})
		}
	}
	const bekend = "Het inkomen van de partner staat al in het zaakbestand; toeslagpartner heeft daarnaast geen betekenis."
	for _, p := range z.Perioden {
		for _, s := range z.Stiefouders {
			stief, ouder := p.Situaties[s.ID], p.Situaties[s.EchtgenootVan]
			if stief.Opbouw != nil && ouder.Opbouw != nil {
				nietHier(stief.Inkomen, bekend)
				nietHier(ouder.Inkomen, bekend)
			}
		}
	}
	samen := func(g *Gezinsinkomen) {
		if g != nil && len(z.Ouders) == 2 && g.Ouders[z.Ouders[0].ID].Opbouw != nil && g.Ouders[z.Ouders[1].ID].Opbouw != nil {
			for _, o := range z.Ouders {
				nietHier(g.Ouders[o.ID], bekend)
			}
		}
	}
	samen(z.Behoefte.Gezinsinkomen)
	if h := z.hofnorm(); h != nil {
		samen(&h.Gezinsinkomen)
	}
	if n := z.Behoefte.NooitSamengewoond; n != nil {
		const zonder = "Bij ouders die nooit hebben samengewoond, telt een nieuwe partner niet mee (Rapport par. 3.2.5)."
		for _, o := range z.Ouders {
			nietHier(n.Ouders[o.ID], zonder)
			if n.Stijging != nil {
				nietHier(n.Stijging.Ouders[o.ID], zonder)
			}
		}
	}
}

// wie gives the ids of the parents and stepparents.
func (z *Zaak) wie() []string {
	var ids []string
	for _, o := range z.Ouders {
		ids = append(ids, o.ID)
	}
	for _, s := range z.Stiefouders {
		ids = append(ids, s.ID)
	}
	return ids
}

func (z *Zaak) persoon(id string) Ouder {
	for _, o := range z.Ouders {
		if o.ID == id {
			return o
		}
	}
	for _, s := range z.Stiefouders {
		if s.ID == id {
			return s.Ouder
		}
	}
	return Ouder{}
}
