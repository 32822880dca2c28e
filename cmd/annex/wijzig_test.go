package main

import (
	"bytes"
	"fmt"
	"os"
	"unicode/utf16"

	"annex/render/pdf/object"
	"annex/render/pdf/tagged"

	"github.com/rogpeppe/go-internal/testscript"
)

// wijzig makes a changed copy of a PDF, as who wants to deceive would:
//
//	wijzig IN UIT tekst OUD NIEUW      the first OUD that is drawn reads NIEUW
//	wijzig IN UIT bestand NAAM BESTAND  other bytes for an attached file
//	wijzig IN UIT weg NAAM              an attached file less
//	wijzig IN UIT erbij NAAM BESTAND    an attached file more
//	wijzig IN UIT verstopt NAAM BESTAND  as erbij, and the list of files does not name it
//	wijzig IN UIT tweeerlei NAAM BESTAND other bytes for readers that look at UF
//	wijzig IN UIT aangevuld             something added behind it that changes nothing
//	wijzig IN UIT aangevuld OUD NIEUW   something added behind it that changes the text
//	wijzig IN UIT gehoord NIEUW         the same that changes what is read of its first figure
//	wijzig IN UIT titel NIEUW           the same that changes its title
func wijzig(ts *testscript.TestScript, _ bool, args []string) {
	data := []byte(ts.ReadFile(args[0]))
	var veranderd []byte
	var err error
	switch args[2] {
	case "tekst":
		veranderd, err = metTekst(data, args[3], args[4])
	case "bestand":
		veranderd, err = metBestand(data, args[3], []byte(ts.ReadFile(args[4])), "F", "UF")
	case "tweeerlei":
		veranderd, err = metBestand(data, args[3], []byte(ts.ReadFile(args[4])), "UF")
	case "weg":
		veranderd, err = zonderBestand(data, args[3])
	case "erbij":
		veranderd, err = metNogEenBestand(data, args[3], []byte(ts.ReadFile(args[4])), true)
	case "verstopt":
		veranderd, err = metNogEenBestand(data, args[3], []byte(ts.ReadFile(args[4])), false)
	case "gehoord", "titel":
		veranderd, err = bijgewerkt(data, args[2], args[3])
	case "aangevuld":
		veranderd, err = aangevuld(data, args[3:])
	default:
		err = fmt.Errorf("geen wijziging %q", args[2])
	}
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), veranderd, 0o644))
}

func geschreven(f *object.File) ([]byte, error) {
	var b bytes.Buffer
	err := f.Write(&b, object.Compact)
	return b.Bytes(), err
}

// metTekst changes text where it is drawn. fpdf shows each character as its UTF-16.
func metTekst(data []byte, oud, nieuw string) ([]byte, error) {
	f, err := object.Parse(data)
	if err != nil {
		return nil, err
	}
	ref, s, err := metAndereTekst(f, oud, nieuw)
	if err != nil {
		return nil, err
	}
	f.Objects[ref.Number] = s
	return geschreven(f)
}

// metAndereTekst gives the content of the first page that shows a text, with another
// one in its place.
func metAndereTekst(f *object.File, oud, nieuw string) (object.Ref, *object.Stream, error) {
	pages, err := f.Pages()
	if err != nil {
		return object.Ref{}, nil, err
	}
	for _, p := range pages {
		ref, ok := f.Dict(p)["Contents"].(object.Ref)
		if !ok {
			return ref, nil, fmt.Errorf("de inhoud van een bladzijde is niet één stroom")
		}
		content, err := f.Stream(ref).Decoded()
		if err != nil {
			return ref, nil, err
		}
		if i := bytes.Index(content, utf16BE(oud)); i >= 0 {
			veranderd := append(bytes.Clone(content[:i]), utf16BE(nieuw)...)
			return ref, object.NewStream(object.Dict{}, append(veranderd, content[i+len(utf16BE(oud)):]...)), nil
		}
	}
	return object.Ref{}, nil, fmt.Errorf("%q staat er niet in", oud)
}

func utf16BE(s string) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u>>8), byte(u))
	}
	return b
}

// naamboom gives the array of the names and specifications of attached files.
func naamboom(f *object.File) (houder object.Dict, list object.Array) {
	houder = f.Dict(f.Dict(f.Catalog()["Names"])["EmbeddedFiles"])
	return houder, f.Array(houder["Names"])
}

func metBestand(data []byte, naam string, inhoud []byte, sleutels ...object.Name) ([]byte, error) {
	f, err := object.Parse(data)
	if err != nil {
		return nil, err
	}
	_, list := naamboom(f)
	for i := 0; i+1 < len(list); i += 2 {
		if s, _ := f.String(list[i]); s.Text() == naam {
			ef := f.Dict(f.Dict(list[i+1])["EF"])
			d := f.Stream(ef["F"]).Dict
			ander := f.Add(object.NewStream(object.Dict{"Type": d["Type"], "Subtype": d["Subtype"], "Params": d["Params"]}, inhoud))
			for _, sleutel := range sleutels {
				ef[sleutel] = ander
			}
			return geschreven(f)
		}
	}
	return nil, fmt.Errorf("%q is niet bijgevoegd", naam)
}

func zonderBestand(data []byte, naam string) ([]byte, error) {
	f, err := object.Parse(data)
	if err != nil {
		return nil, err
	}
	houder, list := naamboom(f)
	for i := 0; i+1 < len(list); i += 2 {
		if s, _ := f.String(list[i]); s.Text() == naam {
			delete(f.Objects, list[i+1].(object.Ref).Number)
			houder["Names"] = append(list[:i:i], list[i+2:]...)
			return geschreven(f)
		}
	}
	return nil, fmt.Errorf("%q is niet bijgevoegd", naam)
}

func metNogEenBestand(data []byte, naam string, inhoud []byte, genoemd bool) ([]byte, error) {
	f, err := object.Parse(data)
	if err != nil {
		return nil, err
	}
	houder, list := naamboom(f)
	s := f.Add(object.NewStream(object.Dict{"Type": object.Name("EmbeddedFile")}, inhoud))
	spec := f.Add(object.Dict{"Type": object.Name("Filespec"), "F": object.String(naam), "UF": object.Text(naam), "EF": object.Dict{"F": s, "UF": s}})
	if genoemd {
		houder["Names"] = append(list[:len(list):len(list)], object.Text(naam), spec)
	}
	return geschreven(f)
}

// aangevuld adds an incremental update (ISO 32000-1, 7.5.6): with tekst it holds the
// content of a page anew, and without only a remark.
func aangevuld(data []byte, tekst []string) ([]byte, error) {
	f, err := object.Parse(data)
	if err != nil {
		return nil, err
	}
	ref, inhoud := f.Add(nil), object.NewStream(object.Dict{}, []byte("opmerking"))
	if len(tekst) == 2 {
		if ref, inhoud, err = metAndereTekst(f, tekst[0], tekst[1]); err != nil {
			return nil, err
		}
	}
	prev := data[bytes.LastIndex(data, []byte("startxref"))+len("startxref"):]
	root := f.Trailer["Root"].(object.Ref)
	var b bytes.Buffer
	b.Write(data)
	at := b.Len()
	fmt.Fprintf(&b, "%d 0 obj\n<</Length %d", ref.Number, len(inhoud.Raw))
	if naam, ok := inhoud.Dict["Filter"].(object.Name); ok {
		fmt.Fprintf(&b, "/Filter/%s", naam)
	}
	fmt.Fprintf(&b, ">>\nstream\n%s\nendstream\nendobj\n", inhoud.Raw)
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n%d 1\n%010d 00000 n \ntrailer\n<</Size %d/Root %d %d R/Prev %s>>\nstartxref\n%d\n%%%%EOF\n",
		ref.Number, at, max(ref.Number+1, 100000), root.Number, root.Generation, bytes.TrimSpace(bytes.TrimSuffix(bytes.TrimSpace(prev), []byte("%%EOF"))), xref)
	return b.Bytes(), nil
}

// bijgewerkt adds an incremental update that no page shows.
func bijgewerkt(data []byte, wat, tekst string) ([]byte, error) {
	f, err := object.Parse(data)
	if err != nil {
		return nil, err
	}
	if wat == "titel" {
		info := f.Trailer["Info"].(object.Ref)
		f.Dict(info)["Title"] = object.Text(tekst)
		return f.Update(data, []object.Ref{info})
	}
	tree, err := tagged.Read(f)
	if err != nil {
		return nil, err
	}
	for e := range tree.All() {
		if e.Type == "Figure" {
			e.Dict["Alt"] = object.Text(tekst)
			return f.Update(data, []object.Ref{e.Ref})
		}
	}
	return nil, fmt.Errorf("er is geen figuur")
}

// bijgevoegd gives an attached file.
func bijgevoegd(data []byte, naam string) ([]byte, error) {
	f, err := object.Parse(data)
	if err != nil {
		return nil, err
	}
	files, err := tagged.Attachments(f)
	if err != nil {
		return nil, err
	}
	for _, a := range files {
		if a.Name == naam {
			return a.Data, nil
		}
	}
	return nil, fmt.Errorf("%q is niet bijgevoegd", naam)
}

// haaluit writes an attached file: haaluit BIJLAGE.pdf NAAM UIT.
func haaluit(ts *testscript.TestScript, _ bool, args []string) {
	data, err := bijgevoegd([]byte(ts.ReadFile(args[0])), args[1])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), data, 0o644))
}
