package pdf

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"strings"

	"annex/render"
)

// court is the sample with what a document for a court has besides: a
// letterhead, a table of contents, lines to sign on, a code.
func court() *render.Document {
	d := sample()
	d.Briefhoofd = &render.Briefhoofd{
		Logo: &render.Logo{Data: pngOf(logoImage(300, 90)), Alternatief: "Oorbeeld advocaten"},
		Regels: []string{"Oorbeeld advocaten", "Maliesingel 1, 3581 BA Utrecht", "030 123 45 67", "www.oorbeeld.example",
			"mr. V. Çelik–Oorbeeld, advocaat van de moeder"},
	}
	d.Blokken = append(append([]render.Blok{render.Inhoudsopgave{Kop: "Inhoud"}}, d.Blokken...), signing()...)
	return d
}

func signing() []render.Blok {
	return []render.Blok{
		render.Kop{Niveau: 1, Tekst: "7. Ondertekening"},
		render.Alinea{Tekst: "Ik heb de gegevens in deze berekening nagelezen. Zij kloppen met de stukken die ik heb."},
		render.Invulvelden{Velden: []string{"Naam", "Plaats en datum", "Handtekening"}},
		render.Kop{Niveau: 2, Tekst: "7.1 Controleren"},
		render.Alinea{Tekst: "Wie wil nagaan of deze berekening bij de gegevens hoort, leest de code."},
		render.Code{Inhoud: codeContent, Alternatief: "QR-code met het kenmerk van deze berekening", Naast: []string{
			"Kenmerk van deze berekening", "annex 1, 14 februari 2025", strings.TrimPrefix(codeContent, "annex:1:"), "Controleren: annex controleer BESTAND"}},
		render.Alinea{Stijl: render.Klein, Tekst: "De code bevat geen gegevens van personen."},
	}
}

// codeContent is the SHA-256 of nothing (FIPS 180-4), as a code would hold it.
const codeContent = "annex:1:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

// logoImage is a dark bar on a ground that fades from nothing to blue.
func logoImage(w, h int) *image.NRGBA64 {
	m := image.NewNRGBA64(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			k := color.NRGBA64{R: 0x1000, G: 0x4000, B: 0x9000, A: uint16(x * 0xFFFF / w)}
			if y > h/3 && y < h/2 {
				k = color.NRGBA64{R: 0x2000, G: 0x2000, B: 0x2000, A: 0xFFFF}
			}
			m.SetNRGBA64(x, y, k)
		}
	}
	return m
}

func pngOf(m image.Image) []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		panic(err)
	}
	return b.Bytes()
}
