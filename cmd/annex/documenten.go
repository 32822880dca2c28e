package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"sync"

	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/proof"
	"annex/render"
	"annex/render/pdf"
	"annex/render/xlsx"
	"annex/templates"
)

// documentvorm writes one kind of document.
type documentvorm func(io.Writer, *sheet.Result) error

// bijlage writes a bijlage that carries no files and says nothing of its proof.
func bijlage(w io.Writer, r *sheet.Result) error {
	d, err := render.Bijlage(r, templates.StandaardBijlage())
	if err != nil {
		return err
	}
	return pdf.Write(w, d)
}

// documenten makes the documents, or only one of them, side by side: a Result
// does not change, and neither needs the other. pad is their name without the
// extension, and bijlage what writes the PDF.
func documenten(r *sheet.Result, alleen, pad string, bijlage documentvorm) ([]bestand, error) {
	soorten := []struct {
		naam  string
		write documentvorm
	}{{"pdf", bijlage}, {"xlsx", xlsx.Write}}
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
	zaak           *zaak.Zaak
	gegeven        []byte // the bytes of the case file
	r              *sheet.Result
	naam           string // of the documents, without a folder and without an extension
	onderdeel      string // of the outcome; empty: the whole
	zonderBijlagen bool   // no files in the PDF
}

// documenten makes the documents of a case in a folder, or only one of them. The
// workbook goes first: the bijlage carries it.
func (d dossier) documenten(alleen, folder string) ([]bestand, error) {
	var werkmap []byte
	if alleen == "xlsx" || alleen == "" || !d.zonderBijlagen {
		var b bytes.Buffer
		if err := xlsx.Write(&b, d.r); err != nil {
			return nil, nietTeMaken("xlsx", err)
		}
		werkmap = b.Bytes()
	}
	pad := filepath.Join(folder, d.naam)
	var files []bestand
	if alleen != "xlsx" {
		data, err := d.bijlage(werkmap)
		if err != nil {
			return nil, nietTeMaken("pdf", err)
		}
		files = append(files, bestand{pad + ".pdf", data})
	}
	if alleen != "pdf" {
		files = append(files, bestand{pad + ".xlsx", werkmap})
	}
	return files, nil
}

// bijlage makes the PDF, with the files that prove it.
func (d dossier) bijlage(werkmap []byte) ([]byte, error) {
	var files []proof.Bestand
	if !d.zonderBijlagen {
		var err error
		files, err = proof.Bijlagen(d.r, d.zaak, d.gegeven, proof.Opdracht{Onderdeel: d.onderdeel, Werkmap: d.naam, XLSX: werkmap})
		if err != nil {
			return nil, err
		}
	}
	grond := proof.GrondslagVan(d.r)
	controle := render.Controle{Controlegetal: proof.InGroepen(grond.Controlegetal()), Regel: proof.RegelControlegetal, Code: proof.Code(grond)}
	var bijgevoegd []pdf.Attachment
	for _, f := range files {
		controle.Bijgevoegd = append(controle.Bijgevoegd, render.Bijgevoegd{Naam: f.Naam, Omschrijving: f.Omschrijving})
		bijgevoegd = append(bijgevoegd, pdf.Attachment{Name: f.Naam, MIME: f.MIME, Description: f.Omschrijving, Relation: pdf.Relation(f.Relatie), Data: f.Data})
	}
	vorm := render.Bijlage
	if d.onderdeel == onderdeelPartner {
		vorm = render.Partnerbijlage
	}
	doc, err := vorm(d.r, templates.StandaardBijlage(), controle)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = pdf.Write(&b, doc, bijgevoegd...)
	return b.Bytes(), err
}
