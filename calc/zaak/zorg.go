package zaak

import "fmt"

// zorg reads the care by the parent where the child does not live.
func (l *lezer) zorg(k knoop, hoofdverblijf string) *Zorg {
	v := l.mapping(k, &vormZorg)
	if !k.aanwezig() || v.op == nil {
		return nil
	}
	if len(v.ouders) == 0 {
		if len(k.waarde.Content) == 0 {
			l.leeg(k, "de andere ouder, zoals "+vormZorg.voorbeeld)
		}
		return nil
	}
	var zorg *Zorg
	for _, ouder := range v.ouders {
		regeling := l.zorgregeling(ouder)
		if ouder.id == hoofdverblijf {
			p := Probleem{Code: codeZorgHoofdverblijf,
				Melding: fmt.Sprintf("Het kind heeft het hoofdverblijf bij %s; hier hoort de zorg door de andere ouder.", ouder.id)}
			for _, id := range l.ouderIDs {
				if id != hoofdverblijf {
					p.Toegestaan = id
				}
			}
			l.meldOp(ouder.kop(), p)
			continue
		}
		zorg = regeling
	}
	return zorg
}

func (l *lezer) zorgregeling(ouder ouderVeld) *Zorg {
	v := l.mapping(ouder.knoop, &vormZorgregeling)
	if v.op == nil {
		return nil
	}
	z := &Zorg{
		Ouder:        ouder.id,
		DagenPerWeek: l.getalOfNiets(v.veld("dagen_per_week"), dagenPerWeek),
		Percentage:   l.getalOfNiets(v.veld("percentage"), percentage),
		Reden:        l.tekst(v.veld("reden"), verhaal),
	}
	l.herkomst(v, z.DagenPerWeek, z.Percentage)
	dagen, procent, reden := v.veld("dagen_per_week"), v.veld("percentage"), v.veld("reden")
	switch {
	case dagen.aanwezig() && procent.aanwezig():
		l.meldOp(procent.kop(), Probleem{Code: codeZorgPreciesEen,
			Melding:    "De zorg staat zowel in dagen per week als in een percentage.",
			Toegestaan: "dagen_per_week of percentage"})
	case !dagen.aanwezig() && !procent.aanwezig():
		l.meldOp(ouder.kop(), Probleem{Code: codeZorgPreciesEen,
			Melding:    "De zorg staat niet in dagen per week en niet in een percentage.",
			Toegestaan: "dagen_per_week of percentage"})
	case procent.aanwezig() && !reden.aanwezig():
		l.meldOp(procent.kop(), Probleem{Code: codePercentageReden,
			Melding:    "Een percentage dat niet uit de dagen volgt, heeft een reden nodig.",
			Toegestaan: "reden: waarom dit percentage geldt",
			Hint:       "zijn de dagen bekend, gebruik dan dagen_per_week"})
	case dagen.aanwezig() && reden.aanwezig():
		l.meldOp(reden.kop(), Probleem{Code: codeRedenPercentage,
			Melding: "Een reden hoort bij een percentage; bij dagen per week is er geen afwijking om te verklaren.",
			Hint:    "gebruik toelichting in plaats van reden"})
	}
	return z
}
