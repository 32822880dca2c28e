package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"
	"annex/proof"
	"annex/render/xlsx"
	"annex/render/xlsx/terug"
	"annex/templates"

	"github.com/shopspring/decimal"
	"github.com/spf13/cobra"
)

// errNietOvergenomen is the outcome of a workbook in which more was changed than the
// figures. The report has been printed.
var errNietOvergenomen = errors.New("niet alles is overgenomen")

// teruglezen is what the command lees was asked, as it was typed.
type teruglezen struct {
	uit, scenario string
	overschrijf   bool
}

func (o *omgeving) leesWerkmap() *cobra.Command {
	var v teruglezen
	c := &cobra.Command{
		Use:     "lees WERKMAP.xlsx",
		Aliases: []string{"read"},
		Short:   "Leest wat in een werkmap is gewijzigd terug in een zaakbestand",
		Long: `Leest een werkmap (XLSX) terug: geeft het zaakbestand waaruit zij is gemaakt, met de
waarden die nu in de gele cellen van het tabblad Invoer staan. Alles verder in het
zaakbestand blijft zoals het was, ook het commentaar. Een werkmap waarin niets is
gewijzigd, geeft precies hetzelfde zaakbestand.

Het zaakbestand verschijnt op het scherm. Met -o komt het in een bestand; een bestand
dat er al staat, wordt alleen vervangen met --overschrijf. Wat er is gewijzigd, staat
in het verslag op de foutuitvoer.

Alleen de gele cellen tellen. Is er iets anders gewijzigd, zoals een formule of een
norm, dan staat in het verslag wat het was en wat het is; het wordt niet overgenomen.
Van een werkmap van een andere versie van annex, of met andere normen, zijn alleen de
gele cellen te vergelijken.

Met --scenario 1 krijgt het zaakbestand de waarden van het eerste scenario op het tabblad
Wat-als. Zonder deze optie tellen de scenario's niet mee.

De exitcode is 0 als alles wat is gewijzigd, is overgenomen, en 4 als het zaakbestand er
is, maar er ook iets anders is gewijzigd of niet te vergelijken was. De exitcode is 1 als
een waarde niet in een zaakbestand kan staan; er is dan niets geschreven.`,
		Example: `  annex lees zaak.xlsx
  annex lees zaak.xlsx -o nieuw.yaml
  annex lees zaak.xlsx --scenario 2 -o scenario.yaml`,
		Args: precies(1, "de werkmap"),
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return []string{"xlsx"}, cobra.ShellCompDirectiveFilterFileExt
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			return o.voerLeesUit(cmd, args[0], v)
		},
	}
	optie(c, &v.uit, "uit", "o", "BESTAND", "schrijf het zaakbestand naar BESTAND", zaakbestanden)
	optie(c, &v.scenario, "scenario", "", "NUMMER", "neem de waarden van scenario NUMMER van het tabblad Wat-als", kies(scenarionummers...))
	c.Flags().BoolVar(&v.overschrijf, "overschrijf", false, "vervang een bestand dat er al staat")
	return c
}

var scenarionummers = func() (list []string) {
	for nr := range xlsx.Scenarios {
		list = append(list, strconv.Itoa(nr+1))
	}
	return list
}()

func (o *omgeving) voerLeesUit(cmd *cobra.Command, naam string, v teruglezen) error {
	if v.overschrijf && v.uit == "" {
		return &gebruiksfout{"--overschrijf hoort bij -o", "annex lees --help toont voorbeelden"}
	}
	nr := 0
	if cmd.Flags().Changed("scenario") {
		if nr = 1 + indexVan(scenarionummers, v.scenario); nr == 0 {
			return &gebruiksfout{quote(v.scenario) + " is geen nummer van een scenario", "kies " + strings.Join(scenarionummers[:xlsx.Scenarios-1], ", ") + " of " + scenarionummers[xlsx.Scenarios-1]}
		}
	}
	data, err := leesBestand("werkmap", naam, terug.MaxBytes)
	if err != nil {
		return err
	}
	set, err := o.normset()
	if err != nil {
		return err
	}
	t, err := leesTerug(data, set, nr)
	var problemen zaak.Problemen
	var onleesbaar onleesbareCellen
	switch {
	case errors.As(err, &problemen):
		fmt.Fprint(cmd.ErrOrStderr(), problemen.Tekst())
		return err
	case errors.As(err, &onleesbaar):
		fmt.Fprint(cmd.ErrOrStderr(), onleesbaar.tekst())
		return err
	case err != nil:
		return geenTeruglezen(naam, nr, err)
	}
	if v.uit == "" || v.uit == "-" {
		if _, err := cmd.OutOrStdout().Write(t.tekst); err != nil {
			return err
		}
	} else {
		s := schrijver{v.overschrijf, "gebruik --overschrijf om het te vervangen", "kies een andere map", os.Link}
		if err := s.schrijf([]bestand{{pad: v.uit, data: t.tekst}}); err != nil {
			return err
		}
		fmt.Fprintf(cmd.OutOrStdout(), "geschreven: %s\n", v.uit)
	}
	if err := t.verslag(cmd.ErrOrStderr()); err != nil {
		return err
	}
	if len(t.anders) > 0 {
		return errNietOvergenomen
	}
	return nil
}

func indexVan(list []string, s string) int {
	for i, x := range list {
		if x == s {
			return i
		}
	}
	return -1
}

// geenTeruglezen says why a file cannot be read back.
func geenTeruglezen(naam string, scenario int, err error) error {
	bestand := "bestand " + quote(naam)
	switch {
	case errors.Is(err, terug.ErrGeenWerkmap):
		return &gebruiksfout{bestand + " is geen werkmap (XLSX)", "geef de werkmap op die annex maak heeft geschreven"}
	case errors.Is(err, terug.ErrVersleuteld):
		return &gebruiksfout{bestand + " heeft een wachtwoord, of is in een vorm van voor 2007 opgeslagen", "sla de werkmap zonder wachtwoord op als XLSX"}
	case errors.Is(err, terug.ErrBeschadigd):
		return &gebruiksfout{bestand + " is beschadigd: het is niet te lezen", "open de werkmap in Excel of LibreOffice en sla haar opnieuw op als XLSX"}
	case errors.Is(err, terug.ErrTeGroot):
		return &gebruiksfout{bestand + " is te groot voor een werkmap van annex", ""}
	case errors.Is(err, terug.ErrGeenZaakbestand):
		return &gebruiksfout{"in " + quote(naam) + " zit geen zaakbestand: de werkmap is gemaakt met --anoniem, met annex indexeer of annex vergelijk, of niet met annex",
			"alleen een werkmap van annex maak is terug te lezen"}
	case errors.Is(err, terug.ErrZaakbestandGewijzigd):
		return &gebruiksfout{"op het tabblad Zaakbestand van " + quote(naam) + " is iets gewijzigd; wat het oorspronkelijke zaakbestand was, is niet meer zeker",
			"gebruik een werkmap waarin dat tabblad niet is gewijzigd, of wijzig het zaakbestand zelf"}
	case errors.Is(err, errGeenScenario):
		return &gebruiksfout{fmt.Sprintf("in %s is er geen scenario %d", quote(naam), scenario), "laat --scenario weg"}
	}
	return err
}

var errGeenScenario = errors.New("geen scenario")

// teruggelezen is what was read back from a workbook.
type teruggelezen struct {
	tekst     []byte // the case file with what was changed
	gewijzigd []terug.Invoer
	scenario  int   // the one that was asked for; 0: none
	gevuld    []int // scenarios that hold figures and were not asked for
	anders    []terug.Verschil
	eerste    string // why only the figures could be compared; empty: all was
}

// leesTerug reads a workbook back. scenario 0: none.
func leesTerug(data []byte, set *norms.Set, scenario int) (*teruggelezen, error) {
	w, err := terug.Open(data)
	if err != nil {
		return nil, err
	}
	bron, err := w.Zaakbestand()
	if err != nil {
		return nil, err
	}
	opties := leesopties(set)
	d := dossier{gelezen: gelezen{data: []byte(bron.Tekst), normen: set}, onderdeel: bron.Onderdeel}
	z, problemen := zaak.Lees(bron.Bestand, d.data, opties)
	if len(problemen) > 0 {
		return nil, problemen
	}
	z.Herkomst.SHA256 = bron.Som
	d.zaak = z
	d.r, err = bereken(set)(z, bron.Onderdeel)
	var onbekend *proof.BestaatNiet
	if errors.As(err, &onbekend) {
		return nil, terug.ErrZaakbestandGewijzigd
	}
	if err != nil {
		return nil, err
	}
	t := &teruggelezen{tekst: d.data, scenario: scenario}
	waarden, err := t.waarden(w, d.r)
	if err != nil {
		return nil, err
	}
	if err := t.verschillen(w, d, bron); err != nil {
		return nil, err
	}
	return t, t.schrijf(d, waarden, opties)
}

// waarden gives the figures that the case file is to have, by id of the input.
func (t *teruggelezen) waarden(w *terug.Werkmap, r *sheet.Result) (map[string]decimal.Decimal, error) {
	cellen := w.Invoer(r)
	bij := map[string]int{}
	for i, c := range cellen {
		bij[c.In.ID] = i
	}
	for nr := range xlsx.Scenarios {
		nr++
		ingevuld, ok := w.Scenario(r, nr)
		switch {
		case nr == t.scenario && !ok:
			return nil, errGeenScenario
		case nr == t.scenario:
			for _, c := range ingevuld {
				cellen[bij[c.In.ID]] = c
			}
		case len(ingevuld) > 0:
			t.gevuld = append(t.gevuld, nr)
		}
	}
	var fout onleesbareCellen
	waarden := map[string]decimal.Decimal{}
	for _, c := range cellen {
		switch {
		case !c.Gevonden:
			t.anders = append(t.anders, terug.Verschil{Code: terug.CodeInvoerWeg, Naam: c.In.Label, Was: c.In.Text()})
		case c.Fout != "":
			fout = append(fout, c)
		default:
			waarden[c.In.ID] = c.Waarde
			if c.Formule != "" {
				t.anders = append(t.anders, terug.Verschil{Code: terug.CodeFormuleInvoer, Blad: c.Blad, Cel: c.Cel, Was: c.In.Text(), Is: "=" + c.Formule})
			}
			if c.Gewijzigd() {
				t.gewijzigd = append(t.gewijzigd, c)
			}
		}
	}
	if fout != nil {
		return nil, fout
	}
	return waarden, nil
}

// verschillen compares the workbook with the one that annex makes from the same case.
func (t *teruggelezen) verschillen(w *terug.Werkmap, d dossier, bron *terug.Zaakbestand) error {
	if maker := fmt.Sprintf(templates.StandaardWerkmap().Maker, versie); bron.Maker != maker {
		t.eerste = fmt.Sprintf("de werkmap is gemaakt met %s; dit is %s", strings.Map(zichtbaar, bron.Maker), maker)
	}
	for _, n := range d.r.NormBestanden() {
		if t.eerste == "" && !w.Bevat(n.SHA256) {
			t.eerste = "de werkmap is met andere normen gemaakt"
		}
	}
	if t.eerste != "" {
		t.anders = append(t.anders, terug.Verschil{Code: terug.CodeAndereHerkomst})
		return nil
	}
	var b bytes.Buffer
	if err := xlsx.Write(&b, d.r, d.inWerkmap()); err != nil {
		return nietTeMaken("xlsx", err)
	}
	eigen, err := terug.Open(b.Bytes())
	if err != nil {
		return err
	}
	t.anders = append(t.anders, terug.Vergelijk(w, eigen)...)
	return nil
}

// schrijf changes the case file, and reads and calculates it again: exactly the figures
// that were changed may differ.
func (t *teruggelezen) schrijf(d dossier, waarden map[string]decimal.Decimal, opties zaak.Opties) error {
	if len(t.gewijzigd) == 0 {
		return nil
	}
	var lijst []zaak.Wijziging
	for _, c := range t.gewijzigd {
		lijst = append(lijst, wijziging(c.In, c.Waarde))
	}
	bestand := d.zaak.Herkomst.Bestand
	tekst, z, problemen := zaak.Wijzig(bestand, d.data, lijst, opties)
	if erbij := t.uitgesproken(d.r, problemen, waarden); len(erbij) > 0 {
		tekst, z, problemen = zaak.Wijzig(bestand, d.data, append(lijst, erbij...), opties)
	}
	if len(problemen) > 0 {
		return problemen
	}
	r, err := bereken(d.normen)(z, d.onderdeel)
	if err != nil {
		return err
	}
	na := map[string]decimal.Decimal{}
	for _, in := range r.Inputs() {
		na[in.ID] = in.Value
	}
	for _, in := range d.r.Inputs() {
		want, ok := waarden[in.ID]
		if !ok {
			want = in.Value
		}
		if got, ok := na[in.ID]; !ok || !got.Equal(want) {
			return t.nietOpEenPlaats(bestand, in)
		}
	}
	t.tekst = tekst
	return nil
}

// nietOpEenPlaats is the problem of figures that the workbook has apart and the case
// file, as it is written, has not.
func (t *teruggelezen) nietOpEenPlaats(bestand string, in *sheet.Input) error {
	var anders []string
	for _, c := range t.gewijzigd {
		anders = append(anders, c.In.Pad)
	}
	p := zaak.NietTeWijzigen(t.gewijzigd[0].In.Pad)
	p.Bestand = bestand
	p.Melding = fmt.Sprintf("Na het wijzigen van %s zou ook %s anders zijn dan in de werkmap.", sheet.Enumerate(anders), in.Pad)
	return zaak.Problemen{p}
}

func wijziging(in *sheet.Input, waarde decimal.Decimal) zaak.Wijziging {
	return zaak.Wijziging{Pad: in.Pad, Waarde: waarde, JaNee: in.Unit == sheet.JaNee}
}

// uitgesproken gives the figures that the case file left out and, with what was changed,
// has to state: the workbook has a cell for them, so they are known.
func (t *teruggelezen) uitgesproken(r *sheet.Result, problemen zaak.Problemen, waarden map[string]decimal.Decimal) []zaak.Wijziging {
	var out []zaak.Wijziging
	for _, p := range problemen {
		for _, in := range r.Inputs() {
			if waarde, ok := waarden[in.ID]; ok && in.Pad == p.Pad && p.Ontbreekt() && waarde.Equal(in.Value) {
				out = append(out, wijziging(in, waarde))
			}
		}
	}
	return out
}

// verslag tells what was changed.
func (t *teruggelezen) verslag(w io.Writer) error {
	var b strings.Builder
	switch n := len(t.gewijzigd); n {
	case 0:
		b.WriteString("Er is geen invoer gewijzigd.\n")
	case 1:
		b.WriteString("1 invoercel is gewijzigd; de waarde staat in het zaakbestand:\n")
	default:
		fmt.Fprintf(&b, "%d invoercellen zijn gewijzigd; de waarden staan in het zaakbestand:\n", n)
	}
	for _, c := range t.gewijzigd {
		nu := *c.In
		nu.Value = c.Waarde
		fmt.Fprintf(&b, "  %s: %s: %s – was %s, is %s\n", waar(c.Blad, c.Cel), c.In.Groep, c.In.Label, metEenheid(c.In), metEenheid(&nu))
	}
	if t.scenario > 0 {
		fmt.Fprintf(&b, "De waarden zijn die van scenario %d.\n", t.scenario)
	}
	for _, nr := range t.gevuld {
		fmt.Fprintf(&b, "let op: in scenario %[1]d van het tabblad Wat-als zijn waarden ingevuld; zij tellen hier niet mee. Met --scenario %[1]d wel.\n", nr)
	}
	if t.eerste != "" {
		fmt.Fprintf(&b, "let op: alleen de invoercellen zijn vergeleken, want %s.\n", t.eerste)
	}
	t.andersTekst(&b)
	_, err := io.WriteString(w, strings.Map(regelvoorregel, b.String()))
	return err
}

// metEenheid gives a figure with its unit, where that does not go without saying.
func metEenheid(in *sheet.Input) string {
	if eenheid := templates.StandaardWerkmap().Eenheden[string(in.Unit)]; eenheid != "" {
		return in.Text() + " (" + eenheid + ")"
	}
	return in.Text()
}

// andersTekst tells what was changed and not taken over.
func (t *teruggelezen) andersTekst(b *strings.Builder) {
	var lijst []terug.Verschil
	for _, v := range t.anders {
		if v.Code != terug.CodeAndereHerkomst {
			lijst = append(lijst, v)
		}
	}
	switch n := len(lijst); n {
	case 0:
		return
	case 1:
		b.WriteString("Er is 1 ding gewijzigd dat geen invoer is; dat is niet overgenomen:\n")
	default:
		fmt.Fprintf(b, "Er zijn %d dingen gewijzigd die geen invoer zijn; die zijn niet overgenomen:\n", n)
	}
	for i, v := range lijst {
		const meeste = 40
		if i == meeste {
			fmt.Fprintf(b, "  en nog %d\n", len(lijst)-meeste)
			break
		}
		fmt.Fprintf(b, "  %s\n", andersGezegd(v))
	}
}

// andersGezegd tells of one such thing, on one line.
func andersGezegd(v terug.Verschil) string {
	s := v.Code
	if v.Naam != "" {
		s += ": " + v.Naam
	}
	if v.Blad != "" {
		s += ": " + waar(v.Blad, v.Cel)
	}
	switch {
	case v.Was != "" && v.Is != "":
		s += " – was " + kortOp(v.Was) + ", is " + kortOp(v.Is)
	case v.Was != "":
		s += " – was " + kortOp(v.Was)
	case v.Is != "":
		s += " – is " + kortOp(v.Is)
	}
	if uitleg := terug.Uitleg[v.Code]; uitleg != "" {
		s += " (" + uitleg + ")"
	}
	return s
}

// waar names a cell, or a row or a sheet.
func waar(blad, cel string) string {
	if cel == "" {
		return "tabblad " + blad
	}
	if _, err := strconv.Atoi(cel); err == nil {
		return "tabblad " + blad + ", rij " + cel
	}
	return blad + "!" + cel
}

// kortOp quotes a text, cut to what fits on a line.
func kortOp(s string) string {
	const meeste = 80
	if r := []rune(s); len(r) > meeste {
		s = string(r[:meeste-1]) + "…"
	}
	return quote(s)
}

// onleesbareCellen are the cells for figures in which something else stands.
type onleesbareCellen []terug.Invoer

func (o onleesbareCellen) Error() string { return "een invoercel is niet te lezen" }

func (o onleesbareCellen) tekst() string {
	var b strings.Builder
	for _, c := range o {
		fmt.Fprintf(&b, "%s: fout %s (%s)\n", waar(c.Blad, c.Cel), c.Fout, c.In.Pad)
		hier, toegestaan, hint := "staat geen getal", "een getal, zoals 2600,50", ""
		if c.In.Unit == sheet.JaNee {
			hier, toegestaan = "staat geen ja of nee", "ja of nee"
		} else if c.Formule != "" {
			hint = "in de cel staat een formule die geen getal geeft; typ het getal zelf"
		} else if _, p := zaak.LosBedrag(c.Tekst); p == nil {
			hint = "in de cel staat een tekst; typ het getal opnieuw, of maak van de cel een getal"
		} else if strings.HasPrefix(p.Hint, "bedoelt u ") {
			hint = "in de cel staat een tekst; " + strings.ReplaceAll(p.Hint, ".", ",")
			hint, _, _ = strings.Cut(hint, "?")
			hint += "? Typ dat als getal"
		}
		fmt.Fprintf(&b, "  In deze cel %s, maar %s.\n  toegestaan: %s\n", hier, kortOp(c.Tekst), toegestaan)
		if hint != "" {
			fmt.Fprintf(&b, "  hint: %s\n", hint)
		}
		b.WriteByte('\n')
	}
	if len(o) == 1 {
		b.WriteString("1 probleem gevonden; er is niets geschreven.\n")
	} else {
		fmt.Fprintf(&b, "%d problemen gevonden; er is niets geschreven.\n", len(o))
	}
	return strings.Map(regelvoorregel, b.String())
}
