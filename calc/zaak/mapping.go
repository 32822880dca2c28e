package zaak

import (
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// velden are the values of one mapping, by key.
type velden struct {
	vorm   *vorm
	op     map[string]knoop
	leeg   map[string]knoop // keys with nothing behind them
	ouders []ouderVeld      // in the order of the file
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

// kop gives where a key stands, also when there is nothing behind it.
func (v velden) kop(naam string) Plek {
	if k := v.veld(naam); k.aanwezig() {
		return k.kop()
	}
	return v.leeg[naam].kop()
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
			if len(v.ouders) < maxOuders { // more only when the parents could not be read
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

// maxOuders is how many keys of a mapping can be ids: two parents, and the
// spouse of each.
const maxOuders = 4

// isOuderSleutel: this key is the id of a parent. When the parents themselves
// could not be read, every id is taken for one, so that one mistake there does
// not bring a hundred complaints elsewhere.
func (l *lezer) isOuderSleutel(vorm *vorm, k knoop) bool {
	if vorm.ouders == geenOuders {
		return false
	}
	if l.ouderIDs == nil || vorm.ouders == beideEnStief && l.stiefOnbekend {
		return isID(k.sleutel.Value) && k.waarde.Kind == yaml.MappingNode
	}
	return slices.Contains(l.sleutelIDs(vorm), k.sleutel.Value)
}

// sleutelIDs gives the ids that are keys of a form.
func (l *lezer) sleutelIDs(v *vorm) []string {
	switch v.ouders {
	case geenOuders:
		return nil
	case beideEnStief:
		return slices.Concat(l.ouderIDs, l.stiefIDs)
	}
	return l.ouderIDs
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
	if woord, ok := meestGelijkend(naam, vrij); ok && (len(elders) == 0 || synoniemen[naam] == woord) {
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
	} else if n := len(elders); n > 0 && n <= 4 {
		p.Hint = fmt.Sprintf("%s hoort bij %s; klopt de inspringing?", naam, opsomming(watten(elders)))
	}
	if ouder {
		p.Code = codeOnbekendeOuder
		p.Melding = fmt.Sprintf("Er is geen %s met de id %s.", l.woordOuder(), citaat(naam))
	}
	l.meldOp(k.kop(), p)
}

// sleutelnamen gives the keys of a form, ids of parents included.
func (l *lezer) sleutelnamen(v *vorm) []string {
	var namen []string
	for _, s := range v.sleutels {
		namen = append(namen, s.naam)
	}
	return append(namen, l.sleutelIDs(v)...)
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
			if v.leeg == nil {
				v.leeg = map[string]knoop{}
			}
			v.leeg[s.naam] = veld
			if s.eis != magLeeg {
				l.leeg(veld, s.uitleg)
			}
		}
	}
	if v.vorm.ouders == beideOuders || v.vorm.ouders == beideEnStief {
		for _, id := range l.ouderIDs {
			if !v.heeft(id) {
				l.ontbreekt(k, id, "de gegevens van deze "+l.woordOuder())
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
	l.ontbreektOmdat(k, naam, uitleg, "")
}

// ontbreektOmdat reports a missing key and says why it is asked for here.
func (l *lezer) ontbreektOmdat(k knoop, naam, uitleg, waarom string) {
	plek := k.kop()
	plek.Pad = k.onder(naam)
	l.meldOp(plek, Probleem{Code: codeOntbrekendeSleutel,
		Melding: fmt.Sprintf("De sleutel %s ontbreekt.", naam), Toegestaan: naam + ": " + uitleg, Hint: waarom})
}

func (l *lezer) leeg(k knoop, uitleg string) {
	p := Probleem{Code: codeLeeg, Melding: "Hier ontbreekt een waarde.", Toegestaan: uitleg}
	if k.sleutel != nil {
		p.Melding = fmt.Sprintf("Achter %s staat geen waarde.", kort(k.sleutel.Value))
		p.Hint = "vul de waarde in, of verwijder de regel als de sleutel niet verplicht is"
	}
	l.meldOp(k.kop(), p)
}
