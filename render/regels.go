package render

import "strings"

// oneLine makes every text of the document one line: where a text of the case
// file holds line breaks, the layout breaks it anew.
func (d *Document) oneLine() {
	for i, b := range d.Blokken {
		switch b := b.(type) {
		case Alinea:
			b.Tekst = fold(b.Tekst)
			d.Blokken[i] = b
		case Code:
			for j := range b.Naast {
				b.Naast[j] = fold(b.Naast[j])
			}
		case Tabel:
			for _, r := range b.Rijen {
				for j := range r.Cellen {
					r.Cellen[j].Tekst = fold(r.Cellen[j].Tekst)
					for k := range r.Cellen[j].Onder {
						r.Cellen[j].Onder[k] = fold(r.Cellen[j].Onder[k])
					}
				}
			}
		}
	}
}

func fold(s string) string {
	if !strings.ContainsRune(s, '\n') {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}
