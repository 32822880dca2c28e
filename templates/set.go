package templates

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"reflect"
	"slices"
	"strings"
	"sync"

	"go.yaml.in/yaml/v4"
)

// The files of a set. A folder may hold any of them; what it does not hold is as it
// comes with annex.
const (
	bestandBijlage = "bijlage.yaml"
	bestandLezers  = "lezers.yaml"
	bestandKantoor = "kantoor.yaml"
)

// Kantoor is the letterhead of a firm.
type Kantoor struct {
	Briefhoofd []string `eis:"mag"` // lines
	// Logo is the name of a PNG or JPEG file in the folder; Alternatief says in words
	// what it is.
	Logo        string `eis:"mag"`
	Alternatief string `eis:"mag"`
	// Beeld is the content of Logo.
	Beeld []byte `yaml:"-"`
}

// Set is all that the documents say and what they are made of, for every reader.
type Set struct {
	lezers, onderdelen map[string]*Bijlage
	kantoor            *Kantoor
	hash               string
}

// Lezer gives the texts and chapters for a reader; nil where there is no such one.
func (s *Set) Lezer(naam string) *Bijlage { return s.lezers[naam] }

// Onderdeel gives the texts and chapters of a part that is a document of its own;
// nil where there is no such part.
func (s *Set) Onderdeel(naam string) *Bijlage { return s.onderdelen[naam] }

// Kantoor gives the letterhead; nil where there is none.
func (s *Set) Kantoor() *Kantoor { return s.kantoor }

// Hash tells which templates they are: the SHA-256, in hex, over the names and the
// contents of all files of the folder that are used, in the order of their names.
// Empty for those that come with annex.
func (s *Set) Hash() string { return s.hash }

// Standaard gives the set that comes with annex.
var Standaard = sync.OnceValue(func() *Set {
	s, problemen := maak(bron{}, nil)
	if len(problemen) > 0 {
		panic(problemen) // a test reads them
	}
	return s
})

// StandaardBijlage gives the texts and chapters that come with annex, for the lawyer.
func StandaardBijlage() *Bijlage { return Standaard().Lezer(Advocaat) }

// Bestanden gives the files to start from, by name: those that come with annex, and a
// letterhead in comments.
func Bestanden() map[string][]byte {
	return map[string][]byte{bestandBijlage: slices.Clone(bijlageYAML), bestandLezers: slices.Clone(lezersYAML), bestandKantoor: slices.Clone(kantoorYAML)}
}

// maxBestand is how large a file of a folder may be, in bytes.
const maxBestand = 2 << 20

// Laad reads a folder. delen are the parts that a chapter can name. The error is
// either Problemen, with everything that is wrong, or one of reading the folder.
func Laad(fsys fs.FS, delen []string) (*Set, error) {
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil, err
	}
	b := bron{}
	var problemen Problemen
	for _, e := range entries {
		if e.IsDir() || strings.HasPrefix(e.Name(), ".") {
			continue
		}
		switch name := e.Name(); {
		case slices.Contains([]string{bestandBijlage, bestandLezers, bestandKantoor}, name):
			data, p := lees(fsys, name)
			problemen = append(problemen, p...)
			b[name] = data
		case slices.Contains([]string{".yaml", ".yml", ".json"}, strings.ToLower(path.Ext(name))):
			problemen = append(problemen, Probleem{Bestand: name, Melding: "dit bestand kent annex niet", Hint: bedoelt(name, []string{bestandBijlage, bestandLezers, bestandKantoor})})
		}
	}
	if len(problemen) > 0 {
		return nil, problemen
	}
	s, problemen := maak(b, delen)
	if len(problemen) == 0 && s.kantoor != nil && s.kantoor.Logo != "" {
		s.kantoor.Beeld, problemen = logo(fsys, s.kantoor)
		b[s.kantoor.Logo] = s.kantoor.Beeld
	}
	if len(problemen) > 0 {
		return nil, problemen
	}
	s.hash = b.hash()
	return s, nil
}

func lees(fsys fs.FS, name string) ([]byte, Problemen) {
	data, err := fs.ReadFile(fsys, name)
	switch {
	case err != nil:
		return nil, Problemen{{Bestand: name, Melding: "het bestand is niet te lezen"}}
	case len(data) > maxBestand:
		return nil, Problemen{{Bestand: name, Melding: fmt.Sprintf("het bestand is te groot: hoogstens %d MB", maxBestand>>20)}}
	}
	return data, nil
}

// logo reads the picture of the letterhead. Its name is that of a file in the folder
// itself: a path could lead anywhere.
func logo(fsys fs.FS, k *Kantoor) ([]byte, Problemen) {
	fout := func(melding, hint string) Problemen {
		return Problemen{{Bestand: bestandKantoor, Sleutel: "logo", Melding: melding, Hint: hint}}
	}
	if strings.ContainsAny(k.Logo, `/\:`) || !fs.ValidPath(k.Logo) || k.Logo == "." {
		return nil, fout(fmt.Sprintf("%q is geen naam van een bestand in deze map", k.Logo), "zet het logo in de map en noem alleen de naam")
	}
	info, err := fs.Stat(fsys, k.Logo)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fout(fmt.Sprintf("er is in deze map geen bestand %q", k.Logo), "zet het logo in de map, of verwijder deze regel")
	case err == nil && !info.Mode().IsRegular():
		return nil, fout(fmt.Sprintf("%q is geen gewoon bestand", k.Logo), "")
	}
	data, problemen := lees(fsys, k.Logo)
	if problemen != nil {
		return nil, fout(fmt.Sprintf("%q is niet te gebruiken: %s", k.Logo, problemen[0].Melding), "zet het bestand zelf in de map, en geen verwijzing")
	}
	if !strings.HasPrefix(string(data), "\x89PNG\r\n\x1a\n") && !strings.HasPrefix(string(data), "\xff\xd8") {
		return nil, fout(fmt.Sprintf("%q is geen PNG of JPEG", k.Logo), "sla het logo op als PNG of JPEG")
	}
	if strings.TrimSpace(k.Alternatief) == "" {
		return nil, Problemen{{Bestand: bestandKantoor, Sleutel: "alternatief", Melding: "bij een logo hoort een tekst die zegt wat het is", Hint: "schrijf bijvoorbeeld: alternatief: Oorbeeld advocaten"}}
	}
	return data, nil
}

// bron is the files of a folder, by name; what is not in it is as it comes with annex.
type bron map[string][]byte

func (b bron) bestand(name string) []byte {
	if data, ok := b[name]; ok {
		return data
	}
	return Bestanden()[name]
}

func (b bron) hash() string {
	if len(b) == 0 {
		return ""
	}
	h := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(b)) {
		fmt.Fprintf(h, "%s\n%d\n", name, len(b[name]))
		h.Write(b[name])
	}
	return hex.EncodeToString(h.Sum(nil))
}

// maak reads the files into a set, or tells everything that is wrong with them.
// Without delen, the names of the parts are not checked.
func maak(b bron, delen []string) (*Set, Problemen) {
	teksten := &controle{bestand: bestandBijlage}
	basis := teksten.ontleed(b.bestand(bestandBijlage))
	if basis != nil {
		teksten.vorm(basis, reflect.TypeFor[Bijlage](), "", true)
	}
	indeling := &controle{bestand: bestandLezers}
	boom := indeling.ontleed(b.bestand(bestandLezers))
	var ind Indelingen
	if boom != nil {
		indeling.vorm(boom, reflect.TypeFor[Indelingen](), "", true)
		if len(indeling.problemen) == 0 {
			indeling.laad(boom, &ind)
			indeling.indelingen(boom, ind, delen)
		}
	}
	kantoor, problemen := leesKantoor(b.bestand(bestandKantoor))
	problemen = slices.Concat(teksten.problemen, indeling.problemen, problemen)
	if len(problemen) > 0 {
		return nil, problemen
	}
	s := &Set{lezers: map[string]*Bijlage{}, onderdelen: map[string]*Bijlage{}, kantoor: kantoor}
	for _, soort := range []struct {
		in  map[string]Indeling
		uit map[string]*Bijlage
	}{{ind.Lezers, s.lezers}, {ind.Onderdelen, s.onderdelen}} {
		for naam, i := range soort.in {
			t := new(Bijlage)
			teksten.laad(basis, t)
			if !i.Teksten.IsZero() {
				indeling.laad(&i.Teksten, t)
			}
			t.Hoofdstukken = i.Hoofdstukken
			soort.uit[naam] = t
		}
	}
	if problemen = slices.Concat(teksten.problemen, indeling.problemen); len(problemen) > 0 {
		return nil, problemen
	}
	return s, nil
}

// laad reads a node that has been checked.
func (c *controle) laad(n *yaml.Node, out any) {
	if err := n.Load(out, yaml.WithKnownFields()); err != nil {
		c.meld(n, "", err.Error(), "")
	}
}

// indelingen checks that the documents that can be asked for are there, and what
// their chapters say.
func (c *controle) indelingen(n *yaml.Node, ind Indelingen, delen []string) {
	for _, x := range []struct {
		pad  string
		in   map[string]Indeling
		want []string
	}{{"lezers", ind.Lezers, []string{Advocaat, Griffie, Ouder}}, {"onderdelen", ind.Onderdelen, []string{Behoefte, Draagkracht}}} {
		boven := waarde(n, x.pad)
		for _, naam := range x.want {
			if _, ok := x.in[naam]; !ok {
				c.meld(boven, langs(x.pad, naam), "dit ontbreekt", neemOver)
			}
		}
		for _, naam := range slices.Sorted(maps.Keys(x.in)) {
			pad := langs(x.pad, naam)
			if !slices.Contains(x.want, naam) {
				c.meld(waarde(boven, naam), pad, "dit kent annex niet", bedoelt(naam, x.want))
				continue
			}
			c.hoofdstukken(waarde(waarde(boven, naam), "hoofdstukken"), x.in[naam].Hoofdstukken, langs(pad, "hoofdstukken"), delen)
		}
	}
}

func (c *controle) hoofdstukken(n *yaml.Node, list []Hoofdstuk, pad string, delen []string) {
	for i, h := range list {
		item, pad := n.Content[i], fmt.Sprintf("%s[%d]", pad, i+1)
		for _, x := range []struct {
			sleutel, waarde string
			want            []string
		}{
			{"nieuwe_pagina", h.NieuwePagina, []string{NooitNieuw, AltijdNieuw, NaVoorblad}},
			{"diepte", h.Diepte, []string{Volledig, Kort}},
		} {
			if x.waarde != "" && !slices.Contains(x.want, x.waarde) {
				c.meld(waarde(item, x.sleutel), langs(pad, x.sleutel), fmt.Sprintf("%q is hier geen mogelijkheid", x.waarde), "toegestaan: "+strings.Join(x.want, ", "))
			}
		}
		for j, deel := range h.Delen {
			if delen != nil && !slices.Contains(delen, deel) {
				c.meld(waarde(item, "delen").Content[j], langs(pad, "delen"), fmt.Sprintf("er is geen deel %q", deel), bedoelt(deel, delen))
			}
			if slices.Contains(h.Delen[:j], deel) {
				c.meld(waarde(item, "delen").Content[j], langs(pad, "delen"), fmt.Sprintf("het deel %q staat twee keer in dit hoofdstuk", deel), "")
			}
		}
	}
}

// waarde gives what stands under a key, or the node itself where it has no such key.
func waarde(n *yaml.Node, sleutel string) *yaml.Node {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == sleutel {
			return n.Content[i+1]
		}
	}
	return n
}

// leesKantoor reads the letterhead; nil where there is none.
func leesKantoor(data []byte) (*Kantoor, Problemen) {
	c := &controle{bestand: bestandKantoor}
	n := c.ontleed(data)
	if n == nil {
		return nil, c.problemen
	}
	if isLeeg(n) {
		return nil, nil
	}
	k := new(Kantoor)
	if c.vorm(n, reflect.TypeFor[Kantoor](), "", true); len(c.problemen) == 0 {
		c.laad(n, k)
	}
	if len(c.problemen) > 0 {
		return nil, c.problemen
	}
	if len(k.Briefhoofd) == 0 && k.Logo == "" {
		return nil, nil
	}
	return k, nil
}
