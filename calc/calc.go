// Package calc turns a case and the norms into a result: it picks the method,
// has it described, and evaluates it.
package calc

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"annex/calc/inkomen"
	"annex/calc/kind"
	"annex/calc/partij"
	"annex/calc/partner"
	"annex/calc/sheet"
	"annex/calc/wetsvoorstel"
	"annex/calc/zaak"
	"annex/norms"
)

// Compute calculates a case. versie is the version of annex, for the receipt.
// The error says which norm is missing (*norms.GeenNormen); any other error is
// a mistake in the rules.
func Compute(z *zaak.Zaak, set *norms.Set, versie string) (*sheet.Result, error) {
	s := sheet.New()
	if err := beschrijf(s, z, set); err != nil {
		return nil, err
	}
	if err := verloop(s, z, set); err != nil {
		return nil, err
	}
	return evaluate(s, sheet.Receipt{
		Versie: versie, Datum: z.Kop.Datum, Methode: z.Methode,
		Bestand: z.Herkomst.Bestand, BestandSHA: z.Herkomst.SHA256, ZaakSHA: z.Herkomst.CanoniekSHA256,
		Dossier: dossier(z), Anoniem: z.Anoniem,
	})
}

// beschrijf adds all that a case asks for. Children go first (art. 1:400 BW).
func beschrijf(s *sheet.Sheet, z *zaak.Zaak, set *norms.Set) error {
	d := partij.Nieuw(s, z, set)
	if z.Methode == zaak.MethodeWetsvoorstel {
		return wetsvoorstel.Beschrijf(d)
	}
	if len(z.Kinderen) > 0 {
		if err := kind.Beschrijf(d); err != nil {
			return err
		}
	}
	if z.Partneralimentatie != nil {
		return partner.Beschrijf(d)
	}
	return nil
}

func evaluate(s *sheet.Sheet, receipt sheet.Receipt) (*sheet.Result, error) {
	r, err := s.Evaluate(receipt)
	if err != nil {
		return nil, fmt.Errorf("fout in de rekenregels: %w", err)
	}
	return r, nil
}

func dossier(z *zaak.Zaak) sheet.Dossier {
	d := sheet.Dossier{
		Zaaknummer: z.Kop.Zaaknummer, Gerecht: z.Kop.Gerecht, Stuk: z.Kop.Stuk, Kenmerk: z.Kop.Kenmerk,
		Voorlopig: z.Kop.Voorlopig,
		Opsteller: strings.Join(nonEmpty(z.Kop.Opsteller.Naam, z.Kop.Opsteller.Hoedanigheid), ", "),
	}
	for _, o := range z.Ouders {
		if o.ID == z.Kop.Namens {
			d.Namens = o.Aanduiding
		}
		partij := o.Aanduiding
		if o.Naam != "" {
			partij = o.Naam + " (" + o.Aanduiding + ")"
		}
		d.Partijen = append(d.Partijen, partij)
	}
	return d
}

func nonEmpty(texts ...string) []string {
	return slices.DeleteFunc(texts, func(s string) bool { return s == "" })
}

// Normcontrole lets the case file be checked for the norms its dates ask for,
// with the place in the file where one is missing.
func Normcontrole(set *norms.Set) zaak.Opties {
	return zaak.Opties{
		NormenPeriode: func(vanaf time.Time) error {
			if _, err := set.Draagkracht(vanaf, false); err != nil {
				return err
			}
			_, err := set.Zorgkorting(vanaf)
			return err
		},
		NormenBehoefte: func(peildatum, vanaf time.Time) error {
			if _, err := set.EigenAandeel(peildatum); err != nil {
				return err
			}
			_, err := set.Indexering(peildatum.Year(), vanaf.Year())
			return err
		},
		NormenIndexering: func(jaar int, vanaf time.Time) error {
			_, err := set.Indexering(jaar, vanaf.Year())
			return err
		},
		NormenStudie: func(vanaf time.Time) error {
			_, err := set.Studiefinanciering(vanaf)
			return err
		},
		NormenToets: func(vanaf time.Time, wie zaak.Ouder, s zaak.Situatie) error {
			_, err := kind.Toetsnorm(set, vanaf, wie, s)
			return err
		},
		NormenWetsvoorstel: func(vanaf time.Time) error {
			_, err := set.Wetsvoorstel(vanaf)
			return err
		},
		NormenKinderbijslag: func(op time.Time) error {
			_, err := set.Kinderbijslag(op)
			return err
		},
		NormenInkomen: func(op time.Time, methode string, wie zaak.Ouder, aow *bool, i zaak.Inkomen) error {
			return inkomen.Controleer(set, inkomen.Opdracht{Wie: wie, AOW: aow, Op: op, Opbouw: *i.Opbouw, Wetsvoorstel: methode == zaak.MethodeWetsvoorstel})
		},
	}
}
