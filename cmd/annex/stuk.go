package main

import (
	"slices"

	"annex/proof"
	"annex/render/pdf/object"
	"annex/render/pdf/tagged"
)

// maxStuk is how large a bijlage may be. One of fifty children in fifty periods is
// smaller.
const maxStuk = 64 << 20

// leesStuk takes a bijlage apart: the files it carries, its text, and what it prints
// with the id of a line. The error says, in English, why it is not sound.
func leesStuk(data []byte) (*proof.Stuk, error) {
	f, err := object.Parse(data)
	if err != nil {
		return nil, err
	}
	files, err := tagged.Attachments(f)
	if err != nil {
		return nil, err
	}
	tree, err := tagged.Read(f)
	if err != nil {
		return nil, err
	}
	s := &proof.Stuk{Data: data}
	for _, a := range files {
		s.Bestanden = append(s.Bestanden, proof.Bestand{Naam: a.Name, Data: a.Data})
	}
	for _, root := range tree.Roots {
		s.Tekst = append(s.Tekst, alineas(root)...)
	}
	for e := range tree.All() {
		if (e.Type == "TD" || e.Type == "TH") && e.Title != "" {
			s.Gedrukt = append(s.Gedrukt, proof.Gedrukt{Regel: e.Title, Tekst: e.Text()})
		}
	}
	s.Bladzijden, err = tagged.Looks(f)
	return s, err
}

// alineas gives the text of an element, paragraph by paragraph: the elements that hold
// text themselves, whole. What is read aloud in the place of an element goes before it.
func alineas(e *tagged.Element) []string {
	var out []string
	for _, gehoord := range []string{e.Alt, e.ActualText} {
		if gehoord != "" {
			out = append(out, gehoord)
		}
	}
	if slices.ContainsFunc(e.Kids, func(k tagged.Kid) bool { return k.Content != nil }) {
		if text := e.Text(); text != "" {
			out = append(out, text)
		}
		return out
	}
	for c := range e.Children() {
		out = append(out, alineas(c)...)
	}
	return out
}
