package proof

import (
	"fmt"
	"slices"
	"strconv"

	"annex/calc/sheet"
)

// normen compares the norms of the receipt with those of now: the files, and each
// figure that was used. A file may change in what was not used, such as a remark; a
// figure may not.
func (c *controleur) normen() {
	if c.v == nil || c.nu == nil {
		k := Controle{Naam: ControleNormen, Uitslag: NietNagegaan, Tekst: "Zonder verantwoording is niet bekend met welke normen het stuk is gemaakt."}
		if c.v != nil {
			k.Tekst = "Zonder leesbaar zaakbestand is niet na te gaan welke normen nu worden gebruikt."
		}
		c.rapport.voegToe(k)
		return
	}
	bestanden, verzonnen := normbestanden(c.v.Normen, c.nu.Normen)
	gewijzigd, rest := normcijfers(c.v.Normcijfers, c.nu.Normcijfers)
	k := Controle{Naam: ControleNormen}
	switch n := len(c.v.Normen); {
	case len(verzonnen) > 0:
		k.Uitslag, k.Tekst = Anders, "De verantwoording noemt van een normbestand niet wat erin staat."
	case len(gewijzigd) > 0:
		k.Uitslag, k.Tekst = Anders, "Met andere normen gemaakt: cijfers zijn gewijzigd."
	case len(bestanden) > 0:
		k.Uitslag, k.Tekst = GelijkMaarLet, "De normbestanden zijn niet dezelfde; de cijfers die eruit zijn gebruikt, zijn niet gewijzigd."
	default:
		k.Uitslag, k.Tekst = Gelijk, fmt.Sprintf("Dezelfde normen: %s.", telwoord(n, "normbestand", "normbestanden"))
	}
	k.Verschillen = slices.Concat(verzonnen, bestanden, gewijzigd, rest)
	if k.Uitslag == Gelijk && len(rest) > 0 {
		// The same files give the same figures: the receipt does not say what was used.
		k.Uitslag, k.Tekst = Anders, "De verantwoording noemt niet de cijfers die zijn gebruikt."
	}
	c.rapport.voegToe(k)
}

// normbestanden tells of each norms file what is the matter with it. verzonnen is what
// the receipt says of a file that has not changed, and that is not so.
func normbestanden(toen, nu []Normbestand) (out, verzonnen []Verschil) {
	van := map[string]Normbestand{}
	for _, n := range nu {
		van[n.Bron] = n
	}
	genoemd := map[string]bool{}
	for _, n := range toen {
		genoemd[n.Bron] = true
		switch m, ok := van[n.Bron]; {
		case !ok:
			out = append(out, Verschil{Wat: n.Bron, Omschrijving: "wordt nu niet gebruikt"})
		case m.SHA256 != n.SHA256:
			out = append(out, Verschil{Wat: n.Bron, Omschrijving: "is gewijzigd"})
		case m != n:
			verzonnen = append(verzonnen, Verschil{Wat: n.Bron, Omschrijving: "heeft in de verantwoording een andere titel of periode"})
		}
	}
	for _, n := range nu {
		if !genoemd[n.Bron] {
			out = append(out, Verschil{Wat: n.Bron, Omschrijving: "wordt nu ook gebruikt"})
		}
	}
	return out, verzonnen
}

// normcijfers gives the figures that have another value now, and those that only the
// receipt or only the calculation of now has.
func normcijfers(toen, nu []Normcijfer) (gewijzigd, rest []Verschil) {
	van := map[string]Normcijfer{}
	for _, n := range nu {
		van[n.ID] = n
	}
	genoemd := map[string]bool{}
	for _, n := range toen {
		genoemd[n.ID] = true
		m, ok := van[n.ID]
		if !ok {
			rest = append(rest, Verschil{Wat: n.ID, Omschrijving: n.Label + ": wordt nu niet gebruikt", Verantwoording: alsGedrukt(n.Waarde, n.Eenheid)})
			continue
		}
		gewijzigd = append(gewijzigd, rijen(n, m)...)
		if !n.Waarde.gelijk(m.Waarde) || n.Eenheid != m.Eenheid {
			gewijzigd = append(gewijzigd, Verschil{Wat: n.ID, Omschrijving: n.Label, Verantwoording: alsGedrukt(n.Waarde, n.Eenheid), Nu: alsGedrukt(m.Waarde, m.Eenheid)})
		}
	}
	for _, m := range nu {
		if !genoemd[m.ID] {
			rest = append(rest, Verschil{Wat: m.ID, Omschrijving: m.Label + ": wordt nu ook gebruikt", Nu: alsGedrukt(m.Waarde, m.Eenheid)})
		}
	}
	return gewijzigd, rest
}

// rijen compares a published table cell by cell.
func rijen(toen, nu Normcijfer) []Verschil {
	var out []Verschil
	cel := func(rijen [][]Waarde, i, j int) Waarde {
		if i < len(rijen) && j < len(rijen[i]) {
			return rijen[i][j]
		}
		return ""
	}
	for i := range max(len(toen.Rijen), len(nu.Rijen)) {
		breedte := 0
		for _, r := range [][][]Waarde{toen.Rijen, nu.Rijen} {
			if i < len(r) {
				breedte = max(breedte, len(r[i]))
			}
		}
		for j := range breedte {
			if a, b := cel(toen.Rijen, i, j), cel(nu.Rijen, i, j); !a.gelijk(b) {
				plaats := ": rij " + strconv.Itoa(i+1) + ", kolom " + strconv.Itoa(j+1)
				out = append(out, Verschil{Wat: toen.ID, Omschrijving: toen.Label + plaats, Verantwoording: alsGedrukt(a, ""), Nu: alsGedrukt(b, "")})
			}
		}
	}
	return out
}

// alsGedrukt spells a value as a document would, exact.
func alsGedrukt(w Waarde, eenheid string) string {
	d, ok := w.getal()
	if !ok {
		return string(w)
	}
	text := sheet.FormatPublished(d)
	switch u := sheet.Unit(eenheid); {
	case u.Percent():
		return text + "%"
	case u.Money():
		return sheet.EuroSign + text
	}
	return text
}

func telwoord(n int, een, meer string) string {
	if n == 1 {
		return "1 " + een
	}
	return strconv.Itoa(n) + " " + meer
}
