package proof

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"annex/calc"
	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"
)

// Stuk is a bijlage as it was read back, or made again.
type Stuk struct {
	Data      []byte    // the whole file
	Bestanden []Bestand // that it carries; Naam and Data
	Gedrukt   []Gedrukt // in reading order
	Tekst     []string  // all of its text, in reading order
	// Bladzijden stand for how each page looks: equal where nothing on it differs.
	// What a signature alone adds does not count.
	Bladzijden []string
}

// Gedrukt is a printed value with the name it is carried by: the id of a line, or
// RegelControlegetal.
type Gedrukt struct{ Regel, Tekst string }

// Gegeven is a case file that the user has.
type Gegeven struct {
	Naam string
	Data []byte
}

// Opties is what a bijlage is verified with.
type Opties struct {
	Versie     string // of annex
	Normen     *norms.Set
	Afdrukbaar func(rune) bool // as zaak.Opties
	// Bereken calculates the part of a case that a bijlage is about.
	Bereken func(z *zaak.Zaak, onderdeel string) (*sheet.Result, error)
	// Maak makes the bijlage again. A *NietTeMaken says why that cannot be done here.
	Maak func(Herhaling) (*Stuk, error)
	// Ondertekend tells whether the second is the first with a signature by annex behind
	// it, and nothing else.
	Ondertekend func(stuk, daarna []byte) bool
	// Onderdeel and Lezer are what a bijlage without a receipt is about and for whom;
	// empty: the whole, and whom the case file names.
	Onderdeel, Lezer string
	// Zaakbestand is the case file to check against; nil: only the attached one.
	Zaakbestand *Gegeven
}

// Herhaling is what a bijlage is made from again, and how.
type Herhaling struct {
	Zaak           *zaak.Zaak
	Gegeven        []byte // the bytes of the case file, where the bijlage carries them
	ZonderBijlagen bool
	Opdracht
}

// NietTeMaken is why a bijlage cannot be made again, through no fault of its own. Its
// text is a Dutch sentence.
type NietTeMaken struct{ Reden string }

func (e *NietTeMaken) Error() string { return e.Reden }

// BestaatNiet is something that a receipt asks for and that this version does not have.
// Wat is the Dutch for that.
type BestaatNiet struct{ Wat string }

func (e *BestaatNiet) Error() string { return e.Wat }

// ErrGeenZaak: the bijlage carries no case file, and none was given.
var ErrGeenZaak = errors.New("er is geen zaakbestand bijgevoegd")

// Verifieer calculates again from the case file that a bijlage carries and reports what
// differs. The error is ErrGeenZaak, that of zaak.Lees (zaak.Problemen) on the case file
// of the user, or a fault in annex.
func Verifieer(stuk *Stuk, o Opties) (*Rapport, error) {
	c := &controleur{stuk: stuk, o: o, rapport: &Rapport{Formaat: FormaatRapport, Formaatversie: FormaatversieRapport, Oordeel: Onvolledig, Versie: o.Versie}}
	if c.bestand(NaamZaak) == nil && o.Zaakbestand == nil {
		return nil, ErrGeenZaak
	}
	if err := c.eigenZaak(); err != nil {
		return nil, err
	}
	c.bestanden()
	c.zaakbestand()
	if err := c.bereken(); err != nil {
		return nil, err
	}
	c.controlegetal()
	c.versie()
	c.normen()
	c.bedragen()
	c.herhaling()
	return c.rapport, nil
}

// controleur verifies one bijlage.
type controleur struct {
	stuk    *Stuk
	o       Opties
	rapport *Rapport

	v     *Verantwoording // of the bijlage; nil when it cannot be read
	eigen *zaak.Zaak      // of the user; nil when none was given
	zaak  *zaak.Zaak      // that is calculated; nil when that cannot be
	// geenZaak is why it cannot, where it can be read.
	geenZaak string
	gegeven  []byte          // its bytes as they were given; nil where they were left out
	nu       *Verantwoording // as it comes out now; nil without zaak
}

func (c *controleur) bestand(naam string) *Bestand {
	for i, b := range c.stuk.Bestanden {
		if b.Naam == naam {
			return &c.stuk.Bestanden[i]
		}
	}
	return nil
}

func (c *controleur) lees(naam string, data []byte) (*zaak.Zaak, zaak.Problemen) {
	opties := calc.Normcontrole(c.o.Normen)
	opties.Afdrukbaar = c.o.Afdrukbaar
	return zaak.Lees(naam, data, opties)
}

func (c *controleur) eigenZaak() error {
	g := c.o.Zaakbestand
	if g == nil {
		return nil
	}
	z, problemen := c.lees(g.Naam, g.Data)
	if len(problemen) > 0 {
		return problemen
	}
	c.eigen = z
	return nil
}

// bestanden checks the attached files against the receipt and each other.
func (c *controleur) bestanden() {
	if len(c.stuk.Bestanden) == 0 {
		c.rapport.voegToe(Controle{Naam: ControleBestanden, Uitslag: NietNagegaan,
			Tekst: "Er zijn geen bestanden bijgevoegd; gerekend is met het opgegeven zaakbestand."})
		return
	}
	var fout []Verschil
	anders := func(naam, wat string) { fout = append(fout, Verschil{Wat: naam, Omschrijving: wat}) }
	var namen []string
	for _, b := range c.stuk.Bestanden {
		if slices.Contains(namen, b.Naam) {
			anders(b.Naam, "is meer dan eens bijgevoegd")
		} else {
			namen = append(namen, b.Naam)
		}
	}
	c.leesVerantwoording(anders)
	var canoniek []byte
	if b := c.bestand(NaamZaak); b == nil {
		anders(NaamZaak, "ontbreekt")
	} else {
		canoniek = b.Data
		c.leesZaak(b.Data, anders)
	}
	if c.v != nil {
		bekend := []string{NaamZaak, NaamVerantwoording}
		genoemd := append([]Vastgelegd{c.v.Zaak}, c.v.Bijlagen...)
		if c.v.Zaakbestand.Bestand != "" {
			genoemd = append(genoemd, c.v.Zaakbestand.Vastgelegd)
		}
		for _, v := range genoemd {
			bekend = append(bekend, v.Bestand)
			b := c.bestand(v.Bestand)
			switch {
			case v.Bestand == "":
				anders(NaamVerantwoording, "noemt een bestand zonder naam")
			case b == nil && v.Bestand != NaamZaak:
				anders(v.Bestand, "ontbreekt")
			case b != nil && som(b.Data) != v.SHA256:
				anders(v.Bestand, "is gewijzigd: het is niet het bestand waarvan de verantwoording het SHA-256 noemt")
			}
		}
		if c.v.Zaak.Bestand != NaamZaak {
			anders(NaamVerantwoording, "noemt "+NaamZaak+" niet")
		}
		if b := c.bestand(c.v.Zaakbestand.Bestand); b != nil && b.Naam != NaamZaak {
			c.gegeven = b.Data
			z, problemen := c.lees(b.Naam, b.Data)
			switch {
			case len(problemen) > 0:
				anders(b.Naam, onleesbaar(problemen))
			case canoniek != nil && z.Herkomst.Canoniek != string(canoniek):
				anders(b.Naam, "zegt iets anders dan "+NaamZaak)
			}
		}
		for _, naam := range namen {
			if !slices.Contains(bekend, naam) {
				anders(naam, "hoort er niet bij: de verantwoording noemt het niet")
			}
		}
	}
	k := Controle{Naam: ControleBestanden, Uitslag: Gelijk, Tekst: sheet.Enumerate(namen) + " horen bij elkaar en zijn ongewijzigd.", Verschillen: fout}
	if len(fout) > 0 {
		k.Uitslag, k.Tekst = Anders, "De bijgevoegde bestanden horen niet allemaal bij elkaar."
	}
	c.rapport.voegToe(k)
}

func (c *controleur) leesVerantwoording(anders func(naam, wat string)) {
	b := c.bestand(NaamVerantwoording)
	if b == nil {
		anders(NaamVerantwoording, "ontbreekt")
		return
	}
	v, err := Lees(b.Data)
	if err != nil {
		anders(NaamVerantwoording, err.Error())
		return
	}
	c.v, c.rapport.Versiestuk = v, v.Versie
}

// leesZaak reads the attached case file. What it was called when it was given stands in
// the receipt.
func (c *controleur) leesZaak(data []byte, anders func(naam, wat string)) {
	z, problemen := c.lees(NaamZaak, data)
	if len(problemen) > 0 {
		anders(NaamZaak, onleesbaar(problemen))
		return
	}
	if z.Herkomst.Canoniek != string(data) {
		anders(NaamZaak, "staat niet in de vaste vorm waarin annex het schrijft")
	}
	if c.v != nil {
		z.Herkomst.Bestand, z.Herkomst.SHA256 = c.v.Zaakbestand.Naam, c.v.Zaakbestand.SHA256
	}
	c.zaak = z
}

// onleesbaar says in short what is the matter with an attached case file.
func onleesbaar(p zaak.Problemen) string {
	text := "is met deze versie en deze normen niet te lezen: " + strings.TrimSuffix(p[0].Melding, ".")
	if n := len(p) - 1; n > 0 {
		text += fmt.Sprintf(" (en nog %d)", n)
	}
	return text
}

// zaakbestand checks that the attached case file is that of the user.
func (c *controleur) zaakbestand() {
	if c.eigen == nil {
		return
	}
	b := c.bestand(NaamZaak)
	switch {
	case b == nil:
		c.zaak, c.gegeven = c.eigen, c.o.Zaakbestand.Data
	case string(b.Data) == c.eigen.Herkomst.Canoniek:
		c.rapport.voegToe(Controle{Naam: ControleZaakbestand, Uitslag: Gelijk, Tekst: "Het opgegeven zaakbestand zegt hetzelfde als het bijgevoegde."})
	default:
		c.rapport.voegToe(Controle{Naam: ControleZaakbestand, Uitslag: Anders, Tekst: "Het opgegeven zaakbestand zegt iets anders dan het bijgevoegde."})
	}
}

func (c *controleur) bereken() error {
	if c.zaak == nil {
		return nil
	}
	kopie := *c.zaak
	r, err := c.o.Bereken(&kopie, c.onderdeel())
	if niet := (*BestaatNiet)(nil); errors.As(err, &niet) {
		c.geenZaak = niet.Wat
		c.zaak = nil
		return nil
	}
	if err != nil {
		return err
	}
	c.nu = berekening(r)
	c.nu.Zaak = Vastgelegd{NaamZaak, c.zaak.Herkomst.CanoniekSHA256}
	return nil
}

// onderdeel is what the bijlage is about.
func (c *controleur) onderdeel() string {
	if c.v != nil {
		return c.v.Onderdeel
	}
	return c.o.Onderdeel
}

// controlegetal checks the printed number against that of the files.
func (c *controleur) controlegetal() {
	var g Grondslag
	switch {
	case c.v != nil:
		g = c.v.grondslag()
		if b := c.bestand(NaamZaak); b != nil {
			g.Zaak = som(b.Data)
		}
	case c.nu != nil:
		g = c.nu.grondslag()
	default:
		c.rapport.voegToe(Controle{Naam: ControleControlegetal, Uitslag: NietNagegaan, Tekst: "Zonder leesbaar zaakbestand is er geen controlegetal te berekenen."})
		return
	}
	getal := g.Controlegetal()
	c.rapport.Controlegetal = getal
	var fout []Verschil
	gedrukt := 0
	for _, p := range c.stuk.Gedrukt {
		if p.Regel != RegelControlegetal {
			continue
		}
		gedrukt++
		if zonderGroepen(p.Tekst) != getal {
			fout = append(fout, Verschil{Wat: ControleControlegetal, Gedrukt: p.Tekst, Nu: InGroepen(getal)})
		}
	}
	if gedrukt == 0 {
		fout = append(fout, Verschil{Wat: ControleControlegetal, Omschrijving: "is niet gevonden in de tekst", Nu: InGroepen(getal)})
	}
	if c.v != nil && c.v.Controlegetal != getal {
		fout = append(fout, Verschil{Wat: ControleControlegetal, Verantwoording: InGroepen(c.v.Controlegetal), Nu: InGroepen(getal)})
	}
	k := Controle{Naam: ControleControlegetal, Uitslag: Gelijk, Tekst: "Het gedrukte controlegetal is dat van deze gegevens.", Verschillen: fout}
	switch {
	case len(fout) > 0 && c.v == nil:
		k.Uitslag, k.Tekst = Anders, "Het gedrukte controlegetal is niet dat van dit zaakbestand met deze versie van annex en deze normen."
	case len(fout) > 0:
		k.Uitslag, k.Tekst = Anders, "Het controlegetal is niet dat van de bijgevoegde gegevens."
	}
	c.rapport.voegToe(k)
}

// versie tells whether the bijlage was made by this version. Another one is no fault.
func (c *controleur) versie() {
	k := Controle{Naam: ControleVersie}
	switch {
	case c.v == nil:
		k.Uitslag, k.Tekst = NietNagegaan, "Zonder verantwoording is niet bekend met welke versie van annex het stuk is gemaakt."
	case c.zelfdeVersie():
		k.Uitslag, k.Tekst = Gelijk, "Gemaakt en gecontroleerd met annex "+c.o.Versie+"."
	default:
		k.Uitslag = GelijkMaarLet
		k.Tekst = fmt.Sprintf("Gemaakt met annex %s, gecontroleerd met annex %s. Een andere versie kan anders rekenen en regels anders noemen; "+
			"de changelog zegt wat er is gewijzigd. Alleen annex %s kan het stuk opnieuw maken.", c.v.Versie, c.o.Versie, c.v.Versie)
	}
	if c.v != nil && c.v.Formaatversie > Formaatversie {
		k.Uitslag = GelijkMaarLet
		k.Tekst += " De verantwoording heeft een nieuwere vorm dan deze versie kent; gecontroleerd is wat zij kent."
	}
	c.rapport.voegToe(k)
}

func (c *controleur) zelfdeVersie() bool { return c.v != nil && c.v.Versie == c.o.Versie }

// zelfdeNormen tells whether the norms files are the same, byte for byte.
func (c *controleur) zelfdeNormen() bool {
	return c.v != nil && c.nu != nil && slices.EqualFunc(c.v.Normen, c.nu.Normen, func(a, b Normbestand) bool {
		return a.Bron == b.Bron && a.SHA256 == b.SHA256
	})
}

// herhaling makes the bijlage again and compares all of it. Another version, or other
// norms, may say the same in other words: then it tells where.
func (c *controleur) herhaling() {
	niet := func(waarom string) {
		c.rapport.voegToe(Controle{Naam: ControleHerhaling, Uitslag: NietNagegaan,
			Tekst: "Het stuk is niet opnieuw gemaakt: " + waarom + ". Zijn zinnen en opmaak zijn dus niet vergeleken."})
	}
	var anders string // why what is made now need not be the same
	switch {
	case c.zaak == nil:
		niet("er is niets te berekenen")
		return
	case c.v == nil && len(c.stuk.Bestanden) > 0:
		niet("de verantwoording ontbreekt")
		return
	case c.v != nil && !c.zelfdeVersie():
		anders = "dat kan alleen met annex " + c.v.Versie
	case c.v != nil && !c.zelfdeNormen():
		anders = "het is met andere normen gemaakt"
	}
	nieuw, err := c.o.Maak(c.opnieuw())
	reden, bestaat := (*NietTeMaken)(nil), (*BestaatNiet)(nil)
	switch {
	case errors.As(err, &reden):
		niet(reden.Reden)
	case err != nil && anders != "":
		niet(anders)
	case errors.As(err, &bestaat):
		c.rapport.voegToe(Controle{Naam: ControleHerhaling, Uitslag: Anders, Tekst: "Wat de verantwoording noemt, is er niet: " + bestaat.Wat + "."})
	case err != nil:
		// What the receipt says, such as the name of a file, need not be printable.
		c.rapport.voegToe(Controle{Naam: ControleHerhaling, Uitslag: Anders, Tekst: "Zoals de verantwoording zegt, is het stuk niet te maken: " + err.Error() + "."})
	case anders != "":
		k := Controle{Naam: ControleHerhaling, Uitslag: NietNagegaan, Verschillen: tekstverschillen(c.stuk.Tekst, nieuw.Tekst)}
		k.Tekst = "Het stuk is niet opnieuw gemaakt: " + anders + ". Zijn opmaak is dus niet vergeleken. " +
			"Van zijn tekst staat hieronder wat annex " + c.o.Versie + " nu anders schrijft; ga zelf na of dat iets anders zegt."
		c.rapport.voegToe(k)
	default:
		c.rapport.voegToe(c.vergelijk(nieuw))
	}
}

// opnieuw is how the bijlage is made again.
func (c *controleur) opnieuw() Herhaling {
	kopie := *c.zaak
	h := Herhaling{Zaak: &kopie, Gegeven: c.gegeven, ZonderBijlagen: c.v == nil, Opdracht: Opdracht{Onderdeel: c.onderdeel(), Lezer: c.o.Lezer}}
	if c.v != nil {
		h.Lezer, h.Sjabloon = c.v.Lezer, c.v.Sjabloon
		if len(c.v.Bijlagen) > 0 {
			h.Werkmap = strings.TrimSuffix(c.v.Bijlagen[0].Bestand, extensieWerkmap)
		}
	}
	return h
}

// vergelijk compares the bijlage with one that was made again. Only here it can become
// proven: where every byte is the same.
func (c *controleur) vergelijk(nieuw *Stuk) Controle {
	stuk := c.stuk
	k := Controle{Naam: ControleHerhaling}
	bewezen := func(u Uitslag, tekst string) Controle {
		k.Uitslag, k.Tekst = u, tekst
		if c.rapport.Oordeel != NietBewezen {
			c.rapport.Oordeel = Bewezen
		}
		return k
	}
	switch {
	case bytes.Equal(stuk.Data, nieuw.Data):
		return bewezen(Gelijk, "Opnieuw gemaakt: byte voor byte hetzelfde.")
	case c.o.Ondertekend(nieuw.Data, stuk.Data):
		return bewezen(GelijkMaarLet, "Opnieuw gemaakt: byte voor byte hetzelfde. Daarachter staat een handtekening zoals annex die zet, en niets anders. "+
			"Of zij geldig is en van wie zij is, zegt een PDF-lezer.")
	}
	for _, b := range nieuw.Bestanden {
		i := slices.IndexFunc(stuk.Bestanden, func(x Bestand) bool { return x.Naam == b.Naam })
		if i >= 0 && !bytes.Equal(stuk.Bestanden[i].Data, b.Data) {
			k.Verschillen = append(k.Verschillen, Verschil{Wat: b.Naam, Omschrijving: "is niet het bestand dat annex nu maakt"})
		}
	}
	tekst := tekstverschillen(stuk.Tekst, nieuw.Tekst)
	k.Verschillen = append(k.Verschillen, tekst...)
	bladzijden := bladzijdeverschillen(stuk.Bladzijden, nieuw.Bladzijden)
	later := bytes.HasPrefix(stuk.Data, nieuw.Data)
	switch {
	case later && len(k.Verschillen) == 0 && len(bladzijden) == 0:
		// It may still say something else to who listens, or to a program that reads it
		// in another way.
		k.Uitslag = NietNagegaan
		k.Tekst = fmt.Sprintf("Opnieuw gemaakt: de eerste %d bytes zijn dezelfde. Daarachter heeft een ander programma iets gezet, zoals een handtekening. "+
			"De bladzijden, de tekst en de bijlagen lijken daardoor niet veranderd, maar zeker is alleen het stuk van vóór die aanvulling.", len(nieuw.Data))
		return k
	case later:
		k.Tekst = "Opnieuw gemaakt: het begin is hetzelfde, maar daarna is het stuk aangevuld met iets dat het verandert."
	case len(tekst) > 0:
		k.Tekst = "Opnieuw gemaakt: de tekst is niet dezelfde."
	default:
		k.Tekst = "Opnieuw gemaakt: de tekst is dezelfde, het bestand niet. De opmaak, of iets dat niet te zien is, verschilt."
	}
	k.Uitslag = Anders
	if len(tekst) == 0 {
		k.Verschillen = append(k.Verschillen, bladzijden...)
	}
	return k
}

func bladzijdeverschillen(a, b []string) []Verschil {
	var out []Verschil
	for i := range max(len(a), len(b)) {
		if i >= len(a) || i >= len(b) || a[i] != b[i] {
			out = append(out, Verschil{Wat: fmt.Sprintf("bladzijde %d", i+1), Omschrijving: "ziet er anders uit"})
		}
	}
	return out
}

// tekstverschillen gives the places where two texts differ, up to more than anyone
// reads.
func tekstverschillen(stuk, nieuw []string) []Verschil {
	const (
		meeste  = 1000
		vooruit = 40 // pieces to look ahead for where both go on the same
	)
	var out []Verschil
	i, j := 0, 0
	for (i < len(stuk) || j < len(nieuw)) && len(out) < meeste {
		if i < len(stuk) && j < len(nieuw) && stuk[i] == nieuw[j] {
			i, j = i+1, j+1
			continue
		}
		di, dj := samen(stuk[i:], nieuw[j:], vooruit)
		for n := range max(di, dj) {
			v := Verschil{Wat: "tekst"}
			if n < di {
				v.Gedrukt = stuk[i+n]
			}
			if n < dj {
				v.Nu = nieuw[j+n]
			}
			out = append(out, v)
		}
		i, j = i+di, j+dj
	}
	return out[:min(len(out), meeste)]
}

// samen gives how many pieces of each text to skip until they go on the same, in as few
// as can be; all that is left when that is not soon.
func samen(a, b []string, vooruit int) (int, int) {
	for sum := 1; sum <= vooruit; sum++ {
		// The most even split first: a piece that changed, rather than one that went and
		// one that came.
		for uit := range sum + 1 {
			for _, di := range []int{sum/2 - uit, sum - sum/2 + uit} {
				if dj := sum - di; di >= 0 && dj >= 0 && di < len(a) && dj < len(b) && a[di] == b[dj] {
					return di, dj
				}
			}
		}
	}
	return len(a), len(b)
}
