package zaak

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Anonimiseer takes out of a case who it is about, before it is calculated, so that no
// document that is made of it can tell. The figures stay the same.
//
//   - A child is called by its initial, with a number where two are the same; what else
//     stands for it (its id, and the place in the case file) becomes "kind_1".
//   - The names of parents, stepparents and of who made the document are left out. How a
//     parent is called stays where it is a role, as "de moeder", and is else "ouder 1".
//   - Children of other families are called so.
//   - Of a birth only the age is told (Ouder.Anoniem, Kind.Anoniem).
//   - In free text a known name, as a whole word, and a known day of birth are replaced;
//     for the rest it stays as it is.
//   - Nothing points to the file that the case came from.
//
// The court and the number of the case stay: a decision is published with them.
func (z *Zaak) Anonimiseer() {
	a := &anonimisering{ids: map[string]string{}}
	a.kinderen(z)
	var wie []*Ouder
	for i := range z.Ouders {
		wie = append(wie, &z.Ouders[i])
	}
	woord := "ouder"
	if len(z.Kinderen) == 0 {
		woord = "partij"
	}
	a.ouders(wie, woord)
	wie = nil
	for i := range z.Stiefouders {
		wie = append(wie, &z.Stiefouders[i].Ouder)
	}
	a.ouders(wie, "stiefouder")
	a.naam(z.Kop.Opsteller.Naam, "de opsteller")
	z.Kop.Opsteller.Naam = ""
	a.anderen(z)
	// Longer names go first: "Anna de Vries" before "Anna".
	slices.SortStableFunc(a.namen, func(x, y vervanging) int { return len(y.naam) - len(x.naam) })
	a.in(reflect.ValueOf(z).Elem(), "")
	z.Herkomst, z.Anoniem = Herkomst{}, true
}

// anonimisering is what stands for what.
type anonimisering struct {
	ids   map[string]string
	namen []vervanging
}

type vervanging struct{ naam, door string }

// naam replaces a name in free text.
func (a *anonimisering) naam(naam, door string) {
	if naam = strings.TrimSpace(naam); naam == "" || slices.ContainsFunc(a.namen, func(v vervanging) bool { return v.naam == naam }) {
		return
	}
	a.namen = append(a.namen, vervanging{naam, door})
}

// geboren replaces a day of birth in free text, in the ways that it is written.
func (a *anonimisering) geboren(d time.Time) {
	const door = "[geboortedatum]"
	maand := []string{"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"}[d.Month()-1]
	for _, tekst := range []string{
		d.Format(time.DateOnly), d.Format("02-01-2006"), d.Format("2-1-2006"), d.Format("02/01/2006"), d.Format("2/1/2006"), d.Format("02.01.2006"),
		strconv.Itoa(d.Day()) + " " + maand + " " + strconv.Itoa(d.Year()),
	} {
		a.naam(tekst, door)
	}
}

func (a *anonimisering) kinderen(z *Zaak) {
	aantal := map[string]int{}
	for _, k := range z.Kinderen {
		aantal[initiaal(k.Naam)]++
	}
	nr := map[string]int{}
	for i := range z.Kinderen {
		k := &z.Kinderen[i]
		nieuw := initiaal(k.Naam)
		if aantal[nieuw] > 1 {
			nr[nieuw]++
			nieuw += strconv.Itoa(nr[initiaal(k.Naam)])
		}
		a.persoon(k.Naam, nieuw)
		a.naam(hoofdletter(k.ID), nieuw)
		a.geboren(k.Geboren)
		a.ids[k.ID] = fmt.Sprintf("kind_%d", i+1)
		k.Naam, k.Anoniem = nieuw, true
	}
}

// initiaal is the first letter of a name with a full stop.
func initiaal(naam string) string {
	for _, r := range naam {
		if unicode.IsLetter(r) {
			return string(unicode.ToUpper(r)) + "."
		}
	}
	return "K."
}

func hoofdletter(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// persoon replaces a name, and each word of it that can only be a name.
func (a *anonimisering) persoon(naam, door string) {
	a.naam(naam, door)
	// "A. de Vries" is also written as "De Vries".
	for rest := naam; ; {
		_, achter, ok := strings.Cut(rest, " ")
		if !ok || !strings.Contains(achter, " ") {
			break
		}
		rest = achter
		a.naam(rest, door)
		a.naam(hoofdletter(rest), door)
	}
	words := strings.FieldsFunc(naam, func(r rune) bool { return unicode.IsSpace(r) || r == '.' || r == ',' || r == '(' || r == ')' })
	for _, w := range words {
		const kort = 2 // a word of one letter is no name by itself
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) && utf8.RuneCountInString(w) >= kort {
			a.naam(w, door)
		}
	}
}

func (a *anonimisering) ouders(wie []*Ouder, woord string) {
	for i, o := range wie {
		if !isRol(o.Aanduiding) {
			oud := o.Aanduiding
			o.Aanduiding = fmt.Sprintf("%s %d", woord, i+1)
			a.persoon(oud, o.Aanduiding)
			a.naam(hoofdletter(oud), o.Aanduiding)
		}
		a.persoon(o.Naam, o.Aanduiding)
		if !isRol(strings.ReplaceAll(o.ID, "_", " ")) {
			a.naam(hoofdletter(o.ID), o.Aanduiding)
			a.ids[o.ID] = fmt.Sprintf("%s_%d", woord, i+1)
		}
		if o.Geboren != nil {
			a.geboren(*o.Geboren)
		}
		o.Naam, o.Anoniem = "", true
	}
}

// rollen are the words by which somebody is called without a name.
var rollen = []string{
	"de", "het", "een", "ouder", "partij", "partner", "moeder", "vader", "man", "vrouw", "stiefouder", "stiefvader", "stiefmoeder", "echtgenoot", "echtgenote",
	"verzoeker", "verzoekster", "verweerder", "verweerster", "belanghebbende", "eerste", "tweede", "andere", "biologische", "juridische",
}

// isRol tells whether somebody is called by what he is, with a letter or a number at
// most: "de moeder", "ouder II".
func isRol(aanduiding string) bool {
	rol := false
	for _, w := range strings.Fields(aanduiding) {
		switch {
		case slices.Contains(rollen, strings.ToLower(w)):
			rol = true
		case utf8.RuneCountInString(w) > 1 && strings.Trim(w, "IVX0123456789") != "":
			return false
		}
	}
	return rol
}

// anderen takes out how children of other families are called: whether that is a name
// cannot be told.
func (a *anonimisering) anderen(z *Zaak) {
	for i := range z.Perioden {
		for id, s := range z.Perioden[i].Situaties {
			for j := range s.AndereKinderen {
				s.AndereKinderen[j].Omschrijving = genummerd("andere kinderen", j, len(s.AndereKinderen))
			}
			if s.Wetsvoorstel != nil {
				for j := range s.Wetsvoorstel.EerdereKinderen {
					s.Wetsvoorstel.EerdereKinderen[j].Omschrijving = genummerd("kinderen uit een eerdere relatie", j, len(s.Wetsvoorstel.EerdereKinderen))
				}
			}
			z.Perioden[i].Situaties[id] = s
		}
	}
}

func genummerd(wat string, i, n int) string {
	if n < 2 {
		return wat
	}
	return fmt.Sprintf("%s (%d)", wat, i+1)
}

// vasteVelden hold no text of a person: a word of the format, or what stays.
var vasteVelden = []string{
	"Methode", "Stuk", "Voor", "Soort", "Opleiding", "Norm", "Tijdvak", "Zaaknummer", "Gerecht", "Naam", "Aanduiding",
	"LageInkomens", "Samenloop", "Zorgtoeslag", "ZorgkortingVerschil", "Belastingafronding", "VergelijkingKGB", "PartnerdraagkrachtKGB", "Aandeelafronding", "Inkomenstreden",
}

// idVelden hold the id of a person.
var idVelden = []string{"ID", "Namens", "EchtgenootVan", "Hoofdverblijf", "Betaler", "Gerechtigde", "Ouder"}

// in replaces what stands in a value of the case. veld is the field it is the value of.
func (a *anonimisering) in(v reflect.Value, veld string) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			a.in(v.Elem(), veld)
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() || v.Type().PkgPath() != reflect.TypeFor[Zaak]().PkgPath() {
			return // a date or a number
		}
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() {
				a.in(v.Field(i), f.Name)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			a.in(v.Index(i), veld)
		}
	case reflect.Map:
		nieuw := reflect.MakeMapWithSize(v.Type(), v.Len())
		for _, k := range v.MapKeys() {
			waarde := reflect.New(v.Type().Elem()).Elem()
			waarde.Set(v.MapIndex(k))
			a.in(waarde, veld)
			nieuw.SetMapIndex(reflect.ValueOf(a.id(k.String())), waarde)
		}
		if v.Len() > 0 {
			v.Set(nieuw)
		}
	case reflect.String:
		switch {
		case slices.Contains(idVelden, veld):
			v.SetString(a.id(v.String()))
		case veld == "Pad":
			v.SetString(a.pad(v.String()))
		case !slices.Contains(vasteVelden, veld):
			v.SetString(a.tekst(v.String()))
		}
	}
}

func (a *anonimisering) id(oud string) string {
	if nieuw, ok := a.ids[oud]; ok {
		return nieuw
	}
	return oud
}

// pad is a place in the case file with other ids.
func (a *anonimisering) pad(pad string) string {
	delen := strings.Split(pad, ".")
	for i, d := range delen {
		delen[i] = a.id(d)
	}
	return strings.Join(delen, ".")
}

// tekst replaces the names in a text, as whole words.
func (a *anonimisering) tekst(s string) string {
	for _, v := range a.namen {
		var out strings.Builder
		rest := s
		for {
			before, after, found := strings.Cut(rest, v.naam)
			if !found {
				break
			}
			voor, _ := utf8.DecodeLastRuneInString(s[:len(s)-len(rest)+len(before)])
			na, _ := utf8.DecodeRuneInString(after)
			out.WriteString(before)
			if isLos(voor) && isLos(na) {
				out.WriteString(v.door)
			} else {
				out.WriteString(v.naam)
			}
			rest = after
		}
		out.WriteString(rest)
		s = out.String()
	}
	return s
}

// isLos tells whether a character can stand beside a word by itself.
func isLos(r rune) bool { return r == utf8.RuneError || !unicode.IsLetter(r) && !unicode.IsDigit(r) }
