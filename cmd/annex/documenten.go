package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"sync"

	"annex/calc"
	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"
	"annex/proof"
	"annex/render"
	"annex/render/pdf"
	"annex/render/xlsx"
	"annex/templates"
)

// vulling fills the structure of a document.
type vulling func(*sheet.Result, *templates.Bijlage, ...render.Erbij) (*render.Document, error)

// bijlage writes a bijlage that carries no files and says nothing of its proof.
func bijlage(w io.Writer, r *sheet.Result) error {
	d, err := render.Bijlage(r, templates.StandaardBijlage())
	if err != nil {
		return err
	}
	return pdf.Write(w, d)
}

// werkmap writes a workbook of a calculation that has no case file.
func werkmap(w io.Writer, r *sheet.Result) error { return xlsx.Write(w, r, xlsx.Erbij{}) }

// watAls gives what other figures would make of the amounts, for who is told.
func watAls(z *zaak.Zaak, set *norms.Set, r *sheet.Result, t *templates.Bijlage) []render.Erbij {
	if !t.Heeft("watals") {
		return nil
	}
	return []render.Erbij{render.WatAls{Lijst: calc.WatAls(z, set, r)}}
}

// documenten makes the documents, or only one of them, side by side: a Result
// does not change, and neither needs the other. pad is their name without the
// extension.
func documenten(r *sheet.Result, alleen, pad string) ([]bestand, error) {
	soorten := []struct {
		naam  string
		write func(io.Writer, *sheet.Result) error
	}{{"pdf", bijlage}, {"xlsx", werkmap}}
	files := make([]bestand, 0, len(soorten))
	errs := make([]error, len(soorten))
	var wg sync.WaitGroup
	for i, s := range soorten {
		if alleen != "" && alleen != s.naam {
			continue
		}
		files = append(files, bestand{pad: pad + "." + s.naam})
		f := &files[len(files)-1]
		wg.Go(func() {
			var b bytes.Buffer
			if err := s.write(&b, r); err != nil {
				errs[i] = nietTeMaken(s.naam, err)
			}
			f.data = b.Bytes()
		})
	}
	wg.Wait()
	return files, errors.Join(errs...)
}

func nietTeMaken(soort string, err error) error {
	return fmt.Errorf("de %s is niet te maken: %w", strings.ToUpper(soort), err)
}

// dossier is what the documents of a case are made from, and how.
type dossier struct {
	gelezen
	r         *sheet.Result
	naam      string // of the documents, without a folder and without an extension
	onderdeel string // of the outcome; empty: the whole
	voor      string // the reader; empty: the one that the case file names
	sjablonen *templates.Set
	sjabloon  string // what the folder of the templates is called, where they are a firm's own

	zonderBijlagen bool // no files in the PDF
}

// documenten makes the documents of a case in a folder, or only one of them. The
// workbook is made beside the bijlage, until that has to have it: it carries it.
func (d dossier) documenten(alleen, folder string) ([]bestand, error) {
	werkmap := sync.OnceValues(func() ([]byte, error) {
		var b bytes.Buffer
		if err := xlsx.Write(&b, d.r, d.inWerkmap()); err != nil {
			return nil, nietTeMaken("xlsx", err)
		}
		return b.Bytes(), nil
	})
	if alleen != "pdf" || !d.zonderBijlagen {
		var beide sync.WaitGroup
		beide.Go(func() { _, _ = werkmap() }) // who needs it sees its error
		defer beide.Wait()
	}
	pad := filepath.Join(folder, d.naam)
	var files []bestand
	if alleen != "xlsx" {
		f, err := d.bijlage(werkmap)
		if err != nil {
			return nil, err
		}
		f.pad = pad + ".pdf"
		files = append(files, f)
	}
	if alleen != "pdf" {
		data, err := werkmap()
		if err != nil {
			return nil, err
		}
		files = append(files, bestand{pad: pad + ".xlsx", data: data})
	}
	return files, nil
}

// inWerkmap is what the workbook holds besides the calculation.
func (d dossier) inWerkmap() xlsx.Erbij {
	vragen := calc.WatAlsOpdracht(d.zaak, d.normen, d.r)
	return xlsx.Erbij{WatAls: &vragen, Zaakbestand: d.zaakbestandInWerkmap()}
}

// zaakbestandInWerkmap is the text of the case file: as it was given, or in the
// canonical form where that is not to be passed on. Without names there is none.
func (d dossier) zaakbestandInWerkmap() *xlsx.Zaakbestand {
	if d.zaak.Anoniem {
		return nil
	}
	text := zaak.InUTF8(d.data)
	if d.data == nil {
		var b bytes.Buffer
		if err := json.Indent(&b, []byte(d.zaak.Herkomst.Canoniek), "", "  "); err != nil {
			panic(err) // the canonical form is JSON
		}
		text = b.Bytes()
	}
	z := &xlsx.Zaakbestand{Tekst: string(text)}
	if d.onderdeel == onderdeelKind { // else the calculation is that of the whole
		z.Onderdeel = d.onderdeel
	}
	return z
}

// bijlage makes the PDF, with the files that prove it. It is drawn before the workbook is
// asked for.
func (d dossier) bijlage(werkmap func() ([]byte, error)) (bestand, error) {
	b := d.bijlagen()
	drawing, err := d.getekend(b.genoemd)
	if err != nil {
		return bestand{}, nietTeMaken("pdf", err)
	}
	var files []proof.Bestand
	if b.met != nil {
		xlsx, err := werkmap()
		if err != nil {
			return bestand{}, err
		}
		if files, err = b.met(xlsx); err != nil {
			return bestand{}, nietTeMaken("pdf", err)
		}
	}
	var namen []string
	var bijgevoegd []pdf.Attachment
	for _, f := range files {
		namen = append(namen, f.Naam)
		bijgevoegd = append(bijgevoegd, pdf.Attachment{Name: f.Naam, MIME: f.MIME, Description: f.Omschrijving, Relation: pdf.Relation(f.Relatie), Data: f.Data})
	}
	var out bytes.Buffer
	if err := drawing.Write(&out, bijgevoegd...); err != nil {
		return bestand{}, nietTeMaken("pdf", err)
	}
	return bestand{data: out.Bytes(), bijgevoegd: namen}, nil
}

// meegegeven is what a bijlage carries: the files as it names them, and what gives them
// once there is a workbook; nil where it carries none.
type meegegeven struct {
	genoemd []proof.Bestand
	met     func(xlsx []byte) ([]proof.Bestand, error)
}

func (d dossier) bijlagen() meegegeven {
	switch {
	case d.zonderBijlagen:
		return meegegeven{}
	case d.zaak.Anoniem:
		// The case file would say who it is about, and so would its name: who passes the PDF
		// on gives that another name, and not what is in it.
		return meegegeven{met: func(xlsx []byte) ([]proof.Bestand, error) {
			return []proof.Bestand{proof.Werkmap("werkmap-anoniem", xlsx)}, nil
		}}
	}
	b := proof.NieuweBijlagen(d.r, d.zaak, d.data, proof.Opdracht{
		Onderdeel: d.onderdeel, Lezer: d.lezer(), Sjabloon: eigenSjabloon(d.sjablonen, d.sjabloon), Werkmap: d.naam,
	})
	return meegegeven{b.Genoemd(), b.Met}
}

// getekend fills the bijlage for its reader and draws it.
func (d dossier) getekend(files []proof.Bestand) (*pdf.Drawing, error) {
	teksten, vul, erbij, err := d.vorm()
	if err != nil {
		return nil, err
	}
	if !d.zaak.Anoniem { // without the case file there is nothing to verify it with
		erbij = append(erbij, d.controle(files))
	}
	doc, err := vul(d.r, teksten, erbij...)
	if err != nil {
		return nil, err
	}
	doc.Briefhoofd = briefhoofd(d.sjablonen)
	return pdf.Draw(doc)
}

// controle is what the bijlage says of how it can be verified.
func (d dossier) controle(files []proof.Bestand) render.Controle {
	grond := proof.GrondslagVan(d.r)
	c := render.Controle{Controlegetal: proof.InGroepen(grond.Controlegetal()), Regel: proof.RegelControlegetal, Code: proof.Code(grond)}
	for _, f := range files {
		c.Bijgevoegd = append(c.Bijgevoegd, render.Bijgevoegd{Naam: f.Naam, Omschrijving: f.Omschrijving})
	}
	return c
}

// tekst gives the calculation as plain text.
func (d dossier) tekst() (string, error) {
	teksten, err := lezer(d.sjablonen, d.zaak, lezerVanTekst(d.zaak, d.voor))
	if err != nil {
		return "", err
	}
	return render.Tekst(d.r, teksten)
}

// vorm gives the texts of the bijlage, what fills its structure, and what comes with
// the result in it.
func (d dossier) vorm() (*templates.Bijlage, vulling, []render.Erbij, error) {
	if alleenPDF(d.onderdeel) {
		return d.sjablonen.Onderdeel(d.onderdeel), render.Bijlage, nil, nil
	}
	teksten, err := lezer(d.sjablonen, d.zaak, d.voor)
	if err != nil {
		return nil, nil, nil, err
	}
	if d.onderdeel == onderdeelPartner {
		return teksten, render.Partnerbijlage, nil, nil
	}
	return teksten, render.Bijlage, watAls(d.zaak, d.normen, d.r, teksten), nil
}

// lezer is for whom the bijlage is made; empty where that makes no difference.
func (d dossier) lezer() string {
	switch {
	case alleenPDF(d.onderdeel):
		return ""
	case d.voor != "":
		return d.voor
	}
	return d.zaak.Kop.Lezer()
}

// eigenSjabloon tells which templates of a firm these are; nil for those of annex.
func eigenSjabloon(set *templates.Set, naam string) *proof.Sjabloon {
	if set.Hash() == "" {
		return nil
	}
	return &proof.Sjabloon{Naam: naam, SHA256: set.Hash()}
}
