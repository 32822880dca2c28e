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

	"github.com/shopspring/decimal"
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
		Args:              precies(1, "het bedrag per maand"),
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(cmd *cobra.Command, args []string) error {
			v.bedrag, v.schrijf = args[0], cmd.Flags().Changed("uit")
			return o.voerIndexeerUit(cmd, v)
		},
	}
	optie(c, &v.vastgesteld, "vastgesteld", "", "DATUM", "DATUM van de beschikking of overeenkomst (jjjj-mm-dd); verplicht", cobra.NoFileCompletions)
	optie(c, &v.tot, "tot", "", "DATUM", "DATUM tot en met welke wordt geïndexeerd; zonder deze optie de laatste die bekend is", cobra.NoFileCompletions)
	optie(c, &v.uit, "uit", "o", "MAP", "MAP waarin indexering.pdf en indexering.xlsx komen", mappen)
	optie(c, &v.alleen, "alleen", "", "SOORT", "maak alleen dit SOORT document: pdf of xlsx", kies("pdf", "xlsx"))
	c.Flags().BoolVar(&v.overschrijf, "overschrijf", false, "vervang bestanden die er al staan")
	optie(c, &v.datum, "datum", "", "DATUM", "DATUM van de documenten; zonder deze optie die van --tot", cobra.NoFileCompletions)
	optie(c, &v.zaaknummer, "zaaknummer", "", "ZAAKNUMMER", "ZAAKNUMMER boven de documenten", cobra.NoFileCompletions)
	optie(c, &v.kenmerk, "kenmerk", "", "KENMERK", "KENMERK van de documenten, zoals \"Productie 4\"", cobra.NoFileCompletions)
	optie(c, &v.bewijs, "bewijs", "", "STUK", "STUK waaruit het bedrag blijkt, zoals \"productie 2\"", cobra.NoFileCompletions)
	c.Flags().BoolVar(&v.asJSON, "json", false, "toon de berekening als JSON")
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
	var geen *geenVerhoging
	if errors.As(err, &geen) && !v.schrijf && !v.asJSON {
		fmt.Fprintln(cmd.OutOrStdout(), geen)
		return nil
	}
	if err != nil {
		return err
	}
	var files []bestand
	if v.schrijf {
		if files, err = documenten(r, v.alleen, filepath.Join(v.uit, "indexering")); err != nil {
			return err
		}
		if err := documentschrijver(v.overschrijf).schrijf(files); err != nil {
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
		return nil, geenIndexering(err, bedrag, op, tot)
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
		return nil, geenIndexering(err, bedrag, op, tot)
	}
	return r, nil
}

// totEnMet gives the day up to which is indexed. The error is one of
// indexering.LaatsteBekende, or wrong usage.
func (v indexeren) totEnMet(op time.Time, set *norms.Set) (time.Time, error) {
	if v.tot != "" {
		return datumoptie("tot", v.tot)
	}
	return indexering.LaatsteBekende(op, set)
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

// geenVerhoging says what the amount is where it has not risen. Without a rise
// there is no calculation, and so nothing for the documents or the JSON to show.
type geenVerhoging struct{ *gebruiksfout }

func (g *geenVerhoging) Unwrap() error { return g.gebruiksfout }

// geenIndexering says why an amount cannot be indexed between two days; tot is
// zero where the last indexation that is known was meant.
func geenIndexering(err error, bedrag decimal.Decimal, op, tot time.Time) error {
	var geen *norms.GeenNormen
	var niets *indexering.NietsTeIndexeren
	nietVerhoogd := func(waarom string) error {
		melding := fmt.Sprintf("%s; het bedrag is %s%s per maand", waarom, sheet.EuroSign, sheet.FormatNumber(bedrag, 2))
		return &geenVerhoging{&gebruiksfout{melding, "zonder verhoging zijn er geen documenten en is er geen JSON; laat --uit en --json weg"}}
	}
	switch {
	case errors.As(err, &geen) && geen.Datum.Before(geen.Eerste):
		return &gebruiksfout{geen.Error(), fmt.Sprintf("een bedrag van vóór %d kan annex niet indexeren", geen.Eerste.Year())}
	case errors.As(err, &geen) && tot.IsZero():
		return nietVerhoogd("Er is nog geen verhoging bekend")
	case (errors.As(err, &geen) && tot.Year() == op.Year() || errors.As(err, &niets)) && !tot.Before(op):
		// Whatever the percentages become, an amount does not rise in the year
		// in which it was fixed.
		return nietVerhoogd("Tot en met " + sheet.FormatDate(tot) + " is er nog geen verhoging")
	case geen != nil:
		return &gebruiksfout{geen.Error(), fmt.Sprintf("het laatste bekende percentage is dat van %d; met --normen kunt u een nieuwer opgeven", geen.Laatste.Year())}
	case niets != nil:
		return &gebruiksfout{niets.Error(), "het bedrag stijgt voor het eerst op 1 januari na de dag van vaststelling; zie --vastgesteld en --tot"}
	}
	return err
}
