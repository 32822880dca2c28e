package zaak

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// knoop is a place in the file: a value, the key it hangs on, and its path.
type knoop struct {
	sleutel *yaml.Node // nil in a list and at the top
	waarde  *yaml.Node // nil when the file has nothing here
	pad     string
}

func (k knoop) aanwezig() bool { return k.waarde != nil }

// leeg: nothing stands behind the key, or only white space.
func (k knoop) leeg() bool {
	n := k.waarde
	return n.Kind == yaml.ScalarNode && (n.Tag == "!!null" || strings.TrimSpace(n.Value) == "")
}

// plek is where the value stands.
func (k knoop) plek() Plek {
	if k.waarde == nil {
		return Plek{Pad: k.pad}
	}
	return Plek{Regel: k.waarde.Line, Kolom: k.waarde.Column, Pad: k.pad}
}

// kop is where the key stands, or the value when there is no key.
func (k knoop) kop() Plek {
	if k.sleutel == nil {
		return k.plek()
	}
	return Plek{Regel: k.sleutel.Line, Kolom: k.sleutel.Column, Pad: k.pad}
}

// onder gives the path of a key below this place.
func (k knoop) onder(sleutel string) string {
	if k.pad == "" {
		return kort(sleutel)
	}
	return k.pad + "." + kort(sleutel)
}

// lezer reads one file. Every method that reads a value accepts a knoop that is
// not there and then gives the zero value: that something is missing, was said
// by the mapping it is missing from.
type lezer struct {
	bron   bron
	schoon string       // the text without forbidden characters
	vuil   map[int]bool // the lines that had them
	opties Opties

	problemen []Probleem
	verzwegen int // how many more there are

	ouderIDs []string // both; nil when the file does not say them properly
	ids      map[string]Plek
	tijdlijn tijdlijn
}

// bewaard is how many problems are kept to be put in order. It is more than is
// shown, and a bound on what a hostile file can make us do.
const bewaard = 10 * maxProblemen

func (l *lezer) vol() bool { return len(l.problemen) >= bewaard }

// meld reports a problem with a value.
func (l *lezer) meld(k knoop, p Probleem) { l.meldOp(k.plek(), p) }

func (l *lezer) meldOp(plek Plek, p Probleem) {
	if l.vuil[plek.Regel] {
		return // read without its forbidden characters, the line proves nothing
	}
	if l.vol() {
		l.verzwegen++
		return
	}
	p.Regel, p.Kolom, p.Pad = plek.Regel, plek.Kolom, plek.Pad
	l.problemen = append(l.problemen, p)
}

// uitslag puts the problems in the order of the file, cuts them to what can be
// read, and adds the lines they are about.
func (l *lezer) uitslag(bestand string) Problemen {
	ps := l.problemen
	slices.SortStableFunc(ps, func(a, b Probleem) int {
		return cmp.Or(cmp.Compare(a.Regel, b.Regel), cmp.Compare(a.Kolom, b.Kolom), cmp.Compare(a.Code, b.Code))
	})
	if over := len(ps) + l.verzwegen - maxProblemen; over > 0 {
		ps = append(ps[:maxProblemen:maxProblemen], Probleem{Code: codeTeVeelProblemen,
			Melding: fmt.Sprintf("En nog %d. De eerste %d problemen staan hierboven.", over, maxProblemen)})
	}
	for i := range ps {
		p := &ps[i]
		p.Bestand = bestand
		p.Regeltekst, p.wijzer = fragment(l.bron.regel(p.Regel), p.Kolom)
	}
	return ps
}

// velden are the values of one mapping, by key.
type velden struct {
	vorm   *vorm
	op     map[string]knoop
	ouders []ouderVeld // in the order of the file
}

type ouderVeld struct {
	id string
	knoop
}

// veld gives what stands behind a key. Asking for a key outside the form is a
// mistake in this package.
func (v velden) veld(naam string) knoop {
	if _, ok := v.vorm.sleutel(naam); !ok {
		panic("zaak: " + v.vorm.naam + " heeft geen sleutel " + naam)
	}
	return v.op[naam]
}

// mapping reads a mapping of a form: it sorts the values by key and reports
// keys that are unknown, missing or empty.
func (l *lezer) mapping(k knoop, vorm *vorm) velden {
	v := velden{vorm: vorm}
	if !k.aanwezig() || !l.soort(k, yaml.MappingNode, vorm.voorbeeld) {
		return v
	}
	v.op = make(map[string]knoop, len(k.waarde.Content)/2)
	var onbekend []knoop
	for i := 0; i+1 < len(k.waarde.Content); i += 2 {
		naam := k.waarde.Content[i]
		kind := knoop{sleutel: naam, waarde: k.waarde.Content[i+1], pad: k.onder(naam.Value)}
		if naam.Kind != yaml.ScalarNode || v.heeft(naam.Value) {
			continue // reported with the structure of the file
		}
		if _, ok := vorm.sleutel(naam.Value); ok {
			v.op[naam.Value] = kind
		} else if l.isOuderSleutel(vorm, kind) {
			if len(v.ouders) < 2 { // more only when the parents could not be read
				v.ouders = append(v.ouders, ouderVeld{naam.Value, kind})
			}
		} else {
			onbekend = append(onbekend, kind)
		}
	}
	for _, kind := range onbekend {
		l.onbekendeSleutel(&v, kind)
	}
	l.ontbrekend(&v, k)
	return v
}

func (v velden) heeft(naam string) bool {
	if _, ok := v.op[naam]; ok {
		return true
	}
	return slices.ContainsFunc(v.ouders, func(o ouderVeld) bool { return o.id == naam })
}

// isOuderSleutel: this key is the id of a parent. When the parents themselves
// could not be read, every id is taken for one, so that one mistake there does
// not bring a hundred complaints elsewhere.
func (l *lezer) isOuderSleutel(vorm *vorm, k knoop) bool {
	if vorm.ouders == geenOuders {
		return false
	}
	if l.ouderIDs == nil {
		return isID(k.sleutel.Value) && k.waarde.Kind == yaml.MappingNode
	}
	return slices.Contains(l.ouderIDs, k.sleutel.Value)
}

// onbekendeSleutel reports a key that does not belong here. When it is clear
// which key was meant, its value is read as such: what is wrong with the value
// is then reported at once, and the key itself is not reported missing.
func (l *lezer) onbekendeSleutel(v *velden, k knoop) {
	if l.vol() {
		l.verzwegen++
		return
	}
	naam := k.sleutel.Value
	p := Probleem{Code: codeOnbekendeSleutel,
		Melding:    fmt.Sprintf("%s is geen sleutel van %s.", citaat(naam), v.vorm.wat),
		Toegestaan: opsomming(l.sleutelnamen(v.vorm))}
	ouder := v.vorm.ouders != geenOuders && k.waarde.Kind == yaml.MappingNode
	bedoeld := knoop{sleutel: k.sleutel, waarde: k.waarde}
	elders := vormenMet(naam)
	vrij := slices.DeleteFunc(l.sleutelnamen(v.vorm), v.heeft)
	if woord, ok := meestGelijkend(naam, vrij); ok && len(elders) == 0 {
		p.Hint = "bedoelt u " + woord + "?"
		bedoeld.pad = strings.TrimSuffix(k.pad, kort(naam)) + woord
		if _, ok := v.vorm.sleutel(woord); ok {
			ouder = false
			v.op[woord] = bedoeld
		} else {
			v.ouders = append(v.ouders, ouderVeld{woord, bedoeld})
		}
	} else if isAantal(naam) && k.leeg() { // {nbi: 1800,50}: the comma ended the value
		p.Hint = "is dit het deel achter een komma? Schrijf een punt voor de decimalen"
	} else if n := len(elders); n > 0 && n <= 3 {
		p.Hint = fmt.Sprintf("%s hoort bij %s; klopt de inspringing?", naam, opsomming(watten(elders)))
	}
	if ouder {
		p.Code = codeOnbekendeOuder
		p.Melding = fmt.Sprintf("Er is geen ouder met de id %s.", citaat(naam))
	}
	l.meldOp(k.kop(), p)
}

// sleutelnamen gives the keys of a form, ids of parents included.
func (l *lezer) sleutelnamen(v *vorm) []string {
	var namen []string
	for _, s := range v.sleutels {
		namen = append(namen, s.naam)
	}
	if v.ouders != geenOuders {
		namen = append(namen, l.ouderIDs...)
	}
	return namen
}

func watten(vs []*vorm) []string {
	var watten []string
	for _, v := range vs {
		watten = append(watten, v.wat)
	}
	return watten
}

// ontbrekend reports required keys that are not there and keys without a value;
// what has no value is further treated as not there.
func (l *lezer) ontbrekend(v *velden, k knoop) {
	for _, s := range v.vorm.sleutels {
		veld, er := v.op[s.naam]
		switch {
		case !er && s.eis == verplicht:
			l.ontbreekt(k, s.naam, s.uitleg)
		case er && veld.leeg():
			delete(v.op, s.naam)
			if s.eis != magLeeg {
				l.leeg(veld, s.uitleg)
			}
		}
	}
	if v.vorm.ouders == beideOuders {
		for _, id := range l.ouderIDs {
			if !v.heeft(id) {
				l.ontbreekt(k, id, "de gegevens van beide ouders")
			}
		}
	}
	v.ouders = slices.DeleteFunc(v.ouders, func(o ouderVeld) bool {
		if o.leeg() {
			l.leeg(o.knoop, "een blok met sleutels")
			return true
		}
		return false
	})
}

func (l *lezer) ontbreekt(k knoop, naam, uitleg string) {
	plek := k.kop()
	plek.Pad = k.onder(naam)
	l.meldOp(plek, Probleem{Code: codeOntbrekendeSleutel,
		Melding: fmt.Sprintf("De sleutel %s ontbreekt.", naam), Toegestaan: naam + ": " + uitleg})
}

func (l *lezer) leeg(k knoop, uitleg string) {
	p := Probleem{Code: codeLeeg, Melding: "Hier ontbreekt een waarde.", Toegestaan: uitleg}
	if k.sleutel != nil {
		p.Melding = fmt.Sprintf("Achter %s staat geen waarde.", kort(k.sleutel.Value))
		p.Hint = "vul de waarde in, of verwijder de regel als de sleutel niet verplicht is"
	}
	l.meldOp(k.kop(), p)
}

// lijst gives the items of a list, at most the allowed number.
func (l *lezer) lijst(k knoop, minst, meest int, wat string) []knoop {
	if !k.aanwezig() || !l.soort(k, yaml.SequenceNode, "een lijst van "+wat+", elk met een streepje ervoor") {
		return nil
	}
	n := len(k.waarde.Content)
	if n < minst || n > meest {
		plek := k.kop()
		if n > meest {
			teveel := k.waarde.Content[meest]
			plek = Plek{Regel: teveel.Line, Kolom: teveel.Column, Pad: fmt.Sprintf("%s[%d]", k.pad, meest)}
		}
		bereik := fmt.Sprintf("%d tot en met %d %s", minst, meest, wat)
		if minst == meest {
			bereik = fmt.Sprintf("precies %d %s", minst, wat)
		}
		l.meldOp(plek, Probleem{Code: codeVerkeerdAantal,
			Melding: fmt.Sprintf("De lijst %s heeft %s.", k.pad, onderdelen(n)), Toegestaan: bereik})
	}
	items := make([]knoop, 0, n)
	for i, item := range k.waarde.Content[:min(n, meest)] {
		kind := knoop{waarde: item, pad: fmt.Sprintf("%s[%d]", k.pad, i)}
		if kind.leeg() {
			l.leeg(kind, "een onderdeel van de lijst")
			continue
		}
		items = append(items, kind)
	}
	return items
}

func onderdelen(n int) string {
	if n == 1 {
		return "1 onderdeel"
	}
	return fmt.Sprintf("%d onderdelen", n)
}

// soort checks that a value is of the kind that belongs here.
func (l *lezer) soort(k knoop, kind yaml.Kind, toegestaan string) bool {
	if k.waarde.Kind == kind {
		return true
	}
	if k.waarde.Kind == yaml.AliasNode {
		return false // reported with the structure of the file
	}
	if k.waarde.Kind == yaml.ScalarNode && k.leeg() {
		l.leeg(k, toegestaan)
		return false
	}
	l.meld(k, Probleem{Code: codeVerkeerdeSoort,
		Melding:    fmt.Sprintf("Hier staat %s; hier hoort %s.", soortnaam(k.waarde), soorten[kind]),
		Toegestaan: toegestaan})
	return false
}

var soorten = map[yaml.Kind]string{
	yaml.MappingNode:  "een blok met sleutels",
	yaml.SequenceNode: "een lijst",
	yaml.ScalarNode:   "één waarde",
}

func soortnaam(n *yaml.Node) string {
	if n.Kind == yaml.ScalarNode {
		return "de waarde " + citaat(n.Value)
	}
	return soorten[n.Kind]
}

// opsomming: "a, b of c".
func opsomming(namen []string) string {
	switch n := len(namen); n {
	case 0:
		return ""
	case 1:
		return namen[0]
	default:
		return strings.Join(namen[:n-1], ", ") + " of " + namen[n-1]
	}
}
