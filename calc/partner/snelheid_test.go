package partner_test

import (
	"testing"

	"annex/calc/partij"
	"annex/calc/partner"
	"annex/calc/sheet"
	"annex/calc/zaak"
	"annex/norms"
)

// Two incomes to be taxed, both amounts grossed up, and the comparison: as much as a
// case without children can ask.
func BenchmarkVergelijking(b *testing.B) {
	set, err := norms.Load()
	if err != nil {
		b.Fatal(err)
	}
	z, problemen := zaak.Lees("zaak", []byte(`
versie: 1
zaak: {datum: 2025-02-14}
partijen: [{id: man, aanduiding: de man}, {id: vrouw, aanduiding: de vrouw}]
partneralimentatie:
  gerechtigde: vrouw
  inkomensvergelijking: ja
  behoefte: {vastgesteld: {bedrag: 3000, jaar: 2025, reden: convenant}}
perioden: [{vanaf: 2025-03-01, man: {inkomen: {loon: [{bruto: 6800}]}}, vrouw: {inkomen: {loon: [{bruto: 1700}]}}}]
`), zaak.Opties{})
	if len(problemen) > 0 {
		b.Fatal(problemen.Tekst())
	}
	for b.Loop() {
		s := sheet.New()
		if err := partner.Beschrijf(partij.Nieuw(s, z, set)); err != nil {
			b.Fatal(err)
		}
		if _, err := s.Evaluate(sheet.Receipt{}); err != nil {
			b.Fatal(err)
		}
	}
}
