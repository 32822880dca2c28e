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
	MaxKosten   = 20 // exceptional costs of one child
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
}

// Lees reads a case file, YAML or JSON. It returns either the case or all
// problems with it. naam is the file as the user named it, or "-" for standard
// input.
func Lees(naam string, data []byte, opties Opties) (*Zaak, Problemen) {
	if naam == "" {
		naam = "-"
	}
	l := &lezer{opties: opties, ids: map[string]Plek{}}
	z := l.lees(data)
	if problemen := l.uitslag(naam); len(problemen) > 0 {
		return nil, problemen
	}
	som := sha256.Sum256(data)
	z.Herkomst = Herkomst{Bestand: filepath.Base(naam), SHA256: hex.EncodeToString(som[:])}
	return z, nil
}

// lees returns nil only after reporting a problem.
func (l *lezer) lees(data []byte) *Zaak {
	if !l.laad(data) {
		return nil
	}
	l.weerTekens()
	boom := l.ontleed()
	if boom == nil {
		return nil
	}
	top := knoop{waarde: boom}
	if l.andereVersie(top) {
		return nil
	}
	l.controleerBouw(top)
	z := l.zaakbestand(top)
	l.controleerSamenhang(z)
	return z
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
	z := &Zaak{
		Versie:   l.versie(v.veld("versie")),
		Kop:      l.kop(v.veld("zaak")),
		Ouders:   l.ouders(v.veld("ouders")), // first: their ids are keys further on
		Kinderen: l.kinderen(v.veld("kinderen")),
		Behoefte: l.behoefte(v.veld("behoefte")),
		Perioden: l.perioden(v.veld("perioden")),
		Methode:  l.methode(v.veld("methode")),
		Keuzes:   l.keuzes(v.veld("keuzes")),
	}
	return z
}

func (l *lezer) kop(k knoop) Kop {
	v := l.mapping(k, &vormKop)
	l.tijdlijn.stuk = l.datum(v.veld("datum"))
	return Kop{
		Zaaknummer: l.tekst(v.veld("zaaknummer"), label),
		Gerecht:    l.tekst(v.veld("gerecht"), label),
		Stuk:       l.keuze(v.veld("stuk"), StukEigenGebruik, StukProductie, StukBijlageBeschikking, StukEigenGebruik),
		Kenmerk:    l.tekst(v.veld("kenmerk"), label),
		Datum:      l.tijdlijn.stuk.Time,
		Opsteller:  l.opsteller(v.veld("opsteller")),
	}
}

func (l *lezer) opsteller(k knoop) Opsteller {
	v := l.mapping(k, &vormOpsteller)
	return Opsteller{
		Naam:         l.tekst(v.veld("naam"), label),
		Hoedanigheid: l.tekst(v.veld("hoedanigheid"), label),
	}
}

func (l *lezer) ouders(k knoop) []Ouder {
	var ouders []Ouder
	var ids []string
	for _, item := range l.lijst(k, 2, 2, "ouders") {
		o := l.ouder(item)
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

func (l *lezer) ouder(k knoop) Ouder {
	v := l.mapping(k, &vormOuder)
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

func (l *lezer) kinderen(k knoop) []Kind {
	var kinderen []Kind
	for _, item := range l.lijst(k, 1, MaxKinderen, "kinderen") {
		kinderen = append(kinderen, l.kind(item))
	}
	return kinderen
}

func (l *lezer) kind(k knoop) Kind {
	v := l.mapping(k, &vormKind)
	geboren := l.datum(v.veld("geboren"))
	l.tijdlijn.kinderen = append(l.tijdlijn.kinderen, geboren)
	kind := Kind{
		ID:            l.id(v.veld("id")),
		Naam:          l.tekst(v.veld("naam"), label),
		Geboren:       geboren.Time,
		Hoofdverblijf: l.ouderVerwijzing(v.veld("hoofdverblijf")),
	}
	if kind.Naam == "" {
		kind.Naam = kind.ID
	}
	kind.Zorg = l.zorg(v.veld("zorg"), kind.Hoofdverblijf)
	for _, item := range l.lijst(v.veld("bijzondere_kosten"), 0, MaxKosten, "bijzondere kosten") {
		kind.BijzondereKosten = append(kind.BijzondereKosten, l.bijzondereKost(item))
	}
	return kind
}

func (l *lezer) behoefte(k knoop) Behoefte {
	v := l.mapping(k, &vormBehoefte)
	l.preciesEen(k, v, "gezinsinkomen", "nooit_samengewoond", "vastgesteld")
	if v.op != nil && !v.veld("gezinsinkomen").aanwezig() {
		for _, kosten := range l.kostenVoorScheiding {
			l.meldOp(kosten.kop(), Probleem{Code: codeNietSamen,
				Melding:    "Kosten van voor de scheiding gaan van het gezinsinkomen af; een gezinsinkomen is niet opgegeven.",
				Toegestaan: "voor_scheiding alleen bij behoefte.gezinsinkomen"})
		}
	}
	return Behoefte{
		Gezinsinkomen:     l.gezinsinkomen(v.veld("gezinsinkomen")),
		NooitSamengewoond: l.nooitSamengewoond(v.veld("nooit_samengewoond")),
		Vastgesteld:       l.vastgesteld(v.veld("vastgesteld")),
	}
}

func (l *lezer) gezinsinkomen(k knoop) *Gezinsinkomen {
	if !k.aanwezig() {
		return nil
	}
	v := l.mapping(k, &vormGezinsinkomen)
	l.tijdlijn.peildatum = l.datum(v.veld("peildatum"))
	g := &Gezinsinkomen{
		Peildatum:          l.tijdlijn.peildatum.Time,
		NBI:                make(map[string]Bedrag, 2),
		KindgebondenBudget: l.bedragOfNiets(v.veld("kindgebonden_budget")),
	}
	for _, ouder := range v.ouders {
		v := l.mapping(ouder.knoop, &vormGezinslid)
		nbi := l.bedrag(v.veld("nbi"))
		l.herkomst(v, &nbi)
		g.NBI[ouder.id] = nbi
	}
	return g
}

func (l *lezer) nooitSamengewoond(k knoop) *NooitSamengewoond {
	if !k.aanwezig() {
		return nil
	}
	v := l.mapping(k, &vormNooitSamengewoond)
	l.tijdlijn.peildatum = l.datum(v.veld("peildatum"))
	n := &NooitSamengewoond{Peildatum: l.tijdlijn.peildatum.Time, Ouders: make(map[string]Inkomen, 2)}
	for _, ouder := range v.ouders {
		n.Ouders[ouder.id] = l.inkomen(l.mapping(ouder.knoop, &vormInkomen))
	}
	return n
}

func (l *lezer) inkomen(v velden) Inkomen {
	i := Inkomen{
		NBI:                l.bedrag(v.veld("nbi")),
		KindgebondenBudget: l.bedragOfNiets(v.veld("kindgebonden_budget")),
	}
	l.herkomst(v, &i.NBI, i.KindgebondenBudget)
	return i
}

func (l *lezer) vastgesteld(k knoop) *Vastgesteld {
	if !k.aanwezig() {
		return nil
	}
	v := l.mapping(k, &vormVastgesteld)
	vast := &Vastgesteld{
		Bedrag: l.bedrag(v.veld("bedrag")),
		Jaar:   l.jaar(v.veld("jaar")),
		Reden:  l.tekst(v.veld("reden"), verhaal),
	}
	l.tijdlijn.jaar = jaartal{vast.Jaar, v.veld("jaar").plek()}
	l.herkomst(v, &vast.Bedrag)
	return vast
}

func (l *lezer) perioden(k knoop) []Periode {
	var perioden []Periode
	for _, item := range l.lijst(k, 1, MaxPerioden, "perioden") {
		perioden = append(perioden, l.periode(item))
	}
	return perioden
}

func (l *lezer) periode(k knoop) Periode {
	v := l.mapping(k, &vormPeriode)
	vanaf := l.datum(v.veld("vanaf"))
	l.tijdlijn.vanaf = append(l.tijdlijn.vanaf, vanaf)
	p := Periode{Vanaf: vanaf.Time, Ouders: make(map[string]Situatie, 2)}
	for _, ouder := range v.ouders {
		p.Ouders[ouder.id] = l.situatie(ouder.knoop)
	}
	return p
}

func (l *lezer) situatie(k knoop) Situatie {
	v := l.mapping(k, &vormSituatie)
	s := Situatie{
		Inkomen: l.inkomen(v),
		AOW:     l.jaNee(v.veld("aow")),
	}
	if bijstand := l.jaNee(v.veld("bijstand")); bijstand != nil {
		s.Bijstand, s.BijstandOpgegeven = *bijstand, true
	}
	for _, item := range l.lijst(v.veld("lasten"), 0, MaxLasten, "lasten") {
		s.Lasten = append(s.Lasten, l.last(item))
	}
	s.Verdiencapaciteit = l.metReden(v.veld("verdiencapaciteit"))
	s.Woonlast = l.woonlast(v.veld("woonlast"))
	s.VoormaligeWoning = l.voormaligeWoning(v.veld("voormalige_woning"))
	s.Schuldsanering = l.schuldsanering(v.veld("schuldsanering"))
	s.Draagkracht = l.metReden(v.veld("draagkracht"))
	l.nietSamen(v, "woonlast", "voormalige_woning")
	l.nietSamen(v, "schuldsanering", "draagkracht")
	return s
}

func (l *lezer) last(k knoop) Last {
	v := l.mapping(k, &vormLast)
	last := Last{
		Omschrijving: l.tekst(v.veld("omschrijving"), label),
		Bedrag:       l.bedrag(v.veld("bedrag")),
	}
	if ja := l.jaNee(v.veld("vermijdbaar")); ja != nil {
		last.Vermijdbaar = *ja
	}
	if ja := l.jaNee(v.veld("verwijtbaar")); ja != nil {
		last.Verwijtbaar = *ja
	}
	l.herkomst(v, &last.Bedrag)
	return last
}

func (l *lezer) keuzes(k knoop) Keuzes {
	v := l.mapping(k, &vormKeuzes)
	return Keuzes{
		LageInkomens: l.keuze(v.veld("lage_inkomens"), KeuzeTabelbedrag, KeuzeTabelbedrag, KeuzeFormule),
	}
}
