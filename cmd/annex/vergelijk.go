package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"annex/calc"
	"annex/calc/vergelijk"
	"annex/calc/zaak"
	"annex/norms"
	"annex/render"
	"annex/render/pdf"
	"annex/render/terminal"
	"annex/render/xlsx"
	"annex/templates"

	"github.com/spf13/cobra"
)

// meesteVarianten is how many columns can be read on a page.
const meesteVarianten = 5

// vergelijken is what the command vergelijk was asked, as it was typed.
type vergelijken struct {
	zaken               []string
	methoden            string
	pdf, xlsx           string
	overschrijf, asJSON bool
}

func (o *omgeving) vergelijk() *cobra.Command {
	var v vergelijken
	c := &cobra.Command{
		Use:     "vergelijk ZAAK...",
		Aliases: []string{"compare"},
		Short:   "Zet varianten van een zaak, of twee methoden, naast elkaar",
		Long: `Zet twee tot vijf varianten van een zaak naast elkaar, elk in een eigen
zaakbestand: wie wie betaalt, de cijfers waarop dat berust, een figuur, welke
gegevens verschillen en wat elk daarvan met de bedragen doet.

Met --methoden staat één zaak naast zichzelf, onder twee methoden: het Rapport
alimentatienormen, en het wetsvoorstel 34 154, dat geen geldend recht is.

De vergelijking verschijnt in de terminal. Met --pdf en --xlsx komt zij in een
bestand; een bestand dat er al staat, wordt alleen vervangen met --overschrijf.`,
		Example: `  annex vergelijk zaak.yaml zaak-meer-zorg.yaml
  annex vergelijk a.yaml b.yaml c.yaml --pdf vergelijking.pdf --xlsx vergelijking.xlsx
  annex vergelijk zaak.yaml --methoden alimentatienormen,wetsvoorstel-34154`,
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return []string{"yaml", "yml", "json"}, cobra.ShellCompDirectiveFilterFileExt
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			v.zaken = args
			return o.voerVergelijkUit(cmd, v)
		},
	}
	optie(c, &v.methoden, "methoden", "", "METHODEN", "vergelijk één zaak onder twee METHODEN, met een komma ertussen", kies(strings.Join(alleMethoden, ",")))
	optie(c, &v.pdf, "pdf", "", "BESTAND", "schrijf de vergelijking als PDF naar BESTAND", bestanden("pdf"))
	optie(c, &v.xlsx, "xlsx", "", "BESTAND", "schrijf de vergelijking als werkmap naar BESTAND", bestanden("xlsx"))
	c.Flags().BoolVar(&v.overschrijf, "overschrijf", false, "vervang bestanden die er al staan")
	c.Flags().BoolVar(&v.asJSON, "json", false, "toon de vergelijking als JSON")
	return c
}

// bestanden completes the name of a file of one kind.
func bestanden(soort string) cobra.CompletionFunc {
	return func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return []string{soort}, cobra.ShellCompDirectiveFilterFileExt
	}
}

var alleMethoden = []string{zaak.MethodeAlimentatienormen, zaak.MethodeWetsvoorstel}

func (o *omgeving) voerVergelijkUit(cmd *cobra.Command, v vergelijken) error {
	methoden, err := v.passend(cmd)
	if err != nil {
		return err
	}
	set, err := o.normset()
	if err != nil {
		return err
	}
	zaken, err := o.lezen(cmd, set, v, methoden)
	if err != nil {
		return err
	}
	var naast *vergelijk.Vergelijking
	if methoden != nil {
		naast, err = calc.VergelijkMethoden(zaken[0].Zaak, methoden, set, versie)
	} else {
		naast, err = calc.Vergelijk(zaken, set, versie)
	}
	if err != nil {
		return err
	}
	d, err := render.Vergelijking(naast, templates.StandaardVergelijking(), templates.StandaardBijlage())
	if err != nil {
		return err
	}
	files, err := v.documenten(naast, d)
	if err != nil {
		return err
	}
	s := schrijver{v.overschrijf, "gebruik --overschrijf om het te vervangen", "kies een andere map", os.Link}
	if err := s.schrijf(files); err != nil {
		return err
	}
	switch {
	case v.asJSON:
		return printJSON(cmd.OutOrStdout(), naast)
	case len(files) == 0:
		return terminal.Write(cmd.OutOrStdout(), d)
	}
	for _, f := range files {
		fmt.Fprintf(cmd.OutOrStdout(), "geschreven: %s\n", f.pad)
	}
	return nil
}

// passend checks what goes together, and gives the methods, if these are compared.
func (v vergelijken) passend(cmd *cobra.Command) ([]string, error) {
	const voorbeeld = "annex vergelijk --help toont voorbeelden"
	for _, f := range []struct{ optie, pad string }{{"pdf", v.pdf}, {"xlsx", v.xlsx}} {
		if cmd.Flags().Changed(f.optie) && !strings.EqualFold(filepath.Ext(f.pad), "."+f.optie) {
			return nil, &gebruiksfout{fmt.Sprintf("de naam achter --%s moet eindigen op .%s", f.optie, f.optie), "bijvoorbeeld --" + f.optie + " vergelijking." + f.optie}
		}
	}
	if v.overschrijf && v.pdf == "" && v.xlsx == "" {
		return nil, &gebruiksfout{"--overschrijf hoort bij --pdf of --xlsx", voorbeeld}
	}
	if cmd.Flags().Changed("methoden") {
		if len(v.zaken) != 1 {
			return nil, &gebruiksfout{"met --methoden hoort er één zaakbestand te zijn", voorbeeld}
		}
		return kiesMethoden(v.methoden)
	}
	switch n := len(v.zaken); {
	case n < 2:
		return nil, &gebruiksfout{"er zijn ten minste twee zaakbestanden nodig om te vergelijken", "geef een tweede zaakbestand op, of vergelijk één zaak met --methoden " + strings.Join(alleMethoden, ",")}
	case n > meesteVarianten:
		return nil, &gebruiksfout{fmt.Sprintf("te veel zaakbestanden: %d; er passen er %d naast elkaar", n, meesteVarianten), "vergelijk ze in groepen, steeds met dezelfde eerste"}
	}
	for i, naam := range v.zaken {
		if j := slices.IndexFunc(v.zaken[:i], func(x string) bool { return zelfdeBestand(x, naam) }); j >= 0 {
			return nil, &gebruiksfout{"het zaakbestand " + quote(naam) + " staat er twee keer", "noem elk zaakbestand één keer"}
		}
	}
	return nil, nil
}

// kiesMethoden reads the methods to compare.
func kiesMethoden(lijst string) ([]string, error) {
	hint := "kies --methoden " + strings.Join(alleMethoden, ",")
	var out []string
	for _, m := range strings.Split(lijst, ",") {
		switch m = strings.TrimSpace(m); {
		case !slices.Contains(alleMethoden, m):
			return nil, &gebruiksfout{"onbekende methode " + quote(m), hint}
		case slices.Contains(out, m):
			return nil, &gebruiksfout{"de methode " + quote(m) + " staat er twee keer", hint}
		}
		out = append(out, m)
	}
	if len(out) < 2 {
		return nil, &gebruiksfout{"er zijn twee methoden nodig om te vergelijken", hint}
	}
	return out, nil
}

// zelfdeBestand tells whether two names are of one file.
func zelfdeBestand(a, b string) bool {
	if a == "-" || b == "-" || filepath.Clean(a) == filepath.Clean(b) {
		return filepath.Clean(a) == filepath.Clean(b)
	}
	x, errA := os.Stat(a)
	y, errB := os.Stat(b)
	return errA == nil && errB == nil && os.SameFile(x, y)
}

// lezen reads and checks all case files; the problems of all of them are printed
// before it gives up. methoden is empty where each has the method it names.
func (o *omgeving) lezen(cmd *cobra.Command, set *norms.Set, v vergelijken, methoden []string) ([]calc.Variant, error) {
	opties := leesopties(set)
	opties.Methoden = methoden
	data := make([][]byte, len(v.zaken))
	for i, naam := range v.zaken {
		var err error
		if data[i], err = o.lees(naam); err != nil {
			return nil, err
		}
	}
	var alle zaak.Problemen
	out := make([]calc.Variant, len(v.zaken))
	for i, naam := range v.zaken {
		z, problemen := zaak.Lees(naam, data[i], opties)
		if len(problemen) > 0 && !v.asJSON {
			fmt.Fprint(cmd.ErrOrStderr(), problemen.Tekst())
		}
		alle = append(alle, problemen...)
		out[i] = calc.Variant{Naam: strings.Map(zichtbaar, kolomnaam(v.zaken, i)), Zaak: z}
	}
	if len(alle) == 0 {
		return out, nil
	}
	if v.asJSON {
		if err := printJSON(cmd.OutOrStdout(), alle); err != nil {
			return nil, err
		}
	}
	return nil, alle
}

// kolomnaam names a column by its case file, and by its folder too where two files
// have the same name.
func kolomnaam(zaken []string, i int) string {
	naam := stam(zaken[i])
	for j, ander := range zaken {
		if i != j && stam(ander) == naam {
			return strings.TrimSuffix(filepath.ToSlash(filepath.Clean(zaken[i])), filepath.Ext(zaken[i]))
		}
	}
	return naam
}

// documenten makes the documents that were asked for.
func (v vergelijken) documenten(naast *vergelijk.Vergelijking, d *render.Document) ([]bestand, error) {
	var files []bestand
	if v.pdf != "" {
		var b bytes.Buffer
		if err := pdf.Write(&b, d); err != nil {
			return nil, fmt.Errorf("de PDF is niet te maken: %w", err)
		}
		files = append(files, bestand{pad: v.pdf, data: b.Bytes()})
	}
	if v.xlsx != "" {
		var b bytes.Buffer
		if err := xlsx.WriteVergelijking(&b, naast, templates.StandaardVergelijking()); err != nil {
			return nil, fmt.Errorf("de XLSX is niet te maken: %w", err)
		}
		files = append(files, bestand{pad: v.xlsx, data: b.Bytes()})
	}
	return files, nil
}
