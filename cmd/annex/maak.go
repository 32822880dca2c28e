package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"annex/calc"
	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"
	"annex/render"
	"annex/render/pdf"
	"annex/render/xlsx"
	"annex/templates"

	"github.com/spf13/cobra"
)

// documentvorm writes one kind of document.
type documentvorm func(io.Writer, *sheet.Result) error

// watAls gives what other figures would make of the amounts, for who is told.
func watAls(z *zaak.Zaak, set *norms.Set, r *sheet.Result, t *templates.Bijlage) []render.Erbij {
	if !t.Heeft("watals") {
		return nil
	}
	return []render.Erbij{render.WatAls{Lijst: calc.WatAls(z, set, r)}}
}

// vulling fills the structure of a document.
type vulling func(*sheet.Result, *templates.Bijlage, ...render.Erbij) (*render.Document, error)

// bijlage gives what writes the PDF with the texts and chapters of t, and the
// letterhead of the set.
func bijlage(set *templates.Set, t *templates.Bijlage, vul vulling, erbij ...render.Erbij) documentvorm {
	return func(w io.Writer, r *sheet.Result) error {
		d, err := vul(r, t, erbij...)
		if err != nil {
			return err
		}
		d.Briefhoofd = briefhoofd(set)
		return pdf.Write(w, d)
	}
}

func (o *omgeving) maak() *cobra.Command {
	var uit, alleen, onderdeel, voor, sjabloon string
	var overschrijf, anoniem bool
	c := &cobra.Command{
		Use:     "maak ZAAK",
		Aliases: []string{"render"},
		Short:   "Maakt de bijlage (PDF) en de werkmap (XLSX) van een zaakbestand",
		Long: `Maakt van een zaakbestand de bijlage (PDF) en de werkmap (XLSX).

De bestanden heten naar het zaakbestand. Zij verschijnen beide, of geen van
beide; een bestand dat er al staat, wordt alleen vervangen met --overschrijf.
Met - als naam wordt het zaakbestand van de standaardinvoer gelezen.

De bijlage is er voor een advocaat, voor de griffie of voor een ouder. Dat zegt
--voor, en anders het zaakbestand. De cijfers zijn dezelfde; de volgorde en de
uitleg passen bij wie haar leest (docs/lezers.md).

Kinder- en partneralimentatie staan in één bijlage. Met --onderdeel maakt u een
bijlage met een van beide; de naam krijgt dat achter zich. De werkmap bij de
partneralimentatie bevat ook de berekening voor de kinderen, want die gaat voor.
Met --onderdeel behoefte en --onderdeel draagkracht maakt u alleen dat deel van
de berekening, als PDF.

Met --anoniem staan er geen namen en geboortedatums in de stukken; de naam van de
bestanden krijgt -anoniem achter zich. Het zaakbestand gaat niet mee. Wat u zelf
als tekst hebt opgegeven, blijft verder staan: kijk dat na.

Met --sjabloon gebruikt u eigen teksten en een eigen briefhoofd; annex sjabloon
schrijft de bestanden om mee te beginnen.`,
		Example: `  annex maak zaak.yaml
  annex maak zaak.yaml -o stukken --overschrijf
  annex maak zaak.yaml --voor ouder
  annex maak zaak.yaml --alleen pdf
  annex maak zaak.yaml --onderdeel partneralimentatie
  annex maak zaak.yaml --sjabloon kantoor`,
		Args:              precies(1, "het zaakbestand"),
		ValidArgsFunction: zaakbestanden,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := bekendeSoort(alleen); err != nil {
				return err
			}
			sjablonen, err := leesSjablonen(sjabloon)
			if err != nil {
				return err
			}
			z, set, err := o.zaak(cmd, args[0], false)
			if err != nil {
				return err
			}
			teksten, err := lezer(sjablonen, z, voor)
			if err != nil {
				return err
			}
			pad := filepath.Join(uit, stam(args[0]))
			if onderdeel != "" {
				if err := kiesOnderdeel(z, onderdeel, alleen, voor); err != nil {
					return err
				}
				pad += "-" + onderdeel
			}
			if anoniem {
				z.Anonimiseer()
				pad += "-anoniem"
			}
			r, err := calc.Compute(z, set, versie)
			if err != nil {
				return err
			}
			vorm := bijlage(sjablonen, teksten, render.Bijlage, watAls(z, set, r, teksten)...)
			switch {
			case onderdeel == onderdeelPartner:
				vorm = bijlage(sjablonen, teksten, render.Partnerbijlage)
			case alleenPDF(onderdeel):
				vorm, alleen = bijlage(sjablonen, sjablonen.Onderdeel(onderdeel), render.Bijlage), "pdf"
			}
			files, err := documenten(r, alleen, pad, vorm)
			if err != nil {
				return err
			}
			if err := documentschrijver(overschrijf).schrijf(files); err != nil {
				return err
			}
			for _, f := range files {
				fmt.Fprintf(cmd.OutOrStdout(), "geschreven: %s\n", f.pad)
			}
			// How many there are, and not what they say: that has names and amounts, and
			// a batch of cases keeps this output.
			if n := len(r.Waarschuwingen()); n > 0 {
				fmt.Fprintf(cmd.ErrOrStderr(), "let op: %s in de bijlage; annex controleer toont wat er staat\n", waarschuwingen(n))
			}
			return nil
		},
	}
	optie(c, &uit, "uit", "o", "MAP", "MAP waarin de documenten komen; zonder deze optie de huidige map", mappen)
	optie(c, &alleen, "alleen", "", "SOORT", "maak alleen dit SOORT document: pdf of xlsx", kies("pdf", "xlsx"))
	optie(c, &onderdeel, "onderdeel", "", "SOORT", "maak een bijlage met alleen deze SOORT alimentatie (kinderalimentatie of partneralimentatie) of dit deel (behoefte of draagkracht)", kies(onderdelen...))
	optie(c, &voor, "voor", "", "LEZER", "voor welke LEZER de bijlage is: advocaat, griffie of ouder; zonder deze optie zoals het zaakbestand zegt", kies(zaak.Lezers()...))
	optie(c, &sjabloon, "sjabloon", "", "MAP", "MAP met eigen teksten, indeling en briefhoofd (annex sjabloon)", mappen)
	c.Flags().BoolVar(&anoniem, "anoniem", false, "zonder namen en geboortedatums")
	c.Flags().BoolVar(&overschrijf, "overschrijf", false, "vervang bestanden die er al staan")
	return c
}

// The parts of a case that can have a bijlage of their own.
const (
	onderdeelKind    = "kinderalimentatie"
	onderdeelPartner = "partneralimentatie"
)

var onderdelen = []string{onderdeelKind, onderdeelPartner, templates.Behoefte, templates.Draagkracht}

// alleenPDF tells whether a part is one of the calculation, for which there is no
// workbook: that holds the whole.
func alleenPDF(onderdeel string) bool {
	return onderdeel == templates.Behoefte || onderdeel == templates.Draagkracht
}

// kiesOnderdeel leaves out of a case what its bijlage is not about: without
// partneralimentatie nothing about the children changes, but not the other way
// round.
func kiesOnderdeel(z *zaak.Zaak, onderdeel, alleen, voor string) error {
	switch {
	case !slices.Contains(onderdelen, onderdeel):
		return &gebruiksfout{quote(onderdeel) + " is geen onderdeel", "kies --onderdeel kinderalimentatie, partneralimentatie, behoefte of draagkracht"}
	case onderdeel == onderdeelKind && len(z.Kinderen) == 0:
		return &gebruiksfout{"in het zaakbestand staan geen kinderen", "laat --onderdeel weg"}
	case onderdeel == onderdeelPartner && z.Partneralimentatie == nil:
		return &gebruiksfout{"in het zaakbestand staat geen partneralimentatie", "laat --onderdeel weg"}
	case alleenPDF(onderdeel) && alleen == "xlsx":
		return &gebruiksfout{"van dit onderdeel is er geen werkmap; die bevat de hele berekening", "laat --alleen weg, of --onderdeel"}
	case alleenPDF(onderdeel) && voor != "":
		return &gebruiksfout{"dit onderdeel is voor iedere lezer hetzelfde", "laat --voor weg, of --onderdeel"}
	}
	if onderdeel == onderdeelKind {
		z.Partneralimentatie = nil
	}
	return nil
}

func waarschuwingen(n int) string {
	if n == 1 {
		return "1 waarschuwing"
	}
	return fmt.Sprintf("%d waarschuwingen", n)
}

// documentschrijver writes documents.
func documentschrijver(overschrijf bool) schrijver {
	return schrijver{overschrijf, "gebruik --overschrijf om het te vervangen", "kies met -o MAP een andere map", os.Link}
}

func bekendeSoort(alleen string) error {
	if alleen != "" && alleen != "pdf" && alleen != "xlsx" {
		return &gebruiksfout{quote(alleen) + " is geen soort document", "kies --alleen pdf of --alleen xlsx"}
	}
	return nil
}

// documenten makes the documents, or only one of them, side by side: a Result
// does not change, and neither needs the other. pad is their name without the
// extension, and bijlage what writes the PDF.
func documenten(r *sheet.Result, alleen, pad string, bijlage documentvorm) ([]bestand, error) {
	soorten := []struct {
		naam  string
		write documentvorm
	}{{"pdf", bijlage}, {"xlsx", xlsx.Write}}
	files := make([]bestand, 0, len(soorten))
	errs := make([]error, len(soorten))
	var wg sync.WaitGroup
	for i, s := range soorten {
		if alleen != "" && alleen != s.naam {
			continue
		}
		files = append(files, bestand{pad: pad + "." + s.naam})
		f := &files[len(files)-1]
		wg.Go(func() {
			var b bytes.Buffer
			if err := s.write(&b, r); err != nil {
				errs[i] = fmt.Errorf("de %s is niet te maken: %w", strings.ToUpper(s.naam), err)
			}
			f.data = b.Bytes()
		})
	}
	wg.Wait()
	return files, errors.Join(errs...)
}

// stam gives the name of the documents: that of the case file without its
// extension.
func stam(naam string) string {
	if naam == "-" {
		return "zaak"
	}
	base := filepath.Base(naam)
	if s := strings.TrimSuffix(base, filepath.Ext(base)); s != "" {
		return s
	}
	return base
}
