package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"annex/calc"
	"annex/calc/indexering"
	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"
	"annex/render"
	"annex/render/pdf"
	"annex/render/terminal"
	"annex/templates"

	"github.com/spf13/cobra"
)

// indexeren is what the command indexeer was asked, as it was typed.
type indexeren struct {
	bedrag                       string
	vastgesteld, tot, datum      string
	zaaknummer, kenmerk, bewijs  string
	uit, alleen                  string
	overschrijf, asJSON, schrijf bool
}

func (o *omgeving) indexeer() *cobra.Command {
	var v indexeren
	c := &cobra.Command{
		Use:     "indexeer BEDRAG",
		Aliases: []string{"index"},
		Short:   "Verhoogt een vastgesteld bedrag met de wettelijke indexering",
		Long: `Verhoogt een alimentatiebedrag dat bij beschikking of overeenkomst is vastgesteld
met de wettelijke indexering (art. 1:402a BW). Op iedere 1 januari na de dag van
vaststelling komt er een percentage bij; elk bedrag is afgerond op centen en is
de grondslag van het volgende.

BEDRAG is per maand, met een punt voor de centen. Het resultaat verschijnt in de
terminal. Met --uit komen er ook twee documenten: indexering.pdf en
indexering.xlsx. Is de indexering uitgesloten of anders geregeld, dan geldt de
uitkomst niet.`,
		Example: `  annex indexeer 356 --vastgesteld 2024-05-15
  annex indexeer 250.50 --vastgesteld 2019-11-02 --tot 2025-01-01
  annex indexeer 356 --vastgesteld 2024-05-15 --uit stukken --kenmerk "Productie 4"`,
		Args: precies(1, "het bedrag per maand"),
		RunE: func(cmd *cobra.Command, args []string) error {
			v.bedrag, v.schrijf = args[0], cmd.Flags().Changed("uit")
			return o.voerIndexeerUit(cmd, v)
		},
	}
	f := c.Flags()
	f.StringVar(&v.vastgesteld, "vastgesteld", "", "`DATUM` van de beschikking of overeenkomst (jjjj-mm-dd); verplicht")
	f.StringVar(&v.tot, "tot", "", "`DATUM` tot en met welke wordt geïndexeerd; zonder deze optie de laatste die bekend is")
	f.StringVarP(&v.uit, "uit", "o", "", "`MAP` waarin indexering.pdf en indexering.xlsx komen")
	f.StringVar(&v.alleen, "alleen", "", "maak alleen dit `SOORT` document: pdf of xlsx")
	f.BoolVar(&v.overschrijf, "overschrijf", false, "vervang bestanden die er al staan")
	f.StringVar(&v.datum, "datum", "", "`DATUM` van de documenten; zonder deze optie die van --tot")
	f.StringVar(&v.zaaknummer, "zaaknummer", "", "`ZAAKNUMMER` boven de documenten")
	f.StringVar(&v.kenmerk, "kenmerk", "", "`KENMERK` van de documenten, zoals \"Productie 4\"")
	f.StringVar(&v.bewijs, "bewijs", "", "`STUK` waaruit het bedrag blijkt, zoals \"productie 2\"")
	f.BoolVar(&v.asJSON, "json", false, "toon de berekening als JSON")
	return c
}

func (o *omgeving) voerIndexeerUit(cmd *cobra.Command, v indexeren) error {
	if err := v.passend(); err != nil {
		return err
	}
	set, err := o.normset()
	if err != nil {
		return err
	}
	r, err := v.bereken(set)
	if err != nil {
		return err
	}
	var files []bestand
	if v.schrijf {
		if files, err = documenten(r, v.alleen, filepath.Join(v.uit, "indexering")); err != nil {
			return err
		}
		if err := schrijf(files, v.overschrijf); err != nil {
			return err
		}
	}
	if v.asJSON {
		return printJSON(cmd.OutOrStdout(), r)
	}
	d, err := render.Uitkomst(r, templates.StandaardBijlage())
	if err != nil {
		return err
	}
	if err := terminal.Write(cmd.OutOrStdout(), d); err != nil {
		return err
	}
	if len(files) > 0 {
		fmt.Fprintln(cmd.OutOrStdout())
	}
	for _, f := range files {
		fmt.Fprintf(cmd.OutOrStdout(), "geschreven: %s\n", f.pad)
	}
	return nil
}

// passend checks what goes together.
func (v indexeren) passend() error {
	switch {
	case v.vastgesteld == "":
		return &gebruiksfout{"bij indexeer ontbreekt --vastgesteld: de dag van de beschikking of overeenkomst", "annex indexeer --help toont een voorbeeld"}
	case !v.schrijf && v.alleen != "":
		return &gebruiksfout{"--alleen hoort bij --uit", "gebruik --uit MAP om documenten te maken"}
	case !v.schrijf && v.overschrijf:
		return &gebruiksfout{"--overschrijf hoort bij --uit", "gebruik --uit MAP om documenten te maken"}
	}
	return bekendeSoort(v.alleen)
}

// bereken reads what was typed and calculates it.
func (v indexeren) bereken(set *norms.Set) (*sheet.Result, error) {
	bedrag, p := zaak.LosBedrag(v.bedrag)
	if p != nil {
		return nil, misverstaan("het bedrag", p)
	}
	op, err := datumoptie("vastgesteld", v.vastgesteld)
	if err != nil {
		return nil, err
	}
	tot, err := v.totEnMet(op, set)
	if err != nil {
		return nil, err
	}
	receipt := sheet.Receipt{Versie: versie, Datum: tot}
	if v.datum != "" {
		if receipt.Datum, err = datumoptie("datum", v.datum); err != nil {
			return nil, err
		}
	}
	var bewijs string
	for _, t := range []struct {
		optie, tekst string
		in           *string
	}{
		{"zaaknummer", v.zaaknummer, &receipt.Dossier.Zaaknummer}, {"kenmerk", v.kenmerk, &receipt.Dossier.Kenmerk}, {"bewijs", v.bewijs, &bewijs},
	} {
		if *t.in, p = zaak.LosseTekst(t.tekst, pdf.Printable); p != nil {
			return nil, misverstaan("--"+t.optie, p)
		}
	}
	r, err := calc.Indexeer(indexering.Vastgesteld{Bedrag: bedrag, Op: op, Bron: bewijs}, tot, set, receipt)
	if err != nil {
		return nil, geenIndexering(err)
	}
	return r, nil
}

// totEnMet gives the day up to which is indexed.
func (v indexeren) totEnMet(op time.Time, set *norms.Set) (time.Time, error) {
	if v.tot != "" {
		return datumoptie("tot", v.tot)
	}
	tot, err := indexering.LaatsteBekende(op, set)
	if err != nil {
		return time.Time{}, geenIndexering(err)
	}
	return tot, nil
}

func datumoptie(optie, s string) (time.Time, error) {
	d, p := zaak.LosseDatum(s)
	if p != nil {
		return time.Time{}, misverstaan("--"+optie, p)
	}
	return d, nil
}

// misverstaan says what is wrong with a value that was typed, in the words of the
// case file.
func misverstaan(wat string, p *zaak.Probleem) error {
	f := &gebruiksfout{wat + ": " + strings.TrimSuffix(p.Melding, "."), p.Hint}
	if f.hint == "" && p.Toegestaan != "" {
		f.hint = "schrijf " + p.Toegestaan
	}
	f.melding, f.hint = strings.Map(zichtbaar, f.melding), strings.Map(zichtbaar, f.hint)
	return f
}

// geenIndexering says why an amount cannot be indexed between two days.
func geenIndexering(err error) error {
	var geen *norms.GeenNormen
	var niets *indexering.NietsTeIndexeren
	switch {
	case errors.As(err, &geen) && geen.Datum.Before(geen.Eerste):
		return &gebruiksfout{geen.Error(), fmt.Sprintf("een bedrag van vóór %d kan annex niet indexeren", geen.Eerste.Year())}
	case errors.As(err, &geen):
		return &gebruiksfout{geen.Error(), fmt.Sprintf("het laatste bekende percentage is dat van %d; met --normen kunt u een nieuwer opgeven", geen.Laatste.Year())}
	case errors.As(err, &niets):
		return &gebruiksfout{niets.Error(), "het bedrag stijgt voor het eerst op 1 januari na de dag van vaststelling; zie --vastgesteld en --tot"}
	}
	return err
}
