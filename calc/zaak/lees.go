package zaak

import (
	"crypto/sha256"
	"encoding/hex"
	"path/filepath"
	"time"

	"go.yaml.in/yaml/v4"
)

// Limits of the format, documented in docs/zaakbestand.md.
const (
	MaxKinderen = 50
	MaxPerioden = 50
	MaxLasten   = 50 // of one parent in one period
	MaxKosten   = 20 // exceptional costs of one child, or extra costs of one of 18 or older
	MaxGezinnen = 20 // families outside this case, of one parent in one period
	MaxAantal   = 20 // children in one such family

	MaxInkomsten  = 20 // wages, benefits or other items of one income
	MaxWinstjaren = 10
)

// Opties is what reading needs to know from outside. The zero value checks
// everything that the file alone can tell.
type Opties struct {
	// Afdrukbaar tells whether the documents can show a character; nil: all.
	Afdrukbaar func(rune) bool
	// NormenPeriode tells whether there are norms for a period that starts at
	// vanaf. The error, in Dutch, says what is missing. Nil: not checked.
	NormenPeriode func(vanaf time.Time) error
	// NormenBehoefte tells whether the eigen aandeel can be found at peildatum
	// and brought to the price level of a period that starts at vanaf.
	NormenBehoefte func(peildatum, vanaf time.Time) error
	// NormenIndexering tells whether an amount at the price level of a year can
	// be brought to that of a period that starts at vanaf.
	NormenIndexering func(jaar int, vanaf time.Time) error
	// NormenWetsvoorstel tells whether there are norms by which a period that
	// starts at vanaf can be calculated under Wetsvoorstel 34 154.
	NormenWetsvoorstel func(vanaf time.Time) error
	// NormenKinderbijslag tells whether there are amounts of kinderbijslag on a day,
	// which Wetsvoorstel 34 154 counts as income.
	NormenKinderbijslag func(op time.Time) error
	// NormenStudie tells whether there are norms for the needs of a child of 18
	// or older in a period that starts at vanaf.
	NormenStudie func(vanaf time.Time) error
	// NormenToets tells whether there is a bijstandsnorm, with the parts of it
	// that the case file does not state, for the test on what someone keeps in
	// a period that starts at vanaf.
	NormenToets func(vanaf time.Time, wie Ouder, s Situatie) error
	// NormenInkomen tells whether the income of someone can be worked out by a method
	// as it is on a day: the figures are there, and the rules cover it. aow is what the
	// case file states of the AOW age; nil: nothing.
	NormenInkomen func(op time.Time, methode string, wie Ouder, aow *bool, i Inkomen) error
	// Methoden are the methods that the case is to be calculated by, instead of the
	// one that the case file names: what each of them asks has to be there.
	// Zaak.Methode is that of the file when it is among them, and else the first.
	Methoden []string
}

// volledig gives the options with every question about norms answered: what is
// not asked of the caller, is there.
func (o Opties) volledig() Opties {
	for _, vraag := range []*func(time.Time) error{&o.NormenPeriode, &o.NormenStudie, &o.NormenWetsvoorstel, &o.NormenKinderbijslag} {
		if *vraag == nil {
			*vraag = func(time.Time) error { return nil }
		}
	}
	if o.NormenToets == nil {
		o.NormenToets = func(time.Time, Ouder, Situatie) error { return nil }
	}
	if o.NormenBehoefte == nil {
		o.NormenBehoefte = func(time.Time, time.Time) error { return nil }
	}
	if o.NormenIndexering == nil {
		o.NormenIndexering = func(int, time.Time) error { return nil }
	}
	return o
}

// Lees reads a case file, YAML or JSON. It returns either the case or all
// problems with it. naam is the file as the user named it, or "-" for standard
// input.
func Lees(naam string, data []byte, opties Opties) (*Zaak, Problemen) {
	if naam == "" {
		naam = "-"
	}
	l := &lezer{opties: opties.volledig(), ids: map[string]Plek{}}
	z, boom := l.lees(data)
	if problemen := l.uitslag(naam); len(problemen) > 0 {
		return nil, problemen
	}
	canoniek := l.canoniek(boom)
	if len(canoniek) > MaxBytes { // it is a case file itself, and has to be readable
		l.teGroot("Het bestand is in zijn vaste vorm groter dan 1 MiB.")
		return nil, l.uitslag(naam)
	}
	z.Herkomst = Herkomst{Bestand: filepath.Base(naam), SHA256: som(data), Canoniek: canoniek, CanoniekSHA256: som([]byte(canoniek)),
		Commentaar: l.heeftCommentaar()}
	return z, nil
}

func som(data []byte) string {
	s := sha256.Sum256(data)
	return hex.EncodeToString(s[:])
}

// lees gives the case and the tree it was read from. It returns nil only after
// reporting a problem.
func (l *lezer) lees(data []byte) (*Zaak, *yaml.Node) {
	if !l.laad(data) {
		return nil, nil
	}
	l.weerTekens()
	boom := l.ontleed()
	if boom == nil {
		return nil, nil
	}
	top := knoop{waarde: boom}
	if l.andereVersie(top) {
		return nil, nil
	}
	l.controleerBouw(top)
	z := l.zaakbestand(top)
	l.controleerSamenhang(z)
	return z, boom
}

// andereVersie reports a file of another version of the format. Everything else
// about it would be judged by the wrong rules, so nothing else is.
func (l *lezer) andereVersie(top knoop) bool {
	if top.waarde.Kind != yaml.MappingNode {
		return false
	}
	for i := 0; i+1 < len(top.waarde.Content); i += 2 {
		sleutel, waarde := top.waarde.Content[i], top.waarde.Content[i+1]
		if sleutel.Value == "versie" && waarde.Kind == yaml.ScalarNode && isAantal(waarde.Value) && waarde.Value != "1" {
			l.versie(knoop{sleutel: sleutel, waarde: waarde, pad: "versie"})
			return true
		}
	}
	return false
}

func (l *lezer) zaakbestand(k knoop) *Zaak {
	v := l.mapping(k, &vormZaakbestand)
	l.vraag.gesteld = v.kop("partneralimentatie").is()
	l.zonderKinderen = l.vraag.gesteld && (!v.kop("kinderen").is() || isLegeLijst(v.veld("kinderen")))
	methode := l.leesMethode(v) // first: it says what else is asked
	z := &Zaak{
		Versie:      l.versie(v.veld("versie")),
		Kop:         l.kop(v.veld("zaak")),
		Ouders:      l.ouders(k, v), // first: their ids are keys further on
		Stiefouders: l.stiefouders(v.veld("stiefouders")),
		Kinderen:    l.kinderen(k, v),
		Behoefte:    l.behoefte(v.veld("behoefte")),
		Methode:     methode,
		Keuzes:      l.keuzes(v.veld("keuzes")),
	}
	if l.namens.aanwezig() {
		z.Kop.Namens = l.ouderVerwijzing(l.namens)
	}
	l.vraag.gezin = z.Behoefte.Gezinsinkomen != nil || v.kop("behoefte").is() && z.Behoefte == (Behoefte{})
	z.Partneralimentatie = l.partneralimentatie(v.veld("partneralimentatie"))
	z.Perioden = l.perioden(v.veld("perioden"), z.Kinderen)
	l.controleerMethode(k, v)
	switch {
	case v.op == nil:
	case l.zonderKinderen:
		l.controleerZonderKinderen(v)
	case !v.kop("behoefte").is() && l.behoefteNodig(z.Kinderen):
		l.ontbreekt(k, "behoefte", "hoe de behoefte wordt bepaald")
	}
	return z
}

// controleerZonderKinderen reports what is about children where there are none.
func (l *lezer) controleerZonderKinderen(v velden) {
	if k := v.veld("behoefte"); k.aanwezig() {
		l.meldOp(k.kop(), Probleem{Code: codeNietSamen,
			Melding:    "Zonder kinderen is er geen eigen aandeel in hun kosten; deze behoefte gaat daarover.",
			Toegestaan: "behoefte alleen met kinderen",
			Hint:       "zet het gezinsinkomen onder partneralimentatie.behoefte.hofnorm"})
	}
	if k := v.veld("stiefouders"); k.aanwezig() && !isLegeLijst(k) {
		l.hoortNiet(k, "Zonder kinderen is er geen stiefouder die onderhoudsplichtig is.", "stiefouders alleen met kinderen")
	}
}

func isLegeLijst(k knoop) bool {
	return k.aanwezig() && k.waarde.Kind == yaml.SequenceNode && len(k.waarde.Content) == 0
}

func (l *lezer) kop(k knoop) Kop {
	v := l.mapping(k, &vormKop)
	l.tijdlijn.stuk = l.datum(v.veld("datum"))
	l.namens = v.veld("namens")
	return Kop{
		Zaaknummer: l.tekst(v.veld("zaaknummer"), label),
		Gerecht:    l.tekst(v.veld("gerecht"), label),
		Stuk:       l.keuze(v.veld("stuk"), StukEigenGebruik, StukProductie, StukBijlageBeschikking, StukEigenGebruik),
		Voor:       l.keuze(v.veld("voor"), "", Lezers()...),
		Kenmerk:    l.tekst(v.veld("kenmerk"), label),
		Datum:      l.tijdlijn.stuk.Time,
		Opsteller:  l.opsteller(v.veld("opsteller")),
		Voorlopig:  l.ja(v.veld("voorlopige_voorziening")),
	}
}

func (l *lezer) opsteller(k knoop) Opsteller {
	v := l.mapping(k, &vormOpsteller)
	return Opsteller{
		Naam:         l.tekst(v.veld("naam"), label),
		Hoedanigheid: l.tekst(v.veld("hoedanigheid"), label),
	}
}

// ouders reads the two parents, who without children are only parties.
func (l *lezer) ouders(boven knoop, v velden) []Ouder {
	naam := "ouders"
	if l.partijen = v.veld("partijen").aanwezig() && !v.kop("ouders").is(); l.partijen {
		naam = "partijen"
	}
	l.nietSamen(v, "ouders", "partijen")
	if !v.kop("partijen").is() {
		l.nodig(boven, v, "ouders", "")
	}
	var ouders []Ouder
	var ids []string
	for _, item := range l.lijst(v.veld(naam), 2, 2, naam) {
		o := l.ouder(l.mapping(item, &vormOuder))
		ouders = append(ouders, o)
		if o.ID != "" {
			ids = append(ids, o.ID)
		}
	}
	if len(ids) == 2 {
		l.ouderIDs = ids
	}
	return ouders
}

// ouder reads a parent or stepparent.
func (l *lezer) ouder(v velden) Ouder {
	o := Ouder{
		ID:         l.id(v.veld("id")),
		Aanduiding: l.tekst(v.veld("aanduiding"), label),
		Naam:       l.tekst(v.veld("naam"), label),
	}
	if geboren := l.datum(v.veld("geboren")); geboren.is() {
		o.Geboren = &geboren.Time
		l.tijdlijn.ouders = append(l.tijdlijn.ouders, geboren)
	}
	if o.Aanduiding == "" {
		o.Aanduiding = o.ID
	}
	return o
}

func (l *lezer) kinderen(boven knoop, v velden) []Kind {
	if l.zonderKinderen {
		return nil
	}
	hint := ""
	if v.kop("partijen").is() {
		hint = "gaat de zaak niet over kinderen? Voeg dan de sleutel partneralimentatie toe, met wie erom vraagt"
	}
	l.nodig(boven, v, "kinderen", hint)
	var kinderen []Kind
	for _, item := range l.lijst(v.veld("kinderen"), 1, MaxKinderen, "kinderen") {
		kinderen = append(kinderen, l.kind(item))
	}
	return kinderen
}

func (l *lezer) kind(k knoop) Kind {
	v := l.mapping(k, &vormKind)
	geboren := l.datum(v.veld("geboren"))
	l.tijdlijn.kinderen = append(l.tijdlijn.kinderen, geboren)
	kind := Kind{
		ID:              l.id(v.veld("id")),
		Naam:            l.tekst(v.veld("naam"), label),
		Geboren:         geboren.Time,
		EerdereBijdrage: l.eerdereBijdrage(v.veld("eerdere_bijdrage")),
	}
	if kind.Naam == "" {
		kind.Naam = kind.ID
	}
	basis := l.kindOpgave(v)
	l.controleerZorg(basis.Hoofdverblijf, basis.zorg)
	l.basis = append(l.basis, basisOpgave{kindOpgave: basis, item: k, gelezen: v.op != nil})
	for _, item := range l.lijst(v.veld("bijzondere_kosten"), 0, MaxKosten, "bijzondere kosten") {
		kind.BijzondereKosten = append(kind.BijzondereKosten, l.bijzondereKost(item))
	}
	return kind
}

func (l *lezer) keuzes(k knoop) Keuzes {
	v := l.mapping(k, &vormKeuzes)
	return Keuzes{
		LageInkomens:        l.keuze(v.veld("lage_inkomens"), KeuzeTabelbedrag, KeuzeTabelbedrag, KeuzeFormule),
		Samenloop:           l.keuze(v.veld("samenloop"), KeuzeGelijk, KeuzeGelijk, KeuzeBehoefte, KeuzeAandeel),
		Zorgtoeslag:         l.keuze(v.veld("zorgtoeslag"), KeuzeNietAftrekken, KeuzeNietAftrekken, KeuzeAftrekken),
		ZorgkortingVerschil: l.keuze(v.veld("zorgkorting_verschil"), KeuzeDraagkracht, KeuzeDraagkracht, KeuzeAandeel),
		Belastingafronding:  l.keuze(v.veld("belastingafronding"), KeuzeHeleEuros, KeuzeHeleEuros, KeuzeCenten),
		VergelijkingKGB: l.keuze(v.veld("inkomensvergelijking_kgb"), KeuzeVerrekenen,
			KeuzeVerrekenen, KeuzeAlsInkomen, KeuzeBuitenBeschouwing),
		PartnerdraagkrachtKGB: l.keuze(v.veld("partnerdraagkracht_kgb"), KeuzeAandeel, KeuzeAandeel, KeuzeNaKGB),
		Aandeelafronding:      l.keuze(v.veld("aandeelafronding"), KeuzeHeleProcenten, KeuzeHeleProcenten, KeuzeExact),
		Inkomenstreden:        l.keuze(v.veld("inkomenstreden"), KeuzeGepubliceerd, KeuzeGepubliceerd, KeuzeGeindexeerd),
	}
}
