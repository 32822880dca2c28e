package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"annex/calc"
	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"
	"annex/proof"
	"annex/render/pdf"
	"annex/render/pdf/object"
	"annex/render/pdf/sign"
	"annex/render/pdf/tagged"
	"annex/templates"

	"github.com/spf13/cobra"
)

// onbewezen is the outcome of a bijlage that is not proven, or not all of it. The report
// has been printed.
type onbewezen struct{ oordeel proof.Oordeel }

func (o onbewezen) Error() string { return string(o.oordeel) }

func (o *omgeving) verifieer() *cobra.Command {
	var v verificatie
	var asJSON bool
	c := &cobra.Command{
		Use:     "verifieer BIJLAGE.pdf",
		Aliases: []string{"verify"},
		Short:   "Gaat na of een bijlage volgt uit het zaakbestand dat erin zit",
		Long: `Gaat na of een bijlage (PDF) volgt uit het zaakbestand dat erin zit. annex rekent
opnieuw en zegt wat verschilt: de bijgevoegde bestanden, het controlegetal, de
normen, elke regel en elk gedrukt bedrag. Met dezelfde versie en dezelfde normen
maakt het de bijlage ook opnieuw; dan telt elk woord.

De exitcode is 0 als het hele stuk is bewezen en 1 als er iets verschilt. De exitcode
is 4 als niets verschilt van wat te vergelijken was, maar dat niet het hele stuk is;
dat is zo bij een stuk van een andere versie. Zijn zinnen moet u dan zelf nalezen.

Wat het bewijst: dat het stuk met annex uit dit zaakbestand volgt. Het zegt niet wie
het heeft gemaakt; dat doet een handtekening. Het zegt ook niet of de gegevens waar
zijn. Wie zaakbestand, verantwoording en stuk samen verandert, maakt een nieuw stuk
dat weer klopt. Leg daarom het controlegetal naast dat van het stuk dat u eerder
kreeg, of controleer met --zaak tegen het zaakbestand dat u zelf hebt.`,
		Example: `  annex verifieer zaak.pdf
  annex verifieer zaak.pdf --zaak zaak.yaml
  annex verifieer zaak.pdf --normen mijn-normen --json`,
		Args: precies(1, "de bijlage"),
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return []string{"pdf"}, cobra.ShellCompDirectiveFilterFileExt
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if (v.onderdeel != "" || v.voor != "") && v.zaakbestand == "" {
				return &gebruiksfout{"--onderdeel en --voor horen bij --zaak", "een bijlage met bestanden zegt zelf waarover zij gaat en voor wie zij is"}
			}
			rapport, err := o.controleerStuk(cmd, args[0], v, asJSON)
			if err != nil {
				return err
			}
			if asJSON {
				err = printJSON(cmd.OutOrStdout(), rapport)
			} else {
				err = toonRapport(cmd.OutOrStdout(), rapport)
			}
			if err == nil && rapport.Oordeel != proof.Bewezen {
				err = onbewezen{rapport.Oordeel}
			}
			return err
		},
	}
	optie(c, &v.zaakbestand, "zaak", "", "ZAAK", "controleer ook tegen dit zaakbestand; nodig als er geen in de bijlage zit", zaakbestanden)
	optie(c, &v.sjabloon, "sjabloon", "", "MAP", "MAP met de eigen teksten waarmee de bijlage is gemaakt", mappen)
	optie(c, &v.onderdeel, "onderdeel", "", "SOORT", "het onderdeel waarover een bijlage zonder bestanden gaat", kies(onderdelen...))
	optie(c, &v.voor, "voor", "", "LEZER", "de lezer voor wie een bijlage zonder bestanden is", kies(zaak.Lezers()...))
	c.Flags().BoolVar(&asJSON, "json", false, "toon het verslag als JSON")
	return c
}

// verificatie is what the command verifieer was asked, besides the bijlage.
type verificatie struct {
	zaakbestand, sjabloon, onderdeel, voor string
}

// controleerStuk reads a bijlage and verifies it.
func (o *omgeving) controleerStuk(cmd *cobra.Command, naam string, v verificatie, asJSON bool) (*proof.Rapport, error) {
	data, err := leesBestand("bestand", naam, maxStuk)
	if err != nil {
		return nil, err
	}
	stuk, err := leesStuk(data)
	if err != nil {
		return nil, geenBijlage(naam, data, err)
	}
	set, err := o.normset()
	if err != nil {
		return nil, err
	}
	sjablonen, err := leesSjablonen(v.sjabloon)
	if err != nil {
		return nil, err
	}
	opties := proof.Opties{Versie: versie, Normen: set, Afdrukbaar: pdf.Printable, Onderdeel: v.onderdeel, Lezer: v.voor, Bereken: bereken(set), Maak: maakOpnieuw(set, sjablonen), Ondertekend: sign.Only}
	if v.zaakbestand != "" {
		gegeven, err := o.lees(v.zaakbestand)
		if err != nil {
			return nil, err
		}
		opties.Zaakbestand = &proof.Gegeven{Naam: v.zaakbestand, Data: gegeven}
	}
	rapport, err := proof.Verifieer(stuk, opties)
	var problemen zaak.Problemen
	switch {
	case errors.Is(err, proof.ErrGeenZaak):
		return nil, &gebruiksfout{fmt.Sprintf("in %s zit geen zaakbestand: gemaakt met --zonder-bijlagen, of niet met annex", quote(naam)),
			"hebt u het zaakbestand? Gebruik dan --zaak ZAAK"}
	case errors.As(err, &problemen):
		if asJSON {
			err = errors.Join(problemen, printJSON(cmd.OutOrStdout(), problemen))
		} else {
			fmt.Fprint(cmd.ErrOrStderr(), problemen.Tekst())
		}
		return nil, err
	}
	return rapport, err
}

// geenBijlage says why a file cannot be verified.
func geenBijlage(naam string, data []byte, err error) error {
	switch {
	case !strings.HasPrefix(string(data[:min(len(data), 5)]), "%PDF-"):
		return &gebruiksfout{fmt.Sprintf("bestand %s is geen PDF", quote(naam)), "geef de bijlage op, niet het zaakbestand of de werkmap"}
	case errors.Is(err, object.ErrEncrypted):
		return &gebruiksfout{fmt.Sprintf("bestand %s is versleuteld", quote(naam)), "annex versleutelt geen bijlagen; vraag om het oorspronkelijke bestand"}
	case errors.Is(err, tagged.ErrUntagged):
		return &gebruiksfout{fmt.Sprintf("bestand %s heeft geen structuur die te lezen is; zo maakt annex geen bijlage", quote(naam)),
			"een afdruk naar PDF is niet te controleren; vraag om het oorspronkelijke bestand"}
	}
	return &gebruiksfout{fmt.Sprintf("bestand %s is beschadigd, of door een ander programma bewerkt: het is niet te lezen", quote(naam)),
		"vraag om het oorspronkelijke bestand"}
}

// bereken calculates the part of a case that a bijlage is about.
func bereken(set *norms.Set) func(*zaak.Zaak, string) (*sheet.Result, error) {
	return func(z *zaak.Zaak, onderdeel string) (*sheet.Result, error) {
		if onderdeel != "" {
			var fout *gebruiksfout
			if err := kiesOnderdeel(z, onderdeel, "", ""); errors.As(err, &fout) {
				return nil, &proof.BestaatNiet{Wat: fout.melding}
			}
		}
		return calc.Compute(z, set, versie)
	}
}

// maakOpnieuw makes a bijlage as its receipt says, with the templates that the user
// gave.
func maakOpnieuw(set *norms.Set, sjablonen *templates.Set) func(proof.Herhaling) (*proof.Stuk, error) {
	return func(h proof.Herhaling) (*proof.Stuk, error) {
		d := dossier{
			gelezen: gelezen{h.Zaak, h.Gegeven, set}, naam: h.Werkmap, onderdeel: h.Onderdeel, voor: h.Lezer,
			sjablonen: sjablonen, zonderBijlagen: h.ZonderBijlagen,
		}
		switch s := h.Sjabloon; {
		case s != nil && s.SHA256 != sjablonen.Hash():
			return nil, &proof.NietTeMaken{Reden: "het is met een eigen sjabloon gemaakt; geef dat op met --sjabloon MAP"}
		case s != nil:
			d.sjabloon = s.Naam
		case !h.ZonderBijlagen:
			d.sjablonen = templates.Standaard()
		}
		var fout *gebruiksfout
		if _, err := lezer(d.sjablonen, d.zaak, d.voor); errors.As(err, &fout) {
			return nil, &proof.BestaatNiet{Wat: fout.melding}
		}
		var err error
		if d.r, err = bereken(set)(h.Zaak, h.Onderdeel); err != nil {
			return nil, err
		}
		files, err := d.documenten("pdf", "")
		if err != nil {
			return nil, err
		}
		return leesStuk(files[0].data)
	}
}

// toonRapport prints a report: short where all is well.
func toonRapport(w io.Writer, r *proof.Rapport) error {
	var b strings.Builder
	b.WriteString(oordelen[r.Oordeel] + "\n\n")
	for _, c := range r.Controles {
		fmt.Fprintf(&b, "%-13s  %-13s  %s\n", c.Naam, uitslagen[c.Uitslag], c.Tekst)
		for i, v := range c.Verschillen {
			const meeste = 40
			if i == meeste {
				fmt.Fprintf(&b, "  en nog %d; --json toont alles\n", len(c.Verschillen)-meeste)
				break
			}
			b.WriteString("  " + verschil(v) + "\n")
		}
	}
	if r.Controlegetal != "" {
		b.WriteString("\nControlegetal van deze gegevens: " + proof.InGroepen(r.Controlegetal) + "\n")
	}
	if r.Oordeel != proof.NietBewezen {
		b.WriteString("Dit zegt niet wie het stuk heeft gemaakt, en niet of de gegevens waar zijn.\n")
	}
	_, err := io.WriteString(w, strings.Map(regelvoorregel, b.String()))
	return err
}

var oordelen = map[proof.Oordeel]string{
	proof.Bewezen: "Bewezen: het stuk volgt uit dit zaakbestand, woord voor woord.",
	proof.Onvolledig: "Niet volledig nagegaan: de bedragen in de tabellen volgen uit dit zaakbestand. Niet bewezen is wat het stuk in zijn zinnen zegt " +
		"(ook niet wie aan wie betaalt, en de bedragen daarin), en niet hoe het eruitziet.",
	proof.NietBewezen: "Niet bewezen: het stuk volgt niet uit dit zaakbestand, of niet met deze versie en deze normen.",
}

var uitslagen = map[proof.Uitslag]string{
	proof.Gelijk: "gelijk", proof.GelijkMaarLet: "gelijk, let op", proof.Anders: "ANDERS", proof.NietNagegaan: "niet nagegaan",
}

// verschil prints one difference on one line.
func verschil(v proof.Verschil) string {
	text := v.Wat
	if v.Omschrijving != "" {
		text += ": " + v.Omschrijving
	}
	var waarden []string
	for _, w := range []struct{ naam, waarde string }{{"gedrukt", v.Gedrukt}, {"in de verantwoording", v.Verantwoording}, {"nu", v.Nu}} {
		if w.waarde != "" {
			waarden = append(waarden, w.naam+" "+quote(w.waarde))
		}
	}
	if len(waarden) > 0 {
		text += " – " + strings.Join(waarden, ", ")
	}
	return text
}

// regelvoorregel keeps what a file says from steering the terminal.
func regelvoorregel(r rune) rune {
	if r == '\n' {
		return r
	}
	return zichtbaar(r)
}
