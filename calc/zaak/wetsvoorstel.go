package zaak

// The methods of calculation (Zaak.Methode).
const (
	MethodeAlimentatienormen = "alimentatienormen"
	MethodeWetsvoorstel      = "wetsvoorstel-34154"
)

// WetsvoorstelBehoefte is what only Wetsvoorstel 34 154 asks about what the
// children cost.
type WetsvoorstelBehoefte struct {
	// AlimentatieInkomen is the income of art. 404a as stated: of both parents
	// together, or where they never lived together the average. EUR per month, with
	// kinderbijslag and kindgebonden budget. Nil: worked out from the incomes.
	AlimentatieInkomen *Bedrag
	// GeenInzicht: a parent gives no insight in the income of that time (art. 405a).
	GeenInzicht *Reden
	// EerdereBehoefte is the need as it was found under the law before, below which
	// it cannot fall (transition rule, art. X), EUR per month.
	EerdereBehoefte *MetReden
}

// WetsvoorstelSituatie is what only Wetsvoorstel 34 154 asks of a parent in a
// period.
type WetsvoorstelSituatie struct {
	// AlimentatieInkomen is the income of art. 404b as stated, EUR per month, with
	// kinderbijslag and kindgebonden budget. Nil: worked out from the income.
	AlimentatieInkomen *Bedrag
	// EerderInkomen is the alimentatie-inkomen of six months before, where the
	// present one is lower and that can be blamed on the parent (art. 400a lid 7).
	EerderInkomen *MetReden
	// EerdereKinderen are the shares, found earlier, in the costs of children of an
	// earlier relation (art. 405), EUR per month.
	EerdereKinderen []Maandpost
	GeenInzicht     *Reden // in the income now (art. 405a)
	Hardheid        *Hardheidsclausule
}

// Hardheidsclausule holds what the test of art. 404 lid 6 needs besides the
// income, EUR per month.
type Hardheidsclausule struct {
	Reden         string
	Lasten        []Maandpost // that cannot be avoided, without housing, health insurance and pension
	Bijstandsnorm *Bedrag     // nil: the published one
}

// KindgebondenKosten says which part of the costs bound to a child a parent pays
// (art. 404 lid 4); the other parent pays the rest.
type KindgebondenKosten struct {
	Ouder      string // id
	Percentage Bedrag // 0 to 100
}

// Overeengekomen is a contribution for a child that the parents agreed in writing
// (art. 404 lid 5), EUR per month.
type Overeengekomen struct {
	Bedrag  Bedrag
	Betaler string // id of the Ouder who pays it
}

// Jaarbedrag is what something came to in a calendar year, EUR.
type Jaarbedrag struct {
	Jaar   int
	Bedrag Bedrag
}
