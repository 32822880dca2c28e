package templates

// WatAls says what other figures would make of the amounts. Every text may mention,
// where it is about somebody, Wie ("de vader").
type WatAls struct {
	Inleiding Tekst // Periode ("vanaf 1 maart 2025")
	Kolommen  []string
	// Rijen, by kind of figure: what is otherwise. Verschil ("€ 100", "1"), Per (" per
	// maand"), Meer (it is more), Omschrijving (of a wage), Kinderen, MeerKinderen (more
	// than one), and for Zorgkorting Naar.
	Rijen map[string]Tekst
	// Stand is under it: Van and Naar, with what they are of.
	Stand Tekst
	// Bedrag says which of several amounts it is: Voor (a child, several, or the former
	// spouse), Ieder (Voor is several children, so much for each), Partner (Voor is
	// the former spouse), Studie (for the costs of study), Totaal (for the children
	// together), Verrekend (a total that was set off), Betaler and MeerBetalers (not
	// always the same one).
	Bedrag           Tekst
	BedragInZin      Tekst  `yaml:"bedrag_in_zin"` // the same in a sentence, with Bedrag
	Andere           string // several amounts that do not change, where others do
	AlsNu            string `yaml:"als_nu"` // instead of several amounts that are as they are now
	Gelijk           string // no amount is another
	Meer, Minder     Tekst  // Bedrag
	KopInkomens      string `yaml:"kop_inkomens"`
	InleidingGrenzen string `yaml:"inleiding_grenzen"`
	// Inkomen, by kind of figure: how the sentences below call it; Omschrijving.
	Inkomen map[string]Tekst
	// Per is how much time a figure is of, by unit: " per maand".
	Per map[string]string
	// Grens is a figure at which the outcome is of another kind: Inkomen, Bij, Per,
	// Omhoog (that figure or more, else or less), Wat (clauses), Bedragen (amounts
	// then; empty where none is another), Meer (there are more of them).
	Grens Tekst
	// Pas is a figure at which an amount is another for the first time, as Grens.
	Pas Tekst
	// GeenGrens says that there is nothing of the kind: Inkomen, Van, Tot, Per;
	// NietOmhoog and NietOmlaag (in which direction), VanNul (Van is nil).
	GeenGrens Tekst `yaml:"geen_grens"`
	// Helling says what happens in between, a line for each amount: Inkomen, Van, Tot,
	// Per, Stap, NietsAnders (no amount changes; without Delen), Delen (Voor to
	// MeerBetalers as Bedrag; Enige (there is no other), Was, Wordt, PerStap, Meer (it
	// rises), Gelijk).
	Helling Tekst
	// Wijzigingen, by what changes and into what ("tekort_ja"), or by what changes
	// alone: Kind, Onderdeel, Was and Wordt; Kinderen, MeerKinderen. A change that is not here is not told.
	Wijzigingen map[string]Tekst
	// Vast, by reason: why there is nothing about somebody's income.
	Vast map[string]Tekst
}
