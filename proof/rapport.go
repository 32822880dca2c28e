package proof

// The form of a report, described in docs/json.md.
const (
	FormaatRapport       = "annex-controle"
	FormaatversieRapport = 1
)

// Uitslag is how one check came out.
type Uitslag string

const (
	Gelijk        Uitslag = "gelijk"
	Anders        Uitslag = "anders"        // this is not proven
	NietNagegaan  Uitslag = "niet-nagegaan" // it could not be checked; Tekst says why
	GelijkMaarLet Uitslag = "gelijk-let-op" // proven, with something to know
)

// Rapport is what verifying a bijlage came to.
type Rapport struct {
	Formaat       string     `json:"formaat"`
	Formaatversie int        `json:"formaatversie"`
	Oordeel       Oordeel    `json:"oordeel"`
	Versie        string     `json:"versie"` // of annex, that checked
	Versiestuk    string     `json:"versie_stuk,omitempty"`
	Controlegetal string     `json:"controlegetal,omitempty"` // recomputed
	Controles     []Controle `json:"controles"`
}

// Oordeel is what the checks come to together.
type Oordeel string

const (
	// Bewezen: the bijlage was made again, and it is the same, byte for byte. What a
	// signature by annex adds does not count.
	Bewezen Oordeel = "bewezen"
	// Onvolledig: nothing differs of what was compared, and that was not all. What the
	// bijlage says in its sentences, and how it looks, may be anything.
	Onvolledig  Oordeel = "onvolledig"
	NietBewezen Oordeel = "niet-bewezen" // a check came out as Anders
)

// Controle is one check.
type Controle struct {
	Naam    string  `json:"naam"` // one of the names below
	Uitslag Uitslag `json:"uitslag"`
	Tekst   string  `json:"tekst"` // one or two sentences
	// Verschillen are the differences one by one, and with GelijkMaarLet what there is
	// to know.
	Verschillen []Verschil `json:"verschillen,omitempty"`
}

// The checks, in the order in which they are told.
const (
	ControleBestanden     = "bestanden"
	ControleZaakbestand   = "zaakbestand" // against one that the user has
	ControleControlegetal = "controlegetal"
	ControleVersie        = "versie"
	ControleNormen        = "normen"
	ControleBedragen      = "bedragen"
	ControleHerhaling     = "herhaling"
)

// Verschil is one thing that differs. What there is nothing of is empty.
type Verschil struct {
	Wat            string `json:"wat"`                      // the id of a line or figure, the name of a file, a place in the text
	Omschrijving   string `json:"omschrijving,omitempty"`   // its label, or what is the matter
	Gedrukt        string `json:"gedrukt,omitempty"`        // in the bijlage
	Verantwoording string `json:"verantwoording,omitempty"` // in the receipt
	Nu             string `json:"nu,omitempty"`             // as it comes out now
}

// voegToe adds a check.
func (r *Rapport) voegToe(c Controle) {
	r.Controles = append(r.Controles, c)
	if c.Uitslag == Anders {
		r.Oordeel = NietBewezen
	}
}
