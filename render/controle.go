package render

// Controle is what a document says of how it can be verified (package proof).
type Controle struct {
	Controlegetal string // as it is printed
	Regel         string // under which name the document carries it, as Cel.Regel
	Code          string // what the QR code holds
	Bijgevoegd    []Bijgevoegd
}

// Bijgevoegd is a file that the document carries.
type Bijgevoegd struct {
	Naam         string
	Omschrijving string
}

// controlerijen name the controlegetal and the files of the document in its
// verantwoording.
func (b *bijlage) controlerijen() []Rij {
	t, w := b.t.Verantwoording.Controle, b.controle
	if w == nil {
		return nil
	}
	rows := []Rij{{Cellen: []Cel{{Tekst: t.Controlegetal}, {Tekst: w.Controlegetal, Regel: w.Regel}}}}
	for _, f := range w.Bijgevoegd {
		rows = append(rows, Rij{Cellen: []Cel{{Tekst: t.Bijgevoegd}, {Tekst: f.Naam, Onder: nonEmpty(f.Omschrijving)}}})
	}
	return rows
}

// controlecode shows the controlegetal as a code, and says how the document is verified.
func (b *bijlage) controlecode() {
	t, w := b.t.Verantwoording.Controle, b.controle
	if w == nil {
		return
	}
	hoe := t.Hoe
	if len(w.Bijgevoegd) == 0 {
		hoe = t.HoeZonderBijlagen
	}
	b.add(Code{Inhoud: w.Code, Alternatief: t.Alternatief, Naast: nonEmpty(t.Kop, hoe, t.Grens)})
}
