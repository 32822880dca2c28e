package partner

import (
	"time"

	"annex/calc/periode"
	"annex/calc/sheet"
	"annex/calc/zaak"
)

// partijen records between whom it is; in a case without children nothing else did.
func (b *berekening) partijen() {
	groep := "Partneralimentatie"
	if len(b.Zaak.Kinderen) == 0 {
		groep = "Partijen"
		b.Partijen(groep)
	}
	b.Sheet.Fact(sheet.Feit{Groep: groep, Omschrijving: "Onderhoudsgerechtigde", Waarde: b.gerechtigde.Aanduiding})
	b.Sheet.Fact(sheet.Feit{Groep: groep, Omschrijving: "Onderhoudsplichtige", Waarde: b.plichtige.Aanduiding})
	b.Sheet.Fact(sheet.Feit{Groep: groep, Omschrijving: "Beroep op de inkomensvergelijking", Waarde: sheet.FormatJaNee(b.Zaak.Partneralimentatie.Inkomensvergelijking)})
	if len(b.Zaak.Kinderen) == 0 {
		b.Ingangsdatums(groep)
	}
}

// verantwoord records the choices of the method and what the result leaves out.
func (b *berekening) verantwoord(perioden []periode.Periode) {
	if len(b.Zaak.Kinderen) == 0 {
		b.zonderKinderen(perioden)
	}
	if b.brutoBekend(perioden) {
		b.Sheet.Choice(sheet.Cond{}, sheet.Keuze{
			ID: "bruteren-zonder-afronding", Onderwerp: "Belasting bij het bruteren",
			Keuze:       "Bij het bruteren en bij de inkomensvergelijking is de belasting niet op hele euro's afgerond.",
			Grond:       "Zo is het bruto bedrag precies te vinden; met een op hele euro's afgeronde belasting bestaat er vaak geen bedrag dat precies past.",
			Alternatief: "De belasting bij ieder bedrag afronden zoals een aanslag; dat scheelt ten hoogste enkele euro's per jaar.",
		})
	}
	for _, p := range perioden {
		if p.Situaties[b.plichtige.ID].Toets != nil && len(b.Zaak.Kinderen) == 0 {
			p.LaatWeg(b.Sheet, sheet.Cond{}, "Aanvaardbaarheidstoets", "De toets is niet op de partneralimentatie toegepast.")
		} else if p.Situaties[b.plichtige.ID].Toets != nil {
			p.LaatWeg(b.Sheet, sheet.Cond{}, "Aanvaardbaarheidstoets en partneralimentatie", "De toets is alleen op de kinderalimentatie toegepast. Voor de partneralimentatie is gerekend met het aandeel in de kosten van de kinderen van vóór de toets.")
		}
		b.vanaf21(p)
		b.nietGebruikt(p)
	}
	b.Sheet.LeaveOut(sheet.Cond{}, "Behoeftigheid en duur van de partneralimentatie", "Of %s behoeftig is en hoelang de verplichting duurt (art. 1:157 BW), is niet beoordeeld. Het Rapport geeft daarvoor geen richtlijn (hoofdstuk 1).", b.gerechtigde.Aanduiding)
	b.Sheet.LeaveOut(sheet.Cond{}, "Gevolgen van de partneralimentatie voor toeslagen", "Ontvangen partneralimentatie verhoogt het inkomen waar het kindgebonden budget en de toeslagen van afhangen; betaalde verlaagt het. Daarmee is niet gerekend.")
	if !b.Zaak.Partneralimentatie.Inkomensvergelijking {
		b.Sheet.LeaveOut(sheet.Cond{}, "Inkomensvergelijking", "%s heeft er geen beroep op gedaan (Rapport par. 4.5).", sheet.Capital(b.plichtige.Aanduiding))
	}
}

// brutoBekend tells whether the tax on both incomes is known in some period.
func (b *berekening) brutoBekend(perioden []periode.Periode) bool {
	for _, p := range perioden {
		if b.Partij(p, b.plichtige).Inkomen.Fiscaal != nil && b.Partij(p, b.gerechtigde).Inkomen.Fiscaal != nil {
			return true
		}
	}
	return false
}

// vanaf21 warns where a child of 21 or older has a claim of the same rank (art.
// 1:400 BW).
func (b *berekening) vanaf21(p periode.Periode) {
	for i, k := range b.Zaak.Kinderen {
		if k.Groep(p.Vanaf) == zaak.Vanaf21 && p.Kinderen[i].Behoeftig != nil {
			p.Waarschuw(b.Sheet, sheet.Cond{}, "gelijke-rang", "%s is 21 jaar of ouder en heeft dezelfde rang als %s (art. 1:400 BW). Wat voor dit kind wordt betaald, is niet van de draagkracht voor partneralimentatie afgetrokken. Samen kunnen de bijdragen hoger zijn dan de draagkracht.", k.Naam, b.gerechtigde.Aanduiding)
		}
	}
}

// nietGebruikt says what the case file states of both without effect here.
func (b *berekening) nietGebruikt(p periode.Periode) {
	for _, o := range b.Zaak.Ouders {
		z := p.Situaties[o.ID]
		if len(b.Zaak.Kinderen) == 0 && len(z.AndereKinderen) > 0 && z.AandeelKinderen == nil {
			p.Waarschuw(b.Sheet, sheet.Cond{}, "andere-kinderen-zonder-aandeel", "Bij %s zijn andere kinderen opgegeven. Kinderen gaan voor (art. 1:400 BW), maar zonder berekening van kinderalimentatie is het aandeel in hun kosten niet bekend. Zij tellen hier niet mee, tenzij dat aandeel wordt opgegeven.", o.Aanduiding)
		}
		if len(b.Zaak.Kinderen) == 0 && z.KindgebondenBudget != nil && z.AandeelKinderen == nil {
			p.LaatWeg(b.Sheet, sheet.Cond{}, "Kindgebonden budget van %s", "Zonder aandeel in de kosten van kinderen telt het kindgebonden budget niet: het is voor de kinderen bedoeld (Rapport par. 3.3.1 en 5.2).", o.Aanduiding)
		}
		if z.Bijstand && o.ID == b.gerechtigde.ID {
			p.Waarschuw(b.Sheet, sheet.Cond{}, "bijstand-gerechtigde", "%s heeft een bijstandsuitkering. Zij telt hier mee als eigen inkomen; bijstand is een aanvulling op alimentatie, en of zij de behoefte verlaagt, is aan de rechter.", sheet.Capital(o.Aanduiding))
		}
	}
	if z := p.Situaties[b.plichtige.ID]; z.Draagkracht != nil && len(b.Zaak.Kinderen) == 0 {
		p.Waarschuw(b.Sheet, sheet.Cond{}, "draagkracht-niet-gebruikt", "De vastgestelde draagkracht van %s (€ %s) is die voor kinderalimentatie en telt hier niet. Voor partneralimentatie is een eigen vastgestelde draagkracht nodig.", b.plichtige.Aanduiding, sheet.FormatNumber(z.Draagkracht.Bedrag.Waarde, 2))
	}
	z := p.Situaties[b.gerechtigde.ID]
	if z.Opbouw != nil && z.Opbouw.Alimentatie != nil {
		p.Waarschuw(b.Sheet, sheet.Cond{}, "ontvangen-partneralimentatie", "Bij het inkomen van %s is ontvangen partneralimentatie opgegeven; zij telt als eigen inkomen. Is dat de bijdrage van %s zelf, laat haar dan weg.", b.gerechtigde.Aanduiding, b.plichtige.Aanduiding)
	}
	for _, niet := range []struct {
		wat string
		is  bool
	}{
		{"De voormalige woning", z.VoormaligeWoning != nil && z.VoormaligeWoning.Aandeel == nil}, {"Schuldsanering", z.Schuldsanering != nil}, {"Langdurige zorg", z.LangdurigeZorg != nil && !b.Zaak.Partneralimentatie.Inkomensvergelijking},
	} {
		if niet.is {
			p.LaatWeg(b.Sheet, sheet.Cond{}, "%s bij de partneralimentatie, van %s", "Voor de behoefte van de onderhoudsgerechtigde speelt dit geen rol.", niet.wat, b.gerechtigde.Aanduiding)
		}
	}
	if len(z.Lasten) > 0 && !b.Zaak.Partneralimentatie.Inkomensvergelijking {
		p.LaatWeg(b.Sheet, sheet.Cond{}, "Lasten van %s bij de partneralimentatie", "Lasten van de onderhoudsgerechtigde tellen alleen in de inkomensvergelijking (Rapport par. 4.5).", b.gerechtigde.Aanduiding)
	}
	if z.Woonlast != nil && (z.Woonlast.Soort == zaak.WoonlastLager || !b.Zaak.Partneralimentatie.Inkomensvergelijking) {
		p.LaatWeg(b.Sheet, sheet.Cond{}, "Woonlast van %s bij de partneralimentatie", "De woonlast van de onderhoudsgerechtigde telt alleen in de inkomensvergelijking, en daar alleen wat zij hoger is dan het woonbudget (Rapport par. 4.5).", b.gerechtigde.Aanduiding)
	}
}

// zonderKinderen records what in a case with children is recorded there.
func (b *berekening) zonderKinderen(perioden []periode.Periode) {
	wie := []zaak.Ouder{b.plichtige} // whose draagkracht depends on the AOW age
	for i, p := range perioden {
		var einde time.Time
		if i+1 < len(perioden) {
			einde = perioden[i+1].Vanaf
		}
		b.Signaleer(p, einde, wie)
	}
	b.Editie()
	b.opgegevenInkomens(perioden)
	if !b.brutoBekend(perioden) {
		b.Sheet.LeaveOut(sheet.Cond{}, "Wettelijke indexering", "Wordt het bedrag vastgesteld, dan wordt het van rechtswege ieder jaar per 1 januari geïndexeerd (art. 1:402a BW). Hier is dat niet berekend: geïndexeerd wordt het bruto bedrag, en dat is niet bekend.")
		return
	}
	b.Sheet.LeaveOut(sheet.Cond{}, "Andere wettelijke indexering dan hier berekend", "Het bedrag wordt van rechtswege ieder jaar per 1 januari geïndexeerd (art. 1:402a BW). Opgenomen zijn de verhogingen na de datum van dit stuk waarvan het percentage bekend is. Over de tijd daarvoor is niet geïndexeerd.")
}

// opgegevenInkomens says whose income was taken over as stated.
func (b *berekening) opgegevenInkomens(perioden []periode.Periode) {
	var namen []string
	for _, o := range b.Zaak.Ouders {
		opgegeven := false
		for _, p := range perioden {
			opgegeven = opgegeven || p.Situaties[o.ID].Opbouw == nil
		}
		if h := b.Zaak.Partneralimentatie.Behoefte.Hofnorm; h != nil {
			opgegeven = opgegeven || h.Ouders[o.ID].Opbouw == nil
		}
		if opgegeven {
			namen = append(namen, o.Aanduiding)
		}
	}
	if len(namen) > 0 {
		b.Sheet.LeaveOut(sheet.Cond{}, "Berekening van elk netto besteedbaar inkomen", "Waar het NBI van %s is opgegeven, is het overgenomen; het is daar niet berekend uit een bruto inkomen.", sheet.Enumerate(namen))
	}
}
