package zaak

import (
	"fmt"

	"github.com/shopspring/decimal"
)

// MaxNachten is how many nights a year the table of Wetsvoorstel 34 154 goes to.
const MaxNachten = 182

// zorgOpgave is the care by one parent as it stands under zorg.
type zorgOpgave struct {
	ouder string
	*Zorg // nil when it cannot be read
	knoop
	nachten bool // it is said how many nights it is, whether that can be read or not
}

// zorg reads the care for a child: properly by one parent, the one where the
// child does not live. Which one that is, is judged by controleerZorg.
func (l *lezer) zorg(k knoop) []zorgOpgave {
	v := l.mapping(k, &vormZorg)
	if !k.aanwezig() || v.op == nil {
		return nil
	}
	if len(v.ouders) == 0 && len(k.waarde.Content) == 0 {
		l.leeg(k, "de andere ouder, zoals "+vormZorg.voorbeeld)
	}
	var zorg []zorgOpgave
	for _, ouder := range v.ouders {
		zorg = append(zorg, l.zorgregeling(ouder))
	}
	return zorg
}

// zorgDoorAnder gives the care by the parent where the child does not live.
func zorgDoorAnder(hoofdverblijf string, zorg []zorgOpgave) *Zorg {
	for _, z := range zorg {
		if z.ouder != hoofdverblijf {
			return z.Zorg
		}
	}
	return nil
}

// controleerZorg reports care by the parent where the child lives.
func (l *lezer) controleerZorg(hoofdverblijf string, zorg []zorgOpgave) {
	for _, z := range zorg {
		if z.ouder == hoofdverblijf {
			l.meldOp(z.kop(), Probleem{Code: codeZorgHoofdverblijf,
				Melding:    fmt.Sprintf("Het kind heeft het hoofdverblijf bij %s; hier hoort de zorg door de andere ouder.", z.ouder),
				Toegestaan: l.andereOuder(hoofdverblijf)})
		}
	}
}

// andereOuder gives the id of the other parent, or "" when there is none.
func (l *lezer) andereOuder(id string) string {
	ander := ""
	for _, o := range l.ouderIDs {
		if o != id {
			ander = o
		}
	}
	return ander
}

// meesteDagen is half of a week: with more the child is mostly with this parent.
var meesteDagen = decimal.New(35, -1)

func (l *lezer) zorgregeling(ouder ouderVeld) zorgOpgave {
	opgave := zorgOpgave{ouder: ouder.id, knoop: ouder.knoop}
	v := l.mapping(ouder.knoop, &vormZorgregeling)
	if v.op == nil {
		return opgave
	}
	z := &Zorg{
		Ouder:        ouder.id,
		DagenPerWeek: l.getalOfNiets(v.veld("dagen_per_week"), dagenPerWeek),
		Percentage:   l.getalOfNiets(v.veld("percentage"), percentage),
		Nachten:      l.nachten(v.veld("nachten_per_jaar")),
		Reden:        l.tekst(v.veld("reden"), verhaal),

		VerzoekVerschil: l.ja(v.veld("verzoek_verschil")),
	}
	l.herkomst(v, z.DagenPerWeek, z.Percentage, z.Nachten)
	opgave.Zorg, opgave.nachten = z, v.kop("nachten_per_jaar").is()
	l.controleerZorgregeling(ouder, v, opgave.nachten)
	return opgave
}

// controleerZorgregeling checks how the care by a parent is stated.
func (l *lezer) controleerZorgregeling(ouder ouderVeld, v velden, nachten bool) {
	dagen, procent, reden := v.veld("dagen_per_week"), v.veld("percentage"), v.veld("reden")
	switch {
	case dagen.aanwezig() && procent.aanwezig():
		l.meldOp(procent.kop(), Probleem{Code: codeZorgPreciesEen,
			Melding:    "De zorg staat zowel in dagen per week als in een percentage.",
			Toegestaan: "dagen_per_week of percentage"})
	case !dagen.aanwezig() && !procent.aanwezig() && l.alleenWetsvoorstel():
		if !nachten {
			l.meldOp(ouder.kop(), Probleem{Code: codeZorgPreciesEen,
				Melding:    "De zorg staat niet in nachten per jaar.",
				Toegestaan: "nachten_per_jaar, en daarnaast dagen_per_week of percentage als dat nodig is"})
		}
	case !dagen.aanwezig() && !procent.aanwezig():
		p := Probleem{Code: codeZorgPreciesEen,
			Melding:    "De zorg staat niet in dagen per week en niet in een percentage.",
			Toegestaan: "dagen_per_week of percentage"}
		if nachten {
			p.Hint = "nodig bij methode: " + MethodeAlimentatienormen + "; nachten_per_jaar is alleen voor methode: " + MethodeWetsvoorstel
		}
		l.meldOp(ouder.kop(), p)
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
}

// nachten reads how many nights a year a child stays with a parent where it is not
// registered.
func (l *lezer) nachten(k knoop) *Bedrag {
	n := l.getalOfNiets(k, nachtenPerJaar)
	switch {
	case n == nil:
	case !n.Waarde.IsInteger():
		l.meld(k, Probleem{Code: codeGeenGetal, Melding: n.Waarde.String() + " is geen heel getal.", Toegestaan: nachtenPerJaar.toegestaan})
	case n.Waarde.GreaterThan(decimal.New(MaxNachten, 0)):
		l.meld(k, Probleem{Code: codeBuitenBereik,
			Melding: fmt.Sprintf("%s nachten is meer dan %d. De tabel van het wetsvoorstel is er voor de ouder bij wie het kind niet is ingeschreven, en eindigt bij %d nachten.",
				n.Waarde, MaxNachten, MaxNachten),
			Toegestaan: nachtenPerJaar.toegestaan,
			Hint:       "klopt het hoofdverblijf? Daar staat de ouder bij wie het kind is ingeschreven; onder zorg staan de nachten bij de andere ouder"})
	default:
		return n
	}
	return nil
}
