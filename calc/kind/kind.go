// Package kind describes kinderalimentatie under the Rapport alimentatienormen.
//
// Covered: Rapport 2025, chapter 3.2 (3.2.1-3.2.3, 3.2.5, 3.2.6), 4.1, 4.2, 4.3,
// and the examples of 5.1 and 5.3: eigen aandeel by table, exceptional costs,
// draagkracht of both parents with housing costs that differ from the
// woonbudget, the former home (4.6.2) and schuldsanering (4.6.4),
// draagkrachtvergelijking, zorgkorting and tekort, per child and in total, with
// children who live with different parents; indexation ahead (art. 1:402a BW).
//
// Left out: children of 18 and older (3.2.4, 3.2.10, 3.2.11), later rise of
// income (3.2.8, 3.2.9), the aanvaardbaarheidstoets (4.6.3), loss of income
// (4.7), an institution (4.10), several obligations at once.
package kind

import (
	"fmt"
	"time"

	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"
)

// The kinds of section (sheet.Section.Soort) this package makes.
const (
	SoortBehoefte    = "behoefte"
	SoortDraagkracht = "draagkracht"
	SoortVerdeling   = "verdeling"
	SoortKind        = "kind"
	SoortUitkomst    = "uitkomst"
)

// The kinds of outcome (sheet.Uitkomst.Soort) this package makes.
const (
	UitkomstPerKind = "kinderalimentatie"        // per child
	UitkomstTotaal  = "kinderalimentatie_totaal" // per direction, after setting off
	// UitkomstGeindexeerd is an amount per child after a later 1 January.
	UitkomstGeindexeerd = "kinderalimentatie_geindexeerd"
)

// rapport names a paragraph of the Rapport the rules are taken from.
func rapport(par string) sheet.Source {
	return sheet.Source{Document: "Rapport alimentatienormen 2025", Vindplaats: "par. " + par}
}

// berekening is one case being described.
type berekening struct {
	sheet *sheet.Sheet
	zaak  *zaak.Zaak
	set   *norms.Set

	zorginvoer map[string]sheet.Expr // by child
}

// Beschrijf adds the whole of kinderalimentatie to s, for every period of z.
// The error says which norm is missing (*norms.GeenNormen).
func Beschrijf(s *sheet.Sheet, z *zaak.Zaak, set *norms.Set) error {
	b := &berekening{sheet: s, zaak: z, set: set, zorginvoer: map[string]sheet.Expr{}}
	b.gezin()
	perioden := b.perioden()
	eigenAandeel, err := b.behoefte(perioden)
	if err != nil {
		return err
	}
	for i, p := range perioden {
		if err := b.periode(p, eigenAandeel[i]); err != nil {
			return err
		}
	}
	b.verantwoord()
	return nil
}

// periode is one period with the names its lines and headings carry.
type periode struct {
	zaak.Periode
	naam   sheet.Periode
	prefix string // begins the ids of its lines: empty with one period, else "p1"
	nummer int    // 0 with one period
	achter string // behind a title: empty with one period, else ", vanaf 1 maart 2025"
}

// tekst names a period by its first day and, if it ends, its last.
func tekst(p sheet.Periode) string {
	day := func(iso string) string {
		d, err := time.Parse(time.DateOnly, iso)
		if err != nil {
			panic(err) // made a few lines ago by Format
		}
		return sheet.FormatDate(d)
	}
	if p.TotEnMet == "" {
		return "vanaf " + day(p.Vanaf)
	}
	return fmt.Sprintf("van %s tot en met %s", day(p.Vanaf), day(p.TotEnMet))
}

// pad is where the situation of a parent stands in the case file.
func (p periode) pad(o zaak.Ouder) string {
	return fmt.Sprintf("perioden[%d].%s", p.naam.Nummer-1, o.ID)
}

func (b *berekening) perioden() []periode {
	out := make([]periode, len(b.zaak.Perioden))
	for i, z := range b.zaak.Perioden {
		p := periode{Periode: z, naam: sheet.Periode{Nummer: i + 1, Vanaf: z.Vanaf.Format(time.DateOnly)}}
		if i+1 < len(b.zaak.Perioden) {
			p.naam.TotEnMet = b.zaak.Perioden[i+1].Vanaf.AddDate(0, 0, -1).Format(time.DateOnly)
		}
		p.naam.Tekst = tekst(p.naam)
		if len(b.zaak.Perioden) > 1 {
			p.nummer = i + 1
			p.prefix = fmt.Sprintf("p%d", i+1)
			p.achter = ", " + p.naam.Tekst
		}
		out[i] = p
	}
	return out
}

// periode adds one period: draagkracht, verdeling, each child, outcome.
func (b *berekening) periode(p periode, eigenAandeel aandelen) error {
	zorg, err := b.set.Zorgkorting(p.Vanaf)
	if err != nil {
		return err
	}
	parts := make([]draagkrachtdeel, len(b.zaak.Ouders))
	for i, o := range b.zaak.Ouders {
		if parts[i], err = b.draagkracht(p, o); err != nil {
			return err
		}
	}
	draagkracht := b.definitief(p, parts, eigenAandeel)
	b.sheet.Highlight(p.naam, "Eigen aandeel van de ouders in de kosten van de kinderen", eigenAandeel.totaal)
	for i, o := range b.zaak.Ouders {
		b.sheet.Highlight(p.naam, "Draagkracht van "+o.Aanduiding, draagkracht[i])
	}
	v := b.verdeling(p, eigenAandeel, draagkracht)
	delen := make([]kinddeel, len(b.zaak.Kinderen))
	for i := range b.zaak.Kinderen {
		delen[i] = b.kind(p, i, v, zorg)
	}
	b.uitkomst(p, delen)
	for _, d := range delen {
		b.indexeer(p, d)
	}
	return nil
}

// waarschuw gives a warning about one period; with several it says which.
func (b *berekening) waarschuw(p periode, when sheet.Cond, code, text string, args ...any) {
	if p.nummer > 0 {
		text = "%s: " + text
		args = append([]any{sheet.Capital(p.naam.Tekst)}, args...)
	}
	b.sheet.Warn(when, code, text, args...)
}

// laatWeg says what has no effect in one period; with several it says in which.
func (b *berekening) laatWeg(p periode, when sheet.Cond, what, reason string, args ...any) {
	if p.nummer > 0 {
		what = sheet.Capital(p.naam.Tekst) + ": " + what
	}
	b.sheet.LeaveOut(when, what, reason, args...)
}

// ouderEnAndere gives the place of the parent with this id, and of the other one.
func (b *berekening) ouderEnAndere(id string) (ouder, andere int) {
	if b.zaak.Ouders[0].ID == id {
		return 0, 1
	}
	return 1, 0
}

// verzorgend tells whether a child has its main residence with this parent.
func (b *berekening) verzorgend(ouder string) bool {
	for _, k := range b.zaak.Kinderen {
		if k.Hoofdverblijf == ouder {
			return true
		}
	}
	return false
}

// bedrag makes an input of an amount from the case file.
func bedrag(sc sheet.Scope, id, groep, label string, unit sheet.Unit, z zaak.Bedrag) sheet.Expr {
	return sc.Input(sheet.Input{
		ID: id, Groep: groep, Label: label, Unit: unit,
		Value: z.Waarde, Bron: z.Bron, Toelichting: z.Toelichting, Pad: z.Plek.Pad,
		Aanname: z.Plek.Regel == 0, // it stands nowhere in the case file
	})
}
