package render

import (
	"slices"
	"strings"

	"annex/calc/sheet"
	"annex/calc/vergelijk"
	"annex/templates"

	"github.com/shopspring/decimal"
)

// Vergelijktaal names what a comparison is about, the same in both documents.
type Vergelijktaal struct {
	V *vergelijk.Vergelijking
	T *templates.Vergelijking
	// Annex holds the texts that a comparison shares with a bijlage.
	Annex *templates.Bijlage
	// Vul fills a text in, and keeps its error.
	Vul func(templates.Tekst, map[string]any) string
}

// Naam is what a column is called.
func (n Vergelijktaal) Naam(kolom int) string {
	k := n.V.Kolommen[kolom]
	if n.V.Methoden {
		return sheet.Capital(n.T.Methoden[k.Methode])
	}
	return k.Naam
}

// Onder is what stands below that name: its method, and whether that is the law.
func (n Vergelijktaal) Onder(kolom int) string {
	methode := n.V.Kolommen[kolom].Methode
	if n.V.Methoden {
		return n.T.GeenRecht[methode]
	}
	return strings.Join(nonEmpty(n.T.MethodenKort[methode], n.T.GeenRecht[methode]), ", ")
}

// Methode names a method, and says so where it is not the law.
func (n Vergelijktaal) Methode(id string) string {
	return strings.Join(nonEmpty(n.T.Methoden[id], n.T.GeenRecht[id]), ", ")
}

// GeenRecht names the columns whose method is not the law; empty where there are none.
func (n Vergelijktaal) GeenRecht() string {
	var namen []string
	for i, k := range n.V.Kolommen {
		if n.T.GeenRecht[k.Methode] != "" {
			namen = append(namen, n.Naam(i))
		}
	}
	switch {
	case len(namen) == 0:
		return ""
	case n.V.Methoden:
		namen = []string{n.T.EenKolom}
	}
	return n.Vul(n.T.Voorbehoud, map[string]any{"Kolommen": sheet.Enumerate(namen)})
}

// inkomenstreden is the choice what price level the table of draagkracht of the proposal has.
const inkomenstreden = "wetsvoorstel-inkomenstreden"

// VanMethode says what the columns are of one case under several methods.
func (n Vergelijktaal) VanMethode() string {
	geindexeerd := false
	for _, k := range n.V.Kolommen {
		geindexeerd = geindexeerd || slices.ContainsFunc(k.Result.Keuzes(), func(k sheet.Keuze) bool { return k.ID == inkomenstreden && k.Zaakspecifiek })
	}
	return n.Vul(n.T.VanMethode, map[string]any{"Geindexeerd": geindexeerd})
}

// Wanneer names a period.
func (n Vergelijktaal) Wanneer(p vergelijk.Periode) string {
	return n.Vul(n.T.Periode, map[string]any{"Gelijk": p.Gelijktijdig(), "Wanneer": p.Wanneer[0].Tekst, "Nummer": p.Nummer})
}

// AndereData says when a period is in each column; empty where that is the same.
func (n Vergelijktaal) AndereData(p vergelijk.Periode) string {
	if p.Gelijktijdig() {
		return ""
	}
	var perioden []map[string]any
	for i, w := range p.Wanneer {
		perioden = append(perioden, map[string]any{"Kolom": n.Naam(i), "Wanneer": w.Tekst})
	}
	return n.Vul(n.T.AndereData, map[string]any{"Perioden": perioden})
}

// Betaling says who pays whom, for whom.
func (n Vergelijktaal) Betaling(b vergelijk.Betaling) string {
	return n.Vul(n.T.Betaling, map[string]any{
		"Totaal": b.Totaal, "Verrekend": b.Verrekend, "Kind": b.Voor.Naam, "Studie": b.Studiekosten(),
		"Zelf":    b.Voor.ID != "" && b.Ontvanger.ID == b.Voor.ID,
		"Betaler": b.Betaler.Naam, "Ontvanger": b.Ontvanger.Naam, "Netto": b.Soort == partnerNetto,
	})
}

// geenGeldendRecht is the warning that a method is not the law: what is said on every
// page needs no warning.
const geenGeldendRecht = "geen-geldend-recht"

// Waarschuwingen gives the warnings, each with the columns that give it.
func (n Vergelijktaal) Waarschuwingen() []string {
	var out []string
	for _, w := range n.V.Waarschuwingen() {
		if w.Code == geenGeldendRecht {
			continue
		}
		var namen []string
		for _, k := range w.Kolommen {
			namen = append(namen, n.Naam(k))
		}
		out = append(out, n.Vul(n.T.Waarschuwing, map[string]any{"Kolommen": sheet.Enumerate(namen), "Tekst": w.Tekst}))
	}
	return out
}

// InCenten tells whether the bijlage of a column prints whole amounts in cents too.
func (n Vergelijktaal) InCenten(kolom int) bool { return n.van(kolom).inCenten() }

// Bedrag prints an amount to be paid as the bijlage of a column does.
func (n Vergelijktaal) Bedrag(kolom int, d decimal.Decimal) string {
	return n.van(kolom).bedragtekst(d)
}

// van is the bijlage of a column, to print its figures as they stand there.
func (n Vergelijktaal) van(kolom int) *bijlage {
	k := n.V.Kolommen[kolom]
	return &bijlage{r: k.Result, t: n.Annex, methode: k.Methode}
}
