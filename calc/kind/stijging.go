package kind

import (
	"fmt"

	"annex/calc/partij"
	"annex/calc/periode"
	"annex/calc/sheet"
	"annex/calc/zaak"
)

// stijging finds the eigen aandeel anew where the income of one parent has later
// risen above what the family had (Rapport 3.2.8), or above the threshold for
// parents who never were a family (3.2.9). It counts from the first period that
// begins on or after the day of that income.
//
// Keuze: the incomes are compared as they were, without indexing the former one;
// see docs/keuzes.md, inkomensstijging.
func (b *berekening) stijging(sc sheet.Scope, t *tabelaandeel, perioden []periode.Periode) error {
	sc = sc.In("stijging")
	var g grondslag
	var err error
	var ouder string
	switch z := b.zaak.Behoefte; {
	case z.Gezinsinkomen != nil && z.Gezinsinkomen.Stijging != nil:
		ouder, t.vanaf = z.Gezinsinkomen.Stijging.Ouder, z.Gezinsinkomen.Stijging.Peildatum
	case z.NooitSamengewoond != nil && z.NooitSamengewoond.Stijging != nil:
		ouder, t.vanaf = z.NooitSamengewoond.Stijging.Ouder, z.NooitSamengewoond.Stijging.Peildatum
	default:
		return nil
	}
	nr, _ := b.ouderEnAndere(ouder)
	o := b.zaak.Ouders[nr]
	if perioden[len(perioden)-1].Vanaf.Before(t.vanaf) {
		b.sheet.LeaveOut(sheet.Cond{}, "Gestegen inkomen van %s", "Er begint geen periode op of na "+sheet.FormatDate(t.vanaf)+", de dag van het gestegen inkomen.", o.Aanduiding)
		return nil
	}
	if z := b.zaak.Behoefte.Gezinsinkomen; z != nil {
		g, err = b.hogerDanGezin(sc, t, o, *z.Stijging)
	} else {
		g, err = b.hogerDanDrempel(sc, t, o, *b.zaak.Behoefte.NooitSamengewoond.Stijging)
	}
	if err != nil {
		return err
	}
	b.sheet.Choice(t.hoger, sheet.Keuze{
		ID: "inkomensstijging", Onderwerp: "Eigen aandeel na de inkomensstijging van " + o.Aanduiding,
		Keuze:       "Het eigen aandeel is opnieuw bepaald, omdat het inkomen van " + o.Aanduiding + " hoger is geworden dan het eerdere inkomen. Vergeleken zijn de bedragen zelf, zonder indexering.",
		Grond:       "Rapport par. 3.2.8 en 3.2.9.",
		Alternatief: "Het eerdere inkomen eerst indexeren en dan vergelijken.",
	})
	b.sheet.LeaveOut(sheet.Not(t.hoger), "Gestegen inkomen van %s", "Het inkomen is niet hoger dan het eerdere inkomen waarmee het wordt vergeleken; het eigen aandeel verandert er niet door (Rapport par. 3.2.8 en 3.2.9).", o.Aanduiding)
	later, err := b.prijspeil(sc, g, perioden)
	t.later = &later
	return err
}

// hogerDanGezin compares one parent's income with the former family income and
// finds the eigen aandeel by it (Rapport 3.2.8).
func (b *berekening) hogerDanGezin(sc sheet.Scope, t *tabelaandeel, o zaak.Ouder, z zaak.Stijging) (grondslag, error) {
	norm, err := b.set.EigenAandeel(z.Peildatum)
	if err != nil {
		return grondslag{}, err
	}
	groep := fmt.Sprintf("Gestegen inkomen van %s op %s", o.Aanduiding, sheet.FormatDate(z.Peildatum))
	terms := []sheet.Expr{b.peil.stijging[o.ID].NBI(sc, groep, "Netto besteedbaar inkomen (NBI)")}
	if z.KindgebondenBudget != nil {
		terms = append(terms, partij.Bedrag(sc, "kindgebonden_budget", groep, "Kindgebonden budget", sheet.EURPerMaand, *z.KindgebondenBudget))
	}
	inkomen := sc.Add(sheet.Line{
		ID: "inkomen", Label: "Gestegen inkomen van " + o.Aanduiding, Unit: sheet.EURPerMaand, Expr: sheet.Sum(terms...), Source: rapport("3.2.8"),
		Toelichting: "op " + sheet.FormatDate(z.Peildatum),
	})
	t.hoger = b.hoger(sc, inkomen, t.gezin, "Hoger dan het inkomen als gezin", "3.2.8")
	if t.kosten != sheet.Zero {
		inkomen = sc.Add(sheet.Line{
			ID: "inkomen_na_kosten", Label: "Gestegen inkomen na aftrek van bijzondere kosten", Unit: sheet.EURPerMaand,
			Expr: inkomen.Minus(t.kosten).AtLeast(sheet.Zero), Source: rapport("3.2.6 en 3.2.8"), Only: t.hoger,
		})
	}
	tabel := b.tabelbedrag(sc, norm, t.kinderen, inkomen, " bij het gestegen inkomen", t.hoger)
	return grondslag{
		jaar: z.Peildatum.Year(), amount: tabel.Round(0), bron: rapport("3.2.8"),
		teIndexeren: func(sheet.Scope, bool) sheet.Expr { return tabel },
	}, nil
}

// hogerDanDrempel compares one parent's income with the incomes of both at the
// time the eigen aandeel was found, and finds it anew by the present incomes of
// both (Rapport 3.2.9).
func (b *berekening) hogerDanDrempel(sc sheet.Scope, t *tabelaandeel, o zaak.Ouder, z zaak.StijgingApart) (grondslag, error) {
	groep := "Drempel voor een nieuwe bepaling van het eigen aandeel"
	genoten := partij.Bedrag(sc, "genoten_kindgebonden_budget", groep, "Destijds werkelijk genoten kindgebonden budget", sheet.EURPerMaand,
		partij.NihilAlsLeeg(z.GenotenKGB, "behoefte.nooit_samengewoond.stijging.genoten_kindgebonden_budget"))
	var terms []sheet.Expr
	for _, in := range t.inkomens {
		terms = append(terms, in.nbi)
	}
	drempel := sc.Add(sheet.Line{
		ID: "drempel", Label: "Drempel: inkomens van de ouders samen bij de eerdere bepaling", Unit: sheet.EURPerMaand,
		Expr: sheet.Sum(append(terms, genoten)...), Source: rapport("3.2.9"),
		Toelichting: "met het toen werkelijk genoten kindgebonden budget",
	})
	inkomens := b.inkomens(sc, z.Peildatum, b.peil.stijging, "behoefte.nooit_samengewoond.stijging")
	nr, _ := b.ouderEnAndere(o.ID)
	gestegen := sheet.Line{
		ID: "inkomen", Label: "Gestegen inkomen van " + o.Aanduiding, Unit: sheet.EURPerMaand, Expr: inkomens[nr].nbi, Source: rapport("3.2.9"),
		Toelichting: "zonder fictief kindgebonden budget",
	}
	if z.OntvangtKGB {
		gestegen.Expr = inkomens[nr].nbi.Plus(inkomens[nr].kgb)
		gestegen.Toelichting = "met het kindgebonden budget dat deze ouder ontvangt"
	}
	t.hoger = b.hoger(sc, sc.Add(gestegen), drempel, "Hoger dan de drempel", "3.2.9")
	return b.gemiddelde(sc, z.Peildatum, inkomens, t.kinderen, t.hoger)
}

// hoger adds whether an income has risen above another.
func (b *berekening) hoger(sc sheet.Scope, inkomen, eerder sheet.Expr, label, par string) sheet.Cond {
	return sc.Add(sheet.Line{
		ID: "hoger", Label: label, Unit: sheet.JaNee, Expr: sheet.Truth(inkomen.MoreThan(eerder)), Source: rapport(par),
		Toelichting: "alleen dan wordt het eigen aandeel opnieuw bepaald",
	}).IsYes()
}
