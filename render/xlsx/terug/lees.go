// Package terug reads a workbook that annex made and somebody worked in: the case file
// that stands in it, the figures that were entered, and what else was changed. It does
// not calculate. The workbook is foreign: every size is bounded, and what is damaged is
// an error.
package terug

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// MaxBytes is how large the file of a workbook may be. That of fifty children in fifty
// periods is smaller.
const MaxBytes = 64 << 20

// Limits on what is in it. The largest workbook of annex has a tenth of them.
const (
	maxDelen     = 4000
	maxUitgepakt = 512 << 20 // of all parts together
	maxDeel      = 256 << 20
	maxBladen    = 1000
	maxCellen    = 4_000_000
	maxRij       = 1_048_576
	maxKolom     = 16_384
)

// Why a file is no workbook that can be read.
var (
	ErrGeenWerkmap = errors.New("geen werkmap")
	ErrVersleuteld = errors.New("versleuteld, of in de vorm van voor 2007")
	ErrBeschadigd  = errors.New("beschadigd")
	ErrTeGroot     = errors.New("te groot")
)

// Werkmap is a workbook as it was read.
type Werkmap struct {
	bladen []*blad
	namen  map[string]string // of the whole workbook: where each refers to
	eigen  []bladnamig       // names that hold on one sheet only, where they go before those
	erbij  []string          // what annex never puts in a workbook: codes of Verschil
}

type blad struct {
	naam      string
	verborgen bool
	cellen    map[plaats]cel
	rijen     int // the last one with content
}

// bladnamig is a name of one sheet.
type bladnamig struct{ naam, blad, ref string }

// plaats is a cell on a sheet; both count from 1.
type plaats struct{ kolom, rij int }

// cel is what a cell holds. Of a formula, tekst is the result that was kept with it.
type cel struct {
	tekst   string
	getal   bool
	formule string
	vrij    bool // not locked
}

func (c cel) leeg() bool { return c.tekst == "" && c.formule == "" }

// Open reads a workbook.
func Open(data []byte) (*Werkmap, error) {
	switch {
	case len(data) > MaxBytes:
		return nil, ErrTeGroot
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")):
		return nil, ErrVersleuteld
	case !bytes.HasPrefix(data, []byte("PK")):
		return nil, ErrGeenWerkmap
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrBeschadigd, err)
	}
	l := &lezer{delen: map[string]*zip.File{}, over: maxUitgepakt}
	for _, f := range z.File {
		l.delen[strings.TrimPrefix(f.Name, "/")] = f
	}
	if len(z.File) > maxDelen {
		return nil, ErrTeGroot
	}
	w, err := l.werkmap()
	if err != nil && !errors.Is(err, ErrTeGroot) && !errors.Is(err, ErrGeenWerkmap) {
		err = fmt.Errorf("%w: %w", ErrBeschadigd, err)
	}
	if err != nil {
		return nil, err
	}
	return w, nil
}

// lezer reads the parts of one workbook.
type lezer struct {
	delen  map[string]*zip.File
	over   int64 // how much may still be unpacked
	cellen int
	vrij   []bool // by number of a style: not locked
	tekst  []string
}

// deel unpacks a part.
func (l *lezer) deel(naam string) ([]byte, error) {
	f, ok := l.delen[naam]
	if !ok {
		return nil, fmt.Errorf("%s ontbreekt", naam)
	}
	grens := min(l.over, maxDeel)
	if f.UncompressedSize64 > uint64(grens) {
		return nil, ErrTeGroot
	}
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, grens+1)) // what the file says of its size proves nothing
	if err != nil {
		return nil, err
	}
	if int64(len(data)) > grens {
		return nil, ErrTeGroot
	}
	l.over -= int64(len(data))
	return data, nil
}

func (l *lezer) xml(naam string, in any) error {
	data, err := l.deel(naam)
	if err != nil {
		return err
	}
	return xml.Unmarshal(data, in)
}

type relaties struct {
	List []struct {
		ID     string `xml:"Id,attr"`
		Type   string `xml:"Type,attr"`
		Target string `xml:"Target,attr"`
	} `xml:"Relationship"`
}

// relatiesVan gives where the relations of a part point to.
func (l *lezer) relatiesVan(deel string) (relaties, error) {
	var r relaties
	map_, naam := path.Split(deel)
	err := l.xml(map_+"_rels/"+naam+".rels", &r)
	for i, x := range r.List {
		if strings.HasPrefix(x.Target, "/") {
			r.List[i].Target = strings.TrimPrefix(x.Target, "/")
		} else {
			r.List[i].Target = path.Join(map_, x.Target)
		}
	}
	return r, err
}

func (l *lezer) werkmap() (*Werkmap, error) {
	top, err := l.relatiesVan("")
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrGeenWerkmap, err)
	}
	hoofd := ""
	for _, r := range top.List {
		if strings.HasSuffix(r.Type, "/officeDocument") {
			hoofd = r.Target
		}
	}
	var boek struct {
		XMLName xml.Name
		Sheets  []struct {
			Name  string `xml:"name,attr"`
			State string `xml:"state,attr"`
			RID   string `xml:"id,attr"`
		} `xml:"sheets>sheet"`
		Names []struct {
			Name  string `xml:"name,attr"`
			Local string `xml:"localSheetId,attr"`
			Ref   string `xml:",chardata"`
		} `xml:"definedNames>definedName"`
	}
	if err := l.xml(hoofd, &boek); err != nil {
		return nil, err
	}
	if boek.XMLName.Local != "workbook" {
		return nil, ErrGeenWerkmap // a text or a presentation
	}
	if len(boek.Sheets) > maxBladen {
		return nil, ErrTeGroot
	}
	rel, err := l.relatiesVan(hoofd)
	if err != nil {
		return nil, err
	}
	doel := map[string]string{}
	for _, r := range rel.List {
		doel[r.ID] = r.Target
		switch {
		case strings.HasSuffix(r.Type, "/styles"):
			err = l.stijlen(r.Target)
		case strings.HasSuffix(r.Type, "/sharedStrings"):
			err = l.teksten(r.Target)
		}
		if err != nil {
			return nil, err
		}
	}
	w := &Werkmap{namen: map[string]string{}, erbij: l.vreemd()}
	for _, n := range boek.Names {
		naam, ref := strings.ToLower(n.Name), strings.TrimSpace(n.Ref)
		if strings.HasPrefix(naam, "_xl") {
			continue // what a program keeps for itself, such as the titles in print
		}
		if n.Local != "" {
			nr, err := strconv.Atoi(n.Local)
			if err != nil || nr < 0 || nr >= len(boek.Sheets) {
				return nil, fmt.Errorf("de naam %s is van een tabblad dat er niet is", n.Name)
			}
			w.eigen = append(w.eigen, bladnamig{naam, boek.Sheets[nr].Name, ref})
			continue
		}
		if _, al := w.namen[naam]; al {
			return nil, fmt.Errorf("de naam %s is er twee keer", n.Name)
		}
		w.namen[naam] = ref
	}
	for _, s := range boek.Sheets {
		b := &blad{naam: s.Name, verborgen: s.State != "" && s.State != "visible", cellen: map[plaats]cel{}}
		if err := l.blad(b, doel[s.RID]); err != nil {
			return nil, fmt.Errorf("tabblad %s: %w", s.Name, err)
		}
		w.bladen = append(w.bladen, b)
	}
	return w, nil
}

// vreemd tells what is in the file that annex never puts there.
func (l *lezer) vreemd() []string {
	var out []string
	for naam := range l.delen {
		code := ""
		switch {
		case strings.Contains(naam, "vbaProject"), strings.Contains(naam, "macrosheets/"):
			code = CodeMacro
		case strings.Contains(naam, "externalLinks/"), strings.HasSuffix(naam, "connections.xml"), strings.Contains(naam, "embeddings/"):
			code = CodeKoppeling
		}
		if code != "" && !slices.Contains(out, code) {
			out = append(out, code)
		}
	}
	slices.Sort(out)
	return out
}

func (l *lezer) stijlen(deel string) error {
	var s struct {
		List []struct {
			Protection *struct {
				Locked string `xml:"locked,attr"`
			} `xml:"protection"`
		} `xml:"cellXfs>xf"`
	}
	if err := l.xml(deel, &s); err != nil {
		return err
	}
	for _, x := range s.List {
		l.vrij = append(l.vrij, x.Protection != nil && (x.Protection.Locked == "0" || x.Protection.Locked == "false"))
	}
	return nil
}

// tekst is a text in the file: plain, or in pieces that look different.
type tekst struct {
	Plain string `xml:"t"`
	Runs  []struct {
		Text string `xml:"t"`
	} `xml:"r"`
}

func (t tekst) String() string {
	s := t.Plain
	for _, r := range t.Runs {
		s += r.Text
	}
	return leesbaar(s)
}

func (l *lezer) teksten(deel string) error {
	var s struct {
		List []tekst `xml:"si"`
	}
	if err := l.xml(deel, &s); err != nil {
		return err
	}
	for _, t := range s.List {
		l.tekst = append(l.tekst, t.String())
	}
	return nil
}

var escape = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// leesbaar reads the way in which the format writes what XML cannot hold, and texts that
// only look like that: _x005F_x0041_ is the text _x0041_. The ends of lines are those of
// annex.
func leesbaar(s string) string {
	if strings.Contains(s, "_x") {
		s = escape.ReplaceAllStringFunc(s, func(m string) string {
			code, err := strconv.ParseUint(m[2:6], 16, 16)
			if err != nil {
				return m
			}
			return string(rune(code))
		})
	}
	return strings.ReplaceAll(s, "\r\n", "\n")
}

// xmlCel is a cell as the file has it.
type xmlCel struct {
	Ref     string `xml:"r,attr"`
	Stijl   string `xml:"s,attr"`
	Soort   string `xml:"t,attr"`
	Formule *struct {
		Soort  string `xml:"t,attr"`
		Nummer string `xml:"si,attr"`
		Tekst  string `xml:",chardata"`
	} `xml:"f"`
	Waarde string `xml:"v"`
	Tekst  tekst  `xml:"is"`
}

// gedeeld is a formula that several cells share.
type gedeeld struct {
	formule string
	op      plaats
}

func (l *lezer) blad(b *blad, deel string) error {
	data, err := l.deel(deel)
	if err != nil {
		return err
	}
	dec := xml.NewDecoder(bytes.NewReader(data))
	delen := map[string]gedeeld{}
	var hier plaats
	for {
		token, err := dec.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		el, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch el.Name.Local {
		case "row":
			hier = plaats{0, hier.rij + 1}
			for _, a := range el.Attr {
				if a.Name.Local == "r" {
					if hier.rij, err = strconv.Atoi(a.Value); err != nil {
						return err
					}
				}
			}
		case "c":
			var x xmlCel
			if err := dec.DecodeElement(&x, &el); err != nil {
				return err
			}
			hier.kolom++
			if x.Ref != "" {
				if hier, ok = plaatsVan(x.Ref); !ok {
					return fmt.Errorf("de cel %q bestaat niet", x.Ref)
				}
			}
			if hier.rij < 1 || hier.rij > maxRij || hier.kolom > maxKolom {
				return fmt.Errorf("de cel %v bestaat niet", hier)
			}
			if l.cellen++; l.cellen > maxCellen {
				return ErrTeGroot
			}
			c, err := l.cel(x, hier, delen)
			if err != nil {
				return err
			}
			b.cellen[hier] = c
			if !c.leeg() {
				b.rijen = max(b.rijen, hier.rij)
			}
		}
	}
}

func (l *lezer) cel(x xmlCel, op plaats, delen map[string]gedeeld) (cel, error) {
	c := cel{tekst: x.Waarde, getal: (x.Soort == "" || x.Soort == "n") && x.Waarde != ""}
	if nr, err := strconv.Atoi(x.Stijl); err == nil && nr >= 0 && nr < len(l.vrij) {
		c.vrij = l.vrij[nr]
	}
	switch x.Soort {
	case "s":
		nr, err := strconv.Atoi(strings.TrimSpace(x.Waarde))
		if err != nil || nr < 0 || nr >= len(l.tekst) {
			return c, fmt.Errorf("er is geen tekst %q", x.Waarde)
		}
		c.tekst = l.tekst[nr]
	case "inlineStr":
		c.tekst = x.Tekst.String()
	case "b":
		c.tekst = "ONWAAR"
		if x.Waarde == "1" {
			c.tekst = "WAAR"
		}
	case "str":
		c.tekst = leesbaar(x.Waarde)
	}
	if x.Formule == nil {
		return c, nil
	}
	c.formule = x.Formule.Tekst
	switch x.Formule.Soort {
	case "shared":
		if c.formule != "" {
			delen[x.Formule.Nummer] = gedeeld{c.formule, op}
			break
		}
		g, ok := delen[x.Formule.Nummer]
		if !ok {
			return c, fmt.Errorf("de gedeelde formule %q is er niet", x.Formule.Nummer)
		}
		c.formule = verschoven(g.formule, op.kolom-g.op.kolom, op.rij-g.op.rij)
	case "array":
		c.formule = "{" + c.formule + "}"
	case "dataTable":
		c.formule = "TABLE()"
	}
	return c, nil
}

var celvorm = regexp.MustCompile(`^([A-Za-z]{1,3})([1-9][0-9]{0,6})$`)

// plaatsVan reads the address of a cell: B5.
func plaatsVan(ref string) (plaats, bool) {
	m := celvorm.FindStringSubmatch(ref)
	if m == nil {
		return plaats{}, false
	}
	kolom := 0
	for _, r := range strings.ToUpper(m[1]) {
		kolom = 26*kolom + int(r-'A') + 1
	}
	rij, err := strconv.Atoi(m[2])
	return plaats{kolom, rij}, err == nil && kolom <= maxKolom && rij <= maxRij
}

func (p plaats) String() string {
	letters := ""
	for k := p.kolom; k > 0; k = (k - 1) / 26 {
		letters = string(rune('A'+(k-1)%26)) + letters
	}
	return letters + strconv.Itoa(p.rij)
}

// blad gives a sheet by its name; nil: there is none.
func (w *Werkmap) blad(naam string) *blad {
	for _, b := range w.bladen {
		if strings.EqualFold(b.naam, naam) {
			return b
		}
	}
	return nil
}
