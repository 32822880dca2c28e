package wetsvoorstel

import (
	"annex/calc/partij"
	"annex/calc/sheet"
	"annex/calc/zaak"
)

// gezin records who the case is about.
func (b *berekening) gezin() {
	const groep = "Gezin"
	b.dossier.Partijen(groep)
	b.dossier.Kinderen(groep, b.staat)
	b.dossier.Ingangsdatums(groep)
}

// staat says where a child is registered and, of 18 or older, what it does, as far as
// the case file does.
func (b *berekening) staat(p zaak.Periode, nr int) string {
	k, text := b.zaak.Kinderen[nr], b.woont(p.Kinderen[nr])
	if z := p.Kinderen[nr].Volwassen; z != nil && !p.Vanaf.Before(k.Verjaardag(meerderjarig)) {
		text = partij.MetKomma(text, map[string]string{
			zaak.OpleidingMBO: "studeert (mbo)", zaak.OpleidingHBOWO: "studeert (hbo of wo)", zaak.OpleidingVO: "gaat naar school", zaak.OpleidingGeen: "studeert niet",
		}[z.Opleiding])
	}
	return text
}

// woont says where a child is registered, as far as the case file does.
func (b *berekening) woont(z zaak.KindSituatie) string {
	switch {
	case z.Volwassen != nil && z.Volwassen.Zelfstandig:
		return "woont zelfstandig"
	case z.Hoofdverblijf == "":
		return ""
	}
	nr, _ := b.ouderEnAndere(z.Hoofdverblijf)
	return "ingeschreven bij " + b.zaak.Ouders[nr].Aanduiding
}

// verantwoord records the choices of the method and what the result leaves out.
func (b *berekening) verantwoord() {
	b.signaleer()
	b.sheet.Warn(sheet.Cond{}, "geen-geldend-recht",
		"Deze berekening volgt Wetsvoorstel 34 154 (Wet herziening kinderalimentatie) met de concept-AMvB van 2015. Dat is geen geldend recht. De rechter past het Rapport alimentatienormen toe.")
	b.sheet.Choice(sheet.Cond{}, sheet.Keuze{
		ID: "wetsvoorstel-aantal-kinderen", Onderwerp: "Behoefte bij meer kinderen",
		Keuze: "De kolom van de behoeftetabel is die van het aantal kinderen voor wie de ouders in de periode onderhoudsplichtig zijn.",
		Grond: "Art. 8 lid 3 van de concept-AMvB deelt door dat aantal, en het vervallen van de plicht voor een kind is een grond voor wijziging (art. 1:405b lid 1 onder c BW, zoals voorgesteld).", Alternatief: "Het aantal kinderen op het moment waarop de ouders uit elkaar gingen.",
	})
	for _, s := range b.zaak.Stiefouders {
		b.sheet.LeaveOut(sheet.Cond{}, "%s", "Een stiefouder is onder het wetsvoorstel niet onderhoudsplichtig (MvT par. 4 onder h).", sheet.Capital(s.Aanduiding))
	}
	for _, k := range b.zaak.Kinderen {
		if len(k.BijzondereKosten) > 0 {
			b.sheet.LeaveOut(sheet.Cond{}, "Bijzondere kosten van %s", "De behoefte volgt alleen uit de tabel (art. 1:404a BW, zoals voorgesteld). Een hogere behoefte door ziekte of blijvend letsel kan onder de hardheidsclausule vallen.", k.Naam)
		}
		if k.EerdereBijdrage != nil {
			b.sheet.LeaveOut(sheet.Cond{}, "Eerdere bijdrage voor %s", "Of er een grond voor wijziging is, volgt onder deze methode uit een eerdere periode in de berekening; het eerdere bedrag zelf telt niet mee.", k.Naam)
		}
	}
	if z := b.zaak.Behoefte.Gezinsinkomen; z != nil && z.Stijging != nil || b.zaak.Behoefte.NooitSamengewoond != nil && b.zaak.Behoefte.NooitSamengewoond.Stijging != nil {
		b.sheet.LeaveOut(sheet.Cond{}, "Latere stijging van een inkomen", "De behoefte wordt één keer bepaald; een latere stijging verandert haar niet (art. 1:404a BW, zoals voorgesteld, en de toelichting daarop).")
	}
	b.sheet.LeaveOut(sheet.Cond{}, "Andere onderhoudsplichtigen dan beide ouders", "Of een ander in plaats van een ouder onderhoudsplichtig is (art. 1:253w en 394 BW, zoals voorgesteld), is niet nagegaan.")
	b.sheet.LeaveOut(sheet.Cond{}, "Wettelijke indexering", "De bijdrage wordt ook onder het wetsvoorstel ieder jaar per 1 januari geïndexeerd (art. 1:402a BW). Die verhogingen zijn hier niet berekend.")
}
